"""Every parser of the ledger, fed with real samples that were spoilt: it reads them, or says what is wrong.

Nothing but the documented errors comes out, whatever goes in; what is read formats to the bytes that were read. A value
inside what is signed or sealed is spoilt before it is signed or sealed again, so that the check behind it is reached.
``TALLYSTICK_FUZZ=5000`` tries as many of each.
"""

from __future__ import annotations

import contextlib
import json
import os
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger import backup, canonical, envelope, kept, parse, prepared, receipts, rekey, status, tiles
from ledger.checkpoint import Note, Signer, Verifier, open_checkpoint, sign_note
from ledger.cosignatures import Witness, cosignatures
from ledger.custody import Custody
from ledger.errors import ErasedError, MalformedError, MissingError, PinClosed, SignatureError, StorageError, WrongPin
from ledger.findings import Look
from ledger.keys import Keys
from ledger.proofs import Proof
from ledger.signing import PrivateKey
from ledger.texts import Texts
from ledger.tiles import Tile
from ledger.witness import Answer, Request
from ledger.witnessing import Watcher, add_log, create
from tests.ledger.factories import hex32, new_key
from tests.ledger.house import House, TestClock
from tests.ledger.test_kept import WITNESSES, lines
from tests.ledger.test_witness import raw
from tests.ledger.watched import NOW_MS, Log, post, served
from tests.spoiling import respoken, spoilt

TRIES = int(os.environ.get("TALLYSTICK_FUZZ", "40"))
BAD = (MalformedError, SignatureError)
PIN, PERSON, PHRASE = "246810", hex32("keeper"), b"a phrase"
FUZZ = settings(
    max_examples=TRIES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


@dataclass(frozen=True)
class Parser:
    """``read`` takes bytes and raises only ``errors``; ``back`` gives the bytes of what was read again."""

    read: Callable[[bytes], Any]
    samples: tuple[bytes, ...]
    back: Callable[[Any], bytes] | None = None
    errors: tuple[type[Exception], ...] = BAD


@dataclass(frozen=True)
class Sampled:
    """One real ledger, and what it hands out."""

    house: House
    events: tuple[bytes, ...]
    entries: tuple[bytes, ...]
    receipts: tuple[bytes, ...]
    statement: bytes
    papers: tuple[bytes, ...]
    envelope: bytes
    cosigned: bytes


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sampled]:
    house = House(tmp_path_factory.mktemp("sampled"))
    yinhe, helan = house.supplier(), house.payer(dual_above=0)
    claim = house.requested(yinhe.owner, helan.party, 1_000)
    owner = yinhe.owner
    signed = house.sign("withdraw", owner, {"receivable": claim})
    house.ledger.texts.keep("a note")
    genesis, register = house.ledger.entry(0), house.ledger.entry(house.receivable(claim).seq)
    told = prepared.Told("en", "words", {owner.party: "银河"}, "R-0001", ("payer",), 5)
    papers = (
        prepared.write(signed.payload, genesis, told, register=register, opened=[(b"s" * 16, b"text")]),
        prepared.write_invitation(genesis, owner.party, owner.person, claim, "code", ["owner"], told),
        prepared.write_replacement(genesis, owner.party, owner.person, owner.key.id, told),
    )
    note = house.ledger.checkpoint()
    yield Sampled(
        house, (signed.payload,), (genesis.raw, register.raw), (house.ledger.receipt(3), house.ledger.receipt(9)),
        house.ledger.status(claim), papers, envelope.Envelope(signed, owner.key.id).format(),
        note + b"".join(line.line().encode() for line in lines(note, 0, 1)),
    )  # fmt: skip
    house.ledger.close()


def parsers(given: Sampled) -> dict[str, Parser]:
    """All that read bytes from outside, with what they read in good days."""
    house, log = given.house, Log()
    note, vkey = house.ledger.checkpoint(), house.ledger.log_vkey
    request, tile = log.ask(3, 8), Tile(0, 0, 3)
    own = new_key("own")
    proof = rekey.prove(new_key("new"), house.ledger.id, hex32("a"), hex32("b"), own.id)
    tree = house.ledger._book.tree
    bundle = tiles.bundle(given.entries)
    return {
        "value": Parser(parse.loads, given.events, canonical.dumps),
        "event": Parser(parse.event, given.events, lambda event: canonical.dumps(parse.event_value(event))),
        "entry": Parser(parse.entry, given.entries, lambda entry: canonical.dumps(parse.entry_value(entry))),
        "envelope": Parser(envelope.read, (given.envelope,)),
        "prepared": Parser(prepared.read, given.papers),
        "rekey": Parser(rekey.read, (proof,)),
        "note": Parser(Note.parse, (note, given.cosigned, given.statement), lambda read: bytes(read.format())),
        "checkpoint": Parser(lambda data: open_checkpoint(data, [Verifier.from_vkey(vkey)]), (note, given.cosigned)),
        "kept": Parser(kept.notes, (note, note + b"\n" + given.cosigned)),
        "vkey": Parser(lambda data: Verifier.from_vkey(text(data)), (vkey.encode(),)),
        "witness": Parser(lambda data: Witness.from_vkey(text(data)), (WITNESSES[0].vkey.encode(),)),
        "cosignature": Parser(lambda data: cosignatures(Note.parse(data), WITNESSES), (given.cosigned,)),
        "tile path": Parser(lambda data: Tile.parse(text(data)), (b"tile/0/x001/234.p/7", b"tile/entries/000")),
        "tile": Parser(lambda data: tiles.parse_hashes(data, tile), (tree.hashes(0, 0, 3),), b"".join),
        "bundle": Parser(lambda data: tiles.parse_bundle(data, Tile(-1, 0, 2)), (bundle,), tiles.bundle),
        "proof": Parser(Proof.parse, given.receipts, lambda read: bytes(read.format())),
        "receipt": Parser(lambda data: receipts.verify(data, [vkey], witnesses=WITNESSES), given.receipts),
        "status": Parser(lambda data: status.verify(data, [vkey]), (given.statement,)),
        "request": Parser(Request.parse, (request.format(),), lambda read: bytes(read.format())),
        "private key": Parser(PrivateKey.from_pem, (own.pem(), own.pem(b"secret"))),
        "notes of a look": Parser(
            lambda data: Look.parse(data, "state"), (Look("00" * 32, stage="texts", counts={"a": 1}).format(),)
        ),
        "backup": Parser(lambda data: backup.unseal(data, PHRASE), (sealed_backup(),)),
    }  # fmt: skip


def text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


@cache
def sealed_backup() -> bytes:
    return backup.seal(backup.Backup("00" * 32, 1, {"keys/log.pem": b"pem"}), PHRASE, scrypt_n=2)


ANSWERS = (200, 400, 403, 404, 409, 422)
NAMES = (
    "value", "event", "entry", "envelope", "prepared", "rekey", "note", "checkpoint", "kept", "vkey", "witness",
    "cosignature", "tile path", "tile", "bundle", "proof", "receipt", "status", "request", "private key",
    "notes of a look", "backup",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_what_is_spoilt_is_read_or_refused(sampled: Sampled, name: str) -> None:
    parser = parsers(sampled)[name]
    for sample in parser.samples:
        if not (name == "private key" and b"ENCRYPTED" in sample):
            parser.read(sample)

    @FUZZ
    @given(spoilt(parser.samples))
    def tried(data: bytes) -> None:
        with contextlib.suppress(*parser.errors):
            found = parser.read(data)
            if parser.back is not None:
                assert parser.back(found) == data

    tried()


def test_every_parser_is_tried(sampled: Sampled) -> None:
    assert {*NAMES} == {*parsers(sampled)}


# What lies inside something signed or sealed.


def json_samples(given: Sampled) -> dict[str, tuple[Any, Callable[[bytes], Any]]]:
    """A value, and what is done with its bytes: signed, or wrapped as its sender would."""
    house = given.house
    signer = Signer(house.ledger.genesis.origin, Keys.load(house.data.with_name("data.keys")).log)
    first, rest = Note.parse(given.statement).text.split("\n", 1)
    proof = Proof.parse(given.receipts[1])
    vkeys = [house.ledger.log_vkey]

    def statement(data: bytes) -> Any:
        return status.verify(sign_note(f"{first}\n{data.decode()}\n", signer), vkeys)

    def receipt(data: bytes) -> Any:
        return receipts.verify(replace(proof, extra=data).format(), vkeys)

    def look(data: bytes) -> Any:
        return Look.parse(data + b"\n", "state")

    return {
        "status": (json.loads(rest), statement),
        "receipt": (json.loads(proof.extra or b""), receipt),
        "event": (json.loads(given.events[0]), parse.event),
        "entry": (json.loads(given.entries[1]), parse.entry),
        "genesis": (json.loads(given.entries[0]), parse.entry),
        "envelope": (json.loads(given.envelope), envelope.read),
        "prepared": (json.loads(given.papers[0]), prepared.read),
        "invitation": (json.loads(given.papers[1]), prepared.read),
        "replacement": (json.loads(given.papers[2]), prepared.read),
        "look": (json.loads(Look("00" * 32, stage="texts", counts={"a": 1}).format()), look),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["status", "receipt", "event", "entry", "genesis", "envelope", "prepared",
                                  "invitation", "replacement", "look"])  # fmt: skip
def test_a_value_of_another_kind_is_refused(sampled: Sampled, name: str) -> None:
    value, read = json_samples(sampled)[name]

    @FUZZ
    @given(respoken(value))
    def tried(spoken: Any) -> None:
        told(lambda: read(plain(spoken)), *BAD)

    tried()


def plain(value: Any) -> bytes:
    """As canonical as such a value can be."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


# Files that the ledger keeps itself.


@FUZZ
@given(st.data())
def test_files_of_its_own(tmp_path: Path, data: st.DataObject) -> None:
    """A held key, its counter, a text, a secret, changed on the disk: told as what they are."""
    custody = Custody(tmp_path / "held", b"k" * 32, TestClock(NOW_MS), scrypt_n=2)
    if not custody.held(PERSON):
        custody.create(PERSON, PIN)
        (tmp_path / "sample").write_bytes((tmp_path / "held" / PERSON).read_bytes())
    sample = (tmp_path / "sample").read_bytes()
    spoken = respoken(json.loads(sample)).map(plain)
    (tmp_path / "held" / PERSON).write_bytes(data.draw(st.one_of(spoilt([sample]), spoken)))
    (tmp_path / "held" / f"{PERSON}.tries").write_bytes(data.draw(st.one_of(st.just(b"0\n"), spoilt([b"0\n", b"4\n"]))))
    for door in (
        lambda: custody.unlock(PERSON, PIN),
        lambda: custody.public(PERSON),
        lambda: custody.tries_left(PERSON),
    ):
        told(door, MalformedError, MissingError, WrongPin, PinClosed)
    texts = Texts(tmp_path / "texts", b"t" * 32)
    commitment = texts.keep("a note")
    path = tmp_path / "texts" / commitment[:2] / commitment
    path.write_bytes(data.draw(spoilt([path.read_bytes()])))
    told(lambda: texts.read(commitment), MalformedError, ErasedError)
    folder = tmp_path / "keys"
    if not folder.exists():
        Keys.generate().store(folder)
    name = data.draw(st.sampled_from(sorted(each.name for each in folder.iterdir())))
    whole = (folder / name).read_bytes()
    (folder / name).write_bytes(data.draw(spoilt([whole])))
    told(lambda: Keys.load(folder), MalformedError, MissingError, StorageError)
    (folder / name).write_bytes(whole)


def test_a_nonce_of_no_length_and_a_count_of_no_end(tmp_path: Path) -> None:
    """Found by the tries above."""
    custody = Custody(tmp_path, b"k" * 32, TestClock(NOW_MS), scrypt_n=2)
    custody.create(PERSON, PIN)
    value = json.loads((tmp_path / PERSON).read_bytes())
    (tmp_path / PERSON).write_bytes(plain(value | {"nonce": ""}))
    with pytest.raises(MalformedError, match="no nonce of 12 bytes; restore it from a backup"):
        custody.unlock(PERSON, PIN)
    (tmp_path / f"{PERSON}.tries").write_bytes(b"1" * 5_000)
    with pytest.raises(PinClosed):
        custody.unlock(PERSON, PIN)


def told(door: Callable[[], Any], *errors: type[Exception]) -> None:
    """It does what it should, or says in a sentence what is wrong, whatever was handed in."""
    words = "read"
    try:
        door()
    except errors as error:
        words = str(error)
    assert 0 < len(words) < 2_000


@FUZZ
@given(st.data())
def test_a_witness_answers_everything(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever is sent, there is an answer, and only a good request is signed."""
    folder, log = tmp_path / "witness", Log()
    if not folder.exists():
        create(folder, "witness.example/w")
        add_log(folder, log.vkey)
    watcher = Watcher(folder, TestClock(NOW_MS))
    try:
        answer = watcher.add_checkpoint(data.draw(spoilt([log.ask(0, 5).format(), log.ask(5, 9).format()])))
        assert isinstance(answer, Answer)
        assert answer.status in ANSWERS
        assert watcher.fatal is None
    finally:
        watcher.close()


def test_a_witness_answers_everything_on_the_network(tmp_path: Path) -> None:
    """Odd requests over HTTP: an answer that names what is wrong, or none where nobody is left to hear it; and the next
    good request is served."""
    folder, log = tmp_path / "witness", Log()
    create(folder, "witness.example/w")
    add_log(folder, log.vkey)
    body = log.ask(0, 5).format()
    sample = b"POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
    with served(folder, Watcher(folder, TestClock(NOW_MS))) as address:

        @FUZZ
        @given(spoilt([sample, sample * 2]))
        def sent(data: bytes) -> None:
            with contextlib.suppress(ConnectionError):  # closed before everything was sent
                answer = raw(address, data)
                assert not answer or answer[9:12] in {
                    b"%d" % status for status in (*ANSWERS, 405, 411, 413, 431, 501, 505)
                }

        sent()
        assert post(address, log.ask(5, 9).format())[0] in (200, 409)


# Bounds.


@pytest.mark.parametrize("name", NAMES)
def test_a_megabyte_of_nothing_costs_no_more_than_some(sampled: Sampled, name: str) -> None:
    """Deep, long, wide, many: the memory that it takes to refuse it is a small multiple of what was sent."""
    parser = parsers(sampled)[name]
    tracemalloc.start()
    try:
        for unit in (b"[", b'{"a":', b"9", b"\n", "— ".encode(), b"\xff", b"/x000"):
            for head in (b"", parser.samples[0][:200])[: 1 + (unit in b"9\n")]:
                data = head + unit * (1_000_000 // len(unit))
                tracemalloc.reset_peak()
                told(lambda data=data: parser.read(data), *parser.errors)  # type: ignore[misc]
                assert tracemalloc.get_traced_memory()[1] < 40_000_000, (unit, head)
    finally:
        tracemalloc.stop()
