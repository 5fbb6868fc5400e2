"""Reads the closed lists that ship with the corpus."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(name: str) -> Any:
    """A file of `policies/corpus/vocabulary`, with the safe loader written in C where there is one."""
    text = files("policies").joinpath(f"corpus/vocabulary/{name}").read_text("utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506  - both are safe loaders
