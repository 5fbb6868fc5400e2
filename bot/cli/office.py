"""``enrol``, ``invite``, ``revoke``: what a registrar does, with keys in files, while the bot stands still."""

from __future__ import annotations

import argparse
import datetime as dt
import html
import secrets
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.cli import folders, keyfiles
from bot.clock import SystemClock
from bot.config import ConfigError, Settings
from bot.enterprises import Profile, Registrar
from bot.names import Names
from bot.parse_input import amount
from bot.registration import parse_uscc
from bot.render import words
from ledger.errors import LedgerError
from ledger.service import Ledger
from ledger.signing import PrivateKey
from ledger.state import Person, Proposal
from ledger.types import PAYER_KINDS, SIZES

DAY_MS = 24 * 3600 * 1000
MOST_DAYS = 365
MOST_NAME = 200


def add(commands: Any) -> None:
    _add_enrol(commands)
    _add_invite(commands)
    revoke = commands.add_parser(
        "revoke", help="revoke a person's key",
        description="Revokes a key from now on; what it signed before stays valid. Stop the bot first.",
    )  # fmt: skip
    revoke.add_argument(
        "--person", required=True, metavar="ID", help="the person's id, as 'ledger show people' prints it"
    )
    revoke.add_argument("--reason", choices=("left", "lost", "compromised", "replaced"), default="lost")
    revoke.add_argument(
        "--suspect-since", type=int, metavar="SEQ", help="entry since which what it signed is contested"
    )
    revoke.add_argument(
        "--invite-again", action="store_true",
        help="and invite the same administrator or owner anew (a lost phone, a forgotten PIN); prints the code",
    )  # fmt: skip
    revoke.add_argument("--days", type=int, default=14, metavar="N", help="with --invite-again: days it is open (14)")
    _finish(revoke, _revoke)


def _add_enrol(commands: Any) -> None:
    enrol = commands.add_parser(
        "enrol", help="enrol an enterprise", description="Enrols an enterprise by its USCC. Stop the bot first."
    )
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
    _finish(enrol, _enrol)


def _add_invite(commands: Any) -> None:
    invite = commands.add_parser(
        "invite", help="invite an enterprise's first administrator or owner",
        description="Prints a one-time code to be given out of band. That person invites everybody else in the chat. "
        "Where several registrars are needed, name all their keys, or let the others endorse with --endorse. Stop "
        "the bot first.",
    )  # fmt: skip
    invite.add_argument("--uscc", help="the enterprise")
    invite.add_argument("--role", choices=("administrator", "owner"))
    invite.add_argument("--name", help="the person's name; kept encrypted, not in the ledger")
    invite.add_argument("--days", type=int, default=14, help="how long the code can be used (14)")
    invite.add_argument(
        "--endorse", type=int, metavar="SEQ", help="instead: sign another registrar's invitation, entry SEQ"
    )
    _finish(invite, _invite)


def _finish(parser: argparse.ArgumentParser, run: Any) -> None:
    add_keys(parser)
    folders.add(parser)
    parser.set_defaults(run=run)


def add_keys(parser: argparse.ArgumentParser) -> None:
    """Which registrars sign."""
    parser.add_argument(
        "--registrar", action="append", metavar="FILE", type=Path,
        help="a registrar's key, once for each signer; its passphrase is asked for (registrar-*.pem in --keys)",
    )  # fmt: skip
    parser.add_argument(
        "--passphrase-file", action="append", metavar="FILE", type=Path,
        help="read the passphrase from its first line instead; once for each encrypted key, in their order",
    )  # fmt: skip


@contextmanager
def _office(options: argparse.Namespace) -> Iterator[tuple[Ledger, Registrar]]:
    """The ledger, open for writing, and who signs."""
    settings = folders.settings(options)
    folders.require_real(settings)
    signers = keys(options, settings)
    with folders.open_ledger(settings, SystemClock()) as ledger:
        yield ledger, Registrar(ledger, signers)


def keys(options: argparse.Namespace, settings: Settings, more: Sequence[Path] = ()) -> list[PrivateKey]:
    """The registrars' keys that were named, or those in the folder of keys; behind them the keys in the files ``more``.
    Raises ConfigError, MalformedError, StorageError."""
    files = options.registrar or sorted(settings.keys.glob("registrar-*.pem"))
    if not files:
        raise ConfigError(f"no registrar's key (registrar-*.pem) in {settings.keys}; name the files with --registrar")
    return keyfiles.load_all([*files, *more], options.passphrase_file or ())


def _name(text: str) -> str:
    """A name as it is kept. Raises ConfigError."""
    name = unicodedata.normalize("NFC", text).strip()
    if not name or len(name) > MOST_NAME or not name.isprintable():
        raise ConfigError(f"--name: from 1 to {MOST_NAME} printable characters")
    return name


def _enrol(options: argparse.Namespace) -> int:
    try:
        dt.date.fromisoformat(options.size_since)
    except ValueError:
        raise ConfigError(f"--size-since: {options.size_since} is no date; write 2020-01-01") from None
    profile = Profile(
        name=_name(options.name), uscc=options.uscc, kind=options.kind, size=options.size,
        size_since=options.size_since, state_owned=options.state_owned, payer=options.payer, financier=options.bank,
        dual_above=_dual(options),
    )  # fmt: skip
    with _office(options) as (_, registrar):
        party = secrets.token_hex(16)
        entry = registrar.enrol(profile, party)
        print(f"enrolled {parse_uscc(profile.uscc)} as {party} (entry {entry.seq})")
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
    if options.endorse is not None:
        return _endorse(options)
    missing = [f"--{name}" for name in ("uscc", "role", "name") if getattr(options, name) is None]
    if missing:
        raise ConfigError(f"invite: {', '.join(missing)} must be given")
    days, name = _days(options), _name(options.name)
    with _office(options) as (ledger, registrar):
        party = _party(ledger, options.uscc)
        open_until = SystemClock().now() + days * DAY_MS
        code, waiting = registrar.invite(party, options.role, name, open_until)
    _tell_code(options, code, waiting, name)
    return 0


def _tell_code(options: argparse.Namespace, code: str, waiting: Proposal | None, name: str) -> None:
    print(f"/start {code}")
    print(f"Give it to {name} out of band; it works once, for {options.days} days.", file=sys.stderr)
    if waiting is not None:
        print(
            f"It does not work yet: entry {waiting.seq} proposes it, and {waiting.needs} more registrar(s) must sign "
            f"within seven days: tallystick invite --endorse {waiting.seq} --registrar FILE",
            file=sys.stderr,
        )


def _endorse(options: argparse.Namespace) -> int:
    if options.uscc or options.role or options.name:
        raise ConfigError("invite: --endorse takes no --uscc, --role or --name; they stand in the entry")
    with _office(options) as (ledger, registrar):
        proposal = registrar.waiting(options.endorse)
        if proposal is None:
            raise ConfigError(f"--endorse: entry {options.endorse} is no invitation that waits for a registrar")
        names, body = Names(ledger), dict(proposal.body)
        role = ", ".join(words.word("en", "role", str(each)) for each in body["roles"])  # type: ignore[union-attr]
        invited = names.text("en", str(body["name"]))
        print(html.unescape(f"{invited} as {role} of {names.party('en', str(body['party']))}"))
        left = registrar.endorse(proposal)
        print("endorsed; the code works now" if not left else f"endorsed; {left} more registrar(s) must sign")
    return 0


def _revoke(options: argparse.Namespace) -> int:
    with _office(options) as (ledger, registrar):
        person = ledger.state.people.get(options.person)
        if person is None:
            raise ConfigError(
                f"--person: nobody has the id {options.person}; 'tallystick ledger show people' lists them"
            )
        if options.invite_again:
            return _again(options, ledger, registrar, person)
        _end(options, registrar, person)
    return 0


def _end(options: argparse.Namespace, registrar: Registrar, person: Person) -> None:
    entry = registrar.revoke(person.person, person.key, options.reason, options.suspect_since)
    print(f"revoked the key of {person.person} from entry {entry.seq} on")


def _again(options: argparse.Namespace, ledger: Ledger, registrar: Registrar, person: Person) -> int:
    """Revoke and invite anew, under the same name; if the revocation is there already, as after an interruption, only
    the invitation."""
    days, role = _days(options), registrar.able_again(person)
    if role is None:
        raise ConfigError(
            "--invite-again: the registrar invites an enterprise's only administrator or owner; let its own "
            "administrator send /revoke and choose to invite again"
        )
    try:
        name = ledger.texts.read(person.name)
    except LedgerError:
        raise ConfigError("--invite-again: the name was erased; use 'revoke', then 'invite' with a name") from None
    if person.revoked_seq is None:
        _end(options, registrar, person)
    code, waiting = registrar.invite(person.party, role, name, SystemClock().now() + days * DAY_MS)
    _tell_code(options, code, waiting, name)
    return 0


def _days(options: argparse.Namespace) -> int:
    if not 1 <= options.days <= MOST_DAYS:
        raise ConfigError(f"--days: from 1 to {MOST_DAYS}")
    return int(options.days)
