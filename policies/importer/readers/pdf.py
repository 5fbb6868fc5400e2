"""PDF to lines, with pypdf: page furniture taken out, wrapped lines joined into paragraphs again."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections import Counter
from statistics import quantiles

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from policies.importer.errors import SourceError
from policies.importer.numbering import marker
from policies.patterns import lazy

_EDGE = 2  # lines at the top and at the foot of a page that may be furniture
_PAGE_NUMBER = lazy(
    r"[-—–·\s]*(?:第\s*)?(?:page\s*)?\d{1,4}(?:\s*页)?(?:\s*(?:/|of|共|，共)\s*\d{1,4}\s*页?)?[-—–·\s]*", re.IGNORECASE
)
_ENDED = lazy(r"[。；：！？;:.!?”」』》〉）)\]】]\s*$")
_HAN_END = lazy(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]$")

logging.getLogger("pypdf").setLevel(logging.ERROR)  # its warnings on crooked files are told in our own sentences


def text(data: bytes, file: str) -> tuple[str, tuple[str, ...]]:
    """The text of a PDF and notes on pages without any. Raises SourceError."""
    if b"%%EOF" not in data[-2048:]:
        raise SourceError(file, "the PDF breaks off before its end", "get the file again; a part of it is not imported")
    try:
        pages = _pages(data, file)
    except SourceError:
        raise
    except DependencyError:
        raise SourceError(file, "the PDF is encrypted in a way that is not read", "save a copy without") from None
    except (
        PyPdfError,
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
        RecursionError,
        NotImplementedError,
        AssertionError,
        OSError,
        struct.error,
        zlib.error,
    ) as fault:
        # A damaged PDF meets pypdf at any depth of its own code, so that nearly anything may come out of it.
        raise SourceError(
            file, f"the PDF is damaged ({str(fault) or type(fault).__name__})", "get the file again, or import its text"
        ) from fault
    blank = [number for number, page in enumerate(pages, 1) if not any(page)]
    if len(blank) == len(pages):
        raise SourceError(
            file, f"the PDF has no text on any of its {len(pages)} page(s): it is a scan, or pictures",
            "run text recognition (OCR) over it, check the result, and import that",
        )  # fmt: skip
    notes = (f"no text on page(s) {', '.join(map(str, blank))}: pictures or scans, not imported",) if blank else ()
    return "\n".join(_paragraphs(_without_furniture(pages))), notes


def _pages(data: bytes, file: str) -> list[list[str]]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise SourceError(
            file, "the PDF is encrypted and asks for a password", "save a copy without one, then import that"
        )
    pages = [[line.strip() for line in page.extract_text().splitlines()] for page in reader.pages]
    if not pages:
        raise SourceError(file, "the PDF has no pages", "get the file again")
    return [[line for line in page if line] for page in pages]


def _without_furniture(pages: list[list[str]]) -> list[str]:
    """The lines of all pages without page numbers, and without heads and feet that most pages share."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_shape(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
    often = max(2, (len(pages) * 3 + 4) // 5)
    shared = {shape for shape, count in counts.items() if count >= often} if len(pages) > 2 else set()
    kept: list[str] = []
    for page in pages:
        for place, line in enumerate(page):
            edge = place < _EDGE or place >= len(page) - _EDGE
            if not edge or not (_PAGE_NUMBER.fullmatch(line) or (_shape(line) in shared and marker(line) is None)):
                kept.append(line)
    return kept


def _shape(line: str) -> str:
    """A line with its figures masked: running heads differ by the page's number only."""
    return re.sub(r"\d+", "#", line)


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines that were wrapped at the page's width joined again.

    A line was wrapped if it is about as long as the page is wide, does not end a sentence, and the next one begins
    no numbered item. A line that begins with 第三条 in the middle of a sentence is told apart by the splitter.
    """
    widths = [_width(line) for line in lines]
    full = quantiles(widths, n=10, method="inclusive")[-1] * 0.8 if len(widths) > 1 else float("inf")
    made: list[str] = []
    wrapped = False
    for line, width in zip(lines, widths, strict=True):
        if wrapped and marker(line) is None:
            space = "" if _HAN_END.search(made[-1]) or _HAN_END.search(line[:1]) else " "
            made[-1] += space + line
        else:
            made.append(line)
        wrapped = width >= full and not _ENDED.search(line)
    return made


def _width(line: str) -> int:
    """Columns: Han characters are two wide."""
    return sum(2 if ord(char) > 0x2E7F else 1 for char in line)
