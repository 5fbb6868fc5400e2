"""``python -m tests.bench [NAME...]``: run the benchmarks and print one JSON line a figure.

A line is ``{"bench", "value", "unit", "peer", "ratio", "reach"}``, see ``figures``. Nothing fails for being slow.
"""

from __future__ import annotations

import importlib
import json
import sys

MODULES = ("ledger", "policies", "facts", "state", "chat")


def main(names: list[str]) -> int:
    for name in names or MODULES:
        if name not in MODULES:
            sys.stderr.write(f"there is no benchmark {name}; choose among {', '.join(MODULES)}\n")
            return 2
        for figure in importlib.import_module(f"tests.bench.{name}").run():
            sys.stdout.write(json.dumps(figure, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
