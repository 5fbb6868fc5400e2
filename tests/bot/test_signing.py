"""Signing across crashes: what was signed is recorded once, and its signer hears of it."""

from __future__ import annotations

import shutil

import pytest

from tests.bot.town import Town, Visit, texts

REGISTER = "/register Helan Water 800k; 26642000000012345678; 2026-09-01; 2026-10-20; none"


async def test_a_crash_between_the_entry_and_its_outcome(demo_town: Town) -> None:
    """The ledger has the entry, the bot's own data do not know of it: the tap comes again and finds the same entry."""
    saved = demo_town.folder / "saved"
    async with demo_town.open({"lin": "en"}) as talk:
        await talk.say("lin", REGISTER)
        await talk.sign("lin", "Register")
        shutil.copytree(demo_town.data / "bot", saved)
        await talk.press("lin", "To finance")
        size = talk.size
    shutil.rmtree(demo_town.data / "bot")
    saved.rename(demo_town.data / "bot")
    async with demo_town.open() as talk:
        assert "Your PIN" in texts(await talk.repeat(), "lin")
        seen = await talk.pin("lin")
        assert "Requested on 22 Nov 2026" in texts(seen, "lin")
        assert talk.size == size
        assert "already" in texts(await talk.say("lin", "/request R-0001"), "lin")


async def test_a_crash_before_anything_was_kept(demo_town: Town) -> None:
    """The right PIN was given, the entry made, and the rest lost: the digits are asked again, and lead to the same."""
    saved = demo_town.folder / "saved"
    async with demo_town.open({"lin": "en"}) as talk:
        await talk.say("lin", REGISTER)
        await talk.press("lin", "Register")
        keypad = talk.server.live("lin")
        assert keypad is not None
        for digit in "246810":
            await talk.press("lin", digit)
        shutil.copytree(demo_town.data / "bot", saved)
        await talk.press("lin", "OK")
        size = talk.size
        assert talk.entries(size - 1) == ["register"]
    shutil.rmtree(demo_town.data / "bot")
    saved.rename(demo_town.data / "bot")
    async with demo_town.open() as talk:
        await talk.repeat()
        seen = await talk.pin("lin")
        assert "R-0001 registered" in texts(seen, "lin")
        assert talk.size == size


async def test_updates_out_of_order_have_their_effect_once(demo_town: Town) -> None:
    async with demo_town.open({"lin": "en"}) as talk:
        person = talk.server.user("lin")
        newest = talk.server.updates.newest
        talk.server.updates.newest = newest + 2
        for number, text in ((2, "/help"), (1, "/language en")):
            entity = {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
            content = {"message_id": 900 + number, "date": 1, "chat": person.as_chat(), "from": person.as_user()}
            message = {**content, "text": text, "entities": [entity]}
            talk.server.updates._deliver({"update_id": newest + number, "message": message})
        await talk.quiet()
        said = [each.text for each in talk.server.log if each.person == "lin"]
        assert sum("Write freely" in text for text in said) == 1
        assert sum("I answer in English" in text for text in said) == 1


@pytest.mark.parametrize("minutes", [9, 11])
async def test_a_pin_opens_the_key_for_ten_minutes(demo_town: Town, minutes: int) -> None:
    async with demo_town.open({"lin": "en"}) as talk:
        await talk.say("lin", REGISTER)
        await talk.sign("lin", "Register")
        await talk.advance(minutes=minutes)
        read = texts(await talk.press("lin", "Only our books"), "lin")
        assert ("Your PIN" in read) == (minutes > 10)


async def test_two_drafts_side_by_side_sign_what_each_shows(demo_town: Town) -> None:
    """An older summary stays true to what it says, whatever was drafted since."""
    async with demo_town.open({"lin": "en"}) as talk:
        await talk.say("lin", REGISTER)
        first = talk.server.live("lin")
        assert first is not None
        await talk.say("lin", "/register Helan Water 5k; 26642000000012345670; 2026-09-01; 2026-10-20; none")
        await talk.press("lin", 1, message_id=first.id)
        assert "R-0001 registered: ¥800,000.00" in texts(await talk.pin("lin"), "lin")
        assert await amount(talk) == 80_000_000


async def amount(talk: Visit) -> int:
    return next(iter(talk.house.desk.ledger.state.receivables.values())).claimed


async def test_a_keypad_of_an_older_draft_is_dead(demo_town: Town) -> None:
    async with demo_town.open({"lin": "en"}) as talk:
        await talk.say("lin", REGISTER)
        await talk.press("lin", "Register")
        older = talk.server.live("lin")
        assert older is not None
        await talk.say("lin", "/register Helan Water 5k; 26642000000012345670; 2026-09-01; 2026-10-20; none")
        await talk.press("lin", "Register")
        size = talk.size
        assert "That button has expired" in texts(await talk.press("lin", "2", message_id=older.id), "lin")
        assert talk.size == size
