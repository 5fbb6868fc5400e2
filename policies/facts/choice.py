"""Which of several statements about one fact holds, and which exclude each other."""

from __future__ import annotations

from policies.facts.found import Found

_BARS = frozenset(
    {
        "loan_overdue",
        "serious_dishonesty",
        "other_regional_funding",
        "loan_kind",
        "partner_institution",
        "high_tech_certified",
        "tech_sme",
        "little_giant",
        "specialised_sme",
        "legal_person",
    }
)
"""What can bar an enterprise: said in two ways it is open, however well founded one of them is."""

_BARRED_IF = frozenset({"loan_overdue", "serious_dishonesty", "other_regional_funding", "loan_kind"})
"""Of these, what is stated bars (a bank's loan aside): a shadow beside it does not soften it."""

_ONE_OF_MANY = frozenset({"industry", "payer_kind", "loan_security"})
"""Things that an enterprise may have several of: the first that is named stands for them."""

_PLAIN = 3
"""Up to this weight all counts of heads are equal: only a total ("60 in all") sets the others aside."""


def choose(statements: list[Found]) -> tuple[Found, bool]:
    """The best founded statement, and whether it stays open: doubted, or contradicted by one as well founded."""
    if statements[0].name in _BARRED_IF and not any(s.value in (False, "bank") for s in statements):
        statements = [s for s in statements if s.weight > 1] or statements  # a shadow adds nothing to a bar
    if statements[0].name == "loan_overdue" and _told_by_deeds(statements):
        statements = [s for s in statements if s.value is True]
    if statements[0].name in _BARS and len({s.value for s in statements}) > 1:
        first = min(statements, key=lambda s: (s.value is not None, s.start))
        return Found(first.name, None, first.start, first.end), True
    best = _best(statements)
    if any(s.value is None for s in best):
        return next(s for s in best if s.value is None), True
    first = best[0]
    if _apart(best):
        return Found(first.name, None, first.start, first.end), True
    if first.name in _DATES:
        return max(best, key=lambda s: len(str(s.value))), False
    return first, False


def _told_by_deeds(statements: list[Found]) -> bool:
    """Lateness told by its days or by what the lender did outweighs a general word of punctuality, not a doubt."""
    late = max((s.weight for s in statements if s.value is True), default=0)
    return late > _BY_WORDS and all(s.value is True or (s.value is False and s.weight < late) for s in statements)


_BY_WORDS = 2
"""Up to this weight a lateness is told by words alone."""
_DATES = frozenset({"established", "loan_date", "contract_date", "delivery_date"})


def excluding(statements: list[Found]) -> tuple[Found, ...]:
    """The statements that cannot hold together, one a value, in the order of the text; none where one is a doubt."""
    told = [s for s in statements if s.value is not None]
    kept = told if statements[0].name in _BARS else _best(told) if told else []
    if len(kept) < len(statements) and any(s.value is None for s in statements):
        kept = told
    if not _apart(kept):
        return ()
    first: dict[object, Found] = {}
    for one in sorted(kept, key=lambda s: s.start):
        first.setdefault(one.value, one)
    return tuple(first.values())


def _best(statements: list[Found]) -> list[Found]:
    def rank(one: Found) -> int:
        return max(one.weight, _PLAIN) if one.name == "employees" else one.weight

    top = max(map(rank, statements))
    return sorted((s for s in statements if rank(s) == top), key=lambda s: -s.weight)


def _apart(statements: list[Found]) -> bool:
    """Whether statements exclude each other. A year and a day in it do not."""
    if not statements or statements[0].name in _ONE_OF_MANY:
        return False
    values = {s.value for s in statements}
    if statements[0].name in _DATES:
        longest = max(map(str, values), key=len)
        return any(not longest.startswith(str(v)) for v in values)
    return len(values) > 1
