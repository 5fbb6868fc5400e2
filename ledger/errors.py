"""The ledger's one tree of errors. Each says what is wrong, where, and what to do next; each carries its fields."""

from __future__ import annotations


class LedgerError(Exception):
    """Anything the ledger can complain about. ``str(error)`` is one clear English sentence."""


class MalformedError(LedgerError):
    """Bytes that are not what they claim to be: a bad event, entry, checkpoint, note, key or receipt.

    ``where`` names the place (a field path such as ``event.body.amount``, a line, a file), ``why`` the fault.
    """

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


class SignatureError(LedgerError):
    """A signature that does not verify, or a key that must not be trusted."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


class Refusal(LedgerError):
    """A well-formed, truly signed event that the rules do not admit. A refusal consumes nothing.

    ``code`` is stable (the closed list is ``ledger.types.REFUSALS``), ``rule`` names the rule or law enforced,
    ``remedy`` says what would make the command acceptable, ``fields`` carries the numbers and names for a text in the
    reader's language. The bot translates by ``code``; the English here is for logs and the command line.
    """

    def __init__(self, code: str, rule: str, remedy: str, **fields: object) -> None:
        super().__init__(f"refused ({code}): {rule}. {remedy}")
        self.code = code
        self.rule = rule
        self.remedy = remedy
        self.fields = fields


class CorruptError(LedgerError):
    """Something in the ledger's files was changed, lost or added. ``seq`` is the first bad entry, if one is known."""

    def __init__(self, seq: int | None, where: str, why: str) -> None:
        at = f"entry {seq}" if seq is not None else where
        super().__init__(f"{at}: {why}")
        self.seq = seq
        self.where = where
        self.why = why


class ForkError(CorruptError):
    """A checkpoint kept elsewhere is newer than this ledger, or of another history: writing would fork it."""


class WitnessError(LedgerError):
    """A witness did not sign. ``conflict``: it saw another history than this ledger's, or a longer one; ``kind`` says
    which (``ledger.conflicts.KINDS``), and is empty where there is none."""

    def __init__(self, witness: str, why: str, conflict: bool, kind: str = "") -> None:
        super().__init__(f"witness {witness}: {why}")
        self.witness = witness
        self.why = why
        self.conflict = conflict
        self.kind = kind


class StorageError(LedgerError):
    """A write or sync failed (disk full, read-only, I/O error). The process must end; the next start recovers."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


class LockedError(LedgerError):
    """Another process writes this ledger."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is in use by another process; stop that one first, or choose another folder")
        self.path = path


class ClockError(LedgerError):
    """The clock is behind the newest entry or jumped; nothing is sealed until it is right."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why}; nothing was recorded, set the clock right and try again")
        self.why = why


class WrongPin(LedgerError):
    """A wrong PIN for a held key; ``left`` more tries before it is closed."""

    def __init__(self, left: int) -> None:
        super().__init__(f"wrong PIN, {left} tries left")
        self.left = left


class PinClosed(LedgerError):
    """Five wrong PINs: the held key is closed until the registrar revokes it and the person is invited again."""

    def __init__(self) -> None:
        super().__init__("five wrong PINs: this key is closed; ask the registrar for a new invitation")


class ErasedError(LedgerError):
    """The text behind a commitment was erased on request; its hash stays, its meaning is gone."""

    def __init__(self, commitment: str) -> None:
        super().__init__(f"the text behind {commitment[:12]}… was erased")
        self.commitment = commitment


class MissingError(LedgerError):
    """Nothing is kept under this name, and nothing says that it was erased: a wrong name, or a lost file."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}: nothing is kept under this name; check it, or restore the data folder from a backup")
        self.what = what


class KeyExpired(LedgerError):
    """A held key that was opened too long ago."""

    def __init__(self) -> None:
        super().__init__("this key was open for ten minutes and is locked again; enter the PIN once more")
