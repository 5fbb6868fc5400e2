"""Titles and ratings: high-tech certificate, little giant, technology SME and the rest; credit rating; legal form."""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import NEGATION, WISH, Page

_TITLES: dict[str, re.Pattern[str]] = {
    "agricultural_high_tech": re.compile(r"农业高新(?:技术)?企业|agricultural (?:national )?hi(?:gh)?[- ]?tech"),
    "high_tech_certified": re.compile(
        r"(?<!农业)(?:国家级?)?高新(?:技术)?(?:企业)?(?:证书?|资质|资格|认定|称号|"
        r"认证)|(?<!农业)(?:国家级?)?(?:高新技术|高新)(?:企业|公司)|国高新?(?!端)|"
        r"(?<!学)高企|评(?:上|过)?了?高新(?!区|园)|"
        r"(?<![a-z])(?:(?:national(?:ly)?|certified|recogni[sz]ed|accredited|valid)\s(?:as\s)?(?:an?\s)?(?:certified\s|"
        r"national\s)?hi(?:gh)?[- ]?tech(?:nology)?(?: (?:enterprises?|company|firm|"
        r"status|certificate|certification))?|"
        r"hi(?:gh)?[- ]?tech(?:nology)? (?:enterprises?|certified|certifi\w+|status|"
        r"accredit\w+|recognition|title|cert|licen[cs]e)|hnte)(?![a-z])"
    ),
    "little_giant": re.compile(r"小巨人|(?<![a-z])(?:little|small) giants?(?![a-z])"),
    "tech_sme": re.compile(
        r"科技型?中小微?型?企业|科技型?中小微?(?!企)|科小(?!学)|(?<![a-z])(?:tech(?:nology|"
        r"nological)?(?:[- ](?:based|type|oriented))?|sci-?tech) (?:smes?(?![a-z])|"
        r"small (?:and|or|&) medium)"
    ),
    "innovation_demonstration": re.compile(
        r"创新型?示范企业|innovation demonstration|(?:innovative|innovation) model (?:enterprise|"
        r"firm)"
    ),
}
_LOST = re.compile(
    r"过期|失效|到期(?=了|没)|被取消|被撤|没续|作废|落选|没通过|没评上|没拿到|"
    r"没入库|退出|摘帽|(?<![a-z])(?:laps\w+|expired|ran out|revoked|withdrawn|"
    r"failed|rejected|turned down|lost)(?![a-z])"
)
_VALID = re.compile(
    r"(?:没|未|尚未|还没)(?:有)?(?:过期|失效|到期|被取消)|才(?:到期|过期)|不会过期|"
    r"(?:not|hasn't|n't|never) (?:yet )?(?:laps\w+|expired?)|才到|还有[\u4e00-\u9fff\d]{1,4}(?:年|"
    r"个月)"
)
_PENDING = re.compile(
    r"申请|申报|正在|准备|打算|想|争取|冲刺|培育|备案中|怎么|如何|applying|apply|"
    r"applied|application|preparing|candidate|hope|aim|how to|become|pending|"
    r"in progress|qualify as|what is"
)
_RATING = re.compile(
    r"(?P<label>信用(?:等级|评级|评等|评价|级别)|信评|主体评级|评级|评为|评到|"
    r"评了|信用|等级|信用分|(?<![a-z])(?:credit (?:rating|grade|score|rated)|"
    r"rated|ratings?|graded?))"
    r"(?:[\u4e00-\u9fff:]{0,6}?|[\sa-z,']{0,24}?)\s?(?P<grade>aaa|aa|a|bbb|bb|"
    r"b|ccc|cc|c|3a|2a|双a|三a)\s?(?P<sign>[+-]|加|减|plus|minus)?(?:\s?-?级)?(?![a-z\d%])"
)
_RATING_AFTER = re.compile(
    r"(?<![a-z\d])(?P<grade>aaa|aa|a|bbb|bb|b|ccc|cc|c|3a|2a|双a|三a)(?P<sign>\s?[+-](?=[\s,.]|"
    r"级|\s?credit|\s?rat)|加|减|-minus|-plus| plus| minus)?(?:级|[\s-])?\s?(?:的)?(?:主体)?(?:信用|"
    r"评级|信评|-?rated|credit|rating)(?!息|贷)"
)
_NO_RATING = re.compile(r"纳税|税务|海关|环保|安全|食品|排污|餐饮|卫生|银行(?!给)|景区|tax|customs|energy|food")
_GRADES = {"3a": "AAA", "2a": "AA", "双a": "AA", "三a": "AAA"}
_SIGNS = {"加": "+", "减": "-", "plus": "+", "minus": "-"}
_LEGAL = re.compile(
    r"独立法人|有限责任公司|股份有限公司|有限公司|股份公司|法人资格|企业法人(?!代表)|"
    r"(?<![a-z])(?:limited(?: liability)? company|limited by shares|incorporated|"
    r"company limited|ltd|co\.,? ?ltd|llc|independent legal (?:person|entity)|"
    r"legal person|joint[- ]stock company)(?![a-z])"
)
_NO_LEGAL = re.compile(
    r"个体(?:工商)?户|个体经营|分公司(?!的)|合伙企业|(?<![a-z])(?:sole trader|"
    r"sole proprietor\w*|branch office|partnership)(?![a-z])"
)
_LISTED = re.compile(
    r"(?:已经?|成功|刚|去年|我们是(?:一家)?)(?:在[\u4e00-\u9fff]{2,8})?(?:上市|"
    r"挂牌)(?:了|公司|企业)?|挂牌(?:企业|公司)|(?<![a-z])(?:(?:we are|we're|"
    r"is|company|firm|already)\s(?:a\s)?(?:publicly )?(?:listed|quoted on)|listed on the|"
    r"neeq[- ]listed)(?![a-z])"
)
_UNLISTED = re.compile(
    r"(?:没有?|未|尚未|还没有?|非)(?:在[\u4e00-\u9fff]{2,6})?(?:上市|挂牌|挂新三板)|"
    r"(?<![a-z])(?:unlisted|not (?:publicly )?(?:listed|quoted)|privately held)(?![a-z])"
)
_SIZES = (
    (
        "medium",
        re.compile(
            r"中型企业|(?:属于?|是|为)中型|medium(?:-sized)? (?:enterprise|company|business|"
            r"firm)"
        ),
    ),
    ("small", re.compile(r"小型企业|(?:属于?|是|为)小型|small (?:enterprise)(?! and)")),
    ("micro", re.compile(r"微型企业|(?:属于?|是|为)微型|micro[- ]?(?:enterprise|business)")),
    ("large", re.compile(r"(?:我们|属于?|是)大型企业|large enterprise(?!s)")),
)


def find(page: Page) -> Findings:
    """Titles held or not held, the rating, the legal form, the official size."""
    for name, pattern in _TITLES.items():
        for match in pattern.finditer(page.text):
            yield from _title(page, name, match)
    yield from _ratings(page)
    yield from _forms(page)


def _title(page: Page, name: str, match: re.Match[str]) -> Findings:
    index = page.index(match.start())
    clause = page.clauses[index]
    lead, tail = page.text[clause.start : match.start()], page.text[match.end() : clause.end]
    if name == "little_giant" and re.search(r"扶持|政策|补贴|培育", tail[:6]):
        return
    if page.theirs(match.start()):
        follow = index + 1
        if follow < len(page.clauses) and re.match(
            r"\s?(?:而|但)?我们(?:自己)?(?:还|却|则|倒)?(?:不|没)", page.words(follow)
        ):
            clause2 = page.clauses[follow]
            yield Found(name, False, clause2.start, clause2.end, 2)
        return
    near = lead[-16:] + "#" + tail[:20]
    following = (
        page.words(index + 1)
        if index + 1 < len(page.clauses) and page.clauses[index + 1].sentence == clause.sentence
        else ""
    )
    lost = _LOST.search(tail[:24]) or (
        _LOST.search(following) and not re.search(r"贷|借|专利|合同|loan|patent", following)
    )
    other = any(p.search(following) for p in _TITLES.values())
    if _VALID.search(near) or (_VALID.search(following) and not other):
        yield Found(name, True, match.start(), match.end(), 3)
    elif _negated(lead, tail) or (lost and not (other and not _LOST.search(tail[:24]))):
        yield Found(name, False, match.start(), match.end(), 3)
    elif not (
        _PENDING.search(lead[-16:] + "#" + tail[: 40 if tail.isascii() else 20])
        or WISH.search(lead[-14:])
        or (re.search(r"吗|么$|\?", page.sentence(index)[-3:]) and _asked(lead, tail))
        or re.search(
            r"(?:企业|firms|companies|enterprises)(?:才|都|可以|能|have|can|get|only|"
            r"may)",
            match[0][-9:] + tail[:6],
        )
    ):
        yield Found(name, True, match.start(), match.end(), 2)


def _negated(lead: str, tail: str) -> bool:
    """A no that reaches the title: 不是高企, 没有…称号, 也没评高新, "we aren't", or behind it (高企还没有)."""
    nos = list(NEGATION.finditer(lead))
    if nos:
        gap = lead[nos[-1].end() :]
        if len(gap) <= (30 if gap.isascii() else 12) and not re.search(
            r"(?<![a-z])(?:but|just|only)(?![a-z])|而是|但|仅", gap
        ):
            return True
    return bool(
        re.match(
            r"\s?(?:资质|证书?|称号|认定|也|都|,|\s){0,3}(?:没有?|还没|未|尚未|不是|"
            r"不算|无|(?:we )?(?:are|do|have|is)(?: not|n't))",
            tail,
        )
    )


def _asked(lead: str, tail: str) -> bool:
    return bool(re.search(r"是不是|能不能|算不算|算|是否|(?:are|is|do|can) (?:we|it)", lead + tail)) or not lead.strip()


def _ratings(page: Page) -> Findings:
    for pattern in (_RATING, _RATING_AFTER):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            if (
                page.theirs(match.start())
                or page.wished(index)
                or _NO_RATING.search(page.text[max(0, match.start() - 8) : match.end() + 4])
            ):
                continue
            if re.search(
                r"partner|以上|or above|或以上|at least", page.text[match.end() : match.end() + 10]
            ) or re.search(r"least|不低于", page.text[max(0, match.start("grade") - 10) : match.start("grade")]):
                continue
            if (
                match["grade"] == "a"
                and re.match(r"\s[a-z]", page.text[match.end("grade") : match.end("grade") + 2])
                and page.source.quote(match.start("grade"), match.end("grade")) != "A"
            ):
                continue
            grade = _GRADES.get(match["grade"], match["grade"].upper())
            sign = (match["sign"] or "").strip(" -") or ("-" if (match["sign"] or "").strip() == "-" else "")
            yield Found("credit_rating", grade + _SIGNS.get(sign, sign), match.start(), match.end())


def _forms(page: Page) -> Findings:
    for pattern, value in ((_LEGAL, True), (_NO_LEGAL, False)):
        for match in pattern.finditer(page.text):
            if not page.theirs(match.start()) and not page.wished(page.index(match.start())):
                lead = page.text[page.clauses[page.index(match.start())].start : match.start()]
                yield Found("legal_person", value ^ bool(NEGATION.search(lead[-10:])), match.start(), match.end())
    for pattern, value in ((_UNLISTED, False), (_LISTED, True)):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            if (
                not page.theirs(match.start())
                and not page.wished(index, match.end())
                and not (value and re.search(r"母公司|parent|台湾", page.words(index)))
            ):
                yield Found("listed", value, match.start(), match.end(), 1 if value else 2)
    for size, pattern in _SIZES:
        for match in pattern.finditer(page.text):
            if not page.theirs(match.start()) and not page.wished(page.index(match.start())):
                yield Found("size", size, match.start(), match.end())
