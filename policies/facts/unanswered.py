"""What somebody was asked and has not answered: 是不是合作企业,孵化器没有回复; "the broker has not got back to me".

Silence alone says nothing: a bank that has not answered an application leaves nothing of the enterprise open. Open is
what the question beside it is about (whether, which, 是不是, 有没有, A还是B), never who is silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policies.facts import signatures
from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.stretches import Stretches
from policies.facts.topics import raised
from policies.facts.unknowing import BENEFIT, SELF, SETTLED
from policies.patterns import lazy

_WEIGHT = 9
_US = r"(?:跟|对|给|向)?(?:我们?|咱们?|公司|个|人)?"
_SILENT_ZH = (
    rf"(?:没有?|未|不肯|不)(?:能)?{_US}(?:回(?:话|复|音|信|应|电|消息|过?我|说法)|回(?=[,。;!?]|$)|答复|准信|准话|说法|"
    r"下文|吭声|表态|应声|正面|信儿?(?=[,。;!?]|$)|音信|消息|接电话)|不接电话|在路上|"
    rf"(?:没有?|未|不肯|不){_US}(?:说|讲|提|交代|交待)(?:清楚?|明白?|死|定|准)?(?=[,。;!?]|$)|"
    r"(?:没有?|未)(?:告诉|告知|通知)(?:过)?(?:我们?|咱们?|公司)|(?:说|讲|答)不(?:出来?|上来?)|(?:拿|吃|摸)不准|"
    r"(?:查|翻|问|找|核)不(?:到|出|着|清)|(?:没有?|未)(?:查|核|问|弄|搞|翻|对|确认|交|报|寄)"
    r"(?:到|上来|过来|完|清楚?|好|明白?|实|出来)?过?(?=[,。;!?]|$)|"
    r"(?:没有?|未)(?:能|机会|办法|法)?(?:亲眼|亲自)?(?:看|见)(?:到|着|过|见)?(?=[,。;!?]|$)|"
    r"(?:没有?|未|无)(?:留|存|保留|任何|什么|下){0,3}(?:单据|凭证|凭据|底单|回单|票据|字据)|"
    r"(?:回单|单据|凭证|流水|摘要)(?:上|里)?(?:也|都|又|并)?(?:没有?|未)(?:写|注明?|标明?|载明?)(?=[,。;!?]|$)|"
    r"(?:还|正|仍|尚)?在(?:核|查|问|打听|翻|对)(?:实|对|证|着|呢|账|档|底)?(?=[,。;!?]|$)|"
    r"(?:还|正|仍)?(?:在|要|得|先)?等(?:着|候)?[^,。;!?]{0,10}?"
    r"(?:报告|回话|回复|答复|回信|回音|消息|核实|结果|说法|准信|鉴定|确认)(?!费)"
)
_NOT_EN = (
    r"(?:(?:ha(?:s|ve|d)|did|does|do|is|was|would|will|could)(?: not|n't)|never|yet to|"
    r"no(?:body|-one| one|ne)\b[^,.;]{0,40}?)"
)
_SILENT_EN = (
    rf"{_NOT_EN} (?:(?:yet|so far|has|have|had|would|could|will|ever|really|been able to|even) ){{0,3}}?"
    r"(?:answer(?:ed)?|"
    r"repl(?:y|ied)|respond(?:ed)?|(?:come|came|got|get|written|wrote|rung|rang|called|phoned|gets|calls) back|"
    r"revert(?:ed)?|sa(?:y|id)|t(?:ell|old)"
    r"(?: (?:me|us))?|let (?:me|us) know|look(?:ed)? (?:it )?up|check(?:ed)?|verif(?:y|ied)|ascertain(?:ed)?|"
    r"confirm(?:ed)?|hear(?:d)?|find|found|show|"
    r"mention(?:ed)?|state[ds]?)|"
    r"no (?:\w+ )?(?:answer|reply|word|response) (?:has|came|is|yet|so far|from|as yet)|"
    r"(?:still|now|currently) (?:looking|checking|asking|going through|searching|digging|verifying|finding out|trying)|"
    r"(?:wait\w*|awaiting) (?:for |on |to )?(?:[\w']+ ){0,4}?(?:word|reports?|answers?|reply|replies|say|results?|hear|"
    r"findings?|confirmation|news)|"
    r"(?:can(?:not|'t)|could(?:n't| not)|unable to) (?:\w+ )?(?:find|tell|say|see|make out|learn|trace)|"
    r"(?:promis\w+|meant|offered|undertook) to (?:\w+ )?(?:look|tell|check|find|ask|let|see|send)|"
    r"(?:not|n't) (?:written|noted|recorded|stated|put)(?: down)? anywhere|not (?:clear|evident|plain) from|"
    r"(?:looking|look) into (?:it|that|whether|which)|"
    r"no (?:chance|opportunity|occasion) to (?:\w+ )?(?:look|see|check|verify|ask|read)"
)
SILENT = lazy(rf"{_SILENT_ZH}|(?<![a-z])(?:{_SILENT_EN})(?![a-z])")
_QUESTION = lazy(
    r"([\u4e00-\u9fff])没\1|是不是|是否|有没有|有无|算不算|属不属|在不在|到没到|对不对|[^,。;!?]{2}还是[^,。;!?]|"
    r"归谁|谁(?:的|名)|"
    r"哪(?:[天年月日个家种类笔边级一]|[一几])|几[月号日]|多少(?!有|会)|"
    r"(?<![a-z])(?:whether|which (?:of|one|way|day|date|year|month|kind|sort|branch|district|bank|class|side|party)|"
    r"what (?:kind|sort|class|day|date|year)|how many)(?![a-z])"
)
_ASKED_OUTRIGHT = lazy(
    r"\s?(?:is|are|was|were|did|does|do|has|have|had) (?:the|our|my|it|that|this|we|they|he|she|there|"
    r"any(?:one|body)?)(?![a-z])"
)
_IF = lazy(r"(?<![a-z])if (?:it|the|that|this|we|our|they|any)(?![a-z])")
_POINTING = lazy(
    r"(?:whether|which|was|if) (?:of )?(?:it|that|this|those|these|they)(?![a-z])|(?:那|这)(?:笔|次|个|项|件|是|时)|"
    r"(?:是不是|是)?(?:在)?(?:\d{4}|[前去今]|上)年[^,。;!?]{0,12}还是"
)
_TO_COME = lazy(
    r"(?:什么时候|何时|啥时候|哪天|几号|几月|多久)(?:才|就|钱)?(?:能|会|可以|给|到|批|下)|(?:要|得|需要?)等?多久|"
    r"(?:给|批|放|下|拨)(?:多少|几|不)|需不需要|需要|要不要|减免|优惠|下浮|能不能|可不可以|"
    r"(?<![a-z])(?:when (?:the|we|they|it|our) (?:\w+ )?(?:will|would|money|can|comes?|pays?)|needed|required|"
    r"(?:if|whether) (?:they|the (?:bank|office|lender)|it|we) (?:will|would|can|could)(?! be (?:class|count|treat|"
    r"judg|regard)| count)|(?:an?|the|any|which|what) forms?(?! of)|pages)(?![a-z])"
)
"""What somebody is to give or to do yet, or a paper that is wanted, is no matter of the enterprise."""
_LEANING = lazy(r"\s?(?:可|但|不过|到底|究竟)?(?:是不是|是否|有没有)")
_FIGURE = lazy(r"\d")
"""A question without a word of its own matter: what it asks about stands before it."""
_ALONE_ZH, _ALONE_EN = 26, 110
"""Up to which a sentence that only says who is silent belongs to the question before it."""
_BACK = 3
_OF_FACT = frozenset({"region", "industry", "legal_person", "tech_enterprise"})


def find(page: Page, stretches: Stretches, read: Iterable[Found]) -> Findings:
    """A doubt for each fact that was asked after in vain."""
    for _, first, last, named in _asked(page, stretches):
        start, end = stretches.span(first)[0], stretches.span(last)[1]
        for name, (begin, close) in named.items():
            yield Found(name, None, begin, close, signatures.weight(page.text, name, begin, close, _WEIGHT))
        for one in read:
            if start <= one.start and one.end <= end and _in_question(one):
                yield Found(one.name, None, one.start, one.end, _WEIGHT)
        if first and _POINTING.search(page.text, start, end):
            yield from _pointed_at(stretches, first, read)


def ends(page: Page, stretches: Stretches) -> Iterator[tuple[int, int, bool]]:
    """The words of silence, and whether the question names a fact."""
    for number, _, _, named in _asked(page, stretches):
        yield *stretches.span(number), bool(named)


def elsewhere(page: Page, stretches: Stretches, match: re.Match[str]) -> bool:
    """Whether words of silence have their question in a stretch of its own: who is silent is not what is asked."""
    if not SILENT.search(match[0]):
        return False
    number = stretches.around(match.start())
    first = _question(page.text, stretches, number)
    return first is not None and first != number


_APPLIED = lazy(
    r"申请|申报|材料|放款|到账|拨款|授信|"
    r"(?<![a-z])(?:application|request|letter|claim|credit line|emails?|calls?|form)(?![a-z])"
)


_TO_CONFIRM = lazy(
    r"确权|确认(?:这笔|该笔|上述|我们的)?(?:应收|债权|债务|欠款|账款|货款|款项)|对账单|催款函|催告函|"
    r"(?<![a-z])confirm(?:ation of)? (?:the |this |that |our |its )?(?:debts?|receivables?|sums?|amounts?|invoices?|"
    r"bills?|claims?|balance)(?![a-z])"
)
"""A payer was asked to confirm what it owes: that it keeps silent is the case itself."""


def of_dealings(text: str, stretches: Stretches, match: re.Match[str]) -> bool:
    """Whether it is an application, not a question, that was left without an answer."""
    if not SILENT.search(match[0]):
        return False
    number = stretches.around(match.start())
    start = stretches.span(max(0, number - 1))[0] if number and not stretches.closes_sentence(number - 1) else None
    here = stretches.span(number)
    if _TO_COME.search(text, *here):
        return True
    span = (start if start is not None else here[0], here[1])
    if _TO_CONFIRM.search(
        text, stretches.span(stretches.first_of_sentence(number))[0], here[1]
    ) and not _QUESTION.search(text, *span):
        return True
    return (
        _APPLIED.search(text, *span) is not None
        and _QUESTION.search(text, *span) is None
        and not raised(text, *here)
        and (start is None or not raised(text, start, here[0]))
    )


def _asked(page: Page, stretches: Stretches) -> Iterator[tuple[int, int, int, dict[str, tuple[int, int]]]]:
    """The stretch of each silence, the first and last one of its question, and the facts that this names."""
    text = page.text
    for match in SILENT.finditer(text):
        number = stretches.around(match.start())
        first = _question(text, stretches, number)
        if first is None or _settled(text, stretches, number):
            continue
        last = first
        while last + 1 < number and re.match(r"(?:还是|抑或|或者)|\s?or ", text[stretches.span(last + 1)[0] :][:6]):
            last += 1
        start, end = stretches.span(first)[0], stretches.span(last)[1]
        if (BENEFIT.search(text, start, end) and not SELF.search(text, start, end)) or _TO_COME.search(
            text, start, end
        ):
            continue
        others = strangers(page, start + len(text[start:end]) - len(text[start:end].lstrip()))
        named = raised(text, start, end, others)
        leans = (
            _POINTING.search(text, start, end) or _LEANING.match(text, start, end) or _FIGURE.search(text, start, end)
        )
        back = first - 1 if leans else -1
        while not named and back >= max(0, first - _BACK) and not stretches.closes_sentence(back):
            named = raised(text, *stretches.span(back), others)
            back -= 1
        if named or not others:
            yield number, first, last, named


def _question(text: str, stretches: Stretches, number: int) -> int | None:
    """The stretch that asks: the one of the silence, or one before it in the sentence, or in the sentence before."""
    start, end = stretches.span(number)
    if _QUESTION.search(text, start, end) or _IF.search(text, start, end):
        return number
    for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
        begin, close = stretches.span(back)
        if stretches.closes_sentence(back):
            long = end - start > (_ALONE_EN if text[start:end].isascii() else _ALONE_ZH)
            if back < number - 1 or long:
                return None
            if text[close : close + 1] == "?" and _ASKED_OUTRIGHT.match(text, begin, close):
                return back
        if _QUESTION.search(text, begin, close) or _ASKED_OUTRIGHT.match(text, begin, close):
            return back
    return None


def _settled(text: str, stretches: Stretches, number: int) -> bool:
    return number + 1 < len(stretches.edges) and SETTLED.match(text, *stretches.span(number + 1)) is not None


def _in_question(one: Found) -> bool:
    return one.name not in _OF_FACT and (one.value is None or isinstance(one.value, bool))


def _pointed_at(stretches: Stretches, first: int, read: Iterable[Found]) -> Findings:
    """What was told just before a question on "that": money from the park, "whether that was in 2010 or in 2013"."""
    start, end = stretches.span(first - 1)
    told = [one for one in read if start <= one.start and one.end <= end and isinstance(one.value, bool)]
    for one in told:
        yield Found(one.name, None, one.start, one.end, _WEIGHT)
