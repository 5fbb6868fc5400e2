"""Publishing into folders, and checking what is published: what a crash, a fork or a changed byte comes to."""

from __future__ import annotations

import fcntl
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger import published, tiles
from ledger.chain import MerkleTree, leaf_hash
from ledger.checkpoint import Note, Signature, Signer, Verifier, open_checkpoint, sign_checkpoint
from ledger.errors import CorruptError, LockedError, MissingError, StorageError
from ledger.keys import Keys
from ledger.publish import Published, publish
from ledger.signing import PrivateKey
from ledger.tiles import ENTRIES, Tile
from ledger.types import Checkpoint
from tests.ledger.factories import Side
from tests.ledger.house import House

COUNT = 600  # entries: more than two tiles


class Shop:
    """A ledger of some hundred entries, and folders to publish it in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.house = House(folder)
        self.supplier: Side = self.house.supplier()
        self.payer: Side = self.house.payer()

    def grow(self, size: int) -> None:
        house = self.house
        missing = size - house.state.size
        owner, payer = self.supplier.owner, self.payer.party
        house.ledger.submit_many([house.sign("register", owner, house.claim(payer, n + 1)) for n in range(missing)])
        assert house.state.size == size

    @property
    def source(self) -> Path:
        return self.house.data / "ledger"

    @property
    def verifiers(self) -> list[Verifier]:
        return [Verifier.from_vkey(self.house.ledger.log_vkey)]

    def publish(self, target: Path, entries: Path | None = None) -> Published:
        return publish(self.source, target, entries)

    def check(self, target: Path, entries: Path | None = None, kept: Checkpoint | None = None) -> Checkpoint:
        return published.check(target, self.verifiers, kept=[] if kept is None else [kept], entries=entries)

    def kept(self) -> Checkpoint:
        return open_checkpoint(self.house.ledger.checkpoint(), self.verifiers)

    def signer(self) -> Signer:
        return Signer(self.house.ledger.genesis.origin, Keys.load(self.house.data.with_name("data.keys")).log)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    shop = Shop(tmp_path_factory.mktemp("shop"))
    shop.grow(COUNT)
    yield shop
    shop.house.ledger.close()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path / "shop")
    yield shop
    shop.house.ledger.close()


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_a_web_server_serves(full: Shop, tmp_path: Path) -> None:
    """Beside a bot that holds the ledger open: publishing needs no lock of it."""
    public, admitted = tmp_path / "www" / "log", tmp_path / "admitted"
    done = full.publish(public, admitted)
    assert done == Published(full.kept(), 4, 3)
    assert set(files(public)) == {"checkpoint", "tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"}
    assert set(files(admitted)) == {
        "checkpoint", "tile/entries/000", "tile/entries/001", "tile/entries/002.p/88",
    }  # fmt: skip
    assert (public / "checkpoint").read_bytes() == full.house.ledger.checkpoint()
    assert full.check(public, admitted) == full.kept()
    lines = full.house.entries_file.read_bytes().split(b"\n")
    second = tiles.parse_bundle((admitted / "tile/entries/001").read_bytes(), Tile(ENTRIES, 1))
    assert second == lines[256:512]
    leaves = tiles.parse_hashes((public / "tile/0/001").read_bytes(), Tile(0, 1))
    assert leaves == [leaf_hash(raw) for raw in second]


def test_hashes_are_for_everybody_and_entries_for_whom_they_are_given(full: Shop, tmp_path: Path) -> None:
    public, admitted = tmp_path / "public", tmp_path / "admitted"
    before = os.umask(0o077)
    try:
        full.publish(public, admitted)
    finally:
        os.umask(before)
    for path in [public, *public.rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)
    for path in [admitted, *admitted.rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600)


def test_nothing_but_hashes_is_public(full: Shop, tmp_path: Path) -> None:
    full.publish(tmp_path / "public")
    shown = b"".join(files(tmp_path / "public").values())
    for name in (full.supplier.party, full.payer.party, "register", full.supplier.owner.person):
        assert name.encode() not in shown


def test_a_group_of_admitted_readers(full: Shop, tmp_path: Path) -> None:
    admitted = tmp_path / "admitted"
    admitted.mkdir()
    admitted.chmod(0o750)
    full.publish(tmp_path / "public", admitted)
    assert (admitted / "tile/entries").stat().st_mode & 0o777 == 0o750
    assert (admitted / "tile/entries/000").stat().st_mode & 0o777 == 0o640


def test_entries_are_not_laid_where_everybody_reads(full: Shop, tmp_path: Path) -> None:
    admitted = tmp_path / "admitted"
    admitted.mkdir()
    admitted.chmod(0o755)
    with pytest.raises(StorageError, match=r"everybody may read it \(mode 0755\).*chmod o-rwx"):
        full.publish(tmp_path / "public", admitted)
    assert files(admitted) == {}


@pytest.mark.parametrize(
    ("target", "entries"),
    [("public", "public"), ("public", "public/entries"), ("both/public", "both"), ("shop/data/ledger/www", None)],
)
def test_folders_apart(full: Shop, tmp_path: Path, target: str, entries: str | None) -> None:
    place = full.folder / "data/ledger/www" if target.startswith("shop") else tmp_path / target
    with pytest.raises(StorageError, match="needs a folder of its own"):
        full.publish(place, tmp_path / entries if entries else None)
    assert not place.exists()


def test_only_what_is_new_is_written(shop: Shop, tmp_path: Path) -> None:
    public, admitted = tmp_path / "public", tmp_path / "admitted"
    sizes = (12, 255, 256, 257, 400, 512, 513, COUNT)
    for size in sizes:
        shop.grow(size)
        kept = shop.kept()
        stamps = {path: path.stat().st_mtime_ns for path in public.rglob("*") if path.is_file()}
        done = shop.publish(public, admitted)
        assert shop.check(public, admitted, kept) == kept
        again = shop.publish(public, admitted)
        assert (again.tiles, again.bundles) == (0, 0)
        for path, stamp in stamps.items():
            if path.name != "checkpoint" and path.exists():
                assert path.stat().st_mtime_ns == stamp
        assert done.bundles <= 2
    # partial tiles stay until the full one is there: a reader who has an older checkpoint may still ask for them
    assert (public / "tile/0/002.p/1").exists()
    assert not (public / "tile/0/000.p").exists()
    assert not (admitted / "tile/entries/001.p").exists()


def test_every_kept_checkpoint_is_extended(shop: Shop, tmp_path: Path) -> None:
    kept = []
    for size in (12, 256, 300):
        shop.grow(size)
        kept.append(shop.kept())
    shop.publish(tmp_path / "public")
    for each in kept:
        assert shop.check(tmp_path / "public", kept=each) == kept[-1]
    stranger = Checkpoint(kept[0].origin, 12, bytes(32))
    with pytest.raises(CorruptError, match="does not extend the checkpoint of 12 entries"):
        shop.check(tmp_path / "public", kept=stranger)
    with pytest.raises(CorruptError, match="300 entries; the checkpoint that was kept had 301"):
        shop.check(tmp_path / "public", kept=Checkpoint(kept[0].origin, 301, bytes(32)))
    with pytest.raises(CorruptError, match="of another"):
        shop.check(tmp_path / "public", kept=Checkpoint("another", 12, bytes(32)))


def test_a_fork_is_never_published(shop: Shop, tmp_path: Path) -> None:
    """A restored backup that went on differently: the log's key is right, the history is not."""
    shop.grow(20)
    backup = tmp_path / "backup"
    shutil.copytree(shop.source, backup)
    shop.grow(25)
    shop.publish(tmp_path / "public", tmp_path / "admitted")
    there = files(tmp_path / "public")
    with pytest.raises(CorruptError, match="25 entries are published, this ledger has 20: it is not the newest"):
        publish(backup, tmp_path / "public")
    forked = MerkleTree()
    lines = [*backup.joinpath("entries.jsonl").read_bytes().split(b"\n")[:-1], *([b"{}"] * 10)]
    for line in lines:
        forked.append(leaf_hash(line))
    backup.joinpath("entries.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    note = sign_checkpoint(Checkpoint(shop.house.ledger.genesis.origin, 30, forked.root()), shop.signer())
    backup.joinpath("checkpoint").write_bytes(note)
    with pytest.raises(CorruptError, match="does not extend the 25 entries that are published"):
        publish(backup, tmp_path / "public")
    assert files(tmp_path / "public") == there


def test_another_ledgers_folder(shop: Shop, tmp_path: Path) -> None:
    other = Signer("other.invalid", PrivateKey.generate())
    (tmp_path / "public").mkdir()
    (tmp_path / "public/checkpoint").write_bytes(sign_checkpoint(Checkpoint("other.invalid", 1, bytes(32)), other))
    with pytest.raises(CorruptError, match="it is not this ledger's: publish into another folder"):
        shop.publish(tmp_path / "public")


def test_entries_that_do_not_lead_to_the_checkpoint(shop: Shop, tmp_path: Path) -> None:
    shop.grow(20)
    copy = tmp_path / "copy"
    shutil.copytree(shop.source, copy)
    whole = (copy / "entries.jsonl").read_bytes()
    (copy / "entries.jsonl").write_bytes(whole[:-700] + b"7" + whole[-699:])
    with pytest.raises(CorruptError, match="do not lead to the checkpoint; nothing was published"):
        publish(copy, tmp_path / "public")
    (copy / "entries.jsonl").write_bytes(whole[: whole.rindex(b"\n", 0, -1) + 1])
    with pytest.raises(CorruptError, match="entry 19: missing"):
        publish(copy, tmp_path / "public")
    (copy / "entries.jsonl").write_bytes(whole[:-1])
    with pytest.raises(CorruptError, match="entry 19: the line is cut off"):
        publish(copy, tmp_path / "public")
    assert not (tmp_path / "public").exists()
    with pytest.raises(MissingError):
        publish(tmp_path / "nowhere", tmp_path / "public")


def test_what_lies_behind_the_checkpoint_is_not_published(shop: Shop, tmp_path: Path) -> None:
    shop.grow(20)
    copy = tmp_path / "copy"
    shutil.copytree(shop.source, copy)
    with (copy / "entries.jsonl").open("ab") as file:
        file.write(b'{"half a line')
    assert publish(copy, tmp_path / "public", tmp_path / "admitted").checkpoint.size == 20
    shop.check(tmp_path / "public", tmp_path / "admitted")


def test_an_older_checkpoint_can_be_the_one_that_is_published(shop: Shop, tmp_path: Path) -> None:
    """The newest one may still wait for its witnesses."""
    shop.grow(15)
    note = shop.house.ledger.checkpoint()
    shop.grow(20)
    assert publish(shop.source, tmp_path / "public", note=note).checkpoint.size == 15
    assert shop.check(tmp_path / "public").size == 15
    assert shop.publish(tmp_path / "public").checkpoint.size == 20


def test_published_cosignatures_stay(shop: Shop, tmp_path: Path) -> None:
    shop.publish(tmp_path / "public")
    path = tmp_path / "public/checkpoint"
    note = Note.parse(path.read_bytes())
    line = Signature("witness.example/w", b"abcd", bytes(72))
    path.write_bytes(Note(note.text, (*note.signatures, line)).format())
    shop.publish(tmp_path / "public")
    assert Note.parse(path.read_bytes()).signatures == (*note.signatures, line)
    shop.grow(shop.house.state.size + 1)
    shop.publish(tmp_path / "public")
    assert line not in Note.parse(path.read_bytes()).signatures


def test_one_publisher_at_a_time(full: Shop, tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    fd = os.open(tmp_path / "public", os.O_RDONLY)
    fcntl.flock(fd, fcntl.LOCK_EX)
    with pytest.raises(LockedError):
        full.publish(tmp_path / "public")
    os.close(fd)
    full.publish(tmp_path / "public")


def test_lost_and_torn_files_are_written_again(full: Shop, tmp_path: Path) -> None:
    public = tmp_path / "public"
    full.publish(public)
    whole = files(public)
    (public / "tile/0/000").unlink()
    (public / "tile/1/000.p/2").write_bytes(b"torn")
    assert full.publish(public).tiles == 2
    assert files(public) == whole


def test_tiles_without_a_checkpoint_are_not_believed(full: Shop, tmp_path: Path) -> None:
    """A first publishing that crashed, perhaps another ledger's."""
    public = tmp_path / "public"
    full.publish(public)
    whole = files(public)
    (public / "checkpoint").unlink()
    (public / "tile/0/000").write_bytes(bytes(8192))
    assert full.publish(public).tiles == 1
    assert files(public) == whole


@pytest.mark.parametrize("name", ["tile/0/000", "tile/0/002.p/88", "tile/1/000.p/2", "checkpoint"])
def test_every_flipped_byte_is_found(full: Shop, tmp_path: Path, name: str) -> None:
    public = tmp_path / "public"
    full.publish(public)
    path = public / name
    whole = path.read_bytes()
    for place in random.Random(7).sample(range(len(whole)), 25):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(CorruptError):
            full.check(public)
    path.write_bytes(whole[:-1])
    with pytest.raises(CorruptError):
        full.check(public)
    path.unlink()
    with pytest.raises(CorruptError, match="missing; publish again"):
        full.check(public)


def test_every_flipped_byte_of_an_entry_is_named(full: Shop, tmp_path: Path) -> None:
    public, admitted = tmp_path / "public", tmp_path / "admitted"
    full.publish(public, admitted)
    path = admitted / "tile/entries/001"
    whole = path.read_bytes()
    first = tiles.parse_bundle(whole, Tile(ENTRIES, 1))[0]
    for place in (2, len(first) // 2, len(first) + 1):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(CorruptError) as caught:
            full.check(public, admitted)
        assert caught.value.seq == 256
    path.write_bytes(whole)
    (admitted / "checkpoint").unlink()
    with pytest.raises(CorruptError, match="missing"):
        full.check(public, admitted)


def test_bundles_of_another_size(shop: Shop, tmp_path: Path) -> None:
    shop.grow(12)
    shop.publish(tmp_path / "public", tmp_path / "admitted")
    shop.grow(13)
    shop.publish(tmp_path / "public")
    with pytest.raises(CorruptError, match="of 12 entries, the tiles are of 13; publish both again"):
        shop.check(tmp_path / "public", tmp_path / "admitted")
    shop.publish(tmp_path / "public", tmp_path / "admitted")
    shop.check(tmp_path / "public", tmp_path / "admitted")


def test_the_checkers_key_counts(full: Shop, tmp_path: Path) -> None:
    full.publish(tmp_path / "public")
    stranger = Signer(full.house.ledger.genesis.origin, PrivateKey.generate()).verifier
    with pytest.raises(CorruptError, match="no signature by a known key"):
        published.check(tmp_path / "public", [stranger])


KILLED = """
import os, sys
from pathlib import Path
from ledger import publish
left = int(sys.argv[4])

def counting(call):
    def counted(*given, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), 9)
        return call(*given, **named)
    return counted

for name in ("open", "write", "fsync", "mkdir", "replace", "rmdir", "unlink"):
    setattr(os, name, counting(getattr(os, name)))
publish.publish(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
"""


def test_a_kill_at_any_system_call_leaves_a_publishable_folder(shop: Shop, tmp_path: Path) -> None:
    """From 250 to 520 entries: partial tiles become full ones, levels are added. Killed before each call in turn."""
    public, admitted = tmp_path / "public", tmp_path / "admitted"
    shop.grow(250)
    shop.publish(public, admitted)
    older = shop.kept()
    shop.grow(520)
    for calls in [*range(0, 60, 3), *range(60, 2000, 23)]:
        places = [tmp_path / f"public-{calls}", tmp_path / f"admitted-{calls}"]
        shutil.copytree(public, places[0])
        shutil.copytree(admitted, places[1])
        places[1].chmod(0o700)
        ran = subprocess.run([sys.executable, "-c", KILLED, shop.source, *places, str(calls)], check=False)
        found = shop.check(places[0], kept=older)  # what is served now is whole, at the old size or the new
        assert found.size in (250, 520)
        assert shop.publish(places[0], places[1]).checkpoint.size == 520
        shop.check(places[0], places[1], kept=older)
        if ran.returncode == 0:
            break
        assert ran.returncode == -signal.SIGKILL
        for place in places:
            shutil.rmtree(place)
    assert ran.returncode == 0
    assert calls > 20
