"""Logging to standard error: one line a record where it can be, and never a bot's token in any of them."""

from __future__ import annotations

import logging
import re
import sys
from types import TracebackType

from telegram.error import TelegramError

TOKEN = re.compile(r"(?<!\d)\d{6,12}:[A-Za-z0-9_-]{30,60}")
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


class _Errors(logging.Handler):
    """Writes to what is standard error at that moment."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            print(self.format(record), file=sys.stderr, flush=True)
        except (OSError, ValueError):
            self.handleError(record)


def setup() -> None:
    """Warnings and worse to standard error, once however often it is called."""
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    if not any(isinstance(handler, _Errors) for handler in root.handlers):
        handler = _Errors()
        handler.setFormatter(Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root.addHandler(handler)
