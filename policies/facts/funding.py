"""Other fiscal money of the region for the same item: `other_regional_funding`.

Money that the region or one of its departments gave for this loan, guarantee or insurance bars; money of a city, a
district or a park, for something else, given back, or merely applied for leaves the matter open.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.other_work import of_other_work
from policies.facts.scope import Page
from policies.facts.standing import Standing, doubted, judge
from policies.facts.subsidised import own_programme
from policies.facts.unconnected import AWARD, UNRELATED
from policies.patterns import lazy

_MONEY = r"(?:补贴|补助|资助|贴息|奖补|财政资金|财政支持|财政的?钱|政府资金|政府支持|政府的?钱|扶持资金|专项资金|财政)"
_MONEY_EN = (
    r"(?:subsid(?!iar)\w+|grants?|(?:public|government|fiscal|regional|state|provincial) (?:money|funding|funds?|"
    r"support|"
    r"aid)|(?:funding|money|support|help|aid) from (?:the|another|a) (?:\w+ ){0,3}(?:region\w*|government|state|"
    r"department|bureau|province|city|district))"
)
_HAD = lazy(
    rf"(?:拿|领|获|得|享受|收|到|用|要|取得|申领|批|发|给)(?:到|得|了|过|取)*[\u4e00-\u9fff\d.、]{{0,18}}?{_MONEY}|"
    rf"{_MONEY}(?:(?![没未无不])[\u4e00-\u9fff]){{0,6}}?(?:拿了|拿过|领了|领过|到账|下来了|批了|发了|到手|"
    rf"已经?[拿领获])|"
    r"补(?:贴|助)?(?:过|了)(?!充|上|交|缴|齐|回)|贴(?:过|了)(?:一?次|一?笔|\d+[万元])?息|贴过息|"
    r"给[\u4e00-\u9fff]{2,8}补了|[厅局委](?:里)?[^,。;没未不无]{0,12}?[给出拨掏](?:过|"
    r"了)(?:我们)?[\u4e00-\u9fff\d.]{0,6}?[钱款万元]|"
    rf"(?<![a-z])(?:refunded|paid|covered|reimbursed|subsidi[sz]ed|borne|met) (?:\w+ )?(?:by|from) (?:the |"
    rf"a )?(?:\w+ ){{0,2}}(?:region\w*|autonomous|government|state|province|department|bureau|ningxia|county|city|"
    rf"district)(?![a-z])|"
    rf"(?<![a-z])(?:received|got|gotten|obtained|have|had|has|having|took|taken|drew|drawn|given|won|awarded|paid|"
    rf"gave|claimed|collected|get|getting|"
    rf"secured|enjoyed|approved|granted|benefit\w*)\s(?:(?:[\w']+|¥?\d[\d,.]*\d)\s){{0,8}}?{_MONEY_EN}(?![a-z])|"
    r"(?<![a-z])(?:had|got|received|taken|took|drawn|drew|accepted|used) (?:[\w']+ ){0,4}?(?:region\w*|department|"
    r"bureau|government|"
    r"ningxia)(?:'s)? (?:\w+ ){0,2}?(?:money|funds?|funding|grants?|subsid(?!iar)\w+|support|aid)(?![a-z])|"
    r"(?<![a-z])(?:already|also|been) (?:\w+ )?(?:subsidi[sz]ed|reimbursed by the (?:region|state|department|"
    r"government))(?![a-z])|"
    r"(?<![a-z])(?:region|government|province|department|state|bureau|city|district|county)(?:'s \w+|"
    r" of \w+(?: and \w+)?)? (?:has |had |"
    r"have )?(?:already )?(?:paid|covered|refunded|subsidi[sz]ed|reimbursed|gave|given)(?![a-z])|"
    r"(?<![a-z])(?:received|got|obtained|had|taken|took|drawn|given|have)\s(?:[\w']+\s){0,6}?(?:other|another|"
    r"further|additional)\s"
    r"(?:[\w']+\s){0,4}?(?:funding|money|support|subsid(?!iar)\w+|grants?|aid|funds|help|assistance)(?![a-z])"
)
_NONE = lazy(
    r"(?:没有?|无|未|从未|从没|不曾|未曾)(?:再|有|拿|领|享受|获得|得到|申请|申领|取得|用|要|过|到|其[他它]|别的|任何|"
    r"自治区|宁夏|区里|政府|"
    r"的|省里|地方|另外|财政|领取|收到|同类|额外|什么|一分){1,10}(?:补贴|补助|资助|财政资金|财政支持|财政补助|"
    r"政府资金|政府支持|扶持资金|奖补|专项资金|支持|资金|钱)|"
    r"(?:自治区|宁夏|区里|政府)?的?(?:其[他它]|别的|任何|另外的?)(?:部门|单位|厅局?|地方|渠道|"
    r"机构)[\u4e00-\u9fff]{0,4}?(?:也|都|从来?)?(?:没有?|未|没再)"
    r"(?:给|发|拨|补|出|批|支持|资助)过?(?:我们)?(?:一分)?(?:钱|资金|补贴|补助|款)?|"
    r"(?:其[他它]|别[的处家人]|另外的?)[\u4e00-\u9fff]{0,8}(?:补贴|补助|资助|资金|支持|钱)[\u4e00-\u9fff]{0,4}?(?:都|"
    r"也|一分|"
    r"一点|从来|全){0,2}(?:都|也)?(?:没有?|未)(?:拿|领|有|享受|申请|要)?|"
    r"(?<![a-z])(?:no|not|never|without|nor|n't|have not|haven't|none)\s(?:[\w']+\s){0,6}?(?:other|further|another|"
    r"additional|else|any|extra)\s?"
    r"(?:[\w']+\s){0,3}?(?:funding|money|support|subsid(?!iar)\w+|grants?|aid|funds|help|assistance)(?![a-z])|"
    r"(?:自治区|宁夏|区里|政府|财政|科技厅)?(?:没有?|未|从未)(?:再)?(?:为|给|对|替)(?:我们的?)?(?:这|该|"
    r"同一?)?[一]?[笔份项]?"
    r"(?:贷款|担保|保险)[^,。;]{0,4}?(?:再)?(?:出|给|拨|补|付|发|贴|掏|花)过?(?:别的|其[他它]|任何|一分|一毛|"
    r"什么){0,2}的?(?:钱|资金|补贴|补助|支持|款|息)?|"
    r"(?:没有?|未|从未)再?(?:出|给|拨|补|掏)过?(?:别的|其[他它]|任何|另外的?)(?:钱|资金|补贴|补助|款)|"
    r"(?<![a-z])(?:paid|gave|given|contributed|covered|provided|granted|put|added|offered|pays|"
    r"gives) (?:us )?(?:in )?"
    r"(?:nothing|no other|no further|no more)(?: (?:else|more|other|further))?(?: (?:towards?|to|for|on|"
    r"than)(?! it))?|"
    r"(?<![a-z])(?:has not|hasn't|have not|haven't|did not|didn't|never|not) (?:yet )?(?:\w+ )?(?:paid|pay|gave|give|"
    r"given|"
    r"contributed?|covered|provided?|granted|added) (?:us )?(?:towards )?(?:anything|a cent|a penny|a fen|any other|"
    r"any (?:money|more)|one yuan)(?: (?:else|more|other|further|money))?|"
    r"(?<![a-z])nothing (?:else|more|further) (?:has (?:been|come)|was|came|is) (?:\w+ )?(?:paid|given|from|"
    r"contributed)|"
    r"(?<![a-z])(?:nothing else from the (?:region|state|government|authorities)|only subsidy we|first subsidy)"
)
_TOPIC = lazy(
    r"(?:其[他它]|别的|另外|另一|同类)[\u4e00-\u9fff]{0,8}(?:补贴|补助|资助|资金|支持|奖补|贴息)|"
    r"(?<![a-z])(?:(?:other|another|further)\s(?:[a-z]+\s){0,4}?(?:funding|money|support|subsid(?!iar)\w+|grants?|"
    r"department)|regional (?:money|subsid(?!iar)\w+|funding|grants?))(?![a-z])|"
    r"(?<![a-z])(?:whether|if) the (?:region|state|department|government) (?:has )?(?:paid|gave|covered|"
    r"subsidi[sz]ed)"
)
_APPLIED = lazy(
    r"(?:申请|申报|报)(?:了|过|的)?[\u4e00-\u9fff]{0,12}(?:补贴|补助|资助|贴息|奖补|资金)[\u4e00-\u9fff]{0,6}|"
    r"(?<![a-z])(?:applied|application|applying|waiting|pending)(?: \w+){0,8}? (?:subsid(?!iar)\w+|grants?|funding|"
    r"money|"
    r"support)(?![a-z])"
)
_NOT_APPLIED = lazy(
    r"(?:没有?|未|从未|不(?!久))(?:再|曾|会|打算|准备|去|另外?|同时|要){0,2}$|"
    r"(?<![a-z])(?:not|never|nor|neither|without|no)(?: (?:even|now|ever|been|yet|currently|also|separately|have|are|"
    r"is|we|it|did)){0,3} $|n't(?: (?:even|ever|been|also)){0,2} $"
)
_WAITING = lazy(
    r"还没|没批|未批|等|在审|待|没下来|结果|(?<![a-z])(?:another|other|waiting|pending|not yet|no answer)(?![a-z])"
)
_REGION = lazy(
    r"自治区|区里|区财政|区级|宁夏|省里|省级|省财政|[\u4e00-\u9fff]{1,4}厅|发改委?|(?<![a-z])(?:region\w*|autonomous|"
    r"provinc\w+|department|ningxia|other (?:public )?money|other (?:fiscal )?(?:support|funding))(?![a-z])"
)
_LOWER = lazy(
    r"市里|市财政|市级|市政府|市科技局|市工信局|银川市|县里|县上|县财政|镇上|乡里|村里|管委会|园区|开发区|高新区|"
    r"经开区|街道|镇里|中央|国家级|"
    r"国家财政|"
    r"(?<![a-z])(?:city|municipal\w*|county|district|park|zone|township|central government|national|federal)(?![a-z])"
)
_ITEM = lazy(
    r"这笔|同一|这个|该笔|本笔|贷款|借款|担保|保险|保单|利息|贴息|评估费|(?<![a-z])(?:loan|guarantee|insurance|"
    r"policy|interest|premium|same|it|this|fee|valuation|other|another)(?![a-z])"
)
_ELSEWHERE = lazy(
    r"研发|设备|厂房|人才|稳岗|社保|招聘|租金|房租|水电|展会|出口|技改|装修|留工|用电|专利申请|知识产权奖|另一笔|"
    r"别的贷款|"
    r"其他贷款|疫情|培训|安全|锅炉|农机|摊位|购置|"
    r"(?<![a-z])(?:r&d|research|equipment|hiring|staff|wage|rent|export|training|talent|covid|fair|different|"
    r"another loan|other loan|machine\w*)(?![a-z])"
)
_OUT_OF = lazy(r"(?:利息|担保费|评估费|保费|贷款)[^,。;没未]{0,6}(?:由|被|让|从)[^,。;没未]{0,16}(?:补|贴|付|报|退|出)")
_FOR_A_THING = lazy(r"(?<![a-z])(?:for|towards) (?:an?|our|the|its) [a-z]|(?:办|买|参)(?:了)?[^,。;]{1,6}的")
_ONLY_A_PART = lazy(
    r"\s?(?:但|不过|可)?(?:只|才|仅|就)(?:是)?(?:补|贴|给|覆盖|够)|\s?(?:but )?(?:it|that|this|they|"
    r"which) (?:\w+ )?(?:only|just) "
    r"(?:\w+ )?(?:covered|paid|met|gave)|\s?(?:but )?(?:it|that|this|they) (?:covered|paid|met|gave) (?:only|just)"
)
_SAME = lazy(
    r"(?<!不是)(?:同一?|这|本|该)(?:一)?(?:笔|份|个)(?:贷款|借款|担保|保险|保单)|(?<![a-z])(?:this|the same|that) "
    r"(?:very )?(?:loan|guarantee|policy|borrowing)(?![a-z])"
)
_BACK = lazy(
    r"退回|退还|收回|追回|返还|还回去|取消|撤|(?<![a-z])(?:back|returned|repaid|revoked|withdrawn|cancelled|clawed|"
    r"rejected|refused|denied)(?![a-z])"
)
_GOAL = lazy(
    r"想|希望|打算|能|可以|可不可以|如何|怎么|怎样|哪些|什么补|多少|申请(?!过|了)|有没有|有什么|要(?!了|到)|够不够|"
    r"符合|够格|(?<![a-z])(?:can|could|how|what|which|is there|are there|eligible|"
    r"qualify|want|hope|would|looking|apply for|claim (?:the|a)|do we get|get back|entitled)(?![a-z'])"
)


_GATE = lazy(
    r"[补贴资财拨款钱]|支持|扶持|subsid|grant|fund|money|support|paid|cover|refund|reimburs|aid|help|assist|else|"
    r"contribut"
)
"""Without any of these no money of the authorities is spoken of."""


def find(page: Page) -> Findings:
    """Money had, denied or doubted."""
    if not _GATE.search(page.text):
        return
    denied = [(m.start(), m.end()) for m in _NONE.finditer(page.text)]
    for match in _NONE.finditer(page.text):
        yield from _no(page, match)
    for match in _HAD.finditer(page.text):
        if not any(start < match.end() and match.start() < end for start, end in denied):
            yield from _had(page, match)
    for pattern in (_APPLIED, _TOPIC):
        for match in pattern.finditer(page.text):
            if any(start < match.end() and match.start() < end for start, end in denied):
                continue
            index = page.index(match.start())
            standing = judge(page, match.start(), match.end(), ours=True)
            if pattern is _APPLIED and _NOT_APPLIED.search(page.text, page.clauses[index].start, match.start()):
                continue  # what is not applied for is not waited for
            waiting = pattern is _APPLIED and _WAITING.search(page.sentence(index))
            if waiting or (standing is Standing.OPEN and not _GOAL.search(page.words(index))):
                yield Found("other_regional_funding", None, match.start(), match.end(), 2)
    for match in re.finditer(r"(?:领|拿|补|享受|得|申请)(?:到)?过", page.text):
        index = page.index(match.start())
        if doubted(page, index) and re.search(r"补|贴|财政|资助|扶持", page.sentence(index)):
            yield Found("other_regional_funding", None, match.start(), match.end(), 2)
    for match in re.finditer(
        rf"{_MONEY}[\u4e00-\u9fff]{{0,4}}(?:退|收|追)|pay (?:\w+ ){{0,3}}(?:subsid(?!iar)\w+|grants?) back|"
        rf"(?:subsid(?!iar)\w+|"
        rf"grants?) (?:\w+ ){{0,3}}(?:returned|clawed|back)",
        page.text,
    ):
        yield Found("other_regional_funding", None, match.start(), match.end(), 2)


_HEARSAY = lazy(
    r"(?:朋友|同行|人家|别人|有人|邻居|亲戚|同学)[^,。;我]{0,8}(?:说|讲|觉得|认为)[^,。;过]{0,12}$|^(?:说|"
    r"讲)[^,。;我过]{1,10}$"
)


def _no(page: Page, match: re.Match[str]) -> Findings:
    index = page.index(match.start())
    standing = judge(page, match.start() + 1, match.end(), ours=True)
    words = page.words(index)
    if doubted(page, index):
        yield Found("other_regional_funding", None, match.start(), match.end(), 2)
        return
    if _HEARSAY.search(words[: match.start() - page.clauses[index].start]):
        return  # 朋友说BB太低没有补贴: what somebody thinks there is to be had
    if re.search(r"有没有|吗|是否", words) or (
        page.clauses[index].closing == "?" and not re.search(r"我们|(?<![a-z])we(?![a-z])", words)
    ):
        return  # a question about what there is to be had
    if standing is Standing.SUPPOSED:
        return
    yield Found("other_regional_funding", None if standing is Standing.OPEN else False, match.start(), match.end(), 2)


def _had(page: Page, match: re.Match[str]) -> Findings:
    index = page.index(match.start())
    words = page.words(index)
    lead = page.text[page.clauses[index].start : match.start()]
    if re.search(r"欠|货款|工程款|(?<![a-z])(?:owes?|owed|invoice)(?![a-z])", words):
        return  # a payer's money, not a subsidy
    if own_programme(page.sentence(index)):
        return  # the interest of this loan was subsidised: no other support
    if re.search(r"(?:最多|最高|可以?|能|敢问|请问)[^,。;过已]{0,4}$", lead):
        return  # 最多可获补贴多少: asked for
    if re.search(r"(?<![a-z])(?:banks?|lender|branch|guarantor|insurer)(?: [\w'-]+){0,5} $", lead):
        return  # "a partner bank of the science department paid out a loan"
    happened = re.search(
        r"过|了|已|到账|获(?!得的)|曾|去年|前年|今年|(?<![a-z])(?:received|got|gotten|obtained|had|been|took|taken|"
        r"drew|drawn|given|won|awarded|paid|gave|approved|granted|"
        r"claimed|collected|covered|refunded|already|have (?:\w+ )?(?:other|another|a|some)|subsidi[sz]ed|"
        r"reimbursed)(?![a-z])",
        words,
    )
    if not happened or (_GOAL.search(lead + match[0]) and not re.search(r"过|已经?|already", words)):
        return
    standing = judge(page, match.start(), match.end(), ours=True)
    if standing is Standing.SUPPOSED:
        return
    value = standing.value_of
    if value and re.search(r"(?<![a-z])(?:no|nor|neither|nothing|never|not a)(?![a-z])", match[0]):
        value = False  # "has claimed no second subsidy"
    if value and not _bars(page, index, match.start()):
        if _ONLY_A_PART.match(words) and index and _HAD.search(page.sentence(index - 1)):
            return  # "they have already paid some of it. It covered only a part": of the money told before
        if of_another_matter(page, index, match.start()):
            return
        value = None
    yield Found("other_regional_funding", value, match.start(), match.end(), 2)


_RENT = lazy(r"租金|房租|水电|(?<![a-z])(?:rent|rental|utilities)(?![a-z])")
_AND_THEN = lazy(r"(?<![a-z])(?:and|but|while|whereas|yet|so)(?= (?:no|nothing|none|not|neither) )")
"""Where an English clause begins to tell of other money: "… for the office, and nothing has come from the region"."""


def _in_one_breath(page: Page, index: int, place: int) -> str:
    """The words of a clause around a place, without what it tells beside them."""
    clause = page.clauses[index]
    start, end = clause.start, clause.end
    for turn in _AND_THEN.finditer(page.text, clause.start, clause.end):
        if turn.start() > place:
            end = turn.start()
            break
        start = turn.start()
    return page.text[start:end]


def of_another_matter(page: Page, index: int, place: int) -> bool:
    """Whether money was somebody else's, or a county's or for a fair, a boiler, and not for the item: 县里补过农机."""
    if page.theirs(page.clauses[index].start) or strangers(page, place) or of_other_work(page, index):
        return True
    words = _in_one_breath(page, index, place)
    if _ITEM.search(words):
        return False
    if _REGION.search(words):  # a prize for a patent or for hiring a doctor, told to be unconnected with the loan
        return bool((_RENT.search(words) or AWARD.search(words)) and UNRELATED.search(page.sentence(index)))
    if UNRELATED.search(page.sentence(index)) or _RENT.search(words):
        return True
    return bool(_LOWER.search(words) and (_ELSEWHERE.search(words) or _FOR_A_THING.search(words)))


def _bars(page: Page, index: int, place: int) -> bool:
    """Whether money that was had is the region's and for the same item, as far as the words tell."""
    words = _in_one_breath(page, index, place)
    before = page.previous(index)
    around = (page.words(before) if before is not None else "") + words
    if _BACK.search(page.sentence(index)) or (
        _LOWER.search(words) and not re.search(r"自治区|区里|(?<![a-z])(?:region|autonomous)", words)
    ):
        return False
    if page.theirs(page.clauses[index].start):
        return False
    if strangers(page, place) or of_other_work(page, index):
        return False
    if UNRELATED.search(page.sentence(index)):
        return False
    if _SAME.search(page.sentence(index)) and _REGION.search(words):
        return True  # however the money is called, it was for this loan
    if _OUT_OF.search(words) and _REGION.search(words):
        return True  # 利息已由自治区工信厅的技改资金补了一半: whatever that money is for
    if _ELSEWHERE.search(words):
        return False
    return bool(_REGION.search(words) or _ITEM.search(around))
