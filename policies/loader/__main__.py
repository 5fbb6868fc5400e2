"""`python -m policies.loader [FOLDER or FILE]`: check a corpus and run its examples. Exits with 1 on any problem."""

from __future__ import annotations

import sys
from pathlib import Path

from policies.errors import CorpusError
from policies.loader import SHIPPED, load_corpus, run_example
from policies.vocabulary import Corpus


def main(arguments: list[str]) -> int:
    """Print each problem on a line, then a summary."""
    try:
        corpus = load_corpus(Path(arguments[0]) if arguments else SHIPPED)
    except CorpusError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return report(corpus)


def report(corpus: Corpus) -> int:
    """Run the examples of a loaded corpus and print as `main` does; 1 if one of them fails."""
    problems = ran = 0
    for article in corpus.articles.values():
        for example in article.examples:
            ran += 1
            for problem in run_example(article, example, corpus):
                problems += 1
                sys.stderr.write(f"{article.id}: example {example.name!r}: {problem}\n")
    sys.stdout.write(f"{len(corpus.articles)} articles, {ran} examples, {problems} problems\n")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
