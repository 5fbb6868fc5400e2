"""What the ledger shows outside, so that nobody can take a checkpoint back: cosigned, kept elsewhere, announced.

Looked at every minute, and after a restart it goes on where it stood:

- the newest checkpoint is brought before the witnesses, and kept with their signatures once enough have signed;
- the file that is kept elsewhere gets it, so that a restored older copy does not open;
- once a day, and earlier if many entries came, it is appended to the announcements and posted in the channel, each
  size at most once.

None of this holds the ledger up: a witness or another disk that fails is told once, and tried again. What speaks of
another history than this ledger's is noted with the ledger and told to the operator in the chat, too (``bot.alarms``).
"""

from __future__ import annotations

import logging
from pathlib import Path

from bot.alarms import Alarms
from bot.config import Outside
from bot.cosigning import gather
from bot.render.figures import shanghai
from bot.state import BotState
from bot.texts import LANGUAGES, Html, escape, joined, say
from ledger import kept
from ledger.checkpoint import Note, parse_checkpoint
from ledger.cosigned import merged
from ledger.durable import make_folder, replace_file
from ledger.errors import ForkError, LedgerError
from ledger.service import Ledger
from ledger.types import Checkpoint, Clock

ANNOUNCED = "checkpoint.announced"
PUBLIC = 0o644
MOST_LINES = 16  # signatures in a post, the log's first

log = logging.getLogger(__name__)


def due(last: dict[str, int] | None, checkpoint: Checkpoint, day: int, every: int) -> bool:
    """Whether a checkpoint is to be announced: ``last`` says the size and the day (ordinal) of the one before."""
    if last is None or checkpoint.size <= last["size"]:
        return last is None
    return day > last["day"] or checkpoint.size - last["size"] >= every


def post(checkpoint: Checkpoint, note: bytes) -> Html:
    """The words of a post: for everybody, so in every language, and the note itself to be copied."""
    parsed = Note.parse(note)
    note = Note(parsed.text, parsed.signatures[:MOST_LINES]).format()  # a message has 4,096 characters
    heads = [say(language, "operator.checkpoint", size=checkpoint.size) for language in LANGUAGES]
    return joined([*heads, Html(f"<pre>{escape(note.decode())}</pre>")])


class Outward:
    """One for the application. ``look`` is called every minute, in the loop's own thread."""

    def __init__(self, ledger: Ledger, state: BotState, clock: Clock, outside: Outside) -> None:
        self._ledger, self._state, self._clock, self._outside = ledger, state, clock, outside
        self.alarms = Alarms(ledger, state, clock, outside.operator)
        self._believed: dict[str, int] = {}
        self._told: dict[str, str] = {}
        self._kept: bytes | None = None

    async def look(self) -> None:
        """Do what is due. Raises StorageError if the ledger's own disk fails."""
        if self._outside.policy is not None:
            await self._cosign()
        plain = self._ledger.checkpoint()
        note = merged(plain, self._ledger.cosigned.note)
        if self._outside.kept is not None and note != self._kept:
            self._keep(self._outside.kept, note)
        if self._outside.announce_file is not None or self._outside.channel is not None:
            self._announce(note)

    async def _cosign(self) -> None:
        found = await gather(self._ledger, self._outside, self._believed)
        for witness in found.signed:
            if self._told.pop(witness.name, None) is not None:
                log.warning("witness %s signs again", witness.name)
            self.alarms.over(witness.name)
        for fault in found.faults:
            self._tell(fault.witness, str(fault), loud=fault.conflict)
            if fault.conflict:
                self.alarms.raised(fault.witness, fault.kind, str(fault), found.note)

    def _tell(self, about: str, why: str, *, loud: bool = False) -> None:
        """Once, until it changes or is over; a conflict of histories in the loudest voice there is."""
        if self._told.get(about) == why:
            return
        self._told[about] = why
        if loud:
            log.critical(
                "%s; compare 'tallystick ledger audit --since' with what others kept before anything else", why
            )
        else:
            log.warning("%s; it is asked again every minute", why)

    def _keep(self, path: Path, note: bytes) -> None:
        """Put the newest checkpoint where it is kept elsewhere, unless that would hide another history."""
        try:
            _require_extended(self._ledger, path)
            replace_file(path, note, PUBLIC)
        except LedgerError as fault:
            self._differs(path, fault, note)
            return
        self._agrees(path)
        self._kept = note

    def _differs(self, path: Path, fault: LedgerError, note: bytes) -> None:
        """What lies elsewhere could not be read or written, or is of another history."""
        self._tell(str(path), str(fault), loud=True)
        if isinstance(fault, ForkError):
            self.alarms.raised(str(path), "elsewhere", str(fault), note)

    def _agrees(self, path: Path) -> None:
        self._told.pop(str(path), None)
        self.alarms.over(str(path))

    def _announce(self, note: bytes) -> None:
        checkpoint = parse_checkpoint(Note.parse(note).text)
        now = self._clock.now()
        day = shanghai(now).toordinal()
        with self._state.message():
            if not due(self._state.meta.get(ANNOUNCED), checkpoint, day, self._outside.every):
                return
            path, channel = self._outside.announce_file, self._outside.channel
            if path is not None and not self._append(path, checkpoint, note):
                return
            if channel is not None:
                key = self._state.outbox.key("checkpoint", self._ledger.id, checkpoint.size)
                letter = {"html": post(checkpoint, note), "channel": channel}
                self._state.outbox.queue(key, 0, letter, now)
            self._state.meta.set(ANNOUNCED, {"size": checkpoint.size, "day": day})

    def _append(self, path: Path, checkpoint: Checkpoint, note: bytes) -> bool:
        """Add a note to the announcements, each size once; whether it stands there."""
        try:
            found = _require_extended(self._ledger, path)
            if not found or kept.newest(found).size < checkpoint.size:
                make_folder(path.parent, 0o755)
                replace_file(path, kept.read(path) + b"\n" + note if found else note, PUBLIC)
        except LedgerError as fault:
            self._differs(path, fault, note)
            return False
        self._agrees(path)
        return True


def _require_extended(ledger: Ledger, path: Path) -> list[Checkpoint]:
    """The checkpoints in a file, if there is one. Raises ForkError unless this ledger extends each of them."""
    return ledger.cosigned.extended(kept.read(path), str(path)) if path.exists() else []
