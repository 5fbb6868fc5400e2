"""A title that is named and then denied by a pointing word: "we hold no such title", 目前没有这个称号.

What was sent in for it, or is still being decided, is no title: such words say so outright. All of them denied but for
one ("no title at all, only a third prize") leaves that one as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import UNSURE
from policies.facts.title_names import TITLES
from policies.patterns import lazy

_TITLE = (
    r"(?:titles?|status(?:es)?|labels?|certificates?|recognitions?|distinctions?|designations?|plaques?|badges?|"
    r"qualifications?)"
)
_NOW_ZH = (
    r"(?:目前|现在|眼下|暂时|至今|到现在|当前|如今|今天|手上|手里|我们|我司|公司|所以|因此|也就|就|都|也|还|尚|仍|并|"
    r"确实)"
)
_TITLE_ZH = r"(?:称号|资格|牌子|头衔|资质|认定|名号|荣誉|证书|帽子|身份)"
_PRIZE_WORDS = lazy(r"大赛|竞赛|比赛|挑战赛|[一二三优]等?奖|(?<![a-z])(?:contest|competition|challenge|prize)(?![a-z])")
_ONLY_ONE = lazy(
    rf"(?:唯一|仅有|只有这?一个|独独有)(?:拥有|能算|拿得出手|够格|有)?的?(?:科技)?(?:类)?的?{_TITLE_ZH}(?:,|就|"
    rf"便|也就|只|还)*是(?P<zh>[^。;!?]{{2,40}}?"
    rf"(?=[,。;!?]|$))|"
    rf"(?<![a-z])(?:only|sole|single|one and only) (?:science |tech(?:nology)? |innovation )?{_TITLE}"
    rf"(?: (?:that )?(?:we|it|they|i|the (?:company|firm|client)) (?:have|has|holds?|own|owns|got|can show|ever won|"
    rf"possess(?:es)?)| to our name| on our wall)?,? (?:is|was|being|comes from) (?P<en>[^.;!?]{{4,90}})|"
    rf"(?:^|(?<=[.;!?] )|(?<=[。;!?]))(?P<ahead>[^.;!?。]{{4,150}}?)"
    rf"(?:,?(?:这|那)?(?:也|就|便)?是(?:我们?|公司|我司)?[^,。;没未]{{0,"
    rf"6}}?"
    rf"(?:唯一|仅有)的?(?:一[个项张])?(?:科技)?{_TITLE_ZH}(?=$|[,。;!])"
    rf"| (?:is|was|remains) (?:the|our|its) (?:(?:one and )?only"
    rf"|sole|"
    rf"single|one(?= {_TITLE} (?:that )?(?:we|our|it|they|i|the (?:company|firm|business)|to)(?![a-z]))) "
    rf"{_TITLE}(?![a-z]))"
)
_ALL_LEFT = lazy(
    r"(?:剩下的?|除此(?:之外|以外)?|此外|另外|其[余他它]|别的|手[上里])(?:,)?(?:我们|我司|公司)?(?:就|便|也|都|"
    r"能拿出手的)?(?:只|仅|不过)"
    r"(?:有|在|得过?|拿过?|剩下?)(?P<zh>[^。;!?]{2,40}?(?=[,。;!?]|$))|"
    r"(?<![a-z])(?:(?:the|our|its) (?:only|sole|one) (?:other |remaining )?(?:feather in (?:our|its|the) cap|things?|"
    r"hono[u]?rs?|laurels?|accolades?|claims?(?: to (?:fame|a title))?|credentials?|achievements?|asset|"
    r"string to (?:our|its) bow)"
    r"(?: (?:that )?(?:we|it) (?:can|could|have|has|had|ever) ?(?:\w+ ){0,3}?\w*)?|"
    r"(?:all|what little|all else)(?: that)? (?:we|it|the company) (?:can|could|have|has|do have|are|"
    r"is)(?: \w+){0,3}?"
    r"(?: (?:besides|apart from (?:it|that)|in its place|instead|else|now))?),? (?:is|was) (?P<en>[^.;!?]{4,90})|"
    r"(?<![a-z])(?:apart|aside|other than|besides|beyond)(?: from)? (?:it|that|this|the [^.;!?,]{3,50}),? (?:we|it) "
    r"(?:only (?:have|has|hold|won|got)|(?:have|has|hold)s? only|(?:have|has) nothing but) (?P<ahead>[^.;!?]{4,90})"
)
"""A prize that is all there is, or all that is left where a title has lapsed: every title of the lists is denied."""
_NO_SUCH = lazy(
    rf"(?<![a-z])(?:(?:hold|have|carry|own|possess|boast)s? no such {_TITLE}|no such {_TITLE} (?:is|"
    rf"has been) (?:yet )?"
    rf"(?:ours|held|granted|awarded)|(?:are|is|'re) without (?:it|(?:this|that|the|such an?|any such) {_TITLE})|"
    rf"(?:(?:do|does|did|have|has)(?: not|n't)|don't|cannot say we) (?:yet |currently |actually |in fact |"
    rf"at present )*"
    rf"(?:hold|have|carry|own|possess|got|received|obtained|been (?:given|granted|awarded)) (?:any )?"
    rf"(?:such (?:an? )?|this |that |the |these |those )(?:{_TITLE})|"
    r"(?:we(?: are|'re) not|we aren't|(?:and|but|so|yet) (?:are not|aren't)) (?:yet )?(?:one|recogni[sz]ed|certified|"
    r"accredited)(?: of them)?)(?![a-z])(?=(?: (?:yet|so far|at present|"
    r"today|(?:right |for |as of )?now))?(?:$|[,.;)]| (?:and|but|so)(?![a-z])))|"
    rf"(?<![这有])(?:{_NOW_ZH}{{0,5}}(?:没有?|未|不)(?:能)?(?:拿到?|取得|获得?|评上|具备|持有|有|拥有)?过?"
    rf"(?:这个|这一|这项|这种|这块|这些|那个|那块|该项?|此项?|上述)(?:科技)?{_TITLE_ZH}(?=$|[,。;!])|"
    rf"(?:这个|这项|这块|那块|该|此|这些|这两[个块项])(?:科技)?{_TITLE_ZH}{_NOW_ZH}{{0,4}}(?:没有|还没有|不具备|"
    rf"未取得|没拿到|未获得|没到手)"
    r"(?=$|[,。;!])|"
    rf"(?:目前|现在|眼下|至今|到现在|当前|如今)(?:我们|我司|公司)?(?:还|尚|仍|都)?(?:不是|算不上)(?=$|[,。;!]))"
)
_MANY = lazy(r"titles|certificates|these|those|这些|这两|上述")
SUPPOSED = lazy(r"如果|假如|假设|要是|倘若|万一|只要|(?<![a-z])(?:if|unless|when|suppos\w+|in case|would)(?![a-z])")
_REACH = 2
"""Sentences in which what the words point back to is sought: theirs and the one before."""


def find(page: Page) -> Findings:
    """The titles that such words deny."""
    for match in _NO_SUCH.finditer(page.text):
        index = page.index(match.start())
        if page.clauses[index].closing == "?" or page.theirs(match.start()):
            continue
        lead = page.text[page.clauses[index].start : match.start()]
        if UNSURE.search(page.words(index)) or SUPPOSED.search(lead) or page.wished(index, match.start()):
            continue  # a doubt in the clause beside is on what is pending: 结果没出来，目前没有这个称号
        for name in _pointed_at(page, match):
            yield Found(name, False, match.start(), match.end(), 4)
    yield from _only_a_prize(page)
    yield from _none_but_one(page)


_NONE_BUT_ONE = lazy(
    rf"(?<![a-z])(?:our|its|the company's|the firm's|their) (?:one|only|sole|single|one and only|"
    r"one qualifying|only qualifying) "
    rf"{_TITLE}(?: \w+)? (?:is|was|being|has been|remains)(?: (?!not )[\w'-]+){{0,7}}?(?= )|"
    rf"(?:唯一|仅有|只有这?一[个张项块])(?:拥有|持有|能算|够格|有)?的?(?:一[张个项块])?{_TITLE_ZH}(?:,|就|便|也就|只|还)*是(?!不)"
)
_NAMED_NEXT = 60


def _none_but_one(page: Page) -> Findings:
    """The titles beside the only one that is named: "our one title is the high-tech certificate"."""
    if not any(sign in page.text for sign in (*_FEW, "one title", "one certificate", "one status")):
        return
    for match in _NONE_BUT_ONE.finditer(page.text):
        index = page.index(match.start())
        clause = page.clauses[index]
        if clause.closing == "?" or page.theirs(match.start()) or UNSURE.search(page.words(index)):
            continue
        end = min(clause.end, match.start() + 2 * _NAMED_NEXT)
        held = {name for name, one in TITLES.items() if one.search(page.text, match.start(), end)}
        told = {name for name, one in TITLES.items() if one.search(page.text)}
        if (
            len(held) == 1
            and told == held
            and not (SUPPOSED.search(page.words(index)) or _PRIZE_WORDS.search(page.text))
        ):
            yield from (
                Found(name, False, match.start(), match.end(), 4) for name in (*TITLES, *_PRIZES) if name not in held
            )


_FEW = (
    "唯一",
    "仅",
    "只",
    "一个",
    "不过",
    "only",
    "sole",
    "single",
    " one ",
    " all ",
    "all we",
    "all it",
    "little",
    "nothing but",
)


def _only_a_prize(page: Page) -> Findings:
    if not any(sign in page.text for sign in _FEW) or not _PRIZE_WORDS.search(page.text):
        return
    for match in (*_ONLY_ONE.finditer(page.text), *_ALL_LEFT.finditer(page.text)):
        index = page.index(match.start())
        what = match["zh"] or match["en"] or match["ahead"]
        if not _PRIZE_WORDS.search(what) or any(one.search(what) for one in TITLES.values()):
            continue
        if page.clauses[index].closing == "?" or page.theirs(match.start()) or UNSURE.search(page.words(index)):
            continue
        if SUPPOSED.search(page.words(index)):
            continue
        named = {name for name, pattern in TITLES.items() if pattern.search(page.text)}
        yield from (Found(name, False, match.start(), match.end(), 4) for name in TITLES if name not in named)
        if "challenge" not in what and "挑战" not in what:
            yield Found("challenge_matched", False, match.start(), match.end(), 4)


_PRIZES = ("contest_winner", "challenge_matched")
_BUT_FOR = lazy(
    r"只有|只是|只拿|只在|只得|仅有|仅在|仅仅|除了|除[^,。;]{1,20}外|唯一|唯独|不过|"
    r"(?<![a-z])(?:only|just|except\w*|apart from|other than|aside from|besides|bar|barring|save|but(?: for)?|though|"
    r"merely)(?![a-z])"
)


def but_for(page: Page, found: Iterable[Found]) -> list[Found]:
    """What was found, all titles denied taken as all others where one is excepted, or a prize is left open."""
    read = list(found)
    kept = {one.name: one for one in read if one.name in (*TITLES, *_PRIZES) and one.value is not False}
    told = {one.name for one in read}
    made: list[Found] = []
    for one in read:
        if one.name != "qualification_title" or one.value is not False or not _excepted(page, one, kept):
            made.append(one)
            continue
        made += [Found(name, False, one.start, one.end) for name in (*TITLES, "challenge_matched") if name not in told]
    return made


def _excepted(page: Page, denial: Found, kept: dict[str, Found]) -> bool:
    number = page.clauses[page.index(denial.start)].sentence
    return any(
        (one.value is None and name in _PRIZES)
        or (
            abs(page.clauses[page.index(one.start)].sentence - number) < _REACH
            and _BUT_FOR.search(page.text, min(one.start, denial.end), max(one.start, denial.end)) is not None
        )
        for name, one in kept.items()
    )


def _pointed_at(page: Page, match: re.Match[str]) -> list[str]:
    """The title named last before the words; all of its sentence where they point at several."""
    number = page.clauses[page.index(match.start())].sentence
    named = sorted(
        (one.start(), name) for name, pattern in TITLES.items() for one in pattern.finditer(page.text, 0, match.start())
    )
    near = [(start, name) for start, name in named if number - page.clauses[page.index(start)].sentence < _REACH]
    if not near:
        return []
    last = page.clauses[page.index(near[-1][0])].sentence
    if _MANY.search(match[0]):
        return sorted({name for start, name in near if page.clauses[page.index(start)].sentence == last})
    return [near[-1][1]]
