"""Another history than this ledger's, or a changed entry: noted beside the ledger, told to the operator, once each.

Told are the chat that the operator's setting names, in every language, and the accounts of the registrar's people, each
in its own. Nothing stops by it: what a witness answers is not signed, and a liar could stop every log.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from bot import render
from bot.state import BotState
from bot.texts import LANGUAGES, Html, joined, say
from ledger.checkpoint import Note, parse_checkpoint
from ledger.conflicts import Conflict
from ledger.errors import MalformedError
from ledger.service import Ledger
from ledger.types import REGISTRAR_PARTY, Clock

log = logging.getLogger(__name__)


def words(language: str, conflict: Conflict) -> Html:
    """What the operator reads when it begins: who says what, and what to do now."""
    if conflict.kind == "changed":
        return say(language, "operator.changed", about=conflict.about)
    said = say(language, f"operator.conflict.{conflict.kind}", about=conflict.about, size=conflict.size)
    return joined([say(language, "operator.conflict"), said, say(language, "operator.conflict.do")])


def over(language: str, conflict: Conflict) -> Html:
    """What the operator reads when it is over."""
    since = render.instant(language, conflict.at)
    key = "operator.changed.over" if conflict.kind == "changed" else "operator.conflict.over"
    return say(language, key, about=conflict.about, date=since)


class Alarms:
    """One for the application."""

    def __init__(self, ledger: Ledger, state: BotState, clock: Clock, chat: str | None) -> None:
        self._ledger, self._state, self._clock, self._chat = ledger, state, clock, chat

    def raised(self, about: str, kind: str, why: str, note: bytes) -> None:
        """``about`` spoke of another history when the checkpoint ``note`` was shown, or, of the file of entries, holds
        an entry that is not in ``note``. Raises StorageError."""
        shown = parse_checkpoint(Note.parse(note).text)
        try:
            conflict = self._ledger.cosigned.conflicts.begun(about, kind, why, shown, self._clock.now())
        except MalformedError as fault:
            log.error("%s", fault)
            return
        if conflict is not None:
            self._tell("conflict", conflict, words)

    def over(self, about: str) -> None:
        """``about`` agrees with this ledger. Raises StorageError."""
        try:
            ended = self._ledger.cosigned.conflicts.over(about, self._clock.now())
        except MalformedError as fault:
            log.error("%s", fault)
            return
        for conflict in ended:
            self._tell("conflict-over", conflict, over)

    def _tell(self, what: str, conflict: Conflict, say_it: Callable[[str, Conflict], Html]) -> None:
        outbox, now = self._state.outbox, self._clock.now()
        name = (what, conflict.about, conflict.kind, conflict.at)
        with self._state.message():
            if self._chat is not None:
                html = joined([say_it(language, conflict) for language in LANGUAGES])
                outbox.queue(outbox.key(*name), 0, {"html": html, "channel": self._chat}, now)
            for person in self._ledger.state.people_of(REGISTRAR_PARTY):
                account = self._state.accounts.of_person(person.person)
                if account is not None and not account.blocked and person.revoked_seq is None:
                    html = say_it(account.language or "en", conflict)
                    payload = {"html": html, "offers": [], "person": person.person}
                    outbox.queue(outbox.key(*name, person.person), account.user, payload, now)
