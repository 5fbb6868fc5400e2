"""What a writer told before and takes back: "I first wrote 48 million; the audited figure is 62", 之前跟您说…更正后是….

Words of an earlier telling or belief, and behind them in the same sentence or at the head of the next the words that
set it right. 起初三个人，现在80人 tells history and takes nothing back; nor does an audit that confirms what was told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from policies.patterns import lazy

_TELLER = (
    r"(?:i(?:'d|'ve)?|we(?:'d|'ve)?|(?:my|our|the) (?:(?!bank|lender)[\w-]+(?:'s)? ){0,2}?(?:manager|accountant|"
    r"bookkeeper|colleague|clerk|assistant|secretary|partner|brother|sister|son|daughter|wife|husband|cousin|form|"
    r"application|mail|message|letter|draft|note|office|director|cashier|treasurer))"
)
_BEFORE_EN = (
    r"(?:have|had|has|at first|first|originally|initially|earlier|previously|wrongly|mistakenly|always|once|long|also|"
    r"just|only|was|were|on the (?:form|phone)|did)"
)
_TOLD_EN = (
    rf"(?<![a-z])(?<!as ){_TELLER},? (?:{_BEFORE_EN},? ){{0,3}}(?:wrote|written|told|said|stated|put|noted|reported|"
    r"declared|entered|filled in|thought(?! (?:of|about))|believed|assumed|supposed|presumed|understood|described|"
    r"called|typed|keyed in|jotted(?: down)?|scribbled|pencilled in|misremembered|misread|booked|"
    r"claimed|gave(?= (?:you|your|it|as|our|the|them|him|her))|given|recorded|listed|estimated|guessed|remembered|"
    r"quoted|mentioned|took (?:it|them|him)|under the impression|counted|heard|had (?:it |us |them )?(?:down|on the "
    r"form)|"
    r"used to (?:think|believe|say|write))"
    r"(?![a-z])(?: (?:to )?(?:you|(?:your|the) (?:colleague|office|desk|assistant|bank|manager|tax office|"
    r"accountant))(?![a-z]))?"
    r"(?: (?:on|over|in) (?:the|my|our) (?:\w+ )?(?:form|phone|telephone|application|mail|e-?mail|letter|message)"
    r"(?![a-z]))?(?: (?:that|as))?"
)
WHEN_ZH = (
    r"之前|先前|原(?=[以报写填说列记])|此前|早前|上次|上回|原先|原来|原本|本来|当初|起初|一开始|最初|刚才|前面|前几天|"
    r"电话[里中]?|上一?封\w{1,2}|信[里中上]|(?:申请|登记)?表(?:格)?[里上中]|邮件[里中]|微信[里上]"
)
_TOLD_ZH = (
    rf"(?:(?:{WHEN_ZH})(?:我们?|咱们?|会计|同事|客户经理|经办人?|也|是)?[^,。;!?\d]{{0,10}}?"
    r"(?:说(?!明|法)|讲|告诉|报(?!名|销|告书|酬)|写|填|登记|记(?!录)|以为|认为|当成|当作|估(?!值)|听说|印象|觉得|算成)|"
    r"(?:我们?|咱们?|会计|老板)(?:一直|还|都|曾|曾经|原){0,2}(?:以为|误以为|当成|当作))"
    r"(?:您|你们?|贵处|贵[单局]位?)?(?:的是|成|为|了|过|是(?!不是))?"
)
_TELLS_ZH = lazy(_TOLD_ZH)
_TELLS_EN = lazy(
    rf"{_TOLD_EN}|(?<![a-z])(?:the|our|my) (?:\w+ )?(?:form|application|draft|mail|e-?mail|letter|message) "
    r"(?:still )?(?:says|shows|reads|has|gives)(?: that)?(?![a-z])"
)
_FORMERLY = lazy(
    r"(?<![a-z])(?:first|originally|initially|wrongly|mistakenly|thought|believ\w+|assumed|supposed|presumed|"
    r"impression|"
    r"used to|took it)(?![a-z])|以为|起初|一开始|最初|本来|原|当初"
)
"""A telling that of itself says that it was no lasting one."""
_BUT = lazy(r"(?:(?<![a-z])(?:but|however|yet|though|although),?|但是?|不过|可是?|结果|却)[^,.;。]{0,8}$")
SIGNS = (
    *("turn", "fact", "actual", "audit", "accountant", "correct", "wrong", "mistake", "exact", "precise", "strict"),
    *(
        " again",
        "going ",
        "having ",
        "check",
        " look",
        " show",
        "says",
        "should",
        " list",
        "it is",
        "they are",
        "there ",
    ),
    *("instead", "rather", "not ", ", which ", "revised", "truth", "realit", "transpir", "confirm", "right", " find"),
    *("found", "payroll", "book", "according", " i see", "we see", "(i ", "(we "),
    *("更正", "修正", "订正", "审计", "核", "其实", "实际", "事实", "后来", "查", "准确", "确切", "严格", "正确", "应"),
    *("才", "看", "翻", "错", "有误", "不对", "不是", "算", "盘点", "统计", "调", "之前", "先前", "改"),
)
"""Without any of these nothing is set right."""
_PAPERS = (
    r"(?:accountants?|auditors?|bookkeeper|department|notice|contract|agreement|certificate|licen[cs]e|papers?|"
    r"register|audit|report|accounts|books|ledger|payroll|balance sheet|tax return|list|file|files|bank|statement|"
    r"invoices?|receipts?|bills?|slip|policy|voucher|record|records|letter)"
)
_PLAIN_EN = (
    r"(?:it |that |this |they )?(?:has |have )?(?:now |since |later |then )?(?:turn(?:s|ed) out|transpire[sd]|"
    r"emerge[sd])|(?:that|this|it|which|they|the \w+) (?:was|is|were|are) (?:wrong|mistaken|a (?:mistake|slip|typo)|"
    r"an error|"
    r"not (?:right|correct|true|so))|(?:were|was) wrong|(?:it |this |that |which )?should (?:be|have been|read)|(?:i|"
    r"we) (?:was|were|am|are) (?:wrong|mistaken)|"
    r"(?:the )?(?:audited|correct(?:ed)?|right|true|real|actual|exact|revised|confirmed) (?:figure|number|amount|sum|"
    r"rate|"
    r"date|year|answer|one|total)(?![a-z])|to be (?:exact|precise|accurate)|strictly speaking"
)
_SOFT_EN = (
    rf"(?:in (?:actual )?fact|in (?:truth|reality)|actually|(?:(?:the|our|my|its) (?:[\w'-]+ ){{0,2}}?)?{_PAPERS} "
    r"(?:(?:has|have|had|since|now|later|then|clearly) ){0,2}(?:shows?|showed|says?|said|corrected|confirmed|found|"
    r"puts?|gives?|reads?|states?|told|makes?|made|(?:has|had|is for|was for|comes to|came to|is|was)(?= (?:only |"
    r"just |"
    r"about )?(?:rmb ?|¥)?\d))|(?:re-?)?reading (?:it|the [\w ]{1,20}?|through [\w ]{1,20}?) "
    r"again|re-?reading|(?:going|looking|checking|having (?:looked|checked|gone))(?: (?:back|now))? (?:through|over|"
    r"at|into|"
    r"with|it|the|them)|after (?:the|an?|our) (?:audit|check)|(?:i|we) (?:now|have since|'ve since) (?:see|find|"
    r"found|know|"
    r"learn\w*)|now (?:i|we) (?:see|find|know)|now that|the audited|audited,|having (?:\w+ ){0,2}(?:checked|looked|"
    r"counted|asked)(?: again)?|"
    r"according to (?:the|our) [\w -]{1,24}|(?:on|after) (?:checking|counting|a (?:re)?count|a check|re-?reading|"
    r"a second look)|(?:it|they|there) (?:is|are|was|were) (?:only |now |about )?(?:rmb ?|¥)?(?=\d))"
)
_PLAIN_ZH = (
    r"(?:说|写|报|填|记|弄|搞|看|算)错|有误|不对|(?:是|都)?错[的了]|更正(?:后|为|过)|才(?:发现|知道|对)|"
    r"后来才?(?:去|一|又|再|经|问)?(?:查|核|发现|确认|弄|搞|翻|对)(?:清楚?|实|明白?|出来?|到|了|证|对|账)*|查(?:清|"
    r"明|实)楚?了?|"
    r"审计(?:后|完|调整|出来|下来|确认|数|的?结果)|正确的?(?:数字|数)?(?=[是应为])|应为|应该?是|准确(?:地|来)?(?:说|"
    r"讲)|确切|严格(?:来|地)?(?:说|讲)"
)
_SOFT_ZH = (
    r"(?:结算|决算|核算|盘点|统计|汇算|对账|清点)(?:后|完|出来|下来|了)?(?=[是为才,后出下])|调[整减增]为|"
    r"其实|实际上?|事实上|(?:会计师?|审计师?|事务所|科技[厅局]|财务|银行)?(?:核实|核对|查账|确认|复核|修正|查证|"
    r"书面确认)(?:后|过|完|了)?|"
    r"(?:重新?|再|仔细|回头|又)(?:看|读|翻|查|核)|(?:翻|查|对|看)了?[^,。;]{0,6}(?:合同|账|文件|材料|报表|凭证|通知|"
    r"证书|执照|发票|收据|票据|单据|回单|保单|流水|名册|名单|底稿|协议)"
)
_RIGHT = lazy(
    rf"(?<![a-z])(?:(?P<but>but|however|yet|though|although),? )?(?:(?P<plain>{_PLAIN_EN})|{_SOFT_EN})(?![a-z])|"
    rf"一?(?:(?P<plain_zh>{_PLAIN_ZH})|{_SOFT_ZH})"
)
_UPHELD = lazy(
    r"(?<![a-z])(?:the same|unchanged|confirm(?:s|ed)? (?:it|that|this|as much)(?= ?[.,;])|as (?:stated|i (?:said|"
    r"told))|(?:was|is|were) (?:right|correct|true)|agrees?|valid|indeed)(?![a-z])|一致|属实|无误|没错|"
    r"没(?:有)?(?:变|出入|差)|一样|相符|有效|确实|没问题"
)
_MORE = lazy(r"[ ,.;。:]{1,3}")
STOP = lazy(r"[。;!?\n]|\.(?=\s|$)")
_FARTHEST, _NEXT = 240, 70
"""Code points from a telling to its end, and into the next sentence, in which it is set right."""
_REST, _NEAR = 160, 40
MOST = 30  # tellings of a text


@dataclass(frozen=True, slots=True)
class Back:
    """Told at `told`, taken back up to `start`; set right from `start:end` (the words that say so) on, up to `rest`."""

    told: int
    said: int
    start: int
    end: int
    rest: int
    plain: bool


def _tellings(text: str) -> Iterator[re.Match[str]]:
    """Words of telling in the languages of a text."""
    if not text.isascii():
        yield from _TELLS_ZH.finditer(text)
    if text.isascii() or " the " in text or " i " in text or " we " in text:
        yield from _TELLS_EN.finditer(text)


@lru_cache(maxsize=4)
def backs(text: str) -> tuple[Back, ...]:
    """Where a text takes back what it tells, in its order."""
    if not any(sign in text for sign in SIGNS):
        return ()
    made: list[Back] = []
    for told in islice(_tellings(text), MOST):
        if made and told.start() < made[-1].end:
            continue
        stops = [one.end() for one in STOP.finditer(text, told.end(), told.end() + _FARTHEST)]
        first = stops[0] if stops else min(len(text), told.end() + _FARTHEST)
        right = _RIGHT.search(text, told.end(), min(len(text), first + _NEXT))
        if right is None:
            continue
        start = right.start()
        plain = bool(right["plain"] or right["plain_zh"] or right["but"])
        plain = plain or bool(_FORMERLY.search(told[0]) or _BUT.search(text, told.end(), start))
        more = _MORE.match(text, right.end())
        right = (_RIGHT.match(text, more.end()) if more else None) or right
        rest = next((one.end() for one in STOP.finditer(text, right.end(), right.end() + _REST)), right.end() + _REST)
        if _UPHELD.search(text, start, min(rest, right.end() + _NEAR)):
            continue
        made.append(Back(told.start(), told.end(), start, right.end(), min(rest, len(text)), plain))
    return tuple(made)


THE_OLD = lazy(r"(?: yuan| people| staff| rmb)?(?: (?:of|in|for|as) (?:[\w-]+ ){0,3}[\w-]+)?,? ?(?:that |which |as )?")
"""Between a figure and the words that it was told before: "the 40 million that I mentioned"."""
