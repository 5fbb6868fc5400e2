"""What a crash kept from being said: an entry that was recorded, by a process that ended before it told the others.

The ledger is durable before the bot's own data are, so that an entry may lack its notices. At the start the newest
entries are looked through; a notice that the outbox does not know by its key is queued now, so that nobody hears
anything twice.
"""

from __future__ import annotations

from bot.announce import notices
from bot.desk import Desk

ENTRIES = 200
LIFE_MS = 7 * 24 * 3600 * 1000


def recover(desk: Desk) -> int:
    """Queue the missing notices of the last week (a crash on a Friday may be found on Monday); how many."""
    state, now, found = desk.ledger.state, desk.now(), 0
    with desk.state.message():
        for seq in range(max(1, state.size - ENTRIES), state.size):
            entry = desk.ledger.entry(seq)
            if now - entry.at > LIFE_MS:
                continue
            for notice in notices(state, desk.names, entry, now):
                person, key = state.people[notice.person], f"entry:{entry.hash}:{notice.person}"
                if person.seq < seq and desk.state.outbox.get(key) is None:
                    found += desk.queue(key, notice)
    return found
