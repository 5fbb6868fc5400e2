"""The closed list of places as a look-up: every name to the codes it may mean, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from policies.facts.vocabulary import alternatives, load
from policies.patterns import lazy


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`names`: word → codes it may mean. `zh` and `en` spell a code's own last part. `free`: may stand alone.

    `everyday`: Chinese names that are words of everyday language as well, places only behind their own city (`bound`).
    """

    zh: dict[str, str]
    en: dict[str, str]
    names: dict[str, tuple[str, ...]]
    free: frozenset[str]
    pattern: re.Pattern[str]
    spellings: tuple[str, ...]
    everyday: dict[str, tuple[str, ...]]
    bound: re.Pattern[str]


# What a name of a place names together with the words behind it: 北京银行, 昆山路, "the Ningxia contest".
NOT_PLACE_ZH = lazy(
    r"(?:省|市|区|县)?(?:第?[一二三四五六]?(?:人民|中心|中医)?医院|[一二三四五六]?(?:中学|"
    r"小学|中(?![小型药医文式餐西草央]))|教育局|住建局|水务|财政局|城投|交投|地铁|[\u4e00-\u9fff]{1,4}局(?!部))|"
    r"银行|大学|学院|证券|保险|路(?!过)|街|大道|大赛|挑战赛|话|菜|人民?(?!币|工|造|力)|"
    r"口味|杯|奖|名单|榜|山(?!庄|药|区)|属(?:的|国)|那场|的?比赛|的?产学研|市场(?!监)|客户|买家|客人|的客户|那边|"
    r"分公司|办事处|分行|支行|"
    r"一家银行|供应商|政府|科技厅|财政|法院|仓库|海关|时间|港口|总部的客户|的(?:买家|"
    r"客人|银行|大厂|甲方)|某|那个|天使|创新|人才|双创|领军|"
    r"帆|市(?=政府|财政|科技局)|区(?=教育局|住建局)|方言|啤酒|白酒|米粉|拉面|烤鸭"
)
NOT_PLACE_EN = lazy(
    r"(?:'s)?(?: own)?\s?(?:(?:county|city|district|municipal|provincial|people's|no\.? ?\d)\s){0,2}(?:schools?|"
    r"hospital|bureau|water|metro|council|authority|treasury|education|housing|"
    r"(?:savings |rural |commercial |credit )?(?:bank|union)|university|warehouse|market|customers?|clients?|"
    r"buyers?|suppliers?|"
    r"innovation|talents?|programme|contest|competition|stock exchange|government|office|branch|"
    r"beer|dialect|time|airport|railway|court|investors?|funds?|science|department|counter|ones?|exchange|"
    r"development(?! zone)|demonstration|model (?:base|place)|(?:(?!head )[\w-]+ )?(?:bureau|office)|sub-branch|"
    r"park|angels?|level|purse|list|"
    r"institutes?|laborator(?:y|ies)|labs?|college|group|giant|consultants?|board|bourse|brokers?|advisers?|"
    r"insurers?|lenders?|"
    r"trust|expo|stage|(?:\w+ )?committee|development group|top (?:ten|100)|(?:street|road)(?! \w+ers)|"
    r"(?:[\w-]+ ){0,2}(?:challenge|contest|competition|association))(?![a-z])"
)
THEIR_FIRM_ZH = lazy(
    r"(?:(?:的|那|一|某|几|两|家|个|本区|驻区|本地|当地|这边|那边){0,5}[^,。;在的注我从给向用是没这]{0,6}?(?:银行|"
    r"农商行|支行|分行|[工建农中招交]行|信用社|"
    r"信托|小贷公司|典当行|研究[所院]|院所|实验室|大学|医科大|集团|上市公司|总代理|代理商|经销商|评估[所行]|大厂|"
    r"巨企)|"
    r"(?:那|某|一)(?:家|个)[^,。;]{0,8}的?(?:集团|大厂|客户|公司出|基金)|"
    r"的?[^,。;]{0,6}(?:朋友|同学|亲戚|同行)|(?:人|商人|老板)(?:独资|投资)|"
    r"(?:的|区|市|省|第?[一二三四五六七八九十\d]+届|科技|创新|创业){0,4}(?:大赛|挑战赛|创赛|赛场)|"
    r"(?:的|证券|股票){0,2}(?:交易所|上市|挂牌|主板|创业板)|管委会|发展集团|十大|(?:的|区){0,2}(?:私个协|私营|"
    r"民营)|驻区|"
    r"认定|认过|发的|核定|的?合作行|(?:园|区|去年|前年|今年|正|也|都|没有?|曾经?){0,4}(?:授|给(?:我们|过)|颁|发过|"
    r"认定|准备|打算|没给)|的?(?:创业创新|也没有|钱))"
)
"""Behind a place: somebody else's house, a contest, an exchange, a committee and what it recognises."""

_SUFFIX = lazy(
    r"(?:特别行政区|维吾尔自治区|回族自治区|壮族自治区|自治区|省|地区|林区|特区|"
    r"新区|盟|市|区|县|旗)$"
)
_ETHNIC = lazy(
    r"(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|"
    r"傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|"
    r"撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|"
    r"鄂温克|德昂|保安|裕固|独龙|鄂伦春)族?|各族){0,3}自治[州县旗]$"
)


def short(name: str) -> str:
    """银川市 → 银川, 大理白族自治州 → 大理; two characters at least remain."""
    for pattern in (_ETHNIC, _SUFFIX):
        cut = pattern.sub("", name)
        if cut != name and len(cut) >= 2:
            return cut
    return name


class _Book:
    """The list as it is read: names to codes, codes to names."""

    def __init__(self) -> None:
        self.zh: dict[str, str] = {}
        self.en: dict[str, str] = {}
        self.names: dict[str, list[str]] = {}
        self.free: set[str] = set()

    def add(self, code: str, chinese: str, english: str, alone: bool) -> None:
        self.zh[code], self.en[code] = chinese, english
        if alone:
            self.free.add(code)
        for word in {chinese, short(chinese), english.lower(), english.lower().replace("'", "").replace(" ", "")}:
            self.name(word, code)

    def name(self, word: str, code: str) -> None:
        codes = self.names.setdefault(word, [])
        if code not in codes:
            codes.append(code)


@cache
def gazetteer() -> Gazetteer:
    """The shipped list, read once."""
    raw = load("places.yaml")
    book = _read(raw)
    kept = {w: tuple(c) for w, c in book.names.items() if len(w) > 1 and w not in raw["never"]}
    chinese_words = sorted((w for w in kept if not w.isascii()), key=len, reverse=True)
    english_words = sorted((w for w in kept if w.isascii() and len(w) > 2), key=len, reverse=True)
    pattern = lazy(
        "(?P<zh>"
        + alternatives(chinese_words)
        + r")|(?<![a-z])(?P<en>[a-z][a-z']{2,18}(?:\s(?:mongolia|industrial park|new district|street))?)(?![a-z])"
    )
    everyday = {w: tuple(c) for w, c in book.names.items() if w in raw["never"] and not w.isascii() and len(w) > 1}
    bound = lazy(rf"[省市]?({alternatives(sorted(everyday, key=len, reverse=True))})[区县]?")
    spell = tuple(w for w in english_words if len(w) >= 6 and any(c in book.free for c in kept[w]))
    kept = {w: tuple(c for c in codes if not any(c.startswith(f"{o}/") for o in codes)) for w, codes in kept.items()}
    return Gazetteer(book.zh, book.en, kept, frozenset(book.free), pattern, spell, everyday, bound)


def _read(raw: dict[str, Any]) -> _Book:
    """Provinces with their cities and counties, then other names, meanings and English spellings."""
    book = _Book()
    known = set(raw["known"])
    for code, province in raw["provinces"].items():
        book.add(code, province["zh"], province["en"], True)
        for slug, name in _pairs(province.get("direct", "")):
            book.add(f"{code}/{slug}", name, slug.capitalize(), f"{code}/{slug}" in known)
        for slug, line in (province.get("cities") or {}).items():
            city, _, counties = line.partition(" > ")
            book.add(f"{code}/{slug}", city, slug.capitalize(), True)
            for part, name in _pairs(counties):
                place = f"{code}/{slug}/{part}"
                book.add(place, name, part.capitalize(), place in known)
    for code, words in raw["also"].items():
        book.free.add(code)
        book.zh.setdefault(code, words[0])
        book.en.setdefault(code, words[-1])
        for word in words:
            book.name(word.lower(), code)
    for word, code in raw["meant"].items():
        book.names[word] = [code, *[c for c in book.names.get(word, []) if c != code]]
    for code, english in raw["english"].items():
        book.en[code] = english
        book.names.setdefault(english.lower(), []).append(code)
    return book


def _pairs(line: str) -> list[tuple[str, str]]:
    return [(slug, name) for slug, _, name in (part.partition(" ") for part in line.split(", ") if part)]


class Outlands(NamedTuple):
    """Countries and regions outside the mainland: what each name means, and what each is called."""

    codes: Mapping[str, str]
    zh: Mapping[str, str]
    en: Mapping[str, str]


@cache
def outlands() -> Outlands:
    """The shipped list, read once."""
    raw = load("abroad.yaml")
    codes = {
        name: code
        for code, one in raw.items()
        for name in (one["zh"], one["en"].lower(), *map(str.strip, one["names"].split("|")))
    }
    return Outlands(codes, {c: one["zh"] for c, one in raw.items()}, {c: one["en"] for c, one in raw.items()})


def label(code: str, language: str = "zh-Hans") -> str | None:
    """Name of a place in the reader's language (Simplified for zh-Hant: the caller converts), None if unknown."""
    if code in outlands().zh:
        return (outlands().en if language == "en" else outlands().zh)[code]
    return (gazetteer().en if language == "en" else gazetteer().zh).get(code)


def known(code: str) -> bool:
    return code in gazetteer().zh or code in outlands().zh
