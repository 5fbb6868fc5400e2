"""Whether what was bid for is a government's purchase: no private buyer is bound (Beijing SME regulation, art. 28)."""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_TENDER = lazy(
    r"招标|投标|竞标|标书|开标|评标|标案|采购|(?<![a-z])(?:tender\w*|bids?|bidding|procur\w+|purchas\w+)(?![a-z])"
)
_PRIVATE_ZH = r"(?:民营|私营|私人|私立|民办|民企|私企|外资|外企|合资|商业)"
_PRIVATE_EN = r"(?:private(?:ly[- ]owned)?|commercial|foreign-owned|family-owned)"
_BODY_EN = r"(?:group|company|firm|enterprise|buyer|business|hospital|school|developer|bank|insurer|chain|corporation)"
_NONE = lazy(
    r"(?<!是)(?:不是|并非|不属于?|不算|谈不上|称不上)(?:什么|任何)?政府(?:的)?采购(?:项目|标|活动)?(?=[,。;?!]|$)|"
    r"[跟和与](?:任何)?政府(?:部门)?(?:的)?采购(?:项目)?(?:毫无|无|没有?|不沾)(?:任何|半点|什么)?(?:关系?|边|关联)|"
    rf"(?:招标|采购|发包|发标|买)(?:的)?(?:方|人|单位|主体|家)?(?:就)?(?:是|为)(?:一?[家个所])?[^,。;]{{0,8}}?{_PRIVATE_ZH}|"
    rf"(?:一[家个所])?{_PRIVATE_ZH}(?!和|或|、)[^,。;]{{0,12}}?(?:自己|自行|在|用自有资金)(?:搞的|办的)?(?:招标|采购)|"
    r"(?<![a-z])(?:(?:is|was|are|were)(?: not|n't)|isn't|wasn't|never|not)(?: an?| any| part of)?(?: form of)? "
    r"(?:government|public|state) (?:procurement|purchas\w+|tenders?|buying|contract)(?![a-z])|"
    r"(?<![a-z])(?:nothing|no connection|no link)(?: to do)? (?:with|to) (?:government|public|state) "
    r"(?:procurement|purchas\w+|tenders?|buying)(?![a-z])|"
    rf"(?<![a-z])(?:run|issued|held|organi[sz]ed|put out|published|called|launched|invited) by an? (?:[\w-]+ ){{0,2}}?"
    rf"{_PRIVATE_EN} (?:[\w-]+ ){{0,2}}?{_BODY_EN}(?![a-z])|"
    rf"(?<![a-z])(?:buyer|purchaser|client|tenderer) (?:is|was) an? (?:[\w-]+ ){{0,2}}?{_PRIVATE_EN} "
    rf"(?:[\w-]+ ){{0,2}}?{_BODY_EN}(?![a-z])"
)
"""The text says that it is none, or that the buyer is private."""
PUBLIC = lazy(
    r"(?:政府(?!采购)|[教经卫发]改?委|卫健委|委办局|机关|[市区县]级?部门|[市区县]里的?[^,。;]{0,3}局|公安局|财政局)"
    r"[^,。;]{0,12}?(?:招标|采购|标案|的标)|"
    r"(?<![a-z])(?:municipal|city|district|education|finance|water|public security) (?:bureau|department|commission|"
    r"authority|government)(?:'s|s)?(?: [\w'-]+){0,6}? (?:tender\w*|procur\w+|purchas\w+|buying)(?![a-z])"
)
"""A buyer that is a government's, beside the private one: which of the two is asked about nobody can tell."""


def find(page: Page) -> Findings:
    """`government_purchase`: false where the purchase is said to be somebody else's than a government's."""
    if not _TENDER.search(page.text):
        return
    private = [match for match in _NONE.finditer(page.text) if _TENDER.search(_around(page, match))]
    for match in private:
        standing = judge(page, match.end(), match.end(), ours=True)
        if standing is not Standing.SUPPOSED and not page.wished(page.index(match.start()), match.start()):
            yield Found("government_purchase", None if standing is Standing.OPEN else False, match.start(), match.end())
    if not private:
        return
    for match in PUBLIC.finditer(page.text):
        if judge(page, match.start(), match.end(), ours=True) is Standing.STATED:
            yield Found("government_purchase", True, match.start(), match.end())


def _around(page: Page, match: re.Match[str]) -> str:
    """The sentence of the words, and what was told just before it."""
    index = page.index(match.start())
    return page.text[max(0, match.start() - 160) : match.start()] + page.sentence(index)
