"""The loopback server: people with private chats on one side, a bot's Bot API on the other.

Callers let people act (:meth:`say`, :meth:`press`, :meth:`send_document`, :meth:`block` ...) and read what they saw
(:attr:`log`, :meth:`chat`, :meth:`live`). :meth:`quiet` waits until everything sent has been handled, so that what is
read then is all there is. Update ids start at ``first_id``: a server that goes on for a bot with a durable inbox starts
above the newest id that the inbox knows.
"""

from __future__ import annotations

import asyncio
import hashlib
import mimetypes
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram.ext import Application, ApplicationBuilder

from bot.loopback.faults import BLOCKED, NOT_STARTED, ApiError, Fault, Faults, bad_request
from bot.loopback.markup import commands
from bot.loopback.methods import METHODS, Call
from bot.loopback.model import Button, File, LoopbackError, Message, Person, Seen
from bot.loopback.polling import Updates
from bot.loopback.request import LoopbackRequest


class LoopbackServer:
    """One bot and its people, in this process."""

    def __init__(
        self,
        *,
        token: str = "1000000001:loopback",  # noqa: S107 - opens nothing but this object
        username: str = "tallystick_bot",
        first_id: int = 1,
        now: Callable[[], int] | None = None,
    ) -> None:
        self.token = token
        self.bot: dict[str, Any] = {
            "id": int(token.partition(":")[0]), "is_bot": True, "first_name": "Tallystick", "username": username,
            "can_join_groups": False, "can_read_all_group_messages": False, "supports_inline_queries": False,
        }  # fmt: skip
        self.updates = Updates(first_id)
        self.faults = Faults()
        self.people: dict[str, Person] = {}
        self.log: list[Seen] = []
        self.commands: dict[str, list[dict[str, Any]]] = {}
        self.queries: dict[str, tuple[Person, int]] = {}
        self.files: dict[str, File] = {}
        self._chats: dict[int, dict[int, Message]] = {}
        self._now = now or (lambda: time.time_ns() // 1_000_000)
        self._next_message = first_id
        self._watchers: list[Callable[[Seen], None]] = []
        self._settlers: list[Callable[[], Awaitable[object]]] = []
        self._calls = 0

    # -- the bot's side ------------------------------------------------------------------------------------------

    def connect(self, builder: ApplicationBuilder[Any, Any, Any, Any, Any, Any]) -> Any:
        """Gives ``builder`` this server's token and transports; returns the builder."""
        return (
            builder.token(self.token)
            .request(LoopbackRequest(self))
            .get_updates_request(LoopbackRequest(self))
        )  # fmt: skip

    def attach(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Lets :meth:`quiet` wait for what ``application`` has fetched but not handled yet."""
        self._settlers.append(application.update_queue.join)

    def settle_with(self, settled: Callable[[], Awaitable[object]]) -> None:
        """Another thing for :meth:`quiet` to wait for: background work of the bot."""
        self._settlers.append(settled)

    async def call(self, token: str, method: str, parameters: Mapping[str, Any], files: Mapping[str, Any]) -> Any:
        """One request to the Bot API; raises :class:`ApiError`, or ``TimeoutError`` for an answer that got lost."""
        if token != self.token:
            raise ApiError(401, "Unauthorized")
        name = method.lower()
        fault = self.faults.take(name, parameters.get("chat_id"))
        if fault is not None and not fault.delivered:
            raise fault.error or TimeoutError
        if name == "getupdates":
            return await self.updates.poll(parameters)
        if (work := METHODS.get(name)) is None:
            raise ApiError(404, "Not Found: method not found")
        self._calls += 1
        try:
            result = work(Call(self, dict(parameters), dict(files)))
            await asyncio.sleep(0)
        finally:
            self._calls -= 1
        if fault is not None:
            raise fault.error or TimeoutError
        return result

    def download(self, path: str) -> bytes:
        """The bytes behind the ``file_path`` that ``getFile`` gave."""
        prefix = f"file/bot{self.token}/documents/"
        file = self.files.get(path.removeprefix(prefix)) if path.startswith(prefix) else None
        if file is None:
            raise ApiError(404, "Not Found")
        return file.content

    def seconds(self) -> int:
        """The server's time, Unix seconds."""
        return self._now() // 1000

    def recipient(self, chat: object) -> Person:
        """Who reads ``chat``; refuses whom the bot cannot reach."""
        for person in self.people.values():
            if chat in (person.id, str(person.id)) or (person.id < 0 and chat == f"@{person.name}"):
                if person.blocked:
                    raise BLOCKED
                if not person.started:
                    raise NOT_STARTED
                return person
        raise bad_request("chat not found")

    def message(self, person: Person, message_id: object) -> Message | None:
        return self._chats.get(person.id, {}).get(message_id) if isinstance(message_id, int) else None

    def keep(
        self, person: Person, text: str, entities: list[dict[str, Any]], *, from_bot: bool, **more: Any
    ) -> Message:
        """A new message in the person's chat."""
        message = Message(self._next_message, person, from_bot, self.seconds(), text, entities, **more)
        self._next_message += 1
        self._chats.setdefault(person.id, {})[message.id] = message
        return message

    def forget(self, message: Message) -> None:
        del self._chats[message.person.id][message.id]

    def keep_file(self, name: str, content: bytes, mime: str | None = None) -> File:
        guessed = mime or mimetypes.guess_type(name, strict=False)[0] or "application/octet-stream"
        key = hashlib.sha256(b"%d:%s:" % (len(self.files), name.encode()) + content).hexdigest()[:32]
        self.files[key] = File(key, name, guessed, content)
        return self.files[key]

    def record(self, seen: Seen) -> None:
        """Adds to the log and tells those who watch."""
        self.log.append(seen)
        for watcher in self._watchers:
            watcher(seen)

    # -- the people's side -----------------------------------------------------------------------------------------

    def user(self, name: str, *, language: str | None = None, started: bool = True) -> Person:
        """The person of this name, with an id that is the same in every run; new ones open their chat at once."""
        name = name.removeprefix("@").lower()
        if name not in self.people:
            digest = hashlib.sha256(f"tallystick loopback {name}".encode()).digest()
            self.people[name] = Person(int.from_bytes(digest[:4], "big") + 1_000_000_000, name, language, started)
        if language:
            self.people[name].language = language
        return self.people[name]

    def channel(self, name: str) -> Person:
        """A public channel of this name, in which the bot is an administrator; read it with :meth:`chat`."""
        person = self.user(name)
        if person.id > 0:
            person.id = -1_000_000_000_000 - person.id
        return person

    def say(self, user: str, text: str, *, duplicates: int = 1) -> Message:
        """``user`` writes ``text``; with ``duplicates`` the same update is delivered so many times."""
        return self._say(user, text, commands(text), None, False, duplicates)

    def send_document(self, user: str, filename: str, content: bytes, caption: str = "") -> Message:
        return self._say(user, caption, commands(caption), self.keep_file(filename, content), False, 1)

    def send_photo(self, user: str, content: bytes, caption: str = "") -> Message:
        return self._say(user, caption, commands(caption), self.keep_file("photo.jpg", content), True, 1)

    def edit(self, user: str, message_id: int, text: str) -> None:
        """``user`` changes what they wrote."""
        person = self.user(user)
        message = self.message(person, message_id)
        if message is None or message.from_bot:
            raise LoopbackError(f"@{person.name} wrote no message {message_id}: only one's own messages can be edited.")
        message.text, message.entities, message.edited = text, commands(text), self.seconds()
        self.updates.add("edited_message", message.as_json(self.bot))

    def press(self, user: str, message_id: int, button: int | str, *, duplicates: int = 1) -> None:
        """``user`` presses a live button, counted from 1, or sends ``button`` as raw callback data (a crafted client).

        With ``duplicates`` the tap arrives so many times, each as an update of its own, as impatient fingers do.
        """
        person = self.user(user)
        message = self.message(person, message_id)
        if message is None:
            raise LoopbackError(f"@{person.name} sees no message {message_id}: press one that is in the chat.")
        if isinstance(button, str):
            chosen = next((b for b in message.buttons if b.data == button), Button(button, button))
        elif 1 <= button <= len(message.buttons):
            chosen = message.buttons[button - 1]
        else:
            count = len(message.buttons)
            raise LoopbackError(f"Message {message_id} has {count} live buttons: there is no #{button} to press.")
        self.record(Seen("pressed", person.name, chosen.text, message_id))
        if chosen.data is None:
            return
        for _ in range(duplicates):
            query = str(self.updates.newest + 1_000_000)
            self.queries[query] = (person, message_id)
            self.updates.add("callback_query", {
                "id": query, "from": person.as_user(), "chat_instance": str(person.id),
                "message": message.as_json(self.bot), "data": chosen.data,
            })  # fmt: skip

    def block(self, user: str) -> None:
        """``user`` blocks the bot: it is told so, and whatever it sends from now on is refused."""
        self._member(self.user(user), blocked=True)

    def unblock(self, user: str) -> None:
        self._member(self.user(user), blocked=False)

    def repeat(self, update_id: int | None = None) -> None:
        """Delivers an earlier update once more (the newest one by default), as Telegram sometimes does."""
        self.updates.repeat(update_id)

    def fail(self, fault: Fault, method: str = "sendMessage", *, user: str | None = None, times: int = 1) -> None:
        """The next ``times`` calls of ``method`` (to ``user``'s chat) are answered with ``fault``."""
        self.faults.add(fault, method, self.user(user).id if user else None, times)

    # -- what can be seen -------------------------------------------------------------------------------------------

    def watch(self, watcher: Callable[[Seen], None]) -> None:
        """``watcher`` is called with each line of the log as it happens."""
        self._watchers.append(watcher)

    def chat(self, user: str) -> list[Message]:
        """All messages in the person's chat, oldest first."""
        return list(self._chats.get(self.user(user).id, {}).values())

    def live(self, user: str) -> Message | None:
        """The person's newest message with live buttons."""
        return next((m for m in reversed(self.chat(user)) if m.from_bot and m.buttons), None)

    async def quiet(self, timeout: float = 30.0) -> None:  # noqa: ASYNC109 - tells what is still pending
        """Waits until every update is fetched, confirmed and handled, and nothing new has come of it."""
        try:
            async with asyncio.timeout(timeout):
                while True:
                    before = len(self.log), self.updates.newest
                    await self.updates.confirmed()
                    for settled in self._settlers:
                        await settled()
                    for _ in range(3):  # let a finished handler's callbacks run
                        await asyncio.sleep(0)
                    if not self.updates.pending and not self._calls and before == (len(self.log), self.updates.newest):
                        return
        except TimeoutError:
            ids = [update["update_id"] for update in self.updates.pending]
            raise LoopbackError(
                f"Not quiet after {timeout:g} s (unconfirmed updates: {ids}): is the application polling, "
                f"and was it attached?"
            ) from None

    # -- inside ---------------------------------------------------------------------------------------------------

    def _say(
        self, user: str, text: str, entities: list[dict[str, Any]], file: File | None, photo: bool, duplicates: int
    ) -> Message:
        person = self.user(user)
        person.started = True
        if person.blocked:
            self._member(person, blocked=False)  # Telegram's client asks to restart the bot first
        message = self.keep(person, text, entities, from_bot=False, file=file, photo=photo)
        self.record(Seen("said", person.name, text, message.id, file=file))
        self.updates.add("message", message.as_json(self.bot))
        for _ in range(duplicates - 1):
            self.updates.repeat(None)
        return message

    def _member(self, person: Person, *, blocked: bool) -> None:
        if person.blocked == blocked:
            return
        person.blocked = blocked
        member, kicked = {"user": self.bot, "status": "member"}, {"user": self.bot, "status": "kicked", "until_date": 0}
        self.updates.add("my_chat_member", {
            "chat": person.as_chat(), "from": person.as_user(), "date": self.seconds(),
            "old_chat_member": member if blocked else kicked, "new_chat_member": kicked if blocked else member,
        })  # fmt: skip
