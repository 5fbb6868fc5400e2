"""Whose title it is: "the certificate is held by our sister company", 高企证在姊妹公司名下 give none of ours.

A house beside ours (sister, parent, affiliate, landlord, the firm that somebody worked for before) that holds the title
leaves open whether we have one; where the text adds that it is not ours, it is not.
"""

from __future__ import annotations

import re

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.facts.title_names import ANY_TITLE, TITLES
from policies.patterns import lazy

_FIRM = r"(?:company|firm|plant|factory|enterprise|business|works|workshop|employer|entity|concern|house|unit|outfit)"
_KIN = (
    r"(?:brother|sister|wife|husband|cousin|uncle|aunt|father|mother|son|daughter|nephew|friend|boss|owner|founder|"
    r"chairman|director|partner|landlord)"
)
_HOUSE_EN = (
    rf"(?:(?:sister|parent|mother|affiliated|associated|related|associate|holding|daughter|previous|former|old|earlier|"
    rf"last|other|second|another|separate|different|neighbou?ring|partner|host|head|group) (?:[\w-]+ )?{_FIRM}|"
    rf"(?:other|older|elder|bigger|larger|second|first|former) one|"
    rf"(?:other|older|elder|bigger|larger)(?= (?:is|was|has|holds))|(?:group )?(?:hq|headquarters|head office)|"
    rf"affiliate|associate|parent|landlord|landlady|lessor|franchisor|licensor|co-applicant|neighbou?rs?|"
    rf"(?<![a-z]){_KIN}(?:-in-law)?'s (?:\w+ )?{_FIRM}|(?:[\w-]+ )?{_FIRM} (?:next door|"
    rf"across the (?:road|street|yard)|upstairs|(?:(?:that|which|where|whom) )?"
    rf"(?:i|we|he|she|(?:my|our|the) {_KIN}(?:-in-law)?) "
    rf"(?:\w+ )?(?:used to|once|formerly|previously|before|worked|was employed|"
    rf"rent\w*|leas\w+|left|came from|owns?|runs?|has|controls?|"
    rf"sold)))(?![a-z])"
)
_A = r"(?:(?:our|the|an?|my|his|her|its|their|one of (?:our|the|my)|that|this) )?"
_HELD_BY = (
    r"(?:(?:held|owned|kept|earned|won|obtained|carried|possessed|got|acquired) by|belong(?:s|ed|ing)? to|"
    r"(?:went|goes|gone|passed|transferred|moved|assigned) (?:over )?to|is (?:one|something)(?: that)?|"
    r"(?:issued|granted|given|awarded|registered|made out|assigned) (?:to|in the name of|for)|"
    r"(?:is|was|are|were|stands?|sits?|lies?|rests?|registered|issued|stays?|remains?|in fact|actually)"
    r" (?:held |kept |only )?(?:in(?: the name of)?|under(?: the name of)?|with|of)|"
    r"(?:is|was|are|were|it's|that's)(?: (?:that of|only|actually|in fact|really))?|that of|certificate of|title of|of)"
)
_BEHIND_EN = lazy(rf"(?<![a-z])(?:{_HELD_BY} {_A}{_HOUSE_EN}|(?:is|are|was|were) (?:all )?theirs(?![a-z]))")
_DOER_EN = lazy(
    rf"(?:^\s?|[,;:] |(?<![a-z])(?:and|but|while|though|although|only|because|since|that|as|where|whereas) )"
    rf"(?:only |even |just )?(?:(?:our|the|an?|my|his|her|their|its|one|that) {_HOUSE_EN}|(?<![a-z, ]) ?group (?:hq|"
    rf"head office))(?!'s)"
)
_ONCE_AT = lazy(
    r"(?<![a-z])(?:(?:worked|was employed|had a job|was (?:an? |the )?(?:[\w-]+ )?(?:manager|engineer|director|clerk)) "
    r"(?:at|for|in|by|with|of) (?:an?|the|another) |(?:before (?:this|that|then|now),? |previously,? |formerly,? |"
    r"earlier,? |until (?:20\d\d|last year),? )(?:i|he|she|we) (?:ran|had|owned|managed|headed|led) (?:an?|another) )"
    r"(?:[\w-]+ ){0,2}$"
)
_WORKED_ZH = lazy(r"[^,。;]{0,6}(?:上班|工作|任职|打工|供职|待[过了]|做[过了]|干[过了]|当[过了])")
_WE = lazy(
    r"(?<![a-z])(?:we|we're|we've|us|ours|i|our (?:own )?(?:company|firm|plant|factory|business|own)|this (?:company|"
    r"firm))(?![a-z])|我们(?:公司|自己)|我司|本公司|我公司"
)
_JOINED = lazy(r"(?<![a-z])(?:we|us|i)(?: all)?,? (?:and|like|as well as|just like|unlike|as) $|both ")
_FIRM_ZH = r"(?:公司|企业|厂|单位|店|那边|那家)"
_HOUSE_ZH = (
    rf"(?:(?:兄弟|姐妹|姊妹|关联|关系|母|总|集团|控股|上级|隔壁|合作)(?:的)?(?:那?一?家)?{_FIRM_ZH}|集团总部|母企|总部|房东|出租方|前东家|老东家|原单位|"
    rf"(?:老|旧|大|原来)的?那一?[家间]|那一?[家间]老{_FIRM_ZH}|(?:另外?|别的?|其[他它])(?:的)?(?:一?[家个间]{_FIRM_ZH}?|"
    rf"{_FIRM_ZH})|"
    rf"(?:以前|原来|原先|之前|前|上一?[家个间]|旧|过去)(?:上班|工作|待过|任职|开)?(?:的)?(?:那|一)?(?:一?[家个间])?(?:老)?{_FIRM_ZH}|"
    rf"(?:老板娘?|弟弟?|哥哥?|姐姐?|妹妹?|老婆|老公|太太|先生|妻子|丈夫|父亲|母亲|爸爸?|妈妈?|儿子|女儿|朋友|表[哥弟姐妹]|堂[哥弟姐妹]|"
    rf"亲戚|股东)(?:自己)?(?:的|名下|开的|办的)?(?:另外?一?[家个间]|那[家间])?(?:的)?{_FIRM_ZH})"
)
_OUR_ZH = (
    r"(?:我们?|咱们?|同一?个?|本公司|我司|他|她)?(?:的)?(?:集团)?(?:里|同一?个?)?(?:的)?(?:老板|股东|法人)?"
    r"(?:的|开的|名下的?|办的)?"
)
_BEHIND_ZH = lazy(
    r"是(?:他们|人家|它们?)的(?=$|[,。;!])|(?:是|归|属于?|挂在?|登记(?:在|于|给)|落在|放在|在|写的?(?:却|都)?是|写着|"
    rf"发给了?|颁给了?|给了?|由)(?:的)?(?:[^,。;我没不的]{{2,6}}的)?{_OUR_ZH}{_HOUSE_ZH}(?!也|和我|与我|跟我|一样)"
)
_DOER_ZH = lazy(
    rf"(?:^|[,。;]|我们?的?|同一个?|只有|但是?|其实)(?:老板|集团)?(?:的|里的?|名下的?)?{_HOUSE_ZH}[^,。;我和跟与没不]{{0,10}}?(?:是|有|拿|持|评|获|认定|取得)"
    r"[^,。;我没不]{0,8}$"
)
_TOGETHER = lazy(
    r"(?:我们?|我司|本公司)(?:公司)?(?:和|跟|与|同|以及|连同)[^,。;]{2,14}(?:都|均|全|皆)(?:是|有|拿|为)[^,。;]{0,6}$"
)
_TOGETHER_EN = lazy(
    r"(?<![a-z])(?:both |all )?(?:we|us) (?:and|as well as) [^,.;]{3,40} (?:are|have|hold)[^,.;]{0,20}$"
)
_NOT_OURS = lazy(
    r"不是我们?(?:公司|自己)?的|不(?:在|归|属于)我们|与我们无关|我们(?:自己|公司|这边|新公司)?(?:是|却|并|还|就|倒|则)?(?:没有?|不是)(?=$|[,。;])|"
    r"新公司(?:自己)?(?:还|却|并)?没有?(?=$|[,。;])|"
    r"(?<![a-z])(?:not (?:to |with |by |in |at )?(?:us|ours?)(?: name)?|(?:it|that|which) is(?: not|n't) ours|"
    r"we (?:ourselves )?(?:have|hold) none|we(?:'re| are) not one|"
    r"we (?:do not|don't) (?:have|hold) (?:it|one))(?![a-z])"
)
_SIGN = lazy(
    rf"sister|parent|mother|affiliat|associat|related|holding|former|previous|other|second|landl|lessor|franchisor|"
    rf"licensor|co-applicant|neighbo|separate|different|earlier|(?<![a-z])old |'s {_FIRM}|{_FIRM} (?:that|which|where|"
    rf"we|i|my|our|next|across)(?![a-z])|"
    rf"兄弟|姐妹|姊妹|关联|关系企业|母公司|母企|总|集团|房东|东家|另|别的|其他|原|以前|之前|前|上一?家|名下|老板|的公司|隔壁|"
    rf"那家|theirs|hq|head ?(?:office|quarters)|上班|工作|任职|他们的|人家的|worked|employed|before th|formerly"
)
_GAP, _GAP_ZH, _AHEAD = 70, 22, 110
_PART = lazy(r"[,;]|(?<![a-z])(?:and|but|while|though|yet)(?![a-z])")
_FILLER = lazy(
    r"\s?(?:(?:it|which|that|this|in fact|actually|only|however|one|is|was|were|has been|the (?:certificate|title|"
    r"paper|holder)|itself) ?){0,4}|"
    r"(?:其实|但是?|不过|实际上?|都|也|只是|证?书?上?(?:的)?名字|抬头|证上|它|持有人|主体|拿的|现在){0,3}"
)
_VERB_FIRST = lazy(r"\s?(?:is|was|are|has|had|holds?|held|got|won|became|是|有|拿|持有)(?![a-z])")


def together(lead: str) -> bool:
    """Whether the title is told of us beside another house: "we and our parent are", 我们和母公司都是."""
    return bool(_TOGETHER.search(lead) or _TOGETHER_EN.search(lead))


def of_another(page: Page, start: int, end: int) -> bool:
    """Whether the title that stands there is told of another house, and of that alone."""
    if _SIGN.search(page.text) is None:
        return False
    lead = _lead(page, start)
    if together(lead):
        return False
    english = page.text[start:end].isascii()
    if belongs_elsewhere(page, end, english):
        return True
    if not english:
        once = re.search(r"(?:我|老板|他|她)[^,。;]{0,8}在(?:了)?(?:一?家|某|那家)?[^,。;]{0,6}$", lead)
        worked = once and _WORKED_ZH.match(page.text, end)
        return bool(worked) or _DOER_ZH.search(lead) is not None
    if _ONCE_AT.search(lead):
        return True
    doers = list(_DOER_EN.finditer(lead))
    return bool(doers) and not _WE.search(lead, doers[-1].end()) and not _JOINED.search(lead[: doers[-1].end()])


def belongs_elsewhere(page: Page, end: int, english: bool) -> bool:
    """Whether the words behind a thing give it to another house: "… is held by our sister company"."""
    behind = (_BEHIND_EN if english else _BEHIND_ZH).search(page.text, end, _sentence_end(page, end - 1))
    if behind is None:
        return False
    gap = page.text[end : behind.start()]
    if len(gap) > (_GAP if english else _GAP_ZH) or _WE.search(gap) or ANY_TITLE.search(gap):
        return False
    parts = _PART.split(gap)
    return (len(parts) == 1 or _FILLER.fullmatch(parts[-1]) is not None) and not _denied(gap[-8:] + behind[0])


def _lead(page: Page, start: int) -> str:
    """The clause up to a place, with two before it where it opens with a verb: "the co-applicant, a lab, is …"."""
    first = index = page.index(start)
    for _ in range(2):
        before = page.previous(first)
        if before is None or not _VERB_FIRST.match(page.text, page.clauses[index].start):
            break
        first = before
    return page.text[max(page.clauses[first].start, start - _AHEAD) : start]


def denied(page: Page, end: int) -> bool:
    """Whether the words behind another house's title say that it is not ours."""
    return _NOT_OURS.search(page.text, end, _sentence_end(page, end - 1)) is not None


def theirs(page: Page, one: Found) -> bool:
    """Whether all that a text says of a title that was read as held is another house's."""
    pattern = TITLES.get(one.name)
    if pattern is None or one.value is not True or _SIGN.search(page.text) is None:
        return False
    named = [match.span() for match in pattern.finditer(page.text)]
    return bool(named) and all(of_another(page, *span) for span in named)


def _denied(words: str) -> bool:
    return re.search(r"不|没|(?<![a-z])(?:not|never|no)(?![a-z])|n't", words) is not None


def _sentence_end(page: Page, place: int) -> int:
    index = page.index(place)
    last = index
    while (
        last + 1 < min(len(page.clauses), index + 4) and page.clauses[last + 1].sentence == page.clauses[index].sentence
    ):
        last += 1
    return page.clauses[last].end
