"""Frames of a loan of ours: whether it was served on time, and whether it was paid back."""

from __future__ import annotations

import re
from dataclasses import replace

from policies.facts.arrears import of_ours
from policies.facts.collateral import LOAN
from policies.facts.former import beside_the_point
from policies.facts.found import Findings, Found
from policies.facts.frames import ENGLISH, Frame, words
from policies.facts.frames import find as find_frames
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_SERVED = words(
    r"loans?|banks?|bank's|instal\w+|interest|principal|repay\w*|repaid|lenders?|borrow\w*|debits?|drawdown"
)
_CLAIM = (
    r"customers?|clients?|invoices?|buyers?|payers?|debtors?|suppliers?|wages?|salar\w+|rents?|tax(?:es)?|deliver\w*|"
    r"shipments?|goods|projects?|owes? us|owed us|reports?|filings?|stud\w+|social security|vat"
)
_NOT_SERVED = lazy(
    rf"^(?=.*(?<![a-z])(?:{_CLAIM})(?![a-z]))(?!.*(?<![a-z])(?:loans?|instal\w+|principal|bank)(?![a-z]))", re.DOTALL
)
_NOT_PAST = lazy(
    rf"{_NOT_SERVED.pattern}|(?<![a-z])(?:ends?|expires?|runs? out|will|shall|(?<!when it )(?<!as it )should have|"
    rf"ought "
    rf"to|did (?:we|i|the)|"
    r"supposed to have|(?:days?|weeks?|months?) (?:after|past|behind))(?![a-z])",
    re.DOTALL,
)
_PAY = words(
    r"pa(?:y|ys|id|ying|yments?)|repa\w+|instal\w+|interest|principal|settle\w*|debit\w*|serv(?:ed?|ic\w+)|redeem\w*|"
    r"got back|get back|return\w*|clear\w*|discharg\w*|retired|retire|loans?|kept|went (?:out|back|off)|due|money|"
    r"run|ran|runs"
)
_PUNCTUAL = words(
    r"(?:on|in) time(?! (?:of|to|for))|on (?:the|its|their|each|every|that) (?:very |exact |right |agreed |"
    r"appointed |last |first |same )*"
    r"(?:due |value |maturity |repayment |interest |payment )?(?:days?|dates?|dot|nail)(?! (?:of|in|we|after|when) )|"
    r"(?:by|at|upon|on|to) (?:its |the |their |each )?(?:agreed |appointed |final )?(?:maturity|due dates?|due days?|"
    r"agreed days?|agreed dates?|deadlines?|term)(?! (?:of|is|we))|to the (?:very |agreed )?(?:day|date|minute|"
    r"letter)|on schedule|as (?:it|they) (?:fell|became|came) due|(?:exactly |just |strictly )?as (?:agreed|scheduled|"
    r"contracted|promised|stipulated|it was supposed to(?: be)?|it should(?: be)?|they should(?: be)?|foreseen|laid "
    r"down)|when(?:ever)? (?:it |"
    r"they )?(?:was |were |fell |became |came )?due|(?:just |exactly )?(?:when|the day|on the day) (?:it|they) "
    r"(?:(?:was|were) (?:supposed|meant|to)|should)(?: to)?"
    r"(?: be| have been)?|"
    r"(?<!after )(?<!past )the (?:very |same |exact )*day (?:that )?(?:it|they) (?:was|were|fell|became|came) due|"
    r"like clockwork|punctual\w*|promptly|faultless\w*|flawless\w*|without (?:fail|a hitch|exception|any (?:delay|"
    r"default|hitch)|delays?|default)|up to date|current (?:on|with)|in good time|(?:each|every) (?:month|"
    r"quarter) as due|regularly|according to (?:the )?(?:plan|schedule|contract)|to (?:plan|schedule)"
)
_KEPT = words(
    r"kept (?:up )?(?:to|with) (?:the|our|every|each|all) (?:\w+ ){0,3}(?:plan|schedule|dates?|deadlines?|instal\w+|"
    r"repayments?|payments?)|(?:repay\w*|payments?|loan|instal\w+) (?:\w+ ){0,3}(?:faultless|flawless|immaculate|"
    r"impeccable|exemplary)|in good standing with the bank|current on|perfect repayment record|"
    r"(?:repayment|payment) (?:record|history) is (?:\w+ )?(?:clean|perfect|spotless|good|impeccable|flawless)|"
    r"(?:instal\w+|(?:re)?payments?|coupons?|interest(?: dates?| payments?)?|debt service|servicing|"
    r"repaying) (?:(?!customers?|clients?|their|suppliers?|buyers?|tenants?)\w+ ){0,7}"
    r"(?:met|honou?red|prompt|current|regular|in order|on track)|(?:met|honou?red|kept|made|observed|paid) (?:each|"
    r"every|"
    r"all(?: of)?|its|the|our) (?:\w+ ){0,3}(?:dates?|instal\w+|(?:re)?payments?|coupons?|deadlines?)"
)
_REMINDED = words(
    r"remind\w*|chas(?:e|ed|ing)|dunn(?:ed|ing)|(?:call|phone|ring|write to|press) us (?:about|for|over)|"
    r"trouble with (?:repay\w*|the repayments?|the loan|interest)|slip(?:ped|s)?(?: up)?|hiccups?|lapses?|"
    r"black ?marks?"
)
_LATE_TOO = words(
    r"slipped(?: past| once| up|$)|let (?:\w+ )?(?:payments?|instal\w+|repayments?) (?:slide|slip)|(?:a|one|two|"
    r"three|several) (?:days?|"
    r"weeks?|months?) behind|(?:days?|weeks?|months?) (?:past|after|over|beyond) (?:maturity|its term|term)|"
    r"ran over its term|(?:bank|lender) (?:had to wait|waited)|kept the (?:bank|lender) waiting|"
    r"not enough (?:\w+ )?on the (?:\w+ )?day|skipped|"
    r"(?:days?|weeks?|months?) (?:past|after|behind) (?:the|its|their) (?:[\w']+ )?(?:date|day)(?! of)|"
    r"accepted (?:it|them|the \w+) (?:\w+ ){1,2}(?:days?|weeks?|months?) later|(?:still|remains?) unpaid(?= though|"
    r" although| after| since| even)|should have (?:been|gone) (?:re)?paid|should have been (?:paid|repaid|settled)|"
    r"paid (?:\w+ ){0,6}too late|(?:a|one|two|three|four|five|six|seven|ten|\d+) (?:\w+ )?(?:days?|"
    r"weeks?) (?:too )?late|(?:days?|weeks?|months?) after (?:it|they|that) (?:had |was |were |has )?(?:fallen|"
    r"fell|come|came|been|become|became)? ?due|let (?:\w+ ){0,3}(?:instal\w+|payment|due date) (?:slip|"
    r"pass)|short on the (?:due )?date"
)
_SETTLED = words(
    r"(?:re)?paid (?:\w+ ){0,4}?(?:off|back|up)(?! (?:by|on|in) \w+ (?:next|to come))|repaid|paid in full|(?:gave|"
    r"handed|sent|brought) (?:[\w']+ ){0,5}?back|(?:principal|capital) and interest (?:were |was |have been |"
    r"had been |was all "
    r"|were all |both |were both |were fully )?(?:paid|settled|"
    r"returned|back|transferred|gone|went|left our account)(?! (?:monthly|each|every|"
    r"quarterly|so far|regularly))|settled|"
    r"cleared|retired|redeemed|discharged|extinguished|wiped (?:out|off)|paid down to (?:zero|nothing)|"
    r"gone back to the (?:bank|lender)|(?:went|gone) to the "
    r"agreed day|returned (?:the|all|every|its|their) (?:whole )?(?:money|loan|principal|sum|funds|amount)|"
    r"off (?:our|the) books|(?:had|has|got|received) (?:all )?(?:of )?(?:its|the|their|every cent of its) money back|"
    r"(?:it|the money|everything) (?:was|is|were) (?:all )?(?:back|home)(?= (?:on|with|in|again|by))|"
    r"(?:had|has|got|received) (?:back )?every (?:yuan|cent|fen|penny)(?: of (?:it|(?:the|its|our) (?:loan|"
    r"money)))?(?: back)?|"
    r"(?:principal|capital|loan|whole|balance|sum|everything|money|all) (?:\w+ ){0,3}(?:returned|handed back|"
    r"given back|"
    r"wired back|sent back|back with the (?:bank|lender))|(?:is |was |now |been )?fully (?:paid|settled|repaid|"
    r"cleared)|"
    r"(?:last|final|every) (?:instal\w+|payment|part|tranche|yuan|cent|fen|penny)(?: of (?:\w+ ){1,4}?)?(?:was|"
    r"has been|went|is|is now) (?:paid|out|through|made|across|back|over)|"
    r"nothing (?:is )?(?:left|outstanding|open) (?:of|on) (?:the|this|that) loan|closed the loan|loan (?:was|is|"
    r"has been) closed"
)
_OF_THE_LOAN = words(
    r"loans?|it|principal|banks?|bank's|interest|everything|whole|all|we|i|instal\w+|lender|that|borrow\w*|money|"
    r"cent|fen|full|this|debt|owing|back|capital|repaid"
)
_OPEN_STILL = words(
    r"(?:is|are|was|were|be|remains?|still|yet|left|have|has|due|months|year|half|much|part|some|most|rest|all|"
    r"cent) to be (?:re)?paid(?: back| off)?|still (?:running|outstanding|open|owe|owed|paying|repaying|unpaid|being)|"
    r"remains? (?:open|outstanding|unpaid|to be)|(?:another|still) (?:\w+ ){1,3}(?:months?|years?|weeks?) to (?:run|"
    r"go)|not (?:yet )?(?:due|matured?)(?: yet)?(?= until| before| yet| for|$|[,.;])|nothing (?:has been|was|"
    r"is) (?:re)?paid|"
    r"only (?:the )?interest (?:has|have|was|is)|runs? (?:on )?(?:until|till|through|for another)|principal (?:is|"
    r"has) (?:\w+ )?(?:outstanding|open|not)|has yet to be (?:re)?paid|matures? (?:only )?(?:next|later)|"
    r"(?:not|n't) (?:yet )?(?:re)?paid (?:\w+ ){0,3}(?:off|back|yet)?|in the middle of (?:re)?paying|half (?:re)?paid|"
    r"(?:got|has|had|received) back (?:only )?(?:half|part|some|a third|two thirds|most) of|"
    r"(?:half|part|some|most) of (?:it|the loan) back"
)
_NOT_THE_LOAN = lazy(rf"(?<![a-z])(?:{_CLAIM}|contract|lawsuit|case|dispute|debts? of)(?![a-z])")
_MET = ("met ", " met", "honor", "honour", "prompt", "in order", "on track", "regular", "made ", "observed", "paid ")
_GATE = ("loan", "borrow", "lent", "bank", "lend", "repa", "instal", "drew", "credit", "principal")
FRAMES = (
    Frame(
        "loan_overdue",
        _PUNCTUAL,
        stated=False,
        denied=None,
        beside=_PAY,
        about=LOAN,
        without=_NOT_PAST,
        signs=_GATE,
        doubt=True,
    ),
    Frame(
        "loan_overdue",
        _KEPT,
        stated=False,
        denied=None,
        about=LOAN,
        without=_NOT_SERVED,
        signs=(
            "kept",
            "less",
            "standing",
            "current on",
            "record",
            "history",
            "exemplary",
            "impeccable",
            "immaculate",
            "current",
            *_MET,
        ),
    ),
    Frame(
        "loan_overdue",
        _REMINDED,
        stated=None,
        denied=False,
        beside=_SERVED,
        without=_NOT_SERVED,
        signs=("remind", "chas", "dunn", " us ", "trouble", "slip", "hiccup", "lapse", "mark"),
        doubt=True,
    ),
    Frame(
        "loan_overdue",
        _LATE_TOO,
        beside=_SERVED,
        about=LOAN,
        without=_NOT_SERVED,
        signs=(
            "slip",
            "slid",
            "behind",
            "past ",
            "after ",
            "beyond",
            "over ",
            "wait",
            "skip",
            "unpaid",
            "have ",
            "late",
            "day",
        ),
        doubt=True,
    ),
    Frame(
        "loan_repaid",
        _OPEN_STILL,
        stated=False,
        denied=None,
        about=LOAN,
        without=_NOT_THE_LOAN,
        signs=_GATE,
        bare=True,
        weight=3,
    ),
)


def find(page: Page) -> Findings:
    """Everything the frames of a loan read."""
    if not ENGLISH.search(page.text) or not any(sign in page.text for sign in _GATE):
        return
    for found in (*find_frames(page, FRAMES), *_late_by_days(page)):
        if not (beside_the_point(page, page.index(found.start)) or _of_a_bill(page, found)):
            yield found
    yield from _punctual_alone(page)
    yield from _repaid(page)


_BESIDE = 40
"""Code points up to which a clause of days belongs to the giving back told before it."""
_ALONE = lazy(
    r"(?<=, )(?:always |all |each time |and |everything |promptly |exactly ){0,2}(?:to the (?:very )?day|on (?:time|"
    r"the dot|"
    r"schedule)|punctually|promptly|without (?:any |a )?(?:single )?(?:delay|late day|day's delay)|"
    r"like clockwork)(?=[,.;]|$)"
)
"""Punctuality in a clause of its own, behind the one that tells of paying: "we settled everything, to the day"."""


def _punctual_alone(page: Page) -> Findings:
    for match in _ALONE.finditer(page.text):
        index = page.index(match.start())
        before = page.previous(index)
        words = page.words(before) if before is not None else ""
        if not _PAY.search(words) or _CLAIMED.search(words) or strangers(page, match.start()):
            continue
        if LOAN.search(page.text) and judge(page, match.start(), match.end(), ours=True) is Standing.STATED:
            yield Found("loan_overdue", False, match.start(), match.end(), 2)


_CLAIMED = words(_CLAIM)
_BY_DAYS = words(
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|couple of|few|several|some) (?:\w+ )?(?:days?|"
    r"weeks?|months?) (?:(?:too )?late(?! in| stage)|(?:after|past|beyond|behind) (?:the |its |their |that )?(?:\w+ )?"
    r"(?:due|agreed|appointed|repayment|scheduled|stipulated|maturity|term|deadline|schedule)|"
    r"after (?:it|they|that|this) (?:had |has |have |was |were )?(?:fallen |fell |become |became |come )?due)"
)
_GIVEN_BACK = words(
    r"principal|capital|instal\w+|repay\w*|repaid|(?:hand|pay|give|return|send)(?:ed|s)? (?:\w+ ){0,4}?back|(?:paid|"
    r"gave|sent|went|came) (?:\w+ ){0,4}?back|return(?:ed)? (?:it|the|all|everything)|"
    r"(?:our|my|the|one|this|that) (?:[\w'-]+ ){0,2}interest (?:[\w'-]+ ){0,3}?(?:reached|arrived|came|got|landed|went|"
    r"left|received|credited|paid|followed)"
)


def _late_by_days(page: Page) -> Findings:
    """A deed outweighs a word: what we gave back so many days late, though all else was punctual."""
    for match in _BY_DAYS.finditer(page.text):
        index = page.index(match.start())
        here = page.words(index)
        told = _GIVEN_BACK.search(here) or (len(here) < _BESIDE and _GIVEN_BACK.search(page.sentence(index)))
        mine = of_ours(page, index, match.start())
        if not told or (_CLAIMED.search(mine) and "principal" not in here):
            continue
        if strangers(page, match.start()) and mine == here:
            continue
        if LOAN.search(page.text) and judge(page, match.start(), match.end(), ours=True) is Standing.STATED:
            yield Found("loan_overdue", True, match.start(), match.end(), 3)


_SETTLING = Frame("loan_repaid", _SETTLED, beside=_OF_THE_LOAN, about=LOAN, without=_NOT_THE_LOAN)
_IN_PART = words(
    r"(?:only |back )?(?:part|half|some|most|a third|two thirds|a quarter|three quarters|the bulk|\d+ ?%) of (?:it|the|"
    r"this|that)|partly|in part|partially|part only|so far only"
)


def _of_a_bill(page: Page, found: Found) -> bool:
    """Whether what is still open is a bill: "our invoice is still open although we needed a loan"."""
    lead = page.text[page.clauses[page.index(found.start)].start : found.start]
    return found.name == "loan_repaid" and _A_BILL.search(lead) is not None and LOAN.search(lead) is None


_A_BILL = words(r"bills?|fees?|invoices?|premiums?|valuers?|appraisers?|agency|rating")


def _repaid(page: Page) -> Findings:
    """A settling of the loan, not of the bill of which the words before it spoke."""
    for one in find_frames(page, (_SETTLING,)):
        index = page.index(one.start)
        before = page.previous(index)
        if _IN_PART.search(page.words(index)):
            yield replace(one, value=False)
            continue
        bill = before is not None and _A_BILL.search(page.words(before)) and not _SERVED.search(page.words(index))
        if not bill:
            yield one
