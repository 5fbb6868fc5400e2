"""Money twice, and debts that vanish: claims, payments, refusals and their orders; no fen is made or lost."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger import law, rules
from ledger.errors import MalformedError, Refusal
from ledger.state import Receivable
from ledger.types import EVENT_TYPES, MAX_FEN
from tests.ledger.factories import World, asking, hex64, make_uscc, paying, receiving, totals


def refused(code: str) -> Any:
    return pytest.raises(Refusal, match=rf"^refused \({code}\)")


class Trade:
    def __init__(self) -> None:
        self.world = World()
        self.yinhe, self.helan = self.world.supplier(), self.world.payer()
        self.owner, self.maker = self.yinhe.owner, self.helan.maker

    def asked(self, amount: int = 1_000, **changed: Any) -> Receivable:
        return self.world.receivable(self.world.requested(self.owner, self.helan.party, amount, **changed))

    def say(self, kind: str, claim: Receivable, *amounts: int) -> None:
        self.world.submit(kind, self.maker, totals(claim.id, *amounts))

    def pay(self, claim: Receivable, amount: int, over: int = 0) -> str:
        return self.world.submit("pay", self.maker, paying(claim.id, self.yinhe.party, amount, over)).hash

    def receive(self, claim: Receivable, pay: str | None, amount: int) -> None:
        self.world.submit("receive", self.owner, receiving(claim.id, pay, amount))

    def deny(self, claim: Receivable, pay: str) -> None:
        self.world.submit("deny", self.owner, {"receivable": claim.id, "pay": pay, "reason": "not-received"})


@pytest.fixture
def trade() -> Trade:
    return Trade()


def balanced(claim: Receivable) -> None:
    parts = (claim.confirmed, claim.disputed, claim.rejected, claim.undecided)
    assert min(parts) >= 0
    assert sum(parts) == claim.claimed
    assert claim.outstanding >= 0
    assert claim.pending >= 0
    assert claim.rejected + claim.received + claim.pending <= claim.claimed


# A supplier who wants money twice.


def test_one_invoice_is_one_claim_through_every_door(trade: Trade) -> None:
    world = trade.world
    mark = hex64("one invoice")
    first = trade.asked(fingerprint=mark)
    with refused("duplicate-claim"):
        trade.asked(fingerprint=mark)
    with refused("duplicate-claim"):
        world.register(trade.owner, None, 1, name=hex64("helan"), fingerprint=mark)
    trade.say("reject", first, 0, 0, 1_000)
    second = trade.asked(fingerprint=mark)
    with refused("duplicate-claim"):  # the first one does not come back beside it
        trade.say("dispute", first, 0, 1, 999)
    world.submit("withdraw", trade.owner, {"receivable": first.id})
    with refused("duplicate-claim"):  # nor does its withdrawal make room beside the second
        trade.asked(fingerprint=mark)
    world.submit("withdraw", trade.owner, {"receivable": second.id})
    third = trade.asked(fingerprint=mark)
    trade.say("confirm", third, 1)
    with refused("wrong-state"):
        world.submit("withdraw", trade.owner, {"receivable": third.id})


def test_a_payer_that_is_named_by_its_code_first_and_enrolled_then_owes_once(trade: Trade) -> None:
    world, code, mark = trade.world, make_uscc(7_000), hex64("one invoice")
    world.register(trade.owner, None, 1_000, name=hex64("late"), uscc=code, fingerprint=mark)
    late = world.payer(uscc=code)
    with refused("duplicate-claim"):
        world.register(trade.owner, late.party, 1_000, fingerprint=mark)


def test_money_that_came_by_itself_and_is_reported_later_counts_once(trade: Trade) -> None:
    world, code = trade.world, make_uscc(7_000)
    claim = world.receivable(world.register(trade.owner, None, 1_000, name=hex64("late"), uscc=code))
    trade.receive(claim, None, 600)
    late = world.payer(uscc=code)
    with refused("unknown-payment"):
        trade.receive(claim, None, 400)
    with refused("over-payment"):
        world.submit("pay", late.maker, paying(claim.id, trade.yinhe.party, 401))
    with refused("wrong-state"):
        world.submit("reject", late.maker, totals(claim.id, 0, 0, 1))
    world.submit("request", trade.owner, asking(claim.id))
    with refused("over-claim"):
        world.submit("reject", late.maker, totals(claim.id, 0, 0, 401))
    world.submit("reject", late.maker, totals(claim.id, 0, 0, 400))
    balanced(claim)
    assert (claim.outstanding, claim.payment) == (0, "settled")


def test_a_report_is_acknowledged_once_and_never_after_it_was_denied(trade: Trade) -> None:
    claim = trade.asked()
    pay = trade.pay(claim, 1_000, over=50)
    trade.receive(claim, pay, 400)
    with refused("over-payment"):
        trade.receive(claim, pay, 651)
    trade.deny(claim, pay)
    with refused("over-payment"):
        trade.receive(claim, pay, 1)
    with refused("nothing-changes"):
        trade.deny(claim, pay)
    balanced(claim)
    assert (claim.received, claim.over_received, claim.outstanding) == (400, 0, 600)


def test_who_may_sign_little_gives_up_little(trade: Trade) -> None:
    clerk = trade.world.member(trade.owner, trade.yinhe.party, "owner", max_fen=999)
    for amount, code in ((1_000, "over-limit"), (999, None)):
        claim = trade.asked(amount)
        if code is not None:
            with refused(code):
                trade.world.submit("withdraw", clerk, {"receivable": claim.id})
        else:
            trade.world.submit("withdraw", clerk, {"receivable": claim.id})
        assert claim.live == (code is not None)


# A payer who wants to shed a debt.


def test_what_was_paid_or_reported_is_never_rejected_in_any_order(trade: Trade) -> None:
    claim = trade.asked()
    pay = trade.pay(claim, 600)
    with refused("over-claim"):
        trade.say("reject", claim, 0, 0, 401)
    trade.say("reject", claim, 0, 0, 400)
    with refused("over-payment"):
        trade.pay(claim, 1)
    trade.receive(claim, pay, 600)
    assert claim.payment == "settled"
    with refused("over-claim"):
        trade.say("reject", claim, 0, 0, 401)
    trade.say("confirm", claim, 1_000)  # what was rejected comes back, and is owed
    assert (claim.outstanding, claim.payment) == (400, "part-paid")
    balanced(claim)


def test_a_confirmed_fen_is_not_disputed_away(trade: Trade) -> None:
    claim = trade.asked()
    trade.say("confirm", claim, 600)
    for kind, amounts in (("dispute", (599, 401, 0)), ("reject", (0, 0, 1_000)), ("confirm", (599, 0, 0))):
        with refused("confirmed-falls"):
            trade.say(kind, claim, *amounts)
    with refused("over-claim"):
        trade.say("dispute", claim, 600, 401)


@pytest.mark.parametrize(("kind", "amounts", "reads"), [
    ("confirm", (1, 0, 0), "part-confirmed"), ("dispute", (0, 1, 0), "disputed"), ("reject", (0, 0, 1), "requested"),
])  # fmt: skip
def test_an_answer_to_one_fen_does_not_bar_the_request_that_starts_the_duty(
    trade: Trade, kind: str, amounts: tuple[int, int, int], reads: str
) -> None:
    """Asked for the books first: the payer answers for a fen, the supplier then wants to finance the rest (art. 16)."""
    world = trade.world
    claim = world.receivable(world.register(trade.owner, trade.helan.party, 1_000))
    world.submit("request", trade.owner, asking(claim.id, purpose="books"))
    trade.say(kind, claim, *amounts)
    with refused("already-requested"):
        world.submit("request", trade.owner, asking(claim.id, purpose="books"))
    world.submit("request", trade.owner, asking(claim.id))
    assert (claim.purpose, claim.confirmation) == ("financing", reads)
    view = law.view(claim, world.enterprise_of(trade.yinhe.party), world.enterprise_of(trade.helan.party),
                    law.today(world.now))  # fmt: skip
    assert view.duty.date is not None
    with refused("already-requested"):
        world.submit("request", trade.owner, asking(claim.id))
    trade.say("confirm", claim, 1_000)
    with refused("wrong-state"):
        world.submit("request", trade.owner, asking(claim.id))


@pytest.mark.parametrize("amount", [1, 2, MAX_FEN])
def test_the_smallest_and_the_largest_claim_go_all_the_way(trade: Trade, amount: int) -> None:
    claim = trade.asked(amount)
    trade.say("confirm", claim, amount)
    pay = trade.pay(claim, amount, over=MAX_FEN)
    trade.receive(claim, pay, amount)
    trade.receive(claim, pay, MAX_FEN)
    balanced(claim)
    assert (claim.payment, claim.over_received) == ("settled", MAX_FEN)
    with refused("amount-out-of-range"):
        trade.asked(MAX_FEN + 1)


# Anything at all.

ODD = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        1,
        2**53,
        "",
        "x",
        "\u0000",
        "2026-02-30",
        "9999-12-31",
        "0" * 32,
        "0" * 64,
        [],
        {},
        [[]],
        ["maker"],
    ]
)


def fill(value: Any, odd: dict[int, Any], place: list[int]) -> Any:
    """``value`` with the leaves at the places in ``odd`` replaced."""
    place[0] += 1
    if place[0] in odd:
        return odd[place[0]]
    if isinstance(value, dict):
        return {name: fill(item, odd, place) for name, item in value.items()}
    return value


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(EVENT_TYPES), st.dictionaries(st.integers(1, 30), ODD, max_size=2), st.integers(0, 3), st.booleans()
)
def test_nothing_odd_does_more_than_be_refused(kind: str, odd: dict[int, Any], who: int, wrapped: bool) -> None:
    world, yinhe, helan, claim, pay = town()
    bodies: dict[str, Any] = {
        "enterprise": dict(world.entries[1].event.body),  # type: ignore[union-attr]
        "invite": world.invitation(helan.party, "checker", code="c"),
        "enrol": {"code": "c", "public_key": "A" * 43 + "=", "custody": "own", "roles": ["maker"]},
        "revoke": {"person": helan.maker.person, "key": helan.maker.key.id, "suspect_since": None, "reason": "left"},
        "limits": {
            "person": helan.maker.person,
            "roles": ["maker"],
            "max_fen": 1,
            "expires_at": None,
            "dual_above": None,
        },
        "register": world.claim(helan.party, 5),
        "request": asking(claim),
        "query": {"receivable": claim, "question": hex64("q")},
        "answer": {"receivable": claim, "answer": hex64("a")},
        "confirm": totals(claim, 1),
        "dispute": totals(claim, 0, 1),
        "reject": totals(claim, 0, 0, 1),
        "pay": paying(claim, yinhe.party, 1),
        "receive": receiving(claim, pay, 1),
        "deny": {"receivable": claim, "pay": pay, "reason": "other"},
        "propose": {"type": "confirm", "body": totals(claim, 700)},
        "endorse": {},
        "return": {"note": None},
    }
    if not wrapped:
        odd.pop(1, None)  # what is parsed has an object for a body
    body = fill(bodies.get(kind, {"receivable": claim}), odd, [0])
    if wrapped:
        kind, body = "propose", {"type": kind, "body": body}
    member = (yinhe.owner, helan.maker, helan.administrator, world.registrar)[who]
    for attempt in (
        lambda: rules.needs_two(world.state, member.party, kind, body),
        lambda: rules.ref_for(world.state, kind, member.party, body, proposal=claim),
        lambda: rules.decide(world.state, world.sign(kind, member, body, ref=hex64("r")), world.now),
        lambda: rules.decide(world.state, world.sign(kind, member, body, proposal=claim), world.now),
    ):
        with contextlib.suppress(Refusal, MalformedError):  # and nothing else
            attempt()


_TOWN: list[Any] = []


def town() -> Any:
    """One world for all examples: deciding changes nothing."""
    if not _TOWN:
        trade = Trade()
        claim = trade.asked()
        _TOWN.extend((trade.world, trade.yinhe, trade.helan, claim.id, trade.pay(claim, 10)))
    return _TOWN
