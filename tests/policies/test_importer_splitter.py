"""Numbering and splitting: markers, references that are none, tables of contents, levels, several documents."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.importer import Kind, Part, read, split
from policies.importer.numbering import chinese_number, letter_number, marker, roman, roman_number

DATA = Path(__file__).parent / "data" / "import"


def numbers(part: Part) -> list[str]:
    return [unit.number for unit in part.units]


@pytest.mark.parametrize(
    ("line", "kind", "number", "rest"),
    [
        ("第三条 国家", Kind.ARTICLE, (3,), "国家"),
        ("第三条国家", Kind.ARTICLE, (3,), "国家"),
        ("第 三 條　國家", Kind.ARTICLE, (3,), "國家"),
        ("第三十一条之一 对", Kind.ARTICLE, (31, 1), "对"),
        ("第一百零三条 甲", Kind.ARTICLE, (103,), "甲"),
        ("第１２条　甲", Kind.ARTICLE, (12,), "甲"),
        ("第九条以房作价", Kind.ARTICLE, (9,), "以房作价"),
        ("第七条中小企业", Kind.ARTICLE, (7,), "中小企业"),
        ("第二编 总则", Kind.BOOK, (2,), "总则"),
        ("第三章\u2002附\u2002则", Kind.CHAPTER, (3,), "附 则"),
        ("第三节 款项", Kind.SECTION, (3,), "款项"),
        ("三、怎么给", Kind.HAN, (3,), "怎么给"),
        ("十二．甲", Kind.HAN, (12,), "甲"),
        ("（三）甲", Kind.HAN_PAREN, (3,), "甲"),
        ("㈢甲", Kind.HAN_PAREN, (3,), "甲"),
        ("3.甲", Kind.NUMBER, (3,), "甲"),
        ("３、甲", Kind.NUMBER, (3,), "甲"),
        ("（3）甲", Kind.NUMBER_PAREN, (3,), "甲"),
        ("⑶ 甲", Kind.NUMBER_PAREN, (3,), "甲"),
        ("③甲", Kind.CIRCLED, (3,), "甲"),
        ("3.2 Title", Kind.DOTTED, (3, 2), "Title"),
        ("Article 12 The quay", Kind.ARTICLE, (12,), "The quay"),
        ("Article XIV. The quay", Kind.ARTICLE, (14,), "The quay"),
        ("Chapter III Grants", Kind.CHAPTER, (3,), "Grants"),
        ("Section 4: Grants", Kind.SECTION, (4,), "Grants"),
        ("IV. Grants", Kind.ROMAN, (4,), "Grants"),
        ("(IV) Grants", Kind.ROMAN_PAREN, (4,), "Grants"),
        ("(b) its rent", Kind.LETTER, (2,), "its rent"),
        ("2) rent", Kind.HALF_PAREN, (2,), "rent"),
    ],
)
def test_markers(line: str, kind: Kind, number: tuple[int, ...], rest: str) -> None:
    found = marker(line)
    assert found is not None
    assert (found.kind, found.number, found.rest) == (kind, number, rest)


@pytest.mark.parametrize(
    "line",
    [
        "第三条的规定", "第三条规定的", "第三条第二款", "第三条、第四条", "第三条所称小店", "第三条和第四条",
        "第三条之规定", "第三条”", "依照本办法第三条", "Article 3 of this scheme", "Article 3, paragraph 2",
        "Part of the quay", "1.5亿元的", "3.2% of", "2024年3月1日", "2024.3", "二〇二四年", "第三次会议", "第一批名单",
        "Vessels", "IIX. None", "", " ", "第条", "（）",
    ],
)  # fmt: skip
def test_what_is_no_marker(line: str) -> None:
    assert marker(line) is None


@given(st.text(max_size=60))
def test_markers_never_fail(line: str) -> None:
    found = marker(line)
    assert found is None or all(number > 0 for number in found.number)


@given(st.integers(1, 9999))
def test_chinese_numbers_come_back(value: int) -> None:
    found = marker(f"第{chinese_number(value)}条 甲")
    assert found is not None
    assert found.number == (value,)


@given(st.integers(1, 399))
def test_roman_numbers_come_back(value: int) -> None:
    assert roman(roman_number(value)) == value


def test_letters_as_word_counts() -> None:
    assert [letter_number(n) for n in (1, 26, 27, 53)] == ["a", "z", "aa", "aaa"]


def test_a_measure_with_chapters() -> None:
    (part,) = split(read(DATA / "yunling.md").lines)
    assert part.kind is Kind.ARTICLE
    assert numbers(part) == ["1", "2", "3", "3-1", "4", "5", "6", "7"]
    assert part.units[1].text.endswith("依照本办法第三条已经领过的商户，当年不再受理。")
    assert part.units[2].text.count("\n（") == 5
    assert [(mark.label, mark.rest) for mark in part.units[3].above] == [("第二章", "谁能申请")]
    assert [line.text for line in part.tail] == ["宁夏云岭市财政局", "2024年1月15日"]
    assert [line.text for line in part.head if line.text][:3] == [
        "宁夏云岭小店周转金管理暂行办法",
        "宁云财发〔2024〕17号",
        "目 录",
    ]


def test_english_with_contents_and_a_reference_at_the_head_of_a_line() -> None:
    (part,) = split(read(DATA / "harbour.txt").lines)
    assert numbers(part) == ["1", "2", "3", "4", "5"]
    assert "Article 1 of this scheme" in part.units[1].text
    assert part.units[2].text.endswith("relevant documents.")
    assert part.units[4].above[0].rest == "Grants"


def test_several_documents_in_one_file() -> None:
    first, second = split(read(DATA / "bulletin.txt").lines)
    assert (numbers(first), first.kind) == (["1", "2"], Kind.HAN)
    assert (numbers(second), second.kind) == (["1", "2", "3", "4", "part-3"], Kind.HAN_PAREN)
    assert [line.text for line in second.head if line.text] == ["云岭创业园入园须知"]
    assert "编辑" in first.units[1].text


def test_articles_that_begin_anew_are_another_document() -> None:
    first, second = split(["甲办法", "第一条 一", "第二条 二", "第三条 三", "乙办法", "第一条 四", "第二条 五"])
    assert (numbers(first), numbers(second)) == (["1", "2", "3"], ["1", "2"])
    assert second.head[0].text == "乙办法"


def test_an_annex_is_a_document_of_its_own() -> None:
    first, second = split(["甲办法", "第一条 一", "第二条 二", "附件1：乙细则", "第一条 三", "第二条 四"])
    assert (numbers(first), second.head[0].text) == (["1", "2"], "附件1：乙细则")


def test_numbers_that_do_not_rise_are_references() -> None:
    lines = ["第一条 甲", "第二条 乙，见", "第九十条 那一条", "第三条 丙，不同于", "第一条 那一条", "第四条 丁"]
    (part,) = split(lines)
    assert numbers(part) == ["1", "2", "3", "4"]
    assert part.units[2].text.endswith("第一条 那一条")


def test_inserted_articles_and_gaps() -> None:
    (part,) = split(["第三条 甲", "第三条之一 乙", "第三条之二 丙", "第七条 丁"])
    assert numbers(part) == ["3", "3-1", "3-2", "7"]


LONG = (
    "这一条写得长一些，因为短的条目只是上一条里的一项，不算单独的一条，引用的时候也不会只说它自己，"
    "一般都是连着上文一起说的。"
)


def test_the_list_that_runs_through_is_the_unit() -> None:
    (part,) = split(["一、甲", f"（一）{LONG}", "二、乙", f"（二）{LONG}", f"（三）{LONG}"])
    assert (part.kind, numbers(part)) == (Kind.HAN_PAREN, ["1", "2", "3"])


def test_a_list_that_begins_anew_is_cited_with_what_holds_it() -> None:
    (part,) = split(["一、甲", f"（一）{LONG}", f"（二）{LONG}", "二、乙", f"（一）{LONG}"])
    assert numbers(part) == ["1.1", "1.2", "2.1"]


def test_items_behind_a_colon_are_no_units() -> None:
    (part,) = split(["一、下列情形不给：", f"（一）{LONG}", f"（二）{LONG}", "二、其余都给", "三、以上"])
    assert (part.kind, numbers(part)) == (Kind.HAN, ["1", "2", "3"])


def test_another_level_on_demand() -> None:
    lines = ["一、甲", "（一）子", "1.丑", "2.寅", "（二）卯", "二、乙"]
    (part,) = split(lines, Kind.NUMBER)
    assert numbers(part) == ["1", "2", "part-1.2", "part-2"]
    (whole,) = split(lines, whole=True)
    assert whole.units[0].text == "\n".join(lines)


def test_dotted_numbers() -> None:
    (part,) = split(["1. Purpose", "1.1 Tea", "1.2 Water, 3.5 per cent of it", "2. Grants", "2.1 Tools"])
    assert (part.kind, numbers(part)) == (Kind.DOTTED, ["1.1", "1.2", "2.1"])


def test_prose_has_no_units() -> None:
    (part,) = split(read(DATA / "prose.txt").lines)
    assert part.units == ()
    assert len([line for line in part.head if line.text]) == 1


_PIECES = st.sampled_from(
    ["第一章 总则", "第二章 分则", "第一条 甲。", "第二条 乙。", "第三条 丙：", "一、丁", "二、戊", "（一）己",
     "（二）庚", "1.辛", "2.壬", "(a) tea", "Chapter I Quay", "Article 2 The quay", "正文一句。", "标题",
     "2024年1月1日", "附件：", "", ""]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=30))
def test_no_line_is_lost(lines: list[str]) -> None:
    """Every written line is in a unit, above, between or below the units, or is a heading over one, exactly once."""
    parts = split(lines)
    placed: list[int] = []
    headings = ""
    for part in parts:
        inside = (line for unit in part.units for line in unit.lines)
        placed += [line.place for line in (*part.head, *part.leads, *part.tail, *inside) if line.text]
        headings += "".join(mark.label + mark.rest for unit in part.units for mark in unit.above)
    assert len(placed) == len(set(placed))
    for place in {place for place, text in enumerate(lines, 1) if text} - set(placed):
        assert _bare(lines[place - 1]) in _bare(headings)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
