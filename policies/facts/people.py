"""How many we are: the headcount of the enterprise itself, not of a part of it, a customer or a guest list.

A known limit: a bare number behind "with" ("makes toys with 85") is not read as people.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found, number
from policies.facts.other_houses import counts_theirs
from policies.facts.quantities import Quantity
from policies.facts.scope import FORECAST, NEGATION, Page
from policies.patterns import lazy

_PART = lazy(
    r"研发|技术|科研|博士|硕士|工程师|专家|外籍|外教|残疾|退役|实习|临时|短工|"
    r"兼职|外包|派遣|销售人员|管理人员|本科|党员|股东|合伙人|创始|董事|监事|"
    r"客户|用户|会员|学员|学生|患者|病人|游客|旅客|"
    r"粉丝|农户|村民|观众|家属|骨干|本地人|应届|大学生|毕业生|海归|代理|加盟|其中|"
    r"private|natural|engineers?|developers?|r&d|research|phds?|doctors|interns?|part[- ]time|"
    r"temps?|seasonal|contractors?|directors?|shareholders?|founders?|users|members|students|patients|guests|"
    r"tourists|subscribers|of whom|of them|graduates|veterans|foreign|sales ?(?:people|"
    r"staff|reps)|managers|drivers|households"
)
_CHANGE = lazy(
    r"(?:招|聘|裁|辞|离职|走了|增加了?|新增|扩招|减少|少了|缺|培训|服务|雇不起|坐(?:得下|下)?|容(?:得下|下)?|"
    r"解雇|接待|容纳|养老|带动|安置|帮扶|培养|"
    r"(?<![a-z])(?:hire|hired|hiring|recruit\w*|lay off|laid off|fired|cut|lost|"
    r"train(?:ed|ing)?|serv(?:e|ed|ing)|add(?:ed|ing)?|seat(?:s|ing)?|host(?:ed)?|"
    r"feed|(?:room|space|seats?|beds?|meals?|tickets?) for))\s?(?:了|过|个|another|about|our|up)?\s?$"
)
_STAFF = lazy(
    r"(?:员工|职工|雇员|工人|人员|团队|人数|编制|用工|上下|全厂|全公司|全员|"
    r"团队规模|名册|(?<![a-z])(?:staff|headcount|head count|workforce|employees|team|"
    r"payroll|crew|employ|employs|employing|people|personnel|staff (?:strength|level|count|total|number)))"
    r"(?:总数|人数|规模|总人数|一共|总共|共|共计|合计|大概|约|有|为|是|达|才|"
    r"就|也|只|只有|不过|正好|刚好|恰好|目前|现在|现有|现|增加到|到了?|加起来|"
    r"在册|在职|倒|:|\s|is|of|stands at|at|now|currently|exactly|about|around|"
    r"roughly|we|are|count|size|has|have|numbers?|total|totals|was|were|numbered|came to|comes to|stood at|stands|"
    r"ran to|reached|totalled){0,4}\s?$"
)
_WHEN = lazy(
    r"\s(?:on|at|as at|as of|by|in|for)?\s?(?:the )?(?:(?:end|close|last day|turn|start) of (?:the |last |this )?"
    r"(?:(?:financial |business )?year|month|\w+ 20\d\d|20\d\d|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)|year[- ]end|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}(?: 20\d\d)?|"
    r"[a-z]{3,9} \d{1,2},? 20\d\d|balance[- ]sheet da(?:te|y)|20\d\d|new year(?:'s (?:day|eve))?)(?=[ :])"
)
"""The day of a count, between its noun and its figure: "the headcount on 31 December 2022 was 501"."""
_OF = lazy(
    r"(?:(?<![a-z])(?:maker|firm|company|shop|team|crew|outfit|studio|business|"
    r"start-?up|staff|workforce|toolmaker|mill|plant|factory|group)) of\s?$"
)
_WE_ARE = lazy(
    r"(?:(?<![a-z])(?:we're|we are|we r|there are|there're|us:|we have|ours has|"
    r"ours is|ours have|we number|we count|we've got|we ourselves (?:are|number|have)|we total))\s?(?:only|just|now|"
    r"currently|"
    r"about|around|exactly|at|all of)?\s?$"
)
_HOUSE = lazy(
    r"\s?(?:入社|一组|一桌|一间|的(?:上市|大型|跨国|国有)?(?:客户|工厂|厂|大厂|医院|集团|企业|公司)|次|"
    r"(?:-?\s?)(?:customer|client|hospital|"
    r"buyer|parent|rival|competitor|factory|supplier|vendor|group))"
)
_COUNTED_ALL = lazy(
    r"(?:[领拿发][工薪][资水]|上班|打卡|[交缴]社保|在[编册职岗])的(?:人)?(?:一?共|总共|是|有|就|,|\s)*$|(?:总共|"
    r"一共|合计|共计|共有?|加起来|满打满算)\s?$"
)
_PEOPLE = lazy(r"(?<![客工商个])人(?!民|才|工)|员工|职工|伙计|同事|上班|[领拿发]工资|薪水|社保")
_NAMED = lazy(r"[张李王赵刘陈钱孙周吴][三四五六七八九]$")
_PART_AHEAD = lazy(
    r"(?:科技|研发|技术|研究|科研|管理|销售|行政|后勤|生产)(?:人员|人才|团队|岗|人手)[\u4e00-\u9fff]{0,3}$"
)
_TOTAL = lazy(
    r"(?:总共|一共|合计|共计|共有?|加起来|总数|总人数|in all|in total|altogether|all told|now|现在|目前|现有|增加到|"
    r"扩到)[\u4e00-\u9fff]{0,4}\s?$"
)


_NOT_ALL = lazy(
    r"\s?(?:(?:who|that) (?:joined|left|were|we|have left)|(?:newly )?hired|recruited|taken on|added|laid off|"
    r"leaving|joining|we (?:hired|took on|recruited))(?![a-z])"
)
"""People who came or went: "the two people hired in January"."""
_SOME_OF_US = lazy(
    r"\s?(?:(?:is|was|are|were) (?:on|in|at|picked|chosen|the|among|brothers|founders|shareholders)|at the top|"
    r"(?:own|hold|founded|started|set|pledged|put|belong|signed|alone|who))"
)
_SHARE_LEAD = lazy(r"(?<![a-z])(?:shares?|belongs?|hold|owned|split|between|among|equity|stakes?)(?![a-z])")
"""A few of us, not all: "the two of us hold every share", "one of us is on the list"."""

_OWNERS = lazy(r"股东[^,。;]{0,6}$|股[份权](?:都|全)?(?:由|归|在)[^,。;]{0,8}$|(?<![a-z])(?:owned|held) by [^.;]*$")
"""股东只有我们三人, 股份由我和四位同事持有, "owned by three engineers and two employees": owners, not staff."""


def find(page: Page) -> Findings:
    """Candidates for `employees`; a labelled total weighs more than a bare count of heads."""
    for index, _ in enumerate(page.clauses):
        for one in page.quantities_in(index):
            weight = _weigh(page, index, one)
            if weight and not one.vague and one.value == int(one.value):
                yield Found("employees", number(one.value), one.start, one.end, weight)


def _weigh(page: Page, index: int, one: Quantity) -> int:
    """0: not our headcount; otherwise how sure it is."""
    clause = page.clauses[index]
    lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
    if page.theirs(one.start) or page.wished(index, one.start) or FORECAST.search(lead):
        return 0
    if _NAMED.search(page.text, clause.start, one.start + 1) and re.match(
        r"个人", page.text[one.start + 1 : one.start + 3]
    ):
        return 0  # 张三个人欠我们: a name, and in his own name
    if page.text[one.start : one.end] == "千人" and re.search(r"计划|海聚|高聚|海英|入选", page.sentence(index)):
        return 0  # the Thousand Talents
    if _NO_STAFF.match(tail) or _NO_STAFF_BEFORE.search(lead) or counts_theirs(page, index, one):
        return 0
    if _OWNERS.search(lead) or (lead.endswith("我们") and re.match(r"[里中内]|当中|合伙|共同|一起", tail)):
        return 0
    if page.text[one.start : one.end] == "one" and tail.startswith(" of"):
        return 0  # "we are one of the bigger makers"
    if one.unit == "号" and (lead.endswith("月") or one.value == 1):
        return 0  # 三月十号
    if one.kind == "items":
        if one.unit == "个" and _headed(page, index, lead):
            return 3
        return (
            3
            if one.unit == "个" and _COUNTED_ALL.search(lead) and _speaks_of_people(page, index) and not tail.strip()
            else 0
        )
    if one.kind == "plain" or (one.kind == "cny" and not one.unit and one.value < 10_000):  # "five hundred"
        dated = any(moment.start <= one.start < moment.end for moment in page.moments)
        return 0 if dated else _bare(one, lead, tail)
    return _heads(one, lead, tail) if one.kind == "heads" and not _CHANGE.search(lead[-18:]) else 0


_NO_STAFF = lazy(
    r"\s?(?:times (?:our|as|the)|(?:brothers|sisters|partners|friends|founders|owners|shareholders)(?![a-z])|"
    r"are (?:the )?owners|limited|ltd|有限|独资|个人?贷|贷|名义)"
)
"""一人有限公司, "ten times our staff", 45万个人贷."""
_NO_STAFF_BEFORE = lazy(r"第$|(?:入选|评上|入围|榜)[^,。;]{0,6}$")


_HEAD = lazy(
    r"(?:我们?|公司|厂里)?(?:人手?|人数|员工|职工)(?:嘛|呢|就|也|有点|稍微|比较|挺|真|还|是|算|太|实在|确实){0,3}(?:不?(?:多|少))?"
    r"(?:了?点|了?些|了)?(?:儿)?"
)
_THEN_COUNTED = lazy(r"(?:一共|总共|共|合计|有|就|才|只有?|正好|刚好|大概|现在){0,3}")


def _headed(page: Page, index: int, lead: str) -> bool:
    """人有点多，501个: the people are named in the clause before, and the count is all of this one up to it."""
    before = page.previous(index)
    return (
        before is not None
        and _THEN_COUNTED.fullmatch(lead) is not None
        and _HEAD.fullmatch(page.words(before).strip()) is not None
    )


def _speaks_of_people(page: Page, index: int) -> bool:
    """人都在本地上班，一共48个: the clause before tells who is counted."""
    before = page.previous(index)
    return bool(_PEOPLE.search(page.words(index)) or (before is not None and _PEOPLE.search(page.words(before))))


_OF_ALL = lazy(
    r"(?<![a-z])(?:out )?of (?:our |the |these )?[\w-]+ (?:(?:full-time|permanent) )?(?:employees|staff|people|workers|"
    r"colleagues|heads|names|persons)(?: (?:in|on|at|with|now|that|who|whom|we|the|our|payroll|books|staff|company|"
    r"firm|have|has|employ\w*|work|all|total|us)){0,5},?\s$"
)
"""Ahead of a part: "of 74 employees 31 do research", "of 40 people on the payroll three work on development"."""


_LISTED = lazy(
    r"(?<![a-z])(?:(?:social[- ](?:security|insurance) |staff |wage )(?:list|register|roll|records?|bureau)|payroll|"
    r"headcount)"
    r"(?:[^,.;]{0,30} and)?(?: now| currently| today| at present| by now)? "
    r"(?:says|shows|shown|showed|has|had|counts|counted|lists|listed|names|named|bore|carried|held|reads|stands at|"
    r"stood at|gives|gave|comes to|came to|is at|was at)\s$"
)
"""The list of the insured counts every one of us: "the social-security list now says 201"."""
_THINGS = lazy(
    r"\s(?!(?:and|in|of|at|with|who|now|strong|plus|by|as|people|all|on|this|last|today|full|from|but|while|is|are|"
    r"or|not|counting|"
    r"across|working|including|excluding|for|to|since|than|work|do|permanent|regular|staff|employees|workers)(?![a-z]))"
    r"[a-z-]+ [a-z-]*s(?![a-z])"
)
"""What the number counts is no people: "the team has two hand-built demonstrators"."""


_COUNTED_OWNERS = lazy(r"\s(?:[\w-]+ ){0,2}?(?:founders|shareholders|owners|partners|investors)(?![a-z])")
"""A company of three private founders counts its owners."""


def _bare(one: Quantity, lead: str, tail: str) -> int:
    """A number without a word for people on it: "staff: 41", "we are 38", "makes toys with 85"."""
    if _OF_ALL.search(lead):
        return 0
    lead = _WHEN.sub("", lead)
    if _PART_EN.search(lead):
        return 0
    behind = re.match(
        r"\s?(?!of (?:our|the|these|those|them|my))(?:[a-z-]+\s){0,2}(?:employees|staff|workers|people|ppl|"
        r"persons)(?![a-z])|\s?(?:people |of us |names |"
        r"heads )?(?:are |now )?on (?:the|our|its) (?:payroll|books|staff|wage list)(?![a-z])|\s?(?:wages|salaries|"
        r"pay packets)"
        r"(?= (?:(?:are paid|go out|paid|leave) )?(?:every|each|a|per) month)|\s?draw (?:a|their) (?:salary|wages)|"
        r"\s?on (?:staff|board)(?![a-z])",
        tail,
    )
    if behind and not _PART.search(behind[0]) and not _CHANGE.search(lead[-18:]):
        return 3 if not _PART.search(lead[-10:]) else 0
    if _LISTED.search(lead) and (not tail.strip() or re.match(r"\s?(?:names?|of us|heads|in all)(?![a-z])", tail)):
        return 4
    money_next = re.match(r"\s?(?:%|万|亿|元|个百分)", tail)
    if (
        _STAFF.search(lead[-40:])
        and not money_next
        and not _THINGS.match(tail)
        and one.value < 100_000
        and not re.search(r"占|比", lead[-8:])
    ):
        return 3
    alone = not tail.strip() or re.match(
        r"\s?(?:,|(?:with|and|in|who|making|building|in all|altogether)(?![a-z]))", tail
    )
    return (
        2
        if (_OF.search(lead) and not _COUNTED_OWNERS.match(tail))
        or (_WE_ARE.search(lead) and alone and one.value < 20_000)
        else 0
    )


def _heads(one: Quantity, lead: str, tail: str) -> int:
    """A number of people: ours, unless it counts a part, a customer's house, a table or a share of each."""
    if re.search(r"(?<![a-z])of (?:whom|them|which) $", lead) or _ONCE.search(lead) or _PART_EN.search(lead):
        return 0
    if _NOT_ALL.match(tail) or (
        one.unit.endswith("us") and (_SOME_OF_US.match(tail) or _SHARE_LEAD.search(lead) or one.value == 1)
    ):
        return 0
    if one.value < _FEW and (_OVER_ZH.search(lead) or _OVER_EN.match(tail)):
        return 0
    total = _is_total(lead, tail)
    near = lead[-8:] + " " + one.unit + ("" if re.match(r"\s?(?:全|都|,)", tail) else tail[:4])
    if (_PART.search(near) or _PART_AHEAD.search(lead)) and not total:
        return 0
    if _HOUSE.match(tail):
        own = re.match(r"\s?的(?:小)?(?:厂|工厂|企业|公司)|\s?factory", tail)
        return 1 if own and not re.search(r"给|为|to|for|ran", lead[-12:]) else 0
    if re.search(r"(?:from|从|由)\s?(?:去年的?|前年的?)?\s?$", lead):
        return 0
    if NEGATION.search(lead[-4:]) and not re.search(r"不过", lead[-4:]):
        return 0
    if re.search(r"(?:^|[^一])(?:每|各|人均)[\u4e00-\u9fff]{0,3}$|per\s$", lead):
        return 0
    labelled = _STAFF.search(lead[-40:]) or one.unit[:2] in ("员工", "职工", "st", "em", "of")
    return 4 if total else 3 if labelled else 2


_FEW = 20
_OVER_ZH = lazy(r"(?<![不最至许很大太众更])[多少超差](?:了|出|出来|出了)?$")
_OVER_EN = lazy(
    r"\s?(?:too (?:many|few)|(?:over|above|under|below|past) (?:the )?(?:line|limit|cap|mark|threshold|ceiling|bar)|"
    r"(?:more|fewer|less) than|short of)(?![a-z])"
)
"""By how many a line is missed: 只多一个人, "just one person too many"."""
_ONCE = lazy(r"(?<![a-z])(?:used to|once|formerly|previously)(?: (?:have|had|employ(?:ed)?|be|were|was))? (?:about )?$")
_PART_EN = lazy(
    r"(?<![a-z])(?:research|r&d|development|sales|engineering|design|night|day)(?: and \w+)? (?:team|group|"
    r"department|staff|crew|"
    r"shift)[^,.;]{0,20}$"
)


def _is_total(lead: str, tail: str) -> bool:
    return bool(_TOTAL.search(lead[-14:]) or re.match(r"\s?(?:in all|in total|altogether|all told|now)", tail))
