"""A text cut at commas and full stops only: what stands in a list or a bracket stays in one stretch."""

from __future__ import annotations

from bisect import bisect_right

from policies.patterns import lazy

_EDGE = lazy(r"[,。;!?\n]|\.(?=\s|$)")
_FULL = lazy(r"[。;!?\n.]")


class Stretches:
    """The stretches of a text by number, from its beginning."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.edges = [match.start() for match in _EDGE.finditer(text) if not _in_number(text, match.start())]
        self.edges.append(len(text))

    def around(self, place: int) -> int:
        return min(bisect_right(self.edges, place - 1), len(self.edges) - 1) if place else 0

    def span(self, number: int) -> tuple[int, int]:
        return (self.edges[number - 1] + 1 if number else 0), self.edges[number]

    def closes_sentence(self, number: int) -> bool:
        edge = self.edges[number]
        return edge >= len(self.text) or bool(_FULL.match(self.text[edge]))

    def first_of_sentence(self, number: int) -> int:
        """The stretch that opens the sentence of this one."""
        while number and not self.closes_sentence(number - 1):
            number -= 1
        return number


def _in_number(text: str, place: int) -> bool:
    return text[place] == "," and text[place - 1 : place].isdigit() and text[place + 1 : place + 4].isdigit()
