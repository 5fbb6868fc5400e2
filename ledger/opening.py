"""Founding a ledger's folders, and opening them again: what a crash left behind the checkpoint is judged like new."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from ledger import kept, parse, rules, snapshot
from ledger.chain import FIRST_PREV, MerkleTree, leaf_hash, seal
from ledger.checkpoint import Signer, Verifier, open_note, sign_checkpoint
from ledger.durable import make_folder
from ledger.errors import CorruptError, LedgerError, MalformedError, MissingError, SignatureError, StorageError
from ledger.keys import Keys, check_apart, default_folder
from ledger.logkeys import Era
from ledger.replay import Book, genesis_of, load, log_verifiers, resume
from ledger.signing import PrivateKey
from ledger.store import CHECKPOINT, LocalStore
from ledger.types import RULES, VERSION, Checkpoint, Entry, Genesis

_log = logging.getLogger(__name__)


def folders(data: Path | str, keys: Path | str | None) -> tuple[Path, Path]:
    """The data folder and that of the secrets, apart from each other. Raises StorageError if they are not."""
    data = Path(data).absolute()
    folder = default_folder(data) if keys is None else Path(keys).absolute()
    check_apart(data, folder)
    return data, folder


def found(data: Path, keys_folder: Path, secrets: Keys, genesis: Genesis, at: int) -> None:
    """Write entry 0, its checkpoint and the secrets. Raises MalformedError for a genesis that does not fit,
    StorageError if the folders cannot be used."""
    parse.check_genesis(genesis)
    entry = seal(VERSION, RULES, 0, at, FIRST_PREV, genesis, b"")
    rules.genesis_state(entry)
    tree = MerkleTree()
    tree.append(bytes.fromhex(entry.hash))
    note = sign_checkpoint(Checkpoint(genesis.origin, 1, tree.root()), Signer(genesis.origin, secrets.log))
    if (data / "ledger").exists():
        raise StorageError(str(data / "ledger"), "a ledger is here already; open it, or choose another folder")
    make_folder(data)
    secrets.store(keys_folder)
    LocalStore.create(data / "ledger", entry.raw + b"\n", note).close()


def recover(store: LocalStore, secrets: Keys, keys_folder: Path, elsewhere: Sequence[Path] = ()) -> Book:
    """Load what the checkpoint vouches for, admit what lies behind it entry by entry; the rest to quarantine.

    ``elsewhere`` are files of checkpoints that were kept: raises ForkError, before anything is written, unless the
    entries extend each of them; CorruptError if one holds something else, MissingError if it is not there.
    """
    book, checkpoint, rest = _load(store, secrets)
    genesis = book.state.genesis
    reason = ""
    for line in rest:
        try:
            entry = book.check(line)
            book.decide(entry)
            book.add(entry)
        except LedgerError as error:
            reason = str(error)
            break
    # Only now: entries behind an older checkpoint may have replaced the log's key.
    if all(key.public.base64 not in book.state.eras[-1].keys for key in secrets.logs):
        raise MalformedError(
            str(keys_folder), f"these are not the keys of the ledger {genesis.origin}; name its own folder"
        )
    for path in elsewhere:
        kept.require_extended(book.tree, _elsewhere(path, genesis, book.state.eras), str(path))
    if reason:
        _log.warning("entry %d, behind the checkpoint, is not good: %s", book.size, reason)
        store.quarantine(book.end)
    if book.size > checkpoint.size:
        _log.warning("entries %d to %d, behind the checkpoint, were recovered", checkpoint.size, book.size - 1)
        store.put_checkpoint(
            sign_checkpoint(
                Checkpoint(genesis.origin, book.size, book.tree.root()),
                secrets.signer(genesis.origin, book.state.eras[-1].keys),
            )
        )
    return book


def _load(store: LocalStore, secrets: Keys) -> tuple[Book, Checkpoint, Iterator[bytes]]:
    """As ``replay.load``: from the snapshot, if there is a good one and the entries continue it, else from entry 0."""
    note, where = store.checkpoint(), str(store.folder / CHECKPOINT)
    try:
        genesis = genesis_of(next(store.lines(), b""))
        signers = [key for key in secrets.logs if _signed(note, genesis, key)]  # not by one that was replaced
        book = snapshot.read(store.folder, genesis, signers)
        start, length = book.span(book.size - 1)
        last = store.read(start, length + 1)  # with its 0x0A: the next entry is written behind it
        if leaf_hash(last[:-1]) != book.tree.leaf(book.size - 1) or not last.endswith(b"\n"):
            raise CorruptError(book.size - 1, "entries", "not where the snapshot has it")
        return resume(book, store.lines(book.end), note, where)
    except MissingError:
        pass
    except Exception as error:  # whatever it is, the entries know better, and say what is wrong if it is them
        _log.warning("the snapshot is of no use, the state is rebuilt from the entries: %s", error)
    return load(store.lines, note, where)


def _signed(note: bytes, genesis: Entry, key: PrivateKey) -> bool:
    assert isinstance(genesis.event, Genesis)
    try:
        return bool(open_note(note, [Verifier(genesis.event.origin, key.public)]))
    except (MalformedError, SignatureError):
        return False


def _elsewhere(path: Path, genesis: Genesis, eras: Sequence[Era]) -> list[Checkpoint]:
    try:
        return kept.checkpoints(kept.read(path), log_verifiers(genesis, eras), str(path))
    except (MalformedError, SignatureError) as fault:
        why = f"{fault.why}; no checkpoint of this ledger: name the right file, or move this one away"
        raise CorruptError(None, str(path), why) from None
