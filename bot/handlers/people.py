"""An administrator's people: invite, list, revoke."""

from __future__ import annotations

from bot import enrolment, flow, limits, render, revoking, signing
from bot.announce import Offer
from bot.errors import Pardon
from bot.signing import Draft
from bot.talk import Talk, handler, together
from bot.texts import Html
from ledger.state import Person

ROLES = ("administrator", "owner", "maker", "checker", "financier")


def _invitable(talk: Talk, person: Person) -> tuple[str, ...]:
    """The roles that fit the speaker's enterprise."""
    enterprise = talk.desk.ledger.state.enterprises[person.party]
    if enterprise.payer:
        return ("maker", "checker", "administrator")
    return ("financier",) if enterprise.financier else ("owner",)


@handler
async def invite(talk: Talk) -> int:
    """``/invite maker 赵敏; 100万; 2027-06-30``: role and name, asked for where missing; if wanted, largest amount and
    last day."""
    person = talk.known("administrator", "owner")
    who, *bounds = limits.parts(talk.arguments)
    max_fen, expires_at = limits.bounds(bounds, talk.desk.today())
    role, _, name = who.partition(" ")
    known = _role(role, _invitable(talk, person))
    if known is None and _role(role, ROLES) is not None:
        fitting = render.listing(
            talk.language, [render.word(talk.language, "role", each) for each in _invitable(talk, person)]
        )
        raise Pardon(
            "account.invite.role", roles=fitting, enterprise=talk.desk.names.party(talk.language, person.party)
        )
    talk.draft = {
        "flow": "invite",
        "role": known,
        "name": render.short(name if known else who, 40),
        "max_fen": max_fen,
        "expires_at": expires_at,
    }
    if talk.draft["role"] is None and len(_invitable(talk, person)) == 1:
        talk.draft["role"] = _invitable(talk, person)[0]
    return await go_on(talk)


def _role(word: str, roles: tuple[str, ...]) -> str | None:
    """One of ``roles`` by its code or by its name in any language."""
    for code in roles:
        names = {code, *(render.word(each, "role", code) for each in ("en", "zh-Hans", "zh-Hant"))}
        if (
            word.lower() in names
            or {"经办": "maker", "經辦": "maker", "复核": "checker", "複核": "checker"}.get(word) == code
        ):
            return code
    return None


async def go_on(talk: Talk) -> int:
    """Ask for the name, then the role; then the summary to sign."""
    draft, person = talk.draft, talk.known()
    if not draft["name"]:
        await talk.say("account.invite.ask.name", [flow.cancel_offer()])
        return flow.WAITING
    name = draft["name"]
    if draft["role"] is None:
        offers = [
            Offer(lambda language, role=role: render.word(language, "role", role), "invite.role", {"role": role})  # type: ignore[misc]
            for role in _invitable(talk, person)
        ]
        await talk.say("account.invite.ask.role", [*offers, flow.cancel_offer()], name=name)
        return flow.WAITING
    code = enrolment.new_code()
    kept = talk.desk.ledger.texts.keep(name)
    open_until = talk.desk.now() + enrolment.LIFE_MS
    bounds = {name: draft.get(name) for name in ("max_fen", "expires_at")}
    body = enrolment.invitation(person.party, draft["role"], kept, code, open_until, **bounds)
    talk.draft = {}
    talk.desk.codes[body["code"]] = code
    sign = signing.sign_offer(talk, Draft("invite", body), "receivables.button.sign")
    enterprise = talk.desk.names.party(talk.language, person.party)
    roles = talk.roles([str(body["roles"][0])])
    text = talk.text("account.invite.sum", name=name, roles=roles, enterprise=enterprise)
    await talk.send(together(text, *limits.lines(talk, **bounds)), [sign, flow.cancel_offer(kept)])
    return flow.END


async def typed(talk: Talk, text: str) -> int:
    """The name was typed."""
    if talk.draft["name"]:
        talk.draft["role"] = _role(text.strip(), _invitable(talk, talk.known()))
    else:
        talk.draft["name"] = render.short(text, 40)
    return await go_on(talk)


@handler
async def people(talk: Talk) -> None:
    """``/people``: everybody ever enrolled for the speaker's enterprise."""
    person = talk.known("administrator", "owner")
    names, state = talk.desk.names, talk.desk.ledger.state
    lines = [talk.text("account.people.title", enterprise=names.party(talk.language, person.party))]
    lines += [_line(talk, each) for each in state.people_of(person.party)]
    await talk.send(together(*lines))


def _line(talk: Talk, person: Person) -> Html:
    state = talk.text("account.people.active")
    if person.revoked_seq is not None:
        state = talk.text("account.people.revoked", seq=person.revoked_seq)
    elif person.expires_at is not None:
        ended = "ended" if person.expires_at <= talk.desk.now() else "until"
        state = talk.text(f"own.people.{ended}", date=revoking.last_day(talk, person))
    return talk.text(
        "account.people.line",
        name=talk.desk.names.person(talk.language, person.person),
        roles=talk.roles(person.roles),
        date=enrolment.since(talk, person),
        inviter=talk.desk.names.person(talk.language, person.invited_by),
        state=state,
    )


@handler
async def revoke(talk: Talk) -> None:
    """``/revoke NAME``: the key of one of the enterprise's people."""
    speaker = talk.known("administrator", "owner")
    names = talk.desk.names
    found = [
        each for each in talk.desk.ledger.state.people_of(speaker.party)
        if each.revoked_seq is None and each.person != speaker.person
    ]  # fmt: skip
    wanted = talk.arguments
    if wanted:
        written = [(each, talk.desk.ledger.state.people[each.person].name) for each in found]
        found = [each for each, name in written if wanted.lower() in names.text(talk.language, name).lower()]
    if not found:
        raise Pardon("account.revoke.none")
    if len(found) == 1 and wanted:
        await revoking.offer(talk, found[0])
        return
    offers = [_pick(talk, each) for each in found[: flow.MOST_CHOICES]]
    await talk.say("account.revoke.ask", [*offers, flow.cancel_offer()])


def _pick(talk: Talk, person: Person) -> Offer:
    words = talk.desk.names.person(talk.language, person.person)
    return Offer(lambda _: words, "revoke", {"person": person.person})


@handler
async def limit(talk: Talk) -> None:
    """``/limits 赵敏; 100万; 2027-06-30``: how far one of the enterprise's people may go."""
    speaker = talk.known("administrator", "owner")
    name, *given = limits.parts(talk.arguments)
    if not name or not given:
        raise Pardon("account.limits.form")
    spoken = talk.desk.names
    found = [
        each
        for each in talk.desk.ledger.state.people_of(speaker.party)
        if each.revoked_seq is None and name.lower() in spoken.text(talk.language, each.name).lower()
    ]
    if len(found) != 1:
        raise Pardon("account.limits.who", name=render.short(name, 40))
    await limits.offer(talk, found[0], given)
