"""Sales of another case told of beside ours: "a colleague had half of it for a start-up with 20 million".

A bank's officer, a friend or a neighbour compares what he got for another borrower; its figures are none of ours.
"""

from __future__ import annotations

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.patterns import lazy

_WHO_EN = (
    r"(?:colleagues?|predecessor|friends?|neighbou?rs?|acquaintances?|cousin|another (?:bank|branch|lender|team|"
    r"officer)|"
    r"(?:other|next) (?:bank|branch|team|desk)|he|she|they|someone|somebody)"
)
_GOT_EN = (
    r"(?:had|got|gets?|received|obtained|drew|was (?:paid|given|granted)|were (?:paid|given|granted)|claimed|recovered|"
    r"handled|did|dealt with|once had|saw)"
)
_CASE_EN = lazy(
    rf"(?<![a-z]){_WHO_EN}(?![a-z])[^.;]{{0,60}}?(?<![a-z]){_GOT_EN}(?![a-z])[^.;]{{0,40}}?(?<![a-z])(?:for|on|with|"
    rf"in|over|"
    r"from) (?:an?|one|another|some|his|her|their)(?: (?!loan |claim )[\w'-]+){1,6}? ?[^.;]{0,40}$"
)
_CASE_ZH = lazy(
    r"(?:同事|前任|同行|朋友|邻居|熟人|师傅|老师|别的?行|别的?支行|隔壁(?:支?行|团队)?|兄弟行)[^。;我]{0,30}?"
    r"(?:那[次回家户个笔]|办过|经手|碰到过|做过|另[外]?一|别的|一[家户个]|的是)[^。;我]{0,24}$"
)
_SIGNS = lazy(
    r"同事|前任|同行|朋友|邻居|熟人|师傅|老师|行|隔壁|colleague|predecessor|friend|neighbo|acquaint|cousin|another|other|next"
)
_NAMES = frozenset({"annual_revenue_cny", "employees", "total_assets_cny", "loan_loss_cny"})
_US = lazy(r"(?<![a-z])(?:we|our|ours|us)(?![a-z])|我们|本公司|我司|本行|我行")


def told(page: Page, one: Found) -> bool:
    """Whether a figure is that of the case that somebody else had."""
    if one.name not in _NAMES or one.value is None or not _SIGNS.search(page.text):
        return False
    index = page.index(one.start)
    lead = page.text[max(page.clauses[page.opening(index)].start, one.start - 160) : one.start]
    said = _CASE_EN.search(lead) or _CASE_ZH.search(lead)
    return said is not None and _US.search(said[0]) is None
