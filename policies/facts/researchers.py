"""How many of the staff do research: `rnd_staff`, as a number. The share of them is read in `rates`.

"9个研发", "15人做研发", "20 of them engineers in R&D", "研发团队12人". People to be hired, a supplier's engineers and
the staff who left are none of them.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found, number
from policies.facts.other_houses import counts_theirs
from policies.facts.quantities import Quantity
from policies.facts.scope import FORECAST, NEGATION, Page
from policies.patterns import lazy

_WHO = (
    r"(?:研发|研究|科研|科技|技术|算法|设计|开发)(?:人员|人才|团队|岗位?|工程师|骨干|员工|部门?|的)?|工程师|程序员|"
    r"研究员|科学家|设计师|博士|搞技术的"
)
_WHO_EN = (
    r"(?:(?:r&d|r & d|r and d|research|method|product|application|system|firmware|software|hardware|chip|design|ic|"
    r"development|technical|algorithm|process|"
    r"mechanical|"
    r"electrical|full[- ]time|senior|core|product) ){0,3}(?:r&d|r & d|r and d|research(?:ers?)?(?: and development)?|"
    r"development(?! (?:zone|fee|costs?))|engineers?|developers?|designers?|scientists?|programmers?|technicians?|"
    r"coders?)"
)
_BEHIND = lazy(
    rf"\s?(?:人|名|位|个)?\s?(?:是|为|都是|全是|在|专门|专职|全职|负责|从事|主要|都)*(?:做|搞|干|从事|负责|"
    rf"在)?\s?(?:{_WHO})|"
    rf"\s(?:(?:out )?of (?:them|us|whom|our (?:people|staff)|the staff|(?:the |our |these )?(?:[a-z]+|\d+)|(?:our|"
    rf"the) [\w-]+ (?:people|staff|employees|workers)|"
    rf"(?:our|the) (?:people|employees|workers)) )?(?:(?:people|staff|persons?|employees|colleagues) )?"
    rf"(?:are |were |is |nothing but |only |solely |fully |mainly |occupied |busy |devoted |dedicated |assigned |work |"
    rf"working |do |doing |being |who are |who do |who work |employed |engaged |"
    rf"down as |listed as |counted as |all )*(?:in |on |as |with |to )?(?:the |our |an? )?{_WHO_EN}(?![a-z])|"
    r"\s(?:of (?:them|us|whom|our (?:people|staff)|the staff) )?(?:people |staff )?(?:who )?"
    r"(?:(?:do nothing but |only |all |mostly )?(?:develop(?! (?:business|markets?|"
    r"sales|land))|"
    r"design(?! (?:shops?|posters?))|write (?:the |our )?(?:code|software|firmware)|code|program|invent))"
    r"(?= |[,.;)]|$)|"
    r"\s(?:of (?:them|us|whom) )?(?:people |staff )?(?:are |is |sit |work )?(?:in|at) (?:the|our) (?:\w+ )?"
    r"(?:labs?|laborator(?:y|ies))(?= |[,.;)]|$)|"
    r"\s?(?:个?人|名|位)?(?:都|全)?在(?:我们)?实验室(?:里)?(?=[,。;、]|$|做|工作|干|上班)"
)
_BEFORE = lazy(
    r"(?:研发|研究|科研|科技|技术|算法)(?:开发|[和与及、]?(?:技术)?(?:创新|开发|研究|研发|科技)){0,2}的?(?:人员|"
    r"人才|团队|岗位?|工程师|人数|部门?|中心)?(?:一共|总共|共计|"
    r"共有?|有|占了?|是|为|达|就|也|都|的|里|只有|现有|目前|:|\s){0,4}$|工程师(?:有|共|占|是|:|\s){0,3}$|"
    r"(?<![a-z])(?:r&d|r & d|r and d|research|engineering|development|technical)(?: (?:staff|team|department|"
    r"people|headcount|& engineering|and engineering|"
    r"employees|personnel|group|unit)){0,2}(?: (?:keeps|occupies|takes up|engages|is|of|has|have|numbers?|counts?|"
    r"comes? to|totals?|are|employs?|=|"
    r"at|with|:))*\s?:?\s?$|"
    r"(?<![a-z])(?:engineers|researchers|developers|designers)(?: in r&d)?(?: (?:number|are|total|come to|"
    r"at))*\s?:?\s?$"
)
_NOT_STAFF = lazy(
    r"费|投入|支出|经费|项目|中心$|成果|专利|周期|产品|平台|课题|合同|服务|公司|企业|机构|大?楼|spend|cost|project|"
    r"cent(?:re|er)|patents?|contract|service|compan|firms?|studio|agenc"
)
_COMING = lazy(
    r"(?:招|聘|引进|扩|补|缺|差|走了|离职|裁|外包|兼职|顾问|合作|客户|学生|(?<![a-z])(?:hire|hiring|hired|"
    r"recruit\w*|lost|laid off|add|adding|need|outsourc\w*|part-time|freelance|contract|visiting|advis\w+))"
)


def find(page: Page) -> Findings:
    """Heads in research and development; a number that is the whole staff's is left to `people`."""
    if not _ANY.search(page.text):
        return
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if one.kind in ("heads", "items", "plain") and not one.vague and _counts(page, index, one, clause.end):
                yield Found("rnd_staff", number(one.value), one.start, one.end, 2)


_ANY = lazy(
    r"研|科技|技术|工程师|设计师|程序员|博士|算法|实验室|(?<![a-z])lab|r&d|r & d|r and d|research|engineer|develop|"
    r"design|scientist|program|technician|code|invent"
)


_ANOTHERS = lazy(
    r"校方|学校的|研究所[^,。;]{0,4}$|我爱人|我太太|"
    r"(?<![a-z])(?:institute|university(?: team)?|academy|wife's firm|husband's firm) (?:has|have|keeps|employs) $"
)
_OWNERS = lazy(
    r"(?<![a-z])(?:owners? (?:are|is)|partnership of|shareholders? are|(?:belong(?:s|ed|ing)?|goes|went|given) to|"
    r"(?:(?:held|owned|shared|kept) by|(?:is|are|lies?|sits?|rests?) with|in the hands of|(?:split|divided|"
    r"shared out) (?:between|among))(?: the| my| our| these)?) $|股东[是为]?$|(?:归|属于?|给|由)(?:了)?$"
)
_OWN = lazy(r"\s(?:\w+ )?(?:own|hold|share)(?![a-z])|\s\w+ in equal parts")
"""Engineers as owners, or of another house: no staff of ours."""


_FOUNDERS = lazy(
    r"\s(?:\w+ )?\w+ (?:and i |and my \w+ )?(?:founded|started|set up|established|own)(?![a-z])|"
    r"(?:名|位)?(?:工程师|博士|设计师|程序员|科学家|研究员)(?:自己|自行|共同|合伙|一起|合作|一同|合力)*(?:创办|创立|创业|开办|合开|出资|办起|成立|办的|开的)"
)
_FOUNDED_BY = lazy(r"(?<![a-z])(?:set up|founded|started|established|created|launched|begun) by (?:the |our )?$")


_LENT_US = lazy(
    r"(?:不是|不算|并非)我们(?:公司|厂)?(?:自己)?的?(?:人|员工|职工|编制)|(?:工资|劳动合同|社保|编制|人事关系)(?:都|也|还|是|仍|全)*"
    r"(?:在|由|归|挂在|跟)(?!我|公司|本)[^,。;我]{1,12}|不在我们(?:公司)?(?:的)?(?:编制|名册|工资|社保)|"
    r"(?<![a-z])(?:(?:on|stays? on) (?:the )?(?:payroll|books|staff) (?:of|at) (?!our|us)|(?:on|off) (?:a|the|its|"
    r"their|an) (?:university|institute|college|academy|school|parent|supplier)(?:'s)? (?:payroll|books)|(?:not|"
    r"none of them|never) (?:ours|our (?:own )?(?:employees|staff|people)|on our (?:payroll|books|staff))|"
    r"(?:employed|paid|seconded|lent) (?:to us )?by (?:an?|the|another) (?!company|firm)\w+)(?![a-z])"
)
"""People who help us and are another's: "on the payroll of a university, not ours"."""


def _lent_us(page: Page, index: int, one: Quantity) -> bool:
    """Whether what is said of these people, up to the next count of heads or the end, makes them another's."""
    last = index
    number_ = page.clauses[index].sentence
    while last + 1 < min(len(page.clauses), index + 5) and page.clauses[last + 1].sentence == number_:
        last += 1
    following = [q.start for i in range(index, last + 1) for q in page.quantities_in(i) if q.start > one.start]
    return _LENT_US.search(page.text, one.end, min((*following, page.clauses[last].end))) is not None


def _counts(page: Page, index: int, one: Quantity, end: int) -> bool:
    if not 0 < one.value < 100_000 or one.value != int(one.value) or page.theirs(one.start):
        return False
    lead, tail = page.text[page.clauses[index].start : one.start], page.text[one.end : end]
    if one.kind == "items" and one.unit != "个":
        return False
    if (
        _lent_us(page, index, one)
        or counts_theirs(page, index, one)
        or _ANOTHERS.search(lead)
        or _OWNERS.search(lead)
        or _OWN.match(tail)
    ):
        return False
    if one.kind == "plain" and any(moment.start <= one.start < moment.end for moment in page.moments):
        return False  # "in 2019 R&D swallowed a fifth"
    if re.search(r"(?<![a-z])of (?:our|the|all) $|^\s?(?:\d+|[a-z-]+) (?:out )?of $", lead) and lead.isascii():
        return False  # "fifteen of our 50 staff are engineers": the fifteen are
    if (
        page.wished(index, one.start)
        or FORECAST.search(lead)
        or _COMING.search(lead[-16:])
        or NEGATION.search(lead[-4:])
    ):
        return False
    if _FOUNDERS.match(tail) or _FOUNDED_BY.search(lead):
        return False
    behind = _BEHIND.match(tail)
    if behind and not _NOT_STAFF.match(tail[behind.end() :].lstrip()[:8]) and not re.match(r"\s?[%万亿元年月天]", tail):
        return True
    before = _BEFORE.search(lead)
    alone = one.kind == "heads" or (
        one.kind == "plain"
        and (
            re.match(r"\s?(?:$|[,;)]|of |people|staff)", tail)
            or re.search(r"(?:team|staff|group|department) of $", lead)
        )
    )
    return bool(before and alone and not re.search(r"费|投入|支出|经费|spend|cost|budget|invest", lead[-14:]))
