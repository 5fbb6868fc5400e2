"""What handlers work with: the ledger, the adviser, what is kept about users, and who is behind an account.

Keys that a PIN opened live here, in memory, for ten minutes; digits pressed on a keypad live here until the sixth.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot import render
from bot.announce import Notice
from bot.arguments import Spoken, spoken
from bot.library import Library
from bot.names import Names
from bot.parse_input import InputError
from bot.state import Account, BotState
from ledger.custody import OpenKey
from ledger.service import Ledger
from ledger.signing import key_id
from ledger.state import Person
from ledger.types import Clock
from policies.advise import Adviser
from policies.text import language, traditional

BUTTON_LIFE_MS = 24 * 3600 * 1000
NOTICE_LIFE_MS = 7 * BUTTON_LIFE_MS
LASTING = frozenset({"vote"})
"""Actions whose buttons go on working once pressed, beside those of the same message that are used up together."""


@dataclass(slots=True)
class Desk:
    """One for the application. ``demo`` ledgers say so wherever it matters; ``username`` is the bot's, for links."""

    ledger: Ledger
    adviser: Adviser
    library: Library
    state: BotState
    clock: Clock
    data: Path
    demo: bool = False
    username: str = "tallystick_bot"
    pads: dict[int, str] = field(default_factory=dict)  # digits pressed so far
    new_pins: dict[int, str] = field(default_factory=dict)  # a PIN chosen once, waiting for the second time
    codes: dict[str, str] = field(default_factory=dict)  # invitation codes until their invitation is signed
    enrolling: dict[str, int] = field(default_factory=dict)  # who is being enrolled, and by which account
    auditing: asyncio.Lock = field(default_factory=asyncio.Lock)
    _open: dict[str, OpenKey] = field(default_factory=dict)
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        self.names = Names(self.ledger)

    def now(self) -> int:
        return self.clock.now()

    async def reread(self) -> None:
        """Advise by the operator's policies as they are now."""
        self.adviser = await self.library.renewed() or self.adviser

    def today(self) -> dt.date:
        """The civil day in Shanghai."""
        return render.figures.shanghai(self.now()).date()

    def spoken(self, text: str) -> Spoken:
        return spoken(text, self.today())

    def spoken_or_none(self, text: str) -> Spoken | None:
        """``spoken`` for free text, where a figure that cannot be read is not yet a mistake."""
        try:
            return self.spoken(text)
        except InputError:
            return None

    # -- accounts -------------------------------------------------------------

    def meet(self, user: int, chat: int | None, code: str | None) -> None:
        """Begin or refresh an account; its first language is what Telegram says, until the user shows another."""
        if self.state.accounts.get(user) is None:
            self.state.accounts.touch(user, chat)
            if code:
                self.state.accounts.set_language(user, render.language_of(code))
        elif chat is not None:
            self.state.accounts.touch(user, chat)
        account = self.state.accounts.get(user)
        if account is not None and account.blocked:
            self.state.accounts.set_blocked(user, False)

    def language(self, user: int) -> str:
        account = self.state.accounts.get(user)
        return (account.language if account else None) or "en"

    def hear(self, user: int, words: str) -> str:
        """Answer in the language that ``words`` are written in, unless the user has chosen one with /language."""
        account, now = self.state.accounts.get(user), self.language(user)
        found = language(words)
        undecided = found == "zh-Hans" and now == "zh-Hant" and traditional(words) == words
        if (account is None or not account.settings.get("language_chosen")) and not undecided and found != now:
            self.state.accounts.set_language(user, found)
        return self.language(user)

    def person_of(self, user: int) -> Person | None:
        """The person this account acts as."""
        account = self.state.accounts.get(user)
        if account is None or account.person is None:
            return None
        return self.ledger.state.people.get(account.person)

    def account_of(self, person: str) -> Account | None:
        return self.state.accounts.of_person(person)

    # -- keys -----------------------------------------------------------------

    def keeps_key(self, person: Person) -> bool:
        """Whether the key of ``person`` that is in force lies here, under a PIN. One that was replaced does not count:
        a crash may have left it."""
        public = self.ledger.custody.public(person.person)
        return public is not None and key_id(public) == person.key

    def open_key(self, person: str) -> OpenKey | None:
        """The held key of ``person`` while its ten minutes last."""
        key = self._open.get(person)
        if key is not None and key.expired():
            self.close_key(person)
            return None
        return key

    def keep_open(self, person: str, key: OpenKey) -> None:
        self._open[person] = key

    def close_key(self, person: str) -> None:
        key = self._open.pop(person, None)
        if key is not None:
            key.close()

    def sweep_keys(self) -> None:
        """Forget the keys whose ten minutes are over: nobody may come to ask for them."""
        for person, key in list(self._open.items()):
            if key.expired():
                self.close_key(person)

    # -- telling others -------------------------------------------------------

    def buttons(
        self, user: int, actions: Sequence[tuple[str, Any]], seen: str, life: int = BUTTON_LIFE_MS
    ) -> list[str]:
        """Callback data for the buttons of one message."""
        ends, issued = self.now() + life, {}
        for lasting in (False, True):
            group = [action for action in actions if (action[0] in LASTING) is lasting]
            if group:
                nonces = self.state.buttons.issue(user, group, expires_at=ends, seen=seen, single_use=not lasting)
                issued[lasting] = iter(nonces)
        return [next(issued[name in LASTING]) for name, _ in actions]

    def queue(self, key: str, notice: Notice) -> bool:
        """Put a notice in the outbox, with the rest of this unit of work; False if nobody can be reached by it."""
        account = self.account_of(notice.person)
        if account is None or account.blocked:
            return False
        reader = self.language(account.user)
        offers = [[offer.words(reader), offer.action, offer.args] for offer in notice.offers]
        payload = {"html": notice.words(reader), "offers": offers, "person": notice.person}
        self.state.outbox.queue(key, account.user, payload, self.now())
        return True
