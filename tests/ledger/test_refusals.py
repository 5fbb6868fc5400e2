"""Every refusal, met by a real submission to a ledger on the disk: it consumes nothing, and says what to do next.

The ways to meet them are those of ``test_rules`` and ``deals``; here they go through the ledger's only door. The code
that refuses is read as well, so that no refusal is without a code, a rule and a remedy.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ledger import parse
from ledger.chain import seal
from ledger.checkpoint import Signer, sign_checkpoint
from ledger.errors import Refusal
from ledger.keys import Keys
from ledger.replay import Book, genesis_of
from ledger.types import REFUSALS, RULES, VERSION, Checkpoint, Entry, SignedEvent
from tests.ledger import deals, test_rules
from tests.ledger.factories import Member, hex64
from tests.ledger.house import House

SOURCES = sorted((Path(__file__).parent.parent.parent / "ledger").rglob("*.py"))


class Counter(House):
    """A house that keeps what its ledger refused, and sees to it that a refusal consumes nothing."""

    met: list[Refusal]

    def sign(self, kind: str, member: Member, body: dict[str, Any], **changed: Any) -> SignedEvent:
        """Also what the rules find no reference for, as somebody would who does not ask them."""
        try:
            return super().sign(kind, member, body, **changed)
        except Refusal:
            return super().sign(kind, member, body, **{**changed, "ref": hex64("nothing")})

    def accept(self, signed: SignedEvent) -> Entry:
        before = (self.state.size, self.ledger.checkpoint(), self.entries_file.read_bytes())
        try:
            return super().accept(signed)
        except Refusal as refusal:
            self.met = [refusal]
        with pytest.raises(Refusal) as again:
            self.ledger.submit(signed)
        assert again.value.code == self.met[0].code
        assert (self.state.size, self.ledger.checkpoint(), self.entries_file.read_bytes()) == before
        raise self.met[0]

    def append(self, signed: SignedEvent, **_: Any) -> Entry:
        """What newer software wrote here before."""
        state = self.state
        entry = seal(VERSION, RULES, state.size, self.now, state.last_hash, signed.event, signed.sig, signed.payload)
        self.ledger.close()
        lines = self.entries_file.read_bytes().splitlines(keepends=True)
        book = Book(genesis_of(lines[0]))
        for line in [*lines[1:], entry.raw + b"\n"]:
            book.add(parse.entry(line[:-1]))
        origin = book.state.genesis.origin
        signer = Signer(origin, Keys.load(self.data.with_name("data.keys")).log)
        self.entries_file.write_bytes(b"".join(lines) + entry.raw + b"\n")
        self.checkpoint_file.write_bytes(sign_checkpoint(Checkpoint(origin, book.size, book.tree.root()), signer))
        self.reopen()
        return entry


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Counter, deals.Deal]]:
    house = Counter(tmp_path_factory.mktemp("counter"))
    yield house, deals.Deal(world=house)
    house.ledger.close()


def meet(code: str, house: Counter, deal: deals.Deal) -> None:
    if code in deals.CASES:
        deals.CASES[code](deal)
    else:
        test_rules.CASES[code](test_rules.Scene(house))


@pytest.mark.parametrize("code", [code for code in REFUSALS if code != "unknown-version"])
def test_the_ledger_refuses(counter: tuple[Counter, deals.Deal], code: str) -> None:
    house, deal = counter
    house.met = []
    with pytest.raises(Refusal) as caught:
        meet(code, house, deal)
    assert [caught.value] == house.met, "refused before it was submitted"
    tells(caught.value, code)


def test_a_ledger_of_newer_software_takes_nothing(tmp_path: Path) -> None:
    house = Counter(tmp_path)
    try:
        with pytest.raises(Refusal) as caught:
            meet("unknown-version", house, deals.Deal(world=house))
        assert [caught.value] == house.met
        tells(caught.value, "unknown-version")
    finally:
        house.ledger.close()


def tells(refusal: Refusal, code: str) -> None:
    """The rule and the remedy are two phrases of plain words, and neither says more than the other may know."""
    assert refusal.code == code
    assert str(refusal) == f"refused ({code}): {refusal.rule}. {refusal.remedy}"
    for phrase in (refusal.rule, refusal.remedy):
        assert re.fullmatch(r"[^\s!][^\n!]{4,400}[^\s.!]", phrase), phrase
    assert refusal.remedy != refusal.rule
    assert not re.search(r"[0-9a-f]{32}", refusal.rule + refusal.remedy), "ids are fields, not words"


# What the code can say.


def raised() -> list[tuple[str, ast.Call]]:
    """Every ``Refusal(...)`` of the package, with the place where it stands."""
    return [
        (f"{path.name}:{node.lineno}", node)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal"
    ]


def test_every_refusal_in_the_code_has_a_known_code_a_rule_and_a_remedy() -> None:
    codes = set()
    for place, call in raised():
        assert len(call.args) == 3, place
        code, _, remedy = call.args
        if isinstance(code, ast.Constant):
            assert code.value in REFUSALS, place
            codes.add(code.value)
        if isinstance(remedy, ast.Constant):
            assert isinstance(remedy.value, str), place
            assert len(remedy.value) > 4, place
    assert {*REFUSALS} - codes == {"amount-out-of-range"}, "a code that the code never gives (but bodies, by its shape)"
