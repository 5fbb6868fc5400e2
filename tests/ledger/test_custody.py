"""Held keys: the PIN, the counted tries, the ten minutes, the two secrets."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ledger import custody as custody_module
from ledger.custody import OPEN_MS, Custody
from ledger.errors import KeyExpired, MalformedError, MissingError, PinClosed, WrongPin
from ledger.signing import PrivateKey, verify
from tests.ledger.house import TestClock

LIN, WEI = "1" * 32, "2" * 32
PIN, WRAPPING = "246810", bytes(range(32))


@pytest.fixture
def clock() -> TestClock:
    return TestClock(1_000_000)


@pytest.fixture
def custody(tmp_path: Path, clock: TestClock) -> Custody:
    return Custody(tmp_path / "held", WRAPPING, clock, scrypt_n=4)


def test_a_held_key_signs_for_ten_minutes(custody: Custody, clock: TestClock) -> None:
    public = custody.create(LIN, PIN)
    key = custody.unlock(LIN, PIN)
    verify(public, b"{}", key.sign(b"{}"))
    clock.forward(OPEN_MS - 1)
    assert not key.expired()
    key.sign(b"{}")
    clock.forward(1)
    assert key.expired()
    assert key.expired(clock.now())
    with pytest.raises(KeyExpired, match=r"ten minutes .* enter the PIN once more"):
        key.sign(b"{}")


def test_turning_the_clock_back_does_not_keep_a_key_open(custody: Custody, clock: TestClock) -> None:
    custody.create(LIN, PIN)
    key = custody.unlock(LIN, PIN)
    clock.forward(OPEN_MS)
    clock.jump(-OPEN_MS)
    assert key.expired()


def test_closing_forgets(custody: Custody) -> None:
    custody.create(LIN, PIN)
    key = custody.unlock(LIN, PIN)
    key.close()
    with pytest.raises(KeyExpired):
        key.sign(b"{}")


def test_five_wrong_pins_close_the_key_for_good(custody: Custody) -> None:
    custody.create(LIN, PIN)
    for left in (4, 3, 2, 1):
        with pytest.raises(WrongPin, match=f"{left} tries left") as wrong:
            custody.unlock(LIN, "000000")
        assert wrong.value.left == left == custody.tries_left(LIN)
    with pytest.raises(PinClosed, match="ask the registrar"):
        custody.unlock(LIN, "000000")
    with pytest.raises(PinClosed):
        custody.unlock(LIN, PIN)
    assert custody.tries_left(LIN) == 0


def test_a_right_pin_sets_the_count_back(custody: Custody) -> None:
    custody.create(LIN, PIN)
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(WrongPin):
                custody.unlock(LIN, "000000")
        custody.unlock(LIN, PIN)
    assert custody.tries_left(LIN) == 5


def test_tries_are_counted_on_the_disk_before_they_are_tried(
    custody: Custody, tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that dies while it tries a PIN has used the try up."""
    custody.create(LIN, PIN)

    def die(*_: object) -> bytes:
        assert (tmp_path / "held" / f"{LIN}.tries").read_text() == "1\n"
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(custody_module, "_derive", die)
        with pytest.raises(KeyboardInterrupt):
            custody.unlock(LIN, PIN)
    assert Custody(tmp_path / "held", WRAPPING, clock, scrypt_n=4).tries_left(LIN) == 4


def test_a_lost_or_damaged_counter_closes(custody: Custody, tmp_path: Path) -> None:
    custody.create(LIN, PIN)
    counter = tmp_path / "held" / f"{LIN}.tries"
    counter.write_text("none")
    with pytest.raises(PinClosed):
        custody.unlock(LIN, PIN)
    counter.unlink()
    with pytest.raises(PinClosed):
        custody.unlock(LIN, PIN)


def test_the_data_alone_does_not_open(custody: Custody, tmp_path: Path, clock: TestClock) -> None:
    custody.create(LIN, PIN)
    thief = Custody(tmp_path / "held", bytes(32), clock, scrypt_n=4)
    with pytest.raises(WrongPin):
        thief.unlock(LIN, PIN)


def test_a_key_opens_only_for_its_person(custody: Custody, tmp_path: Path) -> None:
    custody.create(LIN, PIN)
    custody.create(WEI, PIN)
    (tmp_path / "held" / WEI).write_bytes((tmp_path / "held" / LIN).read_bytes())
    with pytest.raises(WrongPin):
        custody.unlock(WEI, PIN)


@pytest.mark.parametrize("pin", ["24681", "2468100", "24681a", "２４６８１０", "246810\n", ""])
def test_a_pin_is_six_digits(custody: Custody, pin: str) -> None:
    with pytest.raises(MalformedError, match="PIN: not six digits"):
        custody.create(LIN, pin)
    custody.create(LIN, PIN)
    with pytest.raises(WrongPin):
        custody.unlock(LIN, pin)


def test_one_key_a_person_until_discarded(custody: Custody) -> None:
    first = custody.create(LIN, PIN)
    with pytest.raises(MalformedError, match="held already; discard it first"):
        custody.create(LIN, PIN)
    custody.discard(LIN)
    custody.discard(LIN)
    assert not custody.held(LIN)
    with pytest.raises(MissingError):
        custody.unlock(LIN, PIN)
    assert custody.create(LIN, PIN) != first


def test_a_damaged_file_is_named(custody: Custody, tmp_path: Path) -> None:
    custody.create(LIN, PIN)
    path = tmp_path / "held" / LIN
    for content in (b"", b"{}", b'{"v":1}'):
        path.write_bytes(content)
        with pytest.raises(MalformedError, match=LIN):
            custody.unlock(LIN, PIN)
    assert custody.tries_left(LIN) == 5  # the PIN was not to blame


def test_a_given_key_is_taken_over(custody: Custody) -> None:
    key = PrivateKey.generate()
    assert custody.create(LIN, PIN, key) == key.public.data
    assert custody.unlock(LIN, PIN).public == key.public


def test_nothing_secret_in_the_open(custody: Custody, tmp_path: Path) -> None:
    key = PrivateKey.generate()
    custody.create(LIN, PIN, key)
    content = (tmp_path / "held" / LIN).read_text()
    assert key.raw().hex() not in content
    assert PIN not in repr(custody.unlock(LIN, PIN))
    assert (tmp_path / "held" / LIN).stat().st_mode & 0o777 == 0o600


def test_persons_are_ids_not_paths(custody: Custody) -> None:
    for person in ("../x", "", "1" * 31, "A" * 32):
        with pytest.raises(MalformedError, match="person: not 32"):
            custody.create(person, PIN)


def test_tries_of_many_at_once_are_counted_one_by_one(custody: Custody) -> None:
    custody.create(LIN, PIN)

    def attempt(pin: str) -> str:
        try:
            custody.unlock(LIN, pin)
        except (WrongPin, PinClosed) as fault:
            return type(fault).__name__
        return "open"

    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(attempt, [f"{number:06}" for number in range(40)]))
    assert found.count("WrongPin") == 4
    assert found.count("PinClosed") == 36
    assert custody.tries_left(LIN) == 0


def test_closing_while_another_thread_signs_is_told_as_closed(custody: Custody) -> None:
    custody.create(LIN, PIN)
    key = custody.unlock(LIN, PIN)
    found: list[str] = []

    def sign() -> None:
        try:
            while True:
                key.sign(b"{}")
        except Exception as fault:
            found.append(type(fault).__name__)

    threads = [threading.Thread(target=sign) for _ in range(4)]
    for thread in threads:
        thread.start()
    key.close()
    for thread in threads:
        thread.join()
    assert found == ["KeyExpired"] * 4
