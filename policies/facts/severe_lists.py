"""The list of seriously unlawful or untrustworthy enterprises: who was put on it within two years is not clean.

That the name was struck off again changes nothing of the record. A listing made by mistake, quashed or under appeal, of
more than two years back, or of somebody else, is left to `record`.
"""

from __future__ import annotations

from policies.facts import dates
from policies.facts.found import Found
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_BAD_EN = (
    r"(?:unlawful|illegal\w*|law-?breaking|dishonest\w*|untrustworth\w*|untrusted|discredited|distrusted|violat\w+|"
    r"offen[cd]\w*|credit[- ]?breaking|trust[- ]?breaking|breach\w*|misconduct)"
)
_LIST = lazy(
    r"(?<![a-z])(?:black-?list|lists?|register|roll|roster|catalogue) (?:of|for) (?:the )?(?:(?:enterprises|companies|"
    rf"firms|businesses|entities|operators|market) ){{0,2}}(?:(?:with|that|in|are|have|"
    rf"of) ){{0,2}}serious(?:ly)? {_BAD_EN}|"
    rf"(?<![a-z])serious(?:ly)?[- ]{_BAD_EN}(?:[ -](?!list|register|black)[\w-]+){{0,4}}[ -](?:black-?list|list|"
    rf"register)(?![a-z])|"
    r"严重(?:的)?(?:违法(?:失信)?|失信)(?:(?:和|及|或|、)?(?:失信|违法))?(?:行为)?的?(?:企业|主体|单位|者|经营者|市场|公司|信用){0,2}的?"
    r"(?:黑?名单|名录)"
)
_PUT = lazy(
    r"(?<![a-z])(?:put|placed?|entered|enter|added|written|wrote|listed|landed|ended up|went|got|named|included|"
    r"inscribed|were|was|been|came)(?![a-z])[^.;]{0,60}$|"
    r"(?:列入?|[拉放]进|拉入|[登上]了?|登上|进了?|进入|纳入|挂上|归入|被(?:放|归|记))(?:到|了|进)?[^,。;]{0,10}$"
)
_UNMADE = lazy(
    r"错|误|冤|撤销|撤回|复议|诉讼|上诉|申诉|改判|异议|(?<![a-z])(?:mistake\w*|error|wrong\w*|appeal\w*|overturn\w*|"
    r"quash\w*|annul\w*|revok\w*|contest\w*|dispute\w*|namesake|same name|almost|nearly|threaten\w*|review)(?![a-z])"
)
_OTHERS = lazy(
    r"(?<![a-z])(?:our|the|my|a|their) (?:[\w-]+ )?(?:supplier|customer|competitor|rival|buyer|neighbou?r|"
    r"landlord|parent|"
    r"subsidiary|sister|affiliate|director|shareholder|guarantor|friend)s?(?![a-z])|"
    r"供应商|客户|同行|对手|隔壁|母公司|子公司|股东|房东|关联|姐妹|别人|人家|朋友"
)


def find(page: Page) -> list[Found]:
    """`serious_dishonesty` of an enterprise that was put on such a list in the last two years, or never was."""
    if "serious" not in page.text and "严重" not in page.text:
        return []
    return [
        Found("serious_dishonesty", value, match.start(), match.end(), 3)
        for match in _LIST.finditer(page.text)
        if (value := _listed(page, match.start(), match.end())) is not None
    ]


def _listed(page: Page, start: int, end: int) -> bool | None:
    index = page.index(start)
    clause = page.clauses[index]
    before = page.previous(index)
    words = page.words(index)
    lead = (page.words(before) if before is not None and page.clauses[before].closing == "," else "") + words
    if clause.closing == "?" or not _PUT.search(page.text, clause.start, start):
        return None
    if _UNMADE.search(page.sentence(index)) or dates.LONG_AGO.search(lead):
        return None
    if _OTHERS.search(words) and not page.for_client:
        return None
    standing = judge(page, start, end)
    if standing is Standing.DENIED:
        return False
    if standing is not Standing.STATED:
        return None
    limit = page.as_of.replace(year=page.as_of.year - 2, day=1).isoformat()
    told = dates.find(words, page.as_of) or dates.find(lead, page.as_of)
    return True if told and all(limit[: len(one.value)] < one.value for one in told) else None
