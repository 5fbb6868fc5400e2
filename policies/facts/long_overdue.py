"""Claims told to be overdue without a figure of days: 过了五个多月还没给, "months past its due date", 早就到期了.

That the day has passed is known then, for how long is not: enough for a claim, not for the sum of its interest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from policies.facts.found import Findings, Found
from policies.facts.scope import NEGATION, Page
from policies.facts.standing import UNSURE
from policies.patterns import lazy

_SOME_ZH = (
    r"(?:好?几|多少?|[一二两三四五六七八九十\d]{1,3}(?:多|来)?)个?(?:多|来)?(?:星期|周|礼拜|月|年|天)(?:多|了|有余|以上)?|"
    r"(?:大?半|快一|近一|一)年(?:多|了)?|(?:很|好)(?:久|长时间)|许久|多时|多日|多年|数月"
)
_LATE_ZH = lazy(
    rf"(?:逾期|超期|过期|拖欠?|晚|迟|超过?|过)(?:了|已经?|都|付|付款)*(?:{_SOME_ZH})|"
    r"(?:早就?|老早|已经?|都)(?:逾期|超期|过期|过了(?:付款|约定|到期|该付|应付)[^,。;]{0,4}|到期)|"
    r"(?:付款|到期|约定|该付|应付)[^,。;]{0,5}(?:早就?|老早|已经?|都)过(?:了|去)?|"
    r"(?:逾期|到期)(?:未|不|没|仍未|还没|一直没)[付给还结打]"
)
_PAST_EN = lazy(
    r"(?<![a-z])(?:(?:many|several|some|a few|a couple of|countless|for) )?(?:weeks|months|years|ages)(?: and \w+)? "
    r"(?:overdue|late|past (?:its |the |their )?due|behind|beyond (?:its |the )?due)|"
    r"(?:more than|over|nearly|almost|about|some|well over) (?:an? |\w+ )?(?:half a )?(?:weeks?|months?|year|years) "
    r"(?:overdue|late|past due|past (?:its|the) due)|"
    r"(?:long|well|already|now|is|are|was|were|still|badly|seriously) (?:over|past )due(?: date)?|"
    r"due (?:date|day) (?:is|has) (?:long |already |well )?(?:past|passed|gone|been and gone|come and gone)|"
    r"(?:should|ought to) have (?:paid|been paid|come|settled) (?:weeks|months|ages|long) ago|overdue (?:invoice|bill|"
    r"payment|sum|amount|account|claim)s?"
)
_CLAIM = lazy(
    r"货款|工程款|合同款|尾款|账款|应收|款子|[一笔]款|欠|货|发票|付款|验收|合同|工钱|服务费|"
    r"(?<![a-z])(?:invoices?|customers?|buyers?|deliver\w*|suppl\w+|owe[sd]?|goods|contract|payments?|bills?|receivables?|"
    r"pay|paid)(?![a-z])"
)
_ACCOUNT = lazy(
    r"[付给结打款账钱欠]|(?<![a-z])(?:paid|pay\w*|owe\w*|money|invoices?|bills?|sum|account|claim)(?![a-z])"
)
_ASKED = lazy(r"吗|呢|是否|是不是|算不算|有没有|如果|要是|万一|(?<![a-z])(?:if|whether|when|unless|once)(?![a-z])")
_UNPAID = lazy(r"还没给(?=$|[,。;钱我咱])")
"""Elsewhere 还没给 waits for an answer, here for money."""
_NOT_OURS = lazy(
    r"隔壁|邻居|同行|朋友|别家|人家|(?:我们|咱们?|公司|我)(?:还|也|自己)*欠|(?<![a-z])(?:neighbour\w*|friend\w*|competitor\w*|"
    r"our (?:own )?(?:payments?|bills?|rent) to|we (?:are|were) \w* ?(?:late|behind|overdue)|we owe)(?![a-z])"
)
"""A debt of ours, or a claim of somebody else."""


def find(page: Page, told: Iterable[Found]) -> Findings:
    """`payment_overdue` where the days are not told; nothing where it is asked, doubted or denied. Whose it is, is
    told elsewhere: the payer is its subject."""
    if not _CLAIM.search(page.text) or any(one.name == "receivable_overdue_days" for one in told):
        return
    for pattern in (_LATE_ZH, _PAST_EN):
        for match in pattern.finditer(page.text):
            if _stated(page, match):
                yield Found("payment_overdue", True, match.start(), match.end())


def _stated(page: Page, match: re.Match[str]) -> bool:
    index = page.index(match.start())
    clause = page.clauses[index]
    words, lead = page.words(index), page.text[clause.start : match.start()]
    if clause.closing == "?" and _ASKED.search(words):
        return False
    if _ASKED.search(words) or NEGATION.search(lead[-8:]) or UNSURE.search(_UNPAID.sub("", words)):
        return False
    if page.wished(index, match.start()) or _NOT_OURS.search(page.sentence(index)):
        return False
    return _ACCOUNT.search(page.sentence(index)) is not None
