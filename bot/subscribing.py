"""Messages of news in conversation: told of once, shown and changed with ``/news``, and the buttons under a message."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, cast

from bot import bulletin, counsel, opinions, render, rounds
from bot.announce import Offer
from bot.announce import offer as button
from bot.errors import Pardon
from bot.talk import Talk, together
from bot.texts import Html, escape, say
from policies.advise import Answer
from policies.types import Article, Language

CHOICES = 6
OFF = frozenset(("off", "stop", "unsubscribe", "停", "停止", "关闭", "關閉", "退订", "退訂"))
ON = frozenset(("on", "start", "开", "開", "开启", "開啟", "恢复", "恢復"))


def noted(talk: Talk, answer: Answer, *, described: bool) -> list[Html]:
    """Whoever describes an enterprise is a subscriber from then on: the sentence that says so, the first time. The
    themes of what they write about are noted, the text is not."""
    wishes, known = talk.desk.state.subscriptions, talk.desk.state.subscriptions.get(talk.user)
    if known is None and not described:
        return []
    begun = wishes.begin(talk.user)
    wishes.ask(talk.user, sorted({theme for match in answer.matches for theme in match.themes}))
    return [talk.text("news.first")] if begun else []


# --- /news --------------------


async def show(talk: Talk) -> None:
    """Whether messages come, what is left out, what the newest one was about."""
    wish = talk.desk.state.subscriptions.get(talk.user)
    if wish is None or not wish.on:
        key = "none" if wish is None else "off"
        offers = [button(f"news.button.{'off' if wish is None else 'on'}", f"news.{'off' if wish is None else 'on'}")]
        await talk.say(f"news.state.{key}", offers)
        return
    corpus, lines = talk.desk.adviser.corpus, [talk.text("news.state.on")]
    if wish.muted:
        lines.append(talk.text("news.state.muted", themes=bulletin.themes(talk.language, corpus, wish.muted)))
    offers = [button("news.button.off", "news.off"), button("news.button.theme", "news.fewer", articles=[])]
    if wish.heard:
        date = render.date(talk.language, dt.date.fromisoformat(wish.heard_on))
        articles = render.listing(talk.language, wish.heard)
        lines.append(talk.text("news.state.heard", date=date, articles=articles))
        offers.append(button("news.button.why", "news.why", articles=list(wish.heard)))
    known = [theme for theme in wish.muted if theme in corpus.vocabulary.themes]
    offers += [_back(talk, theme) for theme in known[-CHOICES:]]
    await talk.send(together(*lines), offers)


def _back(talk: Talk, theme: str) -> Offer:
    corpus = talk.desk.adviser.corpus
    return Offer(
        lambda language: say(language, "news.button.back", theme=bulletin.themes(language, corpus, [theme])),
        "news.unmute",
        {"theme": theme},
    )


async def command(talk: Talk) -> None:
    """``/news``, and with a word all on or off."""
    said = talk.arguments.strip().lower()
    if said in OFF:
        await turn_off(talk, {})
    elif said in ON:
        await turn_on(talk, {})
    else:
        await show(talk)


async def turn_on(talk: Talk, _: dict[str, Any]) -> None:
    talk.desk.state.subscriptions.set_on(talk.user, True)
    await talk.say("news.state.on")


async def turn_off(talk: Talk, _: dict[str, Any]) -> None:
    """No more news; what waits to be sent goes with it."""
    talk.desk.state.subscriptions.set_on(talk.user, False)
    _withdraw(talk)
    await talk.say("news.state.off")


def _withdraw(talk: Talk) -> None:
    """Whatever waits to be told is not told any more."""
    wish = talk.desk.state.subscriptions.get(talk.user)
    assert wish is not None
    talk.desk.state.outbox.drop(talk.user, rounds.prefix(wish.token))


# --- the buttons --------------------


async def why(talk: Talk, args: dict[str, Any]) -> None:
    """Each article whole, with every condition, for what is known of this person now."""
    corpus = talk.desk.adviser.corpus
    known = [name for name in args["articles"] if name in corpus.articles]
    if not known:
        raise Pardon("news.gone")
    facts = {name: fact["value"] for name, fact in talk.desk.state.profiles.get(talk.user).facts.items()}
    for name in known:
        reader = cast("Language", talk.language)
        match = talk.desk.adviser.evaluate(name, facts, talk.desk.today(), language=reader)
        offers = [
            button("news.button.unfit", "news.unfit", articles=[name]),
            button("news.button.fewer", "news.fewer", articles=[name]),
            *opinions.offers(match),
        ]
        await talk.send(together(*counsel.whole(talk, match), *counsel.how_to_apply(talk, name)), offers)


async def unfit(talk: Talk, args: dict[str, Any]) -> None:
    """An article that is not for this person: asked which, where the message told of several."""
    names = args["articles"]
    if len(names) > 1 and not args.get("all"):
        offers = [_choice(talk, name) for name in names if name in talk.desk.adviser.corpus.articles]
        every = button("news.unfit.all", "news.unfit", articles=names, all=True)
        await talk.say("news.unfit.which", [*offers, every])
        return
    for name in names:
        talk.desk.state.subscriptions.reject(talk.user, name)
        opinions.keep(talk, name, up=False, reason="about")
    await talk.say("news.unfit.done", articles=render.listing(talk.language, names), count=len(names))


def _choice(talk: Talk, name: str) -> Offer:
    corpus = talk.desk.adviser.corpus
    shown = render.short(bulletin.title(talk.language, corpus, corpus.articles[name]), 40)
    return Offer(lambda _: escape(f"{shown} ({name})"), "news.unfit", {"articles": [name]})


async def fewer(talk: Talk, args: dict[str, Any]) -> None:
    """No more of a theme: asked which, where there are several."""
    corpus, wish = talk.desk.adviser.corpus, talk.desk.state.subscriptions.get(talk.user)
    names = args["articles"] or (wish.heard if wish is not None else ())
    found = [*_themes_of(corpus.articles[name] for name in names if name in corpus.articles)]
    if not args["articles"] and wish is not None:
        found = [*wish.asked, *found]
    muted = set(wish.muted) if wish is not None else set()
    open_ = [each for each in dict.fromkeys(found) if each not in muted and each in corpus.vocabulary.themes]
    if not open_:
        raise Pardon("news.fewer.none")
    if len(open_) == 1:
        await mute(talk, {"theme": open_[0]})
        return
    await talk.say("news.fewer.which", [_theme(talk, theme) for theme in open_[:CHOICES]])


def _themes_of(articles: Iterable[Article]) -> list[str]:
    return [theme for article in articles for theme in article.themes]


def _theme(talk: Talk, theme: str) -> Offer:
    corpus = talk.desk.adviser.corpus
    return Offer(lambda language: bulletin.themes(language, corpus, [theme]), "news.mute", {"theme": theme})


async def mute(talk: Talk, args: dict[str, Any]) -> None:
    talk.desk.state.subscriptions.mute(talk.user, args["theme"])
    _withdraw(talk)
    named = bulletin.themes(talk.language, talk.desk.adviser.corpus, [args["theme"]])
    await talk.say("news.muted", [_back(talk, args["theme"])], theme=named)


async def unmute(talk: Talk, args: dict[str, Any]) -> None:
    talk.desk.state.subscriptions.unmute(talk.user, args["theme"])
    named = bulletin.themes(talk.language, talk.desk.adviser.corpus, [args["theme"]])
    await talk.say("news.unmuted", theme=named)
