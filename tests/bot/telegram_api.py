"""A Bot API server on 127.0.0.1 over real HTTP, and the bot as a real process that calls it.

The server is :class:`bot.loopback.LoopbackServer` behind a small HTTP/1.1 reader, in the test's own event loop.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from bot.loopback import LoopbackServer, Message, Seen
from bot.loopback.faults import ApiError

TOKEN = "1000000001:" + "Tallystick-test_token" * 2
PATIENCE = 20.0
_TEXT = {"text", "caption", "parse_mode", "callback_query_id", "language_code", "file_id", "action", "document"}


class Api:
    """The server, its address, and what people do and see. ``calls`` counts the requests by method."""

    def __init__(self) -> None:
        self.people = LoopbackServer(token=TOKEN)
        self.people.watch(self._changed)
        self.calls: dict[str, int] = {}
        self.refuse: ApiError | None = None  # answered to every call while it is set
        self.refuse_polls: ApiError | None = None
        self.address = ""
        self._news = asyncio.Event()
        self.connections: set[asyncio.Task[Any]] = set()

    def _changed(self, _: Seen | None = None) -> None:
        self._news.set()

    async def until(self, found: Callable[[], Any], what: str) -> Any:
        """What ``found`` gives once that is true."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not (value := found()):
                    self._news.clear()
                    await self._news.wait()
                return value
        except TimeoutError:
            log = [(s.kind, s.person, s.text[:90]) for s in self.people.log if s.kind != "edit"][-8:]
            raise AssertionError(f"never came: {what}; the last that was seen: {log}") from None

    async def hears(self, user: str, words: str, since: int = 0) -> Message:
        """The message to ``user`` with ``words`` in it, among those after message ``since``."""

        def found() -> Message | None:
            chat = reversed(self.people.chat(user))
            return next((m for m in chat if m.from_bot and m.id > since and words in m.text), None)

        message = await self.until(found, f"{words!r} to @{user}")
        assert isinstance(message, Message)
        return message

    async def say(self, user: str, text: str, words: str) -> Message:
        """``user`` writes ``text``; the answer that has ``words`` in it."""
        return await self.hears(user, words, self.people.say(user, text).id)

    async def press(self, user: str, message: Message, label: str, words: str) -> Message:
        """``user`` presses the button whose label begins with ``label``; the answer, a later message."""
        assert any(button.text.startswith(label) for button in message.buttons), [b.text for b in message.buttons]
        place = next(n for n, button in enumerate(message.buttons, 1) if button.text.startswith(label))
        newest = self.people.chat(user)[-1].id
        self.people.press(user, message.id, place)
        return await self.hears(user, words, newest)

    def keys(self, user: str, keypad: Message, digits: str) -> int:
        """``user`` presses digits and OK as fast as it goes; the newest message before that."""
        labels = [button.text for button in keypad.buttons]
        for key in [*digits, "OK"]:
            self.people.press(user, keypad.id, labels.index(key) + 1)
        return self.people.chat(user)[-1].id

    async def pin(self, user: str, keypad: Message, digits: str, words: str) -> Message:
        return await self.hears(user, words, self.keys(user, keypad, digits))

    # -- HTTP ---------------------------------------------------------------------------------------------------------

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self.connections.add(task)
        try:
            while line := await reader.readline():
                method, target, _ = line.decode().split(" ")
                head = b""
                while (field := await reader.readline()) not in (b"\r\n", b""):
                    head += field
                fields = BytesParser(policy=HTTP).parsebytes(head)
                body = await reader.readexactly(int(fields.get("Content-Length", 0)))
                code, answer = await self._answer(method, target, str(fields.get("Content-Type", "")), body)
                writer.write(
                    b"HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
                    % (code, len(answer), answer)
                )
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self.connections.discard(task)
            writer.close()

    async def _answer(self, method: str, target: str, kind: str, body: bytes) -> tuple[int, bytes]:
        path = target.lstrip("/")
        try:
            if method == "GET":
                return 200, self.people.download(path)
            token, _, name = path.removeprefix("bot").partition("/")
            self.calls[name] = self.calls.get(name, 0) + 1
            refusal = self.refuse or (self.refuse_polls if name == "getUpdates" else None)
            if refusal is not None:
                raise refusal
            parameters, files = _form(kind, body)
            result = await self.people.call(token, name, parameters, files)
        except ApiError as error:
            return error.code, error.body()
        finally:
            self._changed()
        return 200, json.dumps({"ok": True, "result": result}).encode()


def _form(kind: str, body: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    parameters: dict[str, Any] = {}
    files: dict[str, Any] = {}
    if kind.startswith("multipart/"):
        message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
        for part in message.iter_parts():  # type: ignore[attr-defined]
            name, content = part.get_param("name", header="content-disposition"), part.get_payload(decode=True)
            if part.get_filename():
                files[name] = (part.get_filename(), content, part.get_content_type())
            else:
                parameters[name] = _value(name, content.decode())
    else:
        parameters = {name: _value(name, value) for name, value in parse_qsl(body.decode(), keep_blank_values=True)}
    return parameters, files


def _value(name: str, text: str) -> Any:
    if name in _TEXT:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


@asynccontextmanager
async def telegram() -> AsyncIterator[Api]:
    """The server, until the block ends."""
    api = Api()
    server = await asyncio.start_server(api.serve, "127.0.0.1", 0)
    api.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield api
    finally:
        server.close()
        for connection in list(api.connections):
            connection.cancel()
        await asyncio.gather(*api.connections)


class Bot:
    """``tallystick run`` as a process. ``words`` is what it wrote so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.words = ""
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.process.stdout is not None
        while line := await self.process.stdout.readline():
            self.words += line.decode()

    async def end(self, signal: int | None = None) -> int:
        """Send ``signal`` and wait for the end; the exit status."""
        if signal is not None:
            self.process.send_signal(signal)
        async with asyncio.timeout(PATIENCE):
            await self._reading
            return await self.process.wait()


@asynccontextmanager
async def bot(data: Path, api: str, token: str = TOKEN, **environment: str) -> AsyncIterator[Bot]:
    """The bot on ``data``, killed at the end of the block if it is still there."""
    kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", "--data", str(data),
        env=kept | {"TALLYSTICK_TOKEN": token, "TALLYSTICK_API": api} | environment,
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    running = Bot(process)
    try:
        yield running
    finally:
        if process.returncode is None:
            process.kill()
        await running.end()
        sys.stdout.write(running.words)  # shown by pytest where a test fails
