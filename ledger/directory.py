"""Who may sign for whom, since and until which entry: enterprises, people, keys, invitations, limits.

The registrar (party of 32 zeros, its people named in genesis) enrols enterprises and each one's first administrator;
from then on nobody is enrolled without the enterprise's own administrator or owner. A key is authorised from one entry
on and revoked from one entry on; what it signed before stays valid. ``bodies`` checks bodies before anything here runs.
"""

from __future__ import annotations

from base64 import b64decode
from hashlib import sha256
from typing import Any

from ledger import limits, logkeys, replacing
from ledger.authority import ADMINISTRATORS, REGISTRAR, authorise, require_fit, require_role
from ledger.bodies import check_uscc
from ledger.errors import Refusal
from ledger.signing import key_id
from ledger.state import Enterprise, Invitation, Person, State
from ledger.types import REGISTRAR_PARTY, Event


def code_hash(code: str) -> str:
    """What an invitation shows of its one-time code."""
    return sha256(f"tallystick/invite/{code}".encode()).hexdigest()


# What a directory event is about.


def target(state: State, kind: str, party: str, body: Any) -> str:
    """The party whose directory the event changes; ``unknown-party`` or ``not-enrolled`` if there is none."""
    if kind == "revoke":
        person = state.people.get(body["person"])
        if person is None:
            raise Refusal("not-enrolled", "only an enrolled person is revoked", "check the person's id")
        return person.party
    return str(body["party"]) if kind == "invite" else party


def ref_for(state: State, kind: str, party: str, body: Any) -> str:
    """The hash that a directory event of this type refers to now."""
    if kind == "enterprise":
        return state.ledger
    if kind == "enrol":
        return _invitation(state, body).hash
    about = target(state, kind, party, body)
    head = state.directory_head(about)
    if head is None:
        raise _unknown_party(about)
    return head


def needs(state: State, kind: str, party: str, body: Any) -> int:
    """How many endorsements an event needs: those of other registrars for a payer's first administrator (genesis)."""
    if kind != "invite" or party != REGISTRAR_PARTY:
        return 0
    enterprise = state.enterprises.get(body["party"])
    return state.genesis.thresholds["payer"] - 1 if enterprise is not None and enterprise.payer else 0


def _unknown_party(party: str) -> Refusal:
    return Refusal("unknown-party", "this enterprise is not enrolled", "ask the registrar to enrol it", party=party)


def _invitation(state: State, body: Any) -> Invitation:
    found = state.invitations.get(code_hash(body["code"]))
    if found is None:
        raise _bad_invitation("there is no such invitation")
    return found


def _bad_invitation(rule: str) -> Refusal:
    return Refusal("bad-invitation", rule, "ask whoever invited you for a new invitation")


def _administered(state: State, enterprise: Enterprise) -> bool:
    """Whether the enterprise has an administrator or owner whose key stands (an ended enrolment still counts)."""
    people = (state.people[person] for person in enterprise.people)
    return any(p.revoked_seq is None and any(role in ADMINISTRATORS for role in p.roles) for p in people)


# Rules of each type.


def decide(state: State, event: Event, person: Person, at: int) -> None:
    """Raise ``Refusal`` unless ``person``, an authorised signer, may do this now. ``enrol`` has ``decide_enrol``."""
    if event.type == "enterprise":
        _decide_enterprise(state, event, person)
    elif event.type == "invite":
        _decide_invite(state, event, person, at)
    elif event.type == "revoke":
        _decide_revoke(state, event, person)
    elif event.type == "rekey":
        replacing.decide_rekey(state, event)
    elif event.type == logkeys.KIND:
        replacing.decide_log_key(state, event, person)
    else:
        limits.decide(state, event, person)


def _decide_enterprise(state: State, event: Event, person: Person) -> None:
    """An enterprise is enrolled once, by the registrar, under its USCC."""
    body: Any = event.body
    require_role(person, REGISTRAR)
    check_uscc(body["uscc"])
    if body["party"] in state.enterprises or body["party"] == REGISTRAR_PARTY:
        raise Refusal("party-exists", "this party id is taken", "choose a new random id", party=body["party"])
    if body["uscc"] in state.by_uscc:
        known = state.by_uscc[body["uscc"]]
        raise Refusal("party-exists", "this enterprise is enrolled already", "use its enrolment", party=known)


def _decide_invite(state: State, event: Event, person: Person, at: int) -> None:
    """The registrar invites a first administrator or owner; afterwards only the enterprise's own do."""
    body: Any = event.body
    enterprise = state.enterprises.get(body["party"])
    if enterprise is None:
        raise _unknown_party(body["party"])
    require_role(person, REGISTRAR, *ADMINISTRATORS)
    if person.party == REGISTRAR_PARTY:
        if any(role not in ADMINISTRATORS for role in body["roles"]):
            raise Refusal(
                "wrong-role",
                "the registrar enrols first administrators and owners only",
                "let the enterprise's administrator invite the others",
                roles=ADMINISTRATORS,
                has=tuple(body["roles"]),
            )
        if _administered(state, enterprise):
            raise Refusal(
                "not-enrolled",
                "an enterprise with an administrator enrols its own people",
                "ask its administrator, or revoke the one who is gone first",
                party=enterprise.party,
            )
    elif person.party != enterprise.party:
        raise Refusal("not-enrolled", "people are invited by their own enterprise", "invite for your own side only")
    require_fit(enterprise, body["roles"])
    if body["code"] in state.invitations:
        raise Refusal("bad-invitation", "an invitation's code is used once", "make a new random code")
    if body["open_until"] <= at or (body["expires_at"] is not None and body["expires_at"] <= at):
        raise Refusal("bad-invitation", "an invitation ends in the future", "give later instants", at=at)


def decide_enrol(state: State, event: Event, at: int) -> None:
    """The invited person enrols a key of their own with the code; the signature over the event proves possession."""
    body: Any = event.body
    invitation = _invitation(state, body)
    if event.party != invitation.party or list(body["roles"]) != list(invitation.roles):
        raise _bad_invitation("an invitation is for one enterprise and its roles")
    if invitation.used_seq is not None:
        raise _bad_invitation("this invitation was used")
    if at > invitation.open_until:
        raise _bad_invitation("this invitation has ended")
    inviter = state.people[invitation.invited_by]
    try:
        authorise(inviter, at)
        require_role(inviter, REGISTRAR, *ADMINISTRATORS)
    except Refusal:
        raise _bad_invitation("whoever gave this invitation invites nobody any more") from None
    if inviter.party == REGISTRAR_PARTY and _administered(state, state.enterprises[invitation.party]):
        raise _bad_invitation("this enterprise has its first administrator")
    if event.person in state.people:
        raise Refusal("person-known", "a person is enrolled once", "enrol under a new random id")
    if event.key in state.keys:
        raise Refusal("key-known", "a key belongs to one person for ever", "make a new key pair")


def possession(event: Event) -> bytes:
    """The public key that an ``enrol`` event brings, checked. Raises ``bad-key`` or ``bad-possession``."""
    body: Any = event.body
    data = replacing.new_key(body["public_key"])
    if key_id(data) != event.key:
        raise Refusal("bad-possession", "a key is enrolled by its own signature", "sign with the key in the body")
    return data


def _decide_revoke(state: State, event: Event, person: Person) -> None:
    """The registrar or the enterprise's administrator ends a key; ``suspect_since`` names the first doubtful entry."""
    body: Any = event.body
    other = state.people[body["person"]]
    require_role(person, REGISTRAR, *ADMINISTRATORS)
    if person.party not in (REGISTRAR_PARTY, other.party):
        raise Refusal("not-enrolled", "people are revoked by their own enterprise or the registrar", "ask them")
    if other.key != body["key"]:
        raise Refusal("unknown-key", "this is not the person's key", "name the key of this person", key=other.key)
    if other.revoked_seq is not None:
        raise Refusal("key-revoked", "this key is revoked already", "nothing more is needed", seq=other.revoked_seq)
    since = body["suspect_since"]
    if since is not None and not other.seq <= since <= state.size:
        raise Refusal(
            "bad-body",
            f"a key is suspect since an entry from {other.seq} to {state.size}",
            "give such an entry, or none",
            path="body.suspect_since",
            why=f"must lie from {other.seq} to {state.size}",
        )
    left = [p for p in state.people_of(REGISTRAR_PARTY) if p.revoked_seq is None and p is not other]
    if other.party == REGISTRAR_PARTY and not left:
        raise Refusal("wrong-state", "a ledger keeps at least one registrar", "let another registrar stay")


# The fold.


def apply(state: State, event: Event, seq: int, entry_hash: str, at: int) -> None:
    """Fold an accepted directory event."""
    body: Any = event.body
    party = target(state, event.type, event.party, body) if event.type != "enterprise" else body["party"]
    if event.type == "enterprise":
        state.enterprises[party] = Enterprise(**{**body, "seq": seq, "hash": entry_hash, "head": entry_hash})
        state.by_uscc[body["uscc"]] = party
    elif event.type == "invite":
        state.invitations[body["code"]] = Invitation(
            hash=entry_hash,
            code_hash=body["code"],
            party=party,
            roles=tuple(body["roles"]),
            name=body["name"],
            max_fen=body["max_fen"],
            expires_at=body["expires_at"],
            open_until=body["open_until"],
            invited_by=event.person,
            seq=seq,
        )
    elif event.type == "enrol":
        _enrol(state, event, seq, at)
    elif event.type == "revoke":
        person = state.people[body["person"]]
        person.revoked_seq = seq
        person.suspect_since = body["suspect_since"]
    elif event.type == "rekey":
        replacing.rekeyed(state, event, seq)
    elif event.type == logkeys.KIND:
        replacing.log_key_replaced(state, event, seq)
    else:
        limits.apply(state, event, seq)
    if party == REGISTRAR_PARTY:
        state.registrar_head = entry_hash
    else:
        state.enterprises[party].head = entry_hash


def _enrol(state: State, event: Event, seq: int, at: int) -> None:
    body: Any = event.body
    invitation = _invitation(state, body)
    invitation.used_seq = seq
    enterprise = state.enterprises[invitation.party]
    state.people[event.person] = Person(
        person=event.person,
        party=enterprise.party,
        name=invitation.name,
        roles=invitation.roles,
        max_fen=invitation.max_fen,
        expires_at=invitation.expires_at,
        key=event.key,
        public_key=b64decode(body["public_key"]),
        custody=body["custody"],
        invited_by=invitation.invited_by,
        invited_seq=invitation.seq,
        seq=seq,
        at=at,
    )
    state.keys[event.key] = event.person
    enterprise.people.append(event.person)
