"""Part of a cost that other public money has borne, whatever the word: 工信部门的资金已经帮我们报了三成担保费.

The region's money for the item bars; a city's leaves it open. The science department's own programme is the one that is
asked for, and no other money.
"""

from __future__ import annotations

from policies.facts import frames, phrases
from policies.facts.found import Findings, Found
from policies.facts.frames import Frame, words
from policies.facts.matters import strangers
from policies.facts.phrases import Phrase
from policies.facts.scope import Page
from policies.patterns import lazy

_NAME = "other_regional_funding"
_COST_ZH = r"(?:担保费|保证费|保费|保险费|评估费|利息|贷款|借款|费用)"
_REGION_ZH = (
    r"(?:(?:自治区|宁夏|区级|区里|区上|省级|省里|全区)[^,。;没未不]{0,10}?|(?:工信|工业和信息化|经信|发改|商务|"
    r"农业农村|人社|文旅|财政|"
    r"民政|乡村振兴|中小企业)(?:部门|厅|委|局|系统)?的?[^,。;没未不]{0,8}?)"
)
_CITY_ZH = (
    r"(?:(?:市|县|镇|园区|开发区|高新区)(?:里|级|上|财政|政府|[\u4e00-\u9fff]{2,4}[局委办])?的?[^,。;没未不]{0,8}?)"
)
_PURSE_ZH = r"(?:资金|专项|财政|经费|基金|预算|项目款|项目资金|部门|厅|委|局)"
_BORE_ZH = (
    r"(?:已经?|早就|早已|先|先行|当时|年底|去年|今年|前年|曾经?|也){0,3}(?:[帮给替为](?:我们|我司|本公司|公司|我|"
    r"咱们?))?(?:先)?"
    r"(?:报销|报|出|付|承担|负担|分担|解决|支付|代付|垫付|贴补|补贴|补助|补|贴|核销|报掉|包)(?:了|过|掉|完|"
    r"好){1,2}(?:我们)?(?:其中的?)?[^,。;]{0,12}"
)
_BY_ZH = r"(?:已经?|早就|早已|先|都|曾经?|也){0,2}(?:由|让|被|从|走|用)(?:了)?"
_PAID_ZH = (
    r"[^,。;没未]{0,10}?(?:承担|负担|报销|报|出|付|解决|支付|补助|补贴|补|贴|核销|列支)(?:了|过|掉|完)?"
    r"(?:[一二两三四五六七八九半\d][^,。;]{0,6})?(?=[,。;]|$)"
)
_NOT_OURS_ZH = lazy(
    r"同行|隔壁|客户|对方|朋友|听说|据说|能不能|可不可以|会不会|是不是|有没有|是否|科技(?:厅|部门|局|金融)|如果|要是|"
    r"打算|准备|退回|退还|撤|贷款风险"
)
_FOR_COST_ZH = lazy(_COST_ZH)


def _zh(source: str, value: bool | None) -> Phrase:
    return Phrase(
        _NAME,
        value,
        lazy(
            rf"{source}{_PURSE_ZH}(?:里|上|中)?{_BORE_ZH}|"
            rf"{_COST_ZH}[^,。;没未不]{{0,6}}{_BY_ZH}{source}{_PURSE_ZH}{_PAID_ZH}"
        ),
        near=_FOR_COST_ZH,
        without=_NOT_OURS_ZH,
        bare=True,
        signs=("资金", "专项", "财政", "经费", "基金", "预算", "部门", "厅", "委", "局"),
    )


_PHRASES = (_zh(_REGION_ZH, True), _zh(_CITY_ZH, None))

_COST_EN = (
    r"(?:guarantee[- ]fees?|guarantee|guarantor's (?:fee|bill|charge)|fees?|premiums?|interest|insurance|valuation|"
    r"loan|"
    r"appraisal)"
)
_REGION_EN = r"(?:regional|region's|provincial|province's|autonomous region's|autonomous region|ningxia's|ningxia)"
_PURSE_EN = (
    r"(?:fund|funds|money|programmes?|programs?|schemes?|budget|department|bureau|commission|office|treasury|purse|pot|"
    r"ministry|authorit(?:y|ies)|facility|grant|subsidy)(?:'s)?"
)
_BORE_EN = (
    r"(?:picked up|bore|borne|met|paid|covered|took care of|taken care of|settled|reimbursed|refunded|shouldered|"
    r"carried|"
    r"footed|absorbed|defrayed|taken over|took over|contributed|chipped in|put (?:in|up)|helped with|given us|gave us|"
    r"helped us with|relieved us of|taken|took|funded|financed|stood|made good)"
)
_SHARE = (
    r"(?:half|part|some|a (?:third|quarter|fifth|part|share|slice)|most|all|one (?:half|third|quarter|fifth)|"
    r"[\w.-]+ (?:per cent|percent|tenths?|thirds?|quarters?|fifths?)|[\d.]+ ?%|rmb [\d,.]+|[\d,.]{4,})"
)
_WITHOUT_EN = words(
    r"no|not|never|none|nothing|neither|nor|n't|if|whether|would|will|could|can|may|might|hop\w+|expect\w*|plan\w*|"
    r"science|sci-?tech|technology|customers?|suppliers?|friends?|competitors?|neighbours?|back|returned|withdrawn"
)


_PAYS_ITSELF = r"(?:and|but|we|i|our|us|firm|company|enterprise|business|maker|bank)(?![a-z])"
"""Between the region and what was paid, whoever paid himself: "a loan in Ningxia and paid interest"."""
_FRAMES = (
    Frame(
        _NAME,
        words(
            rf"(?<!in ){_REGION_EN} (?:(?!science|sci-?tech|technology|{_PAYS_ITSELF})[\w'-]+ ){{0,6}}?"
            rf"(?:{_PURSE_EN} )?(?:has |have |had )?"
            rf"(?:(?:already|since|also|kindly|duly|once) )?{_BORE_EN}(?: [\w'-]+){{0,4}}? {_SHARE}"
            rf"(?: (?!back)[\w',.-]+){{0,4}}? {_COST_EN}|"
            rf"{_SHARE} (?:of )?(?:[\w'-]+ ){{0,4}}?{_COST_EN} (?:(?:was|has been|had been|were|is|got) )?(?:already )?"
            rf"{_BORE_EN} (?:for us )?(?:by|from|out of|through|with) (?:the |our |a |"
            rf"an )?(?:[\w'-]+ ){{0,2}}?{_REGION_EN}"
            rf"(?: (?!science|sci-?tech|technology)[\w'-]+){{0,4}}? {_PURSE_EN}"
        ),
        denied=None,
        without=_WITHOUT_EN,
        signs=("region", "provinc", "ningxia"),
        doubt=True,
    ),
)

_BY_CITY_EN = words(
    rf"(?:municipal\w*|city(?:'s)?|county(?:'s)?|prefecture(?:'s)?|township(?:'s)?) (?:[\w'-]+ ){{0,4}}?"
    rf"(?:has|have|had) (?:already |since |also )?{_BORE_EN}(?: [\w'-]+){{0,4}}? {_SHARE}"
    rf"(?: (?!back)[\w',.-]+){{0,4}}? {_COST_EN}"
)


def find(page: Page) -> Findings:
    """Costs of ours that other money has borne in part: the region's, or a city's, which leaves it open."""
    yield from phrases.find(page, _PHRASES)
    yield from frames.find(page, _FRAMES)
    for match in _BY_CITY_EN.finditer(page.text):
        index = page.index(match.start())
        if not strangers(page, match.start()) and not page.wished(index) and not _WITHOUT_EN.search(page.words(index)):
            yield Found(_NAME, None, match.start(), match.end(), 2)
