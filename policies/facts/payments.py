"""What an unnamed payment was for: whose invoice it settles, which purchase the verb of spending takes up, who lends.

"An appraiser valued two patents; its invoice was 90k", "请合作评估机构做评估，花了22万": the sum stands beside a verb,
and the measure is told by the house that is paid.
"""

from __future__ import annotations

from policies.facts.loan_words import CREDIT, LENDER, MADE
from policies.patterns import lazy

_AGENTS = (
    (
        "rating_fee",
        lazy(
            r"评级(?:机构|公司|服务|报告)|(?:做|办|请|搞)了?(?:一?次)?(?:信用)?评级|(?<![a-z])(?:(?:a|our|"
            r"the) (?:first )?credit rating|(?:credit )?rating "
            r"(?:agency|house|firm|company)|(?:to |be |been |got |getting |us |were |was |"
            r"are )rated?(?! of))(?![a-z])"
        ),
    ),
    (
        "credit_report_fee",
        lazy(
            r"征信(?:公司|机构|中心|报告|服务)|信用报告|"
            r"(?<![a-z])credit[- ](?:bureau|report(?:s|ing)?|checks?|information)(?![a-z])"
        ),
    ),
    (
        "valuation_fee",
        lazy(
            r"评估(?:机构|公司|师|所|事务所)|(?:专利|商标|知识产权|智慧财产权?|软著)[\u4e00-\u9fff\d]{0,6}(?:评估|"
            r"鉴价|估值)|鉴价(?:机构|公司)?|(?:做|请)了?(?:一?[次个])?评估|"
            r"(?<![a-z])(?:apprais\w+|valuers?|valuation (?:agency|house|firm|company)|(?:value|valued|"
            r"valuing) (?:\w+ ){0,3}(?:patents?|trademarks?|ip|copyrights?))(?![a-z])"
        ),
    ),
    (
        "guarantee_fee",
        lazy(
            r"(?:担保|保证)(?:公司|机构|集团)|"
            r"(?<![a-z])(?:guarantors?|(?:guarant(?:ee|y)|surety|bonding) (?:company|firm|house))(?![a-z])"
        ),
    ),
    (
        "premium",
        lazy(
            r"保险公司|投保|科技(?:保)?险|[责任设备财产]险|买了?[\u4e00-\u9fff]{0,8}险|"
            r"(?<![a-z])(?:insurers?|insurance (?:company|firm)|insured|(?:technology|r&d|research|patent|"
            r"loan-guarantee|surety) "
            r"(?:insurance|policy|cover))(?![a-z])"
        ),
    ),
)
_COMMISSIONED = lazy(
    r"委托|合作(?:研发|开发|研究)|联合(?:研发|开发|研究)|付给|付了?[^,。;]{0,4}(?:大学|学院|学校|院|所)|"
    r"(?<![a-z])(?:commission\w*|jointly|joint|with a "
    r"university|paid (?:the |a )?(?:universit\w+|institute|college))(?![a-z])"
)
_WORK = lazy(
    r"研发|研究|开发|技术|转让|许可|(?<![a-z])(?:develop\w*|research|transfer\w*|licen[cs]\w*|project|"
    r"technology)(?![a-z])"
)
_BILL = lazy(r"invoices?|发票|账单|bill")
_OWED = lazy(
    r"欠|拖|催|没付|未付|没结|(?<![a-z])(?:owe[sd]?|owing|unpaid|overdue|outstanding|arrears|hasn't|late)(?![a-z])"
)
_SPENT = lazy(r"花了|花费|花|开销|成本|cost|costs|cost us|spent|spend|spending|price|priced|报价|单价|quoted")
_PAID = lazy(
    r"花|付|交|给了?(?:他们|它|对方)|收了?我们|收了(?=[\d一二三四五六七八九十])|收(?:了|取)(?=[\d一二两三四五六七八九十])|收费|缴|要了|开了?(?:张|发)?票|"
    r"(?<![a-z])(?:left our account|bought|went out|"
    r"transferred|"
    r"changed hands|handed over|wired|remitted|settled|paid|pay|charged?|charges|cost|costs|spent|invoice[sd]?|"
    r"bills? come|"
    r"bill(?:ed)?|fee|fees|price)(?![a-z])"
)
_TAKEN_UP = frozenset(
    {
        "rating_fee",
        "credit_report_fee",
        "valuation_fee",
        "guarantee_fee",
        "premium",
        "bandwidth_fee",
        "tech_transfer",
        "patent_purchase",
        "rnd",
    }
)
_BANK = (
    r"(?:(?:银行|农商行|农信社|信用社|(?<![\u4e00-\u9fff])[工农中建交招]行|支行|分行|行里)|"
    r"(?<![a-z])(?:banks?|lenders?|credit union|branch|icbc|ccb|cmb|leasing (?:company|firm|house)|spdb)(?![a-z]))"
)
_GIVES = lazy(
    rf"{_BANK}(?:[^,。;.]{{0,24}}?|[a-z0-9 '()-]{{0,90}}? )(?:给|放|批|发|拨|到账|打(?:给|到|进|了)|提供|"
    rf"(?<![a-z])(?:lent|gave|given|advanced?|released|extended|let us have|disbursed|credited|wired|remitted|"
    rf"made us|"
    rf"granted|"
    rf"paid out|provided|approved|transferred|made available))|(?:由|从|在|向|跟|找|問|问)[^,。;]{{0,10}}{_BANK}"
    rf"[^,。;]{{0,6}}?(?:拿|提|筹|取得|获得|得到|申请到|办|弄)|"
    rf"(?<![a-z])(?:got|took|obtained|received|drew|drawn|raised|secured|have|had|advance) (?:[\w.,¥%-]+ ){{0,14}}?"
    rf"(?:from|with|at|through) (?:\w+ ){{0,4}}?{_BANK}"
)
_LENT = lazy(
    r"放款|放了|放给|放下来|款子|拨款|拨付|动[拨支]|下款|(?<![a-z])(?:released|advanced|disbursed|drew|drawn|lent|credited|drawdown|"
    r"the money|paid out to us|(?:gave|granted) us|let us have)(?![a-z])"
)
_THE_MONEY = lazy(
    r"放下来的?款|款子|"
    r"(?<![a-z])the money(?:,[^,]{0,30},)? (?:reached|arrived|came in|was (?:credited|paid out))(?![a-z])"
)
_PLACED = lazy(
    r"存|理财|账户|余额|注册|授信|担保费|保费|评估费|"
    r"(?<![a-z])(?:deposit\w*|balance|account|credit line|facility)(?![a-z])"
)


def settles(label: str, sentence: str) -> str | None:
    """The fee that an invoice or a bill pays ("its invoice was 135k"), None where it is a claim of ours."""
    return agent(sentence) if _BILL.fullmatch(label) and not _OWED.search(sentence) else None


def agent(sentence: str) -> str | None:
    """The fee of the house that a sentence speaks of, where the sentence pays somebody."""
    if not _PAID.search(sentence):
        return None
    return next((measure for measure, words in _AGENTS if words.search(sentence)), None)


def takes_up(label: str, before: str | None) -> bool:
    """Whether a verb of spending takes up the purchase named in the clause before ("买进一批专利，花了480万")."""
    return before in _TAKEN_UP and bool(_SPENT.fullmatch(label))


def spent(label: str) -> bool:
    """Whether a label is a verb of spending, which says nothing of what for."""
    return bool(_SPENT.fullmatch(label))


def pays(words: str) -> bool:
    """Whether a clause tells that somebody pays."""
    return bool(_PAID.search(words))


def commissioned(sentence: str) -> bool:
    """Whether research is done by somebody else for us, or with somebody: 委托北大做研发."""
    return bool(_COMMISSIONED.search(sentence))


def for_work(sentence: str) -> bool:
    """Whether a sentence pays somebody for research, development or a transfer of technology."""
    return bool(_PAID.search(sentence) and _WORK.search(sentence))


_TERM = r"(?:an?|one|two|three|half an?|[\d.]+)[ -](?:years?|months?)"
_TERM_ZH = r"(?:期限|为期|借|贷)?(?:\d{1,2}|[一两二三半]|十[二八]|二十四)个?[年月]期?"
_RATE = r"\d{1,2}(?:\.\d+)?\s?(?:%|per ?cent)"
_BY_TERM_AND_RATE = lazy(
    rf"\s?(?:yuan)?,?\s(?:(?:for|over) )?{_TERM},? (?:at )?(?:an? )?(?:(?:interest|rate)(?: rate)? (?:of |at )?)?"
    rf"{_RATE}|"
    rf"\s(?:yuan )?at {_RATE} (?:for|over) {_TERM}|"
    rf"元?,?{_TERM_ZH},?(?:年?利率|年?利息|年化|年息)?(?:是|为)?{_RATE}"
)
_THEIRS = lazy(
    r"(?:供应商|邻居|对手|同行|客户)[^,。;欠]{0,4}(?:也|就)?(?:把|拿|去|向)|"
    r"(?<![a-z])(?:suppliers?|neighbours?|competitors?|rivals?|customers?|friends?) "
    r"(?:\w+ )?(?:pledged|borrowed|took|got)"
)


def by_its_terms(behind: str, words: str, before: str) -> bool:
    """Whether a bare sum is lent by the term and rate behind it, where a lender was named: "5m for a year at 4%"."""
    if not _BY_TERM_AND_RATE.match(behind) or _PLACED.search(words) or _THEIRS.search(before):
        return False
    return LENDER.search(before) is not None and not _PLACED.search(before[-60:])


def lends(words: str) -> bool:
    """Whether a clause says that a bank gave money: "给我们放了240万", "gave us 3 million"."""
    given = _GIVES.search(words) or (LENDER.search(words) and MADE.search(words))
    return bool(given) and not _PLACED.search(words)


def lent(words: str, before: str) -> bool:
    """Whether a clause tells in strong words that money was lent, by somebody who was spoken of before."""
    told = LENDER.search(before) or CREDIT.search(before + words) or _THE_MONEY.search(words)
    return bool(_LENT.search(words) and told) and not _PLACED.search(words)
