"""``init``, ``enrol``, ``invite``, ``revoke``: what a registrar does, with keys in files."""

from __future__ import annotations

import argparse
import datetime as dt
import secrets
import sys
from pathlib import Path
from typing import Any

from bot.cli import folders
from bot.clock import SystemClock
from bot.config import ConfigError, Settings
from bot.enterprises import Profile, Registrar
from bot.parse_input import amount
from bot.registration import parse_uscc
from ledger.durable import create_file
from ledger.service import Ledger
from ledger.signing import PrivateKey
from ledger.types import PAYER_KINDS, SIZES, RegistrarKey

DAY_MS = 24 * 3600 * 1000


def add(commands: Any) -> None:
    init = commands.add_parser(
        "init", help="make a real ledger: genesis and keys",
        description="Makes the ledger in --data, its secrets and the registrars' keys (registrar-1.pem …) in --keys. "
        "Move each registrar's key to the person who keeps it.",
    )  # fmt: skip
    init.add_argument("--origin", required=True, help="the ledger's name for ever, such as ledger.example.org/sme")
    init.add_argument("--registrars", type=int, default=2, metavar="N", help="registrar keys to make (2)")
    init.add_argument(
        "--payer-threshold", type=int, metavar="N", help="registrars who enrol a payer's administrator (all)"
    )
    _finish(init, _init)
    enrol = commands.add_parser("enrol", help="enrol an enterprise", description="Enrols an enterprise by its USCC.")
    enrol.add_argument(
        "--name", required=True, help="registered name; other spellings behind bars: '贺兰水务 | Helan Water'"
    )
    enrol.add_argument("--uscc", required=True, help="unified social credit code, 18 characters")
    enrol.add_argument("--kind", choices=PAYER_KINDS, default="enterprise")
    enrol.add_argument("--size", choices=SIZES, default="small", help="by the official standard (small)")
    enrol.add_argument("--size-since", default="2020-01-01", metavar="DATE", help="since when it has had that size")
    enrol.add_argument("--state-owned", action="store_true")
    enrol.add_argument("--payer", action="store_true", help="it confirms and pays: maker, checker, administrator")
    enrol.add_argument("--bank", action="store_true", help="it finances")
    enrol.add_argument(
        "--dual-above", metavar="AMOUNT", help="two people above this amount; 'always' (payers), 'never'"
    )
    _registrar(enrol)
    _finish(enrol, _enrol)
    invite = commands.add_parser(
        "invite", help="invite an enterprise's first administrator or owner",
        description="Prints a one-time code to be given out of band. That person invites everybody else in the chat.",
    )  # fmt: skip
    invite.add_argument("--uscc", required=True)
    invite.add_argument("--role", choices=("administrator", "owner"), required=True)
    invite.add_argument("--name", required=True, help="the person's name; kept encrypted, not in the ledger")
    invite.add_argument("--days", type=int, default=14, help="how long the code can be used (14)")
    _registrar(invite)
    _finish(invite, _invite)
    revoke = commands.add_parser("revoke", help="revoke a person's key", description="Revokes a key from now on.")
    revoke.add_argument(
        "--person", required=True, metavar="ID", help="the person's id, as 'ledger show people' prints it"
    )
    revoke.add_argument("--reason", choices=("left", "lost", "compromised", "replaced"), default="lost")
    revoke.add_argument(
        "--suspect-since", type=int, metavar="SEQ", help="entry since which what it signed is contested"
    )
    _registrar(revoke)
    _finish(revoke, _revoke)


def _finish(parser: argparse.ArgumentParser, run: Any) -> None:
    folders.add(parser)
    parser.set_defaults(run=run)


def _registrar(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--registrar", action="append", metavar="FILE", type=Path,
        help="a registrar's key, once for each signer (registrar-*.pem in --keys)",
    )  # fmt: skip


def _init(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    if not 1 <= options.registrars <= 16:
        raise ConfigError("--registrars: from 1 to 16")
    threshold = options.payer_threshold or options.registrars
    if not 1 <= threshold <= options.registrars:
        raise ConfigError(f"--payer-threshold: from 1 to the number of registrars ({options.registrars})")
    keys = [PrivateKey.generate() for _ in range(options.registrars)]
    named = [RegistrarKey(secrets.token_hex(16), key.public.base64) for key in keys]
    with Ledger.create(
        settings.data, settings.keys, origin=options.origin, registrar_keys=named,
        thresholds={"log": 1, "payer": threshold}, clock=SystemClock(),
    ) as ledger:  # fmt: skip
        for number, key in enumerate(keys, 1):
            create_file(settings.keys / f"registrar-{number}.pem", key.pem())
        print(f"ledger {ledger.id}\nlog key {ledger.log_vkey}\ndata {settings.data}\nkeys {settings.keys}")
    print("Publish the ledger's id and log key; give each registrar-N.pem to its keeper.", file=sys.stderr)
    return 0


def _office(options: argparse.Namespace, settings: Settings, ledger: Ledger) -> Registrar:
    files = options.registrar or sorted(settings.keys.glob("registrar-*.pem"))
    if not files:
        raise ConfigError(f"no registrar key in {settings.keys}; name the files with --registrar")
    return Registrar(ledger, [PrivateKey.from_pem(path.read_bytes(), str(path)) for path in files])


def _enrol(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    try:
        dt.date.fromisoformat(options.size_since)
    except ValueError:
        raise ConfigError(f"--size-since: {options.size_since} is no date; write 2020-01-01") from None
    profile = Profile(
        name=options.name, uscc=options.uscc, kind=options.kind, size=options.size, size_since=options.size_since,
        state_owned=options.state_owned, payer=options.payer, financier=options.bank, dual_above=_dual(options),
    )  # fmt: skip
    with Ledger.open(settings.data, settings.keys, SystemClock()) as ledger:
        party = secrets.token_hex(16)
        entry = _office(options, settings, ledger).enrol(profile, party)
        print(f"enrolled {profile.uscc} as {party} (entry {entry.seq})")
    return 0


def _dual(options: argparse.Namespace) -> int | None:
    word = options.dual_above or ("always" if options.payer else "never")
    if word == "never":
        return None
    return 0 if word == "always" else amount(word)


def _party(ledger: Ledger, text: str) -> str:
    code = parse_uscc(text)
    party = ledger.state.by_uscc.get(code) if code is not None else None
    if party is None:
        raise ConfigError(f"--uscc: {text} is not enrolled; enrol it first with 'tallystick enrol'")
    return party


def _invite(options: argparse.Namespace) -> int:
    settings, clock = folders.settings(options), SystemClock()
    with Ledger.open(settings.data, settings.keys, clock) as ledger:
        party = _party(ledger, options.uscc)
        office = _office(options, settings, ledger)
        code = office.invite(party, options.role, options.name, clock.now() + options.days * DAY_MS)
    print(f"/start {code}")
    print(f"Give it to {options.name} out of band; it works once, for {options.days} days.", file=sys.stderr)
    return 0


def _revoke(options: argparse.Namespace) -> int:
    settings = folders.settings(options)
    with Ledger.open(settings.data, settings.keys, SystemClock()) as ledger:
        person = ledger.state.people.get(options.person)
        if person is None:
            raise ConfigError(
                f"--person: nobody has the id {options.person}; 'tallystick ledger show people' lists them"
            )
        office = _office(options, settings, ledger)
        entry = office.revoke(person.person, person.key, options.reason, options.suspect_since)
        print(f"revoked the key of {person.person} from entry {entry.seq} on")
    return 0
