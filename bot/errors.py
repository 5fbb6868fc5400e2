"""What the conversation cannot go on with: a text key and its values, worded for the reader where it is caught."""

from __future__ import annotations

import datetime as dt
from typing import Any


class Pardon(Exception):
    """Something a person must put right first. ``key`` is a text of ``bot/texts``, ``offers`` are buttons below it."""

    def __init__(self, key: str, /, offers: tuple[Any, ...] = (), **values: str | int | dt.date) -> None:
        super().__init__(f"{key} {values}" if values else key)
        self.key = key
        self.offers = offers
        self.values = values
