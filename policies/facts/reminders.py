"""How a loan is served, told by what the bank never had to do, by how it runs, and by the weeks that a payment took.

"The bank never had to ring us once", "the loan runs without a hitch", 银行从来不用打电话来催: no lateness.
"The last of the principal only three weeks afterwards", 本金到三周后才还: a deed,
which outweighs what is said of the rest.
"""

from __future__ import annotations

import re

from policies.facts import frames, phrases
from policies.facts.collateral import LOAN
from policies.facts.former import beside_the_point
from policies.facts.found import Findings, Found
from policies.facts.frames import ENGLISH, Frame, words
from policies.facts.matters import strangers
from policies.facts.phrases import Phrase
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_NOT_OF_A_LOAN = lazy(
    r"^(?=.*(?<![a-z])(?:customers?|clients?|invoices?|buyers?|payers?|suppliers?|wages?|salar\w+|rents?|tax(?:es)?|"
    r"deliver\w*|shipments?|goods|projects?|reports?|filings?|applications?|papers|documents)(?![a-z]))"
    r"(?!.*(?<![a-z])(?:instal\w+|principal|repay\w*)(?![a-z]))",
    re.DOTALL,
)
_TO_CALL = r"(?:call|phone|ring|telephone|write to|press|nag|nudge|prod|warn|email|text|chase|dun|remind)"
_CALLED = words(
    r"(?:banks?|lender|branch|they|it|nobody|no-?one|manager)(?: (?:there|has|have|had|never|not|once|ever|yet|"
    r"even)){0,4} "
    r"(?:ha[ds]|have|need(?:ed|s)?|cause|reason|occasion) to (?:once |ever |even )?"
    rf"(?:{_TO_CALL} (?:us|me|the (?:firm|company)|our \w+)(?! (?:back|in)(?![a-z]))|"
    r"(?:call|phone|ring|telephone|write|ask) (?:\w+ )?about (?:an?|the|our|any) (?:instal\w+|repay\w+|payment|"
    r"interest|loan))"
)
_UNTROUBLED = (
    r"(?:without (?:(?:a|any|the least|a single|one) )?(?:hitch|hiccup|incident|problem|trouble|hold-up)(?:s|es)?|"
    r"smoothly)"
)
_SMOOTH = words(
    r"(?:loans?|credit|facility)(?: (?:that|which|it|has|have|is|so|far|been|always|now|still|itself|and)){0,4} "
    rf"(?:runs?|ran|running|repaid|served|serviced)(?: \w+){{0,2}}? {_UNTROUBLED}|"
    rf"(?:instal\w+|repayments?|servicing|debt service)(?: \w+){{0,4}}? {_UNTROUBLED}"
)
_AS_DUE = words(
    r"(?:everything|all|it all|each (?:sum|payment)|every \w+|instal\w+|interest|principal)(?: (?:is|are|was|were|"
    r"has|have|"
    r"been|being|gets?|got|duly|promptly|and)){0,4} (?:re)?paid (?:as (?:and when )?|when )(?:due|agreed|owed)"
)
_FRAMES = (
    Frame("loan_overdue", _CALLED, stated=None, about=LOAN, without=_NOT_OF_A_LOAN, signs=(" to ",)),
    Frame("loan_overdue", _SMOOTH, stated=False, about=LOAN, bare=True, signs=("without", "smooth")),
    Frame(
        "loan_overdue",
        _AS_DUE,
        stated=False,
        denied=None,
        about=LOAN,
        without=_NOT_OF_A_LOAN,
        signs=(" due", "agreed", "owed"),
    ),
)
_PHRASES = (
    Phrase(
        "loan_overdue",
        False,
        lazy(
            r"(?:从来?|一次|一直|从头到尾|一[天回])(?:都|也|就)?(?:不用|不必|不需要?|没(?:有)?|未)(?:让)?(?:银行|"
            r"行里|人家)?(?:打(?:过)?(?:一[次个])?(?:催款|催缴|催收)?"
            r"电话|发(?:过)?(?:催款|催缴|催收)[函信单]?|来?(?:催|提醒))"
        ),
        told=lazy(r"贷|借(?!条|口)|银行|月供|本息"),
        without=lazy(r"客户|货款|供应商|房租|税|交货|买家"),
        bare=True,
        theirs=True,
        signs=("催", "电话", "提醒"),
    ),
)
_PRINCIPAL = words(r"principal|capital|instal\w+|repayment|last (?:part|bit|slice|portion)|remainder|balance")
_WEEKS_AFTER = words(
    r"(?:not|only) (?:(?:until|till|before|some|about|fully) )?(?:an?|\d+|two|three|four|five|six|seven|eight|nine|"
    r"ten|several|some) "
    r"(?:days?|weeks?|months?) (?:later|afterwards?|after (?:the|that|its) (?:due )?(?:date|day))(?! of)"
)
_DEED_ZH = lazy(
    r"(?:本金|余款|尾数|最后一[期笔])[^,。;没未]{0,6}?(?:到|过了|隔了)?[\d一二两三四五六七八九十几半]{1,3}个?(?:天|"
    r"日|周|星期|礼拜|月)"
    r"(?:之?后|以后)?才(?:还|付|缴|结|清|补)"
)
_FELL_DUE = lazy(r"到期|该还|(?<![a-z])(?:due|matur\w+|on time|punctual\w*|the date|the day)(?![a-z])")
_FIRST_GIVEN = lazy(r"(?<![a-z])(?:drew|drawn|lent|released|advanced|disbursed|paid out)(?![a-z])|放款|提款|发放")


def find(page: Page) -> Findings:
    """Everything such words say of how a loan is served."""
    if ENGLISH.search(page.text) and LOAN.search(page.text):
        yield from (one for one in frames.find(page, _FRAMES) if not beside_the_point(page, page.index(one.start)))
        if "only" in page.text or "not" in page.text:
            yield from _deeds(page, _WEEKS_AFTER)
    yield from phrases.find(page, _PHRASES)
    if "才" in page.text and ("贷" in page.text or "借" in page.text):
        yield from _deeds(page, _DEED_ZH)


def _deeds(page: Page, pattern: re.Pattern[str]) -> Findings:
    """What was given back so long after its day."""
    for match in pattern.finditer(page.text):
        index = page.index(match.start())
        here = page.words(index)
        if not (_PRINCIPAL.search(here) or pattern is _DEED_ZH) or _FIRST_GIVEN.search(here):
            continue
        if not _FELL_DUE.search(page.text[max(0, match.start() - 300) : match.end()]) or strangers(page, match.start()):
            continue
        if beside_the_point(page, index) or page.wished(index, match.start()):
            continue
        standing = judge(page, match.start(), match.end(), ours=True)
        if standing is not Standing.SUPPOSED:
            late = True if standing is Standing.STATED else None
            yield Found("loan_overdue", late, match.start(), match.end(), 3)
