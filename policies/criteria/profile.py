"""What an enterprise said, as the criteria read it: stated, doubted, derived, by default, or missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from policies.criteria.values import Known, OneOf, Span, age, known
from policies.errors import UnknownFactError
from policies.types import Facts, FactValue
from policies.vocabulary import Vocabulary


def _not_at_all() -> None:
    """How a profile sounds that nobody told in words."""


@dataclass(slots=True)
class Profile:
    """Facts of one enterprise on one day, over one vocabulary.

    A fact whose value is None is doubted: the enterprise raised it and left it open. A fact that is absent was never
    said; it is then derived by the vocabulary's rules, taken from a reasoned default, or missing. `unsettled` are words
    of the enterprise that something is not known; `sounds_barred` says whether its case sounds so, and by which words
    if that can be told (else empty; None if it does not): nothing is then decided in its favour. Nobody can tell what
    those that are `unplaced` are about: what every applicant attests is then open too. What was `judged` of it is kept:
    articles that build on one share its conditions.
    """

    facts: Facts
    vocabulary: Vocabulary
    as_of: date
    unplaced: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    sounds_barred: Callable[[], str | None] = _not_at_all
    judged: dict[tuple[str, str, bool], object] = field(default_factory=dict)
    _known: dict[str, Known | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, value in self.facts.items():
            definition = self.vocabulary.facts.get(name)
            if definition is None:
                raise UnknownFactError(name)
            if value is not None:
                self._known[name] = known(definition, value)

    def told(self, name: str, value: FactValue) -> Profile:
        """The same enterprise with one fact told: only what rests on it is worked out again.

        Raises UnknownFactError or FactValueError like the profile itself.
        """
        more = Profile({name: value}, self.vocabulary, self.as_of, self.unplaced, self.unsettled, self.sounds_barred)
        rests = self.vocabulary.resting_on.get(name, frozenset())
        kept = {each: found for each, found in self._known.items() if each not in rests or self.stated(each)}
        kept.pop(name, None)
        more.facts = {**self.facts, name: value}
        more._known |= {each: found for each, found in kept.items() if each not in more._known}
        return more

    def stated(self, name: str) -> bool:
        """Whether the enterprise gave a value, as opposed to what was derived or defaulted."""
        return self.facts.get(name) is not None

    def doubted(self, name: str) -> bool:
        return name in self.facts and self.facts[name] is None

    def unsure(self, name: str) -> bool:
        """Whether a missing fact must not be taken for what is usual: it is doubted, or what is known speaks against
        that (a thousand staff, and whether the enterprise is still a small or medium one)."""
        from policies.criteria.logic import is_met  # they call each other

        against = self.vocabulary.facts[name].unsure
        return self.doubted(name) or (against is not None and is_met(against, self))

    def get(self, name: str) -> Known | None:
        """What is known of a fact, or None if it is missing."""
        if name not in self._known:
            self._known[name] = None  # a rule that leads back here finds nothing
            self._known[name] = self._unstated(name)
        return self._known[name]

    def _unstated(self, name: str) -> Known | None:
        from policies.criteria.formulas import compute  # they call each other
        from policies.criteria.logic import is_met

        definition = self.vocabulary.facts.get(name)
        if definition is None:
            raise UnknownFactError(name)
        if name == "age_years" and isinstance(span := self.get("established"), Span):
            low, high = span.low, min(span.high, self.as_of) if isinstance(span.high, date) else span.high
            if isinstance(low, date) and isinstance(high, date) and low <= self.as_of:
                return Span(age(high, self.as_of), age(low, self.as_of))
        if self.doubted(name):
            return None
        for when, value in definition.derive:
            if is_met(when, self):
                return known(definition, value)
        if definition.compute is not None and (reckoned := compute(definition.compute, self).value) is not None:
            return Span(reckoned, reckoned)
        if definition.default is not None:
            return known(definition, definition.default)
        return None

    def number(self, name: str) -> Decimal | None:
        """A number known exactly, else None."""
        value = self.get(name)
        if isinstance(value, Span) and isinstance(value.low, Decimal) and value.low == value.high:
            return value.low
        return None

    def day(self, name: str) -> Span | None:
        """The days that a date fact may mean, else None."""
        value = self.get(name)
        return value if isinstance(value, Span) and isinstance(value.low, date) else None

    def value(self, name: str) -> FactValue:
        """The value to show: as stated, or as derived."""
        if self.stated(name):
            return self.facts[name]
        found = self.get(name)
        if isinstance(found, Span):
            if isinstance(found.low, Decimal):
                return float(found.low) if found.low == found.high else None
            return str(found.low) if found.low == found.high else None
        return None if isinstance(found, OneOf) else found
