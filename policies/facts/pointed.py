"""A seat that is told by pointing at a place named for somebody else: "as an adviser in Yinchuan I write for a client,
a limited company registered in the city"; 贷款行在石嘴山，我们也登记在当地.

Only one place, with what it lies in, may have been named before: else nobody can tell which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.own_lending import bank_speaks
from policies.facts.scope import Page, of_company
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_THERE_ZH = (
    r"(?P<city>(?:本|同一?(?:个|座)?)(?:城)?市(?!场)|(?:该|这座)(?:城)?市|同城|市里)|"
    r"(?P<province>(?:本|该)(?:自治区|省))|(?P<here>当地|本地|[这那](?:里|边)|本区(?!域)|区[内里])"
)
_THERE_EN = (
    r"(?:in|of) (?:the|that|this|the same) (?:(?P<city_en>city|town)|(?P<province_en>(?:autonomous )?region|province)|"
    r"(?P<here_en>place))(?! of)|(?P<here_en2>there|here|locally)"
)
_POINTED = lazy(
    r"(?<![a-z])(?:registered|incorporated|domiciled|licen[cs]ed|"
    r"(?:entered|inscribed)(?: (?:in|on) the (?:\w+ )?register)?)"
    rf"(?: (?:too|also|likewise|itself|just))? (?:{_THERE_EN})(?![a-z])"
)
_POINTED_ZH = lazy(
    rf"(?:就|也|都)?(?:在|于)(?:{_THERE_ZH})(?:的)?(?:工商)?(?:部门)?(?:注册|登记|设立|领照)(?!资|商标|专利)|"
    rf"(?:注册|登记|执照)(?:地址?)?(?:也|都|就|同样|还){{0,2}}(?:是|在|于|由)"
    rf"(?:{_THERE_ZH.replace('?P<', '?P<b')})(?!银行|企业|客户)"
)
_BORROWER = lazy(
    r"(?<![a-z])(?:lent|lend|loaned?|loans?|credit|advanced|granted)(?: [\w.,¥]+){0,6}? to (?:an?|one|the|this) "
    r"(?P<here>local) (?:[\w-]+ ){0,3}?(?:company|firm|enterprise|business|maker|manufacturer|borrower|start-?up)"
    r"(?![a-z])|(?<![a-z])(?:lent|loaned|loans?|credit|advanced|granted)(?: [\w.,¥]+){0,6}? to (?:an?|one|the|this) "
    r"(?:[\w-]+ ){0,4}?(?:company|firm|enterprise|business|maker|manufacturer|borrower|start-?up) "
    r"(?P<here4>here)(?![a-z])|"
    r"(?:贷|借|放|发放|批)(?:了|款|出){0,2}[^,。;]{0,12}?(?:给|向|到)(?:了)?(?:一家|这家|一个)?"
    r"(?P<here2>本地|当地|本市|本区)(?:的|一家|某|家)*[^,。;]{0,8}?(?:企业|公司|厂)|(?:给|向)(?:了)?(?:一家|这家)?"
    r"(?P<here3>本地|当地|本市|本区)(?:的|一家|某|家)*[^,。;]{0,8}?(?:企业|公司|厂)(?:发放|放|贷|批|投放)(?:了|款|"
    r"过|出)"
)
"""The house of a lender's place to which it lent: "we, a bank in Suzhou, lent to a local firm"."""
_LOCAL = lazy(
    r"(?<![a-z])(?:(?:it|he|she|they|we|(?:the|my|our|this) (?:client|company|firm|borrower|enterprise|business))"
    r"(?: is| are|'s|'re)|(?:a|the|my|our|this) client,)(?: also| itself| likewise)? (?:an? )?(?P<here>local) "
    r"(?:[\w-]+ ){0,4}?(?:company|firm|enterprise|business|maker|manufacturer|borrower|start-?up|producer)(?![a-z])|"
    r"(?:(?:它|他们?|客户|对方|借款人|企业|公司|我们|我司)(?:也|就|都)?(?:是|为)|(?<=[,:。;])是)(?:一家|家|个)?"
    r"(?P<here2>本地|当地|本市|本区)(?:的|一家|家|某)*(?!银行)[^,。;银行]{0,8}?(?:公司|企业|厂)(?!的)"
)
"""The enterprise as one of the place that was named: "it is a local joint-stock company", 客户是本地的有限公司."""
_SIGNS = (
    *(" here", "local", "本地", "当地", "本市", "本区"),
    "registered",
    "incorporated",
    "domiciled",
    "licen",
    "entered",
    "inscribed",
    "注册",
    "登记",
    "执照",
    "设立",
)
_CITIES = ("CN-11", "CN-12", "CN-31", "CN-50")
"""Cities that are no province's."""
_HOUSE = lazy(
    r"(?P<theirs>银行|支行|分行|(?:担保|保险|评估|小贷|租赁)(?:公司|机构)|贷款[行人]|(?<![a-z])(?:banks?|branch|"
    r"lender|guarantors?|"
    r"insurers?|appraisers?|valuers?|fund|landlord|suppliers?|buyers?|customers?|debtor|parent|group|"
    r"(?:guarantee|insurance|leasing|financing|credit|trust) (?:company|firm)|institution|agency)(?![a-z]))|"
    r"(?P<ours>公司|企业|我们|我司|厂|它|(?<![a-z])(?:company|firm|enterprise|business|maker|manufacturer|we|ours?|"
    r"client|it)(?![a-z]))"
)
"""Whose entry in the register it is: the house that was named last."""
_FARTHEST = 160
_WEIGHT = 5


def find(page: Page, named: Sequence[tuple[str, int, int]]) -> Findings:
    """The place that the words of the register point at, of those `named` in the text."""
    if not named:
        return
    borrower = _named_borrower(page, named)
    if borrower is not None:
        yield borrower
        return
    if not any(sign in page.text for sign in _SIGNS):
        return
    for pattern in (_POINTED, _POINTED_ZH, _BORROWER, _LOCAL):
        for match in pattern.finditer(page.text):
            before = [code for code, _, end in named if end <= match.start()]
            code = _meant(before, match)
            if match.groupdict().get("here4") and not bank_speaks(page):
                continue
            if code is not None and _ours(page, match):
                yield Found("region", code, match.start(), match.end(), _WEIGHT)
                return


_LENT_TO = lazy(
    r"(?<![a-z])(?:lent|lend|loaned|loans?|credit|advanced|granted|extended)(?: [\w.,¥]+){0,6}? to (?:an?|one|this) "
    r"(?:(?!bank |branch )[\w-]+,? ){0,4}?$"
)
_LENT_TO_ZH = lazy(r"(?:给|向|到)(?:了|过)?(?:一家|这家|一个|某家?)?$")
_FIRM = lazy(
    r"(?:-based|'s)?(?: [\w-]+){0,4}? (?:company|firm|enterprise|business|maker|manufacturer|borrower|start-?up|"
    r"producer)(?![a-z])"
)
_FIRM_AHEAD = lazy(
    r"(?:company|firm|enterprise|business|maker|manufacturer|borrower|start-?up|producer)(?: of [\w-]+)?,?(?: "
    r"\w+)? (?:in|from|near|at) $"
)
_FIRM_ZH = lazy(r"(?:市|区|的|本地|某|一|家|个)*[^,。;给向]{0,16}?(?:企业|公司|厂|借款人)(?P<behind>[^,。;]{0,12})")
_LENDS_ZH = lazy(r"[贷放批投]|借(?:给|出)|授信")
_LENDER_OTHER = lazy(
    r"(?:别的|另一?家|其他|他们|别家|那家)[^,。;]{0,4}[银支分]?行|(?:没有?|未|从没)[^,。;]{0,8}$|"
    r"(?<![a-z])(?:another|other|that|the customer's|their) (?:\w+ )?(?:bank|branch|lender)|(?<![a-z])(?:never|not|"
    r"no)(?![a-z])|n't "
)


_SCHEME = lazy(r"科贷通|(?<![a-z])(?:kedaitong|ketongdai)(?![a-z])")
"""A city's scheme of loans: what a bank of the place lends under it goes to firms of the place."""


def _named_borrower(page: Page, named: Sequence[tuple[str, int, int]]) -> Found | None:
    """The one place of the firm to which the bank that writes lent: 给苏州一家做导管的企业放了贷款."""
    if not any(sign in page.text for sign in ("贷", "放款", "lent", "loan", "credit", "borrow")) or not bank_speaks(
        page
    ):
        return None
    told = [Found("region", code, start, end, _WEIGHT) for code, start, end in named if _borrows(page, start, end)]
    if not told and _SCHEME.search(page.text):
        narrowest = max((code for code, _, _ in named), key=len)
        if all(f"{narrowest}/".startswith(f"{code}/") for code, _, _ in named):
            told = [Found("region", code, start, end, _WEIGHT) for code, start, end in named if code == narrowest]
    return told[0] if len({one.value for one in told}) == 1 else None


def _borrows(page: Page, start: int, end: int) -> bool:
    """Whether a place is told of a firm that was lent to, by nobody but the writer's bank."""
    index = page.index(start)
    clause = page.clauses[index]
    ahead = page.text[clause.start : start]
    if page.text[start:end].isascii():
        lent = _LENT_TO.search(ahead) and (_FIRM.match(page.text, end, clause.end) or _FIRM_AHEAD.search(ahead))
    else:
        firm = _FIRM_ZH.match(page.text, end, clause.end) if _LENT_TO_ZH.search(ahead) else None
        lent = firm and _LENDS_ZH.search(ahead[-24:] + firm["behind"])
    if not lent or _LENDER_OTHER.search(ahead) or page.wished(index, start):
        return False
    return judge(page, start, end, ours=True) is Standing.STATED


def _ours(page: Page, match: re.Match[str]) -> bool:
    index = page.index(match.start())
    if strangers(page, match.start()) or page.wished(index, match.start()):
        return False
    first = index
    while (before := page.previous(first)) is not None and match.start() - page.clauses[before].start < _FARTHEST:
        first = before
    lead = of_company(page, page.text[page.clauses[first].start : match.start()])
    houses = [said.lastgroup for said in _HOUSE.finditer(f"{lead} {match[0]}")]
    return houses[-1:] != ["theirs"] and judge(page, match.start(), match.end(), ours=True) is Standing.STATED


def _meant(before: Sequence[str], match: re.Match[str]) -> str | None:
    """The one place that lies in all the others, as narrow as the words that point at it."""
    last = max(before, key=len, default=None)
    if last is None or not all(f"{last}/".startswith(f"{code}/") for code in before):
        return None
    how = next(name for name, said in match.groupdict().items() if said).removeprefix("b")
    if how.startswith("province"):
        return last[: last.find("/")] if "/" in last else last
    if how.startswith("city"):
        parts = last.split("/")
        return parts[0] if parts[0] in _CITIES else "/".join(parts[:2]) if len(parts) > 1 else None
    return last
