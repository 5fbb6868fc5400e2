"""A figure of which a part may not belong to it: "some of that, perhaps 30,000, looks like upkeep, she is unsure".

Who keeps or checks the books (auditor, accountant, adviser, HR) remarks that some of a sum, or some of the people
counted, are really something else, and nobody has settled it: 其中四位可能其实是做售后的,还没核实. The figure told
before is open then. What has been taken out, or cleared, is settled; a part that is merely named (其中3万是材料费)
leaves it whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_WEIGHT = 9
_HEADS = frozenset({"employees", "rnd_staff", "rnd_staff_pct", "patents"})
_SUMS = frozenset(
    {
        "annual_revenue_cny",
        "previous_revenue_cny",
        "revenue_growth_pct",
        "profit_growth_pct",
        "rnd_spending_cny",
        "rnd_ratio_pct",
        "total_assets_cny",
        "net_assets_cny",
    }
)
_NUM_EN = (
    r"(?:about |perhaps |maybe |around |roughly |some )?(?:rmb ?|¥ ?)?(?:\d[\d,.]*(?: ?(?:k|m|thousand|million))?|"
    r"one|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|a dozen|a (?:hundred|million)|half a million)(?: (?:thousand|"
    r"million|yuan))?"
)
_PART_EN = lazy(
    rf"(?<![a-z])(?:(?:some|part|bits?|a (?:small |good |large )?(?:part|portion|share|slice|bit|fraction|chunk|few|"
    rf"couple|handful|"
    rf"third|quarter|tenth)|several|half|a number|one or two|{_NUM_EN}) (?:or so )?of (?:it|that|this|them|those|these|"
    rf"(?:the|that|this|our|those|these) (?:[\w&-]+ ?){{1,3}})|of (?:which|whom)|"
    rf"of (?:the|those|these|that) (?:[\w&,.-]+ ){{1,6}}?{_NUM_EN}|(?:includ\w+|contain\w+|among them|in (?:it|there|"
    rf"that)) )(?![a-z])"
)
_PART_ZH = lazy(
    r"(?:其中|里面|里头|当中|之中|这里边)|(?<!没)(?<!只)有(?:一(?:些|部分|小部分|笔)|几[个人位名笔]|些|"
    r"[两三四五六七八九十\d]+(?:个|人|位|名|万))"
)
_MAY_EN = (
    r"(?:may|might|could)(?: well| in (?:truth|fact|reality)| really| actually| possibly| perhaps)*(?: not)? "
    r"(?:be|have been|belong|count|turn out|do|fall|work|come (?:from|under)|prove)|"
    r"looks? (?:\w+ )?(?:like|as (?:if|though))|looked (?:\w+ )?like|seems?|appears?|suspect\w*|wonder\w*|doubt\w*|"
    r"question\w*|queri\w+|"
    r"(?:thinks?|thought|believes?|feels?|reckons?|fears?|hints?|hinted)(?! (?:we|i)(?![a-z]))|possibly|probably|"
    r"perhaps|maybe|i hear|apparently|supposedly|(?:is|are) said to"
)
_DOUBT_EN = lazy(rf"(?<![a-z])(?:{_MAY_EN})(?![a-z])")
_DOUBT_ZH = lazy(
    r"可能|像是|好像|似乎|(?:看|瞧)(?:着|起来|上去|来)?[很有点]{0,2}像|疑似|也许|或许|怀疑|恐怕|听说|据说|未必|"
    r"不一定|不见得|说不定|质疑|存疑|"
    r"大概是|搞不好|应该(?:算|是|属)|觉得|认为|貌似|疑为|疑"
)
_EXPERT = lazy(
    r"审计|会计|财务|事务所|代账|记账|顾问|人事|税务师|出纳|行政|(?<![a-z])hr(?![a-z])|主管|律师|查账|人资|核数师|"
    r"(?<![a-z])(?:auditors?|audit|accountants?|bookkeepers?|advis[eo]rs?|consultants?|controller|cfo|"
    r"human resources|personnel|finance|book-keeper|tax (?:man|adviser|advisor|agent)|payroll|manager|cpa|ca|the "
    r"(?:girl|lady|man|woman) who (?:does|keeps))(?![a-z])"
)
_UNSETTLED = lazy(
    r"(?:没(?:有)?|未|尚待|有待|待|还要|还得|还在)(?:人)?(?:再|最后|最终|去|有|下|做|个|能)?(?:核实|核查|核对|核过|"
    r"核|确认|证实|定|决定|定案|结论|查|弄清|落实|看|搞清|说死|算清)|"
    r"(?<![a-z])(?:(?:not|n't|nobody|no one|never|yet to|has not|still)(?: [\w']+){0,3} (?:decid\w+|check\w*|"
    r"verif\w+|settl\w+|"
    r"confirm\w*|rul\w+|resolv\w+|look\w*|establish\w*)|unverified|unsettled|undecided|unconfirmed|unresolved|no "
    r"(?:ruling|decision|verdict)|"
    r"still (?:open|checking|looking)|to be (?:checked|verified|decided|settled|confirmed|seen)|await\w*|will "
    r"(?:rule|decide)|open|pending|the audit will tell)(?![a-z])"
)
_ELSE = lazy(
    r"其实|实际|不算|不是|算(?:不算|作|成|到|入)?|属于?|维修|维护|保养|日常|补[贴助]|派遣|外包|代收|借款|今年|明年|"
    r"下年|差旅|兼职|"
    r"(?<![a-z])(?:really|in (?:truth|fact|reality)|actually|rather than|not|wrong\w*|mis\w+|belongs?|ordinary|"
    r"routine|instead|elsewhere|deposits?|maintenance|upkeep|repairs?|travel|loan|grant|next year|agency|"
    r"contractors?)(?![a-z])"
)
_SETTLED = lazy(
    r"(?:已|都|已经)(?:经)?(?:剔除|扣除|扣掉|剔掉|调整|核实|确认|更正|减掉|除去)|后来(?:查|确认|核)|剔除后|"
    r"(?<![a-z])(?:(?:has|have|was|were|been|since|already|then|later) (?:been )?(?:taken out|removed|deducted|"
    r"stripped out|corrected|"
    r"cleared|confirmed|left out|satisfied)|(?:i|we) (?:took|left|have taken|have left) (?:it|that|them|those) out|"
    r"turned out)(?![a-z])"
)
_TO_COME = lazy(r"退|补回|(?<![a-z])(?:apply|subsid\w+|refund\w*|reimburs\w*|qualif\w+|leave|retire)(?![a-z])")
_PEOPLE = lazy(
    r"[位名人]|[十几\d][来几多]个|[一两二三四五六七八九十几\d]个(?!百分|点|亿|月|季)|(?<![a-z])(?:whom|them|those|"
    r"people|staff|team|engineers|heads|employees|workers)(?![a-z])"
)
_RESEARCH = lazy(
    r"研发|科研|技术(?:部|人员|团队)|(?<![a-z])(?:r&d|research\w*|development (?:costs?|spend\w*|expens\w+)|"
    r"engineers|laboratory)(?![a-z])"
)
_SALES = lazy(r"营收|营业|销售|收入|(?<![a-z])(?:sales|revenue|turnover)(?![a-z])")
_BACK, _NEXT = 160, 90


def find(page: Page, found: Iterable[Found]) -> Findings:
    """A doubt for the figure of which somebody who should know says that a part may be something else."""
    if not (_EXPERT.search(page.text) or _UNSETTLED.search(page.text)):
        return
    for pattern, doubt in ((_PART_EN, _DOUBT_EN), (_PART_ZH, _DOUBT_ZH)):
        for match in pattern.finditer(page.text):
            start, end, follow = _around(page, match)
            if match[0][0] == "有" and not doubt.search(
                page.text, match.end(), page.clauses[page.index(match.start())].end
            ):
                continue
            own = page.text[start:end]
            wide = page.text[start:follow]
            if not doubt.search(own) or _SETTLED.search(wide) or _TO_COME.search(own[match.start() - start :]):
                continue
            if not _UNSETTLED.search(wide) and not (_EXPERT.search(own) and _ELSE.search(own[match.start() - start :])):
                continue
            if not _EXPERT.search(own) and not _ELSE.search(own[match.start() - start :]) and "听说" not in own:
                continue
            yield from _figure(page, match, found)


def _around(page: Page, match: re.Match[str]) -> tuple[int, int, int]:
    """The sentence of the part (a semicolon's stretch, two clauses either way), and where the next short one ends."""
    index = page.index(match.start())
    first = index
    for _ in range(2):
        before = page.previous(first)
        if before is None or _UNCOUPLED.match(page.text, page.clauses[first].start):
            break
        first = before
    last = index
    number = page.clauses[index].sentence
    while last + 1 < len(page.clauses) and last - index < 2 and page.clauses[last + 1].sentence == number:
        last += 1
    end = page.clauses[last].end
    return page.clauses[first].start, end, min(len(page.text), end + _NEXT)


_UNCOUPLED = lazy(r"\s?(?:though|but|although|however|yet|while)(?![a-z])|不过|但|可是|只是")


def _figure(page: Page, match: re.Match[str], read: Iterable[Found]) -> Findings:
    """The last figure of the right sort before the part, or the fact that the words around name."""
    clause = page.clauses[page.index(match.start())]
    heads = _PEOPLE.search(page.text, match.start(), min(clause.end, match.end() + 8)) is not None
    of_heads = bool(
        heads
        and not re.search(r"万|(?<![a-z])(?:million|thousand|rmb|yuan)|,\d{3}", page.text[match.start() : clause.end])
    )
    kinds = ("heads",) if of_heads else ("cny", "pct")
    told = [
        one
        for one in page.quantities
        if one.kind in kinds and match.start() - _BACK <= one.start and one.end <= match.start()
    ]
    last = told[-1] if told else None
    names = _HEADS if of_heads else _SUMS
    named = {
        one.name: one
        for one in read
        if last and one.name in names and one.value is not None and one.start < last.end and last.start < one.end
    }
    yield from (Found(one.name, None, one.start, one.end, _WEIGHT) for one in named.values())
    if named:
        return
    about = page.words(page.index(last.start)) if last else page.text[max(0, match.start() - _BACK) : clause.end]
    name = None
    if _RESEARCH.search(about):
        name = "rnd_staff" if of_heads else "rnd_spending_cny"
    elif _SALES.search(about) and not of_heads:
        name = "annual_revenue_cny"
    if name is not None:
        yield Found(name, None, match.start(), match.end(), _WEIGHT)
