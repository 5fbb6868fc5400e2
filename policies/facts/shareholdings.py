"""Whether the fund would be the largest shareholder: told, or reckoned from its stake and what the owners hold.

"Six of us own a sixth each" and a stake of 18% leave each owner 13.7%. A share that is told to remain ("the founder
keeps 41%") is taken as it is, one that is held now is diluted by the stake. What is only a part of the owners' shares
gives no answer unless it is enough to outdo the fund.
"""

from __future__ import annotations

import re
from decimal import Decimal

from policies.facts import equal_shares, investment
from policies.facts.found import Findings, Found
from policies.facts.growth import RND
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.patterns import lazy

_EACH = lazy(
    r"(?<![a-z])(?:owns?|holds?|have|holding|owning) (?:an?|one) (?P<part>half|third|quarter|fifth|sixth|seventh|"
    r"eighth|"
    r"ninth|tenth) each(?![a-z])|(?<![a-z])(?:fifty[- ]fifty|50[/-]50|half each|half and half)(?![a-z\d])"
)
_PARTS = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_KEPT = lazy(
    r"(?<![a-z])(?:founders?|owner|i|we|boss|couple)(?: \w+){0,3}? (?:stays? at|keeps?|kept|retains?|remains? at|still "
    r"(?:own|hold|have)s?|is left with|are left with|would (?:still )?(?:own|hold|have|keep))(?: around| about)? "
    r"(?P<pct>\d{1,2}(?:\.\d+)?) ?(?:%|per ?cent)"
    r"(?! of (?:the |our )?(?:profits?|sales|revenue|votes|board|market))"
)
_SIGNS = (
    " each",
    "fifty",
    "50/50",
    "50-50",
    "half",
    " stay",
    " would ",
    "keep",
    "kept",
    "retain",
    "remain",
    "still ",
    " left with",
)
"""Without any of these no holding is told."""
_SHARES = lazy(r"(?<![a-z])(?:shares|own\w*|hold\w*|equity)(?![a-z])")


_HOLDERS = lazy(
    r"创始人|创办人|股东|持股|股份|股权|合伙人|第一大|老大|(?<![a-z])(?:founders?|co-?founders?|shareholders?|"
    r"stakeholders?|shares|equity|(?:owns?|holds?) (?:us|the company))(?![a-z])"
)
_SHARES_OF_WORK = frozenset({"rnd_staff_pct", "rnd_ratio_pct"})


def told_of(page: Page, one: Found) -> bool:
    """Whether a share of people or of sales in research is that of an owner: 三位创始人持股，第一大占52%."""
    if one.name not in _SHARES_OF_WORK or one.value is None:
        return False
    index = page.index(one.start)
    here = page.words(index)
    if RND.search(here):
        return False
    if _HOLDERS.search(here):
        return True
    before = page.previous(index)
    return before is not None and _HOLDERS.search(page.words(before)) is not None and not RND.search(page.words(before))


_FIRST = r"(?:number one|largest|biggest|first|main|controlling|majority|principal|dominant|leading|top)"
_HOLDER = r"(?:(?:share|stake|stock)?holder|owner|investor)"
_FUND_EN = r"(?:fund|it|angel|investor|city|they)"
_OWNERS_EN = r"(?:i|we|founders?|co-?founders?|owner|boss|wife and i|team|majority|three of us|two of us|mine)"
_FUND_IS_NOT = lazy(
    rf"(?<![a-z]){_FUND_EN} (?:\w+ )?(?:far from|nowhere near|without) (?:being |becoming )?(?:our |the |"
    rf"its )?{_FIRST} {_HOLDER}|"
    rf"(?<![a-z]){_FUND_EN} (?:\w+ ){{0,2}}?(?:not|never|n't|hardly) (?:\w+ )?(?:be|become|being|turn into|"
    rf"end up(?: as)?) "
    rf"(?:\w+ )?{_FIRST} {_HOLDER}|(?<![a-z])(?:leav\w+|mak\w+|keep\w*|with) {_FUND_EN} (?:\w+ )?(?:smallest|a small|a "
    rf"minority|a minor|second|third|fourth|well below|far below|behind)|{_FUND_EN} (?:would |will |"
    rf"'d )?(?:\w+ )?(?:ranks?|"
    rf"comes?|stays?|remains?|be|is|sits?|stands?) (?:only |well |far )?(?:(?:the |our |a )?(?:second|third|fourth|"
    rf"smallest|"
    rf"minority|minor|small)[- ]?(?:\w+ )?(?:{_HOLDER}|among|in)|behind)|"
    rf"(?<![a-z]){_OWNERS_EN} (?:\w+ ){{0,3}}?(?:remains?|stays?|be|keeps? being|continues?|are|"
    rf"am) (?:\w+ ){{0,2}}?(?:the "
    rf"|our |its )?{_FIRST} {_HOLDER}"
)
_FUND_IS = lazy(
    rf"(?<![a-z])(?:fund|angel) (?:(?!not|never|far|from|nowhere|without|no)\w+ ){{0,3}}?(?:be|become|becomes|being|"
    rf"is|end up as|"
    rf"turns? into) (?:\w+ )?"
    rf"(?:the |our )?{_FIRST} {_HOLDER}"
)
_FUND_ZH = r"(?:基金|投资方|投资人|它|他们|对方|天使)"
_FIRST_ZH = r"(?:第一大?|头号|最大|控股)的?股东"
_FUND_IS_NOT_ZH = lazy(
    rf"{_FUND_ZH}[^。;?]{{0,14}}?(?:不会|不是|不可能|不至于|不|没有?|够不上)[^,。;?]{{0,4}}{_FIRST_ZH}|"
    rf"(?:我(?:本人|自己)?|我们|创始人|创办人|创始团队|老大|老板|团队|大股东|学长|家里)[^。;?]{{0,8}}?(?:仍|还|依然|依旧|继续|保持|都)[^,。;不?]{{0,5}}{_FIRST_ZH}|"
    rf"{_FIRST_ZH}[^,。;?]{{0,2}}(?:还|仍|依然|依旧|一直|都)[^,。;?]{{0,2}}是(?:我|创始|老大|老板|团队|自家|自己)|"
    rf"{_FUND_ZH}[^。;?]{{0,10}}?(?:排在[^,。;]{{1,10}}(?:后|之后)|只(?:是|占)?小股东|是(?:最)?小股东|排第[二三四五])"
)
_FUND_IS_ZH = lazy(
    rf"{_FUND_ZH}[^。;?不没]{{0,10}}?(?:成为?了?|变成?|是|当|做)[^,。;?不没]{{0,4}}{_FIRST_ZH}(?![^,。;]{{0,2}}[吗么])"
)


def _told(page: Page) -> Findings:
    """The fund's rank among the shareholders, in words. What it would be after the round is what is asked."""
    if not ("holder" in page.text or "股东" in page.text or "behind" in page.text or "排" in page.text):
        return
    if not _ROUND.search(page.text):
        return
    for pattern, value in ((_FUND_IS_NOT, False), (_FUND_IS_NOT_ZH, False), (_FUND_IS, True), (_FUND_IS_ZH, True)):
        match = next((one for one in pattern.finditer(page.text) if _asserted(page, one)), None)
        if match is not None:
            yield Found("fund_largest_shareholder", value, match.start(), match.end(), 3)
            return


_ROUND = lazy(r"天使|基金|投资|融资|入股|(?<![a-z])(?:funds?|angel|invest\w*)(?![a-z])")


def _asserted(page: Page, match: re.Match[str]) -> bool:
    """Neither asked nor supposed."""
    clause = page.clauses[page.index(match.end() - 1)]
    words = page.text[clause.start : clause.end]
    return clause.closing != "?" and not re.match(
        r"\s?(?:if|whether|would|will|can|should|unless|如果|要是|除非)(?![a-z])", words
    )


def find(page: Page) -> Findings:
    """`fund_largest_shareholder`, told in words or by a stake and a holding of the owners."""
    yield from _told(page)
    yield from _held(page)
    yield from equal_shares.find(page)
    if not any(sign in page.text for sign in _SIGNS):
        return
    each = next((one for one in _EACH.finditer(page.text) if _ours(page, one)), None)
    kept = next((one for one in _KEPT.finditer(page.text) if not strangers(page, one.start())), None)
    told = kept or each
    if told is None:
        return
    stakes = {one.value for one in investment.find(page) if one.name == "fund_stake_pct"}
    if len(stakes) != 1:
        return
    stake = Decimal(str(stakes.pop()))
    if kept is not None:
        largest = Decimal(kept["pct"])
    elif each is not None:
        largest = (100 - stake) / (_PARTS.index(each["part"] or "half") + 2)
    if stake != largest and (stake < largest or kept is None):
        yield Found("fund_largest_shareholder", stake > largest, told.start(), told.end(), 2)


_HELD_ZH = lazy(
    r"(?:我(?!们|国|市)|创(?:始|办)人|老板|董事长)(?:本人|自己|个人|一个人)?(?:还|仍|仍然|依然|依旧|也|会|能|可|就|要|将)*"
    r"(?:占(?:股|有)?|持(?:股|有)?|握有|保留|剩(?:下)?|有)(?:比例?)?(?:了|着|约|是|为|到)?$"
)
_AFTER_ZH = lazy(r"投(?:完|后|资(?:完|后|之后)|进来)|增资|入股后|稀释后|融(?:资|完)[之以]?后|届时|到时|之后")
_NO_SHARE = lazy(r"市场|份额|研发|营收|收入|利润|如果|要是|假如|若|以前|原来|当初|(?:能|可)不(?:能|可)|几成|多少|曾")


def _held(page: Page) -> Findings:
    """What the founder holds alone, and more of it than the fund would: 投完后我占48%, 创办人占七成."""
    held = None
    for one in page.quantities if "占" in page.text or "持" in page.text or "剩" in page.text else ():
        clause = page.clauses[page.index(one.start)]
        lead = page.text[clause.start : one.start]
        if one.kind == "pct" and not one.vague and clause.closing != "?" and _HELD_ZH.search(lead):
            held = None if _NO_SHARE.search(page.words(page.index(one.start))) else (one, lead)
            break
    if held is None:
        return
    stakes = {one.value for one in investment.find(page) if one.name == "fund_stake_pct"}
    if len(stakes) != 1:
        return
    stake, (one, lead) = Decimal(str(stakes.pop())), held
    left = one.value if _AFTER_ZH.search(lead) else one.value * (100 - stake) / 100
    if left > stake:
        yield Found("fund_largest_shareholder", False, one.start, one.end, 2)


def _ours(page: Page, match: re.Match[str]) -> bool:
    index = page.index(match.start())
    return _SHARES.search(page.sentence(index)) is not None and not strangers(page, match.start())
