"""Payment that waits for a test: "due 45 days after the machine passes its test", 试车合格后45天付款.

A contract that says so makes acceptance a condition of payment (payment regulation, art. 10).
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_TEST_EN = (
    r"(?:test(?:s|ing)?|trials?(?: run)?|inspections?|acceptance(?: tests?)?|examination|checks?|commissioning|quality "
    r"(?:control|check))"
)
_WAITS_EN = lazy(
    r"(?<![a-z])(?:pay(?:s|ment|able)?|paid|due|price|money)(?![a-z])[^.;,]{0,60}?(?<![a-z])"
    r"(?:after|once|when|upon|until|from|of|on) "
    rf"(?:(?:[\w'-]+ ){{1,6}}?(?:ha(?:s|ve) )?(?:pass(?:es|ed|ing)?|clear(?:s|ed)|complet(?:es|ed)|stood) (?:[\w-]+ "
    rf"){{0,3}}?{_TEST_EN}|(?:passing|a successful|successful|the successful) (?:[\w-]+ ){{0,3}}?{_TEST_EN})(?![a-z])"
)
_WAITS_ZH = lazy(
    r"(?:试车|试运[行转]|试产|检验|检测|测试|调试|试用|质检|化验|查验|复检)[^,。;没未不]{0,4}?(?:合格|通过|成功|完成|无误|没问题)?"
    r"(?:之?后|以后|才|起)[^,。;没未不]{0,10}?(?:付|支付|给钱|结清|结账)"
)
_AGREED = lazy(r"合同|约定|协议|订单|[写订载]明|说好|谈好|(?<![a-z])(?:contract|agree\w*|terms?|order|clause)(?![a-z])")
_NOT = lazy(
    r"没|未|不(?:以|用|需)|如果|要是|是否|(?<![a-z])(?:not|no|never|nothing|if|whether|without|wants?|demands?|insists?)"
    r"(?![a-z])|n't"
)


def find(page: Page) -> Findings:
    """`acceptance_agreed`, where a sentence of the contract lets payment wait for a test."""
    if "pass" not in page.text and "test" not in page.text and not re.search("[试检验测]", page.text):
        return
    for match in (*_WAITS_EN.finditer(page.text), *_WAITS_ZH.finditer(page.text)):
        index = page.index(match.start())
        ahead = page.text[page.clauses[index].start : match.end()]
        if _AGREED.search(page.sentence(index)) and not _NOT.search(ahead) and not page.wished(index):
            yield Found("acceptance_agreed", True, match.start(), match.end(), 2)
