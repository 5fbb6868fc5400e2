"""Normalising, language detection, tokens, and texts for readers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.text import language, normalise, say, simplified, stem, tokens, traditional
from policies.types import Words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We are a software company in Yinchuan", "en"),
        ("我们在银川做工业软件", "zh-Hans"),
        ("我們在銀川做工業軟體", "zh-Hant"),
        ("公司", "zh-Hans"),
        ("", "en"),
        ("LPR 3.00% 质押", "zh-Hans"),
        ("Our company 银河精密 sells pumps to the city and waits for its money", "en"),
    ],
)
def test_language(text: str, expected: str) -> None:
    assert language(text) == expected


def test_normal_form_unifies_scripts_widths_and_variants() -> None:
    assert normalise("應收帳款１０万ＬＰＲ") == "应收账款10万lpr" == normalise("应收账款10万lpr")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("subsidies", "subsidy"),
        ("pledged", "pledges"),
        ("guarantee", "guaranteed"),
        ("paying", "pays"),
        ("companies", "company"),
        ("confirmation", "confirm"),
        ("invoices", "invoice"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_tokens_are_pairs_and_stems_without_filler() -> None:
    assert tokens(normalise("我們有專利質押")) == ["有专", "专利", "利质", "质押"]
    assert tokens(normalise("We want the loans")) == ["loan"]
    assert tokens("的") == []


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert all(tokens(normalise(text)))
    assert language(text) in ("en", "zh-Hans", "zh-Hant")


@given(st.text(alphabet="应收账款质押利息补贴公司合同拖欠投诉", max_size=30))
def test_scripts_tokenise_alike(text: str) -> None:
    assert tokens(normalise(traditional(text))) == tokens(normalise(simplified(traditional(text))))


@pytest.mark.parametrize(
    ("simplified", "expected"),
    [
        ("不低于签合同时的LPR", "不低於簽合約時的LPR"),
        ("应收账款、机器设备", "應收帳款、機器設備"),
        ("贴标签，抽签", "貼標籤，抽籤"),
        ("投诉平台的信息", "投訴平台的資訊"),
        ("工业和信息化部公布信息", "工業和信息化部公布資訊"),
        ("经济和信息化局、国家知识产权局的知识产权项目", "經濟和信息化局、國家知識產權局的智慧財產權專案"),
        ("三项目标、首台（套）、出台、发布", "三項目標、首台（套）、出台、發布"),
        ("见《软件质量条例》，软件质量", "見《軟件質量條例》，軟體品質"),
        ("台湾、五台山", "臺灣、五台山"),
        ("昆政办发[2021]128号", "昆政辦發[2021]128號"),
    ],
)
def test_converted_text_keeps_its_meaning(simplified: str, expected: str) -> None:
    assert traditional(simplified) == expected


def test_readers_get_their_own_text() -> None:
    words = Words("软件", "software")
    assert [say(words, reader) for reader in ("en", "zh-Hans", "zh-Hant")] == ["software", "软件", "軟體"]
    assert say(Words("软件", "software", "軟件"), "zh-Hant") == "軟件"


def test_converted_text_has_the_quotation_marks_of_its_readers() -> None:
    words = Words("“专精特新”企业的‘首台’", "firms")
    assert say(words, "zh-Hant") == "「專精特新」企業的『首台』"
    assert say(words, "zh-Hans") == words.zh
