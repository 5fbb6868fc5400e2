"""An exception told in the clause beside: "never late, except once in May", 没有逾期,除了去年五月那次."""

from __future__ import annotations

import re

from policies.facts.scope import Page
from policies.patterns import lazy

_NOTHING_ELSE = lazy(
    r"除(?:了|去|掉)?[^,。;]{1,14}?(?:没有?|无|再无|并无)(?:任何)?(?:别|其[他它余]|另|什么)|"
    r"(?:except|apart from|other than|save|aside from)(?: [\w'-]+){1,6} (?:there (?:was|is|were|are) (?:no|nothing)|"
    r"we (?:have|had|gave) (?:no|nothing))(?![a-z])"
)


def beside(page: Page, index: int) -> bool:
    """An exception in the clause beside: "except once in May", 除了去年五月."""
    number = page.clauses[index].sentence
    for other in (index - 1, index + 1):
        if 0 <= other < len(page.clauses) and page.clauses[other].sentence == number:
            words = page.words(other).strip()
            if _NOTHING_ELSE.match(words):
                continue  # 除了股权没有别的担保 is whole in itself
            if re.match(
                r"除了(?!这)|除(?!夕|了|此)|只有|就(?:那|这)?一次|只是|(?:except|apart from|other than|save|"
                r"but (?:once|for|one)|only once)(?![a-z])",
                words,
            ):
                return True
    return False
