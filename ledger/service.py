"""``Ledger``: the only door for callers. Composes store, keys, texts, custody, rules; adds order, durability, time.

Threads. ``submit`` may be called from many threads: signatures are verified in the callers' threads, and a group commit
writes and syncs what came together. Nothing is acknowledged or visible before it is durable: whoever reads the state
takes it inside ``with ledger.reading() as state:``, which waits for a commit under way and holds the next one back, so
that the state neither changes nor shows an entry that is not on the disk. A program that reads and submits in one
thread only may use ``ledger.state`` directly. Keep the block short and do not submit inside it from another thread and
wait.

A failed write or sync is told as StorageError, and from then on the ledger refuses everything: the process must end,
and the next start recovers from what truly is on the disk.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ledger import below, canonical, cosigned, parse, receipts, rules, status
from ledger.checking import Checking
from ledger.checkpoint import Signer
from ledger.commit import Committer, Item
from ledger.custody import SCRYPT_N, Custody, OpenKey
from ledger.errors import LedgerError, MissingError, StorageError
from ledger.keys import Keys
from ledger.opening import folders, found, recover
from ledger.replay import Book, log_verifiers
from ledger.sealing import Sealer
from ledger.signing import PrivateKey
from ledger.state import State
from ledger.store import LocalStore
from ledger.texts import Texts
from ledger.types import Actor, Body, Checkpoint, Clock, Entry, Event, Genesis, RegistrarKey, SignedEvent


class Ledger:
    """An open ledger. Make one with ``create`` or ``open``; close it, or use it as a context manager."""

    def __init__(self, data: Path, store: LocalStore, keys: Keys, book: Book, clock: Clock, scrypt_n: int) -> None:
        self._keys, self._book, self._clock, self._folder = keys, book, clock, store.folder
        self._sealer = Sealer(book, store, self._signer, clock)
        self.cosigned = cosigned.Cosigned(store.folder, book, self._sealer.gate)
        self._committer = Committer(Checking(self._sealer, os.cpu_count() or 1), self._sealer.commit)
        self.texts = Texts(data / "texts", keys.texts)
        self.custody = Custody(data / "held", keys.wrapping, clock, scrypt_n=scrypt_n)

    # Making and opening.

    @classmethod
    def create(
        cls,
        data: Path | str,
        keys: Path | str | None = None,
        *,
        origin: str,
        registrar_keys: Sequence[RegistrarKey],
        thresholds: Mapping[str, int] | None = None,
        demo: bool = False,
        clock: Clock,
        scrypt_n: int = SCRYPT_N,
    ) -> Ledger:
        """Make a new ledger with new secrets, and open it.

        ``thresholds`` are ``{"log": signatures to rotate a log key, "payer": registrars to enrol a payer}``, 1 each by
        default. Raises MalformedError for parts that do not fit, StorageError if the folders cannot be used.
        """
        data, keys_folder = folders(data, keys)
        secrets = Keys.generate()
        genesis = Genesis(
            origin=origin,
            log_keys=(secrets.log.public.base64,),
            registrar_keys=tuple(registrar_keys),
            thresholds=dict(thresholds or {"log": 1, "payer": 1}),
            demo=demo,
            nonce=os.urandom(16).hex(),
        )
        found(data, keys_folder, secrets, genesis, clock.now())
        return cls.open(data, keys_folder, clock, scrypt_n=scrypt_n)

    @classmethod
    def open(
        cls,
        data: Path | str,
        keys: Path | str | None = None,
        clock: Clock | None = None,
        *,
        kept: Sequence[Path] = (),
        scrypt_n: int = SCRYPT_N,
    ) -> Ledger:
        """Open an existing ledger for writing, recovering what a crash left behind the checkpoint.

        ``kept`` are files of checkpoints kept elsewhere: raises ForkError if one is newer or different. Raises
        MissingError, LockedError, StorageError, MalformedError for bad keys, and CorruptError naming the first bad
        entry if anything below the checkpoint is not there and true.
        """
        if clock is None:
            raise TypeError("a ledger needs a clock")
        data, keys_folder = folders(data, keys)
        secrets = Keys.load(keys_folder)
        store = LocalStore(data / "ledger")
        try:
            book = recover(store, secrets, keys_folder, [*kept, *cosigned.there(store.folder)])
            return cls(data, store, secrets, book, clock, scrypt_n)
        except BaseException:
            store.close()
            raise

    def close(self) -> None:
        """Wait for a commit under way and let another process write. Closing twice is no error."""
        self._sealer.close()
        self._committer.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Reading.

    @property
    def id(self) -> str:
        """The ledger's identity: the hash of its genesis, hex."""
        return self._book.state.ledger

    @property
    def genesis(self) -> Genesis:
        return self._book.state.genesis

    @property
    def log_vkey(self) -> str:
        """The verifier key of the log, which checkers trust."""
        return self._signer().verifier.vkey

    @property
    def log_vkeys(self) -> list[str]:
        """Every verifier key that the log ever had: what vouches for checkpoints of any size."""
        return [each.vkey for each in log_verifiers(self.genesis, self._book.state.eras)]

    def _signer(self) -> Signer:  # asked each time: an entry may replace the log's key
        return self._keys.signer(self.genesis.origin, self._book.state.eras[-1].keys)

    @contextlib.contextmanager
    def reading(self) -> Iterator[State]:
        """The folded state, which stands still and shows only durable entries inside the ``with`` block."""
        with self._sealer.gate:
            self._sealer.require_open()
            yield self._book.state

    @property
    def state(self) -> State:
        """The folded state, for callers in the one thread that submits. Others use ``reading``."""
        with self.reading() as state:
            return state

    def checkpoint(self) -> bytes:
        """The newest signed checkpoint, a C2SP note."""
        with self._sealer.gate:
            self._sealer.require_open()
            return self._sealer.note

    def entry(self, seq: int) -> Entry:
        """Entry ``seq``. Raises IndexError if there is none, StorageError."""
        return self._sealer.entry(seq)

    def below(self) -> Iterator[int]:
        """Read the entries again that the state was not folded from, because a snapshot had it: see ``below.reread``.
        None at all if the ledger was opened from its entries."""
        return below.reread(self._folder, self._book.tree, self._book.snapshot)

    def requested(self, actor: Actor, request: str) -> Entry | None:
        """The entry that used this request id of the actor, for who must know whether a submission arrived; or None."""
        with self.reading() as state:
            event = Event(self.id, "", actor.party, actor.person, actor.key, request, "", 0, {})
            found = state.submitted(event)
            return None if found is None else self.entry(found[0])

    def receipt(self, seq: int) -> bytes:
        """A receipt for entry ``seq``, under the newest cosigned checkpoint that covers it, else under the newest one;
        see ``receipts``. Raises as ``entry``."""
        with self._sealer.gate:
            self.entry(seq)
            book = self._book
            note, size = self.cosigned.covering(seq) or (self._sealer.note, book.size)
            return receipts.make(seq, self.entry, book.state, book.enrolment, book.tree, note, size)

    def status(self, receivable: str) -> bytes:
        """A statement signed by the log's key of what is true now of a receivable, by its id; see ``status``.

        Raises MissingError for an id that is not in the ledger, StorageError.
        """
        with self.reading() as state:
            found = state.receivables.get(receivable)
            if found is None:
                raise MissingError(f"receivable {receivable}")
            checkpoint = Checkpoint(state.genesis.origin, self._book.size, self._book.tree.root())
            return status.sign(status.stated(state, found, checkpoint, self._clock.now()), self._signer())

    def fingerprint(
        self,
        supplier_uscc: str,
        payer: str,
        *,
        invoice: tuple[str, str] | None = None,
        contract: tuple[str, str] | None = None,
    ) -> str:
        """The keyed fingerprint of a claim (docs/format.md): unique among claims, and telling strangers nothing.

        ``payer`` is its USCC, or its name if that is unknown; ``invoice`` is (code or "", number), ``contract`` is
        (number, milestone). Exactly one of the two is given. Full-width and half-width, upper and lower case are the
        same.
        """
        return self._keys.fingerprint_of(supplier_uscc, payer, invoice, contract)

    # Writing.

    def prepare(
        self, kind: str, actor: Actor, body: Body, *, request: str | None = None, proposal: str | None = None
    ) -> tuple[Event, bytes]:
        """The event that ``actor`` would sign now, and its canonical bytes, the payload to sign.

        It is wrapped in ``propose`` where the rules ask for two people, and decided in advance, so a refusal comes
        before anybody signs. ``request`` is 32 hex digits (random by default); ``proposal`` is the entry hash that
        ``endorse`` and ``return`` refer to. Raises Refusal, MalformedError.
        """
        with self.reading() as state:
            canonical.check(dict(body), "body")
            if rules.needs_two(state, actor.party, kind, body):
                kind, body = "propose", {"type": kind, "body": dict(body)}
            now = self._clock.now()
            event = Event(
                ledger=self.id,
                type=kind,
                party=actor.party,
                person=actor.person,
                key=actor.key,
                request=request or os.urandom(16).hex(),
                ref=rules.ref_for(state, kind, actor.party, body, proposal=proposal),
                signed_at=now,
                body=body,
            )
            payload = canonical.dumps(parse.event_value(event), "event")
            rules.decide(state, SignedEvent(event, payload, b""), max(now, state.last_at), verified=True)
            return event, payload

    def submit(self, signed: SignedEvent) -> Entry:
        """Record a signed event; its entry, durable. The same event bytes give the same entry again.

        Raises MalformedError, SignatureError, Refusal (nothing is consumed), ClockError, StorageError (the process must
        end; what was submitted is uncertain: submit the same bytes after the restart).
        """
        item = Item(signed)
        self._committer.run([item])
        if item.error is not None:
            raise item.error
        assert item.entry is not None
        return item.entry

    def submit_many(self, batch: Sequence[SignedEvent]) -> list[Entry | LedgerError]:
        """Submit in order, in one commit; for each its entry, or the error that ``submit`` would raise.

        Signatures are verified before the batch is decided: a key enrolled in a batch signs in the next one. Raises
        StorageError.
        """
        items = [Item(signed) for signed in batch]
        if items:
            self._committer.run(items)
        found: list[Entry | LedgerError] = []
        for item in items:
            outcome = item.error or item.entry
            if isinstance(outcome, StorageError) or not isinstance(outcome, Entry | LedgerError):
                raise outcome or AssertionError("an item without an outcome")
            found.append(outcome)
        return found

    def sign_and_submit(self, payload: bytes, key: PrivateKey | OpenKey) -> Entry:
        """Sign what ``prepare`` gave and submit it."""
        return self.submit(SignedEvent(parse.event(payload), payload, key.sign(payload)))
