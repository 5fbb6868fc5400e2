"""Passphrases for the command line: from a file, or asked without echo; never from an argument or the environment."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from bot.config import ConfigError
from ledger.durable import storage

LEAST = 12  # characters: what seals a file is tried as fast as the thief's machines go
MOST = 1024


def from_file(path: Path) -> bytes:
    """The first line of a file, without its end. Raises ConfigError for one that is too short, StorageError."""
    with storage(path):
        data = path.read_bytes()
    return _fit(data.splitlines()[0] if data else b"", str(path))


def asked(prompt: str, *, again: bool = False) -> bytes:
    """Ask on the terminal; ``again``: twice, for a new one. Raises ConfigError."""
    if not sys.stdin.isatty():
        raise ConfigError("no terminal to ask for the passphrase; name a file with --passphrase-file")
    given = getpass.getpass(f"{prompt}: ").encode()
    if again and getpass.getpass(f"{prompt}, once more: ").encode() != given:
        raise ConfigError("the two passphrases differ; nothing was written")
    return _fit(given, "the passphrase") if again else given


def _fit(given: bytes, where: str) -> bytes:
    if not LEAST <= len(given.decode("utf-8", "replace")) <= MOST:
        raise ConfigError(f"{where}: a passphrase has {LEAST} to {MOST} characters; four random words are a good one")
    return given
