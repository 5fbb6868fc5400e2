"""What the statute says of a receivable: each date with "applies because …" or with the fact that is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TypeVar

from bot.render.figures import date, listing, money, percent
from bot.render.words import word
from bot.texts import Html, Value, joined, say
from ledger.law import Dated, Interest, LawView, Reason

T = TypeVar("T")

_CONTRACT = frozenset({"contract-day", "contract-term"})
_AGAINST = frozenset({"payer-not-covered", "supplier-not-sme", "before-law", "no-statutory-term"})
_IN_A_LINE_OF_ITS_OWN = frozenset({"longer-must-be-reasonable"})
_BETWEEN = {"en": "; ", "zh-Hans": "；", "zh-Hant": "；"}


def due_lines(language: str, view: LawView) -> list[Html]:
    """When payment is due: the day that binds, and beside it the statutory default where that is another one."""
    return told(language, _payment(view))


def duty_lines(language: str, view: LawView) -> list[Html]:
    """When the answer to the request for confirmation is due, and why."""
    return told(language, [("duty", view.duty)])


def standing_lines(language: str, view: LawView) -> list[Html]:
    """Everything that holds today: the answer, payment, days overdue, late interest."""
    requested = all(each.code != "not-requested" for each in view.duty.because)
    lines = []
    if view.overdue_days:
        lines.append(overdue(language, view.overdue_days))
    if view.interest is not None:
        lines.append(interest(language, view.interest))
    elif view.interest_missing:
        lines.append(say(language, "law.interest.missing", missing=missing(language, view.interest_missing)))
    because = view.interest.because if view.interest is not None else ()
    return told(language, ([("duty", view.duty)] if requested else []) + _payment(view), lines, because)


def told(
    language: str, dates: Sequence[tuple[str, Dated]], more: Sequence[Html] = (), because: Sequence[Reason] = ()
) -> list[Html]:
    """Dates with what they are (due, statutory_due, latest, duty), then ``more``, then once for all of them why they
    apply, what is still to be shown, and that none of it is advice. One sentence a line."""
    known = [found for _, found in dates if found.date is not None]
    lines = [deadline(language, what, found) for what, found in dates]
    reasons = _once([each for found in known for each in found.because] + list(because))
    lines += more
    if reasons:
        lines.append(_because(language, "law.because", reasons))
    named = {fact for _, found in dates if found.date is None for fact in found.missing}
    if still := _once([fact for found in known for fact in found.missing if fact not in named]):
        lines.append(say(language, "law.still-open", missing=missing(language, still)))
    if provisional := _once([date(language, found.date) for found in known if found.date and found.provisional]):
        lines.append(say(language, "law.provisional", dates=listing(language, provisional)))
    return [*lines, not_advice(language)]


def dated(language: str, what: str, found: Dated) -> Html:
    """One date with all that ``told`` says of it."""
    return joined(told(language, [(what, found)]))


def deadline(language: str, what: str, found: Dated) -> Html:
    """Only the date and its article, or what is missing, or why there is none."""
    return joined(_headline(language, what, found))


def overdue(language: str, days: int) -> Html:
    """``Overdue by 22 days.``"""
    return say(language, "law.overdue", count=days)


def interest(language: str, found: Interest) -> Html:
    """The estimate of late interest with its daily sum and article; its reasons are left to the caller."""
    amounts = {"amount": money(found.fen), "daily": money(found.daily_fen)}
    if found.article:
        lines = [say(language, "law.interest.law", article=article(language, found.article), **amounts)]
    else:
        lines = [say(language, "law.interest.contract", **amounts)]
    if "lpr" in found.missing:
        lines.append(say(language, "law.interest.least", missing=missing(language, found.missing)))
    if found.rate.per_days > 1:
        lines.append(say(language, "law.interest.year"))
    if found.disputed_fen:
        lines.append(say(language, "law.interest.disputed", amount=money(found.disputed_fen)))
    return joined(lines)


def not_advice(language: str) -> Html:
    """The line that stands under everything above."""
    return say(language, "law.not-advice")


def article(language: str, citation: str) -> Html:
    """``cn-sme-payment-2025/16`` → ``Payment Regulation (2025), art. 16``."""
    document, _, number = citation.rpartition("/")
    return say(language, f"law.article.{document}", number=number)


def missing(language: str, facts: Iterable[str]) -> Html:
    """Names of missing facts, as a list."""
    return listing(language, (say(language, f"law.missing.{fact}") for fact in facts))


def reason(language: str, found: Reason) -> Html:
    """One reason as a clause, to stand behind "applies because"."""
    fields = found.fields
    key = f"law.reason.{found.code}"
    if "source" in fields:
        key = f"{key}.{fields['source']}"
    if fields.get("state_owned") is True:
        key = f"{key}.state"
    values = {"count" if name == "days" else name: _shown(language, name, value) for name, value in fields.items()}
    return say(language, key, **values)


def _payment(view: LawView) -> list[tuple[str, Dated]]:
    dates = [("due", view.due)]
    if view.statutory_due.date != view.due.date:
        dates.append(("statutory_due", view.statutory_due))
        if view.latest is not None and view.latest.date not in (None, view.due.date):
            dates.append(("latest", view.latest))
    return dates


def _headline(language: str, what: str, found: Dated) -> list[Html]:
    if found.date is None:
        if found.missing:
            lines = [say(language, f"law.{what}.missing", missing=missing(language, found.missing))]
            if decisive := [each for each in found.because if each.code in _AGAINST]:
                lines.append(_because(language, "law.because-none", decisive))
            return lines
        return [say(language, f"law.{what}.none"), _because(language, "law.because-none", found.because)]
    day = date(language, found.date)
    if what in ("due", "contract_due") and _CONTRACT & {each.code for each in found.because}:
        lines = [say(language, "law.due.contract", date=day)]
        if found.article:
            lines.append(say(language, "law.reasonable", article=article(language, found.article)))
        return lines
    return [say(language, f"law.{what}.law", date=day, article=article(language, found.article))]


def _once(items: Iterable[T]) -> list[T]:
    """Each item at its first place."""
    found: list[T] = []
    for item in items:
        if item not in found:
            found.append(item)
    return found


def _because(language: str, key: str, reasons: Iterable[Reason]) -> Html:
    shown = (reason(language, each) for each in reasons if each.code not in _IN_A_LINE_OF_ITS_OWN)
    clauses = Html(_BETWEEN[language].join(shown))
    return say(language, key, reasons=clauses)


def _shown(language: str, name: str, value: object) -> Value:
    if isinstance(value, dt.date):
        return date(language, value)
    if name == "version":
        return date(language, str(value))
    if name == "size":
        return word(language, "size", str(value))
    if isinstance(value, int) and not isinstance(value, bool):
        if name == "fen":
            return money(value)
        return percent(value, 0 if name == "ppm_a_day" else 2) if "ppm" in name else value
    return str(value)
