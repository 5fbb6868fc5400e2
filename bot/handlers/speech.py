"""Free text: the answer to an open question, a word about a receivable, a debt, or a description of an enterprise."""

from __future__ import annotations

import contextlib
import re

from telegram.error import BadRequest

from bot import (
    advising,
    approvals,
    checklists,
    descriptions,
    directory,
    flow,
    following,
    lines,
    matters,
    milestones,
    protecting,
    register,
    registration,
    render,
    request,
    revoking,
    statements,
    whereabouts,
)
from bot.actions import ACTIONS
from bot.arguments import LABEL, Spoken, about, spoken, suspicious
from bot.asking import FREE
from bot.debts import debt_in
from bot.errors import Pardon
from bot.followups import Followup, recognise
from bot.handlers import account, acts, keys, people, proofs, records
from bot.scene import visible
from bot.smalltalk import ANYWHERE, meant
from bot.talk import Talk, handler
from ledger import envelope
from ledger.state import Person

LIMIT = 4096
PIN = re.compile(r"\d{6}")
LANGUAGE = {"english": "en", "simplified": "zh-Hans", "traditional": "zh-Hant"}


@handler
async def text(talk: Talk) -> int | None:
    """Any message that is not a command."""
    words = talk.words.strip()
    if not render.short(words):
        raise Pardon("receivables.empty.text")
    if len(words) > LIMIT and talk.draft.get("flow"):  # a description is read as far as it can be
        raise Pardon("receivables.too.long", count=len(words), limit=LIMIT)
    if envelope.looks_like(words.encode()):
        await keys.take(talk, words.encode())
        return None
    if PIN.fullmatch(re.sub(r"\s", "", words)) and _pin_waited_for(talk):
        await _hide_pin(talk)
        return None
    aside, said_next = meant(words), _followup(words)
    if aside in ANYWHERE:
        return await _aside(talk, aside, words)
    if said_next is not None and said_next.kind == "language":
        return await _in_language(talk, said_next.language)
    if not talk.draft.get("flow"):
        if whereabouts.lists(words):
            return await checklists.listed(talk)
        if (kind := whereabouts.asked(words)) is not None:
            return await directory.asked(talk, kind, words)
    answered = await _answer(talk, words, said_next)
    if answered is not None:
        return answered
    if aside is not None:
        return await _aside(talk, aside, words)
    _listen(talk, words)
    said = about(words, talk.desk.today())
    if said is not None and talk.person is not None:
        return await _about(talk, said, words)
    debt = debt_in(words)
    if debt is not None and debt.whole:
        return await _debt(talk, debt.payer, words)
    if (why := statements.unreadable(words)) is not None:
        raise Pardon(f"advice.unread.{why}")
    described = await descriptions.describe(talk, words)
    if debt is not None:
        await protecting.offer_debt(talk, debt.payer, words)
    return described


def _followup(words: str) -> Followup | None:
    """A question that goes on from advice; a line with a receivable's number or a debt is about that instead."""
    return None if LABEL.search(words) is not None or debt_in(words) is not None else recognise(words)


def _listen(talk: Talk, words: str) -> None:
    """Answer in the language of ``words``, if they are long enough to tell and can be read."""
    if re.search(r"[^\W\d_]{2}", words) and len(words) > 3 and statements.unreadable(words) is None:
        talk.language = talk.desk.hear(talk.user, words)


async def _in_language(talk: Talk, code: str) -> int | None:
    """The advice under way once more in another language; amid a form, or with none under way, only the language."""
    if talk.draft.get("flow") or not following.is_under_way(talk):
        await account.choose_language(talk, code)
        return None
    return await following.in_language(talk, code)


def _pin_waited_for(talk: Talk) -> bool:
    """Whether six digits cannot be the answer to anything but a PIN keypad."""
    data = talk.context.user_data or {}
    advice = data.get("advice") or {}
    asked = data.get("draft") or advice.get("question") or advice.get("changing")
    return bool(data.get("pad")) or (talk.person is not None and not asked)


async def _hide_pin(talk: Talk) -> None:
    """A PIN typed as a message: take it out of sight and say how it is done."""
    message = talk.update.effective_message
    if message is not None:
        with contextlib.suppress(BadRequest):  # too old to be deleted
            await message.delete()
    await talk.say("account.pin.typed")


async def _answer(talk: Talk, words: str, said_next: Followup | None) -> int | None:
    """The answer to what was asked last, or what is asked next about the advice under way; None if it is neither.

    A form takes whatever is typed; then what can only be a follow-up is one; a lone figure answers before it refers.
    """
    open_flow = talk.draft.get("flow")
    if _new_matter(talk, words):
        return None
    if open_flow == "act" and talk.draft.get("asking"):
        return await flow.typed(talk, words)
    if open_flow == "register" and (talk.draft.get("editing") or registration.missing(talk.draft)):
        return await register.typed(talk, words)
    if open_flow == "service":
        return await request.served(talk, words)
    if open_flow == "checklist":
        return await milestones.typed(talk, words)
    if open_flow == "revoke":
        return await revoking.typed(talk, words)
    if open_flow == "invite":
        return await people.typed(talk, words)
    if said_next is not None and not said_next.bare:
        _listen(talk, words)
        return await following.follow(talk, said_next)
    answered = await advising.answer(talk, words)
    return await following.follow(talk, said_next) if answered is None and said_next is not None else answered


def _new_matter(talk: Talk, words: str) -> bool:
    """Whether a line with a receivable's number, or about a new debt, speaks of something else than what was asked."""
    draft = talk.draft
    if draft.get("flow") == "act":
        return draft.get("asking") not in ("text", "receivable", *FREE) and LABEL.search(words) is not None
    if not draft.get("flow"):  # the adviser's question may be open
        return LABEL.search(words) is not None or debt_in(words) is not None
    if draft.get("flow") != "register":
        return False
    found = talk.desk.ledger.state.numbered(f"R-{int(said[1]):04d}") if (said := LABEL.search(words)) else None
    person = talk.person
    if (
        found is not None
        and person is not None
        and visible(talk.desk.ledger.state, found, person.party, talk.desk.now())
    ):
        return True
    return debt_in(words) is not None


async def _aside(talk: Talk, aside: str, words: str) -> int | None:
    """Something said beside the matter, or an act so short that it names nothing."""
    person = talk.person
    roles = person.roles if person is not None and person.revoked_seq is None else ()
    if aside == "cancel":
        return await account.cancel(talk.update, talk.context)
    if aside in LANGUAGE:
        await account.choose_language(talk, LANGUAGE[aside])
        if not talk.draft.get("flow") and following.is_under_way(talk):
            return await following.again(talk)
    elif aside == "help":
        await account.help_(talk.update, talk.context)
    elif aside in ("approve", "return") and (person is not None and _can_decide(talk, aside, person)):
        return await approvals.begin(talk, "endorse" if aside == "approve" else "return", spoken("", talk.desk.today()))
    elif aside == "receive" and "owner" in roles:
        return await flow.begin(talk, "receive", spoken("", talk.desk.today()), "")
    elif aside == "list" and roles:
        await records.receivables(talk.update, talk.context)
    elif aside in ("pin", "person", "thanks"):
        await talk.say(f"account.aside.{aside}")
    else:
        talk.language = talk.desk.hear(talk.user, words)
        await account.welcome(talk)
    return None


def _can_decide(talk: Talk, aside: str, person: Person) -> bool:
    """Whether “approve” or “send it back” can mean a proposal: to a checker always, to others where one asks them."""
    if person.revoked_seq is not None:
        return False
    kind = "endorse" if aside == "approve" else "return"
    return "checker" in person.roles or bool(approvals.waiting(talk.desk.ledger.state, person, talk.desk.now(), kind))


async def _about(talk: Talk, said: Spoken, words: str) -> int | None:
    """Something said about a numbered receivable, in everyday words."""
    verb, roles = said.verb or "show", talk.known().roles
    if (step := lines.meant(words)) is not None and set(ACTIONS[step[0]].roles) & set(roles):
        return await matters.step(talk, *step, label=said.label)
    if verb == "confirm" and "owner" in roles and not set(roles) & {"maker", "checker"} and not said.amounts:
        found = talk.desk.ledger.state.numbered(said.label or "")
        verb = "request" if found is not None and found.holder == talk.known().party else verb
    if verb == "request":
        return await request.begin(talk, said)
    if verb == "approve" and _can_decide(talk, verb, talk.known()):
        return await approvals.begin(talk, "endorse", said)
    if verb in ("show", "receipt", "approve"):
        receivable = flow.find(talk, said.label or "", talk.known().party)
        if verb == "receipt":
            await proofs.send_receipt(talk, receivable)
        else:
            await records.show_one(talk, receivable)
        return None
    return await flow.begin(talk, verb, said, said.rest if verb in acts.TEXTS else words)


async def _debt(talk: Talk, payer: str, words: str) -> int | None:
    """“X owes us 800k”: the articles that protect, and the offer to register it."""
    said = talk.desk.spoken(words)
    await protecting.protect(talk)
    person = talk.person
    if person is None or "owner" not in person.roles:
        await protecting.debt_stranger(talk, payer, said)
        return None
    double = suspicious(words)
    if double is not None:
        return await register.begin_doubtful(talk, payer, *double)
    return await register.begin_spoken(talk, said, payer)


@handler
async def unreadable(talk: Talk) -> None:
    """A photo, a voice message, a sticker."""
    raise Pardon("receivables.not.read")


@handler
async def unknown_command(talk: Talk) -> None:
    """A command nobody defined: the nearest help there is."""
    await talk.say("account.command.unknown", command=talk.words.split()[0][:32])
