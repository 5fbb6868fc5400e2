"""Steps of holding and remedy said in one line, and the parts of a split."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.correcting import parts
from bot.lines import meant, values
from bot.names import Names
from bot.parse_input import InputError
from bot.scene import Action, Scene
from bot.steps import HOLDING, REMEDY
from bot.texts import LANGUAGES, say
from ledger.state import Receivable
from tests.bot.town import Town, Visit

MEANT = [
    ("R-0001 offer 500k Desert Bank", "offer"),
    ("R-0001：要约 50万 大漠银行 14天", "offer"),
    ("R-0001 accept", "accept"),
    ("R-0001 accepted 1 Dec 2026", "accepted"),
    ("r1 lock", "lock"),
    ("R-0001, 質押 30萬", "pledge"),
    ("R-0001 registry number 0912", "registry"),
    ("R-0001 还款账户 大漠银行", "account"),
    ("R-0001 paid out 450k", "finance"),
    ("R-0001 decline", "release"),
    ("R-0001 解除", "release"),
    ("R-0001 split 500k", "split"),
    ("R-0001 更正 55万", "correct"),
    ("R-0001 undo", "reverse"),
    ("R-0001 催告 50萬", "demand"),
    ("R-0001 投诉 50万", "complain"),
    ("R-0001 投诉受理", "accepted"),
    ("R-0001 passed on", "passed"),
    ("R-0001 处理部门收到", "received"),
    ("R-0001 處理結果", "answered"),
    ("R-0001 mediation", "mediate"),
    ("R-0001 結案", "close"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("family", "steps"), [("holding", HOLDING), ("remedy", REMEDY)])
def test_what_a_button_says_can_be_typed_at_its_door(family: str, steps: dict[str, Action], language: str) -> None:
    for command in steps:
        assert meant(f"R-0001 {say(language, f'{family}.button.{command}')} 5", family) == (command, "5")
    assert meant(say(language, "holding.button.release.assignment"), "holding") == ("release", "")


@pytest.mark.parametrize(("line", "command"), MEANT)
def test_the_step_stands_first_in_the_line(line: str, command: str) -> None:
    found = meant(line)
    assert found is not None
    assert found[0] == command


@pytest.mark.parametrize(
    "line",
    [
        "R-0001: confirm 620k, 180k price correct",
        "R-0001 paid 300k",
        "R-0001 received",
        "R-0001 offerings",
        "R-0001 付了50万",
        "R-0001 没有收到",
        "has R-0001 been locked?",
        "R-0001",
        "",
    ],
)
def test_other_lines_are_no_step(line: str) -> None:
    assert meant(line) is None


def test_each_door_knows_its_own_steps() -> None:
    assert meant("demand 5k", "remedy") == ("demand", "5k")
    assert meant("demand 5k", "holding") is None
    assert meant("lock", "remedy") is None


@pytest.fixture
async def talk(demo_town: Town) -> Any:
    async with demo_town.open({"lin": "en"}) as visit:
        await visit.say("lin", "/register Helan Water 800k; 26642000000012345678; 2026-09-01; 2026-10-20; none")
        await visit.sign("lin", "Register")
        yield visit


def scene(talk: Visit) -> Scene:
    desk = talk.house.desk
    person = desk.person_of(talk.server.user("lin").id)
    assert person is not None
    claim = next(iter(desk.ledger.state.receivables.values()))
    return Scene(desk.ledger, Names(desk.ledger), person, "en", desk.now(), desk.today().isoformat(), claim)


READ: list[tuple[str, str, dict[str, Any]]] = [
    ("offer", "500k as a pledge to Desert Bank for 14 days", {"amount": 50_000_000, "kind": "pledge", "days": 14}),
    ("offer", "大漠银行 转让 7天", {"kind": "assignment", "days": 7}),
    ("offer", "45 days", {}),
    ("lock", "300k", {"amount": 30_000_000}),
    ("finance", "450k 20 Nov 2026", {"amount": 45_000_000, "on": "2026-11-20"}),
    ("split", "500k, 300k", {"parts": [50_000_000, 30_000_000]}),
    ("correct", "550k, 70k price", {"confirmed": 55_000_000, "disputed": 7_000_000, "reason": "PRI"}),
    ("registry", "0912-3456", {"registry": "0912-3456"}),
    ("account", "Desert Bank, 6222 0000", {"account": "Desert Bank, 6222 0000"}),
    ("demand", "50万", {"amount": 50_000_000}),
    ("complain", "500k 20 Nov 2026", {"amount": 50_000_000, "filed_on": "2026-11-20"}),
    ("passed", "2026年11月20日", {"on": "2026-11-20"}),
    ("received", "昨天", {"on": "2026-11-21"}),
    ("mediate", "Today", {"on": "2026-11-22"}),
    ("close", "it was paid", {"outcome": "paid"}),
    ("close", "已付，其他的拒绝", {}),
]


@pytest.mark.parametrize(("command", "rest", "known"), READ)
async def test_what_a_line_says_is_taken_and_nothing_else(
    talk: Visit, command: str, rest: str, known: dict[str, Any]
) -> None:
    found = values(scene(talk), command, rest)
    bank = found.pop("to", None)
    assert (bank is not None) == (("Bank" in rest and command == "offer") or "大漠" in rest)
    assert found == known


async def test_a_figure_that_is_plainly_meant_and_wrong_is_refused(talk: Visit) -> None:
    with pytest.raises(InputError):
        values(scene(talk), "demand", "0元")


# The parts of a split.

BUCKETS = ("claimed", "confirmed", "disputed", "rejected", "received")


def claim(confirmed: int, disputed: int, rejected: int, undecided: int, received: int) -> Receivable:
    total = confirmed + disputed + rejected + undecided
    return Receivable(
        "0" * 64, 1, "a" * 32, None, None, None, total, "f", (), (), 1, 0, "p", "k", ((1, "h"),) * 4,
        confirmed=confirmed, disputed=disputed, rejected=rejected, received=received,
    )  # fmt: skip


def test_what_is_confirmed_comes_first() -> None:
    first, rest = parts(claim(620, 180, 0, 0, 100), [620, 180])
    assert first == {"claimed": 620, "confirmed": 620, "disputed": 0, "rejected": 0, "received": 100}
    assert rest == {"claimed": 180, "confirmed": 0, "disputed": 180, "rejected": 0, "received": 0}


@given(
    sums=st.tuples(*[st.integers(0, 1_000)] * 4).filter(lambda found: sum(found) >= 2),
    share=st.floats(0, 1),
    cuts=st.lists(st.floats(0.01, 0.99), min_size=1, max_size=5, unique=True),
)
def test_parts_add_up_to_the_whole(sums: tuple[int, ...], share: float, cuts: list[float]) -> None:
    confirmed, disputed, rejected, undecided = sums
    whole = claim(confirmed, disputed, rejected, undecided, int(share * (confirmed + disputed + undecided)))
    marks = sorted({round(cut * whole.claimed) for cut in cuts} - {0, whole.claimed})
    amounts = [b - a for a, b in zip([0, *marks], [*marks, whole.claimed], strict=True)]
    found = parts(whole, amounts)
    for bucket in BUCKETS:
        assert sum(part[bucket] for part in found) == getattr(whole, bucket)
    for part in found:
        assert part["confirmed"] + part["disputed"] + part["rejected"] <= part["claimed"]
        assert 0 <= part["received"] <= part["claimed"] - part["rejected"]
