"""A lost phone, a forgotten PIN: the key is revoked and its owner invited again, in one step of two entries."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from bot.loopback import Seen
from bot.texts import LANGUAGES, say
from ledger.state import Person
from ledger.types import Actor, Event, SignedEvent
from tests.bot.conftest import Run
from tests.bot.test_own_keys import asked, enrolled, file_of, keep, key, signed
from tests.bot.town import PIN, Town, Visit, texts

__all__ = ["key"]
NEW = "135791"


def person_of(talk: Visit, user: str) -> Person:
    found = talk.house.desk.person_of(talk.server.user(user).id)
    assert found is not None
    return found


def body(talk: Visit, seq: int) -> Any:
    event = talk.house.desk.ledger.entry(seq).event
    assert isinstance(event, Event)
    return event.body


def code_in(seen: list[Seen], user: str) -> str:
    found = re.search(r"\?start=(\S+)", texts(seen, user))
    assert found, texts(seen, user)
    return found[1]


async def taken(talk: Visit, user: str, code: str) -> list[Seen]:
    """``user`` answers an invitation with a PIN."""
    await talk.say(user, f"/start {code}")
    await talk.press(user, 1)
    await talk.pin(user, NEW)
    return await talk.pin(user, NEW)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_lost_phone(demo_town: Town, language: str) -> None:
    """Two entries with one PIN; whoever takes the code acts, and the lost phone does not."""
    async with demo_town.open({"feng": language, "zhao": "en", "lin": "en"}) as talk:
        await asked(talk)
        old = person_of(talk, "zhao")
        await talk.say("feng", "/revoke zhao min")
        await talk.press("feng", say(language, "own.revoke.lost"))
        await talk.press("feng", say(language, "own.revoke.since.none"))
        read = texts(await talk.press("feng", say(language, "own.revoke.again")), "feng")
        assert {"en": "Two entries in one step", "zh-Hans": "一步记入两条", "zh-Hant": "一步記入兩條"}[language] in read
        size = talk.size
        seen = await talk.sign("feng", 1)
        assert talk.entries(size) == ["revoke", "invite"]
        assert body(talk, size)["reason"] == "lost"
        assert body(talk, size + 1)["roles"] == ["maker"]
        ledger = talk.house.desk.ledger
        assert ledger.texts.read(body(talk, size + 1)["name"]) == ledger.texts.read(old.name)
        assert body(talk, size + 1)["name"] != old.name  # erasing one erases nothing of the other
        name = talk.house.desk.names.person(language, old.person)
        assert say(language, "account.revoke.done", name=name, seq=size) in texts(seen, "feng")
        await taken(talk, "newphone", code_in(seen, "feng"))
        assert talk.entries(size) == ["revoke", "invite", "enrol"]
        assert person_of(talk, "newphone").person != old.person
        assert "revoked" in texts(await talk.say("zhao", "/acknowledge R-0001"), "zhao")
        await talk.say("newphone", "/acknowledge R-0001")
        await talk.press("newphone", 1)
        await talk.pin("newphone", NEW)
        assert talk.entries(size)[3:] == ["acknowledge"]


async def test_a_forgotten_pin_on_the_same_phone(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en", "zhao": "en", "lin": "en"}) as talk:
        await asked(talk)
        await talk.say("zhao", "/pin")
        for _ in range(5):
            await talk.pin("zhao", "135790")
        await talk.say("feng", "/revoke zhao min")
        read = texts(await talk.press("feng", "PIN forgotten"), "feng")
        assert "Two entries in one step" in read
        assert "Reason: replaced by a new key." in read
        assert "Suspect" not in read
        size = talk.size
        code = code_in(await talk.sign("feng", 1), "feng")
        assert (body(talk, size)["reason"], body(talk, size)["suspect_since"]) == ("replaced", None)
        assert "You are enrolled as maker of Helan Water Group" in texts(await taken(talk, "zhao", code), "zhao")
        await talk.say("zhao", "/acknowledge R-0001")
        await talk.press("zhao", "Sign")
        await talk.pin("zhao", NEW)
        assert talk.entries(size) == ["revoke", "invite", "enrol", "acknowledge"]


async def test_the_largest_amount_and_the_last_day_stay(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        await talk.say("feng", "/limits zhao min; 1m; 2026-12-31")
        await talk.sign("feng", 1)
        old = person_of(talk, "zhao")
        await talk.say("feng", "/revoke zhao min")
        await talk.press("feng", "Others may have it")
        await talk.press("feng", "Since it was enrolled")
        read = texts(await talk.press("feng", "Revoke and invite again"), "feng")
        for part in ("Largest amount: ¥1,000,000.00.", "Last day: 31 Dec 2026.", f"Suspect since entry {old.seq},"):
            assert part in read
        size = talk.size
        await talk.sign("feng", 1)
        assert body(talk, size)["suspect_since"] == old.seq
        invite = body(talk, size + 1)
        assert (invite["max_fen"], invite["expires_at"]) == (old.max_fen, old.expires_at)
        assert old.expires_at is not None


async def test_who_has_ended_is_not_invited_again_by_it(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        await talk.say("feng", "/limits zhao min; none; 2026-11-30")
        await talk.sign("feng", 1)
        await talk.say("feng", "/revoke zhao min")
        await talk.press("feng", "Phone or key lost")
        await talk.press("feng", "Nobody did")
        await talk.advance(days=9)
        size = talk.size
        read = texts(await talk.press("feng", "Revoke and invite again"), "feng")
        assert "That button has expired" in read
        await talk.say("feng", "/revoke zhao min")
        assert "PIN forgotten" not in talk.labels("feng")
        assert talk.size == size


async def test_a_leaver_is_only_revoked(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        await talk.say("feng", "/revoke zhao min")
        assert "Revoke and invite again" not in talk.labels("feng")
        size = talk.size
        await talk.sign("feng", "Sign")
        assert talk.entries(size) == ["revoke"]


async def test_the_code_survives_a_restart_before_it_is_signed_and_a_repeat_adds_nothing(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        await talk.say("feng", "/revoke zhao min")
        await talk.press("feng", "PIN forgotten")
    demo_town.snapshot()
    async with demo_town.open() as talk:
        size = talk.size
        code = code_in(await talk.sign("feng", "Sign"), "feng")
        await talk.repeat()
        assert talk.entries(size) == ["revoke", "invite"]
        await taken(talk, "newphone", code)
        assert talk.entries(size) == ["revoke", "invite", "enrol"]


async def test_given_up_at_the_keypad_nothing_is_left(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        await talk.say("feng", "/revoke zhao min")
        await talk.press("feng", "PIN forgotten")
        before = {path for path in (demo_town.data / "texts").rglob("*") if path.is_file()}
        size = talk.size
        await talk.press("feng", "Sign")
        assert "Cancelled" in texts(await talk.say("feng", "/cancel"), "feng")
        assert talk.size == size
        assert {path for path in (demo_town.data / "texts").rglob("*") if path.is_file()} == before


def submitted(talk: Visit, user: str, kind: str, made: dict[str, Any], request: str | None = None) -> None:
    """An entry that ``user`` signs, without the chat: as a process made it that was killed before it could say so."""
    ledger, person = talk.house.desk.ledger, person_of(talk, user)
    actor = Actor(person.party, person.person, person.key)
    event, payload = ledger.prepare(kind, actor, made, **({} if request is None else {"request": request}))
    opened = ledger.custody.unlock(person.person, PIN)
    ledger.submit(SignedEvent(event, payload, opened.sign(payload)))
    opened.close()


@pytest.mark.parametrize("between", [False, True], ids=["nothing between", "another entry between"])
async def test_killed_between_the_two_entries(demo_town: Town, between: bool) -> None:
    """The PIN is entered again: the revocation is found, the invitation is recorded once; but not if the enterprise's
    directory has moved since."""
    async with demo_town.open({"feng": "en"}) as talk:
        await talk.say("feng", "/revoke zhao min")
        await talk.press("feng", "PIN forgotten")
        await talk.press("feng", "Sign")
        order = talk.house.application.user_data[talk.server.user("feng").id]["pad"]["order"]
        size = talk.size
        submitted(talk, "feng", "revoke", order["body"], order["request"])
        if between:
            limits = {"roles": None, "max_fen": 5, "expires_at": None, "dual_above": None}
            submitted(talk, "feng", "limits", {"person": person_of(talk, "qian").person, **limits})
        kept = {path for path in (demo_town.data / "texts").rglob("*") if path.is_file() and not path.suffix}
        seen = await talk.pin("feng")
        if between:
            assert talk.entries(size) == ["revoke", "limits"]
            read = texts(seen, "feng")
            assert "The key is revoked. The invitation was not recorded" in read
            assert "is revoked from entry" in read
            left = {path for path in (demo_town.data / "texts").rglob("*") if path.is_file() and not path.suffix}
            assert left == kept
        else:
            assert talk.entries(size) == ["revoke", "invite"]
            await taken(talk, "newphone", code_in(seen, "feng"))


async def test_an_administrator_with_an_own_key_signs_two_documents(
    demo_town: Town, run: Run, key: Path, tmp_path: Path
) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        await enrolled(talk, run, tmp_path, "administrator")
        await talk.say("zhou", "/revoke zhao min")
        await talk.press("zhou", "PIN forgotten")
        first = file_of(await talk.press("zhou", "Sign"), "zhou")
    demo_town.snapshot()
    async with demo_town.open() as talk:
        size = talk.size
        name, content, told = signed(run, ("sign",), keep(tmp_path, first))
        assert "You are about to sign: Key revoked." in told
        seen = await talk.send("zhou", name, content)
        assert talk.entries(size) == ["revoke"]
        second = file_of(seen, "zhou")
        name, content, told = signed(run, ("sign",), keep(tmp_path, second))
        assert "Roles: maker" in told
        seen = await talk.send("zhou", name, content)
        assert talk.entries(size) == ["revoke", "invite"]
        await taken(talk, "newphone", code_in(seen, "zhou"))
        assert talk.entries(size) == ["revoke", "invite", "enrol"]
