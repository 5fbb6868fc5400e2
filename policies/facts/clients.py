"""Who writes: a founder or boss of the enterprise itself, or a helper (adviser, bookkeeper, banker) for a client.

Both are words that elsewhere mean somebody else: "as the founder of a company incorporated in …", "I write for a
client; the client is registered in …".
"""

from __future__ import annotations

from policies.facts.go_betweens import asks_for_client, for_a_customer, for_the_house
from policies.patterns import lazy

_FOR_A_CLIENT = lazy(
    r"(?<![a-z])(?:writ(?:e|ing)(?: (?:this|here|in))?|ask(?:ing)?|(?:e|i)nquir(?:e|ing)|speak(?:ing)?|act(?:ing)?|"
    r"apply(?:ing)?|(?:prepar|fil|put)\w* (?:the |these |some |an? )?(?:papers|applications?|documents|claim|request|"
    r"file)(?: together)?) (?:for|on behalf of) (?:(?:an?|my|one of (?:my|our)) (?:\w+ ){0,2}?clients?|(?:an?|one) "
    r"(?:\w+ )?(?:customer|borrower) of (?:ours|mine|our bank))(?![a-z])|"
    r"[代替帮](?:我们?|手上|手头)?的?(?:一[家个位])?[^,。;:我他给]{0,20}?的?客户(?:公司)?(?:来)?(?:问|咨询|询问|"
    r"打听|写信?|"
    r"(?:准备|整理)(?:申请|申报)?材料|申请(?:贴息|补[贴助]|政策)|算一?算)"
)
"""An adviser, a bookkeeper or a banker writes for the enterprise, and calls it the client."""
_A_CLIENT = lazy(
    r"(?<![a-z])(?:(?:my|a|one of my) clients?(?: of mine)?"
    r"(?: (?=is |which |that )|, (?=an? |which |that |(?:newly |legally )?(?:registered|incorporated|founded|"
    r"established|set up|based|located|active|operating) )|\. (?=it |the ))|"
    r"(?:^|(?<=[.!?] ))(?:(?:for|about) )?(?:(?:an?|my|one|our|the|this) )?clients?(?: of mine)?(?=:| -)|"
    r"(?:^|(?<=[.!?] ))(?:the|this) client (?=is (?:an? |in )|has )|"
    r"(?<![a-z])(?:the|this) (?:borrower|applicant|insured|company|firm|enterprise|business|policyholder|start-?up|"
    r"manufacturer|maker|founder|owner)(?: here| in question)?(?:,| is) (?:my client|(?:a|one) client of mine|"
    r"one of my clients)(?=[,.;:]| and )|"
    r"(?:check|look into|work out|clarify|find out|need) (?:this |it |that |an answer )?for (?:an?|my|one of my) "
    r"clients?(?![a-z]))|"
    r"(?:^|(?<=[。;!?]))客户(?:公司)?(?:一[家个位])?(?:[:,](?=[^,。;]{0,8}的|是|在)|"
    r"是(?![^,。;]{0,8}推荐)(?=[^,。;]{0,10}的))|我(?:(?:手上|这边|手里|手头)[的有]?|"
    r"[的有])(?:一?[家个位])?客户(?:公司)?[,是]|"
    r"(?:手上|手里|手头|名下管着?)(?:的|有)?(?:一?[家个位])客户(?:公司)?[,是在]|"
    r"(?:我们|[我本敝])[分支]?行(?:有|的)?(?:一?[家个位])?客户(?:公司)?[,是在]|"
    r"(?:我|本人|敝人)[^,。;客]{0,18}(?:顾问|会计|[代记]账|记帐|律师|财税|代理|辅导|事务所|信贷|代办|"
    r"中介)[^客]{0,40}客户公司"
)
"""A client is told of as the one that the question is for, if the writer has no house of his own."""
_OWN_HOUSE = lazy(
    r"(?<![a-z])(?:we|we're|we've|our|ours|us|owes? me|owed? to me|my (?:company|firm|shop|business|plant|"
    r"factory|own|"
    r"invoices?|bills?|fees?|suppliers?)|i (?:supply|supplied|sold|sell|deliver\w*|make|run|own|lent|built)|"
    r"pa(?:y|ys|id) me|sued?)(?![a-z])|"
    r"我(?:是|自己)?[开办][^,。;]{0,8}[厂店司]|我们|我司|我公司|本公司|我厂|我店|欠|拖|货款|没付"
)
_TRADES = lazy(
    r"(?<![a-z])(?:owe[sd]? us|we (?:make|build|sell|supply|deliver|manufacture)\w*)(?![a-z])|"
    r"欠我们|我们(?:做|生产|卖|供)"
)
"""A house with clients of its own, whose money is its own matter."""
_BANK_EN = r"(?:our|this|my) (?:[\w-]+ )?(?:bank|(?:sub-)?branch|lending (?:desk|team))"
_OF_THE_BANK = (
    rf"(?<![a-z])(?:(?:an?|one|this|the) (?:[\w-]+ ){{0,2}}?(?:customer|client|borrower) of {_BANK_EN}|"
    rf"(?:one of )?{_BANK_EN}'s (?:[\w-]+ )?(?:customer|client|borrower)s?)(?=,? (?:an? |in |from |is |has |"
    rf"holds |which ))"
)
_BANKS_NOUN = lazy(
    rf"(?<![a-z])(?:customer|client|borrower)(?= of {_BANK_EN})|{_BANK_EN}'s (?:[\w-]+ )?(?:customer|client|"
    rf"borrower)s?"
)
_OPENS = lazy(rf"(?:^|(?<=[.!?] ))(?:for |about )?{_OF_THE_BANK}")
"""One customer of the writer's bank, of whom all that follows tells."""
_THE_CLIENT = lazy(
    r"(?<![a-z])(?:(?:an?|the|my|our|this) client(?![a-z]|'s (?:customer|client|debtor|buyer|supplier|parent))|"
    r"my (?:customer|borrower|policyholder)(?![a-z']|s(?![a-z]))|one of (?:my|our) clients(?![a-z])|"
    r"(?<![a-z-])clients?(?= of mine(?![a-z]))|^(?:for |about )?client(?=$|:| -))|"
    r"(?:该|本|这[家个位]|我的|我(?:手上|这边|手里|手头)(?:的?一[家个位])?|"
    r"一[家个位]|有[家个位]|[代替帮为]|[我本敝]行)(?:我们?)?的?客户|客户(?=经理)|"
    r"(?:^|(?<=[,。;:]))客户(?=(?:公司)?(?:一[家个位])?(?:$|:|是|在|为|做|设|注册|登记|成立|位于|\d{4}年|[去前]年))|"
    r"服务的客户(?=公司)|的客户(?=(?:公司|企业)?(?:来)?(?:问|咨询|询问|打听|写|申请|准备|整理|算))|"
    rf"(?<![a-z])(?:an?|one) (?:\w+ )?(?:customer|borrower) of (?:ours|mine|our bank)(?![a-z])|{_OF_THE_BANK}"
)
_THE_CUSTOMER = lazy(
    r"(?<![a-z])(?:(?:an?|one|the|this|our|my|one of (?:our|my)) (?:[\w-]+ )?(?:customer|borrower)s?"
    r"(?: of (?:mine|ours))?(?![a-z]|'s (?:customer|client|debtor|buyer|supplier|parent)))|"
    r"(?:^|(?<=[,。;:]))(?:这[家个位])?客户(?!的(?:客户|供应商|母公司|股东)|欠|经理)|[家个位]客(?=问|来问|想问)"
)
"""The customer of a bank, where the text is written for that one by somebody of the bank."""
_KIN_ZH = (
    r"(?:朋友|表[哥弟姐妹]|堂[哥弟姐妹]|姐夫|妹夫|姐姐?|妹妹?|哥哥?|弟弟?|嫂子|舅舅|叔叔|大伯|伯父|姑姑|姨妈|连襟|"
    r"亲戚|邻居|老乡|同学|"
    r"爸爸?|父亲|妈妈?|母亲|老公|老婆|爱人|先生|太太|丈夫|妻子|儿子|女儿|女婿|岳父)"
)
_KIN_EN = (
    r"(?:friend|cousin|uncle|aunt|nephew|niece|brother|sister|neighbou?r|father|mother|husband|wife|son|daughter|"
    r"dad|mum)(?:-in-law)?"
)
_FOR_KIN = lazy(
    rf"[代替帮为](?:我)?(?:的)?(?:一[个位])?(?:{_KIN_ZH}|[他她])(?:家|的(?:公司|厂|企业))?(?:来)?(?:问|打听|咨询|查|"
    rf"了解)|"
    rf"{_KIN_ZH}(?:就)?[让叫托请要]我|"
    r"[他她][^,。;]{0,4}[让叫托请要]我(?:来|帮[他她]?忙?|替[他她])?[^,。;]{0,3}(?:问|打听|查|咨询|了解|看看)|"
    rf"(?<![a-z])(?:writ(?:e|ing)|ask(?:ing)?|(?:e|i)nquir(?:e|ing))(?: (?:this|here))? (?:for|"
    rf"on behalf of) (?:my|a) "
    rf"(?:\w+ )?{_KIN_EN}(?![a-z])|(?<![a-z])(?:my (?:\w+ )?{_KIN_EN}|he|she) (?:has )?"
    r"asked me to (?:ask|find out|check|look|write|enquire|inquire)(?![a-z])"
)
"""A relative or a friend writes for the one whose enterprise it is."""
_THE_KIN = lazy(
    rf"(?<![跟向找从和与给是])(?:我)?(?:的)?(?:一[个位])?{_KIN_ZH}(?=在|开|办|有|经营|的(?:公司|厂|企业|店)|家|"
    rf"[让叫托请要]我)|"
    rf"(?<![a-z])(?<!from )(?<!by )(?<!to )(?<!with )(?:my|a) (?:\w+ )?{_KIN_EN}(?:'s)?(?![a-z])"
)
_OWN_BANK = lazy(r"(?:我们|[我本敝])(?:这家)?[分支]?行(?!业|政|程|动|为)|欠款(?=人)|我们(?:会计|律师|代账)?(?:事务)?所")
"""A house of service that is the writer's, beside which a client may be the enterprise."""
_AT_CLIENT_ZH = lazy(
    r"(?:省|市|区|县|镇)?的?(?:一[家个位])?(?:[^,。;:我他客]{1,14}的)?(?:老|小|"
    r"企业)?客户(?!经理)(?:公司)?(?:来)?(?:问|咨询|询问|打听|写|申请|"
    r"准备|整理|算)"
)
_CUSTOMER_AT = lazy(
    r"(?<![a-z])(?:customer|borrower)s?(?: of (?:mine|ours))?(?:,| -)?"
    r"(?: (?!buys?|suppl|export|deliver|client|customer)[\w-]+){0,6}? (?:in|from|near|at|of) $"
)
_CLIENT_AT = lazy(
    r"(?:客户|这家(?:公司|企业)?)(?:公司)?(?:,(?:是|在|位于))?(?:是|在|位于|设在|来自){0,2}(?:一?家)?$|"
    r"(?<![a-z])(?:clients?|(?:customer|borrower)) of (?:ours|mine|our bank),? (?:(?:which|that|who) )?(?:(?:is|sits|"
    r"seated|based|registered|located) )?(?:an? (?:[\w-]+ ){1,4})?(?:in|from|near|at) $|"
    r"(?<![a-z])clients?,? (?:(?:which|that|who) )?(?:(?:is|sits|seated|based|registered|"
    r"located) )?(?:an? (?:[\w-]+ )"
    r"{1,4})?(?:in|from|near|at) $"
)
_CLIENT_BEHIND = lazy(r"(?:-based)? (?:[\w-]+ ){0,2}clients?(?![a-z])")
_KIN_FIRM = lazy(r"欠(?=款人)|拖(?=后腿)")
_WRITER = lazy(r"(?<![a-z])(?:as|i am|i'm|im) (?:an? |the |its )?(?:co-?|sole |managing )?$")
_WRITER_ZH = lazy(r"(?:作为|身为|我(?:就)?是|本人是?)(?:[^,。;客供他]{0,24}的)?$")
_NOUNS_ZH = frozenset({"创始人", "创办人", "老板", "法人代表"})
_FARTHEST, _AROUND = 24, 70


def writes_for(text: str) -> bool:
    """Whether somebody writes for a client of his, or for a relative or a friend."""
    if writes_for_kin(text) or for_a_customer(text):
        return True
    if ("branch" in text or "bank" in text) and _OPENS.search(text) is not None:
        return _TRADES.search(text) is None and not for_the_house(text)
    if not any(
        sign in text
        for sign in (
            "client",
            "客户",
            "my customer",
            "my borrower",
            "my policyholder",
            " of ours",
            " of mine",
            " of our bank",
        )
    ):
        return False
    if _FOR_A_CLIENT.search(text) is not None:
        return _TRADES.search(text) is None
    if _A_CLIENT.search(text) is not None and _OWN_HOUSE.search(_OWN_BANK.sub("", text)) is None:
        return True
    return asks_for_client(text)


def writes_for_kin(text: str) -> bool:
    """Whether somebody who has no house of his own writes for a relative or a friend."""
    if not any(
        sign in text for sign in ("我", "asked me", "sking for", "riting for", "ask for", "write for", "behalf")
    ):
        return False
    return _FOR_KIN.search(text) is not None and _OWN_HOUSE.search(_KIN_FIRM.sub("", text)) is None


def at_the_client(text: str, start: int, end: int, customer: bool = False) -> bool:
    """Whether a place, in a text written for a client, is named as the client's: 石嘴山的客户, "a client in …"."""
    lead = text[max(0, start - _AROUND) : start]
    if _CLIENT_AT.search(lead) or (customer and _CUSTOMER_AT.search(lead)):
        return True
    return bool(_AT_CLIENT_ZH.match(text, end) or (lead[-3:] == " a " and _CLIENT_BEHIND.match(text, end)))


def is_client(words: str, end: int, customer: bool = False) -> bool:
    """Whether a noun that ends there is the client, of a text that somebody writes for one, or for a customer."""
    return any(
        match.end() == end
        for the in (_THE_CLIENT, _BANKS_NOUN, _THE_KIN, *((_THE_CUSTOMER,) if customer else ()))
        for match in the.finditer(words, max(0, end - _FARTHEST))
    )


def as_company(words: str, customer: bool = False) -> str:
    """The client of such a text called the company."""
    if customer:
        words = _THE_CUSTOMER.sub(lambda one: "the company" if one[0].isascii() else "我们", words)
    words = _THE_CLIENT.sub("我们" if "客户" in words else "the company", words)
    return _THE_KIN.sub(lambda kin: "the company" if kin[0].isascii() else "我们", words)


def is_writer(noun: str, before: str, after: str) -> bool:
    """Whether a founder or boss is the one that writes, by the words of the clause before and behind the noun."""
    if noun in ("founder", "boss", "ceo"):
        return _WRITER.search(before[-_FARTHEST:]) is not None
    return noun in _NOUNS_ZH and not after.strip() and _WRITER_ZH.search(before) is not None
