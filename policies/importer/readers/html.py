"""HTML to lines: a line a block, list numbers written out, navigation and scripts left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, Doctype, NavigableString, ProcessingInstruction

_UNSEEN = ("script", "style", "template", "noscript", "nav", "svg", "head", "button", "select", "textarea")
_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody tfoot thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its first bytes."""
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii") if found else None


def lines(markup: str) -> str:
    """The visible text, one line a block."""
    page = BeautifulSoup(markup, "html.parser")
    for tag in page.find_all(_UNSEEN):
        tag.decompose()
    pieces: list[str] = []
    _walk(page, pieces)
    return re.sub(r"\s*\n\s*", "\n", "".join(pieces))  # nested blocks are no gaps


def _walk(root: Tag, pieces: list[str]) -> None:
    """Depth first, with a stack of its own: pages nest deeper than Python likes to call."""
    stack: list[Iterator[object] | str] = [iter(root.children)]
    while stack:
        top = stack[-1]
        if isinstance(top, str):  # what a closed block leaves behind
            pieces.append(top)
            stack.pop()
            continue
        child = next(top, None)
        if child is None:
            stack.pop()
        elif isinstance(child, Tag):
            _open(child, pieces, stack)
        elif isinstance(child, NavigableString) and not isinstance(child, (Comment, Doctype, ProcessingInstruction)):
            pieces.append(re.sub(r"\s+", " ", child))


def _open(tag: Tag, pieces: list[str], stack: list[Iterator[object] | str]) -> None:
    if tag.name == "br":
        pieces.append("\n")
        return
    if tag.name in _BLOCKS:
        pieces.append("\n" + (_number(tag) if tag.name == "li" else ""))
        stack.append("\n")
    elif tag.name in ("td", "th") and tag.find_previous_sibling(("td", "th")) is not None:
        pieces.append(" | ")
    stack.append(iter(tag.children))


def _number(item: Tag) -> str:
    """`3. ` for the third item of an ordered list, as a browser shows it; nothing for a bulleted one."""
    owner = item.parent
    if owner is None or owner.name != "ol":
        return ""
    place = _whole(owner.get("start"), 1)
    for sibling in owner.find_all("li", recursive=False):
        place = _whole(sibling.get("value"), place)
        if sibling is item:
            return f"{place}. "
        place += 1
    return ""


def _whole(value: object, default: int) -> int:
    text = str(value) if value is not None else ""
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else default
