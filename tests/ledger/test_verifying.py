"""docs/verifying.md: its page of Python and its OpenSSL commands are taken out of it and run on real receipts.

Python runs isolated and without ``site``: nothing but the standard library can be imported. The OpenSSL commands need a
program that not every machine has. Where there is no OpenSSL 3, that one test does not exist (see the end), instead of
passing without having run; the signatures that the page hands over are verified by the ``cryptography`` package in any
case.
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from ledger import canonical
from ledger.checkpoint import Note, Signer
from ledger.proofs import Proof
from ledger.signing import PrivateKey
from tests.ledger.factories import totals
from tests.ledger.house import House

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "verifying.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


@dataclass
class Case:
    house: House
    script: Path
    endorsed: int  # a payer's checker approved, whose administrator two registrars let in
    vkey: str

    def run(self, data: bytes, folder: Path, vkey: str | None = None) -> subprocess.CompletedProcess[str]:
        """The page, on a receipt; signatures go to ``folder / "signed"``."""
        path = folder / "receipt.tlog-proof"
        path.write_bytes(data)
        shutil.rmtree(folder / "signed", ignore_errors=True)
        command = [sys.executable, "-I", "-S", str(self.script), str(path), vkey or self.vkey, str(folder / "signed")]
        return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("page")
    (folder / "verify_receipt.py").write_text(block("python"), encoding="utf-8")
    house = House(folder, registrars=2, threshold=2)
    supplier, payer = house.supplier(), house.payer(dual_above=0)
    claim = house.requested(supplier.owner, payer.party, 80_000_000)
    proposal = house.propose("confirm", payer.maker, totals(claim, confirmed=80_000_000))
    entry = house.endorse(payer.checker, proposal)
    yield Case(house, folder / "verify_receipt.py", entry.seq, house.ledger.log_vkey)
    house.ledger.close()


def good(folder: Path) -> list[str]:
    """Whose signatures in ``folder`` verify: names of messages; raises for one that does not."""
    found = []
    for message in sorted(folder.glob("*.msg")):
        key = load_pem_public_key(message.with_suffix(".pem").read_bytes())
        assert isinstance(key, Ed25519PublicKey)
        key.verify(message.with_suffix(".sig").read_bytes(), message.read_bytes())
        found.append(message.stem)
    return found


def test_every_receipt_verifies(case: Case, tmp_path: Path) -> None:
    for seq in range(case.house.state.size):
        done = case.run(case.house.ledger.receipt(seq), tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        said = f"entry {seq} of {case.house.state.size}, ledger {case.house.ledger.id}: hashes and chain hold"
        assert done.stdout.startswith(said)
        names = good(tmp_path / "signed")
        assert f"{len(names)} signatures to check" in done.stdout
        assert "checkpoint" in names
        assert (f"entry-{seq}" in names) is (seq > 0)


def test_the_chain_is_followed_to_the_registrars(case: Case, tmp_path: Path) -> None:
    """Checker, their enrolment and invitation; the administrator's, the proposal and the endorsement that invited."""
    assert case.run(case.house.ledger.receipt(case.endorsed), tmp_path).returncode == 0
    names = good(tmp_path / "signed")
    kinds = {case.house.ledger.entry(int(name[6:])).event.type for name in names if name != "checkpoint"}  # type: ignore[union-attr]
    assert kinds == {"endorse", "propose", "enrol", "invite"}
    assert len(names) > 8


def opened(case: Case) -> tuple[Proof, dict[str, Any]]:
    proof = Proof.parse(case.house.ledger.receipt(case.endorsed))
    assert proof.extra is not None
    return proof, json.loads(proof.extra)


def closed(proof: Proof, extra: dict[str, Any]) -> bytes:
    return replace(proof, extra=canonical.dumps(extra)).format()


def test_nothing_may_be_left_out(case: Case, tmp_path: Path) -> None:
    proof, extra = opened(case)
    for place in range(len(extra["proven"])):
        fewer = extra["proven"][:place] + extra["proven"][place + 1 :]
        done = case.run(closed(proof, {**extra, "proven": fewer}), tmp_path)
        assert done.returncode == 1
        assert done.stderr.startswith("does not verify: ")


def test_nothing_may_be_changed(case: Case, tmp_path: Path) -> None:
    """What hashes cover is refused by the page; a changed signature is for OpenSSL, and fails there."""
    proof, extra = opened(case)
    more = [{**item, "entry": item["entry"].replace("80000000", "90000000")} for item in extra["proven"]]
    assert more != extra["proven"]
    other = Proof.parse(case.house.ledger.receipt(case.endorsed - 1))
    note = Note.parse(proof.note)
    longer = note.text.replace(f"\n{case.house.state.size}\n", "\n9999\n")
    broken = [
        closed(proof, {**extra, "entry": extra["entry"].replace('"at":', '"at":1')}),
        closed(proof, {**extra, "entry": extra["entry"].replace('"at":', '"at": ')}),
        closed(proof, {**extra, "proven": more}),
        closed(proof, {**extra, "v": 2}),
        replace(proof, index=proof.index - 1).format(),
        replace(proof, hashes=proof.hashes[:-1]).format(),
        replace(proof, hashes=(*proof.hashes, bytes(32))).format(),
        replace(proof, hashes=(bytes(32), *proof.hashes[1:])).format(),
        replace(proof, extra=other.extra).format(),
        replace(proof, extra=None).format(),
        replace(proof, note=Note(longer, note.signatures).format()).format(),
        replace(proof, note=Note("x" + note.text, note.signatures).format()).format(),
    ]
    for data in broken:
        done = case.run(data, tmp_path)
        assert done.returncode == 1
        assert not (tmp_path / "signed").exists()
    stranger = Signer(case.house.ledger.genesis.origin, PrivateKey.generate())
    assert "did not sign the checkpoint" in case.run(proof.format(), tmp_path, stranger.verifier.vkey).stderr
    forged = Note(note.text, (replace(note.signatures[0], sig=bytes(64)),))
    assert case.run(replace(proof, note=forged.format()).format(), tmp_path).returncode == 0
    with pytest.raises(InvalidSignature):
        good(tmp_path / "signed")


def test_another_key_for_an_entry(case: Case, tmp_path: Path) -> None:
    """A tree of its own, rightly hashed, in which an event is signed with a key that nobody enrolled."""
    proof, extra = opened(case)
    key = base64.b64encode(PrivateKey.generate().public.data).decode()
    enrol = next(item for item in extra["proven"] if '"type":"enrol"' in item["entry"])
    known = json.loads(enrol["entry"])["event"]["body"]["public_key"]
    changed = {**enrol, "entry": enrol["entry"].replace(known, key)}
    rest = [changed if item is enrol else item for item in extra["proven"]]
    assert case.run(closed(proof, {**extra, "proven": rest}), tmp_path).returncode == 1


def openssl_3() -> bool:
    """Whether the commands of the page can be run here: LibreSSL and OpenSSL 1 have other options."""
    if shutil.which("openssl") is None:
        return False
    told = subprocess.run(["openssl", "version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"OpenSSL (\d+)\.", told)
    return found is not None and int(found[1]) >= 3


if openssl_3():

    def test_openssl_verifies_the_signatures(case: Case, tmp_path: Path) -> None:
        case.run(case.house.ledger.receipt(case.endorsed), tmp_path)
        count = len(list((tmp_path / "signed").glob("*.msg")))
        done = subprocess.run(["sh", "-c", block("sh")], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert (done.stdout + done.stderr).count("Signature Verified Successfully") == count
        (tmp_path / "signed/checkpoint.sig").write_bytes(bytes(64))
        done = subprocess.run(["sh", "-c", block("sh")], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 1
