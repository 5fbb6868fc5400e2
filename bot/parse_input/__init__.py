"""What people type as an amount, a date, a term or a rate → exact values, or an InputError.

Nothing is guessed: what can be read in two ways is refused, and the refusal shows an unambiguous way to write it.
"""

from bot.parse_input.amounts import amount
from bot.parse_input.dates import date
from bot.parse_input.deadlines import deadline
from bot.parse_input.terms import rate_ppm, term_days
from bot.parse_input.typed import InputError

__all__ = ["InputError", "amount", "date", "deadline", "rate_ppm", "term_days"]
