"""A document as it was read: plain lines, what it was read from, and what to know about the reading."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from policies.patterns import lazy

_SPACES = lazy(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Source:
    """`kind` is the format that was found (pdf, docx, html, markdown, text), `digest` the SHA-256 of the file's bytes.

    `lines` are paragraphs as they stood, blank ones kept as gaps; `notes` are sentences about what the reading had to
    decide or could not see.
    """

    file: str
    kind: str
    digest: str
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def sha256(data: bytes) -> str:
    """Lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def clean(text: str) -> tuple[str, ...]:
    """Lines without control characters, invisible marks and doubled spaces. The words themselves stay as they are.

    Form feeds and vertical tabs end a line; the characters of the text are not normalised: what is quoted from a
    draft must be found in the document.
    """
    text = re.sub(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]", "\n", text)
    kept = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return tuple(_SPACES.sub(" ", line).strip() for line in kept.split("\n"))
