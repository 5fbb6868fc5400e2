"""Descriptions, corpus files and official documents that were spoilt: read, or refused in one sentence, never broken.

``TALLYSTICK_FUZZ=5000`` tries as many of each.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policies.errors import CorpusError
from policies.facts import extract
from policies.importer import SourceError, read, split
from policies.loader import SHIPPED, load_corpus
from policies.text import language, normalise, runs, simplified, tokens, traditional
from tests.policies import importfiles
from tests.spoiling import STRANGE, spoilt, strange_texts

DATA = Path(__file__).parent / "data" / "import"
AS_OF = dt.date(2026, 11, 22)
TRIES = int(os.environ.get("TALLYSTICK_FUZZ", "30"))
FUZZ = settings(
    max_examples=TRIES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
PIECES = (
    "我们是银川的一家软件公司", "120人", "年营收3000万元", "we have 80 staff", "RMB 4.5 million", "3个点",
    "half a percent", "高新技术企业", "貸款500萬", "since March", "2019年成立", "not", "没有", "patents: 5", "，", "。",
    " ", "\n", "%",
)  # fmt: skip


@FUZZ
@given(strange_texts(PIECES))
def test_a_description_is_read_whatever_it_is(text: str) -> None:
    """Each fact keeps the words that it came from, in the text as it was typed."""
    for fact in extract(text, AS_OF):
        low, high = fact.span
        assert text[low:high] == fact.text


@pytest.mark.parametrize("door", [normalise, simplified, traditional, language, lambda text: tokens(normalise(text)),
                                  lambda text: runs(normalise(text)), lambda text: extract(text, AS_OF)])  # fmt: skip
def test_each_strange_thing(door: Callable[[str], object]) -> None:
    for strange in STRANGE:
        for text in (strange, f"我们有{strange}名员工", f"revenue of {strange} yuan"):
            door(text)


SMALL = ("bj-digital-2021.yaml", "cn-software-14fyp.yaml")


@FUZZ
@given(st.sampled_from(SMALL), st.data())
def test_a_corpus_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data.draw(spoilt([(SHIPPED / name).read_bytes()])))
    with contextlib.suppress(CorpusError):
        load_corpus(path, vocabulary=SHIPPED / "vocabulary")


DOCUMENTS: dict[str, tuple[bytes, ...]] = {
    "x.pdf": (importfiles.pdf([["第一条 国家支持小店。", "第二条 每家补贴不超过五万元。"], []]),),
    "x.docx": (importfiles.word(["第一条 国家支持小店。", "第二条 每家补贴不超过五万元。"]),),
    "x.html": ((DATA / "page.html").read_bytes(),),
    "x.md": ((DATA / "yunling.md").read_bytes(),),
    "x.txt": ("第一条 国家支持小店。".encode("gb18030"), "第一條".encode("big5"), b"\xff\xfeA\0"),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_read_or_refused(tmp_path: Path, name: str) -> None:
    @FUZZ
    @given(spoilt(DOCUMENTS[name]))
    def tried(data: bytes) -> None:
        (tmp_path / name).write_bytes(data)
        with contextlib.suppress(SourceError):
            split(read(tmp_path / name).lines)

    tried()
