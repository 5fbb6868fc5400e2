"""Whose the enterprise is: subsidiary or independent, clear shares or disputed, and the line of business it is in."""

from __future__ import annotations

from policies.facts.found import Findings
from policies.facts.matters import Matter
from policies.facts.matters import find as find_matters
from policies.facts.scope import Page
from policies.patterns import lazy

_HOUSE = r"(?:母公司|总公司|集团(?:公司|总部)?|上市公司|控股公司|央企|国企)"
_WHOLLY = r"(?:百分之百|100%|全资|绝对|完全|直接)?"
_SUBSIDIARY = lazy(
    rf"(?:由|被|是)[\u4e00-\u9fff]{{0,6}}{_HOUSE}{_WHOLLY}(?:持有|控股|持股|投资(?:设立|成立|的)?|设立的?|出资|"
    rf"全资|成立的?)|"
    rf"{_HOUSE}(?:也|还|仍|一共|总共)?{_WHOLLY}(?:持有?|占|控股|持股|控制)(?:了)?(?:我们|我司|公司|本公司|"
    rf"[\d一二三四五六七八九十百]|百分|的?股)|"
    r"(?:持有|控制|控股|占)(?:了)?(?:我们|我司|本公司)(?:公司)?(?:[\u4e00-\u9fff\d%]{0,6})股|"
    rf"{_HOUSE}(?:旗下|下属|下面|底下)?的?(?:一?[家个])?(?:全资|控股|二级|三级)?(?:子公司|孙公司)|"
    rf"(?:这家|作为|(?:我们|公司|我司)(?:也)?(?:是|属于?)[\u4e00-\u9fff]{{0,8}}?)(?:全资|控股)?(?:子公司|孙公司)|"
    rf"(?:隶属于?|归属于?|属于|挂靠)[\u4e00-\u9fff]{{0,6}}集团|(?:我们|公司|"
    rf"我司)是?[\u4e00-\u9fff]{{1,6}}集团(?:旗下|下属|投资)|"
    r"(?<![a-z])(?:(?:wholly|fully|majority|100%|partly)[- ](?:owned|held) (?:by (?:\w+ ){0,3}?(?:group|parent|"
    r"company|corporation|"
    r"holding|firm)|subsidiary)|(?:we are|we're|is|as) (?:a|the|one) (?:\w+ ){0,2}subsidiary|subsidiary of|"
    r"(?:parent|group|holding company|head company|listed company|(?:larger|bigger|big|large) company|corporation|"
    r"conglomerate)"
    r"(?: company)? (?:holds?|owns?|controls?) (?:every|all|most|"
    r"the whole|us|our|the majority|\d|"
    r"a majority|half)|(?:owned|set up|founded|established|held) by (?:a|our|the) (?:\w+ ){0,3}(?:group|parent|"
    r"listed company|"
    r"holding company)|group (?:[\w,.¥%-]+ ){0,14}?(?:owns|holds|controls) (?:it|us|our|the company)|part of (?:a|"
    r"the) (?:\w+ ){0,3}group|arm of (?:a|the) (?:\w+ ){0,3}(?:group|company))(?![a-z])"
)
_HOUSES = lazy(
    rf"{_HOUSE}|子公司|孙公司|(?<![a-z])(?:group|parent|company|holding|corporation|subsidiary|firm)(?![a-z])"
)
_OUR_PARENT = lazy(
    r"(?:我们|我司|本公司)的?母公司|"
    r"(?<![a-z])our (?:own )?(?:parent(?: company| group| firm)?|mother (?:company|firm|house))(?![a-z])"
)
_INDEPENDENT = lazy(
    r"股东,?(?:都|全|全部|均|一直|清一色)?(?:是|为)自然人|(?:股东|创始人|创办人|合伙人|出资人|老板|持股(?:人|"
    r"的))(?:[全都均皆]|全部|清一色|一律){1,2}(?:是|为|系)?"
    r"(?:自然人|个人)|(?:没有?|无)(?:任何|外面的?|外来的?|别的|其他|外部)*(?:公司|企业|机构|法人)(?:入股|参股|持股|"
    r"控股|占股)|"
    r"公司(?:是|归)我(?:和|跟|与)[^,。;集团公司]{1,10}的(?=[,。;]|$)|自然人(?:独资|控股|持股|出资|投资|股东)|(?:我们|"
    r"我)?自己创业|自主创业|独立创业|白手起家|"
    r"(?:没有?|无|并无|不存在)(?:任何|什么|一[个家])?(?:母公司|集团|法人股东|上级公司|控股公司|大公司|企业股东|"
    r"机构股东|大企业)(?:背景|股东|控股|持股|投资|在背后|撑腰|的股份)*|"
    r"(?:不是|并非|不属于|不隶属|不归)(?:于)?(?:任何|谁家?|哪家?|别人家?|别家|某个|什么|大)*(?:大)?(?:集团|公司|"
    r"企业|上市公司)?(?:家)?(?:的)?(?:旗下)?(?:的)?"
    r"(?:全资|控股)?(?:子公司|孙公司|下属(?:公司|企业|单位)?|分支|旗下(?:公司|企业)?|成员企业|控股企业)|"
    r"(?:不(?:属于|隶属于?|归)|没有?(?:挂靠|隶属)(?:于)?)(?:任何|哪个|什么|谁家?的?|大)*集团|"
    r"(?:跟|和|与|同)(?:任何|别的|哪个|什么|其[他它])?(?:大)?(?:集团|公司|企业)(?:公司)?(?:都|也)?(?:没有?|无|毫无|"
    r"不沾|没什么)(?:股权)?(?:任何)?(?:关系|关联|瓜葛|隶属|联系|关)|"
    r"(?:跟|和|与|同)(?:任何)?(?:大)?集团(?:公司)?(?:都|也)?(?:毫)?(?:不沾边|无关)|(?:背后|上面|上头)(?:也|都|"
    r"并)?(?:没有?|无)(?:任何|什么|别的)?(?:大)?(?:集团|公司|母公司|股东|人)|"
    r"(?:股东|出资人|投资人|(?<![连带含上加])老板|股权|股份)[\u4e00-\u9fff]{0,4}?(?:只有?|就|全|都|仅|就是|"
    r"全是)?(?:是|由|归|"
    r"在)?(?:我们|我)?(?:[一两二三四五六七八九十几\d]|仨|俩)"
    r"(?:个|位|名)?(?:人|创始人|合伙人|自然人|同学|兄弟|朋友|创办人|老师|校友|夫妻)|"
    r"(?:股东|出资人|股份|股权)(?:都|全|全部|均|只|就)?(?:是|为|由|在|归)(?:我们)?(?:创始(?:人|团队)|"
    r"(?:我们)?(?:自己|自家|团队|夫妻|夫妇|家人|员工|个人|本人)|合伙人)|"
    r"由(?:我们)?(?:[一两二三四五六七八九十几\d])(?:个|位|名)(?:创始人|合伙人|自然人|个人|同学|朋友|"
    r"人)[^,。;]{0,6}?(?:出资|投资|设立|创办|成立|创立|持有|持股)|"
    r"(?:夫妻|兄弟|家族|同学|合伙)(?:两人|二人|俩)?(?:持股|控股|开的|办的|合办|企业|合伙)|"
    r"(?:我们)?(?:[一两二三四五六七八\d])(?:个|位|名)?(?:人|创始人|合伙人|同学)"
    r"(?:合伙|合资|一起|共同|自己)[\u4e00-\u9fff]{0,3}?(?:开|办|创|出资|投|成立|设立|持)|独立(?:的)?民营|(?:是|"
    r"由)?(?:我|我们)?(?:个人|"
    r"自己)(?:投资|出资|掏钱)(?:成立|开|办|设立)"
)
_INDEPENDENT_EN = lazy(
    r"(?<![a-z])(?:(?:share|stock)holders (?:are )?(?:all )?(?:natural persons|individuals)|founder-owned|"
    r"family-owned|"
    r"(?:owned|held) (?:entirely |wholly |solely |only |outright )?by (?:its |the |our |my |"
    r"us )?(?:\w+ ){0,2}?(?:founders?|individuals?|"
    r"natural persons?|famil(?:y|ies)|people|partners|couple|brothers|sisters|friends|engineers|staff|ourselves|"
    r"myself)|"
    r"(?:owners?|shareholders?|stockholders?|founders) (?:are|is|being) (?:just |only |all |"
    r"both )?(?:\w+ )?(?:\w+ )?(?:individuals?|"
    r"natural persons?|people|founders?|friends|brothers|sisters|engineers|classmates|colleagues|partners|"
    r"private persons?)|"
    r"(?:owners|shareholders|founders|partners),? (?:who are )?(?:all|both) (?:of them )?(?:natural persons|"
    r"individuals|"
    r"private persons)|(?:founders?|(?:two|three|four|five) of us|we) (?:\w+ )?(?:own|hold)s? (?:all|every|100%|"
    r"the whole|it all|"
    r"everything|the company)|"
    r"(?:no|without (?:a|any)|nor (?:a|any)|not? (?:have )?(?:a|any)) (?:larger |big |bigger |corporate |"
    r"outside )*(?:parent(?: company)?|"
    r"corporate (?:shareholders?|owners?|holders?|parent|backers?|investors?)|corporation behind|holding company|"
    r"group (?:behind|above|owner)|"
    r"company behind|mother company|group)|nobody's subsidiary|(?:not|n't|never|no one's) (?:a |an |the |part of |"
    r"owned by |held by )*"
    r"(?:\w+ )?(?:subsidiary|corporate group|bigger company|larger group|group|conglomerate)|"
    r"nothing to do with (?:a|any) (?:\w+ )?(?:group|corporation)|stand[- ]?alone (?:company|firm|business)|"
    r"independent(?:ly)? owned|started (?:it|the company|the firm) (?:myself|ourselves)|self-founded|bootstrapped|"
    r"not part of (?:a|any) group|belong to no group)(?![a-z])"
)
_EQUITY = lazy(
    r"(?:股权|持股|股东|股份)(?:结构|架构|关系|归属|情况|比例)?(?:[一都也很是]|比较|非常|十分|一直|目前|算不算|"
    r"算){0,3}(?:清晰|清不清[晰楚]|"
    r"清楚|明晰|明确|分明|简单|单纯|干净|透明|清二楚|清清楚楚|明明白白|单一明了)|"
    r"谁(?:占|持)(?:有)?(?:多少|几成)(?:股(?:份|权)?)?[^,。;不没]{0,8}(?:清清楚楚|明明白白|一清二楚|清楚|明白)|"
    r"(?<![a-z])(?:(?:clear|clean|simple|tidy|plain|straightforward|transparent) (?:and \w+ )?(?:shareholding|equity|"
    r"ownership|cap table)|"
    r"(?:shareholding|equity(?: structure)?|ownership|cap table)(?: structure)? (?:is|are) (?:(?!anything|far|none|"
    r"less|hardly)\w+ ){0,2}?"
    r"(?:clear|undisputed|clean|simple|uncontested|in order|straightforward|plain|transparent|beyond dispute))(?![a-z])"
)
_UNDISPUTED = lazy(
    r"股权(?:结构|关系|归属)?(?:[上也都一]|一直|目前){0,2}(?:没有?|无|不存在)(?:任何)?(?:争议|纠纷)|(?:没有?|无|"
    r"不存在)(?:任何)?股权(?:争议|纠纷)|"
    r"(?:没有?|无|不存在|从无)(?:任何|什么)?(?:股权|股份)?代持|没(?:有)?人(?:替|帮|代)[^,。;]{0,4}(?:拿着|持|代持)|"
    r"(?:nobody|no one|none of (?:us|them)|no shareholder) (?:holds?|keeps?) (?:any )?(?:shares?|stock|equity|a stake) "
    r"(?:for|on behalf of|in trust for|in the name of) |"
    r"(?<![a-z])(?:no (?:shareholder |ownership |equity )disputes?|no nominees?(?: shareholders?| holdings?)?|"
    r"without nominees?)(?![a-z])"
)
_PEACE = lazy(
    r"(?:没有?|无|不存在|从无|没闹过|没起过|从没有?过?|从未有过?)(?:任何|什么|过)?(?:争议|纠纷|争执|扯皮|官司)"
)
"""A peace that is the shareholders' where the sentence speaks of their shares."""
_MUDDLED = lazy(
    r"股权(?:结构|关系|归属)?(?:[有在很还也正]|存在|一直){0,3}(?:争议|纠纷|打官司|不清|混乱|复杂|扯皮|代持)|"
    r"(?<!没)(?<!无)(?<!没有)(?<!不存在)有(?:股权|股份)?代持|"
    r"股东(?:之间)?(?:在|正在|还在)?(?:打官司|闹纠纷|争股权)|(?<![a-z])(?:(?:shareholding|ownership|"
    r"equity) (?:is |are )?"
    r"(?:in dispute|disputed|unclear|muddled|contested)|(?:shareholder|ownership|equity) disputes?|"
    r"nominee shareholders?|"
    r"shareholders (?:are )?(?:suing|in court))(?![a-z])"
)
_OF_THE_PARENT = lazy(r"(?:母公司|总公司|集团)的?股|(?<![a-z])of (?:our|the) (?:parent|group|holding)")
_NATURAL = lazy(
    r"股东,?(?:都|全|全部|均)(?:是|为)自然人|(?<![a-z])(?:all (?:our |the )?(?:shareholders|"
    r"owners) are (?:natural persons|private (?:people|persons|individuals)|"
    r"individuals))(?![a-z])"
)
_LEADING = lazy(
    r"(?:主导|新兴|支柱|优势|重点(?:发展)?的?)产业(?!园|基金|政策|链)|(?:[区镇市园]|开发区)(?:里|政府)?(?:正在|在|"
    r"也|一直)?(?:鼓励|主推|主打|大力(?:扶持|发展|推)|重点(?:扶持|发展|推|支持))"
    r"(?:发展)?的?(?:产业|行业|方向|领域)|"
    r"(?<![a-z])(?:which|that|something|field|sector|industry|line) (?:the|our) (?:zone|district|town|park|city|"
    r"county) (?:is )?(?:promot\w+|push\w+|favou?rs|"
    r"supports?|encourag\w+|backs|prioriti[sz]es|wants)(?![a-z])|"
    r"(?<![a-z])(?:leading|emerging|pillar|key|"
    r"priority|"
    r"strategic) industr(?:y|ies)(?![a-z])|"
    r"(?<![a-z])(?:zone|district|town|park|city|county|kunshan|area)'s (?:own )?(?:leading|pillar|priority) "
    r"(?:[a-z-]+ ){0,3}?(?:branch(?:es)?|sectors?|industr(?:y|ies)|lines?|fields?)(?![a-z])|"
    r"(?<![a-z])(?:leading|pillar|priority) (?:[a-z-]+ ){0,3}?(?:branch(?:es)?|sectors?|industr(?:y|ies)|"
    r"fields?) (?:of|in)"
    r" (?:the |our )?(?:\w+ )?(?:zone|district|town|park|city|county|kunshan)(?![a-z])"
)
_OUTSIDE_LEADING = lazy(
    r"(?:不在|不属于?|不符合|不算)[\u4e00-\u9fff]{0,10}(?:主导|新兴|支柱|重点)产业|(?:主导|新兴|支柱|"
    r"重点)产业[^,。;]{0,6}?(?:都|也|均|全)?(?:不沾|沾不上|"
    r"搭不上|排不上|够不上|没份|不着边)|(?<![a-z])(?:outside|beyond|"
    r"not among|none of|"
    r"not in|not one of)"
    r" (?:\w+ ){0,3}(?:leading|emerging|pillar|key|priority) industr(?:y|ies)(?![a-z])"
)
_PROJECT = lazy(
    r"项目|我们|公司|产品|当|[区镇园]里?|(?<![a-z])(?:zone|town|park|district|city)(?![a-z])|属于?|符合|做的|方向|"
    r"(?<![a-z])(?:we|our|us|project|company|business|product)(?![a-z])"
)

_ENGLISH_OWNERS = (
    *(
        "own",
        "held by",
        "holder",
        "hold",
        "parent",
        "group",
        "corporat",
        "founder",
        "bootstrap",
        "started",
        "subsidiary",
    ),
    *("stand", "behind", "belong", "conglomerate", "bigger company"),
)
_SHARES = ("股", "代持", "equity", "ownership", "shareh", "cap table", "dispute", "nominee")
_LINES = (
    " sector",
    " branch",
    "'s leading",
    "产业",
    "行业",
    "方向",
    "领域",
    "industr",
    " zone ",
    " district ",
    " town ",
    " park ",
    " city ",
    " county ",
)

MATTERS = (
    Matter(
        "group_subsidiary",
        _SUBSIDIARY,
        beside=_HOUSES,
        without=lazy(
            r"(?:买|欠|用|订|拖|采购)(?:了|欠)?我们[\u4e00-\u9fff]{0,8}是|(?<![a-z])(?:owes?|buys?|"
            r"bought)(?: \w+){0,2} us|"
            r"(?:我们|公司)(?:有|还有|设了?|开了?|旗下有|下面有)[\u4e00-\u9fff\d]{0,4}子公司|we have (?:\w+ )?subsidiar"
        ),
    ),
    Matter("group_subsidiary", _OUR_PARENT, weight=1, bare=True, signs=("母公司", "parent", "mother ")),
    Matter("group_subsidiary", _INDEPENDENT, value=False, bare=True),
    Matter("group_subsidiary", _INDEPENDENT_EN, value=False, bare=True, signs=_ENGLISH_OWNERS),
    Matter("clear_equity", _EQUITY, without=_OF_THE_PARENT, signs=_SHARES),
    Matter("clear_equity", _UNDISPUTED, bare=True, signs=_SHARES),
    Matter(
        "clear_equity",
        _PEACE,
        beside=lazy(r"股东|股权|股份|持股|自然人"),
        without=lazy(r"合同|货款|专利|贷款|劳动|客户|知识产权|工程|法律|软著"),
        bare=True,
        weight=1,
        signs=("争", "纠纷", "扯皮", "官司"),
    ),
    Matter("clear_equity", _MUDDLED, value=False, signs=_SHARES),
    Matter("clear_equity", _NATURAL, weight=1, bare=True, signs=_SHARES),
    Matter("leading_industry", _LEADING, beside=_PROJECT, without=_OUTSIDE_LEADING, signs=_LINES),
    Matter("leading_industry", _OUTSIDE_LEADING, value=False, bare=True, signs=_LINES),
)
_ANY = lazy(
    r"股|出资|代持|自然人|我(?:和|跟|与)|子公司|孙公司|下属|旗下|集团|母公司|上级|创业|合伙|夫妻|兄弟|白手|个人|"
    r"自己|独立民营|产业|行业|领域|"
    r"cap table|zone|district|背后|上头|大公司|"
    r"(?<![a-z])own|owne|corporat|subsidiar|parent|group|shareh|equity|owner|founder|individual|couple|famil|"
    r"industr|sector|branch|bootstrap|self-f|started|nominee|shares"
)


def find(page: Page) -> Findings:
    """Ownership and line of business, stated, denied or open."""
    if _ANY.search(page.text):
        yield from find_matters(page, MATTERS)
