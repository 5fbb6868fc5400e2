"""A loan that is said to be none on credit alone: 既非信用贷款, "neither an unsecured loan nor an insured one".

The words name the way of lending only to deny it. What secures the loan instead is told elsewhere or not at all.
So does an opinion that a loan on a mortgage counts as one on credit (押的是办公楼，老板说那算信用贷款).
"""

from __future__ import annotations

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.patterns import lazy

_ON_CREDIT = lazy(
    r"信用[贷借放]|纯信用|无(?:抵押|担保)|免(?:抵押|担保)|(?<![a-z])(?:unsecured|clean|credit|uncollaterali[sz]ed)(?![a-z])"
)
_DENIED_ZH = lazy(
    r"(?:[既并亦也均皆都又]非|(?<![是莫无除])非|(?:并|既|也|亦|又|都|全|从来|更)?不(?:是|算|属于?|能算|为)|并没有?走|谈不上|算不上)"
    r"(?:什么|任何|一?[笔种类]|所谓|传统|普通|单纯|(?:个人|企业|流动资金)|的|银行|纯|\"){0,3}$"
)
_DENIED_EN = lazy(
    r"(?:neither|nor|not|isn't|wasn't|never|no longer)(?: (?:was|is|were|it|a|an|any|one|of|the|made|given|granted|"
    r"as|purely?|really|classed|what|you|would|call|kind|simply|at all|on)){0,5} ?$"
)
_ONLY = lazy(r"(?:不是|并非)[^,。;]{0,10}(?:以外|之外|才怪)|(?<![a-z])not (?:only|just|merely)(?![a-z])")
_BACK = 60
_COUNTS_AS = lazy(
    r"(?:[那就也能才可都便还]算|算(?:是|作|得上|不算)|^(?:那|这|這)?算|等[于同]|当[作成]|当是|看[作成]|等同于|其实就是|其实是|实际上?(?:就)?是|"
    r"视[为同]|叫)"
    r"(?:一?[笔种]|是|于|做|作|成|为|纯|的){0,3}$|"
    r"(?<![a-z])(?:counts?(?: \w+)? as|amounts to|as good as|"
    r"(?:in effect|really|basically|practically|effectively)(?: an?| all)?|"
    r"(?:insists?|says|said|thinks?|claims?|argues?|believes?|maintains?|calls?|reckons?)[^.;]{0,30}?"
    r"(?: an?| it| this| that| is|'s))"
    r"(?: an?| one| purely?){0,2} $"
)
_MORTGAGED = lazy(
    r"(?<![没未不无非])(?:抵?押(?:的|上|出去)?(?:就|也|其实)?是(?=[^,。;]{0,10}[房楼厂店铺地库宅间屋])|抵押登记(?:手续)?(?:也|都|已经?|全)*(?:办|做|登))|"
    r"[拿用以把将][^,。;没未不无]{0,12}?(?:房|楼|厂|车间|仓库|土地|铺|店面)[^,。;没未不无]{0,6}?[抵去做作给向]{0,2}押|"
    r"(?:房子|楼|厂房|车间|土地|仓库)(?:去|做|作|已|都|给|也)*抵?押(?:给|了|在)|"
    r"(?<![a-z])(?<!not )(?<!never )(?<!n't )"
    r"(?:mortgaged|secured (?:on|by|against) (?:our|the|his|her|my)|pledged (?:our|the|his|her|my))(?![a-z])"
)
"""A house, a hall or land is the security of the loan that somebody would call one on credit."""
_NOT_MORTGAGED = lazy(r"[没未不无][有曾能]?[^,。;]{0,2}$")
_BEFORE_NOW = lazy(
    r"以前|之前|从前|早先|原来|原先|上一?[笔次回]|前一?[笔次]|另[一外]|(?<![a-z])(?:another|earlier|previous\w*|"
    r"formerly|other loan|used to|last time)(?![a-z])"
)


def told(page: Page, one: Found) -> bool:
    """Whether a `loan_security` of none is read from words that deny a loan on credit."""
    if one.name != "loan_security" or one.value != "none":
        return False
    index = page.index(one.start)
    clause = page.clauses[index]
    here = _ON_CREDIT.search(page.text, one.start, max(one.end, min(clause.end, one.start + _BACK)))
    if here is None or here.start() >= one.end:
        return False
    lead = page.text[max(clause.start, here.start() - _BACK) : here.start()]
    if _ONLY.search(lead):
        return False
    return bool(_DENIED_ZH.search(lead) or _DENIED_EN.search(lead.rstrip("-"))) or _only_called_so(page, lead)


def _only_called_so(page: Page, lead: str) -> bool:
    """Whether somebody would call a loan on credit what is mortgaged all the same."""
    if not _COUNTS_AS.search(lead):
        return False
    return any(
        not _BEFORE_NOW.search(page.words(page.index(match.start())))
        and not _NOT_MORTGAGED.search(page.text, max(0, match.start() - 5), match.start())
        for match in _MORTGAGED.finditer(page.text)
    )
