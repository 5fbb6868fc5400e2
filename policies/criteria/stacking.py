"""Stacking: which sums can be had together, over one article or several, and the best allowed combination of them.

Only sums that are decided, above zero and the enterprise's own take part: nothing that goes to a bank, no share that is
reserved for all its like. Two exclude each other where either says so; where it is not known whether an exclusion
bites, it does: a sum promised wrongly is worse than one left out. What a document caps for all its benefits together is
cut once, over all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from policies.criteria.benefits import BenefitOutcome
from policies.criteria.logic import MET, judge
from policies.criteria.profile import Profile
from policies.types import Article, Truth

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Share:
    """One benefit's sum, in yuan, within a combination."""

    article: Article
    benefit: str
    amount: Decimal

    @property
    def name(self) -> str:
        return f"{self.article.id}#{self.benefit}"


@dataclass(frozen=True, slots=True)
class Left:
    """A sum that is not in the combination, and one in it that excludes it; `open`: facts on which that depends."""

    share: Share
    rival: Share
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Combination:
    """The sums that come to most together, and what is left out of them.

    `capped` are ids of documents whose cap on everything together cut the total.
    """

    chosen: tuple[Share, ...]
    left: tuple[Left, ...]
    total: Decimal
    capped: tuple[str, ...]


def combine(listed: Iterable[tuple[Article, Sequence[BenefitOutcome]]], profile: Profile) -> Combination | None:
    """The best allowed combination of the sums of these articles, or None if there is no sum."""
    shares: list[Share] = []
    barred: dict[frozenset[str], tuple[str, ...]] = {}
    for article, outcomes in listed:
        shares += [
            Share(article, o.benefit.id, o.amount)
            for o in outcomes
            if o.applies is Truth.MET and not o.open and o.amount and _is_money(o)
        ]
        for pair, depends in _barred(article, outcomes, profile):
            barred[pair] = depends if barred.get(pair, depends) else ()
    shares = _once(shares)
    if not shares:
        return None
    names = {share.name for share in shares}
    rivals = {
        name: {other for pair in barred if name in pair for other in pair - {name} if other in names} for name in names
    }
    free = [share for share in shares if not rivals[share.name]]
    disputed = sorted((share for share in shares if rivals[share.name]), key=lambda share: -share.amount)
    chosen = {share.name for share in (*free, *_best(free, disputed, rivals))}
    kept = tuple(share for share in shares if share.name in chosen)
    left = tuple(_left(share, kept, barred) for share in shares if share.name not in chosen)
    capped = tuple(document for document, sum_, cap in _by_document(kept) if cap is not None and sum_ > cap)
    return Combination(kept, left, _total(kept), capped)


def _once(shares: Sequence[Share]) -> list[Share]:
    """Each sum once: an article that states the benefit of one that it requires again speaks of the same money."""
    names = {share.name for share in shares}
    return [
        share for share in shares if not any(f"{other}#{share.benefit}" in names for other in share.article.requires)
    ]


def _is_money(outcome: BenefitOutcome) -> bool:
    """Whether a sum would come to the enterprise itself: not to a bank, and not secured for all its like together."""
    return outcome.benefit.beneficiary == "enterprise" and outcome.benefit.kind != "protection"


def _left(share: Share, kept: Iterable[Share], barred: Mapping[frozenset[str], tuple[str, ...]]) -> Left:
    """Why a sum is not in the combination; a rival that excludes it for certain before one that may."""
    rivals = [(other, barred[pair]) for other in kept if (pair := frozenset({share.name, other.name})) in barred]
    rival, depends = min(rivals, key=lambda one: len(one[1]))
    return Left(share, rival, depends)


def _best(free: list[Share], disputed: list[Share], rivals: dict[str, set[str]]) -> list[Share]:
    """Of sums that exclude one another, those that add most; branches that cannot win any more are left."""
    best: tuple[Decimal, list[Share]] = (Decimal(-1), [])

    def choose(at: int, taken: list[Share]) -> None:
        nonlocal best
        total = _total([*free, *taken])
        # As every choice is tried, a set that could take one more is never the best: sums are above zero.
        if total > best[0] or (total == best[0] and len(taken) > len(best[1])):
            best = (total, list(taken))
        if at == len(disputed) or total + sum((one.amount for one in disputed[at:]), _NOTHING) < best[0]:
            return
        one = disputed[at]
        if not any(other.name in rivals[one.name] for other in taken):
            choose(at + 1, [*taken, one])
        choose(at + 1, taken)

    choose(0, [])
    return best[1]


def _total(shares: Iterable[Share]) -> Decimal:
    return sum((min(sum_, cap) if cap is not None else sum_ for _, sum_, cap in _by_document(shares)), _NOTHING)


def _by_document(shares: Iterable[Share]) -> Iterator[tuple[str, Decimal, Decimal | None]]:
    """Each document's sum and its cap on everything together."""
    sums: dict[str, Decimal] = {}
    caps: dict[str, Decimal | None] = {}
    for share in shares:
        head = share.article.document
        sums[head.id] = sums.get(head.id, _NOTHING) + share.amount
        caps[head.id] = head.total_cap.value if head.total_cap is not None else None
    for document, sum_ in sums.items():
        yield document, sum_, caps[document]


def _barred(
    article: Article, outcomes: Sequence[BenefitOutcome], profile: Profile
) -> Iterator[tuple[frozenset[str], tuple[str, ...]]]:
    """Pairs (`article#benefit`) that cannot be combined, each with the facts on which that depends, none if certain."""
    for outcome in outcomes:
        for exclusion in outcome.benefit.excludes:
            judged = judge(exclusion.when, profile) if exclusion.when is not None else MET
            if judged.truth is Truth.UNMET:
                continue
            owner, _, other = exclusion.benefit.rpartition("#")
            pair = frozenset({f"{article.id}#{outcome.benefit.id}", f"{owner or article.id}#{other}"})
            yield pair, judged.missing if judged.truth is Truth.UNKNOWN else ()
