"""``/match`` and ``/profile``."""

from __future__ import annotations

from bot import advising, descriptions, profiles
from bot.talk import Talk, handler


@handler
async def match(talk: Talk) -> int | None:
    """``/match``: with a description, or by what is kept of the speaker."""
    words = talk.arguments
    if words:
        talk.language = talk.desk.hear(talk.user, words)
        return await descriptions.describe(talk, words)
    return await advising.by_profile(talk)


@handler
async def profile(talk: Talk) -> None:
    """``/profile``: every fact that is kept, each with a way to change it."""
    await profiles.show_profile(talk)
