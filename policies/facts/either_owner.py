"""What is one of two houses', and nobody knows which: aid of the city or of the region ("whether the sum was the city's
own or came from the autonomous region"), a right entered for the company or somebody else (登记人写的是公司还是学校).
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.patterns import lazy

_NEAR_EN = r"(?:city|municipal\w*|county|district|town|local|prefecture)(?:'s)?"
_FAR_EN = r"(?:(?:autonomous )?region\w*|autonomous|ningxia\w*|provinc\w+)(?:'s)?"
_NEAR_ZH = r"(?:市里?|县里?|市级|县级|地方|园区|开发区|本地|当地|银川市?|石嘴山市?|吴忠市?|固原市?|中卫市?)"
_FAR_ZH = r"(?:自治区|区里|区级|区财政|宁夏|省里?|省级)"
_EITHER_PURSE = lazy(
    rf"(?<![a-z])(?:whether|if|either|was it|is it)(?![a-z])[^.;?]{{0,50}}?(?<![a-z])(?:{_NEAR_EN}(?![a-z])"
    rf"[^.;?]{{0,40}}? or [^.;?]{{0,30}}?(?<![a-z]){_FAR_EN}|{_FAR_EN}(?![a-z])[^.;?]{{0,40}}? or "
    rf"[^.;?]{{0,30}}?(?<![a-z]){_NEAR_EN})(?![a-z])|"
    rf"(?:是|算|属于?|由|从|出自)?{_NEAR_ZH}[^,。;?]{{0,8}}?,?还是{_FAR_ZH}|"
    rf"(?:是|算|属于?|由|从|出自)?{_FAR_ZH}[^,。;?]{{0,8}}?,?还是{_NEAR_ZH}"
)
_CAME = lazy(
    r"到账|进账|入账|打来|打到|汇来|拨来|拨了|给过|补过|补了|给了|补贴|补助|贴息|奖补|"
    r"(?<![a-z])(?:landed|credited|arrived|received|came (?:in|into)|paid (?:us|into)|subsid\w+|grant|relief|refunded|"
    r"transfer\w*|wired)(?![a-z])"
)
_ITEM = lazy(r"贷|利息|担保|保险|保费|评估|(?<![a-z])(?:loan|interest|guarant\w+|insur\w+|premium|valuation)(?![a-z])")
_ASKED_FOR = lazy(
    r"(?:向|找|去|问)[^,。;]{0,4}(?:申请|申报)|该(?:找|向|去|问)|哪[个里]|"
    r"(?<![a-z])(?:should (?:we|i)|do (?:we|i) (?:apply|ask|go|turn)|apply (?:to|at)|registered|seat|located|based)"
    r"(?![a-z])"
)
_TITLE = lazy(
    r"(?:登记(?:人|在|的)|权利人|著作权人|专利权人|所有[人权]|名字|名下|归属|持有人|证[书上][^,。;]{0,4}(?:写|登记))"
    r"[^,。;]{0,10}?(?:是|归|写的?是?|算)?[^,。;]{0,4}?(?:公司|我们|单位|企业)[^,。;]{0,6}?还是[^,。;]{2,20}|"
    r"(?<![a-z])(?:whether|if)(?![a-z])[^.;?]{0,40}?(?:registered|entered|belongs?|stands?|held|owned|granted|issued|"
    r"in the name)(?![a-z])[^.;?]{0,30}?(?<![a-z])(?:the company|us|our (?:company|firm)|ours)(?![a-z])[^.;?]{0,20}?"
    r" or [^.;?]{3,40}"
)
_COPYRIGHT = lazy(r"软[件体](?:的)?著作权?|软著|著作权|(?<![a-z])copyrights?(?![a-z])")
_PATENT = lazy(r"专利|(?<![a-z])patents?(?![a-z])")
_NEAR_BY = 60
"""Characters before the words in which the right stands."""
_WEIGHT = 9


def find(page: Page) -> Findings:
    """`other_regional_funding` open, or the number of rights in whose entry one of two names stands."""
    text = page.text
    if "还是" not in text and " or " not in text:
        return
    if _ITEM.search(text):
        for match in _EITHER_PURSE.finditer(text):
            index = page.index(match.start())
            before = page.sentence(max(0, index - 1)) + page.sentence(index)
            if _CAME.search(before + text[: match.start()][-160:]) and not (
                _ASKED_FOR.search(page.sentence(index)) or strangers(page, match.start())
            ):
                yield Found("other_regional_funding", None, match.start(), match.end(), _WEIGHT)
                break
    for match in _TITLE.finditer(text):
        start = max(0, match.start() - _NEAR_BY)
        rights = [(one.start(), name) for name, words in _RIGHTS for one in words.finditer(text, start, match.end())]
        if rights and not strangers(page, match.start()):
            yield Found(max(rights)[1], None, match.start(), match.end(), _WEIGHT)


_RIGHTS = (("software_copyrights", _COPYRIGHT), ("patents", _PATENT))
