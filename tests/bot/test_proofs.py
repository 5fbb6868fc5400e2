"""Receipts and status statements in the chat: handed out as files, and what an uploaded one is said to prove."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from ledger import receipts, status
from ledger.checkpoint import Signer
from ledger.keys import Keys
from ledger.types import Checkpoint, Event
from tests.bot.town import Town, Visit, texts

PEOPLE = ("lin", "wei", "zhao", "qian", "sun")
REGISTER = "/register Helan Water 800k; 26642000000012345678; 2026-09-01; 2026-10-20; none"
NOT_NOW = {
    "en": "It proves that this was recorded, not what is true now.",
    "zh-Hans": "它证明曾有此记录，不证明当前状态。",
    "zh-Hant": "它證明曾有此紀錄，不證明目前狀態。",
}
AFTER_THE_LOCK = {"en": "made after their own lock", "zh-Hans": "在自己锁定之后", "zh-Hant": "在自己鎖定之後"}


@pytest.fixture
async def talk(demo_town: Town) -> AsyncIterator[Visit]:
    """R-0001 of 800,000.00: registered by lin, requested from Helan Water."""
    async with demo_town.open(dict.fromkeys(PEOPLE, "en")) as talk:
        for name in PEOPLE:
            talk.house.desk.state.accounts.set(talk.server.user(name).id, "language_chosen", True)
        await talk.say("lin", REGISTER)
        await talk.sign("lin", "Register")
        await talk.press("lin", "Only our books")
        yield talk


def file(talk: Visit, user: str) -> tuple[str, bytes]:
    """The newest file that ``user`` was sent."""
    found = next(each.file for each in reversed(talk.server.chat(user)) if each.file is not None)
    return found.name, found.content


async def uploaded(talk: Visit, name: str, content: bytes, language: str = "en") -> str:
    """What the bank hears of a file."""
    talk.house.desk.state.accounts.set_language(talk.server.user("sun").id, language)
    return texts(await talk.send("sun", name, content), "sun")


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
async def test_a_receipt_says_what_it_proves_and_what_it_does_not(talk: Visit, language: str) -> None:
    ledger = talk.house.desk.ledger
    talk.house.desk.state.accounts.set_language(talk.server.user("lin").id, language)
    told = texts(await talk.say("lin", "/receipt R-0001"), "lin")
    assert AFTER_THE_LOCK[language] in told
    name, content = file(talk, "lin")
    assert name == f"receipt-R-0001-{ledger.state.size - 1}.tlog-proof"
    assert receipts.verify(content, [ledger.log_vkey], ledger.id).entry == ledger.entry(ledger.state.size - 1)
    read = await uploaded(talk, name, content, language)
    assert NOT_NOW[language] in read
    assert AFTER_THE_LOCK[language] in read
    assert "/status" in read


async def test_a_receipt_tells_whose_word_let_the_key_in(talk: Visit) -> None:
    await talk.say("lin", "/receipt R-0001")
    read = await uploaded(talk, *file(talk, "lin"))
    assert "signed for Yinhe Precision on 22 Nov 2026, 10:00" in read
    assert (
        "An attestation: the service held the key. The key was enrolled on 22 Nov 2026, 10:00, let in by the registrar."
        in read
    )


async def test_receipts_of_all_entries_are_told(talk: Visit) -> None:
    """The genesis, the registrar's entries, enrolments: whatever somebody sends, it is worded, never an error."""
    ledger = talk.house.desk.ledger
    for seq in range(ledger.state.size):
        read = await uploaded(talk, "r.tlog-proof", ledger.receipt(seq))
        assert f"Genuine: entry {seq}" in read
    assert "with which this ledger began" in await uploaded(talk, "r", ledger.receipt(0))
    assert "The key is named in this ledger's first entry." in await uploaded(talk, "r", ledger.receipt(1))


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
async def test_a_statement_says_what_is_true_now(talk: Visit, language: str) -> None:
    ledger = talk.house.desk.ledger
    talk.house.desk.state.accounts.set_language(talk.server.user("lin").id, language)
    told = texts(await talk.say("lin", "/status R-0001"), "lin")
    assert AFTER_THE_LOCK[language] in told
    name, content = file(talk, "lin")
    size = ledger.state.size
    assert name == f"status-R-0001-{size}.txt"
    stated = status.verify(content, [ledger.log_vkey], ledger.id)
    assert (stated.label, stated.checkpoint.size, stated.facets["confirmation"].state) == ("R-0001", size, "requested")
    read = await uploaded(talk, name, content, language)
    for part in ("R-0001", "¥800,000.00", AFTER_THE_LOCK[language]):
        assert part in read
    assert ("Nothing about it has changed since" in read) is (language == "en")


async def test_a_statement_that_is_not_the_newest_is_not_to_be_paid_on(talk: Visit) -> None:
    await talk.say("lin", "/status R-0001")
    old = file(talk, "lin")
    await talk.say("zhao", "/confirm R-0001 620k, 180k short delivery")
    await talk.sign("zhao")
    read = await uploaded(talk, *old)
    assert "Nothing about it has changed since" in read  # a proposal changes nothing yet
    await talk.say("qian", "/approve")
    await talk.sign("qian", "Approve")
    read = await uploaded(talk, *old)
    assert "It has changed since. Do not pay on this statement" in read
    await talk.say("lin", "/status R-0001")
    read = await uploaded(talk, *file(talk, "lin"))
    assert "¥620,000.00 confirmed, ¥180,000.00 disputed" in read
    assert "Confirmation: confirmed in part." in read
    assert "Holder: Yinhe Precision." in read
    await talk.say("lin", "/receipt R-0001")
    read = await uploaded(talk, *file(talk, "lin"))
    assert "In it: ¥620,000.00 confirmed, ¥180,000.00 disputed." in read
    assert "let in by Helan Water Group" in read


async def test_a_file_that_is_newer_than_the_ledger(talk: Visit) -> None:
    """An older copy was put back: the log's own signature shows it."""
    desk = talk.house.desk
    key = Keys.load(desk.data.with_name("keys")).log
    ahead = Checkpoint(desk.ledger.genesis.origin, desk.ledger.state.size + 3, bytes(32))
    receivable = next(iter(desk.ledger.state.receivables.values()))
    stated = replace(status.stated(desk.ledger.state, receivable, ahead, desk.now()), receivable="0" * 64)
    read = await uploaded(talk, "status.txt", status.sign(stated, Signer(ahead.origin, key)))
    assert (
        f"made at {ahead.size} entries, and this ledger has {desk.ledger.state.size}: entries are missing here" in read
    )


async def test_statements_are_for_those_who_may_see_it(talk: Visit) -> None:
    """Another supplier does not learn that there is one; the payer knows it, but offers are not its business."""
    for name, says in (("wei", "R-0001"), ("zhao", "goes to the holder of R-0001 and to whom it was offered")):
        files = sum(each.file is not None for each in talk.server.chat(name))
        assert says in texts(await talk.say(name, "/status R-0001"), name)
        assert sum(each.file is not None for each in talk.server.chat(name)) == files


@pytest.mark.parametrize("at", [5, 40, 300, -30])
async def test_a_statement_that_was_changed(talk: Visit, at: int) -> None:
    await talk.say("lin", "/status R-0001")
    name, content = file(talk, "lin")
    place = at % len(content)
    changed = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
    assert "Do not rely on it" in await uploaded(talk, name, changed)


async def test_the_entry_is_what_the_file_is_named_after(talk: Visit) -> None:
    await talk.say("lin", "/receipt R-0001")
    name, _ = file(talk, "lin")
    event = talk.house.desk.ledger.entry(int(name.removesuffix(".tlog-proof").rpartition("-")[2])).event
    assert isinstance(event, Event)
    assert event.type == "request"
