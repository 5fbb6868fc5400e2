"""``keys``: a backup of the secrets and the held keys under a passphrase, and putting it back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from bot.cli import folders, office, passphrases
from bot.cli.reading import read_book
from bot.clock import SystemClock
from bot.config import ConfigError, Settings
from bot.enterprises import Registrar
from bot.render import instant
from ledger import backup, logkeys, store
from ledger.backup import Backup
from ledger.durable import create_file, storage
from ledger.keys import Keys, check_apart
from ledger.replay import genesis_of
from ledger.signing import key_id

MOST = 64 * 2**20  # bytes


def add(commands: Any) -> None:
    keys = commands.add_parser("keys", help="back up and restore secrets and held keys")
    inner = keys.add_subparsers(dest="what", required=True, metavar="WHAT")
    make = inner.add_parser(
        "backup", help="write the secrets to one encrypted file",
        description="Writes every file of the folder of keys and all held keys to one file, encrypted under a "
        "passphrase. Whoever has both can act for the log: keep them apart from each other and from the data.",
    )  # fmt: skip
    make.add_argument("--to", type=Path, metavar="FILE", required=True, help="the file to write; never overwritten")
    _finish(make, _backup)
    put = inner.add_parser(
        "restore", help="put back what is missing",
        description="Puts back the secrets and held keys that are missing. Nothing that differs is overwritten, no "
        "count of wrong PINs is lowered, and no key comes back that was revoked or replaced since. Stop the bot first.",
    )  # fmt: skip
    put.add_argument("file", type=Path, metavar="FILE")
    _finish(put, _restore)
    rotate = inner.add_parser(
        "rotate-log", help="replace the log's key",
        description="Makes a new key for the log and records an entry that the old and the new key sign; from it on "
        "checkpoints are signed by the new one. Interrupted, it is finished by calling it again. Stop the bot first.",
    )  # fmt: skip
    rotate.add_argument(
        "--log-key", action="append", type=Path, metavar="FILE", help="another log key, where genesis demands several"
    )
    office.add_keys(rotate)
    folders.add(rotate)
    rotate.set_defaults(run=_rotate)

    own = inner.add_parser(
        "rotate-registrar", help="replace a registrar's key",
        description="Records an entry that a registrar's present key and the new one sign; from it on only the new one "
        "signs. Make the new key with 'key new', on its keeper's machine. Stop the bot first.",
    )  # fmt: skip
    own.add_argument("new", type=Path, metavar="NEW", help="the file with the new key")
    office.add_keys(own)
    folders.add(own)
    own.set_defaults(run=_rotate_registrar)


def _finish(parser: argparse.ArgumentParser, run: Any) -> None:
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help="read the passphrase from its first line")
    folders.add(parser)
    parser.set_defaults(run=run)


def _rotate(options: argparse.Namespace) -> int:
    """New key on the disk, entry, old key set aside: each step is found done if the one before it was interrupted."""
    settings = folders.settings(options)
    folders.require_real(settings)
    others = options.log_key or []
    opened = office.keys(options, settings, others)
    signers, present_keys = opened[: len(opened) - len(others)], opened[len(opened) - len(others) :]
    keys = Keys.load(settings.keys).begin_rotation(settings.keys)
    assert keys.next_log is not None
    with folders.open_ledger(settings, SystemClock()) as ledger:
        present = ledger.state.eras[-1].keys
        if keys.next_log.public.base64 not in present:
            with_them = [keys.log, *present_keys]
            body = logkeys.rotation(ledger.id, keys.log.public.base64, keys.next_log, with_them)
            entry = Registrar(ledger, signers).replace_log_key(body)
            print(f"log key replaced with entry {entry.seq}")
        print(f"log key {ledger.log_vkey}")
    keys.end_rotation(settings.keys)
    print(
        "Publish the new log key beside the old one: receipts of before need the old one still. Give it to your "
        "witnesses: until they know it ('witness add-log') they do not sign.",
        file=sys.stderr,
    )
    return 0


def _rotate_registrar(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    folders.require_real(settings)
    if options.registrar is None or len(options.registrar) != 1:
        raise ConfigError("--registrar: name the one key that is to be replaced")
    *signers, new = office.keys(options, settings, [options.new])
    with folders.open_ledger(settings, SystemClock()) as ledger:
        entry = Registrar(ledger, signers).replace_key(new)
    print(f"registrar's key replaced with entry {entry.seq}; key {new.id} signs from now on")
    return 0


def _passphrase(options: argparse.Namespace, *, again: bool) -> bytes:
    if options.passphrase_file is not None:
        return passphrases.from_file(options.passphrase_file, new=again)
    return passphrases.asked("Passphrase of the backup", again=again)


def _identity(settings: Settings) -> str | None:
    """The ledger in the data folder; None if there is none."""
    folder = settings.data / "ledger"
    return genesis_of(next(store.read_lines(folder), b"")).hash if folder.is_dir() else None


def _backup(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    target: Path = options.to
    for folder in (settings.data, settings.keys):
        if target.resolve().is_relative_to(folder.resolve()):
            raise ConfigError(f"--to: {target} lies in {folder}, where it would be lost with it; name another place")
    if target.exists():
        raise ConfigError(f"--to: {target} is there already; name a new file")
    ledger = _identity(settings)
    if ledger is None:
        raise ConfigError(f"data ({settings.data}) holds no ledger, so there are no keys to back up")
    files = backup.collect(settings.data, settings.keys)
    sealed = backup.seal(Backup(ledger, SystemClock().now(), files), _passphrase(options, again=True))
    create_file(target, sealed)
    held = sum(name.startswith("held/") and not name.endswith(backup.TRIES) for name in files)
    print(f"{target}: {sum(name.startswith('keys/') for name in files)} secrets, {held} held keys")
    print("Restore it once elsewhere to see that it works; keep its passphrase in another place.", file=sys.stderr)
    return 0


def _restore(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    check_apart(settings.data, settings.keys)
    with storage(options.file), options.file.open("rb") as file:
        found = backup.unseal(file.read(MOST), _passphrase(options, again=False), str(options.file))
    there = _identity(settings)
    if there is not None and there != found.ledger:
        raise ConfigError(f"{options.file} is of ledger {found.ledger}, the data are of {there}; name its own folders")
    if there is not None and store.in_use(settings.data / "ledger"):
        raise ConfigError(f"data ({settings.data}) is in use; stop the bot first")
    written, left = backup.restore(found, settings.data, settings.keys, in_force=_in_force(settings, there))
    print(f"restored {len(written)} files of the backup of {instant('en', found.made_at)} (Shanghai)")
    if left:
        print(f"left out {len(left)} held keys that were revoked, replaced, or enrolled nowhere", file=sys.stderr)
    return 0


def _in_force(settings: Settings, ledger: str | None) -> Any:
    """Which held keys still count, by the ledger; without one all are put back."""
    if ledger is None:
        return None
    people = read_book(settings.data)[0].state.people

    def counts(person: str, public: str) -> bool:
        known = people.get(person)
        if known is None or known.revoked_seq is not None or not public:
            return False
        return key_id(bytes.fromhex(public)) == known.key

    return counts
