"""Where a receivable stands in financing and in remedies, in lines, as far as the speaker may see it.

A financier reads of what it was offered and nothing else, a payer whom it is to pay and what it was told, the registrar
of complaints that were lodged with it.
"""

from __future__ import annotations

from bot import deals, render
from bot.consents import concerns, shared, who
from bot.describe import line, parties, proposal_ends, what
from bot.render.law import told
from bot.talk import Talk
from bot.texts import Html, joined
from bot.told import lapsed
from ledger import holding, law, visibility
from ledger.claims import Complaint, Hold
from ledger.proposals import waiting_for
from ledger.remedy import STAGES, newest
from ledger.state import Proposal, Receivable


def stand_of(talk: Talk, receivable: Receivable) -> str:
    """As what the speaker's enterprise sees it: of ``ledger.visibility``."""
    return visibility.stands(talk.desk.ledger.state, receivable, talk.known().party, talk.desk.now())


# Financing.


def holding_lines(talk: Talk, receivable: Receivable) -> list[Html]:
    """The view of ``/holding``: a financier reads of what it was offered, a payer whom it is to pay."""
    stand = stand_of(talk, receivable)
    if stand == visibility.FINANCIER:
        return _offered_lines(talk, receivable)
    names, language = talk.desk.names, talk.language
    values = {
        **parties(language, names, receivable),
        "holder": names.party(language, receivable.holder),
        "payee": names.party(language, receivable.payee),
    }
    shown = [talk.text("holding.view.payee" if stand == visibility.PAYER else "holding.view.held", **values)]
    shown += _family_lines(talk, receivable)
    if stand == visibility.PAYER:
        return shown + _agreed_lines(talk, receivable)
    now, party = talk.desk.now(), talk.known().party
    if stand == visibility.HOLDER and receivable.live:
        shown.append(talk.text("holding.view.state", state=_state(talk, receivable)))
        free, bound = render.money(receivable.free(now)), render.money(receivable.bound(now))
        shown.append(talk.text("holding.view.free", free=free, bound=bound))
    own = [hold for hold in receivable.holds if party in (hold.by, hold.financier)]
    standing = [hold for hold in own if _stands(hold, now)]
    shown += [each for hold in standing for each in _hold_lines(talk, receivable, hold)]
    if not standing and stand == visibility.HOLDER and receivable.live:
        shown.append(talk.text("holding.view.ended" if own else "holding.view.nothing"))
    return shown


def _state(talk: Talk, receivable: Receivable) -> Html:
    return render.word(talk.language, "holding", holding.reading(receivable, talk.desk.now()))


def _stands(hold: Hold, at: int) -> bool:
    return hold.open_at(at) or hold.state in ("pledged", "assigned")


def _family_lines(talk: Talk, receivable: Receivable) -> list[Html]:
    """The parts of which it consists, or of which it is one."""
    family, state = receivable.family, talk.desk.ledger.state
    if family is None:
        return []
    found = []
    if family.parent is not None:
        found.append(talk.text("holding.view.parent", label=state.receivables[family.parent].label))
    if family.children:
        labels = [state.receivables[child].label for child in family.children]
        found.append(talk.text("holding.view.family", labels=render.listing(talk.language, labels)))
    return found


def _hold_lines(talk: Talk, receivable: Receivable, hold: Hold) -> list[Html]:
    """One offer and what became of it, for one of its two sides."""
    names, now = talk.desk.names, talk.desk.now()
    other = hold.by if hold.financier == talk.known().party else hold.financier
    values = {
        "name": names.party(talk.language, other),
        "amount": render.money(hold.amount),
        "financed": render.money(hold.financed),
    }
    if hold.state in ("pledged", "assigned"):
        shown = [talk.text(f"holding.view.{hold.state}", **values)]
        return shown + (_pledge_lines(talk, receivable, hold) if hold.pledged else [])
    values["kind"] = render.word(talk.language, "offer", hold.kind)
    if hold.locked_at(now):
        values |= {"amount": render.money(hold.locked), "date": render.instant(talk.language, hold.lock_until)}
        return [talk.text("holding.view.locked", **values)]
    return [talk.text("holding.view.open", **values, date=render.instant(talk.language, hold.until))]


def _pledge_lines(talk: Talk, receivable: Receivable, hold: Hold) -> list[Html]:
    body = {
        "registry": hold.registry,
        "account": hold.account,
        "acknowledged": hold.acknowledged is not None,
        "terms": hold.terms,
    }
    about = parties(talk.language, talk.desk.names, receivable)
    shown = deals.pledge_lines(talk.language, talk.desk.names, body, about, own=True)
    return [*shown, talk.text("holding.view.claimed")] if hold.claimed else shown


def _offered_lines(talk: Talk, receivable: Receivable) -> list[Html]:
    """What the speaker's enterprise was offered of it, and nothing else."""
    names, state, now, party = talk.desk.names, talk.desk.ledger.state, talk.desk.now(), talk.known().party
    shown: list[Html] = []
    if not visibility.offered(state, receivable, party, now):
        return [_payee_line(talk, receivable)]
    for each in visibility.offered(state, receivable, party, now):
        shown.append(
            talk.text(
                "holding.view.offered",
                label=each.label,
                supplier=names.party(talk.language, each.supplier),
                payer=names.payer(talk.language, receivable),
                amount=render.money(each.amount),
                kind=render.word(talk.language, "offer", each.kind),
                available=render.money(each.available),
                confirmed=render.money(each.confirmed),
                unpaid=render.money(each.unpaid),
            )
        )
        shown += told(talk.language, [("due", each.due)])
        hold = receivable.hold(each.offer)
        assert hold is not None  # it was just read
        shown += _hold_lines(talk, receivable, hold)
    return shown


def listed(talk: Talk, receivable: Receivable) -> Html:
    """A line for a list or a button; to a financier only what it was offered, to the registrar the complaint."""
    stand = stand_of(talk, receivable)
    if stand == visibility.FINANCIER:
        return _offered_line(talk, receivable)
    if stand == visibility.REGISTRAR:
        return _lodged_line(talk, receivable)
    return line(talk.language, talk.desk.names, receivable, talk.known().party)


def _offered_line(talk: Talk, receivable: Receivable) -> Html:
    """What the speaker's enterprise was offered of it, a line each."""
    state, now, party = talk.desk.ledger.state, talk.desk.now(), talk.known().party
    shown = []
    for each in visibility.offered(state, receivable, party, now):
        values = {
            "label": each.label,
            "amount": render.money(each.amount),
            "supplier": talk.desk.names.party(talk.language, each.supplier),
            "payer": talk.desk.names.payer(talk.language, receivable),
            "state": render.word(talk.language, "holding", {"open": "offered"}.get(each.state, each.state)),
        }
        if each.state in ("open", "locked"):
            shown.append(talk.text("holding.list.offered", **values, date=render.instant(talk.language, each.until)))
        else:
            shown.append(talk.text("holding.list.standing", **values))
    return joined(shown) or _payee_line(talk, receivable)


def _payee_line(talk: Talk, receivable: Receivable) -> Html:
    """Whom the payer is to pay: all that a financier sees that gave the claim back and is still paid."""
    names = talk.desk.names
    payer, payee = names.payer(talk.language, receivable), names.party(talk.language, receivable.payee)
    return talk.text("holding.view.payee", label=receivable.label, payer=payer, payee=payee)


def _agreed_lines(talk: Talk, receivable: Receivable) -> list[Html]:
    """Accounts into which the payer agreed to pay, and pledges whose account is no longer the one it agreed to."""
    names = talk.desk.names
    agreed = [
        talk.text(
            "holding.view.agreed",
            financier=names.party(talk.language, hold.financier),
            amount=render.money(hold.amount),
            account=render.short(names.text(talk.language, hold.account), 200),
        )
        for hold in receivable.holds
        if hold.agreed
    ]
    ended = [hold for hold in receivable.holds if hold.pledged and hold.lapsed and not hold.agreed]
    return agreed + [lapsed(talk.language, names, receivable, hold) for hold in ended]


def waiting_lines(talk: Talk, receivable: Receivable) -> list[Html]:
    """Proposals about it that wait, of those that the speaker may know of."""
    state, person, now = talk.desk.ledger.state, talk.known(), talk.desk.now()
    return [
        _waiting_line(talk, proposal)
        for proposal in list(state.proposals.values())
        if proposal.receivable == receivable.id and concerns(state, proposal, person, now)
    ]


def _waiting_line(talk: Talk, proposal: Proposal) -> Html:
    """What is proposed, and for whom it waits."""
    state, names, now = talk.desk.ledger.state, talk.desk.names, talk.desk.now()
    said = what(talk.language, names, state, proposal, talk.known().party)
    ends = proposal_ends(talk.language, state, proposal)
    if not shared(proposal):
        return talk.text("receivables.show.waiting", what=said, date=ends)
    lacks = who(talk.language, names, waiting_for(state, proposal, now))
    return talk.text("receivables.show.waiting.consent", what=said, date=ends, who=lacks)


# Remedies.


def remedy_lines(talk: Talk, receivable: Receivable) -> list[Html]:
    """The view of ``/remedy``; a financier that does not hold the claim reads that it is not its own."""
    stand, remedies = stand_of(talk, receivable), receivable.remedies
    if stand == visibility.FINANCIER:
        return [listed(talk, receivable), talk.text("remedy.view.others")]
    told_all = stand in (visibility.HOLDER, visibility.SUPPLIER)
    demanded = remedies is not None and bool(remedies.demands)  # of complaints a payer is not told
    known = told_all or stand == visibility.REGISTRAR
    state = receivable.remedy if known else "demanded" if demanded else "none"
    shown = [
        _lodged_line(talk, receivable)
        if stand == visibility.REGISTRAR
        else talk.text(
            "remedy.view.state",
            label=receivable.label,
            payer=talk.desk.names.payer(talk.language, receivable),
            amount=render.money(receivable.outstanding),
            state=render.word(talk.language, "remedy", state),
        )
    ]
    if remedies is not None and (told_all or stand == visibility.PAYER):
        shown += demand_lines(talk, receivable)
        if remedies.mediated_on is not None:
            shown.append(talk.text("remedy.view.mediated_on", date=render.date(talk.language, remedies.mediated_on)))
    dates: list[tuple[str, law.Dated]] = []
    if known:
        for complaint in remedies.complaints[-1:] if remedies is not None else ():
            shown += _complaint_lines(talk, complaint)
            if newest(receivable) is complaint and not complaint.answered_on:
                dates += _clocks(talk, complaint)
        if remedies is not None and remedies.closed_on is not None:
            day = render.date(talk.language, remedies.closed_on)
            outcome = render.word(talk.language, "outcome", str(remedies.outcome))
            shown.append(talk.text("remedy.view.closed", date=day, outcome=outcome))
    if told_all and receivable.live and receivable.outstanding > 0:
        dates.append(("limitation", _limitation(talk, receivable)))
    return shown + (told(talk.language, dates) if dates else [])


def _lodged_line(talk: Talk, receivable: Receivable) -> Html:
    """Whose complaint lies with the registrar, about whom, and where it stands."""
    return talk.text(
        "remedy.view.lodged",
        label=receivable.label,
        holder=talk.desk.names.party(talk.language, receivable.holder),
        payer=talk.desk.names.payer(talk.language, receivable),
        state=render.word(talk.language, "remedy", receivable.remedy),
    )


def demand_lines(talk: Talk, receivable: Receivable) -> list[Html]:
    """When payment was demanded, and how much."""
    remedies = receivable.remedies
    return [
        talk.text(
            "remedy.view.demand",
            date=render.date(talk.language, demand.on),
            amount=render.money(demand.amount),
        )
        for demand in (remedies.demands if remedies is not None else ())
    ]


def _complaint_lines(talk: Talk, complaint: Complaint) -> list[Html]:
    day, amount = render.date(talk.language, complaint.filed_on), render.money(complaint.amount)
    shown = [talk.text(f"remedy.view.complaint.{complaint.about}", date=day, amount=amount)]
    for _, name in STAGES.values():
        if (on := getattr(complaint, name)) is not None:
            shown.append(talk.text(f"remedy.view.{name}", date=render.date(talk.language, on)))
    return shown


def _clocks(talk: Talk, complaint: Complaint) -> list[tuple[str, law.Dated]]:
    """The clocks that still run: to pass it on, then the result."""
    clocks = law.complaint_clocks(complaint, talk.desk.today())
    if clocks.pass_on.done is None:
        return [("pass_on", clocks.pass_on.due)]
    found = [("result", clocks.result.due)]
    return [*found, ("longest", clocks.latest.due)] if clocks.latest.due.date is not None else found


def _limitation(talk: Talk, receivable: Receivable) -> law.Dated:
    state, today = talk.desk.ledger.state, talk.desk.today()
    view = law.view(receivable, state.enterprises[receivable.supplier], state.payer_of(receivable), today)
    return law.limitation(receivable, view.due, today).end
