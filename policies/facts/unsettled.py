"""What the writer says is not known: the facts that such words are about come out open.

"None of us can tell whether …", 谁也不知道, 会计师还没给答案, "it may be 1.43 or 1.58 million": a reader of the words
of the matter would take them for a statement. Here the words of not knowing are sought first; what they are
about stands in the same stretch between two commas, or, where they stand alone (这点没人说得清), in the one before.
Words that only ask what can be had ("not sure whether we qualify", 不知道能补多少) leave no fact open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from policies.facts import alternatives, founding_tellers, no_title, part_in_doubt, signatures, turns, unanswered
from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import FORECAST, Page
from policies.facts.stretches import Stretches
from policies.facts.topics import raised
from policies.facts.unknowing import ASKED, BENEFIT, EITHER, OPEN, SELF, SETTLED, SUM
from policies.patterns import lazy

_ALONE_ZH, _ALONE_EN = 20, 100
"""Code points up to which a stretch without a topic of its own is about the one before it."""

SAID_UNKNOWN, _ASKING = 9, 1
"""Weights: what is not known outdoes every reading, what is asked only those that are no better founded."""

_NEVER_OPEN = frozenset({"region", "industry", "legal_person", "tech_enterprise"})
"""Read from words that the doubt is hardly ever about, unless their own topic is raised."""


@lru_cache(maxsize=16)
def _all(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    """A text is looked through twice: for its facts, and for what it leaves open."""
    return tuple(pattern.finditer(text))


def find(page: Page, found: Iterable[Found]) -> Findings:
    """A doubt for each fact that words of not knowing are about, or that a sentence says and takes back."""
    found = tuple(found)
    yield from turns.find(page)
    yield from founding_tellers.find(page)
    yield from part_in_doubt.find(page, found)
    stretches: Stretches | None = None
    read: tuple[Found, ...] | None = None
    if unanswered.SILENT.search(page.text):
        stretches, read = Stretches(page.text), found
        yield from unanswered.find(page, stretches, read)
    for pattern in (OPEN, EITHER, ASKED):
        for match in _all(pattern, page.text):
            stretches = stretches or Stretches(page.text)
            read = read if read is not None else found
            if pattern is OPEN and _unpaid(page, match):
                continue
            if pattern is OPEN:
                denied = {one.name for one in no_title.find(page)}  # what is pending is no title, as they say
                yield from (one for one in _unknown(page, match, stretches) if one.name not in denied)
                if not _resolved(page, stretches, stretches.around(match.start())):
                    yield from (one for one in alternatives.find(page, match, read) if one.name not in denied)
            elif pattern is EITHER:
                yield from _either(page, match, stretches, read)
            else:
                yield from _asked(page, match, stretches, read)


_SUM_AHEAD = lazy(
    r"(?<![a-z])(?:rmb|¥|yuan|bills?|invoices?|sums?|amount|claims?|payments?|accounts?|balance|[\d,.]{3,})(?![a-z])"
    r"[^,.;]{0,24}$"
)
_BILL_AHEAD = lazy(r"(?<![a-z])(?:bills?|invoices?|receivables?|arrears|instalments?|what they owe)(?![a-z])[^.;]*$")


def _unpaid(page: Page, match: re.Match[str]) -> bool:
    """Whether "is still open" or "not yet settled" is said of a sum that nobody has paid."""
    ahead = page.text[max(0, match.start() - 120) : match.start()]
    if match[0].endswith(" settled"):
        return _BILL_AHEAD.search(ahead) is not None
    return match[0].endswith(" open") and _SUM_AHEAD.search(ahead[-60:]) is not None


def _unknown(page: Page, match: re.Match[str], stretches: Stretches) -> Findings:
    number = stretches.around(match.start())
    start, end = stretches.span(number)
    behind = page.text[match.end() : end]
    if _resolved(page, stretches, number) or unanswered.elsewhere(page, stretches, match):
        return
    if unanswered.of_dealings(page.text, stretches, match):
        return
    if BENEFIT.search(behind) and not SELF.search(behind):
        return
    others = strangers(page, match.start())
    topics = raised(page.text, start, _end_of_list(page.text, stretches, number, behind), others)
    if _AS_ONE.search(page.text, start, end) and (named := _status_sought(page, number, stretches)):
        topics = named
    if not topics and end - start <= (_ALONE_EN if page.text[start:end].isascii() else _ALONE_ZH):
        for back in (1, 2, 3):
            if number - back < 0 or (back > 1 and stretches.closes_sentence(number - back)):
                break
            start, end = stretches.span(number - back)
            if BENEFIT.search(page.text, start, end) and not SELF.search(page.text, start, end):
                return
            topics = raised(page.text, start, end, others)
            if topics:
                break
    topics = (
        topics
        or _renewal(page, number, stretches)
        or _status_sought(page, number, stretches)
        or _likewise(page, number, stretches)
    )
    if _AUDIT.search(match[0]) or _AUDIT_OUT.search(page.text, start, stretches.span(number)[1]):
        topics.pop("audit_agreed", None)  # waiting for an audit is no doubt that it was agreed
    for name, (first, last) in topics.items():
        yield Found(name, None, first, last, signatures.weight(page.text, name, first, last, SAID_UNKNOWN))


_AUDIT = lazy(r"审计|(?<![a-z])audit")
_AUDIT_OUT = lazy(
    r"审计[^,。;]{0,6}(?:还|尚|仍)?(?:没|未)(?:有)?(?:出|做完|结束|完成|结果)|"
    r"audit\w* (?:is|are|has|have) (?:not|still)"
)
_WHETHER = lazy(r"(?<![a-z])(?:whether|if)(?![a-z])|是不是|是否|算不算|有没有")
_LISTED = lazy(r"\s?(?:or |nor )?(?:an? |the |any )?(?:[\w'-]+ ?){1,5}(?: or (?:[\w'-]+ ?){1,6})?")
_LONGEST_LIST = 4


def _end_of_list(text: str, stretches: Stretches, number: int, behind: str) -> int:
    """Where a doubt over a list ends: "cannot tell whether we are a high-tech firm, a technology SME or the like"."""
    end = stretches.span(number)[1]
    if not _WHETHER.search(behind) or not behind.isascii():
        return end
    for later in range(number + 1, min(number + _LONGEST_LIST, len(stretches.edges))):
        if stretches.closes_sentence(later - 1) or not _LISTED.fullmatch(text, *stretches.span(later)):
            break
        if re.search(r"(?<![a-z])or(?![a-z])", text[slice(*stretches.span(later))]):
            return stretches.span(later)[1]
    return end


_AS_ONE = lazy(r"(?<![a-z])(?:recogni[sz]ed|certified|named|listed|accepted) as (?:one|such)(?![a-z])")
"""Takes up a status that was named before."""
_SOUGHT_STATUS = lazy(
    r"(?<![a-z])(?:appl(?:ied|y|ications?)|(?:filled|sent|handed|put) in|candida\w+|accepted|admitted|chosen|selected|"
    r"included|shortlisted|entered|enrolled|registered|among (?:them|"
    r"those)|one of (?:them|those)|recogni[sz]ed as (?:one|such)|on (?:it|that list|the (?:final|draft|new) (?:one|"
    r"list))|ended up on|made it "
    r"on)(?![a-z])"
)
_STATUS = frozenset(
    {
        "key_support_object",
        "specialised_sme",
        "little_giant",
        "haifan_enterprise",
        "recognised_startup",
        "collaboration_base",
        "tech_sme",
        "high_tech_certified",
    }
)
"""What an authority decides on request, and names in a rule before anybody says that he sought it."""
_BACK_TO_STATUS = 6


_RENEWED = lazy(
    r"续(?:期|办|认|审|评|上|没)|复审|重新认定|(?:还|仍|是否|有没有)(?:在)?(?:有效|过期)|"
    r"(?<![a-z])(?:renew\w*|extended|lapsed|expired|still (?:valid|good|in (?:date|force)|runs?|holds?)|in "
    r"date)(?![a-z])"
)
_TITLES = frozenset(
    {
        "high_tech_certified",
        "tech_sme",
        "little_giant",
        "specialised_sme",
        "innovation_demonstration",
        "agricultural_high_tech",
        "haifan_enterprise",
        "key_support_object",
    }
)


def _renewal(page: Page, number: int, stretches: Stretches) -> dict[str, tuple[int, int]]:
    """The title told before of which it is not known whether it was renewed or still runs."""
    if not _RENEWED.search(page.text, *stretches.span(number)):
        return {}
    start = stretches.span(max(0, number - _BACK_TO_STATUS))[0]
    told = raised(page.text, start, stretches.span(number)[0])
    last = max((name for name in told if name in _TITLES), key=lambda name: told[name][0], default=None)
    return {last: told[last]} if last else {}


def _status_sought(page: Page, number: int, stretches: Stretches) -> dict[str, tuple[int, int]]:
    """A status told sentences before, of which it is said here, or just before, that its grant is not known."""
    first = stretches.span(max(0, number - 2))[0]
    if not _SOUGHT_STATUS.search(page.text, first, stretches.span(number)[1]):
        return {}
    start = stretches.span(max(0, number - _BACK_TO_STATUS))[0]
    told = raised(page.text, start, stretches.span(number)[0])
    return {name: span for name, span in told.items() if name in _STATUS}


_TOO = lazy(
    r"\s?whether (?:the|that|our) (?:[\w'-]+ ){0,2}(?:firm|company|bank|guarantor|insurer|appraiser|valuer|lender) "
    r"(?:is|was|does|has)(?:,? (?:too|as well|also|likewise))?(?=,|$)"
)


def _likewise(page: Page, number: int, stretches: Stretches) -> dict[str, tuple[int, int]]:
    """A matter told of one house, and asked of another in the next sentence: "whether the valuer is, too, …"."""
    first = stretches.first_of_sentence(number)
    start, end = stretches.span(first)
    if not first or not _TOO.match(page.text, start, end):
        return {}
    told = raised(page.text, *stretches.span(first - 1))
    return {name: span for name, span in told.items() if name == "partner_institution"}


def open_ends(page: Page) -> list[tuple[int, int, bool]]:
    """Stretches with words of not knowing, but for those on what can be had, and whether they are about a fact."""
    stretches = Stretches(page.text)
    ends: dict[tuple[int, int], bool] = {}
    for pattern in (OPEN, EITHER):
        for match in _all(pattern, page.text):
            number = stretches.around(match.start())
            start, end = stretches.span(number)
            if strangers(page, match.start()) or _resolved(page, stretches, number) or _unpaid(page, match):
                continue
            if unanswered.elsewhere(page, stretches, match) or unanswered.of_dealings(page.text, stretches, match):
                continue
            if SUM.search(page.text, start, end):
                continue
            if BENEFIT.search(page.text, start, end) and not SELF.search(page.text, start, end):
                continue
            placed = pattern is EITHER or next(_unknown(page, match, stretches), None) is not None
            ends[start, end] = ends.get((start, end), True) and placed
    for start, end, placed in unanswered.ends(page, stretches):
        if not placed and SUM.search(page.text, start, end):
            continue
        ends[start, end] = ends.get((start, end), True) and placed
    return [(start, end, placed) for (start, end), placed in ends.items()]


_FIGURE = lazy(r"\d|[一二三四五六七八九十百千万两]")
_OF_FIGURES = ("_cny", "_pct", "_days", "employees", "patents", "software_copyrights", "_staff")


def _either(page: Page, match: re.Match[str], stretches: Stretches, read: tuple[Found, ...]) -> Findings:
    start = stretches.span(stretches.around(match.start()))[0]
    end = stretches.span(stretches.around(match.end()))[1]
    if strangers(page, match.start()) or (
        BENEFIT.search(page.text, start, end) and not SELF.search(page.text, start, end)
    ):
        return
    topics = raised(page.text, start, end)
    number = stretches.around(match.start())
    figures = _FIGURE.search(match[0]) is not None
    for back in range(number - 1, max(-1, number - 1 - (3 if figures else 1)), -1):
        if topics or stretches.closes_sentence(back) or (figures and FORECAST.search(page.text, start, end)):
            break
        topics = raised(page.text, *stretches.span(back))  # 利息的补助，同事可能报过，也可能没报
        if figures:
            topics = {name: span for name, span in topics.items() if name.endswith(_OF_FIGURES)}
    for name, (first, last) in topics.items():
        yield Found(name, None, first, last, SAID_UNKNOWN)
    for one in read:
        if start <= one.start < end and one.value is not None and one.name not in _NEVER_OPEN:
            yield Found(one.name, None, one.start, one.end, SAID_UNKNOWN)


def _asked(page: Page, match: re.Match[str], stretches: Stretches, read: tuple[Found, ...]) -> Findings:
    start, end = stretches.span(stretches.around(match.start()))
    if strangers(page, match.start()) or re.match(
        r"[^,。;]{0,14}(?:才|都|必须|要|需要|可以|能|应该)", page.text[match.end() : end]
    ):
        return
    if _AID.search(page.text, start, end):
        return
    yield from alternatives.whether(page, match, end, read)
    for name, (first, last) in raised(page.text, start, end).items():
        if name != "haifan_enterprise":  # 能算海帆企业吗 asks for the status itself
            yield Found(name, None, first, last, _ASKING)


_AID = lazy(
    r"(?:有没有|是不是有|是否有|有|给|发)[^,。;?过领拿]{0,12}(?:贴息|贴补|补[贴助]|优惠|政策|扶持|奖励)(?!过)|"
    r"(?<![a-z])(?:is|are) there (?:an?|any|some) (?:\w+ ){0,3}(?:subsid\w+|grant|support|help)(?![a-z])"
)
"""A question whether an authority gives something: nothing of the enterprise is left open by it."""


def _resolved(page: Page, stretches: Stretches, number: int) -> bool:
    """Whether the next stretch tells how it came out: 后来查清了, "but it turned out"."""
    if number + 1 >= len(stretches.edges):
        return False
    start, end = stretches.span(number + 1)
    return SETTLED.match(page.text, start, end) is not None
