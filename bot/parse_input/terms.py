"""Payment terms in days (``120 days``, ``120天``, ``net 60``) and yearly rates (``4.2%``)."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.parse_input.typed import InputError, numeral, parser, plain_han

MAX_TERM_DAYS = 3650
MAX_RATE_PPM = 1_000_000

_DAYS = re.compile(
    r"(?:net|within|在|货到|貨到|交付后|交付後|收货后|收貨後|付款期限?|[账帳賬]期)?[ :]*"
    r"([0-9]{1,6}|[零一二三四五六七八九十百千]+) *(?:days?|d|天|日)?(?:内|內|以内|以內|付款)*"
)
_OTHER_UNIT = re.compile(r"month|week|year|quarter|月|周|週|年|季|星期")
_RATE = re.compile(
    r"(?:年(?:利率|化|息)?|利率)?[ :]*([0-9]+(?:\.[0-9]+)?) *(?:%|percent|个点|個點)"
    r"(?: *(?:a year|p\.?a\.?|/年|每年))?"
)


@parser("term")
def term_days(text: str) -> int:
    """Days, 0 to 3,650. Months and 月结 are refused: they are not a number of days."""
    found = _DAYS.fullmatch(plain_han(text))
    if not found:
        raise InputError("term-not-days" if _OTHER_UNIT.search(text) else "term-unclear")
    shown = found[1]
    value = int(shown) if shown.isascii() else numeral(shown)
    if value is None:
        raise InputError("term-unclear")
    if value > MAX_TERM_DAYS:
        raise InputError("term-too-long")
    return value


@parser("rate")
def rate_ppm(text: str) -> int:
    """A yearly rate in parts per million: ``4.2%`` → 42000. The percent sign is asked for: 0.05 could be 5%."""
    found = _RATE.fullmatch(text)
    if not found:
        raise InputError("rate-unclear")
    ppm = Decimal(found[1]) * 10_000
    if ppm != int(ppm) or not 0 < ppm <= MAX_RATE_PPM:
        raise InputError("rate-range")
    return int(ppm)
