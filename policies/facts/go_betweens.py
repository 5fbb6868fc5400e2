"""Somebody of a bank, an insurer, a guarantor or an adviser's office who asks what one client of the house may have.

"I sell policies for an insurer and a client asked me this", 我在担保公司做客户经理,有个客户是…. What "we" do in
such a text is the house's (we lent it, our policy); the enterprise is the client, unless the question is what the
house itself may have.
"""

from __future__ import annotations

from policies.patterns import lazy

_HOUSE_EN = (
    r"(?:(?:sub-)?branch|banks?|lender|insurer|insurance (?:compan(?:y|ies)|firm|broker\w*|agency)|underwriter|"
    r"guarantor|(?:guarant(?:ee|y)|surety|bonding|appraisal|valuation|accounting|audit|consulting|law|advisory|"
    r"bookkeeping) (?:company|firm|house|practice|office|institution|agency)|broker\w*|consultancy|accountancy|"
    r"appraiser|valuer)"
)
_WORKS_EN = lazy(
    r"(?<![a-z])(?:(?:i(?: am|'m)|as|we are|we're) (?:an? |the |one of the )?(?:[\w-]+ ){0,4}?(?:manager|officer|"
    r"banker|"
    r"broker|agent|advis[eo]r|accountant|auditor|consultant|underwriter|bookkeeper|lawyer|appraiser|valuer|clerk|"
    rf"analyst)(?![a-z])(?! of (?:an?|our|the) (?!{_HOUSE_EN}|(?:\w+ ){{1,2}}{_HOUSE_EN}))|"
    r"^bank (?:employee|clerk|officer|teller|worker|staff|man)(?![a-z])|"
    r"i (?:advise (?:start-?ups|(?:\w+ )?(?:firms|companies|businesses|clients))|keep (?:the )?books for|do (?:the )?"
    r"(?:books|accounts|taxes) for)(?![a-z])|i (?:work|sell|handle|underwrite|write|look after|arrange|do|run|manage|"
    r"lead|head)(?![a-z])[^.;]{0,60}? "
    rf"(?:for|at|in|with|of) (?:an?|the|our|one) (?:[\w'-]+ ){{0,4}}?{_HOUSE_EN}(?![a-z])|"
    rf"(?:we are|we're) (?:an?|the|one) (?:[\w'-]+ ){{0,4}}?{_HOUSE_EN}(?![a-z]))"
)
_NO_HOUSE_EN = lazy(
    r"(?<![a-z])(?:sales|purchas\w+|export|plant|factory|production|project|general|marketing|workshop) "
    r"(?:manager|officer|clerk|agent)(?![a-z])|(?<![a-z])(?:manager|officer|clerk|accountant|bookkeeper|analyst|"
    r"lawyer) "
    rf"(?:at|for|of|in|with) (?:an?|our|the) (?!(?:[\w'-]+ ){{0,4}}?{_HOUSE_EN})"
)
_HOUSE_ZH = (
    r"(?:银行|支行|分行|农商行|信用社|保险公司|财险|产险|人保|保险经纪(?:公司)?|保险代理(?:公司)?|担保(?:公司|机构|"
    r"集团)|"
    r"评估(?:公司|机构|所)|事务所|会计师?所|律所|代理?记?[账帐]公司|财税公司|财务公司|咨询公司|顾问公司|代办公司|"
    r"创业辅导机构)"
)
_WORKS_ZH = lazy(
    rf"(?:我|本人|敝人|我们)(?:目前|现在|就)?(?:在|是|任职于|供职于|服务于)[^,。;我客]{{0,16}}?{_HOUSE_ZH}|"
    rf"(?:我们?|本){_HOUSE_ZH}(?:的一?|有一?|服务的一?)[家个位][^,。;]{{0,4}}客户|{_HOUSE_ZH}的?(?:客户经理|业务经理|"
    rf"业务员|信贷员|理赔员|评估师|顾问|职员|员工)|(?:我们|[我本敝])[分支]?行(?!业|"
    rf"政|程|动|为)|"
    r"我(?:是|做)[^,。;我客]{0,10}(?:客户经理|代理?记?[账帐](?:会计|的)?|信贷员|保险经纪人?|会计师|律师|税务师|"
    r"评估师|"
    r"顾问)"
)
_ONE_EN = lazy(
    r"(?<![a-z])(?:(?:an?|one|this) (?:\w+ )?clients?(?: of (?:mine|ours))?|my (?:client|customer|borrower|"
    r"policyholder)|"
    r"one of (?:my|our) clients)(?:, (?!and|but|or)|,? (?:in [a-z]|(?:has )?(?:asked|asks|wants|wanted|would like|"
    r"wonders|wondered|is asking|came to|is an? |is in |is registered|owns|runs|holds|has (?:an?|the|\d)|"
    r"borrowed|drew|"
    r"took|bought|paid|which |who |that |an? (?=[^,.;]{0,40}(?:company|firm|enterprise|business|maker|producer|"
    r"start-?up)))))|"
    r"(?<![a-z])(?:the|my|our) client (?:is|holds|has(?! (?:no|not|never)(?![a-z]))|owns|runs)(?![a-z])"
)
_ONE_ZH = lazy(
    r"(?:有|的|这|来了|接到|服务|我)(?:一)?[家个位](?:[^,。;我客]{0,6}的)?(?:老|新|企业|小微|科技)?客户(?!经理|群|"
    r"[们都])(?:公司|企业)?(?=[,:是在想问叫做来托让从向要注登有持])|"
    r"(?:^|(?<=[,。;!?]))客户(?:公司|企业)?(?:一?[家个位])?(?:是|在|:|,(?:是|一家)|叫)(?![^,。;]{0,8}(?:推荐|他们|各|"
    r"都))|"
    r"一[家个位](?:老|新|企业)?客户(?:公司|企业)?(?:来|托我?|让我|想|要)?(?:问|咨询|打听|了解)|"
    r"我(?:的|们的)(?:一[家个位])客户(?=[,:是在想问来有])"
)
_FOR_CUSTOMER_EN = lazy(
    r"(?<![a-z])(?:writ(?:e|ing)|ask(?:ing)?|(?:e|i)nquir(?:e|ing)|check(?:ing)?|speak(?:ing)?|act(?:ing)?)"
    r"(?: this| here| in| today)? (?:for|on behalf of) (?:an?|one|my|our|this|the|one of (?:my|our)) "
    r"(?:[\w-]+ ){0,3}?(?:customer|borrower)s?(?![a-z'])|"
    r"(?<![a-z])(?:an?|one|our|this) (?:[\w-]+ ){0,2}?(?:customer|borrower)(?: of (?:ours|mine))?(?: has| had)?"
    r" (?:asked|begged|instructed|requested|wants|wanted|wishes) (?:me|us)"
    r"(?: (?:to|if|whether|what|how|this|about)(?![a-z])|(?=[.,;:]))"
)
_FOR_CUSTOMER_ZH = lazy(r"[帮代替为][^,。;客]{0,4}[家个位][^,。;客]{0,4}客(?:户|人|仔)?(?:来|想)?(?:问|咨询|打听|查)")
_OWED = lazy(
    r"(?<![a-z])(?:owe[sd]? (?:us|me)|(?:has|have) not paid us|hasn't paid us|late (?:in )?paying us|pay us|our "
    r"(?:invoice|"
    r"receivable|bill|factory|plant|product|workshop)s?|we (?:make|build|supply|deliver|manufacture)\w*)(?![a-z])|"
    r"欠[我咱]们?|我们(?:做|生产|卖|供|给[^,。;]{0,8}供货)|货款|工程款"
)
_FOR_THE_HOUSE = lazy(
    r"(?:我们(?:这家)?(?:支行|分行|行|公司|机构)?|我[行司]|本[行司]|我公司|银行|保险公司|担保公司|机构)(?:自己|这边|"
    r"作为[^,。;]{0,8})?(?:最多|最高|一年|总共|一共|也|还)*"
    r"(?:能|可以|可|能够|会|有没有|有|该)[^,。;客]{0,8}(?:拿|领|得|补|奖|申请|享受|收到|多少)|给我们(?:行|公司|"
    r"机构)?(?:多少|什么)?的?(?:补|奖)|"
    r"(?<![a-z])(?:do|does|can|could|would|will|may|might|should) (?:we|our (?:bank|branch|company|firm|house)|"
    r"the (?:bank|insurer|guarantor|branch)) (?:\w+ )?(?:get|claim|receive|ask|expect|apply|be|have|obtain|qualify|"
    r"recover)(?![a-z])|(?<![a-z])(?:due to us|paid to us|comes? to us|reward (?:for|to) us|our reward|reward can we|"
    r"much (?:can|could|would|do|will|may) we)(?![a-z])"
)


def asks_for_client(text: str) -> bool:
    """Whether somebody of such a house asks for one client: 有个客户是…, "my client, a limited company in …"."""
    if "客户" in text:
        one = bool(_ONE_ZH.search(text) and _WORKS_ZH.search(text))
    else:
        one = bool(_ONE_EN.search(text) and _WORKS_EN.search(text)) and not _NO_HOUSE_EN.search(text)
    return one and not for_the_house(text)


def for_a_customer(text: str) -> bool:
    """Whether somebody of such a house asks for one whom he calls the customer, or the borrower, of the house."""
    if "customer" in text or "borrower" in text:
        asks = bool(_FOR_CUSTOMER_EN.search(text) and _WORKS_EN.search(text)) and not _NO_HOUSE_EN.search(text)
    else:
        asks = "客" in text and bool(_FOR_CUSTOMER_ZH.search(text) and _WORKS_ZH.search(text))
    return asks and not for_the_house(text)


def for_the_house(text: str) -> bool:
    """Whether the house asks for itself, or is owed by its client."""
    return _OWED.search(text) is not None or _FOR_THE_HOUSE.search(text) is not None
