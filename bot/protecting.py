"""A debt told in conversation: the articles that protect a supplier, and the offer to register it."""

from __future__ import annotations

from bot import counsel, render
from bot.announce import offer as button
from bot.arguments import Spoken
from bot.talk import Talk, together
from policies.types import Article

PROTECTING = ("confirmation", "late-interest", "complaint")


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
