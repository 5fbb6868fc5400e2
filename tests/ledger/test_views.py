"""A small ledger whose figures were reckoned by hand, and who may see which of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ledger import views
from ledger.types import REGISTRAR_PARTY
from ledger.views import Ages, Stakes, Year
from tests.ledger.deals import Deal, part
from tests.ledger.factories import DAY, Side, World, asking, hex64, ms, paying, receiving, totals

NO_TERM = {"term_days": None}
YEAR_END = ms("2026-12-31 10:00")


def buckets(**fen: int) -> tuple[int, ...]:
    names = {name.replace("-", "_"): name for name in views.BUCKETS}
    given = {names[key.removeprefix("d")]: value for key, value in fen.items()}
    return tuple(given.get(name, 0) for name in views.BUCKETS)


class Books(Deal):
    """Two suppliers, a district's bureau (``bureau``) and a large state-owned enterprise (``helan``), looked at on
    31 December 2026.

    ========  ========  =========  =============  ===========================================================
    claim     supplier  payer      outstanding    why
    ========  ========  =========  =============  ===========================================================
    desks     yinhe     bureau     1,250,000.00   30 days from 21 Sep: due 21 Oct, 71 days late; 250,000.00 disputed
    chairs    beichen   bureau       600,000.00   30 days from 25 Nov: due 25 Dec, 6 days late; 200,000.00 came on
                                                  21 Dec, 100,000.00 more is reported
    pumps     yinhe     helan        400,000.00   120 days from 20 Oct: due 17 Feb 2027; 300,000.00 pledged
    valves    yinhe     helan        100,000.00   60 days from 20 Oct: 19 Dec is a Saturday, due 21 Dec, 10 days late
    pipes     beichen   named only    70,000.00   nothing says when it is due
    quiet     yinhe     bureau        90,000.00   as chairs, but the bureau was never asked
    ========  ========  =========  =============  ===========================================================

    One more was rejected, another withdrawn: nothing of them is outstanding.
    """

    def __init__(self) -> None:
        super().__init__(world=World(start="2026-09-25 10:00"))
        world = self.world
        self.beichen = world.supplier(size="micro")
        self.bureau = world.payer(kind="department", state_owned=False, size="medium")
        old = {"contract_on": "2026-03-02", **NO_TERM}
        self.at("2026-10-12")
        self.desks = self.claimed(self.yinhe, self.bureau, 125_000_000, {**old, "delivered_on": "2026-09-21"})
        self.pumps = self.claimed(self.yinhe, self.helan, 40_000_000, {})
        self.valves = self.claimed(self.yinhe, self.helan, 10_000_000, NO_TERM)
        self.at("2026-10-15")
        world.submit("confirm", self.helan.maker, totals(self.pumps, 40_000_000))
        self.at("2026-10-22")
        world.submit("confirm", self.bureau.maker, totals(self.desks, 100_000_000, 25_000_000))
        self.at("2026-11-26")
        self.chairs = self.claimed(self.beichen, self.bureau, 80_000_000, {**old, "delivered_on": "2026-11-25"})
        self.quiet = world.register(
            self.yinhe.owner, self.bureau.party, 9_000_000, terms={**old, "delivered_on": "2026-11-25"}
        )
        self.pipes = world.register(self.beichen.owner, None, 7_000_000, name=hex64("pipes"), terms=NO_TERM)
        rejected = self.claimed(self.yinhe, self.helan, 5_000_000, NO_TERM)
        world.submit("reject", self.helan.maker, totals(rejected, 0, 0, 5_000_000))
        withdrawn = self.claimed(self.beichen, self.helan, 3_000_000, NO_TERM)
        world.submit("withdraw", self.beichen.owner, {"receivable": withdrawn})
        self.at("2026-12-22")
        self.paid = self.report(self.bureau, self.chairs, 30_000_000, "2026-12-20")
        self.came(self.beichen, self.chairs, self.paid, 20_000_000, "2026-12-21")
        self.offered = self.pledged(self.world.receivable(self.pumps), 30_000_000)
        self.finance(self.world.receivable(self.pumps), self.offered, 25_000_000)
        self.at("2026-12-31")

    def at(self, day: str) -> None:
        self.world.now = ms(f"{day} 10:00")

    def claimed(self, supplier: Side, payer: Side, amount: int, terms: dict[str, Any]) -> str:
        return self.world.requested(supplier.owner, payer.party, amount, terms=terms)

    def report(self, payer: Side, claim: str, amount: int, on: str) -> str:
        payee = self.world.receivable(claim).payee
        return self.world.submit("pay", payer.maker, paying(claim, payee, amount, paid_on=on)).hash

    def came(self, supplier: Side, claim: str, pay: str, amount: int, on: str) -> None:
        self.world.submit("receive", supplier.owner, receiving(claim, pay, amount, on))

    def ageing(self, party: str, **how: Any) -> views.Ageing:
        return views.ageing(self.world.state, party, self.world.now, **how)

    def arrears(self, party: str, year: int = 2026) -> views.Arrears:
        return views.arrears(self.world.state, party, self.world.now, year)


@pytest.fixture(scope="module")
def books() -> Books:
    """Read only."""
    return Books()


DESKS = Ages(1, buckets(d61_90=100_000_000), disputed=25_000_000, interest=71 * 50_000)
CHAIRS = Ages(1, buckets(d1_30=60_000_000), reported=10_000_000, interest=6 * 30_000)
PUMPS = Ages(1, buckets(not_due=40_000_000))
VALVES = Ages(1, buckets(d1_30=10_000_000), interest=10 * 5_000)
PIPES = Ages(1, buckets(no_date=7_000_000))
QUIET = Ages(1, buckets(d1_30=9_000_000), interest=6 * 4_500)


def lines(found: views.Ageing) -> dict[str | None, Ages]:
    return {line.about.party: line.ages for line in found.lines}


def test_a_supplier_sees_what_it_is_owed_by_payer(books: Books) -> None:
    found = books.ageing(books.yinhe.party)
    assert (found.side, found.by) == ("owed-to", "payer")
    assert lines(found) == {books.bureau.party: DESKS + QUIET, books.helan.party: PUMPS + VALVES}
    assert [line.about.party for line in found.lines] == [books.bureau.party, books.helan.party]
    assert found.total == DESKS + QUIET + PUMPS + VALVES
    assert (found.total.outstanding, found.total.overdue) == (184_000_000, 119_000_000)
    assert lines(books.ageing(books.beichen.party)) == {books.bureau.party: CHAIRS, None: PIPES}


def test_a_payer_sees_what_it_was_asked_about_by_supplier(books: Books) -> None:
    found = books.ageing(books.bureau.party)
    assert (found.side, found.by) == ("owed-by", "supplier")
    assert lines(found) == {books.yinhe.party: DESKS, books.beichen.party: CHAIRS}


def test_the_registrar_sees_all_and_others_nothing(books: Books) -> None:
    every = DESKS + CHAIRS + PUMPS + VALVES + PIPES + QUIET
    found = books.ageing(REGISTRAR_PARTY)
    assert (found.side, found.by, found.total) == ("every", "payer", every)
    by_supplier = lines(books.ageing(REGISTRAR_PARTY, by="supplier"))
    assert by_supplier == {
        books.yinhe.party: DESKS + QUIET + PUMPS + VALVES,
        books.beichen.party: CHAIRS + PIPES,
    }
    for side in (books.bank, books.banks[1]):
        assert books.ageing(side.party).total == Ages()


@pytest.mark.parametrize(
    ("late", "bucket"),
    [
        (0, "not-due"), (1, "1-30"), (30, "1-30"), (31, "31-60"), (60, "31-60"), (61, "61-90"), (90, "61-90"),
        (91, "91-180"), (180, "91-180"), (181, "181-365"), (365, "181-365"), (366, "over-365"),
    ],
)  # fmt: skip
def test_where_a_bucket_ends(late: int, bucket: str) -> None:
    deal = Deal()
    deal.world.requested(deal.yinhe.owner, deal.helan.party, 1_000, terms={"due_on": "2026-11-30", "term_days": None})
    found = views.ageing(deal.world.state, deal.yinhe.party, ms("2026-11-30") + late * DAY)
    assert found.total.buckets == tuple(1_000 if name == bucket else 0 for name in views.BUCKETS)


def test_interest_whose_rate_is_not_known_is_said_to_be_so() -> None:
    deal = Deal()
    terms = {"due_on": "2020-08-31", "contract_on": "2020-01-31"}  # no text was in force, and no rate agreed
    deal.world.requested(deal.yinhe.owner, deal.helan.party, 1_000, terms=terms)
    total = views.ageing(deal.world.state, deal.yinhe.party, deal.world.now).total
    assert (total.overdue, total.interest, total.no_interest) == (1_000, 0, 1)


def test_an_assigned_claim_is_its_new_holders(books: Books) -> None:
    deal = Deal()
    claim = deal.confirmed(1_000)
    deal.assigned(claim)
    state, now = deal.world.state, deal.world.now
    assert views.ageing(state, deal.yinhe.party, now).total == Ages()
    assert views.ageing(state, deal.bank.party, now).total.outstanding == 1_000
    assert views.ageing(state, deal.helan.party, now).total.outstanding == 1_000


def test_a_payer_that_finances_suppliers_sees_both_sides() -> None:
    deal = Deal()
    claim = deal.confirmed(1_000)
    factor = deal.world.payer(financier=True)
    lender = Side(factor.party, {"financier": deal.world.member(factor.administrator, factor.party, "financier")})
    deal.banks.append(lender)
    deal.assigned(claim, lender)
    deal.world.requested(deal.yinhe.owner, factor.party, 70)
    state, now = deal.world.state, deal.world.now
    assert views.ageing(state, factor.party, now).total.outstanding == 70
    assert views.ageing(state, factor.party, now, by="payer").total.outstanding == 1_000
    assert views.exposure(state, factor.party, now).total.assigned == 1_000


def test_exposure(books: Books) -> None:
    state, now = books.world.state, books.world.now
    pledged = Stakes(standing=1, claimed=30_000_000, financed=25_000_000, backing=30_000_000)
    for viewer in (books.bank.party, books.yinhe.party, REGISTRAR_PARTY):
        found = views.exposure(state, viewer, now)
        assert [(line.financier.party, line.payer.party) for line in found.lines] == [
            (books.bank.party, books.helan.party)
        ]
        assert (found.lines[0].stakes, found.total) == (pledged, pledged)
    for viewer in (books.beichen.party, books.helan.party, books.banks[1].party):
        assert views.exposure(state, viewer, now).lines == ()
    assert views.exposure(state, books.bank.party, ms("2027-02-18")).total.overdue == 30_000_000


def test_exposure_from_the_offer_to_the_release() -> None:
    deal = Deal()
    claim = deal.confirmed(1_000)

    def stakes() -> Stakes:
        return views.exposure(deal.world.state, deal.bank.party, deal.world.now).total

    deal.world.submit("release", deal.bank.financier, {"receivable": claim.id, "offer": deal.offer(claim, 100)})
    assert stakes() == Stakes()  # declined: it never had anything
    offer = deal.offer(claim, 600)
    assert stakes() == Stakes(offered=600)
    deal.lock(claim, offer, 500)
    assert stakes() == Stakes(locked=500)
    more = {"registry": "0912", "account": hex64("8812"), "acknowledged": True}
    deal.pledge(claim, offer, 500, deal.bank.financier, deal.yinhe.owner, deal.helan.maker, **more)
    deal.finance(claim, offer, 400)
    assert stakes() == Stakes(standing=1, effective=500, financed=400, backing=500)
    deal.receive(claim, deal.pay(claim, 700), 700)
    assert stakes() == Stakes(standing=1, effective=500, financed=400, backing=300)
    deal.release(claim, offer)
    assert stakes() == Stakes(released=500)
    rest = deal.assigned(claim)
    assert stakes() == Stakes(standing=1, assigned=300, backing=300, released=500)
    deal.split(claim, part(700, 700, received=700), part(300, 300))
    assert stakes() == Stakes(standing=2, assigned=300, backing=300, released=500)
    child = deal.world.receivable(deal.world.state.numbers[-1])
    deal.release(child, rest, deal.bank.financier, deal.yinhe.owner)
    assert stakes().released == 800


def test_no_fen_backs_two_financiers_in_the_total() -> None:
    """Either of them may be first, so each sees what there is to pay it; there is no more of it than there is."""
    deal = Deal()
    claim = deal.confirmed(1_000)
    deal.pledged(claim, 600)
    deal.pledged(claim, 400, deal.banks[1])
    deal.receive(claim, deal.pay(claim, 700), 700)
    found = views.exposure(deal.world.state, REGISTRAR_PARTY, deal.world.now)
    assert [line.stakes.backing for line in found.lines] == [300, 300]
    assert (found.total.claimed, found.total.backing) == (1_000, 300)
    late = views.exposure(deal.world.state, REGISTRAR_PARTY, ms("2028-01-01"))
    assert (late.total.backing, late.total.overdue) == (300, 300)


def test_what_became_of_other_parts_is_not_told_to_the_holder_of_one() -> None:
    deal = Deal()
    root = deal.world.receivable(deal.world.requested(deal.yinhe.owner, deal.helan.party, 1_000))
    mine, other = deal.split(root, part(400), part(600))
    for days, child in ((3, other), (5, mine)):
        deal.world.now += days * DAY
        deal.world.submit("confirm", deal.helan.maker, totals(child.id, child.claimed))
    deal.assigned(mine)
    state, now = deal.world.state, deal.world.now
    bank = views.punctuality(state, deal.bank.party, now).total
    assert (bank.claims, bank.amount, bank.confirmed, bank.confirm_days) == (1, 400, 1, 8)
    every = views.punctuality(state, REGISTRAR_PARTY, now).total
    assert (every.claims, every.amount, every.confirmed, every.confirm_days) == (1, 1_000, 1, 3)


def test_punctuality(books: Books) -> None:
    state, now = books.world.state, books.world.now
    found = views.punctuality(state, REGISTRAR_PARTY, now)
    assert [line.payer.party for line in found.lines] == [books.bureau.party, books.helan.party]
    bureau, helan = (line.record for line in found.lines)
    # Asked twice, on 12 Oct and 26 Nov; confirmed on 22 Oct: 10 days. The answer about the chairs is late: 28 Dec.
    assert (bureau.claims, bureau.amount) == (2, 205_000_000)
    assert (bureau.confirmed, bureau.confirm_days, bureau.silent) == (1, 10, 1)
    # 200,000.00 came on 21 Dec, 4 days before it was due.
    assert (bureau.payments, bureau.paid, bureau.pay_days) == (1, 20_000_000, -4)
    # 30 days are over: desks (1,000,000.00 undisputed, nothing came), chairs (800,000.00, 200,000.00 came in time).
    assert (bureau.matured, bureau.prompt, bureau.prompt_bp) == (180_000_000, 20_000_000, 1111)
    assert bureau.overdue == 160_000_000
    # Three were put to Helan, one of them rejected: the answers to valves are late, pumps took 3 days.
    assert (helan.claims, helan.amount, helan.confirmed, helan.confirm_days) == (3, 50_000_000, 1, 3)
    assert (helan.silent, helan.payments, helan.pay_days, helan.prompt_bp) == (1, 0, None, 0)
    assert (found.total.claims, found.total.confirm_days, found.total.silent) == (5, 3, 2)
    own = views.punctuality(state, books.bureau.party, now)
    assert [line.record for line in own.lines] == [bureau]
    (seen,) = (line.record for line in views.punctuality(state, books.beichen.party, now).lines)
    assert (seen.claims, seen.amount, seen.confirm_days) == (1, 80_000_000, None)
    assert views.punctuality(state, books.bank.party, now).lines == ()


def test_a_split_claim_is_one_claim_and_one_payment() -> None:
    deal = Deal()
    claim = deal.confirmed(1_000)
    deal.receive(claim, deal.pay(claim, 500), 500)
    before = views.punctuality(deal.world.state, deal.yinhe.party, deal.world.now).total
    deal.split(claim, part(400, 400, received=400), part(600, 600, received=100))
    assert views.punctuality(deal.world.state, deal.yinhe.party, deal.world.now).total == before
    assert (before.claims, before.payments, before.paid, before.confirmed) == (1, 1, 500, 1)


def test_the_arrears_of_a_department() -> None:
    books = Books()
    books.at("2027-01-08")
    books.came(books.beichen, books.chairs, books.paid, 4_000_000, "2026-12-30")  # December's, acknowledged in January
    books.came(books.beichen, books.chairs, books.paid, 6_000_000, "2027-01-04")
    (line,) = books.arrears(books.bureau.party).lines
    assert line.payer.party == books.bureau.party
    assert line.duty == views.Duty("website", date(2027, 3, 31), "cn-sme-payment-2025/18", None)
    # Desks 1,000,000.00 and chairs 560,000.00, of which 60,000.00 came since; the quiet claim was never put to it.
    assert line.year == Year(
        claims=2,
        contracts=2,
        amount=156_000_000,
        confirmed=100_000_000,
        undecided=56_000_000,
        disputed_claims=1,
        disputed=25_000_000,
        interest=71 * 50_000 + 5 * 30_000 + 28_000,  # 40,000.00 less on the last day but one
        oldest_due=date(2026, 10, 21),
        paid_since=6_000_000,
    )


def test_the_arrears_of_a_state_owned_enterprise_and_of_everybody(books: Books) -> None:
    found = books.arrears(books.helan.party)
    assert (found.year, found.day) == (2026, date(2026, 12, 31))
    (line,) = found.lines
    assert line.duty == views.Duty("annual-report", None, "cn-sme-payment-2025/18", "cn-sme-payment-2025/22")
    assert (line.year.claims, line.year.amount, line.year.interest) == (1, 10_000_000, 50_000)
    every = books.arrears(REGISTRAR_PARTY).lines
    assert [each.payer.party for each in every] == [books.bureau.party, books.helan.party]
    assert every[1] == line
    assert every[0].year.reported == 10_000_000
    for stranger in (books.yinhe, books.bank):
        assert books.arrears(stranger.party).lines == ()
    (before,) = books.arrears(books.bureau.party, 2025).lines
    assert before.year == Year()


def test_which_text_asks_for_disclosure(books: Books) -> None:
    assert views.duty_of(books.world.enterprise_of(books.bureau.party), 2018) is None
    former = views.duty_of(books.world.enterprise_of(books.helan.party), 2024)
    assert former == views.Duty("annual-report", None, "cn-sme-payment-2020/16", None)
    small = books.world.enterprise_of(books.beichen.party)
    assert views.duty_of(small, 2026) is None


def test_one_contract_with_several_invoices_is_told_apart_from_two() -> None:
    deal = Deal(world=World(start="2027-01-08 10:00"))
    for contract in ("2026-09-01", "2026-09-01", "2026-09-02"):
        terms = {"contract_on": contract, "due_on": "2026-12-01", "term_days": None}
        deal.world.requested(deal.yinhe.owner, deal.helan.party, 1_000, terms=terms)
    (line,) = views.arrears(deal.world.state, deal.helan.party, deal.world.now, 2026).lines
    assert (line.year.claims, line.year.contracts, line.year.amount) == (3, 2, 3_000)


def test_what_cannot_be_decided_stands_apart() -> None:
    deal = Deal(world=World(start="2027-01-08 10:00"))
    new = deal.world.supplier(size_since="2026-12-01")
    terms = {"due_on": "2026-12-01", "supplier_size": None}
    claim = deal.world.register(new.owner, deal.helan.party, 700, terms=terms)
    deal.world.submit("request", new.owner, asking(claim))
    large = deal.world.supplier(size="large")
    deal.world.requested(large.owner, deal.helan.party, 900, terms={"due_on": "2026-12-01"})
    undated = {"delivered_on": None, "term_days": None}
    deal.world.requested(deal.yinhe.owner, deal.helan.party, 50, terms=undated)
    later = {**undated, "contract_on": "2027-01-04"}  # whenever it is due, that is not in 2026
    deal.world.requested(deal.yinhe.owner, deal.helan.party, 60, terms=later)
    (line,) = views.arrears(deal.world.state, deal.helan.party, deal.world.now, 2026).lines
    assert line.year == Year(open_claims=2, open_amount=750)
