"""The registered seat moved: "the shareholders moved the registered seat across the border to Wuhai", 注册地迁到了乌海.

The place of the register entry outdoes the one where the company was founded and the one where its works stayed.
"""

from __future__ import annotations

from collections.abc import Sequence

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.patterns import lazy

_ENTRY_ZH = (
    r"(?:注册(?!资|商标)(?:地址?|地点|所在地|登记)?|登记地?址?|工商(?:登记|注册|关系|地址)?|"
    r"(?:营业)?执照(?:上)?(?:的)?(?:地址|住所|注册地)?|住所地?|法定地址)"
)
_MOVED_ZH = lazy(
    rf"{_ENTRY_ZH}[^,。;没未不想拟]{{0,12}}?(?:迁(?:移|址)?|搬|变更|改|换|转|"
    rf"挪)(?:移)?(?:登记)?(?:[至到往去成为进入在]|为了|成了|到了|去了|过去){{1,2}}"
    rf"[^,。;没未不]{{0,4}}$|"
    rf"(?:把|将)[^,。;]{{0,6}}?{_ENTRY_ZH}[^,。;没未不想拟]{{0,8}}?(?:迁|搬|转|挪|改|换)(?:移|"
    rf"址)?(?:[至到往去成为进入在]|了){{1,2}}$"
)
_ENTRY_EN = (
    r"(?:(?:registered|legal|statutory|official) (?:seat|office|address|domicile|place|headquarters)|"
    r"registration|domicile|"
    r"(?:business )?licen[cs]e(?: address)?|address on (?:the|our) licen[cs]e|seat)"
)
_MOVED_EN = lazy(rf"(?<![a-z]){_ENTRY_EN}(?![a-z])(?: (?!not|never|still)[\w'-]+){{0,8}}? (?:to|into)\s(?:the\s)?$")
_MOVING_EN = lazy(
    r"(?<![a-z])(?:moved|move|shifted|transferred|relocated|changed|re-?registered|switched|taken|carried|went|"
    r"gone|brought)"
    r"(?![a-z])"
)
_TO_COME = lazy(
    r"打算|计划|准备|将[要会]?(?!注|登|工|执|营|住)|想|拟|考虑|如果|要是|下个?月|明年|后年|没|未|"
    r"(?<![a-z])(?:will|would|plan\w*|may(?! \d)(?= (?:move|be|have|well))|might|could|should|if|want\w*|"
    r"intend\w*|next|"
    r"consider\w*|hop\w+|going to|not|never|about to|thinking)(?![a-z])|n't(?![a-z])"
)
_AGAIN = lazy(
    r"(?:又|再|后来|去年|今年|现在|最后)?(?:迁|搬)回|(?<![a-z])(?:moved|came|brought|transferred|"
    r"shifted) (?:it )?back(?![a-z])"
)
_SIGN = lazy(r"[迁搬挪转变改换]|mov|shift|transfer|relocat|chang|regist|switch")
_WEIGHT = 8


def find(page: Page, named: Sequence[tuple[str, int, int]]) -> Findings:
    """The region to which the entry in the register was moved; the last one told."""
    if not named or _SIGN.search(page.text) is None or _AGAIN.search(page.text):
        return
    last: Found | None = None
    for code, start, end in named:
        index = page.index(start)
        clause = page.clauses[index]
        lead = page.text[clause.start : start]
        moved = _MOVED_ZH.search(lead) or (_MOVED_EN.search(lead) if _MOVING_EN.search(lead) else None)
        if moved is None or clause.closing == "?" or _TO_COME.search(lead):
            continue
        if strangers(page, start) and "shareholder" not in lead and "股东" not in lead:
            continue
        last = Found("region", code, start, end, _WEIGHT)
    if last is not None:
        yield last
