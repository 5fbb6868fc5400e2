"""Advice in conversation: what was understood is shown back, the nearest articles with verdict and sum, one question.

What is kept: the facts in the user's profile, each with its words, and in the user's data the text asked about and the
question under way.
"""

from __future__ import annotations

from typing import Any, cast

from bot import counsel, flow, opinions, plans, render, subscribing
from bot.announce import Offer, worded
from bot.announce import offer as button
from bot.arguments import Spoken
from bot.errors import Pardon
from bot.talk import Talk, together
from bot.texts import Html, escape
from policies.advise import Answer
from policies.errors import AnswerError
from policies.results import Question
from policies.types import Article, Facts, Language

MORE = 5
PROTECTING = ("confirmation", "late-interest", "complaint")


def kept_of(talk: Talk) -> dict[str, Any]:
    """The advice under way for this user: ``text`` asked about, ``question`` (a fact), ``changing`` (a fact)."""
    assert talk.context.user_data is not None
    kept: dict[str, Any] = talk.context.user_data.setdefault("advice", {})
    return kept


def _ask(talk: Talk, text: str) -> Answer:
    """The adviser's answer to ``text`` with what is known of the user."""
    profile = talk.desk.state.profiles.get(talk.user)
    facts: Facts = {name: fact["value"] for name, fact in profile.facts.items()}
    return talk.desk.adviser.advise(
        text,
        as_of=talk.desk.today(),
        facts=facts,
        declined=frozenset(profile.declined),
        language=cast("Language", talk.language),
    )


async def describe(talk: Talk, words: str) -> int:
    """A description: keep its facts, show them and the nearest articles, ask whether that is right."""
    stated = talk.desk.adviser.read(words, talk.desk.today())  # what is only doubted is kept too, as open
    if stated:
        learned = {fact.name: {"value": fact.value, "text": fact.text} for fact in stated}
        talk.desk.state.profiles.learn(talk.user, learned)
    kept = kept_of(talk)
    answer = _ask(talk, words)
    if not answer.matches and stated and kept.get("text"):
        words = kept["text"]
        answer = _ask(talk, words)
    if not answer.matches and not stated:
        raise _nothing(talk)
    kept.update(text=words, question=None)
    lines = [
        talk.text("advice.understood"),
        *(counsel.stated_line(talk, fact.name, fact.value, fact.text) for fact in stated),
    ]
    lines = lines if stated else []
    if answer.matches:
        lines += [talk.text("advice.matches"), *counsel.in_short(talk, answer)]
    else:
        lines.append(talk.text("advice.none"))
    lines += subscribing.noted(talk, words, described=bool(stated))
    if not stated:
        await talk.send(together(*lines))
        await _next(talk, answer)
        return flow.END
    offers = [
        button("advice.button.right", "advice.right"),
        button("advice.button.change", "advice.change"),
    ]
    await talk.send(together(*lines, talk.text("advice.right")), offers)
    return flow.END


def _nothing(talk: Talk) -> Pardon:
    """Nothing was found: what this person can say, which for a payer's people is not about its business."""
    roles = talk.person.roles if talk.person is not None else ()
    role = next(
        (each for each in ("maker", "checker", "administrator") if each in roles and "owner" not in roles), None
    )
    if role in (None, "administrator"):
        return Pardon("advice.none" if role is None else "advice.none.administrator")
    return Pardon("advice.none.member", example=talk.text(f"advice.example.{role}"))


async def right(talk: Talk, _: dict[str, Any]) -> int:
    """All was understood: the most decisive question, or the nearest article whole."""
    kept = kept_of(talk)
    if not kept.get("text"):
        raise Pardon("receivables.button.expired")
    await _next(talk, _ask(talk, kept["text"]))
    return flow.END


async def _next(talk: Talk, answer: Answer) -> None:
    """Ask the question that decides most; without one, show the nearest article."""
    question = answer.question
    if question is None:
        if answer.matches:
            await show(talk, answer)
        return
    kept_of(talk)["question"] = question.fact
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
    answer = _ask(talk, kept_of(talk).get("text", ""))
    question = answer.question
    if question is not None and question.fact == args["fact"] and question.help:
        await talk.send(counsel.ended(talk, question.help), _choices(question)[:-2])
    else:
        await talk.say("advice.no-help")
    return flow.END


async def pressed(talk: Talk, args: dict[str, Any]) -> int:
    """A choice under the question; no text means “I don't know”."""
    if args["text"] is None:
        talk.desk.state.profiles.decline(talk.user, args["fact"])
        await talk.say("advice.declined")
        answer = _ask(talk, kept_of(talk).get("text", ""))
        kept_of(talk)["question"] = None
        await show(talk, answer)
        return flow.END
    return await _answered(talk, args["fact"], args["text"])


async def answer(talk: Talk, words: str) -> int | None:
    """A typed answer to the question under way, or a new value for a fact being changed; None if it is neither."""
    kept = kept_of(talk)
    fact = kept.get("changing") or kept.get("question")
    if fact is None or (len(words) > 40 and not kept.get("changing")):
        return None
    try:
        return await _answered(talk, fact, words)
    except AnswerError as fault:
        if fault.declined:
            return await pressed(talk, {"fact": fact, "text": None})
        if kept.get("changing"):
            raise Pardon(
                "advice.unreadable", words=render.short(words), question=counsel.question_of(talk, fact)
            ) from None
        return None


async def _answered(talk: Talk, fact: str, words: str) -> int:
    """Keep the answer and show what it changes."""
    kept, wording = kept_of(talk), counsel.wording(talk)
    value = talk.desk.adviser.answer(fact, words, as_of=talk.desk.today())
    before = _ask(talk, kept.get("text", ""))
    talk.desk.state.profiles.learn(talk.user, {fact: {"value": value, "text": words if kept.get("question") else ""}})
    changing = kept.pop("changing", None)
    kept["question"] = None
    after = _ask(talk, kept.get("text", ""))
    if changing:
        shown = render.short(wording.value(fact, value), counsel.VALUE_LIMIT)
        lines = [talk.text("advice.changed", label=wording.label(fact), value=shown)]
        await talk.send(together(*lines, *_difference(talk, before, after)))
    if after.matches:
        await show(talk, after)
    return flow.END


def _difference(talk: Talk, before: Answer, after: Answer) -> list[Html]:
    """Articles whose verdict changed, came or went."""
    old = {match.article: match.verdict for match in before.matches}
    new = {match.article: match.verdict for match in after.matches}
    changed = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    return [talk.text("advice.changed.results", articles=render.listing(talk.language, changed))] if changed else []


async def show(talk: Talk, answer: Answer, place: int = 0) -> None:
    """One article whole: verdict, sums, what is met, missing, to be checked, and where it stands."""
    if not answer.matches:
        await talk.say("advice.no-question")
        return
    match = answer.matches[place]
    offers = [button("advice.button.why", "advice.why", article=match.article), *plans.offers(talk, match)]
    rest = len(answer.matches) - 1
    if rest > 0 and place == 0:
        offers.append(Offer(worded("advice.button.more", count=rest), "advice.more", {}))
    offers += opinions.offers(match)
    await talk.send(together(*counsel.whole(talk, match)), offers)
    if place == 0 and answer.question is not None and match.verdict == "unknown":
        await _next(talk, answer)


async def why(talk: Talk, args: dict[str, Any]) -> int:
    """Every condition with how it came out, why the article was shown, and how to apply."""
    answer = _ask(talk, kept_of(talk).get("text", ""))
    match = next((each for each in answer.matches if each.article == args["article"]), None)
    if match is None:
        raise Pardon("receivables.button.expired")
    lines = [counsel.ended(talk, text) for text in match.reasons]
    lines += [
        talk.text(f"advice.why.{each.verdict}", label=each.label, because=each.because) for each in match.conditions
    ]
    lines += counsel.how_to_apply(talk, match.article)
    await talk.send(together(*lines), plans.offers(talk, match))
    return flow.END


async def more(talk: Talk, _: dict[str, Any]) -> int:
    """The other matches, each in short, with a button to see it whole."""
    answer = _ask(talk, kept_of(talk).get("text", ""))
    rest = answer.matches[1 : 1 + MORE]
    if not rest:
        raise Pardon("receivables.button.expired")
    for place in range(1, 1 + len(rest)):
        await show(talk, answer, place)
    return flow.END


async def by_profile(talk: Talk) -> int:
    """``/match`` without words: the last text again, or a request to describe."""
    kept = kept_of(talk)
    if not kept.get("text"):
        await talk.say("advice.match.ask")
        return flow.END
    found = _ask(talk, kept["text"])
    await talk.send(
        together(talk.text("advice.match.enough"), talk.text("advice.matches"), *counsel.in_short(talk, found))
    )
    await _next(talk, found)
    return flow.END


async def protect(talk: Talk) -> None:
    """Somebody owes this user money: the articles that protect a supplier, one for each way they do."""
    lines = []
    for theme in PROTECTING:
        found = [each for each in talk.desk.adviser.corpus.articles.values() if _protects(talk, each, theme)]
        lines += [
            talk.text("advice.protects.one", digest=counsel.wording(talk).say(each.digest), article=each.id)
            for each in found[:1]
        ]
    await talk.send(together(talk.text("advice.protects"), *lines))


def _protects(talk: Talk, article: Article, theme: str) -> bool:
    """Whether a nationwide article in force gives suppliers a right or a way under its first theme."""
    today, days = talk.desk.today(), article.validity
    in_force = (days.since is None or days.since <= today) and (days.until is None or today <= days.until)
    fits = article.jurisdiction == "CN" and article.use in ("right", "procedure")
    return in_force and fits and article.themes[0] == theme


async def offer_debt(talk: Talk, payer: str, words: str) -> None:
    """A debt told within a description: what protects the supplier, and a button that registers it."""
    await protect(talk)
    said = talk.desk.spoken_or_none(words)
    person = talk.person
    if person is None or "owner" not in person.roles:
        if said is not None:
            await debt_stranger(talk, payer, said)
        return
    await talk.say(
        "advice.debt.offer",
        [button("advice.button.register", "advice.register", payer=payer)],
        payer=render.short(payer),
    )


async def debt_stranger(talk: Talk, payer: str, said: Spoken) -> None:
    """A debt told by somebody who is not enrolled as a supplier."""
    amount = render.money(said.amounts[0]) if said.amounts else talk.text("advice.debt.amount")
    await talk.say("advice.debt.stranger", payer=render.short(payer), amount=amount)
