"""Errors as the Bot API words them, and faults that the server can be told to answer with."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any


class ApiError(Exception):
    """The server refuses a request, with the status and description that Telegram uses."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> bytes:
        value: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            value["parameters"] = self.parameters
        return json.dumps(value).encode()


def bad_request(reason: str) -> ApiError:
    return ApiError(400, f"Bad Request: {reason}")


BLOCKED = ApiError(403, "Forbidden: bot was blocked by the user")
NOT_STARTED = ApiError(403, "Forbidden: bot can't initiate conversation with a user")


@dataclass(frozen=True, slots=True)
class Fault:
    """What the server is told to answer instead of the truth.

    ``error`` is answered without doing anything. Without it the request times out: after its work was done when
    ``delivered``, before it otherwise; the caller cannot tell which.
    """

    error: ApiError | None = None
    delivered: bool = False

    @classmethod
    def blocked(cls) -> Fault:
        return cls(BLOCKED)

    @classmethod
    def flood(cls, seconds: int) -> Fault:
        return cls(ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds))

    @classmethod
    def broken(cls) -> Fault:
        return cls(ApiError(500, "Internal Server Error"))

    @classmethod
    def migrated(cls, chat: int) -> Fault:
        reason = "Bad Request: group chat was upgraded to a supergroup chat"
        return cls(ApiError(400, reason, migrate_to_chat_id=chat))

    @classmethod
    def lost_answer(cls) -> Fault:
        """Delivered, but the answer never comes back."""
        return cls(delivered=True)

    @classmethod
    def lost_request(cls) -> Fault:
        return cls()


@dataclass(slots=True)
class Faults:
    """The faults that wait for their request."""

    waiting: list[tuple[str, int | None, Fault]] = field(default_factory=list)

    def add(self, fault: Fault, method: str, chat: int | None, times: int) -> None:
        self.waiting.extend([(method.lower(), chat, fault)] * times)

    def take(self, method: str, chat: object) -> Fault | None:
        for place, (name, only, fault) in enumerate(self.waiting):
            if name == method.lower() and only in (None, chat):
                del self.waiting[place]
                return fault
        return None
