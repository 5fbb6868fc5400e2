"""Revoking a colleague's key: who left, a lost phone, a forgotten PIN, a key in other hands; since when it is suspect.

``reinviting`` invites them again in the same step.
"""

from __future__ import annotations

import bisect
import datetime as dt
from typing import Any

from bot import enrolment, flow, render
from bot.announce import Offer, worded
from bot.errors import Pardon
from bot.parse_input import date
from bot.render.figures import SHANGHAI, shanghai
from bot.signing import Draft, sign_offer
from bot.talk import Talk, together
from bot.texts import Html
from ledger.errors import LedgerError
from ledger.state import Person

DOUBTS = ("lost", "replaced", "compromised")


async def offer(talk: Talk, person: Person, reason: str = "left", suspect: int | None = None) -> int:
    """The summary of a revocation, to sign; while nothing is in doubt, the doubts to choose from, else to invite the
    person again with it."""
    args = {"person": person.person, "reason": reason, "since": suspect}
    more = [Offer(worded("own.revoke.again"), "revoke.again", args)] if name_of(talk, person) else []
    if reason == "left":
        more = [
            Offer(worded(f"own.revoke.{doubt}"), "revoke.doubt", {"person": person.person, "reason": doubt})
            for doubt in DOUBTS
            if doubt != "replaced" or (enrolment.custody(talk, person) == "held" and name_of(talk, person))
        ]
    sign = sign_offer(talk, Draft("revoke", body_of(person, reason, suspect)), "receivables.button.sign")
    await talk.send(together(*lines_of(talk, person, reason, suspect)), [sign, *more, flow.cancel_offer()])
    return flow.END


def body_of(person: Person, reason: str, suspect: int | None) -> dict[str, Any]:
    """The body of a ``revoke``."""
    return {"person": person.person, "key": person.key, "suspect_since": suspect, "reason": reason}


def lines_of(
    talk: Talk, person: Person, reason: str, suspect: int | None, key: str = "account.revoke.sum"
) -> list[Html]:
    """The summary of a revocation: whose key, why, and since when it is suspect."""
    names = talk.desk.names
    lines = [
        talk.text(
            key,
            name=names.person(talk.language, person.person),
            roles=talk.roles(person.roles),
            enterprise=names.party(talk.language, person.party),
        ),
        talk.text("own.revoke.reason", reason=render.word(talk.language, "revocation", reason)),
    ]
    if suspect is not None:
        at = talk.desk.ledger.entry(min(suspect, talk.desk.ledger.state.size - 1)).at
        lines.append(talk.text("own.revoke.suspect", seq=suspect, date=render.instant(talk.language, at)))
    return lines


def name_of(talk: Talk, person: Person) -> str | None:
    """The name under which a person can be invited again; None if it was erased, the enrolment has ended, or no role is
    left."""
    if not person.roles or (person.expires_at is not None and person.expires_at <= talk.desk.now()):
        return None
    try:
        return talk.desk.ledger.texts.read(person.name)
    except LedgerError:
        return None


async def doubt(talk: Talk, person: str, reason: str) -> int:
    """Something is wrong with the key: since when?"""
    found = standing(talk, person)
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
    return await offer(talk, standing(talk, person), reason, suspect)


async def typed(talk: Talk, words: str) -> int:
    """The day was typed: the first entry of that day, in Shanghai, or after it."""
    draft, today = talk.draft, talk.desk.today()
    day = date(words, today)
    if day > today:
        raise Pardon("own.revoke.future", date=day)
    person = standing(talk, draft["person"])
    return await since(talk, person.person, draft["reason"], max(person.seq, _first_on(talk, day)))


def _first_on(talk: Talk, day: dt.date) -> int:
    """The first entry at or after the beginning of ``day``; the ledger's size if there is none yet."""
    ledger = talk.desk.ledger
    begins = int(dt.datetime.combine(day, dt.time(), SHANGHAI).timestamp()) * 1000
    return bisect.bisect_left(range(ledger.state.size), begins, key=lambda seq: ledger.entry(seq).at)


def standing(talk: Talk, person: str) -> Person:
    """The person by id, whose key the speaker may revoke. Raises Pardon."""
    found = talk.desk.ledger.state.people[person]
    if found.party != talk.known("administrator", "owner").party or found.revoked_seq is not None:
        raise Pardon("account.revoke.none")
    return found


def last_day(talk: Talk, person: Person) -> str:
    """The last day of an enrolment that has one."""
    assert person.expires_at is not None
    return render.date(talk.language, shanghai(person.expires_at - 1).date())
