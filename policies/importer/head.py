"""What a document says of itself: title, number, issuer, dates, jurisdiction; each with the words it came from. Pure.

Nothing is guessed: what the text does not say is left open and flagged, and an editor settles it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policies.facts import dates
from policies.importer.figures import level
from policies.importer.places import named
from policies.importer.splitter import Part, title_like
from policies.patterns import lazy
from policies.text import language, simplified


@dataclass(frozen=True, slots=True)
class Said:
    """A value with the words that say it; no words where nothing does."""

    value: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """Proposals for the head of a corpus file. `temporary`: the words that make it a trial (暂行, 试行), if any."""

    title: Said
    number: Said
    issuer: Said
    kind: Said
    published: Said
    since: Said
    until: Said
    temporary: str
    jurisdiction: Said
    chinese: bool


_LONGEST_HEAD = 25  # lines: a notice of eighteen ministries has as many signatures
_DATE = lazy(
    r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[一二]〇?[〇零一二三四五六七八九]{2,3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|"
    r"(?<![\d-])(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|(?<![a-z])(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? "
    r"(?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d\d",
    re.IGNORECASE,
)
_NUMBER = lazy(
    r"[\u4e00-\u9fff]{2,14}\s?[〔\[【(（［]\s?(?:19|20)\d\d\s?[〕\]】)）］]\s?第?\s?\d{1,5}\s?[号號]|[\u4e00-\u9fff]{2,20}令\s?(?:\(第\s?\d+\s?号\)|（第\s?\d+\s?号）|第\s?[\d一二三四五六七八九十百]+\s?[号號])|"
    r"\bNo\.\s?\d{1,5}\s?(?:\[\d{4}\]|\(\d{4}\)|of (?:19|20)\d\d)|[A-Z][A-Za-z]+ \[(?:19|20)\d\d\] (?:No\. ?)?\d{1,5}",
)
_IN_FORCE = (
    lazy(r"(?:自|从|於|于)\s?(?P<date>[^，。,;；\n]{6,16}?)\s?(?:起|开始)?\s?(?:正式)?(?:施行|实施|執行|执行|生效)"),
    lazy(r"(?:施行|实施|生效)(?:日期|时间)\s?[:：为]\s?(?P<date>[^，。,;；\n]{6,16})"),
    lazy(r"(?:into|in) (?:force|effect)(?: as)?(?: of| on| from)? (?P<date>[^;\n]{8,24})", re.I),
    lazy(r"(?:in force|effective|takes? effect)(?: as)? (?:of|on|from) (?P<date>[^;\n]{8,24})", re.I),
)  # fmt: skip
_AT_ONCE = lazy(
    r"(?:自|从)\s?(?:公布|发布|印发|颁布)之日起(?:(?P<days>[三六九]十|\d{1,3})日后)?(?:正式)?(?:施行|实施|执行|生效)|"
    r"(?:from|on|upon) the (?:date|day) of (?:its |their )?(?:promulgation|publication|issuance)", re.I,
)  # fmt: skip
_LATER = {"三十": 30, "六十": 60, "九十": 90}
_UNTIL = (
    lazy(r"(?:有效期|施行|实施|执行|延续|截止)(?:至|到|期至)\s?(?P<date>[^，。,;；\n]{6,16})"),
    lazy(r"(?:至|到)\s?(?P<date>[^，。,;；至到\n]{6,16}?)\s?(?:止|失效|废止)"),
    lazy(r"(?:valid|in force|effective) (?:until|through|till) (?P<date>[^;\n]{8,24})", re.I),
)  # fmt: skip
_YEARS = lazy(
    r"(?:有效期|试行期|施行期|实施期)(?:限)?(?:为|是|:|：)?\s?(?P<years>[一二两三四五六七八九十]|\d{1,2})\s?年|"
    r"valid for (?:a period of )?(?P<en>\w+) years?", re.I,
)  # fmt: skip
_TEMPORARY = lazy(r"暂行|试行|临时|(?<![a-z])(?:interim|provisional|trial|temporary)(?![a-z])", re.I)
_KINDS = (
    ("summary", r"解读|摘要|\bsummary\b|\binterpretation\b"),
    ("regulation", r"条例|\bregulations?\b"), ("law", r"(?<!办)法$|促进法|\blaw\b|\bact\b"),
    ("measure", r"办法|规定|细则|措施|政策$|\bmeasures\b|\brules\b|\bprovisions\b"), ("opinion", r"意见|\bopinions?\b"),
    ("plan", r"规划|计划|方案|行动|\bplan\b|\bprogramme\b"),
    ("notice", r"通知|公告|通告|\bnotice\b|\bcircular\b"),
)  # fmt: skip
_ISSUED = lazy(r"^(?P<issuer>[^《》，。,]{3,40}?)(?:关于|關於|關于)")
_BODY = lazy(
    r"(?:部|委|委员会|局|厅|署|行|政府|办公室|国务院|银保监会|证监会|人民银行|常务委员会|管委会|总局|联合会|院|中心|开发银行)$|"
    r"\b(?:ministry|commission|bureau|department|council|government|administration|committee|office|bank)\b", re.I,
)  # fmt: skip
_NATIONAL = lazy(
    r"国务院|中华人民共和国|全国|中国|国家|工业和信息化部|科学技术部|财政部|银保监|人民银行|商务部|state council|"
    r"ministry of|people's republic|national",
    re.I,
)


def read(part: Part, as_of: dt.date) -> Head:
    """Proposals for one document. `as_of` only bounds what years may be read as."""
    head = _own_head(part)
    units = [unit.text for unit in part.units]
    closing = [line.text for line in part.tail] if len(part.tail) < 12 else []
    last = [line for unit in units[-2:] for line in unit.split("\n")]
    body = "\n".join([*head, *units, *closing])
    title = _title(head)
    issuer = _issuer(head, [*last[-12:], *closing], title)
    published = _published(head, [*last, *closing], as_of)
    since = _since([*reversed(units), *head], published, as_of)
    until = _until([*reversed(units), *head], since, as_of)
    return Head(
        title, _first(_NUMBER, head), issuer, _kind(title), published, since, until,
        _temporary(title, head), _jurisdiction(title, issuer, head), language(body[:4000]) != "en",
    )  # fmt: skip


def _own_head(part: Part) -> list[str]:
    """The lines above the text; of a bulletin, where other pieces stand above, those behind the last wide gap."""
    lines = [line.text for line in part.head if line.text]
    if len(lines) <= _LONGEST_HEAD:
        return lines
    kept: list[str] = []
    blank = 0
    for line in part.head:
        if line.text:
            kept = [] if blank > 1 else kept
            kept.append(line.text)
        blank = 0 if line.text else blank + 1
    return kept or lines


def _title(head: Sequence[str]) -> Said:
    """The document's own title rather than that of the notice which brings it: the last title above the text."""
    titles = [
        line for line in head if title_like(line) and not _NUMBER.search(line) and not re.search(r"[>＞/|]", line)
    ]
    if not titles:
        return Said(head[0][:120], head[0]) if head and len(head[0]) <= 120 else Said()
    own = [line for line in titles if not re.search(r"通知$|^(?:印发|关于印发)|来源|source", line, re.I)]
    found = (own or titles)[-1]
    return Said(re.sub(r"^《([^《》]*)》$", r"\1", found.strip("# *")), found)


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> Said:
    """The last match of the first lines that have one alone; else the first anywhere in the head."""
    alone = [line for line in lines if (found := pattern.search(line)) and len(line) - len(found[0]) <= 30]
    for line in [*reversed(alone), *lines]:
        found = pattern.search(line)
        if found is not None and (line in alone or line is lines[0]):
            return Said(found[0].strip(), line)
    return Said()


def _issuer(head: Sequence[str], closing: Sequence[str], title: Said) -> Said:
    """From the title (某局关于…的通知), else a signature's lines, else the number of an order (国务院令)."""
    for line in (*head, title.words):
        found = _ISSUED.match(simplified(line))
        if found is not None and (_BODY.search(found["issuer"]) or named(found["issuer"])):
            return Said(line[: found.end("issuer")], line)
    for lines in (head, closing):
        signed = [
            line
            for line in lines
            if len(line) <= 60 and _BODY.search(simplified(line)) and not re.search(r"[，。：；,:;]", line)
        ]
        signed = [line for line in signed if not title_like(line) or line.lower().startswith("ministry")]
        if signed:
            return Said(
                "、".join(signed) if any(ord(char) > 0x3000 for char in signed[0]) else "; ".join(signed),
                "\n".join(signed),
            )
    order = next((line for line in head if "国务院令" in line or "國務院令" in line), "")
    if order:
        return Said("国务院", order)
    places = named(title.value or "")
    if places and re.match(r"regulations? of", title.value or "", re.I):
        return Said(places[0].words.en, title.words)
    return Said()


def _kind(title: Said) -> Said:
    for kind, form in _KINDS:
        if re.search(form, level(title.value or ""), re.IGNORECASE):
            return Said(kind, title.words)
    return Said()


def _days(text: str, as_of: dt.date) -> Iterator[tuple[dt.date, str]]:
    """Whole dates written in a text, with their words."""
    flat = level(text)
    for found in _DATE.finditer(flat):
        written = (
            found[0]
            .replace("〇", "零")
            .replace(" 年", "年")
            .replace("年 ", "年")
            .replace(" 月", "月")
            .replace("月 ", "月")
        )
        for moment in dates.find(written, as_of):
            if len(moment.value) == 10:
                yield dt.date.fromisoformat(moment.value), text[found.start() : found.end()]
                break


def _published(head: Sequence[str], closing: Sequence[str], as_of: dt.date) -> Said:
    """The date that stands alone under the title or the signature; of a revised text the latest."""
    for lines, most in ((head, 30), (closing, 6)):
        found = []
        for line in lines:
            for day, words in _days(line, as_of):
                near = 30 if re.search(r"来源|日期|发布|印发|公布|source|date|issued", line, re.I) else most
                if len(line) - len(words) <= near and not re.search(
                    r"施行|实施|生效|失效|截止|有效|force|effect", line
                ):
                    found.append((day, line))
        if found:
            day, line = max(found)
            return Said(day.isoformat(), line)
    return Said()


def _since(texts: Sequence[str], published: Said, as_of: dt.date) -> Said:
    """自2020年9月1日起施行, in force from; 自发布之日起 counts from the day of publication where that is known."""
    for text in texts:
        for pattern in _IN_FORCE:
            for found in pattern.finditer(level(text)):
                day = next(_days(text[found.start("date") : found.end("date")], as_of), None)
                if day is not None:
                    return Said(day[0].isoformat(), _until_date(text, found, day[1]))
    for text in texts:
        at_once = _AT_ONCE.search(level(text))
        if at_once is not None:
            words = text[at_once.start() : at_once.end()]
            if published.value is None:
                return Said(None, words)
            later = _LATER.get(at_once["days"] or "0") or int(at_once["days"] or 0)
            return Said((dt.date.fromisoformat(published.value) + dt.timedelta(later)).isoformat(), words)
    return Said()


def _until_date(text: str, found: re.Match[str], day: str) -> str:
    """The words of a match, to their end or, where they end with a date, to the end of the date."""
    end = found.end() if found.end() > found.end("date") else text.index(day, found.start()) + len(day)
    return text[found.start() : end].strip()


def _until(texts: Sequence[str], since: Said, as_of: dt.date) -> Said:
    """至2025年12月31日, or 有效期三年 counted from the first day in force: the last day that counts."""
    for text in texts:
        for pattern in _UNTIL:
            for found in pattern.finditer(level(text)):
                day = next(_days(text[found.start("date") : found.end("date") + 1], as_of), None)
                if day is not None and (since.value is None or day[0].isoformat() > since.value):
                    return Said(day[0].isoformat(), _until_date(text, found, day[1]))
    for text in texts:
        span = _YEARS.search(level(text))
        if span is None:
            continue
        words = text[span.start() : span.end()]
        years = _count(span["years"] or span["en"])
        if years is None or since.value is None:
            return Said(None, words)
        first = dt.date.fromisoformat(since.value)
        return Said((_years_on(first, years) - dt.timedelta(1)).isoformat(), words)
    return Said()


def _count(word: str) -> int | None:
    words = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "两": 2, "十": 10}
    if word.isdigit():
        return int(word)
    return words.get(
        word, "零一二三四五六七八九".find(word) if len(word) == 1 and word in "一二三四五六七八九" else None
    )


def _years_on(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return dt.date(day.year + years, 3, 1)


def _temporary(title: Said, head: Sequence[str]) -> str:
    """暂行 or 试行 in a title, of the document or of the notice that brings it."""
    for line in (title.value or "", *(line for line in head if title_like(line))):
        found = _TEMPORARY.search(level(line))
        if found is not None:
            return line
    return ""


def _jurisdiction(title: Said, issuer: Said, head: Sequence[str]) -> Said:
    for words in (title.value or "", issuer.value or "", *(line for line in head if title_like(line))):
        places = named(words)
        if places:
            return Said(places[0].code, words)
    for words in (issuer.value or "", title.value or "", *head[:8]):
        if _NATIONAL.search(simplified(words)) and len(words) < 200:
            return Said("CN", words)
    return Said()
