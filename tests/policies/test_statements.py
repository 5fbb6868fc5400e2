"""Single statements in many wordings, none of which the recognisers were written for: how much is read, how rightly.

A case of `statements.jsonl` has a `fact`, a `value`, and `texts` in three scripts. With `never` the texts are about the
matter and do not state it (asked, wished, supposed, somebody else's, another thing of the same name): a doubt will do.
Where a place matters, the enterprise is in Haidian. A wording out of its context is harder than in a text: recall here
is low and the floors only keep it from falling; what must stay rare is a value that was not said.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from functools import cache

import pytest

from policies.facts import read
from policies.text import language
from policies.types import Language
from tests.policies.test_facts_bars import DATA

AS_OF = date(2026, 11, 22)


@cache
def counts() -> Counter[tuple[Language, str]]:
    """By script: statements with their `right`, `wrong` (another value) and open ones; `never` and those `invented`."""
    found: Counter[tuple[Language, str]] = Counter()
    for line in (DATA / "statements.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        for text in case["texts"]:
            said = [fact.value for fact in read(text, AS_OF).facts if fact.name == case["fact"]]
            script = language(text)
            if case.get("never"):
                found[script, "never"] += 1
                found[script, "invented"] += bool(said)
            else:
                found[script, "stated"] += 1
                found[script, "right"] += said == [case["value"]]
                found[script, "wrong"] += bool(said) and said != [case["value"]]
    return found


@pytest.mark.parametrize(("script", "least"), [("en", 0.45), ("zh-Hans", 0.56), ("zh-Hant", 0.51)])
def test_statements_out_of_context_are_read(script: Language, least: float) -> None:
    assert counts()[script, "right"] / counts()[script, "stated"] >= least


@pytest.mark.parametrize("script", ["en", "zh-Hans", "zh-Hant"])
def test_hardly_a_statement_is_read_as_its_opposite(script: Language) -> None:
    assert counts()[script, "wrong"] / counts()[script, "stated"] <= 0.015


@pytest.mark.parametrize(("script", "most"), [("en", 0.06), ("zh-Hans", 0.07), ("zh-Hant", 0.16)])
def test_what_is_only_about_the_matter_is_seldom_taken_for_a_statement(script: Language, most: float) -> None:
    assert counts()[script, "invented"] / counts()[script, "never"] <= most
