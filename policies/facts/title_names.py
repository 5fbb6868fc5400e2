"""Names of titles as they are written, and lists of them: "neither a little giant nor …", 小巨人、高企都不是."""

from __future__ import annotations

import re

from policies.facts.scope import NEGATION, Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_HIGH_TECH = r"(?:hi(?:gh)?[- ]?tech(?:nology)?|high[- ]and[- ]new[- ]tech(?:nology)?)"
_NO_PLACE = r"(?!区|园|基地|项目|工程|中心|城|点|县|市|产业|[- ](?:zone|base|park|area|cent|project|county))"

TITLES: dict[str, re.Pattern[str]] = {
    "agricultural_high_tech": lazy(
        r"农业?高新(?:技术)?企业|农业高新(?:技术)?(?!区|园|产业)|农业?高企|"
        rf"(?<![a-z])agri(?:cultur(?:al|e))?[- ](?:national )?{_HIGH_TECH}|"
        rf"(?<![a-z]){_HIGH_TECH}[- ](?:agricultur\w+|farming|agri[- ]business) (?:enterprise|firm|company|title)"
    ),
    "high_tech_certified": lazy(
        r"(?<!农业)(?:国家级?)?高新(?:技术)?(?:企业)?(?:证书?|资质|资格|认定|称号|"
        r"认证)|(?<!农业)(?:国家级?)?(?:高新技术|高新)(?:企业|公司)(?!联?协会|联合会|商会|联盟)|(?<!中)国高新?(?!端|成|速|校|铁)|"
        r"(?<!学)(?<!农业)(?<!农)高企(?!协)|评(?:上|过)?了?高新(?!区|园)|"
        r"(?<!agricultural )(?<!agri )(?<!agri-)(?<!agricultural national )(?<![a-z])(?:(?:national(?:ly)?|state|"
        r"certified|recogni[sz]ed|accredited|valid|current)\s(?:as\s)?(?:an?\s)?(?:certified\s|"
        rf"national\s|state\s)?{_HIGH_TECH}(?: (?:enterprises?|company|firm|"
        r"status|certificate|certification|application))?(?![- ](?:agri|farm))|"
        rf"(?<!association of ){_HIGH_TECH}[- ](?:enterprises?(?! (?:association|federation|union|club|"
        r"chamber))|certified|certifi\w+|status|"
        r"accredit\w+|re-?certif\w+|recognition|title|cert|licen[cs]e|application|papers|plaque|credentials|badge)|"
        r"hnte)(?![a-z])"
    ),
    "little_giant": lazy(r"小巨人|(?<![a-z])(?:little|small)[- ]giants?(?![a-z])"),
    "specialised_sme": lazy(
        r"专精特新(?!板|.{0,4}小巨人)|(?<![a-z])speciali[sz]ed(?:,| and|,? and|,? &)? (?:(?:\w+,? ){0,2}(?:and|&) )?"
        r"(?:sophisticated|distinctive|refined|innovative|unique|special new|special and new|novel)"
        r"(?:,? (?:and )?(?:innovative|unique|new|novel))?(?![a-z])"
        r"(?!(?:,? (?:and )?[a-z]+)? (?:board|segment)(?![a-z]))"
    ),
    "tech_sme": lazy(
        r"科技型?中小微?型?企业|科技型?中小微?(?!企)|科小(?!学)|(?<![a-z])(?:(?:science[- ](?:and[- ])?|sci-?)?"
        r"tech(?:nology|nological)?(?:[- ](?:based|type|oriented|driven))?|science[- ](?:based|type))[- ]"
        r"(?:smes?(?![a-z])|small(?:[- ]sized)?[- ](?:and|or|&|to)[- ]medium)"
    ),
    "innovation_demonstration": lazy(
        rf"(?:创新型?|(?<![\u4e00-\u9fff]))示范企业|创新型示范{_NO_PLACE}|(?<![a-z])innovati(?:on|ve)(?:[- ]type)?[- ]"
        rf"(?:demonstration{_NO_PLACE}|model (?:enterprise|firm))"
    ),
}
ANY_TITLE = lazy("|".join(f"(?:{pattern.pattern})" for pattern in TITLES.values()))
_NONE_OF = lazy(
    r"[^,。;但]{0,40}?(?:(?:都|均|也|全|一[个样项])(?:统统|全|还|都)?(?:不是|不算|没(?!过期|到期|丢)|未)|"
    r"(?<![a-z])none of these)"
)
_ALL_NO = lazy(
    r"\s?(?:我们|公司|这些)?(?:一[个样项家]|哪[个样项]|统统|全部?|都|通通|样样)(?:都|也|全)?(?:没有?|不是|没拿过?|没评过?|不算|没有过)"
)
_LIST_ITEM = lazy(
    r"(?:[\s和与及或者以还是]|也(?:不是|没有?|非)?|(?<![a-z])(?:and|or|nor|an?|the|any|enterprises?|firms?|company)"
    r"(?![a-z])){0,8}(?:[a-z-]+\s){0,2}"
)
_A_TITLE = (
    r"(?:称号|名号|名头|资格|牌子|头衔|资质|荣誉|帽子|认定|证书|(?<![a-z])(?:titles?|labels?|status(?:es)?|distinctions?|"
    r"qualifications?|certificates?|of (?:these|those|the following|them))(?![a-z]))"
)
_NONE_AHEAD = lazy(
    rf"(?:没有?|无|未|不是|都没|(?<![a-z])(?:no|none|not|never|neither|without)(?![a-z])|n't)[^.;。,]{{0,40}}{_A_TITLE}|"
    rf"{_A_TITLE}[^.;。]{{0,6}}(?:都|也|一概|全|均|一个也|一个都)(?:没有?|无|未)"
)
_ITEMS = r"(?:(?:[、和与及或跟]|以及|还是|还有)[^,。;、没无未]{1,10}){0,4}"
_ITEMS_EN = (
    r"(?:,? (?:n?or |and )?(?:(?!no |but |we |our )[a-z-]+ ){0,3}(?:prizes?|awards?|match(?:es)?)(?![a-z])){0,3}"
)
"""What a list of things not held goes on with: "no other titles, contest prizes or challenge matches"."""
_NO_OTHER = lazy(
    rf"(?:其[他它余]|别的|另外的|剩下的|余下的)[^,。;没无]{{0,6}}{_A_TITLE}{_ITEMS}[^,。;]{{0,4}}?(?:都|也|均|一概|全|一[个项样](?:都|也))?"
    rf"(?:没有?|无|未)(?!有?(?:过期|到期|失效|丢|作废))|(?:没有?|无|未)(?:取得|拿过?|获得?|有)?(?:任何)?(?:其[他它]|别的)(?:的|任何|科技型?|类|创新型?|企业|"
    rf"方面){{0,4}}"
    rf"{_A_TITLE}{_ITEMS}|"
    r"(?<![a-z])(?:no|none of the|(?:not|n't|never) (?:\w+ ){0,3}any|without(?: any)?)(?: of the)? (?:other|further) "
    r"(?:(?:contest |competition )?(?:prizes?|awards?)(?:,| n?or| and)(?: n?or| and)? )?"
    rf"(?:\w+ ){{0,3}}(?:titles?|labels?|distinctions?|certificates?|recognitions?|statuses)(?![a-z]){_ITEMS_EN}|"
    rf"(?:没有?|无|未|不是)[^,。;没无未但]{{0,40}}?[等或及和、](?:其[他它余]|别的|任何|别种)(?:的|任何|科技|类|创新|一种){{0,3}}"
    rf"{_A_TITLE}(?=$|[,。;])|"
    r"(?<![a-z])(?:no|not|neither|nor|never|without|n't)(?![a-z])(?:(?! but | and we | only )[^.;:]){0,110}? n?or "
    r"(?:any |an)?(?:other|further) (?:\w+ ){0,2}"
    r"(?:titles?|labels?|distinctions?|qualifications?|recognitions?)(?![a-z])|"
    r"(?<![a-z])no (?:\w+ )?titles? (?:other than|besides|apart from|beyond|except(?: for)?) (?:that|this|these|those|"
    r"it)(?: one| two)?(?=$|[,.;])|"
    rf"(?:除此(?:之外|以外)?|此外|另外|除了(?:这|那)[个项一]?(?:之外|以外)?|别的),?(?:我们|公司)?(?:就|都|再|也)?(?:没有?|无)(?:任何|什么|一[个项])?"
    rf"(?:其他|别的)?的?{_A_TITLE}|"
    r"(?<![a-z])(?:apart|aside|besides|beyond|other than|except for|otherwise)(?: from)?(?: (?:that|this|it|these|"
    r"those))?"
    r",? (?:we|the company|the firm|it) (?:have|has|holds?|carr(?:y|ies)|own) (?:no|not an?y?|none)(?: (?:single|"
    r"official))? "
    r"(?:titles?|labels?|distinctions?|certificates?|recognitions?|of (?:the|these) titles)(?![a-z])|"
    r"(?:称号|头衔|牌子|荣誉|科技(?:类)?资质|(?:科技|资格)(?:类)?证书|(?:这些|这几[个张]|几[个张])证书)(?:现在|目前|如今)?(?:都|全|全都|全部|统统|一个个都)(?:已经?)?"
    r"(?:过期|失效|到期|作废|没了|被取消|被收回|丢)|"
    r"(?<![a-z])(?:all (?:of )?our|every(?: single)?|each of our) (?:\w+ )?(?:titles?|labels?|"
    r"distinctions?)(?: (?:that )?we (?:ever )?"
    r"(?:had|held))?,? (?:(?:has|have|had|is|are|was|were|been|now|all|since|already) )*(?:lapsed|expired|run out|"
    r"ran out|gone|void|"
    r"out of date|withdrawn|revoked|cancelled)(?![a-z])"
)


_SUCH_NONE = lazy(
    r"(?:这些|那些|之类|这类|什么的|等等|等)(?:的|称号|头衔|牌子|资质|资格|荣誉|名头|东西|企业){0,2}"
    r"(?:(?:和|与|及|以及|还有)[^,。;没未无不是有]{1,10})?(?:我们|公司|我司)?"
    r"(?:一[个项样块]|全|统统|通通|一概|也|都|均|从来|更|就|样样){1,4}(?:没有?|不是|未)(?!过期|到期|失效|丢|问题|变|续|报|申)"
    r"(?:拿|评|取得|获得?|沾|挂)?(?:过|上|到)?(?=$|[,。;!])|"
    r"(?<![a-z])(?:n?or|and) (?:any(?:thing)?|something)(?: else)? (?:of (?:that|the|this) (?:kind|sort)|like "
    r"(?:that|it|them))(?=$|[,.;!])"
)
"""The end of a list that takes in all of its like: 科技型中小企业、小巨人这些也都没有, "nor anything of the kind"."""
_NO_LIST = lazy(
    r"(?<![a-z])(?:no|not an?|neither|without(?: an?| any)?|never (?:held|had|been)) "
    r"(?:(?!but |and |only |just )[\w'-]+,? ){1,12}?n?or (?:an? |the )?(?:[\w-]+ )?$"
)
"""A list of adjectives before one noun: "no regional demonstration, agricultural or little-giant title"."""
_LOOSE = lazy(
    r"(?:没有?|未|不是|无)(?:过|取得|获得?|拿到?|评上?|任何|什么|[像如]){0,3}"
    r"(?:[^,。;、没未无不是有已在但过续]{1,12}、){1,7}[^,。;、没未无不是有已在但过续]{0,6}$|"
    r"(?<![a-z])(?:no|not(?: hold| have| carry| own)?|neither|nor|never(?: held| had)?|"
    r"without|n't (?:hold|have|carry|own)) "
    r"(?:(?!but |only |just |we |yet |is |are |has |have |since |hold )[\w'-]+,? ){0,12}$"
)
"""A no ahead of a list whose items need be no full names: 没有高新、…, "we hold no high-tech, …"."""
_AND_SUCH = lazy(
    rf"(?:企业)?(?:、[^,。;、没未无不是有已在但过续]{{1,12}}){{0,6}}(?:等|之类|这类|一类|以及|或|和)[^,。;、没未无不是有]{{0,8}}{_A_TITLE}|"
    r"(?: (?:enterprise|firm|company|status|title|certificate|label))?,?(?: (?!but |only |we |our )[\w'-]+,?){0,10}? "
    rf"n?or (?:any |an)?(?:other|further|similar|such|such other) (?:\w+ ){{0,2}}{_A_TITLE}"
)
"""The end of such a list, that calls its items titles: 等任何称号, "or any other title"."""
_LONG_LIST = 120


def listed_no(page: Page, index: int, match: re.Match[str]) -> bool:
    """A no that ends or begins the list a title stands in: "示范企业、小巨人都不是", "not a …, a … or a …"."""
    last = index
    while page.clauses[last].closing == "、" and last + 1 < min(len(page.clauses), index + 8):
        last += 1
    if _NONE_OF.match(page.text, match.end(), page.clauses[last].end):
        return True
    behind = page.words(last + 1) if last + 1 < len(page.clauses) and page.clauses[last].closing == "," else ""
    if last > index and _ALL_NO.fullmatch(behind):
        return True  # 小巨人、专精特新，一个都没有
    if in_loose_list(page, match):
        return True
    first, lead = index, page.text[page.clauses[index].start : match.start()]
    if _headed_no(page, index, lead) or _NO_LIST.search(page.text[max(0, match.start() - _LONG_LIST) : match.start()]):
        return True
    while _LIST_ITEM.fullmatch(ANY_TITLE.sub("", lead)):
        before = page.previous(first)
        if before is None or index - first > 8:
            return False
        lead, first = page.words(before), before
        named = list(ANY_TITLE.finditer(lead))
        if not named or not _joined(page, first, index):
            return False
        if negated(lead[: named[0].start()], ""):
            return True
        lead = lead[: named[-1].end()]
    return False


def in_loose_list(page: Page, match: re.Match[str]) -> bool:
    """Whether a title stands in a denied list that ends by calling its items titles: 没有高新、…等其他称号."""
    if not _AND_SUCH.match(page.text, match.end(), match.end() + _LONG_LIST):
        return False
    return _LOOSE.search(page.text[max(0, match.start() - _LONG_LIST) : match.start()]) is not None


def _headed_no(page: Page, index: int, lead: str) -> bool:
    """A list under a head that denies it: "none of the region's titles (innovation demonstration, little giant)"."""
    while _LIST_ITEM.fullmatch(ANY_TITLE.sub("", lead)):
        before = page.previous(index)
        if before is None:
            return False
        lead, index = page.words(before), before
        if page.clauses[before].closing in ("(", ":"):
            return _NONE_AHEAD.search(lead) is not None
    return False


def _joined(page: Page, first: int, last: int) -> bool:
    """Whether clauses are items of one list: 、 between them, or commas and an "or" at the end."""
    if all(page.clauses[i].closing == "、" for i in range(first, last)):
        return True
    return bool(re.search(r"(?<![a-z])(?:or|nor)(?![a-z])|或", page.sentence(last)))


def negated(lead: str, tail: str) -> bool:
    """A no that reaches the title: 不是高企, 没有…称号, 也没评高新, "we aren't", or behind it (高企还没有)."""
    nos = list(NEGATION.finditer(lead))
    if nos:
        gap = ANY_TITLE.sub("", lead[nos[-1].end() :])
        if len(gap) <= (48 if gap.isascii() else 12) and not _ANEW.search(gap):
            return True
    return bool(
        re.match(
            r"\s?(?:的?(?:资质|证书?|称号|认定|资格)|也|都|却|倒|则|并|还|一直|从来|,|\s){0,3}(?:没有?(?!过期|到期|失效)|还没|未|尚未|不是|"
            r"不算|无|(?:we )?(?:are|do|have|is)(?: not|n't))",
            tail,
        )
    )


_ANEW = lazy(
    r"(?<![a-z])(?:but|just|only|while|yet|and (?:we|our|the|an?|is|are|hold\w*|ha(?:ve|s)|own\w*|carr\w+|with|in|"
    r"on))"
    r"(?![a-z])|而是|但|仅"
)
"""Where a new statement begins: a no does not reach beyond it."""


_REGION = lazy(r"自治区|宁夏|区里|区级|(?<![a-z])(?:region(?:al|'s)|autonomous|ningxia)(?![a-z])")
_REGIONAL = frozenset({"innovation_demonstration", "little_giant", "agricultural_high_tech"})
"""Titles that the region itself confers; the others are the nation's."""
_NONE_REGIONAL = lazy(
    rf"(?:没有?|无|未)(?:取得|拿过?|获得?|评过?|评上|有)?(?:任何|什么|一[个项])?(?:自治区|宁夏|区里|区级)级?的?[^,。;]{{0,4}}{_A_TITLE}|"
    rf"(?:自治区|宁夏|区里|区级)级?的?(?:任何|各[类种]|什么|哪[个项]|一[个项])?(?:科技)?(?:类)?{_A_TITLE}(?:我们)?(?:一[个项样]|全|都|也|均|一概|"
    r"统统){0,3}(?:没有?|没拿过?|没评过?|未获)(?!过期|到期|失效)|"
    r"(?:(?<![a-z])(?:no|none of the|without(?: an?y?)?|(?:not|never) (?:hav(?:e|ing) |hold |own |had |held |"
    r"carry )?(?:an?y?|a single))|"
    r"n't (?:have|hold|own|carry) (?:an?y?|a single)) (?:\w+ )?(?:regional|region's|"
    r"autonomous[- ]region(?:al)?(?:'s)?|ningxia) (?:(?!demonstration|innovati|little|agri)[\w-]+ )?"
    r"(?:titles?|labels?|distinctions?|recognitions?|honours?|status(?:es)?)(?![a-z])(?! (?:but|other than|except|"
    r"apart))"
)


def no_others(page: Page) -> tuple[re.Match[str], frozenset[str]] | None:
    """Words that we hold no title but those that are named, or none of the region's, and the titles they are about."""
    for pattern, names in (
        (_NO_OTHER, frozenset(TITLES)),
        (_SUCH_NONE, frozenset(TITLES)),
        (_NONE_REGIONAL, _REGIONAL),
    ):
        match = pattern.search(page.text)
        if match is None or (pattern is _SUCH_NONE and not _closes_list(page, match)):
            continue
        if page.theirs(match.start()) or page.wished(page.index(match.start())):
            continue
        if "证书" in match[0] and not ANY_TITLE.search(page.text):
            continue  # certificates of another kind
        if doubted(page, page.index(match.start())) or page.clauses[page.index(match.start())].closing == "?":
            continue
        return match, _REGIONAL if _REGION.search(match[0]) else names
    return None


_LIST_REACH = 60


def _closes_list(page: Page, match: re.Match[str]) -> bool:
    """Whether two titles at least are named right before, in the same sentence, or one that is denied in English."""
    index = page.index(match.start())
    number = page.clauses[index].sentence
    lead = page.text[max(0, match.start() - _LIST_REACH) : match.start()]
    named = [
        one
        for one in ANY_TITLE.finditer(lead)
        if page.clauses[page.index(match.start() - len(lead) + one.start())].sentence == number
    ]
    if not match[0].isascii():
        between = lead[named[-1].end() :] if named else ""
        return len(named) > 1 and len(between) < 3 and "、" in lead[named[-2].end() : named[-1].start()]
    return bool(named) and negated(lead[: named[0].start()][-_LIST_REACH:], "")
