"""A title that is longed for and denied in one breath, or held by another house of the family and not by us.

"We'd love to be a little giant, but we aren't one", 想成为小巨人，可惜还不是; "our parent is a certified high-tech
enterprise, we ourselves are not", 母公司是高企，我们自己不是.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.facts.standing import UNSURE
from policies.facts.title_names import TITLES
from policies.patterns import lazy

_LONGED = lazy(
    r"(?:想|希望|盼|梦想|渴望|巴不得|争取)[^,。;]{0,6}?(?:成为|当|做|是|拿|评|得|够|变成)|"
    r"(?<![a-z])(?:love|like|dream\w*|hop(?:e|es|ing)|wish\w*|want\w*|aspir\w*|long|aim\w*|ambition|keen)(?![a-z])"
    r"[^.;,]{0,20}?(?<![a-z])(?:be|being|become|becoming|get|getting|win|earn|obtain|reach)(?![a-z])"
)
_OTHER_HOUSE = lazy(
    r"母公司|总公司|集团|股东|兄弟公司|姐妹公司|关联公司|控股公司|上级公司|(?<![a-z])(?:parent|mother (?:company|"
    r"house|firm)|"
    r"(?:our|the) (?:group|owner|shareholder)|sister (?:firm|company)|affiliate|holding(?: company)?|"
    r"head company)(?![a-z])"
)
_END = r"(?=$|[,.;。!?)]| (?:yet|so far|though|ourselves|at present|today|now|and|but))"
_WE_ARE_NOT = lazy(
    r"(?<![a-z])(?:but|yet|though|although|only|while|and|;|,)?,? ?(?:so far |alas |sadly |unfortunately |for now |"
    r"at present |as (?:of now|yet) )?,?(?:we|it|the company|our (?:company|firm)|i)?(?: ourselves| itself)?,? ?"
    r"(?:are(?:n't| not)|is(?:n't| not)|'re not|do(?:n't| not)(?: (?:have|hold) (?:it|one|that))?|ha(?:ve|s)(?:n't|"
    r" not)"
    r"(?: got)?(?: it| one)?|are none|is none|have none)(?: (?:yet|so far|one|one of (?:them|those)|there(?: yet)?|"
    rf"certified|recogni[sz]ed|ourselves|ours)){{0,3}}{_END}|"
    r"(?:可惜|但是?|不过|只是|可是?|然而|遗憾的?是?|而|可我们|,)?(?:目前|现在|眼下|到现在|至今|暂时)?(?:我们|我司|"
    r"本公司|公司)?(?:自己|本身)?"
    r"(?:目前|现在|眼下|至今|暂时)?(?:还|并|尚|都|也|仍)*(?:不是|没有|没评上|没拿到|未获得|没得到|没当上|够不上|"
    r"没够上|没)(?=$|[,。;!])"
)
_SUBJECT = lazy(r"(?<![a-z])(?:we|ourselves|itself|it)(?![a-z])|我们|我司|自己|本公司|but|可惜|但|yet|不过|只是|可是")
_REACH = 70


def denied(page: Page, found: Sequence[Found]) -> list[Found]:
    """What was found, with the titles that such words deny."""
    if not (_LONGED.search(page.text) or _OTHER_HOUSE.search(page.text)):
        return list(found)
    made: list[Found] = []
    for name, pattern in TITLES.items():
        for title in pattern.finditer(page.text):
            no = _denial(page, title)
            if no is not None:
                made.append(Found(name, False, no.start(), no.end(), 4))
                found = [one for one in found if one.name != name or not title.start() <= one.start < no.end()]
                break
    return [*found, *made]


def _denial(page: Page, title: re.Match[str]) -> re.Match[str] | None:
    index = page.index(title.start())
    number = page.clauses[index].sentence
    before = page.text[max(page.clauses[index].start, title.start() - _REACH) : title.start()]
    longed, others = _LONGED.search(before), _OTHER_HOUSE.search(before)
    if not (longed or others) or UNSURE.search(page.words(index)):
        return None
    for no in _WE_ARE_NOT.finditer(page.text, title.end(), title.end() + _REACH + 30):
        at = page.index(no.end() - 1)
        if (
            page.clauses[at].sentence - number > int(page.clauses[index].closing == ";")
            or page.clauses[at].closing == "?"
        ):
            return None
        if any(one.search(page.text, title.end(), no.start()) for one in TITLES.values()):
            return None  # another title is named between
        if UNSURE.search(page.words(at)):
            return None
        if _SUBJECT.search(no[0]):
            return no
    return None
