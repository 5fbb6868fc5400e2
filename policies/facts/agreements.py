"""What was agreed with a payer and done since: term, dates, late interest, acceptance, notice, confirmation."""

from __future__ import annotations

import re

from policies.facts import due, notices, silence, standstill
from policies.facts.found import Findings, Found, number
from policies.facts.notices import NOTICE
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_CONTRACT = lazy(
    r"签(?:了|的|下|订|署|约|于)|合同(?!额|金额|价)|订(?:的|立|于|约|了)|订购|(?<![a-z])(?:signed|signing|ordered|"
    r"contract(?:ed)?|"
    r"concluded|agreement|(?:which|that) we made|(?:made|struck|closed) the deal)(?![a-z])"
)
_DELIVERY = lazy(
    r"交付|交的?了?货|送的?了?货|发的?了?货|出的?了?货|供的?了?货|验收|完工|竣工|送到|送达|到货|交工|完成|"
    r"(?<![a-z])(?:deliver\w*|shipped|shipment|handed over|completed|supplied|installed|finished)(?![a-z])"
)
_TERM = lazy(
    r"(?:账期|付款期限?|信用期|付款条件|月结|约定|[写订载]明|写着|写的是?|写(?=交|收|货|验)|规定|说好|谈好|讲好|"
    r"合[同约](?:里|上|里面)?(?:(?:说|讲|写)(?:好|明)?的?|[定订](?:好|明|的))是?|"
    r"(?<![a-z])(?:terms?(?: of| is| was)?|"
    r"payment terms?(?: are| of| is)?|"
    r"net|credit (?:period|of|terms)|payable (?:in|within)|due (?:in|within)|pay within|(?:agreed|gives them|"
    r"gave them|(?:gives?|gave|allows?|leaves?) (?:us|it|the (?:[\w-]+ ){0,3}?\w+)|says|allows?)))"
    r"(?:是|为|:|\s|了|验收后|收货后|交货后|到货后|货到后?|收到货后|交付后|开票后|in|within|on|net|付款|对方|他们|的|a|"
    r"an){0,6}$"
)
_TERM_BEHIND = lazy(
    r" from (?:that|the) (?:day|date)(?: of \w+)? to pay(?![a-z])|"
    r"\s?(?:的)?(?:账期|付款期|信用期)|(?:内|以内|之内)(?:付款|支付|结清|付清|结账)|'?[\s-]?(?:payment )?(?:terms?|"
    r"credit)(?![a-z])|\s?to pay(?![a-z])"
)
_PAYABLE = lazy(r"(?<![a-z])(?:payable|due|must pay|to pay|has to pay|pays?|payment)(?: \w+){0,3} $")
_FROM_DELIVERY = lazy(r" (?:after|from|of|upon) (?:the )?(?:delivery|receipt|acceptance|completion|handover)(?![a-z])")
_AFTER_A_DEED = lazy(r"(?:验收|交货|收货|到货|开票|交付|完工|收到货)(?:合格|完|通过)?(?:之|以)?后的?$")
_IS_PAID = lazy(r"(?:以?内|之内)?(?:就|再)?(?:要|须|应当?|必须)?(?:付款|付钱|付清|结清|结账|支付)")
_OF_A_DRAFT = lazy(
    r"(?:汇票|票据|承兑|商票|期票)[^,。;]{0,10}$|"
    r"(?<![a-z])(?:(?:commercial|bank|acceptance|trade) (?:acceptance )?(?:bills?|notes?|paper)|drafts?|bills? of "
    r"exchange|promissory notes?|(?:give|hand|offer|pay) us (?:with |in )?(?:an? )?bills?)(?![a-z])[^,.;]{0,40}$"
)
"""A draft given for payment has days of its own."""
_NOT_TERM = lazy(
    r"逾期|拖|超|晚|确权|确认|质保|保修|贷款|利息|交货期|交付期|工期|供货期|[定订]金|预付|开工|进场|动工|(?<![a-z])(?:overdue|late|confirm\w*|warranty|loan|ago)(?![a-z])"
)
_RATE = lazy(
    r"(?:逾期|滞纳|违约|迟延|延迟|迟付|拖欠)[\u4e00-\u9fff]{0,10}(?:利息|利率|年息|金)|利息|利率|(?<![a-z])(?:late|"
    r"default|overdue)(?:[- ]\w+){0,3} (?:interest|rate)|interest on late|late interest|for (?:late payment|paying "
    r"late)"
)
_LATENESS = lazy(r"逾期|滞纳|违约|迟延|延迟|迟付|拖欠|(?<![a-z])(?:late|default|overdue|arrears)(?![a-z])")
_OTHER_PERIOD = lazy(r"每?[日天月]|(?<![a-z])(?:day|daily|month|monthly|week)(?![a-z])")
_FINANCE = lazy(
    r"(?:拿|用|凭|以|把|将)(?:这笔|这些|该)?(?:应收|账款|这笔账|发票|欠款)[\u4e00-\u9fff]{0,10}?(?:融资|贷款|质押|"
    r"保理|借)|应收账款(?:质押)?(?:融资|贷款)|融资确权|"
    r"确权[\u4e00-\u9fff]{0,4}(?:是)?(?:为了|为|用于|用来)[\u4e00-\u9fff]{0,12}(?:融资|贷款|质押|保理)|"
    r"(?<![a-z])(?:(?:borrow\w*|financ\w*|(?<!no )loan|credit) (?!hangs|depends|rests|"
    r"rides)(?:[\w.,]+ ){0,3}?(?:against|with|on|"
    r"using) (?:\w+ ){0,3}?(?:receivables?|invoices?|claim|it)|"
    r"(?:financ\w*|factor\w*|discount\w*) (?:the |our |this |these |an? )?(?:invoices?|receivables?)|(?:is |"
    r"are )?(?:not )?for financing|"
    r"(?:borrowing|selling|pledging|factoring)(?:,? (?:or )?(?:borrowing|selling|pledging|factoring)){0,2} (?:on |"
    r"against |with )?"
    r"(?:that|the|this|our) (?:invoice|receivable|claim|bill)|"
    r"(?:factor|bank|lender)(?: \w+){0,3} (?:advance|lend|give|pay)s?(?: us)?(?: \w+){0,3} (?:against|on) (?:that|"
    r"this|the|our) (?:claim|"
    r"invoice|receivable|debt)|"
    r"(?:borrow|raise)(?: or (?:borrow|raise))?(?: any)? (?:money|funds|credit|cash) (?:on|against|with) "
    r"(?:that|the|this|our|it))(?![a-z])"
)
_NOT_MEANT = lazy(
    r"不(?:打算|想|准备|会|是为|用于|用来)|没(?:有)?(?:打算|想|准备)|"
    r"(?<!得)(?:不|没有?)(?:要|想|去|会|需要){0,2}(?:做|搞|办|拿|用|凭|以)(?:这笔|这些|该)?(?:应收|账款|融资|贷款|"
    r"保理|质押)|"
    r"并非|(?<![a-z])not (?=borrowing|selling|pledging|factoring)|(?<![a-z])(?:do not|don't|does not|doesn't|"
    r"did not|no plan|no (?=financ|borrow|loan|credit)|not (?:want|plan|"
    r"intend|going|for|in order))(?![a-z])"
)
_TERM_WORD = r"(?:付款|账期|什么时候付|期限|何时|哪天付|几天付)"
_FLAGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "contract_term_agreed",
        lazy(
            rf"(?:写明?|约定|规定|注明|说)(?:明|清楚)?了?(?:{_TERM_WORD}|[\d一二三四五六七八九十]+[天日个]|收货|货到)|"
            r"(?<![a-z])(?:contract|agreement) (?:says|stipulates|provides|gives|sets|fixes|has|"
            r"states)(?: nothing)?(?: (?!no )\w+){0,3}? (?:\d+|thirty|forty|fifty|sixty|ninety|"
            r"(?:payment )?terms?|due date|when to pay|when payment|payment date)|payment terms? (?:was |were |is |"
            r"are )?(?:agreed|fixed|set)|terms? agreed"
        ),
    ),
    (
        "acceptance_agreed",
        lazy(
            r"验收(?:合格|通过)?(?:之?后|以后|才|了才)[\u4e00-\u9fff\d]{0,8}(?:付|给|结)|以验收|"
            r"验收[\u4e00-\u9fff]{0,3}(?:为|作)?付款条件|要验收才|once (?:[\w]+ ){0,4}(?:accepted|passed acceptance)|"
            r"(?<![a-z])(?:depend\w* (?:up)?on (?:\w+ )?acceptance|(?:pay\w*|due) (?:\w+\s){0,4}?(?:after|upon|"
            r"on) acceptance|(?:after|upon|on) acceptance|"
            r"acceptance (?:was |is )?(?:agreed|required))"
        ),
    ),
    (
        "confirmation_requested",
        lazy(
            r"(?:请|要求|让|催|找|请求|向)(?:了|过)?(?:他们|对方|其|它|甲方|客户|付款方|"
            r"[\u4e00-\u9fff]{0,6}?)(?:确权|确认(?:这笔|该笔|一下)?(?:账|应收|欠款|债务|款))|"
            r"确权(?:函|请求|申请|书)?(?:已经?|早就|都|也)?(?:发|寄|提|送|递)(?:出|交|了|过|去){0,2}|(?:发|寄|提|送|"
            r"递)(?:出|交|了|过|去)*[\u4e00-\u9fff]{0,4}确权(?:函|请求|申请)?|没回我们的?确权|"
            r"(?<![a-z])(?:(?:asked|asking|requested|told|reminded|urged) (?:\w+\s){0,6}?(?:to confirm|to acknowledge|"
            r"confirmation)|confirmation request|"
            r"request for confirmation|asking to confirm|requested confirmation|request to confirm)"
        ),
    ),
    ("sme_notice", NOTICE),
)
_THEY_SAY = lazy(r"(?<![跟向给和对诉知])(?:对方|他们|客户|甲方|(?<![a-z])(?:they|customer|payer|buyer))\s?(?:也|都)?$")
_ASKING_HOW = lazy(r"怎么|如何|怎样|(?<![a-z])how (?:do|can|to|should)")
_AGREEMENT = lazy(r"合同|约定|协议|订单|账期|(?<![a-z])(?:contract|agreement|terms?|agreed|order)(?![a-z])")
_SENT = lazy(r"确权|确认|(?<![a-z])(?:confirm\w*|acknowledg\w*)(?![a-z])")
_MUST = lazy(r"内|必须|应当|应该|规定|(?<![a-z])(?:within|must|have to|has to|should|shall)(?![a-z])")


def find(page: Page) -> Findings:
    """Flags, dates and figures of the agreement."""
    for name, pattern in _FLAGS:
        if name == "sme_notice" and not notices.spoken_of(page.text):
            continue
        for match in pattern.finditer(page.text):
            yield from _flag(page, name, match)
    for match in _FINANCE.finditer(page.text):
        index = page.index(match.start())
        meant = not _NOT_MEANT.search(page.text[page.clauses[index].start : match.end()])
        yield Found("purpose_financing", meant, match.start(), match.end())
    yield from silence.find(page)
    yield from dates(page)
    for index, _ in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if not one.vague:
                yield from _figure(page, index, one)


def _flag(page: Page, name: str, match: re.Match[str]) -> Findings:
    index = page.index(match.start())
    lead = page.text[page.clauses[index].start : match.start()]
    unsaid = name == "contract_term_agreed" and not _AGREEMENT.search(page.sentence(index))
    notice = name == "sme_notice"
    if (
        unsaid
        or _ASKING_HOW.search(page.words(index))
        or (notice and not match[0].startswith("从") and _THEY_SAY.search(lead))
    ):
        return
    if notice and notices.ASKED.search(match[0]):
        return
    standing = judge(page, match.start(), match.end(), ours=True)
    if standing is Standing.SUPPOSED:
        return
    value = standing.value_of
    if re.search(r"(?:says|has|states) nothing|没(?:有)?[写说提](?=\S)|(?<![a-z])(?:not|never)\s|n't\s", match[0]):
        value = False
    if notice and value and notices.NOT_GIVEN.search(match[0]):
        value = False
    yield Found(name, value, match.start(), match.end(), 2)


_PAID_BY_EN = lazy(
    r"(?<![a-z])(?:pay|paid|pays|payable|payment|due|settled?)(?![a-z])(?P<what>[^.;]{0,60}?) "
    r"(?P<how>by|before|no later than|on|for|in|until)(?: the)?(?: end of)? $"
)
_OTHER_DEED = lazy(r"(?<![a-z])(?:sign\w*|delivery|deliver|shipped|accepted|handed|of|contract)(?![a-z])")
_PAID_ZH = lazy(
    r"(?:当天)?(?:(?:以?之?前|底前)[^,。;]{0,8}?)?(?:一次)?(?:付(?!款日)|支付|结清|结账|清偿|到账|打款|汇)|(?:为|是|作)?(?:付款|结账|到期)日|"
    r"(?:以?之?前)(?:把)?[^,。;]{0,6}?(?:付|结|给)"
)
_FIXED_ZH = lazy(
    r"(?:约定|[写订载]明|写着|应于?|应当|应该|须|最迟|最晚|规定|定于|定在|[订定]为|本该|到期日是?)[^,。;]{0,4}$"
)


def of_payment(page: Page, start: int, end: int) -> bool:
    """Whether a day is the one on which payment falls due: "payable by 30 May", 约定1月17日付清."""
    clause = page.clauses[page.index(start)]
    if any(match.start() <= start < match.end() for match in due.payment_days(page)):
        return True
    by = _PAID_BY_EN.search(page.text[max(clause.start, start - 90) : start])
    if by is not None:
        near = by["how"] in ("by", "before", "no later than") or len(by["what"]) < 16
        return near and not _OTHER_DEED.search(by["what"])
    fixed = _FIXED_ZH.search(page.text[clause.start : start])
    return fixed is not None and _PAID_ZH.match(page.text, end, clause.end) is not None


def dates(page: Page) -> Findings:
    """Dates beside the words of signing or of delivering, whichever stand nearer; not the day agreed for payment."""
    came = [match for match, _ in due.arrived(page)]
    for moment in page.moments:
        if of_payment(page, moment.start, moment.end):
            continue
        if any(match.start() <= moment.start < match.end() for match in came):
            continue  # the money came on it
        clause = page.clauses[page.index(moment.start)]
        opening = page.text[clause.start : moment.start]
        if _SINCE.search(opening) and not (_CONTRACT.search(opening) or _SIGNED_THEN.match(page.text, moment.end)):
            continue
        reach = 40 if page.text[clause.start : clause.end].isascii() else 12
        tail = page.text[moment.end : min(clause.end, moment.end + reach)]
        lead = page.text[max(clause.start, moment.start - reach) : moment.start]
        near: list[tuple[int, str]] = []
        for name, pattern in (("contract_date", _CONTRACT), ("delivery_date", _DELIVERY)):
            behind = pattern.search(tail)
            ahead = moment.end + behind.end() if behind else 0
            if behind and any(_ITS_DAY.fullmatch(page.text, ahead, one.start) for one in page.moments):
                behind = None  # signed on 8 June and delivered on 1 July
            before = list(pattern.finditer(lead))
            if behind:
                near.append((behind.start(), name))
            if before:
                near.append((len(lead) - before[-1].end(), name))
        if not near and (
            _SIGNED_WITH.search(page.text[clause.start : moment.start]) or _WITH_ZH.match(page.text, moment.end)
        ):
            near.append((reach, "contract_date"))
        if not near and _DEALING.match(page.text, moment.end):
            yield Found("contract_date", moment.value, moment.start, moment.end, 0)
        if not near and _opens_a_deal(page, moment.start):
            near.append((reach, "contract_date"))
        if near and not re.search(r"贷|(?<![a-z])loan", lead + tail):
            yield Found(min(near)[1], moment.value, moment.start, moment.end, 1 + moment.value.count("-"))


_ITS_DAY = lazy(r" (?:(?:them|it|everything|all) )?(?:on|in) (?:the )?")
"""Between a deed and the next date, where the deed belongs to that: "signed on 8 June and delivered on 1 July"."""
_SINCE = lazy(r"(?<![a-z])since (?:the )?(?:\w+ of )?$")
_SIGNED_THEN = lazy(r",? (?:when|the (?:day|date|month))(?![a-z])")
"""What has been owed since a day was not signed on it: "owed us since the end of June under a contract"."""
_SIGNED = lazy(r"签(?:了|的|下|订|约|合同)|(?<![a-z])(?:signed|concluded a contract)(?![a-z])")
_SIGNED_WITH = lazy(
    r"(?<![a-z])(?:(?:signed|signing)(?: (?:it|up|the contract|an? [\w-]+|our [\w-]+))?|(?:contract|agreement|deal))"
    r" with (?:(?!deliver|accept|ship|hand|supplied|paid|pay|bank|lender)[\w'-]+ ){1,12}(?:on|in|dated) (?:the )?$|"
    r"(?<![a-z])ordered (?:(?!deliver|accept|ship|hand|suppl|pa(?:id|y)|for )[\w',-]+ ){1,14}(?:on|in) (?:the )?$"
)
_WITH_ZH = lazy(r"(?:我们|我厂|我司|本公司)?(?:跟|和|与|同)[^,。;贷借银行]{2,24}?签(?:了|的|下|订|署|约|合同)")
"""Signing with a party that has a long name between the word and the day."""
_DAY_FIRST = lazy(r"\s?(?:(?:back )?(?:in|on) |早?在)?")


_DEALING = lazy(r"(?:我们|我厂|我司)?(?:给|为|替|帮|跟|和|与)[^,。;贷借]{2,20}?(?:做|装|供|施工|承接|干活|印|修)")
"""What is done for a customer, behind its date: 2025年8月给一家集团做幕墙."""


def _opens_a_deal(page: Page, start: int) -> bool:
    """Whether a date opens its clause, in a sentence of signing and of no other date: "In July 2025 we, …"."""
    clause = page.clauses[page.index(start)]
    number = clause.sentence
    alone = [one for one in page.moments if page.clauses[page.index(one.start)].sentence == number]
    whole = page.sentence(page.index(start))
    return len(alone) == 1 and bool(_DAY_FIRST.fullmatch(page.text, clause.start, start) and _SIGNED.search(whole))


def _figure(page: Page, index: int, one: Quantity) -> Findings:
    clause = page.clauses[index]
    lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
    if one.kind == "days" or (one.kind == "plain" and one.value <= 365 and re.search(r"(?<![a-z])net[\s-]?$", lead)):
        if re.match(r"\d{1,2}[日号]", tail):
            return  # 10月8号 is a day
        if _OF_A_DRAFT.search(lead):
            return
        agreed = _TERM.search(lead) or (_FROM_DELIVERY.match(tail) and _PAYABLE.search(lead))
        agreed = agreed or (_AFTER_A_DEED.search(lead) and _IS_PAID.match(tail))
        checking = standstill.FOR_CHECKING.match(tail)
        if not checking and (agreed or _TERM_BEHIND.match(tail)) and not _NOT_TERM.search(lead[-12:] + tail[:8]):
            yield Found("term_days", number(one.value), one.start, one.end)
        elif one.kind == "days" and _waited(page, index, lead, tail):
            yield Found("confirmation_days", number(one.value), one.start, one.end)
    elif one.kind == "pct" and _late_rate(lead, tail):
        yield Found("agreed_rate_pct", number(one.value), one.start, one.end)


def _late_rate(lead: str, tail: str) -> bool:
    """A yearly rate for paying late; a rate by the day or the month is left out."""
    around = lead + " " + tail
    return bool(
        _LATENESS.search(around)
        and (_RATE.search(around) or re.search(r"(?<![a-z])(?:interest|rate)(?![a-z])", around))
        and not _OTHER_PERIOD.search(lead[-6:] + tail[:10])
        and not re.search(r"贷|(?<![a-z])loan", around)
    )


def _waited(page: Page, index: int, lead: str, tail: str) -> bool:
    """Whether a number of days is how long a request for confirmation has been out."""
    if not _SENT.search(page.sentence(index)) or _MUST.search(tail[:3] + lead[-10:]):
        return False
    since = re.match(r"\s?(?:了|前|多?以前|ago|without|没|过去|仍|还|since)", tail)
    lasting = re.search(r"(?:已经?|都|过了|出|提出|(?<![a-z])for)\s?$", lead) and _SENT.search(lead)
    return bool(since or lasting)
