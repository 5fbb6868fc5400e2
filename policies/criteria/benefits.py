"""Benefits: which case applies, how much at most, and what cannot be had together."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from policies.criteria.conditions import ConditionOutcome, judge_condition
from policies.criteria.formulas import compute, to_cents
from policies.criteria.logic import MET, judge
from policies.criteria.profile import Profile
from policies.expressions import facts_in
from policies.types import Article, Benefit, Truth, Verdict

_DECIDED = (Verdict.ELIGIBLE, Verdict.LIKELY)


@dataclass(frozen=True, slots=True)
class BenefitOutcome:
    """One benefit without words: `uncapped` and `sum_text` tell the sum, `amount` is the ceiling if all else is met,
    `cap` the most that it may come to here.

    `conditions` are its own, beside those of its article. `closeness` orders what the enterprise seems to be after:
    cases of its own kind first, then what it said most of, beside what the article itself asks everybody.
    """

    benefit: Benefit
    applies: Truth
    amount: Decimal | None
    uncapped: Decimal | None
    sum_text: str
    missing: tuple[str, ...]
    closeness: tuple[bool, float]
    conditions: tuple[ConditionOutcome, ...] = ()
    cap: Decimal | None = None

    @property
    def open(self) -> bool:
        return bool(self.missing) and self.applies is not Truth.UNMET

    @property
    def unmet(self) -> list[ConditionOutcome]:
        """Those of its own conditions that stand in the way."""
        return [one for one in self.conditions if one.truth is Truth.UNMET]

    def verdict(self, base: Verdict) -> Verdict:
        """What the benefit comes to when its article comes to `base`."""
        if base not in _DECIDED:
            return base
        if self.applies is Truth.UNMET:
            return Verdict.INELIGIBLE
        if self.open:
            return Verdict.UNKNOWN
        return Verdict.LIKELY if any(one.silent for one in self.conditions) else base


def reckon(article: Article, benefit: Benefit, profile: Profile) -> BenefitOutcome:
    """The benefit for this enterprise, its article's own conditions aside."""
    when = judge(benefit.when, profile) if benefit.when is not None else MET
    conditions = tuple(judge_condition(article, one, profile) for one in benefit.conditions)
    told = sum(_speaks(name, profile) for name in benefit.reads - article.reads)
    missing = dict.fromkeys((*when.missing, *(name for one in conditions if one.open for name in one.missing)))
    applies, uncapped, text = when.truth, None, ""
    if any(one.truth is Truth.UNMET for one in conditions):
        applies = Truth.UNMET
    elif applies is Truth.MET and any(one.open for one in conditions):
        applies = Truth.UNKNOWN
    if benefit.amount is not None and applies is not Truth.UNMET:
        sum_ = compute(benefit.amount, profile)
        uncapped, text = sum_.value, sum_.text
        missing |= dict.fromkeys(sum_.missing)
        if uncapped is None and not sum_.missing:
            applies = Truth.UNMET  # no case of the formula fits
    specific = applies is Truth.MET and (benefit.when is not None or any(_is_told(one, profile) for one in conditions))
    closeness = (specific, told / (told + len(missing)) if told else 0.0)
    cap = _cap(benefit, profile)
    amount = _capped(uncapped, cap)
    return BenefitOutcome(benefit, applies, amount, uncapped, text, tuple(missing), closeness, conditions, cap)


def _cap(benefit: Benefit, profile: Profile) -> Decimal | None:
    """What it comes to at most; nothing where the cap is known to be lifted."""
    if benefit.cap_unless is not None and judge(benefit.cap_unless, profile).truth is Truth.MET:
        return None
    return benefit.cap_cny


def _speaks(name: str, profile: Profile) -> bool:
    """Whether the enterprise told a fact that says what it is after; what is usual without a word says nothing."""
    return profile.stated(name) and profile.vocabulary.facts[name].default is None


def _is_told(outcome: ConditionOutcome, profile: Profile) -> bool:
    return any(_speaks(name, profile) for name in facts_in(outcome.condition.when))


def _capped(sum_: Decimal | None, cap: Decimal | None) -> Decimal | None:
    if sum_ is None:
        return None
    whole = to_cents(max(sum_, Decimal(0)))
    return min(whole, cap) if cap is not None else whole
