"""What is kept about an enterprise, shown and corrected with a tap; the way back from a change."""

from __future__ import annotations

from typing import Any

from bot import advising, changes, counsel, flow, inquiry
from bot.announce import offer as button
from bot.errors import Pardon
from bot.inquiry import kept_of
from bot.talk import Talk, together


async def show_profile(talk: Talk) -> None:
    """Every fact that is kept."""
    profile = talk.desk.state.profiles.get(talk.user)
    asked, choices = changes.which(talk, again=True)
    if not profile.facts and asked:
        await talk.send(together(*asked), choices)
        return
    if not profile.facts:
        raise Pardon("advice.profile.empty")
    lines = [
        counsel.stated_line(talk, name, fact["value"], fact.get("text", "")) for name, fact in profile.facts.items()
    ]
    await talk.send(
        together(talk.text("advice.profile.title"), *lines, *asked),
        [*choices, button("advice.button.change", "advice.change")],
    )


async def change(talk: Talk, args: dict[str, Any]) -> int:
    """Choose a fact to change; then say what it is, or forget it."""
    profile = talk.desk.state.profiles.get(talk.user)
    fact = args.get("fact")
    if fact is None:
        await talk.say("advice.change.which", advising.which_one(talk))
        return flow.END
    if fact not in profile.facts:
        raise Pardon("receivables.button.expired")
    kept_of(talk)["changing"] = fact
    shown = counsel.value_of(talk, fact, profile.facts[fact]["value"])
    await talk.say(
        "advice.change.ask",
        [button("advice.button.forget", "advice.forget", fact=fact)],
        question=counsel.question_of(talk, fact),
        value=shown,
    )
    return flow.END


async def forget(talk: Talk, args: dict[str, Any]) -> int:
    """Forget one fact, and say which results that changes."""
    before = inquiry.known(talk)
    done = changes.apply(talk, {args["fact"]: None})
    kept_of(talk).pop("changing", None)
    changes.settled(talk, args["fact"])
    if not done.after:
        raise Pardon("receivables.button.expired")
    lines = [*changes.sentences(talk, done), *changes.effects(talk, before)]
    await talk.send(together(*lines), changes.ways(talk, done))
    return flow.END


async def undo(talk: Talk, args: dict[str, Any]) -> int:
    """Bring back what was kept before a change, with its words."""
    return await advising.undo(talk, args)
