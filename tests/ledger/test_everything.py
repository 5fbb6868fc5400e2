"""Everything that can happen, in any order, on a real ledger: random lives of a town, held against a small model.

The model (``model``) sees to it, entry by entry, that nothing takes effect without every required, distinct and then
authorised signer, and that no fen is lost. The rules below do what else befalls a ledger: time passes, it is opened
again, it is exported, bytes come a second time. In the end every export is a prefix of the next, any prefix of the file
and what follows it give the same state, and no change of the file goes unseen.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from ledger import snapshot
from ledger.chain import verify_consistency
from ledger.errors import CorruptError
from ledger.replay import log_verifiers, trusted_checkpoint
from ledger.service import Ledger
from ledger.state import Receivable
from ledger.types import CONSENT_EVENTS, DUAL_EVENTS, EVENT_TYPES
from ledger.verify import audit
from tests.ledger.deals import HOUR
from tests.ledger.deeds import BODIES, deed, likely
from tests.ledger.town import Town

EXAMPLES = int(os.environ.get("TALLYSTICK_LIVES", "6"))
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # these tests ask nothing of a disk
WRAPPING = ("propose", "endorse", "return")
DICE = st.integers(0, 2**32 - 1).map(Random)
Export = tuple[bytes, bytes]


def live(town: Town, kind: str, dice: Random, claim: Receivable | None = None) -> None:
    """Somebody tries an event of this type."""
    if kind in ("endorse", "return") and town.proposals:
        proposal = town.proposals[-1 - dice.randrange(min(3, len(town.proposals)))]
        (town.seconded if kind == "endorse" else town.returned)(proposal, dice)
        return
    if kind in WRAPPING:
        kind = dice.choice((*DUAL_EVENTS, *CONSENT_EVENTS))
    making = deed(town, kind, dice, claim)
    if making is not None:
        town.attempt(kind, making, dice)


def live_on(town: Town, dice: Random) -> None:
    """What may well happen next."""
    kind, claim = likely(town, dice)
    live(town, kind, dice, claim)


def exported(town: Town) -> Export:
    return town.entries_file.read_bytes(), town.checkpoint_file.read_bytes()


@pytest.fixture(autouse=True)
def snapshots(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the smallest ledgers, too: what is opened again is a snapshot and what came later."""
    monkeypatch.setattr(snapshot, "MINIMUM", 1)


class Lives(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY))
        self.town = Town(self.folder)
        self.exports = [exported(self.town)]

    @rule(kind=st.sampled_from(EVENT_TYPES), dice=DICE)
    def somebody_tries(self, kind: str, dice: Random) -> None:
        live(self.town, kind, dice)

    @rule(dice=DICE)
    def life_goes_on(self, dice: Random) -> None:
        """Five times what may well happen."""
        for _ in range(5):
            live_on(self.town, dice)

    @rule(hours=st.sampled_from([1, 24, 80, 200]))
    def time_passes(self, hours: int) -> None:
        self.town.clock.forward(hours * HOUR)

    @rule()
    def it_is_opened_again(self) -> None:
        before = self.town.state
        assert self.town.reopen().state == before

    @rule()
    def it_is_exported(self) -> None:
        self.exports.append(exported(self.town))

    @rule(dice=DICE)
    def bytes_come_again(self, dice: Random) -> None:
        signed, entry = dice.choice(self.town.signed)
        assert self.town.ledger.submit(signed) == entry

    @precondition(lambda self: len(self.exports) > 1)
    @rule(dice=DICE)
    def an_older_checkpoint_lies_there(self, dice: Random) -> None:
        """Any prefix, and what follows it, give the same: what follows is judged anew."""
        state = self.town.state
        self.town.ledger.close()
        self.town.checkpoint_file.write_bytes(dice.choice(self.exports)[1])
        self.town.ledger = Ledger.open(self.town.data, clock=self.town.clock, scrypt_n=4)
        assert self.town.ledger.state == state

    def teardown(self) -> None:
        try:
            self.exports.append(exported(self.town))
            for signed, entry in self.town.signed:
                assert self.town.ledger.submit(signed) == entry
            grew(self.town, self.exports)
            self.town.ledger.close()
            tampered(self.folder, self.exports[-1][0].splitlines(keepends=True))
        finally:
            self.town.ledger.close()
            shutil.rmtree(self.folder)


def grew(town: Town, exports: list[Export]) -> None:
    """Each export is a prefix of the next one, and their checkpoints prove it to whoever has no entries."""
    genesis, eras, tree = town.ledger.genesis, town.state.eras, town.ledger._book.tree
    points = [trusted_checkpoint(note, genesis, eras=eras) for _, note in exports]
    for (early, _), (late, _), old, new in zip(exports, exports[1:], points, points[1:], strict=False):
        assert late.startswith(early)
        assert early.count(b"\n") == old.size
        proof = tree.consistency(old.size, new.size)
        assert verify_consistency(old.size, new.size, old.root, new.root, proof)
    assert log_verifiers(genesis, eras)


def tampered(folder: Path, lines: list[bytes]) -> None:
    """Changed, swapped, dropped, repeated, cut off, or foreign: the audit names the place."""
    entries = folder / "data" / "ledger" / "entries.jsonl"
    audit(folder / "data", processes=0)
    for place in {1, len(lines) // 3, len(lines) // 2, len(lines) - 2}:
        line = lines[place]
        spoilt = {
            "changed": [*lines[:place], line.replace(b'"seq":', b'"seq": ', 1), *lines[place + 1 :]],
            "flipped": [*lines[:place], bytes((*line[:50], line[50] ^ 1, *line[51:])), *lines[place + 1 :]],
            "swapped": [*lines[:place], lines[place + 1], line, *lines[place + 2 :]],
            "dropped": lines[:place] + lines[place + 1 :],
            "repeated": [*lines[:place], line, line, *lines[place + 1 :]],
            "foreign": [*lines[:place], FOREIGN, *lines[place + 1 :]],
            "cut": lines[:place],
        }
        for how, others in spoilt.items():
            entries.write_bytes(b"".join(others))
            with pytest.raises(CorruptError) as found:
                audit(folder / "data", processes=0)
            unknown_key = how == "cut" and b'"type":"log-key"' in b"".join(lines[place:])  # it signed the checkpoint
            assert found.value.seq in (place, place + 1) or (unknown_key and found.value.seq is None), how
    entries.write_bytes(b"".join(lines))


FOREIGN = (Path(__file__).parent / "data" / "first-events.jsonl").read_bytes().splitlines(keepends=True)[7]
TestLives = Lives.TestCase
TestLives.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a seed is no smaller for being a smaller number
)


def test_every_type_has_its_deed() -> None:
    """A new type does not stay out of the town."""
    assert {*BODIES, *WRAPPING} == {*EVENT_TYPES}


def test_everything_happens() -> None:
    """The random lives are not empty: in one of some length each type takes effect, and many refusals are met."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        town, dice = Town(Path(folder)), Random(20261122)
        for number in range(2_000):
            missing = [kind for kind in EVENT_TYPES if not town.happened[kind]]
            if not missing:
                break
            live_on(town, dice)
            if number % 4 == 0:
                live(town, dice.choice(missing), dice)
        town.ledger.close()
    assert not missing
    assert len(town.refused) > 20
