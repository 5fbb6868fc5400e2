"""A loan had over a platform on which banks and others lend, with nobody to say which of them lent it.

The kinds named are those of the platform, and "on the list" is said of some of its banks: who lent ours is open.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_PLATFORM = lazy(
    r"平台|中介|助贷|(?<![a-z])(?:platform|app|website|marketplace|broker|portal|intermediary)(?![a-z])|app"
)
_BANK = lazy(r"银行|农商行|(?<![a-z])banks?(?![a-z])")
_OTHER = lazy(
    r"小额?贷(?:款)?(?:公司)?|消费金融|信托|融资租赁|(?<![a-z])(?:micro-?(?:credit|loan|finance|lend\w+)|"
    r"small-loan|non-?bank|"
    r"trust compan\w+|finance compan\w+|leasing compan\w+)"
)
_UNNAMED = lazy(
    r"(?:合同|协议|合约|借据|单据)(?:上|里)?[^,。;]{0,4}(?:只|仅|就)(?:写|说|提|有|印|注|称)(?:了|着|"
    r"明)?[^,。;]{0,4}?(?:\"|“|「)?"
    r"(?:资金|出资|出借|放款|贷款|投资)(?:提供)?[方人]|"
    r"(?:由|是|到底|究竟|属于?)?(?:哪一?[方家个]|谁)(?:出的?[钱资]|放的?款?|借的|贷的|给的钱)(?!都|也)|"
    r"(?<![a-z])(?:contract|agreement|papers?|documents?)(?: (?:itself|that we signed))?(?: (?:only|merely|just|"
    r"simply))* (?:says?|names?|calls?|"
    r"writes?|reads?|mentions?|speaks? of|shows?|gives?)(?: (?:only|merely|just|simply|it|him|them|us|no more "
    r"than|nothing but))*"
    r"[ ,:]*(?:the |a )?[\"'“]?(?:the )?(?:fund(?:ing|s)? (?:party|provider|side|source)|funder|lending party|"
    r"lender|capital (?:provider|party)|"
    r"provider of (?:the )?funds|party of the first part)|"
    r"(?<![a-z])which (?:of (?:them|these|the two|those)|one|side|party|kind)(?: (?:actually|really))? (?:lent|"
    r"paid|put up|provided|stands behind|"
    r"is behind|gave|funded|financed)(?![a-z])"
)
_NAMED = lazy(
    r"(?:我们|这)[^,。;]{0,8}(?:是|由)[^,。;谁哪]{0,12}(?:银行|小贷公司|小额贷款公司|信托公司)(?:放|出|借|贷)|"
    r"(?<![a-z])(?:ours|our loan|this (?:one|loan)) (?:was|is|came) (?:lent |made |paid out |granted )?(?:by|"
    r"from) (?:an?|the)(?![a-z])"
)


def find(page: Page) -> Findings:
    """`loan_kind` and `partner_institution` open: a platform of several kinds, and a lender without a name."""
    unnamed = _UNNAMED.search(page.text) if _PLATFORM.search(page.text) else None
    if unnamed is None or not (_BANK.search(page.text) and _OTHER.search(page.text)) or _NAMED.search(page.text):
        return
    for name in ("loan_kind", "partner_institution"):
        yield Found(name, None, unnamed.start(), unnamed.end(), 9)
