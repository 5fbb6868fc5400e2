"""How many patents the enterprise holds: granted ones, added up where kinds are counted apart; pending ones are not."""

from __future__ import annotations

import re
from decimal import Decimal

from policies.facts import numerals
from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.scope import NEGATION, Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_KIND = r"(?:发明(?:专利)?|实用新型(?:专利)?|外观(?:设计)?(?:专利)?|授权专利|专利(?:证书|权)?)"
_ZH_BEFORE = lazy(
    r"(?P<n>\d(?:[\d,]{0,7}\d)?|[零一二两三四五六七八九十百千]{1,7})(?P<many>多|余|"
    r"来)?\s?(?:件|项|个|篇|张|份)?\s?(?:已授权的?|授权的?|有效的?|国内的?|自有的?|"
    r"国家的?|核心的?|自主的?){0,2}" + f"(?P<kind>{_KIND})"
)
_ZH_AFTER = lazy(
    _KIND + r"(?:一共|总共|共计|共有?|累计|已有|已经|现有|有|拿了|达到?|为|是|数量?|"
    r"数|授权|证书|:|\s|手里|目前|了){0,4}(?P<n>\d(?:[\d,]{0,7}\d)?|[零一二两三四五六七八九十百千]{1,7})(?P<many>多|"
    r"余|来)?\s?(?:件|项|个|篇|张|份|$|(?=[,。;、]))"
)
_EN = lazy(
    r"(?<![a-z\d.])(?P<n>\d{1,6}|a dozen|[a-z]+(?:-[a-z]+)?)\s(?:(?:granted|"
    r"registered|valid|invention|utility[- ]model|utility|design|chinese|active|"
    r"issued|authori[sz]ed|core|domestic|own)\s){0,3}(?P<kind>patents?|invention patents|"
    r"utility models)(?![a-z])(?!\s?(?:-backed|application|pending|attorney|lawyer|office))"
)
_GRANTED_ZH = lazy(
    r"(?:已经?|其中|现已)?(?:授权|获批|下证|拿证)(?:了)?(?P<n>\d[\d,]{0,8}|"
    r"[零一二两三四五六七八九十百千]{1,7})(?P<many>多|余|来)?\s?(?:件|项|个)"
)
_NONE_ZH = lazy(
    r"(?:(?<!有)没有?|尚未|还未|未|无|零|不)(?:有|取得|获得|拿到|拿|申请到|过|任何|"
    r"什么|一[件项个]|一|自己的|授权|的|申请过|半[项个]){0,4}专利|专利(?:还|"
    r"也|都|目前|暂时|我们|公司|一[项件个]){0,4}(?:没有|没|为?零|暂无|空白|0)(?!质押)"
)
_NONE_EN = lazy(
    r"(?<![a-z])(?:no|zero|without(?: any)?|not? (?:a single|any|one)|haven't (?:got )?(?:any|"
    r"a single)|don't (?:have|hold|own) (?:any|a)|n't (?:any|a single)|nor any|"
    r"(?:not|\w+n't) (?:have|hold|own|got|possess)(?: got)? (?:a single|any|one|even (?:a single|one))|"
    r"never (?:got|had|filed) a)\s(?:granted |registered |own )?patents?(?!-)(?![a-z])"
)
_PLEDGE = lazy(
    r"质押|抵押|评估|作价|转让|卖|买|许可|侵权|诉|pledg\w+|secur\w+|collateral|"
    r"backed|apprais\w+|value|licen[cs]\w+|infring\w+|sold|bought"
)
_PENDING = lazy(
    r"申请中|在申请|申请(?=了|的)?|已申请|提交|待批|在审|受理|实审|公示|pending|"
    r"applied|applications?|filed|filing|in the pipeline|under review"
)
_PART = lazy(r"(?:其中|拿|用|以|把|凭|将|of (?:which|them)|(?<![a-z])with (?:our|these))\s?(?:这|那|我们的?)?\s?$")


_NOT_HAD = lazy(r"\s?(?:[也都]?(?:还)?没(?!有?(?:抵|质)押)|[也都]无|[也都]?未|全?被驳|[^,。;]{0,3}驳回)")
"""一件专利也无, 一件发明都没批: none of them was had."""
_OTHERS = lazy(
    r"手里收|接手|购入|大学[^,。;]{0,4}有|他有|大学的|学校的|高校的|我?个人名下|总部的|母公司的|别人的|对方的|"
    r"(?<![a-z])(?:held by me|sister (?:firm|company|plant)|mother company|"
    r"(?:buy|buying|bought|purchas\w+)(?! by)|"
    r"for all (?:\w+ )?members|(?:an?|the) (?:[\w-]+ )?(?:university|institute|college|"
    r"school)'s|(?:on|under) licen[cs]e|of theirs|in my (?:own )?name)(?![a-z])"
)
"""Patents that are a founder's, a university's, a sister firm's."""
_AS_SECURITY = lazy(
    r"押|估|(?<![a-z])(?:against|on the strength of|for security|security|surety|as cover|pledg\w*|apprais\w+|"
    r"valu(?:ed|ation|er)\w*|"
    r"worth|selling|handed over|in hock)(?![a-z])"
)
"""Words of a pledge or a valuation: what they count is that loan's matter, not how many there are."""
_NOT_PLEDGED = lazy(
    r"(?<![a-z])(?:pledg\w+|security|collateral|agency|agent|attorney|adviser|pool|to be|land|in hock)(?![a-z])|质押|"
    r"抵押|代理|事务所"
)
_GAVE_NONE = lazy(r"(?<![a-z])(?:gave|pledged|offered|on trust|no house|no flat|no shares|no bond|we use)(?![a-z])")


def find(page: Page) -> Findings:
    """The count, or 0 where the text says that there are none."""
    for pattern in (_NONE_ZH, _NONE_EN):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            if (
                not page.theirs(match.start())
                and not page.wished(index)
                and not re.search(r"质押|抵押|纠纷|侵权", page.text[match.end() : match.end() + 4])
                and not _of_a_pledge(page, index, match)
            ):
                yield Found("patents", 0, match.start(), match.end(), 3)
    taken: set[int] = set()
    sums: list[tuple[re.Match[str], Decimal]] = []
    for pattern in (_ZH_BEFORE, _ZH_AFTER, _EN, *((_GRANTED_ZH,) if "专利" in page.text else ())):
        for match in pattern.finditer(page.text):
            value = count(page, match)
            if value is not None and match.start("n") not in taken:
                taken.add(match.start("n"))
                sums.append((match, value))
    yield from _total(page, sorted(sums, key=lambda s: s[0].start()))
    yield from _with_agencies(page)


def _of_a_pledge(page: Page, index: int, match: re.Match[str]) -> bool:
    """No patent was pledged, or no patent agent used: nothing is said of how many there are."""
    lead, tail = page.text[page.clauses[index].start : match.start()], page.text[match.end() : page.clauses[index].end]
    if match[0].endswith("没") and re.match(r"授权", tail):
        return True  # 专利没授权的有一堆
    return _NOT_PLEDGED.search(tail[:48]) is not None or _GAVE_NONE.search(lead) is not None


def count(page: Page, match: re.Match[str]) -> Decimal | None:
    said = match["n"].replace(",", "")
    value = numerals.chinese(said) if not (said.isascii() and said[:1].isalpha()) else _words(said)
    if both := numerals.pair(said):  # 三五项: that many at least
        value = both[0]
    if value is None or match.groupdict().get("many") or page.theirs(match.start()):
        return None
    index = page.index(match.start())
    clause = page.clauses[index]
    lead, tail = page.text[clause.start : match.start()], page.text[match.end() : clause.end]
    if (
        page.wished(index, match.start())
        or _PLEDGE.search(tail[:14])
        or _PLEDGE.search(lead[-12:])
        or _PART.search(lead)
        or re.search(r"(?:other|another|另外?|还有|more|第)\s?$", lead)
    ):
        return None
    if value and _NOT_HAD.match(tail):
        return Decimal(0) if value == 1 and re.match(r"[也都]无", tail) else None
    if _OTHERS.search(page.words(index)) or _pledged_or_valued(lead, tail) or _helped(page, index, match):
        return None
    if _PENDING.search(tail[:8]) or (_PENDING.search(lead[-8:]) and not re.search(r"授权|granted", match[0] + tail)):
        return None
    return None if NEGATION.search(lead[-3:]) else value


def _pledged_or_valued(lead: str, tail: str) -> bool:
    """押了五件发明, "four patents of ours were appraised", "lent against four patents"."""
    if re.search(r"(?<![a-z])our (?:own )?$", lead):
        return False  # "the valuation of our six patents"
    return _AS_SECURITY.search(lead[-24:]) is not None or _AS_SECURITY.search(tail[:24]) is not None


def _helped(page: Page, index: int, match: re.Match[str]) -> bool:
    """Whether a sentence tells of inventions that an agency got for us: that is `ip_service_patents`."""
    told = page.sentence(index)
    agency = _AGENCY.search(told) if re.search(r"发明|invention", match[0]) else None
    return agency is not None and not re.search(
        r"从没|没请|全部|一共有|(?<![a-z])(?:without|no|never) $", told[: agency.start()]
    )


def _words(said: str) -> Decimal | None:
    return Decimal(12) if said == "a dozen" else numerals.english(said)


def _total(page: Page, sums: list[tuple[re.Match[str], Decimal]]) -> Findings:
    """Kinds counted apart (4 发明, 11 实用新型) add up; a general count stands by itself."""
    general = [
        (m, v)
        for m, v in sums
        if (
            m.groupdict().get("kind", m[0]) in ("专利", "专利证书", "专利权", "授权专利", "patents", "patent")
            and not re.search(r"invention|utility|design", m[0])
        )
        or ("kind" not in m.groupdict() and m[0].startswith("专利"))
    ]
    if general:
        match, value = general[0]
        yield Found("patents", number(value), match.start(), match.end(), 2)
    elif sums:
        start, end = sums[0][0].start(), sums[-1][0].end()
        if page.clauses[page.index(start)].sentence == page.clauses[page.index(end - 1)].sentence:
            yield Found("patents", number(sum((v for _, v in sums), Decimal(0))), start, end, 2)


_AGENCY = lazy(
    r"(?:知识产权|智财|专利|商标)(?:的)?(?:代理|服务|咨询|顾问|战略|布局)?[^,。;]{0,3}(?:机构|公司|事务所|代理人|"
    r"顾问|服务)|"
    r"代理公司|代理机构|事务所送件|"
    r"(?<![a-z])(?:(?:ip|intellectual[- ]property|patents?|patent-strategy) (?:\w+ )?(?:firm|agency|agents?|services?|"
    r"attorneys?|consultants?|adviser|house)|hired ip)(?![a-z])"
)
_GRANTED = lazy(
    r"发明(?:专利|的)?[^,。;]{0,8}(?:授权|获准|核准|下证|到手)|(?:拿|取得|获得|得)(?:到|了)?[^,。;]{0,6}发明专利|"
    r"(?<![a-z])invention patents?(?![a-z])"
)
_BENEFIT = lazy(
    r"效益|利润|销量|销售|订单|收入|上来|上去|(?<![a-z])(?:benefits?|sales|profits?|pays?|earn\w*|revenue|"
    r"orders)(?![a-z])"
)


def _with_agencies(page: Page) -> Findings:
    """`ip_service_patents`: invention patents granted with an agency's help that pay; false where none was granted."""
    for match in _GRANTED.finditer(page.text):
        index = page.index(match.start())
        told = page.sentence(index)
        if not _AGENCY.search(told) and not _AGENCY.search(page.text, max(0, match.start() - 120), match.start()):
            continue
        standing = judge(page, match.start(), match.end(), ours=True)
        denied = standing is Standing.DENIED or "没" in match[0]
        if strangers(page, match.start()) or standing in (Standing.SUPPOSED, Standing.OPEN):
            continue
        if denied or _BENEFIT.search(told) or _BENEFIT.search(page.text, match.end(), match.end() + 60):
            yield Found("ip_service_patents", not denied, match.start(), match.end(), 2)
