"""Chinese phrases that hold a figure: what was really paid or drawn, rates without their sign, how long a loan runs.

The readers of `figures`, `rates` and `loans` go by the measure beside a quantity. Here the phrase itself says which
figure counts: 原价五万二，实际交46800; 利率四点七五; 借满一年.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from policies.facts import numerals
from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.own_lending import lender_writes
from policies.facts.scope import EARLIER, FORECAST, Page
from policies.patterns import lazy

_HAN = "零一二两三四五六七八九十百千"
_SUM = rf"(?P<n>(?:\d[\d,]*+(?:\.\d+)?+|[{_HAN}])[\d{_HAN}点.万亿]*+)(?![\d多余几来]|个)"
_PCT = r"(?P<n>\d{1,2}(?:\.\d{1,3})?|[零一二三四五六七八九十]{1,2}点[零一二三四五六七八九]{1,3})"
_BARE_PCT = r"(?P<n>\d{1,2}\.\d{1,3}|[零一二三四五六七八九十]{1,2}点[零一二三四五六七八九]{1,3})"
_LENGTH = rf"(?P<n>\d{{1,4}}|[{_HAN}]{{1,5}}|半)(?P<unit>年|个月|天|日)"
_DAYS = {"年": 360, "个月": 30, "天": 1, "日": 1}


def _plain(match: re.Match[str]) -> Decimal | None:
    return numerals.chinese(match["n"].replace(",", ""))


def _days(match: re.Match[str]) -> Decimal | None:
    value = Decimal("0.5") if match["n"] == "半" else numerals.chinese(match["n"])
    return None if value is None else value * _DAYS[match["unit"]]


def _li(match: re.Match[str]) -> Decimal | None:
    """A yearly rate in 厘: 四厘六 is 4.6 per cent."""
    whole, tenth = numerals.chinese(match["n"]), match["tenth"]
    if whole is None or tenth is None:
        return whole
    part = Decimal(5) if tenth == "半" else numerals.chinese(tenth)
    return None if part is None else whole + part / 10


def _growth(match: re.Match[str]) -> Decimal | None:
    """The change from `a` to `b` in per cent, never rounded up."""
    first, last = (numerals.chinese(match[name].replace(",", "")) for name in ("a", "n"))
    if not first or last is None:
        return None
    return ((last - first) * 100 / first).quantize(Decimal("0.0001"), ROUND_DOWN)


def _growth_back(match: re.Match[str]) -> Decimal | None:
    """The change from the year before, named second: not where the years run forward."""
    return None if (match["early"] or "") > (match["late"] or "9999") else _growth(match)


@dataclass(frozen=True, slots=True)
class _Figure:
    """`words` hold the figure `n`, which `read` makes a number; the rest as in `phrases.Phrase`."""

    name: str
    words: re.Pattern[str]
    read: Callable[[re.Match[str]], Decimal | None] = _plain
    told: re.Pattern[str] | None = None  # in the sentence or before it
    without: re.Pattern[str] | None = None  # not in the clause
    theirs: bool = False  # another's name before it does not make it another's figure
    last_year: bool = False  # another year's figure is none
    weight: int = 3
    signs: tuple[str, ...] = ()


_A = _SUM.replace("?P<n>", "?P<a>")
_LOAN = lazy(r"贷|借(?!条|口)|银行|放款")
_FIGURES = (
    _Figure(
        "loan_rate_pct",
        lazy(
            rf"(?:年?利率|年息|年利|年化)(?:是|为|只有|只要|谈到|给到|按|:|约)?{_BARE_PCT}(?=[,。;、]|$)"
        ),
        told=_LOAN,
        without=lazy(r"基准|lpr|逾期|违约|迟延|补|贴|上浮|下调|涨|降"),
        signs=("利率", "年息", "年利", "年化"),
    ),
    _Figure(
        "loan_rate_pct",
        lazy(rf"{_BARE_PCT}的(?:贷款|银行|借款)?(?:年?利率|利息|年息|年化)"),
        told=_LOAN,
        without=lazy(r"基准|lpr|逾期|违约|迟延|补|贴息"),
        signs=("利",),
    ),
    _Figure(
        "loan_rate_pct",
        lazy(rf"{_PCT}(?:%|个(?:百分)?点|趴)的(?:贷款|银行|借款)(?:年?利率|利息|年息)"),
        without=lazy(r"基准|lpr|逾期|违约|迟延|补|贴息"),
        signs=("利",),
    ),
    _Figure(
        "loan_rate_pct",
        lazy(
            r"(?:年?利率|息率|年息|年利)(?:是|为|"
            r":)?(?P<n>[\d一二三四五六七八九十]{1,2})厘(?P<tenth>[\d一二三四五六七八九半])?(?=[,。;、]|$)"
        ),
        read=_li,
        told=_LOAN,
        without=lazy(r"月|基准|lpr|逾期|违约"),
        signs=("厘",),
    ),
    _Figure(
        "rnd_staff",
        lazy(
            rf"(?:做|搞|从事|负责)(?:技术)?(?:研发|开发)的(?:人|员工|同事)?(?:只|才|就|仅|一共)?(?:有|"
            rf"是)?(?P<n>\d{{1,4}}|[{_HAN}]{{1,5}})(?:个|名|位|人)"
        ),
        without=lazy(r"客户|想|打算|准备|招"),
        signs=("发的",),
    ),
    _Figure(
        "loan_amount_cny",
        lazy(rf"(?:银行|支行|分行|农商行)[^,。;\d]{{0,6}}?(?:借|贷)(?:得|到|入|了|款)?(?:人民币){_SUM}"),
        without=lazy(r"客户|想|打算|没"),
        signs=("人民币",),
    ),
    _Figure(
        "loan_term_days",
        lazy(
            rf"(?:借(?:款)?(?:期|满|足)|贷(?:款)?(?:期|满|足)|(?:借|贷)款?(?:期限)?(?:了|是|为|共|:)?|期限(?:是|为|"
            rf":)?|为期|满){_LENGTH}"
            r"(?!前|以前|之前|来|多|后|内|了|的历史|半|还没)(?=期|[,。;、]|还|到期|归还|$)"
        ),
        read=_days,
        told=_LOAN,
        without=lazy(r"成立|逾期|证书|质保|保修|准备|有效|拖|欠|专利|账期"),
        signs=("借", "贷", "期", "满"),
    ),
    _Figure(
        "loan_term_days",
        lazy(rf"分{_LENGTH}(?:还|归还|偿还|摊还|付清|还清)"),
        read=_days,
        told=_LOAN,
        without=lazy(r"客户|货款|设备款|房租"),
        signs=("分",),
    ),
    _Figure(
        "loan_amount_cny",
        lazy(rf"实际(?:上)?(?:只)?(?:提|用|放|拿|到手|到账|贷|借|动用|拨|提款|放款)(?:了|到|出|款|下来)*{_SUM}"),
        told=lazy(r"贷|授信|额度|银行"),
        without=lazy(r"评级|宽带|担保费|保费|大学|研究"),
        weight=4,
        signs=("实际",),
    ),
    _Figure(
        "bandwidth_fee_cny",
        lazy(
            rf"(?:实际|实|最后|最终|团购后|折后|打折后|优惠后)(?:只)?(?:交|付|缴|花|支付|付款)(?:了|的是|的)?{_SUM}"
        ),
        told=lazy(r"宽带|[带频]宽|专线|网费"),
        without=lazy(r"评级|担保|保险|大学|贷款"),
        weight=4,
        signs=("宽", "专线", "网费"),
    ),
    _Figure(
        "rating_fee_cny",
        lazy(
            rf"(?:信用评级|评级|信用评等|评等)[^。;\d一二两三四五六七八九十]{{0,16}}?(?:花|付|交|收|缴)(?:了|掉|去|"
            rf"的是)?(?:我们|他们)?{_SUM}(?:元|块)?(?!%|个|家|次)"
        ),
        without=lazy(r"征信|宽带|担保|保险|客户|打算|想"),
        signs=("评级", "评等"),
    ),
    _Figure(
        "credit_report_fee_cny",
        lazy(rf"(?:发票|花|付|交|收费|费用|一共|总共)(?:开)?(?:了|是|为|的是)?{_SUM}(?:元|块)?(?!%|个|家|次|份)"),
        told=lazy(r"征信(?:服务|报告|公司)[^。]{0,24}$|征信(?:公司|服务|报告)"),
        without=lazy(r"评级|宽带|担保|保险|营收|贷"),
        signs=("征信",),
    ),
    _Figure(
        "patent_income_cny",
        lazy(
            rf"专利[^。;]{{0,16}}(?:收(?:进来|到|回来)|赚(?:进来|到|了)?|带来|进账|变现)(?:的)?(?:钱|收入|现金|"
            rf"货币收入)?(?:一共|总共|合计)?(?:是|有|了|为|共)?(?:人民币)?{_SUM}"
        ),
        without=lazy(r"客户|买|预计"),
        theirs=True,
        signs=("专利",),
    ),
    _Figure(
        "patent_income_cny",
        lazy(rf"实际(?:已)?(?:收到|收回|到账|入账|进账)(?:的)?(?:货款|现金|收入|钱|款)?(?:一共|总共|是|有|为|共)?{_SUM}"),
        told=lazy(r"专利[^。;]{0,4}(?:产品|项目|技术|成果)"),
        without=lazy(r"客户|预计|贷|补|投资"),
        signs=("专利",),
    ),
    _Figure(
        "previous_revenue_cny",
        lazy(
            r"比(?:前年|上一年|前一年|(?:20)?\d\d年|二[零一二三四五六七八九]{1,3}年)的?"
            rf"(?P<n>(?:\d[\d,]*(?:\.\d+)?|[{_HAN}])[\d{_HAN}点.万亿]*)(?:元)?(?:多|要多|高|涨)(?:出|了)?(?=[,。;、]|"
            rf"$|一)"
        ),
        told=lazy(r"卖|营收|收入|销售|营业额"),
        without=lazy(r"利润|员工|研发|人数"),
        signs=("比",),
    ),
    _Figure(
        "guarantee_fee_cny",
        lazy(rf"给担保(?:公司|机构)(?:交|付|缴)(?:了|过)?{_SUM}"),
        signs=("担保",),
    ),
    _Figure(
        "rnd_spending_cny",
        lazy(
            rf"(?:研发|科研)(?:上|方面)?(?:总共|一共|实际|就|共)?(?:投|花|砸|用|支出|拿出)(?:了|进去?|掉|"
            rf"入)*(?:约)?{_SUM}(?!人|次|年|%)"
        ),
        without=lazy(r"客户|打算|准备|想|累计|委托|合作|大学|险|平均|每|未来|接下来|今后"),
        last_year=True,
        signs=("研",),
    ),
    _Figure(
        "profit_growth_pct",
        lazy(
            rf"(?:净?利润|获利|净利|盈利)(?:总额)?(?:也|则|只|就)?(?:从|由)(?:前年|20\d\d年)?的?{_A}元?(?:涨|增|升|"
            rf"提高|做|变|降|掉|跌|减)?[长加少]?(?:了)?(?:到|至|成)(?:了)?(?:去年|20\d\d年)?的?{_SUM}"
        ),
        read=_growth,
        without=lazy(r"客户|母公司"),
        signs=("利",),
    ),
    _Figure(
        "profit_growth_pct",
        lazy(
            rf"(?:去年|(?P<late>20\d\d)年)?(?:的)?(?:净?利润|获利|净利|盈利)(?:总额)?(?:是|为|"
            rf"有)?{_SUM}元?[,、(]?(?:而)?(?:前年|前一年|上一年|(?P<early>20\d\d)年)(?:的)?(?:净?利润|获利)?(?:是|"
            rf"为|才|只有|"
            rf"有)?{_A}"
        ),
        read=_growth_back,
        without=lazy(r"客户|母公司"),
        signs=("利",),
    ),
    _Figure(
        "term_days",
        lazy(r"月结(?P<n>\d{1,3}|[零一二三四五六七八九十百]{1,4})(?:天|日)"),
        told=lazy(r"货|款|合同|客户|账"),
        signs=("月结",),
    ),
    _Figure(
        "agreed_rate_pct",
        lazy(
            rf"(?:逾期|迟延|延迟|违约|滞纳)[^,。;%\d]{{0,16}}(?:年利率|年息|年化)(?:是|为|按|写的是|"
            rf"定的是)?{_PCT}(?:%|个点|个百分点)?"
        ),
        told=lazy(r"合同|约定"),
        without=lazy(r"贷款|银行|lpr"),
        signs=("年利率", "年息", "年化"),
    ),
    _Figure(
        "receivable_overdue_days",
        lazy(
            r"(?:超过|过了|超出|超)(?:了)?(?:付款|约定|合同|付账)(?:的)?(?:付款)?(?:期限|期|账期|日期|时间)(?:已经?|"
            r"了|都)*(?P<n>\d{1,4}|[零一二两三四五六七八九十百]{1,5})(?:天|日)"
        ),
        told=lazy(r"款|付|欠"),
        without=lazy(r"贷款|银行|利息"),
        signs=("过", "超"),
    ),
)  # fmt: skip
_FARTHEST = 400


def find(page: Page) -> Findings:
    """Every figure that a phrase of the table holds."""
    for figure in _FIGURES:
        if not any(sign in page.text for sign in figure.signs):
            continue
        for match in figure.words.finditer(page.text):
            yield from _read(page, figure, match)


def _read(page: Page, figure: _Figure, match: re.Match[str]) -> Findings:
    index = page.index(match.start("n"))
    if (figure.without is not None and figure.without.search(page.words(index))) or (
        not figure.theirs and strangers(page, match.start())
    ):
        return
    told, early = figure.told, max(0, match.start() - _FARTHEST)
    if told is not None and not (told.search(page.sentence(index)) or told.search(page.text, early, match.start())):
        return
    lent_out = figure.name == "loan_amount_cny" and lender_writes(page)
    if lent_out or page.wished(page.index(match.start()), match.start("n")):
        return
    lead = page.text[page.clauses[index].start : match.start("n")]
    if figure.last_year and (EARLIER.search(lead) or FORECAST.search(lead)):
        return
    if (value := figure.read(match)) is not None:
        yield Found(figure.name, number(value), match.start("n"), match.end(), figure.weight)
