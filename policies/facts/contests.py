"""Prizes and matches in the contests of Ningxia, of the last two years: won, not won, or never entered."""

from __future__ import annotations

import re
from itertools import pairwise

from policies.facts import contest_tries, dates
from policies.facts.found import Findings, Found
from policies.facts.scope import NEGATION, Page
from policies.facts.standing import Standing, doubted, judge
from policies.facts.title_names import TITLES, no_others
from policies.facts.undated import in_doubt, two_tell, undated
from policies.patterns import lazy

_CONTEST = lazy(
    r"(?:创新创业|双创|创业|创新)?大赛[\u4e00-\u9fff\d]{0,10}?(?:获奖|得奖|奖|获|名次|拿了|冠军|亚军|季军|"
    r"优胜)(?:是我们)?|"
    r"大赛[^。;没未不想准打]{0,26}?(?:拿|获|得|捧|摘|夺|评)(?:到|了|过|得|下|回)?[^,。;没未]{0,8}?(?:等奖|优秀奖|"
    r"优胜奖|冠军|亚军|"
    r"季军|第[一二三]名|奖项|奖杯|(?:[一二两三][次个回]|过)奖(?!学|金|补|励))|"
    r"(?:获|得|拿|捧|赢)(?:了|过|得|到)?[\u4e00-\u9fff\d]{0,16}大赛[\u4e00-\u9fff\d]{0,6}(?:奖|名|冠军|优胜)?|"
    r"(?<![a-z])(?:won|win|winner|prize|award|medal|placed|runner-up|(?:came(?: in)?|finished|"
    r"ranked) (?:joint )?(?:first|second|third|1st|2nd|3rd)(?! (?:to|from) (?:the )?(?:last|bottom))|(?:took|got) "
    r"(?:the )?"
    r"(?:gold|silver|bronze))(?:[^.;]{0,60}?)"
    r"(?:contest|competition|innovation and entrepreneurship|(?:start-?up|innovation|entrepreneur\w*) (?:prize|award|"
    r"medal))(?![a-z])|(?:contest|competition) (?:prize|winner|award|"
    r"finalist prize)|(?<![a-z])(?:contest|competition)(?![a-z])(?:(?!not |never |n't |no |if |would )[^.;]){0,40}? "
    r"(?:won|took|got|earned)(?: us| we)?(?: the| an?)? (?:first|second|third|gold|silver|bronze|grand|special|"
    r"[123](?:st|nd|rd)) (?:prize|place|award|medal)(?![a-z])|"
    r"(?<![a-z])(?:contests?|competitions?) (?:that )?(?:we|our firm|the (?:firm|company)|it) (?:(?:have|has|had|"
    r"ever) ){0,2}won"
    r"(?![a-z])"
)
_HOME_EMPTY = lazy(
    r"(?:大赛|比赛|竞赛)[^。;]{0,24}?(?:从(?:来)?|[每两几二三]次|一次|年年|届届|次次)[^,。;]{0,6}?(?:空手|落选|无缘|"
    r"(?:没(?:有)?|未)(?:能)?"
    r"(?:得|获|拿|评)(?:到|过|上)?(?:任何|什么)?奖)|(?<![a-z])(?:contest|competition)(?=[^.;]{0,70}?(?:both times|"
    r"every time|each time|never|years? running))[^.;]{0,50}?(?:empty-handed|without (?:a|any) (?:prize|award|"
    r"placing)|"
    r"won nothing|no prize|never (?:won|placed)|unplaced|did not (?:win|place))(?![a-z])"
)
"""Entered more than once, and no prize ever: one contest lost leaves another open."""
_NO_MATCH = lazy(
    r"挑战赛[^。;]{0,20}?(?:没(?:有)?|未)(?:能)?(?:[^,。;]{0,6})?(?:对接|配对|匹配|签约)|"
    r"(?:[大比挑战]{1,2}赛|竞赛)[和与跟、及]{1,2}(?:挑战赛)?对接(?:活动|会)?(?:也|都|均|全|"
    r"我们){0,3}(?:没(?:有)?|未|不曾)(?:再|有|能|去){0,2}(?:参加|参与|成|去|报|进|入)|"
    r"(?<![a-z])challenge(?![a-z])[^.;]{0,40}?(?:without (?:a|any) match|no match|(?:not|n't|"
    r"never) (?:\w+ )?(?:matched|paired))"
)
_CHALLENGE = lazy(
    r"挑战赛(?:(?![没未不])[\u4e00-\u9fff,]){0,24}?(?:对接成功|对接|匹配|签约|配对|牵上线)|"
    r"(?<![a-z])challenge(?:[^.;]{0,30}?)(?:"
    r"paired|matched|match|"
    r"matching)|"
    r"(?:match|pair)(?:ed)?(?:[^.;]{0,40}?)challenge|(?:closed|struck|signed|sealed|landed|concluded) (?:an? |our |"
    r"the )?"
    r"(?:deal|contract|match|agreement|partnership) at [^.;]{0,30}?challenge|(?:found|met|won|got) "
    r"(?:[^.;]{0,30}?)(?:partner|solver|team|"
    r"solution)"
    r"(?:[^.;]{0,40}?)(?:innovation )?challenge(?![a-z])"
)
_SINCE = lazy(r"又|再次|今年|去年|前年|(?<![a-z])(?:again|this year|last year|since)(?![a-z])")
_NO_PRIZE = lazy(
    r"没(?:有)?(?:获|得|拿|中|评)|未(?:获|得)|落选|没奖|空手|无缘|参加奖|参与奖|陪跑|(?<![a-z])(?:won nothing|"
    r"no prize|without a prize|did not win|didn't win|"
    r"not win|lost|no award|empty-handed|(?:not|never) (?:(?:with|among|one of|get|take|receive|given|handed|awarded|"
    r"a|an|any|the|its|real|actual) ){1,4}(?:prizes?|awards?|medals?|prize-?winners?|winners?|placing)|"
    r"(?:unplaced|prizeless|missed (?:out on )?(?:a|the|any) (?:prizes?|podium|medals?)))(?![a-z])|"
    r"没(?:有)?(?:名次|奖项?|进前|上领奖台)|(?:名次|奖项?)(?:也|都|就|却|倒)?没(?:有|拿|得)|与奖项?无"
)
_REACHED = lazy(
    r"入围|决赛|复赛|初赛|晋级|(?<![a-z])(?:finalists?|final (?:round|stage|list|ten|eight|twelve)|(?:the|"
    r"its) finals?|"
    r"semi-?finals?|semi-?finalists?|short-?list\w*)(?![a-z])"
)
_NO_MORE_THAN = lazy(
    r"只(?:有|拿|得|是|发|领|到|进)?(?:到|了|过)?(?:一[张个])?(?:入围|参赛|参与|晋级|初赛|复赛|决赛)|仅(?:入围|晋级)|"
    r"止步|"
    r"(?<![a-z])(?:only|merely|just|nothing (?:but|more than|beyond)|no (?:further|more) than)(?: [\w']+){0,5} "
    r"(?:finalist|shortlist|participation|final|finals|semi-?finals?|round)(?:'s)?(?![a-z])"
)
_ITS_NAME = lazy(r"大赛|比赛|竞赛|(?<![a-z])(?:contest|competition)s?(?![a-z])")
"""A finalist is a winner only where a prize came of it: 获奖企业."""
_OTHER_CONTEST = lazy(
    r"上海|北京|深圳|广东|江苏|浙江|全国|中国|国家|甘肃|陕西|(?<![a-z])(?:shanghai|beijing|shenzhen|national|china|"
    r"jiangsu|zhejiang)(?![a-z])"
)
_HOME = lazy(r"宁夏|(?<![a-z])ningxia(?![a-z])")
_ENTER = (
    r"(?:entered|(?:took|taken|take) part in|joined|competed in|applied to|(?:gone|went|go) in for|"
    r"tried (?:our|my|its) (?:luck|hand) (?:in|at|with)|had a (?:go|try|shot) at|put (?:our|my|its) names? "
    r"(?:down|forward) for|put in for|been (?:in|part of)|signed up for|registered for|tried for)"
)
_NOT_ENTERED = lazy(
    r"(?:创新创业|双创|创业|创新)?(?:大赛|挑战赛|比赛|竞赛)(?:[、和与及或跟]{1,2}(?:宁夏|"
    r"自治区)?的?(?:创新)?(?:挑战赛|大赛))?"
    r"(?:[,、]?(?:也|都|从来?|还|一直|我们|根本|一概|统统|通通|一[次回][也都]?)){0,4}(?:没(?:有)?|未)(?:曾)?"
    r"(?:参加|参与|报名|报|去|进|打|比)过?|"
    r"(?:从来?没(?:有)?|没(?:有)?|未|从未|未曾)(?:参加|参与|报名|报|打|比)过?(?:任何|什么|宁夏的?|"
    r"自治区的?){0,2}(?:创新创业|双创|创业|创新)?(?:大赛|挑战赛|"
    r"比赛|竞赛)|"
    rf"(?<![a-z])(?:never|not|n't) (?:(?:yet|once|ever|even) ){{0,2}}{_ENTER} (?:\w+(?:'s)? "
    r"){0,5}?(?:contests?|competitions?|challenge(?: match)?)(?![a-z])|"
    rf"(?<![a-z])(?:nor|neither) (?:have|has|did|do|does|had) (?:we|it|they|i|the (?:company|firm)|"
    rf"our (?:company|firm)) "
    rf"(?:(?:yet|once|ever|even) ){{0,2}}(?:{_ENTER}|enter|join|compete in) (?:\w+(?:'s)? "
    r"){0,5}?(?:contests?|competitions?|challenge(?: match)?)(?![a-z])|"
    r"(?<![a-z])(?:(?:stay(?:s|ed)?|keeps?|kept) (?:well |right )?(?:away from|out of|clear of)|"
    r"(?:took|taken|take|takes|had|has|have) no part in) (?:\w+(?:'s)? ){0,5}?(?:contests?|competitions?)(?![a-z])|"
    r"(?<![a-z])(?:entered|took part in|taken part in|joined|competed in) (?:no|none of the|neither) (?:\w+ ){0,4}?"
    r"(?:contests?|competitions?|challenges?(?: match)?)(?![a-z])"
)
_AND_CHALLENGE = lazy(
    r"(?:和|与|或|及|、|也没)[\u4e00-\u9fff]{0,4}挑战赛|(?: or| nor| and)(?: in| for)?(?: an?| the| any| no|"
    r" its| their|"
    r" that)? (?:\w+ )?challenge"
)
_IN_TALKS = lazy(
    r"正在|还在|在谈|洽谈|商谈|准备|打算|等着|争取|(?<![a-z])(?:hop\w+|seek\w*|looking|talks|waiting)(?![a-z])"
)
_GAMES = lazy(r"赛|contest|competition|innovation|challenge|prize|award")


_QUALIFYING = lazy(r"资格|(?<![a-z])qualif\w+")
_PRIZE = lazy(r"大赛|比赛|竞赛|奖|(?<![a-z])(?:contests?|competitions?|prizes?|awards?)(?![a-z])")
_MATCHED = lazy(r"挑战赛|对接|(?<![a-z])(?:challenges?|matched|match(?:es)?)(?![a-z])")


def find(page: Page) -> Findings:
    """A prize or a match as it stands; one of which nothing is said, where all else that qualifies is denied."""
    found = list(_said(page)) if _GAMES.search(page.text) else []
    yield from found
    yield from _among_the_rest(page, found)


_ENTERED = lazy(
    r"参加|参赛|入围|决赛|复赛|初赛|晋级|(?<![a-z])(?:entered|took part|taken part|participated|finalists?|finals?|"
    r"semi-?final\w*|short-?list\w*)(?![a-z])"
)
"""Who entered no contest has met nobody at a challenge either."""


def _among_the_rest(page: Page, found: list[Found]) -> Findings:
    """ "No other titles" beside a prize counts prizes and matches with the titles, as 其他资格都没有 does."""
    nothing_else = no_others(page)
    if nothing_else is None or len(nothing_else[1]) < len(TITLES):
        return
    match = nothing_else[0]
    outside = page.text[: match.start()] + "\n" + page.text[match.end() :]
    prize_named = any(
        one.name == "contest_winner" and not NEGATION.search(page.words(page.index(one.start))) for one in found
    )
    prize_denied = any(one.value is False and _ENTERED.search(page.text, one.start, one.end) for one in found)
    for name, words, among in (
        ("contest_winner", _PRIZE, False),
        ("challenge_matched", _MATCHED, (prize_named or prize_denied) and not _PRIZE.search(match[0])),
    ):
        covered = words.search(match[0]) or _QUALIFYING.search(match[0]) or among or _ANY_PRIZE.search(match[0])
        if covered and not words.search(outside) and not any(one.name == name for one in found):
            yield Found(name, False, match.start(), match.end(), 2)


_ANY_PRIZE = lazy(
    r"(?<![赛])(?:、|和|与|及|或|或者|以及)(?:任何)?(?:获奖|得奖|奖项|奖励|荣誉|奖)(?=$|[,。;])|"
    r"(?<![a-z])(?:titles?|labels?|distinctions?|certificates?|recognitions?),? (?:n?or|and) (?:any )?"
    r"(?:awards?|prizes?)(?![a-z])(?! (?:from|of|in) )"
)
"""No title and no prize of any kind: a match made in a challenge would have been one."""


def _said(page: Page) -> Findings:
    for match in _NOT_ENTERED.finditer(page.text):
        if not page.theirs(match.start()):
            if _AND_CHALLENGE.match(page.text, match.end()) or re.search(
                r"挑战赛|challenge|任何|什么|any|赛[,、]?(?:都|也)|(?:the|ningxia|region's) (?:contests|"
                r"competitions)",
                match[0],
            ):
                yield Found("challenge_matched", False, match.start(), match.end(), 2)
            if re.search(r"大赛|比赛|竞赛|任何|什么|contest|competition|any", match[0]):
                yield Found("contest_winner", False, match.start(), match.end(), 2)
    for name, empty in (("contest_winner", _HOME_EMPTY), ("challenge_matched", _NO_MATCH)):
        for match in empty.finditer(page.text):
            if not page.theirs(match.start()) and not page.wished(page.index(match.start())):
                yield Found(name, False, match.start(), match.end(), 2)
    yield from _finalist(page)
    for match in _CONTEST.finditer(page.text):
        yield from _prize(page, "contest_winner", match)
    if "挑战赛" in page.text or "challenge" in page.text:
        for match in _CHALLENGE.finditer(page.text):
            yield from _prize(page, "challenge_matched", match)


def _finalist(page: Page) -> Findings:
    """One who got as far as the final, took no prize home, and has nothing else: else another contest stays open."""
    reached = list(_REACHED.finditer(page.text))
    if not reached or no_others(page) is None:
        return
    for match in reached:
        index = page.index(match.start())
        sentence = page.sentence(index)
        elsewhere = _OTHER_CONTEST.search(sentence) and not _HOME.search(sentence)
        told = _NO_PRIZE.search(sentence) or _NO_MORE_THAN.search(sentence)
        if not told or elsewhere or not _ITS_NAME.search(sentence) or page.theirs(match.start()):
            continue
        if page.wished(index, match.start()) or any(
            not NEGATION.search(won[0]) and not _NO_PRIZE.search(won[0]) for won in _CONTEST.finditer(sentence)
        ):
            continue  # another year's prize
        yield Found("contest_winner", None if doubted(page, index) else False, match.start(), match.end(), 2)


def _prize(page: Page, name: str, match: re.Match[str]) -> Findings:
    """A prize counts for two years, in Ningxia; an older one, another contest or a bare entry does not."""
    index = page.index(match.start())
    sentence = page.sentence(index)
    standing = judge(page, match.start(), match.end())
    if standing is Standing.SUPPOSED or page.theirs(match.start()):
        return
    if name == "contest_winner" and contest_tries.won_at_last(page, index):
        yield Found(name, True, match.start(), match.end(), 2)
        return
    when = _EITHER if standing.value_of and two_tell(page, index) else _when(page, index)
    elsewhere = _OTHER_CONTEST.search(sentence) and not _HOME.search(sentence)
    value = standing.value_of
    if value and name == "challenge_matched" and _IN_TALKS.search(match[0]):
        value = None
    if _NO_PRIZE.search(sentence if name == "contest_winner" else page.words(index)):
        value = False
    elif value and (when is _OLD or elsewhere):
        value = None if when is not _OLD or _SINCE.search(page.words(index)) else False
    elif value and (when is _EITHER or (when is _UNDATED and undated(page, index))):
        value = None
    yield Found(name, value, match.start(), match.end(), 2)


_OLD, _RECENT, _EITHER, _UNDATED = "old", "recent", "either", "undated"
_FOUNDED_BEFORE = lazy(
    r"(?:成立于?|创立于?|创办于?|注册于?|登记于?|建于|始于)[^,。;]{0,3}$|(?<![a-z])(?:founded|set up|established|"
    r"registered|incorporated|started(?: out)?|began|opened|since)(?: \w+){0,4} ?$"
)
_FOUNDED_BEHIND = lazy(
    r"[^,。;\d]{0,6}?(?:成立|创立|创办|注册|登记|建厂|开业)|,? we (?:were |was )?(?:founded|set up|established)"
)
_OR_ELSE = lazy(r"(?<![a-z])n?or(?![a-z])|或|还是|要么|要不")
_AND_AGAIN = lazy(
    r"[^,。;.]{0,40}?(?:(?<![a-z])and(?: again)?(?:(?: an?| the)?(?: \w+)? (?:prize|place|award|medal))?(?: in)?|"
    r"[和与及跟、])\s?"
)
_IT_WAS = lazy(
    r"\s?(?:that|it|this|which|the (?:contest|prize|award|competition)) (?:was|happened|dates?|must have been)"
    r"(?![a-z])|"
    r"\s?(?:那(?:次|个|场|届)?|这(?:次|个|场|届)?|获奖|得奖)?(?:比赛|大赛|奖)?(?:时间|年份)?(?:应该|好像|大概)?(?:是|"
    r"在)"
)
"""Opens a sentence that tells the year of what the one before was about."""


def _when(page: Page, index: int) -> str:
    """How long ago the prize was, by the dates beside it: those of its own clause before those of its sentence."""
    number = page.clauses[index].sentence
    here = [_age(page, index)]
    near = [at for at in range(max(0, index - 8), min(len(page.clauses), index + 9)) if at != index]
    same = [_age(page, at) for at in near if page.clauses[at].sentence == number]
    behind = [
        _age(page, at)
        for at in near
        if page.clauses[at].sentence == number + 1
        and page.clauses[at - 1].sentence == number
        and _IT_WAS.match(page.words(at))
    ]
    for told in (here, same, behind):
        ages = {age for age in told if age is not _UNDATED}
        if ages:
            return ages.pop() if len(ages) == 1 else _EITHER if _EITHER in ages or in_doubt(page, index) else _OLD
    return _UNDATED


def _age(page: Page, index: int) -> str:
    """The age of what a clause tells, the founding of the enterprise aside."""
    words = page.words(index)
    told = [
        (moment.start, moment.end, int(moment.value[:4]) < page.as_of.year - 2)
        for moment in dates.find(words, page.as_of)
    ]
    told += [(match.start(), match.end(), True) for match in dates.LONG_AGO.finditer(words)]
    told = sorted(
        one for one in told if not _FOUNDED_BEFORE.search(words[: one[0]]) and not _FOUNDED_BEHIND.match(words, one[1])
    )
    ages = {old for _, _, old in told}
    if len(ages) < 2:
        return (_OLD if ages.pop() else _RECENT) if ages else _UNDATED
    gaps = [words[one[1] : other[0]] for one, other in pairwise(told)]
    if any(_OR_ELSE.search(gap) for gap in gaps):
        return _EITHER
    return _RECENT if all(_AND_AGAIN.fullmatch(gap) for gap in gaps) else _OLD
