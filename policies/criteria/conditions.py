"""A condition or bar for one enterprise: whether it stands in the way, and whether nobody has spoken of it."""

from __future__ import annotations

from dataclasses import dataclass

from policies.criteria.logic import judge
from policies.criteria.profile import Profile
from policies.types import Article, Condition, Truth

_TURNED = {Truth.MET: Truth.UNMET, Truth.UNMET: Truth.MET}


@dataclass(frozen=True, slots=True)
class ConditionOutcome:
    """A condition or bar of `article`. `truth` met: it does not stand in the way; `silent`: an unstated declaration."""

    article: Article
    condition: Condition
    bar: bool
    truth: Truth
    missing: tuple[str, ...]
    silent: bool

    @property
    def open(self) -> bool:
        """Whether it has to be known before anything is decided."""
        return self.truth is Truth.UNKNOWN and not self.silent


def judge_condition(article: Article, condition: Condition, profile: Profile, *, bar: bool = False) -> ConditionOutcome:
    """The condition for this enterprise. A bar that applies is unmet, one that does not is met."""
    known = profile.judged.get(key := (article.id, condition.id, bar))
    if isinstance(known, ConditionOutcome) and known.condition is condition:
        return known
    judged = judge(condition.when, profile)
    truth = _TURNED.get(judged.truth, Truth.UNKNOWN) if bar else judged.truth
    usual = condition.weight == "declaration" and not judged.doubted and not profile.unplaced
    silent = truth is Truth.UNKNOWN and usual
    outcome = ConditionOutcome(article, condition, bar, truth, judged.missing, silent)
    profile.judged[key] = outcome
    return outcome
