"""The error of all parsers, and what they have in common: normalising what was typed, and Chinese numerals."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

Rest = ParamSpec("Rest")
Result = TypeVar("Result")

MAX_TYPED = 48
"""Longer input is not an amount, a date or a term; it is refused before any pattern looks at it."""

_PLAIN_HAN = str.maketrans("〇壹贰貳两兩叁參肆伍陆陸柒捌玖拾佰仟萬億", "零一二二二二三三四五六六七八九十百千万亿")
_DIGITS = "零一二三四五六七八九"
_BELOW_WAN = re.compile(
    "(?:(?P<thousands>[一二三四五六七八九])千)?(?:零?(?P<hundreds>[一二三四五六七八九])百)?"
    "(?P<ten>零?(?P<tens>[一二三四五六七八九])?十)?(?P<zero>零)?(?P<ones>[一二三四五六七八九])?"
)


class InputError(Exception):
    """Something typed that cannot be taken. The wording of ``code`` is ``errors.input.<code>`` in ``bot/texts``."""

    def __init__(self, code: str, **fields: str | int) -> None:
        super().__init__(f"{code}: {fields}" if fields else code)
        self.code = code
        self.fields = fields


def parser(
    family: str,
) -> Callable[[Callable[Concatenate[str, Rest], Result]], Callable[Concatenate[str, Rest], Result]]:
    """Decorates a parser of normalised text: nothing and far too much are refused as ``family-empty`` and
    ``family-unclear``, and every InputError carries ``typed``, what the person wrote."""

    def decorate(parse: Callable[Concatenate[str, Rest], Result]) -> Callable[Concatenate[str, Rest], Result]:
        @functools.wraps(parse)
        def read(text: str, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Result:
            text = text.strip()
            if not text:
                raise InputError(f"{family}-empty")
            if len(text) > MAX_TYPED:
                raise InputError(f"{family}-unclear", typed=text[:MAX_TYPED] + "…")
            try:
                return parse(_normal(text), *args, **kwargs)
            except InputError as error:
                raise InputError(error.code, typed=text, **error.fields) from None

        return read

    return decorate


def _normal(text: str) -> str:
    """Full-width to ASCII (NFKC), one kind of space and minus, lower case."""
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip().lower()
    return re.sub("[−–—]", "-", text)


def plain_han(text: str) -> str:
    """One character for each numeral: ``兩佰萬`` → ``二百万``."""
    return text.translate(_PLAIN_HAN)


def numeral(text: str) -> int | None:
    """A Chinese numeral below 万 in plain characters; None if it is none, or reads two ways (``一百二``)."""
    found = _BELOW_WAN.fullmatch(text)
    if not text or not found:
        return None
    thousands, hundreds, ones = (_value(found[name]) for name in ("thousands", "hundreds", "ones"))
    tens = (_value(found["tens"]) or 1) if found["ten"] else 0
    if ones and not tens and not found["zero"] and (thousands or hundreds):
        return None
    return 1000 * thousands + 100 * hundreds + 10 * tens + ones


def digits(text: str) -> int | None:
    """Chinese digits said one by one (``二零二六``), or ASCII digits."""
    shown = "".join(str(_DIGITS.index(character)) if character in _DIGITS else character for character in text)
    return int(shown) if re.fullmatch("[0-9]+", shown) else None


def _value(digit: str | None) -> int:
    return _DIGITS.index(digit) if digit else 0
