"""``receipt verify``, ``receipt make``, ``status verify``: proofs that are checked offline, without any ledger."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from bot import render
from bot.cli import folders
from bot.cli.reading import read_book
from bot.config import ConfigError
from ledger import cosigned, parse, receipts, status, store
from ledger.checkpoint import Verifier
from ledger.cosignatures import Witness
from ledger.durable import create_file, storage
from ledger.errors import MalformedError, SignatureError
from ledger.receipts import Proven, Receipt
from ledger.replay import Book, trusted_checkpoint
from ledger.status import Statement
from ledger.types import Entry, Event

NOT_NOW = (
    "It proves that this was recorded, not what is true now. Whoever pays money against it needs a status statement "
    "that was made after their own lock."
)
AFTER = (
    "Whoever pays money against it needs a statement that was made after their own lock: --after RECEIPT checks that."
)


def add(commands: Any) -> None:
    receipt = commands.add_parser("receipt", help="verify or make a receipt", description="Proofs of single entries.")
    parts = receipt.add_subparsers(dest="part", required=True, metavar="PART")
    verify = parts.add_parser(
        "verify", help="check a receipt offline",
        description="Checks entry, inclusion proof, checkpoint and who let the signing key in. Needs no ledger and no "
        "network. Exit status 1 if anything does not hold.",
    )  # fmt: skip
    verify.add_argument("file", metavar="FILE", type=Path)
    _roots(verify)
    verify.add_argument(
        "--witness", metavar="VKEY", action="append", default=[], help="a witness you trust; once for each"
    )
    verify.add_argument(
        "--quorum", metavar="K", type=int, help="how many of the witnesses must have signed (all, if left out)"
    )
    verify.set_defaults(run=_verify)
    make = parts.add_parser(
        "make", help="write the receipt of an entry", description="Reads without a lock, also while the bot runs."
    )
    make.add_argument("seq", metavar="SEQ", type=int, help="the entry's number")
    make.add_argument("--to", metavar="FILE", type=Path, help="a new file (default: receipt-SEQ.tlog-proof)")
    folders.add(make)
    make.set_defaults(run=_make)
    statement = commands.add_parser(
        "status", help="verify a status statement", description="What the log says is true now of a receivable."
    )
    parts = statement.add_subparsers(dest="part", required=True, metavar="PART")
    verify = parts.add_parser("verify", help="check a statement offline", description="Needs no ledger, no network.")
    verify.add_argument("file", metavar="FILE", type=Path)
    _roots(verify)
    verify.add_argument(
        "--after", metavar="RECEIPT", type=Path,
        help="the receipt of your own lock: the statement must be about its receivable and made after it",
    )  # fmt: skip
    verify.set_defaults(run=_verify_status)


def _roots(parser: argparse.ArgumentParser) -> None:
    """What the checker trusts, the same for both."""
    parser.add_argument(
        "--key", metavar="VKEY", action="append", required=True, help="the log's key, as the operator publishes it"
    )
    parser.add_argument("--id", help="the ledger's id, if you know it from elsewhere")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")


def _keys(options: argparse.Namespace) -> list[str]:
    """The log's keys, once they read as keys. Raises ConfigError: a mistyped key says nothing about the file."""
    try:
        return [Verifier.from_vkey(text, "--key").vkey for text in options.key]
    except (MalformedError, SignatureError) as fault:
        raise ConfigError(str(fault)) from None


def _witnesses(options: argparse.Namespace) -> tuple[list[Witness], int]:
    """The witnesses, and how many of them are wanted. Raises ConfigError."""
    try:
        found = [Witness.from_vkey(text, "--witness") for text in options.witness]
    except (MalformedError, SignatureError) as fault:
        raise ConfigError(str(fault)) from None
    if len({witness.public.data for witness in found}) < len(found):
        raise ConfigError("--witness names one key twice; a witness counts once")
    wanted = len(found) if options.quorum is None else options.quorum
    if options.quorum is not None and not 1 <= wanted <= len(found):
        raise ConfigError(f"--quorum {wanted} of {len(found)} witnesses; name as many with --witness, or ask for fewer")
    return found, wanted


def _read(path: Path) -> bytes:
    with storage(path), path.open("rb") as file:
        return file.read(receipts.MAX_RECEIPT + 1)


def _verify(options: argparse.Namespace) -> int:
    keys, (witnesses, wanted) = _keys(options), _witnesses(options)
    try:
        found = receipts.verify(_read(options.file), keys, options.id, witnesses=witnesses)
    except (MalformedError, SignatureError) as fault:
        return _no(options, str(fault))
    signed = len(found.cosigned)
    witnessed = f"witnessed by {signed} of {len(witnesses)}" if signed else "unwitnessed"
    if signed < wanted:
        return _no(options, f"{witnessed}; {wanted} wanted: ask for the receipt again under a witnessed checkpoint")
    if options.json:
        print(json.dumps(_as_json(found, len(witnesses)), indent=2, ensure_ascii=False))
    else:
        print("\n".join([*_lines(found), witnessed, NOT_NOW]))
    return 0


def _no(options: argparse.Namespace, why: str) -> int:
    print(
        json.dumps({"verifies": False, "why": why}, ensure_ascii=False) if options.json else f"does not verify: {why}"
    )
    return 1


def _lines(found: Receipt) -> list[str]:
    entry, point = found.entry, found.checkpoint
    demo = ", a demo" if found.demo else ""
    lines = [f"verifies: entry {entry.seq} of ledger {found.ledger}{demo}", f"recorded {_when(entry.at)} (Shanghai)"]
    for each in (entry, found.proposal):
        if each is not None and isinstance(each.event, Event):
            lines.append(f"{_answers(each, entry)}{each.event.type} by {each.event.person} for {each.event.party}")
            lines.append(f"  {json.dumps(dict(each.event.body), ensure_ascii=False, sort_keys=True)}")
    lines += [_signer(each) for each in found.chain]
    return [*lines, f"checkpoint {point.origin}, size {point.size}, root {point.root.hex()}"]


def _answers(each: Entry, entry: Entry) -> str:
    return "" if each is entry else f"answers entry {each.seq}: "


def _when(instant: int) -> str:
    return render.instant("en", instant)


def _signer(proven: Proven) -> str:
    """Who, with what kind of key, since when, on whose word: a signature and an attestation are never the same."""
    if proven.custody == "registrar":
        return f"key {proven.key[:16]} of registrar {proven.person}, named in the genesis: a signature"
    kind = "an attestation, the service held the key" if proven.custody == "held" else "a signature with an own key"
    by = f", let in by {' and '.join(proven.enrolled_by)}" if proven.enrolled_by else ""
    where = f"enrolled with entry {proven.enrolled_seq} on {_when(proven.enrolled_at)}"
    return f"key {proven.key[:16]} of {proven.person}, {where}{by}: {kind}"


def _as_json(found: Receipt, witnesses: int) -> dict[str, Any]:
    return {
        "verifies": True,
        "ledger": found.ledger,
        "demo": found.demo,
        "entry": parse.loads(found.entry.raw),
        "proposal": None if found.proposal is None else parse.loads(found.proposal.raw),
        "chain": [
            {"person": each.person, "party": each.party, "key": each.key, "custody": each.custody,
             "enrolled_seq": each.enrolled_seq, "enrolled_at": each.enrolled_at, "enrolled_by": list(each.enrolled_by)}
            for each in found.chain
        ],
        "origin": found.checkpoint.origin,
        "size": found.checkpoint.size,
        "root": found.checkpoint.root.hex(),
        "witnesses": witnesses,
        "cosigned": [{"name": each.witness.name, "time": each.time} for each in found.cosigned],
    }  # fmt: skip


def _make(options: argparse.Namespace) -> int:
    book, folder, note = read_book(folders.settings(options).data)
    seq: int = options.seq
    if not 0 <= seq < book.size:
        print(f"tallystick: there is no entry {seq}; the newest is {book.size - 1}", file=sys.stderr)
        return 1
    note, size = _covering(folder, book, seq) or (note, book.size)
    path = folder / store.ENTRIES
    with storage(path), path.open("rb") as file:

        def read(number: int) -> Entry:
            start, length = book.span(number)
            file.seek(start)
            return parse.entry(file.read(length), number)

        data = receipts.make(seq, read, book.state, book.enrolment, book.tree, note, size)
    target: Path = options.to or Path(f"receipt-{seq}.tlog-proof")
    if target.exists():
        raise ConfigError(f"{target} is there already; name a new file with --to")
    create_file(target, data, 0o644)
    print(f"receipt of entry {seq} under checkpoint {size} in {target}; check it with 'tallystick receipt verify'")
    return 0


def _covering(folder: Path, book: Book, seq: int) -> tuple[bytes, int] | None:
    """The newest witnessed checkpoint and its size, if the entry is under it: it is worth more to a stranger."""
    note = cosigned.read(folder)
    if note is None:
        return None
    found = trusted_checkpoint(note, book.state.genesis, str(folder / cosigned.COSIGNED), book.state.eras)
    return (note, found.size) if seq < found.size <= book.size else None


def _verify_status(options: argparse.Namespace) -> int:
    keys = _keys(options)
    try:
        found = status.verify(_read(options.file), keys, options.id)
        if options.after is not None:
            status.require_after(found, receipts.verify(_read(options.after), keys, found.ledger))
    except (MalformedError, SignatureError) as fault:
        return _no(options, str(fault))
    if options.json:
        print(json.dumps(_status_json(found, options.after is not None), indent=2))
    else:
        after = AFTER if options.after is None else f"made after the entry that {options.after} proves"
        print("\n".join([*_status_lines(found), after]))
    return 0


def _status_lines(found: Statement) -> list[str]:
    size = found.checkpoint.size
    lines = [
        f"verifies: {found.label} as the log states it at {size} entries, {_when(found.at)} (Shanghai)",
        f"receivable {found.receivable} of ledger {found.ledger}",
        f"supplier {found.supplier}, payer {found.payer or 'not enrolled'}",
        f"holder {found.holder}, to be paid {found.payee}",
    ]
    for name, facet in found.facets.items():
        sums = "".join(f", {key.replace('_', ' ')} {render.money(value)}" for key, value in facet.sums.items())
        lines.append(f"{name} {facet.state}{sums}, newest entry {facet.newest[0]}")
    if found.contested:
        lines.append("contested: something in its history leans on a key that is suspect")
    return [*lines, f"newest entry {found.newest[0]} {found.newest[1]}, root {found.checkpoint.root.hex()}"]


def _status_json(found: Statement, after: bool) -> dict[str, Any]:
    return {
        "verifies": True,
        "after": after,
        "at": found.at,
        "ledger": found.ledger,
        "origin": found.checkpoint.origin,
        "size": found.checkpoint.size,
        "root": found.checkpoint.root.hex(),
        "receivable": found.receivable,
        "number": found.number,
        "supplier": found.supplier,
        "payer": found.payer,
        "holder": found.holder,
        "payee": found.payee,
        "contested": found.contested,
        "newest": {"seq": found.newest[0], "hash": found.newest[1]},
        "facets": {
            name: {"state": facet.state, **facet.sums, "newest": {"seq": facet.newest[0], "hash": facet.newest[1]}}
            for name, facet in found.facets.items()
        },
    }
