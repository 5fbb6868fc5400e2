"""What advice comes to: how conditions and benefits came out, the matches, the next question. Worded for one reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from policies.types import Truth, Verdict


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """How one condition, or bar, came out. `verdict` met means for a bar: it does not stand in the way."""

    id: str
    verdict: Truth
    because: str
    weight: str = "decisive"
    label: str = ""
    missing: tuple[str, ...] = ()
    article: str = ""
    bar: bool = False


@dataclass(frozen=True, slots=True)
class BenefitResult:
    """`amount_cny` is a ceiling in yuan, or None where nothing is payable or that is not decided yet.

    `because` is the sum in words, `missing` the facts that keep it open, `possible_cny` the ceiling if what is open
    turns out well. `excludes` are benefits that cannot be had with this one in this case.
    """

    id: str
    verdict: Verdict
    amount_cny: Decimal | None
    because: str
    label: str = ""
    kind: str = ""
    beneficiary: str = "enterprise"
    period: str | None = None
    cap_cny: Decimal | None = None
    excludes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    possible_cny: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """One article as it stands for this enterprise on this day, worded in the reader's language.

    `missing` are fact names, the most decisive first; `unmet` condition ids; `themes` those of its themes that the text
    names; `why` sentences on why it came up and `standing` on its conditions in short; `self_check` labels of
    declarations that were not stated; `notes` what to know about the source or its validity; `total_cny` the best that
    its decided benefits come to together.
    """

    article: str
    score: float
    verdict: Verdict
    conditions: tuple[ConditionResult, ...] = ()
    missing: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    benefits: tuple[BenefitResult, ...] = ()
    themes: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    citation: str = ""
    digest: str = ""
    self_check: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    total_cny: Decimal | None = None

    @property
    def reasons(self) -> tuple[str, ...]:
        """All that speaks for and against it, in sentences about this enterprise."""
        return (*self.why, *self.standing)


@dataclass(frozen=True, slots=True)
class Stack:
    """What the sums of all matches come to together at best: `total_cny` in yuan, ceilings throughout.

    `benefits` are those reckoned in; `left` what is left out of them, with one that excludes it; each is named
    `article#benefit`, and `because` says all of it in words.
    """

    total_cny: Decimal
    benefits: tuple[str, ...]
    left: tuple[tuple[str, str], ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """The fact worth asking for next, in the reader's language, and what hangs on it. `choices`: value → label."""

    fact: str
    text: str
    because: str = ""
    kind: str = "text"
    choices: Mapping[str, str] = field(default_factory=dict)
    help: str = ""
