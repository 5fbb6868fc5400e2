"""A stage told in two ways by two people: the boss says small batch, the foreman that only samples were made.

Who of them is right the text does not say: the fact stays open, however well either of them is founded.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.patterns import lazy

_BATCH = lazy(r"小批量|小批生产|(?<![a-z])small[- ](?:batch|lot|scale|series)(?:es|s)?(?![a-z])")
_SAMPLE_ZH = r"(?:样品|样机|样件|试样|样片|试制品|样板|打样|试片|实验品|原型)"
_SAMPLE_EN = r"(?:samples?|prototypes?|test pieces?|specimens?|mock-?ups?|trial pieces?|demonstrators?|demo units?)"
_NONE_YET = lazy(
    r"(?:只|才|仅|就|不过|无非|顶多|充其量)(?:是|有|做|出|打|试制|弄|搞|见|看到|拿|剩|停留在|到)?"
    r"(?:得|了|过|着|出来?|到|成){0,3}(?:[一二两三四五六七八九十几数\d些]{1,3})?(?:[个片件台块套只支份枚])?"
    rf"[^,。;]{{0,4}}?{_SAMPLE_ZH}|"
    r"(?:连)?一(?:个)?(?:批|件成品|台成品)(?:货|产品)?(?:都|也)(?:没|未|凑不|做不|出不|还没)|"
    rf"(?:还|仍)(?:是|只|停|处|在)[^,。;]{{0,6}}?{_SAMPLE_ZH}|"
    r"(?<![a-z])(?:only|just|merely|nothing but|nothing beyond|no more than|not more than|a few|a handful of|still)"
    rf"(?: [\w'-]+){{0,5}}? {_SAMPLE_EN}(?![a-z])|"
    r"(?<![a-z])not (?:even )?(?:a|one|a single) (?:\w+ )?(?:batch|lot|series) (?:has |was |is )?(?:\w+ ){0,2}?"
    r"(?:made|produced|run|finished|ready|left|come|together)(?![a-z])|"
    r"(?<![a-z])(?:never|not yet|n't yet|have not|has not|haven't|hasn't)(?: \w+){0,3}? "
    r"(?:made|produced|run|finished) (?:a|one|any) (?:\w+ )?(?:batch|lot|series)(?![a-z])"
)
_FAILED = lazy(
    r"小批量(?:的)?(?:试产|试制|生产|投产|试做)?[^,。;]{0,6}?(?:失败|没成(?!本)|没做成|未成功|夭折|告吹|做砸|泡汤)|"
    r"(?<![a-z])(?:fail(?:ed|s|ing)?|unable|could not|couldn't|did not manage|didn't manage)(?: [\w'-]+){0,4}? "
    r"(?:small|pilot)[- ](?:batch|lot|series)(?:es|s)?(?![a-z])|"
    r"(?<![a-z])(?:small|pilot)[- ](?:batch|lot|series)(?:es|s)?(?: (?!but|until|since|after|which)[\w'-]+){0,4}? "
    r"(?:failed|went wrong|came to nothing|fell through)(?![a-z])"
)
_DONE = lazy(
    r"(?<!没)(?<!没有)(?<!未)成功(?!率)|终于|做成了|(?<![a-z])(?:succe\w+|at last|finally|eventually|managed)(?![a-z])"
)
_ONCE = lazy(
    r"以前|之前|此前|原来|当初|当时|起初|最初|去年|前年|开始时|刚开始|早期|起先|20\d\d年|第一年|半年前|"
    r"(?<![a-z])(?:before|earlier|ago|last (?:year|spring|summer|autumn|winter|month)|at first|initially|"
    r"originally|used to|until|had only|formerly|in 20\d\d)(?![a-z])"
)
_MORE = lazy(r"除了|不只|不仅|不止|(?<![a-z])(?:beyond|besides|past|not only|not just|no longer)(?![a-z])")
_TELLER = lazy(
    r"[说讲称]|抱怨|告诉|透露|承认|反映|坚持|嘀咕|"
    r"(?<![a-z])(?:says?|said|tells?|told|insists?|complain\w*|admits?|admitted|according|claims?|reports?|swears?|"
    r"confid\w+)(?![a-z])"
)
_FAR_OFF = lazy(
    r"(?:离|距)[^,。;]{0,8}小批|小批[^,。;]{0,6}?(?:还早|还远|尚早|差得远)|(?:还没|未|没有?|谈不上)[^,。;]{0,6}?小批|"
    r"(?<![a-z])(?:far|away|short) (?:off|from|of)(?![a-z])|(?<![a-z])(?:no|not|n't|before) (?:\w+ ){0,3}?small"
)
"""What is denied outright needs no second voice."""
_SAID, _TOLD_BESIDE = 9, 3
"""What another says outdoes all; what the writer tells himself only opens what nothing else denies."""


def find(page: Page) -> Findings:
    """`small_batch_stage` open: said to be reached, and said to be no more than samples now."""
    reached = _BATCH.search(page.text)
    if reached is None or strangers(page, reached.start()):
        return
    yield from _came_to_nothing(page)
    for match in _NONE_YET.finditer(page.text):
        index = page.index(match.start())
        words = page.words(index)
        if _ONCE.search(words) or _MORE.search(words) or page.wished(index, match.start()):
            continue
        said = _TELLER.search(_so_far(page, match.start())) is not None
        if not said and _FAR_OFF.search(page.text, max(0, reached.start() - 12), reached.end() + 12):
            return
        weight = _SAID if said else _TOLD_BESIDE
        yield Found("small_batch_stage", None, match.start(), match.end(), weight)
        return


def _came_to_nothing(page: Page) -> Findings:
    """A small batch that was tried and failed, of which no later one is told."""
    for match in _FAILED.finditer(page.text):
        later = _BATCH.search(page.text, match.end()) or _DONE.search(page.text)
        if later is None and not _BATCH.search(page.text, 0, match.start()) and not strangers(page, match.start()):
            yield Found("small_batch_stage", None, match.start(), match.end(), _SAID)


_TRIES = lazy(
    r"(?:样机|样品|原型|试制|试产|打样)[^,。;]{0,8}?(?:失败|没成|不成功|没成功|报废|作废)|"
    r"(?<![a-z])(?:prototypes?|samples?|trials?|attempts?|tries|designs?)(?: [\w'-]+){0,3}? (?:failed|came to nothing|"
    r"went wrong|did not work|didn't work|broke|scrapped|were binned)(?![a-z])"
)


def former_tries(page: Page, one: Found) -> bool:
    """Whether a doubt of the stage comes from earlier tries that failed, of which a small batch is told behind."""
    if one.name != "small_batch_stage" or one.value is True:
        return False
    clause = page.clauses[page.index(one.start)]
    return _TRIES.search(page.text, clause.start, clause.end) is not None and (
        _BATCH.search(page.text, clause.end) is not None
    )


def _so_far(page: Page, start: int) -> str:
    """The words of the clause before a place, with those of the clause before it."""
    index = page.index(start)
    before = page.previous(index)
    return page.text[page.clauses[index if before is None else before].start : start]
