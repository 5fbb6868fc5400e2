"""The loader's rules, one broken file a mistake; and what must hold of every shipped text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import opencc
import pytest

from bot.texts import FOLDER, LANGUAGES, Html, TextError, escape, has, joined, load, placeholders, say, texts
from ledger.types import REFUSALS

BOT = FOLDER.parent
ALL = [(key, language) for key in texts() for language in LANGUAGES]

# --- say ------------------------------------------------------------------------------------------


def write(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "sample.yaml"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "left:\n  en: {one: '{count} day for <b>{who}</b>', other: '{count} days for <b>{who}</b>'}\n"
        "  zh-Hans: 还有{count}天给{who}\n  zh-Hant: 還有{count}天給{who}\n",
    )
    monkeypatch.setattr("bot.texts.texts", lambda: load([path]))


@pytest.mark.usefixtures("shipped")
class TestSay:
    def test_fills_placeholders_and_chooses_the_plural(self) -> None:
        assert say("en", "sample.left", count=1, who="Lin") == "1 day for <b>Lin</b>"
        assert say("en", "sample.left", count=1200, who="Lin") == "1,200 days for <b>Lin</b>"
        assert say("zh-Hant", "sample.left", count=2, who="林") == "還有2天給林"

    def test_escapes_values_unless_they_are_html(self) -> None:
        assert say("en", "sample.left", count=2, who="<i>&{who}") == "2 days for <b>&lt;i&gt;&amp;{who}</b>"
        assert say("en", "sample.left", count=2, who=Html("<i>Lin</i>")) == "2 days for <b><i>Lin</i></b>"
        assert isinstance(say("en", "sample.left", count=2, who="x"), Html)

    def test_names_what_is_missing(self) -> None:
        with pytest.raises(TextError, match=r"no text 'sample\.gone'"):
            say("en", "sample.gone")
        with pytest.raises(TextError, match="in 'fr'"):
            say("fr", "sample.left", count=1, who="x")
        with pytest.raises(TextError, match=r"says \{who\}"):
            say("en", "sample.left", count=1)
        with pytest.raises(TextError, match="needs count"):
            say("en", "sample.left", who="x")
        with pytest.raises(TextError, match="not float"):
            say("en", "sample.left", count=1, who=1.5)  # type: ignore[arg-type]

    def test_tells_what_a_text_needs(self) -> None:
        assert placeholders("sample.left") == {"count", "who"}
        assert has("sample.left")
        assert not has("sample.gone")


def test_joined_escapes_what_is_not_html() -> None:
    assert joined(["a<b", Html("<b>c</b>")]) == "a&lt;b\n<b>c</b>"
    assert escape(escape("<")) == "&lt;"


# --- strict reading -------------------------------------------------------------------------------

BROKEN = {
    "language missing": ("a: {en: x, zh-Hans: 甲}", "has exactly en, zh-Hans, zh-Hant"),
    "language unknown": ("a: {en: x, zh-Hans: 甲, zh-Hant: 甲, fr: x}", "has exactly"),
    "placeholders differ": ("a: {en: '{x}', zh-Hans: '{x}', zh-Hant: '{y}'}", "en and zh-Hant differ in x, y"),
    "count unsaid without a plural": ("a: {en: '{count} a', zh-Hans: '{count}', zh-Hant: 甲}", "differ in count"),
    "exclamation": ("a: {en: Done!, zh-Hans: 甲, zh-Hant: 甲}", "no exclamation"),
    "full-width exclamation": ("a: {en: x, zh-Hans: 好！, zh-Hant: 甲}", "no exclamation"),
    "emoji": ("a: {en: x, zh-Hans: ✅好, zh-Hant: 甲}", "no emoji"),
    "plural without other": ("a: {en: {one: x}, zh-Hans: 甲, zh-Hant: 甲}", "plural forms are one and other"),
    "unknown plural": ("a: {en: {one: x, few: y, other: z}, zh-Hans: 甲, zh-Hant: 甲}", "plural forms"),
    "not words": ("a: {en: yes, zh-Hans: 甲, zh-Hant: 甲}", "quotes"),
    "empty": ("a: {en: ' ', zh-Hans: 甲, zh-Hant: 甲}", "is words"),
    "placeholder with a format": ("a: {en: '{x:>5}', zh-Hans: '{x}', zh-Hant: '{x}'}", "lower-case name in braces"),
    "key twice": (
        "a: {en: x, zh-Hans: 甲, zh-Hant: 甲}\na: {en: x, zh-Hans: 甲, zh-Hant: 甲}",
        "line 2: 'a' is written",
    ),
    "bad key": ("A b: {en: x, zh-Hans: 甲, zh-Hant: 甲}", "lower-case text"),
    "a list": ("- a", "maps keys to texts"),
    "not YAML": ("a: {en: [", "sample.yaml"),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_broken_file_is_refused(mistake: str, tmp_path: Path) -> None:
    content, told = BROKEN[mistake]
    with pytest.raises(TextError, match=re.escape(told)) as caught:
        load([write(tmp_path, content)])
    assert "sample.yaml" in str(caught.value)


def test_an_empty_file_has_no_texts(tmp_path: Path) -> None:
    assert load([write(tmp_path, "# nothing yet\n")]) == {}


# --- what is shipped ------------------------------------------------------------------------------


def forms(language: str) -> Iterator[tuple[str, str]]:
    for key, entry in texts().items():
        for form in entry[language].forms.values():
            yield key, form


def han(text: str) -> str:
    return "".join(re.findall(r"[\u3400-\u9fff]", text))


TRADITIONAL_TOO = frozenset("台了准核回才占")
"""Characters that OpenCC would change and that Traditional readers write as they are."""
NAMES_ITSELF = {"words.language.zh-Hans", "words.language.zh-Hant", "account.language.ask", "menu.language"}
"""Texts that say each language's name in its own script."""


def test_simplified_is_simplified() -> None:
    convert = opencc.OpenCC("t2s").convert
    wrong = [
        (key, character)
        for key, form in forms("zh-Hans")
        if key not in NAMES_ITSELF
        for character in han(form)
        if convert(character) != character
    ]
    assert not wrong


def test_traditional_is_traditional() -> None:
    convert = opencc.OpenCC("s2t").convert
    wrong = [
        (key, character)
        for key, form in forms("zh-Hant")
        if key not in NAMES_ITSELF
        for character in han(form)
        if convert(character) != character and character not in TRADITIONAL_TOO
    ]
    assert not wrong


MAINLAND = (
    "賬",
    "數據",
    "信息",
    "軟件",
    "短信",
    "默認",
    "登錄",
    "鏈接",
    "打印",
    "郵箱",
    "反饋",
    "屏幕",
    "網絡",
    "合同",
)
"""Words that a converter leaves behind and a reader in Hong Kong or Taiwan does not write."""


def test_traditional_is_written_not_converted() -> None:
    wrong = [(key, word) for key, form in forms("zh-Hant") for word in MAINLAND if word in form]
    assert not wrong


def test_chinese_has_its_own_punctuation() -> None:
    ascii_stop = re.compile(r"[\u3400-\u9fff](?:[,;?]|\.(?:\s|$))")
    foreign_quotes = {"zh-Hans": re.compile("[「」]"), "zh-Hant": re.compile("[“”]")}
    wrong = [
        (key, language)
        for language, quotes in foreign_quotes.items()
        for key, form in forms(language)
        if ascii_stop.search(form) or quotes.search(form)
    ]
    assert not wrong


class _Tags(HTMLParser):
    """Collects open tags as Telegram's HTML allows them."""

    allowed = frozenset({"b", "i", "u", "s", "code", "pre", "a", "blockquote"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if tag not in self.allowed or any(name != "href" for name, _ in attrs):
            self.faults.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"/{tag}")

    def handle_entityref(self, name: str) -> None:
        if name not in ("lt", "gt", "amp", "quot"):
            self.faults.append(name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_is_what_telegram_takes(language: str) -> None:
    for key, form in forms(language):
        parser = _Tags()
        parser.feed(form)
        parser.close()
        assert not parser.open, key
        assert not parser.faults, key
        assert not re.search(r"&(?!(?:lt|gt|amp|quot|#\d+);)|<(?![a-z/])", form), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_fits_telegram(language: str) -> None:
    assert [key for key, form in forms(language) if len(form) > 3000] == []


def test_refusals_are_told_one_by_one() -> None:
    told = {key.removeprefix("refusals.").removesuffix(".with") for key in texts() if key.startswith("refusals.")}
    assert told == {*REFUSALS, "other"}


# --- keys and code --------------------------------------------------------------------------------


def code() -> Iterator[tuple[str, ast.AST]]:
    for path in sorted(BOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
            yield f"{path.relative_to(BOT)}:{getattr(node, 'lineno', 0)}", node


def said() -> Iterator[tuple[str, ast.expr]]:
    """The key argument of each ``say(language, key)``, ``has(key)`` and ``placeholders(key)``."""
    places = {"say": 1, "has": 0, "placeholders": 0}
    for where, node in code():
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in places and len(node.args) > places[name]:
                yield where, node.args[places[name]]


def pattern(node: ast.AST) -> re.Pattern[str] | None:
    """An f-string as a pattern over keys; None if nothing of it is literal."""
    if not isinstance(node, ast.JoinedStr):
        return None
    parts = [re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in node.values]
    return re.compile("".join(parts)) if any(part != ".+" for part in parts) else None


def test_every_key_in_code_has_a_text() -> None:
    missing = []
    for where, key in said():
        if isinstance(key, ast.Constant) and key.value not in texts():
            missing.append((where, key.value))
        family = pattern(key)
        if family and not any(family.fullmatch(known) for known in texts()):
            missing.append((where, family.pattern))
    assert not missing


def test_every_text_is_used() -> None:
    used: set[str] = set()
    families: list[re.Pattern[str]] = []
    stems = {path.stem for path in FOLDER.glob("*.yaml")}
    for _, node in code():
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in texts():
            used.add(node.value)
        family = pattern(node)
        if family and family.pattern.split(r"\.")[0] in stems:
            families.append(family)
    unused = [key for key in texts() if key not in used and not any(family.fullmatch(key) for family in families)]
    assert not unused, f"{len(unused)} texts that nobody says: {unused}"
