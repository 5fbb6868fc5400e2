"""``policies import``, ``compare``, ``publish``: from an official document to the operator's corpus."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.cli.shelf import finish, near, own_folder, whole_corpus
from bot.clock import SystemClock
from bot.config import ConfigError
from ledger.durable import create_file, make_folder, replace_file, storage
from policies import importer
from policies.importer import Comparison, Kind, Part, Piece, Source, SourceError, UnknownDocumentError, Version
from policies.loader import SHIPPED, load_corpus, load_vocabulary
from policies.loader.nodes import read as read_yaml

_UNITS = {unicodedata.normalize("NFKC", kind.value): kind for kind in Kind} | {kind.name.lower(): kind for kind in Kind}
_SHANGHAI = dt.timezone(dt.timedelta(hours=8))


def add(parts: Any) -> None:
    """The three parts."""
    imported = parts.add_parser(
        "import", help="an official document to a draft",
        description="Reads text, Markdown, HTML, PDF or DOCX, splits it into articles, and writes a draft with "
        "proposals and the words they came from. Nothing is in force until another person publishes it.",
    )  # fmt: skip
    imported.add_argument("file", type=Path, metavar="FILE")
    imported.add_argument("--by", required=True, metavar="NAME", help="who imports; another person publishes")
    imported.add_argument(
        "--as", dest="id", metavar="ID", help="id of the document; a known one makes a new version of it"
    )
    imported.add_argument("--out", type=Path, metavar="DRAFT", help="the draft to write (ID.draft.yaml here)")
    _reading(imported)
    finish(imported, _import)
    compare = parts.add_parser(
        "compare", help="two versions of a document",
        description="OLD and NEW are each a document of the corpus, a draft, or a source file. Articles are paired by "
        "what they say; changed figures come first.",
    )  # fmt: skip
    compare.add_argument("old", metavar="OLD")
    compare.add_argument("new", metavar="NEW")
    compare.add_argument("--json", action="store_true", help="print the comparison as JSON")
    finish(compare, _compare)
    publish = parts.add_parser(
        "publish", help="a finished draft to the operator's corpus",
        description="Refuses, with every reason, while something is missing, an example fails, a digest repeats its "
        "source, or the same person edited it. Exit status 1 then.",
    )  # fmt: skip
    publish.add_argument("draft", type=Path, metavar="DRAFT")
    publish.add_argument("--by", required=True, metavar="NAME", help="who publishes; neither importer nor editor")
    finish(publish, _publish)


def _reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--part", type=int, metavar="N", help="which document of a file that holds several")
    parser.add_argument("--lines", metavar="A-B", help="only these lines of the text, as the drafts count them")
    parser.add_argument("--unit", metavar="LEVEL", help=f"cite by this level: {' '.join(kind.value for kind in Kind)}")
    parser.add_argument("--whole", action="store_true", help="one article of the whole text, for prose without numbers")


# --- import --------------------


def _import(options: argparse.Namespace) -> int:
    if options.id is not None and not importer.ID.fullmatch(options.id):
        raise ConfigError(f"--as: {options.id} is no id; lower-case letters, digits and hyphens, such as bj-sme-2020")
    if not options.by.strip():
        raise ConfigError("--by: name the person who imports")
    source = importer.read(options.file)
    part, others = _part(source, options)
    known = _known(options) if options.id is not None else None
    at = dt.datetime.fromtimestamp(SystemClock().now() / 1000, _SHANGHAI)
    facts = load_vocabulary(SHIPPED / "vocabulary").facts
    draft = importer.build(source, part, importer.Import(options.by.strip(), at, options.id, known), facts, others)
    name = draft["document"]["id"]
    path: Path = options.out or Path(f"{name}.draft.yaml")
    if path.exists():
        raise ConfigError(f"{path} is there already; name another file with --out, or move it away")
    if not path.parent.is_dir():
        raise ConfigError(f"--out: {path.parent} is no folder; make it first")
    create_file(path.absolute(), importer.dump(draft, importer.HEADER).encode())
    print("\n".join(_told(draft, part, path)))
    return 0


def _part(source: Source, options: argparse.Namespace) -> tuple[Part, list[Part]]:
    """The document to import, and the others of its file."""
    lines = list(source.lines)
    if options.lines is not None:
        low, high = _range(options.lines, len(lines))
        lines = [line if low <= place <= high else "" for place, line in enumerate(lines, 1)]
    parts = importer.split(lines, _unit(options.unit), whole=options.whole)
    found = [part for part in parts if part.units]
    if not found:
        raise SourceError(
            source.file, f"no numbered articles in it ({len(source.text):,} characters were read)",
            "import it as one article with --whole, or a part of it with --lines A-B --whole",
        )  # fmt: skip
    if options.part is None and len(found) > 1:
        listed = "; ".join(
            f"{number}: lines {part.first}-{part.last}, {len(part.units)} articles"
            for number, part in enumerate(found, 1)
        )
        raise SourceError(source.file, f"it holds {len(found)} documents ({listed})", "choose one with --part N")
    number = options.part or 1
    if not 1 <= number <= len(found):
        raise ConfigError(f"--part: the file holds {len(found)} document(s), there is no {number}")
    return found[number - 1], [part for part in found if part is not found[number - 1]]


def _range(text: str, most: int) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,7})-(\d{1,7})", text)
    if found is None or not 1 <= int(found[1]) <= int(found[2]):
        raise ConfigError(f"--lines: {text} is no range; write 38-66")
    if int(found[1]) > most:
        raise ConfigError(f"--lines: the text has {most} lines")
    return int(found[1]), int(found[2])


def _unit(text: str | None) -> Kind | None:
    if text is None:
        return None
    kind = _UNITS.get(unicodedata.normalize("NFKC", text).strip()) or _UNITS.get(text.strip().lower())
    if kind is None:
        raise ConfigError(f"--unit: {text} is no level; one of {' '.join(kind.value for kind in Kind)}")
    return kind


def _known(options: argparse.Namespace) -> dict[str, Any] | None:
    """The corpus file of the document of this id, as it stands; the operator's before the shipped one."""
    for folder in (own_folder(options), SHIPPED):
        path = folder / f"{options.id}.yaml"
        if path.is_file():
            load_corpus(SHIPPED, more=(path,))  # refuses a file that somebody broke by hand
            found: dict[str, Any] = read_yaml(path).value
            return found
    return None


def _told(draft: dict[str, Any], part: Part, path: Path) -> Iterator[str]:
    document, flags = draft["document"], draft["draft"]["flags"]
    articles = draft["articles"]
    proposed = sum(len(article["draft"].get("conditions", ())) for article in articles)
    level = f", cited by {part.kind.value}" if part.kind is not None else ""
    yield f"{path}: {document['id']}, {len(articles)} articles{level}; nothing is in force"
    yield f"  {document['title']['zh'] or document['title']['en'] or 'title not found'}"
    days = document["validity"]
    yield (
        f"  published {document['published'] or 'not stated'}; in force from {days['from'] or 'not stated'} until "
        f"{days['until'] or 'not stated'}; {document['jurisdiction'] or 'jurisdiction not found'}"
    )
    yield f"  {proposed} conditions proposed; {len(flags)} flags to settle"
    for flag in flags:
        where = f" {flag['article']}" if "article" in flag else ""
        words = f" “{flag['words']}”" if "words" in flag else ""
        yield f"  flag {flag['flag']}{where}: {flag['note']}{words}"


# --- publish --------------------


def _publish(options: argparse.Namespace) -> int:
    folder = own_folder(options)
    at = dt.datetime.fromtimestamp(SystemClock().now() / 1000, _SHANGHAI)
    document = importer.read_draft(options.draft).get("document")
    name = str(document.get("id")) if isinstance(document, dict) else ""
    record = folder / f"{name}.published.json"
    earlier = None
    if importer.ID.fullmatch(name) and record.is_file():
        with storage(record):
            earlier = record.read_bytes()
    made = importer.publish(options.draft, SHIPPED, folder, options.by.strip(), at, earlier)
    make_folder(folder)
    # The record first: a crash between the two leaves a record whose newest hash fits no file, which a second run
    # mends; the other way round a document would be in force that nobody answers for.
    replace_file(folder / f"{made.id}.published.json", made.record)
    replace_file(folder / f"{made.id}.yaml", made.corpus)
    print(f"published {made.id}: {made.articles} articles in {folder / f'{made.id}.yaml'}, by {options.by.strip()}")
    return 0


# --- compare --------------------


def _compare(options: argparse.Namespace) -> int:
    old, new = (_version(name, options) for name in (options.old, options.new))
    found = importer.compare(old, new)
    if options.json:
        print(json.dumps(dataclasses.asdict(found) | {"old": old.name, "new": new.name}, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_report(old, new, found)))
    return 0


def _version(name: str, options: argparse.Namespace) -> Version:
    """A document of the corpus, a draft or a source file."""
    path = Path(name)
    if not path.exists():
        corpus = whole_corpus(options)
        if name not in corpus.documents:
            raise UnknownDocumentError(name, near(name, corpus))
        articles = [article for article in corpus.articles.values() if article.document.id == name]
        return Version(
            name, tuple(Piece(each.id.split("/", 1)[1], each.digest.zh) for each in articles), own_words=True
        )
    if path.suffix.lower() in (".yaml", ".yml"):
        drafted = importer.read_draft(path).get("articles")
        listed = drafted if isinstance(drafted, list) else []
        return Version(name, tuple(_drafted(each) for each in listed if isinstance(each, dict)))
    source = importer.read(path)
    parts = [part for part in importer.split(source.lines) if part.units]
    if len(parts) != 1:
        raise SourceError(
            source.file,
            f"{len(parts)} documents with numbered articles in it",
            "import the one that is meant, and compare its draft",
        )
    return Version(name, tuple(Piece(unit.number, unit.text) for unit in parts[0].units))


def _drafted(article: dict[str, Any]) -> Piece:
    beside = article.get("draft")
    text = beside.get("text", "") if isinstance(beside, dict) else ""
    return Piece(str(article.get("id", "")).split("/", 1)[-1], str(text))


def _report(old: Version, new: Version, found: Comparison) -> Iterator[str]:
    yield (
        f"{old.name} → {new.name}: {len(found.changed)} changed, {len(found.added)} added, "
        f"{len(found.removed)} removed, {len(found.moved)} renumbered only, {found.same} the same"
    )
    if old.own_words or new.own_words:
        yield "one side is in our own words: articles are paired by number and only their figures compared"
    for change in found.changed:
        number = f"{change.old} → {change.new}" if change.renumbered else change.new
        yield f"~ {number}" + (" (figures)" if change.figures else "")
        shown = [*change.figures, *(edit for edit in change.edits if edit not in change.figures)]
        yield from (f"    [-{edit.old}-] {{+{edit.new}+}}" for edit in shown)
    for sign, pieces in (("+", found.added), ("-", found.removed)):
        yield from (f"{sign} {piece.number}: {' '.join(piece.text.split())[:70]}" for piece in pieces)
    if found.moved:
        yield "= " + ", ".join(f"{change.old} → {change.new}" for change in found.moved)
