"""Words of how things stand for the help that `what_for` reads: debts settled, taxes, projects, security."""

from __future__ import annotations

from policies.patterns import lazy

LOSSES = lazy(
    r"代偿率?[^,。;没未不]{0,14}?(?:过高|偏高|太高|很高|高达|超过|超出|远超|高于|高出|居高不下|失控|不合理|超标|爆表)|"
    r"(?:过高|偏高|超标|不合理)的代偿|"
    r"(?<![a-z])(?:pay-?outs?|loss(?:es)?|claims|compensation|default|subrogation)(?: payments?)?(?: (?:rate|ratio|"
    r"share)s?)?"
    r"(?: (?!not|never|below|under)[\w%.,'-]+){0,6}? (?:far above|well above|above|too high|exceed\w*|unreasonabl\w+|"
    r"out of control|beyond)(?![a-z])"
)
SURETY = lazy(r"代偿|(?<![a-z])guarant")
TAX = lazy(r"税|(?<![a-z])(?:tax\w*|vat)(?![a-z])")
NOT_SMALL_TAX = lazy(
    r"(?:不|没有?|未|唔)(?:再)?(?:符合|属于?|是|算|够|够得上|达到|满足)[^,。;?]{0,6}?(?:小型微利|"
    r"小微(?:企业)?(?:的)?(?:税|所得)|小规模纳税)|"
    r"非小型微利|(?:超(?:过|出)?了?|高(?:于|过))[^,。;?]{0,10}?(?:小型微利|小微(?:企业)?)[^,。;?]{0,8}?(?:标准|线|"
    r"上限|门槛|界线)|"
    r"(?<![a-z])(?:not|n't|no longer|never|fails?|failed|too (?:big|large|"
    r"profitable))(?: [\w'-]+){0,5}? (?:small low-profit|"
    r"small[- ]profit|low-profit|small-scale (?:vat )?(?:tax)?payer)|"
    r"(?<![a-z])(?:above|over|exceed\w*)(?: [\w'-]+){0,4}? (?:small low-profit|small[- ]profit|low-profit)(?![a-z])"
)
TAX_TEST = lazy(
    r"(?<![从减])应纳税所得额[^,。;?]{0,8}?(?:\d|[一二三四五六七八九十百两]+[百千]?万|超|太高)|非正常户|"
    r"利润[^,。;?]{0,4}?(?:\d|[一二三四五六七八九两]+[千百]万)(?=.{0,60}小型微利)|"
    r"资产总额[^,。;?]{0,6}?(?:\d|[一二三四五六七八九两]+[千百]?万|亿)|"
    r"(?<![a-z])(?:taxable (?:income|profit)s? (?:is|was|of|came|reached|stood|exceed\w*|above|over)|"
    r"abnormal taxpayer|non-normal taxpayer)(?![a-z])"
)
SMALL_TAX = lazy(
    r"(?<!不)(?:是|属于?|符合|算|认定为?|为)[^,。;?没不未非]{0,6}?(?:小型微利|小规模纳税)|"
    r"(?<![a-z])(?:is|are|as|count\w*|we're) (?:an? )?(?:recognised )?(?:small low-profit|"
    r"small-scale (?:vat )?(?:tax)?payer)"
)
RENEWAL = lazy(r"续贷|直接续|续上|续借|展期|转贷|续期|(?<![a-z])(?:renew\w*|roll\w*|prolong\w*|refinanc\w*)(?![a-z])")
NO_REPAYING = lazy(
    r"(?:无|不|免|毋须|无需|不用|唔使|不必)(?:先)?(?:归)?还(?:清)?(?:旧)?(?:本金?|款)?[^,。;?]{0,6}?(?:的)?(?:就|"
    r"直接)?(?:续贷|续借|续期|转贷|直接续|续上)|"
    r"(?:续贷|续借|续期|转贷)[^。;?]{0,10}?(?:不用|无需|无须|不必|没有?|免|唔使|"
    r"不)(?:先)?(?:归)?还(?:清)?(?:旧)?(?:本金?|款)|"
    r"(?<![a-z])(?:renew\w*|roll\w*|prolong\w*|refinanc\w*)[^.;?]{0,60}?without (?:first |having |us |"
    r"our )*(?:re-?)?pay\w*|"
    r"(?<![a-z])(?:no[- ]repayment|non-repayment|repayment-free) (?:loan )?(?:renewal|rollover)"
)
FEE = lazy(r"担保(?:费|[^,。;?]{0,4}费率)|(?<![a-z])guarant(?:ee|y) (?:fee|rate|premium)s?(?![a-z])")
UNGUARANTEED = lazy(
    r"(?:没有?|未|不用|不曾|冇)(?:找|请|用|经|通过|任何|过|有|去)*(?:任何|一家)?(?:担保|担保人)(?:公司|机构|方|"
    r"人)?(?=[,。;?]|作保|介入|参与|$)|"
    r"(?:不是|没有?|未)(?:由|经|经过)担保(?:公司|机构)|"
    r"(?<![a-z])(?:no guarantor|without (?:an? |any )?(?:guarantor|guarantee)|(?:not|never|n't)(?: been)? guaranteed|"
    r"unguaranteed|(?:not|never|n't) (?:use|used|have|had|involve\w*|go through)(?: an?| any)? guarant\w+)(?![a-z])"
)
PROJECT = (
    r"(?:科技|科研|科学|科委|科技部|技术攻关|重大|研发)[^,。;?政资]{0,4}?(?:专项|计划|项目|课题|攻关)|重点研发|"
    r"自然科学基金|高新技术产业化|"
    r"产业化(?:项目|示范)|科研(?:基础)?设施|子课题|课题|揭榜挂帅|攻关项目|科技[^,。;?]{0,4}专案|专项(?!债|贷|审|附|扣|"
    r"维|资金)"
)
UNDERTAKES = (
    r"(?:承担|承接|牵头|申报|申请(?!补|资|贷)|参与|参加|接下|接了|接咗|接手|立项|立了项|拿下|中标|入选|任务书|揭榜|"
    r"共同做|"
    r"一起做|联合做|合作做|负责)"
)
PROJECT_ZH = lazy(rf"{UNDERTAKES}[^。;?]{{0,24}}?(?:{PROJECT})|(?:{PROJECT})[^。;?]{{0,20}}?{UNDERTAKES}")
PROJECT_EN_NOUN = (
    r"(?:(?:science|scientific|sci-?tech|technology|research|r&d|high-tech)(?: (?:and technology|& technology|special|"
    r"major|key|city|national|industrialisation|industrialization|plan|based|funding)){0,3}(?:'s)? (?:projects?|"
    r"programmes?|programs?|schemes?|plans?|facilit(?:y|ies)|call)|(?:projects?|programmes?|programs?|work package|"
    r"task)"
    r" (?:under|of|in|from|for|with) (?:the |a |an )?(?:[\w'-]+ ){0,5}?(?:science|sci-?tech|research))"
)
TAKES_EN = (
    r"(?:tak(?:e|es|ing|en) (?:on|over|part|up)|took (?:on|over|part|up)|carr(?:y|ies|ied|ying)|undertak\w+|undertook|"
    r"lead(?:s|ing)?|led|named to|join(?:s|ed|ing)?|appl(?:y|ied|ying)|bid(?:ding)?|selected|awarded|won|partner(?:s|"
    r"ed|ing)? (?:with|in)|"
    r"participat\w+|contribut\w+|entrusted|commissioned|submit\w*)"
)
PROJECT_EN = lazy(
    rf"(?<![a-z]){TAKES_EN}(?![a-z])[^.;?]{{0,90}}?(?<![a-z]){PROJECT_EN_NOUN}(?![a-z])|"
    rf"(?<![a-z]){PROJECT_EN_NOUN}(?![a-z])[^.;?]{{0,90}}?(?<![a-z]){TAKES_EN}(?![a-z])"
)
PROJECT_GATE = lazy(
    r"专项|计划|项目|课题|重点研发|产业化|科研|揭榜|(?<![a-z])(?:projects?|programmes?|programs?|schemes?|plans?|"
    r"work package|facilit(?:y|ies))(?![a-z])"
)
NO_PROJECT = lazy(
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
WRITTEN_OFF = lazy(r"折旧|(?<![a-z])(?:depreciat\w*|writ\w+ (?:[\w'-]+ ){0,4}?off|write-?offs?)(?![a-z])")
AGES_FAST = lazy(
    r"技术(?:上)?(?:进步|更新|换代|迭代|升级|落后|变化)|更新换代|换代[^,。;]{0,3}快|迭代[^,。;]{0,4}快|淘汰|过时|"
    r"强震动|高腐蚀|强腐蚀|(?:几|两|三|四)年就"
    r"(?:旧|废|换|落伍|跟不上)|"
    r"(?<![a-z])(?:outdated|out of date|obsolete|obsolescence|overtaken|superseded|technical progress|"
    r"technolog\w+ (?:progress|chang\w+|mov\w+|advanc\w+|develop\w+)|newer (?:models|machines|technology|"
    r"generations?))(?![a-z])"
)
AGES_NOT = lazy(
    r"(?:没有?|不是|无|并非|不因为?|唔系)(?:什么|任何|因为)?[^,。;?]{0,4}?(?:技术(?:上)?(?:更新|进步|换代|原因|落后|"
    r"变化)|更新换代|淘汰|过时)|"
    r"(?:不会|没有?|不)(?:怎么)?(?:过时|淘汰|落后)|"
    r"(?<![a-z])(?:not|never|no|n't|nothing)(?: [\w'-]+){0,5}? (?:outdated|out of date|obsolete|overtaken|superseded|"
    r"technical "
    r"progress|technolog\w+ (?:progress|reason|chang\w+))(?![a-z])"
)
CONFIRMED = lazy(r"确认|确权|认账|认帐|债权债务平台|(?<![a-z])(?:confirm\w*|acknowledg\w*|platform)(?![a-z])")
SETTLED = lazy(
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
STILL_OWED = lazy(
    r"(?:还|仍|至今|一直|尚|又|再)(?:没|未|欠(?!过)|拖|差)|没付|未付|没给|不给|不付|拖着|拖欠|剩下|余下|还欠(?!过)|"
    r"(?<![a-z])(?:still (?:owe\w*|open|due|waiting)|overdue|unpaid|owes us|"
    r"not paid|has(?:n't| not) paid|won't pay|refuses|outstanding)(?![a-z])"
)
"""A debt that stands: what was settled is another."""
ANOTHER = lazy(
    r"上一?[笔批次个]|前一?[笔批次几]|之前|以前|早前|其[他它]|别的|另一|另外|头一?[笔批]|第一[笔批]|部分|一半|"
    r"(?<![a-z])(?:earlier|previous|other|last|first|older|past|some|former|half|part)(?![a-z])"
)
SAYS = lazy(
    r"(?:[企司院户方他它人局]|对方|那边)(?:却|就|硬|总|一口咬定|非)?(?:说|称|讲|话|声称|坚称)|"
    r"(?<![a-z])(?:says?|said|claims?|claimed|insists?|insisted|argues?|pretends?)(?![a-z])"
)
"""The payer's word, not ours."""
SITS = lazy(
    r"租|住|办公|在[^,。;]{0,4}$|隔壁|对面|旁边|楼[上里下]|搬[到进]|退休|"
    r"(?<![a-z])(?:offices?|rent\w*|tenants?|located|next to|retired)(?![a-z])"
)
SITS_BEHIND = lazy(
    r"(?:的)?(?:[\u4e00-\u9fff]{0,4}园|大厦|大楼|广场|宿舍|小区|家属|改革|[房楼地]|旁边|对面|隔壁)|"
    r" (?:[\w-]+ ){0,2}?(?:park|building|tower|zone|premises|land|warehouse|workshop)(?![a-z])"
)
"""Where we sit tells nothing of who owes."""
POSITIVE_SURETY = lazy(
    r"(?:由|找了|请了|(?<!没)有|经(?!济))[^,。;?没未不]{0,12}?担保(?:公司|机构|中心|人)|"
    r"担保(?:公司|机构|中心)[^,。;?没未不]{0,4}?(?:担保|作保|做保)|"
    r"(?<![a-z])(?:is|was|are|were|got|been) (?:(?!not )[\w-]+ )?guaranteed by|"
    r"guarant(?:ee company|or) (?:stands|guarantees|backs)"
)
BEFORE = lazy(
    r"以前|之前|上[次一]?[笔次]|过去|头一笔|(?<![a-z])(?:earlier|previous\w*|last|before|former|first|old)(?![a-z])"
)
NO_OTHER = lazy(r"\s?(?:other|but|except|besides|apart|than)(?![a-z])|以外|之外")
THE_TRADES = lazy(
    r"(?:行业|同行|同业|业内|有的|有些|别[家的人]|其[他它]|人家|某些|全国|全市|平均|隔壁)[^,。;]{0,12}$|"
    r"(?<![a-z])(?:industry|others?|some|peers?|competitors?|rivals?|average|trade)(?:'s)?(?![a-z])[^,.;]{0,40}$"
)
APPLIES = lazy(
    rf"(?:(?<![不没唔])想|现在|这次|今年|准备|(?<![不没])打算|首次|第一次|头一[回次])[^,。;?不没]{{0,4}}?"
    rf"(?:申报|申请|承担|牵头|参与|参加|接|做)[^,。;?不]{{0,12}}?(?:{PROJECT})|"
    r"(?:能|可以|可否|想|可唔可以|得)(?:不能)?(?:去)?(?:申报|申请|参加|牵头)(?:一个|一下)?(?=吗|么|嘛|[,。;?]|$)|"
    r"(?<![a-z])(?:(?:can|could|may|shall|how (?:do|can)) (?:we|i)|(?:we|i)(?:'d like to| would like to| want to| plan "
    r"to| hope to| wish to)|now (?:we|i)(?: \w+){0,2}) (?:still |also |now |nevertheless )?(?:apply|join|take|lead|"
    r"undertake|submit|bid|carry)(?![a-z])"
)
NOT_BEFORE = lazy(r"过|从来|从未|未做|未曾|(?<![a-z])(?:never|(?:have|has)(?:n't| not)|before|no experience)(?![a-z])")
SCALE = lazy(r"小规模|small-scale")
PROFIT = lazy(r"小型微利|小微(?:企业)?(?:的)?(?:税|所得)|low-profit|small[- ]profit")
BELOW = lazy(
    r"不超|没超|未超|没有超|不到|以内|以下|低于|少于|不足|没到|未到|(?<![a-z])(?:under|below|less than|within|"
    r"not (?:above|over|exceed\w*)|up to|short of)(?![a-z])"
)
"""Up to which assets, and which income, a firm is taxed as a small one with little profit."""
RATHER = lazy(
    r"而是|(?:是|因为?|由于)(?:我们|设备|机器)?$|(?<![a-z])but(?![a-z])|"
    r"(?<![a-z])(?:because|as|since)(?: [\w']+){0,4} ?$"
)
THE_STATES = lazy(
    r"(?<!我们是)(?<!公司是)(?<!我司是)(?:[市区省]属国?[有企]|(?:央企|国企|国有(?:独资|控股)?(?:企业|集团|公司|"
    r"[\u4e00-\u9fff]{0,6}?[厂局])))|"
    r"(?<![a-z])(?:(?:state|city|municipal\w*|government|publicly|centrally)[- ]owned|owned by the (?:state|city|"
    r"government|municipality))(?![a-z])"
)
NO_STATE = lazy(
    r"(?:不是|并非|非)(?:央企|国企|国有)|民企|私企|民营|私营|(?<![a-z])private(?:ly)?(?![a-z])|"
    r"(?<![a-z])(?:we are|we're|our (?:firm|company) is) (?:an? )?(?:[\w-]+ ){0,2}?"
    r"(?:state|city|government)-owned|(?:not|n't|never) (?:an? )?(?:state|city|government)-owned"
)
OWED = lazy(
    r"欠|货款|应收|账款|供货|做的活|没付|未付|(?<![a-z])(?:ow(?:es?|ed|ing)|invoices?|bills?|receivables?|"
    r"unpaid)(?![a-z])"
)
PLEDGES = lazy(r"押|担保|融资|(?<![a-z])(?:secur\w+|pledg\w+|collateral|against|lend|loan)(?![a-z])")
NO_HOUSE = lazy(
    r"无抵押|没有?(?:任何)?(?:抵押|房|地)|没(?:有)?(?:不动产)|房|厂|地产|信用|(?<![a-z])(?:no|without|unsecured|"
    r"property|building|house|"
    r"premises|land|real estate|mortgage)(?![a-z])"
)
MOVABLE = lazy(
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
KINDS = (
    r"(?:应收账?款|专利|商标|知识产权|收费权|股权|存货|库存|机器|机床|设备|货|(?<![a-z])(?:receivables?|invoices?|"
    r"patents?|trade-?marks?|inventory|stock|machines?|machinery|equipment)(?![a-z]))"
)
ANY_KIND = lazy(KINDS)
NO_KIND = lazy(
    rf"(?:没有?|无|冇)(?:任何|什么)?(?:{KINDS}(?:、|和|或|也没有?)?)+|{KINDS}(?:也|都|又|亦)*(?:没有?|冇|无)(?=[,。;?!]|$)|"
    rf"(?<![a-z])(?:no|without|nor|neither|have no) (?:any )?{KINDS}(?:(?:,| or| nor| and)* (?:no )?{KINDS})*"
)
LOANS = lazy(r"贷款?(?:已|早|都)|(?<![a-z])loans?(?![a-z])")
ASSETS = lazy(r"资产")
SMALL_PROFIT_CNY = {"income": 3_000_000, "assets": 50_000_000}
"""Taxable income and assets of a small low-profit enterprise, in yuan: 财政部、税务总局公告2023年第12号."""
