"""A clean record, told in any way: `serious_dishonesty` denied by the good name, by conduct, or by what is not on file.

What is bad and did happen is read in `record`; the words here only ever clear the record. A mild word that is stated
("a stain", 出过事) says nothing, since nobody can tell whether it was serious.
"""

from __future__ import annotations

from policies.facts import frames, phrases
from policies.facts.found import Findings
from policies.facts.frames import Frame, words
from policies.facts.phrases import Phrase
from policies.facts.scope import Page
from policies.patterns import lazy

_LAW_EN = (
    r"(?:the )?(?:laws?|authorit\w+|tax\w*|courts?|police|bureau\w*|regulators?|officials?|inspectors?|government|"
    r"rules?|regulations?|codes?)"
)
_US = r"(?:us|our|ours|it|the (?:company|firm|business)|its name|me)"
_ADVERSE = words(
    r"adverse|bad entr(?:y|ies)|negative entr(?:y|ies)|black marks?|bad marks?|blemish(?:es)?|stains?(?! remov)|"
    r"blots?|"
    rf"(?:trouble|brush(?:es)?|run-?ins?|scrapes?|problems?|conflicts?|clash(?:es)?|difficult(?:y|ies)|quarrels?|"
    rf"a falling out|fell out|fallen out) (?:of any (?:kind|sort) )?with {_LAW_EN}|"
    r"(?:anything|something|entries|entry|marks?|records?|cases?|complaints?|proceedings|judgments?|rulings?|"
    r"findings?)"
    rf"(?= (?:\w+ ){{0,3}}(?:against|under|on) (?:{_US}|record|file)(?![a-z]))|"
    rf"(?:held|recorded|registered|known|noted|lodged|filed|pending|stands?|standing|lies)"
    rf"(?= (?:\w+ ){{0,2}}against {_US}(?![a-z]))|"
    r"(?:a |any )?(?:bad|negative|criminal) (?:record|mark|credit record|history)|(?:fell|fallen|ran|run|"
    r"falls?) (?:foul|"
    r"afoul)|on the wrong side of|misdeeds?|misbehavio\w+|wrongs|transgress\w+|infring\w+|lapses? (?:of|in) (?:law|"
    r"conduct|honesty)|non-?compliance|"
    rf"irregularit(?:y|ies)|improprieties|(?:broke|broken|breaks?|breaking|flout\w*|bent|breached|offended against) "
    rf"(?:any |a |a single |one |no )?(?:{_LAW_EN})|"
    r"administrative (?:penalt(?:y|ies)|cases?|measures?)|fin(?:e|ed|es|ing)(?= us)|punish(?:es|"
    r"ed)?|penali[sz](?:e|ed)|penalt(?:y|ies)|wrongdoings?|offen[cs]es?|misconduct|convictions?"
)
_SPOTLESS = (
    r"(?:clean|spotless|blameless|unblemished|untarnished|unstained|unsullied|immaculate|impeccable|faultless|"
    r"flawless|"
    r"irreproachable|exemplary|pristine|stainless|squeaky-clean)"
)
_FIELDS = (
    r"(?:legal|credit|compliance|court|criminal|police|regulatory|penalty|tax|public|disciplinary|business|corporate|"
    r"company|conduct|integrity|official|two-year|and|or)"
)
_RECORD = (
    r"(?:record|sheet|slate|history|files?|name|reputation|standing|copybook|books|conscience|past|bill of health)s?"
)
_BEING = (
    r"(?:(?:is|are|was|were|has|have|been|being|remain(?:s|ed)?|stay(?:s|ed)?|stands?|stood|kept|keeps?|comes?|came|"
    r"back|up|out|looks?|shows?|reads?|both|all|also|still|always|quite|as|wholly|with|at|on|in|of|the|our|its|for|"
    r"these|past|last|two|years?|perfectly|entirely|completely|absolutely|totally|credit|public|central|people's|"
    rf"company|information|reference|office|registry|registers?|agency|agencies|bureau's|{_LAW_EN})[ ,]+){{0,11}}?"
)
_CLEAN = words(
    r"(?:squeaky|perfectly|entirely|completely|absolutely|all|totally)[- ]clean|clean(?= (?:on paper|with|"
    r"as a whistle|in every|"
    r"at the|everywhere|all round|there|too|and|in the eyes))|above board|in the clear|beyond reproach|law-abiding|"
    r"(?:on the right side of|within|inside|by|observ(?:es|ed)|obey(?:s|ed)?|(?:keeps?|kept|holds?|held|sticks?|"
    r"stuck|"
    r"adher\w+) to|(?:in line|complian\w+|compl(?:y|ies|ied)) with|abid\w+ by|follow(?:s|ed)?|respect(?:s|ed)?) "
    r"(?:all |every |each |the )*(?:laws?(?! firms?)|rules and laws|laws and rules|rulebook|letter of the law)|"
    r"nothing (?:\w+ ){0,3}(?:on (?:our|the|"
    r"any|its) (?:\w+ )?(?:record|file|books|register)|against us|against (?:our|the) (?:name|company|firm))|"
    rf"{_RECORD} {_BEING}(?:{_SPOTLESS}|clear|in order|fine|good|white)|"
    r"(?:court|tax|credit|penalty|police)(?:,? (?:and|or) (?:court|tax|credit|police))? (?:records?|files?|"
    r"histor(?:y|ies)) "
    rf"(?:all )?(?:{_SPOTLESS}|clear|in order)|"
    rf"{_SPOTLESS},? (?:(?:\w+ ){{0,2}}|(?:{_FIELDS},? ){{0,5}}){_RECORD}|"
    rf"(?:good|sound|clear) (?:{_FIELDS},? ){{1,5}}(?:record|sheet|slate|history|standing)s?|"
    r"good (?:record|standing|sheet|slate)|clear (?:record|sheet|slate)|clear of (?:penalties|blacklists|sanctions)|"
    r"clean (?:hands|nose)|(?:hands|nose) clean|"
    r"(?:behav\w+|conduct\w+|acted|traded?|run|operat\w+) (?:\w+ )?(?:impeccably|properly|honestly|correctly|"
    r"lawfully|"
    r"legally|honourably|irreproachably|beyond reproach|as (?:one|we) should)|"
    r"(?:behaved|behaving) (?:(?:ourselves|itself|themselves)(?: well| throughout)?|(?:very )?well|"
    r"decently)(?! (?:in|on|under|at) (?:the|a|our|its) (?:test|field|market|frost|heat|oven))|"
    r"(?:kept|keeps?|stay(?:s|ed)?) out of "
    r"trouble|play(?:s|ed)? by the rules|"
    r"fully compliant|in order with (?:the |every )?(?:authorities|bureau|tax)"
)
_NOTHING_THERE = words(
    r"(?:our|the|its) (?:\w+ )?(?:credit|court|police|penalty) (?:report|file|record|search|check|extract)s? (?:\w+ )?"
    r"(?:shows?|showed|turn(?:s|ed) up|reveal(?:s|ed)|came back with|lists?|holds?|contains?) (?:nothing|no entr(?:y|"
    r"ies)|"
    r"no blemish(?:es)?)|(?:credit (?:office|bureau|registry|agency)|courts?|authorities|regulators?|police|bureaus?) "
    r"(?:\w+ )?(?:has|have|holds?|found|finds?) nothing (?:bad |adverse )?(?:on|against) (?:us|the company|our name)|"
    r"nothing (?:bad|adverse|negative|black) (?:is |was |stands |has been )?(?:noted |entered |recorded |there )?(?:on|"
    r"in|against) (?:our|the) (?:\w+ )?(?:record|file|books|register|name)s?"
)
_OF_OTHER_THINGS = words(
    r"customers?|invoices?|loan|instal\w+|deliver\w*|weather|product\w*|water|room|energy|tech|air|repayments?|"
    r"payments?|machines?|devices?|robots?|pumps?|safety|quality|export|production|drinking"
)
FRAMES = (
    Frame(
        "serious_dishonesty",
        _ADVERSE,
        stated=None,
        denied=False,
        without=_OF_OTHER_THINGS,
        item=True,
        signs=(
            *("adverse", "entr", "mark", "blemish", "stain", "blot", "trouble", "against", "record", "on file", "run"),
            *("foul", "misdeed", "wrong", "irregular", "law", "rule", "regula", "authorit", "police", "court", "code"),
            *("transgress", "infring", "lapse", "complian", "impropri", "punish", "penal", "offen", "conduct"),
            *("convict", "administrative", "fine us", "misbehav"),
        ),
    ),
    Frame(
        "serious_dishonesty",
        _CLEAN,
        stated=False,
        denied=None,
        without=_OF_OTHER_THINGS,
        item=True,
        signs=(
            *("clean", "above board", "in the clear", "reproach", "law", "nothing", "spotless", "blameless", "blemish"),
            *("untarnished", "unstained", "unsullied", "immaculate", "impeccabl", "faultless", "flawless", "exemplary"),
            *("pristine", "stainless", "record", "standing", "slate", "sheet", "books", "behav", "acted"),
            *("trade", "rules", "honest", "properly", "lawful", "legal", "trouble", "compliant", "in order"),
        ),
    ),
    Frame(
        "serious_dishonesty",
        _NOTHING_THERE,
        stated=False,
        denied=None,
        without=_OF_OTHER_THINGS,
        bare=True,
        signs=("nothing", "no entr", "no blemish"),
    ),
)

_GOOD_NAME = (
    r"(?:信用|记录|征信|合规|信誉|诚信|资信|法律|商誉|名声|档案)(?:状况|情况|记录|档案|报告|方面|[上里和与及]|信用|"
    r"记录|合规|一直|一向|"
    r"历来|向来|始终|保持|维持|都|也|很|均|算|是|颇){0,5}(?:良好|清白|干净|正常|优良|完好|无瑕|没(?:有)?(?:问题|"
    r"瑕疵|毛病)|"
    r"没话说|无虞|过硬|清楚|优|佳)(?!的(?:企业|客户)|贷)"
)
_LAWFUL = (
    r"(?<![不没未非])(?<!没有)(?:守法|合法|依法|诚信|守信|合规|规范|正当|老实|本分|循规)(?:地)?(?:经营|办事|做生意|"
    r"运营|营业|营运)|"
    r"经营(?:上|一向|一直|都|很|也|十分|得){0,3}(?:守法|合法|诚信|守信|合规|规矩|规范|清白|本分|正派)|"
    r"(?:奉公|遵纪|知法|一向|一直|向来|从来|历来|始终|都|很|也|依规|合规|诚信|诚实|[年里])守法|守法守[信规纪]|守信守法|"
    r"(?:遵守|恪守)(?:国家)?(?:法律|法规|法令|法纪)|规规矩矩|清清白白|干干净净|循规蹈矩|安分守己|本本分分|堂堂正正|"
    r"(?:身家|一身|底子|"
    r"背景)(?:很|都)?(?:清白|干净)|守规矩"
)
_NOTHING_FOUND = (
    r"(?:查不到|没查到|查无|查不出|未查到|找不出|查了?没有?)(?:公司|我们|本公司)?(?:有)?(?:任何|什么|一[条点]|"
    r"半[条点]){0,2}的?"
    r"(?:不良|劣迹|前科|处分)(?!贷|率|资产|品)"
)
_MILD = (
    r"(?:(?:没有?|未|从未|未曾|不曾|从不|无)(?:再|有过?|被|受过?|出现过?|发生过?|任何|什么|半点|一点|一[条次个]|"
    r"重大|严重|"
    r"因[^,。;]{0,6}而?)*|零)(?:处分|前科|劣迹|不良(?!贷|率|资产|品|反应|债|导体)|违约失信|"
    r"行政责任|刑责|点名|通报|查处|案底|(?:法律|合规|信用)(?:问题|污点|瑕疵|纠葛))"
)
_NEVER_DID = (
    r"(?:没有?|未|从未|未曾|不曾|从没|从来没有?|都没有?)(?:再|有)?(?:犯|违|触犯?|越|踩)(?:过)?(?:任何|什么|半点|"
    r"一[点次条])?(?:了|过)?"
    r"(?:法|规|章|纪|错|事|戒|律|红线|法律|法规|规定|线)(?!律师)"
)
_NO_TROUBLE = (
    r"(?:没有?|未|从未|未曾|不曾|从没|从来没有?|都没有?)(?:再|有)?(?:出|惹|闹|犯|碰)(?:过|现)?(?:任何|什么|半点|"
    r"一点|大|"
    r"过)?(?:事(?!故|务|项|业)|问题|岔子|纰漏|差错|状况|乱子|麻烦|毛病)|(?:出|惹|闹)(?:过|现)?(?:事(?!故)|问题|"
    r"麻烦)(?:也)?没有"
)
_NOT_OF_CONDUCT = lazy(
    r"客户|供应商|股权|股份|持股|厂房|车间|贷款(?!卡)|还款|还本|付息|产品|质量|供货|交货|安全|设备|系统|想|打算|"
    r"食品|房|水"
)
PHRASES = (
    Phrase(
        "serious_dishonesty",
        False,
        lazy(rf"{_GOOD_NAME}|{_LAWFUL}|{_MILD}|{_NEVER_DID}"),
        without=_NOT_OF_CONDUCT,
        bare=True,
        signs=(*"信守规纪犯违触法责", "记录", "清白", "干净", "本分", "堂堂", "不良", "处分", "前科", "劣迹", "案底"),
    ),
    Phrase(
        "serious_dishonesty",
        False,
        lazy(_NO_TROUBLE),
        near=lazy(r"法|规|信用|诚信|信誉|征信|监管|经营|公司做事|做人"),
        without=_NOT_OF_CONDUCT,
        bare=True,
        signs=("出", "惹", "闹", "犯", "碰"),
    ),
    Phrase(
        "serious_dishonesty",
        False,
        lazy(_NOTHING_FOUND),
        bare=True,
        firm=True,
        signs=("查", "翻", "找不出"),
    ),
)


def find(page: Page) -> Findings:
    """Everything that clears the record."""
    yield from frames.find(page, FRAMES)
    yield from phrases.find(page, PHRASES)
