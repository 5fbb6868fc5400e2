"""Premiums of several policies told in a row: "premiums of RMB 190,000, 128,000 and 100,000" cost us their sum.

All must be cover of technology, or of no kind that is named, and of one year; a part of the sum before it is no other.
"""

from __future__ import annotations

from decimal import Decimal

from policies.facts import insurance
from policies.facts.aid_had import is_aid
from policies.facts.fees import not_taken
from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.scope import FORECAST, Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_NAME = r"(?:保险费用?|保费|(?<![a-z])premiums?)(?![a-z])"
_LEAD = lazy(
    rf"{_NAME}(?:(?: |,)?(?:paid|settled|charged|billed|due|for|on|of|were|was|are|is|came to|come to|cost|at|in|"
    r"this year|last year|20\d\d|the|all|our|its|these|two|three|four|five|year|technology|tech|science|research|r&d|"
    r"sci-tech|insurance|cover|polic(?:y|ies)|respectively|by us|we|it|have|been|each|amounted to|stood at|"
    r"separate|them|"
    r"付|交|缴|花|了|各|分别|依次|是|为|共|计|人民币|我们|去年|今年|每份|每张|三份|两份|三张|两张|"
    r":)){0,10} ?(?:rmb ?|¥|cny ?)?$"
)
_BETWEEN = lazy(
    r"(?:元|块)?(?:钱)?\s?(?:yuan|rmb)?(?: ?(?:for|on|covering|against)(?: (?!and |of )[\w&'-]+){1,5})?"
    r"(?:、|,? ?(?:and|plus|then|和|及|以及|跟|与|加)(?![a-z])|,)\s?(?:another |a further |a third |the third )?"
    r"(?:rmb ?|¥|cny ?)?"
)
_NAMED_EACH = lazy(
    r"(?:元|块)?(?:钱)?[、,;和及]\s?[\u4e00-\u9fff]{2,10}险(?:的)?(?:保费|保险费)?(?:是|为|付了?|交了?|花了?|:)?"
)
"""Each with its own name, as in 设备险保费4万,责任险保费5.5万: where all are said to be technology's."""
_ALL_TECH = lazy(
    r"(?:都|全|均)(?:是|属于?|算)(?:科技|科研)(?:类)?(?:保险|险)|(?:科技|科研)(?:类)?(?:保险|险)[^。;\d]{0,14}?[两三四五二]?[份张种]"
)
_APART = lazy(
    r"\s?(?:元|yuan|rmb)?,? ?(?:of which|including|instead of|before|respectively in|或|还是|或者|至|到|or |"
    r"in 20\d\d and|其中)"
)
_TECH = lazy(
    r"科技|科研|研发|(?<![a-z])(?:technolog\w+|tech|science|scientific|sci-?tech|r&d|research|innovation)(?![a-z])"
)
_YEARS = lazy(r"20\d\d|去年|前年|今年|(?<![a-z])(?:last|this|previous|following) year(?![a-z])")


_OTHER_COST = lazy(r"[^,.;。、]{0,24}?(?:interest|guarant|loan|valuation|apprais|担保|利息|评估|贷)")


def find(page: Page) -> Findings:
    """`premium_cny` of all premiums of a row together."""
    if "保费" not in page.text and "premium" not in page.text and "保险费" not in page.text:
        return
    sums = [one for one in page.quantities if one.kind in ("cny", "plain")]
    place = 0
    while place < len(sums):
        row = _row(page, sums, place)
        place += max(1, len(row))
        if len(row) > 1 and _ours(page, row):
            total = sum((one.value for one in row), Decimal(0))
            yield Found("premium_cny", number(total), row[0].start, row[-1].end, _WEIGHT)


_WEIGHT = 4
"""Above that of any one of them."""


def _row(page: Page, sums: list[Quantity], place: int) -> list[Quantity]:
    """The sums from one on that belong together, if words of a premium lead up to it."""
    first = sums[place]
    start = max(page.clauses[page.opening(page.index(first.start), 4)].start, first.start - 120)
    if _LEAD.search(page.text, start, first.start) is None:
        return []
    row = [first]
    for one in sums[place + 1 :]:
        between = page.text[row[-1].end : one.start]
        if is_aid(page, one.start, one.end):
            break  # 保费付了12万，6万能到手吗
        named = _NAMED_EACH.fullmatch(between) and _ALL_TECH.search(page.text)
        if not (_BETWEEN.fullmatch(between) or named):
            break
        row.append(one)
    whole = sum((one.value for one in row[:-1]), Decimal(0))
    return row[:-1] if len(row) > 2 and row[-1].value == whole else row


def _ours(page: Page, row: list[Quantity]) -> bool:
    """Whether the row is what we paid, of one year, for cover that may be technology's."""
    first, last = row[0], row[-1]
    index = page.index(first.start)
    if (
        any(one.vague or one.value < 500 for one in row)
        or _APART.match(page.text, last.end)
        or _OTHER_COST.match(page.text, last.end)
    ):
        return False
    if strangers(page, first.start) or page.wished(index, first.start) or doubted(page, index):
        return False
    words = page.sentence(index)
    if FORECAST.search(words.replace("this year", "").replace("今年", "")) or not_taken(page, index):
        return False
    if len(_YEARS.findall(page.text, first.start, last.end + 12)) > 1 or _TECH.search(page.text) is None:
        return False
    kinds = list(insurance.KINDS.finditer(page.text, max(0, first.start - 160), last.end + 60))
    return all(one["tech"] is not None for one in kinds)
