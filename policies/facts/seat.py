"""A seat that the writer says not to know: "the licence is with the boss; Hami or Jiuquan, I cannot say which".

Where several provinces are possible no place is the enterprise's; within one province that one still is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.facts.unknowing import OPEN
from policies.facts.unsettled import SAID_UNKNOWN

_WHICH = re.compile(
    r"(?:注册|登记|执照|工商|立案|设立|成立|公司(?:究竟|到底)?(?:设|开))[^。;]{0,20}(?:哪(?:一?[个座边]|里|儿|省|市|区|县)|还是)|"
    r"(?<![a-z])(?:(?:in|at) which (?:of the (?:two|three)|of them|city|town|place|province|district)|which (?:of the "
    r"(?:two|three)|of them|city|town|place|province|one)(?![a-z])[^.;]{0,50}?(?:registered|entered|incorporated|"
    r"licen[cs]e\w*|company|working for|seat(?:ed)?|established|set up)|"
    r"which (?:side|half|part|end)(?![a-z])[^.;]{0,60}?(?:registered|entered|incorporated|licen[cs]e\w*|"
    r"established|"
    r"set up|founded)|where (?:exactly |really |actually )?(?:we|it|(?:the|our|this) (?:[\w-]+ )?(?:company|firm|"
    r"business|enterprise|seat))(?![a-z])"
    r"[^.;,]{0,30}?(?:registered|incorporated|licen[cs]ed|"
    r"entered|established)|whether [^.;]{0,50}?(?:entered|registered|"
    r"incorporated|licen[cs]ed|issued|set up|founded)[^.;]{0,60}? or )"
)
_NOT_MOVED_YET = re.compile(
    r"(?<![a-z])(?:licen[cs]e|registration|register entry|registered address) (?:may|might|could) (?:well )?(?:still "
    r")?(?:be|stand|lie|show|say)|"
    r"whether (?:the|our) (?:move|transfer|change|relocation)(?: of (?:the |our )?(?:registration|seat|address|"
    r"licen[cs]e))? "
    r"(?:went|has gone|is|was|came)|"
    r"(?:迁址|迁册|迁移|变更)(?:登记|手续)?[^。;]{0,10}(?:办没办|有没有办|不知道|不清楚|没消息|没结果|是否|到底)"
)
_EITHER = re.compile(r"不是[^,。;]{2,8}就是[^,。;]{2,8}|(?<![a-z])(?:it is|it's|that is|is) either [^.;]{3,30}? or ")
_PAPERS = re.compile(
    r"注册(?!资)|登记|执照|设立|立案|(?<![a-z])(?:registered|incorporated|licen[cs]e|entered|set up)(?![a-z])"
)

_POINTED = re.compile(r"[这那]边|[这那]里|当地|(?<![a-z])(?:there|here|this side|the other)(?![a-z])")


def unknown(page: Page, named: Sequence[tuple[str, int, int]]) -> Found | None:
    """The doubt about where the enterprise is registered, with the places `named` in the text; None where there is
    none, or all that are possible lie in one province."""
    for index, clause in enumerate(page.clauses):
        if index and page.clauses[index - 1].sentence == clause.sentence:
            continue
        sentence = page.sentence(index)
        if moved := _NOT_MOVED_YET.search(sentence):
            return Found("region", None, clause.start + moved.start(), clause.start + moved.end(), SAID_UNKNOWN)
        said = _WHICH.search(sentence) if OPEN.search(sentence) else None
        either = said or (_EITHER.search(sentence) if _PAPERS.search(sentence) else None)
        if either is None:
            continue
        first, last = clause.start, clause.start + len(sentence)
        provinces = {code[:5] for code, start, _ in named if first <= start < last}
        if said is not None and _POINTED.search(sentence):  # "whether it was entered there or in Tianjin"
            provinces |= {code[:5] for code, *_ in named}
        if len(provinces) > 1 or (said is not None and not provinces):
            return Found("region", None, first + either.start(), first + either.end(), SAID_UNKNOWN)
    return None
