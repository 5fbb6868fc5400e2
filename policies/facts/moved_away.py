"""Work that left the place where the enterprise is registered: staff, office and lines are in Changping, the seat and
the taxes stayed in Haidian, where "we keep only a mailbox".

Such an enterprise does not operate where it is registered (`local_taxpayer`), wherever it pays its taxes. A warehouse
or a line that went is not the enterprise; nor is it gone that tells of its office or business at home beside it.
"""

from __future__ import annotations

from policies.facts import places
from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.patterns import lazy

_WORK_ZH = r"(?:办公室?|办公地点?|人员?|员工|职工|团队|产线|生产线?|设备|车间|业务|经营|营运|运营|生意|研发|实验室)"
_AWAY_ZH = lazy(
    rf"{_WORK_ZH}[^。;没未不想]{{0,14}}?(?:搬|迁|挪|移|转)(?:到了?|去了?|往|至)$|"
    rf"(?:{_WORK_ZH}|实际|真正|其实|一直)[^,。;没未不想]{{0,6}}?(?:都|全|均|一直|其实|实际)*(?:是)?在$"
)
_AWAY_EN = lazy(
    r"(?<![a-z])(?:staff|people|team|every(?:body|one|thing)|offices?|workshops?|production|operations?|works?|business|"
    r"lab\w*|employees|activit(?:y|ies)|desks?)(?:,? [\w'-]+){0,8}? (?:moved|relocated|shifted|(?:has|have) been|is|"
    r"are|"
    r"sits?|happens?|takes place)(?: (?!not)\w+){0,2} (?:to|in|at|out of) (?:the )?$|"
    r"(?<![a-z])(?:(?:actually|really|in fact|in truth) (?:operat\w+|works?|runs?|trades?|do(?:es)? (?:\w+ )?business)|"
    r"do(?:es)? (?:all (?:of )?)(?:our|the|its) (?:work|business))(?: (?!not)\w+){0,3} (?:in|from|out of|at) (?:the )?$"
)
_WHOLE = lazy(
    r"都|全(?!资|国)|整个|所有|实际|真正|其实|均|、|[和与跟及]|一直|"
    r"(?<![a-z])(?:all|entire|whole|every\w+|both|actually|really|in (?:fact|truth)|and)(?![a-z])"
)
"""All of the work, or more than one part of it."""
_PART = lazy(
    r"部分|一半|有的|几个|一条|仓库|分公司|客户|供应商|代工|外包|门店|(?<![a-z])(?:some|part|half|warehouse|depot|"
    r"subcontract\w*|supplier|customer)(?![a-z])"
)
_TO_COME = lazy(
    r"打算|计划|准备|明年|后年|将(?!近)|[想要会拟]|考虑|如果|曾|(?<![a-z])(?:will|would|plan\w*|may|might|next|if|want\w*|"
    r"used to|once)(?![a-z])"
)
_BACK_AGAIN = lazy(r"(?:搬|迁)回|(?<![a-z])(?:moved|came|come|relocated) back(?![a-z])")
_RUNS_HERE = lazy(
    r"(?<!没有)(?<!未)(?<!没)(?:在?此)?(?:办公(?!室?都搬)|经营|运营|营运)|(?<![a-z])(?:operat\w+|works?|working|offices?|"
    r"business|active|run)(?![a-z])"
)
"""Beside the name of home: work that is done there."""
_EMPTY_ZH = lazy(
    r"(?:区|核心区|那边|这边|那里|那儿|本地|方面){0,2}(?:其实|早就|已经?|现在|目前|也|都|根本){0,2}"
    r"(?:(?:只|仅|就)(?:是|有|留|剩|保留|挂|下|了|着){1,3}[^,。;]{0,6}?(?:信箱|地址|挂名|牌子|空壳|门牌|名)|"
    r"没有?(?:一个|半个|什么|任何)?人(?:上班|办公|坐班|在那|了|(?=[,。;]|$))|没有?办过公)|办过公"
)
_NEVER_ZH = lazy(r"(?:从来?没有?|从未|没有?|未)(?:真正|实际)?在$")
_ONLY_BOX = lazy(
    r"(?:只|仅|就)(?:剩|留|收|有|用来?收)(?:下|了|个|一|着)*[^,。;]{0,4}?(?:信箱|信件?(?![用贷息任])|挂名|空壳|门牌)|"
    r"(?<![a-z])(?:only|just|merely|nothing but|no more than|nothing more than)(?: \w+){0,3}? (?:mail ?box|letter ?box|"
    r"mail drop|po box|p\.o\. box|post(?:al)? (?:box|address)|brass plate|name ?plate)(?![a-z])|"
    r"(?<![a-z])(?:nobody|no one|no-one|none of us) (?:\w+ )?(?:works?|sits?) (?:there|in)(?![a-z])"
)
_SIGN = lazy(
    r"搬|迁|挪|实际|真正|其实|都在|全在|一直在|信箱|挂名|空壳|没有?人|办过公|"
    r"(?<![a-z])(?:mov\w+|relocat\w+|shifted|mail ?box|letter ?box|box|plate|nobody|no one|no-one|actually|really|"
    r"in (?:fact|truth)|all (?:our|of|the)|every(?:body|one|thing)|on paper|whole|entire)(?![a-z])"
)
_LONGEST = 90
_WEIGHT = 3
"""Above taxes that are paid at home."""


def find(page: Page) -> Findings:
    """`local_taxpayer` denied: registered here, at work elsewhere."""
    if not _SIGN.search(page.text):
        return
    named = places.named(page)
    if not named:
        return
    away = next((one for one in named if _at_work(page, one)), None)
    box = _ONLY_BOX.search(page.text)
    if away is None and box is None and not any(_empty(page, one) for one in named):
        return
    home = next((str(one.value) for one in places.find(page) if one.value is not None), None)
    if home is None or _BACK_AGAIN.search(page.text):
        return
    at_home = [one for one in named if _same(one[0], home)]
    empty = next((one for one in at_home if _empty(page, one)), None)
    if empty is not None:
        yield Found("local_taxpayer", False, empty[1], empty[2], _WEIGHT)
    elif away is not None and not _same(away[0], home) and (box or not any(_runs(page, one, away) for one in at_home)):
        yield Found("local_taxpayer", False, away[1], away[2], _WEIGHT)


def instead(found: list[Found]) -> list[Found]:
    """The statements without taxes paid at home, where the work is told to have left it."""
    if not any(one.name == "local_taxpayer" and one.value is False and one.weight == _WEIGHT for one in found):
        return found
    return [one for one in found if one.name != "local_taxpayer" or one.value is False]


def _at_work(page: Page, place: tuple[str, int, int]) -> bool:
    """Whether all the work is told to be at a place."""
    _, start, _ = place
    lead = page.text[max(0, start - _LONGEST) : start]
    told = _AWAY_ZH.search(lead) or _AWAY_EN.search(lead)
    if told is None or strangers(page, start):
        return False
    since = max(lead.rfind(mark, 0, told.start()) for mark in ("。", ";", ". ", ","))
    words = lead[since + 1 :]
    return bool(_WHOLE.search(words)) and not (_PART.search(words) or _TO_COME.search(words))


def _empty(page: Page, place: tuple[str, int, int]) -> bool:
    """Whether a place is said to hold nothing of us but an address."""
    _, start, end = place
    told = _EMPTY_ZH.match(page.text, end)
    if told is None or strangers(page, start):
        return False
    return told[0] != "办过公" or _NEVER_ZH.search(page.text, max(0, start - 10), start) is not None


def _runs(page: Page, place: tuple[str, int, int], away: tuple[str, int, int]) -> bool:
    """Whether work is told at a place in a clause of its own."""
    index = page.index(place[1])
    first = index
    while first > 0 and page.clauses[first - 1].closing == "、":
        first -= 1
    last = index
    while last + 1 < len(page.clauses) and page.clauses[last].closing == "、":
        last += 1
    start, end = page.clauses[first].start, min(page.clauses[last].end, away[1] if away[1] > place[1] else 10**9)
    told = page.text[start:end]
    cut = _AWAY_ZH.search(told) or _AWAY_EN.search(told)
    return _RUNS_HERE.search(told[: cut.start()] if cut else told) is not None


def _same(code: str, home: str) -> bool:
    return code == home or code.startswith(f"{home}/") or home.startswith(f"{code}/")
