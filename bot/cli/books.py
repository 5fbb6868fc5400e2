"""``ledger verify``, ``ledger show``, ``ledger export``, and the parts of ``publishing``: reading, without a lock, also
while the bot runs."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot import render
from bot.cli import auditing, folders, keeping, publishing, viewing, watching
from bot.cli.reading import read_book, texts_beside
from bot.config import ConfigError
from ledger import parse, store
from ledger.durable import create_file, make_folder, storage
from ledger.errors import CorruptError, LedgerError, MissingError
from ledger.replay import Book, eras_of, trusted_checkpoint
from ledger.state import State
from ledger.texts import Texts
from ledger.types import Checkpoint
from ledger.verify import Audit, audit

PROGRESS_SECONDS = 2.0


def add(commands: Any) -> None:
    ledger = commands.add_parser(
        "ledger", help="verify, show, view, export or publish a ledger", description="Read a ledger."
    )
    parts = ledger.add_subparsers(dest="part", required=True, metavar="PART")
    verify = parts.add_parser(
        "verify", help="decide every entry again",
        description="Checks every byte, link, signature and decision, and the signed checkpoint. Exit status 1 and the "
        "first bad entry if anything was changed.",
    )  # fmt: skip
    verify.add_argument("folder", nargs="?", metavar="DIR", help="data folder (the one of --data)")
    verify.add_argument("--id", help="the ledger's id, if you know it from elsewhere")
    verify.add_argument("--key", metavar="VKEY", help="the log's key, if you know it from elsewhere")
    verify.add_argument(
        "--since", metavar="FILE", type=Path,
        help="a checkpoint kept elsewhere, whose entries were verified then: the ledger must extend it; checks what "
        "is new",
    )  # fmt: skip
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
    for more in (auditing, keeping, publishing, viewing, watching):
        more.add(parts)


def _finish(parser: argparse.ArgumentParser, run: Any) -> None:
    folders.add(parser)
    parser.set_defaults(run=run)


def _verify(options: argparse.Namespace) -> int:
    folder = Path(options.folder) if options.folder else folders.settings(options).data
    kept = None if options.since is None else _kept(options.since)
    print(f"verifying {folder} …", file=sys.stderr)
    started = time.monotonic()
    try:
        since = None if kept is None else _trusted(kept, folder, options.since)
        found = audit(folder, ledger=options.id, log_vkey=options.key, since=since, progress=_progress())
    except CorruptError as fault:
        print(f"does not verify: {fault}")
        return 1
    print(json.dumps(_as_json(found), indent=2) if options.json else _as_text(found))
    if since is not None and not options.json:
        print(f"extends the checkpoint of {since.size} entries in {options.since}; checked anew from there on")
    print(f"{found.verified} signatures in {time.monotonic() - started:.1f} s", file=sys.stderr)
    return 0


def _progress() -> Callable[[int, int], None]:
    """A line on standard error every two seconds."""
    told = time.monotonic()

    def progress(done: int, total: int) -> None:
        nonlocal told
        if time.monotonic() - told >= PROGRESS_SECONDS:
            told = time.monotonic()
            print(f"  {done} of {total} entries", file=sys.stderr)

    return progress


def _kept(path: Path) -> bytes:
    with storage(path):
        return path.read_bytes()


def _trusted(note: bytes, folder: Path, where: Path) -> Checkpoint:
    """The checkpoint in ``note``, signed by the log of the ledger in ``folder``."""
    place = folder / "ledger" if (folder / "ledger").is_dir() else folder
    if not place.is_dir():
        raise MissingError(f"ledger {place}")
    genesis, eras = eras_of(store.read_lines(place))
    return trusted_checkpoint(note, genesis, str(where), eras)


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


def _show(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    book, folder, _ = read_book(settings.data)
    what = options.what
    if what.isdecimal():
        return _show_entry(book, folder, int(what))
    if what == "people":
        return _show_people(book.state, texts_beside(settings.data, settings.keys))
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
            contested = {step.seq for step in book.state.contested(each)}
            for step in each.history:
                mark = ", contested" if step.seq in contested else ""
                when = render.instant("en", step.at)
                print(f"  {when} entry {step.seq} {step.type} by {step.person} for {step.party}{mark}")
    return 0


def _show_entry(book: Book, folder: Path, seq: int) -> int:
    if seq >= book.size:
        print(f"tallystick: there is no entry {seq}; the newest is {book.size - 1}", file=sys.stderr)
        return 1
    line = next(line for number, line in enumerate(store.read_lines(folder)) if number == seq)
    print(json.dumps(parse.loads(line.rstrip(b"\n")), ensure_ascii=False, indent=2))
    return 0


def _read(texts: Texts | None, commitment: str) -> str:
    try:
        return texts.read(commitment) if texts is not None else ""
    except LedgerError:
        return "(erased)"


def _show_people(state: State, texts: Texts | None) -> int:
    for person in state.people.values():
        ended = f"revoked at entry {person.revoked_seq}" if person.revoked_seq is not None else "active"
        roles = ",".join(person.roles) or "registrar"
        enterprise = state.enterprises.get(person.party)
        place = ""
        if enterprise is not None:
            place = f" of {enterprise.uscc} {_read(texts, enterprise.name)}".rstrip()
        name = _read(texts, person.name) if enterprise is not None else ""
        custody = person.custody if enterprise is not None else "in a file"
        print(f"{person.person} {name} {roles}{place}, key {person.key[:16]} ({custody}), {ended}".replace("  ", " "))
    return 0


def _export(options: argparse.Namespace) -> int:
    data = folders.settings(options).data
    book, folder, checkpoint = read_book(data)
    target: Path = options.folder
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ConfigError(f"{target} is there and not an empty folder; name a new one")
    make_folder(target)
    try:
        _copy(folder / store.ENTRIES, target / store.ENTRIES, book.end)
        create_file(target / store.CHECKPOINT, checkpoint)
    except BaseException:
        for name in (store.ENTRIES, store.CHECKPOINT):
            (target / name).unlink(missing_ok=True)
        raise
    print(f"{book.size} entries to {target}; check with 'tallystick ledger verify {target}'")
    return 0


def _copy(source: Path, target: Path, size: int) -> None:
    """The first ``size`` bytes of a file."""
    with storage(target), source.open("rb") as given, target.open("xb") as copy:
        while size:
            size -= copy.write(given.read(min(size, 1 << 20)))
