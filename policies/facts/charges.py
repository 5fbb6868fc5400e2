"""The size of the house that a helper looks after: "I am credit officer at a bank and look after a small cable maker".

A banker, a guarantor's or an accountant's clerk, a lawyer or an adviser tells it of the house for which he asks; the
size of a house that owes the writer is the payer's.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_HELPER = lazy(
    r"我们?(?:是|在)[^,。;]{0,12}(?:客户经理|信贷|银行|担保公司|会计|代账|律师|顾问|孵化器)|"
    r"(?<![a-z])(?:i am|i'm|i work|as|we are)(?: [\w'-]+){0,6}? (?:banks?|branch|lender|officer|loan clerk|guarantor|"
    r"guarantee company|accountants?|book-?keeper|lawyer|solicitor|advis[eo]rs?|incubator|consultants?)(?![a-z])"
)
_HOUSE = (
    r"(?:enterprise|company|firm|business|maker|manufacturer|producer|supplier|developer|foundry|factory|mill|works|"
    r"shop|studio|workshop|builder|start-?up|contractor|plant|trader|borrower|client|customer)"
)
_CHARGE = lazy(
    r"(?<![a-z])(?:(?:i|and|we)(?: (?:also|now|personally))? (?:look after|advise|serve|handle|assist|attend to|help)|"
    r"(?:i am|i'm|and am|we are) (?:in charge of|responsible for|helping|advising)|(?:my|our|the|this) "
    r"(?:client|customer|borrower|applicant)(?:,| is| was)|(?:client|customer|borrower) of (?:ours|mine)(?:,| is))"
    rf" an? (?P<en>small|micro|medium(?:-sized)?)(?: (?!to |for |of |with |by )[\w-]+){{0,3}}? {_HOUSE}(?![a-z])"
    r"(?! (?:owes|that owes|who owes))|"
    r"(?:负责|对接|服务的?是?|管着?|跟进|辅导|客户(?:公司)?(?:是|为)|借款人(?:是|为)|帮)(?:的是)?(?:一?[家间个])?(?P<zh>[小微中])型"
    r"[^,。;的欠]{0,10}?(?:公司|企业|厂|店|社|行)(?!.{0,6}欠(?:我|着我))"
)
_OWED_US = lazy(r"欠(?:了|着)?(?:我们|我司|我公司|本公司)|(?<![a-z])(?:owe[sd]? us|owed to us|our invoices?)(?![a-z])")
_SIZES = {"小": "small", "微": "micro", "中": "medium"}
_SIGNS = ("small", "micro", "medium", "小型", "微型", "中型")


def find(page: Page) -> Findings:
    """`size` of the house that the writer, a helper by trade, looks after."""
    if not any(sign in page.text for sign in _SIGNS) or not _HELPER.search(page.text) or _OWED_US.search(page.text):
        return
    for match in _CHARGE.finditer(page.text):
        if not page.wished(page.index(match.start()), match.start()):
            size = _SIZES[match["zh"]] if match["zh"] else match["en"].removesuffix("-sized")
            yield Found("size", size, match.start(), match.end(), 1)
            return
