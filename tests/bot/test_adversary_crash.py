"""Crashes, outages and clocks at the worst moment: nothing lost, nothing twice, no "sent" that was not."""

from __future__ import annotations

import json
import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot import enrolment
from bot.clock import DemoClock
from bot.journal import Journal
from bot.loopback import Fault, LoopbackServer, Seen
from ledger.errors import StorageError
from policies.advise import Adviser
from tests.bot.harness import FROM_BOT
from tests.bot.town import CLOCK, PIN, Town, Visit, texts

REGISTER = "/register Helan Water 800k; 26642000000012345678; 2026-09-01; 2026-10-20; none"
PEOPLE = dict.fromkeys(("lin", "feng", "zhao", "qian"), "en")


@pytest.fixture
async def talk(demo_town: Town) -> AsyncIterator[Visit]:
    async with demo_town.open(PEOPLE) as visit:
        await requested(visit)
        yield visit


async def requested(talk: Visit) -> None:
    """lin has asked Helan Water to confirm; it is Monday, 10:00."""
    await talk.say("lin", REGISTER)
    await talk.sign("lin", "Register")
    await talk.press("lin", "To finance")
    await talk.advance(days=1)


async def almost_acknowledged(talk: Visit) -> None:
    """zhao has entered the PIN but for OK."""
    await talk.say("zhao", "/acknowledge R-0001")
    await talk.press("zhao", "Sign")
    for digit in PIN:
        await talk.press("zhao", digit)


async def invited(talk: Visit) -> str:
    await talk.say("feng", "/invite maker 周兰")
    return texts(await talk.sign("feng", 1), "feng").partition("?start=")[2].split()[0]


def heard(talk: Visit, since: int = 0) -> int:
    """How often lin was told of the acknowledgement."""
    told = (each for each in talk.server.log[since:] if each.person == "lin" and each.kind == "message")
    return sum("R-0001" in each.text and "received your request" in each.text for each in told)


async def test_a_kill_at_whatever_moment_of_signing(demo_town: Town, tmp_path: Path, adviser: Adviser) -> None:
    copies: list[tuple[Path, int]] = []
    async with demo_town.open(PEOPLE) as talk:
        await requested(talk)
        await almost_acknowledged(talk)
        start = len(talk.server.log)

        def snapshot(seen: Seen) -> None:
            if seen.kind not in FROM_BOT:
                return  # Telegram has the tap, the bot does not yet
            copy = tmp_path / f"kill-{len(copies)}"
            shutil.copytree(demo_town.folder, copy)
            copies.append((copy, heard(talk, start)))

        talk.server.watch(snapshot)
        await talk.press("zhao", "OK")
        talk.server._watchers.clear()
        assert heard(talk, start) == 1
        size = talk.size
    assert len(copies) >= 3
    for copy, before in copies:
        again = Town(copy, adviser)
        again.server = LoopbackServer(first_id=10_000)
        for name in PEOPLE:
            again.server.user(name)
        async with again.open() as talk:
            if "⌫" in talk.labels("zhao"):
                await talk.pin("zhao")
            assert talk.size == size
            assert talk.entries(size - 1) == ["acknowledge"]
            await talk.advance(minutes=2)
            uncertain = [each for each in talk.house.desk.state.outbox.in_state("uncertain") if each.user]
            assert before + heard(talk) == 1 or (before == heard(talk) == 0 and uncertain)


async def test_an_entry_of_friday_is_told_on_monday(demo_town: Town) -> None:
    saved = demo_town.folder / "saved"
    async with demo_town.open(PEOPLE) as talk:
        await requested(talk)
        await talk.advance(days=4)
        await almost_acknowledged(talk)
        shutil.copytree(demo_town.data / "bot", saved)
        await talk.press("zhao", "OK")
    shutil.rmtree(demo_town.data / "bot")
    saved.rename(demo_town.data / "bot")
    clock = DemoClock(demo_town.data / CLOCK, running=False)
    clock.advance(timedelta(days=3))
    clock.close()
    start = len(demo_town.server.log)
    async with demo_town.open() as talk:
        await talk.advance(minutes=1)
        assert heard(talk, start) == 1


async def test_a_tick_between_an_enrolment_and_its_account(talk: Visit) -> None:
    """The entry is there before the account is bound: the new maker is not written off as unreachable."""
    desk = talk.house.desk
    code = await invited(talk)
    invitation = desk.ledger.state.invitations[enrolment.code_hash(code)]
    _, person = enrolment.enrol(desk.ledger, invitation, code, "135791")
    seen = await talk.advance(minutes=1)
    assert "not delivered" not in texts(seen, "lin")
    desk.state.accounts.link(talk.server.user("zhou", language="en").id, person)
    assert "R-0001" in texts(await talk.advance(minutes=2), "zhou")


async def test_a_disk_that_fails_in_an_enrolment_keeps_its_key(demo_town: Town) -> None:
    """The entry was written, its checkpoint was not: the next start finds the entry good, so its key must be there."""
    async with demo_town.open(PEOPLE) as talk:
        code = await invited(talk)
        ledger = talk.house.desk.ledger
        invitation = ledger.state.invitations[enrolment.code_hash(code)]
        blocker = next(demo_town.data.rglob("entries.jsonl")).with_name("checkpoint.tmp")
        blocker.mkdir()
        with pytest.raises(StorageError):
            enrolment.enrol(ledger, invitation, code, "135791")
    blocker.rmdir()
    demo_town.server.user("zhou", language="en")
    async with demo_town.open() as talk:
        await talk.say("zhou", f"/start {code}")
        await talk.press("zhou", 1)
        await talk.pin("zhou", "135791")
        assert "You are enrolled as maker" in texts(await talk.pin("zhou", "135791"), "zhou")


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
async def test_a_reminder_that_had_to_wait_still_keeps_the_night(demo_town: Town) -> None:
    async with demo_town.open(PEOPLE) as talk:
        await talk.advance(days=1, hours=11, minutes=55)
        await talk.say("lin", REGISTER)
        await talk.sign("lin", "Register")
        await talk.press("lin", "To finance")
        talk.server.fail(Fault.flood(600), user="zhao")
        await talk.advance(minutes=1)
        assert "R-0001" not in texts(await talk.advance(minutes=30), "zhao")
        assert "R-0001" not in texts(await talk.say("lin", "/help"), "zhao")
        assert "R-0001" in texts(await talk.advance(hours=11), "zhao")


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
async def test_one_account_that_must_wait_holds_up_nobody(talk: Visit) -> None:
    await talk.say("zhao", "/confirm R-0001 all")
    talk.server.fail(Fault.flood(600), user="qian", times=9)
    assert "approve" in texts(await talk.sign("zhao", "Sign"), "zhao").lower()
    assert heard(talk) == 0
    await talk.say("zhao", "/acknowledge R-0001")
    await talk.sign("zhao", "Sign")
    assert heard(talk) == 1


async def test_an_outbox_letter_of_an_erased_account_goes_nowhere(talk: Visit) -> None:
    desk = talk.house.desk
    user = talk.server.user("lin").id
    with desk.state.message():
        desk.state.outbox.queue("x", user, {"html": "R-0001 of Lin"}, desk.now())
    stale = desk.state.outbox.in_state("waiting")
    with desk.state.message():
        desk.state.erase(user)
        desk.meet(user, user, "en")
    start = len(talk.server.log)
    for letter in stale:
        await talk.house.courier._one(letter)
    assert len(talk.server.log) == start


async def test_the_export_holds_the_name_and_only_ones_own(talk: Visit) -> None:
    await talk.say("zhao", "/privacy")
    seen = await talk.press("zhao", 1)
    file = next(each.file for each in seen if each.file)
    data = json.loads(file.content)
    assert "Zhao Min" in data["person"]["name"]
    assert data["person"]["roles"] == ["maker"]
    text = file.content.decode()
    assert "Feng Jing" not in text
    assert "sealed" not in text


async def test_erasing_twice_and_after_the_name_was_lost(talk: Visit) -> None:
    desk = talk.house.desk
    person = desk.person_of(talk.server.user("zhao").id)
    assert person is not None
    for path in (desk.data).rglob(person.name):
        path.unlink()
    for _ in range(2):
        await talk.say("zhao", "/privacy")
        await talk.press("zhao", 2)
        assert "rased" in texts(await talk.press("zhao", 1), "zhao")
    assert desk.account_of(person.person) is None
    assert "erased" in texts(await talk.say("feng", "/people"), "feng")


async def test_a_clock_that_ran_ahead_and_was_set_back(talk: Visit) -> None:
    """What was next after the year it ran ahead is not what is next now."""
    ticker = talk.house.ticker
    ticker._next, ticker._looked = ticker._desk.now() + 10**11, ticker._desk.now() + 10**10
    seen = await talk.advance(days=8)
    assert "R-0001" in texts(seen, "zhao")


async def test_who_blocked_the_bot_makes_one_line_in_the_log(talk: Visit, caplog: pytest.LogCaptureFixture) -> None:
    talk.server.fail(Fault.blocked(), user="zhao", times=2)
    await talk.say("zhao", "/help")
    assert [record.name for record in caplog.records if record.levelname == "ERROR"] == ["bot.app"]


async def test_a_question_given_up_at_the_keypad_is_erased(talk: Visit) -> None:
    await talk.say("zhao", "/query R-0001 Which milestone?")
    await talk.press("zhao", "Sign")
    order = talk.application.user_data[talk.server.user("zhao").id]["pad"]["order"]
    texts_ = talk.house.desk.ledger.texts
    assert texts_.read(order["body"]["question"]) == "Which milestone?"
    await talk.say("zhao", "/cancel")
    assert texts_.erased(order["body"]["question"])


async def test_a_question_that_is_recorded_survives_a_cancel(demo_town: Town) -> None:
    """Recorded, and a crash kept that from the bot: the keypad is still there, and giving it up erases nothing."""
    saved = demo_town.folder / "saved"
    async with demo_town.open(PEOPLE) as talk:
        await requested(talk)
        await talk.say("zhao", "/query R-0001 Which milestone?")
        await talk.press("zhao", "Sign")
        shutil.copytree(demo_town.data / "bot", saved)
        await talk.pin("zhao")
        assert talk.entries(talk.size - 1) == ["query"]
    shutil.rmtree(demo_town.data / "bot")
    saved.rename(demo_town.data / "bot")
    async with demo_town.open() as talk:
        read = texts(await talk.say("zhao", "/cancel"), "zhao")
        assert "Cancelled" not in read
        assert "R-0001" in read
        assert "Which milestone?" in texts(await talk.say("lin", "/answer R-0001"), "lin")


async def test_a_ledger_older_than_the_bots_own_data(talk: Visit) -> None:
    """What buttons and letters speak of may not be there: they have expired, and ticks go on."""
    desk = talk.house.desk
    user = talk.server.user("lin").id
    offers = [("show", {"receivable": "0" * 64}), ("endorse", {"proposal": "0" * 64})]
    about = {"receivable": "0" * 64, "side": "payer", "recipient": "0" * 32}
    with desk.state.message():
        groups = [desk.state.buttons.issue(user, [offer], expires_at=desk.now() + 9**9) for offer in offers]
        desk.state.outbox.claim("x", user, {"about": about}, desk.now())
        desk.state.outbox.failed("x", "blocked", desk.now())
    message = talk.server.chat("lin")[-1]
    for (data,) in groups:
        assert "went wrong" not in texts(await talk.press("lin", data, message_id=message.id), "lin")
    await talk.advance(minutes=1)


async def test_a_look_that_failed_is_tried_again(talk: Visit) -> None:
    """One receivable that cannot be read must not stop reminders until the ledger grows."""
    desk, ticker = talk.house.desk, talk.house.ticker
    ticker._size = 0
    desk.ledger.state.receivables["unreadable"] = None  # type: ignore[assignment]
    with pytest.raises(AttributeError):
        await ticker.tick()
    del desk.ledger.state.receivables["unreadable"]
    await ticker.tick()
    assert ticker._size == desk.ledger.state.size


def test_what_a_crash_left_half_written_is_for_its_owner_alone(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "bot", bytes(32))
    journal.append([("t", "k", {"v": 1})])
    journal.close()
    path = next((tmp_path / "bot").glob("state.*.journal"))
    path.write_bytes(path.read_bytes() + b"torn")
    Journal(tmp_path / "bot", bytes(32)).close()
    assert (tmp_path / "bot" / "state.torn").stat().st_mode & 0o077 == 0
