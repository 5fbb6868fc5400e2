"""Whether the institution works with the science department: `partner_institution`.

A list that we are to be on, a business partner and a bank that turned us away are no partner of ours.
"""

from __future__ import annotations

import re

from policies.facts import off_the_list
from policies.facts.admission import turned_down
from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import Standing, doubted, judge
from policies.patterns import lazy

_PARTNER = lazy(
    r"(?:科技金融)?合作(?:的)?(?:行(?!业|为|动|程)|农商行|支行|银行|机构|担保|保险|评估|金融机构|贷款|放款|名单)|"
    r"合作名单|(?<!失信)(?<!业)名单(?!制)|"
    r"(?:和|跟|与|同)?(?:科技厅|科技局|科技部门|科技金融)[\u4e00-\u9fff]{0,6}(?:合作|有协议|签约|签过|认可|备案)"
    r"(?!(?:了|过)?的?(?:科技型?|高新|小巨人|专精|创新型?|民营|中小|农业|项目|企业|我们))|"
    r"(?:科技[厅局]|科技部门|科技金融)(?:的|所|指|业务|专项)*(?:特约|指定|定点|协议|挂钩|结对|伙伴|授权|认定|入围|"
    r"准入)的?"
    r"(?:放款|贷款|承办|金融)?(?:银行|行库|行(?!业|为|动|程)|[支分]行|机构|担保|保险|评估)|"
    r"合作关系|(?:科技[厅局]|科技部门|科技金融|合作机构)[^,。;]{0,6}(?:名册|名录|名簿|登记册|目录)|"
    r"(?<![a-z])(?:non-?)?partners?(?:[- ](?:bank|institution|guarantor|insurer|appraiser|lender|list|agency|company|"
    r"guarantee|insurance|firm))?(?![a-z])|"
    r"(?<![a-z])(?:on|off|from|in) (?:the|their|its|a|that) (?:[\w'-]+ ){0,5}list(?![a-z])|"
    r"(?<![a-z])(?:work\w*|co-?operat\w*|affiliated|signed up|contracted) with the (?:regional |science |technology |"
    r"department)[\w -]{0,30}?(?:department|finance|programme|program|of science)|"
    r"(?:in|part of|member of|within|outside|under|belongs? to|joined) (?:the |that |"
    r"a )?(?:[\w'-]+ ){0,2}?(?:science(?:[- ](?:and|&)[- ]technology)?|"
    r"sci-?tech|tech|technology)"
    r"[- ]finance (?:partnership|scheme|programme|program|network|cooperation)(?![a-z])|"
    r"(?:on|off|in|from|among|belongs? to|part of) (?:the |its |their )?(?:regional )?"
    r"(?:science(?: and technology)?(?:[- ]finance)?|sci-?tech(?:[- ]finance)?|department|science[- ]finance)"
    r"(?: (?:department|office|commission|bureau|scheme|programme))?(?:'s)? (?:own |official |current )?(?:roll|"
    r"register|panel|books|"
    r"roster|directory|registry|catalogue|line-up|circle)s?|"
    r"listed (?:by|with|at) the (?:regional )?(?:science|sci-?tech)[\w -]{0,24}?(?:department|office|commission|"
    r"bureau|programme)|"
    r"co-?operat\w+ (?:bank|institution|lender|guarantor|insurer|appraiser)|approved (?:lender|partner|bank|insurer|"
    r"guarantor)(?![a-z])"
)
_A_PARTNER = lazy(r"(?<![a-z])(?:an?|the|one|not|as|are|longer|also|department's) (?:[\w-]+ ){0,2}$")
_FINANCE = lazy(
    r"银行|合作行|机构|担保|保险|农商行|放款|评估|贷款行|[工建农交招]行|支行|信用社|贷款|[这该那们]家?行|"
    r"(?<![a-z])(?:lenders?|banks?|guarantors?|insurers?|appraisers?|institutions?|loan|guarantee|insurance|"
    r"valuer)(?![a-z])"
)
_NOT_SCIENCE = lazy(
    r"黑名单|失信|入库|白名单|客户(?!经理)|供应商|战略|(?<![a-z])(?:blacklist|business partner|waiting|debtors?|"
    r"partners? (?:and|in the (?:firm|business))|mailing|price)(?![a-z])"
)
_THEIR_DEBT = lazy(r"(?:客户|供应商)(?:所|还|尚)?(?:的|欠)[^,。;]{0,8}?(?:货款|账款|款项|款|账)")
"""What a bank took in pledge: 把客户欠的货款质押给合作银行."""
_FORMER = lazy(
    r"(?<![款资押])(?:以前|之前)(?!$)|原来|曾经|过去|正在申请|申请成为|在谈|(?<![a-z])(?:used to|formerly|"
    r"previously|applying|applied|"
    r"about to|becoming)(?![a-z])"
)
_LEFT = lazy(
    r"退出|被移出|剔除|取消了|不再是?|终止|到期了|(?<![a-z])(?:no longer|left|dropped (?:out|off|from)|removed|"
    r"taken off|off the|ended|not any ?more)(?![a-z])"
)
_NOT_ONE = lazy(r"非(?:科技金融)?合作|(?<![a-z])non-?partner")
_NEXT_NOT = lazy(
    r"(?:但|可是?|不过|而)?(?:放款)?(?:银行|担保公司|担保|保险公司|评估机构|评估公司|贷款行)(?:却|则|就|倒)?(?:不是|"
    r"不在|没有?)|\s?(?:but )?(?:the |our )?(?:bank|guarantor|insurer|appraiser|lender) (?:is not|isn't|is n't|"
    r"does not|doesn't)"
)
_SOUGHT = lazy(
    r"(?:先|去|要|得|再|另|必须|需要)?(?:找|寻找|联系|挑|选)(?:一[家个])?(?:当地的?|本地的?)?$|"
    r"(?<![a-z])(?:looking for|search\w* for|seek\w*|find|need|choose)(?: an?| some| any| the)? $"
)
_LENT = lazy(r"[^,。;想要能]{0,6}?(?:借|贷|融|拿|批|办)(?:了|到|得|过|下)")
_WHERE = lazy(r"(?:在|去|从)?哪(?:里|儿|能|可以)|怎么[查找看]|(?<![a-z])where (?:can|do|is|are|may)(?![a-z])")
_NOT_WITH = lazy(
    r"(?:行|银行|公司|机构|那家|这家)(?:并|还|就|却|都)?没(?:有)?(?:跟|和|与)(?:科技厅|科技局|他们|它们?|厅里)(?:签|"
    r"有)?[^,。;]{0,4}(?:合作|协议|签约)"
)
_NOT_AMONG = lazy(
    r"(?:名单|名册|名录|目录)(?:[里上中内])?(?:我们?|公司)?(?:都|也)?(?:[翻查看](?:过|了|遍了?)|核对过)?,?(?:可|却|"
    r"就|都|也|但|但是|上面|里面|里头|其中|并){0,3}"
    r"(?:没有?(?:列?有|列入?|出现|看到|看见|找到)?|查无|查不到|找不到|未列|未见|不见|不含|不包括)"
    r"(?:这|那|该|我们?的?|它|他们|承保的|放款的){0,2}[家个]?(?:的)?(?:[\u4e00-\u9fff]{0,4}?)(?:保险公司|保险人|银行|"
    r"支行|担保公司|"
    r"评估(?:公司|机构)|机构|这家|那家|(?:它|他们)(?=[,。;]|$))"
)
"""A list that was looked through, and the institution not in it: 查了合作名单，没有这家保险公司."""
_LOOKED_UP = lazy(
    r"(?:查|看|翻|核对|对照|比对)(?:过|了|遍了|过了|完了)?(?:一?[遍下次])?(?:科技[厅局部]|科技金融|那份|这份|那个|"
    r"这个|最新|公布|网上|官网|的){0,4}$"
)
_LOOKED_BEHIND = lazy(r"(?:名单|名册|名录|目录)?(?:我们?|公司)?(?:都|也)?(?:[翻查看](?:过|了|遍了?)|核对过)")
_THEN_NOT = lazy(r"不在|不是|并非|没有|查无|查不到|找不到|没看到|不见|未见|里面?有|上面?有|确实?在|果然|名列")
_NEVER_JOINED = lazy(
    r"(?<![a-z])(?:never|not|n't) (?:yet |ever )?(?:joined|belong(?:ed|s)? to|(?:been )?(?:a |one )?(?:member|part) of)"
    r" "
    r"(?:(?:any|a|the|that|such|of) ){0,3}(?:[\w'-]+ ){0,2}?(?:group|circle|list|scheme|partnership|network|roster)"
    r"(?![a-z])"
)
_RELATED = lazy(
    r"合作|名单|科技[厅局部金]|partner|list|roll|register|panel|books|roster|directory|registry|catalogue|line-up|work|"
    r"cooperat|co-operat|affiliat|signed|contract|approved"
)
"""Without any of these the matter is not spoken of."""


_NOT = lazy(r"不|没|未|(?<![a-z])(?:not|never)(?![a-z])|n't")


_NEAR = 300  # code points; the partners are spoken of in the sentence before


def find(page: Page) -> Findings:
    """What is said of any institution's standing with the department."""
    if _RELATED.search(page.text):
        yield from _named(page)
        yield from off_the_list.find(page)


_SURETY = r"(?:guarantors?|insurers?|appraisers?|valuers?|guarantee (?:company|firm))"
_OF_SURETY = lazy(rf"担保(?:公司|机构|方)|评估(?:公司|机构)|保险公司|(?<![a-z]){_SURETY}(?![a-z])")
_OF_LENDER = lazy(
    r"银行|[支分]行|农商行|信用社|贷款行|放款行|(?<![a-z])(?:banks?|branch|lenders?|credit union)(?![a-z])"
)
_NO_FEE = r"(?:不是|不要|不申请|不求|不报|而非|而不是)[^,。;]{0,6}(?:担保|评估|保险)费"
_INTEREST_ONLY = lazy(
    rf"(?:贴息|利息)[^。;]{{0,20}}?{_NO_FEE}|{_NO_FEE}[^。;]{{0,20}}?(?:贴息|利息)|"
    r"(?:只|仅)(?:想|要|申请|报|问)[^,。;]{0,8}(?:贴息|利息)|"
    r"(?<![a-z])interest(?![a-z])[^.;]{0,40}?,? (?:not|rather than|instead of) (?:(?:for|on) )?(?:the |a |any )?(?:"
    r"guarantee|guarantor's|insurance|appraisal|valuation)|"
    r"(?:only|just) (?:the |an? |for the |for )?interest(?! rate)(?![a-z])|"
    r"(?:not|n't) (?:\w+ ){0,4}(?:guarantee|insurance|valuation|appraisal) fee,? but [^.;]{0,30}?interest(?![a-z])"
)
"""Help with the interest is asked for and no fee: then the lender's standing is what counts."""


def of_the_lender(page: Page, found: list[Found]) -> list[Found]:
    """What was found, a guarantor's standing left out where the lender has none and only interest is asked for."""
    denied = any(one.name == "partner_institution" and one.value is False for one in found)
    if not denied or not _INTEREST_ONLY.search(page.text):
        return found
    return [
        one
        for one in found
        if one.name != "partner_institution" or one.value is False or not _of_the_surety(page, one.start)
    ]


def _of_the_surety(page: Page, place: int) -> bool:
    """Whether a clause speaks of the guarantor, the insurer or the appraiser and of no bank."""
    words = page.words(page.index(place))
    return _OF_SURETY.search(words) is not None and _OF_LENDER.search(words) is None


def _named(page: Page) -> Findings:
    refused = -1
    for match in _PARTNER.finditer(page.text):
        index = page.index(match.start())
        if turned_down(page, index, match.end()):
            refused = page.clauses[index].sentence
        sentence = page.sentence(index)
        words = page.words(index)
        if not _FINANCE.search(sentence) or _NOT_SCIENCE.search(_THEIR_DEBT.sub("", words)):
            continue
        if match[0] in ("partner", "partners") and not _A_PARTNER.search(
            page.text, max(0, match.start() - 30), match.start()
        ):
            continue
        if _only_looked_up(page, match, index):
            continue
        value = _partner(page, match, index)
        if value == "open" and page.clauses[index].sentence == refused and _NOT.search(match[0] + words):
            value = "no"
        if value != "none":
            yield Found(
                "partner_institution", value == "yes" if value != "open" else None, match.start(), match.end(), 2
            )
    yield from _elliptical(page)
    for match in _NEVER_JOINED.finditer(page.text):
        index = page.index(match.start())
        near = page.text[max(0, match.start() - _NEAR) : match.end()]
        if "partner" in near and _FINANCE.search(near) and not doubted(page, index):
            yield Found("partner_institution", False, match.start(), match.end(), 2)
    for match in (*_NOT_WITH.finditer(page.text), *_NOT_AMONG.finditer(page.text)):
        index = page.index(match.start())
        about = re.search(r"科技|合作", page.sentence(index)) and not _NOT_SCIENCE.search(page.words(index))
        if about and not doubted(page, page.index(match.end() - 1)) and page.clauses[index].closing != "?":
            yield Found("partner_institution", False, match.start(), match.end(), 2)


def _only_looked_up(page: Page, match: re.Match[str], index: int) -> bool:
    """Whether the list is merely what was looked through, and the rest of the sentence tells who is in it."""
    clause = page.clauses[index]
    if match[0].isascii():
        return off_the_list.looked_up(page, match.start(), match.end())
    first = _PARTNER.search(page.text, clause.start, match.end()) or match
    looked = _LOOKED_UP.search(page.text, clause.start, first.start()) or _LOOKED_BEHIND.match(page.text, match.end())
    if not looked:
        return False
    sentence = page.sentence(index)
    at = sentence.find(page.words(index)) + len(page.words(index))
    return _THEN_NOT.search(sentence, at) is not None


_ACCOUNTS = lazy(
    r"存款|存钱|发薪|代发|工资|薪[水资]|开户|账户|账号|户头|基本户|流水|结算|理财|转账|收款码|钱(?:都)?存|"
    r"(?<![a-z])(?:deposits?|deposited|payroll|wages|salar(?:y|ies)|(?:current |bank |savings |our |main |basic "
    r")accounts?|"
    r"bank with|savings|cash (?:sits|lies|is kept)|payments? (?:run|go)|banking)(?![a-z])"
)
_OF_LOAN = lazy(
    r"贷|借|放款|融资|担保|保险|评估|授信|(?<![a-z])(?:loans?|lent|lend\w*|borrow\w*|credit|guarant\w+|insur\w+|"
    r"interest)(?![a-z])"
)
"""What else is done with a partner, our accounts and wages, tells nothing of who lent."""


_ALSO_LENT = lazy(r"\s?(?:which|that|who|and it|it|and they|they)(?![a-z])|它|也|同时|贷款|这家|就是这|钱也")


def for_accounts(page: Page, one: Found) -> bool:
    """Whether a partner is named as the house that holds our deposits or pays our wages, not as who lent."""
    if one.name != "partner_institution" or one.value is False:
        return False
    index = page.index(one.start)
    words = page.words(index)
    if not _ACCOUNTS.search(words) or _OF_LOAN.search(words):
        return False
    after = index + 1
    goes_on = after < len(page.clauses) and page.clauses[after].sentence == page.clauses[index].sentence
    return not (goes_on and _ALSO_LENT.match(page.words(after)) and _ALL_LENT.search(page.words(after)))


_ALL_LENT = lazy(r"贷|借|放款|(?<![a-z])(?:loans?|lent|lend\w*|borrow\w*)(?![a-z])")
_OUTSIDE = lazy(
    r"(?<![a-z])(?:outside|off|missing from|absent from|not on|not in|beyond)(?: of)?(?: the| that|"
    r" its| their| any)?\s$"
)


def _partner(page: Page, match: re.Match[str], index: int) -> str:
    words = page.words(index)
    ahead = page.text[max(0, match.start() - 30) : match.start()]
    if turned_down(page, index, match.end()):
        return "no"
    if _OUTSIDE.search(ahead) or match[0].startswith("outside ") or _NOT_ONE.search(ahead[-5:] + match[0]):
        return "no" if not doubted(page, index) else "open"
    standing = judge(page, match.start(), match.end(), ours=True)
    if standing is Standing.SUPPOSED and doubted(page, index):
        return "open"  # "we do not know if the insurer is on the department's roll"
    sought = _SOUGHT.search(ahead) and not _LENT.match(page.text, match.end())
    if standing is Standing.SUPPOSED or sought or _WHERE.search(words):
        return "none"
    if re.search(r"没|未|不|无(?!论)|(?<![a-z])(?:no|not)(?![a-z])", match[0]):
        return "open" if standing is Standing.OPEN else "no"
    if standing is Standing.OPEN and not _LEFT.search(words):
        return "open"
    if _LEFT.search(words):
        return "no" if not doubted(page, index) else "open"
    if _FORMER.search(words) or re.search(
        r"拒|(?<![a-z])(?:denied|refused|rejected|turned (?:us )?(?:down|away))(?![a-z])", words
    ):
        return "open"  # a partner that turned us down did no business with us
    return "no" if standing is Standing.DENIED else "yes"


def _elliptical(page: Page) -> Findings:
    """担保公司是合作机构，银行不是: the second institution is told by a bare no."""
    for index, clause in enumerate(page.clauses):
        before = page.previous(index)
        match = _NEXT_NOT.match(page.words(index))
        if (
            match
            and before is not None
            and _PARTNER.search(page.words(before))
            and not _PARTNER.search(page.words(index))
        ):
            yield Found("partner_institution", False, clause.start, clause.start + match.end(), 2)
