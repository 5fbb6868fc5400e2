"""What secures a loan: `loan_security`, in both languages; more English of it is in `collateral`.

A loan that is only wished for ("想拿应收账款质押贷款1000万") gives its security, since what it
would bring depends on it.
"""

from __future__ import annotations

import re

from policies.facts.collateral import DENIED_THINGS
from policies.facts.drawing import LOAN
from policies.facts.former import called_former
from policies.facts.found import Findings, Found
from policies.facts.frames import denied_behind
from policies.facts.matters import strangers
from policies.facts.own_lending import lender_writes
from policies.facts.scope import NEGATION, THRESHOLD, Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_SECURITY: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "none",
        lazy(
            r"(?:没有?|无|不用|不需要|免)(?:任何|用)?(?:抵押|质押|担保|抵质押)(?:和担保|"
            r"或担保|物|品|担保)?|纯?信用贷(?!款?的?(?:贴息|补[贴助]|利息补|政策|办法))款?|信用借款|nothing pledged|"
            r"no (?:collateral|"
            r"security|pledge)|unsecured|without (?:any )?(?:collateral|security|pledge)|no house,? no guarantors?|"
            r"neither (?:collateral|security|pledge|guarant\w+)|"
            r"clean loan|on credit alone|on (?:my|our|his|her) (?:own )?(?:personal )?credit|no assets pledged|"
            r"pledged nothing|"
            r"(?:凭|靠|以|用)(?:的|着)?(?:企业|公司|个人|自己的?|我们的?|本人)?信用(?=给|放|贷|借|批|拿|从|向|"
            r"[,。;]|$)|纯信用|(?:什么|啥)都没(?:抵|押|质)|"
            r"没(?:有)?(?:任何)?抵质?押|没押(?:任何)?东西|没(?:有)?拿(?:任何|什么)?(?:东西|资产|财产)[去来]?(?:做|作)?(?:抵押|质押|押)|"
            r"没有?(?:提供)?(?:任何)?担保物?|不用抵押"
        ),
    ),
    (
        "ip",
        lazy(
            r"(?:知识产权|智慧财产权?|专利|商标|软著|著作权)(?:权|做|作|来|去|给银行|"
            r"出|的|和[\u4e00-\u9fff]{2,4})?(?:了)?(?:质押|设质|出质|抵押|担保|贷)|"
            r"质押[了的]?[\d一二两三四五六七八九十几]{0,3}[件项个]?(?:发明)?专利|"
            r"(?:拿|用|以|凭)[\u4e00-\u9fff\d]{0,8}(?:知识产权|专利|商标)(?:[\u4e00-\u9fff]{0,4})?(?:质押|"
            r"抵押|贷|借|押)|(?:patents?|ip|intellectual property|trademarks?)[- ](?:backed|pledged?|"
            r"secured)|(?:pledg\w+|secured (?:by|on|against)|against|using|backed by)\s(?:\w+\s){0,3}(?:patents?|"
            r"ip(?![a-z])|intellectual property|trademarks?)|patents? as (?:security|collateral)"
        ),
    ),
    (
        "receivable",
        lazy(
            r"应收(?:账款|款|帐款)?(?:做|作|来|的)?(?:质押|抵押|融资|贷)|(?:拿|用|以|"
            r"凭)应收(?:账款|款)?|receivables?[- ](?:backed|pledged?|financ\w+|secured)|"
            r"(?:against|pledg\w+|secured (?:by|on))\s(?:\w+\s){0,3}(?:receivables?|"
            r"invoices?)|invoice financing|factoring|保理"
        ),
    ),
    (
        "order",
        lazy(
            r"订单(?:质押|贷|融资)|(?:拿|用|以|凭)订单(?:去)?(?:跟|找|向)?(?:银行)?(?:质押|贷|借|融)|(?:order|"
            r"purchase[- ]order)[- ](?:backed|financ\w+|pledged?)|pledg\w+ (?:of )?(?:\w+ ){0,4}orders|"
            r"against (?:our |the )?(?:(?:signed|firm|confirmed|open|customer|client|export|purchase|sales|two|"
            r"three) ){0,3}orders?"
        ),
    ),
    (
        "equity",
        lazy(
            r"股权(?:做|作)?(?:质押|抵押|担保)|股份质押|(?:equity|shares?)[- ](?:pledged?|"
            r"backed)|pledg\w+ (?:\w+\s){0,3}(?:shares|equity|stock)|"
            r"(?:shares|stock)(?![a-z])[^;]{0,130}?pledged (?:a block of |some of |all of |half of |part of )?them|"
            r"shares as (?:security|collateral)"
        ),
    ),
    ("expected-income", lazy(r"预期收益|收费权|收益权|expected income|future income|future revenue pledge")),
    (
        "property",
        lazy(
            r"(?:房产证?|房本|产权证|房子|房|厂房|土地证?|不动产证?|住宅|设备)(?:做|作|去|来|给)?(?:抵押|押)|"
            r"抵押了?(?:厂房|房产|房子|土地|设备)|(?:拿|用|以)(?:厂房|房产|房子|土地)|"
            r"mortgag\w+|secured (?:by|on) (?:\w+\s){0,2}(?:property|building|land|house|"
            r"factory|flat)|(?:borrow\w*|lent|loan|million|yuan|quarters|months|year|bank|credit),? against (?:the|"
            r"our|my) "
            r"(?:own )?(?:workshop|buildings?|factory|plant|land|house|flat|premises|offices?|warehouse)(?! (?:wall|"
            r"door|gate|rules|plan))|(?:property|building|land|house) as (?:security|collateral)"
        ),
    ),
)
_ON_CREDIT = lazy(r"纯?信用[贷借]|unsecured|clean loan")
_NO_SUCH = lazy(
    r"(?:没有?|无|未|不是|并非|从未|不属于?)(?:[^,。;抵质担是]{0,8})$|"
    r"(?<![a-z])(?:no|not|never|nor|without|isn't|wasn't|hasn't|haven't|didn't)(?: (?!but|and|secured|only|just|"
    r"collateral|security|pledge)[\w']+){0,4} $"
)
"""Ahead of a loan on credit that there is not: 没有别的信用贷款; "never took an unsecured loan"."""
_GUARANTOR_ONLY = lazy(r"(?:没有?|无|不用|不需要|免)(?:任何|用)?担保|没有?(?:提供)?(?:任何)?担保")
_PLEDGED = lazy(
    r"(?:拿|用|以|凭|把)[^,。;没未不无]{1,14}?(?:质押|抵押|出质|设质)|(?<![没无不])(?:质押|设质|出质)(?:给|了|借|贷|向|融)"
)
"""Ahead of words that nobody stood surety: 拿两张订单质押借的，没有担保 is a pledge."""
_NO_ASSET = lazy(r"[没未](?:有)?(?:用|拿|以)?(?:抵押|质押)(?:任何|什么)?(?:房|厂|土地|设备|不动产|机器|专利|股权)")
"""One thing that was not pledged, beside another that was: 没抵押房产，而是应收账款质押."""
_DECLINED = lazy(
    r"拒|没批|不批|没同意|不同意|没答应|没要|谈不成|没谈成|没办成|(?<![a-z])(?:refused|turned (?:us |it |"
    r"that )?down|declined|rejected|said no|would not)(?![a-z])"
)


def find(page: Page) -> Findings:
    """Everything said about the making of a loan of ours."""
    if not LOAN.search(page.text) and not re.search(
        r"担保|质押|设质|出质|抵押|融资|guarantee|pledge|保理|factor|financ|collateral", page.text
    ):
        return
    for place, (value, pattern) in enumerate(_SECURITY):
        for match in pattern.finditer(page.text):
            if _secured(page, match, value):
                yield Found("loan_security", value, match.start(), match.end(), 10 - place)
                break


def _secured(page: Page, match: re.Match[str], value: str) -> bool:
    """Whether the words tell the security of a loan, had or wished for, and do not ask for a way or a rule."""
    index = page.index(match.start())
    words = page.words(index)
    if value != "none" and DENIED_THINGS.search(page.text, match.start(), match.end()):
        return False  # "pledged no receivables"
    lead = page.text[page.clauses[index].start : match.start()]
    if value == "none" and _GUARANTOR_ONLY.fullmatch(match[0]) and _PLEDGED.search(_before(page, index, match.start())):
        return False
    if value == "none" and _GUARANTOR_ONLY.fullmatch(match[0]) and lender_writes(page):
        return False  # what a lender's clients borrowed
    if value == "none" and _NO_ASSET.match(page.text, match.start()) and _PLEDGED.search(page.sentence(index)):
        return False
    if value == "none" and _ON_CREDIT.match(match[0]) and _NO_SUCH.search(lead):
        return False
    if match[0].isascii() and not _ours_in_english(page, match, index, lead, value):
        return False
    if (
        _DECLINED.search(words)
        or THRESHOLD.search(lead)
        or re.search(
            r"能不能|可以|怎么|如果|若能|要是|倘若|假如|只要|"
            r"没想|不想|不打算|is there a way|how (?:can|do)|can we|can i|(?<![a-z])if(?![a-z])",
            lead + words,
        )
    ):
        return False
    return value == "none" or not NEGATION.search(lead[-24:] if lead.isascii() else lead[-8:])


def _before(page: Page, index: int, place: int) -> str:
    """The words before a place, from the clause ahead of its own."""
    before = page.previous(index)
    return page.text[page.clauses[index if before is None else before].start : place]


def _ours_in_english(page: Page, match: re.Match[str], index: int, lead: str, value: str) -> bool:
    """Whether English words about security are of a loan of ours, and not wondered about, denied or somebody else's."""
    if strangers(page, match.start()) and not re.search(r"(?<![a-z])(?:us|our|we|my)(?![a-z])", page.words(index)):
        return False
    if re.search(r"(?<![a-z])(?:whether|wonder\w*|is there|are there|would like to know|for which no)(?![a-z])", lead):
        return False
    if called_former(page, index):
        return False
    denied = judge(page, match.start(), match.end(), ours=True) is Standing.DENIED
    return value == "none" or not (denied or denied_behind(page, match, index))
