"""The registrar's acts: enrolling an enterprise and inviting its first administrator, with the registrar's own keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot import enrolment
from bot.errors import Pardon
from bot.registration import parse_uscc
from ledger.service import Ledger
from ledger.signing import PrivateKey, key_id
from ledger.types import REGISTRAR_PARTY, Actor, Entry


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
        named = {key.key: key.person for key in ledger.genesis.registrar_keys}
        self._ledger = ledger
        self._signers = [(Actor(REGISTRAR_PARTY, named[each.public.base64], key_id(each.public.data)), each)
                         for each in keys if each.public.base64 in named]  # fmt: skip
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
            "name": self._ledger.texts.keep(profile.name),
            "kind": profile.kind,
            "state_owned": profile.state_owned,
            "size": profile.size,
            "size_since": profile.size_since,
            "payer": profile.payer,
            "financier": profile.financier,
            "dual_above": profile.dual_above,
        }
        return self._sign("enterprise", body)

    def invite(self, party: str, role: str, name: str, open_until: int) -> str:
        """Invite the first administrator or owner; the code to give out of band."""
        code = enrolment.new_code()
        body = enrolment.invitation(party, role, self._ledger.texts.keep(name), code, open_until)
        self._sign("invite", body)
        return code

    def revoke(self, person: str, key: str, reason: str, suspect_since: int | None) -> Entry:
        """Revoke a key; ``suspect_since`` names the entry from which what it signed reads contested."""
        return self._sign(
            "revoke", {"person": person, "key": key, "suspect_since": suspect_since, "reason": reason}
        )  # fmt: skip

    def _sign(self, kind: str, body: Mapping[str, Any]) -> Entry:
        """Sign alone; if that only proposes, the other keys endorse until it is in force."""
        (actor, key), *others = self._signers
        event, payload = self._ledger.prepare(kind, actor, body)
        entry = self._ledger.sign_and_submit(payload, key)
        if event.type != "propose":
            return entry
        proposal = entry.hash
        for actor, key in others:
            if self._ledger.state.proposals[proposal].state == "effective":
                break
            _, payload = self._ledger.prepare("endorse", actor, {}, proposal=proposal)
            entry = self._ledger.sign_and_submit(payload, key)
        if self._ledger.state.proposals[proposal].state != "effective":
            raise Pardon("operator.more-keys", needed=int(self._ledger.genesis.thresholds["payer"]))
        return entry
