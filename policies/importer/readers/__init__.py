"""Files of every kind to a Source. The content decides how a file is read; a suffix that says otherwise is noted."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt

from policies.importer.errors import SourceError
from policies.importer.readers import docx, html, pdf
from policies.importer.readers.encodings import decode
from policies.importer.source import Source, clean, sha256
from policies.patterns import lazy

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes. Official documents with scanned seals reach some ten megabytes."""
LARGEST_TEXT = 5_000_000
"""Characters. The longest laws have some hundred thousand."""

_SUFFIXES = {
    ".pdf": "pdf", ".docx": "docx", ".docm": "docx", ".htm": "html", ".html": "html", ".xhtml": "html",
    ".shtml": "html", ".md": "markdown", ".markdown": "markdown", ".txt": "text", ".text": "text", "": "text",
}  # fmt: skip
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word, WPS or Excel file (not DOCX)"), (b"{\\rtf", "RTF"), (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"II*\0", "a picture"), (b"MM\0*", "a picture"),
    (b"Rar!", "a RAR archive"), (b"7z\xbc\xaf", "a 7z archive"), (b"\x1f\x8b", "a gzip archive"),
)  # fmt: skip
_PAGE = lazy(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def read(path: Path) -> Source:
    """The document in a file. Raises SourceError, whatever the file holds; OSError is told by the name of the file."""
    data = _bytes(path)
    kind, notes = _kind(path, data)
    if kind == "pdf":
        text, more = pdf.text(data, path.name)
    elif kind == "docx":
        text, more = docx.text(data, path.name)
    else:
        text, kind, more = _written(data, path, kind)
    if len(text) > LARGEST_TEXT:
        raise SourceError(
            path.name, f"{len(text):,} characters are more than any official document has ({LARGEST_TEXT:,} at most)",
            "cut out the document and import that",
        )  # fmt: skip
    lines = clean(text)
    if not any(lines):
        raise SourceError(path.name, "there is no text in it", "get the document again, or import its text")
    return Source(path.name, kind, sha256(data), lines, (*notes, *more))


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise SourceError(path.name or str(path), "this is a folder", "name one file to import")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise SourceError(
                path.name, f"{size / 2**20:.0f} MB are more than is read ({LARGEST_FILE // 2**20} MB)",
                "cut out the document and import that",
            )  # fmt: skip
        data = path.read_bytes()
    except OSError as fault:
        raise SourceError(
            path.name, f"it cannot be read ({fault.strerror or fault})", "check the path and its permissions"
        ) from fault
    if not data.strip():
        raise SourceError(path.name, "the file is empty", "get the document again")
    return data


def _kind(path: Path, data: bytes) -> tuple[str, tuple[str, ...]]:
    """The format by content, and a note if the suffix says another."""
    claimed = _SUFFIXES.get(path.suffix.lower())
    found = _content(data, path)
    if found is None:
        found = claimed if claimed in ("markdown", "html") else "text"
    if claimed in ("pdf", "docx") and found != claimed:
        return found, (f"named {path.suffix}, but it is {found}: read as {found}",)
    if found in ("pdf", "docx", "html") and claimed != found:
        return found, (f"named {path.suffix or 'without a suffix'}, but it is {found}: read as {found}",)
    return found, ()


def _content(data: bytes, path: Path) -> str | None:
    """pdf, docx or html by what the bytes are; None for what may be text. Raises SourceError for what is not read."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    for mark, what in _FOREIGN:
        if data.startswith(mark):
            raise SourceError(path.name, f"this is {what}", "save or export it as DOCX, PDF or text, then import that")
    if b"\0" not in data[:1024] and _PAGE.match(data[:4096].decode("latin-1")):
        return "html"
    return None


def _written(data: bytes, path: Path, kind: str) -> tuple[str, str, tuple[str, ...]]:
    """Text, Markdown and HTML; with the encoding noted where it is not the usual one."""
    text, encoding = decode(data, path.name, html.declared_encoding(data) if kind == "html" else None)
    notes = () if encoding == "utf-8" else (f"read as {encoding.upper()}",)
    if len(text) > LARGEST_TEXT:
        return text, kind, notes  # refused by its length, before any work on it
    if kind == "text" and _PAGE.match(text[:4096]):
        kind = "html"
    if kind == "html":
        return html.lines(text), kind, notes
    if kind == "markdown":
        return html.lines(MarkdownIt("commonmark", {"breaks": True}).enable("table").render(text)), kind, notes
    return text, kind, notes
