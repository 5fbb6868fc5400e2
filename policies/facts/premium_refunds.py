"""What the science department gave back of the premium of a loan's insurance, told behind the premium.

"The premium was 36,000, and in July the department paid us 18,000 of it", 保费三万六，七月已经收到科技厅的一万八补助:
it is the programme's own money, so it is no other money of the region, and the same premium is not paid for twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import UNSURE
from policies.facts.subsidised import elsewhere, of_the_loans_policy
from policies.patterns import lazy

_PAYER_ZH = r"(?:科技(?:厅|局|部门|主管部门)|自治区科技厅)"
_GIVEN_ZH = (
    r"(?:补[助贴]?(?:返|回|还|给|到|发)?(?:了|过)|补返|退(?:了|回|还|返)|返(?:还|回)了?|拨(?:了|下|付|给)|发(?:了|下)|给了|打(?:了|来|给)|"
    r"付了|报(?:了|销了)|"
    r"已[经]?(?:由|经|给|把|就|将)?[^,。;?]{0,4}?(?:补|退|返|拨|发|给|打|付))"
)
_BACK_ZH = lazy(
    rf"保(?:险)?费[^。;?]{{0,24}}?{_PAYER_ZH}[^,。;?没未不]{{0,8}}?{_GIVEN_ZH}|"
    rf"保(?:险)?费[^。;?没未不]{{0,24}}?"
    rf"(?:收到|领[到了取]|拿[到了]|获得?|入账|到账)[^,。;?]{{0,4}}?{_PAYER_ZH}[^,。;?]{{0,10}}?"
    r"(?:补|退|返|资助|贴)|"
    rf"{_PAYER_ZH}[^,。;?没未不]{{0,8}}?{_GIVEN_ZH}[^,。;?]{{0,10}}?保(?:险)?费"
)
_PAYER_EN = (
    r"(?:science|sci-?tech|technology|regional|region's)(?:[- ](?:and|&)[- ]technology)? "
    r"(?:department|bureau|commission|office)"
)
_PREMIUM_EN = r"(?<![a-z])premium(?![a-z])[^.;?]{0,60}?"
_BACK_EN = lazy(
    rf"{_PREMIUM_EN}(?<![a-z]){_PAYER_EN} (?:has |had |have )?(?:since |already |now )?(?:paid|gave|given|refunded|"
    r"reimbursed|sent|wired|returned|credited|covered)"
    r"(?: (?:us|back|me|the company)){0,2}(?![a-z])(?! (?:nothing|none|no))|"
    rf"{_PREMIUM_EN}(?<![a-z])(?:had|got|received|have had|have received|were paid|came|was refunded)"
    rf"(?: [\w.,¥]+){{0,4}}? "
    rf"(?:back )?(?:from|by) (?:the )?{_PAYER_EN}(?![a-z])"
)
_TO_COME = lazy(
    r"如果|要是|假如|准备|打算|希望|预计|等着|听说|据说|能不能|能否|可以吗|"
    r"(?<![a-z])(?:if|hope|hoping|"
    r"expect\w*|will|would|could|can|promised|approved|apply\w*|applied|not yet|n't)(?![a-z])"
)


def _told(page: Page) -> Iterator[re.Match[str]]:
    if "保费" not in page.text and "保险费" not in page.text and "premium" not in page.text:
        return
    for pattern in (_BACK_ZH, _BACK_EN):
        for match in pattern.finditer(page.text):
            index = page.index(match.end() - 1)
            asked = page.clauses[index].closing == "?" or page.wished(index, page.clauses[index].start)
            if asked or page.theirs(match.start()) or _TO_COME.search(match[0]) or UNSURE.search(match[0]):
                continue
            if not elsewhere(match[0]) and of_the_loans_policy(page, page.sentence(index)):
                yield match


def find(page: Page) -> Findings:
    """`premium_subsidised` yes."""
    for match in _told(page):
        yield Found("premium_subsidised", True, match.start(), match.end(), 2)


def own_money(page: Page, found: list[Found]) -> list[Found]:
    """What was found; the refund of a premium is none of the region's other money."""
    name = "other_regional_funding"
    if not any(one.name == name and one.value is not False for one in found):
        return found
    told = [(match.start(), page.clauses[page.index(match.end() - 1)].end) for match in _told(page)]
    if not told:
        return found
    return [
        one
        for one in found
        if one.name != name or one.value is False or not any(first <= one.start < last for first, last in told)
    ]
