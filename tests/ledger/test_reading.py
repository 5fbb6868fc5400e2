"""Publishing once more reads what is new and no more; whatever does not fit, everything is read."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import published, reading
from ledger.checkpoint import Verifier
from ledger.errors import CorruptError
from ledger.keys import Keys, default_folder
from ledger.logkeys import rotation
from ledger.publish import publish
from ledger.reading import UnfitError, everything, find, newer
from ledger.store import read_checkpoint
from ledger.types import Checkpoint
from tests.ledger.test_publish import Shop, files

READS = """
import sys
from pathlib import Path
from ledger.publish import publish
def count():
    return int(Path("/proc/self/io").read_text().split()[1])
source, public, admitted = map(Path, sys.argv[1:])
before = count()
publish(source, public, admitted)
print(count() - before)
"""


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path / "shop")
    yield shop
    shop.house.ledger.close()


def bytes_read(shop: Shop, public: Path, admitted: Path) -> int:
    ran = subprocess.run(
        [sys.executable, "-c", READS, shop.source, public, admitted], check=True, capture_output=True, text=True
    )
    return int(ran.stdout)


def test_what_is_published_is_not_read_again(shop: Shop, tmp_path: Path) -> None:
    """Counted by the kernel: bytes that the process asked for."""
    public, admitted = tmp_path / "public", tmp_path / "admitted"
    shop.grow(6000)
    whole = shop.house.entries_file.stat().st_size
    assert bytes_read(shop, public, admitted) > whole
    steps = 20 * 2 * 65_536  # of the binary search
    buffered = 2 * (1 << 20)  # the first entry, and the last ones
    assert bytes_read(shop, public, admitted) < steps + buffered < whole
    shop.grow(6100)
    assert bytes_read(shop, public, admitted) < steps + buffered
    assert shop.check(public, admitted) == shop.kept()


@pytest.mark.parametrize("sizes", [(12, 13), (200, 256, 257), (255, 512), (256, 256, 700), (300, 300, 301, 512, 513)])
def test_it_comes_to_the_same(shop: Shop, tmp_path: Path, sizes: tuple[int, ...]) -> None:
    public, admitted = tmp_path / "public", tmp_path / "admitted"
    for number, size in enumerate(sizes):
        shop.grow(size)
        if number:
            found = newer(shop.source, shop.house.ledger.checkpoint(), public)
            whole = everything(shop.source, shop.house.ledger.checkpoint())
            assert (found.checkpoint, found.base) == (whole.checkpoint, sizes[number - 1])
            assert found.offsets == whole.offsets[found.first :] or not found.offsets
        shop.publish(public, admitted)
        assert shop.check(public, admitted) == shop.kept()
    shop.publish(tmp_path / "fresh", tmp_path / "fresh-admitted")
    for one, other in ((public, tmp_path / "fresh"), (admitted, tmp_path / "fresh-admitted")):
        kept = {name: data for name, data in files(one).items() if ".p/" not in name}
        assert kept == {name: data for name, data in files(other).items() if ".p/" not in name}


def spoil(shop: Shop, public: Path, what: str) -> None:
    entries = shop.source / "entries.jsonl"
    lines = entries.read_bytes().splitlines(keepends=True)
    if what == "no checkpoint":
        (public / "checkpoint").unlink()
    elif what == "torn tile":
        (public / "tile/0/001.p/44").write_bytes(b"torn")
    elif what == "other tile":
        (public / "tile/0/001.p/44").write_bytes(bytes(44 * 32))
    elif what == "a line too few":
        entries.write_bytes(b"".join(lines[:-1]))
    elif what == "cut off":
        entries.write_bytes(b"".join(lines)[:-1])
    elif what == "a changed line that is published":
        lines[290] = lines[290].replace(b'"rules":1', b'"rules":2')
        entries.write_bytes(b"".join(lines))
    elif what == "a changed line that is new":
        lines[305] = lines[305].replace(b'"rules":1', b'"rules":2')
        entries.write_bytes(b"".join(lines))
    elif what == "numbers that lead astray":
        entries.write_bytes(b"".join(line.replace(b',"seq":', b',"seq":9') for line in lines[1:]))


@pytest.mark.parametrize("what", ["no checkpoint", "torn tile", "other tile"])
def test_a_folder_that_cannot_be_gone_on_from(shop: Shop, tmp_path: Path, what: str) -> None:
    public = tmp_path / "public"
    shop.grow(300)
    shop.publish(public)
    shop.grow(310)
    spoil(shop, public, what)
    with pytest.raises(UnfitError):
        newer(shop.source, read_checkpoint(shop.source), public)
    shop.publish(public)
    assert shop.check(public) == shop.kept()


@pytest.mark.parametrize(
    "what",
    [
        "a line too few", "cut off", "a changed line that is published", "a changed line that is new",
        "numbers that lead astray",
    ],
)  # fmt: skip
def test_entries_that_do_not_fit_are_told_as_ever(shop: Shop, tmp_path: Path, what: str) -> None:
    public = tmp_path / "public"
    shop.grow(300)
    shop.publish(public)
    shop.grow(310)
    there = files(public)
    whole = shop.house.entries_file.read_bytes()
    spoil(shop, public, what)
    with pytest.raises(CorruptError):
        shop.publish(public)
    assert files(public) == there
    shop.house.entries_file.write_bytes(whole)


def test_a_missing_bundle_or_tile_is_made_again(shop: Shop, tmp_path: Path) -> None:
    public, admitted = tmp_path / "public", tmp_path / "admitted"
    shop.grow(600)
    shop.publish(public, admitted)
    whole = files(public) | files(admitted)
    (admitted / "tile/entries/000").unlink()
    (public / "tile/0/001").unlink()
    done = shop.publish(public, admitted)
    assert (done.tiles, done.bundles) == (1, 1)
    assert files(public) | files(admitted) == whole
    shutil.rmtree(admitted)
    assert shop.publish(public, admitted).bundles == 3
    assert files(public) | files(admitted) == whole


def test_after_a_rotation_the_entries_say_who_signs(shop: Shop, tmp_path: Path) -> None:
    public, keys = tmp_path / "public", default_folder(shop.house.data)
    shop.grow(300)
    shop.publish(public)
    house = shop.house
    house.ledger.close()
    secrets = Keys.load(keys).begin_rotation(keys)
    house.reopen()
    assert secrets.next_log is not None
    body = rotation(house.ledger.id, secrets.log.public.base64, secrets.next_log, [secrets.log])
    house.submit("log-key", house.registrar, body)
    shop.grow(310)
    with pytest.raises(UnfitError):
        newer(shop.source, house.ledger.checkpoint(), public)
    for size in (310, 320):
        shop.grow(size)
        shop.publish(public)
        verifiers = [Verifier.from_vkey(text) for text in house.ledger.log_vkeys]
        found: Checkpoint = published.check(public, verifiers)
        assert found.size == size


def test_an_entry_is_found_without_an_index(tmp_path: Path) -> None:
    @settings(max_examples=30, deadline=None)
    @given(st.integers(1, 400), st.randoms(use_true_random=False))
    def check(count: int, rng: random.Random) -> None:
        path, starts = tmp_path / "entries", []
        with path.open("wb") as file:
            for seq in range(count):
                starts.append(file.tell())
                filler = b"x" * rng.choice([0, 10, 1000, 65_000])
                file.write(b'{"at":1,"event":"%b","seq":%d,"sig":"AA==","v":1}\n' % (filler, seq))
        for seq in {0, count // 2, count - 1, rng.randrange(count)}:
            assert find(path, seq) == starts[seq]
        with pytest.raises(UnfitError):
            find(path, count)

    check()
    for junk in (b"", b"\n\n", b"{}\n" * 100_000, os.urandom(300_000)):
        (tmp_path / "junk").write_bytes(junk)
        with pytest.raises(UnfitError):
            find(tmp_path / "junk", 5)


def test_what_was_read_tells_two_roots(shop: Shop, tmp_path: Path) -> None:
    """Somebody else published meanwhile: what was read no longer says enough, and everything is read."""
    public = tmp_path / "public"
    shop.grow(300)
    shop.publish(public)
    old = tmp_path / "old"
    shutil.copytree(public, old)
    shop.grow(305)
    shop.publish(public)
    shop.grow(310)
    found = newer(shop.source, shop.house.ledger.checkpoint(), old)
    with pytest.raises(UnfitError):
        found.root(305)
    assert found.root(310) == reading.everything(shop.source, shop.house.ledger.checkpoint()).root(310)
    assert publish(shop.source, public).checkpoint.size == 310
