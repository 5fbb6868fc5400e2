"""Another history than this ledger's: noted, told to the operator in the chat, shown by status, audit and fsck."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from bot.config import Outside
from bot.cosigning import gather
from bot.journal import load_key
from bot.outward import Outward
from bot.state import BotState
from bot.texts import LANGUAGES
from ledger import conflicts
from ledger.conflicts import read
from ledger.service import Ledger
from tests.bot.conftest import Run
from tests.bot.test_outward import Witnesses
from tests.bot.town import Town
from tests.ledger.house import House
from tests.ledger.watched import served

STOP = {"en": "Stop and look", "zh-Hans": "请先停下来核对", "zh-Hant": "請先停下來核對"}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.ledger.close()


@pytest.fixture
def state(tmp_path: Path) -> Iterator[BotState]:
    state = BotState.open(tmp_path / "bot", load_key(tmp_path / "bot.key", create=True))
    yield state
    state.close()


@pytest.fixture
def three(tmp_path: Path, house: House) -> Witnesses:
    return Witnesses(tmp_path, house.ledger.log_vkey)


def back(house: House, older: Path) -> None:
    """The house with an older copy."""
    house.ledger.close()
    shutil.rmtree(house.data / "ledger")
    shutil.copytree(older, house.data / "ledger")
    house.ledger = Ledger.open(house.data, clock=house.clock, scrypt_n=4)


# --- in the chat ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_operator_is_told_once_and_told_when_it_is_over(
    demo_town: Town, tmp_path: Path, language: str
) -> None:
    """A file kept elsewhere that holds more than is here; then it is put right."""
    demo_town.server.channel("operators")
    file, older = tmp_path / "kept", demo_town.data.with_name("older")
    shutil.copytree(demo_town.data / "ledger", older)
    good = (older / "checkpoint").read_bytes()
    outside = Outside(kept=file, operator="@operators")
    async with demo_town.open({"reg": language}) as talk:
        await talk.say("lin", "/register Helan Water 800k; 26642000000012345678; 2026-09-01; 2026-10-20; none")
        await talk.sign("lin", 1)
        file.write_bytes(newer := talk.house.desk.ledger.checkpoint())
    shutil.rmtree(demo_town.data / "ledger")
    shutil.copytree(older, demo_town.data / "ledger")
    async with demo_town.open({"reg": language}) as talk:
        desk = talk.house.desk
        for _ in range(3):
            await Outward(desk.ledger, desk.state, desk.clock, outside).look()
            await talk.house.courier.deliver()
        assert file.read_bytes() == newer
        told = [each.text for each in demo_town.server.chat("reg") if STOP[language] in each.text]
        assert len(told) == 1
        assert str(file) in told[0]
        assert "tallystick ledger audit --since" in told[0]
        (posted,) = demo_town.server.chat("operators")
        assert all(words in posted.text for words in STOP.values())
        (noted,) = read(demo_town.data / "ledger")
        assert (noted.about, noted.kind, noted.over) == (str(file), "elsewhere", None)
        file.write_bytes(good)
        await Outward(desk.ledger, desk.state, desk.clock, outside).look()
        await talk.house.courier.deliver()
        (noted,) = read(demo_town.data / "ledger")
        assert noted.over == desk.now()
        assert len(demo_town.server.chat("operators")) == 2
        assert "tallystick ledger status" in demo_town.server.chat("reg")[-1].text


async def test_announcements_that_say_more_than_is_here(demo_town: Town, tmp_path: Path) -> None:
    """Noted and told inside the unit of work that would announce; nothing is announced over them."""
    file, older = tmp_path / "announced", demo_town.data.with_name("older")
    shutil.copytree(demo_town.data / "ledger", older)
    outside = Outside(announce_file=file)
    async with demo_town.open({"reg": "en"}) as talk:
        await talk.say("lin", "/register Helan Water 800k; 26642000000012345678; 2026-09-01; 2026-10-20; none")
        await talk.sign("lin", 1)
        file.write_bytes(newer := talk.house.desk.ledger.checkpoint())
    shutil.rmtree(demo_town.data / "ledger")
    shutil.copytree(older, demo_town.data / "ledger")
    for _ in range(2):  # a restart between them
        async with demo_town.open({"reg": "en"}) as talk:
            desk = talk.house.desk
            await Outward(desk.ledger, desk.state, desk.clock, outside).look()
            await talk.house.courier.deliver()
    assert file.read_bytes() == newer
    assert [(each.about, each.kind) for each in read(demo_town.data / "ledger")] == [(str(file), "elsewhere")]
    assert len([each for each in demo_town.server.chat("reg") if STOP["en"] in each.text]) == 1


async def test_registrars_who_were_revoked_or_blocked_the_bot_are_not_written_to(
    demo_town: Town, tmp_path: Path
) -> None:
    async with demo_town.open({"reg": "en"}) as talk:
        desk = talk.house.desk
        await talk.block("reg")
        outward = Outward(desk.ledger, desk.state, desk.clock, Outside())
        outward.alarms.raised("w", "fork", "why", desk.ledger.checkpoint())
        await talk.house.courier.deliver()
        assert [letter for letter in desk.state.outbox.all() if "Stop and look" in str(letter.payload)] == []
        assert [each.about for each in read(demo_town.data / "ledger")] == ["w"]


# --- witnesses ------------------------------------------------------------------------------------


async def test_what_a_witness_says_is_noted_by_its_kind(house: House, state: BotState, three: Witnesses) -> None:
    older = house.data.with_name("older")
    shutil.copytree(house.data / "ledger", older)
    folder = house.data / "ledger"
    house.supplier()
    with ExitStack() as stack:
        outside = three.outside(*(stack.enter_context(served(each)) for each in three.folders), quorum=3)
        assert (await gather(house.ledger, outside)).reached
        back(house, older)
        for _ in range(2):  # a restart between them
            await Outward(house.ledger, state, house.clock, outside).look()
        assert [(each.kind, each.size) for each in read(folder)] == [("longer", 1)] * 3
        house.supplier()
        house.supplier()
        assert house.state.size == 7
        await Outward(house.ledger, state, house.clock, outside).look()
        assert [each.kind for each in read(folder)] == ["longer"] * 3 + ["refused"] * 3
        house.ledger.close()
        shutil.rmtree(folder)
        shutil.copytree(older, folder)


async def test_two_roots_of_one_size(house: House, state: BotState, three: Witnesses) -> None:
    older = house.data.with_name("older")
    shutil.copytree(house.data / "ledger", older)
    house.supplier()
    with served(three.folders[0]) as first:
        outside = three.outside(first, quorum=1)
        assert (await gather(house.ledger, outside)).reached
        size = house.state.size
        back(house, older)
        house.supplier()  # another one
        assert house.state.size == size
        await Outward(house.ledger, state, house.clock, outside).look()
    assert [(each.about, each.kind, each.size) for each in read(house.data / "ledger")] == [
        (three.witnesses[0].name, "fork", size)
    ]


# --- the command line -----------------------------------------------------------------------------


def settings(folder: Path, *lines: str) -> None:
    (folder / "tallystick.toml").write_text("\n".join(lines) + "\n")


def test_status_of_a_ledger_that_nobody_outside_sees(run: Run, house: House) -> None:
    house.ledger.close()
    status, out, err = run("ledger", "status")
    assert (status, err) == (0, "")
    assert "checkpoint of 1 entries" in out
    assert "unwitnessed: no witnesses are set" in out
    assert "kept elsewhere: nowhere (kept_checkpoint is not set)" in out
    assert run("ledger", "status", "--data", "nowhere")[0] == 1


def test_a_conflict_is_shown_until_it_is_over(run: Run, house: House, three: Witnesses, tmp_path: Path) -> None:
    """From the command line alone: cosign, an older copy put back, status, audit and fsck, the newer one again."""
    witness, older, newer = three.witnesses[0], tmp_path / "older", tmp_path / "newer"
    shutil.copytree(house.data / "ledger", older)
    house.supplier()
    house.ledger.close()
    with served(three.folders[0]) as (host, port):
        settings(tmp_path, f'witnesses = ["http://{host}:{port} {witness.vkey}"]', 'kept_checkpoint = "kept"')
        assert "unwitnessed: 1 of 1 witnesses are wanted" in run("ledger", "status")[1]
        assert "kept elsewhere: " in run("ledger", "status")[1]
        assert run("ledger", "status")[0] == 1  # what is to be kept elsewhere is not there
        assert run("ledger", "keep")[0] == 0
        assert run("ledger", "cosign")[0] == 0
        status, out, _ = run("ledger", "status")
        assert status == 0
        assert "witnessed: 4 entries, by 1 of 1 witnesses (1 wanted)" in out
        assert out.count("has 4 entries") == 1
        shutil.copytree(house.data / "ledger", newer)
        back(house, older)
        house.ledger.close()
        status, out, _ = run("ledger", "status")
        assert status == 1
        assert "has 4 entries, and 1 are here: this ledger is an older copy" in out
        (tmp_path / "kept").rename(tmp_path / "hidden")
        settings(tmp_path, f'witnesses = ["http://{host}:{port} {witness.vkey}"]')
        assert run("ledger", "cosign")[0] == 1
        status, out, err = run("ledger", "status")
        assert status == 1
        assert "needs somebody's attention" in err
        assert "CONFLICT since " in out
        assert "it signed 4 entries, and 1 are here" in out
        assert "(shown 1 entries, root " in out
        early = run("ledger", "checkpoint")[1]
        assert "CONFLICT since " in run("ledger", "audit", "--since", early)[1]
        found = json.loads(run("ledger", "audit", "--since", early, "--json")[1])
        assert [(each["kind"], each["lasts"]) for each in found["conflicts"]] == [("longer", True)]
        status, out, _ = run("ledger", "fsck")
        assert status == 1
        assert "fault: " in out
        assert "it signed 4 entries" in out
        noted = (house.data / "ledger" / conflicts.CONFLICTS).read_bytes()
        shutil.rmtree(house.data / "ledger")
        shutil.copytree(newer, house.data / "ledger")
        (house.data / "ledger" / conflicts.CONFLICTS).write_bytes(noted)
        assert run("ledger", "cosign")[0] == 0
    status, out, _ = run("ledger", "status")
    assert status == 0
    assert "over since " in out
    (house.data / "ledger" / conflicts.CONFLICTS).write_bytes(noted)
    settings(tmp_path)
    status, out, _ = run("ledger", "status", "--json")
    assert status == 0  # whoever said so is not asked any more
    assert json.loads(out)["conflicts"][0]["lasts"] is False
    assert "of one who is not asked any more" in run("ledger", "status")[1]


def test_what_lies_elsewhere_and_cannot_be_read_or_is_anothers(run: Run, house: House, tmp_path: Path) -> None:
    house.ledger.close()
    settings(tmp_path, 'announce_file = "announced"')
    (tmp_path / "announced").write_text("nonsense\n")
    status, out, _ = run("ledger", "status")
    assert status == 1
    assert "announced: " in out
    found = json.loads(run("ledger", "status", "--json")[1])
    assert found["announce_file"]["why"]
    assert found["attention"] is True


def test_notes_that_cannot_be_read_hide_no_proof(run: Run, house: House, tmp_path: Path) -> None:
    house.ledger.close()
    early = run("ledger", "checkpoint")[1]
    (house.data / "ledger" / conflicts.CONFLICTS).write_text("garbage\n")
    status, out, _ = run("ledger", "status")
    assert status == 1
    assert "CONFLICTS cannot be read: " in out
    status, out, _ = run("ledger", "audit", "--since", early)
    assert status == 0
    assert out.startswith("extends: the 1 entries")
    assert "CONFLICTS cannot be read: " in out
    assert "conflicts, line 1" in json.loads(run("ledger", "audit", "--since", early, "--json")[1])["conflicts_unread"]
    assert "fault: " in run("ledger", "fsck")[1]


def test_the_chat_of_the_operator_is_a_number(run: Run, tmp_path: Path) -> None:
    for wrong in ("@everybody", "me", "12"):
        settings(tmp_path, f'operator = "{wrong}"')
        status, _, err = run("ledger", "status")
        assert status == 2
        assert "is no chat's number" in err
