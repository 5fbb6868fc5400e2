"""Reads the closed lists that ship with the corpus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(name: str) -> Any:
    """A file of `policies/corpus/vocabulary`, with the safe loader written in C where there is one."""
    text = files("policies").joinpath(f"corpus/vocabulary/{name}").read_text("utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506  - both are safe loaders


def alternatives(words: Sequence[str]) -> str:
    """Alternatives grouped by their first character, longest first, tried only where a word can begin."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    tried = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())
    return f"(?=[{re.escape(''.join(groups))}])(?:{tried})"
