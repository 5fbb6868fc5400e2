"""What a signer hands in: an event with its signature, as a DSSE envelope (secure-systems-lab/dsse, envelope.md).

::

    {"payload": base64 of the event's bytes, "payloadType": EVENT_TYPE, "signatures": [{"keyid": hex, "sig": base64}]}

It holds everything that is submitted, so that whoever takes it in need remember nothing. The envelope may be written
with any white space, as people paste it; the payload is parsed strictly, and the signature covers it alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from ledger import parse
from ledger.checkpoint import any_base64
from ledger.errors import MalformedError
from ledger.types import EVENT_TYPE, MAX_ENTRY, SignedEvent

MAX_ENVELOPE = 2 * MAX_ENTRY  # characters


@dataclass(frozen=True, slots=True)
class Envelope:
    """A signed event that somebody hands in, nothing of it verified yet; ``key`` is the id that the signer states."""

    signed: SignedEvent
    key: str

    def format(self) -> bytes:
        """One line of JSON, with a newline."""
        value = {
            "payload": parse.encode_base64(self.signed.payload),
            "payloadType": EVENT_TYPE,
            "signatures": [{"keyid": self.key, "sig": parse.encode_base64(self.signed.sig)}],
        }
        return json.dumps(value).encode() + b"\n"


def looks_like(data: bytes) -> bool:
    """Whether ``data`` means to be one of the documents around a signature, so that its faults are told as such."""
    return data.lstrip().startswith(b"{") and b"application/vnd.tallystick." in data


def read(data: bytes, where: str = "signature file") -> Envelope:
    """The envelope in ``data``. Raises MalformedError for another payload type, several signatures, or no event."""
    if len(data) > MAX_ENVELOPE:
        raise MalformedError(where, f"{len(data)} bytes; at most {MAX_ENVELOPE}")
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise MalformedError(where, "not JSON; hand in the whole file that 'tallystick sign' wrote") from None
    if not isinstance(value, dict) or set(value) != {"payload", "payloadType", "signatures"}:
        raise MalformedError(where, "not an object of payload, payloadType and signatures")
    if value["payloadType"] != EVENT_TYPE:
        raise MalformedError(where, f"signs something else than an event; its type must be {EVENT_TYPE}")
    found = value["signatures"]
    if not isinstance(found, list) or len(found) != 1 or not isinstance(found[0], dict):
        raise MalformedError(where, "not exactly one signature")
    texts = (value["payload"], found[0].get("keyid"), found[0].get("sig"))
    payload, key, sig = (text if isinstance(text, str) else "" for text in texts)
    raw = any_base64(payload, f"{where}, payload")
    event = parse.event(raw)
    if key != event.key:
        raise MalformedError(where, "the key id beside the signature is not the event's key")
    return Envelope(SignedEvent(event, raw, parse.decode_base64(sig, 64, f"{where}, sig")), key)
