"""The grade that a rating agency gave, told by its letters alone: "came out BB+", 评级做完了，BB。

A grade of two letters or more, or one with its sign, means nothing else where a credit rating is spoken of. What is
hoped for, asked of others, missed or only set as a floor is none that we have.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_RATED = lazy(
    r"信用(?:等级|评级|评等|评定)|评级|信评|评等|资信|(?<![a-z])(?:credit(?:worthiness)? (?:rat\w+|agency|grad\w+|"
    r"assess\w+)|"
    r"(?:rating|credit)(?: rating)? (?:agency|house|firm|bureau|company)|credit rating|credit standing|"
    r"creditworthiness|raters?|rat(?:ed|es?|ing) (?:us|"
    r"ourselves|our (?:credit|firm|company|business))|(?:ourselves|us|credit|company|firm) (?:credit-)?(?:rated|"
    r"graded)|"
    r"our (?:credit )?rating|(?:been|got|were|was) (?:credit-)?rated)(?![a-z])"
)
_GRADE = lazy(
    r"(?<![a-z\d+.@/-])(?P<grade>aaa|aa|bbb|bb|ccc|(?:a|b|c)(?=[+-]))(?P<sign>[+-]| plus(?![a-z])| minus(?![a-z]))?"
    r"(?![a-z\d%@/+])(?!-[a-z]|\s?(?:电池|batter|cells?|rounds?|financing|轮))"
)
_NOT_HAD = lazy(
    r"如果|要是|假如|希望|想(?!不到)|盼|争取|目标|打算|计划|也许|或许|可能|说不定|明年|后年|下[次回]|将来|以后|要求|"
    r"门槛|至少|最低|起码|"
    r"不低于|不少于|以上|以下|或更|才(?:能|可以|行|给|够)|能(?:到|上|评|拿)|有望|差(?:一点|点|一[级档])|"
    r"没[到有评拿上达]|未[达到能]|不[到是够]|"
    r"够不够|多少|吗|原来|之前|以前|去年是|本来|本以为|以为|上一?[次回年]|"
    r"(?<![a-z])(?:if|hop\w+|want\w*|wish\w*|aim\w*|target\w*|plan\w*|need\w*|must|maybe|perhaps|might|could|would|"
    r"should|"
    r"(?<!in )(?<!last )(?<!this )(?<!since )(?<!of )(?<!early )(?<!late )(?<!mid-)(?<!during )(?<!until )may|"
    r"will|can|next|expect\w*|dream\w*|requir\w*|at least|minimum|floor|threshold|or (?:better|above|higher|up|over|"
    r"more)|"
    r"and (?:above|over|up)|upwards?|beneath|short|miss\w*|not|never|no|nearly|almost|"
    r"had been|used to|previous\w*|earlier|before|ago|last (?:year|time)|instead|rather|"
    r"only (?:firms|those|companies)|what|how|is (?:an? )?(?:bb|bbb|aa?|b|aaa)[+-]? enough|counts?)(?![a-z])|"
    r"n't(?![a-z])"
)
LEFT_BEHIND = lazy(
    r"(?:从|由|自|[高低]于|距|离)\s?$|(?<![a-z])(?:from|than|below|under|above|until|between|beyond) (?:an? |the )?$"
)
"""Right before a grade: the one that we had, or the one that is not reached."""
OF_ANOTHER = lazy(
    r"(?:合伙人|股东|老板娘?|董事长|总经理|法人|创始人|太太|先生|老公|老婆)[^,。;]{0,4}(?:另外?|别的|第二|其他|那家)|"
    r"(?<![a-z])[a-z]+s?'s? (?:other|second|sister|separate) (?:firm|company|business)(?![a-z])|"
    r"客户|朋友|隔壁|别人|人家|担保公司|银行|母公司|集团|债|同行|对手|保险公司|纳税|税务|海关|(?<![a-z])(?:customers?|clients?|"
    r"guarantors?|banks?|"
    r"lenders?|parent|group|bonds?|insurers?|competitors?|rivals?|neighbou?rs?|"
    r"(?:my|our) (?:business )?partners?|buyers?|suppliers?|tax|customs)(?![a-z])"
)
_SIGNS = {"plus": "+", "minus": "-"}
_BEFORE, _BEHIND = 260, 120
"""Code points before a grade, and behind it, in which its rating is told."""


def find(page: Page) -> Findings:
    """Grades that no verb of giving names, in a text that tells of a rating of ours."""
    if not _RATED.search(page.text):
        return
    for match in _GRADE.finditer(page.text):
        clause = page.clauses[page.index(match.start())]
        here = page.words(page.index(match.start()))
        near = slice(max(0, match.start() - _BEFORE), match.end() + _BEHIND)
        if clause.closing == "?" or OF_ANOTHER.search(here) or not _RATED.search(page.text[near]):
            continue
        if _NOT_HAD.search(here) or LEFT_BEHIND.search(page.text, clause.start, match.start()):
            continue
        sign = (match["sign"] or "").strip()
        yield Found("credit_rating", match["grade"].upper() + _SIGNS.get(sign, sign), match.start(), match.end(), 1)
