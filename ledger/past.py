"""The ledger as it stood at an earlier instant: its entries up to then, which are a prefix of today's.

Size and root of that prefix are what any later checkpoint extends (RFC 9162 consistency), so a figure derived from it
can be held against the ledger at any time, by anybody who has the entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from ledger.errors import CorruptError
from ledger.replay import PACK, Book, genesis_of, no_collection


def until(book: Book, lines: Callable[[], Iterable[bytes]], instant: int) -> Book | None:
    """The book of those entries of ``book`` that were sealed before ``instant`` (ms UTC): ``book`` itself if all were,
    None if the ledger began later.

    ``lines`` gives the ledger's lines anew; they are held against the tree of ``book``. Raises CorruptError if they are
    no longer those that it was made of.
    """
    if book.state.last_at < instant:
        return book
    rest = iter(islice(lines(), book.size))
    genesis = genesis_of(next(rest, b""))
    if genesis.at >= instant:
        return None
    past = Book(genesis)
    with no_collection():
        for line in rest:
            entry = past.check(line, vouched=True)
            if entry.at >= instant:
                break
            past.add(entry)
            if past.size % PACK == 0:
                past.pack()  # a million entries of the past beside those of today
    if book.tree.root(past.size) != past.tree.root():
        raise CorruptError(past.size - 1, "entries", "was changed while it was read")
    return past
