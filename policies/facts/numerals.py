"""Numbers as people write them: 1.2亿, 八百万, 四万二, 两个亿, 30w, 500k, 4.5 million, half a million, a dozen.

Works on the normal form (lower case, Simplified). `find` gives numbers without units, left to right, never overlapping.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from policies.patterns import lazy

DIGITS = {
    c: n
    for n, row in enumerate(("零", "一壹", "二两贰俩", "三叁仨", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for c in row
}
STEPS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "廿": 20, "卅": 30}
BIG = {"万": 10**4, "w": 10**4, "亿": 10**8}
_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_BY_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {word: number for number, word in enumerate(_TO_NINETEEN.split())}
TENS = {word: 10 * number for number, word in enumerate(_BY_TENS.split(), 2)} | {"fourty": 40}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "grand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mil": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "milion": 10**6,
    "millions": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "wan": 10**4,
    "yi": 10**8,
}

_ZH = "零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟廿卅"
_ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,6})?|\d{1,40}(?:\.\d{1,6})?"
_POWER = lazy(r"(?P<base>\d{1,3}(?:\.\d{1,6})?)(?:e\+?|\s?\^\s?|\s?\*\*\s?|的)(?P<power>\d{1,2})(?:次方|(?![\da-z]))")
_HAN = lazy(
    rf"(?:{_ARABIC}|[{_ZH}]|个把|半(?=个?[万亿]))"
    rf"(?:[{_ZH}多来余几点.万亿]|\d|(?<=\d),(?=\d{{3}}(?!\d))|个(?=半?[万亿])|半(?=[万亿])|w(?![a-z0-9])|"
    rf"(?<=[万亿])半|\s(?=[万亿])){{0,24}}"
)
_MIXED = lazy(
    rf"(?P<num>{_ARABIC})(?:\s?-?\s?(?P<scale>hundred|thousand|grand|million|millions|milion|billion|trillion|mln|mil|"
    r"mio|bn|mn|wan|yi|k|m|b)(?![a-z]))?"
)
_ENGLISH_WORD = "|".join(
    sorted(
        [*WORDS, *TENS, "dozen", "hundred", "thousand", "million", "billion", "trillion", "half"], key=len, reverse=True
    )
)
_ENGLISH = lazy(
    rf"(?<![a-z])(?:an? (?=(?:dozen|hundred|thousand|million|billion|trillion)))?(?:{_ENGLISH_WORD})"
    rf"(?:(?:-|\s(?:and\s)?(?:an?\s)?)(?:{_ENGLISH_WORD}))*(?![a-z])"
)
_ONES = "零一二两三四五六七八九壹贰叁肆伍陆柒捌玖"
_PAIR = lazy(
    rf"(?<![{_ONES}点\d])(?:一两|一二(?=[十百千万])|[两二]三|三四|三五|四五|五六|六七|七八|八九)(?![{_ONES}点])"
)
"""Two neighbours for one number: 四五个 is four or five, 三四十 between thirty and forty."""
_ANY = lazy(
    rf"[{_ZH}]|\d|个把|半(?=个?[万亿])|"
    rf"(?<![a-z])(?:an? (?=dozen|hundred|thousand|million|billion|trillion))?(?:{_ENGLISH_WORD})(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class Number:
    """`value` with its place. `vague` says that the writer put 多, 几 or 余 inside: a bound, not a figure."""

    value: Decimal
    start: int
    end: int
    vague: bool = False


def pair(word: str) -> tuple[Decimal, Decimal] | None:
    """The two numbers between which a numeral with two neighbouring digits lies: 七八千万; None for any other."""
    both = _PAIR.search(word)
    if both is None:
        return None
    head, tail = word[: both.start()], word[both.end() :]
    low, high = (chinese(head + digit + tail) for digit in both[0])
    return None if low is None or high is None else (low, high)


def chinese(word: str) -> Decimal | None:
    """Value of a Chinese or mixed numeral such as 三千六百万, 1.2亿, 四万二, 二零一七, 3千5; None if it is not one, or
    stands for two (四五)."""
    if _PAIR.search(word):
        return None
    word = word.replace("个把", "1").replace("个", "").replace(" ", "")
    return _sum("0.5" + word[1:] if word.startswith("半") else word)


def _sum(word: str) -> Decimal | None:
    """Adds up a numeral's parts by its big units 亿 and 万; a bare last digit is a tenth of the unit before."""
    for unit in ("亿", "万", "w"):
        head, found, tail = word.partition(unit)
        if not found:
            continue
        size = Decimal(BIG[unit])
        if tail[:1] in ("万", "亿", "w"):  # 万亿
            size *= BIG[tail[0]]
            tail = tail[1:]
        plus = Decimal(0)
        if head.endswith("半"):
            head, plus = head[:-1], Decimal("0.5")
        left = _small(head) if head else Decimal(1)
        if left is None:
            return None
        left += plus
        if tail == "半":
            return (left + Decimal("0.5")) * size
        if len(tail) == 1 and (digit := _digit(tail)) is not None:
            return left * size + digit * size / 10
        right = _sum(tail) if tail else Decimal(0)
        return None if right is None else left * size + right
    return _small(word)


def _digit(char: str) -> int | None:
    return int(char) if char.isascii() and char.isdigit() else DIGITS.get(char)


def _small(word: str) -> Decimal | None:
    """A numeral below 万: 三千六百, 五十五, 一千二, 3千5百, 二零一七, 12.5, 三点八五."""
    plain = word.replace(",", "").replace("，", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return Decimal(plain)
    whole, point, fraction = plain.partition("点")
    if point:
        digits = [_digit(c) for c in fraction]
        left = _small(whole)
        if left is None or not digits or any(d is None for d in digits):
            return None
        return left + Decimal("0." + "".join(str(d) for d in digits))
    total, last, current, digits_only = Decimal(0), Decimal(10), None, ""
    for part in re.findall(r"\d+(?:\.\d+)?|.", plain):
        if part in ("廿", "卅"):
            total += STEPS[part]
        elif part in STEPS:
            last = Decimal(STEPS[part])
            total += (Decimal(1) if current is None else current) * last
            current, digits_only = None, ""
        elif part[0].isdigit() or part in DIGITS:
            digits_only += str(DIGITS.get(part, part))
            current = Decimal(digits_only)
            if part == "零":
                last = Decimal(10)
        else:
            return None
    if current is None:
        return total
    shorthand = total > 0 and last >= 100 and len(digits_only) == 1 and "零" not in plain[-2:]
    return total + current * (last / 10 if shorthand else 1)


def english(word: str) -> Decimal | None:
    """Value of English number words: thirty-eight, two hundred and ten, half a million, a dozen."""
    parts = [t for t in re.split(r"[\s-]+", word) if t not in ("a", "an")]
    total, group, seen = Decimal(0), Decimal(0), False
    for index, word_ in enumerate(parts):
        if word_ == "and":
            continue
        if word_ == "half":
            group += Decimal("0.5")
        elif word_ in WORDS or word_ in TENS:
            value = WORDS.get(word_, TENS.get(word_, 0))
            before = parts[index - 1] if index else ""
            if before in WORDS or (before in TENS and value >= 10):
                return None  # "two ten": two numbers, not one
            group += value
        elif word_ in ("hundred", "dozen"):
            group = (group or Decimal(1)) * SCALES[word_]
        elif word_ in SCALES:
            total += (group or Decimal(1)) * SCALES[word_]
            group = Decimal(0)
        else:
            return None
        seen = True
    return total + group if seen else None


def find(text: str) -> Iterator[Number]:
    """Numbers of the normal form, left to right."""
    place = 0
    while found := _ANY.search(text, place):
        number = _at(text, found.start())
        if number is None:
            place = found.end()
            continue
        yield number
        place = number.end


def _at(text: str, start: int) -> Number | None:
    if text[start].isascii() and not text[start].isdigit():
        match = _ENGLISH.match(text, start)
        if match is None:
            return None
        value = english(match[0])
        if value is None and (both := re.fullmatch(r"([a-z]+)-([a-z]+)", match[0])):
            low = english(both[1])  # "four-five people"
            return None if low is None else Number(low, start, match.end(), True)
        if match[0] == "half" or value is None:
            return None
        return Number(value, start, match.end())
    if (power := _POWER.match(text, start)) and ("的" not in power[0] or power[0].endswith("次方")):
        base = Decimal(power["base"])
        scientific = "e" in power[0]
        value = base * Decimal(10) ** int(power["power"]) if scientific else base ** int(power["power"])
        return Number(value, start, power.end())
    han = _HAN.match(text, start)
    mixed = _MIXED.match(text, start)
    if han is not None and (mixed is None or han.end() > mixed.end()):
        return _han(han[0], start, text)
    if mixed is None or mixed["num"] is None:
        return None
    value = Decimal(mixed["num"].replace(",", "").replace("，", ""))
    return Number(value * SCALES.get(mixed["scale"] or "", 1), start, mixed.end())


_TWO_FIGURES = lazy(r"[万亿][一二两三四五六七八九]$")
_COUNTED = lazy(r"\s?(?:个|天|年|月|周|星期|人|名|位|家|次|件|项|成|倍|分)")
_ONE_AND_ALL = lazy(r"(?:直|共|起|并|笔|齐|道|同|般|律|概|旦|边|面|下子|口气|手)")
"""What makes an adverb of 一: 担保费12万一直没报."""


def _han(word: str, start: int, text: str) -> Number | None:
    """Trims what a numeral cannot end with, and reads 多 / 来 / 余 / 几 as vagueness."""
    if _TWO_FIGURES.search(word) and _COUNTED.match(text, start + len(word)):
        word = word[:-1]  # 欠80万三个月: a sum and a time
    elif word[-1:] == "一" and len(word) > 1 and _ONE_AND_ALL.match(text, start + len(word)):
        word = word[:-1]
    word = word.rstrip(".点")
    while word and word[-1] in "来个多余几" and len(word) > 1:
        word = word[:-1].rstrip(".点")
    bare = re.sub(r"[多余几来]", "", word)
    both = pair(bare)
    vague = bool(re.search(r"[多余几]", word) or both or word.startswith("百八十"))
    value = both[0] if both else chinese(bare)
    while value is None and len(bare) > 1:  # "3.4.5" or a broken tail: take the longest readable head
        bare = bare[:-1]
        word = word[: len(word) - 1]
        value = chinese(bare)
    return None if value is None or not word else Number(value, start, start + len(word), vague)
