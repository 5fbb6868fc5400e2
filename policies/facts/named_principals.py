"""Papers of a bank's loan that speak of somebody who entrusts: 附页上有一栏写"委托人"; "an annex names an entruster".

The clerk called it the bank's own working-capital loan: which of the two it is stays open (`loan_kind`) until somebody
has cleared it up. A laboratory's or an agent's client is no such entruster.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_WEIGHT = 9
_LOAN = lazy(r"贷|借款|借了|放款|银行|(?<![a-z])(?:loans?|borrow\w*|lent|lends?|bank|facility)(?![a-z])")
_PARTY = lazy(
    r"委托(?:人|方|单位|主体|机构|资金)(?!民币)|受托(?:人|方|贷款|放款|银行|支付协议)|"
    r"(?<![a-z])(?:entrust(?:ers?|ors?|ing|ment)|consign(?:or|er)|trustor)(?![a-z])|"
    r"(?<![a-z])principal(?![a-z])(?=\W{0,3}(?:on whose|for whom|behind|company|party|lender|whose|\(|named|\"))|"
    r"(?<![a-z])(?:an?|another|the|some|as|field|line|box|column|heading|word|called|named) \W?principal(?![a-z])"
    r"(?! ?(?:and|amount|sum|of|repay\w*|balance|is|was|were|has|had|in|on|by|or|plus|outstanding|debt|back|due|\d|"
    r"shareholder|"
    r"office|engineer|place|business|product|owner|still|only|each|every|at|with|every|will|would|first|reason))|"
    r"(?<![a-z])(?:lends?|lent|lending|acts?|acting|paid out|disburs\w+|merely|only) (?:\w+ ){0,3}?(?:on behalf of|"
    r"as (?:an? |the )?"
    r"(?:mere )?(?:agent|trustee|conduit))(?! (?:us|our company|the company|our firm)(?![a-z]))"
)
_NAMED_LOAN = lazy(r"委贷|委托(?:贷款|放款|借款|信贷)|(?<![a-z])entrusted (?:loan|lending|credit|funds|money)")
_PAPER = lazy(
    r"合同|合约|契约|附[页件表录]|协议|借据|借条|通知书|回单|网银|放款单|摘要|首页|封面|[一二三四五六七八九十\d]页|"
    r"栏|条款|单据|凭证|文件|"
    r"盖章|落款|备注|章|流水|系统|对账单|征信|"
    r"(?<![a-z])(?:contract|agreement|annex\w*|appendix|schedule|papers?|documents?|slip|page|clause|field|box|"
    r"column|line|"
    r"statement|attachment|form|covenant|small print|fine print|stamp|letter|notice|deed|portal|report|file|"
    r"enclosure)(?![a-z])"
)
_OWN = lazy(
    r"自营|自有资金|(?:银行|它|他们|行里|本行|行方|自家?)的?自己的|自己的(?:钱|资金|贷款|款)|(?:银行|自己)出的钱|"
    r"流动资金|普通贷款|一般贷款|"
    r"(?<![a-z])(?:bank's own|its own|own (?:money|funds?|book|balance|loan|lending|resources)|working[- ]capital|"
    r"ordinary (?:bank )?loan|normal (?:bank )?loan)(?![a-z])"
)
_OTHER_MATTER = lazy(
    r"检测|检验|研发|技术|代办|代理|申请|申报|诉讼|律师|专利|买卖|拍卖|评估|审计|加工|运输|货运|委托[人方](?:写的|"
    r"一栏)?(?:是|为)(?:我|本公司|公司)|委托支付|"
    r"(?<![a-z])(?:laborator\w+|testing|research|patent|lawyer|audit\w*|freight|shipping|processing|school)(?![a-z])"
)
_NONE = lazy(
    r"(?:没有?|并无|无|未|不)(?:见|出现|写|提|列|看到|发现|找到|涉及|存在|任何|过|到|有|曾|指定|设|什么|是){0,4}$|"
    r"(?<![a-z])(?:no|not|never|without|nor|neither|nobody|any|nothing)(?: [\w'-]+){0,3} \W?$|n't(?: [\w'-]+){0,3} $"
)
_NONE_BEHIND = lazy(
    r"\W{0,2}(?:一?栏)?(?:是|为)?(?:空白|空着|空的|没填|未填|划掉|不存在)|[^.;]{0,30}(?:is|was|left) (?:blank|"
    r"empty|struck out|crossed out)"
)
_CLEARED = lazy(
    r"更正|澄清|(?:打印|打字|录入|填写|排版|书写)(?:错误|有误)|印错|写错|填错|打错|用错|笔误|误[填写印]|查清|查明|"
    r"弄清|(?<!未经)证实|确认|核实了|套用|"
    r"其实(?:就)?是|原来(?:就)?是|事实上(?:就)?是|实际上(?:就)?是|"
    r"(?<![a-z])(?:misprint\w*|typo|slip of the pen|clerical (?:error|mistake)|by mistake|in error|corrected|"
    r"clarified|confirmed|"
    r"cleared (?:it |this |that )?up|turn(?:s|ed) out|it transpired|in fact it (?:is|was))(?![a-z])"
)
_NOT_YET = lazy(
    r"(?:没|未|无法|不能|不肯|不愿|难以|谁也|没人|等|待|请|要|需|还没|去|再)[^,。;]{0,10}$|"
    r"(?<![a-z])(?:not|never|no|nobody|yet|until|till|cannot|can't|wait\w*|unless|whether|to be|asked|want\w*|hop\w+)"
    r"(?: [\w'-]+){0,5} $|n't(?: [\w'-]+){0,3} $"
)


def find(page: Page) -> Findings:
    """`loan_kind` open, where papers of the loan tell of an entruster."""
    if ("托" not in page.text and "委贷" not in page.text and not _HINT.search(page.text)) or not _LOAN.search(
        page.text
    ):
        return
    own = _OWN.search(page.text)
    if own is None and _NAMED_LOAN.search(page.text):
        return  # nothing speaks against an entrusted loan
    told = [*_PARTY.finditer(page.text), *(_NAMED_LOAN.finditer(page.text) if own else ())]
    match = next((one for one in told if _on_paper(page, one)), None)
    if match is not None and not _cleared(page):
        yield Found("loan_kind", None, match.start(), match.end(), _WEIGHT)


_HINT = lazy(r"entrust|consign|trustor|principal|behalf|agent|trustee|conduit")


def _on_paper(page: Page, match: re.Match[str]) -> bool:
    index = page.index(match.start())
    clause = page.clauses[index]
    if _NONE.search(page.text[clause.start : match.start()]) or _NONE_BEHIND.match(page.text, match.end()):
        return False
    sentence = page.sentence(index)
    before = page.previous(index)
    said = page.words(index) if before is None else page.words(before) + page.words(index)
    if _OTHER_MATTER.search(said) or page.wished(index, match.start()):
        return False
    return _PAPER.search(sentence) is not None


def _cleared(page: Page) -> bool:
    """Whether it was found out since what the loan is."""
    for match in _CLEARED.finditer(page.text):
        lead = page.text[page.clauses[page.index(match.start())].start : match.start()]
        if not _NOT_YET.search(lead):
            return True
    return False
