"""What the conversation cannot go on with: a text key and its values, worded for the reader where it is caught."""

from __future__ import annotations


class Pardon(Exception):
    """Something a person must put right first. ``key`` is a text of ``bot/texts``."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(f"{key} {values}" if values else key)
        self.key = key
        self.values = values
