"""A guarantor that writes of its own business: where its house stands, and the rate at which it vouches.

"I manage a guarantee company in Beijing": that is where the one who asks is, unless the question is a client's. What it
takes for its guarantees, "our guarantee rate went from 1.5% to 0.8%", is nobody's rate of interest.
"""

from __future__ import annotations

import re

from policies.facts import places
from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_HOUSE_EN = (
    r"(?:guarantors?|(?:re-?)?guarant(?:ee|y) (?:company|firm|house|institution|agency|corporation|fund)|"
    r"surety (?:company|house))"
)
_HOUSE_ZH = r"(?:融资)?(?:再)?担保(?:公司|机构|集团|中心)"
_OURS_EN = lazy(
    r"(?<![a-z])(?:(?:we are|we're|i (?:run|manage|head|lead|direct|own|represent|work (?:at|for|in|with))|i(?: am|'m) "
    r"(?:with|at|from|(?:an?|the) (?:[\w-]+ ){0,3}(?:of|at|with|for|in))|(?:on behalf of|speaking for)|as) "
    r"(?:(?!client|customer|by |from |to |backed|covered)[\w'-]+ ){0,6}?"
    rf"{_HOUSE_EN})(?!'s? (?:client|customer))(?:,| that| which| of| is| sits| based| seated| "
    r"located| registered){0,3} (?:in|at|of|from) (?:the )?$"
)
_NAMED_EN = lazy(r"(?<![a-z])(?:we are|we're|i (?:run|manage|head|own|work (?:at|for|in))|as) (?:an?|the|one of) $")
_BEHIND_EN = lazy(rf"(?:'s|-based)? (?:[\w-]+ ){{0,3}}?{_HOUSE_EN}(?!'s? (?:client|customer))(?![a-z])")
_OURS_ZH = lazy(
    r"(?:[我咱]们?|我司|本公司|本机构|敝公司)[^,。;客找由给替]{0,8}?(?:是|在|设[于在]|位于|为)$|"
    rf"(?:[我咱]们|本|敝)(?:这家)?{_HOUSE_ZH}(?:是|就)?(?:设[于在]|位于|在|注册在)(?=$)"
)
_BEHIND_ZH = lazy(rf"(?:市|区|省|自治区)?的?(?:一[家间个])?[^,。;客户]{{0,10}}?{_HOUSE_ZH}(?!的?(?:客户|担保))")
_FOR_ANOTHER = lazy(
    r"客户|借款人|被担保|(?<![a-z])(?:(?:an?|our|the|this|one|my) (?:[\w-]+ )?(?:client|customer|borrower|applicant)|"
    r"(?:one|some) of (?:our|the|my) (?:clients|customers|borrowers))(?![a-z])"
)
_RATE = lazy(
    r"担保(?:的?年?费|费用)?率|(?<!利)费率|担保费(?:由|从|是|为|降|收|调|按|减)|"
    r"(?<![a-z])(?:guarant(?:ee|y|or's)|fee|premium|our) (?:fee )?(?:rates?|charges?)(?![a-z])|"
    r"(?<![a-z])(?:fees?|premiums?|charge)(?![a-z])"
)
_INTEREST = lazy(r"利率|利息|年利|(?<![a-z])(?:interest|loan rate|borrowed at|lent at)(?![a-z])")


def find(page: Page) -> Findings:
    """The region of a guarantor that asks for itself, where nothing else tells a place, and what it did for others."""
    yield from eased(page)
    if ("担保" not in page.text and "guarant" not in page.text and "surety" not in page.text) or page.for_client:
        return
    if _FOR_ANOTHER.search(page.text):
        return
    for code, start, end in places.named(page):
        clause = page.clauses[page.index(start)]
        if page.text[start:end].isascii():
            ahead = page.text[clause.start : start]
            behind = _NAMED_EN.search(ahead) and _BEHIND_EN.match(page.text, end, clause.end)
            ours = bool(_OURS_EN.search(ahead) or behind)
        else:
            said = _OURS_ZH.search(page.text, clause.start, start)
            ours = bool(said and ("担保" in said[0] or _BEHIND_ZH.match(page.text, end, clause.end)))
        if ours and not page.wished(page.index(start), start) and not any(True for _ in places.find(page)):
            yield Found("region", code, start, end)
            return


_SIDES = r"[^,。;]{0,24}?"
_EASED = lazy(
    rf"费率?{_SIDES}(?:调低|降低|下调|降到|降至|下降|降了|减到|减半|砍)|(?:调低|降低|下调|减免){_SIDES}费|"
    r"(?:免去|免除|取消|不再?要求?|不用|不收|免)[^,。;]{0,10}反担保|"
    rf"首(?:次)?贷{_SIDES}(?:占比|比例|比重|份额){_SIDES}(?:升|提高|增|涨)|"
    r"(?<![a-z])(?:cut|lower\w*|reduc\w+|brought down|halved)[^,.;]{0,30}(?:rates?|fees?|charges?)(?![a-z])|"
    r"(?<![a-z])(?:rates?|fees?)[^,;]{0,24}(?:fell|dropped|went down|came down|was cut|were cut)(?![a-z])|"
    r"(?<![a-z])(?:stopped|dropped|no longer|without|abolished|waived?)[^,.;]{0,24}counter-?\s?guarant|"
    r"(?<![a-z])(?:raised|increased|more)[^,.;]{0,40}first[- ](?:time )?(?:loans?|borrow)"
)
_TIGHTENED = lazy(
    rf"费率?{_SIDES}(?:调高|提高|上调|涨|升)|(?:仍|还是?|一直|都|照样)[^,。;]{{0,4}}(?:要|收)[^,。;]{{0,10}}反担保|"
    rf"首(?:次)?贷{_SIDES}(?:占比|比例|比重|份额){_SIDES}(?:降|下滑|减)|"
    r"(?<![a-z])(?:raised|increased|put up)[^,.;]{0,20}(?:rates?|fees?|charges?)(?![a-z])|"
    r"(?<![a-z])still (?:ask|requir|demand|insist)\w*[^,.;]{0,24}counter-?\s?guarant|"
    r"(?<![a-z])first[- ](?:time )?(?:loans?|borrow\w*)[^.;]{0,40}(?:fell|dropped|went down|declined|shrank)"
)


_WRITES = lazy(
    rf"(?:我|我们|咱们?|我司|本公司)(?:是|在|管着?)?[^,。;?!向找由被给]{{0,16}}{_HOUSE_ZH}(?!的?客户)|"
    r"(?<![a-z])(?:we are|we're|i (?:run|manage|head|lead|direct|own|work (?:at|for|in))|i(?: am|'m)|as) "
    rf"(?:(?!client|customer|by |from |to |backed|covered)[\w'-]+ ){{0,7}}?{_HOUSE_EN}"
)


def eased(page: Page) -> Findings:
    """`guarantee_terms_eased`: what a guarantor did for its clients, or that it did the opposite in all it tells."""
    if ("担保" not in page.text and "guarant" not in page.text) or not _WRITES.search(page.text):
        return
    for pattern, value in ((_EASED, True), (_TIGHTENED, False)):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            if not (page.wished(index, match.start()) or page.clauses[index].closing == "?"):
                yield Found("guarantee_terms_eased", value, match.start(), match.end())
                return


def rate_of_cover(page: Page, one: Found) -> bool:
    """Whether what was read as the rate of a loan is what a guarantor takes."""
    if one.name != "loan_rate_pct" or one.value is None:
        return False
    clause = page.clauses[page.index(one.start)]
    named = list(_RATE.finditer(page.text, clause.start, one.start))
    return (
        bool(named)
        and _INTEREST.search(page.text, named[-1].end(), clause.end) is None
        and (
            re.search(r"guarant|担保|premium|费率|fee", page.words(page.index(one.start))) is not None
            and _INTEREST.search(page.text, clause.start, one.start) is None
        )
    )
