"""The commands of ``tallystick``. Exit status: 0 good, 1 the answer is no or it failed, 2 bad usage."""

from __future__ import annotations

import argparse
import html
import io
import os
import sys
from collections.abc import Sequence

from bot.cli import (
    backups,
    books,
    chat,
    founding,
    health,
    keyfiles,
    logs,
    matching,
    office,
    policies,
    receipts,
    serve,
    witness,
)
from bot.clock import ClockError
from bot.config import ConfigError
from bot.errors import Pardon
from bot.journal import StateError
from bot.parse_input import InputError
from bot.talk import complaint
from ledger.errors import LedgerError
from policies.errors import PolicyError


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="tallystick",
        description="An adviser on SME policy, and a signed ledger of receivables that anybody can verify.",
        epilog="Exit status: 0 good, 1 the answer is no, 2 bad usage.",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in (
        serve,
        chat,
        matching,
        policies,
        founding,
        office,
        books,
        receipts,
        keyfiles,
        backups,
        health,
        witness,
    ):
        module.add(commands)
    return top


def main(arguments: Sequence[str]) -> int:
    """Parse and carry out; what is expected to go wrong is one sentence on standard error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    logs.setup()
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ConfigError as fault:
        return _told(2, str(fault))
    except (Pardon, InputError) as fault:
        return _told(2, html.unescape(complaint("en", fault)))
    except OSError as fault:
        if isinstance(fault, BrokenPipeError):
            _let_go_of_output()
            return 1
        return _told(1, _words(fault))
    except (LedgerError, StateError, PolicyError, ClockError) as fault:
        return _told(1, str(fault))
    except KeyboardInterrupt:
        return 130


def _told(status: int, sentence: str) -> int:
    print(f"tallystick: {logs.hide(sentence)}", file=sys.stderr)
    return status


def _words(fault: OSError) -> str:
    where = f"{fault.filename}: " if fault.filename else ""
    return f"{where}{fault.strerror or fault}; check the folder and the room on the disk, then try again"


def _let_go_of_output() -> None:
    """Nobody reads any more (``tallystick … | head``): let the interpreter's last flush go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
