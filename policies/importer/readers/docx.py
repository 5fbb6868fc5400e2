"""DOCX to lines, with python-docx: paragraphs and tables in their order, and the numbers that Word writes by itself."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from policies.importer.errors import SourceError
from policies.importer.readers.wordlists import Numbers

_LARGEST = 256 * 1024 * 1024  # bytes unpacked: a small archive can hold a very large one
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " ", qn("w:noBreakHyphen"): "-"}


def text(data: bytes, file: str) -> tuple[str, tuple[str, ...]]:
    """The text of a DOCX and notes on what it holds beside. Raises SourceError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if sum(part.file_size for part in archive.infolist()) > _LARGEST:
                raise SourceError(
                    file, "it unpacks to more than any document has", "import the document as PDF or text"
                )
            broken = archive.testzip()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as fault:
        raise SourceError(
            file, f"the DOCX is damaged or cut off ({str(fault).rstrip('.')})", "get the file again"
        ) from fault
    if broken is not None:
        raise SourceError(file, f"the DOCX is damaged ({broken} in it)", "get the file again")
    if "word/document.xml" not in names:
        raise SourceError(
            file, "it is an archive without a Word document in it", "save or export the document as DOCX, PDF or text"
        )
    try:
        document = docx.Document(io.BytesIO(data))
        lines = list(_lines(document))
    except (OpcError, SyntaxError, LookupError, ValueError, AttributeError) as fault:
        raise SourceError(file, f"the DOCX is damaged ({fault})", "get the file again, or export it as PDF") from fault
    notes = (
        ("it has footnotes, which are not imported: look whether one matters",)
        if "word/footnotes.xml" in names and b"w:footnoteReference" in document.part.blob
        else ()
    )
    return "\n".join(lines), notes


def _lines(document: Document) -> Iterator[str]:
    numbers = Numbers(document)
    for block in document.iter_inner_content():
        yield from _block(block, numbers)


def _block(block: Paragraph | Table, numbers: Numbers) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield numbers.before(block) + _words(block)
        return
    for row in block.rows:
        cells: list[str] = []
        seen: set[object] = set()
        for cell in row.cells:
            if cell._tc not in seen:  # a merged cell stands once for each column that it covers
                seen.add(cell._tc)
                cells.append(" ".join(line for inner in cell.iter_inner_content() for line in _block(inner, numbers)))
        yield " | ".join(filter(None, cells))


def _words(paragraph: Paragraph) -> str:
    """The text of a paragraph with tracked insertions and without tracked deletions.

    `Paragraph.text` leaves out what stands inside `w:ins`, a field or a content control; here nothing is lost.
    """
    pieces: list[str] = []
    for element in paragraph._p.iter():
        if element.tag == qn("w:t"):
            pieces.append(element.text or "")
        elif element.tag in _BREAKS:
            pieces.append(_BREAKS[element.tag])
    return "".join(pieces)
