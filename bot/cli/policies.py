"""``policies``: look into the corpus (lint, show, search, coverage); importing and publishing are in ``drafts``."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from bot import render
from bot.cli import drafts, news
from bot.cli.shelf import finish, near, own_folder, whole_corpus
from bot.config import ConfigError
from policies.advise import Adviser
from policies.errors import CorpusError
from policies.explain.wording import Wording
from policies.importer import Coverage, SourceError, UnknownDocumentError, cover, problems, read_draft, state, total
from policies.loader import SHIPPED, load_corpus
from policies.loader.__main__ import report
from policies.types import Article, Document, Language
from policies.vocabulary import Corpus

LANGUAGES: tuple[Language, ...] = ("en", "zh-Hans", "zh-Hant")


def add(commands: Any) -> None:
    policies = commands.add_parser(
        "policies", help="import, publish, compare and search policy documents", description="Work on the corpus."
    )
    parts = policies.add_subparsers(dest="part", required=True, metavar="PART")
    drafts.add(parts)
    news.add(parts)
    lint = parts.add_parser(
        "lint", help="load strictly and run every example",
        description="Checks the corpus (shipped and the operator's), one folder, one document, or what a draft still "
        "lacks. Each problem names file, place and the correct form. Exit status 1 if there is one.",
    )  # fmt: skip
    lint.add_argument("what", nargs="?", type=Path, metavar="FOLDER|FILE")
    finish(lint, _lint)
    show = parts.add_parser("show", help="one article or document", description="ID is bj-sme-2020/16 or bj-sme-2020.")
    show.add_argument("id", metavar="ID")
    show.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the corpus' own words (en)")
    show.add_argument("--as-of", metavar="DATE", type=dt.date.fromisoformat, help="the day asked about (today)")
    finish(show, _show)
    search = parts.add_parser(
        "search", help="articles for a text, with score and reason",
        description="Articles ranked as the adviser ranks them. Exit status 1 if there is none.",
    )  # fmt: skip
    search.add_argument("text", nargs="+", metavar="TEXT")
    search.add_argument("--as-of", metavar="DATE", type=dt.date.fromisoformat, help="the day asked about (today)")
    finish(search, _search)
    coverage = parts.add_parser(
        "coverage", help="what is modelled and what is not",
        description="A row a document: articles, those with conditions, with benefits, examples, reservations that a "
        "machine cannot decide, asks in Chinese and English, and whether it is in force.",
    )  # fmt: skip
    coverage.add_argument("--json", action="store_true", help="print the rows as JSON")
    coverage.add_argument("--as-of", metavar="DATE", type=dt.date.fromisoformat, help="the day asked about (today)")
    finish(coverage, _coverage)


def _today(options: argparse.Namespace) -> dt.date:
    return options.as_of or dt.datetime.now(dt.timezone(dt.timedelta(hours=8))).date()


def _lint(options: argparse.Namespace) -> int:
    what = options.what
    if what is None:
        return report(whole_corpus(options))
    if not what.exists():
        raise ConfigError(f"{what} does not exist; name a folder, a corpus file or a draft")
    if what.is_file() and _is_draft(what):
        found = problems(what, SHIPPED, own_folder(options))
        print("\n".join([*found, f"{len(found)} things to put right before it can be published"]))
        return 1 if found else 0
    return report(load_corpus(what))


def _is_draft(path: Path) -> bool:
    try:
        read_draft(path)
    except (SourceError, CorpusError):
        return False
    return True


# --- showing --------------------


def _show(options: argparse.Namespace) -> int:
    corpus = whole_corpus(options)
    wording, day = Wording(corpus, options.lang), _today(options)
    if options.id in corpus.documents:
        print("\n".join(_document(corpus, corpus.documents[options.id], wording, day)))
        return 0
    article = corpus.articles.get(options.id)
    if article is None:
        raise UnknownDocumentError(options.id, near(options.id, corpus))
    print("\n".join(_article(article, wording, day)))
    return 0


def _document(corpus: Corpus, document: Document, wording: Wording, day: dt.date) -> Iterator[str]:
    yield f"{document.id}  {wording.say(document.title)}"
    yield f"issuer: {wording.say(document.issuer)}" + (f", {document.number}" if document.number else "")
    yield f"published: {document.published or 'not stated'}; source: {wording.say(document.source)}"
    yield f"applies in: {wording.place(document.jurisdiction)}"
    yield _validity(document, wording, day)
    if document.replaced_by is not None:
        yield f"replaced by: {document.replaced_by}"
    for article in corpus.articles.values():
        if article.document.id == document.id:
            yield f"  {article.id}  {wording.say(article.place)}"


def _validity(owner: Article | Document, wording: Wording, day: dt.date) -> str:
    days = owner.validity
    note = f" ({wording.say(days.note)})" if days.note is not None else ""
    since, until = days.since or "not stated", days.until or "not stated"
    return f"in force from {since} until {until}{note}; on {day}: {state(days, day)}"


def _article(article: Article, wording: Wording, day: dt.date) -> Iterator[str]:
    say = wording.say
    yield f"{article.id}  {wording.citation(article)}"
    yield f"applies in: {wording.place(article.jurisdiction)}; use: {article.use}; themes: {', '.join(article.themes)}"
    yield _validity(article, wording, day)
    yield say(article.digest)
    for title, lines in (
        ("requires", list(article.requires)),
        ("conditions", [f"{say(each.label)} [{each.source}; {each.weight}]" for each in article.conditions]),
        ("barred if", [f"{say(each.label)} [{each.source}]" for each in article.exclusions]),
        ("benefits", [_benefit(each, wording) for each in article.benefits]),
        ("procedure", list(_procedure(article, wording))),
        ("offices", [say(each.name) for each in article.offices]),
        ("not modelled", [say(each) for each in article.unmodelled]),
    ):
        if lines:
            yield f"{title}:"
            yield from (f"  - {line}" for line in lines)


def _benefit(benefit: Any, wording: Wording) -> str:
    cap = f", at most {_yuan(benefit.cap_cny)}" if benefit.cap_cny is not None else ""
    period = f" a {benefit.period}" if benefit.period in ("year", "month", "day") and cap else ""
    sums = "" if benefit.amount is not None or cap else ", no sum stated"
    terms = f"{benefit.kind}, for the {benefit.beneficiary}{cap}{period}{sums}"
    return f"{wording.say(benefit.label)} ({terms}) [{benefit.source}]"


def _yuan(amount: Decimal) -> str:
    return render.money(int(amount * 100))


def _procedure(article: Article, wording: Wording) -> Iterator[str]:
    procedure = article.procedure
    if procedure is None:
        return
    for name in ("where", "fee", "deadline", "contact", "complaint"):
        words = getattr(procedure, name)
        if words is not None:
            yield f"{name}: {wording.say(words)}"
    for paper in procedure.papers:
        yield f"paper: {wording.say(paper.name)}" + (" (a catch-all)" if paper.catch_all else "")
    for number, stage in enumerate(procedure.stages, 1):
        yield f"stage {number}: {wording.say(stage)}"


# --- searching and counting --------------------


def _search(options: argparse.Namespace) -> int:
    found = Adviser(whole_corpus(options)).advise(" ".join(options.text), as_of=_today(options))
    if not found.matches:
        print(found.message)
        return 1
    for match in found.matches:
        print(f"{match.score:.2f}  {match.article}  {match.verdict}  {match.citation}")
        if match.reasons:
            print(f"      {match.reasons[0]}")
    return 0


def _coverage(options: argparse.Namespace) -> int:
    day = _today(options)
    rows = cover(whole_corpus(options), day)
    every = total(rows)
    if options.json:
        totals = {key: value for key, value in every.as_json().items() if key not in ("id", "title", "state")}
        print(json.dumps({"as_of": day.isoformat(), "documents": [row.as_json() for row in rows], "total": totals},
                         ensure_ascii=False, indent=2))  # fmt: skip
        return 0
    print(f"{'document':24} {'art.':>5} {'cond.':>5} {'ben.':>5} {'paid':>5} {'proc.':>5} {'exam.':>5} {'unm.':>5} "
          f"{'zh':>5} {'en':>5}  on {day}")  # fmt: skip
    for row in (*rows, every):
        print(_counted(row) + (f"  {row.state}" if row is not every else ""))
    print(
        "art. articles; cond. with conditions; ben. with benefits; paid: benefits with a sum; proc. with a procedure; "
        "exam. examples; unm. reservations that no machine decides; zh, en: asks"
    )
    return 0


def _counted(row: Coverage) -> str:
    counts = (
        row.articles, row.with_conditions, row.with_benefits, row.benefits_paid, row.with_procedure, row.examples,
        row.unmodelled, row.asks_zh, row.asks_en,
    )  # fmt: skip
    return f"{row.id:24} " + " ".join(f"{count:5}" for count in counts)
