"""What leans on a key that was revoked as suspect reads contested, and nothing else does."""

from __future__ import annotations

from bot import demo
from bot.describe import record
from ledger.types import REGISTRAR_PARTY, Actor
from tests.bot.town import Town

CLAIM = "/register Helan Water; 800k; 26642000000012345678; 1 Sep 2026; 20 Oct 2026; none"


async def test_a_suspect_key_makes_what_it_signed_contested(demo_town: Town) -> None:
    async with demo_town.open(dict.fromkeys(demo.PEOPLE, "en")) as talk:
        await talk.say("lin", CLAIM)
        await talk.sign("lin", "Register")
        await talk.sign("lin", "To finance")
        desk = talk.house.desk
        state = desk.ledger.state
        receivable = state.receivables[state.numbers[0]]
        lin, reg = (state.people[demo.ident(name)] for name in ("lin", "reg"))
        assert "Contested" not in record("en", desk.names, state, receivable)
        request = receivable.history[-1].seq
        body = {"person": lin.person, "key": lin.key, "suspect_since": request, "reason": "compromised"}
        _, payload = desk.ledger.prepare("revoke", Actor(REGISTRAR_PARTY, reg.person, reg.key), body)
        with_pin = desk.ledger.custody.unlock(reg.person, demo.PIN)
        desk.ledger.sign_and_submit(payload, with_pin)
        shown = record("en", desk.names, state, receivable)
        assert f"Contested: entries {request} lean" in shown
        assert str(request - 1) not in shown.partition("Contested")[2]
