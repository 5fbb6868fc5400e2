"""Who writes: a founder or boss of the enterprise itself, or a helper (adviser, bookkeeper, banker) for a client.

Both are words that elsewhere mean somebody else: "as the founder of a company incorporated in …", "I write for a
client; the client is registered in …".
"""

from __future__ import annotations

import re

_FOR_A_CLIENT = re.compile(
    r"(?<![a-z])(?:writ(?:e|ing)(?: (?:this|here|in))?|ask(?:ing)?|(?:e|i)nquir(?:e|ing)|speak(?:ing)?|act(?:ing)?|"
    r"apply(?:ing)?|(?:prepar|fil|put)\w* (?:the |these |some |an? )?(?:papers|applications?|documents|claim|request|"
    r"file)(?: together)?) (?:for|on behalf of) (?:an?|my|one of (?:my|our)) (?:\w+ ){0,2}?clients?(?![a-z])|"
    r"[代替帮](?:我们?|手上|手头)?的?(?:一[家个位])?客户(?:公司)?(?:来)?(?:问|咨询|询问|打听|写信?|"
    r"(?:准备|整理)(?:申请|申报)?材料|申请(?:贴息|补[贴助]|政策)|算一?算)"
)
"""An adviser, a bookkeeper or a banker writes for the enterprise, and calls it the client."""
_A_CLIENT = re.compile(
    r"(?<![a-z])(?:(?:my|a|one of my) clients?(?: of mine)?"
    r"(?: (?=is |which |that )|, (?=an? |which |that )|\. (?=it |the ))|"
    r"(?:check|look into|work out|clarify|find out|need) (?:this |it |that |an answer )?for (?:an?|my|one of my) "
    r"clients?(?![a-z]))|我(?:(?:手上|这边|手里|手头)[的有]?|[的有])(?:一?[家个位])?客户(?:公司)?[,是]"
)
"""A client is told of as the one that the question is for, if the writer has no house of his own."""
_OWN_HOUSE = re.compile(
    r"(?<![a-z])(?:we|we're|we've|our|ours|us|owes? me|owed? to me|my (?:company|firm|shop|business|plant|factory|own|"
    r"invoices?|bills?|fees?|suppliers?)|i (?:supply|supplied|sold|sell|deliver\w*|make|run|own|lent|built)|"
    r"pa(?:y|ys|id) me|sued?)(?![a-z])|我们|我司|我公司|本公司|我厂|我店|欠|拖|货款|没付"
)
_TRADES = re.compile(
    r"(?<![a-z])(?:owe[sd]? us|we (?:make|build|sell|supply|deliver|manufacture)\w*)(?![a-z])|"
    r"欠我们|我们(?:做|生产|卖|供)"
)
"""A house with clients of its own, whose money is its own matter."""
_THE_CLIENT = re.compile(
    r"(?<![a-z])(?:(?:an?|the|my|our|this) client(?![a-z]|'s (?:customer|client|debtor|buyer|supplier|parent))|"
    r"one of my clients(?![a-z]))|"
    r"(?:该|本|这[家个位]|我的|我(?:手上|这边|手里|手头)(?:的?一[家个位])?|"
    r"一[家个位]|有[家个位]|[代替帮为])(?:我们?)?的?客户|客户(?=经理)"
)
_WRITER = re.compile(r"(?<![a-z])(?:as|i am|i'm|im) (?:an? |the |its )?(?:co-?|sole |managing )?$")
_WRITER_ZH = re.compile(r"(?:作为|身为|我(?:就)?是|本人是?)(?:[^,。;客供他]{0,24}的)?$")
_NOUNS_ZH = frozenset({"创始人", "创办人", "老板", "法人代表"})
_FARTHEST = 24


def writes_for(text: str) -> bool:
    """Whether somebody writes for a client of his."""
    if "client" not in text and "客户" not in text:
        return False
    if _FOR_A_CLIENT.search(text) is not None:
        return _TRADES.search(text) is None
    return _A_CLIENT.search(text) is not None and _OWN_HOUSE.search(text) is None


def is_client(words: str, end: int) -> bool:
    """Whether a noun that ends there is the client, of a text that somebody writes for one."""
    return any(match.end() == end for match in _THE_CLIENT.finditer(words, max(0, end - _FARTHEST)))


def as_company(words: str) -> str:
    """The client of such a text called the company."""
    return _THE_CLIENT.sub("我们" if "客户" in words else "the company", words)


def is_writer(noun: str, before: str, after: str) -> bool:
    """Whether a founder or boss is the one that writes, by the words of the clause before and behind the noun."""
    if noun in ("founder", "boss", "ceo"):
        return _WRITER.search(before[-_FARTHEST:]) is not None
    return noun in _NOUNS_ZH and not after.strip() and _WRITER_ZH.search(before) is not None
