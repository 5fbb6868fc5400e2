"""What the ledger only hashes: names, reasons, attachments. Encrypted, erasable, beside the log, never in it.

A commitment is hex SHA-256(0x02 ‖ 16-byte salt ‖ text). Text and salt lie in one file of the commitment's name, sealed
with ChaCha20-Poly1305 under the key of texts (RFC 8439), the commitment as associated data, so that a file moved to
another name does not open. Erasing removes text and salt: without the salt the commitment can no longer be linked to a
guess. A tombstone stays, so that "erased" and "lost" never look alike.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from ledger.durable import create_file, make_folder, remove_file, replace_file, storage
from ledger.errors import ErasedError, MalformedError, MissingError

SALT = 16
NONCE = 12
_commitment = re.compile(r"[0-9a-f]{64}").fullmatch


def commit(salt: bytes, data: bytes) -> str:
    """The commitment to ``data`` under a 16-byte ``salt``."""
    return hashlib.sha256(b"\x02" + salt + data).hexdigest()


class Texts:
    """The folder of texts. Safe for many threads: every text has a file of its own and is written once."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._aead = ChaCha20Poly1305(key)
        make_folder(folder)

    def keep(self, text: str | bytes) -> str:
        """Keep ``text`` and give its commitment; it is on the disk before this returns. Raises StorageError."""
        data = text.encode("utf-8") if isinstance(text, str) else text
        salt, nonce = os.urandom(SALT), os.urandom(NONCE)
        commitment = commit(salt, data)
        path = self._path(commitment)
        make_folder(path.parent)
        replace_file(path, nonce + self._aead.encrypt(nonce, salt + data, commitment.encode()))
        return commitment

    def read(self, commitment: str) -> str:
        """The text behind ``commitment``. Raises as ``reveal``, and MalformedError if it is not text."""
        try:
            return self.reveal(commitment)[1].decode("utf-8")
        except UnicodeDecodeError:
            raise MalformedError(f"text {commitment[:12]}…", "an attachment, not text; read its bytes") from None

    def reveal(self, commitment: str) -> tuple[bytes, bytes]:
        """Salt and bytes behind ``commitment``: what a third party needs to check it.

        Raises ErasedError, MissingError if nothing was ever kept here, MalformedError if the file was changed.
        """
        path = self._path(commitment)
        # The tombstone is looked for first: it is written before the text is removed, so a crash between counts as
        # erased.
        if self._tombstone(path).exists():
            raise ErasedError(commitment)
        if not path.exists():
            raise MissingError(f"text {commitment[:12]}…")
        with storage(path):
            sealed = path.read_bytes()
        try:
            data = self._aead.decrypt(sealed[:NONCE], sealed[NONCE:], commitment.encode())
        except (InvalidTag, ValueError):
            raise MalformedError(str(path), "changed, or sealed under another key; restore it from a backup") from None
        salt, data = data[:SALT], data[SALT:]
        if commit(salt, data) != commitment:
            raise MalformedError(str(path), "not the text of this commitment; restore it from a backup")
        return salt, data

    def erase(self, commitment: str) -> None:
        """Remove text and salt for ever; the tombstone is on the disk before the text goes. Erasing twice is no error.

        Raises MissingError if nothing was ever kept here.
        """
        path = self._path(commitment)
        stone = self._tombstone(path)
        if not stone.exists():
            if not path.exists():
                raise MissingError(f"text {commitment[:12]}…")
            create_file(stone, b"")
        if path.exists():
            # Overwritten first: of use on disks that write in place, harmless on those that do not.
            with storage(path), path.open("r+b") as file:
                file.write(bytes(os.fstat(file.fileno()).st_size))
                file.flush()
                os.fsync(file.fileno())
        remove_file(path)

    def erased(self, commitment: str) -> bool:
        """Whether this text was erased on request."""
        return self._tombstone(self._path(commitment)).exists()

    def _path(self, commitment: str) -> Path:
        if not _commitment(commitment):
            raise MalformedError("commitment", "not 64 lower-case hexadecimal digits")
        return self._folder / commitment[:2] / commitment

    @staticmethod
    def _tombstone(path: Path) -> Path:
        return path.with_name(path.name + ".erased")
