"""What a corpus defines beside its articles: facts, themes, parameters, names of places; and a corpus as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from policies.expressions import Criterion, FactValue, Formula, facts_in, facts_in_formula
from policies.types import Article, Document, Words


@dataclass(frozen=True, slots=True)
class FactDef:
    """A fact that criteria may use.

    `kind`: number, boolean, choice, date, place or text; `unit` of numbers: cny, pct, days, years, count. `derive`
    reads an unstated fact off others (of a choice, it may leave some), `compute` reckons a number from others; where
    `unsure` is met, a missing fact is not taken for the usual; `default` exists only where `default_why` gives the
    reason. `of` are the facts that tell the one claim, loan or policy which it is about.
    """

    name: str
    kind: str
    label: Words
    question: Words
    unit: str | None = None
    choices: Mapping[str, Words] = field(default_factory=dict)
    derive: tuple[tuple[Criterion, FactValue | tuple[str, ...]], ...] = ()
    unsure: Criterion | None = None
    compute: Formula | None = None
    default: FactValue = None
    default_why: Words | None = None
    help: Words | None = None
    of: tuple[str, ...] = ()

    @property
    def reads(self) -> frozenset[str]:
        """Names of the facts that this one is read off or reckoned from where it is not stated."""
        whens = [facts_in(when) for when, _ in self.derive]
        whens += [facts_in(self.unsure)] if self.unsure is not None else []
        formula = facts_in_formula(self.compute) if self.compute is not None else frozenset()
        age = {"established"} if self.name == "age_years" else frozenset()
        return frozenset().union(*whens, formula, age)


@dataclass(frozen=True, slots=True)
class Theme:
    id: str
    label: Words
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParameterRow:
    since: date
    value: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that changes in time. After `known_until` it is the missing fact `fact`, never the last row."""

    id: str
    label: Words
    fact: str
    known_until: date
    rows: tuple[ParameterRow, ...]


@dataclass(frozen=True)
class Vocabulary:
    """The closed lists. `places` maps a path to its name; it is empty where no list of places was given."""

    facts: Mapping[str, FactDef]
    themes: Mapping[str, Theme] = field(default_factory=dict)
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    places: Mapping[str, Words] = field(default_factory=dict)
    industries: Mapping[str, Words] = field(default_factory=dict)
    sentences: Mapping[str, Words] = field(default_factory=dict)
    scope: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def resting_on(self) -> Mapping[str, frozenset[str]]:
        """For each fact, those that may be derived from it, directly or through others."""
        direct: dict[str, set[str]] = {}
        for name, definition in self.facts.items():
            for read in definition.reads:
                direct.setdefault(read, set()).add(name)
        found = {}
        for name in direct:
            reached, further = set[str](), [name]
            while further:
                new = direct.get(further.pop(), set()) - reached
                reached |= new
                further += new
            found[name] = frozenset(reached)
        return found


@dataclass(frozen=True, slots=True)
class Corpus:
    """Every document and article, in file order, with the vocabulary that they use."""

    documents: Mapping[str, Document]
    articles: Mapping[str, Article]
    vocabulary: Vocabulary
