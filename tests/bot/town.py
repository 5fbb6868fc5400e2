"""The demo's people at their phones, talking to the real application: the seam for conversations in tests.

::

    async with town.open() as talk:
        seen = await talk.say("lin", "Helan Water owes us 800k")   # what everybody saw because of it
        await talk.press("lin", "Register")                        # a label, a number from 1, or callback data
        await talk.pin("lin")

A ``Town`` is a folder with a demo; opening it again is a restart, opening a ``snapshot`` of it is a start after
``kill -9``: everything promised is on the disk at every moment. Phones and their chats outlive both.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot import app, demo
from bot.app import House
from bot.clock import DemoClock
from bot.loopback import LoopbackServer, Seen
from ledger.service import Ledger
from ledger.types import Event
from policies.advise import Adviser
from tests.bot.harness import Talk

CLOCK = "demo-clock.json"
SCRYPT_N = 2
PIN = demo.PIN


def found(folder: Path) -> None:
    """Make a demo in ``folder``, with PINs that are quick to try."""
    (folder / "data").mkdir(parents=True)
    clock = DemoClock(folder / "data" / CLOCK, running=False)
    demo.create(folder / "data", folder / "keys", clock, scrypt_n=SCRYPT_N).close()
    clock.close()


class Visit(Talk):
    """One run of the application; ``house`` is its inside."""

    def __init__(self, server: LoopbackServer, house: House) -> None:
        super().__init__(server, house.application)
        self.house = house

    async def pin(self, user: str, digits: str = PIN) -> list[Seen]:
        return await super().pin(user, digits)

    async def sign(self, user: str, button: int | str = 1) -> list[Seen]:
        """Presses a button that signs, and enters the PIN if it is asked for; what everybody saw."""
        seen = await self.press(user, button)
        if "⌫" in self.labels(user):
            seen += await self.pin(user)
        return seen

    async def advance(self, **span: float) -> list[Seen]:
        """Move the demo's clock, playing every tick."""
        start = len(self.server.log)
        await self.house.advance(timedelta(**span))
        await self.quiet()
        return self._since(start)

    async def repeat(self, update_id: int | None = None) -> list[Seen]:
        """Telegram delivers an update again."""
        return await self._then(lambda: self.server.repeat(update_id))

    async def deliver(self, kind: str, content: dict[str, Any]) -> list[Seen]:
        """An update of any kind, as Telegram writes it."""
        return await self._then(lambda: self.server.updates.add(kind, content))

    def entries(self, since: int = 0) -> list[str]:
        """The types of the ledger's entries from ``since`` on."""
        ledger = self.house.desk.ledger
        events = (ledger.entry(seq).event for seq in range(since, ledger.state.size))
        return [event.type if isinstance(event, Event) else "genesis" for event in events]

    @property
    def size(self) -> int:
        return self.house.desk.ledger.state.size

    def kept(self) -> dict[str, dict[str, Any]]:
        """What is kept about people, apart from bookkeeping: which updates were done, buttons, and when who spoke."""
        store = self.house.desk.state.store
        tables = ("accounts", "profiles", "checklists", "ptb_user", "outbox", "sent")
        found = {table: dict(store.rows(table)) for table in tables}
        data = {
            user: {name: value for name, value in row["data"].items() if value}
            for user, row in found["ptb_user"].items()
        }
        return {**found, "ptb_user": {user: kept for user, kept in data.items() if kept}}


class Town:
    """A folder with a demo, and the phones of its people."""

    def __init__(self, folder: Path, adviser: Adviser) -> None:
        self.folder = folder
        self._adviser: Adviser | None = adviser  # None: what the folder holds
        self.server = LoopbackServer()
        self._snapshots = 0

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def snapshot(self) -> None:
        """Go on from a copy of the disk as it is at this moment: what ``kill -9`` would leave."""
        self._snapshots += 1
        copy = self.folder.with_name(f"{self.folder.name}-{self._snapshots}")
        shutil.copytree(self.folder, copy)
        self.folder = copy

    def publish(self, document: Path) -> None:
        """Put a document among the operator's own policies; the next start reads them."""
        (self.data / "policies").mkdir(exist_ok=True)
        shutil.copy(document, self.data / "policies")
        self._adviser = None

    @asynccontextmanager
    async def open(self, languages: dict[str, str] | None = None) -> AsyncIterator[Visit]:
        """Run the application on this folder until the block ends."""
        clock = DemoClock(self.data / CLOCK, running=False)
        ledger = Ledger.open(self.data, self.folder / "keys", clock, scrypt_n=SCRYPT_N)
        desk = app.furnish(ledger, self.data, self.folder / "keys", clock, adviser=self._adviser)
        self._adviser = desk.adviser
        self.server._now = clock.now
        self.server._settlers.clear()
        demo.link(desk.state, {name: self.server.user(name).id for name in demo.PEOPLE})
        for name, language in (languages or {}).items():
            desk.state.accounts.set_language(self.server.user(name).id, language)
        house = app.build(desk, server=self.server)
        end, ready = asyncio.Event(), asyncio.Event()

        async def until() -> None:
            ready.set()
            await end.wait()

        running = asyncio.ensure_future(app.run(house, until=until))
        waiting = asyncio.ensure_future(ready.wait())
        try:
            await asyncio.wait([running, waiting], return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                running.result()
            await self.server.quiet()
            yield Visit(self.server, house)
        finally:
            waiting.cancel()
            end.set()
            await running
            house.close()


def texts(seen: list[Seen], user: str) -> str:
    """All that ``user`` was shown, in one text, buttons in brackets."""
    lines = []
    for each in seen:
        only_buttons_went = each.kind == "edit" and not each.rows
        if each.person == user and each.kind != "deleted" and not only_buttons_went:
            lines.append(each.text)
            lines.append(" ".join(f"[{label}]" for label in each.labels))
            if each.file is not None:
                lines.append(f"(file: {each.file.name})")
    return "\n".join(line for line in lines if line)


def readers(seen: list[Seen]) -> Iterator[str]:
    """Everybody who was shown something."""
    yield from sorted({each.person for each in seen})
