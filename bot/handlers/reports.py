"""``/report``: what many receivables come to, for the side of whoever asks; a short text and a file."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from typing import Any

from bot import render, reports
from bot.announce import offer as button
from bot.errors import Pardon
from bot.names import spelling
from bot.reports import FIRST_YEAR, Asked, Stamp
from bot.talk import Talk, handler, together
from bot.texts import Html, say
from ledger import views
from ledger.checkpoint import Note, parse_checkpoint
from ledger.views import Counterparty

SHOWN = 10
_WORDS = {
    "ageing": ("ageing", "aging", "账龄", "帳齡"),
    "exposure": ("exposure", "financing", "敞口", "融资", "融資", "融资敞口", "融資曝險", "曝險"),
    "punctuality": ("punctuality", "及时性", "付款及时性", "準時", "付款準時情形"),
    "arrears": ("arrears", "逾期", "欠款", "年度逾期未付"),
    "aggregates": ("aggregates", "public", "汇总", "公开汇总", "彙總", "公開彙總"),
}
_YEAR = re.compile(r"(\d{4})年?(?:度)?")


@handler
async def report(talk: Talk) -> None:
    """``/report``: which there are; ``/report ageing``, ``/report arrears 2025 csv``: that one."""
    person = talk.known()
    words = talk.arguments
    if not words:
        kinds = reports.kinds_for(talk.desk.ledger.state, person.party)
        await talk.say("reports.ask", [button(f"reports.kind.{kind}", "report", kind=kind) for kind in kinds])
        return
    kind, year, form = _read(talk, words)
    await _send(talk, kind, year, form)


def _read(talk: Talk, words: str) -> tuple[str, int | None, str]:
    """Kind, year and form of the file, as somebody writes them. Raises Pardon."""
    kind, year, form = "", None, "xlsx"
    for word in words.lower().split():
        named = next((each for each, known in _WORDS.items() if word in known), None)
        found = _YEAR.fullmatch(word)
        if named is not None and not kind:
            kind = named
        elif found is not None and year is None:
            year = int(found[1])
        elif word in ("csv", "xlsx", "excel"):
            form = "csv" if word == "csv" else "xlsx"
        else:
            raise _unread(talk, words)
    if not kind or (year is not None and kind != "arrears"):
        raise _unread(talk, words)
    return kind, year, form


def _unread(talk: Talk, words: str) -> Pardon:
    kinds = reports.kinds_for(talk.desk.ledger.state, talk.known().party)
    return Pardon("reports.unread", words=render.short(words), kinds=_listed(talk, kinds))


def _listed(talk: Talk, kinds: Iterable[str]) -> Html:
    return render.listing(talk.language, [talk.text(f"reports.kind.{kind}") for kind in kinds])


async def _send(talk: Talk, kind: str, year: int | None, form: str) -> None:
    """One report: its lines, then the file."""
    desk, party, language = talk.desk, talk.known().party, talk.language
    at = desk.now()
    with desk.ledger.reading() as state:
        kinds = reports.kinds_for(state, party)
        if kind not in kinds:
            raise Pardon("reports.not-yours", kind=talk.text(f"reports.kind.{kind}"), kinds=_listed(talk, kinds))
        last = views.last_over(at) + 1
        if year is not None and not FIRST_YEAR <= year <= last:
            raise Pardon("reports.year", year=str(year), first=str(FIRST_YEAR), last=str(last))
        if count := reports.large(state, party):
            raise Pardon("reports.large", count=count, kind=kind)
        asked, stamp = Asked(kind, party, _who(talk, party), at, year=year), _stamp(talk)
        made = reports.made(language, asked, state, stamp, lambda about: _name(talk, about), most=SHOWN)
    others = [button("reports.button.csv", "report", kind=kind, year=year, form="csv")] if form != "csv" else []
    await talk.send(together(*made.lines), others)
    name, data = await asyncio.to_thread(made.file, form)
    caption = talk.text(
        "reports.caption",
        kind=talk.text(f"reports.kind.{kind}"),
        date=render.instant(language, at),
        count=stamp.size,
    )
    await talk.document(data, name, caption)


def _stamp(talk: Talk) -> Stamp:
    """What the newest checkpoint, under which the state is read, says of it."""
    point = parse_checkpoint(Note.parse(talk.desk.ledger.checkpoint()).text)
    return Stamp(point.size, point.root.hex())


def _who(talk: Talk, party: str) -> str:
    enterprise = talk.desk.ledger.state.enterprises.get(party)
    if enterprise is None:
        return say(talk.language, "account.registrar")
    return _name(talk, Counterparty(enterprise.party, enterprise.uscc, enterprise.name))


def _name(talk: Talk, about: Counterparty) -> str:
    """A counterparty by name; one whose name is not kept by its code."""
    text = talk.desk.names.text(talk.language, about.name)
    return spelling(talk.language, text) if text else about.uscc or talk.text("reports.unnamed")


async def _tap(talk: Talk, args: dict[str, Any]) -> None:
    """A button names the report."""
    await _send(talk, args["kind"], args.get("year"), args.get("form", "xlsx"))


TAPS = {"report": _tap}
