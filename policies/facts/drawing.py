"""When a loan of ours was had: `loan_date`. A loan that is only wished for has none yet.

A day belongs to the loan if the words behind it tell that money was lent, drawn or released; not if they speak first
of a subsidy, a fee, sales, or of the paying back.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policies.facts.dates import Moment
from policies.facts.former import former
from policies.facts.found import Findings, Found
from policies.facts.loan_words import BANKS_EN, CREDIT, LENDER, MADE, lends
from policies.facts.matters import strangers
from policies.facts.own_lending import lender_writes
from policies.facts.scope import Page
from policies.facts.wishes import only_wanted
from policies.patterns import lazy

LOAN = lazy(
    r"(?<!科)贷(?!款市场|通)|借(?!条)|放的?款|放了款|款子|放下来的?款|(?:银行|[支分]行|农商行|"
    r"信用社)[^,。;]{0,24}?[放批](?:了|出|"
    r"下来)?(?=[\d一二两三四五六七八九])|(?<![a-z])(?:loans?|borrow(?:ed|ing)?|lent|let us have|had the use of|"
    r"signed for(?= (?:rmb |¥|\d|half|one|two|three|a ))|working capital of|(?:arrived|came in|reached (?:us|our "
    r"account)|paid out|"
    r"provided|credited|made available|wired)(?=[^.;]{0,40}(?<![a-z])(?:bank|lender|branch)(?![a-z]))|"
    r"credit(?=[^.;]{0,30} (?:with|from) "
    r"(?:the|a|our) (?:\w+ )?bank)|(?<=branch )advanced|(?<=bank )advanced|(?<=haidian )advanced|"
    r"advanced(?= [\d.,]+ (?:million|yuan|m)(?![a-z]))|(?:obtained|received|got|raised|secured|granted us|"
    r"extended us|credit of)(?= [^.;]{0,40}(?:bank|lender|branch))|drew down|drawdown|(?:drew|drawn|took|gave us|"
    r"advanced us)(?= (?:rmb )?[¥\d]))(?![a-z])"
)
"""A loan, or its making, told by the words of the clause alone."""
_NOT_LOAN = lazy(
    r"没贷过|没有贷|从没贷|欠(?!我们的|着?我们的)|注册|成立|创立|创办|刚开|开业|开张|(?<![a-z])owes?|founded|"
    r"established|registered|opened|(?:certificate|patent|prize|title) of|(?<![a-z])in business"
)
_DRAWN = lazy(
    r"发放|放的|放款|放下来|下来|下款|到账|批下来|批的|拨款|提款|办的|办下来|拿到|起息|动[拨支用]|"
    r"(?<![a-z])(?:drawn|taken(?: out)?|"
    r"disbursed|paid out|released|granted|dated|received|signed|advanced|drew|took|starting|issued|made)(?![a-z])"
)
_FROM_BANK = lazy(rf"(?<![a-z])(?:from|with|at) (?:an?|the|our) (?:\w+ ){{0,2}}{BANKS_EN}(?![a-z])")
_US = lazy(r"我|(?:给|替|为)公司|公司用|(?<![a-z])(?:us|our|we|my|i)(?![a-z])")
_SUM = lazy(r"\s?(?:万|亿|千|百|元|块|多万|余万|w(?![a-z])|million|yuan|thousand)")
_PAST_LOAN = lazy(
    r"销售|补贴|补助|贴息|covered|subsid|refund|还清|归还|还完|结清|到期|repaid|matur|due|until|sales|营收|收入|"
    r"利息付|付了?利息|竞赛|大赛|contest|paid interest|interest of|证书|certificate"
)
_OTHER_MONEY = lazy(
    r"补贴|补助|贴息|资助|评估|鉴价|担保费|保证费|保费|投保|评级|征信|客户|货款|研究|大学|投资|增资|入股|入选|"
    r"[厅委局](?:已|就|给|拨|批)|利息(?:补|贴)|年报|报表|职工|员工|不良|"
    r"(?<![a-z])(?:subsid\w+|grants?(?! us)|apprais\w+|valu\w+|fees?|premium|insurer|insurance|customers?|clients?|"
    r"investors?|"
    r"shares|prize|certificate|patents?|licen[cs]e|orders?|contract|invoices?|industry department|bureau|"
    r"committee|rating|universit\w+|staff|employees|delivered|sold|bad loans?|npl|listed|quoted)(?![a-z])"
)
"""What else is given, had or signed on a day."""
_ASIDE = lazy(
    r"另一?笔|别的(?:贷款|借款)|(?:就|曾|早)[^,。;]{0,8}?(?:贷|借)过|(?:贷|借)过[一两几\d]+[次回]|[年就](?:贷|借)过$|"
    r"(?:同一?笔|[这此那]笔|此)(?:贷款|借款|钱)?[^,。;]{0,8}?(?:[贴补领报]|交|缴)|[贴补领][过了给]|"
    r"清偿|断供|逾期|欠息|不再续|要还(?!没)|第[一1]笔钱是|(?:借|贷)的[这另]一?笔[^,。;]{0,8}(?:还|清)|"
    r"海科金|中关村发展集团|"
    r"(?<![a-z])(?:old loans?|once before|late on|turned down|blacklisted|relieved us|"
    r"(?:gave|given|giving|got|paid) (?:\w+ ){0,2}back|due (?:last|in|on)|interest (?:bill|was|came)|in interest|"
    r"haikejin|zhongguancun development)(?![a-z])"
)
"""What tells of another loan, of its paying back, or of what was given towards it."""
_EVER_SINCE = lazy(r"(?<![a-z])(?:since|from)\s(?:the\s)?(?:year\s)?$|自从?$")
_ONWARDS = lazy(r"\s?(?:onwards?|on(?= )|以?来|起)")
_WEAK = lazy(r"took|drew|drawn|gave us|advanced us")
_OFFICE = lazy(
    r"管委会|[厅局委](?=已|就|今年|去年|前年|给|拨|批|补)|区里|市里|县里|园区|"
    r"(?<![a-z])(?:committee|park|county|district|city|province|region|bureau|department|commission|ministry|office|"
    r"government|council)(?![a-z])"
)
_TAKEN = lazy(
    r"(?<![a-z])(?:in cash|patented?|sold|sales|research|yuan in|museum|orders?|showcases|stake|shares)(?![a-z])"
)
_PAID = lazy(r"[付交缴]|保费|担保费|评估|卖|掏|破例|(?<![a-z])(?:paid|premium|fee|sold|interest)(?![a-z])")
_TITLE = lazy(
    r"高企|证书|执照|的照|称号|招牌|编号|入库|审定|认定|纳入|入选|创业企业|(?<![a-z])(?:title|plaque|giant|start-up|"
    r"certificate|"
    r"licence|blacklist\w*)(?![a-z])"
)
_LENT = lazy(
    r"贷(?:了|到|得|出|下|的)|借(?:了|到|得|入|的|出)|放(?:了|出|款)|[拨提]款|动[拨支]|(?<![a-z])(?:lent|borrowed|"
    r"drew|drawn|"
    r"advanced|released|credited|disbursed|took|taken|loan was|granted us|gave us)(?![a-z])"
)
_THIS_LOAN = lazy(r"[这那该此][一]?笔$|同一笔$|这[个次]$")
_RELATIVE = lazy(r"上个?月|(?<![a-z])(?<!since )last month(?!'s)(?![a-z])")
_SAME_YEAR = lazy(r"(?:同|当)年(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|(?P<day>[0-3]?\d)[日号])?")
_MONTHS = {han: number for number, han in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_NEAREST = 110


def find(page: Page) -> Findings:
    """The day on which a loan of ours was made; not of a former one, where the text tells of a later."""
    if lender_writes(page):
        return
    told = list(_told(page))
    recent = [one for one in told if not former(page, page.index(one.start))]
    yield from recent or told


def _told(page: Page) -> Findings:
    for moment in _moments(page):
        if _SUM.match(page.text, moment.end):
            continue  # 借了2000万
        index = page.index(moment.start)
        clause = page.clauses[index]
        near = page.text[clause.start : min(clause.end, moment.end + _NEAREST)]
        if page.wished(index) or only_wanted(page, index) or _NOT_LOAN.search(near):
            continue
        if strangers(page, moment.start) and not _US.search(near):
            continue  # our parent's loan
        if _another_matter(page, index, moment) or _for_a_fee(page, index, moment):
            continue
        if _aside(page, index, moment) or _of_a_grant(page, index):
            continue
        if (
            LOAN.search(near)
            or _made(page, index, moment)
            or _leads_on(page, index, moment.start, moment.end)
            or _trails(page, index, near)
        ):
            yield Found("loan_date", moment.value, moment.start, moment.end, 1 + moment.value.count("-"))


def _aside(page: Page, index: int, moment: Moment) -> bool:
    """Whether a day is another loan's, a beginning since when one borrows, an office's gift, or a taking of goods."""
    words, start = page.words(index), page.clauses[index].start
    since = _EVER_SINCE.search(page.text, start, moment.start)
    if _ASIDE.search(words) or (
        since and len(moment.value) == 4 and (since[0][0] != "f" or _ONWARDS.match(page.text, moment.end))
    ):
        return True
    if LENDER.search(words) or CREDIT.search(words):
        return False
    weak = _WEAK.search(words) is not None
    return _OFFICE.search(words) is not None or (weak and _TAKEN.search(words) is not None)


def _moments(page: Page) -> tuple[Moment, ...]:
    """The days of the text, with those that it names by another: 上个月, 同年4月11日."""
    more: list[Moment] = []
    for match in _RELATIVE.finditer(page.text):
        year, month = (page.as_of.year, page.as_of.month - 1) if page.as_of.month > 1 else (page.as_of.year - 1, 12)
        more.append(Moment(f"{year}-{month:02}", match.start(), match.end()))
    for match in _SAME_YEAR.finditer(page.text):
        before = [one.value[:4] for one in page.moments if one.end <= match.start()]
        if not before:
            continue
        month = int(match["month"]) if match["month"].isdigit() else _MONTHS[match["month"]]
        day = f"-{int(match['day']):02}" if match["day"] else ""
        more.append(Moment(f"{before[-1]}-{month:02}{day}", match.start(), match.end()))
    told = [replace(one) for one in page.moments if not any(m.start <= one.start < m.end for m in more)]
    return tuple(sorted((*told, *more), key=lambda one: one.start))


def _another_matter(page: Page, index: int, moment: Moment) -> bool:
    """Whether the words behind a day speak first of a subsidy, of sales, of the paying back."""
    clause = page.clauses[index]
    behind = page.text[moment.end : min(clause.end, moment.end + _NEAREST)]
    made = next(
        (m for m in MADE.finditer(behind) if not _THIS_LOAN.search(behind[max(0, m.start() - 3) : m.start()])), None
    )
    past = _PAST_LOAN.search(behind)
    if past is not None:
        return made is None or past.start() < made.start() or not CREDIT.search(behind[: past.start()])
    before = _PAST_LOAN.search(page.text, clause.start, moment.start)
    if before is not None:
        return made is None and not CREDIT.search(behind)
    if behind.strip():
        return False
    following = index + 1
    return (
        following < len(page.clauses)
        and page.clauses[following].sentence == clause.sentence
        and not page.text[clause.start : moment.start].strip(" ino就在")
        and _OTHER_MONEY.search(page.words(following)) is not None
        and not re.search(r"质押|抵押|作押|pledg", page.words(following))
    )


def _for_a_fee(page: Page, index: int, moment: Moment) -> bool:
    """Whether the words up to a day tell of a fee, a grant, an order; unless the verb behind them is of lending."""
    lead = page.text[page.clauses[index].start : moment.start]
    behind = page.text[moment.end : min(page.clauses[index].end, moment.end + _NEAREST)]
    return _OTHER_MONEY.search(lead) is not None and not _LENT.search(lead + behind)


def _made(page: Page, index: int, moment: Moment) -> bool:
    """Whether the clause of a day tells that money was lent, by a verb beside its lender or the name of a loan."""
    clause = page.clauses[index]
    behind = page.text[moment.end : min(clause.end, moment.end + 160)]
    lead = page.text[clause.start : moment.start]
    if _OTHER_MONEY.search(lead + behind[:_NEAREST]) or _TITLE.search(lead + behind[:_NEAREST]):
        return False
    sentence = page.sentence(index)
    if lends(behind, sentence):
        return True
    earlier = max(0, clause.start - 200)
    told = CREDIT.search(sentence) or CREDIT.search(page.text, earlier, clause.start)
    told = told or LENDER.search(page.text, earlier, clause.start)
    return bool(MADE.search(lead[-60:]) and told) or bool(_DRAWN.search(behind[:12]) and told)


def _leads_on(page: Page, index: int, start: int, end: int) -> bool:
    """A clause that begins with the date, and the loan in the next one: "In July 2021, we borrowed"."""
    number = page.clauses[index].sentence
    opening = page.text[page.clauses[index].start : start].strip(" ino")
    if LENDER.search(page.text, end, page.clauses[index].end) and not opening:
        return _told_on(page, index, 4)  # "On 8 December the branch of a bank in Haidian, Beijing, lent us": apart
    following = index + 1
    if page.text[end:].startswith((" our company (", " the company (", " the firm (", " our firm (", " we (")):
        return _told_on(page, index, 6)
    short = len(page.words(index)) - (end - start) < 8 and page.clauses[index].end - end < 2
    if short and not page.text[start:end].isascii():
        near = range(index + 1, min(len(page.clauses), index + 4))  # 去年9月27号，拿…做质押，从…银行放了460万
        return any(
            page.clauses[i].sentence == number
            and (LOAN.search(page.words(i)) or lends(page.words(i), page.sentence(i)))
            and not _OTHER_MONEY.search(page.words(i))
            and not page.wished(i)
            for i in near
        )
    return (
        following < len(page.clauses)
        and page.clauses[following].sentence == number
        and len(page.words(index)) < 45
        and bool(LOAN.search(page.words(following)))
        and not (_PAID.search(page.words(index)) or _TITLE.search(page.words(index)))
        and not page.wished(following)
        and page.words(index).strip().removeprefix("in ").removeprefix("on ").startswith(page.text[start:end])
    )


def _told_on(page: Page, index: int, within: int) -> bool:
    number = page.clauses[index].sentence
    return any(
        page.clauses[i].sentence == number and LOAN.search(page.words(i)) and not page.wished(i)
        for i in range(index + 1, min(len(page.clauses), index + within))
    )


_OF_A_GRANT = lazy(
    r"(?:补助|补贴|贴息|资助|贴补)(?:款|资金|的?钱)?\s?$|(?<![a-z])(?:subsid(?:y|ies)|grants?)(?: (?:for|on|of) "
    r"(?:the|that|this|our) (?:\w+ )?(?:loan|fee|interest))?\s?$"
)
"""那笔贷款的担保费补助，今年5月打到账上: what came is the grant, not the loan."""


def _of_a_grant(page: Page, index: int) -> bool:
    before = page.previous(index)
    return before is not None and not LOAN.search(page.words(index)) and bool(_OF_A_GRANT.search(page.words(before)))


def _trails(page: Page, index: int, near: str) -> bool:
    """A date behind the loan in a phrase of its own: "…, drawn on 15 March 2023", "…，去年三月放的"."""
    number = page.clauses[index].sentence
    before = [i for i in range(max(0, index - 3), index) if page.clauses[i].sentence == number]
    return bool(_DRAWN.search(near) or _FROM_BANK.search(near)) and any(
        LOAN.search(page.words(i)) and not page.wished(i) and not _NOT_LOAN.search(page.words(i)) for i in before
    )
