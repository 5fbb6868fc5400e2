"""Signed notes and checkpoints: the published vector, strictness, parse∘format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import checkpoint as cp
from ledger.errors import MalformedError, SignatureError
from ledger.signing import PrivateKey
from ledger.types import Checkpoint

VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
SIG = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
NOTE = f"{TEXT}\n— PeterNeumann {SIG}\n".encode()
KEY = PrivateKey.from_raw(bytes(range(32)))
SIGNER = cp.Signer("tally.example/log", KEY)


def test_published_note() -> None:
    verifier = cp.Verifier.from_vkey(VKEY)
    assert verifier.vkey == VKEY
    assert cp.open_note(NOTE, [verifier]) == (TEXT, (verifier,))
    assert cp.Note.parse(NOTE).format() == NOTE


def test_every_flipped_byte_of_the_published_note_is_refused() -> None:
    verifier = cp.Verifier.from_vkey(VKEY)
    for place in range(len(NOTE)):
        broken = bytearray(NOTE)
        broken[place] ^= 1
        with pytest.raises((MalformedError, SignatureError)):
            cp.open_note(bytes(broken), [verifier])


def test_unknown_signatures_are_ignored_and_sixteen_accepted() -> None:
    verifier = cp.Verifier.from_vkey(VKEY)
    others = "".join(cp.Signer(f"w{i}.example", PrivateKey.generate()).sign(TEXT).line() for i in range(15))
    data = NOTE[: len(TEXT.encode()) + 1] + others.encode() + NOTE[len(TEXT.encode()) + 1 :]
    assert cp.open_note(data, [verifier])[1] == (verifier,)
    with pytest.raises(SignatureError, match="no signature by a known key"):
        cp.open_note(data, [SIGNER.verifier])


def test_known_and_bad_rejects_even_beside_a_good_one() -> None:
    other = cp.Signer("other.example", PrivateKey.generate())
    bad = other.sign("another text\n").line().encode()
    with pytest.raises(SignatureError, match=r"other\.example does not verify"):
        cp.open_note(NOTE + bad, [cp.Verifier.from_vkey(VKEY), other.verifier])


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"text\n", "no signature lines"),
        (b"text\n\n", "no signature lines"),
        (b"text\n\n- name AAAAAAAA\n", "not '— name base64'"),
        ("text\n\n— a+b AAAAAAAA\n".encode(), "not '— name base64'"),
        ("text\n\n— name AAAAAAAA".encode(), "no signature lines"),
        ("text\n\n— name AAAA\n".encode(), "too short"),
        ("text\n\n— name AAAAAA\n".encode(), "base64"),
        ("text\n\n— name AAAAAAB=\n".encode(), "base64"),
        ("te\txt\n\n— name AAAAAAAA\n".encode(), "control character"),
        (b"te\xffxt\n\n", "not UTF-8 at byte 2"),
        (("text\n\n" + "— name AAAAAAAA\n" * 101).encode(), "101 signatures"),
        (b"x" * 1_000_001, "at most"),
    ],
)
def test_malformed_notes(data: bytes, why: str) -> None:
    with pytest.raises(MalformedError, match=why):
        cp.Note.parse(data)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("PeterNeumann", "not 'name"),
        ("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "the key id is c74f20a3"),
        ("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "not 'name"),
        ("PeterNeumann+c74f20a3+AhpcAA==", "Ed25519"),
    ],
)
def test_bad_verifier_keys(text: str, why: str) -> None:
    with pytest.raises(MalformedError, match=why):
        cp.Verifier.from_vkey(text)


def test_a_text_that_no_note_can_carry() -> None:
    for text in ("no newline", "bell\x07\n"):
        with pytest.raises(MalformedError):
            cp.sign_note(text, SIGNER)


@given(
    st.text(st.characters(exclude_characters="+", exclude_categories=["Z", "C"]), min_size=1, max_size=20),
    st.integers(0, 2**60),
    st.binary(min_size=32, max_size=32),
)
@settings(max_examples=50, deadline=None)
def test_checkpoint_parse_and_format(origin: str, size: int, root: bytes) -> None:
    value = Checkpoint(origin, size, root)
    assert cp.parse_checkpoint(cp.format_checkpoint(value)) == value
    data = cp.sign_checkpoint(value, cp.Signer(origin, KEY))
    assert cp.open_checkpoint(data, [cp.Verifier(origin, KEY.public)]) == value
    assert cp.sign_note(cp.format_checkpoint(value), cp.Signer(origin, KEY)) == data


@given(st.binary(max_size=120) | st.text(max_size=60).map(str.encode))
def test_whatever_parses_formats_to_the_same_bytes(data: bytes) -> None:
    for candidate in (data, data + b"\n\n" + NOTE[-112:]):
        try:
            note = cp.Note.parse(candidate)
        except MalformedError:
            continue
        assert note.format() == candidate


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("o\n1\n", "not three lines"),
        ("o\n1\n{r}\nextension\n", "not three lines"),
        ("o\n01\n{r}\n", "leading zeroes"),
        ("o\n-1\n{r}\n", "leading zeroes"),
        ("o\n1\n{r}=\n", "base64"),
        ("o\n1\nAAAA\n", "32 bytes"),
        ("a b\n1\n{r}\n", "no key name"),
        ("\n1\n{r}\n", "no key name"),
    ],
)
def test_strict_checkpoints(text: str, why: str) -> None:
    with pytest.raises(MalformedError, match=why):
        cp.parse_checkpoint(text.replace("{r}", "A" * 43 + "="))


def test_origin_is_the_log_keys_name() -> None:
    data = cp.sign_note(cp.format_checkpoint(Checkpoint("somebody.else", 1, bytes(32))), SIGNER)
    with pytest.raises(SignatureError, match=r"somebody\.else is not the name"):
        cp.open_checkpoint(data, [SIGNER.verifier])
