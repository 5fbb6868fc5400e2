"""Strict YAML → Corpus. Errors name file, path and the correct form.

`python -m policies.loader [FOLDER or FILE]` checks a corpus, or one document of it alone, and runs its examples.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from policies.collecting import no_collection
from policies.errors import CorpusError
from policies.loader.checks import examples, references, run_example
from policies.loader.documents import article, document
from policies.loader.nodes import Node, read
from policies.loader.vocabulary import load_industries, load_places, load_vocabulary
from policies.types import Article, Document
from policies.vocabulary import Corpus

__all__ = ["SHIPPED", "load_corpus", "load_industries", "load_places", "load_vocabulary", "run_example"]

SHIPPED = Path(__file__).resolve().parent.parent / "corpus"


def load_corpus(folder: Path | None = None, *, vocabulary: Path | None = None, more: Sequence[Path] = ()) -> Corpus:
    """The corpus in a folder (the shipped one by default), with the vocabulary beside it or another folder's.

    A path of one file loads that document alone. `more` are further folders or files, such as an operator's own: a
    document of theirs stands in place of one of the same id before it. Raises CorpusError for the first file that
    breaks a rule; nothing is half-loaded.
    """
    folder = folder or SHIPPED
    files = {path.name: path for place in (folder, *more) for path in _files(place)}
    beside = (folder if folder.is_dir() else folder.parent) / "vocabulary"
    with no_collection():
        return _load(list(files.values()), vocabulary or (beside if beside.exists() else SHIPPED / "vocabulary"))


def _files(place: Path) -> list[Path]:
    return sorted(place.glob("*.yaml")) if place.is_dir() else [place]


def _load(files: list[Path], vocabulary_folder: Path) -> Corpus:
    vocabulary = load_vocabulary(vocabulary_folder)
    documents: dict[str, Document] = {}
    articles: dict[str, Article] = {}
    nodes: dict[str, Node] = {}
    for path in files:
        root = read(path).mapping(["document", "articles"])
        head = document(root.at("document"), vocabulary)
        if head.id != path.stem:
            root.at("document").at("id").fail(
                f"{head.id!r} in {path.name}", f"a file is named after its document: {path.stem}"
            )
        documents[head.id] = head
        for node in root.at("articles").items():
            one = article(node, head, vocabulary)
            if one.id in articles:
                node.at("id").fail(f"id {one.id!r} twice", "an article id stands once in the corpus")
            articles[one.id], nodes[one.id] = one, node
    corpus = Corpus(documents, articles, vocabulary)
    for head in documents.values():
        if head.replaced_by is not None and head.replaced_by not in documents:
            raise CorpusError(
                f"{head.id}.yaml", "document.replaced_by", f"no document {head.replaced_by!r}", "a document id"
            )
    for name, one in corpus.articles.items():
        references(nodes[name], one, corpus)
    whole = {n: replace(a, examples=examples(nodes[n].at("examples"), a, corpus)) for n, a in articles.items()}
    return Corpus(documents, whole, vocabulary)
