"""Bringing a checkpoint before the witnesses over HTTP, all at once, each within ten seconds.

What is asked and what an answer means is decided in ``ledger.witness``. A witness that cannot be reached is no harm: it
is asked again at the next look. One that saw another history, or a longer one, is a *conflict*: either that witness
errs or lies, or this ledger is an older copy, or somebody signs with its key elsewhere.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass

import httpx

from bot.config import Outside
from ledger.checkpoint import Note, Signature
from ledger.cosignatures import Witness
from ledger.cosigned import merged
from ledger.errors import WitnessError
from ledger.service import Ledger
from ledger.witness import MAX_BODY, PATH, Visit

SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Gathered:
    """What became of one checkpoint: who signed it, now or before, who did not and why, whether that is enough."""

    note: bytes
    signed: tuple[Witness, ...]
    faults: tuple[WitnessError, ...]
    reached: bool


async def gather(ledger: Ledger, outside: Outside, believed: MutableMapping[str, int] | None = None) -> Gathered:
    """Ask every configured witness that has not signed the newest checkpoint yet; keep it if enough have.

    ``believed`` remembers between calls what each witness signed last, by its key. Raises StorageError if the ledger
    cannot keep it.
    """
    policy, believed = outside.policy, {} if believed is None else believed
    assert policy is not None
    plain = ledger.checkpoint()
    there = {(line.name, line.key_id) for line in Note.parse(merged(plain, ledger.cosigned.note)).signatures}
    asked = [
        (witness, prefix)
        for witness, prefix in zip(policy.witnesses, outside.prefixes, strict=True)
        if (witness.name, witness.key_id) not in there
    ]
    async with httpx.AsyncClient(timeout=SECONDS, limits=httpx.Limits(max_keepalive_connections=0)) as client:
        answers = await asyncio.gather(
            *(_ask(client, f"{prefix}{PATH}", _visit(ledger, witness, plain, believed)) for witness, prefix in asked),
            return_exceptions=True,
        )
    lines: list[Signature] = []
    faults: list[WitnessError] = []
    size = int(Note.parse(plain).text.split("\n")[1])
    for (witness, _), answer in zip(asked, answers, strict=True):
        if isinstance(answer, Signature):
            lines.append(answer)
            believed[witness.vkey] = size
        elif isinstance(answer, WitnessError):
            faults.append(answer)
        else:
            raise answer
    reached = ledger.cosigned.keep(plain, lines, policy) if lines or not asked else False
    there |= {(line.name, line.key_id) for line in lines}
    signed = tuple(witness for witness in policy.witnesses if (witness.name, witness.key_id) in there)
    return Gathered(plain, signed, tuple(faults), reached)


def _visit(ledger: Ledger, witness: Witness, note: bytes, believed: Mapping[str, int]) -> Visit:
    return ledger.cosigned.visit(witness, note, believed.get(witness.vkey, 0))


async def _ask(client: httpx.AsyncClient, url: str, visit: Visit) -> Signature:
    """The witness's line. Raises WitnessError."""
    name = visit.witness.name
    try:
        async with asyncio.timeout(SECONDS):
            while True:
                status, body = await _post(client, url, visit.request().format())
                line = visit.heard(status, body)
                if line is not None:
                    return line
    except TimeoutError:
        raise WitnessError(name, f"{url} did not answer in {SECONDS:.0f} seconds", conflict=False) from None
    except (httpx.HTTPError, httpx.InvalidURL) as fault:
        why = str(fault) or type(fault).__name__
        raise WitnessError(name, f"{url} cannot be reached ({why})", conflict=False) from None


async def _post(client: httpx.AsyncClient, url: str, body: bytes) -> tuple[int, bytes]:
    """Status and body of the answer, of which no more is read than an answer may have."""
    headers = {"Content-Type": "text/plain; charset=utf-8", "Accept-Encoding": "identity"}
    found = bytearray()
    async with client.stream("POST", url, content=body, headers=headers) as answer:
        async for part in answer.aiter_raw():
            found += part
            if len(found) > MAX_BODY:
                return answer.status_code, b""
    return answer.status_code, bytes(found)
