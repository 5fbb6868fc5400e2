"""What applicants attest: a clean record, no other funding, a partner institution, prizes. Left open: None."""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import NEGATION, WISH, Page

_UNSURE = re.compile(
    r"不清楚|不知道|不确定|不晓得|没把握|说不准|说不清|可能|也许|好像|似乎|大概(?=拿|"
    r"得|有)|没查到|查不到|找不到|记不清|不记得|未必|不敢说|待确认|"
    r"(?<![a-z])(?:may have|might have|may be|might be|not sure|unsure|no idea|"
    r"don't know|do not know|dont know|can't (?:find|tell|say|remember)|cannot (?:find|"
    r"tell|say|remember)|uncertain|unclear|perhaps|possibly|maybe|i think|probably|"
    r"whether)(?![a-z])"
)
_CLEAN = re.compile(
    r"(?:没有?|无|未|从未|从没|不存在|没受过|没被|未被|未曾|没出过)(?:有|任何|"
    r"过|发生|被|受|列入|上|出现|重大|严重|什么|不良){0,4}(?:失信|违法|违规|"
    r"处罚|行政处罚|黑名单|不良记录|失信记录|严重失信|违法失信|罚过|案底|污点)|"
    r"(?:信用|记录|征信)(?:一直)?(?:良好|清白|干净)|守法经营|"
    r"(?<![a-z])(?:(?:no|never|not|without|free of|nor|any|hasn't|haven't|have not|"
    r"has not)\s(?:had |have |been |any |serious |a |record of |history of |"
    r"major |legal |in |on |the |single |known |committed |received |or ){0,6}"
    r"(?:misconduct|violations?|blacklist\w*|penali[sz]ed|penalt(?:y|ies)|dishonest\w*|"
    r"offen[cs]es?|law-?breaking|breach(?:es)?|wrongdoing|fined|fines|sanction\w*|"
    r"convictions?|infractions?|credit problems|bad record)|clean (?:record|"
    r"sheet|slate|history)|record is clean|spotless)(?![a-z])"
)
_DIRTY = re.compile(
    r"(?:被|上了|上过|进了|列入)(?:了)?(?:[\u4e00-\u9fff]{0,8})?(?:失信|黑名单|"
    r"处罚|罚款|行政处罚)|失信被执行人|老赖|(?:有|受过|发生过|出过)(?:[\u4e00-\u9fff]{0,6})?(?:失信|"
    r"违法|违规|处罚)(?:记录|行为)?|(?<![a-z])(?:(?:was|were|been|are|got|is) (?:\w+\s)?(?:blacklisted|"
    r"fined|penali[sz]ed|sanctioned|convicted)|on (?:the|a) (?:\w+\s)?blacklist)(?![a-z])"
)
_FUNDING_WORDS = r"(?:补贴|补助|资助|财政资金|财政支持|财政补助|政府资金|政府支持|扶持资金|奖补|专项资金|支持|资金)"
_NO_FUNDING = re.compile(
    r"(?:没有?|无|未|从未|从没|不曾)(?:再|有|拿|领|享受|获得|得到|申请|申领|"
    r"取得|用|要|过|到|其[他它]|别的|任何|自治区|宁夏|区里|政府|的|省里|地方|"
    r"另外|财政|领取|收到|同类|额外){1,10}" + _FUNDING_WORDS + "|"
    r"(?<![a-z])(?:no|not|never|without|nor|n't|have not|haven't)\s(?:[a-z]+\s){0,6}?(?:other|"
    r"further|another|additional|else|any)\s?(?:[a-z]+\s){0,3}?(?:funding|money|"
    r"support|subsid\w+|grants?|aid|funds|help|assistance|public money)(?![a-z])|"
    r"(?<![a-z])(?:nothing else from the (?:region|state|government)|only subsidy we)"
)
_HAS_FUNDING = re.compile(
    r"(?:已经?|也|还|另外|同时|之前|已)?(?:拿了?|领了?|获得了?|得到了?|享受了?|"
    r"拿到了?|领到了?|拿过|领过|获)(?:[\u4e00-\u9fff\d.]{0,12})?(?:其[他它]|"
    r"别的|另一|另外|自治区|区里|财政|工信|科技厅|发改|宁夏)(?:[\u4e00-\u9fff\d.]{0,8})?" + _FUNDING_WORDS + "|"
    r"(?<![a-z])(?:received|got|obtained|have|had|took|drew|been given|won)\s(?:[a-z]+\s){0,6}?(?:other|"
    r"another|further|additional)\s(?:[a-z]+\s){0,4}?(?:funding|money|support|"
    r"subsid\w+|grants?|aid|funds|department|bureau)(?![a-z])"
)
_FUNDING_TOPIC = re.compile(
    r"(?:其[他它]|别的|另外|另一)[\u4e00-\u9fff]{0,8}"
    + _FUNDING_WORDS
    + r"|(?<![a-z])(?:other|another|further)\s(?:[a-z]+\s){0,4}?(?:funding|money|"
    r"support|subsid\w+|grants?|department)(?![a-z])"
)
_PARTNER = re.compile(
    r"(?:科技金融)?合作(?:的)?(?:银行|机构|担保|保险|评估|金融机构|的担保|的评估|"
    r"担保公司|保险公司|评估机构)|(?:在|进|属于|是)[\u4e00-\u9fff]{0,8}(?:合作名单|"
    r"合作机构|名单(?:上|里|内|之列))|合作机构名单|"
    r"(?<![a-z])partner[- ](?:bank|institution|guarantor|insurer|appraiser|lender|"
    r"list|agency|company|guarantee|insurance)|partners? (?:bank|of the science)|"
    r"(?:bank|lender|guarantor|insurer|appraiser|institution)(?:,)?\s(?:\w+\s){0,4}(?:also )?(?:a partner|"
    r"on the (?:\w+[\s'-]+){0,4}(?:partner )?list|is a partner)|on the (?:\w+[\s'-]+){0,4}partner list|"
    r"works? with the science (?:and technology )?department|cooperat\w+ (?:bank|"
    r"institution|lender)|approved (?:lender|partner)"
)
_PARTNER_TOPIC = re.compile(
    r"(?:科技金融)?合作(?:机构|名单|银行)|(?:科技厅|科技部门|科技局)[\u4e00-\u9fff]{0,6}(?:合作|"
    r"名单)|(?<![a-z])(?:partner|science[- ](?:finance )?department|science-finance|"
    r"on the list|partner list|works? with the (?:science|technology))"
)
_LENDER = re.compile(
    r"银行|机构|担保|保险公司|农商行|放款|评估|(?<![a-z])(?:lender|bank|guarantor|"
    r"insurer|appraiser|institution)(?![a-z])"
)
_CONTEST = re.compile(
    r"(?:创新创业|双创|创业|创新)?大赛[\u4e00-\u9fff\d]{0,10}(?:获奖|得奖|奖|"
    r"获|名次|拿了|冠军|亚军|季军|优胜)|(?:获|得|拿|捧|赢)(?:了|过|得|到)?[\u4e00-\u9fff\d]{0,16}大赛[\u4e00-\u9fff\d]{0,6}(?:奖|"
    r"名|冠军|优胜)?|"
    r"(?<![a-z])(?:won|win|winner|prize|award|medal|placed|runner-up|came (?:first|"
    r"second|third))(?:[^.;]{0,60}?)(?:contest|competition|innovation and entrepreneurship)(?![a-z])|"
    r"(?:contest|competition) (?:prize|winner|award|finalist prize)"
)
_CHALLENGE = re.compile(
    r"挑战赛[\u4e00-\u9fff]{0,8}(?:对接成功|对接|匹配|签约)|(?<![a-z])challenge(?:[^.;]{0,30}?)(?:matched|"
    r"match|matching)|match(?:ed)?(?:[^.;]{0,40}?)challenge"
)
_TECH = re.compile(
    r"科技(?:型)?(?:企业|公司)|(?<![a-z])(?:technology|tech|science and technology) (?:enterprise|"
    r"company|firm|start-?up)(?![a-z])"
)


def find(page: Page) -> Findings:
    """Declarations, each stated, denied or doubted."""
    yield from _polar(page, "serious_dishonesty", _CLEAN, False, 2)
    yield from _polar(page, "serious_dishonesty", _DIRTY, True, 2)
    yield from _polar(page, "other_regional_funding", _NO_FUNDING, False, 3)
    yield from _polar(page, "other_regional_funding", _HAS_FUNDING, True, 2)
    yield from _partners(page)
    for name, pattern in (("contest_winner", _CONTEST), ("challenge_matched", _CHALLENGE)):
        yield from _polar(page, name, pattern, True, 2)
    for match in _TECH.finditer(page.text):
        if not page.theirs(match.start()) and not page.wished(page.index(match.start())):
            yield Found("tech_enterprise", not _refused(page, match), match.start(), match.end())
    yield from _doubted(page)


def _refused(page: Page, match: re.Match[str]) -> bool:
    lead = page.text[page.clauses[page.index(match.start())].start : match.start()]
    return bool(NEGATION.search(lead[-12:]))


def _polar(page: Page, name: str, pattern: re.Pattern[str], value: bool, weight: int) -> Findings:
    for match in pattern.finditer(page.text):
        index = page.index(match.start())
        lead = page.text[page.clauses[index].start : match.start()]
        if (
            (page.theirs(match.start()) and name != "other_regional_funding")
            or WISH.search(lead)
            or (re.search(r"没有?|未|从未|never|not|no\s|n't", lead[-10:]) and value)
        ):
            continue
        if (
            re.search(r"[吗?]|是不是|有没有", page.sentence(index)[-2:])
            and not value
            and len(page.sentence(index)) < 24
        ):
            continue
        near = page.words(index)
        if value and name == "other_regional_funding" and _UNSURE.search(near):
            continue
        yield Found(name, value, match.start(), match.end(), weight)


def _partners(page: Page) -> Findings:
    for match in _PARTNER.finditer(page.text):
        index = page.index(match.start())
        near = page.words(index)
        lead = page.text[page.clauses[index].start : match.start()]
        if WISH.search(lead) or _UNSURE.search(near) or re.search(r"是不是|是否|吗|only acting as|agent", near):
            continue
        refused = (NEGATION.search(lead[-14:]) and not re.search(r"贷款|loan", lead[-14:])) or re.search(
            r"非合作|不是(?:科技金融)?合作|不在[\u4e00-\u9fff]{0,6}名单|not (?:a |on )",
            page.text[max(0, match.start() - 8) : match.end()],
        )
        yield Found("partner_institution", not refused, match.start(), match.end(), 2)


def _doubted(page: Page) -> Findings:
    """A matter raised beside words of not knowing, in one clause or across the comma."""
    for match in _UNSURE.finditer(page.text):
        index = page.index(match.start())
        sentence = page.sentence(index)
        start, end = page.clauses[index].start, page.clauses[index].end
        if _FUNDING_TOPIC.search(sentence) and not _NO_FUNDING.search(sentence):
            topic = _topic_place(page, _FUNDING_TOPIC, index) or (start, end)
            yield Found("other_regional_funding", None, topic[0], topic[1], 4)
        if _PARTNER_TOPIC.search(sentence) and _LENDER.search(sentence) and not re.search(r"(?<!不)是合作", sentence):
            topic = _topic_place(page, _PARTNER_TOPIC, index) or (start, end)
            yield Found("partner_institution", None, topic[0], topic[1], 4)
        if re.search(r"失信|违法|黑名单|blacklist|violation|penalt", sentence) and not _CLEAN.search(sentence):
            yield Found("serious_dishonesty", None, start, end, 4)


def _topic_place(page: Page, pattern: re.Pattern[str], index: int) -> tuple[int, int] | None:
    """Where the doubted matter stands: in this clause or elsewhere in its sentence."""
    number = page.clauses[index].sentence
    for clause in page.clauses[max(0, index - 4) : index + 5]:
        if clause.sentence == number and (match := pattern.search(page.text, clause.start, clause.end)):
            return match.start(), match.end()
    return None
