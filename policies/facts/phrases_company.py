"""Chinese phrases on the enterprise itself: its class of size, listing, owners, seat, research, rights."""

from __future__ import annotations

import re

from policies.facts.found import Findings
from policies.facts.phrases import Phrase
from policies.facts.phrases import find as find_phrases
from policies.facts.phrases_titles import CLAIMS, TITLES
from policies.facts.scope import Page

_CLASSES = (("large", "大"), ("medium", "中"), ("small", "小"), ("micro", "微"))
_BY_STANDARD = (
    r"(?:划型|测(?:下来|出来|评|试)?|认定|归(?:类|到|为)?|算|属于?|够得上|够|达到|标准|国标|归在|列(?:为|入)|定(?:为|"
    r"性为)|"
    r"(?:已经|现在|目前|其实|结果|统计局|自测)(?:是|为)|(?:结果|规模|类型|级别)(?:是|为))"
)


def _sizes() -> tuple[Phrase, ...]:
    made = []
    for value, one in _CLASSES:
        made.append(
            Phrase(
                "size",
                value,
                re.compile(
                    rf"{_BY_STANDARD}[^,。;没未不非够]{{0,9}}?{one}型(?:企业|公司)?(?![\u4e00-\u9fff]{{0,2}}(?:客车|"
                    rf"机|设备|企业的客户))|"
                    rf"(?<![\u4e00-\u9fff]){one}型(?:企业)?(?=[,。;]不(?:是|再|算)|[,。;]够不上|[,。;]还不到)"
                ),
                without=re.compile(
                    r"对方|客户|付款方|甲方|买家|支持|扶持|面向|还是|才|适用于|给大|说是|号称|看(?:着|上去|起来)像|"
                    r"不清|不确定"
                ),
                weight=4,
                signs=(f"{one}型",),
            )
        )
    return tuple(made)


SELF = (
    *_sizes(),
    Phrase(
        "listed",
        True,
        re.compile(
            r"(?:在)?(?:新三板|科创板|创业板|北交所|主板|深交所|上交所|港交所|纳斯达克|香港|"
            r"美国)[^,。;没未不]{0,4}(?:上市|挂牌)|新三板[^,。;没未不]{0,4}企业"
        ),
        without=re.compile(r"产品|新品|客户|打算|准备|想|计划|明年|辅导|给|母公司|股东"),
        denied=False,
        signs=("上市", "挂牌", "新三板"),
    ),
    Phrase(
        "listed",
        False,
        re.compile(
            r"(?:离|距)(?:公司)?(?:上市|挂牌)[^,。;]{0,6}(?:早|远|差|[一好几]年)|(?:没|未|不)(?:有)?(?:想|打算|"
            r"准备)[^,。;]{0,3}上市"
        ),
        without=re.compile(r"产品|新品|客户"),
        bare=True,
        weight=3,
        signs=("上市", "挂牌"),
    ),
    Phrase(
        "legal_person",
        False,
        re.compile(
            r"(?:只|仅)(?:是|不过是)[^,。;]{0,10}(?:分公司|办事处|分支机构)|(?:没有?|无|不具备?|不具有|"
            r"不是)(?:独立)?(?:的)?法人(?!股东|代表|投资|持股)(?:资格|地位)?|不是独立(?:的)?法人"
        ),
        without=re.compile(r"客户|对方|代表"),
        bare=True,
        weight=3,
        signs=("分公司", "办事处", "法人", "分支"),
    ),
    Phrase(
        "group_subsidiary",
        True,
        re.compile(
            r"(?:我们|公司|本公司)?背后(?:是|有|站着|靠着)[^,。;没无]{0,12}(?:集团|母公司|上市公司|央企|国企|大厂|"
            r"大公司)|母公司(?:是|为)[^,。;]{0,12}(?:集团|公司|企业|央企|国企)|"
            r"(?:唯一(?:的)?股东|单一股东|大股东|控股股东|第一大股东|实际控制人|最大股东|控股方)(?:是|"
            r"为)[^,。;]{0,14}(?:集团|上市公司|央企|"
            r"国企|控股公司)|(?:集团|母公司|上市公司|央企|国企)[^,。;没未不]{0,8}(?:百分百|100%|[五六七八九]成|"
            r"[5-9]\d%)[^,。;]{0,4}(?:控股|持股|持有)?|"
            r"(?:大型|大)?集团(?:公司)?(?:投资)?(?:设立|出资成立|全资)|(?:隶属|归属|挂靠)(?:于)?[^,。;没未不]{0,8}集团"
        ),
        without=re.compile(r"客户|供货|没有?|无|不是|并非|不属|不隶属|给|卖给|服务|合作|不归"),
        theirs=True,
        weight=3,
        signs=("集团", "母公司", "上市公司", "央企", "国企", "背后"),
    ),
    Phrase(
        "group_subsidiary",
        False,
        re.compile(
            r"股东(?:就|只|只有|一共)*(?:是|有)?(?:我们)?(?:两口子|夫妻(?:俩|两人)?|夫妇|小两口|父子|母女|"
            r"兄弟(?:俩)?|一家人|我(?:自己)?和(?:我)?[^,。;集团公司]{1,8}(?:同事|同学|朋友|太太|老婆|先生|老公|弟弟|"
            r"哥哥|妹妹|姐姐))|(?:没有?|无)(?:哪个|任何|什么)?集团[^,。;]{0,3}(?:在)?(?:背后|撑腰|后面)|"
            r"股东[^,。;]{0,12}没有(?:别人|其他人|外人|法人股东)"
        ),
        without=re.compile(r"客户|对方"),
        bare=True,
        theirs=True,
        signs=("股东", "背后", "撑腰", "后面"),
    ),
    Phrase(
        "clear_equity",
        False,
        re.compile(
            r"(?:有|存在|其中|里|\d%|成)[^,。;没无不]{0,12}(?:代持|替[^,。;]{0,4}持|帮[^,。;]{0,4}持)|(?:股份|"
            r"股权)[^,。;没未无]{0,8}(?:替|帮|代)(?:别人|他人|朋友|人|亲戚)[^,。;]{0,3}持|"
            r"股东[^,。;没]{0,10}(?:打官司|法院|闹翻|扯皮|起诉|诉讼)|"
            r"(?:股权|股份)[^。;没未不]{0,16}(?:被)?(?:法院)?(?:冻结|查封)|(?:法院|仲裁)[^,。;没未不]{0,8}(?:冻结|查封)[^,。;]{0,8}(?:股份|股权)"
        ),
        without=re.compile(r"没有?(?:任何)?(?:代持|股权)|无代持|不存在|客户"),
        bare=True,
        theirs=True,
        weight=3,
        signs=("代持", "持", "股东", "冻结", "查封"),
    ),
    Phrase(
        "clear_equity",
        False,
        re.compile(
            r"(?:股权|股份|股东|出资)[^。;]{0,24}?(?:归谁|是谁的|权属|归属|谁的股)[^,。;]{0,6}(?:说不清|没定论|不清楚|不清|争不清|有争议)|"
            r"(?:股权|股份)[^,。;没未不无]{0,14}(?:确权诉讼|被(?:法院)?(?:冻结|查封)|在打官司|在诉讼)"
        ),
        without=re.compile(r"客户|对方"),
        bare=True,
        theirs=True,
        firm=True,
        weight=10,  # above every doubt: not knowing whose shares they are is the answer
        signs=("股",),
    ),
    Phrase(
        "local_taxpayer",
        False,
        re.compile(
            r"(?:税|纳税|缴税|交税)[^,。;没未]{0,8}(?:在|交到?|缴到?|落在?)(?:上海|北京|深圳|广州|杭州|南京|外地|"
            r"异地|别处|外省|外市)|只是?(?:挂了?个?名|注册在|挂名|登记在)|(?:经营|办公|人|业务)[^,。;]{0,4}(?:都|全|"
            r"其实|实际)?在(?:外地|异地|别处|外省)"
        ),
        told=re.compile(r"注册|登记|挂"),
        without=re.compile(r"客户|供应商|海淀区?、|都在海淀|仓库"),
        theirs=True,
        weight=3,
        signs=("税", "挂", "外地", "异地", "别处"),
    ),
    Phrase(
        "leading_industry",
        True,
        re.compile(
            r"(?:产业目录|主导产业|新兴产业|重点产业)[^,。;没未不]{0,8}(?:有|含|包括|列着|写着)(?:了)?(?:我们|本行业|"
            r"这个)|(?:属于?|符合|列入|列为|是)[^,。;没未不]{0,10}(?:主导|新兴|支柱|重点发展)(?:的)?(?:产业|方向|"
            r"行业)|(?:区里|园区|镇里|区镇|当地|园里|[区镇])[^,。;没未不]{0,6}列为[^,。;没未不]{0,6}(?:主导|新兴|"
            r"支柱|重点)"
        ),
        without=re.compile(r"客户|哪些|什么"),
        denied=False,
        signs=("产业", "主导", "新兴", "列为"),
    ),
    Phrase(
        "talent_project",
        True,
        re.compile(
            r"(?:获选|入选|评上|评为|列入|拿到|获评|进入|选上|获得)[^,。;没未]{0,10}(?:人才(?:计划|工程|项目|称号)|"
            r"领军人才|双创人才|高层次人才)"
        ),
        without=re.compile(r"客户|想|打算|准备|千人|海聚|海英|高聚"),
        denied=False,
        signs=("人才",),
    ),
    Phrase(
        "relocation_planned",
        True,
        re.compile(
            r"(?:打算|准备|计划|想|决定|拟|会|要|正在谈|年底前?|明年)[^,。;没未不]{0,12}(?:迁(?:到|入|至|往|去|"
            r"过去)?|搬(?:到|去|至|过去|来|迁)?|落户(?:到)?)(?:到|在|至)?(?:昆山|崑山|当地|花桥|你们|贵市|那边|这边|"
            r"这里)"
        ),
        bare=True,
        wish=True,
        without=re.compile(r"没有?打算|不打算|不会|不想|不准备|未计划|客户|人才公寓"),
        signs=("迁", "搬", "落户"),
    ),
    Phrase(
        "relocation_planned",
        False,
        re.compile(r"(?:没有?(?:打算|想过?|计划|准备)|不(?:打算|会|想|准备|愿))[^,。;]{0,8}(?:迁|搬|落户)"),
        bare=True,
        wish=True,
        weight=3,
        signs=("迁", "搬", "落户"),
    ),
)

RESEARCH = (
    Phrase(
        "rnd_invested",
        True,
        re.compile(
            r"(?:编列|安排|列支|投入|拨|有)(?:了|过|一笔|专门的?)?(?:的)?(?:研发|研究开发)(?:经费|费用|预算|资金|"
            r"支出|投入)|(?:研发|研究开发)(?:经费|费用|投入)(?:每年)?(?:都有|一直有|没断过)"
        ),
        without=re.compile(r"客户|没|未|不|想|打算|准备|才|零"),
        signs=("研",),
    ),
    Phrase(
        "rnd_invested",
        False,
        re.compile(
            r"(?:没有?|未|从没|从未|没(?:有)?在)(?:在|有|任何|什么|编列|列支|安排|投入|花过?|投过?|搞过?|"
            r"做过?){0,4}(?:钱)?(?:研发|研究开发)(?:上|方面)?(?:的)?(?:经费|费用|预算|资金|支出|"
            r"投入)?(?:上)?(?:花过?钱?|投过?钱?)?(?=[,。;]|$)|"
            r"从(?:来)?没(?:有)?在研发上(?:花|投)过?[一分]?[^,。;]{0,3}|(?:研发|研究开发)(?:经费|费用|投入|"
            r"支出)?(?:是|为)零"
        ),
        without=re.compile(r"客户|人员|团队|补|险|资助"),
        bare=True,
        weight=3,
        signs=("研",),
    ),
    Phrase(
        "own_ip",
        True,
        re.compile(
            r"知识产权(?:都|全|也|均)?(?:归|属于?|在)(?:我们|公司|本公司)(?:自己|名下)?|(?:专利|软著|商标)(?:都|全|"
            r"也|均)(?:在|归|属于?)(?:我们|公司)(?:自己|名下)?"
        ),
        without=re.compile(r"客户|质押|评估|不|没"),
        signs=("专利", "知识产权", "软著", "商标"),
    ),
    Phrase(
        "own_ip",
        False,
        re.compile(
            r"(?:一项|一个|任何|什么|半个)[^,。;]{0,4}知识产权[都也]?没(?:有)?|(?:没有?|无|毫无|缺乏?)(?:任何|自己的|"
            r"自主的?|一点)*(?:知识产权|智慧财产权?)(?!纠纷|争议|问题|质押|诉讼)"
        ),
        without=re.compile(r"客户|纠纷|争议"),
        bare=True,
        weight=3,
        signs=("知识产权", "智慧财产"),
    ),
    Phrase(
        "small_batch_stage",
        False,
        re.compile(
            r"小批量(?:生产|试产)?[^,。;没已]{0,2}(?:要|得)(?:等)?到(?:明年|后年|下半年|下个?月)|"
            r"(?:谈不上|算不上|称不上|够不上|做不[了到成出]|搞不[了成]|没法|无法|没能力|不具备|还不能|还不算|没做到|没进入?到?|尚未达到|未达|未到|没到|"
            r"到不了)[^,。;]{0,4}(?:小批量|量产)|(?:只(?:是|有)|仅(?:有|是)|还(?:只)?(?:是|停留)在?|仍(?:是|"
            r"停留)在?)[^,。;]{0,6}(?:样机|样品|实验室|图纸|原型|打样|雏形)"
        ),
        told=re.compile(r"小批量|开发|研究所|大学|技术|委托|样"),
        without=re.compile(r"客户"),
        bare=True,
        weight=4,
        signs=("小批量", "样", "实验室", "图纸", "原型", "雏形"),
    ),
)

TABLE = (*SELF, *RESEARCH, *TITLES, *CLAIMS)


def find(page: Page) -> Findings:
    """Everything the phrases on the enterprise read."""
    yield from find_phrases(page, TABLE)
