"""What spoke of another history than this ledger's: told once, kept until it is over, and afterwards, too.

``ledger/conflicts`` has one line of canonical JSON for each::

    {"about":…,"at":…,"kind":…,"over":…,"root":…,"size":…,"why":…}

``about`` is a witness's name, the path of a file kept elsewhere, or the name of the file of entries, ``size`` and
``root`` (hex) the checkpoint that was shown, ``at`` and ``over`` instants (ms UTC; ``over`` null while it lasts). It is
a note for the operator, not evidence: what a witness answers is not signed. The evidence are checkpoints: this
ledger's, and what others kept.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path

from ledger import canonical, parse
from ledger.durable import replace_file, storage
from ledger.errors import MalformedError
from ledger.types import Checkpoint, Json

CONFLICTS = "conflicts"
KINDS = ("elsewhere", "fork", "longer", "refused", "changed")
"""elsewhere: a file kept elsewhere holds another history; of a witness, fork: it signed another root of the same size;
longer: it signed more entries than are here; refused: what is here does not extend what it signed; changed: of the file
of entries, one of them is not the one that was recorded."""
MOST = 200  # lines kept; the oldest that is over goes first
_FIELDS = {"about", "at", "kind", "over", "root", "size", "why"}


@dataclass(frozen=True, slots=True)
class Conflict:
    about: str
    kind: str
    why: str
    size: int
    root: str
    at: int
    over: int | None = None


def read(folder: Path) -> tuple[Conflict, ...]:
    """What was noted in a ledger's folder, the first one first. Raises MalformedError, StorageError."""
    path = folder / CONFLICTS
    with storage(path):
        if not path.exists():
            return ()
        data = path.read_bytes()
    return tuple(_parsed(line, f"{path}, line {number}") for number, line in enumerate(data.splitlines(), 1))


def _parsed(line: bytes, where: str) -> Conflict:
    value = parse.loads(line, where)
    if not isinstance(value, dict) or set(value) != _FIELDS:
        raise MalformedError(where, "no note of a conflict; look what changed it, then move the file away")
    about, kind, why, root = (value[name] for name in ("about", "kind", "why", "root"))
    size, at, over = (value[name] for name in ("size", "at", "over"))
    texts = isinstance(about, str) and isinstance(why, str) and isinstance(root, str) and isinstance(kind, str)
    numbers = type(size) is int and type(at) is int and (over is None or type(over) is int)
    if not texts or not numbers or kind not in KINDS:
        raise MalformedError(where, "no note of a conflict; look what changed it, then move the file away")
    return Conflict(about, kind, why, size, root, at, over)  # type: ignore[arg-type]


class Conflicts:
    """The notes of one ledger, whose folder this process has open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begun(self, about: str, kind: str, why: str, shown: Checkpoint, at: int) -> Conflict | None:
        """Note that ``about`` spoke of another history; None if one of that kind stands there already. Durable on
        return. Raises MalformedError, StorageError."""
        found = read(self._folder)
        if any((each.about, each.kind, each.over) == (about, kind, None) for each in found):
            return None
        conflict = Conflict(about, kind, why, shown.size, shown.root.hex(), at)
        self._write((*found, conflict))
        return conflict

    def over(self, about: str, at: int) -> tuple[Conflict, ...]:
        """Note that ``about`` agrees with this ledger again; what is over by that. Raises as ``begun``."""
        found = read(self._folder)
        ended = tuple(replace(each, over=at) for each in found if each.about == about and each.over is None)
        if ended:
            self._write(tuple(replace(e, over=at) if e.about == about and e.over is None else e for e in found))
        return ended

    def _write(self, found: tuple[Conflict, ...]) -> None:
        past = [each for each in found if each.over is not None]
        drop = set(past[: max(0, len(found) - MOST)])
        lines = [canonical.dumps(_plain(each)) + b"\n" for each in found if each not in drop]
        replace_file(self._folder / CONFLICTS, b"".join(lines))


def _plain(conflict: Conflict) -> dict[str, Json]:
    return asdict(conflict)
