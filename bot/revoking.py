"""Revoking a colleague's key: who left, a lost phone, a key in other hands; and since when it is suspect."""

from __future__ import annotations

import bisect
import datetime as dt
from typing import Any

from bot import flow, render
from bot.announce import Offer, worded
from bot.errors import Pardon
from bot.parse_input import date
from bot.render.figures import SHANGHAI, shanghai
from bot.signing import Draft, sign_offer
from bot.talk import Talk, together
from ledger.state import Person

DOUBTS = ("lost", "compromised")


async def offer(talk: Talk, person: Person, reason: str = "left", suspect: int | None = None) -> int:
    """The summary of a revocation, to sign; while nothing is in doubt, the doubts to choose from."""
    body: dict[str, Any] = {"person": person.person, "key": person.key, "suspect_since": suspect, "reason": reason}
    sign = sign_offer(talk, Draft("revoke", body), "receivables.button.sign")
    doubts = [
        Offer(worded(f"own.revoke.{doubt}"), "revoke.doubt", {"person": person.person, "reason": doubt})
        for doubt in DOUBTS
        if reason == "left"
    ]
    names = talk.desk.names
    lines = [
        talk.text(
            "account.revoke.sum",
            name=names.person(talk.language, person.person),
            roles=talk.roles(person.roles),
            enterprise=names.party(talk.language, person.party),
        ),
        talk.text("own.revoke.reason", reason=render.word(talk.language, "revocation", reason)),
    ]
    if suspect is not None:
        at = talk.desk.ledger.entry(min(suspect, talk.desk.ledger.state.size - 1)).at
        lines.append(talk.text("own.revoke.suspect", seq=suspect, date=render.instant(talk.language, at)))
    await talk.send(together(*lines), [sign, *doubts, flow.cancel_offer()])
    return flow.END


async def doubt(talk: Talk, person: str, reason: str) -> int:
    """Something is wrong with the key: since when?"""
    found = _standing(talk, person)
    talk.draft = {"flow": "revoke", "person": person, "reason": reason}
    offers = [
        Offer(worded("own.revoke.since.none"), "revoke.since", {"person": person, "reason": reason, "since": None}),
        Offer(worded("own.revoke.since.all"), "revoke.since", {"person": person, "reason": reason, "since": found.seq}),
    ]
    name = talk.desk.names.person(talk.language, person)
    await talk.say("own.revoke.since.ask", [*offers, flow.cancel_offer()], name=name)
    return flow.WAITING


async def since(talk: Talk, person: str, reason: str, suspect: int | None) -> int:
    """It was chosen since when."""
    talk.draft = {}
    return await offer(talk, _standing(talk, person), reason, suspect)


async def typed(talk: Talk, words: str) -> int:
    """The day was typed: the first entry of that day, in Shanghai, or after it."""
    draft, today = talk.draft, talk.desk.today()
    day = date(words, today)
    if day > today:
        raise Pardon("own.revoke.future", date=day)
    person = _standing(talk, draft["person"])
    return await since(talk, person.person, draft["reason"], max(person.seq, _first_on(talk, day)))


def _first_on(talk: Talk, day: dt.date) -> int:
    """The first entry at or after the beginning of ``day``; the ledger's size if there is none yet."""
    ledger = talk.desk.ledger
    begins = int(dt.datetime.combine(day, dt.time(), SHANGHAI).timestamp()) * 1000
    return bisect.bisect_left(range(ledger.state.size), begins, key=lambda seq: ledger.entry(seq).at)


def _standing(talk: Talk, person: str) -> Person:
    found = talk.desk.ledger.state.people[person]
    if found.party != talk.known("administrator", "owner").party or found.revoked_seq is not None:
        raise Pardon("account.revoke.none")
    return found


def last_day(talk: Talk, person: Person) -> str:
    """The last day of an enrolment that has one."""
    assert person.expires_at is not None
    return render.date(talk.language, shanghai(person.expires_at - 1).date())
