"""The house that founded or owns the enterprise, told by a pronoun: "they set us up and own every share".

Alone "they own every share" tells of people; behind a group or a mother company it tells of a subsidiary. So the noun
that the pronoun stands for is looked for before it, in this sentence or the one before.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_HOUSE = lazy(
    r"(?:母公司|总公司|控股公司|上市公司|央企|国企|(?<![这那])集团(?!军)|大厂|大公司)|"
    r"(?<![a-z])(?:(?:mother|parent|holding) (?:company|firm|group|house)|(?:our|the) parent|(?:an?|the|our|one) "
    r"(?:[\w'-]+ ){0,3}(?:group|corporation|conglomerate|multinational|concern|listed company|"
    r"state-owned (?:enterprise|company|firm)))(?![a-z])"
)
_PERSON = lazy(
    r"创始人|兄弟|同学|夫妻|朋友|教授|合伙人|工程师们|我们[两三四五几]|客户|供应商|对手|买家|甲方|"
    r"(?<![a-z])(?:founders?|brothers?|sisters?|professors?|husband|wife|couple|family|(?:two|three|four|five|my|some|"
    r"both) (?:\w+ )?(?:friends|engineers|colleagues|partners|classmates|students|people|men|women)|customers?|"
    r"clients?|suppliers?|rivals?|competitors?|buyers?|universit\w+|landlord|banks?|funds?)(?![a-z])"
)
_MADE = r"(?:founded|established|created|started|launched|formed|incorporated|bought|acquired|took over)"
_MOST = (
    r"(?:every|each|all(?: of)?|the whole(?: of)?|the lot|most(?: of)?|(?:a|the) majority(?: of)?|100 ?(?:%|per ?cent)"
    r"(?: of)?|(?:[5-9]\d)(?:\.\d+)? ?(?:%|per ?cent)(?: of)?)"
)
_OURS = (
    r"(?: (?:our|the|it|us|in us|single))*(?: (?:shares?|stock|equity|company|firm|capital))?(?! of (?:their|its|his))"
)
_THEY = r"(?:they|it|who|which)(?:'ve|'s| have| has| had| also| still| then| now| themselves| itself| alone){0,2}"
_TOLD = lazy(
    rf"(?<![a-z])(?:{_THEY} (?:{_MADE} (?:us|our (?:company|firm))|set (?:us|our (?:company|firm)) up|set up our "
    rf"(?:company|firm)|(?:own|hold|control|keep)s? (?:us|our (?:company|firm|shares)|{_MOST}{_OURS}))|"
    rf"(?:every|each|all(?: of)?)(?: (?:the|our|single))* (?:shares?|stock|equity)(?: (?:of ours|in us))? (?:is|are|"
    r"belongs?|lies?|sits?)(?: \w+)? (?:theirs|to (?:them|it)|(?:with|by) (?:them|it)|in their hands)|"
    r"we(?:'re| are| were)(?: \w+)? (?:founded|set up|established|created|owned|controlled)(?: in \d{4})?(?: and \w+)? "
    r"by (?:them|it)|we(?:'re| are) (?:(?:wholly|entirely|all) )?theirs|we(?:'re| are) (?:a |one of )?their (?:[\w-]+ )"
    r"{0,2}(?:subsidiar(?:y|ies)|offshoots?|daughters?|child(?:ren)?))(?![a-z])|"
    r"(?<![\u4e00-\u9fff])(?:\d{4}年|后来)?(?:出[资钱]|掏钱|一手)(?:成立|设立|创办|办起?)了?(?:我们|我司|本公司|咱们)|"
    r"(?:他们|它们?|人家|其)(?:在?[\d一二〇零]{2,4}年)?[^,。;没未不]{0,6}(?:成立|设立|创办|创立|办起?|建|出资办|收购|买下)了?"
    r"(?:我们|我司|本公司|咱们)|(?:我们|公司|我司|咱们)[^,。;没未不]{0,6}(?:由|被|是)(?:他们|它|人家)[^,。;没未不]{0,8}(?:办|设立|"
    r"成立|出资|投资|建|收购|买下)|(?:股份|股权|股子?)[^,。;没未不]{0,6}(?:全部?|都|一股不[漏留剩少]|百分之百|100%)[^,。;没未不]{0,5}"
    r"(?:在|归|是|由|属)(?:他们|它|人家)|(?:他们|它|人家)[^,。;没未不]{0,5}(?:持有?|拿着|握着|占)(?:了|着)?(?:我们|公司|本公司)?"
    r"(?:的)?(?:全部|所有|百分之百|100%|[5-9]\d%|[六七八九]成|大半|大头)(?:的)?(?:股|[,。;]|$)"
)
_NO_MORE = lazy(
    r"卖掉|转让|退出|脱离|独立出来|买回|回购|原来|曾经|以前|"
    r"(?<![a-z])(?:sold|no longer|spun (?:off|out)|bought (?:ourselves|the shares|it|them) (?:out|back)|used to|once|"
    r"until|left us|withdrew|divested|independent)(?![a-z])"
)
_SIGNS = ("they", "出", "掏", "一手", "it ", "who", "which", "theirs", "their", "them", "他们", "它", "人家", "其")
_FAR, _FAR_ZH = 260, 90
"""Code points before the deed in which the house is looked for."""


def find(page: Page) -> Findings:
    """`group_subsidiary`, where a house was named and what it did to us is told by a pronoun."""
    if not any(sign in page.text for sign in _SIGNS) or not _HOUSE.search(page.text):
        return
    for match in _TOLD.finditer(page.text):
        index = page.index(match.start())
        back = _FAR if match[0].isascii() else _FAR_ZH
        house = _last(_HOUSE, page.text, max(0, match.start() - back), match.start())
        if house is None or _PERSON.search(page.text, _clause(page, house.start()), match.start()):
            continue
        if _NO_MORE.search(page.sentence(index)) or page.wished(index, match.start()):
            continue
        if judge(page, match.start(), match.start(), ours=True) is Standing.STATED:
            yield Found("group_subsidiary", True, match.start(), match.end(), 4)


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text, start, end))), None)


def _clause(page: Page, place: int) -> int:
    return page.clauses[page.index(place)].start
