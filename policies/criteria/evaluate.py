"""An article for one enterprise on one day: validity, conditions, bars, what it requires, benefits, and the verdict.

Order of what decides: the article's days; then the worst of its own conditions and of the articles that it requires;
then `unmodelled`, which caps the verdict at likely; then its benefits, those that were asked for by name or else all:
if none is decided, neither is the article, unless those that the enterprise spoke of do not apply to it. Where the
enterprise says that something is not known, or its case sounds barred, nothing is decided in its favour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from policies.criteria.benefits import BenefitOutcome, reckon
from policies.criteria.conditions import ConditionOutcome, judge_condition
from policies.criteria.profile import Profile
from policies.criteria.stacking import combine
from policies.criteria.values import lies_in
from policies.types import Article, Condition, Facts, Truth, Verdict
from policies.vocabulary import Corpus

_RANK = {Verdict.NOT_APPLICABLE: 0, Verdict.ELIGIBLE: 1, Verdict.LIKELY: 2, Verdict.UNKNOWN: 3, Verdict.INELIGIBLE: 4}
_DECIDED = (Verdict.ELIGIBLE, Verdict.LIKELY)


@dataclass(frozen=True, slots=True)
class Outcome:
    """An article evaluated, without words. `missing` has the most decisive facts first; the verdict is that of the
    benefits `asked` for by name, if any were."""

    article: Article
    verdict: Verdict
    conditions: tuple[ConditionOutcome, ...]
    benefits: tuple[BenefitOutcome, ...]
    missing: tuple[str, ...]
    unmet: tuple[str, ...]
    total: Decimal | None
    asked: frozenset[str] = frozenset()


def evaluate(article: Article, corpus: Corpus, facts: Facts, as_of: date) -> Outcome:
    """The article for these facts; None as a value means doubted. Raises FactValueError for a value of a wrong type."""
    return evaluate_for(article, corpus, Profile(facts, corpus.vocabulary, as_of))


def evaluate_for(article: Article, corpus: Corpus, profile: Profile, asked: frozenset[str] = frozenset()) -> Outcome:
    """Like `evaluate`, for a profile that is used for several articles; `asked`: the benefits that the verdict is for,
    all if none is named."""
    chain = required(article, corpus)
    wanted = asked | {f"{article.id}#{name}" for name in asked}
    conditions = [outcome for one in chain for outcome in _conditions(one, profile, wanted)]
    every = [reckon(article, benefit, profile) for benefit in article.benefits]
    benefits = [one for one in every if one.benefit.id in asked] or every
    verdict = _by_conditions(chain, conditions, benefits)
    missing = [name for c in conditions if c.open for name in c.missing]
    unmet = [c.condition.id for c in conditions if c.truth is Truth.UNMET]
    lead = [] if _refused(benefits) else _undecided(benefits)
    if benefits and (verdict in _DECIDED or (verdict is Verdict.UNKNOWN and _refused(benefits))):
        verdict = max(verdict, _by_benefits(benefits, lead), key=_RANK.__getitem__)
        if verdict is Verdict.INELIGIBLE:
            barred = {one.condition.id: one for o in benefits if o.closeness[1] > 0 for one in o.unmet}
            conditions += barred.values()
            unmet += barred or [o.benefit.id for o in benefits]
    if verdict in _DECIDED and (profile.unsettled or profile.sounds_barred() is not None):
        verdict = Verdict.UNKNOWN
    if verdict in (*_DECIDED, Verdict.UNKNOWN) and _outside(article, profile):
        verdict = Verdict.INELIGIBLE
    if verdict is Verdict.UNKNOWN and not _any_decided(benefits):
        missing += [name for outcome in lead for name in outcome.missing]
    verdict = _by_days(chain, profile.as_of) or verdict
    together = combine([(article, every)], profile) if verdict in _DECIDED else None
    if verdict is not Verdict.UNKNOWN:
        missing = []
    return Outcome(
        article,
        verdict,
        tuple(conditions),
        tuple(every),
        tuple(dict.fromkeys(missing)),
        tuple(unmet),
        together.total if together is not None else None,
        asked,
    )


def _outside(article: Article, profile: Profile) -> bool:
    """Whether the enterprise is seated outside the mainland, where the article is not in force."""
    region = profile.facts.get("region")
    return isinstance(region, str) and not (lies_in(region, "CN") or lies_in(region, article.jurisdiction))


def required(article: Article, corpus: Corpus) -> list[Article]:
    """The article and everything that it requires, itself first. The loader has refused circles."""
    chain = [article]
    for one in chain:
        chain += [corpus.articles[name] for name in one.requires if corpus.articles[name] not in chain]
    return chain


def _conditions(article: Article, profile: Profile, asked: frozenset[str]) -> list[ConditionOutcome]:
    """Those of the article, but for what it asks of other benefits than those that were asked for."""
    own = [judge_condition(article, one, profile) for one in _needed(article.conditions, asked)]
    return own + [judge_condition(article, one, profile, bar=True) for one in _needed(article.exclusions, asked)]


def _needed(conditions: Sequence[Condition], asked: frozenset[str]) -> list[Condition]:
    return [one for one in conditions if not asked or not one.benefits or asked & set(one.benefits)]


def _by_conditions(chain: list[Article], conditions: list[ConditionOutcome], benefits: list[BenefitOutcome]) -> Verdict:
    if not conditions and not benefits:
        return Verdict.NOT_APPLICABLE
    worst = Verdict.ELIGIBLE
    if any(one.unmodelled for one in chain):
        worst = Verdict.LIKELY
    for outcome in conditions:
        if outcome.truth is Truth.MET:
            continue
        found = Verdict.LIKELY if outcome.silent else Verdict.UNKNOWN
        if outcome.truth is Truth.UNMET:
            found = Verdict.INELIGIBLE
        worst = max(worst, found, key=_RANK.__getitem__)
    return worst


def _by_benefits(benefits: list[BenefitOutcome], lead: list[BenefitOutcome]) -> Verdict:
    """What the benefits make of an article whose own conditions are met; `lead` are those that are worth deciding."""
    decided = [o.verdict(Verdict.ELIGIBLE) for o in _of_enterprise(benefits)]
    if best := [verdict for verdict in decided if verdict in _DECIDED]:
        return min(best, key=_RANK.__getitem__)
    return Verdict.UNKNOWN if lead else Verdict.INELIGIBLE


def _of_enterprise(benefits: list[BenefitOutcome]) -> list[BenefitOutcome]:
    """The enterprise's own benefits; where an article has none, everybody's."""
    own = [o for o in benefits if o.benefit.beneficiary == "enterprise"]
    return own or benefits


def _any_decided(benefits: list[BenefitOutcome]) -> bool:
    return any(o.applies is not Truth.UNMET and not o.open for o in _of_enterprise(benefits))


def _refused(benefits: list[BenefitOutcome]) -> bool:
    """Whether what the enterprise spoke of is a case that does not apply, and it spoke of none that is open."""
    touched = [o for o in _of_enterprise(benefits) if o.closeness[1] > 0]
    return any(o.applies is Truth.UNMET for o in touched) and not any(o.open for o in touched)


def _undecided(benefits: list[BenefitOutcome]) -> list[BenefitOutcome]:
    """The undecided benefits that the enterprise has said most about: theirs are the facts worth naming."""
    undecided = [o for o in _of_enterprise(benefits) if o.open]
    most = max((o.closeness for o in undecided), default=(False, 0.0))
    return [o for o in undecided if o.closeness == most]


def _by_days(chain: list[Article], as_of: date) -> Verdict | None:
    """Expired or not yet in force, else None. The first and the last day count as in force."""
    for article in chain:
        if article.validity.since is not None and as_of < article.validity.since:
            return Verdict.NOT_YET
        if article.validity.until is not None and as_of > article.validity.until:
            return Verdict.EXPIRED
    return None
