"""Where the money goes while a pledge stands: an account swapped, a payment past it, and who hears of either; demands
before the day, and what each reads where there is nothing for them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from ledger import visibility
from tests.bot.test_bad_input import speak
from tests.bot.test_deals import ACCOUNT, PEOPLE, claim, confirmed, locked, pledge_asked
from tests.bot.town import Town, Visit, texts

OTHER = "Far Bank 7777 0000"


@pytest.fixture
async def talk(demo_town: Town) -> AsyncIterator[Visit]:
    """R-0001: 800,000 confirmed, 500,000 of it pledged to he's bank, into whose account the payer agreed to pay."""
    async with demo_town.open(dict.fromkeys(PEOPLE, "en")) as talk:
        for name in PEOPLE:
            talk.house.desk.state.accounts.set(talk.server.user(name).id, "language_chosen", True)
        await confirmed(talk)
        await talk.say("lin", "R-0001 offer 500k pledge Desert Bank 14 days")
        await talk.sign("lin", "Sign")
        await locked(talk)
        await pledge_asked(talk)
        await talk.sign("he", "Sign")
        for name in ("lin", "zhao", "qian"):
            await talk.sign(name, "Agree")
        assert claim(talk).holds[0].agreed
        yield talk


async def test_whoever_is_asked_for_another_account_reads_which_one_it_replaces(talk: Visit) -> None:
    await talk.say("he", f"R-0001 account {OTHER}")
    assert "It agreed to the account so far." in talk.last("he")
    await talk.press("he", "Ask the payer now")
    instead = f"It takes the place of the account named so far: “{ACCOUNT}”."
    assert instead in talk.last("he")
    asked = await talk.sign("he", "Sign")
    for name in ("lin", "zhao", "qian"):
        assert OTHER in texts(asked, name)
        assert instead in texts(asked, name)
    assert "to which you agreed: “" + ACCOUNT in texts(await talk.say("zhao", "/holding R-0001"), "zhao")


async def test_a_payer_hears_at_once_that_the_account_it_agreed_to_counts_no_more(talk: Visit) -> None:
    await talk.say("he", f"R-0001 account {OTHER}")
    await talk.press("he", "Later")
    ends = f"It takes the place of the account to which Helan Water Group agreed, and that agreement ends: “{ACCOUNT}”."
    assert ends in talk.last("he")
    assert "Seen by: Yinhe Precision, Desert Bank and Helan Water Group." in talk.last("he")
    asked = await talk.sign("he", "Sign")
    assert ends in texts(asked, "lin")
    assert texts(asked, "zhao") == ""
    told = await talk.sign("lin", "Agree")
    warning = "R-0001: Desert Bank has named another account for its pledge, so the account that you agreed to no"
    assert warning in texts(told, "zhao")
    assert "call Desert Bank on a number that you already know" in texts(told, "zhao")
    assert OTHER not in texts(told, "zhao")
    shown = texts(await talk.say("zhao", "/holding R-0001"), "zhao")
    assert warning in shown
    assert OTHER not in shown
    assert ACCOUNT not in shown
    it, payer = claim(talk), claim(talk).payer
    assert payer is not None
    seen = visibility.steps(talk.house.desk.ledger.state, it, payer, talk.house.desk.now())
    assert it.holds[0].lapsed[0] in [step.seq for step in seen]


async def test_the_warning_ends_once_the_payer_agrees_to_the_new_account(talk: Visit) -> None:
    await talk.say("he", f"R-0001 account {OTHER}")
    await talk.press("he", "Later")
    await talk.sign("he", "Sign")
    await talk.sign("lin", "Agree")
    await talk.say("he", "R-0001 account")
    asked = await talk.sign("he", "Sign")
    assert "takes the place" not in texts(asked, "zhao")
    for name in ("zhao", "qian"):
        await talk.sign(name, "Agree")
    shown = texts(await talk.say("zhao", "/holding R-0001"), "zhao")
    assert f"to which you agreed: “{OTHER}”" in shown
    assert "no longer counts" not in shown


async def test_a_payment_past_the_account_is_told_to_the_financier(talk: Visit) -> None:
    await talk.say("zhao", "R-0001 paid 100k")
    assert "You agreed to pay into the account of Desert Bank" in talk.last("zhao")
    assert "may not count" in talk.last("zhao")
    await talk.press("zhao", "Yinhe Precision")
    assert "Seen by: Yinhe Precision and Desert Bank." in talk.last("zhao")
    asked = await talk.sign("zhao", "Sign")
    assert "Seen by: Yinhe Precision and Desert Bank." in texts(asked, "qian")
    told = await talk.sign("qian", "Approve")
    assert "Has it arrived?" in texts(told, "lin")
    assert "reports ¥100,000.00 paid on R-0001 to Yinhe Precision on 22 Nov 2026" in texts(told, "he")
    assert "Has it arrived?" not in texts(told, "he")
    it = claim(talk)
    seen = visibility.steps(talk.house.desk.ledger.state, it, it.holds[0].financier, talk.house.desk.now())
    assert it.payments[0].seq in [step.seq for step in seen]


async def test_a_payment_before_the_payer_agreed_stays_between_it_and_the_supplier(demo_town: Town) -> None:
    async with demo_town.open(dict.fromkeys(PEOPLE, "en")) as talk:
        await confirmed(talk)
        await talk.say("lin", "R-0001 offer 500k pledge Desert Bank 14 days")
        await talk.sign("lin", "Sign")
        await locked(talk)
        await talk.say("zhao", "R-0001 paid 100k")
        await talk.sign("zhao", "Sign")
        assert texts(await talk.sign("qian", "Approve"), "he") == ""
        await pledge_asked(talk)
        await talk.sign("he", "Sign")
        for name in ("lin", "zhao", "qian"):
            await talk.sign(name, "Agree")
        it = claim(talk)
        assert it.holds[0].agreed
        seen = visibility.steps(talk.house.desk.ledger.state, it, it.holds[0].financier, talk.house.desk.now())
        assert it.payments[0].seq not in [step.seq for step in seen]


async def test_a_financier_reads_of_no_demand_and_of_no_more_than_it_was_offered(demo_town: Town) -> None:
    async with demo_town.open(dict.fromkeys(PEOPLE, "en")) as talk:
        await confirmed(talk)
        await talk.say("lin", "R-0001 offer 500k pledge Desert Bank 14 days")
        await talk.sign("lin", "Sign")
        await talk.say("lin", "/remedy R-0001 demand 300k")
        await talk.press("lin", "Say it here")
        await talk.press("lin", "No words of my own")
        assert texts(await talk.sign("lin", "Sign"), "he") == ""
        read = texts(await talk.say("he", "/remedy R-0001"), "he")
        assert "R-0001 ¥500,000.00 of Yinhe Precision" in read
        assert "Demands and complaints about it are its holder's" in read
        for kept in ("800,000", "300,000", "demanded"):
            assert kept not in read


@pytest.mark.parametrize(
    ("language", "early", "told"),
    [
        ("en", "It falls due on 21 Dec 2026 only", "By what is recorded here it falls due on 21 Dec 2026."),
        ("zh-Hans", "2026年12月21日才到期：此前不算逾期", "按所记录的事实，2026年12月21日到期。"),
        ("zh-Hant", "2026年12月21日才到期：此前不算逾期", "按所記錄的事實，2026年12月21日到期。"),
    ],
)
async def test_what_is_not_due_is_demanded_knowing_it(demo_town: Town, language: str, early: str, told: str) -> None:
    async with demo_town.open(dict.fromkeys(PEOPLE, "en")) as talk:
        await confirmed(talk)
        for name in ("lin", "zhao"):
            speak(talk, name, language)
        await talk.say("lin", "/remedy R-0001 demand 300k")
        await talk.press("lin", 1)
        await talk.press("lin", 1)
        assert early in talk.last("lin")
        assert told in texts(await talk.sign("lin", 1), "zhao")
        await talk.say("lin", "/remedy R-0001 complain 300k")
        for typed in ("Office", None, None, None):
            await (talk.say("lin", typed) if typed else talk.press("lin", 1))
        assert early in talk.last("lin")
        speak(talk, "lin", "en")
        await talk.advance(days=31)
        await talk.say("lin", "/remedy R-0001 demand 200k")
        await talk.press("lin", "Say it here")
        await talk.press("lin", "No words of my own")
        assert "It is no suit and no complaint" in talk.last("lin")
        assert "falls due" not in talk.last("lin")


async def test_what_waits_for_several_says_for_whom(talk: Visit) -> None:
    await talk.say("he", f"R-0001 account {OTHER}")
    await talk.press("he", "Ask the payer now")
    await talk.sign("he", "Sign")
    await talk.sign("lin", "Agree")
    shown = texts(await talk.say("zhao", "/holding R-0001"), "zhao")
    assert "Waits until 29 Nov 2026, 10:00 for the consent of Helan Water Group (maker) and Helan" in shown
    assert "Waits for a checker" not in shown


@pytest.mark.parametrize(
    ("who", "line", "says"),
    [
        ("he", "/receivables", "You see one once its holder offers it to you"),
        ("he", "/holding", "When a supplier offers you a confirmed claim, you are told."),
        ("he", "/remedy", "whoever holds a claim makes them"),
        ("zhao", "/receivables", "A payer sees one once its supplier asks for confirmation"),
        ("zhao", "/holding", "There is nothing about financing, splitting or correcting that you can do now."),
        ("reg", "/remedy", "whoever holds a claim makes them"),
        ("lin", "/holding", "/request asks for that"),
        ("lin", "/remedy", "/register enters a claim first"),
    ],
)
async def test_where_there_is_nothing_each_is_told_what_is_for_them(
    demo_town: Town, who: str, line: str, says: str
) -> None:
    async with demo_town.open(dict.fromkeys(PEOPLE, "en")) as talk:
        assert says in texts(await talk.say(who, line), who)


async def test_who_is_asked_for_a_pledge_reads_that_its_lock_ends_first(demo_town: Town) -> None:
    async with demo_town.open(dict.fromkeys(PEOPLE, "en")) as talk:
        await confirmed(talk)
        await talk.say("lin", "R-0001 offer 500k pledge Desert Bank 14 days")
        await talk.sign("lin", "Sign")
        await locked(talk)
        await pledge_asked(talk)
        assert "It takes effect once these agree too, until the lock ends on 25 Nov 2026, 10:00:" in talk.last("he")
        assert "Still needed until 25 Nov 2026, 10:00:" in texts(await talk.sign("he", "Sign"), "lin")
        await talk.advance(hours=73)
        assert "No proposal waits for you." in texts(await talk.say("lin", "/approve"), "lin")
        for name in ("lin", "he", "zhao"):
            assert "for the consent of" not in texts(await talk.say(name, "/holding R-0001"), name)
        await talk.say("he", "R-0001 lock 500k")
        await talk.sign("he", "Sign")
        assert "No proposal waits for you." in texts(await talk.say("lin", "/approve"), "lin")
        await pledge_asked(talk)
        assert "Still needed until 28 Nov 2026, 11:00:" in texts(await talk.sign("he", "Sign"), "lin")


async def test_a_part_of_an_assigned_claim_is_given_back_and_never_declined(demo_town: Town) -> None:
    async with demo_town.open(dict.fromkeys(PEOPLE, "en")) as talk:
        await confirmed(talk)
        await talk.say("lin", "R-0001 offer assignment Desert Bank 7 days")
        await talk.sign("lin", "Sign")
        await talk.advance(hours=5)
        await talk.say("he", "R-0001 accept")
        await talk.sign("he", "Sign")
        await talk.say("he", "R-0001 split 300k")
        await talk.sign("he", "Sign")
        assert "[Give it back]" in texts(await talk.say("he", "/holding R-0002"), "he")
        await talk.say("he", "R-0002 notice")
        await talk.press("he", "It was told outside")
        early = texts(await talk.say("he", "22 Nov 2026 14:30, EMS 1234567890123"), "he")
        assert "R-0002 passed to its present holder on 22 Nov 2026, 15:00" in early
        await talk.say("he", "/cancel")
        await talk.press("he", "Give it back")
        assert "R-0002: Desert Bank gives the claim on Helan Water Group back to Yinhe Precision." in talk.last("he")
        assert "The claim is the former holder's again." in talk.last("he")
        asked = texts(await talk.sign("he", "Sign"), "lin")
        assert "gives the claim on Helan Water Group back" in asked
        assert "declines" not in asked
        await talk.sign("lin", "Agree")
        assert claim(talk, "R-0002").holder == claim(talk, "R-0002").supplier
        assert claim(talk, "R-0003").holder != claim(talk, "R-0003").supplier


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "What you paid before the notice reached you still counts; if it is not recorded in force here yet,"),
        ("zh-Hans", "通知到达前已付的款仍然算数；如在这里还没有生效的记录，请书面告知大漠银行。"),
        ("zh-Hant", "通知到達前已付的款仍然算數；如在這裡還沒有生效的紀錄，請書面告知大漠銀行。"),
    ],
)
async def test_a_payment_that_waits_when_the_notice_comes_is_not_lost_unsaid(
    demo_town: Town, language: str, told: str
) -> None:
    async with demo_town.open(dict.fromkeys(PEOPLE, "en")) as talk:
        await confirmed(talk)
        for line, user in (("R-0001 offer assignment Desert Bank 7 days", "lin"), ("R-0001 accept", "he")):
            await talk.say(user, line)
            await talk.sign(user, "Sign")
        await talk.say("zhao", "R-0001 paid 20k")
        await talk.sign("zhao", 1)
        speak(talk, "zhao", language)
        await talk.say("he", "R-0001 notice")
        await talk.press("he", "Here, now")
        assert told in texts(await talk.sign("he", "Sign"), "zhao")
        assert "No proposal waits for you." in texts(await talk.say("qian", "/approve"), "qian")
