"""``ledger verify``, ``ledger show``, ``ledger export`` and ``health``: reading, without the ledger's lock."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from bot import render
from bot.cli import folders
from bot.ticks import HEARTBEAT
from ledger import parse, store
from ledger.errors import CorruptError
from ledger.replay import Book, load
from ledger.state import State
from ledger.verify import Audit, audit

STALE_SECONDS = 180


def add(commands: Any) -> None:
    ledger = commands.add_parser("ledger", help="verify, show or export a ledger", description="Read a ledger.")
    parts = ledger.add_subparsers(dest="part", required=True, metavar="PART")
    verify = parts.add_parser(
        "verify", help="decide every entry again",
        description="Checks every byte, link, signature and decision, and the signed checkpoint. Exit status 1 and the "
        "first bad entry if anything was changed.",
    )  # fmt: skip
    verify.add_argument("folder", nargs="?", metavar="DIR", help="data folder (the one of --data)")
    verify.add_argument("--id", help="the ledger's id, if you know it from elsewhere")
    verify.add_argument("--key", metavar="VKEY", help="the log's key, if you know it from elsewhere")
    verify.add_argument("--json", action="store_true", help="print the findings as JSON")
    _finish(verify, _verify)
    show = parts.add_parser(
        "show", help="receivables, people, one receivable or one entry",
        description="WHAT is nothing (all receivables), people, R-0001, or the number of an entry.",
    )  # fmt: skip
    show.add_argument("what", nargs="?", default="", metavar="WHAT")
    _finish(show, _show)
    export = parts.add_parser(
        "export", help="copy entries and checkpoint to a folder, to be verified elsewhere",
        description="Copies what a verifier needs, up to the newest checkpoint. Texts and keys stay here.",
    )  # fmt: skip
    export.add_argument("folder", metavar="DIR", type=Path)
    _finish(export, _export)
    health = commands.add_parser(
        "health", help="is the bot alive and its ledger sound in form",
        description="Exit status 0 if a running bot gave a sign of life in the last three minutes.",
    )  # fmt: skip
    _finish(health, _health)


def _finish(parser: argparse.ArgumentParser, run: Any) -> None:
    folders.add(parser)
    parser.set_defaults(run=run)


def _verify(options: argparse.Namespace) -> int:
    folder = Path(options.folder) if options.folder else folders.settings(options).data
    print(f"verifying {folder} …", file=sys.stderr)
    started = time.monotonic()
    try:
        found = audit(folder, ledger=options.id, log_vkey=options.key)
    except CorruptError as fault:
        print(f"does not verify: {fault}")
        return 1
    print(json.dumps(_as_json(found), indent=2) if options.json else _as_text(found))
    print(f"{found.verified} signatures in {time.monotonic() - started:.1f} s", file=sys.stderr)
    return 0


def _as_text(found: Audit) -> str:
    lines = [
        f"verified: {found.entries} entries, from {render.instant('en', found.first_at)} to "
        f"{render.instant('en', found.last_at)} (Shanghai)" + (", a demo" if found.demo else ""),
        f"ledger {found.ledger}",
        f"checkpoint {found.checkpoint.origin}, size {found.checkpoint.size}, root {found.checkpoint.root.hex()}",
        *(f"log key {key}" for key in found.log_keys),
        *(f"key {use.key[:16]} {use.custody}: {use.entries} entries for {use.party}" for use in found.keys),
    ]
    if found.behind:
        lines.append(f"{found.behind} entries behind the checkpoint, not announced yet")
    if found.unknown is not None:
        lines.append(f"from entry {found.unknown} on a newer format: integrity checked, meaning unknown")
    return "\n".join(lines)


def _as_json(found: Audit) -> dict[str, Any]:
    return {
        "ledger": found.ledger,
        "origin": found.origin,
        "demo": found.demo,
        "entries": found.entries,
        "first_at": found.first_at,
        "last_at": found.last_at,
        "size": found.checkpoint.size,
        "root": found.checkpoint.root.hex(),
        "log_keys": list(found.log_keys),
        "keys": [
            {"key": use.key, "party": use.party, "person": use.person, "custody": use.custody, "entries": use.entries}
            for use in found.keys
        ],
        "behind": found.behind,
        "unknown": found.unknown,
    }


def _book(data: Path) -> tuple[Book, Path]:
    """The ledger folded up to its checkpoint, read without its lock."""
    folder = data / "ledger"
    checkpoint = store.read_checkpoint(folder)
    book, _, _ = load(lambda: store.read_lines(folder), checkpoint, str(folder / store.CHECKPOINT))
    return book, folder


def _show(options: argparse.Namespace) -> int:
    book, folder = _book(folders.settings(options).data)
    what = options.what
    if what.isdecimal():
        return _show_entry(book, folder, int(what))
    if what == "people":
        return _show_people(book.state)
    found = [book.state.numbered(what)] if what else [book.state.receivables[each] for each in book.state.numbers]
    if None in found:
        print(f"tallystick: there is no {what}; 'tallystick ledger show' lists what there is", file=sys.stderr)
        return 1
    for each in found:
        assert each is not None
        print(
            f"{each.label} claimed {render.money(each.claimed)} confirmed {render.money(each.confirmed)} "
            f"disputed {render.money(each.disputed)} rejected {render.money(each.rejected)} "
            f"received {render.money(each.received)}: {each.confirmation}, {each.payment}"
        )
        if what:
            for step in each.history:
                print(
                    f"  {render.instant('en', step.at)} entry {step.seq} {step.type} by {step.person} for {step.party}"
                )
    return 0


def _show_entry(book: Book, folder: Path, seq: int) -> int:
    if seq >= book.size:
        print(f"tallystick: there is no entry {seq}; the newest is {book.size - 1}", file=sys.stderr)
        return 1
    line = next(line for number, line in enumerate(store.read_lines(folder)) if number == seq)
    print(json.dumps(parse.loads(line.rstrip(b"\n")), ensure_ascii=False, indent=2))
    return 0


def _show_people(state: State) -> int:
    for person in state.people.values():
        ended = f"revoked at entry {person.revoked_seq}" if person.revoked_seq is not None else "active"
        roles = ",".join(person.roles) or "registrar"
        print(f"{person.person} {roles} of {person.party}, key {person.key[:16]} ({person.custody}), {ended}")
    return 0


def _export(options: argparse.Namespace) -> int:
    data = folders.settings(options).data
    book, folder = _book(data)
    target: Path = options.folder
    if target.exists() and any(target.iterdir()):
        print(f"tallystick: {target} is not empty; name a new folder", file=sys.stderr)
        return 1
    target.mkdir(parents=True, exist_ok=True)
    with (folder / store.ENTRIES).open("rb") as source, (target / store.ENTRIES).open("wb") as copy:
        left = book.end
        while left:
            left -= copy.write(source.read(min(left, 1 << 20)))
    (target / store.CHECKPOINT).write_bytes(store.read_checkpoint(folder))
    print(f"{book.size} entries to {target}; check with 'tallystick ledger verify {target}'")
    return 0


def _health(options: argparse.Namespace) -> int:
    data = folders.settings(options).data
    store.read_checkpoint(data / "ledger")
    beat = data / HEARTBEAT
    age = time.time() - beat.stat().st_mtime if beat.exists() else None
    if age is None or age > STALE_SECONDS:
        told = "never gave a sign of life" if age is None else f"gave its last sign of life {age:.0f} s ago"
        print(f"unhealthy: the bot on {data} {told}; see its log")
        return 1
    print("healthy")
    return 0
