"""What a guarantor asks, called a premium: 找了擔保公司作保,保費付了62.5萬元 is a fee where nothing is insured."""

from __future__ import annotations

from policies.facts.fees import not_taken
from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.scope import FORECAST, Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_INSURED = lazy(
    r"(?<![风危惊])险|投保|承保|保单|"
    r"(?<![a-z])(?:insur\w+|underwrit\w+|polic(?:y|ies)|cover(?:age)?)(?![a-z])"
)
_GUARANTOR = lazy(
    r"担保(?:公司|机构|集团|中心|方|人|行)|信保(?:基金|中心)?|融担|作保|做保|(?<![a-z])(?:guarantors?|suret(?:y|ies)|"
    r"guarant(?:ee|y) (?:compan(?:y|ies)|firm|house|institution|corporation|fund|centre|agency))(?![a-z])"
)
_FEE = lazy(r"(?<![担投])保费(?!补|率|的?百分)|保证手续费|保证费|(?<![a-z])premiums?(?! (?:rate|subsid|aid))(?![a-z])")
_LEAD = lazy(
    r"(?:一?共|总共|合计|我们|公司|已经?|实际|实|付|交|缴|给|花|收|了|是|为|要|约|人民币|另外|,|:| |was|were|is|of"
    r"|came to|"
    r"cost|paid|amounted to|us|we|rmb|¥|cny|at|him|them){0,8}"
)
_FRIEND = lazy(
    r"(?:朋友|同行|客户|亲戚|邻居|别人)(?:家|的|那)?|(?<![a-z])(?:friend|neighbou?r|customer|supplier|competitor)s?(?:'s)?(?![a-z])"
)
_NEAR = 24


def instead(page: Page, found: list[Found]) -> list[Found]:
    """The statements, a premium where only a guarantor is spoken of told as his fee."""
    if "保费" not in page.text and "保证" not in page.text and "premium" not in page.text:
        return found
    if _INSURED.search(page.text) or not _GUARANTOR.search(page.text):
        return found
    told = list(_find(page))
    if not told:
        return found
    kept = [one for one in found if one.name not in ("premium_cny", "premium_subsidised", "technology_insurance")]
    return kept if any(one.name == "guarantee_fee_cny" for one in kept) else [*kept, *told]


def _find(page: Page) -> Findings:
    sums = [one for one in page.quantities if one.kind in ("cny", "plain") and not one.vague]
    for match in _FEE.finditer(page.text):
        one = next((each for each in sums if match.end() <= each.start <= match.end() + _NEAR), None)
        if one is None or not _LEAD.fullmatch(page.text, match.end(), one.start) or one.value < 500:
            continue
        index = page.index(one.start)
        words = page.sentence(index)
        if doubted(page, index) or page.wished(index, one.start) or not_taken(page, index) or FORECAST.search(words):
            continue
        if strangers(page, one.start) or _FRIEND.search(words):
            continue
        yield Found("guarantee_fee_cny", number(one.value), one.start, one.end, 2)
