"""What a line of somebody about receivables says: which one, what about it, which amounts, dates and reason. Pure.

``R-0001: confirm 620k, 180k short delivery`` → confirm, R-0001, ¥620,000.00 confirmed, ¥180,000.00 disputed for QTY.
Only what is plainly there is taken; what is missing is asked for, what is unclear raises ``InputError``.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from bot.parse_input import InputError, amount, date

LABEL = re.compile(r"\br\s*-?\s*0*(\d{1,6})(?![\w-])", re.IGNORECASE | re.ASCII)
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_HAN = "[零〇一二两兩三四五六七八九十百千]"
MONEY = re.compile(
    rf"(?:(?:rmb|cny|人民币|人民幣|¥|-)\s*){{0,2}}(?:{_NUMBER}|{_HAN}+(?=[万萬亿億元块塊]))\s*[十百千]?(?:"
    rf"[万萬亿億](?:(?:{_NUMBER}|{_HAN}+)[千百]?[万萬]?)?|thousand|million|mn|bn|[kmw](?![a-z]))?\s*"
    r"(?:元整|元|圆|圓|块钱|塊錢|块|塊|yuan|rmb|cny)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(  # behind a figure: people, things, days or shares, not money
    r"\s*(?:[台臺套件吨噸箱批辆輛根米只隻桶袋条條项項次天日月年期名位家户戶%％‰]|[个個]|人(?![民币幣])|多人|公斤|千克|平方|"
    r"(?:units?|pcs|pieces?|pumps?|sets?|boxes|items?|tons?|tonnes?|kg|days?|months?|years?|percent|per\s+cent|"
    r"people|persons?|staff|employees|workers|hands|shops?|stores?|customers|patents?|"
    r"(?:st|nd|rd|th)?\s*(?:of\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)\b)",
    re.IGNORECASE,
)
_PART_OF_A_NAME = re.compile(r"[a-z0-9]-?$", re.IGNORECASE)  # “invoice LIN-77”, “INV2025-0007”: no sum, and no minus
_REST = r"(?:其余|其餘|剩下|剩余|剩餘|余下|餘下|另外的|the\s+(?:rest|remainder|balance))"
_DATES = re.compile(
    r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号號]?|\d{1,2}\s*月\s*\d{1,2}\s*[日号號]|"
    r"\b\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}\b|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}\b",
    re.IGNORECASE,
)
REASONS: dict[str, tuple[str, ...]] = {
    "QTY": ("qty", "short", "quantity", "missing", "数量", "數量", "少送", "少交", "短缺", "短少", "缺货", "缺貨"),
    "PRI": ("pri", "price", "overcharg", "价格", "價格", "单价", "單價", "多收"),
    "DEL": ("del", "delivery", "not delivered", "未交付", "没到货", "沒到貨", "交货", "交貨", "迟交", "遲交"),
    "PAY": ("pay", "payment term", "not due", "付款条件", "付款條件", "未到期", "账期", "帳期"),
    "REF": ("ref", "reference", "order number", "invoice number", "单号", "單號", "票号", "票號", "抬头", "抬頭"),
    "UNR": ("unr", "unrecognised", "unrecognized", "not ours", "查无", "查無", "不认识", "不認識", "没有这笔"),
    "QUA": ("qua", "quality", "defect", "broken", "质量", "質量", "品質", "不合格", "损坏", "損壞"),
    "OTH": ("oth", "other", "其他", "其它"),
}  # fmt: skip
_LEADING = re.compile(
    r"^[\s:：,，;；.。-]+(?:(?:query|question|answer|reply|有?疑问|有?疑問|询问|詢問|答复|答覆|回复|回覆)[\s:：,，]+)?|"
    r"^(?:query|question|answer|reply|询问|詢問|答复|答覆|回复|回覆)[\s:：,，]+",
    re.IGNORECASE,
)
_DECIDING = ("reject", "confirm", "dispute")  # “confirm 620k, reject 180k” is a confirmation: what stands first counts
_ASKED = re.compile(r"\bask\b.{1,60}?\bto\s+confirm\b|(?:让|讓|叫|要求|请|請)[^,，。;；]{2,30}?(?:确权|確權|确认|確認)")
_VERBS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("withdraw", ("withdraw", "撤回", "撤销", "撤銷")),
    ("approve", ("approve", "批准", "同意", "通过", "通過")),
    ("acknowledge", ("acknowledge", "收悉")),
    ("receipt", ("receipt", "回执", "回執", "凭证", "憑證")),
    (
        "deny",
        (
            "deny",
            "not received",
            "not arrived",
            "have not received",
            "没收到",
            "沒收到",
            "没有收到",
            "沒有收到",
            "未收到",
            "没到账",
            "沒到帳",
            "未到账",
            "未到帳",
        ),
    ),
    ("receive", ("received", "收到", "到账", "到帳", "收款")),
    ("request", ("ask to confirm", "request", "请求确权", "請求確權", "请求确认", "請求確認", "申请确权", "申請確權")),
    ("query", ("query", "question", "疑问", "疑問", "询问", "詢問", "请问", "請問")),
    ("answer", ("answer", "reply", "答复", "答覆", "回复", "回覆")),
    ("reject", ("reject", "拒绝", "拒絕", "不认可", "不認可")),
    ("confirm", ("confirm", "确权", "確權", "确认", "確認")),
    ("dispute", ("dispute", "争议", "爭議", "异议", "異議")),
    ("pay", ("paid", "pay ", "付了", "已付", "支付了", "付款", "转了", "轉了", "打款")),
    ("show", ("show", "status", "look up", "查看", "查询", "查詢", "查", "看")),
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line taken apart. ``amounts`` in fen, in their order; ``disputed`` and ``rejected`` are those said to be so."""

    verb: str | None
    number: int | None
    amounts: tuple[int, ...]
    disputed: int | None
    rejected: int | None
    reason: str | None
    on: str | None
    rest: str
    remainder: str | None = None  # what is said of all that is not confirmed: dispute, reject

    @property
    def label(self) -> str | None:
        return None if self.number is None else f"R-{self.number:04d}"


def spoken(text: str, today: dt.date) -> Spoken:
    """Take ``text`` apart. Raises ``InputError`` for an amount or a date that is plainly meant and cannot be taken."""
    line = unicodedata.normalize("NFKC", text)
    found = LABEL.search(line)
    verb = _verb(line)
    bare = LABEL.sub(" ", line)
    day = _DATES.search(bare)
    on = date(day[0], today).isoformat() if day else None
    bare = _DATES.sub(" ", bare)
    amounts, disputed, rejected = _amounts(bare, verb)
    return Spoken(
        verb=verb,
        number=int(found[1]) if found else None,
        amounts=amounts,
        disputed=disputed,
        rejected=rejected,
        reason=reason(bare),
        on=on,
        rest=_rest(text),
        remainder=_remainder(bare, verb) if not disputed and not rejected else None,
    )


def about(text: str, today: dt.date) -> Spoken | None:
    """``spoken`` for free text; None without a receivable's number. What is only read, asked or answered may hold
    figures that make no sense as amounts or dates."""
    found = LABEL.search(unicodedata.normalize("NFKC", text))
    if found is None:
        return None
    try:
        return spoken(text, today)
    except InputError:
        verb = _verb(text)
        if verb not in (None, "query", "answer", "show"):
            raise
        return Spoken(verb, int(found[1]), (), None, None, None, None, _rest(text))


def reason(text: str) -> str | None:
    """The dispute reason that words point to, or None."""
    words = text.lower()
    for code, signs in REASONS.items():
        if any(re.search(rf"\b{re.escape(sign)}", words) if sign.isascii() else sign in words for sign in signs):
            return code
    return None


def _verb(line: str) -> str | None:
    words = f"{line.lower()} "
    if _ASKED.search(words):
        return "request"
    found = {verb: place for verb, signs in _VERBS if (place := _place(words, signs)) is not None}
    deciding = [verb for verb in _DECIDING if verb in found]
    verb = next(iter(found), None)
    if verb in (None, "show") and re.search(r"(?<![应應未欠])付\s*\d", words):
        return "pay"
    return min(deciding, key=lambda each: found[each]) if verb in deciding else verb


def _place(words: str, signs: tuple[str, ...]) -> int | None:
    """Where the first of ``signs`` stands."""
    places = (
        found.start()
        for sign in signs
        if (found := re.search((r"\b" if sign.isascii() else "") + re.escape(sign), words))
    )
    return min(places, default=None)


def _amounts(bare: str, verb: str | None) -> tuple[tuple[int, ...], int | None, int | None]:
    """Amounts clause by clause: one that stands with words of dispute or rejection belongs to them."""
    plain: list[int] = []
    disputed: int | None = None
    rejected: int | None = None
    for clause in re.split(r",(?!\d{3})|[;，；。、\n]|\band\b", bare):
        for found in MONEY.finditer(clause):
            if not re.search(r"\d|[万萬亿億元块塊]", found[0]) or _counts(found, clause):
                continue
            fen = amount(found[0])
            own = _verb(clause) if verb == "confirm" else None
            if verb == "confirm" and own != "confirm" and plain and own == "reject":
                rejected = (rejected or 0) + fen
            elif verb == "confirm" and plain and own != "confirm" and (own == "dispute" or reason(clause)):
                disputed = (disputed or 0) + fen
            else:
                plain.append(fen)
    return tuple(plain), disputed, rejected


def _counts(found: re.Match[str], clause: str) -> bool:
    """Whether a figure is of things rather than of money: 30台, “180 units”."""
    if re.search(r"[元圆圓块塊¥]|rmb|cny|yuan|人民", found[0], re.IGNORECASE):
        return False
    figure = found.start() + len(found[0]) - len(found[0].lstrip("-"))
    if _PART_OF_A_NAME.search(clause, 0, figure):
        return True
    return _COUNTED.match(clause, found.end()) is not None


def _remainder(bare: str, verb: str | None) -> str | None:
    """“confirm 620k, the rest is disputed” → dispute."""
    said = re.search(_REST + r"[^,，;；。]*", bare, re.IGNORECASE)
    own = _verb(said[0]) if verb == "confirm" and said else None
    return own if own in ("dispute", "reject") else None


def _rest(text: str) -> str:
    """What is left for a person to read: the words without the number and a leading “question:” or “answer:”."""
    return _LEADING.sub("", LABEL.sub(" ", text, count=1)).strip()


def suspicious(text: str) -> tuple[str, int, int] | None:
    """An amount such as ``80000万``, its unit perhaps written twice: (the words, what it says, what may be meant)."""
    found = re.search(r"(?<!\d)(\d{5,})\s*[万萬]\s*元?", unicodedata.normalize("NFKC", text))
    if not found:
        return None
    try:
        return found[0], amount(found[0]), amount(found[1])
    except InputError:
        return None


def without_amount(text: str) -> str:
    """``text`` without its amounts: what is left of “Helan Water 800k” is a name."""
    return re.sub(r"\s+", " ", MONEY.sub(" ", text)).strip(" ,，")
