"""Amounts of money: ``800k``, ``80万``, ``八十万``, ``1.2亿``, ``¥800,000.00``, ``620,000`` → fen."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.parse_input.typed import InputError, numeral, parser, plain_han
from ledger.types import MAX_FEN

_FOREIGN = re.compile(
    r"\$|€|£|usd|eur|gbp|hkd|twd|jpy|dollar|euro|美元|美金|港[币幣元]|[欧歐]元|日[元圓]|[台臺新][币幣]|台[币幣]"
)
_CURRENCY = re.compile(r"^(?:人民[币幣]|rmb|cny|cn¥|¥)\s*")
_YUAN = re.compile(r"\s*(?:(?:[元圆圓]|[块塊][钱錢]?|yuan)整?|人民[币幣]|rmb|cny)$")
_NEGATIVE = re.compile(r"^(?:-|[负負]|minus )\s*")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?|[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]*)?")
_SUFFIXED = re.compile(r"([0-9., ]*[0-9.])\s*([a-z]+)")
_SUFFIXES = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "mm": 10**6, "million": 10**6,
    "b": 10**9, "bn": 10**9, "billion": 10**9, "w": 10**4,
}  # fmt: skip
_SECTIONS = (("亿", 10**8), ("万", 10**4))
_SMALL = {"百": 100, "千": 1000}


@parser("amount")
def amount(text: str) -> int:
    """The amount in fen, 1 to MAX_FEN. Raises InputError ``amount-…``: empty, unclear, currency, negative, zero,
    decimals, too-large, grouping."""
    if _FOREIGN.search(text):
        raise InputError("amount-currency")
    bare = _YUAN.sub("", _CURRENCY.sub("", text))
    positive = _CURRENCY.sub("", _NEGATIVE.sub("", bare))
    yuan = _yuan(positive)
    if yuan == 0:
        raise InputError("amount-zero")
    if _NEGATIVE.match(bare):
        raise InputError("amount-negative")
    if yuan * 100 > MAX_FEN:
        raise InputError("amount-too-large")
    fen = int(yuan * 100)
    if fen != yuan * 100:
        raise InputError("amount-decimals")
    return fen


def _yuan(bare: str) -> Decimal:
    suffixed = _SUFFIXED.fullmatch(bare)
    if suffixed and suffixed[2] in _SUFFIXES:
        return _decimal(suffixed[1].strip()) * _SUFFIXES[suffixed[2]]
    if re.fullmatch(r"[0-9., ]+", bare):
        if re.search(r"\.[0-9]{3,}$", bare):
            raise InputError("amount-decimals")  # 620.000 is 620,000 in some countries
        return _decimal(bare)
    return _chinese(plain_han(bare).replace(" ", ""))


def _decimal(shown: str) -> Decimal:
    """Digits with a decimal point; commas or spaces only between groups of three."""
    if not _PLAIN.fullmatch(shown) and not _GROUPED.fullmatch(shown):
        raise InputError("amount-grouping")
    return Decimal(re.sub("[, ]", "", shown))


def _chinese(bare: str) -> Decimal:
    """``80万``, ``1亿2000万``, ``八十万``, ``80万5千``: a section before 亿, one before 万, one behind."""
    total, limit = Decimal(0), Decimal(10**8)
    for name, size in _SECTIONS:
        head, found, rest = bare.partition(name)
        if found:
            section = _section(head)
            if section >= limit or (rest and section % 1):
                raise InputError("amount-unclear")
            total, limit, bare = total + section * size, Decimal(10**4), rest
    if not bare and total:
        return total
    last = _section(bare.removeprefix("零") if total else bare)
    if total and (last >= limit or (last < 10 and not bare.startswith("零"))):
        raise InputError("amount-unclear")  # 八万五 is said for 8.5万, and reads as 80,005
    return total + last


def _section(text: str) -> Decimal:
    """What stands before a unit: ``1.2``, ``2,000``, ``5千``, ``八百``."""
    if text[-1:] in _SMALL and re.fullmatch(r"[0-9.]+.", text):
        return _decimal(text[:-1]) * _SMALL[text[-1]]
    if re.fullmatch(r"[0-9.,]+", text):
        return _decimal(text)
    value = numeral(text)
    if value is None:
        raise InputError("amount-unclear")
    return Decimal(value)
