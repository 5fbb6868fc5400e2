"""The loopback server: the real application runs on it, and it refuses what Telegram refuses."""

import asyncio
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ExtBot,
    MessageHandler,
    filters,
)

from bot.loopback import Button, Fault, LoopbackError, LoopbackRequest, LoopbackServer
from tests.bot.harness import AnyApplication, talking


def keyboard(*rows: tuple[tuple[str, str], ...]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=d) for label, d in row] for row in rows])


async def start(update: Update, _context: Any) -> None:
    assert update.message is not None
    await update.message.reply_html("<b>你好</b> &amp; welcome", reply_markup=keyboard((("Yes", "y"), ("No", "n"))))


async def pressed(update: Update, _context: Any) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer("noted")
    await query.edit_message_text(f"chose {query.data}")


async def echo(update: Update, _context: Any) -> None:
    assert update.effective_message is not None
    if update.effective_message.document:
        file = await update.effective_message.document.get_file()
        content = bytes(await file.download_as_bytearray())
        await update.effective_message.reply_document(InputFile(content[::-1], "back.bin"), caption="turned round")
        return
    await update.effective_message.reply_text(f"{update.update_id}: {update.effective_message.text}")


def build(server: LoopbackServer) -> AnyApplication:
    application: AnyApplication = server.connect(Application.builder()).build()
    application.add_handler(CommandHandler("start", start, filters.UpdateType.MESSAGE))
    application.add_handler(CallbackQueryHandler(pressed))
    application.add_handler(MessageHandler(filters.ALL, echo))
    application.bot_data["members"] = []

    async def member(update: Update, _context: Any) -> None:
        assert update.my_chat_member is not None
        application.bot_data["members"].append(update.my_chat_member.new_chat_member.status)

    application.add_handler(ChatMemberHandler(member), group=1)
    return application


@pytest.fixture
def server() -> LoopbackServer:
    return LoopbackServer()


@pytest.fixture
async def bot(server: LoopbackServer) -> ExtBot[None]:
    server.user("lin")
    sends, polls = LoopbackRequest(server), LoopbackRequest(server)
    bot: ExtBot[None] = ExtBot(server.token, request=sends, get_updates_request=polls)
    await bot.initialize()
    return bot


async def test_a_conversation_with_commands_buttons_edits_and_toasts() -> None:
    async with talking(build) as talk:
        (seen,) = await talk.say("lin", "/start")
        assert (seen.kind, seen.person, seen.text, seen.labels) == ("message", "lin", "你好 & welcome", ("Yes", "No"))
        assert seen.entities == ({"type": "bold", "offset": 0, "length": 2},)
        toast, edit = await talk.press("lin", "No")
        assert (toast.kind, toast.text) == ("toast", "noted")
        assert (edit.kind, edit.text, edit.rows, edit.message_id) == ("edit", "chose n", (), seen.message_id)
        assert talk.labels("lin") == []
        with pytest.raises(LoopbackError, match="no live button"):
            await talk.press("lin", "No")


async def test_people_keep_their_ids_and_their_chats_apart() -> None:
    assert LoopbackServer().user("@Lin").id == LoopbackServer().user("lin").id
    async with talking(build) as talk:
        await talk.say("lin", "one")
        await talk.say("wei", "two")
        assert [m.text for m in talk.server.chat("lin")] == ["one", "1: one"]
        assert [m.text for m in talk.server.chat("wei")] == ["two", "2: two"]


async def test_documents_go_both_ways_with_their_bytes() -> None:
    async with talking(build) as talk:
        (seen,) = await talk.send("lin", "合同.pdf", b"abc")
        assert (seen.kind, seen.text) == ("document", "turned round")
        assert seen.file is not None
        assert (seen.file.name, seen.file.content) == ("back.bin", b"cba")


async def test_a_repeated_update_arrives_twice_with_one_id_and_two_taps_are_two_updates() -> None:
    async with talking(build) as talk:
        assert [s.text for s in await talk.say("lin", "hello", duplicates=2)] == ["1: hello", "1: hello"]
        talk.server.repeat()
        await talk.quiet()
        assert talk.last("lin") == "1: hello"
        await talk.say("lin", "/start")
        seen = await talk.press("lin", 1, duplicates=2)
        assert [s.kind for s in seen if s.kind != "edit"] == ["toast", "toast"]
        with pytest.raises(LoopbackError, match="no update 999"):
            talk.server.repeat(999)


async def test_blocking_is_told_and_refuses_every_message_until_the_user_writes_again() -> None:
    async with talking(build) as talk:
        await talk.say("lam", "hi")
        await talk.block("lam")
        assert talk.application.bot_data["members"] == ["kicked"]
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await talk.application.bot.send_message(talk.server.user("lam").id, "reminder")
        await talk.say("lam", "hi again")
        assert talk.application.bot_data["members"] == ["kicked", "member"]
        assert talk.last("lam").endswith("hi again")


async def test_an_edited_message_comes_as_such() -> None:
    async with talking(build) as talk:
        message = talk.server.say("lin", "hello")
        await talk.quiet()
        talk.server.edit("lin", message.id, "/start")
        await talk.quiet()
        assert talk.last("lin") == "2: /start"  # CommandHandler leaves edits alone
        with pytest.raises(LoopbackError, match="wrote no message"):
            talk.server.edit("lin", message.id + 1, "not mine")


REFUSED = [
    ("", None, "message text is empty"),
    (" \n ", None, "message text is empty"),
    ("<b></b>", "HTML", "message text is empty"),
    ("x" * 4097, None, "message is too long"),
    ("\U0001f30f" * 2049, None, "message is too long"),
    ("<b>bold", "HTML", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>x</b></i>", "HTML", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("x</b>", "HTML", "Unexpected end tag at byte offset 1"),
    ("中<blink>", "HTML", 'Unsupported start tag "blink" at byte offset 3'),
    ("1 < 2", "HTML", "Unclosed start tag at byte offset 2"),
    ("*x*", "Markdown", "unsupported parse_mode"),
]


@pytest.mark.parametrize(("text", "mode", "reason"), REFUSED)
async def test_bad_text_is_refused(
    server: LoopbackServer, bot: ExtBot[None], text: str, mode: str, reason: str
) -> None:
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(server.user("lin").id, text, parse_mode=mode)
    assert reason.lower() in refused.value.message.lower()
    assert server.log == []


async def test_limits_are_exact(server: LoopbackServer, bot: ExtBot[None]) -> None:
    chat = server.user("lin").id
    assert (await bot.send_message(chat, "x" * 4096)).text == "x" * 4096
    await bot.send_message(chat, f"<b>{'x' * 4096}</b>", parse_mode="HTML")  # markup is not counted
    await bot.send_message(chat, "x", reply_markup=keyboard((("a", "é" * 32),)))
    await bot.send_document(chat, b"1", caption="x" * 1024, filename="a.txt")
    with pytest.raises(BadRequest, match=r"(?i)caption is too long"):
        await bot.send_document(chat, b"1", caption="x" * 1025, filename="a.txt")
    with pytest.raises(BadRequest, match=r"(?i)BUTTON_DATA_INVALID"):
        await bot.send_message(chat, "x", reply_markup=keyboard((("a", "é" * 32 + "x"),)))
    with pytest.raises(BadRequest, match=r"(?i)non-empty"):
        await bot.send_document(chat, b"", filename="a.txt")


async def test_entities_are_counted_as_telegram_counts(server: LoopbackServer, bot: ExtBot[None]) -> None:
    text = ' \U0001f30f<a href="https://e.cn/?a=1&amp;b=2">链</a> &lt;&#20013;&gt; &nbsp; <code>1</code> '
    message = await bot.send_message(server.user("lin").id, text, parse_mode="HTML")
    assert message.text == "\U0001f30f链 <中> &nbsp; 1"
    assert [(e.type, e.offset, e.length, e.url) for e in message.entities] == [
        ("text_link", 2, 1, "https://e.cn/?a=1&b=2"),
        ("code", 15, 1, None),
    ]
    assert message.parse_entities()[message.entities[1]] == "1"


async def test_edits_are_refused_as_telegram_refuses_them(server: LoopbackServer, bot: ExtBot[None]) -> None:
    chat = server.user("lin").id
    message = await bot.send_message(chat, "one", reply_markup=keyboard((("a", "1"),)))
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await message.edit_text("one", reply_markup=keyboard((("a", "1"),)))
    await message.edit_reply_markup(keyboard((("b", "2"),)))
    assert server.chat("lin")[-1].buttons == (Button("b", "2"),)
    await message.edit_reply_markup(None)
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await message.edit_reply_markup(None)
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        await bot.edit_message_text("x", chat, message.message_id + 100)
    theirs = server.say("lin", "mine")
    with pytest.raises(BadRequest, match=r"(?i)message can't be edited"):
        await bot.edit_message_text("x", chat, theirs.id)
    document = await bot.send_document(chat, b"1", filename="a.txt")
    with pytest.raises(BadRequest, match=r"(?i)there is no text in the message to edit"):
        await document.edit_text("x")
    await document.edit_caption("caption")
    assert await message.delete()
    with pytest.raises(BadRequest, match=r"(?i)message to delete not found"):
        await message.delete()


async def test_unknown_things_are_refused(server: LoopbackServer, bot: ExtBot[None]) -> None:
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(5, "x")
    server.user("shy", started=False)
    with pytest.raises(Forbidden, match=r"(?i)can't initiate conversation"):
        await bot.send_message(server.user("shy").id, "x")
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await bot.answer_callback_query("nonsense")
    with pytest.raises(BadRequest, match=r"(?i)wrong file_id"):
        await bot.get_file("nonsense")
    with pytest.raises(Exception, match=r"(?i)not found"):
        await bot.do_api_request("makeCoffee")
    with pytest.raises(InvalidToken):
        await ExtBot("1:wrong", request=LoopbackRequest(server)).get_me()


async def test_commands_chat_and_actions(server: LoopbackServer, bot: ExtBot[None]) -> None:
    assert await bot.set_my_commands([("help", "what I do")], language_code="en")
    assert [c.command for c in await bot.get_my_commands(language_code="en")] == ["help"]
    with pytest.raises(BadRequest, match=r"(?i)language_code"):
        await bot.set_my_commands([("help", "x")], language_code="zh-hans")
    with pytest.raises(BadRequest, match=r"(?i)BOT_COMMAND_INVALID"):
        await bot.set_my_commands([("Hé", "x")])
    assert (await bot.get_chat(server.user("lin").id)).username == "lin"
    assert await bot.send_chat_action(server.user("lin").id, "typing")
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert (await bot.get_webhook_info()).url == ""


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")  # retry_after as int
async def test_faults_on_demand(server: LoopbackServer, bot: ExtBot[None]) -> None:
    chat = server.user("lin").id
    cases: list[tuple[Fault, type[Exception], int]] = [
        (Fault.blocked(), Forbidden, 0),
        (Fault.flood(7), RetryAfter, 0),
        (Fault.broken(), NetworkError, 0),
        (Fault.migrated(-100), ChatMigrated, 0),
        (Fault.lost_request(), TimedOut, 0),
        (Fault.lost_answer(), TimedOut, 1),
    ]
    for fault, error, arrived in cases:
        before = len(server.log)
        server.fail(fault, user="lin")
        with pytest.raises(error):
            await bot.send_message(chat, "x")
        assert len(server.log) - before == arrived, error
        await bot.send_message(chat, "y")  # once only


async def test_a_second_poll_ends_the_first(server: LoopbackServer, bot: ExtBot[None]) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=5))
    await asyncio.sleep(0.01)
    second = asyncio.create_task(bot.get_updates(timeout=5))
    with pytest.raises(Conflict):
        await first
    server.say("lin", "one")
    assert [u.update_id for u in await second] == [1]


async def test_updates_stay_until_an_offset_confirms_them(server: LoopbackServer, bot: ExtBot[None]) -> None:
    for word in "abc":
        server.say("lin", word)
    assert len(await bot.get_updates()) == 3
    assert len(await bot.get_updates(limit=2)) == 2
    assert [u.update_id for u in await bot.get_updates(offset=3)] == [3]
    assert [u.update_id for u in await bot.get_updates(offset=0)] == [3]
    assert await bot.get_updates(offset=4, timeout=0) == ()
    assert await bot.get_updates(offset=4, timeout=1, allowed_updates=["callback_query"]) == ()
    server.say("lin", "not asked for")
    assert await bot.get_updates() == ()


async def test_quiet_says_what_keeps_it_waiting(server: LoopbackServer) -> None:
    server.say("lin", "anybody?")
    with pytest.raises(LoopbackError, match=r"unconfirmed updates: \[1\]"):
        await server.quiet(0.05)


async def test_pressing_needs_a_button(server: LoopbackServer, bot: ExtBot[None]) -> None:
    link = InlineKeyboardMarkup.from_button(InlineKeyboardButton("site", "https://e.cn"))
    message = await bot.send_message(server.user("lin").id, "x", reply_markup=link)
    with pytest.raises(LoopbackError, match="no #2"):
        server.press("lin", message.message_id, 2)
    with pytest.raises(LoopbackError, match="sees no message 99"):
        server.press("lin", 99, 1)
    server.press("lin", message.message_id, 1)  # opens a page; the bot hears nothing of it
    assert server.updates.newest == 0
    server.press("lin", message.message_id, "forged")
    assert server.updates.pending[0]["callback_query"]["data"] == "forged"


async def test_files_are_sent_again_by_id_and_photos_are_photos(server: LoopbackServer, bot: ExtBot[None]) -> None:
    chat = server.user("lin").id
    first = await bot.send_document(chat, b"one", filename="一.txt")
    assert first.document is not None
    again = await bot.send_document(chat, first.document.file_id, caption="<i>again</i>", parse_mode="HTML")
    assert again.document is not None
    assert (again.document.file_name, again.caption) == ("一.txt", "again")
    assert await (await again.document.get_file()).download_as_bytearray() == b"one"
    with pytest.raises(BadRequest, match=r"(?i)wrong file identifier"):
        await bot.send_document(chat, "no-such-file")
    photo = await bot.send_photo(chat, b"jpeg")
    assert photo.photo
    server.send_photo("lin", b"invoice", "发票")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.caption == "发票"
    assert (await update.message.photo[-1].get_file()).file_size == 7


async def test_several_messages_are_deleted_at_once(server: LoopbackServer, bot: ExtBot[None]) -> None:
    chat = server.user("lin").id
    ids = [(await bot.send_message(chat, text)).message_id for text in "abc"]
    assert await bot.delete_messages(chat, [ids[0], ids[2], 999])
    assert [message.text for message in server.chat("lin")] == ["b"]


async def test_a_document_cannot_be_fetched_by_guessing(server: LoopbackServer) -> None:
    code, _ = await LoopbackRequest(server).do_request(f"https://x/file/bot{server.token}/documents/guess", "GET")
    assert code == 404
