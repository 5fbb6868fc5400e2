"""Registering a receivable: the draft that grows out of what a supplier writes, and the event it becomes. Pure."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

from bot.errors import Pardon
from bot.parse_input import amount, date, rate_ppm, term_days
from bot.render import short
from ledger.types import Body, Json

NEEDED = ("payer", "amount", "invoice", "contract_on", "delivered_on", "term")
OPTIONAL = ("accepted_on", "acceptance_by", "settled_on", "rate", "sme_notice")
NONE_WORDS = ("none", "no", "无", "無", "没有", "沒有", "未约定", "未約定", "-", "n/a")
LATER_WORDS = ("not yet", "pending", "未交付", "还没", "還沒", "未到")
YES_WORDS = ("yes", "y", "有", "是", "告知了", "已告知", "told them")
NO_WORDS = ("no", "n", "没有", "沒有", "否", "未告知")
AFTER_INVOICE = NEEDED[3:]
_DIGITAL = re.compile(r"[0-9]{20}")
_OLDER = re.compile(r"([0-9]{10}|[0-9]{12})[\s,/-]+([0-9]{8})")
_CONTRACT = re.compile(
    r"(?:contract|合同|合约|合約)\s*(?:no\.?|编号|編號)?\s*[:：]?\s*(?P<contract>[^,，;；]{1,60}?)\s*[,，、]\s*"
    r"(?:milestone|节点|節點|阶段|階段)\s*[:：]?\s*(?P<milestone>[^,，;；]{1,60})",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[;；\n]+")
_UNSEEN = ("Zs", "Cf", "Cc", "Pd")  # spaces, zero-width signs, hyphens


def parse_uscc(text: str) -> str | None:
    """The unified social credit code in ``text``, None if it looks like none; Pardon if its check digit is wrong."""
    plain = unicodedata.normalize("NFKC", text)
    code = "".join(each for each in plain if unicodedata.category(each) not in _UNSEEN).upper()
    if not re.fullmatch(r"[0-9A-Z]{18}", code) or not re.search(r"\d{8}", code):
        return None
    try:
        return str(uscc.validate(code))
    except ValidationError:
        raise Pardon("receivables.input.uscc", typed=short(text)) from None


def parse_invoice(text: str) -> dict[str, str]:
    """``{"number"}``, ``{"code", "number"}`` or, without an invoice, ``{"contract", "milestone"}``."""
    shown = unicodedata.normalize("NFKC", text).strip()
    digits = re.sub(r"[\s/,-]", "", shown)
    if _DIGITAL.fullmatch(digits) and not _OLDER.fullmatch(shown):
        return {"number": digits}
    older = _OLDER.search(shown)
    if older:
        return {"code": older[1], "number": older[2]}
    contract = _CONTRACT.search(shown)
    if contract:
        return {name: short(contract[name]) for name in ("contract", "milestone")}
    raise Pardon("receivables.input.invoice", typed=short(text))


def _is_invoice(text: str) -> bool:
    try:
        return bool(parse_invoice(text))
    except Pardon:
        return False


def _none(text: str) -> bool:
    return text.strip().lower() in NONE_WORDS


def _day(text: str, today: dt.date) -> str | None:
    return None if _none(text) else date(text, today).isoformat()


def _delivered(text: str, today: dt.date) -> str | None:
    if text.strip().lower().startswith(LATER_WORDS) or _none(text):
        return None
    return date(text, today).isoformat()


def _notice(text: str, today: dt.date) -> str | None:
    word = text.strip().lower()
    if word in YES_WORDS:
        return "given"
    if word in NO_WORDS:
        return "not-given"
    raise Pardon("receivables.input.yes-no", typed=short(text))


READERS: dict[str, Callable[[str, dt.date], Any]] = {
    "amount": lambda text, today: amount(text),
    "invoice": lambda text, today: parse_invoice(text),
    "contract_on": lambda text, today: date(text, today).isoformat(),
    "delivered_on": _delivered,
    "term": lambda text, today: None if _none(text) else term_days(text),
    "accepted_on": _day,
    "acceptance_by": _day,
    "settled_on": _day,
    "rate": lambda text, today: None if _none(text) else rate_ppm(text),
    "sme_notice": _notice,
}


def missing(draft: dict[str, Any]) -> str | None:
    """The next field that has to be known."""
    return next((name for name in NEEDED if name not in draft), None)


def take(draft: dict[str, Any], text: str, today: dt.date) -> None:
    """Put what was typed into the draft: one answer, or several separated by ``;``. Raises InputError or Pardon, with
    what was read before it kept."""
    parts = [part.strip() for part in _SPLIT.split(text) if part.strip()]
    if draft.get("editing"):
        if len(parts) > 1:
            raise Pardon("receivables.input.too-much", typed=short(parts[1]))
        draft[draft["editing"]] = READERS[draft["editing"]](text, today)
        del draft["editing"]
    else:
        _several(draft, parts, today)
    check(draft, today)


def _several(draft: dict[str, Any], parts: list[str], today: dt.date) -> None:
    """Answers in the order of NEEDED, from what is asked on; who sends the whole line again begins at the invoice."""
    asked = missing(draft)
    if len(parts) > 1 and asked in AFTER_INVOICE and _is_invoice(parts[0]):
        for name in ("invoice", *AFTER_INVOICE):
            draft.pop(name, None)
        asked = "invoice"
    for part in parts:
        if asked is None or asked == "payer":
            raise Pardon("receivables.input.too-much", typed=short(part))
        draft[asked] = READERS[asked](part, today)
        asked = missing(draft)


def check(draft: dict[str, Any], today: dt.date) -> None:
    """Dates must be possible together: a contract of the future cannot be owed on, nor delivery lie in the future."""
    for name in ("contract_on", "delivered_on", "accepted_on", "settled_on"):
        if draft.get(name) and dt.date.fromisoformat(draft[name]) > today:
            raise Pardon("receivables.input.future", date=dt.date.fromisoformat(draft.pop(name)))
    if draft.get("contract_on") and draft.get("accepted_on") and draft["accepted_on"] < draft["contract_on"]:
        draft.pop("accepted_on")
        raise Pardon("receivables.input.order")


def terms(draft: dict[str, Any]) -> dict[str, Json]:
    """TERMS of docs/format.md."""
    agreed = bool(draft.get("accepted_on") or draft.get("acceptance_by"))
    return {
        "contract_on": draft["contract_on"],
        "delivered_on": draft["delivered_on"],
        "acceptance": {
            "agreed": agreed,
            "accepted_on": draft.get("accepted_on"),
            "deadline_on": draft.get("acceptance_by"),
        },
        "settled_on": draft.get("settled_on"),
        "term_days": draft["term"],
        "due_on": None,
        "rate_ppm": draft.get("rate"),
        "subject": None,
        "sme_notice": draft.get("sme_notice"),
        "supplier_size": None,
        "payer_size": None,
    }


def body(draft: dict[str, Any], fingerprint: str, payer_name: str | None, invoice: str) -> Body:
    """The register event's body; ``payer_name`` and ``invoice`` are commitments."""
    payer = draft["payer"]
    return {
        "payer": {"party": payer.get("party"), "uscc": payer.get("uscc"), "name": payer_name},
        "amount": draft["amount"],
        "currency": "CNY",
        "fingerprint": fingerprint,
        "terms": terms(draft),
        "texts": {"invoice": invoice, "contract": None, "note": None},
    }
