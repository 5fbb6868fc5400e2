"""Money that was for another project, and of which the writer says outright that it has nothing to do with the loan, or
that nothing of the kind was had for this one: "a grant for a coating line, nothing for this insurance".
"""

from __future__ import annotations

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
    rf"(?:和|跟|与|同)[^,。;]{{0,10}}?{_LOAN}[^,。;]{{0,6}}?(?:无关|没(?:有)?(?:任何|什么|半点)?关系|不相干|不搭界)|"
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
    if not _AID.search(page.text):
        return
    for match in _NONE_FOR_THIS.finditer(page.text):
        index = page.index(match.start())
        sentence = page.sentence(index)
        if not _beside_it(sentence) or doubted(page, index) or sentence.rstrip().endswith("?"):
            continue
        if not (strangers(page, match.start()) or page.wished(index, match.start())):
            yield Found("other_regional_funding", False, match.start(), match.end(), 2)


def _beside_it(sentence: str) -> bool:
    """Whether a sentence tells of aid, none of it for this item, and of no other loan, guarantee or policy."""
    rest = _NONE_FOR_THIS.sub("", sentence)
    return rest != sentence and _AID.search(rest) is not None and _ITEM.search(rest) is None


def only_for_that(sentence: str) -> bool:
    """Whether a sentence tells of money for another project that is apart from the loan, guarantee or policy."""
    if _beside_it(sentence):
        return True
    return bool(_OTHER_WORK.search(sentence) and _APART.search(sentence) and not _SAME.search(sentence))
