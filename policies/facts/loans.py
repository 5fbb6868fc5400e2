"""How a loan is made: date, term, security. Sums are in `figures`, rates in `rates`.

A loan that is only wished for ("想拿应收账款质押贷款1000万") gives its security and its sum, since what it would bring
depends on them; it has no date, no rate and no interest yet.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found, number
from policies.facts.frames import denied_behind
from policies.facts.matters import strangers
from policies.facts.scope import NEGATION, THRESHOLD, Page
from policies.facts.standing import Standing, judge
from policies.facts.wishes import only_wanted

_LOAN = re.compile(
    r"贷(?!款市场)|借(?!条)|放的?款|放了款|(?:银行|[支分]行|农商行|信用社)[^,。;]{0,24}?[放批](?:了|出|"
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
_NOT_LOAN = re.compile(
    r"没贷过|没有贷|从没贷|欠(?!我们的|着?我们的)|注册|成立|创立|创办|刚开|开业|开张|(?<![a-z])owes?|founded|"
    r"established|registered|opened|(?:certificate|patent|prize|title) of|(?<![a-z])in business"
)
_SECURITY: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "none",
        re.compile(
            r"(?:没有?|无|不用|不需要|免)(?:任何|用)?(?:抵押|质押|担保|抵质押)(?:和担保|"
            r"或担保|物|品|担保)?|纯?信用贷(?!款?的?(?:贴息|补[贴助]|利息补|政策|办法))款?|信用借款|nothing pledged|"
            r"no (?:collateral|"
            r"security|pledge)|unsecured|without (?:any )?(?:collateral|security|pledge)|no house,? no guarantors?|"
            r"neither (?:collateral|security|pledge|guarant\w+)|no (?:guarantor|guarantee)s? (?:or|and|nor) |"
            r"clean loan|on credit alone|on (?:my|our|his|her) (?:own )?(?:personal )?credit|no assets pledged|"
            r"pledged nothing|"
            r"(?:凭|靠|以|用)(?:的|着)?(?:企业|公司|个人|自己的?|我们的?|本人)?信用(?=给|放|贷|借|批|拿|从|向|"
            r"[,。;]|$)|纯信用|(?:什么|啥)都没(?:抵|押|质)|"
            r"没(?:有)?(?:任何)?抵质?押|没押(?:任何)?东西|没有?(?:提供)?(?:任何)?担保物?|不用抵押"
        ),
    ),
    (
        "ip",
        re.compile(
            r"(?:知识产权|智慧财产权?|专利|商标|软著|著作权)(?:权|做|作|来|去|给银行|"
            r"出|的|和[\u4e00-\u9fff]{2,4})?(?:了)?(?:质押|抵押|担保|贷)|"
            r"质押[了的]?[\d一二两三四五六七八九十几]{0,3}[件项个]?(?:发明)?专利|"
            r"(?:拿|用|以|凭)[\u4e00-\u9fff\d]{0,8}(?:知识产权|专利|商标)(?:[\u4e00-\u9fff]{0,4})?(?:质押|"
            r"抵押|贷|借|押)|(?:patents?|ip|intellectual property|trademarks?)[- ](?:backed|pledged?|"
            r"secured)|(?:pledg\w+|secured (?:by|on|against)|against|using|backed by)\s(?:\w+\s){0,3}(?:patents?|"
            r"ip(?![a-z])|intellectual property|trademarks?)|patents? as (?:security|collateral)"
        ),
    ),
    (
        "receivable",
        re.compile(
            r"应收(?:账款|款|帐款)?(?:做|作|来|的)?(?:质押|抵押|融资|贷)|(?:拿|用|以|"
            r"凭)应收(?:账款|款)?|receivables?[- ](?:backed|pledged?|financ\w+|secured)|"
            r"(?:against|pledg\w+|secured (?:by|on))\s(?:\w+\s){0,3}(?:receivables?|"
            r"invoices?)|invoice financing|factoring|保理"
        ),
    ),
    (
        "order",
        re.compile(
            r"订单(?:质押|贷|融资)|(?:拿|用|以|凭)订单(?:去)?(?:跟|找|向)?(?:银行)?(?:质押|贷|借|融)|(?:order|"
            r"purchase[- ]order)[- ](?:backed|financ\w+|pledged?)|pledg\w+ (?:of )?(?:\w+ ){0,4}orders|"
            r"against (?:our |the )?(?:purchase )?orders?"
        ),
    ),
    (
        "equity",
        re.compile(
            r"股权(?:做|作)?(?:质押|抵押|担保)|股份质押|(?:equity|shares?)[- ](?:pledged?|"
            r"backed)|pledg\w+ (?:\w+\s){0,3}(?:shares|equity|stock)|shares as (?:security|collateral)"
        ),
    ),
    ("expected-income", re.compile(r"预期收益|收费权|收益权|expected income|future income|future revenue pledge")),
    (
        "property",
        re.compile(
            r"(?:房产|房子|房|厂房|土地|不动产|住宅|设备)(?:做|作|去|来)?(?:抵押|押)|"
            r"抵押了?(?:厂房|房产|房子|土地|设备)|(?:拿|用|以)(?:厂房|房产|房子|土地)|"
            r"mortgag\w+|secured (?:by|on) (?:\w+\s){0,2}(?:property|building|land|house|"
            r"factory|flat)|(?:borrow\w*|lent|loan|million|yuan|quarters|months|year|bank|credit),? against (?:the|"
            r"our|my) "
            r"(?:own )?(?:workshop|buildings?|factory|plant|land|house|flat|premises|offices?|warehouse)(?! (?:wall|"
            r"door|gate|rules|plan))|(?:property|building|land|house) as (?:security|collateral)"
        ),
    ),
)
_DRAWN = re.compile(
    r"发放|放的|放款|下款|到账|批下来|批的|拨款|提款|办的|办下来|拿到|起息|(?<![a-z])(?:drawn|taken(?: out)?|"
    r"disbursed|paid out|released|granted|dated|received|signed|advanced|drew|took|starting|issued|made)(?![a-z])"
)
_HALF_YEAR = re.compile(
    r"(?:借|贷|期限|为期|期)(?:了|是|为|只有)?半年|(?<=[,、])半年期?(?=[,。;、]|$)|(?<![a-z])(?:for|"
    r"over) half a year(?! (?:now|already|late))"
)
_FROM_BANK = re.compile(r"(?<![a-z])(?:from|with|at) (?:an?|the|our) (?:\w+ ){0,2}(?:bank|branch)(?![a-z])")
_DECLINED = re.compile(
    r"拒|没批|不批|没同意|不同意|没答应|没要|谈不成|没谈成|没办成|(?<![a-z])(?:refused|turned (?:us |it |"
    r"that )?down|declined|rejected|said no|would not)(?![a-z])"
)
_US = re.compile(r"我|(?<![a-z])(?:us|our|we|my|i)(?![a-z])")
_SUM = re.compile(r"\s?(?:万|亿|千|百|元|块|多万|余万|w(?![a-z])|million|yuan|thousand)")
_GIVER = re.compile(r"银行|[支分]行|农商行|信用社|(?<![a-z])(?:banks?|branch|lender)(?![a-z])")
_PAST_LOAN = re.compile(
    r"销售|补贴|补助|贴息|covered|subsid|refund|还清|归还|还完|结清|到期|repaid|matur|due|until|sales|营收|收入|"
    r"利息付|付了?利息|竞赛|大赛|contest|paid interest|interest of|证书|certificate"
)


def find(page: Page) -> Findings:
    """Everything said about the making of a loan of ours."""
    if not _LOAN.search(page.text) and not re.search(
        r"担保|质押|融资|guarantee|pledge|保理|factor|financ|collateral", page.text
    ):
        return
    yield from _dates(page)
    yield from _terms(page)
    yield from _half_years(page)
    for place, (value, pattern) in enumerate(_SECURITY):
        for match in pattern.finditer(page.text):
            if _secured(page, match, value):
                yield Found("loan_security", value, match.start(), match.end(), 10 - place)
                break


def _secured(page: Page, match: re.Match[str], value: str) -> bool:
    """Whether the words tell the security of a loan, had or wished for, and do not ask for a way or a rule."""
    index = page.index(match.start())
    words = page.words(index)
    lead = page.text[page.clauses[index].start : match.start()]
    if match[0].isascii() and not _ours_in_english(page, match, index, lead, value):
        return False
    if (
        _DECLINED.search(words)
        or THRESHOLD.search(lead)
        or re.search(
            r"能不能|可以|怎么|如果|没想|不想|不打算|is there a way|how (?:can|do)|can we|can i|(?<![a-z])if(?![a-z])",
            lead + words,
        )
    ):
        return False
    return value == "none" or not NEGATION.search(lead[-24:] if lead.isascii() else lead[-8:])


def _ours_in_english(page: Page, match: re.Match[str], index: int, lead: str, value: str) -> bool:
    """Whether English words about security are of a loan of ours, and not wondered about, denied or somebody else's."""
    if strangers(page, match.start()) and not re.search(r"(?<![a-z])(?:us|our|we|my)(?![a-z])", page.words(index)):
        return False
    if re.search(r"(?<![a-z])(?:whether|wonder\w*|is there|are there|would like to know|for which no)(?![a-z])", lead):
        return False
    denied = judge(page, match.start(), match.end(), ours=True) is Standing.DENIED
    return value == "none" or not (denied or denied_behind(page, match, index))


def _dates(page: Page) -> Findings:
    for moment in page.moments:
        if _SUM.match(page.text, moment.end):
            continue  # 借了2000万
        index = page.index(moment.start)
        clause = page.clauses[index]
        near = page.text[clause.start : min(clause.end, moment.end + 110)]
        if page.wished(index) or only_wanted(page, index) or _NOT_LOAN.search(near):
            continue
        if strangers(page, moment.start) and not _US.search(near):
            continue  # our parent's loan
        after = page.text[moment.end : min(moment.end + 30, clause.end)]
        if _PAST_LOAN.search(near) and not re.search(r"(?:贷|借|borrow|took|loan)", after):
            continue
        if _LOAN.search(near) or _leads_on(page, index, moment.start, moment.end) or _trails(page, index, near):
            yield Found("loan_date", moment.value, moment.start, moment.end, 1 + moment.value.count("-"))


def _leads_on(page: Page, index: int, start: int, end: int) -> bool:
    """A clause that begins with the date, and the loan in the next one: "In July 2021, we borrowed"."""
    if _GIVER.search(page.text, end, page.clauses[index].end) and not page.text[
        page.clauses[index].start : start
    ].strip(" ino"):
        number = page.clauses[
            index
        ].sentence  # "On 8 December the branch of a bank in Haidian, Beijing, lent us": apart
        return any(
            page.clauses[i].sentence == number and _LOAN.search(page.words(i)) and not page.wished(i)
            for i in range(index + 1, min(len(page.clauses), index + 4))
        )
    following = index + 1
    if page.text[end:].startswith((" our company (", " the company (", " the firm (", " our firm (", " we (")):
        number = page.clauses[index].sentence
        return any(
            clause.sentence == number and _LOAN.search(page.words(i)) and not page.wished(i)
            for i, clause in enumerate(page.clauses[index + 1 : index + 6], index + 1)
        )
    if page.words(index).strip() == page.text[start:end].strip() and not page.text[start:end].isascii():
        number = page.clauses[index].sentence  # 去年9月27号，拿…做质押，从…银行放了460万
        near = range(index + 1, min(len(page.clauses), index + 4))
        return any(
            page.clauses[i].sentence == number and _GIVEN.search(page.words(i)) and not page.wished(i) for i in near
        )
    return (
        following < len(page.clauses)
        and page.clauses[following].sentence == page.clauses[index].sentence
        and len(page.words(index)) < 45
        and bool(_LOAN.search(page.words(following)))
        and not page.wished(following)
        and page.words(index).strip().removeprefix("in ").removeprefix("on ").startswith(page.text[start:end])
    )


def _trails(page: Page, index: int, near: str) -> bool:
    """A date behind the loan in a phrase of its own: "…, drawn on 15 March 2023", "…，去年三月放的"."""
    number = page.clauses[index].sentence
    before = [i for i in range(max(0, index - 3), index) if page.clauses[i].sentence == number]
    return bool(_DRAWN.search(near) or _FROM_BANK.search(near)) and any(
        _LOAN.search(page.words(i)) and not page.wished(i) and not _NOT_LOAN.search(page.words(i)) for i in before
    )


def _terms(page: Page) -> Findings:
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if one.kind not in ("days", "years") or one.vague or page.wished(index):
                continue
            lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
            loan = _LOAN.search(page.sentence(index)) or _LOAN.search(page.words(max(0, index - 1)))
            if _UNPAID.search(lead) or _MONTH_NAME.search(page.text[one.start : one.end]):
                continue
            if loan and (_is_term(lead, tail) or _TERM_EN.search(lead)):
                days = one.value * 360 if one.kind == "years" else one.value
                yield Found("loan_term_days", number(days), one.start, one.end)


_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WAITED = re.compile(r"(?<![a-z])(?:applications?|lay|lain|wait\w*|grew|sales|customers?|profits?)(?![a-z])")
_QUARTERS = re.compile(
    r"(?<![a-z])(?:for|over|runs?|ran(?: for)?|term(?: of|:)?) (?P<n>one|two|three|four|[1-4]) quarters?(?! "
    r"of)(?![a-z])"
)


def _half_years(page: Page) -> Findings:
    """借半年, "for half a year": a length that has no number of its own."""
    for match in _HALF_YEAR.finditer(page.text):
        index = page.index(match.start())
        if _LOAN.search(page.sentence(index)) and not page.wished(index):
            yield Found("loan_term_days", 180, match.start(), match.end())
    for match in _QUARTERS.finditer(page.text) if "quarter" in page.text else ():
        index = page.index(match.start())
        words = page.words(index)
        if _LOAN.search(words) and not _WAITED.search(words) and not page.wished(index):
            yield Found("loan_term_days", 90 * _COUNTS[match["n"]], match.start(), match.end())


_MONTH_NAME = re.compile(r"(?<!个)月$")
"""7月到期: a month of the calendar, not seven months."""
_GIVEN = re.compile(rf"{_LOAN.pattern}|放(?:了|出)|批(?:了|下)|拨(?:了|款)")
_UNPAID = re.compile(r"(?<![a-z])(?:(?:not|n't) (?:yet )?paid|unpaid|owed?|overdue|late|arrears)[^.;]*$")
_TERM_EN = re.compile(
    r"(?<![a-z])(?:loan (?:runs|ran|lasts|lasted)(?: for)?|(?:term|tenor|maturity|duration|length)(?: of (?:the|this|"
    r"our) loan)?(?: "
    r"(?:is|was|of|being))?\s?:?|over|repayable (?:after|in|within)|(?:to be )?(?:re)?paid (?:back )?(?:within|after|"
    r"over|in)|due (?:after|in)|runs? (?:for|over)|running (?:for)?)\s?(?:a term of |a period of )?$"
)


_ONLY_FOR = re.compile(r"\s?(?:just |only |all )?(?:for|over)\s")


def _is_term(lead: str, tail: str) -> bool:
    """Whether a length of time between `lead` and `tail` is how long the loan runs."""
    if (
        re.match(r"(?:前|内|来|后|期lpr|以来|的?历史|ago|old)", tail.strip())
        or re.search(r"成立|开了|lpr|近|past|last|逾期|拖|owe|欠|证书|certificate", lead[-14:])
        or re.match(r"期?(?:lpr|基准|贷款市场|央行)", tail)
    ):
        return False
    return bool(
        re.search(r"(?:期限|为期|期|借期|贷款期|借|贷|周期)(?:了|的是|是|为|:|\s)?$", lead)
        or re.match(
            r"\s?期(?!间|末|初|货)|的?(?:流动资金|短期|信用)?(?:银行)?(?:贷款|借款)|[\s-](?:[a-z-]+\s){0,4}(?:loan|"
            r"credit|facility|advance|term)",
            tail,
        )
        or (re.search(r"(?:for|over|term of|of)\s$", lead) and _LOAN.search(lead))
        or (
            lead.strip() == ""
            and (not tail.strip() or tail.strip().startswith(("at", "in all", "in total", "期", "到期")))
        )
        or (_ONLY_FOR.fullmatch(lead) and not tail.strip())
    )
