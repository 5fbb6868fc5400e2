"""Files to lines: each format, each encoding, and what cannot be read is one clear sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from policies.importer import Source, SourceError, read
from policies.importer.readers import LARGEST_FILE, LARGEST_TEXT
from policies.importer.readers.encodings import decode
from tests.policies import importfiles

DATA = Path(__file__).parent / "data" / "import"
SIMPLIFIED = "第一条 国家支持小店。\n第二条 每家补贴不超过五万元，由市财政局审核。"
TRADITIONAL = "第一條 國家支持小店。\n第二條 每家補貼不超過五萬元，由市財政局審核。"
Lines = Callable[[str, bytes], Source]


@pytest.fixture
def reading(tmp_path: Path) -> Lines:
    def call(name: str, data: bytes) -> Source:
        (tmp_path / name).write_bytes(data)
        return read(tmp_path / name)

    return call


def written(source: Source) -> list[str]:
    return [line for line in source.lines if line]


def test_html_is_its_visible_text() -> None:
    assert written(read(DATA / "page.html")) == [
        "云岭茶室用水优惠规定", "第一条 茶室每月用水按九折收费。", "第二条 下列茶室不打折：", "1. 欠费超过30日的；",
        "2. 私接水管的。", "第三条 各区价格见下表。", "区 | 每吨", "河东 | 2.7元",
    ]  # fmt: skip


def test_ordered_lists_keep_the_numbers_that_a_browser_shows(reading: Lines) -> None:
    page = "<html><ol start='4'><li>a</li><li value=9>b</li><li>c</li></ol><ul><li>d</li></ul></html>"
    assert written(reading("x.html", page.encode())) == ["4. a", "9. b", "10. c", "d"]


def test_markdown_loses_its_signs_and_keeps_its_words() -> None:
    lines = written(read(DATA / "yunling.md"))
    assert lines[0] == "宁夏云岭小店周转金管理暂行办法"
    assert "第一章 总则" in lines
    assert not any("注释" in line or line.startswith("#") for line in lines)


def test_pages_nested_deeper_than_python_calls(reading: Lines) -> None:
    page = b"<html>" + b"<div>" * 5000 + "第一条 茶".encode() + b"</div>" * 5000
    assert written(reading("x.html", page)) == ["第一条 茶"]


def test_pdf_without_running_heads_and_page_numbers(reading: Lines) -> None:
    pages = [[f"第{n}条 第{n}页写着这一句。", f"云岭市财政局 - {i} -"] for i, n in enumerate("一二三", 1)]
    source = reading("x.pdf", importfiles.pdf(pages))
    assert (source.kind, source.notes) == ("pdf", ())
    assert written(source) == [f"第{n}条 第{n}页写着这一句。" for n in "一二三"]


def test_pdf_lines_that_were_wrapped_are_joined(reading: Lines) -> None:
    pages = [["第一条 本市每年拿出一笔钱帮小店周转而且这笔钱只用于", "淡季，用完为止。", "第二条 短的一行"]]
    assert written(reading("x.pdf", importfiles.pdf(pages)))[0].endswith("只用于淡季，用完为止。")


def test_pdf_pages_without_text_are_told(reading: Lines) -> None:
    source = reading("x.pdf", importfiles.pdf([["第一条 甲", "第二条 乙"], [], []]))
    assert source.notes == ("no text on page(s) 2, 3: pictures or scans, not imported",)


def test_pdf_that_opens_without_a_password(reading: Lines) -> None:
    assert written(reading("x.pdf", importfiles.locked(importfiles.pdf([["第一条 甲"]]), ""))) == ["第一条 甲"]


def test_word_numbers_tables_and_tracked_changes(reading: Lines) -> None:
    assert written(reading("x.docx", importfiles.numbered_word())) == [
        "云岭市小店周转金管理办法", "第一条 为帮助小店周转，制定本办法。", "第二条 申请人应当满足：",
        "（一） 在云岭市经营；", "（二） 员工不超过20人。", "第三条 每家周转金不超过5万元。期限一年。", "行业 | 上限",
        "餐饮 | 3万元",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"), (SIMPLIFIED, "utf-8-sig"), (SIMPLIFIED, "gb18030"), (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "big5"), (TRADITIONAL, "cp950"), (SIMPLIFIED, "utf-16"), (SIMPLIFIED, "utf-16-le"),
        (TRADITIONAL, "utf-16-be"), (SIMPLIFIED, "utf-32"), ("Article 1 The quay’s “tools”.", "cp1252"),
    ],
)  # fmt: skip
def test_encodings_are_told_by_what_the_text_reads_like(reading: Lines, text: str, encoding: str) -> None:
    source = reading("x.txt", text.encode(encoding))
    assert written(source) == text.split("\n")
    assert bool(source.notes) == (encoding not in ("utf-8", "utf-8-sig"))


def test_a_page_that_names_another_encoding_than_it_has(reading: Lines) -> None:
    page = f"<html><meta charset=big5><p>{SIMPLIFIED}</p></html>"
    assert "国家支持小店" in reading("x.html", page.encode("gb18030")).text


@pytest.mark.parametrize("name", ["x.pdf", "x.docx", "x.txt", "x"])
def test_a_suffix_that_says_something_else_is_noted(reading: Lines, name: str) -> None:
    source = reading(name, b"<!DOCTYPE html><html><p>Article 1 Tea</p></html>")
    assert source.kind == "html"
    assert source.notes
    assert "read as html" in source.notes[0]
    assert reading("x.txt", importfiles.word(["第一条 甲"])).kind == "docx"
    assert reading("y.docx", "第一条 甲".encode()).notes == ("named .docx, but it is text: read as text",)


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "<x")
    return out.getvalue()


PDF = importfiles.pdf([["第一条 甲"], ["第二条 乙"]])
WORD = importfiles.word(["第一条 甲"])


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("x.txt", b"", "the file is empty"),
        ("x.txt", b" \n\t", "the file is empty"),
        ("x.html", b"<html><script>1</script></html>", "there is no text in it"),
        ("x.pdf", importfiles.pdf([[], []]), "the PDF has no text on any of its 2 page(s)"),
        ("x.pdf", PDF[: len(PDF) // 2], "the PDF breaks off before its end"),
        ("x.pdf", b"%PDF-1.7\n" + b"\x00\xff" * 300 + b"%%EOF", "the PDF is damaged"),
        ("x.pdf", importfiles.locked(PDF, "secret"), "the PDF is encrypted and asks for a password"),
        ("x.docx", WORD[: len(WORD) // 2], "the DOCX is damaged or cut off"),
        ("x.docx", zipped("word/document.xml"), "the DOCX is damaged"),
        ("x.docx", zipped("a.txt"), "an archive without a Word document"),
        ("x.doc", b"\xd0\xcf\x11\xe0" + b"x" * 99, "an old Word, WPS or Excel file"),
        ("x.rtf", b"{\\rtf1 }", "this is RTF"),
        ("x.txt", b"\x89PNG\r\n", "this is a picture"),
        ("x.txt", b"a\x00\x01\x02b\x00" * 9, "it holds zero bytes"),
        ("x.txt", SIMPLIFIED.encode() + b"\xff\xfe\xfd" * 9, "in no encoding that fits"),
        ("x.txt", b"\xff\xfea\xd8", "begins as UTF-16-LE and breaks off at byte 0"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(reading: Lines, name: str, data: bytes, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        reading(name, data)
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"{name}: ")
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_missing_unreadable_and_folders(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        read(tmp_path / "nowhere.txt")
    with pytest.raises(SourceError, match="this is a folder"):
        read(tmp_path)
    with pytest.raises(SourceError, match="cannot be read"):
        read(Path("/proc/self/mem"))


def test_twenty_megabytes_of_text(reading: Lines, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="more than any official document has"):
        reading("x.txt", ("国家支持小店。" * (LARGEST_TEXT // 7 + 1)).encode())
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(SourceError, match="64 MB are more than is read"):
        read(tmp_path / "huge.txt")


def test_invisible_signs_go_and_words_stay(reading: Lines) -> None:
    source = reading("x.txt", "第一条\u3000\u3000甲\u200b\ufeff\x07\f第二条\u00a0乙\r\n丙".encode())
    assert source.lines == ("第一条 甲", "第二条 乙", "丙")


def test_what_nobody_can_tell_is_not_guessed() -> None:
    with pytest.raises(SourceError, match="no encoding that fits"):
        decode("麤龘鬱".encode("big5hkscs", "ignore") * 9, "x.txt")
