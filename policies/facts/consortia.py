"""Who stands together in a consortium: a larger firm and small ones, all of one kind, or nobody beside us."""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import SUPPOSITION, doubted
from policies.patterns import lazy

_JOINT = lazy(
    r"联合体|联合(?:起来)?(?:去)?投|共同投|组队投|一起(?:去)?投|合(?:伙|起来|着)投|(?<![a-z])(?:consorti\w+|"
    r"joint(?:ly)? (?:bid|tender)\w*|"
    r"(?:bid|tender)\w* (?:[\w-]+ ){0,3}?(?:jointly|together)|together[^.;?]{0,90}?(?:bid|tender))"
)
_ALONE_NOT = lazy(
    r"怕|担心|吃力|太|不够|做[不唔]|拿不|干不|接不|投不|唔[够掂得]|不起|不了|不成|不行|难|没法|无法|以前|上次|之前|"
    r"(?<![a-z])(?:too|could|cannot|can't|hard|difficult|afraid|fear\w*|impossible|beyond|instead of|rather than|"
    r"earlier|last time|used to|previously|not (?:bid\w* )?(?:alone|on our own))(?![a-z])|n't (?:\w+ ){0,4}?"
    r"(?:alone|on our own|by ourselves|solo)"
)
"""Why a bid was not made alone: 怕自己一家投太吃力."""
_ALONE = lazy(
    r"(?:单独|独立|独自|自己一家|一家)(?:去)?(?:投|竞|参)|(?:不|没有?|未|没打算|冇)(?:打算|准备|想)?(?:跟|和|与|"
    r"同)?[^,。;?]{0,10}?"
    r"(?:组|搞|结|成立|是|算)[^,。;?]{0,3}?联合体|"
    r"(?<![a-z])(?:alone|on our own|by ourselves|solo|without (?:any )?partners?|no partners?|"
    r"(?:not|never|n't|no)(?: [\w-]+){0,4} consortium)(?![a-z])"
)
_ALL_SMALL = lazy(
    r"(?:两|三|四|五|几|多)[家个间](?:都|全|均)?(?:是|系)?[^,。;大中]{0,3}?(?:小微|小型|微型|小企业|小公司|"
    r"小厂)[^,。;大中]{0,12}?(?:组|结|联|搭|一起|合)|"
    r"(?:成员|伙伴|双方|各家|[两三四几]家|[两三四几]间|大家|两边)[^,。;]{0,8}?(?:都|全|均|也)(?:是|属|"
    r"系)?[^,。;大]{0,4}?(?:小微|"
    r"小型|微型|小企业|小公司|小厂)|"
    r"(?:没有?|无|冇|不带|不含)(?:任何|一家)?[^,。;大中]{0,3}?(?:小微|小型|微型|小企业)(?:企业)?(?:的)?(?:成员|伙伴|"
    r"参加|在内|在里)|"
    r"(?:都|全|均)(?:是|属)[^,。;小微]{0,3}?(?:大型|中型|大企业|大公司)|"
    r"(?<![a-z])(?:(?:both|all)(?: of us| of them| members| partners)?(?: are| being)?|two|three|several|"
    r"another|other|fellow)(?: (?!large|big|medium)[\w-]+){0,2}? (?:small|micro|tiny)(?![a-z])|"
    r"(?<![a-z])(?:both|all)(?: [\w'-]+){0,6}? are (?:also )?(?:small|micro|tiny)(?![a-z])"
)
_NO_SMALL = lazy(
    r"(?:没有?|无|冇|不带|不含)(?:任何|一家)?[^,。;大中]{0,3}?(?:小微|小型|微型|小企业)(?:企业)?(?:的)?(?:成员|伙伴|"
    r"参加|在内|在里)|"
    r"(?:都|全|均)(?:是|属)[^,。;小微]{0,3}?(?:大型|中型|大企业|大公司)|"
    r"(?<![a-z])(?:no|without (?:an?|any)) (?:small|micro)(?: or micro)? (?:firm|member|partner|enterprise|company)|"
    r"(?<![a-z])(?:both|all)(?: [\w'-]+){0,6}? (?:are |being )(?:large|big|medium)"
)
_PARTNER = lazy(
    r"(?:和|跟|与|同|带着?|拉(?:了|上|着)?|牵头|搭|联合|由|找了?|请)[^,。;?]{0,12}?"
    r"(?P<big>大型|大企业|大公司|大集团|央企|国企|中型|上市公司|龙头|大厂|集团|国有)|"
    r"(?:和|跟|与|同|带着?|拉(?:了|上|着)?|搭|联合|找了?|请)[^,。;?]{0,12}?(?P<small>小微|小型|微型|小企业|小公司|"
    r"小厂)|"
    r"(?<![a-z])(?:with|by|and|behind|under) (?:an?|the|one|two|our) (?:[\w-]+ ){0,3}?"
    r"(?:(?P<large_en>large\w*|big\w*|medium|medium-sized|state-owned|listed|major|group)|(?P<small_en>small\w*|micro|"
    r"tiny))(?![a-z])"
)
_LARGER = lazy(r"大型|中型|大企业|大公司|(?<![a-z])(?:large|big|medium(?:-sized)?)(?![a-z])")
_SMALLER = lazy(r"小微|小型|微型|小企业|小公司|小厂|细公司|(?<![a-z])(?:small|micro|tiny)(?![a-z])")


def find(page: Page) -> Findings:
    """`mixed_consortium` and `leads_mixed_consortium` of a bid."""
    if not (joint := _JOINT.search(page.text)):
        return
    for alone in _ALONE.finditer(page.text):
        if strangers(page, alone.start()) or _ALONE_NOT.search(page.words(page.index(alone.start()))):
            continue
        yield Found("mixed_consortium", False, alone.start(), alone.end())
        return
    if doubted(page, page.index(joint.start())) or SUPPOSITION.search(page.words(page.index(joint.start()))):
        return
    few = _NO_SMALL.search(page.text)
    if few is None and not _LARGER.search(page.text):
        few = _ALL_SMALL.search(page.text)
    if few is not None:
        yield Found("mixed_consortium", False, few.start(), few.end())
        return
    for match in _PARTNER.finditer(page.text):
        if _near(page, match, joint):
            big = match["big"] or match["large_en"]
            rest = page.text[: match.start()] + " " + page.text[match.end() :]
            if (_SMALLER if big else _LARGER).search(rest):
                yield Found("mixed_consortium", True, match.start(), match.end())
                if not big:
                    yield Found("leads_mixed_consortium", True, match.start(), match.end())
            elif (_LARGER if big else _SMALLER).search(rest):
                yield Found("mixed_consortium", False, match.start(), match.end())
            return


def _near(page: Page, match: re.Match[str], joint: re.Match[str]) -> bool:
    first, second = sorted((match.start(), joint.start()))
    return page.clauses[page.index(second)].sentence - page.clauses[page.index(first)].sentence <= 1
