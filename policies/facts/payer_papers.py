"""What else a payer did or did not do: its annual report, deposits and guarantees, bills that both sides chose,
threats, a dispute over size or payment, its budget; and whether a complaint was made.
"""

from __future__ import annotations

from policies.facts.found import Findings
from policies.facts.scope import Page
from policies.facts.ways import Way, told
from policies.patterns import lazy

_BILLS = lazy(r"汇票|承兑|商票|票据|凭证|(?<![a-z])(?:drafts?|bills?|acceptances?|vouchers?|notes?)(?![a-z])")
_REPORT = lazy(r"年报|年度报告|公示系统|公示|(?<![a-z])(?:annual|yearly) (?:report|filing|return)|filing(?![a-z])")
_SIZE = lazy(r"规模|划型|中小企业|小微|(?<![a-z])(?:size|small|medium|micro|sme)(?![a-z])")
_GUARANTEE = lazy(r"保证金|质保金|保函|(?<![a-z])(?:deposits?|bonds?|(?:bank|letter of) guarantee|retention)(?![a-z])")
_SITE = lazy(
    r"工程|建设|土建|盖楼|修路|修桥|建桥|施工|工地|总包|农民工|"
    r"(?<![a-z])(?:construction|building (?:works?|contract|site)|"
    r"(?:on|to|at) (?:the |our )?(?:building )?site|builder's|"
    r"civil works|road works|works contract|migrant workers?|plaster\w*|roofing|bricklay\w*|contractor)(?![a-z])"
)

_PAYER_SAYS = lazy(
    r"(?:对方|国企|央企|它|他们?|佢哋?|企业|公司|客户|甲方|集团|法务|财务)[^,。;我]{0,6}(?:说|称|讲|话|主张|认为|"
    r"咬定)[^。;]{0,20}$|"
    r"(?:说|称|讲|话)(?:是)?$|(?<![a-z])(?:says?|said|claims?|claimed|insists?|argues?|pretends?|alleg\w+|maintains?)"
    r"(?: that)?[^.;?]{0,30}$"
)
_OURS_LEFT_OUT = (
    r"(?:可是?|但是?|就|偏偏|唯独|只有|不过)(?:是)?[^。;]{0,8}?(?:我们|我哋|咱们?|我司)[^。;,]{0,8}?(?:没有?|冇|不在|"
    r"漏|缺|未)"
    r"(?!还|付|给|结|收)|(?:没有?|冇|不见|少了|漏了)(?:我们|我哋|咱|我司)|"
    r"(?<![a-z])(?:ours (?:is|was|are|were) (?:missing|absent|left)|(?:except|apart from|other than|without) (?:for )?"
    r"ours?|missing|absent|other debts|left (?:out|ours|us)|omit\w*)(?![a-z])"
)
_STRUCK_OFF = (
    r"踢出|拉黑|黑名单|除名|取消(?:了)?(?:我们|我哋)?(?:的)?(?:订单|资格|合作|供应)|停(?:了|掉|咗)[^。;]{0,8}(?:单|"
    r"合作|供货)|"
    r"(?:冇|没|不|唔)再(?:给|俾|下|跟|和|买)|断(?:了|咗)|穿小鞋|砍(?:了|掉)|表面|"
    r"(?<![a-z])(?:struck|blacklist\w*|barred|banned|removed|cancel\w*|cut (?:us|our|off)|dropped|excluded|"
    r"stopped (?:ordering|buying|giving)|no (?:more|further|new) orders|openly|punish\w*)(?![a-z])"
)

_WAYS = (
    Way(
        "arrears_undisclosed",
        False,
        lazy(
            r"(?:已经|如实|老老实实|确实|照实|都|按规定|按时|也)(?:在)?[^,。;?没未不漏]{0,8}?(?:公示|披露|公开|写明|"
            r"列出|列明|填报|填|写|报)(?:了|出来|清楚|"
            r"上)?[^,。;?没未不漏]{0,10}?(?:欠|拖|逾期|账|款|金额|数)|"
            r"(?:欠|逾期)[^,。;?没未不漏]{0,12}?(?:已经?|如实|都|确实|照实)[^,。;?没未不漏]{0,6}(?:公示|披露|公开|写|"
            r"列|填|报)(?:了|出来|进|在|上)|"
            r"(?:我们|我哋|我司)(?:的|那|这|嗰|笔|款|欠款|账){0,5}(?:一分不少|一分不差|如实|都|也)(?:地|都|也|"
            r"在){0,2}(?:登|写|列|报|公示|披露|填)"
            r"(?!录|陆|错|少)|"
            r"(?:写|登|列|披露|公示)得?(?:很|好)?(?:清清楚楚|明明白白|一清二楚|一分不差)|"
            r"(?<![a-z])(?:report|filing|return) (?:gives|states|names|has|contains|carries|prints|shows|"
            r"lists) (?:exactly |"
            r"precisely )?(?:that (?:number|sum|figure|amount)|the (?:same|full|exact|whole) (?:number|sum|figure|"
            r"amount))"
            r"(?![a-z])|"
            r"(?<![a-z])(?:(?:did|has|have|had|already|honestly|correctly|duly|truthfully|properly|"
            r"fully) (?:already |duly |"
            r"correctly |honestly |truthfully |fully )?(?:disclose[sd]?|report(?:ed)?|list(?:ed)?|publish(?:ed)?|"
            r"include[sd]?|"
            r"show[ns]?|declared?)|(?:discloses|lists|shows|includes|lists) (?:what it owes|the (?:sum|debt|"
            r"arrears)|our))(?![a-z])"
        ),
        _REPORT,
        lazy(
            rf"{_OURS_LEFT_OUT}|"
            r"应当?|必须|要求|如果|要是|不如实|有没有|是否|隐瞒|瞒|造假|假|零|漏|没欠|不欠|"
            r"(?<![a-z])(?:not|never|n't|if|whether|must|should|fake\w*|false|zero|hid\w*|nothing|nobody|wrong|less|"
            r"part|only)(?![a-z])"
        ),
        signs=("年报", "年度报告", "公示", "report", "filing", "return"),
    ),
    Way(
        "construction_works",
        False,
        lazy(
            r"(?:不是|并非|不属于?|不算|不涉及|跟|和)(?:什么)?(?:工程|建设|施工)(?:建设|项目|合同|类)?(?:没关系|"
            r"无关)?|(?:纯|只是|就是|普通)(?:供货|采购|买卖|送货)|"
            r"(?:采购|供货|买卖|购销)合同|"
            r"(?<![a-z])(?:(?:not|no|isn't|wasn't) (?:an? )?(?:construction|building)(?: works?| job| project|"
            r" contract)?|nothing to "
            r"do with construction|(?:supply|purchase|sales) contract|not construction)(?![a-z])"
        ),
        _GUARANTEE,
        signs=("保证金", "保函", "deposit", "guarantee"),
    ),
    Way(
        "construction_works",
        True,
        _SITE,
        _GUARANTEE,
        lazy(
            r"(?:不是|并非|不属于?|不算|不涉及)(?:什么)?(?:工程|建设|施工)|"
            r"(?<![a-z])(?:not|no|isn't) (?:an? )?(?:construction|building)"
        ),
        signs=("保证金", "保函", "deposit", "guarantee"),
    ),
    Way(
        "construction_works",
        None,
        lazy(
            r"供货|送货|供应|卖给|买卖|(?<![a-z])(?:suppl(?:y|ied|ies)|sold|sell|goods|deliver(?:ed|y|ies)?)(?![a-z])"
        ),
        _GUARANTEE,
        _SITE,
        signs=("供", "送", "卖", "suppl", "sold", "sell", "goods", "deliver"),
    ),
    Way(
        "guarantee_by_bank",
        False,
        lazy(
            r"(?:母公司|总公司|集团|关联公司|兄弟公司|老板|法人|股东|个人|朋友|亲戚|同行)(?:自己|个人)?(?:给|替|"
            r"帮)?(?:我们)?(?:出|开|写|签|提供)(?:具)?(?:的|"
            r"了)?[^,。;?]{0,6}?(?:保函|担保函|担保书|保证书)|"
            r"(?:保函|担保函)(?:是|由)(?:我们的?)?(?:母公司|总公司|集团|关联公司|老板|股东|个人)|"
            r"(?<![a-z])(?:guarantee|letter) (?:from|of|by|issued by|signed by) (?:our|the|my|"
            r"a) (?:own )?(?:parent|mother|holding|"
            r"group|sister|owner|boss|shareholder|director|friend)|(?:parent|mother|"
            r"sister) company(?:'s)? guarantee(?![a-z])"
        ),
        signs=("保函", "担保函", "担保书", "保证书", "guarantee", "letter"),
    ),
    Way(
        "bills_agreed_freely",
        True,
        lazy(
            r"(?:我们|我哋|我司|咱们?)(?:自己|主动|先|当初){1,2}(?:说|话|提出?|要求|提议|开口|"
            r"选)[^,。;?不没唔冇退拒]{0,10}?(?:汇票|承兑|商票|票据|"
            r"凭证)|(?:是|系)(?:我们|我哋)(?:自己|主动)?(?:提出?|要求|提议|选)[^,。;?不没唔冇退拒]{0,8}?(?:汇票|承兑|"
            r"商票|票据|凭证)|"
            r"(?:^|[,。;])主动(?:要求|提出)[^,。;?不没唔冇退拒]{0,10}?(?:汇票|承兑|商票|票据|凭证)|"
            r"(?<![a-z])(?:our (?:own )?(?:idea|wish|choice|suggestion|proposal|request) (?:to|that|for)|"
            r"we (?:suggested|proposed|volunteered))(?! not)[^.;?]{0,40}?(?:bills?|drafts?|notes?)(?![a-z])|"
            r"(?:双方)?(?:自愿|你情我愿|自己(?:愿意|同意|要求))[^,。;?]{0,12}(?:汇票|承兑|商票|票据|凭证)|(?:汇票|"
            r"承兑|商票|票据|"
            r"凭证)[^。;?]{0,16}(?:是)?(?:双方自愿|我们自愿|没有?(?:人)?(?:强迫|强制|逼))|"
            r"(?<![a-z])(?:freely|voluntarily|willingly|happily) (?:agreed|accepted|chose|"
            r"took)[^.;?]{0,40}(?:bills?|drafts?|notes?|"
            r"vouchers?|acceptances?)|(?:we ourselves|we) (?:chose|preferred|asked) (?:to be paid )?(?:by|in|"
            r"for) (?:\w+ )?"
            r"(?:bills?|drafts?|notes?)(?![a-z])"
        ),
        _BILLS,
        lazy(
            r"不(?:是)?自愿|并非自愿|没有自愿|非自愿|被自愿|逼我们|其实(?!是?(?:我们|双方))|根本[不没唔冇]|没办法|"
            r"没得选|冇得拣|被迫|"
            r"[不唔](?:签|写|收)(?:就|的话|,)|不签不|否则|不然|撒谎|胡说|不是真的|(?:让|要|叫)(?:我们|我哋)?(?:在|签|"
            r"写)|"
            r"(?<![a-z])(?:lies?|lying|untrue|not true|otherwise|or else|no choice|made us|had to)(?![a-z])|"
            r"(?<![a-z])(?:not|never|n't) (?:\w+ )?(?:freely|voluntar\w+|willing\w+)"
        ),
        signs=("汇票", "承兑", "商票", "票据", "凭证", "bill", "draft", "note", "voucher", "acceptance"),
        not_after=_PAYER_SAYS,
    ),
    Way(
        "complaint_filed",
        False,
        lazy(
            r"(?:还|从|也|都|并|我们){0,2}(?:没有?|未|冇|尚未|不曾)(?:去|来|正式|向任何[^,。;]{0,4}){0,2}(?:投诉|"
            r"举报|告状)(?:过|呢)?(?!的结果|结果|回复|"
            r"电话|渠道|平台|成功|受理)|"
            r"(?<![a-z])(?:(?:not|never|n't) (?:yet )?(?:\w+ )?(?:complained|reported (?:it|them|him)|"
            r"filed a complaint|"
            r"lodged a complaint|made a complaint)|no complaint (?:has |was )?(?:been )?(?:yet|filed|made|"
            r"lodged))(?![a-z])"
        ),
        signs=("投诉", "举报", "告状", "complain", "report"),
    ),
    Way(
        "reprisal",
        False,
        lazy(
            r"(?:没有?|未|冇|并无|从没|谈不上)(?:人)?(?:受到|遭到|说过|搞|做|什么|任何)?(?:威胁|恐吓|报复)(?!成)|"
            r"(?:没有?|未|"
            r"也没)(?:去)?催(?:过)?款?[^,。;?]{0,3}(?:也|又|更|,也)?(?:没有?|未)(?:去)?投诉|"
            r"(?<![a-z])(?:no (?:one )?(?:threats?|reprisals?|retaliat\w*)|(?:not|never|n't|"
            r"nobody) (?:\w+ )?(?:threaten\w*|retaliat\w*|"
            r"intimidat\w*|took revenge|take revenge)|without (?:any )?threat\w*)(?![a-z])"
        ),
        without=lazy(
            rf"{_STRUCK_OFF}|"
            r"以前没|之前没|本来没|原来没|怕|担心|如果|会不会|徇私|回扣|好处|(?<![a-z])(?:until|before|afraid|if|"
            r"kickback|bribe)(?![a-z])"
        ),
        signs=("威胁", "恐吓", "报复", "催", "threat", "repris", "retaliat", "intimidat", "revenge"),
    ),
    Way(
        "reprisal",
        False,
        lazy(
            r"客客气气|(?:很|好|挺|蛮|十分)客气|(?<![a-z])(?:always|perfectly|very|quite) (?:been )?(?:friendly|polite|"
            r"courteous)(?![a-z])"
        ),
        lazy(r"报复|(?<![a-z])(?:repris|retaliat|reveng)"),
        lazy(
            rf"{_STRUCK_OFF}|以前|之前|原来|本来|当面|威胁|恐吓|后来|不客气|投诉(?:之?后|以后|完)|"
            r"(?<![a-z])(?:until|before|used to|threat\w*|but (?:since|after|when)|after (?:we|our))(?![a-z])"
        ),
        signs=("客气", "friendly", "polite", "courteous"),
    ),
    Way(
        "size_disputed",
        False,
        lazy(
            r"(?:没有?|无|冇)(?:任何)?人?(?:质疑|怀疑|争议|异议|否认)[^,。;?]{0,8}(?:规模|类型)|(?:规模|"
            r"划型)[^,。;?]{0,6}(?:没有?|无|"
            r"都没)(?:任何)?(?:争议|异议|人质疑)|(?:双方|对方)(?:都|也)?(?:认可|承认)[^,。;?]{0,8}(?:规模|中小|小微)|"
            r"(?<![a-z])(?:nobody|no ?one) (?:\w+ )?(?:disput\w*|question\w*|doubt\w*|contest\w*|"
            r"challeng\w*)[^.;?]{0,30}(?:size|class)|"
            r"size (?:\w+ )?(?:is|was) (?:not|undisputed|never)(?: disputed| questioned| contested)?(?![a-z])"
        ),
        _SIZE,
        signs=("规模", "划型", "size", "class"),
    ),
    Way(
        "payment_dispute",
        False,
        lazy(
            r"(?:没有?|无|冇|并无|不存在)(?:任何|什么|过)?(?:付款|支付|款项|货款|欠款|账款|经济)(?:的|方面的?|"
            r"上的?)?(?:纠纷|争议|争执)|(?:没有?|没人)(?:任何客户|"
            r"哪家|谁|人)?欠(?:我们|我)(?:的)?(?:钱|款|账)(?=[,。;])|"
            r"(?<![a-z])(?:no (?:payment )?disputes?(?: over| about)? (?:payment|money|with)|no payment dispute|"
            r"nobody owes us (?:anything|"
            r"money)|no one owes us)(?![a-z])"
        ),
        signs=("纠纷", "争议", "争执", "欠", "dispute", "owes us"),
    ),
    Way(
        "dispute_affects_rest",
        True,
        lazy(
            r"争议[^。;?]{0,20}(?<!不)(?<!没)(?<!没有)影响(?:了|到|着|的是)?(?:整|全|其他|其余|剩下|别的|"
            r"后面)[^,。;?]{0,8}|(?:有争议的?|那)(?:部分|"
            r"台)[^。;?]{0,14}(?:不解决|不修好?)[^。;?]{0,4}(?:整|全|其他|其余)[^,。;?]{0,8}(?:没法|不能|无法)|"
            r"(?<![a-z])disput\w*[^.;?]{0,60}(?<!not )(?:affects|stops|blocks|holds up) (?:the (?:whole|entire|"
            r"rest|other)|all|everything)(?![a-z])"
        ),
        without=lazy(r"不影响|没有?影响|(?<![a-z])(?:not|n't|never) affect"),
        signs=("争议", "disput"),
    ),
    Way(
        "budget_breach",
        False,
        lazy(
            r"(?:按|照|在|依)(?:着)?(?:批准的?|批下来的|批复的|年初|已批)?(?:部门)?预算(?:内|之内|范围内|来|采购|买|"
            r"执行|走)[^。;?]{0,20}(?:没有?|未|"
            r"也没)(?:要|让|叫|逼|要求)?(?:我们|谁)?垫|"
            r"(?:没有?|未|也没)(?:要|让|叫|逼|要求)?(?:我们|谁)?垫[^。;?]{0,20}(?:按|照|在)(?:着)?[^,。;?]{0,6}预算|"
            r"(?<![a-z])within (?:its |the )?(?:approved )?budget[^.;?]{0,60}(?:no|not|never|"
            r"n't)[^.;?]{0,30}(?:advance|front|pre-?financ\w*)"
        ),
        signs=("预算", "budget"),
    ),
)


def find(page: Page) -> Findings:
    """The ways of this module that the text tells of."""
    yield from told(page, _WAYS)
