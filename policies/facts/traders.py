"""What is no technology enterprise: a firm that only buys and sells, without research, patents or a title."""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge

_KINDS = (
    re.compile(
        r"研发(?:人员|团队|部门|人手|活动|投入)?|技术(?:人员|团队|含量)?(?=[,。;、]|$)|搞技术的|科研|"
        r"(?<![a-z])(?:research(?:ers| staff| people| team| department)?|r&d(?: staff| team| people)?|engineers|"
        r"technology of (?:our|its) own|laboratory)(?![a-z])"
    ),
    re.compile(r"专利|软著|知识产权|(?<![a-z])(?:patents?|copyrights?|intellectual property)(?![a-z])"),
    re.compile(
        r"称号|资质|头衔|牌子|高企|高新技术企业|科技型中小企业|小巨人|"
        r"(?<![a-z])(?:titles?|certificates?|high-tech (?:status|title)|technology sme|little giant)(?![a-z])"
    ),
)
_TRADE = re.compile(
    r"批发|零售|贸易|买卖|倒手|转手|经销|代理商|卖货|进货|收货|分装|中间商|"
    r"(?<![a-z])(?:wholesal\w+|retail\w*|trad(?:e|es|ing)(?! mark| receiv)|traders?|buy and sell|buying and selling|"
    r"resell\w*|import\w*|distribut\w+|middlem[ae]n|dealer)(?![a-z])"
)
_OWNED = re.compile(
    r"(?<![不没非])(?:是|有|持有|拿了|获评|评上)(?:国家)?(?:高企|高新技术企业|科技型中小企业|科技小巨人)|"
    r"(?<![a-z])(?:are|is|hold|have) an? (?:\w+ ){0,2}(?:high-tech|technology sme|little giant)"
)
_MANY = 3
"""So many kinds denied tell it by themselves; of a firm that trades, one fewer does."""


def find(page: Page) -> Findings:
    """`tech_enterprise` false where research, patents and titles are all denied, or two of them by a trader."""
    needed = _MANY - 1 if _TRADE.search(page.text) else _MANY
    if sum(kind.search(page.text) is not None for kind in _KINDS) < needed or _OWNED.search(page.text):
        return
    denied: list[re.Match[str]] = []
    for kind in _KINDS:
        match = next((one for one in kind.finditer(page.text) if _denied(page, one)), None)
        if match is not None:
            denied.append(match)
    if len(denied) < needed:
        return
    first = min(denied, key=lambda one: one.start())
    yield Found("tech_enterprise", False, first.start(), first.end(), 2)


def _denied(page: Page, match: re.Match[str]) -> bool:
    standing = judge(page, match.start(), match.end(), ours=True)
    return standing is Standing.DENIED and not strangers(page, match.start())
