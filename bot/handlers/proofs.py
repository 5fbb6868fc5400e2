"""Receipts and status statements: handing them out, and saying what an uploaded one proves."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from telegram.error import TelegramError

from bot import render
from bot.errors import Pardon
from bot.handlers import keys
from bot.handlers.records import named
from bot.talk import Talk, handler, together
from bot.texts import Html, joined
from ledger import envelope, receipts, visibility
from ledger import status as statements
from ledger.errors import LedgerError
from ledger.receipts import Proven, Receipt
from ledger.service import Ledger
from ledger.state import Receivable
from ledger.status import Statement
from ledger.types import Event

log = logging.getLogger(__name__)
LIMIT = 1_000_000  # bytes


@handler
async def receipt(talk: Talk) -> None:
    """``/receipt R-0001``: the receipt of the newest entry that the speaker may see, as a file."""
    await send_receipt(talk, named(talk, talk.arguments))


async def send_receipt(talk: Talk, receivable: Receivable) -> None:
    ledger, now = talk.desk.ledger, talk.desk.now()
    seq = visibility.steps(ledger.state, receivable, talk.known().party, now)[-1].seq
    data = await asyncio.to_thread(ledger.receipt, seq)
    size = receipts.verify(data, ledger.log_vkeys, ledger.id).checkpoint.size  # of the newest, or a witnessed one
    caption = talk.text("receipts.caption", seq=seq, label=receivable.label, size=size)
    await talk.document(data, f"receipt-{receivable.label}-{seq}.tlog-proof", caption)


@handler
async def status(talk: Talk) -> None:
    """``/status R-0001``: what is true now, signed with the log's key, as a file. It tells of offers and locks, which
    are the holder's to show."""
    receivable = named(talk, talk.arguments)
    ledger = talk.desk.ledger
    stand = visibility.stands(ledger.state, receivable, talk.known().party, talk.desk.now())
    if stand not in (visibility.HOLDER, visibility.FINANCIER):
        raise Pardon("receipts.status.not-yours", label=receivable.label)
    data = await asyncio.to_thread(ledger.status, receivable.id)
    stated = statements.verify(data, [ledger.log_vkey], ledger.id)
    caption = talk.text(
        "receipts.status.caption",
        label=receivable.label,
        size=stated.checkpoint.size,
        date=render.instant(talk.language, stated.at),
    )
    await talk.document(data, f"status-{receivable.label}-{stated.checkpoint.size}.txt", caption)


@handler
async def document(talk: Talk) -> None:
    """A file: checked as a receipt or a statement of this ledger."""
    message = talk.update.effective_message
    file = message.document if message is not None else None
    if file is None:
        raise Pardon("receivables.not.read")
    if (file.file_size or 0) > LIMIT:
        raise Pardon("receipts.large")
    ledger = talk.desk.ledger
    try:
        data = bytes(await (await file.get_file()).download_as_bytearray())
    except TelegramError as fault:
        await _bad(talk, file.file_name, fault)
        return
    if envelope.looks_like(data):
        await keys.take(talk, data)
        return
    try:
        found = await asyncio.to_thread(_checked, ledger, data)
    except LedgerError as fault:
        await _bad(talk, file.file_name, fault)
        return
    if found.checkpoint.size > ledger.state.size:  # restored from an older copy, or worse
        raise Pardon("receipts.ahead", size=found.checkpoint.size, have=ledger.state.size)
    await talk.send(_stated(talk, found) if isinstance(found, Statement) else _proven(talk, found))


async def _bad(talk: Talk, name: str | None, fault: Exception) -> None:
    log.info("not a receipt: %s", fault)
    await talk.say("receipts.bad", name=render.short(PurePath(name or "").name, 60))


def _checked(ledger: Ledger, data: bytes) -> Receipt | Statement:
    """What the file proves. Raises LedgerError if it is nothing of this ledger."""
    if statements.is_statement(data):
        return statements.verify(data, ledger.log_vkeys, ledger.id)
    return receipts.verify(data, ledger.log_vkeys, ledger.id)


def _proven(talk: Talk, proven: Receipt) -> Html:
    event = proven.entry.event
    date = render.instant(talk.language, proven.entry.at)
    if not isinstance(event, Event) or proven.signer is None:
        return talk.text("receipts.genesis", date=date)
    return talk.text(
        "receipts.good",
        seq=proven.entry.seq,
        what=render.word(talk.language, "event", _done(talk, proven.entry.seq, event.type)),
        enterprise=talk.desk.names.party(talk.language, event.party),
        date=date,
        custody=talk.text(f"receipts.custody.{'held' if proven.signer.custody == 'held' else 'own'}"),
        enrolled=_enrolled(talk, proven.signer, proven.chain),
        sums=_sums(talk, proven),
    )


def _done(talk: Talk, seq: int, kind: str) -> str:
    """What an entry did: for an approval, what it put in force."""
    state = talk.desk.ledger.state
    if kind != "endorse":
        return kind
    steps = (step for each in list(state.receivables.values()) for step in each.steps)
    return next((step.type for step in steps if step.seq == seq), kind)


def _enrolled(talk: Talk, signer: Proven, chain: tuple[Proven, ...]) -> Html:
    """Since when the key counts, and on whose word."""
    party = next((each.party for each in chain if each.person in signer.enrolled_by), None)
    if party is None:
        return talk.text("receipts.enrolled.first")
    by = talk.desk.names.party(talk.language, party)
    return talk.text("receipts.enrolled", date=render.instant(talk.language, signer.enrolled_at), by=by)


def _sums(talk: Talk, proven: Receipt) -> Html:
    """The amounts that the proven entry states, or the proposal that it approved: what a financier looks for."""
    entry = proven.proposal or proven.entry
    assert isinstance(entry.event, Event)
    stated = entry.event.body
    proposed = stated.get("body")
    body: Mapping[str, Any] = proposed if isinstance(proposed, dict) else stated
    names = [name for name in ("confirmed", "disputed", "rejected", "amount") if isinstance(body.get(name), int)]
    parts = _parts(talk, {name: body[name] for name in names})
    return talk.text("receipts.sums", parts=parts) if parts else Html("")


def _parts(talk: Talk, amounts: Mapping[str, int]) -> Html:
    """Those of the amounts that are not nothing, with what they are."""
    shown = [talk.text(f"receivables.part.{name}", amount=render.money(fen)) for name, fen in amounts.items() if fen]
    return joined(shown, ", " if talk.language == "en" else "，")


def _stated(talk: Talk, stated: Statement) -> Html:
    """What the log stated, and whether that still is the newest."""
    language, names, state = talk.language, talk.desk.names, talk.desk.ledger.state
    receivable = state.receivables[stated.receivable]  # the ledger's own word about its own receivable
    confirmation, holding, payment = (stated.facets[name] for name in ("confirmation", "holding", "payment"))
    parts = {name: confirmation.sums[name] for name in ("confirmed", "disputed", "rejected", "undecided")}
    good = talk.text(
        "receipts.status.good",
        label=stated.label,
        size=stated.checkpoint.size,
        date=render.instant(language, stated.at),
        supplier=names.party(language, stated.supplier),
        payer=names.payer(language, receivable),
        claimed=render.money(confirmation.sums["claimed"]),
        parts=_parts(talk, parts),
        confirmation=render.word(language, "confirmation", confirmation.state),
        payment=render.word(language, "payment", payment.state),
        received=render.money(payment.sums["received"]),
        holder=names.party(language, stated.holder),
    )
    more = []
    if holding.sums["bound"]:
        bound, free = (render.money(holding.sums[name]) for name in ("bound", "free"))
        more.append(talk.text("receipts.status.bound", bound=bound, free=free))
    if stated.contested:
        more.append(talk.text("receipts.status.contested"))
    same = max(receivable.heads.values()) == stated.newest
    return together(good, *more, talk.text(f"receipts.status.{'same' if same else 'changed'}"))
