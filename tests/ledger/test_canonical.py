"""Canonical bytes: equal to RFC 8785 inside the profile, refused with the path outside it."""

from __future__ import annotations

import unicodedata

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from ledger import canonical, parse
from ledger.canonical import MAX_DEPTH, MAX_INT
from ledger.errors import MalformedError
from ledger.types import Json

TEXTS = st.text(st.characters(codec="utf-8")).map(lambda text: unicodedata.normalize("NFC", text))
KEYS = st.text(st.characters(max_codepoint=127), max_size=8)
VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers(-MAX_INT, MAX_INT) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_equal_to_rfc8785(value: Json) -> None:
    assert canonical.dumps(value) == rfc8785.dumps(value)  # type: ignore[arg-type]


@given(VALUES)
def test_parsing_gives_the_value_back(value: Json) -> None:
    assert parse.loads(canonical.dumps(value)) == value


def test_examples() -> None:
    value: Json = {"b": [1, True, None], "a": 'tab\t "quote" \\ \x1f/ 确权', "": {}}
    assert canonical.dumps(value) == '{"":{},"a":"tab\\t \\"quote\\" \\\\ \\u001f/ 确权","b":[1,true,null]}'.encode()


def nested(depth: int) -> Json:
    value: Json = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"a": [1, 2.0]}, r"value\.a\[1\]: a floating-point number; write an integer"),
        ({"a": float("nan")}, r"value\.a: a floating-point number"),
        ({"a": 2**53}, r"value\.a: an integer beyond"),
        (-(2**53), "value: an integer beyond"),
        ({"a": {"b": "e\u0301"}}, r"value\.a\.b: text that is not in Unicode form NFC"),
        (["\ud800"], r"value\[0\]: a lone surrogate"),
        ({"é": 1}, "value: the key 'é' is not ASCII"),
        ({1: 1}, "value: the key 1 is not ASCII text"),
        ({"a": b"x"}, r"value\.a: a bytes has no canonical form"),
        ({"a": (1,)}, r"value\.a: a tuple has no canonical form"),
        (nested(MAX_DEPTH + 1), "nested more than 32 levels"),
        (nested(5000), "nested more than 32 levels"),
    ],
)
def test_refused(value: Json, message: str) -> None:
    with pytest.raises(MalformedError, match=message):
        canonical.dumps(value)


def test_the_deepest_that_is_admitted() -> None:
    assert parse.loads(canonical.dumps(nested(MAX_DEPTH))) == nested(MAX_DEPTH)
