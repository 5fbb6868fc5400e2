"""What help is asked for: a matter that the text of a benefit covers, or one beside it.

Vouchers for goods, cover of other things than patents, a fund that is only to lend, papers that a bank wants, a project
of the firm's own: what is named as wished for is meant as much as what was done, so a wish or a question does not
take it back. A supposition or a no right before the words does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import SUPPOSITION, doubted
from policies.facts.what_for_terms import (
    AGES_FAST,
    AGES_NOT,
    ANOTHER,
    ANY_KIND,
    APPLIES,
    ASSETS,
    BEFORE,
    BELOW,
    CONFIRMED,
    FEE,
    LOANS,
    LOSSES,
    MOVABLE,
    NO_HOUSE,
    NO_KIND,
    NO_OTHER,
    NO_PROJECT,
    NO_REPAYING,
    NO_STATE,
    NOT_BEFORE,
    NOT_SMALL_TAX,
    OWED,
    PLEDGES,
    POSITIVE_SURETY,
    PROFIT,
    PROJECT_EN,
    PROJECT_GATE,
    PROJECT_ZH,
    RATHER,
    RENEWAL,
    SAYS,
    SCALE,
    SETTLED,
    SITS,
    SITS_BEHIND,
    SMALL_PROFIT_CNY,
    SMALL_TAX,
    STILL_OWED,
    SURETY,
    TAX,
    TAX_TEST,
    THE_STATES,
    THE_TRADES,
    UNGUARANTEED,
    WRITTEN_OFF,
)
from policies.facts.what_for_words import (
    COVER,
    FUND,
    GOODS_BOUGHT,
    GROWN,
    INVESTORS,
    IP,
    MATERIALS,
    MATURE,
    NO_STAKE,
    OFF_PURPOSE,
    OFFICE,
    PRIVATE_ASKS,
    UNRIPE,
    USES,
    VOUCHER,
    WITH_US,
)
from policies.patterns import lazy


@dataclass(frozen=True, slots=True)
class Purpose:
    """`words` say that the fact is `value`, in a text with `gate` and without `unless`."""

    name: str
    value: bool | None
    gate: re.Pattern[str]
    words: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    weight: int = 2
    of_others: bool = False  # others are named in the words themselves
    beside: re.Pattern[str] | None = None  # must be in the text too


_ANY = lazy(
    r"券|险|基金|确|押|认|平台|入股|股权|材料|资料|文件|代偿|折旧|税|续贷|担保|项目|专项|课题|"
    r"(?<![a-z])(?:voucher|secur|pledg|collateral|lend|loan|insur|cover|fund|equity|stake|share|material|papers|"
    r"document|catch-all|pay-?out|"
    r"depreciat|writ|tax|renew|roll|confirm|acknowledg|platform|guarant|project|programme|program)"
)
_NO = lazy(
    r"(?:不是|并非|不属于?|而非|没有?|未|无|不|唔|冇)(?:曾|去|想|打算|要|用|必|会|算)?$|"
    r"(?<![a-z])(?:not|never|no|nor|rather than|instead of|without)(?: (?:an?|the|been|to|going to|really|even))? ?$|"
    r"n't(?: (?:an?|the|been|to|going to|really|even))? ?$"
)

_PURPOSES = (
    Purpose("payer_state_owned", True, CONFIRMED, THE_STATES, NO_STATE, weight=3, of_others=True, beside=OWED),
    Purpose("movable_security", True, PLEDGES, MOVABLE, beside=NO_HOUSE),
    Purpose("movable_security", None, PLEDGES, NO_KIND, weight=3, beside=NO_HOUSE),
    Purpose("debt_settled", True, CONFIRMED, SETTLED, LOANS, of_others=True),
    Purpose("uses_science_resources", False, VOUCHER, OFF_PURPOSE, USES),
    Purpose("voucher_for_goods", True, VOUCHER, GOODS_BOUGHT, USES),
    Purpose("ip_insurance", False, lazy(r"险|(?<![a-z])(?:insur|cover|polic)"), COVER, IP),
    Purpose("asked_by_office", False, MATERIALS, PRIVATE_ASKS, OFFICE, of_others=True),
    Purpose("mature_stage", True, FUND, MATURE, UNRIPE),
    Purpose("mature_stage", None, FUND, GROWN),
    Purpose("refuses_equity", True, FUND, NO_STAKE),
    Purpose("guarantor_losses_reasonable", False, SURETY, LOSSES, of_others=True),
    Purpose("tax_small_profit", False, TAX, NOT_SMALL_TAX, weight=3),
    Purpose("tax_small_profit", True, TAX, SMALL_TAX, NOT_SMALL_TAX, weight=3),
    Purpose("tax_small_profit", None, TAX, TAX_TEST),
    Purpose("renewal_without_repayment", True, RENEWAL, NO_REPAYING),
    Purpose("loan_guaranteed", False, FEE, UNGUARANTEED),
    Purpose("public_science_project", False, PROJECT_GATE, NO_PROJECT, weight=3),
    Purpose("public_science_project", True, PROJECT_GATE, PROJECT_ZH, NO_PROJECT),
    Purpose("public_science_project", True, PROJECT_GATE, PROJECT_EN, NO_PROJECT),
    Purpose("assets_outdated_fast", False, WRITTEN_OFF, AGES_NOT, weight=3),
    Purpose("assets_outdated_fast", True, WRITTEN_OFF, AGES_FAST, AGES_NOT),
)
_NO_INSIDE = frozenset({"loan_guaranteed", "refuses_equity", "renewal_without_repayment", "movable_security"})
"""Their words open with a no of their own."""


def _ruled_out(page: Page, one: Purpose) -> bool:
    """Whether words elsewhere in the text take these back."""
    if one.unless is None:
        return False
    if one.name == "public_science_project" and APPLIES.search(page.text):
        return False
    if one.unless is NOT_SMALL_TAX:
        return any(not _only_scale(match) for match in NOT_SMALL_TAX.finditer(page.text))
    if one.unless is AGES_NOT and _ages_after_all(page):
        return False
    return bool(one.unless.search(page.text))


def _only_scale(match: re.Match[str]) -> bool:
    """A no to the small-scale VAT payer alone: the other way to the relief stays."""
    return bool(SCALE.search(match[0])) and not PROFIT.search(match[0])


def _scale_told(page: Page) -> bool:
    """A small-scale VAT payer by its own words."""
    return any(SCALE.search(one[0]) for one in SMALL_TAX.finditer(page.text))


def _ages_fast(page: Page) -> str | None:
    """What stands before the words that it does age fast, outside every no."""
    denied = [match.span() for match in AGES_NOT.finditer(page.text)]
    for match in AGES_FAST.finditer(page.text):
        lead = page.text[page.clauses[page.index(match.start())].start : match.start()]
        if not any(low <= match.start() < high for low, high in denied) and not _NO.search(lead):
            return lead
    return None


def _ages_after_all(page: Page) -> bool:
    """Not for the one reason but because it ages fast."""
    lead = _ages_fast(page)
    return lead is not None and bool(RATHER.search(lead) or RATHER.search(page.text))


def _half_said(page: Page, name: str, match: re.Match[str]) -> bool:
    """Whether a no leaves another way to the same thing open."""
    if name == "tax_small_profit":
        return _only_scale(match) or _scale_told(page)
    return name == "assets_outdated_fast" and _ages_fast(page) is not None


def _settled_is_another(page: Page, match: re.Match[str], lead: str) -> bool:
    if SAYS.search(lead):
        return True
    return bool(STILL_OWED.search(page.text) or ANOTHER.search(lead[-12:] if not lead.isascii() else lead + match[0]))


def _sits_there(page: Page, match: re.Match[str], lead: str) -> bool:
    return bool(SITS.search(lead) or SITS_BEHIND.match(page.text, match.end()))


def _backed(page: Page, match: re.Match[str], _lead: str) -> bool:
    if NO_OTHER.match(page.text, match.end()) or NO_OTHER.search(match[0]):
        return True
    return any(
        not BEFORE.search(page.words(page.index(one.start())))
        and not doubted(page, page.index(one.start()))
        and not match.start() <= one.start() < match.end()
        for one in POSITIVE_SURETY.finditer(page.text)
    )


def _some_kind(page: Page, _match: re.Match[str], _lead: str) -> bool:
    """Whether a thing that can be pledged is left beside what there is none of."""
    denied = [match.span() for match in NO_KIND.finditer(page.text)]
    return any(not any(low <= one.start() < high for low, high in denied) for one in ANY_KIND.finditer(page.text))


def _of_the_trade(_page: Page, _match: re.Match[str], lead: str) -> bool:
    return bool(THE_TRADES.search(lead))


def _first_time(page: Page, match: re.Match[str], _lead: str) -> bool:
    """Never yet, but applied for now."""
    return bool(NOT_BEFORE.search(match[0]) and APPLIES.search(page.text, match.end()))


def _small_anyway(page: Page, match: re.Match[str], _lead: str) -> bool:
    """Not a small-scale VAT payer, but small and with little profit."""
    return _only_scale(match) and any(PROFIT.search(one[0]) for one in SMALL_TAX.finditer(page.text))


def _below_limit(page: Page, match: re.Match[str], _lead: str) -> bool:
    """A taxable income or assets that do not pass the limit, or are told not to."""
    if "户" in match[0] or "taxpayer" in match[0]:
        return False
    index = page.index(match.start())
    words = page.words(index) + (page.words(index + 1) if index + 1 < len(page.clauses) else "")
    told = (one for one in page.quantities_in(index) if one.start >= match.start() and one.kind in ("cny", "plain"))
    limit = SMALL_PROFIT_CNY["assets" if ASSETS.search(match[0]) else "income"]
    return ((first := next(told, None)) is not None and first.value <= limit) or BELOW.search(words) is not None


_GUARDS: dict[tuple[str, bool | None], Callable[[Page, re.Match[str], str], bool]] = {
    ("debt_settled", True): _settled_is_another,
    ("payer_state_owned", True): _sits_there,
    ("loan_guaranteed", False): _backed,
    ("guarantor_losses_reasonable", False): _of_the_trade,
    ("public_science_project", False): _first_time,
    ("assets_outdated_fast", False): lambda page, _match, _lead: _ages_after_all(page),
    ("tax_small_profit", False): _small_anyway,
    ("tax_small_profit", None): _below_limit,
    ("movable_security", None): _some_kind,
}
"""When words of a fact do not speak of our own case."""


def find(page: Page) -> Findings:
    """What each purpose says of its fact; a doubt where the words are hedged."""
    if not _ANY.search(page.text):
        return
    for one in _PURPOSES:
        if not one.gate.search(page.text) or _ruled_out(page, one):
            continue
        if one.beside is not None and not one.beside.search(page.text):
            continue
        for match in one.words.finditer(page.text):
            index = page.index(match.start())
            lead = page.text[page.clauses[index].start : match.start()]
            if SUPPOSITION.search(page.words(index)) or (one.name not in _NO_INSIDE and _NO.search(lead)):
                continue
            others = strangers(page, match.start()) and not WITH_US.search(lead)
            if not one.of_others and (others or INVESTORS.search(lead)):
                continue
            if (unsure := doubted(page, index)) and one.name == "payer_state_owned":
                continue
            if (guard := _GUARDS.get((one.name, one.value))) is not None and guard(page, match, lead):
                if one.name == "payer_state_owned":  # else the words are read elsewhere as the payer's
                    yield Found(one.name, None, match.start(), match.end(), 2)
                continue
            value = None if unsure else one.value
            if one.value is False and _half_said(page, one.name, match):
                value = None
            yield Found(one.name, value, match.start(), match.end(), one.weight)
