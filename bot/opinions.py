"""What people think of a match: two small buttons under it, and after a vote against one question that need not be
answered. Their words are kept with it only if they say so."""

from __future__ import annotations

import contextlib
from typing import Any

from telegram.error import TelegramError

from bot import render
from bot.announce import Offer
from bot.announce import offer as button
from bot.state import REASONS, Vote
from bot.talk import Talk
from bot.texts import Html
from policies.results import Match

UP, DOWN = "👍", "👎"
WORDS = 300  # characters of a description that are offered to be sent along


def offers(match: Match) -> list[Offer]:
    """The two buttons under a whole match; they go on working, so that a second press changes the vote."""
    return [
        Offer(lambda _, sign=sign: Html(sign), "vote", {"article": match.article, "up": sign == UP})  # type: ignore[misc]
        for sign in (UP, DOWN)
    ]


def themes(talk: Talk, words: str) -> list[str]:
    """The themes of articles that a text names."""
    ranked = talk.desk.adviser.rank(words, as_of=talk.desk.today())
    return sorted({theme for one in ranked for theme in one.found.themes})


def keep(talk: Talk, article: str, *, up: bool, reason: str | None = None) -> bool:
    """Keep a vote with the verdict as it stands for this person; False if it was theirs already."""
    profile = talk.desk.state.profiles.get(talk.user)
    facts = {name: fact["value"] for name, fact in profile.facts.items()}
    corpus, day = talk.desk.adviser.corpus, talk.desk.today()
    known = article in corpus.articles
    verdict = talk.desk.adviser.evaluate(article, facts, day).verdict.value if known else "unknown"
    named = tuple(themes(talk, _words(talk))) if _words(talk) else ()
    vote = Vote(talk.user, article, up, verdict, talk.language, day.isoformat(), named, reason)
    return talk.desk.state.feedback.vote(vote)


def _words(talk: Talk) -> str:
    """The text that the matches of this user came from."""
    kept: dict[str, Any] = (talk.context.user_data or {}).get("advice") or {}
    return str(kept.get("text") or "")


async def press(talk: Talk, args: dict[str, Any]) -> None:
    """A thumb was pressed: kept, in place of an earlier vote; against, what was wrong may be said."""
    changed = keep(talk, args["article"], up=args["up"])
    query = talk.update.callback_query
    assert query is not None
    with contextlib.suppress(TelegramError):  # too old to be answered, or the line failed: the vote is kept
        await query.answer(talk.text("news.vote.up" if args["up"] else "news.vote.down"))
    if changed and not args["up"]:
        choices = [
            button(f"news.vote.reason.{reason}", "vote.reason", article=args["article"], reason=reason)
            for reason in REASONS
        ]
        await talk.say("news.vote.ask", choices, article=args["article"])


async def reason(talk: Talk, args: dict[str, Any]) -> None:
    """What was wrong; then the offer to send one's words along."""
    if not talk.desk.state.feedback.add(talk.user, args["article"], reason=args["reason"]):
        await talk.say("news.vote.changed")
        return
    words = _words(talk)[:WORDS]
    await talk.say("news.vote.thanks")
    if words:
        share = button("news.vote.button.share", "vote.share", article=args["article"], text=words)
        await talk.say("news.vote.share.ask", [share], words=render.short(words, WORDS))


async def share(talk: Talk, args: dict[str, Any]) -> None:
    """The words go to the operator with the vote."""
    kept = talk.desk.state.feedback.add(talk.user, args["article"], text=args["text"])
    await talk.say("news.vote.shared" if kept else "news.vote.changed")
