"""Subsidies that a loan has had already: on its interest, the fee of its guarantor, the premium of its insurance.

Only what was granted, paid or taken counts: what is asked for, hoped for or still being looked at says nothing of it.
Interest that another department than that of science paid for is other money of the region.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policies.facts import neighbours
from policies.facts.found import Findings, Found
from policies.facts.scope import WISH, Page
from policies.facts.sent_back import PAID_OUT_ZH, sent_back
from policies.facts.standing import Standing, doubted, judge
from policies.patterns import lazy

_HELP = r"(?:补助|补贴|贴补|补偿|资助|报销|返还|退还|补了|补过|补下)(?:款|资金|金)?"
_HELPED = r"(?:补助|补贴|贴补|补偿|资助|报销|返还|退还|补)(?:了|过|掉)?"
_SUBSIDY = r"(?:subsid(?:y|ies)|refunds?|reimbursements?|rebates?|support|relief|grants?)"
_WAS_PAID = r"(?:refunded|subsidi[sz]ed|reimbursed|compensated)"
_PAYER = r"(?:department|bureau|commission|office|government|programme|scheme|measures|region)"
_FOR_IT = r"(?:subsidy|refund|reimbursement|rebate) (?:of|on|for|towards)(?: the| our| its| that)?"


def _matter(fee_zh: str, fee_en: str) -> re.Pattern[str]:
    """A cost and its subsidy, in either order within a clause."""
    return lazy(
        rf"{fee_zh}(?:的|那|这)?(?:一?部分|这块|那块|方面)?,?[^,。;不]{{0,18}}?{_HELP}|"
        rf"{_HELPED}[^,。;没未不]{{0,10}}?{fee_zh}|"
        rf"(?<![a-z])(?:{fee_en} {_SUBSIDY}|{_FOR_IT} (?:\w+ )?{fee_en}|{fee_en} (?:\w+ ){{0,5}}?{_WAS_PAID}|"
        rf"{_WAS_PAID} (?:(?:\d[\d,.]*|\w+) ){{0,6}}?{fee_en}|{_PAYER} (?:(?!we |i |our )[\w-]+ ){{0,6}}?(?:paid|"
        rf"covered|met|bore|"
        rf"borne|financed) (?:(?:\d[\d,.]*|\w+) ){{0,8}}?{fee_en})(?![a-z])"
    )


_MATTERS = {
    "interest_subsidised": _matter(r"(?:(?:贷款)?利息|(?<!付)(?<!本)息(?=补))", "interest"),
    "guarantee_fee_subsidised": _matter(
        r"(?:担保|保证)费(?:用)?", r"guarant(?:ee|y|or)(?:'s)?(?:[- ](?:fees?|charges?|premiums?))?"
    ),
    "premium_subsidised": _matter(r"(?:保险费|保费)(?:用)?", r"(?<!guarantee )(?<!guaranty )premiums?"),
}
_LOAN_POLICY = lazy(
    r"保证保险|保证险|(?:贷款|信贷|借款)[^,。;]{0,4}保险|"
    r"(?<![a-z])(?:guarant(?:ee|y) (?:insurance|policy|cover)|(?:loan|credit)[- ](?:\w+[- ])?(?:insurance|policy|"
    r"cover)|"
    r"insur\w+ (?:for|of|on|over) (?:the |our |that |this )?(?:bank )?loan)(?![a-z])"
)
_OTHER_POLICY = lazy(
    r"研发|专利|首台套|责任险|产品|设备|[车火]险|(?<![a-z])(?:r&d|research|patents?|product|liability|equipment|"
    r"cars?|fire)(?![a-z])"
)
_BY_INSURER = lazy(r"保险公司|保险人|(?<![a-z])(?:insurer|insurance company|underwriter)(?![a-z])")
_DISCOUNT = lazy(r"贴(?:了|过|完|掉)?息(?:款|资金|补助|补贴)?")
"""贴息, 贴了息: the Chinese of subsidised interest in one word."""
_GRANTED = lazy(
    r"核发|发放|发下来|拨付|拨下|拨了|下来了|到(?:了)?账|到手|到位|[入进]了?(?:我们|我司|本?公司)?的?(?:账|户头)|"
    r"落袋|兑现|收[到进]|"
    r"[打汇转](?:到|进|入|来|过来)|领(?:了|到|过|取了|完)|拿(?:了|到|过)|享受(?:了|过|"
    r"到)|"
    r"(?:没有?|未)(?:再|曾)?[请申]?[领拿要得享报用]|[用碰](?:过|了)|要过|批(?:了|下|准|复|过)|获批|通过了|给了|"
    r"补(?:了|过)|贴(?:了|过)|报(?:了|销了)|(?:补助|补贴|资助|退还|返还)(?:了|"
    r"过)|"
    r"已经?(?:由|就|给|从|按)?[^,。;]{0,8}?(?:获得?|享受|取得|领取?|补|批|有|贴|退|拨)|"
    r"(?<![a-z])(?:granted|approved|received?|got|paid(?: out)?|awarded|given|had|took|taken|claimed|refunded|"
    r"collected|cashed|pocketed|obtained|landed|wired|remitted|transferred|deposited|banked|came (?:in|through|back)|"
    r"(?:hit|reached|in) (?:our|the|its) (?:\w+ )?(?:bank|account|books)|"
    r"subsidi[sz]ed|reimbursed|arrived|came through|credited|enjoyed|drew|drawn|covered|met|bore|borne)(?![a-z])"
)
_SOUGHT = lazy(
    r"申请(?!过|了)|(?<!可)能(?:不能)?(?!源)|可以|可不可以|想|要不要|如何|怎么|多少|"
    r"(?<![a-z])(?:can(?!not|'t)|could|(?<!in )(?<!last )(?<!this )may(?= (?:we|i|it|one|the))|"
    r"might(?! (?:\w+ )?have)|will|would|apply|applying|"
    r"claim(?:ing)?|how|hope|want|"
    r"ask(?:ed|ing)? for|entitled|get(?! it)|what (?:part|share|portion|proportion|percentage|fraction))(?![a-z])"
)
_TO_COME = lazy(
    r"等(?:着|候|待)?(?=[^,。;]{0,6}(?:到账|拨|发|下来|打|批|到位))|预计|快要?(?=下来|到|拨|发|批|打)|即将|就要|马上|"
    r"将(?=于|在|会|要|到)|"
    r"(?:没|未)(?:有)?(?:见)?(?=[^,。;]{0,4}(?:到账|到手|到位|入账|进账|下来|拨|发|打|批|兑现|审)(?!过))|"
    r"(?<![a-z])(?:(?:due|about|set|scheduled|expected|yet) to|expect\w*|waiting|wait|awaiting|pending|soon)(?![a-z])"
)
"""Money that is on its way, or approved and not paid: it has not been had yet, and may be."""
_APPROVED = lazy(r"批(?:了|下来|准|复|过了)|获批|通过了|(?<![a-z])(?:approved|granted|awarded)(?![a-z])")
_NOT_OUT = lazy(
    r"(?<![a-z])(?:has|have|was|were|is)(?: not|n't) (?:yet )?(?:been )?(?:paid|arrived|received|come|credited|"
    r"disbursed)(?![a-z])"
)
_NEVER_HAD = lazy(r"(?:没有?|从未|未|不曾)(?:再|曾)?[请申]?[领拿要得享报用]|(?<![a-z])never(?![a-z])")
_MAY_HAVE = lazy(r"(?<![a-z])(?:may|might) (?:\w+ ){0,2}have(?![a-z])")
_OF_ANOTHER = lazy(
    r"另(?:一|外(?!的?(?:资金|钱|补|支持)))|别的(?!(?:自治区|宁夏|政府|公家|公共|区里|省里)?(?:的)?(?:资金|钱|补|"
    r"支持|财政|经费|款))|其他(?:的)?(?:贷款|几笔)|[上前]一?笔|以前的|旧的|"
    r"(?<![a-z])(?:other|another|different|earlier|previous)(?! (?:\w+ ){0,2}(?:money|support|funds?|funding|aid|help|"
    r"grants?|assistance|source|pot|purse)(?![a-z]))(?![a-z])"
)
_OFFICE = lazy(rf"(?<![a-z]){_PAYER}(?![a-z])|厅|局|委")  # they pay us
_ELSEWHERE = lazy(
    r"(?:工信|工业和信息化|发改|发展改革|商务|农业农村|人社|文旅|就业|(?<!科技)金融)(?:厅|委|局|办(?!法))|"
    r"(?<![a-z])(?:(?:industry|commerce|agriculture|development and reform|labour|culture|finance) (?:department|"
    r"bureau|office|commission)|(?:department|bureau|office|commission) (?:of|for) (?:industry|commerce|agriculture|"
    r"development and reform|labour|culture|finance))(?![a-z])"
)
"""Who pays another programme's money: science-and-technology departments pay the one that is asked for."""
_SCIENCE = lazy(
    r"科技(?:厅|局|部门|金融)|(?<![a-z])(?:science|sci-?tech|technology)[- ](?:department|bureau|finance|office)|"
    r"department of science"
)
_BY_BANK = lazy(
    r"(?<![a-z])(?:bank|lender)(?: \w+){0,3} (?:refunded|reimbursed|returned|covered)|"
    r"(?:银行|行里)(?![^,。;]{0,6}[贷借放])[^,。;的]{0,6}(?:退|返|补)"
)
_ANY_PAYER = lazy(
    r"自治区|宁夏|区里|省里|政府|财政|市里|县里|园区|[厅局委]|(?<![a-z])(?:region\w*|ningxia|autonomous|state|"
    r"province|city|county|"
    r"district|department|bureau|commission|government|public|fiscal)(?![a-z])"
)
_NO_INSIDE = lazy(r"没|未(?!来)|(?<![a-z])(?:no|not|never|nothing|none)(?![a-z])|n't")
_THEIR_SIDE = lazy(r"(?<![a-z])(?:region|government|programme)(?![a-z])")
_PURSE_ZH = (
    r"(?:科技[厅局]|科技部门|科技金融(?:专项|办法|政策|资金|补助|那边)?|专项(?:资金)?|财政|自治区|政府|办法|区里|厅里)"
)


def _had(fee_zh: str, fee_en: str) -> re.Pattern[str]:
    """Money that came in for a cost, told by who had it or gave it: "we received 88,000 yuan … for the interest"."""
    part = r"(?:(?:part|half|some|most|all|the whole|a third) of )?"
    cost = rf"{part}(?:the |our |its |that |this )?(?:[\w'-]+ ){{0,2}}?{fee_en}"
    for_it = rf"(?:for|towards?|against|to cover|to offset|on account of|in respect of|as part of) {cost}"
    took = (
        r"(?:we|i|he|she|predecessor|accountant|company|firm)(?: may| might)?(?: already| well)?(?: have| had| has|"
        r"'ve)?(?: already| also| once)? "
        r"(?:received|got|collected|obtained|drew|drawn|been (?:paid|given|sent)|were (?:paid|given|sent))"
    )
    came = r"(?:came to|reached|arrived|was credited to|were credited to|was wired to|was paid to)"
    verb = r" (?:and(?! technology)|but|then|paid|used|spent|banks?|customers?|clients?|loan)(?![a-z])"
    zh_in = r"(?:收|领|拿|要|取|获|得)(?:到了?|回来?了?|过|了|下)"
    return lazy(
        rf"{_PURSE_ZH}[^。;没未不货购同户银还]{{0,20}}?{fee_zh}[^。;没未不货购同户银还\d]{{0,10}}?{PAID_OUT_ZH}|"
        rf"{fee_zh}[^。;没未不货购同户银还]{{0,14}}?{_PURSE_ZH}[^。;没未不货购同户银还]{{0,10}}?(?:{PAID_OUT_ZH}|{zh_in})|"
        rf"{_PURSE_ZH}[^。;没未不货购同户银还]{{0,14}}?{zh_in}[^。;没未不货购同户银还]{{0,20}}?{fee_zh}|"
        rf"{zh_in}[^。;没未不货购同户银还]{{0,6}}?{_PURSE_ZH}[^。;没未不货购同户银还]{{0,16}}?{fee_zh}|"
        rf"(?<![a-z])(?:{took}(?! (?:[\w'-]+ ){{0,3}}(?:bills?|invoices?|notices?|reminders?|demands?|statements?))"
        rf"(?:(?!{verb})[^.;]){{0,110}}? {for_it}|(?:yuan|rmb [\d,.]+|money|sum|"
        rf"\d) (?:[\w'-]+ ){{0,6}}?{came} [^.;]{{0,60}}? {for_it}|"
        rf"money for {cost} [^.;]{{0,30}}?(?:came|arrived|was paid out|was received)|"
        rf"{sent_back(_PAYER, fee_en)})(?![a-z])"
    )


_PURSE_EN = lazy(
    rf"(?<![a-z])(?:{_PAYER}|schemes?|rules|decree|fund|authorit\w+|state|ningxia|regional|public|subsid\w+)(?![a-z])"
)
_HAD = {
    "premium_subsidised": _had(r"(?:保险费|保费)", r"(?<!guarantee )(?<!guaranty )premiums?"),
    "interest_subsidised": _had(r"利息", r"interest"),
    "guarantee_fee_subsidised": _had(r"(?:担保|保证)费", r"(?:guarant(?:ee|y|or)(?:'s)?(?:[- ](?:fees?|charges?)))"),
}


def had_back(page: Page, place: int) -> bool:
    """Whether a sum stands in words of money that came in for the interest or the guarantor: no cost of ours."""
    index = page.index(place)
    start = max(0, page.clauses[index].start - 120)
    return any(
        match.start() <= place < match.end() + 12
        for had in _HAD.values()
        for match in had.finditer(page.text, start, page.clauses[index].end)
        if page.clauses[page.index(match.start())].sentence == page.clauses[index].sentence
    )


_SIGNS = (
    *"补贴退返报资",
    "subsid",
    "refund",
    "reimburs",
    "rebate",
    "relief",
    "interest support",
    "利息",
    "保费",
    "证费",
    "guarant",
    "fee support",
    "interest",
)


def own_programme(words: str) -> bool:
    """Whether words tell of the programme's own money for the interest or the guarantor: no other support."""
    premium = any(pattern["premium_subsidised"].search(words) for pattern in (_MATTERS, _HAD))
    if (
        _ELSEWHERE.search(words)
        or (premium and _OTHER_POLICY.search(words))
        or not (_SCIENCE.search(words) or not _ANY_PAYER.search(words))
    ):
        return False
    return any(m.search(words) for m in (*_MATTERS.values(), *_HAD.values())) or bool(
        _SCIENCE.search(words) and _DISCOUNT.search(words)
    )


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
    for name, had in _HAD.items():
        for match in had.finditer(page.text):
            named = not match[0].isascii() or _PURSE_EN.search(page.sentence(page.index(match.start())))
            for one in _told(page, name, match, True):  # whose money came in for the interest must be told
                yield one if named or not one.value else replace(one, value=None)
    for match in _DISCOUNT.finditer(page.text):
        yield from _told(page, "interest_subsidised", match)


def _told(page: Page, name: str, match: re.Match[str], granted_inside: bool = False) -> Findings:
    if neighbours.tells_of(page, match.start()):
        return
    index = page.index(match.start())
    words = here = page.text[page.clauses[index].start : page.clauses[page.index(match.end() - 1)].end]
    if _renounced(page, index, here):
        yield Found(name, False, match.start(), match.end())
        return
    granted = granted_inside or _GRANTED.search(words) is not None
    behind = _next(page, index)
    if not granted:
        words += behind  # 这笔贷款的利息补助，今年一月已经核发
        granted = _GRANTED.search(words) is not None
        if granted and _NEVER_HAD.search(behind):
            yield Found(name, False, match.start(), match.end())
            return
    approved = _APPROVED.search(words) is not None
    late = approved and _NOT_OUT.search(words + behind)
    if granted and (late or _TO_COME.search(words + behind if approved else words)):
        if approved:
            yield Found(name, None, match.start(), match.end())
        return
    if granted and _MAY_HAVE.search(words):
        yield Found(name, None, match.start(), match.end())
        return
    if name == "premium_subsidised" and not of_the_loans_policy(page, words):
        return
    if not granted or _SOUGHT.search(words) or WISH.search(words) or _BY_BANK.search(words):
        return
    standing = judge(page, match.start(), match.end(), ours=_OFFICE.search(words) is not None)
    if standing is Standing.STATED and _ELSEWHERE.search(page.sentence(index)):
        yield Found("other_regional_funding", True, match.start(), match.end(), 2)
        return
    if standing is Standing.STATED and _THEIR_SIDE.search(match[0]) and not _SCIENCE.search(words):
        return  # "the region paid a part of our interest": whose money it was is read elsewhere
    if standing is not Standing.SUPPOSED:
        denied = standing is Standing.STATED and _NO_INSIDE.search(match[0])
        value = None if _OF_ANOTHER.search(here) else False if denied else standing.value_of
        yield Found(name, value, match.start(), match.end())


_RENOUNCED = lazy(
    r"(?:不(?!知|清|确|晓|记|能|到|够|准)|没|没有|冇|无意|未)(?:会|想|去|再|要|打算|准备|计划|考虑|曾|有)*"
    r"(?:申请|申报|申领|报(?!销)|领|要(?!求)|请|拿|走|申)(?![到着得不下]|没有?|过期|多|几|哪|什么|条件)|放弃|免了|不用给|让出去"
)
_ASKED_OR_SUPPOSED = lazy(
    r"的话|如果|要是|假如|若(?!干)|能不能|能否|可不可以|是不是|是否|有没有|会不会|要不要|算不算|吗$|吗(?=[,。?])|为什么|怎么|来不及|忘|怕"
)
_BY_OTHERS = lazy(r"银行|客户|隔壁|同行|别家|别人|他们|还没|还未|尚未")


def _renounced(page: Page, index: int, words: str) -> bool:
    """Whether the enterprise says that it does not ask for a subsidy: 利息补助我们不报, 贴息不打算领."""
    if _RENOUNCED.search(words) is None or page.clauses[index].closing == "?":
        return False
    if _ASKED_OR_SUPPOSED.search(words) or _BY_OTHERS.search(words) or page.wished(index, page.clauses[index].start):
        return False
    return not doubted(page, index)


def of_the_loans_policy(page: Page, words: str) -> bool:
    """Whether words on a premium are of the insurance that a loan was had with, and of an office's money."""
    if _OTHER_POLICY.search(words) or _BY_INSURER.search(words):
        return False
    return _LOAN_POLICY.search(page.text) is not None


def _next(page: Page, index: int) -> str:
    """The clause behind, in the same sentence."""
    behind = index + 1
    same = behind < len(page.clauses) and page.clauses[behind].sentence == page.clauses[index].sentence
    return page.words(behind) if same else ""
