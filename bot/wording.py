"""What texts about a receivable are filled with: who is who in it, amounts, the parts of a decision, its reason."""

from __future__ import annotations

from typing import cast

from bot import render
from bot.names import Names
from bot.texts import Html, joined, say
from ledger.state import Receivable
from ledger.types import Body


def fen(body: Body, name: str) -> int:
    """An amount of a validated body."""
    return cast(int, body[name])


def decision(language: str, body: Body, claimed: int) -> dict[str, str]:
    """A payer's decision: the claim, and those of its four parts that are not nothing."""
    parts = {name: fen(body, name) for name in ("confirmed", "disputed", "rejected")}
    parts["undecided"] = claimed - sum(parts.values())
    shown = [
        say(language, f"receivables.part.{name}", amount=render.money(value)) for name, value in parts.items() if value
    ]
    return {"claimed": render.money(claimed), "parts": joined(shown, ", " if language == "en" else "，")}


def parties(language: str, names: Names, receivable: Receivable) -> dict[str, str]:
    """Label, supplier and payer of a receivable, for any text about it."""
    return {
        "label": receivable.label,
        "supplier": names.party(language, receivable.supplier),
        "payer": names.payer(language, receivable),
    }


def paid(language: str, names: Names, receivable: Receivable, payee: str) -> dict[str, str]:
    """The same for a text about a payment, with its payee in the supplier's place: the claim may have passed on."""
    return {**parties(language, names, receivable), "supplier": names.party(language, payee)}


def reasons(language: str, code: object) -> list[Html]:
    """A line with a dispute's reason; none without one."""
    if not code:
        return []
    return [say(language, "receivables.sum.reason", reason=render.word(language, "reason", str(code)))]
