"""``ledger audit`` and ``ledger fsck``: what somebody kept against today's ledger, and every file of a data folder."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bot.cli import folders
from bot.cli.watching import noted_in, noted_lines
from bot.clock import SystemClock
from bot.config import ConfigError, Settings
from bot.journal import FolderInUseError, StateError, examine, load_key
from ledger import fsck, kept, parse, store
from ledger.errors import CorruptError, LedgerError, MalformedError, MissingError
from ledger.findings import FAULT, NOTE, Finding, Look, Seen, Stage, texts_of
from ledger.replay import eras_of, log_verifiers
from ledger.types import Checkpoint, Entry
from ledger.verify import Audit, audit

PROGRESS_SECONDS = 2.0
STATE = "fsck.json"
BOT_FILES = ("bot", "demo-clock.json", "heartbeat", "files", "policies", STATE)


def add(parts: Any) -> None:
    """The two parts of ``tallystick ledger``."""
    check = parts.add_parser(
        "audit", help="does today's ledger extend a checkpoint that was kept",
        description="Proves that the ledger extends it, then checks every byte, link, signature and decision of what "
        "is new since then, and whether its texts are there, erased or lost. Needs no keys. Exit status 1 if not.",
    )  # fmt: skip
    check.add_argument("folder", nargs="?", metavar="DIR", help="data folder or export (the data folder of --data)")
    check.add_argument(
        "--since", metavar="CHECKPOINT", required=True,
        help="a file of one or more checkpoints (the newest counts), '-' for standard input, or the text itself",
    )  # fmt: skip
    check.add_argument("--id", help="the ledger's id, if you know it from elsewhere")
    check.add_argument("--key", metavar="VKEY", help="the log's key, if you know it from elsewhere")
    check.add_argument("--json", action="store_true", help="print the findings as JSON, with the proof")
    folders.add(check)
    check.set_defaults(run=_audit)
    look = parts.add_parser(
        "fsck", help="look at every file of the data folder",
        description="Entries, checkpoints, texts, held keys, secrets, the bot's data, leftovers of crashes. Mends "
        "nothing. An erased text reads erased; one that is gone without having been erased is lost, which is a fault. "
        "Exit status 1 if there are faults.",
    )  # fmt: skip
    look.add_argument("--resume", action="store_true", help="go on where an interrupted look stood")
    look.add_argument("--state", metavar="FILE", type=Path, help=f"where that is noted ({STATE} in the data folder)")
    look.add_argument("--json", action="store_true", help="print the findings as JSON")
    folders.add(look)
    look.set_defaults(run=_fsck)


def every_two_seconds() -> Callable[[str, int, int | None], None]:
    """Progress on standard error: what, how many, of how many."""
    told = time.monotonic()

    def progress(what: str, done: int, total: int | None) -> None:
        nonlocal told
        if time.monotonic() - told >= PROGRESS_SECONDS:
            told = time.monotonic()
            of = "" if total is None else f" of {total}"
            print(f"  {what}: {done}{of}", file=sys.stderr)

    return progress


# --- audit ----------------------------------------------------------------------------------------


def _audit(options: argparse.Namespace) -> int:
    data = Path(options.folder) if options.folder else folders.settings(options).data
    place = data / "ledger" if (data / "ledger").is_dir() else data
    given, where = _given(options.since)
    progress, started = every_two_seconds(), time.monotonic()
    texts: Counter[str] = Counter()

    def entry(each: Entry) -> None:
        texts.update(fsck.text_state(data, commitment) for commitment in texts_of(each))

    try:
        since = _since(given, where, place)
        print(f"auditing {place} since entry {since.size} …", file=sys.stderr)
        found = audit(
            place, ledger=options.id, log_vkey=options.key, since=since, entry=entry,
            progress=lambda done, total: progress("entries", done, total),
        )  # fmt: skip
    except CorruptError as fault:
        print(json.dumps({"verifies": False, "why": str(fault)}) if options.json else f"does not verify: {fault}")
        return 1
    noted, unread = noted_in(place)
    if options.json:
        print(
            json.dumps(
                {**_as_json(found, since, texts), "conflicts": noted, "conflicts_unread": unread},
                indent=2,
                ensure_ascii=False,
            )
        )
    else:
        print("\n".join([*_as_text(found, since, texts), *noted_lines(noted, unread)]))
    print(f"{found.verified} signatures in {time.monotonic() - started:.1f} s", file=sys.stderr)
    return 0 if not texts["lost"] else 1


def _given(text: str) -> tuple[bytes, str]:
    """The checkpoint's bytes and where they came from. Raises ConfigError."""
    if text == "-":
        return sys.stdin.buffer.read(kept.MAX_FILE + 1), "standard input"
    if "\n" in text:
        return text.encode("utf-8", "surrogateescape"), "--since"
    try:
        return kept.read(Path(text)), text
    except MissingError:
        raise ConfigError(f"--since: there is no file {text}, and it is no text of a checkpoint") from None


def _since(given: bytes, where: str, place: Path) -> Checkpoint:
    """The newest checkpoint given, signed by the log of this ledger. Raises CorruptError, MissingError."""
    if not place.is_dir():
        raise MissingError(f"ledger {place}")
    genesis, eras = eras_of(store.read_lines(place))
    try:
        return kept.newest(kept.checkpoints(given, log_verifiers(genesis, eras), where))
    except LedgerError as fault:
        raise CorruptError(None, where, str(fault).removeprefix(f"{where}: ")) from None


def _as_text(found: Audit, since: Checkpoint, texts: Counter[str]) -> list[str]:
    new = found.entries - since.size
    lines = [
        f"extends: the {found.checkpoint.size} entries of {found.origin} begin with the {since.size} that were kept",
        f"proof of {len(found.proof)} hashes from root {since.root.hex()} to root {found.checkpoint.root.hex()}",
        f"verified: {new} new entries, each signature and decision" if new > 0 else "nothing is new since then",
    ]
    if texts:
        lines.append("texts of the new entries: " + ", ".join(f"{number} {what}" for what, number in texts.items()))
    if texts["lost"]:
        lines.append("lost texts were not erased: restore them from a backup ('ledger fsck' names them)")
    if found.behind:
        lines.append(f"{found.behind} entries behind the checkpoint, not announced yet")
    if found.unknown is not None:
        lines.append(f"from entry {found.unknown} on a newer format: integrity checked, meaning unknown")
    return lines


def _as_json(found: Audit, since: Checkpoint, texts: Counter[str]) -> dict[str, Any]:
    return {
        "verifies": True,
        "origin": found.origin,
        "since": {"size": since.size, "root": since.root.hex()},
        "now": {"size": found.checkpoint.size, "root": found.checkpoint.root.hex()},
        "proof": [parse.encode_base64(item) for item in found.proof],
        "entries": found.entries,
        "texts": dict(texts),
        "behind": found.behind,
        "unknown": found.unknown,
    }


# --- fsck -----------------------------------------------------------------------------------------


def _fsck(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    state = options.state or settings.data / STATE
    started = time.monotonic()
    checker = fsck.Checker(
        settings.data, settings.keys, SystemClock(), state,
        more={"bot": _bot(settings)}, known=BOT_FILES, progress=every_two_seconds(),
    )  # fmt: skip
    resumed = options.resume and state.exists()
    told = f"going on with {settings.data}, as noted in {state}" if resumed else f"looking at {settings.data}"
    print(f"{told} …", file=sys.stderr)
    try:
        found = checker.look(resume=options.resume)
    except KeyboardInterrupt:
        print(f"tallystick: interrupted; go on with 'tallystick ledger fsck --resume' ({state})", file=sys.stderr)
        return 130
    except MalformedError as fault:
        raise ConfigError(str(fault)) from None
    if options.json:
        print(json.dumps(_look_json(found), indent=2, ensure_ascii=False))
    else:
        print("\n".join(_look_text(found)))
    print(f"in {time.monotonic() - started:.1f} s", file=sys.stderr)
    return 1 if found.faults else 0


def _bot(settings: Settings) -> Stage:
    """The bot's own data, if there is any: its snapshot and journal, with the outbox in them."""

    def stage(after: str) -> Iterator[Seen]:
        folder, key = settings.data / "bot", settings.keys / "bot.key"
        if after or not folder.is_dir():
            return
        path = str(folder)
        if not settings.keys.exists():
            yield Seen(path, "bot data not opened", Finding(NOTE, path, "its key is not here"))
            return
        try:
            lines, torn = examine(folder, load_key(key, create=False))
        except FolderInUseError:
            why = "a running bot has it open; stop the bot to look at it"
            yield Seen(path, "bot data not opened", Finding(NOTE, path, why))
        except StateError as fault:
            yield Seen(path, "bot data", Finding(FAULT, path, str(fault)))
        else:
            why = f"{lines} lines read well; a last one, cut short by a crash, never counted"
            yield Seen(path, "bot data", Finding(NOTE, path, why) if torn else None)

    return stage


def _look_text(found: Look) -> list[str]:
    lines = [f"{each.kind}: {each.path}: {each.why}" for each in found.findings]
    lines += [f"{what}: {number}" for what, number in found.counts.items()]
    faults = len(found.faults)
    return [*lines, f"{faults} faults" if faults else "no faults"]


def _look_json(found: Look) -> dict[str, Any]:
    return {
        "ledger": found.ledger,
        "faults": len(found.faults),
        "counts": found.counts,
        "findings": [{"kind": each.kind, "path": each.path, "why": each.why} for each in found.findings],
    }
