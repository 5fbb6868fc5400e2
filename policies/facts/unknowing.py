"""Words of not knowing, of two values where one is true, of a question about oneself, and what they are not about."""

from __future__ import annotations

import re

_OPEN_ZH = (
    r"不(?:太|大|很|怎么|是很|敢|能|好)?(?:知道|清楚|确定|肯定|晓得|了解|明白|记得)(?!的)|不知(?=[是有算道在该])|"
    r"(?:说|讲|搞|弄|分|记|查|算|理)不(?:太)?(?:准|清楚?|明白?|好|定|来|上来|出来|懂|得)|不敢(?:说|讲|打包票|保证|"
    r"断定|下结论)|"
    r"没(?:有)?(?:人|谁|哪个)(?:能)?(?:知道|晓得|清楚|说得|讲得|答得|说清|敢|记得|搞得|给得出|拿得准|能)|无人(?:知|能|可)|"
    r"(?:还|尚|仍|都|也|一直|至今)?(?:没有?|未)(?:最终|正式|完全|给|有|作|做)?(?:个|出)?(?:定论?|定案|敲定|公布|公告|"
    r"出炉|确定|确认|明确|查明|查到|查清|弄清|搞清|算清|分清|理清|对清|认定|核定|"
    r"结论|结果|答案|答复|回复|回音|回话|回应|说法|准信|定数|下文|消息|核完|审完|算完|算出|统计完|出结果|出来|批下来|"
    r"说死|明朗|把握|数)(?![的过])|"
    r"(?:查|问|找)不(?:到|出)(?!人|钱|任何|什么|不良|记录|违|失信)|(?:联系|联络)不(?:上|到)|还没(?:拿|取|寄|送)回来|"
    r"(?:还|仍|尚|正)?(?:在|等)(?:核实|核对|查证|查核|核查|审计|审核|认定|确认|统计|清点|对账|打听|争论|查(?!看|"
    r"询))(?:中|当中|呢|之中|着)?|"
    r"有待|待(?:查|确认|核实|核定|厘清|定(?!位|制|额)|商榷|明确)|存疑|未明|未详|未知|不明(?!显|确)|不详|无法(?:确定|"
    r"确认|判断|得知|查证|证实)|没法(?:确定|确认|判断|说)|"
    r"难(?:说|讲|以(?:判断|确定|断定|认定))|两说|两可|对不上|吃不准|拿不准|摸不准|没谱|没底|没数|各说各|说法不一|意见不一|"
    r"有(?:不同)?(?:分歧|出入)|"
    r"(?:两种|不同)(?:说法|口径|算法|意见)|得看[^,。;]{1,10}怎么(?:认|算|看)|见仁见智"
)
_OPEN_EN = (
    r"(?:can(?:not|'t| not)|could(?:n't| not)|unable to|(?:none|neither|nobody|no one|noone)(?: \w+){0,4} (?:can|"
    r"could|is able to)|"
    r"(?:hard|impossible|difficult|too early) (?:for \w+ )?to) (?:\w+ )?(?:tell|say(?! no)|know|establish|confirm|"
    r"determine|work out|"
    r"find out|be sure|be certain|remember|recall|swear|vouch|rule out|make out|agree)|"
    r"(?:don't|do not|doesn't|does not|didn't|did not|nobody|no one|noone|none of (?:us|them)|neither of (?:us|them)|"
    r"never) "
    r"(?:\w+ ){0,5}?(?:know|knows|knew|remember|remembers|recall|recalls|found out|agree)(?! (?:how to|each|of any))|"
    r"not (?:\w+ )?(?:sure|certain|clear|known|settled|confirmed|determined|established|documented|finali[sz]ed|"
    r"yet out|"
    r"published|announced|been (?:published|announced|decided|settled|confirmed|determined|established|finali[sz]ed|"
    r"told))|"
    r"unsure|uncertain\w*|unclear|unknown|undecided|unsettled|unresolved|unconfirmed|undetermined|no (?:idea|clue|"
    r"telling|way of "
    r"knowing|record of (?:whether|how|what|when|any|it))|(?:any(?:one|body)'s) guess|open question|"
    r"remains? to be seen|"
    r"(?:is|are|it's|remains?|being) (?:still )?(?:in doubt|doubtful|debatable|open|moot|an open "
    r"point|up in the air)|(?:i|we|he|she|they|accountants?|\w+) (?:rather )?(?:doubts?|wonders?)(?= (?:if|whether|"
    r"it|that|we))|"
    r"(?:still|currently|now) (?:being )?(?:check\w*|verif\w*|audit\w*|investigat\w*|looking into|counting|argu\w*|"
    r"assess\w*|review\w*|finding out|reconcil\w*|sorting|trying to)|under (?:review|audit|verification)|"
    r"(?:ha(?:s|ve|d)(?:n't| not)|not) (?:yet )?(?:told|answered|replied|confirmed|decided|come back|got back|"
    r"let us know|heard|"
    r"made up|come out|ruled|published|announced|said (?:whether|if|which|yes))|"
    r"(?:wait\w*|awaiting) (?:for |to )?(?:\w+ ){0,3}?(?:answers?|results?|repl\w+|decisions?|confirmation|verdict|"
    r"hear|list|"
    r"letter|ruling|know)|yet to (?:be )?(?:confirm|decid|tell|told|answer|publish|announc|hear|rul|settl|determin|"
    r"verif)\w*|"
    r"(?:not|n't|never) (?:yet )?been able to (?:find out|tell|learn|establish|confirm|ask|check)|"
    r"(?:did|does|do|would) (?:not|n't) (?:say(?! no)|tell us)|(?:did|does|do|would)n't (?:say(?! no)|tell us)|"
    r"one (?:\w+ ){0,2}(?:said|says|told us|thinks|thought|holds) [^.;]{0,60}? (?:and|while|but) "
    r"(?:another|the other|a second)|"
    r"(?:have |has |had )?heard nothing|no (?:answers?|reply|replies|word|news|decision|results?|verdict)(?: \w+){0,4} "
    r"(?:so far|yet|since|to date)|(?:application|request|candidacy|decision|answer|assessment) (?:is|was|remains) "
    r"(?:still |as yet )?pending|whether or not|depend(?:s|ing) on (?:how|who|whom|which)|disagree\w*|"
    r"opinions (?:differ|are divided)|"
    r"(?:one|some)(?: \w+){0,3} says?(?: \w+){1,8}, (?:the )?other"
)
OPEN = re.compile(rf"{_OPEN_ZH}|(?<![a-z])(?:{_OPEN_EN})(?![a-z])")

EITHER = re.compile(
    r"(?:可能|也许|或许|大概|说不定)[^。;!?\n]{1,40}?(?:也|又|或|还)(?:有)?(?:可能|许|或许|说不定)|"
    r"要么[^。;!?\n]{1,30}要么|"
    r"不是[^。;!?,\n]{1,16},?就是|(?:到底|究竟)[^。;!?\n]{0,30}(?:还是|、)|(?:算|属于?)[^,。;!?\n]{1,14}还是(?:算|"
    r"属于?|是)?|"
    r"(?<![a-z])(?:(?:may|might|could)(?: well)? (?:be|have (?:been|come|gone)|come (?:to|"
    r"from))[^.;!?\n]{1,60}? or (?!so(?![a-z]))|"
    r"(?:be|is|are|was|were|count as|counts as) either [^.;!?\n]{1,60}? or |somewhere between)"
)
"""Two values where one is true: neither is stated."""

ASKED = re.compile(
    r"(?:算不算|是不是|属不属于|是否(?:算|属于|是|构成)|算(?:得上|作|成)?[^,。;!?吗]{1,14}(?:吗|么(?=[,?。]|$)))|"
    r"(?<![a-z])(?:do(?:es)? (?:we|it|that|this|the \w+) (?:still |really |even )?(?:counts?|qualify) as|(?:are|"
    r"is) (?:we|it|that|this) "
    r"(?:then |still |really )?(?:considered|regarded as|treated as|deemed)|would (?:that|this|it) (?:be|"
    r"count as))(?![a-z])"
)
"""A question about oneself leaves open what nothing else in the text settles."""

BENEFIT = re.compile(
    r"(?:能不能|能否|可不可以|可否|够不够|符不符合|符合不符合|会不会|给不给|补不补|行不行|(?<!可)能(?=[补报拿申领贷享办退])|"
    r"还能|"
    r"(?:该|要|应)(?:去)?(?:找|走|怎|如)|怎么(?!认|算|看)|怎样|如何|哪些|哪里|哪儿|找谁|要不要|该不该|值不值|"
    r"有没有(?:补|什么|这|机会|资格|可能|政策|办法|希望)|"
    r"(?:补|贴|报|退|拿|赔|领|给|批)(?:回|到)?(?:多少|几成|几|不)|有什么|可以(?=[补报拿申领贷享办退])|符合条件|够格|"
    r"轮(?:得|不)到|要(?:交|带|准备)|材料|流程|手续)|"
    r"(?<![a-z])(?:(?:whether|if) (?:we|it|i|this|they|the \w+|our \w+)(?: \w+)? (?:qualif\w+(?! as)|can(?! show)|"
    r"could|may|might|"
    r"should|would|will|stand|is worth|be worth)|(?:whether|if) (?:any|there)(?: \w+){0,3} (?:subsid\w+|grant|help|"
    r"support|money|"
    r"programme|scheme|rule)|(?:entitled|eligible|in line for|available)|how (?:much|to|do|does|can|we|one|long|"
    r"many of)|what "
    r"(?:we (?:can|could|may|should|need)|to|papers|documents|share)|where to|which (?:office|form|papers|desk|door|"
    r"programme|"
    r"scheme|of (?:the|these) (?:programmes|schemes))|who to|whom to|worth (?:apply|try|our)\w*|apply)(?![a-z])"
)
SELF = re.compile(
    r"是不是|是否|有没有(?:被|上|进|入|拿|领|过|欠|逾|给|评|算|列|还|超)|算不算|属不属|在不在|到底|究竟|"
    r"算[^,。;]{1,10}还是|"
    r"(?<![a-z])(?:counts? as|qualif\w+ as|whether (?:we|it|the \w+|our \w+)(?: \w+)? (?:is|are|was|were|has|have|"
    r"had|ever|still))"
)
"""Behind words of not knowing, these ask about the enterprise, not about what it can have."""

SETTLED = re.compile(
    r"\s?(?:后来|结果(?:是|发现|查)|查(?:过|了)(?:才|之后|以后)|现在(?:知道|查清|确认|弄清|清楚)|已经?(?:查清|确认|"
    r"弄清)|最后(?:确认|查|认定))|"
    r"\s?(?:but |and )?(?:it |that )?(?:has )?(?:since |now |later )?(?:turned out|been (?:cleared up|settled|"
    r"confirmed)|now we know|we now know)"
)
SUM = re.compile(r"金额|额度|数额|价钱|价格|(?<![a-z])(?:amount|sum|price|how much)(?![a-z])")
"""How much is sought or paid is asked where it counts; it is no condition."""
