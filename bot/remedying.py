"""Demands, complaints, what offices did, mediation, and the end of the matter.

What each step asks, one thing at a time, and the event that it becomes. Pure but for texts, which are kept.
"""

from __future__ import annotations

from typing import Any

from bot.asking import amount_asks, day_asks, keep, listed, reachable, text_asks
from bot.scene import HOLDERS, Action, Ask, Scene
from bot.texts import say
from ledger.remedy import BY_REGISTRAR, STAGES, newest
from ledger.state import Receivable, State
from ledger.types import REGISTRAR_PARTY, REMEDY_OUTCOMES, Body

BY_OFFICE = (*HOLDERS, "registrar")


# Demand.


def _demand_asks(scene: Scene) -> Ask | None:
    """How much, and whether it is said here or was served outside: always outside where nobody would read it here."""
    asked = amount_asks(scene, "remedy.ask.demand", scene.receivable.outstanding)
    if asked is not None:
        return asked
    values = scene.values
    if "how" not in values and reachable(scene):
        choices = tuple((say(scene.language, f"remedy.button.demand.{how}"), how) for how in ("here", "outside"))
        return Ask("how", scene.say("remedy.ask.how"), choices)
    if values.get("how") == "here":
        return text_asks(scene, "words", "remedy.ask.words", "remedy.button.plain")
    return None if "served" in values else Ask("served", scene.say("remedy.ask.served"))


def _demand_body(scene: Scene) -> Body:
    values = scene.values
    served = values.get("served")
    service = {"on": served["on"], "proof": scene.ledger.texts.keep(served["proof"])} if served else None
    return {
        "receivable": scene.receivable.id,
        "amount": values["amount"],
        "service": service,
        "text": keep(scene, "words"),
    }


# Complaint.


def silent(it: Receivable) -> bool:
    """Whether the payer was asked to confirm and has not answered all."""
    return it.requested_at is not None and it.undecided > 0


def _complain_asks(scene: Scene) -> Ask | None:
    it, values = scene.receivable, scene.values
    if "about" not in values:
        if not silent(it):
            values["about"] = "arrears"
        else:
            return Ask("about", scene.say("remedy.ask.about"), listed(scene, "matter", ("arrears", "silence")))
    return (
        amount_asks(scene, f"remedy.ask.complain.{values['about']}", it.outstanding)
        or text_asks(scene, "office", "remedy.ask.office")
        or _registrar_asks(scene)
        or day_asks(scene, "remedy.ask.filed", "filed_on")
        or text_asks(scene, "paper", "remedy.ask.paper", "holding.button.none")
    )


def _registrar_asks(scene: Scene) -> Ask | None:
    if "lodged" in scene.values:
        return None
    choices = tuple((say(scene.language, f"remedy.button.lodged.{word}"), word) for word in ("elsewhere", "registrar"))
    return Ask("lodged", scene.say("remedy.ask.lodged"), choices)


def _complain_body(scene: Scene) -> Body:
    values = scene.values
    return {
        "receivable": scene.receivable.id,
        "about": values["about"],
        "amount": values["amount"],
        "office": keep(scene, "office"),
        "registrar": values["lodged"] == "registrar",
        "filed_on": values["filed_on"],
        "proof": keep(scene, "paper"),
    }


# What the offices did.


def next_stages(it: Receivable) -> tuple[str, ...]:
    """What can be reported of the complaint that is under way, the next first."""
    complaint = newest(it)
    if complaint is None or not it.live:
        return ()
    kinds = list(STAGES)
    done = [place for place, kind in enumerate(kinds) if getattr(complaint, STAGES[kind][1]) is not None]
    return tuple(kinds[max(done, default=-1) + 1 :])


def _reports(kind: str, it: Receivable, party: str) -> bool:
    """The holder reports; of a complaint lodged with the registrar the registrar as well, where it acted itself."""
    complaint = newest(it)
    office = party == REGISTRAR_PARTY and kind in BY_REGISTRAR and complaint is not None and complaint.registrar
    return kind in next_stages(it) and (it.holder == party or office)


def _stage_asks(kind: str, scene: Scene) -> Ask | None:
    return (
        day_asks(scene, f"remedy.ask.{kind}")
        or (text_asks(scene, "office", "remedy.ask.next-office") if kind == "pass-on" else None)
        or (text_asks(scene, "result", "remedy.ask.result") if kind == "answer-complaint" else None)
        or text_asks(scene, "proof", "remedy.ask.proof")
    )


def _stage_body(kind: str, scene: Scene) -> Body:
    body: dict[str, Any] = {
        "receivable": scene.receivable.id,
        "on": scene.values["on"],
        "proof": keep(scene, "proof"),
    }
    if kind == "pass-on":
        body["office"] = keep(scene, "office")
    if kind == "answer-complaint":
        body["answer"] = keep(scene, "result")
    return body


def _stage(command: str, kind: str) -> Action:
    return Action(
        command,
        BY_OFFICE if kind in BY_REGISTRAR else HOLDERS,
        lambda _, it, party, _at: _reports(kind, it, party),
        lambda scene: _stage_asks(kind, scene),
        lambda scene: _stage_body(kind, scene),
        kind=kind,
    )


# Mediation, the end.


def _mediates(_: State, it: Receivable, party: str, _at: int) -> bool:
    return it.holder == party and it.live and it.remedy not in ("none", "closed", "mediated")


def _close_asks(scene: Scene) -> Ask | None:
    if scene.values.get("outcome") in REMEDY_OUTCOMES:
        return None
    return Ask("outcome", scene.say("remedy.ask.close"), listed(scene, "outcome", REMEDY_OUTCOMES))


REMEDYING: dict[str, Action] = {
    "demand": Action(
        "demand",
        HOLDERS,
        lambda _, it, party, _at: it.holder == party and it.live and it.outstanding > 0,
        _demand_asks,
        _demand_body,
    ),
    "complain": Action(
        "complain",
        HOLDERS,
        lambda _, it, party, _at: it.holder == party and it.live and it.outstanding > 0 and newest(it) is None,
        _complain_asks,
        _complain_body,
    ),
    "accepted": _stage("accepted", "accept-complaint"),
    "passed": _stage("passed", "pass-on"),
    "received": _stage("received", "receive-complaint"),
    "answered": _stage("answered", "answer-complaint"),
    "mediate": Action(
        "mediate",
        HOLDERS,
        _mediates,
        lambda scene: day_asks(scene, "remedy.ask.mediate") or text_asks(scene, "proof", "remedy.ask.proof"),
        lambda scene: _stage_body("mediate", scene),
    ),
    "close": Action(
        "close",
        HOLDERS,
        lambda _, it, party, _at: it.holder == party and it.remedy not in ("none", "closed"),
        _close_asks,
        lambda scene: {"receivable": scene.receivable.id, "outcome": scene.values["outcome"]},
    ),
}
"""What a holder does to get what is due, by the name of the step."""
