"""What a statutory date is shown with: the reasons why it applies, or the facts that are missing. Closed lists.

The bot words them in every language; here they are codes with fields. Dates in fields are ``datetime.date``, amounts
fen, rates parts per million.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

REASONS: dict[str, tuple[str, ...]] = {
    # Who is covered (Payment Regulation art. 2, 3)
    "payer-department": (),  # 机关
    "payer-institution": (),  # 事业单位
    "payer-large": ("source", "state_owned"),  # source: "enrolled" or "stated" by the supplier
    "payer-not-covered": ("source", "size"),
    "supplier-sme": ("source", "size"),
    "supplier-not-sme": ("source",),
    "notice-given": (),  # the supplier told at the contract that it is an SME (art. 3)
    "notice-not-given": (),
    # Which text governs
    "contract-on": ("date", "version"),  # version: "2020-09-01", "2025-06-01"
    "before-law": ("date", "since"),
    # When the clock starts (art. 9, 10)
    "from-delivery": ("date",),
    "from-acceptance": ("date",),
    "from-acceptance-deadline": ("date",),  # the payer let the agreed time for acceptance pass
    "from-settlement": ("date",),  # progress or periodic settlement: both confirmed the amount
    # How long it runs
    "contract-day": ("date",),  # the contract names the day
    "contract-term": ("days",),
    "no-contract-term": (),  # none is stated; the statute's default holds unless the contract says otherwise
    "statutory-term": ("days",),
    "statutory-most": ("days",),  # a contract with a department or an institution agrees at most this
    "no-statutory-term": (),  # the 2020 text leaves large enterprises to reasonable terms
    "longer-must-be-reasonable": ("statutory",),  # the contract's day lies behind the statutory default
    "moved": ("end", "date"),  # the last day is a rest day: the next working day
    # Confirmation (art. 16)
    "not-requested": (),
    "requested-on": ("date", "version"),
    "served-on": ("date", "version"),
    "purpose-financing": (),
    "purpose-books": (),
    "duty": ("days",),
    # Interest (art. 15, 17)
    "rate-agreed": ("ppm",),
    "rate-raised-to-lpr": ("agreed_ppm", "lpr_ppm"),
    "rate-statutory": ("ppm_a_day",),
    "disputed-apart": ("fen",),
    # Complaints (art. 25)
    "complaint-filed": ("date", "version"),
    "complaint-no-days": ("date",),  # the text of then named no days
    "complaint-accepted": ("date",),
    "complaint-received": ("date",),
    "pass-on-term": ("days",),  # working days
    "result-term": ("days",),
    "result-most": ("days",),  # where the head of the department extended it
    # Limitation (Civil Code art. 188, 195)
    "limitation-from": ("date",),
    "limitation-years": (),  # three
    "limitation-before-code": ("date",),  # due before three years were the rule
    "interrupted-by-demand": ("date",),
    "interrupted-by-complaint": ("date",),
    "interrupted-by-complaint-end": ("date",),
    "interrupted-by-confirmation": ("date",),
    "interrupted-by-payment": ("date",),
}
"""Every reason with its fields."""

MISSING = (
    "payer_kind",  # department, institution or enterprise
    "payer_size",  # at the contract's date
    "supplier_size",  # at the contract's date
    "sme_notice",  # whether the supplier told that it is an SME (art. 3); alone it bars nothing
    "delivered_on",
    "accepted_on",
    "term_days",
    "lpr",  # 1-year LPR at the contract's date
    "complaint_accepted_on",
    "complaint_received_on",  # by the department that handles it
    "security",  # the 2020 text knows the duty only where the receivable is security for a loan
)
"""Every fact that can be missing."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: a code of ``REASONS`` with exactly its fields."""

    code: str
    fields: Mapping[str, object]


def reason(code: str, **fields: object) -> Reason:
    """A ``Reason``; raises ValueError for a code or fields that are not in the list."""
    if set(fields) != set(REASONS.get(code, ("?",))):
        raise ValueError(f"{code}: {sorted(fields)} is not what ledger.law.reasons says")
    return Reason(code, fields)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that the contract or the law gives, or None with why or with what is missing.

    ``missing`` beside a date names what would still have to be shown (the notice of being an SME); without a date,
    the facts that decide. ``provisional``: the calendar of that year is not published, the date may move. ``article``
    is the provision, such as ``cn-sme-payment-2025/9``; empty for a date that rests on the contract alone.
    """

    date: date | None
    provisional: bool = False
    because: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    article: str = ""
