"""How people word each kind of follow-up: the whole of a line, simplified and in lower case, ``@`` for an article.

Words that may come several times do so at most four times: a pattern takes no longer however a line goes on.
"""

from __future__ import annotations

import re

_IT = r"(?:it|this|that|them|this one|that one|these|the money|@)"
_WE = r"(?:we|i|one|you|my company|our company|us|me)"
_THIS = r"(?:@|这(?:个|条|项|些|几条|几个)?|那(?:个|条|项)?|它们?|该条)?(?:政策|补贴|补助|条款|条文)?"
_US = r"(?:我们?|我司|我公司|咱们?|公司|企业)?"

_PATTERNS: dict[str, tuple[str, ...]] = {
    "restart": (
        r"(?:lets )?(?:start|begin)(?: it| all)? (?:over|again|afresh|anew|new)(?: from (?:scratch|the beginning))?",
        r"restart|reset|from (?:scratch|the beginning|the start)|start from (?:scratch|the beginning)|"
        r"clear (?:it|this|all)",
        r"(?:a )?(?:new|different|another) (?:question|search|enquiry|inquiry|topic|case|matter)",
        r"(?:我?(?:要|想))?(?:重新|从头)(?:再)?(?:来|开始|问|说|描述|查|找)?(?:一遍|过|一次|吧)?|重来(?:一遍|一次)?|推倒重来",
        r"(?:换|问)(?:个|一个|别的)(?:问题|话题)|(?:另|另外)一个问题|新问题|清空",
    ),
    "undo": (
        r"undo(?: (?:it|that|this|the last (?:one|change)))?|how (?:do|can) (?:i|we) undo(?: (?:it|that|this))?|"
        r"(?:take|change) (?:it|that) back",
        r"(?:怎么|如何|能不能|可以)?(?:撤销|复原|还原)(?:刚才的?|这个|这次|上一步|修改|更改|改动)?[吗呢]?|(?:把)?(?:刚才的?|这次的?|上一步)(?:修改|更改|改动)?"
        r"(?:撤销|复原|还原)(?:掉|了)?",
    ),
    "apply": (
        rf"apply(?: (?:now|for {_IT}))?|(?:i|we) (?:want|would like|wish|d like) to apply(?: for {_IT})?|"
        rf"lets apply(?: for {_IT})?|start (?:the|my|our) (?:application|checklist)",
        rf"{_US}(?:要|想|想要|准备|打算|现在)?(?:去)?(?:申请|申报)(?:(?:@|这[个条项]?|那[个条项]?|它|该条)(?:政策|补贴|补助)?)?",
    ),
    "sure": (
        rf"(?:will|would|can|do|are|am) {_WE} (?:really |definitely |surely |certainly |sure to |guaranteed to |"
        r"be sure to |certain to ){1,2}(?:get|receive|have|be given|be approved|qualify)(?: for)?"
        rf"(?: {_IT})?(?: for sure)?",
        rf"(?:is|are) (?:it|this|that|the money|approval|@) (?:certain|guaranteed|sure|assured)|"
        rf"(?:will|can|do) {_WE} (?:get|have) (?:{_IT}) (?:for sure|guaranteed)|"
        rf"(?:can|do) you (?:promise|guarantee)(?: {_IT})?|what are (?:my|our|the) (?:chances|odds)",
        rf"{_THIS}{_US}(?:是不是)?(?:一定|肯定|保证|真的|百分百|必然|确定){{1,2}}{_US}(?:能|可以|会|可){{0,2}}"
        r"(?:拿到?|得到?|申请到?|批(?:下来|准)?|领到?|获批|通过|成功|给)(?:钱|补贴|补助)?[了的吗么]{0,2}",
        rf"{_THIS}{_US}(?:到底)?(?:能不能|能否|可不可以|会不会|是否能|是否可以|能|可以)(?:拿到|得到|申请到|批下来|获批|领到|通过|批准)"
        r"(?:钱|补贴|补助|它)?[了的吗么]{0,2}|(?:你)?(?:能|可以)保证[吗么]?|保证[吗么]|(?:把握|希望|概率|几率|可能性)(?:有)?(?:多大|大吗|高吗)",
    ),
    "both": (
        rf"(?:can|could|may|do|would|will) {_WE} (?:have|get|take|use|claim|combine|stack|apply for|receive|ask for) "
        r"(?:both|all|these|them|those|everything|@ and @|@)"
        r"(?: of (?:them|these|those)| both| two| three| sums?){0,4}"
        r"(?: (?:together|at once|at the same time|in parallel|with @)){0,4}",
        r"(?:can|could|may|do|will|would) (?:they|these|those|both|@ and @|the two|the sums) "
        r"(?:be (?:combined|stacked|had together|added(?: up)?)|exclude (?:each other|one another)|add up|"
        r"stack|combine|go together)",
        r"(?:what|which)(?: ones?| of them)? excludes? (?:what|which)|(?:both|"
        r"all)(?: of them)? (?:together|at once|at the same time)",
        r"is it (?:one or the other|either or)|(?:is|are) (?:it|they) cumulative|can (?:it|"
        r"they) be cumulated|combined|together",
        r"(?!(?:都|全都?|全部|同时|一起|叠加|合并)?(?:可以|行|能)?$)"  # which may answer a question
        rf"(?:@[和跟与及]@|(?:前|这)?(?:两|二|几|三|些)(?:条|个|项|样|笔|种)?|它们|这些)?{_US}"
        r"(?:能不能|可不可以|是否可以|是不是|能|可以|可|是否)?(?:一起|同时|都|全都?|一块儿?|全部|叠加|兼得|合并|并行)"
        r"(?:能|可以)?(?:拿|享受|申请|领|要|用|报|得|享|拿到|领取|申报|拿走)?(?:到)?(?:可以|行)?[吗么不]?",
        r"(?:能不能|能|可以|可不可以)?(?:叠加|兼得|累加|合并)(?:享受|申请|计算)?[吗么]?|(?:会|有|互相)?(?:冲突|矛盾|排斥)[吗么]?",
        r"(?:哪些|哪个|哪几个)(?:和哪个|和哪些)?(?:不能|互相|不可以)(?:一起|同时|排斥|冲突|叠加)(?:拿|享受|申请)?|只能(?:选|拿)一个[吗么]?",
    ),
    "why-not": (
        rf"why (?:not|no)(?: (?:eligible|us|me|possible|allowed))?(?: (?:for )?{_IT})?",
        r"why (?:is|was|are|were|am|isnt|wasnt|arent|cant|cannot|can not|couldnt|dont|do not|doesnt|"
        r"does not|wont|can|do|does|did|didnt)"
        r"(?: (?:we|i|it|this|that|@|this one|that one|us|my company|our company|they))?(?: not| no longer)? "
        r"(?:qualify|eligible|get|apply|fit|work|allowed|possible|met|ok|entitled|have|use|ineligible|"
        r"excluded|out|expired|in force|for us)"
        r"(?: (?:for )?(?:it|this|that|us|me|@))?",
        r"(?:what|whats|what is|what are)(?: the)? (?:is |are )?(?:missing|wrong|in the way|stopping us|"
        r"not met|lacking|the problem|problem|obstacles?|the obstacle|the catch|catch)"
        rf"(?: (?:with|for|of|in) {_IT})?",
        rf"(?:how come|why)(?: {_WE})? (?:not|cant|cannot)|how come|which conditions? (?:is|are|do|does|"
        rf"did) (?:{_WE} )?(?:not|n?ot) ?(?:met|meet|fulfilled)?",
        rf"which conditions? (?:isnt|arent|dont|doesnt)(?: {_WE})? (?:met|meet|fit)",
        rf"{_THIS}(?:为什么|为何|为啥|怎么|咋|凭什么|哪里|哪儿)(?:就|会|是|说)?{_THIS}{_US}(?:就|又|还|也)?"
        r"(?:不行|不可以|不能|不符合|不够(?:条件|格)?|不给|不适用|没资格|没有资格|拿不到|申请不了|申请不到|没戏|不合格|不满足|"
        r"没通过|不算|不能(?:拿|申请|用|享受|领|判断)|还不能判断|失效了?|过期了?|不合适|不适合|用不了|领不到|享受不了)"
        rf"{_THIS}(?:条件|要求)?[了吗么呢的]?",
        rf"{_THIS}{_US}(?:哪(?:些|里|条|个|项|几条)?|什么)(?:条件|地方|要求)?(?:不符合|没有?达到|没有?满足|不满足|不够|不行|卡住了?|不达标)(?:了|的)?",
        rf"{_THIS}{_US}(?:还)?(?:差|缺|少)(?:了|在)?(?:哪(?:里|儿|些|项|个条件)?|什么(?:条件)?|啥)[了呢]?",
        rf"{_THIS}(?:不行|不符合|不能申请|没资格)的?(?:原因|理由)(?:是什么|呢|在哪里?)?",
    ),
    "papers": (
        r"(?:what|which)(?: are the)?(?: (?:kind|sort) of)? (?:papers?|documents?|docs?|paperwork|"
        r"materials?|forms?|files?|certificates?|proofs?)"
        rf"(?: (?:do|must|should|would|will|shall) {_WE}(?: have to| need to)?(?: (?:need|bring|submit|"
        r"provide|send|prepare|hand in|have|file|attach|show))?"
        r"| (?:are|is|will be)(?: (?:needed|required|necessary|asked for|wanted))?| needed| required|"
        r" to (?:bring|submit|prepare|provide|hand in))?"
        rf"(?: (?:for|with|on|in) {_IT}| to apply(?: for {_IT})?)?",
        rf"what (?:do|must|should) {_WE}(?: need to| have to)? (?:bring|submit|prepare|hand in|provide|"
        rf"attach)(?: for {_IT})?",
        r"(?:the )?(?:list of )?(?:required |needed |necessary )?(?:papers|documents|paperwork|"
        rf"docs)(?: list| checklist| needed| required)?(?: (?:for|of) {_IT})?",
        rf"{_THIS}{_US}(?:申请|办理|申报)?(?:都|具体|一共)?(?:要|需要|需|得|该|应该|应|须|必须|准备|提交|交|带|拿|报|提供|备){{0,4}}"
        r"(?:有)?(?:哪些|什么样的|什么|啥|多少)(?:材料|资料|文件|证件|手续|表格?|证明|凭证|单据)(?:要?(?:准备|提交|交|带))?"
        rf"{_THIS}[的呢吗]?",
        rf"{_THIS}(?:的)?(?:申请|申报|所需|需要的?|要交的?|要的)?(?:材料|资料|文件)(?:清单)?(?:有哪些|要哪些|要什么|是什么|有什么|呢|怎么准备|怎么写)?",
    ),
    "amount": (
        rf"(?:up to |about )?how much(?: (?:money|cash|is there|is it|is that|is @)){{0,4}}"
        rf"(?: (?:can|could|would|will|might|do|may|should) {_WE} (?:get|receive|expect|claim|have|obtain|"
        r"save|borrow|be paid))?"
        rf"(?: (?:would|could|will|does|is) (?:it|that|this|@) (?:be|come to|pay|give|give us|bring|worth|make))?"
        rf"(?: (?:for|from|out of|with|under|of|back from) {_IT}| back| in total| at most| altogether|"
        r" in all| worth| max){0,4}",
        rf"(?:what is|whats) (?:the )?(?:amount|sum|maximum|ceiling|total|most {_WE} (?:can|could) get|"
        rf"it worth|@ worth|limit)(?: (?:for|of|from) {_IT})?",
        rf"(?:what|which) (?:amount|sum)s?(?: (?:can|could|would|do) {_WE} (?:get|expect|"
        rf"receive))?(?: (?:for|of|from) {_IT})?|(?:the )?total|up to how much",
        rf"{_THIS}{_US}(?:一共|总共|合计|最多|大概|大约|到底|加起来|总计|最高){{0,4}}{_US}(?:能|可以|会|可|有|是){{0,4}}"
        r"(?:拿|补贴|补助|补|得|领|申请|给|报销|返还?|省|退|贷|借|报){0,4}(?:到|回|下来)?"
        rf"(?:多少|几(?:个)?万|几百万)(?:钱|金额|补贴|补助|资金|元|块)?{_THIS}[的呢]?",
        rf"{_THIS}(?:的)?(?:补贴|补助|最高|支持)?(?:金额|额度|数额|上限)(?:是|有)?(?:多少|呢)?",
    ),
    "deadline": (
        r"(?:what is|whats|when is|wheres|is there|what was)(?: the| a| any)? (?:deadline|due date|"
        rf"closing date|cutoff|cut off|time limit|end date)(?: (?:for|of|to) (?:{_IT}|apply))?",
        rf"(?:the |any )?deadlines?(?: (?:for|of) {_IT})?|(?:by|until|till|since|from) when(?: (?:can|must|"
        rf"do|should) {_WE} apply)?",
        rf"how long (?:do {_WE} have|is {_IT} (?:open|valid|in force|running)|does {_IT} (?:run|last))",
        rf"when (?:does|do|did|will|is|can|must|should|are) (?:{_IT}|{_WE}|applications|"
        r"the applications?) ?(?:end|close|expire|run out|start|open|due|apply|hand it in|submit(?: it)?|"
        rf"over|begin|take effect)(?: for {_IT})?",
        rf"(?:is|are) {_IT} still (?:valid|in force|open|running|available|possible)",
        rf"{_THIS}(?:的)?(?:申请|申报|政策|办理)?(?:的)?(?:截止|到期|有效|过期|截至)(?:日期?|时间|期限?)?(?:是|到|在){{0,4}}(?:什么时候|哪天|哪一天|几号|"
        r"何时|多久|多长)?[呢吗了]?",
        rf"{_THIS}(?:的)?(?:申请|申报)?(?:什么时候|何时|几号|哪天|几月)(?:之前|前)?(?:能|可以|要|开始|会)?(?:截止|到期|结束|开始|申请|申报|提交|交|"
        r"过期|失效|生效)[的了呢]?",
        rf"{_THIS}(?:现在)?还(?:有效|来得及|能申请|在执行|可以申请)[吗么]?|(?:申请|申报)?(?:期限|时限|有效期)(?:是)?(?:多久|多长|到什么时候|呢)?|"
        r"最(?:晚|迟)(?:什么时候|几号|哪天)(?:申请|申报|交|提交)?",
    ),
    "payer": (
        r"who (?:pays?|will pay|is paying|gives(?: us)? the money|provides the money|funds|finances|"
        r"is behind|issued|issues|decides|approves|grants|hands out the money)"
        r"(?: (?:for )?(?:it|this|that|@|us|on it|on this))?|(?:from )?who(?:m)? (?:do|does|would|"
        rf"will) (?:{_WE}|the money) (?:get it|come)(?: from)?|who gets (?:it|the money|@)|who is (?:it|"
        r"@) paid (?:to|by)",
        r"where does (?:the money|it) come from|whose money is (?:it|that|this)|(?:is it )?paid by (?:who|"
        r"whom)|who is it for",
        rf"{_THIS}(?:的)?(?:这?笔?钱)?(?:是|由|归|找)?(?:谁|哪个部门|哪里|哪家|哪个单位|哪个机构)(?:来)?(?:出|付|给|发|拨|掏|批|审批|审核|管|负责|"
        rf"承担|支付|决定|发放)(?:的)?(?:钱|款|补贴)?{_THIS}[的呢]?",
        rf"{_THIS}(?:的)?(?:钱|资金|补贴|款)(?:是)?(?:从哪(?:里|儿)?来|给谁|归谁|付给谁|发给谁|谁出|谁给|谁付)[的呢]?",
    ),
    "where": (
        rf"where (?:do|can|should|must|would|could) {_WE} (?:go|apply|turn|submit|hand|file|start|ask|"
        rf"register|get|sign up)(?: (?:it|this|that|in|for|to apply|up|{_IT})){{0,4}}",
        rf"where to(?: (?:go|apply|turn|submit|file|ask|start|register)(?: (?:it|for {_IT}|to))?)?|"
        r"where(?: for @| is that| is it)?",
        rf"how (?:do|can|should|would|could) {_WE} (?:apply|get|go about|start|proceed|claim|do|obtain|"
        rf"use)(?: (?:for )?{_IT})?|how to (?:apply|proceed|claim|get|start)(?: (?:for )?{_IT})?",
        r"(?:what is|whats|what are) (?:the )?(?:steps|procedure|process|next steps?|next)(?: (?:for|"
        rf"of) {_IT})?|next steps?|what next|what now",
        rf"who(?:m)? (?:do|can|should|must) {_WE} (?:contact|call|ask|talk to|turn to|speak to|see|"
        rf"write to)(?: (?:about|for) {_IT})?|(?:any )?(?:contact|phone number|telephone|address|"
        rf"hotline)(?: for {_IT})?",
        rf"{_THIS}{_US}(?:该|应该|要|需要|可以|能)?(?:去|到|在|找|上|向|跟)?(?:哪里|哪儿|哪|什么地方|谁|哪个部门|哪个窗口|哪个单位|哪个网站)(?:去|可以|"
        rf"能)?(?:申请|办理?|申报|问|提交|交|报|弄|咨询|报名|受理){_THIS}[的呢]?",
        rf"{_THIS}{_US}(?:该|应该|要)?(?:怎么|如何|咋)(?:去)?(?:申请|办理|申报|弄|操作|拿|领|拿到|报名|办)(?:到)?{_THIS}[的呢]?",
        rf"{_THIS}(?:的)?(?:申请|办理|申报)?(?:流程|步骤|程序)(?:是什么|是怎样的|呢|怎么走|有哪些)?|{_THIS}(?:联系谁|找谁|找哪个部门|联系电话|联系方式|"
        r"电话(?:是)?多少|地址(?:在哪里?)?)[呢]?",
        r"(?:去|到|上)(?:哪里|哪儿|哪)[呢]?|下一步(?:怎么办|做什么|怎么做|呢|该做什么)?|接下来(?:怎么办|做什么|呢)?",
    ),
    "more": (
        r"more|any(?: )?(?:others|thing else|more|other)|(?:what|anything) else(?: (?:is there|"
        r"do you have|can we get|could we get))?|(?:the )?others|(?:the )?rest|next(?: one)?|"
        r"show (?:me )?(?:more|(?:the )?others|the rest|all|all of them)|other (?:policies|options|"
        r"articles|ones)|(?:is )?there more",
        r"(?!有$|有没有$|还有$)(?:还有|有没有|有)(?:别的|其他的?|其它的?|更多的?)?(?:政策|条款|补贴|选择)?[吗么呢没]{0,2}|(?:其他|其它|别的|其余|剩下)(?:的)?(?:条|几条|"
        r"政策|条款)?(?:呢|有哪些|是什么|看看|也看看)?|(?:看看?|显示)?更多|看看?(?:其他|其它|别的|全部)的?|下一(?:条|个)",
    ),
    "why": (
        r"why(?: (?:is|was) (?:it|this|that|so|@)(?: shown| (?:listed|first|here))?| so|(?: do you show|"
        rf" did you show| show| suggest)?(?: (?:me|us))? {_IT}| {_IT})?|how so|on what grounds?|"
        r"how do you know",
        r"(?:what are |what is |whats |which are |show |the |all ){0,4}(?:conditions?|requirements?|"
        rf"criteria)(?: (?:for|of|in) {_IT})?|what does {_IT} (?:require|ask for|demand)|(?:do|"
        rf"would) {_WE} qualify(?: for {_IT})?|(?:are|am) {_WE} eligible(?: for {_IT})?",
        rf"{_THIS}(?:为什么|为啥|为何|凭什么)(?:是|推荐|给我看|显示|有)?{_THIS}[呢]?|(?:依据|根据)(?:是)?(?:什么|哪里)?|怎么(?:判断|看出来|知道)的",
        rf"{_THIS}(?:的)?(?:要|需要|有|看|申请)?(?:什么|哪些|啥)?(?:条件|要求)(?:是什么|有哪些|呢)?|{_THIS}{_US}(?:符合|够|满足)(?:条件|资格)?[吗么]",
    ),
    "detail": (
        r"(?:(?:tell|show|give) (?:me |us )?|say |read |explain |hear |know )?(?:(?:some |a bit |"
        r"a little )?more(?: details?| information| info)?|(?:the )?details|in (?:more )?detail)"
        rf" ?(?:(?:about|on|of|for) {_IT})?|(?:tell|show|explain|read|open|see|view|describe)(?: (?:me|us|"
        rf"to me|about|me about)){{0,4}} @(?: (?:in (?:more )?detail|please|whole))?|explain(?: {_IT})?|"
        r"what is @(?: about)?|what does @ say|(?:what|how) about @|@(?: in (?:more )?detail| details?)?",
        r"@(?:再)?(?:详细|具体|仔细|展开|多)?(?:地)?(?:说说|说一下|讲讲|讲一下|讲|说|介绍(?:一下)?|看看|看一下|看|展开|解释(?:一下)?|详情|细节|内容|"
        r"全文)?(?:是什么|讲什么|说什么|怎么回事|是啥|说的(?:是)?什么|怎么样|呢)?(?:一下|一遍|点)?",
        rf"(?:详细|具体|仔细|展开)(?:地)?(?:再)?(?:说说|讲讲|说|讲|介绍|解释|看看?|谈谈)(?:一下)?{_THIS}|(?:看看?|打开|展开|讲讲|说说|"
        r"介绍(?:一下)?|解释(?:一下)?|了解)@(?:的)?(?:详情|内容|详细)?|(?:说|讲|写)?(?:得)?(?:详细|具体|仔细)(?:一?点|一些|些)?(?:说|"
        r"讲)?(?:说|讲)?|(?:查看?|看)?(?:一下)?(?:详情|详细内容)",
    ),
}  # fmt: skip
KINDS = tuple((kind, tuple(re.compile(pattern) for pattern in patterns)) for kind, patterns in _PATTERNS.items())
"""Kinds in the order in which they are tried, each with its patterns."""
