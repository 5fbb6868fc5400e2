"""The line to Telegram: polling that says once that Telegram is away, and ends when polling can do no good.

python-telegram-bot tries again for ever and writes a traceback at each try. Here an outage is one line when it begins
and one when it ends. A token that Telegram no longer knows, or another process that polls with the same token, is told
to ``halt``: the process ends with that sentence, and nothing that waits at Telegram is lost.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

import httpx
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput

CONFLICTS = 3

log = logging.getLogger(__name__)


class LinkError(Exception):
    """Why the bot cannot work with Telegram, in one sentence with the way forward."""


UNKNOWN = (
    "TALLYSTICK_TOKEN: the server does not know this token; copy it again from @BotFather, and check TALLYSTICK_API "
    "if it is set"
)
CONFLICT = (
    "another process polls Telegram with this bot's token; stop that one, or give each its own bot, then start again; "
    "nothing was lost"
)


def never_left(fault: TelegramError) -> bool:
    """Whether a request certainly did not reach Telegram: there was no connection to send it on."""
    return isinstance(fault.__cause__, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout)


def explain(fault: TelegramError) -> LinkError:
    """What went wrong at the start, for the operator."""
    if isinstance(fault, InvalidToken):
        return LinkError(UNKNOWN)
    if isinstance(fault, NetworkError) and not isinstance(fault, BadRequest):
        return LinkError(
            f"Telegram cannot be reached ({fault}); nothing was lost, start again when the network is back"
        )
    return LinkError(f"Telegram refused to let the bot start ({fault}); nothing was lost, start again later")


class PollingRequest(HTTPXRequest):
    """The transport of ``getUpdates``."""

    def __init__(self, halt: Callable[[Exception], None]) -> None:
        super().__init__(connection_pool_size=2, read_timeout=40)
        self._halt = halt
        self._away = False
        self._conflicts = 0

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
        """As HTTPX answers; outages and refusals are noted on the way."""
        try:
            code, payload = await super().do_request(
                url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
            )
        except NetworkError as fault:
            self._lost("no answer in time" if isinstance(fault, TimedOut) else str(fault))
            raise
        self._answered(code)
        return code, payload

    def _answered(self, code: int) -> None:
        self._conflicts = self._conflicts + 1 if code == 409 else 0
        if code in (401, 404):
            self._halt(LinkError(UNKNOWN))
        elif self._conflicts >= CONFLICTS:
            self._halt(LinkError(CONFLICT))
        elif code >= 500:
            self._lost(f"it answers {code}")
        elif code == 200 and self._away:
            self._away = False
            log.warning("Telegram answers again")

    def _lost(self, why: str) -> None:
        if not self._away:
            self._away = True
            log.warning("Telegram cannot be reached (%s); trying again until it can", why)


def quietly(_: TelegramError) -> None:
    """For ``start_polling``: the transport has said what is to be said."""
