"""Public backers: money of the park's committee (`park_funding`, of the last two years) and of its two groups."""

from __future__ import annotations

from dataclasses import replace

from policies.facts import frames
from policies.facts.found import Findings
from policies.facts.frames import Frame, words
from policies.facts.lately import had_lately
from policies.facts.matters import Matter
from policies.facts.matters import find as find_matters
from policies.facts.scope import Page
from policies.patterns import lazy

_PARK = r"(?:中关村(?:管委会|科技园区?(?:管委会)?)|海淀园(?:区)?(?:管委会)?|(?<![区])园区管委会|海淀管委会|管委会)"
_HAD = r"(?:拿|领|获|得|给|批|拨|享受|收|补)(?:到|得|了|过|取){0,2}"
_PARK_MONEY = lazy(
    rf"{_PARK}[\u4e00-\u9fff]{{0,8}}?(?:资金|经费|补贴|补助|支持|资助|专项|扶持|拨款|奖励|给了|的?钱|拨)|"
    rf"{_HAD}[\u4e00-\u9fff\d]{{0,6}}{_PARK}(?!认定|评|列|选)[^,。;]{{0,16}}?(?:资金|补|支持|资助|专项|扶持|拨|奖|款|钱|[万元])|"
    rf"{_PARK}[^,。;没未不认]{{0,6}}(?:批|拨|发|打|投|奖|补)(?:给|了|过|来|下)"
)
_NO_PARK_MONEY = lazy(
    rf"{_PARK}[^。;]{{0,24}}?(?:补助|补贴|资金|经费|资助|钱)[^,。;]{{0,4}}(?:都|也|均|一概)(?:没(?:有)?|未)(?:下来|给|到|批|拨|发|见)"
)
_PARK_EN = words(
    r"(?:zhongguancun|haidian park|haidian science park|the park)(?:'s)? (?:(?:science |park |administrative |"
    r"management |administration )*)(?:committee|administration|management|authorit\w+)"
)
_MONEY_EN = words(
    r"money|fund(?:s|ing|ed)?|grants?|granted|subsid\w+|support(?:ed|s)?|backed|backs|award(?:s|ed)?|gave|given|paid|"
    r"financed|sponsored|rmb|yuan|cash|allocat\w+|project money|reached our account"
)
_CAME_FROM = words(
    rf"(?:it|they|this|that|the (?:money|grant|sum|funds)) (?:(?:was|were|is|all|had) ){{0,2}}(?:came|come|comes|paid|"
    rf"given|granted|awarded|from) (?:\w+ )?(?:from |by )?(?:the )?(?:{_PARK_EN.pattern})"
)
_ONLY_SOUGHT = words(
    r"appl(?:y|ied|ying|ication)|hope|next year|how|waiting|recogni[sz]ed (?:\w+ )?(?:incubator|start-?up)|"
    r"customers?|recommend\w*"
)
_MONEY_HAD = lazy(
    r"拿|领|获|得|给|批|拨|享受|收|过|了|有|投|注|请到|股东|金主|入股|(?<![a-z])(?:invest\w*|backed|supported|granted|lent|put|got|"
    r"received|had|"
    r"have|gave|paid|given|"
    r"awarded|obtained|took|won|no|never)(?![a-z])"
)
_GROUP = r"(?:海科金(?:集团)?|中关村发展(?:集团)?)"
_GROUP_MONEY = lazy(
    rf"(?:投资人|投资方|投资机构|股东|出资(?:人|方))(?:就|正)?是{_GROUP}|"
    rf"{_GROUP}[\u4e00-\u9fff]{{0,8}}?(?:资金|投资|[投注出]|支持|担保|贷款|给了|入股|股东|金主|借|的?钱|参股)|(?:获|拿|得|"
    rf"接受)[\u4e00-\u9fff\d]{{0,6}}{_GROUP}"
)
_GROUP_EN = words(r"haikejin(?: group)?|zhongguancun development(?: group)?")
_STAKE_EN = words(
    rf"(?:{_MONEY_EN.pattern})|invest\w*|backing|lent|put|stakes?|shareholders?|come|came|convertible|round|nothing|"
    r"nor from|or from"
)
_RIVALS = words(r"rivals?|competitors?|customers?|suppliers?|next door|neighbours?|appl(?:y|ied|ying)|hope|how")
_OF_OTHERS = lazy(
    r"我们的?(?:竞争对手|对手|同行|客户|供应商)|(?<![a-z])(?:our|a) (?:rival|competitor|customer|supplier)"
)
_PARKS = ("管委会", "中关村", "海淀园", "zhongguancun", "haidian park", "the park")
_BACKERS = ("海科金", "中关村发展", "haikejin", "zhongguancun development")

MATTERS = (
    Matter("park_funding", _PARK_MONEY, beside=_MONEY_HAD, signs=_PARKS),
    Matter("park_funding", _NO_PARK_MONEY, value=False, bare=True, weight=3, signs=_PARKS),
    Matter("group_funding", _GROUP_MONEY, beside=_MONEY_HAD, without=_OF_OTHERS, signs=_BACKERS),
)
FRAMES = (
    Frame("park_funding", _PARK_EN, beside=_MONEY_EN, without=_ONLY_SOUGHT, signs=_PARKS, doubt=True),
    Frame("park_funding", _CAME_FROM, about=_MONEY_EN, without=_ONLY_SOUGHT, signs=_PARKS),
    Frame("group_funding", _GROUP_EN, beside=_STAKE_EN, without=_RIVALS, signs=_BACKERS, doubt=True),
)


def find(page: Page) -> Findings:
    """Money had from the park or from a group, denied or open; the park's of more than two years ago is none."""
    if not any(sign in page.text for sign in (*_PARKS, *_BACKERS)):
        return
    for found in (*find_matters(page, MATTERS), *frames.find(page, FRAMES)):
        dated = found.name == "park_funding" and found.value
        yield replace(found, value=had_lately(page, found.start)) if dated else found
