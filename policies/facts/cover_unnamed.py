"""A policy whose kind nobody can tell: "the schedule says 'business package', the agent shrugs", 险种不详.

Only technology insurance counts, so that a premium paid for such a policy is open, whatever else is told of it.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings
from policies.facts.insurance import KINDS
from policies.facts.insurance_kinds import kind_open
from policies.facts.scope import Page
from policies.patterns import lazy

_TECH = r"(?:technolog\w+|sci-?tech|tech|science(?:(?: and |-and-| & )technology)?)"
_POLICY = r"(?:insurance|cover(?:age)?|polic(?:y|ies)|risks?)"
_SORT = r"(?:kinds?|types?|sorts?|class|nature|category|line)"
_KIND = lazy(
    rf"(?<![a-z])(?:{_SORT} of (?:the |our |this |that |such |an? ){{0,2}}{_POLICY}|"
    rf"(?:insurance|policy|cover(?:age)?) {_SORT}|(?:policy|insurance|cover)'s {_SORT}|"
    rf"what (?:\w+ ){{0,3}}?(?:actually |really |exactly )?(?:covers?|covered|insures?|insured)|"
    rf"(?:which|what) {_POLICY}(?! compan)|(?:what|which) {_SORT} (?:it|this|that|ours) (?:is|was)|"
    rf"(?:whether|if|that|how far)(?![a-z])[^.;?]{{0,60}}?(?<![a-z]){_TECH} "
    rf"(?:insurance|cover(?:age)?|polic(?:y|ies)|{_SORT}|one))(?![a-z])|"
    r"险种|(?:什么|哪一?[种类个门]|何种|啥)(?:样的?|类型?的?|种类的?)?(?:保险|险)(?!公司)|(?:保险|"
    r"险)(?:的)?(?:类别|类型|种类|性质)|"
    r"(?:算不算|是不是|是否|属不属于?|算|属于?|归|列入)[^,。;]{0,6}科技(?:类|型)?(?:的)?(?:保险|险)(?!公司)|"
    r"保障(?:的)?(?:内容|范围|责任)|保的(?:到底|究竟)?(?:是)?(?:什么|啥)|承保(?:的)?(?:是)?(?:什么|啥|内容|范围|责任)"
)
_UNTOLD = lazy(
    r"(?<![a-z])(?:shrug\w*|unclear|unknown|vague\w*|uncertain|unsure|unspecified|unstated|undetermined|unnamed|"
    r"no idea|no clue|nobody|no one|no-one|none of (?:us|them)|neither of (?:us|them)|anyone's guess|beats me|"
    r"wonder\w*|"
    r"not sure|not certain|not clear|in doubt|an open question|silent|blank|illegible|"
    r"to be (?:checked|confirmed|established|clarified|determined)|forg[eo]t\w*|"
    r"(?:can|could|do|does|did|would|will|is|are|was|were|has|have|had)(?:n't| not|not)(?: \w+){0,3}? "
    r"(?:know|known|say|said|state|stated|tell|told|specif\w+|show|shown|sure|certain|clear|given|named|mention\w*|"
    r"find|found|work|make|made|commit|answer\w*|confirm\w*|decid\w+|indicate\w*|reveal\w*|establish\w*|determine\w*|"
    r"identif\w+|remember|recall|spell|spelt|describe\w*|explain\w*|judge|printed|written|appear)|"
    r"(?:cannot|can't|couldn't|won't|don't|doesn't|didn't|isn't|wasn't) (?:\w+ ){0,2}?(?:know|say|state|tell|"
    r"told|specif\w+|"
    r"show|sure|certain|clear|given|named|mention\w*|find|work|make|commit|answer|confirm\w*|decide|indicate|reveal|"
    r"establish|determine|identify|remember|recall|spell|describe|explain|judge|stated)|"
    r"never (?:said|told|stated|explained|learned|learnt|found out|specified)|"
    r"(?:leaves?|left) (?:it |us |this )?(?:open|guessing|out))(?![a-z])|"
    r"不详|不明(?!显)|不清|不知|待(?:查|确认|核|定)|说不(?:上来|上|清|准|好|出|明|定)|没(?:有)?个?(?:准话|说法|"
    r"定论)|[看认分]不(?:出|清|懂)|"
    r"(?:没|未|没有|并未|并没有?)(?:具体|明确|清楚|特别)?(?:写|注明|标|列|说|载|讲|填|提|交代|印|弄|搞|问)|"
    r"不(?:确定|晓得|了解|记得|懂|好说|敢)|[搞弄]不(?:懂|清|明)|查不(?:到|出|清)|耸了?耸?肩|一摊|谁也|没人|无人|"
    r"摇头|存疑|含糊|模糊|"
    r"笼统|空着|空白|无法(?:判断|确定|确认|辨)|忘|[拿吃]不准|难(?:说|判断|讲)"
)
_GENERAL = lazy(
    r"(?<!科技)(?<!科技企业)(?<!科技型企业)(?<!财产)(?<!研发)(?<!设备)(?:企业|公司|经营|商业|工商|"
    r"中小企业)?(?:综合|一揽子|组合|一切|套餐|全面)"
    r"(?:经营)?(?:保障)?(?:责任)?(?:保险|险|保障)(?!公司|资金)|"
    r"(?<![a-z])(?:(?:enterprise|business|corporate|company|commercial|sme|general|combined|comprehensive|"
    r"office|package|"
    r"all[- ]risks?|all-in(?:-one)?|umbrella|multi-?(?:risk|peril)|standard|bundled)[- ])(?:(?:comprehensive|package|"
    r"combined|general|all[- ]risks?|multi-?risk|protection|liability|umbrella|business|enterprise)[- ]?){0,2}"
    r"(?:insurance|cover(?:age)?|policy|package|protection)(?! (?:compan|firm))(?![a-z])"
)
_QUOTED = lazy(
    r"(?<![a-z])(?:polic(?:y|ies)|schedule|certificate|cover|insurance)(?: just| only| simply| merely)? "
    r"(?:(?:is|was) )?(?:says?|reads?|headed|titled|called|named|labelled|entitled|marked)(?: just| only|"
    r" simply| merely)? "
    r"(?=['\"])"
)
"""A name of a policy that tells nothing of what it is for."""
_GENERIC = lazy(rf"(?:{_TECH}|科技|innovation)")
_SUPPOSED = lazy(
    r"如果|要是|假如|假设|倘若|打算|准备|计划|想(?:买|投|保)|"
    r"(?<![a-z])(?:if (?:the|our|we|it|a|an|any|such|you|one|this|that)|suppos\w+|unless|would|plan to|want to|"
    r"may buy)(?![a-z])"
)
_TELLERS = lazy(r"保险|业务员|经纪|代理|(?<![a-z])(?:insurer|broker|agent|underwriter|sales(?:man|woman)?)(?![a-z])")
_ASKED = lazy(
    r"(?<![a-z])(?:is|does|do|did|would|will|was) (?:it|this|that|ours|the (?:policy|cover|insurance|premium)|"
    r"(?:our|such an?|this|that) (?:policy|cover|insurance|premium))(?: \w+){0,2}? (?:count|qualify|pass|rank|"
    r"belong|fall|"
    rf"an?|as|one)(?: (?!for|by)\w+){{0,4}}? {_TECH} (?:insurance|cover(?:age)?|polic(?:y|ies))(?![a-z])|"
    r"(?:算不算|是不是|是否(?:属于?|算|为)?|属不属于?|能不能算|能否算作?|[算属](?:于|得上|作|是)?)科技(?:类|"
    r"型)?(?:的)?(?:保险|险)(?:吗|呢|\?|$|,)"
)
"""Whoever asks of a policy without a name whether it is one of technology's does not know it."""
_EITHER = lazy(r"还是|或者?|(?<![a-z])(?:or|either|whether)(?![a-z])")
_STOP = lazy(r"(?<!\d)[.。!?]|\.(?!\d)")
_PREMIUM = lazy(r"保费|保险费|保单|投保|买了?(?:份|个)?保险|(?<![a-z])(?:premiums?|polic(?:y|ies)|insur\w+)(?![a-z])")


def find(page: Page) -> Findings:
    """`technology_insurance` open: what kind the policy is of is told to be unknown, or its name does not tell."""
    text = page.text
    if _PREMIUM.search(text) is None:
        return
    kinds = list(KINDS.finditer(text))
    tech = [one for one in kinds if one["tech"]]
    special = [one for one in tech if not _GENERIC.match(one[0])]
    told = special and not any(_in_doubt(text, one) and _EITHER.search(_around(text, one)) for one in special)
    if told:
        return
    for match in (*special, *_KIND.finditer(text)):
        if _in_doubt(text, match) and _ours(page, match):
            yield from kind_open(match, 9)
            return
    asked = list(_ASKED.finditer(text))
    if len(kinds) > len(tech) or not all(any(_within(named, one) for one in asked) for named in tech):
        return
    for match in asked:
        if page.clauses[page.index(match.start())].closing == "?" or "吗" in match[0]:
            yield from kind_open(match, 0)
            return
    for match in (*_QUOTED.finditer(text), *_GENERAL.finditer(text)):
        if _ours(page, match) and page.clauses[page.index(match.start())].closing != "?":
            yield from kind_open(match, 0)
            return


def _within(inner: re.Match[str], outer: re.Match[str]) -> bool:
    return outer.start() <= inner.start() < outer.end()


def _ours(page: Page, match: re.Match[str]) -> bool:
    """Whether it is our policy: what an insurer or a broker cannot tell of it is told of ours."""
    index = page.index(match.start())
    if _SUPPOSED.search(page.text, page.clauses[index].start, match.start()):
        return False
    return not page.theirs(match.start()) or _TELLERS.search(page.sentence(index)) is not None


def _around(text: str, match: re.Match[str]) -> str:
    """The words on both sides of a kind, as far as its sentence goes."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    after = text[match.end() : match.end() + _REACH]
    start = max((stop.end() for stop in _STOP.finditer(before)), default=0)
    end = next((stop.start() for stop in _STOP.finditer(after)), len(after))
    return before[start:] + match[0] + after[:end]


def _in_doubt(text: str, match: re.Match[str]) -> bool:
    return _UNTOLD.search(_around(text, match)) is not None


_REACH = 110
