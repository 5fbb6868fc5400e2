"""Things that turn on where they are: taxes paid where we are registered, a loan of a bank seated in our district."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policies.facts import places
from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_TAX = lazy(
    r"(?<![\u4e00-\u9fff]不)(?:纳税(?!信用|评级|等级|大户|申报表|人)|(?:交|缴|报|完)的?税(?!务)|税(?:款|收|都|"
    r"也|就|全|关系|务关系|却|则|仍|还|一直|一向|向来|历年|每年|历来){0,4}"
    r"(?:没有?|未|不)?(?:交|缴|纳|报|落|入|挂)(?:在|给|到))|"
    r"税(?:款|都|也|就|全|是|则|却|一直|现在){0,3}(?:在|到)(?!哪)[^,。;没不未]{2,8}?(?:去)?(?:交|缴|纳|报)(?!通|易|货)|"
    r"(?<![a-z])(?:pay(?:s|ing)?|paid|file[sd]?|settle[sd]?|remit(?:s|ted)?) (?:\w+ ){0,3}tax(?:es)?(?![a-z])|"
    r"(?<![a-z])tax(?:es|ed)? (?:\w+ ){0,2}(?:paid|in|here|locally)(?![a-z])|"
    r"(?<![a-z])tax(?:es)? (?:all |still )?(?:goes|go|is due|are due|falls? due)(?= (?:in|to|at|here))"
)
_TAX_AT_EN = lazy(
    r"(?<![a-z])tax(?:es| office| bureau| authority| file)?(?: (?:that )?we (?:pay|report to|file with))? (?:are|is|"
    r"sits?) (?:all|both) "
    r"(?:\w+ )?(?:in|at) $"
)
_NO_TAX = lazy(r"(?<![a-z])no(?![a-z])")
_DO_ZH = r"(?:经营|运营|营运|办公|生产|开展业务|做生意)"
_RUN = lazy(
    rf"(?:在|就在)(?:本地|当地|注册地|本区|本市|本县|本镇|区里|区内|市内|市里|镇里|镇上|园区)(?:实际|一直|"
    rf"正常){{0,2}}{_DO_ZH}|"
    rf"就地{_DO_ZH}|扎根(?:本地|当地|[\u4e00-\u9fff]{{0,4}}本地|[区镇]里)|"
    rf"(?:人员?|员工|厂房?|工厂|业务|经营|办公|账|税)(?:[和与跟及、,]?(?:人员?|员工|厂房?|工厂|业务|经营|办公|生产|账|"
    rf"税|缴税|"
    rf"报税|纳税)){{1,3}}(?:都|全|均|也)*(?:在|落在)(?:本地|当地|注册地|本区|区里|区内|市里|镇里|这边|这里)|"
    r"(?<![a-z])(?:operat\w+|runs? \w+ business|(?:do|does|did|done|doing) (?:\w+ )?business|(?:has|have) (?:worked|"
    r"traded|been (?:working|trading|at work|active|running))|is active|is at work|works|trades|(?:all )?(?:our |its )?"
    r"business (?:is )?done) (?:here|there|locally|on the spot|where (?:we are|it is|the company is) registered)"
    r"(?: ever since| since then)?(?![a-z])"
)
_OTHERS_RUN = lazy(
    r"银行|机构|供应商|保险公司|担保公司|(?<![a-z])(?:banks?|lender|insurer|guarantor|university|supplier|incubator|"
    r"fund)(?![a-z])"
)
"""Whose business it is where it is not ours."""
_RUN_AT_ZH = lazy(
    rf"(?:省|市|区|县|镇)?(?:核心区)?(?:本地)?(?:实际|一直|正常|实地|真正|持续){{0,2}}{_DO_ZH}(?!部|范围|许可|执照)"
)
"""Behind a place: 在昆山实际经营."""
_MEN_AT_ZH = lazy(
    r"(?:人员?|员工|团队|厂房?|工厂|业务|经营|办公|账)[和与跟及、,]?(?:人员?|员工|厂房?|工厂|业务|经营|办公|生产|账|税|"
    r"[、,])*(?:都|全|均|也)*在$"
)
"""Ahead of a place: 人和厂都在昆山."""
_HERE = lazy(
    r"本地|当地|注册地|本区|本市|区内|市内|这里|这边|同一个区|(?<![a-z])(?:here|locally|there|same (?:district|"
    r"city|place)|where (?:we|it) (?:are|is))(?![a-z])"
)
_ELSEWHERE = lazy(
    r"外地|异地|别处|别的(?:地方|城市|区)|其他(?:地方|城市|区)|(?<![a-z])(?:elsewhere|another (?:city|district|"
    r"place|province))(?![a-z])"
)
_NOT_IN = lazy(
    r"(?:地点?|关系|所在地|登记地?|户头)?(?:都|也|却|并|目前|现在|仍|还){0,2}(?:不|没有?|未)(?:交|缴|落|是|放|归)?在"
)
"""Behind the taxes: 纳税不在本区."""
_POINTS = lazy(r"[那该][里边儿]|当地|(?<![a-z])(?:there|(?<=, )where)(?![a-z])")
_WE_WORK = lazy(
    r"人|员工|团队|厂|车间|实验|办公|经营|生产|运营|研发|搬|迁|业务|设备|(?<![a-z])(?:offices?|lab\w*|staff|people|"
    r"team|"
    r"employees|everyone|everybody|factory|plant|works?(?:hops?)?|working|operat\w+|mov(?:ed|ing)|relocat\w+|run|"
    r"produc\w+|business)(?![a-z])"
)
_ALL_AT_EN = lazy(
    r"(?<![a-z])(?:all|both|entire|whole|every(?:thing|one|body))(?: of)?(?: (?:our|the|its|we do))?(?: [\w-]+){0,2}"
    r"(?: (?:people|staff|employees|team|workforce|operations?|business|work|activit(?:y|ies)))?"
    r" (?:is|are|sits?|works?|(?:has|have) been|moved|(?:has|have) moved|(?:is|are) (?:based|located|done))"
    r" (?:all )?(?:in|to) (?:the )?$"
)
_WHOLE = lazy(r"(?<![a-z])(?:people|staff|employees|team|workforce|operations?|business|every\w+)(?![a-z])")
"""All that we do is in a place, told in English."""
_BACK = 2
"""Sentences in which the place that "there" points back to is sought: its own and the one before."""
_TO_PLACE = lazy(r"\s?(?:(?:in|to|at|with|into) )?(?:the )?")
_LENDER_SITS = lazy(
    r"(?<![a-z])(?:lender|bank|branch|institution)(?: \w+){0,4}? (?P<no>(?:has no|without an?) (?:outlet|branch|"
    r"office|presence)"
    r"|outside|not in|nowhere in|in another|(?:sits?|seated|located|based|is|lies) (?:\w+ )?in another)(?: \w+){0,4}? "
    r"(?:district|haidian|city|town)(?![a-z])|(?<![a-z])(?:(?:bank|branch|lender)(?: [\w'-]+){0,6}? (?:not from|"
    r"nowhere near) (?:the )?"
    r"(?:district|haidian)|none of the (?:lender's|bank's) (?:\w+ )?(?:is|lies|are|sits?) in (?:the )?(?:district|"
    r"haidian)|(?:bank|branch|lender) (?:from |in )?elsewhere)(?![a-z])"
)
_BANK_BEHIND = lazy(
    r"(?:省|市|区|县)?(?:核心区)?(?:(?:的|一家|某家?|当地|本地|本区|这边的?|辖内的?|"
    r"[一某]){1,3}[^\W没未无不非a-z\d_]{0,4}?(?:银行|支行|分行|农商行|信用社|金融机构)|"
    r"[^\W没未无不非a-z\d_在]{0,4}(?:支行|分行))|\s(?:district\s)?(?:sub-?)?branch(?![a-z])|"
    r"\sbank(?:\sbranch)?(?![a-z])|"
    r"'s (?:own |local )?(?:branch|bank)(?![a-z])"
)
_BANK_BEFORE = lazy(
    r"驻(?:在)?$|(?:银行|支行|分行|农商行|信用社|网点|贷款行|放款行)(?:那家|其实|就|是|却|也|都|设|位|开|坐落)*(?:在|"
    r"于)$|"
    r"(?<![a-z])(?:bank|branch|lender|institution)s?(?:\s\w+){0,3}?\s(?:in|of|seated in|based in|"
    r"located in|sits in|is in)\s(?:the\s)?$|"
    r"(?<![a-z])(?:bank|branch|lender)(?: [\w'-]+){0,5}?, (?:sits |is |lies |stands |seated |based |"
    r"located )?(?:still |also |here |right |just |itself |"
    r"over |out |away |across ){0,2}(?:in|within)\s(?:the\s)?$"
)
_LOCAL_BANK = lazy(
    r"(?:驻)?(?:本区|区内|本地|当地|驻区|我们区)(?:的|一家|某)*[\u4e00-\u9fff]{0,3}(?:银行|支行|分行|金融机构)|"
    r"(?<![a-z])(?:local (?:bank|branch|lender)|"
    r"(?:bank|branch|lender|institution)(?: [\w'-]+){0,5}?,? in (?:the|our|the same) (?:same )?district|(?:bank|"
    r"branch|lender)(?: \w+){0,2} "
    r"(?:of|from|on) (?:the|our) district(?:'s high street)?|district's (?:own )?(?:bank|branch))(?![a-z])"
)
_LENT = lazy(
    r"贷|借(?!条)|放(?:的?款|了|出|给)|批(?:了|给)|(?<![a-z])(?:loans?|borrow\w*|lent|drew|drawn|gave us|"
    r"took(?= (?:rmb )?[¥\d])|"
    r"advanced|instal\w+|lenders?|repaid|repay\w*)(?![a-z])"
)


def find(page: Page) -> Findings:
    """`local_taxpayer` and `lender_in_district`, compared with where the enterprise is."""
    taxed = [*_TAX.finditer(page.text)]
    ran = [*_RUN.finditer(page.text)]
    worked = re.search(rf"在.*?{_DO_ZH}|都在|全在|tax|(?<![a-z])(?:all|entire|whole|every)", page.text) is not None
    banks = bool(_LENT.search(page.text) and re.search(r"行|金融机构|bank|branch|lender", page.text))
    if not (taxed or ran or worked or banks):
        return
    home = next((str(one.value) for one in places.find(page) if one.value is not None), None)
    for match in ran:
        if _OTHERS_RUN.search(page.text, page.clauses[page.index(match.start())].start, match.start()):
            continue
        here = _pointed_home(page, match, home)
        if here is not None:
            yield from _taxpayer(page, match, here, 1)
    if worked:
        yield from _works_at(page, home)
    for match in taxed:
        paid_at_home = _paid_at_home(page, match, home)
        if paid_at_home is not None and (_NOT_IN.match(page.text, match.end()) or re.search(r"没|未|不", match[0])):
            paid_at_home = not paid_at_home
        if paid_at_home is not None:
            yield from _taxpayer(page, match, paid_at_home, 2)
    if banks:
        yield from _lenders(page, home)


def _works_at(page: Page, home: str | None) -> Findings:
    """Where the enterprise works, told with the name of the place: at home, or all of it somewhere else."""
    for code, start, end in places.named(page):
        first = page.index(start)
        while first > 0 and page.clauses[first - 1].closing == "、":  # 人、账、税都在海淀
            first -= 1
        lead = page.text[page.clauses[first].start : start]
        behind = _RUN_AT_ZH.match(page.text, end) if lead.endswith("在") else None
        every = _ALL_AT_EN.search(lead)
        if every and _WHOLE.search(every[0]) and home and not (_within(code, home) or _within(home, code)):
            if not strangers(page, start) and not page.wished(page.index(start), start):
                yield Found("local_taxpayer", False, start, end, 1)
            continue
        ahead = _MEN_AT_ZH.search(lead) or _TAX_AT_EN.search(page.text, max(0, start - 120), start)
        if home is None or strangers(page, start) or not (behind or ahead) or page.wished(page.index(start), start):
            continue
        if _within(code, home) or _within(home, code):
            yield Found("local_taxpayer", True, start, behind.end() if behind else end, 1)
        elif ahead and re.search(r"都|全|all|both", ahead[0]):
            yield Found("local_taxpayer", False, start, end, 1)


def _taxpayer(page: Page, match: re.Match[str], here: bool, weight: int) -> Findings:
    standing = judge(page, match.start(), match.end(), ours=True)
    if standing is not Standing.SUPPOSED and not strangers(page, match.start()):
        value = None if standing is Standing.OPEN else here is (standing is Standing.STATED)
        value = False if value and _NO_TAX.search(match[0]) else value  # "pay no tax here"
        yield Found("local_taxpayer", value, match.start(), match.end(), weight)


def _paid_at_home(page: Page, match: re.Match[str], home: str | None) -> bool | None:
    """Whether the taxes are paid where we are; None where the words do not say where."""
    index = page.index(match.start())
    words = page.words(index)
    if _ELSEWHERE.search(words):
        return False
    first = index
    while first > 0 and page.clauses[first - 1].closing == "、":  # 在海淀注册、经营、纳税
        first -= 1
    start_of, end_of = page.clauses[first].start, page.clauses[index].end
    named = [code for code, start, end in places.named(page) if start_of <= start and end <= end_of]
    behind = [
        code
        for code, start, end in places.named(page)
        if match.end() <= start and end <= end_of and _TO_PLACE.fullmatch(page.text, match.end(), start)
    ]
    inside = [code for code, start, end in places.named(page) if match.start() <= start and end <= match.end()]
    behind = behind or inside  # 税在朝阳交
    if not behind and _POINTS.search(page.text, match.start(), min(page.clauses[index].end, match.end() + 8)):
        return _pointed_home(page, match, home)  # "staff and lab are in Changping and we pay taxes there"
    if behind:
        named = behind[:1]  # "registered in Haidian but pay our taxes in Chaoyang"
    if named:
        return home is None or any(_within(code, home) or _within(home, code) for code in named)
    return _pointed_home(page, match, home) if _HERE.search(words) else None


def _pointed_home(page: Page, match: re.Match[str], home: str | None) -> bool | None:
    """Whether "there" is where we are: it points back to the place named last, which may be where we only work."""
    index = page.index(match.start())
    clause = page.clauses[index]
    said = _POINTS.search(page.text, clause.start, clause.end)
    if home is None or said is None:
        return True
    named = [(code, start) for code, start, end in places.named(page) if end <= said.start()]
    named = [one for one in named if clause.sentence - page.clauses[page.index(one[1])].sentence < _BACK]
    if not named:
        return True
    code, start = named[-1]
    if _within(code, home) or _within(home, code):
        return True
    ours = _WE_WORK.search(page.words(page.index(start))) and not strangers(page, start)
    return False if ours and not page.wished(page.index(start), start) else None


def _lenders(page: Page, home: str | None) -> Iterator[Found]:
    for match in _LENDER_SITS.finditer(page.text):
        if not strangers(page, match.start()) and not page.wished(page.index(match.start()), match.start()):
            said = page.text[page.clauses[page.index(match.start())].start : match.start()]
            yield Found("lender_in_district", None if _WHETHER.search(said) else False, match.start(), match.end(), 3)
    for match in _LOCAL_BANK.finditer(page.text):
        yield from _lender(page, match.start(), match.end(), True)
    for code, start, end in places.named(page):
        behind = _BANK_BEHIND.match(page.text, end)
        before = _BANK_BEFORE.search(page.text, max(0, start - 40), start)
        if behind is None and before is None:
            continue
        if home is not None and _within(home, code) and home != code:
            continue  # a bank of the city: of which district is not said
        inside = code.endswith("/haidian") if home is None else _within(code, home)
        if inside or home is not None or code.startswith("CN-11/"):
            yield from _lender(page, start, behind.end() if behind else end, inside)


_RULE = lazy(
    r"必须|须|要求|规定|(?<![a-z])(?:has to|have to|must|should|needs? to|ought to|leaflet|rules?|"
    r"only if|whether|which)(?![a-z])"
)


_WHETHER = lazy(r"(?<![a-z])whether(?![a-z])[^.;]{0,60}$")
_OR_ELSEWHERE = lazy(
    r"(?:的?[支分]?行)?,?(?:还是|抑或是?|或者?是?)(?:[在从]?(?:别|外|其他|其它|另|异|哪|朝阳|西城|东城|丰台))|"
    r",? or (?:one|another|elsewhere|somewhere|an? (?:bank|branch)|outside)(?![a-z])"
)
"""An open choice: 是海淀的支行还是外区的, "whether it was a Haidian branch or one in another district"."""
_TURNED_AWAY = lazy(r"(?<![a-z])(?:refused|declined|rejected|turned (?:us|it) (?:down|away)|sent us away)(?![a-z])")


def _lender(page: Page, start: int, end: int, inside: bool) -> Iterator[Found]:
    index = page.index(start)
    if _RULE.search(page.words(index)) or _TURNED_AWAY.search(page.words(index)):
        return  # "the lender has to be stationed in the district"
    if not _LENT.search(page.text) or page.wished(index, start) or strangers(page, start):
        return
    standing = judge(page, start, end, ours=True)
    if standing is Standing.SUPPOSED:
        return
    either = standing is Standing.OPEN or _OR_ELSEWHERE.match(page.text, end)
    value = None if either else inside is (standing is Standing.STATED)
    yield Found("lender_in_district", value, start, end, 2)


def _within(code: str, whole: str) -> bool:
    return code == whole or code.startswith(f"{whole}/")
