"""Names for the ids that the ledger keeps: the ledger itself holds only commitments, the texts lie beside it."""

from __future__ import annotations

from rapidfuzz import fuzz, utils

from bot.texts import Html, escape, say
from ledger.errors import LedgerError
from ledger.service import Ledger
from ledger.state import Receivable
from ledger.types import REGISTRAR_PARTY


class Names:
    """Reads enterprise names, people's names and short texts behind commitments; an erased one reads “(erased)”."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: dict[str, str] = {}

    def text(self, language: str, commitment: str | None) -> str:
        """The text behind ``commitment``, for people; never raises for an erased or missing one."""
        if commitment is None:
            return ""
        if commitment not in self._known:
            try:
                self._known[commitment] = self._ledger.texts.read(commitment)
            except LedgerError:
                return say(language, "receivables.show.erased")
        return self._known[commitment]

    def forget(self, commitment: str) -> None:
        """After an erasure: what was read before must not be shown again."""
        self._known.pop(commitment, None)

    def party(self, language: str, party: str) -> Html:
        """An enterprise by its id."""
        if party == REGISTRAR_PARTY:
            return say(language, "account.registrar")
        return escape(spelling(language, self.text(language, self._ledger.state.enterprises[party].name)))

    def payer(self, language: str, receivable: Receivable) -> Html:
        """The payer of a receivable, enrolled or only named."""
        payer = self._ledger.state.payer_of(receivable)
        if payer is not None:
            return self.party(language, payer.party)
        return escape(self.text(language, receivable.payer_name))

    def person(self, language: str, person: str) -> Html:
        """A person by id; the registrar's people read as the registrar."""
        known = self._ledger.state.people.get(person)
        if known is None or known.party == REGISTRAR_PARTY:
            return say(language, "account.registrar")
        return escape(spelling(language, self.text(language, known.name)))

    def spellings(self, party: str) -> list[str]:
        """Every way in which an enterprise's name is written, the registered one first."""
        return [part.strip() for part in self.text("en", self._ledger.state.enterprises[party].name).split("|")]

    def find(self, words: str, floor: float = 72) -> list[tuple[str, float]]:
        """Enrolled payers whose names ``words`` may mean: (party, likeness up to 100), the likeliest first."""
        found = []
        for party, enterprise in list(self._ledger.state.enterprises.items()):
            if enterprise.payer:
                spelled = self.spellings(party)
                score = max(fuzz.WRatio(words, each, processor=utils.default_process) for each in spelled)
                if score >= floor:
                    found.append((party, score))
        return sorted(found, key=lambda pair: -pair[1])


def spelling(language: str, name: str) -> str:
    """The spelling a reader knows of a name such as ``贺兰水务 | Helan Water | 賀蘭水務``: the first is the registered
    one, others follow behind bars."""
    parts = [part.strip() for part in name.split("|")]
    latin = [part for part in parts if part.isascii()]
    han = [part for part in parts if not part.isascii()]
    if language == "en" and latin:
        return latin[0]
    if language == "zh-Hant" and len(han) > 1:
        return han[1]
    return (han or parts)[0]
