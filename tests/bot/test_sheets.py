"""Tables as files: what a spreadsheet program reads in them, and that it reckons nothing it was not asked to."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sheets import COUNT, DATE, FEN, PERCENT, TEXT, WRITERS, Cell, Column, Sheet, as_csv, as_xlsx, cleaned, tab

MADE = dt.datetime(2026, 11, 22, 2, 0, tzinfo=dt.UTC)
COLUMNS = (Column("名称"), Column("Amount", FEN), Column("%", PERCENT), Column("Day", DATE), Column("Claims", COUNT))
SPACE = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def sheet(*rows: tuple[Cell, ...], name: str = "账龄") -> Sheet:
    return Sheet(name, COLUMNS, rows, "About", (("Root", "00ff"), ("=Note", "@x")), MADE)


ROWS: tuple[tuple[Cell, ...], ...] = (
    ("贺兰水务", 80_000_001, 1111, dt.date(2026, 12, 21), 3),
    ("Silence", None, None, None, None),
    ("Nothing", 0, 0, None, 0),
    ("Early", 10**15 - 1, -5, None, -4),
    ("Withheld", "withheld", None, None, "withheld"),
)


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def read_xlsx(data: bytes, number: int = 1) -> dict[str, tuple[str, str]]:
    """Cell → (kind, value): kind is s for text, n for a number; a formula would be f."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        strings = [
            "".join(part.text or "" for part in each.iter(f"{{{SPACE['m']}}}t"))
            for each in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        page = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    found = {}
    for cell in page.iterfind(".//m:c", SPACE):
        value = cell.findtext("m:v", "", SPACE)
        kind = "f" if cell.find("m:f", SPACE) is not None else cell.get("t", "n")
        if value or kind == "f":
            found[str(cell.get("r"))] = (kind, strings[int(value)] if kind == "s" else value)
    return found


def test_csv() -> None:
    data = as_csv(sheet(*ROWS))
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    assert read_csv(data) == [
        ["名称", "Amount", "%", "Day", "Claims"],
        ["贺兰水务", "800000.01", "11.11", "2026-12-21", "3"],
        ["Silence", "", "", "", ""],
        ["Nothing", "0.00", "0.00", "", "0"],
        ["Early", "9999999999999.99", "-0.05", "", "-4"],
        ["Withheld", "withheld", "", "", "withheld"],
        [],
        ["Root", "00ff"],
        ["'=Note", "'@x"],
    ]


def test_xlsx() -> None:
    data = as_xlsx(sheet(*ROWS))
    cells = read_xlsx(data)
    assert cells["A1"] == ("s", "名称")
    assert [cells[place] for place in ("A2", "B2", "C2", "D2", "E2")] == [
        ("s", "贺兰水务"), ("n", "800000.01"), ("n", "11.11"), ("n", "46377"), ("n", "3"),
    ]  # fmt: skip
    assert "B3" not in cells
    assert (cells["B4"], cells["B5"], cells["B6"]) == (("n", "0.00"), ("n", "9999999999999.99"), ("s", "withheld"))
    assert read_xlsx(data, 2) == {"A1": ("s", "Root"), "B1": ("s", "00ff"), "A2": ("s", "=Note"), "B2": ("s", "@x")}


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_table_is_the_same_bytes(form: str) -> None:
    assert WRITERS[form](sheet(*ROWS)) == WRITERS[form](sheet(*ROWS))
    assert WRITERS[form](sheet(*ROWS)) != WRITERS[form](sheet(*ROWS[1:]))


def test_an_archive_bears_no_time_of_its_own() -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(sheet(*ROWS)))) as book:
        assert {each.date_time for each in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-11-22T02:00:00Z" in book.read("docProps/core.xml")


HOSTILE = [
    '=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u3000=1", "＝1", "＠x",
    "\u200b=1", "\u202e=1", "=cmd|'/c calc'!A0",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_never_a_formula(name: str) -> None:
    (_, row, *_rest) = read_csv(as_csv(sheet((name, 1, None, None, None))))
    assert row[0].startswith("'")
    assert read_xlsx(as_xlsx(sheet((name, 1, None, None, None))))["A2"] == ("s", cleaned(name))


@given(st.text(max_size=40))
def test_any_name_fits(name: str) -> None:
    table = sheet((name, 1, None, None, None))
    (_, row, *_rest) = read_csv(as_csv(table))
    assert row[0] in (cleaned(name), f"'{cleaned(name)}")
    assert row[1] == "0.01"
    cells = read_xlsx(as_xlsx(table))
    assert all(kind in ("s", "n") for kind, _ in cells.values())
    assert 1 <= len(tab(name).encode("utf-16-le")) // 2 <= 31


def test_a_rare_character_of_a_name_stays() -> None:
    assert cleaned("𱁬\U00031350\ue000\ufffe\ud800\u200d工厂\n二") == "𱁬\U00031350\ue000工厂 二"


def test_the_name_of_a_sheet() -> None:
    assert (tab("Ageing [2026/11]: all?"), tab("''"), tab("𐀀" * 16)) == ("Ageing  2026 11   all", "-", "𐀀" * 15)
    long = Sheet("x" * 40, COLUMNS, (), "About", (), MADE)
    assert read_xlsx(as_xlsx(long))["A1"] == ("s", "名称")


def test_a_table_without_rows_is_one_still() -> None:
    assert read_csv(as_csv(sheet()))[0] == [column.heading for column in COLUMNS]
    assert len(read_xlsx(as_xlsx(sheet()))) == len(COLUMNS)
    assert {column.kind for column in COLUMNS} == {TEXT, FEN, PERCENT, DATE, COUNT}
