"""A ledger's folder as commands that only read see it: without its lock, also while the bot runs."""

from __future__ import annotations

from pathlib import Path

from ledger import store
from ledger.keys import Keys
from ledger.replay import Book, load
from ledger.texts import Texts


def ledger_folder(data: Path) -> Path:
    """Where the entries lie: in a data folder the folder ``ledger``, of an export the folder itself."""
    return data / "ledger" if (data / "ledger").is_dir() or not (data / store.ENTRIES).exists() else data


def read_book(data: Path) -> tuple[Book, Path, bytes]:
    """The ledger folded up to its checkpoint, read without its lock; its folder; that checkpoint."""
    folder = ledger_folder(data)
    checkpoint = store.read_checkpoint(folder)
    book, _, _ = load(lambda: store.read_lines(folder), checkpoint, str(folder / store.CHECKPOINT))
    return book, folder, checkpoint


def texts_beside(data: Path, keys: Path) -> Texts | None:
    """The texts beside the ledger, if both they and their key are here: an export and an auditor have neither."""
    if not (data / "texts").is_dir() or not keys.is_dir():
        return None
    return Texts(data / "texts", Keys.load(keys).texts)
