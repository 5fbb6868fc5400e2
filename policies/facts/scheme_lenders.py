"""Who lends and to whom, where a text tells that it is another than a scheme asks: another bank, other borrowers, staff
who did not look.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scheme_loans import HEDGED, told
from policies.facts.scope import Page
from policies.facts.standing import SUPPOSITION
from policies.patterns import lazy

_XINJIANG = lazy(
    r"新疆|乌鲁木齐|乌市|昌吉|石河子|喀什|克拉玛依|库尔勒|哈密|伊犁|伊宁|阿克苏|吐鲁番|和田|兵团|"
    r"(?<![a-z])(?:xinjiang|urumqi|changji|shihezi|kashgar|karamay|korla|hami|aksu|turpan|bingtuan|ili)(?![a-z])"
)
_OTHER_BANK = (
    r"(?:工商银行|工行|农业银行|农行|(?<!中国人民)中国银行(?!业)|中行|交通银行|交行|招商银行|招行|邮储(?:银行|行)?|"
    r"邮政储蓄银行|民生银行|中信银行|光大银行|浦发(?:银行)?|"
    r"兴业银行|平安银行|华夏银行|广发银行|昆仑银行|新疆银行|乌鲁木齐银行|天山农商行|天山农商银行|农商行|农商银行|"
    r"(?:天山|昌吉|石河子|哈密|库尔勒|喀什|伊犁)农商|哈密市?商业银行|库尔勒银行|农信社|信用社|国开行|北京银行)"
)
_OTHER_BANK_EN = (
    r"(?:icbc|industrial and commercial bank(?: of china)?|agricultural bank(?: of china)?|abc bank|bank of china|"
    r"boc|"
    r"bank of communications|china merchants bank|postal savings bank|psbc|minsheng|china citic|everbright|spdb|"
    r"industrial bank|ping an bank|kunlun bank|bank of xinjiang|bank of urumqi|rural commercial bank|credit union)"
)
_NOT_CCB = lazy(
    rf"(?:找|向|从|跟|和|在|是|由|用|走|归)(?:的)?(?:是|了|过|的|中国|当地的?|本地的?)*{_OTHER_BANK}(?!没批|不批|"
    rf"没贷|不贷|拒)|"
    rf"{_OTHER_BANK}(?:的|给|那边|分行|支行|[^,。;?]{{0,6}}支行)?(?:已经|已|也|都)?(?:答应|同意|承诺)?(?:给|借|"
    rf"俾)?(?:我们|我哋|公司)?"
    r"(?:贷|放款|放(?=了|\d)|借|批|授信)|"
    r"(?:贷款|放款|借款)(?:的)?(?:银行|行)?[^,。;?]{0,6}?(?:不是|并非)(?:中国)?(?:建行|建设银行)|"
    r"(?:没有?|不|未)(?:找|去|用|在|向)(?:过)?(?:中国)?(?:建行|建设银行)|"
    rf"(?<![a-z])(?:(?:from|with|at|by|of|to|through|via|is|was) (?:the |our |a )?(?:local )?{_OTHER_BANK_EN}|"
    rf"{_OTHER_BANK_EN}(?:'s)? (?:\w+ ){{0,3}}?(?:loan|lent|lends?(?! nothing)|credit|approved|granted|gave)|"
    r"(?:not|n't|never|other than|rather than)(?: \w+){0,3}? (?:ccb|china construction bank|construction bank))"
    r"(?![a-z])"
)
_OLD_BANK = lazy(
    r"账户|帐户|户头|基本户|开户|结算|工资|流水|往来|太贵|利[率息](?:太)?高|换|到期|还清|还完|以前|之前|原来|旧|转|改|"
    r"没给|没批|批不下|不批|拒|不肯|"
    r"(?<![a-z])(?:accounts?|wages|salar\w+|payroll|paid through|ends?|ending|expir\w+|runs out|repaid|paid off|old|"
    r"earlier|previous\w*|formerly|switch\w*|dear|expensive|chang\w+|replac\w+|refinanc\w+|turned down|refus\w+|"
    r"declin\w+|lent nothing|no longer|instead)(?![a-z])"
)
"""The other bank keeps the account, refused, or lent what is at its end."""
_CCB = lazy(r"建行|建设银行|(?<![a-z])(?:ccb|construction bank)(?![a-z])")
_NOT_TO_CCB = lazy(
    r"(?:不是|并非|没有?|不|未)(?:找|去|用|在|向)?(?:过)?(?:中国)?(?:建行|建设银行)|(?<![a-z])(?:not|n't|never|"
    r"other than|rather than)(?: \w+){0,3}? (?:ccb|china construction bank|construction bank)(?![a-z])"
)
_NPL = lazy(r"不良|坏账率|容忍度|(?<![a-z])(?:npls?|non-performing|bad[- ]loans?|bad[- ]debts?|tolerance)(?![a-z])")
_LARGER = lazy(
    r"(?:给|对|向|是|的|都是|主要是|面向|投向|借给|贷给)(?:的)?(?:一?些|那些|几家)?(?:大中型|大型|中型|规模(?:较|"
    r"比较)?大的)(?:的)?"
    r"(?:科技|科创|高新|高科技|制造|民营|国有)?(?:型)?(?:企业|公司|客户|集团)|"
    r"(?:大中型|大型|中型)(?:科技|科创|高新技术|高科技)(?:型)?(?:企业|公司|客户|集团)(?:的)?(?:贷款|不良|坏账)|"
    r"(?:科技|科创|高科技|高新)(?:型)?集团|上市(?:科技)?(?:公司|企业)(?:的|客户)*(?:贷款|不良)|(?:不是|并非)(?:小微|"
    r"小型|小微型)(?:科技)?(?:型)?(?:企业|公司|客户)|"
    r"(?<![a-z])(?:loans?|lending|credit|lend|lent|portfolio|book)(?: [\w'-]+){0,3}? (?:to|for|of|with) (?:the |"
    r"our |some "
    r")?(?:large|larger|big|bigger|medium|mid|mid-sized|medium-sized|large-scale|sizeable)(?:[ -](?!small)"
    r"[\w-]+){0,4}? "
    r"(?:firms?|compan\w+|enterprises?|clients?|groups?|borrowers?|businesses)(?![a-z])"
)
_NOT_TECH = lazy(
    r"(?:不是|并非|非|不属于?)(?:什么)?(?:科技|科创|高新|高科技)(?:型)?(?:小微)?(?:企业|公司|客户|类)|"
    r"(?:普通|传统|一般)(?:的)?(?:小微|中小微?|制造|商贸|餐饮|零售)(?:型)?(?:企业|商户|店|公司)?(?:的)?(?:贷款|不良)|"
    r"(?:专做|专门做|主要做|只做|主做|做的(?:都)?是)[^,。;?]{0,4}?(?:餐饮|餐馆|饭店|开店|个体|商贸|零售|服装店|"
    r"房地产|农户)|"
    r"(?:餐饮|零售|商贸|房地产|个体(?:工商)?户|住房|按揭|信用卡|消费)(?:企业|店|商户|类)?(?:的)?(?:贷款|不良)|"
    r"(?<![a-z])(?:not|n't|non)[ -](?:\w+ ){0,3}?(?:tech|technology|science)[ -](?:firms?|compan\w+|enterprises?|"
    r"clients?|"
    r"borrowers?|businesses)(?![a-z])|(?<![a-z])(?:restaurants?|shops?|retail\w*|mortgages?|credit[- ]cards?|"
    r"consumer|property developers?|traders?)(?: [\w'-]+){0,3}? (?:loans?|bad|npls?)(?![a-z])|(?<![a-z])(?:loans?|"
    r"lending|"
    r"credit|lends?) (?:only )?(?:to|for) (?:\w+ )?(?:restaurants?|shops?|retail\w*|traders?|property developers?|"
    r"hotels?)(?![a-z])"
)
_SMALL_TECH = lazy(
    r"小微科技|科技型?小微|小微型科技|小型科技|(?<![a-z])(?:small|micro)(?:[\w -]*?) tech|(?<![a-z])tech\w* (?:small|"
    r"micro|smes?)"
)

_APART = lazy(
    r"另算|另有|另外|单独|分开|不含|不包括|除了|(?<![a-z])(?:separate\w*|excluding|apart from|other banks?)(?![a-z])"
)
_NOT_OF_IT = lazy(
    r"(?:不是|并非|不含|不包括|非|不属于?)(?:什么|那些)?$|(?<![a-z])(?:not|never|excluding)(?: to| for)? $"
)
_SAID = lazy(
    r"(?:审计|检查组|总行|有人|领导|上级|他们|监管)[^,。;?]{0,6}?(?:说|称|认为|指|讲|怪)|"
    r"(?<![a-z])(?:auditors?|head office|inspectors?|they|somebody|someone|regulator)(?: \w+)? (?:says?|said|claims?|"
    r"claimed|"
    r"alleges?|alleged|thinks?)(?![a-z])"
)
"""What others hold against the officer is no fact yet."""
_NO_CHECKS = lazy(
    r"(?:没有?|未|没能)(?:按规定|认真|好好|真正|及时|完全){0,2}(?:做到?|履行|开展|进行|完成)?(?:任何|"
    r"过)?(?:勤勉)?(?:尽职|尽责|贷前|贷后|实地)(?:的)?"
    r"(?:调查|检查|走访|义务|职责|核查)?(?!免责)|(?:没有?|未)(?:去)?(?:实地|现场)(?:看|走访|核实|调查)|(?:没有?|"
    r"未)去过?(?:现场|企业|厂里)|尽(?:职)?调(?:查)?(?:的)?(?:报告|材料)?(?:都|全)?(?:是)?(?:照)?(?:抄|补做|编|复制|"
    r"套用|代写|造假)|(?:明知|帮着?|协助)[^,。;?]{0,10}?(?:造假|假材料|虚假)|"
    r"(?:跳过|省掉?|省略)了?(?:贷前|贷后|尽职)(?:调查|检查)|(?:收了?|拿了?)(?:客户|企业|对方)的?(?:好处|回扣|钱)|"
    r"(?<![a-z])(?:due[- ]diligence(?: report)? (?:was|is) (?:copied|invented|made up|faked)|(?:did|made|carried out|"
    r"performed|had done|done) (?:no|not any|hardly any) (?:\w+ ){0,2}?(?:due "
    r"diligence|checks?|visits?|inspections?)|(?:not|n't|never)(?: \w+){0,3}? (?:due diligence|"
    r"(?:the )?(?:required |usual |"
    r"necessary )?checks|visit\w*|inspect\w*)|(?:skipped|without|neglected|omitted|copied|invented|made up)(?: "
    r"[\w'-]+){0,3}? (?:due diligence|"
    r"checks?|"
    r"inspections?|site visits?)|(?:took|taken|accepted) (?:a )?(?:bribes?|kickbacks?))(?![a-z])"
)
_NPL_OR_LOAN = lazy(r"贷|不良|坏账|(?<![a-z])(?:loans?|npls?|lending|bad debts?)(?![a-z])")
_EXCUSED = lazy(
    r"免责|尽职|追责|问责|责任|(?<![a-z])(?:excus\w+|liable|liability|blame\w*|exempt\w*|diligen\w+|punish\w*|held "
    r"responsible)(?![a-z])"
)


def find(page: Page) -> Findings:
    """`lender_ccb`, `npl_small_tech` and `loan_staff_diligent`, told not to hold."""
    yield from _bank(page)
    yield from _borrowers(page)
    yield from _staff(page)


def _bank(page: Page) -> Findings:
    if not _XINJIANG.search(page.text):
        return
    if len(_CCB.findall(page.text)) > len(_NOT_TO_CCB.findall(page.text)):
        return
    yield from told(page, "lender_ccb", _NOT_CCB, houses=True, aside=_OLD_BANK, wide=True)


def _borrowers(page: Page) -> Findings:
    small = any(not _NOT_OF_IT.search(page.text[: one.start()]) for one in _SMALL_TECH.finditer(page.text))
    if _NPL.search(page.text) and not small:
        for words in (_LARGER, _NOT_TECH):
            for match in words.finditer(page.text):
                index = page.index(match.start())
                lead = page.text[page.clauses[index].start : match.start()]
                apart = _APART.search(page.sentence(index)) or _NOT_OF_IT.search(lead)
                if not SUPPOSITION.search(page.words(index)) and not apart and not strangers(page, match.start()):
                    sure = not HEDGED.search(page.words(index))
                    yield Found("npl_small_tech", False if sure else None, match.start(), match.end(), 2)
                    return


def _staff(page: Page) -> Findings:
    if _EXCUSED.search(page.text) and _NPL_OR_LOAN.search(page.text):
        yield from told(page, "loan_staff_diligent", _NO_CHECKS, houses=True, aside=_SAID)
