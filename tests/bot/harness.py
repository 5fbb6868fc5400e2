"""Talking to a real application in a test: the seam for golden conversations.

::

    async with talking(build) as talk:
        seen = await talk.say("lin", "我们在银川做工业软件")
        seen = await talk.press("lin", "都对")        # a label, a number from 1, or callback data
        await talk.pin("feng", "246810")

``build`` gets the server and gives an application; each call returns what everybody saw until all was quiet.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.ext import Application

from bot.loopback import LoopbackError, LoopbackServer, Message, Seen
from bot.terminal import press_pin

AnyApplication = Application[Any, Any, Any, Any, Any, Any]
Build = Callable[[LoopbackServer], "AnyApplication | Awaitable[AnyApplication]"]
FROM_BOT = ("message", "document", "edit", "deleted", "toast", "alert")


class Talk:
    """People at their phones."""

    def __init__(self, server: LoopbackServer, application: AnyApplication) -> None:
        self.server = server
        self.application = application

    async def say(self, user: str, text: str, **how: Any) -> list[Seen]:
        return await self._then(lambda: self.server.say(user, text, **how))

    async def press(self, user: str, button: int | str, *, message_id: int | None = None, **how: Any) -> list[Seen]:
        """Presses a button of the newest message with live buttons that has it (or of ``message_id``)."""
        message, which = self._find(user, button, message_id)
        return await self._then(lambda: self.server.press(user, message.id, which, **how))

    async def pin(self, user: str, digits: str) -> list[Seen]:
        start = len(self.server.log)
        await press_pin(self.server, user, digits)
        return self._since(start)

    async def send(self, user: str, filename: str, content: bytes, caption: str = "") -> list[Seen]:
        return await self._then(lambda: self.server.send_document(user, filename, content, caption))

    async def block(self, user: str) -> list[Seen]:
        return await self._then(lambda: self.server.block(user))

    async def quiet(self) -> None:
        await self.server.quiet()

    def labels(self, user: str) -> list[str]:
        """The live buttons of the newest message that has some."""
        live = self.server.live(user)
        return [button.text for button in live.buttons] if live else []

    def last(self, user: str) -> str:
        """The newest text that the bot wrote to ``user``."""
        return next((m.text for m in reversed(self.server.chat(user)) if m.from_bot), "")

    def _find(self, user: str, button: int | str, message_id: int | None) -> tuple[Message, int | str]:
        chat = [m for m in reversed(self.server.chat(user)) if m.from_bot and m.buttons]
        chat = chat if message_id is None else [m for m in self.server.chat(user) if m.id == message_id]
        for message in chat:
            if isinstance(button, int):
                return message, button
            for place, live in enumerate(message.buttons, 1):
                if button in (live.text, live.data):
                    return message, place
            if message_id is not None:
                return message, button  # raw callback data, as a crafted client sends it
        raise LoopbackError(f"@{user} has no live button {button!r}; there are {self.labels(user)}.")

    async def _then(self, act: Callable[[], object]) -> list[Seen]:
        start = len(self.server.log)
        act()
        await self.server.quiet()
        return self._since(start)

    def _since(self, start: int) -> list[Seen]:
        return [seen for seen in self.server.log[start:] if seen.kind in FROM_BOT]


@asynccontextmanager
async def talking(build: Build, server: LoopbackServer | None = None) -> AsyncIterator[Talk]:
    """Runs what ``build`` gives on ``server``, polling as in production, until the block ends."""
    server = server or LoopbackServer()
    built = build(server)
    application: AnyApplication = await built if inspect.isawaitable(built) else built
    server.attach(application)
    async with application:
        if application.post_init is not None:
            await application.post_init(application)
        assert application.updater is not None
        await application.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        await application.start()
        try:
            yield Talk(server, application)
        finally:
            await application.updater.stop()
            await application.stop()
            if application.post_stop is not None:
                await application.post_stop(application)
    if application.post_shutdown is not None:
        await application.post_shutdown(application)
