"""Steps of holding and remedy said in one line: which step is meant, and what the line says of it. Pure.

``offer 500k Desert Bank 14 days`` → offer, ¥500,000.00, to Desert Bank, for 14 days. Only what is plainly there is
taken; what is missing is asked for.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Any

from rapidfuzz import fuzz, utils

from bot import render
from bot.arguments import LABEL, MONEY, Spoken, spoken
from bot.arguments import reason as reason_in
from bot.asking import open_to
from bot.parse_input import date
from bot.scene import Scene
from bot.steps import HOLDING, REMEDY
from bot.texts import LANGUAGES, say
from ledger.types import REMEDY_OUTCOMES

_SIGNS: dict[str, str] = {
    "offer": "offer|borrow against|borrow|finance with|要约|要約|融资|融資|贷款|貸款|保理",
    "accept": "accept|take over|受让|受讓|接受",
    "notice": "notice|notify|通知",
    "lock": "lock|锁定|鎖定",
    "registry": "registry number|registry|登记编号|登記編號|登记号|登記號",
    "account": "repayment account|account|还款账户|還款帳戶|账户|帳戶",
    "pledge": "pledge|质押|質押",
    "finance": "paid out|pay out|payout|drawdown|放款",
    "release": "release|decline|take back|take the offer back|let go|give back|解除|谢绝|謝絕|收回要约|收回要約|"
    "退回债权|退回債權",
    "split": "split|拆分|分拆",
    "reverse": "undo|reverse|撤回收款|撤回答复|撤回答覆",
    "correct": "correct|correction|更正",
    "demand": "demand|催告|催款",
    "accepted": "complaint accepted|accepted|投诉受理|投訴受理|已受理|受理",
    "passed": "complaint passed on|passed on|转交|轉交",
    "received": "complaint received|department received|处理部门收到|處理部門收到|收到投诉|收到投訴",
    "answered": "complaint answered|answered|处理结果|處理結果",
    "complain": "complain|complaint|投诉|投訴",
    "mediate": "mediation|mediate|调解|調解",
    "close": "close|closed|结案|結案",
}
_RELEASES = ("back", "declined", "lock", "pledge", "assignment")
_LABELS = {
    family: sorted(
        (
            *((say(language, f"{family}.button.{each}"), each) for each in steps for language in LANGUAGES),
            *(
                (say(language, f"holding.button.release.{each}"), "release")
                for each in (_RELEASES if family == "holding" else ())
                for language in LANGUAGES
            ),
        ),
        key=lambda pair: -len(pair[0]),
    )
    for family, steps in (("holding", HOLDING), ("remedy", REMEDY))
}
"""What the buttons of each door say: typed behind it, it means the same. Elsewhere a line may begin with such words."""
_ORDER = sorted(
    ((sign, command) for command, signs in _SIGNS.items() for sign in signs.split("|")), key=lambda pair: -len(pair[0])
)
_DAYS = re.compile(r"(?<!\d)(\d{1,2})\s*(?:days?|天|日)(?![\w内內])", re.IGNORECASE)
_RELATIVE = re.compile(r"今天|今日|昨天|昨日|\btoday\b|\byesterday\b", re.IGNORECASE)
_KINDS = {"assignment": r"\bassign|转让|轉讓|受让|受讓|保理", "pledge": r"\bpledge|\bsecurity|质押|質押|担保|擔保"}
_OUTCOMES = {
    "paid": r"\bpaid|已付|付款|付清", "agreed": r"\bagree|一致|和解|谈妥|談妥", "refused": r"\brefus|拒绝|拒絕",
    "withdrawn": r"\bwithdr|撤回|撤诉|撤訴", "other": r"\bother|其他|其它",
}  # fmt: skip
NAMED = 90  # how alike a name within a line must be, of 100
_WORDED = {"registry": "registry", "account": "account"}


def meant(words: str, family: str | None = None) -> tuple[str, str] | None:
    """The step with which a line begins (behind a receivable's number), and what stands behind it; None if with none.

    ``family`` narrows it to ``holding`` or ``remedy``.
    """
    line = re.sub(r"^[\s:：,，.。-]+", "", LABEL.sub(" ", unicodedata.normalize("NFKC", words), count=1))
    of = {"holding": HOLDING, "remedy": REMEDY}
    for sign, command in (*_LABELS.get(family or "", ()), *_ORDER):
        if family is not None and command not in of[family]:
            continue
        found = re.match(re.escape(sign) + (r"(?![a-z])" if sign.isascii() else ""), line, re.IGNORECASE)
        if found is not None:
            return command, line[found.end() :].strip(" :：,，")
    return None


def values(scene: Scene, command: str, rest: str) -> dict[str, Any]:
    """What the draft of ``command`` takes from its line. Raises InputError for what is plainly meant and wrong."""
    if command in _WORDED:  # a number or an account is not read for amounts
        return {_WORDED[command]: render.short(rest, 200)} if rest else {}
    found: dict[str, Any] = {}
    said, day = spoken(rest, dt.date.fromisoformat(scene.today)), _day(scene, rest)
    amounts = list(said.amounts)
    if command == "split":
        return {"parts": amounts} if amounts else {}
    if command == "correct":
        return _totals(said, rest)
    if amounts and command in ("offer", "lock", "pledge", "finance", "demand", "complain"):
        found["amount"] = amounts[0]
    if (on := said.on or day) is not None and command not in ("offer", "lock", "notice", "pledge"):
        found["filed_on" if command == "complain" else "on"] = on
    if command == "offer":
        found |= _offer(scene, rest)
    if command == "close":
        found |= _one_of(_OUTCOMES, "outcome", rest, REMEDY_OUTCOMES)
    return found


def _day(scene: Scene, rest: str) -> str | None:
    """The day that a word such as “yesterday” names."""
    found = _RELATIVE.search(rest)
    return None if found is None else date(found[0].lower(), dt.date.fromisoformat(scene.today)).isoformat()


def _offer(scene: Scene, rest: str) -> dict[str, Any]:
    found = _one_of(_KINDS, "kind", rest, ("assignment", "pledge"))
    if (days := _DAYS.search(rest)) is not None and 1 <= int(days[1]) <= 30:
        found["days"] = int(days[1])
    name = re.sub(r"\s+", " ", MONEY.sub(" ", _DAYS.sub(" ", rest))).strip(" ,，;；")
    scored = {
        each.party: max(
            fuzz.partial_ratio(name, spelled, processor=utils.default_process)
            for spelled in scene.names.spellings(each.party)
        )
        for each in open_to(scene)
        if name
    }
    best = [party for party, score in scored.items() if score >= max(NAMED, *scored.values())]
    if len(best) == 1:
        found["to"] = best[0]
    return found


def _totals(said: Spoken, rest: str) -> dict[str, Any]:
    """``correct 600k, 200k price``: what is confirmed, and what of the rest is disputed for a reason."""
    found: dict[str, Any] = {}
    if said.amounts:
        found["confirmed"] = said.amounts[0]
    code = reason_in(rest)
    if code is not None:
        found["reason"] = code
        if len(said.amounts) == 2:
            found["disputed"] = said.amounts[1]
    return found


def _one_of(signs: dict[str, str], name: str, rest: str, codes: tuple[str, ...]) -> dict[str, Any]:
    hits = [code for code in codes if re.search(signs[code], rest, re.IGNORECASE)]
    return {name: hits[0]} if len(hits) == 1 else {}
