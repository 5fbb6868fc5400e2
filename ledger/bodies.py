"""The shapes of event bodies: exactly what docs/format.md says, nothing missing, nothing more, no wrong type.

``check`` is called before any rule reads a body, so the rules need not look twice. What a value may look like is in
``shapes``.
"""

from __future__ import annotations

import unicodedata
from datetime import date

from stdnum.cn import uscc as _uscc
from stdnum.exceptions import ValidationError

from ledger.errors import Refusal
from ledger.shapes import (
    Shape,
    ShapeError,
    any_object,
    civil,
    digest,
    fen,
    fen_from_zero,
    fen_or_none,
    flag,
    hex32,
    instant,
    integer,
    key,
    list_of,
    obj,
    one_of,
    optional,
    roles,
    signature,
    text,
)
from ledger.types import (
    COMPLAINT_MATTERS,
    DISPUTE_REASONS,
    EVENT_TYPES,
    MAX_FEN,
    MAX_PARTS,
    OFFER_KINDS,
    PAYER_KINDS,
    REMEDY_OUTCOMES,
    SIZES,
    Body,
)

MAX_DAYS = 3650
MAX_RATE_PPM = 10_000_000  # ten times the sum a year: beyond it somebody mistook the unit
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_DAY_MS = 86_400_000
_SHANGHAI_MS = 8 * 3_600_000


def check(kind: str, body: Body) -> None:
    """Raise ``Refusal`` unless ``body`` is a well-formed body of an event of type ``kind``.

    ``unknown-type`` for a type these rules do not have; ``amount-out-of-range`` (fields ``path``, ``value``, ``least``,
    ``most``, in fen) for an amount; ``bad-body`` (fields ``path``, ``why``) for everything else.
    """
    shape = SHAPES.get(kind)
    if shape is None:
        raise Refusal(
            "unknown-type", f"{kind!r} is not a type of event", f"use one of {', '.join(EVENT_TYPES)}", type=kind
        )
    try:
        shape(body)  # type: ignore[arg-type]  # a parsed body is a dict; anything else is refused by the shape
    except ShapeError as wrong:
        path = ".".join(("body", *reversed(wrong.path)))
        if wrong.code == "amount-out-of-range":
            raise Refusal(
                wrong.code, f"{path} is {wrong.value} fen", wrong.why, path=path, value=wrong.value, most=MAX_FEN
            ) from None
        raise Refusal(
            "bad-body", f"{path}: {wrong.why}", f"correct {path} and sign again", path=path, why=wrong.why
        ) from None


TERMS = obj(
    contract_on=civil,
    delivered_on=optional(civil),
    acceptance=obj(agreed=flag, accepted_on=optional(civil), deadline_on=optional(civil)),
    settled_on=optional(civil),
    term_days=optional(integer(0, MAX_DAYS)),
    due_on=optional(civil),
    rate_ppm=optional(integer(0, MAX_RATE_PPM)),
    subject=optional(one_of("goods", "works", "services")),
    sme_notice=optional(one_of("given", "not-given")),
    supplier_size=optional(one_of(*SIZES)),
    payer_size=optional(one_of(*SIZES)),
)
_receivable = obj(receivable=digest)
_of_offer = obj(receivable=digest, offer=digest)
_reported = obj(receivable=digest, on=civil, proof=digest)
_part = obj(
    claimed=fen, confirmed=fen_from_zero, disputed=fen_from_zero, rejected=fen_from_zero, received=fen_from_zero
)
_new_totals = obj(
    confirmed=fen_from_zero,
    disputed=fen_from_zero,
    rejected=fen_from_zero,
    reason=optional(one_of(*DISPUTE_REASONS)),
)
_totals = obj(
    receivable=digest,
    confirmed=fen_from_zero,
    disputed=fen_from_zero,
    rejected=fen_from_zero,
    reason=optional(one_of(*DISPUTE_REASONS)),
    note=optional(digest),
)


SHAPES: dict[str, Shape] = {
    "enterprise": obj(
        party=hex32,
        uscc=text,
        name=digest,
        kind=one_of(*PAYER_KINDS),
        state_owned=flag,
        size=one_of(*SIZES),
        size_since=civil,
        payer=flag,
        financier=flag,
        dual_above=optional(fen_from_zero),
    ),
    "invite": obj(
        party=hex32,
        code=digest,
        roles=roles,
        name=digest,
        max_fen=fen_or_none,
        expires_at=optional(instant),
        open_until=instant,
    ),
    "enrol": obj(code=text, public_key=key, custody=one_of("own", "held"), roles=roles),
    "revoke": obj(
        person=hex32,
        key=digest,
        suspect_since=optional(instant),
        reason=one_of("left", "lost", "compromised", "replaced"),
    ),
    "rekey": obj(public_key=key, custody=one_of("own", "held"), proof=signature),
    "log-key": obj(retires=key, public_key=key, old=list_of(obj(key=key, sig=signature), 1, 16), proof=signature),
    "limits": obj(
        person=optional(hex32),
        roles=optional(roles),
        max_fen=fen_or_none,
        expires_at=optional(instant),
        dual_above=optional(fen_from_zero),
    ),
    "register": obj(
        payer=obj(party=optional(hex32), uscc=optional(text), name=optional(digest)),
        amount=fen,
        currency=one_of("CNY"),
        fingerprint=digest,
        terms=TERMS,
        texts=obj(invoice=optional(digest), contract=optional(digest), note=optional(digest)),
    ),
    "request": obj(
        receivable=digest,
        purpose=one_of("financing", "books"),
        nudge=flag,
        service=optional(obj(on=civil, proof=digest)),
    ),
    "acknowledge": _receivable,
    "query": obj(receivable=digest, question=digest),
    "answer": obj(receivable=digest, answer=digest),
    "confirm": _totals,
    "dispute": _totals,
    "reject": _totals,
    "withdraw": _receivable,
    "pay": obj(
        receivable=digest, amount=fen, over=fen_from_zero, payee=hex32, paid_on=civil, reference=optional(digest)
    ),
    "receive": obj(receivable=digest, pay=optional(digest), amount=fen, on=civil),
    "deny": obj(receivable=digest, pay=digest, reason=one_of("not-received", "wrong-amount", "other")),
    "offer": obj(receivable=digest, to=hex32, kind=one_of(*OFFER_KINDS), amount=fen, until=instant),
    "accept": _of_offer,
    "notice": obj(receivable=digest, holder=hex32, service=optional(obj(arrived_at=instant, proof=digest))),
    "lock": obj(receivable=digest, offer=digest, amount=fen, until=instant),
    "pledge": obj(
        receivable=digest,
        offer=digest,
        amount=fen,
        registry=optional(text),
        account=optional(digest),
        acknowledged=flag,
        terms=optional(digest),
    ),
    "finance": obj(receivable=digest, offer=digest, amount=fen, on=civil),
    "release": _of_offer,
    "split": obj(receivable=digest, parts=list_of(_part, 2, MAX_PARTS)),
    "correct": obj(receivable=digest, corrects=digest, totals=optional(_new_totals), note=optional(digest)),
    "demand": obj(receivable=digest, amount=fen, service=optional(obj(on=civil, proof=digest)), text=optional(digest)),
    "complain": obj(
        receivable=digest,
        about=one_of(*COMPLAINT_MATTERS),
        amount=fen,
        office=digest,
        registrar=flag,
        filed_on=civil,
        proof=optional(digest),
    ),
    "accept-complaint": _reported,
    "pass-on": obj(receivable=digest, on=civil, proof=digest, office=digest),
    "receive-complaint": _reported,
    "answer-complaint": obj(receivable=digest, on=civil, proof=digest, answer=digest),
    "mediate": _reported,
    "close": obj(receivable=digest, outcome=one_of(*REMEDY_OUTCOMES)),
    "propose": obj(type=text, body=any_object),
    "endorse": obj(),
    "return": obj(note=optional(digest)),
}


def check_uscc(text: str) -> None:
    """Raise ``bad-uscc`` unless ``text`` is a unified social credit code in its normal form (GB 32100)."""
    plain = unicodedata.normalize("NFKC", text)
    try:
        plain = _uscc.validate(plain)
    except ValidationError:
        raise Refusal(
            "bad-uscc", "a unified social credit code has 18 characters and a check digit", "copy it from the licence"
        ) from None
    if plain != text:
        raise Refusal("bad-uscc", "a unified social credit code is written in its normal form", f"write {plain}")


def civil_day(at: int) -> str:
    """The civil day in Shanghai (UTC+8, no summer time) of an instant in milliseconds UTC."""
    return date.fromordinal(_EPOCH_DAY + (at + _SHANGHAI_MS) // _DAY_MS).isoformat()
