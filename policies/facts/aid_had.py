"""Sums that came, or may come, towards a cost: 担保费补助5.6万元 is aid, and no fee that was paid.

A sum stands as aid where words of aid lead up to it, follow it at once, or say that somebody gave it us for the cost.
What was paid to a guarantor or an insurer so as to get a subsidy is a cost all the same.
"""

from __future__ import annotations

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.patterns import lazy

_AID_ZH = r"(?:补助|补贴|贴补|资助|返还|退还|退款)(?:款|资金|金)?"
_AID_EN = r"(?:subsid(?:y|ies)|refunds?|rebates?|reimbursements?|grants?)"
_COST_ZH, _COST_EN = (
    r"(?:(?:担保|保证|保险|保|评估|鉴价)费用?|利息)",
    r"(?:guarant(?:ee|y)(?:[- ]fees?)?|fees?|premiums?|interest|valuations?|appraisals?)",
)
_OF_AID = lazy(
    rf"{_COST_ZH}的?{_AID_ZH}(?:是|为|共|计|合计|一?共|总共|约|有|拿到?了?|领到?了?|收到了?|到账了?|发了|:)?(?:人民币)?$|"
    rf"{_COST_ZH}(?:已经?|也|就)?(?:给我们)?(?:补了|补过|退了|返了|退回了?|报了)(?:我们)?$|"
    rf"(?:退|返|补)(?:给|还|了|回)了?(?:我们|我司|本?公司)?的?{_COST_ZH}$|"
    rf"(?<![a-z]){_COST_EN} {_AID_EN}(?: (?:for|on) [^,.;\d]{{0,30}})?,?(?: (?:of|was|is|came to|worth|totalling))? ?"
    r"(?:rmb |¥)?$"
)
"""Ahead of a sum that is aid, and no cost: 担保费补助5.6万元, "a guarantee-fee subsidy of 56,000"."""
_AS_AID = lazy(
    rf"元?的?{_COST_ZH}的?{_AID_ZH}|\s?(?:yuan |rmb )?(?:(?:was |were |has been |have been )?(?:refunded|reimbursed)|"
    rf"{_COST_EN} {_AID_EN}|(?:in|as an?) {_AID_EN}|of {_AID_EN})(?![a-z])"
)
_GIVEN_US = lazy(
    r"(?:退|返|补)(?:给|还|了|回)了?(?:我们|我司|本?公司)?$|"
    r"(?<![a-z])(?:paid|gave|refunded|reimbursed|sent|granted|transferred)(?: back)?(?: to)? us (?:back )?(?:rmb |¥)?$"
)
_MAY_COME = lazy(
    rf"(?:能|可以?|会|该|应该?|得以)(?:不能|不可以)?(?:再|给)?(?:补|拿|领|报|退|返|贴|要|申请)(?:贴|助|回来?|到|给|下来?|销|还)?(?:我们)?"
    rf"(?:不?到|约|大概|差不多|满|足|够)?$|{_COST_ZH}(?:补贴?|贴|返|退)$|"
    r"(?<![a-z])(?:can|could|may|might|shall|should|will|do|would) (?:we|i|they|it|he|she|(?:the|our|my) \w+) "
    r"(?:\w+ ){0,2}?(?:get|have|claim|recover|receive|reclaim|expect|see|ask for)(?: back)? (?:rmb ?|¥|the )?$"
)
"""Ahead of a sum that is asked or hoped for: 保费能补7万吗, "can we get 48,000 of the premium back"."""
_MAY_BE = lazy(
    rf"\s?(?:yuan )?of (?:the|our|that|this) {_COST_EN} (?:be|come) (?:subsid|refund|reimburs|paid|back|covered|met)|"
    rf"\s?(?:yuan )?of (?:the|our|that|this) {_COST_EN} back(?![a-z])"
)
_IS_HOPED = lazy(
    r"元?(?:的?(?:补助|补贴|钱))?,?(?:我们|公司|我)?(?:到底|究竟|是不是|真的|也)?(?:能不能|可不可以|能够?|可以?|会|有没有可能)(?:[不否])?(?:给|再|全|全部|一次)?"
    r"(?:拿|领|补|要|报|退|返|到手|申请|批)(?:得)?(?:到手|到|下来|回来|给我们|回|下|了|销)?(?:吗|么|呢|不|没|\?|$)|"
    r"\s?(?:yuan|rmb)?,? (?:can|could|may|will|would|shall) (?:we|i|it|they) (?:\w+ )?(?:get|have|claim|receive|expe"
    r"ct|recover)(?: (?:it|that|this))?"
    r"(?: back)?(?=$|[?])"
)
"""Behind a sum that is asked or hoped for: 8.1万能拿到吗."""
_FOR_COST = lazy(rf"元?的?{_COST_ZH}|\s?(?:yuan |rmb )?(?:towards|for|on|of|against) (?:[\w'-]+ ){{0,2}}?{_COST_EN}")


_THE_HALF = lazy(
    rf"(?:可以?|能)补[^,。;\d]{{0,8}},\s*$|{_COST_ZH}[^,。;\d]{{0,6}}(?:一半|[一二三五六七八九]成),\s*$|"
    rf"(?<![a-z])(?:half|part|some|a share) (?:of )?(?:the|our|its|that) {_COST_EN}(?: back)?,\s*(?:rmb |¥)?$"
)
"""Ahead of a sum that stands by itself: "he hopes for half of the interest, 414,000"."""
_BORNE = lazy(r"[付交缴]了|(?<![a-z])paid(?![a-z])")


_COSTS = frozenset({"guarantee_fee_cny", "premium_cny", "interest_paid_cny", "valuation_fee_cny"})


def no_cost(page: Page, one: Found) -> bool:
    """Whether what was found as a cost is the aid for it."""
    return one.name in _COSTS and one.value is not None and is_aid(page, one.start, one.end)


def is_aid(page: Page, start: int, end: int) -> bool:
    """Whether a sum is what came, or may come, towards the interest, a guarantor or a premium."""
    clause = page.clauses[page.index(start)]
    lead, tail = page.text[clause.start : start], page.text[end : clause.end]
    if not lead.strip(" ¥rmb") and (before := page.previous(page.index(start))) is not None:
        said = page.text[page.clauses[before].start : start]
        if _THE_HALF.search(said) and not _BORNE.search(said):
            return True
    if _MAY_COME.search(lead) or _MAY_BE.match(tail) or _is_hoped(page, start, lead, tail):
        return True
    return bool(_OF_AID.search(lead) or _AS_AID.match(tail) or (_GIVEN_US.search(lead) and _FOR_COST.match(tail)))


_COST_NAMED = lazy(
    r"[费付交缴花收]|(?<![a-z])(?:fees?|premiums?|cost|costs|paid|pay|charged|bill|billed|interest)(?![a-z])"
)


def _is_hoped(page: Page, start: int, lead: str, tail: str) -> bool:
    """Whether a sum is asked for behind the one that was paid, and is no cost of its own clause: 评估费3万能报吗."""
    if not _IS_HOPED.match(tail) or _COST_NAMED.search(lead):
        return False
    return any(one.kind == "cny" and one.end <= start for one in page.quantities)
