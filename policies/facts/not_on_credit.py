"""A loan that is said to be none on credit alone: 既非信用贷款, "neither an unsecured loan nor an insured one".

The words name the way of lending only to deny it. What secures the loan instead is told elsewhere or not at all.
"""

from __future__ import annotations

import re

from policies.facts.found import Found
from policies.facts.scope import Page

_ON_CREDIT = re.compile(
    r"信用[贷借放]|纯信用|无(?:抵押|担保)|免(?:抵押|担保)|(?<![a-z])(?:unsecured|clean|credit|uncollaterali[sz]ed)(?![a-z])"
)
_DENIED_ZH = re.compile(
    r"(?:[既并亦也均皆都又]非|(?<![是莫无除])非|(?:并|既|也|亦|又|都|全|从来|更)?不(?:是|算|属于?|能算|为)|并没有?走|谈不上|算不上)"
    r"(?:什么|任何|一?[笔种类]|所谓|传统|普通|单纯|(?:个人|企业|流动资金)|的|银行|纯|\"){0,3}$"
)
_DENIED_EN = re.compile(
    r"(?:neither|nor|not|isn't|wasn't|never|no longer)(?: (?:was|is|were|it|a|an|any|one|of|the|made|given|granted|"
    r"as|purely?|really|classed|what|you|would|call|kind|simply|at all|on)){0,5} ?$"
)
_ONLY = re.compile(r"(?:不是|并非)[^,。;]{0,10}(?:以外|之外|才怪)|(?<![a-z])not (?:only|just|merely)(?![a-z])")
_BACK = 60


def told(page: Page, one: Found) -> bool:
    """Whether a `loan_security` of none is read from words that deny a loan on credit."""
    if one.name != "loan_security" or one.value != "none":
        return False
    index = page.index(one.start)
    clause = page.clauses[index]
    here = _ON_CREDIT.search(page.text, one.start, max(one.end, min(clause.end, one.start + _BACK)))
    if here is None or here.start() >= one.end:
        return False
    lead = page.text[max(clause.start, here.start() - _BACK) : here.start()]
    if _ONLY.search(lead):
        return False
    return bool(_DENIED_ZH.search(lead) or _DENIED_EN.search(lead.rstrip("-")))
