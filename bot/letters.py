"""Letters to print and serve: the request to a payer that cannot be asked here, the notice that it did not answer, and
the demand for payment.

Always in Chinese, for the payer; in the reader's language as well where that is another one.
"""

from __future__ import annotations

import html
import re

from bot import render
from bot.describe import parties, terms_of
from bot.desk import Desk
from bot.texts import Html, say
from ledger import law
from ledger.state import Receivable


def kind_of(desk: Desk, receivable: Receivable) -> str:
    """``silent`` once the duty to answer has ended without a decision, else ``request``."""
    state = desk.ledger.state
    view = law.view(receivable, state.enterprises[receivable.supplier], state.payer_of(receivable), desk.today())
    return "silent" if view.duty_late_days else "request"


def notice_letter(language: str, desk: Desk, receivable: Receivable, kind: str | None = None) -> tuple[str, str, Html]:
    """The letter's text, its file name, and the caption under which it is handed over; ``kind`` "demand" asks for
    payment, without it confirmation is asked for."""
    kind = kind or kind_of(desk, receivable)
    texts = [_letter(each, kind, desk, receivable) for each in dict.fromkeys(("zh-Hans", language))]
    caption = say(language, f"letters.{kind}.caption", label=receivable.label)
    return ("\n\n" + "—" * 20 + "\n\n").join(texts) + "\n", f"letter-{receivable.label}-{kind}.txt", caption


def _letter(language: str, kind: str, desk: Desk, receivable: Receivable) -> str:
    state = desk.ledger.state
    supplier, holder = (state.enterprises[party] for party in (receivable.supplier, receivable.holder))
    view = law.view(receivable, supplier, state.payer_of(receivable), desk.today())
    day = view.due.date if kind == "demand" else view.duty.date
    about = parties(language, desk.names, receivable)
    if kind == "demand":
        about["supplier"] = desk.names.party(language, receivable.holder)
    text = say(
        language,
        f"letters.{kind}",
        **about,
        **terms_of(language, desk.names, receivable),
        uscc=(holder if kind == "demand" else supplier).uscc,
        amount=render.money(receivable.outstanding if kind == "demand" else receivable.undecided),
        due=render.date(language, day) if day else say(language, "letters.no-date"),
        date=render.date(language, desk.today()),
    )
    return html.unescape(re.sub("<[^>]+>", "", text))
