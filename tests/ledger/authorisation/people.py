"""Rows of the events of people: own is the signer's enterprise, other's another one, nobody's one that is not there."""

from __future__ import annotations

from typing import Any

from ledger import logkeys, rekey
from ledger.keys import Keys
from ledger.parse import encode_base64
from tests.ledger.authorisation.cast import NOBODY, SMALL, Act, Cast, Making, revoking, row
from tests.ledger.factories import Member, enrolment, hex32, hex64, make_uscc, new_key, newcomer


def side(cast: Cast, member: Member, whose: str) -> tuple[str, Member | None, str]:
    """A party, who administers it, and a role that its people can have; of nobody's, none."""
    if whose == "nobody's":
        return hex32(NOBODY), None, "owner"
    own, deal = whose == "own", cast.ours if whose == "own" else cast.theirs
    if own and member.party == cast.house.registrar.party:
        return member.party, None, "administrator"
    if member.party == cast.ours.yinhe.party:
        return deal.yinhe.party, deal.yinhe.owner, "owner"
    if member.party == cast.ours.bank.party:
        return deal.bank.party, deal.bank.administrator, "financier"
    return deal.helan.party, deal.helan.administrator, "checker"


@row("enterprise")
def _enterprise(cast: Cast, member: Member, whose: str) -> Act:
    known = {"own": member.party, "other's": cast.theirs.yinhe.party}
    number = 90_000 + cast.house.state.size
    return Act("enterprise", {
        "party": known.get(whose, hex32(f"new {number}")), "uscc": make_uscc(number), "name": hex64("name"),
        "kind": "enterprise", "state_owned": False, "size": "small", "size_since": "2020-01-01", "payer": False,
        "financier": False, "dual_above": None,
    })  # fmt: skip


@row("invite", "it has an administrator")
def _invite(cast: Cast, member: Member, whose: str) -> Act:
    party, _, role = side(cast, member, whose)
    return Act("invite", cast.house.invitation(party, role, code=f"colleague {cast.house.state.size}"))


@row("invite", "nobody administers it", personal=False)
def _invite_first(cast: Cast, _: Member, whose: str) -> Act | None:
    if whose == "own":
        return None
    party = cast.house.enterprise() if whose == "other's" else hex32(NOBODY)
    return Act("invite", cast.house.invitation(party, "owner", code=f"first {cast.house.state.size}"))


def _first_of_payer(cast: Cast, whose: str) -> dict[str, Any]:
    party = cast.house.enterprise(payer=True) if whose == "other's" else hex32(NOBODY)
    return cast.house.invitation(party, "administrator", code=f"payer {cast.house.state.size}")


@row("invite", "nobody administers it: a payer", personal=False)
def _invite_payer(cast: Cast, _: Member, whose: str) -> Act | None:
    return None if whose == "own" else Act("invite", _first_of_payer(cast, whose))


@row("propose invite", "nobody administers it: a payer", personal=False)
def _propose_invite(cast: Cast, _: Member, whose: str) -> Act | None:
    return None if whose == "own" else Act("propose", {"type": "invite", "body": _first_of_payer(cast, whose)})


def _answer_invite(word: str, body: dict[str, Any]) -> Making:
    def make(cast: Cast, _: Member, whose: str) -> Act | None:
        if whose == "own":
            return None
        if whose == "nobody's":
            return Act(word, body, proposal=NOBODY)
        return Act(word, body, cast.house.propose("invite", cast.house.registrars[1], _first_of_payer(cast, whose)))

    return make


row("endorse invite", "nobody administers it: a payer", personal=False)(_answer_invite("endorse", {}))
row("return invite", "nobody administers it: a payer", personal=False)(_answer_invite("return", {"note": None}))


@row("enrol")
def _enrol(cast: Cast, member: Member, whose: str) -> Act | None:
    """With an invitation of their enterprise, of another one, or none."""
    party, administrator, role = side(cast, member, whose)
    if whose == "nobody's":
        return Act("enrol", enrolment(member, "no such code", role))
    if administrator is None:
        return None  # nobody is invited to be a registrar
    return Act("enrol", enrolment(member, cast.house.invite(administrator, party, role), role))


def _colleague(cast: Cast, member: Member, whose: str) -> Member:
    party, administrator, role = side(cast, member, whose)
    if administrator is None:
        return cast.house.registrars[2] if whose == "own" else newcomer(party, "nobody's")
    return cast.house.member(administrator, party, role)


@row("revoke")
def _revoke(cast: Cast, member: Member, whose: str) -> Act:
    return Act("revoke", revoking(_colleague(cast, member, whose)))


@row("limits", "of a person")
def _limits(cast: Cast, member: Member, whose: str) -> Act:
    body = {"person": _colleague(cast, member, whose).person, "roles": None, "max_fen": 1, "expires_at": None}
    return Act("limits", {**body, "dual_above": None})


@row("limits", "of an enterprise: dual control")
def _dual(cast: Cast, member: Member, whose: str) -> Act:
    party = side(cast, member, whose)[0]
    body = {"person": None, "roles": None, "max_fen": None, "expires_at": None, "dual_above": 2 + cast.house.state.size}
    return Act("limits", body, changed={"party": party})


@row("rekey")
def _rekey(cast: Cast, member: Member, whose: str) -> Act:
    """Their own key, somebody else's, or that of nobody."""
    other = cast.theirs.helan.maker if member.party != cast.theirs.helan.party else cast.ours.helan.maker
    whom = {"own": member, "other's": other, "nobody's": newcomer(member.party, "nobody's")}[whose]
    new = new_key(f"rekey {cast.house.state.size} {member.person}")
    said = rekey.message(cast.house.ledger.id, whom.party, whom.person, whom.key.id, new.public.base64, "own")
    body = {"public_key": new.public.base64, "custody": "own", "proof": encode_base64(new.sign_raw(said))}
    return Act("rekey", body, changed={"party": whom.party, "person": whom.person})


@row("log-key")
def _log_key(cast: Cast, _: Member, whose: str) -> Act:
    """The log's own key, one that another log has, or nobody's."""
    folder = cast.house.data.with_name("data.keys")
    keys = Keys.load(folder)
    fresh = keys.next_log or new_key("fresh")
    retired = keys.log if whose == "own" else new_key(whose)
    return Act("log-key", logkeys.rotation(cast.house.ledger.id, retired.public.base64, fresh, [retired]))


@row("register")
def _register(cast: Cast, member: Member, whose: str) -> Act:
    """In one's own name, in another's, or against a payer that nobody is."""
    claim = cast.house.claim(cast.ours.helan.party, SMALL)
    if whose == "nobody's":
        claim["payer"] = {"party": hex32(NOBODY), "uscc": None, "name": None}
    changed = {"party": cast.theirs.yinhe.party} if whose == "other's" else {}
    return Act("register", claim, changed=changed)
