"""Entries below the snapshot are read again beside the work: the operator hears of one that was changed, and when it is
over; the bot goes on, and ends when it is asked to."""

from __future__ import annotations

import asyncio
import json
import logging

import pytest

from bot import app, below, untold
from bot.clock import DemoClock
from bot.config import Outside
from bot.outward import Outward
from bot.texts import LANGUAGES
from ledger import below as ledger_below
from ledger import snapshot
from ledger.conflicts import read
from ledger.service import Ledger
from policies.advise import Adviser
from tests.bot.conftest import Run
from tests.bot.town import Town, Visit

STOP = {"en": "an entry in entries.jsonl", "zh-Hans": "有一条记录不是", "zh-Hant": "有一筆紀錄不是"}
OVER = {"en": "are those that were recorded again", "zh-Hans": "又与当初记入的一致", "zh-Hant": "又與當初記入的一致"}


@pytest.fixture
def below_town(demo_town: Town, monkeypatch: pytest.MonkeyPatch) -> Town:
    """A demo that opens from a snapshot, and whose bot reads but a few of the newest entries when it starts."""
    monkeypatch.setattr(untold, "ENTRIES", 3)
    monkeypatch.setattr(snapshot, "MINIMUM", 1)
    monkeypatch.setattr(ledger_below, "CHUNK", 5)
    monkeypatch.setattr(below, "REST", 0)
    clock = DemoClock(demo_town.data / "demo-clock.json", running=False)
    Ledger.open(demo_town.data, demo_town.folder / "keys", clock, scrypt_n=2).close()
    clock.close()
    return demo_town


def changed(town: Town) -> bytes:
    """One byte of an entry in the middle is another one now; how the file was."""
    path = town.data / "ledger" / "entries.jsonl"
    good = path.read_bytes()
    path.write_bytes(good[: len(good) // 2] + bytes([good[len(good) // 2] ^ 1]) + good[len(good) // 2 + 1 :])
    return good


async def looked(talk: Visit) -> None:
    desk = talk.house.desk
    outward = Outward(desk.ledger, desk.state, desk.clock, Outside(operator="@operators"))
    await below.reread(desk.ledger, outward.alarms)
    await talk.house.courier.deliver()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_changed_entry_is_told_once_and_when_it_is_over(
    below_town: Town, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    below_town.server.channel("operators")
    good, folder = changed(below_town), below_town.data / "ledger"
    for _ in range(2):  # a restart between them
        async with below_town.open({"reg": language}) as talk:
            assert talk.house.desk.ledger._book.snapshot
            await looked(talk)
            await talk.say("lin", "/help")  # it goes on
    (noted,) = read(folder)
    assert (noted.about, noted.kind, noted.over) == ("entries.jsonl", "changed", None)
    assert "changed below the snapshot" in noted.why
    assert "delete nothing" in caplog.text
    assert len([each for each in below_town.server.chat("reg") if STOP[language] in each.text]) == 1
    (posted,) = below_town.server.chat("operators")
    assert all(words in posted.text for words in STOP.values())
    (folder / "entries.jsonl").write_bytes(good)
    async with below_town.open({"reg": language}) as talk:
        caplog.clear()
        with caplog.at_level(logging.INFO):
            await looked(talk)
        assert "below the snapshot are those that were recorded" in caplog.text
    (noted,) = read(folder)
    assert noted.over is not None
    assert OVER[language] in below_town.server.chat("reg")[-1].text


async def test_status_shows_it(below_town: Town, run: Run) -> None:
    changed(below_town)
    async with below_town.open() as talk:
        await looked(talk)
    where = ("--data", str(below_town.data), "--keys", str(below_town.folder / "keys"))
    status, out, err = await asyncio.to_thread(run, "ledger", "status", *where)
    assert status == 1
    assert "CONFLICT since " in out
    assert "changed below the snapshot" in out
    assert "needs somebody's attention" in err
    status, out, _ = await asyncio.to_thread(run, "ledger", "status", "--json", *where)
    assert [(each["kind"], each["lasts"]) for each in json.loads(out)["conflicts"]] == [("changed", True)]


@pytest.mark.parametrize("rest", [0, 3600])
async def test_the_application_reads_by_itself_and_ends_at_once(
    below_town: Town, adviser: Adviser, monkeypatch: pytest.MonkeyPatch, rest: int
) -> None:
    """With an hour between two chunks it is cancelled in its sleep."""
    monkeypatch.setattr(below, "REST", rest)
    changed(below_town)
    clock, noted = DemoClock(below_town.data / "demo-clock.json", running=False), below_town.data / "ledger/conflicts"
    ledger = Ledger.open(below_town.data, below_town.folder / "keys", clock, scrypt_n=2)
    desk = app.furnish(ledger, below_town.data, below_town.folder / "keys", clock, adviser=adviser)
    house = app.build(desk, server=below_town.server, outside=Outside())

    async def until() -> None:
        async with asyncio.timeout(30):
            while rest == 0 and not noted.exists():  # noqa: ASYNC110 - a file has no event
                await asyncio.sleep(0.05)

    try:
        await app.run(house, until=until)
    finally:
        house.close()
    assert noted.exists() == (rest == 0)
    assert house.fault is None
