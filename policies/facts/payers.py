"""Who has to pay: `payer_kind`, `payer_state_owned`. A kind counts where its sentence says that it owes or must pay."""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_PAYER: tuple[tuple[str, str | None, bool | None, re.Pattern[str]], ...] = (
    (
        "department",
        "department",
        None,
        lazy(
            r"(?:教育|住建|水务|财政|交通|卫健|城管|环保|公安|科技|工信|农业农村|民政|"
            r"文旅|税务|园林|水利|应急|人社|市政管理|体育|统计|林业|商务|市监|规划)(?:管理)?(?:局|"
            r"厅|委)|区政府|市政府|县政府|镇政府|街道办|街道办事处|管委会|区公所|(?<!审计)机关(?!审计|、事业)|"
            r"政府部门|(?<![\u4e00-\u9fff])(?:区|市|县)局|[区市县镇]里(?=欠|拖)|"
            r"(?<![a-z])(?:(?:education|housing|water|finance|transport|health|county|"
            r"district|city|municipal|town|township|culture|police|environment\w*|agricultur\w*)\s(?:\w+\s)?(?:bureau|"
            r"department|government|commission|council|authority)|government (?:department|"
            r"office|agency|bureau)|local government|bureau|town hall|council)(?![a-z])"
        ),
    ),
    (
        "institution",
        "institution",
        None,
        lazy(
            r"公立医院|[市县区省]?(?:人民|中心|中医|妇幼|第[一二三四五]|县|市|区)+医院|保健院|卫生院|"
            r"医院|公立学校|公[办立](?:小学|中学|高中|学校|幼儿园|学院|大学)|(?:小学|中学|高中|大学|学院|学校|幼儿园)(?=[\u4e00-\u9fff]{0,6}(?:欠|"
            r"拖|没付|还没|不付|未付|收了?货|的[\u4e00-\u9fff]{0,4}款))|事业单位|研究院|疾控中心|"
            r"[市县区]?[一二三四五六七八九十]中(?=[\u4e00-\u9fff]{0,4}(?:欠|拖|没付|还没|不付))|图书馆|博物馆|"
            r"(?<![a-z])(?:(?:public|county|"
            r"city|municipal|state|people's|district)\s(?:hospital|school|university|"
            r"college|library|museum|institution)|hospital|school|university|public institution)(?![a-z])"
        ),
    ),
    (
        "state",
        "large-enterprise",
        True,
        lazy(
            r"央企|(?:大型)?国企|国有(?:控股|独资)?(?:企业|公司|集团)|国资|国有大?型?企业|城投|"
            r"(?<![a-z])(?:state[- ](?:owned|controlled)(?: (?:enterprise|"
            r"company|firm|group|builder|giant))?|soe|central (?:state )?enterprise|state enterprise)(?![a-z])"
        ),
    ),
    (
        "large",
        "large-enterprise",
        None,
        lazy(
            r"大型企业|民营大企业|大企业|大厂|上市(?:公司|集团|企业|车企|[\u4e00-\u9fff]企)|五百强|500强|龙头(?:企业)?|大集团|大公司|"
            r"大客户|(?<![a-z])(?:large (?:company|enterprise|firm|corporation|group|"
            r"manufacturer)|listed company|fortune 500|big (?:company|corporation|platform|"
            r"group)|multinational|(?:by|from|with) an? large (?:[\w-]+ ){1,3}?(?:group|company|enterprise|corporation|"
            r"manufacturer))(?![a-z])"
        ),
    ),
)
_PRIVATE = lazy(
    r"民营|民企|私企|私营|外企|外资|(?<![a-z])(?:private(?:ly[- ](?:owned|held))? (?:company|firm|enterprise|group)|"
    r"privately (?:held|owned)|foreign-owned)(?![a-z])"
)
_OF_PRIVATE = lazy(r"(?:民营|私立|民办|私人|外资|合资)[\u4e00-\u9fff]?$|(?<![a-z])private\s$")
"""A hospital or school of private owners is no public institution."""
_OWES = lazy(
    r"欠|拖|没付|未付|没给|没回|不付|不给|还没|压着|压了|应收|货款|款|账期|确权|付款|(?<![a-z])(?:owes?|owed|overdue|"
    r"unpaid|pay|paid|payers?|settle\w*|behind with us|waiting for|"
    r"debtors?|late|confirm\w*|invoice|receivable)(?![a-z])"
)
_CLAIM = lazy(
    r"欠|拖[着了]|应收|货款|尾款|工程款|账款|款项|项目款|账期|[没未不](?:有|肯|愿)?[付给结]|没下来|没到账|收不[回到]|回款|催款|确权|"
    r"确认(?:债权|账款|这笔)|压着|压了|赖|审计|"
    r"(?<![a-z])(?:owe[sd]?|owing|unpaid|overdue|outstanding|receivables?|invoices?|arrears|"
    r"(?:n't|not|yet to|never|nor)(?: \w+){0,2} (?:paid|pay|settled?)|payers?|"
    r"debtors?|late|behind with us|should have (?:been )?(?:paid|settled)|(?:was|were|fell|came) due|due (?:in|on|by)|"
    r"still not (?:here|in|paid)|waiting for|payment terms?|the claim|"
    r"acknowledge|to confirm|pay (?:us|within|after)|pays (?:us|within|after)|audit\w*)(?![a-z])"
)
_OF_CREDIT = lazy(
    r"贷|借|还款|利息|本息|月供|付息|欠息|(?<![a-z])(?:loans?|borrow\w*|instal\w+|interest|repa\w+|lent|principal)(?![a-z])"
)
_OFFICE_AT_WORK = lazy(
    r"合作|名单|名册|认定|审定|立项|批下|批准|补[助贴]|资助|称号|入库|下属|列入|列为|来检查|检查过|查处|查封|处罚|罚[了款]|"
    r"(?<![a-z])(?:partners?|list\w*|recogni[sz]\w+|subsid\w+|refund\w*|programme|scheme|named|confirmed in writing|"
    r"register\w*|appoint\w*|title)(?![a-z])"
)
"""An office that lists, approves or subsidises is no payer, unless its clause says that it owes."""
_OWES_PLAINLY = lazy(
    r"欠(?!息)|拖[着欠了]|没付|未付|货款|工程款|(?<![a-z])(?:owe[sd]?|owing|unpaid|overdue|invoices?)(?![a-z])"
)
_IS_CLIENT = lazy(
    r"\s(?:is|was|being) (?:the|our) (?:client|customer|buyer|payer|debtor)(?![a-z])|"
    r"(?:是|为)(?:我们的?)?(?:甲方|客户|付款方|买方|采购方)"
)
_DEBTOR = (
    r"(?:(?:欠款|欠钱|付款|欠账|债务|拖欠|欠)(?:我们)?(?:货款|尾款|工程款|钱)?(?:的|方|人|单位)|对方|客户|买家|买方|采购方|"
    r"甲方|"
    r"(?<![a-z])(?:debtor|payer|"
    r"customer|client|buyer)(?: (?:who|that|which) owes us)?)"
    r"[^,。;.我]{0,4}(?:是|也是|属于|is|are|was)\s?(?:一?[家个位名]|an? |just |only |another )?"
)
_TOLD = lazy(r"(?<![a-z])(?:said|made) (?:so|as much|it known|that known) to (?:the |an? )?$")
"""Ahead of whom we told of our size when we signed."""
_SMALL = r"(?:小公司|小企业|中小微?企业|小微企业|小型企业|微型企业|小厂|小店)"
_SMALL_EN = r"(?:small(?:er)? (?:company|firm|business|shop|enterprise)|smes?|micro[- ](?:firm|business|enterprise))"
_SMALL_HOUSE_EN = (
    r"(?:(?:private|family|little|tiny|corner|small|neighbourhood)[- ](?:\w+ )?(?:shop|store|caf[eé]|restaurant|salon|"
    r"workshop|bakery|nursery|studio|farm|pub|school)(?: (?:with|of) [\w-]+ (?:employees|people|staff|waiters|"
    r"teachers))?)"
)
_ITSELF_SMALL_EN = (
    rf"(?:which|who|that|and|it)(?: [\w]+){{0,6}}? (?:is|was) (?:itself|also|likewise|too) (?:an? |of ){_SMALL_EN}|"
    rf"is an? (?:\w+ )?{_SMALL_EN} (?:too|as well|itself|like (?:us|ourselves))|"
    rf"(?:buyer|customer|client|payer|debtor), (?:itself |also |likewise |too )?an? (?:\w+ )?{_SMALL_EN}"
)
_OURS_AHEAD = lazy(
    r"(?<![a-z])(?:our|my|(?:we|i) (?:are|am|run|own|manage) an?) (?:own )?(?:[\w-]+ ){0,3}?(?:shop|firm|company|"
    r"business|studio|house|workshop|enterprise|factory|plant|works)(?: (?:in|of|with) [\w ,-]{1,30}?)?,? $"
)
"""Ahead of "which is itself a small enterprise": the house is ours."""
_PERSONAL = r"(?:个人|私人|个体户|自然人|私人老板|个体老板|散户)"
_PERSONAL_EN = r"(?:private (?:person|individual|customer)|individual|natural person|sole trader)"
_OWES_NOW = r"(?=[\u4e00-\u9fff]{0,5}(?:欠|拖|不付|没付|未付|没给|不给|赖))"
_OWES_EN = r" (?:still |that |who |which |has not |hasn't |never )*(?:owes?|paid|pays?|is late)"
_IN_DEBT = lazy(r"(?<![a-z])(?:debts?|due in [a-z]+|still not (?:here|paid|in))(?![a-z])")
_LITTLE = (
    (
        "sme",
        lazy(
            rf"{_DEBTOR}(?:{_SMALL}|{_SMALL_EN}|{_SMALL_HOUSE_EN})|{_SMALL}{_OWES_NOW}|"
            rf"(?<![a-z])(?:(?:{_SMALL_EN}|{_SMALL_HOUSE_EN}){_OWES_EN}|{_ITSELF_SMALL_EN})"
        ),
    ),
    (
        "person",
        lazy(rf"{_DEBTOR}(?:{_PERSONAL}|{_PERSONAL_EN})|{_PERSONAL}{_OWES_NOW}|(?<![a-z]){_PERSONAL_EN}{_OWES_EN}"),
    ),
)
_SUPPLIED = lazy(
    r"交付|交货|交了货|收(?:了|的|到)货|供货|供了|送货|发货|卖给|供给|承建|施工|装修|改造|安装|建了|修了|(?<![a-z])(?:deliver\w*|suppl(?:y|ied|ies)|shipped|sold|"
    r"built|installed|provided)(?![a-z])"
)
_HOUSEHOLDER = lazy(
    r"(?:合同|协议|订单)[^,。;]{0,8}?(?:跟|和|与|同)(?:他|她|屋主|房东|业主|老板)?(?:个人|本人|私人)签|(?:跟|和|与|"
    r"同|帮|给|替|为)(?:一[位个名])?(?:屋主|房主|户主|私人业主|"
    r"住户|个人客户|个人业主|自然人)|(?:屋主|房主|户主|住户|个人客户|自然人)[^,。;]{0,10}?(?:欠|拖|没付|不付|没给|"
    r"不给|赖)|"
    r"(?:付款方|对方|客户|欠款的?|买家|甲方)(?:只|就)?是(?:一?[位个名])?(?:个人|自然人|私人|普通人|屋主|房主|"
    r"家庭)(?!独资|企业|公司)|"
    r"(?<![a-z])(?:(?:home|house|flat)[- ]?owners?|householders?|private (?:home|house|flat|client|customer|person|"
    r"individual|buyer)s?|"
    r"(?:contract|agreement|order) (?:is |was |being )?(?:\w+ )?(?:with|signed by|in the name of) (?:him|her|"
    r"the owner|a person|an individual)"
    r"(?: personally| in person| as a private| himself| herself)?|(?:a|an|one) (?:natural person|individual)|"
    r"signed (?:it )?(?:personally|"
    r"as a private \w+)|(?:a|her|his) (?:retired|young|elderly) (?:couple|teacher|doctor|man|woman|lady))(?![a-z])"
)
_FIRM_AFTER = lazy(r"(?:委员会|协会|公司|大会)|(?:'s)? (?:association|committee|company|council)")


_WE_OWE = lazy(
    r"(?:我们|我司|我公司|(?<![\u4e00-\u9fff])公司|本公司|咱们?|我厂|(?<![a-z])we(?:'ve)?(?![a-z]))\s?"
    r"(?:自己|还|也|现在|一直|目前|总共|一共|又|倒|反而|因此|所以|只好|仍|also|still|now|currently|ourselves|"
    r"in turn|have|then|\s){0,3}"
    r"(?:拖?欠(?!条|款方|钱方)(?!了?着?我)|拖着?(?!了?我)[^,。;我]{1,10}(?:款|钱|账)|"
    r"(?:没有?|未|没能)(?:付|给|结)(?!我)[^,。;我]{0,6}(?:供应商|供货商|房东|工人|员工|上游|厂家)|"
    r"owe(?![ds]? us)(?![a-z])|(?:haven't|have not|hasn't|not) (?:yet )?paid (?:to )?(?:our|the|a|any|one) )|"
    r"(?:供应商|供货商|上游)的?[^,。;我]{0,6}(?:款|钱|账)[^,。;]{0,6}我们[^,。;]{0,4}(?:没|未|欠|拖)|"
    r"(?<![a-z])(?:we are|we're) (?:\w+ )?(?:in arrears|late|behind) (?:with|to|on) (?:our |a |the )?"
    r"(?:supplier|payment)|"
    r"(?:owed|owing) by us(?![a-z])"
)
_OWES_US = lazy(
    r"(?:欠|拖|差|该|没付|未付|没给|不付|不给)(?:了|着|欠)?(?:我们|我司|我公司|咱们?)|"
    r"(?<![a-z])(?:owe[sd]?|owing|paid|pays?|paying) us(?![a-z])|"
    r"(?:客户|买家|甲方|采购方|对方|买方)[^,。;我]{0,8}(?:欠|拖|没付|不付|未付|没给)"
)


def our_debt(page: Page, index: int) -> bool:
    """Whether a clause speaks of what we owe: the nearest debt told before it in its sentence is ours, or behind it."""
    number = page.clauses[index].sentence
    near = [index, *range(index - 1, max(-1, index - 9), -1), *range(index + 1, min(len(page.clauses), index + 9))]
    for place in near:
        if page.clauses[place].sentence == number:
            words = page.words(place)
            if _OWES_US.search(words):
                return False
            if _WE_OWE.search(words):
                return True
    return False


_OWED_WORDS = lazy(
    r"欠|拖|押|压|应收|没付|未付|没给|没有?结|收不|款|账|(?<![a-z])ow(?:e|ing)|outstanding|unpaid|receivable|invoice|arrears|"
    r"paid|bill|waiting|behind"
)
_SUPPOSED = lazy(r"如果|假如|要是|(?<![a-z])if(?![a-z])")
_NEVER_OWED = lazy(
    r"(?:没有?|未|不|从未)(?:拖)?欠(?:过|人|谁|任何)|(?<![a-z])(?:never|not) (?:once )?owe[sd]?(?![a-z])"
)


def owed_to_us(page: Page, index: int) -> bool:
    """Whether a sum in a clause is a claim of ours: not a debt of ours, not supposed, not denied."""
    words = page.words(index)
    if _SUPPOSED.search(words) or _NEVER_OWED.search(words) or our_debt(page, index):
        return False
    return _OWED_WORDS.search(page.sentence(index)) is not None


def _claimed(page: Page) -> bool:
    """Whether the text tells of a claim of ours; what is said of a loan tells of none."""
    return any(not _OF_CREDIT.search(page.words(page.index(match.start()))) for match in _CLAIM.finditer(page.text))


def find(page: Page) -> Findings:
    """The payer's kind and whether the state owns it; nothing where nobody owes us."""
    if not _claimed(page):
        return
    for place, (_, kind, state, pattern) in enumerate(_PAYER):
        for match in pattern.finditer(page.text):
            if not _pays(page, match):
                continue
            if kind == "institution" and _OF_PRIVATE.search(page.text, max(0, match.start() - 4), match.start()):
                continue
            denied = judge(page, match.start(), match.end(), ours=True) in (Standing.DENIED, Standing.OPEN)
            if kind and not denied:
                yield Found("payer_kind", kind, match.start(), match.end(), 10 - place)
            if state:
                yield Found("payer_state_owned", not denied, match.start(), match.end())
    for kind, pattern in _LITTLE:
        for match in pattern.finditer(page.text):
            words = match[0]
            told = page.text if words.isascii() else page.sentence(page.index(match.start()))
            if _OURS_AHEAD.search(page.text, max(0, match.start() - 90), match.start()):
                continue
            if not re.search(r"(?:不是|不属于|not|isn't)", words) and (_OWES.search(told) or _IN_DEBT.search(told)):
                yield Found("payer_kind", kind, match.start(), match.end(), 12)
    for match in _HOUSEHOLDER.finditer(page.text):
        if _OWES.search(page.text) and not _FIRM_AFTER.match(page.text, match.end()):
            yield Found("payer_kind", "person", match.start(), match.end(), 12)
    for match in _PRIVATE.finditer(page.text):
        index = page.index(match.start())
        if _OWES.search(page.sentence(index)) and judge(page, match.start(), match.end(), ours=True) is Standing.STATED:
            yield Found("payer_state_owned", False, match.start(), match.end())


def _pays(page: Page, match: re.Match[str]) -> bool:
    """The sentence speaks of a debt, and the words are neither a bank nor the office that one complains to."""
    index = page.index(match.start())
    words = page.words(index)
    if _IS_CLIENT.match(page.text, match.end()) or _TOLD.search(page.text[max(0, match.start() - 40) : match.start()]):
        return True
    if _OFFICE_AT_WORK.search(words) and not _OWES_PLAINLY.search(words):
        return False
    if not _CLAIM.search(page.sentence(index)) and not (_SUPPLIED.search(words) and _OWES.search(page.text)):
        return False
    before = page.text[max(0, match.start() - 24) : match.start()]
    return not (
        re.search(r"银行|bank", page.text[match.start() : match.end() + 2])
        or re.search(r"(?:投诉|向)[^,。;]{0,10}$|complain\w* to\s(?:the\s)?$", before)
    )
