"""The chat in a terminal: lines are what people do, and what they see is printed."""

import io
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.loopback import LoopbackServer
from bot.terminal import Terminal, read_lines
from tests.bot.harness import AnyApplication, Talk, talking

ROWS = ("123", "456", "789", "⌫0✓")


def keypad() -> InlineKeyboardMarkup:
    names = [["OK" if key == "✓" else key for key in row] for row in ROWS]
    return InlineKeyboardMarkup([[InlineKeyboardButton(n, callback_data=f"k:x:{n}") for n in row] for row in names])


def build(server: LoopbackServer) -> AnyApplication:
    application: AnyApplication = server.connect(Application.builder()).build()
    digits: list[str] = []

    async def start(update: Update, _context: Any) -> None:
        assert update.message is not None
        buttons = [InlineKeyboardButton("都对", callback_data="y"), InlineKeyboardButton("更多", url="https://e.cn")]
        text = '<b>已记下</b>\n依据<a href="https://gov.cn/1">条例</a>第16条。对吗？'
        await update.message.reply_html(text, reply_markup=InlineKeyboardMarkup([buttons]))

    async def pin(update: Update, _context: Any) -> None:
        assert update.message is not None
        await update.message.reply_text("PIN", reply_markup=keypad())

    async def press(update: Update, _context: Any) -> None:
        query = update.callback_query
        assert query is not None
        assert query.data is not None
        if query.data.startswith("k:"):
            key = query.data.rpartition(":")[2]
            if key == "OK":
                await query.edit_message_text("signed with " + "".join(digits))
            else:
                digits.append(key)
                await query.edit_message_text("PIN " + "•" * len(digits), reply_markup=keypad())
            return
        await query.answer("noted", show_alert=True)
        await query.edit_message_reply_markup(None)

    async def receipt(update: Update, _context: Any) -> None:
        assert update.message is not None
        await update.message.reply_document(InputFile(b"x" * 2113, "receipt-R-0001-3.json"), caption="回执")

    async def echo(update: Update, _context: Any) -> None:
        assert update.effective_message is not None
        what = update.effective_message.document
        words = f"got {what.file_name}" if what else f"you said {update.effective_message.text}"
        await update.effective_message.reply_text(words)

    application.add_handler(CommandHandler("start", start))
    application.add_handler(CommandHandler("pin", pin))
    application.add_handler(CommandHandler("receipt", receipt))
    application.add_handler(CallbackQueryHandler(press))
    application.add_handler(MessageHandler(filters.ALL, echo))
    return application


class Screen:
    def __init__(self, talk: Talk, folder: Path) -> None:
        self.out = io.StringIO()
        self.moved: list[timedelta] = []
        self.terminal = Terminal(
            talk.server, folder=folder, people=("lin", "zhao"), advance=self.advance, out=self.out, echo=True
        )

    async def advance(self, delta: timedelta) -> None:
        self.moved.append(delta)

    async def shows(self, *lines: str) -> list[str]:
        """What is printed for ``lines``, echoes left out."""
        self.out.seek(0)
        self.out.truncate()
        for line in lines:
            assert await self.terminal.line(line)
        return [line for line in self.out.getvalue().splitlines() if line not in lines]


@asynccontextmanager
async def screen(folder: Path) -> AsyncIterator[Screen]:
    async with talking(build) as talk:
        yield Screen(talk, folder)


async def test_people_speak_press_and_see(tmp_path: Path) -> None:
    async with screen(tmp_path) as at:
        assert await at.shows("hello") == ["bot → @lin> you said hello"]  # the first person speaks first
        assert await at.shows("@zhao /start") == [
            "bot → @zhao> 已记下",
            "    依据条例 (https://gov.cn/1)第16条。对吗？",
            "    #1 [都对]  #2 [更多]",
        ]
        assert await at.shows("#2") == ["  (opens https://e.cn)"]
        assert await at.shows("@lin #1") == [
            "! @lin has no message with live buttons; after a restart, send the command again."
        ]
        assert await at.shows("@zhao #3") == ["! Message 4 has 2 live buttons: there is no #3 to press."]
        assert await at.shows("@ZHAO #1") == ["bot → @zhao (alert)> noted"]


async def test_the_keypad_is_pressed_and_its_digits_are_not_shown(tmp_path: Path) -> None:
    async with screen(tmp_path) as at:
        await at.shows("@lin /pin")
        assert await at.shows("@lin !pin 246810") == ["@lin !pin ******", "bot → @lin (edited)> signed with 246810"]
        _, refusal = await at.shows("!pin 1")
        assert refusal == "! @lin sees no PIN keypad: press the button that asks for the PIN first."


async def test_documents_go_both_ways(tmp_path: Path) -> None:
    async with screen(tmp_path / "out") as at:
        (tmp_path / "合同.pdf").write_bytes(b"pdf")
        assert await at.shows(f"@lin !file {tmp_path / '合同.pdf'}") == ["bot → @lin> got 合同.pdf"]
        path = tmp_path / "out" / "lin" / "receipt-R-0001-3.json"
        caption, file = await at.shows("/receipt")
        assert caption == "bot → @lin> 回执"
        assert file == f"    (file: receipt-R-0001-3.json, 2,113 bytes → {path})"
        assert path.read_bytes() == b"x" * 2113
        (refusal,) = await at.shows("!file /nowhere")
        assert refusal == "! /nowhere: No such file or directory. Name a file that can be read."


async def test_blocking_and_the_clock(tmp_path: Path) -> None:
    async with screen(tmp_path) as at:
        assert await at.shows("!block @zhao") == ["(@zhao has blocked the bot)"]
        assert await at.shows("!unblock @zhao") == ["(@zhao has unblocked the bot)"]
        assert await at.shows("@zhao !block") == ["(@zhao has blocked the bot)"]
        await at.shows("!advance 31d", "!advance 2 h", "!advance 5m")
        assert at.moved == [timedelta(days=31), timedelta(hours=2), timedelta(minutes=5)]
        at.terminal._advance = None
        assert await at.shows("!advance 1d") == ["! Only a demo's clock can be moved: start one with `make run`."]


@pytest.mark.parametrize("line", ["!advance", "!advance soon", "!pin x", "!nonsense", "@lin", "!file", "@lin !what"])
async def test_what_is_not_understood_gets_one_sentence_in_two_languages(tmp_path: Path, line: str) -> None:
    async with screen(tmp_path) as at:
        (answer,) = await at.shows(line)
        assert answer.startswith("Not understood: write ")
        assert "没看懂" in answer


async def test_help_quit_and_the_end_of_input(tmp_path: Path) -> None:
    async with screen(tmp_path) as at:
        shown = await at.shows("", "!help")
        assert len(shown) == 5
        assert any("!advance 31d" in line for line in shown)
        assert not await at.terminal.line("!quit")
        await at.terminal.run(read_lines(io.StringIO("@lin one\n\n!quit\n@lin two\n")))
        assert "you said one" in at.out.getvalue()
        assert "two" not in at.out.getvalue()
        await at.terminal.run(read_lines(io.StringIO("@lin three\n")))
        assert "you said three" in at.out.getvalue()


PIPED = """
import asyncio, sys
from pathlib import Path
from bot.loopback import LoopbackServer
from bot.terminal import Terminal, read_lines
from tests.bot.harness import talking
from tests.bot.test_terminal import build

async def main():
    server = LoopbackServer()
    async with talking(build, server):
        await Terminal(server, folder=Path(sys.argv[1])).run(read_lines())

asyncio.run(main())
"""


def test_a_transcript_can_be_piped_in_and_nothing_else_is_printed(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PIPED, str(tmp_path)], input="@lin 你好\n@zhao hi\n", capture_output=True, text=True,
        timeout=60, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert ran.stdout == "bot → @lin> you said 你好\nbot → @zhao> you said hi\n"
    assert ran.stderr == ""
