"""The folder of secrets, apart from the data: log key, wrapping key of held keys, fingerprint key, key of texts.

It is never inside the data folder (nor the data inside it), so that a backup of the data carries no key. The folder has
mode 0700, its files 0600; a folder that others may read is refused, as ssh does.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ledger import fingerprint
from ledger.checkpoint import Signer
from ledger.durable import create_file, make_folder, remove_file, replace_file, storage, sync_folder
from ledger.errors import MalformedError, MissingError, StorageError
from ledger.signing import PrivateKey

LOG = "log.pem"
NEXT_LOG = "log-next.pem"
WRAPPING = "wrapping.key"
FINGERPRINT = "fingerprint.key"
TEXTS = "texts.key"
_SECRETS = (WRAPPING, FINGERPRINT, TEXTS)


def default_folder(data: Path) -> Path:
    """Where the secrets of the data folder lie unless the caller says otherwise: its name with ``.keys`` behind it."""
    whole = data.absolute()
    return whole.with_name(whole.name + ".keys")


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """The secrets of one ledger. Never printed."""

    log: PrivateKey
    wrapping: bytes
    fingerprint: bytes
    texts: bytes
    next_log: PrivateKey | None = None  # while the log's key is being replaced

    @property
    def logs(self) -> tuple[PrivateKey, ...]:
        """The log's key, and the one that is to take its place, if there is one."""
        return (self.log,) if self.next_log is None else (self.log, self.next_log)

    def signer(self, origin: str, in_force: Sequence[str]) -> Signer:
        """Who signs checkpoints: the key among ``in_force`` (base64). Raises MalformedError if none of them is here."""
        for key in self.logs:
            if key.public.base64 in in_force:
                return Signer(origin, key)
        raise MalformedError("keys folder", f"none of the log keys of {origin} that are in force; restore the new one")

    @classmethod
    def generate(cls) -> Keys:
        return cls(PrivateKey.generate(), os.urandom(32), os.urandom(32), os.urandom(32))

    @classmethod
    def load(cls, folder: Path) -> Keys:
        """Read the folder. Raises MissingError, MalformedError, or StorageError (also if others may read it)."""
        if not folder.is_dir():
            raise MissingError(f"keys folder {folder}")
        log = PrivateKey.from_pem(_read(folder, LOG), str(folder / LOG))
        wrapping, fingerprint, texts = (_secret(folder, name) for name in _SECRETS)
        after = folder / NEXT_LOG
        next_log = PrivateKey.from_pem(_read(folder, NEXT_LOG), str(after)) if after.exists() else None
        return cls(log, wrapping, fingerprint, texts, next_log)

    def begin_rotation(self, folder: Path) -> Keys:
        """With a new log key, written beside the present one; the one there, if this was begun before."""
        if self.next_log is not None:
            return self
        fresh = PrivateKey.generate()
        create_file(folder / NEXT_LOG, fresh.pem())
        return replace(self, next_log=fresh)

    def end_rotation(self, folder: Path) -> Keys:
        """The next log key is the log's key now; the former is kept under its own name. To be called once the ledger
        says so; a crash in between is mended by calling it again."""
        if self.next_log is None:
            return self
        former = folder / f"log-{self.log.id[:16]}.retired.pem"
        if not former.exists():
            create_file(former, self.log.pem())
        replace_file(folder / LOG, self.next_log.pem())
        remove_file(folder / NEXT_LOG)
        return replace(self, log=self.next_log, next_log=None)

    def store(self, folder: Path) -> None:
        """Write the folder, synced. The folder must be empty or not there yet."""
        make_folder(folder)
        with storage(folder):
            if any(folder.iterdir()):
                raise StorageError(
                    str(folder),
                    "keys are there already, perhaps of another ledger; move them away or name another folder",
                )
            folder.chmod(0o700)
        create_file(folder / LOG, self.log.pem())
        for name, secret in zip(_SECRETS, (self.wrapping, self.fingerprint, self.texts), strict=True):
            create_file(folder / name, secret.hex().encode() + b"\n")
        sync_folder(folder)

    def fingerprint_of(
        self, supplier: str, payer: str, invoice: tuple[str, str] | None, contract: tuple[str, str] | None
    ) -> str:
        """HMAC over length-prefixed, normalised fields (docs/format.md). Raises MalformedError for missing ones."""
        message = fingerprint.message(supplier, payer, invoice=invoice, contract=contract)
        return hmac.new(self.fingerprint, message, hashlib.sha256).hexdigest()


def check_apart(data: Path, folder: Path) -> None:
    """Raise StorageError if one of the two folders lies inside the other."""
    inner, outer = folder.resolve(), data.resolve()
    if inner == outer or outer in inner.parents or inner in outer.parents:
        raise StorageError(str(folder), f"keys are kept apart from the data in {data}; name a folder outside it")


def _read(folder: Path, name: str) -> bytes:
    path = folder / name
    if not path.is_file():
        raise MissingError(f"key {path}")
    with storage(path):
        for place in (folder, path):
            if stat.S_IMODE(place.stat().st_mode) & 0o077:
                mode = "0700" if place == folder else "0600"
                raise StorageError(str(place), f"others may read these secrets; set its mode to {mode} (chmod)")
        return path.read_bytes()


def _secret(folder: Path, name: str) -> bytes:
    text = _read(folder, name).decode("ascii", "replace").strip()
    try:
        secret = bytes.fromhex(text)
    except ValueError:
        secret = b""
    if len(secret) != 32:
        raise MalformedError(str(folder / name), "not 64 hexadecimal digits; restore it from its own backup")
    return secret
