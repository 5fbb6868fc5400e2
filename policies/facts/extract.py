"""The door: every recogniser over one page, one statement a fact, contradictions and impossible figures set apart.

A text that says one thing twice gives it once (the better founded words). A text that says two things that cannot
both hold ("5 people, 600 staff") gives neither: the fact is among the doubts, with value None, and the two statements
are a conflict. A figure that no enterprise can have (-5 people, a founding in 2100) is a conflict of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from policies.facts import (
    aid_had,
    clients_research,
    debtors,
    fees_unpaid,
    learned,
    losses,
    not_on_credit,
    other_figures,
    own_guarantees,
    own_name,
    paper_plans,
    partners,
    rnd_shares,
    schooling,
    service_fees,
    shareholdings,
    stage_tellers,
    whose_titles,
)
from policies.facts.choice import choose, excluding
from policies.facts.found import Found, fact, with_sign
from policies.facts.limits import impossible
from policies.facts.recognisers import by_recognisers
from policies.facts.scope import Page, page_of
from policies.types import Fact

_NOT_OURS: tuple[Callable[[Page, Found], bool], ...] = (
    debtors.theirs,
    aid_had.no_cost,
    clients_research.theirs,
    whose_titles.theirs,
    own_name.not_his,
    own_guarantees.rate_of_cover,
    rnd_shares.on_other_things,
    not_on_credit.told,
    fees_unpaid.unpaid,
    service_fees.before_cut,
    other_figures.theirs,
    partners.for_accounts,
    stage_tellers.former_tries,
    shareholdings.told_of,
    losses.no_sales,
    paper_plans.promised,
    schooling.no_research,
)
"""What a statement is asked before it counts, whoever read it: whether it is somebody else's, or no such thing."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Words about one fact that cannot be taken: `said` holds the statements with their values, texts and spans.

    "contradicted": two statements that exclude each other. "impossible": one figure that no enterprise can have.
    """

    name: str
    reason: Literal["contradicted", "impossible"]
    said: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """`facts` are stated; `doubts` (value None) are raised and left open, or stated in ways that exclude each other.

    `conflicts` say why a figure was not taken: a contradicted fact is among the doubts too, an impossible one is not.
    """

    facts: tuple[Fact, ...]
    doubts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...] = ()


def read(text: str, as_of: date, passage_of: Callable[[str], learned.Passage] | None = None) -> Reading:
    """Facts, doubts and conflicts of a text, in the order of its words. Never raises; an empty text gives nothing.

    `passage_of` gives the text with its vectors, for the learned reader; without it that goes by words alone.
    """
    page = page_of(text, as_of)
    if not page.text.strip():
        return Reading((), ())
    stated = by_recognisers(page)
    view = learned.view(page, stated, partial(passage_of, text) if passage_of else None)
    told = view.upheld(stated)
    by_name: dict[str, list[Found]] = {}
    conflicts: list[Conflict] = []
    for one in (*told, *view.find(told)):
        if any(not_ours(page, one) for not_ours in _NOT_OURS):
            continue
        one = with_sign(page, one)
        if impossible(one.name, one.value, as_of):
            conflicts.append(Conflict(one.name, "impossible", (fact(page, one),)))
        else:
            by_name.setdefault(one.name, []).append(one)
    facts: list[Fact] = []
    doubts: list[Fact] = []
    for name, statements in by_name.items():
        chosen, open_ = choose(statements)
        (doubts if open_ else facts).append(fact(page, chosen))
        if open_ and (against := excluding(statements)):
            conflicts.append(Conflict(name, "contradicted", tuple(fact(page, one) for one in against)))
    return Reading(
        tuple(sorted(facts, key=_order)), tuple(sorted(doubts, key=_order)), tuple(sorted(conflicts, key=_first))
    )


def extract(text: str, as_of: date) -> tuple[Fact, ...]:
    """Facts that the text states about the enterprise itself. Doubted ones are left to `doubts`."""
    return read(text, as_of).facts


def doubts(text: str, as_of: date) -> tuple[Fact, ...]:
    """Facts that the text raises and leaves open, each with value None."""
    return read(text, as_of).doubts


def _order(one: Fact) -> tuple[int, str]:
    return one.span[0], one.name


def _first(one: Conflict) -> tuple[int, str]:
    return one.said[0].span[0], one.name
