"""The commands, texts and buttons of the bot, and how python-telegram-bot finds them."""

from __future__ import annotations

import warnings
from typing import Any

from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)
from telegram.warnings import PTBUserWarning

from bot import actions
from bot.flow import WAITING
from bot.handlers import (
    account,
    acts,
    advice,
    checklists,
    keys,
    members,
    news,
    people,
    proofs,
    records,
    reports,
    speech,
    taps,
)
from bot.talk import Handler

PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE  # an edited command is not a new one
GROUPS = filters.UpdateType.MESSAGE & filters.ChatType.GROUPS

BEGINNING: dict[str, Handler] = {
    **{command: acts.act(command) for command in actions.COMMANDS},
    "register": acts.register_,
    "request": acts.request_,
    "holding": acts.holding,
    "remedy": acts.remedy,
    "approve": acts.approve,
    "return": acts.return_,
    "invite": people.invite,
    "match": advice.match,
}
READING: dict[str, Handler] = {
    "start": account.start,
    "help": account.help_,
    "language": account.language,
    "privacy": account.privacy,
    "profile": advice.profile,
    "checklists": checklists.checklists_,
    "where": checklists.where,
    "news": news.news,
    "announce": news.announce,
    "receivables": records.receivables,
    "show": records.show,
    "receipt": proofs.receipt,
    "status": proofs.status,
    "verify": records.verify,
    "report": reports.report,
    "people": people.people,
    "revoke": people.revoke,
    "limits": people.limit,
    "key": keys.key,
    "pin": keys.pin,
}
COMMANDS = (
    "start", "help", "match", "profile", "checklists", "where", "news", "register", "request", "receivables",
    "show", "receipt", "status", "report", "verify", "acknowledge", "query", "confirm", "dispute", "reject", "approve",
    "return", "pay", "answer", "withdraw", "receive", "deny", "holding", "remedy", "invite", "people", "limits",
    "revoke", "key", "pin", "language", "privacy", "cancel",
)  # fmt: skip


def add_to(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """One conversation holds whatever asks for something; reading commands stand beside it and interrupt nothing."""
    said: Any = MessageHandler(filters.TEXT & ~filters.COMMAND & PRIVATE, speech.text)
    pressed: Any = CallbackQueryHandler(taps.tap)
    begin: list[Any] = [CommandHandler(name, step, filters=PRIVATE) for name, step in BEGINNING.items()]
    application.add_handlers([CommandHandler(name, step, filters=PRIVATE) for name, step in READING.items()])
    with warnings.catch_warnings():
        # One conversation a user, whichever message a button stands under, is what is meant here.
        warnings.simplefilter("ignore", PTBUserWarning)
        conversation = ConversationHandler(
            entry_points=[*begin, pressed, said],
            states={WAITING: [*begin, pressed, said]},
            fallbacks=[CommandHandler("cancel", account.cancel, filters=PRIVATE)],
            name="signing",
            persistent=True,
        )
    application.add_handler(conversation)
    application.add_handler(CommandHandler("cancel", account.cancel, filters=PRIVATE))
    application.add_handler(MessageHandler(filters.Document.ALL & PRIVATE, proofs.document))
    application.add_handler(MessageHandler(filters.COMMAND & PRIVATE, speech.unknown_command))
    application.add_handler(MessageHandler(filters.ALL & PRIVATE, speech.unreadable))
    application.add_handler(CommandHandler(COMMANDS, account.in_group, filters=GROUPS))
    application.add_handler(ChatMemberHandler(members.membership, ChatMemberHandler.MY_CHAT_MEMBER))
