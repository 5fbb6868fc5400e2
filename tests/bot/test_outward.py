"""Checkpoints shown outside, with real witnesses on the loopback interface: cosigned, kept elsewhere, announced."""

from __future__ import annotations

import asyncio
import shutil
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot import app
from bot.clock import DemoClock
from bot.config import Outside
from bot.cosigning import gather
from bot.journal import load_key
from bot.loopback.faults import Fault
from bot.outward import Outward, due
from bot.state import BotState
from ledger import kept, receipts, witnessing
from ledger.checkpoint import Note, Verifier
from ledger.cosignatures import Witness, cosignatures
from ledger.cosigned import Policy
from ledger.errors import CorruptError
from ledger.service import Ledger
from ledger.types import Checkpoint
from policies.advise import Adviser
from tests.bot.town import Town
from tests.ledger.house import House
from tests.ledger.watched import served

DAY_MS = 24 * 3600 * 1000


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


class Witnesses:
    """Three witnesses of a ledger, each with a folder; they are at work inside ``with``."""

    def __init__(self, folder: Path, vkey: str) -> None:
        self.folders = [folder / f"w{number}" for number in range(3)]
        self.witnesses = tuple(witnessing.create(each, f"witness.example/{each.name}") for each in self.folders)
        for each in self.folders:
            witnessing.add_log(each, vkey)

    def outside(self, *addresses: tuple[str, int], quorum: int = 2) -> Outside:
        """The setting, with the witnesses at these addresses; the others are nowhere."""
        prefixes = [f"http://{host}:{port}" for host, port in addresses]
        return Outside(Policy(self.witnesses, quorum), (*prefixes, *[nowhere()] * (3 - len(prefixes))))


def nowhere() -> str:
    """An address where nobody listens."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{unused.getsockname()[1]}"


@pytest.fixture
def three(tmp_path: Path, house: House) -> Witnesses:
    return Witnesses(tmp_path, house.ledger.log_vkey)


def carried(ledger: Ledger, seq: int, witnesses: tuple[Witness, ...]) -> int:
    return len(receipts.verify(ledger.receipt(seq), [ledger.log_vkey], witnesses=witnesses).cosigned)


# --- witnesses ------------------------------------------------------------------------------------


async def test_enough_witnesses_sign(house: House, state: BotState, three: Witnesses) -> None:
    house.supplier()
    with served(three.folders[0]) as first, served(three.folders[1]) as second:
        outward = Outward(house.ledger, state, house.clock, three.outside(first, second))
        await outward.look()
        assert carried(house.ledger, 1, three.witnesses) == 2
        house.supplier()
        assert carried(house.ledger, 6, three.witnesses) == 0
        await outward.look()
        await outward.look()
        assert carried(house.ledger, 6, three.witnesses) == 2
    house.reopen()
    assert carried(house.ledger, 6, three.witnesses) == 2


async def test_too_few_sign(house: House, three: Witnesses) -> None:
    with served(three.folders[0]) as first:
        found = await gather(house.ledger, three.outside(first))
        assert not found.reached
        assert found.signed == three.witnesses[:1]
        assert len(found.faults) == 2
        assert all("cannot be reached" in str(fault) and not fault.conflict for fault in found.faults)
        assert house.ledger.cosigned.note is None
        found = await gather(house.ledger, three.outside(first, quorum=1))
        assert found.reached
        with served(three.folders[1]) as second:  # a late one is asked for the same checkpoint, and added
            found = await gather(house.ledger, three.outside(first, second, quorum=1))
            assert (found.reached, len(found.signed)) == (True, 2)
    assert house.ledger.cosigned.note is not None
    assert len(cosignatures(Note.parse(house.ledger.cosigned.note), three.witnesses)) == 2


async def test_an_older_copy_is_told_loudly_and_once(
    house: House, state: BotState, three: Witnesses, caplog: pytest.LogCaptureFixture
) -> None:
    """A witness that saw more entries than there are here: 409 with a size beyond ours."""

    shutil.copytree(house.data / "ledger", house.data.with_name("older"))
    with ExitStack() as stack:
        outside = three.outside(*(stack.enter_context(served(folder)) for folder in three.folders))
        house.supplier()
        assert (await gather(house.ledger, outside)).reached
        house.ledger.close()
        for name in ("entries.jsonl", "checkpoint", "cosigned"):  # whoever hides the cosigned one, too
            (house.data / "ledger" / name).unlink()
        shutil.copytree(house.data.with_name("older"), house.data / "ledger", dirs_exist_ok=True)
        house.ledger = Ledger.open(house.data, clock=house.clock, scrypt_n=4)
        outward = Outward(house.ledger, state, house.clock, outside)
        await outward.look()
        await outward.look()
        told = [record.getMessage() for record in caplog.records if record.levelname == "CRITICAL"]
        assert len(told) == 3
        assert all("it signed 4 entries, and 1 are here: this ledger is an older copy" in line for line in told)
        for _ in range(2):
            house.payer()  # a fork: other entries under the same numbers
        caplog.clear()
        await outward.look()
        assert [record.levelname for record in caplog.records] == ["CRITICAL"] * 3
        assert "do not extend the 4 it signed" in caplog.text
    assert house.ledger.cosigned.note is None


async def test_who_is_away_is_told_once_and_comes_back(
    house: House, state: BotState, three: Witnesses, caplog: pytest.LogCaptureFixture
) -> None:
    with served(three.folders[0]) as first:
        away = Outward(house.ledger, state, house.clock, three.outside(first, quorum=1))
        for _ in range(3):
            await away.look()
    assert len(caplog.records) == 2
    assert all("is asked again every minute" in record.getMessage() for record in caplog.records)
    caplog.clear()
    with served(three.folders[1]) as second:
        away._outside = replace(away._outside, prefixes=(nowhere(), f"http://{second[0]}:{second[1]}", nowhere()))
        await away.look()
    assert "witness witness.example/w1 signs again" in caplog.text


async def test_answers_from_somebody_else(house: House, three: Witnesses, tmp_path: Path) -> None:
    """A server that is no witness, or another one than its key says, gives no signature."""
    stranger = tmp_path / "stranger"
    witnessing.create(stranger, "witness.example/w0")
    witnessing.add_log(stranger, house.ledger.log_vkey)

    async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        try:
            while True:
                writer.write(b"4000\r\n" + b"x" * 0x4000 + b"\r\n")
                await writer.drain()
        except OSError:
            writer.close()

    async def redirect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    servers = [await asyncio.start_server(each, "127.0.0.1", 0) for each in (endless, redirect)]
    try:
        with served(stranger) as first:
            addresses = [first, *(server.sockets[0].getsockname()[:2] for server in servers)]
            found = await gather(house.ledger, three.outside(*addresses))
        assert found.signed == ()
        said = [str(fault) for fault in found.faults]
        assert "no cosignature by the key that is configured" in said[0]
        assert "its answer" in said[1]
        assert "it answered 302" in said[2]
        assert not any(fault.conflict for fault in found.faults)
    finally:
        for server in servers:
            server.close()


async def test_who_never_answers_is_left(house: House, three: Witnesses, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.cosigning.SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        found = await gather(house.ledger, three.outside(silent.getsockname()))
    assert "did not answer in" in str(found.faults[0]) or "cannot be reached" in str(found.faults[0])


# --- kept elsewhere -------------------------------------------------------------------------------


async def test_the_kept_checkpoint_follows(
    house: House, state: BotState, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "elsewhere"
    outward = Outward(house.ledger, state, house.clock, Outside(kept=file))
    await outward.look()
    assert file.read_bytes() == house.ledger.checkpoint()
    house.supplier()
    await outward.look()
    assert file.read_bytes() == house.ledger.checkpoint()
    file.unlink()
    (file / "in the way").mkdir(parents=True)
    house.supplier()
    for _ in range(2):
        await outward.look()
    assert len(caplog.records) == 1
    (file / "in the way").rmdir()
    file.rmdir()
    await outward.look()
    assert file.read_bytes() == house.ledger.checkpoint()


async def test_another_history_is_not_overwritten(house: House, state: BotState, tmp_path: Path) -> None:
    file = tmp_path / "elsewhere"
    (tmp_path / "b").mkdir()
    other = House(tmp_path / "b")
    file.write_bytes(other.ledger.checkpoint())
    other.ledger.close()
    before = file.read_bytes()
    await Outward(house.ledger, state, house.clock, Outside(kept=file, announce_file=file)).look()
    assert file.read_bytes() == before


# --- announcements --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "size", "day", "expected"),
    [
        (None, 5, 1, True),
        ({"size": 5, "day": 1}, 5, 2, False),  # nothing new
        ({"size": 5, "day": 1}, 6, 1, False),
        ({"size": 5, "day": 1}, 6, 2, True),
        ({"size": 5, "day": 1}, 14, 1, False),
        ({"size": 5, "day": 1}, 15, 1, True),
        ({"size": 5, "day": 1}, 4, 9, False),  # an older copy announces nothing
    ],
)
def test_when_it_is_announced(last: dict[str, int] | None, size: int, day: int, expected: bool) -> None:
    assert due(last, Checkpoint("o", size, bytes(32)), day, 10) is expected


async def test_the_announcements(house: House, state: BotState, tmp_path: Path) -> None:
    file = tmp_path / "www" / "announcements"
    outside = Outside(announce_file=file, every=6)
    outward = Outward(house.ledger, state, house.clock, outside)

    def sizes() -> list[int]:
        found = kept.checkpoints(file.read_bytes(), [Verifier.from_vkey(house.ledger.log_vkey)])
        return [each.size for each in found]

    await outward.look()
    assert sizes() == [1]
    house.supplier()
    await outward.look()
    assert sizes() == [1]  # the same day
    house.supplier()
    await outward.look()
    assert sizes() == [1, 7]  # many entries
    house.supplier()
    house.clock.forward(DAY_MS)
    await Outward(house.ledger, state, house.clock, outside).look()  # after a restart
    await outward.look()
    assert sizes() == [1, 7, 10]
    state.meta.set("checkpoint.announced", {"size": 7, "day": 0})  # a crash after the file, before the bot's data
    await outward.look()
    assert sizes() == [1, 7, 10]
    house.ledger.close()
    house.ledger = Ledger.open(house.data, clock=house.clock, scrypt_n=4, kept=[file])
    file.write_bytes(file.read_bytes().replace(b"\n7\n", b"\n8\n"))
    house.ledger.close()
    with pytest.raises(CorruptError, match="no checkpoint of this ledger"):
        Ledger.open(house.data, clock=house.clock, scrypt_n=4, kept=[file])


async def test_a_post_in_the_channel(demo_town: Town) -> None:
    """Posted once a size, in every language, and what was copied from it is a checkpoint that can be audited."""
    demo_town.server.channel("tally")
    outside = Outside(channel="@tally", every=1)
    async with demo_town.open() as talk:
        desk = talk.house.desk
        outward = Outward(desk.ledger, desk.state, desk.clock, outside)
        for _ in range(2):
            await outward.look()
            await talk.house.courier.deliver()
        (posted,) = demo_town.server.chat("tally")
        assert f"Checkpoint of the ledger at {talk.size} entries." in posted.text
        assert "账本检查点" in posted.text
        assert "帳本檢查點" in posted.text
        copied = posted.text[posted.text.index(desk.ledger.genesis.origin) :].encode()
        (found,) = desk.ledger.cosigned.extended(copied, "the channel")
        assert found.size == talk.size
    async with demo_town.open() as talk:  # a restart repeats nothing
        outward = Outward(talk.house.desk.ledger, talk.house.desk.state, talk.house.desk.clock, outside)
        await outward.look()
        await talk.house.courier.deliver()
        assert len(demo_town.server.chat("tally")) == 1


@pytest.mark.parametrize(("fault", "kind"), [("lost", "uncertain"), ("forbidden", "failed")])
async def test_a_post_that_fails_is_not_repeated(demo_town: Town, fault: str, kind: str) -> None:
    channel = demo_town.server.channel("tally")
    channel.blocked = fault == "forbidden"
    if fault == "lost":
        demo_town.server.fail(Fault(), times=1)
    async with demo_town.open() as talk:
        desk = talk.house.desk
        outward = Outward(desk.ledger, desk.state, desk.clock, Outside(channel="@tally"))
        await outward.look()
        for _ in range(2):
            await talk.house.courier.deliver()
            await talk.advance(seconds=timedelta(minutes=2).total_seconds())
        assert [letter.state for letter in desk.state.outbox.all() if "channel" in (letter.payload or {})] == [kind]
        assert demo_town.server.chat("tally") == []


async def test_the_application_looks_by_itself(demo_town: Town, adviser: Adviser, tmp_path: Path) -> None:
    file, clock = tmp_path / "kept", DemoClock(demo_town.data / "demo-clock.json", running=False)
    ledger = Ledger.open(demo_town.data, demo_town.folder / "keys", clock, scrypt_n=2)
    desk = app.furnish(ledger, demo_town.data, demo_town.folder / "keys", clock, adviser=adviser)
    house = app.build(desk, server=demo_town.server, outside=Outside(kept=file))

    async def until() -> None:
        async with asyncio.timeout(30):
            while not file.exists():  # noqa: ASYNC110 - a file has no event
                await asyncio.sleep(0.05)

    try:
        await app.run(house, until=until)
        assert file.read_bytes() == ledger.checkpoint()
    finally:
        house.close()
