"""Logging to standard error: one line a record where it can be, and never a bot's token in any of them."""

from __future__ import annotations

import logging
import re
import sys
from types import TracebackType
from typing import TextIO

from telegram.error import TelegramError

TOKEN = re.compile(r"\b\d{6,12}:[A-Za-z0-9_-]{30,60}")
HIDDEN = "<token>"
_Failure = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def hide(text: str) -> str:
    """``text`` without any bot's token: libraries put it into addresses, messages and reprs."""
    return TOKEN.sub(HIDDEN, text)


class Formatter(logging.Formatter):
    """Hides tokens, also in tracebacks; what Telegram or the network refused is told in a line, without a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        return hide(super().format(record))

    def formatException(self, ei: _Failure) -> str:  # noqa: N802 - the base class's name
        fault = ei[1]
        if isinstance(fault, TelegramError):
            return f"  {type(fault).__name__}: {fault}"
        return super().formatException(ei)


def setup(stream: TextIO | None = None) -> None:
    """Warnings and worse to ``stream`` (standard error), whatever was set up before."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
