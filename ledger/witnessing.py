"""A witness's folder: its key, the logs that it knows, and what it signed last of each; its decisions made durable.

::

    witness.pem        the witness's Ed25519 key, mode 0600
    name               its name, as it stands in its signatures
    logs/<id>.vkeys    a log's verifier keys, one a line; <id> is the hex SHA-256 of the origin
    logs/<id>.state    the signed checkpoint that was cosigned last, or the word ``never``
    logs/<id>.conflict-<root>   a checkpoint that the log signed and that contradicts the state: evidence

The order of durability: the new state is written, synced, renamed and the folder synced, under one lock, before a
signature over it is made. So a crash at any moment leaves a checkpoint that was kept and perhaps not signed, never one
that was signed and not kept; asked again, the witness signs the same root. A lost state file is no beginning: without
it the witness refuses the log, because what it signed before is not known any more. After a failed write it refuses
everything, and the process must end.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import stat
import threading
from pathlib import Path

from ledger.checkpoint import Note, Verifier, open_checkpoint, parse_checkpoint, valid_name
from ledger.cosignatures import Witness
from ledger.durable import create_file, make_folder, replace_file, storage, sync_folder
from ledger.errors import LedgerError, LockedError, MalformedError, MissingError, SignatureError, StorageError
from ledger.signing import PrivateKey
from ledger.types import Checkpoint, Clock
from ledger.witness import Answer, Request, cosign, judge, origin_of, refusal

KEY, NAME, LOGS = "witness.pem", "name", "logs"
NEVER = b"never\n"
MAX_CONFLICTS = 16  # files of evidence kept of one log


def create(folder: Path, name: str) -> Witness:
    """Make a witness with a new key. Raises MalformedError for a name that no key can have, StorageError if the folder
    holds anything."""
    if not valid_name(name):
        raise MalformedError("name", "a witness's name is not empty and has no white space and no '+'")
    make_folder(folder)
    with storage(folder):
        if any(folder.iterdir()):
            raise StorageError(str(folder), "not empty; name a new folder for the witness")
        folder.chmod(0o700)
    key = PrivateKey.generate()
    make_folder(folder / LOGS)
    create_file(folder / NAME, name.encode() + b"\n")
    create_file(folder / KEY, key.pem())
    return Witness(name, key.public)


def add_log(folder: Path, vkey: str) -> bool:
    """Know a log by its verifier key, whose name is the origin; another key of a known log is added. False if it was
    known. Also beside a running witness. Raises MalformedError, SignatureError, MissingError, StorageError."""
    log = Verifier.from_vkey(vkey)
    if not (folder / KEY).is_file():
        raise MissingError(f"witness {folder}")
    path = _path(folder, log.name)
    keys, state = path.with_suffix(".vkeys"), path.with_suffix(".state")
    known = _logs(keys)
    if log in known:
        return False
    if not keys.exists() and not state.exists():
        create_file(state, NEVER)  # before the keys: a log is known only once there is a state to move
    replace_file(keys, "".join(f"{each.vkey}\n" for each in [*known, log]).encode())
    return True


def _path(folder: Path, origin: str) -> Path:
    return folder / LOGS / hashlib.sha256(origin.encode()).hexdigest()


def _logs(keys: Path) -> list[Verifier]:
    with storage(keys):
        if not keys.exists():
            return []
        lines = keys.read_text("utf-8", errors="replace").splitlines()
    return [Verifier.from_vkey(line, f"{keys}, line {number}") for number, line in enumerate(lines, 1)]


class Watcher:
    """An open witness, the only one on its folder. Safe for many threads: one request is decided at a time."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Raises MissingError, LockedError, MalformedError, StorageError (also if others may read the key)."""
        path = folder / KEY
        if not path.is_file():
            raise MissingError(f"witness {folder}")
        with storage(path):
            if stat.S_IMODE(path.stat().st_mode) & 0o077:
                raise StorageError(str(path), "others may read this key; set its mode to 0600 (chmod)")
            self._key = PrivateKey.from_pem(path.read_bytes(), str(path))
            name = (folder / NAME).read_text("utf-8", errors="replace").strip()
        if not valid_name(name):
            raise MalformedError(str(folder / NAME), "no name of a witness; restore it from a backup")
        self.witness = Witness(name, self._key.public)
        self._folder, self._clock = folder, clock
        self._gate = threading.Lock()
        self.fatal: StorageError | None = None
        self._lock = _locked(folder)
        _settle(folder / LOGS)

    def close(self) -> None:
        """Let another process be the witness."""
        with self._gate:
            if self._lock >= 0:
                os.close(self._lock)
                self._lock = -1
                self.fatal = self.fatal or StorageError(str(self._folder), "the witness is closed")

    def known(self) -> list[tuple[list[Verifier], Checkpoint | None]]:
        """The logs that it knows, with what it signed last of each."""
        paths = sorted((self._folder / LOGS).glob("*.vkeys"))
        return [(_logs(path), self._latest(path.with_suffix(".state"))) for path in paths]

    def evidence(self) -> list[tuple[Path, Checkpoint]]:
        """The checkpoints that were kept because nobody showed that they extend what was signed, by file. Raises
        MalformedError, StorageError."""
        found = []
        for path in sorted((self._folder / LOGS).glob("*.conflict-*")):
            with storage(path):
                note = Note.parse(path.read_bytes(), str(path))
            found.append((path, parse_checkpoint(note.text, str(path))))
        return found

    def add_checkpoint(self, body: bytes) -> Answer:
        """What to answer to a request; the checkpoint that a 200 signs is on the disk before this returns.

        Raises nothing: a failed write answers 503, and ``fatal`` says why the process must end.
        """
        try:
            request = Request.parse(body)
            origin = origin_of(request)
        except MalformedError as fault:
            return refusal(400, str(fault))
        path = _path(self._folder, origin)
        with self._gate:
            if self.fatal is not None:
                return refusal(503, "this witness cannot keep what it signs; try later")
            try:
                return self._decide(path, request)
            except StorageError as fault:
                self.fatal = fault
                return refusal(503, "this witness cannot keep what it signs; try later")
            except LedgerError:  # its own file was lost or changed: what it signed last is not known
                return refusal(500, f"what this witness signed last of {origin} cannot be read; ask its operator")

    def _decide(self, path: Path, request: Request) -> Answer:
        logs = _logs(path.with_suffix(".vkeys"))
        latest = self._latest(path.with_suffix(".state")) if logs else None
        found = judge(request, logs, latest)
        if isinstance(found, Answer):
            if found.status == 422:
                self._keep_evidence(path, request.note, logs)
            return found
        if found != latest:
            replace_file(path.with_suffix(".state"), request.note)
        line = cosign(Note.parse(request.note).text, self.witness, self._key, self._clock.now() // 1000)
        return Answer(200, line.line().encode())

    def _latest(self, state: Path) -> Checkpoint | None:
        """What was signed last. Raises MissingError, MalformedError."""
        with storage(state):
            if not state.exists():
                raise MissingError(f"state {state}")
            data = state.read_bytes()
        return None if data == NEVER else parse_checkpoint(Note.parse(data, str(state)).text, str(state))

    def _keep_evidence(self, path: Path, note: bytes, logs: list[Verifier]) -> None:
        """Keep a signed checkpoint whose history may be another one, for people to look at."""
        with contextlib.suppress(MalformedError, SignatureError):
            root = open_checkpoint(note, logs).root.hex()
            target = path.with_name(f"{path.name}.conflict-{root}")
            if not target.exists() and len(list(path.parent.glob(f"{path.name}.conflict-*"))) < MAX_CONFLICTS:
                create_file(target, note)


def _settle(folder: Path) -> None:
    """Bring to the disk what a process that was killed may have written, and not synced: it counts from now on."""
    for path in folder.glob("*.state"):
        with storage(path), path.open("rb") as file:
            os.fsync(file.fileno())
    sync_folder(folder)


def _locked(folder: Path) -> int:
    """The folder, held by this process: the kernel lets go of it when the process ends, however it ends."""
    with storage(folder):
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(fd)
        raise LockedError(str(folder)) from None
    return fd
