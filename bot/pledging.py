"""A pledge and what it lacks at first: its number in the national registry, and the payer's word that it pays into the
account. What each step asks, one thing at a time, and the event that it becomes. Pure but for texts, which are kept."""

from __future__ import annotations

from bot.asking import amount_asks, chosen, hold_asks, keep, text_asks
from bot.scene import Action, Ask, Scene
from bot.texts import say
from ledger.claims import Hold
from ledger.state import Receivable
from ledger.types import Body

FINANCIERS = ("financier",)


def _locked(hold: Hold, party: str, at: int) -> bool:
    return hold.financier == party and hold.kind == "pledge" and hold.locked_at(at)


def _pledge_asks(scene: Scene) -> Ask | None:
    it, party, values = scene.receivable, scene.person.party, scene.values
    asked = hold_asks(scene, lambda hold: _locked(hold, party, scene.now))
    if asked is not None:
        return asked
    hold = chosen(scene)
    left = it.confirmed - it.received - it.pending - it.bound(scene.now) + hold.locked
    asked = (
        amount_asks(scene, "holding.ask.pledge", min(hold.locked, max(0, left)))
        or text_asks(scene, "terms", "holding.ask.terms", "holding.button.none")
        or text_asks(scene, "registry", "holding.ask.registry", "holding.button.later")
        or text_asks(scene, "account", "holding.ask.account", "holding.button.later")
    )
    return asked or (_payer_asks(scene) if values["account"] else None)


def _payer_asks(scene: Scene) -> Ask | None:
    """Whether the payer is asked at once to agree to pay into the account."""
    if "agree" in scene.values or scene.ledger.state.payer_of(scene.receivable) is None:
        return None
    choices = tuple((say(scene.language, f"holding.button.agree.{word}"), word) for word in ("yes", "later"))
    key = "holding.ask.agree.instead" if chosen(scene).agreed else "holding.ask.agree"
    return Ask("agree", scene.say(key), choices)


def _pledge_body(scene: Scene) -> Body:
    values = scene.values
    return {
        "receivable": scene.receivable.id,
        "offer": values["offer"],
        "amount": values["amount"],
        "registry": values["registry"] or None,
        "account": keep(scene, "account"),
        "acknowledged": values.get("agree") == "yes",
        "terms": keep(scene, "terms"),
    }


# What a pledge that stands still lacks.


def _pledged_to(hold: Hold, party: str) -> bool:
    return hold.financier == party and hold.pledged


def _registry_asks(scene: Scene) -> Ask | None:
    party = scene.person.party
    asked = hold_asks(scene, lambda hold: _pledged_to(hold, party))
    if asked is None and not scene.values.get("registry"):
        scene.values.pop("registry", None)
        asked = Ask("registry", scene.say("holding.ask.registry"))
    return asked


def _registry_body(scene: Scene) -> Body:
    hold = chosen(scene)
    return _more(scene, hold, scene.values["registry"], hold.account, hold.acknowledged is not None)


def _account_asks(scene: Scene) -> Ask | None:
    """The account, unless it is there and only the payer's agreement is missing."""
    party, values = scene.person.party, scene.values
    asked = hold_asks(scene, lambda hold: _pledged_to(hold, party))
    if asked is not None:
        return asked
    hold = chosen(scene)
    if hold.account is not None and hold.acknowledged is None and "account" not in values:
        values["account"], values["agree"] = "", "yes"  # the one that is there
    if hold.account is None and not values.get("account"):
        values.pop("account", None)
    return text_asks(scene, "account", "holding.ask.account") or _payer_asks(scene)


def _account_body(scene: Scene) -> Body:
    hold = chosen(scene)
    account = keep(scene, "account") or hold.account
    return _more(scene, hold, hold.registry, account, scene.values.get("agree") == "yes")


def _more(scene: Scene, hold: Hold, registry: str | None, account: str | None, acknowledged: bool) -> Body:
    return {
        "receivable": scene.receivable.id,
        "offer": hold.hash,
        "amount": hold.amount,
        "registry": registry,
        "account": account,
        "acknowledged": acknowledged,
        "terms": hold.terms,
    }


def _has_pledge(it: Receivable, party: str) -> bool:
    return it.live and any(_pledged_to(hold, party) for hold in it.holds)


PLEDGING: dict[str, Action] = {
    "pledge": Action(
        "pledge",
        FINANCIERS,
        lambda _, it, party, at: it.live and any(_locked(hold, party, at) for hold in it.holds),
        _pledge_asks,
        _pledge_body,
    ),
    "registry": Action(
        "registry",
        FINANCIERS,
        lambda _, it, party, _at: _has_pledge(it, party),
        _registry_asks,
        _registry_body,
        kind="pledge",
    ),
    "account": Action(
        "account",
        FINANCIERS,
        lambda _, it, party, _at: _has_pledge(it, party),
        _account_asks,
        _account_body,
        kind="pledge",
    ),
}
"""What a financier does about its pledge, by the name of the step."""
