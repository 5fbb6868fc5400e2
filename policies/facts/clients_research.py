"""Development that a client ordered and pays: what it cost is the client's research, not that of who did the work."""

from __future__ import annotations

from policies.facts.found import Findings, Found, number
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_CLIENT_ZH = r"(?:客户|委托方|委托人|委托单位|甲方|对方|买家|发包方|他们)"
_CLIENT_EN = r"(?:customers?|clients?|buyers?|principals?)"
_WORK = lazy(r"研发|开发(?!区|商)|研制|试制|(?<![a-z])(?:r&d|research|develop(?:ed|ing|ment|s)?)(?![a-z])")
_BORNE = lazy(
    rf"(?:费用?|材料|人工|试验|成本|开支|开销|支出|款|万|元|钱)[^,。;]{{0,6}}?(?:由|是){_CLIENT_ZH}[^,。;自]{{0,6}}?"
    r"(?:出|付|承担|负担|掏|支付|买单|报销)|"
    rf"(?:记|入|列|挂|算)(?:在|到|进|入)?了?{_CLIENT_ZH}(?:的|自己的?)?(?:账|成本|研发费|名下|研发支出)|"
    rf"(?<![a-z])(?:paid|borne|funded|covered|financed|carried|met)(?: for)?(?: \w+){{0,3}}? by "
    rf"(?:the|our|that|this|a) (?:[\w-]+ ){{0,2}}?{_CLIENT_EN}(?![a-z])|"
    rf"(?<![a-z]){_CLIENT_EN} (?:has |had )?(?:paid|bore|borne|covered|met|footed|carried|funded|pays|bears|covers) "
    r"(?:for )?(?:all|every|everything|the (?:whole|entire|full|bill|costs?))(?![a-z])|"
    rf"(?<![a-z])(?:in|on|into|through) (?:the |our |that )?{_CLIENT_EN}'s? (?:own )?"
    r"(?:books?|accounts?|ledgers?)(?![a-z])"
)
_PART = lazy(
    r"一半|部分|[一二三四五六七八九]成|%|余下|其余|剩|"
    r"(?<![a-z])(?:half|part(?:ly)?|share|rest|remainder|per ?cent)(?![a-z])"
)
_OWN = lazy(
    r"(?:我们|公司|自己|自家)(?:也|还|另外?|又|自己|自行)*(?:花|投入?|掏|出|垫)了?[^,。;]{0,6}?\d|自有资金|自己立项|自主立项|"
    r"(?<![a-z])(?:we|company)(?: \w+){0,2}? (?:also|ourselves) (?:spent|invested|paid|put)|"
    r"(?<![a-z])of our own(?! account)|"
    r"(?<![a-z])(?:our own|another|separate) (?:r&d|research|development|project)"
)
_NO_OWN = lazy(
    r"(?:没有?|无)[^,。;]{0,6}(?:自有|自主立项|自己立项)|(?<![a-z])(?:no|not|never|nothing|without)(?: [\w&-]+){0,6}? "
    r"(?:of our own|our own|another|separate)(?![a-z])"
)
_REACH = 160
"""Code points before the words on who paid in which the work is looked for."""


def find(page: Page) -> Findings:
    """`rnd_invested` no: a client bore all that the development cost, and none of our own is told."""
    if not _WORK.search(page.text):
        return
    for match in _BORNE.finditer(page.text):
        index = page.index(match.start())
        told = page.text[max(0, match.start() - _REACH) : match.start()] + page.sentence(index)
        if not _WORK.search(told) or _PART.search(told) or _has_own(page):
            continue
        standing = judge(page, match.end(), match.end(), ours=True)
        if standing in (Standing.STATED, Standing.DENIED) and not page.wished(index, match.start()):
            yield Found("rnd_invested", False, match.start(), match.end(), 2)


def theirs(page: Page, one: Found) -> bool:
    """Whether a sum for research is what a client bore: told so where it stands, or where it was told first."""
    if one.name != "rnd_spending_cny":
        return False
    told = {page.index(said.start) for said in page.quantities if number(said.value) == one.value}
    clauses = [page.words(index) for index in (*told, page.index(one.start))]
    return any(_BORNE.search(words) and not _PART.search(words) for words in clauses)


def _has_own(page: Page) -> bool:
    """Whether research at the company's own cost is told too."""
    return bool(_OWN.search(_NO_OWN.sub(" ", page.text)))
