"""Money that was for another project, and of which the writer says outright that it has nothing to do with the loan."""

from __future__ import annotations

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


def only_for_that(sentence: str) -> bool:
    """Whether a sentence tells of money for another project that is apart from the loan, guarantee or policy."""
    return bool(_OTHER_WORK.search(sentence) and _APART.search(sentence) and not _SAME.search(sentence))
