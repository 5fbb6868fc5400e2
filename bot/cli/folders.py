"""``--data`` and ``--keys``, the same for every command."""

from __future__ import annotations

import argparse

from bot import config
from bot.config import Settings


def add(parser: argparse.ArgumentParser) -> None:
    """The two folders of a ledger."""
    parser.add_argument("--data", metavar="DIR", help="folder of ledger, texts and bot state (TALLYSTICK_DATA; ./data)")
    parser.add_argument(
        "--keys", metavar="DIR", help="folder of secrets, outside the data (TALLYSTICK_KEYS; DATA with .keys behind it)"
    )


def settings(options: argparse.Namespace) -> Settings:
    """The settings of this call."""
    return config.read(data=options.data, keys=options.keys)
