"""``ledger checkpoint``, ``ledger keep``, ``ledger cosign``: checkpoints for those who keep them elsewhere."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path
from typing import Any

from bot.cli import folders
from bot.clock import SystemClock
from bot.config import ConfigError
from bot.cosigning import Gathered, gather
from ledger import cosigned, kept, store
from ledger.chain import MerkleTree
from ledger.checkpoint import Note, parse_checkpoint
from ledger.durable import make_folder, replace_file, storage, sync_folder
from ledger.errors import CorruptError, ForkError, LockedError, MalformedError, SignatureError
from ledger.replay import Book, load, log_verifiers
from ledger.service import Ledger
from ledger.types import Checkpoint


def add(parts: Any) -> None:
    """The three parts of ``tallystick ledger``."""
    show = parts.add_parser(
        "checkpoint", help="print the newest checkpoint",
        description="A few lines, secret from nobody: keep them elsewhere, and 'ledger audit --since' shows later "
        "whether anything before them was changed. Carries the witnesses' signatures once they are there.",
    )  # fmt: skip
    show.add_argument("--cosigned", action="store_true", help="the newest one that enough witnesses signed")
    _finish(show, _checkpoint)
    keep = parts.add_parser(
        "keep", help="write the newest checkpoint to the file kept elsewhere",
        description="Writes it to kept_checkpoint, where a running bot keeps it up to date. From then on an older copy "
        "of the data does not open.",
    )  # fmt: skip
    keep.add_argument(
        "--accept-loss", action="store_true",
        help="this ledger is an older copy and nothing newer exists: move aside what says otherwise, and go on. "
        "Receipts of the lost entries stand alone from then on",
    )  # fmt: skip
    _finish(keep, _keep)
    sign = parts.add_parser(
        "cosign",
        help="ask the witnesses now",
        description="A running bot asks them every minute; stop it first. Exit status 1 if not enough of them signed.",
    )
    _finish(sign, _cosign)


def _finish(parser: argparse.ArgumentParser, run: Any) -> None:
    folders.add(parser)
    parser.set_defaults(run=run)


def _checkpoint(options: argparse.Namespace) -> int:
    folder = folders.settings(options).data / "ledger"
    plain, signed = store.read_checkpoint(folder), cosigned.read(folder)
    if options.cosigned and signed is None:
        print("tallystick: no checkpoint has enough witnesses' signatures yet", file=sys.stderr)
        return 1
    note = signed if options.cosigned and signed is not None else cosigned.merged(plain, signed)
    print(note.decode(), end="")
    return 0


def _keep(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    outside, folder = settings.outside, settings.data / "ledger"
    plain = store.read_checkpoint(folder)
    if options.accept_loss and store.in_use(folder):
        raise LockedError(str(folder))
    book, _, _ = load(lambda: store.read_lines(folder), plain, str(folder / store.CHECKPOINT))
    elsewhere = [path for path in (outside.kept, outside.announce_file) if path is not None]
    for path in [*elsewhere, folder / cosigned.COSIGNED]:
        if path.exists():
            _require(book, path, accept_loss=options.accept_loss)
    if outside.kept is None:
        if not options.accept_loss:
            raise ConfigError("kept_checkpoint is not set: name a file elsewhere, best on another disk")
        return 0
    make_folder(outside.kept.parent)
    replace_file(outside.kept, cosigned.merged(plain, cosigned.read(folder)), 0o644)
    print(f"the checkpoint of {book.size} entries is kept in {outside.kept}")
    return 0


def _require(book: Book, path: Path, *, accept_loss: bool) -> None:
    """Raise ForkError unless the ledger extends what is kept in ``path``; or move that aside and say what it means."""
    try:
        found = kept.checkpoints(kept.read(path), log_verifiers(book.state.genesis, book.state.eras), str(path))
    except (MalformedError, SignatureError) as fault:
        why = f"{fault.why}; no checkpoint of this ledger: name the right file, or move this one away"
        raise CorruptError(None, str(path), why) from None
    try:
        kept.require_extended(book.tree, found, str(path))
    except ForkError:
        if not accept_loss:
            raise
        aside = _aside(path)
        newest = kept.newest(found).size
        print(f"moved {path} to {aside}: keep it, its {newest} entries were signed")
        print(
            f"Tell everybody: receipts of entries from {_common(book.tree, found)} to {newest - 1} stand alone now. "
            "Witnesses that signed them will sign no more for this ledger; they know it better.",
            file=sys.stderr,
        )


def _common(tree: MerkleTree, found: list[Checkpoint]) -> int:
    """How many entries are surely the same: those of the largest kept checkpoint that this ledger extends, or, of a
    copy that is merely older, all."""
    sure = [each.size for each in found if each.size <= tree.size and tree.root(each.size) == each.root]
    differing = any(each.size <= tree.size and each.size not in sure for each in found)
    return max(sure, default=0) if differing else tree.size


def _aside(path: Path) -> Path:
    number = 1
    while (target := path.with_name(f"{path.name}.lost-{number}")).exists():
        number += 1
    with storage(path):
        path.rename(target)
    sync_folder(path.parent)
    return target


def _note(ledger: Ledger, found: Gathered) -> None:
    """What the witnesses said of another history, as a running bot notes it."""
    noted, now, shown = ledger.cosigned.conflicts, SystemClock().now(), parse_checkpoint(Note.parse(found.note).text)
    for witness in found.signed:
        noted.over(witness.name, now)
    for fault in found.faults:
        if fault.conflict:
            noted.begun(fault.witness, fault.kind, str(fault), shown, now)


def _cosign(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    policy = settings.outside.policy
    if policy is None:
        raise ConfigError("witnesses: none are set; name them in tallystick.toml or TALLYSTICK_WITNESSES")
    with folders.open_ledger(settings, SystemClock()) as ledger:
        found = asyncio.run(gather(ledger, settings.outside))
        _note(ledger, found)
        size = ledger.state.size
    for witness in found.signed:
        print(f"signed by {witness.name}")
    for fault in found.faults:
        print(f"{'CONFLICT: ' if fault.conflict else 'not signed: '}{fault}")
    enough = "enough" if found.reached else "not enough, so it reads unwitnessed"
    print(
        f"{size} entries, witnessed by {len(found.signed)} of {len(policy.witnesses)}; {policy.quorum} wanted: {enough}"
    )
    return 0 if found.reached else 1
