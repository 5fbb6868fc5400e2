"""Titles held, lost or sought: high-tech certificate, little giant, specialised SME, technology SME and the rest.

A certificate is held while it is valid: one that ran out, was refused or taken back is not held; one applied for,
held in the past, or won more than three years ago without a word of renewal leaves the matter open.
"""

from __future__ import annotations

import re

from policies.facts import dates, no_title, whose_titles
from policies.facts.found import Findings, Found
from policies.facts.scope import WISH, Page
from policies.facts.standing import doubted
from policies.facts.title_end import run_out
from policies.facts.title_names import ANY_TITLE, TITLES, in_loose_list, listed_no, negated, no_others
from policies.patterns import lazy

_LOST = lazy(
    r"过了?期|失效|到期(?=了|没|$)|届满(?=了|$)|不在库|被取消|被撤|被收回|没续|作废|落选|没(?:有)?(?:通过|"
    r"评上|拿到|入库|下来|批|过)|"
    r"未(?:通过|获批)|被拒|被驳回|被退(?!休)|被打(?:枪|回)|退件|"
    r"退出|摘[帽牌掉]|丢了|没了|没保住|(?<![a-z])(?:laps\w+|expired|expires? last|ran out|run out|revoked|withdrawn|"
    r"cancelled|failed|rejected|refused|denied|"
    r"turned (?:(?:us|it|our|the) (?:\w+ )?)?down|"
    r"lost|no longer|not renewed|did not get|didn't get|declined|taken away|stripped)(?![a-z])"
)
_LOST_BEFORE = lazy(
    r"丢了|失去|取消了|没(?:评|拿|通过)[\u4e00-\u9fff]{0,3}$|(?<![a-z])(?:lost|lose|turned down|rejected|refused|"
    r"no longer|never got|denied|stripped of|failed)(?: \w+){0,3}\s$"
)
_VALID = lazy(
    r"(?:没|未|尚未|还没)(?:有)?(?:过期|失效|到期|被取消)|才(?:到期|过期)|不会过期|"
    r"(?:not|hasn't|n't|never) (?:yet )?(?:laps\w+|expired?)|才到|"
    r"[还仲]有[\u4e00-\u9fff\d]{1,4}(?:年|个月)|有效期(?:内|"
    r"之内)|仍在有效|(?:明年|后年|下个?月|今年年底)[^,。;没]{0,6}?到期(?!了)|"
    r"(?<![a-z])(?:still valid|renewed|in force)(?![a-z])"
)
_PENDING = lazy(
    r"申请|申报|报(?:了|过)?名|报上去|正在|备案中|审核|复审|评审|在审|公示|还没(?:有)?(?:下|批|拿|评)|材料|"
    r"资料|排队|交上去|递交|辅导|流程|"
    r"等(?:证|结果|批)|applying|apply|applied|applications?|candidate|pending|"
    r"in progress|under review|awaiting|waiting(?! for (?:the |our )?(?:money|funds|payment))|submitted|renewing|"
    r"(?:filed|put in|nominated|put forward) (?:\w+ )?for|"
    r"(?:forms?|questionnaires?|self-assessment|papers|paperwork|dossier) (?:for|of|to)|"
    r"(?<!proud )(?<!happy )(?<!pleased )(?<!glad )(?<!continue )(?<!continues )to be (?:recogni[sz]ed|certified|named|"
    r"listed|accredited)"
)
_SOUGHT = lazy(
    r"准备|打算|想|[叫让劝](?:我们|公司)去?|争取|冲刺|培育|怎么|如何|"
    r"preparing|hope|aim|how to|how do|become|qualify as|what is|plan to|want"
)
_STILL = lazy(r"还没|尚未|还在|仍在|正在|(?<![a-z])(?:still|yet|not yet|currently)(?![a-z])")
_UNPLACED = lazy(
    r"\s?(?:资质|证书?|资格|称号)?(?!.{0,8}(?:拿|评|获|通过|认|有|办|批|下来|续|到手|成|取|颁|"
    r"是))[\u4e00-\u9fff]{2,8}了$|"
    r".{0,10}(?:没|未|不(?!锈|少|错|仅|但|光))|\s?(?:\w+\s){0,2}(?:has|is|was|did|does|have)(?: not|n't)"
)
_FORMER = lazy(
    r"以前|曾经|曾是|原来|原先|过去|当年|(?<![a-z])(?:used to|formerly|once|former|previously|was until)(?![a-z])"
)
_NOW = lazy(
    r"现在(?:还|仍|也)?是|一直是|至今|仍是|依然|年起|(?<![a-z])(?:still|renewed|again|since|have been|'ve been|"
    r"has been)(?![a-z])"
)
_WON = lazy(
    r"拿|获|评|认定|通过|取得|颁|办|下来|(?<![a-z])(?:got|certified|granted|since|awarded|obtained|received|issued|"
    r"won|recogni[sz]ed|earned)(?![a-z])"
)
_UNTIL = lazy(
    r"(?:到|至|截至|截止|有效期(?:是|为|:)?|(?<![a-z])(?:until|till|through|to|expir\w+(?: in| on| at)?|"
    r"good (?:until|to)|laps\w+(?: in)?|runs? out(?: in)?|"
    r"ran out(?: in)?|ends?(?: in)?|ended(?: in)?))\s?(?:the )?(?:(?:end|middle|start) of |early |late |mid-?)?$"
)
_ANEW = lazy(
    r"重新(?:认定|通过)了|又(?:评上|通过|拿)了|"
    r"(?<!not )(?<!not been )(?<!never )(?<!n't )(?<!n't been )renewed|got it again"
)
_UNTIL_AFTER = lazy(
    r"(?:底|末|尾|年底|年尾|初)?(?:就|才|先|至|都|便){0,2}(?:到期|为止|止|过期|失效|届满|期满|够期|满(?=[,。;!]|$))"
)
_LASTS = 3  # years
_TREATED_AS = lazy(r"(?:能|可以?|能否|是否|可否|要)[^,。;]{0,4}(?:按|以|作为|当作?|比照|算作)$")
"""Asked whether it may be treated as one: 能按科技型中小企业享受吗."""
_WE_ARE_NOT = lazy(
    r"\s?(?:但|可是?|而|不过)?(?:我们|我司|本公司)(?:自己|公司|本身)?(?:还|却|并|倒|则)?(?:不是|没有?|没评上|没拿到)"
)
"""Behind another house's title: 子公司是高企，我们不是."""
_NOT_US = lazy(
    r"[^,。;]{0,6}(?:没有?|查不到|找不到|不见|不含|没列|未列|未见)(?:到|列入|选上)?(?:我们|我司|本公司|敝公司|"
    r"公司)(?!的)|"
    r"(?:but |and )?(?:does not|doesn't|do not|don't|cannot|can't) (?:\w+ )?(?:list|name|show|include|mention|"
    r"contain|find) "
    r"(?:us|our (?:name|company|firm))(?![a-z])|(?:but |and )?(?:we|our name)(?: are| is|'re|'s) (?:not (?:on|in|"
    r"there|among)|"
    r"missing|absent)"
)
"""A list that does not hold us."""
_IS_OF = lazy(
    r"\s?(?:资格|称号|证书)?(?:其实)?(?:是|属于)(?:我们)?(?:的)?(?:母公司|总公司|集团|子公司|股东|客户|"
    r"兄弟公司|关联公司|供应商|同行)"
)


def find(page: Page) -> Findings:
    """Titles held, not held, or open; where no other is held, those that are not named are not."""
    named: dict[str, list[Found]] = {}
    denied = {one.name: one for one in no_title.find(page)}
    for name, pattern in TITLES.items():
        said = [one for match in pattern.finditer(page.text) for one in _title(page, name, match)]
        if name in denied:
            said = [denied[name], *(one for one in said if one.value is True)]
        named[name] = [one for one in said if one.weight != _PAST] if any(one.value is False for one in said) else said
        yield from named[name]
    yield from (denied[prize] for prize in ("contest_winner", "challenge_matched") if prize in denied)
    nothing_else = no_others(page)
    if nothing_else is not None:
        match, names = nothing_else
        for name, statements in named.items():
            if not statements and name in names:
                yield Found(name, False, match.start(), match.end())


_FOR_MANY = lazy(r"(?<![a-z])(?:for|towards|helps?|supports?) (?:(?:the|such|young|small) )?$")
_OF_MANY = lazy(r"\s?(?:smes|enterprises|firms|companies|businesses|ones)(?![a-z])")
"""Whom something is for: "a board for specialised and innovative SMEs"."""
_PAST = 1
"""Weight of a title of the past: open, unless it is told how it ended."""


def _title(page: Page, name: str, match: re.Match[str]) -> Findings:
    index = page.index(match.start())
    clause = page.clauses[index]
    lead, tail = page.text[clause.start : match.start()], page.text[match.end() : clause.end]
    if match[0].isascii() and _only_asked(page, index, lead):
        return
    if _FOR_MANY.search(lead) and _OF_MANY.match(tail):
        return
    if name in ("little_giant", "specialised_sme") and re.search(r"扶持|政策|补贴|培育", tail[:6]):
        return
    if whose_titles.of_another(page, match.start(), match.end()):
        if whose_titles.denied(page, match.end()):
            yield Found(name, False, match.start(), match.end(), 2)
        return
    beside = whose_titles.together(lead) or re.search(r"(?<![a-z])our (?:\w+ )?$", lead)
    if page.theirs(match.start()) and not beside:
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
    if held in (_YES, _WAS) and run_out(page, index, match.end()):
        held = _NO
    weight = _PAST if held is _WAS else 2 if held is _YES else 3
    yield Found(name, None if held in (_OPEN, _WAS) else held is _YES, match.start(), match.end(), weight)


_WISHED_EN = lazy(
    r"(?<![a-z])(?:(?:want|wants|wish|hope|hopes|plan|plans|intend|would like|aim|hoping|planning) to|thinking of|"
    r"going to|if|should)(?![a-z])[^.;]*$"
)
_ASKED_EN = lazy(r"\s?(?:is|are|does|do|can|could|what|which|how|where|when|who|must|should|may)(?![a-z])")


def _only_asked(page: Page, index: int, lead: str) -> bool:
    """A title that is wished for, or asked about in general: "what does the certificate bring?"."""
    if _WISHED_EN.search(lead):
        return True
    question = page.sentence(index).rstrip().endswith("?") and _ASKED_EN.match(page.words(index))
    return bool(question) and not re.search(r"(?<![a-z])(?:we|our|us)(?![a-z])", page.words(index))


_YES, _NO, _OPEN, _WAS, _UNTOLD = "yes", "no", "open", "was", "untold"


def _following(page: Page, index: int) -> str:
    """The next clause of the sentence, unless it speaks of another title, a loan or a patent."""
    follow = index + 1
    if follow >= len(page.clauses) or page.clauses[follow].sentence != page.clauses[index].sentence:
        return ""
    words = page.words(follow)
    other = any(p.search(words) for p in TITLES.values()) or re.search(
        r"贷|借|专利|合同|保险|(?:补[贴助]|贴息|资助)的?申请|loan|patent|bank|insur", words
    )
    return "" if other else words


def _held(page: Page, index: int, match: re.Match[str], following: str) -> str:
    """Whether a title that is named is ours to show."""
    clause = page.clauses[index]
    lead, tail = page.text[clause.start : match.start()], page.text[match.end() : clause.end]
    near = lead[-16:] + "#" + tail[: 40 if tail.isascii() else 24]
    if in_loose_list(page, match) and no_title.SUPPOSED.search(page.text, max(0, match.start() - 60), match.start()):
        return _OPEN  # 如果没有高新、…等称号
    if listed_no(page, index, match) or _WE_ARE_NOT.fullmatch(following):
        return _NO
    if _NOT_US.search(tail) or _NOT_US.match(following) or _left_out(page, index):
        return _NO  # 库里查不到我们
    if _IS_OF.match(tail):
        return _UNTOLD
    dated = _dated(page, index, following)
    if dated in (_NO, _OPEN):
        return _OPEN if _ANEW.search(tail + following) else dated
    if dated == _YES or _VALID.search(near) or _VALID.search(following):
        return _OPEN if doubted(page, index) else _YES
    if _sought(page, index, match, lead, tail):
        return _UNTOLD
    if _STILL.search(lead[-24:] + "#" + tail + following) and _PENDING.search(lead[-40:] + "#" + tail + following):
        return _OPEN
    if (
        negated(lead, tail)
        or _LOST_BEFORE.search(lead)
        or _LOST.search(tail[:40] if tail.isascii() else tail[:24])
        or _LOST.search(following)
    ):
        renewed = _ANEW.search(tail + following)
        return _OPEN if renewed or doubted(page, index) else _NO
    waits = _PENDING.search(
        lead[-40 if lead.isascii() else -16 :] + match[0][-12:] + "#" + tail[: 40 if tail.isascii() else 20]
    ) or (_PENDING.search(following) and len(following) < (40 if following.isascii() else 14))
    if waits or doubted(page, index):
        return _OPEN
    if _FORMER.search(lead[-24:]) and not _NOW.search(lead + tail + following):
        return _WAS
    if _UNPLACED.match(tail):
        return _OPEN  # words behind it that nothing above could place
    return _YES


_OUT = lazy(
    r"\s?(?:所以|就|最后|结果|可是?|但)?(?:我们|公司|我司)?(?:到现在|至今|现在|目前|一直)?(?:也|还|都|就|"
    r"已){0,2}(?:没(?:有)?(?:能)?(?:进|入|评|拿|报|上|申请?|"
    r"登记?|办|弄)"
    r"(?:上|去|到|过|成)?|不在(?:里面|其中|名单[里上内中]?|库[里内中]?))"
)


def _left_out(page: Page, index: int) -> bool:
    """A clause farther on in the sentence that says so: 那个库，表太难填，我们没进."""
    for later in range(index + 1, min(index + 4, len(page.clauses))):
        words = page.words(later)
        if page.clauses[later].sentence != page.clauses[index].sentence or ANY_TITLE.search(words):
            return False
        if _OUT.fullmatch(words):
            return True
    return False


def _sought(page: Page, index: int, match: re.Match[str], lead: str, tail: str) -> bool:
    """A title wished for, asked about, or named in a rule."""
    return bool(
        _SOUGHT.search(lead[-16:] + "#" + tail[: 40 if tail.isascii() else 20])
        or WISH.search(lead[-14:])
        or (_TREATED_AS.search(lead) and page.sentence(index).rstrip().endswith(("?", "吗", "吗?")))
        or (re.search(r"吗|么$|\?", page.sentence(index)[-3:]) and _asked(lead, tail))
        or re.search(
            r"(?:企业|firms|companies|enterprises|smes)\s?(?:才|都|可以|能|have|can|get|only|may)",
            match[0][-9:] + tail[:6],
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


def _asked(lead: str, tail: str) -> bool:
    return bool(re.search(r"是不是|能不能|算不算|算|是否|(?:are|is|do|can) (?:we|it)", lead + tail)) or not lead.strip()
