"""A witness on the network: HTTP/1.1 with one call, ``POST /add-checkpoint``, bounded in every direction.

Requests come from strangers. A request line and headers have at most 8 KiB, a body as much as the protocol needs; each
request must be there within ten seconds, so must its answer be taken; at most 64 connections are open, more are told to
come again. A body comes with ``Content-Length``; transfer codings are refused rather than half understood. TLS is for
a reverse proxy, which may strip a path prefix; by default the server listens on the loopback interface alone.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ledger.witness import MAX_BODY, PATH, Answer, refusal
from ledger.witnessing import Watcher

MAX_HEAD = 8 * 1024
MAX_CONNECTIONS = 64
MAX_REQUESTS = 100  # on one connection
SECONDS = 10.0
_PHRASES = {
    200: "OK", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 409: "Conflict",
    411: "Length Required", 413: "Content Too Large", 422: "Unprocessable Content", 431: "Header Fields Too Large",
    500: "Internal Server Error", 501: "Not Implemented", 503: "Service Unavailable", 505: "Version Not Supported",
}  # fmt: skip
_line = re.compile(r"([A-Z]{1,16}) ([\x21-\x7e]{1,2000}) HTTP/1\.([01])").fullmatch
_field = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*").fullmatch
_length = re.compile(r"[0-9]{1,9}").fullmatch
_log = logging.getLogger(__name__)


class _RefusedError(Exception):
    """A request that is answered without being read to its end; the connection closes."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.answer = refusal(status, why)


@dataclass(frozen=True, slots=True)
class _Head:
    method: str
    path: str
    fields: Mapping[str, str]
    keep: bool  # the connection stays open afterwards


class Server:
    """Serves one witness until it is closed, or a write fails: then ``failed`` is called once."""

    def __init__(self, watcher: Watcher, failed: Callable[[], None] = lambda: None) -> None:
        self._watcher, self._failed = watcher, failed
        self._connections: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self._closing = False

    async def start(self, host: str, port: int) -> tuple[str, int]:
        """Listen; the address, with the port that was chosen if ``port`` is 0. Raises OSError."""
        self._server = await asyncio.start_server(self._connection, host, port, limit=MAX_HEAD)
        address = self._server.sockets[0].getsockname()
        return str(address[0]), int(address[1])

    async def close(self) -> None:
        """Listen no more, and hang up: what is being decided is kept, and its answer asked for again."""
        self._closing = True
        if self._server is not None:
            self._server.close()
            for connection in self._connections:
                connection.cancel()
            await asyncio.gather(*self._connections, return_exceptions=True)
            await self._server.wait_closed()

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            if len(self._connections) > MAX_CONNECTIONS:
                await _send(writer, refusal(503, "too many connections; try again"), keep=False)
                return
            for number in range(MAX_REQUESTS, 0, -1):
                if not await self._exchange(reader, writer, last=number == 1):
                    return
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            pass  # whoever asked went away, or was too slow
        except asyncio.CancelledError:
            if not self._closing:
                raise
        finally:
            self._connections.discard(task)
            with contextlib.suppress(OSError, TimeoutError):
                writer.close()
                async with asyncio.timeout(SECONDS):
                    await writer.wait_closed()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, last: bool) -> bool:
        """One request and its answer; whether another one may follow."""
        keep = False
        try:
            async with asyncio.timeout(SECONDS):
                head = await _head(reader)
                if head is None:
                    return False
                body = await _body(reader, writer, head)
            keep = head.keep and not last
            answer = await asyncio.to_thread(self._watcher.add_checkpoint, body)
        except _RefusedError as fault:
            answer = fault.answer
        await _send(writer, answer, keep=keep)
        if self._watcher.fatal is not None:
            _log.critical("%s", self._watcher.fatal)
            self._failed()
            return False
        return keep


async def _head(reader: asyncio.StreamReader) -> _Head | None:
    """Request line and headers; None if the connection ended before one. Raises _RefusedError."""
    try:
        data = await reader.readuntil(b"\r\n\r\n")
    except asyncio.LimitOverrunError:
        raise _RefusedError(431, f"request line and headers have at most {MAX_HEAD} bytes") from None
    except asyncio.IncompleteReadError as end:
        if end.partial:
            raise
        return None
    first, *lines = data[:-4].decode("latin-1").split("\r\n")
    found = _line(first)
    if found is None:
        raise _RefusedError(400, "not an HTTP/1.1 request")
    fields: dict[str, str] = {}
    for line in lines:
        field = _field(line)
        if field is None or (field[1].lower() in fields and field[1].lower() in ("content-length", "host")):
            raise _RefusedError(400, "a header that is none, or one twice")
        fields[field[1].lower()] = field[2]
    tokens = {token.strip().lower() for token in fields.get("connection", "").split(",")}
    keep = "close" not in tokens if found[3] == "1" else "keep-alive" in tokens
    return _Head(found[1], found[2], fields, keep)


async def _body(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: _Head) -> bytes:
    """The body of a call of ours. Raises _RefusedError for any other request."""
    if head.path != PATH:
        raise _RefusedError(404, f"there is nothing but {PATH}")
    if head.method != "POST":
        raise _RefusedError(405, f"{PATH} is called with POST")
    if "transfer-encoding" in head.fields:
        raise _RefusedError(501, "send the body with Content-Length")
    length = head.fields.get("content-length")
    if length is None:
        raise _RefusedError(411, "send the body with Content-Length")
    if not _length(length):
        raise _RefusedError(400, "Content-Length is no number of bytes")
    if int(length) > MAX_BODY:
        raise _RefusedError(413, f"a request has at most {MAX_BODY} bytes")
    if head.fields.get("expect", "").lower() == "100-continue":
        writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
    return await reader.readexactly(int(length))


async def _send(writer: asyncio.StreamWriter, answer: Answer, *, keep: bool) -> None:
    lines = [
        f"HTTP/1.1 {answer.status} {_PHRASES[answer.status]}",
        f"Content-Type: {answer.kind}",
        f"Content-Length: {len(answer.body)}",
        f"Connection: {'keep-alive' if keep else 'close'}",
        *(["Allow: POST"] if answer.status == 405 else []),
    ]
    writer.write("\r\n".join([*lines, "", ""]).encode() + answer.body)
    async with asyncio.timeout(SECONDS):
        await writer.drain()
