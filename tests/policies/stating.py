"""What a text says of one fact, for the tests of recognisers."""

from __future__ import annotations

from datetime import date

from policies.facts import read

OPEN = "open"


def stated(text: str, name: str, as_of: date) -> object:
    """The value stated, `OPEN` if doubted, None if nothing is said."""
    reading = read(text, as_of)
    doubted = OPEN if any(doubt.name == name for doubt in reading.doubts) else None
    return next((fact.value for fact in reading.facts if fact.name == name), doubted)
