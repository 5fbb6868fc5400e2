"""The log's keys: those of the genesis, and those that took their place, each from one size of the ledger on.

An entry ``log-key`` retires one key and brings another. Its body carries the signatures of as many of the present keys
as the genesis demands (``thresholds.log``), and the new key's own, all over the DSSE encoding of canonical JSON
``{"ledger", "public_key", "retires"}``. A checkpoint that includes this entry is signed by a key that is in force
after it; an older one stays good under the keys of its own size. So who knows the genesis follows the keys through the
entries, and a key that was retired vouches for nothing that came later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledger import canonical, parse
from ledger.checkpoint import Note, Verifier, open_checkpoint, parse_checkpoint
from ledger.errors import LedgerError, MalformedError, Refusal, SignatureError
from ledger.signing import PrivateKey, PublicKey, pae
from ledger.types import Body, Checkpoint, Event, Genesis, Json

KIND = "log-key"
LOG_KEY = "application/vnd.tallystick.log-key+json"
_MARK = b'"type":"log-key"}'


@dataclass(frozen=True, slots=True)
class Era:
    """From entry ``since`` on (0: the genesis) a checkpoint that includes it is signed by one of ``keys`` (base64)."""

    since: int
    keys: tuple[str, ...]


def message(ledger: str, retires: str, public_key: str) -> bytes:
    """What the present keys and the new one sign; keys in standard base64."""
    value: dict[str, Json] = {"ledger": ledger, "public_key": public_key, "retires": retires}
    return pae(LOG_KEY, canonical.dumps(value))


def rotation(ledger: str, retires: str, new: PrivateKey, present: Sequence[PrivateKey]) -> dict[str, Any]:
    """The body of a ``log-key``: ``present`` are as many of the keys in force as the genesis demands."""
    said = message(ledger, retires, new.public.base64)
    return {
        "retires": retires,
        "public_key": new.public.base64,
        "old": [{"key": key.public.base64, "sig": parse.encode_base64(key.sign_raw(said))} for key in present],
        "proof": parse.encode_base64(new.sign_raw(said)),
    }


def begin(genesis: Genesis) -> tuple[Era, ...]:
    """The first era."""
    return (Era(0, genesis.log_keys),)


def next_era(ledger: str, genesis: Genesis, eras: Sequence[Era], body: Body, seq: int) -> Era:
    """The era that a ``log-key`` of that body begins with entry ``seq``. Raises Refusal if its signatures do not
    carry it; the body's shape was checked."""
    fields: Mapping[str, Any] = body
    retires, fresh, present = str(fields["retires"]), str(fields["public_key"]), eras[-1].keys
    if retires not in present:
        raise Refusal("unknown-key", "only a log key in force is retired", "name the present one", key=retires)
    if any(fresh in era.keys for era in eras):
        raise Refusal("key-known", "a log key is in force once", "make a new key pair")
    said = message(ledger, retires, fresh)
    if not _signed(fresh, said, fields["proof"]):
        raise Refusal("bad-possession", "a key is enrolled by its own signature", "sign with the new log key, too")
    stated = {each["key"]: each["sig"] for each in fields["old"] if each["key"] in present}
    signers = [key for key, sig in stated.items() if _signed(key, said, sig)]
    if len(signers) < genesis.thresholds["log"]:
        raise Refusal(
            "log-threshold",
            f"a log key changes with the signatures of {genesis.thresholds['log']} present log keys",
            "let as many of them sign",
            needs=genesis.thresholds["log"],
            have=len(signers),
        )
    return Era(seq, tuple(fresh if key == retires else key for key in present))


def _signed(key: str, said: bytes, sig: str) -> bool:
    try:
        return PublicKey.from_base64(key).verify(said, parse.decode_base64(sig, 64, "sig"))
    except (MalformedError, SignatureError):
        return False


def marked(line: bytes) -> bool:
    """Whether an entry's line may be a rotation: none that is, says no."""
    return _MARK in line


def scan(genesis: Genesis, ledger: str, lines: Iterable[bytes]) -> tuple[Era, ...]:
    """The eras of a ledger by its raw entries. A rotation that its signatures do not carry ends the search: what is
    behind it is for the audit to judge."""
    eras = begin(genesis)
    for line in lines:
        if not marked(line):
            continue
        try:
            entry = parse.entry(line.rstrip(b"\n"))
            if isinstance(entry.event, Event) and entry.event.type == KIND:
                eras += (next_era(ledger, genesis, eras, entry.event.body, entry.seq),)
        except (LedgerError, KeyError, TypeError):
            break
    return eras


def verifiers(genesis: Genesis, eras: Sequence[Era]) -> list[Verifier]:
    """Every key that ever was the log's, under its origin. Raises SignatureError for a bad one."""
    keys = dict.fromkeys(key for era in eras for key in era.keys)
    return [
        Verifier(genesis.origin, PublicKey.from_base64(key, f"entry 0.event.log_keys[{place}]"))
        for place, key in enumerate(keys)
    ]


def open_at(data: bytes, genesis: Genesis, eras: Sequence[Era], where: str = "checkpoint") -> Checkpoint:
    """The checkpoint in ``data``, signed by a log key that was in force at its size. Raises MalformedError,
    SignatureError."""
    size = parse_checkpoint(Note.parse(data, where).text, where).size
    era = next(each for each in reversed(eras) if each.since < max(size, 1))
    return open_checkpoint(data, verifiers(genesis, (era,)), where)
