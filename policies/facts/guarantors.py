"""A guarantee company behind a loan: 没有抵押，由担保公司做连带保证, "no mortgage; a guarantee company stood surety".

Nothing is mortgaged, and somebody calls it a credit loan; a loan that a third house answers for is none on the
borrower's credit alone. An insurer's performance guarantee is another thing, and so is a guarantor that was not needed.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.patterns import lazy

_HOUSE_ZH = r"(?:担保(?:公司|机构|集团|中心|企业)|融资担保|融担公司|信保基金)"
_DEED_ZH = (
    r"(?:(?:连带)?(?:责任)?(?:担保|保证)(?!金|公司|机构|集团|中心|企业|保险|险)|作保|做保|兜底|连带责任|保函|"
    r"反担保|担保费|背书)"
)
_ZH = lazy(
    rf"{_HOUSE_ZH}[^,。;?没未不无免]{{0,16}}?{_DEED_ZH}|"
    rf"(?:[由找请靠经通拿让凭托]|"
    rf"有)[^,。;?没未不无免]{{0,8}}?{_HOUSE_ZH}(?:的)?[^,。;?没未不无免]{{0,10}}?(?:担|保|兜|增信)|"
    rf"(?:担保|保证)(?:人|方)(?:是|为|:)[^,。;?没未不无]{{0,10}}?{_HOUSE_ZH}|"
    rf"[给向]{_HOUSE_ZH}[交付缴]"
)
_HOUSE_EN = (
    r"(?:(?:credit |financing |loan )?(?:guarant(?:ee|y|or|ie)s?|surety|bonding) (?:company|firm|house|"
    r"corporation|institution|"
    r"agency|outfit|fund|centre|center|business))"
)
_EN = lazy(
    rf"(?<![a-z]){_HOUSE_EN}(?:(?: |,)(?!insur)[\w'-]+){{0,6}}? ?(?<![a-z])(?:stands?|stood|standing|vouch\w*|"
    rf"guarantee[sd]?|"
    r"backs|backed|backing|sign(?:s|ed)|co-?sign\w*|surety|liable|answers?|answered|covers?|covered|underwr\w+|"
    r"secures?|secured|charged us|fee|jointly|provided|gave|issued|supported|behind)(?![a-z])|"
    r"(?<![a-z])(?:backed|guaranteed|vouched for|covered|secured|supported|co-?signed|underwritten|surety|"
    r"signed(?: for)?|"
    r"guarantee|backing)"
    rf"(?: (?:by|from|of|through))(?: (?!insur)[\w'-]+){{0,4}}? {_HOUSE_EN}(?![a-z])|"
    rf"(?<![a-z])(?:paid|pay|with|through)(?: (?!insur)[\w'-]+){{0,3}}? {_HOUSE_EN}(?: \w+){{0,2}} (?:fee|"
    rf"guarantee|surety|"
    r"guarantor)(?![a-z])"
)
_NOT_SO = lazy(
    r"[没未无免][有经]?(?=[^,。;]{0,8}担保)|不(?:用|需|必|要|是|找|经)|如果|要是|假如|打算|准备|计划|想找|"
    r"以前|之前|上一?[笔次]|另[一外]笔|"
    r"前年那笔|拒|我们(?:是|这家)[^,。;]{0,6}担保|"
    r"(?<![a-z])(?:no|not|never|without|neither|nor|none|if|would|could|might|may|earlier|previous|another loan|"
    r"last loan|"
    r"refused|declined|planned|instead of|we are)(?![a-z])|n't(?![a-z])"
)
_OFFERED = frozenset({None, "none", "other"})


def instead(page: Page, found: list[Found]) -> list[Found]:
    """The statements without a loan on nothing, where a guarantee company answers for it."""
    if "担" not in page.text and not re.search(r"guarant|surety|bonding", page.text):
        return found
    told = [one for one in found if one.name == "loan_security"]
    if not any(one.value == "none" for one in told) or any(one.value not in _OFFERED for one in told):
        return found
    given = next(find(page), None)
    if given is None:
        return found
    return [one for one in found if one.name != "loan_security" or one.value != "none"] + [given]


def find(page: Page) -> Findings:
    """A guarantee company that answers for our loan."""
    for pattern in (_ZH, _EN):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            clause = page.clauses[index]
            if clause.closing == "?" or _NOT_SO.search(page.text, clause.start, max(clause.end, match.end())):
                continue
            if page.wished(index, match.start()) or strangers(page, match.start()):
                continue
            yield Found("loan_security", "other", match.start(), match.end(), 5)
