"""The post of the person for whom a residence permit or admission as talent is wanted: `talent_role`.

Senior managers and key technical staff have a route of their own (Beijing SME regulations, art. 44); a receptionist has
none. A title counts where it is that of the person concerned, not of who writes, of who is asked, or of a rule.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_PERMIT = lazy(
    r"居住证|人才引进|引进人才|落户|户口|(?<![a-z])(?:hukou|residen(?:ce|cy) permits?|work(?:ing)? residen\w+|"
    r"admi\w+ as (?:a )?talents?|talent admission|permanent residen\w+|local registration)(?![a-z])"
)
_SENIOR = lazy(
    r"(?:副?总经理|副总裁|执行董事|董事长|首席(?:执行官|财务官|运营官)|副总(?!工|设计)|总裁|高级管理人员|高管|"
    r"财务总监|运营总监)|"
    r"(?<![a-z])(?:(?:deputy |vice )?general manager|managing director|vice[- ]president|chief (?:executive|financial|"
    r"operating)(?: officer)?|ceo|cfo|coo|(?:member of the )?(?:senior|top) (?:management|manager|"
    r"executive)s?)(?![a-z])"
)
_CORE = lazy(
    r"总工(?:程师)?|首席(?:技术官|科学家|工程师|架构师|设计师)|(?:技术|研发)(?:总监|负责人|带头人|一把手)|(?:核心|"
    r"主要|关键)(?:的)?(?:技术|研发)(?:人员|"
    r"骨干|人才|带头人)|(?:技术|研发)(?:核心|骨干)|核心(?:算法)?(?:工程师|开发|研发)|"
    r"(?<![a-z])(?:chief (?:engineer|designer|technolog\w+|scientist|architect|developer|chemist|technical officer)|"
    r"cto|"
    r"(?:technical|technology|r&d|research|engineering) (?:director|lead|head)|(?:head|director|vp) of (?:the )?"
    r"(?:engineering|development|technology|r&d|research)|(?:core|key|central) (?:[\w-]+ )?(?:technical|technolog\w+|"
    r"engineer\w*|developer|research)(?: (?:staff|person|people|man|woman|employee|engineer|member|personnel))?|"
    r"leads? our (?:development|engineering|research|technical team))(?![a-z])"
)
_OTHER = lazy(
    r"前台|接待员|文员|司机|保安|保洁|清洁工|仓管|仓库管理员|出纳|会计|收银|行政(?:助理|专员|人员)|(?:普通)?(?:销售|"
    r"客服)(?:员|人员|专员)?(?!总监|经理|额|收)|"
    r"普工|流水线|装卸工|搬运工|实习生|快递员|服务员|打杂|"
    r"(?<![a-z])(?:receptionist|(?:office |filing |sales |store |warehouse )?clerk|(?:van |lorry |delivery |company )?"
    r"driver|cleaner|(?:security |night )?guard|watchman|warehouse(?:man| keeper| worker| hand)|storekeeper|cashier|"
    r"book-?keeper|accountant|secretary|(?:office|administrative|shop|sales) (?:assistant|aide)|salesm[ae]n|"
    r"salesperson|saleswoman|packer|porter|intern|courier|waiter|waitress|kitchen hand|assembly[- ]line worker|"
    r"(?:phone|telephone) operator)(?![a-z])"
)
_NEITHER = lazy(
    r"(?:不|没有?|也不|既不)(?:是|算|做|管|担任|属于|带)[^,。;]{0,10}?(?:高管|管理|经理)[^。;]{0,10}?(?:不|"
    r"没有?)(?:是|算|做|碰|从事|懂|属于)?[^,。;]{0,6}?"
    r"(?:技术|研发)|(?<![a-z])(?:no|neither|not|without(?: any)?)(?: [\w-]+){0,4}? (?:manag\w+|"
    r"executive)[^.;]{0,40}?(?:no|nor|or|not)"
    r"(?: [\w-]+){0,4}? (?:technical|engineering|technolog\w+)(?![a-z])"
)
"""No part in management and none in technical work, said together."""
_SELF = lazy(
    r"(?:^|(?<=[.;,\n] ))(?:i am|i'm|as|i work as|i,) (?:an? |the |its |our )?(?:[\w-]+ ){0,2}?$|(?:我是|作为|身为|"
    r"本人是|我当|我做)[^,。;]{0,14}$"
)
"""Ahead of the writer's own post."""
_FOR_MYSELF = lazy(
    r"(?<![a-z])(?:may i|can i|could i|am i|do i|i (?:would like|want|need|apply|wish|hope to (?:get|have))|"
    r"for (?:myself|me))(?![a-z])|"
    r"我(?:自己|本人)?(?:能|可以|可不可以|想|要|也?符合)[^,。;]{0,6}?(?:办|申|落户|拿|走)"
)
_SPEAKER = lazy(
    r"(?:'s)? (?:has )?(?:asks? me|asked|said|says|told|tells|agrees?|wonders|supports?|signs?|will sign|"
    r"is willing)(?![a-z])|"
    r"(?:让我|叫我|说|同意|支持|问我|交代|要我)"
)
"""Behind somebody who speaks of the person concerned."""
_RULE = lazy(
    r"(?:只|限|给|针对|面向|才|规定|条例|要求|算(?:不算)?|是不是|是否|属不属于|等于)[^,。;是]{0,10}$|"
    r"(?<![a-z])(?:count(?:s|ed)? as|qualif\w+ as|pass(?:es)? (?:for|as)|treated as|considered|(?:only|reserved|"
    r"meant|open|grants?|"
    r"limited|confined|given|granted) (?:for |to )?(?:the )?(?:our )?|for|or|and)(?: (?:an?|the))? $|"
    r"(?<![a-z])(?:provision|rule|article|route|regulation|law|policy|scheme|permit)s?[^.;,]{0,30} (?:for|to|says|"
    r"about|covers) $"
)
_NEEDED = lazy(r"急需|紧缺|急缺|(?<![a-z])(?:urgently needed|in short supply|scarce|sought[- ]after)(?![a-z])")
"""People whom the city lacks are brought in whatever their post."""
_GENERIC = lazy(r"(?:s|staff|people|personnel|management|人员|高管|骨干|人才)$")
"""A class of people; of a rule, unless it is said that somebody belongs to it."""
_SAID_OF = lazy(
    r"(?:是|属于?|作为|担任|任|算得上|我们(?:公司)?的?|公司的?|[这那一][名位个])[^,。;]{0,8}$|"
    r"(?<![a-z])(?:is|was|are|as|our|he's|she's|belongs to|one of|part of|,) (?:\w+ )?(?:an? |the |our )?$"
)
_MOVES_UP = lazy(
    r"(?<![a-z])(?:become|be made|promot\w+|next year|assistant|deputy|aide) (?:to |our |the |an? )?(?:to )?$|"
    r"(?:助理|升|晋升|将来|以后)[^,。;]{0,4}$"
)


def find(page: Page) -> Findings:
    """Every post named; two kinds of them leave it open whose permit is wanted."""
    if not _PERMIT.search(page.text):
        return
    told = list(_told(page)) or ([] if _SOMEBODY.search(page.text) else list(_told(page, own=True)))
    managing = {one.value for one in told} & {"senior-manager", "core-technical"}
    neither = next((match for match in _NEITHER.finditer(page.text) if _stands(page, match, neither=True)), None)
    if neither is not None:
        value = None if managing or _NEEDED.search(page.text) else "other"
        yield Found("talent_role", value, neither.start(), neither.end(), 2)
        return
    plain = any(one.value == "other" for one in told)
    for one in told[:1]:
        unsettled = plain and (managing or _NEEDED.search(page.text))
        yield Found("talent_role", None if unsettled else one.value, one.start, one.end)


_SOMEBODY = lazy(
    r"他|她|同事|员工|职工|手下|下属|(?:给|替|帮|为)(?!我)[^,。;]{1,8}(?:办|申)|我们(?:公司)?(?:的|有)?[^,。;]{0,4}(?:工程师|总监|经理|人员)|"
    r"(?<![a-z])(?:he|she|him|her|his|colleague|employee|staff|somebody|someone|one of our|our [\w-]+ (?:engineer|"
    r"manager|director|designer|officer|clerk))s?(?![a-z])"
)
"""Somebody else for whom the permit may be wanted; without one it is for who writes."""


def _told(page: Page, *, own: bool = False) -> Findings:
    for value, pattern in (("senior-manager", _SENIOR), ("core-technical", _CORE), ("other", _OTHER)):
        for match in pattern.finditer(page.text):
            if _concerned(page, match, own=own):
                yield Found("talent_role", value, match.start(), match.end())


def _concerned(page: Page, match: re.Match[str], *, own: bool) -> bool:
    """Whether a post is that of the person concerned."""
    start, end = match.span()
    clause = page.clauses[page.index(start)]
    lead = page.text[max(clause.start, start - 60) : start]
    if page.theirs(start) or _SPEAKER.match(page.text, end) or _MOVES_UP.search(lead):
        return False
    if not own and _SELF.search(page.text[max(0, start - 60) : start]) and not _FOR_MYSELF.search(page.text):
        return False
    if _GENERIC.search(match[0]) and not _SAID_OF.search(lead):
        return False
    if _RULE.search(lead) and not re.search(r"(?<![a-z])(?:our|his|her|this) $|我们的?$", lead):
        return False
    return _stands(page, match)


def _stands(page: Page, match: re.Match[str], *, neither: bool = False) -> bool:
    """Neither denied nor left open; a question about the permit takes nothing from the post."""
    standing = judge(page, match.start(), match.end(), ours=True)
    if neither:
        return standing in (Standing.STATED, Standing.DENIED)
    return standing is not Standing.DENIED
