"""Subsidies that a loan has had already: on its interest, or on the fee of its guarantor.

Only what was granted, paid or taken counts: what is asked for, hoped for or still being looked at says nothing of it.
Interest that another department than that of science paid for is other money of the region.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import WISH, Page
from policies.facts.standing import Standing, judge

_HELP = r"(?:补助|补贴|贴补|补偿|资助|报销|返还|退还|补了|补过|补下)(?:款|资金|金)?"
_HELPED = r"(?:补助|补贴|贴补|补偿|资助|报销|返还|退还|补)(?:了|过|掉)?"
_SUBSIDY = r"(?:subsid(?:y|ies)|refunds?|reimbursements?|rebates?|support|relief|grants?)"
_WAS_PAID = r"(?:refunded|subsidi[sz]ed|reimbursed|compensated)"
_PAYER = r"(?:department|bureau|commission|office|government|programme|region)"
_FOR_IT = r"(?:subsidy|refund|reimbursement|rebate) (?:of|on|for|towards)(?: the| our| its| that)?"


def _matter(fee_zh: str, fee_en: str) -> re.Pattern[str]:
    """A cost and its subsidy, in either order within a clause."""
    return re.compile(
        rf"{fee_zh}(?:的|那|这)?(?:一?部分|这块|那块|方面)?,?[^,。;不]{{0,18}}?{_HELP}|{_HELPED}[^,。;没未不]{{0,10}}?{fee_zh}|"
        rf"(?<![a-z])(?:{fee_en} {_SUBSIDY}|{_FOR_IT} (?:\w+ )?{fee_en}|{fee_en} (?:\w+ ){{0,5}}?{_WAS_PAID}|"
        rf"{_WAS_PAID} (?:(?:\d[\d,.]*|\w+) ){{0,6}}?{fee_en}|{_PAYER} (?:[\w-]+ ){{0,6}}?(?:paid|covered|met|bore|"
        rf"borne|financed) (?:(?:\d[\d,.]*|\w+) ){{0,8}}?{fee_en})(?![a-z])"
    )


_MATTERS = {
    "interest_subsidised": _matter(r"(?:(?:贷款)?利息|(?<!付)(?<!本)息(?=补))", "interest"),
    "guarantee_fee_subsidised": _matter(
        r"(?:担保|保证)费(?:用)?", r"guarant(?:ee|y|or)(?:'s)?(?:[- ](?:fees?|charges?|premiums?))?"
    ),
}
_DISCOUNT = re.compile(r"贴(?:了|过|完|掉)?息(?:款|资金|补助|补贴)?")
"""贴息, 贴了息: the Chinese of subsidised interest in one word."""
_GRANTED = re.compile(
    r"核发|发放|发下来|拨付|拨下|拨了|下来了|到账|到手|到位|入账|领(?:了|到|过|取了|完)|拿(?:了|到|过)|享受(?:了|过|到)|"
    r"(?:没有?|未)(?:再|曾)?[请申]?[领拿要得享报]|要过|批(?:了|下|准|复|过)|获批|通过了|给了|补(?:了|过)|贴(?:了|过)|报(?:了|销了)|(?:补助|补贴|资助|退还|返还)(?:了|"
    r"过)|"
    r"已经?(?:由|就|给|从|按)?[^,。;]{0,8}?(?:获得?|享受|取得|领取?|补|批|有|贴|退|拨)|"
    r"(?<![a-z])(?:granted|approved|received?|got|paid(?: out)?|awarded|given|had|took|taken|claimed|refunded|"
    r"subsidi[sz]ed|reimbursed|arrived|came through|credited|enjoyed|drew|drawn|covered|met|bore|borne)(?![a-z])"
)
_SOUGHT = re.compile(
    r"申请(?!过|了)|(?<!可)能(?:不能)?(?!源)|可以|可不可以|想|要不要|如何|怎么|多少|"
    r"(?<![a-z])(?:can|could|(?<!in )(?<!last )(?<!this )may(?= (?:we|i|it|one|the))|might|will|would|apply|applying|"
    r"claim(?:ing)?|how|hope|want|"
    r"ask(?:ed|ing)? for|entitled|get(?! it))(?![a-z])"
)
_OF_ANOTHER = re.compile(
    r"另(?:一|外(?!的?(?:资金|钱|补|支持)))|别的(?!资金|钱|补|支持|财政|经费|款)|其他(?:的)?(?:贷款|几笔)|[上前]一?笔|以前的|旧的|"
    r"(?<![a-z])(?:other|another|different|earlier|previous)(?! (?:\w+ ){0,2}(?:money|support|funds?|funding|aid|help|"
    r"grants?|assistance|source|pot|purse)(?![a-z]))(?![a-z])"
)
_OFFICE = re.compile(rf"(?<![a-z]){_PAYER}(?![a-z])|厅|局|委")  # they pay us
_ELSEWHERE = re.compile(
    r"(?:工信|工业和信息化|发改|发展改革|商务|农业农村|人社|文旅|就业|金融)(?:厅|委|局|办)|"
    r"(?<![a-z])(?:(?:industry|commerce|agriculture|development and reform|labour|culture|finance) (?:department|"
    r"bureau|office|commission)|(?:department|bureau|office|commission) (?:of|for) (?:industry|commerce|agriculture|"
    r"development and reform|labour|culture|finance))(?![a-z])"
)
"""Who pays another programme's money: science-and-technology departments pay the one that is asked for."""
_SCIENCE = re.compile(
    r"科技(?:厅|局|部门|金融)|(?<![a-z])(?:science|sci-?tech|technology)[- ](?:department|bureau|finance|office)|"
    r"department of science"
)
_BY_BANK = re.compile(
    r"(?<![a-z])(?:bank|lender)(?: \w+){0,3} (?:refunded|reimbursed|returned|covered)|"
    r"(?:银行|行里)[^,。;]{0,6}(?:退|返|补)"
)
_ANY_PAYER = re.compile(
    r"自治区|宁夏|区里|省里|政府|财政|市里|县里|园区|[厅局委]|(?<![a-z])(?:region\w*|ningxia|autonomous|state|province|city|county|"
    r"district|department|bureau|commission|government|public|fiscal)(?![a-z])"
)
_NO_INSIDE = re.compile(r"没|未(?!来)|(?<![a-z])(?:no|not|never)(?![a-z])|n't")
_THEIR_SIDE = re.compile(r"(?<![a-z])(?:region|government|programme)(?![a-z])")
_SIGNS = (
    *"补贴退返报资",
    "subsid",
    "refund",
    "reimburs",
    "rebate",
    "relief",
    "interest support",
    "fee support",
    "interest",
)


def own_programme(words: str) -> bool:
    """Whether words tell of the programme's own money for the interest or the guarantor: no other support."""
    if _ELSEWHERE.search(words) or not (_SCIENCE.search(words) or not _ANY_PAYER.search(words)):
        return False
    return any(m.search(words) for m in _MATTERS.values()) or bool(_SCIENCE.search(words) and _DISCOUNT.search(words))


def elsewhere(words: str) -> bool:
    """Whether words name a department that pays another programme's money."""
    return bool(_ELSEWHERE.search(words))


def find(page: Page) -> Findings:
    """Whether interest or guarantee fee of the loan was subsidised already."""
    if not any(sign in page.text for sign in _SIGNS):
        return
    for name, matter in _MATTERS.items():
        for match in matter.finditer(page.text):
            yield from _told(page, name, match)
    for match in _DISCOUNT.finditer(page.text):
        yield from _told(page, "interest_subsidised", match)


def _told(page: Page, name: str, match: re.Match[str]) -> Findings:
    index = page.index(match.start())
    words = page.text[page.clauses[index].start : page.clauses[page.index(match.end() - 1)].end]
    granted = _GRANTED.search(words)
    if granted is None:
        words += _next(page, index)  # 这笔贷款的利息补助，今年一月已经核发
        granted = _GRANTED.search(words)
    if granted is None or _SOUGHT.search(words) or WISH.search(words) or _BY_BANK.search(words):
        return
    standing = judge(page, match.start(), match.end(), ours=_OFFICE.search(words) is not None)
    if standing is Standing.STATED and _ELSEWHERE.search(page.sentence(index)):
        yield Found("other_regional_funding", True, match.start(), match.end(), 2)
        return
    if standing is Standing.STATED and _THEIR_SIDE.search(match[0]) and not _SCIENCE.search(words):
        return  # "the region paid a part of our interest": whose money it was is read elsewhere
    if standing is not Standing.SUPPOSED:
        denied = standing is Standing.STATED and _NO_INSIDE.search(match[0])
        value = None if _OF_ANOTHER.search(words) else False if denied else standing.value_of
        yield Found(name, value, match.start(), match.end())


def _next(page: Page, index: int) -> str:
    """The clause behind, in the same sentence."""
    behind = index + 1
    same = behind < len(page.clauses) and page.clauses[behind].sentence == page.clauses[index].sentence
    return page.words(behind) if same else ""
