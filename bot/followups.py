"""What people ask next amid advice: "and in English?", 那保险呢, "why not the second one?", 要什么材料. Pure.

A message is a follow-up only if it is nothing else: every pattern has to fit the whole of it. References to an article
("no. 2", 第二条, an article's id) are taken out first, so that each pattern is written once, with ``@`` in their place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.phrasings import KINDS
from policies.text import normalise

LONGEST = 80
LAST = -1


@dataclass(frozen=True, slots=True)
class Followup:
    """``number`` is the place in the list that was shown, from 1, or ``LAST``; ``article`` an id that was written out.

    ``language`` is asked for by "language", ``subject`` named by "topic", in the writer's words. ``bare``: nothing but
    a figure, which may as well answer a question.
    """

    kind: str
    number: int | None = None
    article: str = ""
    language: str = ""
    subject: str = ""
    bare: bool = False


def recognise(words: str) -> Followup | None:
    """The follow-up that a message is; None if it is anything else."""
    line = _plain(words)
    if not line or len(line) > LONGEST:
        return None
    if found := _language(line):
        return Followup("language", language=found)
    line, numbers, article = _without_references(line)
    number = numbers[0] if len(numbers) == 1 else None
    bare = line == "@" and bool(re.fullmatch(r"[\d\s.#。]+", normalise(words)))
    for kind, patterns in KINDS:
        if any(pattern.fullmatch(line) for pattern in patterns):
            return Followup(kind, number, article, bare=bare)
    subject = "" if numbers or article else _subject(words)
    return Followup("topic", subject=subject) if subject else None


_MARKS = re.compile(r"[\s,;:!?~、。…—\"“”「」()\[\]-]+|\.(?!\d)")
_POLITE = re.compile(
    r"^(?:(?:and|so|ok|okay|well|but|then|hey|hi|please|pls|sorry|hmm|alright|right|great|thanks|could you|can you|"
    r"would you|will you|just|i want to know|do you know|let me know)\s+)+|"
    r"(?:\s+(?:please|pls|then|though|now|thanks|thank you|exactly|actually|anyway|here|ok|for me))+$"
)
_PARTICLES = re.compile(r"^(?:那么?|好的?|嗯|哦|请问|请|麻烦|再|帮我|我想知道|想问一?下?)+|(?:[啊呀吧嘛哦哈]|谢谢)+$")


def _plain(words: str) -> str:
    """The line in the form that patterns are written in: simplified, lower case, no marks, no politeness."""
    line = normalise(words).replace("'", "").replace("’", "")
    line = _IDENTIFIER.sub(lambda found: found[0].replace("-", "\x00"), line)
    line = re.sub(r"\s+", " ", _MARKS.sub(" ", line)).strip().replace("\x00", "-")
    line = re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", line)  # marks between Chinese words
    for pattern in (_POLITE, _PARTICLES):
        line = pattern.sub("", line).strip() or line
    return line


# --- which article -----------------------------------------------------------------------------------

_IDENTIFIER = re.compile(r"(?<![a-z0-9])[a-z]{2,}(?:-[a-z0-9]+)+/[a-z0-9.-]*[a-z0-9](?![a-z0-9])")
_ORDINAL_WORDS = """
    first 1st 一/second 2nd 二 两/third 3rd 三/fourth 4th 四/fifth 5th 五/sixth 6th 六/seventh 7th 七/eighth 8th 八/
    ninth 9th 九/tenth 10th 十
"""
_ORDINALS = {word: number for number, listed in enumerate(_ORDINAL_WORDS.split("/"), 1) for word in listed.split()}
_PLACE = "|".join(sorted((word for word in _ORDINALS if word.isalpha() and word.isascii()), key=len, reverse=True))
_REFERENCE = re.compile(
    rf"(?P<id>{_IDENTIFIER.pattern})|"
    r"(?P<last>(?:the )?last (?:one|article|result|item|policy)|最后(?:一)?(?:条|个|项))|"
    rf"(?:the )?(?P<word>{_PLACE}|\d(?:st|nd|rd|th))(?: (?:one|article|result|item|policy|match))?(?![a-z])|"
    r"第\s?(?P<zh>[一二三四五六七八九十]{1,3}|\d{1,2})\s?(?:条|个|项|款|篇|号|种|份)?(?:政策|规定|条款)?|"
    r"(?P<piece>\d{1,2}|[一二三四五六七八九])\s?(?:号|条(?!件))|"
    r"(?:\bno\.? ?|\bnumber |\bnr\.? ?|\bitem |\barticle |\bpolicy |\bpoint |#)?"
    r"(?<![\d.a-z])(?P<figure>\d{1,2})(?![\d.a-z%])"
)


def _without_references(line: str) -> tuple[str, list[int], str]:
    """The line with ``@`` for every article it refers to; their places; the id of one that is named by its id."""
    numbers: list[int] = []
    article = ""

    def take(found: re.Match[str]) -> str:
        nonlocal article
        if found["id"]:
            article = found["id"]
        elif found["last"]:
            numbers.append(LAST)
        else:
            numbers.append(_number(found["word"] or found["zh"] or found["piece"] or found["figure"]))
        return "@"

    return _REFERENCE.sub(take, line).strip(), numbers, article


def _number(said: str) -> int:
    """ "second", "2nd", 二, 二十三, "2"."""
    if said in _ORDINALS:
        return _ORDINALS[said]
    tens, ten, ones = said.partition("十")
    if ten:
        return 10 * _ORDINALS.get(tens, 1) + _ORDINALS.get(ones, 0)
    return int(re.sub(r"\D", "", said) or 0)


# --- in which language -------------------------------------------------------------------------------

_LANGUAGES = (
    ("en", "english|英文|英语"),
    ("zh-Hant", "traditional(?: chinese)?|正体(?:中文|字)?|繁体(?:中文|字)?"),
    ("zh-Hans", "simplified(?: chinese)?|chinese|mandarin|简体(?:中文|字)?|中文|汉语|普通话"),
)
_SAY_EN = (
    r"(?:(?:(?:can|could|would|will) (?:you|i|we) )?"
    r"(?:say|tell|write|repeat|show|give|put|do|translate|explain|switch|change|have|get|see|read|speak|send|make|answer)"
    r"(?: (?:it|that|this|all|everything|the answer|the same|the list|me|again|once more|once|back|us|over)){0,4} )?"
    r"(?:(?:how|what) about |what is (?:it|this|that) |the same |same |all |again )?"
)
_SAY_ZH = (
    r"(?:能|可以|能不能|可不可以|可否)?(?:请|给我|帮我|麻烦)?(?:把)?(?:它|这个|这些|上面的?|刚才的?)?(?:再)?"
    r"(?:用|换成?|换回|改成?|改用|切换?到?成?|翻译?成|翻成|翻译为|译成|译为|说|讲|写|来个?|转成?|变成?|要|以)"
)
_SAID_ZH = (
    r"(?:再|来|给我|帮我)?(?:说|讲|写|来|发|解释|翻译|回答|回复|显示|介绍|讲解|表达|重复)?"
    r"(?:一遍|一次|一下|下|版)?(?:可以)?[吗么呢]?"
)


def _language(line: str) -> str:
    """The language that a line asks to be answered in; empty if it asks for none."""
    for code, names in _LANGUAGES:
        patterns = (
            rf"{_SAY_EN}(?:in|into|to) (?:{names})(?: version| again| instead| too| once){{0,3}}",
            rf"(?:the )?(?:{names}) version",
            rf"(?:how|what) about (?:{names})",
            rf"(?:{_SAY_ZH})(?:{names}){_SAID_ZH}",
            rf"(?:{names})(?:版本?|怎么说|呢|的呢|版本?的?呢|再?(?:说|讲|来)(?:一遍|一次))[吗么呢]?",
        )
        if any(re.fullmatch(pattern, line) for pattern in patterns):
            return code
    return ""


# --- another subject ---------------------------------------------------------------------------------

_ABOUT = (
    re.compile(r"(?:and |so |ok(?:ay)?,? |but )?(?:what|how) about (?P<subject>[^?.!]{2,40})[?.!\s]*", re.IGNORECASE),
    re.compile(
        r"(?:and |so )?(?:is there |do you have |have you )?(?:anything|something) (?:on|about|for|with|in) "
        r"(?P<subject>[^?.!]{2,40})[?.!\s]*",
        re.IGNORECASE,
    ),
    re.compile(r"and (?:for )?(?P<subject>[a-z][a-z ]{2,30})\?+", re.IGNORECASE),
    re.compile(r"(?:那么?|還有|还有)?(?:说到|關於|关于|至于|至於)?(?P<subject>[^，,。？?！!\s]{1,12}?)(?:这块|這塊|方面)?(?:的)?呢[？?\s]*"),
    re.compile(r"(?:那么?)(?P<subject>[^，,。？?！!\s]{1,12}?)(?:这块|這塊|方面)?(?:有吗|有嗎|有没有|有沒有|怎么样|怎麼樣)[？?\s]*"),
    re.compile(r"(?:关于|關於)?(?P<subject>[^，,。？?！!\s]{1,12}?)方面(?:有吗|有嗎|有没有|有沒有|有什么|有什麼|怎么样|怎麼樣)[？?\s]*"),
)  # fmt: skip
_NOT_SUBJECTS = re.compile(
    r"(?:you|me|us|them|it|him|her|that|this|ones?|we|they|now|then|today|tomorrow|my|our|your|so|if|when|because)\b.*|"
    r"(?:我|你|您|他|她|它|咱|谁|人(?![才力工])|这|那|为什么|怎么|什么|多少|几|哪|如果|要是|现在|以后|然后|后来|正在|还在|钱|老板|早上|"
    r"中午|晚上|今天|明天|昨天).*|.*(?:在|还没|没有|没|正|着)"
)


def _subject(words: str) -> str:
    """What "what about …" or 那…呢 is about, in the writer's words; empty if the message is not of that form."""
    line = words.strip()
    for pattern in _ABOUT:
        found = pattern.fullmatch(line)
        if found is not None:
            subject = re.sub(r"^(?:the|an?|some|any)\s+", "", found["subject"].strip(), flags=re.IGNORECASE)
            return "" if _NOT_SUBJECTS.fullmatch(normalise(subject)) else subject
    return ""
