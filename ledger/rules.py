"""The business rules, by version: what the ledger admits (``decide``) and what it adds up to (``apply``). Pure.

Rules read the state, the event and ``at``: no calendar, no rate, no setting that is not itself an event. What was
decided under a version is decided under it for ever: an audit passes each entry's own ``rules`` to ``decide``, so the
functions of a version stay when the next one comes. The order is that of the design: the ledger's id, the signature
under the key that the state knows, the request id, authority, ``ref``, then the rules of the type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ledger import acts, authority, bodies, directory, logkeys, proposals
from ledger.errors import LedgerError, MalformedError, Refusal, SignatureError
from ledger.parse import check_genesis, decode_base64, payload
from ledger.signing import key_id, public_key, verify
from ledger.state import Person, State, request_key
from ledger.types import REGISTRAR_PARTY, RULES, VERSION, Entry, Event, Genesis, Json, SignedEvent

WRAPPING = ("propose", "endorse", "return")


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One version of the rules."""

    decide: Callable[[State, SignedEvent, int, bool], None]
    apply: Callable[[State, Event, int, str, int], None]


def genesis_state(entry: Entry) -> State:
    """The state after entry 0. Raises MalformedError or SignatureError for a genesis that cannot work."""
    genesis = entry.event
    if not isinstance(genesis, Genesis):
        raise MalformedError("entry 0", "is no genesis")
    check_genesis(genesis)
    state = State(entry.hash, genesis, last_at=entry.at, last_hash=entry.hash, registrar_head=entry.hash)
    state.eras = logkeys.begin(genesis)
    for place, registrar in enumerate(genesis.registrar_keys):
        where = f"event.registrar_keys[{place}]"
        public = public_key(decode_base64(registrar.key, 32, where)).data
        state.people[registrar.person] = Person(
            person=registrar.person,
            party=REGISTRAR_PARTY,
            name="",
            roles=(authority.REGISTRAR,),
            max_fen=None,
            expires_at=None,
            key=key_id(public),
            public_key=public,
            custody="own",
            invited_by="",
            seq=0,
            at=entry.at,
        )
        state.keys[key_id(public)] = registrar.person
    return state


def decide(state: State, signed: SignedEvent, at: int, *, verified: bool = False, version: int = RULES) -> None:
    """Raise ``Refusal`` or SignatureError unless the event may be the next entry at ``at`` (ms UTC).

    ``verified``: the caller has checked the signature against ``signer_key``. ``version``: the rules to decide by.
    """
    rules = VERSIONS.get(version)
    if rules is None or state.frozen or version < state.rules:
        raise Refusal(
            "unknown-version",
            "this software does not know the newest entries of the ledger, or its rules",
            "use the version of Tallystick that wrote them",
            version=version,
        )
    rules.decide(state, signed, at, verified)


def apply(state: State, entry: Entry) -> None:
    """Fold an accepted entry. One of an unknown version or type, and all after it, make their receivable *unknown*."""
    event = entry.event
    if isinstance(event, Genesis):
        raise MalformedError(f"entry {entry.seq}", "only entry 0 is a genesis")
    rules = VERSIONS.get(entry.rules)
    if state.frozen or rules is None or entry.v != VERSION or not _known(event):
        _set_aside(state, entry, event)
    else:
        rules.apply(state, event, entry.seq, entry.hash, entry.at)
        state.rules = entry.rules
    state.requests[request_key(event)] = sha256(payload(entry)).digest()[:16] + entry.seq.to_bytes(8)
    state.size, state.last_at, state.last_hash = entry.seq + 1, entry.at, entry.hash


def submitted(state: State, signed: SignedEvent) -> int | None:
    """The place of the entry that holds exactly these event bytes; None if the request id is free.

    Raises ``request-reused`` if the id was used for other bytes.
    """
    found = state.submitted(signed.event)
    if found is None:
        return None
    seq, digest = found
    if sha256(signed.payload).digest()[:16] != digest:
        raise _reused(seq)
    return seq


def signer_key(state: State, event: Event) -> bytes:
    """The 32 public bytes under which the event's signature must verify: for ``enrol`` the key that it brings.

    Raises ``unknown-key``, ``not-enrolled``, ``bad-key``, ``bad-possession`` or ``bad-body``.
    """
    if event.type == "enrol":
        bodies.check("enrol", event.body)
        return directory.possession(event)
    return authority.signer(state, event).public_of(event.key)


def needs_two(state: State, party: str, kind: str, body: Any) -> bool:
    """Whether this event needs more people than its signer, so that it must be proposed and endorsed."""
    bodies.check(kind, body)
    return kind not in WRAPPING and acts.needs(state, kind, party, body, state.last_at) > 0


def ref_for(state: State, kind: str, party: str, body: Any, *, proposal: str | None = None) -> str:
    """The ``ref`` of an event to be signed now; endorse and return refer to ``proposal``, the hash of its entry."""
    bodies.check(kind, body)
    if kind == "propose":
        bodies.check(body["type"], body["body"])
        if body["type"] in WRAPPING:
            raise proposals.not_dual(body["type"])
        return acts.ref_for(state, body["type"], party, body["body"])
    if kind not in WRAPPING:
        return acts.ref_for(state, kind, party, body)
    if proposal is None:
        raise Refusal("unknown-proposal", f"{kind} names a proposal", "refer to the proposal's entry")
    return proposal


# Version 1.


def _decide_1(state: State, signed: SignedEvent, at: int, verified: bool) -> None:
    event = signed.event
    if event.ledger != state.ledger:
        raise Refusal(
            "unknown-ledger", "this was signed for another ledger", "prepare it for this one", ledger=state.ledger
        )
    if event.type not in bodies.SHAPES:
        bodies.check(event.type, event.body)
    _require_signature(state, signed, verified)
    found = state.submitted(event)
    if found is not None:
        raise _reused(found[0])
    if event.type == "enrol":
        acts.require_ref(event.ref, directory.ref_for(state, "enrol", event.party, event.body))
        directory.decide_enrol(state, event, at)
        return
    person = authority.signer(state, event)
    authority.authorise(person, at)
    authority.require_key(person, event.key)
    bodies.check(event.type, event.body)
    if event.type in ("endorse", "return"):
        proposal = proposals.find(state, event)
        proposals.require_authority(state, proposal, event, person, at)
        if event.type == "endorse":
            proposals.decide_endorse(state, proposal, person, at)
        else:
            proposals.require_waiting(state, proposal, at)
        return
    inner = proposals.unwrap(event) if event.type == "propose" else event
    acts.require_authority(state, inner, person, at)
    acts.require_ref(event.ref, acts.ref_for(state, inner.type, inner.party, inner.body))
    if inner is not event:
        proposals.decide_propose(state, inner, person, at)
        return
    if acts.needs(state, event.type, event.party, event.body, at):
        raise proposals.several(event.type)
    acts.decide(state, event, person, at)


def _require_signature(state: State, signed: SignedEvent, verified: bool) -> None:
    public = signer_key(state, signed.event)
    if verified:
        return
    try:
        verify(public, signed.payload, signed.sig)
    except SignatureError as fault:
        raise unsigned(signed.event, fault) from None


def unsigned(event: Event, fault: SignatureError) -> LedgerError:
    """What a bad signature is told as: of an ``enrol``, that the key it brings was not proven."""
    if event.type != "enrol":
        return fault
    return Refusal("bad-possession", "a key is enrolled by its own signature", "sign with the key in the body")


def _reused(seq: int) -> Refusal:
    return Refusal("request-reused", "a request id is used once", "sign it anew under a new random request id", seq=seq)


def _apply_1(state: State, event: Event, seq: int, entry_hash: str, at: int) -> None:
    if event.type in WRAPPING:
        proposals.apply(state, event, seq, entry_hash, at)
    else:
        acts.apply(state, event, seq, entry_hash, at)


VERSIONS: dict[int, RuleSet] = {1: RuleSet(_decide_1, _apply_1)}


# Entries that this software cannot read.


def _known(event: Event) -> bool:
    return event.type in bodies.SHAPES


def _set_aside(state: State, entry: Entry, event: Event) -> None:
    """Keep nothing of the entry but that it touched receivables, which cannot be told any more.

    A type that nobody knows here may name them in any field, and several (the parts of a split).
    """
    state.frozen = True
    body: Any = event.body
    inner = body.get("body")
    proposal = state.proposals.get(event.ref)
    touched = {body.get("receivable"), inner.get("receivable") if isinstance(inner, dict) else None}
    touched.add(proposal.receivable if proposal is not None else None)
    touched.add(entry.hash if event.type == "register" else None)
    touched.update(text for text in _texts(body) if text in state.receivables)
    for receivable_id in touched:
        if isinstance(receivable_id, str):
            state.unknown.add(receivable_id)
            if receivable_id in state.receivables:
                state.receivables[receivable_id].confirmation = "unknown"


def _texts(value: Json) -> Iterator[str]:
    """Every text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)
