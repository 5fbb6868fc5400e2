"""What a sum is for: the measure that its label names, what the clause before spoke of, or who is paid."""

from __future__ import annotations

from functools import partial

from policies.facts import payments, premiums
from policies.facts.labels import Label
from policies.facts.loan_words import LENDER
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.patterns import lazy

_GOES_ON = lazy(
    r"\s?(?:(?:of (?:that|this|it|which)|its|their|his|her|it|they|the (?:bill|invoice|fee|price|whole|report)|this|"
    r"that|"
    r"altogether|in all|all|costs?:|price:|fee:|charge:)(?![a-z])|价格:|价钱:|一?共|总共|合计|发票|"
    r"费用|收费|账单|花了|付了|前后|实际|对方|他们|这次|今年|去年|本年度|其中|已经?付|先付|"
    r"(?:rmb |¥)?[\d.,]+\s?(?:million|[mk])?(?: yuan)? (?:was|were|has|have|is) (?:been )?paid)"
)
_CHARGED = lazy(
    r"\s?(?:它|他们|对方|这家|那家|一?共|总共|另外?|前后|各)?(?:收(?:了|取)?|要了|索取|给了?(?:它|他们|对方)|交给(?:它|"
    r"他们))(?:我们)?(?:了)?(?:约)?(?=[\d一二两三四五六七八九十])|"
    r"\s?(?:and |which |who |it |they |that )?(?:charged|billed|invoiced|took)(?: us)?(?![a-z])"
)
_CASH = lazy(r"^(?:实际)?(?:货币|现金)收入$")
_WEAK = lazy(r"[放批][^款]{0,4}|drew|drawn|advanced")
_LOAN = lazy(
    r"贷|借(?!条)|银行|支行|[工农中建交招商]行|信用社|利率|月息|年息|(?<![a-z])(?:loans?|borrow\w*|banks?|lenders?|"
    r"interest)(?![a-z])"
)
_LENDER = lazy(
    r"我行|本行|我们(?:是一?家?)?[\u4e00-\u9fff]{0,6}(?:银行|支行|农商行|信用社|小贷公司)(?!贷|借|的?钱|批|放|给)|"
    r"(?<![a-z])(?:our (?:\w+ )?bank|we are an? (?:\w+ ){0,3}(?:bank|lender)|as an? (?:\w+ )?(?:bank|lender)|"
    r"we lend|we lent)(?![a-z])|首贷户|[发投]放(?:了)?首贷"
)
_SMALL = lazy(r"小微|中小|sme|small")
"""A balance of loans to small firms is a lender's, whoever speaks."""
_POLICY = lazy(r"(?:保险|险)$|(?:insurance|polic(?:y|ies)|cover)$")
_ACADEMY = lazy(
    r"大学|高校|学院|院所|研究所|研究院|科学院|中科院|清华|北大|北航|院校|教授团队|(?<![a-z])(?:universit\w+|beihang|"
    r"tsinghua|fudan|jiaotong|"
    r"institutes?|colleges?|academ\w+)(?![a-z])"
)
_TAKEN_IN = lazy(r"收到|收入|卖给|转让给|赚|(?<![a-z])(?:received|earned|sold|paid us|income)(?![a-z])")


def measure_of(page: Page, index: int, one: Quantity, label: Label | None, before: str | None) -> str | None:
    """The measure of a sum: what its label names here, else what the clause before spoke of, else who is paid."""
    around = partial(_told_before, page, index)
    if label is None:
        behind = page.text[one.end : one.end + 60]
        if before in (None, "receivable") and payments.by_its_terms(
            behind, page.words(index), _just_before(page, index)
        ):
            return "loan"
        if before == "valuation" and payments.pays(page.words(index)):
            before = None  # 请一家公司估值，付了6万: what it cost, not what it came to
        if before == "cost" and _GOES_ON.match(page.sentence(index)):
            before = None  # "with a partner insurer; price: RMB 30,000"
        charged = payments.agent(around()) if _CHARGED.match(page.words(index)) else None
        if charged is not None and before in (None, "loan", charged):
            return charged
        if before is not None and (before == "receivable" or not page.theirs(one.start)):
            return _shared(page, index) or before if before == "rnd" and payments.commissioned(around()) else before
        bare = page.words(index).strip() == page.text[one.start : one.end].strip()
        words = page.sentence(index) if bare else page.words(index)
        if payments.lends(page.words(index)) or payments.lent(words, _just_before(page, index)):
            return "loan"
        return payments.agent(around()) or (_shared(page, index) if _for_work(page, index, around()) else None)
    said = page.text[label.start : label.end]
    if payments.takes_up(said, before):
        return before
    if label.measure in ("cost", "receivable", "valuation"):
        paid = payments.settles(said, around())
        if payments.spent(said) or (label.measure == "cost" and label.start >= one.end):
            paid = payments.agent(around()) or _shared(page, index)
        return paid or label.measure
    if label.measure == "premium" and _POLICY.search(said) and not payments.pays(around()):
        return None  # a policy that is named tells what it cost only where somebody pays
    if label.measure in ("sme_loan_balance", "first_loans_lent"):  # 首笔贷款 is a lender's total in a lender's mouth
        return label.measure if _SMALL.search(said) or _LENDER.search(page.text) else "loan"
    if label.measure == "loan" and _WEAK.fullmatch(said):
        lent = _LOAN.search(page.sentence(index)) or LENDER.search(page.sentence(index))
        return "loan" if lent or payments.lent(said, _just_before(page, index)) else None
    if label.measure == "funding" and said == "拨款" and LENDER.search(page.words(index)):
        return "loan"
    if _CASH.search(said) and "专利" not in page.text:
        return "revenue"
    if label.measure == "revenue" and _of_a_patent(page, one):
        return "patent_income"
    if label.measure == "rnd" and premiums.insured_for(page, index, one):
        return "premium"
    if label.measure == "rnd" and payments.commissioned(around()):
        return _shared(page, index) or label.measure
    if label.measure == "tech_transfer":
        return label.measure if _shared(page, index) else None
    return label.measure


_LICENCES = lazy(
    r"专利(?:的|项目)?[^,。;\d]{0,8}$|(?:授权|许可)(?:合约|合同|协议)|"
    r"(?<![a-z])(?:licen[cs]es?|patents?)(?: [a-z']+){0,6} $"
)
_CAME_IN = lazy(r"(?:实际)?(?:入账|进账|到账|收进来|落袋)(?:的)?(?:收入|现金)?")


def _of_a_patent(page: Page, one: Quantity) -> bool:
    """这项专利的实际入账收入是480万: what a patent or its licences brought in, not the sales of a year."""
    start = page.clauses[page.index(one.start)].start
    taken = next(iter(_CAME_IN.finditer(page.text, start, one.start)), None)
    return taken is not None and _LICENCES.search(page.text, max(0, start - 60), taken.start()) is not None


def _just_before(page: Page, index: int) -> str:
    """What the text told last before a clause, over the end of a sentence too."""
    return page.text[max(0, page.clauses[index].start - 200) : page.clauses[index].start]


def _for_work(page: Page, index: int, around: str) -> bool:
    """Whether a sum without a label pays an academy for work: told beside it, or before it."""
    words = page.words(index)
    return payments.for_work(around) or bool(
        _ACADEMY.search(words)
        and payments.pays(words)
        and payments.for_work(page.text[max(0, page.clauses[index].start - 300) : page.clauses[index].end])
    )


def _told_before(page: Page, index: int) -> str:
    """The sentence of a clause, with the one before where it goes on from there ("its invoice was 90k", 一共花了)."""
    sentence = page.sentence(index)
    first = page.index(page.text.find(sentence, max(0, page.clauses[index].start - len(sentence))))
    goes_on = first > 0 and _GOES_ON.match(sentence)
    return page.sentence(first - 1) + sentence if goes_on else sentence


def _shared(page: Page, index: int) -> str | None:
    """Money for a university or an institute, unless it came from there."""
    named = _ACADEMY.search(page.sentence(index)) or _ACADEMY.search(page.text, 0, page.clauses[index].start)
    return "tech_transfer" if named and not _TAKEN_IN.search(page.words(index)) else None
