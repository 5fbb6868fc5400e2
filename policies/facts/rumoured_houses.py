"""A rumour of who stands behind an owner: "some say our main shareholder belongs to a listed group".

Nobody who knows has said it, so `group_subsidiary` stays open, unless the writer says what is true of it.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_RUMOUR = lazy(
    r"有人(?:说|讲|传|告诉|猜|怀疑|认为)|听(?:说|讲|闻|人说)|据说|据传|传(?:闻|言|说)|外[面界头](?:都|也|"
    r"有人)?(?:传|说|猜)|"
    r"(?:坊间|业内|同行|大家|别人|人家|市面上|网上)(?:都|也|有|一直|有人)?(?:传|说|猜|讲)|风传|疑似|似乎|好像|貌似|"
    r"(?<![a-z])(?:some(?: people)? (?:say|claim|think|believe|suspect)|people (?:say|claim|tell|think)|"
    r"(?:it|he|she|they) (?:is|are) (?:said|rumou?red|believed|thought|reported|reputed|alleged)|(?:is|are|"
    r"was) (?:said|"
    r"rumou?red|believed|thought|reputed|alleged|supposed) to|said to|rumou?r\w*|word (?:is|has it)|hearsay|gossip|"
    r"(?:we|i)(?:'ve| have)? (?:hear|heard|been told)|allegedly|reportedly|supposedly|talk (?:is|of))(?![a-z])"
)
_HOUSE = (
    r"(?:集团|上市公司|大企业|大公司|国企|央企|控股公司|母公司|"
    r"(?:corporate |listed |big |large )*groups?(?![a-z])|conglomerate|corporation|listed company|state-owned|"
    r"multinational|big company|large company)"
)
_BEHIND = lazy(
    rf"{_HOUSE}[^,。;]{{0,10}}?(?:设|成立|出资|办|控|旗下|下属|的(?:子公司|壳|平台|马甲|影子|人)|投的?|"
    rf"的(?=[,。;]|$))|"
    rf"(?:背后|属于?|隶属|归|后台|背靠|幕后)[^,。;]{{0,14}}?{_HOUSE}|"
    rf"(?<![a-z])(?:set up|founded|established|created|owned|controlled|held|backed|belongs?|belonging|arm|"
    rf"vehicle|shell|"
    rf"front|subsidiary|part|behind|fronts?|acts?|offshoot|stands?)(?![a-z])[^.;]{{0,50}}?(?<![a-z]){_HOUSE}|"
    rf"(?<![a-z]){_HOUSE}[^.;]{{0,40}}?(?<![a-z])(?:behind|set (?:it|us) up|owns|controls|stands)(?![a-z])"
)
_OWNER = lazy(
    r"股东|持股|股份|股权|控股|占股|[\d.]+%|(?<![a-z])(?:shareholders?|owners?|owns?|hold(?:s|ing)?|held|"
    r"belongs?|shares?|"
    r"stake|investor|[\d.]+ per ?cent)(?![a-z])"
)
_ABOUT_OTHERS = lazy(
    r"客户|供应商|对手|隔壁|邻居|同行公司|买家|房东|付款|欠|银行|保险|担保公司|"
    r"(?<![a-z])(?:customers?|clients?|suppliers?|competitors?|rivals?|neighbou?rs?|buyers?|landlord|debtor|"
    r"bank|insurer|"
    r"guarantor|owes?|next door)(?![a-z])"
)
_FALSE = lazy(
    r"其实|事实上|并非|不是(?:真|这样|的)|没有(?:这回事|的事)|谣|假的|误会|误传|"
    r"(?<![a-z])(?:in fact|actually|not true|untrue|false|that is wrong|nonsense|they are wrong|mistaken|"
    r"no such)(?![a-z])"
)
_TRUE = lazy(
    r"(?:证实|确认|查(?:到|实|明)|承认|核实)了?(?!不)|确实|果然|的确|"
    r"(?<![a-z])(?:confirmed|verified|turned out|indeed|admitted|proved|the register shows)(?![a-z])"
)
_NOT = lazy(
    r"没|未|无|不|(?<![a-z])(?:not|never|no|nobody|none|nor|cannot|neither|without)(?![a-z])|n't",
)
_WEIGHT = 9


def find(page: Page) -> Findings:
    """`group_subsidiary` left open where it is only said by people."""
    text = page.text
    if not re.search(r"集团|公司|企|group|corporation|conglomerate|compan|state-owned|multinational", text):
        return
    for match in _RUMOUR.finditer(text):
        index = page.index(match.start())
        sentence = page.sentence(index)
        begin = page.clauses[page.opening(index)].start
        behind = _BEHIND.search(text, match.start(), min(len(text), match.end() + 160))
        if behind is None:  # "there is talk of a group behind it", and the house ahead of the rumour
            behind = _BEHIND.search(text, begin, match.start())
        if behind is None or _ABOUT_OTHERS.search(text, begin, behind.end()):
            continue
        if not _OWNER.search(text, max(0, begin - 80), behind.end()) or _settled(sentence, page, index):
            continue
        yield Found("group_subsidiary", None, match.start(), behind.end(), _WEIGHT)


def _settled(sentence: str, page: Page, index: int) -> bool:
    """Whether the writer goes on to say that it is so, or that it is not."""
    last = page.clauses[page.ending(index, 8)].end
    told = sentence + page.text[last : last + 60]
    if _FALSE.search(told):
        return True
    sure = _TRUE.search(told)
    return sure is not None and not _NOT.search(told[max(0, sure.start() - 24) : sure.start()])
