"""``run`` and ``chat``: the bot on Telegram, or the same bot in this terminal on a demo ledger."""

from __future__ import annotations

import argparse
import asyncio
import html
import re
import sys
from typing import Any

from bot import app, demo, render
from bot.cli import folders
from bot.clock import DemoClock, SystemClock
from bot.config import ConfigError, Settings
from bot.inbox import Inbox
from bot.loopback import LoopbackServer
from bot.terminal import Terminal, read_lines
from bot.texts import say
from ledger.custody import SCRYPT_N
from ledger.service import Ledger

CLOCK = "demo-clock.json"


def add(commands: Any) -> None:
    run = commands.add_parser(
        "run",
        help="the bot: on Telegram if a token is set, otherwise in this terminal",
        description="With TALLYSTICK_TOKEN (or token in tallystick.toml) polls Telegram on the ledger in --data, "
        "made with 'tallystick init'. Without one, chats in this terminal on a demo ledger, made if there is none.",
    )
    folders.add(run)
    run.set_defaults(run=_run)
    chat = commands.add_parser(
        "chat",
        help="the same bot in this terminal, on a demo ledger",
        description="Reads lines such as '@lin text', '@lin #1', '!pin 246810', '!advance 31d', '!quit' from standard "
        "input, so that a transcript can be piped in; '!help' lists them all.",
    )
    folders.add(chat)
    chat.add_argument("--echo", action="store_true", help="print the lines read, for a complete transcript")
    chat.set_defaults(run=_chat)


def _run(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    if settings.token is None:
        return _talk(settings, echo=not sys.stdin.isatty())
    if not (settings.data / "ledger").is_dir():
        raise ConfigError(f"data ({settings.data}) holds no ledger yet; make one with 'tallystick init'")
    ledger = Ledger.open(settings.data, settings.keys, SystemClock())
    try:
        if ledger.genesis.demo:
            raise ConfigError(
                f"data ({settings.data}) holds the demo, whose keys everybody knows; a token needs a real ledger: "
                "choose another folder and make one with 'tallystick init'"
            )
        return asyncio.run(_telegram(settings, ledger))
    finally:
        ledger.close()


async def _telegram(settings: Settings, ledger: Ledger) -> int:
    from telegram.error import InvalidToken, NetworkError

    desk = app.furnish(ledger, settings.data, settings.keys, SystemClock())
    house = app.build(desk, token=settings.token)
    try:
        print(f"tallystick: polling Telegram, ledger of {ledger.state.size} entries; Ctrl-C ends", file=sys.stderr)
        await app.run(house)
    except InvalidToken:
        raise ConfigError(
            "TALLYSTICK_TOKEN: Telegram does not know this token; copy it again from @BotFather"
        ) from None
    except NetworkError as fault:
        raise OSError(
            f"Telegram cannot be reached ({fault}); nothing was lost, start again when the network is back"
        ) from fault
    finally:
        house.close()
    if house.fault is not None:
        print(f"tallystick: {house.fault}", file=sys.stderr)
        return 1
    return 0


def _chat(options: argparse.Namespace) -> int:
    return _talk(folders.settings(options), echo=options.echo)


def _talk(settings: Settings, *, echo: bool) -> int:
    ledger, clock = open_demo(settings)
    return asyncio.run(_terminal(settings, ledger, clock, echo=echo))


def open_demo(settings: Settings, *, scrypt_n: int = SCRYPT_N) -> tuple[Ledger, DemoClock]:
    """The demo ledger of the data folder, made if there is none."""
    settings.data.mkdir(parents=True, exist_ok=True)
    clock = DemoClock(settings.data / CLOCK)
    if not (settings.data / "ledger").is_dir():
        return demo.create(settings.data, settings.keys, clock, scrypt_n=scrypt_n), clock
    ledger = Ledger.open(settings.data, settings.keys, clock, scrypt_n=scrypt_n)
    if not ledger.genesis.demo:
        ledger.close()
        raise ConfigError(
            f"data ({settings.data}) holds a real ledger; the terminal chat is for demos. Name another folder (--data)"
        )
    return ledger, clock


async def _terminal(settings: Settings, ledger: Ledger, clock: DemoClock, *, echo: bool) -> int:
    desk = app.furnish(ledger, settings.data, settings.keys, clock)
    newest = max(desk.state.meta.get("loopback", 0), Inbox(desk.state.store).newest())
    server = LoopbackServer(first_id=newest + 1, now=clock.now)
    users = {name: server.user(name).id for name in demo.PEOPLE}
    demo.link(desk.state, users)
    house = app.build(desk, server=server)
    terminal = Terminal(server, folder=settings.data / "files", people=demo.PEOPLE, advance=house.advance, echo=echo)
    print(welcome(clock))

    async def until() -> None:
        await terminal.run(read_lines())

    try:
        await app.run(house, until=until)
    finally:
        desk.state.meta.set("loopback", server.updates.newest)
        house.close()
    if house.fault is not None:
        print(f"tallystick: {house.fault}", file=sys.stderr)
        return 1
    return 0


def welcome(clock: DemoClock) -> str:
    """Who is there and what to try, in three languages."""
    lines = []
    for language in ("en", "zh-Hans", "zh-Hant"):
        values = {"pin": "!pin 246810", "advance": "!advance 31d", "quit": "!quit"}
        text = say(language, "account.demo.welcome", date=render.instant(language, clock.now()), **values)
        lines.append(html.unescape(re.sub("<[^>]+>", "", text)))
    return "\n\n".join(lines) + "\n"
