"""Being blocked and unblocked."""

from __future__ import annotations

from telegram import ChatMember, Update
from telegram.constants import ChatType

from bot.desk import Desk
from bot.talk import Context


async def membership(update: Update, context: Context) -> None:
    """A user blocked the bot, or came back: kept, so that nothing is sent in vain and others can be told."""
    change, user = update.my_chat_member, update.effective_user
    if change is None or user is None or change.chat.type != ChatType.PRIVATE:
        return
    desk: Desk = context.bot_data["desk"]
    if desk.state.accounts.get(user.id) is not None:
        desk.state.accounts.set_blocked(user.id, change.new_chat_member.status == ChatMember.BANNED)
