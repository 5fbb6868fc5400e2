"""Messages that are no description: one word, other alphabets, links, a novel, figures that cannot be, statements that
do not fit. Each gets a clear sentence in the reader's language, and what was known stays known."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.bot.town import Town, Visit, texts

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
ALPHABET = {"en": "I read English and Chinese only", "zh-Hans": "我只读中文和英文", "zh-Hant": "我只讀中文和英文"}
SIGNS = {"en": "I read words and figures", "zh-Hans": "我读的是文字和数字", "zh-Hant": "我讀的是文字和數字"}
LINKS = {"en": "I do not open links", "zh-Hans": "我不打开链接", "zh-Hant": "我不開啟連結"}
FIRST = "我们在银川做软件，高新企业，120人，专利质押贷款500万，利息能补多少"


@pytest.fixture
async def talk(demo_town: Town) -> AsyncIterator[Visit]:
    async with demo_town.open() as talk:
        yield talk


def speak(talk: Visit, language: str) -> None:
    talk.house.desk.state.accounts.set_language(talk.server.user("lin").id, language)


def facts(talk: Visit) -> dict[str, object]:
    profile = talk.house.desk.state.profiles.get(talk.server.user("lin").id)
    return {name: fact["value"] for name, fact in profile.facts.items()}


async def heard(talk: Visit, words: str) -> str:
    """What @lin hears, in one message."""
    seen = await talk.say("lin", words)
    assert len([each for each in seen if each.kind == "message"]) == 1
    return texts(seen, "lin")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "words",
    [
        "привет, нам нужен кредит для бизнеса",
        "สวัสดี เราต้องการสินเชื่อ",
        "مرحبا نحتاج قرضا",
        "여보세요 대출이 필요합니다",
        "γεια",
    ],
)
async def test_another_alphabet(talk: Visit, language: str, words: str) -> None:
    speak(talk, language)
    before = talk.kept()
    assert ALPHABET[language] in await heard(talk, words)
    assert talk.kept() == before


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", ["😀😀😀", "???", "……", "👍🏻", "🇨🇳 !!!"])
async def test_signs_only(talk: Visit, language: str, words: str) -> None:
    speak(talk, language)
    before = talk.kept()
    assert SIGNS[language] in await heard(talk, words)
    assert talk.kept() == before


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "words", ["https://example.com/a?b=1", "https://a.cn/1\nhttps://b.com/2 , www.gov.cn/zhengce", "example.com"]
)
async def test_links_only(talk: Visit, language: str, words: str) -> None:
    speak(talk, language)
    before = talk.kept()
    assert LINKS[language] in await heard(talk, words)
    assert talk.kept() == before


async def test_a_description_with_a_link_is_a_description(talk: Visit) -> None:
    assert "银川" in await heard(talk, f"{FIRST} https://example.com/about")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("补贴", "最相关的"),
        ("subsidy", "Closest to what you wrote"),
        ("hello?", "owner of"),
        ("苹果", "没有找到相关的政策条款"),
    ],
)
async def test_one_word(talk: Visit, words: str, says: str) -> None:
    seen = await talk.say("lin", words)
    assert says in texts(seen, "lin")
    assert facts(talk) == {}


async def test_twenty_thousand_characters_are_read_in_part(talk: Visit) -> None:
    read = await heard(talk, FIRST + "。我们很努力" * 4000)
    assert "只读了前4,000个字符" in read
    assert "职工人数：120" in read
    assert facts(talk)["employees"] == 120
    kept = talk.house.application.user_data[talk.server.user("lin").id]["advice"]["text"]
    assert len(kept) == 4000


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("-5人", "职工人数不可能是“-5人”；这一项什么都没记"),
        ("我们有-5个员工", "什么都没记"),
        ("our company has -5 employees", "nothing was noted for it"),
    ],
)
async def test_a_figure_that_cannot_be_right(talk: Visit, words: str, says: str) -> None:
    await talk.say("lin", FIRST)
    before = facts(talk)
    assert says in await heard(talk, words)
    assert facts(talk) == before


async def test_an_answer_that_cannot_be_right_leaves_the_question_open(talk: Visit) -> None:
    await talk.say("lin", FIRST)
    await talk.say("lin", "/profile")
    await talk.press("lin", "改一项")
    await talk.press("lin", "职工人数")
    assert "不可能是" in await heard(talk, "0")
    assert facts(talk)["employees"] == 120
    assert "职工人数由120改为90。" in await heard(talk, "90")


async def test_of_two_statements_neither_is_taken_until_it_is_settled(talk: Visit) -> None:
    await talk.say("lin", FIRST)
    read = await heard(talk, "5个人，600名员工")
    assert "您写了“5个人”，又写了“600名员工”" in read
    assert "[5个人] [600名员工] [不知道]" in read
    assert facts(talk)["employees"] == 120
    assert "职工人数由120改为600" in texts(await talk.press("lin", "600名员工"), "lin")
    assert facts(talk)["employees"] == 600


async def test_a_contradiction_can_be_settled_in_words(talk: Visit) -> None:
    await talk.say("lin", "软件公司，5个人，600名员工，想贷款")
    assert facts(talk)["employees"] is None
    assert "职工人数" in texts(await talk.say("lin", "600人"), "lin")
    assert facts(talk)["employees"] == 600


async def test_what_cannot_be_settled_stays_open(talk: Visit) -> None:
    await talk.say("lin", "软件公司，5个人，600名员工，想贷款")
    await talk.press("lin", "不知道")
    assert facts(talk)["employees"] is None
    assert talk.house.desk.state.profiles.get(talk.server.user("lin").id).declined == ("employees",)


async def test_a_settled_contradiction_cannot_be_settled_again(talk: Visit) -> None:
    await talk.say("lin", "软件公司，5个人，600名员工，想贷款")
    await talk.press("lin", "5个人", duplicates=2)
    assert facts(talk)["employees"] == 5
