"""What makes two claims the same claim: an invoice of a supplier, or a milestone of its contract with a payer.

An invoice number is unique to who issued it, so the payer stays out of it: named by enrolment, by code or by name
alone, it is one claim. How people write a number must not matter either: width, case, spaces, hyphens, Arabic-Indic
digits and letters of other alphabets that look like Latin ones are folded.
"""

from __future__ import annotations

import unicodedata

from ledger.errors import MalformedError

_LOOK_ALIKES = str.maketrans(
    "АВСЕНІЈКМОРЅТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "ABCEHIJKMOPSTXYABEZHIKMNOPTYX",
)


def folded(text: str) -> bytes:
    """Letters and digits alone, in one width and case, whatever their alphabet looks like."""
    plain = unicodedata.normalize("NFKC", text).upper().translate(_LOOK_ALIKES)
    kept = (
        str(unicodedata.digit(character)) if character.isdigit() else character
        for character in plain
        if character.isalnum() and unicodedata.category(character) != "Mn"
    )
    return "".join(kept).encode()


def message(
    supplier_uscc: str, payer: str, *, invoice: tuple[str, str] | None, contract: tuple[str, str] | None
) -> bytes:
    """The length-prefixed fields that the keyed fingerprint covers (docs/format.md).

    ``invoice`` is (code or "", number): what counts is the two together. ``contract`` is (number, milestone), and with
    it ``payer``, a code or a name. Exactly one of the two is given. Raises MalformedError.
    """
    if (invoice is None) == (contract is None):
        raise MalformedError("fingerprint", "either an invoice or a contract is named, not both or none")
    if invoice is not None:
        fields = [folded(supplier_uscc), b"invoice", folded("".join(invoice))]
    else:
        assert contract is not None
        fields = [folded(supplier_uscc), b"contract", folded(payer), *map(folded, contract)]
    if not all(fields[:3]) or not any(fields[3:] or fields[2:]):
        raise MalformedError("fingerprint", "supplier, payer, and a number are needed")
    return b"".join(len(part).to_bytes(4, "big") + part for part in fields)
