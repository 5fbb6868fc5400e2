"""A borrower who wants for itself what a city pays the lender: the reward for loans on credit is the bank's alone."""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_REWARD = lazy(r"奖励|奖金|(?<![a-z])(?:rewards?|bonus(?:es)?)(?![a-z])")
_CREDIT = lazy(
    r"信用贷|信用放款|信用借款|无抵押|没有?抵押|免抵押|(?<![a-z])(?:unsecured|credit loans?|on credit|without (?:any )?"
    r"(?:security|collateral)|no (?:security|collateral)|good name)(?![a-z])"
)
_LENDER = lazy(
    r"我行|本行|我们(?:这家)?[支分]?行|(?<![a-z])(?:our (?:\w+ )?(?:bank|branch)|we lent|we lend|as a (?:bank|lender)|"
    r"we are (?:a|the) (?:\w+ )?(?:bank|lender))(?![a-z])"
)
_WE = r"(?:我们|我司|本公司|我公司|敝公司|公司|企业|借款人|借款方|借款企业)"
_FOR_US = lazy(
    rf"奖励?金?[^,。;银行]{{0,6}}?{_WE}(?:作为借款人|自己|直接)?(?:能|可以?|该)(?:不能|不可以|否)?(?:自己|直接|也)?(?:拿|领|得|申|要)|"
    rf"(?:奖励?金?|\d万元?|这笔钱|这(?:一)?笔)[^,。;银行]{{0,6}}?(?:能|可以?|会|该)?(?:不能)?(?:给|发给|打给|打到|付给|拨给|归)"
    rf"(?:到)?{_WE}|{_WE}(?:自己|作为借款人|作为借款企业)?(?:能|可以|可|该|是否能)(?:不能|不可以|否)?(?:也|直接|自己|来)?"
    r"(?:拿|领|得|申请|申领|要)(?:取|到|得)?(?:这|那|到|笔|个|份|项|的|信用贷款|\d|万|元|%)*(?:奖励?|万元?(?=[,。;吗?]))|"
    r"(?<![a-z])(?:paid|transferred|sent|credited|go|goes|come|comes)(?: out| over| straight| directly)? "
    r"(?:in)?to (?:us|our (?:own )?(?:account|firm|company))(?![a-z])|"
    r"(?<![a-z])(?:can|could|may|do|should|shall|will) (?:we|our (?:firm|company))(?:,? (?:the|as) [\w ]{1,14},?)? "
    r"(?:ourselves |also )?(?:have|get|claim|collect|receive|apply for|ask for) (?:the|this|that|a|such a|our|any)"
    r"(?: [\w-]+){0,3}? (?:rewards?|bonus)(?![a-z])"
)
_IF = lazy(r"如果|假如|要是|(?<![a-z])(?:if|suppos\w+)(?![a-z])")


def find(page: Page) -> Findings:
    """`borrower_claims_reward`: the firm that borrowed asks to be paid the lender's reward."""
    if not _REWARD.search(page.text) or not _CREDIT.search(page.text) or _LENDER.search(page.text):
        return
    for match in _FOR_US.finditer(page.text):
        if not page.theirs(match.start()) and not _IF.search(page.words(page.index(match.start()))):
            yield Found("borrower_claims_reward", True, match.start(), match.end())
