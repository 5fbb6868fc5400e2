"""How a payer went about it, where the payment regulation turns on that: goods that it rejected, a claim that it
disputes as a whole, the audit that it wants to settle by, payment on time. The rest of its ways: `payer_papers`.

What is only supposed or asked about says nothing, and neither does a pretext (借口质量问题): it is the delay itself.
"""

from __future__ import annotations

from policies.facts.found import Findings
from policies.facts.scope import Page
from policies.facts.ways import Way, told
from policies.patterns import lazy

_PRETEXT = lazy(
    r"借口|硬说|非说|谎称|故意|找茬|刁难|编|假装|胡说|赖|为由|"
    r"(?<![a-z])(?:pretext|excuse|pretends?|falsely|on purpose|deliberately|invent\w*|made up)(?![a-z])"
)
_PASSED_SINCE = lazy(
    r"(?:后来|重新|再次|第二次|整改后|返工后|最后|终于|现在|又)[^。;没不未]{0,14}(?:通过|合格(?!证)|验过)|"
    r"复[验检测查](?:也|都|就|后|结果|的时候){0,2}(?:没问题|冇问题|无问题|通过|合格|过(?:了|关)|ok)|"
    r"(?:修好|整[返好]好?|换好|返工|改好)(?!不)[^。;?]{0,12}(?:没问题|冇问题|过(?:了|关)|合格)|"
    r"(?<![a-z])(?:second|next|repeat) (?:check|inspection|test)(?: \w+){0,2} (?:fine|ok|okay|good|clean|"
    r"passed)(?![a-z])|"
    r"(?:passed|accepted|approved) (?:it |them )?(?:later|since|in the end|the second time|on the second|again|now|"
    r"after)|"
    r"(?<![a-z])(?:then|later|since|now|finally|second time)(?: \w+){0,5} (?:passed|accepted)(?![a-z])"
)
_PART = lazy(
    r"部分|其余|剩下|其[他它]|另外|有[\d一二两三四五六七八九十]+[台件批扇个张套]|"
    r"(?<![a-z])(?:part(?:ly)?|some of|the rest|the others?|remaining|only (?:one|two|three|a few|some))(?![a-z])"
)


_AUDIT = lazy(
    r"结算|结账|付款|付钱|尾款|工程款|货款|定案|为准|来审|(?<![a-z])(?:settl\w+|bills?|invoices?|pa(?:y|id)\w*|"
    r"price)(?![a-z])"
)
_OUR_AUDITOR = lazy(
    r"(?:我们|我哋|咱们?|我司|我厂|我|本公司)(?:公司)?(?:自己|请|找|聘|委托|花钱|的|嘅|了|那家|一家){0,5}$|"
    r"(?<![a-z])(?:our|my)(?: own)?(?: \w+)? ?$|"
    r"(?<![a-z])(?:we|i) (?:\w+ )?(?:want|had|have|hired|asked|got|paid|use|let)(?![a-z])[^.;?]{0,50}$"
)
_STATE_AUDITOR = lazy(
    r"审计[局署厅]|审计机关|[区市县镇省]里?(?:的|来)?审计|(?<![a-z])(?:state|government|county|city|district|"
    r"national) audit"
)
_SETTLE = r"(?:结算|结账|为准|算账|审定|定案|来审|审核|审价|审减|核减)"

_WAYS = (
    Way(
        "acceptance_failed",
        True,
        lazy(
            r"(?:验收|检验|检测|验货|初验|终验|抽检)(?:的?结果)?(?:了|都|就|也|是|被|时|说|判|判定|判为|认定|评为|"
            r"出来){0,3}(?:没有?|未|不|冇)(?:能)?(?:通过|"
            r"合格|过关?|达标)(?!验收)|"
            r"(?:验|检)(?:了|过|完|完了|咗)(?:之后|后)?(?:就|都)?(?:说|话|判定?|认为|认定|写着?|"
            r"给)?[^,。;?]{0,6}?(?:[不唔]合格|不达标|没过|不通过|没通过)|"
            r"(?:验|检)(?:收|查|货)?(?:完|了|过|咗|时|后)?(?:就|都|也)?(?:说|话|讲)[^,。;?]{0,10}?(?:唔得|不行|"
            r"不过关|不能用|用不了)|"
            r"要求?(?:我们|我哋)?(?:全部?|整批)?(?:都)?(?:重做|返工|攞返走|攞走|拉回去|拿回去|运回去|搬走)|"
            r"(?<![a-z])(?:wants?|keeps?|takes?|took|accept(?:s|ed)?) none of (?:them|it)(?![a-z])|"
            r"(?:被|要|让|全部?|整批)(?:客户|对方|医院|学校|甲方|买方|他们|我们)?(?:全部?|整批)?(?:退货|"
            r"退回(?:来)?(?:返工|重做|返修)?|打回(?:返工|重做)?)(?!款)|"
            r"(?<![a-z])(?:failed (?:the |its |our |their )?(?:\w+ )?(?:acceptance|inspection|test|check)\w*|"
            r"(?:did not|didn't|not|never) pass(?:ed)? (?:the |its |their |our )?(?:\w+ )?(?:acceptance|inspection|"
            r"tests?|"
            r"check)\w*|(?:acceptance|inspection)(?: test)? (?:was |has )?failed|"
            r"rejected (?:it|them|(?:our|the|all) (?!bank|guarantee|claim|offer|bid|"
            r"invoice|request|complaint|application)[\w-]+)|"
            r"(?:was|were|been) rejected (?:as|in|at|after|because|for|by)|"
            r"(?:goods|machines?|works?|delivery|lot|batch) (?:was|were) "
            r"(?:rejected|sent back|returned))(?![a-z])"
        ),
        without=lazy(rf"{_PRETEXT.pattern}|{_PASSED_SINCE.pattern}"),
        signs=("验", "检", "退", "打回", "重做", "fail", "pass", "reject", "sent back", "returned", "none of"),
    ),
    Way(
        "whole_claim_disputed",
        True,
        lazy(
            r"我们(?:交|做|供|送|卖)?(?:付|货)?(?:的)?(?!付)[^,。;?]{0,8}?(?:质量(?:确实|真的|是)?(?:不合格|不过关|"
            r"不达标|有问题|有毛病|出了问题)|"
            r"(?:确实)?不合格|有缺陷|有瑕疵)"
            r"[^。;?]{0,14}?(?:拒付|拒绝(?:支付|付款)|不(?:肯|愿)?(?:付|给钱))|"
            r"(?:拒付|拒绝支付|不付|不给|不认|扣下)(?:了)?(?:全款|全部(?:货款|款项|价款)|整(?:笔|个|"
            r"单)[^,。;]{0,4}(?:款|钱))[^。;]{0,24}(?:不合格|质量|"
            r"没交|没做|缺陷)|"
            r"一分(?:钱)?(?:都|也)?[不没唔](?:付|给|俾)[^。;?]{0,10}?(?:我们承认|确实)[^。;?]{0,8}?(?:做坏|坏了|"
            r"不合格|有问题|没做好)|"
            r"我们(?:也)?承认[^,。;?]{0,8}?(?:做坏|坏了|不合格|没做好)[^。;?]{0,12}?(?:不|没|拒)(?:肯)?(?:付|给)|"
            r"(?:验|检)[^,。;?]{0,5}(?:说|话|讲)[^,。;?]{0,10}?(?:唔得|不行|不能用)[^。;?]{0,16}?(?:全部|全都|整批|"
            r"重做)|"
            r"(?<![a-z])(?:wants?|takes?) none of (?:them|it)(?: \w+){0,5} (?:pays? nothing|not pay|refus\w+)|"
            r"(?<![a-z])we admit[^.;?]{0,40}(?:defective|faulty|broken|botched|bad)(?![a-z])|"
            r"(?:全款|全部(?:货款|款项|价款|金额)?|整(?:笔|单)(?:货款|款)?|所有(?:货款|款项))(?:都|也|全)?(?:有|存在|"
            r"处于|在)(?:争议|争执)|"
            r"(?:对方|客户|甲方|买方|他们|它|医院|学校|政府)(?:说|称|讲|主张|坚称)(?:是)?我们(?:根本|压根|一直|还|都|"
            r"从来){0,2}没(?:有)?(?:交货|供货|送货|交付|做完|"
            r"施工|干活)|"
            r"(?<![a-z])(?:because|since|as) our (?:goods|machines?|work|delivery|equipment|parts|"
            r"products?) (?:was|were|"
            r"is|are) (?:all )?(?:defective|faulty|below|not up)|(?:says?|claims?) (?:that )?(?:we|it|"
            r"nothing) (?:never |"
            r"was never |has never been |did not |didn't )(?:deliver\w*|suppl\w+)|(?:all|"
            r"everything) (?:of it )?is (?:in "
            r"dispute|disputed)(?![a-z])"
        ),
        without=lazy(rf"{_PART.pattern}|{_PRETEXT.pattern}"),
        signs=(
            "争",
            "质",
            "合格",
            "货",
            "付",
            "缺陷",
            "瑕疵",
            "施",
            "干活",
            "defect",
            "fault",
            "disput",
            "never",
            "验",
            "检",
            "承认",
            "none of",
            "admit",
        ),
    ),
    Way(
        "state_audit",
        False,
        lazy(
            rf"(?:(?:集团|总公司|总部|甲方)(?:的)?审计(?:部(?!门)|处|科|室|中心)|(?<=[按以用等])(?:德勤|普华永道|"
            rf"普华|安永|毕马威)|"
            rf"(?:它|他们?|对方|甲方|单位|客户|公司|集团|医院|学校)?(?:自己|内部|自家|本单位)(?:的)?(?:审计|"
            rf"内审)(?:部门?|科|处|室|组|人员|结果)?|内审(?:部门?|"
            rf"科|处|结果)?|"
            r"(?:造价|工程)?(?:咨询|审价|造价)(?:公司|单位|机构|事务所)|会计师?(?:事务)?所|第三方(?:审计|机构|公司)|"
            rf"财政(?:投资)?评审(?:中心)?|评审中心)[^。;?]{{0,24}}?{_SETTLE}|{_SETTLE}[^,。;?]{{0,12}}(?:内审|"
            rf"内部审计|咨询公司|会计师?事务所|"
            rf"造价公司)|(?<=[按以用等])(?:德勤|普华永道|普华|安永|毕马威)的(?:数|结果|报告|审计)|"
            r"(?<![a-z])(?:(?:firm|team|company) of (?:auditors|accountants|surveyors)|"
            r"(?:auditors?|accountants?|audit firm) (?:that |which )?(?:it|they) (?:has |have )?(?:hired|appointed|"
            r"chose|"
            r"picked|engaged|pays?)|(?:figures?|numbers?|report|result|audit) (?:of|by|from) (?:deloitte|pwc|kpmg|"
            r"ernst))"
            r"(?![a-z])|"
            r"(?<![a-z])(?:(?:its|their) own (?:\w+ )?(?:audit(?:ors?)?|cost consultants?|accountants?)|"
            r"internal audit(?:ors?)?|"
            r"in-house audit(?:ors?)?|(?:private |outside |hired )?(?:cost|price) consultants?|(?:private|"
            r"outside) auditors?|"
            r"quantity surveyors?|accounting firm|consulting (?:firm|company))(?![a-z])"
        ),
        _AUDIT,
        _STATE_AUDITOR,
        signs=(
            "审",
            "结算",
            "咨询",
            "事务所",
            "德勤",
            "普华",
            "安永",
            "毕马威",
            "audit",
            "consult",
            "survey",
            "account",
            "deloitte",
            "pwc",
            "kpmg",
            "ernst",
        ),
        not_after=_OUR_AUDITOR,
    ),
    Way(
        "audit_forced",
        False,
        lazy(
            r"(?:双方)?(?:自愿|你情我愿|都同意|都愿意|没有?(?:人)?(?:强迫|强制|逼))[^。;?]{0,20}审计|"
            r"审计[^。;?]{0,20}(?:双方自愿|没有?(?:人)?(?:强迫|"
            r"强制|逼)|我们(?:自己)?(?:也)?(?:愿意|同意)(?:的|了))|"
            r"(?<![a-z])(?:freely|voluntarily|of our own (?:free )?will|both (?:sides )?(?:wanted|agreed)|"
            r"nobody forced)"
            r"[^.;?]{0,60}audit|audit[^.;?]{0,60}(?:freely|voluntarily|nobody forced)(?![a-z])"
        ),
        signs=("审计", "audit"),
    ),
    Way(
        "audit_forced",
        True,
        lazy(
            r"(?:强制|强迫|硬要|非要|逼(?:着)?|强行|执意)[^,。;?]{0,16}审计|审计[^,。;?]{0,14}(?:是)?(?:被逼|强制|"
            r"强加|硬加|不签不给)|"
            r"(?<![a-z])(?:forc\w+|impos\w+|insist\w*|made us)[^.;?]{0,50}audit"
        ),
        without=lazy(r"没有?(?:人)?(?:强迫|强制|逼)|自愿|nobody forced|freely|voluntarily|not forced"),
        signs=("审计", "audit"),
    ),
    Way(
        "audit_demanded",
        False,
        lazy(
            r"(?:没有?|未|不|从没)(?:再)?(?:要|要求|让|提|做|搞|说)(?:过)?(?:按|以|走|什么)?审计|没有?审计(?:这|"
            r"的)(?:回事|要求)|"
            r"(?<![a-z])(?:no audit (?:is |was )?(?:demanded|asked|wanted|required)|(?:not|never|"
            r"n't) (?:\w+ )?(?:ask\w*|demand\w*|"
            r"want\w*|insist\w*) (?:for |on )?(?:an |any )?audit|without (?:any )?audit)(?![a-z])"
        ),
        signs=("审计", "audit"),
    ),
    Way(
        "audit_demanded",
        True,
        lazy(
            r"(?:非要|硬要|要求|坚持|一定要|必须|强制|要)(?:我们)?(?:等|按|以|走|用)?[^,。;?不没]{0,8}审计(?:局|署|"
            r"结果|报告|结论|的数|完)|"
            r"(?<![a-z])(?:ties|insists?|demands?|requires?|wants?|only) [^.;?]{0,40}audit"
        ),
        beside=_AUDIT,
        without=lazy(r"没要|没有要求|不要求|(?<![a-z])(?:no|not|never|without)(?: \w+){0,4} audit"),
        signs=("审计", "audit"),
    ),
    Way(
        "payer_breach",
        False,
        lazy(
            r"(?:已经|都|一直|每次|每笔|从来都?)(?:[^,。;?没不未]{0,3})(?:按时|准时|如期|按期)(?:足额|全额)?(?:付|结|"
            r"支付|打款)(?:清|款|完|了|的){0,2}|"
            r"(?:^|[,。;])(?:它|他们|对方|客户)?(?:按时|准时|如期|按期)(?:足额|全额)?(?:付|结|支付)"
            r"(?:清|款|完|了)+(?=[,。;])|(?:对方|客户|甲方|它|他们)没有?(?:任何|什么)?违规|"
            r"(?<![a-z])(?:always (?:pays?|paid)(?: us)? (?:on time|punctually)|(?:has |"
            r"have )?paid (?:us )?(?:everything |in full |"
            r"all )?(?:on time|punctually|when due)|pays (?:us )?on time|did nothing wrong)(?![a-z])"
        ),
        without=lazy(
            r"贷|利率|本息|年息|付息|本金|费率|(?<![a-z])(?:principal|loans?|trust)(?![a-z])|拖|欠(?!款)|"
            r"逾期|逼|强迫|不付|没付|以前|过去|原来|从前|(?<![a-z])(?:not|never|n't|used to|"
            r"until|before|should|must|"
            r"overdue|late|owes?)(?![a-z])"
        ),
        signs=("按时", "准时", "如期", "按期", "违规", "on time", "punctual", "when due", "nothing wrong"),
    ),
    Way(
        "payer_breach",
        True,
        lazy(
            r"(?:拖着?|迟迟|一直|故意|就是)(?:不|没)(?:肯|来|给)?(?:验收|检验|付|退|结算)|拖延(?:验收|检验|付款|退还)|"
            r"(?:逼|强迫|强制|硬要|非要|硬塞)[^,。;?]{0,8}(?:收|接受|用)?(?:商票|承兑|汇票|票据|凭证)|(?:保证金|"
            r"质保金)[^,。;?]{0,10}(?:不退|没退|不肯退|赖着)|"
            r"(?<![a-z])(?:stall\w*|drag\w* (?:out )?(?:its|the|their) (?:acceptance|inspection)|"
            r"forced? (?:us )?(?:to take |on us )?"
            r"(?:bills|drafts|notes)|keeps? (?:our|the) deposit|refuses to (?:pay|inspect|accept|return))(?![a-z])"
        ),
        without=lazy(r"没有?(?:逼|强迫|强制|拖)|如果|要是|会不会|(?<![a-z])(?:if|not|never)(?![a-z])"),
        signs=("拖", "迟", "直", "故意", "就是", "逼", "强", "硬", "退", "stall", "drag", "forc", "keep", "refuse"),
    ),
)


def find(page: Page) -> Findings:
    """The ways of this module that the text tells of."""
    yield from told(page, _WAYS)
