"""An in-process Bot API: the real python-telegram-bot application runs on it, without a network and without a token.

The terminal chat and the tests stand on it. :class:`LoopbackServer` is the server with its people;
:class:`LoopbackRequest` is the transport to give to the ``ApplicationBuilder``, one object for ``request`` and another
for ``get_updates_request``::

    server = LoopbackServer()
    application = server.connect(Application.builder()).build()
"""

from bot.loopback.faults import Fault
from bot.loopback.model import Button, File, LoopbackError, Message, Person, Seen
from bot.loopback.request import LoopbackRequest
from bot.loopback.server import LoopbackServer

__all__ = [
    "Button",
    "Fault",
    "File",
    "LoopbackError",
    "LoopbackRequest",
    "LoopbackServer",
    "Message",
    "Person",
    "Seen",
]
