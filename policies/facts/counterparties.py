"""The other party of a sale of ours, told by what it did or we did for it: `payer_kind`, `payer_state_owned`.

`payers` looks for who owes. Here a public body, a large or a small enterprise is the payer because we signed with it,
supplied it, or it ordered: "a county bureau had us paint its corridors", 帮镇政府做绿化. Sizes of enterprises are those
on the day of the contract (payment regulation, art. 3).
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.houses import HOUSES
from policies.facts.scope import Page
from policies.patterns import lazy

_MONEY = lazy(
    r"款|付|账|保证金|结算|结清|审计|逾期|利息|拖|欠|(?<![a-z])(?:pa(?:y|ys|id|ying|yments?)|invoices?|bills?|"
    r"owe[sd]?|owing|due|overdue|"
    r"settle\w*|audit\w*|money|cash|deposits?|bonds?|accounts?|delay\w*|damages|yuan should|contract|late|interest|"
    r"receivables?|arrears|"
    r"debt|claim|price|sum)(?![a-z])"
)
"""A text that speaks of being paid: without it nobody is asked who pays."""
_NOT_OURS_EN = lazy(
    r"(?<![a-z])(?:complain\w*|report\w*|appl(?:y|ied|ying)|regist\w+|list(?:ed)?|certif\w+|recogni[sz]ed|approved|"
    r"named|"
    r"inspect\w*|wrote|write|turn(?:ed)?|research|rent\w*|lease\w*|licen[cs]\w*|patents?|jointly|spin-?off|"
    r"professors?|graduates?|bank|loan|lent|not|never|no)(?: [\w']+){0,4}? (?:an?|the|one|our|its)? ?$|"
    r"(?<![a-z])(?:not an?|no|than an?|like an?|nor an?|rather than an?) $"
)
"""What stands right before a body that is no customer: an office complained to, a school that one rents from."""
_PRIVATE_EN = lazy(r"(?<![a-z])(?:private|privately[- ](?:run|owned)|foreign-owned)\s(?:[\w-]+ )?$")
_PRIVATE_ZH = lazy(r"(?:民营|私立|民办|私人|外资|私企)[\u4e00-\u9fff]{0,4}(?:院|学|园)")
_HOUSE_OF_ALL = lazy(r"院|学|园|馆")
_OF_PRIVATE_ZH = lazy(r"(?:民营|私立|民办|私人|外资|合资|私企)[\u4e00-\u9fff]?$")
"""A hospital or school of private owners is no public institution."""
_AUDITOR = lazy(r"审计|(?<![a-z])audit")
_BEHIND_NAME = lazy(r"(?:'s)? (?:bank|loan|fund|list|association|guarante\w+|regulations?|standards?|rules?)")

_NOT_OURS_ZH = lazy(
    r"(?:投诉|举报|申诉|反映|申请|申报|备案|登记|认定|批准|批复|审定|立项|名单|资助|补贴|合作研发|联合|毕业|教授|租|"
    r"投)[^,。;]{0,4}$|"
    r"(?:不是|并非|而非|不属于|不算|没有|非)(?:一[家个所])?$"
)
_AT_WORK_ZH = lazy(
    r"(?:认定|批准|批复|审定|登记|备案|立项|资助|补[贴助]|名单|名录|审核|发的|颁|规定|标准|处罚|罚|投诉|贷款|借款|"
    r"银行|说我们|"
    r"合作(?:研发|开发)|专利|检查|要求我们(?:提供|补)|评为|评的)"
)
_WHEN_SIGNED = lazy(
    r"(?:签约|签合同|订合同|合同签订|签订)(?:时|那时|那天|当时|之时)|那时|当时|"
    r"(?<![a-z])(?:at signing|when (?:we|they|it|the contract was) signed|at the time|back then|on the day of the "
    r"contract|then)(?![a-z])"
)
_THEY_EN = (
    r"(?:(?:our|the|this|that|its|my) (?:[\w-]+ ){0,2}?(?:customer|client|buyer|payer|debtor|supplier|contractor|"
    r"purchaser|"
    r"counterparty|other (?:side|party|firm|company))|they|the (?:firm|company|group) (?:that|which|who) owes us|"
    r"the (?:developer|group|builder|retailer|maker|chain|hotel)|"
    r"(?:a|one) (?:[\w-]+ ){0,4}?(?:company|firm|trader|contractor|agency|shop|wholesaler|hotel|developer|customer|"
    r"owner|restaurant|caf[eé]|salon|bar|dealer|merchant))"
)
_SMALLISH_EN = r"(?:small|medium|micro|mid-?sized?|sme|large)(?:-sized)?(?![a-z])"
_THEIR_SIZE_EN = lazy(
    rf"(?<![a-z]){_THEY_EN}(?![a-z])(?P<between>[^.;]{{0,90}}?)(?<![a-z])(?:"
    rf"(?:itself|themselves|also|likewise|officially|on paper|only) (?:is |are |was |ranked |classed |counted |"
    rf"rated |graded |classified |registered )?(?:as )?(?:an? |of )?{_SMALLISH_EN}|"
    rf"(?:is|was|are|were|ranks|ranked|ranking|rated as|graded as|counts|counted|counting|classed|"
    rf"classified|falls|falling) "
    rf"(?:[\w]+ ){{0,3}}?(?:an? )?{_SMALLISH_EN}|"
    rf"(?:an? )?{_SMALLISH_EN}(?: (?:enterprise|firm|company|business|one))? like (?:us|ourselves|we are|our own)|"
    rf"with an? {_SMALLISH_EN} (?:classification|class|rating|status)|(?:declaration|class|size)[^.;]{{0,40}}?: "
    rf"{_SMALLISH_EN})"
)
_THEIR_SIZE_ZH = lazy(
    r"(?:对方|客户|买家|买方|付款方|甲方|那家(?:公司|企业|厂)?|他们(?:公司|自己)?|欠款(?:方|的)|"
    r"采购方)(?P<between>[^。;]{0,30}?)"
    r"(?:(?<!不)(?:还?是|属于?|算|划为|为|定为)[^,。;不]{0,14}?)(?:(?:小型|中型|微型|小微|中小|小|大型|"
    r"大)(?:微)?(?:企业|公司|厂)|[小中微大]型(?=[,。;]))"
)
_APPOSED = lazy(
    r"(?<![a-z])(?:our|the|its|my) (?:[\w-]+ )?(?:customer|client|buyer|payer|debtor|purchaser|main contractor|"
    r"counterparty|other (?:side|party)), "
    r"(?:an?|one of the) (?:[\w-]+ ){0,3}?(?P<size>large|medium(?:-sized)?|small|micro),? (?:[\w-]+ ){0,3}?"
    r"(?:enterprise|company|firm|group|business|corporation)(?![a-z])"
)
"""What the other party is, set beside its name: "told our customer, a large appliance enterprise"."""
_THEN = lazy(
    r"(?<![a-z])(?:on that day|at that time|at the time|at signing|back then|when we signed),? (?:it|they) (?:was|"
    r"were|counted|ranked)(?![a-z])"
    r"[^.;]{0,60}?(?<![a-z])(?:small|medium|micro)(?:-sized)?(?![a-z])"
)
_ITS_CLASS = lazy(
    r"(?<![a-z])(?:its|their) (?:own )?(?:size|class)(?: [\w']+){0,9}?(?::| was| is| says?| said| reads?) (?:small|"
    r"medium|micro)(?![a-z])"
)
_LIKE_US = lazy(
    r"(?<![a-z])(?:deliver\w*|sold|sell|suppl\w+|shipped|made|work(?:ed)?|signed|contract|deal|"
    r"owed)(?![a-z])[^.;]{0,60}? "
    r"(?:to|for|with|by) (?:the|an?|my|our|one) [^.;]{3,140}?, (?:so |itself |also |too |just |only |"
    r"another )*(?:an? )?"
    r"(?:small|little|micro|tiny)(?:-sized)? (?:[\w-]+ )?(?:fish|fry|firm|company|business|house|outfit|shop|workshop|"
    r"enterprise) (?:just )?like (?:us|ourselves|me|myself|we are)(?=[,.;:]|$)|"
    r"(?:隔壁|对门|对面|附近|邻[村镇])[^。;]{2,40}?(?:也(?:就)?|同样)是(?:一?[家个])?(?:小厂|小公司|小企业|小店|"
    r"小作坊|小型企业|微型企业)|"
    r"(?:卖给|供给|交给|送给|发给|给)[^,。;我]{2,24}?(?:供货|送货|做|发货|送)?[^。;我]{0,30}?(?:跟|和|与)(?:我们|"
    r"我家|我)一样(?:也|都)?是?(?:一?[家个])?"
    r"(?:小厂|小公司|小企业|小店|小作坊|小型企业|微型企业)"
)
"""A buyer as little as we are: "to the workshop across the road, so a small fish like ourselves"."""
_HIDDEN_SIZE = lazy(
    r"(?<![a-z])(?:(?:nor|not|n't|never|cannot|refuses? to|nobody|no one|neither|no idea|unsure|unclear|"
    r"unknown) (?:[\w']+ )"
    r"{0,4}?)(?:(?:tell|say|know|clear|sure|certain|disclose|find out|reveal|agree)(?: us| me| anyone)? )?"
    r"(?:whether|if)(?:,? (?:(?:at|on|in|by) (?:the |that )?\w+(?: of (?:the |our )?\w+)?|when we \w+|then|back "
    r"then),?)? "
    r"(?P<who>it|they|he|the \w+|that \w+|this \w+) (?:is|was|are|were|counts? as|counted as|ranks? as|"
    r"ranked as)(?: \w+){0,3}? (?:large|medium(?:-sized)?|small|an? sme)(?![a-z])|"
    r"(?:不知道|不清楚|查不到|不肯说|不说|没说|弄不清|搞不清|不告诉我们|无从知道|不确定|不晓得)(?:它|他们|对方|客户|"
    r"买方|买家|那家公司)?(?:到底|究竟|当时)?"
    r"(?:是|算|属于?)[^,。;我]{0,6}?[大中小]型?(?:企业)?还是|"
    r"(?:它|他们|对方|客户|买方|买家|那家公司)(?:到底|究竟|当时)?(?:是|算|"
    r"属于?)[^,。;我]{0,6}?[大中小]型?(?:企业)?还是[^。;我]{1,14}?,?"
    r"(?:我们)?(?:也|都|一直)?(?:不知道|不清楚|查不到|不肯说|弄不清|搞不清|无从知道|不确定|没人说得清)"
)
"""Nobody will say how large the other party is."""
_PARTY = lazy(
    r"对方|客户|买方|买家|那家公司|付款方|甲方|(?<![a-z])(?:buyer|customer|client|payer|debtor|purchaser|"
    r"other (?:side|party)|"
    r"contractor|developer|dealer|trader|owes? us|owed us)(?![a-z])"
)
_NO_STATE = lazy(
    r"(?:国家|国资|政府)(?:一股)?(?:都|也)?(?:不|没有?|未)(?:持|占|参)?(?:有)?股|(?:国家|国资|政府)一股(?:都|"
    r"也)(?:不|没)|(?:没有?|不含|无)国(?:有|资)(?:股|"
    r"成分|背景)|没有?(?:任何|一点|半点)国(?:有|资)(?:股|成分|背景)|"
    r"(?<![a-z])(?:the state (?:holds|owns|has) (?:none|nothing|no)|no state (?:money|shares?|capital|stake|holding)|"
    r"no state (?:shareholders?|owner)|in private hands|no public body behind it|nothing public about it|not (?:a "
    r")?state-owned|wholly private|owned by (?:one|a|the) family)(?![a-z])"
)
_OF_MINE = lazy(
    r"(?<![a-z])(?:we are|we're|i am|i'm|i run|i own|i manage|(?:books|accounts|work|write|writing|speak|act|ask|"
    r"asking|owner|manager|"
    r"bookkeeper|accountant|boss) (?:for|of|at)) $"
)
"""Ahead of a house that is the writer's own."""
_ASKED = lazy(r"(?<![a-z])(?:is|was|are|were|does|did) $")
"""Ahead of a party whose size is asked for: "Is the customer a large enterprise?"."""
_LARGE_SAID = lazy(
    r"大(?:型)?(?:企业|公司|厂)?$|(?<![a-z])large(?:-sized)?(?: (?:classification|class|rating|status))?$"
)
_AND_WE = lazy(r"(?<![a-z])and $")
"""Between a house and a size: "we laid drains for a developer and are a small enterprise"."""
_WE = lazy(r"我[们司厂公家]|咱|本公司|(?<![a-z])(?:we|we're|us|our)(?![a-z])")
_NEGATED = lazy(r"(?:不是|并非|不属于|不算)[^,。;]{0,4}$|(?<![a-z])(?:not|n't|neither|nor|never)(?: \w+){0,3} ?$|n't ")
_OPEN = lazy(
    r"是不是|是否|究竟|到底|查不[到清]|不知|不清楚|不确定|[大中小微]型?(?:企业)?还是|"
    r"(?<![a-z])(?:whether|don't know|do not know|not sure|unsure|"
    r"no idea|"
    r"cannot tell|"
    r"can't tell|or large|or medium|if (?:it|they))(?![a-z])"
)


def find(page: Page) -> Findings:
    """Who the other party is, where the text speaks of being paid."""
    if not _MONEY.search(page.text):
        return
    for house in HOUSES:
        if not house.sign.search(page.text):
            continue
        for match in (one for frame in house.frames for one in frame.finditer(page.text)):
            start, end = match.span("body")
            if not _is_customer(page, start, end):
                continue
            yield Found("payer_kind", house.kind, start, end, 7)
            if house.state:
                yield Found("payer_state_owned", True, start, end)
    yield from _their_size(page)


def _is_customer(page: Page, start: int, end: int) -> bool:
    """Whether nothing beside a name says that it is asked, rented from, or not what it is called."""
    index = page.index(start)
    if _AUDITOR.search(page.text, max(0, start - 3), end):
        return False
    ahead = page.text[page.clauses[index].start : start]
    words = page.words(index)
    if page.text[start:end].isascii():
        return not (
            _NOT_OURS_EN.search(ahead) or _PRIVATE_EN.search(ahead) or _BEHIND_NAME.match(page.text, end)
        ) and not _OPEN.search(words)
    named = page.text[start:end]
    if _HOUSE_OF_ALL.search(named) and _OF_PRIVATE_ZH.search(ahead):
        return False
    return not (
        _NOT_OURS_ZH.search(ahead) or _PRIVATE_ZH.search(named) or _AT_WORK_ZH.search(words) or _OPEN.search(words)
    )


def _their_size(page: Page) -> Findings:
    """The size said of the other party: the one on the day of the contract decides; and that the state owns none."""
    for pattern in (_THEIR_SIZE_EN, _THEIR_SIZE_ZH):
        for match in pattern.finditer(page.text):
            between = match["between"]
            ahead = page.text[max(0, match.start() - 40) : match.start()]
            if (
                _AND_WE.search(between)
                or _OF_MINE.search(ahead)
                or _ASKED.search(ahead)
                or _WE.search(between)
                or _NEGATED.search(match[0])
                or _OPEN.search(_around(page, match))
            ):
                continue
            signed = _WHEN_SIGNED.search(ahead[-12:] + between) is not None
            kind = "large-enterprise" if _LARGE_SAID.search(match[0]) else "sme"
            yield Found("payer_kind", kind, match.start(), match.end(), 14 if signed else 12)
    for match in _APPOSED.finditer(page.text):
        if not _OPEN.search(_around(page, match)):
            kind = "large-enterprise" if match["size"] == "large" else "sme"
            yield Found("payer_kind", kind, match.start(), match.end(), 12)
    for pattern, weight in ((_ITS_CLASS, 12), (_THEN, 14)):
        for match in pattern.finditer(page.text):
            if not _OPEN.search(_around(page, match)):
                yield Found("payer_kind", "sme", match.start(), match.end(), weight)
    for match in _LIKE_US.finditer(page.text):
        if not _OPEN.search(_around(page, match)) and not page.wished(page.index(match.end() - 1)):
            yield Found("payer_kind", "sme", match.start(), match.end(), 12)
    for match in _HIDDEN_SIZE.finditer(page.text):
        near = page.text[max(0, match.start() - 160) : match.end()]
        if _PARTY.search(near) and not re.match(r"the (?:firm|company|enterprise)$", match["who"] or ""):
            yield Found("payer_kind", None, match.start(), match.end(), 13)
    for match in _NO_STATE.finditer(page.text):
        if not _OPEN.search(_around(page, match)):
            yield Found("payer_state_owned", False, match.start(), match.end(), 2)


def _around(page: Page, match: re.Match[str]) -> str:
    return page.sentence(page.index(match.end() - 1))
