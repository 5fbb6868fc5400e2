"""What several steps of holding and remedy ask: which offer, on which day, how it was served, what proves it; and what
is typed in answer. Pure. A draft holds plain JSON: words as words, days as ``2026-11-22``, instants as ms UTC."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from rapidfuzz import fuzz, utils

from bot import render
from bot.errors import Pardon
from bot.notices import acting
from bot.parse_input import amount, date
from bot.render.figures import SHANGHAI, shanghai
from bot.scene import Ask, Scene
from bot.texts import Html, say
from ledger.claims import Hold
from ledger.state import Enterprise
from ledger.types import OFFER_LIFE_MS

DAY_MS = 86_400_000
MOST_DAYS = OFFER_LIFE_MS // DAY_MS
TEXT_LIMIT = 300
PROOF_LIMIT = 120
LIKE = 72  # how alike a typed name must be, of 100
_NONE = frozenset(("none", "no", "not yet", "skip", "-", "无", "無", "没有", "沒有", "还没有", "還沒有", "不用"))
_TIME = re.compile(r"(?<!\d)([01]?\d|2[0-3])\s*[:时時点點]\s*([0-5]\d)\s*分?(?!\d)")
_DAYS = re.compile(r"(\d{1,3})\s*(?:days?|天|日)?", re.IGNORECASE)

Fits = Callable[[Hold], bool]


# Which offer.


def own_holds(scene: Scene, fits: Fits) -> list[Hold]:
    """The offers from or to the speaker's enterprise to which the step fits."""
    party = scene.person.party
    return [hold for hold in scene.receivable.holds if party in (hold.by, hold.financier) and fits(hold)]


def hold_asks(scene: Scene, fits: Fits) -> Ask | None:
    """Which of the offers is meant; None once there is only one it can be, which is then in the draft."""
    found = own_holds(scene, fits)
    if not found:
        raise Pardon("holding.none", label=scene.receivable.label)
    if scene.values.get("offer") in [hold.hash for hold in found]:
        return None
    if len(found) == 1:
        scene.values["offer"] = found[0].hash
        return None
    choices = tuple((hold_words(scene, hold), hold.hash) for hold in found)
    return Ask("offer", scene.say("holding.ask.offer"), choices)


def hold_words(scene: Scene, hold: Hold) -> Html:
    """An offer in a few words, by the side that is not the speaker's."""
    other = hold.by if scene.person.party == hold.financier else hold.financier
    kind = render.word(scene.language, "offer", hold.kind)
    name = scene.names.party(scene.language, other)
    return say(scene.language, "holding.hold", name=name, amount=render.money(hold.amount), kind=kind)


def chosen(scene: Scene) -> Hold:
    """The offer that the draft is about."""
    hold = scene.receivable.hold(scene.values["offer"])
    assert hold is not None  # it was asked for
    return hold


# Financiers.


def open_to(scene: Scene) -> list[Enterprise]:
    """The financiers to whom the holder can offer it now."""
    state, receivable = scene.ledger.state, scene.receivable
    payer = state.payer_of(receivable)
    taken = {hold.financier for hold in receivable.holds if hold.open_at(scene.now)}
    taken |= {receivable.holder, payer.party if payer is not None else ""}
    return [each for each in list(state.enterprises.values()) if each.financier and each.party not in taken]


def financier(scene: Scene, words: str) -> str | None:
    """The financier whom ``words`` name, if it can be only one."""
    scores = [
        (max(fuzz.WRatio(words, name, processor=utils.default_process) for name in scene.names.spellings(each.party)))
        for each in open_to(scene)
    ]
    best = [each.party for each, score in zip(open_to(scene), scores, strict=True) if score >= max(LIKE, *scores)]
    return best[0] if len(best) == 1 else None


# Amounts, days, words.


def amount_asks(scene: Scene, key: str, most: int) -> Ask | None:
    """How much, at most ``most`` fen."""
    values = scene.values
    if values.get("amount") == "all":
        values["amount"] = most
    if "amount" not in values:
        everything = say(scene.language, "receivables.button.confirm.all", amount=render.money(most))
        return Ask("amount", scene.say(key, amount=render.money(most)), ((everything, "all"),))
    if values["amount"] > most:
        given = render.money(values.pop("amount"))
        raise Pardon("holding.amount.most", amount=given, most=render.money(most), label=scene.receivable.label)
    return None


def day_asks(scene: Scene, key: str, name: str = "on") -> Ask | None:
    """On which day; not one that is still to come."""
    past(scene, name)
    if name in scene.values:
        return None
    return Ask(name, scene.say(key), ((say(scene.language, "holding.button.today"), scene.today),))


def past(scene: Scene, name: str = "on") -> None:
    """What is recorded happened on a day that was, not on one that will be."""
    on = scene.values.get(name)
    if on is not None and on > scene.today:
        del scene.values[name]
        raise Pardon("receivables.input.future", date=dt.date.fromisoformat(on))


def text_asks(scene: Scene, name: str, key: str, without: str | None = None) -> Ask | None:
    """Some words; ``without`` is the text of the button that gives none, where that is possible."""
    if name in scene.values:
        return None
    choices = () if without is None else ((say(scene.language, without), ""),)
    return Ask(name, scene.say(key), choices)


def reachable(scene: Scene) -> bool:
    """Whether somebody of the payer would read here what is said to it: it was asked to confirm, and has people."""
    payer = scene.ledger.state.payer_of(scene.receivable)
    asked = payer is not None and scene.receivable.requested_at is not None
    return asked and payer is not None and bool(acting(scene.ledger.state, payer.party, ["maker"], scene.now))


def keep(scene: Scene, name: str) -> str | None:
    """The commitment to what the draft says under ``name``, kept now; None if it says nothing."""
    words = scene.values.get(name)
    return scene.ledger.texts.keep(str(words)) if words else None


# What is typed.


def served(typed: str, today: dt.date) -> tuple[dt.date, str]:
    """``12 Nov 2026, EMS 1234567890123`` → the day, not one to come, and the proof."""
    day, _, proof = re.sub("[，；;]", ",", typed).partition(",")
    if not render.short(proof):
        raise Pardon("receivables.input.service", typed=render.short(typed))
    on: dt.date = date(day, today)
    if on > today:
        raise Pardon("receivables.input.future", date=on)
    return on, render.short(proof, PROOF_LIMIT)


def _served(scene: Scene, typed: str) -> dict[str, str]:
    on, proof = served(typed, dt.date.fromisoformat(scene.today))
    return {"on": on.isoformat(), "proof": proof}


def _arrived(scene: Scene, typed: str) -> dict[str, Any]:
    """``20 Nov 2026 14:30, EMS 123`` → the instant and the proof."""
    when, _, proof = re.sub("[，；;]", ",", unicodedata.normalize("NFKC", typed)).partition(",")
    time = _TIME.search(when)
    if time is None or not render.short(proof):
        raise Pardon("holding.input.arrived", typed=render.short(typed))
    day = date(_TIME.sub(" ", when).strip(), dt.date.fromisoformat(scene.today))
    at = dt.datetime.combine(day, dt.time(int(time[1]), int(time[2])), SHANGHAI)
    if at > shanghai(scene.now):
        raise Pardon("receivables.input.future", date=day)
    return {"at": int(at.timestamp()) * 1000, "proof": render.short(proof, PROOF_LIMIT)}


def _days(scene: Scene, typed: str) -> int:
    """How many days an offer stays open: a number of days, or the date it ends on."""
    line = unicodedata.normalize("NFKC", typed).strip()
    found = _DAYS.fullmatch(line)
    today = dt.date.fromisoformat(scene.today)
    days = int(found[1]) if found else (date(line, today) - today).days
    if not 1 <= days <= MOST_DAYS:
        raise Pardon("holding.input.days", typed=render.short(typed), count=MOST_DAYS)
    return days


def _financier(scene: Scene, typed: str) -> str:
    found = financier(scene, typed)
    if found is None:
        raise Pardon("holding.input.financier", typed=render.short(typed))
    return found


def _words(limit: int) -> Callable[[Scene, str], str]:
    def read(_: Scene, typed: str) -> str:
        words = render.short(typed, 10 * limit)
        if words.lower() in _NONE:
            return ""
        if len(words) > limit:
            raise Pardon("receivables.input.long", count=len(words), limit=limit)
        return words

    return read


def _needed(limit: int) -> Callable[[Scene, str], str]:
    """Words that cannot be left out."""
    plain = _words(limit)

    def read(scene: Scene, typed: str) -> str:
        words = plain(scene, typed)
        if not words:
            raise Pardon("holding.input.needed", typed=render.short(typed))
        return words

    return read


def _day(scene: Scene, typed: str) -> str:
    return str(date(typed, dt.date.fromisoformat(scene.today)).isoformat())


def _amounts(_: Scene, typed: str) -> list[int]:
    """``500k, 300k`` → each in fen. A comma before three digits belongs to a figure."""
    shown = unicodedata.normalize("NFKC", typed)
    return [amount(one) for one in re.split(r",(?!\d{3}(?!\d))|[;、/+]|\band\b|[和与與]", shown) if one.strip()]


READERS: dict[str, Callable[[Scene, str], Any]] = {
    "to": _financier,
    "days": _days,
    "filed_on": _day,
    "served": _served,
    "arrived": _arrived,
    "registry": _words(PROOF_LIMIT),
    "account": _words(TEXT_LIMIT),
    "terms": _words(TEXT_LIMIT),
    "note": _words(TEXT_LIMIT),
    "words": _words(500),
    "office": _needed(PROOF_LIMIT),
    "proof": _needed(PROOF_LIMIT),
    "paper": _words(PROOF_LIMIT),
    "result": _needed(TEXT_LIMIT),
    "parts": _amounts,
}
"""How the typed answer to each question is read: a value for the draft, or InputError or Pardon."""
FREE = frozenset(
    ("registry", "account", "terms", "note", "words", "office", "proof", "paper", "result", "served", "arrived")
)
"""Questions whose answer may hold anything, a receivable's number or a sum of money among it."""


def listed(scene: Scene, family: str, codes: Iterable[str]) -> tuple[tuple[Html, str], ...]:
    """Buttons for the codes of a closed list."""
    return tuple((render.word(scene.language, family, code), code) for code in codes)
