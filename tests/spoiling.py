"""Bytes and texts as nobody should hand them in: real samples that were spoilt, and the worst that can be thought of.

``spoilt(samples)`` cuts, flips, repeats, swaps and fills in; ``respoken(value)`` does the like to a JSON value, so that
what a signature or a checksum covers is reached as well; ``strange_texts()`` are what people (or others) may type.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

TOKENS = (
    b"\0", b"\r\n", b"\n\n", b"\n", b" ", b"\t", b'"', b"\\", b"{", b"}", b"[", b",", b":", b"-", b"+", b"=", b"/..",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\\ud800", b"\\u0000",
    "\u2028".encode(), "\u202e".encode(), "\u200b".encode(), "e\u0301".encode(), "９".encode(), "\U0001f600".encode(),
    b"1e999", b"-0", b"0x10", b"NaN", b"Infinity", b"true", b"null", b"9" * 400, b"9" * 5_000, b"[" * 5_000, b"(" * 500,
    b'{"a":' * 2_000, b"A" * 70_000, b"&#x110000;", b"%s%n", b"../../etc/passwd", "—".encode(),
)  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**53 - 1, 2**53, -(2**53), "", "0", "\0", "\u202e", "a" * 1_000, "0" * 64, "Z" * 32,
    [], {}, [[]], [None], {"": ""}, {"a": {"b": []}}, "AA==", "2026-02-30", "\u0660",
)  # fmt: skip
STRANGE = (
    "\0", "\u202e80\u202c", "\u200b", "\ufeff", "\ud800", "e\u0301", "\u0663\u0660", "①", "½", "²", "∞", "㍻", "１２",
    "〇", "一百万亿兆京", "9" * 400, "9" * 5_000, "1" + "0" * 5_000, "1e999999", "0" * 5_000 + "1", "." * 3_000,
    "," * 3_000, "1," * 2_000, "(" * 3_000, "万" * 3_000, "亿" * 500, "零" * 3_000, "-" * 3_000, " " * 5_000,
    "a " * 3_000,
    "2026-99-99", "31/02/2026", "29.2.2027", "0000-00-00", "9999-12-31", "10000-01-01", "/" * 2_000, "@" * 2_000,
    "😀" * 1_000, "\n" * 2_000, "{0}{name}%s", "<b>", "𠮷" * 100, "Ⅷ", "ﷺ", "İ" * 200, "ẞ", "ǰ",
)  # fmt: skip


@st.composite
def _one_change(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    kind = draw(st.sampled_from(["cut", "flip", "put", "put", "repeat", "move", "over"]))
    first, second = draw(st.floats(0, 1)), draw(st.floats(0, 1))
    token, bit = draw(st.sampled_from(TOKENS)), draw(st.integers(0, 7))

    def change(data: bytes) -> bytes:
        low, high = sorted((int(first * len(data)), int(second * len(data))))
        if kind == "cut":
            return data[:low] + data[min(high, low + 80) :]
        if kind == "flip" and low < len(data):
            return data[:low] + bytes((data[low] ^ 1 << bit,)) + data[low + 1 :]
        if kind == "put":
            return data[:low] + token + data[low:]
        if kind == "over":
            return data[:low] + token + data[low + len(token) :]
        if kind == "repeat":
            return data[:high] + data[low : min(high, low + 2_000)] + data[high:]
        return data[low:high] + data[:low] + data[high:]

    return change


def spoilt(samples: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """One of the samples, changed in one to four places; now and then whole, or something else altogether."""
    changed = st.builds(_applied, st.sampled_from(samples), st.lists(_one_change(), max_size=4))
    return st.one_of(changed, changed, changed, st.binary(max_size=300), st.sampled_from(TOKENS))


def _applied(data: bytes, changes: list[Callable[[bytes], bytes]]) -> bytes:
    for change in changes:
        data = change(data)[:300_000]
    return data


def respoken(value: Any) -> st.SearchStrategy[Any]:
    """A JSON value with one to three of its parts replaced, dropped or added."""
    return st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from(ODD), st.sampled_from("rrrda")), min_size=1, max_size=3
    ).map(lambda changes: _respoken(value, changes))


def _respoken(value: Any, changes: list[tuple[float, Any, str]]) -> Any:
    for where, odd, how in changes:
        places = list(_places(value))
        value = _replaced(value, places[min(int(where * len(places)), len(places) - 1)], odd, how)
    return value


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path]
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            found += _places(item, (*path, key))
    return found


def _replaced(value: Any, path: tuple[Any, ...], odd: Any, how: str) -> Any:
    if not path:
        return odd
    key, rest = path[0], path[1:]
    items = dict(value) if isinstance(value, dict) else list(value)
    if rest or how == "r":
        items[key] = _replaced(items[key], rest, odd, how)
    elif how == "d":
        del items[key]
    elif isinstance(items, dict):
        items["more"] = odd
    else:
        items.append(odd)
    return items


def strange_texts(samples: Sequence[str] = ()) -> st.SearchStrategy[str]:
    """What can stand in a message: samples and strange pieces in a row, or any text at all."""
    pieces = st.sampled_from([*samples, *STRANGE]) if samples else st.sampled_from(STRANGE)
    rows = st.lists(pieces, min_size=1, max_size=4).map("".join)
    return st.one_of(rows, rows, st.text(max_size=60), st.text(st.characters(codec=None), max_size=20))
