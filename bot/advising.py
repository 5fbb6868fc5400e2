"""Advice in conversation: the nearest articles with verdict and sum, one question at a time, an article whole.

What is kept: the facts in the user's profile, each with its words, and in the user's data what :mod:`bot.inquiry` says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from bot import changes, counsel, flow, inquiry, opinions, plans, render, statements
from bot.announce import Offer, worded
from bot.announce import offer as button
from bot.errors import Pardon
from bot.inquiry import kept_of
from bot.talk import Talk, together
from bot.texts import Html, escape
from policies.advise import Answer
from policies.criteria import lies_in
from policies.errors import AnswerError
from policies.facts.limits import impossible
from policies.results import Match, Question

MORE = 5
_SHORT = 40  # characters of an answer to a question
_YES_OR_NO = re.compile(r"\s*(?:是(?!不是)|有|[对對](?!了)|没|沒|否|嗯|好|(?:yes|yep|yeah|y|ok)\b)", re.IGNORECASE)


# --- results ------------------------------------------------------------------------------------------


def listed(talk: Talk, answer: Answer) -> list[Html]:
    """The matches in short; their order is kept, for "the second one"."""
    if not answer.matches:
        return [_none(talk)]
    kept_of(talk)["shown"] = [match.article for match in answer.matches]
    inquiry.view(talk, "list")
    return [talk.text("advice.matches"), *counsel.in_short(talk, answer)]


def seat_outside(talk: Talk) -> str | None:
    """Where the enterprise is, if that is outside the mainland, where no article is in force."""
    region = inquiry.known(talk).get("region")
    return region if isinstance(region, str) and lies_in(region, "CN") is False else None


def _none(talk: Talk) -> Html:
    """No article helps: because the enterprise is outside the mainland, or because the text is about something else."""
    if (seat := seat_outside(talk)) is not None:
        return talk.text("advice.none.outside", place=counsel.wording(talk).place(seat))
    return talk.text("advice.none")


def nothing(talk: Talk) -> Pardon:
    """Nothing was found: what this person can say, which for a payer's people is not about its business."""
    roles = talk.person.roles if talk.person is not None else ()
    role = next(
        (each for each in ("maker", "checker", "administrator") if each in roles and "owner" not in roles), None
    )
    if role in (None, "administrator"):
        return Pardon("advice.none" if role is None else "advice.none.administrator")
    return Pardon("advice.none.member", example=talk.text(f"advice.example.{role}"))


# --- questions ----------------------------------------------------------------------------------------


def under_way(talk: Talk) -> Answer:
    """The answer to the text under way. Pardon if there is none any more."""
    if not kept_of(talk).get("text"):
        raise Pardon("receivables.button.expired")
    return inquiry.ask(talk)


async def undo(talk: Talk, args: dict[str, Any]) -> int:
    """Bring back what was kept before a change, with its words."""
    before = inquiry.known(talk)
    done = changes.undo(talk, args)
    lines = [talk.text("advice.undone"), *changes.sentences(talk, done), *changes.effects(talk, before)]
    look_ = [button("advice.button.look", "advice.look")] if kept_of(talk).get("text") else []
    await talk.send(together(*lines), look_)
    return flow.END


def which_one(talk: Talk) -> list[Offer]:
    """A button for each fact that is kept."""
    facts = talk.desk.state.profiles.get(talk.user).facts
    return [Offer(counsel.named(talk, name), "advice.change", {"fact": name}) for name in facts]


async def right(talk: Talk, _: dict[str, Any]) -> int:
    """All was understood: the most decisive question, or the nearest article whole."""
    kept_of(talk).pop("awaits", None)
    if not kept_of(talk).get("text"):
        await talk.say("advice.match.ask")
        return flow.END
    await go_on(talk, inquiry.ask(talk))
    return flow.END


async def go_on(talk: Talk, answer: Answer) -> None:
    """Ask the question that decides most; without one, show the nearest article."""
    question = answer.question
    if question is None:
        if answer.matches:
            await show(talk, answer)
        return
    kept_of(talk)["question"] = question.fact
    kept_of(talk).pop("awaits", None)
    lines = [talk.text("advice.question", question=question.text)]
    if question.because:
        lines.append(talk.text("advice.question.why", why=counsel.ended(talk, question.because)))
    await talk.send(together(*lines), _choices(question))


def _choices(question: Question) -> list[Offer]:
    offers = [
        Offer(lambda _, words=words: escape(words), "advice.answer", {"fact": question.fact, "text": value})  # type: ignore[misc]
        for value, words in question.choices.items()
    ]
    return [
        *offers,
        button("advice.button.how", "advice.how", fact=question.fact),
        button("advice.button.unknown", "advice.answer", fact=question.fact, text=None),
    ]


async def how(talk: Talk, args: dict[str, Any]) -> int:
    """Where the answer can be found; the question stays open."""
    question = inquiry.ask(talk).question
    if question is not None and question.fact == args["fact"] and question.help:
        await talk.send(counsel.ended(talk, question.help), _choices(question)[:-2])
    else:
        await talk.say("advice.no-help")
    return flow.END


async def pressed(talk: Talk, args: dict[str, Any]) -> int:
    """A choice under the question; no text means “I don't know”."""
    if args["text"] is not None:
        return await _answered(talk, args["fact"], args["text"])
    talk.desk.state.profiles.decline(talk.user, args["fact"])
    changes.settled(talk, args["fact"])
    kept_of(talk)["question"] = None
    await talk.say("advice.declined")
    asked, offers = changes.which(talk)
    if asked:
        await talk.send(together(*asked), offers)
    elif kept_of(talk).get("text"):
        await show(talk, inquiry.ask(talk))
    return flow.END


async def answer(talk: Talk, words: str) -> int | None:
    """A typed answer to the question under way, or a new value for a fact being changed; None if it is neither."""
    kept = kept_of(talk)
    if kept.get("awaits") and (all_right := statements.agrees(words)) is not None:
        kept.pop("awaits")
        if all_right:
            return await right(talk, {})
        await talk.say("advice.change.which", which_one(talk))
        return flow.END
    fact = kept.get("changing") or kept.get("question")
    if fact is None or (len(words) > _SHORT and not kept.get("changing")):
        return None
    if not kept.get("changing") and _tells_of_others(talk, fact, words):
        return None
    try:
        return await _answered(talk, fact, words, typed=True)
    except AnswerError as fault:
        if fault.declined:
            return await pressed(talk, {"fact": fact, "text": None})
        if kept.get("changing"):
            raise Pardon(
                "advice.unreadable", words=render.short(words), question=counsel.question_of(talk, fact)
            ) from None
        return None


def _tells_of_others(talk: Talk, fact: str, words: str) -> bool:
    """Whether words state other facts than the one asked for: "we have 90 people" is no yes, 不對，員工195人 no no."""
    stated = {each.name for each in talk.desk.adviser.reading(words, talk.desk.today()).facts}
    return bool(stated) and fact not in stated and _YES_OR_NO.match(words) is None


def _beside(talk: Talk, fact: str, words: str) -> dict[str, changes.Row]:
    """What an answer states beside what it was asked for."""
    reading = talk.desk.adviser.reading(words, talk.desk.today())
    apart = {fact, *(each.name for each in reading.conflicts)}
    return {each.name: {"value": each.value, "text": each.text} for each in reading.facts if each.name not in apart}


async def _answered(talk: Talk, fact: str, words: str, *, typed: bool = False) -> int:
    """Keep the answer, with what else is stated in what was typed, and show what follows from it."""
    value = talk.desk.adviser.answer(fact, words, as_of=talk.desk.today())
    if impossible(fact, value, talk.desk.today()):
        raise Pardon("advice.impossible", words=render.short(words), label=counsel.wording(talk).label(fact))
    told = "" if kept_of(talk).get("changing") or not typed else words
    return await take(talk, fact, value, told, _beside(talk, fact, words) if typed else {})


async def settle(talk: Talk, args: dict[str, Any]) -> int:
    """Which of two statements holds was pressed."""
    if args["fact"] not in {each["fact"] for each in kept_of(talk).get("conflicts", ())}:
        raise Pardon("receivables.button.expired")
    return await take(talk, args["fact"], args["value"], args["text"])


async def take(
    talk: Talk, fact: str, value: Any, words: str, beside: Mapping[str, changes.Row] = MappingProxyType({})
) -> int:
    """Take a value that was asked for: with a question, go on; as a correction, or with more facts ``beside`` it, say
    what changed."""
    kept, before = kept_of(talk), inquiry.known(talk)
    corrects = kept.pop("changing", None) is not None
    corrects = any(each["fact"] == fact for each in kept.get("conflicts", ())) or corrects
    changes.settled(talk, fact)
    kept["question"] = None
    change = changes.apply(talk, {fact: {"value": value, "text": words}, **beside})
    effects = changes.effects(talk, before) if change.after else []
    asked, offers = changes.which(talk)
    if corrects or asked or beside:
        lines = changes.sentences(talk, change) or [talk.text("advice.same.kept")]
        ask_on = [] if asked or kept.get("text") else [talk.text("advice.match.ask")]
        await talk.send(together(*lines, *effects, *asked, *ask_on), offers or changes.ways(talk, change))
    elif kept.get("text"):
        await show(talk, inquiry.ask(talk), lead=effects if len(effects) > 1 else [])
    return flow.END


# --- articles -----------------------------------------------------------------------------------------


async def show(talk: Talk, answer: Answer, place: int = 0, lead: list[Html] | None = None) -> None:
    """One article whole: verdict, sums, what is met, missing, to be checked, and where it stands."""
    if not answer.matches:
        await talk.say("advice.no-question")
        return
    match = answer.matches[place]
    kept_of(talk).setdefault("shown", [each.article for each in answer.matches])
    rest = len(answer.matches) - 1 if place == 0 else 0
    await whole(talk, match, answer, lead or [], rest)
    if place == 0 and answer.question is not None and match.verdict == "unknown":
        await go_on(talk, answer)


async def whole(talk: Talk, match: Match, answer: Answer, lead: list[Html], rest: int = 0) -> None:
    """An article with its buttons; ``rest`` others can be seen."""
    inquiry.view(talk, "whole", match.article)
    offers = [button("advice.button.why", "advice.why", article=match.article), *plans.offers(talk, match)]
    if rest > 0:
        offers.append(Offer(worded("advice.button.more", count=rest), "advice.more", {}))
    offers += opinions.offers(match)
    await talk.send(together(*lead, *counsel.whole(talk, match, answer.stack)), offers)


async def why(talk: Talk, args: dict[str, Any]) -> int:
    """Every condition with how it came out, why the article was shown, and how to apply."""
    if args["article"] not in talk.desk.adviser.corpus.articles:
        raise Pardon("receivables.button.expired")
    match = inquiry.match_of(talk, args["article"])
    inquiry.view(talk, "why", match.article)
    lines = counsel.shown_because(talk, match)
    lines += [counsel.ended(talk, each.because) for each in match.conditions]
    lines += counsel.how_to_apply(talk, match.article)
    await talk.send(together(*lines), plans.offers(talk, match))
    return flow.END


async def more(talk: Talk, _: dict[str, Any]) -> int:
    """The other matches, each in short, with a button to see it whole."""
    answer = under_way(talk)
    rest = answer.matches[1 : 1 + MORE]
    if not rest:
        raise Pardon("receivables.button.expired")
    for place in range(1, 1 + len(rest)):
        await show(talk, answer, place)
    return flow.END


async def look(talk: Talk, _: dict[str, Any]) -> int:
    """The results as they stand, and the question that decides most."""
    found = under_way(talk)
    await talk.send(together(*listed(talk, found)))
    await go_on(talk, found)
    return flow.END


async def by_profile(talk: Talk) -> int:
    """``/match`` without words: the last text again, or a request to describe."""
    if not kept_of(talk).get("text"):
        await talk.say("advice.match.ask")
        return flow.END
    found = inquiry.ask(talk)
    await talk.send(together(talk.text("advice.match.enough"), *listed(talk, found)))
    await go_on(talk, found)
    return flow.END
