"""Projects and what was agreed about them: small batches, demonstration bases, patent pools, settlement by audit."""

from __future__ import annotations

from policies.facts import frames, stage_tellers
from policies.facts.found import Findings, Found
from policies.facts.frames import Frame, words
from policies.facts.matters import Matter, strangers
from policies.facts.matters import find as find_matters
from policies.facts.scope import Page
from policies.patterns import lazy

_SMALL_BATCH = lazy(
    r"小批量|小量(?:试产|生产|投产)|(?<![a-z])(?:small[- ]batch(?:es)?|pilot[- ](?:production|batch(?:es)?|run)|"
    r"low[- ]volume production)(?![a-z])"
)
_TO_COME = (
    r"(?:明年|后年|下半年|下个?月|下个?季度|(?<![去前上\d])(?<![去前上\d]年)年底前?|预计|即将|快要?|"
    r"马上|就要|接下来|下一步|还要[^,。;]{0,6}才)"
)
_PUT_OFF = (
    r"(?:pencilled in|pencil(?:l)?ed|slated|booked|set (?:for|down)|down for|due|foreseen|intended|envisaged|earmarked|"
    r"in the (?:plan|calendar|diary|pipeline)|on the (?:calendar|cards|roadmap)|put off|postponed|delayed|held back|"
    r"(?:to )?follows? (?:next|in|later)|(?:to )?start(?:s|ing)? next|(?:to )?begins? next|comes? (?:next|later|after)|"
    r"(?:for|in|until|till) next|in the (?:coming|following)|a (?:matter|question|thing) (?:of|for) (?:next|the "
    r"coming))"
)
_LATER = lazy(
    rf"{_TO_COME}[^,。;已了]{{0,12}}?(?:小批量|试生产|试产|量产|投产)|(?:小批量|试生产|试产|量产|"
    rf"投产)[^,。;]{{0,6}}?(?:要等|排在|排到|排在了|安排在|定在|放在|留到|推到|拖到|是明年|得等|还没|尚未|未)|"
    r"(?<![a-z])(?:(?:expect\w*|plan\w*|hop\w+|aim\w*|schedul\w+|due|will|before|"
    r"until) (?:\w+ ){0,5}?(?:small[- ]batch|pilot|"
    r"low[- ]volume|trial|first (?:small )?series)|(?:first (?:small )?series|small[- ]batch|pilot|low[- ]volume|"
    r"trial)(?:[- ]\w+){0,2}(?:'s)? (?:is |"
    r"are )?(?:\w+ )?(?:to come|"
    r"planned|expected|scheduled|next|will|has not|hasn't|have not|haven't|some way|months away|a year away|"
    rf"far)|(?:small[- ]batch|pilot|low[- ]volume|trial)[- ](?:run|batch(?:es)?|production|lot|series)"
    rf"(?: of (?:[\w-]+ ){{0,3}}?[\w-]+)? (?:(?:is|are|was|has been|only|now|not|provisionally) )*{_PUT_OFF}|"
    rf"{_PUT_OFF} (?:the |a |our )?(?:small[- ]batch|pilot|low[- ]volume|trial))(?![a-z])"
)
_SOON = (
    r"(?:next (?:year|spring|summer|autumn|fall|winter|month|quarter|season|week)|(?:once|when|after|as soon as) "
    r"(?:the|we|our|it|"
    r"they)(?!(?: \w+){0,2} (?:was|were|had|got|came|arrived|received))|later)"
)
_AHEAD = lazy(
    r"(?:小批量|试生产|试产)[^,。;已了正过去前]{0,8}?(?:(?:明年|后年|来年|下半年|下个?月|下个?季度|年底|计划|打算|预计|要等|得等)"
    r"(?![^,。;]{0,8}(?:量产|大批|扩|上市|放量|了))|等[^,。;]{1,14}?(?:再|才|之?后)|再(?:做|说|启动|开始|搞))|"
    r"(?:等(?!了|级)|待)[^。;\d]{1,16}?(?:就|再|才|后)[^,。;没已了]{0,6}?(?:小批量|试产|试生产)|"
    r"(?<![a-z])(?:small[- ]batch(?:es)?|pilot[- ](?:production|run|batch(?:es)?)|low[- ]volume production|trial "
    r"production)"
    r"(?:[- ](?:production|runs?|lots?|series|manufactur\w+|stage|phase))?(?:'s|'re| is| are| only| provisionally| "
    r"itself| the)*"
    rf" (?:(?:planned|scheduled|slated|due|foreseen)(?! (?:\w+ )?and)|to (?:start|begin|come|follow)|(?:for |in |"
    rf"from )?{_SOON}|"
    rf"(?:(?:is|are|do|does|wo|ca)n't|not|cannot) (?:\w+ )?(?:until|till|before|yet|{_SOON})|"
    r"(?:starts?|begins?|follows?|comes?|kicks? off|gets going) (?:in|next|when|once|after|as soon|from|later|"
    r"only))(?![a-z])"
)
"""What is put off in words behind its name, or waits for something before it: 小批量等模具到了再做."""
_MASS = lazy(r"^(?!.*(?:小批量|试产|试生产)).*(?:量产|投产)")
_STARTED = lazy(
    r"(?:已经?|刚|正在|现在|目前|开始|进入|实现|完成|达到)(?:开始|进入)?了?(?:试生产|试产|小规模(?:生产|量产)|量产|"
    r"投产)|(?<![a-z])(?:trial production (?:has |is )?(?:just )?(?:begun|began|started|running|under way)|(?:in|"
    r"entered|reached|began|begun|started) (?:trial|mass|series|volume) production)(?![a-z])"
)
_IN_THE_LAB = lazy(
    r"(?:还|仍|尚|目前|现在)(?:只是|处于|停留|都)?(?:在|是)?(?:做|搞|打|调试?|改)?(?:样机|原型|样品|实验室|小试|"
    r"中试|图纸|立项|方案)(?!机)|"
    r"(?:样机|原型|实验室|小试|研发)阶段|还在(?:研发|开发|试验|实验|测试|调试)|刚(?:刚)?(?:立项|启动研发|签(?:合同|"
    r"约))|(?<![a-z])(?:(?:still|only|just|currently) (?:\w+ )?(?:at|in|on) (?:the |a |our |its )?(?:\w+ )?(?:lab\w*|"
    r"prototyp\w+|"
    r"bench|drawing board|development|design|testing)|prototype stage|only a prototype|still (?:prototyping|"
    r"developing|testing|building (?:the |a )?prototypes?)|has not left the lab\w*)(?![a-z])"
)
_SHARED = lazy(
    r"小批量|大学|学院|学校|高校|院所|研究[院所]|中科院|清华|北大|[师工交科理农华]大|合作研发|联合研发|委托|"
    r"(?<![a-z])(?:universit\w+|institutes?|college|joint|batch)(?![a-z])"
)
_ORDERS = lazy(
    r"小批量(?:的)?(?:订单|采购|多品种)|多品种|接小批量|small[- ]batch orders|(?<![a-z])(?:"
    r"orders? (?:for|in) small|coffee|roast\w*|bak(?:e|ed|ing|ery)|brew\w*|cook\w*)(?![a-z])"
)
_POOL = lazy(r"专利池|专利联盟|(?<![a-z])patent (?:pool|alliance)(?![a-z])")
_NO_POOL = lazy(
    r"专利(?:池|联盟)[^。;]{0,16}?(?:都|也)?(?:没有?|未)(?:牵头|组建|建|参与|办|搞)|"
    r"(?<![a-z])(?:no patent pool|not an? (?:\w+ )?alliance)(?![a-z])"
)
_BOUGHT_FOR_ALL = lazy(
    r"(?<![a-z])(?:our|the|this) (?:[\w-]+ ){0,5}(?:alliance|association|consortium|"
    r"union)(?![a-z])[^.;]{0,200}(?<![a-z])(?:bought|purchased|acquired|"
    r"buys|paid for)(?![a-z])[^.;]{0,60}patents?(?![a-z]).{0,160}?(?<![a-z])(?:(?:any|every|each|all)(?: its| the| of "
    r"(?:its|the|our))? members?|members) (?:may|can|are free to|uses?|practis\w+|without|free)(?![a-z])"
)
"""An alliance that buys patents and opens them to its members, with no word of a pool."""
_OPENED = lazy(
    r"(?:联盟|协会|联合体|产业会)[^。;没未不拟打计想要准希]{0,20}?(?:买|购买?|收购|买[下入进])了?(?:下|入|进|回)?[^。;没未不\d]{0,24}?专利(?!服务|代理|保险)"
    r"[^。;没未不]{0,40}?(?:(?:向|对|给|供|让)(?:全体|所有|每[家个位]|各)?(?:的)?(?:会员|成员)[^。;没未不]{0,8}?(?:开放|免费|使用|用|实施|共享)|"
    r"(?:开放|共享)给?(?:全体|所有|每[家个]|各)?(?:会员|成员))|"
    r"(?<![a-z])(?:alliance|association|consortium|union)(?![a-z])(?:(?!n't|(?:not|never|no|would|will|plans?)(?![a-z]))"
    r"[^.;]){0,60}?(?<![a-z])(?:bought|purchased|acquired|has paid for)(?![a-z])[^.;]{0,60}?patents?(?![a-z])"
    r"(?:(?!n't|(?:not|never|no|only)(?![a-z]))[^.;]){0,130}?(?<![a-z])(?:open(?:ed|s|ing)?|available|free|licen[cs]\w+|shared?|"
    r"usable)(?: (?!not)[\w'-]+){0,3}? (?:to|for|by|with|among) "
    r"(?:(?:any|every|each|all|the|its|our|of) ){0,3}members?(?![a-z])"
)
"""The same where it is the patents that are opened: "put them into a pool and opened them to every member"."""
_BUILT = lazy(
    r"组建|[在要来想]建|建(?=[\u4e00-\u9fff]{0,3}专利池)|建了|建成|建立|建起|联盟成员|成立了|牵头|发起|搭建|"
    r"我们(?:联盟|是[\u4e00-\u9fff]{0,8}联盟)|开放|(?<![a-z])(?:build|built|building|run|runs|set up|alliance|"
    r"founded|formed|form|lead|leads|opened?|opens|is open)(?![a-z])"
)
_JOINED = lazy(r"加入|参加|(?:是|作为)[^,。;]{0,6}会员|成员之一|(?<![a-z])(?:joined|member of|joining)(?![a-z])")
_THE_BILL = r"(?:bill|account|price|sum|settlement|payment|invoice)(?: sum| price)?"
_ITS_RESULT = (
    r"(?:the )?(?:(?:results?|outcome|findings?|conclusions?|report|figures?) of )?(?:the |an |a )?"
    r"(?:\w+ ){0,2}audit\w*"
)
_AUDIT = lazy(
    r"(?:以|按|依|根据)[\u4e00-\u9fff]{0,10}审计(?:机关的审计)?|审计(?:局|机关|部门)?(?:的)?(?:结果|结论|报告|决算|"
    r"金额)(?:为准|作为|为[\u4e00-\u9fff]{0,4}依据|才|后)|"
    r"审计(?:之?后|完(?:成)?(?:后)?|通过后?)(?:才|再)?(?:结算|付款|付|给|结)|"
    r"(?<![a-z])(?:(?:settle\w*|paid|pay|payment|due)(?: \w+){0,6}? (?:by|after|upon|on|to|until|pending) (?:the |"
    r"an |a )?(?:\w+ )?audit\w*|audit(?: \w+){0,3} (?:as|is|are|the|be) (?:the )?basis|(?:make|makes|made) (?:an? |"
    r"the )?(?:\w+ )?audit(?: \w+){0,3} (?:the )?basis|"
    r"(?:price|sum|amount|bill) (?:is|will be|shall be) (?:\w+ ){0,2}(?:figure|result) of (?:the )?(?:\w+ )?audit|"
    r"(?:price|sum|amount|bill)(?: \w+){0,4} (?:taken|read|drawn|copied) (?:from|out of) (?:the )?(?:\w+ "
    r"){0,2}audit\w*|"
    r"basis of (?:the )?(?:\w+ )?audit|settlement (?:\w+ )?follows (?:the |an )?(?:\w+ )?audit|"
    r"audit(?: \w+){0,5} (?:settles|decides|fixes)|(?:settled|paid|price|final sum) (?:\w+ ){0,4}on (?:the "
    r")?(?:result|outcome|"
    r"findings) of (?:the |an |a )?(?:\w+ )?audit|"
    r"subject to (?:an? |the )?(?:\w+ )?audit|settlement by audit|"
    rf"{_THE_BILL} (?:must |shall |will |is to )?(?:follows?|depends? (?:up)?on|hangs on|turns on|goes by|(?:is|are) "
    rf"(?:tied|bound|pegged) to) {_ITS_RESULT}|(?:ties|binds|pegs|links) (?:the |our )?(?:final )?{_THE_BILL} to "
    rf"{_ITS_RESULT})(?![a-z])"
)
_AGREED = lazy(
    r"合同|约定|写明|写着|写了|协议|条款|规定|签(?:的|了)|(?<![a-z])(?:contract|agree\w*|clause|terms?|says|lays down|"
    r"stipulates?)(?![a-z])"
)
_RESEARCH = lazy(
    r"(?:有|一直在?|持续|坚持|每年(?:都)?)(?:做|搞|投入?)?(?:了)?研发(?:投入|经费|费用|支出)?|(?:搞|"
    r"做)研发(?!的)|研发(?:有|方面有)投入|"
    r"(?<![a-z])(?:(?:spends?|invests?|put|puts) (?!nothing|no |zero)(?:\w+ ){0,3}(?:on|in|into) (?:r&d|research)|"
    r"do (?:our own |"
    r"any )?r&d|(?<=no )r&d (?:spending|expens\w+|budget)|(?<=any )r&d (?:spending|expens\w+))(?![a-z])"
)
_NO_RESEARCH = lazy(
    r"(?:从来?没有?|从未|没有?|未)(?:花|投|投入|做)过?(?:一分钱?|钱|任何)?(?:在|做|搞|到|"
    r"用于)?[^,。;\d]{0,4}(?:研发|研究开发)(?!人员|团队|中心|补)(?:上|投入|费用?)?|"
    r"研发(?:费用?|投入|经费|支出)?(?:上|方面)?(?:一分(?:钱)?(?:都|也)?|从来|根本|都|也)?(?:没花|没投|没有投入|"
    r"没投入|为零|是零|零投入|为0|是0)|"
    r"(?<![a-z])(?:(?:never|not|n't) (?:yet )?(?:spent|spend|invested|invest|put) (?:a |an |any |"
    r"one )?(?:single )?(?:yuan|cent|penny|money|anything|fen)? ?"
    r"(?:on|in|into) (?:r&d|research)|(?:no|zero) (?:money|spending|budget|yuan|outlay|spend) (?:\w+ )?(?:on|for|"
    r"in) (?:r&d|research)|"
    r"(?:spend|spent|spends|put|puts|invest|invests) (?:nothing|zero|no money)(?: at all| whatever)? (?:on|in|into) "
    r"(?:r&d|research)|r&d spending (?:is|was) (?:zero|nil|"
    r"nothing)|(?:with|do|does|did|done|have|has) (?:absolutely )?no (?:r&d|research)(?! (?:staff|team|money|loan|"
    r"partner|"
    r"institute|title|project|centre|center)))(?![a-z])"
)
_CREDENTIALS = lazy(
    r"(?:服务|检测|检验|认证|计量|测试|鉴定)(?:机构)?(?:的)?资质(?:证书?|认定)?|资质证书|(?<![a-z])(?:cma|"
    r"cnas)(?![a-z])|(?:参与|参加|主导|牵头)(?:了|过)?(?:制定|起草|编制|制订|编写)[^,。;]{0,12}标准|技术诀窍|专有技术|"
    r"(?<![a-z])(?:service (?:certificates?|qualifications?|licen[cs]es?)|accredit\w+|know-how|(?:took part|"
    r"taken part|helped|participated|co-drafted|drafted|involved)(?: \w+){0,5}? standards?)(?![a-z])"
)
_SERVICE = lazy(
    r"科技服务|技术服务|模式创新|商业模式|检验检测|检测(?:服务|公司|机构)|研发服务|"
    r"(?<![a-z])(?:(?:technology|technical|tech|testing|science)[- ]services?|testing (?:lab\w*|company|firm)|"
    r"business[- ]model)(?![a-z])"
)
_FIGURE = lazy(r"[\d%]|百分|成(?!果)|万|亿|人员|团队|中心|per\s?cent|补|投资了")

_OUTPUT = (
    "试产",
    "试生产",
    "小规模",
    "量产",
    "投产",
    "小批量",
    "小量",
    "production",
    "batch",
    "pilot",
    "low-volume",
    "low volume",
    "trial",
)
_BEFORE_OUTPUT = (
    *("样", "原型", "实验", "试", "图纸", "立项", "方案", "研发", "还在开发", "还在调试", "阶段", "签"),
    *("lab", "prototyp", "bench", "drawing", "design", "develop", "testing"),
)
_LOTS = words(
    r"(?:small|pilot|first|trial|short|zero) (?:lots?|series|quantit(?:y|ies)|production runs?|batch(?:es)?)|"
    r"came off the line|(?:pieces|units|sets|dozen) (?:a|per|every|each) (?:week|month|day)"
)
_MADE = words(
    r"mak(?:e|es|ing)|made|turn(?:s|ed|ing)? out|produc\w+|start(?:ed|s)?|begun|began|running|past|delivered|being|"
    r"now|already|reached|came|in small"
)
_NOT_YET = words(
    r"orders?|coffee|roast\w*|bak\w+|customers?|next year|before|will|plan\w*|hop\w+|far|away|off|yet|until|"
    r"expect\w*|soon|only|whether|is there"
)
_MOVING = lazy(
    r"(?<![a-z])(?P<no>(?:no|not|never|n't) (?:\w+ ){0,2})?"
    r"(?:plan\w*|intend\w*|intention|about|going|ready|prepar\w+|wants?|decided|determined|willing|hop(?:e|ing)|aim\w*|"
    r"mean|will|shall|would like|agreed|expect)(?: \w+){0,6}? "
    r"(?:mov(?:e|ing)|relocat(?:e|ing)|bring(?:ing)?|shift(?:ing)?|transfer(?:ring)?|settl(?:e|ing)|"
    r"(?:re-?)?register(?:ing)?)(?![a-z])[^.;]{0,48}?"
    r"(?<![a-z])(?:to|in|into|there|here)(?: the| your)? (?:kunshan|city|district|zone|town|park|huaqiao)(?![a-z])"
)
"""A plan to move the company or its project to the place of the fund."""
_ONLY_SAMPLES = words(
    r"(?:only|still|so far|just|nothing but|merely|no more than|two|three|one) (?:[\w-]+ ){0,3}?(?:demonstrators?|"
    r"mock-?ups?|prototypes?|"
    r"lab(?:oratory)? samples?|bench "
    r"samples?|samples?|at the bench|on the bench|drawing board|in the lab(?:oratory)?|at the (?:lab|"
    r"prototype) stage)|no units (?:\w+ ){0,3}"
    r"produced|(?:months|years?|a year|some way|far) (?:away |off )?from (?:any )?production|(?:prototypes?|"
    r"samples?) (?:and|but) no production"
)
_JOINT = words(
    r"universit\w+|beihang|tsinghua|institutes?|jointly|joint|commissioned|college|academy|laborator\w+|co-?developed|"
    r"transfer|batch(?:es)?"
)

FRAMES = (
    Frame(
        "small_batch_stage",
        _LOTS,
        denied=False,
        beside=_MADE,
        about=_JOINT,
        without=_NOT_YET,
        signs=("lot", "series", "batch", "line", " a "),
    ),
    Frame(
        "small_batch_stage",
        _ONLY_SAMPLES,
        stated=False,
        denied=None,
        about=_JOINT,
        without=words(
            r"whether|customers?|past|beyond|failed|earlier|previous|came to nothing|scrapped|discarded|gave up"
        ),
        bare=True,
        signs=("prototyp", "sample", "bench", "drawing", "lab", "production", "produced"),
    ),
)

MATTERS = (
    Matter("rnd_invested", _RESEARCH, without=lazy(f"{_FIGURE.pattern}|{_NO_RESEARCH.pattern}")),
    Matter("rnd_invested", _NO_RESEARCH, value=False, bare=True, signs=("研", "r&d", "research")),
    Matter("small_batch_stage", _SMALL_BATCH, without=lazy(f"{_ORDERS.pattern}|{_LATER.pattern}|{_AHEAD.pattern}")),
    Matter("small_batch_stage", _STARTED, beside=_SHARED, without=_LATER, signs=_OUTPUT),
    Matter("small_batch_stage", _IN_THE_LAB, value=False, beside=_SHARED, bare=True, signs=_BEFORE_OUTPUT),
    Matter("patent_alliance", _POOL, beside=_BUILT, without=_JOINED),
    Matter("patent_alliance", _NO_POOL, value=False, bare=True, weight=3, signs=("专利", "patent pool", "alliance")),
    Matter("patent_alliance", _BOUGHT_FOR_ALL, bare=True, signs=("alliance", "association", "consortium", "union")),
    Matter(
        "patent_alliance", _OPENED, bare=True, signs=("联盟", "协会", "联合体", "alliance", "association", "consortium")
    ),
    Matter("audit_agreed", _AUDIT, beside=_AGREED),
)
_ANY = lazy(
    r"小批量|小量|研发|r&d|research|示范基地|专利池|联盟|协会|联合体|审计|样机|试产|试生产|投产|量产|阶段|实验|立项|batch|pilot|"
    r"low-vol|low vol|demonstration|patent|audit|lab|prototyp|production|develop|testing"
)


def find(page: Page) -> Findings:
    """What stands about projects, stated, denied or open."""
    for match in _MOVING.finditer(page.text):
        if not strangers(page, match.start()):
            yield Found("relocation_planned", match["no"] is None, match.start(), match.end(), 2)
    if _ANY.search(page.text):
        put_off = (_LATER, _AHEAD) if any(sign in page.text for sign in _OUTPUT) else ()
        for match in (match for pattern in put_off for match in pattern.finditer(page.text)):
            if not strangers(page, match.start()):
                mass = _MASS.search(match[0]) is not None  # a small batch may have been made before it
                yield Found("small_batch_stage", False, match.start(), match.end(), 1 if mass else 2)
        yield from stage_tellers.find(page)
        yield from find_matters(page, MATTERS)
        yield from frames.find(page, FRAMES)
    if _SERVICE.search(page.text):
        yield from find_matters(page, (Matter("service_credentials", _CREDENTIALS),))
