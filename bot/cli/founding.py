"""``init``: a real ledger with its secrets and the registrars' keys, all of it or nothing."""

from __future__ import annotations

import argparse
import secrets
import shutil
import sys
from pathlib import Path
from typing import Any

from bot.cli import folders
from bot.clock import SystemClock
from bot.config import ConfigError, Settings
from ledger import keys as ledger_keys
from ledger.durable import create_file, make_folder
from ledger.errors import MalformedError, SignatureError
from ledger.service import Ledger
from ledger.signing import PrivateKey, PublicKey
from ledger.types import RegistrarKey

MOST_REGISTRARS = 16
PARTS = ("ledger", "ledger.new", "texts", "held", "bot", "demo-clock.json")


def add(commands: Any) -> None:
    init = commands.add_parser(
        "init", help="make a real ledger: genesis and keys",
        description="Makes the ledger in --data, and in --keys its secrets and the registrars' keys (registrar-1.pem "
        "…). Move each registrar's key to the person who keeps it. If it fails, nothing is left behind.",
    )  # fmt: skip
    init.add_argument("--origin", required=True, help="the ledger's name for ever, such as ledger.example.org/sme")
    init.add_argument("--registrars", type=int, metavar="N", help="registrar keys to make (2)")
    init.add_argument(
        "--registrar-public", action="append", metavar="KEY",
        help="instead: the public half of a key that its keeper made ('key show' prints it); once for each registrar",
    )  # fmt: skip
    init.add_argument(
        "--payer-threshold", type=int, metavar="N", help="registrars who invite a payer's administrator (all)"
    )
    folders.add(init)
    init.set_defaults(run=_init)


def _init(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    made, named = _registrars(options)
    threshold = len(named) if options.payer_threshold is None else options.payer_threshold
    if not 1 <= threshold <= len(named):
        raise ConfigError(f"--payer-threshold: from 1 to the number of registrars ({len(named)})")
    if options.origin.endswith(".invalid"):
        raise ConfigError("--origin: names that end in .invalid are for demos; choose a name of your own")
    _require_room(settings)
    fresh = [each for each in (settings.data, settings.keys) if not each.exists()]
    try:
        ledger, vkey = _make(settings, options.origin, made, named, threshold)
    except BaseException:
        _undo(settings, fresh)
        raise
    print(f"ledger {ledger}\nlog key {vkey}\ndata {settings.data}\nkeys {settings.keys}")
    print("Publish the ledger's id and log key.", file=sys.stderr)
    if made:
        copy = "'tallystick key copy registrar-N.pem NEW'"
        print(f"Give each registrar-N.pem to its keeper, encrypted ({copy}), and remove it here.", file=sys.stderr)
    return 0


def _registrars(options: argparse.Namespace) -> tuple[list[PrivateKey], list[RegistrarKey]]:
    """The registrars' keys to be written here, and all that the genesis names. Raises ConfigError."""
    if options.registrar_public is not None:
        if options.registrars is not None:
            raise ConfigError("--registrars and --registrar-public exclude each other")
        publics = [_public(text) for text in options.registrar_public]
        if len(set(publics)) < len(publics):
            raise ConfigError("--registrar-public names one key twice; each registrar has their own")
        made = []
    else:
        count = 2 if options.registrars is None else options.registrars
        made = [PrivateKey.generate() for _ in range(count)]
        publics = [key.public.base64 for key in made]
    if not 1 <= len(publics) <= MOST_REGISTRARS:
        raise ConfigError(f"--registrars: from 1 to {MOST_REGISTRARS}")
    return made, [RegistrarKey(secrets.token_hex(16), public) for public in publics]


def _public(text: str) -> str:
    try:
        return PublicKey.from_base64(text, "--registrar-public").base64
    except (MalformedError, SignatureError) as fault:
        raise ConfigError(f"{fault}; give what 'tallystick key show' prints behind 'public'") from None


def _require_room(settings: Settings) -> None:
    """Nothing of an earlier ledger may be there, so that whatever is there after a failure is this call's."""
    there = next((name for name in PARTS if (settings.data / name).exists()), None)
    if there is not None:
        raise ConfigError(
            f"data ({settings.data}) holds a ledger already, or parts of one ({there}); nothing was changed, name "
            "another folder with --data"
        )
    outside = settings.outside
    for name, path in (("kept_checkpoint", outside.kept), ("announce_file", outside.announce_file)):
        if path is not None and path.exists():
            raise ConfigError(f"{name} ({path}) is there already, of another ledger; nothing was changed, move it away")
    if settings.keys.is_dir() and any(settings.keys.iterdir()):
        raise ConfigError(
            f"keys ({settings.keys}) is not empty, perhaps it holds another ledger's keys; name another one with --keys"
        )


def _make(
    settings: Settings, origin: str, made: list[PrivateKey], named: list[RegistrarKey], threshold: int
) -> tuple[str, str]:
    """The ledger's id and its log's verifier key."""
    with Ledger.create(
        settings.data, settings.keys, origin=origin, registrar_keys=named,
        thresholds={"log": 1, "payer": threshold}, clock=SystemClock(),
    ) as ledger:  # fmt: skip
        for number, key in enumerate(made, 1):
            create_file(settings.keys / f"registrar-{number}.pem", key.pem())
        if settings.outside.kept is not None:
            make_folder(settings.outside.kept.parent)
            create_file(settings.outside.kept, ledger.checkpoint(), 0o644)
        return ledger.id, ledger.log_vkey


def _undo(settings: Settings, made: list[Path]) -> None:
    """Take away what this call made, in folders that were empty or not there."""
    for name in PARTS:
        shutil.rmtree(settings.data / name, ignore_errors=True)  # only what _require_room found absent
    if settings.keys.is_dir():
        names = {ledger_keys.LOG, ledger_keys.WRAPPING, ledger_keys.FINGERPRINT, ledger_keys.TEXTS}
        for path in settings.keys.iterdir():
            if path.name in names or path.match("registrar-*.pem"):
                path.unlink(missing_ok=True)
    for folder in made:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
