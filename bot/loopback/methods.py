"""The methods of the Bot API that the loopback server answers, each as Telegram does."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.loopback.faults import ApiError, bad_request
from bot.loopback.markup import checked_markup, formatted, units
from bot.loopback.model import File, Message, Person, Seen, SeenKind

if TYPE_CHECKING:
    from bot.loopback.server import LoopbackServer

MAX_UPLOAD = 50 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_ACTIONS = (
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Call:
    """One request: its parameters, and the uploaded files by the name of their part."""

    server: LoopbackServer
    parameters: dict[str, Any]
    files: dict[str, Any]

    def get(self, name: str) -> Any:
        return self.parameters.get(name)

    def recipient(self) -> Person:
        return self.server.recipient(self.get("chat_id"))

    def own_message(self, purpose: str) -> Message:
        message = self.server.message(self.recipient(), self.get("message_id"))
        if message is None:
            raise bad_request(f"message to {purpose} not found")
        if not message.from_bot and purpose == "edit":
            raise bad_request("message can't be edited")
        return message

    def saw(self, kind: SeenKind, message: Message) -> Any:
        self.server.record(Seen(
            kind, message.person.name, message.text, message.id, message.rows, message.file, tuple(message.entities)
        ))  # fmt: skip
        return message.as_json(self.server.bot)


def get_me(call: Call) -> Any:
    return call.server.bot


def send_message(call: Call) -> Any:
    person = call.recipient()
    text, entities = formatted(call.get("text"), call.get("parse_mode"), call.get("entities"))
    markup = checked_markup(call.get("reply_markup"))
    return call.saw("message", call.server.keep(person, text, entities, from_bot=True, markup=markup))


def _upload(call: Call, part: str) -> File:
    given = call.get(part)
    name = given.removeprefix("attach://") if isinstance(given, str) else part
    if name in call.files:
        filename, content, mime = call.files[name]
        content = content if isinstance(content, bytes) else content.read()
        if not content:
            raise bad_request("file must be non-empty")
        if len(content) > MAX_UPLOAD:
            raise ApiError(413, "Request Entity Too Large")
        return call.server.keep_file(filename, content, mime)
    if given in call.server.files:
        return call.server.files[str(given)]
    raise bad_request("wrong file identifier/HTTP URL specified" if given else "there is no document in the request")


def send_document(call: Call, part: str = "document") -> Any:
    person = call.recipient()
    words = call.get("caption"), call.get("parse_mode"), call.get("caption_entities")
    text, entities = formatted(*words, caption=True)
    markup = checked_markup(call.get("reply_markup"))
    more = {"markup": markup, "file": _upload(call, part), "photo": part == "photo"}
    return call.saw("document", call.server.keep(person, text, entities, from_bot=True, **more))


def send_photo(call: Call) -> Any:
    return send_document(call, "photo")


def _edit(call: Call, message: Message, text: str, entities: list[dict[str, Any]]) -> Any:
    markup = checked_markup(call.get("reply_markup"))
    if (message.text, message.entities, message.rows) == (text, entities, _rows(message, markup)):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    message.text, message.entities, message.markup = text, entities, markup
    message.edited = call.server.seconds()
    return call.saw("edit", message)


def _rows(message: Message, markup: dict[str, Any] | None) -> object:
    return Message(0, message.person, True, 0, "", [], markup).rows


def edit_message_text(call: Call) -> Any:
    message = call.own_message("edit")
    if message.file:
        raise bad_request("there is no text in the message to edit")
    return _edit(call, message, *formatted(call.get("text"), call.get("parse_mode"), call.get("entities")))


def edit_message_caption(call: Call) -> Any:
    message = call.own_message("edit")
    if not message.file:
        raise bad_request("there is no caption in the message to edit")
    words = call.get("caption"), call.get("parse_mode"), call.get("caption_entities")
    return _edit(call, message, *formatted(*words, caption=True))


def edit_message_reply_markup(call: Call) -> Any:
    message = call.own_message("edit")
    return _edit(call, message, message.text, message.entities)


def delete_message(call: Call) -> Any:
    message = call.own_message("delete")
    call.server.forget(message)
    call.server.record(Seen("deleted", message.person.name, message.text, message.id))
    return True


def delete_messages(call: Call) -> Any:
    person = call.recipient()
    for message_id in call.get("message_ids") or ():
        if (message := call.server.message(person, message_id)) is not None:
            call.server.forget(message)
            call.server.record(Seen("deleted", person.name, message.text, message.id))
    return True


def answer_callback_query(call: Call) -> Any:
    asked = call.server.queries.get(str(call.get("callback_query_id")))
    if asked is None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    person, message_id = asked
    text = str(call.get("text") or "")
    if units(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    if text:
        call.server.record(Seen("alert" if call.get("show_alert") else "toast", person.name, text, message_id))
    return True


def get_file(call: Call) -> Any:
    file = call.server.files.get(str(call.get("file_id")))
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(file.content) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    size = {"file_size": len(file.content), "file_path": f"documents/{file.id}"}
    return {"file_id": file.id, "file_unique_id": f"u{file.id}", **size}


def send_chat_action(call: Call) -> Any:
    call.recipient()
    if call.get("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def get_chat(call: Call) -> Any:
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return {
        **call.recipient().as_chat(), "accent_color_id": 0, "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }  # fmt: skip


def _scope(call: Call) -> str:
    scope = call.get("scope") or {"type": "default"}
    return f"{scope.get('type')}/{scope.get('chat_id', '')}/{call.get('language_code') or ''}"


def set_my_commands(call: Call) -> Any:
    commands = call.get("commands") or []
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= units(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    language = call.get("language_code")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad_request("language_code is invalid")
    call.server.commands[_scope(call)] = list(commands)
    return True


def get_my_commands(call: Call) -> Any:
    return call.server.commands.get(_scope(call), [])


def delete_my_commands(call: Call) -> Any:
    call.server.commands.pop(_scope(call), None)
    return True


def delete_webhook(call: Call) -> Any:
    if call.get("drop_pending_updates"):
        call.server.updates.drop()
    return True


def get_webhook_info(call: Call) -> Any:
    return {"url": "", "has_custom_certificate": False, "pending_update_count": len(call.server.updates.pending)}


def accepted(_call: Call) -> Any:
    """Names, descriptions, the menu button, pins: taken, with nothing to show for it here."""
    return True


METHODS: dict[str, Callable[[Call], Any]] = {
    work.__name__.replace("_", ""): work
    for work in (
        get_me, send_message, send_document, send_photo, edit_message_text, edit_message_caption,
        edit_message_reply_markup, delete_message, delete_messages, answer_callback_query, get_file, send_chat_action,
        get_chat, set_my_commands, get_my_commands, delete_my_commands, delete_webhook, get_webhook_info,
    )
} | dict.fromkeys(
    ("setmyname", "setmydescription", "setmyshortdescription", "setchatmenubutton", "pinchatmessage",
     "unpinchatmessage", "unpinallchatmessages", "logout", "close"), accepted,
)  # fmt: skip
"""Work by method name in lower case: the Bot API does not mind the case."""
