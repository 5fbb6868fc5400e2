"""A unit that another house answers for is a part of it, and no legal person, though nobody calls it a branch.

"Our contracts and debts are those of Xi'an", 债务都归西安总部: who answers for what is signed is the legal person. The
licence of such a unit names a person in charge where that of a company names a legal representative.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_SIGNS = (
    *(
        "debt",
        "liabilit",
        "obligation",
        "office",
        "we sign",
        "we owe",
        "licen",
        "sue",
        "own standing",
        "legal standing",
    ),
    *("place of business", "债", "欠账", "责任", "执照", "办事处", "欠的", "独立", "隶属", "营业所"),
)
_UNIT = r"(?:office|outpost|outlet|depot|bureau|station|representative office|liaison office|site office)"
_FIRM = r"(?:company|firm|business|corporation|group|manufacturer|maker|enterprise|house|head office|headquarters)"
_HEAD = (
    r"(?:(?:the |our )?(?:head office|headquarters|head company|main company|main house|principal company)|"
    rf"(?:the|an?) (?:(?!guarant|insur|credit|holding|parent|leasing)[\w'-]+ ){{1,3}}?{_FIRM})"
)
_OWED = r"(?:debts?|liabilit(?:y|ies)|obligations?)"
_SIGNED = r"(?:(?:what|whatever|everything|anything|all|all that) (?:that )?(?:we|this office|i) signs?(?: here)?)"
_OF_THEIRS = lazy(
    rf"(?<![a-z])our (?:[\w'-]+ (?:and|or) )?{_OWED}(?: and [\w'-]+)?(?: here)?(?:,? (?:in law|legally|all|both|too|"
    rf"really|simply|just|strictly))*,? (?:are|count as|rank as)(?: (?:in law|legally|all|both|really|simply))*"
    rf" (?:(?:those|the {_OWED}|{_OWED}) of (?:{_HEAD}|(?!us|ours|others|any|every|all|many|most)[a-z][a-z']{{3,}}"
    rf"(?=[.,;!]|$))|its(?: {_OWED})?(?=[.,;!]|$)|(?:borne|met|owed|answered for|carried) by {_HEAD})|"
    rf"(?<![a-z]){_SIGNED} (?:binds|is binding on|obliges|commits|is (?:the )?(?:business|debt) of) {_HEAD}|"
    rf"(?<![a-z])(?:{_HEAD}|(?!nobody|who|guarantor|insurer|bank|parent)[a-z][a-z']{{3,}}),? (?:alone )?(?:in law |"
    rf"legally )?(?:answers|is liable|is answerable|bears the liability|stands in law)(?: in law| legally)? for "
    rf"(?:all |"
    rf"any )?(?:of )?(?:our (?:contracts? (?:and|or) )?{_OWED}|{_SIGNED})(?![a-z])"
)
_PERSON_IN_CHARGE = lazy(
    r"(?<![a-z])licen[cs]e[^.;]{0,60}?(?:person in charge|responsible person|\"?principal\"?)[^.;]{0,40}?"
    r"(?<![a-z])(?:not|no|instead of|rather than|where others)(?: (?!but)[\w'-]+){0,3}? legal representative|"
    r"(?<![a-z])licen[cs]e[^.;]{0,40}? no legal representative[^.;]{0,30}? (?:person in charge|responsible person)|"
    r"执照[^。;客]{0,20}?负责人[^。;]{0,14}?(?:没有?|无|不是|而非|并非|不见)[^,。;]{0,6}?(?:法定代表人|法人代表)|"
    r"执照[^。;客]{0,14}?(?:没有?|无|不是|而非|并非)[^,。;]{0,6}?(?:法定代表人|法人代表)[^。;]{0,10}?负责人"
)
_NO_DESK = (
    r"(?!financ|account|head|regist|patent|project|legal|personnel|sales|purchas|hr |design|technical|main|admin|tax)"
)
"""The finance office of a company writes for the company."""
_LICENSED_OFFICE = lazy(
    rf"(?<![a-z])licen[cs]e(?: (?!not|no)[\w',-]+){{0,4}}? (?:for|of|to|as) (?:an?|the) (?:[\w'-]+ "
    rf"){{0,2}}?{_UNIT} of "
    rf"(?:the|an?|its) (?:[\w'-]+ ){{0,4}}?{_FIRM}(?![a-z])|"
    rf"(?<![a-z])(?:we(?: are|'re)|(?:what|which) (?:we|i) (?:run|have|keep)(?: here)?(?: in [\w'-]+)?(?: "
    rf"here)? is)"
    rf"(?: (?:only|just|merely|legally|simply))? (?:an?|the|its) (?:{_NO_DESK}[\w'-]+ ){{0,2}}?{_UNIT} of (?:the|an?) "
    rf"(?:[\w'-]+ ){{0,4}}?{_FIRM}(?![a-z])|"
    r"执照(?:上)?[^,。;没不未客]{0,6}?是[^,。;没不未客]{2,14}?(?:公司|集团|总部)[^,。;没不未]{0,8}?(?:办事处|"
    r"办公室|营业部|经营部|分部|"
    r"驻点|联络处)|"
    r"(?:我们|我司|咱们?|这边|这里)(?:[^,。;没未非不有客]{0,8}(?:点|摊子|据点))?(?:其实|实际上|就|"
    r"只)?是[^,。;没不未客]{2,14}?"
    r"(?:公司|集团|总部)[^,。;没不未]{0,8}?(?:办事处|联络处|驻点)(?!的?(?:客户|供应商|邻居|房东))"
)
_HEAD_ZH = r"(?:总公司|总部|总厂|本部|(?:(?![保客户供担股我])[\u4e00-\u9fff]){2,6}(?:的)?(?:总公司|总部|公司(?!们)))"
_OF_THEIRS_ZH = lazy(
    r"(?:债务|欠账|欠款|债|民事责任|法律责任|欠的钱|责任)[^,。;没未不我担保]{0,8}?"
    rf"(?:(?:都|全|也|均|一律|统统)*(?:由|归|算|是|属于?|记在|落在|挂在|算在){_HEAD_ZH}(?:来|去)?(?:承担|负责?|"
    rf"扛|兜着?|还|的|"
    r"头上|名下|背|担)?)(?=$|[,。;!])"
)
_NOT_BY_ITSELF = lazy(
    r"(?:不能?|无法|没法|没有|不具备?|不具有)(?:能力)?(?:对外)?(?:独立|单独|自行)(?:地|的)?(?:对外)?(?:承担|"
    r"负)[^,。;]{0,6}?(?:责任|债务)|"
    r"执照[^。;客没不未]{0,20}?(?:写|印|载|登记|显示|标)(?:着|的是|明|为)?[^,。;没不未]{0,16}?(?:分公司|"
    r"分支机构|非法人)[\"'”」]?(?=[,。;!]|$)|"
    r"执照[^。;客没不未]{0,12}?(?:写|印|载|登记|有|列)[^,。;没不未]{0,4}?(?:隶属|所属)(?:企业|单位|公司)|"
    r"(?:登记|注册)(?:的)?(?:是|为|成)[^,。;没不未客]{2,12}?公司的?(?:营业所|营业单位|经营部|营业部)|"
    r"(?<![a-z])(?:our|this|the) (?:[\w'-]+ )?(?:office|unit|site|outpost) (?:here )?(?:has|have|with|having) "
    r"no (?:legal (?:standing|"
    r"existence|capacity)|capacity) of (?:its|our) own(?![a-z])|(?<![a-z])we (?:here )?have no legal "
    r"(?:standing|existence|capacity) of our "
    r"own(?![a-z])|(?<![a-z])(?:we|our office|this office|our unit|our site) (?:can ?not|can't|could not) "
    r"(?:sue or be sued|be sued (?:or sue|in))(?![a-z])|"
    r"(?<![a-z])(?:anything|whatever|what|all) we owe is owed by "
    rf"{_HEAD}(?![a-z])|"
    r"(?<![a-z])we(?:'re| are) (?:merely|only|just|simply|legally) (?:its|their) (?:[\w'-]+ )?(?:office|"
    r"outpost)(?![a-z])|"
    r"(?<![a-z])(?:appear|entered|registered|recorded|listed|filed)(?: (?!not)\w+)? as a place of business of "
    r"(?:an?|the) (?:[\w'-]+ ){1,4}?"
    r"(?:company|firm|corporation)(?![a-z])|(?<![a-z])(?:our|the) licen[cs]e (?:has|shows|names|carries|gives) "
    r"no legal representative(?![a-z])"
)
"""What cannot answer for itself, or is entered in the register as a part of another."""
_SUPPOSED = lazy(
    r"如果|(?<!摘)(?<!主)要是|假如|若(?!干)|是不是|是否|(?<![a-z])(?:if|had|were|unless|suppos\w+|whether|"
    r"would)(?![a-z])"
)
_OTHERS = lazy(
    r"客户|供应商|同行|邻居|朋友|担保公司|保险公司|银行|"
    r"(?<![a-z])(?:customer|client|supplier|competitor|rival|neighbour|friend|cousin|landlord|insurer|guarantor)"
)
_WE_ARE_THE_HOUSE = lazy(
    r"我们?(?:公司)?(?:在[^,。;点处]{2,10}(?:设|开|办(?![公事])|有)|(?:设|开|办)了|的(?:分公司|分支机构|分厂|门店|子公司)|(?:在[^,。;]{2,8})?的办事处|旗下)|"
    r"(?:我们|我司|本公司|公司)(?:自己|本身)?(?:是|为)[^,。;分不没]{0,12}(?:有限|股份|独立法人)|"
    r"(?<![a-z])(?:we|our company|the company)(?: (?:also|have|has|had|keep|keeps|run|opened|maintain))+ an? "
    r"(?:[\w'-]+ )"
    rf"{{0,2}}?(?:branch|{_UNIT})|(?<![a-z])our (?:[\w'-]+ )?(?:office|branch|outpost) (?:in|at)(?![a-z])|"
    r"(?<![a-z])(?:we|our company|the company)(?: itself)?(?: are|'re| is) (?:an? )?(?:[\w-]+ ){0,2}?(?:limited|"
    r"joint[- ]stock|independent)(?![a-z])"
)
"""Who tells of an office of its own, or what its company is, is answered for by nobody else."""


def find(page: Page) -> Findings:
    """`legal_person` no: another house answers for us, or the licence is that of its office."""
    if not any(sign in page.text for sign in _SIGNS) or _WE_ARE_THE_HOUSE.search(page.text):
        return
    for pattern in (_OF_THEIRS, _PERSON_IN_CHARGE, _LICENSED_OFFICE, _OF_THEIRS_ZH, _NOT_BY_ITSELF):
        for match in pattern.finditer(page.text):
            index = page.index(match.end() - 1)
            said = page.words(page.index(match.start())) + page.words(index)
            if page.clauses[index].closing == "?" or _SUPPOSED.search(said) or _OTHERS.search(page.sentence(index)):
                continue
            if not (page.theirs(match.start()) or page.wished(index, match.start()) or doubted(page, index)):
                yield Found("legal_person", False, match.start(), match.end(), 3)
