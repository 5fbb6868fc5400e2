"""A premium told without its name: "paid 430,000 for cover on key research equipment", 花20万给研发设备上了保险."""

from __future__ import annotations

from policies.facts.fees import not_taken
from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.scope import FORECAST, Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_TECH = r"(?:r&d|r and d|research|product[- ]development|development liability|sci-?tech|technology|patent|innovation)"
_COVER = r"(?:cover(?:age)?|insurance|polic(?:y|ies)|premiums?)(?! (?:compan|firm))"
_TECH_COVER = (
    rf"(?:{_COVER} (?:for|on|of|over|against|covering|that (?:covers?|protects?)|protecting|to protect) "
    rf"(?:(?!and|or)[\w'-]+ ){{0,4}}?{_TECH}(?![a-z])|"
    rf"insur(?:e|ing) (?:(?!and|or)[\w'-]+ ){{0,4}}?{_TECH}(?![a-z])|{_TECH}(?:[ -](?!into |of |and |on |for |in "
    rf")[\w-]+){{0,4}}?[ -]{_COVER})"
)
_BEHIND_EN = lazy(
    r"\s?(?:yuan |rmb )?(?:(?:this|last) year |in 20\d\d |a year |in all |altogether )?(?:to (?:an?|the|our) (?:\w+ "
    r"){0,3}?"
    rf"insurer )?(?:(?:for|on|to|in|as|buying|taking out) ){{1,2}}(?:(?!and|or)[\w'-]+ ){{0,3}}?{_TECH_COVER}"
)
_PAID_EN = lazy(
    r"(?<![a-z])(?:paid|spent|gave|laid out|handed over|put|transferred|cost us|charged us|billed "
    r"us)(?![a-z])[^.;\d]{0,40}$"
)
_AHEAD_EN = lazy(
    rf"(?<![a-z]){_TECH_COVER}[^.;\d]{{0,40}}?(?<![a-z])(?:cost|costs|came to|was billed at|set (?:us|it|the \w+) back|"
    r"for which (?:we|it) paid|which cost|costing|for|at)(?: us| it)?(?: about| only| just)? (?:rmb ?|¥)?$"
)
_BOUGHT_EN = lazy(
    r"(?<![a-z])(?:bought|took out|taken out|purchased|cost|costs|came to|paid|billed|back|costing)(?![a-z])"
)
_TECH_ZH = r"(?:研发|科研|研究|实验|科技|技术成果|专利)"
_BEHIND_ZH = lazy(
    rf"元?(?:钱)?,?(?:来|去)?(?:[给为替]|买了?|投保了?)[^,。;]{{0,8}}?{_TECH_ZH}[^,。;]{{0,12}}?(?:保险|投保|责任险|"
    rf"财产险|设备险|上了?险|保了?险)(?!公司)"
)
_AHEAD_ZH = lazy(
    rf"(?:[给为替][^,。;]{{0,6}}?{_TECH_ZH}[^,。;]{{0,10}}?(?:[上买办投做][^,。;]{{0,4}}(?:保险|险)|"
    rf"投保)了?)[^。;\d]{{0,10}}?[花付交缴]了?$"
)
_PAID_ZH = lazy(r"[花付交缴用](?:了|出|掉|过)?(?:约|人民币)?$")
_CARS = lazy(r"贷款|货款|(?<![a-z])(?:vans?|cars?|trucks?|lorries|vehicles?|fleet)(?![a-z])")


_INSURE_EN = lazy(
    rf"(?<![a-z])(?:insure[sd]?|(?:is|are|was|were|been) (?:\w+ )?(?:insured|covered)|cover(?:s|ed)?|took out|"
    rf"taken out|"
    rf"bought|hold|have|carry)(?![a-z])[^.;\d]{{0,80}}?(?<![a-z]){_TECH}(?![a-z])|"
    rf"(?<![a-z]){_TECH}(?:[ -][\w'-]+){{0,4}} "
    r"(?:is|are|was|were|has been|have been) (?:\w+ )?(?:insured|covered)(?![a-z])"
)
_INSURER_EN = lazy(r"(?<![a-z])(?:insur(?:e[sd]?|er|ers|ance|ing)|underwriters?|polic(?:y|ies))(?![a-z])")
_FOR_IT_EN = lazy(
    r"(?<![a-z])(?:paid|pay|(?:year )?costs? us|costing us|charged us|charges us|came to|comes to)(?: (?:it|"
    r"them|the insurer|a "
    r"total of|altogether|in all|just|about|us)){0,2} (?:rmb ?|¥)?$"
)
_FOR_THE_YEAR = lazy(
    r"\s?(?:yuan |rmb )?(?:for (?:the|one|this|that|a|last|twelve) (?:\w+ )?(?:year|months|cover|policy|"
    r"insurance|term)|"
    r"(?:this|last) year|a year|per year|in 20\d\d|yearly|annually|in (?:january|february|march|april|may|june|july|"
    r"august|september|october|november|december))(?![a-z])|\s?(?:yuan)?(?=[,.;!]|$)"
)
_OTHER_COSTS = lazy(
    r"(?<![a-z])(?:rent|wages|salar\w+|tax(?:es)?|interest|loans?|guarant\w+|valuation|apprais\w+|development "
    r"cost|budget|equipment cost|sales|revenue|damages?|claim(?:ed)? (?:of|for))(?![a-z])"
)


def insured_for(page: Page, index: int, one: Quantity) -> bool:
    """A sum paid where the same sentence insures research: "we insure our tests against R&D failure … and paid X"."""
    first = page.opening(index, 2)
    if any(
        two.kind == "cny" and two.start < one.start for i in range(first, index + 1) for two in page.quantities_in(i)
    ):
        return False
    lead = page.text[page.clauses[first].start : one.start]
    told = _INSURE_EN.search(lead)
    if told is None or not _INSURER_EN.search(lead) or _OTHER_COSTS.search(lead):
        return False
    return _FOR_IT_EN.search(lead) is not None and _FOR_THE_YEAR.match(page.text, one.end) is not None


def find(page: Page) -> Findings:
    """`premium_cny` of a sum that was paid for cover of research, development or its equipment."""
    text = page.text
    if (
        "险" not in text
        and "投保" not in text
        and not any(one in text for one in ("insur", "cover", "polic", "premium"))
    ):
        return
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if one.kind not in ("cny", "plain") or one.vague or one.value < 100 or _a_year(one):
                continue
            if not (_for_cover(page, index, one) or _named_ahead(page, one)):
                continue
            words = page.words(index)
            if _CARS.search(words) or FORECAST.search(words.replace("this year", "").replace("今年", "")):
                continue
            if strangers(page, one.start) or page.wished(index, one.start) or not_taken(page, index):
                continue
            if not doubted(page, index) and clause.closing != "?":
                yield Found("premium_cny", number(one.value), one.start, one.end, 1)


def _a_year(one: Quantity) -> bool:
    return one.kind == "plain" and 1990 <= one.value < 2100 and one.end - one.start == 4  # "paid in 2022 for cover"


_NAMED_AHEAD = lazy(
    rf"(?<![a-z])(?:insurance )?premiums?(?! (?:subsid|aid|grant|support))"
    rf"(?: (?:paid|settled|charged|billed|due))?"
    rf"(?: (?:in|during|for|over) [^.;:\d]{{0,12}}(?:20\d\d)?)?[^.;:\d]{{0,30}}?{_TECH}[^.;:\d]{{0,90}}"
    r"(?::|was|were|of|came to) ?(?:rmb ?|¥|cny ?)?$"
)
"""The name with what is covered, and the sum behind a colon: "Premium paid in 2022 for our R&D policies (…): RMB …"."""


def _named_ahead(page: Page, one: Quantity) -> bool:
    if one.kind != "cny" or "premium" not in page.text:
        return False
    return _NAMED_AHEAD.search(page.text, max(0, one.start - 200), one.start) is not None


def _for_cover(page: Page, index: int, one: Quantity) -> bool:
    clause = page.clauses[index]
    if insured_for(page, index, one):
        return True
    lead = page.text[clause.start : one.start]
    if _BEHIND_EN.match(page.text, one.end, clause.end):
        return _PAID_EN.search(lead) is not None
    if _AHEAD_EN.search(lead):
        return _BOUGHT_EN.search(lead) is not None
    if _BEHIND_ZH.match(page.text, one.end):
        return _PAID_ZH.search(lead) is not None
    before = page.previous(index)
    start = page.clauses[before].start if before is not None else clause.start
    return _AHEAD_ZH.search(page.text, start, one.start) is not None
