"""Reading a ledger's lines again: the fold of entries with the checks that need no signature.

``Book`` is what a running ledger keeps in memory: the folded state, the Merkle tree, where each line lies. Opening,
audit and sealing all grow it by the same two steps: ``check`` (is this line the next entry?) and ``add`` (fold it).
"""

from __future__ import annotations

import contextlib
import gc
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence

from ledger import logkeys, packing, parse, rules
from ledger.chain import FIRST_PREV, MerkleTree, seal
from ledger.checkpoint import Note, Verifier, parse_checkpoint
from ledger.errors import CorruptError, MalformedError, Refusal, SignatureError
from ledger.logkeys import Era
from ledger.packed import Places
from ledger.records import Words
from ledger.state import State
from ledger.types import EVENT_TYPES, RULES, VERSION, Checkpoint, Entry, Event, Genesis, SignedEvent

PACK = 50_000  # entries that are folded again before what they came to is packed
ENROLMENT = frozenset({"invite", "enrol", "propose", "endorse"})


def is_known(entry: Entry) -> bool:
    """Whether this version of the software knows what the entry means."""
    if entry.v != VERSION or not 1 <= entry.rules <= RULES:
        return False
    return isinstance(entry.event, Genesis) or entry.event.type in EVENT_TYPES


class Book:
    """The ledger in memory: ``state``, ``tree``, byte ``offsets`` of the lines, and where enrolment entries are.

    ``unknown`` is the first entry that this version does not know; from then on nothing may be written. ``snapshot`` is
    the size of the snapshot that it was read from (0: none), ``words`` are those that packed records refer to.
    """

    __slots__ = ("enrolment", "offsets", "snapshot", "state", "tree", "unknown", "words")

    def __init__(self, genesis: Entry) -> None:
        self.state: State = rules.genesis_state(genesis)
        self.tree = MerkleTree()
        self.tree.append(bytes.fromhex(genesis.hash))
        self.offsets = array("Q", [0, len(genesis.raw) + 1])
        self.enrolment = Places()
        self.unknown: int | None = None
        self.snapshot = 0
        self.words = Words()

    @property
    def size(self) -> int:
        return self.tree.size

    @property
    def end(self) -> int:
        """Bytes of all lines so far."""
        return self.offsets[-1]

    def span(self, seq: int) -> tuple[int, int]:
        """Offset and length of an entry's bytes, without the 0x0A."""
        start = self.offsets[seq]
        return start, self.offsets[seq + 1] - start - 1

    def check(self, line: bytes, *, vouched: bool = False) -> Entry:
        """The next entry in ``line`` (with its 0x0A): shape, place, link, time, rules. Raises MalformedError.

        ``vouched`` as in ``parse.entry``.
        """
        seq = self.tree.size
        entry = parse.entry(whole(line, seq), seq, vouched=vouched)
        state = self.state
        if entry.prev != state.last_hash:
            raise MalformedError(f"entry {seq}.prev", "does not match the entry before; one of the two was changed")
        if entry.at < state.last_at:
            raise MalformedError(f"entry {seq}.at", "before the entry before")
        if entry.rules < state.rules:
            raise MalformedError(f"entry {seq}.rules", "an older version than the entry before")
        return entry

    def add(self, entry: Entry) -> None:
        """Fold an entry that was checked (and decided, if it is new)."""
        rules.apply(self.state, entry)
        self.tree.append(bytes.fromhex(entry.hash))
        self.offsets.append(self.offsets[-1] + len(entry.raw) + 1)
        if isinstance(entry.event, Event) and entry.event.type in ENROLMENT:
            self.enrolment[entry.hash] = entry.seq
        if self.unknown is None and self.state.frozen:
            self.unknown = entry.seq

    def pack(self) -> None:
        """Pack the state; records given out before are to be asked for anew."""
        packing.pack(self.state, self.words, self.tree)
        self.enrolment.packed.pack()

    def decide(self, entry: Entry) -> None:
        """Judge an entry as if it were submitted now, at its own time. Raises Refusal or SignatureError."""
        if not is_known(entry):
            raise Refusal(
                "unknown-version", f"entry {entry.seq} is of a version or type that this software does not know",
                "use the software that wrote it, or a newer one",
            )  # fmt: skip
        rules.decide(self.state, signed(entry), entry.at, version=entry.rules)


def whole(line: bytes, seq: int) -> bytes:
    """The line without its 0x0A; raises MalformedError if it has none."""
    if not line.endswith(b"\n"):
        raise MalformedError(f"entry {seq}", "the line is cut off")
    return line[:-1]


def signed(entry: Entry) -> SignedEvent:
    """The signed event inside an entry that is not the genesis."""
    assert isinstance(entry.event, Event)
    return SignedEvent(entry.event, parse.payload(entry), entry.sig)


def genesis_of(line: bytes) -> Entry:
    """Entry 0 from its line. Raises CorruptError."""
    try:
        entry = parse.entry(whole(line, 0), 0)
        if entry.prev != FIRST_PREV:
            raise MalformedError("entry 0.prev", "not 64 zeros")
        return entry
    except MalformedError as error:
        raise CorruptError(0, error.where, error.why) from None


def log_verifiers(genesis: Genesis, eras: Sequence[Era] = ()) -> list[Verifier]:
    """Every key that ever was the log's, by ``eras``, else those of the genesis. Raises SignatureError."""
    return logkeys.verifiers(genesis, eras or logkeys.begin(genesis))


def eras_of(lines: Iterable[bytes]) -> tuple[Genesis, tuple[Era, ...]]:
    """The genesis of a ledger's lines, and the eras of its log's keys. Raises CorruptError."""
    rest = iter(lines)
    entry = genesis_of(next(rest, b""))
    assert isinstance(entry.event, Genesis)
    return entry.event, logkeys.scan(entry.event, entry.hash, rest)


def trusted_checkpoint(
    data: bytes, genesis: Genesis, where: str = "checkpoint", eras: Sequence[Era] = ()
) -> Checkpoint:
    """The checkpoint in ``data``, signed by a log key in force at its size: by ``eras``, else one of the genesis.
    Raises CorruptError."""
    try:
        return logkeys.open_at(data, genesis, eras or logkeys.begin(genesis), where)
    except (MalformedError, SignatureError) as error:
        raise CorruptError(None, where, f"{error.why}; put back the newest copy that was kept") from None


def first_bad(lines: Iterable[bytes], checkpoint: Checkpoint | None) -> CorruptError | None:
    """The first entry whose bytes cannot be what the checkpoint speaks of; None if chain and root hold.

    Looks at shapes, places and links alone, as far as the checkpoint reaches (or to the end, without one).
    """
    tree, last = MerkleTree(), None
    rest = iter(lines)
    for line in rest:
        seq = tree.size
        if checkpoint is not None and seq == checkpoint.size:
            break
        entry = _shaped(line, seq)
        if isinstance(entry, CorruptError):
            return entry
        if last is not None and entry.prev != last.hash:
            return _blame(last, entry, _shaped(next(rest, b""), seq + 1), tree, checkpoint)
        tree.append(bytes.fromhex(entry.hash))
        last = entry
    if checkpoint is None:
        return None
    if tree.size < checkpoint.size:
        why = f"missing: the checkpoint speaks of {checkpoint.size} entries, {tree.size} are there"
        return CorruptError(tree.size, "entries", why)
    if tree.root() != checkpoint.root:
        why = "the chain does not lead to the checkpoint's root: this entry, or a run up to it, was changed"
        return CorruptError(tree.size - 1, "entries", why)
    return None


def _shaped(line: bytes, seq: int) -> Entry | CorruptError:
    try:
        return parse.entry(whole(line, seq), seq)
    except MalformedError as error:
        return CorruptError(seq, error.where, error.why)


def _blame(
    last: Entry, entry: Entry, following: Entry | CorruptError, tree: MerkleTree, checkpoint: Checkpoint | None
) -> CorruptError:
    """Which of two whole entries with a broken link between them was changed.

    If the entry after ``entry`` does not speak of it either, or the root speaks of it as sealed over ``last``, it is
    the one; in every other case the link speaks against ``last``.
    """
    assert isinstance(entry.event, Event)
    if isinstance(following, Entry):
        own = following.prev != entry.hash
    else:
        again = seal(entry.v, entry.rules, entry.seq, entry.at, last.hash, entry.event, entry.sig, parse.payload(entry))
        tree.append(bytes.fromhex(again.hash))
        own = checkpoint is not None and checkpoint.size == tree.size and tree.root() == checkpoint.root
    bad, other = (entry, last) if own else (last, entry)
    return CorruptError(bad.seq, "entries", f"changed: entries {bad.seq} and {other.seq} no longer fit together")


@contextlib.contextmanager
def no_collection() -> Iterator[None]:
    """Without cyclic garbage collection: folding makes many objects and no garbage, and walking them costs a fifth."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def load(
    lines: Callable[[], Iterator[bytes]], checkpoint: bytes, where: str
) -> tuple[Book, Checkpoint, Iterator[bytes]]:
    """The book up to the checkpoint, the checkpoint, and the lines behind it, for the caller to judge.

    Every entry's shape, place, link and hash is checked, and the root against the signed checkpoint, which makes any
    change below it visible; signatures and decisions are the full audit's. Raises CorruptError naming the first bad
    entry.
    """
    rest = lines()
    genesis = genesis_of(next(rest, b""))
    assert isinstance(genesis.event, Genesis)
    try:
        signed_size = _signed_checkpoint(checkpoint, genesis, lines, where)
    except (CorruptError, SignatureError):
        fault = first_bad(lines(), None)
        if fault is not None:
            raise fault from None
        raise
    book = Book(genesis)
    try:
        with no_collection():
            while book.size < signed_size.size:
                book.add(book.check(next(rest, b""), vouched=True))
                if book.size % PACK == 0:
                    book.pack()
    except Exception as error:  # whatever a changed entry does to the fold, the answer is the same
        fault = first_bad(lines(), signed_size)
        if fault is None:
            fault = CorruptError(book.size, "entries", f"cannot be folded ({error})")
        raise fault from error
    if book.tree.root(signed_size.size) != signed_size.root:
        raise first_bad(lines(), signed_size) or CorruptError(None, where, "the root does not match")
    trusted_checkpoint(checkpoint, genesis.event, where, book.state.eras)  # by then the key may have been retired
    return book, signed_size, rest


def resume(
    book: Book, lines: Iterator[bytes], checkpoint: bytes, where: str
) -> tuple[Book, Checkpoint, Iterator[bytes]]:
    """As ``load``, from a book that vouches for itself, with the ``lines`` behind it. Raises CorruptError,
    MalformedError or SignatureError if the entries or the checkpoint do not continue it, whosever fault that is."""
    claimed = parse_checkpoint(Note.parse(checkpoint, where).text, where).size
    if claimed < book.size:
        raise CorruptError(None, where, f"speaks of {claimed} entries only")
    with no_collection():
        while book.size < claimed:
            book.add(book.check(next(lines, b""), vouched=True))
    signed_size = trusted_checkpoint(checkpoint, book.state.genesis, where, book.state.eras)
    if book.tree.root() != signed_size.root:
        raise CorruptError(None, where, "is of other entries")
    return book, signed_size, lines


def _signed_checkpoint(
    checkpoint: bytes, genesis: Entry, lines: Callable[[], Iterator[bytes]], where: str
) -> Checkpoint:
    """The checkpoint, if a log key of the genesis signed it; if not, by the keys that the entries themselves bring,
    which are looked for only then."""
    assert isinstance(genesis.event, Genesis)
    try:
        return trusted_checkpoint(checkpoint, genesis.event, where)
    except CorruptError:
        eras = logkeys.scan(genesis.event, genesis.hash, lines())
        if len(eras) == 1:
            raise
        return trusted_checkpoint(checkpoint, genesis.event, where, eras)
