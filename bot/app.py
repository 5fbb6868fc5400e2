"""The composition root: ledger, adviser, state, transport and handlers become one running application."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from telegram import BotCommand, Update
from telegram.error import BadRequest, RetryAfter, TelegramError
from telegram.ext import Application, ApplicationBuilder, ContextTypes
from telegram.request import BaseRequest, HTTPXRequest

from bot import below, handlers, rounds, untold
from bot.clock import DemoClock
from bot.config import Outside
from bot.courier import Courier
from bot.desk import Desk
from bot.inbox import Inbox, InboxRequest, replay
from bot.journal import WriteFailedError, load_key
from bot.library import Library
from bot.link import PollingRequest, quietly
from bot.loopback import LoopbackRequest, LoopbackServer
from bot.outward import Outward
from bot.persistence import StatePersistence
from bot.state import BotState
from bot.texts import LANGUAGES, say
from bot.ticks import HEARTBEAT, Ticker
from bot.updates import PerUser
from ledger.errors import StorageError
from ledger.service import Ledger
from ledger.types import Clock
from policies.advise import Adviser

log = logging.getLogger(__name__)
BOT_KEY = "bot.key"
OWN_POLICIES = "policies"
TICK_SECONDS = 60
App = Application[Any, Any, Any, Any, Any, Any]


@dataclass(slots=True)
class House:
    """Everything that runs, and how to end it. ``fault`` is why it had to stop, in one sentence."""

    application: App
    desk: Desk
    courier: Courier
    ticker: Ticker
    inbox: Inbox
    outward: Outward | None = None
    fault: str | None = None
    stop: asyncio.Event | None = None

    def halt(self, fault: Exception) -> None:
        """The disk or Telegram refused: stop, recover at the next start. Only the first fault is told."""
        if self.fault is None:
            self.fault = str(fault)
            log.critical("%s", fault)
        if self.stop is not None:
            self.stop.set()

    async def tick(self) -> None:
        """Send what is due and what waits, by the policies as they are now."""
        await self.desk.reread()
        await self.ticker.tick()

    async def advance(self, delta: timedelta) -> None:
        """Move a demo's clock, playing every due tick in order."""
        clock = self.desk.clock
        assert isinstance(clock, DemoClock)
        await self.desk.reread()
        await self.ticker.advance(clock, delta)

    def close(self) -> None:
        """Let go of ledger and state; a demo's clock keeps its time."""
        self.desk.ledger.close()
        self.desk.state.close()
        if isinstance(self.desk.clock, DemoClock):
            self.desk.clock.close()


def furnish(ledger: Ledger, data: Path, keys: Path, clock: Clock, *, adviser: Adviser | None = None) -> Desk:
    """The desk of an open ledger, advising by the shipped policies and the operator's own."""
    library = Library(data / OWN_POLICIES)
    adviser = adviser or library.open()
    state = BotState.open(data / "bot", load_key(keys / BOT_KEY, create=not (data / "bot").exists()))
    rounds.baseline(state, adviser.corpus, clock.now())
    if "meaning" not in adviser.signals:
        log.warning("the sentence encoder is not installed: matching goes by words only")
    return Desk(ledger, adviser, library, state, clock, data, demo=ledger.genesis.demo)


def build(
    desk: Desk,
    *,
    token: str | None = None,
    api: str | None = None,
    server: LoopbackServer | None = None,
    outside: Outside | None = None,
) -> House:
    """The application on Telegram (``token``; ``api``: a Bot API server of one's own) or here (``server``).

    ``outside`` says who sees the ledger's checkpoints; without it, nobody does."""
    inbox = Inbox(desk.state.store)
    processor = PerUser(desk.state, inbox)
    builder: Any = ApplicationBuilder().concurrent_updates(processor).persistence(StatePersistence(desk.state))
    if server is not None:
        polling: BaseRequest = LoopbackRequest(server)
        builder = builder.token(server.token).request(LoopbackRequest(server))
        desk.username = str(server.bot["username"])
    else:
        polling = PollingRequest(lambda fault: house.halt(fault))
        builder = builder.token(token).request(HTTPXRequest(connection_pool_size=64))
        if api is not None:
            builder = builder.base_url(f"{api}/bot").base_file_url(f"{api}/file/bot")
    application: App = builder.get_updates_request(InboxRequest(polling, inbox)).build()
    application.bot_data["desk"] = desk
    courier = Courier(desk, application.bot)
    house = House(application, desk, courier, Ticker(desk, courier), inbox)
    if outside is not None:
        house.outward = Outward(desk.ledger, desk.state, desk.clock, outside)
    processor.persist_with(_persisting(house))
    processor.stop_with(house.halt)
    processor.follow_with(courier.deliver)
    handlers.add_to(application)
    application.add_error_handler(_on_error(house))
    if server is not None:
        server.attach(application)
    return house


def _persisting(house: House) -> Callable[[], Any]:
    async def persist() -> None:
        if house.fault is not None:
            raise WriteFailedError(house.fault)  # the unit is dropped; the update is handled again after a restart
        await house.application.update_persistence()

    return persist


def _on_error(house: House) -> Callable[[object, ContextTypes.DEFAULT_TYPE], Any]:
    async def on_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """An unexpected fault: nothing half-done is kept, the user hears a number that the log has too."""
        fault = context.error
        if isinstance(fault, StorageError | WriteFailedError):
            house.desk.state.abandon()
            house.halt(fault)
            return
        number = hashlib.sha256(f"{fault!r}{getattr(update, 'update_id', '')}".encode()).hexdigest()[:8]
        log.error("fault %s", number, exc_info=fault)
        house.desk.state.abandon()
        if isinstance(update, Update) and update.effective_chat is not None and update.effective_user is not None:
            language = house.desk.language(update.effective_user.id)
            with contextlib.suppress(TelegramError):  # whom nothing reaches need not be told so
                told = say(language, "receivables.failed", number=number)
                await context.bot.send_message(update.effective_chat.id, told)

    return on_error


async def run(house: House, *, until: Callable[[], Any] | None = None) -> None:
    """Start, replay what an earlier process left undone, poll, tick; until ``until`` returns, or the stop event."""
    application = house.application
    house.stop = asyncio.Event()
    async with application:
        await _introduce(house)
        house.desk.state.outbox.recover(house.desk.now())
        untold.recover(house.desk)
        await replay(application, house.inbox)
        assert application.updater is not None
        assert application.job_queue is not None
        application.job_queue.run_repeating(_ticking(house), TICK_SECONDS, first=TICK_SECONDS, name="tick")
        if house.outward is not None:
            application.job_queue.run_repeating(_looking(house.outward), TICK_SECONDS, first=1, name="outward")
        await application.start()
        await application.updater.start_polling(allowed_updates=Update.ALL_TYPES, error_callback=quietly)
        (house.desk.data / HEARTBEAT).touch()
        beside: list[asyncio.Future[Any]] = [asyncio.ensure_future(_reading_again(house))]
        beside.append(asyncio.ensure_future(_warming(house.desk)))
        try:
            waits = [asyncio.ensure_future(house.stop.wait())]
            if until is not None:
                waits.append(asyncio.ensure_future(until()))
            done, pending = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            for task in pending:
                task.cancel()
            for task in done:
                task.result()
        finally:
            for one in beside:
                one.cancel()
            with contextlib.suppress(TelegramError):  # what ended the polling has been told by the link
                await application.updater.stop()
            await application.stop()


def _ticking(house: House) -> Callable[[ContextTypes.DEFAULT_TYPE], Any]:
    async def tick(_: ContextTypes.DEFAULT_TYPE) -> None:
        await house.tick()

    return tick


def _looking(outward: Outward) -> Callable[[ContextTypes.DEFAULT_TYPE], Any]:
    async def look(_: ContextTypes.DEFAULT_TYPE) -> None:
        await outward.look()

    return look


async def _warming(desk: Desk) -> None:
    """The first writer need not wait for what the adviser loads when it is first used."""
    await asyncio.to_thread(desk.adviser.warm, desk.today())


async def _reading_again(house: House) -> None:
    """Beside the work, where there is somebody who is told what comes of it."""
    try:
        if house.outward is not None:
            await below.reread(house.desk.ledger, house.outward.alarms)
    except (StorageError, WriteFailedError) as fault:
        house.desk.state.abandon()
        house.halt(fault)


async def _introduce(house: House) -> None:
    """The command menu, in the two languages that Telegram tells apart by code; chats say the rest."""
    bot = house.application.bot
    for code in LANGUAGES[:2]:
        menu = [BotCommand(name, say(code, f"menu.{name}")) for name in handlers.COMMANDS]
        try:
            await bot.set_my_commands(menu, language_code=None if code == "en" else "zh")
        except (BadRequest, RetryAfter) as fault:
            log.warning("the command menu could not be set (%s); an earlier one stays", fault)
    house.desk.username = bot.username
