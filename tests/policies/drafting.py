"""Fills a draft as an editor would: own words, conditions with examples, flags settled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from policies.importer import HEADER, Import, build, dump, read, split
from policies.loader import SHIPPED, load_vocabulary

DATA = Path(__file__).parent / "data" / "import"
AT = dt.datetime(2026, 11, 22, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
_ASKS_ZH = [f"淡季第{n}次愁钱怎么办" for n in "一二三四五六"]
_ASKS_EN = [f"slow season number {n}, how do we pay the rent" for n in range(6)]

Edit = Callable[[dict[str, Any]], None]


def fresh(name: str = "yunling.md", id_: str | None = None, known: dict[str, Any] | None = None) -> dict[str, Any]:
    """The draft as the import makes it."""
    source = read(DATA / name)
    facts = load_vocabulary(SHIPPED / "vocabulary").facts
    return build(source, split(source.lines)[0], Import("Lin", AT, id_, known), facts)


def finished(name: str = "yunling.md") -> dict[str, Any]:
    """A draft that can be published: edited by Wei, every flag settled."""
    made = fresh(name)
    made["draft"]["edited_by"] = ["Wei"]
    for flag in made["draft"]["flags"]:
        flag["settled"] = "looked at, stands as it is"
    made["document"]["title"]["en"] = "Working money for corner shops"
    made["document"]["issuer"]["en"] = "Finance Bureau of Yunling"
    for article in made["articles"]:
        article["digest"] = {
            "zh": f"说的是{article['id'][-1]}号事情：铺子小、手头紧。",
            "en": f"About matter {article['id'][-1]}.",
        }
        article["themes"], article["use"] = ["credit"], "general"
        article["asks"] = {"zh": list(_ASKS_ZH), "en": list(_ASKS_EN)}
    third = made["articles"][2]
    third["use"] = "support"
    third["conditions"] = [
        each["condition"] for each in third["draft"]["conditions"] if each["condition"]["id"] == "employees"
    ]
    third["examples"] = [example(20, "eligible", []), example(21, "ineligible", ["employees"])]
    return made


def example(employees: int, verdict: str, unmet: list[str]) -> dict[str, Any]:
    return {
        "name": f"{employees} people", "facts": {"employees": employees}, "as_of": dt.date(2024, 5, 1),
        "verdict": verdict, "unmet": unmet,
    }  # fmt: skip


def saved(made: dict[str, Any], folder: Path, *edits: Edit) -> Path:
    """The draft in a file, after these edits."""
    for edit in edits:
        edit(made)
    path = folder / "draft.yaml"
    path.write_text(dump(made, HEADER), encoding="utf-8")
    return path
