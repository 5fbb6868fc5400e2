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
    affiliations,
    aid_had,
    arrears,
    backers,
    bank_rewards,
    beside_ours,
    bills,
    borrowers,
    borrowing,
    bounds,
    charges,
    clients_research,
    collateral,
    company,
    conduct,
    contests,
    dealings,
    debtors,
    declarations,
    drawing,
    falls,
    fees_settled,
    fees_unpaid,
    figures,
    first_loans,
    forms,
    founding,
    funding,
    happenings,
    headcounts,
    holdings,
    house_seats,
    industries,
    insurance,
    inventions,
    investment,
    issue_dates,
    learned,
    lender_book,
    lenders,
    lending,
    lent_first,
    loans,
    longed_for,
    losses,
    maturity,
    mother_house,
    moved_away,
    named_principals,
    no_title,
    not_on_credit,
    other_figures,
    others_record,
    owed,
    own_guarantees,
    own_name,
    ownership,
    paid_after_due,
    paid_in,
    partners,
    patents,
    people,
    phrases_company,
    phrases_figures,
    phrases_loan,
    places,
    plants,
    platforms,
    private_pledges,
    profits,
    programmes,
    project_money,
    rates,
    record,
    regional_money,
    reminders,
    researchers,
    rights,
    rnd_shares,
    roughly,
    seats,
    service_fees,
    shadows,
    shareholdings,
    sizes,
    subsidised,
    taken_back,
    talent_roles,
    tenders,
    terms,
    third_board,
    titles,
    total_income,
    traders,
    undertakings,
    underwriting,
    unsecured_lending,
    unsettled,
    valuations,
    whose_titles,
)
from policies.facts.choice import choose, excluding
from policies.facts.found import Findings, Found, fact, with_sign
from policies.facts.limits import impossible
from policies.facts.rules import of_rules, without_talk_of_aid
from policies.facts.scope import Page, page_of
from policies.types import Fact

_RECOGNISERS: tuple[Callable[[Page], Findings], ...] = (
    places.find,
    plants.find,
    industries.find,
    people.find,
    researchers.find,
    figures.find,
    total_income.find,
    project_money.find,
    service_fees.find,
    rates.find,
    profits.unchanged,
    falls.find,
    founding.find,
    patents.find,
    titles.find,
    forms.find,
    third_board.find,
    sizes.find,
    charges.find,
    loans.find,
    drawing.find,
    terms.find,
    lenders.find,
    named_principals.find,
    partners.find,
    arrears.find,
    funding.find,
    regional_money.find,
    subsidised.find,
    record.find,
    conduct.find,
    owed.find,
    declarations.find,
    platforms.find,
    traders.find,
    contests.find,
    affiliations.find,
    programmes.find,
    backers.find,
    undertakings.find,
    rights.find,
    valuations.find,
    seats.find,
    moved_away.find,
    investment.find,
    lending.find,
    lender_book.find,
    own_guarantees.find,
    house_seats.find,
    underwriting.find,
    unsecured_lending.find,
    losses.find,
    borrowing.find,
    borrowers.find,
    dealings.find,
    maturity.find,
    reminders.find,
    collateral.find,
    phrases_loan.find,
    phrases_company.find,
    phrases_figures.find,
    company.find,
    ownership.find,
    happenings.find,
    shareholdings.find,
    holdings.find,
    mother_house.find,
    paid_in.find,
    bills.find,
    talent_roles.find,
    tenders.find,
    inventions.find,
    insurance.find,
    clients_research.find,
    bank_rewards.find,
    beside_ours.find,
    rnd_shares.find,
    fees_settled.find,
    headcounts.find,
    issue_dates.find,
    paid_after_due.find,
    lent_first.find,
)


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
        if debtors.theirs(page, one) or aid_had.no_cost(page, one) or clients_research.theirs(page, one):
            continue
        if whose_titles.theirs(page, one) or own_name.not_his(page, one) or own_guarantees.rate_of_cover(page, one):
            continue
        if rnd_shares.on_other_things(page, one) or not_on_credit.told(page, one):
            continue
        if fees_unpaid.unpaid(page, one) or other_figures.theirs(page, one) or partners.for_accounts(page, one):
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


def by_recognisers(page: Page) -> list[Found]:
    """What is read and left open without the learned reader; several statements of a fact may be there."""
    found = [one for recognise in _RECOGNISERS for one in recognise(page) if not of_rules(page, one)]
    found = moved_away.instead(regional_money.had_in_part(page, found))
    found = private_pledges.instead(page, found)
    found = partners.of_the_lender(page, bounds.without_rounded(page, without_talk_of_aid(page, found)))
    found = [*found, *shadows.find(page, found), *unsettled.find(page, found), *first_loans.find(page, found)]
    found = paid_after_due.but_for_interest(page, others_record.apart(page, [*found, *roughly.find(page, found)]))
    return taken_back.upheld(page, no_title.but_for(page, longed_for.denied(page, found)))


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
