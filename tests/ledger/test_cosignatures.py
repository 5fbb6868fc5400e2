"""Cosignatures of witnesses: whose count, and what is refused (C2SP tlog-cosignature)."""

from __future__ import annotations

import pytest

from ledger import cosignatures as co
from ledger.checkpoint import Note, Signature, Signer, format_checkpoint, sign_note
from ledger.cosignatures import Cosignature, Witness
from ledger.errors import MalformedError, SignatureError
from ledger.signing import PrivateKey
from ledger.types import Checkpoint

LOG = Signer("tally.example/log", PrivateKey.from_raw(bytes(range(32))))
TEXT = format_checkpoint(Checkpoint(LOG.name, 9, bytes(32)))
KEY = PrivateKey.from_raw(bytes(range(1, 33)))
WITNESS = Witness("witness.example/w1", KEY.public)


def line(
    witness: Witness = WITNESS, key: PrivateKey = KEY, *, time: int = 1_795_320_000, text: str = TEXT
) -> Signature:
    return Signature(witness.name, witness.key_id, time.to_bytes(8, "big") + key.sign_raw(co.message(time, text)))


def noted(*lines: Signature) -> Note:
    note = Note.parse(sign_note(TEXT, LOG))
    return Note(note.text, note.signatures + lines)


def test_the_signed_message() -> None:
    assert co.message(
        1679315147, "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    ) == (
        b"cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\n"
        b"CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    )


def test_a_witness_is_recognised() -> None:
    note = noted(line())
    assert co.cosignatures(note, [WITNESS]) == (Cosignature(WITNESS, 1_795_320_000),)
    assert co.cosignatures(Note.parse(note.format()), [WITNESS]) == (Cosignature(WITNESS, 1_795_320_000),)
    assert len(note.signatures[1].key_id + note.signatures[1].sig) == 76


def test_strangers_are_ignored() -> None:
    other = Witness("witness.example/w2", PrivateKey.generate().public)
    assert co.cosignatures(noted(line()), [other]) == ()
    assert co.cosignatures(noted(), [WITNESS]) == ()
    assert co.cosignatures(noted(line()), []) == ()


def test_one_key_counts_once() -> None:
    again = Witness("another.name", KEY.public)
    note = noted(line(), line(again), line(time=7))
    assert co.cosignatures(note, [WITNESS, again]) == (Cosignature(WITNESS, 1_795_320_000),)


@pytest.mark.parametrize(
    "bad",
    [
        line(text=TEXT.replace("9", "8")),
        line(key=PrivateKey.generate()),
        Signature(WITNESS.name, WITNESS.key_id, KEY.sign_raw(TEXT.encode())),
        Signature(WITNESS.name, WITNESS.key_id, line().sig[:8]),
        Signature(WITNESS.name, WITNESS.key_id, bytes(8) + line().sig[8:]),
        line(time=2**63),
    ],
)
def test_known_and_bad_rejects_the_note(bad: Signature) -> None:
    with pytest.raises(SignatureError, match=r"witness\.example/w1 does not verify"):
        co.cosignatures(noted(line(), bad), [WITNESS])


def test_keys_as_text() -> None:
    assert Witness.from_vkey(WITNESS.vkey) == WITNESS
    name, identity, key = WITNESS.vkey.split("+", 2)
    assert len(identity) == 8
    for text, why in (
        (LOG.verifier.vkey, "not a witness's Ed25519 key"),
        (f"{name}+00000000+{key}", "the key id is"),
        (f"a b+{identity}+{key}", "not 'name"),
        (f"{name}+{identity}", "not 'name"),
    ):
        with pytest.raises(MalformedError, match=why):
            Witness.from_vkey(text)


def test_a_logs_own_signature_is_no_cosignature() -> None:
    """The key id has the type in it, so that a signature for one purpose never counts for the other."""
    twin = Witness(LOG.name, LOG.key.public)
    assert co.cosignatures(noted(), [twin]) == ()
