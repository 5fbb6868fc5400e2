"""Putting right what was recorded wrongly, and splitting a receivable into parts that add up to it.

What each step asks, one thing at a time, and the event that it becomes. Pure but for texts, which are kept.
"""

from __future__ import annotations

from typing import Any

from bot import render
from bot.asking import keep, text_asks
from bot.errors import Pardon
from bot.scene import Action, Ask, Scene
from bot.texts import Html, say
from ledger.correction import STATED
from ledger.state import Receivable, State, Step
from ledger.types import DISPUTE_REASONS, MAX_PARTS, Body

ANYBODY = ("owner", "financier", "maker")
"""Roles in which somebody can propose a correction; a checker agrees to one."""
NOW = ("confirmed", "disputed", "rejected")


# Who may, and what is corrected.


def stated(it: Receivable) -> Step | None:
    """The step that stated the present totals; None if none did."""
    reversals = {each.hash for each in it.corrections if not each.totals}
    found = [s for s in it.history if s.type in STATED or (s.type == "correct" and s.hash not in reversals)]
    return found[-1] if found else None


def answers(it: Receivable) -> list[Step]:
    """Acknowledgements and denials of payment whose effect stands, the newest first."""
    standing = {part.seq for part in it.collections} | {each.denied_seq for each in it.payments}
    return [step for step in reversed(it.history) if step.seq in standing and step.type in ("receive", "deny")]


def _touched(state: State, it: Receivable, party: str, at: int) -> bool:
    payer = state.payer_of(it)
    bound = [hold.financier for hold in it.holds if hold.bound_at(at)]
    return it.live and party in (it.holder, payer.party if payer is not None else None, *bound)


def _correctable(state: State, it: Receivable, party: str, at: int) -> bool:
    """Before the first offer a payer raises its own totals without anybody's consent."""
    return _touched(state, it, party, at) and stated(it) is not None and it.confirmation in _DECIDED


_DECIDED = ("confirmed", "part-confirmed", "disputed", "rejected", "acknowledged")


def _reversible(state: State, it: Receivable, party: str, at: int) -> bool:
    own = {each.payee for each in it.payments}
    return it.live and bool(answers(it)) and (_touched(state, it, party, at) or party in own)


# New totals.


def _correct_asks(scene: Scene) -> Ask | None:
    values, it = scene.values, scene.receivable
    if values.get("confirmed") == "all":
        values["confirmed"] = it.claimed
    if "confirmed" not in values:
        now = {name: render.money(getattr(it, name)) for name in ("claimed", *NOW)}
        everything = say(scene.language, "receivables.button.confirm.all", amount=now["claimed"])
        return Ask("confirmed", scene.say("holding.ask.correct", **now), ((everything, "all"),))
    if values["confirmed"] > it.claimed:
        del values["confirmed"]
        raise Pardon("refusals.over-claim.with", claimed=render.money(it.claimed))
    rest = it.claimed - values["confirmed"] - values.get("disputed", 0) - values.get("rejected", 0)
    if rest > 0 and not values.keys() & {"rest", "disputed", "rejected"}:
        return Ask("rest", scene.say("receivables.ask.rest", amount=render.money(rest)), _rest_choices(scene))
    totals = _totals(scene)
    if values.get("reason") is None and (totals["disputed"] > it.disputed or totals["rejected"] > it.rejected):
        choices = tuple((render.word(scene.language, "reason", code), code) for code in DISPUTE_REASONS)
        return Ask("reason", scene.say("receivables.ask.reason"), choices)
    return text_asks(scene, "note", "holding.ask.note", "holding.button.none")


def _rest_choices(scene: Scene) -> tuple[tuple[Html, str], ...]:
    whats = ("dispute", "reject", "open")
    return tuple((say(scene.language, f"receivables.button.rest.{what}"), what) for what in whats)


def _totals(scene: Scene) -> dict[str, Any]:
    values, it = scene.values, scene.receivable
    totals = {name: int(values.get(name, 0)) for name in NOW}
    rest = it.claimed - sum(totals.values())
    part = {"dispute": "disputed", "reject": "rejected"}.get(values.get("rest", ""))
    if part is not None:
        totals[part] += rest
    return totals


def _correct_body(scene: Scene) -> Body:
    it, totals = scene.receivable, _totals(scene)
    more = totals["disputed"] > it.disputed or totals["rejected"] > it.rejected
    step = stated(it)
    assert step is not None  # else it does not fit
    return {
        "receivable": it.id,
        "corrects": step.hash,
        "totals": {**totals, "reason": scene.values["reason"] if more else None},
        "note": keep(scene, "note"),
    }


# An answer to a payment taken back.


def _reverse_asks(scene: Scene) -> Ask | None:
    found = answers(scene.receivable)
    if scene.values.get("step") not in [step.hash for step in found]:
        if len(found) != 1:
            return Ask("step", scene.say("holding.ask.reverse"), tuple((_line(scene, s), s.hash) for s in found))
        scene.values["step"] = found[0].hash
    return text_asks(scene, "note", "holding.ask.note", "holding.button.none")


def _line(scene: Scene, step: Step) -> Html:
    what = render.word(scene.language, "event", step.type)
    return say(
        scene.language, "holding.step", what=what, date=render.instant(scene.language, step.at), seq=str(step.seq)
    )


def _reverse_body(scene: Scene) -> Body:
    return {
        "receivable": scene.receivable.id,
        "corrects": scene.values["step"],
        "totals": None,
        "note": keep(scene, "note"),
    }


# Splitting.


def splittable(it: Receivable, at: int) -> bool:
    """Whether nothing stands in the way of a split but its amounts."""
    open_offers = any(hold.open_at(at) for hold in it.holds)
    reported = any(each.pending or each.over_pending for each in it.payments)
    asked = it.requested_at is not None
    return it.live and asked and it.outstanding > 0 and not (it.bound(at) or open_offers or reported)


def _split_asks(scene: Scene) -> Ask | None:
    it, values = scene.receivable, scene.values
    if "parts" not in values:
        choices = []
        if 0 < it.confirmed < it.claimed:
            amounts = [it.confirmed, it.claimed - it.confirmed]
            words = {"first": render.money(amounts[0]), "rest": render.money(amounts[1])}
            choices.append((say(scene.language, "holding.button.parts", **words), amounts))
        return Ask("parts", scene.say("holding.ask.split", amount=render.money(it.claimed)), tuple(choices))
    amounts = list(values["parts"])
    rest = it.claimed - sum(amounts)
    if rest > 0:
        amounts.append(rest)
    if rest < 0 or len(amounts) < 2 or len(amounts) > MAX_PARTS:
        del values["parts"]
        raise Pardon("holding.input.parts", amount=render.money(it.claimed), count=MAX_PARTS)
    values["parts"] = amounts
    return None


def parts(it: Receivable, amounts: list[int]) -> list[dict[str, int]]:
    """The parts of a split by their claims: what is confirmed goes to the first ones, then what is disputed, rejected
    and undecided; what was received goes to the first that have it to get."""
    left = {name: getattr(it, name) for name in NOW}
    found = []
    for amount in amounts:
        part, room = {"claimed": amount}, amount
        for name in NOW:
            part[name] = min(left[name], room)
            left[name] -= part[name]
            room -= part[name]
        found.append(part)
    received = it.received
    for part in found:
        part["received"] = min(received, part["claimed"] - part["rejected"])
        received -= part["received"]
    return found


def _split_body(scene: Scene) -> Body:
    body: dict[str, Any] = {
        "receivable": scene.receivable.id,
        "parts": parts(scene.receivable, scene.values["parts"]),
    }
    return body


CORRECTING: dict[str, Action] = {
    "split": Action(
        "split",
        ("owner", "financier"),
        lambda _, it, party, at: it.holder == party and splittable(it, at),
        _split_asks,
        _split_body,
    ),
    "correct": Action("correct", ANYBODY, _correctable, _correct_asks, _correct_body),
    "reverse": Action("reverse", ANYBODY, _reversible, _reverse_asks, _reverse_body, kind="correct"),
}
"""What can be put right or divided, by the name of the step."""
