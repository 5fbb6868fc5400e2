"""For each type of event a body that mostly fits the town, and who usually signs it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from ledger import logkeys, rekey
from ledger.claims import Hold
from ledger.keys import Keys
from ledger.parse import encode_base64
from ledger.splitting import BUCKETS
from ledger.state import Receivable
from tests.ledger.deals import HOUR, correcting, pledging
from tests.ledger.factories import (
    DAY,
    Member,
    asking,
    enrolment,
    hex32,
    hex64,
    make_uscc,
    new_key,
    newcomer,
    paying,
    receiving,
    totals,
)
from tests.ledger.town import Body, Town

Making = tuple[Member, Body] | None  # None: there is nothing that it could be about
BODIES: dict[str, Callable[[Town, Receivable | None, Random], Making]] = {}


def deed(town: Town, kind: str, dice: Random, claim: Receivable | None = None) -> Making:
    """A body of this type, and who signs it: about ``claim``, else one of the newest."""
    newest = list(town.state.numbers)[-6:]
    if claim is None and newest:
        claim = town.state.receivables[dice.choice(newest)]
    return BODIES[kind](town, claim, dice)


def likely(town: Town, dice: Random) -> tuple[str, Receivable | None]:
    """What one of the newest live receivables may wait for, and that receivable."""
    claims = [claim for claim in map(town.receivable, list(town.state.numbers)[-6:]) if claim.live]
    if not claims or dice.random() < 0.1:
        return "register", None
    claim = dice.choice(claims[-3:])
    kinds = [*NEXT.get(claim.confirmation, ()), *NEXT.get(claim.remedy, ())]
    for hold in claim.holds:
        kinds += NEXT.get(hold.state, ())
    if claim.pending:
        kinds += ["receive", "deny"]
    return dice.choice(kinds or ["register"]), claim


_CONFIRMED = ("offer", "offer", "pay", "correct", "split", "demand", "complain")
NEXT: dict[str, tuple[str, ...]] = {
    "registered": (*("request",) * 8, "withdraw"),
    "requested": ("acknowledge", "query", "confirm", "confirm"),
    "acknowledged": ("query", "confirm", "dispute", "reject"),
    "queried": ("answer", "answer", "confirm"),
    "confirmed": _CONFIRMED,
    "part-confirmed": (*_CONFIRMED, "confirm"),
    "disputed": ("confirm", "reject", "correct"),
    "rejected": ("correct",),
    "offered": ("lock", "lock", "accept", "release", "pledge"),
    "pledged": ("finance", "pledge", "release", "pay"),
    "assigned": ("notice", "finance", "release"),
    "demanded": ("complain", "mediate", "close"),
    "complained": ("accept-complaint", "accept-complaint", "close"),
    "accepted": ("pass-on",),
    "passed-on": ("receive-complaint",),
    "received": ("answer-complaint", "mediate"),
    "answered": ("mediate", "close"),
}
"""What usually follows, by the state of a facet or of an offer."""


def _kind(make: Callable[..., Any]) -> str:
    return make.__name__.strip("_").replace("_", "-")


def free(make: Callable[[Town, Random], Making]) -> None:
    """Of a type that is about no receivable; it is named like the function."""
    BODIES[_kind(make)] = lambda town, _, dice: make(town, dice)


def about(make: Callable[[Town, Receivable, Random], Making]) -> None:
    """Of a type that is about a receivable."""
    BODIES[_kind(make)] = lambda town, claim, dice: None if claim is None else make(town, claim, dice)


# People.


@free
def _enterprise(town: Town, dice: Random) -> Making:
    number = town.state.size + 1_000
    return town.registrar, {
        "party": hex32(f"party {number}"), "uscc": make_uscc(number), "name": hex64("name"), "kind": "enterprise",
        "state_owned": False, "size": "small", "size_since": "2020-01-01", "payer": dice.random() < 0.5,
        "financier": False, "dual_above": None,
    }  # fmt: skip


@free
def _invite(town: Town, dice: Random) -> Making:
    """A colleague, or the first person of an enterprise that has none."""
    bare = [each for each in town.state.enterprises.values() if not each.people]
    code = f"code {town.state.size}"
    if bare and dice.random() < 0.6:
        party, by = bare[0].party, dice.choice(town.registrars)
        role = "administrator" if bare[0].payer else "owner"
    else:
        side = dice.choice([town.yinhe, town.helan, town.banks[0]])
        party, by, role = side.party, town.of(side.party, "administrator", "owner"), dice.choice(list(side.people))
    ends = dice.choice([None, None, town.now + DAY])
    town.codes.append((party, code, role))
    return by, town.invitation(party, role, code=code, max_fen=dice.choice([None, 500]), expires_at=ends)


@free
def _enrol(town: Town, dice: Random) -> Making:
    if not town.codes:
        return None
    party, code, role = town.codes[-1 - dice.randrange(min(3, len(town.codes)))]
    member = newcomer(party, code)
    return member, enrolment(member, code, role)


@free
def _revoke(town: Town, dice: Random) -> Making:
    later = [member for member in town.people if member.person not in town.core]
    if not later:
        return None
    member = dice.choice(later)
    by = town.registrar if dice.random() < 0.5 else town.of(member.party, "administrator", "owner")
    return by, {"person": member.person, "key": member.key.id, "suspect_since": None, "reason": "left"}


@free
def _rekey(town: Town, dice: Random) -> Making:
    old = dice.choice(town.people)
    key = new_key(f"{old.person} {town.state.size}")
    said = rekey.message(town.ledger.id, old.party, old.person, old.key.id, key.public.base64, "own")
    return old, {"public_key": key.public.base64, "custody": "own", "proof": encode_base64(key.sign_raw(said))}


@free
def _log_key(town: Town, dice: Random) -> Making:
    """As the command does it: the new key is on the disk before the entry."""
    folder = town.data.with_name("data.keys")
    keys = Keys.load(folder)
    if keys.log.public.base64 not in town.state.eras[-1].keys:  # the last one took effect
        keys = keys.end_rotation(folder)
    keys = keys.begin_rotation(folder)
    town.reopen()
    assert keys.next_log is not None
    return dice.choice(town.registrars), logkeys.rotation(
        town.ledger.id, keys.log.public.base64, keys.next_log, [keys.log]
    )


@free
def _limits(town: Town, dice: Random) -> Making:
    body: Body = {"person": None, "roles": None, "max_fen": None, "expires_at": None, "dual_above": None}
    if dice.random() < 0.5:
        return town.of(town.helan.party, "administrator"), {**body, "dual_above": dice.choice([None, 0, 300])}
    member = dice.choice(town.people)
    by = town.of(member.party, "administrator", "owner")
    return by, {**body, "person": member.person, "max_fen": dice.choice([None, None, 250, 10**13])}


# Receivables.


@free
def _register(town: Town, dice: Random) -> Making:
    named: Body = {} if dice.random() < 0.85 else {"name": hex64("a payer outside")}
    payer = None if named else town.helan.party
    return town.of(town.yinhe.party, "owner"), town.claim(payer, dice.choice([1, 400, 1_000, 10**13]), **named)


@about
def _request(town: Town, claim: Receivable, dice: Random) -> Making:
    outside = town.state.payer_of(claim) is None
    service = {"on": "2026-11-20", "proof": hex64("proof")} if outside else None
    return town.acting(claim.holder), asking(claim.id, service=service, purpose=dice.choice(["financing", "books"]))


def by_payer(town: Town) -> Member:
    return town.of(town.helan.party, "maker")


@about
def _acknowledge(town: Town, claim: Receivable, _: Random) -> Making:
    return by_payer(town), {"receivable": claim.id}


@about
def _query(town: Town, claim: Receivable, _: Random) -> Making:
    return by_payer(town), {"receivable": claim.id, "question": hex64("q")}


@about
def _answer(town: Town, claim: Receivable, _: Random) -> Making:
    return town.acting(claim.holder), {"receivable": claim.id, "answer": hex64("a")}


def part_of(fen: int, dice: Random) -> int:
    """Some of it, mostly all; now and then a fen too much."""
    return max(1, dice.choice([fen, fen, fen, fen // 2, fen // 3, 1, fen + 1]))


def stating(raised: str) -> Callable[[Town, Receivable, Random], Making]:
    def make(town: Town, claim: Receivable, dice: Random) -> Making:
        now = {name: getattr(claim, name) for name in ("confirmed", "disputed", "rejected")}
        if raised != "disputed" and dice.random() < 0.5:
            now["disputed"] = 0
        now[raised] += part_of(claim.claimed - sum(now.values()), dice)
        return by_payer(town), totals(claim.id, **now) | {"reason": "OTH"}

    return make


for word, bucket in (("confirm", "confirmed"), ("dispute", "disputed"), ("reject", "rejected")):
    made = stating(bucket)
    made.__name__ = word
    about(made)


@about
def _withdraw(town: Town, claim: Receivable, _: Random) -> Making:
    return town.acting(claim.holder), {"receivable": claim.id}


@about
def _pay(town: Town, claim: Receivable, dice: Random) -> Making:
    free = claim.outstanding - claim.pending
    accounts = [hold.financier for hold in claim.holds if hold.pledged and hold.acknowledged]
    payee = dice.choice([claim.payee, *accounts])
    return by_payer(town), paying(claim.id, payee, part_of(free, dice), over=dice.choice([0, 0, 7]))


def report(claim: Receivable, dice: Random) -> tuple[str, str, int]:
    """A report, its payee, and what of it is open; of none somebody's word."""
    if not claim.payments:
        return hex64("none"), claim.holder, 1
    found = dice.choice(claim.payments)
    return found.hash, found.payee, found.pending + found.over_pending


@about
def _receive(town: Town, claim: Receivable, dice: Random) -> Making:
    if town.state.payer_of(claim) is None:
        return town.acting(claim.holder), receiving(claim.id, None, part_of(claim.outstanding, dice))
    pay, payee, left = report(claim, dice)
    return town.acting(payee), receiving(claim.id, pay, part_of(left, dice))


@about
def _deny(town: Town, claim: Receivable, dice: Random) -> Making:
    pay, payee, _ = report(claim, dice)
    return town.acting(payee), {"receivable": claim.id, "pay": pay, "reason": "other"}


# Holding.


@about
def _offer(town: Town, claim: Receivable, dice: Random) -> Making:
    bank = dice.choice(town.banks)
    assigning = dice.random() < 0.4
    amount = claim.confirmed - claim.received if assigning else part_of(claim.free(town.now), dice)
    body = {"receivable": claim.id, "to": bank.party, "kind": "assignment" if assigning else "pledge"}
    return town.acting(claim.holder), {**body, "amount": max(1, amount), "until": town.now + 5 * DAY}


def hold(claim: Receivable, dice: Random, *states: str) -> Hold | None:
    """One of its offers, mostly one that stands as it should."""
    fitting = [each for each in claim.holds if each.state in states]
    return dice.choice(fitting or claim.holds) if claim.holds else None


def under(*states: str) -> Callable[..., Callable[[Town, Receivable, Random], None]]:
    """Of a type that names an offer: the body is completed by the function."""

    def add(make: Callable[[Town, Receivable, Hold, Random], Making]) -> Callable[[Town, Receivable, Random], None]:
        def chosen(town: Town, claim: Receivable, dice: Random) -> Making:
            found = hold(claim, dice, *states)
            return None if found is None else make(town, claim, found, dice)

        chosen.__name__ = make.__name__
        about(chosen)
        return chosen  # type: ignore[return-value]

    return add


@under("offered")
def _accept(town: Town, claim: Receivable, found: Hold, _: Random) -> Making:
    return town.acting(found.financier), {"receivable": claim.id, "offer": found.hash}


@about
def _notice(town: Town, claim: Receivable, dice: Random) -> Making:
    party = dice.choice([claim.holder, claim.payee])
    return town.acting(party), {"receivable": claim.id, "holder": claim.holder, "service": None}


@under("offered")
def _lock(town: Town, claim: Receivable, found: Hold, dice: Random) -> Making:
    amount = part_of(min(found.amount, claim.free(town.now)), dice)
    body = {"receivable": claim.id, "offer": found.hash, "amount": amount, "until": town.now + 70 * HOUR}
    return town.acting(found.financier), body


@under("offered", "pledged")
def _pledge(town: Town, claim: Receivable, found: Hold, dice: Random) -> Making:
    size = found.amount if found.pledged else max(1, found.locked)
    account = dice.choice([None, hex64("account")])
    acknowledged = account is not None and dice.random() < 0.5
    registry = dice.choice([found.registry, "0912"])
    body = pledging(claim, found.hash, size, account=account, acknowledged=acknowledged, registry=registry)
    return town.acting(found.financier), body


@under("pledged", "assigned")
def _finance(town: Town, claim: Receivable, found: Hold, dice: Random) -> Making:
    amount = part_of(found.amount - found.financed, dice)
    return town.acting(found.financier), {
        "receivable": claim.id, "offer": found.hash, "amount": amount, "on": "2026-11-22",
    }  # fmt: skip


@under("offered", "pledged", "assigned")
def _release(town: Town, claim: Receivable, found: Hold, dice: Random) -> Making:
    return town.acting(dice.choice([found.by, found.financier])), {"receivable": claim.id, "offer": found.hash}


@about
def _split(town: Town, claim: Receivable, dice: Random) -> Making:
    share = dice.choice([1, 300, 500, 999])
    first = {name: getattr(claim, name) * share // 1_000 for name in BUCKETS}
    first["claimed"] = max(1, first["claimed"])
    rest = {name: getattr(claim, name) - first[name] for name in BUCKETS}
    return town.acting(claim.holder), {"receivable": claim.id, "parts": [first, rest]}


@about
def _correct(town: Town, claim: Receivable, dice: Random) -> Making:
    reversals = {each.hash for each in claim.corrections if not each.totals}
    kinds = ("receive", "deny") if dice.random() < 0.4 else ("confirm", "dispute", "reject", "split", "correct")
    steps = [step for step in claim.history if step.type in kinds and step.hash not in reversals]
    if not steps:
        return None
    low = part_of(claim.claimed, dice)
    new = None if "deny" in kinds else (min(low, claim.claimed), 0, 0)
    return town.acting(claim.holder), correcting(claim, steps[-1].hash, new)


# Remedy.


@about
def _demand(town: Town, claim: Receivable, dice: Random) -> Making:
    service = {"on": "2026-11-20", "proof": hex64("p")} if town.state.payer_of(claim) is None else None
    body = {"receivable": claim.id, "amount": part_of(claim.outstanding, dice), "service": service, "text": None}
    return town.acting(claim.holder), body


@about
def _complain(town: Town, claim: Receivable, dice: Random) -> Making:
    return town.acting(claim.holder), {
        "receivable": claim.id, "about": dice.choice(["arrears", "silence"]), "office": hex64("office"),
        "amount": part_of(claim.outstanding, dice), "registrar": dice.random() < 0.5, "filed_on": "2026-11-20",
        "proof": None,
    }  # fmt: skip


def stage(word: str, **more: str) -> None:
    def make(town: Town, claim: Receivable, dice: Random) -> Making:
        body = {"receivable": claim.id, "on": "2026-11-21", "proof": hex64("p"), **more}
        lodged = word in ("accept_complaint", "pass_on") and dice.random() < 0.4
        return (town.registrar if lodged else town.acting(claim.holder)), body

    make.__name__ = word
    about(make)


stage("accept_complaint")
stage("pass_on", office=hex64("o"))
stage("receive_complaint")
stage("answer_complaint", answer=hex64("a"))
stage("mediate")


@about
def _close(town: Town, claim: Receivable, dice: Random) -> Making:
    return town.acting(claim.holder), {"receivable": claim.id, "outcome": dice.choice(["paid", "agreed", "other"])}
