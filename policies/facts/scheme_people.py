"""What a scheme asks of people and titles, where a text tells that they are others: a little giant of the ministry or
of another province, a course of a few days or at home, a native graduate. A technology start-up is read as it stands.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.matters import Matter, strangers
from policies.facts.matters import find as find_matters
from policies.facts.scheme_loans import DENIED
from policies.facts.scope import Page
from policies.patterns import lazy

_GATE = lazy(
    r"小巨人|培训|进修|研修|研讨|青年|初创|新创|应届|"
    r"(?<![a-z])(?:giants?|training|courses?|train|trained|class|seminar|workshop|youths?|start-?ups?|start up|"
    r"graduates?)(?![a-z])"
)
_MINISTRY_GIANT = lazy(
    r"专精特新[^,。;?]{0,14}?小巨人|(?:国家级?|工信部|工业和信息化部|部级|工信)[^,。;?科]{0,10}?小巨人|小巨人[^,。"
    r";?]{0,8}?(?:是|由)?(?:工信部|国家工信|"
    r"工业和信息化部)|"
    r"(?<![a-z])(?:(?:national|national-level|state-level|ministry(?:'s)?|miit|speciali[sz]ed|sophisticated|"
    r"distinctive|"
    r"innovative)(?:,?[ -](?!no |not |also |an? |region|and also )[\w'\"-]+){0,8}?[ ,-]\W?little[ -]giants?|"
    r"little[ -]giants?\W?(?: (?!in|of "
    r"ningxia)[\w'-]+){0,5}? (?:ministry|miit|industry and information))(?![a-z])"
)
_FAR_ZH = (
    r"(?:陕西|甘肃|内蒙古?|青海|新疆|山西|河南|河北|山东|江苏|浙江|安徽|福建|江西|湖南|湖北|广东|广西|海南|四川|重庆|"
    r"贵州|云南|西藏|"
    r"辽宁|吉林|黑龙江|北京|上海|天津|外省|外地|别的省|其他省|西安|兰州|成都|深圳|广州|杭州|苏州|南京|武汉)"
)
_FAR_EN = (
    r"(?:shaanxi|gansu|inner mongolia|qinghai|xinjiang|shanxi|henan|hebei|shandong|jiangsu|zhejiang|anhui|fujian|"
    r"jiangxi|hunan|hubei|guangdong|guangxi|hainan|sichuan|chongqing|guizhou|yunnan|liaoning|jilin|heilongjiang|"
    r"beijing|shanghai|tianjin|xi'an|lanzhou|chengdu|shenzhen|another province|a different province)"
)
_FAR_GIANT = lazy(
    rf"{_FAR_ZH}(?:省|市|自治区)?(?:科技厅|科委|科技局|那边|政府|的)?(?:认定|评|颁|发|授予|给)?(?:的|过|了)?[^,。"
    rf";?宁]{{0,6}}?(?:科技)?小巨人|"
    rf"小巨人[^,。;?宁]{{0,10}}?(?:是|由|在)?{_FAR_ZH}(?:省|市|自治区)?(?:科技厅|科委|科技局|那边|政府)?(?:认定|评|"
    rf"颁|发|授|拿|给)|"
    rf"(?<![a-z])(?:{_FAR_EN}(?:'s|'s)?(?: (?:provincial|province|province's|municipal|technology|tech|science|"
    rf"science-and-technology|certified|the|a))* little[ -]giants?|little[ -]giants?(?: (?!ningxia)[\w'-]+){{0,6}}? "
    rf"(?:by|in|of|from) (?:the )?{_FAR_EN})(?![a-z])"
)
_HERE_GIANT = lazy(
    r"(?:宁夏|自治区|区里|区科技厅)[^,。;?]{0,14}?(?:科技)?小巨人|"
    r"(?<![a-z])(?:ningxia|region(?:al|'s)?|autonomous)(?: [\w'-]+){0,5}? little[ -]giant"
)
_TRAIN_ZH = r"(?:培训|进修|研修|研讨|学习|受训)"
_AT_HOME_ZH = (
    r"(?:国内|境内|本地|省内|市内|上海|北京|深圳|广州|杭州|南京|苏州|西安|成都|武汉|清华|北大|本市|本省|公司内部?|"
    r"线上|网上|"
    r"在线)"
)
_SHORT_ZH = r"(?:[一二两三四五六七八九十\d半几]+(?:个)?(?:天|星期|周|礼拜)|短期|几天|周末)"
_OTHERS_ZH = (
    r"(?:销售|市场|行政|财务|会计|人事|前台|后勤|采购|客服|司机|保安|业务)(?:部)?(?:的)?"
    r"(?:经理|主管|人员|员工|同事|专员|总监|总|团队|人)?"
)
_NOT_LONG = lazy(
    rf"(?:去|到|在|参加|报|送)[^,。;?外]{{0,6}}?{_AT_HOME_ZH}[^,。;?外]{{0,10}}?{_TRAIN_ZH}|"
    rf"{_AT_HOME_ZH}(?:的)?{_TRAIN_ZH}|"
    rf"{_SHORT_ZH}(?:的|时间的?|左右的?)?[^,。;?年月]{{0,8}}?{_TRAIN_ZH}|{_TRAIN_ZH}[^,。;?年月]{{0,8}}?{_SHORT_ZH}|"
    rf"{_TRAIN_ZH}班?,?(?:大约|大概|为期|时间|是|一共|前后|总共|左右|只有|就|共)+{_SHORT_ZH}|"
    rf"(?:派|送|让|安排|把)[^,。;?技研]{{0,8}}?{_OTHERS_ZH}[^,。;?技研]{{0,16}}?{_TRAIN_ZH}|{_OTHERS_ZH}[^,。"
    rf";?技研]{{0,12}}?(?:去|"
    rf"到|出国)[^,。;?技研]{{0,10}}?{_TRAIN_ZH}|"
    r"(?<![a-z])(?:(?:(?<!within )(?<!next )(?<!in )(?:an?|one|two|three|four|few|several|\d+)[ -](?:day|days|week|"
    r"weeks|weekend)|fortnight(?:'s|-long)?|short|weekend|"
    r"one-day|week-long|online|domestic|in-house)(?:[ -](?!long|month|year)[\w'-]+){0,5}? (?:training|courses?|"
    r"seminar|workshop|class)|(?:training|courses?|seminar|workshop|train|trained)(?: (?!month|year|"
    r"long)[\w'-]+){0,7}? "
    r"(?:for |of |lasting )?(?:(?:an?|one|two|three|four|five|ten|few|several|\d+) (?:days?|weeks?|weekend)|a "
    r"fortnight)|(?:send|sending|sent)"
    r"(?: (?!engineer|technic|research|scientist|developer)[\w'-]+){0,3}? (?:sales\w*|marketing|accountants?|"
    r"administrat\w+|office|hr|secretar\w+|finance|purchas\w+|clerks?)(?: [\w'-]+){0,10}? (?:training|courses?|train|"
    r"trained)|(?:training|courses?|trained)(?: (?!abroad|overseas)[\w'-]+){0,3}? (?:in|at) (?:shanghai|beijing|"
    r"shenzhen|"
    r"guangzhou|china|hangzhou|wuhan|xi'an|home|our own))(?![a-z])"
)
_LONG = lazy(
    r"[一二两三四五六七八九十\d半]+(?:个月|年)|半年|长期|中长期|"
    r"(?<![a-z])(?:(?:months?|years?|half a year|long[- ]term|longer)(?! ago| old))(?![a-z])"
)
_FIRST = lazy(
    r"出发前|行前|去之前|临行|上次|上个月|上月|此前|之前|(?<![a-z])(?:before|beforehand|last (?:month|time)|already|"
    r"within)(?![a-z])"
)
"""Beside the stay abroad: what comes before it, or came."""
_LONG_STAY = lazy(
    rf"{_TRAIN_ZH}[^,。;?成]{{0,3}}[一二两三四五六七八九十\d半]+(?:个月|年)|半年的?{_TRAIN_ZH}|"
    rf"[一二两三四五六七八九十\d]+(?:个月|年)的?{_TRAIN_ZH}|"
    r"(?<![a-z])(?:(?:an?|one|two|three|six|\d+)[ -](?:years?|months?)(?:'s?)?(?: of| long)? (?:\w+ )?(?:training|"
    r"course)|"
    r"(?:training|train|trained|course)(?: \w+){0,4}? (?:for |of )(?:an?|one|two|three|six|\d+) (?:years?|"
    r"months?))(?![a-z])"
)
_ABROAD_ALSO = lazy(r"再(?:去|到|派)|也(?:去|到|派)|然后|之后|(?<![a-z])(?:then|afterwards|followed by|later)(?![a-z])")
_YOUTH_SCHEME = lazy(r"杰出青年|青年计划|(?<![a-z])(?:outstanding|youth (?:programme|program|scheme))(?![a-z])")
_NATIVE = lazy(
    r"(?:中国|国内|本国|本地|国产|内地|本土)(?:籍)?(?:的)?(?:应届|毕业|优秀|年轻|重点|高校|大学|名校|"
    r"普通)*(?:的)?(?:博士后?|硕士|毕业生|大学生|青年|人才|学生|研究生|专家|"
    r"教授|科学家|工程师|年轻人)|"
    r"(?:应届|国内(?:高校|大学))(?:的)?(?:博士|硕士|毕业生|大学生|本科生|研究生)|"
    r"(?<!\d)(?:4[6-9]|[5-9]\d)岁(?:左右|以上|多)?的?[^,。;?]{0,8}?(?:专家|教授|博士|工程师|科学家|老师|顾问)|"
    r"(?:退休|资深|老)(?:的)?(?:专家|教授|工程师|"
    r"科学家)|"
    r"(?<![a-z])(?:chinese|local|domestic|home-grown|native) (?:(?!language)[\w-]+ ){0,3}?(?:graduates?|phds?|"
    r"doctors?|"
    r"doctorates?|youths?|talents?|students?|engineers?|experts?|professors?|scientists?|researchers?|postdocs?)|"
    r"(?:retired|senior|elderly|veteran) (?:[\w-]+ ){0,3}?(?:experts?|professors?|engineers?|scientists?)|"
    r"(?:aged? |an? )?(?:4[6-9]|[5-9]\d)[- ]years?[- ]old(?! (?:company|firm))|"
    r"(?:graduates?|phds?|doctors?) from (?:tsinghua|peking|fudan|zhejiang|a chinese|chinese|our local)(?![a-z])"
)
_FOREIGN = lazy(
    r"外国|外籍|海外|国际(?!杰出)|留学生|境外|(?<![a-z])(?:foreign\w*|overseas|from abroad|"
    r"(?<!outstanding )international "
    r"(?!outstanding|youth)\w+)(?![a-z])"
)
_FROM_ABROAD = lazy(
    r"(?:肯尼亚|尼日利亚|埃及|埃塞俄比亚|南非|加纳|摩洛哥|波兰|俄罗斯|白俄罗斯|乌克兰|捷克|匈牙利|塞尔维亚|德国|法国|"
    r"英国|意大利|西班牙|荷兰|瑞典|"
    r"希腊|土耳其|伊朗|以色列|印度|巴基斯坦|孟加拉|斯里兰卡|尼泊尔|蒙古国|越南|泰国|老挝|缅甸|柬埔寨|马来西亚|新加坡|"
    r"印尼|印度尼西亚|菲律宾|日本|"
    r"韩国|哈萨克斯坦|乌兹别克斯坦|美国|加拿大|墨西哥|巴西|阿根廷|智利|秘鲁|古巴|澳大利亚|澳洲)(?:籍|的)?[^,。;?]{0,6}?"
    r"(?:人|青年|博士|硕士|学生|毕业生|科学家|研究员|工程师|学者|专家|教授|籍)|"
    r"(?<![a-z])(?:kenyan|nigerian|egyptian|ethiopian|(?:south |north )?african|ghanaian|moroccan|polish|russian|"
    r"belarusian|ukrainian|czech|hungarian|serbian|romanian|bulgarian|german|french|british|english|italian|spanish|"
    r"portuguese|dutch|swedish|greek|turkish|iranian|israeli|indian|pakistani|bangladeshi|sri lankan|nepali|nepalese|"
    r"mongolian|vietnamese|thai|lao|burmese|cambodian|malaysian|singaporean|indonesian|filipino|japanese|korean|"
    r"kazakh|uzbek|american|canadian|mexican|brazilian|argentin\w+|chilean|peruvian|cuban|australian)s?(?![a-z])"
)
_STARTUP = lazy(
    r"(?:科技|科创|技术)(?:型|类)?(?:的)?(?:小)?(?:初创|新创)(?:型)?(?:企业|公司|团队)?|(?:初创|"
    r"新创)(?:期)?(?:型)?(?:的)?(?:科技|科创|技术|高科技)(?:型|"
    r"类)?(?:小)?(?:企业|公司|团队)?|"
    r"(?<![a-z])(?:(?:tech|technology|technological|science|deep-?tech|biotech|software|ai|robotics|chip|drone) "
    r"(?:[\w-]+ )?start-?ups?|start-?up (?:in|for|of) (?:tech|technology|ai|software|biotech|robotics))(?![a-z])"
)
_MATTERS = (Matter("tech_startup", _STARTUP, signs=("创", "start")),)


def find(page: Page) -> Findings:
    """A title, a course or a person told to be other than a scheme asks; `tech_startup` as it stands."""
    if _GATE.search(page.text) is None:
        return
    yield from find_matters(page, _MATTERS)
    yield from _giant(page)
    yield from _training(page)
    yield from _youth(page)


def _giant(page: Page) -> Findings:
    if ("巨人" in page.text or "giant" in page.text) and not _HERE_GIANT.search(page.text):
        for words in (_MINISTRY_GIANT, _FAR_GIANT):
            for match in words.finditer(page.text):
                lead = page.text[page.clauses[page.index(match.start())].start : match.start()]
                if not DENIED.search(lead) and not strangers(page, match.start()):
                    yield Found("little_giant_other", True, match.start(), match.end(), 2)
                    return


def _training(page: Page) -> Findings:
    if _LONG_STAY.search(page.text):
        return
    for match in _NOT_LONG.finditer(page.text):
        index = page.index(match.start())
        sentence = page.sentence(index)
        if _LONG.search(sentence) or _ABROAD_ALSO.search(sentence) or _FIRST.search(page.words(index)):
            continue
        if strangers(page, match.start()):
            continue
        if not DENIED.search(page.text[page.clauses[index].start : match.start()]):
            yield Found("training_abroad_long", False, match.start(), match.end(), 2)
            return


def _youth(page: Page) -> Findings:
    if not _YOUTH_SCHEME.search(page.text):
        return
    for match in _NATIVE.finditer(page.text):
        lead = page.text[page.clauses[page.index(match.start())].start : match.start()]
        if not (DENIED.search(lead) or _FOREIGN.search(page.text) or _FROM_ABROAD.search(page.text)):
            yield Found("foreign_youth_wanted", False, match.start(), match.end(), 2)
            return
