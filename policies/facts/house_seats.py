"""Where a bank, an insurer or a lending house stands that writes of its own business: "our branch is in Suzhou".

A firm names its bank or its insurer too. So the writer must speak as one of the house: by its work there, by what the
house wrote or lent, or by calling itself one. Of one borrower's bad loan the borrower's place counts, not the bank's.
"""

from __future__ import annotations

import re

from policies.facts import places
from policies.facts.found import Findings, Found
from policies.facts.own_lending import bank_speaks
from policies.facts.scope import Page
from policies.patterns import lazy

_INSURER_ZH = r"(?:保险公司|[财产]险公司|险企|保险机构)"
_LENDER_ZH = r"(?:银行|[支分]行|农商行|信用社|小贷公司|信贷专营(?:机构|支行)|放款机构|贷款公司)"
_HOUSE_ZH = rf"(?:{_INSURER_ZH}|{_LENDER_ZH})"
_INSURER_EN = r"(?:insurers?|insurance (?:company|firm|house|institution|carrier)|underwriters?)"
_LENDER_EN = r"(?:banks?|branch|lenders?|(?:lending|credit|loan) (?:institution|house|unit|arm|society|company))"
_HOUSE_EN = rf"(?:{_INSURER_EN}|{_LENDER_EN})(?![a-z'])"
_US_ZH = r"(?:[我咱]们?|我司|本公司|我公司|敝公司|本机构|本行|敝行|本支行|本分行)"
_INSURES = lazy(
    rf"{_US_ZH}(?:公司)?(?:是|系|作为|在|为)[^,。;?!向找由被投客做卖给]{{0,16}}?{_INSURER_ZH}(?!的?(?:客户|代理|投保))|"
    r"(?<![a-z])we (?:have |had |also )?(?:underw\w+|(?:wrote|written|write|issued?) (?:[\w&-]+ ){0,4}?"
    r"(?:insurance|polic(?:y|ies)|cover(?:age)?))(?![a-z])|"
    r"(?<![a-z])(?:we are|we're|i (?:work|run|manage|head|lead|handle|look after|keep|do|underwrite|write)|"
    r"i(?: am|'m)|as|"
    r"our company is) (?:(?!insured|covered|client|customer|by|from|to)[\w'-]+ ){0,7}?"
    rf"{_INSURER_EN}(?![a-z'])(?! (?:broker|agent|agency|client|customer))|"
    r"我在[^,。;我向找给]{0,14}?(?:保险公司|[财产]险公司|险企)(?:里|总部)?(?:做(?![了的过])|负责|管|工作|上班|任职|当)|"
    r"(?<![a-z])we,? (?:as )?the insurers?(?![a-z])|(?<![a-z])we (?:have |also )?(?:insured|covered) (?:an?|one|"
    r"two|three|"
    r"four|five|six|\d+) (?:[\w-]+ ){0,4}?(?:enterprise|firm|compan(?:y|ies)|customer|business)s?(?![a-z])"
)
_STOOD_EN = (
    r"(?:(?:is|are|was|that is|which is|incorporated|registered|based|seated|headquartered|located|set up|established|"
    r"sits?|has|have|having|with|whose|its|our|the|a|and|both|head|main|registered|office|offices|headquarters|seat|is|"
    r"duly|itself|that|which|of|corporate)[ ,]{1,2}){0,9}"
)
_AHEAD_EN = lazy(
    rf"(?<![a-z])(?:an?|our|the|one|this|my) (?:(?!client|customer|partner)[\w&'-]+ ){{0,4}}?{_HOUSE_EN},? ?{_STOOD_EN}"
    r"(?:in|at|from) (?:the (?:city|district) of )?$"
)
_BEFORE_EN = lazy(
    r"(?<![a-z])(?:at|for|of|in|with|are|from|run|manage|head) (?:an?|the|one|our|(?:our|the|a) bank's) $"
)
_BEHIND_EN = lazy(rf"(?:'s|-based)? (?:(?!client|customer)[\w-]+ ){{0,3}}?{_HOUSE_EN}(?! (?:client|customer))")
_STOOD_ZH = (
    r"(?:的?(?:总部|总公司|总行|本部|注册地|法人|住所)|自己|这家|这里|就|也|都|是|系|为|是家|"
    r"注册|登记|设立|成立|设|位|总部|开|坐落|落户|,){0,5}(?:在|于|到)?"
)
_AHEAD_ZH = lazy(
    rf"(?:{_US_ZH}(?:这家)?(?:公司|机构|单位)?|(?:我|咱)们?(?:这家)?{_HOUSE_ZH}){_STOOD_ZH}$|"
    rf"{_US_ZH}(?:公司)?(?:是|系|在)[^,。;找向由给被投]{{0,10}}?{_HOUSE_ZH},{_STOOD_ZH}(?<=[在于])$"
)
_BEHIND_ZH = lazy(
    rf"(?:市|区|县|省)?(?:注册|登记|设立|成立)?的?(?:一[家间个]|本地|"
    rf"当地)?的?[^,。;给向]{{0,16}}?{_HOUSE_ZH}(?!的?(?:客户(?!经理)|借款))"
)
_ONE_LOAN = lazy(
    r"坏账|呆账|(?<!风险)损失|收不回|追不回|违约|倒闭|破产|逾期|跑路|[向跟从找]我们(?:行|支行|银行)?[贷借]|"
    r"[贷借放]给了?[一某]|"
    r"(?<![a-z])(?:fail\w*|bankrupt\w*|default\w*|(?<!risk )loss(?:es)?|lost|gone bad|went bad|bad debts?|written off|"
    r"cannot repay|insolvent|overdue|borrowed from us|borrows from us|lent (?:\w+ ){0,5}?to an? [^.;]{0,40}?"
    r"(?:company|firm|enterprise|client|customer|business)|"
    r"(?:our|the|one) (?:client|customer|borrower))(?![a-z])"
)
"""One borrower's loan is told of: where that one is counts, not where the bank is."""
_SIGNS = lazy(r"行|险|贷|信用社|bank|branch|insur|underwr|lend|credit")


def insurer_writes(page: Page) -> bool:
    """Whether somebody of an insurance company writes of its business."""
    return _INSURES.search(page.text) is not None


def find(page: Page) -> Findings:
    """The region of such a house, where nothing else tells a place."""
    if _SIGNS.search(page.text) is None or page.for_client or not (named := places.named(page)):
        return
    if not (insurer_writes(page) or (bank_speaks(page) and not _ONE_LOAN.search(page.text))):
        return
    for code, start, end in named:
        index = page.index(start)
        first = index if (before := page.previous(index)) is None else before
        if _stands(page, page.clauses[first].start, start, end) and not page.wished(index, start):
            if not any(True for _ in places.find(page)):
                yield Found("region", code, start, end)
            return


def _stands(page: Page, first: int, start: int, end: int) -> bool:
    if page.text[start:end].isascii():
        ahead = page.text[first:start]
        clause = page.clauses[page.index(start)]
        named = _BEFORE_EN.search(ahead) and _BEHIND_EN.match(page.text, end, clause.end)
        return bool(named or _AHEAD_EN.search(ahead))
    said = _AHEAD_ZH.search(page.text, first, start)
    if said is None:
        return False
    if re.search(_HOUSE_ZH, said[0]) or "行" in said[0]:
        return True
    return _BEHIND_ZH.match(page.text, end) is not None
