"""Whether the fund would be the largest shareholder, reckoned from its stake and what the owners hold: in English.

"Six of us own a sixth each" and a stake of 18% leave each owner 13.7%. A share that is told to remain ("the founder
keeps 41%") is taken as it is, one that is held now is diluted by the stake. What is only a part of the owners' shares
gives no answer unless it is enough to outdo the fund.
"""

from __future__ import annotations

import re
from decimal import Decimal

from policies.facts import investment
from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page

_EACH = re.compile(
    r"(?<![a-z])(?:owns?|holds?|have|holding|owning) (?:an?|one) (?P<part>half|third|quarter|fifth|sixth|seventh|"
    r"eighth|"
    r"ninth|tenth) each(?![a-z])|(?<![a-z])(?:fifty[- ]fifty|50[/-]50|half each|half and half)(?![a-z\d])"
)
_PARTS = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_KEPT = re.compile(
    r"(?<![a-z])(?:founders?|owner|i|we|boss|couple)(?: \w+){0,3}? (?:stays? at|keeps?|kept|retains?|remains? at|still "
    r"(?:own|hold|have)s?|is left with|are left with|would (?:still )?(?:own|hold|have|keep))(?: around| about)? "
    r"(?P<pct>\d{1,2}(?:\.\d+)?) ?(?:%|per ?cent)"
    r"(?! of (?:the |our )?(?:profits?|sales|revenue|votes|board|market))"
)
_SIGNS = (
    " each",
    "fifty",
    "50/50",
    "50-50",
    "half",
    " stay",
    " would ",
    "keep",
    "kept",
    "retain",
    "remain",
    "still ",
    " left with",
)
"""Without any of these no holding is told."""
_SHARES = re.compile(r"(?<![a-z])(?:shares|own\w*|hold\w*|equity)(?![a-z])")


def find(page: Page) -> Findings:
    """`fund_largest_shareholder`, where a stake and a holding of the owners are told."""
    if not any(sign in page.text for sign in _SIGNS):
        return
    each = next((one for one in _EACH.finditer(page.text) if _ours(page, one)), None)
    kept = next((one for one in _KEPT.finditer(page.text) if not strangers(page, one.start())), None)
    told = kept or each
    if told is None:
        return
    stakes = {one.value for one in investment.find(page) if one.name == "fund_stake_pct"}
    if len(stakes) != 1:
        return
    stake = Decimal(str(stakes.pop()))
    if kept is not None:
        largest = Decimal(kept["pct"])
    elif each is not None:
        largest = (100 - stake) / (_PARTS.index(each["part"] or "half") + 2)
    if stake != largest and (stake < largest or kept is None):
        yield Found("fund_largest_shareholder", stake > largest, told.start(), told.end(), 2)


def _ours(page: Page, match: re.Match[str]) -> bool:
    index = page.index(match.start())
    return _SHARES.search(page.sentence(index)) is not None and not strangers(page, match.start())
