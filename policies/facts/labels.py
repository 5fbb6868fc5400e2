"""What a figure is about: words that name a measure, ours or a trap. The longest word at a place wins."""

from __future__ import annotations

from dataclasses import dataclass

from policies.patterns import lazy

_MEASURES: dict[str, str] = {
    "rating_fee": r"(?:信用)?评级(?:服务|报告)?费用?|评级(?:公司|机构)|信用评级(?:报告|"
    r"服务)?(?=[^,。;\d]{0,6}(?:花|付|交|收|用))|"
    r"(?:credit[- ])?rating (?:fees?|costs?|bill)|rating agency|(?:for|on|bought|buy) (?:a|the|"
    r"our) (?:first )?(?:credit )?rating",
    "credit_report_fee": r"征信(?:服务|报告|查询)?(?:费用?)?|credit[- ]report(?:s|ing)?(?: (?:fees?|services?))?|"
    r"credit[- ]information(?: services?)?|credit bureau",
    "bandwidth_fee": r"(?:网络|网路)?[带频]宽(?:费用?)?|宽带(?:费用?)?|专线(?:费用?)?|网费|bandwidth(?: fees?|"
    r" bill| costs?)?|"
    r"broadband|leased lines?",
    "tech_transfer": r"技术(?:转让|开发|转移)(?:合同)?(?:费用?|款)?|(?:转让|开发)费|"
    r"委托(?:研发|开发|研究)(?:费用?|款)?|"
    r"(?:合作|联合)(?:研发|开发)(?:费用?|款)?|technology[- ]transfer(?: fees?)?|transfer fees?|"
    r"development (?:fees?|contract)|"
    r"(?:joint|contract|commissioned) (?:research|development)",
    "patent_purchase": r"(?:购买|采购|收购|购入|"
    r"买(?:了|下|进|入|来|回)?)[^,。;卖]{0,20}?专利(?!评估|质押|保险|代理|服务)|"
    r"专利(?:的)?(?:购买|收购)(?:费用?|款)?|(?:buy|buys|buying|bought|purchas\w+|acquir\w+) (?:[\w'-]+ ){0,8}?patents?|"
    r"patent purchases?",
    "patent_income": r"(?:实际)?(?:货币|现金)收入|专利(?:许可|授权|实施|转让|项目|技术)?费?的?(?:实际)?(?:货币|"
    r"现金)?(?:收入|收益|进账|收到|带来|变现|收了)|许可费(?:收入)?|"
    r"patent (?:income|revenue)|licen[cs](?:e|ing)(?: \w+){0,2} (?:brought in|earned|yielded)|(?:cash )?(?:income|"
    r"revenue|proceeds|returns?) (?:of|from) (?:our|the|this|that) patents?(?: "
    r"projects?)?|patent projects?(?: \w+){0,2} (?:brought in|earned|yielded|made|returned|took in)|licen[cs](?:e|"
    r"ing) (?:income|fees?|revenue)|royalt(?:y|ies)|"
    r"income from (?:\w+ )?patents?",
    "procurement_budget": r"(?:年度|全年|政府)?采购(?:项目)?(?:的)?总?预算(?:总额|金额)?|(?:procurement|"
    r"purchasing|purchase) budgets?|(?:procurement|purchasing|purchases|buying)(?: \w+){0,6}? (?:is |was "
    r")?budgeted(?: at)?|"
    r"budget for (?:\w+ )?(?:purchas\w+|procurement|buying)",
    "sme_loan_balance": r"(?:中小微?企业?|小微企业?|小微)[\u4e00-\u9fff]{0,6}[贷放]款余额|[贷放]款余额|"
    r"(?:sme|small[- ]business) (?:loan|lending) (?:balance|book)|"
    r"(?:sme|small[- ]business) loans (?:outstanding|on our)|balance of (?:sme |small[- ]business )?loans|loan book|"
    r"loans to (?:smes|small (?:and \w+ )?(?:firms|businesses|enterprises|companies))",
    "first_loans_lent": r"首贷户?(?:投放|发放|放款|贷款|总额|金额)?|首[笔次]贷款|first(?:[- ]time)? loans?|"
    r"first[- ]time borrowers",
    "net_assets": r"equity on (?:the|our) (?:balance sheet|books)|净资产|资产净[值额]|(?<=账上)净值|股东权益|"
    r"所有者权益|(?:owners?|shareholders?)'? ?equity|net assets?|net worth",
    "capital": r"注册资本金?|注册资金|实缴(?:资本)?|认缴|股本|registered capital|paid[- ]in capital|share capital",
    "total_assets": r"资产总额|资产总计|总资产|资产合计|资产规模|资产(?:一共|总共|共|加起来)?|"
    r"(?:全部|所有|整个)?的?(?:家当|家底|家业|身家(?!性命|清白))|(?:里里外外|名下)的?(?:所有|全部)?的?东西|"
    r"(?:everything|all|what|whatever|(?:the )?whole lot) (?:that )?(?:we|the (?:company|firm|business)) (?:jointly |"
    r"together )?"
    r"(?:owns?|possess(?:es)?)|(?:all|the whole of) (?:our|the (?:company|firm)'s) (?:belongings|possessions)|"
    r"the (?:company|firm|business)'s (?:belongings|possessions)|asset total|total assets?|assets|"
    r"balance[- ]sheet(?: (?:totals?|of|comes to|adds up to|stands at))?|asset side",
    "valuation": r"投[前后]估值|估值|市值|身价|valuations?|valued|values us|"
    r"(?<!goods )(?<!products )(?<!'s )(?<!yuan )(?<!million )worth(?! of)|"
    r"post-money|pre-money",
    "growth": r"增长率|增速|涨幅|增幅|成长率|年增率",
    "revenue": r"(?:sold|shipped|delivered) (?:goods|products|machines|wares) (?:worth|for)|营业总?收入|销售收入|"
    r"主营收入|年收入|总收入|营业额|销售额|年营收|营收|"
    r"收入|流水|进账|总销售|销售(?=[\d一二三四五六七八九十两约达为是])|销售总额|"
    r"年销售|销(?=了?[\d一二三四五六七八九两])|业绩|"
    r"一年(?:大概|约|能|才)?做|卖了|卖出|卖货|货卖|(?<=[年共])卖(?=[\d.一二三四五六七八九十百千两]{1,8}[万亿])|做了(?=[\d一二三四五六七八九十两]|大?概|"
    r"约)|revenues?|revnue|reveneu|revenu|turnover|turned over|sales|sold|took in|"
    r"takings|top ?line|gross(?:ed)|total income|income|"
    r"(?:we|it) did|(?:we|it) made|(?:and|chain|company|firm|we|it) (?:booked|took(?= (?:about )?(?:rmb |¥)?[\d.,]+ "
    r"(?:million|billion|m|bn)(?: yuan)? (?:over|through|at) the tills?))|rang up|shifted(?= (?:about )?(?:rmb |"
    r"¥)?[\d.,]+ (?:million|m)(?: yuan)?(?:'s)? worth)|billed|brought in|sells?(?= "
    r"(?:goods |wares )?(?:worth |for )?(?:about )?(?:rmb |"
    r"¥)?\d)",
    "profit": r"净利润|利润总额|利润率|利润|净利|毛利率?|盈利|赚了|亏损|亏了|profits?|"
    r"margins?|losses|loss|earnings|ebitda",
    "rnd": r"on (?:developing(?= (?:an?|our|the|new)(?![a-z]))|(?:the )?development of)|"
    r"研发(?![^,。;]{0,6}险)(?!人员|人才|团队|中心|大?楼|基地|岗|补)(?:费用?|投入|支出|经费|开支|花了|费)?|"
    r"研究(?:开发)?费用?|科研(?!院|所|人)|"
    r"(?:went|goes|going|spent|spend|put|ploughed|poured|flowed) (?:on|into|in|for|to) (?:product |our (?:own )?)?"
    r"development|into (?:product )?develop(?:ment|ing(?= (?:an?|our|the|new)(?![a-z])))(?! of (?:the )?market)|"
    r"[用花投](?:在|于|到|进)了?(?:新?产品|技术|新品)?的?开发(?![区商票])|"
    r"development (?:swallowed|took|cost|consumed|ate|absorbed|budget|spending|spend|outlay|expenses?)|"
    r"(?:our|the) lab(?:oratory)? (?:spent|cost|costs|used|took)|r&d|r & d|r and d|"
    r"(?<!university's )(?<!institute's )"
    r"(?<!supplier's )research(?: and development)?(?! institut| cent| staff| equipment| liability| instruments?|"
    r" gear|"
    r" facilit| apparatus| risk| devices?| machines?)",
    "interest": r"付息|付了利息|贷款利息|利息|interest (?:bill|charges?|costs?|expenses?|payments?)(?: (?:on|for|"
    r"of) (?:the|this|that|our) (?:bank )?(?:loan|credit))?|"
    r"interest (?:(?:actually |already )?(?:paid|charged|due) )?(?:on|for|of) (?:the|this|"
    r"that|our|its|my)(?: (?:firm|company|business)'s)? (?:bank )?(?:loan|credit)|interest(?! rate)(?:ed)?",
    "rate": r"贷款利率|年利率|实际利率|利率|年息|年化|利息率|interest rate|apr",
    "benchmark": r"基准利率|lpr|报价利率|benchmark(?: rate)?",
    "premium": r"保险费用?|保费|premiums?|"
    r"(?:贷款|信贷|借款|融资|小额贷款)?(?:履约)?保证(?:保险|险)(?!公司)(?:的?(?:保险)?费用?|"
    r"的?保费)?|"
    r"(?:(?:bank )?(?:loan|credit|lending)(?:'s)?[- ])?(?:surety|guarant(?:ee|y)|performance|repayment)[- ]"
    r"(?:insurance|polic(?:y|ies)|cover)(?! (?:compan|firm|house))(?: premiums?)?",
    "guarantee_fee": r"担保费用?|保证费用?|担保手续费|担保服务费|担保(?=[公交付花])|担保公司|guarantee fees?|"
    r"guaranty fees?|guarantee company|guarantees?|guaranties|guarantors?|保证(?:公司|机构)|"
    r"suret(?:y|ies)(?:'s)? (?:compan(?:y|ies)|firms?|houses?|fees?|charges?)|bonding (?:company|firm|house)",
    "valuation_fee": r"(?:估值|估价|鉴价)(?=[^,。;\d]{0,3}(?:花|付|费|收|用了|交))|"
    r"(?:专利|商标|知识产权|软著)(?:拿去|送去|去|做|请人|作|给)(?:做|了)?(?:估价|估值|鉴价|评估)(?!值|为)|"
    r"评估费用?|鉴价费|估价费|评估(?:公司|机构|师|报告)?(?!值|价值|为|得出)|估值费|鉴价|"
    r"valuation (?:itself )?(?:cost|came to|set us back)|for (?:the|their|its|our) valuation|valuation fees?|"
    r"appraisal(?: fees?| bill| costs?)?|apprais\w+|(?:patents?|trademarks?|ip) (?:being )?valued|"
    r"patent valuation|ip valuation|valuation of (?:our|the|its|two|three|four) (?:\w+ )?(?:patents?|trademarks?|ip|"
    r"copyrights?)|"
    r"to value|valuer|assessment fee",
    "insured_sum": r"保额|保险金额|投保金额|最高可?赔付?|赔偿限额|"
    r"保障额度?|sums? insured|insured (?:for|sums?)|coverage of|"
    r"insures?(?= (?:rmb|¥|\d))|保了?(?=[\d一二两三四五六七八九十])|"
    r"covers?(?= (?:us )?(?:for )?(?:up to )?(?:rmb|¥|\d))|"
    r"covered (?:for|up to)|(?:policy|cover|coverage) limit",
    "receivable": r"应收(?:账款|款|货款)?|拖欠|积欠|拖着|欠着|欠款|欠了|欠|押着|压着|压了|"
    r"货款|尾款|工程款|项目款|器械款|账款|没付|未付|没给|没有?结清?|收不回来?|收不到|"
    r"receivables?|owes?|owed|owing|outstanding|unpaid|overdue invoices?|invoices?|"
    r"in arrears|hasn't paid|haven't paid|behind with us|waiting for(?= (?:rmb|¥|\d))|"
    r"our (?:unpaid )?bills?(?= (?:of|for))",
    "loan": r"principal(?=:)|贷款(?:本金)?|借款|贷了|贷到|贷的|借了|借到|放的?款|放了款|放给我们|批给我们|"
    r"[放批](?:了|出|下来?)?(?=[\d一二两三四五六七八九十])|贷出|借|贷|"
    r"(?<=of )ketongdai(?: money| credit)?|(?<=科贷通)的?[钱款]|"
    r"loans?(?! (?:officer|manager|desk|clerk|department|cent|service|product|application))|"
    r"borrow(?:ed)?|borrowing|lent|lend us|signed for|credit(?= of (?:rmb|¥|\d))|drew down|drawdown|drew(?! (?:up|"
    r"attention|on))|drawn|advanced",
    "credit_line": r"授信(?:额度)?|额度|信用额|credit line|facility",
    "funding": r"融资|融了|融到|募资|天使轮|[abc]轮|投资(?!人|方)|投了|投我们|基金|补贴|"
    r"补助|贴息(?!多少|能|可|怎|吗|有|率|政策|额|比例)|资助|奖励|奖金|拨款|invest(?:s|ed|ment)?|rais(?:e|ed|ing)|"
    r"funding|"
    r"fund|grants?|subsid\w+|equity round|prize money",
    "cost": r"房租|租金|工资|薪资|成本|设备(?:款)?|投入|花了|花费|开销|订单(?![^,。;]{0,3}(?:质押|抵押))(?:额)?|"
    r"合同(?:额|"
    r"金额)?|采购(?:额)?|税(?:款|金|收|负)?|纳税|罚款|赔偿|赔|押金|保证金|库存|"
    r"货值|存货|单价|报价|价格|负债|欠债|债务|产值|"
    r"出口(?:额)?|外销|内销|预算|rents?|wages|salar(?:y|ies)|costs?|cost us|"
    r"prices?|priced|quotes?|quoted|equipment|machines?|spend(?:ing)?|spent|"
    r"orders?|backlog|contracts?|tax(?:es)?|fines?|penalt(?:y|ies)|"
    r"deposits?|stock|inventory|damages|budgets?|debts?|liabilit\w+|exports?|output",
    "staff": r"员工|职工|人员|团队|用工|staff|headcount|workforce|employees|team|people|人数",
}

_HEADS = "".join(sorted({c for words in _MEASURES.values() for c in words if c.isalpha()}))
"""No measure begins with another character: places that cannot begin one are passed over quickly."""
_ALL = lazy(
    rf"(?<![a-z])(?=[{_HEADS}])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _MEASURES.items())
    + ")(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A measure named at `start:end` of the normal form."""

    measure: str
    start: int
    end: int


def find(text: str) -> tuple[Label, ...]:
    """Measures named in the text, left to right; at one place the earlier entry of the list wins."""
    return tuple(Label(str(m.lastgroup), m.start(), m.end()) for m in _ALL.finditer(text))
