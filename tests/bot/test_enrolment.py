"""Becoming somebody who can sign: the invitation's code, what it says, the PIN twice; and ceasing to be."""

from __future__ import annotations

import re

import pytest

from bot import demo, enrolment
from ledger.types import REGISTRAR_PARTY, Actor, Json
from tests.bot.town import PIN, Town, Visit, texts

SHOWS = {
    "en": "This invitation enrols you as 周兰, checker of Helan Water Group (91640000715044019M).",
    "zh-Hans": "这个邀请把您登记为贺兰水务集团（91640000715044019M）的复核人，姓名周兰。",
    "zh-Hant": "這個邀請把您登記為賀蘭水務集團（91640000715044019M）的複核人，姓名周兰。",
}


async def invite(talk: Visit, line: str = "/invite checker 周兰") -> str:
    """feng's invitation; its code."""
    await talk.say("feng", line)
    seen = await talk.sign("feng", 1)
    found = re.search(r"\?start=(\S+)", texts(seen, "feng"))
    assert found, texts(seen, "feng")
    return found[1]


@pytest.mark.parametrize("language", SHOWS)
async def test_the_code_shows_enterprise_and_role_then_sets_the_pin_twice(demo_town: Town, language: str) -> None:
    async with demo_town.open({"feng": language}) as talk:
        code = await invite(talk)
        demo_town.server.user("zhou", language=language)
        assert SHOWS[language] in texts(await talk.say("zhou", f"/start {code}"), "zhou")
        await talk.press("zhou", 1)
        size = talk.size
        await talk.pin("zhou", "135791")
        assert talk.size == size
        seen = await talk.pin("zhou", "135791")
        assert talk.entries(size) == ["enrol"]
        assert {each.person for each in seen} == {"zhou", "feng"}
        assert "周兰" in texts(seen, "feng")
        assert "/revoke 周兰" in texts(seen, "feng")
        assert "/help" in texts(seen, "zhou")
        assert "周兰" in texts(await talk.say("zhou", "/start"), "zhou")
        size = talk.size
        await talk.say("wei", f"/start {code}")
        assert talk.size == size


async def test_pins_that_differ_or_are_weak(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        code = await invite(talk)
        size = talk.size
        await talk.say("zhou", f"/start {code}")
        await talk.press("zhou", "Set PIN")
        assert "too easy to guess" in texts(await talk.pin("zhou", "123456"), "zhou")
        assert "too easy to guess" in texts(await talk.pin("zhou", "777777"), "zhou")
        assert "once more" in texts(await talk.pin("zhou", "135791"), "zhou")
        assert "The two PINs differ" in texts(await talk.pin("zhou", "135792"), "zhou")
        assert talk.size == size
        await talk.pin("zhou", "135791")
        assert "You are enrolled as checker" in texts(await talk.pin("zhou", "135791"), "zhou")


async def test_a_code_is_used_once_by_one_account(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en", "wei": "en"}) as talk:
        code = await invite(talk)
        assert "This Telegram account already acts as Wei Cheng" in texts(
            await talk.say("wei", f"/start {code}"), "wei"
        )
        await talk.say("zhou", f"/start {code}")
        await talk.say("li", f"/start {code}")
        for user in ("zhou", "li"):
            await talk.press(user, "Set PIN")
            await talk.pin(user, "135791")
        await talk.pin("zhou", "135791")
        size = talk.size
        assert "That invitation has been used already" in texts(await talk.pin("li", "135791"), "li")
        assert talk.size == size


async def test_an_invitation_ends(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        code = await invite(talk)
        await talk.advance(days=15)
        read = texts(await talk.say("zhou", f"/start {code}"), "zhou")
        assert "That invitation ended on 6 Dec 2026, 10:00. Ask Feng Jing for a new one" in read


async def test_a_restart_between_the_two_pins(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        code = await invite(talk)
        await talk.say("zhou", f"/start {code}")
        await talk.press("zhou", "Set PIN")
        await talk.pin("zhou", "135791")
    demo_town.snapshot()
    async with demo_town.open() as talk:
        assert "nothing was kept" in texts(await talk.pin("zhou", "135791"), "zhou")
        await talk.pin("zhou", "135791")
        assert "You are enrolled" in texts(await talk.pin("zhou", "135791"), "zhou")


async def test_a_crash_between_the_entry_and_the_account(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        code = await invite(talk)
        ledger = talk.house.desk.ledger
        enrolment.enrol(ledger, ledger.state.invitations[enrolment.code_hash(code)], code, "135791")
    async with demo_town.open() as talk:
        size = talk.size
        await talk.say("zhou", f"/start {code}")
        await talk.press("zhou", "Set PIN")
        await talk.pin("zhou", "246801")
        assert "This PIN is not right" in texts(await talk.pin("zhou", "246801"), "zhou")
        await talk.say("zhou", f"/start {code}")
        await talk.press("zhou", "Set PIN")
        await talk.pin("zhou", "135791")
        assert "You are enrolled as checker" in texts(await talk.pin("zhou", "135791"), "zhou")
        assert talk.size == size
        assert "That invitation has been used already" in texts(await talk.say("li", f"/start {code}"), "li")


async def test_the_code_of_an_invitation_is_lost_with_the_process(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        await talk.say("feng", "/invite maker Wang Wu")
    async with demo_town.open() as talk:
        assert "its code was lost in a restart" in texts(await talk.sign("feng", "Sign"), "feng")


async def test_roles_are_those_of_the_enterprise(demo_town: Town) -> None:
    async with demo_town.open({"wei": "en", "feng": "en"}) as talk:
        read = texts(await talk.say("wei", "/invite checker Zhang San"), "wei")
        assert "Beichen Pumps has people in these roles only: owner." in read
        assert "Invite Zhang San as owner of Beichen Pumps." in texts(await talk.say("wei", "/invite Zhang San"), "wei")
        await talk.say("feng", "/invite")
        assert "Invite Wang Wu as what?" in texts(await talk.say("feng", "Wang Wu"), "feng")
        assert "as what?" in texts(await talk.say("feng", "captain"), "feng")
        assert "Invite Wang Wu as maker" in texts(await talk.say("feng", "经办"), "feng")


async def test_who_is_revoked_neither_signs_nor_reads(demo_town: Town) -> None:
    async with demo_town.open({"feng": "en", "zhao": "en", "lin": "en"}) as talk:
        await talk.say("lin", "/register Helan Water 800k; 26642000000012345678; 2026-09-01; 2026-10-20; none")
        await talk.sign("lin", "Register")
        await talk.press("lin", "To finance")
        await talk.say("zhao", "/acknowledge R-0001")
        await talk.say("feng", "/revoke zhao min")
        assert "The key of Zhao Min is revoked" in texts(await talk.sign("feng", "Sign"), "feng")
        size = talk.size
        for line in ("/start", "/show R-0001", "/receivables", "/confirm R-0001", "R-0001", "/receipt R-0001"):
            read = texts(await talk.say("zhao", line), "zhao")
            assert "This key was revoked" in read
            assert "800,000" not in read
        assert "This key was revoked" in texts(await talk.press("zhao", "Sign"), "zhao")
        assert talk.size == size
        assert await talk.advance(days=8) == []
        read = texts(await talk.say("feng", "/people"), "feng")
        assert "Zhao Min: maker, since 22 Nov 2026, invited by Feng Jing, revoked at entry" in read


async def test_the_registrar_reads(demo_town: Town) -> None:
    async with demo_town.open({"reg": "en"}) as talk:
        assert "You act for the registrar of this ledger." in texts(await talk.say("reg", "/start"), "reg")
        assert "As registrar" in texts(await talk.say("reg", "/help"), "reg")
        for line in ("/people", "/invite", "/register", "/confirm R-0001", "/receivables", "/show R-0001"):
            assert "Something went wrong" not in texts(await talk.say("reg", line), "reg")


async def test_a_payer_named_by_its_code_is_enrolled_later(demo_town: Town) -> None:
    """The record becomes theirs to answer, once it is asked here; before that they see nothing."""
    async with demo_town.open({"lin": "en"}) as talk:
        code = demo_town_code()
        read = texts(await talk.say("lin", f"/register {code}"), "lin")
        assert f"{code} is not enrolled here. What is the enterprise's name?" in read
        await talk.say("lin", "Zhongwei Water")
        await talk.say("lin", "120k")
        await talk.say("lin", "26642000000012345678; 2026-09-01; 2026-10-20; none")
        await talk.sign("lin", "Register")
        await talk.say("lin", "/cancel")
        ledger = talk.house.desk.ledger
        reg = ledger.state.people[demo.ident("reg")]
        key = ledger.custody.unlock(reg.person, PIN)
        body: dict[str, Json] = {
            "party": "ab" * 16, "uscc": code, "name": ledger.texts.keep("Zhongwei Water Bureau"), "kind": "institution",
            "state_owned": False, "size": "large", "size_since": "2020-01-01", "payer": True, "financier": False,
            "dual_above": None,
        }  # fmt: skip
        _, payload = ledger.prepare("enterprise", Actor(REGISTRAR_PARTY, reg.person, reg.key), body)
        ledger.sign_and_submit(payload, key)
        until = talk.house.desk.now() + enrolment.LIFE_MS
        invited = enrolment.invitation("ab" * 16, "administrator", ledger.texts.keep("Hou"), "A" * 22, until)
        _, payload = ledger.prepare("invite", Actor(REGISTRAR_PARTY, reg.person, reg.key), invited)
        ledger.sign_and_submit(payload, key)
        await talk.say("hou", f"/start {'A' * 22}")
        await talk.press("hou", 1)
        await talk.pin("hou", "135791")
        await talk.pin("hou", "135791")
        assert "I find no R-0001" in texts(await talk.say("hou", "/show R-0001"), "hou")
        assert "Ask Zhongwei Water Bureau to confirm ¥120,000.00" in texts(await talk.say("lin", "/request"), "lin")
        seen = await talk.sign("lin", "To finance")
        assert "Nobody of Zhongwei Water Bureau is enrolled to answer yet" in texts(seen, "lin")
        assert "[Letter to serve]" in texts(await talk.say("lin", "/show R-0001"), "lin")
        assert "claims ¥120,000.00 from Zhongwei Water Bureau" in texts(await talk.say("hou", "/show R-0001"), "hou")


def demo_town_code() -> str:
    """A unified social credit code that nobody in the demo has."""
    from stdnum.cn import uscc

    front = "12640500010112345"
    return front + uscc.calc_check_digit(front)
