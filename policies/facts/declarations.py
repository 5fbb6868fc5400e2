"""Plain declarations: prizes, what the enterprise is, how a loan came about. Bars have modules of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policies.facts import dates
from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge

_CONTEST = re.compile(
    r"(?:创新创业|双创|创业|创新)?大赛[\u4e00-\u9fff\d]{0,10}?(?:获奖|得奖|奖|获|名次|拿了|冠军|亚军|季军|"
    r"优胜)(?:是我们)?|"
    r"(?:获|得|拿|捧|赢)(?:了|过|得|到)?[\u4e00-\u9fff\d]{0,16}大赛[\u4e00-\u9fff\d]{0,6}(?:奖|名|冠军|优胜)?|"
    r"(?<![a-z])(?:won|win|winner|prize|award|medal|placed|runner-up|came (?:first|second|third))(?:[^.;]{0,60}?)"
    r"(?:contest|competition|innovation and entrepreneurship|(?:start-?up|innovation|entrepreneur\w*) (?:prize|award|"
    r"medal))(?![a-z])|(?:contest|competition) (?:prize|winner|award|"
    r"finalist prize)"
)
_CHALLENGE = re.compile(
    r"挑战赛(?:(?![没未不])[\u4e00-\u9fff]){0,16}?(?:对接成功|对接|匹配|签约|配对|牵上线)|(?<![a-z])challenge(?:[^.;]{0,30}?)(?:matched|match|"
    r"matching)|"
    r"match(?:ed)?(?:[^.;]{0,40}?)challenge|(?:found|met|won|got) (?:[^.;]{0,30}?)(?:partner|solver|team|solution)"
    r"(?:[^.;]{0,40}?)(?:innovation )?challenge(?![a-z])"
)
_SINCE = re.compile(r"又|再次|今年|去年|前年|(?<![a-z])(?:again|this year|last year|since)(?![a-z])")
_NO_PRIZE = re.compile(
    r"没(?:有)?(?:获|得|拿|中|评)|未(?:获|得)|落选|没奖|空手|无缘|参加奖|参与奖|陪跑|(?<![a-z])(?:won nothing|"
    r"no prize|without a prize|did not win|didn't win|"
    r"not win|lost|no award|empty-handed)(?![a-z])"
)
_OTHER_CONTEST = re.compile(
    r"上海|北京|深圳|广东|江苏|浙江|全国|中国|国家|甘肃|陕西|(?<![a-z])(?:shanghai|beijing|shenzhen|national|china|"
    r"jiangsu|zhejiang)(?![a-z])"
)
_HOME = re.compile(r"宁夏|(?<![a-z])ningxia(?![a-z])")
_TECH = re.compile(
    r"科技(?:型)?(?:企业|公司)|(?<![a-z-])(?:technology|tech|science and technology) (?:enterprise|company|firm|"
    r"start-?up)(?![a-z])"
)
_FIRST = re.compile(
    r"首贷(?!中心|服务|补贴|补助|贴息|政策|奖)|(?:第一次|头一次|头一回|第一回)(?:向银行|跟银行|从银行|在银行|"
    r"找银行)?(?:贷|借)|"
    r"首次(?:向银行|从银行)?(?:贷|借|获得)|"
    r"第一笔(?:银行)?贷款|(?<![a-z])(?:first (?:ever )?(?:bank )?loan(?! (?:service )?cent)|first[- ]time borrower|"
    r"first time (?:\w+ ){0,3}(?:borrow\w*|loan))(?![a-z])"
)
_NEVER_BORROWED = re.compile(
    r"(?:从来?没有?|没有?|未|从未)(?:向银行|跟银行|在银行|找银行|从银行)?(?:贷过款?|借过款?|贷款过)|"
    r"(?<![a-z])(?:never (?:before )?(?:had|taken|got|taken out) (?:a|any|out a) (?:bank )?loan|"
    r"never (?:before |once )?borrowed(?! from (?:friends|family|private)))(?![a-z])"
)
_BORROWED = re.compile(
    r"(?:以前|之前|过去|早先|曾经?|往年)(?:就|也|都)?(?:向银行|跟银行|在银行|找银行|从银行)?(?:贷|借)过|"
    r"第[二三四五六七八九十\d]+[次笔](?:银行)?(?:贷款?|借款?|向银行)|(?:年|早)(?:就|也|已经?)?(?:向银行|跟银行|"
    r"在银行|找银行|从银行)?(?:贷|借)过|(?<![a-z])(?:(?:have|had|'ve) (?:often |"
    r"already )?borrowed (?:\w+ ){0,4}before|"
    r"(?:second|third|fourth|fifth|another) bank loan|borrowed from (?:a bank|banks) before)(?![a-z])"
)
_OF_OTHERS = re.compile(
    r"(?:首贷|第一笔|首次)[^,。;]{0,8}的(?:企业|公司)|(?<![a-z])(?:firms|companies|enterprises|businesses|those|"
    r"anyone) "
    r"(?:that|which|who|with|getting|taking)|(?<![a-z])their first"
)
_UNTIL = re.compile(r"直到|之前|以前|在此前|(?<![a-z])(?:until|till|before|prior to)(?![a-z])")
_CENTRE = re.compile(r"首贷(?:服务)?中心|(?<![a-z])first[- ]loan (?:service )?cent(?:re|er)")
_INSURED = re.compile(
    r"(?:贷款|履约)?保证保险|(?<![a-z])(?:loan[- ](?:guarantee|performance|bond) insurance|guarantee[- ]insurance|"
    r"performance[- ](?:bond|guarantee)[- ](?:insurance|policy|cover)|loan[- ]guarantee (?:policy|cover)|"
    r"guarantee policy)"
)
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
_PROJECT = re.compile(
    r"成果转化(?:的)?(?:项目|专案)|(?<![a-z])(?:recogni[sz]ed (?:project|commerciali[sz]ation)|(?:achievements?|"
    r"results?|technology|research)[- ](?:conversion|transformation|transfer|commerciali[sz]ation)[- ]project|"
    rf"project [^.;]{{0,60}}?{_APPROVED} [^.;]{{0,40}}?{_TURNING} (?:\w+ ){{0,2}}?{_RESULTS}|"
    rf"{_APPROVED} (?:\w+ ){{0,4}}?project (?:\w+ ){{0,2}}?{_TURNING} (?:\w+ ){{0,2}}?{_RESULTS})(?![a-z])"
)
_NOT_ENTERED = re.compile(
    r"(?:创新创业|双创|创业|创新)?(?:大赛|挑战赛|比赛|竞赛)(?:[、和与及或]{1,2}(?:宁夏|自治区)?(?:创新)?(?:挑战赛|大赛))?"
    r"(?:[,、]?(?:也|都|从来?|还|一直|我们|根本)){0,3}(?:没(?:有)?|未)(?:曾)?"
    r"(?:参加|参与|报名|报|去|进)过?|"
    r"(?:从来?没(?:有)?|没(?:有)?|未|从未|未曾)(?:参加|参与|报名|报)过?(?:任何|什么|宁夏的?|"
    r"自治区的?){0,2}(?:创新创业|双创|创业|创新)?(?:大赛|挑战赛|"
    r"比赛|竞赛)|"
    r"(?<![a-z])(?:never|not|n't) (?:yet )?(?:entered|took part in|taken part in|take part in|joined|competed in|"
    r"applied to) (?:\w+ "
    r"){0,5}?(?:contests?|competitions?|challenge(?: match)?)(?![a-z])"
)
_AND_CHALLENGE = re.compile(
    r"(?:和|与|或|及|、|也没)[\u4e00-\u9fff]{0,4}挑战赛|(?: or| nor| and)(?: an?| the| any)? (?:\w+ )?challenge"
)
_AROUND = re.compile(r"(?:绕[开过]|跳过|避开|撇开|不经过?|不通过|不走)(?:了|区里的?|当地的?)?$")
"""Ahead of what was gone around: 绕开首贷中心."""
_UNRELATED = re.compile(r"[\u4e00-\u9fff]{0,3}无关")


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
    _Matter("achievement_project", _PROJECT, True, True),
    _Matter("tech_enterprise", _TECH, True, False),
)
_LOAN = re.compile(r"贷|借|(?<![a-z])(?:loan|borrow|lent|advanced|bank)")


_GAMES = re.compile(r"赛|contest|competition|innovation|challenge|prize|award")


def find(page: Page) -> Findings:
    """Each matter as it stands: stated, denied or open."""
    for matter in _MATTERS:
        for match in matter.pattern.finditer(page.text):
            if not matter.loan or _LOAN.search(page.sentence(page.index(match.start()))):
                yield from _matter(page, matter, match)
    for match in _NEVER_BORROWED.finditer(page.text):
        if not page.theirs(match.start()) and judge(page, match.end(), match.end(), ours=True) is not Standing.SUPPOSED:
            yield Found("first_loan", True, match.start(), match.end())
    if not _GAMES.search(page.text):
        return
    for match in _NOT_ENTERED.finditer(page.text):
        if not page.theirs(match.start()):
            if _AND_CHALLENGE.match(page.text, match.end()) or re.search(
                r"挑战赛|challenge|任何|什么|any|赛[,、]?(?:都|也)", match[0]
            ):
                yield Found("challenge_matched", False, match.start(), match.end(), 2)
            if re.search(r"大赛|比赛|竞赛|任何|什么|contest|competition|any", match[0]):
                yield Found("contest_winner", False, match.start(), match.end(), 2)
    for name, pattern in (("contest_winner", _CONTEST), ("challenge_matched", _CHALLENGE)):
        for match in pattern.finditer(page.text):
            yield from _prize(page, name, match)


def _matter(page: Page, matter: _Matter, match: re.Match[str]) -> Findings:
    index = page.index(match.start())
    standing = judge(page, match.start(), match.end(), ours=matter.loan and not strangers(page, match.start()))
    if matter.name == "first_loan" and matter.value and standing is Standing.SUPPOSED:
        standing = Standing.STATED  # a first loan that is only wished for is a first loan all the same
    if standing is Standing.SUPPOSED or (matter.name == "tech_enterprise" and page.theirs(match.start())):
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
        and _AROUND.search(page.text, page.clauses[index].start, match.start())
    ):
        value = False
    if value and _UNRELATED.match(page.text, match.end(), page.clauses[index].end):
        value = False
    yield Found(matter.name, value if value is None else value is matter.value, match.start(), match.end())


def _prize(page: Page, name: str, match: re.Match[str]) -> Findings:
    """A prize counts for two years, in Ningxia; an older one, another contest or a bare entry does not."""
    index = page.index(match.start())
    sentence = page.sentence(index)
    standing = judge(page, match.start(), match.end())
    if standing is Standing.SUPPOSED or page.theirs(match.start()):
        return
    old = any(int(m.value[:4]) < page.as_of.year - 2 for m in dates.find(sentence, page.as_of))
    old = old or dates.LONG_AGO.search(sentence) is not None
    elsewhere = _OTHER_CONTEST.search(sentence) and not _HOME.search(sentence)
    value = standing.value_of
    if _NO_PRIZE.search(sentence):
        value = False
    elif value and (old or elsewhere):
        value = None if not old or _SINCE.search(page.words(index)) else False
    yield Found(name, value, match.start(), match.end(), 2)
