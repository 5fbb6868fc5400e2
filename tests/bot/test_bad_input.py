"""What cannot be taken: each gets one clear sentence with the way forward, in the reader's language, and changes
nothing: neither the ledger nor what is kept about people."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.loopback import Seen
from ledger.types import Event
from tests.bot.town import PIN, Town, Visit, texts

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
HAN = re.compile(r"[\u4e00-\u9fff]")
REGISTER = "/register Helan Water 800k; 26642000000012345678; 2026-09-01; 2026-10-20; none"


@pytest.fixture
async def talk(demo_town: Town) -> AsyncIterator[Visit]:
    """R-0001: registered by lin, requested from Helan Water. Nobody's PIN is open for long."""
    async with demo_town.open(dict.fromkeys(("lin", "wei", "zhao", "qian", "feng", "sun"), "en")) as talk:
        for name in ("lin", "wei", "zhao", "qian"):
            talk.house.desk.state.accounts.set(talk.server.user(name).id, "language_chosen", True)
        await talk.say("lin", REGISTER)
        await talk.sign("lin", "Register")
        await talk.press("lin", "Only our books")
        await talk.advance(days=1)
        yield talk


def speak(talk: Visit, user: str, language: str) -> None:
    talk.house.desk.state.accounts.set_language(talk.server.user(user).id, language)


async def refused(talk: Visit, user: str, act: Any, says: str = "", *, kept: bool = True) -> str:
    """``act`` changes nothing, and ``user`` alone hears of it, in one message of their language."""
    size, before = talk.size, talk.kept()
    seen: list[Seen] = await act
    read = texts(seen, user)
    assert talk.size == size, read
    if kept:
        assert talk.kept() == before, read
    assert {each.person for each in seen} == {user}
    assert len([each for each in seen if each.kind in ("message", "toast", "alert")]) == 1, read
    assert says in read, read
    assert "Something went wrong" not in read, read
    assert "None" not in read
    assert "Traceback" not in read
    return read


# --- receivables ------------------------------------------------------------------------------------

AMOUNTS = [
    ("0", "at least ¥0.01"),
    ("-5万", "below zero"),
    ("900k", "more than the claim of ¥800,000.00"),
    ("12345678901234", "largest amount"),
    ("1.234", "at most two decimals"),
]


@pytest.mark.parametrize(("typed", "says"), AMOUNTS)
async def test_an_amount_on_the_line(talk: Visit, typed: str, says: str) -> None:
    await refused(talk, "zhao", talk.say("zhao", f"/confirm R-0001 {typed}"), says, kept=typed != "900k")


@pytest.mark.parametrize(
    "typed", ["0", "-5", "12345678901234", "abc", "😀", "１２３４５６７８９０１２３４", "1.234", "$5", "八万五"]
)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_amount_as_an_answer_and_the_question_stays(talk: Visit, typed: str, language: str) -> None:
    speak(talk, "zhao", language)
    await talk.say("zhao", "/confirm R-0001")
    read = await refused(talk, "zhao", talk.say("zhao", typed))
    assert bool(HAN.search(read.replace(typed, ""))) or language == "en"
    assert "620,000.00" in texts(await talk.say("zhao", "62万"), "zhao") or "180,000.00" in talk.last("zhao")


async def test_more_than_claimed_can_be_put_right(talk: Visit) -> None:
    await talk.say("zhao", "/confirm R-0001")
    size = talk.size
    assert "more than the claim of ¥800,000.00" in texts(await talk.say("zhao", "900k"), "zhao")
    assert talk.size == size
    assert "remaining ¥180,000.00" in texts(await talk.say("zhao", "620k"), "zhao")


@pytest.mark.parametrize(
    "line", ["/show R-9999", "/confirm R-9999", "/receipt R-0002", "查R-0021", "/request R-0044", "/pay R-0012 5"]
)
@pytest.mark.parametrize("user", ["lin", "wei", "zhao"])
async def test_a_receivable_that_nobody_may_see(talk: Visit, user: str, line: str) -> None:
    read = await refused(talk, user, talk.say(user, line))
    assert "R-0001" not in read or user != "wei"
    assert "Helan" not in read or "enrolled as" in read
    assert re.search("/receivables|Did you mean R-0001|enrolled as", read)


COMMANDS = ("acknowledge", "query", "confirm", "dispute", "reject", "pay", "answer", "withdraw", "receive", "deny")


@pytest.mark.parametrize("command", [*COMMANDS, "request", "show", "receipt", "approve", "return"])
@pytest.mark.parametrize("user", ["wei", "sun", "feng", "stranger"])
async def test_somebody_elses_receivable(talk: Visit, user: str, command: str) -> None:
    if user == "feng" and command in ("show", "receipt"):
        return  # the payer's own administrator may look
    read = await refused(talk, user, talk.say(user, f"/{command} R-0001"), kept=user != "stranger")
    assert "800,000" not in read
    assert "Yinhe" not in read
    assert re.search("enrolled|may see", read), read


NOT_NOW = [
    ("zhao", "answer"), ("lin", "confirm"), ("lin", "answer"), ("lin", "receive"), ("lin", "deny"), ("lin", "request"),
    ("qian", "approve"), ("zhao", "return"),
]  # fmt: skip


@pytest.mark.parametrize(("user", "command"), NOT_NOW)
async def test_what_does_not_fit_now(talk: Visit, user: str, command: str) -> None:
    await refused(talk, user, talk.say(user, f"/{command} R-0001"), "Nothing ")


# --- registering ------------------------------------------------------------------------------------

PARTS = {
    "invoice": ("12345; 2026-09-01; 2026-10-20; none", "not an invoice number"),
    "date": ("26642000000012345679; 31 Feb 2026; 2026-10-20; none", "not in the calendar"),
    "words": ("26642000000012345679; soon; 2026-10-20; none", "I could not read “soon” as a date"),
    "ambiguous": ("26642000000012345679; 05/06/2026; 2026-10-20; none", "one day in some countries"),
    "future": ("26642000000012345679; 2027-01-01; 2026-10-20; none", "1 Jan 2027 has not come yet"),
    "term": ("26642000000012345679; 2026-09-01; 2026-10-20; soonish", "payment term"),
    "long term": ("26642000000012345679; 2026-09-01; 2026-10-20; 9999 days", "3,650 days"),
    "far": ("26642000000012345679; 0026-09-01; 2026-10-20; none", "1990 to 2100"),
    "too much": ("26642000000012345679; 2026-09-01; 2026-10-20; none; more", "I do not know where “more” belongs"),
}


@pytest.mark.parametrize("part", PARTS)
async def test_a_part_of_a_registration(talk: Visit, part: str) -> None:
    line, says = PARTS[part]
    await refused(talk, "lin", talk.say("lin", f"/register Helan Water 900k; {line}"), says, kept=False)
    if part != "too much":
        again = "26642000000012345679; 2026-09-01; 2026-10-20; none"
        assert "[Register]" in texts(await talk.say("lin", again), "lin")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("91640000715044018M", "its check digit does not fit"),
        ("９１６４００００７１５０４４０１８Ｍ", "its check digit does not fit"),
        ("5", "neither"),
        ("123456", "neither"),
        ("\u202e\u200b", "empty"),
        ("0元", "at least ¥0.01"),
    ],
)
async def test_a_payer(talk: Visit, typed: str, says: str) -> None:
    await talk.say("lin", "/register")
    await refused(talk, "lin", talk.say("lin", typed), says, kept=False)
    assert "How much does Helan Water Group owe you?" in texts(await talk.say("lin", "91640000715044019M"), "lin")


@pytest.mark.parametrize("typed", ["Yinhe Precision", "银河精密", "91640100MA76K3X20Y"])
async def test_nobody_owes_themselves(talk: Visit, typed: str) -> None:
    await talk.say("lin", "/register")
    await refused(talk, "lin", talk.say("lin", typed), "nobody owes themselves")
    assert "How much does Helan Water Group owe you?" in texts(await talk.say("lin", "Helan Water Group"), "lin")


async def test_an_enterprise_that_is_no_payer_here_is_named(talk: Visit) -> None:
    line = "/register 91640000710659483D; 900k; 26642000000012345671; 2026-09-01; 2026-10-20; none"
    assert "大漠银行 is not enrolled here as a payer" in texts(await talk.say("lin", line), "lin")
    assert "R-0002 registered" in texts(await talk.sign("lin", "Register"), "lin")


async def test_a_new_debt_is_no_name(talk: Visit) -> None:
    await talk.say("lin", "/register")
    assert "¥30,000.00 owed by Helan Water Group?" in texts(await talk.say("lin", "Helan Water owes us 30k"), "lin")


async def test_the_same_invoice_twice_can_be_edited(talk: Visit) -> None:
    read = await refused(talk, "lin", talk.say("lin", REGISTER), "one invoice is claimed once", kept=False)
    assert "[Edit] [Cancel]" in read
    await talk.press("lin", "Edit")
    await talk.press("lin", "Invoice")
    assert "[Register]" in texts(await talk.say("lin", "26642000000012345670"), "lin")


async def test_editing_goes_on_after_a_mistake(talk: Visit) -> None:
    await talk.say("lin", "/register Helan Water 900k; 26642000000012345671; 2026-09-01; 2026-10-20; none")
    await talk.press("lin", "Edit")
    await talk.press("lin", "Term")
    assert "payment term" in texts(await talk.say("lin", "soonish"), "lin")
    assert "Term: 45 days." in texts(await talk.say("lin", "45"), "lin")
    await talk.press("lin", "Edit")
    await talk.press("lin", "Payer")
    assert "check digit" in texts(await talk.say("lin", "91640000715044018M"), "lin")
    assert "Register ¥900,000.00 owed by Ningdong Works" in texts(await talk.say("lin", "Ningdong Works"), "lin")


# --- buttons ------------------------------------------------------------------------------------


async def test_a_foreign_button(talk: Visit) -> None:
    await talk.say("zhao", "/confirm R-0001 all")
    live = talk.server.live("zhao")
    assert live is not None
    data = live.buttons[0].data
    assert data is not None
    await talk.say("wei", "/help")
    message = talk.server.chat("wei")[-1].id
    await refused(talk, "wei", talk.press("wei", data, message_id=message), "belongs to somebody else")


@pytest.mark.parametrize("data", ["nonsense", "k:", "k:x:1", "k:x", "a.b.c", "x" * 64])
async def test_callback_data_of_a_crafted_client(talk: Visit, data: str) -> None:
    message = talk.server.chat("lin")[-1].id
    await refused(talk, "lin", talk.press("lin", data, message_id=message), "nothing was changed")


async def test_an_expired_button(talk: Visit) -> None:
    await talk.say("zhao", "/confirm R-0001 all")
    await talk.advance(days=2)
    await refused(talk, "zhao", talk.press("zhao", "Sign"), "That button has expired; nothing was changed")


async def test_a_summary_that_is_no_longer_true(talk: Visit) -> None:
    await talk.say("zhao", "/query R-0001 Which delivery?")
    message = talk.server.live("zhao")
    assert message is not None
    await talk.say("zhao", "/acknowledge R-0001")
    await talk.sign("zhao", "Sign")
    size = talk.size
    seen = await talk.press("zhao", 1, message_id=message.id)
    assert "Something new was recorded while you were deciding" in texts(seen, "zhao")
    assert talk.size == size


async def test_a_double_tap_signs_once(talk: Visit) -> None:
    await talk.say("zhao", "/acknowledge R-0001")
    await talk.press("zhao", "Sign")
    await talk.pin("zhao")
    await talk.say("zhao", "/query R-0001 Which delivery?")
    size = talk.size
    seen = await talk.press("zhao", "Sign", duplicates=3)
    assert talk.entries(size) == ["query"]
    assert texts(seen, "zhao").count("this one had no effect") == 2


async def test_the_same_update_twice(talk: Visit) -> None:
    await talk.say("zhao", "/acknowledge R-0001")
    await talk.press("zhao", "Sign")
    await talk.pin("zhao")
    size = talk.size
    assert await talk.repeat() == []
    assert talk.size == size


# --- PIN ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_wrong_pin_five_times(talk: Visit, language: str) -> None:
    speak(talk, "zhao", language)
    size = talk.size
    await talk.say("zhao", "/acknowledge R-0001")
    await talk.press("zhao", 1)
    for left in (4, 3, 2, 1):
        assert str(left) in texts(await talk.pin("zhao", "111222"), "zhao") or left == 1
    read = texts(await talk.pin("zhao", "111222"), "zhao")
    assert {"en": "Five wrong PINs", "zh-Hans": "五次", "zh-Hant": "五次"}[language] in read
    assert talk.size == size
    await talk.say("zhao", "/acknowledge R-0001")
    await talk.press("zhao", 1)
    assert {"en": "Five wrong PINs", "zh-Hans": "五次", "zh-Hant": "五次"}[language] in texts(
        await talk.pin("zhao"), "zhao"
    )
    assert talk.size == size


async def test_a_pin_typed_as_a_message_is_removed(talk: Visit) -> None:
    await talk.say("zhao", "/acknowledge R-0001")
    await talk.press("zhao", "Sign")
    await refused(talk, "zhao", talk.say("zhao", PIN), "never type a PIN")
    assert PIN not in [message.text for message in talk.server.chat("zhao")]


async def test_text_while_the_keypad_is_open(talk: Visit) -> None:
    await talk.say("zhao", "/acknowledge R-0001")
    await talk.press("zhao", "Sign")
    await talk.press("zhao", "2")
    assert "R-0001: Yinhe Precision claims" in texts(await talk.say("zhao", "show R-0001"), "zhao")
    size = talk.size
    keypad = next(each for each in reversed(talk.server.chat("zhao")) if any(b.text == "⌫" for b in each.buttons))
    for key in ("4", "6", "8", "1", "0", "OK"):
        await talk.press("zhao", key, message_id=keypad.id)
    assert talk.entries(size) == ["acknowledge"]


async def test_an_early_ok_does_nothing(talk: Visit) -> None:
    await talk.say("zhao", "/acknowledge R-0001")
    await talk.press("zhao", "Sign")
    size = talk.size
    assert await talk.press("zhao", "OK") == []
    assert talk.size == size


# --- any text ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", ["", " ", "\u200b", "\u202e\u2066", "\u0007"])
async def test_an_empty_text(talk: Visit, words: str, language: str) -> None:
    speak(talk, "lin", language)
    if not words.strip():
        words += "\u200b"
    says = {"en": "That message was empty", "zh-Hans": "消息是空的", "zh-Hant": "訊息是空的"}[language]
    await refused(talk, "lin", talk.say("lin", words), says)


async def test_ten_thousand_characters(talk: Visit) -> None:
    await refused(talk, "lin", talk.say("lin", "长" * 10_000), "only its first 4,000 characters were read")
    await talk.say("zhao", "/query R-0001")
    await refused(talk, "zhao", talk.say("zhao", "长" * 10_000), "10,000 characters, the limit is 4,096")


@pytest.mark.parametrize("text", ["x" * 501, "号" * 4000])
async def test_a_question_that_is_too_long_is_asked_again(talk: Visit, text: str) -> None:
    await refused(talk, "zhao", talk.say("zhao", f"/query R-0001 {text}"), "at most 500 fit", kept=False)
    await talk.say("zhao", "/query R-0001")
    await refused(talk, "zhao", talk.say("zhao", text), "at most 500 fit")
    assert "“Which delivery?”" in texts(await talk.say("zhao", "Which delivery?"), "zhao")


async def test_control_characters_never_reach_others(talk: Visit) -> None:
    await talk.say("zhao", "/query R-0001")
    await talk.say("zhao", "Which\u202e yreviled\u0007?\n<b>bold</b> & {label} 😀")
    await talk.press("zhao", "Sign")
    seen = await talk.pin("zhao")
    read = texts(seen, "lin")
    assert "“Which yreviled? <b>bold</b> & {label} 😀”" in read
    event = talk.house.desk.ledger.entry(talk.size - 1).event
    assert isinstance(event, Event)
    assert talk.house.desk.ledger.texts.read(str(event.body["question"])) == "Which yreviled? <b>bold</b> & {label} 😀"


@pytest.mark.parametrize("words", ["\u202e", "\u0007\u0007"])
async def test_a_question_of_control_characters_alone(talk: Visit, words: str) -> None:
    await talk.say("zhao", "/query R-0001")
    await refused(talk, "zhao", talk.say("zhao", words), "That message was empty")


async def test_a_payer_named_with_control_characters(talk: Visit) -> None:
    await talk.say("lin", "/register")
    read = texts(await talk.say("lin", "Evil\u202e <i>Works</i>\n& Co"), "lin")
    assert "How much does Evil <i>Works</i> & Co owe you?" in read


@pytest.mark.parametrize("name", ["\u202e", "  "])
async def test_an_invitation_without_a_name(talk: Visit, name: str) -> None:
    await talk.say("feng", "/invite maker")
    await refused(talk, "feng", talk.say("feng", name + "\u200b"), "That message was empty")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_unknown_command(talk: Visit, language: str) -> None:
    speak(talk, "lin", language)
    await refused(talk, "lin", talk.say("lin", "/frobnicate <b>"), "/help")


async def test_an_unknown_language_is_asked_back(talk: Visit) -> None:
    await refused(talk, "lin", talk.say("lin", "/language Klingon"), "[English]")


@pytest.mark.parametrize("code", ["x", "AAAAAAAAAAAAAAAAAAAAAA", "<b>", "' or 1=1"])
async def test_an_invitation_that_is_not_known(talk: Visit, code: str) -> None:
    await refused(talk, "wei", talk.say("wei", f"/start {code}"), "That invitation code is not known")


# --- what is not text ------------------------------------------------------------------------------------


async def test_a_photo(talk: Visit) -> None:
    await refused(
        talk, "lin", talk._then(lambda: talk.server.send_photo("lin", b"jpg", "/confirm R-0001")), "I read text"
    )


@pytest.mark.parametrize("what", ["sticker", "voice"])
async def test_a_sticker_and_a_voice_message(talk: Visit, what: str) -> None:
    more: dict[str, Any] = {"file_id": "f", "file_unique_id": "u", "file_size": 1}
    if what == "sticker":
        more |= {"type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
    else:
        more |= {"duration": 1}
    await refused(talk, "lin", talk.deliver("message", message(talk, "lin", **{what: more})), "I read text")


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00" * 500, b'{"v":1}', "合同".encode()])
async def test_a_file_that_is_no_receipt(talk: Visit, content: bytes) -> None:
    read = await refused(talk, "sun", talk.send("sun", "a\u202eb.json", content or b" "))
    assert "not a receipt" in read
    assert "\u202e" not in read


@pytest.mark.parametrize("at", [10, 200, 600])
async def test_a_receipt_that_was_changed(talk: Visit, at: int) -> None:
    await talk.say("lin", "/receipt R-0001")
    file = next(each.file for each in reversed(talk.server.chat("lin")) if each.file is not None)
    changed = file.content[:at] + bytes([file.content[at] ^ 1]) + file.content[at + 1 :]
    assert "Do not rely on it" in texts(await talk.send("lin", file.name, changed), "lin")


async def test_an_edited_message_is_not_a_new_one(talk: Visit) -> None:
    await talk.say("zhao", "/help")
    mine = next(each for each in reversed(talk.server.chat("zhao")) if not each.from_bot)
    size, before = talk.size, talk.kept()
    assert await talk._then(lambda: talk.server.edit("zhao", mine.id, "/acknowledge R-0001")) == []
    assert (talk.size, talk.kept()) == (size, before)


def message(talk: Visit, user: str, **content: Any) -> dict[str, Any]:
    """A message of ``user`` as Telegram writes it, in their private chat unless ``chat`` says otherwise."""
    person = talk.server.user(user)
    return {"message_id": 90_001, "date": 1, "chat": person.as_chat(), "from": person.as_user(), **content}


@pytest.mark.parametrize("text", ["/show R-0001", "/confirm R-0001", "/start", "R-0001", "Helan Water owes us 5k"])
async def test_a_group_chat_is_told_nothing(talk: Visit, text: str) -> None:
    person = talk.server.user("zhao")
    group = {"id": person.id, "type": "group", "title": "everybody"}  # the server shows it in the person's chat
    length = len(text.split()[0])
    entities = [{"type": "bot_command", "offset": 0, "length": length}] if text.startswith("/") else []
    size, before = talk.size, talk.kept()
    seen = await talk.deliver("message", message(talk, "zhao", chat=group, text=text, entities=entities))
    if entities:
        assert "in a private chat with me only" in texts(seen, "zhao")
    else:
        assert seen == []
    assert (talk.size, talk.kept()) == (size, before)


async def test_leaving_a_group_blocks_nobody(talk: Visit) -> None:
    bot, person = talk.server.bot, talk.server.user("zhao")
    change = {
        "chat": {"id": -5, "type": "group", "title": "everybody"}, "from": person.as_user(), "date": 1,
        "old_chat_member": {"user": bot, "status": "member"},
        "new_chat_member": {"user": bot, "status": "kicked", "until_date": 0},
    }  # fmt: skip
    await talk.deliver("my_chat_member", change)
    account = talk.house.desk.state.accounts.get(person.id)
    assert account is not None
    assert not account.blocked
