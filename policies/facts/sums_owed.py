"""What a sum is owed for, and by whom beyond the usual payers.

`supply_debt` is denied of subsidies, compensation for land or damage, loans, prices of shares, dividends, tax refunds
and money paid in advance, and left open of rent. Payers beside those of `payers`: the armed forces, and organisations
that live on fiscal money. `payer_contract` is denied of whoever stands above the one we have a contract with.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.payers import our_debt
from policies.facts.scope import Page
from policies.patterns import lazy

_PRICE = lazy(
    r"货款|尾款|工程款|价款|服务费|设计费|加工费|装修款|材料款|进度款|设备款|供货|送货|交货|交付|施工|装修|验收|"
    r"做完|干完|(?<![a-z])(?:invoices?|goods|delivered|supplied|shipped|installed|built|repaired|painted|cleaned|"
    r"completed|for (?:the |our )?(?:works?|services?))(?![a-z])"
)
"""Words of a price: with them another sum is told beside it, or given as an excuse."""
_GRANT = (
    r"(?:(?:政府|财政|产业|稳岗|人才|研发|高新|创业|专项|贴息)*(?:补贴|补助|奖励|奖补|扶持|资助)(?:款|金|资金|费)?"
    r"(?!项目|政策|类|商品|车|对象|名单|标准|条件))"
)
_OTHER_SUM = (
    r"(?:(?:拆迁|征地|征收|搬迁|动迁|安置|青苗|停产停业)(?:的)?(?:补偿|安置)?(?:款|金|费)|补偿(?:款|金)|"
    r"(?:保险)?(?:赔偿|理赔|赔)(?:款|金)|(?:股权|股份|公司|店铺|铺面)(?:的)?(?:转让|收购|回购)(?:价)?(?:款|钱)|"
    r"(?:股权|股份|股)款|转让款|收购款|回购款|分红|股息|股利|红利|(?:出口|增值税)?(?:留抵)?退税(?:款)?|"
    r"(?:多缴|多交)的?税款|借款|(?:预付|订|定)(?:款|金|的钱)(?=[^,。;]{0,8}退))"
)
_NOT_HAD = (
    r"(?:(?:还|一直|迟迟|到现在|至今|仍|都|也){0,3}(?:没有?|未|冇|不|尚未)(?:能|肯|有|曾|给我们?|给|俾)?"
    r"(?:付|给|到账|到位|到|拿到|收到|下来|发|兑现|还|退|支付|拨|俾|找)|逾期|拖(?:了|着|欠)|欠(?:着|了|我|我们)|超期)"
)
_US = r"(?:我们|我司|我公司|我厂|本公司|咱们?|我)"
_NOT_BACK = r"(?:没还|不还|未还|没有还|逾期|还没|冇还)"
_OF_CREDIT = lazy(r"贷|保费|担保费|评级|(?<![a-z])(?:loans?|banks?|premiums?|insur\w+|lender)(?![a-z])")
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
    rf"(?:向|跟|找|问){_US}(?:公司|厂)?借(?:了|走|的)[^,。;]{{1,12}}(?:[,。;][^。;]{{0,20}})?{_NOT_BACK}|"
    r"(?<![a-z])(?:we|i)(?: have| had|'ve)? lent (?!out)(?:[\w,.]+ ){0,4}?(?:to )?(?:an?|the|our|one|this|that) "
    r"[^.;?]{0,60}(?:[,.;] )?[^.;?]{0,50}(?:overdue|repa\w+|late|back|returned)(?![a-z])|"
    r"(?<![a-z])borrowed (?:[\w,.]+ ){0,4}?from (?:us|our (?:company|firm))(?![a-z])"
)
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
    r"别的|其[他它]|说(?!好)|称|讲|话|借口|理由|等着?|因为|由于|等到|靠|拿到|指望|如果|要是|才(?:能|会)|申请|想要?|有没有|能不能|"
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
    r"设备|机械|机器|吊车|塔吊|脚手架|车辆|租车|叉车|挖机|(?<![a-z])(?:equipment|machines?|machinery|cranes?|"
    r"vehicles?|cars?|trucks?|scaffold\w*)(?![a-z])"
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
    for pattern in (_SUM_LATE, _APART, _LATE_SUM, _SUM_LATE_EN, _LATE_SUM_EN, _LENT):
        for match in pattern.finditer(text):
            index = page.index(match.start())
            lead = text[page.clauses[index].start : match.start()]
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
    r"(?:解放军|部队|军区|军分区|武警|军队|军方|军营|营房|兵站|军医院|火箭军|(?<![\u4e00-\u9fff])[海空陆]军|"
    r"(?:给|帮|为)[海空陆]军)(?!转业|退役|退伍|复员|出身|大院(?:旁|边|附近))|"
    r"(?<![a-z])(?:army|military|barracks|navy|naval|air force|armed (?:forces|police)|garrison)(?![a-z])"
)
_VETERAN = lazy(
    r"转业|退役|退伍|复员|当过?兵|老兵|军属|军嫂|出身|民兵|军工企业|(?<![a-z])(?:veterans?|retired from|used to serve|"
    r"served in|left the|ex-|former|salvation)(?![a-z])"
)
_FUNDED = lazy(
    r"(?:残疾人联合会|残联|妇女联合会|妇联|团委|共青团|科学技术协会|科协|文联|侨联|工商联|红十字会)"
    r"(?=[^,。;]{0,14}(?:欠|拖|没付|不付|没结|没给|未付|逾期|冇))|"
    r"(?:欠款方|付款方|客户|甲方|对方)(?:就)?是[^,。;]{0,4}(?:残疾人联合会|残联|妇女联合会|妇联|团委|共青团|科协|文联|侨联|"
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
            behind = page.clauses[index].end
            if _OWES.search(page.sentence(index)) or _OWES.search(text, behind, behind + 80):
                yield Found("payer_kind", kind, match.start(), match.end(), _WEIGHT)


_PRONOUN = lazy(r"它|他|对方|(?:it|them|him)(?![a-z])")
_BETWEEN = lazy(
    r"总包|总承包|分包|承包商|承包人|中间商|转包|上家|施工单位|施工方|建筑公司|劳务公司|代理商|经销商|"
    r"(?<![a-z])(?:builders?|(?:sub-?|main |general |head )?contractors?|subcontract\w*|agents?|dealers?|middlem[ae]n|"
    r"intermediar\w+|distributors?|trading (?:company|house))(?![a-z])"
)
_NO_DEAL = lazy(
    r"(?:跟|和|与|同)(?P<who>[^,。;我]{1,14}?)(?:本身|之间|自己)?(?:并|都|也|从来?|其实){0,2}(?:没有?|未|无|冇)"
    r"(?:任何|直接|签过?|订过?|的){0,4}(?:合同|合约|协议|约)(?:关系)?(?=[,。;?]|$)|"
    r"(?:只是|只|我们是|属于|是)(?:被)?(?:分包|转包)[^,。;]{0,6}(?:给|帮|为|替)(?:它|他们?|她)|"
    r"(?:只是|是)(?:给|帮|为|替)(?:它|他们)的?(?:总包|承包商|分包)|"
    r"(?<![a-z])no (?:direct |own |written |signed )?(?:contract|agreement)s? (?:of our own )?(?:whatever |at all )?"
    r"(?:with|between us and) (?P<en>it|them|him|the [^,.;?]{2,40}?)(?=[,.;?]| itself| only| but| and|$)|"
    r"(?<![a-z])(?:contract|agreement) (?:is|was) (?:only |just )?(?:with|between us and) (?:an?|the|our) (?:[\w-]+ "
    r"){0,2}?(?:builder|contractor|agent|dealer|middleman|intermediary)(?![a-z])[^.;?]{0,30}?,? not (?:with )?"
    r"(?P<not>it|them|the [^,.;?]{2,40}?)(?=[,.;?]|$)"
)
_LOOSELY = lazy(r"口头|书面|订单|下单|送货单|微信|(?<![a-z])(?:orally|verbal\w*|in writing|purchase orders?)(?![a-z])")
"""A deal without a signed paper is a contract all the same."""
_SIGNED_BELOW = lazy(
    r"(?:和|跟|与|同)(?:总包|总承包|分包|承包商|施工单位|施工方|建筑公司|劳务公司|中间商|上家)"
    r"(?:公司|单位|方|商)?(?:签|订)(?:的|了)"
)
_AGAINST = lazy(
    r"(?:投诉|举报|告(?!知|诉)|(?:向|找|跟|问|同)(?=[^,。;?]{1,12}(?:要|讨|追|收)(?:钱|款|账|利息|债|数|逾期|回)?))"
    r"(?P<zh>[^,。;?]{1,16})|(?<![a-z])(?:complain\w*(?: \w+)? (?:about|against|of)|report|"
    r"claim (?:\w+ )?(?:\w+ )?from|"
    r"interest from|sue|pursue|payment from) (?P<en>[^,.;?]{2,60})"
)


def _no_contract(page: Page) -> Findings:
    """`payer_contract` denied where somebody stands between, and the claim is to go past them."""
    text = page.text
    if not _BETWEEN.search(text):
        return
    against = [one["zh"] or one["en"] for one in _AGAINST.finditer(text)]
    if not against or any(_BETWEEN.search(one) for one in against):
        return
    named_above = not any(_PRONOUN.match(one) for one in against)
    for match in (*_NO_DEAL.finditer(text), *(_SIGNED_BELOW.finditer(text) if named_above else ())):
        named = match.groupdict()
        party = named.get("who") or named.get("en") or named.get("not") or ""
        if _BETWEEN.search(party) or _LOOSELY.search(text):
            continue
        index = page.index(match.start())
        if not page.wished(index, match.start()) and not page.theirs(match.start()):
            yield Found("payer_contract", False, match.start(), match.end(), 2)


_OF_SUMS = lazy(
    r"补贴|补助|奖[励补]|扶持|资助|补偿|赔|拆迁|征地|征收|搬迁|安置|股|红利|转让|分红|退税|税款|借|预付|订金|定金|租|"
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
    if "约" in text or "合同" in text or "包" in text or "contract" in text or "agreement" in text:
        yield from _no_contract(page)
