"""Self-corrections: "80人，不对，是90人", "60 staff. Sorry, 64". The figure taken back is cut out before
anything else reads.

What is cut keeps its place in the original, so spans still point into the writer's own words. A corrected figure
without a unit takes the one of the figure it replaces; where that unit was part of the number ("3000万，说错了，2800")
neither is kept, unknown being safer, but where a whole sentence sets it right ("the 40 million I mentioned; it is 44").
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from policies.facts import numerals, quantities
from policies.facts.normal import Text
from policies.facts.quantities import Quantity
from policies.patterns import lazy

_BACK = (
    r"不对|(?:说|写|打|记|讲|算|搞|弄)错了?|口误|更正|纠正|改正|[哦噢啊喔]?不(?:是)?(?=[,.。;\s])|抱歉|不好意思|"
    r"对不起|应为|笔误|手误|[看说记打]岔了?|记混了?|"
    r"(?<![a-z])(?:sorry|correction|scrub that|forget that|cross that out|ignore that|my error|a slip|a typo|"
    r"(?:i )?beg (?:your )?pardon|pardon me|excuse me|scratch that|strike that|i mean(?:t)?|my mistake|oops|"
    r"make (?:that|it)|no,? wait|"
    r"wait,? no|(?:or )?rather|apologies|that should be|misspoke|no(?=\s?[,.]))(?![a-z])"
)
_PAPERS_ZH = (
    r"(?:[^,。;!?\d]{0,4}?(?:发票|收据|单据|票据|合同|协议|(?<![到入回进转])账本?|台账|账单|流水|回单|凭证|名册|执照|证书|保单|底稿|"
    r"报表|文件|工资单|材料))"
)
_PAPERS_EN = (
    r"(?:the|our|its|their) (?:[\w'-]+ )?(?:invoices?|receipts?|bills?|contract|agreement|ledger|books|accounts|"
    r"payroll|"
    r"licen[cs]e|certificate|statement|papers?|files?|register|policy|voucher|slip|records?)"
)
_LOOKED = (
    rf"(?:(?:后来|结果|再|又|回头|刚才?|一){{0,2}}[翻查看对核](?:对|实|了|过|一?下|出|开){{0,2}}{_PAPERS_ZH}|"
    rf"实际{_PAPERS_ZH})(?:上|里|面|原件)"
    r"{0,2}(?:写|记|开|显示|发现|看|的|才|却|其实|实际|只|是|为|应该?){0,4}(?:[,:])?|"
    rf"(?<![a-z])(?:(?:on |after |having )?(?:checking|checked|looking at|looked at|looking up|looked up|reading|"
    rf"consulting) {_PAPERS_EN},? (?:(?:again|once more|now),? )?(?:it|that|this|they|i see(?: it| that it)?) "
    rf"(?:is|was|are|were|says)|(?:but |though |in fact )?{_PAPERS_EN} (?:actually )?(?:says?|shows?|reads|gives?|has|"
    r"have|puts it at|makes it|is for|was for|(?:is|was) made out for))(?![a-z])"
)
"""A paper looked up that gives another figure: 翻合同是…, "checking the contract, it was …"."""
_MARKS = r"[\s,.。;:!()\-…哦噢啊喔呃]{0,4}"
_AT_ONCE = lazy(r"一[看查翻对问]")
"""No figure: 一看发票."""
_LINKS = (
    r"应该?是|其实|实际上?|准确(?:地)?说|确切|而|是|有|才|为|我|了|the (?:right )?(?:figure|number) is|it'?s|it is|"
    r"it should be|should be|that should be|we are|we're|we have|there are|actually|make (?:that|it)|i meant?"
)
_TAIL = (
    r"(?P<tail>(?: (?:yuan |rmb )?(?:this|last|for|to|in|from|on|per|a|"
    r"of) [^\d,.;:!?()]{1,40})?(?:(?![元人名个件项年])[\u4e00-\u9fff]{2,8}(?=[,。;(]))?)"
)
_GAP = lazy(
    rf"{_TAIL}[\s,.。;:!()\-…元人名个件项年%]{{0,8}}(?:成立|创立|"
    rf"开的)?{_MARKS}(?:(?:{_BACK}){_MARKS}(?:{_BACK})?(?:{_LOOKED}|{_PAPERS_ZH}[上里]?)?|(?:{_LOOKED}))"
    rf"(?:[\s,:.\-]|{_LINKS}){{0,6}}"
)
_MARK = lazy(rf"{_BACK}|{_LOOKED}")
_FARTHEST = 64
"""Code points between the two figures at most."""


def apply(text: Text) -> Text:
    """The text without figures that their writer took back."""
    if not _MARK.search(text.normal):
        return text
    found = [one for one in quantities.find(text.normal) if not _AT_ONCE.match(text.normal, one.start)]
    righted: Quantity | None = None
    for first, second in reversed([*pairwise(found)]):
        if second.start - first.end > _FARTHEST:
            continue
        gap = _GAP.fullmatch(text.normal, first.end, second.start)
        if gap is not None:
            kept = gap.end("tail") if second is not righted else first.end
            text, righted = corrected(text, first, second, kept, scaled=False), first
    return text


def corrected(text: Text, first: Quantity, second: Quantity, kept: int = 0, scaled: bool = True) -> Text:
    """The text with the second figure in the place of the first; words between them stay up to `kept`."""
    said = text.normal[first.start : first.end]
    start, unit = first.start, ""
    if second.kind == "plain" != first.kind or (second.kind == "plain" and _SCALED.search(said)):
        currency = _CURRENCY.match(said)
        start += currency.end() if currency else 0
        unit = (_scale(said, second) if scaled else "") if _SCALED.search(said) else _unit(said)
        if not unit and (currency is None or _SCALED.search(said)):
            return _without(text, first.start, second.end)
    elif first.kind != second.kind and first.kind != "plain":
        return text
    return _placed(text, first, second, start, unit, max(kept, first.end))


def _placed(text: Text, first: Quantity, second: Quantity, start: int, unit: str, kept: int) -> Text:
    if kept == first.end and not unit:
        return _without(text, start, second.start)
    normal, origin = text.normal, text.origin
    last = origin[second.end - 1]
    return Text(
        text.original,
        normal[:start] + normal[second.start : second.end] + unit + normal[first.end : kept] + normal[second.end :],
        origin[:start]
        + origin[second.start : second.end]
        + (last,) * len(unit)
        + origin[first.end : kept]
        + origin[second.end :],
    )


_CURRENCY = lazy(r"(?:rmb|cny|¥|￥) ?")
_SCALED = lazy(r"\d ?(?P<scale>million|billion|thousand|万|亿|千万|百万|[mkw](?![a-z]))(?: ?(?:yuan|rmb|元))?$")
_LEAST, _MOST = Decimal("0.25"), Decimal(4)
"""How far a figure put right may be from the one before it, where its scale is taken from that."""


def _scale(words: str, second: Quantity) -> str:
    """What makes a bare number as large as the one before it: "the 40 million … it is 44" is 44 million."""
    scaled = _SCALED.search(words)
    bare = next(numerals.find(words[: scaled.start("scale")]), None) if scaled is not None else None
    if scaled is None or bare is None or not bare.value or not _LEAST <= second.value / bare.value <= _MOST:
        return ""
    return (" " if scaled["scale"].isascii() else "") + words[scaled.start("scale") :]


def _unit(words: str) -> str:
    """What follows the number in a quantity's words: "人", " people", "%"."""
    said = next(numerals.find(words), None)
    return words[said.end :] if said is not None else ""


def _without(text: Text, start: int, end: int) -> Text:
    return Text(text.original, text.normal[:start] + text.normal[end:], text.origin[:start] + text.origin[end:])
