"""Whose tax office collects: 增值税由昌平的税务所收, "our tax file was moved to Changping" (`local_taxpayer`)."""

from __future__ import annotations

from policies.facts import places
from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_ANY = lazy(r"税(?:务|款|籍|都|也|全|收|由|被|归)|国税|地税|(?<![a-z])tax(?:es)?(?![a-z])")
_OFFICE_BEHIND = lazy(
    r"(?:省|市|区|区的|县|镇)?(?:的|那边的?|那个|本地)?(?:税务|国税|地税|国家税务)(?:总?局|所|分局|机关|部门)*"
    r"[^,。;没未不]{0,4}?(?:收(?!到|据|入)|征|管|扣|代扣|入库)|(?:省|市|区|县|镇)?(?:税务局|税务所|国税局|"
    r"地税局)(?=[,。;]|$)|"
    r"(?:省|市|区|县|镇)?(?:那边|方面)?(?:收|征)(?:走|去|取)?(?:了|的)?(?=[,。;]|$)|"
    r"(?:'s)? (?:district )?(?:tax|revenue) (?:office|bureau|authority|authorities|station|people)"
)
_TAX_AHEAD = lazy(
    r"(?:税(?:款|费|金)?(?:[和与及、])?(?:都|也|全|均|一直|现在|如今|已经?)*(?:由|被|归|是)|主管税务(?:机关|"
    r"部门|局)(?:就)?(?:是|为|在)|"
    r"由|归)[^,。;没未不]{0,6}$|"
    r"(?<![a-z])(?:tax(?:es)?|vat|levies)(?: \w+){0,6}? (?:collected|taken|levied|raised|received|assessed) by "
    r"(?:the )?$|"
    r"(?<![a-z])(?:our|the) (?:competent |responsible |own )?tax (?:office|authority|bureau) is (?:the |in |"
    r"that of )*$"
)
_COLLECTS = lazy(
    r"(?<![a-z])(?:collects?|levies|levied|assess\w*|taxes|administers?|looks? after)(?: (?:from|it all))?(?![a-z])"
)
_FILE_MOVED = lazy(
    r"(?:税籍|税务关系|纳税关系|税务登记|税管关系|税收关系)[^,。;没未不想要拟]{0,8}?(?:转|迁|搬|落|挪|划|"
    r"移)(?:到|去|至|往|入|给)了?$|"
    r"(?<![a-z])(?:our|the) tax (?:file|registration|affairs|records?|residence|account)(?: (?!not|"
    r"never)\w+){0,3}? (?:moved|transferred|"
    r"went|gone|shifted|passed|sits?|lies?|is|are) (?:over )?(?:to|in|with|at) (?:the )?$"
)
_NOT_SO = lazy(
    r"以前|原来|曾经|打算|准备|计划|将|如果|(?<![a-z])(?:used to|until|will|would|plan\w*|if|may|might|once)(?![a-z])"
)


def find(page: Page) -> Findings:
    """`local_taxpayer`: whether the office that collects is that of the place in which we are."""
    if not _ANY.search(page.text):
        return
    named = [*places.named(page)]
    home = next((str(one.value) for one in places.find(page) if one.value is not None), None)
    if home is None:
        return
    for code, start, end in named:
        index = page.index(start)
        clause = page.clauses[index]
        lead, words = page.text[clause.start : start], page.words(index)
        collects = _OFFICE_BEHIND.match(page.text, end) and (
            _TAX_AHEAD.search(lead) or _COLLECTS.search(page.text, end, clause.end)
        )
        if not (collects or _FILE_MOVED.search(lead)) or _NOT_SO.search(words):
            continue
        if strangers(page, start) or page.wished(index, start):
            continue
        if judge(page, end, end, ours=True) is Standing.STATED:
            here = code.startswith(home) or home.startswith(code)
            yield Found("local_taxpayer", here, start, end, 2 if here else 3)
