"""Money, dates, instants, percentages, numbers and lists, as the reader writes them.

Money comes in as integer fen, dates as ``datetime.date`` or ISO text, instants as milliseconds UTC; they are read in
Asia/Shanghai, which has kept UTC+8 without summer time since 1991.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from bot.texts import Html, escape, say

SHANGHAI = dt.timezone(dt.timedelta(hours=8), "Asia/Shanghai")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_WAN_FEN = 10**6
_YI_FEN = 10**10
_MINUTE_MS = 60_000


def money(fen: int) -> str:
    """``62000000`` → ``¥620,000.00``: exact, the same in every language."""
    sign = "-" if fen < 0 else ""
    return f"{sign}¥{abs(fen) // 100:,}.{abs(fen) % 100:02d}"


def money_talk(language: str, fen: int) -> str:
    """Money in talk: ``80万元``, ``0.8m``. Never rounded: what needs more than four decimals is exact money."""
    for unit, name in _units(language, fen):
        if fen % (unit // 10**4) == 0:
            return f"{_plain(Decimal(fen) / unit)}{name}"
    return money(fen)


def _units(language: str, fen: int) -> list[tuple[int, str]]:
    if language == "en":
        units = [(10**11, "bn"), (10**8, "m"), (10**5, "k")]
        floor = {"bn": 10**11, "m": 10**7, "k": 10**5}
    else:
        wan, yi = ("万元", "亿元") if language == "zh-Hans" else ("萬元", "億元")
        units = [(_YI_FEN, yi), (_WAN_FEN, wan)]
        floor = {yi: _YI_FEN, wan: _WAN_FEN}
    return [(unit, name) for unit, name in units if fen >= floor[name]][:1]


def date(language: str, day: dt.date | str) -> str:
    """``22 Nov 2026``, ``2026年11月22日``."""
    if isinstance(day, str):
        day = dt.date.fromisoformat(day)
    if language == "en":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


def shanghai(at_ms: int) -> dt.datetime:
    """The instant as the clock on a wall in Shanghai shows it."""
    return dt.datetime.fromtimestamp(at_ms // 1000, SHANGHAI)


def instant(language: str, at_ms: int) -> str:
    """``22 Nov 2026, 10:00``, ``2026年11月22日10:00``: Shanghai time."""
    at = shanghai(at_ms)
    between = ", " if language == "en" else ""
    return f"{date(language, at.date())}{between}{at:%H:%M}"


def time_of_day(at_ms: int) -> str:
    """``10:00``, Shanghai time."""
    return f"{shanghai(at_ms):%H:%M}"


def percent(ppm: int, places: int = 0) -> str:
    """Parts per million as a percentage: ``42000`` → ``4.2%``; ``percent(30000, 2)`` → ``3.00%``."""
    value = Decimal(ppm) / 10_000
    shown = _plain(value)
    missing = places - (len(shown.partition(".")[2]))
    if missing > 0:
        shown = f"{value:.{places}f}"
    return f"{shown}%"


def number(value: int) -> str:
    """``12310`` → ``12,310``."""
    return f"{value:,}"


def listing(language: str, items: Iterable[str], *, either: bool = False) -> Html:
    """``a, b and c``; ``a、b和c``; with "or" where ``either``. Items are escaped unless they are Html."""
    parts = [escape(item) for item in items]
    if len(parts) < 2:
        return Html("".join(parts))
    comma = ", " if language == "en" else "、"
    first = Html(comma.join(parts[:-1]))
    if either:
        return say(language, "words.or", first=first, last=parts[-1])
    return say(language, "words.and", first=first, last=parts[-1])


def days(language: str, count: int) -> Html:
    """``1 day``, ``30 days``, ``30天``."""
    return say(language, "words.days", count=count)


def duration(language: str, ms: int) -> Html:
    """The largest whole unit that says it exactly down to a minute: ``10 minutes``, ``72 hours``, ``7 days``."""
    minutes = max(1, -(-ms // _MINUTE_MS))
    if minutes % (24 * 60) == 0 and minutes > 3 * 24 * 60:
        return say(language, "words.days", count=minutes // (24 * 60))
    if minutes % 60 == 0:
        return say(language, "words.hours", count=minutes // 60)
    return say(language, "words.minutes", count=minutes)


def label(number: int) -> str:
    """``1`` → ``R-0001``: what people call a receivable."""
    return f"R-{number:04d}"


def amount_of(language: str, fen: int) -> str:
    """Exact money, with the way it is said in talk beside it where that is shorter: ``¥800,000,000.00 (8亿元)``."""
    talk = money_talk(language, fen)
    exact = money(fen)
    if talk == exact:
        return exact
    return f"{exact} ({talk})" if language == "en" else f"{exact}（{talk}）"


def language_of(code: str | None) -> str:
    """Telegram's ``language_code``, or what a person types, as one of LANGUAGES; English if neither."""
    tag = (code or "").strip().lower().replace("_", "-")
    if tag in ("繁體", "繁体", "繁體中文", "繁体中文", "中文(繁體)"):
        return "zh-Hant"
    if tag in ("简体", "簡體", "简体中文", "簡體中文", "中文"):
        return "zh-Hans"
    if tag.split("-")[0] not in ("zh", "yue", "cmn"):
        return "en"
    parts = set(tag.split("-"))
    if parts & {"hans", "cn", "sg", "my"}:
        return "zh-Hans"
    return "zh-Hant" if parts & {"hant", "tw", "hk", "mo", "yue"} else "zh-Hans"


def short(text: str, limit: int = 60) -> str:
    """What a user wrote, to be shown back: one line, no control or direction characters, at most ``limit`` long."""
    seen = "".join(" " if character.isspace() else character for character in text if _visible(character))
    line = re.sub(" +", " ", seen).strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _visible(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _plain(value: Decimal) -> str:
    """A decimal without exponent or trailing zeroes, thousands grouped."""
    shown = f"{value:,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
