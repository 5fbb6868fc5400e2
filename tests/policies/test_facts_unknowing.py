"""Words of not knowing are tried only where one of them can begin."""

from importlib import import_module
from typing import Any

import pytest

from policies.facts import unknowing

_parser: Any = import_module("re._parser")


def _begins(pattern: Any) -> set[str]:
    """The signs that a match of a parsed pattern may begin with."""
    found: set[str] = set()
    for name, what in pattern:
        kind = str(name)
        if kind == "LITERAL":
            return found | {chr(what)}
        if kind == "IN":
            assert {str(one) for one, _ in what} == {"LITERAL"}
            return found | {chr(code) for _, code in what}
        if kind in ("ASSERT", "ASSERT_NOT", "AT"):
            continue
        parts = what[1] if kind == "BRANCH" else [what[3] if kind == "SUBPATTERN" else what[2]]
        found |= {sign for part in parts for sign in _begins(part)}
        least = what[0] if kind.endswith("_REPEAT") else 1
        if least and all(part.getwidth()[0] for part in parts):
            return found
    return found


def test_every_sign_with_which_they_begin_is_named() -> None:
    parsed = _parser.parse(f"{unknowing._OPEN_ZH}|{unknowing._GONE_ZH}")
    assert _begins(parsed) == set(unknowing._FIRST_ZH)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("这件事我们也说不准", "说不准"),
        ("还没有定论", "还没有定论"),
        ("资料都丢了", "资料都丢"),
        ("唔知系咪", "唔知"),
        ("我們 don't know", "don't know"),
        ("it is still open", "is still open"),
    ],
)
def test_they_are_found_where_they_stand(text: str, said: str) -> None:
    found = unknowing.OPEN.search(text)
    assert found is not None
    assert found[0] == said
