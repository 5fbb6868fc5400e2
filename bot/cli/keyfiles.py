"""``key`` and ``sign``: a person's own key, made, shown and used without any ledger folder or network."""

from __future__ import annotations

import argparse
import html
import re
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.cli import passphrases
from bot.clock import SystemClock
from bot.config import ConfigError
from bot.render import prepared as words
from bot.texts import LANGUAGES, Html
from ledger import prepared
from ledger.checkpoint import Verifier, valid_name
from ledger.durable import create_file, storage
from ledger.envelope import Envelope
from ledger.prepared import Invitation, Prepared, Replacement
from ledger.signing import PrivateKey

NEXT = "Send this file to the bot in your private chat, or paste its text there."


def add(commands: Any) -> None:
    key = commands.add_parser("key", help="a key of your own: make, show, copy, enrol")
    inner = key.add_subparsers(dest="what", required=True, metavar="WHAT")
    new = inner.add_parser(
        "new", help="make a key pair",
        description="Makes an Ed25519 key (PKCS#8 PEM, as OpenSSL reads it) in a file of mode 0600, encrypted under a "
        "passphrase. A file that is there is never overwritten. Keep a copy in another place: nobody can restore it. "
        "'key copy' gives the same key under another passphrase, or in the plain form.",
    )  # fmt: skip
    new.add_argument("file", type=Path, metavar="FILE")
    new.add_argument("--no-passphrase", action="store_true", help="leave the file unencrypted")
    _passphrase(new, _new)
    show = inner.add_parser("show", help="show the public half", description="Shows the public half of a key file.")
    show.add_argument("file", type=Path, metavar="FILE")
    show.add_argument("--name", help="the name in the verifier key (the file's)")
    _passphrase(show, _show)
    copy = inner.add_parser(
        "copy", help="the same key in another file, under another passphrase",
        description="Writes the key of FILE to the new file NEW, encrypted under a new passphrase: a plain key file "
        "(a registrar's, as 'init' makes it) for its keeper, or another passphrase for an encrypted one. FILE stays.",
    )  # fmt: skip
    copy.add_argument("file", type=Path, metavar="FILE")
    copy.add_argument("to", type=Path, metavar="NEW")
    copy.add_argument(
        "--no-passphrase", action="store_true", help="leave NEW unencrypted: the plain PKCS#8 PEM that OpenSSL reads"
    )
    copy.add_argument(
        "--new-passphrase-file", type=Path, metavar="FILE", help="read the new passphrase from this file's first line"
    )
    _passphrase(copy, _copy)
    enrol = inner.add_parser(
        "enrol", help="answer an invitation with this key",
        description="Reads the invitation (or the paper for a new key) that the bot sent, says in words what it is, "
        "and writes the signature that proves you have the key. Needs neither a ledger folder nor a network.",
    )  # fmt: skip
    enrol.add_argument("file", type=Path, metavar="DOCUMENT")
    _signer(enrol, _enrol)
    sign = commands.add_parser(
        "sign", help="sign a prepared event with your own key",
        description="Reads a prepared event that the bot sent, says in words what would be signed, asks, and writes "
        "the signature beside it. Needs neither a ledger folder nor a network.",
    )  # fmt: skip
    sign.add_argument("file", type=Path, metavar="DOCUMENT")
    _signer(sign, _sign)


def _signer(parser: argparse.ArgumentParser, run: Any) -> None:
    parser.add_argument("--key", type=Path, metavar="FILE", required=True, help="your key file")
    parser.add_argument("--to", type=Path, metavar="FILE", help="where the signature goes (DOCUMENT.sig)")
    parser.add_argument("--language", choices=LANGUAGES, help="language of the words (the document's)")
    parser.add_argument("--yes", action="store_true", help="sign without asking; the words are still shown")
    _passphrase(parser, run)


def _passphrase(parser: argparse.ArgumentParser, run: Any) -> None:
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="read the passphrase from this file's first line"
    )
    parser.set_defaults(run=run)


def load(path: Path, passphrase_file: Path | None) -> PrivateKey:
    """The key in a file; asks for the passphrase where it is needed. Raises MalformedError, StorageError,
    ConfigError."""
    return _opened(path, _pem(path), passphrase_file)


def load_all(paths: Sequence[Path], passphrase_files: Sequence[Path]) -> list[PrivateKey]:
    """The keys in several files. The passphrase files belong to the encrypted ones among them, in their order; where
    there is none, it is asked for. Raises as ``load``."""
    left, found = list(passphrase_files), []
    for path in paths:
        pem = _pem(path)
        found.append(_opened(path, pem, left.pop(0) if left and _encrypted(pem) else None))
    if left:
        raise ConfigError(f"--passphrase-file: {left[0]} belongs to no key; fewer of the key files are encrypted")
    return found


def _opened(path: Path, pem: bytes, passphrase_file: Path | None) -> PrivateKey:
    passphrase = None
    if _encrypted(pem):
        passphrase = (
            passphrases.asked(f"Passphrase of {path}")
            if passphrase_file is None
            else passphrases.from_file(passphrase_file)
        )
    return PrivateKey.from_pem(pem, str(path), passphrase)


def _pem(path: Path) -> bytes:
    """The file's bytes; a plain key that others may read is told of."""
    with storage(path):
        pem, mode = path.read_bytes(), stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077 and b"PRIVATE KEY" in pem and not _encrypted(pem):
        print(
            f"tallystick: {path} is not encrypted, and others may read it (mode {mode:04o}); see 'tallystick key copy'",
            file=sys.stderr,
        )
    return pem


def _encrypted(pem: bytes) -> bool:
    return b"ENCRYPTED" in pem


def _new(options: argparse.Namespace) -> int:
    path: Path = options.file
    _require_new(path)
    if options.no_passphrase and options.passphrase_file is not None:
        raise ConfigError("--no-passphrase and --passphrase-file exclude each other")
    passphrase = _chosen(options, options.passphrase_file)
    key = PrivateKey.generate()
    create_file(path, key.pem(passphrase))
    _written(path, key, passphrase)
    if passphrase is not None:
        print(
            f"OpenSSL asks for the passphrase when it reads this file; the plain form: "
            f"tallystick key copy {path} PLAIN.pem --no-passphrase",
            file=sys.stderr,
        )
    return 0


def _copy(options: argparse.Namespace) -> int:
    path: Path = options.to
    _require_new(path)
    if options.no_passphrase and options.new_passphrase_file is not None:
        raise ConfigError("--no-passphrase and --new-passphrase-file exclude each other")
    key = load(options.file, options.passphrase_file)
    passphrase = _chosen(options, options.new_passphrase_file)
    create_file(path, key.pem(passphrase))
    _written(path, key, passphrase)
    print(f"{options.file} stays; remove it once you have seen that the copy opens ('key show')", file=sys.stderr)
    return 0


def _require_new(path: Path) -> None:
    if path.exists():
        raise ConfigError(f"{path} is there already, and a key is never overwritten; name another file")


def _chosen(options: argparse.Namespace, file: Path | None) -> bytes | None:
    """The passphrase to seal a key under; None if it is to be left plain."""
    if options.no_passphrase:
        return None
    return passphrases.asked("New passphrase", again=True) if file is None else passphrases.from_file(file, new=True)


def _written(path: Path, key: PrivateKey, passphrase: bytes | None) -> None:
    print(f"{path}: key {key.id}, {'not encrypted' if passphrase is None else 'encrypted'}")


def _show(options: argparse.Namespace) -> int:
    key = load(options.file, options.passphrase_file)
    name = options.name or re.sub(r"[\s+]+", "-", options.file.stem) or "key"
    if not valid_name(name):
        raise ConfigError(f"--name: {name!r} has white space or '+', which no verifier key's name has")
    print(f"key {key.id}\npublic {key.public.base64}\nverifier {Verifier(name, key.public).vkey}")
    return 0


def _document(path: Path) -> Prepared | Invitation | Replacement:
    with storage(path), path.open("rb") as file:
        return prepared.read(file.read(prepared.MAX_PREPARED + 1), str(path))


def _language(options: argparse.Namespace, told: prepared.Told) -> str:
    return str(options.language or (told.language if told.language in LANGUAGES else "en"))


def _target(options: argparse.Namespace) -> Path:
    target: Path = options.to or options.file.with_name(options.file.name + ".sig")
    if target.exists():
        raise ConfigError(f"{target} is there already; name a new file with --to")
    return target


def _enrol(options: argparse.Namespace) -> int:
    found, target = _document(options.file), _target(options)
    if isinstance(found, Prepared):
        raise ConfigError(f"{options.file} is an event to sign; use 'tallystick sign'")
    key, language = load(options.key, options.passphrase_file), _language(options, found.told)
    if isinstance(found, Replacement):
        if key.id == found.key:
            raise ConfigError("--key: this is the key that is to be replaced; name the new one")
        shown = words.replacement(language, found, key.id)
    else:
        shown = words.invitation(language, found, key.id)
    if not _agreed(options, shown):
        return 1
    if isinstance(found, Replacement):
        made = found.prove(key)
    else:
        made = Envelope(found.enrol(key, SystemClock().now()), key.id).format()
    create_file(target, made, 0o644)
    print(f"written to {target}. {NEXT}")
    return 0


def _sign(options: argparse.Namespace) -> int:
    found, target = _document(options.file), _target(options)
    if not isinstance(found, Prepared):
        raise ConfigError(f"{options.file} is no event; for a new key use 'tallystick key enrol'")
    key, language = load(options.key, options.passphrase_file), _language(options, found.told)
    signed = found.sign(key)
    if not _agreed(options, words.lines(language, found)):
        return 1
    create_file(target, Envelope(signed, key.id).format(), 0o644)
    print(f"signature in {target}. {NEXT}")
    return 0


def _agreed(options: argparse.Namespace, shown: list[Html]) -> bool:
    for line in shown:
        print(_plain(line))
    if options.yes:
        return True
    if not sys.stdin.isatty():
        raise ConfigError("no terminal to ask on; read the words above, and sign with --yes")
    try:
        answer = input("Sign? Write yes: ")
    except EOFError:
        answer = ""
    if answer.strip().lower() in ("yes", "是"):
        return True
    print("nothing was signed")
    return False


def _plain(line: Html) -> str:
    """For a terminal: no markup, and no control characters, which could hide words or show others."""
    return "".join(c if c == "\n" or c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in html.unescape(line))
