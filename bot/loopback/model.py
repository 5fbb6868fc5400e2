"""What the loopback server keeps: people, messages, buttons, files, and the record of what each person saw."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

SeenKind = Literal["message", "document", "edit", "deleted", "toast", "alert", "said", "pressed"]


class LoopbackError(Exception):
    """A person was asked to do what their client would not let them do; says what and what to do instead."""


@dataclass(slots=True)
class Person:
    """Somebody with a Telegram account and a private chat with the bot (the chat's id is the person's); or a public
    channel, whose id is negative, that the bot may post in."""

    id: int
    name: str
    language: str | None = None
    started: bool = True
    blocked: bool = False

    def as_user(self) -> dict[str, Any]:
        user: dict[str, Any] = {
            "id": self.id, "is_bot": False, "first_name": self.name.capitalize(), "username": self.name,
        }  # fmt: skip
        if self.language:
            user["language_code"] = self.language
        return user

    def as_chat(self) -> dict[str, Any]:
        if self.id < 0:
            return {"id": self.id, "type": "channel", "title": self.name.capitalize(), "username": self.name}
        return {"id": self.id, "type": "private", "first_name": self.name.capitalize(), "username": self.name}


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: it carries callback data, or an address."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A document that somebody sent, with its bytes."""

    id: str
    name: str
    mime: str
    content: bytes = field(repr=False)

    def as_document(self) -> dict[str, Any]:
        return {
            "file_id": self.id, "file_unique_id": f"u{self.id}", "file_name": self.name, "mime_type": self.mime,
            "file_size": len(self.content),
        }  # fmt: skip


@dataclass(slots=True)
class Message:
    """A message in one private chat. ``text`` is what is read (the caption of a document), markup rendered away."""

    id: int
    person: Person
    from_bot: bool
    date: int
    text: str
    entities: list[dict[str, Any]]
    markup: dict[str, Any] | None = None
    file: File | None = None
    photo: bool = False
    edited: int | None = None

    @property
    def rows(self) -> tuple[tuple[Button, ...], ...]:
        """The live inline buttons, row by row."""
        keyboard = (self.markup or {}).get("inline_keyboard", ())
        return tuple(
            tuple(Button(b["text"], b.get("callback_data"), b.get("url")) for b in row) for row in keyboard if row
        )

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The live inline buttons in reading order; people count them from 1."""
        return tuple(button for row in self.rows for button in row)

    def as_json(self, bot: dict[str, Any]) -> dict[str, Any]:
        """The message as Telegram writes it."""
        value: dict[str, Any] = {
            "message_id": self.id, "date": self.date, "chat": self.person.as_chat(),
            "from": bot if self.from_bot else self.person.as_user(),
        }  # fmt: skip
        words, marks = ("caption", "caption_entities") if self.file else ("text", "entities")
        if self.text:
            value[words] = self.text
        if self.entities:
            value[marks] = self.entities
        if self.file and self.photo:
            size = {"width": 800, "height": 600, "file_size": len(self.file.content)}
            value["photo"] = [{"file_id": self.file.id, "file_unique_id": f"u{self.file.id}", **size}]
        elif self.file:
            value["document"] = self.file.as_document()
        if self.rows:
            value["reply_markup"] = self.markup
        if self.edited is not None:
            value["edit_date"] = self.edited
        return value


@dataclass(frozen=True, slots=True)
class Seen:
    """One line of what a person saw or did, in order; ``rows`` are the buttons that were live at that moment."""

    kind: SeenKind
    person: str
    text: str
    message_id: int | None = None
    rows: tuple[tuple[Button, ...], ...] = ()
    file: File | None = None
    entities: tuple[dict[str, Any], ...] = ()

    @property
    def buttons(self) -> tuple[Button, ...]:
        return tuple(button for row in self.rows for button in row)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(button.text for button in self.buttons)
