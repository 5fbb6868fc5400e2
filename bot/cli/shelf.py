"""The corpus as every part of ``policies`` sees it: shipped documents and the operator's own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import process

from bot.cli import folders
from bot.config import ConfigError
from policies.errors import CorpusError
from policies.importer import DraftError, SourceError, UnknownDocumentError
from policies.loader import SHIPPED, load_corpus
from policies.vocabulary import Corpus


def finish(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    """What every part takes. What cannot be read is one sentence with exit status 2, a refusal its reasons with 1."""
    parser.add_argument("--corpus", metavar="DIR", type=Path, help="the operator's own documents (DATA/policies)")
    folders.add(parser)

    def carried_out(options: argparse.Namespace) -> int:
        try:
            return run(options)
        except (SourceError, UnknownDocumentError) as fault:
            raise ConfigError(str(fault)) from fault
        except (DraftError, CorpusError) as fault:
            print(f"tallystick: {fault}", file=sys.stderr)
            return 1

    parser.set_defaults(run=carried_out)


def own_folder(options: argparse.Namespace) -> Path:
    """The folder of the operator's documents; it need not be there."""
    folder = Path(options.corpus or folders.settings(options).data / "policies")
    if folder.exists() and not folder.is_dir():
        raise ConfigError(f"--corpus ({folder}) is a file; name a folder")
    return folder


def whole_corpus(options: argparse.Namespace) -> Corpus:
    """The shipped corpus with the operator's documents."""
    own = own_folder(options)
    return load_corpus(SHIPPED, more=(own,) if own.is_dir() else ())


def near(name: str, corpus: Corpus) -> list[str]:
    """Ids of the corpus that look like a name, the likest first."""
    every = [*corpus.documents, *corpus.articles]
    return [found for found, _, _ in process.extract(name, every, limit=3, score_cutoff=60)]
