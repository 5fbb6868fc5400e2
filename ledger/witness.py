"""The witness protocol (C2SP tlog-witness), both sides of it, without any I/O: what is asked, decided and understood.

A log asks a witness to sign that it saw the log grow::

    POST <prefix>/add-checkpoint

    old <size of the checkpoint that the witness signed last>
    <base64 hash of the consistency proof>      (63 at most)

    <the checkpoint, a signed note>

The witness answers 200 with its signature lines, or: 400 malformed, or ``old`` beyond the checkpoint; 404 a log that it
does not know; 403 no signature by a key of that log; 409 ``old`` is not what it signed last, with that size as the
body; 422 the proof or the root does not hold. It keeps the checkpoint before it answers; ``judge`` decides, and the
caller persists between ``judge`` and ``cosign``, one request of an origin at a time.

Why it is safe: of one origin only checkpoints are signed that extend the one kept last, so no two of them contradict
each other, and a log that shows different people different histories cannot have both of them signed here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ledger.chain import verify_consistency
from ledger.checkpoint import MAX_SIGNATURES, Note, Signature, Verifier, open_checkpoint, parse_checkpoint
from ledger.cosignatures import MAX_TIME, Witness, cosignatures, message
from ledger.errors import MalformedError, SignatureError, WitnessError
from ledger.parse import decode_base64, encode_base64
from ledger.signing import PrivateKey
from ledger.types import Checkpoint

PATH = "/add-checkpoint"
MAX_PROOF = 63  # hashes
MAX_BODY = 64 * 1024  # bytes of a request or an answer: a hundred signatures and a proof take a quarter of it
PLAIN = "text/plain; charset=utf-8"
SIZE = "text/x.tlog.size"
_old = re.compile(rb"old (0|[1-9][0-9]{0,18})").fullmatch
_size = re.compile(rb"(0|[1-9][0-9]{0,18})\n").fullmatch


@dataclass(frozen=True, slots=True)
class Request:
    """What a log asks. ``note`` is the signed checkpoint, byte for byte."""

    old: int
    proof: tuple[bytes, ...]
    note: bytes

    def format(self) -> bytes:
        lines = [f"old {self.old}", *(encode_base64(item) for item in self.proof), "", ""]
        return "\n".join(lines).encode() + self.note

    @classmethod
    def parse(cls, data: bytes) -> Request:
        """Read a request; what was read formats to the same bytes. Raises MalformedError naming the line."""
        if len(data) > MAX_BODY:
            raise MalformedError("request", f"{len(data)} bytes; at most {MAX_BODY}")
        head, blank, note = data.partition(b"\n\n")
        first, *hashes = head.split(b"\n")
        found = _old(first)
        if not found:
            raise MalformedError("request, line 1", "not 'old' and a decimal size without leading zeroes")
        if not blank or not note:
            raise MalformedError("request", "no checkpoint after a blank line")
        if len(hashes) > MAX_PROOF:
            raise MalformedError("request", f"{len(hashes)} hashes; a proof has at most {MAX_PROOF}")
        proof = tuple(_hash(line, number) for number, line in enumerate(hashes, 2))
        return cls(int(found[1]), proof, note)


def _hash(line: bytes, number: int) -> bytes:
    where = f"request, line {number}"
    if not line.isascii():
        raise MalformedError(where, "not ASCII")
    return decode_base64(line.decode(), 32, where)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a witness says: an HTTP status, a body, the body's content type."""

    status: int
    body: bytes
    kind: str = PLAIN


def refusal(status: int, why: str) -> Answer:
    """An answer for people who read logs."""
    return Answer(status, f"{why}\n".encode())


def origin_of(request: Request) -> str:
    """Which log the checkpoint claims to be of; nothing is verified. Raises MalformedError."""
    return parse_checkpoint(Note.parse(request.note, "checkpoint").text).origin


def judge(request: Request, logs: Sequence[Verifier], latest: Checkpoint | None) -> Checkpoint | Answer:
    """The checkpoint to keep and sign, or the answer that refuses it.

    ``logs`` are the trusted keys of the origin that the request names (none: unknown), ``latest`` the checkpoint of it
    that was signed last (None: never one).
    """
    try:
        origin = origin_of(request)
    except MalformedError as fault:
        return refusal(400, str(fault))
    if not logs:
        return refusal(404, f"the log {origin} is not known to this witness")
    try:
        checkpoint = open_checkpoint(request.note, logs)
    except (MalformedError, SignatureError) as fault:
        return refusal(403, str(fault))
    if request.old > checkpoint.size:
        return refusal(400, f"old {request.old} is beyond the checkpoint's size, {checkpoint.size}")
    last = 0 if latest is None else latest.size
    if request.old != last:
        return Answer(409, f"{last}\n".encode(), SIZE)
    if not _extends(latest, checkpoint, request.proof):
        return refusal(422, f"the proof does not show that {checkpoint.size} entries extend the {last} signed last")
    return checkpoint


def _extends(latest: Checkpoint | None, checkpoint: Checkpoint, proof: Sequence[bytes]) -> bool:
    if latest is None or latest.size == 0:
        empty = checkpoint.size == 0
        return not proof and (not empty or verify_consistency(0, 0, checkpoint.root, checkpoint.root, ()))
    return verify_consistency(latest.size, checkpoint.size, latest.root, checkpoint.root, proof)


def cosign(text: str, witness: Witness, key: PrivateKey, time: int) -> Signature:
    """The witness's line over a checkpoint's ``text``, at ``time`` (seconds since 1970). The caller kept it before."""
    if not 0 <= time <= MAX_TIME:
        raise MalformedError("time", f"{time} is no POSIX time; set the clock right")
    return Signature(witness.name, witness.key_id, time.to_bytes(8, "big") + key.sign_raw(message(time, text)))


class Visit:
    """One checkpoint before one witness, as the log goes about it: ask, listen, ask again if told to.

    ``old`` is what the witness is believed to have signed last; it corrects that itself, with 409. ``prove`` gives the
    consistency proof from an older size of the log's tree to the checkpoint.
    """

    TRIES = 3

    def __init__(
        self, witness: Witness, note: bytes, checkpoint: Checkpoint, old: int, prove: Callable[[int], Sequence[bytes]]
    ) -> None:
        self.witness, self.old = witness, min(old, checkpoint.size)
        self._note, self._checkpoint, self._prove = note, checkpoint, prove
        self._asked = 0

    def request(self) -> Request:
        """What to send now."""
        self._asked += 1
        return Request(self.old, tuple(self._prove(self.old)), self._note)

    def heard(self, status: int, body: bytes) -> Signature | None:
        """The witness's line, verified; None: ask again, with another ``old``.

        Raises WitnessError; ``conflict`` in it says that the witness saw another history than this ledger's.
        """
        if status == 200:
            return self._signed(body)
        if status == 409:
            self._move(body)
            return None
        if status == 422:
            size = self._checkpoint.size
            why = f"it says that {size} entries here do not extend the {self.old} it signed"
            raise self._fault(why, "fork" if self.old == size else "refused")
        said = body[:200].decode("utf-8", "replace").strip()
        raise self._fault(f"it answered {status}: {said}" if said else f"it answered {status}")

    def _move(self, body: bytes) -> None:
        found = _size(body)
        size = self._checkpoint.size
        last = int(found[1]) if found else None
        if last is None and self.old < size:
            raise self._fault("it answered 409 without a size")
        if last is not None and last > size:
            raise self._fault(f"it signed {last} entries, and {size} are here: this ledger is an older copy", "longer")
        if last is None or last == self.old == size:
            raise self._fault(f"it signed another root of {size} entries: there are two histories", "fork")
        if self._asked >= self.TRIES or last == self.old:
            raise self._fault(f"it goes on answering 409 with {last}")
        self.old = last

    def _signed(self, body: bytes) -> Signature:
        try:
            note = Note.parse(self._note + body, "its answer")
            found = cosignatures(note, [self.witness], "its answer")
        except (MalformedError, SignatureError) as fault:
            raise self._fault(str(fault)) from None
        if not found:
            raise self._fault("its answer has no cosignature by the key that is configured")
        mine = (self.witness.name, self.witness.key_id)
        return next(line for line in note.signatures if (line.name, line.key_id) == mine)

    def _fault(self, why: str, kind: str = "") -> WitnessError:
        return WitnessError(self.witness.name, why, conflict=bool(kind), kind=kind)


def with_lines(note: bytes, lines: Iterable[Signature]) -> bytes:
    """``note`` with more signature lines: of each (name, key id) the first, and no more than a note may have."""
    parsed = Note.parse(note)
    found = {(line.name, line.key_id): line for line in parsed.signatures}
    for line in lines:
        found.setdefault((line.name, line.key_id), line)
    return Note(parsed.text, tuple(found.values())[:MAX_SIGNATURES]).format()
