"""Every sentence that people read, in three languages, away from logic.

Each ``NAME.yaml`` beside this file maps a key to its three texts; the key in code is ``NAME.key``::

    # reminders.yaml, used as say("zh-Hans", "reminders.left", count=5, amount=money(62_000_000))
    left:
      en: {one: "One day is left for {amount}.", other: "{count} days are left for {amount}."}
      zh-Hans: 还有{count}天核对{amount}。
      zh-Hant: 還有{count}天核對{amount}。

A text is a whole sentence or more, in Telegram's HTML. ``{name}`` is the only thing replaced; values are escaped unless
they are ``Html`` already (what ``say`` returns is), so texts may be put into texts. Where English tells one from many,
it has ``one`` and ``other``, chosen by the value ``count``. Reading is strict: an error names file, key and fault.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import yaml

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
FOLDER = Path(__file__).parent

Value: TypeAlias = "str | int"

_KEY = re.compile(r"[a-z0-9][A-Za-z0-9_.-]*\Z")
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_LOUD = re.compile("[!！]|[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u2b50\u2b55\u203c\u2049]")


class TextError(Exception):
    """A text is missing, wrongly written, or asked for without what it needs: a fault of the program, not of a user."""


class Html(str):
    """Text that is already safe to send as HTML; everything else is escaped when it is put into a text."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Template:
    """One text in one language: ``forms`` is ``{"other": …}``, with ``"one"`` beside it where one differs from many."""

    forms: Mapping[str, str]

    @property
    def plural(self) -> bool:
        return "one" in self.forms

    @property
    def names(self) -> frozenset[str]:
        """The values it needs; a plural needs ``count`` whether it says the number or not."""
        found = {name for form in self.forms.values() for name in _PLACEHOLDER.findall(form)}
        return frozenset(found | {"count"} if self.plural else found)


Texts: TypeAlias = "Mapping[str, Mapping[str, Template]]"


def say(language: str, key: str, /, **values: Value) -> Html:
    """The text ``key`` in ``language``, its placeholders filled. An unknown key or a missing value raises TextError."""
    try:
        template = texts()[key][language]
    except KeyError:
        raise TextError(f"no text {key!r} in {language!r}") from None
    form = _form(key, template, values)

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        if name not in values:
            raise TextError(f"{key}: the text says {{{name}}}, which was not given")
        return escape(_shown(key, name, values[name]))

    return Html(_PLACEHOLDER.sub(fill, form))


def has(key: str) -> bool:
    """Whether there is a text ``key``, for keys made of codes that another package owns."""
    return key in texts()


def placeholders(key: str) -> frozenset[str]:
    """The values that the text ``key`` needs."""
    try:
        return texts()[key]["en"].names
    except KeyError:
        raise TextError(f"no text {key!r}") from None


def escape(value: str) -> Html:
    """``value`` safe to send as HTML; Html comes back as it is."""
    return value if isinstance(value, Html) else Html(html.escape(value, quote=False))


def joined(parts: Iterable[str], between: str = "\n") -> Html:
    """Lines of one message: each part escaped unless it is Html already."""
    return Html(between.join(escape(part) for part in parts))


@cache
def texts() -> Texts:
    """All texts of this package, read once."""
    return load(sorted(FOLDER.glob("*.yaml")))


def load(paths: Iterable[Path]) -> Texts:
    """Read text files. Each key is prefixed with its file's name; the first fault raises TextError."""
    found: dict[str, Mapping[str, Template]] = {}
    for path in paths:
        for key, entry in _read(path).items():
            where = f"{path.name}: {key}"
            if not isinstance(key, str) or not _KEY.match(key):
                raise TextError(f"{where}: a key is lower-case text such as over-claim")
            found[f"{path.stem}.{key}"] = _entry(where, entry)
    return found


class _Loader(yaml.CSafeLoader):
    """SafeLoader that refuses a key written twice."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[object, object]:
    result: dict[object, object] = {}
    for key_node, value_node in node.value:
        key: object = loader.construct_object(key_node, deep=True)
        if key in result:
            raise TextError(f"line {key_node.start_mark.line + 1}: {key!r} is written twice")
        result[key] = loader.construct_object(value_node, deep=True)
    return result


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def _read(path: Path) -> dict[object, object]:
    try:
        value: object = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506  # a safe loader, above
    except (yaml.YAMLError, UnicodeDecodeError, TextError) as error:
        raise TextError(f"{path.name}: {error}") from None
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise TextError(f"{path.name}: a text file maps keys to texts")
    return value


def _entry(where: str, entry: object) -> dict[str, Template]:
    if not isinstance(entry, dict) or set(entry) != set(LANGUAGES):
        raise TextError(f"{where}: a text has exactly {', '.join(LANGUAGES)}")
    result = {language: Template(_forms(f"{where} ({language})", entry[language])) for language in LANGUAGES}
    implied = {"count"} if any(template.plural for template in result.values()) else set()
    names = {language: template.names | implied for language, template in result.items()}
    for language in LANGUAGES[1:]:
        if names[language] != names["en"]:
            differing = ", ".join(sorted(names[language] ^ names["en"]))
            raise TextError(f"{where}: en and {language} differ in {differing}")
    return result


def _forms(where: str, value: object) -> dict[str, str]:
    forms: dict[object, object] = value if isinstance(value, dict) else {"other": value}
    if set(forms) not in ({"other"}, {"one", "other"}):
        raise TextError(f"{where}: plural forms are one and other")
    return {str(name): _checked(where, form) for name, form in forms.items()}


def _checked(where: str, form: object) -> str:
    if not isinstance(form, str) or not form.strip():
        raise TextError(f"{where}: a text is words, in quotes where YAML would read something else")
    if _LOUD.search(form):
        raise TextError(f"{where}: no exclamation marks and no emoji")
    if re.search("[{}]", _PLACEHOLDER.sub("", form)):
        raise TextError(f"{where}: a placeholder is a lower-case name in braces, such as {{amount}}")
    return form.strip()


def _form(key: str, template: Template, values: Mapping[str, Value]) -> str:
    if not template.plural:
        return template.forms["other"]
    count = values.get("count")
    if not isinstance(count, int):
        raise TextError(f"{key}: this text has a plural and needs count, a whole number")
    return template.forms["one" if count == 1 else "other"]


def _shown(key: str, name: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    raise TextError(f"{key}: {name} is text or a whole number, not {type(value).__name__}")
