"""Whether a message only states something about the enterprise: 我们搬到石嘴山了, "actually we are 90 people". Pure.

Such a message changes what is known and leaves the matter asked about as it is; any other begins a matter of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from policies.advise import LONGEST
from policies.text import normalise

_MARK = re.compile(
    r"搬(?:到|去|至|迁)|迁(?:到|至|往)|改(?:成|为|到)|更正|更新|纠正|修正|订正|其实|实际上?|现在|目前|如今|变成|[增减升降涨加]到|"
    r"增加到|减少到|(?:而)?不是|不对|弄错|搞错|说错|记错|写错|打错|应该?(?:是|为)|最新|准确|今年起|刚刚?|"
    r"^\s*(?:no|nope|wrong)\b|"
    r"\b(?:now|actually|correct(?:ed|ion)?|updated?|moved|relocated|changed|in fact|no longer|meanwhile|gr[eo]wn? to|"
    r"instead|should be|rather|make that|i meant?|we meant|sorry|in the meantime|ha(?:s|ve) become|currently|today)\b"
)
_ASKS = re.compile(
    r"[?？]|[吗呢么]\s*[。.]?\s*$|想|需要|求|要(?!求)|怎么|如何|哪|什么|多少|多[高大久远长重]|到底|究竟|有没有|能不能|可不可以|可以|请问|帮|补贴|补助|政策|申请|缺钱|"
    r"\b(?:need|want|look(?:ing)? for|would like|seek(?:ing)?|how|what|which|where|who|why|can|could|may|is there|"
    r"are there|help|support|subsid\w*|grants?|appl\w+|polic\w+|owes?|owed)\b"
)
_WORD = re.compile(r"[a-z0-9]+(?:[.,'][a-z0-9]+)*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LONGEST = 120
_BESIDE_KNOWN, _BESIDE_NEW = 14, 8
"""How much may stand beside the facts: Chinese characters, or twice the English words."""


def only_states(words: str, spans: Iterable[tuple[int, int]], *, restates: bool, themes: Iterable[str]) -> bool:
    """Whether ``words``, whose facts stand at ``spans``, do nothing but state them.

    ``restates``: every fact was known before, so that the words about it are no matter of their own; else they may not
    name a theme (``themes``: normalised words). A marker of change ("now", 其实) allows for more words around.
    """
    if len(words) > _LONGEST or _ASKS.search(normalise(words)):
        return False
    beside = normalise(_without(words, spans))
    if _MARK.search(beside):
        return True
    if not restates and any(theme in beside for theme in themes):
        return False
    return _amount(beside) <= (_BESIDE_KNOWN if restates else _BESIDE_NEW)


def _without(words: str, spans: Iterable[tuple[int, int]]) -> str:
    cut = {place for start, end in spans for place in range(start, end)}
    return "".join(" " if place in cut else character for place, character in enumerate(words))


def _amount(beside: str) -> int:
    return len(_HAN.findall(beside)) + 2 * len(_WORD.findall(beside))


_AGREES = re.compile(
    r"(?:(?:yes|yep|yeah|yup|y|ok|okay|sure|right|correct|exactly|fine|great|good|nice|perfect|thanks|"
    r"thank you|thx|cool|true|(?:all|everything|it|that|this|they|looks|is|are|s|its|thats|all of it|seems|very|much|"
    r"so|a lot|to me)|"
    r"对|是|没错|没问题|正确|都|全|好|可以|嗯|行|谢谢|多谢|你|您|的|了|呀|啊|吧|准确|无误|就是这样|确认)\s*)+"
)
_SAYS_SO = re.compile(
    r"yes|yep|yeah|yup|^y$|ok|sure|right|correct|exact|fine|great|good|nice|perfect|than|thx|cool|true|"
    r"对|是|没|正确|好|可以|嗯|行|谢|准确|确认"
)
_DISAGREES = re.compile(
    r"(?:(?:no|nope|n|not (?:quite|right|correct|all|exactly|really|true)|wrong|incorrect|it|that|this|is|s|its|thats|"
    r"isnt|thats not|not|right|correct|something|one)\s*)+|"
    r"(?:(?:不(?:太|是|全|完全)?对?|没有|否|有|错|误|不正确|不准确|有(?:一[个项处])?(?:错|误|问题)|搞错|弄错|记错|"
    r"的|了|啊|呀|吧|哦)\s*)+"
)
_SAYS_NO = re.compile(r"\bno|^n$|not|wrong|isnt|incorrect|不|否|错|误|有问题|没有")


def agrees(words: str) -> bool | None:
    """Whether words after "Is that right?" are nothing but a yes (thanks are one) or a no; None for any other."""
    line = re.sub(r"[\s,.;:!~、。，！…-]+", " ", normalise(words).replace("'", "").replace("’", "")).strip()
    if len(line) > 60:
        return None
    if _SAYS_NO.search(line) and _DISAGREES.fullmatch(line):
        return False
    return True if _SAYS_SO.search(line) and _AGREES.fullmatch(line) else None


_LABELLED = re.compile(
    r"(?:(?:correct(?:ed|ion)|updated?|actually|now|sorry|更正|改正|修正|更新|其实|实际|应该)(?:一下)?[\s:,.]*)?"
    r"(?:our |the |we have )?(?P<label>[^\d:=]{2,40}?)\s*"
    r"(?:(?:is|are|was|were|should be|=|:|现在|应该?是|改为|改成|变成|是|为|有)\s*)*"
    r"(?P<value>(?:¥|rmb\s?)?\d.{0,24})"
)
_COUNT = re.compile(r"^(?:number of |share of )|(?:数量|总额|金额|人数)$")


def labelled(words: str, labels: Mapping[str, Iterable[str]]) -> tuple[str, str] | None:
    """A figure put behind a fact's name, "corrected: patents 12": the fact, and the words of its value.

    ``labels`` are the names of each fact. A name may be shortened as long as it can be one fact's only.
    """
    found = _LABELLED.fullmatch(normalise(words).strip())
    if found is None:
        return None
    said = found["label"].strip()
    plain = {fact: [normalise(label) for label in listed] for fact, listed in labels.items()}
    names = [fact for fact, listed in plain.items() if any(said in (label, _COUNT.sub("", label)) for label in listed)]
    names = names or [fact for fact, listed in plain.items() if any(_shortens(said, label) for label in listed)]
    return (names[0], found["value"]) if len(names) == 1 else None


def _shortens(said: str, label: str) -> bool:
    """Whether a name is the end of a label, in English in whole words, or in Chinese its beginning."""
    return label.endswith(f" {said}") if said.isascii() else label.startswith(said) or label.endswith(said)


_LATIN = re.compile(r"[a-z\u00c0-\u024f]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_LINK = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|cn|org|net|gov|io)(?:/\S*)?", re.IGNORECASE)


def unreadable(words: str) -> str | None:
    """Why a message cannot be read: "links" alone, no letters nor figures at all ("signs"), or another "alphabet"."""
    words = words[:LONGEST]
    rest = _LINK.sub(" ", words)
    if rest != words and not re.search(r"\w{2}", rest):
        return "links"
    if not re.search(r"\w", words):
        return "signs"
    latin, han = len(_LATIN.findall(rest)), len(_HAN.findall(rest))
    foreign = len(_LETTER.findall(rest)) - latin - han
    return "alphabet" if foreign > latin + 2 * han else None
