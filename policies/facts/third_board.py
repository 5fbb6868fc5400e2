"""Shares quoted on the New Third Board: `listed`, whatever is said beside it of the two exchanges.

What is "unlisted" in common talk may be quoted there all the same ("not on Shanghai or Shenzhen, but on the NEEQ",
没上市，不过挂了新三板): a support for equity that is neither must know. Regional markets (四板) are no such board.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_SIGNS = ("新三板", "股转", "份转让系统", "third board", "transfer", "neeq", "equities exchange")
_BOARD_ZH = r"(?:新三板|(?:全国)?(?:中小企业)?(?:股转|股份转让)(?:系统|公司)?(?:的?(?:基础|创新|精选)层)?)"
_BOARD_EN = (
    r"(?:(?:new )?third board|neeq(?! (?:broker|adviser|advisor|consultant))|"
    r"national equities exchange(?: and quotations)?|"
    r"(?:national|nationwide|country's|china's) (?:[\w'-]+ ){0,5}?(?:share|equity|stock)[- ]transfer (?:system|"
    r"platform))"
)
_QUOTED = lazy(
    rf"{_BOARD_ZH}[^,。;没未不拟]{{0,8}}?(?:挂[了着过上]*牌(?!的?(?:公司|企业)?的?(?:客户|供应商))|上市|公开转让|交易|报价|流通)|"
    rf"有(?:了|着|的)?{_BOARD_ZH}的?(?:证券|股票|股份)?(?:代码|简称)|"
    rf"(?:挂[了着过上]*牌?(?:到|在|于)?了?|登[陆录]了?|上了|进了?)(?:全国)?{_BOARD_ZH}|"
    rf"(?<![a-z])(?:on|onto|to|at|joined|entered|in) (?:the )?{_BOARD_EN}(?![a-z])|"
    r"(?<![a-z])(?:neeq|third[- ]board)[- ](?:quoted|listed|traded)(?![a-z])"
)
_STRANGERS = lazy(
    r"客户|供应商|母公司|(?<!我们)股东(?!会|的股)|对方|甲方|买[家方]|竞争|同行|同业|银行[也是自已]|担保公司|"
    r"保险公司|券商|"
    r"(?<![a-z])(?:customer|client|supplier|parent|buyer|competitor|rival|investor|lender|insurer|guarantor|"
    r"bank (?:is|"
    r"itself)|neighbour|friend|partner|cousin|brother)s?(?![a-z])"
)
_TO_COME = lazy(
    r"打算|准备|计划|拟|想|要(?!求)|争取|筹备|辅导|申请|申报|材料|受理|审核|排队|希望|目标|明年|后年|将|如果|要是|"
    r"(?<![a-z])(?:plan\w*|hop(?:e|es|ing)|want\w*|prepar\w+|intend\w*|aim\w*|appl\w+|consider\w*|next year|"
    r"will|would|"
    r"may|might|if|were our|once we|going to|whether|before(?! (?:(?:the|this|our) (?:loan|credit|borrowing)|"
    r"that|then|we borrowed))|until|used to)(?![a-z])"
)
_LEFT = lazy(
    r"摘了?牌|退市|终止挂牌|撤[牌回下]|退出(?:了)?(?:新三板|股转)|"
    r"(?<![a-z])(?:delist\w*|(?:left|quit|withdr[ae]w\w*|removed) (?:from )?(?:the )?(?:neeq|board|new third|it)|"
    r"no longer (?:quoted|on|listed)|quotation (?:was |has been |had been )?(?:ended|withdrawn|terminated))(?![a-z])"
)
_NO_AHEAD = lazy(r"(?<![a-z])(?:not|neither|nor|never|no|n't)(?![a-z])|n't(?![a-z])")
_BUT = lazy(r"(?<![a-z])(?:but|though|although|yet|however|only|just)(?![a-z])")
_OUTWEIGHS = 4
"""More than "unlisted", which may mean the two exchanges only."""


def find(page: Page) -> Findings:
    """Our shares on the board, today."""
    if not any(sign in page.text for sign in _SIGNS) or _LEFT.search(page.text):
        return
    for match in _QUOTED.finditer(page.text):
        index = page.index(match.start())
        here = page.words(index)
        if _STRANGERS.search(here) or _TO_COME.search(here):
            continue
        lead = page.text[page.clauses[index].start : match.start()]
        denied = lead[max((one.end() for one in _BUT.finditer(lead)), default=0) :]
        if match[0][0].isascii() and _NO_AHEAD.search(denied):
            continue
        if judge(page, match.start(), match.end(), ours=True) is Standing.STATED:
            yield Found("listed", True, match.start(), match.end(), _OUTWEIGHS)
