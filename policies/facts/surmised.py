"""What the writer only concludes: so big an insurer is bound to be on the list, 这么大的银行想必是合作机构.

Nobody has looked. A reader of the words would take them for a statement; here they leave the fact open, unless the
writer goes on to say that it was looked up.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.stretches import Stretches
from policies.patterns import lazy

_EN = (
    r"bound to|sure to|surely|stands to reason|no doubt|doubtless|without (?:a )?doubt|presumably|supposedly|"
    r"(?:must|ought to|should|would have to|has to|have to|will)(?: surely| certainly| also| then| well)? be|"
    r"(?:can|could) (?:hardly|scarcely|not possibly|n't possibly)|(?:can't|cannot|can not|couldn't) (?:possibly )?be|"
    r"(?:i|we|one)(?:'d| would| should| do| can)?(?: only| rather| simply| just| always| like to)? (?:think|imagine|"
    r"suppose[d]?|guess|expect|reckon|presume[d]?|assume[d]?|fancy|believe|trust|dare ?say|figure|bet|wager|"
    r"take it|took it|conclude|infer)|"
    r"(?:my|our) (?:guess|assumption|bet|hunch|feeling|impression|belief|expectation)|"
    r"(?:be|am|are|been) (?:\w+ )?(?:surprised|amazed|astonished)|in all (?:likelihood|probability)|"
    r"(?:for granted|as given|as read)|knowing (?:how|its|their)|(?:goes|go) without saying"
)
_ZH = (
    r"想必|想来|谅必|按(?:理|道理|说)|照(?:理|道理|说)|按常[理识]|论理|理当|理应|总(?:该|归|不会|不至于|应该)|应该|应当|该是|"
    r"不可能不|不会不|不至于不|(?:没|冇)(?:有)?理由不|哪能不|怎[么会]+不|怎么可能不|岂会不|岂能不|(?:我|我们|个人|自己)"
    r"(?:心里|一直|就|都|总)?(?:猜|估|想|觉得|认为|以为|相信|推测|判断|看)|估计|估摸|猜想|八成|九成九|多半|十有八九|大概率|推断|"
    r"(?:肯定|一定|必定|必然|准|绝对|当然|自然)(?:都|也|会|就)?(?:是|在|有|属|列|算)[^,。;!?]{1,24}(?:吧|啦|嘛|啰|咯)"
)
_GUESS = lazy(rf"(?:{_ZH})|(?<![a-z])(?:{_EN})(?![a-z])")
_BIG = lazy(
    r"(?:这么|那么|如此|这样)(?:大|有名|出名|知名)|大(?:行|公司|银行|机构|品牌)|全国性|国有|国企|央企|四大|五大|规模|名气|毕竟|"
    r"(?<![a-z])(?:(?:so|that|such an?) (?:big|large|well[- ]known|famous|old|important)|being (?:so|the|a|state)|"
    r"of (?:that|such|its) (?:size|standing))(?![a-z])"
)
_CERTAIN_ZH = lazy(r"(?:肯定|一定|必定|必然|绝对|当然|自然)(?:都|也|会|就)?(?:是|在|有|属|列|算)")
"""Certainty is a conclusion where its only ground is how big the house is."""

_HOUSE = (
    r"(?:partners?|(?:co-?operat\w+|approved|listed|designated) (?:bank|insurer|institution|lender|guarantor|agenc)\w*)"
)
_LISTED_EN = (
    r"(?<![a-z])(?:is|are|be|being|was|were|were not|weren't|has|have|belongs?|stands?|'s|been|missing|left|figures?|"
    r"(?:makes?|made) (?:it|them|this one))"
    rf" (?:[\w'-]+ ){{0,7}}?(?:{_HOUSE}|list|lists|roll|register|panel|roster|directory|scheme|programme)(?![a-z])"
)
_LISTED_ZH = (
    r"(?:是|在|属于?|列|算|有|入|进)[^,。;!?]{0,16}?"
    r"(?:合作(?:行|银行|机构|名单|担保|保险|方|伙伴|单位|金融)|名单|名册|名录)"
)
_LISTED = lazy(rf"{_LISTED_EN}|{_LISTED_ZH}")
_FINANCE = lazy(
    r"银行|机构|担保|保险|行|(?<![a-z])(?:banks?|insurers?|lenders?|guarantors?|institutions?|appraisers?|valuers?|"
    r"compan(?:y|ies)|brokers?|underwriters?|polic(?:y|ies)|insurance|loan)(?![a-z])"
)
_OTHER_LIST = lazy(
    r"黑名单|失信|入库|白名单|重点支持|培育|(?<![a-z])(?:blacklist|key|supported|defaulters?|dishonest\w*|waiting|mailing|"
    r"price)(?![a-z])"
)
_CLAIM = lazy(
    r"补|贴息|报销|申请|申报|(?<![a-z])(?:claim|apply|subsid\w+|entitled|eligible|paid to us|get back|qualify)(?![a-z])"
)
_RULE = lazy(
    r"必须|须|规定|要求|才(?:能|可|行)|(?<![a-z])(?:rules?|says?|requires?|condition|according to|in order to|"
    r"has to be|notice|guideline|must be (?:an? )?(?:partner|on)(?! the \w+ list))(?![a-z])"
)
_TO_YOU = lazy(r"(?<![a-z])(?:you(?:'ll)?|should be (?:paid|able)|enough)(?![a-z])|您|你们?")
_OUGHT = lazy(r"(?<![a-z])(?:must|ought to|should|have to|has to|will)(?![a-z])|应该|应当|该是")
_SHORT_EN, _SHORT_ZH = 36, 8
_LOOKED_UP = lazy(
    r"(?<![没未不])(?:查|核对|确认|核实|问|翻|看)(?:过|了|到|实|明|清)|果然|确实|名单上有|证实|"
    r"(?<![a-z])(?<!not )(?<!n't )(?<!never )(?:(?:we|i|they|it|he|she|department|bank|office)(?:'ve| have| has| had)?"
    r"(?: since| also| then| duly)? (?:checked|confirmed|looked (?:it )?up|verified|found (?:it|them))|and (?:so )?it "
    r"(?:is|was)|indeed (?:it )?(?:is|was)|turned out|confirmed (?:it|by|that|in))(?![a-z])"
)
_WEIGHT = 9


def find(page: Page) -> Findings:
    """`partner_institution` left open where its standing is only concluded."""
    text = page.text
    if not any(
        sign in text for sign in ("名单", "合作", "名册", "名录", "list", "partner", "operating", "roll", "panel")
    ):
        return
    stretches: Stretches | None = None
    for match in _LISTED.finditer(text):
        stretches = stretches or Stretches(text)
        number = stretches.around(match.end() - 1)
        start, end = _said(stretches, number)
        words = text[start:end]
        if not _concluded(text, stretches, number, words) or _OTHER_LIST.search(words):
            continue
        if _RULE.search(words) or _CLAIM.search(text, match.start(), end) or _looked_up(text, stretches, number):
            continue
        if _FINANCE.search(words) or _of_a_house(page, page.index(match.start())):
            yield Found("partner_institution", None, match.start(), match.end(), _WEIGHT)


def _of_a_house(page: Page, index: int) -> bool:
    """Whether a bank, an insurer or the like is spoken of in the sentence, or in the one before."""
    before = max(0, page.opening(index) - 1)
    return any(_FINANCE.search(page.sentence(each)) for each in (index, before))


def _said(stretches: Stretches, number: int) -> tuple[int, int]:
    """The stretch of the list with the one before it in its sentence: 这么大的银行，想必在名单上."""
    first = number if number == 0 or stretches.closes_sentence(number - 1) else number - 1
    last = number if stretches.closes_sentence(number) else number + 1
    return stretches.span(first)[0], stretches.span(min(last, len(stretches.edges) - 1))[1]


def _concluded(text: str, stretches: Stretches, number: int, words: str) -> bool:
    """Whether the stretch itself is a conclusion, or a short one beside it says so: 按理说，…, "…, I imagine"."""
    here = text[slice(*stretches.span(number))]
    if _GUESS.search(here):
        return _TO_YOU.search(here) is None
    if _CERTAIN_ZH.search(here) and _BIG.search(words):
        return True
    for beside, edge in ((number - 1, number - 1), (number + 1, number)):
        if not 0 <= beside < len(stretches.edges) or stretches.closes_sentence(edge):
            continue
        short = text[slice(*stretches.span(beside))]
        if len(short) <= (_SHORT_EN if short.isascii() else _SHORT_ZH) and _GUESS.search(short):
            return not any(one.search(short) for one in (_OUGHT, _CLAIM, _TO_YOU))
    return False


def _looked_up(text: str, stretches: Stretches, number: int) -> bool:
    """Whether this stretch or one of the two behind it tells that somebody looked."""
    end = stretches.span(min(number + 2, len(stretches.edges) - 1))[1]
    return _LOOKED_UP.search(text, stretches.span(number)[0], end) is not None
