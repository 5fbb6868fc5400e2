"""``run``: the bot on Telegram, until it is asked to end; without a token, the chat in this terminal."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from typing import Any

from telegram.error import InvalidToken, TelegramError

from bot import app
from bot.cli import chat, folders
from bot.clock import SystemClock
from bot.config import ConfigError, Settings
from bot.link import explain
from ledger.service import Ledger


def add(commands: Any) -> None:
    run = commands.add_parser(
        "run",
        help="the bot: on Telegram if a token is set, otherwise in this terminal",
        description="With TALLYSTICK_TOKEN (or token in tallystick.toml) polls Telegram on the ledger in --data, "
        "made with 'tallystick init'. Without one, chats in this terminal on a demo ledger, made if there is none. "
        "Ctrl-C or SIGTERM ends it in good order.",
    )
    run.add_argument(
        "--telegram", action="store_true", help="never the terminal: a missing token is an error (for services)"
    )
    folders.add(run)
    run.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    real = folders.is_demo(settings) is False
    if settings.token is None and (options.telegram or real):
        raise ConfigError(
            "no token is set: put it into TALLYSTICK_TOKEN, into the file that TALLYSTICK_TOKEN_FILE names, or into "
            "tallystick.toml" + (f"; data ({settings.data}) holds a real ledger, and the terminal is for demos"
            if real else "")
        )  # fmt: skip
    if settings.token is None:
        return chat.talk(settings, echo=not sys.stdin.isatty())
    folders.require_real(settings)
    with folders.open_ledger(settings, SystemClock()) as ledger:
        return asyncio.run(_telegram(settings, ledger))


async def _telegram(settings: Settings, ledger: Ledger) -> int:
    desk = app.furnish(ledger, settings.data, settings.keys, SystemClock())
    house = app.build(desk, token=settings.token, api=settings.api, outside=settings.outside)
    asked = _asked_to_end()
    print(f"tallystick: ledger of {ledger.state.size} entries, calling {settings.api or 'Telegram'} …", file=sys.stderr)

    async def until() -> None:
        username = house.application.bot.username
        print(f"tallystick: @{username} is at work; Ctrl-C or SIGTERM ends it", file=sys.stderr, flush=True)
        await asked.wait()
        print("tallystick: ending …", file=sys.stderr)

    try:
        await app.run(house, until=until)
    except InvalidToken as fault:
        raise ConfigError(str(explain(fault))) from None
    except TelegramError as fault:
        if not asked.is_set():  # asked to end while the line was being opened: what became of it matters no more
            house.fault = str(explain(fault))
    finally:
        house.close()
    if house.fault is not None:
        print(f"tallystick: {house.fault}", file=sys.stderr)
        return 1
    return 0


def _asked_to_end() -> asyncio.Event:
    """Set at the first SIGTERM (as ``docker stop`` sends) or SIGINT; a second one ends the process at once."""
    loop, asked = asyncio.get_running_loop(), asyncio.Event()

    def ask() -> None:
        asked.set()
        for each in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(each)

    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, ask)
    return asked
