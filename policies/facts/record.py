"""The record of the last two years: `serious_dishonesty` stated, denied or left open.

A penalty that is small (a parking fine), older than two years, undone, or somebody else's leaves the matter open: which
penalties are serious is for an official to say.
"""

from __future__ import annotations

import re

from policies.facts import blank_files, dates, severe_lists
from policies.facts.found import Findings, Found
from policies.facts.house_seats import insurer_writes
from policies.facts.scope import Page
from policies.facts.standing import UNSURE, Standing, judge
from policies.patterns import lazy

_BAD = lazy(
    r"失信(?:被执行人|人|企业|名单|记录|行为)?|黑名单|老赖|限制?高(?:消费|消)|限制消费|限高|被执行人|行政处罚|处罚|"
    r"罚单|裁罚|罚款|罚没|(?:被|挨|受)(?:[\u4e00-\u9fff]{0,8})?罚|"
    r"罚过|罚了|罚(?=[\d一二两三四五六七八九十])|违法|违规|违章|违纪|案底|污点|犯罪|判刑|获刑|刑事|被?立案|被查处|"
    r"查处|经营异常|异常名录|(?:偷|漏|逃|欠)税|"
    r"虚开|造假|串标|围标|骗补|骗取|诈骗|行贿|(?<!被)吊销|停业整顿|责令|通报批评|不良(?:信用)?记录|信用(?:有|"
    r"出)?(?:污点|问题)|征信(?:有|出了?)(?:问题|污点)|"
    r"(?<![a-z])(?:black[- ]?list\w*|fined|fines|(?:a|the|one|single|small|big|large|heavy|parking|"
    r"traffic) fine(?! (?:company|firm|team|product))|"
    r"penali[sz]ed|penalt(?:y|ies)(?! (?:interest|clause|rate))|sanction(?:s|ed)|convict\w*|guilty|bid[- ]rigging|"
    r"collusion|corrupt\w*|dishonest\w*|violat\w+|offen[cs]es?|"
    r"misconduct|infractions?|breach(?:es)?|prosecut\w+|tax (?:evasion|fraud|dodging)|evaded tax(?:es)?|fraud\w*|"
    r"brib\w+|illegal\w*|"
    r"law-?breaking|broke the law|judg(?:e)?ment debtors?|dishonest debtors?|"
    r"(?:debtors?|defaulters?)'? (?:list|register|roll)|"
    r"(?:lists?|register|roll) of (?:[\w-]+ ){0,2}(?:defaulters|debtors)|"
    r"abnormal operations?|wrongdoing|criminal|"
    r"credit problems|bad record|in trouble with|licen[cs]e (?:was )?(?:revoked|suspended)|shut down by|reprimand\w*|"
    r"punish(?:ed|ment)|disciplin(?:ed|ary))(?![a-z])"
)
_PRIVATE = lazy(r"处罚|罚|违规|被罚|penalt|fine|(?:a|the|one) fine|breach|punish")
_CONTRACT = lazy(
    r"合同|条款|货款|欠我们|拖欠|逾期|付款|客户罚|违约|发票|(?<![a-z])(?:contract|clause|late payment|invoice|owes?|"
    r"deposit|early repayment|waived|banks?|lender|interest|instal\w+|loan)(?![a-z])|罚息|免了|减免"
)
_OFFICIAL = lazy(
    r"行政|(?:税务|国税|地税|环保|工商|市监|监管|安监|海关|质监|消防|税|环境|应急)(?:[^,。;]{0,4}?(?:局|所|部门|机关)|(?=[^,。;]{0,4}罚))|"
    r"^[^客买对]{0,30}(?:因|为了?|由于)[^,。;客对]{0,6}发票[^,。;客对]{0,6}罚(?!息)|"
    r"(?<![a-z])(?:tax (?:people|office|bureau|authorit\w+|inspect\w+)|customs|regulators?|inspectorate)(?![a-z])"
)
"""Who fines an enterprise, or for what, where it is no matter between it and a customer."""
_SMALL = lazy(
    r"停车|交通|超速|违停|闯红灯|违章|轻微|小额|小罚|警告|(?<![a-z])(?:parking|traffic|speeding|minor|small|petty|"
    r"tiny|warning|"
    r"library)(?![a-z])"
)
_UNDONE = lazy(
    r"移出|移除|撤销|撤了|撤回|解除|修复|取消了|改判|洗清|平反|摘掉|消除|已经?(?:出来|整改)|不予处罚|免予处罚|"
    r"错(?:了|误)|误|乱(?=罚)|"
    r"(?<![a-z])(?:removed|lifted|overturned|revoked|withdrawn|quashed|annulled|cancelled|appeal(?:ed|ing)?|cleared|dropped|"
    r"taken off|"
    r"no longer|off the|got off|by mistake|acquitted|rehabilitated)(?![a-z])"
)


_NOT_FOUND = lazy(
    r"(?:查不到|没查到|查无|查不出|未查到)(?:公司|我们|本公司)?的?(?:有过?)?(?:任何|什么|一[条点]|半[条点]|"
    r"严重|重大){0,2}的?"
    r"(?:[^,。;]{0,6}[和及与或])?$"
)
"""Looked for and not there: that is a clean record, not a doubt."""


_WITHOUT = lazy(
    r"(?<![a-z])(?:no|without(?: any)?|nor|never (?:had(?: an?)?|been)|free of(?: any)?)(?: [\w-]+){0,4} $|"
    r"(?:没有?|无|未有|不存在|未|不曾|从没)(?:过|任何|发生|严重|重大|被|列入|受|什么|违法|违规|失信|和|或|、|"
    r"的|行为|记录){0,5}$"
)


def _insured(page: Page, match: re.Match[str]) -> bool:
    """Whether an insurer says of its customer that it has no bad record: that is no doubt of anybody's."""
    if not page.theirs(match.start()) or not insurer_writes(page):
        return False
    index = page.index(match.start())
    if page.clauses[index].closing == "?" or UNSURE.search(page.words(index)):
        return False
    return _WITHOUT.search(page.text, page.clauses[index].start, match.start()) is not None


def find(page: Page) -> Findings:
    """Every mention of a bad record, judged where it stands."""
    severe = severe_lists.find(page)
    yield from severe
    told = {page.clauses[page.index(one.start)].sentence for one in severe}
    for match in _BAD.finditer(page.text):
        index = page.index(match.start())
        if page.clauses[index].sentence in told:
            continue
        words = page.words(index)
        if _CONTRACT.search(words) and _PRIVATE.search(match[0]) and not _OFFICIAL.search(words):
            continue
        if match[0] == "立案" and _SEATED.search(page.text, page.clauses[index].start, match.start()):
            continue
        standing = judge(page, match.start(), match.end())
        if standing is Standing.SUPPOSED:
            continue
        if _NOT_FOUND.search(page.text, page.clauses[index].start, match.start()) and not page.theirs(match.start()):
            yield Found("serious_dishonesty", False, match.start(), match.end(), 2)
            continue
        if standing is Standing.DENIED and match[0] == "欠税":
            continue  # no tax is owed: of penalties that says nothing
        if standing is Standing.OPEN and _insured(page, match):
            continue
        value = standing.value_of
        if (blank := blank_files.told(page, match)) is not None:
            if page.theirs(match.start()):
                continue
            value = None if standing is Standing.OPEN or blank == "open" else False
            yield Found("serious_dishonesty", value, match.start(), match.end(), 2)
            continue
        if _is_over(page, index, match.start()):
            yield Found("serious_dishonesty", False, match.start(), match.end(), 2)
            continue
        if value and re.search(r"(?<![a-z])(?:suppliers?|customers?|clients?|friends?|buyers?|rivals?) of ours", words):
            value = None
        if value is not False and _gravity_open(page, index, match):
            yield Found("serious_dishonesty", None, match.start(), match.end(), _SAID_OPEN)
            continue
        if value and _softened(page, index, words):
            value = None
        yield Found("serious_dishonesty", value, match.start(), match.end(), 2)


_SINCE_ZH = (
    r"(?:此后|之后|其后|后来|自那以后|从那以后|那之后|自此|至今|到现在|[近这][两二三]年(?:多|来)?|"
    r"(?:最近|过去)[两二三]年)"
)
_DEED_ZH = r"(?:失信|违法|违规|违纪|处罚|被罚|记录|不良|问题|再犯|类似|污点|发生|出现|上过|列入|[,。;]|$)"
_CLEAN_EN = r"(?:clean|spotless|blameless|unblemished|faultless)"
_DEED_EN = (
    r"(?:records?|entr(?:y|ies)|offen[cs]es?|penalt(?:y|ies)|cases?|incidents?|listings?|trouble|violations?|repeats?|"
    r"recurrences?|fines?|problems?|breach(?:es)?|sanctions?|marks?|blemish(?:es)?)"
)
_TWO_YEARS = r"(?:in|for|over|during) the (?:last|past) (?:two|three|four|2|3|4) years"
_NOTHING_SINCE = lazy(
    rf"{_SINCE_ZH}[^。;贷借补]{{0,8}}?(?:(?:没有?|未|无|零)[^,。;贷借逾期补资]{{0,8}}?{_DEED_ZH}|"
    r"(?:一直|都|很|全|保持|记录|再|也|就|便){0,3}(?:清白|清清白白|干净|干干净净|良好|守法|规矩|规规矩矩|"
    r"安分守己|本本分分|零记录))|"
    rf"(?<![a-z])(?:(?:nothing|none|no (?:\w+ ){{0,3}}{_DEED_EN}|{_CLEAN_EN})(?: \w+){{0,6}}? (?:ever )?"
    rf"(?:since|thereafter|afterwards|{_TWO_YEARS})|"
    r"(?:not|never|n't) (?:\w+ ){0,2}?(?:happened|recurred|repeated|offended|(?:fined|listed|penali[sz]ed|blacklisted|"
    r"punished|in trouble|on (?:it|any)))(?: \w+){0,3}? since|"
    rf"(?:since then|ever since|from then on|thereafter|{_TWO_YEARS}),?(?: [\w']+){{0,6}}? "
    rf"(?:nothing|no (?:\w+ ){{0,3}}{_DEED_EN}|{_CLEAN_EN}))(?![a-z])"
)
"""What followed was clean: told outright, and of no less than two years."""
_LISTING = lazy(r"名单|名录|老赖|被执行人|限制?高?消|限高|异常|black|list|debtor|register")
_END = (
    r"(?:移出|移除|移掉|移走|撤销|撤[下了掉走出]|解除|修复|摘[掉下了]|消除|[删除]名|出来|下来|期满|届满|"
    r"(?<![a-z])(?:removed|lifted|cleared|"
    r"(?:struck|took|taken|crossed|put) (?:(?:it|us|them|the \w+|our \w+) )?(?:off|down)|"
    r"c[ao]me off|off (?:it|the|that)|got off|struck off|deleted|until|till|expired|ended)(?![a-z]))"
)
_ENDED = lazy(_END)
_WHEN = (
    r"(?:(?:19|20)\d\d|第二年|次年|隔年|同年|当年|(?:year|months?) (?:after|later)|(?:same|next|following) year|"
    r"years ago)"
)
_ENDED_THEN = lazy(
    rf"{_END}[^.;。]{{0,40}}?{_WHEN}|"
    rf"{_WHEN}(?:(?:(?![没未不要会将才])[\u4e00-\u9fff\d]){{0,12}}?|,? (?:(?:it|we|was|were|had|been) ){{0,3}}){_END}"
)
_FOR_TWO = lazy(rf"[近这][两二三]年|(?:最近|过去)[两二三]年|{_TWO_YEARS}")
_PERSISTS = lazy(r"(?<![a-z])(?:still|again|apart from|except|another|if|whether)(?![a-z])|仍|还在|又|除了|如果|是否")


def _is_over(page: Page, index: int, place: int) -> bool:
    """Whether all that is told of it lies more than two years back, a listing had its end, and nothing came since."""
    told = page.sentence(index)
    if not _NOTHING_SINCE.search(told):
        told += " " + page.sentence(_next_sentence(page, index))
    if not _NOTHING_SINCE.search(told) or _PERSISTS.search(told) or UNSURE.search(told) or page.theirs(place):
        return False
    if _LISTING.search(told) and not (_ENDED_THEN.search(told) or (_ENDED.search(told) and _FOR_TWO.search(told))):
        return False
    limit = page.as_of.replace(year=page.as_of.year - 2, day=1).isoformat()
    past = [moment.value < limit[: len(moment.value)] for moment in dates.find(told, page.as_of)]
    return bool(past or dates.LONG_AGO.search(told)) and all(past)


def _next_sentence(page: Page, index: int) -> int:
    number = page.clauses[index].sentence
    later = (at for at in range(index, len(page.clauses)) if page.clauses[at].sentence > number)
    return next(later, index)


_SAID_OPEN = 9
"""Weight of a penalty whose gravity is told to be open: it outdoes every reading."""
_FINED = lazy(r"罚|违法|违规|违章|查处|fine|penal|sanction|punish|violat|offen[cs]e|breach|misconduct")
_GRAVE = r"(?:严重|重大|情节)"
_WHETHER = r"(?:[算计系属构够][唔不没](?:算|计|系|属|构成|够)|是不是|是否|会不会|会唔会|能否|算[到得]?)"
_GRAVITY_OPEN = lazy(
    rf"{_WHETHER}[^,。;?]{{0,8}}?{_GRAVE}|严重?[不唔]严重|{_GRAVE}(?:与否|吗|吧\?)|{_GRAVE}程度[^。;]{{0,10}}?[未没不待]|"
    r"(?:复议|上诉|申诉|诉愿|听证|二审|再审|行政诉讼|官司)(?:的?结果|[^,。;]{0,4}?(?:中|当中|期间)(?!心)|"
    r"[^,。;撤驳维]{0,6}?(?:还没|未|尚未|仲未|等))|(?:还|仍|尚|正|仲)在?(?:复议|上诉|申诉|诉愿|听证|二审|再审)|"
    r"(?<![a-z])(?:whether|if)(?: [\w']+){0,8}? (?:serious|grave|gross|major)(?:ly)?(?![a-z])|"
    r"(?<![a-z])(?:is|was|does|would|could|did) (?:it|that|this|the \w+)(?: [\w']+){0,4}? "
    r"(?:serious|grave|major)(?: [\w']+){0,4}\?|"
    r"(?<![a-z])how serious(?![a-z])|(?<![a-z])(?:appeal\w*|objection|hearing|review|lawsuit)(?: [\w']+){0,6}? "
    r"(?:pending|open|undecided|ongoing|running|not (?:yet )?(?:decided|over|heard))(?![a-z])"
)
"""Whether a penalty was a serious one is told to be open, or the penalty itself is not final."""


def _gravity_open(page: Page, index: int, match: re.Match[str]) -> bool:
    """Whether this sentence or the next leaves open how grave the deed was that an office punished."""
    if _FINED.search(match[0]) is None:
        return False
    return _GRAVITY_OPEN.search(page.sentence(index) + " " + page.sentence(_next_sentence(page, index))) is not None


_SEATED = lazy(r"(?<!被)(?:在|于)[\u4e00-\u9fff]{2,8}$")
"""公司在北京通州立案: as Taiwan says that a company is registered."""


def _softened(page: Page, index: int, words: str) -> bool:
    """Small, long ago, or undone: in this clause or, undone, anywhere in the sentence."""
    if re.search(r"不是我们|跟我们无关|与我们无关|(?<![a-z])(?:not us|used to|is over)(?![a-z])", page.sentence(index)):
        return True
    if _SMALL.search(words) or dates.LONG_AGO.search(words) or _of_unknown_year(page, index):
        return True
    old = any(int(moment.value[:4]) < page.as_of.year - 2 for moment in dates.find(words, page.as_of))
    return old or bool(_UNDONE.search(page.sentence(index)))


_ONE_OR_OTHER = lazy(
    r"还是|或者?|要么|也许|可能|不是[^,。;]{1,8}就是|(?:说|讲|称|记得)[^。;]{1,20}?(?:说|讲|称|记得)|记不|"
    r"不记得|记得清|无人记|没人记|各说各|"
    r"(?<![a-z])(?:or|either|perhaps|maybe|possibly|(?:could|may|might) have been|nobody|no one|not sure|"
    r"unsure|disagree\w*|"
    r"whereas|while)(?![a-z])"
)
_YEAR_LOST = lazy(
    r"(?:哪一?年|年份|时间|日期|何时|什么时候)[^,。;]{0,8}?(?:记不|不记|忘|不清|不详|不明|不知|查不|说不|没人|"
    r"无人|无从|无考|各说)|"
    r"(?:忘|记不|不记|不知|没人|无人|说不|查不|弄不|搞不|想不)[^,。;]{0,10}?(?:哪一?年|年份|什么时候|何时|日期)|"
    r"(?<![a-z])(?:undated|(?:nobody|no one|none of us|cannot|can't|could not|not|n't|forg[eo]t\w*|unsure|"
    r"no idea|never)"
    r"(?: [\w']+){0,5} (?:(?:which|what|the|exact) )+(?:year|date)|(?:which|what|the) (?:year|date) (?:is|was|"
    r"has been) "
    r"(?:not |un|lost|forgotten|in dispute|disputed))"
)
_ONCE = lazy(
    r"曾经?|有(?:过)?一[次回]|上过|(?<![a-z])(?:once(?! (?:again|more|the|we))|at (?:some|one) (?:point|time|"
    r"stage))(?![a-z])"
)
_LATELY = lazy(
    r"去年|今年|上个?月|上周|最近|刚|近[日期来]|本月|前不久|现在|目前|还在|仍|至今|[半一]年前|"
    r"(?<![a-z])(?:last|this) (?:year|month|week|"
    r"spring|summer|autumn|fall|winter)|(?<![a-z])(?:recent\w*|lately|just|still|currently|now|ago|yesterday|"
    r"remains?)(?![a-z])"
)
_YEARS = lazy(r"(?<!\d)(?:20\d\d|1[01]\d(?=年))(?!\d)")


def _of_unknown_year(page: Page, index: int) -> bool:
    """Whether nobody can say if it lies within two years: one year or another, a year forgotten, or a bare "once"."""
    told = page.sentence(index)
    around = told + page.sentence(_next_sentence(page, index))
    if _YEAR_LOST.search(around):
        return True
    years = [int(year) + (1911 if len(year) == 3 else 0) for year in _YEARS.findall(around)]
    limit = page.as_of.year - 2
    if years and min(years) <= limit <= max(years) and len(set(years)) > 1 and _ONE_OR_OTHER.search(around):
        return True
    return not years and _ONCE.search(page.words(index)) is not None and not _LATELY.search(around)
