"""Words of not knowing that no fact could be found for: they leave something open, and nobody can tell what.

Words on what can be had (我不知道能拿多少) leave nothing open about the enterprise.
"""

from __future__ import annotations

from datetime import date

from policies.facts.scope import page_of
from policies.facts.unsettled import open_ends


def unplaced(text: str, as_of: date) -> tuple[str, ...]:
    """The parts of a text, as written, that say that something is not known and not what."""
    page = page_of(text, as_of)
    return tuple(page.source.quote(*span).strip() for span in open_ends(page))
