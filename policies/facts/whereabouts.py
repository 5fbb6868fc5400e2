"""Whether a place that is named is the enterprise's own: moved to, registered in, worked in, or only spoken of."""

from __future__ import annotations

import re
from functools import lru_cache

from policies.facts import branches, clients, former_seats, plants, removals, residence
from policies.facts.gazetteer import NOT_PLACE_EN, NOT_PLACE_ZH, THEIR_FIRM_ZH
from policies.facts.scope import WISH, Page
from policies.patterns import lazy

_AWAY_ZH = lazy(
    r"(?:去|去过|往|到|卖到|销往|出口|发往|运往|搬去|搬到|迁到|迁往|迁去|搬往|落户|去到|飞|来自|从|离开|离|供应|供|"
    r"投|不在|没有?在|未在|卖给|给|向|与|和|跟|找|听说|以及|驻|驻在|除了|真金|比|据说|看到|来|参加|赢得?|仓库在|仓在|"
    r"分公司在|工厂在|被|请的是|不归|不属于?|[给向跟和与由找]了?一?(?:家|个|位)|客户在|客户都在|买家在|供应商在|"
    r"分店在|门店在|另外在|学校在|老家在?|毕业于|出生在)(?:了)?$"
)
_HOME_ZH = lazy(
    r"(?:注册(?:地)?(?:是|在|于)?|登记在|落户在?|注册地址在?|地址(?:在|是|:)?|总部(?:设?在|是|:)?|设在|设立在|成立于|"
    r"位于|坐落在?|位在|公司(?:就)?在|厂(?:房|子)?在|店在|人在|家在|地处|开在|base在?|base|坐标|现在在|目前在|驻地|"
    r"是|在|来自|所在地:?|身在|就在)$"
)
_AWAY_EN = lazy(
    r"(?:(?<![a-z])(?:to|via|visit|toward|towards|export(?:s|ing)? to|ship(?:s|ping)? to|sell(?:s|ing)? (?:to|into|"
    r"in)|supplier in|customers? in|clients? in|buyers? in|(?:tenders?|bids?|auction|developer) in|"
    r"warehouse in|branch in|investor (?:in|from)|"
    r"partner in|not in|leave|leaving|left|outside of|(?:is|are|lies|sits) outside|bank of|bank in|rain in|"
    r"weather in|studied in|born in|like|than|for|with|by))\s(?:the\s)?$"
)
_HOME_EN = lazy(
    r"(?:(?<![a-z])(?:registered|incorporated|based|headquartered|located|sited|set up|established|founded|company|"
    r"firm|live|run|operating|operate|work|home|we are|we're|here|plant|factory)\s(?:in|at|out of|near|is in)|"
    r"(?<![a-z])(?:in|at|out of|outside|inside|from|around|near))\s(?:the\s|beautiful\s|downtown\s)?$"
)
_SELF = lazy(
    r"我|咱|俺|公司|企业|厂|店|做|开|搞|员工|团队|(?<![a-z])(?:we|we're|our|us|i|i'm|im|my|company|firm|business|"
    r"shop|start-?up|maker|team|staff|employees)(?![a-z])"
)
_OWN_WORD = lazy(r"注册(?!资)|登记|总部|headquarter|registered|incorporated|based in|位于|地址|成立于|公司在|设在")
_LICENSED = lazy(
    r"执照(?:上)?(?:的(?:住所|地址|注册地))?(?:名义上|当初|当时|现在|目前|却|也|就|其实|都|还|仍|则){0,3}"
    r"(?:(?:是|由|在|从|向|写的?是?|[办领挂落]在){1,2}|拿的是)$|(?<![a-z])(?:on paper|in name|nominally|"
    r"technically),? (?:[\w']+ ){1,5}?(?:in|belongs? to|an?)\s$|"
    r"(?<![a-z])(?:licen[cs]e|letterhead) (?:\w+ )?(?:says?|reads?|names|is (?:still )?(?:in|from))\s$"
)
_THEIR_SEAT_ZH = lazy(
    r"(?:银行|支行|分行|贷款行|放款(?:行|人|方|的)|网点|担保公司|保险公司|评估(?:行|所|公司|机构)|客户|供应商|母公司|"
    r"股东|(?<!小)[弟哥姐妹]夫?|儿子|女儿|朋友|同学|欠款(?:人|方)|债务人|付款(?:人|方)|欠我们钱的|家族)(?:那边|就|都|"
    r"也|却|拿的)*(?:是|在|位于|设在|来自)$"
)
_HEAD_OFFICE = lazy(r"(?:我们|咱们|我司|本公司)的?总公司[^,。;]{0,4}(?:登记|注册|执照|设)[^,。;]{0,4}$")
"""我们总公司登记在阿拉善: with its branches one legal person, and that is where it is registered."""
_SEAT_ONLY = lazy(r"总部|headquarter|(?<![a-z])h\.?q|head office")
_BRANCH = lazy(
    r"是(?:一?[个家]|[^,。;]{0,12}的)?分公司|(?<!的)子公司|(?<![a-z])(?:we are|we're|legally|"
    r"only) (?:[\w']+ ){0,3}branch|founded (?:us|this plant)"
)
_REGISTERED = lazy(r"注册(?!资)|登记|registered|incorporated")
"""Where the enterprise is registered counts before where it has its head office."""
_FROM_EN = lazy(
    r"(?<![a-z])(?:buy|import|bought|borrow\w*|loan(?: of [\d,.]+)?|receiv\w+|orders?|customers?|clients?|investors?|"
    r"funding|money|moved|relocated|hir\w+|came|tourists|visitors|suppliers?|goods|parts)\s(?:[a-z]+\s){0,3}from\s$"
)
_INCUBATOR_OF = lazy(
    r"(?<![a-z])(?:in|at|inside) (?:an?|the|one of the) (?:\w+ ){0,2}incubators? (?:recogni[sz]ed|certified|"
    r"accredited|approved|run|listed|named) by (?:the )?$"
)
_HOUSED_ZH = lazy(r"(?:入驻|进驻|[住搬]进|落户|租在|坐落|位于|在)(?:了|于)?$")
_INCUBATOR_ZH = lazy(
    r"园?(?:管委会)?(?:所)?(?:认定|认可|核定|核准|备案|批准|挂牌|评定|授牌)?的?[^,。;的]{0,6}?(?:孵化器|孵化园|"
    r"孵化基地|育成中心|众创空间|加速器)"
)
_AT_HEAD = lazy(
    r"(?:我们|我司|公司|是一?家|一家|做|our|we're a|we are a|an?|my|the|,)\s?(?:small |young |little |小)?$"
)


_OTHERS = (
    r"(?:lenders?|banks?|branch|guarantors?|insurers?|institutes?|universit(?:y|ies)|valuers?|apprais(?:er|"
    r"al (?:office|house))|suppliers?|parent|affiliate|subsidiary|sister (?:firm|company)|customers?|clients?|"
    r"buyers?|court|consultants?|advis[eo]rs?|brokers?|agents?|distributors?|dealers?|landlords?|investors?|"
    r"shareholders?|owners?|patron|funds?|associations?|club|friends?|colleagues?|mates?|cousins?|brothers?|uncles?|"
    r"rich man|famil(?:y|ies)|family office|ministry|professor|trust(?: company)?|(?:leasing|finance|factoring|"
    r"insurance|guarantee|financing|pawn|small-loan|micro-?credit) (?:company|firm|house))"
)
_OTHERS_SEAT = lazy(
    rf"(?<!as )(?<!as the )(?<![a-z])(?:{_OTHERS}|incubator|agency|college|school)(?![a-z])"
    rf"(?:(?! we | us | our |[.;!?]|, (?!which|that|whose|"
    rf"itself|with|its |is |was |has |sits |lies )).){{0,50}}?(?<![a-z])(?:sits?|seat(?:ed)?|"
    r"lies|located|based|registered|home|office|headquarter\w*|is|are|was|has|operates)(?: is|"
    r",)?(?: \w+){0,3}?(?: in| at| outside| is)\s(?:the\s)?$|"
    rf"(?<![a-z]){_OTHERS}(?:(?: itself| over| out)? (?:in|from|at|of|near)|(?: itself)?, from| far away, in|"
    rf" down in)\s(?:the\s)?$|"
    r"(?<![a-z])(?:by|from|with) (?:an?|the|our) (?:\w+ ){0,2}(?:bank|branch|lender)(?: over| out)? in\s(?:the\s)?$"
)
"""Where somebody else sits: "the lender is located in Chaoyang", "a consultant in Xi'an"."""
_LENDER_SPEAKS = lazy(
    r"(?:(?<![a-z])(?:we are|we're|write (?:for|from|as)|speaking as)|(?:^|[.;:!?] )(?:as|for)) (?:an?|the) "
    r"(?:(?!of |policy |in |by )[\w'-]+ ){0,4}?(?:bank|(?:sub-)?branch|lender|insurer)(?! account| office| of an? )"
    r"(?![a-z])|our (?:[\w'-]+ ){0,2}branch (?:in \w+ )?(?:lends|lent|carried|wrote|issued)|"
    r"本行|我行|行里|我们是[^,。;]{0,14}(?:银行|支行|分行|小贷公司|保险公司)|小贷公司,驻"
)
_ITS_HOUSE = lazy(
    r"(?:(?:bank|branch|lender|insurer)(?: in| at| of| seated in)?|(?:we are|we're|as|our|for) (?:an?|the)?|网点在|驻|"
    r"银行在|公司)\s?@(?:(?:'s)?\s(?:[\w-]+ ){0,2}?(?:bank|branch|lender|insurer)(?![a-z])|"
    r"[^,。;]{0,8}(?:银行|支行|分行|分公司|小微)|,|$|\s[a-z])"
)
"""A lender or insurer that asks for itself: where its house stands (the place is put as @)."""
_ELSEWHERE_EN = lazy(
    r"(?<![a-z])(?:listed|quoted|floated|(?:go|went|gone|going) public|shares(?: \w+){0,2}? traded?|stock (?:market|"
    r"exchange))(?: [\w']+){0,3}? (?:in|at|on)\s(?:the\s)?$|(?<![a-z])(?:booth|expo|fair|exhibition|conference|"
    r"marathon|contest|competition|challenge|lectur(?:es?|ing)|seminar|museum|apartment|villa|warehouses?|depots?|"
    r"purse|our (?:man|rep)|counter|window|to (?:[\w-]+ ){1,3}firms) (?:in|at|of)\s(?:the\s)?$|"
    r"(?<![a-z])(?:top (?:ten|10|100)|ranking|list|stars?)(?: [\w-]+){0,3} (?:of|in)\s(?:the\s)?$|"
    r"(?<![a-z])(?:neither|nor|it is from|whose (?:own )?\w+ (?:is|are|sits) in|on the board in|stock trades in|"
    r"outside the district,(?: \w+)? in|(?:by the city|government|jury|hospital|academy) of|(?:daughter|son|wife|"
    r"husband|brother|sister|cousin|friend|uncle|nephew)(?:-in-law)?'s (?:\w+ ){1,2}in|(?:nothing|none|aid|help|"
    r"subsid\w+|yuan)(?: else)? from)\s$|(?<![a-z])(?:decided to|minds? to|resolved to|not (?:yet )?(?:signed|"
    r"registered|incorporated|licensed|settled)(?: up)?|(?:talk|ask|asking|know|hear|heard) (?:about|of)|(?:aid|"
    r"subsid\w+) in|the (?:rules|scheme) (?:in|of))(?: (?!our |my |we )[\w']+){0,4}? ?$"
)
"""An exchange, a fair, a house, a list: no seat of a business."""
_WE_ARE_A = lazy(r"(?<![a-z])(?:we are|we're|i am|i'm) an? (?:[\w'-]+ ){1,5}(?:in|at|near|from)\s$")
_STRANGER_FROM = lazy(
    r"(?<!we, )(?<!as )(?<!for )(?<!of )(?<!is )(?<![a-z])(?:an?|the|"
    r"one) (?:[\w-]+ ){0,4}(?:(?:company|firm|group|maker|manufacturer|enterprise|outfit|giant) from|(?:lab|"
    r"laboratory|pharma group|group|solver) (?:in|from))\s(?:the\s)?$"
)
_STRANGERS_ADJECTIVE = lazy(
    r"(?<![a-z])(?:by|from|to|than|(?:branch|subsidiary|daughter|arm|unit|affiliate|offshoot|office)(?: in \w+)? of|"
    r"(?:venture|together|contract|matched|paired|deal|agreement|joint|signed|shared?|cooperat\w+|work\w*|"
    r"compet\w+) with) (?:an?|the|another|one) (?:\w+ )?$"
)
"""Ahead of the place of a firm that is not ours: "a branch of a Shenzhen company", "bought from a Wuxi firm"."""
_SERVES_EN = lazy(
    r"(?:^|[.;,:!?] )(?:and )?(?:i am|i'm|as|i (?:work|act|serve) as) (?:an? |the )?(?:(?!of )[\w-]+ ){0,3}?"
    r"(?:consultant|advis[eo]r|accountant|bookkeeper|counsel|lawyer) (?:to|of|for|with) (?:an?|the|one) (?:\w+ )?$|"
    r"(?:^|[.;,:!?] )i (?:advise|counsel|keep the books (?:of|for)) (?:an?|the|one) (?:\w+ )?$"
)
_SERVES_ZH = lazy(
    r"我(?:是)?[给替帮为](?:一家)?@的?[^,。;我]{0,20}?(?:公司|企业|厂)[做当任][^,。;我]{0,4}?(?:顾问|会计|代账|记账|律师)"
)
"""Whoever serves a firm there and writes of it: "I am a consultant to a Suzhou technology company"."""
_OUR_FIRM = lazy(r"^\s*$|(?<![a-z])(?:we are|we're|our|my|as|here is|this is|it is) (?:an? )?$")
_FIRM_EN = lazy(
    r" (?:[\w-]+ ){0,3}?(?:company|firm|house|outfit|maker|manufacturer|enterprise|plant|factory|shop|studio|one|ltd|"
    r"limited)(?![a-z])"
)
_PLACED = lazy(r"(?<![a-z])(?:in|at|near|of|from|outside)\s(?:the\s)?$")
_ACTS = lazy(
    r"(?:'s)? (?:has |have |had |also |ever |never ){0,2}(?:named|certified|recogni[sz]e[sd]?|gave|gives|given|pays|"
    r"paid|refunded|regards?|picked|refused|honou?red|awarded|called|pinned|says?|said|took|rates?|treats?|made us|"
    r"put us|supports?|backs)(?![a-z])"
)
"""A place that does something is its government."""
_LENDS_ZH = lazy(
    r"(?!.{0,4}(?:我们|公司|企业|做|从事))[^,。;在我从向]{0,8}(?:银行|支行|分行|农商行|信用社|网点)(?!.{0,2}客户)"
)
"""Behind a place: a bank there, of which quarter soever: 西城金融街的分行."""
_WE_ARE_IT_ZH = lazy(r"(?:我们|我司|公司|本行|我行)(?:是|系)(?:一家)?$")
_ITS_CHILD_ZH = lazy(r"全资|独资|控股|设的|旗下|出[钱资]|办起来|子公司|分公司|分支")
_PLEDGED_ZH = lazy(r"(?:拿|用|以|把|押)(?:我|自己|自家|他)?的?$")
_INCORPORATED_THERE = lazy(
    r"(?:, [a-z]+)?,? which is (?:also )?where (?:the|our) (?:company|firm|enterprise|business) (?:was|is) (?:also )?"
    r"(?:incorporated|registered|entered|founded|set up|licen[cs]ed)(?![a-z])"
)
_WHERE_WE = lazy(
    r",? where (?:we|our (?:firm|company|seat|works)|the (?:firm|company))(?:'re| (?:also )?(?:are|is|sit|live|work|"
    r"operate|stand))(?![a-z])"
)


@lru_cache(maxsize=8)
def _says(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the words stand anywhere in the text: looked for once, however many places it names."""
    return pattern.search(text) is not None


def _sentence_lead(page: Page, start: int) -> str:
    """The words of the sentence before a place, a hundred code points at most."""
    opening = page.clauses[page.opening(page.index(start), 100)].start
    return _without_client(page, page.text[max(opening, start - 100) : start])


def _without_client(page: Page, words: str) -> str:
    """The client for whom somebody writes is the company itself."""
    return clients.as_company(words, page.for_customer) if page.for_client else words


def weigh(page: Page, start: int, end: int) -> int:
    """0: not where we are. 6 moved to, 5 registered, 4 based, 3 in, 2 merely named in a description."""
    index = page.index(start)
    clause = page.clauses[index]
    lead, tail = page.text[max(clause.start, start - 40) : start], page.text[end : clause.end]
    lead, tail = _without_client(page, lead), re.sub(r"^(?:省|市|区|县|自治区|地区|新区)+", "", tail)
    so_far = _sentence_lead(page, start)
    if removals.opens_a_case(page.text, start, end):
        return 3
    if plants.set_up_there(so_far, lead, page.text[end : end + 60]):
        return 4
    if branches.of_the_company(page, start):
        return 5
    if residence.set_up_with(so_far) or residence.kin_founded(page.text, start, so_far, tail):
        return 4
    if page.for_client and clients.at_the_client(page.text, start, end, page.for_customer):
        return 4
    if removals.only_meant(lead, tail, page.words(index)):
        return 3
    if _INCORPORATED_THERE.match(page.text, end):
        return 5
    if _WHERE_WE.match(page.text, end):
        return 4
    if residence.somebody_lives(so_far, tail) or residence.only_lives(so_far, page.text[end : end + 160]):
        return 0
    if residence.papers_at(so_far) and not page.theirs(start):
        return 5
    if _serves_there(lead, so_far, tail):
        return 3
    if former_seats.describes(so_far, page.text[end : end + 40]) or former_seats.left(
        so_far, page.text[end : clause.end], page.text[end : end + 90]
    ):
        return 0
    wished = bool(WISH.search(lead) or re.search(r"(?:之前|以前|原来|原先|过去)在?$", lead))
    if re.search(r"(?<![a-z])(?:used to be|previously|formerly)(?:\s[a-z]+)?\s(?:in|at)\s$", lead):
        return 0
    if removals.moved_to(lead):
        return removals.weigh(page, start, lead, tail) if not wished else 0
    if (_LICENSED.search(lead) or (residence.licensed_there(so_far, tail) and not wished)) and not page.theirs(start):
        return 5
    if _THEIR_SEAT_ZH.search(lead):
        return 0
    if _INCUBATOR_OF.search(lead):
        return 3  # housed in an incubator of the park
    heads = _HEAD_OFFICE.search(lead) is not None or plants.heads_seat(page.text, so_far, tail)
    theirs = page.theirs(start) and not heads
    if _HOUSED_ZH.search(lead) and _INCUBATOR_ZH.match(tail) and not wished and not theirs:
        return 3
    if not wished and not theirs and _ITS_HOUSE.search(f"{lead}@{tail}") and _says(_LENDER_SPEAKS, page.text):
        return 3
    if wished or theirs or _away(lead, so_far) or _other_thing(lead, tail):
        return 0
    if re.search(r"[?吗呢]\s?[?]?$", page.sentence(index)) and not _SELF.search(page.text):
        return 0  # a question about a place by somebody who says nothing of a business
    if residence.thing_registered(so_far):
        return 0
    if residence.registered_at(so_far, tail):
        return 5
    return _how_ours(lead, tail, page.words(index), page.text)


def _serves_there(lead: str, so_far: str, tail: str) -> bool:
    if so_far[-1:] == " ":
        return _SERVES_EN.search(so_far) is not None and _FIRM_EN.match(tail) is not None
    return "我" in lead and _SERVES_ZH.search(f"{lead}@{tail}") is not None


def _away(lead: str, so_far: str) -> bool:
    """Words before a place that send something there, fetch it from there, or deny it."""
    english = () if _WE_ARE_A.search(so_far) else (_ELSEWHERE_EN, _STRANGER_FROM, _OTHERS_SEAT, _AWAY_EN)
    return any(pattern.search(so_far) for pattern in english if lead[-1:].isascii()) or bool(
        _FROM_EN.search(lead) or (_AWAY_ZH.search(lead) and not re.search(r"(?:我们|公司|企业|我)来自$|厂在$", lead))
    )


def _other_thing(lead: str, tail: str) -> bool:
    """Words behind a place that make it a bank, a bureau, a customer, a branch, or somebody who owes us."""
    return bool(
        (THEIR_FIRM_ZH.match(tail) and (not _WE_ARE_IT_ZH.search(lead) or _ITS_CHILD_ZH.search(tail)))
        or (_ACTS.match(tail) and not _PLACED.search(lead))
        or (_STRANGERS_ADJECTIVE.search(lead) and _FIRM_EN.match(tail))
        or (_PLEDGED_ZH.search(lead) and re.match(r"的?(?:[一两]套|一处)?(?:房|住宅|厂房|土地|别墅)", tail))
        or (_LENDS_ZH.match(tail) and not _WE_ARE_IT_ZH.search(lead))
        or (re.search(r"税[^,。;]{0,4}在$", lead) and re.match(r"去?[交缴纳报]", tail))
        or re.match(r"的?(?:母公司|股东|控股公司|投资[人方])|的(?:总公司|集团)", tail)
        or NOT_PLACE_ZH.match(tail)
        or NOT_PLACE_ZH.match(tail.removeprefix("的"))
        or NOT_PLACE_EN.match(tail)
        or re.search(r"(?<![a-z])(?:owes?|owed) us|欠我们|欠了?我", tail)
        or re.match(r"\s?(?:有|开了?|设)(?:一?个|一?家)?(?:分|仓|办事|门店|代表处)", tail)
    )


def _how_ours(lead: str, tail: str, words: str, text: str) -> int:
    """4 registered or based, 3 in, 2 at the head of a description, 0 in talk of policies or the weather."""
    if _SEAT_ONLY.search(lead[-14:]) and not _REGISTERED.search(lead[-24:]):
        return 0 if _says(_BRANCH, text) else 3  # the head office of the firm whose branch we are is none of ours
    if _OWN_WORD.search(lead[-24:]) or re.match(r"\s?(?:注册|登记|创立|成立|-based|-registered|registered)", tail):
        return 4
    if _HOME_ZH.search(lead) or _HOME_EN.search(lead):
        return 3
    spoken = re.search(r"政策|规定|听说|policy|rule|weather|天气", words)
    if not lead.strip() and re.match(r",|\s?[省市区县]?,|$", tail + ("," if not tail else "")):
        return 3  # "Haidian, robotics, 60 people"
    if _FIRM_EN.match(tail) and _OUR_FIRM.search(lead):
        return 3
    return 2 if not lead.strip() or _AT_HEAD.search(lead) or not spoken else 0
