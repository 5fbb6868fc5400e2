"""Cover of another kind than technology's, told as what was bought: vans, fire, the staff's health.

A premium for it is none of technology insurance, whoever the insurer is. Cover of the people or the equipment of
research is technology's, and contributions to social insurance are no policy at all.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found, number
from policies.facts.insurance import KINDS
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import SUPPOSITION
from policies.patterns import lazy

_CARS_ZH = r"(?:机动车|[小货客轿叉卡汽]车|面包车|送货车|商务车|车辆|车队|车子|几[台辆]车|[台辆]车|冷藏车|运输车)"
_BRANDS_ZH = (
    r"(?:(?:[几两一二三四五六七八九十\d]+[台辆部]|老板的?|总的?|公司的?)"
    r"(?:奥迪|宝马|奔驰|特斯拉|大众|丰田|比亚迪|别克|本田|五菱|路虎|保时捷))"
)
_STAFF_ZH = r"(?:员工|职工|工人|司机|同事|全员|全公司的?人|大家|工友|伙计|雇员)"
_PREMISES_ZH = r"(?:厂房|办公楼|写字楼|仓库|宿舍|办公室|门面|库房|存货|库存)"
_COVER_EN = r"(?:insurance|cover(?:age)?|polic(?:y|ies)|plans?|premiums?|scheme)"
_CARS_EN = (
    r"(?:cars?|vans?|trucks?|lorr(?:y|ies)|vehicles?|fleet|audis?|bmws?|mercedes|teslas?|toyotas?|volkswagens?|"
    r"pick-?ups?|forklifts?)"
)
_STAFF_EN = r"(?:staff|employees?|workers?|workforce|drivers?|personnel|colleagues|people|team)"
_PREMISES_EN = r"(?:(?:factory |office |plant )?buildings?|warehouses?|premises|offices?|workshops?|stock|inventory)"
_ADJECTIVES = r"(?:(?!research|r&d|lab|technology|test|key)[\w'-]+ ){0,3}?"
_OTHER = lazy(
    r"公众责任[^,。;]{0,8}险|(?:种植|养殖|农业|大棚|冰雹|干旱|家财|家庭财产)[^,。;]{0,6}险|"
    rf"{_BRANDS_ZH}[^,。;研]{{0,6}}(?:买|投|上|办|保)[^,。;研科]{{0,10}}?险|"
    rf"(?:[给为替帮]|向)[^,。;研]{{0,4}}{_STAFF_ZH}[^,。;研]{{0,3}}[买投上]了?(?:商业|补充)?医疗(?=[,。;]|$)|"
    r"车险|车保(?!养|持|护|修|证|管)|交强险|三者险|车损险|(?:机动车|货车|汽车|车辆|车队|几[台辆]车|车子)[^,。"
    r";]{0,6}险|团保|医疗保(?!健|障)|火灾?险|火灾[^,。;]{0,4}险|企财险|"
    rf"{_PREMISES_ZH}[^,。;研]{{0,6}}险|(?:团体|补充|商业|员工|职工)?(?:医疗|健康)(?:保险|险)(?!科技|公司|平台|软件|"
    rf"系统)|(?:团体|员工|职工)?意外(?:伤害)?(?:保险|险)|"
    r"(?:人寿保险|寿险|重疾险|团体?险|年金险)(?!公司)|雇主[^,。;]{0,4}险|员工险|(?:旅行|旅游|差旅)[^,。;]{0,2}险|"
    r"货[运物][^,。;]{0,4}险|运输[^,。;]{0,2}险|公众责任险|补充医疗|"
    rf"(?:[给为替帮]|向)(?:我们|公司|厂里|全体|所有|全部|那|这|的|\d+|[几十一二三四五六七八九两多]|名|个|位|辆|台|部|"
    rf"成班|班|"
    rf"送货|运货|物流|办公用|日常){{0,7}}(?:{_CARS_ZH}|{_STAFF_ZH}|{_PREMISES_ZH})"
    r"(?:统一|都|全|另外|再|加)*(?:买|投|上|办|入|购|保)[^,。;研科]{0,10}?(?:险|保(?!费|证|单))(?!公司)|"
    rf"(?<![a-z])(?:premium[^.;]{{0,40}} for (?:the |our |my |all )+{_ADJECTIVES}{_CARS_EN}|"
    rf"(?:crop|hail|harvest|livestock|household|"
    rf"car|motor|vehicle|auto(?:mobile)?|truck|van|lorry|fleet|fire|flood|building|premises|"
    rf"contents|medical|health(?:care)?|dental|life|accident|travel|cargo|freight|transit|marine|public[- ]liability|"
    rf"employers?'?s?'?[- ]liability|workers'? compensation|staff|employees?|group life)(?:[ -](?!for|of|to)[a-z]+)"
    rf"{{0,2}}? {_COVER_EN}|insur(?:e[sd]?|ing) (?:all )?(?:of )?(?:the |our |its |my |all |\d+ |two |three |four |"
    rf"five |six |ten )*{_ADJECTIVES}(?:{_CARS_EN}|{_STAFF_EN}|{_PREMISES_EN})|"
    rf"{_COVER_EN} (?:for|on|of|over|covering|that covers) (?:all )?(?:of )?(?:the |our |its |my |all |\d+ )*"
    rf"{_ADJECTIVES}(?:{_CARS_EN}|{_STAFF_EN}|{_PREMISES_EN})|"
    rf"(?:covers?|covered|covering|protects?) (?:the |our |its |my |all )+{_ADJECTIVES}"
    rf"(?:{_CARS_EN}|{_STAFF_EN}|{_PREMISES_EN})(?= against| for| in case|[,.;]| when| with| and)|"
    rf"(?:took|taken|takes) on (?:the |our |all |\d+ |two |three |four |five )*{_ADJECTIVES}{_CARS_EN}|"
    rf"(?:{_CARS_EN}|{_PREMISES_EN}) (?:is|are|was|were|have been|has been) (?:\w+ )?insured)(?![a-z])"
)
_RESEARCH = lazy(
    r"开发|研发|科研|研究|实验|试验|检测设备|首台套|专利|成果|核心技术|技术骨干|技术人员|工程师|科学家|产品责任|"
    r"产品质量|网络安全|数据|"
    r"(?<![a-z])(?:r&d|development|research\w*|laborator\w+|labs?|scientists?|engineers?|patents?|innovation|"
    r"prototypes?|product|"
    r"cyber|trials?|key (?:people|staff|personnel|equipment))(?![a-z])"
)
"""Beside these the people and the things insured may be those of research, whose cover is technology's."""
_SPENT = lazy(
    r"研发(?:投入|费用?|占|支出|强度|经费|人员占)|(?<![a-z])(?:r&d|research) (?:share|spending|intensity|costs?|"
    r"ratio|outlay)(?![a-z])"
)
"""What a firm spends on research tells nothing of what it insures."""
_CYBER = lazy(
    r"(?:网络安全|数据安全|产品责任|产品质量)[^,。;]{0,4}险|(?<![a-z])(?:cyber\w*|data|product[- ]liability) (?:\w+ "
    r")?(?:insurance|cover|policy)"
)
_NOT_OURS = lazy(
    r"[^,。;?]{0,3}?(?:不是|不归|不由|没有?在|没有?买|没有?投|另外?买|是另|不在)|"
    r"(?:(?! and| but)[^,.;?]){0,12}? (?:is|are|was|were)(?: not|n't) (?:ours|in|part|from|with|bought)"
)
_NO = lazy(
    r"(?:没有?|未|不是|并非|不含|不包括?|除了?|除去|不算|而非|不属于?|扣除|别|不再|退了?)[^,。;]{0,6}$|"
    r"(?<![a-z])(?:not|no|never|without|rather than|other than|excluding|except(?: for)?|instead of|apart from|"
    r"besides|"
    r"neither|nor|beside)(?: [\w'-]+){0,4} $|n't(?: [\w'-]+){0,4} $"
)
_BESIDE = lazy(
    r"另外|另有|另买|还有|此外|同时还|也(?=买|投|上|办|给|有)|以及|"
    r"(?<![a-z])(?:also|besides|separately|as well as|in addition|apart from|another|and (?:the )?other)(?![a-z])"
)
_WRITTEN = lazy(
    r"承保|(?<![a-z])(?:we|i|insurers?)(?: \w+){0,3}? (?:insured?|wrote|write|underw\w+|covered|issued)(?![a-z])"
)
"""What an insurer wrote for a customer is its own business."""
_EITHER = lazy(r"还是|或者|要么|(?<![a-z])(?:either|whether|or)(?![a-z])")
_GUESSED = lazy(r"可能|也许|或许|大概|(?<![a-z])(?:might|may|perhaps|maybe|possibly|probably|either)(?![a-z])")
_DEAL = lazy(
    r"买|投保|投了|保了|上了|办了|入了|交|付|花|缴|续|购|保费|保险费|保单|承保|投的|"
    r"(?<![a-z])(?:paid|pay|bought|buy|took|take|taken|insur\w+|premiums?|cost|costs|spent|policy|policies|cover\w*|"
    r"purchased|renewed|signed)(?![a-z])"
)
_NOT_HELD_BEFORE = lazy(
    r"(?:不是|不属于?|不算|没有?买?|没投|未投|算不?算?|是不是|是否|属于?|按|当作?|作为|并非|领|拿|申请|享受|政策|"
    r"有没有|能否)(?:什么|任何|是|为|到|过|得上|宁夏|自治区|苏州|的|个){0,3}$|"
    r"(?<![a-z])(?:not|no|never|count(?:s|ed)? as|qualif\w+ (?:as|for)|as|under|treated as|like|rather than|"
    r"instead of|is"
    r" (?:it|this|that)|for the|about the|of the|the region's|ningxia's|the city's|suzhou's)(?: an?| any| the)? $|"
    r"n't "
    r"(?:\w+ ){0,2}$"
)
_NOT_HELD_BEHIND = lazy(
    r"(?:的)?(?:保费)?(?:的)?(?:补|政策|资助|奖|范围|名单|吗|支持)|"
    r" (?:premiums? )?(?:subsid\w*|scheme|programme|support|grants?|aid|help|refunds?|rebates?|rules?|policy is)"
    r"(?![a-z])"
)
_SUM_NEAR = 70
_NOT_PREMIUM = lazy(
    r"保险金额|保额|赔|贷款|收入|营收|销售|资产|利润|注册资本|工资|借|研发投入|"
    r"(?<![a-z])(?:sums? insured|insured (?:sum|amount|value)|claims?|loans?|borrow\w*|revenue|sales|turnover|"
    r"assets|profits?|capital|wages|salar\w+|r&d)(?![a-z])"
)
_ASKED = lazy(
    r"补|报销|退|返|攞|[拿领]回|资助|"
    r"(?<![a-z])(?:subsid\w*|refund\w*|back|reimburs\w*|support\w*|aid|grants?|how much)(?![a-z])"
)
_SIGNS = ("险", "保费", "保单", "医疗", "insur", "polic", "cover", "premium", "plan")


def find(page: Page) -> Findings:
    """`technology_insurance` no where all that was bought is of another kind, and the `premium_cny` of it where that is
    to be subsidised: the premium that is asked for, and that brings nothing."""
    text = page.text
    if not any(sign in text for sign in _SIGNS) or _OTHER.search(text) is None or _bought_technology(text):
        return
    for match in _OTHER.finditer(text):
        index = page.index(match.start())
        clause, sentence = page.clauses[index], page.sentence(index)
        lead = text[clause.start : match.start()]
        if _NOT_OURS.match(text, match.end()) or _NO.search(lead) or SUPPOSITION.search(lead) or _BESIDE.search(lead):
            continue
        if strangers(page, match.start()) and not _WRITTEN.search(lead):
            continue
        if _RESEARCH.search(_SPENT.sub("", sentence)) or _GUESSED.search(sentence) or not _DEAL.search(sentence):
            continue
        if _EITHER.search(page.words(index)):
            continue
        yield Found("technology_insurance", False, match.start(), match.end(), 2)
        if _ASKED.search(text):
            yield from _premium(page, match)
        return


def _bought_technology(text: str) -> bool:
    """Whether technology's cover is told too, and not only denied, asked about or named as what is paid for."""
    return _CYBER.search(text) is not None or any(
        one["tech"] is not None
        and not _OTHER.search(one[0])
        and not _NOT_HELD_BEFORE.search(text, max(0, one.start() - _SUM_NEAR), one.start())
        and not _NOT_HELD_BEHIND.match(text, one.end())
        for one in KINDS.finditer(text)
    )


def _premium(page: Page, match: re.Match[str]) -> Findings:
    """The sum nearest to the words, if nothing else is what it stands for."""
    near = [
        one
        for one in page.quantities
        if one.kind == "cny"
        and not one.vague
        and match.start() - _SUM_NEAR < one.start < match.end() + _SUM_NEAR
        and not _NOT_PREMIUM.search(page.words(page.index(one.start)))
    ]
    if near:
        nearest = min(near, key=lambda one: abs(one.start - match.start()))
        yield Found("premium_cny", number(nearest.value), nearest.start, nearest.end, 0)
