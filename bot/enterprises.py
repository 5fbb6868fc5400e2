"""The registrar's acts: enrolling an enterprise and inviting its first administrator, with the registrar's own keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot import enrolment
from bot.errors import Pardon
from bot.registration import parse_uscc
from ledger import rekey
from ledger.authority import ADMINISTRATORS
from ledger.parse import encode_base64
from ledger.service import Ledger
from ledger.signing import PrivateKey
from ledger.state import Person, Proposal
from ledger.types import REGISTRAR_PARTY, Actor, Entry

UNNAMED = "0" * 64


@dataclass(frozen=True, slots=True)
class Profile:
    """An enterprise as the registrar enrols it. ``dual_above``: fen above which two people are needed, 0 always."""

    name: str
    uscc: str
    kind: str = "enterprise"
    size: str = "small"
    size_since: str = "2020-01-01"
    state_owned: bool = False
    payer: bool = False
    financier: bool = False
    dual_above: int | None = None


class Registrar:
    """Signs with one or more registrar keys: alone where one is enough, as proposal and endorsements where not."""

    def __init__(self, ledger: Ledger, keys: Sequence[PrivateKey]) -> None:
        named = {person.key: person.person for person in ledger.state.people_of(REGISTRAR_PARTY)}
        self._ledger = ledger
        self._signers = [(Actor(REGISTRAR_PARTY, named[each.id], each.id), each) for each in keys if each.id in named]
        if not self._signers:
            raise Pardon("operator.not-registrar")

    def enrol(self, profile: Profile, party: str) -> Entry:
        """Enrol an enterprise under the id ``party`` (32 hex)."""
        if parse_uscc(profile.uscc) is None:
            raise Pardon("receivables.input.uscc", typed=profile.uscc)
        dt.date.fromisoformat(profile.size_since)
        body: dict[str, Any] = {
            "party": party,
            "uscc": parse_uscc(profile.uscc),
            "kind": profile.kind,
            "state_owned": profile.state_owned,
            "size": profile.size,
            "size_since": profile.size_since,
            "payer": profile.payer,
            "financier": profile.financier,
            "dual_above": profile.dual_above,
        }
        return self._sign("enterprise", self._named("enterprise", body, profile.name))

    def invite(self, party: str, role: str, name: str, open_until: int) -> tuple[str, Proposal | None]:
        """Invite the first administrator or owner: the code to give out of band, and the proposal if it still waits for
        other registrars."""
        code = enrolment.new_code()
        body = enrolment.invitation(party, role, UNNAMED, code, open_until)
        entry = self._sign("invite", self._named("invite", body, name))
        proposal = self._ledger.state.proposals.get(entry.hash)
        if proposal is not None:
            self._endorse(proposal, self._signers[1:])
        return code, proposal if proposal is not None and proposal.state == "waiting" else None

    def waiting(self, seq: int) -> Proposal | None:
        """The invitation proposed in entry ``seq``, if it still waits for registrars."""
        found = (each for each in self._ledger.state.proposals.values() if each.seq == seq)
        return next((each for each in found if each.party == REGISTRAR_PARTY and each.state == "waiting"), None)

    def endorse(self, proposal: Proposal) -> int:
        """Sign another registrar's proposal; how many more must sign."""
        self._endorse(proposal, self._signers)
        return 0 if proposal.state == "effective" else proposal.needs - len(proposal.endorsed)

    def able_again(self, person: Person) -> str | None:
        """The role in which the registrar can invite a person again once their key is revoked; None if it cannot: their
        enterprise's administrator or owner does."""
        others = (each for each in self._ledger.state.people_of(person.party) if each is not person)
        stands = any(each.revoked_seq is None and set(each.roles) & set(ADMINISTRATORS) for each in others)
        return None if stands else next((role for role in person.roles if role in ADMINISTRATORS), None)

    def revoke(self, person: str, key: str, reason: str, suspect_since: int | None) -> Entry:
        """Revoke a key; ``suspect_since`` names the entry from which what it signed reads contested."""
        body = {"person": person, "key": key, "suspect_since": suspect_since, "reason": reason}
        return self._sign("revoke", body)

    def replace_log_key(self, body: Mapping[str, Any]) -> Entry:
        """Record that the log's key was replaced; its own signatures are in ``body``."""
        return self._sign("log-key", body)

    def replace_key(self, new: PrivateKey) -> Entry:
        """Put ``new`` in the place of the first signer's own key; both sign (``ledger.rekey``)."""
        actor, _ = self._signers[0]
        proof = rekey.read(rekey.prove(new, self._ledger.id, actor.party, actor.person, actor.key))
        body = {"public_key": new.public.base64, "custody": "own", "proof": encode_base64(proof.sig)}
        return self._sign("rekey", body)

    def _named(self, kind: str, body: Mapping[str, Any], name: str) -> dict[str, Any]:
        """The body with a commitment to ``name``, which is kept only once the rules are known to admit the rest."""
        self._ledger.prepare(kind, self._signers[0][0], {**body, "name": UNNAMED})
        return {**body, "name": self._ledger.texts.keep(name)}

    def _sign(self, kind: str, body: Mapping[str, Any]) -> Entry:
        actor, key = self._signers[0]
        _, payload = self._ledger.prepare(kind, actor, body)
        return self._ledger.sign_and_submit(payload, key)

    def _endorse(self, proposal: Proposal, signers: Sequence[tuple[Actor, PrivateKey]]) -> None:
        """With each key that has not signed yet, until the proposal is in force. Refusal if none of them may."""
        signed = {proposal.person, *(person for person, _ in proposal.endorsed)}
        able = [each for each in signers if each[0].person not in signed]
        for actor, key in able if able or not signers else signers[:1]:
            if proposal.state != "waiting":
                break
            _, payload = self._ledger.prepare("endorse", actor, {}, proposal=proposal.hash)
            self._ledger.sign_and_submit(payload, key)
