"""One update as a handler sees it: who speaks, in which language, and how to answer. Handlers get a ``Talk``."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import functools
import hashlib
import html
import logging
import re
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatType, ParseMode
from telegram.error import RetryAfter, TelegramError
from telegram.ext import ContextTypes

from bot import render
from bot.announce import Offer
from bot.desk import BUTTON_LIFE_MS, Desk
from bot.errors import Pardon
from bot.parse_input import InputError
from bot.texts import Html, joined, say
from ledger.errors import LedgerError, Refusal, StorageError
from ledger.state import Person
from ledger.types import Actor

log = logging.getLogger(__name__)
LINE_LIMIT = 4000  # Telegram takes 4,096 after entities are parsed
PATIENCE, PATIENT_S = 3, 5.0
WIDE = 24
Context = ContextTypes.DEFAULT_TYPE


@dataclass(slots=True)
class Talk:
    """``user`` and ``chat`` are Telegram's ids; ``draft`` is what this user has under way, kept with each update;
    ``worked_out`` is what took time to find and may be wanted again while this update is handled, kept nowhere."""

    desk: Desk
    update: Update
    context: Context
    user: int
    chat: int
    language: str
    worked_out: dict[Any, Any] = field(default_factory=dict)

    @property
    def person(self) -> Person | None:
        """Who this account acts as, if anybody, whether the enrolment still stands or not."""
        return self.desk.person_of(self.user)

    @property
    def actor(self) -> Actor:
        person = self.known()
        return Actor(person.party, person.person, person.key)

    def known(self, *roles: str) -> Person:
        """The enrolled person speaking, in one of ``roles``; otherwise Pardon says who can do this."""
        person = self.person
        if person is None:
            raise Pardon("account.not-enrolled")
        if person.revoked_seq is not None:
            raise Pardon("refusals.key-revoked")
        if person.expires_at is not None and person.expires_at <= self.desk.now():
            raise Refusal("enrolment-expired", "an enrolment ends", "extend it", expires_at=person.expires_at)
        if roles and not set(roles) & set(person.roles):
            raise Pardon(
                "account.role.needed",
                roles=render.listing(self.language, self._roles(roles), either=True),
                mine=self.roles(person.roles),
                enterprise=self.desk.names.party(self.language, person.party),
            )
        return person

    def roles(self, codes: Iterable[str]) -> Html:
        """Roles by name; whoever has none of an enterprise's is one of the registrar's people."""
        return render.listing(self.language, self._roles(codes))

    def _roles(self, codes: Iterable[str]) -> list[Html]:
        return [render.word(self.language, "role", code) for code in codes or ("registrar",)]

    @property
    def draft(self) -> dict[str, Any]:
        assert self.context.user_data is not None
        draft: dict[str, Any] = self.context.user_data.setdefault("draft", {})
        return draft

    @draft.setter
    def draft(self, value: dict[str, Any]) -> None:
        assert self.context.user_data is not None
        self.context.user_data["draft"] = value

    @property
    def private(self) -> bool:
        return self.update.effective_chat is not None and self.update.effective_chat.type == ChatType.PRIVATE

    @property
    def words(self) -> str:
        """The text of the message, whatever kind it is; empty if it has none."""
        message = self.update.effective_message
        return (message.text or message.caption or "") if message is not None else ""

    @property
    def arguments(self) -> str:
        """What stands behind a command."""
        return self.words.partition(" ")[2].strip() if self.words.startswith("/") else self.words.strip()

    def text(self, key: str, /, **values: str | int) -> Html:
        return say(self.language, key, **values)

    async def say(self, key: str, /, offers: Iterable[Offer] = (), **values: str | int) -> Message:
        return await self.send(self.text(key, **values), offers)

    async def send(self, html: str, offers: Iterable[Offer] = ()) -> Message:
        """Answer in this chat. Long texts go in several messages, the buttons under the last."""
        *first, last = pages(html)
        for page in first:
            await self._send(page, None)
        return await self._send(last, keyboard(self.desk, self.user, self.language, offers, last))

    async def _send(self, html: str, markup: InlineKeyboardMarkup | None) -> Message:
        return await patiently(self.context.bot, self.chat, html, markup)

    async def document(self, data: bytes, filename: str, caption: Html) -> None:
        await self.context.bot.send_document(
            self.chat, data, filename=filename, caption=caption, parse_mode=ParseMode.HTML
        )

    async def toast(self, key: str) -> None:
        """A short note over the chat, in answer to a button."""
        if self.update.callback_query is not None:
            try:
                await self.update.callback_query.answer(self.text(key), show_alert=True)
            except TelegramError as fault:  # too old to be answered, or the line failed: nothing is lost
                log.debug("a button's answer did not arrive: %s", fault)


def pages(text: str) -> list[str]:
    """Split at line ends so that each page fits a message; texts put tags within one line but for short ``pre``."""
    found, page = [], ""
    for line in _lines(text):
        if page and len(page) + len(line) + 1 > LINE_LIMIT:
            found.append(page)
            page = ""
        page = f"{page}\n{line}" if page else line
    return [*found, page]


def _lines(text: str) -> Iterator[str]:
    """Lines; what is longer than a message comes in pieces, without tags and never cut inside an entity."""
    for line in text.split("\n"):
        if len(line) <= LINE_LIMIT:
            yield line
        else:
            yield from re.findall(r"(?:&[a-zA-Z0-9#]{1,8};|.){1,400}", re.sub("<[^>]*>", "", line))


async def patiently(bot: Bot, chat: int | str, html: str, keys: InlineKeyboardMarkup | None) -> Message:
    """Send one page; waits when Telegram asks for a few seconds, and raises RetryAfter when it asks for more."""
    for attempt in range(1, PATIENCE + 1):
        try:
            return await bot.send_message(chat, html, parse_mode=ParseMode.HTML, reply_markup=keys)
        except RetryAfter as wait:
            if attempt == PATIENCE or seconds(wait) > PATIENT_S:
                raise
            await asyncio.sleep(seconds(wait))
    raise AssertionError("the last attempt returns or raises")


def seconds(wait: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    return wait._retry_after.total_seconds()


@contextlib.contextmanager
def after_the_fact() -> Iterator[None]:
    """Around the answer that tells what was recorded: it stays recorded, and others hear of it, though its signer
    cannot be told."""
    try:
        yield
    except TelegramError as fault:
        log.warning("what was recorded could not be told to its signer: %s", fault)


def keyboard(
    desk: Desk, user: int, language: str, offers: Iterable[Offer], seen: str, life: int = BUTTON_LIFE_MS
) -> InlineKeyboardMarkup | None:
    """Buttons bound to ``user`` and to what they ``seen``, used once together; short ones share a row."""
    listed = list(offers)
    labels = [html.unescape(offer.words(language)) for offer in listed]
    return markup(desk, user, labels, [(offer.action, offer.args) for offer in listed], seen, life)


def markup(
    desk: Desk, user: int, labels: list[str], actions: list[tuple[str, Any]], seen: str, life: int
) -> InlineKeyboardMarkup | None:
    """A keyboard of ``labels`` for ``actions``."""
    if not labels:
        return None
    digest = hashlib.sha256(seen.encode()).hexdigest()
    rows: list[list[InlineKeyboardButton]] = []
    for label, data in zip(labels, desk.buttons(user, actions, digest, life), strict=True):
        button = InlineKeyboardButton(label, callback_data=data)
        if rows and len(rows[-1]) < 3 and sum(_width(each.text) for each in [*rows[-1], button]) <= WIDE:
            rows[-1].append(button)
        else:
            rows.append([button])
    return InlineKeyboardMarkup(rows)


def _width(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)


Step = Callable[[Talk], Awaitable[int | None]]
Handler = Callable[[Update, Context], Coroutine[Any, Any, int | None]]


def handler(step: Step) -> Handler:
    """A python-telegram-bot callback of ``step``: builds the Talk, and words every expected fault for the reader."""

    @functools.wraps(step)
    async def run(update: Update, context: Context) -> int | None:
        talk = listen(update, context)
        if talk is None:
            return None
        try:
            return await step(talk)
        except StorageError:
            raise  # the process must end: the error handler says so, and the next start recovers
        except (Pardon, InputError, LedgerError) as fault:
            said = complaint(talk.language, fault)
            if isinstance(fault, InputError) and talk.draft.get("flow"):
                said = together(said, talk.text("account.cancel.way"))
            await talk.send(said, fault.offers if isinstance(fault, Pardon) else ())
            return None

    return run


def listen(update: Update, context: Context) -> Talk | None:
    """The Talk of an update; None for one that nobody said (a channel post)."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None:
        return None
    desk: Desk = context.bot_data["desk"]
    desk.meet(user.id, chat.id if chat.type == ChatType.PRIVATE else None, user.language_code)
    return Talk(desk, update, context, user.id, chat.id, desk.language(user.id))


def complaint(language: str, fault: Exception) -> Html:
    """A fault in the reader's words."""
    if isinstance(fault, Pardon):
        shown = {
            name: render.date(language, value) if isinstance(value, dt.date) else value
            for name, value in fault.values.items()
        }
        return say(language, fault.key, **shown)
    if isinstance(fault, InputError):
        return render.input_error(language, fault)
    if isinstance(fault, Refusal):
        return render.refusal(language, fault)
    assert isinstance(fault, LedgerError)
    return render.ledger_error(language, fault)


def together(*lines: str) -> Html:
    """Lines of one message, empty ones left out."""
    return joined(line for line in lines if line)
