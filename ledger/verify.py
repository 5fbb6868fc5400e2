"""The full audit: every byte, link, signature and decision of a ledger's folder, from the genesis on.

It needs nothing but the folder ``ledger`` of the data: no keys, no lock. Signatures are checked by worker processes
beside the one that folds and decides. A ledger that a process writes meanwhile is audited up to its checkpoint.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ledger import kept, rules, store
from ledger.checkpoint import Verifier
from ledger.errors import CorruptError, LedgerError, MalformedError, Refusal, SignatureError
from ledger.replay import (
    Book,
    eras_of,
    first_bad,
    genesis_of,
    is_known,
    log_verifiers,
    no_collection,
    signed,
    trusted_checkpoint,
)
from ledger.signatures import Signatures
from ledger.types import Checkpoint, Entry, Event, Genesis

STEP = 1000  # entries between two words of progress
MILESTONE = 50_000  # entries between two checkpoints that an interrupted audit can go on from
SMALL = 3000  # entries; below it, starting processes costs more than it saves


@dataclass(frozen=True, slots=True)
class KeyUse:
    """A key that signed entries: whose, how it is kept ("own", "held", "registrar") and how many entries."""

    key: str
    party: str
    person: str
    custody: str
    entries: int


@dataclass(frozen=True, slots=True)
class Audit:
    """What a sound ledger shows. Instants are milliseconds UTC."""

    ledger: str
    origin: str
    demo: bool
    entries: int
    first_at: int
    last_at: int
    checkpoint: Checkpoint
    log_keys: tuple[str, ...]  # verifier keys, as checkers trust them
    keys: tuple[KeyUse, ...]
    verified: int  # signatures checked now; fewer than entries after a trusted checkpoint
    behind: int  # sound entries behind the checkpoint, which nobody was told of yet
    unknown: int | None  # the first entry that this version does not know
    proof: tuple[bytes, ...] = ()  # consistency of the checkpoint with the one that was trusted


def audit(
    folder: Path | str,
    *,
    ledger: str | None = None,
    log_vkey: str | None = None,
    since: Checkpoint | None = None,
    processes: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    entry: Callable[[Entry], None] | None = None,
    milestone: Callable[[Checkpoint], None] | None = None,
) -> Audit:
    """Check the ledger in ``folder`` (the data folder, or the folder ``ledger`` in it) and say what it holds.

    ``ledger`` (the genesis hash) and ``log_vkey`` are the checker's roots of trust, if it has any. ``since`` is a
    checkpoint that the checker verified before: entries below it are folded and must lead to its root, and only what is
    new has its signatures and decisions checked. ``progress`` is told now and then how many entries of how many are
    done, ``entry`` each entry behind ``since`` once it was decided, ``milestone`` from time to time a checkpoint up to
    which everything is verified. Raises CorruptError naming the first bad entry, MissingError, StorageError.
    """
    place = Path(folder)
    if (place / "ledger").is_dir():
        place = place / "ledger"
    live = store.in_use(place)
    note = store.read_checkpoint(place)
    lines = store.read_lines(place)
    genesis = genesis_of(next(lines, b""))
    assert isinstance(genesis.event, Genesis)
    where = str(place / store.CHECKPOINT)
    try:
        _, eras = eras_of(store.read_lines(place))
        verifiers = log_verifiers(genesis.event, eras)
        checkpoint = trusted_checkpoint(note, genesis.event, where, eras)
    except (CorruptError, SignatureError) as error:
        raise first_bad(store.read_lines(place), None) or _as_corrupt(0, error) from None
    _check_roots(genesis.event, genesis.hash, verifiers, ledger, log_vkey)
    watch = _Watch(progress, entry, milestone)
    size = os.cpu_count() or 1 if processes is None else processes
    if checkpoint.size < SMALL:
        size = 0
    with Signatures(size) as signatures:
        with no_collection():
            book, used = _replay(genesis, lines, place, checkpoint, since, signatures, watch, live=live)
        signatures.finish()
        if signatures.bad is not None:
            raise CorruptError(signatures.bad, "entries", "the signature is not by its key over these bytes")
    return Audit(
        ledger=genesis.hash,
        origin=genesis.event.origin,
        demo=genesis.event.demo,
        entries=book.size,
        first_at=genesis.at,
        last_at=book.state.last_at,
        checkpoint=checkpoint,
        log_keys=tuple(verifier.vkey for verifier in verifiers),
        keys=_keys(book, used),
        verified=signatures.checked,
        behind=book.size - checkpoint.size,
        unknown=book.unknown,
        proof=_proof(book, since, checkpoint),
    )


def _proof(book: Book, since: Checkpoint | None, checkpoint: Checkpoint) -> tuple[bytes, ...]:
    if since is None or since.size > checkpoint.size:  # beyond it, the entries themselves were compared
        return ()
    return tuple(kept.proof(book.tree, since, checkpoint))


class _ListenerError(Exception):
    def __init__(self, error: Exception) -> None:
        self.error = error


@dataclass(frozen=True, slots=True)
class _Watch:
    """Whom to tell how the audit goes on."""

    progress: Callable[[int, int], None] | None
    entry: Callable[[Entry], None] | None
    milestone: Callable[[Checkpoint], None] | None

    def went_on(self, book: Book, entry: Entry, total: int, signatures: Signatures, *, new: bool) -> None:
        """Tell. Raises _ListenerError for what went wrong there, which says nothing of the ledger."""
        try:
            self._tell(book, entry, total, signatures, new=new)
        except Exception as error:
            raise _ListenerError(error) from error

    def _tell(self, book: Book, entry: Entry, total: int, signatures: Signatures, *, new: bool) -> None:
        if new and self.entry is not None:
            self.entry(entry)
        if self.progress is not None and book.size % STEP == 0:
            self.progress(book.size, total)
        if new and self.milestone is not None and book.size % MILESTONE == 0:
            signatures.finish()
            if signatures.bad is None:
                self.milestone(Checkpoint(book.state.genesis.origin, book.size, book.tree.root()))


def _check_roots(
    genesis: Genesis, identity: str, verifiers: list[Verifier], ledger: str | None, vkey: str | None
) -> None:
    if ledger is not None and identity != ledger:
        raise CorruptError(0, "entries", f"another ledger: its genesis is {identity}, not {ledger}")
    if vkey is not None and all(verifier.vkey != vkey for verifier in verifiers):
        raise CorruptError(0, "entries", f"the genesis of {genesis.origin} does not name the log key {vkey}")


def _replay(
    genesis: Entry,
    lines: Iterator[bytes],
    place: Path,
    checkpoint: Checkpoint,
    since: Checkpoint | None,
    signatures: Signatures,
    watch: _Watch,
    *,
    live: bool,
) -> tuple[Book, dict[str, int]]:
    """Fold and decide every entry, its signature to ``signatures``. Raises CorruptError for the first bad one."""
    try:
        book = Book(genesis)
    except (MalformedError, SignatureError) as error:  # a registrar's key that is none
        raise _as_corrupt(0, error) from None
    used: dict[str, int] = {}
    trusted = since.size if since is not None else 1
    try:
        for line in lines:
            if live and book.size >= checkpoint.size:
                break
            entry = book.check(line)
            event = entry.event
            assert isinstance(event, Event)
            if entry.seq >= trusted:
                _judge(book, entry, signatures)
            book.add(entry)
            used[event.key] = used.get(event.key, 0) + 1
            watch.went_on(book, entry, checkpoint.size, signatures, new=entry.seq >= trusted)
            if since is not None and book.size == since.size and book.tree.root() != since.root:
                raise CorruptError(None, "entries", f"the first {since.size} entries are not those checked before")
        if book.size < checkpoint.size or book.tree.root(checkpoint.size) != checkpoint.root:
            raise MalformedError("entries", "do not lead to the checkpoint")
        if since is not None and book.size < since.size:
            raise CorruptError(book.size, "entries", f"missing: {since.size} entries were checked before")
    except _ListenerError as error:
        raise error.error from None
    except Exception as error:  # a changed entry may break the fold in any way; the answer is the same
        raise _first(book.size, error, place, checkpoint, signatures) from error
    return book, used


def _judge(book: Book, entry: Entry, signatures: Signatures) -> None:
    assert isinstance(entry.event, Event)
    readable = book.unknown is None and is_known(entry)
    try:
        key = rules.signer_key(book.state, entry.event)
    except Refusal:
        if readable:
            raise
        return  # the key may have been enrolled by an entry that this version cannot read
    subject = signed(entry)
    signatures.add(entry.seq, key, subject.payload, subject.sig)
    if readable:
        rules.decide(book.state, subject, entry.at, verified=True, version=entry.rules)


def _first(seq: int, error: Exception, place: Path, checkpoint: Checkpoint, signatures: Signatures) -> CorruptError:
    """The first bad entry, of what the fold stumbled over, the chain shows, and the signatures say."""
    faults = [_as_corrupt(seq, error)]
    chain = first_bad(store.read_lines(place), checkpoint)
    if chain is not None:
        faults.insert(0, chain)
    signatures.finish()
    if signatures.bad is not None:
        faults.append(CorruptError(signatures.bad, "entries", "the signature is not by its key over these bytes"))
    known = [fault for fault in faults if fault.seq is not None]
    return min(known, key=lambda fault: fault.seq or 0) if known else faults[0]


def _as_corrupt(seq: int, error: Exception) -> CorruptError:
    if isinstance(error, CorruptError):
        return error
    if isinstance(error, MalformedError | SignatureError):
        return CorruptError(seq, error.where, f"{error.where}: {error.why}")
    if isinstance(error, LedgerError):
        return CorruptError(seq, "entries", f"the rules do not admit it: {error}")
    return CorruptError(seq, "entries", f"cannot be folded ({type(error).__name__}: {error})")


def _keys(book: Book, used: dict[str, int]) -> tuple[KeyUse, ...]:
    found = []
    for key, count in used.items():
        owner = book.state.keys.get(key)
        person = book.state.people.get(owner) if owner is not None else None
        if person is None:
            found.append(KeyUse(key, "", "", "unknown", count))
        else:
            custody = "registrar" if person.seq == 0 else person.custody_of(key)
            found.append(KeyUse(key, person.party, person.person, custody, count))
    return tuple(found)
