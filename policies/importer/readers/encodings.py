"""Bytes to text: UTF-8 and UTF-16 by their form, GB18030 and Big5 by what the text reads like.

Nearly any bytes are valid in more than one of the Chinese encodings, so validity alone decides nothing: a Big5 page
read as GB18030 is Han characters from end to end, but none of them the common ones. The reading with the larger share
of common characters wins, and where no reading has a fair share, nobody guesses.
"""

from __future__ import annotations

from policies.importer.errors import SourceError
from policies.patterns import lazy

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"),
)  # fmt: skip
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
    "民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日"
    "那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想"
    "已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
    "区强放决西被干做必战先回则任取据处理世车科研企支持金融贷款信用担保险补贴知识权服务市省县创新技术规划条例办法通知政府委员"
    "會國為這個時來們對發動學產種後過說經進著與關實加體機當點從業將應開還無系軍問題黨員資規劃務術補貼險擔貸證區縣設辦"
    "項財稅號實質優際總則環節標準單據構單應負責監督管關協報請審"
)
_HAN = lazy(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_FAIR = 0.25  # common characters make up about half of real text, a few per cent of misread text
_ENGLISH = 0.9  # of a text without Han characters
_SAMPLE = 20_000


def decode(data: bytes, file: str, declared: str | None = None) -> tuple[str, str]:
    """The text and the encoding it was read in. `declared` is what the document says of itself, tried first.

    Raises SourceError: what is no text, and what cannot be told, is not read half.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name, file), name
    if b"\0" in data[:4096]:
        return _wide(data, file)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as fault:
        broken = fault.start
    readings = []
    for name in dict.fromkeys(filter(None, (_known(declared), "gb18030", "big5hkscs", "cp950"))):
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        readings.append((likeness(text), name, text))
    if readings:
        score, name, text = max(readings, key=lambda reading: reading[0])
        if score >= _FAIR:
            return text, name
    if sum(byte < 0x80 for byte in data) > 0.85 * len(data):  # English with a few curly quotes
        return data.decode("cp1252", errors="replace"), "cp1252"
    raise SourceError(
        file, f"the text is in no encoding that fits (not UTF-8 from byte {broken} on, nor GB18030 or Big5)",
        "open it where it reads well and save it as UTF-8, then import that",
    )  # fmt: skip


def likeness(text: str) -> float:
    """Share of common characters among the Han characters of a text; private ones count against it."""
    han = _HAN.findall(text[:_SAMPLE])
    strange = sum(0xE000 <= ord(char) <= 0xF8FF for char in text[:_SAMPLE])
    return sum(char in _COMMON for char in han) / (len(han) + strange) if han else 0.0


def _known(declared: str | None) -> str | None:
    """The encoding that a page names; gb2312 and gbk are read as their superset."""
    name = (declared or "").strip().strip("\"'").lower()
    return "gb18030" if name in ("gb2312", "gbk", "gb18030") else "big5hkscs" if name.startswith("big5") else None


def _strict(data: bytes, name: str, file: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as fault:
        raise SourceError(
            file,
            f"it begins as {name.upper()} and breaks off at byte {fault.start}",
            "get the file again, or save it as UTF-8",
        ) from None


def _wide(data: bytes, file: str) -> tuple[str, str]:
    """UTF-16 without its mark: the byte order in which it reads like text."""
    readings = []
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        plain = sum(char.isascii() and (char.isprintable() or char.isspace()) for char in text) / len(text)
        readings.append((likeness(text) or (plain if plain > _ENGLISH else 0.0), name, text))
    score, name, text = max(readings, default=(0.0, "", ""))
    if score >= _FAIR and "\0" not in text:
        return text, name
    raise SourceError(
        file, "this is no text: it holds zero bytes", "import the PDF, DOCX, HTML, Markdown or text of the document"
    )
