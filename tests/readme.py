"""The README's transcripts, run as a user would pipe them in and compared; ``python -m tests.readme`` renews them.

A block fenced with ``transcript`` is a terminal chat on a fresh demo. Lines that begin with ``@``, ``#`` or ``!`` are
typed; the others are what the chat printed. What differs from run to run (keys, hashes, sizes, paths) reads ``…``.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
BLOCK = re.compile(r"(?<=```transcript\n).*?(?=```)", re.DOTALL)
TYPED = ("@", "#", "!")
_VARYING = (
    (re.compile(r"[A-Za-z0-9+/]{40,}={0,2}"), "…"),
    (re.compile(r"\+[0-9a-f]{8}\+…"), "…"),
    (re.compile(r"\b(?=\d*[a-f])[0-9a-f]{16,}\b"), "…"),
    (re.compile(r"[\d,]+ bytes → \S+\)"), "… bytes → …)"),
)


def typed(block: str) -> list[str]:
    """The lines of a transcript that somebody types."""
    return [line for line in block.splitlines() if line.startswith(TYPED)]


def play(lines: list[str]) -> str:
    """What the chat prints when ``lines`` are piped into it, the typed lines among it."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "chat", "--echo", "--data", f"{folder}/data"],
            input="\n".join(lines) + "\n",
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
    printed = re.split(rf"^(?={re.escape(lines[0])}$)", done.stdout, maxsplit=1, flags=re.MULTILINE)[1]
    for pattern, mask in _VARYING:
        printed = pattern.sub(mask, printed)
    return _unmasked(printed, lines)


def _unmasked(printed: str, lines: list[str]) -> str:
    """The echo hides PINs; the demo's is everybody's, so the README shows it."""
    pins = iter([line for line in lines if "!pin" in line])
    return re.sub(r"^.*!pin \*+$", lambda _: next(pins), printed, flags=re.MULTILINE)


def renewed(text: str) -> str:
    """The README with each transcript played again."""
    return BLOCK.sub(lambda found: play(typed(found[0])), text)


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
