"""Fees told by who sent the bill, in English: "the agency, a partner of the district, billed us 7,000 yuan"."""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found, number
from policies.facts.frames import words
from policies.facts.matters import strangers
from policies.facts.scope import Page

_BILLED = re.compile(
    r"(?<![a-z])(?:(?:billed|charged|invoiced) (?:us|me|the (?:company|firm))|(?:sent|presented) (?:us )?(?:a|its|"
    r"the) bill "
    r"(?:for|of)|bill (?:was|is|came to|of|for)|charged|took)\s(?:only |just |about )?(?:rmb\s?|¥)?$"
)
_SENDERS = (
    (
        "rating_fee_cny",
        words(r"(?:rating|the|that|this|an) agency(?:'s)?|raters?"),
        words(
            r"credit rating|first "
            r"rating|rat(?:ed|ing)"
        ),
    ),
    (
        "valuation_fee_cny",
        words(r"valuers?|appraisers?"),
        words(r"patents?|trade ?marks?|copyrights?|ip|intellectual|science[- ]finance|partner"),
    ),
    ("guarantee_fee_cny", words(r"guarantors?|guarantee company"), words(r"guarantee\w*|loan")),
)
_OTHER_AGENCY = words(
    r"advertising|travel|news|employment|recruitment|debt|collection|estate|government|design|"
    r"temp|house|flat|building|land"
)
_FARTHEST = 300
"""Code points before a bill in which what it was for is looked for."""


def find(page: Page) -> Findings:
    """A fee in a clause of billing; its sender stands there or in the clauses before it, in the same sentence."""
    if not any(sign in page.text for sign in ("bill", "charged", "invoiced", " took ")):
        return
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if one.kind != "cny" or one.vague or page.wished(index, one.start) or strangers(page, one.start):
                continue
            if not _BILLED.search(page.text, clause.start, one.start):
                continue
            told = page.text[page.text.find(page.sentence(index)[:24], max(0, clause.start - _FARTHEST)) : one.start]
            before = page.text[max(0, clause.start - _FARTHEST) : one.start]
            for name, sender, matter in _SENDERS:
                if sender.search(told) and matter.search(before) and not _OTHER_AGENCY.search(told):
                    yield Found(name, number(one.value), one.start, one.end)
                    break
