"""One proof as text: an entry's place, its audit path and the checkpoint that it leads to (C2SP tlog-proof).

::

    c2sp.org/tlog-proof@v1
    extra <base64>          (left out where there is nothing to say)
    index <n>
    <base64 hash>           (from the leaf's sibling upward, none in a tree of one)

    <the checkpoint, verbatim>

Nothing here is verified: the text form vouches for nothing, and least of all for ``extra``. ``receipts`` does that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ledger.checkpoint import any_base64
from ledger.errors import MalformedError
from ledger.parse import decode_base64, encode_base64

HEADER = "c2sp.org/tlog-proof@v1"
MAX_HASHES = 64  # a tree of 2^64 leaves is as high
MAX_PROOF = 1_000_000  # bytes
_index = re.compile(r"0|[1-9][0-9]{0,18}").fullmatch


@dataclass(frozen=True, slots=True)
class Proof:
    """What a proof says. ``note`` is the signed checkpoint, byte for byte as it came."""

    extra: bytes | None
    index: int
    hashes: tuple[bytes, ...]
    note: bytes

    def format(self) -> bytes:
        lines = [HEADER]
        if self.extra is not None:
            lines.append(f"extra {encode_base64(self.extra)}")
        lines.append(f"index {self.index}")
        lines += [encode_base64(item) for item in self.hashes]
        return "\n".join([*lines, "", ""]).encode() + self.note

    @classmethod
    def parse(cls, data: bytes, where: str = "proof") -> Proof:
        """Read a proof; what was read formats to the same bytes. Raises MalformedError naming the line."""
        if len(data) > MAX_PROOF:
            raise MalformedError(where, f"{len(data)} bytes; a proof has at most {MAX_PROOF}")
        head, blank, note = data.partition(b"\n\n")
        if head.partition(b"\n")[0] != HEADER.encode():
            raise MalformedError(where, f"does not begin with the line {HEADER}")
        if not blank or not note:
            raise MalformedError(where, "no checkpoint after a blank line; the file is cut off")
        if not head.isascii():
            raise MalformedError(where, "not ASCII above the checkpoint")
        lines = head.decode().split("\n")[1:]
        extra = None
        if lines and lines[0].startswith("extra "):
            extra = any_base64(lines.pop(0)[6:], f"{where}, line 2, extra")
        if not lines or not lines[0].startswith("index ") or not _index(lines[0][6:]):
            raise MalformedError(where, "no line 'index' with a decimal number without leading zeroes")
        if len(lines) - 1 > MAX_HASHES:
            raise MalformedError(where, f"{len(lines) - 1} hashes; no tree is higher than {MAX_HASHES}")
        index = int(lines[0][6:])
        first = 2 if extra is None else 3
        hashes = tuple(
            decode_base64(line, 32, f"{where}, line {number}") for number, line in enumerate(lines[1:], first + 1)
        )
        return cls(extra, index, hashes, note)
