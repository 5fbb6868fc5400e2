"""Texts beside the log: kept encrypted, read, erased; erased and lost never look alike."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import texts as texts_module
from ledger.errors import ErasedError, MalformedError, MissingError
from ledger.texts import Texts, commit

KEY = bytes(range(32))


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    return Texts(tmp_path / "texts", KEY)


def files(tmp_path: Path) -> list[Path]:
    return sorted(path for path in (tmp_path / "texts").rglob("*") if path.is_file())


def test_keep_and_read(texts: Texts, tmp_path: Path) -> None:
    commitment = texts.keep("银河精密仪器有限公司")
    assert texts.read(commitment) == "银河精密仪器有限公司"
    (path,) = files(tmp_path)
    assert path.name == commitment
    assert "银河".encode() not in path.read_bytes()


def test_the_commitment_is_what_the_format_says(texts: Texts) -> None:
    commitment = texts.keep(b"\x00 an attachment")
    salt, data = texts.reveal(commitment)
    assert len(salt) == 16
    assert hashlib.sha256(b"\x02" + salt + data).hexdigest() == commitment == commit(salt, data)
    with pytest.raises(MalformedError, match="an attachment, not text"):
        texts.read(texts.keep(b"\xff"))


def test_the_same_text_twice_has_two_commitments(texts: Texts) -> None:
    assert texts.keep("reason") != texts.keep("reason")


def test_erasing(texts: Texts, tmp_path: Path) -> None:
    commitment, other = texts.keep("a name"), texts.keep("another")
    texts.erase(commitment)
    texts.erase(commitment)
    with pytest.raises(ErasedError, match="was erased") as erased:
        texts.read(commitment)
    assert erased.value.commitment == commitment
    assert texts.erased(commitment)
    assert not texts.erased(other)
    assert texts.read(other) == "another"
    assert [path.stat().st_size for path in files(tmp_path) if path.name != other] == [0]


def test_missing_is_not_erased(texts: Texts) -> None:
    for act in (texts.read, texts.erase, texts.reveal):
        with pytest.raises(MissingError, match=r"text 000000000000….*restore the data folder"):
            act("0" * 64)


def test_a_crash_between_tombstone_and_removal_counts_as_erased(
    texts: Texts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commitment = texts.keep("a name")

    def die(path: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(texts_module, "remove_file", die)
        with pytest.raises(KeyboardInterrupt):
            texts.erase(commitment)
    with pytest.raises(ErasedError):
        Texts(tmp_path / "texts", KEY).read(commitment)
    texts.erase(commitment)
    assert len(files(tmp_path)) == 1


def test_another_key_a_changed_file_and_a_moved_file(texts: Texts, tmp_path: Path) -> None:
    commitment, other = texts.keep("a name"), texts.keep("another")
    with pytest.raises(MalformedError, match="changed, or sealed under another key"):
        Texts(tmp_path / "texts", bytes(32)).read(commitment)
    first, second = (tmp_path / "texts" / name[:2] / name for name in (commitment, other))
    second.write_bytes(first.read_bytes())
    with pytest.raises(MalformedError, match="restore it from a backup"):
        texts.read(other)
    first.write_bytes(b"short")
    with pytest.raises(MalformedError, match="changed"):
        texts.read(commitment)


def test_commitments_are_not_paths(texts: Texts) -> None:
    for name in ("../../etc/passwd", "", "A" * 64):
        with pytest.raises(MalformedError, match="commitment: not 64"):
            texts.read(name)


@given(text=st.text())
@settings(max_examples=25, deadline=None)
def test_whatever_is_kept_is_read(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    texts = Texts(tmp_path_factory.getbasetemp() / "texts", KEY)
    assert texts.read(texts.keep(text)) == text
