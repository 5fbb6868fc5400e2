"""The share of sales that went into development, told by a verb, and shares of two years, of which the later counts.

"It spent 3.1% of last year's turnover on development", 营业额有5.2%用在开发上; "4% of revenue the year before last and
6% last year", 前年占收入才3%，去年提到了5.5%. Money for business, markets or land is no research.
"""

from __future__ import annotations

import re
from itertools import pairwise

from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_SALES_EN = r"(?:turnover|sales|revenues?|income|takings|top line)"
_WORK_EN = (
    r"(?:r&d|r & d|r and d|research|(?<!business )(?<!market )(?<!staff )(?<!property )(?<!land )(?<!estate )"
    r"(?:development(?! (?:zones?|banks?|of (?:the |our )?(?:markets?|business|land)))|"
    r"developing(?! (?:the |our |new )?(?:markets?|business|land|customers))))(?![a-z])"
)
_ON_IT = lazy(
    rf"\s(?:of|in) (?:[\w']+ ){{0,4}}?{_SALES_EN}(?: (?!on |in |into |for |to )[\w'-]+){{0,4}}? "
    rf"(?:on|in|into|to|towards?|for) (?:[\w'-]+ ){{0,3}}?{_WORK_EN}"
)
_SPENDS = lazy(
    r"(?<![a-z])(?:spen[dt]\w*|put\w*|invest\w*|plough\w*|plow\w*|pour\w*|us(?:es?|ed|ing)|devot\w*|commit\w*|laid out|"
    r"sank|sinks?|fe(?:d|eds?)|cost|w[eo]nt|go(?:es)?|flow\w*|allocat\w*|return\w*|reinvest\w*)(?![a-z])"
)
_OF_SALES_ZH = lazy(
    r"(?:营业?收入?|销售(?:额|收入)?|收入|营业额|流水|业绩)(?:总额)?(?:[里中]|当中|里面|里头)?的?(?:约|大约|大概|有|"
    r"差不多)?的?$"
)
_USED_ZH = lazy(
    r"的?(?:钱|资金|部分)?(?:都|是|会|也|被|我们)?(?:[用花投放砸拨](?:在|于|到|进|来|去|作|做|入)?了?|拿[去来]?(?:做|"
    r"搞|投入?)?)"
    r"[^,。;]{0,6}?(?:研发|研究|研制|开发(?!区|商|票|市场|客户))"
)
_RND = lazy(
    r"研发|科研|研究|开发(?:费|投入|支出|经费|占)|(?<![a-z])(?:r&d|r & d|r and d|research|development (?:costs?|"
    r"spend\w*|share|budget|expens\w+))(?![a-z])"
)
_SHARE = lazy(rf"占|比重|比例|强度|营收|收入|营业额|销售|(?<![a-z])(?:{_SALES_EN}|share|ratio|intensity)(?![a-z])")
_NOT_SALES = lazy(r"人员|员工|职工|利润|资产|利率|(?<![a-z])(?:staff|people|employees|profits?|assets|costs|loan)")
_YEAR_EN = r"(?:20\d\d|last year|the year before(?: last)?|two years ago|the previous year)"
_LATER = lazy(
    r"的?[,、;]?\s?(?:(?:但|而|后来|到了?)?(?P<zh>去年度?|上年度?|20\d\d年?|现在|目前|如今)?(?:则|就|才|又|已经?|便|"
    r"一下子?|的?占比|是)*"
    r"(?:(?:提|升|增|上升|提升|提高|增长|增加|拉|涨|降|下降|跌|回落|做|加)(?:[高升长加大])?(?:到|至|为)|达到?|是|"
    r"为)?了?(?:约|近)?)|"
    rf"(?: of (?:our |the |its )?{_SALES_EN})?(?: (?:in )?{_YEAR_EN})?,?(?: (?:and|but|then))?"
    rf"(?: (?P<en>(?:in )?(?:20\d\d|last year),?))?(?: (?:it|we|the share|that))?(?: (?:rose|rising|climbed|went up|up|"
    r"increased|grew|fell|dropped|down|came down|went down|was raised|was cut|was|is|at|raised it))?"
    r"(?: back)?(?: (?:to|at))?(?: about)?\s?"
)
_CHANGED = lazy(
    r"[到至达]|为|(?<![a-z])(?:to|rose|climbed|up|increased|grew|fell|dropped|down|last year|20\d\d)(?![a-z])|去年|上年"
)
_FROM = lazy(r"(?:从|由|(?<![a-z])from )[^,。;\d]{0,6}$")
_EARLIER = lazy(
    r"(?<!大)前年|上上年|以前|原来|(?<![a-z])(?:the )?(?:year before(?: last)?|two years ago|previous year)(?![a-z])"
)
_YEAR = lazy(r"(?<!\d)20\d\d(?!\d)")
_AHEAD = lazy(
    r"明年|今年|后年|计划|打算|目标|预计|准备|想|(?<![a-z])(?:next year|this year|plan\w*|want|aim\w*|target|"
    r"expect\w*|will)"
)


_ELSEWHERE = lazy(
    r"\s(?:of|in) [^.;,%]{2,50}? (?:on|in|into|to|towards?|for) (?:\w+ ){0,2}?(?:advert\w*|marketing|publicity|wages|"
    r"salaries|rent|training|travel|energy|power|logistics|freight|exhibitions?|fairs|(?:business|market|staff|"
    r"property) "
    r"development|tax(?:es)?|interest|charity|insurance)(?![a-z])|"
    r"[^,。;%]{0,6}[用花投](?:在|于|到)了?[^,。;]{0,3}(?:广告|营销|推广|宣传|工资|房租|培训|差旅|能源|物流|参展|展会|"
    r"税)"
)


def on_other_things(page: Page, one: Found) -> bool:
    """Whether a share of the sales went on something else: "3.1% of turnover on advertising"."""
    if one.name != "rnd_ratio_pct":
        return False
    end = page.clauses[page.index(one.start)].end
    behind = _ELSEWHERE.match(page.text, one.end, end)
    return behind is not None and re.search(r"r&d|research|研", page.text[one.start : end]) is None


def find(page: Page) -> Findings:
    """`rnd_ratio_pct` by a verb of spending, and the later of two years' shares."""
    if "%" not in page.text and not any(one.kind == "pct" for one in page.quantities):
        return
    shares = [one for one in page.quantities if one.kind == "pct" and not one.vague]
    for one in shares:
        index = page.index(one.start)
        if _spent_on_it(page, index, one) and _ours(page, index, one):
            yield Found("rnd_ratio_pct", number(one.value), one.start, one.end, 2)
    if len(shares) > 1 and _RND.search(page.text):
        for early, late in pairwise(shares):
            index = page.index(late.start)
            if _set_against(page, index, early, late) and not (page.wished(index, late.start) or doubted(page, index)):
                yield Found("rnd_ratio_pct", number(late.value), late.start, late.end, 4)
            if _two_years(page, early, late) and _ours(page, page.index(late.start), late):
                yield Found("rnd_ratio_pct", number(late.value), late.start, late.end, 4)


_ANOTHERS = lazy(
    r"别人|人家|别家|同行|同业|对手|隔壁|邻居|友商|(?<![a-z])(?:neighbou?rs?|rivals?|competitors?|others?|peers?|"
    r"next door|the industry|average)(?![a-z])"
)
_WE_INSTEAD = lazy(
    r"[\s,]?(?:但|而|可|不过|可是|但是|至于)?(?:我们|咱们?|我司|本公司|我公司|敝公司|我家|自家)(?:自己|这边|家)?的?(?:却|则|呢|倒|已经?|是|有|占了?|为|达到?|"
    r"花了?|做到了?|投了?|就|,){0,4}|"
    r"\s?(?:(?:but|and|while|whereas|yet) )?(?:ours|we|our (?:own )?(?:share|figure|ratio|own)|us)(?: (?:is|was|are|at|"
    r"comes? to|came to|have|spen[dt]|put(?: in)?|reach(?:ed|es)?|do|did|stand at|stands at|a full|about)){0,3}\s"
)
_NO_MORE = lazy(
    r"(?:(?:的)?(?:营收|收入|销售额?|营业额))?(?:以上)?(?=$|[,。;!)])|"
    r"(?: of (?:our |the )?(?:sales|revenues?|turnover|income))?"
    r"(?: last year| in 20\d\d| on (?:r&d|it|research))?(?=$|[,.;!)]| (?:and|but)(?![a-z]))"
)


def _set_against(page: Page, index: int, early: Quantity, late: Quantity) -> bool:
    """Whether our share is set against somebody else's: 同行研发只花了1%，我们是2.6%; "our rival 1%, we 3.2%"."""
    before = page.index(early.start)
    if index - before not in (0, 1) or page.quantities_in(index)[-1].start > late.start:
        return False
    lead = page.text[max(page.clauses[index].start, early.end) : late.start]
    words = page.text[page.clauses[before].start : late.start]
    if not (_RND.search(words) and _ANOTHERS.search(page.text, page.clauses[before].start, early.start)):
        return False
    return _WE_INSTEAD.fullmatch(lead) is not None and _NO_MORE.match(page.text, late.end) is not None


def _ours(page: Page, index: int, one: Quantity) -> bool:
    return not (strangers(page, one.start) or page.wished(index, one.start) or doubted(page, index))


def _spent_on_it(page: Page, index: int, one: Quantity) -> bool:
    clause = page.clauses[index]
    lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
    if page.words(index).isascii():
        on_it = _ON_IT.match(tail)
        return on_it is not None and _SPENDS.search(lead + on_it[0]) is not None
    return _OF_SALES_ZH.search(lead) is not None and _USED_ZH.match(tail) is not None


def _two_years(page: Page, early: Quantity, late: Quantity) -> bool:
    """Whether two per cents are the shares of two years, told one behind the other, the later last."""
    first, last = page.index(early.start), page.index(late.start)
    gap = page.text[early.end : late.start]
    if page.clauses[first].sentence != page.clauses[last].sentence or not _LATER.fullmatch(gap):
        return False
    start = page.clauses[first].start
    before, behind = page.text[start : early.start], page.text[late.end : late.end + 24]
    words = before + gap + behind
    if not (_RND.search(before) and _SHARE.search(words)) or _NOT_SALES.search(words) or _AHEAD.search(words):
        return False
    told = _YEAR.findall(before + gap)
    years = len(told) > 1 and told == sorted(told) and int(told[-1]) < page.as_of.year
    return bool(_CHANGED.search(gap)) and bool(_FROM.search(before) or _EARLIER.search(before + gap) or years)
