"""How figures, names and judgments of the ledger read to a person. All words are in ``bot/texts``."""

from bot.render.figures import (
    amount_of,
    date,
    days,
    duration,
    instant,
    label,
    language_of,
    listing,
    money,
    money_talk,
    number,
    percent,
    short,
    time_of_day,
)
from bot.render.problems import input_error, ledger_error, refusal
from bot.render.words import word

__all__ = [
    "amount_of",
    "date",
    "days",
    "duration",
    "input_error",
    "instant",
    "label",
    "language_of",
    "ledger_error",
    "listing",
    "money",
    "money_talk",
    "number",
    "percent",
    "refusal",
    "short",
    "time_of_day",
    "word",
]
