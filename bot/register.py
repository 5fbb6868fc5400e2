"""``/register``: who owes, how much, on which invoice and terms; then the summary with its statutory dates."""

from __future__ import annotations

from typing import Any

from bot import flow, registration, render, signing
from bot.announce import Offer, worded
from bot.announce import offer as button
from bot.arguments import Spoken, suspicious, without_amount
from bot.describe import invoice_text, more_terms, terms
from bot.errors import Pardon
from bot.render.law import due_lines
from bot.signing import Draft
from bot.talk import Talk, complaint, together
from bot.texts import Html, escape
from ledger import law
from ledger.errors import Refusal

SURE = 90.0
CLOSE = 8.0


async def begin(talk: Talk, *, payer: str = "", amount: int | None = None, raw: str = "") -> int:
    """Start a draft with what is known; ``raw`` is the rest of the command's line, separated by ``;``."""
    talk.known("owner")
    draft: dict[str, Any] = {"flow": "register"}
    talk.draft = draft
    if amount is not None:
        draft["amount"] = amount
    first, *rest = [part.strip() for part in raw.replace("；", ";").split(";")] if raw else [""]
    for part in [payer or first, *rest]:
        if part:
            asked = await _one(talk, part)
            if asked:
                return flow.WAITING
    return await go_on(talk)


async def _one(talk: Talk, part: str) -> bool:
    """Take one part of the line; True if it led to a question of its own."""
    if "payer" not in talk.draft:
        if registration.parse_uscc(part) is None:
            said = talk.desk.spoken(part)
            name = without_amount(part)
            if said.amounts and "amount" not in talk.draft and len(name) > 1:
                talk.draft["amount"], part = said.amounts[0], name
        return await _payer(talk, part)
    registration.take(talk.draft, part, talk.desk.today())
    return False


async def typed(talk: Talk, text: str) -> int:
    """An answer to the question under way."""
    if "payer" not in talk.draft or talk.draft.get("editing") == "payer":
        first, *rest = [part.strip() for part in text.replace("；", ";").split(";")]
        before = talk.draft.pop("payer", None)
        try:
            asked = await _one(talk, first)
        except Pardon:
            if before is not None and "code" not in talk.draft:
                talk.draft["payer"] = before
            raise
        talk.draft.pop("editing", None)
        if asked:
            return flow.WAITING
        text = ";".join(rest)
    if text:
        double = suspicious(text)
        wanted = talk.draft.get("editing") or registration.missing(talk.draft)
        if double is not None and wanted == "amount":
            talk.draft.pop("editing", None)
            return await _doubt(talk, *double)
        registration.take(talk.draft, text, talk.desk.today())
    return await go_on(talk)


async def _payer(talk: Talk, words: str) -> bool:
    """Find the payer: by code, by name, or as one that is not enrolled. True if a choice had to be asked."""
    state = talk.desk.ledger.state
    code = registration.parse_uscc(words)
    if code is not None:
        party = state.by_uscc.get(code)
        if party is not None:
            talk.draft["payer"] = _enrolled(talk, party)
            return False
        talk.draft["code"] = code
        raise Pardon("receivables.ask.register.name", code=code)
    name = render.short(words, 80)
    if len(name) < 2 or name.isdigit():
        raise Pardon("receivables.input.payer", typed=name)
    own = talk.desk.names.spellings(talk.known().party)
    if name.casefold() in (each.casefold() for each in own):
        raise Pardon("refusals.self-claim")
    if "code" in talk.draft:
        talk.draft["payer"] = {"uscc": talk.draft.pop("code"), "name": name}
        return False
    found = talk.desk.names.find(words)
    if found and found[0][1] >= SURE and (len(found) == 1 or found[0][1] - found[1][1] >= CLOSE):
        talk.draft["payer"] = {"party": found[0][0]}
        return False
    if not found:
        talk.draft["payer"] = {"name": name}
        return False
    offers = [_choice(talk.desk.names.party(talk.language, party), {"party": party}) for party, _ in found[:4]]
    offers.append(_choice(talk.text("receivables.ask.register.unlisted"), {"name": name}))
    await talk.say("receivables.ask.register.which", offers, words=name)
    return True


def _enrolled(talk: Talk, party: str) -> dict[str, str]:
    """An enterprise that has a code here: as a payer by its enrolment, otherwise by code and registered name."""
    enterprise = talk.desk.ledger.state.enterprises[party]
    if party == talk.known().party:
        raise Pardon("refusals.self-claim")
    if enterprise.payer:
        return {"party": party}
    return {"uscc": enterprise.uscc, "name": talk.desk.names.spellings(party)[0]}


def _choice(words: Html, payer: dict[str, str]) -> Offer:
    return Offer(lambda _: words, "register.payer", {"payer": payer})


async def _doubt(talk: Talk, words: str, large: int, small: int) -> int:
    offers = [
        Offer(lambda _, fen=fen: Html(render.amount_of(talk.language, fen)), "register.amount", {"amount": fen})  # type: ignore[misc]
        for fen in (small, large)
    ]
    await talk.say(
        "receivables.ask.register.suspicious", offers, words=words, large=render.amount_of(talk.language, large),
        small=render.amount_of(talk.language, small),
    )  # fmt: skip
    return flow.WAITING


async def go_on(talk: Talk) -> int:
    """Ask for the next field, or show the summary."""
    draft = talk.draft
    name = registration.missing(draft)
    if name is None:
        await summary(talk)
        return flow.WAITING
    if name == "payer":
        await talk.say("receivables.ask.register.payer", [flow.cancel_offer()])
        return flow.WAITING
    payer = payer_name(talk, draft["payer"])
    if name == "amount":
        await talk.say("receivables.ask.register.amount", [flow.cancel_offer()], payer=payer)
    elif not draft.keys() & set(registration.NEEDED[2:]):
        await talk.say(
            "receivables.ask.register.details", [flow.cancel_offer()], payer=payer, amount=render.money(draft["amount"])
        )
    else:
        await talk.say(f"receivables.ask.register.{name}", [flow.cancel_offer()])
    return flow.WAITING


def payer_name(talk: Talk, payer: dict[str, str]) -> Html:
    """The payer of a draft, for people."""
    if payer.get("party"):
        return talk.desk.names.party(talk.language, payer["party"])
    return escape(payer["name"])


def build(talk: Talk, draft: dict[str, Any]) -> Draft:
    """The register event of a complete draft; its texts are kept beside the ledger."""
    ledger, payer = talk.desk.ledger, draft["payer"]
    state = ledger.state
    supplier = state.enterprises[talk.known().party].uscc
    owed_by = state.enterprises[payer["party"]].uscc if payer.get("party") else payer.get("uscc") or payer["name"]
    invoice = draft["invoice"]
    fingerprint = ledger.fingerprint(
        supplier,
        owed_by,
        invoice=(invoice.get("code", ""), invoice["number"]) if "number" in invoice else None,
        contract=(invoice["contract"], invoice["milestone"]) if "contract" in invoice else None,
    )
    name = ledger.texts.keep(payer["name"]) if not payer.get("party") else None
    kept = ledger.texts.keep(invoice_text(invoice))
    return Draft("register", registration.body(draft, fingerprint, name, kept))


def _values(talk: Talk, draft: dict[str, Any]) -> dict[str, str]:
    language = talk.language
    return {
        "amount": render.money(draft["amount"]),
        "payer": payer_name(talk, draft["payer"]),
        "supplier": talk.desk.names.party(language, talk.known().party),
        **terms(language, draft["invoice"], registration.terms(draft)),
    }


async def summary(talk: Talk) -> None:
    """Amount, counterparty, terms, the dates that follow from them and why, who will see it; then sign or edit."""
    draft = talk.draft
    event = build(talk, draft)
    edit = button("receivables.button.edit", "register.edit")
    kept = _texts_of(event)
    try:
        sign = signing.sign_offer(talk, event, "receivables.button.register")
    except Refusal as refused:
        flow.forget(talk, kept)
        await talk.send(complaint(talk.language, refused), [edit, flow.cancel_offer()])
        return
    state = talk.desk.ledger.state
    payer = state.enterprises.get(draft["payer"].get("party", ""))
    view = law.preview(event.body, state.enterprises[talk.known().party], payer, talk.desk.today())
    seen = "receivables.sum.register.seen" if payer is not None else "receivables.sum.register.unenrolled"
    text = together(
        talk.text("receivables.sum.register", **_values(talk, draft)),
        *more_terms(talk.language, registration.terms(draft)),
        *due_lines(talk.language, view),
        talk.text(seen, payer=payer_name(talk, draft["payer"])),
    )
    edit = button("receivables.button.edit", "register.edit", drop=kept)
    await talk.send(text, [sign, edit, flow.cancel_offer(*kept)])


def _texts_of(event: Draft) -> list[str]:
    """The commitments of a register event to texts kept for it."""
    fields: Any = event.body
    return [each for each in (fields["payer"]["name"], fields["texts"]["invoice"]) if each is not None]


async def edit(talk: Talk, field: str | None) -> int:
    """Choose what to change, then ask for it."""
    if talk.draft.get("flow") != "register":
        raise Pardon("receivables.button.expired")
    if field is None:
        offers = [
            Offer(worded(f"receivables.field.{name}"), "register.edit", {"field": name})
            for name in (*registration.NEEDED, *registration.OPTIONAL)
        ]
        await talk.say("receivables.ask.register.edit", [*offers, flow.cancel_offer()])
        return flow.WAITING
    talk.draft["editing"] = field
    key = f"receivables.ask.register.{field}"
    values = {"payer": payer_name(talk, talk.draft["payer"])} if field == "amount" else {}
    await talk.say(key, [flow.cancel_offer()], **values)
    return flow.WAITING


async def begin_spoken(talk: Talk, said: Spoken, payer: str) -> int:
    """From free text: “Helan Water owes us 800k”."""
    return await begin(talk, payer=payer, amount=said.amounts[0] if said.amounts else None)


async def begin_doubtful(talk: Talk, payer: str, words: str, large: int, small: int) -> int:
    """From free text with an amount that may be meant otherwise: find the payer, then ask which amount."""
    talk.known("owner")
    talk.draft = {"flow": "register"}
    if await _payer(talk, payer):
        return flow.WAITING
    return await _doubt(talk, words, large, small)
