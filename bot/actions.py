"""What a person can do with a receivable, one ``Action`` a command: who may, on which, what must be known.

Pure but for texts, which are kept (encrypted, beside the ledger) when a body that commits to them is built. The ledger
decides again; these rules only spare people a refusal and ask for what is missing, one thing at a time.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from bot import render
from bot.arguments import Spoken, reason
from bot.asking import READERS
from bot.decisions import decides
from bot.errors import Pardon
from bot.parse_input import amount, date
from bot.scene import HOLDERS, WHOLE, Action, Ask, Scene, is_payer
from bot.settling import DENY, PAY, RECEIVE
from bot.steps import HOLDING, REMEDY
from ledger.service import Ledger
from ledger.state import Receivable
from ledger.types import DISPUTE_REASONS, Body

WAITING = ("requested", "acknowledged", "queried")
TEXT_LIMIT = 500


def take_spoken(command: str, values: dict[str, Any], said: Spoken, raw: str) -> None:
    """Fill the draft from a command's line."""
    amounts = list(said.amounts)
    if command in ("confirm", "dispute", "reject", "pay"):
        name = {"confirm": "confirmed", "dispute": "disputed", "reject": "rejected", "pay": "amount"}[command]
        if amounts:
            values[name] = amounts[0]
        if command == "confirm" and len(amounts) == 2 and said.reason and said.disputed is None:
            values["disputed"] = amounts[1]
        for part in ("disputed", "rejected"):
            if getattr(said, part) is not None:
                values[part] = getattr(said, part)
        if command == "confirm" and said.remainder is not None:
            values["rest"] = said.remainder
        if command != "pay" and said.reason:
            values["reason"] = said.reason
        if (
            command == "confirm"
            and raw
            and re.search(r"\b(?:all|full|in full|fully)\b|全部|全額|全额", raw, re.IGNORECASE)
        ):
            values.setdefault("confirmed", "all")
    if command == "receive" and amounts:
        values["amount"] = amounts[0]
    if command in ("pay", "receive") and said.on:
        values["on"] = said.on
    if command in ("query", "answer") and raw:
        values["text"] = raw


def read(scene: Scene, name: str, typed: str) -> None:
    """Take the answer to a question into the draft. Raises ``InputError``."""
    if name in ("confirmed", "disputed", "rejected", "amount"):
        whole = typed.strip().lower() in WHOLE
        scene.values[name] = "all" if whole else amount(typed)
    elif name == "reason":
        code = typed.strip().upper() if typed.strip().upper() in DISPUTE_REASONS else reason(typed)
        if code is None:
            raise Pardon("receivables.input.reason", typed=render.short(typed))
        scene.values["reason"] = code
    elif name == "text":
        scene.values["text"] = typed
    elif name == "on":
        scene.values["on"] = date(typed, dt.date.fromisoformat(scene.today)).isoformat()
    elif name in READERS:
        scene.values[name] = READERS[name](scene, typed)
    else:
        raise Pardon("receivables.input.choose", typed=render.short(typed))


def _nothing(_: Scene) -> None:
    return None


def _only(scene: Scene) -> Body:
    return {"receivable": scene.receivable.id}


def _wants_text(scene: Scene, key: str, **values: str) -> Ask | None:
    typed = render.short(str(scene.values.get("text", "")), 10 * TEXT_LIMIT)
    if not typed:
        return Ask("text", scene.say(key, **values))
    if len(typed) > TEXT_LIMIT:
        del scene.values["text"]
        raise Pardon("receivables.input.long", count=len(typed), limit=TEXT_LIMIT)
    return None


def _kept(scene: Scene, name: str) -> Body:
    return {
        "receivable": scene.receivable.id,
        name: scene.ledger.texts.keep(render.short(str(scene.values["text"]), TEXT_LIMIT)),
    }


def question_of(ledger: Ledger, receivable: Receivable) -> str | None:
    """The commitment to the newest question about a receivable."""
    for step in reversed(receivable.steps):
        if step.type == "query":
            event = ledger.entry(step.seq).event
            return str(event.body["question"]) if hasattr(event, "body") else None
    return None


def _answer_asks(scene: Scene) -> Ask | None:
    question = scene.names.text(scene.language, question_of(scene.ledger, scene.receivable))
    return _wants_text(scene, "receivables.ask.answer", question=render.short(question, 300))


COMMANDS: dict[str, Action] = {
    "withdraw": Action(
        "withdraw",
        HOLDERS,
        lambda _, it, party, at: it.holder == party and it.live and not (it.confirmed or it.received or it.pending),
        _nothing,
        _only,
    ),
    "acknowledge": Action(
        "acknowledge",
        ("maker", "checker"),
        lambda state, it, party, at: is_payer(state, it, party) and it.confirmation == "requested",
        _nothing,
        _only,
    ),
    "query": Action(
        "query",
        ("maker", "checker"),
        lambda state, it, party, at: is_payer(state, it, party) and it.confirmation in WAITING,
        lambda scene: _wants_text(scene, "receivables.ask.question"),
        lambda scene: _kept(scene, "question"),
    ),
    "answer": Action(
        "answer",
        HOLDERS,
        lambda _, it, party, at: it.holder == party and it.confirmation == "queried",
        _answer_asks,
        lambda scene: _kept(scene, "answer"),
    ),
    "confirm": decides("confirm", "confirmed"),
    "dispute": decides("dispute", "disputed"),
    "reject": decides("reject", "rejected"),
    "pay": PAY,
    "receive": RECEIVE,
    "deny": DENY,
}
"""Actions that are commands of their own."""
ACTIONS: dict[str, Action] = {**COMMANDS, **HOLDING, **REMEDY}
"""Those, and the steps to which ``/holding`` and ``/remedy`` lead."""
