"""Financing and remedies at their edges: what is nobody's business, what cannot be taken, what comes twice, what is
cancelled, and a consent given with a key of one's own."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.texts import LANGUAGES
from ledger.errors import ErasedError
from ledger.state import Receivable
from tests.bot.conftest import Run
from tests.bot.test_bad_input import HAN, refused, speak
from tests.bot.test_own_keys import enrolled, file_of, keep, key, signed
from tests.bot.town import Town, Visit, texts

__all__ = ["key"]  # the fixture
PEOPLE = ("lin", "wei", "zhao", "qian", "feng", "sun", "he", "reg")
TERMS = "4.2% a year, 90 days"
ACCOUNT = "Desert Bank Yinchuan, 6222 8812"


@pytest.fixture
async def talk(demo_town: Town) -> AsyncIterator[Visit]:
    """R-0001: 800,000 claimed by lin and confirmed by zhao and qian, and 500,000 of it offered to he."""
    async with demo_town.open(dict.fromkeys(PEOPLE, "en")) as talk:
        for name in PEOPLE:
            talk.house.desk.state.accounts.set(talk.server.user(name).id, "language_chosen", True)
        await confirmed(talk)
        await talk.say("lin", "R-0001 offer 500k pledge Desert Bank 14 days")
        await talk.sign("lin", "Sign")
        yield talk


async def confirmed(talk: Visit) -> None:
    await talk.say("lin", "/register Helan Water 800k; 26642000000012345678; 2026-09-01; 2026-10-20; none")
    await talk.sign("lin", "Register")
    await talk.press("lin", "Only our books")
    await talk.say("zhao", "R-0001 confirm all")
    await talk.sign("zhao", "Sign")
    await talk.sign("qian", "Approve")


async def locked(talk: Visit) -> None:
    await talk.press("he", "Lock for 72 hours")
    await talk.sign("he", "Sign")


async def pledge_asked(talk: Visit, registry: str = "Not yet") -> None:
    """he proposes to pledge it all, the payer to agree to the account."""
    await talk.say("he", "R-0001 pledge 500k")
    await talk.say("he", TERMS)
    await talk.press("he", registry)
    await talk.say("he", ACCOUNT)
    await talk.press("he", "Ask the payer now")


def claim(talk: Visit, label: str = "R-0001") -> Receivable:
    found = talk.house.desk.ledger.state.numbered(label)
    assert found is not None
    return found


# Nobody's business.

LINES = (
    "/holding R-0001", "/holding R-0001 lock", "R-0001 accept", "R-0001 release", "/remedy R-0001 demand 5k",
    "R-0001 complain", "/holding R-0001 correct 1k", "R-0001 split 5k",
)  # fmt: skip


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("user", ["wei", "reg"])
async def test_strangers_learn_nothing(talk: Visit, user: str, line: str) -> None:
    read = texts(await talk.say(user, line), user)
    assert "500,000" not in read
    assert "800,000" not in read
    assert "Yinhe" not in read
    assert "Desert" not in read
    assert "enrolled as" in read or "may see" in read or "Nothing was changed" in read


async def test_the_payer_is_told_of_no_offer(talk: Visit) -> None:
    for line in ("/show R-0001", "/holding R-0001", "/remedy R-0001", "/receivables"):
        assert "Desert" not in texts(await talk.say("zhao", line), "zhao")
    await talk.say("zhao", "/show R-0001")
    assert "Offered" not in texts(await talk.press("zhao", "History"), "zhao")
    assert "Offered" in texts(await _history(talk, "lin"), "lin")


async def _history(talk: Visit, user: str) -> Any:
    await talk.say(user, "/show R-0001")
    return await talk.press(user, "History")


async def test_a_financier_gets_the_receipt_of_what_it_may_see(talk: Visit) -> None:
    await talk.say("zhao", "R-0001 paid 10k")  # whoever was paid is asked; a financier with an offer is not
    await talk.sign("zhao", "Sign")
    await talk.sign("qian", "Approve")
    offer = claim(talk).holds[0].seq
    assert f"receipt-R-0001-{offer}.tlog-proof" in texts(await talk.say("he", "/receipt R-0001"), "he")


# What cannot be taken.

TYPED = ("0", "-5", "abc", "900k", "12345678901234567", "八万五", "￥")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", TYPED)
async def test_an_amount_that_cannot_be_demanded(talk: Visit, typed: str, language: str) -> None:
    speak(talk, "lin", language)
    await talk.say("lin", "/remedy R-0001 demand")
    read = await refused(talk, "lin", talk.say("lin", typed), kept=False)
    assert language == "en" or HAN.search(read.replace(typed, ""))
    assert "500,000.00" in talk.last("lin") or "500,000.00" in await _summary(talk)


async def _summary(talk: Visit) -> str:
    """The question stays open: a good answer leads on."""
    await talk.say("lin", "500k")
    await talk.press("lin", 1)
    await talk.press("lin", 1)
    return talk.last("lin")


@pytest.mark.parametrize(
    ("user", "line", "says"),
    [
        ("he", "R-0001 lock 600k", "is more than the ¥500,000.00"),
        ("he", "R-0001 pledge", "does not admit this step"),
        ("he", "R-0001 accept", "does not admit this step"),
        ("he", "R-0001 paid out 5k", "does not admit this step"),
        ("he", "R-0001 demand 5k", "does not fit"),
        ("lin", "R-0001 notice", "does not admit this step"),
        ("lin", "R-0001 split 900k", "does not admit this step"),
        ("lin", "R-0001 offer 5k", "There is no enrolled financier"),
        ("lin", "R-0001 correct 900k", "more than the claim of ¥800,000.00"),
        ("lin", "R-0001 undo", "does not admit this step"),
        ("lin", "R-0001 mediate", "does not fit"),
        ("lin", "R-0001 passed on", "does not fit"),
        ("zhao", "/holding R-0001 offer 5k", "Only somebody enrolled as owner or financier"),
        ("zhao", "/holding R-0001 dance", "I cannot read “dance” as a step"),
        ("lin", "/holding R-0099", "I find no R-0099"),
    ],
)
async def test_what_does_not_fit_says_what_to_do(talk: Visit, user: str, line: str, says: str) -> None:
    size = talk.size
    read = texts(await talk.say(user, line), user)
    assert says in read, read
    assert talk.size == size
    assert "Something went wrong" not in read


async def test_others_may_be_first(talk: Visit) -> None:
    """What was shown is signed, or nothing: between the summary and the signature the offer was taken back."""
    await talk.press("he", "Lock for 72 hours")
    await talk.say("lin", "R-0001 take back")
    await talk.sign("lin", "Sign")
    size = talk.size
    read = texts(await talk.sign("he", "Sign"), "he")
    assert talk.size == size
    assert "Something new was recorded while you were deciding" in read or "ended" in read


# Twice, cancelled.


async def test_a_consent_that_is_delivered_twice_counts_once(talk: Visit) -> None:
    await locked(talk)
    await pledge_asked(talk)
    size = talk.size
    await talk.sign("he", "Sign")
    for user in ("lin", "zhao", "qian"):
        await talk.press(user, "Agree", duplicates=3)
        if "⌫" in talk.labels(user):
            await talk.pin(user)
        await talk.repeat()
    assert talk.entries(size) == ["propose", "endorse", "endorse", "endorse"]
    (hold,) = claim(talk).holds
    assert (hold.state, hold.claimed, hold.acknowledged) == ("pledged", True, talk.size - 1)


async def test_cancelling_erases_what_nothing_refers_to_and_keeps_what_is_recorded(talk: Visit) -> None:
    await locked(talk)
    await pledge_asked(talk)
    held = {path.name for path in (talk.house.desk.data / "texts").rglob("*") if path.is_file()}
    await talk.press("he", "Cancel")
    await pledge_asked(talk)
    await talk.sign("he", "Sign")
    for user in ("lin", "zhao", "qian"):
        await talk.sign(user, "Agree")
    (hold,) = claim(talk).holds
    assert held  # texts lie beside the ledger
    await talk.say("he", "R-0001 registry number 0912")
    await talk.press("he", "Cancel")
    kept = talk.house.desk.ledger.texts
    assert (kept.read(str(hold.account)), kept.read(str(hold.terms))) == (ACCOUNT, TERMS)
    await talk.say("he", "R-0001 registry number 0912")
    await talk.say("he", "/cancel")
    assert kept.read(str(hold.account)) == ACCOUNT


async def test_what_was_cancelled_is_gone(talk: Visit) -> None:
    await talk.say("lin", "R-0001 demand 5k")
    await talk.press("lin", "Say it here")
    await talk.say("lin", "please look into this")
    row = next(
        row
        for _, row in talk.house.desk.state.buttons.live(talk.server.user("lin").id, talk.house.desk.now())
        if any(action == "sign" for action, _ in row["actions"])
    )
    commitment = next(args["body"]["text"] for action, args in row["actions"] if action == "sign")
    assert talk.house.desk.ledger.texts.read(commitment) == "please look into this"
    await talk.press("lin", "Cancel")
    with pytest.raises(ErasedError):
        talk.house.desk.ledger.texts.read(commitment)


# A key of one's own.


async def test_a_payer_agrees_with_a_key_of_its_own_and_reads_no_terms(
    demo_town: Town, run: Run, key: Path, tmp_path: Path
) -> None:
    async with demo_town.open(dict.fromkeys(PEOPLE, "en")) as talk:
        await enrolled(talk, run, tmp_path)
        await confirmed(talk)
        await talk.say("lin", "R-0001 offer 500k pledge Desert Bank 14 days")
        await talk.sign("lin", "Sign")
        await locked(talk)
        await pledge_asked(talk)
        seen = await talk.sign("he", "Sign")
        assert TERMS not in texts(seen, "zhou")
        assert "pay into this account" in texts(seen, "zhou")
        document = file_of(await talk.press("zhou", "Agree"), "zhou")
        assert TERMS not in json.dumps(json.loads(document[1]), ensure_ascii=False)
        name, content, told = signed(run, ("sign",), keep(tmp_path, document))
        assert "You are about to approve what somebody proposed: Pledged." in told
        assert f"Account: “{ACCOUNT}”" in told
        assert TERMS not in told
        assert "Yinhe Precision pledges ¥500,000.00 owed by Helan Water Group to Desert Bank." in told
        size = talk.size
        assert "signed with your own key" in texts(await talk.send("zhou", name, content), "zhou")
        assert talk.entries(size) == ["endorse"]
        await talk.sign("qian", "Agree")
        await talk.sign("lin", "Agree")
        assert claim(talk).holds[0].acknowledged == talk.size - 1


async def test_a_claim_that_went_back_is_paid_to_its_former_holder_until_the_payer_is_told(demo_town: Town) -> None:
    async with demo_town.open(dict.fromkeys(PEOPLE, "en")) as talk:
        await confirmed(talk)
        for line, user in (("R-0001 offer assignment Desert Bank 7 days", "lin"), ("R-0001 accept", "he")):
            await talk.say(user, line)
            await talk.sign(user, "Sign")
        await talk.say("he", "R-0001 notice")
        await talk.press("he", "Here, now")
        await talk.sign("he", "Sign")
        await talk.say("he", "R-0001 give back")
        await talk.sign("he", "Sign")
        await talk.sign("lin", "Agree")
        assert claim(talk).holder != claim(talk).payee
        await talk.say("zhao", "R-0001 paid 50k")
        await talk.sign("zhao", "Sign")
        assert "Has it arrived?" in texts(await talk.sign("qian", "Approve"), "he")
        for line in ("/receivables", "/show R-0001"):
            read = texts(await talk.say("he", line), "he")
            assert "R-0001: Helan Water Group is to pay Desert Bank." in read
            assert "800,000" not in read
        await talk.say("he", "/receive R-0001")
        await talk.sign("he", "Sign")
        assert claim(talk).received == 5_000_000


async def test_a_financier_chooses_among_offers_without_reading_the_claims(talk: Visit) -> None:
    await talk.say("lin", "/register Helan Water 90k; 26642000000087654321; 2026-09-01; 2026-10-20; none")
    await talk.sign("lin", "Register")
    await talk.press("lin", "Only our books")
    await talk.say("zhao", "R-0002 confirm all")
    await talk.sign("zhao", "Sign")
    await talk.sign("qian", "Approve")
    await talk.say("lin", "R-0002 offer 50k pledge Desert Bank 14 days")
    await talk.sign("lin", "Sign")
    for line in ("/holding", "/holding lock", "/receivables"):
        read = texts(await talk.say("he", line), "he")
        assert "R-0001 ¥500,000.00 of Yinhe Precision" in read
        assert "R-0002 ¥50,000.00 of Yinhe Precision" in read
        assert "800,000" not in read
        assert "90,000" not in read
    await talk.say("he", "/holding lock 30k")
    await talk.press("he", 1)
    assert "locks ¥30,000.00 until" in talk.last("he")
