"""Heads counted for several years, of which those of today count: "95 the year before last, 80 last year, now 73"."""

from __future__ import annotations

from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.scope import FORECAST, Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_THEN = lazy(
    r"(?<!大)前年|去年|上年|原来|原先|以前|之前|过去|最多时?|高峰|当年|从前|(?:19|20)\d\d|"
    r"(?<![a-z])(?:(?:the )?year before(?: last)?|last year|two years ago|a year ago|three years ago|used to|"
    r"previously|"
    r"formerly|at (?:our|its|the) peak|once)(?![a-z])"
)
_NOW = lazy(
    r"现在|目前|如今|今年|眼下|现|当前|今天|只剩|还剩|"
    r"(?<![a-z])(?:today|now|nowadays|these days|currently|at present|at the moment|presently|this year|"
    r"as of now)(?![a-z])"
)
_BEHIND = lazy(
    r"\s?(?:people |staff |employees |workers |of us |heads )?,?(?:today|now|these days|at present|currently)(?![a-z])"
)
_PEOPLE = lazy(
    r"人(?!民|才|工)|员工|职工|(?<![a-z])(?:staff|headcount|head count|workforce|employees|people|payroll|team|of us|"
    r"workers|hands|personnel)(?![a-z])"
)
_NOT_ALL = lazy(
    r"研发|技术|科研|工程师|客户|用户|会员|学员|参保|销售人员|临时|兼职|(?<![a-z])(?:engineers?|r&d|research\w*|"
    r"developers?|"
    r"customers?|users|members|students|guests|patients|part[- ]time|temps?|seasonal|robots?|machines?|patents?|shops|"
    r"stores|clients)(?![a-z])"
)
_LEAST, _CLAUSES = 2, 6


def find(page: Page) -> Findings:
    """`employees` as of today, beside counts of former years."""
    if not (_NOW.search(page.text) and _THEN.search(page.text) and _PEOPLE.search(page.text)):
        return
    counts = [one for one in page.quantities if one.kind in ("heads", "plain") or one.unit == "个" or _small(one)]
    rows: dict[int, list[Quantity]] = {}
    for one in counts:
        if not any(moment.start <= one.start < moment.end for moment in page.moments):
            rows.setdefault(_row(page, page.index(one.start)), []).append(one)
    for told in rows.values():
        if len(told) >= _LEAST:
            yield from _of_today(page, told)


def _row(page: Page, index: int) -> int:
    """The sentence of a clause, or the one before it that ends in a semicolon."""
    number = page.clauses[index].sentence
    first = next((at for at in range(index, -1, -1) if page.clauses[at].sentence != number), None)
    return number - 1 if first is not None and page.clauses[first].closing == ";" else number


def _small(one: Quantity) -> bool:
    return one.kind == "cny" and not one.unit and one.value < 10_000


def _of_today(page: Page, told: list[Quantity]) -> Findings:
    sentence = page.sentence(page.index(told[0].start)) + page.sentence(page.index(told[-1].start))
    if not _PEOPLE.search(sentence) or _NOT_ALL.search(sentence):
        return
    before, found = 0, None
    for place, one in enumerate(told):
        index = page.index(one.start)
        start = max(page.clauses[_opening(page, index)].start, told[place - 1].end if place else 0)
        end = told[place + 1].start if place + 1 < len(told) else page.clauses[index].end
        lead, tail = page.text[start : one.start], page.text[one.end : min(end, page.clauses[index].end)]
        if one.vague or one.value <= 0 or one.value != int(one.value) or strangers(page, one.start):
            return
        now = _NOW.search(lead) or _BEHIND.match(tail)
        if now and not FORECAST.search(lead.replace("今年", "")) and not page.wished(index, one.start):
            if found is not None or doubted(page, index):
                return
            found = one
        elif _THEN.search(lead) or _THEN.search(tail):
            before += 1
    if found is not None and before:
        yield Found("employees", number(found.value), found.start, found.end, 6)


def _opening(page: Page, index: int) -> int:
    """The clause of the same sentence at which what is told before a count may begin."""
    first = index
    while (before := page.previous(first)) is not None and index - first < _CLAUSES:
        first = before
    return first
