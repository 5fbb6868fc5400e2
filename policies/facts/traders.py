"""What is no technology enterprise: a firm that only buys and sells, without research, patents or a title."""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, doubted, judge
from policies.patterns import lazy

_KINDS = (
    lazy(
        r"研发(?:人员|团队|部门|人手|活动|投入)?|(?:[做搞]|(?<=有))(?:技术|产品)?开发(?:活动|工作)?(?=[,。;、]|$)|"
        r"技术(?:人员|团队|含量)?(?=[,。;、]|$)|搞技术的|科研|"
        r"(?<![a-z])(?:research(?:ers| staff| people| team| department)?|r&d(?: staff| team| people)?|engineers|"
        r"technology of (?:our|its) own|laboratory|(?<=no )(?:(?:product|technical|own) )?development"
        r"(?= (?:work|of our own|here|done|at all)|\s?(?:$|[,.;]| and| or| nor)))(?![a-z])"
    ),
    lazy(r"专利|软著|知识产权|(?<![a-z])(?:patents?|copyrights?|intellectual property)(?![a-z])"),
    lazy(
        r"称号|资质|头衔|牌子|科技类?证书|高企|高新技术企业|科技型中小企业|小巨人|"
        r"(?<![a-z])(?:titles?|certificates?|high-tech (?:status|title)|technology sme|little giant)(?![a-z])"
    ),
)
_TRADE = lazy(
    r"批发|零售|贸易|买卖|倒手|转手|经销|代理商|卖货|进货|收货|分装|中间商|"
    r"(?<![a-z])(?:wholesal\w+|retail\w*|trad(?:e|es|ing)(?! mark| receiv)|traders?|buy and sell|buying and selling|"
    r"resell\w*|import\w*|distribut\w+|middlem[ae]n|dealer)(?![a-z])"
)
_PLAIN_TRADE = lazy(
    r"(?:餐饮|饭店|饭馆|餐馆|餐厅|面馆|火锅|涮肉|小吃|面包|蛋糕|烘焙|理发|美发|美容|洗衣|家政|洗车|干洗|裁缝)"
    r"(?!软件|系统|设备|机|平台|科技|技术|行业的|客户)|"
    r"(?<![a-z])(?:restaurants?|baker(?:y|ies)|noodle shops?|caf[eé]s?|catering|hairdress\w+|barber\w*|laundr(?:y|ies)|"
    r"tea ?houses?|"
    r"beauty salons?|car wash(?:es)?)(?! (?:software|systems?|equipment|machines?|robots?|technology|tech|app))"
    r"(?![a-z])"
)
"""Trades whose firms are none of technology once they do no research."""
_MACHINES = lazy(r"软件|机器人|自动化|算法|芯片|(?<![a-z])(?:software|robots?|robotics|automation|chips?)(?![a-z])")
_NOT_OF_RESEARCH = lazy(r"[^,。;]{0,4}(?:补|资助|贷|险|园|中心)|\s?(?:\w+ )?(?:subsid|grant|money|loan|cent)")
_OWNED = lazy(
    r"(?<![不没非])(?:是|有|持有|拿了|获评|评上)(?:国家)?(?:高企|高新技术企业|科技型中小企业|科技小巨人)|"
    r"(?<![a-z])(?:are|is|hold|have) an? (?:\w+ ){0,2}(?:high-tech|technology sme|little giant)"
)
_WHAT_WE_DO = (
    r"(?:what we (?:do|make|sell|bake|cook|offer)|what the (?:firm|company) does|(?:our|the|this) (?:own )?(?:[a-z]+ )?"
    r"(?:business|work|trade|shop|company|firm|products?|goods|line|craft|kitchen|bakery|activity|activities|"
    r"operations?|"
    r"production|case)|it|us|here)"
)
_TECHNOLOGY = r"(?:technology|technological|tech|science|scientific|research|r&d|innovation|development)"
_TECHNOLOGIES = rf"{_TECHNOLOGY}(?:(?:,| or| and| nor)* {_TECHNOLOGY}){{0,3}}"
_WHATEVER = r"(?:of any (?:kind|sort|description)|whatever|whatsoever|at all|to speak of|worth the name)"
_NO_TECHNOLOGY = lazy(
    rf"(?<![a-z])(?:no (?!other)(?:\w+ )?{_TECHNOLOGIES},? (?:{_WHATEVER},? )?(?:is |are )?(?:involved |used |found )?"
    rf"(?:in|about|behind|to) {_WHAT_WE_DO}|no {_TECHNOLOGIES} {_WHATEVER}(?=$|[,.;])|"
    rf"(?:nothing|not a thing|little) (?:\w+ )?(?:{_TECHNOLOGY}|high-tech|technical) (?:in|about) {_WHAT_WE_DO}|"
    rf"{_WHAT_WE_DO},? (?:(?:has|have|had|involves?|contains?|uses?|needs?) (?:nothing (?:whatever |"
    rf"at all )?to do with "
    rf"|no (?:kind of |sort of |trace of )?)|is (?:entirely )?without ){_TECHNOLOGIES}(?= {_WHATEVER}|$|[,.;])|"
    rf"we (?:have|had) nothing (?:whatever |at all )?to do with {_TECHNOLOGIES}(?=$|[,.;])|"
    rf"(?:we (?:do|use|have|develop)|{_WHAT_WE_DO} (?:uses?|has)) no {_TECHNOLOGIES} {_WHATEVER}(?=$|[,.;]| (?:in|"
    rf"here))|"
    rf"{_TECHNOLOGY} (?:plays?|has|have) no (?:part|role|place) in {_WHAT_WE_DO})(?![a-z])|"
    r"(?:[跟和与同]|离)(?:什么|任何|高新?)?(?:科技|技术|科研|研发|高新)(?:[、和与或及](?:科技|技术|科研|研发|"
    r"创新)){0,2}"
    r"(?:完全|根本|一点儿?|丝毫|半点|毫|压根|从来|八竿子|都|也|可以说){0,4}(?:不沾边?|沾不上|无关|没(?:有)?(?:什么|"
    r"任何|半点|一点)?"
    r"(?:关系|瓜葛|联系)|(?:关系|边|瓜葛)(?:都|也)(?:没有?|不沾|沾不上)|搭不上|扯不上|打不着|不相干|不搭边)|"
    r"(?:没有?|毫无|无|谈不上|称不上|不含|不带|不涉及|不沾)(?:有)?(?:任何|半点|一点儿?|丝毫|什么|一丁点)(?:的)?"
    r"(?:高新?)?(?:科技|科研|技术)(?:[、和与或及](?:科技|技术|科研|研发|创新)){0,2}(?:含量|成分|元素|内容|活动|可言|"
    r"因素)?(?=[,。;!]|$)|(?:科技|技术)含量(?:可以说)?(?:为零|是零|等于零|没有|零)"
)
"""Said outright: what we do holds no technology of any kind."""
_BY_NAME = lazy(r"tech|scien|科技|技术|高新")
_OF_OTHER_MATTERS = lazy(
    r"贷|借|补贴|补助|保险|保费|政策|客户|供应商|证书|资质|称号|平台|园区|股东|老板|"
    r"(?<![a-z])(?:loans?|subsid\w+|insur\w+|polic(?:y|ies)|customers?|suppliers?|titles?|certificates?|parent|bank|"
    r"landlord|founders?|degree|staff)(?![a-z])"
)
_MANY = 3
"""So many kinds denied tell it by themselves; of a firm that trades, one fewer does."""


_NO_TECH_FIRM = lazy(
    r"(?:不(?:是|算|属于)|并非|算不上|称不上|谈不上|非)(?:一?[家个])?(?:什么|任何|啥|甚么|所谓的?|"
    r"哪门子)?(?:高新)?(?:科技|技术)(?:型|类|创新)?(?:的)?(?:中小)?"
    r"(?:企业|公司)(?![^,。;]{0,3}[吗么?])|"
    r"(?<![a-z])(?:(?:is|are|was|being|as|'s)(?: (?:certainly|clearly|plainly|surely|really|by any standard))? "
    r"(?:not|no|hardly|anything but|"
    r"far from(?: being)?)|isn't|no|nor|never)(?: (?:an?|any|kind|sort|of|in any sense|at all|exactly)){0,4} "
    r"(?:technology|tech|science|high-tech)"
    r"(?:[- ](?:based|type|oriented|driven))? (?:enterprise|company|firm|business|outfit|start-?up)(?![a-z])"
)
_OF_BANK = lazy(
    r"客户经理|信贷员|信贷经理|银行(?:的|里|这边|做|上班|工作)|(?:我|本|敝)们?[支分]?行(?!业)|"
    r"(?<![a-z])(?:loan officer|credit officer|account manager|relationship manager|our (?:bank|branch)|i work (?:at|"
    r"for|in) (?:a|the) "
    r"(?:\w+ )?(?:bank|branch)|as (?:a|the) (?:\w+ )?bank)(?![a-z])"
)
_A_BORROWER = lazy(
    r"客户(?!经理)|借款(?:人|企业|公司)|它|(?<![a-z])(?:clients?|customers?|borrowers?|debtors?|it|which|they)(?![a-z])"
)
_ANOTHER = lazy(r"另(?:外)?一[家个]|另有|(?<![a-z])(?:another|the other|a second)(?![a-z])")


def _of_the_borrower(page: Page) -> Findings:
    """The one borrower of whom a banker writes, said to be no technology enterprise: it is his case."""
    if not _OF_BANK.search(page.text) or _ANOTHER.search(page.text):
        return
    for match in _NO_TECH_FIRM.finditer(page.text):
        index = page.index(match.start())
        asked = page.clauses[index].closing == "?" or page.wished(index, match.start()) or doubted(page, index)
        if not asked and _A_BORROWER.search(page.text, 0, match.end()):
            yield Found("tech_enterprise", False, match.start(), match.end(), 2)


def find(page: Page) -> Findings:
    """`tech_enterprise` false where research, patents and titles are all denied, two of them by a trader, or all."""
    yield from _of_the_borrower(page)
    if not _OWNED.search(page.text):
        yield from _outright(page)
    makers = (_OWNED, _KINDS[1], _MACHINES)
    if _PLAIN_TRADE.search(page.text) and not any(one.search(page.text) for one in makers):
        for one in _KINDS[0].finditer(page.text):
            if _denied(page, one) and not _NOT_OF_RESEARCH.match(page.text, one.end()):
                yield Found("tech_enterprise", False, one.start(), one.end(), 1)
    needed = _MANY - 1 if _TRADE.search(page.text) else _MANY
    if sum(kind.search(page.text) is not None for kind in _KINDS) < needed or _OWNED.search(page.text):
        return
    denied: list[re.Match[str]] = []
    for kind in _KINDS:
        match = next((one for one in kind.finditer(page.text) if _denied(page, one)), None)
        if match is not None:
            denied.append(match)
    if len(denied) < needed:
        return
    first = min(denied, key=lambda one: one.start())
    yield Found("tech_enterprise", False, first.start(), first.end(), 2)


_TECHNICAL_SIGNS = ("科技", "技术", "科研", "研发", "高新", "tech", "research", "r&d", "scien", "innovat", "develop")


def _outright(page: Page) -> Findings:
    if not any(sign in page.text for sign in _TECHNICAL_SIGNS):
        return
    for match in _NO_TECHNOLOGY.finditer(page.text):
        index = page.index(match.start())
        if not _BY_NAME.search(match[0]):
            continue  # who does no research may have technology all the same
        if strangers(page, match.start()) or _OF_OTHER_MATTERS.search(page.words(index)):
            continue
        if judge(page, match.end(), match.end(), ours=True) in (Standing.STATED, Standing.DENIED):
            yield Found("tech_enterprise", False, match.start(), match.end(), 2)


def _denied(page: Page, match: re.Match[str]) -> bool:
    standing = judge(page, match.start(), match.end(), ours=True)
    return standing is Standing.DENIED and not strangers(page, match.start())
