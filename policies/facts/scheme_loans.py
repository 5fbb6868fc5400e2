"""What a scheme asks of the loan or guarantee itself, where a text tells that it is another: outside the risk pool, of
another bank, to other borrowers, a bond for building works, lent without looking.

Nobody says that the usual holds: only what is told to the contrary is read, and a doubt where it is hedged.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import SUPPOSITION
from policies.patterns import lazy

_GATE = lazy(
    r"科贷通|昆科贷|资金池|风险池|补偿|保函|租赁|租|履约|担保|利息|投标|尽职|免责|追责|贷前|新疆|乌鲁木齐|乌市|昌吉|"
    r"石河子|喀什|"
    r"克拉玛依|库尔勒|哈密|伊犁|阿克苏|兵团|不良|年度?的?(?:贷款)?利息|"
    r"(?<![a-z])(?:diligen\w+|excus\w+|liable|blame\w*|year'?s? interest|interest (?:for|of) (?:this|the)|"
    r"ke ?dai ?tong|pool|compensat\w+|bonds?|tenders?|xinjiang|urumqi|changji|shihezi|kashgar|karamay|korla|hami|aksu|"
    r"bingtuan|npls?|non-performing|bad[- ]loans?|bad[- ]debts?|performance|leas\w+|guarant\w+|new loan)(?![a-z])"
)

_POOL_ZH = (
    r"(?:科贷通|昆科贷|(?:风险补偿)?(?:资金)?池|风险池|风险补偿(?:产品|贷款|名单|项目|资金池)?|政策性(?:科技)?贷款|"
    r"备案(?:贷款|名单))"
)
_POOL_EN = (
    r"(?:ke ?dai ?tong|(?:risk[- ](?:compensation )?)?(?:pool|fund)(?:'s)?(?: (?:scheme|programme|program))?|"
    r"risk[- ](?:sharing|compensation)(?: (?:scheme|programme|program|product|list|fund|pool))?|(?:the |that |this |"
    r"your "
    r"|city's |municipal )+(?:scheme|programme|program))"
)
_OUTSIDE_POOL = lazy(
    rf"(?<![是属算在有系])(?:不是|唔系|并非|不属于?|不算|不在|没有?(?:走|进|纳入|列入|做|办|上|入|参加|加入|通过|备|"
    rf"(?:用|申请|申报|报)(?=[^,。;?]{0, 8}?(?:科贷通|昆科贷|备案)))|未(?:曾)?(?:走|进|纳入|列入|入|参加|"
    rf"加入|通过|"
    rf"备案)|没走|没纳入|没报|没备案|不走|不经)[^,。;?没]{{0,8}}?{_POOL_ZH}(?!账|帐|规模|的?钱|的?补偿|补偿)|"
    rf"{_POOL_ZH}(?:里|名单)?(?:之外|以外|外面|外的)|(?:和|跟|与|同){_POOL_ZH}(?:没有?关系?|没有?关联|无关|不相干|"
    rf"不搭界|沾不上)|"
    r"(?:银行|行里|我行|本行|自家|行内)(?:自己|自身|自主|自有|自营|内部)?[的嘅]?(?:普通|一般|常规|自营|自有)的?"
    r"(?:商业|流动资金|经营性?|企业|信用|抵押|对公)?(?:贷款|流贷|经营贷|信贷产品|贷款产品|产品)|"
    r"(?:普通|一般)(?:的)?商业(?:性)?贷款|自营贷款|"
    rf"(?<![a-z])(?:(?:not|never|n't|nor)(?: (?!only|sure|yet|know|claim|appl|ask|use|draw|receiv|paid|got|had|seen|"
    rf"exceed)[\w'-]+){{0,6}}? {_POOL_EN}|"
    rf"(?:outside|without|rather than|instead of|other than|apart from|beside|independent of|unconnected (?:with|to)"
    rf"|nothing to do with) "
    rf"(?:of )?(?:the |any |your |that )?{_POOL_EN}|(?:an? |the |our |its )?(?:(?:bank's|our|branch's|its|their)"
    rf" own )"
    r"(?:(?:ordinary|normal|standard|regular|plain|commercial|usual|conventional|working[- ]capital|business) )*"
    r"(?:loans?|lending|credit|product|facility)|(?:ordinary|plain|regular|normal|standard|conventional) "
    r"(?:commercial |bank |business |working[- ]capital |term )(?:commercial |bank |business |working[- ]capital |"
    r"term )?"
    r"(?:loans?|lending|credit|product|facility))(?![a-z])"
)
_UNFILED = lazy(
    r"(?:没有?|未曾?|从未|从没|冇)(?:[在向去到给跟][^,。;?]{0,8}?)?(?:备过?案|报备)|"
    r"(?<![a-z])(?:not|never|n't)(?: (?!claim|appl|loss|paper|document)[\w'-]+){0,3}? (?:report|regist(?:er|ered)|"
    r"reported|file|filed|record|recorded|notified|list|listed|enter|entered)"
    r"(?: (?!claim|appl|loss|paper|document)[\w'-]+){0,3}? (?:to|with|by|at) (?:the )?(?:[\w-]+ ){0,4}?"
    r"(?:bureau|commission|department|authorit\w+)(?![a-z])"
)
_NOT_YET = lazy(r"还没|尚未|暂未|还未|(?<![a-z])(?:yet|so far)(?![a-z])")
_BESIDE = lazy(
    r"另外|另有|还有|同时|也有|正常|没问题|(?<![a-z])(?:also|another|other bank|same (?:firm|company|borrower)|"
    r"besides|fine|"
    r"sound)(?![a-z])"
)
_NAMED_POOL = lazy(r"科贷通|昆科贷|(?<![a-z])ke ?dai ?tong(?![a-z])")
_RECOVERED = lazy(r"追偿|追回|回收|(?<![a-z])recover\w*")
_POOL_WORDS = lazy(rf"{_POOL_ZH}|补偿|(?<![a-z])(?:{_POOL_EN}|compensat\w+|share\w* (?:of )?the loss)(?![a-z])")
_IN_POOL = lazy(
    r"(?:不是|并非|而非|不属于?)(?:银行|行里|我行|本行)?(?:自己|自身)?的?(?:普通|一般|常规|自营)|"
    r"(?<![a-z])(?:not|n't|rather than|instead of) (?:an? |the |our )?(?:\w+ ){0,2}?(?:ordinary|plain|regular|normal|"
    r"standard|own)(?![a-z])"
)
_OTHER_BOND = lazy(
    r"(?:房租|租房|租约|厂房租金)[^,。;贷]{0,3}担保|"
    r"(?:履约|投标|预付款|质量|工程|支付(?!(?:担保|保证)[费公机人])|质保|农民工工资|诉讼(?:保全)?|保全|关税|海关)(?:保证金)?的?(?:保函|担保|"
    r"保证)(?!保险|险)|保函|"
    r"(?:对方|甲方|业主|买方|采购方|招标方|发包方)[^,。;贷银]{0,6}?(?:要|让|叫|请)[^,。;贷银]{0,10}?(?:担保(?!公司)|"
    r"保证|保函)|"
    r"(?:融资租赁|租赁|租约|房租|租房|供货合同|采购合同|买卖合同)(?:合同)?的?担保|"
    r"(?:担保|保证)(?:费)?[^,。;贷]{0,10}?(?:是|为|给|用于|针对)[^,。;贷]{0,8}?(?:履约(?!能力|情况|记录|意愿|信用)|"
    r"投标|工程(?:合同)?|租赁|租房|供货|预付款)(?!保证保险)|"
    r"(?<![a-z])(?:(?:performance|tender|bid|advance[- ]payment|warranty|retention|customs|court|payment|"
    r"construction) "
    r"(?:bonds?|guarantees?|suret(?:y|ies))|guarantee(?:d|s|ing)? (?:of |for )?(?:(?:our|the|an?|its)"
    r" )?(?:\w+ ){0,2}?"
    r"(?:performance|tender|bid|rent|lease|tenancy|building contract|works contract|construction contract|supply "
    r"contract|delivery))(?![a-z])"
)
_LOAN_GUARANTEE = lazy(
    r"(?:贷款|借款|授信|融资)(?:的)?(?:担保|保证)|担保(?:贷款|借款)|担保[^,。;]{0,10}贷款|贷款[^。;]{0,20}?担保|"
    r"(?:向|跟|从|找|问)[^,。;]{0,6}行[^,。;?]{0,6}[借贷][^。;?]{0,24}?(?:担保|保函)|"
    r"银行[^,。;]{0,6}(?:要|让|叫|请)[^,。;]{0,6}担保|(?:给|向|为)[^,。;]{0,3}银行[^,。;]{0,4}(?:出具?|开)了?[^,。"
    r";]{0,3}保函|"
    r"(?<![a-z])(?:loan[- ]guarantee|guarant\w+ (?:of |for |on )?(?:\w+ ){0,4}?loan|loan (?:\w+ ){0,6}?guarant\w+)"
    r"(?![a-z])"
)
_COUNTER = lazy(r"反担保|(?<![a-z])counter-?(?: |-)?(?:security|guarant)")
"""What stands behind the guarantor itself."""
_LATER_INTEREST = lazy(
    r"(?:今年|本年度?)(?:这笔|那笔|新增?|借|贷|的|我们)+(?:款)?(?:的)?利息|新(?:的)?(?:贷款|借款|贷|借|"
    r"增贷款)(?:的)?(?:这笔)?(?:的)?利息|"
    r"(?:今年|本年|第[二三四五]年|后[面续]?[一两二三几]年|剩下?[一两二三几]年|下一?年|明年)(?:度)?(?:要|所|应|"
    r"新)?(?:付|交|缴|产生|还)?(?:的)?(?:那部分)?"
    r"(?:贷款)?利息|"
    r"(?<![a-z])(?:(?:this|second|third|next|following|current) year'?s interest|interest (?:for|of|on) (?:this "
    r"year's|the|our|a) "
    r"new loan|interest (?:for|of|on) (?:this|the "
    r"(?:second|third|next|following|current|remaining)) (?:year|two years))(?![a-z])"
)
_EARLIER_INTEREST = lazy(
    r"(?:去年|前年|上一?年度?|第[一二]年)[^。;?]{0,24}?(?:补|贴息|拿|领)|"
    r"(?<![a-z])(?:last|first|previous|earlier) year(?:'s)?(?![a-z])[^.;?]{0,90}?(?<![a-z])(?:subsid\w+|refund\w*|"
    r"paid back|"
    r"support\w*)|(?:subsid\w+|refund\w*|paid back|support\w*)[^.;?]{0,60}?(?<![a-z])(?:last|first|previous)"
    r" year(?:'s)? "
    r"(?:\w+ )?interest"
)
_OTHER_PURSE = lazy(
    r"工信|发改|商务|农业农村|人社|中小企业局|(?<![a-z])(?:industry|commerce|agriculture|reform|other (?:department|"
    r"programme|fund|money))(?![a-z])"
)
_STRANGE = lazy(
    r"客户|供应商|隔壁|朋友|同行|别人|别家|邻居|(?<![a-z])(?:customers?|clients?|suppliers?|neighbou?rs?|friends?|"
    r"rivals?|competitors?)(?![a-z])"
)
HEDGED = lazy(
    r"不知道|不清楚|不确定|说不准|可能|也许|好像|是不是|是否|算不算|属不属|有没有(?=走|进|纳入|在)|"
    r"(?<![a-z])(?:not sure|unsure|uncertain|unclear|perhaps|maybe|might|may be|whether|don't know|do not know|"
    r"no idea)(?![a-z])"
)
DENIED = lazy(
    r"(?:不是|并非|没有?|未|不会|不属于?|不含|而非)(?:什么|任何|用来|办|开|做){0,2}$|"
    r"(?<![a-z])(?:not|no|never|rather than|neither|instead of|without)(?: (?:an?|the|any|of|for|one)){0,2} $|"
    r"n't (?:an? |the |any )?$"
)


def find(page: Page) -> Findings:
    """What is told to be other than a scheme asks of it."""
    if _GATE.search(page.text) is None:
        return
    for read in _READERS:
        yield from read(page)


def told(
    page: Page,
    name: str,
    words: re.Pattern[str],
    houses: bool = False,
    aside: re.Pattern[str] | None = None,
    wide: bool = False,
) -> Findings:
    """The first words that tell it of us, in doubt where they are hedged; `houses`: of our bank or guarantor;
    `aside`: what its clause (`wide`: its sentence) must not hold."""
    for match in words.finditer(page.text):
        index = page.index(match.start())
        lead = page.text[page.clauses[index].start : match.start()]
        if aside is not None and aside.search(page.sentence(index) if wide else page.words(index)):
            continue
        if DENIED.search(lead) or SUPPOSITION.search(lead):
            continue
        if _STRANGE.search(page.sentence(index)) if houses else strangers(page, match.start()):
            continue
        sure = not HEDGED.search(page.words(index))
        yield Found(name, False if sure else None, match.start(), match.end(), 2)
        return


def _pool(page: Page) -> Findings:
    if _POOL_WORDS.search(page.text) and not _IN_POOL.search(page.text):
        yield from _outside(page)
        for match in _UNFILED.finditer(page.text):
            words = page.words(page.index(match.start()))
            if not strangers(page, match.start()) and not SUPPOSITION.search(words):
                sure = not (HEDGED.search(words) or _NOT_YET.search(words))
                yield Found("risk_pool_loan", False if sure else None, match.start(), match.end(), 2)
                return


def _outside(page: Page) -> Findings:
    """Words for another loan of the same firm, or for what was recovered, tell nothing of the loan in the pool."""
    for found in told(page, "risk_pool_loan", _OUTSIDE_POOL):
        index = page.index(found.start)
        said = page.text[found.start : found.end]
        apart = _BESIDE.search(page.words(index)) or _BESIDE.search(page.sentence(index))
        named = _NAMED_POOL.search(page.text[: found.start]) or _NAMED_POOL.search(page.text, found.end)
        if apart and named and not _POOL_WORDS.search(said):
            continue
        if not _RECOVERED.search(page.words(index)):
            yield found


def _bond(page: Page) -> Findings:
    text = page.text
    if ("担保" in text or "保证" in text or "保函" in text or "guarant" in text or "bond" in text) and (
        not _LOAN_GUARANTEE.search(text)
    ):
        yield from told(page, "guarantee_for_loan", _OTHER_BOND, houses=True, aside=_COUNTER)


def _later_year(page: Page) -> Findings:
    """`interest_subsidised` open of a loan of several years: an earlier year's interest was, another's is asked for."""
    later = _LATER_INTEREST.search(page.text)
    earlier = _EARLIER_INTEREST.search(page.text)
    if later is None or earlier is None or strangers(page, earlier.start()):
        return
    yield Found("interest_subsidised", None, earlier.start(), earlier.end(), 9)
    if not _OTHER_PURSE.search(page.text):
        yield Found("other_regional_funding", None, earlier.start(), earlier.end(), 9)


_READERS: tuple[Callable[[Page], Findings], ...] = (
    _pool,
    _bond,
    _later_year,
)
