"""``policies announce`` and ``policies feedback``: telling subscribers what is new, and reading what people thought."""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import html
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

from bot import bulletin, render, rounds
from bot.app import BOT_KEY
from bot.cli import folders
from bot.cli.chat import CLOCK
from bot.cli.shelf import finish, whole_corpus
from bot.clock import DemoClock, SystemClock
from bot.config import ConfigError
from bot.journal import load_key
from bot.rounds import Plan
from bot.state import BotState, Vote
from policies.vocabulary import Corpus

_LIKELY = 1.96  # standard deviations of the bound by which articles are ordered


def add(parts: Any) -> None:
    """The two parts."""
    announce = parts.add_parser(
        "announce", help="tell subscribers which policies are new or changed",
        description="Compares the corpus with the one last announced and schedules one message a person for the next "
        "working day, 09:00 in Shanghai. Stop the bot first, and look with --dry-run; in the chat it is /announce.",
    )  # fmt: skip
    how = announce.add_mutually_exclusive_group()
    how.add_argument("--dry-run", action="store_true", help="how many would be told of what and why; changes nothing")
    how.add_argument("--tell-nobody", action="store_true", help="take the corpus as known without telling anybody")
    finish(announce, _announce)
    feedback = parts.add_parser(
        "feedback", help="what people thought of matches",
        description="Votes by article, the worst first, with what was wrong and the words that people sent along. Stop "
        "the bot first.",
    )  # fmt: skip
    feedback.add_argument("--json", action="store_true", help="print the rows as JSON")
    feedback.add_argument("--since", metavar="DATE", type=dt.date.fromisoformat, help="votes from this day on")
    finish(feedback, _feedback)


@contextmanager
def _opened(options: argparse.Namespace) -> Iterator[tuple[BotState, int]]:
    """The bot's own data, for this process alone, and the time."""
    settings = folders.settings(options)
    if not (settings.data / "bot").is_dir():
        raise ConfigError(f"data ({settings.data}) holds nothing of a bot yet; start it once with 'tallystick run'")
    with closing(BotState.open(settings.data / "bot", load_key(settings.keys / BOT_KEY, create=False))) as state:
        if not folders.is_demo(settings):
            yield state, SystemClock().now()
            return
        with closing(DemoClock(settings.data / CLOCK, running=False)) as clock:
            yield state, clock.now()


# --- announce --------------------


def _announce(options: argparse.Namespace) -> int:
    corpus = whole_corpus(options)
    with _opened(options) as (state, now):
        plan = asyncio.run(rounds.plan(state, corpus, now))
        waiting = rounds.due(state)
        if not plan.changes:
            print("nothing is new since the last announcement")
        elif options.dry_run:
            print("\n".join(_planned(plan, corpus)))
        elif options.tell_nobody:
            rounds.settle(state, corpus, now)
            print(f"{len(plan.changes)} changed articles taken as known; nobody is told")
            return 0
        else:
            with state.message():
                waiting = rounds.announce(state, corpus, now)
            print(f"{len(plan.changes)} articles, {plan.people} of {plan.subscribers} subscribers as things stand")
        if waiting is not None:
            print(f"scheduled for {render.instant('en', waiting)} in Shanghai, one message a person; start the bot")
    return 0


def _planned(plan: Plan, corpus: Corpus) -> Iterator[str]:
    yield f"{plan.people} of {plan.subscribers} subscribers would get one message; nothing was sent or changed"
    for reach in sorted(plan.reaches, key=lambda reach: -reach.people):
        yield f"{reach.people:6}  {html.unescape(bulletin.head('en', corpus, reach.change))}"
        if reach.example is not None:
            example = html.unescape(bulletin.example("en", corpus, reach.example))
            yield from (f"        {line}" for line in example.splitlines())


# --- feedback --------------------


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes on one article."""

    article: str
    up: int
    down: int
    reasons: Counter[str]
    verdicts: Counter[str]
    texts: tuple[str, ...]

    @property
    def bad(self) -> float:
        """A lower bound of the share that votes against (Wilson's): few votes weigh little."""
        n = self.up + self.down
        share, square = self.down / n, _LIKELY**2
        spread = _LIKELY * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
        return (share + square / (2 * n) - spread) / (1 + square / n)

    def as_json(self) -> dict[str, Any]:
        """Plain data; it names nobody."""
        return {
            "article": self.article, "up": self.up, "down": self.down, "reasons": dict(self.reasons),
            "verdicts_voted_down": dict(self.verdicts), "texts": list(self.texts),
        }  # fmt: skip


def tally(votes: Iterable[Vote], since: dt.date | None = None) -> list[Tally]:
    """Votes by article, the worst first."""
    by_article: dict[str, list[Vote]] = {}
    for vote in votes:
        if since is None or dt.date.fromisoformat(vote.day) >= since:
            by_article.setdefault(vote.article, []).append(vote)
    found = []
    for article, listed in by_article.items():
        against = [vote for vote in listed if not vote.up]
        reasons = Counter(vote.reason for vote in against if vote.reason is not None)
        texts = tuple(vote.text for vote in against if vote.text is not None)
        verdicts = Counter(vote.verdict for vote in against)
        found.append(Tally(article, len(listed) - len(against), len(against), reasons, verdicts, texts))
    return sorted(found, key=lambda each: (-each.bad, -each.down, each.article))


def _feedback(options: argparse.Namespace) -> int:
    with _opened(options) as (state, _):
        found = tally(state.feedback.all(), options.since)
    if options.json:
        print(json.dumps([each.as_json() for each in found], ensure_ascii=False, indent=2))
        return 0
    if not found:
        print("no votes yet" + (f" since {options.since}" if options.since else ""))
        return 0
    print(f"{'article':28} {'up':>5} {'down':>5}  what was wrong")
    for each in found:
        reasons = ", ".join(f"{_REASONS[reason]} {count}" for reason, count in each.reasons.most_common())
        print(f"{each.article:28} {each.up:5} {each.down:5}  {reasons}")
        for text in each.texts:
            print(f"    “{render.short(text, 200)}”")
    return 0


_REASONS = {"about": "not about this", "verdict": "verdict wrong", "outdated": "out of date"}
