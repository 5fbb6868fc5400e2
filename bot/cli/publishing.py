"""``ledger publish`` and ``ledger published``: the folder that a static web server serves, and its check."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from bot.cli import folders
from bot.config import ConfigError
from ledger import cosigned, kept, published, store
from ledger.checkpoint import Verifier
from ledger.errors import CorruptError, MalformedError, SignatureError
from ledger.publish import keep_apart, publish


def add(parts: Any) -> None:
    """The two parts of ``tallystick ledger``."""
    out = parts.add_parser(
        "publish", help="write checkpoint and tiles for a static web server",
        description="Brings a folder up to the newest checkpoint (C2SP tlog-tiles): hashes alone, for everybody. Reads "
        "without a lock, also while the bot runs; writes what is new; refuses a folder whose history this ledger does "
        "not extend.",
    )  # fmt: skip
    out.add_argument("--to", metavar="DIR", type=Path, required=True, help="the public folder")
    out.add_argument(
        "--entries", metavar="DIR", type=Path,
        help="a folder of entry bundles, for admitted readers alone: made with mode 0700, or with the mode it has",
    )  # fmt: skip
    out.add_argument(
        "--witnessed", action="store_true",
        help="publish the newest checkpoint that enough witnesses signed, instead of the newest one",
    )  # fmt: skip
    folders.add(out)
    out.set_defaults(run=_publish)
    check = parts.add_parser(
        "published", help="check a published folder",
        description="Checks that every tile leads to the signed checkpoint, and that it extends one that was kept. "
        "Needs neither the ledger nor its keys. Exit status 1 if anything does not hold.",
    )  # fmt: skip
    check.add_argument("folder", metavar="DIR", type=Path)
    check.add_argument(
        "--key", metavar="VKEY", action="append", required=True, help="the log's key, as the operator publishes it"
    )
    check.add_argument("--since", metavar="FILE", type=Path, help="a checkpoint that was kept, or a file of many")
    check.add_argument("--entries", metavar="DIR", type=Path, help="check the bundles in this folder, too")
    check.set_defaults(run=_check)


def _publish(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    keep_apart(settings.data, options.to, *([options.entries] if options.entries else []))
    keep_apart(settings.keys, options.to, *([options.entries] if options.entries else []))
    source = settings.data / "ledger" if (settings.data / "ledger").is_dir() else settings.data
    done = publish(source, options.to, options.entries, note=_note(source, witnessed=options.witnessed))
    point = done.checkpoint
    print(f"published {point.size} entries of {point.origin} in {options.to}: {done.tiles} new tiles")
    if options.entries is not None:
        print(f"{done.bundles} new entry bundles in {options.entries}; whoever serves them admits its readers")
    return 0


def _note(source: Path, *, witnessed: bool) -> bytes:
    """The checkpoint to publish, with the lines of the witnesses that signed it already. Raises ConfigError."""
    plain, signed = store.read_checkpoint(source), cosigned.read(source)
    if not witnessed:
        return cosigned.merged(plain, signed)
    if signed is None:
        raise ConfigError(f"no checkpoint in {source} was witnessed yet; publish without --witnessed")
    return signed


def _check(options: argparse.Namespace) -> int:
    try:
        verifiers = [Verifier.from_vkey(text, "--key") for text in options.key]
    except (MalformedError, SignatureError) as fault:
        raise ConfigError(str(fault)) from None
    try:
        since = (
            [] if options.since is None else kept.checkpoints(kept.read(options.since), verifiers, str(options.since))
        )
        found = published.check(options.folder, verifiers, kept=since, entries=options.entries)
    except (CorruptError, MalformedError, SignatureError) as fault:
        print(f"does not verify: {fault}")
        return 1
    print(f"verifies: every tile leads to the checkpoint of {found.origin}, size {found.size}, root {found.root.hex()}")
    for each in since:
        print(f"extends the checkpoint of {each.size} entries in {options.since}")
    if options.entries is not None:
        print(f"{options.entries / store.CHECKPOINT} and the bundles hold the same {found.size} entries, linked")
    return 0
