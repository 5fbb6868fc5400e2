"""YAML read strictly: every node knows its file and path, and complains by them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

import yaml

from policies.criteria import number, read_date
from policies.errors import CorpusError
from policies.types import Words

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(_Base):  # type: ignore[misc]  # the base is whichever loader this build of PyYAML has
    """The safe loader, refusing duplicate keys and reading a bare `=` as text."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise CorpusError("", f"line {line}", f"key {key.value!r} twice", "each key stands once in a mapping")
            seen.add(key.value)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return mapping


_StrictLoader.add_constructor("tag:yaml.org,2002:value", lambda _, node: str(node.value))


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file with its file name and path."""

    file: str
    path: str
    value: Any

    def fail(self, problem: str, correct: str) -> NoReturn:
        raise CorpusError(self.file, self.path, problem, correct)

    def at(self, key: str | int) -> Node:
        """The child under a key or an index, None as its value if there is none."""
        if isinstance(key, int):
            return Node(self.file, f"{self.path}[{key}]", self.value[key])
        path = f"{self.path}.{key}" if self.path else key
        return Node(self.file, path, self.value.get(key))

    def mapping(self, required: Collection[str] = (), optional: Collection[str] = ()) -> Node:
        """Check that this is a mapping with these keys and no others."""
        if not isinstance(self.value, dict):
            self.fail(f"expected a mapping, found {self.value!r}", "keys: " + ", ".join([*required, *optional]))
        for key in self.value:
            if key not in required and key not in optional:
                self.fail(f"unknown key {key!r}", "known keys: " + ", ".join([*required, *optional]))
        for key in required:
            if self.value.get(key) is None:
                self.fail(f"key {key!r} is missing", f"add {key}: … here")
        return self

    def entries(self) -> Iterator[tuple[str, Node]]:
        """The items of an open mapping, keys as text."""
        if not isinstance(self.value, dict):
            self.fail(f"expected a mapping, found {self.value!r}", "name: value pairs")
        for key in self.value:
            yield str(key), Node(self.file, f"{self.path}.{key}" if self.path else str(key), self.value[key])

    def items(self) -> list[Node]:
        """The items of a list; nothing for null."""
        if self.value is None:
            return []
        if not isinstance(self.value, list):
            self.fail(f"expected a list, found {self.value!r}", "write [ … ] or lines that begin with a dash")
        return [self.at(index) for index in range(len(self.value))]

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value.strip():
            self.fail(f"expected text, found {self.value!r}", "put text that looks like a number or date in quotes")
        return self.value.strip()

    def texts(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.items())

    def one_of(self, allowed: Collection[str], what: str = "value") -> str:
        text = self.text()
        if text not in allowed:
            self.fail(f"unknown {what} {text!r}", "one of " + ", ".join(allowed))
        return text

    def words(self) -> Words:
        self.mapping(["zh", "en"], ["zh-Hant"])
        hant = self.at("zh-Hant")
        return Words(self.at("zh").text(), self.at("en").text(), hant.text() if hant.value is not None else None)

    def maybe_words(self) -> Words | None:
        return None if self.value is None else self.words()

    def decimal(self) -> Decimal:
        """A number, exact: write it plainly or, to keep its digits, in quotes."""
        exact = number(self.value)
        if exact is None:
            self.fail(f"expected a number, found {self.value!r}", 'write 500000 or "3.10"')
        return exact

    def maybe_decimal(self) -> Decimal | None:
        return None if self.value is None else self.decimal()

    def day(self) -> date:
        value = self.value
        span = read_date(value) if isinstance(value, str) else None
        if span is not None and span.low == span.high:
            value = span.low
        if not isinstance(value, date) or isinstance(value, datetime):
            self.fail(f"expected a date, found {self.value!r}", "write 2021-10-22")
        return value

    def maybe_day(self) -> date | None:
        return None if self.value is None else self.day()


def read(path: Path) -> Node:
    """The root node of a file. Raises CorpusError with the line if it is not YAML."""
    try:
        value = yaml.load(path.read_text(encoding="utf-8"), Loader=_StrictLoader)  # noqa: S506  # a safe loader
    except CorpusError as error:
        raise CorpusError(path.name, error.path, error.problem, error.correct) from None
    except ValueError as error:
        raise CorpusError(path.name, "", str(error), "write dates as 2021-10-22") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark is not None else ""
        problem = getattr(error, "problem", None) or str(error)
        raise CorpusError(path.name, where, f"not valid YAML ({problem})", "see docs/corpus.md for the form") from None
    return Node(path.name, "", value)
