"""Where penalties are kept, and that nothing is in there: "my file of penalties has stayed empty", 处罚记录一栏是空白.

The word of the offence only names the file then; what is told is that the file has no entry.
"""

from __future__ import annotations

import re

from policies.facts.scope import Page
from policies.patterns import lazy

_HOLDER = (
    r"(?:files?|folders?|lists?|pages?|columns?|box(?:es)?|drawers?|registers?|ledgers?|records?|sheets?|logs?|"
    r"rows?|books?|cabinets?|lines?|fields?|binders?|trays?|headings?|sections?|shel(?:f|ves)|number|count|tally|total)"
)
_BEING = (
    r"(?:is|are|was|were|be|been|has|have|had|stays?|stayed|remains?|remained|keeps?|kept|left|shows?|showed|reads?|"
    r"stands?|stood|holds?|held|contains?|comes?|came|lists?|'s)"
)
_EMPTY = (
    r"(?:empty|blank|bare|void|zero|nil|none|nothing|nought|naught|clean|0|no entr(?:y|ies)|"
    r"not (?:a|one) (?:single )?[a-z]+)"
)
_PREDICATE = rf"(?:[a-z'-]+ ){{0,7}}?{_BEING} (?!no longer)(?:[a-z'-]+ ){{0,5}}?{_EMPTY}(?![a-z])"
_EMPTY_BEHIND = lazy(
    rf"(?:s|'s)?(?: (?:and|or) [a-z]+)?(?: {_HOLDER})(?![a-z]) {_PREDICATE}|"
    rf"(?: (?:and|or) [a-z]+)?,? (?:our|the|my|its) (?:[a-z]+ )?{_HOLDER} {_PREDICATE}|"
    rf": (?:our|the|my|its|that) (?:[a-z]+ )?{_HOLDER} {_PREDICATE}"
)
"""Behind the word: "penalties column is empty", "fines: the box stays empty"."""
_NAMED_BEFORE = lazy(
    rf"(?<![a-z]){_HOLDER} (?:(?:of|for|with|on|about|marked|headed|labelled|called|where|kept for|reserved for) )"
    r"(?:(?:our|the|any|all|past|my|its|such|administrative|official) ){0,3}$"
)
_PREDICATE_OF_IT = lazy(
    rf"(?:s)?(?: (?:and|or) [a-z]+)?(?: {_PREDICATE}|[^.;:]{{0,30}}: (?:0|none|nil|zero)(?![a-z\d]))"
)
"""Behind a word whose file was named before it: "my file of penalties has stayed empty"."""
_STORE = r"(?:档案|文件夹|记录|纪录|栏目?|页面?|夹子?|册子?|登记簿|登记表|清单|台账|卷宗|簿子?|抽屉|本子)"
_EMPTY_ZH = lazy(
    rf"[\u4e00-\u9fff]{{0,6}}?{_STORE}(?:(?![没未不无])[\u4e00-\u9fff]){{0,12}}?(?:空空|空白|(?:是|为|都|全|一直|"
    rf"始终|至今)空|空(?:的|着)|为零|是零|"
    r"[一半][张条笔项个](?:[都也])?(?:没有?|无)|(?:什么|啥)[都也]?没有?)"
)
_NOT_QUITE = lazy(
    r"(?<![a-z])(?:no longer|almost|nearly|hardly|not|never|until|till|before|once|used to|anything but)(?![a-z])|n't|"
    r"几乎|差不多|不再|曾经|以前|本来|直到|不是"
)
_STILL_NONE = lazy(r"not (?:a|one) (?:single )?[a-z]+$")


def told(page: Page, match: re.Match[str]) -> str | None:
    """ "empty" where the words are the name of an empty file, "open" where that is hedged; None where they are not."""
    index = page.index(match.start())
    clause = page.clauses[index]
    end = clause.end if clause.closing != ":" or index + 1 >= len(page.clauses) else page.clauses[index + 1].end
    lead = page.text[clause.start : match.start()]
    said = _EMPTY_BEHIND.match(page.text, match.end(), end) or _EMPTY_ZH.match(page.text, match.start(), end)
    if said is None and _NAMED_BEFORE.search(lead):
        said = _PREDICATE_OF_IT.match(page.text, match.end(), end)
    if said is None:
        return None
    words = _STILL_NONE.sub("", said[0])
    return "open" if _NOT_QUITE.search(words) or page.clauses[index].closing == "?" else "empty"
