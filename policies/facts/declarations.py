"""Plain declarations: what the enterprise is, how a loan came about. Bars have modules of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policies.facts import bystander, pending
from policies.facts.found import Findings, Found
from policies.facts.frames import denied_behind
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_TECH = lazy(
    r"科技(?:(?:创新|创业|研发)?型?的?)(?:有限|股份)?(?:企业|公司)(?!的(?:供应商|供货商|配套|代工))|"
    r"(?<![a-z-])(?:technology|tech|"
    r"science and technology|sci-tech)(?:[- ](?:and )?innovati(?:on|ve|ng))? (?:enterprise|company|firm|"
    r"business|start-?up)(?![a-z])|(?<![a-z])high-tech (?:company|firm)(?![a-z])|(?<![a-z-])(?:technology|tech|"
    r"science)(?:[- ](?:based|type|oriented|driven|intensive))? (?:small |micro |little |young )?(?:company|firm|"
    r"enterprise|"
    r"business|start-?up)(?![a-z])"
)
_REASONED = lazy(
    r"(?<![a-z])makes? us an?\s$|(?:这|那|就)(?:样|么)?(?:就|也|便)?(?:该|能|可以)?算(?:得上|上|是)?(?:一?[家个])?$"
)
"""An inference, not a standing: "my brother says that this makes us a technology company"."""
_FIRST = lazy(
    r"首贷(?!中心|服务|补贴|补助|贴息|政策|奖)|(?:第一次|头一次|头一回|第一回)(?:向银行|跟银行|从银行|在银行|"
    r"找银行)?(?:贷|借)|"
    r"首次(?:向银行|从银行)?(?:贷|借|获得)|"
    r"第一笔(?:银行)?贷款|(?<![a-z])(?:first (?:ever )?(?:bank )?loan(?! (?:service )?cent)|first[- ]time borrower|"
    r"first time (?:\w+ ){0,3}(?:borrow\w*|loan))(?![a-z])"
)
_NEVER_BORROWED = lazy(
    r"(?:从来?没有?|没有?|未|从未)(?:向银行|跟银行|在银行|找银行|从银行)?(?:贷过款?|借过款?|贷款过)|"
    r"(?<![a-z])(?:never (?:before )?(?:had|taken|got|taken out) (?:a|any|out a) (?:bank )?loan|"
    r"never (?:before |once )?borrowed(?! from (?:friends|family|private))|"
    r"never (?:\w+ ){0,2}?(?:borrower|debtor|loan customer) (?:at|of|with|to) (?:any|a) bank|"
    r"no bank (?:had |has )?(?:ever )?[^,.;]{0,30}(?:as a|among its) (?:borrower|debtor)s?)(?![a-z])"
)
_BORROWED = lazy(
    r"(?:以前|之前|过去|早先|曾经?|往年)(?:就|也|都)?(?:向银行|跟银行|在银行|找银行|从银行)?(?:贷|借)过|"
    r"第[二三四五六七八九十\d]+[次笔](?:银行)?(?:贷款?|借款?|向银行)|(?:年|早)(?:就|也|已经?)?(?:向银行|跟银行|"
    r"在银行|找银行|从银行)?(?:贷|借)过|(?<![a-z])(?:(?:have|had|'ve) (?:often |"
    r"already )?borrowed (?:\w+ ){0,4}before|"
    r"(?:second|third|fourth|fifth|another) bank loan|borrowed from (?:a bank|banks) before)(?![a-z])"
)
_OF_OTHERS = lazy(
    r"(?:首贷|第一笔|首次)[^,。;]{0,8}的(?:企业|公司)|(?<![a-z])(?:firms|companies|enterprises|businesses|those|"
    r"anyone) "
    r"(?:that|which|who|with|getting|taking)|(?<![a-z])their first"
)
_UNTIL = lazy(
    r"直到|之前|以前|在此前|(?<![a-z])(?:until|till|before|prior to|(?:free of|free from|without) [^,.;]{0,60} "
    r"when)(?![a-z])"
)
_CENTRE = lazy(r"首贷(?:服务)?中心|(?<![a-z])first[- ]loan (?:service )?cent(?:re|er)")
_INSURED = lazy(
    r"(?:贷款|履约)?保证保险|(?<![a-z])(?:loan[- ](?:guarantee|performance|bond) insurance|guarantee[- ]insurance|"
    r"performance[- ](?:bond|guarantee)[- ](?:insurance|policy|cover)|loan[- ]guarantee (?:policy|cover)|"
    r"guarantee policy|insured under (?:the |an? )?(?:sme )?(?:loan[- ])?guarantee|"
    r"(?<=without a )performance[- ]bond insurance policy|insur(?:er|ance)(?: company| policy)? (?:stood|stands|"
    r"standing) behind (?:the|this|our) (?:loan|credit))"
)
_BONDED = lazy(
    r"履约(?:保证)?保险|(?<![a-z])performance[- ](?:bond|guarantee)(?:[- ](?:insurance|insured|policy|cover))"
)
_NOT_WITHOUT = lazy(
    r"(?<![a-z])without (?:an? |the |its )?(?:[\w-]+ ){0,4}?(?:insurance|policy|cover)(?![a-z])[^.;]{0,90}?(?:would|"
    r"could)(?: not|n't) "
    r"have (?:lent|given|granted|advanced|approved|let)"
)
"""The insurance but for which nothing had been lent: it was had."""
_TURNING = (
    r"(?:turn(?:s|ed|ing)?|convert(?:s|ed|ing)?|conversions?|transform\w*|transfer(?:s|red|ring)?|commerciali[sz]\w*|"
    r"industriali[sz]\w*|bring(?:s|ing)?|appl(?:y|ies|ying|ication))"
)
_RESULTS = (
    r"(?:(?:scientific|research|science|technical|technological|tech|technology|r&d)(?: and technological)? "
    r"(?:achievements?|results?|findings|outcomes?)|achievements?|research|science|laboratory (?:work|results?))"
)
_APPROVED = (
    r"(?:recogni[sz]ed|approved|confirmed|certified|examined|accepted|designated|listed|determined|reviewed|endorsed)"
)
_GOES = r"(?:turn|convert|bring|tak|carr|put|mov|mak|go|brought|taken|made)(?:s|ing|ed|es|ies|ied|ning)?"
_INTO = (
    r"(?:into|to) (?:(?:real|actual|industrial|mass|serial|full|saleable|the|a|finished|everyday) ){0,2}(?:production|"
    r"products?|goods|business|industry|practice|manufactur\w+|factory|market|shop floor)"
)
_BY_AN_OFFICE = r"(?:approved|official|regional?|recogni[sz]ed|(?:region|department|government|ningxia|ministry)'s)"
_TOLD_EN = (
    rf"{_BY_AN_OFFICE} (?:\w+ ){{0,2}}?list (?:of|for) (?:\w+ ){{0,2}}?{_RESULTS} (?:[\w-]+ ){{0,4}}?{_GOES} {_INTO}|"
    rf"{_APPROVED} [^.;]{{0,60}}?(?<![a-z]){_GOES} (?:\w+ ){{0,3}}?{_RESULTS} {_INTO}|"
    rf"{_RESULTS} (?:that |which )?[^.;,]{{0,40}}?{_APPROVED} (?:[\w']+ ){{0,4}}?(?:for|to be) {_GOES} {_INTO}"
)
"""The project by what it does: "on the region's approved list of research results being turned into production"."""
_OFFICE_ZH = r"(?:自治区|科技厅|宁夏|区里|厅里|政府)"
_PASSED_ZH = r"(?:认定|审定|核定|批准|批过|批的|确定|评定|审核|列进|列入|列为|认可)"
_RESULT_ZH = r"(?:科研|科技|科学|研究|实验室|技术)?成果(?:的)?(?:转产|落地|产业化|变成?产品|投产|变产品|量产)"
_TOLD_ZH = (
    rf"{_OFFICE_ZH}[^。;没未不]{{0,12}}{_PASSED_ZH}[^。;没未不]{{0,12}}{_RESULT_ZH}|"
    rf"{_RESULT_ZH}[^。;没未不]{{0,20}}{_OFFICE_ZH}[^,。;没未不]{{0,8}}{_PASSED_ZH}|"
    rf"{_OFFICE_ZH}[^。;没未不]{{0,8}}{_RESULT_ZH}[^,。;没未不]{{0,4}}(?:名单|清单|目录)"
)
_PROJECT = lazy(
    r"成果转化(?:的)?(?:项目|专案)|(?<![a-z])(?:recogni[sz]ed (?:project|commerciali[sz]ation)|(?:achievements?|"
    r"results?|technology|research)[- ](?:conversion|transformation|transfer|commerciali[sz]ation)[- ]project|"
    rf"project [^.;]{{0,60}}?{_APPROVED} [^.;]{{0,40}}?{_TURNING} (?:\w+ ){{0,2}}?{_RESULTS}|"
    rf"{_APPROVED} (?:\w+ ){{0,4}}?project (?:\w+ ){{0,2}}?{_TURNING} (?:\w+ ){{0,2}}?{_RESULTS}|{_TOLD_EN})(?![a-z])|"
    rf"{_TOLD_ZH}"
)
_AROUND = lazy(
    r"(?:绕[开过]|跳过|避开|撇开|不经过?|不通过|不走)(?:了|区里的?|当地的?)?$|"
    r"(?<![a-z])(?:bypass\w*|skip\w*|avoid\w*|(?:go|going|gone|went) (?:past|around|round)) (?:the |our )?(?:\w+ )?$"
)
"""Ahead of what was gone around: 绕开首贷中心, "we bypassed the first-loan centre"."""
_HOW = lazy(r"怎么(?:买|投|办|弄)|如何(?:买|投|办)|哪里(?:买|投|办)|(?<![a-z])how (?:do|can|to)(?![a-z])")
_UNRELATED = lazy(r"[\u4e00-\u9fff]{0,3}(?:无关|不沾|沾不上|不搭|扯不上|没(?:有)?(?:什么|任何|半点)?(?:关系|边))")
_FAR_FROM = lazy(
    r"(?<![a-z])(?:anything but|far from(?: being)?|hardly|nothing like|scarcely) (?:an? |any )?$|离[^,。;]{0,4}$"
)


@dataclass(frozen=True, slots=True)
class _Matter:
    name: str
    pattern: re.Pattern[str]
    value: bool
    loan: bool  # the sentence must speak of a loan or its insurance


_MATTERS = (
    _Matter("first_loan", _FIRST, True, False),
    _Matter("first_loan", _BORROWED, False, False),
    _Matter("first_loan_centre", _CENTRE, True, False),
    _Matter("loan_insured", _INSURED, True, True),
    _Matter("loan_bonded", _BONDED, True, False),
    _Matter("achievement_project", _PROJECT, True, True),
    _Matter("tech_enterprise", _TECH, True, False),
)
_LOAN = lazy(r"贷|借|(?<![a-z])(?:loan|borrow|lent|advanced|bank)")


def find(page: Page) -> Findings:
    """Each matter as it stands: stated, denied or open."""
    for matter in _MATTERS:
        if matter.name == "first_loan_centre" and (apart := (*pending.find(page), *bystander.find(page))):
            yield from apart  # only applied for, or only asked
            continue
        for match in matter.pattern.finditer(page.text):
            if matter.name == "achievement_project" and (other := _lent_for_other(page, match)):
                yield Found(matter.name, False, other.start(), other.end(), 3)
                continue
            if not matter.loan or _LOAN.search(page.sentence(page.index(match.start()))) or _lent_for(page, match):
                yield from _matter(page, matter, match)
    for match in _NOT_WITHOUT.finditer(page.text):
        yield Found("loan_bonded" if "bond" in match[0] else "loan_insured", True, match.start(), match.end(), 4)
    for match in _NEVER_BORROWED.finditer(page.text):
        if not page.theirs(match.start()) and judge(page, match.end(), match.end(), ours=True) is not Standing.SUPPOSED:
            yield Found("first_loan", True, match.start(), match.end())


_FOR_THEM = lazy(
    r"(?:(?<!贷)给|替|面向|服务于?|帮助?|专做|(?<![列属][入为于]重点)(?<![家是名]重点)(?:支持|扶持)|针对|投资|卖给)"
    r"(?:了|过)?(?:[\d一二三四五六七八九十百两]{1,5}多?[家户个]|[\u4e00-\u9fff]{0,2}的)?$"
)
_FOR_OR_IS = lazy(r"(?<![认定评选列转分归作成改称视])为$")
_THEIR_LOANS = lazy(r"的?(?:贷款|融资|客户|用户)")
"""给科技企业做代账, 专做科技企业贷款: whom we work for."""


def _of_others(page: Page, match: re.Match[str]) -> bool:
    """Technology firms that are not us: somebody else's words, or whom something is done for."""
    lead = page.text[page.clauses[page.index(match.start())].start : match.start()]
    tail = page.text[match.end() : page.clauses[page.index(match.start())].end]
    return (
        page.theirs(match.start())
        or _FOR_THEM.search(lead) is not None
        or (bool(tail) and _FOR_OR_IS.search(lead) is not None)  # 我公司为科技企业, but 为科技企业提供场地
        or (_THEIR_LOANS.match(page.text, match.end()) is not None and "我" not in lead)
    )


_FOR_IT = lazy(
    r"(?:为|给|用在|投到|建|上|支持)(?:了)?(?:它|这|此)[^。;]{0,30}[贷借]|项目贷|"
    r"[贷借][^。;]{0,14}(?:用在|投到|投进|给)(?:了)?(?:它|这)|"
    r"(?<![a-z])(?:(?:to|we) (?:build|fund|finance|equip|set (?:it|this) up|pay for|built|funded) (?:it|this|that)|"
    r"for (?:it|this|(?:exactly |precisely |just |only |solely )?(?:this|that|the said|the same) (?:very |same )?"
    r"(?:\w+ )?project)|(?:financed|funded|backed|lent on) (?:this|that|the) (?:very |same )?project|"
    r"project loan|(?:built|paid for|went into) (?:it|that|this))(?![a-z])"
)


_FOR_OTHER = lazy(
    r"(?:贷款|借款|(?:贷|借)的?[^,。;项]{0,12})[^,。;项没未不]{0,10}(?:用来|用于|用在|花在|拿去|拿来|"
    r"投在)(?:了)?(?:发工资|周转|日常|流动|还债|买料|进货|"
    r"(?:别的|其[他它]|另[外一])[^,。;]{0,4}(?:产线|项目|地方|用途|业务))|"
    r"(?<![a-z])(?:loan|money|credit)(?: [\w.,]+){0,6}? (?:went (?:in)?to|was (?:spent|used) (?:on|for)|"
    r"(?:is|was) (?:meant |taken )?for) (?:an?other|other|some other|something else|wages|salaries|working capital|"
    r"day-to-day|stock|raw materials)(?![a-z])"
)
"""A loan that went elsewhere than into the project that was named."""


def _lent_for_other(page: Page, match: re.Match[str]) -> re.Match[str] | None:
    """The words behind a project that its loan was for something else."""
    other = _FOR_OTHER.search(page.text, match.end(), match.end() + 240)
    if other is None or strangers(page, other.start()) or _FOR_IT.search(page.text, match.end(), other.end()):
        return None
    index = page.index(other.start())
    stated = judge(page, other.end(), other.end(), ours=True) is Standing.STATED
    return other if stated and not page.wished(index, other.start()) else None


def _lent_for(page: Page, match: re.Match[str]) -> bool:
    """Whether the next sentence borrows for what was just named: "To build it the company borrowed 30 million"."""
    index = page.index(match.start())
    behind = page.text[match.end() : match.end() + 240]
    return page.clauses[index].closing != "?" and bool(_FOR_IT.search(behind) and _LOAN.search(behind))


def _matter(page: Page, matter: _Matter, match: re.Match[str]) -> Findings:
    index = page.index(match.start())
    standing = judge(page, match.start(), match.end(), ours=matter.loan and not strangers(page, match.start()))
    if matter.name == "first_loan" and matter.value and standing is Standing.SUPPOSED:
        standing = Standing.STATED  # a first loan that is only wished for is a first loan all the same
    if standing is Standing.SUPPOSED or (matter.name == "tech_enterprise" and _of_others(page, match)):
        return
    if matter.name == "first_loan" and standing is Standing.OPEN and _OF_OTHERS.search(page.words(index)):
        return  # "what is paid to firms which got their first loan this way?"
    if (
        matter.name == "first_loan"
        and matter.value
        and standing is Standing.DENIED
        and _UNTIL.search(page.words(index))
    ):
        standing = Standing.STATED  # "had never borrowed until this first loan"
    value = standing.value_of
    if (
        value
        and matter.name == "first_loan_centre"
        and (_AROUND.search(page.text, page.clauses[index].start, match.start()) or denied_behind(page, match, index))
    ):
        value = False
    if value and matter.name == "tech_enterprise" and _REASONED.search(page.text, 0, match.start()):
        value = None
    apart = _UNRELATED.match(page.text, match.end(), page.clauses[index].end)
    if value and (apart or (matter.name == "tech_enterprise" and _FAR_FROM.search(page.text, 0, match.start()))):
        value = False
    if matter.name == "loan_insured" and value and _HOW.search(page.words(index)):
        return
    asked = value is None and page.clauses[index].closing == "?"  # 首贷有贴息吗 takes nothing back
    weight = 0 if asked else 1
    yield Found(matter.name, value if value is None else value is matter.value, match.start(), match.end(), weight)
