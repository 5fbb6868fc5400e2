"""Investment that is wanted, the valuation before it, and the stake it would buy: stated, or reckoned from the two.

A round that is closed, a loan, and the size of the fund itself are not what is wanted.
"""

from __future__ import annotations

import re
from decimal import Decimal

from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.round_values import ON_A_VALUATION, POST, POST_BEHIND, PRE, PRE_BEHIND, THEN, VALUED
from policies.facts.scope import Page
from policies.patterns import lazy

_INVESTOR = lazy(
    r"天使|基金|投资|融资|融(?=[\d一二两三四五六七八九十个]|$)|种子轮?|创投|风投|股权|股份|入股|出让|"
    r"(?<![a-z])(?:angel|funds?|invest\w*|seed|venture|equity|in exchange for|vc|raise|raising|round)(?![a-z])"
)
_WANTED = lazy(
    r"(?<!理)想(?!法|到)|希望|[肯愿](?:意)?(?=投|出|给|拿|入)|能不能|可不可以|能否|"
    r"请(?=[\u4e00-\u9fff]{0,6}(?:基金|天使|投))|(?<![主需重])要(?!求|不|"
    r"是)|需要|寻求|打算|计划|准备|拟|申请|争取|期望|"
    r"(?<![a-z])(?:want\w*|(?:agreed|consented) to|seek\w*|looking (?:for|to)|hop(?:e|es|ing)|"
    r"(?:would|'d|should) like|like the|be glad of|welcome|are after|am after|ask\w*|need\w*|apply\w*|plan\w*|"
    r"aim\w*|raising|to raise|(?:could|would|can|will|might) (?:the|a|your|you|it|they)|wish\w*|"
    r"request\w*)(?![a-z])|(?<=[ei])'d like(?![a-z])"
)
_DONE = lazy(
    r"上一轮|上轮|前一轮|没(?:谈|投|融)?成|黄了|告吹|泡汤|没下文|谈崩|去年融|已经?(?:融|拿|投|到)|融了|融到|投了|"
    r"拿了|到账|规模|总额|管理|(?<![a-z])(?:last round|previous(?:ly)?|already|"
    r"raised|invested|closed|received|earlier round|fund size|fund of|fell through|collapsed|failed|"
    r"came to nothing|turned down|withdrew|walked away|offer of|offered us)(?![a-z])"
)
_OTHER = lazy(
    r"贷|借|估值|投前|投后|注册资本|营收|收入|销售|资产|利润|补贴|补助|(?<![a-z])(?:loan|borrow\w*|valu\w+|"
    r"pre-?money|post-?money|registered capital|sales|revenue|turnover|(?<!state[- ])assets|profit|"
    r"grant|subsid\w+)(?![a-z])"
)
_BEHIND = lazy(
    r"\s?(?:元|块)?(?:左右|上下)?的?(?:天使|股权|种子|风险)?(?:投资|融资)|\s?(?:yuan\s|rmb\s)?(?:of |in |from |"
    r"by |as |equity |seed |at |against |for |angel )"
)
_BEFORE = lazy(
    r"(?:投资?|融资?|入股|注资|出资?|要|申请|募|拿|引进)(?:给|到|进来|我们|公司|个|笔|资|金额|额度|大?概|约|为|是|"
    r":|\s){0,5}$|"
    r"(?:要|找|跟|向|从|让|请|由|申请|争取|希望)[\u4e00-\u9fff]{0,8}?(?:天使|创投|引导|种子)?(?:基金|投资人|投资方|"
    r"创投)(?:的|给|要|投|出|拿|投资|支持|申请|融|进|我们|大?概|约){0,4}$|"
    r"(?<![a-z])(?:invest|raise|raising|put in|put up|round of|investment of|for|of|seeking|seek|in|about|want|"
    r"would like|'d like|"
    r"put|puts|invests?|with|back us with|stake us with|part with|give us|lend|need)\s(?:us\s|rmb\s|about\s|"
    r"some\s)?(?:rmb|¥)?\s?$"
)
_STAKE = lazy(
    r"(?:占股?(?:比例?|比)?|持股(?:比例)?|股权|股份|出让|释放|稀释|让出|换|拿出?|"
    r"给)[^\d,。;一二三四五六七八九十百]{0,6}$|"
    r"(?<![a-z])(?:stake of|for|against|in (?:return|exchange) for|give up|giving up|give|giving|offer\w*|hold|"
    r"holding|take|hand|end up with|sell\w*|dilut\w+(?: by)?|part with|a stake of|hold)\s(?:about\s|a\s|an\s|up\s)?$"
)
_OWN_STAKE = lazy(
    r"(?:我们?|创始人|创办人|团队|最大|自己|老板)[^,。;]{0,10}(?:持股|占股|持有|仍持|仍占|仍有|还有|"
    r"占)(?:比例)?(?:是|为|有)?$"
)
"""我们三人中最大的持股38%: what the owners hold."""
_STAKE_BEHIND = lazy(
    r"\s?的?(?:股权|股份|股(?!东)|占股)|\s?(?:of (?:the |our )?(?:shares|equity|company|stock|firm|business)|"
    r"stake|equity|shares|shareholding)"
)
_OWNERS_ARE = lazy(
    r"(?:最大|第一大?|大|控股)股东[^,。;]{0,6}(?:是|为)(?:我|咱|创始|创办|老板|自己|团队|本人)[^,。;]{0,6}$|"
    r"^(?:我们?|创始人|创办人|老板)[^,。;]{0,8}(?:是|做|当)[^,。;]{0,4}股东$|"
    r"(?<![a-z])(?:(?:largest|biggest|main|majority|controlling) (?:share)?(?:holder|owner)(?: \w+){0,2} (?:is|are|"
    r"remains?|stays?) (?:still )?(?:me|myself|the founders?|our founders?|us|my \w+)|(?:i|we|the founders?) (?:\w+ )?"
    r"(?:am|are|remain|stay) (?:\w+ )?(?:largest|biggest|main|majority|controlling) (?:share)?(?:holder|owner)s?)$"
)
"""大股东还是我，占58%: the share of who was just named."""
_BARE_SHARE = lazy(
    r"\s?(?:仍|还|各|一共|一人)?(?:占股?|持股|持有|持)?(?:比例)?(?:约|大概|近)?|"
    r"\s?(?:still )?(?:with|at|holding|owning) "
)


_PARTNERS_HOLD = lazy(
    r"(?:合伙人|合作伙伴|搭档|联合创(?:始|办)人|共同创(?:始|办)人|创(?:始|办)(?:人|团队)|股东|太太|老婆|爱人|妻子|"
    r"丈夫|老公|先生|[哥弟姐妹](?=占|持|有|拿|的)|"
    r"父亲|母亲|[爸妈](?=占|持|有|拿|的)|儿子|女儿|岳父|同学|朋友|团队|管理层|高管|骨干|员工|教授|大学|学校|研究院|"
    r"持股平台|[我他她](?:本人|自己|们)?(?=[^,。;]{0,6}(?:占|持|还有|还剩|剩|保留|手里)))"
    r"(?:(?!出|让|释|稀|给|换|卖|基金|天使|投资|创投|愿|想|肯|打算|准备|希望)[^,。;\d]){0,10}$"
)
"""投完后我占48%、合伙人占32%: what somebody else than the fund is to hold."""


def _held_by_partners(page: Page, index: int, one: Quantity) -> bool:
    """Whether the words right before a share, behind the figure before it, name an owner who holds it."""
    ends = [q.end for q in page.quantities_in(index) if q.end <= one.start]
    return _PARTNERS_HOLD.search(page.text, max([page.clauses[index].start, *ends]), one.start) is not None


def _owners_before(page: Page, index: int, lead: str) -> bool:
    """Whether a bare share stands behind the clause that names the owner who holds it."""
    before = page.previous(index)
    return before is not None and bool(_BARE_SHARE.fullmatch(lead) and _OWNERS_ARE.search(page.words(before).strip()))


_FUND_TAKES = lazy(
    r"(?<![a-z])funds? (?:would|could|will|is to|wants to) (?:take|get|hold|receive|own|have)\s(?:about\s|a\s|an\s)?$"
)
_FUND_SHARE = lazy(
    r"(?<![a-z])(?:fund|angel|investor)(?:'s)? (?:share|stake|holding|part|portion|slice)(?: [a-z]+){0,4}? (?:be|is|"
    r"of|at|"
    r"comes? to|reach(?:es)?|amounts? to) (?:about |only |just )?$|(?<![a-z])(?:(?:end up|come out|left|remain) with|"
    r"hand "
    r"(?:the |an? )?(?:\w+ )?(?:fund|angels?|investors?)) (?:about |only |just )?$"
)
_FOR_THE_FUND = lazy(r"\s(?:for|to) the (?:\w+ )?(?:angel )?fund(?![a-z])")
_HAD_AT_FIRST = lazy(
    r"(?<![a-z])(?:(?:was|were|is|are|has been) (?:put up|held|owned|contributed|paid in)|at the (?:start|beginning|"
    r"outset)|belongs?)(?![a-z])"
)
"""52% of the company was put up at the start by…: what somebody holds, not what a fund would."""
_SHORT_OF = lazy(
    r"(?:融资|资金)(?:的)?缺口(?:还有|有|是|为|约)?$|(?<![a-z])(?:would|could|can|may|might) (?:an? |"
    r"the )?(?:\w+ )?(?:investment|round|ticket|stake) of (?:rmb\s)?$|(?<![a-z])pitch (?:\w+ ){0,3}for\s(?:rmb\s)?$"
)
_FOR_IT = lazy(
    r"(?<![a-z])(?:for|against|in (?:return|exchange) for|at)\s(?:about\s|a\s|an\s)?$|(?:换|给|出|占)(?:取|出|他们|"
    r"对方|基金)?$"
)
_OFFERED = lazy(
    r"(?<![a-z])(?:offer\w*|giv\w+(?: up| away)?|part\w* with|sell\w*|dilut\w+(?: by)?)\s(?:about\s|up\s)?$"
)
_INSIDER = lazy(
    r"创始人|创办人|老板|母公司|员工持股|大股东|我(?:自己|本人)?占|founder|parent|boss|i hold|we hold|employee"
)
_FUND = lazy(
    r"天使|基金|投资|种子|创投|风投|入股|(?:想|要|希望|打算|准备|计划|寻求|拟|再)[\u4e00-\u9fff]{0,4}融(?:资|"
    r"[\d一二两三四五六七八九十个])|angel|fund|invest|seed|venture|rais|pre-?money"
)
_SHARE = lazy(r"市场|市占|份额|研发|营收|收入|员工|(?<![a-z])(?:market|sales|revenue|staff|r&d)(?![a-z])")
_GATE = lazy(
    r"天使|基金|投资|融资|融(?=[\d一二两三四五六七八九十个])|种子|创投|风投|入股|出让|angel|fund|invest|seed|"
    r"in exchange for|venture|rais|pre-?money|(?<![a-z])(?:for|against) (?:about |an? )?[\w.]{1,6} ?(?:%|per ?cent)"
)


def find(page: Page) -> Findings:
    """The sum that is wanted and the stake that the fund would hold."""
    if not _GATE.search(page.text):
        return
    wanted: Quantity | None = None
    for index, _ in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if one.vague:
                continue
            if one.kind == "cny" and _is_wanted(page, index, one):
                wanted = wanted or one
                yield Found("investment_wanted_cny", number(one.value), one.start, one.end, 2)
            elif one.kind == "pct" and _is_stake(page, index, one):
                yield Found("fund_stake_pct", number(one.value), one.start, one.end, 2)
    yield from _valuations(page) if wanted is None else _reckoned(page, wanted)


def _valuations(page: Page) -> Findings:
    """`pre_money_cny`: what the company is put at before the money comes in; read where no sum is named."""
    if not any(sign in page.text for sign in ("pre", "投前", "before")):
        return
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            lead = page.text[max(0, one.start - _LABEL) : one.start]
            told = one.kind == "cny" and not one.vague and not strangers(page, one.start)
            past = _PAST.search(page.text, clause.start, one.start)
            if told and not past and (PRE.search(lead) or PRE_BEHIND.match(page.text, one.end)):
                yield Found("pre_money_cny", number(one.value), one.start, one.end)


_LABEL = 36
"""Code points in which the label of a valuation stands."""
_PAST = lazy(r"上一轮|上轮|前一轮|(?<![a-z])(?:last|previous|earlier|former) (?:round|investor|offer)")


_ASK = lazy(r"\s?(?:-\s)?(?:the )?(?:ask|asking|our ask)\s?$")
_FOR_A_SHARE = lazy(
    r"\s?(?:yuan |rmb )?(?:for|against|in (?:exchange|return) for)\s(?:about\s|an?\s)?[\w.]{1,6}\s?(?:%|per\s?cent)"
    r"(?! (?:interest|a year|yearly|per annum|p\.a|of (?:the|our|my) (?:market|sales|profits?|revenue)))"
)
"""A sum against a share is an investment, whatever it is called: "I'd like 1.5 million for 10%"."""


def _asked(page: Page, index: int, lead: str) -> str:
    """The words before a sum, with a label that asks: "Ask: RMB 3.5m"."""
    if (
        index
        and not lead.strip(" rmb¥")
        and page.clauses[index - 1].closing == ":"
        and _ASK.search(page.words(index - 1))
    ):
        return "ask " + lead
    return lead


def _is_wanted(page: Page, index: int, one: Quantity) -> bool:
    clause = page.clauses[index]
    lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
    lead = _asked(page, index, _behind_a_valuation(page, index, one, lead))
    return bool(
        (_WANTED.search(lead) or _SHORT_OF.search(lead))
        and (_INVESTOR.search(lead + tail[: _near(tail)]) or _FOR_A_SHARE.match(tail) or ON_A_VALUATION.match(tail))
        and not _DONE.search(lead)
        and not strangers(page, one.start)
        and not _OTHER.search(lead)
        and not PRE_BEHIND.match(tail)
        and (_SHORT_OF.search(lead) or _BEFORE.search(lead) or _BEHIND.match(tail) or _FOR_A_SHARE.match(tail))
    )


_IN_SHARES = lazy(r"\s?(?:yuan |rmb )?(?:in|of|as|for) (?:new |fresh |newly \w+ )?(?:shares|equity|stock)(?![a-z])")


def _near(tail: str) -> int:
    """How far behind a sum its investor may stand: further where the shares that it buys are told first."""
    return 56 if _IN_SHARES.match(tail) else 24


def _behind_a_valuation(page: Page, index: int, one: Quantity, lead: str) -> str:
    """The words between a valuation and the sum that is asked against it: "against a pre-money value of 27m we ask"."""
    valued = [
        other.end
        for other in page.quantities_in(index)
        if other.kind == "cny"
        and other.end <= one.start
        and (
            PRE.search(page.text, max(0, other.start - _LABEL), other.start)
            or POST.search(page.text, max(0, other.start - _LABEL), other.start)
            or PRE_BEHIND.match(page.text, other.end)
        )
    ]
    return page.text[max(valued) : one.start] if valued else lead


def _is_stake(page: Page, index: int, one: Quantity) -> bool:
    """A share of the equity in a sentence about a fund or an investor, not the founder's or a parent's."""
    clause = page.clauses[index]
    lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
    traded = _FOR_IT.search(lead) and any(
        q.kind == "cny" and _is_wanted(page, index, q) for q in page.quantities_in(index)
    )
    if (
        not (traded or _FUND.search(page.sentence(index)))
        or strangers(page, one.start)
        or _SHARE.search(lead)
        or _INSIDER.search(lead)
        or _DONE.search(page.words(index))
        or _HAD_AT_FIRST.search(tail)
        or _OWN_STAKE.search(lead)
        or _owners_before(page, index, lead)
        or _held_by_partners(page, index, one)
    ):
        return False
    return bool(
        _STAKE_BEHIND.match(tail)
        or (_STAKE.search(lead) and re.search(r"股|出让|释放|稀释|让出|stake|占", lead))
        or (_FOR_IT.search(lead) and any(q.kind == "cny" for q in page.quantities_in(index)))
        or (_FUND_TAKES.search(lead) and not re.match(r"\s?(?:more|of (?!the|our))", tail))
        or _FOR_THE_FUND.match(tail)
        or _FUND_SHARE.search(lead)
        or (_OFFERED.search(lead) and not tail.strip(" .?"))
    )


def _reckoned(page: Page, wanted: Quantity) -> Findings:
    """wanted / (pre-money + wanted), or wanted / post-money, in per cent with two decimals."""
    for one in page.quantities:
        if one.kind != "cny" or one.vague or one is wanted:
            continue
        lead = page.text[max(0, one.start - 36) : one.start]
        then = THEN.match(page.text, one.end) if VALUED.search(lead) else None
        pre = PRE.search(lead) or PRE_BEHIND.match(page.text, one.end) or (then and then["pre"])
        if not (pre or then or POST.search(lead) or POST_BEHIND.match(page.text, one.end)):
            continue
        whole = one.value + wanted.value if pre else one.value
        if whole > 0:
            stake = round(Decimal(100) * wanted.value / whole, 2)
            start, end = min(one.start, wanted.start), max(one.end, wanted.end)
            yield Found("fund_stake_pct", number(stake), start, end, 1)
