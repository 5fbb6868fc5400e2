"""Passphrases for the command line: from a file, or asked without echo; never from an argument or the environment."""

from __future__ import annotations

import getpass
import sys
import warnings
from pathlib import Path

from bot.config import ConfigError
from ledger.durable import storage

LEAST = 12  # characters: what seals a file is tried as fast as the thief's machines go
MOST = 1023  # bytes: OpenSSL takes no more


def from_file(path: Path, *, new: bool = False) -> bytes:
    """The first line of a file, without its end; ``new``: for something to be sealed. Raises ConfigError for a new one
    that is too short, StorageError."""
    with storage(path):
        data = path.read_bytes()
    given = data.splitlines()[0] if data else b""
    return _fit(given, str(path)) if new else given


def asked(prompt: str, *, again: bool = False) -> bytes:
    """Ask on the terminal; ``again``: twice, for a new one. Raises ConfigError, also where the answer would be seen."""
    if not sys.stdin.isatty():
        raise ConfigError("no terminal to ask for the passphrase; name a file with --passphrase-file")
    given = _hidden(prompt)
    if again and _hidden(f"{prompt}, once more") != given:
        raise ConfigError("the two passphrases differ; nothing was written")
    return _fit(given, "the passphrase") if again else given


def _hidden(prompt: str) -> bytes:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(f"{prompt}: ").encode("utf-8", "surrogateescape")
    except EOFError:
        raise ConfigError("no passphrase was given; nothing was done") from None
    except getpass.GetPassWarning:
        raise ConfigError(
            "this terminal would show the passphrase; use another one, or name a file with --passphrase-file"
        ) from None


def _fit(given: bytes, where: str) -> bytes:
    if len(given.decode("utf-8", "replace")) < LEAST or len(given) > MOST:
        why = f"a passphrase has {LEAST} characters or more, up to {MOST} bytes; four random words are a good one"
        raise ConfigError(f"{where}: {why}")
    return given
