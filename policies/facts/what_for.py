"""What help is asked for: a matter that the text of a benefit covers, or one beside it.

Vouchers for goods, cover of other things than patents, a fund that is only to lend, papers that a bank wants, a project
of the firm's own: what is named as wished for is meant as much as what was done, so a wish or a question does not
take it back. A supposition or a no right before the words does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.facts.what_for_words import (
    COVER,
    FUND,
    GOODS_BOUGHT,
    GROWN,
    INVESTORS,
    IP,
    MATERIALS,
    MATURE,
    NO_STAKE,
    OFF_PURPOSE,
    OFFICE,
    PRIVATE_ASKS,
    UNRIPE,
    USES,
    VOUCHER,
    WITH_US,
)
from policies.patterns import lazy


@dataclass(frozen=True, slots=True)
class Purpose:
    """`words` say that the fact is `value`, in a text with `gate` and without `unless`."""

    name: str
    value: bool | None
    gate: re.Pattern[str]
    words: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    weight: int = 2
    of_others: bool = False  # others are named in the words themselves
    beside: re.Pattern[str] | None = None  # must be in the text too


_ANY = lazy(
    r"券|险|基金|确|押|认|平台|入股|股权|材料|资料|文件|代偿|折旧|税|续贷|担保|项目|专项|课题|"
    r"(?<![a-z])(?:voucher|secur|pledg|collateral|lend|loan|insur|cover|fund|equity|stake|share|material|papers|"
    r"document|catch-all|pay-?out|"
    r"depreciat|writ|tax|renew|roll|confirm|acknowledg|platform|guarant|project|programme|program)"
)
_IF = lazy(r"如果|要是|假如|若(?!干)|的话|(?<![a-z])(?:if|unless|suppose|in case)(?![a-z])")
_NO = lazy(
    r"(?:不是|并非|不属于?|而非|没有?|未|无|不|唔|冇)(?:曾|去|想|打算|要|用|必|会|算)?$|"
    r"(?<![a-z])(?:not|never|no|nor|rather than|instead of|without)(?: (?:an?|the|been|to|going to|really|even))? ?$|"
    r"n't(?: (?:an?|the|been|to|going to|really|even))? ?$"
)

_LOSSES = lazy(
    r"代偿率?[^,。;没未不]{0,14}?(?:过高|偏高|太高|很高|高达|超过|超出|远超|高于|高出|居高不下|失控|不合理|超标|爆表)|"
    r"(?:过高|偏高|超标|不合理)的代偿|"
    r"(?<![a-z])(?:pay-?outs?|loss(?:es)?|claims|compensation|default|subrogation)(?: payments?)?(?: (?:rate|ratio|"
    r"share)s?)?"
    r"(?: (?!not|never|below|under)[\w%.,'-]+){0,6}? (?:far above|well above|above|too high|exceed\w*|unreasonabl\w+|"
    r"out of control|beyond)(?![a-z])"
)
_SURETY = lazy(r"代偿|(?<![a-z])guarant")
_TAX = lazy(r"税|(?<![a-z])(?:tax\w*|vat)(?![a-z])")
_NOT_SMALL_TAX = lazy(
    r"(?:不|没有?|未|唔)(?:再)?(?:符合|属于?|是|算|够|够得上|达到|满足)[^,。;?]{0,6}?(?:小型微利|"
    r"小微(?:企业)?(?:的)?(?:税|所得)|小规模纳税)|"
    r"非小型微利|(?:超(?:过|出)?了?|高(?:于|过))[^,。;?]{0,10}?(?:小型微利|小微(?:企业)?)[^,。;?]{0,8}?(?:标准|线|"
    r"上限|门槛|界线)|"
    r"(?<![a-z])(?:not|n't|no longer|never|fails?|failed|too (?:big|large|"
    r"profitable))(?: [\w'-]+){0,5}? (?:small low-profit|"
    r"small[- ]profit|low-profit|small-scale (?:vat )?(?:tax)?payer)|"
    r"(?<![a-z])(?:above|over|exceed\w*)(?: [\w'-]+){0,4}? (?:small low-profit|small[- ]profit|low-profit)(?![a-z])"
)
_TAX_TEST = lazy(
    r"(?<![从减])应纳税所得额[^,。;?]{0,8}?(?:\d|[一二三四五六七八九十百两]+[百千]?万|超|太高)|非正常户|"
    r"利润[^,。;?]{0,4}?(?:\d|[一二三四五六七八九两]+[千百]万)(?=.{0,60}小型微利)|"
    r"资产总额[^,。;?]{0,6}?(?:\d|[一二三四五六七八九两]+[千百]?万|亿)|"
    r"(?<![a-z])(?:taxable (?:income|profit)s? (?:is|was|of|came|reached|stood|exceed\w*|above|over)|"
    r"abnormal taxpayer|non-normal taxpayer)(?![a-z])"
)
_SMALL_TAX = lazy(
    r"(?<!不)(?:是|属于?|符合|算|认定为?|为)[^,。;?没不未非]{0,6}?(?:小型微利|小规模纳税)|"
    r"(?<![a-z])(?:is|are|as|count\w*|we're) (?:an? )?(?:recognised )?(?:small low-profit|"
    r"small-scale (?:vat )?(?:tax)?payer)"
)
_RENEWAL = lazy(r"续贷|直接续|续上|续借|展期|转贷|续期|(?<![a-z])(?:renew\w*|roll\w*|prolong\w*|refinanc\w*)(?![a-z])")
_NO_REPAYING = lazy(
    r"(?:无|不|免|毋须|无需|不用|唔使|不必)(?:先)?(?:归)?还(?:清)?(?:旧)?(?:本金?|款)?[^,。;?]{0,6}?(?:的)?(?:就|"
    r"直接)?(?:续贷|续借|续期|转贷|直接续|续上)|"
    r"(?:续贷|续借|续期|转贷)[^。;?]{0,10}?(?:不用|无需|无须|不必|没有?|免|唔使|"
    r"不)(?:先)?(?:归)?还(?:清)?(?:旧)?(?:本金?|款)|"
    r"(?<![a-z])(?:renew\w*|roll\w*|prolong\w*|refinanc\w*)[^.;?]{0,60}?without (?:first |having |us |"
    r"our )*(?:re-?)?pay\w*|"
    r"(?<![a-z])(?:no[- ]repayment|non-repayment|repayment-free) (?:loan )?(?:renewal|rollover)"
)
_FEE = lazy(r"担保(?:费|[^,。;?]{0,4}费率)|(?<![a-z])guarant(?:ee|y) (?:fee|rate|premium)s?(?![a-z])")
_UNGUARANTEED = lazy(
    r"(?:没有?|未|不用|不曾|冇)(?:找|请|用|经|通过|任何|过|有|去)*(?:任何|一家)?(?:担保|担保人)(?:公司|机构|方|"
    r"人)?(?=[,。;?]|作保|介入|参与|$)|"
    r"(?:不是|没有?|未)(?:由|经|经过)担保(?:公司|机构)|"
    r"(?<![a-z])(?:no guarantor|without (?:an? |any )?(?:guarantor|guarantee)|(?:not|never|n't)(?: been)? guaranteed|"
    r"unguaranteed|(?:not|never|n't) (?:use|used|have|had|involve\w*|go through)(?: an?| any)? guarant\w+)(?![a-z])"
)
_PROJECT = (
    r"(?:科技|科研|科学|科委|科技部|技术攻关|重大|研发)[^,。;?政资]{0,4}?(?:专项|计划|项目|课题|攻关)|重点研发|"
    r"自然科学基金|高新技术产业化|"
    r"产业化(?:项目|示范)|科研(?:基础)?设施|子课题|课题|揭榜挂帅|攻关项目|科技[^,。;?]{0,4}专案|专项(?!债|贷|审|附|扣|"
    r"维|资金)"
)
_UNDERTAKES = (
    r"(?:承担|承接|牵头|申报|申请(?!补|资|贷)|参与|参加|接下|接了|接咗|接手|立项|立了项|拿下|中标|入选|任务书|揭榜|"
    r"共同做|"
    r"一起做|联合做|合作做|负责)"
)
_PROJECT_ZH = lazy(rf"{_UNDERTAKES}[^。;?]{{0,24}}?(?:{_PROJECT})|(?:{_PROJECT})[^。;?]{{0,20}}?{_UNDERTAKES}")
_PROJECT_EN_NOUN = (
    r"(?:(?:science|scientific|sci-?tech|technology|research|r&d|high-tech)(?: (?:and technology|& technology|special|"
    r"major|key|city|national|industrialisation|industrialization|plan|based|funding)){0,3}(?:'s)? (?:projects?|"
    r"programmes?|programs?|schemes?|plans?|facilit(?:y|ies)|call)|(?:projects?|programmes?|programs?|work package|"
    r"task)"
    r" (?:under|of|in|from|for|with) (?:the |a |an )?(?:[\w'-]+ ){0,5}?(?:science|sci-?tech|research))"
)
_TAKES_EN = (
    r"(?:tak(?:e|es|ing|en) (?:on|over|part|up)|took (?:on|over|part|up)|carr(?:y|ies|ied|ying)|undertak\w+|undertook|"
    r"lead(?:s|ing)?|led|named to|join(?:s|ed|ing)?|appl(?:y|ied|ying)|bid(?:ding)?|selected|awarded|won|partner(?:s|"
    r"ed|ing)? (?:with|in)|"
    r"participat\w+|contribut\w+|entrusted|commissioned|submit\w*)"
)
_PROJECT_EN = lazy(
    rf"(?<![a-z]){_TAKES_EN}(?![a-z])[^.;?]{{0,90}}?(?<![a-z]){_PROJECT_EN_NOUN}(?![a-z])|"
    rf"(?<![a-z]){_PROJECT_EN_NOUN}(?![a-z])[^.;?]{{0,90}}?(?<![a-z]){_TAKES_EN}(?![a-z])"
)
_PROJECT_GATE = lazy(
    r"专项|计划|项目|课题|重点研发|产业化|科研|揭榜|(?<![a-z])(?:projects?|programmes?|programs?|schemes?|plans?|"
    r"work package|facilit(?:y|ies))(?![a-z])"
)
_NO_PROJECT = lazy(
    r"(?:没有?|未|从未|从没|不|并未|不曾|唔|冇)(?:打算|想|准备|曾|去|有|过|再)*(?:承担|承接|申报|参与|参加|牵头|接|"
    r"申请|做)过?[^,。;?]{0,10}?"
    r"(?:项目|专项|课题|计划)|(?:自己|内部|自选|自立|自行)(?:内部|立项)?(?:的|做|搞|开|立|弄|了|个|一个){0,4}(?:研发|"
    r"科研|开发|技术)?项目|"
    r"(?<![a-z])(?:in-house|internal|purely private|our own) (?:r&d |research |development |little )?(?:project|"
    r"programme)s?"
    r"(?![a-z])|(?<![a-z])(?:not|never|no|n't)(?: [\w'-]+){0,6}? (?:government|public|official|city|state|science|"
    r"national)"
    r"(?: [\w'-]+){0,3}? (?:project|programme|program|scheme|plan)s?(?![a-z])"
)
_WRITTEN_OFF = lazy(r"折旧|(?<![a-z])(?:depreciat\w*|writ\w+ (?:[\w'-]+ ){0,4}?off|write-?offs?)(?![a-z])")
_AGES_FAST = lazy(
    r"技术(?:上)?(?:进步|更新|换代|迭代|升级|落后|变化)|更新换代|换代[^,。;]{0,3}快|迭代[^,。;]{0,4}快|淘汰|过时|"
    r"强震动|高腐蚀|强腐蚀|(?:几|两|三|四)年就"
    r"(?:旧|废|换|落伍|跟不上)|"
    r"(?<![a-z])(?:outdated|out of date|obsolete|obsolescence|overtaken|superseded|technical progress|"
    r"technolog\w+ (?:progress|chang\w+|mov\w+|advanc\w+|develop\w+)|newer (?:models|machines|technology|"
    r"generations?))(?![a-z])"
)
_AGES_NOT = lazy(
    r"(?:没有?|不是|无|并非|不因为?|唔系)(?:什么|任何|因为)?[^,。;?]{0,4}?(?:技术(?:上)?(?:更新|进步|换代|原因|落后|"
    r"变化)|更新换代|淘汰|过时)|"
    r"(?:不会|没有?|不)(?:怎么)?(?:过时|淘汰|落后)|"
    r"(?<![a-z])(?:not|never|no|n't|nothing)(?: [\w'-]+){0,5}? (?:outdated|out of date|obsolete|overtaken|superseded|"
    r"technical "
    r"progress|technolog\w+ (?:progress|reason|chang\w+))(?![a-z])"
)
_CONFIRMED = lazy(r"确认|确权|认账|认帐|债权债务平台|(?<![a-z])(?:confirm\w*|acknowledg\w*|platform)(?![a-z])")
_SETTLED = lazy(
    r"(?<!预付)(?<!首付)(?<!部分)(?:货款|欠款|账款|尾款|工程款|债款|这笔[款钱债]|那笔[款钱债])(?:[^,。;?没未还定预部]{0,6}?)"
    r"(?:到[账帐]了?|收到了?|收齐了?)(?!部分|[一二三四五六七八九两半几\d]+(?:半|成|万|笔|部|%))|"
    r"(?<![a-z])(?:they|it|firm|company|customer|payer|group) (?:has |have |had )?(?:already |since |finally )?"
    r"(?:transferred|paid) (?:us )?(?:everything|the (?:whole|full) (?:sum|amount|debt|bill))(?![a-z])|"
    r"(?:债|款|账|帐|钱)(?:项|务)?(?:都|全部?|已经?|其实|早就|上个月|去年){0,3}(?:都|全)?(?:付清|结清|还清|付完|结了|"
    r"清了)|"
    r"(?<![a-z])(?:debt|invoice|bill|sum|it|they|customer|payer)s? (?:has |have |was |were |is |had )?(?:since |"
    r"already |"
    r"long |been |now )*(?:paid (?:it |us |everything )?in full|fully paid|settled|paid off|paid up)(?![a-z])"
)
_STILL_OWED = lazy(
    r"(?:还|仍|至今|一直|尚|又|再)(?:没|未|欠(?!过)|拖|差)|没付|未付|没给|不给|不付|拖着|拖欠|剩下|余下|还欠(?!过)|"
    r"(?<![a-z])(?:still (?:owe\w*|open|due|waiting)|overdue|unpaid|owes us|"
    r"not paid|has(?:n't| not) paid|won't pay|refuses|outstanding)(?![a-z])"
)
"""A debt that stands: what was settled is another."""
_ANOTHER = lazy(
    r"上一?[笔批次个]|前一?[笔批次几]|之前|以前|早前|其[他它]|别的|另一|另外|头一?[笔批]|第一[笔批]|部分|一半|"
    r"(?<![a-z])(?:earlier|previous|other|last|first|older|past|some|former|half|part)(?![a-z])"
)
_SAYS = lazy(
    r"(?:[企司院户方他它人局]|对方|那边)(?:却|就|硬|总|一口咬定|非)?(?:说|称|讲|话|声称|坚称)|"
    r"(?<![a-z])(?:says?|said|claims?|claimed|insists?|insisted|argues?|pretends?)(?![a-z])"
)
"""The payer's word, not ours."""
_SITS = lazy(
    r"租|住|办公|在[^,。;]{0,4}$|隔壁|对面|旁边|楼[上里下]|搬[到进]|退休|"
    r"(?<![a-z])(?:offices?|rent\w*|tenants?|located|next to|retired)(?![a-z])"
)
_SITS_BEHIND = lazy(
    r"(?:的)?(?:[\u4e00-\u9fff]{0,4}园|大厦|大楼|广场|宿舍|小区|家属|改革|[房楼地]|旁边|对面|隔壁)|"
    r" (?:[\w-]+ ){0,2}?(?:park|building|tower|zone|premises|land|warehouse|workshop)(?![a-z])"
)
"""Where we sit tells nothing of who owes."""
_POSITIVE_SURETY = lazy(
    r"(?:由|找了|请了|(?<!没)有|经(?!济))[^,。;?没未不]{0,12}?担保(?:公司|机构|中心|人)|"
    r"担保(?:公司|机构|中心)[^,。;?没未不]{0,4}?(?:担保|作保|做保)|"
    r"(?<![a-z])(?:is|was|are|were|got|been) (?:(?!not )[\w-]+ )?guaranteed by|"
    r"guarant(?:ee company|or) (?:stands|guarantees|backs)"
)
_BEFORE = lazy(
    r"以前|之前|上[次一]?[笔次]|过去|头一笔|(?<![a-z])(?:earlier|previous\w*|last|before|former|first|old)(?![a-z])"
)
_NO_OTHER = lazy(r"\s?(?:other|but|except|besides|apart|than)(?![a-z])|以外|之外")
_THE_TRADES = lazy(
    r"(?:行业|同行|同业|业内|有的|有些|别[家的人]|其[他它]|人家|某些|全国|全市|平均|隔壁)[^,。;]{0,12}$|"
    r"(?<![a-z])(?:industry|others?|some|peers?|competitors?|rivals?|average|trade)(?:'s)?(?![a-z])[^,.;]{0,40}$"
)
_APPLIES = lazy(
    rf"(?:(?<![不没唔])想|现在|这次|今年|准备|(?<![不没])打算|首次|第一次|头一[回次])[^,。;?不没]{{0,4}}?"
    rf"(?:申报|申请|承担|牵头|参与|参加|接|做)[^,。;?不]{{0,12}}?(?:{_PROJECT})|"
    r"(?:能|可以|可否|想|可唔可以|得)(?:不能)?(?:去)?(?:申报|申请|参加|牵头)(?:一个|一下)?(?=吗|么|嘛|[,。;?]|$)|"
    r"(?<![a-z])(?:(?:can|could|may|shall|how (?:do|can)) (?:we|i)|(?:we|i)(?:'d like to| would like to| want to| plan "
    r"to| hope to| wish to)|now (?:we|i)(?: \w+){0,2}) (?:still |also |now |nevertheless )?(?:apply|join|take|lead|"
    r"undertake|submit|bid|carry)(?![a-z])"
)
_NOT_BEFORE = lazy(r"过|从来|从未|未做|未曾|(?<![a-z])(?:never|(?:have|has)(?:n't| not)|before|no experience)(?![a-z])")
_SCALE = lazy(r"小规模|small-scale")
_PROFIT = lazy(r"小型微利|小微(?:企业)?(?:的)?(?:税|所得)|low-profit|small[- ]profit")
_BELOW = lazy(
    r"不超|没超|未超|没有超|不到|以内|以下|低于|少于|不足|没到|未到|(?<![a-z])(?:under|below|less than|within|"
    r"not (?:above|over|exceed\w*)|up to|short of)(?![a-z])"
)
_ASSETS = lazy(r"资产")
_LIMITS = {True: 50_000_000, False: 3_000_000}
"""Up to which assets, and which income, a firm is taxed as a small one with little profit."""
_RATHER = lazy(
    r"而是|(?:是|因为?|由于)(?:我们|设备|机器)?$|(?<![a-z])but(?![a-z])|"
    r"(?<![a-z])(?:because|as|since)(?: [\w']+){0,4} ?$"
)
_THE_STATES = lazy(
    r"(?<!我们是)(?<!公司是)(?<!我司是)(?:[市区省]属国?[有企]|(?:央企|国企|国有(?:独资|控股)?(?:企业|集团|公司|"
    r"[\u4e00-\u9fff]{0,6}?[厂局])))|"
    r"(?<![a-z])(?:(?:state|city|municipal\w*|government|publicly|centrally)[- ]owned|owned by the (?:state|city|"
    r"government|municipality))(?![a-z])"
)
_NO_STATE = lazy(
    r"(?:不是|并非|非)(?:央企|国企|国有)|民企|私企|民营|私营|(?<![a-z])private(?:ly)?(?![a-z])|"
    r"(?<![a-z])(?:we are|we're|our (?:firm|company) is) (?:an? )?(?:[\w-]+ ){0,2}?"
    r"(?:state|city|government)-owned|(?:not|n't|never) (?:an? )?(?:state|city|government)-owned"
)
_OWED = lazy(
    r"欠|货款|应收|账款|供货|做的活|没付|未付|(?<![a-z])(?:ow(?:es?|ed|ing)|invoices?|bills?|receivables?|"
    r"unpaid)(?![a-z])"
)
_PLEDGES = lazy(r"押|担保|融资|(?<![a-z])(?:secur\w+|pledg\w+|collateral|against|lend|loan)(?![a-z])")
_NO_HOUSE = lazy(
    r"无抵押|没有?(?:任何)?(?:抵押|房|地)|没(?:有)?(?:不动产)|房|厂|地产|信用|(?<![a-z])(?:no|without|unsecured|"
    r"property|building|house|"
    r"premises|land|real estate|mortgage)(?![a-z])"
)
_MOVABLE = lazy(
    r"(?:[只就]有|拿|用|以|把|凭|靠|抵押|质押|押)[^,。;?没无]{0,10}?(?:应收账?款|账款|发票|专利|商标|知识产权|收费权|"
    r"特许经营权|股权|股份|存货|"
    r"库存|一屋子货|成品|原料|机器|机床|设备|生产线|货物|货(?=押|能|抵))|"
    r"(?:应收账?款|账款|专利|商标|知识产权|收费权|股权|存货|库存|机器|机床|设备|货)[^,。;?没无]{0,6}?(?:能|可以|可否|"
    r"来|去|作|做)?"
    r"(?:抵押|质押|押|担保)|"
    r"(?<![a-z])(?:pledg\w+|against|secured (?:by|on|with)|security|collateral|only|just|but|take[ns]?|on) "
    r"(?:[\w'-]+ ){0,5}?(?:invoices?|receivables?|patents?|trade-?marks?|shares|stock|inventory|machines?|machinery|"
    r"equipment|lathes?|fee rights?)(?![a-z])"
)
_KINDS = (
    r"(?:应收账?款|专利|商标|知识产权|收费权|股权|存货|库存|机器|机床|设备|货|(?<![a-z])(?:receivables?|invoices?|"
    r"patents?|trade-?marks?|inventory|stock|machines?|machinery|equipment)(?![a-z]))"
)
_ANY_KIND = lazy(_KINDS)
_NO_KIND = lazy(
    rf"(?:没有?|无|冇)(?:任何|什么)?(?:{_KINDS}(?:、|和|或|也没有?)?)+|{_KINDS}(?:也|都|又|亦)*(?:没有?|冇|无)(?=[,。;?!]|$)|"
    rf"(?<![a-z])(?:no|without|nor|neither|have no) (?:any )?{_KINDS}(?:(?:,| or| nor| and)* (?:no )?{_KINDS})*"
)
_LOANS = lazy(r"贷款?(?:已|早|都)|(?<![a-z])loans?(?![a-z])")
_PURPOSES = (
    Purpose("payer_state_owned", True, _CONFIRMED, _THE_STATES, _NO_STATE, weight=3, of_others=True, beside=_OWED),
    Purpose("movable_security", True, _PLEDGES, _MOVABLE, beside=_NO_HOUSE),
    Purpose("movable_security", None, _PLEDGES, _NO_KIND, weight=3, beside=_NO_HOUSE),
    Purpose("debt_settled", True, _CONFIRMED, _SETTLED, _LOANS, of_others=True),
    Purpose("uses_science_resources", False, VOUCHER, OFF_PURPOSE, USES),
    Purpose("voucher_for_goods", True, VOUCHER, GOODS_BOUGHT, USES),
    Purpose("ip_insurance", False, lazy(r"险|(?<![a-z])(?:insur|cover|polic)"), COVER, IP),
    Purpose("asked_by_office", False, MATERIALS, PRIVATE_ASKS, OFFICE, of_others=True),
    Purpose("mature_stage", True, FUND, MATURE, UNRIPE),
    Purpose("mature_stage", None, FUND, GROWN),
    Purpose("refuses_equity", True, FUND, NO_STAKE),
    Purpose("guarantor_losses_reasonable", False, _SURETY, _LOSSES, of_others=True),
    Purpose("tax_small_profit", False, _TAX, _NOT_SMALL_TAX, weight=3),
    Purpose("tax_small_profit", True, _TAX, _SMALL_TAX, _NOT_SMALL_TAX, weight=3),
    Purpose("tax_small_profit", None, _TAX, _TAX_TEST),
    Purpose("renewal_without_repayment", True, _RENEWAL, _NO_REPAYING),
    Purpose("loan_guaranteed", False, _FEE, _UNGUARANTEED),
    Purpose("public_science_project", False, _PROJECT_GATE, _NO_PROJECT, weight=3),
    Purpose("public_science_project", True, _PROJECT_GATE, _PROJECT_ZH, _NO_PROJECT),
    Purpose("public_science_project", True, _PROJECT_GATE, _PROJECT_EN, _NO_PROJECT),
    Purpose("assets_outdated_fast", False, _WRITTEN_OFF, _AGES_NOT, weight=3),
    Purpose("assets_outdated_fast", True, _WRITTEN_OFF, _AGES_FAST, _AGES_NOT),
)
_NO_INSIDE = frozenset({"loan_guaranteed", "refuses_equity", "renewal_without_repayment", "movable_security"})
"""Their words open with a no of their own."""


def _ruled_out(page: Page, one: Purpose) -> bool:
    """Whether words elsewhere in the text take these back."""
    if one.unless is None:
        return False
    if one.name == "public_science_project" and _APPLIES.search(page.text):
        return False
    if one.unless is _NOT_SMALL_TAX:
        return any(not _only_scale(match) for match in _NOT_SMALL_TAX.finditer(page.text))
    if one.unless is _AGES_NOT and _ages_after_all(page):
        return False
    return bool(one.unless.search(page.text))


def _only_scale(match: re.Match[str]) -> bool:
    """A no to the small-scale VAT payer alone: the other way to the relief stays."""
    return bool(_SCALE.search(match[0])) and not _PROFIT.search(match[0])


def _scale_told(page: Page) -> bool:
    """A small-scale VAT payer by its own words."""
    return any(_SCALE.search(one[0]) for one in _SMALL_TAX.finditer(page.text))


def _ages_fast(page: Page) -> str | None:
    """What stands before the words that it does age fast, outside every no."""
    denied = [match.span() for match in _AGES_NOT.finditer(page.text)]
    for match in _AGES_FAST.finditer(page.text):
        lead = page.text[page.clauses[page.index(match.start())].start : match.start()]
        if not any(low <= match.start() < high for low, high in denied) and not _NO.search(lead):
            return lead
    return None


def _ages_after_all(page: Page) -> bool:
    """Not for the one reason but because it ages fast."""
    lead = _ages_fast(page)
    return lead is not None and bool(_RATHER.search(lead) or _RATHER.search(page.text))


def _half_said(page: Page, name: str, match: re.Match[str]) -> bool:
    """Whether a no leaves another way to the same thing open."""
    if name == "tax_small_profit":
        return _only_scale(match) or _scale_told(page)
    return name == "assets_outdated_fast" and _ages_fast(page) is not None


def _settled_is_another(page: Page, match: re.Match[str], lead: str) -> bool:
    if _SAYS.search(lead):
        return True
    return bool(_STILL_OWED.search(page.text) or _ANOTHER.search(lead[-12:] if not lead.isascii() else lead + match[0]))


def _sits_there(page: Page, match: re.Match[str], lead: str) -> bool:
    return bool(_SITS.search(lead) or _SITS_BEHIND.match(page.text, match.end()))


def _backed(page: Page, match: re.Match[str], _lead: str) -> bool:
    if _NO_OTHER.match(page.text, match.end()) or _NO_OTHER.search(match[0]):
        return True
    return any(
        not _BEFORE.search(page.words(page.index(one.start())))
        and not doubted(page, page.index(one.start()))
        and not match.start() <= one.start() < match.end()
        for one in _POSITIVE_SURETY.finditer(page.text)
    )


def _some_kind(page: Page, _match: re.Match[str], _lead: str) -> bool:
    """Whether a thing that can be pledged is left beside what there is none of."""
    denied = [match.span() for match in _NO_KIND.finditer(page.text)]
    return any(not any(low <= one.start() < high for low, high in denied) for one in _ANY_KIND.finditer(page.text))


def _of_the_trade(_page: Page, _match: re.Match[str], lead: str) -> bool:
    return bool(_THE_TRADES.search(lead))


def _first_time(page: Page, match: re.Match[str], _lead: str) -> bool:
    """Never yet, but applied for now."""
    return bool(_NOT_BEFORE.search(match[0]) and _APPLIES.search(page.text, match.end()))


def _small_anyway(page: Page, match: re.Match[str], _lead: str) -> bool:
    """Not a small-scale VAT payer, but small and with little profit."""
    return _only_scale(match) and any(_PROFIT.search(one[0]) for one in _SMALL_TAX.finditer(page.text))


def _below_limit(page: Page, match: re.Match[str], _lead: str) -> bool:
    """A taxable income or assets that do not pass the limit."""
    if "户" in match[0] or "taxpayer" in match[0]:
        return False
    index = page.index(match.start())
    words = page.words(index) + (page.words(index + 1) if index + 1 < len(page.clauses) else "")
    sums = [
        one.value for one in page.quantities_in(index) if one.start >= match.start() and one.kind in ("cny", "plain")
    ]
    limit = _LIMITS[bool(_ASSETS.search(match[0]))]
    return (bool(sums) and sums[0] <= limit) or bool(_BELOW.search(words))


_GUARDS: dict[tuple[str, bool | None], Callable[[Page, re.Match[str], str], bool]] = {
    ("debt_settled", True): _settled_is_another,
    ("payer_state_owned", True): _sits_there,
    ("loan_guaranteed", False): _backed,
    ("guarantor_losses_reasonable", False): _of_the_trade,
    ("public_science_project", False): _first_time,
    ("assets_outdated_fast", False): lambda page, _match, _lead: _ages_after_all(page),
    ("tax_small_profit", False): _small_anyway,
    ("tax_small_profit", None): _below_limit,
    ("movable_security", None): _some_kind,
}
"""When words of a fact do not speak of our own case."""


def find(page: Page) -> Findings:
    """What each purpose says of its fact; a doubt where the words are hedged."""
    if not _ANY.search(page.text):
        return
    for one in _PURPOSES:
        if not one.gate.search(page.text) or _ruled_out(page, one):
            continue
        if one.beside is not None and not one.beside.search(page.text):
            continue
        for match in one.words.finditer(page.text):
            index = page.index(match.start())
            lead = page.text[page.clauses[index].start : match.start()]
            if _IF.search(page.words(index)) or (one.name not in _NO_INSIDE and _NO.search(lead)):
                continue
            others = strangers(page, match.start()) and not WITH_US.search(lead)
            if not one.of_others and (others or INVESTORS.search(lead)):
                continue
            if (unsure := doubted(page, index)) and one.name == "payer_state_owned":
                continue
            if (guard := _GUARDS.get((one.name, one.value))) is not None and guard(page, match, lead):
                if one.name == "payer_state_owned":  # else the words are read elsewhere as the payer's
                    yield Found(one.name, None, match.start(), match.end(), 2)
                continue
            value = None if unsure else one.value
            if one.value is False and _half_said(page, one.name, match):
                value = None
            yield Found(one.name, value, match.start(), match.end(), one.weight)
