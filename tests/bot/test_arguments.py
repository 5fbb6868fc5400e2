"""Lines about receivables as people write them, in three languages, taken apart."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.arguments import about, spoken, suspicious, without_amount
from bot.parse_input import InputError

TODAY = dt.date(2026, 11, 22)

VERBS = {
    "R-0001: confirm 620k, 180k short delivery": "confirm",
    "確認R-0001，62萬，18萬短少": "confirm",
    "R-0001 确权62万": "confirm",
    "请确认R-0001": "confirm",
    "R-0012付了82萬": "pay",
    "paid 300k on R-0001": "pay",
    "R-0001已付80万": "pay",
    "查R-0021": "show",
    "what is the status of R-0001": "show",
    "R-0001 我们没收到": "deny",
    "R-0001的錢沒收到": "deny",
    "R-0001 has not arrived": "deny",
    "R-0001钱未到账": "deny",
    "R-0001收到了": "receive",
    "确认收到R-0001": "receive",
    "received R-0001": "receive",
    "ask Helan to confirm R-0001": "request",
    "please ask Helan Water Group to confirm R-0001": "request",
    "请贺兰水务确认R-0001": "request",
    "让贺兰水务集团给R-0001确权": "request",
    "R-0001申请确权": "request",
    "R-0001 有疑问：发票号不对": "query",
    "question on R-0001: which delivery?": "query",
    "R-0001 答复：见送货单": "answer",
    "撤回R-0001": "withdraw",
    "reject R-0001": "reject",
    "R-0001有争议，18万": "dispute",
    "同意R-0001": "approve",
    "R-0001的回执": "receipt",
    "R-0001": None,
}


@pytest.mark.parametrize(("line", "verb"), VERBS.items())
def test_what_is_meant(line: str, verb: str | None) -> None:
    said = about(line, TODAY)
    assert said is not None
    assert said.verb == verb
    assert said.label in ("R-0001", "R-0012", "R-0021")


@pytest.mark.parametrize(
    "line", ["R-0001: confirm 620k, 180k short delivery", "確認R-0001，62萬，18萬短少", "确认R-0001 62万；18万数量短缺"]
)
def test_a_part_confirmed_and_a_part_disputed(line: str) -> None:
    said = spoken(line, TODAY)
    assert (said.amounts, said.disputed, said.rejected, said.reason) == ((62_000_000,), 18_000_000, None, "QTY")


def test_a_part_rejected() -> None:
    said = spoken("confirm R-0001 620k, reject 180k, not ours", TODAY)
    assert (said.amounts, said.disputed, said.rejected) == ((62_000_000,), None, 18_000_000)


@pytest.mark.parametrize("line", ["r1", "R-1", "R0001", "r-0001：", "Ｒ－０００１", "(R-0001)", "确认R-0001的62万"])
def test_the_number(line: str) -> None:
    assert spoken(line, TODAY).label == "R-0001"


@pytest.mark.parametrize("line", ["contract R-2026-18", "for 1 pump", "HR-0001", "R-1234567", "room 12", "R"])
def test_no_number(line: str) -> None:
    assert about(line, TODAY) is None


@pytest.mark.parametrize(
    "line", ["pay R-0001 300k on 20 Nov 2026", "R-0001 2026-11-20 付了30万", "R-0001在11月20日付了30万"]
)
def test_a_day(line: str) -> None:
    said = spoken(line, TODAY)
    assert (said.on, said.amounts) == ("2026-11-20", (30_000_000,))


@pytest.mark.parametrize(
    "line", ["confirm R-0001 0", "pay R-0001 -5万", "confirm R-0001 12345678901234", "pay R-0001 31 Feb 2026"]
)
def test_what_is_plainly_meant_and_cannot_be_taken(line: str) -> None:
    with pytest.raises(InputError):
        about(line, TODAY)


@pytest.mark.parametrize(
    "line", ["query R-0001 why 0元 on 31 Feb 2026?", "R-0001有疑问：31/13/2026送的12345678901234台是什么"]
)
def test_a_question_may_hold_any_figure(line: str) -> None:
    said = about(line, TODAY)
    assert said is not None
    assert said.verb == "query"
    assert said.rest in ("why 0元 on 31 Feb 2026?", "31/13/2026送的12345678901234台是什么")


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("R-0001 有疑问：发票号，不对", "发票号，不对"),
        ("question: R-0001 which delivery?", "R-0001 which delivery?".replace("R-0001 ", "")),
        ("R-0001 答复：见送货单", "见送货单"),
    ],
)
def test_what_is_left_to_read(line: str, rest: str) -> None:
    assert spoken(line, TODAY).rest.replace("  ", " ").strip() == rest


@pytest.mark.parametrize(
    ("line", "large", "small"), [("80000万", 80_000_000_000, 8_000_000), ("欠我們80000萬元", 80_000_000_000, 8_000_000)]
)
def test_a_unit_written_twice(line: str, large: int, small: int) -> None:
    found = suspicious(line)
    assert found is not None
    assert found[1:] == (large, small)


@pytest.mark.parametrize("line", ["80万", "8000万", "800,000", "80000"])
def test_a_plain_amount_is_not_suspicious(line: str) -> None:
    assert suspicious(line) is None


@pytest.mark.parametrize("line", ["Helan Water 800k", "贺兰水务 80万", "Helan Water, ¥800,000.00"])
def test_the_name_beside_an_amount(line: str) -> None:
    assert without_amount(line) in ("Helan Water", "贺兰水务")


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        ("R-0001 数量不对，少了30台，有争议18万", (18_000_000,)),
        ("公司60人，客户欠我们80万", (80_000_000,)),
        ("区教育局欠我们货款半年了，厂里60多人", ()),
        ("We're 25 staff with 3 patents, Helan Water owes us 800k", (80_000_000,)),
        ("欠我们60万人民币", (60_000_000,)),
        ("dispute R-0001: 40 pumps missing, 180k", (18_000_000,)),
        ("R-0001 付5万", (5_000_000,)),
        ("R-0001 确认3,000个", ()),
        ("R-0001 确认3,000元", (300_000,)),
    ],
)
def test_a_number_of_things_is_no_amount(line: str, amounts: tuple[int, ...]) -> None:
    assert spoken(line, TODAY).amounts == amounts


@pytest.mark.parametrize(
    ("line", "remainder"),
    [
        ("确认R-0001 62万，其余有争议", "dispute"),
        ("confirm R-0001 620k, the rest is rejected", "reject"),
        ("确认R-0001 62万，其余下月再说", None),
        ("R-0001 有争议18万，其余确认", None),
        ("确认R-0001 62万，18万数量短缺", None),
    ],
)
def test_what_is_said_of_the_rest(line: str, remainder: str | None) -> None:
    assert spoken(line, TODAY).remainder == remainder


@pytest.mark.parametrize(
    "line",
    [
        "Helan Water owes us 800k for October pumps, delivered 20 October, invoice LIN-77",
        "贺兰水务欠我们80万，发票LIN-77",
        "賀蘭水務欠我們80萬，發票INV2025-0007",
        "800k, delivered on the 3rd of March",
    ],
)
def test_numbers_of_papers_and_days_of_a_month_are_no_sums(line: str) -> None:
    assert spoken(line, TODAY).amounts == (80_000_000,)
