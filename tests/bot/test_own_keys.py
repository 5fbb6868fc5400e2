"""Keys that people keep themselves: made and used on the command line, asked for and taken in the chat."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.clock import DemoClock
from bot.loopback import Seen
from bot.render import prepared as words
from ledger import envelope, prepared, rekey
from ledger.service import Ledger
from ledger.signing import PrivateKey
from ledger.types import EVENT_TYPE, Actor, Json
from tests.bot.conftest import Run
from tests.bot.test_enrolment import invite
from tests.bot.town import CLOCK, PIN, SCRYPT_N, Town, Visit, texts

PASSPHRASE = "correct horse battery"
CLAIM = "/register Helan Water 800k; 26642000000012345678; 2026-09-01; 2026-10-20; none"


def file_of(seen: list[Seen], user: str) -> tuple[str, bytes]:
    """The document that ``user`` was sent."""
    found = [each.file for each in seen if each.person == user and each.file is not None]
    assert len(found) == 1, texts(seen, user)
    assert found[0] is not None
    return found[0].name, found[0].content


def keep(folder: Path, document: tuple[str, bytes]) -> Path:
    path = folder / document[0]
    path.write_bytes(document[1])
    return path


@pytest.fixture
def key(run: Run, tmp_path: Path) -> Path:
    """A key file, made by the command."""
    (tmp_path / "passphrase").write_text(PASSPHRASE + "\n")
    assert run("key", "new", "my.pem", "--passphrase-file", "passphrase")[0] == 0
    return tmp_path / "my.pem"


def opened(path: Path) -> PrivateKey:
    return PrivateKey.from_pem(path.read_bytes(), passphrase=PASSPHRASE.encode())


def signed(run: Run, command: tuple[str, ...], path: Path, key: str = "my.pem") -> tuple[str, bytes, str]:
    """The file that ``sign`` or ``key enrol`` writes, and what it said."""
    secret = () if key != "my.pem" else ("--passphrase-file", "passphrase")
    status, out, err = run(*command, str(path), "--key", key, *secret, "--yes", "--language", "en")
    assert status == 0, err
    target = path.with_name(path.name + ".sig")
    content = target.read_bytes()
    target.unlink()
    return target.name, content, out


async def enrolled(talk: Visit, run: Run, folder: Path, role: str = "maker") -> None:
    """zhou takes feng's invitation with a key of his own."""
    code = await invite(talk, f"/invite {role} 周兰")
    talk.house.desk.state.accounts.set_language(talk.server.user("zhou").id, "en")
    await talk.say("zhou", f"/start {code}")
    path = keep(folder, file_of(await talk.press("zhou", "A key of my own"), "zhou"))
    name, content, _ = signed(run, ("key", "enrol"), path)
    seen = await talk.send("zhou", name, content)
    assert f"You are enrolled as {role} of Helan Water Group" in texts(seen, "zhou")


async def asked(talk: Visit) -> None:
    """lin claims and asks for confirmation."""
    await talk.say("lin", CLAIM)
    await talk.sign("lin", "Register")
    await talk.sign("lin", "To finance")


# The command line.


def test_a_key_is_encrypted_pkcs8_that_others_read_and_is_never_overwritten(
    run: Run, key: Path, tmp_path: Path
) -> None:
    assert key.stat().st_mode & 0o777 == 0o600
    loaded = serialization.load_pem_private_key(key.read_bytes(), PASSPHRASE.encode())
    assert isinstance(loaded, Ed25519PrivateKey)
    status, out, err = run("key", "show", "my.pem", "--passphrase-file", "passphrase")
    public = PrivateKey(loaded).public
    assert (status, err) == (0, "")
    assert out.splitlines()[:2] == [f"key {public.id}", f"public {public.base64}"]
    assert re.fullmatch(r"verifier my\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{44}", out.splitlines()[2])
    before = key.read_bytes()
    status, _, err = run("key", "new", "my.pem", "--no-passphrase")
    assert (status, key.read_bytes()) == (2, before)
    assert "never overwritten" in err
    (tmp_path / "wrong").write_text("wrong horse battery")
    status, out, err = run("key", "show", "my.pem", "--passphrase-file", "wrong")
    assert (status, out) == (1, "")
    assert "not an encrypted PEM private key, or not its passphrase" in err
    assert "no terminal to ask for the passphrase" in run("key", "show", "my.pem")[2]
    (tmp_path / "short").write_text("short")
    status, _, err = run("key", "new", "other.pem", "--passphrase-file", "short")
    assert (status, (tmp_path / "other.pem").exists()) == (2, False)
    assert "12 characters or more" in err


def test_openssl_reads_the_key_where_it_is_installed(run: Run, key: Path, tmp_path: Path) -> None:
    """Where it is not, the PEM that an OpenSSL 3 wrote (``openssl genpkey -algorithm ed25519``) is read here."""
    written = (
        b"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEICAzJ+CebfudmVH5OqVcUQbGdDnS+7eqLbnvN08AoLWZ\n"
        b"-----END PRIVATE KEY-----\n"
    )
    assert PrivateKey.from_pem(written).pem() == written
    openssl = shutil.which("openssl")
    if openssl is not None:
        command = [openssl, "pkey", "-in", str(key), "-passin", f"file:{tmp_path / 'passphrase'}", "-noout", "-text"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert "ED25519 Private-Key" in told
        shown = run("key", "show", "my.pem", "--passphrase-file", "passphrase")[1]
        public = opened(key).public.data
        assert public.hex() in re.sub(r"[\s:]", "", told.partition("pub:")[2])
        assert opened(key).raw().hex() not in shown


# The chat.


async def test_an_own_key_enrols_signs_and_reads_as_a_signature(
    demo_town: Town, run: Run, key: Path, tmp_path: Path
) -> None:
    async with demo_town.open({"feng": "en", "lin": "en", "zhao": "en"}) as talk:
        await enrolled(talk, run, tmp_path)
        read = texts(await talk.say("zhou", "/key"), "zhou")
        assert "what it signs is your signature" in read
        assert opened(key).id[:16] in read
        await asked(talk)
        await talk.say("zhou", "/acknowledge R-0001")
        size = talk.size
        document = file_of(await talk.press("zhou", "Sign"), "zhou")
        assert talk.size == size
        assert document[0].startswith("event-")
        name, content, told = signed(run, ("sign",), keep(tmp_path, document))
        for part in (
            "You are about to sign: Acknowledged.", "Ledger ",
            "It is a demo", "Receivable R-0001", "¥800,000.00", "Helan Water Group", "Yinhe", "SHA-256",
        ):  # fmt: skip
            assert part in told
        seen = await talk.send("zhou", name, content)
        assert talk.entries(size) == ["acknowledge"]
        assert "signed with your own key" in texts(seen, "zhou")
        assert "attestation" not in texts(seen, "zhou")
        assert "R-0001" in texts(seen, "lin")
        again = await talk.send("zhou", name, content)
        assert talk.size == size + 1
        assert f"recorded already, as entry {size}" in texts(again, "zhou")
        receipt = file_of(await talk.say("zhou", "/receipt R-0001"), "zhou")
        assert "attestation" not in texts(await talk.send("zhou", *receipt), "zhou")


async def test_pasted_text_a_restart_and_a_kill_lose_nothing(
    demo_town: Town, run: Run, key: Path, tmp_path: Path
) -> None:
    async with demo_town.open({"feng": "en", "lin": "en"}) as talk:
        await enrolled(talk, run, tmp_path)
        await asked(talk)
        await talk.say("zhou", "/confirm R-0001 500k, dispute 100k quality")
        document = file_of(await talk.press("zhou", "Sign"), "zhou")
    demo_town.snapshot()
    _, content, told = signed(run, ("sign",), keep(tmp_path, document))
    assert "Confirmed: ¥500,000.00" in told
    assert "Disputed: ¥100,000.00" in told
    assert "Reason: quality" in told
    assert "You are about to sign a proposal: Confirmed." in told
    async with demo_town.open() as talk:
        size = talk.size
        seen = await talk.say("zhou", content.decode())
        assert talk.entries(size) == ["propose"]
        assert "signed with your own key" in texts(seen, "zhou")
    demo_town.snapshot()
    async with demo_town.open({"qian": "en"}) as talk:
        await talk.say("zhou", content.decode())
        assert talk.size == size + 1
        await talk.say("qian", "/approve R-0001")
        await talk.sign("qian", "Approve")
        assert talk.entries(size) == ["propose", "endorse"]


async def test_an_approval_says_what_was_proposed(demo_town: Town, run: Run, key: Path, tmp_path: Path) -> None:
    async with demo_town.open({"feng": "en", "lin": "en", "zhao": "en"}) as talk:
        await enrolled(talk, run, tmp_path, "checker")
        await asked(talk)
        await talk.say("zhao", "/confirm R-0001 500k, dispute 100k quality")
        await talk.sign("zhao", "Sign")
        document = file_of(await talk.press("zhou", "Approve"), "zhou")
        name, content, told = signed(run, ("sign",), keep(tmp_path, document))
        for part in ("You are about to approve what somebody proposed: Confirmed.", "Confirmed: ¥500,000.00", "R-0001"):
            assert part in told
        size = talk.size
        seen = await talk.send("zhou", name, content)
        assert talk.entries(size) == ["endorse"]
        assert "signed with your own key" in texts(seen, "zhou")
        assert "¥500,000.00" in texts(seen, "lin")
    changed = {**json.loads(document[1]), "proposal": None}
    (tmp_path / "changed.json").write_text(_dump(changed), encoding="utf-8")
    status, _, err = run("sign", "changed.json", "--key", "my.pem", "--passphrase-file", "passphrase", "--yes")
    assert status == 1
    assert "the proposal that is answered does not go along" in err


async def test_what_is_stale_late_given_up_or_anothers_is_told_and_not_recorded(
    demo_town: Town, run: Run, key: Path, tmp_path: Path
) -> None:
    async with demo_town.open({"feng": "en", "lin": "en", "zhao": "en"}) as talk:
        await enrolled(talk, run, tmp_path)
        await asked(talk)

        async def query() -> tuple[str, bytes]:
            await talk.say("zhou", "/query R-0001 which delivery?")
            document = file_of(await talk.press("zhou", "Sign"), "zhou")
            name, content, told = signed(run, ("sign",), keep(tmp_path, document))
            assert "Question: “which delivery?”" in told
            return name, content

        first = await query()
        size = talk.size
        assert "another person's" in texts(await talk.send("zhao", *first), "zhao")
        assert "not yet signed" in texts(await talk.send("zhou", first[0], _document(tmp_path)), "zhou")
        forged = json.loads(first[1])
        forged["signatures"][0]["sig"] = "A" * 86 + "=="
        assert "The signature does not fit" in texts(
            await talk.send("zhou", "x.sig", json.dumps(forged).encode()), "zhou"
        )
        broken = first[1].replace(b"payload", b"payloud", 1)
        assert "cannot read this as a signature" in texts(await talk.send("zhou", "x.sig", broken), "zhou")
        assert talk.size == size
        await talk.say("zhao", "/acknowledge R-0001")
        await talk.sign("zhao", "Sign")
        assert "Something new was recorded" in texts(await talk.send("zhou", *first), "zhou")
        assert "I do not wait for this signature" in texts(await talk.send("zhou", *first), "zhou")
        second = await query()
        assert "Cancelled" in texts(await talk.say("zhou", "/cancel"), "zhou")
        assert "I do not wait for this signature" in texts(await talk.send("zhou", *second), "zhou")
        third = await query()
        await talk.advance(days=4)
        assert "it was taken until 25 Nov 2026, 10:00" in texts(await talk.send("zhou", *third), "zhou")
        assert talk.entries(size) == ["acknowledge"]
        fourth = await query()
        await talk.send("zhou", *fourth)
        assert talk.entries(size) == ["acknowledge", "query"]


def _document(folder: Path) -> bytes:
    return next(folder.glob("event-*.json")).read_bytes()


async def test_an_invitation_by_an_own_key_keeps_its_code_over_a_restart(
    demo_town: Town, run: Run, key: Path, tmp_path: Path
) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        await enrolled(talk, run, tmp_path, "administrator")
        await talk.say("zhou", "/invite maker Wang Wu; 1m; 2027-06-30")
        document = file_of(await talk.press("zhou", "Sign"), "zhou")
    name, content, told = signed(run, ("sign",), keep(tmp_path, document))
    for part in ("Roles: maker", "Name: “Wang Wu”", "Largest amount: ¥1,000,000.00", "Ends: 1 Jul 2027, 00:00"):
        assert part in told
    async with demo_town.open({"wang": "en"}) as talk:
        code = re.search(r"\?start=(\S+)", texts(await talk.send("zhou", name, content), "zhou"))
        assert code is not None
        assert "largest amount ¥1,000,000.00" in texts(await talk.say("wang", f"/start {code[1]}"), "wang")


async def test_who_did_not_open_the_invitation_cannot_answer_it(
    demo_town: Town, run: Run, key: Path, tmp_path: Path
) -> None:
    async with demo_town.open({"feng": "en"}) as talk:
        code = await invite(talk, "/invite maker 周兰")
        for user in ("zhou", "thief"):
            talk.house.desk.state.accounts.set_language(talk.server.user(user).id, "en")
        await talk.say("zhou", f"/start {code}")
        document = keep(tmp_path, file_of(await talk.press("zhou", "A key of my own"), "zhou"))
        name, content, told = signed(run, ("key", "enrol"), document)
        assert "as maker of Helan Water Group" in told
        size = talk.size
        assert "did not open here" in texts(await talk.send("thief", name, content), "thief")
        assert talk.size == size
        seen = await talk.send("zhou", name, content)
        assert talk.entries(size) == ["enrol"]
        assert "/revoke 周兰" in texts(seen, "feng")
        assert "recorded already" in texts(await talk.send("zhou", name, content), "zhou")
        assert talk.size == size + 1


async def test_a_held_key_becomes_an_own_one_and_that_another(
    demo_town: Town, run: Run, key: Path, tmp_path: Path
) -> None:
    run("key", "new", "second.pem", "--no-passphrase")
    async with demo_town.open({"zhao": "en", "feng": "en", "lin": "en"}) as talk:
        await asked(talk)
        await talk.say("zhao", "/key")
        paper = keep(tmp_path, file_of(await talk.press("zhao", "Use a key of my own"), "zhao"))
        name, content, told = signed(run, ("key", "enrol"), paper)
        assert "is to take the place of your key" in told
        assert "Replace your key" in texts(await talk.send("zhao", name, content), "zhao")
        size = talk.size
        seen = await talk.sign("zhao", "Sign")
        assert talk.entries(size) == ["rekey"]
        assert "acts for you from entry" in texts(seen, "zhao")
        assert "Zhao Min replaced their key" in texts(seen, "feng")
        person = talk.house.desk.person_of(talk.server.user("zhao").id)
        assert person is not None
        assert not talk.house.desk.ledger.custody.held(person.person)
        await talk.say("zhao", "/acknowledge R-0001")
        name, content, _ = signed(run, ("sign",), keep(tmp_path, file_of(await talk.press("zhao", "Sign"), "zhao")))
        assert "signed with your own key" in texts(await talk.send("zhao", name, content), "zhao")
        await talk.say("zhao", "/query R-0001 which order?")  # prepared for the key that is replaced next
        old = signed(run, ("sign",), keep(tmp_path, file_of(await talk.press("zhao", "Sign"), "zhao")))
        await talk.say("zhao", "/key")
        paper = keep(tmp_path, file_of(await talk.press("zhao", "Replace by a new key"), "zhao"))
        name, content, _ = signed(run, ("key", "enrol"), paper, "second.pem")
        await talk.send("zhao", name, content)
        name, content, told = signed(run, ("sign",), keep(tmp_path, file_of(await talk.press("zhao", "Sign"), "zhao")))
        assert "You are about to sign: Key replaced." in told
        size = talk.size
        await talk.send("zhao", name, content)
        assert talk.entries(size) == ["rekey"]
        assert "This key was replaced by a newer one" in texts(await talk.send("zhao", *old[:2]), "zhao")
        await talk.say("zhao", "/query R-0001 which order?")
        document = keep(tmp_path, file_of(await talk.press("zhao", "Sign"), "zhao"))
        status, _, err = run("sign", str(document), "--key", "my.pem", "--passphrase-file", "passphrase", "--yes")
        assert status == 1
        assert "use the key that is enrolled" in err
        name, content, _ = signed(run, ("sign",), document, "second.pem")
        await talk.send("zhao", name, content)
        assert talk.entries(size) == ["rekey", "query"]


async def test_a_proof_for_another_key_is_told(demo_town: Town, run: Run, key: Path) -> None:
    async with demo_town.open({"zhao": "en"}) as talk:
        proof = rekey.prove(PrivateKey.generate(), "0" * 64, "1" * 32, "2" * 32, "3" * 64)
        assert "another key than the one that acts for you" in texts(await talk.send("zhao", "p.sig", proof), "zhao")
        ledger, zhao = talk.house.desk.ledger, talk.house.desk.person_of(talk.server.user("zhao").id)
        assert zhao is not None
        forged = rekey.prove(PrivateKey.generate(), ledger.id, zhao.party, "2" * 32, zhao.key)
        read = texts(await talk.send("zhao", "p.sig", forged), "zhao")
        assert "[Sign]" not in read
        assert "Something went wrong" not in read


# The PIN.


async def test_a_pin_is_changed_by_who_knows_it(demo_town: Town) -> None:
    async with demo_town.open({"zhao": "en", "lin": "en"}) as talk:
        await asked(talk)
        await talk.say("zhao", "/pin")
        assert "This PIN is not right" in texts(await talk.pin("zhao", "135790"), "zhao")
        await talk.pin("zhao")
        assert "too easy to guess" in texts(await talk.pin("zhao", "222222"), "zhao")
        await talk.pin("zhao", "864209")
        assert "The two PINs differ" in texts(await talk.pin("zhao", "864208"), "zhao")
        await talk.pin("zhao", "864209")
        assert "The new PIN holds from now on" in texts(await talk.pin("zhao", "864209"), "zhao")
    async with demo_town.open() as talk:
        size = talk.size
        await talk.say("zhao", "/acknowledge R-0001")
        await talk.press("zhao", "Sign")
        assert "This PIN is not right" in texts(await talk.pin("zhao", PIN), "zhao")
        await talk.pin("zhao", "864209")
        assert talk.entries(size) == ["acknowledge"]


async def test_the_pin_stays_when_the_change_breaks_off(demo_town: Town) -> None:
    async with demo_town.open({"zhao": "en"}) as talk:
        await talk.say("zhao", "/pin")
        await talk.pin("zhao")
        await talk.pin("zhao", "864209")
        await talk.advance(minutes=11)
        assert "Too much time passed" in texts(await talk.pin("zhao", "864209"), "zhao")
        await talk.say("zhao", "/pin")
        await talk.pin("zhao")
        await talk.pin("zhao", "864209")
    demo_town.snapshot()
    async with demo_town.open() as talk:
        await talk.pin("zhao", "864209")
        await talk.say("zhao", "/pin")
        assert "New PIN" in texts(await talk.pin("zhao"), "zhao")


async def test_five_wrong_pins_close_the_key_in_this_way_too(demo_town: Town) -> None:
    async with demo_town.open({"zhao": "en"}) as talk:
        await talk.say("zhao", "/pin")
        for _ in range(4):
            await talk.pin("zhao", "135790")
        read = texts(await talk.pin("zhao", "135790"), "zhao")
        assert "Ask your administrator, or else the operator, to revoke it and to invite you again" in read
        await talk.say("zhao", "/pin")
        assert "New PIN" not in texts(await talk.pin("zhao"), "zhao")


# Documents that are not what they seem.


async def test_documents_that_were_changed_are_refused_before_anything_is_signed(
    demo_town: Town, run: Run, key: Path, tmp_path: Path
) -> None:
    async with demo_town.open({"feng": "en", "lin": "en"}) as talk:
        await enrolled(talk, run, tmp_path)
        await asked(talk)
        await talk.say("zhou", "/acknowledge R-0001")
        _, content = file_of(await talk.press("zhou", "Sign"), "zhou")
        other = talk.house.desk.ledger.entry(2).raw.decode()
    value = json.loads(content)
    event = json.loads(value["payload"])
    changes = {
        "another ledger": {"payload": _dump({**event, "ledger": "0" * 64})},
        "no type of event": {"payload": _dump({**event, "type": "gift"})},
        "not the entry that the event names": {"register": other},
        "not something that Tallystick asks": {"payloadType": EVENT_TYPE + "x"},
        "another version": {"v": 2},
        "no genesis": {"genesis": other},
        "something is missing": {"told": None},
    }
    for why, changed in changes.items():
        path = tmp_path / "changed.json"
        path.write_text(_dump({**value, **changed}), encoding="utf-8")
        status, out, err = run("sign", "changed.json", "--key", "my.pem", "--passphrase-file", "passphrase", "--yes")
        assert (status, out) == (1, ""), why
        assert why in err
    path.write_bytes(content)
    status, out, err = run("sign", "changed.json", "--key", "my.pem", "--passphrase-file", "passphrase")
    assert status == 2
    assert "no terminal to ask on" in err
    assert not (tmp_path / "changed.json.sig").exists()


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_what_an_operator_says_cannot_pass_for_what_is_signed(
    run: Run, key: Path, demo_town: Town, tmp_path: Path
) -> None:
    """Line breaks and control characters in names are shown flat."""
    clock = DemoClock(demo_town.data / CLOCK, running=False)
    with Ledger.open(demo_town.data, demo_town.folder / "keys", clock, scrypt_n=SCRYPT_N) as ledger:
        person = next(each for each in ledger.state.people.values() if "owner" in each.roles)
        body: dict[str, Json] = {
            "person": person.person, "roles": None, "max_fen": 5, "expires_at": None, "dual_above": None,
        }  # fmt: skip
        _, payload = ledger.prepare("limits", Actor(person.party, person.person, person.key), body)
        told = prepared.Told("en", "a\nLargest amount: ¥1.00", {person.person: "b\x1b[2J\nIt is no demo"})
        data = prepared.write(payload, ledger.entry(0), told)
    clock.close()
    found = prepared.read(data)
    assert isinstance(found, prepared.Prepared)
    lines = words.lines("en", found)
    assert all("\n" not in line for line in lines)
    assert "Largest amount: ¥0.05" in lines
    assert "It is a demo: nothing in it binds anybody." in lines


def test_an_envelope_reads_as_it_was_written_and_nothing_else_does(run: Run, key: Path, demo_town: Town) -> None:
    with pytest.raises(envelope.MalformedError, match="not JSON"):
        envelope.read(b"{")
    with pytest.raises(envelope.MalformedError, match="not an object of payload"):
        envelope.read(b"[]")
    with pytest.raises(envelope.MalformedError, match="signs something else"):
        envelope.read(b'{"payload": "", "payloadType": "x", "signatures": []}')
    with pytest.raises(envelope.MalformedError, match="not exactly one signature"):
        envelope.read(json.dumps({"payload": "", "payloadType": EVENT_TYPE, "signatures": []}).encode())
