"""A bank's credit of former years under any name: a van that a bank financed, a credit line, 银行分期, 按揭买的车.

What the company itself had from a bank before makes a later loan no first one, however small it was and whatever it
was called. What a leasing house, a friend or the owner in his own name lent, or a bank refused, is none.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.loan_words import BANKS_EN, BANKS_ZH
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_FIRST = lazy(r"首[贷笔次]|第一[笔次回]|头一|(?<![a-z])first(?![a-z])")
_BANK = lazy(rf"{BANKS_ZH}|[\u4e00-\u9fff]银(?![行器子])|(?<![a-z]){BANKS_EN}(?![a-z])")
_FORM = lazy(
    r"按揭|分期|[车货]贷|设备贷|经营贷|流贷|透支|授信|信用额度|循环额度|贷过|借过|[贷借]了(?=[^,。;]{0,8}\d)|办过[^,。;]{0,6}贷|"
    r"放(?:过|了)(?!心|假|弃)|给[^,。;]{0,6}放过|融过|"
    r"(?<![a-z])(?:financ(?:ed|ing)|bankrolled|instal?lment (?:plan|purchase|credit|loan)|(?:on|by|in|bank) "
    r"instal?lments|"
    r"hire[- ]purchase|credit lines?|lines? of credit|overdrafts?|mortgaged?|facilit(?:y|ies)|"
    r"(?:borrowed|took|taken|drew|drawn|got|received|raised|obtained|had) (?:rmb ?|¥)?\d[\d,.]*[^,.;]{0,30}? (?:from|"
    r"with|at) "
    r"(?:the |a |our )?bank of [a-z]+|"
    r"(?:borrowed|took|taken|drew|drawn|had) (?:[^,.;]|,(?=\d)){0,50}?(?<= )(?:from|with|at) (?:an?|the|our|another|"
    r"that) (?:[\w-]+ ){0,3}?(?:bank|credit union|credit co-?operative)|"
    r"(?:van|car|truck|lorry|vehicle|machine|machinery|equipment|shop|working[- ]capital|business|bank|small|"
    r"short-term|bridging) (?:loans?|credit))(?![a-z])"
)
NOT_OURS = lazy(
    r"个人|私人|本人|我自己|老板自己|法人名下|朋友|亲戚|客户(?!经理)|供应商|股东|"
    r"租赁|小贷|网贷|典当|被?拒|没批|未批|驳回|"
    r"(?<![a-z])(?:refus\w+|reject\w+|declin\w+|turned (?:us |it )?(?:down|away)|personal(?:ly)?|private(?:ly)?|"
    r"(?:my|his|her|their|our) own names?|in my name|my (?:own )?(?:car|flat|home|house|mortgage)|home (?:loan|"
    r"mortgage)|customers?|clients?|buyers?|suppliers?|neighbou?rs?|friends?|leas(?:ing|ed|e)|lessors?|wife|husband|"
    r"considered|weighed|thought (?:of|about)|looked (?:at|into)|"
    r"brother|sister|guarante\w+|vouched|deposit\w*|savings account)(?![a-z])"
)
"""Credit that was somebody else's or no bank's, or that was not had."""
_REFUSED = lazy(
    r"(?:但|可|结果|却|最后|后来)?(?:都|也|又)?(?:被|遭)?(?:银行)?(?:拒|驳|没批|未批|没给|没放|没成)|"
    r"\s?(?:but |and |though )?(?:(?:it|which|they|that|the bank|we) )?(?:was |were )?(?:refus|reject|declin|turned "
    r"down|"
    r"turned away|said no)"
)
_NOT_HAD = lazy(
    r"没|未|无|不(?!过|小心|久|到)|想|打算|申请|首[贷笔次]|第一[笔次回]|头一|补贴|贴息|是否|可能|或许|也许|说不定|"
    r"(?<![a-z])(?:no|not|never|nothing|none|first|possibl[ey]|perhaps|maybe|may|might|whether|if|wanted|asked|"
    r"applied|quoted|offer\w*|would|could|cent(?:re|er)|"
    r"subsid\w*)(?![a-z])|n't"
)
_YEAR = lazy(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_AGO = lazy(
    r"早年|早些年|前些年|前几年|几年前|多年前|[\d一二两三四五六七八九十]+年前|曾|当年|从前|早先|先前|以前|"
    r"(?:开业|开张|创业|起步|建厂)(?:初期|之初|时|那[会年])|老早|"
    r"(?<![a-z])(?:(?:\w+ )?years (?:ago|back|before|earlier)|long ago|back (?:then|in)|in the past|formerly|"
    r"previously|at one time|once (?:had|took|used|bought|financed)|early on|in (?:our|its|the) early (?:days|years)|"
    r"when (?:we|the (?:firm|company)) (?:started|began|opened))(?![a-z])"
)
_BEGUN = lazy(r"成立|创办|开业|注册(?!资)|(?<![a-z])(?:founded|established|set up|since|started|opened)(?![a-z])")
_DATE_ONLY = 30  # code points of a clause that can hold no more than the time of the next one
_RECENT = 2  # years within which a loan may be the first one itself, unless the text tells of a later day
_WEIGHT = 3


def find(page: Page) -> Findings:
    """The denial of a first loan, where an earlier one of a bank is told by another name."""
    if not _FIRST.search(page.text):
        return
    for match in _FORM.finditer(page.text):
        index = page.index(match.start())
        here = page.words(index)
        if not _BANK.search(here) or not_ours(page, index) or _NOT_HAD.search(here):
            continue
        if not _former(page, index) or strangers(page, match.start()):
            continue
        if judge(page, match.start(), match.end(), ours=True) is Standing.STATED:
            yield Found("first_loan", False, match.start(), match.end(), _WEIGHT)


def not_ours(page: Page, index: int) -> bool:
    """Whether the credit of a clause was somebody else's or no bank's, or is refused there or right behind."""
    if NOT_OURS.search(page.words(index)):
        return True
    last = index + 1 == len(page.clauses) or page.clauses[index + 1].sentence != page.clauses[index].sentence
    return not last and _REFUSED.match(page.words(index + 1)) is not None


def _former(page: Page, index: int) -> bool:
    """Whether a clause, or a bare time before it, lies well before the loan that is spoken of now."""
    words = page.words(index)
    before = page.previous(index)
    if before is not None and len(page.words(before)) <= _DATE_ONLY and not _BEGUN.search(page.words(before)):
        words = f"{page.words(before)} {words}"
    if _AGO.search(words):
        return True
    years = [int(year) for year in _YEAR.findall(words)]
    if not years or _BEGUN.search(words):
        return False
    last = page.as_of.year - _RECENT
    later = any(int(one.value[:4]) > last for one in page.moments)
    return min(years) < last or (min(years) == last and later)
