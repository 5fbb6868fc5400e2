"""From a verified event to a durable entry, one batch at a time; after a failed write, refusal of everything.

``Sealer`` owns the book, the store and the gate. The gate is held while a batch is decided, folded and written, and
while somebody reads the state: nothing is acknowledged or visible before it is durable.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from ledger import parse, rules
from ledger.chain import leaf_hash, seal
from ledger.checkpoint import Signer, sign_checkpoint
from ledger.commit import Item
from ledger.errors import ClockError, CorruptError, LedgerError, StorageError
from ledger.replay import Book
from ledger.snapshot import Snapshots
from ledger.store import ENTRIES, LocalStore
from ledger.types import RULES, VERSION, Checkpoint, Clock, Entry

MAX_JUMP_MS = 5 * 60 * 1000
_log = logging.getLogger(__name__)


class Sealer:
    """The one writer of an open ledger. ``gate`` is re-entrant, so a reader may ask for entries and proofs."""

    def __init__(self, book: Book, store: LocalStore, signer: Callable[[], Signer], clock: Clock) -> None:
        self.book = book
        self.gate = threading.RLock()
        self.note = store.checkpoint()
        self._store, self._signer, self._clock = store, signer, clock
        self._reference = (clock.now(), clock.monotonic())
        self._fatal: StorageError | None = None
        self._closed = False
        self._snapshots = Snapshots(store.folder, book)
        self._snapshots.grown(signer)  # the state was rebuilt, perhaps

    def require_open(self) -> None:
        """Raise StorageError if the ledger was closed or a write failed."""
        if self._fatal is not None:
            raise self._fatal
        if self._closed:
            raise StorageError(str(self._store.folder), "the ledger is closed; open it again")

    def close(self) -> None:
        """Wait for a commit under way and let another process write."""
        with self.gate:
            if not self._closed:
                self._closed = True
                try:
                    if self._fatal is None:
                        self._snapshots.close(self._signer)
                finally:
                    self._store.close()

    def entry(self, seq: int) -> Entry:
        """Entry ``seq`` from the disk. Raises IndexError, StorageError, CorruptError if other bytes lie there now."""
        with self.gate:
            self.require_open()
            if not 0 <= seq < self.book.size:
                raise IndexError(f"entry {seq}: there are {self.book.size} entries")
            raw = self._store.read(*self.book.span(seq))
            if leaf_hash(raw) != self.book.tree.leaf(seq):
                raise CorruptError(seq, str(self._store.folder / ENTRIES), "it was changed since it was recorded")
            return parse.entry(raw, seq, vouched=True)

    def commit(self, items: list[Item]) -> None:
        """Decide, seal and fold each item, write all at once; runs in one thread at a time."""
        with self.gate:
            sealed: list[Item] = []
            start = self.book.size
            try:
                self.require_open()
                for item in items:
                    if item.error is None and self._place(item, start, sealed):
                        sealed.append(item)
                if sealed:
                    self._write(sealed)
            except StorageError as error:
                self._fail(items, error)
            except BaseException as error:  # interrupted in the middle: what was folded may not be written
                self._fail(items, StorageError(str(self._store.folder), f"interrupted ({error!r}); start again"))
                raise
            else:
                self._snapshots.grown(self._signer)

    def _place(self, item: Item, start: int, sealed: list[Item]) -> bool:
        """Give ``item`` its entry: an earlier one of the same bytes (False), or a new one, not yet written."""
        book, signed, state = self.book, item.signed, self.book.state
        try:
            if not item.verified:
                raise LedgerError("interrupted before it was recorded; submit the same bytes again")
            known = rules.submitted(state, signed)
            if known is not None:
                item.entry = sealed[known - start].entry if known >= start else self.entry(known)
                return False
            at = self._time()
            rules.decide(state, signed, at, verified=True)
            entry = seal(VERSION, RULES, book.size, at, state.last_hash, signed.event, signed.sig, signed.payload)
        except StorageError:
            raise
        except Exception as error:  # a refusal, or a fault in the rules: nothing was changed, the others go on
            item.error = error
            return False
        try:
            book.add(entry)
        except Exception as error:  # decided, but not folded: the state in memory can no longer be trusted
            raise StorageError(
                "state", f"entry {entry.seq} could not be folded ({error}); stop and start again"
            ) from error
        item.entry = entry
        return True

    def _write(self, sealed: list[Item]) -> None:
        lines = b"".join(item.entry.raw + b"\n" for item in sealed if item.entry is not None)
        book = self.book
        note = sign_checkpoint(Checkpoint(book.state.genesis.origin, book.size, book.tree.root()), self._signer())
        self._store.append(lines, note)
        self.note = note

    def _fail(self, items: list[Item], error: StorageError) -> None:
        """After a failed write nothing in memory counts: tell everybody who waits, and refuse from now on."""
        if self._fatal is None and not self._closed:
            self._fatal = StorageError(
                error.path, "an earlier write failed; end this process and start it again, which recovers"
            )
            _log.critical("%s", error)
        for item in items:
            item.entry, item.error = None, item.error or error

    def _time(self) -> int:
        """The ``at`` of an entry to seal. Raises ClockError if the clock cannot be believed."""
        now, monotonic = self._clock.now(), self._clock.monotonic()
        last = self.book.state.last_at
        if now < last:
            raise ClockError(f"the clock is {last - now} ms behind the newest entry")
        jump = (now - self._reference[0]) - (monotonic - self._reference[1])
        if abs(jump) > MAX_JUMP_MS:
            raise ClockError(
                f"the clock jumped by {jump / 1000:.0f} s since the last entry (restart to accept a true clock)"
            )
        self._reference = (now, monotonic)
        return now
