"""The only unsecured loan of which a bank writes, and the reward that it hopes to have for it.

今年给一家企业放了一笔信用贷款800万，能拿40万吗: the loan is the first sum, and the second one no loan.
"""

from __future__ import annotations

from policies.facts.own_lending import bank_speaks
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_CREDIT = lazy(
    r"(?:信用|无抵押|免抵押|无担保)的?(?:贷款|放款|贷(?!款))|"
    r"(?<![a-z])(?:unsecured|collateral-free|uncollaterali[sz]ed|credit-only) (?:[\w-]+ ){0,2}?(?:loans?|"
    r"lending|credits?)(?![a-z])"
)
_MEANT = lazy(
    r"打算|计划|准备|目标|明年|预计|想|前年|(?<![a-z])(?:plan\w*|aim\w*|target|next year|expect\w*|hope|want|"
    r"will|year before)(?![a-z])"
)
_LIMIT = lazy(
    r"不超过?|至多|最[多高大]|以[内下]|限|(?<![a-z])(?:at most|up to|below|under|within|more than|maximum|"
    r"limit)(?![a-z])"
)
_REWARD = lazy(
    r"奖|拿|领|补|能得|(?<![a-z])(?:reward\w*|bonus|get|receive|award\w*|grant|paid out|due to us|for it|"
    r"claim|entitled)(?![a-z])"
)
_ASKING = lazy(
    r"吗|么$|能不能|是否|是不是|可不可以|多少|听说|(?<![a-z])(?:could|can|would|may|do|does|is|are|should|"
    r"will|whether|how much)(?![a-z])"
)


def hoped_for(page: Page, index: int, one: Quantity) -> bool:
    """Whether a sum is the reward that a bank asks for: 这一户能拿40万吗."""
    words = page.words(index)
    asked = page.clauses[index].closing == "?" or _ASKING.search(words) is not None
    return (
        asked
        and _REWARD.search(words) is not None
        and _CREDIT.search(page.text, page.clauses[index].start, one.end) is None
    )


_GOES_ON = lazy(
    r"(?:该|这|那)(?:一)?(?:户|笔|家|个)|(?:贷款)?余额|金额|(?:贷款|放款)(?:金额|余额)|"
    r"\s?(?:(?:the|its|that|this) (?:\w+ )?(?:loan|balance|amount|sum|credit|client|borrower|principal)|it)(?![a-z])"
)
"""A sentence that goes on about the one loan: 该户的余额为600万元."""
_TO_ONE = lazy(
    r"(?:只|仅|就)(?:有|放|发|批|做|办|投|贷|发放|投放)?了?(?:出)?(?:一|1)[笔户家单]|"
    r"(?<![a-z])(?:only|just|exactly|single|sole) (?:one |a single )?(?:[\w-]+ ){0,2}?(?:loan|credit)(?![a-z])|"
    r"(?:给|向)(?:园区|本地|当地|市里|区里|辖内)?的?(?:一|某|1)[家户个](?:[\u4e00-\u9fff]{0,12})?(?:企业|公司|"
    r"客户|厂)|(?:一|1)[家户](?:科技)?(?:企业|公司|客户)[^,。;]{0,8}[放贷]|"
    r"(?<![a-z])(?:lent|gave|granted|advanced|made|extended|to) (?:just |only )?(?:one|a single|"
    r"an?) (?:[\w-]+ ){0,3}?(?:firm|company|client|customer|borrower|enterprise)(?![a-z])"
)
_MANY = lazy(
    r"[二两三四五六七八九十几多\d]+(?:家|户|笔)(?!里)|各[放贷]|累计|合计|一共|总共|共计|全年|总额(?!的)|"
    r"(?<![a-z])(?:two|three|four|five|six|seven|several|many|all|"
    r"total\w*|altogether|loans to|clients|customers|firms|companies|each|every|another)(?![a-z])"
)
_BARE = lazy(
    r"(?:信用|无抵押|免抵押|无担保)的?(?:贷款|放款|贷)|没有?(?:任何)?抵押|(?<![a-z])(?:unsecured|"
    r"collateral-free|without (?:any )?(?:collateral|security)|"
    r"uncollaterali[sz]ed|on credit alone)(?![a-z])"
)


def only_one(page: Page) -> Quantity | None:
    """The sum of the only unsecured loan that a bank tells of, to one client and so called in its sentence."""
    match = _BARE.search(page.text)
    if match is None or not bank_speaks(page):
        return None
    place = page.index(match.start())
    sentence = page.sentence(place)
    if not _TO_ONE.search(sentence) or _MANY.search(sentence) or _MEANT.search(sentence) or doubted(page, place):
        return None
    number = page.clauses[place].sentence
    told = _sums(page, number) or (_sums(page, number + 1) if _goes_on(page, number + 1) else [])
    if len(told) != 1 or told[0][1].vague or _LIMIT.search(page.words(told[0][0])):
        return None
    return told[0][1]


def _sums(page: Page, number: int) -> list[tuple[int, Quantity]]:
    """The sums of a sentence but for a reward that is hoped for."""
    return [
        (index, one)
        for index, clause in enumerate(page.clauses)
        if clause.sentence == number
        for one in page.quantities_in(index)
        if one.kind == "cny" and not hoped_for(page, index, one)
    ]


def _goes_on(page: Page, number: int) -> bool:
    first = next((index for index, clause in enumerate(page.clauses) if clause.sentence == number), None)
    return first is not None and _GOES_ON.match(page.words(first)) is not None
