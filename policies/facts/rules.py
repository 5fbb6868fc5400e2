"""Names of titles, classes and lists in talk of the rules: 小微企业有什么政策, 支持科技型中小企业的那条.

They say who a rule is for, not who writes. A clause that names the writer (我们是小型企业怎么申请) does say it.
"""

from __future__ import annotations

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.patterns import lazy

_NAMES = frozenset(
    {
        "size",
        "tech_sme",
        "high_tech_certified",
        "little_giant",
        "agricultural_high_tech",
        "innovation_demonstration",
        "tech_enterprise",
        "key_support_object",
        "haifan_enterprise",
        "partner_institution",
        "achievement_project",
        "leading_industry",
        "talent_project",
        "talent_programme",
        "key_incubator",
        "listed",
    }
)
_SELF = lazy(
    r"我|咱|俺|公司(?!法)|本企业|敝|是|属|作为|算|有(?!什么|哪|没有)|被|已|(?<!支)持|拿|评|获|入(?!门)|通过|成为了|我厂|咱厂"
)
_ASKS = lazy(
    r"(?:[^,。;!]{0,8})?(?:有什么|有哪|哪[几些家种]|什么(?:好处|条件|要求|政策|意思|优惠|资格)|怎么(?:申|办|报|评|认|"
    r"入|找|弄|走|才|样)|如何|怎样|"
    r"的(?:资格(?![^,。;]{0,8}(?:续|有效|仍|还在|没过期|未过期|拿|取得|到期))|条件|门槛|标准|好处|政策|办法|规定|优惠|申请|认定|评选|那[一几]?[条部项款]|这[一几]?[条部项款]|"
    r"专项|"
    r"扶持|名单在哪|有哪|[一二三四五六七八九十\d]+成|\d+%)|赔得多|补得多|多少钱|适用)"
)
_MINE = lazy(r"我|咱|俺|敝|本公司")
_HOW = lazy(r"怎么|如何|怎样")
_FOR = lazy(
    r"(?:支持|扶持|面向|针对|服务|惠及|鼓励|帮助|关于|照顾|专给|适用于|(?<![押让卖转交还])给予?)(?:的是)?(?:广大|当地|本地|符合条件的|"
    r"各类)?$"
)
_WHICH = lazy(r"有?哪[些家几个种]|哪几家|什么样|怎样才|怎么才|怎么样才|何种")
_HEADING = lazy(r"(?:的)?(?:名单|目录|办法|政策|条件|标准|清单)")
"""A bare name of a list or a rule: 重点孵化器名单."""
_WHO_ELSE = lazy(r"[^,。;]{0,6}?(?:欠|拖欠|差|没付|不付)(?:着|了)?(?:我|咱|本公司|敝)")
"""What stands before it is the debtor's: 科技公司欠我们钱."""
_ASKED_ABOUT = frozenset({("first_loan_centre", True), ("loan_kind", "bank")})
"""What is asked about as a place or a thing to be had: 首贷中心在哪, 银行怎么贷款."""
_WHERE = lazy(r"(?:[^,。;我咱]{0,6})?(?:在哪|在什么|怎么|如何|怎样|几点|电话|地址|是什么|是啥|是干)")
_FARTHEST = 90
_OF_DEBTORS = frozenset({"legal_person", "tech_enterprise", "size", "listed"})
_AID_FOR = lazy(
    r"(?:听说|据说|政府|国家|政策|市里|区里|北京)[^,。;]{0,18}(?:贴|补|优惠|奖)|(?:有|给|发)[^,。;没]{0,12}(?:贴息|补贴|贴补)"
)
"""What an authority gives for first loans: 听说第一次贷款政府有贴补."""
_SPOKEN_OF = _NAMES | _OF_DEBTORS | {name for name, _ in _ASKED_ABOUT}
_ASCII = lazy(r"[\x00-\x7f]*")
_POLICY_FOR = lazy(
    r"(?<![a-z])(?:(?:part|rules?|regulations?|ordinance|law|act|article|clause|section|paragraph|scheme|programme|policy|policies|measures?|support|"
    r"help|subsid\w+|"
    r"money|benefits?|discount|tax breaks?|notice|guidance) (?:\w+ ){0,2}?(?:for|of|to|on|about|aimed at|meant for|"
    r"reserved for)|"
    r"(?:aimed at|meant for|reserved for|intended for|supporting|supports?|favours?)) (?:the |our |all |local )?"
    r"(?:micro(?:,| and| or) )?(?:small(?:-sized)?(?:,? and|,? or|,)?(?: micro(?: and| or))? )?$"
)


def without_talk_of_aid(page: Page, found: list[Found]) -> list[Found]:
    """Statements without the doubt that talk of aid for first loans raises beside a first loan that is told."""
    if not any(one.name == "first_loan" and one.value is not None for one in found):
        return found
    return [
        one
        for one in found
        if one.name != "first_loan" or one.value is not None or not _AID_FOR.search(page.words(page.index(one.start)))
    ]


def of_rules(page: Page, one: Found) -> bool:
    """Whether a title or class stands in a question on the rules, or in the name of one, and is nobody's own."""
    if one.name not in _SPOKEN_OF:
        return False
    clause = page.clauses[page.index(one.start)]
    lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
    chinese = not _ASCII.fullmatch(page.text, one.start, one.end)
    nobody = chinese and not _MINE.search(lead)
    if one.name in _OF_DEBTORS and nobody and _WHO_ELSE.match(tail):
        return True
    if (one.name, one.value) in _ASKED_ABOUT:
        return nobody and bool(_WHERE.match(tail) or _HOW.search(page.text, one.start, one.end))
    if one.name not in _NAMES or one.value is None or one.value is False:
        return False
    if not chinese:
        ahead = page.text[max(0, one.start - _FARTHEST) : one.start]  # "micro, small and medium" crosses clauses
        return _POLICY_FOR.search(ahead) is not None
    if nobody and (_WHICH.search(lead) or (not lead.strip() and _HEADING.fullmatch(tail))):
        return True
    if _SELF.search(lead) or _SELF.search(page.text, one.start, min(one.end, one.start + 2)):
        return False
    return bool(_FOR.search(lead) or _ASKS.match(tail))
