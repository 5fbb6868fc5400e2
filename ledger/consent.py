"""Who has to agree: the slots of an event, each to be filled by another person of the party that it names.

An event of one slot is signed alone. One of several is proposed by whoever fills one of them and endorsed by the
others, in any order; it takes effect with the last, decided again. The slots are read from the state each time, so a
payer that brought in dual control meanwhile gives two consents, and whoever lost the role has given none.
"""

from __future__ import annotations

from dataclasses import dataclass

from ledger.authority import REGISTRAR, chosen_by
from ledger.errors import Refusal
from ledger.state import Person, Receivable, State
from ledger.types import REGISTRAR_PARTY


@dataclass(frozen=True, slots=True)
class Slot:
    """One consent: somebody of ``party`` in the role ``role``."""

    party: str
    role: str

    def fits(self, person: Person) -> bool:
        return person.party == self.party and self.role in person.roles


Slots = tuple[Slot, ...]


def own_slot(state: State, party: str) -> Slot:
    """The consent of a supplier, a financier or the registrar, which one person gives."""
    if party == REGISTRAR_PARTY:
        return Slot(party, REGISTRAR)
    return Slot(party, "financier" if state.enterprises[party].financier else "owner")


def payer_slots(state: State, receivable: Receivable, fen: int) -> Slots:
    """The consent of the payer: its maker's, and under its dual control for ``fen`` its checker's; none if it is not
    enrolled."""
    payer = state.payer_of(receivable)
    if payer is None:
        return ()
    maker = Slot(payer.party, "maker")
    if payer.dual_above is not None and fen > payer.dual_above:
        return (maker, Slot(payer.party, "checker"))
    return (maker,)


def distinct(slots: Slots) -> Slots:
    """Each consent once, in order: a financier that holds the claim agrees once."""
    return tuple(dict.fromkeys(slots))


def roles_of(slots: Slots, party: str) -> tuple[str, ...]:
    """The roles in which people of ``party`` consent; raises ``not-yours`` if it has none to give."""
    roles = tuple(slot.role for slot in slots if slot.party == party)
    if not roles:
        raise Refusal("not-yours", "only those whom it touches act on it", "check the receivable's number")
    return roles


def filled(state: State, slots: Slots, people: tuple[Person, ...], *, chosen: bool = False) -> tuple[int, ...] | None:
    """Which slot each of ``people`` fills, by place; None if they do not all fit, each in another.

    No checker counts whom the maker of the same party chose, unless ``chosen`` lets that pass.
    """

    def place(number: int, taken: tuple[int, ...]) -> tuple[int, ...] | None:
        if number == len(people):
            return taken if chosen or _independent(state, slots, people, taken) else None
        for spot, slot in enumerate(slots):
            if spot not in taken and slot.fits(people[number]):
                found = place(number + 1, (*taken, spot))
                if found is not None:
                    return found
        return None

    return place(0, ())


def _independent(state: State, slots: Slots, people: tuple[Person, ...], taken: tuple[int, ...]) -> bool:
    """Whether nobody checks what was made by who chose them."""
    sides = [(slots[spot], person) for spot, person in zip(taken, people, strict=True)]
    return not any(
        maker.role == "maker" and checker == Slot(maker.party, "checker") and chosen_by(state, other, one.person)
        for maker, one in sides
        for checker, other in sides
    )
