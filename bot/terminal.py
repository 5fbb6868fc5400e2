"""The chat in a terminal: lines of standard input are what people do, and what they see is printed.

::

    @lin 我们在银川做工业软件     speak as somebody            @lin !file invoice.pdf      send a document
    @lin #2                     press their button 2          !pin 246810                 press the PIN keypad
    #2                          the last speaker's            !block @lin                 block the bot
    any text                    the last speaker says it      !advance 31d                move the clock (d, h, m)
    !help                       this                          !quit                       end
"""

from __future__ import annotations

import asyncio
import re
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path, PurePath
from typing import TextIO

from bot.loopback import Button, LoopbackError, LoopbackServer, Message, Seen

HELP = __doc__.partition("::\n\n")[2]
UNKNOWN = "Not understood: write '@name text', '@name #2' or '!help'.  没看懂：请写“@名字 文字”“@名字 #2”或“!help”。"
KEYPAD = "k:"
_SPAN = re.compile(r"(\d+)\s*([dhm])")
_UNITS = {"d": "days", "h": "hours", "m": "minutes"}
_OK = ("ok", "确定", "確定", "完成", "✓", "✔")

Advance = Callable[[timedelta], Awaitable[object]]


class Terminal:
    """Runs a loopback server by hand. ``folder`` is where documents are put that the bot sends."""

    def __init__(
        self,
        server: LoopbackServer,
        *,
        folder: Path,
        people: tuple[str, ...] = ("lin",),
        advance: Advance | None = None,
        out: TextIO | None = None,
        echo: bool = False,
    ) -> None:
        self._server = server
        self._folder = folder
        self._advance = advance
        self._out = out or sys.stdout
        self._echo = echo
        self._speaker = people[0]
        self._entering: int | None = None
        self._read: dict[int | None, str] = {}
        for name in people:
            server.user(name)
        server.watch(self._show)

    async def run(self, lines: AsyncIterator[str]) -> None:
        """Carries out ``lines`` one by one, each once all is quiet, until they end or one says ``!quit``."""
        await self._server.quiet()
        async for line in lines:
            if not await self.line(line):
                break

    async def line(self, line: str) -> bool:
        """Carries out one line; False when it says to quit."""
        text = line.strip()
        if self._echo and text:
            self._print(re.sub(r"(!pin\s+)\d+", r"\1******", text))
        if text == "!quit":
            return False
        try:
            if text:
                await self._do(text)
                await self._server.quiet()
        except LoopbackError as error:
            self._print(f"! {error}")
        return True

    async def _do(self, text: str) -> None:
        name, rest = self._speaker, text
        if found := re.match(r"@(\w+)\s*(.*)", text, re.DOTALL):
            name, rest = found[1].lower(), found[2]
            self._speaker = name
        verb, _, argument = rest.partition(" ")
        argument = argument.strip()
        if not rest:
            self._print(UNKNOWN)
        elif found := re.fullmatch(r"#(\d+)", rest):
            self._press(name, int(found[1]))
        elif verb == "!pin" and argument.isascii() and argument.isdigit():
            await self._pin(name, argument)
        elif verb == "!file" and argument:
            self._send(name, Path(argument))
        elif verb in ("!block", "!unblock"):
            await self._block(argument.removeprefix("@") or name, verb == "!block")
        elif verb == "!advance" and _SPAN.fullmatch(argument):
            await self._move(argument)
        elif verb == "!help":
            self._print(HELP.rstrip())
        elif verb.startswith("!"):
            self._print(UNKNOWN)
        else:
            self._server.say(name, rest)

    def _press(self, name: str, number: int) -> None:
        message = self._server.live(name)
        if message is None:
            raise LoopbackError(f"@{name} has no message with live buttons; after a restart, send the command again.")
        button = message.buttons[number - 1] if 1 <= number <= len(message.buttons) else None
        if button is not None and button.url:
            self._print(f"  (opens {button.url})")
        self._server.press(name, message.id, number)

    async def _pin(self, name: str, digits: str) -> None:
        message = self._server.live(name)
        self._entering = message.id if message else None
        try:
            await press_pin(self._server, name, digits)
        finally:
            self._entering = None

    def _send(self, name: str, path: Path) -> None:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise LoopbackError(f"{path}: {error.strerror}. Name a file that can be read.") from None
        self._server.send_document(name, path.name, content)

    async def _block(self, name: str, blocked: bool) -> None:
        (self._server.block if blocked else self._server.unblock)(name)
        self._print(f"(@{name} has {'blocked' if blocked else 'unblocked'} the bot)")

    async def _move(self, argument: str) -> None:
        found = _SPAN.fullmatch(argument)
        if self._advance is None or found is None:
            raise LoopbackError("Only a demo's clock can be moved: start one with `make run`.")
        await self._advance(timedelta(**{_UNITS[found[2]]: int(found[1])}))

    def _show(self, seen: Seen) -> None:
        """Prints what a person saw; keystrokes on the PIN keypad and buttons that only went are left out."""
        if seen.kind in ("said", "pressed"):
            return
        if seen.kind in ("message", "document", "edit"):
            before, self._read[seen.message_id] = self._read.get(seen.message_id), seen.text
            if seen.kind == "edit" and before == seen.text and not seen.rows:
                return
        if seen.message_id == self._entering and (seen.kind == "deleted" or is_keypad(seen.buttons)):
            return
        note = {"edit": " (edited)", "toast": " (toast)", "alert": " (alert)", "deleted": " (deleted)"}
        lines = _rendered(seen).split("\n") if seen.text else []
        if seen.kind == "deleted":
            lines = lines[:1]
        if seen.file is not None:
            lines.append(self._saved(seen))
        self._print(f"bot → @{seen.person}{note.get(seen.kind, '')}> " + "\n    ".join(lines))
        if is_keypad(seen.buttons):
            self._print("    [PIN keypad: !pin and the six digits]")
            return
        number = 0
        for row in seen.rows:
            labels = []
            for button in row:
                number += 1
                labels.append(f"#{number} [{button.text}]")
            self._print("    " + "  ".join(labels))

    def _saved(self, seen: Seen) -> str:
        assert seen.file is not None
        folder = self._folder / seen.person
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / (PurePath(seen.file.name).name or "document")
        path.write_bytes(seen.file.content)
        return f"(file: {seen.file.name}, {len(seen.file.content):,} bytes → {path})"

    def _print(self, text: str) -> None:
        self._out.write(text + "\n")
        self._out.flush()


async def press_pin(server: LoopbackServer, user: str, digits: str) -> None:
    """Presses ``digits`` and OK on the keypad that ``user`` sees: buttons with ``k:`` data, labelled by their digit."""
    keypad = server.live(user)
    if keypad is None or not is_keypad(keypad.buttons):
        raise LoopbackError(f"@{user} sees no PIN keypad: press the button that asks for the PIN first.")
    for digit in digits:
        await _key(server, user, keypad.id, partial(_says, digit), digit)
    message = next((m for m in server.chat(user) if m.id == keypad.id), None)
    if message is not None and is_keypad(message.buttons) and any(map(_is_ok, message.buttons)):
        await _key(server, user, keypad.id, _is_ok, "OK")


async def _key(server: LoopbackServer, user: str, message_id: int, wanted: Callable[[Button], bool], name: str) -> None:
    message: Message | None = next((m for m in server.chat(user) if m.id == message_id), None)
    for place, button in enumerate(message.buttons if message else (), 1):
        if (button.data or "").startswith(KEYPAD) and wanted(button):
            server.press(user, message_id, place)
            await server.quiet()
            return
    raise LoopbackError(f"The PIN keypad of @{user} has no key {name} any more.")


def is_keypad(buttons: tuple[Button, ...]) -> bool:
    """Are these the ten digits of the PIN keypad?"""
    keys = {button.text for button in buttons if (button.data or "").startswith(KEYPAD)}
    return set("0123456789") <= keys


def _says(digit: str, button: Button) -> bool:
    return button.text == digit


def _is_ok(button: Button) -> bool:
    data = (button.data or "").lower()
    return data.startswith(KEYPAD) and (data.endswith(":ok") or button.text.lower() in _OK)


def _rendered(seen: Seen) -> str:
    """The text as read, with addresses behind their links."""
    text, links = seen.text.encode("utf-16-le"), [e for e in seen.entities if e["type"] == "text_link"]
    for link in sorted(links, key=lambda e: -int(e["offset"])):
        end = 2 * (link["offset"] + link["length"])
        text = text[:end] + f" ({link['url']})".encode("utf-16-le") + text[end:]
    return text.decode("utf-16-le")


async def read_lines(source: TextIO | None = None) -> AsyncIterator[str]:
    """Lines of standard input as they come, without holding up the application; ends at the end of input."""
    loop, queue = asyncio.get_running_loop(), asyncio.Queue[str | None]()
    stream = source or sys.stdin

    def read() -> None:
        try:
            for line in stream:
                loop.call_soon_threadsafe(queue.put_nowait, line)
            loop.call_soon_threadsafe(queue.put_nowait, None)
        except (RuntimeError, ValueError):  # the loop or the stream is closed: nobody listens any more
            return

    threading.Thread(target=read, name="standard input", daemon=True).start()
    while (line := await queue.get()) is not None:
        yield line
