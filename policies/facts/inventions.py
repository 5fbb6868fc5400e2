"""Whether an enterprise has, or has filed for, an invention patent of its own (Beijing SME regulation, art. 37).

Utility models and designs are patents, and no inventions; one that a university or the owner filed in his own name is
not the company's.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, doubted, judge
from policies.patterns import lazy

_OTHER_KINDS = r"(?:实用新型|外观设计|外观专利|新型专利)"
_KINDS_EN = r"(?:utility[- ]models?|designs?(?: patents?)?|utility patents?)"
_NOT_OF = r"(?!的?(?:补|资助|奖|申请费|年费|维持费|费|质押|贷|纠纷|诉讼|代理|保险|侵权|到期|失效))"
_NONE = lazy(
    r"(?:从来没有?|从没|没有?|从未|尚未|还未|未曾|未|无|并无)(?:再)?(?:有|申请|取得|拥有|递交?|提交|申报|报|拿到?|"
    r"持有){0,2}过?"
    rf"(?:任何|一[件项个]|自己的|半[件项个]|哪怕一[件项])?(?:的)?发明(?:专利)?+(?:的?申请(?!费))?+{_NOT_OF}|"
    r"发明(?:专利)?(?:一[件项个]|半[件项个])?(?:都|也|则|倒是?|却|还)?(?:没有?|无|为零|是零)(?:申请|报|递|"
    r"拿)?过?(?=[,。;、]|$)|"
    rf"(?<!其他)(?<!其余)(?<!剩下)(?<!另外)(?:只有?|仅有?|全部?是|都是|均为|清一色是?)[^,。;发]{{0,10}}{_OTHER_KINDS}"
    r"[^,。;发]{0,12}(?=[,。;]|$)|(?:没有?|无)一[件项个]是发明|"
    rf"(?:申请|报|递交|交|提交)的(?:这[几些]?[件项个]?|专利)?(?:都|全|全部|均)?(?:是|系|"
    rf"为)[^,。;发?]{{0,6}}{_OTHER_KINDS}|"
    rf"(?<![a-z])(?:filed|applied|applying|filing)(?: for)?(?: (?:an?|two|three|four|five|six|some|our|\d+))?"
    rf"(?: [\w-]+)?? {_KINDS_EN}(?= ?(?:[,.;:!?]|$))|"
    r"(?<![a-z])(?:no|not an?|not a single|never (?:had|held|owned|filed|applied for)(?: an?| any)?|without any|zero|"
    r"(?:not|n't|never) (?:\w+ )?(?:have|hold|own|had|held|filed|file|applied|apply)(?: for)?"
    r"(?: an?| any| a single| one)?)"
    r" (?:granted )?inventions?+(?: patents?+)?+(?: applications?+)?+(?! (?:subsid|fees?|grant|agent))(?![a-z])|"
    r"(?<![a-z])(?:none|not one)(?: of (?:them|which|these|those|ours|the \w+))? (?:is|are|was|were) (?:for )?(?:an )?"
    r"inventions?(?: patents?)?(?![a-z])|"
    rf"(?<!the rest are )(?<!others are )(?<![a-z])(?:only|just|nothing but|merely|all(?: of them)?(?: are)?) "
    rf"(?:[\w-]+ ){{0,3}}?{_KINDS_EN}(?: (?:and|or) (?:[\w-]+ ){{0,2}}?{_KINDS_EN})?(?= ?(?:[,.;:!?]|$))"
)
_INVENTION = lazy(r"发明(?!人|家|创造|者)|(?<![a-z])inventions?(?: patents?)?(?![a-z])")
_ANY = lazy(rf"{_INVENTION.pattern}|{_OTHER_KINDS}|{_KINDS_EN}")
_AID = lazy(
    r"补贴|补助|资助|奖|报销|给中小|能领|(?<![a-z])(?:subsid\w+|grants?|aid|support\w*|helps?|refund\w*|contribut\w+|"
    r"chips?|"
    r"reimburs\w+|money|city|fees for)(?![a-z])|[?]"
)
_ANOTHERS = lazy(
    r"发明[^,。;]{0,8}?(?:是|由|属于?|归|在)[^,。;我]{0,10}?(?:学校|大学|学院|母校|教授|研究[院所]|客户|股东|老板|"
    r"创始人|个人|"
    r"母公司|总公司|集团|供应商|别人|他人|对方)|(?:学校|大学|学院|教授|研究[院所]|客户|股东|老板|创始人|个人|母公司|"
    r"集团|供应商)"
    r"[^,。;我]{0,10}?发明|"
    r"(?<![a-z])inventions?(?: patents?)? (?:[\w-]+ ){0,5}?(?:belongs?|by|to|is|was|in the name of) (?:[\w-]+ ){0,3}?"
    r"(?:universit\w+|college|institute|professor|customer|client|owner|founder|parent|shareholder|supplier)|"
    r"(?<![a-z])(?:university|college|institute|professor|customer|client|owner|founder|parent|shareholder|supplier)"
    r"(?:'s)? (?:[\w-]+ ){0,5}?inventions?(?![a-z])"
)
_TO_COME = lazy(
    r"(?:准备|打算|正在|正要|计划|拟|马上|即将|刚刚?|已经?|想)[^,。;]{0,8}?(?:申请|申报|递交|"
    r"提交)(?![^,。;]{0,6}(?:补|资助))|在审|实审|受理|"
    r"(?<![a-z])(?:(?:plan\w*|intend\w*|about|going|prepar\w+|want|hope|hoping|like) (?:to (?:file|apply for)|filing)"
    r"(?! (?:for )?the subsid)|pending|being filed|are filing|under examination)(?![a-z])"
)
"""Filing is helped too: one who is about to file is no one without an invention."""


def find(page: Page) -> Findings:
    """`invention_patent`: false where the company has none and filed for none, unless one of its own is told beside."""
    if not _ANY.search(page.text):
        return
    denied = [match for match in _NONE.finditer(page.text) if not strangers(page, match.start())]
    if not denied or _TO_COME.search(page.text) or _told(page, denied):
        return
    for match in denied:
        standing = judge(page, match.end(), match.end(), ours=True)
        index = page.index(match.start())
        if standing is Standing.OPEN and not (doubted(page, index) or page.clauses[index].closing == "?"):
            standing = Standing.DENIED  # 只有外观设计，没有发明专利: no exception
        if standing is not Standing.SUPPOSED and not page.wished(page.index(match.start()), match.start()):
            yield Found("invention_patent", None if standing is Standing.OPEN else False, match.start(), match.end())


def _told(page: Page, denied: list[re.Match[str]]) -> bool:
    """Whether an invention is spoken of that may be the company's, beside those that are denied."""
    for match in _INVENTION.finditer(page.text):
        words = page.words(page.index(match.start()))
        if any(one.start() <= match.start() < one.end() for one in denied) or page.theirs(match.start()):
            continue
        if not _AID.search(words) and not _ANOTHERS.search(words):
            return True
    return False
