"""Rights other than patents: how many software copyrights are held, and whether there is any other right."""

from __future__ import annotations

from policies.facts import patents
from policies.facts.found import Findings, Found, number
from policies.facts.matters import Matter
from policies.facts.matters import find as find_matters
from policies.facts.scope import Page
from policies.patterns import lazy

_N = r"(?P<n>\d[\d,]{0,8}|[零一二两三四五六七八九十百千]{1,7})(?P<many>多|余|来)?\s?"
_RIGHT = r"(?:(?:计算机)?软[件体](?:著作权?|版权)(?:登记)?(?:证书?)?|软著(?:登记)?(?:证书?)?|(?<=软件)著作权)"
_BEFORE = lazy(rf"{_N}(?:项|件|个|份|张|本|套)?\s?(?:已登记的?|登记的?|自有的?|有效的?|自主的?|国家)?{_RIGHT}")
_AFTER = lazy(
    rf"{_RIGHT}(?:一共|总共|共计|共有?|累计|已有|已经|现有|有|拿了|登记|达到?|为|是|数量?|数|:|\s|手里|目前|了){{0,4}}"
    rf"{_N}(?:项|件|个|份|张|本|套|$|(?=[,。;、]))"
)
_EN = lazy(
    r"(?<![a-z\d.])(?P<n>\d{1,6}|a dozen|[a-z]+(?:-[a-z]+)?)\s(?:(?:registered|own|valid)\s)?(?:software|computer)"
    r"\s(?:copyrights?|copyright registrations?)(?![a-z])"
)
_NONE = lazy(
    rf"(?:没有?|尚未|还未|未|无|零)(?:有|取得|拿到|登记|过|任何|什么|一[件项个]|自己的|申请过|半[项个]){{0,3}}{_RIGHT}|"
    rf"{_RIGHT}(?:还|也|都|目前|暂时|一[项件个]){{0,2}}(?:没有|没|为?零|暂无)|"
    r"(?<![a-z])(?:no|zero|without(?: any)?|not (?:a single|any)|don't (?:have|hold|own) any|haven't (?:got )?any)"
    r"\s(?:registered\s)?software copyrights?(?![a-z])"
)
_OWN_IP = lazy(
    r"(?:集成|积体)电路(?:的)?(?:布图设计|布局)(?:专有权|登记)?|(?<!集成电路)(?<!积体电路)布图设计|新药证书|"
    r"植物新品种权?|"
    r"(?<!没)(?:有|拥有|持有|取得了?)(?:自己的|自主|自有|授权的?|一些|多项|若干|不少|好几[项个件])?的?"
    r"(?:发明专利|实用新型(?:专利)?|专利|软件著作权|软著)(?!权?人|代理|律师|纠纷|申请|池|联盟|局|评估|质押|贷)|"
    r"(?<![a-z])(?:we|company|firm) (?:also )?(?:have|has|hold|holds|own|owns|got) (?:\w+ )?(?:patents?|"
    r"software copyrights?)(?! (?:pending|"
    r"applications?))|"
    r"(?:自主|自有|自己的|自家的)(?:的)?(?:知识产权|智慧财产权?)|(?:拥有|有|任何|什么)(?:知识产权|智慧财产权?)|"
    r"(?<![a-z])(?:(?:ic|chip|integrated[- ]circuits?|semiconductor) layouts?(?: designs?)?|layout[- ]designs?|"
    r"new[- ]drug certificates?|new plant variet(?:y|ies)|(?:our own|own|any|proprietary) (?:ip|"
    r"intellectual property)"
    r"(?: rights)?)(?![a-z])"
)
_HELD = lazy(
    r"有|拥|登记|取得|拿|获|项|件|张|证|没|无|(?<![a-z])(?:have|has|hold|holds|own|owns|registered|got|obtained|"
    r"no|not|with)(?![a-z])"
)
_TRADED = lazy(r"质押|抵押|评估|服务|代理|律师|诉讼|侵权|申请中|正在申请|pledg|apprais|valu|lawsuit|pending|applied")
_NO_OTHERS = lazy(
    r"(?:没有?|无|未)(?:任何|取得|拥有|登记)?(?:其[他它余]|别)的?(?:专利|软|布图|著作权|知识产权|智慧财产)"
)
"""没有其他专利、软著: of the one that was told before this denies nothing."""
_MATTERS = (Matter("own_ip", _OWN_IP, beside=_HELD, without=_TRADED),)
_ANY = lazy(
    r"著|版权|专利|patent|布图|布局|新药|品种|知识产权|智慧财产|评估|鉴价|apprais|valu|copyright|layout|drug|variet|"
    r"intellectual|(?<![a-z])ip(?![a-z])"
)


def find(page: Page) -> Findings:
    """The number of software copyrights, 0 where there are said to be none; other rights of our own."""
    if not _ANY.search(page.text):
        return
    for match in _NONE.finditer(page.text):
        if not page.theirs(match.start()) and not page.wished(page.index(match.start())):
            yield Found("software_copyrights", 0, match.start(), match.end(), 3)
    seen: set[int] = set()
    for pattern in (_BEFORE, _AFTER, _EN):
        for match in pattern.finditer(page.text):
            value = patents.count(page, match)
            if value is not None and match.start("n") not in seen:
                seen.add(match.start("n"))
                yield Found("software_copyrights", number(value), match.start(), match.end(), 2)
    for one in find_matters(page, _MATTERS):
        if one.value is not False or not _NO_OTHERS.search(page.sentence(page.index(one.start))):
            yield one
