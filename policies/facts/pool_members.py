"""For whom patents were bought: for an alliance whose members may use them, or for the buyer alone.

"We purchased a set of patents; all members can use them", 联盟花420万收购了六件专利,各会员都可以用: `patent_alliance`.
只供自家产品使用,不许可给同行: the buyer keeps them for itself, and it is not.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, doubted, judge
from policies.patterns import lazy

_BOUGHT = lazy(
    r"专利[^。;]{0,60}?(?:(?<!购)买(?!家|方|卖)|购[买入置得]|收购|受让)|(?:(?<!购)买(?!家|方|卖)|购[买入置得]|"
    r"收购|受让)"
    r"[^。;]{0,50}?专利(?!服务|代理|保险|费|质押|评估)|"
    r"(?<![a-z])(?:bought|purchas\w+|acquir\w+|paid for|buying)(?![a-z])[^.;]{0,60}?(?<![a-z])patents?(?![a-z])"
    r"(?! (?:agent|insurance|lawyer|valu))|(?<![a-z])patents?(?![a-z])[^.;]{0,50}?(?<![a-z])(?:bought|purchased|"
    r"acquired)(?![a-z])"
)
_ALLIANCE = (
    r"(?:alliance|association|consortium|federation|cluster body|industry (?:body|union|league)|trade (?:body|union))"
)
_OURS = lazy(
    r"我们?(?:这个|们|这家)?(?:就)?(?:是|在|代表|所在的?|担任|做)?[^,。;没未不]{0,16}?(?:联盟|协会|联合体)|"
    r"本(?:联盟|协会|联合体)|"
    r"(?:联盟|协会|联合体)的?(?:秘书|理事|负责|会长|经办|工作人员|会计)|"
    rf"(?<![a-z])(?:(?:we|i) (?:are|am|run|lead|manage|head|represent|keep the books of|act for|work for|write for)"
    rf"(?: \w+){{0,3}}? (?:of |for )?(?:an?|the|our) (?:[\w-]+ ){{0,4}}?{_ALLIANCE}|"
    rf"our (?:[\w-]+ ){{0,4}}?{_ALLIANCE}|"
    rf"(?:secretary|chair\w*|director|manager|treasurer|secretariat|head) (?:\w+ )?(?:of|for|to|at) (?:an?|the|our) "
    rf"(?:[\w-]+ ){{0,4}}?{_ALLIANCE})(?![a-z])"
)
_NO_ALLIANCE = lazy(
    r"不是[^,。;]{0,6}(?:联盟|协会)|没有?[^,。;]{0,10}(?:联盟|协会)|(?:买|购)[^,。;]{0,4}是?(?:我|企业|公司)自己|"
    rf"(?<![a-z])(?:no|not an?|nor an?|without an?|belong to no|any) (?:\w+ )?{_ALLIANCE}(?![a-z])"
)
_MEMBER = lazy(
    r"我们?(?:公司|厂|企业)?(?:也|只|就|都)?(?:是|作为|加入|参加)[^,。;]{0,12}?(?:联盟|协会|联合体)的?(?:一[个家员名])?"
    r"(?:成员|会员|企业|一员)|"
    r"我们?(?:公司|厂|企业)?(?:也|已经?|去年|今年|才|刚|都)*(?:加入|参加|参与)|"
    rf"(?<![a-z])(?:members? of (?:an?|the|our|this) (?:[\w-]+ ){{0,4}}?{_ALLIANCE}|"
    r"joined|belong to (?:an?|the|our))(?![a-z])"
)
"""One of the members writes: what the alliance bought is the alliance's."""
_MEMBERS = lazy(
    r"(?:成员|会员)(?:单位|企业|公司|厂家|们)?[^,。;没未不将会要想须付]{0,6}?(?:都|可以?|能|随便|免费|随时|均)"
    r"[^,。;没未不将]{0,6}?(?:用|实施|共享|拿去)|"
    r"(?:成员|会员)(?:单位|企业|公司|们)?(?:免费|无偿|共同|自由|随意)(?:地)?(?:使用|用|实施|共享)|"
    r"(?:开放|共享|提供)给(?:所有|全体|每[家个]|各家?|全部)?的?(?:成员|会员)|"
    r"(?:向|对)(?:所有|全体|每[家个]|各家?|全部)?的?(?:成员|会员)(?:单位|企业)?(?:免费|全部|完全)*(?:开放|共享)|"
    r"(?<![a-z])(?:any|every|each|all)(?: one)?(?: (?:of )?(?:its|the|our))? members? (?:firm |company )?(?:may|"
    r"can|is free "
    r"to|are free to|is allowed to|are allowed to|now |freely )+ ?(?:freely |all )?(?:use|practi[sc]e|work|"
    r"draw on|exploit)|"
    r"(?<![a-z])members (?:may|can|are free to) (?:all |freely )?(?:use|practi[sc]e|draw on)"
)
_LATER = lazy(
    r"将来|以后|明年|打算|计划|准备|还没|尚未|未来|只有?(?:理事|会长|三|两|几)|(?<![a-z])(?:will|would|later|"
    r"next year|"
    r"plan\w*|hope\w*|not yet|once|some members|only)(?![a-z])"
)
_OWN_ZH = r"(?:我们?|自家|自己|本公司|公司|本厂|我司|内部|自身|本企业|咱们?)"
_ALONE = lazy(
    rf"(?:只|仅|光)(?:供|用在|用于|给|限|由|归|在|是)(?:于)?[^,。;]{{0,4}}?{_OWN_ZH}[^,。;别同]{{0,8}}?(?:产品|"
    rf"用|生产|实施)|"
    rf"(?:独家|单独|独自)(?:使用|享有|实施|拥有|占有)|{_OWN_ZH}(?:一家|自己)?独[用占享]|"
    rf"(?<![\u4e00-\u9fff])自己用(?=[,。;])|"
    r"(?:不|没|未)(?:会|打算|准备|想|再)?(?:许可|授权|开放|转让|提供|让|给|对外)(?:给|予|让)?"
    r"[^,。;]{0,2}?(?:同行|别人|别家|别的|他人|其他|外人|外部|第三方|任何人)|不(?:对外|向外)(?:开放|许可|授权)|"
    r"(?:没|未)有?(?:放进|放入|进|纳入|加入)[^,。;]{0,4}专利池|(?:同行|别人|别家|其他(?:企业|公司|"
    r"人))[^,。;]{0,8}?(?:不给|用不[了到]|不能用|不许用|无权)|"
    r"(?<![a-z])(?:(?:only |just |solely |purely |exclusively )?(?:for|in) (?:our|its) (?:own|exclusive|"
    r"sole) (?:\w+ )?(?:products?|"
    r"use|machines|goods|line|production|devices|business)|for (?:our own )?exclusive use|"
    r"(?:no|nobody|no one)(?: other| else)?(?: (?:firm|company|one|maker|party))?(?: else)? (?:may|can|"
    r"is allowed to|gets to) "
    r"(?:use|practi[sc]e|touch)|"
    r"(?:not|n't|never|nor) (?:\w+ ){0,2}?(?:licen[cs]e|share|open|lend)(?: (?:them|it|these|those|"
    r"the patents))?(?: out)? (?:to|with) "
    r"(?:an\w+|others?|competitors?|rivals?|outsiders?|other \w+|third parties)|keep (?:them|it|"
    r"the patents) (?:all )?(?:to|for) "
    r"ourselves|(?:bought|purchased|acquired) [^.;]{0,40}?(?:for itself|for ourselves|for us alone))(?![a-z])"
)
_WEIGHT = 4


def find(page: Page) -> Findings:
    """`patent_alliance` where patents were bought and it is told who may use them."""
    text = page.text
    if not ("专利" in text or "patent" in text):
        return
    bought = next((match for match in _BOUGHT.finditer(text) if _is_told(page, match)), None)
    if bought is None:
        return
    opened = _said(page, _MEMBERS, bought)
    if opened is not None and _OURS.search(text) and not (_NO_ALLIANCE.search(text) or _MEMBER.search(text)):
        yield Found("patent_alliance", True, opened.start(), opened.end(), _WEIGHT)
    elif opened is None and (alone := _said(page, _ALONE, bought)) is not None:
        yield Found("patent_alliance", False, alone.start(), alone.end(), _WEIGHT)


def _is_told(page: Page, match: re.Match[str]) -> bool:
    """Of us, and done."""
    index = page.index(match.start())
    standing = judge(page, match.end(), match.end(), ours=True)
    return not (
        strangers(page, match.start())
        or page.wished(index, match.start())
        or doubted(page, index)
        or standing in (Standing.SUPPOSED, Standing.OPEN)
        or page.clauses[index].closing == "?"
    )


def _said(page: Page, words: re.Pattern[str], bought: re.Match[str]) -> re.Match[str] | None:
    """The first of these words that is told in the sentence of the purchase or in the two behind it."""
    first = page.clauses[page.index(bought.start())].sentence
    for match in words.finditer(page.text):
        index = page.index(match.start())
        if not -1 <= page.clauses[index].sentence - first <= 2 or page.clauses[index].closing == "?":
            continue
        lead = page.text[page.clauses[index].start : match.start()]
        if words is _MEMBERS and (_LATER.search(page.words(index)) or _NOT.search(lead)):
            continue
        if not (page.wished(index, match.start()) or doubted(page, index)):
            return match
    return None


_NOT = lazy(r"没|未|不|(?<![a-z])(?:not|no|never|nor)(?![a-z])|n't")
