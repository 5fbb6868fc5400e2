"""Every file of a data folder looked at: entries, checkpoints, texts, held keys, secrets; what is wrong, what is odd.

What the rules do not know of (the bot's own data) is given as further *stages*. An interrupted look goes on where it
stood: after each stage, every few thousand files, and in the midst of a long audit what is done is written to a state
file. Going on trusts that file as one's own notes; without ``resume`` everything is looked at anew.

A text that was erased on request reads *erased*: that is no fault. One that neither is there nor was erased is *lost*.
Nothing is repaired or written but the state file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from ledger import conflicts, cosigned, kept, logkeys, store
from ledger.chain import MerkleTree, leaf_hash
from ledger.custody import Custody
from ledger.durable import remove_file, replace_file, storage
from ledger.errors import CorruptError, ErasedError, LedgerError, MalformedError, MissingError
from ledger.findings import FAULT, NOTE, Finding, Look, Seen, Stage, texts_of
from ledger.keys import Keys
from ledger.logkeys import Era
from ledger.replay import eras_of, genesis_of, log_verifiers
from ledger.snapshot import SNAPSHOT
from ledger.texts import Texts
from ledger.types import Checkpoint, Clock, Entry, Genesis
from ledger.verify import audit

Progress = Callable[[str, int, int | None], None]
EVERY = 1000  # files between two notes of what is done
OWN = (store.ENTRIES, store.CHECKPOINT, store.LOCK, cosigned.COSIGNED, conflicts.CONFLICTS, SNAPSHOT)


class Checker:
    """A look at a data folder, whose secrets may be here or not. ``progress`` is told the stage, and how far it is."""

    def __init__(
        self,
        data: Path,
        keys: Path,
        clock: Clock,
        state: Path,
        *,
        more: Mapping[str, Stage] | None = None,
        known: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> None:
        """``more`` are further stages by name; ``known`` the names in the data folder that those look at. Raises
        MissingError, CorruptError without a ledger."""
        self._data, self._folder, self._keys, self._state = data, data / "ledger", keys, state
        self._clock, self._progress = clock, progress or _quietly
        self._stages: dict[str, Stage] = {"texts": self._texts, "held": self._held, "secrets": self._secrets}
        self._stages |= {**(more or {}), "files": self._files}
        self._known = {"ledger", "texts", "held", *known}
        self._secret: Keys | None = None
        self._secret_fault: LedgerError | None = None
        try:
            self._secret = Keys.load(keys)
        except LedgerError as fault:
            self._secret_fault = fault
        store.read_checkpoint(self._folder)
        genesis = genesis_of(next(store.read_lines(self._folder), b""))
        assert isinstance(genesis.event, Genesis)
        self._genesis, self._identity = genesis.event, genesis.hash

    def look(self, *, resume: bool = False) -> Look:
        """Look at everything; the state file is gone once that is done. Raises MalformedError for a state file that
        cannot be gone on from, StorageError if it cannot be written."""
        found = Look(self._identity)
        if resume and self._state.exists():
            with storage(self._state):
                found = Look.parse(self._state.read_bytes(), str(self._state))
            if found.ledger != self._identity:
                raise MalformedError(str(self._state), "of another ledger; begin anew, without --resume")
        if found.stage in ("", "entries"):
            self._entries(found)
        names = list(self._stages)
        for name in names[names.index(found.stage) if found.stage in names else 0 :]:
            self._run(found, name)
        remove_file(self._state)
        return found

    def _note(self, found: Look) -> None:
        replace_file(self._state, found.format())

    # Entries and checkpoints.

    def _entries(self, found: Look) -> None:
        """The audit, and the commitments of every entry: is its text there, was it erased, or is it lost?"""
        found.stage = "entries"
        beside = Look()  # what the entries since the last milestone say, which an interruption forgets

        def entry(each: Entry) -> None:
            beside.count("entries")
            for commitment in texts_of(each):
                what = text_state(self._data, commitment)
                beside.count(f"texts {what}")
                if what == "lost":
                    where = str(self._data / "texts" / commitment[:2] / commitment)
                    why = f"lost: entry {each.seq} refers to it, and it was not erased; restore it from a backup"
                    beside.findings.append(Finding(FAULT, where, why))

        def milestone(point: Checkpoint) -> None:
            self._take(found, beside)
            found.verified = point
            self._note(found)

        def progress(done: int, total: int) -> None:
            self._progress("entries", done, total)

        try:
            done = audit(
                self._folder, ledger=self._identity, since=found.verified, entry=entry, milestone=milestone,
                progress=progress,
            )  # fmt: skip
            if done.behind:
                why = f"{done.behind} entries behind the checkpoint; the next start judges them"
                beside.findings.append(Finding(NOTE, str(self._folder / store.ENTRIES), why))
            if done.unknown is not None:
                why = f"of a newer format from entry {done.unknown} on: integrity checked, meaning unknown"
                beside.findings.append(Finding(NOTE, str(self._folder / store.ENTRIES), why))
            found.verified = done.checkpoint
            beside.findings += [*self._cosigned(), *self._conflicts()]
        except CorruptError as fault:
            beside.findings.append(Finding(FAULT, str(self._folder), str(fault)))
        self._take(found, beside)
        found.stage, found.after = next(iter(self._stages)), ""
        self._note(found)

    @staticmethod
    def _take(found: Look, beside: Look) -> None:
        for what, number in beside.counts.items():
            found.counts[what] = found.counts.get(what, 0) + number
        found.findings += beside.findings
        beside.counts, beside.findings = {}, []

    def _cosigned(self) -> list[Finding]:
        """What is to be told of the cosigned checkpoint, which the entries, sound themselves, must extend."""
        note = cosigned.read(self._folder)
        if note is None:
            return []
        path = str(self._folder / cosigned.COSIGNED)
        try:
            (point,) = kept.checkpoints(note, log_verifiers(self._genesis, self._eras()), path)
            audit_root(self._folder, point, path)
        except (LedgerError, ValueError) as fault:
            return [Finding(FAULT, path, str(fault))]
        return []

    def _conflicts(self) -> list[Finding]:
        """Who spoke of another history and has not agreed since."""
        path = str(self._folder / conflicts.CONFLICTS)
        try:
            found = conflicts.read(self._folder)
        except MalformedError as fault:
            return [Finding(FAULT, path, str(fault))]
        return [Finding(FAULT, path, f"{each.about}: {each.why}") for each in found if each.over is None]

    # The other stages.

    def _run(self, found: Look, name: str) -> None:
        if found.stage != name:
            found.stage, found.after = name, ""
        for number, seen in enumerate(self._stages[name](found.after), 1):
            found.count(seen.what)
            found.after = seen.name
            if seen.finding is not None:
                found.findings.append(seen.finding)
            self._progress(name, number, None)
            if number % EVERY == 0:
                self._note(found)
        self._note(found)

    def _texts(self, after: str) -> Iterator[Seen]:
        folder = self._data / "texts"
        texts = None if self._secret is None or not folder.is_dir() else Texts(folder, self._secret.texts)
        for path in _walk(folder, after):
            yield _text(folder, path, texts)

    def _held(self, after: str) -> Iterator[Seen]:
        folder = self._data / "held"
        wrapping = bytes(32) if self._secret is None else self._secret.wrapping
        custody = Custody(folder, wrapping, self._clock) if folder.is_dir() else None
        for path in _walk(folder, after):
            name = path.name
            if path.suffix == ".tmp":
                yield _leftover(folder, path)
            elif path.suffix == ".tries":
                yield Seen(name, "counters of held keys")
            elif custody is not None:
                yield Seen(name, "held keys", _complaint(path, lambda name=name: custody.check(name)))  # type: ignore[misc]

    def _eras(self) -> tuple[Era, ...]:
        """Of the log's keys; those of the genesis while the entries cannot be read, which another stage tells."""
        try:
            return eras_of(store.read_lines(self._folder))[1]
        except LedgerError:
            return logkeys.begin(self._genesis)

    def _secrets(self, after: str) -> Iterator[Seen]:
        """The folder of secrets: that others cannot read it, and that it is this ledger's."""
        if after:
            return
        where, fault = str(self._keys), self._secret_fault
        if isinstance(fault, MissingError) and not self._keys.exists():
            yield Seen(where, "secrets elsewhere", Finding(NOTE, where, "not here: texts and keys were not opened"))
        elif fault is not None:
            yield Seen(where, "secrets", Finding(FAULT, where, str(fault)))
        else:
            assert self._secret is not None
            in_force = self._eras()[-1].keys
            own = any(key.public.base64 in in_force for key in self._secret.logs)
            why = f"not the keys of the ledger {self._genesis.origin}; name its own folder"
            yield Seen(where, "secrets", None if own else Finding(FAULT, where, why))

    def _files(self, after: str) -> Iterator[Seen]:
        """What no other stage looked at."""
        for path in _walk(self._data, after):
            name = str(path.relative_to(self._data))
            top = name.split("/")[0]
            if path.suffix == ".tmp" and top not in ("texts", "held"):
                yield _leftover(self._data, path)
            elif top == "ledger" and path.name.startswith("quarantine-"):
                yield Seen(
                    name, "quarantine", Finding(NOTE, str(path), "what recovery took away; nobody was told of it")
                )
            elif top not in self._known or (top == "ledger" and path.name not in OWN):
                yield Seen(name, "other files", Finding(NOTE, str(path), "not of this software"))


def _quietly(stage: str, done: int, total: int | None) -> None:
    """Progress that nobody is told of."""


def text_state(data: Path, commitment: str) -> str:
    """What became of a text, by its file alone: kept, erased, lost; elsewhere, if ``data`` has no texts at all."""
    folder = data / "texts"
    if not folder.is_dir():
        return "elsewhere"
    path = folder / commitment[:2] / commitment
    if path.with_name(f"{commitment}.erased").exists():
        return "erased"
    return "kept" if path.exists() else "lost"


def audit_root(folder: Path, point: Checkpoint, where: str) -> None:
    """Raise CorruptError unless the entries in ``folder`` begin with those of ``point``."""
    tree = MerkleTree()
    for number, line in enumerate(store.read_lines(folder)):
        if number == point.size:
            break
        tree.append(leaf_hash(line[:-1]))
    kept.require_extended(tree, [point], where)


def _walk(folder: Path, after: str) -> Iterator[Path]:
    """The files below ``folder`` in the order of their names, behind ``after``; none if there is no folder."""
    with storage(folder):
        paths = [path for path in folder.rglob("*") if not path.is_dir()] if folder.is_dir() else []
    names = sorted(str(path.relative_to(folder)) for path in paths)
    yield from (folder / name for name in names if name > after)


def _leftover(folder: Path, path: Path) -> Seen:
    name = str(path.relative_to(folder))
    why = "left by a crash before it counted; it may be removed while nothing runs"
    return Seen(name, "leftovers", Finding(NOTE, str(path), why))


def _text(folder: Path, path: Path, texts: Texts | None) -> Seen:
    name = str(path.relative_to(folder))
    if path.suffix == ".tmp":
        return _leftover(folder, path)
    if path.suffix == ".erased":
        return Seen(name, "text files erased")
    if path.with_name(f"{path.name}.erased").exists():
        why = "erased, but its file is still there: the erasing was interrupted; ask for it again"
        return Seen(name, "text files erased", Finding(NOTE, str(path), why))
    if texts is None:
        return Seen(name, "text files not opened")
    return Seen(name, "text files", _complaint(path, lambda: texts.reveal(path.name)))


def _complaint(path: Path, check: Callable[[], object]) -> Finding | None:
    """What ``check`` has to say of a file; a text that was erased meanwhile is none."""
    try:
        check()
    except ErasedError:
        return None
    except LedgerError as fault:
        return Finding(FAULT, str(path), str(fault))
    return None
