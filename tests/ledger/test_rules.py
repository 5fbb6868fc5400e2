"""The order of submitting, proposals and endorsements, versions, and every refusal code once."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ledger import logkeys, proposals, rekey, rules
from ledger.chain import FIRST_PREV, seal
from ledger.errors import MalformedError, Refusal, SignatureError
from ledger.types import REFUSALS, SignedEvent
from tests.ledger import deals
from tests.ledger.factories import (
    DAY,
    WEEK,
    Member,
    Side,
    World,
    asking,
    enrolment,
    hex32,
    hex64,
    new_key,
    newcomer,
    paying,
    receiving,
    totals,
)


def refused(code: str) -> Any:
    return pytest.raises(Refusal, match=rf"^refused \({code}\)")


class Scene:
    """A supplier, and a payer that demands two people for more than 500 fen."""

    def __init__(self, world: World | None = None) -> None:
        self.world = world or World()
        self.yinhe: Side = self.world.supplier()
        self.helan: Side = self.world.payer(dual_above=500)
        self.claim = self.world.requested(self.yinhe.owner, self.helan.party, 1_000)

    def propose(self, confirmed: int = 800) -> str:
        return self.world.propose("confirm", self.helan.maker, totals(self.claim, confirmed))

    def revoke(self, member: Member) -> None:
        body = {"person": member.person, "key": member.key.id, "suspect_since": None, "reason": "left"}
        self.world.submit("revoke", self.helan.administrator, body)

    def limit(self, member: Member | None, **changed: Any) -> None:
        body = {"roles": None, "max_fen": None, "expires_at": None, "dual_above": None, **changed}
        self.world.submit("limits", self.helan.administrator, {"person": member and member.person, **body})


@pytest.fixture
def scene() -> Scene:
    return Scene()


# Two people.


def test_one_proposes_and_another_endorses(scene: Scene) -> None:
    world, receivable = scene.world, scene.world.receivable(scene.claim)
    before = receivable.heads
    proposal = scene.propose()
    assert (receivable.confirmed, receivable.heads) == (0, before)
    assert proposals.standing(world.state, world.state.proposals[proposal], world.now) == "waiting"
    entry = world.endorse(scene.helan.checker, proposal)
    assert (receivable.confirmed, receivable.confirmation) == (800, "part-confirmed")
    assert receivable.heads["confirmation"] == (entry.seq, entry.hash)
    step = receivable.history[-1]
    assert (step.type, step.person) == ("confirm", scene.helan.maker.person)
    assert step.endorsed == ((scene.helan.checker.person, scene.helan.checker.key.id),)
    assert proposals.standing(world.state, world.state.proposals[proposal], world.now + 2 * WEEK) == "effective"
    assert world.refold() == world.state


def test_dual_control_begins_above_the_amount(scene: Scene) -> None:
    world = scene.world
    with refused("not-dual"):
        scene.propose(500)
    world.submit("confirm", scene.helan.maker, totals(scene.claim, 500))
    with refused("dual-control"):  # the total counts, not the step
        world.submit("confirm", scene.helan.maker, totals(scene.claim, 501))
    with refused("dual-control"):
        world.submit("dispute", scene.helan.maker, totals(scene.claim, 500, 0, 500) | {"disputed": 501, "rejected": 0})
    world.submit("pay", scene.helan.maker, paying(scene.claim, scene.yinhe.party, 500))
    scene.limit(None, dual_above=0)
    with refused("dual-control"):
        world.submit("pay", scene.helan.maker, paying(scene.claim, scene.yinhe.party, 1))
    world.submit(
        "query",
        scene.helan.maker,
        {"receivable": world.requested(scene.yinhe.owner, scene.helan.party, 9_000), "question": hex64("q")},
    )


def test_payments_are_proposed_too(scene: Scene) -> None:
    proposal = scene.world.propose("pay", scene.helan.maker, paying(scene.claim, scene.yinhe.party, 1_000, over=7))
    receivable = scene.world.receivable(scene.claim)
    assert receivable.payments == ()
    entry = scene.world.endorse(scene.helan.checker, proposal)
    assert (receivable.pending, receivable.payments[0].hash) == (1_000, entry.hash)
    scene.world.submit("receive", scene.yinhe.owner, receiving(scene.claim, entry.hash, 1_007))
    assert (receivable.payment, receivable.over_received) == ("settled", 7)


@pytest.mark.parametrize("kind", ["acknowledge", "request", "register", "endorse", "limits"])
def test_only_what_needs_two_is_proposed(scene: Scene, kind: str) -> None:
    body: dict[str, Any] = {
        "acknowledge": {"receivable": scene.claim},
        "request": asking(scene.claim),
        "register": scene.world.claim(scene.helan.party, 5),
        "endorse": {},
        "limits": {"person": None, "roles": None, "max_fen": None, "expires_at": None, "dual_above": 1},
    }[kind]
    with refused("not-dual"):
        scene.world.submit("propose", scene.helan.maker, {"type": kind, "body": body}, ref=hex64("r"))


def test_what_is_proposed_is_decided_then_and_again_at_the_endorsement(scene: Scene) -> None:
    with refused("over-claim"):
        scene.propose(1_001)
    with refused("bad-body"):
        scene.world.propose("confirm", scene.helan.maker, {"receivable": scene.claim}, ref=hex64("r"))
    with refused("unknown-type"):
        scene.world.submit("propose", scene.helan.maker, {"type": "wish", "body": {}}, ref=hex64("r"))
    with refused("wrong-role"):
        scene.world.propose("confirm", scene.helan.checker, totals(scene.claim, 800))
    with refused("not-payer"):
        scene.world.propose("confirm", scene.yinhe.owner, totals(scene.claim, 800))


def test_a_proposal_lives_seven_days(scene: Scene) -> None:
    world, proposal = scene.world, scene.propose()
    world.now += WEEK
    record = world.state.proposals[proposal]
    assert proposals.standing(world.state, record, world.now) == "waiting"
    assert proposals.standing(world.state, record, world.now + 1) == "void"
    world.now += 1
    with pytest.raises(Refusal) as caught:
        world.endorse(scene.helan.checker, proposal)
    assert (caught.value.code, caught.value.fields["why"]) == ("proposal-void", "expired")
    world.now -= 1
    world.endorse(scene.helan.checker, proposal)


def revoked(scene: Scene) -> None:
    scene.revoke(scene.helan.maker)


def demoted(scene: Scene) -> None:
    scene.limit(scene.helan.maker, roles=["checker"])


def limited(scene: Scene) -> None:
    scene.limit(scene.helan.maker, max_fen=799)


def ended(scene: Scene) -> None:
    scene.limit(scene.helan.maker, expires_at=scene.world.now)


def moved(scene: Scene) -> None:
    scene.world.submit("acknowledge", scene.helan.checker, {"receivable": scene.claim})


@pytest.mark.parametrize(
    ("happens", "why"),
    [(revoked, "maker"), (demoted, "maker"), (limited, "maker"), (ended, "maker"), (moved, "changed")],
)
def test_a_proposal_falls_with_its_maker_and_its_terms(
    scene: Scene, happens: Callable[[Scene], None], why: str
) -> None:
    proposal = scene.propose()
    happens(scene)
    with pytest.raises(Refusal) as caught:
        scene.world.endorse(scene.helan.checker, proposal)
    assert (caught.value.code, caught.value.fields["why"]) == ("proposal-void", why)
    assert scene.world.receivable(scene.claim).confirmed == 0


def test_of_two_proposals_the_first_endorsed_voids_the_other(scene: Scene) -> None:
    first, second = scene.propose(800), scene.propose(900)
    scene.world.endorse(scene.helan.checker, second)
    with refused("proposal-void"):
        scene.world.endorse(scene.helan.checker, first)
    assert scene.world.receivable(scene.claim).confirmed == 900


def test_a_proposal_goes_back_or_is_taken_back(scene: Scene) -> None:
    world = scene.world
    for member in (scene.helan.checker, scene.helan.maker):
        proposal = scene.propose()
        world.submit("return", member, {"note": hex64("why")}, proposal=proposal)
        assert proposals.standing(world.state, world.state.proposals[proposal], world.now) == "returned"
        for kind, body in (("endorse", {}), ("return", {"note": None})):
            with pytest.raises(Refusal) as caught:
                world.submit(kind, scene.helan.checker, body, proposal=proposal)
            assert (caught.value.code, caught.value.fields["why"]) == ("proposal-void", "returned")
    proposal = scene.propose()
    other = world.member(scene.helan.administrator, scene.helan.party, "maker")
    with refused("wrong-role"):
        world.submit("return", other, {"note": None}, proposal=proposal)


def test_the_checker_is_somebody_else_whom_the_maker_did_not_invite(scene: Scene) -> None:
    world, helan = scene.world, scene.helan
    scene.limit(helan.maker, roles=["maker", "checker", "administrator"])
    friend = world.member(helan.maker, helan.party, "checker")
    proposal = scene.propose()
    for code, member in (
        ("same-person", helan.maker),
        ("invited-by-maker", friend),
        ("wrong-role", helan.administrator),
        ("not-yours", scene.yinhe.owner),
    ):
        with refused(code):
            world.endorse(member, proposal)
    scene.limit(helan.checker, max_fen=799)
    with refused("over-limit"):
        world.endorse(helan.checker, proposal)
    with refused("unknown-proposal"):
        world.endorse(helan.checker, hex64("nothing"))
    with refused("unknown-proposal"):
        rules.ref_for(world.state, "endorse", helan.party, {})


# The order of submitting.


def test_the_first_thing_wrong_in_the_order_is_told(scene: Scene) -> None:
    """Each event below is wrong in everything that follows, too."""
    world, helan = scene.world, scene.helan
    used = world.entries[-1].event.request  # type: ignore[union-attr]
    bad = totals(scene.claim, 5_000)
    stranger = new_key("stranger")
    wrong: dict[str, Any] = {"ref": hex64("r")}
    with refused("unknown-ledger"):
        world.submit("confirm", helan.checker, bad, ledger=hex64("other"), signing_key=stranger, **wrong)
    with refused("unknown-type"):
        world.submit("wish", helan.checker, bad, signing_key=stranger, **wrong)
    with pytest.raises(SignatureError):
        world.submit("confirm", helan.checker, bad, signing_key=stranger, request=used, **wrong)
    repeated = world.sign("request", scene.yinhe.owner, asking(scene.claim), request=used, **wrong)
    with refused("request-reused"):
        world.accept(repeated)
    with refused("wrong-role"):
        world.submit("confirm", helan.checker, bad, **wrong)
    scene.limit(helan.maker, max_fen=10)
    with refused("over-limit"):
        world.submit("confirm", helan.maker, bad, **wrong)
    scene.limit(helan.maker)
    with refused("stale"):
        world.submit("confirm", helan.maker, bad, **wrong)
    with refused("dual-control"):
        world.submit("confirm", helan.maker, bad)


def test_a_signature_checked_before_is_not_checked_again(scene: Scene) -> None:
    signed = scene.world.sign("acknowledge", scene.helan.maker, {"receivable": scene.claim})
    forged = replace(signed, sig=bytes(64))
    rules.decide(scene.world.state, forged, scene.world.now, verified=True)
    with pytest.raises(SignatureError):
        rules.decide(scene.world.state, forged, scene.world.now)
    assert rules.signer_key(scene.world.state, signed.event) == scene.helan.maker.key.public.data


def test_the_same_bytes_are_found_again_and_other_bytes_refused(scene: Scene) -> None:
    world = scene.world
    signed = world.sign("acknowledge", scene.helan.maker, {"receivable": scene.claim})
    assert rules.submitted(world.state, signed) is None
    entry = world.accept(signed)
    assert rules.submitted(world.state, signed) == entry.seq
    other = world.sign(
        "query", scene.helan.maker, {"receivable": scene.claim, "question": hex64("q")}, request=signed.event.request
    )
    with pytest.raises(Refusal) as caught:
        rules.submitted(world.state, other)
    assert (caught.value.code, caught.value.fields) == ("request-reused", {"seq": entry.seq})
    with refused("request-reused"):
        world.accept(other)
    with refused("request-reused"):
        world.accept(signed)
    # The id is the person's own: somebody else may use the same.
    world.submit(
        "acknowledge",
        scene.helan.checker,
        {"receivable": world.requested(scene.yinhe.owner, scene.helan.party, 1)},
        request=signed.event.request,
    )


def test_a_refusal_changes_nothing(scene: Scene) -> None:
    world = scene.world
    before = repr(world.state)
    with refused("over-claim"):
        scene.propose(5_000)
    assert repr(world.state) == before


def test_needs_and_refs_check_the_body_first(scene: Scene) -> None:
    world, helan = scene.world, scene.helan
    assert rules.needs_two(world.state, helan.party, "confirm", totals(scene.claim, 501))
    assert not rules.needs_two(world.state, helan.party, "confirm", totals(scene.claim, 500))
    assert not rules.needs_two(world.state, helan.party, "endorse", {})
    assert not rules.needs_two(world.state, scene.yinhe.party, "register", world.claim(helan.party, 10**12))
    with refused("bad-body"):
        rules.needs_two(world.state, helan.party, "confirm", {})
    with refused("unknown-party"):
        rules.ref_for(world.state, "invite", helan.party, world.invitation(hex32("x"), "owner", code="c"))
    assert rules.ref_for(world.state, "register", helan.party, world.claim(helan.party, 1)) == world.state.ledger


# Genesis and versions.


def test_genesis_must_be_one_that_works() -> None:
    world = World()
    genesis, event = world.state.genesis, world.sign("register", world.supplier().owner, world.claim(None, 1)).event
    for broken, error in (
        (replace(genesis, thresholds={"log": 1, "payer": 2}), MalformedError),
        (replace(genesis, registrar_keys=genesis.registrar_keys * 2), MalformedError),
        (
            replace(genesis, registrar_keys=(replace(genesis.registrar_keys[0], key="AQ" + "A" * 41 + "="),)),
            SignatureError,
        ),
    ):
        with pytest.raises(error):
            rules.genesis_state(seal(1, 1, 0, world.now, FIRST_PREV, broken, b""))
    with pytest.raises(MalformedError):
        rules.genesis_state(replace(world.entries[0], event=event))
    with pytest.raises(MalformedError):
        rules.apply(world.state, world.entries[0])


def unknown_type(scene: Scene) -> SignedEvent:
    return scene.world.sign("acknowledge", scene.helan.maker, {"receivable": scene.claim}, type="barter")


def test_an_unknown_type_makes_its_receivable_unknown_and_forbids_writing(scene: Scene) -> None:
    world = scene.world
    other = world.register(scene.yinhe.owner, scene.helan.party, 5)
    signed = scene.world.sign("acknowledge", scene.helan.maker, {"receivable": scene.claim})
    entry = world.append(unknown_type(scene))
    assert world.receivable(scene.claim).confirmation == "unknown"
    assert not world.receivable(scene.claim).live
    assert world.receivable(other).confirmation == "registered"
    assert (world.state.size, world.state.last_hash) == (entry.seq + 1, entry.hash)
    with refused("unknown-version"):
        world.accept(signed)


def test_unknown_rules_are_not_guessed(scene: Scene) -> None:
    world = scene.world
    proposal = scene.propose()
    signed = world.sign("endorse", scene.helan.checker, {}, proposal=proposal)
    registered = world.sign("register", scene.yinhe.owner, world.claim(scene.helan.party, 5))
    world.append(signed, version=2)
    assert world.state.unknown == {scene.claim}
    assert world.receivable(scene.claim).confirmed == 0
    # From then on nothing is folded, not even what looks familiar.
    entry = world.append(registered, version=1)
    assert entry.hash in world.state.unknown
    assert entry.hash not in world.state.receivables
    assert world.refold() == world.state


def test_an_unknown_proposal_touches_what_it_wraps(scene: Scene) -> None:
    signed = scene.world.sign(
        "propose", scene.helan.maker, {"type": "confirm", "body": totals(scene.claim, 800)}, type="bundle"
    )
    scene.world.append(signed)
    assert scene.world.state.unknown == {scene.claim}


def test_another_format_version_is_not_guessed_either(scene: Scene) -> None:
    scene.world.append(scene.world.sign("acknowledge", scene.helan.maker, {"receivable": scene.claim}), v=2)
    assert scene.world.receivable(scene.claim).confirmation == "unknown"


def test_each_entry_is_decided_by_its_own_version(scene: Scene) -> None:
    signed = scene.world.sign("acknowledge", scene.helan.maker, {"receivable": scene.claim})
    rules.decide(scene.world.state, signed, scene.world.now, version=1)
    for version in (0, 2):
        with refused("unknown-version"):
            rules.decide(scene.world.state, signed, scene.world.now, version=version)


def test_the_fold_is_the_same_from_nothing(scene: Scene) -> None:
    scene.world.endorse(scene.helan.checker, scene.propose())
    assert scene.world.refold() == scene.world.state


# Every code once.


def _confirm(s: Scene, member: Member, *amounts: int, **changed: Any) -> None:
    s.world.submit("confirm", member, totals(s.claim, *amounts), **changed)


def _case_invited_by_maker(s: Scene) -> None:
    s.limit(s.helan.maker, roles=["maker", "administrator"])
    friend = s.world.member(s.helan.maker, s.helan.party, "checker")
    s.world.endorse(friend, s.propose())


def _case_expired(s: Scene) -> None:
    maker = s.world.member(s.helan.administrator, s.helan.party, "maker", expires_at=s.world.now + DAY)
    s.world.now += DAY
    _confirm(s, maker, 1)


def _case_log_key(s: Scene) -> None:
    genesis = s.world.state.genesis
    body = logkeys.rotation(s.world.state.ledger, genesis.log_keys[0], new_key("log"), [new_key("thief")])
    s.world.submit("log-key", s.world.registrar, body)


def _case_replaced(s: Scene) -> None:
    maker, new = s.helan.maker, new_key("new")
    message = rekey.message(s.world.state.ledger, maker.party, maker.person, maker.key.id, new.public.base64, "own")
    proof = b64encode(new.sign_raw(message)).decode()
    s.world.submit("rekey", maker, {"public_key": new.public.base64, "custody": "own", "proof": proof})
    _confirm(s, maker, 1)


def _case_revoked(s: Scene) -> None:
    s.revoke(s.helan.maker)
    _confirm(s, s.helan.maker, 1)


def _case_limit(s: Scene) -> None:
    s.limit(s.helan.maker, max_fen=1)
    _confirm(s, s.helan.maker, 2)


def _case_reused(s: Scene) -> None:
    first = s.world.submit("acknowledge", s.helan.maker, {"receivable": s.claim})
    _confirm(s, s.helan.maker, 1, request=first.event.request)  # type: ignore[union-attr]


def _case_falls(s: Scene) -> None:
    _confirm(s, s.helan.maker, 2)
    _confirm(s, s.helan.maker, 1)


def _case_duplicate(s: Scene) -> None:
    fingerprint = s.world.receivable(s.claim).fingerprint
    s.world.register(s.yinhe.owner, s.helan.party, 1, fingerprint=fingerprint)


def _case_unenrolled(s: Scene, **named: Any) -> str:
    return s.world.register(s.yinhe.owner, None, 1, name=hex64("n"), **named)


def _case_void(s: Scene) -> None:
    proposal = s.propose()
    s.world.now += WEEK + 1
    s.world.endorse(s.helan.checker, proposal)


def _case_endorsed(s: Scene) -> None:
    proposal = s.propose()
    s.world.endorse(s.helan.checker, proposal)
    s.world.endorse(s.helan.checker, proposal)


def _case_known(s: Scene, person: Member) -> None:
    code = s.world.invite(s.helan.administrator, s.helan.party, "maker")
    s.world.submit("enrol", person, enrolment(person, code, "maker"))


def _case_enrol(s: Scene, **changed: Any) -> None:
    code = s.world.invite(s.helan.administrator, s.helan.party, "maker")
    person = newcomer(s.helan.party, "n")
    body = {**enrolment(person, code, "maker"), **changed.pop("body", {})}
    s.world.submit("enrol", person, body, **changed)


def _case_version(s: Scene) -> None:
    signed = s.world.sign("acknowledge", s.helan.maker, {"receivable": s.claim})
    s.world.append(unknown_type(s))
    s.world.accept(signed)


CASES: dict[str, Callable[[Scene], Any]] = {
    "unknown-ledger": lambda s: _confirm(s, s.helan.maker, 1, ledger=hex64("other")),
    "unknown-type": lambda s: s.world.accept(unknown_type(s)),
    "unknown-key": lambda s: _confirm(s, newcomer(s.helan.party, "n"), 1),
    "key-revoked": _case_revoked,
    "key-replaced": _case_replaced,
    "log-threshold": _case_log_key,
    "not-enrolled": lambda s: _confirm(s, s.helan.maker, 1, party=s.yinhe.party),
    "enrolment-expired": _case_expired,
    "wrong-role": lambda s: _confirm(s, s.helan.checker, 1),
    "over-limit": _case_limit,
    "dual-control": lambda s: _confirm(s, s.helan.maker, 501),
    "not-dual": lambda s: s.propose(500),
    "request-reused": _case_reused,
    "stale": lambda s: _confirm(s, s.helan.maker, 1, ref=hex64("old")),
    "bad-body": lambda s: s.world.submit("acknowledge", s.helan.maker, {}, ref=hex64("r")),
    "amount-out-of-range": lambda s: s.world.register(s.yinhe.owner, s.helan.party, 0),
    "over-claim": lambda s: _confirm(s, s.helan.maker, 400, 400, 201),
    "confirmed-falls": _case_falls,
    "nothing-changes": lambda s: _confirm(s, s.helan.maker, 0, 1),
    "duplicate-claim": _case_duplicate,
    "self-claim": lambda s: s.world.register(s.yinhe.owner, s.yinhe.party, 1),
    "payer-enrolled": lambda s: _case_unenrolled(s, uscc=s.world.enterprise_of(s.helan.party).uscc),
    "unknown-receivable": lambda s: s.world.submit("acknowledge", s.helan.maker, {"receivable": hex64("x")}),
    "not-yours": lambda s: s.world.submit("withdraw", s.world.supplier().owner, {"receivable": s.claim}),
    "not-payer": lambda s: s.world.submit("acknowledge", s.yinhe.owner, {"receivable": s.claim}),
    "not-holder": lambda s: s.world.submit("withdraw", s.helan.maker, {"receivable": s.claim}),
    "wrong-state": lambda s: s.world.submit("answer", s.yinhe.owner, {"receivable": s.claim, "answer": hex64("a")}),
    "already-requested": lambda s: s.world.submit("request", s.yinhe.owner, asking(s.claim)),
    "no-service": lambda s: s.world.submit("request", s.yinhe.owner, asking(_case_unenrolled(s))),
    "over-payment": lambda s: s.world.propose("pay", s.helan.maker, paying(s.claim, s.yinhe.party, 1_001)),
    "wrong-payee": lambda s: s.world.submit("pay", s.helan.maker, paying(s.claim, s.helan.party, 1)),
    "unknown-payment": lambda s: s.world.submit("receive", s.yinhe.owner, receiving(s.claim, hex64("x"), 1)),
    "unknown-proposal": lambda s: s.world.endorse(s.helan.checker, hex64("x")),
    "proposal-void": _case_void,
    "same-person": lambda s: (
        s.limit(s.helan.maker, roles=["maker", "checker"]),
        s.world.endorse(s.helan.maker, s.propose()),
    ),
    "invited-by-maker": _case_invited_by_maker,
    "already-endorsed": _case_endorsed,
    "unknown-party": lambda s: s.world.register(s.yinhe.owner, hex32("nobody"), 1),
    "party-exists": lambda s: s.world.enterprise(party=s.helan.party),
    "bad-uscc": lambda s: s.world.enterprise(uscc="91640100000000001X"),
    "bad-invitation": lambda s: _case_enrol(s, body={"roles": ["checker"]}),
    "key-known": lambda s: _case_known(s, Member(s.helan.party, hex32("new"), s.helan.maker.key)),
    "person-known": lambda s: _case_known(s, Member(s.helan.party, s.helan.maker.person, new_key("new"))),
    "bad-possession": lambda s: _case_enrol(s, signing_key=new_key("thief")),
    "bad-key": lambda s: _case_enrol(s, body={"public_key": "AQ" + "A" * 41 + "="}),
    "unknown-version": _case_version,
    **{code: lambda _, case=case: case(deals.Deal()) for code, case in deals.CASES.items()},
}


def test_every_code_has_a_case() -> None:
    assert CASES.keys() == REFUSALS.keys()


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_has_its_code_its_rule_and_a_remedy(scene: Scene, code: str) -> None:
    with pytest.raises(Refusal) as caught:
        CASES[code](scene)
    assert caught.value.code == code
    assert caught.value.rule
    assert caught.value.remedy
