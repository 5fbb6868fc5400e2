"""What bars a firm from a public angel fund: a restricted or an ordinary trade, no shares for it, rights that are not
its own.

"We smelt lead, a heavily polluting trade", 我们开火锅店, "a loan rather than shares", 想向基金借钱, "three patents
licensed from a university". A trade that is treated, measured or served is somebody else's.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.matters import Matter, strangers
from policies.facts.matters import find as find_matters
from policies.facts.scope import Page
from policies.facts.trades import find as find_trades
from policies.patterns import lazy

_GATE = lazy(r"基金|天使|入股|(?<![a-z])(?:angels?|funds?|equity)(?![a-z])")

_FOUL = lazy(
    r"高污染|重污染|污染(?:很|较|比较|特别|非常|挺)?(?:严重|重|大|厉害)|污染(?:大户|行业|企业)|高(?:耗能|能耗|"
    r"排放|耗电)|"
    r"(?:耗能|能耗|排放)(?:很|较|比较|特别|非常|挺)?(?:高|大)|两高(?:一剩|行业|企业|项目)|产能(?:严重)?过剩|过剩产能|"
    r"落后产能|"
    r"限制(?:类|性)(?:产业|行业|项目|目录|名录)?|(?:受|被)限制?的?(?:产业|行业|项目)|淘汰(?:类|目录)|"
    r"禁止(?:类|准入|从事)|负面清单|"
    r"(?<![a-z])(?:(?:heav\w+|high\w*|severe\w*|serious\w*|badly|much|very|most|big|major) polluti?\w*|polluters?|"
    r"polluting (?:trades?|industr\w+|business(?:es)?|branch|sector|firm|plant|works|factory)|"
    r"(?:pollutes?|polluting) (?:the|a lot|much|heavily|badly)|"
    r"uses? (?:an? )?(?:huge|enormous|vast) amounts? of (?:energy|power|electricity)|"
    r"uses? (?:as much|more) (?:power|electricity|energy) (?:as|than) (?:an? )?(?:\w+ )?(?:town|city|village|county)|"
    r"(?:we|it|which|that) pollutes?|"
    r"(?:high[- ])?energy[- ](?:hungry|intensive|guzzling)|"
    r"(?:high|heavy|huge|enormous)(?: in)? (?:energy|power|electricity) (?:use|users?|consum\w+)|"
    r"(?:over|excess|surplus)[- ]?(?:capacity|built|production)|"
    r"(?:restricted|prohibited|forbidden|banned|discouraged|negative)[- ](?:list|trades?|industr\w+|categor\w+|"
    r"sectors?|"
    r"catalogue|class|business(?:es)?|line))(?![a-z])"
)
_TREATED = lazy(
    r"治理|处理|监测|检测|减少|降低|解决|替代|淘汰(?!类|目录)|改造|回收|净化|客户|买家|服务|帮|针对|给|为(?!高|重|"
    r"限|污|两)|用于|用在|装在|卖到|替(?!代)|软件|传感|感测|机器人|芯片|算法|仪器|"
    r"(?<![a-z])(?:clean\w*|treat\w*|reduc\w+|measur\w+|monitor\w*|cut|cuts|cutting|customers?|clients?|serv\w+|"
    r"help\w*|replac\w+|for|filter\w*|remov\w+|less|instead|detect\w*|sell\w*|suppl\w+|against|avoid\w*|"
    r"software|sensors?|cameras?|robots?|chips?|algorithms?|batter(?:y|ies)|suits?|fits?|spots?|finds?|into)(?![a-z])"
)
_LEFT = lazy(
    r"以前|从前|过去|原来|曾经|早年|转做|转型|转行|转向|改做|不再|"
    r"(?<![a-z])(?:used to|formerly|once|moved (?:to|into)|switched|turned to|no longer|gave up|left|changed)(?![a-z])"
)
_OURS = lazy(r"我|咱|公司|本厂|(?<![a-z])(?:we|our|us|i|my|ours)(?![a-z])")
_FOUL_WORKS = lazy(
    r"(?:炼铅|炼锌|炼铜|炼油|炼焦|焦化|冶炼|电解铝|电镀|印染|染整|漂染|制革|鞣革|造纸|水泥|炼钢|小?钢铁|"
    r"平板玻璃|农药|火电|煤化工|挖矿|采石|砖瓦)(?:厂|的工厂|加工厂?|作坊|企业|生意|矿|场|生产商|制造商)(?!用|里|客户|"
    r"商用)|"
    r"(?:做|开|搞|办|是)[^,。;]{0,4}(?:炼铅|炼锌|焦化|冶炼|电镀|印染|制革|造纸|水泥|炼钢|电解铝)(?:的|厂|$)|"
    r"(?:我们|公司|主要)[^,。;]{0,4}(?:炼铅|炼锌|炼铜|炼焦|炼钢)|"
    r"(?<![a-z])(?:(?:our|a|an|the|run|own) (?:\w+ ){0,3}?(?:smelters?|smelting works|foundry|dye ?works|dye ?house|"
    r"tanner(?:y|ies)|paper mill|cement (?:plant|works|mill)|steel (?:mill|works)|coking plant|plating (?:shop|plant|"
    r"works)|brick ?works|coal mine)|we (?:smelt|tan|electroplate|dye|mine|coke|melt (?:\w+ )?(?:aluminium|"
    r"aluminum|lead|zinc|copper|steel|iron|scrap))|we (?:are|make|run) (?:an? |the )?(?:\w+ )?(?:cement|steel|coke|"
    r"paper|"
    r"leather|lead|zinc|brick|pesticide) (?:makers?|producers?|manufacturers?|mills?|works|smelters?))(?![a-z])"
)
_PROPERTY = lazy(
    r"(?:房地产|地产|楼盘|商品房|住宅)(?:的)?(?:开发|销售|投资|公司|商|项目|炒)|(?:开发|盖|建|造|卖|"
    r"炒)[^,。;]{0,3}(?:楼盘|商品房|住宅|"
    r"房地产|公寓楼|房子|楼)|炒房|"
    r"(?<![a-z])(?:(?:property|real[- ]estate|housing|land|flat|apartment) (?:develop\w+|business|firm|company|"
    r"speculat\w+|projects?|investment|trade|builders?)|develop(?:s|ing)? (?:property|real estate|land|flats|housing|"
    r"apartments)|(?:we|and|firm|company) (?:\w+ )?(?:builds?|sells?|develops?|trades? in)(?: and (?:sells?|lets?))? "
    r"(?:\w+ )?(?:flats|houses|apartments|homes|property|real estate|land))(?![a-z])"
)
_FOR_PROPERTY = lazy(
    r"软件|系统|平台|传感|机器|设备|材料|租|客户|给|为|监测|智能|技术|app|"
    r"(?<![a-z])(?:software|systems?|platforms?|sensors?|robots?|materials?|for|customers?|clients?|rent\w*|"
    r"apps?)(?![a-z])"
)

_KEEP_SHARES = lazy(
    r"(?:不想|不愿意?|不肯|不打算|不会|不能|不准备|不舍得|舍不得|拒绝|唔想|唔肯|唔会)(?:再|让|把|他们|基金|他|拿|去)*"
    r"(?:让出?|出让|卖|给|稀释|释放|放弃|分|交|转让|俾)(?:给)?(?:出去?|出|掉|任何|一点|半点|他们|基金|公司的?|"
    r"我们的?|的)*(?:股权|"
    r"股份|股|持股)(?!东|市|比)|"
    r"(?:不想|不愿意?|不肯|不要|不让|不希望|唔想|唔要)(?:让|要|俾)?(?:他们|基金|它|天使|"
    r"政府)?(?:的)?(?:来)?(?:入股|占股|持股|当股东|做股东|参股)|"
    r"股东(?:还|仍|依然|都)+是我们(?:几个|自己|原来)|(?:股份|股权)(?:全部|都|全)?(?:归|由)?自己(?:拿|揸|留|持有)|"
    r"不(?:给|占|出|让|分|稀释)(?:任何)?(?:股份|股权|股(?!东|比|息|市))|股[份权]?(?:一点|一分|半点)?(?:都|也)?(?:不|"
    r"唔)(?:想|愿|肯)?(?:让|出|卖|给|分|俾)|"
    r"(?<![a-z])(?:(?:rather not|instead of|without|than|not|[a-z]+n't|no|never|unwilling|refuse|refusing|"
    r"avoid) (?:\w+ ){0,4}?"
    r"(?:sell(?:ing)?|giv(?:e|ing)|part(?:ing)?|issu(?:e|ing)|hand(?:ing)?|dilut\w+|surrender\w*|offer(?:ing)?|"
    r"let(?:ting)? go|yield(?:ing)?|buy(?:ing)?|tak(?:e|ing)) (?:(?:up|away|out|over|with|of|any|our|the|them|it|"
    r"a|an|"
    r"new|single|us|in|fund|angel|city|to|into) ){0,5}(?:shares?|equity|stakes?|stock|ownership)|"
    r"(?:stay|remain|be left)(?: as)?(?: the| its)? (?:sole|only) (?:share ?holders?|owners?)(?! until| before)|"
    r"(?:instead of|not|than|no) (?:shares|equity|a stake|an equity)|(?:keep|keeping) (?:all|"
    r"every one)(?: of)? "
    r"(?:the |our )?(?:shares|equity|stock))(?![a-z])"
)
_TOO_MUCH = lazy(
    r"太多|过多|那么多|这么多|控制权|控股|大股东|超过|多于|以上|\d|[一二两三四五六七八九]成|一半|"
    r"(?<![a-z])(?:too|more|most|control\w*|majority|over|above|beyond|largest|biggest|half|much|\d+|per ?cent|"
    r"%)(?![a-z])"
)
_FUND_ZH = r"(?:天使基金|天使|基金)(?:那边|方面|公司)?"
_LOAN = lazy(
    rf"(?:向|跟|找|问|同|从|请|让|要|叫)[^,。;]{{0,8}}?{_FUND_ZH}(?:先|再|能|可以|直接|给|把|就|只)*(?:借|贷|拆借|"
    rf"垫|担保|作保|做保|出面担保)|"
    rf"{_FUND_ZH}(?:能不能|能否|可不可以|可以|可否|能|会|先|肯|只|直接|就|愿意|不能|给|帮|替|为|我们|公司|企业|"
    rf"一笔|出面|提供|做|作){{0,8}}(?:借款|"
    r"借(?!调|鉴)|贷款(?!贴息|的?渠道|的?信息|的?政策|申请|方面|咨询|产品|资讯)|放贷|担保|作保|做保|当保人|背书)|"
    rf"(?:请|让|要|叫|希望|由){_FUND_ZH}[^,。;]{{0,12}}(?:做担保|作担保|作保|担保)|"
    r"(?:想|要|希望|打算|宁愿|宁可|更想)[^,。;]{0,8}(?:借款|借钱|借一笔|贷款)[^,。;]{0,6}(?:而不是|不是|不要|"
    r"不想)?[^,。;]{0,4}(?:股)|只借不(?:投|入股)|"
    r"(?:为|替|给|帮)[^,。;]{0,6}(?:银行)?贷款(?:做|作|提供|出|当)?(?:担保|作保|保人)(?=[^。;]{0,16}(?:入股|基金|"
    r"天使))|"
    r"(?<![a-z])(?:(?:loan|credit|lend\w*|borrow\w*|bridge|cash advance) (?:\w+ ){0,6}?(?:from|by|of|"
    r"through) (?:the |"
    r"this |your |kunshan's |kunshan |city |city's )*(?:angel |seed )?(?:fund|angel|money)|"
    r"(?:fund|angel)(?:'s)? (?:to |just |simply |could |can |would |will |may |might |please |only |also |not |"
    r"money ){0,3}"
    r"(?:lend|loan|guarantee|vouch for|stand surety|(?:back|secure|underwrite) (?:(?:us|our|the|a|an|this) )?(?:\w+ "
    r")?(?:loan|"
    r"credit|overdraft|borrowing)(?! applic)|co-?sign|give us (?:a |an )?(?:\w+ )?"
    r"(?:loan|guarantee|credit)|grant us (?:a |an )?(?:loan|guarantee))|"
    r"(?:as|only|just) an? (?:\w+ )?loan(?: to us)?|"
    r"(?:fund|angel) (?:\w+ ){0,2}?(?:stand|act|be|sign) (?:as )?(?:surety|guarantor|a guarantor)|"
    r"(?:a|the) (?:\w+ ){0,2}loan (?:\w+ ){0,4}?(?:than|instead of|rather than|not|without) (?:\w+ ){0,2}(?:shares?|"
    r"equity|invest\w*|stake))(?![a-z])"
)
_REPAID = lazy(
    r"(?:无息|免息|零利息)的?(?:资金|钱|款|借|周转|使用)|"
    r"(?:基金|天使)的?(?:[^,。;银]{0,4}(?:钱|资金|款))[^。;?银]{0,12}?[年月]后?(?:再|连本|就|全|如数|一次|"
    r"原数)*(?:还|归还)(?=回|返|清|给|掉|[,。;]|$)|"
    r"(?<![a-z])interest[- ]free (?:money|funds?|cash|advance|capital|sums?)(?![a-z])"
)
"""Money that is given back and takes no share."""
_TO_OTHERS = lazy(
    r"(?:给|俾)(?!基金|天使|他们|别人(?!家)|外人|任何|政府|国资|出|掉)|"
    r" (?:to|with) (?!(?:the |an? |this |any |your )?(?:(?:angel|city|kunshan|state|public|government) )*"
    r"(?:funds?|angels?|city|state|government|investors?|anyone|anybody|outsiders?|strangers?|them|it)(?! "
    r"else)(?![a-z]))|"
    r" (?:to|with) (?:anyone|anybody|others) else"
)
_OF_A_BANK = lazy(
    r"银行(?!贷款[^,。;]{0,3}担保)|还清|还了|以前|去年|(?<![a-z])(?:repaid|repay|earlier|last year|our bank lent|"
    r"already)(?![a-z])"
)
_BANK = lazy(r"银行|(?<![a-z])banks?(?![a-z])")
_DENIED = lazy(r"不是|并非|不要|没|(?<![a-z])(?:not|no|never)(?![a-z])|n't")
_EITHER = lazy(r"还是|或者?|都行|都可以|(?<![a-z])(?:or|either|both)(?![a-z])")
_EITHER_SHARES = lazy(
    r"(?:还是|或者?)[^,。;]{0,6}(?:入股|投资|股)|股[^,。;]{0,4}(?:还是|或)|(?<![a-z])(?:or|"
    r"and) (?:\w+ ){0,4}(?:shares|equity|"
    r"invest\w*|stake)(?![a-z])"
)

_LICENSED = lazy(
    r"专利[^,。;]{0,4}(?:在|挂在|登记在)[^,。;我]{0,8}(?:大学|学校|高校|研究[院所]|教授|个人|母公司|"
    r"集团)[^,。;]{0,4}名下|"
    r"专利[^,。;]{0,10}(?:是|都是|全是)?[^,。;]{0,4}(?:从|由|向|跟)[^,。;]{1,10}(?:许可|授权|租|借)(?:来|给|使用|"
    r"得|的|过来|实施)|"
    r"(?:用|使用|靠)(?:的|着)?(?:是)?[^,。;]{0,4}(?:大学|学校|高校|研究[院所]|别人|他人|教授|外国|国外|对方|人家|"
    r"母公司)[^,。;]{0,8}专利|"
    r"(?:大学|学校|高校|研究[院所]|别人|他人|教授|人家)[^,。;]{0,6}(?:许可|授权)(?:给)?(?:我们|公司|"
    r"咱们)?[^,。;]{0,6}(?:的)?[^,。;]{0,4}专利|"
    r"专利[^,。;]{0,6}(?:都|全|全部)?(?:是|属于|归)[^,。;]{0,4}(?:大学|学校|高校|研究[院所]|别人|他人|教授|人家|"
    r"母公司)(?:的|所有)|"
    r"(?<![a-z])(?:patents? (?:\w+ ){0,4}?(?:(?:in-)?licen[cs]ed|borrowed|rented|"
    r"leased)(?: exclusively)? (?:to us|from|by)|(?:in-)?licen[cs]ed patents?|"
    r"(?:use|licen[cs]e|rely on|work under|rent)s? (?:\w+ ){0,3}?patents? (?:of|from|owned by|held by|belonging to)|"
    r"patents? (?:\w+ ){0,3}?(?:belongs?|owned by|held by|the property of|are not ours|is not ours))(?![a-z])"
)
_OUT = lazy(
    r"许可给(?!我们|公司|咱)|授权给(?!我们|公司|咱)|对外许可|(?<![a-z])licen[cs](?:ed|ing) (?:them |it |"
    r"one )?(?:out|to (?!us))|"
    r"(?<![a-z])(?:owned|held) by (?:us|our|the company)|belongs? to (?:us|the company|our)"
)
_OF_OUR_OWN = lazy(
    r"(?:自己|自有|自主|我们|公司)(?:也|还|另外|另)?(?:有|的|拥有|名下)[^,。;没无]{0,8}(?:专利|软著|著作权|布图|"
    r"新药证书)|软著|软件著作权|布图|新药证书|"
    r"(?<![a-z])(?:(?:patents?|copyrights?) of our own|our own (?:\w+ )?(?:patents?|copyrights?)|"
    r"software copyrights?|"
    r"chip layouts?|layout designs?|new[- ]drug certificates?)(?![a-z])"
)
_NONE_OF_OUR_OWN = lazy(
    r"(?:自己|公司|我们)(?:名下)?(?:并|也|还|一件|都){0,3}(?:没有?|无)[^,。;]{0,6}(?:专利|知识产权)|"
    r"(?<![a-z])(?:no|none|not|without)(?: \w+){0,3} (?:patents? )?of our own"
)
_MARK = lazy(r"商标|(?<![a-z])(?:trade ?marks?|brand names?)(?![a-z])")
_OTHER_RIGHTS = lazy(
    r"专利|软著|著作权|布图|新药|品种|版权|技术诀窍|资质|标准|(?<![a-z])(?:patents?|copyrights?|layouts?|drugs?|"
    r"variet\w+|know-?how|"
    r"certificates?|standards?|software)(?![a-z])"
)
_FUND_FIRST = lazy(
    r"(?:基金|天使|他们|国资|政府)[^。;?]{0,16}?(?:成为?|当|做|变成|作为)(?:我们|公司)?的?(?:单一)?大股东(?!吗|么|"
    r"呢)|"
    r"(?:基金|天使|他们|国资|政府)(?:来)?控股(?!股东|集团|公司|权|比例|不|唔|得)|"
    r"(?<![a-z])(?:fund|angel|city)(?! fund)(?: \w+){0,3} (?:take|have|hold|own|get|buy)(?:s|ing)? (?:the |a |"
    r"an )?(?:controlling "
    r"(?:stake|interest|share)|majority(?: stake| share)?|control of)"
)
_FEARED = lazy(
    r"怕|担心|最多|至多|绝|会不会|不会|不想|不要|不让|不希望|不能|吗|么|是否|不|没|未|别|"
    r"(?<![a-z])(?:fear\w*|afraid|worr\w+|might|not|never|no|n't|does|do|is|are|can|could|if|whether|"
    r"without)(?![a-z])|n't"
)
_MATTERS = (Matter("restricted_trade", _FOUL, without=_TREATED),)


def find(page: Page) -> Findings:
    """The bars of a public fund, where the text speaks of one."""
    if not _GATE.search(page.text):
        return
    for found in find_matters(page, _MATTERS):
        index = page.index(found.start)
        if found.value is False or (
            not _LEFT.search(page.sentence(index))
            and _OURS.search(page.text, page.clauses[page.opening(index)].start, found.start)
        ):
            yield found
    yield from _foul_works(page)
    yield from find_trades(page, "science_project")
    yield from _no_shares(page)
    yield from _rights(page)
    for match in _FUND_FIRST.finditer(page.text):
        words = page.text[page.clauses[page.index(match.start())].start : match.end()]
        if page.clauses[page.index(match.end() - 1)].closing != "?" and not _FEARED.search(words):
            yield Found("fund_largest_shareholder", True, match.start(), match.end(), 3)


def _foul_works(page: Page) -> Findings:
    """A works of a trade that is restricted as a rule, or property: whether this one is, is open."""
    for pattern, served in ((_FOUL_WORKS, _TREATED), (_PROPERTY, _FOR_PROPERTY)):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            here = page.words(index)
            if not (strangers(page, match.start()) or served.search(here) or _LEFT.search(page.sentence(index))):
                yield Found("restricted_trade", None, match.start(), match.end(), 1)


def _no_shares(page: Page) -> Findings:
    """`equity_offered` denied: a loan or a guarantee is wanted of the fund, or all shares are kept."""
    for pattern in (_LOAN, _REPAID, _KEEP_SHARES):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            here = page.words(index)
            if strangers(page, match.start()) and not _GATE.search(page.sentence(index)):
                continue
            if pattern is _LOAN and _OF_A_BANK.search(match[0]):
                continue
            if pattern is _REPAID and (_BANK.search(here) or _DENIED.search(here)):
                continue
            if pattern is _KEEP_SHARES and _TO_OTHERS.match(page.text, match.end()):
                continue
            if pattern is _KEEP_SHARES and _TOO_MUCH.search(here[match.start() - page.clauses[index].start :]):
                continue
            value = None if _EITHER_SHARES.search(page.sentence(index)) and _EITHER.search(here) else False
            yield Found("equity_offered", value, match.start(), match.end(), 3)


def _rights(page: Page) -> Findings:
    """Patents that are licensed are not ours, and a trade mark alone is none of the rights that are named."""
    licensed = next((one for one in _LICENSED.finditer(page.text) if not strangers(page, one.start())), None)
    own = _OF_OUR_OWN.search(page.text) is not None and not _NONE_OF_OUR_OWN.search(page.text)
    if licensed is not None and not own and not _OUT.search(page.words(page.index(licensed.start()))):
        for name in ("patents", "own_ip"):
            yield Found(name, None, licensed.start(), licensed.end(), 5)
    mark = _MARK.search(page.text)
    if mark is not None and not _OTHER_RIGHTS.search(page.text):
        yield Found("own_ip", None, mark.start(), mark.end(), 4)
