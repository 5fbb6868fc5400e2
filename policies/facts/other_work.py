"""Money that was for another project, and of which the writer says outright that it has nothing to do with the loan, or
that nothing of the kind was had for this one: "a grant for a coating line, nothing for this insurance".
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_OTHER_WORK = lazy(
    r"(?:另外?一?[个项]|别的|其[他它]的?)(?:科研|研发|技改)?(?:课题|项目|产品|工程)|"
    r"(?<![a-z])(?:(?:an)?other|a different|a separate|an unrelated) (?:[\w&-]+ ){0,2}?(?:projects?|topics?|products?|"
    r"studies|study)(?![a-z])"
)
_LOAN = (
    r"(?:贷款|借款|担保|保险|保单|评估|补贴|申请|loan|credit|guarantee|insurance|policy|premium|valuation|borrowing|"
    r"fee)"
)
_APART = lazy(
    rf"(?:和|跟|与|同)[^,。;]{{0,10}}?{_LOAN}[^,。;有]{{0,6}}?(?:无关|没(?:有)?(?:任何|什么|半点)?关系|不相干|不搭界)|"
    rf"(?:和|跟|与|同)[^,。;]{{0,10}}?{_LOAN}[^,。;]{{0,4}}?毫无(?:关系|瓜葛|关联)|"
    rf"(?<![a-z])(?:nothing (?:at all )?to do with|(?:un|not )related to|unconnected (?:with|to)|no (?:connection|link|"
    rf"relation) (?:with|to)|no bearing on) (?:[\w'-]+ ){{0,3}}?{_LOAN}(?![a-z])"
)
_SAME = lazy(
    r"(?:给|补|贴)(?:了|过)?[^,。;]{0,6}(?:这|本|该)笔|(?<![a-z])for (?:this|the same) (?:loan|guarantee|policy)"
)
_ITEM_ZH = (
    r"(?:这|本|该|此)(?:一)?(?:次|笔|份|项|张|个)?(?:的)?(?:贷款|借款|担保费?|保险|保单|保费|评估费?|"
    r"利息)(?:的?(?:利息|费用))?"
)
_NONE_FOR_THIS = lazy(
    r"(?<![a-z])(?:nothing|none(?: of (?:it|that|this))?|not (?:a|one)(?: single)? (?:cent|fen|yuan|penny)|"
    r"no (?:part|money|aid|penny|yuan)|not)(?: of (?:it|that))?(?: (?:was|went|came|has been|has gone|is|"
    r"were))?(?: \w+)? "
    r"(?:for|to|towards|on|into) (?:this|the same|the present) (?:very )?(?:\w+ )?(?:loan|insurance|guarantee|policy|"
    r"premium|valuation|borrowing|fee|credit)(?![a-z])|"
    rf"{_ITEM_ZH}(?:上|方面)?(?:我们)?(?:一分钱?|一毛钱?|分文|半毛钱?)(?:都|也)?(?:没|未)(?:有|拿|领|用|补|给|花)?过?|"
    rf"{_ITEM_ZH}(?:上|方面)?(?:我们)?(?:都|也|从来|并|却){{0,2}}(?:没有?|未)(?:拿|领|享受|收|补|用)(?:过|到)?(?:任何|"
    rf"别的|一分|其他|半分)?"
    r"(?:的)?(?:钱|补贴|补助|款|资助|(?=[,。;!]|$))|"
    r"(?:没有?|未)(?:一分钱?)?(?:用|花|补)(?:过)?(?:在|到|于)(?:这|本|该|此)(?:次|笔|份|项|张)(?:贷款|借款|担保|保险|"
    r"保单|评估)"
)
"""No such money for the loan, guarantee or policy that is spoken of."""
_AID = lazy(
    r"补贴|补助|资助|奖补|扶持|专项资金|财政|(?<![a-z])(?:subsid(?!iar)\w+|grants?|(?:regional|region's|public|state|"
    r"provincial|fiscal) (?:money|funds?|funding|aid|support))(?![a-z])"
)
_ITEM = lazy(
    r"贷款|借款|担保|保险|保单|保费|评估费|利息|贴息|(?<![a-z])(?:loans?|interest|guarantees?|insurance|policy|"
    r"premiums?|"
    r"valuation|borrowing|this|same)(?![a-z])"
)


def find(page: Page) -> Findings:
    """`other_regional_funding` denied for this very item, beside money that was for something else."""
    yield from nothing_else(page)
    if not _AID.search(page.text):
        return
    for match in _NONE_FOR_THIS.finditer(page.text):
        index = page.index(match.start())
        sentence = page.sentence(index)
        if not _beside_it(sentence) or doubted(page, index) or sentence.rstrip().endswith("?"):
            continue
        if not (strangers(page, match.start()) or page.wished(index, match.start())):
            yield Found("other_regional_funding", False, match.start(), match.end(), 2)


_THIS_EN = (
    r"(?:this|that|the same|the present|our|the) (?:very )?(?:bank )?(?:loan|borrowing|credit|guarantee|policy|premium|"
    r"valuation|interest)"
)
_NOBODY_FOR_THIS = lazy(
    r"(?<![a-z])(?:nobody|no one|no-one|nothing public|no (?:\w+ ){0,2}?(?:body|office|department|authority|purse|one))"
    r"(?: (?:has|have|had|ever|else|yet|so far|from the region)){0,3} (?:put|paid|contributed|given|gave|gone|went|"
    r"supported|helped|subsidi[sz]ed|chipped in|added|spent|come|flowed)(?: (?:us|a|an|one|single|cent|fen|yuan|penny|"
    rf"anything|any|public|money|funds?|aid|in|of|theirs)){{0,5}}(?: (?:into|to|towards?|for|on|with))? {_THIS_EN}|"
    rf"(?<![a-z])(?:for|on|towards?|with|as for) {_THIS_EN},? (?:we have (?:had |received )?nothing|(?:nobody|no one)"
    r"(?: has)?(?: ever)? (?:paid|given|gave|put|contributed|helped|supported))|"
    rf"(?<![a-z]){_THIS_EN} (?:has|had|got|received|enjoyed)(?: had| seen| received)? (?:no|not any) "
    r"(?:\w+ )?(?:help|support|aid|money|subsidy|funding|contribution)s?(?: (?:from|of) (?:any|no)(?:one|body)?)?|"
    rf"{_ITEM_ZH}[^,。;]{{0,6}}?(?:谁|哪个部门|任何人|任何部门|哪一级|什么部门)(?:都|也)(?:没|未)(?:有)?[^,。;]{{0,6}}?"
    rf"[补贴出给掏资拨]过?|"
    rf"{_ITEM_ZH}[^,。;]{{0,4}}?(?:没有?|无|未有)(?:任何|一个|哪个)?(?:人|部门|单位|机构|公家)[^,。;]{{0,4}}?[补贴出给掏资拨]过?"
)
"""Nobody gave anything for the loan, guarantee or policy that is spoken of."""
_ANOTHER_MATTER = lazy(
    r"展|摊位|参会|稳岗|培训|招聘|社保|房租|租金|出口|网站|装修|水电|用电|差旅|人才|学徒|实习|"
    r"(?<![a-z])(?:booths?|stands?|fairs?|exhibit\w*|expos?|shows?|travel|trips?|tickets|training|trainees?|"
    r"apprentice\w*|interns?|website|hiring|wages?|staff|rents?|electricity|export|canteen|dormitor\w+|boiler|"
    r"solar|roof|heating|talents?|recruit\w*|trade mission|delegation)(?![a-z])"
)
"""What aid may be for that has nothing to do with borrowing."""
_THIS_TOO = lazy(
    r"也(?!没|未|谁)|(?<![a-z])(?:too|also|as well|besides|except|"
    r"apart from|but for|until|if|other than)(?![a-z])|除了|如果"
)
_SURE = 2
"""Above this weight a doubt is told outright and stays."""


def but_for_this(page: Page, found: list[Found]) -> list[Found]:
    """The statements, aid for another matter left out where nobody gave any for the loan: 展位费补过,这笔贷款没人补."""
    r""
    if not any(one.name == _NAME for one in found) or not _ANOTHER_MATTER.search(page.text):
        return found
    none = next((match for match in _NOBODY_FOR_THIS.finditer(page.text) if _told(page, match)), None)
    if none is None:
        return found
    aid = [one for one in found if one.name == _NAME]
    if any(one.value is not False and not _of_another(page, one, none) for one in aid):
        return found
    kept = [one for one in found if one not in aid or one.value is False]
    return [*kept, Found(_NAME, False, none.start(), none.end(), _SURE)]


_NAME = "other_regional_funding"


def _told(page: Page, none: re.Match[str]) -> bool:
    index = page.index(none.start())
    sentence = page.sentence(index)
    if doubted(page, index) or sentence.rstrip().endswith("?") or _THIS_TOO.search(sentence):
        return False
    return not (strangers(page, none.start()) or page.wished(index, none.start()))


def _of_another(page: Page, one: Found, none: re.Match[str]) -> bool:
    """Whether a statement of aid is the denial itself, or its clause names another matter and no loan."""
    if one.weight > _SURE:
        return False
    if none.start() <= one.start < none.end():
        return True
    words = page.words(page.index(one.start))
    return _ANOTHER_MATTER.search(words) is not None and _ITEM.search(words) is None


def _beside_it(sentence: str) -> bool:
    """Whether a sentence tells of aid, none of it for this item, and of no other loan, guarantee or policy."""
    rest = _NONE_FOR_THIS.sub("", sentence)
    return rest != sentence and _AID.search(rest) is not None and _ITEM.search(rest) is None


_SPENT_ON = lazy(
    r"(?:建|盖|修|买|购|置办?|做|搞|办|改造|研发|研制|攻关|升级|扩)[^,。;没未]{0,4}?[\u4e00-\u9fff]|项目|课题|设备|实验室|基地|"
    r"(?<![a-z])(?:for|towards?|to (?:build|buy|equip|set up|develop|refit)) (?:(?!this|that|it|us)(?:an?|our|the|an"
    r"other) )?"
    r"[a-z]"
)
_APART_AT_ALL = lazy(
    rf"(?:和|跟|与|同)[^,。;]{{0,6}}?{_LOAN}[^,。;有说不没]{{0,6}}?(?:无关|没有?(?:任何|什么|半点|一点)?(?:关系|关联|瓜葛|牵连)|不相干|"
    r"不搭界|不沾边|不相关|不是(?:一|同一)(?:回事|码事)|[是]?两(?:码|回)事|毫无(?:关系|瓜葛|关联))(?!的|吗|呢|,?(?:说不|不清楚|不知道|不确定))|"
    rf"(?<![a-z])(?:nothing (?:at all |whatever )?to do with|unrelated to|not related to|unconnected (?:with|to)|not"
    rf" connected "
    rf"(?:with|to)|quite apart from|no (?:connection|link|relation) (?:with|to)|no bearing on) (?:[\w'-]+ ){{0,3}}?"
    rf"{_LOAN}(?![a-z])"
)
_NOTHING_ELSE = lazy(
    r"(?:别的|其[他它余]的?|此外|除此(?:之外|以外)?|另外)(?:钱|补助|补贴|资金|财政资金|地方)?(?:我们|公司)?(?:就|都|也|再|一概|全)?(?:没有?|未)(?:再)?"
    r"(?:有|拿|领|得|要|收|享受|申请)?(?:过|到)?(?:了|别的|其他|任何|一分|钱|补助|补贴|资金|什么){0,2}(?=$|[,。;!])|"
    r"(?<![a-z])(?:(?:there (?:was|is|has been|were)|we (?:have )?(?:had|got|received|took|taken))(?: \w+)? nothing "
    r"(?:else|more|further|"
    r"besides)|(?:and )?nothing (?:else|more|further|besides)(?: (?:was|has been|came|has come) (?:\w+ )?(?:paid|giv"
    r"en|received|had|"
    r"from (?:the|them|it)))?|(?:there (?:was|is|has been)|we (?:have )?(?:had|got|received)) no(?:ne| other| further)"
    r"(?: (?:money|aid|help|support|grant|subsidy|funds|public money|regional money))?)(?! (?:about|is known|to))(?="
    r"$|[,.;!]| (?:from|of) )"
)
_WHOSE_MONEY = lazy(
    r"(?:自治区|区里|宁夏|区财政|[\u4e00-\u9fff]{1,4}厅)[^,。;没未不能要想]{0,14}?(?:给|拨|奖|补|发|资助|支持|批)(?:过|了)|"
    r"(?<![a-z])(?:region\w*|ningxia|department|autonomous region)(?: \w+){0,3}? (?:gave|paid|granted|awarded|put|he"
    r"lped|contributed|supported|"
    r"allotted)(?![a-z])"
)
_AHEAD = 120


def told_apart(page: Page, index: int) -> bool:
    """Whether money of a clause went into a thing of its own and is said to be apart from the loan or valuation."""
    clause = page.clauses[index]
    behind = page.text[clause.start : clause.end + _AHEAD]
    match = _APART_AT_ALL.search(behind)
    if match is None or _ITEM.search(page.words(index)) or _SPENT_ON.search(page.words(index)) is None:
        return False
    if _NOTHING_ELSE.search(behind, match.end()) is None:
        return False  # told of this money alone, it leaves other money open
    last = page.index(clause.start + match.start())
    near = page.clauses[last].sentence - clause.sentence
    return near <= 1 and page.clauses[last].closing != "?" and not doubted(page, last) and not doubted(page, index)


def nothing_else(page: Page) -> Findings:
    """`other_regional_funding` denied: what was had is apart from the loan, and there was nothing else."""
    if _NOTHING_ELSE.search(page.text) is None:
        return
    for money in _WHOSE_MONEY.finditer(page.text):
        index = page.index(money.start())
        apart = _APART_AT_ALL.search(page.text, money.end(), money.end() + 2 * _AHEAD)
        if apart is None or not told_apart(page, index) or strangers(page, money.start()):
            continue
        none = _NOTHING_ELSE.search(page.text, apart.end(), apart.end() + _AHEAD)
        if none is not None and not doubted(page, page.index(none.start())):
            yield Found(_NAME, False, none.start(), none.end(), _SURE)


def only_for_that(sentence: str) -> bool:
    """Whether a sentence tells of money for another project that is apart from the loan, guarantee or policy."""
    if _beside_it(sentence):
        return True
    return bool(_OTHER_WORK.search(sentence) and _APART.search(sentence) and not _SAME.search(sentence))


def of_other_work(page: Page, index: int) -> bool:
    """Whether the money of a clause was for another project, or for a thing that is apart from the loan."""
    return only_for_that(page.sentence(index)) or told_apart(page, index)
