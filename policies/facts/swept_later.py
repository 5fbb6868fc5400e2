"""Interest that the account could not bear on its day, and that the bank took along with a later one's.

"The account was short on the interest day, and the bank took both months in October", 银行下个月把两期利息一并划走: no
word of lateness is there, yet interest was owed in between. Money that came in on the same day is no arrears, and
neither is a bank's habit of taking two months at once.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.others import OTHER
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_SHORT = lazy(
    r"(?:账[上户里面]?|户头|户口|卡[里上]|存折|余额|存款|资金|头寸)[^,。;]{0,8}?(?:没(?:有)?钱|钱?不[够足]|不[够足]|短缺|见底|空了|是空的|没(?:有)?余额|缺口)|"
    r"钱不[够足](?:扣)?|(?:没|未)(?:能)?扣[成到足]|扣不[到成足了]|"
    r"(?<![a-z])(?:(?:account|balance|card|books)(?: \w+){0,5} (?:was |were |is |ran |stood )?(?:short|empty|too low|"
    r"overdrawn|"
    r"bare|dry|not (?:enough|sufficient)|insufficient)|(?:too little|not enough|insufficient)(?: (?:money|cash|"
    r"funds|balance))?(?: \w+){0,4}? (?:account|books)|(?:account|balance) (?:\w+ ){0,2}?(?:held|had|contained|"
    r"showed) (?:\w+ )?(?:too little|nothing|not enough|no money)|(?:could not|couldn't|did not|didn't) cover)(?![a-z])"
)
_LATER_TURN = (
    r"(?:下(?:一)?(?:个)?[月期季次]|次月|隔(?:了)?(?:一)?(?:个)?月|第二个月|翌月|[十\d一二三四五六七八九]{1,2}月(?:份)?|"
    r"下(?:一)?回|后来)"
)
_TWO = (
    r"(?:[两二三2-3]|好几|几)(?:个)?(?:月|期|季|笔|次)(?:份)?(?:的)?(?:贷款)?(?:利息|月供|本息|息)?|"
    r"(?:连同?|带|和|跟|与|同)(?:着)?(?:下|这|当|那|后)(?:一)?(?:个)?[期月次季](?:份)?(?:的)?"
)
_TAKEN = r"(?:扣|划|收|补|缴|付|交|还|结|转)"
_SWEPT = lazy(
    rf"{_LATER_TURN}[^。;没未]{{0,16}}?(?:{_TWO})[^,。;没未]{{0,8}}?(?:一并|一起|一同|一道|合并|一次|同时|都|才|全)?[^,。;没未]{{0,4}}?{_TAKEN}|"
    rf"(?:{_TWO})[^,。;没未]{{0,8}}?(?:一并|一起|一同|一道|合并|一次)[^,。;没未]{{0,6}}?{_TAKEN}|"
    r"(?<![a-z])(?:took|taken|debited|collected|drew|drawn|charged|deducted|swept|paid|recovered|booked)"
    r"(?: [\w']+){0,8}? (?:both (?:months|instal\w+|amounts|payments|sums|quarters)|two (?:months|instal\w+|"
    r"payments|amounts|quarters|lots)|(?:together|along) with|with (?:the )?(?:next|following)|"
    r"(?:the )?(?:next|following) (?:month|quarter|time)|(?:a|one) (?:month|quarter) later|the month after)(?![a-z])"
)
_INTEREST = lazy(
    r"利息|本息|月供|[结付还计扣]息|还款日|扣款日|(?<![a-z])(?:interest|instal\w+|repayments?|due date|"
    r"(?:value|due|debit) day)(?![a-z])"
)
_LOAN = lazy(r"贷|银行|借款|借的|借了|(?<![a-z])(?:loan|borrow\w*|bank)(?![a-z])")
_SAME_DAY = lazy(
    r"(?:当天|当日|当晚|前一天|前一日|马上|立刻|立即|随即)[^,。;]{0,10}?(?:存|补|转|打|汇)|前一天|提前|之前就|"
    r"(?<![a-z])(?:(?:on )?the (?:very )?same (?:day|morning|afternoon)|before (?:the )?(?:noon|evening|close)|"
    r"the day before|in advance|at once|within (?:the|an?) hour)(?![a-z])"
)
_IF = lazy(r"如果|要是|假如|万一|的话|会不会|(?<![a-z])(?:if|suppose|would|might|should)(?![a-z])")
_BORE_US = lazy(r"货款|尾款|欠我|(?<![a-z])(?:owe[sd]? us|invoices?)(?![a-z])")
_WEIGHT = 9
"""Above the punctuality that is told of the rest of the time, and the bank's word that no harm was done."""


def find(page: Page) -> Findings:
    """`loan_overdue` where the account was short on a day of interest and the bank took it later with another."""
    for short in _SHORT.finditer(page.text):
        index = page.index(short.start())
        told = page.sentence(index)
        if not _INTEREST.search(told) or not _LOAN.search(page.text) or _IF.search(told) or _SAME_DAY.search(told):
            continue
        if OTHER.search(page.words(index)) or _BORE_US.search(told) or told.rstrip().endswith("?"):
            continue
        if doubted(page, index):
            continue
        first = next(i for i, clause in enumerate(page.clauses) if clause.sentence == page.clauses[index].sentence)
        swept = _SWEPT.search(page.text, page.clauses[first].start, page.clauses[first].start + len(told))
        if swept is not None:
            yield Found("loan_overdue", True, swept.start(), swept.end(), _WEIGHT)
            return
