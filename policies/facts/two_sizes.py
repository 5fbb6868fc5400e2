"""Two sizes of which one is ours, or a size that somebody has yet to tell: neither states what we are.

"Whether our turnover makes us a small or a medium-sized firm", 我们是小型还是中型企业，要等统计局的回函: the size is
open. "A small or medium-sized firm" is any of the two and says no more.
"""

from __future__ import annotations

from collections.abc import Iterable

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_SIZE = r"(?:(?:micro|small|medium|large)(?:[- ]sized?)?)"
_EITHER = lazy(
    rf"(?<![a-z])(?:either )?(?:an? )?{_SIZE}(?:,? (?:enterprise|firm|company|business|one))?,? or "
    rf"(?:(?:as|of|rather|already|still|even) )?(?:an? )?{_SIZE}(?![a-z])|"
    r"[大中小微]型?(?:企业|公司)?(?:还是|抑或|或者?|亦或)(?:算|是|属于?|划为|归为|为)?(?:[大中小微]型|"
    r"[大中小微](?:企业|公司))"
)
_UNDECIDED = lazy(
    r"(?<![a-z])(?:whether|if|which|yet|pending|unclear|undecided|unknown|wait\w*|don't know|cannot|can't|"
    r"not (?:come|known|clear|settled|decided|sure))(?![a-z])|"
    r"不知道?|不清楚|没(?:有)?(?:到|定|出|来|下|寄|收|算|拿)|还没|尚未|未定|等|到底|究竟|还是"
)
_WHETHER_EN = lazy(r"(?<![a-z])(?:whether|yet to (?:say|tell|decide|rule|find) (?:\w+ )?if)(?![a-z])[^.;]{0,60}$")
_WHETHER_ZH = lazy(r"(?:是不|是否|算不|属不|是否(?:属于?|算|是))$")
_LATER = lazy(
    r"今年|现在|如今|目前|后来|眼下|已经|(?<![a-z])(?:since|now|nowadays|today|meanwhile|meantime|this year|these days|"
    r"become|became|grown|later|afterwards)(?![a-z])"
)
_THEN = lazy(
    r"签|订立|当时|那时|告[诉知]|声明|(?<![a-z])(?:sign\w*|contract\w*|told|tell|inform\w*|declared|notified|then|"
    r"at the time|agreed)(?![a-z])"
)
_CONTRACT = lazy(r"合同|签约|协议|(?<![a-z])(?:contract|sign(?:ed|ing)|order|agreement)(?![a-z])")
_PAIR, _BACK = 2, 90

NOT_SO = lazy(
    r"(?:(?<![莫无除是算])[不非](?:再|能|够)?|没有?|[达够算谈称]不[上到]|[不没未](?:达到?|到|在|列[入在])|[没未])"
    r"(?:属于?|是|算|为|到|在)?(?:[大中小微]型?(?:企业|公司)?(?:也|都)?(?:[和或与及、]|以及|或者)){0,2}"
    r"(?:也?(?:不|非)?(?:属于?|是|算))?$|"
    r"(?<![a-z])(?:(?:not|no longer|never|neither|nor)|(?:not|no longer|neither|never) (?:an? )?"
    r"(?:small|micro|medium(?:-sized)?|large)(?: \w+)? n?or)(?: (?:even|yet|officially|formally|really|quite))?"
    r"(?: an?)? $"
)
"""Ahead of a size that we are not: 够不上小型、微型; neither small nor micro. 是不是小型 asks."""


def apart(page: Page, told: Iterable[Found]) -> Findings:
    """The sizes that were `told`, but for one of two; those and the ones that somebody has yet to tell are open."""
    told = _at_signing(page, list(told))
    either = [one.span() for one in _EITHER.finditer(page.text)]
    for one in told:
        if any(start < one.end and one.start < end for start, end in either):
            continue
        lead = page.text[max(0, one.start - 90) : one.start]
        if one.value is not None and (_WHETHER_EN.search(lead) or _WHETHER_ZH.search(lead)):
            yield Found("size", None, one.start, one.end, one.weight)
        else:
            yield one
    for start, end in either:
        if not page.theirs(start) and _UNDECIDED.search(page.sentence(page.index(start))):
            yield Found("size", None, start, end)


def _at_signing(page: Page, told: list[Found]) -> list[Found]:
    """Of two sizes, one told of the signing and one of today, that of the signing: it is what a contract goes by."""
    if len({one.value for one in told}) < _PAIR or not _CONTRACT.search(page.text):
        return told
    before = [(one, page.text[page.text.rfind(".", 0, one.start) + 1 : one.start][-_BACK:]) for one in told]
    then = [
        one for one, lead in before if _THEN.search(lead + page.text[one.start : one.end]) and not _LATER.search(lead)
    ]
    later = [one for one, lead in before if _LATER.search(lead) and one not in then]
    return then if then and len(then) + len(later) == len(told) else told
