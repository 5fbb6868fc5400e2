"""Whether a place that is named is the enterprise's own: moved to, registered in, worked in, or only spoken of."""

from __future__ import annotations

import re

from policies.facts.scope import WISH, Page

_NOT_PLACE_ZH = re.compile(
    r"(?:省|市|区|县)?(?:第?[一二三四五六]?(?:人民|中心|中医)?医院|[一二三四五六]?(?:中学|"
    r"小学|中(?![小型药医文式餐西草央]))|教育局|住建局|水务|财政局|城投|交投|地铁|[\u4e00-\u9fff]{1,4}局(?!部))|"
    r"银行|大学|学院|证券|保险|路(?!过)|街|大道|大赛|挑战赛|话|菜|人民?(?!币)|"
    r"口味|杯|奖|市场(?!监)|客户|买家|客人|的客户|那边|分公司|办事处|分行|支行|"
    r"一家银行|供应商|政府|科技厅|财政|法院|仓库|海关|时间|港口|总部的客户|的(?:买家|"
    r"客人|银行|大厂|甲方)|某|那个|天使|创新|人才|双创|领军|"
    r"帆|市(?=政府|财政|科技局)|区(?=教育局|住建局)|方言|啤酒|白酒|米粉|拉面|烤鸭"
)
_AWAY_ZH = re.compile(
    r"(?:去|去过|往|到|卖到|销往|出口|发往|运往|搬去|搬到|迁到|迁往|迁去|搬往|落户|"
    r"去到|飞|来自|从|离开|离|供应|供|投|不在|没有?在|未在|卖给|给|向|与|和|跟|找|听说|以及|"
    r"驻|驻在|除了|真金|比|据说|看到|来|参加|赢得?|仓库在|仓在|分公司在|工厂在|客户在|客户都在|买家在|供应商在|"
    r"分店在|门店在|另外在|还在|学校在|老家在?|毕业于|出生在)(?:了)?$"
)
_MOVED_ZH = re.compile(
    r"(?:(?<!没)(?<!不)回到了?|搬到了?|搬来|迁到了?|迁入|迁至|迁往了|搬至|搬去了|搬进|落户到?了?|迁来|"
    r"移到了?|转到了?|搬迁到了?|搬迁至|迁址到?|迁移到|(?:整体|全部|整个)(?:搬|迁|转)(?:到|至|来|入)|迁)$"
)
_HOME_ZH = re.compile(
    r"(?:注册(?:地)?(?:是|在|于)?|登记在|落户在?|注册地址在?|地址(?:在|是|:)?|"
    r"总部(?:设?在|是|:)?|设在|设立在|成立于|位于|坐落在?|位在|公司(?:就)?在|"
    r"厂(?:房|子)?在|店在|人在|家在|地处|开在|base在?|base|坐标|现在在|目前在|驻地|是|在|来自|所在地:?|身在|就在)$"
)
_AWAY_EN = re.compile(
    r"(?:(?<![a-z])(?:to|via|near|visit|toward|towards|export(?:s|ing)? to|ship(?:s|"
    r"ping)? to|sell(?:s|ing)? (?:to|into|in)|supplier in|customers? in|clients? in|"
    r"buyers? in|warehouse in|branch in|factory in|investor (?:in|from)|partner in|"
    r"not in|leave|leaving|left|outside of|bank of|bank in|rain in|weather in|"
    r"studied in|born in|like|than|for|with|by))\s(?:the\s)?$"
)
_HOME_EN = re.compile(
    r"(?:(?<![a-z])(?:registered|incorporated|based|headquartered|located|sited|"
    r"set up|established|founded|company|firm|live|run|operating|operate|work|"
    r"home|we are|we're|here|plant|factory)\s(?:in|at|out of|near|is in)|(?<![a-z])(?:in|"
    r"at|out of|outside|inside|from|around))\s(?:the\s|beautiful\s|downtown\s)?$"
)
_MOVED_EN = re.compile(r"(?:(?<![a-z])(?:moved|relocated|shifted)(?:\s[a-z]+){0,4}?\s(?:to|into))\s(?:the\s)?$")
_NOT_PLACE_EN = re.compile(
    r"\s?(?:(?:county|city|district|municipal|provincial|people's|no\.? ?\d)\s){0,2}(?:schools?|"
    r"hospital|bureau|water|metro|council|authority|treasury|education|housing|"
    r"bank|university|warehouse|market|customers?|clients?|buyers?|suppliers?|"
    r"innovation|talents?|programme|contest|competition|stock exchange|government|office|branch|"
    r"beer|dialect|time|airport|railway|court|investors?|fund|science|department|'s? (?:bank|government))(?![a-z])"
)


_SELF = re.compile(
    r"我|咱|俺|公司|企业|厂|店|做|开|搞|员工|团队|(?<![a-z])(?:we|we're|our|us|i|i'm|im|my|company|firm|business|shop|"
    r"start-?up|maker|team|staff|employees)(?![a-z])"
)
_OWN_WORD = re.compile(
    r"注册(?!资)|登记|总部|headquarter|registered|incorporated|based in|位于|地址|成立于|公司在|设在"
)
_LICENSED = re.compile(
    r"(?:营业)?执照(?:上)?(?:的(?:住所|地址|注册地))?(?:却|也|就|其实|都)?(?:是|由|在|写的?是?|办在)$"
)
_FOUNDED_THERE = re.compile(r"(?!以前|之前|前)[\u4e00-\u9fff]{0,6}?(?:成立|注册|创办|创业|开办|办厂)")
_THEIR_SEAT_ZH = re.compile(
    r"(?:银行|支行|分行|贷款行|放款行|担保公司|保险公司|客户|供应商|母公司|股东)(?:就|都|也)?(?:是|在|位于|设在|来自)$"
)
_LIFE_ZH = re.compile(r"(?:工作|读书|念书|上学|求学|留学|长大|出生|待|住)(?:了|过|[一二三四五六七八九十\d]|,|$)")
"""Where somebody lived, not where the company is: 在硅谷工作十二年."""
_HEAD_OFFICE = re.compile(r"(?:我们|咱们|我司|本公司)的?总公司[^,。;]{0,4}(?:登记|注册|执照|设)[^,。;]{0,4}$")
"""我们总公司登记在阿拉善: with its branches one legal person, and that is where it is registered."""
_SEAT_ONLY = re.compile(r"总部|headquarter")
_REGISTERED = re.compile(r"注册(?!资)|登记|registered|incorporated")
"""Where the enterprise is registered counts before where it has its head office."""
_FROM_EN = re.compile(
    r"(?<![a-z])(?:buy|import|bought|borrow\w*|loan|receiv\w+|orders?|customers?|clients?|investors?|funding|money|"
    r"moved|relocated|hir\w+|came|tourists|visitors|suppliers?|goods|parts)\s(?:[a-z]+\s){0,3}from\s$"
)
_INCUBATOR_OF = re.compile(
    r"(?<![a-z])(?:in|at|inside) (?:an?|the|one of the) (?:\w+ ){0,2}incubators? (?:recogni[sz]ed|certified|"
    r"accredited|approved|run|listed|named) by (?:the )?$"
)
_HOUSED_ZH = re.compile(r"(?:入驻|进驻|[住搬]进|落户|租在|坐落|位于|在)(?:了|于)?$")
_INCUBATOR_ZH = re.compile(
    r"园?(?:管委会)?(?:所)?(?:认定|认可|核定|核准|备案|批准|挂牌|评定|授牌)?的?[^,。;的]{0,6}?(?:孵化器|孵化园|孵化基地|育成中心|众创空间|加速器)"
)
_AT_HEAD = re.compile(
    r"(?:我们|我司|公司|是一?家|一家|做|our|we're a|we are a|an?|my|the|,)\s?(?:small |young |little |小)?$"
)


def weigh(page: Page, start: int, end: int) -> int:
    """0: not where we are. 5 moved to, 4 registered or based, 2 in, 1 merely named at the head of a description."""
    index = page.index(start)
    clause = page.clauses[index]
    lead, tail = page.text[max(clause.start, start - 40) : start], page.text[end : clause.end]
    tail = re.sub(r"^(?:省|市|区|县|自治区|地区|新区)+", "", tail)
    wished = bool(WISH.search(lead) or re.search(r"(?:之前|以前|原来|原先|过去)在?$", lead))
    if re.search(r"(?<![a-z])(?:used to be|previously|formerly)(?:\s[a-z]+)?\s(?:in|at)\s$", lead):
        return 0
    if _MOVED_ZH.search(lead) or _MOVED_EN.search(lead):
        happened = re.search(
            r"了|已经?|刚|去年|前年|上个?月|今年|(?:19|20)\d\d年|[一二三四五六\d]年前|整体|from|moved|relocated|shifted",
            page.words(index),
        )
        happened = happened or _FOUNDED_THERE.match(tail)
        return 5 if happened and not wished and not page.theirs(start) else 0
    if _LICENSED.search(lead):
        return 5
    if _THEIR_SEAT_ZH.search(lead) or _LIFE_ZH.match(tail):
        return 0
    if _INCUBATOR_OF.search(lead):
        return 3  # housed in an incubator of the park
    theirs = page.theirs(start) and not _HEAD_OFFICE.search(lead)
    if _HOUSED_ZH.search(lead) and _INCUBATOR_ZH.match(tail) and not wished and not theirs:
        return 3
    if wished or theirs or _away(lead) or _other_thing(tail):
        return 0
    if re.search(r"[?吗呢]\s?[?]?$", page.sentence(index)) and not _SELF.search(page.text):
        return 0  # a question about a place by somebody who says nothing of a business
    return _how_ours(lead, tail, page.words(index))


_OTHERS_SEAT = re.compile(
    r"(?<![a-z])(?:lenders?|banks?|branch|guarantor|insurer|institute|university|agency|appraiser|supplier|parent|"
    r"customer|court|incubator)(?: \w+){0,2} (?:sits?|is|are|was|lies|seated|located|based|registered|has|"
    r"operates)(?: \w+){0,3}? (?:in|at|outside)\s(?:the\s)?$|"
    r"(?<![a-z])(?:trust|leasing|finance|factoring|insurance|guarantee) (?:company|firm|house) in\s(?:the\s)?$|"
    r"(?<![a-z])(?:by|from|with) (?:an?|the|our) (?:\w+ ){0,2}(?:bank|branch|lender)(?: over| out)? in\s(?:the\s)?$"
)
"""Where somebody else sits: "the lender is located in Chaoyang"."""


def _away(lead: str) -> bool:
    """Words before a place that send something there, fetch it from there, or deny it."""
    if lead[-1:].isascii() and _OTHERS_SEAT.search(lead):
        return True
    if lead[-1:].isascii() and _AWAY_EN.search(lead):
        return True
    return bool(
        _FROM_EN.search(lead) or (_AWAY_ZH.search(lead) and not re.search(r"(?:我们|公司|企业|我)来自$|厂在$", lead))
    )


def _other_thing(tail: str) -> bool:
    """Words behind a place that make it a bank, a bureau, a customer, a branch, or somebody who owes us."""
    return bool(
        re.match(r"的(?:母公司|总公司|集团|股东|控股公司)", tail)
        or _NOT_PLACE_ZH.match(tail)
        or _NOT_PLACE_ZH.match(tail.removeprefix("的"))
        or _NOT_PLACE_EN.match(tail)
        or re.search(r"(?<![a-z])(?:owes?|owed) us|欠我们|欠了?我", tail)
        or re.match(r"\s?(?:有|开了?|设)(?:一?个|一?家)?(?:分|仓|办事|门店|代表处)", tail)
    )


def _how_ours(lead: str, tail: str, words: str) -> int:
    """4 registered or based, 3 in, 2 at the head of a description, 0 in talk of policies or the weather."""
    if _SEAT_ONLY.search(lead[-14:]) and not _REGISTERED.search(lead[-24:]):
        return 3
    if _OWN_WORD.search(lead[-24:]) or re.match(r"\s?(?:注册|登记|创立|成立|-based|-registered|registered)", tail):
        return 4
    if _HOME_ZH.search(lead) or _HOME_EN.search(lead):
        return 3
    spoken = re.search(r"政策|规定|听说|policy|rule|weather|天气", words)
    return 2 if not lead.strip() or _AT_HEAD.search(lead) or not spoken else 0
