"""What a payer decides: confirm, dispute, reject, in new totals; asked for one part at a time."""

from __future__ import annotations

from bot import render
from bot.errors import Pardon
from bot.scene import Action, Ask, Scene, is_payer, whole
from bot.texts import Html, say
from ledger.state import Receivable
from ledger.types import DISPUTE_REASONS, Body

OPEN = ("requested", "acknowledged", "queried", "part-confirmed", "disputed", "rejected")


def _decision_asks(scene: Scene, lead: str) -> Ask | None:
    """``lead`` is the part this command moves: confirmed, disputed or rejected."""
    receivable, values = scene.receivable, scene.values
    free = receivable.claimed - receivable.confirmed if lead == "confirmed" else receivable.undecided
    whole(scene, lead, free if lead != "confirmed" else receivable.claimed)
    if lead not in values:
        money = render.money(receivable.claimed if lead == "confirmed" else free)
        everything = say(scene.language, "receivables.button.confirm.all", amount=money)
        return Ask(lead, _how_much(scene, lead, money), ((everything, "all"),))
    _possible(scene, lead, free)
    if lead == "confirmed":
        asked = _rest_ask(scene)
        if asked is not None:
            return asked
    body = _decision(scene, lead)
    if not values.get("reason") and _reason_needed(receivable, body):
        choices = tuple((render.word(scene.language, "reason", code), code) for code in DISPUTE_REASONS)
        return Ask("reason", scene.say("receivables.ask.reason"), choices)
    return None


def _possible(scene: Scene, lead: str, free: int) -> None:
    """What the ledger would refuse is said before anything more is asked."""
    receivable, value = scene.receivable, scene.values[lead]
    if value > (receivable.claimed if lead == "confirmed" else free):
        del scene.values[lead]
        raise Pardon("refusals.over-claim.with", claimed=render.money(receivable.claimed))
    if lead == "confirmed" and value <= receivable.confirmed:
        del scene.values[lead]
        raise Pardon("refusals.confirmed-falls.with", confirmed=render.money(receivable.confirmed))


def _how_much(scene: Scene, lead: str, money: str) -> Html:
    if lead == "confirmed" and scene.receivable.confirmed:
        sofar = render.money(scene.receivable.confirmed)
        return scene.say("receivables.ask.confirmed.more", amount=money, confirmed=sofar)
    return scene.say(f"receivables.ask.{lead}", amount=money)


def _rest_ask(scene: Scene) -> Ask | None:
    receivable, values = scene.receivable, scene.values
    rest = receivable.claimed - values["confirmed"] - receivable.disputed - receivable.rejected
    decided = values.keys() & {"disputed", "rejected", "rest"}
    if rest <= 0 or decided:
        return None
    choices = tuple(
        (say(scene.language, f"receivables.button.rest.{what}"), what) for what in ("dispute", "reject", "open")
    )
    return Ask("rest", scene.say("receivables.ask.rest", amount=render.money(rest)), choices)


def _decision(scene: Scene, lead: str) -> dict[str, int]:
    """The new totals. What ``confirm`` takes comes from the undecided part first, then from dispute and rejection."""
    receivable, values = scene.receivable, scene.values
    totals = {"confirmed": receivable.confirmed, "disputed": receivable.disputed, "rejected": receivable.rejected}
    if lead == "confirmed":
        totals["confirmed"] = values["confirmed"]
        for part in ("disputed", "rejected"):
            if part in values:
                totals[part] = values[part]
        rest = receivable.claimed - sum(totals.values())
        if values.get("rest") == "dispute":
            totals["disputed"] += rest
        elif values.get("rest") == "reject":
            totals["rejected"] += rest
        _make_room(totals, receivable.claimed)
    else:
        totals[lead] += values[lead]
    return totals


def _make_room(totals: dict[str, int], claimed: int) -> None:
    """Confirming more than is undecided takes back what was disputed, then what was rejected."""
    for part in ("disputed", "rejected"):
        excess = sum(totals.values()) - claimed
        if excess > 0:
            totals[part] -= min(excess, totals[part])


def _reason_needed(receivable: Receivable, totals: dict[str, int]) -> bool:
    return totals["disputed"] > receivable.disputed or totals["rejected"] > receivable.rejected


def _decision_body(scene: Scene, lead: str) -> Body:
    totals = _decision(scene, lead)
    needed = _reason_needed(scene.receivable, totals)
    return {
        "receivable": scene.receivable.id,
        **totals,
        "reason": scene.values["reason"] if needed else None,
        "note": None,
    }


def decides(command: str, lead: str) -> Action:
    """The action that moves ``lead``: confirmed, disputed or rejected."""
    return Action(
        command,
        ("maker",),
        lambda state, receivable, party, _: (
            is_payer(state, receivable, party)
            and receivable.confirmation in OPEN
            and receivable.holding is None
            and (receivable.confirmed < receivable.claimed if lead == "confirmed" else receivable.undecided > 0)
        ),
        lambda scene: _decision_asks(scene, lead),
        lambda scene: _decision_body(scene, lead),
    )
