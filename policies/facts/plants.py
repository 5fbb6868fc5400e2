"""A plant is no seat: "our head office is registered in Lanzhou, in Zhongwei we only set up a works".

A head office is one legal person with its plants and branches, and sits where it is registered; a company that a
parent set up here is one of its own, and sits here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policies.facts import residence
from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_FOUNDED_US = lazy(
    r"(?<![a-z])(?:set|founded|created|established|started|opened) us(?: up)?(?:,? in (?:\w+ )?\d{4})?(?:,? in|"
    r" at)\s(?:the\s)?$|(?<![a-z])(?:parent|group|mother company|holding)(?: [\w']+){0,4} (?:set up|founded|built|"
    r"opened|invested in|put money into|established) (?:us|our \w+|(?:a|this|the) (?:[\w-]+ ){0,2}(?:plant|company|"
    r"firm|factory|works|laboratory|subsidiary)) (?:here )?in\s(?:the\s)?$"
)
_SET_UP_ZH = (
    r"(?:(?:投资|出资|独资|全资|合资|新|来|投){0,3}(?:开|设|设立|成立|注册|投资|办|建|兴办|创办|投产)的)"
    r"(?:一家)?(?:独立)?(?:法人)?(?:全资|独资|控股|合资)?"
)
_FOUNDED_US_ZH = lazy(
    rf"(?:省|市|区|县)?(?:{_SET_UP_ZH}[^,。;的]{{0,6}}?(?:子公司|公司|企业|厂|分公司|分厂))|(?:市|区|县)?(?:子公司|分公司)"
)
_WE_ARE_ZH = lazy(r"(?:我们|我司|敝司|公司|咱)(?:其实|就|只)?(?:是|系)|我们(?:这家|公司)?(?:由|为)")
_PARENT_OPENS = lazy(
    r"^(?![^,。;]*(?:客户|买家|供应商|对方|给|替))[^,。;我]{0,10}(?:母公司|集团|控股公司|总部|股东|企业|[台日韩美港德外]商)(?:去年|前年|早年|\d{4}年)?在$"
)
_ITSELF = lazy(r"(?:本身|我们|自己|自身)?(?:就|也)?(?:是|为|具有|有)?一?[个家]?独立(?:的)?(?:企业)?法人|我们|我司")
"""What follows a house that a parent set up, where it is the one that writes."""
_HEAD = lazy(
    r"(?:总公司|总厂|公司总部|总部)[^,。;]{0,8}$|(?<![a-z])(?:head office|headquarters|head company|"
    r"main company)[^.;]{0,60}$"
)
_OWN_COMPANY = lazy(
    r"(?<!没有)(?<!不是)(?<![没无非不])独立(?:的)?(?:企业)?法人|(?:是|为|属)[^,。;不没]{0,14}子公司|我们(?:自己|这家|这边)?"
    r"[^,。;没未不]{0,4}(?:注册|登记)|"
    r"(?<![a-z])(?:we|ours?)(?: [\w']+){0,4} (?:subsidiary|registered|incorporated)|(?<!no )(?<!not a )(?:separate|"
    r"independent|own) (?:legal|company|limited)"
)
"""A company of our own beside the one that is spoken of."""
_NO_COMPANY = lazy(
    r"(?:没有?|未|并无|无|不曾|从未)(?:再|去|在)?(?:当地|那边|这边|那里|本地)?(?:(?:另外?|另行|单独|独立|专门|就地|自己)"
    r"(?:去|再|的)?(?:成立|设立?|注册|登记|办)?|(?:成立|设立?|注册|登记)(?:过|了)?)(?:任何|一家|单独|独立|"
    r"另外|自己|当地|本地|新)*(?:的)?(?:法人)?(?:公司|法人单位|企业法人)(?!名)|"
    r"(?<![a-z])(?:no|without an?|not an?|neither an?|isn't an?|aren't an?) (?:(?:separate|own|independent|"
    r"local|registered|distinct) (?:[a-z]+ ){0,2}(?:company|legal entity|legal person|subsidiary|entity|firm)|"
    r"(?:[a-z]+ )?(?:company|legal entity|subsidiary|firm) (?:of (?:its|our|their) own|there|here|"
    r"over there|on this side))(?![a-z])|"
    r"(?<![a-z])(?:never|not|n't|without) (?:set(?:ting)? up|found(?:ed|ing)?|form(?:ed|ing)?|"
    r"incorporat(?:e|ed|ing)|establish(?:ed|ing)?|register(?:ed|ing)?) (?:an?|any) (?:\w+ ){0,2}?(?:company|entity)"
    r"(?= (?:there|here|on|in)(?![a-z]))"
)
"""No company was set up there."""
_WORKS = lazy(
    r"厂|仓|车间|生产|基地|办事处|网点|(?<![a-z])(?:plants?|factor(?:y|ies)|works(?:hops?)?|warehouses?|depots?|sites?|"
    r"branch(?:es)?|production|stores?|there|here)(?![a-z])"
)
_ONLY = lazy(
    r"(?:省|市|区|县)?(?:这边|那边|这里|那里|当地)?(?:的)?(?:就|仅|只)(?:是|有|设|开|建|放){1,2}(?:了|着|过)?"
    r"(?:一?[个家间座处])?[^,。;]{0,4}(?:厂|车间|仓库?|基地|办事处|网点|门市)|"
    r",? we (?:only|just|merely) (?:have|run|keep|set up|rent|own) (?:an?|one|our|the) (?:\w+ )?(?:plant|warehouse|"
    r"depot|factory|workshop|works|site|store)(?![a-z])"
)
"""Behind a place: all that we have there."""
_NOT_ITS_OWN = lazy(
    r"(?:厂|车间|这边|分厂|基地|我们|它|本身)[^,。;]{0,4}不是(?:一家)?(?:单独|独立|另外)的?(?:一家)?(?:公司|企业)|"
    r"(?:我们|这边|厂)(?:只|就|仅|不过)?是[^,。;不]{0,14}的(?:一个)?(?:车间|分厂|生产基地|生产点|生产车间)(?=[,。;]|$)|"
    r"(?:我们|这边|厂)?(?:没有?|无)(?:自己|独立|单独)的?(?:营业)?执照|"
    r"(?<![a-z])(?:plant|factory|works|workshop|site|depot|branch|we|it|which)(?: here| there| in \w+)?"
    r"(?:'s|'re| is| are| has| have|,)(?: just| only| merely)?"
    r"(?: not| no|n't| with no| without)(?: an?)?"
    r" (?:(?:separate|independent|own) (?:company|firm|legal (?:entity|person))|(?:company|firm|legal "
    r"(?:entity|person(?:ality)?|identity)|licen[cs]e) of (?:its|our) own)(?![a-z])|"
    r"(?<![a-z])have no (?:business )?licen[cs]e of our own(?![a-z])"
)
"""A works that is none for itself in law."""
_LAW_SIGNS = ("不是", "车间", "分厂", "生产", "执照", "separate", "independent", "own", "legal", "licen")
_ENTERED = lazy(
    r"注册(?!资)|登记|(?<![a-z])(?:registered|incorporated|licen[cs]e (?:says?|reads?|is (?:in|from)))(?![a-z])"
)
"""A company that tells where it is registered writes for itself: its depot is not what applies."""
_OTHERS = lazy(r"客户|对方|供应商|(?<![a-z])(?:customer|supplier|buyer|debtor|lender|bank)s?(?![a-z])")


def set_up_there(so_far: str, lead: str, behind: str) -> bool:
    """Whether a parent set us up at a place: our place all the same."""
    if _FOUNDED_US.search(so_far):
        return True
    if not _FOUNDED_US_ZH.match(behind) or not re.search(r"(?:[家司团业商]|股东|总部|年)在$|公司的$", lead):
        return False
    return bool(_WE_ARE_ZH.search(so_far) or (_PARENT_OPENS.search(so_far) and _ITSELF.search(behind)))


def heads_seat(text: str, so_far: str, tail: str) -> bool:
    """Whether a place is the one that the head office whose plant or branch we are is registered in."""
    return (
        _HEAD.search(so_far) is not None and residence.registered_at(so_far, tail) and _OWN_COMPANY.search(text) is None
    )


def only_plants(page: Page, named: Sequence[tuple[str, int, int]]) -> tuple[str, ...]:
    """Places at which the text says that no company was set up."""
    codes: list[str] = []
    for match in _NO_COMPANY.finditer(page.text):
        inside = [code for code, start, end in named if match.start() <= start and end <= match.end()]
        told = _WORKS.search(page.sentence(page.index(match.start())))
        before = [code for code, _, end in named if end <= match.start()] if told else []
        behind = [code for code, start, _ in named if page.text[match.end() : start] == " in "]
        codes += behind or inside or before[-1:]
    return tuple(codes)


def only_works(page: Page, named: Sequence[tuple[str, int, int]]) -> tuple[str, ...]:
    """Places of which the text says that we only have a works or a store there."""
    return tuple(code for code, _, end in named if _ONLY.match(page.text, end))


def find(page: Page) -> Findings:
    """`legal_person` no: the works is none for itself in law, and no company it belongs to writes."""
    if not any(sign in page.text for sign in _LAW_SIGNS) or _ENTERED.search(page.text):
        return
    for match in _NOT_ITS_OWN.finditer(page.text):
        index = page.index(match.start())
        if page.wished(index, match.start()) or _OTHERS.search(page.words(index)):
            continue
        if judge(page, match.end(), match.end(), ours=True) in (Standing.STATED, Standing.DENIED):
            yield Found("legal_person", False, match.start(), match.end(), 3)
