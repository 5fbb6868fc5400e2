"""From a draft to a corpus file, or to the reasons why not yet. Pure but for a scratch folder that the loader reads.

One person edits, another publishes. What is published went through the same loader as the shipped corpus, beside it and
the operator's other documents, with every example run.
"""

from __future__ import annotations

import datetime as dt
import json
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policies.errors import CorpusError
from policies.importer.closeness import too_close
from policies.importer.draft import FORM, ID
from policies.importer.errors import DraftError, SourceError
from policies.importer.source import sha256
from policies.importer.yamlfile import dump
from policies.loader import load_corpus, run_example
from policies.loader.nodes import read
from policies.text import language

_KEPT = ("about", "article", "note", "settled")
ASKS = 6
"""Everyday wordings of the need, in each language, that an article is found by (docs/corpus.md)."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What is to be written: `corpus` as `<id>.yaml`, `record` as `<id>.published.json` beside it."""

    id: str
    corpus: bytes
    record: bytes
    articles: int


def read_draft(path: Path) -> dict[str, Any]:
    """The draft in a file. Raises SourceError if it is none, CorpusError if it is not YAML."""
    try:
        path.read_bytes().decode("utf-8")
        root = read(path).value
    except OSError as fault:
        raise SourceError(path.name, f"it cannot be read ({fault.strerror or fault})", "check the path") from fault
    except UnicodeDecodeError:
        raise SourceError(path.name, "this is no draft", "make one with 'tallystick policies import FILE'") from None
    if not isinstance(root, dict) or not isinstance(root.get("draft"), dict):
        raise SourceError(path.name, "this is no draft", "make one with 'tallystick policies import FILE'")
    if root["draft"].get("form") != FORM:
        raise SourceError(
            path.name,
            f"a draft of form {root['draft'].get('form')!r}, this version reads {FORM}",
            "import the document again",
        )
    return root


def problems(path: Path, shipped: Path, operator: Path, by: str | None = None) -> list[str]:
    """Everything that keeps a draft from being published, whole sentences; `by` is who would publish it."""
    value = read_draft(path)
    missing = list(_missing(value))
    loaded = [] if missing else _loaded(value, shipped, operator)  # the loader would only say it again
    return [*_people(value["draft"], by), *_flags(value["draft"]), *missing, *_copied(value), *loaded]


def publish(
    path: Path, shipped: Path, operator: Path, by: str, at: dt.datetime, earlier: bytes | None = None
) -> Publication:
    """The files to write. `earlier` is the record of what was published under this id before. Raises DraftError."""
    reasons = problems(path, shipped, operator, by)
    if reasons:
        raise DraftError(path.name, reasons)
    value = read_draft(path)
    head, plain = value["draft"], stripped(value)
    corpus = dump(plain).encode()
    imported = head["imported"]
    entry = {
        "corpus_sha256": sha256(corpus),
        "source": {key: imported[key] for key in ("file", "sha256", "lines") if key in imported},
        "drafted_by": imported["by"], "drafted_at": str(imported.get("at")), "edited_by": list(head["edited_by"]),
        "published_by": by, "published_at": at.isoformat(timespec="seconds"),
        "flags": [{key: flag.get(key) for key in _KEPT} for flag in head.get("flags") or ()],
    }  # fmt: skip
    history = [each for each in _history(earlier) if each.get("corpus_sha256") != entry["corpus_sha256"]]
    record = {"document": plain["document"]["id"], "publications": [*history, entry]}
    return Publication(
        plain["document"]["id"],
        corpus,
        (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode(),
        len(plain["articles"]),
    )


def _history(earlier: bytes | None) -> list[dict[str, Any]]:
    if earlier is None:
        return []
    try:
        found = json.loads(earlier)["publications"]
        return [each for each in found if isinstance(each, dict)]
    except (ValueError, KeyError, TypeError):
        raise SourceError(
            "the record of what was published", "it is damaged", "put back a copy of it, or move it away"
        ) from None


def stripped(value: Mapping[str, Any]) -> dict[str, Any]:
    """The corpus file in a draft: everything without its `draft` keys and without empty optional ones."""
    articles = [
        {key: part for key, part in article.items() if key != "draft" and (part not in ([], "") or key in _ALWAYS)}
        for article in _articles(value)
    ]
    return {"document": value.get("document"), "articles": articles}


def _articles(value: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The articles of a draft that are mappings, as they should all be."""
    listed = value.get("articles")
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


_ALWAYS = ("id", "place", "digest", "themes", "use", "asks")


def same_person(one: str, other: str) -> bool:
    """Names that differ in width, case or spaces are one person's."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _people(head: Mapping[str, Any], by: str | None) -> Iterator[str]:
    imported, editors = head.get("imported"), head.get("edited_by")
    if not isinstance(imported, dict) or not all(
        isinstance(imported.get(key), str) for key in ("file", "sha256", "by")
    ):
        yield "draft.imported: file, sha256 and by belong here, as the import wrote them; import the document again"
        return
    if (
        not isinstance(editors, list)
        or not editors
        or not all(isinstance(each, str) and each.strip() for each in editors)
    ):
        yield "draft.edited_by: nobody is named; whoever filled the digests puts their name here, in a list"
        editors = []
    if by is None:
        return
    if not _folded(by):
        yield "--by: name the person who publishes"
    if same_person(by, imported["by"]):
        yield f"--by: {by} imported it; another person publishes"
    elif any(same_person(by, each) for each in editors if isinstance(each, str)):
        yield f"--by: {by} edited it; another person publishes"


def _flags(head: Mapping[str, Any]) -> Iterator[str]:
    flags = head.get("flags") or []
    imported = head.get("imported")
    raised = imported.get("flags") if isinstance(imported, dict) else None
    if isinstance(flags, list) and isinstance(raised, int) and len(flags) < raised:
        yield f"draft.flags: {raised} were raised and {len(flags)} are left; settle a flag, do not remove it"
    for flag in flags if isinstance(flags, list) else ["flags"]:
        if not isinstance(flag, dict):
            yield "draft.flags: a list of flags, as the import wrote them, belongs here"
            continue
        settled = flag.get("settled")
        if not isinstance(settled, str) or not settled.strip():
            where = f" ({flag['article']})" if flag.get("article") else ""
            yield f"flag {flag.get('flag')}{where} is open: {flag.get('note')}; say under `settled` how it was settled"


def _missing(value: Mapping[str, Any]) -> Iterator[str]:
    document = value.get("document")
    if not isinstance(document, dict):
        yield "document: the head of the corpus file is missing"
        return
    if not isinstance(document.get("id"), str) or not ID.fullmatch(document["id"]):
        yield f"document.id: {document.get('id')!r} is no id; lower-case letters, digits, hyphens, such as bj-sme-2020"
    for key in ("title", "issuer", "source"):
        yield from _languages(f"document.{key}", document.get(key))
    for key in ("kind", "jurisdiction"):
        if not document.get(key):
            yield f"document.{key}: nothing is filled in"
    articles = value.get("articles")
    if not isinstance(articles, list) or not articles:
        yield "articles: there is none"
        return
    for article in articles:
        if not isinstance(article, dict):
            yield "articles: each one is a mapping, as the import wrote it"
            continue
        name = str(article.get("id"))
        yield from _languages(f"{name}: place", article.get("place"))
        yield from _languages(f"{name}: digest", article.get("digest"))
        if not article.get("use"):
            yield f"{name}: use: nothing is filled in; support, right, duty, procedure, internal or general"
        if not article.get("themes"):
            yield f"{name}: themes: none is named; see vocabulary/themes.yaml"
        yield from _asked(name, article.get("asks"))


def _languages(where: str, words: object) -> Iterator[str]:
    for key in ("zh", "en"):
        if not isinstance(words, dict) or not isinstance(words.get(key), str) or not words[key].strip():
            yield f"{where}.{key}: nothing is filled in"


def _asked(name: str, asks: object) -> Iterator[str]:
    for key in ("zh", "en"):
        listed = asks.get(key) if isinstance(asks, dict) else None
        count = len({str(each).strip() for each in listed}) if isinstance(listed, list) else 0
        if count < ASKS:
            yield f"{name}: asks.{key}: {count} of at least {ASKS} different wordings"


def _copied(value: Mapping[str, Any]) -> Iterator[str]:
    for article in _articles(value):
        beside = article.get("draft")
        source = beside.get("text") if isinstance(beside, dict) else None
        if not isinstance(source, str):
            continue
        chinese = language(source) != "en"
        key = "zh" if chinese else "en"
        digest = article.get("digest")
        words = digest.get(key) if isinstance(digest, dict) else None
        why = too_close(words, source, chinese=chinese) if isinstance(words, str) else ""
        if why:
            yield f"{article.get('id')}: digest.{key} {why}; say it in other words"


def _loaded(value: Mapping[str, Any], shipped: Path, operator: Path) -> Iterator[str]:
    """What the loader says of the corpus file in its place, and then its examples."""
    plain = stripped(value)
    name = plain["document"]["id"]
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / f"{name}.yaml"
        path.write_text(dump(plain), encoding="utf-8")
        more = [operator] if operator.is_dir() else []
        try:
            corpus = load_corpus(shipped, more=(*more, path))
        except CorpusError as fault:
            yield str(fault)
            return
    for article in corpus.articles.values():
        if article.document.id != name:
            continue
        if article.benefits and not article.examples:
            yield f"{article.id}: benefits without examples; give one for each case"
        for example in article.examples:
            for problem in run_example(article, example, corpus):
                yield f"{article.id}: example {example.name!r}: {problem}"
