"""What happens to a submission before it is decided: its bytes are parsed anew, its signature is checked.

Both need no gate, so they go on while a batch is written. In the order of the design: parse, ledger, signature; what is
recorded is what was signed, whatever object the caller made of it.
"""

from __future__ import annotations

from ledger import parse, rules
from ledger.commit import Item
from ledger.errors import Refusal
from ledger.sealing import Sealer
from ledger.signatures import Faults, Job, Verifiers
from ledger.types import SignedEvent


class Checking:
    """The station of ``commit`` where signatures are verified."""

    def __init__(self, sealer: Sealer, processes: int) -> None:
        self._sealer, self._verifiers = sealer, Verifiers(processes)
        self._sent: dict[int, list[Item]] = {}  # by the identity of the list of their jobs

    def room(self) -> bool:
        return self._verifiers.room()

    def send(self, items: list[Item]) -> None:
        jobs = [job for place, item in enumerate(items) if (job := self._job(place, item)) is not None]
        self._sent[id(jobs)] = items
        self._verifiers.send(jobs)

    def _job(self, place: int, item: Item) -> Job | None:
        """What is to be checked of it; None if it is refused before."""
        try:
            self._sealer.require_open()
            payload, sig = item.signed.payload, item.signed.sig
            event = parse.event(payload)
            # Reading a dictionary's entry beside a commit is safe: a key comes whole and never changes its person.
            state = self._sealer.book.state
            if event.ledger != state.ledger:
                rule, remedy = "this was signed for another ledger", "prepare it for this one"
                raise Refusal("unknown-ledger", rule, remedy, ledger=state.ledger)
            item.signed = SignedEvent(event, payload, sig)
            return place, rules.signer_key(state, event), payload, sig
        except Exception as error:
            item.error = error
            return None

    def finished(self, *, wait: bool) -> list[list[Item]]:
        return [self._note(self._sent.pop(id(jobs)), faults) for jobs, faults in self._verifiers.finished(wait=wait)]

    @staticmethod
    def _note(items: list[Item], faults: Faults) -> list[Item]:
        for place, fault in faults:
            items[place].error = rules.unsigned(items[place].signed.event, fault)
        for item in items:
            item.verified = item.error is None
        return items

    def reset(self) -> None:
        self._sent.clear()
        self._verifiers.reset()

    def close(self) -> None:
        """Let the processes end."""
        self._verifiers.close()
