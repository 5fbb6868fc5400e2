"""Makes the files that the importer is tried on: PDFs with and without text, DOCX with Word's own numbering.

Small and written here, so that each test shows what its file holds.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfReader, PdfWriter

_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"""


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with one text line a string, in a font whose codes are UTF-16; a page without lines holds a drawing."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H "
        b"/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
    )
    objects.append(b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /CIDSystemInfo "
                   b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>")  # fmt: skip
    objects.append(_stream(_UNICODE))
    kids = []
    for lines in pages:
        content = "0 0 m 9 9 l S\n" if not lines else ""
        for row, line in enumerate(lines):
            content += f"BT /F1 12 Tf 1 0 0 1 60 {780 - 18 * row} Tm <{line.encode('utf-16-be').hex()}> Tj ET\n"
        objects.append(_stream(content.encode()))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects)


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def locked(data: bytes, password: str) -> bytes:
    """The same PDF behind a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word(lines: Sequence[str]) -> bytes:
    """A DOCX of plain paragraphs."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return _saved(document)


def numbered_word() -> bytes:
    """A DOCX whose articles and items are numbered by Word, a table, a tracked insertion and deletion."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = (("chineseCounting", "第%1条"), ("chineseCounting", "（%2）"))
    body = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{body}</w:abstractNum>')
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))

    def numbered(text: str, depth: int) -> None:
        paragraph = document.add_paragraph(text)
        numbers = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(numbers))

    document.add_paragraph("云岭市小店周转金管理办法")
    numbered("为帮助小店周转，制定本办法。", 0)
    numbered("申请人应当满足：", 0)
    numbered("在云岭市经营；", 1)
    numbered("员工不超过20人。", 1)
    numbered("每家周转金不超过5万元。", 0)
    paragraph = document.paragraphs[-1]._p
    paragraph.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="x"><w:r><w:t>期限一年。</w:t></w:r></w:ins>'))
    gone = f'<w:del {nsdecls("w")} w:id="2" w:author="x"><w:r><w:delText>期限三年。</w:delText></w:r></w:del>'
    paragraph.append(parse_xml(gone))
    table = document.add_table(rows=2, cols=2)
    for place, words in enumerate(("行业", "上限", "餐饮", "3万元")):
        table.cell(place // 2, place % 2).text = words
    return _saved(document)


def _saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()
