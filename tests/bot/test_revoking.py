"""Leavers, lost phones, keys in other hands, and deputies whose time ends."""

from __future__ import annotations

import pytest

from tests.bot.test_own_keys import asked
from tests.bot.town import Town, texts

REASONS = {"Phone or key lost": "key lost", "Others may have it": "key in other hands"}


async def test_a_leaver(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        read = texts(await talk.say("feng", "/revoke zhao min"), "feng")
        assert "Reason: has left." in read
        size = talk.size
        await talk.sign("feng", "Sign")
        body = talk.house.desk.ledger.entry(size).event.body  # type: ignore[union-attr]
        assert (body["reason"], body["suspect_since"]) == ("left", None)


@pytest.mark.parametrize("button", REASONS)
async def test_a_lost_phone_asks_since_when_and_what_followed_reads_contested(demo_town: Town, button: str) -> None:
    async with demo_town.open({"feng": "en", "lin": "en", "zhao": "en"}) as talk:
        await asked(talk)
        await talk.advance(days=2)
        await talk.say("zhao", "/acknowledge R-0001")
        await talk.sign("zhao", "Sign")
        suspect = talk.size - 1
        await talk.say("feng", "/revoke zhao min")
        assert "Since when might somebody else have used the key of Zhao Min?" in texts(
            await talk.press("feng", button), "feng"
        )
        assert "30 Nov 2026 is yet to come" in texts(await talk.say("feng", "30 Nov 2026"), "feng")
        read = texts(await talk.say("feng", "23 Nov 2026"), "feng")
        assert f"Suspect since entry {suspect}, 24 Nov 2026, 10:00" in read
        assert f"Reason: {REASONS[button]}." in read
        size = talk.size
        await talk.sign("feng", "Sign")
        assert talk.entries(size) == ["revoke"]
        assert f"Contested: entries {suspect} lean" in texts(await talk.say("lin", "/show R-0001"), "lin")


async def test_nobody_used_it_or_all_of_it_is_in_doubt(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        await talk.say("feng", "/revoke zhao min")
        await talk.press("feng", "Phone or key lost")
        read = texts(await talk.press("feng", "Nobody did"), "feng")
        assert "Suspect" not in read
        assert "Reason: key lost." in read
        await talk.press("feng", "Cancel")
        await talk.say("feng", "/revoke zhao min")
        await talk.press("feng", "Others may have it")
        seq = next(p.seq for p in talk.house.desk.ledger.state.people.values() if p.roles == ("maker",))
        assert f"Suspect since entry {seq}," in texts(await talk.press("feng", "Since it was enrolled"), "feng")
        size = talk.size
        await talk.sign("feng", "Sign")
        assert talk.entries(size) == ["revoke"]
        await talk.say("feng", "/revoke qian")
        await talk.press("feng", "Others may have it")
    async with demo_town.open() as talk:  # the question waits over a restart
        assert "Suspect since entry" in texts(await talk.say("feng", "1 Nov 2026"), "feng")


async def test_a_dated_deputy_is_invited_acts_and_ends(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en", "lin": "en"}) as talk:
        await asked(talk)
        read = texts(await talk.say("feng", "/invite maker 周兰; 1m; 2026-11-30"), "feng")
        assert "Largest amount: ¥1,000,000.00." in read
        assert "Last day: 30 Nov 2026." in read
        code = texts(await talk.sign("feng", "Sign"), "feng").partition("?start=")[2].split()[0]
        talk.house.desk.state.accounts.set_language(talk.server.user("zhou").id, "en")
        await talk.say("zhou", f"/start {code}")
        await talk.press("zhou", "Set PIN")
        await talk.pin("zhou", "135791")
        await talk.pin("zhou", "135791")
        assert "周兰: maker, since 22 Nov 2026, invited by Feng Jing, active until 30 Nov 2026" in texts(
            await talk.say("feng", "/people"), "feng"
        )
        size = talk.size
        await talk.say("zhou", "/acknowledge R-0001")
        await talk.press("zhou", "Sign")
        await talk.pin("zhou", "135791")
        assert talk.entries(size) == ["acknowledge"]
        await talk.advance(days=9)
        read = texts(await talk.say("zhou", "/query R-0001 which delivery?"), "zhou")
        assert "ended" in read
        assert talk.entries(size) == ["acknowledge"]
        assert "ended on 30 Nov 2026" in texts(await talk.say("feng", "/people"), "feng")
