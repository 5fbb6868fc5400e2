"""Whether the regulation protects a receivable: a covered payer, an SME as supplier, sizes at the contract's date.

Departments and institutions are covered whatever their size, enterprises if they are large (art. 2). The size that the
registrar enrolled holds if it is at least as old as the contract; else the size that the supplier states in the terms;
else it is a missing fact. Three-valued: never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.law.reasons import Reason, reason
from ledger.state import Enterprise
from ledger.types import Body

SME = ("medium", "small", "micro")


@dataclass(frozen=True, slots=True)
class Coverage:
    """``applies``: True, False or None (a fact is missing). ``public``: a department or institution (None: not known).

    ``because`` are the reasons for the answer, ``missing`` what decides it, ``notice`` what is missing beside it.
    """

    applies: bool | None
    public: bool | None
    because: tuple[Reason, ...]
    missing: tuple[str, ...]
    notice: tuple[str, ...]

    @property
    def open(self) -> tuple[str, ...]:
        """Everything that is missing, decisive or not."""
        return self.missing + self.notice


def coverage(terms: Body, contract_on: date, supplier: Enterprise, payer: Enterprise | None) -> Coverage:
    """Whether the regulation applies between these two for a contract of that day (art. 2, 3)."""
    payer_covered, because, missing = _payer(terms, contract_on, payer)
    size, source = _size(supplier, terms["supplier_size"], contract_on)
    if size is None:
        missing.append("supplier_size")
    elif size in SME:
        because.append(reason("supplier-sme", source=source, size=size))
    else:
        because.append(reason("supplier-not-sme", source=source))
    supplier_covered = None if size is None else size in SME
    notice: tuple[str, ...] = ()
    if terms["sme_notice"] is None:
        notice = ("sme_notice",)
    else:
        because.append(reason("notice-given" if terms["sme_notice"] == "given" else "notice-not-given"))
    public = payer.kind != "enterprise" if payer is not None else None
    if payer_covered is False or supplier_covered is False:
        return Coverage(False, public, tuple(because), (), ())
    applies = None if missing else True
    return Coverage(applies, public, tuple(because), tuple(missing), notice)


def _payer(terms: Body, contract_on: date, payer: Enterprise | None) -> tuple[bool | None, list[Reason], list[str]]:
    if payer is None:
        return None, [], ["payer_kind"]
    if payer.kind != "enterprise":
        return True, [reason(f"payer-{payer.kind}")], []
    size, source = _size(payer, terms["payer_size"], contract_on)
    if size is None:
        return None, [], ["payer_size"]
    if size == "large":
        return True, [reason("payer-large", source=source, state_owned=payer.state_owned)], []
    return False, [reason("payer-not-covered", source=source, size=size)], []


def _size(enterprise: Enterprise, stated: object, contract_on: date) -> tuple[str | None, str]:
    if date.fromisoformat(enterprise.size_since) <= contract_on:
        return enterprise.size, "enrolled"
    return (str(stated), "stated") if stated is not None else (None, "")
