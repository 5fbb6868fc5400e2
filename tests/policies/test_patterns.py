"""Patterns that are compiled when first used."""

import gc
import importlib
import pkgutil
import re
from datetime import date

import pytest

import policies
from policies.advise import Adviser
from policies.ascii_forms import NEVER, ascii_form
from policies.loader import load_corpus
from policies.patterns import _Lazy, lazy
from policies.text import normalise


def _ours() -> list[_Lazy]:
    return [one for one in gc.get_objects() if type(one) is _Lazy]


def _all_of_ours() -> list[_Lazy]:
    for module in pkgutil.walk_packages(policies.__path__, "policies."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return _ours()


def test_every_pattern_of_the_policies_can_be_compiled() -> None:
    ours = _all_of_ours()
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


@pytest.mark.parametrize(
    ("pattern", "short"),
    [
        (r"贷款|(?<![a-z])loans?(?![a-z])", r"(?<![a-z])loans?(?![a-z])"),
        (r"贷款|银行", NEVER),
        (r"loan|bank", r"loan|bank"),
        (r"(?:没有?|no) (?:贷|loan)", r"(?:no) (?:loan)"),
        (r"\d+(?:万|亿)?\s?(?:yuan|元)", r"\d+\s?(?:yuan)"),
        (r"\d+[万亿]", NEVER),
        (r"\d+[万亿]?", r"\d+"),
        (r"[万a-z]+|[^万]", r"[万a-z]+|[^万]"),
        (r"(?!不)ok(?<!银)", r"ok"),
        (r"(?=[贷借l])loan|(?=[贷借])x", r"(?=[贷借l])loan"),
        (r"(?<=贷)款|due", r"due"),
        (r"(?P<zh>贷)|(?P<en>loan)", r"(?P<zh>贷)|(?P<en>loan)"),
        (r"(贷)?loan|款", r"(贷)?loan"),
        (r"\u8d37|\u0041", r"\u0041"),
        (r"[\u4e00-\u9fff]+x|[\u4e00-\u9fffa]b", r"[\u4e00-\u9fffa]b"),
        (r"款{0,2}x|款{2}y|款{,3}z", r"x|z"),
        (r"[]万]a|[^]万]b|\(款|\|c", r"[]万]a|[^]万]b|\|c"),
        (r"(?>贷|a)b", r"(?>贷|a)b"),
        ("(贷", "(贷"),
        ("[贷", "[贷"),
        ("贷)", "贷)"),
    ],
)
def test_what_of_a_pattern_can_match_ascii_signs(pattern: str, short: str) -> None:
    """The last four cannot be read, and stay as they are."""
    assert ascii_form(pattern) == short


def test_the_short_form_finds_what_the_pattern_finds() -> None:
    """Every pattern of the policies, in English as people ask it."""
    asks = sorted({normalise(ask) for one in load_corpus().articles.values() for ask in one.asks_en})
    texts = [ask for ask in asks if ask.isascii()][::12]
    assert len(texts) > 100
    shortened = 0
    for one in _all_of_ours():
        short = one.pattern if one._flags else ascii_form(one.pattern)
        if short == one.pattern:
            continue
        shortened += 1
        whole, part = re.compile(one.pattern), re.compile(short)
        assert short == NEVER or whole.groupindex == part.groupindex, one.pattern
        for text in texts:
            assert [m.span() for m in whole.finditer(text)] == [m.span() for m in part.finditer(text)], one.pattern
    assert shortened > 1_500


def test_a_pattern_searches_both_kinds_of_text() -> None:
    one = lazy(r"(?P<zh>贷)款|loan")
    assert one.search("a loan", 3) is None
    assert one.search("a loan", 2, 6)
    chinese = one.search("贷款 loan")
    assert chinese is not None
    assert chinese["zh"] == "贷"
    never = lazy("贷款")
    assert never.search("loan") is None
    assert never.match("loan") is None
    assert list(never.finditer("loan")) == []
    assert [found[0] for found in never.finditer("loan 贷款")] == ["贷款"]
    assert never.fullmatch("贷款")
    assert never.findall("loan 贷款") == ["贷款"]
