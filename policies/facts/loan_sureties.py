"""Somebody who answers for a loan on which nothing is pledged: `loan_surety`.

Another company of any kind makes it no loan on credit alone; the owner's own surety, usual at banks, is a doubt.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_GATE = lazy(
    r"担保|保证|[作做]了?保(?![证险护])|保函|兜底|背书|连带|签了?保|安慰函|承诺函|代偿|guarant|suret|co-?sign|vouch|"
    r"underwr|"
    r"liable|comfort|(?:pay|paid|repay|repaid|step(?:ped)? in)[^.;]{0,24} (?:if|had|should|in case)(?![a-z])|"
    r"answers? for|backed by|sign(?:ed|ing) (?:some|a? ?paper)"
)
_HOUSE_ZH = (
    r"(?:母公司|总公司|投资(?:方|人)?(?:公司|机构)|投资方|集团(?:公司|总部)?|控股公司|关[联系](?:公司|企业|方)|"
    r"兄弟公司|姐妹公司|姊妹公司|法人股东|"
    r"股东(?:单位|公司|企业)|"
    r"(?:另外?|别的?|其他|其它|第三方?|隔壁|朋友的?|亲戚的?|同行的?|我哥的?|老板(?:另外?)?的?(?:另)?一?[家间]?)"
    r"(?:另?一?[家间]|的)?[^,。;?!我]{0,6}?(?:公司|企业|厂|商行)|友商|上下游企业|供应商|大?客户公司?|第三方|合作伙伴|"
    r"孵化器)"
)
_PERSON_ZH = (
    r"(?:老板娘?|老细|事头|创始人|创办人|法人代表?|法定代表人|实际控制人|实控人|大?股东|我(?!们|司|公司|方)(?:本人|"
    r"自己|个人)?|"
    r"夫妻(?:俩|二人)?|夫妇|太太|妻子|"
    r"老婆|爱人|丈夫|老公|先生|配偶|总经理|董事长|父亲|爸爸?|岳父|朋友|亲戚|合伙人|高管|个人|几个股东|阿妈)"
)
_DEED_ZH = (
    r"(?:担保(?!公司|机构|集团|费|物|品|率|中心)|(?:连带|责任|信用|提供|[作做]了?|出了?|签了?)保证(?!保险|金|险|"
    r"责任保险)|"
    r"保证(?:人|担保|责任(?!保险)|合同|贷款|借款|了?(?:这|我们的?|公司的?)[^,。;?!]{0,4}?[贷借])|"
    r"[作做]了?保(?![证险护])|"
    r"保函|兜底|连带责任|"
    r"背书|签了?保)"
)
_NO_ZH = r"[^,。;?!没未不无免冇唔]"
_COMPANY_ZH = lazy(
    rf"{_HOUSE_ZH}(?!的?(?:贷款|借款|债))(?:还|也|另外|同时|一并|单独|来|出面|出具了?|都|给我们|为我们|替我们|帮我们|"
    rf"为此|为这笔贷款|"
    rf"给这笔贷款|作为?|做了?|提供了?|的?){{0,5}}{_NO_ZH}{{0,8}}?{_DEED_ZH}|"
    rf"(?:担保人|保证人|担保方)(?:是|为|系|:){_NO_ZH}{{0,8}}?{_HOUSE_ZH}"
)
_OWNER_ZH = lazy(
    rf"{_PERSON_ZH}(?!的?(?:贷款|借款|债|公司|企业|厂)){_NO_ZH}{{0,12}}?{_DEED_ZH}|个人(?:无限)?连带|"
    rf"(?:担保人|保证人|担保方)(?:是|为|系|:){_NO_ZH}{{0,6}}?{_PERSON_ZH}"
)
_HOUSE_EN = (
    r"(?:(?:parent|holding|sister|affiliated|affiliate|related|associated|group|fellow|friend's|customer(?:'s)?|"
    r"supplier(?:'s)?|another|"
    r"second|third|other|bigger|larger|neighbou?ring|partner)(?:[ -](?:[\w-]+ ){0,2}?(?:company|firm|business|"
    r"enterprise|house|group|"
    r"corporation|party))?|incubator|(?:corporate|main) shareholder|mother company|head office|group)"
)
_DEED_EN = (
    r"(?:guarant(?:eed?s?|eeing|ors?|y)|(?:stood|stands?|standing|acts?|acted|acting|serv(?:ed|es)|came in|put up) "
    r"(?:in )?(?:as )?(?:an? |the |our |joint )*(?:surety|guarantor)|surety|co-?sign\w*|vouch\w*|underwr(?:ote|itten|"
    r"ites)|"
    r"answers? for|jointly liable)"
)
_COMPANY_EN = lazy(
    rf"(?<![a-z]){_HOUSE_EN}(?!'s)(?: (?!not|never|no|nor|neither|refused|loan|our loan|own loan)[\w'-]+)"
    rf"{{0,5}}? {_DEED_EN}(?![a-z])(?! (?:company|fee|us|me|that)(?![a-z]))|"
    rf"(?<![a-z])(?:guaranteed|backed|co-?signed|vouched for|underwritten|secured|surety|guarantee|guarantor (?:is|"
    rf"was)) ?(?:by|from|of|(?<=is)|(?<=was)) "
    rf"(?:our |the |a |an |its |his |my )?{_HOUSE_EN}(?![a-z])"
)
_OWNER_EN = lazy(
    r"(?<![a-z])(?:founders?|owners?|boss|directors?|shareholders?|wife|husband|spouse|partners?|father|mother|"
    r"manager|he|she|"
    rf"i|i'd|i've|couple|friend)(?: (?!not|never|no|nor|neither|refused|guarantee company)[\w'-]+)"
    rf"{{0,6}}? {_DEED_EN}(?![a-z])(?! (?:company|fee|us|me|that)(?![a-z]))|"
    r"(?<![a-z])personal (?:guarantee|guaranty|surety)|"
    r"(?<![a-z])sign(?:ed|ing) (?:something|some papers?|a paper|papers) (?:at|for|with) the (?:bank|branch)|"
    r"(?<![a-z])guaranteed by (?:our |the |my |his |its )?(?:founder|owner|boss|director|shareholder|wife|husband)"
)
_UNDONE = lazy(
    r"没|未(?!上市|挂牌)|无(?!限)|免|冇|唔|(?<!从)不(?!但|仅|只|过)|拒|需要|要不要|是否|如果|要是|假如|会不会|原本|"
    r"本来|打算|"
    r"以前|之前那|上一?笔|另[一外]一?笔|前年那|(?:给|为|替|帮)$|"
    r"(?<![a-z])(?:no|not|never|without|neither|nor|nobody|none|if|would|could|might|whether|refused|declined|"
    r"earlier loan|"
    r"another loan|last loan|previous loan|instead of)(?![a-z])|n't(?![a-z])"
)
_REFUSED = lazy(
    r"[^。;.]{0,16}?(?:没签|没办|没要|没成|拒绝|未签|不肯|免了|取消|作罢)|[^.;]{0,24}?(?<![a-z])(?:refused|declined|"
    r"dropped)(?![a-z])"
)
_BUT = lazy(r"但|却|只是|(?<![a-z])(?:but|yet|though|however|only)(?![a-z])")
_ANOTHER_MATTER = lazy(
    r"质量|品质|采购|租[约期金赁]|房租|交货|供货|供应(?!商)|订单|售后|工期|货款|质保|履约|投标|销量|业绩|技术|服务|"
    r"(?<![a-z])(?:quality|parts|goods|leases?|rent|tenancy|orders?|purchases?|sales|supply|deliver\w*|warrant\w*|"
    r"repairs?|services?|contracts?|deposits?|wages|salaries|performance|turnover)(?![a-z])"
)
"""What else is guaranteed: goods, orders, a lease."""
_SOMEBODY_ELSES = lazy(
    r"(?:给|为|替|帮)(?!我|此|这|本|该|公司|企业|贷款|借款|银行|了|其中|主)[^,。;?!]{1,10}?(?:担保|保证|[作做]了?保|"
    r"保函|兜底)|"
    r"(?:和|跟|与|同)(?:我们|我司|我)(?:公司)?(?:没|无|毫无)[^,。;?!]{0,3}关|"
    r"(?:隔壁|邻居|同行|对手|人家|别人|别家)[^,。;?!]{0,8}?的?(?:那笔)?(?:贷款|借款)|"
    r"(?<![a-z])(?:nothing to do with (?:us|our)|(?:neighbou?r|competitor|rival|friend|customer)'s (?:loan|credit))"
)
_TO_OTHERS = lazy(
    r"(?:了|过)?[^,。;?!我本这]{0,4}?(?:另一?[家个]|别[家人]|其他|兄弟公司|姐妹公司|子公司|朋友|客户)|"
    r"e?d? (?:for |of )?(?:an?other|somebody|someone|(?:an?|the|its|their|his|her) (?:[\w-]+ ){0,3}?[\w-]+'s|"
    r"(?:an?|the|its|their) (?:[\w-]+ ){0,2}?(?:subsidiary|affiliate|sister|customers?))(?![a-z])"
)
_OBJECT_EN = lazy(r" (?:for |of )?(?:our|my|its|their|his|her|the|an?|all|every|full|good|what|that|[a-z]+(?=[.,;]|$))")
_THE_LOAN = lazy(
    r"借|贷|放款|银行|(?<![a-z])(?:loans?|borrow\w*|lent|bank|credit|facility|debts?|money|notes?|it|us|ours?elves|"
    r"sum|amount|"
    r"repay\w*|everything|whole|principal|interest|million|yuan|guarantors?|suret(?:y|ies))(?![a-z])"
)
_COMFORT = lazy(
    r"(?:安慰函|(?:出|签|给)[^,。;?!没未不]{0,8}?承诺函)|(?:母公司|集团|投资方|关联公司|股东|"
    r"[家间]公司)[^,。;?!没未不]{0,10}?"
    r"(?:答应|承诺|说好|写明)[^,。;?!没未不]{0,10}?(?:替我们|代我们|帮我们|代为|由它|由他们)[^,。;?!]{0,4}?(?:还|偿)|"
    r"(?<![a-z])(?:letters? of comfort|comfort letters?)(?![a-z])|"
    r"(?<![a-z])(?:parent|group|holding|affiliate|investor|shareholder|[\w-]+'s (?:factory|company|firm)|uncle|father|"
    r"sister company)(?: (?!not|never|no|nor|insur)[\w'-]+){0,8}? (?:pay|paid|repay|repaid|stepped in|step in)"
    r"(?: [\w'-]+){0,4} (?:if|had|should|in case) (?:we|our company|our firm)(?: \w+){0,3} "
    r"(?:fail\w*|default\w*|not|could|couldn't|can't|unable)(?![a-z])"
)
"""A promise beside the loan to pay for us, which may or may not be a surety."""
_INSURED = lazy(r"保证保险|insur")
_BORROWED = lazy(r"借|贷|放款|放的款|(?<![a-z])(?:loans?|borrow\w*|lent|bank|credit|facility)(?![a-z])")


def find(page: Page) -> Findings:
    """A company, or in doubt a person, that guarantees our loan."""
    if not _GATE.search(page.text) or not _BORROWED.search(page.text):
        return
    for pattern, value in ((_COMPANY_ZH, True), (_COMPANY_EN, True), (_OWNER_ZH, None), (_OWNER_EN, None)):
        for match in pattern.finditer(page.text):
            if _INSURED.search(page.text, match.start(), match.end() + 12) or not stands(page, match):
                continue
            if _REFUSED.match(page.text, match.end()) or _of_something_else(page, match):
                continue
            yield Found("loan_surety", value, match.start(), match.end(), 4 if value else 3)
            return
    for match in _COMFORT.finditer(page.text):
        clause = page.clauses[page.index(match.start())]
        lead = page.text[clause.start : match.start()]
        if clause.closing != "?" and not _NOT_GIVEN.search(lead) and not _SOMEBODY_ELSES.search(lead):
            yield Found("loan_surety", None, match.start(), match.end(), 3)
            return


_NOT_GIVEN = lazy(r"没|未|无|不|冇|如果|(?<![a-z])(?:no|not|never|without|neither|nor|n't|if|would)(?![a-z])")


def _of_something_else(page: Page, match: re.Match[str]) -> bool:
    """Whether what is guaranteed is no loan, or the loan of somebody else."""
    clause = page.clauses[page.index(match.start())]
    end = page.clauses[page.index(match.end() - 1)].end
    words, behind = page.text[clause.start : end], page.text[match.end() : end]
    if _SOMEBODY_ELSES.search(page.sentence(page.index(match.start()))) or _TO_OTHERS.match(behind):
        return True
    if _ANOTHER_MATTER.search(words) and not _BORROWED.search(words):
        return True
    return _OBJECT_EN.match(behind) is not None and not _THE_LOAN.search(behind)


def stands(page: Page, match: re.Match[str], *, undone: bool = True) -> bool:
    """Whether something is told here as a thing that was done, and not asked."""
    clause = page.clauses[page.index(match.start())]
    last = page.clauses[page.index(match.end() - 1)]
    if last.closing == "?" or re.match(r"[^,。;?!]{0,6}(?:吗|么$)", page.text[match.end() :]):
        return False
    if not undone:
        return True
    lead = page.text[clause.start : match.start()]
    turned = list(_BUT.finditer(lead))
    return _UNDONE.search(lead[turned[-1].end() :] if turned else lead) is None
