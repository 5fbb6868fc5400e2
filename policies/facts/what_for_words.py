"""The words of `what_for` on vouchers, insurance, papers that are asked for, and a fund that takes stakes."""

from __future__ import annotations

from policies.patterns import lazy

VOUCHER = lazy(r"[新务技]券|抵用券|用券|券(?:能|可|抵|来)|(?<![a-z])vouchers?(?![a-z])")
_BUY = (
    r"(?:购买|采购|购置|购入|添置|(?<!能)买(?!断|通|卖|不|唔)|更换|换(?=一?批|几|[两二三四五六\d]|新|台)|添(?=一?批|"
    r"几|新))(?:了|过|回|来|进|下)*(?!服务)"
    r"(?:(?!服务|机时|咨询|培训|检测|测试|试制|时间)[^,。;?!]){0,10}?"
)
_GOODS = (
    r"(?:仪器|设备|打印机|复印机|电脑|计算机|笔记本|桌椅|桌子|椅子|家具|办公用?品|文具|空调|手机|汽车|货车|"
    r"机器(?!学习)|机床|服务器|"
    r"显微镜|质谱仪|电镜|生产线|货架)(?![^,。;?]{0,3}(?:机时|使用|服务|检测|测试))"
)
_BUY_EN = (
    r"(?<![a-z])(?:buy|bought|buying|purchas(?:e|ed|ing)|acquir(?:e|ed|ing)) "
    r"(?:(?!time|hours?|service|test|consult|training|access|use|from)[\w'-]+ ){0,5}?"
)
_GOODS_EN = (
    r"(?:instruments?|equipment|printers?|computers?|laptops?|furniture|machines?|machinery|servers?|office "
    r"(?:supplies|goods)|stationery|microscopes?|spectrometers?|desks?|chairs?|phones?|cars?|vans?|trucks?|air "
    r"conditioners?)(?! (?:time|hours|services?|testing|use|learning))(?![a-z])"
)
_SPENT = (
    rf"券[^,。;?不没]{{0,4}}?(?:花在|用在|换成?|拿去换|拿来换|去换|当钱买)(?:几|两|一|[二三四五六\d])?[台部张批套]?(?:新)?{_GOODS}|"
    rf"用[^,。;?]{{0,4}}?券换(?:新)?{_GOODS}|"
    rf"(?<![a-z])vouchers? (?:money )?(?:on|for|towards) (?:an? |some |our |two |three |ten )?(?:new |office |better )*"
    rf"{_GOODS_EN}"
)
_BOUGHT_EN = rf"{_GOODS_EN} (?:that |which )?(?:we|i|our \w+) (?:have |had |just )*(?:bought|purchased)(?![a-z])"
GOODS_BOUGHT = lazy(rf"{_SPENT}|{_BUY}{_GOODS}|{_BUY_EN}{_GOODS_EN}|(?<![a-z]){_BOUGHT_EN}")
USES = lazy(
    r"租用|预约|使用|用了|用过|机时|借用|测了|做了[^,。;]{0,6}(?:测|检)|咨询|培训|检测|测试|试制|"
    r"(?<![a-z])(?:booked|hired|rented|used|measured|ran samples|time on|consult\w*|training|tests?|testing)(?![a-z])"
)
OFF_PURPOSE = lazy(
    rf"{_SPENT}|"
    rf"{_BUY}(?:{_GOODS}|(?:办公|财务|绘图|正版)?软件)|"
    r"创新券[^,。;?!]{0,10}?(?:付|抵|交|报|做|请|买|用于|用来|当)[^,。;?!]{0,6}?(?:房租|租金|广告|装修|工资|招聘|团建|"
    r"水电|管理咨询)|"
    rf"{_BUY_EN}(?:{_GOODS_EN}|software(?![a-z]))|(?<![a-z]){_BOUGHT_EN}|"
    r"(?<![a-z])vouchers?[^.;?]{0,40}?(?<![a-z])(?:rent|advertis\w+|wages|salaries|payroll|renovation|marketing|"
    r"recruit\w+)(?![a-z])"
)
IP = lazy(
    r"(?:知识产权|智慧财产权?|专利|商标|著作权|版权)[^,。;]{0,10}?险|给(?:这些|我们的|公司的)?(?:知识产权|专利|"
    r"商标)[^,。;]{0,6}?(?:投保|上了?保|买)|"
    r"(?<![a-z])(?:ip|patents?|trade-?marks?|copyrights?|intellectual property)(?: (?:infringement|litigation|"
    r"liability|"
    r"enforcement|protection|rights?|are|is|were|was|have been|now|all|also)){0,3} (?:insur\w+|cover(?:age|ed)?|"
    r"polic(?:y|ies))(?![a-z])|"
    r"(?<![a-z])(?:insur\w+|cover(?:age|s|ed|ing)?|polic(?:y|ies)|premiums?)(?: [\w'-]+){0,4}? (?:patents?|"
    r"trade-?marks?|"
    r"copyrights?|ip|intellectual property)(?![a-z])"
)
COVER = lazy(
    r"(?:财产|企财|车辆?|汽车|火灾?|货[运物][^,。;]{0,2}|雇主责任|意外(?:伤害)?|员工(?:福利|意外|医疗)?|团体?|厂房|"
    r"仓库|存货|库存|机器|"
    r"设备|公众责任|水渍|工程|旅游|医疗|人寿|产品责任)(?:综合|一切|损失)?(?:保险|险)(?!公司)|"
    r"(?<![a-z])(?:property|fire|car|motor|vehicle|fleet|cargo|freight|transit|warehouse|building|accident|"
    r"health|medical|life|staff|employers?'?|liability|machinery|flood|theft|travel|group)(?:[ -](?:insurance|"
    r"cover(?:age)?|"
    r"polic(?:y|ies)))(?![a-z])|"
    r"(?<![a-z])(?:insur(?:ed|e|ing|ance (?:of|for|on))|cover (?:for|of|on)|polic(?:y|ies) (?:for|on)) (?:our |the |"
    r"its )?"
    r"(?:[\w-]+ ){0,2}?(?:warehouses?|buildings?|cars?|vans?|trucks?|stock|staff|cargo|premises|workshops?)(?![a-z])"
)
MATERIALS = lazy(
    r"其[他它](?:材料|资料|文件)|兜底|(?<![a-z])(?:other (?:materials?|papers?|documents?|proofs?)|catch-all)(?![a-z])"
)
PRIVATE_ASKS = lazy(
    r"(?:银行|信用社|房东|业主|物业|客户|供应商|甲方|保险公司|担保公司|商场|投资人|投资机构|中介|租赁公司|贷款公司|"
    r"平台公司|代账公司)"
    r"(?:那边|的(?:人|经理|柜台|窗口|表|清单|单子)|方面)?[^。;?政局委]{0,14}?(?:要求|要我们?|要交|写|说|让(?:我们)?|"
    r"列|叫|清单|催)|"
    r"(?<![a-z])(?:bank|landlord|customer|client|buyer|insurer|guarantor|lessor|leasing company|supplier|lender|"
    r"investor|shopping centre|mall)(?:'s)? (?:[\w'-]+ ){0,6}?(?:asks?|asked|wants?|demands?|demanded|requires?|"
    r"lists?|"
    r"says?|form|insists?|checklist|list)(?![a-z])"
)
OFFICE = lazy(
    r"(?:科技|税务|市监|工商|财政|教育|卫生|环保|规划|公安|人社|经信|发改)?局(?!域)|政务|政府|街道办?|部门|委员会|"
    r"主管|"
    r"(?<![a-z])(?:bureau|department|authority|government|public office|town hall|officials?)(?![a-z])"
)
FUND = lazy(r"基金|入股|参股|股权|占股|公家|(?<![a-z])(?:fund|equity|stake|invest\w*|shareholder)(?![a-z])")
MATURE = lazy(
    r"(?:进入|处于|处在|到了?|属于|过渡到|迈入|已是|是)(?:了)?(?:发展的?)?(?:成熟|衰退)(?:期|阶段|企业|公司)|"
    r"(?:过了|早过|早已过|走过|不在|不再是|不算|不属于)[^,。;]{0,4}?(?:初创|创业|成长)[^,。;]{0,6}?(?:期|阶段|企业)|"
    r"成熟期(?:的)?(?:老)?(?:企业|公司)|"
    r"(?<![a-z])(?:mature (?:stage|phase|company|firm|business|enterprise)|(?:(?:well |long )?past|beyond|out of|"
    r"left|no longer (?:in|at)) (?:both |either )?(?:the |our |its )?(?:start-?up|growth|early|growing)"
    r"(?:(?: and| or)(?: the)? (?:start-?up|growth))? (?:stage|phase|years)s?)(?![a-z])"
)
GROWN = lazy(
    r"(?<!产品)(?<!药)(?<!新品)(?<!新款)(?:即将|马上|快要?|正要?)(?:挂牌)?上市(?!的|公司|客户)|年年(?:都)?(?:有)?分红|每年(?:都)?(?:给[^,。;]{0,4})?(?:有)?分红|"
    r"(?<![a-z])about to (?:list|be listed|go public|float)(?![a-z])|"
    r"(?<![a-z])(?:pays?|paid|paying) (?:an? |out )?(?:[\w-]+ )?dividends? (?:every|each) year(?![a-z])"
)
"""What a firm past its growth does; whether it is past it the text leaves open."""
UNRIPE = lazy(
    r"(?:技术|产品|工艺|市场|方案|样机)[^,。;]{0,6}?成熟|(?<![a-z])(?:technology|product|market) (?:is |"
    r"has )?(?:now )?(?:mature|past)"
)
NO_STAKE = lazy(
    r"(?:老板|老板娘|股东|创始人|我们?|家里|父亲|我爸)[^,。;?]{0,8}?(?:不让|不许|不准|唔畀)[^,。;?借贷]{0,6}?(?:当股东|做股东|入股|参股|占股)|"
    r"(?<![a-z])(?:we|i|owners?|boss|family|founders?)(?: will| would| do| does)?(?: not|n't| never) (?:let|allow) "
    r"(?:[\w'-]+ ){1,3}?(?:become|be|as) (?:an? )?(?:[\w-]+ )?(?:shareholders?|co-owners?|partners?)(?![a-z])|"
    r"(?:不想|不愿意?|不肯|不要|不接受|不打算|不希望|唔想|唔肯|拒绝|坚决不)[^,。;?借贷]{0,8}?(?:入股|参股|出让股|"
    r"让出?股|占股|(?:新)?股东|稀释|分股|"
    r"卖股|释股|股权融资|摊薄)|(?:只想|只要|只肯|净系想)[^,。;?]{0,16}?(?:借(?:钱|款|给|畀)|贷款)|不是(?:要|想|"
    r"来)?(?:入股|参股|占股)|"
    r"(?<![a-z])not as (?:an? )?(?:shareholder|investor|co-owner)|"
    r"(?<![a-z])(?:we|i|owners?|boss|family|founders?|shareholders?|partners?)(?: [\w'-]+){0,2}?(?: (?:not|never|"
    r"refuse\w*|"
    r"unwilling|no wish)|n't)(?: [\w'-]+){0,3}? (?:give up|giv\w+ away|sell\w*|dilut\w+|part\w* with|hand\w* over|"
    r"issu\w+|"
    r"want|have|take on|accept|let)(?: [\w'-]+){0,4}? (?:equity|shares?|stakes?|shareholders?|co-owners?)(?![a-z])|"
    r"(?<![a-z])(?:only|just)(?: [\w'-]+){0,2} (?:want|need|wish)(?: [\w'-]+){0,4}? (?:a loan|to borrow|"
    r"lend)(?![a-z])|"
    r"(?<![a-z])(?:want|like|need)(?: [\w'-]+){0,3}? (?:fund|it|city) (?:only )?to lend(?![a-z])"
)
INVESTORS = lazy(r"(?:机构|投资[人者方]|资本|(?<![a-z])vcs?|他们|人家|对方|没人)[^,。;]{0,4}$")
"""Who it is that does not want a stake: 民营机构都不愿入股."""
WITH_US = lazy(
    r"(?:和|跟|与|同)[^,。;]{0,12}?(?:一齐|一起|联合|共同|合作)|"
    r"(?:我们|我司|我厂|本公司|公司|我哋)(?:和|跟|与|同)"
)
"""Who else is named carries it together with us."""
