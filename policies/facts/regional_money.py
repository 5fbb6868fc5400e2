"""Other money of the region for the same item, denied or had: whoever is named as giving or taking, in any order."""

from __future__ import annotations

from policies.facts import frames, other_work, phrases
from policies.facts.found import Findings, Found
from policies.facts.frames import Frame, words
from policies.facts.phrases import Phrase
from policies.facts.scope import Page
from policies.patterns import lazy

_AID_EN = r"(?:money|funds?|funding|aid|help|support|grants?|subsid(?:y|ies)|contributions?|assistance|backing|relief)"
_PURSE = (
    r"(?:region\w*|ningxia\w*|autonomous|public|fiscal|government|provincial|province|state|departments?|bureaux?|"
    r"bureaus|budgets?|authorit\w+|treasury|purse)(?:'s)?"
)
_GAVE = (
    r"(?:paid|pays|help(?:ed|s)|put|given|gave|contribut\w+|support(?:ed|s)?|subsidi[sz]\w*|reimburs\w+|refund(?:ed|"
    r"s)?|"
    r"cover(?:ed|s)|borne|stepped|chipped|touch(?:ed|es)|went|gone|goes|come|came|flow\w*|enter\w*|participat\w+|"
    r"involved|added|granted|awarded|provided|behind (?:it|this|the)|in (?:it|this|the))"
)
_ABOUT = words(
    r"loans?|borrow\w*|lent|guarant\w+|insur\w+|interest|premiums?|policy|valu\w+|apprais\w+|bank|facility|fee"
)
_OTHER_MATTERS = words(
    r"invoices?|owe[sd]?|list|late|law|rules?|offen[cs]es?|penalt\w+|fined|customers?|shareholders?|parent|"
    r"investors?|"
    r"suppliers?|collateral|security|pledg\w+|friends|if|whether|how|what|which|title|zone|park"
)
FRAMES = (
    Frame(
        "other_regional_funding",
        words(
            r"(?:no|none of the|not one|not a single|nor (?:has|have|did|does) any|neither) (?:of the |other |"
            r"further |"
            rf"single |more )?(?:[\w'-]+ ){{0,3}}?{_PURSE}(?: [\w'-]+){{0,6}}? (?:{_GAVE}|{_AID_EN}|a cent|a fen|"
            rf"a yuan)"
        ),
        stated=False,
        about=_ABOUT,
        without=_OTHER_MATTERS,
        bare=True,
        signs=("no ", "none", "not ", "neither", "nor "),
    ),
    Frame(
        "other_regional_funding",
        words(
            rf"(?:nothing|not (?:a|one)(?: single)? (?:cent|fen|penny|yuan)|no {_AID_EN}) (?:else |more |further |"
            rf"other |"
            r"additional |at all )?(?:[\w'-]+ ){0,6}?(?:from|out of|of|by|through) (?:the |any |another |other |"
            r"its )?"
            rf"(?:[\w'-]+ ){{0,2}}?(?:{_PURSE}|elsewhere|other quarters)"
        ),
        stated=False,
        about=_ABOUT,
        without=_OTHER_MATTERS,
        bare=True,
        signs=("nothing", "not a", "not one", "no "),
    ),
    Frame(
        "other_regional_funding",
        words(
            rf"{_PURSE} (?:[\w'-]+ ){{0,4}}?(?:(?:has|have|had|did|does|will) (?:not|never)|n't|never) (?:\w+ )?"
            rf"(?:{_GAVE}|pay|give|help|contribute|add|provide|grant)|"
            rf"{_PURSE} (?:[\w'-]+ ){{0,3}}?(?:put|paid|gave|given|spent|contributed|added|provided) (?:us |in |"
            rf"it )?(?:not (?:a|one)|"
            r"no (?:other |further |more )?(?:money|aid|help|support|funds?|subsid(?!iar)\w+|grants?)|"
            r"nothing(?! to do))|"
            rf"{_PURSE} (?:[\w'-]+ ){{0,4}}?{_GAVE} (?:[\w'-]+ ){{0,2}}?neither(?! (?:us|the company))|"
            r"(?:nothing|none|never|not|n't) (?:\w+ ){0,3}?(?:claimed|received|taken|drawn|obtained|sought|asked for|"
            r"applied for|had|got) (?:[\w'-]+ ){0,4}?(?:elsewhere|anywhere else|from anybody else|from anyone else)"
        ),
        stated=False,
        about=_ABOUT,
        without=_OTHER_MATTERS,
        bare=True,
        signs=("not ", "never", "n't", "nothing", "none", "no ", "neither"),
    ),
)
_OFFICE = (
    r"(?:regional|region's|autonomous region's|ningxia's?) (?:(?!science|sci-?tech|technology)[\w'-]+ ){0,3}?"
    r"(?:department|commission|bureau|office|treasury|budget)"
)
_SAME_LOAN = words(
    r"(?:this|that|the same|the very same|the) (?:very |same |bank )?(?:loan|borrowing|credit|interest|guarantee|"
    r"policy|premium)|"
    r"interest (?:on|of|for) (?:this|the|that|our) (?:very |same |bank )?(?:loan|credit)"
)
_CAME_FROM = words(
    r"(?:receipts?|payments?|credits?|transfers?|remittances?|entr(?:y|ies)|deposits?|subsid(?:y|ies)|"
    r"[\d,.]{3,}(?: yuan)?)"
    rf"(?: (?!to |not )[\w,'-]+){{0,5}}? (?:from|by) (?:the )?{_OFFICE}|"
    rf"{_OFFICE} (?:has |had |have )?(?:already )?(?:credited|wired|sent|remitted|transferred|refunded|reimbursed|"
    r"paid|gave|given|granted|awarded|contributed|allotted|met|covered|borne|put in|put up|put) (?:us |the company |"
    r"back |"
    r"our account ){0,2}(?:with )?(?:rmb |¥)?[\d,.]{3,}"
)
_FOR_THE_SAME = words(
    rf"[\d,.]{{3,}}(?: yuan)?(?: (?!to |not )[\w'-]+){{0,6}}? (?:from|by) (?:the )?{_OFFICE}(?: of [\w'-]+(?: "
    rf"[\w'-]+)?)?"
    r",?(?: (?!not |but )[\w'-]+){0,4}? (?:for|towards|on|against|under) (?:this|that|the|our)(?: very| same)*"
    r" (?:bank |insurance )?(?:loan|borrowing|credit|interest|guarantee|policy|premium|insurance)"
)
_RECEIVED = (
    Frame(
        "other_regional_funding",
        _FOR_THE_SAME,
        denied=None,
        without=words(r"hop\w+|expect\w*|if|appl\w+|ask\w*|can|could|would|whether|customers?|suppliers?|owe[sd]?"),
        signs=("region", "ningxia"),
    ),
    Frame(
        "other_regional_funding",
        _CAME_FROM,
        denied=None,
        beside=_SAME_LOAN,
        without=words(
            r"hop\w+|expect\w*|if|appl\w+|ask\w*|can|could|would|whether|demand\w*|customers?|suppliers?|owe[sd]?"
        ),
        signs=("region", "ningxia"),
    ),
)

_NEG = r"(?:没有?|未|从未|未曾|不曾|从没|从来没有?|并未|并无|无|尚未)(?!能|法)"
_MORE = r"(?:再|去|有|重复|另外|同时|额外|另|曾|叠加|被)*"
_SOURCE = (
    r"(?:自治区|宁夏|区里|区上|区级|区财政|政府|财政|公家|官方|省里|其[他它余]|别[的处]?|另外|任何|同类|第二[份笔次]|"
    r"额外)"
)
_TAKE = (
    r"(?:拿|领取|领|要|收|沾|碰|享受|享有|申请|申领|得到|获得|得|获|取得|申报|报|接受|叠加|使用|动用|用|占用|套|"
    r"争取|伸手|"
    r"列支|请领|请)(?:过|到|得|了|取)?"
)
_GIVE = r"(?:给|发|拨|出|补|贴|支持|资助|投|掏|补助|补贴|扶持|放)(?!贷)(?:过|了|出)?"
_MONEY = r"(?:补助|补贴|贴息|补|资助|扶持|支持|奖|钱|资金|经费|款(?!项)|财政|政策|好处)"
_DEPARTMENT = (
    r"(?:工信|工业和信息化|发改|发展改革|发展和改革|商务|农业农村|农牧|水利|住建|住房和城乡建设|交通(?:运输)?|"
    r"生态环境|环保|林草|"
    r"卫健|卫生健康|粮食|市场监管|教育|民政|人社|文旅|文化和旅游|自然资源|财政|国资|应急)(?:管理)?(?:厅|委员会|委|局)"
)
_NO_WISH = r"[^,。;没未不想要能可申拟将会等]"
_ITEM = r"(?:保单|保费|保险费?|利息|贴息|贷款|担保费?|评估费?)"
PHRASES = (
    Phrase(  # what came into the account from another department of the region for this very policy or loan
        "other_regional_funding",
        True,
        lazy(
            rf"(?:自治区|宁夏|区)(?:的|级)?{_DEPARTMENT}{_NO_WISH}{{0,6}}?(?:就|为|对|给|针对|因|按|"
            rf"以)(?:了)?(?:我们|我司)?的?(?:这|该|"
            rf"同|本|此|上述){_NO_WISH}{{0,8}}?{_ITEM}{_NO_WISH}{{0,6}}?(?:给|拨|发|打|付|奖|补|贴|"
            rf"资助){_NO_WISH}{{0,8}}?"
            r"(?:补|贴|奖|资助|\d|[一二三四五六七八九十两]万|钱)|"
            rf"(?:自治区|宁夏|区)(?:的|级)?{_DEPARTMENT}{_NO_WISH}{{0,10}}?(?:拨|发|打|汇|转|付|给|补|退|"
            rf"报)(?:来|了|过|下来?|到|进|给)+"
            rf"的?{_NO_WISH}{{0,10}}?(?:保险?费|利息|担保费|评估费)的?(?:补|贴|奖|资助)"
        ),
        without=lazy(
            r"客户|对方|听说|据说|隔壁|同行|朋友|邻居|能不能|可不可以|会不会|是不是|有没有|怎么|如何|希望|另一|"
            r"别的|其他保单|上一|前一|往年|若|如果|(?<!摘)(?<!主)要是|假如"
        ),
        bare=True,
        signs=("厅", "委", "局"),
    ),
    Phrase(
        "other_regional_funding",
        False,
        lazy(
            rf"{_NEG}{_MORE}(?:向|跟|找|从|"
            rf"在)?{_SOURCE}?[^,。;没未]{{0,4}}{_TAKE}[^,。;]{{0,4}}?{_SOURCE}[^,。;]{{0,12}}?{_MONEY}|"
            rf"{_NEG}{_MORE}(?:向|跟|找|从){_SOURCE}[^,。;没未]{{0,4}}{_TAKE}[^,。;]{{0,8}}?{_MONEY}|"
            rf"{_SOURCE}[^,。;没未]{{0,12}}?{_MONEY}[^,。;没未]{{0,4}}?(?:[一半][分毛块角项次样个笔点]){{0,1}}(?:钱)?"
            rf"(?:都|也|统统|全|均)?{_NEG}{_MORE}{_TAKE}|"
            rf"{_SOURCE}[^,。;没未]{{0,8}}?(?:都|也)?{_NEG}{_MORE}{_GIVE}[^,。;]{{0,8}}?(?:{_MONEY}|$|(?=[,。;]))|"
            rf"{_NEG}(?:任何)?(?:第二[份笔]|额外的?|同类的?)[^,。;]{{0,4}}{_MONEY}|"
            rf"除(?:此|这[个笔项]?)(?:之外|以外|外)[^,。;]{{0,6}}{_NEG}(?:再)?(?:拿|领|有)?(?:过)?(?:任何|什么)?"
            rf"(?:别的|其[他它](?:的)?|{_MONEY})"
        ),
        told=lazy(r"补|贴|资助|扶持|财政|支持|奖|钱|经费|资金|贷|担保|保险|保费|评估"),
        without=lazy(
            r"客户|对方|货款|抵押|质押|能不能|怎么|会不会|可不可以|中关村|管委会|贷过|借过|银行的钱|发票|处罚|"
            r"有没有|是否|"
            r"贷款(?:过|$)|担保品|保证人|订单|工程"
        ),
        bare=True,
        signs=("没", "未", "无"),
    ),
    Phrase(  # another department of the region has paid: 自治区工信厅就这笔贷款已经补给我们3万块
        "other_regional_funding",
        True,
        lazy(
            r"(?:工信|工业和信息化|发改|发展改革|商务|农业农村|人社|文旅|财政|民政)(?:厅|"
            r"委)[^,。;没未不想要能可]{0,14}?"
            rf"(?:补助?|贴|拨|奖|发|给|支持){_MORE}(?:给|了|过|到|下来){{1,2}}(?:我们|我司|本公司|公司|这[家笔个])?"
        ),
        told=lazy(r"贷|担保|保险|保费|评估|利息"),
        without=lazy(
            r"客户|对方|听说|据说|隔壁|同行|能不能|可不可以|会不会|是不是|有没有|称号|牌子|证书|设备|展会|技改"
        ),
        bare=True,
        signs=("厅", "委"),
    ),
)


def find(page: Page) -> Findings:
    """Every denial of other public money for a loan, a guarantee, an insurance or a valuation."""
    yield from frames.find(page, (*FRAMES, *_RECEIVED))
    yield from phrases.find(page, PHRASES)
    yield from other_work.find(page)


_THE_REST = lazy(
    r"剩下|其余|余下|剩余|另一半|余额|"
    r"(?<![a-z])(?:remaining|rest|remainder|balance|other half|other two thirds)(?![a-z])"
)


def had_in_part(page: Page, found: list[Found]) -> list[Found]:
    """What was found; that nobody paid the rest says nothing against what was paid: 给过8万，剩下的没人补过."""
    name = "other_regional_funding"
    if not any(one.name == name and one.value is True for one in found) or not _THE_REST.search(page.text):
        return found
    return [
        one
        for one in found
        if one.name != name or one.value is True or not _THE_REST.search(page.words(page.index(one.start)))
    ]
