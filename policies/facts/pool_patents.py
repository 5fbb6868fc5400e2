"""What patents for an alliance's pool cost, told ahead of them: "five million, paid: three patents, bought abroad".

The sum stands by itself; the patents, the buying and the paying are told in the same sentence.
"""

from __future__ import annotations

from policies.facts.fees import not_taken
from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.scope import FORECAST, Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_POOL = lazy(r"专利池|联盟|(?<![a-z])(?:pool|alliance)(?![a-z])")
_PATENTS = lazy(r"专利(?!费|评估|质押|代理|保险|池)|(?<![a-z])patents?(?! (?:pool|agent|fee|lawyer|office))(?![a-z])")
_BOUGHT = lazy(
    r"(?<!购)买(?!家|方)|购[买入置得]|收购|受让|"
    r"(?<![a-z])(?:bought|purchas\w+|acquir\w+|buying)(?![a-z])"
)
_PAID = lazy(
    r"[付花](?:了|出|掉|清|过|给|的)|实付|支付|到账|付款|价款|(?<![a-z])(?:paid|spent|cost|price|transferred|"
    r"settled)(?![a-z])"
)
_NOT_SO = lazy(
    r"贷|借|质押|评估|估值|报价|开价|出售|卖(?:给|了|出)|没付|未付|还没|打算|"
    r"(?<![a-z])(?:loan|borrow\w*|pledg\w+|valued|valuation|quoted|asking|offer\w*|sold|unpaid|not (?:yet )?paid|"
    r"owe[sd]?)(?![a-z])"
)
_LEAST = 1_000


def find(page: Page) -> Findings:
    """`patent_purchase_cny` of the only sum of such a sentence."""
    if not ("专利" in page.text or "patent" in page.text) or not _POOL.search(page.text):
        return
    sums = [
        (index, one)
        for index in range(len(page.clauses))
        for one in page.quantities_in(index)
        if one.kind == "cny" and one.value >= _LEAST
    ]
    for index, one in sums:
        sentence = page.sentence(index)
        number_of = page.clauses[index].sentence
        if sum(page.clauses[at].sentence == number_of for at, _ in sums) != 1 or _NOT_SO.search(sentence):
            continue
        if not all(words.search(sentence) for words in (_PATENTS, _BOUGHT, _PAID)) or FORECAST.search(sentence):
            continue
        if one.vague or strangers(page, one.start) or page.wished(index, one.start) or not_taken(page, index):
            continue
        if not doubted(page, index) and page.clauses[index].closing != "?":
            yield Found("patent_purchase_cny", number(one.value), one.start, one.end, 1)
