"""Who borrowed, the company or its owner in person, where two people tell two things of it or nobody can say.

"Some colleagues say the company signed it, others that the founder borrowed it in his own name": either alone would be
read as a statement, and a loan of the owner's is barred. Here both are left open; a text that settles it later
("the contract shows …", 后来查到) leaves nothing open.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.unknowing import OPEN
from policies.facts.unsettled import SAID_UNKNOWN
from policies.patterns import lazy

_COMPANY = lazy(r"公司|企业|我?厂|(?<![a-z])(?:company|firm|business)(?!'s (?:owner|founder|boss|director))(?![a-z])")
_OWNER = lazy(
    r"老板娘?|法人(?:代表)|负责人|创始人|创办人|股东|经营者|董事长|总经理|个人|私人|"
    r"(?<![a-z])(?:founder|owner|boss|director|ceo|chairman|managing partner|shareholder|own name|personal name|"
    r"privately|"
    r"personally|in person)(?![a-z])"
)
_BORROWS = lazy(
    r"贷|借(?!条|口)|签|名义|名下|(?<![a-z])(?:borrow\w*|debtor|signed|signatory|took|taken|loan|name)(?![a-z])"
)
_SAYS_ZH = r"(?:说|讲|称|记得|认为|以为|坚持)"
_SAYS_EN = (
    r"(?:says?|said|thinks?|thought|remembers?|believes?|claims?|insists?|swears?|maintains?|told (?:me|us)|holds?)"
)
_WHO_EN = r"(?:some|one|several|the|my|our|a|his|her)(?: [\w-]+){0,3}"
_TWO_TELL = lazy(
    rf"(?:有人|有的|[^,。;]{{1,5}}){_SAYS_ZH}[^。;]{{2,30}}?[,;、](?:但是?|而|可|也|又)?(?:有人|有的|"
    rf"[^,。;]{{1,5}}){_SAYS_ZH}|"
    rf"(?<![a-z]){_WHO_EN} {_SAYS_EN}(?![a-z])[^.;]{{4,90}}?(?:,| and| while| but| whereas)"
    rf"(?: and| while| but| whereas)? (?:(?:the )?others?|another|{_WHO_EN})(?: [\w-]+){{0,2}}? (?:that|"
    rf"{_SAYS_EN})(?![a-z])"
)
_ONE_OR_OTHER = lazy(r"还是|或者?是?|要么|(?<![a-z])(?:whether|or|either)(?![a-z])")
_CLEARED = lazy(
    r"后来(?:查|找|确认|弄清|才知)|(?:合同|借据)(?:上|里)?(?:写|显示|载明)|"
    r"(?<![a-z])(?:turned out|in fact|it is clear|(?:the )?(?:contract|agreement|papers?|bank) (?:then |"
    r"now )?(?:shows?|says|"
    r"names|confirms?|confirmed|showed|named))(?![a-z])"
)


def find(page: Page) -> Findings:
    """The kind of the loan and its borrower as doubts, where a sentence names both for it and leaves it at that."""
    if not (_OWNER.search(page.text) and _COMPANY.search(page.text)):
        return
    seen: set[int] = set()
    for index, clause in enumerate(page.clauses):
        if clause.sentence in seen:
            continue
        seen.add(clause.sentence)
        words = page.sentence(index)
        owner = _OWNER.search(words)
        if owner is None or not (_COMPANY.search(words) and _BORROWS.search(words)):
            continue
        told = _TWO_TELL.search(words) or (_ONE_OR_OTHER.search(words) and OPEN.search(words))
        start = clause.start + owner.start()
        if not told or strangers(page, start) or not _parted(words):
            continue
        if _CLEARED.search(page.text, clause.start + told.end()) is None:
            yield Found("loan_kind", None, start, clause.start + owner.end(), SAID_UNKNOWN)
            yield Found("owner_borrowed", None, start, clause.start + owner.end(), SAID_UNKNOWN)


_FARTHEST = 90


def _parted(words: str) -> bool:
    """Whether company and owner stand apart as the two that may have borrowed, each near a word of borrowing."""
    for company in _COMPANY.finditer(words):
        for owner in _OWNER.finditer(words):
            first, second = sorted((company, owner), key=lambda match: match.start())
            between = words[first.end() : second.start()]
            if 0 < len(between) <= _FARTHEST and (
                _TWO_TELL.search(words) or _ONE_OR_OTHER.search(between) or _ONE_OR_OTHER.match(words)
            ):
                return True
    return False
