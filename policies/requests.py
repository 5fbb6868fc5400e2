"""Requests as JSON (design 5.3): one text or a batch in, answers as plain data out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from policies.advise import Adviser
from policies.criteria import read_date
from policies.errors import PolicyError, RequestError
from policies.types import Language

_LANGUAGES: tuple[Language, ...] = ("en", "zh-Hans", "zh-Hant")
_FIELDS = ("id", "text", "as_of", "facts", "declined", "language")


def match_one(adviser: Adviser, request: Mapping[str, Any], today: date) -> dict[str, Any]:
    """A request of design 5.3 (`text`, and optionally id, as_of, facts, declined, language) to its answer.

    Raises RequestError that names the field and its correct form, or another PolicyError for facts that do not fit.
    """
    unknown = [key for key in request if key not in _FIELDS]
    if unknown:
        raise RequestError(f"unknown field {unknown[0]!r}; fields are {', '.join(_FIELDS)}")
    text, facts, declined = request.get("text"), request.get("facts"), request.get("declined") or []
    if not isinstance(text, str):
        raise RequestError('field "text": expected text')
    if facts is not None and not isinstance(facts, Mapping):
        raise RequestError('field "facts": expected an object of fact names and values')
    if not isinstance(declined, list) or not all(isinstance(name, str) for name in declined):
        raise RequestError('field "declined": expected a list of fact names')
    language = request.get("language")
    if language is not None and language not in _LANGUAGES:
        raise RequestError(f'field "language": expected one of {", ".join(_LANGUAGES)}')
    answer = adviser.advise(
        text, as_of=_as_of(request.get("as_of"), today), facts=facts, declined=frozenset(declined), language=language
    )
    return answer.as_json() | {"id": request.get("id", "")}


def match_batch(adviser: Adviser, lines: Iterable[str], today: date) -> Iterator[str]:
    """One JSON answer a line for one JSON request a line; a bad line is answered with its id and an error."""
    for line in lines:
        if line.strip():
            yield json.dumps(_answer_line(adviser, line, today), ensure_ascii=False)


def match_json(adviser: Adviser, text: str, as_of: date) -> str:
    """The answer to one text as indented JSON."""
    return json.dumps(match_one(adviser, {"text": text}, as_of), ensure_ascii=False, indent=2)


def _answer_line(adviser: Adviser, line: str, today: date) -> dict[str, Any]:
    try:
        request = json.loads(line)
    except ValueError as error:
        return {"id": None, "error": f"not JSON: {error}; one object a line"}
    if not isinstance(request, dict):
        return {"id": None, "error": "expected an object with id and text"}
    try:
        return match_one(adviser, request, today)
    except PolicyError as error:
        return {"id": request.get("id"), "error": str(error)}


def _as_of(value: object, today: date) -> date:
    if value is None:
        return today
    span = read_date(value) if isinstance(value, str) else None
    if span is None or span.low != span.high or not isinstance(span.low, date):
        raise RequestError(f'field "as_of": {value!r} is no date; write 2026-11-22')
    return span.low
