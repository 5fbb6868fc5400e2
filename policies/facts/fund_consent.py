"""Whether the investment committee of the state-assets commission lets the angel fund go above its usual ceiling.

"Last week the commission's investment committee agreed to RMB 6.5 million", 国资委的投决会已经同意投八百万. What it is
still to decide, or might, lifts nothing; what it turned down does not either.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_COMMITTEE = (
    r"(?:(?:state[- ](?:owned )?assets?|sasac)[^.;,]{0,40}?(?:committee|commission|board|office)|"
    r"investment(?:[- ]decisions?)? (?:committee|board))"
)
_NOT_EN = r"(?:(?:has|have|had|did)(?: not|n't)(?: yet)?|never) "
_AGREED_EN = (
    r"(?:agreed?|approved?|consent(?:ed)?|signed? off|said yes|voted (?:for|in favour)|passed|backed|cleared|endorsed|"
    r"given its (?:consent|blessing|approval)|gave its (?:consent|blessing|approval)|waved (?:it )?through)"
)
_REFUSED_EN = r"(?:refused|rejected|declined|turned (?:it |us |this |that )?down|vetoed|said no|voted against)"
_COMMITTEE_ZH = r"(?:国资委|国资办|投资决策委员会|投决会|投委会)"
_AGREED_ZH = r"(?:同意|批准|批了|批下|通过|点了?头|准了|拍板|特批|批复)"
_NOT_ZH = r"(?:没有?|未|尚未|还没|不|拒绝|否决)"
_SAID = lazy(
    rf"(?<![a-z]){_COMMITTEE}(?![a-z])[^.;]{{0,40}}?(?<![a-z])(?:(?P<no>{_NOT_EN}{_AGREED_EN}|{_REFUSED_EN})|"
    rf"(?P<yes>{_AGREED_EN}))(?![a-z])|"
    rf"(?P<past>(?<![a-z])(?:agreed|approved|passed|backed|cleared|endorsed|signed off)(?![a-z]))[^.;]{{0,40}}?"
    rf"(?<![a-z])by (?:the )?(?:[\w'-]+ ){{0,4}}?{_COMMITTEE}(?![a-z])|"
    rf"{_COMMITTEE_ZH}[^。;?]{{0,20}}?(?:(?P<no_zh>{_NOT_ZH}(?:予|给|能|有|被)?{_AGREED_ZH}|否决了?|拒绝了?)|"
    rf"(?P<yes_zh>{_AGREED_ZH}))|(?:拿到|取得|获得|得到)(?:了)?[^。;?]{{0,12}}?{_COMMITTEE_ZH}[^。;?]{{0,10}}?"
    rf"的?(?P<got>{_AGREED_ZH})"
)
_OPEN = lazy(
    r"(?<![a-z])(?:if|unless|once|whether|until|should|would|could|may|might|must|will|needs?|have to|has to|wait\w*|"
    r"hop\w+|ask\w*|pending|still to|yet to|is to|before|when(?:ever)?)(?![a-z])|"
    r"如果|要是|若|万一|只要|除非|等|须|需|要经|是否|会不会|能不能|可能|希望|争取|正在|待|才能|就可以|之后才|吗"
)


def find(page: Page) -> Findings:
    """`fund_limit_lifted`, as the committee decided."""
    if not any(sign in page.text for sign in ("committee", "assets", "国资", "投决", "投委", "决策委员会", "board")):
        return
    for match in _SAID.finditer(page.text):
        index = page.index(match.start())
        clause = page.clauses[page.index(match.end() - 1)]
        if page.wished(index, match.start()) or doubted(page, index):
            continue
        if _OPEN.search(page.text, page.clauses[index].start, clause.end) or "?" in clause.closing:
            continue
        no = match["no"] or match["no_zh"]
        yield Found("fund_limit_lifted", not no, match.start(), match.end())
