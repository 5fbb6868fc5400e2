"""Snapshots: any of them with what came later is the fold; whatever is odd about one, the entries are read instead."""

from __future__ import annotations

import dataclasses
import logging
import resource
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import parse, replay, snapshot
from ledger.checkpoint import Signer, open_note, sign_note
from ledger.errors import CorruptError, MalformedError, SignatureError, StorageError
from ledger.keys import Keys, default_folder
from ledger.logkeys import rotation
from ledger.people import Enterprise, Invitation, Person
from ledger.records import Codec, Words, form_of, hints
from ledger.replay import Book
from ledger.service import Ledger
from ledger.signing import PrivateKey
from ledger.snapshot import APART, SNAPSHOT, freeze
from ledger.state import Proposal, Receivable, State
from ledger.types import Entry
from ledger.verify import audit
from tests.ledger.factories import asking, totals
from tests.ledger.house import House
from tests.ledger.thawing import LOG, folded, thawed

DATA = Path(__file__).parent / "data"
USELESS = "the snapshot is of no use, the state is rebuilt from the entries"


# The fold.


def recorded(name: str) -> list[Entry]:
    lines = (DATA / name).read_bytes().splitlines()
    return [parse.entry(line, seq) for seq, line in enumerate(lines)]


ENTRIES = {path.name: recorded(path.name) for path in sorted(DATA.glob("*.jsonl")) if path.stem.endswith("events")}


def same(one: Book, other: Book) -> bool:
    return (
        one.state == other.state
        and one.tree.dump() == other.tree.dump()
        and one.offsets == other.offsets
        and one.enrolment == other.enrolment
    )


@pytest.mark.parametrize("name", ENTRIES)
def test_any_snapshot_and_what_came_later_is_the_fold(name: str) -> None:
    entries = ENTRIES[name]
    whole = folded(entries)
    for cut in range(1, len(entries) + 1):
        assert same(thawed(entries, cut), whole), cut


def test_the_entries_hold_many_kinds() -> None:
    kinds = {getattr(entry.event, "type", "genesis") for entries in ENTRIES.values() for entry in entries}
    assert len(kinds) >= 21


def test_a_snapshot_of_what_was_read_from_one(tmp_path: Path) -> None:
    """Packed once, changed since, packed again."""
    entries = next(iter(ENTRIES.values()))
    book = folded(entries[:1])
    for number, entry in enumerate(entries[1:], 2):
        book.add(entry)
        if number % 7 == 0:
            snapshot.freeze(book).write(tmp_path / SNAPSHOT, Signer(book.state.genesis.origin, LOG))
            book = snapshot.read(tmp_path, entries[0], [LOG])
        elif number % 3 == 0:
            snapshot.freeze(book)
    assert same(book, folded(entries))


# Every field of every record.


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Anything that a field of this type may hold."""
    origin, args = get_origin(hint), get_args(hint)
    if dataclasses.is_dataclass(hint):
        return st.builds(lambda row: hint(*row), st.tuples(*map(values, hints(hint).values())))  # type: ignore[operator]
    if origin in (Union, UnionType):
        kinds = [each for each in args if each is not NoneType]
        return st.none() | (values(kinds[0]) if len(kinds) == 1 else st.integers() | st.text() | st.booleans())
    if origin is tuple and args[-1] is not Ellipsis:
        return st.tuples(*map(values, args))
    if origin in (tuple, list):
        return st.lists(values(args[0]), max_size=3).map(origin)
    if origin is set:
        return st.sets(values(args[0]), max_size=3)
    if origin is dict:
        return st.dictionaries(values(args[0]), values(args[1]), max_size=3)
    return SIMPLE[hint] if hint in SIMPLE else st.dictionaries(st.text(), st.integers() | st.text(), max_size=3)


PLACES = st.integers(0, 50)
SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    int: PLACES | st.integers(),
    bool: st.booleans(),
    str: st.text(max_size=50) | PLACES.map(lambda seq: leaf(seq)) | st.sampled_from(["confirmed", "1" * 32]),
    bytes: st.binary(max_size=32),
}


def leaf(seq: int) -> str:
    """Hashes of a ledger of 50 entries; what lies outside has none."""
    return f"{seq % 51:064x}" if 0 <= seq <= 50 else ""


def comes_back(hint: Any, examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(st.lists(values(hint), max_size=3))
    def check(found: list[Any]) -> None:
        words = Words()
        codec: Codec[Any] = Codec(hint, words, leaf)
        packed = [codec.pack(each) for each in found]
        again: Codec[Any] = Codec(hint, Words(words.texts), leaf)
        assert [again.unpack(each) for each in packed] == found

    check()


@pytest.mark.parametrize("kind", [Receivable, Proposal, Enterprise, Person, Invitation])
def test_every_field_of_a_record_comes_back(kind: Any) -> None:
    comes_back(kind, 60)


def test_no_field_of_the_state_is_forgotten() -> None:
    """A field has a section of its own, or a form and a place among the others: a new one of an unknown type fails."""
    assert {each.name for each in dataclasses.fields(State)} >= APART
    for name, hint in hints(State).items():
        if name not in APART:
            comes_back(hint, 20)


def test_a_type_without_a_form_is_told_at_once() -> None:
    @dataclasses.dataclass
    class Rate:
        value: float

    with pytest.raises(TypeError, match=r"float.* has no packed form"):
        form_of(Rate, Words(), leaf)


# Opening.


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A ledger that was closed, with a snapshot of all of it."""
    monkeypatch.setattr(snapshot, "MINIMUM", 1)
    house = House(tmp_path / "one")
    supplier, payer = house.supplier(), house.payer(dual_above=0)
    for number in range(4):
        claim = house.requested(supplier.owner, payer.party, 1_000 + number)
        house.endorse(payer.checker, house.propose("confirm", payer.maker, totals(claim, confirmed=700)))
    house.register(supplier.owner, payer.party, 5)
    house.owner = supplier.owner  # type: ignore[attr-defined]
    house.ledger.close()
    yield house
    house.ledger.close()


def place(house: House) -> Path:
    return house.data / "ledger" / SNAPSHOT


def fold(house: House) -> State:
    return folded([parse.entry(line) for line in house.entries_file.read_bytes().splitlines()]).state


def opened(house: House, caplog: pytest.LogCaptureFixture) -> tuple[Ledger, str]:
    """The ledger, which is the fold of its entries however it was opened; and what was logged."""
    caplog.clear()
    with caplog.at_level(logging.WARNING):
        ledger = Ledger.open(house.data, clock=house.clock, scrypt_n=4)
    house.ledger = ledger
    assert ledger.state == fold(house)
    return ledger, caplog.text


def test_opening_reads_the_snapshot_and_goes_on(house: House, caplog: pytest.LogCaptureFixture) -> None:
    ledger, told = opened(house, caplog)
    assert (ledger._book.snapshot, told) == (ledger.state.size, "")
    claim = ledger.state.numbers[-1]
    house.submit("request", house.owner, asking(claim))  # type: ignore[attr-defined]
    assert ledger.entry(3).seq == 3
    assert ledger.receipt(ledger.state.size - 1)
    house.reopen()
    assert house.state == fold(house)
    assert house.ledger._book.snapshot == house.state.size
    found = audit(house.data)
    assert (found.entries, found.behind) == (house.state.size, 0)


def test_an_older_one_needs_more_entries_folded(house: House, caplog: pytest.LogCaptureFixture) -> None:
    old = place(house).read_bytes()
    ledger, _ = opened(house, caplog)
    size = ledger.state.size
    house.submit("request", house.owner, asking(ledger.state.numbers[-1]))  # type: ignore[attr-defined]
    ledger.close()
    place(house).write_bytes(old)
    ledger, told = opened(house, caplog)
    assert (ledger._book.snapshot, ledger.state.size, told) == (size, size + 1, "")


def test_one_that_is_newer_than_the_checkpoint(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """An older copy of entries and checkpoint was put back beside it."""
    entries, note = house.entries_file.read_bytes(), house.checkpoint_file.read_bytes()
    ledger, _ = opened(house, caplog)
    house.submit("request", house.owner, asking(ledger.state.numbers[-1]))  # type: ignore[attr-defined]
    ledger.close()
    house.checkpoint_file.write_bytes(note)
    assert "speaks of" in opened(house, caplog)[1]
    house.ledger.close()
    house.entries_file.write_bytes(entries)
    house.checkpoint_file.write_bytes(note)
    ledger, told = opened(house, caplog)
    assert USELESS in told
    assert ledger.state.size == entries.count(b"\n")


def resigned(house: House, change: Callable[[str], str], key: PrivateKey | None = None) -> None:
    """The snapshot with another note over the same sections, signed by the log (or by ``key``)."""
    data = place(house).read_bytes()
    length = int.from_bytes(data[:4])
    signer = house.ledger._signer()
    text, _ = open_note(data[4 : 4 + length], [signer.verifier])
    note = sign_note(change(text), signer if key is None else Signer(signer.name, key))
    place(house).write_bytes(len(note).to_bytes(4) + note + data[4 + length :])


def line(number: int, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        lines = text.split("\n")
        lines[number] = new
        return "\n".join(lines)

    return change


def write(change: Callable[[bytes], bytes]) -> Callable[[House], None]:
    return lambda house: put(house, change(place(house).read_bytes()))


def put(house: House, data: bytes) -> None:
    place(house).write_bytes(data)


def folder(house: House) -> None:
    place(house).unlink()
    place(house).mkdir()


def foreign(house: House) -> None:
    """The snapshot of another ledger, which has its own keys."""
    other = House(house.data.parent.parent / "two")
    other.supplier()
    other.ledger.close()
    shutil.copy(place(other), place(house))


ODD: dict[str, tuple[Callable[[House], None], str]] = {
    "empty": (write(lambda data: b""), "snapshot"),
    "cut off in the note": (write(lambda data: data[:100]), "snapshot"),
    "cut off in a section": (write(lambda data: data[:-1]), "cut off or changed in its section words"),
    "longer": (write(lambda data: data + b"\n"), "longer than it says"),
    "no snapshot at all": (write(lambda data: b"\xff" * 100), "not a snapshot"),
    "a checkpoint in its place": (lambda house: put(house, house.checkpoint_file.read_bytes()), "snapshot"),
    "another ledger's": (foreign, "no signature by a known key"),
    "another key's": (lambda house: resigned(house, str, PrivateKey.generate()), "no signature by a known key"),
    "another format": (lambda house: resigned(house, line(0, "tallystick-snapshot/2")), "of another format"),
    "another origin": (lambda house: resigned(house, line(1, "other.invalid")), "of another ledger"),
    "the log's, of another ledger": (lambda house: resigned(house, line(2, "0" * 64)), "of another ledger"),
    "another size": (lambda house: resigned(house, line(3, "7")), "does not hold the 7 entries"),
    "no size": (lambda house: resigned(house, line(3, "many")), "not a snapshot"),
    "another root": (lambda house: resigned(house, line(4, "A" * 43 + "=")), "does not hold the"),
    "other rules": (lambda house: resigned(house, line(5, "2")), "written by another version"),
    "other code": (lambda house: resigned(house, line(6, "0" * 64)), "written by another version"),
    "a section less": (lambda house: resigned(house, lambda text: text.rsplit("\n", 2)[0] + "\n"), "longer than"),
    "a short note": (lambda house: resigned(house, lambda text: "\n".join(text.split("\n")[:4]) + "\n"), "not a snap"),
    "a folder": (folder, ""),
    "none": (lambda house: place(house).unlink(), ""),
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_means_that_the_entries_are_read(name: str, house: House, caplog: pytest.LogCaptureFixture) -> None:
    spoil, why = ODD[name]
    spoil(house)
    ledger, told = opened(house, caplog)
    assert ledger._book.snapshot == 0
    assert (USELESS in told and why in told) if why else told == ""


def test_any_byte_that_was_changed_is_seen(house: House) -> None:
    data, genesis = place(house).read_bytes(), parse.entry(house.entries_file.read_bytes().splitlines()[0])
    keys = house.ledger._keys.logs

    @settings(max_examples=200, deadline=None)
    @given(st.integers(0, len(data) - 1), st.integers(1, 255))
    def check(at: int, change: int) -> None:
        place(house).write_bytes(data[:at] + bytes([data[at] ^ change]) + data[at + 1 :])
        with pytest.raises((MalformedError, SignatureError)):
            snapshot.read(house.data / "ledger", genesis, keys)

    check()


def test_entries_that_are_not_those_of_the_snapshot(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """The snapshot never hides that entries are missing, nor that the newest of them is another one."""
    entries = house.entries_file.read_bytes()
    lines = entries.splitlines(keepends=True)
    other = b"".join(lines[:-1]) + lines[-1].replace(b'"rules"', b'"ruleS"')
    for changed in (b"".join(lines[:-1]), entries[:-9], other):
        house.entries_file.write_bytes(changed)
        with pytest.raises(CorruptError) as found, caplog.at_level(logging.WARNING):
            Ledger.open(house.data, clock=house.clock, scrypt_n=4)
        assert found.value.seq == len(lines) - 1
        assert USELESS in caplog.text
    house.entries_file.write_bytes(entries)


def test_a_new_log_key_means_another_snapshot(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """The new key signs the next one; the former key's is believed no more, though that key may be at hand still."""
    old, keys = place(house).read_bytes(), default_folder(house.data)
    secrets = Keys.load(keys).begin_rotation(keys)
    ledger, _ = opened(house, caplog)
    assert secrets.next_log is not None
    body = rotation(ledger.id, secrets.log.public.base64, secrets.next_log, [secrets.log])
    ledger.close()
    opened(house, caplog)
    house.submit("log-key", house.registrar, body)
    house.ledger.close()
    put(house, old)
    ledger, told = opened(house, caplog)
    assert ledger._book.snapshot == 0
    assert "no signature by a known key" in told
    ledger.close()
    secrets.end_rotation(keys)
    ledger, told = opened(house, caplog)
    assert (ledger._book.snapshot, told) == (ledger.state.size, "")
    ledger.close()
    put(house, old)
    ledger, told = opened(house, caplog)
    assert ledger._book.snapshot == 0
    assert "no signature by a known key" in told


def test_an_entry_changed_below_the_snapshot_is_never_given_out(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """Opening does not read it; whoever asks for it is told, and so is the audit."""
    entries = house.entries_file.read_bytes()
    lines = entries.splitlines(keepends=True)
    house.entries_file.write_bytes(entries.replace(b'"amount":1000,', b'"amount":9000,'))
    seq = next(number for number, raw in enumerate(lines) if b'"amount":1000,' in raw)
    ledger = Ledger.open(house.data, clock=house.clock, scrypt_n=4)
    house.ledger = ledger
    assert ledger._book.snapshot == len(lines)
    assert ledger.state.receivables[ledger.state.numbers[0]].claimed == 1000
    with pytest.raises(CorruptError, match="changed since it was recorded"):
        ledger.entry(seq)
    with pytest.raises(CorruptError, match=f"entry {seq}"):
        ledger.receipt(seq)
    ledger.close()
    with pytest.raises(CorruptError) as found:
        audit(house.data)
    assert found.value.seq == seq


def test_rebuilding_packs_on_its_way(
    house: House, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a million entries need no more memory while they are folded than afterwards."""
    monkeypatch.setattr(replay, "PACK", 10)
    place(house).unlink()
    ledger, _ = opened(house, caplog)
    assert ledger._book.snapshot == 0
    assert 0 < ledger.state.receivables.packs.count < len(ledger.state.numbers)
    house.submit("request", house.owner, asking(ledger.state.numbers[-1]))  # type: ignore[attr-defined]
    assert ledger.state == fold(house)


# Writing.


def test_few_entries_need_none(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.supplier()
    house.ledger.close()
    assert not place(house).exists()


def test_one_is_written_while_the_ledger_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "INTERVAL", 10)
    house = House(tmp_path)
    supplier, payer = house.supplier(), house.payer()
    claims = [house.register(supplier.owner, payer.party, 1_000 + number) for number in range(20)]
    thread = house.ledger._sealer._snapshots._thread
    assert thread is not None
    thread.join(60)
    assert place(house).stat().st_mode & 0o777 == 0o600
    house.submit("request", supplier.owner, asking(claims[0]))
    assert house.state == fold(house)
    shutil.copytree(house.data, tmp_path / "copy")  # as after a crash: nobody closed it
    with Ledger.open(tmp_path / "copy", tmp_path / "data.keys", house.clock, scrypt_n=4) as again:
        assert again._book.snapshot >= 10
        assert again.state == house.state
    house.ledger.close()


def test_a_snapshot_that_cannot_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(path: Path, *_: object, **__: object) -> None:
        raise StorageError(str(path), "the disk is full; free some space, then start again")

    monkeypatch.setattr(snapshot, "MINIMUM", 1)
    house = House(tmp_path)
    house.supplier()
    with monkeypatch.context() as patch, caplog.at_level(logging.WARNING):
        patch.setattr(snapshot, "replace_file", full)
        house.ledger.close()
    assert "no snapshot of the first 4 entries was written" in caplog.text
    assert "the disk is full" in caplog.text
    house.reopen()
    assert house.state == fold(house)
    house.ledger.close()


def test_one_that_the_disk_does_not_hold_leaves_nothing_on_it(tmp_path: Path) -> None:
    """Half a snapshot would keep from the entries what room there is."""
    frozen, path = freeze(folded(ENTRIES["first-events.jsonl"])), tmp_path / SNAPSHOT
    path.write_bytes(b"the one before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, hard))
    try:
        with pytest.raises(StorageError, match="larger than this system allows"):
            frozen.write(path, Signer(frozen.origin, LOG))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"the one before"
    assert not path.with_name(f"{SNAPSHOT}.tmp").exists()


def test_what_cannot_be_packed_stops_nothing(house: House, caplog: pytest.LogCaptureFixture) -> None:
    ledger, _ = opened(house, caplog)
    odd = ledger.state.receivables[ledger.state.numbers[-1]]
    house.submit("request", house.owner, asking(odd.id))  # type: ignore[attr-defined]
    odd.reason = object()  # type: ignore[assignment]  # a field of a type that no form was made for
    with caplog.at_level(logging.WARNING):
        ledger.close()
    assert "no snapshot of the first" in caplog.text
    assert "TypeError" in caplog.text
    opened(house, caplog)
