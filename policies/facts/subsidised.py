"""Subsidies that a loan has had already: on its interest, or on the fee of its guarantor.

Only what was granted, paid or taken counts: what is asked for, hoped for or still being looked at says nothing of it.
Interest that another department than that of science paid for is other money of the region.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import WISH, Page
from policies.facts.standing import Standing, judge

_SUBSIDY = (
    r"(?:补助|补贴|贴息|补偿)(?:款|资金|金)?",
    r"(?:subsid(?:y|ies)|refunds?|reimbursements?|rebates?|support|relief|grants?)",
)
_FOR_IT = r"(?:subsidy|refund|reimbursement|rebate) (?:of|on|for|towards)(?: the| our| its| that)?"
_MATTERS = {
    "interest_subsidised": re.compile(
        rf"(?:贷款)?(?:利息|息)(?:的)?{_SUBSIDY[0]}|贴息(?:款|资金|补助|补贴)?|"
        rf"(?<![a-z])(?:interest {_SUBSIDY[1]}|{_FOR_IT} (?:loan )?interest|"
        r"interest (?:has |had |was |is )?(?:already |been ){0,2}(?:refunded|subsidi[sz]ed|reimbursed))(?![a-z])"
    ),
    "guarantee_fee_subsidised": re.compile(
        rf"(?:担保|保证)费(?:用)?(?:的)?{_SUBSIDY[0]}|"
        rf"(?<![a-z])(?:guarant(?:ee|y|or)(?:'s)?[- ]fee {_SUBSIDY[1]}|"
        rf"{_FOR_IT} guarant(?:ee|y|or)(?:'s)?(?: fees?)?)(?![a-z])"
    ),
}
_GRANTED = re.compile(
    r"核发|发放|发下来|拨付|拨下|下来了|到账|到手|到位|领(?:了|到|过|取了|完)|拿(?:了|到|过)|享受(?:了|过|到)|批(?:了|下|准|复|过)|"
    r"获批|通过了|给了|补(?:了|过)|报(?:了|销了)|已经?(?:获得?|享受|取得|领取|补|批|有)|"
    r"(?<![a-z])(?:granted|approved|received|got|paid(?: out)?|awarded|given|had|took|taken|claimed|refunded|"
    r"subsidi[sz]ed|reimbursed|arrived|came through|credited|enjoyed|drew|drawn)(?![a-z])"
)
_SOUGHT = re.compile(
    r"申请(?!过|了)|能(?:不能)?|可以|可不可以|想|要不要|如何|怎么|多少|"
    r"(?<![a-z])(?:can|could|may(?= (?:we|i|it|one|the))|might|will|would|apply|applying|claim(?:ing)?|how|hope|want|"
    r"ask(?:ed|ing)? for|entitled|get(?! it))(?![a-z])"
)
_OF_ANOTHER = re.compile(
    r"另[一外]|别的|其他(?:的)?(?:贷款|几笔)|[上前]一?笔|以前的|旧的|(?<![a-z])(?:other|another|different|earlier|previous)(?![a-z])"
)
_OFFICE = re.compile(r"(?<![a-z])(?:department|bureau|commission|office|government)(?![a-z])|厅|局|委")  # they pay us
_ELSEWHERE = re.compile(
    r"(?:工信|工业和信息化|发改|发展改革|商务|农业农村|人社|文旅|就业|金融)(?:厅|委|局|办)|"
    r"(?<![a-z])(?:industry|commerce|agriculture|development and reform|labour|culture|finance) (?:department|bureau|"
    r"office|commission)(?![a-z])"
)
"""Who pays another programme's money: science-and-technology departments pay the one that is asked for."""
_SIGNS = ("补", "贴息", "subsid", "refund", "reimburs", "rebate", "relief", "interest support", "fee support")


def find(page: Page) -> Findings:
    """Whether interest or guarantee fee of the loan was subsidised already."""
    if not any(sign in page.text for sign in _SIGNS):
        return
    for name, matter in _MATTERS.items():
        for match in matter.finditer(page.text):
            index = page.index(match.start())
            words = page.words(index)
            if match.end() == page.clauses[index].end and not _GRANTED.search(words):
                words += _next(page, index)  # 这笔贷款的利息补助，今年一月已经核发
            if not _GRANTED.search(words) or _SOUGHT.search(words) or WISH.search(words):
                continue
            standing = judge(page, match.start(), match.end(), ours=_OFFICE.search(words) is not None)
            if standing is Standing.STATED and _ELSEWHERE.search(page.sentence(index)):
                yield Found("other_regional_funding", True, match.start(), match.end(), 2)
            elif standing is not Standing.SUPPOSED:
                value = None if _OF_ANOTHER.search(words) else standing.value_of
                yield Found(name, value, match.start(), match.end())


def _next(page: Page, index: int) -> str:
    """The clause behind, in the same sentence."""
    behind = index + 1
    same = behind < len(page.clauses) and page.clauses[behind].sentence == page.clauses[index].sentence
    return page.words(behind) if same else ""
