"""A backup of the secrets and the held keys, in one file that a passphrase opens; and putting it back.

::

    tallystick-keys-backup/1
    {"ledger":…,"made_at":…,"nonce":…,"salt":…,"scrypt_n":…}
    <AES-256-GCM of canonical JSON {"files": {name: base64}}>

The key is scrypt (RFC 7914) of the passphrase; both lines are associated data, so that a change of any byte is seen.
Names are ``keys/<file>`` and ``held/<file>``. A held key in it is still sealed under its owner's PIN; but whoever has
the passphrase has the wrapping key beside it, and can try all PINs: keep the file and its passphrase apart, and both
apart from the data.

Putting back never overwrites what differs, so nothing newer is lost, and never lowers a count of wrong PINs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from ledger import canonical, parse
from ledger.checkpoint import any_base64
from ledger.durable import create_file, make_folder, replace_file, storage
from ledger.errors import MalformedError, MissingError, StorageError
from ledger.types import Json

MAGIC = b"tallystick-keys-backup/1\n"
SCRYPT_N = 2**17  # 128 MB and a third of a second: a passphrase is tried seldom, and by thieves at leisure
TRIES = ".tries"
_FIELDS = {"ledger", "made_at", "nonce", "salt", "scrypt_n"}
_name = re.compile(r"(?:keys/[A-Za-z0-9][A-Za-z0-9._-]{0,99}|held/[0-9a-f]{32}(?:\.tries)?)").fullmatch
_held = re.compile(r"held/[0-9a-f]{32}").fullmatch


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: of which ledger (genesis hash), made when (ms UTC), files by name. Never printed whole."""

    ledger: str
    made_at: int
    files: Mapping[str, bytes]

    def __repr__(self) -> str:
        return f"Backup(ledger={self.ledger[:12]}…, made_at={self.made_at}, {len(self.files)} files)"


def collect(data: Path, keys: Path) -> dict[str, bytes]:
    """Every file of the folder of keys, and the held keys in the data folder. Raises MissingError, StorageError."""
    if not keys.is_dir():
        raise MissingError(f"keys folder {keys}")
    found: dict[str, bytes] = {}
    for prefix, folder in (("keys", keys), ("held", data / "held")):
        with storage(folder):
            paths = sorted(folder.iterdir()) if folder.is_dir() else []
            for path in paths:
                name = f"{prefix}/{path.name}"
                if path.is_file() and not path.name.endswith(".tmp"):
                    if not _name(name):
                        raise StorageError(str(path), "no file of Tallystick's; move it away, then make the backup")
                    found[name] = path.read_bytes()
    return found


def seal(backup: Backup, passphrase: bytes, *, scrypt_n: int = SCRYPT_N) -> bytes:
    """The file. A new salt and nonce each time, so that two backups of the same never look alike."""
    salt, nonce = os.urandom(16), os.urandom(12)
    head: dict[str, Json] = {
        "ledger": backup.ledger,
        "made_at": backup.made_at,
        "nonce": nonce.hex(),
        "salt": salt.hex(),
        "scrypt_n": scrypt_n,
    }
    bound = MAGIC + canonical.dumps(head) + b"\n"
    files: dict[str, Json] = {name: parse.encode_base64(content) for name, content in backup.files.items()}
    return bound + AESGCM(_key(passphrase, salt, scrypt_n)).encrypt(nonce, canonical.dumps({"files": files}), bound)


def unseal(data: bytes, passphrase: bytes, where: str = "backup") -> Backup:
    """What ``seal`` put into ``data``. Raises MalformedError: another file, a changed one, or not its passphrase."""
    if not data.startswith(MAGIC):
        raise MalformedError(where, "no backup of keys of version 1; name the file that 'keys backup' wrote")
    line, newline, sealed = data[len(MAGIC) :].partition(b"\n")
    head = parse.loads(line, f"{where}, second line")
    if not newline or not isinstance(head, dict) or set(head) != _FIELDS:
        raise MalformedError(where, "its second line is not that of a backup; take another copy")
    n, made_at = head["scrypt_n"], head["made_at"]
    if type(n) is not int or not 2 <= n <= 2**20 or n & (n - 1) or type(made_at) is not int:
        raise MalformedError(where, "its second line was changed; take another copy")
    try:
        salt, nonce = bytes.fromhex(str(head["salt"])), bytes.fromhex(str(head["nonce"]))
        plain = AESGCM(_key(passphrase, salt, n)).decrypt(nonce, sealed, MAGIC + line + b"\n")
    except (InvalidTag, ValueError):
        raise MalformedError(where, "not its passphrase, or the file was changed; nothing was restored") from None
    value = parse.loads(plain, where)
    files = value.get("files") if isinstance(value, dict) else None
    if not isinstance(files, dict) or not all(map(_name, files)):
        raise MalformedError(where, "holds something that is no file of keys")
    content = {name: any_base64(str(text), f"{where}, {name}") for name, text in files.items()}
    return Backup(str(head["ledger"]), made_at, content)


def _key(passphrase: bytes, salt: bytes, n: int) -> bytes:
    return Scrypt(salt=salt, length=32, n=n, r=8, p=1).derive(passphrase)


def held_public(content: bytes) -> str:
    """The public half (hex) of a held key's file; empty for a file that is none."""
    try:
        value = parse.loads(content)
    except MalformedError:
        return ""
    return str(value.get("public")) if isinstance(value, dict) else ""


def restore(
    backup: Backup, data: Path, keys: Path, *, in_force: Callable[[str, str], bool] | None = None
) -> tuple[list[str], list[str]]:
    """Put back what is missing; (names written, names of held keys left out).

    ``in_force`` (person, public half in hex) tells which held keys still count: one that was revoked or replaced since
    does not come back. Raises StorageError naming what differs from the backup, before anything is written.
    """
    targets, left = {}, []
    for name, content in backup.files.items():
        person = name.removeprefix("held/").removesuffix(TRIES)
        if name.startswith("held/") and in_force is not None:
            public = held_public(backup.files.get(f"held/{person}", b""))
            if not in_force(person, public):
                left += [name] if _held(name) else []
                continue
        targets[name] = (_target(name, data, keys), content)
    missing = {name: found for name, found in targets.items() if not _same(name, *found, backup.made_at)}
    for folder in (keys, data / "held"):
        make_folder(folder)
    for path, content in missing.values():
        create_file(path, content)
    for name, (path, content) in targets.items():
        if name.endswith(TRIES) and _count(path.read_bytes()) < _count(content):
            replace_file(path, content)
    return list(missing), left


def _target(name: str, data: Path, keys: Path) -> Path:
    folder, _, file = name.partition("/")
    return (keys if folder == "keys" else data / "held") / file


def _same(name: str, path: Path, content: bytes, made_at: int) -> bool:
    """Whether the file is there already. Raises StorageError if another one is."""
    if not path.exists():
        return False
    with storage(path):
        if name.endswith(TRIES) or path.read_bytes() == content:
            return True
        newer = path.stat().st_mtime * 1000 > made_at
    why = "newer than the backup" if newer else "not as in the backup"
    raise StorageError(str(path), f"{why}; nothing was restored: move it away first if it truly is to be replaced")


def _count(content: bytes) -> int:
    text = content.decode("ascii", "replace").strip()
    return int(text) if text.isdecimal() else 0
