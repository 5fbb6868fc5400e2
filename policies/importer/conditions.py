"""Draft conditions: what an article asks of an enterprise, as far as a fact of the vocabulary and words say so. Pure.

A proposal is no judgement. It carries the words it was read in, and an editor moves it to `conditions`, mends it or
drops it. What is said of somebody else (a bank, a fund, a customer) is proposed like anything else; the words show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from policies.importer.figures import Figure, level, plain
from policies.importer.places import named
from policies.patterns import lazy
from policies.text import simplified
from policies.types import Words
from policies.vocabulary import FactDef

_START = lazy(r"[。；;\n]")
# A sum that is given or charged, not one that an enterprise must have: 年度补助不超过50万元.
_OTHERS = lazy(r"补助|补贴|奖励|资助|贴息|补偿|上限|投资|支持|给予|subsid|reward|grant|compensat")
# The fact that a figure limits: by the words nearest before it in its sentence, and its unit.
_SUBJECTS: tuple[tuple[str, str, str], ...] = (
    ("employees", "people", r"职工|员工|从业人员|人数|employees|staff|headcount|workforce"),
    ("annual_revenue_cny", "cny", r"营业收入|销售收入|营收|年收入|总收入|销售额|revenue|turnover|sales"),
    ("total_assets_cny", "cny", r"资产总额|总资产|total assets"),
    ("net_assets_cny", "cny", r"净资产|net assets"),
    ("age_years", "years", r"成立|设立|注册时间|经营年限|成立时间|established|incorporated|founded|in operation"),
    ("rnd_staff_pct", "pct", r"(?:科技|研发|技术)人员|r&d (?:staff|personnel)|technical (?:staff|personnel)"),
    ("rnd_ratio_pct", "pct", r"研(?:发|究开发)(?:费用|投入|经费|支出)|r&d (?:spending|expenditure|expenses|costs)"),
    ("revenue_growth_pct", "pct", r"(?:收入|营收|销售)[^，,]{0,8}(?:增长|增速|增幅)|(?:revenue|sales) growth"),
    ("profit_growth_pct", "pct", r"利润[^，,]{0,6}(?:增长|增速|增幅)|profit growth"),
    ("patents", "count", r"专利|patents?"),
    ("loan_amount_cny", "cny", r"贷款(?:金额|额度|总额|本金)|单笔贷款|loan (?:amount|of)|loans? not exceeding"),
    ("loan_rate_pct", "pct", r"贷款利率|年利率|loan (?:interest )?rate"),
    ("receivable_overdue_days", "days", r"逾期|拖欠|overdue"),
)  # fmt: skip
# Statements that hold or do not: fact, value, words.
_STANDINGS: tuple[tuple[str, str | bool, str], ...] = (
    ("high_tech_certified", True, r"高新技术企业|high(?:-| and new )tech(?:nology)? enterprises?"),
    ("little_giant", True, r"专精特新[“\"']?小巨人|[“\"']?little giants?"),
    ("tech_sme", True, r"科技型中小(?:微)?企业|technolog(?:y|ical)(?:-based)? smes?"),
    ("legal_person", True, r"(?:具有|具备)?独立法人资格|independent legal person"),
    ("serious_dishonesty", False, r"(?:未|没有|无)[^，。；]{0,8}(?:严重)?失信|no serious (?:dishonesty|breach)"),
    ("loan_overdue", False, r"(?:无|未|没有|不得)[^，。；]{0,6}(?:逾期|欠息)|no overdue"),
)  # fmt: skip
_STAFF = lazy(r"^[^,;.]{0,24}\d+ (?:employees|staff|workers)")
_REGISTERED = lazy(r"(?:注册|登记|纳税|依法设立|住所|registered|incorporated|established|located)")
_BEFORE = (
    ("<=", r"不(?:得)?(?:超过|高于|多于|大于)|最(?:高|多|长)(?:不超过)?|至多|上限(?:为)?|≤|"
           r"(?:no|not) (?:more|higher|later) than|not exceed(?:ing)?|up to|at most|within"),
    (">=", r"不(?:得)?(?:低于|少于|小于)|至少|最低|达到|满|≥|(?:no|not) (?:less|fewer|lower) than|at least"),
    ("<", r"低于|少于|小于|不足|不到|不满|未满|<|less than|fewer than|under|below"),
    (">", r"超过|高于|多于|大于|>|more than|over|above|exceed(?:s|ing)?"),
)  # fmt: skip
_AFTER = (
    (">=", r"\s?(?:\(含\)|及|或)?\s?以上|\s?or more|\s?and above"),
    ("<=", r"\s?(?:\(含\)|及|或)?\s?(?:以下|以内|之内)|\s?or less|\s?or fewer|\s?and below"),
)
_COMPARED = {"<=": ("不超过", "at most"), ">=": ("不低于", "at least"), "<": ("低于", "below"), ">": ("超过", "above")}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A condition as it could stand in the corpus, with the words that it was read in."""

    words: str
    id: str
    label: Words
    when: Mapping[str, Any]

    def as_yaml(self, source: str) -> dict[str, Any]:
        """In the form of docs/corpus.md, to be moved to `conditions`."""
        label = {"zh": self.label.zh, "en": self.label.en}
        return {
            "words": self.words,
            "condition": {"id": self.id, "label": label, "source": source, "when": dict(self.when)},
        }


def propose(text: str, figures: tuple[Figure, ...], facts: Mapping[str, FactDef]) -> tuple[Proposal, ...]:
    """Draft conditions of an article, in order, one a fact and limit; only facts that the vocabulary has."""
    flat = level(text)
    made: dict[str, Proposal] = {}
    for proposal in (*_limits(text, flat, figures, facts), *_standings(text, flat, facts), *_area(text, flat)):
        made.setdefault(f"{proposal.id} {proposal.when}", proposal)
    return tuple(_named_apart(list(made.values())))


def _limits(text: str, flat: str, figures: tuple[Figure, ...], facts: Mapping[str, FactDef]) -> Iterator[Proposal]:
    for figure in figures:
        low = _START.search(flat[: figure.start][::-1])
        start = figure.start - low.start() if low is not None else 0
        lead, op = _compared(flat, start, figure)
        subjects, first = _subjects(flat, start, lead, figure.unit)
        subjects = tuple(fact for fact in subjects if fact in facts)
        if op is None or not subjects:
            continue
        zh, en = _COMPARED[op]
        shown = simplified(re.sub(r"\s", "", figure.words))
        labels = [facts[fact].label for fact in subjects]
        en_label = " or ".join(label.en for label in labels)
        tests = [{"fact": fact, "op": op, "value": _exact(figure.value)} for fact in subjects]
        yield Proposal(
            text[first : figure.end + len(_rest(flat, figure.end))].strip(),
            subjects[0].removesuffix("_cny").removesuffix("_pct").replace("_", "-"),
            Words("或".join(label.zh for label in labels) + zh + shown, f"{en_label}: {en} {_said(figure)}"),
            tests[0] if len(tests) == 1 else {"any": tests},
        )  # fmt: skip


def _rest(flat: str, end: int) -> str:
    """What follows a figure up to the next stop: 以下, 的科技企业."""
    found = re.match(r"[^，,。；;、\n()]{0,20}", flat[end:])
    return found[0] if found is not None else ""


def _compared(flat: str, low: int, figure: Figure) -> tuple[int, str | None]:
    """Where the words before the limit end, and its operator: 不超过 before it, 以下 behind it."""
    for op, form in _BEFORE:
        found = re.search(rf"(?:{form})\s?(?:rmb|人民币|为)?\s?$", flat[low : figure.start])
        if found is not None:
            return low + found.start(), op
    for op, form in _AFTER:
        if re.match(rf"(?:\s?人民币)?(?:{form})", flat[figure.end :]):
            return figure.start, op
    return figure.start, None


def _subjects(flat: str, low: int, lead: int, unit: str) -> tuple[tuple[str, ...], int]:
    """The facts whose words stand last before a figure, among those of its unit, and where their clause begins.

    Two joined by 或 limit either. Of a share the first words are what is measured (科技人员占职工总数的比例), of
    all else the last. What stands behind a comma limits what stands behind it too, unless it names nothing of the kind.
    """
    clause = max(flat.rfind(stop, low, lead) for stop in "，,、") + 1 or low
    for start in dict.fromkeys((clause, low)):
        words = flat[start:lead]
        found = sorted(
            (place.start(), place.end(), fact)
            for fact, measure, form in _SUBJECTS
            if measure == unit
            for place in re.finditer(form, words)
        )
        if not found:
            if unit == "people" and _STAFF.search(flat[lead : lead + 60].split("\n")[0]):
                return ("employees",), start  # no more than 12 employees
            continue
        _, end, fact = found[0] if unit == "pct" else found[-1]
        gap = words[end:]
        if _OTHERS.search(gap) or len(gap) > 24 or (start != clause and "," in gap.replace("，", ",")):
            return (), low
        pair = [
            f
            for s, e, f in found
            if f != fact and (e == end or re.fullmatch(r"\s?(?:或者?|or)\s?", words[e : found[-1][0]]))
        ]
        return (*pair, fact), start
    return (), low


def _said(figure: Figure) -> str:
    """A figure in English: 5%, CNY 20,000,000, 5 years."""
    value = f"{figure.value.normalize():,f}"
    return {"pct": f"{value}%", "cny": f"CNY {value}", "people": value, "count": value}.get(
        figure.unit, f"{value} {figure.unit}"
    )


def _exact(value: Decimal) -> int | str:
    return int(value) if value == value.to_integral_value() else plain(value)


def _standings(text: str, flat: str, facts: Mapping[str, FactDef]) -> Iterator[Proposal]:
    for fact, value, form in _STANDINGS:
        found = re.search(form, flat)
        if found is not None and fact in facts:
            label = facts[fact].label
            yes = Words(f"{label.zh}：{'是' if value else '否'}", f"{label.en}: {'yes' if value else 'no'}")
            when = {"fact": fact, "op": "=", "value": value}
            yield Proposal(text[found.start() : found.end()], fact.replace("_", "-"), yes, when)


def _area(text: str, flat: str) -> Iterator[Proposal]:
    for sentence in re.finditer(r"[^，,。；;\n]+", flat):
        if _REGISTERED.search(sentence[0]):
            for place in named(sentence[0]):
                zh, en = place.words.zh, place.words.en
                words = text[sentence.start() : sentence.end()].strip()[:60]
                when = {"fact": "region", "op": "within", "value": place.code}
                yield Proposal(words, "registered", Words(f"在{zh}注册", f"registered in {en}"), when)
                return


def _named_apart(proposals: list[Proposal]) -> Iterator[Proposal]:
    """Ids that stand once in an article."""
    seen: dict[str, int] = {}
    for one in proposals:
        seen[one.id] = seen.get(one.id, 0) + 1
        yield one if seen[one.id] == 1 else Proposal(one.words, f"{one.id}-{seen[one.id]}", one.label, one.when)
