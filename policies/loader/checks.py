"""Checks across articles, and examples: ids, references, circles, and every example against the evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from policies.criteria import evaluate, required
from policies.loader.nodes import Node
from policies.loader.trees import fact_name, fact_value
from policies.types import Article, Condition, Example, FactValue, Verdict
from policies.vocabulary import Corpus, Vocabulary


def references(node: Node, article: Article, corpus: Corpus) -> None:
    """What an article refers to exists, its ids are unique, and `requires` runs in no circle."""
    for index, name in enumerate(article.requires):
        if name not in corpus.articles:
            node.at("requires").at(index).fail(f"no article {name!r}", "an article id of the corpus")
        if article in required(corpus.articles[name], corpus):
            node.at("requires").at(index).fail(f"{name} requires {article.id} in turn", "requires runs in no circle")
    for key, listed in (
        ("conditions", [c.id for c in dict.fromkeys(_conditions(article))]),
        ("benefits", [b.id for b in article.benefits]),
    ):
        twice = {one for one in listed if listed.count(one) > 1}
        if twice:
            node.at(key).fail(f"id {min(twice)!r} twice", "ids are unique within an article")
    for key, conditions in (("conditions", article.conditions), ("exclusions", article.exclusions)):
        for index, condition in enumerate(conditions):
            for place, name in enumerate(condition.benefits):
                at = node.at(key).at(index).at("benefits").at(place)
                if "#" not in name:
                    at.one_of([one.id for one in article.benefits], "benefit")
                elif not _has_benefit(article, name, corpus):
                    at.fail(f"no benefit {name!r}", "an own benefit id, or article#benefit")
    for index, benefit in enumerate(article.benefits):
        for place, exclusion in enumerate(benefit.excludes):
            if not _has_benefit(article, exclusion.benefit, corpus):
                at = node.at("benefits").at(index).at("excludes").at(place)
                at.fail(f"no benefit {exclusion.benefit!r}", "an own benefit id, or article#benefit")


def _has_benefit(article: Article, name: str, corpus: Corpus) -> bool:
    """Whether a benefit is the article's own, or another's: `article#benefit`."""
    owner, _, benefit = name.rpartition("#")
    holder = corpus.articles.get(owner) if owner else article
    return holder is not None and benefit in {one.id for one in holder.benefits}


def _conditions(article: Article) -> list[Condition]:
    """All that an article asks for, for itself or for a single benefit."""
    of_benefits = [condition for benefit in article.benefits for condition in benefit.conditions]
    return [*article.conditions, *article.exclusions, *of_benefits]


def examples(node: Node, article: Article, corpus: Corpus) -> tuple[Example, ...]:
    """The examples of an article, typed."""
    ids = {condition.id for one in required(article, corpus) for condition in _conditions(one)}
    sums = {benefit.id for benefit in article.benefits}
    found: list[Example] = []
    for item in node.items():
        item.mapping(["name", "facts", "as_of", "verdict"], ["missing", "unmet", "amounts"])
        missing, unmet, amounts = item.at("missing"), item.at("unmet"), item.at("amounts")
        for one in unmet.items():
            one.one_of(ids | sums, "condition or benefit id")
        for name, _ in amounts.entries() if amounts.value is not None else ():
            if name not in sums:
                amounts.fail(f"no benefit {name!r}", "ids of this article's benefits")
        found.append(
            Example(
                str(item.at("name").value),
                _facts(item.at("facts"), corpus.vocabulary),
                item.at("as_of").day(),
                Verdict(item.at("verdict").one_of(list(Verdict), "verdict")),
                tuple(fact_name(one, corpus.vocabulary) for one in missing.items())
                if missing.value is not None
                else None,
                unmet.texts() if unmet.value is not None else None,
                {n: one.maybe_decimal() for n, one in amounts.entries()} if amounts.value is not None else {},
            )
        )
    return tuple(found)


def _facts(node: Node, vocabulary: Vocabulary) -> dict[str, FactValue]:
    facts: dict[str, FactValue] = {}
    for name, item in node.entries():
        if name not in vocabulary.facts:
            item.fail(f"no fact {name!r} in the vocabulary", "define it in vocabulary/facts.yaml or use a defined one")
        facts[name] = None if item.value is None else fact_value(item, vocabulary.facts[name], vocabulary)
    return facts


def run_example(article: Article, example: Example, corpus: Corpus) -> Iterator[str]:
    """What differs between the example and the evaluation, one sentence a difference."""
    outcome = evaluate(article, corpus, example.facts, example.as_of)
    if outcome.verdict is not example.verdict:
        unmet, missing = ", ".join(outcome.unmet) or "nothing", ", ".join(outcome.missing) or "nothing"
        yield f"verdict {outcome.verdict}, expected {example.verdict} (unmet: {unmet}; missing: {missing})"
    for what, got, expected in (
        ("missing", outcome.missing, example.missing),
        ("unmet", outcome.unmet, example.unmet),
    ):
        if expected is not None and set(got) != set(expected):
            yield f"{what} {', '.join(got) or 'nothing'}, expected {', '.join(expected) or 'nothing'}"
    for benefit in outcome.benefits:
        name = benefit.benefit.id
        if (
            name in example.amounts
            and _payable(benefit.verdict(outcome.verdict), benefit.amount) != example.amounts[name]
        ):
            got_sum = _payable(benefit.verdict(outcome.verdict), benefit.amount)
            yield f"amount of {name} {got_sum}, expected {example.amounts[name]}"


def _payable(verdict: Verdict, amount: Decimal | None) -> Decimal | None:
    return amount if verdict in (Verdict.ELIGIBLE, Verdict.LIKELY) else None
