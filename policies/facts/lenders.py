"""Who lent: `loan_kind`.

An entrusted loan stays one though a bank pays it out. Two loans of different kinds in one text leave the kind open.
"""

from __future__ import annotations

import re

from policies.facts import lender_asked, own_name, phrases_lender, whose_loans
from policies.facts.firms_name import BY_THE_COMPANY, OF_THE_FIRM
from policies.facts.found import Findings, Found
from policies.facts.loan_words import BANKS_EN, BANKS_ZH, CREDIT, HOUSES_EN, MADE
from policies.facts.matters import strangers
from policies.facts.phrases import find as find_phrases
from policies.facts.scope import EARLIER, NEGATION, Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_INSIDER = r"(?:大?股东|母公司|总公司|集团(?:公司)?|关联(?:公司|方|企业)|控股(?:公司|方)|兄弟公司|投资人|投资方)"
_PRIVATE = (
    r"(?:朋友|亲戚|亲友|熟人|同乡|老乡|同学|邻居|私人(?!的?(?:名义|身[份分]))|家里人?|"
    r"岳父|亲家|供应商|客户|民间|别的公司|其他公司|同行)"
)
_INSIDER_EN = (
    r"(?:shareholders?|parent(?: company)?|(?:our )?group|holding company|sister company|affiliates?|investors?)"
)
_PRIVATE_EN = (
    r"(?:friends?|relatives?|cousin|brother|uncle|in-laws?|family|suppliers?|customers?|another (?:company|firm|"
    r"business)|private (?:person|individual|lender|investor)s?)"
)
_ENTRUSTED = lazy(
    rf"委托(?:银行)?(?:发放)?(?:的)?贷款|委贷|(?:银行|[工农中建交招]行)[\u4e00-\u9fff]{{0,4}}委托(?:放|贷|借|发)|"
    rf"委托[\u4e00-\u9fff]{{0,6}}(?:银行|[工农中建交招]行)[\u4e00-\u9fff]{{0,4}}(?:放|贷|借)|(?:银行|"
    rf"[工农中建交招]行)[\u4e00-\u9fff]{{0,4}}(?:受托|代理|代为|代放|代发|走账|过账|通道)|"
    rf"{_INSIDER}[\u4e00-\u9fff]{{0,4}}(?:通过|经由?|借道|走|委托)[\u4e00-\u9fff]{{0,6}}(?:银行|[工农中建交招]行)|"
    rf"(?<![a-z])(?:entrust(?:ed|ment|s|ing)? (?:\w+ ){{0,4}}?(?:loans?|lending|bank)|entrusted|"
    rf"{_INSIDER_EN}(?:'s)?[^.;]{{0,60}}? (?:through|via) (?:a|the|our|its|their) (?:\w+ )?bank|"
    rf"bank (?:is |was |merely |only |just |simply )*(?:act\w*|serv\w*|work\w*)(?: \w+)? as (?:an |the |our |its |"
    rf"their )?(?:agent|trustee|conduit|middleman|intermediary)|"
    rf"bank [^.;]{{0,40}}?as (?:an |the |our |its |their )?(?:agent|trustee|conduit|go-between|intermediary)|"
    rf"bank (?:only |just |merely )?(?:passed|passes|channel\w+) (?:it|the money|the loan) on)(?![a-z])"
)
_NON_BANK = lazy(
    r"小贷|小额贷款?(?:公司)?|网贷|网络(?:借贷|贷款)|p2p|高利贷|民间(?:借贷|借款|融资)|过桥(?:资金|贷)?|典当|当铺|"
    r"信托(?:贷款|公司|计划)|信托(?=[^,。;]{0,8}(?:放|借|贷|给我|给了))|银行(?:旗下|控股|系|集团|子公司)[^,。;]{0,8}(?:信托|租赁|"
    r"小贷|消金|财务)|消费金融|借呗|花呗|京东金条|非银行|"
    r"售后回租|回租|融资租赁(?:公司)?(?:做|办|签|租|融|来|借)|(?:做|办|走|签|用)了?融资租赁|(?:找|向|从|跟|"
    r"通过)[\u4e00-\u9fff]{0,4}(?:融资租赁|租赁公司|保理公司)[\u4e00-\u9fff]{0,6}(?:做|办|签|租|融)|"
    r"(?<![a-z])(?:(?:sale[- ](?:and|&)[- ])?lease[- ]?backs?|financ(?:e|ial)[- ]leas\w+|hire[- ]purchase)(?![a-z])|"
    r"(?:融资租赁|租赁公司|财务公司|保理公司|担保公司|投资公司|资产管理公司|基金)[\u4e00-\u9fff]{0,4}?(?:放|借|贷|"
    r"给)(?:款|给|的|了|我们)|(?:向|从|跟|找|和|问)[\u4e00-\u9fff]{0,6}(?:融资租赁|租赁公司|财务公司|保理公司|"
    r"投资公司)[\u4e00-\u9fff]{0,6}(?:借|贷|拿)|"
    rf"(?:{_INSIDER}|{_PRIVATE})(?:(?![说讲问告介荐质抵担])[\u4e00-\u9fff]){{0,6}}?(?:借(?!条)|贷(?!款[^,。;]{{0,6}}?(?:担保|保证|抵押|质押|作保))|垫|周转|出的?钱|拆借)(?:款|给|了|的)?|(?:向|从|"
    rf"跟|找|和|问|管|欠)(?:[\u4e00-\u9fff]{{0,3}})(?:{_INSIDER}|{_PRIVATE})[\u4e00-\u9fff]{{0,4}}?(?:借(?!条)|贷|拆|"
    rf"拿|筹)|(?:{_INSIDER})(?:借款|贷款)|"
    rf"(?<![a-z])(?:(?:trust|leasing|lease|micro-?credit|micro-?loan|(?:consumer[- ])?finance|factoring|p2p|"
    rf"wealth) (?:arm|"
    rf"subsidiary|unit|affiliate|daughter|entity|business|vehicle|plan|product)|{HOUSES_EN}|micro-? ?(?:loan|credit|"
    rf"finance|lend\w*)(?: \w+)?|small[- ]loan(?: \w+)?|(?:leasing|lease|trust|"
    rf"factoring|consumer finance|finance) (?:company|firm|house)|pawn\w*|non-?bank\w*|"
    rf"private lend\w+|online lend\w*|online loan|internet loan|peer[- ]to[- ]peer|p2p|loan shark\w*|payday|"
    rf"fintech (?:lender|platform|app)|money ?lender\w*|"
    rf"(?:shareholder|insider|intercompany|intra-?group|director|family|related-party)(?:'s|s'|s)? loans?|"
    rf"(?:borrow\w*|loan|lent|money|funds|it (?:came|comes)|financ\w+)"
    rf"(?: (?!guarant|secur|back|vouch|cover|pledg|co-?sign|under|sure)[\w.,%-]+){{0,6}}? (?:from|by|"
    rf"with) (?:\w+ ){{0,3}}?(?:{_INSIDER_EN}|{_PRIVATE_EN})|"
    rf"(?:{_INSIDER_EN}|{_PRIVATE_EN})(?: of (?:the |our )?\w+)? (?:has |have |had |who |that )*(?:lent|loaned|lends|"
    rf"advanced|put up)(?: us)?)(?![a-z])"
)
_PERSONAL = lazy(
    r"(?:用|以|凭|靠|拿)(?:了|着)?(?:我|自己|本人|老板)?(?:的)?个人(?:信用|征信|资信)[^,。;没]{0,14}(?:贷|借)|"
    r"个人(?:的)?(?:名义|名下|身份|经营贷|消费贷|信用贷|信贷|贷款|借款|借的|贷的|去贷|去借|经营性贷款|住房贷款)|"
    r"以(?:个人|我个人)[\u4e00-\u9fff]{0,4}(?:贷|借)|私人名义|"
    r"(?:老板娘?|法人(?:代表)?|负责人|创始人|股东|我(?:自己|个人|本人)?|自己|我(?:老婆|老公|爱人|太太|先生|妻子|丈夫|"
    r"爸|妈|父亲|母亲)|家属|经营者|老总|董事长|总经理)(?:用|以|拿|的|在|个人|自己|本人|他|她){0,4}(?:名义|名下|名字|"
    r"名)[\u4e00-\u9fff]{0,4}(?:贷|借|批)|"
    r"(?:老板娘?|法人(?:代表)?|负责人|创始人|经营者|老总|董事长)(?:自己|个人|本人|私人)[\u4e00-\u9fff]{0,6}(?:贷|借)|"
    r"我(?:自己|个人|本人)(?:去|出面|掏|来|先)?[\u4e00-\u9fff]{0,3}(?:贷|借)|"
    r"经营贷(?=[\u4e00-\u9fff]{0,6}(?:老板|本人|个人|我))|房贷|消费贷|信用卡|微粒贷|(?:写|落|挂|用|以|在)(?:的|"
    r"了)?(?:是)?(?:我|老板|法人|他|她|股东)[\u4e00-\u9fff]{0,5}(?:名字|名下|头上|户头)|(?:老板|法人|负责人|董事长|"
    r"创始人)(?:个人|自己|本人)(?:去|找|向|跟)[\u4e00-\u9fff]{0,6}(?:贷|借)|"
    r"(?<![a-z])(?:(?:personal|consumer|private) (?:\w+ )?(?:loan|credit|borrowing)s?|credit cards?|"
    r"in (?:my|his|her|(?:the |our )?(?:\w+)'s|their|my \w+'s)(?: own| personal| private)? names?|in (?:my|his|"
    r"her) (?:own )?(?:personal )?name|personal name|"
    r"(?:i|my wife|my husband|the (?:boss|owner|founder|director)|he|she) (?:myself |himself |"
    r"herself )?signed (?:for )?(?:it|the loan|for|rmb|¥|half|\d)|"
    r"(?:borrower|debtor)[^.;]{0,60}?,? that is(?: to say)?,? (?:me|myself|my \w+|the (?:owner|boss|founder|director))|"
    r"(?:contract|loan|agreement|credit) (?:is|was|stands|runs|ran) (?:with|on|in) (?:me|myself|the (?:owner|founder|"
    r"boss|director))(?! and the (?:firm|company))|"
    r"(?:i am|i'm|i was|my wife is|my husband is) the borrower|(?:me|my wife|my husband|the owner) as (?:the "
    r")?borrower|"
    r"(?:borrower|debtor)(?: \w+){0,3} (?:was|is) (?:me|the (?:founder|owner|boss|director)|our (?:founder|owner|"
    r"boss|director)|myself|my (?:wife|husband))|"
    r"(?:has|have|had|puts?|names?|named|shows?|lists?) (?:my wife and me|me and my (?:wife|husband|partner)|me|"
    r"my wife|my husband|the (?:founder|owner|boss|director)|our (?:founder|"
    r"boss|director))(?: down)?(?:, (?:the |our )?[\w -]{1,30},)? as (?:the )?(?:borrowers?|debtors?)|"
    r"on my own (?:good )?(?:name|credit)|(?:borrow\w*|took|taken|signed|loan)(?: [\w.,%]+){0,5} (?:personally|"
    r"privately|myself|himself|herself)|(?:i|he|"
    r"she|owner|boss|founder|ceo|director) (?:myself |himself |herself |personally )(?:took|borrowed|got)|"
    r"(?:owner|boss|founder|ceo|director)'s (?:own |personal )?loan|loan of the (?:owner|founder|boss|director)|"
    r"as a private (?:person|individual)|(?:lent|loaned|loan|gave) (?:\w+ ){0,3}to (?:me|him|her|the (?:owner|"
    r"founder|boss|director))|home loan|home equity)(?![a-z])"
)
_MONEY_HAD = lazy(
    r"贷|借|钱|款|融|(?<![a-z])(?:loans?|(?:went|turned) to|(?:[\d.]+|\w+) (?:million|m) (?:came |)?(?:at|for)|lend\w*|"
    r"borrow\w*|money|"
    r"financed|funds|cash|funded)(?![a-z])"
)
_BANK = lazy(
    r"(?:银行|农商行|信用社|[工建农中交招]行|支行|分行)[\u4e00-\u9fff]{0,8}?(?:贷|借|放款|放的|给了|批)|"
    r"(?:向|跟|从|在|找)[\u4e00-\u9fff]{0,10}(?:银行|农商行|信用社|[工建农交招]行|支行)[\u4e00-\u9fff]{0,6}(?:贷|借|"
    r"拿)|银行贷款|贷款[\u4e00-\u9fff]{0,4}(?:银行|农商行|信用社|[工建农交招]行)[\u4e00-\u9fff]{0,2}放|"
    r"(?<![a-z])(?:bank loan|(?:borrow\w*|loans?|credit|took out|lent|money)(?: [\w.,¥%-]+){0,9}? (?:from|with|by|"
    r"at) (?:an? |the |our |one of "
    r"the )?(?:[\w-]+ ){0,4}?banks?(?: branch)?|banks?(?: branch)? (?:[\w-]+ ){0,4}?(?:granted|gave|advanced|extended|"
    r"lent|made|provided|"
    r"released|disbursed|credited)(?: (?:us|our \w+|the company|to us|it|rmb|¥|\d)|[^.;]{0,30} (?:loan|credit))|"
    r"bank's loan|loan (?:[\w.,%-]+\s){0,8}?from (?:\w+\s){0,6}?bank|"
    r"borrow\w* (?:[\w.,%-]+\s){0,6}?from (?:\w+\s){0,4}?bank|bank (?:\w+\s){0,3}?(?:lent|released the money|gave us))"
)
_KINDS = (("entrusted", _ENTRUSTED), ("personal", _PERSONAL), ("non-bank", _NON_BANK))
_ALL_KINDS = (_ENTRUSTED, _PERSONAL, _NON_BANK, *(phrase.words for phrase in phrases_lender.KIND))
_SECOND = lazy(
    r"另外|另有|还(?:有|从|向|跟|找|借|贷)|此外|同时|其中|也(?:借|贷)|一部分|(?<![a-z])(?:another|also|besides|"
    r"in addition|as well|on top|partly|the rest)(?![a-z])"
)
_NOT_BORROWED = lazy(
    r"担保人|连带|担保责任|保证人|购买|刷|pos|收款|付款|客户|消费者|我们(?:做|是|经营|"
    r"开发)[\u4e00-\u9fff]{0,8}(?:典当|小贷|信托|租赁|p2p|网贷)|(?<![a-z])(?:guarantor|surety|accept|pay (?:by|with)|"
    r"patents?|registered|certificate|trademark|domain)(?![a-z])"
)
_MONEY = lazy(
    r"[贷借融款钱卡筹垫险]|放给|租|周转|拆|loan|borrow|lent|lend|credit|money|fund|cash|financ|name|lease|leasing|pawn|"
    r"trust|bank|branch|信托|行|保理|典当"
)
"""Without any of these no pattern of this module can be found."""
_NO_BANK_BUT = lazy(
    r"(?<![a-z])not (?:from |by |with )?(?:an? |the |any )?banks?(?: at all)?,? but (?:from |by |with )?(?:an?|the|"
    r"our|my) [\w'-]+"
)


def find(page: Page) -> Findings:
    """The kind of the loan."""
    if _MONEY.search(page.text):
        for match in _NO_BANK_BUT.finditer(page.text):
            if _MONEY_HAD.search(page.sentence(page.index(match.start()))) and not page.wished(
                page.index(match.start())
            ):
                yield Found("loan_kind", "non-bank", match.start(), match.end(), 3)
        yield from _borrower(page, own_name.settled(page, tuple(lender_asked.without(page, tuple(_kinds(page))))))


_NAMED = lazy(r"贷|借|银行|(?<![a-z])(?:loans?|borrow\w*|bank|contract|lent)(?![a-z])")


def _borrower(page: Page, kinds: tuple[Found, ...]) -> Findings:
    """The kinds that were read, and who borrowed: the owner in person, or the company by its own word."""
    yield from (*kinds, *own_name.of_the_firm(page))
    for one in kinds:
        if one.value == "personal":
            yield Found("owner_borrowed", True, one.start, one.end)
    for match in BY_THE_COMPANY.finditer(page.text):
        index = page.index(match.start())
        if not _NAMED.search(page.sentence(index)) or strangers(page, match.start()) or page.wished(index):
            continue
        if judge(page, match.end(), match.end(), ours=True) in (Standing.STATED, Standing.DENIED):
            yield Found("owner_borrowed", False, match.start(), match.end())


_TO_US = lazy(r"我|公司|(?<![a-z])(?:us|our|we)(?![a-z])")
_LISTED = lazy(r"合作|名单|伙伴")
_LENT_ON = lazy(r"(?:借给|贷给|lent|loan\w*)\s?了?(?:他|客户|别人|them|to(?! (?:us|me|our)))")


def _kinds(page: Page) -> Findings:
    barred = False
    for kind, pattern in _KINDS:
        for match in pattern.finditer(page.text):
            for found in _kind(page, kind, match):
                barred = True
                yield found
    told = (*own_name.but_the_firms(page, find_phrases(page, phrases_lender.KIND)), *own_name.find(page))
    for found in (one for one in told if not whose_loans.put_aside(page, one.start, one.end)):
        barred = True
        yield found
    for match in _BANK.finditer(page.text):
        index = page.index(match.start())
        words = page.words(index)
        if (
            NEGATION.search(match[0])
            or judge(page, match.start(), match.end(), ours=True) is not Standing.STATED
            or (page.theirs(match.start()) and not re.search(r"我们|(?<![a-z])us(?![a-z])|银行|bank", words))
        ):
            continue
        if not barred:
            yield Found("loan_kind", "bank", match.start(), match.end())
        elif any(p.search(page.sentence(index)) for p in _ALL_KINDS) and not _SECOND.search(page.sentence(index)):
            continue  # the bank that pays an entrusted loan out, or lends to the owner
        elif _SECOND.search(page.text):
            yield Found("loan_kind", None, match.start(), match.end(), 3)
    if not barred:
        yield from _any_bank(page)


_A_BANK = lazy(rf"{BANKS_ZH}|(?<![a-z]){BANKS_EN}(?![a-z])")
_NOT_THE_LENDER = lazy(
    r"账户|户头|存款|存|理财|流水|授权|拒|没批|不批|不肯|不愿|婉拒|要求|嫌|问|说|认为|"
    r"旗下|控股|子公司|担保公司|为[^,。;]{0,6}贷款作?保|"
    r"(?<![a-z])(?:accounts?|deposit\w*|statement|refus\w+|declin\w+|reject\w+|turned|would|will|could|may|might|"
    r"wants?|asks?|asked|says?|said|requires?|offer\w*|insists?|subsidiary|arm|affiliate|owns?|owned|group|sister|"
    r"(?:customers?|clients?)(?!'s? (?:\w+ ){0,2}(?:invoices|bills|debts|receivables)| owe us)|sold|supply|supplies|"
    r"software for|letter|compensat\w*)(?![a-z])"
)


def _any_bank(page: Page) -> Findings:
    """A bank named in a clause that tells of a sum, or of a loan, that was had."""
    for match in _A_BANK.finditer(page.text):
        index = page.index(match.start())
        words = page.words(index) + whose_loans.brought(page, index)
        if not MADE.search(words) or _NOT_THE_LENDER.search(words) or page.wished(index) or NEGATION.search(words):
            continue
        if not CREDIT.search(page.sentence(index)) and not any(q.kind == "cny" for q in page.quantities_in(index)):
            continue
        if judge(page, match.start(), match.end(), ours=True) is not Standing.STATED:
            continue
        if page.theirs(match.start()) and not _TO_US.search(words):
            continue
        yield Found("loan_kind", "bank", match.start(), match.end())
        return


def _kind(page: Page, kind: str, match: re.Match[str]) -> Findings:
    index = page.index(match.start())
    words = page.words(index)
    if _NOT_BORROWED.search(words) and not re.search(r"贷|借|(?<![a-z])(?:loan|borrow)", match[0]):
        return
    if kind == "personal" and not re.search(
        r"贷|借|信用卡|(?<![a-z])(?:loan|borrow\w*|credit|money|lent|lend|bank|taken out|took out|"
        r"instal\w+)",
        page.sentence(index),
    ):
        return
    if kind == "personal" and (OF_THE_FIRM.search(match[0]) or own_name.no_mans(page, match.start(), words)):
        return
    if (kind == "non-bank" and _LENT_ON.search(words)) or whose_loans.put_aside(page, match.start(), match.end()):
        return
    if kind == "non-bank" and _SURETY.match(match[0]) and not _LENT_IT.match(page.text, match.end(), _end(page, index)):
        return  # 担保公司给我们的贷款做担保: it stands surety for what a bank lent
    if "垫" in match[0] and _A_BANK.search(page.text):
        return  # what shareholders put in before a bank lent
    if kind == "non-bank" and (
        not (_MONEY_HAD.search(page.sentence(index)) or MADE.search(page.sentence(index)))
        or re.search(
            r"我们(?:是|做|开|经营)|(?<![a-z])(?:we run|we are an?|we're an?|we operate|we build|we develop|"
            r"we make)(?![a-z])",
            words,
        )
    ):
        return
    if kind == "non-bank" and _ENTRUSTED.search(page.sentence(index)):
        return
    rest = words.replace(match[0], "")
    if kind == "non-bank" and _LISTED.search(words) and not (CREDIT.search(rest) or MADE.search(rest)):
        return  # 听说这家小贷公司也在名单上: of its standing, not of what it lent
    standing = judge(page, match.start(), match.end(), ours=True)
    if standing is Standing.DENIED or (kind == "personal" and NEGATION.search(match[0])):
        return
    value: str | None = kind if standing is Standing.STATED else None
    lead = page.text[page.clauses[index].start : match.start()]
    if EARLIER.search(lead) or _not_ours(kind, words, lead):
        value = None
    yield Found("loan_kind", value, match.start(), match.end(), 3)


_SURETY = lazy(r"担保公司[^放借贷]*给")
_LENT_IT = lazy(r"(?=[^,。;]{0,24}(?:贷|借|放款|钱|资金|\d万))(?![^,。;]{0,30}(?:保|增信|折|费|[分支银]行|反))")


def _end(page: Page, index: int) -> int:
    return page.clauses[index].end


def _not_ours(kind: str, words: str, lead: str) -> bool:
    """母公司拿的是委托贷款: somebody else's loan, unless they gave it to us."""
    if kind == "personal" or re.search(
        r"我们|公司用|(?<![a-z])(?:us|we|our (?:loan|shareholder|group|parent))(?![a-z])", words
    ):
        return bool(re.search(r"(?<![a-z])our parent (?:has|took|got)", words))
    return bool(
        re.search(
            r"(?:母公司|总公司|客户|供应商|朋友|同行|对手)[\u4e00-\u9fff]{0,4}(?:拿|是|办|有|用|贷)|"
            r"(?<![a-z])(?:parent|customer|friend|supplier|competitor)s? (?:\w+ )?(?:has|have|took|got|uses)",
            lead + words,
        )
    )
