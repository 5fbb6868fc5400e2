"""What is kept about people: seen, taken along, erased; and who is told what."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest

from bot import demo
from bot.loopback.faults import Fault
from tests.bot.town import Town, Visit, texts

REGISTER = "/register Helan Water 800k; 26642000000012345678; 2026-09-01; 2026-10-20; 365"


@pytest.fixture
async def talk(demo_town: Town) -> AsyncIterator[Visit]:
    async with demo_town.open(dict.fromkeys(demo.PEOPLE, "en")) as talk:
        yield talk


def exported(talk: Visit, user: str) -> str:
    file = next(each.file for each in reversed(talk.server.chat(user)) if each.file is not None)
    return file.content.decode("utf-8")


async def test_export_holds_what_was_said_and_nobody_elses(talk: Visit) -> None:
    await talk.say("wei", "We are in Zhongwei and have 35 employees")
    await talk.say("lin", "我们在银川，120人")
    await talk.say("lin", "/privacy")
    await talk.press("lin", 1)
    kept = exported(talk, "lin")
    assert "120" in kept
    assert "Zhongwei" not in kept
    assert json.loads(kept)


async def test_erasing_takes_name_key_and_profile_and_leaves_the_entries(talk: Visit) -> None:
    await talk.say("lin", REGISTER)
    await talk.sign("lin", "Register")
    await talk.press("lin", "To finance")
    size = talk.size
    await talk.say("lin", "/privacy")
    await talk.press("lin", "Erase")
    assert "Ledger entries stay" in talk.last("lin")
    assert "Ledger entries that you signed stay, without your name." in texts(await talk.press("lin", "Erase"), "lin")
    assert talk.size == size
    assert not talk.house.desk.ledger.custody.held(demo.ident("lin"))
    assert talk.house.desk.state.export(talk.server.user("lin").id).keys() <= {"accounts", "inbox"}
    await talk.say("zhao", "/show R-0001")
    read = texts(await talk.press("zhao", "History"), "zhao")
    assert "Registered, (erased)" in read
    assert "This needs an enrolled person" in texts(await talk.say("lin", "/receivables"), "lin")


async def test_erasing_can_be_cancelled(talk: Visit) -> None:
    await talk.say("lin", "/privacy")
    await talk.press("lin", "Erase")
    await talk.press("lin", "Cancel")
    assert "You are Lin Yue, owner of Yinhe Precision." in texts(await talk.say("lin", "/start"), "lin")


@pytest.mark.parametrize("user", ["reg", "stranger"])
async def test_anybody_can_erase(talk: Visit, user: str) -> None:
    talk.server.user(user, language="en")
    await talk.say(user, "/privacy")
    await talk.press(user, "Erase")
    assert "Erased" in texts(await talk.press(user, "Erase"), user)


async def test_a_cancelled_text_is_erased(talk: Visit) -> None:
    folder = talk.house.desk.data
    before = set(folder.rglob("*"))
    for end in ("Cancel", "/cancel"):
        await talk.say("lin", "/register Zhongwei Water 120k; contract HT-1, milestone 2; 2026-08-01; 2026-09-15; 30")
        await (talk.press("lin", end) if end == "Cancel" else talk.say("lin", end))
    left = [path for path in set(folder.rglob("*")) - before if path.is_file() and path.parent.parent.name == "texts"]
    assert [path for path in left if path.suffix != ".erased"] == []


@pytest.mark.parametrize(
    ("line", "said"), [("/language en", "English"), ("/language 繁體", "繁體中文"), ("/language zh-CN", "简体中文")]
)
async def test_a_language_chosen_stays(talk: Visit, line: str, said: str) -> None:
    assert said in texts(await talk.say("lin", line), "lin")
    await talk.say("lin", "R-0001 confirm, 确认")
    assert (
        talk.house.desk.language(talk.server.user("lin").id)
        == {"English": "en", "繁體中文": "zh-Hant", "简体中文": "zh-Hans"}[said]
    )


# --- letters ------------------------------------------------------------------------------------


async def requested(talk: Visit) -> None:
    await talk.say("lin", REGISTER)
    await talk.sign("lin", "Register")
    await talk.press("lin", "To finance")


@pytest.mark.parametrize("fault", [Fault.lost_answer(), Fault.broken()])
async def test_a_letter_whose_fate_is_unknown_is_not_repeated(talk: Visit, fault: Fault) -> None:
    await requested(talk)
    talk.server.fail(fault, user="zhao")
    seen = await talk.advance(days=1)
    assert texts(seen, "zhao").count("asks Helan Water Group to confirm") == fault.delivered
    assert "arrived is not known; it is not sent twice" in texts(seen, "lin")
    assert await talk.advance(days=1) == []


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")  # raised by the library's own RetryAfter
async def test_telegram_asks_to_wait(talk: Visit) -> None:
    await requested(talk)
    talk.server.fail(Fault.flood(1), user="zhao")
    assert "asks Helan Water Group to confirm" in texts(await talk.advance(days=1), "zhao")


async def test_a_letter_that_was_refused_goes_to_the_checker_once(talk: Visit) -> None:
    await requested(talk)
    talk.server.fail(Fault.blocked(), user="zhao")
    seen = await talk.advance(days=1)
    assert "was not delivered; its checker was told instead" in texts(seen, "lin")
    assert "could not be delivered to your colleague" in texts(seen, "qian")
    assert await talk.advance(days=1) == []


async def test_a_blocked_supplier_stops_nothing(talk: Visit) -> None:
    await requested(talk)
    await talk.block("lin")
    await talk.say("zhao", "/acknowledge R-0001")
    size = talk.size
    await talk.sign("zhao", "Sign")
    assert talk.entries(size) == ["acknowledge"]


async def test_two_suppliers_see_their_own(talk: Visit) -> None:
    await requested(talk)
    await talk.say("wei", "/register Helan Water 5k; 26642000000012345670; 2026-09-01; 2026-10-20; none")
    await talk.sign("wei", "Register")
    assert "R-0001" not in texts(await talk.say("wei", "/receivables"), "wei")
    assert "R-0002" not in texts(await talk.say("lin", "/receivables"), "lin")
    assert "R-0002" not in texts(await talk.say("zhao", "/receivables"), "zhao")
    read = texts(await talk.say("wei", "/show R-0001"), "wei")
    assert "Did you mean R-0002?" in read
    assert "Yinhe" not in read
