"""An earlier loan that cannot be ruled out: who ran the firm before may have borrowed, its old books are lost.

A first loan is one of the company, not of whoever owns it now; what nobody knows of former times leaves it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policies.facts.found import Findings, Found
from policies.facts.loan_words import CREDIT
from policies.facts.scope import Page
from policies.facts.unknowing import BENEFIT, OPEN, SELF
from policies.facts.unsettled import SAID_UNKNOWN
from policies.patterns import lazy

_FIRST = lazy(
    r"首[贷笔次]|第一[笔次回]|头一|从[来]?没|从未|没[^,。;]{0,6}[贷借]|(?<![a-z])(?:first|never|no bank|no loans?|"
    r"newcomer)(?![a-z])"
)
_MAYBE = lazy(
    r"可能|也许|或许|说不定|没准|兴许|恐怕|保不[齐准定]|难保|搞不好|"
    r"(?<![a-z])(?:may or may not|(?:may|might|could)(?: \w+){0,2} have|there (?:may|might|could)|"
    r"(?:may|might) (?:\w+ )?be (?:an? )?(?:old|older|earlier|previous|former)|perhaps|possibl[ey]|maybe|"
    r"conceivabl\w+)(?![a-z])"
)
"""What may have been. Words for not knowing at all are in `OPEN`, those below and in the losing of books."""
_DARK = lazy(
    r"不排除|无法排除|排除不了|无从(?:查|考|得知|知晓|知道|核)|(?:成了?|是个?)谜|问不[着到出]|不得而知|说不上来|不好说|天知道|"
    r"没法(?:查|问|核)|没(?:有)?(?:人|处)(?:可问|能问|问)|查无可查|死无对证|"
    r"(?<![a-z])(?:(?:can(?:not|'t)|could(?: not|n't)) (?:\w+ ){0,3}(?:rul(?:e|ed) (?:\w+ ){0,4}?out|exclude\w*)|"
    r"(?:not|n't|never)(?: be| been)? (?:ruled out|excluded)|mystery|an? (?:complete |total )?blank|in the dark|"
    r"(?:nobody|no one|noone) (?:\w+ ){0,2}(?:told|tells|says|said|remembers?)|"
    r"god knows|heaven knows|who knows|lost in time|"
    r"(?:can't|cannot|can no longer|could not|couldn't|impossible to) (?:be )?(?:\w+ )?(?:ask(?:ed)?|reach(?:ed)?|"
    r"check(?:ed)?|trace[d]?|vouch|swear|find out|look (?:it |that )?up))(?![a-z])"
)
_LOST = lazy(
    r"[账帐](?![号户])(?:本|册|簿|目|套|务)?[^,。;]{0,10}?(?:丢|没了|没有?交|没有?移|烧|毁|烂|遗失|找不[到着]|不见|不全|缺|无存|散失|"
    r"泡|失踪)|没(?:有)?(?:留|交|移交|交接)[^,。;]{0,4}[账帐](?![号户])|没(?:有)?(?:旧|老|底|早年的?|以前的?)[账帐](?![号户])|"
    r"(?:资料|档案|凭证|文件|底稿)[^,。;]{0,8}?(?:丢|烧|毁|遗失|不全|没有?交|无存|不见|没了)|"
    r"(?<![a-z])(?:books|ledgers?|records|accounts|files|papers|archives?|bookkeeping|statements|paperwork|documents)"
    r"(?: [\w'-]+){0,7}? (?:gone|lost|burn\w+|destroyed|missing|thrown (?:away|out)|shredded|vanished|disappeared|"
    r"incomplete|pulped|flooded|(?:do|did)(?: not|n't) (?:survive|reach|go back))(?![a-z])|"
    r"(?<![a-z])no (?:\w+ )?(?:books|ledgers?|records|accounts|files|papers|archives?|documents)"
    r" (?:from|were|was|survived?|remain\w*|left|before|go back|exist|of (?:that|those|the) (?:time|years|"
    r"days))(?![a-z])|"
    r"(?<![a-z])(?:never|not|n't) (?:\w+ )?(?:hand(?:ed)? over|handed|pass(?:ed)? on|given|gave|kept?|left|show(?:ed|"
    r"n)?)"
    r"(?: \w+){0,3} (?:books|ledgers?|records|accounts|files|papers|documents)(?![a-z])"
)
_THEN = lazy(
    r"前任|前手|前东家|前老板|前股东|前业主|前一任|前面(?:那|的|几)|上一?(?:任|手)|"
    r"原(?:来的?|先的?|有)?(?:老板|股东|东家|经营者|负责人|法人|业主|主人)|(?:以前|之前|过去|从前|先前|早先)(?:的|那|几)|"
    r"旧[账帐]|老[账帐]|(?:旧|老)(?:股东|东家|业主)|卖[家方主]|出让[方人]|转让[方人]|"
    r"(?:接手|盘下|顶下|买下|收购|受让|进来|当家|接班|入职|上任|我来)(?:来|它|公司)?(?:之|以)?前|先父|先母|父亲|创[办始]人|"
    r"早年|早些年|当年|前些年|(?:19|20)\d\d年(?:以|之)?前|那时|前人|"
    r"(?<![a-z])(?:(?:previous|former|prior|earlier|old|last|past|original|retiring|outgoing|late|first) (?:\w+ )?"
    r"(?:owners?|boss(?:es)?|shareholders?|managers?|management|proprietors?|directors?|founders?|family|couple|"
    r"bookkeepers?|father|mother|uncle|husband|wife|books|ledgers?|accounts|records|files)(?:'s?)?|predecessors?|"
    r"sellers?|founders?|"
    r"couple|before (?:my|our) time|before (?:i|we) (?:came|bought|took|joined|arrived|acquired|got)|"
    r"(?:i|we) (?:bought|took over|acquired|inherited)|(?:bank\w*|borrowed|credit) then|in (?:his|her|their) (?:\w+ "
    r")?(?:days?|time|years)|back then|"
    r"(?:the )?(?:time|years|days) before|(?:before|until|till|from) (?:19|20)\d\d|ran (?:it|the \w+) (?:before|until|"
    r"till)|from (?:then|that time|those (?:days|years))|(?:older|earlier|old|previous) (?:bank )?(?:loan|credit|"
    r"debt)s?)"
    r"(?![a-z])"
)
"""Former times, and who had the firm then."""
_LENT = lazy(
    rf"{CREDIT.pattern}|(?<![a-z])(?:credit|financ\w+|owe[sd]? (?:\w+ ){{0,2}}banks?|bank debts?|debts? (?:to|with|"
    rf"at) an? bank)(?![a-z])"
)
_PRIVATE = lazy(
    r"(?:个人|私人|自己|本人)(?:名义|向|跟|找|借|贷)|(?<![a-z])(?:personal(?:ly)?|private(?:ly)?|(?:his|her|their|"
    r"my) own "
    r"names?)(?![a-z])"
)
_ELSE = lazy(
    r"客户|员工|社保|专利|房租|钥匙|(?<![a-z])(?:customers?|staff|patents?|rent|keys?|wages?|tax(?:es)?)(?![a-z])"
)
_CLEARED = lazy(
    r"征信(?:报告|记录|系统|中心)?(?:上|里|中|也|是|显示|查过|一直|均|都|全|打出来|,){0,4}(?:空白|干净|没有?(?:任何)?(?:贷|借|记录)|"
    r"无(?:任何)?(?:贷|借|记录|信贷)|白户|零)|"
    r"(?<![a-z])credit (?:report|bureau|register|record|file)[^.;]{0,40}? (?:no|none|clean|blank|empty|"
    r"nothing)(?![a-z])|"
    r"(?<![a-z])confirm(?:ed|s) (?:\w+ ){0,3}that (?:\w+ ){0,4}(?:no|never|nothing)(?![a-z])"
)
"""The register of credits answers for all who ever ran the firm."""


def find(page: Page) -> Findings:
    """The doubt about a first loan, where the times before the writer's are dark."""
    if not _FIRST.search(page.text) or not _LENT.search(page.text) or _CLEARED.search(page.text):
        return
    lent_before = False
    for start, end in _sentences(page):
        words = page.text[start:end]
        lent = _LENT.search(words)
        dark = _unknown(words) or _DARK.search(words) or _LOST.search(words)
        about = lent or (lent_before and dark and not _ELSE.search(words))  # "what my predecessor did is a mystery"
        lent_before = lent is not None
        maybe = dark or _MAYBE.search(words)
        if maybe is None or not about or not _THEN.search(words) or _PRIVATE.search(words):
            continue
        if BENEFIT.search(words) and not SELF.search(words) and dark is None:
            continue
        yield Found("first_loan", None, start + maybe.start(), start + maybe.end(), SAID_UNKNOWN)


def _unknown(words: str) -> re.Match[str] | None:
    """Words of not knowing that are about the firm: not about where to go, nor what can be had."""
    for match in OPEN.finditer(words):
        behind = words[match.end() :]
        if not BENEFIT.search(behind) or SELF.search(behind):
            return match
    return None


def _sentences(page: Page) -> Iterator[tuple[int, int]]:
    """Each sentence of the text, from its first clause to its last."""
    first = 0
    for index, clause in enumerate(page.clauses):
        last = index + 1 == len(page.clauses)
        if last or (page.clauses[index + 1].sentence != clause.sentence and clause.closing != ";"):
            yield page.clauses[first].start, clause.end
            first = index + 1
