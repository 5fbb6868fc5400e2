"""The statute in words: every reason, every missing fact, and the sentences of the journeys."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest

from bot.render import law as words
from bot.texts import LANGUAGES, texts
from ledger import law
from tests.ledger.factories import World, asking, totals

DAY = dt.date(2026, 11, 22)
FIELDS: dict[str, tuple[Any, ...]] = {
    "source": ("enrolled", "stated"), "state_owned": (True, False), "size": ("small",), "date": (DAY,), "end": (DAY,),
    "since": (DAY,), "statutory": (DAY,), "version": ("2025-06-01",), "days": (1, 30), "ppm": (42_000,),
    "agreed_ppm": (20_000,), "lpr_ppm": (30_000,), "ppm_a_day": (500,), "fen": (18_000_000,),
}  # fmt: skip
SAID_APART = {"longer-must-be-reasonable"}


def reasons() -> list[law.Reason]:
    return [
        law.Reason(code, dict(zip(names, values, strict=True)))
        for code, names in law.REASONS.items()
        if code not in SAID_APART
        for values in itertools.product(*(FIELDS[name] for name in names))
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_and_missing_fact_has_words(language: str) -> None:
    said = {words.reason(language, each) for each in reasons()}
    assert len(said) > 30
    assert not [each for each in said if "None" in each or "{" in each or each.endswith((".", "。"))]
    for fact in law.MISSING:
        assert words.missing(language, [fact])


def test_no_words_for_reasons_that_do_not_exist() -> None:
    codes = {key.split(".")[2] for key in texts() if key.startswith("law.reason.")}
    assert codes == set(law.REASONS) - SAID_APART
    assert {key.split(".")[2] for key in texts() if key.startswith("law.missing.")} == set(law.MISSING)


@pytest.mark.parametrize("version", ["2020", "2025"])
def test_every_version_is_cited(version: str) -> None:
    assert words.article("en", f"cn-sme-payment-{version}/9") == f"Payment Regulation ({version}), art. 9"
    assert (
        words.article("zh-Hans", f"cn-sme-payment-{version}/9") == f"《保障中小企业款项支付条例》（{version}年）第9条"
    )


class Case:
    """One receivable of JOURNEYS (b), seen on a day."""

    def __init__(self, payer: dict[str, Any] | None = None, **terms: Any) -> None:
        self.world = World(start="2026-11-22 10:00")
        self.supplier = self.world.supplier()
        self.payer = self.world.payer(**(payer or {}))
        self.claim = self.world.register(self.supplier.owner, self.payer.party, 80_000_000, terms=terms)

    def view(self, on: str = "2026-11-22") -> law.LawView:
        receivable = self.world.receivable(self.claim)
        payer = self.world.state.payer_of(receivable)
        return law.view(receivable, self.world.enterprise_of(self.supplier.party), payer, dt.date.fromisoformat(on))

    def request(self, **changed: Any) -> None:
        self.world.submit("request", self.supplier.owner, asking(self.claim, **changed))


def test_a_longer_contract_term() -> None:
    lines = words.due_lines("en", Case().view())
    assert lines[:2] == [
        "Contract due 17 Feb 2027.\n"
        "A term beyond the statutory default must be reasonable (Payment Regulation (2025), art. 9).",
        "Statutory default 21 Dec 2026 (Payment Regulation (2025), art. 9).",
    ]
    assert lines[2].startswith("Applies because the contract agrees on 120 days; the term runs from delivery on 20 Oct")
    assert "19 Dec 2026 is a rest day, so the term ends on 21 Dec 2026" in lines[2]
    assert lines[-1] == "This is information, not legal advice."
    assert len(set("; ".join(lines).split("; "))) == len("; ".join(lines).split("; "))


def test_a_missing_fact_is_named_and_no_date_is_guessed() -> None:
    lines = words.due_lines("en", Case(delivered_on=None).view())
    assert lines[0] == "The due date cannot be told yet. Missing: the date of delivery."
    assert "2027" not in " ".join(lines)


def test_a_payer_that_is_not_covered() -> None:
    view = Case(payer={"size": "small"}, term_days=None).view()
    lines = words.due_lines("zh-Hans", view)
    assert words.dated("zh-Hans", "statutory_due", view.statutory_due).startswith("条例在这里没有规定日期。\n理由：")
    assert words.deadline("en", "contract_due", view.contract_due).startswith("The contract's due date cannot be told")
    assert "付款方登记为小型企业，条例只约束大型企业" in "".join(lines)


def test_departments_and_the_most_a_contract_may_agree() -> None:
    lines = words.due_lines("en", Case(payer={"kind": "department"}, term_days=120).view())
    assert lines[0] == "Payment due 21 Dec 2026 (Payment Regulation (2025), art. 9)."
    short = words.due_lines("en", Case(payer={"kind": "department"}, term_days=45).view())
    assert "With departments and institutions a contract may agree on 21 Dec 2026 at most" in " ".join(short)


def test_the_duty_to_answer() -> None:
    case = Case()
    case.request()
    first, because, *_ = words.duty_lines("en", case.view())
    assert first == "Answer due 22 Dec 2026 (Payment Regulation (2025), art. 16)."
    assert "the supplier finances with it; the payer is enrolled as a large state-owned enterprise" in because


def test_no_duty_for_the_books() -> None:
    case = Case()
    case.request(purpose="books")
    lines = words.duty_lines("zh-Hant", case.view())
    assert lines[0].startswith("30日答覆義務在這裡不適用。\n理由：")
    assert "請求僅用於對帳" in lines[0]


def test_before_the_request_nothing_is_said_of_an_answer() -> None:
    assert not any("nswer" in line for line in words.standing_lines("en", Case().view()))


def test_late_interest_with_its_daily_sum() -> None:
    case = Case(term_days=None)
    lines = words.standing_lines("en", case.view("2027-01-12"))
    assert "Overdue by 22 days." in lines
    assert "Late interest, estimated: ¥8,800.00 (¥400.00 a day, Payment Regulation (2025), art. 17)." in lines
    assert "no rate was agreed, so 0.05% a day applies" in " ".join(lines)


def test_an_agreed_rate_below_or_beside_its_floor() -> None:
    below = " ".join(words.standing_lines("en", Case(contract_on="2025-09-01", rate_ppm=20_000).view("2027-04-01")))
    assert "the agreed 2.00% lies below the 1-year LPR of 3.00% at the contract" in below
    assert "Yearly rates are divided by 365 days." in below
    unknown = " ".join(words.standing_lines("en", Case(rate_ppm=20_000).view("2027-04-01")))
    assert "This is the least" in unknown
    assert "the contract agrees on 2.00% a year" in unknown


def test_the_disputed_part_stands_apart() -> None:
    case = Case(term_days=None)
    case.request()
    case.world.submit("confirm", case.payer.maker, totals(case.claim, 62_000_000, disputed=18_000_000))
    lines = " ".join(words.standing_lines("en", case.view("2027-01-12")))
    assert "Late interest, estimated: ¥6,820.00 (¥310.00 a day" in lines
    assert "¥180,000.00 is disputed and left out; it does not delay the rest" in lines
    assert "The disputed part would bear ¥1,980.00 more if it turns out to be owed." in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_can_be_told(language: str) -> None:
    contracts: list[dict[str, Any]] = [
        {}, {"term_days": None}, {"contract_on": "2019-01-01"}, {"contract_on": "2021-01-01", "term_days": None},
        {"sme_notice": None}, {"supplier_size": None}, {"rate_ppm": 50_000},
    ]  # fmt: skip
    for terms in contracts:
        for payer in ({}, {"kind": "institution"}, {"size": "medium"}, {"size_since": "2026-11-01"}):
            case = Case(payer=payer, **terms)
            for on in ("2026-11-22", "2027-06-01"):
                assert all(words.standing_lines(language, case.view(on)))
