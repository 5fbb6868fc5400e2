"""The transport: python-telegram-bot calls it as it would call HTTP; it calls the loopback server in this process."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from telegram.error import TimedOut
from telegram.request import BaseRequest, RequestData

from bot.loopback.faults import ApiError

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput

    from bot.loopback.server import LoopbackServer


class LoopbackRequest(BaseRequest):
    """One connection to the server. Give ``get_updates_request`` an object of its own: it waits in long polls."""

    __slots__ = ("_server",)

    def __init__(self, server: LoopbackServer) -> None:
        self._server = server

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Answers with the status and body that Telegram would give."""
        del read_timeout, write_timeout, connect_timeout, pool_timeout  # nothing here is slow
        await asyncio.sleep(0)  # like a network, let others run
        path = unquote(urlsplit(url).path).lstrip("/")
        try:
            if method == "GET":
                return 200, self._server.download(path)
            token, _, name = path.removeprefix("bot").partition("/")
            parameters: dict[str, Any] = dict(request_data.parameters) if request_data else {}
            files = dict(request_data.multipart_data) if request_data and request_data.contains_files else {}
            result = await self._server.call(token, name, parameters, files)
        except ApiError as error:
            return error.code, error.body()
        except TimeoutError:
            raise TimedOut from None
        return 200, json.dumps({"ok": True, "result": result}).encode()
