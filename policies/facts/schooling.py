"""A share of the staff by school: "60% with a degree", 六成是大学毕业, says nothing of who does research."""

from __future__ import annotations

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.patterns import lazy

_SCHOOL = lazy(
    r"(?:大学|本科|硕士|博士|研究生|大专|专科|学历|学位|院校)|"
    r"(?<![a-z])(?:degrees?|graduates?|graduated|bachelors?|masters?|master's|bachelor's|diplomas?|ph\.?ds?|college|"
    r"university|educated|schooling)(?![a-z])"
)
_RESEARCH = lazy(
    r"研发|研究(?!生)|技术人员|科研|开发|工程师|"
    r"(?<![a-z])(?:r ?& ?d|research\w*|developers?|develop(?:ment)?|engineers?|scientists?|technical)(?![a-z])"
)


def no_research(page: Page, one: Found) -> bool:
    """Whether a share of researchers is that of the schooled: its clause speaks of school and of no research."""
    if one.name != "rnd_staff_pct" or one.value is None:
        return False
    words = page.words(page.index(one.start))
    return _SCHOOL.search(words) is not None and _RESEARCH.search(words) is None
