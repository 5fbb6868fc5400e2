"""The commands of ``tallystick``. Exit status: 0 good, 1 the answer is no or it failed, 2 bad usage."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence

from bot.cli import books, chat, matching, office
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
    for module in (chat, matching, office, books):
        module.add(commands)
    return top


def main(arguments: Sequence[str]) -> int:
    """Parse and carry out; what is expected to go wrong is one sentence on standard error."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ConfigError as fault:
        print(f"tallystick: {fault}", file=sys.stderr)
        return 2
    except (Pardon, InputError) as fault:
        print(f"tallystick: {complaint('en', fault)}", file=sys.stderr)
        return 2
    except (LedgerError, StateError, PolicyError, OSError) as fault:
        print(f"tallystick: {fault}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 1
