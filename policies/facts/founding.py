"""When the enterprise was set up, and how old it is: `established`, `age_years`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from policies.facts.dates import MONTHS
from policies.facts.found import Findings, Found, number
from policies.facts.reissued import given_again
from policies.facts.scope import Page
from policies.patterns import lazy

_FOUNDED = lazy(
    r"成立|执照(?:上)?(?:写|是|登记|日期)|(?:拿到|领到?|领了|取得)(?:的|了)?(?:营业)?执照|创立|创办|创建|(?:刚|才|"
    r"新)开(?!始)|开办|设立|注册(?!资|商标|会计|用户|"
    r"地)|起步|开业|办起来|开张|开的|建厂|建的|建成|办厂|建立|立项|登记|办的|创业(?!团队|大赛|板|园|基金|项目|"
    r"人才|者|服务|计划)|"
    r"(?<![a-z])(?:found(?:ed)?|established|establishment|set up|incorporated|incorporation|"
    r"started|registered|formed|launched|opened|began|begun|in business|around|"
    r"est\.?(?= |:)|going|operating|trading|came into (?:being|existence)|dat(?:es|ing)(?: back)?(?= (?:from|to))|"
    r"born|existed|in existence|"
    r"opened its doors|opened our doors|licen[cs]e (?:was |is )?(?:issued|dated)|first licen[cs]ed)(?![a-z])"
)
_NOT_US = lazy(
    r"商标|专利|分公司|办事处|工厂(?=.{0,4}建成)|新厂|子公司(?!去年)|贷款|借|"
    r"合同|母公司|集团|trademark|branch|loan|borrowed|parent|contract|brand registered|certificate"
)
_THING_EN = lazy(
    r"(?<![a-z])(?:loans?|patents?|trade ?marks?|credit|facility|policy|insurance|term|repayments?|branch|project|"
    r"lease|"
    r"certificate|guarantee|agreement|plant|line|sales)(?: \w+){0,2} (?:was |were |is |has |had |been )*(?:started|"
    r"start|registered|launched|began|begun|opened|set up|issued|dated|established|formed)(?: \w+){0,2}\s?(?:in|on|"
    r"since)?\s?$"
)
"""What began on that day was not the enterprise."""
_PRIZE = lazy(r"大赛|竞赛|比赛|获奖|得奖|[一二三]等奖|(?<![a-z])(?:contest|competition|prize|award)(?![a-z])")
_AGE_AFTER = lazy(
    r"\s?(?:的)?(?:历史|老厂|老店|老企业|老公司|了|有余)|\s?(?:-?\s?old|in business|"
    r"of (?:history|trading|operations?)|old|on the market|now|and counting|running)"
)
_AGE_BEFORE_EN = lazy(
    r"(?<![a-z])(?:in business|trading|operating|going|around|running|open|existed|traded|operated|been operating|"
    r"been trading|established|been at it|at it|been (?:here|in business)|old is)\s?(?:for)?\s?(?:about|"
    r"exactly|some)?\s?$"
)
_SINCE_BEGUN = lazy(
    r"\s?(?:now )?since (?:we|the (?:company|firm|business)|our (?:company|firm)) (?:was |were )?(?:set up|founded|"
    r"started|opened|registered|incorporated|began|launched|established)(?![a-z])"
)
_BEGUN_EN = lazy(
    r"(?<![a-z])(?:(?:founded|established|incorporated|registered|formed|set up|started|launched|created|"
    r"opened)(?: (?:the|our|"
    r"this|my)(?: \w+){0,2}? (?:company|firm|business|start-?up|enterprise|house|shop|factory|studio|workshop))|"
    r"(?:company|firm|"
    r"business|start-?up|enterprise|we) (?:was |were |is )?(?:founded|established|incorporated|registered|formed|"
    r"set up|started(?: up| out)?|launched|born|created|opened)(?: \w+){0,3})\s(?:only |just |about |exactly |some )?$"
)
"""A founding that is dated from today: "we set up the company four years ago"."""
_PERSON = lazy(
    r"岁|创始人|老板|本人|从业|行业经验|工作|贷款|质保|租期|租约|合作|合同|证书|"
    r"专利|期限|账期|years? of experience|experience|founder|i'm|lease|loan|"
    r"warranty|contract|certificate|guarantee|invested|with us|overdue|欠|拖"
)


def find(page: Page) -> Findings:
    """Founding dates beside a verb of founding, ages beside the words for an age."""
    moments = page.moments
    for moment in moments:
        index = page.index(moment.start)
        clause = page.clauses[index]
        lead, tail = page.text[clause.start : moment.start], page.text[moment.end : clause.end]
        if _PRIZE.search(page.words(index)) and not re.search(r"成立|注册|创立|found|established|set up", lead + tail):
            continue  # 2018年创业大赛获奖
        if page.theirs(moment.start) or page.wished(index, moment.start) or _NOT_US.search(lead[-12:] + tail[:14]):
            continue
        if _THING_EN.search(lead):
            continue
        if not lead.strip() and index and page.clauses[index - 1].closing == ":":
            lead = page.words(index - 1) + " "  # "Founded: May 2020"
        before = re.search(
            r"(?:于|在|:|：|\s|了)?\s?(?:in|since|on|back in|from|as of)?\s?(?:early|"
            r"late|mid|mid-|(?:the )?(?:spring|summer|autumn|fall|winter|beginning|start|end|middle)(?: of)?)?\s?$",
            lead,
        )
        cut = lead[: before.start()] if before else lead
        verb_behind = (
            _FOUNDED.match(tail.lstrip())
            or re.match(
                r"(?:初|底|末|才|就|刚|正式|在[\u4e00-\u9fff]{2,10}?|由[\u4e00-\u9fff]{2,6}|"
                r"以来|\s)+?(?:注册)?" + f"(?:{_FOUNDED.pattern})",
                tail,
            )
            or re.match(
                r",?\s(?:[a-z']+\s){1,5}(?:founded|started|set up|opened|launched|established|"
                r"incorporated)(?![a-z])|\ssaw (?:us|the (?:company|firm)|our (?:company|firm)) (?:registered|"
                r"founded|born|"
                r"set up|incorporated)",
                tail,
            )
        )
        verb_before = list(_FOUNDED.finditer(cut))
        between = cut[verb_before[-1].end() :] if verb_before else ""
        near = verb_before and not re.search(r"\d", between) and (len(between) <= 24 or _OF_A_FIRM.match(between))
        if _NO_FIRM.search(between):
            continue
        if _SUPPOSED.match(page.words(index).lstrip()) or given_again(page, index, moment.start, moment.end):
            continue
        if verb_behind or near or _LICENCE_GOT.search(cut) or _told_later(page, index, moment.end):
            work = _WORK_BEGAN.search(lead) or _WORK_BEGAN_ZH.search(tail[:16]) or _WORK_BEGAN_ZH.search(lead[-12:])
            yield Found("established", moment.value, moment.start, moment.end, 1 if work else 2)
        elif (
            re.search(r"(?<![a-z])since\s$", lead)
            and re.fullmatch(r"[\s.]*", tail)
            and re.search(r"business|company|firm|shop|here|going|family|running", lead)
        ):
            yield Found("established", moment.value, moment.start, moment.end)
    if "licen" in page.text:
        yield from _licensed(page)
    if "anniversary" in page.text or "birthday" in page.text:
        yield from _anniversaries(page)
    for match in _NAMED_SINCE.finditer(page.text):
        since = next((m for m in moments if m.start == match.end()), None)
        if since is not None and not page.theirs(match.start()):
            yield Found("established", since.value, since.start, since.end, 2)
    yield from _ages(page)


_FIRM = (
    r"(?:company|firm|venture|business|start-?up|enterprise|house|shop|factory|studio|workshop|outfit|foundry|works|"
    r"mill|"
    r"maker)"
)
_OF_A_FIRM = lazy(
    rf"(?: up)? (?:our|the|this|my|a|an) (?:[\w'-]+ ){{0,4}}?{_FIRM}(?: (?:as|in|at|with|here|there|under|near|of|"
    rf"together)"
    rf"(?: [\w']+){{0,5}}?)?$"
)
"""Between a founding and its date: "set up our chip-packaging venture in Kunshan in April 2020"."""
_NO_FIRM = lazy(
    r"(?<![a-z])(?:accounts?|(?:production |new |second )?lines?|plant|branch|lab(?:oratory)?|department|unit|division|"
    r"project|website|channel|loan|facility|subsidiary|fund)(?![a-z])"
)
"""What was opened or set up on that day, and is no enterprise."""
_SUPPOSED = lazy(
    r"(?:had|were|should|if|suppos\w+|unless) (?:we|it|the|our|this|they|my)(?![a-z])|(?:如果|假如|要是|倘若)"
)
_WORK_BEGAN = lazy(
    r"(?<![a-z])(?:really|actually|actively|properly|only|effectively|first) (?:\w+ )?(?:started|began|begun|opened|"
    r"got going)(?![a-z])[^,.;\d]{0,30}$|(?<![a-z])(?:production|operations?|manufactur\w+|sales|trading|actual \w+|"
    r"real \w+)(?: proper| itself)?(?: (?:really|actually|only|properly|then|in fact))* (?:started|began|begun|"
    r"opened|set "
    r"in)(?![a-z])[^,.;\d]{0,20}$|(?<![a-z])(?:started|began|begun) (?:work|working|trading|operat\w+|"
    r"production|producing|doing business|selling)(?![a-z])[^,.;\d]{0,24}$"
)
_WORK_BEGAN_ZH = lazy(r"(?:真正|实际|正式|才)[^,。;]{0,4}(?:开业|开张|营业|运营|经营|投产|开工|开始|干活|起步)")
"""When work began is no founding where a day of founding is told beside it."""
_LICENCE_GOT = lazy(
    r"(?<![a-z])(?:received|got|obtained|was (?:given|granted|issued)|were (?:given|granted|issued)|collected|"
    r"picked up|"
    r"took out) (?:its|our|the|a) (?:business |trading |company )?(?:licen[cs]e|certificate of incorporation)"
    r"(?: (?:here|in|at|from)(?: [\w']+){0,4}?)?$|(?<![a-z])certificate of incorporation (?:bears the date|is dated|"
    r"dates)"
    r"(?: from| of)?$|(?:^\s?|(?:company|firm|we|it) (?:was|were|is|got) )(?:first )?licen[cs]ed$"
)
_SET_UP_ZH = r"(?:设立|注册|成立|创办|创立|创建|开办|办起|开起|办了|开了|登记)"
_LATER_ZH = lazy(
    rf"(?:[年月日号初底末中]*)(?:我|咱|本人|夫妻|兄弟|"
    rf"[一二三四五六两几]个?人)?(?:[^,。;]{{0,16}},){{0,2}}(?:[^,。;商专贷]{{0,14}}?){_SET_UP_ZH}"
    rf"(?:了|起|起来|下来)?(?:这家|这间|一?[家间个])?[^,。;商专贷分子的]{{0,8}}(?:公司|企业|厂(?!房)|店|"
    rf"工作室)(?!的?(?:商标|专利))"
)
"""2018年3月我从研究所出来，在昆山注册了这家有限公司: the founding is told behind the date, in its sentence."""


def _told_later(page: Page, index: int, end: int) -> bool:
    """Whether a company is set up behind a date that opens a Chinese sentence."""
    clause = page.clauses[index]
    last = index
    while last + 1 < min(len(page.clauses), index + 3) and page.clauses[last + 1].sentence == clause.sentence:
        last += 1
    told = _LATER_ZH.match(page.text, end, page.clauses[last].end)
    return told is not None and not re.search(r"\d", told[0]) and not page.theirs(told.end() - 1)


_NAMED_SINCE = lazy(
    r"(?<![a-z])(?:ltd|limited|co\.|company|firm|incorporated|business|outfit)(?: \([^)]{0,30}\))? since (?=\S)"
)
"""A firm that is one since a day: "Kunshan Ltd since last July"."""


_LICENCE_DATED = lazy(
    r"(?:^|(?<=[.;:,\n] )|(?<=business )|(?<=our )|(?<=the ))licen[cs]e(?: of (?:the|our) (?:company|firm|"
    r"business)[^.;]{0,120}?)?,? "
    r"(?:is |was |bears the date |dates from )?(?:dated |issued |of |in |on |from )?(?:the )?(?=\S)"
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ANNIVERSARY = lazy(
    rf"(?<![a-z])(?:our|(?:company|firm|business)(?:'s| had its| celebrated its| marked its)) "
    rf"(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)) (?:anniversary|birthday)(?! of)(?:(?: [a-z]+){{0,5}}? "
    r"(?P<when>today|yesterday|last (?:week|month)|this (?:week|month)|in "
    rf"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}))?(?![a-z])"
)
_PAST = lazy(r"(?<![a-z])(?:celebrated|had|was|were|marked|passed|fell|reached|today|yesterday|last)(?![a-z])")
_NOT_YET = lazy(r"(?<![a-z])(?:will|shall|going to|next|soon|before|until|by|coming|wedding|daughter|son)(?![a-z])")


def _licensed(page: Page) -> Findings:
    """The day of the business licence: "the licence of the company, a limited company in Qiandeng, is dated 1 June"."""
    for match in _LICENCE_DATED.finditer(page.text):
        moment = next((one for one in page.moments if one.start == match.end()), None)
        again = moment is not None and given_again(page, page.index(moment.start), moment.start, moment.end)
        if moment is not None and not again and not page.theirs(match.start()):
            yield Found("established", moment.value, moment.start, moment.end, 2)


def _anniversaries(page: Page) -> Findings:
    """A founding told by its anniversary: "our sixth, last month". Without a day it leaves the founding open."""
    for match in _ANNIVERSARY.finditer(page.text):
        clause = page.clauses[page.index(match.start())]
        lead = page.text[clause.start : match.start()]
        if page.theirs(match.start()) or _NOT_YET.search(lead) or not _PAST.search(lead + match[0]):
            continue
        nth = _ORDINALS.index(match["nth"]) + 1 if match["nth"] in _ORDINALS else int(match["nth"][:-2])
        when = match["when"] or ("today" if re.match(r"\s?today(?![a-z])", lead) else "")
        yield Found("established", _back(page.as_of, nth, when), match.start(), match.end(), 2)


def _back(as_of: date, years: int, when: str) -> str | None:
    """The day or month that many years before an anniversary; None where its day is not told."""
    year, month = as_of.year - years, as_of.month
    if when in ("today", "yesterday"):
        day = as_of - timedelta(days=when == "yesterday")
        return f"{day.year - years:04d}-{day.month:02d}-{day.day:02d}"
    if when in ("this month", "this week", "last week"):
        return f"{year:04d}-{month:02d}"
    named = MONTHS.get(when[3:6]) if when.startswith("in ") else None
    month = named or (month - 1 or 12 if when == "last month" else 0)
    return f"{year - (month > as_of.month):04d}-{month:02d}" if month else None


def _ages(page: Page) -> Findings:
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if (
                one.kind == "plain"
                and 0 < one.value < 200
                and not page.theirs(one.start)
                and re.search(
                    r"(?<![a-z])(?:company|firm|business|shop|we|factory|mill)(?: has| have)?(?: just)? (?:turned|"
                    r"turns|turn) $",
                    page.text[clause.start : one.start],
                )
            ):
                yield Found("age_years", number(one.value), one.start, one.end)
            if (
                one.kind != "years"
                or one.vague
                or page.theirs(one.start)
                or page.wished(index, one.start)
                or one.value <= 0
            ):
                continue
            lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
            if _PERSON.search(lead[-14:] + tail[:20]) or re.match(r"(?:前|内|来|后|期|以来|within)", tail.lstrip()):
                continue
            if _SINCE_BEGUN.match(tail):
                yield Found("age_years", number(one.value), one.start, one.end, 2)
                continue
            if re.match(r"\s?ago(?![a-z])", tail):
                if _BEGUN_EN.search(lead):
                    yield Found("age_years", number(one.value), one.start, one.end, 2)
                continue
            if re.search(r"(?<![a-z])(?:i am|i'm|he is|she is|aged)\s$", lead):
                continue
            founded = re.search(
                r"(?:成立|创立|创办|开业|开办|创业|设立|注册)(?:已经?|至今|到现在|了|刚|"
                r"正好|才|满|整|有|\s){0,3}$",
                lead,
            ) or re.search(r"(?:开|办|经营|运营|公司做|公司干|店|厂)(?:了|已经?|有|满){1,2}$", lead)
            company = (
                not re.search(r"(?:投了?|给|帮|陪|跟着?)我们$", lead)
                and re.search(r"(?:公司|企业|厂|店|我们)(?:已经?|都|刚|今年|也)?(?:有|满|是家?|才)?(?:了)?$", lead)
                and _AGE_AFTER.match(tail)
            )
            turned = re.search(r"(?:我们|公司|企业)(?:今年|刚|已经?|才|到今年|正好){0,2}满(?:了)?$", lead) or re.search(
                r"^(?:刚|才|已经?)满$", lead.strip()
            )
            english = _AGE_BEFORE_EN.search(lead) or (
                one.unit.startswith("y") and re.match(r"[\s-]?(?:old|in business|of trading|of history)(?![a-z])", tail)
            )
            if founded or company or turned or english:
                yield Found("age_years", number(one.value), one.start, one.end, 2)
