"""A debt told in passing: “Helan Water owes us 800k since March”, 贺兰水务欠我们80万. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLAUSE = r"(?:^|[,;:.，。；：、\n]\s*|\b(?:and|but|because|since|now)\s+)"
_NAME = r"(?P<payer>[^,;:.，。；：、\n]{2,60}?)"
_SAID = (
    re.compile(rf"{_CLAUSE}{_NAME}(?:还|還|一直)?(?:拖欠|欠)(?:着|著|了)?(?:我们|我們|我司|我)"),
    re.compile(
        rf"{_CLAUSE}{_NAME}(?:还|還|一直|就|总|總|老是|到现在|到現在|至今)*"
        r"(?:没有?|沒有?|未|不)(?:给|給|向|跟)?(?:我们|我們|我司|我)?(?:付|给|給|结|結|打|支付|结清|結清|付清)"
        r"(?:我们|我們|我司|我)?的?(?:工程|尾|货|貨)?(?:款|钱|錢|账|賬|帳)"
    ),
    re.compile(
        rf"{_CLAUSE}{_NAME}\s+(?:still\s+)?(?:owes?\s+(?:us|me|our)|ow(?:e|es|ing)\s+(?:us|me)|"
        r"(?:has|have)(?:n['’]?t|\s+not|\s+never)\s+(?:yet\s+)?paid|"
        r"(?:won['’]?t|will\s+not|refuses?\s+to|does(?:n['’]?t|\s+not))\s+pay\s+(?:us|me))\b",
        re.IGNORECASE,
    ),
)
_NOBODY = """
    they it he she who somebody someone nobody everybody customers clients customer client
    he/she one buyer payer company boss we i you
    他们 他們 客户 客戶 别人 別人 有人 甲方 对方 對方 他 她 它 人家 老板 老闆 我们 我們 我 您 你 公司 钱 錢
"""
_PRONOUNS = frozenset(_NOBODY.split())
_DENIED = re.compile(
    r"(?:并|並|从来?|從來?|已经?|已經?|现在|現在)*(?:没有?|沒有?|不再?|未|冇)$|"
    r"\b(?:do|does|did|has|have|had)(?:\s+not|n['’]?t)(?:\s+\w+)?$|\b(?:never|no\s+longer|not)$",
    re.IGNORECASE,
)
"""Between who owes and the owing: 贺兰水务没有欠我们钱, "Helan Water does not owe us anything"."""
_LEAD = re.compile(
    r"^(?:(?:but|and|the|an?|our|my|one\s+of\s+(?:our|my)|customers?|clients?|of\s+ours)(?:\s+|$)|客户|客戶|我们的?|我們的?)+",
    re.IGNORECASE,
)


_KIND = re.compile(  # a kind of payer, not a name: it is described, and can be named when it is registered
    r"(?:state-owned\s+|local\s+|public\s+)?(?:hospital|university|school|government|department|big\s+company|"
    r"large\s+(?:company|enterprise)|state\s+enterprise)|[区區县縣市省镇鎮]?政府|医院|醫院|学校|學校|大学|大學|"
    r"国企|國企|央企|大公司|大企业|大企業|业主|業主|总包|總包",
    re.IGNORECASE,
)


_PRIVATE = re.compile(  # what a friend borrowed is no receivable, and the payment regulation does not know it
    r"(?:(?:younger|elder|older|big|little|best|old)\s+)?(?:brother|sister|cousin|uncle|aunt|nephew|niece|son|daughter|father|"
    r"mother|dad|mum|mom|husband|wife|ex|friend|roommate|room-mate|roomate|flatmate|neighbou?r|colleague|classmate|"
    r"girlfriend|boyfriend)(?:-in-law)?|"
    r"(?:我的?)?(?:一[个個位])?(?:[大小二三]?(?:哥|弟|姐|妹|舅|叔|姑|姨){1,2}|表[哥弟姐妹]|堂[哥弟姐妹]|姐夫|妹夫|嫂子|爸爸?|妈妈?|媽媽?|父亲|母亲|父親|母親|"
    r"儿子|女儿|兒子|女兒|老公|老婆|前夫|前妻|前任|前男友|前女友|男朋友|女朋友|朋友|室友|舍友|邻居|鄰居|同学|同學|同事|亲戚|親戚|闺蜜|閨蜜|老乡|老鄉)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Debt:
    """Who owes, in the teller's words; ``whole``: the message is about nothing else, and names the payer."""

    payer: str
    whole: bool


def debt_in(words: str) -> Debt | None:
    """The debt that a text tells of; None if it tells of none, does not name who owes, or tells of a private matter."""
    for pattern in _SAID:
        found = pattern.search(words)
        if found is not None:
            payer = re.sub(r"(?:一直)?拖[着著]?$", "", _LEAD.sub("", found["payer"].strip()))
            if payer.lower() in _PRONOUNS or len(payer) < 2 or _PRIVATE.fullmatch(payer) or _DENIED.search(payer):
                return None
            return Debt(payer, whole=found.start() == 0 and _KIND.fullmatch(payer) is None)
    return None
