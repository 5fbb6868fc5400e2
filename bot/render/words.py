"""Names of the closed lists: states, roles, dispute reasons, kinds, sizes, languages."""

from __future__ import annotations

from bot.texts import Html, escape, has, say


def word(language: str, family: str, code: str) -> Html:
    """The name of ``code`` within ``family``: ``word("en", "reason", "QTY")``; the code itself if it has none."""
    key = f"words.{family}.{code}"
    return say(language, key) if has(key) else escape(code)
