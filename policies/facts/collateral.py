"""What secures a loan of ours, told in English: an asset beside a word of securing, or a no to every such word."""

from __future__ import annotations

import re

from policies.facts.former import called_former
from policies.facts.found import Findings, Found
from policies.facts.frames import ENGLISH, denied_behind, with_its_label, words
from policies.facts.loan_words import lends
from policies.facts.matters import strangers
from policies.facts.others import OTHER
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

LOAN = words(
    r"loans?|borrow\w*|lent|lends?|lending|banks?|bank's|lenders?|lender's|drew down|drawdown|facility|repay\w*|"
    r"repaid|install?ments?|creditors?|branch|drew|credit (?:of|lines?|facilit\w+)|lines? of credit|overdraft|"
    r"(?:principal|capital) and interest"
)
"""A loan, or somebody who makes one."""
_SECURE = words(
    r"collateral\w*|securit(?:y|ies)(?! (?:deposit|staff|guard|guards|camera|cameras|company|firm|market|systems?|"
    r"service))|"
    r"secur(?:ed?|ing)|pledg(?:e|es|ed|ing)|mortgag(?:e|es|ed|ing)|charged? (?:over|on)|liens?|hypothecat\w+|in pawn|"
    r"put(?:ting)? (?:\w+ ){0,4}?up|put up|assets? pledged|tied up|encumber\w+|backed by|stood? (?:good )?behind|"
    r"stands? behind|surety|suretyship"
)
_GENERIC = words(
    r"collateral\w*|securit(?:y|ies)|anything|any|a thing|nothing|assets?|no strings|any (?:kind|sort)|whatever|"
    r"something|pledge|put up"
)
_UNSECURED = words(
    r"(?:un(?:secured|collaterali[sz]ed|pledged))|(?:collateral|security|pledge|mortgage)[- ]free|(?:clean|"
    r"pure credit|pure|credit-only|credit-based|character) (?:bank |credit )?(?:loan|credit|lending|line|facility|"
    r"overdraft|advance|borrowing)|pure credit|"
    r"(?:on|against|by|purely on|solely on) (?:the (?:strength|basis) of )?(?:our|my|the (?:company|firm|company's|"
    r"firm's)|"
    r"his|her)(?:'s)? (?:good |own |mere |bare |sole )*(?:signatures?|name|word|reputation|good faith|books|accounts|"
    r"cash ?flow|track record|standing|credit|creditworthiness|tax record|record|figures)(?: alone| only)?|"
    r"on (?:signature|good faith|trust|credit|reputation|cash ?flow)(?: alone| only)|in good faith|on good faith|"
    r"on (?:our|my) signature"
)
_HOUSE = r"(?:us|it|them|the (?:company|firm|business))"
_OWED_US = (
    r"(?:(?:what|(?:(?:the|all|any) )?(?:sums?|money|amounts?|debts?)(?: that| which)?) (?!we |i |"
    r"it )(?:[\w'-]+ ){1,4}?"
    rf"(?:still |yet )?owe[sd]?(?: {_HOUSE})?|(?:sums?|money|amounts?) (?:still )?(?:owed|owing|due) to {_HOUSE}|"
    r"payments? (?:that |which )?(?:[\w'-]+ ){1,3}?(?:still |yet )?(?:have|has|had|are) (?:still |yet )?to (?:make|"
    r"pay))"
)
"""What others owe us: "against what its customers owed it"."""
_WILL = r"(?:will|shall|(?:is|are) (?:going )?to|expects? to)"
_TO_COME = (
    r"(?:(?:fees|payments|takings|charges|income|revenues?|tolls|rents?|earnings|receipts) (?:that |which )?"
    rf"(?:[\w'-]+ ){{1,5}}?{_WILL} (?:\w+ )?(?:earn|bring|receive|collect|get|take|charge|yield|come|be paid)|"
    rf"what (?:our|the|its|this|that) (?:[\w'-]+ ){{1,4}}?{_WILL} (?:\w+ )?(?:earn|bring|yield|take in|collect))"
)
"""Takings to come: "the fees we will earn under a service contract"."""
_OWED = words(_OWED_US)
_OUR_SIDE = words(r"us|our|we|my")
_THEY_DID = lazy(
    r"\s?(?:our|my) (?:[\w-]+ )?(?:suppliers?|customers?|clients?|buyers?|competitors?|neighbou?rs?|friends?) (?!owe)"
)
_BEHIND = 60
"""Code points behind a clause in which somebody else may be who borrowed."""
_A_THING = (
    r"(?:patents?|trade ?marks?|copyrights?|receivables?|invoices?|orders?|shares?|stocks?|equity|stakes?|property|"
    r"properties|houses?|flats?|land|factor(?:y|ies)|buildings?|machin\w+|equipment|assets?|deposits?|ip|real estate)"
)
DENIED_THINGS = words(
    rf"(?:no|neither|nor|not (?:an?|one|any)(?: single)?|none of (?:our|the)) (?:[\w'-]+ ){{0,2}}?{_A_THING}"
    rf"(?:,? (?:and|or|nor) (?:(?:no|of|our|any|the) ){{0,2}}(?:[\w'-]+ )?{_A_THING}){{0,3}}"
)
"""Things of which none was pledged: "we pledged no property and no shares", "neither patents nor receivables"."""
_ASSETS = (
    (
        "ip",
        words(
            r"patents?|patented|trade ?marks?|intellectual property|ip(?: rights)?|(?:software )?copyrights?|"
            r"inventions?"
        ),
    ),
    (
        "receivable",
        words(
            r"receivables?|invoices?|what (?:our |the |two |three )?(?:\w+ )?(?:customers?|clients?|buyers?|"
            r"hospitals?) owes?"
            rf"(?: us)?|{_OWED_US}|(?:trade )?debtors|debts? (?:owed|due) to us|claims (?:on|"
            rf"against) (?:our )?(?:customers|"
            r"clients)"
        ),
    ),
    ("order", words(r"(?:purchase |export |sales |customer )?orders?|order book")),
    ("equity", words(r"shares?|shareholdings?|stock|equity|stakes?|holdings?(?= (?:that|which|we|of|in|company))")),
    (
        "expected-income",
        words(
            r"(?:expected|future) (?:income|revenues?|takings|fees|earnings|cash ?flows?)|tolls?|"
            r"(?:income|revenues?|takings|fees|earnings|cash ?flows?) (?:expected|still to come|to come|we expect|"
            rf"that will come)|{_TO_COME}"
        ),
    ),
    (
        "property",
        words(
            r"factory|factories|workshop|buildings?|house|flat|apartment|land|warehouse|plants?|premises|property|"
            r"real estate|offices?|home|plot|land[- ]use rights?|shop floor|villa|showroom"
        ),
    ),
    (
        "other",
        words(
            r"deposits?|machin\w+|equipment|inventor(?:y|ies)|vehicles?|trucks?|vans?|fixed deposit|gold|"
            r"raw materials?|lathes?"
        ),
    ),
)
_NO_ASSETS = words(
    r"patents?|trade ?marks?|receivables?|orders?|shares?|equity|property|house|flat|land|factory|building|machin\w+|"
    r"ip"
)
_REFUSED = words(
    r"refus\w+|declin\w+|reject\w+|turned (?:us |it )?down|would not|wouldn't|said no|rating|rated|food|data|job|"
    r"national"
)
_ONLY_SOUGHT = words(
    r"is there|are there|how(?! (?:i|we|it) (?:came|got|ended|managed))|"
    r"whether|wonder|possible|could|would|can|might|may we|like to|want to|hope|plan|if|"
    r"need to|wish\w*|looking"
)


_THINGS = words(_A_THING)
_SURETY = words(r"guarant\w+|suret\w+|insur\w+")
_SIGNED = words(r"but (?:an?|the|our) (?:\w+ )?(?:guarantor|surety)(?! (?:was not|is not|was never))")
"""A surety in place of a pledge: the loan is on no one's credit alone."""
_OF_A_LOAN = words(r"collateral|pledged|mortgaged|mortgage|as (?:a )?(?:security|pledge|collateral)")
"""Words that none but a loan has use for."""
_VOUCHED = words(
    r"guaranteed by|(?:with|has|have|had|is|was) (?:a|one|the) (?:\w+ )?(?:guarantor|surety)|(?:guarantor|surety|"
    r"guarantee company|"
    r"third party|parent|owner|boss|founder|director|uncle|friend)(?: \w+){0,3} (?:stands? behind|"
    r"to stand (?:behind|surety)|standing behind|stood|"
    r"signed as (?:surety|guarantor)|"
    r"vouche[sd]|guarantees?|guaranteed|backs?|backed|underwrites?)|personal guarantees?|signed as (?:a )?(?:surety|"
    r"guarantor)"
)
_INSURED = words(r"insur\w+|policy|premium")


_NOTHING_MORE = lazy(r"\s?(?:duly |all |now )?(?:pledged|mortgaged|put up|as (?:security|collateral))\s?")


_LEANT_ON = words(
    r"(?:against|on|on the (?:strength|security|basis|back) of|in return for a pledge of) (?:the )?"
    rf"(?:(?P<claim>{_OWED_US})|(?P<income>{_TO_COME}))"
)
"""What a bank lends against, without a word of pledging."""
_WHICH_WE = lazy(
    r"\s?(?:which|all of which|both of which|and) (?:we|it|the (?:company|firm)) (?:have |has |had )?(?:duly |then |"
    r"also |all )?"
    r"(?:pledged|mortgaged|put up)\s?"
)
_PASSIVE = lazy(r"\s?(?:were|was|are|is|have been|has been) (?:\w+ )?(?:pledged|mortgaged|charged|put up)(?![a-z])")


def find(page: Page) -> Findings:
    """What secures the loan; nothing in a text without English or without a loan."""
    if not ENGLISH.search(page.text) or not LOAN.search(page.text):
        return
    for match in _UNSECURED.finditer(page.text):
        index = page.index(match.start())
        here = page.words(index)
        if not _borrowing(page, index) or _REFUSED.search(here) or _sought(page, index, match.start()):
            continue
        if judge(page, match.start(), match.end(), ours=True) is Standing.STATED:
            yield Found("loan_security", "none", match.start(), match.end(), 3)
    for match in _SECURE.finditer(page.text):
        index = page.index(match.start())
        here = with_its_label(page, index)
        if not _borrowing(page, index) or _REFUSED.search(here) or _sought(page, index, match.start()):
            continue
        yield from _secured(page, match, index, here)
    for match in _LEANT_ON.finditer(page.text):
        index = page.index(match.start())
        here = page.words(index)
        if not lends(here, page.sentence(index)) or _REFUSED.search(here) or _sought(page, index, match.start()):
            continue
        if (
            not strangers(page, page.clauses[index].start)
            and judge(page, match.start(), match.start(), True) is Standing.STATED
        ):
            yield Found("loan_security", "receivable" if match["claim"] else "expected-income", *match.span(), 4)
    for match in _VOUCHED.finditer(page.text):
        index = page.index(match.start())
        if not _borrowing(page, index) or _INSURED.search(page.text) or _sought(page, index, match.start()):
            continue
        standing = judge(page, match.start(), match.end(), ours=True)
        if standing is Standing.STATED and not denied_behind(page, match, index):
            yield Found("loan_security", "other", match.start(), match.end(), 2)


def _secured(page: Page, match: re.Match[str], index: int, here: str) -> Findings:
    if called_former(page, index):
        return  # "our earlier loan in 2013 was mortgaged and is not meant here"
    standing = judge(page, match.start(), match.end(), ours=True)
    if standing is Standing.STATED and denied_behind(page, match, index):
        standing = Standing.DENIED
    if standing is Standing.DENIED:
        named = {m[0] for m in _NO_ASSETS.finditer(here)}
        kinds = {m[0] for m in _SECURE.finditer(here)} | {m[0] for m in re.finditer(r"guarant\w+", here)}
        if _SIGNED.search(page.sentence(index)):
            return
        if (not named and (_GENERIC.search(here) or len(kinds) > 1)) or len(named) > 1:
            yield Found("loan_security", "none", match.start(), match.end(), 3)
        return
    if standing is not Standing.STATED:
        return
    if (_NOTHING_MORE.fullmatch(here) or _WHICH_WE.match(here)) and (before := page.previous(index)) is not None:
        here = page.words(before)  # "a purchase order, pledged, nothing else"
    denied = [match[0] for match in DENIED_THINGS.finditer(here)]
    here = DENIED_THINGS.sub("", here)
    if denied and not any(asset.search(here) for _, asset in _ASSETS):
        if len(_THINGS.findall(" ".join(denied))) > 1 and not _SURETY.search(page.text):
            yield Found("loan_security", "none", match.start(), match.end(), 3)
        return
    at: int | None = index
    for _ in range(3 if _PASSIVE.match(here) else 1):  # "our shares, which …, were pledged"
        for value, asset in _ASSETS:
            if at is not None and asset.search(here):
                yield Found("loan_security", value, match.start(), match.end(), 4)
                return
        at = page.previous(at) if at is not None else None
        here = page.words(at) if at is not None else ""


def _sought(page: Page, index: int, place: int) -> bool:
    """A way that is asked about or only imagined, or somebody else's loan."""
    clause = page.clauses[index]
    if (
        strangers(page, place)
        and (_THEY_DID.match(page.words(index)) or not _OUR_SIDE.search(page.words(index)))
        and not _of_own_debtors(page, index)
    ):
        return True
    return bool(_ONLY_SOUGHT.search(page.text, clause.start, place)) or (
        page.sentence(index).endswith("?")
        and _ONLY_SOUGHT.search(page.sentence(index)) is not None
        and not re.search(r"(?<![a-z])(?:lent|borrowed|drew|took|was|were|got)(?![a-z])", page.sentence(index))
    )


def _of_own_debtors(page: Page, index: int) -> bool:
    """Whether the others of a clause owe the borrower: "with what its customers owe it as security, it borrowed"."""
    clause = page.clauses[index]
    owed = _OWED.search(page.text, clause.start, clause.end)
    if owed is None or strangers(page, owed.start()):
        return False
    behind = page.text[clause.end + 1 : clause.end + _BEHIND] if clause.closing == "," else ""
    return OTHER.search(behind.split(".")[0].split(",")[0]) is None


def _borrowing(page: Page, index: int) -> bool:
    clause = page.clauses[index]
    if _OF_A_LOAN.search(page.words(index)):
        return True
    return bool(LOAN.search(page.sentence(index)) or LOAN.search(page.text, max(0, clause.start - 400), clause.start))
