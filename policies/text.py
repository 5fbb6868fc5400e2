"""Three scripts in one form: normalising, language detection, tokens for matching, and what a reader sees.

Matching text is NFKC, lower case, Simplified, with spelling variants unified. Chinese becomes character pairs, English
becomes stems; nothing here needs a dictionary of words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from opencc import OpenCC

from policies.patterns import lazy
from policies.types import Language, Words

_VARIANTS = str.maketrans({"帐": "账", "佔": "占", "檯": "台", "〇": "零"})
_HAN = lazy(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_RUN = lazy(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[a-z0-9]+(?:['&.-][a-z0-9]+)*")
_WORD = lazy(r"[A-Za-z]+")
# Signs that are written otherwise than a table of single signs has it: 發布, 首台 but 臺灣, 簽約 but 標籤 and 抽籤.
_SIGNS = ((lazy("賬"), "帳"), (lazy("佈"), "布"), (lazy("臺(?![灣北中南])"), "台"),
          (lazy("(?<![標書抽])籤"), "簽"))  # fmt: skip
_TAIWAN = {
    "信息": "資訊", "合同": "合約", "軟件": "軟體", "硬件": "硬體", "網絡": "網路", "質量": "品質",
    "項目": "專案", "知識產權": "智慧財產權",
}  # fmt: skip
_WORDS = lazy("(?!項目標)(?:" + "|".join(_TAIWAN) + ")")  # 幾項目標 are goals, not projects
# Names of offices, registers and industries, and titles, are names: their signs are converted and no word of them.
_NAMES = lazy(
    "《[^》]*》|工業和信息化|經濟和信息化|知識產權局|國家企業信用信息公示系統|全國信用信息共享平台|科技管理信息系統|軟件和信息技術服務業"
)
_QUOTES = str.maketrans("“”‘’", "「」『』")
_STOP_WORDS = """
    a an and any are as at be been but by can could did do does for from get had has have how i if in into is it its
    just may me my no not of on one or our out own say should so some than that the their them then there they this to
    too two up us want was we were what when where which who whom why will with would yes you your s t m re ve ll d
    about after all also am because before being between both down each few he her here him his let like more most much
    only other over same she such through under until very while tell please need help thing way really got going go
    make made many new now old still even ever every last next year
"""
_STOP = frozenset(_STOP_WORDS.split())
# Characters that glue sentences together; a pair made of them says nothing about the matter.
_GLUE = frozenset(
    "的了吗呢吧啊呀是我们你他她它这那有没不在和与也就都还要会能可以么什怎个去来到给把被让跟为着过得很想请问"
)


_HALF = lazy("[\ud800-\udfff]")


@lru_cache(maxsize=4)
def _converter(name: str) -> OpenCC:
    return OpenCC(name)


def _whole(text: str) -> str:
    """Half a character (a lone surrogate, as a command holds for arguments that are no UTF-8) reads as U+FFFD."""
    return _HALF.sub("\ufffd", text)


def simplified(text: str) -> str:
    """Traditional characters to Simplified, one for one; other text unchanged, but for halves of characters."""
    return text if text.isascii() else str(_converter("t2s").convert(_whole(text)))


def simplified_in_place(text: str) -> str:
    """The same with each sign in its place: what a phrase would shorten or lengthen is converted sign by sign."""
    plain = simplified(text)
    if len(plain) != len(text):
        plain = "".join(one if len(one := simplified(sign)) == 1 else sign for sign in text)
    return plain


def traditional(text: str) -> str:
    """Simplified text to Traditional as read in Taiwan; for texts nobody wrote in Traditional. Signs are converted, not
    words by a general list (which makes a device of 设备), and then the few words of this field, but not in names."""
    converted = str(_converter("s2tw").convert(_whole(text)))
    for sign, ours in _SIGNS:
        converted = sign.sub(ours, converted)
    pieces, end = [], 0
    for name in _NAMES.finditer(converted):
        pieces += [_worded(converted[end : name.start()]), name[0]]
        end = name.end()
    return "".join([*pieces, _worded(converted[end:])])


def _worded(converted: str) -> str:
    return _WORDS.sub(lambda found: _TAIWAN[found[0]], converted)


def normalise(text: str) -> str:
    """The form that everything is matched in."""
    return simplified(unicodedata.normalize("NFKC", text)).lower().translate(_VARIANTS)


def language(text: str) -> Language:
    """English, Simplified or Traditional Chinese: which the text mostly is. Undecided Chinese counts as Simplified."""
    han = _HAN.findall(text)
    if len(han) < max(1, len(_WORD.findall(text)) // 2):
        return "en"
    joined = "".join(han)
    to_simple, to_complex = simplified(joined), str(_converter("s2t").convert(joined))
    complex_signs = sum(a != b for a, b in zip(joined, to_simple, strict=True)) if len(to_simple) == len(joined) else 0
    simple_signs = sum(a != b for a, b in zip(joined, to_complex, strict=True)) if len(to_complex) == len(joined) else 0
    return "zh-Hant" if complex_signs > simple_signs else "zh-Hans"


def say(words: Words, reader: Language) -> str:
    """A text in the reader's language; Traditional is converted where nobody wrote it, its quotation marks too."""
    if reader == "en":
        return words.en
    if reader == "zh-Hans":
        return words.zh
    return words.zh_hant if words.zh_hant is not None else _traditional(words.zh)


@lru_cache(maxsize=4096)
def _traditional(text: str) -> str:
    return traditional(text).translate(_QUOTES)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """An English word without its commonest endings: subsidies → subsidi, paying → pay, pledged → pledg."""
    if len(word) <= 3 or not word.isascii() or not word.isalpha():
        return word
    for ending, least in (("ational", 4), ("ization", 3), ("isation", 3), ("ingly", 3), ("ments", 3), ("ment", 4)):
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("es") and len(word) > 4 and word[-3] in "sxz":
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and re.search("[aeiouy]", word[: -len(ending)]):
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    for ending, least in (("ation", 3), ("ion", 4), ("er", 4), ("or", 5), ("ly", 4), ("al", 5), ("ive", 4)):
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            break
    if len(word) > 3:
        word = word.rstrip("e")
    return word[:-1] + "i" if word.endswith("y") and len(word) > 2 else word


def runs(normalised: str) -> list[str]:
    """Chinese runs and English words of a normalised text, in order."""
    return _RUN.findall(normalised)


def is_chinese(run: str) -> bool:
    """Whether a run is one of Chinese signs, and no English word or number."""
    return _HAN.match(run) is not None


def tokens(normalised: str) -> list[str]:
    """What is indexed and searched: stems of English words, pairs of Chinese characters, no filler."""
    found: list[str] = []
    for run in runs(normalised):
        if not is_chinese(run):
            if run not in _STOP and (len(run) > 1 or run.isdigit()):
                found.append(stem(run))
            continue
        found += [run[i : i + 2] for i in range(len(run) - 1) if not (run[i] in _GLUE and run[i + 1] in _GLUE)] or (
            [run] if len(run) == 1 and run not in _GLUE else []
        )
    return found
