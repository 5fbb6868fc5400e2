"""What a statement changes: old and new value, which results changed, the way back; statements that do not fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot import counsel, inquiry, render
from bot.announce import Offer
from bot.announce import offer as button
from bot.errors import Pardon
from bot.talk import Talk
from bot.texts import Html, escape
from policies.facts import Conflict, Reading
from policies.results import Match
from policies.types import Fact, Facts, FactValue

MOST = 6
"""Articles of which a change is told one by one."""

Row = Mapping[str, Any]
"""A fact as it is kept: ``{"value": …, "text": …}``; no text where it was set with a tap."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was kept before and is now, by fact; None where nothing was or is kept. ``declined``: facts that the user
    did not know before, and now said."""

    before: Mapping[str, Row | None]
    after: Mapping[str, Row | None]
    declined: tuple[str, ...] = ()

    @property
    def replaced(self) -> list[str]:
        """Facts that had a value, or were left open, and now have another."""
        return [name for name, row in self.before.items() if row is not None]


def apply(talk: Talk, rows: Mapping[str, Row | None]) -> Change:
    """Keep facts, and forget those that are None; what stays as it is is no change."""
    profiles = talk.desk.state.profiles
    profile = profiles.get(talk.user)
    moved = {name: row for name, row in rows.items() if _moves(profile.facts.get(name), row)}
    declined = tuple(name for name in profile.declined if name in moved)
    if told := {name: row for name, row in moved.items() if row is not None}:
        profiles.learn(talk.user, told)
    if gone := [name for name, row in moved.items() if row is None]:
        profiles.forget(talk.user, *gone)
    change = Change({name: profile.facts.get(name) for name in moved}, moved, declined)
    if moved:
        inquiry.kept_of(talk)["undo"] = _back(change)
    return change


def learn(talk: Talk, reading: Reading) -> Change:
    """Keep what a text states and what it leaves open. Where it says two things that do not fit neither is taken: what
    was kept stays, or the matter is open until it is settled."""
    apart = {each.name for each in reading.conflicts if each.reason == "contradicted"}
    facts = talk.desk.state.profiles.get(talk.user).facts
    told = {
        fact.name: {"value": fact.value, "text": fact.text}
        for fact in (*reading.facts, *reading.doubts)
        if fact.name not in apart or fact.name not in facts
    }
    return apply(talk, told)


def _moves(old: Row | None, new: Row | None) -> bool:
    if old is None or new is None:
        return old is not new
    return not _says(old["value"], new["value"])


def _says(old: FactValue, new: FactValue) -> bool:
    """Whether what is kept says already what is stated now: the same, or more exactly (a district, a day)."""
    if isinstance(old, str) and isinstance(new, str):
        return old == new or old.startswith((f"{new}/", f"{new}-"))
    return old == new and isinstance(old, bool) == isinstance(new, bool)


# --- told ---------------------------------------------------------------------------------------------


def told(talk: Talk, facts: Iterable[Fact], change: Change) -> list[Html]:
    """What was understood, a line a fact: what it was before where that changed."""
    lines = []
    for fact in facts:
        old = change.before.get(fact.name) if fact.name in change.after else None
        if old is None:
            lines.append(counsel.stated_line(talk, fact.name, fact.value, fact.text))
        else:
            words = counsel.wording(talk)
            was, value = (counsel.value_of(talk, fact.name, each) for each in (old["value"], fact.value))
            quote = render.short(fact.text, counsel.VALUE_LIMIT)
            lines.append(
                talk.text("advice.fact.changed", label=words.label(fact.name), old=was, value=value, words=quote)
            )
    return lines


def sentences(talk: Talk, change: Change) -> list[Html]:
    """What changed, one sentence a fact."""
    lines = []
    for name, row in change.after.items():
        old = change.before[name]
        if row is None:
            lines.append(talk.text("advice.forgotten", label=counsel.wording(talk).label(name)))
        elif old is None:
            lines.append(counsel.stated_line(talk, name, row["value"], row.get("text", "")))
        else:
            lines.append(_replaced(talk, name, old, row))
    return lines


def _replaced(talk: Talk, name: str, old: Row, new: Row) -> Html:
    values = {
        "label": counsel.begun(counsel.wording(talk).label(name)),
        "old": counsel.value_of(talk, name, old["value"]),
        "value": counsel.value_of(talk, name, new["value"]),
    }
    if not new.get("text"):
        return talk.text("advice.replaced.fact", **values)
    return talk.text("advice.replaced.told", **values, words=render.short(new["text"], counsel.VALUE_LIMIT))


def nothing_new(talk: Talk, facts: Iterable[Fact]) -> Html:
    """A statement that says what is kept already."""
    words = counsel.wording(talk)
    said = [
        talk.text("advice.told.set", label=words.label(fact.name), value=counsel.value_of(talk, fact.name, fact.value))
        for fact in facts
    ]
    return talk.text("advice.same", facts=counsel.apart(talk, said))


# --- which results ------------------------------------------------------------------------------------


def effects(talk: Talk, before: Facts) -> list[Html]:
    """Which results are others than with the facts of ``before``, among the articles shown last and those of now."""
    if not inquiry.kept_of(talk).get("text"):
        return []
    articles = talk.desk.adviser.corpus.articles
    shown = (name for name in inquiry.kept_of(talk).get("shown", ()) if name in articles)
    names = dict.fromkeys([*shown, *(match.article for match in inquiry.ask(talk).matches)])
    lines = []
    for name in names:
        lines += _effect(talk, inquiry.match_of(talk, name, before), inquiry.match_of(talk, name))
    if not lines:
        return [talk.text("advice.effects.none")]
    more = [talk.text("advice.effects.more", count=len(lines) - MOST)] if len(lines) > MOST else []
    return [talk.text("advice.effects"), *lines[:MOST], *more]


def _effect(talk: Talk, old: Match, new: Match) -> list[Html]:
    values = {"title": counsel.title(talk, new.article), "article": new.article}
    if old.verdict != new.verdict:
        stood, stands = counsel.verdict(talk, old), counsel.verdict(talk, new)
        return [talk.text("advice.effect.verdict", before=stood, after=stands, **values)]
    was, is_ = counsel.total(old), counsel.total(new)
    if was == is_:
        return []
    money = {
        name: render.money(int(sum_ * 100)) for name, sum_ in (("before", was), ("after", is_)) if sum_ is not None
    }
    key = "sum" if len(money) == 2 else "sum.known" if is_ is not None else "sum.open"
    return [talk.text(f"advice.effect.{key}", **money, **values)]


# --- the way back -------------------------------------------------------------------------------------


def ways(talk: Talk, change: Change) -> list[Offer]:
    """Buttons after a change: look at the results, and undo it."""
    look = [button("advice.button.look", "advice.look")] if inquiry.kept_of(talk).get("text") else []
    if not change.after:
        return look
    return [*look, button("advice.button.undo", "advice.undo", **_back(change))]


def _back(change: Change) -> dict[str, Any]:
    """What undoes a change: what was kept before, if what it made of it still stands."""
    now = {name: None if row is None else row["value"] for name, row in change.after.items()}
    return {"facts": dict(change.before), "now": now, "declined": list(change.declined)}


def undo(talk: Talk, args: dict[str, Any]) -> Change:
    """Bring back what was kept before, with its words. Pardon if that has changed again since."""
    facts = talk.desk.state.profiles.get(talk.user).facts
    for name, value in args["now"].items():
        current = facts.get(name, {}).get("value")
        if current != value:
            label, shown = counsel.wording(talk).label(name), counsel.value_of(talk, name, current)
            raise Pardon("advice.undo.late", label=label, value=shown)
    change = apply(talk, args["facts"])
    inquiry.kept_of(talk).pop("undo", None)
    for name in args["declined"]:
        talk.desk.state.profiles.decline(talk.user, name)
    return change


# --- statements that do not fit -----------------------------------------------------------------------


def impossible(talk: Talk, conflicts: Iterable[Conflict]) -> list[Html]:
    """Figures that no enterprise can have, and that nothing was noted for them."""
    words = counsel.wording(talk)
    return [
        talk.text("advice.impossible", words=render.short(said.text, counsel.VALUE_LIMIT), label=words.label(said.name))
        for conflict in conflicts
        if conflict.reason == "impossible"
        for said in conflict.said
    ]


def remember(talk: Talk, conflicts: Iterable[Conflict]) -> None:
    """Keep what has to be settled; an earlier conflict about another fact stays open."""
    kept = inquiry.kept_of(talk)
    open_ = {each["fact"]: each for each in kept.get("conflicts", ())}
    for conflict in conflicts:
        if conflict.reason == "contradicted":
            said = [{"value": each.value, "text": each.text} for each in conflict.said]
            open_[conflict.name] = {"fact": conflict.name, "said": said}
    if open_:
        kept["conflicts"] = list(open_.values())


def settled(talk: Talk, fact: str) -> None:
    """Nothing has to be settled about this fact any more."""
    kept = inquiry.kept_of(talk)
    left = [each for each in kept.pop("conflicts", ()) if each["fact"] != fact]
    if left:
        kept["conflicts"] = left


def which(talk: Talk, *, again: bool = False) -> tuple[list[Html], list[Offer]]:
    """The next statements that do not fit and were not asked about yet, or with ``again`` the first of all: which is
    right? A button each. Empty if there are none."""
    kept = inquiry.kept_of(talk)
    conflict = next((each for each in kept.get("conflicts", ()) if again or not each.get("asked")), None)
    if conflict is None:
        return [], []
    fact, said = conflict["fact"], conflict["said"]
    conflict["asked"] = True
    kept["question"] = fact
    kept.pop("awaits", None)
    quotes = [render.short(each["text"], counsel.VALUE_LIMIT) for each in said]
    if len(set(quotes)) < len(quotes):
        quotes = [counsel.value_of(talk, fact, each["value"]) for each in said]
    label = counsel.begun(counsel.wording(talk).label(fact))
    if len(quotes) == 2:
        lines = [talk.text("advice.conflict", first=quotes[0], second=quotes[1], label=label)]
    else:
        lines = [talk.text("advice.conflict.many", said=counsel.apart(talk, quotes), label=label)]
    row = talk.desk.state.profiles.get(talk.user).facts.get(fact, {})
    if row.get("value") is not None:
        lines.append(talk.text("advice.conflict.kept", value=counsel.value_of(talk, fact, row["value"])))
    offers = [
        Offer(lambda _, words=words: escape(words), "advice.settle", {"fact": fact, **each})  # type: ignore[misc]
        for words, each in zip(quotes, said, strict=True)
    ]
    return lines, [*offers, button("advice.button.unknown", "advice.answer", fact=fact, text=None)]
