"""Patterns that are compiled when first used: the recognisers have above two thousand, and any one text asks for a
tenth of them. Compiling them all took half of the time in which the program starts."""

from __future__ import annotations

import re
from typing import Any, cast

_USED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Lazy:
    """What behaves like a compiled pattern, and becomes one with the first thing asked of it but its own text."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what copying and pickling ask for: the text and its flags are all there is
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for each in _USED:  # from now on these are found without coming here
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def lazy(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, as `re.compile` gives it but compiled when first used; re.error is raised then."""
    return cast("re.Pattern[str]", _Lazy(text, flags))
