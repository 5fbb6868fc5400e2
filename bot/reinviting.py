"""A key that its owner cannot use any more (lost, PIN forgotten): revoked, and its owner invited again, in one step.

Two entries, shown together and signed one after the other (``signing.complete``), for the same name, roles, largest
amount and end. The key that answers the invitation is another person's in the ledger (docs/adr/0026).
"""

from __future__ import annotations

from bot import enrolment, flow, limits, revoking
from bot.announce import Offer
from bot.errors import Pardon
from bot.signing import Draft, sign_offer
from bot.talk import Talk, together


async def offer(talk: Talk, person: str, reason: str, suspect: int | None) -> int:
    """The summary of both, to sign; ``suspect``: the entry since which the key is. Raises Pardon if nobody of that id
    can be invited again."""
    found = revoking.standing(talk, person)
    name = revoking.name_of(talk, found)
    if name is None:
        raise Pardon("own.again.none")
    code, until = enrolment.new_code(), talk.desk.now() + enrolment.LIFE_MS
    bounds = {"max_fen": found.max_fen, "expires_at": found.expires_at}
    invite = enrolment.invitation(found.party, found.roles[0], "", code, until, **bounds)
    then = {"name": name, "code": code, "body": {**invite, "roles": list(found.roles)}}
    draft = Draft("revoke", revoking.body_of(found, reason, suspect))
    sign = sign_offer(talk, draft, "receivables.button.sign")
    both = Offer(sign.words, sign.action, {**sign.args, "then": then})
    lines = [*revoking.lines_of(talk, found, reason, suspect, "own.again.sum"), *limits.lines(talk, **bounds)]
    await talk.send(together(*lines), [both, flow.cancel_offer()])
    return flow.END
