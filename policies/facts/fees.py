"""Sums asked by guarantors, valuers, insurers and agencies: which of them were paid, and which only quoted."""

from __future__ import annotations

from collections.abc import Iterable

from policies.facts.found import Found
from policies.facts.labels import Label
from policies.facts.quantities import Quantity
from policies.facts.scope import WISH, Page
from policies.patterns import lazy

MEASURES = frozenset({"guarantee_fee", "valuation_fee", "premium", "rating_fee", "credit_report_fee", "bandwidth_fee"})
AGENT = lazy(
    r"guarantors?|(?:guarantee|surety|bonding) (?:company|firm|house)|appraisers?|valuers?|担保公司|评估(?:公司|机构|"
    r"师)|评级(?:公司|机构)"
)
"""Who is paid: "for a loan of 10 million the guarantor asked …" gives the sum before no name."""
_QUOTED = lazy(
    r"试算|报价|询价|开口(?:就)?要|没答应|没同意|没买(?!过别)|没要|没签|没投|没谈成|谈不拢|犹豫|在考虑|还在(?:比|谈|"
    r"想)|还没(?:买|投|"
    r"签|定)|(?<![a-z])(?:quot(?:ed|es|ation)|still (?:compar|consider|think|decid|negotiat)\w*|never took|(?:did not|"
    r"didn't) (?:take|buy|sign|accept)|turned (?:it|them|that) down|declined|have not (?:bought|signed|"
    r"taken))(?![a-z])"
)
_SETTLED = lazy(
    r"[付交缴花](?:了|过|掉|清)|已[付交缴]|实[付缴]|(?<![a-z])(?<!not )(?<!n't )(?<!never )(?:paid|spent|settled|"
    r"cost us|billed)(?![a-z])"
)
_RATE_OF = lazy(
    r"按[^,。;]{0,8}(?:%|百分|厘|点)|(?:%|(?<![a-z])per ?cent) of (?:the|our) (?:loan|sum|amount|principal)"
)
_CHARGED = lazy(r"(?:收了?|付了?|花了?|交了?|收费|费用)[^,。;\d]{0,4}$")
_VALUED = lazy(
    r"说|认为|估(?:值|为|出|到)|[评鉴]定?[为到出]|作价|(?<![a-z])(?:valued|says?|said|puts? (?:it|them)|worth)(?![a-z])"
)
_OTHER_PURPOSE = lazy(
    r"入股|出资|增资|转让|出售|诉讼|打官司|(?<![a-z])(?:in[- ]kind|contribution|lawsuit|litigation|sale|"
    r"licens\w+)(?![a-z])"
)
_PLEDGE = lazy(r"质押|贷款|(?<![a-z])(?:pledg\w+|loan|collateral)(?![a-z])")

_TO_HIM = lazy(
    r"\s?(?:yuan |rmb )?(?:(?:was|were) paid )?(?:in all )?(?:to|went to) (?:an?|the|our|its|that|one|"
    r"this) (?:[\w-]+ ){0,4}?|"
    r"(?:元|块钱?|块)?(?:付|交|支付|转|汇|打)?给了?(?:合作的?|当地的?|外面的?|一家|那家|这家)*"
)
_GAVE = lazy(
    r"[付交花缴转汇]|(?<![a-z])(?:paid|pay|handed(?: over)?|transferred|gave|wired|remitted|went|"
    r"settled)(?![a-z])[^.;]{0,34}$"
)
_ALSO_GAVE = lazy(
    r"(?<![a-z])paid(?![a-z])[^.;]{0,90} (?:and|plus) (?:a further |another )?(?:rmb ?|¥)?[\d.,]+[^.;\d]{0,34}$"
)
"""A payment that is added to the one told before: "we paid 64,000 to have the patents valued and 90,000 to …"."""
_FOR_THE_LOAN = lazy(r"\s?(?:yuan |rmb )?for (?:the|our|this|that) (?:bank )?")
_CHARGES = lazy(r"(?:charged|billed|asked|took|invoiced|wanted)(?: us| for)? (?:rmb ?|¥)?$")


_BACKED = lazy(
    r"\s?(?:yuan |rmb )?(?:to|for) (?:stand\w* (?:behind|surety|by)|guarant\w+|vouch\w*|back\w*|cover\w*|"
    r"secur\w+)(?![a-z])"
)
_PAID = lazy(
    r"(?<![a-z])(?:paid|pays?|gave|handed|transferred|wired|received|got|took|earned|collected)(?! back)"
    r"(?: (?!loan |back )[\w'-]+){0,4}"
    r" (?:rmb ?|¥|cny )?$"
)
_FOR_BACKING = lazy(
    r"\s?(?:yuan |rmb )?(?:(?:in cash|in full|in advance|in all|up ?front|by transfer|once|altogether|"
    r"from (?:us|it|them)) ){0,2}"
    r"for (?:(?:our|its|their|his|the) )?(?:guaranteeing|standing (?:surety|behind|by|guarantor)|vouching|backing|"
    r"guarantee (?:of|on|for))(?![a-z])"
)
"""What was paid for a guarantee, whoever tells of it: "it paid us 128,000 in cash for guaranteeing a loan"."""
_GUARANTOR = lazy(
    r"(?<![a-z])(?:guarantor|(?:guarant(?:ee|y)|surety|bonding) (?:company|firm|"
    r"house))(?![a-z])[^.;]{0,100}(?<![a-z])(?:charged|billed|asked|took|"
    r"invoiced)"
)


def paid_to(text: str, one: Quantity, after: list[Label]) -> Label | None:
    """The fee of the house that a sum was handed to: "to borrow against two patents we paid 48,000 to a valuer"."""
    label = next(iter(after), None)
    if (
        label is not None
        and label.measure == "loan"
        and (
            (
                (_BACKED.match(text, one.end) or _charged_for(text, one, label))
                and _GUARANTOR.search(text, max(0, one.start - 120), one.start)
            )
            or (_PAID.search(text, max(0, one.start - 60), one.start) and _FOR_BACKING.match(text, one.end))
        )
    ):
        return Label(
            "guarantee_fee", label.start, label.end
        )  # "the guarantor charged us 640,000 to stand behind a loan"
    if (
        label is None
        or not AGENT.fullmatch(text, label.start, label.end)
        or not _TO_HIM.fullmatch(text, one.end, label.start)
    ):
        return None
    near, far = max(0, one.start - 40), max(0, one.start - 120)
    return label if _GAVE.search(text, near, label.start) or _ALSO_GAVE.search(text, far, label.start) else None


def _charged_for(text: str, one: Quantity, loan: Label) -> bool:
    """Whether a sum is what somebody charged for a loan: "a guarantee company asked 90,000 for the loan"."""
    charges = _CHARGES.search(text, max(0, one.start - 24), one.start)
    return charges is not None and _FOR_THE_LOAN.fullmatch(text, one.end, loan.start) is not None


def not_taken(page: Page, index: int) -> bool:
    """Whether a fee is only quoted, planned, or for a service that was not bought."""
    sentence = page.sentence(index)
    if _SETTLED.search(sentence):
        return False
    first = index
    while (before := page.previous(first)) is not None and index - first < 4:
        first = before
    return bool(
        _QUOTED.search(sentence) or WISH.search(page.text, page.clauses[first].start, page.clauses[index].start)
    )


def of_the_loan(words: str) -> bool:
    """Whether a fee is told as a share of the loan, so that the sum behind it is the fee's."""
    return _RATE_OF.search(words) is not None


def found_by_valuer(lead: str) -> bool:
    """Whether the words before a sum say what the valuer found, not what he cost."""
    return _VALUED.search(lead) is not None and _CHARGED.search(lead) is None


def without_other_valuations(page: Page, found: list[Found]) -> list[Found]:
    """Of several valuations those for a pledge: what another purpose cost is not subsidised."""
    valued = [one for one in found if one.name == "valuation_fee_cny"]
    apart = [one for one in valued if _for_another_purpose(page, one)]
    return [one for one in found if one not in apart] if len(apart) < len(valued) else found


def _for_another_purpose(page: Page, one: Found) -> bool:
    index = page.index(one.start)
    near: Iterable[int] = (i for i in (index - 1, index, index + 1) if 0 <= i < len(page.clauses))
    sentence = page.clauses[index].sentence
    words = ",".join(page.words(i) for i in near if page.clauses[i].sentence == sentence)
    return _OTHER_PURPOSE.search(words) is not None and _PLEDGE.search(words) is None
