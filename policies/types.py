"""Values of the policies package: facts, articles, verdicts, answers. Frozen, without behaviour beyond small accessors.

Money is a number of yuan (`_cny`), rates are per cent (`_pct`), dates are ISO text (`2019`, `2019-03`, `2019-03-01`),
places are paths (`CN-64/yinchuan` lies in `CN-64`, everything lies in `CN`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Literal

from policies.expressions import Criterion, Formula, facts_in, facts_in_formula
from policies.expressions import FactValue as FactValue

Language = Literal["en", "zh-Hans", "zh-Hant"]
Facts = Mapping[str, FactValue]


class Verdict(StrEnum):
    """What an article, or a benefit of it, comes to for one enterprise on one day."""

    ELIGIBLE = "eligible"
    LIKELY = "likely"
    UNKNOWN = "unknown"
    INELIGIBLE = "ineligible"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    NOT_APPLICABLE = "not_applicable"


class Truth(StrEnum):
    """Three-valued outcome of a condition. What was never said is `unknown`, not false and not zero."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of the enterprise about itself, with the words it came from.

    `span` counts code points of the original text, end excluded: `original[span[0]:span[1]] == text`.
    A `value` of None means *doubted*: the text raises the matter and leaves it open ("I cannot find the paperwork"),
    which makes a declaration unknown where silence would not. Doubted facts are not shown among the stated ones.
    """

    name: str
    value: FactValue
    text: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """One text in the reader's languages. `zh_hant` is written where it matters, otherwise converted from `zh`."""

    zh: str
    en: str
    zh_hant: str | None = None


# --- the corpus --------------------


@dataclass(frozen=True, slots=True)
class Validity:
    """Days on which an article is in force, both included. An unknown `until` says so in `note`."""

    since: date | None
    until: date | None
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """One requirement (or, in `exclusions`, one bar) of an article; `benefits`: of these alone, where it names any."""

    id: str
    label: Words
    source: str
    weight: Literal["decisive", "declaration"]
    when: Criterion
    ask: str | None = None
    benefits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Another benefit (`article#benefit`) that cannot be had together with this one; `when` limits the case."""

    benefit: str
    when: Criterion | None = None


@dataclass(frozen=True, slots=True)
class TotalCap:
    """The most that all benefits of a document come to together in a period."""

    value: Decimal
    period: str
    source: str


@dataclass(frozen=True)
class Benefit:
    id: str
    label: Words
    kind: str
    beneficiary: str
    source: str
    when: Criterion | None = None
    amount: Formula | None = None
    cap_cny: Decimal | None = None
    period: str | None = None
    excludes: tuple[Exclusion, ...] = ()
    because: Words | None = None
    conditions: tuple[Condition, ...] = ()
    named: tuple[str, ...] = ()
    """Words, in matching form, by which it is asked for and no other benefit of its article."""
    cap_unless: Criterion | None = None
    """What lifts the cap."""

    @cached_property
    def reads(self) -> frozenset[str]:
        """Names of the facts that decide it and its amount."""
        whens = [condition.when for condition in self.conditions]
        whens += [one for one in (self.when, self.cap_unless) if one is not None]
        formula = facts_in_formula(self.amount) if self.amount is not None else frozenset()
        return formula.union(*map(facts_in, whens))


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to hand in. `catch_all`: the source asks for "other materials" without naming them."""

    name: Words
    catch_all: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """Where to go for something, as the article names it. `kind` is one of the loader's closed list."""

    kind: str
    name: Words
    does: Words
    where: Words | None = None
    contact: Words | None = None


@dataclass(frozen=True, slots=True)
class Procedure:
    where: Words | None = None
    papers: tuple[Paper, ...] = ()
    fee: Words | None = None
    deadline: Words | None = None
    contact: Words | None = None
    complaint: Words | None = None
    stages: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    name: str
    facts: Facts
    as_of: date
    verdict: Verdict
    missing: tuple[str, ...] | None = None
    unmet: tuple[str, ...] | None = None
    amounts: Mapping[str, Decimal | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    id: str
    title: Words
    issuer: Words
    number: str | None
    kind: str
    published: date | None
    source: Words
    jurisdiction: str
    validity: Validity
    replaced_by: str | None = None
    total_cap: TotalCap | None = None


@dataclass(frozen=True)
class Article:
    """One citable unit of a document, said in our own words.

    `asks_zh` and `asks_en` are what it is asked for, and may be shown; what people were `heard` to say for it, however
    they spell it, is compared with a text and never shown.
    """

    id: str
    document: Document
    place: Words
    digest: Words
    themes: tuple[str, ...]
    use: str
    asks_zh: tuple[str, ...]
    asks_en: tuple[str, ...]
    jurisdiction: str
    validity: Validity
    concepts: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    exclusions: tuple[Condition, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    procedure: Procedure | None = None
    offices: tuple[Office, ...] = ()
    unmodelled: tuple[Words, ...] = ()
    examples: tuple[Example, ...] = ()
    heard: tuple[str, ...] = ()

    @cached_property
    def reads(self) -> frozenset[str]:
        """Names of the facts that its conditions and bars read, those of single benefits aside."""
        listed = (*self.conditions, *self.exclusions)
        return frozenset().union(*(facts_in(condition.when) for condition in listed))
