"""Offers to financiers and what comes of them: taken over, told to the payer, locked, paid out on, let go. What each
step asks, one thing at a time, and the event that it becomes. Pure."""

from __future__ import annotations

from typing import Any

from bot import render
from bot.asking import (
    DAY_MS,
    amount_asks,
    chosen,
    day_asks,
    hold_asks,
    listed,
    open_to,
    reachable,
)
from bot.errors import Pardon
from bot.scene import HOLDERS, Action, Ask, Scene
from bot.texts import say
from ledger.claims import Hold
from ledger.state import Receivable, State
from ledger.types import LOCK_LIFE_MS, OFFER_KINDS, Body

FINANCIERS = ("financier",)
OPEN_FOR = (7, 14, 30)  # days


def _of(receivable: Receivable, party: str) -> list[Hold]:
    return [hold for hold in receivable.holds if party in (hold.by, hold.financier)]


# Offer.


def _offers(_: State, it: Receivable, party: str, at: int) -> bool:
    return it.holder == party and it.free(at) > 0


def _offer_asks(scene: Scene) -> Ask | None:
    values, it = scene.values, scene.receivable
    able = open_to(scene)
    if not able:
        raise Pardon("holding.financier.nobody", label=it.label)
    if values.get("to") not in [each.party for each in able]:
        choices = tuple((scene.names.party(scene.language, each.party), each.party) for each in able)
        return Ask("to", scene.say("holding.ask.to", amount=render.money(it.free(scene.now))), choices)
    if values.get("kind") not in OFFER_KINDS:
        return Ask("kind", scene.say("holding.ask.kind"), listed(scene, "offer", OFFER_KINDS[::-1]))
    if values["kind"] == "assignment":
        values["amount"] = _whole(scene)
    elif (asked := amount_asks(scene, "holding.ask.amount", it.free(scene.now))) is not None:
        return asked
    if "days" not in values:
        return Ask("days", scene.say("holding.ask.days"), tuple((render.days(scene.language, n), n) for n in OPEN_FOR))
    return None


def _whole(scene: Scene) -> int:
    """The whole claim, which is what an assignment passes; Pardon unless all is confirmed and none reported paid."""
    it = scene.receivable
    if it.undecided or it.disputed or it.pending:
        scene.values.pop("kind", None)
        raise Pardon("refusals.whole-claim")
    return it.confirmed - it.received


def _offer_body(scene: Scene) -> Body:
    values = scene.values
    return {
        "receivable": scene.receivable.id,
        "to": values["to"],
        "kind": values["kind"],
        "amount": values["amount"],
        "until": scene.now + values["days"] * DAY_MS,
    }


# Accept, lock, pay out, let go.


def _acceptable(hold: Hold, party: str, at: int) -> bool:
    return hold.financier == party and hold.kind == "assignment" and hold.open_at(at)


def _lockable(it: Receivable, hold: Hold, party: str, at: int) -> bool:
    return hold.financier == party and hold.open_at(at) and not hold.locked_at(at) and it.free(at) > 0


def _lock_asks(scene: Scene) -> Ask | None:
    """Everything that is offered and free, unless the line said less."""
    it, party = scene.receivable, scene.person.party
    asked = hold_asks(scene, lambda hold: _lockable(it, hold, party, scene.now))
    if asked is not None:
        return asked
    most = min(chosen(scene).amount, it.free(scene.now))
    scene.values.setdefault("amount", most)
    return amount_asks(scene, "holding.ask.lock", most)


def _lock_body(scene: Scene) -> Body:
    """For 72 hours from when it is shown, a little less from when it is signed."""
    values = scene.values
    return {
        "receivable": scene.receivable.id,
        "offer": values["offer"],
        "amount": values["amount"],
        "until": scene.now + LOCK_LIFE_MS,
    }


def room(it: Receivable, hold: Hold) -> int:
    """Fen that can still be paid out on a pledge or on the present assignment."""
    if not hold.pledged and not (hold.state == "assigned" and it.holder == hold.financier):
        return 0
    return max(0, min(hold.amount, it.confirmed - it.received - it.pending) - hold.financed)


def _finance_asks(scene: Scene) -> Ask | None:
    it = scene.receivable
    asked = hold_asks(scene, lambda hold: room(it, hold) > 0)
    if asked is None:
        asked = amount_asks(scene, "holding.ask.finance", room(it, chosen(scene)))
    return asked or day_asks(scene, "holding.ask.financed")


def _finance_body(scene: Scene) -> Body:
    values = scene.values
    return {"receivable": scene.receivable.id, "offer": values["offer"], "amount": values["amount"], "on": values["on"]}


def releasable(it: Receivable, hold: Hold, party: str, at: int) -> bool:
    """Whether ``party`` can let go: of its offer, of what it was offered, locked or was pledged, or of what was
    assigned, which then goes back."""
    if hold.state == "offered":
        return hold.open_at(at) and (party == hold.financier or not hold.locked_at(at))
    if hold.pledged:
        return party == hold.financier
    stays = it.bound(at) or any(each.open_at(at) for each in it.holds)
    return hold.state == "assigned" and it.holder == hold.financier and not stays


def _release_asks(scene: Scene) -> Ask | None:
    it, party = scene.receivable, scene.person.party
    return hold_asks(scene, lambda hold: releasable(it, hold, party, scene.now))


def _of_offer(scene: Scene) -> dict[str, Any]:
    return {"receivable": scene.receivable.id, "offer": scene.values["offer"]}


# Notice.


def _notifies(_: State, it: Receivable, party: str, _at: int) -> bool:
    return it.live and it.payee != it.holder and party in (it.holder, it.payee)


def _notice_asks(scene: Scene) -> Ask | None:
    """Told here and now, or outside before, with the time of arrival and its proof."""
    values = scene.values
    here = reachable(scene)
    if "how" not in values and here:
        choices = tuple((say(scene.language, f"holding.button.notice.{how}"), how) for how in ("here", "outside"))
        return Ask("how", scene.say("holding.ask.notice", **_holder(scene)), choices)
    if (values.get("how") == "outside" or not here) and "arrived" not in values:
        return Ask("arrived", scene.say("holding.ask.arrived", **_holder(scene)))
    if (arrived := values.get("arrived")) is not None and arrived["at"] < (since := _passed_at(scene.receivable)):
        del values["arrived"]
        raise Pardon("holding.input.early", date=render.instant(scene.language, since), label=scene.receivable.label)
    return None


def _passed_at(it: Receivable) -> int:
    """The instant (ms UTC) at which the claim passed to its present holder; 0 if it never did."""
    return 0 if it.holding is None else it.holding.passed_at


def _holder(scene: Scene) -> dict[str, str]:
    return {"holder": scene.names.party(scene.language, scene.receivable.holder)}


def _notice_body(scene: Scene) -> Body:
    arrived = scene.values.get("arrived")
    service = None
    if arrived is not None:
        service = {"arrived_at": arrived["at"], "proof": scene.ledger.texts.keep(arrived["proof"])}
    return {"receivable": scene.receivable.id, "holder": scene.receivable.holder, "service": service}


OFFERING: dict[str, Action] = {
    "offer": Action("offer", HOLDERS, _offers, _offer_asks, _offer_body),
    "accept": Action(
        "accept",
        FINANCIERS,
        lambda _, it, party, at: any(_acceptable(hold, party, at) for hold in it.holds),
        lambda scene: hold_asks(scene, lambda hold: _acceptable(hold, scene.person.party, scene.now)),
        _of_offer,
    ),
    "notice": Action("notice", HOLDERS, _notifies, _notice_asks, _notice_body),
    "lock": Action(
        "lock",
        FINANCIERS,
        lambda _, it, party, at: any(_lockable(it, hold, party, at) for hold in it.holds),
        _lock_asks,
        _lock_body,
    ),
    "finance": Action(
        "finance",
        HOLDERS,
        lambda _, it, party, _at: it.live and any(room(it, hold) for hold in _of(it, party)),
        _finance_asks,
        _finance_body,
    ),
    "release": Action(
        "release",
        HOLDERS,
        lambda _, it, party, at: it.live and any(releasable(it, hold, party, at) for hold in _of(it, party)),
        _release_asks,
        _of_offer,
    ),
}
"""What can be done about offers, by the name of the step."""
