"""A table as a file for a spreadsheet: CSV and XLSX, the same bytes for the same table. Pure.

Whoever wrote a name that stands in a table must not make somebody's spreadsheet reckon: in XLSX text is text; in CSV,
where a program guesses, text that begins like a formula gets an apostrophe before it. Amounts come in as integer fen
and go out as numbers in yuan with two decimals; a spreadsheet keeps 15 digits of a number, ¥9,999,999,999,999.99.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

TEXT, FEN, COUNT, PERCENT, DATE = "text", "fen", "count", "percent", "date"
"""Kinds of columns. ``FEN``: an amount; ``PERCENT``: hundredths of a percent."""
Cell: TypeAlias = "str | int | dt.date | None"
"""None stays empty: what is not known is not nothing. Text may stand in any column."""

TAB = 31
_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_HIDDEN, _NEVER = ("Cc", "Cf", "Cs"), ("\ufffe", "\uffff")
_WIDE = {TEXT: 28, FEN: 18, COUNT: 10, PERCENT: 10, DATE: 12}
_FORMATS = {FEN: "#,##0.00", COUNT: "0", PERCENT: "0.00", DATE: "yyyy-mm-dd"}


@dataclass(frozen=True, slots=True)
class Column:
    heading: str
    kind: str = TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """``name`` is that of the sheet, ``about`` tells what it is: pairs of a label and its text, put below the rows in
    CSV and on a sheet of their own, ``about_name``, in XLSX. ``made`` is the time that the file bears, UTC."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    about_name: str
    about: tuple[tuple[str, str], ...]
    made: dt.datetime


def as_csv(sheet: Sheet) -> bytes:
    """UTF-8 with a byte order mark, so that Excel reads it as such; commas, CRLF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([guarded(column.heading) for column in sheet.columns])
    for row in sheet.rows:
        writer.writerow([_plain(column.kind, cell) for column, cell in zip(sheet.columns, row, strict=True)])
    writer.writerow([])
    for label, text in sheet.about:
        writer.writerow([guarded(label), guarded(text)])
    return (_BOM + out.getvalue()).encode("utf-8")


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    line = cleaned(text)
    return f"'{line}" if line.lstrip(" \u3000").startswith(_FORMULA) else line


def cleaned(text: str) -> str:
    """One line without control characters, what makes text run backwards or hide, and what XML cannot hold. Rare
    characters of names stay, though this Python may not know them."""
    spaced = (" " if character.isspace() else character for character in text)
    return "".join(each for each in spaced if unicodedata.category(each) not in _HIDDEN and each not in _NEVER)


def _plain(kind: str, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return str(_number(kind, cell))


def _number(kind: str, cell: int) -> Decimal | int:
    """An amount in yuan, a percentage in percent; a count as it is. Exact."""
    return Decimal(cell).scaleb(-2) if kind in (FEN, PERCENT) else cell


def as_xlsx(sheet: Sheet) -> bytes:
    """A workbook of two sheets, its first row fixed and numbers as numbers."""
    import xlsxwriter  # here, since most commands write none

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": cleaned(sheet.name), "created": sheet.made})
    bold, wrapped = book.add_format({"bold": True, "text_wrap": True, "valign": "top"}), book.add_format()
    wrapped.set_text_wrap()
    formats = {kind: book.add_format({"num_format": form}) for kind, form in _FORMATS.items()}
    page = book.add_worksheet(tab(sheet.name))
    page.freeze_panes(1, 1)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, _WIDE[column.kind])
        page.write_string(0, place, cleaned(column.heading), bold)
    for line, row in enumerate(sheet.rows, 1):
        for place, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
            _put(page, line, place, column.kind, cell, formats)
    about = book.add_worksheet(tab(sheet.about_name))
    about.set_column(0, 0, 24)
    about.set_column(1, 1, 90)
    for line, (label, text) in enumerate(sheet.about):
        about.write_string(line, 0, cleaned(label), bold)
        about.write_string(line, 1, cleaned(text), wrapped)
    book.close()
    return out.getvalue()


def _put(page: Any, line: int, place: int, kind: str, cell: Cell, formats: dict[str, Any]) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        page.write_string(line, place, cleaned(cell))
    elif isinstance(cell, dt.date):
        page.write_datetime(line, place, dt.datetime(cell.year, cell.month, cell.day), formats[DATE])  # noqa: DTZ001
    else:
        page.write_number(line, place, _number(kind, cell), formats[kind])


def tab(name: str) -> str:
    """A name that a sheet can have: at most 31 characters, as UTF-16 counts them, and none of ``[]:*?/\\``."""
    kept = "".join(" " if character in "[]:*?/\\" else character for character in cleaned(name)).strip(" '")
    while len(kept.encode("utf-16-le")) > 2 * TAB:
        kept = kept[:-1].rstrip(" '")
    return kept or "-"


WRITERS: dict[str, Callable[[Sheet], bytes]] = {"csv": as_csv, "xlsx": as_xlsx}
"""How to write a sheet, by the ending of the file's name."""
