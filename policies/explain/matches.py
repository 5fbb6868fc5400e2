"""An evaluated article as a `Match`: conditions, benefits and reasons in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from policies.criteria import BenefitOutcome, ConditionOutcome, Outcome, Profile, figures, judge
from policies.explain.wording import Wording
from policies.expressions import facts_in, facts_in_formula
from policies.results import BenefitResult, ConditionResult, Match
from policies.types import Article, Truth, Verdict

_DECIDED = (Verdict.ELIGIBLE, Verdict.LIKELY)


@dataclass(frozen=True, slots=True)
class Found:
    """Why an article came up: its score, the themes that the text names, and the ask that the text is like."""

    score: float = 0.0
    themes: Sequence[str] = ()
    ask: str = ""
    corrected: Sequence[str] = ()


def word_match(outcome: Outcome, profile: Profile, found: Found, wording: Wording) -> Match:
    """The outcome for one reader."""
    article = outcome.article
    conditions = tuple(_condition(one, profile, wording) for one in outcome.conditions)
    silent = [one for one in outcome.conditions if one.silent]
    silent += [one for each in outcome.benefits if _is_decided(each, outcome) for one in each.conditions if one.silent]
    shown = (*_DECIDED, Verdict.UNKNOWN)
    check = tuple(wording.say(one.condition.label) for one in silent) if outcome.verdict in shown else ()
    return Match(
        article=article.id,
        score=round(found.score, 4),
        verdict=outcome.verdict,
        conditions=conditions,
        missing=outcome.missing,
        unmet=outcome.unmet,
        benefits=tuple(_benefit(one, outcome, profile, wording) for one in outcome.benefits),
        themes=tuple(found.themes),
        why=tuple(_why(article, profile, found, wording)),
        standing=tuple(_standing(outcome, profile, check, wording)),
        citation=wording.citation(article),
        digest=wording.say(article.digest),
        self_check=check,
        notes=tuple(_notes(outcome, profile, wording)),
        total_cny=outcome.total,
    )


def _is_decided(benefit: BenefitOutcome, outcome: Outcome) -> bool:
    """Whether the enterprise spoke of a benefit and would get it."""
    return benefit.closeness[1] > 0 and benefit.verdict(outcome.verdict) in _DECIDED


def _condition(outcome: ConditionOutcome, profile: Profile, wording: Wording) -> ConditionResult:
    condition = outcome.condition
    label = wording.say(condition.label)
    facts = _facts(outcome, profile, wording)
    missing = wording.labels(outcome.missing)
    if outcome.truth is Truth.MET and (why := _presumed(outcome, profile, wording)):
        because = wording.sentence("condition-presumed", label=label, why=why)
        return ConditionResult(
            condition.id, outcome.truth, because, condition.weight, label, (), outcome.article.id, outcome.bar
        )
    if outcome.truth is Truth.MET:
        name = "condition-met" if facts else "condition-met-plain"
    elif outcome.truth is Truth.UNMET:
        name = "condition-unmet"
    elif outcome.silent:
        name = "condition-silent"
    else:
        name = "condition-doubted" if any(map(profile.doubted, outcome.missing)) else "condition-open"
    because = wording.sentence(name, label=label, facts=facts, missing=missing)
    return ConditionResult(
        condition.id, outcome.truth, because, condition.weight, label, outcome.missing, outcome.article.id, outcome.bar
    )


def _presumed(outcome: ConditionOutcome, profile: Profile, wording: Wording) -> str:
    """Why a condition is taken as met of which the enterprise said nothing; empty if it said what decides it."""
    definitions = wording.corpus.vocabulary.facts
    reads = sorted(facts_in(outcome.condition.when))
    if any(profile.stated(name) for name in reads):
        return ""
    rules = (when for name in reads for when, _ in definitions[name].derive)
    if any(profile.stated(name) for when in rules for name in facts_in(when)):
        return ""
    reasons = (definitions[name].default_why for name in reads if definitions[name].default is not None)
    return wording.say(reason) if (reason := next(reasons, None)) is not None else ""


def _facts(outcome: ConditionOutcome, profile: Profile, wording: Wording) -> str:
    """The facts that a condition was judged by: as stated, or those that it follows from."""
    reads = facts_in(outcome.condition.when)
    told = {name: profile.facts[name] for name in reads if profile.stated(name)}
    if not told and outcome.truth is not Truth.UNKNOWN:
        rules = [when for name in reads for when, _ in wording.corpus.vocabulary.facts[name].derive]
        told = {name: profile.facts[name] for when in rules for name in facts_in(when) if profile.stated(name)}
        told = told or {name: value for name in reads if (value := profile.value(name)) is not None}
    return wording.listed(wording.fact(name, told[name]) for name in sorted(told))


def _benefit(result: BenefitOutcome, outcome: Outcome, profile: Profile, wording: Wording) -> BenefitResult:
    benefit = result.benefit
    verdict = result.verdict(outcome.verdict)
    decided = verdict in _DECIDED
    possible = result.amount if not decided and result.applies is Truth.MET and verdict is Verdict.UNKNOWN else None
    return BenefitResult(
        benefit.id,
        verdict,
        result.amount if decided else None,
        _because(result, verdict, outcome.article, profile, wording),
        wording.say(benefit.label),
        benefit.kind,
        benefit.beneficiary,
        benefit.period,
        result.cap,
        tuple(e.benefit for e in benefit.excludes if e.when is None or judge(e.when, profile).truth is Truth.MET),
        result.missing,
        possible,
    )


def _because(result: BenefitOutcome, verdict: Verdict, article: Article, profile: Profile, wording: Wording) -> str:
    """How the sum comes about, what is missing for it, or why there is none."""
    benefit = result.benefit
    note = wording.say(benefit.because) if benefit.because is not None else ""
    if result.applies is Truth.UNMET:
        barred = [_condition(one, profile, wording).because for one in result.unmet]
        return wording.sentence("reasons").join(barred) or wording.sentence("sum-other-case")
    if verdict not in (*_DECIDED, Verdict.UNKNOWN):
        return wording.sentence("sum-barred")
    if result.amount is None:
        if result.missing:
            return wording.sentence("sum-missing", missing=wording.labels(result.missing))
        return note or wording.sentence("sum-none")
    text = result.sum_text or figures(result.amount)
    if result.cap is not None and result.uncapped is not None:
        text = wording.sentence("sum-capped", sum=text, cap=figures(result.cap))
    if reasons := [one for one in (_assumed(result, profile, wording), note) if one]:
        text = wording.sentence("sum-assumed", sum=text, why=wording.sentence("reasons").join(reasons))
    if benefit.beneficiary != "enterprise":
        whose = wording.sentence(benefit.beneficiary)
        text = wording.sentence("whose", sum=text, beneficiary=whose)
    if others := _rivals(result, article, wording):
        text = wording.sentence("not-with", sum=text, others=others)
    return text if verdict in _DECIDED else wording.sentence("sum-if", sum=text)


def _assumed(result: BenefitOutcome, profile: Profile, wording: Wording) -> str:
    """The reasons of the defaults that the sum leans on."""
    facts = wording.corpus.vocabulary.facts
    leans = facts_in_formula(result.benefit.amount) if result.benefit.amount is not None else frozenset[str]()
    leans |= facts_in(result.benefit.when) if result.benefit.when is not None else frozenset()
    reasons = [facts[n].default_why for n in sorted(leans) if not profile.stated(n)]
    return wording.listed(wording.say(reason) for reason in reasons if reason is not None)


def _rivals(result: BenefitOutcome, article: Article, wording: Wording) -> str:
    labels = {benefit.id: benefit.label for benefit in article.benefits}
    rivals = [labels[e.benefit] for e in result.benefit.excludes if e.when is None and e.benefit in labels]
    return wording.listed(wording.say(label) for label in rivals)


def _why(article: Article, profile: Profile, found: Found, wording: Wording) -> list[str]:
    """Why the article came up, and where it applies."""
    reasons = []
    if found.themes:
        themes = wording.corpus.vocabulary.themes
        named = wording.listed(wording.say(themes[theme].label) for theme in found.themes)
        reasons.append(wording.sentence("about", themes=named))
    elif found.ask:
        reasons.append(wording.sentence("like", ask=found.ask))
    if found.corrected:
        reasons.append(wording.sentence("corrected", words=wording.listed(found.corrected)))
    reasons.append(_place(article, profile, wording))
    if article.use == "internal":
        reasons.append(wording.sentence("for-others"))
    return reasons


def _standing(outcome: Outcome, profile: Profile, check: Sequence[str], wording: Wording) -> list[str]:
    """Its conditions in short: met, unmet, open, to be checked."""
    reasons = []
    met = [one for one in outcome.conditions if one.truth is Truth.MET and not one.bar and _is_told(one, profile)]
    unmet = [one for one in outcome.conditions if one.truth is Truth.UNMET]
    for name, listed in (("met", met), ("unmet", unmet)):
        if listed:
            reasons.append(
                wording.sentence(name, labels=wording.listed(wording.say(c.condition.label) for c in listed))
            )
    if outcome.missing:
        reasons.append(wording.sentence("missing", missing=wording.labels(outcome.missing)))
    if check and outcome.verdict in _DECIDED:
        reasons.append(wording.sentence("check", labels=wording.listed(check)))
    return reasons


def _is_told(outcome: ConditionOutcome, profile: Profile) -> bool:
    return outcome.condition.weight == "decisive" or any(map(profile.stated, facts_in(outcome.condition.when)))


def _place(article: Article, profile: Profile, wording: Wording) -> str:
    if article.jurisdiction == "CN":
        return wording.sentence("place-nation")
    area = wording.place(article.jurisdiction)
    region = profile.facts.get("region")
    if isinstance(region, str):
        return wording.sentence("place-in", place=wording.place(region), area=area)
    return wording.sentence("place-open", area=area)


def _notes(outcome: Outcome, profile: Profile, wording: Wording) -> list[str]:
    """Validity, kind of source, what is left to judgement, and the cap on everything together."""
    article, notes = outcome.article, []
    days = article.validity
    if outcome.verdict is Verdict.EXPIRED and days.until is not None:
        notes.append(wording.sentence("expired", date=wording.day(days.until)))
    elif outcome.verdict is Verdict.NOT_YET and days.since is not None:
        notes.append(wording.sentence("not-yet", date=wording.day(days.since)))
    elif days.note is not None:
        notes.append(_opened(wording.say(days.note)))
    if article.document.kind in ("summary", "news"):
        notes.append(wording.sentence("source", source=wording.say(article.document.source)))
    if profile.unplaced and outcome.verdict is Verdict.UNKNOWN:
        notes.append(wording.sentence("unplaced", words=wording.listed(profile.unplaced)))
    elif outcome.verdict is Verdict.UNKNOWN and not outcome.missing:
        notes += _doubts(profile, wording)
    notes += [wording.sentence("unmodelled", what=_opened(wording.say(what))) for what in article.unmodelled]
    cap = article.document.total_cap
    if cap is not None and article.benefits:
        notes.append(wording.sentence("total-cap", cap=figures(Decimal(cap.value))))
    return notes


def _doubts(profile: Profile, wording: Wording) -> list[str]:
    """Why nothing is decided though all that is asked for was told."""
    if profile.unsettled:
        return [wording.sentence("unsettled", words=wording.listed(profile.unsettled))]
    barred = profile.sounds_barred()
    if barred is None:
        return []
    return [wording.sentence("sounds-barred-by", words=barred) if barred else wording.sentence("sounds-barred")]


def _opened(sentence: str) -> str:
    """A remark of the corpus as a sentence: English ones are written with a small letter there."""
    return sentence[:1].upper() + sentence[1:]
