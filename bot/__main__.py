"""``tallystick``: the command line."""

from __future__ import annotations

import sys

from bot.cli import main as run


def main() -> None:
    """Run the command and end with its exit status: 0 good, 1 the answer is no, 2 bad usage."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
