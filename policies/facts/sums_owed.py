"""What a sum is owed for, and by whom beyond the usual payers.

`supply_debt` is denied of subsidies, compensation for land or damage, loans, prices of shares, dividends, tax refunds
and money paid in advance, and left open of rent. Payers beside those of `payers`: the armed forces, and organisations
that live on fiscal money. With whom the contract is: `payer_deals`.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.payer_deals import no_contract
from policies.facts.payers import our_debt
from policies.facts.scope import Page
from policies.patterns import lazy

_PRICE = lazy(
    r"货款|尾款|工程款|价款|服务费|设计费|加工费|装修款|材料款|进度款|设备款|供货|送货|交货|交付|施工(?!队)|装修|验收|"
    r"做完|干完|(?:给|帮|为|替)(?!我|咱|本)[^,。;?]{1,10}?(?:做|开发|评估|印|供|送|修|装|设计|提供|打扫|保洁|种|搭|"
    r"拆)|重供|"
    r"(?:开发|制作|印刷|苗木|树苗|食材|软件|系统|监理|广告|试剂|器械|图书|家具|服装|校服|维修|检测|咨询|劳务|运输|菜|"
    r"[树苗花砖沙肉米油煤布钢]|"
    r"药)款|"
    r"(?<=[\u4e00-\u9fff])(?<![我们的给付收要还借拿掏这那些多少没出花有笔哋咱他它赔股租补贴偿迁退赚欠到等用本地房价])钱|"
    r"(?<=[\u4e00-\u9fff])(?<![消免浪经花保学水电])(?<!搬迁)(?<!安置)(?<!拆迁)(?<!补偿)(?<!征收)(?<!青苗)(?<!动迁)(?<!征地)"
    r"(?<!停业)(?<!补贴)(?<!补助)(?<!资助)(?<!扶持)(?<!奖励)(?<!物业)(?<!管理)费(?!用|[^,。;?]{0,4}补)|"
    r"我们(?:做|送|供|卖|印|修)[^,。;?]{1,8}(?:给|畀)(?!我)|"
    r"欠(?:着|了)?我们(?![^,。;?]{0,12}(?:补|奖|拆|征|股|借|退|租|赔|分红|扶持|资助|贷))[^,。;?]{2,8}的钱|"
    r"(?<![a-z])(?:invoices?|goods|delivered|supplied|shipped|installed|built|repaired|painted|cleaned|fixed|mended|"
    r"completed|"
    r"printed|sold|catered|our bills?|for (?:the |our )?(?:works?|services?)|"
    r"(?:we|i) (?:make|made|build|develop(?:ed)?|designed|wrote|provided?|did) (?:[\w-]+ ){1,6}?for (?:the|an?|our|"
    r"its)|"
    r"owe[sd]? us (?:[\w,.]+ ){0,4}?for (?!(?:the |our |its |their )?(?:\w+ )?(?:relocat|demoli|mov|remov|land|plant|"
    r"shops?|factory|building|house|damage|shares?|stake|equity|expropr|evict|resettl|compens|knock|loans?|months?|"
    r"years?|weeks?|days)))"
    r"(?![a-z])"
)
"""Words of a price: with them another sum is told beside it, or given as an excuse."""
_GRANT = (
    r"(?:(?:政府|财政|产业|稳岗|人才|研发|高新|创业|专项|贴息)*(?:补贴|补助|奖励|奖补|扶持|资助)(?:款|金|资金|费)?"
    r"(?!项目|政策|类|商品|车|对象|名单|标准|条件|申[报请]|系统|平台|软件|评估|审计|办公|中心|宣传|咨询)|"
    r"(?:落户|入驻|招商|上市)(?:的)?奖金?|税收返还|返税)"
)
_OTHER_SUM = (
    r"(?:(?:拆迁|征地|征收|搬迁|动迁|安置|青苗|停产停业)(?:的)?(?:补偿|安置)?(?:款|金|费|的?钱)|补偿(?:款|金|的?钱)|"
    r"(?:保险)?(?:赔偿|理赔|赔)(?:款|金)|(?:股权|股份|公司|店铺|铺面)(?:的)?(?:转让|收购|回购)(?:价)?(?:款|钱)|"
    r"(?:股权|股份|股)款|转让款|收购款|回购款|分红|股息|股利|红利|(?:出口|增值税)?(?:留抵)?退税(?:款)?|"
    r"(?:多缴|多交)的?税款|借款|(?:预付|订|定)(?:款|金|的钱)(?=[^,。;]{0,8}退(?!了|过|回来)))"
    r"(?!评估|测绘|审计|系统|软件|平台|发放|代发|核算|管理)"
)
_NOT_HAD = (
    r"(?:(?:还|一直|迟迟|到现在|至今|仍|都|也){0,3}(?:没有?|未|冇|不|尚未)(?:能|肯|有|曾|给我们?|给|俾)?"
    r"(?:付|给|到账|到位|到|拿到|收到|下来|发|兑现|还|退|支付|拨|俾|找)|逾期|拖(?:了|着|欠)|欠(?:着|了|我|我们)|超期)"
)
_US = r"(?:我们|我司|我公司|我厂|本公司|咱们?|我)"
_NOT_BACK = r"(?:没还|不还|未还|没有还|逾期|还没|冇还)"
_OF_CREDIT = lazy(
    r"贷|保费|担保费|评级|(?<![a-z])(?:loans?|banks?(?! (?:drafts?|bills?|acceptances?|notes?))|premiums?|insur\w+|"
    r"lender)(?![a-z])"
)
_CLAIMING = lazy(
    r"投诉|举报|拖欠|拖着?我|欠(?:着|了)?(?:我|咱|俺)|欠款|催款|尾款|货款|工程款|条例|"
    r"(?<![a-z])(?:complain\w*|owe[sd]? (?:us|me|our|my)|overdue|arrears|invoices?|late interest|"
    r"payment regulation)(?![a-z])"
)
_SUM_LATE = lazy(rf"(?:{_GRANT}|{_OTHER_SUM})[^,。;?]{{0,16}}?{_NOT_HAD}")
_APART = lazy(rf"(?:{_GRANT}|{_OTHER_SUM})[^,。;?]{{0,12}},[^,。;?货款]{{0,6}}?{_NOT_HAD}")
_LATE_SUM = lazy(
    rf"(?:拖?欠(?:着|了)?|差(?:着|了)?|该给|答应给|(?:没有?|未|不|冇)(?:付|给|退|还|发|俾)(?:给)?){_US}"
    rf"(?:公司|厂|的|哋|一笔|这笔){{0,3}}[^,。;?]{{0,12}}?(?:{_GRANT}|{_OTHER_SUM})"
)
_LENT = lazy(
    rf"(?:{_US}[^,。;]{{0,10}}?|去年|前年|今年|当时|曾经?|,|^)借(?:了[^,。;]{{1,8}})?给(?:了)?(?!我|咱|本公司)"
    rf"[^,。;]{{2,20}}(?:[,。;][^。;]{{0,24}})?{_NOT_BACK}|"
    rf"(?:向|跟|找|问){_US}(?:公司|厂)?拆?借(?:了|走|的|去)[^,。;]{{1,12}}(?:[,。;][^。;]{{0,20}})?{_NOT_BACK}|"
    r"(?<![a-z])(?:we|i)(?: have| had|'ve)? lent (?!out)(?:[\w,.]+ ){0,4}?(?:to )?(?:an?|the|our|one|this|that) "
    r"[^.;?]{0,60}(?:[,.;] )?[^.;?]{0,50}(?:overdue|repa\w+|late|back|returned)(?![a-z])|"
    r"(?<![a-z])borrowed (?:[\w,.]+ ){0,4}?from (?:us|our (?:company|firm))(?![a-z])"
)
_THING_LENT = lazy(
    r"试用|试机|样机|设备|机器|叉车|车辆|模具|买下|买走|购买|(?<![a-z])(?:trial|bought|purchased|machines?|machinery|"
    r"forklifts?|equipment|vehicles?|samples?|kept (?:it|them)|price)(?![a-z])"
)
"""What was lent was no money, or was sold after all."""
_HARM = lazy(
    rf"(?:征用|征收|拆(?:了|掉|除)|推平|撞(?:了|坏|塌|毁)|烧(?:了|毁)|弄坏|淹了|挖断)[^。?]{{0,24}}?(?:赔|"
    rf"补偿)[^。?]{{0,30}}?{_NOT_HAD}|"
    r"(?<![a-z])(?:knocked down|demolished|tore down|pulled down|expropriated|hit|damaged|flooded|crashed into|rammed|"
    r"burn(?:t|ed)) (?:our|my) (?!prices?|sales|market)[^.;?]{0,60}?(?:promis|agree|compensat|owe)[^.;?]{0,60}?"
    r"(?:overdue|late|unpaid|outstanding|not paid|never paid|n't paid)(?![a-z])"
)
_BESIDE = lazy(r"另外|另有|还有|此外|除此|(?<![a-z])(?:separately|besides|in addition|apart from that)(?![a-z])")
_TOO = lazy(
    r"(?<!现在)(?<!至今)(?<!一直)(?<!今天)(?<!今年)(?<!一分)(?<![年月天毛])也(?:还|都)?[没未冇]|"
    r"(?<![a-z])(?:also|either|too(?! late| long| slow)|as well)(?![a-z])"
)
"""A sum that is told beside another one, which is the matter."""
_RELATIVES = lazy(
    r"村民|农户|居民|住户|姐姐|妹妹|哥哥|弟弟|亲戚|朋友|邻居|隔壁|同行|"
    r"(?<![a-z])(?:sister|brother|cousin|friend|neighbou?r|villager|resident|farmer|uncle|aunt|wife|husband|rival|"
    r"competitor)(?:s|'s|s')?(?![a-z])"
)
"""Whose subsidy or compensation is not ours."""
_SHARES = lazy(
    rf"(?:收购|买(?:下|走|了)?|受让)[^,。;]{{0,6}}{_US}(?:公司|厂|手里|持有)?(?:的)?[^,。;]{{0,6}}(?:股权|股份)|"
    r"(?<![a-z])(?:bought|acquired|purchased|took over) (?:our|my) (?:[\w%.-]+ ){0,3}?(?:shares?|stake|equity)(?![a-z])"
)
_KIND_EN = (
    r"(?:(?:[\w-]+ )?subsid(?:y|ies)|(?:government|innovation|training|research|cash|start-?up|district|city) grants?|"
    r"(?:our|the|a|this) grant(?: money)?|(?:relocation|demolition|expropriation|resettlement|eviction|land|removal) "
    r"(?:money|compensation|payments?|allowance)|compensation for (?:our|the) (?:\w+ )?(?:land|plant|building|shop|"
    r"factory|house|relocation|demolition|removal|move|eviction)|share (?:price|transfer (?:price|money|payment))|"
    r"(?:purchase )?(?:price|money|payment) (?:of|for) (?:our|the|my) (?:[\w%-]+ )?(?:shares?|stake|equity)|dividends?|"
    r"(?:export |vat )?tax (?:refunds?|rebates?)|vat refunds?|insurance (?:payouts?|claim|money)|"
    r"(?:advance payment|prepayment|down payment) (?:back|refund\w*|return\w*))"
    r"(?! (?:\w+ )?(?:software|systems?|platforms?|portals?|apps?|leaflets?|reports?|training|guides?|consult\w*|"
    r"surveys?))"
)
_LATE_EN = (
    r"(?:(?:not|never|n't|yet to)(?: \w+){0,3} (?:paid|pay|arrived?|come|received?|reached|transferred|disbursed|"
    r"repaid|returned|here)|unpaid|overdue|late|outstanding|owed|owing|behind|still waiting|withheld)"
)
_SUM_LATE_EN = lazy(rf"(?<![a-z]){_KIND_EN}(?![a-z])[^.;?!]{{0,60}}?(?<![a-z]){_LATE_EN}(?![a-z])")
_LATE_SUM_EN = lazy(
    r"(?<![a-z])(?:owe[sd]? (?:us|me)|waiting for|(?:not|never|n't) (?:\w+ )?(?:paid|pay|given|sent) (?:us|me|out))"
    rf"(?: [^.,;?!]{{0,40}}?)? {_KIND_EN}(?![a-z])"
)
_EXCUSE = lazy(
    r"别的|其[他它]|说(?!好)|称|讲|话|借口|理由|等着?|因为|由于|等到|靠|拿到|指望|如果|要是|才(?:能|会)|申请|想要?|"
    r"有没有|能不能|"
    r"(?<![a-z])(?:says?|said|claims?|because|until|once|its|their|blames?|if|whether|apply\w*|any|what|which)(?![a-z])"
)
_EARLIER_DEBT = lazy(rf"{_US}(?:自己)?(?:还|也)?欠|(?<![a-z])we (?:still )?owe(?![ds])(?![a-z])")
_RENT = lazy(
    rf"(?:房租|厂租|铺租|(?:厂房|店面|铺面|仓库|办公室|房屋|场地|门面)(?:的)?租金?|租金)[^,。;?]{{0,14}}?{_NOT_HAD}|"
    rf"(?:房租|厂租|铺租|租金)欠|欠(?:着|了)?{_US}(?:的|哋)?[^,。;?]{{0,8}}?(?:房租|厂租|铺租|租金)|"
    rf"(?<![a-z])(?<!own )(?<!our )(?:rent|lease payments?)(?![a-z])[^.;?!]{{0,50}}?(?<![a-z]){_LATE_EN}(?![a-z])|"
    r"(?<![a-z])(?:our tenant|owe[sd]? us [^.;?!]{0,30}?rent)(?![a-z])"
)
_MACHINES = lazy(
    r"设备|机械|机器|吊车|塔吊|脚手架|车辆|租车|叉车|挖机|大巴|客车|班车|司机|软件|许可|餐费|住宿|酒店|宾馆|年会|"
    r"办会|会议|培训|"
    r"(?<![a-z])(?:equipment|machines?|machinery|cranes?|vehicles?|cars?|trucks?|scaffold\w*|coach(?:es)?|bus(?:es)?|"
    r"drivers?|licen[cs]es?|software|services?|hotel|meals?|catering|conference|training)(?![a-z])"
)
"""Things that are let with a service."""


def of_credit(text: str) -> bool:
    """Whether a text is about a loan or a premium and claims nothing of a customer."""
    return _OF_CREDIT.search(text) is not None and _CLAIMING.search(text) is None


def _sums(page: Page) -> Findings:
    """What is not the price of anything supplied; nothing where a price is told beside it."""
    text = page.text
    if _PRICE.search(text) or of_credit(text):
        return
    for pattern in (_SUM_LATE, _APART, _LATE_SUM, _SUM_LATE_EN, _LATE_SUM_EN, _LENT, _HARM):
        if pattern is _LENT and _THING_LENT.search(text):
            continue
        for match in pattern.finditer(text):
            index = page.index(match.start())
            lead = text[page.clauses[index].start : match.start()]
            words = page.words(index)
            if _RELATIVES.search(words) or _BESIDE.search(lead) or _TOO.search(words):
                continue
            if not (_EXCUSE.search(lead) or _ours(page, match.start()) or page.wished(index, match.start())):
                yield Found("supply_debt", False, match.start(), match.end(), 3)
    for match in _SHARES.finditer(text):
        if not page.wished(page.index(match.start()), match.start()):
            yield Found("supply_debt", False, match.start(), match.end(), 3)
    for match in _RENT.finditer(text):
        if not _MACHINES.search(text) and not _ours(page, match.start()):
            yield Found("supply_debt", None, match.start(), match.end(), 2)


def _ours(page: Page, place: int) -> bool:
    """Whether the words are about what we owe."""
    index = page.index(place)
    return our_debt(page, index) or _EARLIER_DEBT.search(page.words(index)) is not None


_FORCES = lazy(
    r"(?:解放军|人民武装部|武装部(?!长)|国防大学|国防科大|部队|军区|军分区|武警|军队|军方|军营|营房|兵站|军医院|"
    r"火箭军|(?<![\u4e00-\u9fff])[海空陆]军|"
    r"(?:给|帮|为)[海空陆]军)(?!转业|退役|退伍|复员|出身|大院(?:旁|边|附近|对面)|路(?![面灯口边])|街|大?道(?!路)|"
    r"[巷村镇]|桥(?!梁)|广场|公园|"
    r"小区|家属|[蓝色]|绿(?!化)|风格)|"
    r"(?<![a-z])(?<!blue )(?:army|military|barracks|navy|naval|air force|armed (?:forces|police)|garrison)"
    r"(?![a-z-]| (?:blue|green|style|uniforms?|surplus|(?:\w+ )?(?:road|street|avenue|lane|square|park)))"
)
_VETERAN = lazy(
    r"转业|退役|退伍|复员|当过?兵|老兵|军属|军嫂|出身|民兵|军工企业|(?<![a-z])(?:veterans?|retired from|used to serve|"
    r"served in|left the|ex-|former|salvation)(?![a-z])"
)
_FUNDED = lazy(
    r"(?:残疾人联合会|残联|妇女联合会|妇联|团委|共青团|科学技术协会|科协|文联|侨联|工商联|红十字会)"
    r"(?=[^,。;]{0,14}(?:欠|拖|没付|不付|没结|没给|未付|逾期|冇))|"
    r"(?:欠款方|付款方|客户|甲方|对方)(?:就)?是[^,。;]{0,4}(?:残疾人联合会|残联|妇女联合会|妇联|团委|共青团|科协|"
    r"文联|侨联|"
    r"工商联|红十字会)|"
    r"(?:工会|协会|学会|团体|联合会|基金会)[^,。;]{0,14}(?:(?:靠|用|吃|拿|由)(?:的是)?[^,。;]{0,4}(?:财政|国家|政府)"
    r"[^,。;]{0,6}(?:钱|拨款|资金|经费|饭|出)|财政(?:供养|拨款|全额|差额))|"
    r"(?<![a-z])(?:women's federation|disabled persons'? federation|(?:communist )?youth league|"
    r"red cross(?: branch| society)?|association for science and technology)"
    r"(?= [^.,;?]{0,24}(?:owes?|not paid|n't paid|never paid|late|overdue|behind))"
)
_OWES = lazy(
    r"欠|拖|[没未不冇](?:有|肯)?[付给结俾找]|逾期|收不[回到]|没下来|赊|压着|付款|账期|"
    r"(?<![a-z])(?:owe[sd]?|owing|unpaid|overdue|(?:not|n't|never|yet to) (?:\w+ ){0,2}pa(?:y|id)|pays? late|"
    r"late|outstanding|in arrears|behind|withheld)(?![a-z])"
)
_NEAR = lazy(r"[^,。;]{0,4}?(?:旁|隔壁|对面|附近|楼下|边上|推荐|介绍|牵线|合用|共用)|(?:'s)? (?:next door|neighbou?r)")
_BY = lazy(
    r"(?:挨着|靠近|邻近|合用|共用|路过)[^,。;]{0,4}$|(?:next to|near|opposite|behind|beside|shares?) (?:\w+ ){0,3}$"
)
_OTHER_PAYER = lazy(
    r"政府|街道办|管委会|派出所|[育建务政通健管安技设文旅税林利保]局|医院|学校|小学|中学|幼儿园|国企|央企|"
    r"上市公司|大型|大公司|"
    r"(?<![a-z])(?:government|bureau|council|hospital|school|college|university|listed|large|state[- ]owned|"
    r"hotel|chain)(?![a-z])"
)
_OWES_NEXT = lazy(rf"[^,。;?]{{0,14}}?(?:{_OWES.pattern})")
_TO_THEM = lazy(r"(?:向|投诉)$|complain\w* to (?:the )?$")
_WEIGHT = 14


def _payers(page: Page) -> Findings:
    """`payer_kind`: the armed forces, or an organisation on fiscal money, in the sentence of a debt or right before."""
    text = page.text
    for kind, pattern in (("military", _FORCES), ("funded-organisation", _FUNDED)):
        for match in pattern.finditer(text):
            index = page.index(match.start())
            if kind == "military" and _VETERAN.search(page.words(index)):
                continue
            if _TO_THEM.search(text[max(0, match.start() - 16) : match.start()]) or page.theirs(match.start()):
                continue
            if _NEAR.match(text, match.end()) or _BY.search(text[max(0, match.start() - 24) : match.start()]):
                continue
            if kind == "military" and _OTHER_PAYER.search(text) and not _OWES_NEXT.match(text, match.end()):
                continue
            behind = page.clauses[index].end
            if _OWES.search(page.sentence(index)) or _OWES.search(text, behind, behind + 80):
                yield Found("payer_kind", kind, match.start(), match.end(), _WEIGHT)


_OF_SUMS = lazy(
    r"[税征]|拆|撞|knocked|pulled|tore|expropr|hit |damag|flood|crash|rammed|burn|落户奖|入驻奖|补贴|补助|奖[励补]|"
    r"扶持|资助|补偿|赔|拆迁|征地|征收|搬迁|安置|股|红利|转让|分红|退税|税款|借|预付|订金|定金|租|"
    r"subsid|grant|compensat|relocat|demoli|share|stake|equity|dividend|refund|rebate|lent|borrowed|advance|prepay|"
    r"rent|lease|tenant|insurance"
)
_LATE = lazy(rf"{_NOT_HAD}|{_NOT_BACK}|(?<![a-z]){_LATE_EN}(?![a-z])|{_OWES.pattern}")


def find(page: Page) -> Findings:
    """What the sum is for, who owes it beside the usual payers, and whether there is a contract with them."""
    text = page.text
    if _LATE.search(text):
        if _OF_SUMS.search(text):
            yield from _sums(page)
        yield from _payers(page)
    if any(sign in text for sign in ("约", "合同", "包", "contract", "agreement", "paper", "signed")):
        yield from no_contract(page)
