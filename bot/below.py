"""The entries that opening took from the snapshot, read again beside the bot's work (``ledger.below``).

A chunk at a time in a thread of its own, with a rest behind each, so that nobody waits for it: a million entries take
half a minute. It ends with the bot, and begins anew with the next start. An entry that is not the one that was recorded
does not stop the bot, for the state does not come from it and it is never given out; it is told as another history is.
"""

from __future__ import annotations

import asyncio
import logging

from bot.alarms import Alarms
from ledger.errors import LedgerError
from ledger.service import Ledger
from ledger.store import ENTRIES

REST = 0.1  # seconds between two chunks
log = logging.getLogger(__name__)


async def reread(ledger: Ledger, alarms: Alarms) -> None:
    """Read them once, and tell what came of it. Raises StorageError if that cannot be noted."""
    steps, done = ledger.below(), 0
    try:
        while (count := await asyncio.to_thread(next, steps, None)) is not None:
            done = count
            await asyncio.sleep(REST)
    except LedgerError as fault:
        log.critical("%s; delete nothing, and look with 'tallystick ledger verify'", fault)
        alarms.raised(ENTRIES, "changed", str(fault), ledger.checkpoint())
        return
    if done:
        log.info("the %d entries below the snapshot are those that were recorded", done)
    alarms.over(ENTRIES)
