"""``--data`` and ``--keys``, the same for every command, and what lies in them."""

from __future__ import annotations

import argparse

from bot import config
from bot.config import ConfigError, Settings
from ledger import store
from ledger.replay import genesis_of
from ledger.service import Ledger
from ledger.types import Clock, Genesis


def add(parser: argparse.ArgumentParser) -> None:
    """The two folders of a ledger."""
    parser.add_argument("--data", metavar="DIR", help="folder of ledger, texts and bot state (TALLYSTICK_DATA; ./data)")
    parser.add_argument(
        "--keys", metavar="DIR", help="folder of secrets, outside the data (TALLYSTICK_KEYS; DATA with .keys behind it)"
    )


def settings(options: argparse.Namespace) -> Settings:
    """The settings of this call."""
    return config.read(data=options.data, keys=options.keys)


def is_demo(settings: Settings) -> bool | None:
    """Whether the data folder holds a demo; None if it holds no ledger. Reads one line and takes no lock. Raises
    CorruptError."""
    folder = settings.data / "ledger"
    if not folder.is_dir():
        return None
    genesis = genesis_of(next(store.read_lines(folder), b"")).event
    assert isinstance(genesis, Genesis)
    return genesis.demo


def open_ledger(settings: Settings, clock: Clock) -> Ledger:
    """The ledger of the data folder, for writing, if no checkpoint that was kept elsewhere stops it. Raises
    ConfigError, LedgerError."""
    outside = settings.outside
    if outside.kept is not None and not outside.kept.exists():
        raise ConfigError(
            f"kept_checkpoint ({outside.kept}) is not there: mount its disk or put it back; if this ledger never had "
            "one, make it with 'tallystick ledger keep'"
        )
    kept = [path for path in (outside.kept, outside.announce_file) if path is not None and path.exists()]
    return Ledger.open(settings.data, settings.keys, clock, kept=kept)


def require_real(settings: Settings) -> None:
    """Raise ConfigError unless the data folder holds a real ledger: nothing is touched in another one."""
    demo = is_demo(settings)
    if demo is None:
        raise ConfigError(f"data ({settings.data}) holds no ledger yet; make one with 'tallystick init'")
    if demo:
        raise ConfigError(
            f"data ({settings.data}) holds the demo, whose PIN everybody knows; real work needs a real ledger: "
            "choose another folder and make one with 'tallystick init'"
        )
