"""The log's key is replaced: by whose signatures, from which size on, and what checkers accept."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ledger import logkeys, receipts, status, verify
from ledger.checkpoint import Signer, sign_checkpoint
from ledger.errors import CorruptError, MalformedError, Refusal, SignatureError
from ledger.keys import LOG, NEXT_LOG, Keys
from ledger.replay import eras_of, trusted_checkpoint
from ledger.signing import PrivateKey
from ledger.types import Checkpoint
from tests.ledger.factories import World, new_key
from tests.ledger.house import House


def folder(house: House) -> Path:
    return house.data.with_name("data.keys")


def rotated(house: House) -> int:
    """Replace the log's key as the command does; the entry."""
    keys = Keys.load(folder(house)).begin_rotation(folder(house))
    assert keys.next_log is not None
    house.reopen()
    body = logkeys.rotation(house.ledger.id, keys.log.public.base64, keys.next_log, [keys.log])
    entry = house.submit("log-key", house.registrar, body)
    keys.end_rotation(folder(house))
    return entry.seq


@pytest.fixture
def house(tmp_path: Path) -> Any:
    house = House(tmp_path)
    house.supplier()
    yield house
    house.ledger.close()


def test_checkpoints_are_by_the_key_of_their_size(house: House) -> None:
    old_note, old_key, old_size = house.ledger.checkpoint(), house.ledger.log_vkey, house.state.size
    receipt = house.ledger.receipt(1)
    seq = rotated(house)
    new_key_text = house.ledger.log_vkey
    assert new_key_text != old_key
    with pytest.raises(SignatureError):
        receipts.verify(house.ledger.receipt(1), [old_key], house.ledger.id)
    assert receipts.verify(receipt, [old_key], house.ledger.id).checkpoint.size == old_size
    for number in range(house.state.size):
        receipts.verify(house.ledger.receipt(number), [new_key_text], house.ledger.id)
    genesis, eras = eras_of((house.data / "ledger" / "entries.jsonl").read_bytes().splitlines(keepends=True))
    assert [era.since for era in eras] == [0, seq]
    assert eras == house.state.eras
    assert trusted_checkpoint(old_note, genesis, eras=eras).size == old_size
    assert trusted_checkpoint(house.ledger.checkpoint(), genesis, eras=eras).size == seq + 1


def test_it_opens_recovers_and_is_audited_under_the_new_key_and_again(house: House) -> None:
    first = house.ledger.log_vkey
    rotated(house)
    house.supplier()
    second, state = house.ledger.log_vkey, house.state
    assert house.reopen().state == state
    rotated(house)
    house.supplier()
    found = verify.audit(house.data, processes=0)
    assert found.log_keys == (first, second, house.ledger.log_vkey)
    assert verify.audit(house.data, log_vkey=house.ledger.log_vkey, processes=0).entries == house.state.size
    claim = house.register(house.supplier().owner, house.payer().party, 5)
    status.verify(house.ledger.status(claim), [house.ledger.log_vkey], house.ledger.id)
    assert not (folder(house) / NEXT_LOG).exists()
    assert len(list(folder(house).glob("log-*.retired.pem"))) == 2


def test_a_retired_key_vouches_for_nothing_later(house: House) -> None:
    old = Keys.load(folder(house)).log
    rotated(house)
    house.supplier()
    size, root = house.state.size, house.ledger._book.tree.root()
    origin = house.ledger.genesis.origin
    house.ledger.close()
    house.checkpoint_file.write_bytes(sign_checkpoint(Checkpoint(origin, size, root), Signer(origin, old)))
    with pytest.raises(CorruptError):
        house.reopen()
    with pytest.raises(CorruptError):
        verify.audit(house.data, processes=0)


@pytest.mark.parametrize("step", ["new key written", "entry recorded", "old key set aside"])
def test_an_interrupted_replacement_is_gone_on_with(house: House, step: str) -> None:
    keys = Keys.load(folder(house)).begin_rotation(folder(house))
    assert keys.next_log is not None
    assert Keys.load(folder(house)).begin_rotation(folder(house)).next_log is not None
    house.reopen()
    house.supplier()  # still under the old key
    if step != "new key written":
        body = logkeys.rotation(house.ledger.id, keys.log.public.base64, keys.next_log, [keys.log])
        house.submit("log-key", house.registrar, body)
    if step == "old key set aside":
        (folder(house) / f"log-{keys.log.id[:16]}.retired.pem").write_bytes(keys.log.pem())
        (folder(house) / LOG).write_bytes(keys.next_log.pem())
    house.reopen()
    house.supplier()
    verify.audit(house.data, processes=0)
    if step != "new key written":
        Keys.load(folder(house)).end_rotation(folder(house))
        house.reopen()
        assert house.ledger.log_vkey == Signer(house.ledger.genesis.origin, keys.next_log).verifier.vkey


def test_without_the_new_key_nothing_is_signed(house: House, tmp_path: Path) -> None:
    before = tmp_path / "before"
    shutil.copytree(folder(house), before)
    rotated(house)
    house.ledger.close()
    shutil.rmtree(folder(house))
    shutil.copytree(before, folder(house))
    with pytest.raises(MalformedError, match="not the keys of the ledger"):
        house.reopen()


def test_what_a_replacement_needs(house: House) -> None:
    log, new = Keys.load(folder(house)).log, PrivateKey.generate()
    good = logkeys.rotation(house.ledger.id, log.public.base64, new, [log])
    other = logkeys.rotation("0" * 64, log.public.base64, new, [log])
    owner = house.supplier().owner
    for body, code in (
        ({**good, "old": other["old"]}, "log-threshold"),
        ({**good, "proof": other["proof"]}, "bad-possession"),
        (logkeys.rotation(house.ledger.id, new_key("x").public.base64, new, [log]), "unknown-key"),
        (logkeys.rotation(house.ledger.id, log.public.base64, log, [log]), "key-known"),
        (logkeys.rotation(house.ledger.id, log.public.base64, owner.key, [log]), "key-known"),
    ):
        with pytest.raises(Refusal) as caught:
            house.submit("log-key", house.registrar, body)
        assert caught.value.code == code
    with pytest.raises(Refusal, match="wrong-role"):
        house.submit("log-key", owner, good)


def test_several_log_keys_sign_as_genesis_demands() -> None:
    first, second, third, fresh = (new_key(name) for name in "abcd")
    genesis = replace(
        World().state.genesis,
        log_keys=tuple(key.public.base64 for key in (first, second, third)),
        thresholds={"log": 2, "payer": 1},
    )
    eras = logkeys.begin(genesis)
    retires = third.public.base64
    for present in ([first], [first, first], [first, fresh]):
        body = logkeys.rotation("0" * 64, retires, fresh, present)
        with pytest.raises(Refusal, match="log-threshold"):
            logkeys.next_era("0" * 64, genesis, eras, body, 7)
    era = logkeys.next_era("0" * 64, genesis, eras, logkeys.rotation("0" * 64, retires, fresh, [first, second]), 7)
    assert era.keys == (first.public.base64, second.public.base64, fresh.public.base64)
    again = logkeys.rotation("0" * 64, fresh.public.base64, third, [first, second])
    with pytest.raises(Refusal, match="key-known"):  # a key is the log's once
        logkeys.next_era("0" * 64, genesis, (*eras, era), again, 9)
