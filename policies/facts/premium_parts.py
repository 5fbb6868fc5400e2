"""A premium told as a whole and by its parts: 34万保费，科技保险25万、货车险9万, "of which 250,000 was research cover".

Only the part for technology's cover counts; where the kind of a part is not told, what counts is open.
"""

from __future__ import annotations

from decimal import Decimal

from policies.facts import insurance
from policies.facts.fees import not_taken
from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_NAME = lazy(r"保费|保险费|(?<![a-z])premiums?(?![a-z])")
_OTHERS = lazy(
    r"货车|轿车|小车|面包车|皮卡|车辆|汽车|车险|仓库|厂房|办公楼|宿舍|火险|火灾|财产|员工|职工|雇主|意外|医疗|人身|货运|运输|普通|一般|"
    r"(?<![a-z])(?:trucks?|lorr(?:y|ies)|vans?|cars?|vehicles?|motor|fleet|forklifts?|warehouses?|buildings?|premise"
    r"s|offices?|"
    r"fire|flood|theft|property|staff|workers?|employees?|medical|health|accident|travel|cargo|freight|ordinary|gene"
    r"ral|"
    r"everyday)(?![a-z])"
)
_TECH = lazy(
    r"科技|研发|科研|专利|首台套|成果转化|"
    r"(?<![a-z])(?:technolog\w+|tech|sci-?tech|science|r&d|research|patents?|innovation|prototypes?)(?![a-z])"
)
_BEHIND = lazy(
    r"(?:元|块)?(?:是|为|属于?|用于|给|买的?|投的?|付|交)(?![\d\s])"
    r"|\s?(?:yuan |rmb )?(?:of (?:it|this|that|them) )?(?:was |were |i"
    r"s |went |"
    r"goes |paid |spent )?(?:for|on|to|was|were|is|towards|in)(?![a-z])"
)
_OF_WHICH = lazy(
    r"其中|里[头面边]?有|包括"
    r"|(?<![a-z])(?:of (?:which|that|it|this)|including|that (?:includes|included)|made up of)(?![a-z])"
)
_THE_REST = lazy(
    r"其[余他它]|剩下|余下|另外的|别的|(?<![a-z])(?:the )?(?:rest|remainder|remaining|balance|others?)(?![a-z])"
)
_STOP = lazy(r"[。;!?]|(?<!\d)\.(?!\d)|\n")
_LEAD, _WEIGHT = 40, 5


def find(page: Page) -> Findings:
    """`premium_cny` of the parts that are for technology's cover."""
    if _NAME.search(page.text) is None or _TECH.search(page.text) is None:
        return
    if _OTHERS.search(page.text) is None and _OF_WHICH.search(page.text) is None:
        return
    sums = [one for one in page.quantities if one.kind in ("cny", "plain") and one.value >= _LEAST]
    for place, whole in enumerate(sums):
        parts = _parts(page, sums, place)
        if not parts or not _ours(page, whole):
            continue
        kinds = [_kind(page, sums, one) for one in parts]
        if "tech" not in kinds or (len(kinds) > 1 and set(kinds) == {"tech"}):
            continue
        if "untold" in kinds and _TECH.search(page.text, max(0, whole.start - _LEAD), parts[0].start - _NEAR):
            continue  # all of it is said to be technology's
        least = sum((one.value for one, kind in zip(parts, kinds, strict=True) if kind == "tech"), Decimal(0))
        value = None if "untold" in kinds else number(least)
        yield Found("premium_cny", value, parts[0].start, parts[-1].end, _WEIGHT)
        return


_LEAST, _NEAR = 500, 12
"""The smallest premium; how near to a part its own name stands."""


def _parts(page: Page, sums: list[Quantity], place: int) -> list[Quantity]:
    """The sums behind one that add up to it, or the one of which the rest is told to be something else."""
    whole, behind = sums[place], sums[place + 1 : place + 5]
    for last in range(2, len(behind) + 1):
        if sum((one.value for one in behind[:last]), Decimal(0)) == whole.value:
            return behind[:last]
    if not behind or behind[0].value >= whole.value:
        return []
    first = behind[0]
    stop = _STOP.search(page.text, first.end)
    rest = page.text[first.end : stop.start() if stop else len(page.text)]
    told = _THE_REST.search(rest)
    if _OF_WHICH.search(page.text, whole.end, first.end + 4) or told:
        return [first] if told and _OTHERS.search(rest, told.start()) and _kind(page, sums, first) == "tech" else []
    return []


def _kind(page: Page, sums: list[Quantity], one: Quantity) -> str:
    """Whether the words beside a part name technology's cover, another, or both or none."""
    place = sums.index(one)
    ahead = page.text[sums[place - 1].end : one.start]
    end = sums[place + 1].start if place + 1 < len(sums) else len(page.text)
    stop = _STOP.search(page.text, one.end, end)
    behind = page.text[one.end : stop.start() if stop else end]
    words = behind if _BEHIND.match(behind) else ahead
    tech, other = _TECH.search(words) is not None, _OTHERS.search(words) is not None
    if tech and other and words is behind and _THE_REST.search(words):
        return "tech"
    named = insurance.KINDS.search(words)
    if tech and other:
        return "tech" if named and named["tech"] else "untold"
    return "tech" if tech else "other" if other else "untold"


def _ours(page: Page, whole: Quantity) -> bool:
    """Whether the whole is a premium that we paid."""
    index = page.index(whole.start)
    clause = page.clauses[index]
    beside = page.text[max(0, whole.start - _LEAD) : whole.end + 12]
    if _NAME.search(beside) is None or whole.vague or doubted(page, index) or clause.closing == "?":
        return False
    return not (strangers(page, whole.start) or page.wished(index, whole.start) or not_taken(page, index))
