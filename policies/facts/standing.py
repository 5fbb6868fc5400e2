"""How a matter that could bar an enterprise is raised: stated, denied, left open, or merely supposed.

A recogniser of bars names its matter broadly (逾期, "fined") and asks `judge` how it stands there. A denial must reach
the words and leave no gap for an exception; whatever is hedged, asked, undone, about somebody else or twice negated is
open. Where two readings exist, open wins: a bar that is missed would tell a barred enterprise that it qualifies.
"""

from __future__ import annotations

import re
from enum import Enum

from policies.facts import excepted
from policies.facts.scope import Page
from policies.patterns import lazy


class Standing(Enum):
    STATED = "stated"
    DENIED = "denied"
    OPEN = "open"
    SUPPOSED = "supposed"

    @property
    def value_of(self) -> bool | None:
        """What a fact gets that holds where the matter is stated."""
        return None if self in (Standing.OPEN, Standing.SUPPOSED) else self is Standing.STATED


SUPPOSITION = lazy(
    r"如果|假如|假设|(?<![摘主纪提概])要是|倘若|万一|若(?!干)|的话|"
    r"(?<![a-z])(?:if|unless|suppos\w+|in case)(?![a-z])"
)
"""Words of a case that is only thought of; wishes and hopes are none of them."""
UNSURE = lazy(
    r"[看瞧听]不出(?!问题|毛病|差别|什么)|没看出|不清楚|不知道|谁也不知|没人知道|没人(?:能|敢)?说|说不好|"
    r"还没(?:有)?(?:公布|答案|定论|结果|结论|定下来|算出来|"
    r"出来)|还在(?:查|核|审计|认定|确认)|(?:还|尚)?未(?:公布|确定|"
    r"定案|定论)|到底(?:算|是)|究竟(?:算|是)|还没给|搞不清|弄不清|不确定|不晓得|不肯定|不了解|没把握|说不准|说不清|"
    r"不敢肯定|不敢确定|要问|得问|问一下|问问|"
    r"印象[里中]|忘了是|还?要查|查一查|(?<![a-z])(?:thinks|believes|guesses|suspects?)(?![a-z])|可能|也许|或许|好像|"
    r"似乎|仿佛|大概(?=拿|得|有)|没查到|"
    r"查不到|找不到(?!人|钱|资金|现金|担保|抵押|买[家主])|记不清|记不得|不记得|忘了有没有|未必|不敢说|待确认|"
    r"听说|听[^,。;]{1,6}[讲说]|据说|据称|"
    r"应该(?=是|有|没|不|算|拿|"
    r"在)|估计|"
    r"(?<![a-z])(?:(?:may|might)(?: (?:well|already|also|once|even|indeed|possibly|conceivably|just)){0,2} (?:have|"
    r"be)|may well|(?:may|might) or (?:may|might) not|there may|there might|not (?:\w+ )?sure|unsure|"
    r"no idea|no clue|"
    r"don't know|do not know|dont know|doesn't know|nobody (?:here )?(?:knows|can)|no[- ]one (?:here )?(?:knows|can)|"
    r"(?:none|neither) of (?:us|them|the \w+) (?:can|could|knows?|remembers?)|yet to (?:find out|learn|be (?:decided|"
    r"settled|"
    r"confirmed))|remains to be seen|up in the air|undecided|still (?:being )?(?:checking|checked|audited|disputed|"
    r"debated|"
    r"waiting to hear)|has(?:n't| not) (?:been )?(?:decided|settled|published|answered|confirmed)|anyone's guess|"
    r"(?:have|has|had)(?:n't| not) (?:yet |been able to )?(?:found out|find out|learnt|learned|looked (?:it )?up|"
    r"verif(?:ied|y)|"
    r"establish(?:ed)? (?:whether|if)|check(?:ed)? (?:whether|if)|asked (?:\w+ )?(?:whether|if))|"
    r"(?:can't|cannot|could not|couldn't) (?:\w+ )?(?:find(?! (?:\w+ ){0,2}?(?:cash|money|funds|means|sum))|tell|say|"
    r"remember|recall|rule out)|don't (?:remember|recall)|do not (?:remember|recall)|uncertain|unclear|perhaps|"
    r"possibly|maybe|i think|we think|i believe|i guess|apparently|allegedly|i (?:have )?heard|supposedly|should be|"
    r"must be|probably|presumably|as far as (?:i|we) know|seems?|whether)(?![a-z])"
)
_SUPPOSED = lazy(
    r"如果|假如|假设|(?<![摘主纪提概])要是|倘若|万一|一旦|(?<!理)想(?!法|到|不到)|打算|"
    r"(?<!海帆)(?<!人才)(?<!千人)(?<!海英)计划(?!单列)|准备|希望|争取|拟(?!合)|考虑|避免|"
    r"防止|免得|担心|"
    r"(?<![a-z])(?:if|in case|unless|would|plan(?:s|ning)? to|want(?:s|ed)? to|hop(?:e|es|ing) to|think(?:ing)? of|"
    r"thinking about|intend|wish|considering|going to|about to|will|we'll|i'll|afraid of|worried|avoid|"
    r"suppos(?:e|ing)|assuming|were we to|should we|(?:once|as soon as|provided|until|before) (?:we|it|they|the|this|"
    r"that)(?= (?:\w+ ){0,4}(?:is|are|gets?|have|has|pay|repay)))(?![a-z])"
)
_IN_CASE = lazy(r"\s?(?:(?:and|but|so|or) )?(?:if|had we|should we|were we|unless|suppos\w+|in case)(?![a-z])")
"""A supposition that opens its clause holds for all of it, however long."""
_WOULD_HAVE = lazy(r"(?:本来|原本|原先?)(?:是?想|打算|要|说好|约好)|本想|原想")
"""What was meant once and may not have come: 本来要在首贷中心办."""
_HAPPENED = lazy(
    r"过|了(?!解)|曾|去年|今年|上个?月|已|(?<![a-z])(?:was|were|had|did|been|missed|got|once|last (?:year|month|"
    r"\w+))(?![a-z])"
)
_ASKED = lazy(
    r"吗|么$|是否|是不是|有没有|有无|会不会|算不算|在不在|能不能|可不可以|要不要|"
    r"(?<![a-z])(?:(?:does|do|did|is|are|was|were|am|can|could|should|must|may|might|would|will|has|have|how|what|"
    r"which|"
    r"when|where|why|who)(?: we| i| it| a| an| the| our| my| any| there| this| that| those| these| having| being| "
    r"getting| counts?)|(?:how|what|which|why)(?: \w+){1,2} (?:is|are|do|does|can|could|would|will|have|has)|"
    r"(?:how|what) (?:much|many|about|happens|does|is|are|other|if|kind)|(?:is|are|do|does|can|may|must|would|will) "
    r"\w+ (?:needed|required|enough|allowed|deductible))(?![a-z])"
)
_NO = lazy(
    r"(?:称|谈|算|说|够|配|评)不上(?!不)|没有?(?!上市的|挂牌的|能|法|办法|想到|注意|来得及|及时|按|多久|几天|多少|"
    r"钱|错)|从未|未(?!上市的|挂牌的|能|及|按|来|免|付|还|缴)|不曾|不存在|"
    r"无(?!奈|意|法|力|心|端|论|锡)|不(?:是|属于|算|在|走|用|涉及)(?!不)|不(?=欠|拖欠|$)|并非|绝非|非(?=合作|首|"
    r"科技|$)|零(?=逾期|失信|违|处罚|欠|$)|(?<![0-9])0(?=逾期|失信|违|处罚|$)|免于|"
    r"(?<![a-z])(?:no|not|never|without(?! (?:any |a )?(?:security|collateral|pledge|mortgage))|none|neither|nor|"
    r"free of|free from|zero|nothing|nobody|no-one|nowhere|nil|"
    r"lack(?:s|ed|ing)?|cannot|yet to|(?:(?:kept|keeps?|stayed|stays?) (?:well )?(?:out of|clear of|away from|"
    r"free of))|isnt|arent|havent|hasnt|dont|didnt|wasnt|werent)(?![a-z])|n't(?![a-z])"
)
_TWICE = lazy(
    r"不是没有?|并非没有?|不能说没有?|不敢说没有?|不是从没|难免|在所难免|没(?:能)?(?:避免|逃|躲)|未能(?:避免|免)|"
    r"(?<![a-z])(?:not without|not never|can't say (?:we|that)|cannot say (?:we|that)|could not avoid|"
    r"couldn't avoid)(?![a-z])"
)
_NEARLY = lazy(
    r"几乎|基本|差不多|很少|极少|偶尔没|大多|大部分|一般都|通常|"
    r"(?<![a-z])(?:hardly|barely|rarely|seldom|almost|nearly never|mostly|usually|generally)(?![a-z])"
)
_EXCEPT = lazy(
    r"除了|除(?!夕|此)|(?<!除此)以外|(?<!除此)之外|(?<![a-z])(?:except|(?:apart from|other than|aside from)"
    r"(?! (?:this|that|it|these|those)(?! (?:once|one|time))(?![a-z]))|"
    r"but for(?! an? (?:\w+ ){0,3}(?:loans?|banks?|polic(?:y|ies)|firms?|projects?))|save for)(?![a-z])"
)
_BOUND = lazy(
    r"\s?(?:都|也)?(?:没有?)?(?:超过|多于|以上|[\d一二两三四五六七八九十]+[天次日个])|\s?(?:\w+\s)?(?:more than|"
    r"by more|longer than|beyond)|\s?(?:\w+\s){0,2}(?:except|other than|apart from|but once|but one)"
)
_BOUND_EN = lazy(
    r"(?<![a-z])(?:more than|over(?! (?:19|20)\d\d)|longer than|beyond)\s(?:(?!no |never |without )[^,.;]){0,20}$"
)
_BUT = lazy(r"但|却|不过|可是|只是|而是|只有|仅|(?<![a-z])(?:but|only|just|except|although|though|however)(?![a-z])")
_NO_BEHIND = lazy(
    r"(?:[、和或及与跟][\u4e00-\u9fff]{2,10}){0,4}?[\u4e00-\u9fff]{0,4}?(?:的)?(?:情况|记录|行为|次数|事|历史|这些|"
    r"之类)?\s?"
    r"(?:我们|公司|银行|一次|一条|一分|从来|完全|全|目前|这些|暂时){0,2}(?:都|也|均|通通|统统|一概){0,2}"
    r"(?:没有?(?!还|付|给|结|交|缴|扣|清|偿|处理|解决|及时|按|通过|逾|拖|晚|欠息|违约)|不存在|为零|是零|为0|"
    r"没发生)(?![\u4e00-\u9fff]{0,3}[还付])|"
    r"\s?(?:\w+\s){0,2}?[:=,]?\s?(?:none|never happened|zero|nil|n/a)(?![a-z])"
)
_LIST_DENIED = lazy(
    r"(?:这些|以上|上述|样样|哪[样个项])?(?:我们)?(?:一[样个项])?(?:都|也|均|通通|统统|一概|全部?){1,3}(?:没有?|无|"
    r"未)(?:拿|有|获)?过?"
)
"""Behind a list: 榜单、人才计划或推荐，这些通通没有."""
_NO_ALONE = lazy(
    r"\s?[:,?]\s?(?:都|也|从来|一次)?(?:没有过?|无|没|否|(?:no|none|never|nil|n/a|not "
    r"any)(?![a-z]))\s?(?=[,。;.!\n]|$)"
)
_TURNS = lazy(
    r"(?<![a-z])(?:and|so|while|whereas|then|yet|still) (?:we|our|the|it|its|they|i|he|she|all|every|this|that|has|"
    r"have|was|were|is|are|had)(?![a-z])|(?<![a-z])(?:which|who|whose|because|since|although|though)(?![a-z])"
)
"""Where a new statement begins within an English clause: a no does not reach beyond it."""
_NO_MORE = lazy(
    r"no longer|not (?:any ?more|long ago)|not only|no doubt|not once,? but|不再|不只|不仅|不但|不止|不光|不久"
)
_SHORT_OF = lazy(
    r"(?:离|距离?|差)[^,。;]{0,6}$|(?<![a-z])(?:far from|short of|nowhere near|(?:away|off) from|ahead of|prior to|"
    r"yet to (?:reach|enter|start|begin|get to)|(?:weeks?|months?|years?|(?<!by )(?<!in the )way|ways|some way|"
    r"a step|"
    r"long way) (?:away |off |short )?"
    r"(?:from(?! (?:an?|the|our|one) (?:[a-z-]+ )?(?:banks?|branch|lender))|of|before))(?: \w+){0,3}\s$"
)
_STILL_FAR = lazy(
    r"[\u4e00-\u9fff]{0,6}?(?:还|尚|仍)?(?:早(?!就|已|就已|在)|远|有(?:[一好很大]|不小的?|不少的?)*(?:段|"
    r"些)?(?:距离|路|差距)|差(?!不多|点)|要(?:[等再]|过)*(?:[\d一二两三四五六七八九十半几]))"
)
_SHORT_TAIL = lazy(r"机构|补|贷|失信|违|逾期|专利|(?<![a-z])(?:bank|subsid|grant|partner|loan|certificate)")


_FROM_A_LENDER = lazy(r"(?:weeks?|months?|years?) from (?:[a-z'-]+ ){1,4}?(?:banks?|branch|lenders?|institution)")
"""A loan "for a year from a partner bank": from whom, not how far off."""


def judge(page: Page, start: int, end: int, ours: bool = False) -> Standing:
    """How the matter named at `start:end` stands. `ours`: the words themselves tell that it concerns us."""
    index = page.index(start)
    clause = page.clauses[index]
    lead = page.text[clause.start : start]
    tail = page.text[end : clause.end]
    here = page.words(index)
    if _TWICE.search(here):
        return Standing.OPEN
    if (_SUPPOSED.search(lead[-40:]) or _IN_CASE.match(lead)) and not _BUT.search(lead[-12:]):
        return Standing.OPEN if _HAPPENED.search(page.text[start : end + 4]) else Standing.SUPPOSED
    if _WOULD_HAVE.search(lead):
        return Standing.OPEN
    if doubted(page, index) or _NEARLY.search(here) or (not ours and page.theirs(start)):
        return Standing.OPEN
    if _denied(page, index, start, end) or _not_yet(lead, page.text[start : clause.end], tail):
        hedged = _EXCEPT.search(here) or _BOUND.match(tail) or _BOUND_EN.search(lead) or excepted.beside(page, index)
        return Standing.OPEN if hedged or _asking(page, index, end) else Standing.DENIED
    if _NO_MORE.search(lead[-24:]) or (
        _asking(page, index, end) and not _HAPPENED.search(here[: end - clause.start + 2])
    ):
        return Standing.OPEN
    return Standing.STATED


def _not_yet(lead: str, named: str, tail: str) -> bool:
    """What is still to come: 离小批量生产还早, "far from small-batch production"."""
    before = _SHORT_OF.search(lead[-40:])
    if before is not None and _FROM_A_LENDER.match(before[0] + named):
        return False
    return before is not None and (before[0].isascii() or "差" in before[0] or bool(_STILL_FAR.match(tail)))


_WHERE_TO_GO = lazy(
    r"(?:不知道?|不清楚|不晓得)(?:该|应该|要|能)?(?:去)?(?:找谁|找哪|怎么(?:申|办|报|弄)|如何|去哪|能补|能拿|补多少|"
    r"能不能|可不可以)|^\s?(?:所以|那么?|这)[^?]{0,12}(?:够格|够资格|有资格|符合条件)|"
    r"^\s?(?:and )?so [^?]*(?<![a-z])(?:ticket|(?:qualif|eligib|entitle)\w*)"
)
"""Not knowing what can be had, or where, leaves what is said beside it as it stands."""


def doubted(page: Page, index: int) -> bool:
    """Words of not knowing in this clause, or in a short one beside it that has no matter of its own."""
    if UNSURE.search(page.words(index)):
        return True
    for beside in (index - 1, index + 1):
        if not 0 <= beside < len(page.clauses) or page.clauses[beside].sentence != page.clauses[index].sentence:
            continue
        words = page.words(beside)
        short = len(words) <= (48 if words.isascii() else 16) and not _WHERE_TO_GO.search(words)
        if short and UNSURE.search(words) and not _SHORT_TAIL.search(words):
            return True
    return False


def _asking(page: Page, index: int, end: int) -> bool:
    clause = page.clauses[index]
    here = page.words(index)
    if here.isascii():
        asked = _ASKED.match(here.lstrip())
        timed = here.lstrip()[:5] == "when " and "?" not in page.sentence(index)[-2:]
        if asked and clause.closing != "?" and (timed or page.previous(index) is not None):
            asked = None  # ", which the zone promotes", "which, like the bank, is a partner"
        return bool(asked) or (clause.closing == "?" and not _HAPPENED.search(here))
    return bool(_ASKED.search(here)) or (clause.closing == "?" and page.text[end : clause.end].strip() == "")


def _denied(page: Page, index: int, start: int, end: int) -> bool:
    """A no that reaches the words: before them in the clause or the list it belongs to, or right behind them."""
    lead = _lead(page, index, start)
    ascii_ = lead.isascii()
    for no in reversed(list(_NO.finditer(lead))):
        gap = lead[no.end() :]
        if _UNSECURED.match(gap):
            continue  # 无担保放款已准时结清
        if len(gap) > (90 if ascii_ else 18) or _NO_MORE.search(lead[max(0, no.start() - 3) : no.end() + 12]):
            break
        if not _BUT.search(gap) and not re.search(r"因为|由于", gap) and not (ascii_ and _TURNS.search(gap)):
            return True
    if ascii_ and _list_of_none(page, index):
        return True
    last = index
    while page.clauses[last].closing == "、" and last + 1 < min(len(page.clauses), index + 6):
        last += 1
    listed = page.clauses[last].closing == "," and ("、" in page.sentence(index) or last > index)
    if listed and last + 1 < len(page.clauses) and _LIST_DENIED.fullmatch(page.words(last + 1)):
        return True
    return bool(
        _NO_BEHIND.match(page.text, end, page.clauses[last].end)
        or _NO_ALONE.match(page.text, end, min(len(page.text), end + 12))
    )


_NONE_OF_THESE = lazy(r"\s?(?:nil|none|no(?= (?:to|for|on|in) |[.;,]|$)|zero|n/a|never|not (?:one|any))(?![a-z])")


def _list_of_none(page: Page, index: int) -> bool:
    """A list that ends in a colon and a no: "fines, arrears, other subsidies: none"."""
    number = page.clauses[index].sentence
    for last in range(index, min(len(page.clauses) - 1, index + 8)):
        if page.clauses[last].sentence != number:
            return False
        if page.clauses[last].closing in (":", "-", " - "):
            return _NONE_OF_THESE.match(page.words(last + 1)) is not None
    return False


_UNSECURED = lazy(r"(?:任何)?(?:担保|抵押|质押|抵质押)的?(?:信用)?(?:贷|借|放款|融资)")
"""Behind a no, what a loan was given without."""
_OR = lazy(r"(?<![a-z])(?:or|nor)(?![a-z])")
_FULL_STOP = lazy(r"[.;!?](?=\s|$)")


def _lead(page: Page, index: int, start: int) -> str:
    """What stands before the words: in their clause, and in the clauses of a list that leads up to them."""
    clause = page.clauses[index]
    lead = page.text[clause.start : start]
    first = index
    while first > max(0, index - 5):
        before = page.clauses[first - 1]
        opening = page.text[page.clauses[first].start : start if first == index else page.clauses[first].end]
        bare = not opening.strip() or re.fullmatch(
            r"\s?(?:和|与|或|及|以及|and|or|nor|any|a|an)?\s?|[\w' -]{0,30} n?or (?:any |a )?(?:[\w-]+ )?", opening
        )
        chained = before.closing == "、" or (
            before.closing == ","
            and (bare or first != index)
            and _OR.search(_FULL_STOP.split(page.text[before.end : clause.end + 60], maxsplit=1)[0])
        )
        if before.sentence != clause.sentence or not chained:
            break
        first -= 1
    return page.text[page.clauses[first].start : start] if first != index else lead
