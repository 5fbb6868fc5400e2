"""People who press what is no longer theirs, networks that fail at the worst moment, and keys left open."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest

from bot.loopback import Fault
from bot.talk import pages
from ledger.signing import key_id
from tests.bot.town import PIN, Town, Visit, texts

REGISTER = "/register Helan Water 800k; 26642000000012345678; 2026-09-01; 2026-10-20; none"


@pytest.fixture
async def talk(demo_town: Town) -> AsyncIterator[Visit]:
    """A receivable of lin, confirmation requested from Helan Water; nobody's key is open."""
    people = ("lin", "wei", "feng", "zhao", "qian", "sun")
    async with demo_town.open(dict.fromkeys(people, "en")) as visit:
        await visit.say("lin", REGISTER)
        await visit.sign("lin", "Register")
        await visit.press("lin", "To finance")
        await visit.advance(days=1)
        yield visit


async def revoke(talk: Visit, name: str = "zhao min") -> str:
    await talk.say("feng", f"/revoke {name}")
    return texts(await talk.sign("feng", "Sign"), "feng")


async def invite(talk: Visit, line: str = "/invite maker 周兰") -> str:
    await talk.say("feng", line)
    found = re.search(r"\?start=(\S+)", texts(await talk.sign("feng", 1), "feng"))
    assert found
    return found[1]


# -- people who may no longer --------------------------------------------------------------------------------------


@pytest.mark.parametrize("button", ["History", "Receipt"])
async def test_buttons_from_before_a_revocation_show_nothing(talk: Visit, button: str) -> None:
    await talk.say("zhao", "/show R-0001")
    message = talk.server.live("zhao")
    assert message is not None
    await revoke(talk)
    read = await talk.press("zhao", button, message_id=message.id)
    assert "revoked" in texts(read, "zhao")
    assert not any(each.file for each in read)


async def test_a_new_person_behind_an_account_cannot_press_the_old_ones_buttons(talk: Visit) -> None:
    """Revoked by the payer, the same account is enrolled by a supplier: what it was shown before is not its own."""
    await talk.say("zhao", "/show R-0001")
    older = talk.server.live("zhao")
    assert older is not None
    await revoke(talk)
    await talk.say("wei", "/invite owner 赵敏")
    found = re.search(r"\?start=(\S+)", texts(await talk.sign("wei", 1), "wei"))
    assert found
    await talk.say("zhao", f"/start {found[1]}")
    await talk.press("zhao", 1)
    await talk.pin("zhao", "135791")
    assert "You are enrolled as owner" in texts(await talk.pin("zhao", "135791"), "zhao")
    for place in range(1, len(older.buttons) + 1):
        seen = await talk.press("zhao", older.buttons[place - 1].data or "", message_id=older.id)
        read = texts(seen, "zhao")
        assert "Yinhe" not in read
        assert "800,000" not in read
        assert not any(each.file for each in seen)


async def test_a_number_of_others_and_a_number_of_nobody_are_refused_alike(talk: Visit) -> None:
    for command in ("confirm", "acknowledge", "answer", "show", "receipt", "request", "approve"):
        theirs = texts(await talk.say("wei", f"/{command} R-0001"), "wei")
        nobodys = texts(await talk.say("wei", f"/{command} R-0077"), "wei")
        assert theirs.replace("R-0001", "R-0077") == nobodys, command


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
@pytest.mark.parametrize("revoked", [False, True])
async def test_a_letter_that_waits_is_not_sent_to_whom_was_revoked(talk: Visit, revoked: bool) -> None:
    """Telegram asks to leave zhao alone for ten minutes; others are told at once, and zhao after that."""
    await talk.say("zhao", "/query R-0001 Which milestone?")
    await talk.sign("zhao", "Sign")
    await talk.say("lin", "/answer R-0001 The second one")
    talk.server.fail(Fault.flood(600), user="zhao")
    assert "The second one" not in texts(await talk.sign("lin", "Sign"), "zhao")
    if revoked:
        await revoke(talk)
    seen = await talk.advance(minutes=11)
    assert ("The second one" in texts(seen, "zhao")) != revoked
    assert await talk.advance(minutes=11) == []


# -- keys and PINs in memory ----------------------------------------------------------------------------------------


async def test_a_revocation_closes_the_open_key(talk: Visit) -> None:
    desk = talk.house.desk
    await talk.say("zhao", "/acknowledge R-0001")
    await talk.sign("zhao", "Sign")
    person = desk.person_of(talk.server.user("zhao").id)
    assert person is not None
    key = desk.open_key(person.person)
    assert key is not None
    await revoke(talk)
    assert person.person not in desk._open
    assert key.expired()


async def test_keys_left_open_go_with_the_next_tick(talk: Visit) -> None:
    await talk.say("zhao", "/acknowledge R-0001")
    await talk.sign("zhao", "Sign")
    keys = list(talk.house.desk._open.values())
    assert keys
    await talk.advance(minutes=11)
    assert not talk.house.desk._open
    assert all(key._key is None for key in keys)


@pytest.mark.parametrize("way", ["/cancel", "erase"])
async def test_a_pin_chosen_once_is_forgotten_with_the_rest(talk: Visit, way: str) -> None:
    code = await invite(talk)
    await talk.say("zhou", f"/start {code}")
    await talk.press("zhou", 1)
    await talk.pin("zhou", "135791")
    assert talk.house.desk.new_pins
    if way == "/cancel":
        await talk.say("zhou", "/cancel")
    else:
        talk.server.user("zhou", language="en")
        await talk.say("zhou", "/privacy")
        await talk.press("zhou", 2)
        await talk.press("zhou", 1)
    assert not talk.house.desk.new_pins


# -- one code, two accounts -----------------------------------------------------------------------------------------


async def test_one_code_by_two_accounts_at_the_same_moment(talk: Visit) -> None:
    code = await invite(talk)
    users = {"zhou": "135791", "li": "246813"}
    for user, pin in users.items():
        await talk.say(user, f"/start {code}")
        await talk.press(user, 1)
        await talk.pin(user, pin)
        for digit in pin:
            await talk.press(user, digit)
    size = talk.size
    for user in users:
        live = talk.server.live(user)
        assert live is not None
        talk.server.press(user, live.id, next(at for at, key in enumerate(live.buttons, 1) if key.text == "OK"))
    await talk.quiet()
    assert talk.entries(size) == ["enrol"]
    desk = talk.house.desk
    bound = [user for user in users if desk.person_of(talk.server.user(user).id) is not None]
    assert len(bound) == 1
    person = desk.person_of(talk.server.user(bound[0]).id)
    assert person is not None
    assert key_id(desk.ledger.custody.unlock(person.person, users[bound[0]]).public.data) == person.key
    other = next(user for user in users if user not in bound)
    assert "used already" in talk.last(other) or "已" in talk.last(other)


# -- a network that fails after the fact ----------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [Fault.lost_request(), Fault.blocked(), Fault.broken()])
async def test_what_was_signed_is_told_to_others_though_its_signer_cannot_be(talk: Visit, fault: Fault) -> None:
    await talk.say("zhao", "/acknowledge R-0001")
    await talk.press("zhao", "Sign")
    for digit in PIN:
        await talk.press("zhao", digit)
    size = talk.size
    talk.server.fail(fault, user="zhao")
    seen = await talk.press("zhao", "OK")
    assert talk.entries(size) == ["acknowledge"]
    assert "R-0001" in texts(seen, "lin")
    assert "went wrong" not in texts(seen, "zhao")


async def test_an_enrolment_stands_though_its_answer_is_lost(talk: Visit) -> None:
    code = await invite(talk)
    await talk.say("zhou", f"/start {code}")
    await talk.press("zhou", 1)
    await talk.pin("zhou", "135791")
    for digit in "135791":
        await talk.press("zhou", digit)
    talk.server.fail(Fault.lost_request(), user="zhou")
    seen = await talk.press("zhou", "OK")
    assert talk.house.desk.person_of(talk.server.user("zhou").id) is not None
    assert "周兰" in texts(seen, "feng")


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
@pytest.mark.parametrize(
    "method", ["editMessageText", "deleteMessage", "answerCallbackQuery", "editMessageReplyMarkup"]
)
@pytest.mark.parametrize("fault", [Fault.lost_request(), Fault.flood(3), Fault.broken()])
async def test_what_only_looks_wrong_stops_no_signature(talk: Visit, method: str, fault: Fault) -> None:
    """Dots that lag behind, a keypad that stays, a spinner that turns on."""
    await talk.say("zhao", "/acknowledge R-0001")
    size = talk.size
    talk.server.fail(fault, method=method)
    await talk.press("zhao", "Sign")
    for digit in PIN:
        talk.server.fail(fault, method=method)
        await talk.press("zhao", digit)
    talk.server.fail(fault, method=method)
    await talk.press("zhao", "OK")
    talk.server.faults.waiting.clear()
    assert talk.entries(size) == ["acknowledge"]
    assert not any("went wrong" in each.text for each in talk.server.log)


# -- long and hostile texts ------------------------------------------------------------------------------------------


def test_a_line_longer_than_a_message_is_cut_between_its_signs() -> None:
    text = "<b>" + "a&amp;" * 3000 + "</b>\nshort"
    cut = pages(text)
    assert all(len(page) <= 4096 for page in cut)
    assert "".join(cut).replace("\n", "").count("&amp;") == 3000
    assert not any("<b>" in page and "</b>" not in page for page in cut)
    assert cut[-1].endswith("short")
