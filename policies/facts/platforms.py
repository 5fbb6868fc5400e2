"""Whether what vouchers are asked for came through the public platform (Beijing SME regulation, art. 40 and 43)."""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_VOUCHERS = lazy(
    r"[新务技]券|抵用券|用券|券抵|科技条件平台|仪器[^。;]{0,40}平台|平台[^。;]{0,30}仪器|公共服务平台|"
    r"(?<![a-z])vouchers?(?![a-z])|science (?:and technology )?(?:conditions )?platform"
)
_THROUGH = lazy(
    r"(?:通过|经由?|透过|在|用|上|从)[^,。;平]{0,18}平台(?!公司)|"
    r"(?<![a-z])(?:through|via|on|from|used?|using|over) (?:the |a |its |beijing's )?(?:[\w'-]+ ){0,7}?"
    r"platform(?![a-z])"
)
_NOT_THROUGH = lazy(
    r"(?:没有?|未|不是?|并非|不曾)(?:走|通过|经由?|透过|上|用|找)[^,。;平]{0,18}平台|绕[开过][^,。;平]{0,14}平台|"
    r"[跟与和][^,。;平]{0,18}平台[^,。;]{0,3}(?:没有?|无|毫无)(?:半点|一点|任何|什么)?关|"
    r"(?<![a-z])(?:(?:not|never|without|outside|bypass\w*|instead of|rather than|no use of|nothing to do with|"
    r"no part in)|n't)(?: [\w'-]+){0,9}? platform(?![a-z])|"
    r"platform,? (?:was|were|is|had|has|played|took) (?:not|never|no|nothing|neither)(?: [\w'-]+){0,3}|"
    r"平台[^,。;]{0,6}(?:没有?|未|毫无|无)(?:参与|介入|经手|沾边|份|用上|任何关系)"
)


def find(page: Page) -> Findings:
    """`through_platform`, where vouchers are spoken of."""
    if not _VOUCHERS.search(page.text):
        return
    denied = [match for match in _NOT_THROUGH.finditer(page.text) if not page.theirs(match.start())]
    for match in denied:
        yield Found("through_platform", False, match.start(), match.end(), 2)
    for match in _THROUGH.finditer(page.text):
        if page.theirs(match.start()) or any(one.start() <= match.start() < one.end() for one in denied):
            continue
        standing = judge(page, match.start(), match.end(), ours=True)
        if standing is not Standing.SUPPOSED:
            yield Found("through_platform", standing.value_of, match.start(), match.end())
