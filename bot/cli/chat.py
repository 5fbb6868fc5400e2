"""``chat``: the bot in this terminal, on a demo ledger."""

from __future__ import annotations

import argparse
import asyncio
import html
import re
import sys
from typing import Any

from bot import app, demo, render
from bot.cli import folders
from bot.clock import DemoClock
from bot.config import ConfigError, Settings
from bot.inbox import Inbox
from bot.loopback import LoopbackServer
from bot.terminal import Terminal, read_lines
from bot.texts import say
from ledger.custody import SCRYPT_N
from ledger.durable import make_folder
from ledger.service import Ledger

CLOCK = "demo-clock.json"


def add(commands: Any) -> None:
    chat = commands.add_parser(
        "chat",
        help="the bot in this terminal, on a demo ledger",
        description="Reads lines such as '@lin text', '@lin #1', '!pin 246810', '!advance 31d', '!quit' from standard "
        "input, so that a transcript can be piped in; '!help' lists them all.",
    )
    folders.add(chat)
    chat.add_argument("--echo", action="store_true", help="print the lines read, for a complete transcript")
    chat.set_defaults(run=_chat)


def _chat(options: argparse.Namespace) -> int:
    return talk(folders.settings(options), echo=options.echo)


def talk(settings: Settings, *, echo: bool) -> int:
    """The chat on the demo ledger of the data folder, until the lines end."""
    ledger, clock = open_demo(settings)
    return asyncio.run(_terminal(settings, ledger, clock, echo=echo))


def open_demo(settings: Settings, *, scrypt_n: int = SCRYPT_N) -> tuple[Ledger, DemoClock]:
    """The demo ledger of the data folder, made if there is none."""
    there = folders.is_demo(settings)
    if there is False:
        raise ConfigError(
            f"data ({settings.data}) holds a real ledger; the terminal chat is for demos. Name another folder (--data)"
        )
    make_folder(settings.data)
    clock = DemoClock(settings.data / CLOCK)
    if there is None:
        return demo.create(settings.data, settings.keys, clock, scrypt_n=scrypt_n), clock
    ledger = Ledger.open(settings.data, settings.keys, clock, scrypt_n=scrypt_n)
    if any(demo.ident(name) not in ledger.state.people for name in demo.PEOPLE):
        ledger.close()
        raise ConfigError(
            f"data ({settings.data}) holds a demo that was interrupted while it was made; remove it and "
            f"{settings.keys}, then start again"
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
