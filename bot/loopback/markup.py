"""Telegram's HTML, its length limits and its keyboards: what passes, and the words in which the rest is refused.

Follows TDLib's parser: closed list of tags, end tags that match, four named character references and numeric ones
(anything else stays as written), offsets and lengths in UTF-16 code units.
"""

from __future__ import annotations

import html
import re
from typing import Any

from bot.loopback.faults import bad_request

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_CALLBACK_DATA = 64
MAX_BUTTONS = 100

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
_TOKEN = re.compile(r"<(?P<end>/?)(?P<name>[^\s>]*)(?P<rest>[^>]*)>|&(?P<ref>lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);?")
_RUN = re.compile(r".[^<&]*", re.DOTALL)  # up to the next sign that may begin something else
_REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_HREF = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""")
_COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w+)?")


def units(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def commands(text: str) -> list[dict[str, Any]]:
    """The ``bot_command`` entities of what a person typed."""
    return [
        {"type": "bot_command", "offset": units(text[: found.start()]), "length": units(found.group())}
        for found in _COMMAND.finditer(text)
    ]


class _Parse:
    def __init__(self, source: str) -> None:
        self.source = source
        self.plain: list[str] = []
        self.length = 0
        self.open: list[tuple[str, int, dict[str, Any]]] = []
        self.entities: list[dict[str, Any]] = []

    def add(self, text: str) -> None:
        self.plain.append(text)
        self.length += units(text)

    def start(self, name: str, rest: str, at: int) -> None:
        tag = name.lower()
        if tag not in _TAGS or (tag == "span" and 'class="tg-spoiler"' not in rest):
            raise bad_request(f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {self.offset(at)}')
        entity: dict[str, Any] = {"type": _TAGS[tag]}
        if tag == "a" and (found := _HREF.search(rest)):
            entity["url"] = html.unescape(next(group for group in found.groups() if group is not None))
        if tag == "blockquote" and "expandable" in rest:
            entity["type"] = "expandable_blockquote"
        self.open.append((tag, self.length, entity))

    def end(self, name: str, at: int) -> None:
        tag = name.lower()
        if not self.open:
            raise bad_request(f"can't parse entities: Unexpected end tag at byte offset {self.offset(at)}")
        expected, begun, entity = self.open.pop()
        if tag and tag != expected:
            raise bad_request(
                f"can't parse entities: Unmatched end tag at byte offset {self.offset(at)}, "
                f'expected "</{expected}>", found "</{tag}>"'
            )
        if self.length > begun and not (entity["type"] == "text_link" and not entity.get("url")):
            self.entities.append({**entity, "offset": begun, "length": self.length - begun})

    def offset(self, at: int) -> int:
        return len(self.source[:at].encode())


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Plain text and entities of ``source``; refuses what Telegram refuses."""
    parse, at = _Parse(source), 0
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None and source[at] == "<":
            raise bad_request(f"can't parse entities: Unclosed start tag at byte offset {parse.offset(at)}")
        if found is None:
            run = _RUN.match(source, at)
            assert run is not None  # at least the character at hand
            parse.add(run[0])
            at = run.end()
            continue
        if (reference := found["ref"]) is not None:
            parse.add(_reference(reference))
        elif found["end"]:
            parse.end(found["name"], at)
        else:
            parse.start(found["name"], found["rest"], at)
        at = found.end()
    if parse.open:
        raise bad_request(
            f"can't parse entities: Can't find end tag corresponding to start tag \"{parse.open[-1][0]}\""
        )
    return "".join(parse.plain), sorted(parse.entities, key=lambda e: (e["offset"], -e["length"]))


def _reference(name: str) -> str:
    if name[0] != "#":
        return _REFERENCES[name]
    code = int(name[2:], 16) if name[1] == "x" else int(name[1:])
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else f"&{name};"


def formatted(
    text: object, parse_mode: object, entities: object, *, caption: bool = False
) -> tuple[str, list[dict[str, Any]]]:
    """What people read of ``text``, trimmed, with its entities; refuses what is empty, too long or badly marked up."""
    plain, marks = "", list[dict[str, Any]]()
    if text is None or text == "":
        pass
    elif not isinstance(text, str):
        raise bad_request("strings must be encoded in UTF-8")
    elif isinstance(parse_mode, str) and parse_mode.lower() == "html":
        plain, marks = parse_html(text)
    elif parse_mode:
        raise bad_request("unsupported parse_mode")
    else:
        plain, marks = text, [dict(entity) for entity in entities] if isinstance(entities, list | tuple) else []
    lead = units(plain) - units(plain.lstrip())
    plain = plain.strip()
    if not plain and not caption:
        raise bad_request("message text is empty")
    if units(plain) > (MAX_CAPTION if caption else MAX_TEXT):
        raise bad_request("message caption is too long" if caption else "message is too long")
    for mark in marks:
        mark["offset"] = max(0, mark["offset"] - lead)
        mark["length"] = min(mark["length"], units(plain) - mark["offset"])
    return plain, [mark for mark in marks if mark["length"] > 0]


def checked_markup(markup: object) -> dict[str, Any] | None:
    """The keyboard, if Telegram would take it."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    buttons = [button for row in markup.get("inline_keyboard", ()) for button in row]
    if len(buttons) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    for button in buttons:
        if not str(button.get("text", "")).strip():
            raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
        data = button.get("callback_data")
        if data is not None and not 1 <= len(str(data).encode()) <= MAX_CALLBACK_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
        if len({"callback_data", "url", "web_app", "copy_text", "pay", "login_url"} & button.keys()) != 1:
            raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    return markup
