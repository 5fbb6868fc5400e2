"""What still holds a payment up by the contract itself, so that no rule against delay is broken yet.

A filing or an audit that the contract waits for (payment regulation, art. 14), the agreed time for acceptance that has
not run out (art. 10), a deposit whose warranty runs on (art. 13), a dispute over the whole claim (art. 15), and a body
with which there is no contract at all (art. 25). All of them are taken not to be so until they are told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_CHECK_EN = r"(?:accept(?:ance|ing)?|inspect(?:ion|ing)?|examin\w+|check(?:ing)?|test(?:ing)?)"
_FROM_EN = r"(?: (?:from|after|of|upon) (?:the )?(?:delivery|receipt|handover|arrival))?"
FOR_CHECKING = lazy(
    rf"{_FROM_EN} (?:to|for|in which to|within which to) (?:(?:carry out|do|make|perform|finish|complete|hold) )?"
    rf"(?:(?:the|its|their|an) )?(?:goods |acceptance )?{_CHECK_EN}(?![a-z])|"
    r"(?:之?内)?(?:[买对]方|客户|甲方)?(?:应当?|须|要|来|必须)?(?:完成|进行|做完?|组织)?(?:验收|检验)(?!合格|通过|后|"
    r"之后)"
)
"""Behind a number of days: they are given for the acceptance, not for paying."""
_CHECK_WITHIN = lazy(
    r"(?:验收|检验)(?:的?期限?|时限|时间)(?:是|为|定为|约定为?|[:])?$|"
    rf"(?<![a-z]){_CHECK_EN}(?: [\w]+){{0,6}}? (?:within|takes?|lasts?|period (?:is|of|:)) $"
)
_PASSED = lazy(
    r"(?<![a-z])(?:(?:has|have|had|was|were|been|it|they|goods|everything) (?:\w+ )?passed|passed on|accepted (?:on|"
    r"in|by|it|"
    r"them|everything|the)|signed off)(?![a-z])|验收(?:已经?|都|早就?)|(?:已经?|都|[日号])验收|验收(?:合格|通过)了|"
    r"通过了?验收"
)
_SUPPOSED = lazy(r"如果|要是|假如|没|未|不|(?<![a-z])(?:if|would|no|not|never|without)(?![a-z])|n't")


def checking(page: Page, told: Sequence[Found]) -> Findings:
    """`acceptance_time_running`: the agreed days for acceptance, from the one day of delivery, are not over."""
    delivered = {str(one.value) for one in told if one.name == "delivery_date"}
    day = max(delivered, key=len, default="")
    if len(day) != len("2025-11-03") or any(not day.startswith(one) for one in delivered):
        return
    for one in page.quantities:
        if one.kind != "days" or one.vague:
            continue
        lead = page.text[page.clauses[page.index(one.start)].start : one.start]
        if not (FOR_CHECKING.match(page.text, one.end) or _CHECK_WITHIN.search(lead)):
            continue
        end = date.fromisoformat(day) + timedelta(days=int(one.value))
        if page.as_of <= end and not _PASSED.search(page.text) and not _SUPPOSED.search(lead):
            yield Found("acceptance_time_running", True, one.start, one.end)


_FILED_EN = (
    r"(?:completion (?:filing|record(?:ing)?|registration)|filing of (?:the )?completion|(?:final[- ]accounts?|"
    r"final) audit|"
    r"audit of the final accounts?)"
)
_AGREED_WAIT = lazy(
    r"(?<![a-z])(?:contract|agreed|agreement|(?:wrote|written|put|laid down|fixed)(?: it)? (?:in|down)|clause|"
    r"provides?|says)"
    r"(?![a-z])[^.;]{0,110}(?<![a-z])(?:after|until|upon|once|when|from|following|on) (?:the |its )?(?:\w+ ){0,2}?"
    rf"{_FILED_EN}(?![a-z])|"
    r"(?:合同|约定|写明|写了|协议|条款|谈好|说好)[^。;]{0,40}(?:竣工(?:验收)?备案|(?:竣工|财务)?决算(?:的)?审计)"
    r"[^。;]{0,10}?(?:之?后|才|为前提|再)"
)
_SAID_NOTHING = lazy(
    r"没|未|不|(?<![a-z])(?:no|not|never|nothing|nowhere|neither|nobody|silent|without|if|whether|asks?|wants?|"
    r"now says)"
    r"(?![a-z])|n't|是否|如果|要是"
)
_PENDING = lazy(
    r"(?<![a-z])(?:not|n't) (?:yet )?(?:been )?(?:registered|completed|done|finished|through|recorded|approved|"
    r"concluded|over|out|closed)(?![a-z])|(?<![a-z])(?:is|are) (?:still |yet )?(?:pending|running|under way|on-?going)"
    r"(?![a-z])|(?:备案|审计)[^,。;]{0,8}(?:还|尚|仍|也)?(?:没有?|未)[^,。;]{0,4}(?:办好|办完|完成|下来|通过|批|登记|"
    r"结束|做完|出来)|"
    r"(?:备案|审计)[^,。;]{0,6}(?:还|仍|正)在(?:办|走|审|排|进行|做)"
)
_OTHER_PRETEXT = lazy(
    r"(?<![a-z])(?:new (?:head|boss|director|manager|legal|chief|owner|management)|internal|workflow|approval|"
    r"sign(?:s|ed)? off|"
    r"forced|imposed|refuses? to file|deliberately|never filed|on purpose|dragg?\w*)(?![a-z])|"
    r"新(?:来|任|领导|局长|法人|老板|院长)|换了|内部|流程|审批|强迫|逼|霸王|故意|拖着不(?:办|报)|不肯(?:办|报|去)"
)


def _waits(page: Page) -> Findings:
    """`agreed_wait`: payment waits for a filing or an audit that the contract names, with no other pretext."""
    for match in _AGREED_WAIT.finditer(page.text):
        plain = not _SAID_NOTHING.search(match[0]) and not _SAID_NOTHING.search(
            page.text, page.clauses[page.index(match.start())].start, match.start()
        )
        if plain and _PENDING.search(page.text) and not _OTHER_PRETEXT.search(page.text):
            yield Found("agreed_wait", True, match.start(), match.end())


_ALL_DISPUTED = lazy(
    r"(?:全部|整[个笔套批单]|所有)[^,。;]{0,6}?(?:货款|款项?|价款|钱|金额)[^,。;]{0,6}?(?:不认|有争议|不承认|在争)|"
    r"对(?:全部|整[个笔套批单]|所有)(?:货款|款项?|价款|金额|货|工程)[^,。;]{0,6}(?:有|提出了?|都有)(?:争议|异议)|"
    r"(?<![a-z])(?:disput\w+|contest\w*|denies|deny) (?:the |our )?(?:whole|entire|full|total) (?:sum|price|bill|"
    r"claim|amount|"
    r"invoice|delivery|debt|job|order)(?![a-z])|(?<![a-z])(?:whole|entire|full) (?:sum|price|bill|claim|amount|invoice|"
    r"delivery|debt|job|order) is (?:in dispute|disputed|contested|denied)(?![a-z])|"
    r"(?<![a-z])(?:no part|nothing)(?: \w+){0,4} is undisputed(?![a-z])"
)
_IN_PART = lazy(
    r"其余|剩下|其[他它]|另外|只有?[\d一二两三四五六七八九十]+[台件批扇个]|"
    r"(?<![a-z])(?:the rest|the others?|remaining|only (?:the )?(?:one|two|three|four|a few|part|some|first|second|"
    r"last)|"
    r"nobody|not)(?![a-z])|n't"
)


def _disputed(page: Page) -> Findings:
    """`whole_claim_disputed`, where no part of the deal is told to be free of the dispute."""
    for match in _ALL_DISPUTED.finditer(page.text):
        if not _IN_PART.search(page.text) and not page.wished(page.index(match.start())):
            yield Found("whole_claim_disputed", True, match.start(), match.end())


_WARRANTY = r"(?:保固|质保|保修|缺陷责任|保证)"
_WARRANTY_EN = r"(?:warranty|defects(?: liability)?|guarantee|maintenance|retention)"
_RUNS_FOR = lazy(
    rf"{_WARRANTY}(?:金)?(?:期限?)?[^,。;\d没不]{{0,6}}$|(?<![a-z]){_WARRANTY_EN}(?: period)?(?: is| of| runs|"
    rf" lasts)?(?: for)? $"
)
_RUNS_BEHIND = lazy(rf"的?{_WARRANTY}期|-?\s?(?:of )?{_WARRANTY_EN}(?![a-z])")
_GONE = lazy(
    r"(?:才|刚|只|仅)(?:刚|是)?(?:过|满)了?(?:去)?(?:不到|将近)?$|(?<![a-z])(?:only|just|barely|not even)(?: about)? $"
)
_STILL_RUNS = lazy(
    rf"{_WARRANTY}期(?:限)?(?:都|也)?(?:还没有?|尚未|并?未|没有?)(?:届?满|到|过|结束)|"
    rf"(?<![a-z]){_WARRANTY_EN} period (?:has not|hasn't|is not|isn't) (?:yet )?(?:run out|over|ended|expired|up|"
    rf"passed)"
    r"(?![a-z])"
)
_LEFT_ZH = r"[\d一二两三四五六七八九十几半]{1,3}(?:多|个)*(?:月|年|天|周|日)"
_STILL_AHEAD = lazy(
    rf"{_WARRANTY}期?(?:限)?(?:都|也)?(?:要|得|须|至少)?(?:到|至|等到)(?:明年|后年|大后年|下半年|下个?月)|"
    rf"(?:离|距离?){_WARRANTY}期?(?:限)?(?:的)?(?:结束|届?满|到期|期满|终了)?[^,。;]{{0,3}}(?:还有|还差|差|尚有|尚余){_LEFT_ZH}|"
    rf"{_WARRANTY}期?(?:限)?(?:还|尚|仍)(?:剩|有|余|差)[^,。;过]{{0,3}}?{_LEFT_ZH}|"
    rf"(?:还|仍|尚)(?:然)?(?:在|处于){_WARRANTY}期?(?:限)?(?:之?内|中|里|以内)|"
    rf"(?<![a-z]){_WARRANTY_EN}(?: period)? (?:has not|hasn't|is not|isn't|will not) (?:yet |be )?(?:run out|over|"
    rf"ended?|expired?|up|passed)(?![a-z])|"
    rf"(?<![a-z]){_WARRANTY_EN}(?: period)? (?:still )?(?:has|have) (?:\w+ ){{1,7}}?(?:to run|to go|left)(?![a-z])|"
    rf"(?<![a-z]){_WARRANTY_EN}(?: period)? (?:is still|still) (?:running|runs|in force)(?![a-z])|"
    rf"(?<![a-z])still (?:with)?in (?:the |its |our |their )?{_WARRANTY_EN}(?: period)?(?![a-z])|"
    rf"(?<![a-z])(?:months?|years?|weeks?|days?) of (?:the |its |our )?{_WARRANTY_EN}(?: period)? (?:are |is )?"
    rf"(?:still )?(?:left|remain\w*|to run)(?![a-z])"
)
_ENDS_ON = lazy(
    rf"{_WARRANTY}(?:金|责任)?期?(?:限)?[^,。;没不已早过]{{0,8}}?(?:到|至|于|截止|[:为])(?:于|到|至)?$|"
    rf"(?<![a-z]){_WARRANTY_EN}(?: (?!not|ended|expired|has|had)[a-z]+){{0,4}}? (?:ends?|ending|expires?|expiring|"
    rf"runs?(?: out| on)?|running|lasts?|is over|is up|finishes|until|till|to|through)(?: (?:only|not|until|till|to|"
    rf"through|on|in|by|at|the|end|of|up|before)){{0,4}} $"
)
_ENDS_THEN = lazy(rf"{_WARRANTY}期?(?:限)?$")
_THEN = lazy(r"[底末初]?(?:才|到期|届?满|为?止|结束)")
_ALLEGED = lazy(
    r"(?:他们|对方|甲方|学校|医院|业主|客户|人家|财务|领导)[^,。;]{0,6}(?:说|称|讲|认为|非说|硬说)|借口|"
    r"(?<![a-z])(?:they|client|customer|school|hospital|owner|payer|it|he|she|office|department) (?:now )?(?:says?|"
    r"claims?|argues?|maintains?|insists?|pretends?|alleges?)(?![a-z])"
)
_OTHER_DEPOSIT = lazy(r"投标|履约|工资|(?<![a-z])(?:bid|tender|performance|wages?)(?![a-z])")
_DEPOSIT = lazy(
    r"保证金|质保金|保固金|(?<![a-z])(?:deposit|retention|bond|(?:holds?|held|keeps?|kept|holding|keeping) back)"
    r"(?![a-z])"
)
_BACK = lazy(r"退|返还|拿回|(?<![a-z])(?:return\w*|refund\w*|back|releas\w+|repa\w+)(?![a-z])")
_OTHER_WISH = lazy(
    r"保函|现金|担保|另外|(?<![a-z])(?:bank guarantee|letter of guarantee|in cash|another deposit)(?![a-z])"
)
_EXACT = 31


def _deposit(page: Page) -> Findings:
    """`deposit_time_running`: a deposit is wanted back while its warranty runs."""
    if not (_DEPOSIT.search(page.text) and _BACK.search(page.text)) or _OTHER_WISH.search(page.text):
        return
    for match in (*_STILL_RUNS.finditer(page.text), *_STILL_AHEAD.finditer(page.text)):
        if not _ALLEGED.search(page.text, page.clauses[page.index(match.start())].start, match.start()):
            yield Found("deposit_time_running", True, match.start(), match.end())
    yield from _until_a_day(page)
    term: Decimal | None = None
    gone: Decimal | None = None
    for one in page.quantities:
        months = one.kind == "items" and page.text.startswith("多月", one.end)  # 五个多月
        if one.kind not in ("days", "years") and not months:
            continue
        days = one.value * (365 if one.kind == "years" else 30 if months else 1)
        lead = page.text[page.clauses[page.index(one.start)].start : one.start]
        if _RUNS_FOR.search(lead) or _RUNS_BEHIND.match(page.text, one.end):
            term = days
        elif _GONE.search(lead):
            gone = days
        if term is not None and gone is not None and gone + _EXACT < term:
            yield Found("deposit_time_running", True, one.start, one.end)
            return


def _until_a_day(page: Page) -> Findings:
    """A warranty that ends on a day to come; a year or a month alone must be over first."""
    if _OTHER_DEPOSIT.search(page.text):
        return
    today = page.as_of.isoformat()
    for one in page.moments:
        lead = page.text[page.clauses[page.index(one.start)].start : one.start]
        ends = _ENDS_ON.search(lead) or (_ENDS_THEN.search(lead) and _THEN.match(page.text, one.end))
        if one.value > today[: len(one.value)] and ends and not _ALLEGED.search(lead):
            yield Found("deposit_time_running", True, one.start, one.end)


_NO_CONTRACT = lazy(
    r"(?<![a-z])(?:with the (?:[\w-]+ ){0,3}?(?P<a>[a-z]+)(?: itself)?,? (?:we|i) (?:have|had|signed) no contract|"
    r"(?:we|i) (?:have|had|signed) no (?:direct )?(?:contract|agreement|contractual \w+)(?: of our own| whatever|"
    r" at all)? "
    r"with the (?:[\w-]+ ){0,3}?(?P<b>[a-z]+)(?: itself)?(?=[,.;:]|$)|"
    r"(?:there is|there was|"
    r"exists) no (?:direct )?contract(?:ual \w+)? between us and the (?:[\w-]+ ){0,3}?(?P<c>[a-z]+))"
    r"(?![a-z])|(?:跟|和|与|同)(?P<d>[^,。;我]{2,10}?)(?:本身|之间|自己)?(?:并|都|也|从)?(?:没有?|未|"
    r"无)(?:直接)?(?:签过?"
    r"(?:任何)?(?:直接的?)?合同|(?:任何)?(?:直接的?)?合同(?:关系)?)(?=[,。;]|$)"
)
_LOOSELY = lazy(r"口头|书面|订单|下单|送货单|微信|(?<![a-z])(?:orally|verbal\w*|in writing|purchase orders?)(?![a-z])")
"""A deal without a signed paper is a contract all the same."""
_COMPLAINT = lazy(r"(?<![a-z])(?:complain\w*|report(?:ing)?)(?![a-z])|投诉|举报")


_WHICH_ZH = lazy(r"^(?:[^,。;]{0,6}的)?(?:[那这]一?[家个]|上面|上头|上游|总)?(?=..)")
_ONLY_WITH = lazy(
    r"合同(?:只|仅)(?:是|能)?(?:和|跟|与|同)(?P<zh>[^,。;我]{2,12}?)(?:一家)?(?:签|订|之间)|"
    r"只(?:和|跟|与|同)(?P<zh2>[^,。;我]{2,12}?)(?:签|订)(?:了|过|的)?[^,。;]{0,4}(?:合同|协议)|"
    r"(?<![a-z])(?:contract|agreement)s? (?:is|was|are|were|runs|exists)? ?(?:only|solely|just|merely) (?:with|between "
    r"us and) (?:an?|the|this|that|our) (?:[\w-]+ ){0,3}?(?P<en>[a-z]+)(?=[,.;]|$| and| not| that| which)|"
    r"(?<![a-z])(?:we|i) (?:only |solely )?(?:have|had|signed|hold)(?: only| solely| just)? (?:an? |the |our )?"
    r"(?:only )?(?:contract|agreement)(?: only| solely)? with (?:an?|the|this|that|our) (?:[\w-]+ ){0,3}?"
    r"(?P<en2>[a-z]+)(?: only| alone)(?![a-z])"
)
_ABOVE = lazy(
    r"(?:投诉|举报|告)[^,。;]{0,8}(?:大型|总包|总承包|上面|上头|上游|业主|建设单位|开发商|发包)|"
    r"(?<![a-z])(?:complain\w*|report)(?: [\w'-]+){0,4} (?:large|main|general|big|upper|head|developer|owner|principal|"
    r"builder|contractor)(?![a-z])"
)


def _strangers(page: Page) -> Findings:
    """`payer_contract` denied of the very body that a complaint is to name, or had with another one only."""
    only = _ONLY_WITH.search(page.text) if _COMPLAINT.search(page.text) else None
    if only is not None and not page.wished(page.index(only.start()), only.start()):
        party = only["zh"] or only["zh2"] or only["en"] or only["en2"]
        named = [one for one in _ABOVE.finditer(page.text) if _WHICH_ZH.sub("", party) not in _behind(page, one)]
        if named:
            yield Found("payer_contract", False, only.start(), only.end())
            return
    if _LOOSELY.search(page.text):
        return
    for match in _NO_CONTRACT.finditer(page.text):
        name = match["a"] or match["b"] or match["c"] or _WHICH_ZH.sub("", match["d"])
        against = (page.sentence(page.index(one.start())) for one in _COMPLAINT.finditer(page.text))
        if any(name in words for words in against) and not page.wished(page.index(match.start())):
            yield Found("payer_contract", False, match.start(), match.end())


def _behind(page: Page, one: re.Match[str]) -> str:
    return page.text[one.start() : page.clauses[page.index(one.start())].end]


def find(page: Page) -> Findings:
    """What holds a payment up, all but what is reckoned from days (`checking`)."""
    text = page.text
    if "备案" in text or "审计" in text or "filing" in text or "audit" in text or "completion" in text:
        yield from _waits(page)
    if "争" in text or "认" in text or "disput" in text or "contest" in text or "den" in text:
        yield from _disputed(page)
    if "保" in text or "warranty" in text or "period" in text or "defects" in text or "guarantee" in text:
        yield from _deposit(page)
    if "合同" in text or "contract" in text or "agreement" in text:
        yield from _strangers(page)
