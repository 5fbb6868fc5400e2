"""A house that has no agreement with the science department: "he tells me he never signed anything with the science
people", 担保公司跟科技厅没有任何协议.

Whose pact it is must be told: a guarantor, an insurer, an appraiser or a bank, named in the sentence or right before
it. What we ourselves never signed says nothing, and neither does a pact that is asked about or supposed.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.off_the_list import OF_LENDER, OF_SURETY
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_DEAL = (
    r"(?:agreements?|contracts?|arrangements?|dealings?|deals?|ties?|pacts?|relations?(?:hip)?|partnerships?|"
    r"co-?operation|memorandum|anything|business)"
)
_OFFICE = (
    r"(?:(?:the|that|this|any|our|its|ningxia's|region's|regional|ningxia|province's|autonomous) ){0,4}"
    r"(?:(?:department|bureau|office|commission) (?:of|for) science|"
    r"(?:science|sci-?tech|technology)(?: and technology|[- ]finance)?(?:'s)? (?:people|department|office|bureau|"
    r"commission|authorit\w+|folks?|side|officials?|administration|programme|scheme))"
)
_NOT = r"(?:never|no|not|n't|nothing|without|neither|nor)"
_PACT_EN = lazy(
    rf"(?<![a-z])(?:[a-z]+(?=n't)|(?=never|no|not|nothing|without|neither|nor))"
    rf"{_NOT} (?!only|just|merely)(?:[\w'-]+ ){{0,5}}?"
    rf"(?:(?:sign\w*|enter\w*|conclud\w*|contracted|affiliated|worked|works?|co-?operat\w*|{_DEAL})(?![a-z]))"
    rf"(?: (?!but |and |who |which )[\w'-]+){{0,4}}? (?:with|to|between it and|by) {_OFFICE}(?![a-z])"
)
_WITH_ZH = (
    r"(?:跟|和|与|同)(?:他们|我们|宁夏|自治区|区里|当地|本地|这边|你们|的){0,3}(?:科技[厅局]|科技部门|科技金融|厅里|科委)"
    r"(?:那边|这边|方面)?"
)
_PACT_ZH = lazy(
    rf"(?:从来|从|并|还|也|根本|压根|都|就){{0,2}}(?:没有?|未曾?|不曾)(?:有)?{_WITH_ZH}[^,。;]{{0,4}}?(?:签|订|合作|协议|约|来往|往来)|"
    rf"{_WITH_ZH}(?:之间)?(?:从来|从|并|还|也|根本|压根|都|就|毫){{0,2}}(?:没有?|未曾?|无|不曾|不存在)(?:有|过)?"
    r"[^,。;]{0,8}?(?:签|订|合作|协议|合约|约定|关系|来往|往来)|"
    r"(?:从来|从|并|还|根本|压根|都){0,2}(?:没有?|未曾?)(?:有)?(?:签|订|入)过?(?:任何|什么)?(?:科技[厅局]|科技部门|科技金融)"
    r"(?:的)?(?:合作)?(?:协议|合约|名单)"
)
_WE = lazy(
    r"(?<![a-z])(?:we|i|our (?:company|firm))(?: have| had|'ve| has)?$|(?:我们?|本公司|我司|公司自己)(?:自己|公司)?$"
)
_IF = lazy(r"如果|要是|假如|若(?!干)|的话|(?<![a-z])(?:if|unless|suppose|whether|in case)(?![a-z])")
_ELSE = lazy(
    r"(?<![a-z])(?:landlord|supplier|customer|client|neighbou?r|consultant|agent|accountant|competitor|rival|"
    r"university|institute|subsidiary|parent)s?(?![a-z])|房东|供应商|客户|中介|代理|同行|邻居|大学|研究[院所]|子公司|母公司"
)
_NEAR = 260
_WEIGHT = 4
"""Above the words of 合作关系 and the like, which read a 无 between as none."""


def find(page: Page) -> Findings:
    """`partner_institution` denied of a house without an agreement."""
    if "科" not in page.text and "厅" not in page.text and "scien" not in page.text and "tech" not in page.text:
        return
    for pattern in (_PACT_EN, _PACT_ZH):
        for match in pattern.finditer(page.text):
            first, last = page.index(match.start()), page.index(match.end() - 1)
            lead = page.text[page.clauses[first].start : match.start()]
            asked = page.clauses[last].closing == "?" or _IF.search(page.words(first))
            if asked or doubted(page, first) or _WE.search(lead.rstrip()):
                continue
            if (house := house_of(page, match.start())) is not None:
                yield Found("partner_institution", False, house, match.end(), _WEIGHT)


def house_of(page: Page, place: int) -> int | None:
    """Where the house is named of which words at a place go on telling, None where it is somebody else."""
    index = page.index(place)
    ahead = max(0, place - _NEAR)
    sentence = page.clauses[index].sentence
    while page.clauses[page.index(ahead)].sentence < sentence - 1:
        ahead = page.clauses[page.index(ahead)].end + 1
    named = [
        (one.start(), one.end(), kind)
        for kind, pattern in (("surety", OF_SURETY), ("lender", OF_LENDER), ("else", _ELSE))
        for one in pattern.finditer(page.text, ahead, place)
    ]
    if not named or max(named)[2] == "else":
        return None
    return page.clauses[index].start
