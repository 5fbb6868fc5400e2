"""``ledger status``: how far the ledger is, who outside has seen it, and who speaks of another history."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.cli import folders
from bot.config import Outside, Settings
from bot.render import instant
from ledger import conflicts, cosigned, kept, store
from ledger.checkpoint import Note, Verifier
from ledger.conflicts import Conflict
from ledger.cosignatures import cosignatures
from ledger.errors import LedgerError, MalformedError
from ledger.logkeys import open_at
from ledger.replay import eras_of, genesis_of, log_verifiers
from ledger.types import Checkpoint


def add(parts: Any) -> None:
    """The part of ``tallystick ledger``."""
    status = parts.add_parser(
        "status", help="how far it is, who outside has seen it, and who speaks of another history",
        description="Entries, the newest checkpoint, how much of it witnesses signed, what is kept elsewhere and "
        "announced, and every conflict of histories that was noted. Reads without a lock, also while the bot runs. "
        "Exit status 1 while a conflict lasts, or if what is elsewhere cannot be read or is newer than this ledger.",
    )  # fmt: skip
    status.add_argument("--json", action="store_true", help="print it as JSON")
    folders.add(status)
    status.set_defaults(run=_status)


def _status(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    found = look(settings)
    print(json.dumps(found, indent=2, ensure_ascii=False) if options.json else "\n".join(_lines(found)))
    if found["attention"]:
        print("tallystick: this needs somebody's attention; see docs/operating.md, 'Keeping watch'", file=sys.stderr)
    return 1 if found["attention"] else 0


def look(settings: Settings) -> dict[str, Any]:
    """What is told, as JSON. Raises MissingError without a ledger, CorruptError, MalformedError, SignatureError."""
    folder, outside = settings.data / "ledger", settings.outside
    note = store.read_checkpoint(folder)
    genesis, eras = eras_of(store.read_lines(folder))
    checkpoint = open_at(note, genesis, eras, str(folder / store.CHECKPOINT))
    verifiers = log_verifiers(genesis, eras)
    elsewhere = {
        name: _elsewhere(path, verifiers, checkpoint)
        for name, path in (("kept_checkpoint", outside.kept), ("announce_file", outside.announce_file))
        if path is not None
    }
    noted, unread = noted_in(folder, lambda each: _matters(each, outside))
    lasting = unread is not None or any(each["lasts"] for each in noted)
    return {
        "ledger": genesis_of(next(store.read_lines(folder), b"")).hash,
        "origin": genesis.origin,
        "size": checkpoint.size,
        "root": checkpoint.root.hex(),
        "witnessed": _witnessed(folder, outside, verifiers),
        **elsewhere,
        "conflicts": noted,
        "conflicts_unread": unread,
        "attention": lasting or any(each.get("why") for each in elsewhere.values()),
    }


def _witnessed(folder: Path, outside: Outside, verifiers: list[Verifier]) -> dict[str, Any] | None:
    """Of the newest checkpoint that enough witnesses signed; None where no witnesses are set."""
    policy = outside.policy
    if policy is None:
        return None
    note = cosigned.read(folder)
    size, signed = 0, 0
    if note is not None:
        size = kept.newest(kept.checkpoints(note, verifiers, str(folder / cosigned.COSIGNED))).size
        signed = len(cosignatures(Note.parse(note), policy.witnesses))
    return {"size": size, "signed": signed, "witnesses": len(policy.witnesses), "quorum": policy.quorum}


def _elsewhere(path: Path, verifiers: list[Verifier], checkpoint: Checkpoint) -> dict[str, Any]:
    """The newest checkpoint in a file elsewhere; ``why`` it needs attention, if it does."""
    told: dict[str, Any] = {"file": str(path), "size": None}
    if not path.exists():
        return {**told, "why": "is not there"}
    try:
        newest = kept.newest(kept.checkpoints(kept.read(path), verifiers, str(path)))
    except LedgerError as fault:
        return {**told, "why": str(fault).removeprefix(f"{path}: ")}
    told["size"] = newest.size
    if newest.size > checkpoint.size:
        told["why"] = f"has {newest.size} entries, and {checkpoint.size} are here: this ledger is an older copy"
    elif newest.size == checkpoint.size and newest.root != checkpoint.root:
        told["why"] = f"has another root of {newest.size} entries: there are two histories"
    return told


def _matters(conflict: Conflict, outside: Outside) -> bool:
    """Whether whoever spoke of another history still is one of those who are asked; our own entries are, always."""
    names = {witness.name for witness in outside.policy.witnesses} if outside.policy is not None else set()
    return conflict.about in names | {store.ENTRIES, str(outside.kept), str(outside.announce_file)}


def noted_in(
    folder: Path, matters: Callable[[Conflict], bool] = lambda _: True
) -> tuple[list[dict[str, Any]], str | None]:
    """The conflicts noted in a ledger's folder, as JSON, and why they cannot be read, if so: that hides nothing else.
    Raises StorageError."""
    try:
        found = conflicts.read(folder)
    except MalformedError as fault:
        return [], str(fault)
    return [_as_json(each, lasts=each.over is None and matters(each)) for each in found], None


def noted_lines(noted: list[dict[str, Any]], unread: str | None) -> list[str]:
    """The same in words, a line each."""
    return [*map(_line, noted), *([] if unread is None else [f"CONFLICTS cannot be read: {unread}"])]


def _as_json(conflict: Conflict, *, lasts: bool) -> dict[str, Any]:
    return {
        "about": conflict.about, "kind": conflict.kind, "why": conflict.why, "size": conflict.size,
        "root": conflict.root, "at": conflict.at, "over": conflict.over, "lasts": lasts,
    }  # fmt: skip


def _line(conflict: dict[str, Any]) -> str:
    """Since when, who says what of which checkpoint, and whether it lasts."""
    began = instant("en", conflict["at"])
    what = f"{conflict['why']} (shown {conflict['size']} entries, root {conflict['root']})"
    if conflict["over"] is not None:
        return f"over since {instant('en', conflict['over'])}, a conflict since {began}: {what}"
    if not conflict["lasts"]:
        return f"a conflict since {began}, of one who is not asked any more: {what}"
    return f"CONFLICT since {began}: {what}"


def _lines(found: dict[str, Any]) -> list[str]:
    lines = [
        f"ledger {found['ledger']}, {found['origin']}",
        f"checkpoint of {found['size']} entries, root {found['root']}",
        _witness_line(found["witnessed"]),
    ]
    for name, words in (("kept_checkpoint", "kept elsewhere"), ("announce_file", "announced")):
        told = found.get(name)
        if told is None:
            lines.append(f"{words}: nowhere ({name} is not set)")
        else:
            why = told.get("why") or f"has {told['size']} entries"
            lines.append(f"{words}: {told['file']} {why}")
    return [*lines, *noted_lines(found["conflicts"], found["conflicts_unread"])]


def _witness_line(told: dict[str, Any] | None) -> str:
    if told is None:
        return "unwitnessed: no witnesses are set"
    if not told["size"]:
        return f"unwitnessed: {told['quorum']} of {told['witnesses']} witnesses are wanted, and not as many have signed"
    by = f"{told['signed']} of {told['witnesses']} witnesses ({told['quorum']} wanted)"
    return f"witnessed: {told['size']} entries, by {by}"
