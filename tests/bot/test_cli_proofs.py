"""The command line of proofs: receipts and statements checked offline, publishing and checking what is published."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot import demo
from bot.clock import SystemClock
from ledger.checkpoint import Note, Signature, Signer
from ledger.cosignatures import Witness, message
from ledger.cosigned import Policy
from ledger.proofs import Proof
from ledger.service import Ledger
from ledger.signing import PrivateKey
from tests.bot.conftest import Run
from tests.ledger.factories import totals
from tests.ledger.house import House


@dataclass
class Papers:
    """What somebody outside was given: files and the log's key, no ledger."""

    folder: Path
    vkey: str
    ledger: str
    early: str  # a statement made before the confirmation that ``receipt`` proves
    late: str  # and one made after it
    receipt: str
    entry: int
    claim: str


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    folder = tmp_path_factory.mktemp("papers")
    house = House(folder / "house")
    supplier, payer = house.supplier(), house.payer(dual_above=0)
    claim = house.requested(supplier.owner, payer.party, 80_000_000)
    (folder / "early.txt").write_bytes(house.ledger.status(claim))
    proposal = house.propose("confirm", payer.maker, totals(claim, confirmed=80_000_000))
    entry = house.endorse(payer.checker, proposal).seq
    (folder / "receipt.tlog-proof").write_bytes(house.ledger.receipt(entry))
    (folder / "late.txt").write_bytes(house.ledger.status(claim))
    vkey, identity = house.ledger.log_vkey, house.ledger.id
    house.ledger.close()
    shutil.rmtree(folder / "house")
    early, late, receipt = (str(folder / name) for name in ("early.txt", "late.txt", "receipt.tlog-proof"))
    return Papers(folder, vkey, identity, early, late, receipt, entry, claim)


def test_a_receipt_without_a_ledger(run: Run, papers: Papers) -> None:
    status, out, err = run("receipt", "verify", papers.receipt, "--key", papers.vkey)
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == f"verifies: entry {papers.entry} of ledger {papers.ledger}, a demo"
    assert lines[1] == "recorded 22 Nov 2026, 10:00 (Shanghai)"
    assert '"confirmed": 80000000' in out
    assert "a signature with an own key" in out
    assert "of registrar" in out
    assert "named in the genesis" in out
    assert "unwitnessed" in lines
    assert lines[-1].startswith("It proves that this was recorded, not what is true now.")
    assert "status statement that was made after their own lock" in lines[-1]


def test_a_receipt_as_json(run: Run, papers: Papers) -> None:
    status, out, _ = run("receipt", "verify", papers.receipt, "--key", papers.vkey, "--id", papers.ledger, "--json")
    found = json.loads(out)
    assert status == 0
    assert found["verifies"]
    assert found["entry"]["seq"] == papers.entry
    assert found["proposal"]["event"]["body"]["type"] == "confirm"
    assert found["chain"][0]["custody"] == "own"
    assert found["cosigned"] == []


def test_roots_that_do_not_fit(run: Run, papers: Papers, tmp_path: Path) -> None:
    stranger = Signer("tallystick.invalid", PrivateKey.generate()).verifier.vkey
    status, out, _ = run("receipt", "verify", papers.receipt, "--key", stranger)
    assert status == 1
    assert out.startswith("does not verify: receipt.checkpoint: no signature by a known key")
    status, out, _ = run("receipt", "verify", papers.receipt, "--key", papers.vkey, "--id", "0" * 64)
    assert status == 1
    assert "its genesis is not the one you trust" in out
    assert run("receipt", "verify", papers.receipt, "--key", stranger, "--key", papers.vkey)[0] == 0
    broken = tmp_path / "broken"
    whole = Path(papers.receipt).read_bytes()
    broken.write_bytes(whole[:900] + bytes([whole[900] ^ 1]) + whole[901:])
    status, out, _ = run("receipt", "verify", str(broken), "--key", papers.vkey, "--json")
    assert status == 1
    assert json.loads(out)["verifies"] is False


@pytest.mark.parametrize("what", ["receipt", "status"])
def test_bad_usage(run: Run, papers: Papers, tmp_path: Path, what: str) -> None:
    status, out, err = run(what, "verify", papers.receipt, "--key", papers.vkey[:-4])
    assert (status, out) == (2, "")
    assert "--key" in err
    status, out, err = run(what, "verify", str(tmp_path / "gone"), "--key", papers.vkey)
    assert (status, out) == (1, "")
    assert "gone" in err
    assert run(what, "verify", papers.receipt)[0] == 2  # nothing to trust


KEYS = [PrivateKey.generate() for _ in range(3)]
WITNESSES = [Witness(f"witness.example/{number}", key.public) for number, key in enumerate(KEYS)]


def cosigned(papers: Papers, folder: Path, *numbers: int) -> str:
    """The receipt with the cosignatures of some witnesses."""
    proof = Proof.parse(Path(papers.receipt).read_bytes())
    note = Note.parse(proof.note)
    lines = []
    for number in numbers:
        stamped = (1_795_320_000).to_bytes(8, "big") + KEYS[number].sign_raw(message(1_795_320_000, note.text))
        lines.append(Signature(WITNESSES[number].name, WITNESSES[number].key_id, stamped))
    path = folder / "cosigned.tlog-proof"
    path.write_bytes(replace(proof, note=Note(note.text, (*note.signatures, *lines)).format()).format())
    return str(path)


def test_witnesses(run: Run, papers: Papers, tmp_path: Path) -> None:
    path = cosigned(papers, tmp_path, 0, 2)
    three = [part for witness in WITNESSES for part in ("--witness", witness.vkey)]
    check = ("receipt", "verify", path, "--key", papers.vkey)
    status, out, _ = run(*check, *three, "--quorum", "2")
    assert status == 0
    assert "witnessed by 2 of 3" in out.splitlines()
    status, out, _ = run(*check, *three)
    assert status == 1
    assert "does not verify: witnessed by 2 of 3; 3 wanted" in out
    status, out, _ = run(*check, *three[2:4], "--quorum", "1")
    assert status == 1
    assert "unwitnessed; 1 wanted" in out
    assert run(*check, "--witness", WITNESSES[0].vkey)[0] == 0
    assert "unwitnessed" in run(*check)[1].splitlines()
    found = json.loads(run(*check, *three, "--quorum", "1", "--json")[1])
    assert [item["name"] for item in found["cosigned"]] == ["witness.example/0", "witness.example/2"]


def test_witnesses_named_badly(run: Run, papers: Papers) -> None:
    check = ("receipt", "verify", papers.receipt, "--key", papers.vkey)
    first = WITNESSES[0].vkey
    for more, why in (
        (("--quorum", "1"), "--quorum 1 of 0 witnesses"),
        (("--witness", first, "--quorum", "0"), "--quorum 0 of 1"),
        (("--witness", first, "--witness", first), "names one key twice"),
        (("--witness", papers.vkey), "not a witness's Ed25519 key"),
    ):
        status, out, err = run(*check, *more)
        assert (status, out) == (2, "")
        assert why in err


def test_a_statement_made_after_the_own_lock(run: Run, papers: Papers) -> None:
    status, out, _ = run("status", "verify", papers.late, "--key", papers.vkey)
    assert status == 0
    assert out.startswith("verifies: R-0001 as the log states it at")
    assert "confirmation confirmed, claimed ¥800,000.00, confirmed ¥800,000.00" in out
    assert "--after RECEIPT checks that" in out
    status, out, _ = run("status", "verify", papers.late, "--key", papers.vkey, "--after", papers.receipt)
    assert status == 0
    assert out.splitlines()[-1].startswith("made after the entry that")
    status, out, _ = run("status", "verify", papers.early, "--key", papers.vkey, "--after", papers.receipt)
    assert status == 1
    assert f"before entry {papers.entry}; ask for one that was made after it" in out
    found = json.loads(run("status", "verify", papers.late, "--key", papers.vkey, "--json")[1])
    assert found["receivable"] == papers.claim
    assert found["facets"]["confirmation"]["state"] == "confirmed"


def test_one_file_for_the_other(run: Run, papers: Papers) -> None:
    assert run("receipt", "verify", papers.late, "--key", papers.vkey)[0] == 1
    assert run("status", "verify", papers.receipt, "--key", papers.vkey)[0] == 1


@pytest.fixture
def open_town(tmp_path: Path) -> Iterator[Ledger]:
    """A demo that a bot holds open."""
    with demo.create(tmp_path / "data", tmp_path / "data.keys", SystemClock(), scrypt_n=2**4) as ledger:
        yield ledger


def test_publishing_beside_the_bot(run: Run, open_town: Ledger, tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(open_town.checkpoint())
    status, out, err = run("ledger", "publish", "--data", "data", "--to", "www", "--entries", "admitted")
    assert (status, err) == (0, "")
    assert out.startswith(f"published {open_town.state.size} entries of ")
    assert "1 new tiles\n1 new entry bundles in admitted" in out
    assert "0 new tiles" in run("ledger", "publish", "--data", "data", "--to", "www")[1]
    check = ("ledger", "published", "www", "--key", open_town.log_vkey)
    status, out, _ = run(*check, "--since", "kept", "--entries", "admitted")
    assert status == 0
    assert "extends the checkpoint of" in out
    tile = next((tmp_path / "www/tile/0").rglob("[0-9]*[0-9]"))
    whole = tile.read_bytes()
    tile.write_bytes(bytes([whole[0] ^ 1]) + whole[1:])
    status, out, _ = run(*check)
    assert status == 1
    assert "do not lead to the checkpoint's root" in out
    assert run("ledger", "published", "www", "--key", "x")[0] == 2
    (tmp_path / "kept").write_bytes(b"nothing")
    assert run(*check, "--since", "kept")[0] == 1


def test_what_witnesses_signed_is_published_and_carried(run: Run, open_town: Ledger, tmp_path: Path) -> None:
    """One witness signed an older checkpoint than the newest one."""
    note = Note.parse(open_town.checkpoint())
    stamped = (1_795_320_000).to_bytes(8, "big") + KEYS[0].sign_raw(message(1_795_320_000, note.text))
    witness = WITNESSES[0]
    policy = Policy((witness,), 1)
    assert run("ledger", "publish", "--data", "data", "--to", "www", "--witnessed")[0] == 2  # none yet
    assert open_town.cosigned.keep(note.format(), [Signature(witness.name, witness.key_id, stamped)], policy)
    check = ("receipt", "verify", "one.tlog-proof", "--key", open_town.log_vkey, "--witness", witness.vkey)
    assert run("receipt", "make", "3", "--data", "data", "--to", "one.tlog-proof")[0] == 0
    assert "witnessed by 1 of 1" in run(*check)[1].splitlines()
    for more in ((), ("--witnessed",)):
        assert run("ledger", "publish", "--data", "data", "--to", "www", *more)[0] == 0
        assert policy.reached((tmp_path / "www/checkpoint").read_bytes())
    (tmp_path / "kept").write_bytes(open_town.checkpoint() + b"\n" + note.format())
    status, out, _ = run("ledger", "published", "www", "--key", open_town.log_vkey, "--since", "kept")
    assert status == 0
    assert out.count("extends the checkpoint of") == 2


@pytest.mark.parametrize("to", ["data/www", "data", ".", "data.keys", "data.keys/www"])
def test_secrets_and_entries_are_never_published(run: Run, open_town: Ledger, tmp_path: Path, to: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    status, _, err = run("ledger", "publish", "--data", "data", "--to", to)
    assert status == 1
    assert "what is published needs a folder of its own" in err
    assert sorted(tmp_path.rglob("*")) == before


def test_nothing_to_publish(run: Run) -> None:
    status, _, err = run("ledger", "publish", "--data", "nowhere", "--to", "www")
    assert status == 1
    assert "nowhere" in err


def test_a_receipt_is_made_beside_the_bot(run: Run, open_town: Ledger, tmp_path: Path) -> None:
    status, out, _ = run("receipt", "make", "3", "--data", "data")
    assert status == 0
    assert "receipt of entry 3 under checkpoint" in out
    assert (tmp_path / "receipt-3.tlog-proof").read_bytes() == open_town.receipt(3)
    assert run("receipt", "verify", "receipt-3.tlog-proof", "--key", open_town.log_vkey)[0] == 0
    status, _, err = run("receipt", "make", "3", "--data", "data")
    assert status == 2
    assert "is there already" in err
    status, _, err = run("receipt", "make", "9999", "--data", "data")
    assert status == 1
    assert "there is no entry 9999" in err
