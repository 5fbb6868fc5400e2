"""Titles held, lost or sought: high-tech certificate, little giant, specialised SME, technology SME and the rest.

A certificate is held while it is valid: one that ran out, was refused or taken back is not held; one applied for,
held in the past, or won more than three years ago without a word of renewal leaves the matter open.
"""

from __future__ import annotations

import re

from policies.facts import dates
from policies.facts.found import Findings, Found
from policies.facts.scope import NEGATION, WISH, Page
from policies.facts.standing import doubted

_TITLES: dict[str, re.Pattern[str]] = {
    "agricultural_high_tech": re.compile(
        r"农业?高新(?:技术)?企业|农业高新(?:技术)?(?!区|园|产业)|农业?高企|"
        r"agricultural (?:national )?hi(?:gh)?[- ]?tech"
    ),
    "high_tech_certified": re.compile(
        r"(?<!农业)(?:国家级?)?高新(?:技术)?(?:企业)?(?:证书?|资质|资格|认定|称号|"
        r"认证)|(?<!农业)(?:国家级?)?(?:高新技术|高新)(?:企业|公司)|国高新?(?!端)|"
        r"(?<!学)(?<!农业)(?<!农)高企|评(?:上|过)?了?高新(?!区|园)|"
        r"(?<!agricultural )(?<!agricultural national )(?<![a-z])(?:(?:national(?:ly)?|certified|recogni[sz]ed|"
        r"accredited|valid)\s(?:as\s)?(?:an?\s)?(?:certified\s|"
        r"national\s)?hi(?:gh)?[- ]?tech(?:nology)?(?: (?:enterprises?|company|firm|"
        r"status|certificate|certification|application))?|"
        r"hi(?:gh)?[- ]?tech(?:nology)? (?:enterprises?|certified|certifi\w+|status|"
        r"accredit\w+|re-?certif\w+|recognition|title|cert|licen[cs]e|application|recognition)|hnte)(?![a-z])"
    ),
    "little_giant": re.compile(r"小巨人|(?<![a-z])(?:little|small) giants?(?![a-z])"),
    "specialised_sme": re.compile(
        r"专精特新(?!板|.{0,4}小巨人)|(?<![a-z])speciali[sz]ed(?:,|,? and|,? &)? (?:(?:\w+,? ){0,2}(?:and|&) )?"
        r"(?:sophisticated|distinctive|refined|innovative|unique|special new|special and new|novel)"
        r"(?:,? (?:and )?(?:innovative|unique|new|novel))?(?![a-z])"
    ),
    "tech_sme": re.compile(
        r"科技型?中小微?型?企业|科技型?中小微?(?!企)|科小(?!学)|(?<![a-z])(?:tech(?:nology|"
        r"nological)?(?:[- ](?:based|type|oriented))?|sci-?tech) (?:smes?(?![a-z])|small (?:and|or|&) medium)"
    ),
    "innovation_demonstration": re.compile(
        r"(?:创新型?|(?<![\u4e00-\u9fff]))示范企业|innovation demonstration|(?:innovative|"
        r"innovation) model (?:enterprise|firm)"
    ),
}
_LOST = re.compile(
    r"过期|失效|到期(?=了|没|$)|被取消|被撤|被收回|没续|作废|落选|没(?:有)?(?:通过|评上|拿到|入库|下来|批|过)|"
    r"未(?:通过|获批)|被拒|被驳回|被退回|"
    r"退出|摘[帽牌掉]|丢了|没了|没保住|(?<![a-z])(?:laps\w+|expired|expires? last|ran out|run out|revoked|withdrawn|"
    r"cancelled|failed|rejected|refused|denied|"
    r"turned down|lost|no longer|not renewed|did not get|didn't get|declined|taken away|stripped)(?![a-z])"
)
_LOST_BEFORE = re.compile(
    r"丢了|失去|取消了|没(?:评|拿|通过)[\u4e00-\u9fff]{0,3}$|(?<![a-z])(?:lost|lose|turned down|rejected|refused|"
    r"no longer|never got|denied|stripped of|failed)(?: \w+){0,3}\s$"
)
_VALID = re.compile(
    r"(?:没|未|尚未|还没)(?:有)?(?:过期|失效|到期|被取消)|才(?:到期|过期)|不会过期|"
    r"(?:not|hasn't|n't|never) (?:yet )?(?:laps\w+|expired?)|才到|还有[\u4e00-\u9fff\d]{1,4}(?:年|个月)|有效期(?:内|"
    r"之内)|仍在有效|(?:明年|后年|下个?月|今年年底)[^,。;没]{0,6}?到期(?!了)|"
    r"(?<![a-z])(?:still valid|renewed|in force)(?![a-z])"
)
_PENDING = re.compile(
    r"申请|申报|正在|备案中|审核|复审|评审|在审|公示|还没(?:有)?(?:下|批|拿|评)|材料|资料|排队|交上去|递交|辅导|流程|"
    r"等(?:证|结果|批)|applying|apply|applied|applications?|candidate|pending|"
    r"in progress|under review|awaiting|waiting|submitted|renewing"
)
_SOUGHT = re.compile(
    r"准备|打算|想|争取|冲刺|培育|怎么|如何|preparing|hope|aim|how to|how do|become|qualify as|what is|plan to|want"
)
_STILL = re.compile(r"还没|尚未|还在|仍在|正在|(?<![a-z])(?:still|yet|not yet|currently)(?![a-z])")
_UNPLACED = re.compile(
    r"\s?(?:资质|证书?|资格|称号)?(?!.{0,8}(?:拿|评|获|通过|认|有|办|批|下来|续|到手|成|取|颁|"
    r"是))[\u4e00-\u9fff]{2,8}了$|"
    r".{0,10}(?:没|未|不(?!锈|少|错|仅|但|光))|\s?(?:\w+\s){0,2}(?:has|is|was|did|does|have)(?: not|n't)"
)
_FORMER = re.compile(
    r"以前|曾经|曾是|原来|原先|过去|当年|(?<![a-z])(?:used to|formerly|once|former|previously|was until)(?![a-z])"
)
_NOW = re.compile(
    r"现在(?:还|仍|也)?是|一直是|至今|仍是|依然|年起|(?<![a-z])(?:still|renewed|again|since|have been|'ve been|"
    r"has been)(?![a-z])"
)
_WON = re.compile(
    r"拿|获|评|认定|通过|取得|颁|办|下来|(?<![a-z])(?:got|certified|granted|since|awarded|obtained|received|issued|"
    r"won|recogni[sz]ed|earned)(?![a-z])"
)
_UNTIL = re.compile(
    r"(?:到|至|截至|截止|有效期(?:是|为|:)?|(?<![a-z])(?:until|till|through|to|expir\w+(?: in| on| at)?|"
    r"good (?:until|to)|laps\w+(?: in)?|runs? out(?: in)?|"
    r"ran out(?: in)?|ends?(?: in)?|ended(?: in)?))\s?(?:the )?(?:(?:end|middle|start) of |early |late |mid-?)?$"
)
_UNTIL_AFTER = re.compile(r"(?:底|末|年底|初)?(?:就|才)?(?:到期|为止|止|过期|失效)")
_LASTS = 3  # years
_NONE_OF = re.compile(
    r"[^,。;但]{0,40}?(?:(?:都|均|也|全|一[个样项])(?:统统|全|还|都)?(?:不是|不算|没(?!过期|到期|丢)|未)|"
    r"(?<![a-z])none of these)"
)
_ALL_NO = re.compile(
    r"\s?(?:我们|公司|这些)?(?:一[个样项家]|哪[个样项]|统统|全部?|都|通通|样样)(?:都|也|全)?(?:没有?|不是|没拿过?|没评过?|不算|没有过)"
)
_TREATED_AS = re.compile(r"(?:能|可以?|能否|是否|可否|要)[^,。;]{0,4}(?:按|以|作为|当作?|比照|算作)$")
"""Asked whether it may be treated as one: 能按科技型中小企业享受吗."""
_WE_ARE_NOT = re.compile(
    r"\s?(?:但|可是?|而|不过)?(?:我们|我司|本公司)(?:自己|公司|本身)?(?:还|却|并|倒|则)?(?:不是|没有?|没评上|没拿到)"
)
"""Behind another house's title: 子公司是高企，我们不是."""
_IS_OF = re.compile(
    r"\s?(?:资格|称号|证书)?(?:其实)?(?:是|属于)(?:我们)?(?:的)?(?:母公司|总公司|集团|子公司|股东|客户|兄弟公司|关联公司|供应商|同行)"
)
_LIST_ITEM = re.compile(
    r"(?:[\s和与及或者以还是]|也(?:不是|没有?|非)?|(?<![a-z])(?:and|or|nor|an?|the|any|enterprises?|firms?|company)"
    r"(?![a-z])){0,8}(?:[a-z-]+\s){0,2}"
)
_ANY_TITLE = re.compile("|".join(f"(?:{pattern.pattern})" for pattern in _TITLES.values()))


def find(page: Page) -> Findings:
    """Titles held, not held, or open."""
    for name, pattern in _TITLES.items():
        for match in pattern.finditer(page.text):
            yield from _title(page, name, match)


def _title(page: Page, name: str, match: re.Match[str]) -> Findings:
    index = page.index(match.start())
    clause = page.clauses[index]
    lead, tail = page.text[clause.start : match.start()], page.text[match.end() : clause.end]
    if match[0].isascii() and _only_asked(page, index, lead):
        return
    if name in ("little_giant", "specialised_sme") and re.search(r"扶持|政策|补贴|培育", tail[:6]):
        return
    if page.theirs(match.start()) and not re.search(r"(?<![a-z])our (?:\w+ )?$", lead):
        follow = index + 1
        if follow < len(page.clauses) and re.match(
            r"\s?(?:而|但)?我们(?:自己)?(?:还|却|则|倒)?(?:不|没)", page.words(follow)
        ):
            ours = page.clauses[follow]
            yield Found(name, False, ours.start, ours.end, 2)
        return
    following = _following(page, index)
    held = _held(page, index, match, following)
    if held is _UNTOLD:
        return
    yield Found(name, None if held is _OPEN else held is _YES, match.start(), match.end(), 2 if held is _YES else 3)


_WISHED_EN = re.compile(
    r"(?<![a-z])(?:(?:want|wants|wish|hope|hopes|plan|plans|intend|would like|aim|hoping|planning) to|thinking of|"
    r"going to|if|should)(?![a-z])[^.;]*$"
)
_ASKED_EN = re.compile(r"\s?(?:is|are|does|do|can|could|what|which|how|where|when|who|must|should|may)(?![a-z])")


def _only_asked(page: Page, index: int, lead: str) -> bool:
    """A title that is wished for, or asked about in general: "what does the certificate bring?"."""
    if _WISHED_EN.search(lead):
        return True
    question = page.sentence(index).rstrip().endswith("?") and _ASKED_EN.match(page.words(index))
    return bool(question) and not re.search(r"(?<![a-z])(?:we|our|us)(?![a-z])", page.words(index))


_YES, _NO, _OPEN, _UNTOLD = "yes", "no", "open", "untold"


def _following(page: Page, index: int) -> str:
    """The next clause of the sentence, unless it speaks of another title, a loan or a patent."""
    follow = index + 1
    if follow >= len(page.clauses) or page.clauses[follow].sentence != page.clauses[index].sentence:
        return ""
    words = page.words(follow)
    other = any(p.search(words) for p in _TITLES.values()) or re.search(
        r"贷|借|专利|合同|保险|loan|patent|bank|insur", words
    )
    return "" if other else words


def _held(page: Page, index: int, match: re.Match[str], following: str) -> str:
    """Whether a title that is named is ours to show."""
    clause = page.clauses[index]
    lead, tail = page.text[clause.start : match.start()], page.text[match.end() : clause.end]
    near = lead[-16:] + "#" + tail[:24]
    if _listed_no(page, index, match) or _WE_ARE_NOT.fullmatch(following):
        return _NO
    if _IS_OF.match(tail):
        return _UNTOLD
    dated = _dated(page, index, following)
    if dated in (_NO, _OPEN):
        return dated
    if dated == _YES or _VALID.search(near) or _VALID.search(following):
        return _OPEN if doubted(page, index) else _YES
    if _sought(page, index, match, lead, tail):
        return _UNTOLD
    if _STILL.search(lead[-24:] + "#" + tail + following) and _PENDING.search(lead[-40:] + "#" + tail + following):
        return _OPEN
    if (
        _negated(lead, tail)
        or _LOST_BEFORE.search(lead)
        or _LOST.search(tail[:40] if tail.isascii() else tail[:24])
        or _LOST.search(following)
    ):
        renewed = re.search(r"重新(?:认定|通过)了|又(?:评上|通过|拿)了|renewed|got it again", tail + following)
        return _OPEN if renewed or doubted(page, index) else _NO
    waits = _PENDING.search(
        lead[-40 if lead.isascii() else -16 :] + match[0][-12:] + "#" + tail[: 40 if tail.isascii() else 20]
    ) or (_PENDING.search(following) and len(following) < (40 if following.isascii() else 14))
    if waits or doubted(page, index) or (_FORMER.search(lead[-24:]) and not _NOW.search(lead + tail + following)):
        return _OPEN
    if _UNPLACED.match(tail):
        return _OPEN  # words behind it that nothing above could place
    return _YES


def _listed_no(page: Page, index: int, match: re.Match[str]) -> bool:
    """A no that ends or begins the list a title stands in: "示范企业、小巨人都不是", "not a …, a … or a …"."""
    last = index
    while page.clauses[last].closing == "、" and last + 1 < min(len(page.clauses), index + 8):
        last += 1
    if _NONE_OF.match(page.text, match.end(), page.clauses[last].end):
        return True
    behind = page.words(last + 1) if last + 1 < len(page.clauses) and page.clauses[last].closing == "," else ""
    if last > index and _ALL_NO.fullmatch(behind):
        return True  # 小巨人、专精特新，一个都没有
    first, lead = index, page.text[page.clauses[index].start : match.start()]
    while _LIST_ITEM.fullmatch(_ANY_TITLE.sub("", lead)):
        before = page.previous(first)
        if before is None or index - first > 8:
            return False
        lead, first = page.words(before), before
        named = list(_ANY_TITLE.finditer(lead))
        if not named or not _joined(page, first, index):
            return False
        if _negated(lead[: named[0].start()], ""):
            return True
        lead = lead[: named[-1].end()]
    return False


def _joined(page: Page, first: int, last: int) -> bool:
    """Whether clauses are items of one list: 、 between them, or commas and an "or" at the end."""
    if all(page.clauses[i].closing == "、" for i in range(first, last)):
        return True
    return bool(re.search(r"(?<![a-z])(?:or|nor)(?![a-z])|或", page.sentence(last)))


def _sought(page: Page, index: int, match: re.Match[str], lead: str, tail: str) -> bool:
    """A title wished for, asked about, or named in a rule."""
    return bool(
        _SOUGHT.search(lead[-16:] + "#" + tail[: 40 if tail.isascii() else 20])
        or WISH.search(lead[-14:])
        or (_TREATED_AS.search(lead) and page.sentence(index).rstrip().endswith(("?", "吗", "吗?")))
        or (re.search(r"吗|么$|\?", page.sentence(index)[-3:]) and _asked(lead, tail))
        or re.search(
            r"(?:企业|firms|companies|enterprises)(?:才|都|可以|能|have|can|get|only|may)", match[0][-9:] + tail[:6]
        )
    )


def _dated(page: Page, index: int, following: str) -> str:
    """What dates beside a title tell: valid to a day that has passed or not, or won so long ago that it ran out."""
    words = page.words(index) + "," + following
    for moment in dates.find(words, page.as_of):
        until = _UNTIL.search(words[max(0, moment.start - 36) : moment.start])
        if until or _UNTIL_AFTER.match(words, moment.end):
            if moment.start and re.search(r"没|未|not ", words[max(0, moment.start - 3) : moment.start]):
                continue
            today = page.as_of.isoformat()[: len(moment.value)]
            return _YES if moment.value >= today else _NO
        old = page.as_of.year - int(moment.value[:4]) > _LASTS
        if (
            old
            and _WON.search(words)
            and not re.search(r"成立|创立|注册|founded|set up|established", words)
            and not _NOW.search(words)
        ):
            return _OPEN if not re.search(r"复审|续|重新|每三年", words) else _UNTOLD
    return _UNTOLD


def _negated(lead: str, tail: str) -> bool:
    """A no that reaches the title: 不是高企, 没有…称号, 也没评高新, "we aren't", or behind it (高企还没有)."""
    nos = list(NEGATION.finditer(lead))
    if nos:
        gap = _ANY_TITLE.sub("", lead[nos[-1].end() :])
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
