"""A seat that the writer says not to know: "the licence is with the boss; Hami or Jiuquan, I cannot say which".

Nor is it known where the works moved and nobody saw whether the entry in the register came after it. Where several
provinces are possible no place is the enterprise's; within one province that one still is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from policies.facts.found import Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.unknowing import OPEN
from policies.facts.unsettled import SAID_UNKNOWN
from policies.patterns import lazy

_WHICH = lazy(
    r"(?:注册|登记|执照|工商|立案|设立|成立|公司(?:究竟|到底)?(?:设|开))[^。;]{0,20}(?:哪(?:一?[个座边处头地]|里|儿|"
    r"省|市|区|县)|还是)|"
    r"(?<![a-z])(?:(?:in|at) which (?:of the (?:two|three)|of them|city|town|place|province|district)|which (?:of the "
    r"(?:two|three)|of them|city|town|place|province|one)(?![a-z])[^.;]{0,50}?(?:registered|entered|incorporated|"
    r"licen[cs]e\w*|company|working for|seat(?:ed)?|established|set up)|"
    r"which (?:side|half|part|end)(?![a-z])[^.;]{0,60}?(?:registered|entered|incorporated|licen[cs]e\w*|"
    r"established|"
    r"set up|founded)|where (?:exactly |really |actually )?(?:we|it|he|she|they|(?:the|our|this|my|his|"
    r"her) (?:[\w-]+ )?"
    r"(?:company|firm|business|enterprise|seat|husband|wife|boss|father|brother))(?![a-z])"
    r"[^.;,]{0,30}?(?:registered|incorporated|licen[cs]ed|"
    r"entered|established|set (?:it |us )?up|founded)|which (?:of the )?(?:address(?:es)?|place|town|city)(?![a-z])"
    r"[^.;]{0,30}?(?:licen[cs]e|register)|whether [^.;]{0,50}?(?:entered|registered|"
    r"incorporated|licen[cs]ed|issued|set up|founded)[^.;]{0,60}? or )"
)
_NOT_MOVED_YET = lazy(
    r"(?<![a-z])(?:licen[cs]e|registration|register entry|registered address) (?:may|might|could) (?:well )?(?:still "
    r")?(?:be|stand|lie|show|say)|"
    r"whether (?:the|our) (?:move|transfer|change|relocation)(?: of (?:the |our )?(?:registration|seat|address|"
    r"licen[cs]e))? "
    r"(?:went|has gone|is|was|came)|"
    r"(?:迁址|迁册|迁移|变更)(?:登记|手续)?[^。;]{0,10}(?:办没办|有没有办|不知道|不清楚|没消息|没结果|是否|到底)"
)
_ENTRY_EN = (
    r"(?:registration|register(?:ed (?:seat|office|address|place|domicile))?|(?:new|changed|business) licen[cs]e|"
    r"domicile|legal seat)(?![a-z])"
)
_CAME_EN = (
    r"(?<![a-z])(?:mov\w+|shift\w*|transfer\w*|follow\w*|carried|c[ao]me|chang\w+|issued|granted|g[io]v\w+|went|gone|"
    r"through|complete\w*|done|did|taken|registered)(?![a-z])"
)
_MAY_HAVE_MOVED = lazy(
    rf"(?<![a-z])(?:whether|if)(?![a-z])(?:(?!loan|patent|customer|trademark)[^.;]){{0,50}}?(?<![a-z])"
    rf"(?:{_ENTRY_EN}[^.;]{{0,40}}?{_CAME_EN}|"
    rf"still (?:\w+ )?(?:on|in|with|at|entered)(?![a-z])[^.;]{{0,30}}?{_ENTRY_EN})|"
    rf"(?<![a-z]){_ENTRY_EN}[^.;]{{0,30}}?(?<![a-z])(?:mov|shift|transfer)\w*[^.;]{{0,60}}?(?<![a-z])"
    r"(?:whether|if)(?= it| that| this| the| we)"
)
_ENTRY_ZH = r"(?:注册地?址?|登记地?|工商|(?:营业)?执照|迁册|迁址|住所)(?!资|商标)"
_MAY_HAVE_MOVED_ZH = lazy(
    rf"{_ENTRY_ZH}[^。;]{{0,16}}?(?:(?P<did>[迁换改变转办拿下移])(?:更|址|册|到|过|来)?没(?:有)?(?P=did)|"
    r"(?:有没有|是否|到底)[^,。;]{0,10}?[迁换改转办拿下移]|[迁换改转办下拿移][^,。;]{0,5}?(?:没有?|与否)(?=[,。;]|$)|"
    r"还(?:登记|注册|挂|留|算)?在)|(?:还|仍)(?:登记|注册)在"
)
_SEEN = lazy(
    r"(?:没(?:有)?|未曾?|从未|不曾)(?:去|仔细|认真|特意|专门|真正)?(?:看到|见到|见过|看过|收到|翻过|查过|问过|留意|"
    r"注意|留心|核对|看清|"
    r"细看|瞧过)|(?<![a-z])(?:(?:have|has|had) (?:not|never)|haven't|hasn't|never|not)"
    r"(?: yet| ever| once| really| actually)? (?:seen|checked|heard|been shown|found out|looked(?: up)?|verified|asked|"
    r"bothered to \w+|noticed|noted|read|paid attention|had (?:it|the licen[cs]e) in my hands?)(?![a-z])|"
    r"(?<![a-z])(?:could|can) ?(?:not|n't) (?:\w+ )?(?:tell|say)(?![a-z])|(?<![a-z])(?:ask|asking) (?:my|the|our) \w+"
    r"(?: about)? which(?![a-z])|"
    r"(?<![a-z])(?:nobody|no one|no-one) (?:has |ever |here )?(?:told|tells|shown|showed|confirmed)(?![a-z])"
)
"""Words of not knowing beside the usual ones."""
_EITHER = lazy(r"不是[^,。;]{2,8}就是[^,。;]{2,8}|(?<![a-z])(?:it is|it's|that is|is) either [^.;]{3,30}? or ")
_ONE_OF = lazy(
    r"(?<![a-z])(?:set (?:it |(?:up )?the (?:company|firm|business) )?up(?: the (?:company|firm|business))?|registered|"
    r"incorporated|founded|licen[cs]ed|established|entered|licen[cs]e (?:was |is )?(?:from|names|gives|shows|says))"
    r"(?: [\w'-]+){0,4}? (?:in|at|for|from|with|names|gives|shows) (?:only )?(?:one|either(?: one)?) (?:or the other )?"
    r"of (?:the (?:two|three)|these|those|them|both)(?![a-z])|"
    r"(?<![a-z])(?:one|either) of (?:the (?:two|three)|these|those|them)(?: [\w'-]+){0,2}? (?:is|must be|has to be|"
    r"holds|"
    r"carries|bears|stands as|counts as|appears) (?:[\w'-]+ ){0,4}?(?:registered|licen[cs]e|register|seat|domicile)"
    r"(?![a-z])|"
    r"(?:注册|登记|执照|设立|成立|工商|立案|[开办设])[^,。;]{0,10}?(?:其中(?:的)?(?:[一某]|之一)|(?:两|二|三)(?:地|"
    r"处|边|市|个地方|座?城市?)"
    r"(?:当中|之中|里头|中|里|的)?(?:的)?(?:[一某]|之一))|"
    r"(?:其中(?:的)?[一某][处地个边头]|(?:两|二|三)(?:地|处|边|市|个地方|座?城市?)(?:当中|之中|里头|中|里|"
    r"的)?(?:的)?[一某]"
    r"[处地个边头]?)[^,。;]{0,8}?(?:注册|登记|执照|设立|成立|办的|开的|工商|立案)"
)
"""One of several places is the seat, and it is not said which: "he set it up in one of the two"."""
_NAMES_IT = lazy(
    r"(?<![a-z])(?:namely|that is|i\.e\.|to wit|the (?:former|latter|first|second))(?![a-z])|就是|即|也就是|前者|后者"
)
_PAPERS = lazy(
    r"注册(?!资)|登记|执照|设立|立案|(?<![a-z])(?:registered|incorporated|licen[cs]e|entered|set up)(?![a-z])"
)

_POINTED = lazy(r"[这那]边|[这那]里|当地|(?<![a-z])(?:there|here|this side|the other)(?![a-z])")
_OF_A_RIGHT = lazy(r"(?:专利|软著|商标|著作权|版权)(?:权)?(?:证书?)?(?:上|现在|到底|究竟|是|的)*$")
"""Right before an entry: that of a patent, not of the company."""


def unknown(page: Page, named: Sequence[tuple[str, int, int]]) -> Found | None:
    """The doubt about where the enterprise is registered, with the places `named` in the text; None where there is
    none, or all that are possible lie in one province."""
    for index, clause in enumerate(page.clauses):
        if index and page.clauses[index - 1].sentence == clause.sentence:
            continue
        sentence = page.sentence(index)
        if moved := _NOT_MOVED_YET.search(sentence):
            return Found("region", None, clause.start + moved.start(), clause.start + moved.end(), SAID_UNKNOWN)
        if (moved := _not_seen_to_move(page, index, sentence, named)) is not None:
            return Found("region", None, clause.start + moved.start(), clause.start + moved.end(), SAID_UNKNOWN)
        if (one_of := _one_of_several(page, index, sentence, named)) is not None:
            start, end = clause.start + one_of.start(), clause.start + one_of.end()
            return Found("region", _common(code for code, *_ in named), start, end, SAID_UNKNOWN)
        said = _WHICH.search(sentence) if OPEN.search(sentence) or _SEEN.search(sentence) else None
        either = said or (_EITHER.search(sentence) if _PAPERS.search(sentence) else None)
        if either is None or _OF_A_RIGHT.search(sentence, 0, either.start()):
            continue
        first, last = clause.start, clause.start + len(sentence)
        provinces = {code[:5] for code, start, _ in named if first <= start < last}
        if said is not None and _POINTED.search(sentence):  # "whether it was entered there or in Tianjin"
            provinces |= {code[:5] for code, *_ in named}
        if len(provinces) > 1 or (said is not None and not provinces):
            return Found("region", None, first + either.start(), first + either.end(), SAID_UNKNOWN)
    return None


def _one_of_several(
    page: Page, index: int, sentence: str, named: Sequence[tuple[str, int, int]]
) -> re.Match[str] | None:
    """Where a sentence says that the seat is one of several places, and not which."""
    if len({code for code, *_ in named}) < _PLACES:
        return None
    told = _ONE_OF.search(sentence)
    if told is None or _NAMES_IT.search(sentence, told.end()):
        return None
    return None if strangers(page, page.clauses[index].start + told.start()) else told


def _common(codes: Iterable[str]) -> str | None:
    """The province in which all of these places lie: that much is known of the seat."""
    provinces = {code.split("/")[0] for code in codes}
    return provinces.pop() if len(provinces) == 1 else None


_PROVINCES = _PLACES = 2
_IT = lazy(r"(?<![a-z])(?:it|its|they|their)(?![a-z])|[它其他]")


def _not_seen_to_move(
    page: Page, index: int, sentence: str, named: Sequence[tuple[str, int, int]]
) -> re.Match[str] | None:
    """Where a sentence says not to know whether our entry in the register came after us to another province."""
    if len({code[:5] for code, *_ in named}) < _PROVINCES:
        return None
    moved = _MAY_HAVE_MOVED.search(sentence) or _MAY_HAVE_MOVED_ZH.search(sentence)
    if moved is None or not (OPEN.search(sentence) or _SEEN.search(sentence)):
        return None
    start = page.clauses[index].start
    before = page.clauses[index - 1] if index else None
    theirs = strangers(page, start + moved.start()) or (
        before is not None and strangers(page, before.end - 1) and _IT.search(moved[0]) is not None
    )
    return None if theirs else moved
