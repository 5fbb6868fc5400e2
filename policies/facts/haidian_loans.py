"""What a loan was taken on and for, in the plan of Haidian's core area.

Pledged shares of a listed house (`pledged_shares_listed`), an owner's loan spent on himself or taken by one without
control, early repayment, and ratings and reports that the firm did not buy from a partner or for itself.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.loan_sureties import stands
from policies.facts.numerals import chinese, english
from policies.facts.scope import Page
from policies.patterns import lazy

_GATE = lazy(
    r"担保|保证|作保|背书|连带|股权|股份|股票|个人|自己|本人|老板|提前|到期|评级|征信|信用报告|"
    r"guarant|suret|co-?sign|vouch|liable|shares?(?![a-z])|stock|stake|equity|own (?:name|credit)|personal|in person|"
    r"private|owner|founder|"
    r"early|ahead|before|month|个月|prepa|rating|rated|credit report"
)
_BORROWED = lazy(r"借|贷|放款|放的款|(?<![a-z])(?:loans?|borrow\w*|lent|bank|credit|facility)(?![a-z])")

_PLEDGED = lazy(r"质押|抵押|押|(?<![a-z])(?:pledg\w*|against|secured|collateral|charged|security)(?![a-z])")
_LISTED_ZH = (
    r"(?<!非)(?<!未)(?<!没)(?<!没有)(?<!不是)(?<!拟)(?<!准)(?:上市公司|上市企业|a股|港股|美股|创业板|主板|科创板|"
    r"新三板(?:公司|企业)|挂牌(?:公司|企业))"
)
_OTHERS_LISTED = lazy(
    rf"(?:持有|手里|手上|手头|名下|买的|拿着)的?[^,。;?!没未不非]{{0,10}}?{_LISTED_ZH}[^,。;?!]{{0,6}}?(?:股票|股权|"
    rf"股份)|"
    rf"(?:质押|抵押|押)(?:了|的是|给银行的?是?|出去的是)?[^,。;?!没未不非]{{0,12}}?{_LISTED_ZH}[^,。;?!]{{0,6}}?(?:股"
    rf"票|股权|股份)|"
    rf"{_LISTED_ZH}[^,。;?!]{{0,6}}?(?:股票|股权|股份)[^,。;?!没未不]{{0,12}}?(?:质押|抵押|作押|押)|"
    r"(?<![a-z])(?:shares?|stocks?|stake|equity|holding)(?: (?:that )?(?:we|it|i|he|she|they|the company|our founder|"
    r"the owner))?"
    r"(?: (?:hold|holds|held|own|owns|owned|have|has))? (?:in|of) (?:an?|another|one|the) (?!un|non)(?:[\w-]+ )"
    r"{0,3}?(?<!un)(?:listed|quoted|"
    r"publicly traded|stock-exchange|neeq)(?: \w+){0,2} ?(?:company|firm|group|bank|enterprise|house|corporation)"
    r"(?![a-z])|"
    r"(?<![a-z])(?<!un)listed (?:shares|stocks?) of (?:another|an?|other)(?![a-z])"
)
_OTHERS_SHARES = lazy(
    r"(?:子公司|参股(?:公司|企业)|(?:另外?|别的?|其他|其它)一?[家间]?[^,。;?!]{0,6}?(?:公司|企业)|(?:投资|控股|入股)"
    r"的[^,。;?!我]{0,8}?(?:公司|企业))"
    r"的?[^,。;?!]{0,10}?(?:股权|股份|股票)|"
    r"(?<![a-z])(?:shares?|stake|equity|stock|holding)(?: (?:that )?(?:we|it|the company))?(?: (?:hold|held|own|"
    r"owned|have))? (?:in|of) "
    r"(?:an?|our|another|one of our|its|the|two) (?:[\w-]+ ){0,3}?(?:subsidiar(?:y|ies)|affiliates?|other (?:company|"
    r"firm))(?![a-z])|"
    r"(?<![a-z])(?:shares?|stake|equity|stock)(?: \w+){0,4} (?:in|of) (?:another|an? (?:unlisted|private|"
    r"privately held|non-listed)) "
    r"(?:[\w-]+ ){0,2}?(?:company|firm)(?![a-z])"
)
_UNLISTED = lazy(
    r"(?:未|没有?|非|不是|冇)上市|未挂牌|没挂牌|(?<![a-z])(?:unlisted|unquoted|non-listed|privately held|"
    r"private (?:company|firm|subsidiary)|"
    r"(?:not|n't|never|neither) (?:been )?(?:listed|quoted))(?![a-z])"
)
_UNPLEDGED = lazy(
    r"(?:没有?|未|不是?|冇)(?:把|拿|用|质押|抵押|押)|不是|(?<![a-z])(?:not|never|nor|neither|without|n't)(?= (?:the |"
    r"our |any |a )*(?:pledg|"
    r"shares?|stake|against))"
)
_IS_LISTED = lazy(
    rf"{_LISTED_ZH}|(?<!未)(?<!没)(?<!没有)(?<!非)(?<!不是)(?<!不)(?:已上市|上市了|挂牌了)|(?<![a-z])(?<!not )"
    rf"(?<!n't )(?:listed|quoted)(?![a-z])"
)

_SHARES_AND_HOUSE = lazy(
    r"(?:股权|股份|股票)[^,。;?!没未不无]{0,6}?(?:和|加|跟|及|连同|还有|、|与|同)[^,。;?!没未不无]{0,8}?(?:房|楼|"
    r"土地|地皮|物业)[^,。;?!没未不无]{0,12}?"
    r"(?:质押|抵押|押)|(?:质押|抵押|押)(?!率)[^,。;?!没未不无]{0,8}?(?:股权|股份|股票)[^,。;?!没未不无]{0,4}?(?:和|"
    r"加|跟|及|连同|还有|、|与|同)"
    r"[^,。;?!没未不无]{0,8}?(?:房产?|楼|土地|地皮|物业)|"
    r"(?<![a-z])(?:pledged|secured (?:by|on|against)|against|mortgaged|charged)(?: (?!not|no|nothing)[\w'-]+)"
    r"{0,6}? (?:shares?|stake|equity)"
    r"(?: (?!not|no|nothing)[\w'-]+){0,4}? (?:and|plus|with|as well as)(?: (?!not|no|nothing)[\w'-]+){0,4}? "
    r"(?:buildings?|houses?|flats?|offices?|property|land|premises|apartments?|factory|plant|warehouses?)(?![a-z])"
)
"""A house beside the shares: then it is no loan on shares."""

_PERSONAL = lazy(
    r"个人的?(?:名义|信用|贷|名字|借)|(?:自己|本人|老板|我|他|她)的?(?:名义|名字|信用)|老板[^,。;]{0,6}(?:借|贷)|"
    r"以个人|"
    r"(?<![a-z])(?:(?:own|personal|his|her|my) (?:own )?(?:name|credit|standing)|in person|personally|personal loan)"
    r"(?![a-z])"
)
_PRIVATE_ZH = (
    r"(?:买(?!了?服务器|了?设备|料|材料|原料|货|机器|电脑|软件|仪器)[^,。;?!没未不服设]{0,5}?(?:私家车|轿车|小车|"
    r"跑车|车(?!间|床)|房|楼(?!盘)|豪宅|公寓|别墅|"
    r"股票|首饰|手表|基金|理财)|购(?:房|车)|装修[^,。;?!公办厂店]{0,4}?(?:家|房|新居|住宅|别墅)|炒(?:股|房|币|期货)|"
    r"还[^,。;?!]{0,4}?(?:房贷|车贷|"
    r"信用卡|赌债|网贷)|"
    r"(?:出国)?旅游|度假|结婚|办婚礼|办酒|彩礼|看病|治病|孩子[^,。;?!]{0,4}?(?:留学|上学|读书|学费)|留学|家用|自用|"
    r"私用|自住|个人消费|家庭(?:开支|消费|开销)|"
    r"私人(?:用途|开支|消费|开销))"
)
_PRIVATE = lazy(
    rf"(?:拿去|用来|用于|用在|用作|是为了|是要|花在|去|给自己|给|来|买|是|付|都|全){{0,4}}{_PRIVATE_ZH}|"
    r"(?<![a-z])(?:(?:buy|buying|bought|purchase|pay for|paid for|paid off|pay off|paying off|renovat\w+|decorat\w+|"
    r"spent (?:\w+ )?on|used (?:\w+ )?"
    r"(?:for|on)|went (?:into|on|to)|put (?:it )?into|finance[d]?) (?:an? |the |his |her |my |our |their |own |new |"
    r"second |private |family |"
    r"personal |children's |son's |daughter's |home |paying (?:off )?|buying ){1,6}"
    r"(?:cars?|houses?|flats?|apartments?|homes?|villas?|mortgage|holidays?|weddings?|tuition|school(?:ing)?|studies|"
    r"shares|stocks|credit cards?|"
    r"expenses|living|use|debts?|kitchen)|for (?:his|her|my|their) (?:own|private|personal) (?:use|needs|purposes|"
    r"spending|expenses)|"
    r"privately used|private (?:use|purposes?|spending|expenses)|stock market)(?![a-z])"
)
_FOR_FIRM = lazy(
    r"公司用|给公司|办公|送货|货车|面包车|业务用|接送客户|(?<![a-z])(?:for the (?:company|firm|business)|company car|"
    r"delivery|van|office)(?![a-z])"
)
_PART = lazy(r"一半|部分|一些|剩下|余下|其中|(?<![a-z])(?:half|part(?:ly)?|some|rest|remainder)(?![a-z])")
_NO_CONTROL = lazy(
    r"(?:小股东|普通股东|少数股东|(?:一?[名个位])?(?:普通)?(?:员工|职员|雇员)|会计|出纳|财务(?:经理|主管|总监)?|"
    r"工程师|技术总监|销售(?:经理|总监)?|同事|表[哥弟]|朋友|亲戚)"
    r"(?:\([^)]{0,16}\))?[^,。;?!]{0,12}?(?:以|用|凭|靠|拿)[^,。;?!]{0,4}?(?:个人|自己|本人|他|她){1,2}的?(?:名义|"
    r"信用|名字)|"
    r"(?:不是|并非|唔系)(?:公司的?|企业的?|我们的?)?(?:主要|实际|第一)?(?:控制人|控股股东|大股东)|非(?:主要|实际)"
    r"?控制人|(?:没有?|冇|不掌握)(?:公司的?)?控制权|"
    r"(?<![a-z])(?:minority (?:shareholder|owner|partner)|small shareholder|(?:an?|one of our|our) (?:[\w-]+ )"
    r"{0,2}?(?:employee|accountant|"
    r"bookkeeper|engineer|colleague|clerk|staff member|sales manager))(?! (?:of|at) (?:the|a) bank)(?: (?!not|never|"
    r"lent)[\w'-]+){0,6}? "
    r"(?:borrow\w*|took|signed|drew|got)(?: [\w',.-]+){0,8}? (?:his|her|own|personal) (?:own )?(?:name|credit|"
    r"standing)|"
    r"(?<![a-z])(?:not|n't|never|no longer|neither) (?:the |our |its |a )?(?:main |principal |actual |majority )"
    r"?(?:controller|controlling (?:shareholder|owner)|"
    r"majority owner|main owner|in control)|(?<![a-z])(?:does|did|do)(?:n't| not) control (?:the|our|it)"
)
_CONTROLLER = lazy(r"(?<!不是)(?<!非)(?<!实际)(?<!主要)(?:实际|主要)控制人|第一大股东")
_EARLY = lazy(
    r"提前(?!(?:了)?(?:[一二两三四五六七八九十几\d]{1,3}(?:天|日|个?星期|周)))"
    r"(?:(?!通知|告知|提醒|准备|预备|安排|打招呼|预约|说|凑|存|备|按期|按时|准时|到期|还有|还要|还得|"
    r"发)[^,。;?!]){0,8}?"
    r"(?:还|结清|清偿|偿还|归还|付清)|"
    r"(?<!\d)(?:第(?:[一二两三四五六七八九]|\d)个?|(?:[一二两三四五六七八九]|\d)个)月(?:就|便|头上)"
    r"[^,。;?!没未]{0,6}?(?:还清|结清|还完|全还)|"
    r"(?<![a-z])(?:repaid|paid|settled|cleared|returned)(?: (?:it|off|back|the|loan|all|everything|in full|in|"
    r"whole)){0,4} "
    r"(?:in|after) (?:(?:only|just) )?(?:month (?!ten|eleven|twelve)(?:\d|[a-z]+)|the (?!tenth|eleventh|twelfth|"
    r"last)\w+ month|(?!ten|eleven|twelve)(?:\d|[a-z]+) months)"
    r"(?=[^.;?]{0,30}? (?:ran|runs?|term|for|was|were|had|is|of|than)(?: \w+){0,2}? "
    r"(?:(?<!half )(?:an?|one|two|three|four|five|\d|full|whole)[ -]years?|(?:twelve|12|24|36)[ -]months?))|"
    r"(?:没到期|未到期|到期前|还没到期)[^,。;?!]{0,6}?(?:就|便|已经?)(?:全部?|都|把)?[^,。;?!]{0,8}?(?:还清|还完|"
    r"结清|还了)|"
    r"(?<![a-z])(?:repaid|paid|settled|cleared|redeemed|returned)(?: (?!on|not|late)[\w'-]+){0,6}? "
    r"(?:early|ahead of (?:time|schedule|term|the)|before (?:it (?:was|fell|came) due|maturity|(?:the|its)"
    r" (?:due date|term|end|maturity)))(?![a-z])|"
    r"(?<![a-z])(?:early repayment|prepaid (?:the|it|our)|repaid early)(?![a-z])"
)
_NOT_EARLY = lazy(
    r"没|未(?!到期)|不|想|打算|可以|能|会|如果|要是|假如|是否|几天|(?<![a-z])(?:not|never|no|if|would|could|can|may|"
    r"want\w*|plan\w*|whether)(?![a-z])|n't"
)
_OTHER_BILLS = lazy(
    r"(?<![a-z])(?:salar|wage|supplier|tax|rent|bill|invoice|staff|worker|employee|fee|price|order|deposit)"
)
_A_FEW_DAYS = lazy(r"几天|(?<![a-z])(?:(?:a few|two|three|some|\d+) days|a day|a week|the week)(?![a-z])")
_RAN = lazy(
    r"(?:实际|总共|一共|只|才|就|仅|前后|满打满算){0,3}(?:借|用|占用|使用)(?:了|满)?(?P<zh>\d{1,3}|"
    r"[一二两三四五六七八九十]{1,3})个?(?P<unit>月|天)|"
    r"(?<![a-z])(?:after|only|ran for|had it for|kept it for|used it for)(?: only| just)? (?P<en>\d{1,3}|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|"
    r"eleven) (?P<unit_en>months?|days?)(?![a-z])"
)

_RATER = lazy(
    r"评级(?:机构|公司|的?那家)?[^。;?!]{0,24}?(?:不在|不是|不属于|没进|未列入|没有列入)[^,。;?!]{0,10}?(?:合作|名单|"
    r"指定)|"
    r"(?:不在|不是|不属于|非)[^,。;?!]{0,10}?合作[^,。;?!]{0,8}?(?:评级|评信)|"
    r"(?<![a-z])(?:rating (?:agency|firm|company)|rater|agency)(?! in)[^.;?]{0,50}?(?:not|n't|never|no|none)"
    r"(?: [\w']+){0,5} (?:partners?|list|agreement|picked|chosen|selected)"
    r"(?![a-z])|(?<![a-z])(?:not|n't|non-?)(?: \w+){0,4} ?partner (?:rating )?(?:agency|rater|firm)(?![a-z])|"
    r"(?<![a-z])rat(?:ed|ing)(?: \w+){0,5} (?:by|from|of) (?:an? |one )(?:\w+ ){0,3}(?:agency|firm)(?: \w+)"
    r"{0,6} (?:not|n't|outside)(?: [\w']+){0,4} "
    r"(?:partners?|list|circle)(?![a-z])"
)
_OWN_REPORT = lazy(
    r"(?:老板|法人|创始人|我|本人|自己|他|她|个人)(?:自己|本人)?的?个人(?:的)?(?:征信|信用报告)|(?:查|买|打|打印|"
    r"购买)(?:了|的是)?(?:一?[份次])?[^,。;?!公]{0,4}?个人(?:的)?(?:征信|信用报告)|"
    r"(?<![a-z])(?:(?:my|his|her|the (?:owner|founder|boss)'s|owner's|founder's|boss's) (?:own |personal |private |"
    r"individual ){1,2}|(?:a|the) (?:personal|private|"
    r"individual) )credit reports?(?![a-z])"
)


def find(page: Page) -> Findings:
    """Pledged shares, use and borrower of an owner's loan, early repayment, raters and private reports."""
    if not _GATE.search(page.text):
        return
    if _BORROWED.search(page.text):
        yield from _shares(page)
        yield from _early(page)
        if _PERSONAL.search(page.text):
            yield from _owners_loan(page)
    for match in _RATER.finditer(page.text):
        if stands(page, match, undone=False):
            yield Found("partner_rater", False, match.start(), match.end(), 2)
    for match in _UNHEARD_OF.finditer(page.text):
        if stands(page, match, undone=False) and _RATED.search(page.text):
            yield Found("partner_rater", None, match.start(), match.end(), 2)
    companys = _COMPANYS_REPORT.search(page.text)
    for match in _OWN_REPORT.finditer(page.text):
        clause = page.clauses[page.index(match.start())]
        by_bank = _BY_BANK.search(page.text, clause.start, match.end())
        if stands(page, match) and not by_bank and companys is None:
            yield Found("company_report", False, match.start(), match.end(), 2)


_RATED = lazy(r"评级|评信|(?<![a-z])rat(?:ed|ing)s?(?![a-z])")
_UNHEARD_OF = lazy(
    r"名不见经传|(?:区里|海淀区?|区政府|你们)[^,。;?!]{0,6}?(?:没听[过说]|不认识|不认(?!为)|没认可|不承认)|"
    r"(?<![a-z])(?:district|haidian|nobody|no one)(?: [\w'-]+){0,3} heard of(?! (?:our|us|the) )|"
    r"(?<![a-z])unheard[- ]of"
)
_BY_BANK = lazy(r"银行|贷款[机公]|(?<![a-z])(?:banks?|lenders?)(?![a-z])")
_COMPANYS_REPORT = lazy(
    r"(?:公司|企业)(?:自己|自身)?的?(?:信用报告|征信(?:报告|服务))|(?<![a-z])(?:company|business|corporate|firm|"
    r"enterprise)"
    r"(?:'s)? (?:own )?credit reports?(?![a-z])|credit reports? (?:on|of|for) (?:the|our) (?:company|firm|business)"
)
"""The company's report is told too: a person's is beside it."""


def _shares(page: Page) -> Findings:
    for match in _SHARES_AND_HOUSE.finditer(page.text):
        if stands(page, match) and not page.theirs(match.start()):
            yield Found("house_pledged", True, match.start(), match.end(), 2)
            break
    for match in _OTHERS_LISTED.finditer(page.text):
        if _PLEDGED.search(page.sentence(page.index(match.start()))) and stands(page, match):
            yield Found("pledged_shares_listed", True, match.start(), match.end(), 3)
            return
    for match in _OTHERS_SHARES.finditer(page.text):
        index = page.index(match.start())
        clause = page.clauses[index]
        if clause.closing == "?" or not _PLEDGED.search(page.sentence(index)):
            continue
        if _UNPLEDGED.search(page.text, clause.start, match.start()):
            continue
        ahead = page.text[max(clause.start, match.start() - 12) : match.start()]
        near = ahead + page.text[match.start() : page.clauses[page.ending(index, 8)].end + 60]
        value = False if _UNLISTED.search(near) else True if _IS_LISTED.search(near) else None
        yield Found("pledged_shares_listed", value, match.start(), match.end(), 3)
        return


def _owners_loan(page: Page) -> Findings:
    for match in _PRIVATE.finditer(page.text):
        index = page.index(match.start())
        words = page.words(index)
        last = page.clauses[page.ending(index, 1)]
        paid_else = _OWN_MONEY.search(page.text, page.clauses[index].start, last.end)
        if paid_else or page.wished(index, match.start()):
            continue
        if stands(page, match) and not _FOR_FIRM.search(words) and not _SALE.search(words):
            value = None if _PART.search(words) else False
            yield Found("loan_for_business", value, match.start(), match.end(), 2)
            break
    for match in _NO_CONTROL.finditer(page.text):
        clause = page.clauses[page.index(match.start())]
        if clause.closing == "?" or _CONTROLLER.search(page.text, clause.start, match.start()):
            continue
        yield Found("borrower_controls", False, match.start(), match.end(), 2)
        return


_OWN_MONEY = lazy(
    r"(?:另外|额外|单独|自己)[^,。;?!没未]{0,4}?(?:存|攒|凑|筹)|攒(?:的|了|下)|(?<!没)(?<!没有)积蓄|"
    r"(?<!没)(?<!没有)存款|存的钱|"
    r"自己的钱|家里的钱|父母[^,。;?!]{0,4}?(?:出|给)|自有资金|工资(?:里|买)|早就买|早已买|已经买|"
    r"(?<![a-z])(?:(?<!no )(?<!n't any )savings|saved|own money|other money|separate(?:ly)?|already|inherit\w*|"
    r"from (?:my|his|her|our) (?:salary|wages|pay)|long (?:ago|before)|years (?:ago|before|earlier))(?![a-z])"
)
"""Money of his own, or a time before the loan, for what he bought."""
_SALE = lazy(r"卖房|卖车|客户买|房产商|(?<![a-z])(?:customers?|clients?) (?:buy|bought)|if i bought")


def _early(page: Page) -> Findings:
    for match in _EARLY.finditer(page.text):
        index = page.index(match.start())
        clause = page.clauses[index]
        lead = page.text[clause.start : match.start()]
        if _NOT_EARLY.search(lead) or _A_FEW_DAYS.search(match[0]) or clause.closing == "?":
            continue
        if page.theirs(match.start()) or _OTHER_BILLS.search(match[0]):
            continue
        yield Found("loan_repaid_early", True, match.start(), match.end(), 2)
        near = page.text[max(0, match.start() - 60) : match.end() + 40]
        ran = list(_RAN.finditer(near))
        if len(ran) == 1:
            one = ran[0]
            told = one["zh"] or one["en"]
            count = int(chinese(told) or english(told) or 0)
            days = 1 if (one["unit"] or one["unit_en"])[0] in "天d" else 30
            if count:
                start = max(0, match.start() - 60) + one.start()
                yield Found("loan_run_days", count * days, start, start + len(one[0]), 2)
        return
