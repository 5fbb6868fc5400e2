"""What each fact is about, in the stems by which any reader notices that it is spoken of, in three scripts.

A topic states nothing. It serves the doubt layer alone: where a writer says that something is not known, the topics of
those words tell which facts he leaves open.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from policies.facts.signatures import asked_after
from policies.patterns import lazy

_TOPICS: dict[str, tuple[str, str]] = {
    # who we are
    "size": (
        r"中小企业(?!局|促进|服务)|小微|微型|小型(?!机)|中型|大型(?!国企|国有|企业欠)|划型|企业规模",
        r"size|(?:micro|small|medium|large)(?!\s(?:batch|part|sum|amount|loan|cost|scale))|smes?",
    ),
    "legal_person": (
        r"法人(?!代表)|有限公司|有限责任|分公司|个体户|独资",
        r"legal person|limited company|legal entity",
    ),
    "established": (r"成立|设立|开业|注册日", r"found(?:ed|ing)|established|incorporat\w+|set up"),
    "region": (
        r"注册地|注册在|登记在(?![^,。;]{0,10}名下)|迁册|迁入",
        r"registered (?:in|at|address)|registered office|domicile|seat of",
    ),
    "local_taxpayer": (r"纳税|交税|缴税|税务关系|税(?:落|交|缴)在|报税", r"pays? (?:our |its |the )?tax(?:es)?|taxed"),
    "group_subsidiary": (
        r"集团|子公司|母公司|控股|全资|大股东",
        r"subsidiar\w+|parent|holding|corporate group|part of (?:a|the) group|controlled",
    ),
    "clear_equity": (r"股权|代持|持股|股份归|谁是股东", r"who owns|nominee|cap table"),
    "listed": (r"上市|挂牌|新三板", r"listed|quoted|ipo|flotation"),
    "leading_industry": (r"主导产业|新兴产业|产业目录|产业方向", r"(?:leading|emerging|priority|pillar) industr\w+"),
    "tech_enterprise": (r"科技型?企业|科技公司", r"tech(?:nology)? (?:enterprise|company|firm)"),
    "credit_rating": (r"信用等级|信用评级|评级|评了?几级|资信等级", r"ratings?|rated"),
    "serious_dishonesty": (
        r"失信|处罚|罚款|罚单|被罚|裁罚|违法|违规|黑名单|不良记录|立案|被执行|行政罚|经营异常",
        r"dishonest\w*|fine|fined|fines|penalt\w+|penali[sz]ed|blacklist\w*|violations?|offences?|court record|"
        r"infring\w+|sanction\w*|wrongdoing",
    ),
    # titles
    "high_tech_certified": (r"高新技术|高新证|高新企业|高企|高新(?:资格|认定)", r"high-?\s?tech(?:nology)?"),
    "tech_sme": (
        r"科技型?中小企业|科小|科技型中小|入没入库|有没有入库|是否入库",
        r"tech(?:nology|nological)?(?:[- ](?:based|type|oriented|driven))?[- ](?:sme|small)\w*",
    ),
    "little_giant": (r"小巨人", r"little giant"),
    "specialised_sme": (r"专精特新", r"speciali[sz]ed(?:,| and|,? and) \w+"),
    "innovation_demonstration": (r"示范企业", r"demonstration (?:enterprise|firm|company)"),
    "agricultural_high_tech": (r"农业高新|农高", r"agricultural high-?\s?tech\w*"),
    "key_support_object": (
        r"重点(?:支持|扶持|名单|企业|对象|培育|的?(?:申请|申报|名额|资格|评选|认定))",
        r"key[- ]support|priority[- ]support|priority (?:list|firms?|compan\w+)|key (?:list|firms?|object)|"
        r"singled (?:\w+ )?out",
    ),
    "haifan_enterprise": (r"海帆", r"haifan"),
    "key_incubator": (r"孵化器", r"incubator"),
    "recognised_startup": (r"在孵|创业创新企业", r"recogni[sz]ed start-?up"),
    "park_funding": (
        r"(?:管委会|海淀园|中关村)[^,。;]{0,8}(?:钱|资金|支持|资助|补)|管委会[^,。;]{0,6}(?:给|拨|发|批|还是|就是|或)",
        r"(?:park|zhongguancun)\w*(?:'s)? (?:(?:management )?committee(?:'s)?(?: (?:money|funds|funding|support))?|"
        r"money|funds|funding|support)",
    ),
    "group_funding": (r"海科金|中关村发展集团", r"haikejin|zhongguancun development"),
    "incubator_recommended": (r"孵化器[^,。;]{0,8}推荐", r"incubator[^,.;]{0,24}(?:recommend\w*|nominat\w*|forward)"),
    "association_recommended": (
        r"(?:私个协|个私协|个体[^,。;]{0,6}协会)[^,。;]{0,8}推荐",
        r"association[^,.;]{0,24}(?:recommend\w*|nominat\w*|forward)",
    ),
    "collaboration_base": (r"产学研[^,。;]{0,8}基地", r"demonstration[- ]base"),
    "growth_list": (r"榜单|上榜|百强|五十强|高成长", r"fast 50|top 100|top ten|rankings?"),
    "talent_programme": (r"千人|海聚|高聚|海英", r"thousand talents|haiju|gaoju|haiying"),
    "talent_project": (r"人才(?:计划|项目|工程)", r"talent (?:programme|program|project|plan|scheme)"),
    "contest_winner": (r"大赛|得奖|获奖", r"contest|competition|prize"),
    "challenge_matched": (r"挑战赛", r"challenge"),
    # figures
    "employees": (
        r"人数|员工|职工|人手|多少人|几个人|在册",
        r"headcount|head count|staff|employees|payroll|how many people|workforce",
    ),
    "annual_revenue_cny": (
        r"营收|营业额|营业收入|总收入|收入|销售额|销售|卖了|流水",
        r"revenues?|turnover|sales|takings|top ?line",
    ),
    "revenue_growth_pct": (
        r"(?:收入|营收|销售|营业额)[^,。;]{0,6}(?:增长|增速|成长|涨)|增速|成长率",
        r"growth|grew|grown",
    ),
    "profit_growth_pct": (r"利润", r"profits?|earnings"),
    "rnd_ratio_pct": (
        r"研发(?:费|投入|经费|占|支出|花|开支|比例)",
        r"(?:r&d|research(?: and development)?|development) (?:spend\w*|cost\w*|expen\w+|outlay|ratio|share|budget)",
    ),
    "rnd_staff_pct": (
        r"研发人|科技人员|做研发|搞研发|技术人员",
        r"(?:r&d|research) (?:staff|people|headcount)|developers|researchers|technicians|"
        r"(?:belongs?|counts?|assigned) (?:to|as|towards) (?:development|research|r&d)",
    ),
    "through_platform": (
        r"(?:通过|经由?|走|借助|从|在)[^,。;]{0,20}平台(?!公司)|平台[^,。;]{0,4}(?:预约|约的|订的|办的|下单|经手)",
        r"(?:through|via|over|on) (?:the |a |its )?(?:[\w'-]+ ){0,6}?platform",
    ),
    "total_assets_cny": (
        r"资产总额|总资产|资产规模|家当|家底|身家|资产负债表|(?<!净)(?<!固定)(?<!无形)资产(?!评估|管理|公司|抵押)",
        r"total assets|balance sheet",
    ),
    "net_assets_cny": (r"净资产|净值", r"net (?:assets|worth)|equity on the balance"),
    "own_ip": (
        r"知识产权|专利(?:权)?(?:到底|究竟)?(?:归|属|是谁|算谁|在谁|到底|[^,。;]{0,12}(?:名下|转让|过户))|过户|"
        r"转让给(?:本|我们)?公司|权属",
        r"intellectual property|who owns the patents?|ip",
    ),
    "patents": (r"专利", r"patents?"),
    "software_copyrights": (r"软著|软件著作权|软件版权", r"software copyrights?"),
    # the loan
    "loan_amount_cny": (
        r"贷款(?:金额|额|总额)|贷了多少|借了多少|批了多少",
        r"loan (?:amount|sum)|how much we borrowed",
    ),
    "loan_rate_pct": (r"利率|几个点|年息|年化", r"(?:interest|loan) rate|rate of interest"),
    "loan_date": (
        r"放款日|(?:哪天|几号|几月|哪年|什么时候)[^,。;]{0,4}(?:放|贷|借)",
        r"when (?:the|our) loan|loan date|drawdown date",
    ),
    "loan_term_days": (r"(?:贷款|借款)期限|借多久|贷多久|几年期", r"loan term|tenor"),
    "loan_security": (r"抵押|质押|无担保|信用贷|纯信用", r"collateral|pledg\w+|mortgag\w+|unsecured|secured"),
    "loan_insured": (r"保证保险|履约保险", r"loan insurance|guarantee insurance|performance insurance"),
    "loan_kind": (
        r"委托贷|委贷|小贷|个人贷|(?:谁|我|老板|个人|公司|本人|法人)的?(?:名义|名字|名下)|借款人|通道|(?:谁|"
        r"哪家)[^,。;]{0,4}放的",
        r"entrusted|(?:in )?(?:my|his|her|the company's|the firm's|whose) (?:own )?name|personal loan|"
        r"borrower of record|named borrower|conduit|(?:licensed as |really |actually |even )?a (?:real |"
        r"proper )?bank at all",
    ),
    "loan_overdue": (
        r"逾期|欠息|拖欠|晚还|晚扣|迟还|迟交|扣款|还款记录|按时还|准时还|罚息|展期",
        r"overdue|late(?! (?:father|mother|founder|husband|wife|uncle|grandfather|brother|partner|owner|boss))|arrears|"
        r"on time|missed|punctual\w*|past due|default\w*|bounced",
    ),
    "loan_repaid": (r"还清|结清|还完|还掉|清偿", r"repaid|paid off|paid back|settled"),
    "first_loan": (
        r"首贷(?!中心|服务)|第一[次笔回][^,。;]{0,4}(?:贷|借)|头一[次笔回][^,。;]{0,6}(?:贷|借)|(?:以前|之前|过去|"
        r"早年|当年|从前)[^,。;]{0,10}(?:贷|借)过|贷过款?|借过",
        r"first(?:-ever| ever)? (?:bank )?loan|first[- ]time borrow\w*|ever (?:had|taken|took|borrowed)|(?:earlier|"
        r"previous|old|former) "
        r"(?:bank )?(?:loan|credit|overdraft)|borrowed (?:before|from a bank)",
    ),
    "first_loan_centre": (r"首贷(?:服务)?中心", r"first[- ]loan (?:service )?cent(?:re|er)"),
    "lender_in_district": (
        r"(?:支行|分行|银行|行)[^,。;]{0,10}(?:在哪|哪个区|哪里|区内|区外|本区|海淀|归|属)|哪(?:个|家)(?:支行|分行)|"
        r"算(?:海淀|本区|区内|哪个?区)",
        r"(?:which|whose) (?:branch|district)|(?:branch|bank|lender)[^,.;]{0,30}(?:in|inside|within|outside) (?:the |"
        r"our )?"
        r"(?:district|haidian)|the branch (?:is|sits|belongs|counts)",
    ),
    "partner_institution": (
        r"合作(?:银行|机构|名单|行|担保|保险|评估|金融|方|单位|企业|厂商|供应商|软件商|商)|(?:列|纳|加|进)入?合作|"
        r"(?:政府|[市区园]里|园区|管委会)[^,。;]{0,3}(?:谈好|谈妥|签约|指定)的|"
        r"(?:银行|担保公司|这家|那家)[^,。;]{0,10}(?:名单|合作)",
        r"(?<!my )(?<!business )partner(?!ship (?:business|firm|enterprise)|ships?(?![a-z]))(?:s| bank| institution|"
        r" list)?|cooperat\w+|(?:bank|lender)[^,.;]{0,30} "
        r"list",
    ),
    "other_regional_funding": (
        r"(?:拿|领|享受|收|给|发|批|报|得|申请|补)过?了?[^,。;]{0,10}(?:补贴|补助|贴息|资助|奖补|奖励|财政)|(?:补贴|"
        r"补助|贴息|资助|奖补|财政"
        r"(?:资金|支持|的钱))[^,。;]{0,10}(?:拿|领|收|给|发|批|报|得|享受)(?:过|了|到)|同一笔|(?:拿|领|收|分|"
        r"得)到(?:过)?(?:钱|补|款)|(?:补(?!充)|贴|针对|冲着|用于)(?:的)?(?:就)?(?:是)?[这该本此]一?笔|"
        r"[跟和与同][这该本此]一?笔(?:贷款|借款)[^,。;]{0,4}(?:有|无|相)",
        r"(?:other|another|same|earlier|already|second)[^,.;]{0,24}(?:subsid\w+|grants?|funding|support|public money)|"
        r"(?:subsid\w+|grants?|support|help|money|aid|funds?)[^,.;]{0,40}(?:from|of|by) the (?:region|regional|"
        r"autonomous|"
        r"provincial)"
        r"\w*|(?:received|had|got|taken|drew|drawn|claimed) (?:\w+ ){0,3}(?:subsid\w+|grants?|public money)",
    ),
    "interest_subsidised": (
        r"(?:利息|贷款|息)的?(?:补助|补贴|贴息)|贴息|息补",
        r"interest[- ](?:subsid\w+|support|refund|rebate|grant)|subsid\w+ (?:of|on|for) (?:the |our |its )?interest",
    ),
    "guarantee_fee_subsidised": (
        r"(?:担保|保证)费用?的?(?:补助|补贴|退费)",
        r"guarantee[- ]fee[- ](?:subsid\w+|support|refund|rebate|grant)",
    ),
    "achievement_project": (
        r"成果转化",
        r"(?:achievement|results?|technology)[- ](?:conversion|transfer|commerciali\w+)",
    ),
    "patent_income_cny": (
        r"专利[^,。;]{0,10}(?:收入|进账|赚|收益)",
        r"(?:income|revenue|money|earnings) (?:\w+ ){0,2}?from (?:the |our |its )?patents?|"
        r"patent(?:'s)? (?:income|revenue)",
    ),
    "small_batch_stage": (r"小批量|试产|中试", r"small[- ]batch|pilot production"),
    "valuation_for_pledge": (
        r"(?:为了|用来|用于|是为|要)[^,。;]{0,6}质押|评估[^,。;]{0,8}(?:为|用|目的)",
        r"(?:to |for (?:a |the )?)pledg\w*(?: (?:them|it))?|(?:done|made|meant|ordered|for) (?:\w+ )?(?:an? "
        r")?(?:patent|ip|trademark)"
        r"[- ]?backed",
    ),
    # payers
    "payer_kind": (
        r"(?:对方|付款方|甲方|客户|采购方|买家|买方|欠款方|他们|它)[^,。;]{0,10}(?:事业单位|机关|大型|大企业|中小|企业|"
        r"单位)",
        r"(?:payer|customer|buyer|debtor|client|they|it)[^,.;]{0,30}(?:public institution|large|department|sme|"
        r"enterprise)",
    ),
    "payer_state_owned": (r"国有|国企|央企|国资", r"state[- ]owned|state enterprise"),
    "contract_date": (
        r"合同[^,。;]{0,6}(?:哪天|日期|什么时候|几号|签)|签约日",
        r"(?:date of the|when the) contract|signed on",
    ),
    "delivery_date": (
        r"(?:哪天|什么时候|几号)[^,。;]{0,4}(?:交货|交付|验收)|交付日",
        r"delivery date|when (?:\w+ ){0,3}delivered",
    ),
    "sme_notice": (
        r"告知|(?:说|讲|写|声明)(?:过|了|明)?[^,。;]{0,8}中小企业",
        r"(?:told|informed)[^,.;]{0,30}(?:sme|small)",
    ),
    "contract_term_agreed": (r"(?:约定|写)[^,。;]{0,6}(?:账期|付款期)|账期", r"payment terms?|agreed a? ?term"),
    "acceptance_agreed": (r"验收", r"acceptance"),
    "audit_agreed": (r"审计(?:结果|为准|结算)", r"subject to (?:an )?audit|audit result"),
}

_OF_THE_PAYER = frozenset(
    {
        "partner_institution",
        "payer_kind",
        "payer_state_owned",
        "contract_date",
        "delivery_date",
        "sme_notice",
        "contract_term_agreed",
        "acceptance_agreed",
        "audit_agreed",
        "receivable_overdue_days",
        "receivable_amount_cny",
    }
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, lazy(rf"{chinese}|(?<![a-z])(?:{english})(?![a-z])")) for name, (chinese, english) in _TOPICS.items()
    )


_CREDIT = lazy(
    r"贷|借(?!条|口)|银行|月供|本息|本金|利息|还款|欠息|扣款|"
    r"(?<![a-z])(?:loans?|borrow\w*|len[dt]\w*|banks?|credit|instal\w+|repa\w+|principal|interest)(?![a-z])"
)


def raised(text: str, start: int, end: int, others: bool = False) -> dict[str, tuple[int, int]]:
    """The facts that a stretch speaks of, each with its first words. `others`: of those that concern a payer only."""
    return dict(_raised(text, start, end, others))


@lru_cache(maxsize=256)
def _raised(text: str, start: int, end: int, others: bool) -> dict[str, tuple[int, int]]:
    """Looked for once a stretch, however many words of not knowing it holds."""
    found: dict[str, tuple[int, int]] = {}
    for name, pattern in _patterns():
        if others and name not in _OF_THE_PAYER:
            continue
        match = pattern.search(text, start, end)
        if match is not None:
            found[name] = match.span()
    found.update(asked_after(text, start, end))
    if "loan_overdue" in found and not _CREDIT.search(text):
        del found["loan_overdue"]  # "the customer is overdue", in a text of no loan
    return _narrowed(found)


def _narrowed(found: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """A name within a longer one is not a topic of its own: 科技型中小企业 is no size, 首贷中心 no first loan."""
    for inner, outer in (
        ("size", "tech_sme"),
        ("size", "sme_notice"),
        ("size", "payer_kind"),
        ("tech_enterprise", "tech_sme"),
        ("high_tech_certified", "agricultural_high_tech"),
        ("patents", "own_ip"),
        ("patents", "patent_income_cny"),
        ("annual_revenue_cny", "patent_income_cny"),
        ("employees", "rnd_staff_pct"),
        ("annual_revenue_cny", "revenue_growth_pct"),
        ("group_subsidiary", "group_funding"),
    ):
        if inner in found and outer in found and found[inner][0] <= found[outer][1] + 4:
            del found[inner]
    return found
