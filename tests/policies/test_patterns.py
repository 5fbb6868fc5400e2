"""Patterns that are compiled when first used."""

import gc
import importlib
import pkgutil
import re
from datetime import date

import pytest

import policies
from policies.advise import Adviser
from policies.patterns import _Lazy, lazy


def _ours() -> list[_Lazy]:
    return [one for one in gc.get_objects() if type(one) is _Lazy]


def test_every_pattern_of_the_policies_can_be_compiled() -> None:
    for module in pkgutil.walk_packages(policies.__path__, "policies."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    ours = _ours()
    assert len(ours) > 2_000
    for one in ours:
        re.compile(one.pattern, one._flags)


def test_a_pattern_is_compiled_with_the_first_thing_asked_of_it() -> None:
    one = lazy(r"(?P<n>\d+) staff", re.IGNORECASE)
    assert one.pattern == r"(?P<n>\d+) staff"
    assert "search" not in vars(one)
    found = one.search("we have 12 STAFF")
    assert found is not None
    assert found["n"] == "12"
    assert "search" in vars(one)
    assert one.sub("-", "5 staff, 6 Staff") == "-, -"
    assert one.groupindex == {"n": 1}


def test_a_wrong_pattern_says_so_when_it_is_used() -> None:
    wrong = lazy("(")
    with pytest.raises(re.error):
        wrong.search("anything")


def test_warming_compiles_what_a_text_asks_for(adviser: Adviser) -> None:
    adviser.warm(date(2026, 11, 22))
    before = sum("search" in vars(one) for one in _ours())
    adviser.advise("银川小微企业，去年首次贷款200万，利率4.6%，能补多少？", as_of=date(2026, 11, 22))
    after = sum("search" in vars(one) for one in _ours())
    assert 300 < before <= after < before * 1.2
