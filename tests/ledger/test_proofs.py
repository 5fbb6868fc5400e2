"""The text form of one proof (C2SP tlog-proof)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import MalformedError
from ledger.proofs import Proof

HASH = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
NOTE = (
    b"example.com/log\n109482\nsFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=\n\n"
    + "— example.com/log AAAAAAE=\n".encode()
)


def test_as_the_specification_writes_it() -> None:
    text = f"c2sp.org/tlog-proof@v1\nextra aGk=\nindex 73894\n{HASH}\n{HASH}\n\n".encode() + NOTE
    proof = Proof.parse(text)
    assert proof == Proof(b"hi", 73894, (bytes(range(32)),) * 2, NOTE)
    assert proof.format() == text


def test_nothing_extra_and_a_tree_of_one() -> None:
    text = b"c2sp.org/tlog-proof@v1\nindex 0\n\n" + NOTE
    assert Proof.parse(text) == Proof(None, 0, (), NOTE)
    assert Proof.parse(text).format() == text


@pytest.mark.parametrize(
    ("head", "why"),
    [
        ("c2sp.org/tlog-proof@v2\nindex 0", "does not begin with"),
        ("", "does not begin with"),
        ("c2sp.org/tlog-proof@v1", "no line 'index'"),
        ("c2sp.org/tlog-proof@v1\nindex 01", "no line 'index'"),
        ("c2sp.org/tlog-proof@v1\nindex -1", "no line 'index'"),
        ("c2sp.org/tlog-proof@v1\nindex  1", "no line 'index'"),
        ("c2sp.org/tlog-proof@v1\nindex 99999999999999999999", "no line 'index'"),
        ("c2sp.org/tlog-proof@v1\nindex 1\nextra aGk=", "line 3: not"),
        ("c2sp.org/tlog-proof@v1\nextra aGl=\nindex 1", "line 2, extra: not the standard base64"),
        ("c2sp.org/tlog-proof@v1\nextra aGk=\nindex 1\nAAAA", "line 4: not the standard base64 of 32"),
        ("c2sp.org/tlog-proof@v1\nindex 1\r", "no line 'index'"),
        ("c2sp.org/tlog-proof@v1\nindex é", "not ASCII"),
        ("c2sp.org/tlog-proof@v1\nindex 1" + f"\n{HASH}" * 65, "65 hashes"),
    ],
)
def test_malformed(head: str, why: str) -> None:
    with pytest.raises(MalformedError, match=why):
        Proof.parse(head.encode() + b"\n\n" + NOTE)


def test_cut_off_and_too_long() -> None:
    for data in (b"c2sp.org/tlog-proof@v1\nindex 0\n", b"c2sp.org/tlog-proof@v1\nindex 0\n\n"):
        with pytest.raises(MalformedError, match="cut off"):
            Proof.parse(data)
    with pytest.raises(MalformedError, match="at most 1000000"):
        Proof.parse(bytes(1_000_001))


@given(
    st.none() | st.binary(max_size=60),
    st.integers(0, 2**53),
    st.lists(st.binary(min_size=32, max_size=32), max_size=5),
    st.binary(min_size=1, max_size=40),
)
def test_format_and_parse(extra: bytes | None, index: int, hashes: list[bytes], note: bytes) -> None:
    proof = Proof(extra, index, tuple(hashes), note)
    assert Proof.parse(proof.format()) == proof


@given(st.data())
def test_what_parses_formats_to_the_same_bytes(data: st.DataObject) -> None:
    whole = bytearray(Proof(b"some", 12, (bytes(32),), NOTE).format())
    whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = Proof.parse(bytes(whole))
    except MalformedError:
        return
    assert found.format() == bytes(whole)
