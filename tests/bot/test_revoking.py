"""Leavers, lost phones, keys in other hands, and deputies whose time ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.conftest import Run
from tests.bot.test_own_keys import asked, enrolled, file_of, keep, key, signed
from tests.bot.town import Town, texts

__all__ = ["key"]

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


async def test_an_invitation_says_the_last_day_and_ends_with_it(demo_town: Town) -> None:
    """What would enrol somebody for no time at all is not taken."""
    async with demo_town.open({"feng": "en"}) as talk:
        await talk.say("feng", "/invite maker 周兰; none; 2026-11-24")
        read = texts(await talk.sign("feng", "Sign"), "feng")
        assert "open until 25 Nov 2026, 00:00" in read
        code = read.partition("?start=")[2].split()[0]
        talk.house.desk.state.accounts.set_language(talk.server.user("zhou").id, "en")
        assert "Last day: 24 Nov 2026." in texts(await talk.say("zhou", f"/start {code}"), "zhou")
        size = talk.size
        await talk.press("zhou", "Set PIN")
        await talk.advance(hours=62)  # 25 November, midnight
        await talk.pin("zhou", "135791")
        read = texts(await talk.pin("zhou", "135791"), "zhou")
        assert "That invitation ended on 25 Nov 2026, 00:00" in read
        assert "That invitation ended" in texts(await talk.say("zhou", f"/start {code}"), "zhou")
        assert talk.size == size


async def test_a_deputys_own_key_ends_by_the_clock_not_by_when_it_signed(
    demo_town: Town, run: Run, key: Path, tmp_path: Path
) -> None:
    """A document signed in time and handed in after midnight is not taken; nor is a keypad left open."""
    async with demo_town.open({"feng": "en", "lin": "en", "zhao": "en"}) as talk:
        await asked(talk)
        await enrolled(talk, run, tmp_path)
        for name in ("周兰", "zhao min"):
            await talk.say("feng", f"/limits {name}; none; 2026-11-22")
            await talk.sign("feng", "Sign")
        await talk.say("zhou", "/acknowledge R-0001")
        name, content, _ = signed(run, ("sign",), keep(tmp_path, file_of(await talk.press("zhou", "Sign"), "zhou")))
        await talk.say("zhao", "/acknowledge R-0001")
        await talk.press("zhao", "Sign")
        size = talk.size
        await talk.advance(hours=14)  # midnight
        assert "ended" in texts(await talk.send("zhou", name, content), "zhou")
        assert "ended" in texts(await talk.pin("zhao"), "zhao")
        assert talk.size == size


async def test_a_proposal_of_a_deputy_falls_at_midnight_and_nobody_ended_is_told(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en", "lin": "en", "zhao": "en", "qian": "en"}) as talk:
        await asked(talk)
        await talk.say("feng", "/limits zhao min; none; 2026-11-22")
        await talk.sign("feng", "Sign")
        await talk.say("zhao", "/confirm R-0001 800k")
        await talk.sign("zhao", "Sign")
        size = talk.size
        await talk.advance(hours=14)
        assert "No proposal waits for you" in texts(await talk.say("qian", "/approve R-0001"), "qian")
        await talk.press("qian", "Approve")  # the button of yesterday's notice
        assert talk.size == size
        seen = await talk.say("lin", "/withdraw R-0001")
        seen += await talk.sign("lin", "Sign")
        assert talk.entries(size) == ["withdraw"]
        assert "R-0001" not in texts(seen, "zhao")
