"""What was paid for a rating, for credit reports, for bandwidth, for patents of a pool, whoever is named as the payee.

The house that is paid or the thing that is bought tells what a sum is for ("the agency that rated us", 运营商), the
nearest one before it or, where none stands before, behind it. A list price gives way to what was paid after a discount.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.patterns import lazy

_TOPIC = lazy(
    r"(?P<rating_fee>评级|评等|信评|资信评|信用评(?!价体系)|评(?:了|定|过)?[^,。;]{0,3}信用(?:等级)?|"
    r"(?<![a-z])(?:credit[- ]ratings?|(?:graded|assessed|scored|rated|apprais\w+|examin\w+|looked into|judged|checked|"
    r"grading of|"
    r"assessment of) (?:(?:the|our|its|us) )?(?:[\w'-]+ ){0,2}?(?:credit(?!or)\w*|grade)|creditworthiness|"
    r"credit standing|"
    r"(?:company|firm|us|ourselves|itself|business|it|credit) (?:credit-)?rated|"
    r"(?:agency|agencies)(?: [\w'-]+){0,4}? rated|rated [abc]{1,3}[+-]? by|"
    r"rated (?:us|the (?:company|firm)|our (?:company|firm))|rat(?:ed|"
    r"ing) (?:by|from)|"
    r"rate (?:us|the (?:company|firm))|ratings?(?= (?:agenc(?:y|ies)|houses?|compan(?:y|ies)|bureaus?|fee|"
    r"firms?|cost|bill))|rat(?:es?|ing) credit|our rating|"
    r"(?:being|get|got|been|us|were) rated|rat(?:ed|es|ing) us|raters?)(?![a-z]))|"
    r"(?P<credit_report_fee>征信|信用报告|(?<![a-z])credit[- ](?:report\w*|bureau|checks?)(?![a-z]))|"
    r"(?P<bandwidth_fee>[带频]宽|宽[带频]|专线|网费|网络费|网路费|网络运营商|运营商|网[络路]业者|电信(?:公司|业者|"
    r"运营商|商)|"
    r"(?<![a-z])(?:bandwidth|broadband|\d+ ?(?:m|g|mb|gb|mbps|mbits?|gbits?|megabits?)(?:/s)? (?:[a-z]+ )?lines?|"
    r"leased lines?|internet (?:line|access|connection|bill)|data lines?|"
    r"(?:network|telecom(?:s|munications)?|internet|broadband) (?:operator|provider|carrier|compan(?:y|ie))s?|isps?|"
    r"(?<!aircraft )(?<!insurance )carriers?|fibre)(?![a-z]))|"
    r"(?P<patent_purchase>(?:买|购|收购|购置)[^,。;\d]{0,12}专利(?!评估|质押|保险|代理|服务)|"
    r"专利[^,。;\d]{0,6}(?:买|购)|"
    r"(?<![a-z])(?:(?:buy|buys|buying|bought|purchas\w+|acquir\w+) (?:[\w'-]+ ){0,8}?patents?|"
    r"purchases? of (?:\w+ ){0,3}patents?|patents (?:in|for) (?:the|our|a) (?:\w+ )?pool)(?![a-z]))|"
    r"(?P<other>营收|收入|销售|营业额|贷|借|资产|利润|研发|保费|保险|担保|评估|估值|估价|鉴价|投资|补[贴助]|资助|设备|"
    r"工资|房租|合同|欠|授权|许可|"
    r"(?<![a-z])(?:revenues?|sales|turnover|loans?|borrow\w*|lent|assets|profits?|premiums?|guarant\w+|valu\w+|"
    r"apprais\w+|grants?|subsid\w+|invest\w*|owe[sd]?|machines?|equipment|rent|wages|contract|income|licen[cs]\w*|"
    r"royalt\w+|research|r&d)(?![a-z]))"
)
_SPENT = lazy(
    r"付|花|缴|交|谈|团购价|收(?:了|费|我们|(?=[\d一二三四五六七八九十两]))|入账|费|发票|开票|成本|总价|价款|账单|"
    r"(?<![a-z])(?:paid|pays?|cost|costs|costing|spent|spend|bill|"
    r"invoiced?|charged?|charges|fees?|came to|comes to|went|goes|set us back|sets us back|settled|price|"
    r"another(?= \d)|for)(?![a-z])"
)
_LISTED = lazy(
    r"标价|原价|原本|原来|原先|本来|定价|牌价|(?:打折|折扣|团购|优惠|降价|减价|降费|调价|砍价|让利|议价)(?:之|以)?前|"
    r"(?<![a-z])(?:originally|regular (?:price|rate)|used to cost|would have cost|usual (?:price|rate)|"
    r"list(?:ed)? (?:price|at)|before (?:the )?(?:[\w-]+ )?(?:discount|purchase)|full price|"
    r"normally|listed at|on paper)(?![a-z])"
)
_ACTUAL = lazy(
    r"实际|实付|实缴|实收|折后|打[^,。;]{0,3}折|付了|已付|团购(?:后|价|只)|优惠后|谈(?:下来|到|成)|"
    r"现在[^,。;]{0,4}[收付缴]|"
    r"(?<![a-z])(?:group(?:[- ](?:buying|purchas\w+))? (?:price|rate|tariff)|"
    r"after (?:the )?group[- ](?:buying|purchas\w+)|"
    r"we pay|under the group[- ](?:buying|purchas\w+)|(?:bill|price|fee|charge)s? (?:now|this year)|"
    r"(?:after|with) (?:the |a |its |our )?(?:[\w-]+ ){0,2}discount|actually|"
    r"we paid|net of|in the end)(?![a-z])"
)
_QUOTED = lazy(
    r"报价|开价|还没(?:做|付|买|请)|还未|没(?:做|买|付)|估计|预计|打算|(?<![a-z])(?:quot\w+|asks?|asking|wants?|"
    r"offer\w*|"
    r"would(?! have cost)|estimate\w*|expect\w*|owe[sd]?|has bought nothing|"
    r"(?<!the )(?<!this )(?<!haifan )plan\w*)(?![a-z])"
)
_BARE = lazy(
    r"(?<![a-z])(?:another|came to|costs?(?: us)?|charged us|(?:billed|invoiced) us|set us back|paid (?:them|it)|"
    r"(?:bill|fee|invoice|charge) (?:was|is|of|for)|we (?:actually |really |now |in fact )*pa(?:y|id)(?: is| was)?|"
    r"(?:group|net|final|discounted)[- ](?:[\w-]+ ){0,2}?price (?:is|was)) (?:only |just |about )?$|"
    r"(?:费用|账单|发票|开票|收费|花了|付了|交了|收了)(?:是|为|共|的是|约)?$"
)
_COUNTED = lazy(
    r"\s?(?:[年次份个家台张项件户人天月页]|(?:years?|times|pages|reports?|copies|pieces|days|people)(?![a-z]))"
)
_THEIR_BILL = lazy(
    r"(?<![a-z])their (?:\w+ )?(?:bill|invoice|fee|charge)s?(?![a-z])|他们(?:的|开的?)?(?:账单|发票|收费|收)"
)
_BOUNDS = {
    "rating_fee": (300, 500_000),
    "credit_report_fee": (50, 300_000),
    "bandwidth_fee": (300, 20_000_000),
    "patent_purchase": (1_000, 500_000_000),
}
"""Yuan between which such a fee lies; a sum beyond is something else."""
_REACH = 110
"""Code points before a sum, over the end of a sentence, in which its topic is looked for."""
_FAR, _LONG_TOLD = 240, ("patent_purchase", "other")
_BILLS = lazy(r"发票|账单|(?<![a-z])(?:bills|invoices)(?![a-z])")
"""What patents cost may be told behind what was done with them: "… opened to every member. The bills come to 5.4m"."""
_SIGNS = (
    *(
        "评级",
        "评等",
        "信评",
        "等级",
        "征信",
        "信用报告",
        "带宽",
        "频宽",
        "宽带",
        "宽频",
        "专线",
        "网",
        "运营商",
        "专利",
    ),
    *("信用", "资信"),
    *(
        "rating",
        "rated",
        "rate us",
        "rates us",
        "rater",
        "credit",
        "bandwidth",
        "broadband",
        "line",
        "internet",
        "operator",
    ),
    *("carrier", "provider", "isp", "telecom", "电信"),
    *("patents",),
)


def find(page: Page) -> Findings:
    """Fees by their topic; a sum that has a topic of its own is left alone."""
    if not any(sign in page.text for sign in _SIGNS):
        return
    for index, clause in enumerate(page.clauses):
        here = [one for one in page.quantities_in(index) if _is_sum(page, one)]
        for place, one in enumerate(here):
            lead = page.text[here[place - 1].end if place else clause.start : one.start]
            tail = page.text[one.end : here[place + 1].start if place + 1 < len(here) else clause.end]
            topic = _topic(page, index, one, tail)
            theirs = strangers(page, one.start) and not _THEIR_BILL.search(lead)
            if topic is None or page.wished(index, one.start) or theirs:
                continue
            low, high = _BOUNDS[topic]
            beside = page.words(index)
            if (
                not low <= one.value <= high
                or _only_quoted(page, index)
                or not (
                    _SPENT.search(lead + tail)
                    or _ACTUAL.search(beside)
                    or _of_a_charge(page, index, lead)
                    or _billed(page, index, lead)
                )
            ):
                continue
            if topic == "bandwidth_fee" and _SOLD_TO.search(page.text, max(0, clause.start - _REACH), one.start):
                continue  # an operator that is our customer
            if _LISTED.search(lead) or _LISTED.match(tail.lstrip()):
                continue
            around = page.text[max(0, clause.start - _REACH) : clause.end]
            actual = _ACTUAL.search(beside) is not None and _LISTED.search(around) is not None
            yield Found(f"{topic}_cny", number(one.value), one.start, one.end, 4 if actual else 1)


_SOLD_TO = lazy(
    r"(?:卖给|供给|供应|服务)[^,。;]{0,8}(?:运营商|电信)|(?:运营商|电信[^,。;]{0,3})[^,。;]{0,4}(?:是我们的?客户|欠)|"
    r"(?<![a-z])(?:(?:sell|sold|suppl(?:y|ied)|serve[sd]?|work for|invoiced?)(?: [\w'-]+){0,4} ?|"
    r"(?:customers?|clients?)(?: [\w'-]+){0,4} ?)(?:operators?|carriers?|providers?)(?![a-z])|"
    r"(?:operators?|carriers?|providers?) (?:are|is|as|being) (?:[\w'-]+ ){0,3}?(?:customers?|clients?|buyers?)"
)


_IS = lazy(
    r"\s?(?:(?:is|was|comes to|came to|amounts to|amounted to|ran to|stood at|totall?ed)\s(?:rmb\s?|¥)?|"
    r"[是为共计]{1,2})"
)
_CHARGE = lazy(r"(?<![a-z])(?:charges?|fees?|bill|costs?|price|invoice)(?![a-z])|发票|账单|费用")


def _only_quoted(page: Page, index: int) -> bool:
    """Whether the sentence speaks of an offer; what a listed price would be is none."""
    if not _QUOTED.search(page.sentence(index)):
        return False
    number = page.clauses[index].sentence
    near = range(max(0, index - 8), min(len(page.clauses), index + 8))
    words = [page.words(one) for one in near if page.clauses[one].sentence == number]
    return not any(_LISTED.search(one) for one in words) or any(
        _QUOTED.search(one) and not _LISTED.search(one) for one in words
    )


def _of_a_charge(page: Page, index: int, lead: str) -> bool:
    """A predicate cut off from its subject by an aside: "the charge for this year, the first, is 46,000"."""
    return _IS.fullmatch(lead) is not None and _CHARGE.search(page.sentence(index)) is not None


_HEADING = lazy(
    r"\s?(?:the |our |its |their )?(?:total |final |agency(?:'s)? |rating )?(?:bill|invoice|fee|cost|charge|price)s?"
    r"(?: paid| to us| in all)?\s?"
)


def _billed(page: Page, index: int, lead: str) -> bool:
    """A sum that stands by itself behind the word for a bill, as in a telegram: "Bill: RMB 7,000", "Fee - RMB 900"."""
    before = page.previous(index)
    return not lead.strip() and before is not None and _HEADING.fullmatch(page.words(before)) is not None


def for_a_service(page: Page, one: Quantity) -> bool:
    """Whether the last thing told before the sum of a bill is a service of these that we bought: no claim of ours."""
    return _topic(page, page.index(one.start), one, "") is not None


def _is_sum(page: Page, one: Quantity) -> bool:
    """Yuan, or a bare number behind "another" or a verb of costing."""
    if one.vague or one.kind not in ("cny", "plain"):
        return False
    if one.kind == "plain" and (1900 <= one.value < 2100 or _COUNTED.match(page.text, one.end)):
        return False  # a year, or pieces
    return one.kind == "cny" or _BARE.search(page.text, max(0, one.start - 32), one.start) is not None


def _topic(page: Page, index: int, one: Quantity, tail: str) -> str | None:
    """The last topic before a sum, in its sentence or shortly before it, else the first one behind it in its clause."""
    start = page.clauses[page.opening(index, 6)].start
    told = list(_TOPIC.finditer(page.text, start, one.start))
    behind = _TOPIC.search(tail)
    if not told and behind is None:
        told = list(_TOPIC.finditer(page.text, max(0, start - _REACH), start))
        if not told and _BILLS.search(page.text, start, one.start):
            told = [m for m in _TOPIC.finditer(page.text, max(0, start - _FAR), start) if m.lastgroup in _LONG_TOLD]
    match = told[-1] if told else behind
    if (
        told
        and behind is not None
        and told[-1].lastgroup == "other"
        and re.match(r"\s?(?:的|for|on|to|into|went)", tail)
    ):
        match = behind
    if match is not None and match[0].endswith("rated") and strangers(page, match.start()):
        return None  # a customer had itself rated
    return match.lastgroup if match is not None and match.lastgroup in _BOUNDS else None


_FEES = frozenset({"bandwidth_fee_cny", "rating_fee_cny", "credit_report_fee_cny", "guarantee_fee_cny", "premium_cny"})
_CUT_ZH = r"(?:打折|折扣|团购|优惠|降价|减价|降费|调价|砍价|让利|议价)"
_BEFORE_CUT = lazy(
    rf"{_CUT_ZH}(?:之|以)?前[^,。;\d前后]{{0,8}}$|"
    r"(?<![a-z])before (?:the |that |this |any )?(?:[\w-]+ ){0,2}?(?:discounts?|cut|reduction|rebate|deal|purchase)"
    r"(?: [\w'-]+){0,6} (?:rmb ?|¥)?$|(?<![a-z])(?:down|cut|reduced|brought down) from (?:rmb ?|¥)?$"
)


def before_cut(page: Page, one: Found) -> bool:
    """Whether a fee is what would have been due but for a discount: 降价前要6.5万, "down from 72,000"."""
    if one.name not in _FEES or one.value is None:
        return False
    clause = page.clauses[page.index(one.start)]
    return _BEFORE_CUT.search(page.text, clause.start, one.start) is not None
