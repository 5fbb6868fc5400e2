"""What is open again when another claim, loan or policy is told of."""

from __future__ import annotations

from datetime import date

import pytest

from policies.advise import Adviser
from policies.retold import opened_anew
from policies.types import Facts

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "kept", "opened"),
    [
        ("县医院的货款120天没付，12万。", {"supply_debt": False}, {"supply_debt"}),
        ("縣醫院的貨款120天沒付。", {"supply_debt": False, "receivable_overdue_days": 180}, {"supply_debt"}),
        (
            "The hospital's invoice is 120 days overdue.",
            {"supply_debt": False, "payer_kind": "department"},
            {"supply_debt"},
        ),
        ("付款方是区政府。", {"supply_debt": False}, set()),
        ("已经拖了180天。", {"supply_debt": False, "receivable_overdue_days": 180}, set()),
        ("县医院的货款120天没付，12万。", {"supply_debt": True}, set()),
        ("县医院的货款120天没付，12万。", {"supply_debt": None}, set()),
        ("县医院的补贴120天没到账，欠我们12万。", {"supply_debt": False, "payer_kind": "department"}, set()),
        ("我们有40人。", {"supply_debt": False, "employees": 30}, set()),
        (
            "The bank lent us 5 million at 4.1% in June 2026.",
            {"loan_surety": True, "technology_insurance": False, "loan_amount_cny": 3_000_000},
            {"loan_surety"},
        ),
    ],
)
def test_what_was_told_of_one_matter_is_open_for_another(
    adviser: Adviser, text: str, kept: Facts, opened: set[str]
) -> None:
    """Told of the same, of nothing of the kind, or with the same words again, it stays as it was told."""
    reading = adviser.reading(text, DAY)
    anew = opened_anew(reading, kept, adviser.corpus.vocabulary)
    assert anew.facts == reading.facts
    assert {doubt.name for doubt in anew.doubts} - {doubt.name for doubt in reading.doubts} == opened
    assert all(doubt.value is None and doubt.text in text for doubt in anew.doubts if doubt.name in opened)
