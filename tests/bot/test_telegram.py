"""``tallystick run`` as a real process against a Bot API server over HTTP: the operator's whole way."""

from __future__ import annotations

import json
import resource
import signal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from telegram import Bot as TelegramBot
from telegram.request import HTTPXRequest

from bot.cli import main
from bot.courier import Courier
from bot.journal import load_key
from bot.loopback.faults import ApiError
from bot.state import BotState
from tests.bot.telegram_api import TOKEN, Api, Bot, bot, telegram

PAYER, SUPPLIER = "91640000715044019M", "91640100MA76K3X20Y"
PIN, EMPTY = "271828", "○○○○○○"


def command(data: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What ``tallystick`` prints for these arguments, which must succeed."""
    assert main([*arguments, "--data", str(data)]) == 0, capsys.readouterr().err
    return capsys.readouterr().out


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, dict[str, str]]:
    """A real ledger with a supplier and a payer; the invitation of the first person of each."""
    data = tmp_path / "data"
    command(data, capsys, "init", "--origin", "ledger.example.org/sme")
    command(data, capsys, "enrol", "--name", "银河精密 | Yinhe Precision", "--uscc", SUPPLIER)
    command(data, capsys, "enrol", "--name", "贺兰水务集团 | Helan Water Group", "--uscc", PAYER, "--size", "large",
            "--state-owned", "--payer")  # fmt: skip
    codes = {}
    for name, uscc, role in (("lin", SUPPLIER, "owner"), ("feng", PAYER, "administrator")):
        codes[name] = command(data, capsys, "invite", "--uscc", uscc, "--role", role, "--name", name).strip()
    return data, codes


def events(data: Path) -> list[str]:
    lines = (data / "ledger" / "entries.jsonl").read_text().splitlines()
    return [json.loads(line)["event"]["type"] for line in lines]


async def enrol(api: Api, user: str, start: str) -> None:
    """``/start CODE``, the PIN chosen twice."""
    await api.say(user, "/language English", "English")
    shown = await api.say(user, start, "invitation enrols you")
    keypad = await api.press(user, shown, "", EMPTY)
    again = await api.pin(user, keypad, PIN, EMPTY)
    await api.pin(user, again, PIN, "You are enrolled")


async def invite(api: Api, inviter: str, role: str, name: str, *, pin: bool) -> str:
    """``/invite`` in the chat; the new person's ``/start CODE``."""
    summary = await api.say(inviter, f"/invite {role} {name}", name)
    if pin:
        keypad = await api.press(inviter, summary, "Sign", EMPTY)
        made = await api.pin(inviter, keypad, PIN, "?start=")
    else:
        made = await api.press(inviter, summary, "Sign", "?start=")
    return "/start " + made.text.partition("?start=")[2].split()[0]


async def register_and_request(api: Api) -> None:
    await api.say("lin", "Helan Water owes us 800k for pumps", "Send the invoice number")
    summary = await api.say("lin", "26642000000012345678; 1 Mar 2026; 20 Apr 2026; 120 days", "Contract due")
    keypad = await api.press("lin", summary, "Register", EMPTY)
    asked = await api.pin("lin", keypad, PIN, "Ask Helan Water Group to confirm")
    await api.press("lin", asked, "To finance", "Requested on")


async def test_from_nothing_to_a_confirmation(
    office: tuple[Path, dict[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Enrolment, invitations, a request, two people's confirmation; ended in good order; a killed bot loses nothing."""
    data, codes = office
    async with telegram() as api:
        async with bot(data, api.address) as running:
            await enrol(api, "lin", codes["lin"])
            await enrol(api, "feng", codes["feng"])
            await enrol(api, "zhao", await invite(api, "feng", "maker", "Zhao", pin=True))
            await enrol(api, "qian", await invite(api, "feng", "checker", "Qian", pin=False))
            assert main(["health", "--data", str(data)]) == 0
            assert main(["enrol", "--name", "X", "--uscc", "91640100MA76L8Y53W", "--data", str(data)]) == 1
            assert "in use by another process" in capsys.readouterr().err
            await register_and_request(api)
            assert await running.end(signal.SIGTERM) == 0
            sound(running)
        assert main(["health", "--data", str(data)]) == 1
        await killed_in_the_middle(api, data)
        async with bot(data, api.address) as running:
            approval = await api.say("qian", "/approve", "Unchanged since")
            keypad = await api.press("qian", approval, "Approve", EMPTY)
            await api.pin("qian", keypad, PIN, "Approved and in force")
            await api.hears("lin", "¥620,000.00")
            assert await running.end(signal.SIGINT) == 0
            sound(running)
    assert events(data).count("endorse") == 2  # of feng's invitation, by the second registrar; of the confirmation
    assert "verified: " in command(data, capsys, "ledger", "verify")
    assert "confirmed ¥620,000.00 disputed ¥180,000.00" in command(data, capsys, "ledger", "show")
    assert "Zhao maker of" in command(data, capsys, "ledger", "show", "people")


def sound(running: Bot) -> None:
    assert "is at work" in running.words
    assert "Traceback" not in running.words
    assert TOKEN not in running.words


async def killed_in_the_middle(api: Api, data: Path) -> None:
    """The maker signs; the bot dies when the first word of it reaches Telegram, and more is written meanwhile."""
    async with bot(data, api.address) as running:
        summary = await api.say("zhao", "R-0001: confirm 620k, 180k short delivery", "Needs a checker")
        keypad = await api.press("zhao", summary, "Sign", EMPTY)
        newest = api.keys("zhao", keypad, PIN)
        await api.until(lambda: "propose" in events(data)[5:], "the maker's proposal in the ledger")
        await running.end(signal.SIGKILL)
    written = api.people.say("lin", "/show R-0001")
    api.people.repeat()  # as Telegram does
    async with bot(data, api.address) as running:
        await api.hears("lin", "R-0001", written.id)
        api.people.say("zhao", "/help")  # any update has what waits delivered
        await api.hears("qian", "¥620,000.00")
        assert await running.end(signal.SIGTERM) == 0
        sound(running)
    assert newest
    assert events(data)[5:].count("propose") == 1
    assert len([m for m in api.people.chat("lin") if m.from_bot and m.id > written.id]) == 1
    assert len([m for m in api.people.chat("qian") if m.from_bot and "¥620,000.00" in m.text]) == 1


async def test_a_token_that_nobody_knows(office: tuple[Path, dict[str, str]]) -> None:
    data, _ = office
    before = tree(data)
    async with telegram() as api, bot(data, api.address, TOKEN[:-1] + "X") as running:
        assert await running.end() == 2
    assert one_sentence(running).startswith("tallystick: TALLYSTICK_TOKEN: the server does not know this token")
    assert tree(data) == before


async def test_network_down_at_the_start(office: tuple[Path, dict[str, str]]) -> None:
    data, _ = office
    async with bot(data, "http://127.0.0.1:9") as running:
        assert await running.end() == 1
    assert "Telegram cannot be reached" in one_sentence(running)


async def test_telegram_away_for_a_while(office: tuple[Path, dict[str, str]]) -> None:
    """An outage is told in a line, another at its end; what was written meanwhile is answered."""
    data, _ = office
    async with telegram() as api, bot(data, api.address) as running:
        await api.say("lin", "/start", "")
        api.refuse_polls = ApiError(502, "Bad Gateway")
        polls = api.calls["getUpdates"]
        written = api.people.say("lin", "/help")  # ends the poll under way
        await api.until(lambda: api.calls["getUpdates"] >= polls + 2, "polls that are refused")
        api.refuse_polls = None
        await api.hears("lin", "", written.id)
        assert await running.end(signal.SIGTERM) == 0
    assert running.words.count("Telegram cannot be reached") == 1
    assert running.words.count("Telegram answers again") == 1
    sound(running)


async def test_a_disk_that_fills_up(office: tuple[Path, dict[str, str]]) -> None:
    """The bot ends with a sentence; what was written meanwhile is answered by the next one, once."""
    data, _ = office
    async with telegram() as api:
        async with bot(data, api.address) as running:
            await api.say("lin", "/start", "")
            resource.prlimit(running.process.pid, resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
            written = api.people.say("lin", "/help")
            assert await running.end() == 1
            assert "Traceback" not in running.words
            assert "Make room or mend the disk, then start again" in running.words.splitlines()[-1]
        async with bot(data, api.address) as running:
            answer = await api.hears("lin", "/match", written.id)
            assert await running.end(signal.SIGTERM) == 0
        assert [m.text for m in api.people.chat("lin")].count(answer.text) == 1


async def test_another_process_polls(office: tuple[Path, dict[str, str]]) -> None:
    data, _ = office
    async with telegram() as api:
        api.refuse_polls = ApiError(409, "Conflict: terminated by other getUpdates request")
        async with bot(data, api.address) as running:
            assert await running.end() == 1
    assert "another process polls Telegram with this bot's token" in running.words
    assert "Traceback" not in running.words


async def test_a_token_that_is_withdrawn(office: tuple[Path, dict[str, str]]) -> None:
    data, _ = office
    async with telegram() as api, bot(data, api.address) as running:
        await api.say("lin", "/start", "")
        api.refuse = ApiError(401, "Unauthorized")
        api.people.say("lin", "/help")
        assert await running.end() == 1
    assert "does not know this token" in running.words
    assert TOKEN not in running.words
    assert "Traceback" not in running.words


async def test_letters_wait_for_the_network(tmp_path: Path) -> None:
    """What certainly never left is sent later; what may have arrived is not repeated."""
    state = BotState.open(tmp_path / "bot", load_key(tmp_path / "bot.key", create=True))
    desk: Any = SimpleNamespace(state=state, now=lambda: 0)
    async with telegram() as api:
        lin = api.people.user("lin").id
        with state.message():
            state.accounts.touch(lin, lin)
            state.outbox.queue("one", lin, {"html": "R-0001 is due"}, 0)
        async with HTTPXRequest() as wire:
            away = TelegramBot(TOKEN, base_url="http://127.0.0.1:9/bot", request=wire)
            assert await Courier(desk, away).deliver() == 0
            assert [letter.key for letter in state.outbox.in_state("waiting")] == ["one"]
            courier = Courier(desk, TelegramBot(TOKEN, base_url=f"{api.address}/bot", request=wire))
            assert await courier.deliver() == 1
            assert [message.text for message in api.people.chat("lin")] == ["R-0001 is due"]
            with state.message():
                state.outbox.queue("two", lin, {"html": "R-0002 is due"}, 0)
            api.refuse = ApiError(502, "Bad Gateway")
            assert await courier.deliver() == 0
            assert [letter.key for letter in state.outbox.in_state("uncertain")] == ["two"]
    state.close()


def tree(folder: Path) -> dict[str, bytes]:
    """The ledger's files and texts."""
    return {str(p): p.read_bytes() for part in ("ledger", "texts", "held") for p in (folder / part).rglob("*")
            if p.is_file() and p.name != "lock"}  # fmt: skip


def one_sentence(running: Bot) -> str:
    """The last line, which says why it ended; nothing before it but that it started."""
    assert "Traceback" not in running.words
    assert TOKEN[12:] not in running.words
    lines = running.words.splitlines()
    assert len(lines) == 2, running.words
    return lines[-1]
