"""Benefits: which case applies, how much at most, and what cannot be had together."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from policies.criteria.formulas import compute, to_cents
from policies.criteria.logic import MET, judge
from policies.criteria.profile import Profile
from policies.types import Benefit, Truth, Verdict

_DECIDED = (Verdict.ELIGIBLE, Verdict.LIKELY)


@dataclass(frozen=True, slots=True)
class BenefitOutcome:
    """One benefit without words: `uncapped` and `sum_text` tell the sum, `amount` is the ceiling if all else is met.

    `closeness` orders what the enterprise seems to be after: cases of its own kind first, then what it said most of.
    """

    benefit: Benefit
    applies: Truth
    amount: Decimal | None
    uncapped: Decimal | None
    sum_text: str
    missing: tuple[str, ...]
    closeness: tuple[bool, float]

    @property
    def open(self) -> bool:
        return bool(self.missing) and self.applies is not Truth.UNMET

    def verdict(self, base: Verdict) -> Verdict:
        """What the benefit comes to when its article comes to `base`."""
        if base not in _DECIDED:
            return base
        if self.applies is Truth.UNMET:
            return Verdict.INELIGIBLE
        return Verdict.UNKNOWN if self.open else base


def reckon(benefit: Benefit, profile: Profile) -> BenefitOutcome:
    """The benefit for this enterprise, its article's own conditions aside."""
    when = judge(benefit.when, profile) if benefit.when is not None else MET
    told = sum(profile.stated(name) for name in benefit.reads)
    missing = list(when.missing)
    applies, uncapped, text = when.truth, None, ""
    if benefit.amount is not None and when.truth is not Truth.UNMET:
        sum_ = compute(benefit.amount, profile)
        uncapped, text = sum_.value, sum_.text
        missing += [name for name in sum_.missing if name not in missing]
        if uncapped is None and not sum_.missing:
            applies = Truth.UNMET  # no case of the formula fits
    amount = uncapped
    if amount is not None:
        amount = to_cents(max(amount, Decimal(0)))
        if benefit.cap_cny is not None:
            amount = min(amount, benefit.cap_cny)
    specific = benefit.when is not None and applies is Truth.MET
    closeness = (specific, told / (told + len(missing)) if told else 0.0)
    return BenefitOutcome(benefit, applies, amount, uncapped, text, tuple(missing), closeness)
