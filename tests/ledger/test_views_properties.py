"""What holds of the views of any ledger: sums of fen, and that views of parts add up to the view of the whole."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import law, views
from ledger.errors import Refusal
from ledger.types import REGISTRAR_PARTY
from ledger.views import Ages, Stakes
from tests.ledger.deals import Deal, part, pledging
from tests.ledger.factories import DAY, Side, hex64, make_uscc, paying, receiving, totals

AMOUNTS = st.integers(10, 10**9)
DUE = st.dates(min_value=date(2025, 6, 1), max_value=date(2027, 6, 1))
SHARES = st.integers(1, 100)
ACTS = (
    "claim", "confirm", "dispute", "reject", "pay", "receive", "split", "offer", "pledge", "finance", "assign", "wait",
    "release",
)  # fmt: skip


class Market(Deal):
    """Three suppliers, three payers and four banks, to whom anything happens that the rules admit."""

    def __init__(self) -> None:
        super().__init__()
        world = self.world
        self.suppliers = [self.yinhe, world.supplier(size="micro"), world.supplier(size="large")]
        self.payers = [self.helan, world.payer(kind="department"), world.payer(size="medium", state_owned=False)]

    def payer_of(self, claim: Any) -> Side | None:
        return next((side for side in self.payers if side.party == claim.payer), None)

    def claim(self, amount: int, due: str | None, one: int, other: int) -> None:
        terms = {"due_on": due, "term_days": None}
        owner = self.suppliers[one % 3].owner
        if other % 5 == 4:
            self.world.register(
                owner, None, amount, name=hex64(f"{amount}"), uscc=make_uscc(9_000 + one % 2), terms=terms
            )
        elif other % 5 == 3:
            self.world.register(owner, self.payers[one % 3].party, amount, terms=terms)  # nobody is asked
        else:
            self.world.requested(owner, self.payers[other % 3].party, amount, terms=terms)

    def act(self, kind: str, claim: Any, share: int, bank: Side) -> None:
        """One act on one claim, of ``share`` percent of what it is about."""
        payer, world = self.payer_of(claim), self.world
        if kind in ("confirm", "dispute", "reject") and payer is not None:
            now = {"confirmed": claim.confirmed, "disputed": claim.disputed, "rejected": claim.rejected}
            field = {"confirm": "confirmed", "dispute": "disputed", "reject": "rejected"}[kind]
            now[field] += claim.undecided * share // 100
            world.submit(kind, payer.maker, totals(claim.id, **now, reason="QTY"))
        elif kind == "pay" and payer is not None:
            world.submit("pay", payer.maker, paying(claim.id, claim.payee, claim.outstanding * share // 100))
        elif kind == "receive" and payer is not None:
            pay = world.submit("pay", payer.maker, paying(claim.id, claim.payee, claim.outstanding)).hash
            body = receiving(claim.id, pay, max(1, claim.outstanding * share // 100))
            world.submit("receive", self.holder_of(claim.payee), body)
        elif kind == "split":
            self.split(claim, *halves(claim), by=self.holder_of(claim.holder))
        else:
            self.hold(kind, claim, share, bank)

    def hold(self, kind: str, claim: Any, share: int, bank: Side) -> None:
        """An act of holding."""
        holder, free = self.holder_of(claim.holder), claim.free(self.world.now) * share // 100
        if kind == "offer":
            self.offer(claim, free, bank, by=holder)
        elif kind == "pledge":
            offer = self.offer(claim, free, bank, by=holder)
            self.lock(claim, offer, free, bank)
            self.agree("pledge", pledging(claim, offer, free), bank.financier, holder)
        elif kind == "assign":
            amount = claim.confirmed - claim.received
            self.accept(claim, self.offer(claim, amount, bank, kind="assignment", by=holder), bank)
        elif kind in ("finance", "release") and claim.holds:
            hold = claim.holds[-1]
            own = next(each for each in self.banks if each.party == hold.financier)
            body = {"receivable": claim.id, "offer": hold.hash}
            if kind == "finance":
                body |= {"amount": hold.amount * share // 100, "on": "2026-11-22"}
            both = kind == "finance" or hold.state == "assigned"
            self.agree(kind, body, own.financier, *([self.holder_of(hold.by)] if both else []))

    def holder_of(self, party: str) -> Any:
        side = next(each for each in (*self.suppliers, *self.banks) if each.party == party)
        return side.people.get("owner") or side.financier


def halves(claim: Any) -> tuple[dict[str, int], dict[str, int]]:
    """A claim in two, with as much of each bucket in the second as goes."""
    fields = {name: getattr(claim, name) for name in ("confirmed", "disputed", "rejected")}
    first = {name: value // 2 for name, value in fields.items()}
    second = {name: value - first[name] for name, value in fields.items()}
    whole = claim.claimed // 2
    got = min(claim.received, whole - first["rejected"])
    return (
        part(whole, **first, received=got),
        part(claim.claimed - whole, **second, received=claim.received - got),
    )


@st.composite
def markets(draw: st.DrawFn) -> Market:
    """A market after a while."""
    market = Market()
    for number, due in enumerate(draw(st.lists(DUE, min_size=2, max_size=4))):
        market.claim(draw(AMOUNTS), str(due), number, number % 3)
        claim = market.world.receivable(market.world.state.numbers[-1])
        market.act("confirm", claim, draw(st.sampled_from((100, 100, 60))), market.bank)
    steps = draw(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 60), SHARES), min_size=5, max_size=30))
    for kind, which, share in steps:
        world = market.world
        with contextlib.suppress(Refusal):
            if kind == "wait":
                world.now += share * DAY
            elif kind == "claim":
                due = draw(st.one_of(st.none(), DUE.map(str)))
                market.claim(draw(AMOUNTS), due, which, share)
            else:
                claims = [each for each in world.state.receivables.values() if each.live]
                if kind in ("finance", "release"):
                    claims = [each for each in claims if each.holds] or claims
                market.act(kind, claims[which % len(claims)], share, market.banks[which % 4])
    return market


@settings(max_examples=60, deadline=None)
@given(markets())
def test_views_add_up(market: Market) -> None:
    state, now = market.world.state, market.world.now
    live = [each for each in state.receivables.values() if each.live]
    every = views.ageing(state, REGISTRAR_PARTY, now)
    # Fen by fen: the buckets and what is disputed are what the state holds as outstanding.
    assert every.total.outstanding == sum(each.outstanding for each in live)
    assert every.total.reported == sum(each.pending for each in live)
    assert every.total.number == sum(1 for each in live if each.outstanding)
    # Lines add up to the total, by payer and by supplier alike, and the holders' views to the registrar's.
    for by in ("payer", "supplier"):
        found = views.ageing(state, REGISTRAR_PARTY, now, by=by)
        assert merged(line.ages for line in found.lines) == found.total == every.total
    holders = [side.party for side in (*market.suppliers, *market.banks)]
    assert merged(views.ageing(state, party, now).total for party in holders) == every.total
    # A payer sees what it was asked about: its part of the registrar's view, or less.
    for payer in market.payers:
        own = views.ageing(state, payer.party, now).total
        asked = [each for each in live if each.payer == payer.party and each.requested_at is not None]
        assert own.outstanding == sum(each.outstanding for each in asked)
        # Its arrears so far: what is late and covered by the regulation, the same for the registrar.
        year = law.today(now).year
        (line,) = views.arrears(state, payer.party, now, year).lines
        assert line in views.arrears(state, REGISTRAR_PARTY, now, year).lines
        assert line.year.amount + line.year.open_amount <= own.overdue + own.buckets[-1]
        assert line.year.confirmed + line.year.undecided == line.year.amount
    # Exposure: what is pledged is bound in the state, and the financiers' views add up to the registrar's.
    stakes = views.exposure(state, REGISTRAR_PARTY, now)
    assert stakes.total.claimed + stakes.total.effective + stakes.total.locked == sum(each.bound(now) for each in live)
    own_stakes = sum((views.exposure(state, bank.party, now).total for bank in market.banks), Stakes())
    assert replace(own_stakes, backing=0, overdue=0) == replace(stakes.total, backing=0, overdue=0)
    # What there is to pay them is there once, though each of several on one claim may be the first.
    assert stakes.total.overdue <= stakes.total.backing <= own_stakes.backing
    assert stakes.total.backing <= sum(max(0, each.confirmed - each.received - each.pending) for each in live)
    # Punctuality: what came, once, however it was split.
    record = views.punctuality(state, REGISTRAR_PARTY, now).total
    assert record.paid == sum(each.received for each in live if each.requested_at is not None)
    assert 0 <= record.prompt <= record.matured <= record.amount
    # Aggregates: every table that is whole has the same total.
    tables = views.aggregates(state, now, 3)
    for table in tables.tables:
        if all(figure.fen is not None for figure in table.figures):
            assert sum(figure.fen or 0 for figure in table.figures) == tables.total.fen == every.total.outstanding


def merged(ages: Any) -> Ages:
    return sum(ages, Ages())


@settings(max_examples=40, deadline=None)
@given(markets())
def test_a_split_changes_no_sum(market: Market) -> None:
    state, now = market.world.state, market.world.now
    claim = next((each for each in state.receivables.values() if each.live and each.outstanding), None)
    if claim is None:
        return

    def figures() -> tuple[Any, ...]:
        aged = views.ageing(state, REGISTRAR_PARTY, now).total
        record = views.punctuality(state, REGISTRAR_PARTY, now).total
        late = [(line.year.amount, line.year.claims) for line in views.arrears(state, REGISTRAR_PARTY, now, 2026).lines]
        return aged.buckets, aged.disputed, record.claims, record.paid, record.payments, record.amount, late

    before = figures()
    with contextlib.suppress(Refusal):
        market.split(claim, *halves(claim), by=market.holder_of(claim.holder))
    after = figures()
    # A dispute is settled within each part, so only its sum with the buckets is sure to stay.
    assert sum(before[0]) + before[1] == sum(after[0]) + after[1]
    if before[1] == 0:
        assert after == before
