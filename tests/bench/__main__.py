"""``python -m tests.bench [NAME...]``: run the benchmarks and print one JSON line a figure.

A line is ``{"bench", "value", "unit", "peer", "ratio", "reach"}``: the figure, the figure of what it is compared with
in the same run, their ratio, and the ratio (or, without a peer, the value) to reach. Nothing fails for being slow.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys

MODULES = ("ledger", "matching", "state", "chat")


def main(names: list[str]) -> int:
    for name in names or MODULES:
        module_name = f"tests.bench.{name}"
        if importlib.util.find_spec(module_name) is None:
            if names:
                sys.stderr.write(f"there is no benchmark {name}; choose among {', '.join(MODULES)}\n")
                return 2
            continue
        for figure in importlib.import_module(module_name).run():
            sys.stdout.write(json.dumps(figure, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
