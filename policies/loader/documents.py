"""Documents and articles from YAML, checked one by one; what concerns several is checked in `checks`."""

from __future__ import annotations

import re

from policies.expressions import facts_in
from policies.loader.nodes import Node
from policies.loader.trees import criterion, fact_name, formula, place
from policies.patterns import lazy
from policies.text import normalise
from policies.types import (
    Article,
    Benefit,
    Condition,
    Document,
    Exclusion,
    Office,
    Paper,
    Procedure,
    TotalCap,
    Validity,
    Words,
)
from policies.vocabulary import Vocabulary

DOCUMENT_KINDS = ("law", "regulation", "measure", "opinion", "plan", "notice", "summary", "news")
USES = ("support", "right", "duty", "procedure", "internal", "general")
BENEFIT_KINDS = (
    *("subsidy", "deduction", "investment", "compensation", "guarantee", "service", "status", "protection", "interest"),
    *("loan", "reward", "exemption", "funding"),
)
BENEFICIARIES = ("enterprise", "bank", "insurer", "guarantor", "investor", "platform")
PERIODS = ("year", "once", "loan", "month", "day", "project")
_WEIGHTS = ("decisive", "declaration")
_DOCUMENT = ("id", "title", "issuer", "kind", "published", "source", "jurisdiction", "validity")
_ARTICLE = ("id", "place", "digest", "themes", "use", "asks")
_ARTICLE_MORE = (
    *("jurisdiction", "concepts", "validity", "requires", "conditions", "exclusions", "benefits", "procedure"),
    *("offices", "unmodelled", "examples", "heard"),
)
_PROCEDURE = ("where", "papers", "fee", "deadline", "contact", "complaint", "stages")
OFFICES = (
    *("first-loan", "renewal-loan", "confirmation-financing", "credit-platform", "service-platform", "service-station"),
    *("ip-centre", "complaints", "fund", "incubator", "exhibition", "mediation", "market", "training", "abroad"),
)
# "Other materials", which no applicant can prepare (Beijing forbids such papers to its own departments, art. 43).
_CATCH_ALL = lazy(
    r"其他(?:相关|有关|必要|需要提供的|所需)?(?:的)?(?:材料|资料|文件|证明)|\bother (?:relevant |necessary |required )?"
    r"(?:materials|documents|papers)\b",
    re.IGNORECASE,
)


def document(node: Node, vocabulary: Vocabulary) -> Document:
    """The head of a file."""
    for key in ("published",):
        if isinstance(node.value, dict) and key not in node.value:
            node.fail(f"key {key!r} is missing", f"{key}: 2021-12-13, or null if the source does not say")
    node.mapping([key for key in _DOCUMENT if key != "published"], ["published", "number", "replaced_by", "total_cap"])
    number, replaced = node.at("number"), node.at("replaced_by")
    validity_ = validity(node.at("validity"))
    if replaced.value is not None and validity_.until is None:
        replaced.fail("replaced without an end", "set validity.until to the last day it was in force")
    return Document(
        node.at("id").text(),
        node.at("title").words(),
        node.at("issuer").words(),
        number.text() if number.value is not None else None,
        node.at("kind").one_of(DOCUMENT_KINDS, "kind of document"),
        node.at("published").maybe_day(),
        node.at("source").words(),
        place(node.at("jurisdiction"), vocabulary),
        validity_,
        replaced.text() if replaced.value is not None else None,
        _total_cap(node.at("total_cap")),
    )


def _total_cap(node: Node) -> TotalCap | None:
    if node.value is None:
        return None
    node.mapping(["value", "period", "source"])
    return TotalCap(node.at("value").decimal(), node.at("period").one_of(PERIODS, "period"), node.at("source").text())


def validity(node: Node) -> Validity:
    """Days in force. Where `until` is null, a note says why (in force without an end, or an end that is not stated)."""
    node.mapping([], ["from", "until", "note"])
    since, until = node.at("from").maybe_day(), node.at("until").maybe_day()
    if since is not None and until is not None and until < since:
        node.fail("ends before it begins", "until is the last day in force, not before from")
    return Validity(since, until, node.at("note").maybe_words())


def article(node: Node, owner: Document, vocabulary: Vocabulary) -> Article:
    """One citable unit. Conditions come with examples, sums with their source."""
    node.mapping(_ARTICLE, _ARTICLE_MORE)
    name = node.at("id").text()
    if not name.startswith(owner.id + "/"):
        node.at("id").fail(f"{name!r} is not of this document", f"ids begin with {owner.id}/")
    asks = node.at("asks").mapping(["zh", "en"])
    conditions = _conditions(node.at("conditions"), vocabulary)
    exclusions = _conditions(node.at("exclusions"), vocabulary)
    if (conditions or exclusions) and not node.at("examples").items():
        node.fail("conditions without examples", "examples: at, just above and just below each limit")
    area, days = node.at("jurisdiction"), node.at("validity")
    return Article(
        name,
        owner,
        node.at("place").words(),
        node.at("digest").words(),
        tuple(item.one_of(vocabulary.themes, "theme") for item in node.at("themes").items()),
        node.at("use").one_of(USES, "use"),
        asks.at("zh").texts(),
        asks.at("en").texts(),
        place(area, vocabulary) if area.value is not None else owner.jurisdiction,
        validity(days) if days.value is not None else owner.validity,
        node.at("concepts").texts(),
        node.at("requires").texts(),
        conditions,
        exclusions,
        tuple(_benefit(item, vocabulary) for item in node.at("benefits").items()),
        _procedure(node.at("procedure")),
        tuple(_office(item) for item in node.at("offices").items()),
        _each_words(node.at("unmodelled")),
        heard=node.at("heard").texts(),
    )


def _conditions(node: Node, vocabulary: Vocabulary) -> tuple[Condition, ...]:
    found = []
    for item in node.items():
        item.mapping(["id", "label", "source", "when"], ["weight", "ask", "benefits"])
        weight, ask = item.at("weight"), item.at("ask")
        when = criterion(item.at("when"), vocabulary)
        if ask.value is not None and fact_name(ask, vocabulary) not in facts_in(when):
            ask.fail(f"{ask.value!r} is not used in `when`", "one of " + ", ".join(sorted(facts_in(when))))
        found.append(
            Condition(
                item.at("id").text(),
                item.at("label").words(),
                str(item.at("source").value),
                "declaration" if weight.value and weight.one_of(_WEIGHTS, "weight") == "declaration" else "decisive",
                when,
                ask.value,
                item.at("benefits").texts(),
            )
        )
    return tuple(found)


def _benefit(node: Node, vocabulary: Vocabulary) -> Benefit:
    sums = [key for key in ("amount", "cap_cny") if isinstance(node.value, dict) and node.value.get(key) is not None]
    if sums and node.at("source").value is None:
        node.fail(f"{sums[0]} without its source", "source: the place in the document that gives the figure")
    node.mapping(
        ["id", "label", "kind", "beneficiary", "source"],
        ["when", "amount", "cap_cny", "cap_unless", "period", "excludes", "because", "conditions", "named"],
    )
    when, amount, period = node.at("when"), node.at("amount"), node.at("period")
    cap, unless = node.at("cap_cny").maybe_decimal(), node.at("cap_unless")
    if cap is not None and cap <= 0:
        node.at("cap_cny").fail("a cap that is not above zero", "leave it out where the source gives none")
    if cap is None and unless.value is not None:
        unless.fail("no cap that could be lifted", "cap_cny: the cap, beside what lifts it")
    benefit = Benefit(
        node.at("id").text(),
        node.at("label").words(),
        node.at("kind").one_of(BENEFIT_KINDS, "kind of benefit"),
        node.at("beneficiary").one_of(BENEFICIARIES, "beneficiary"),
        str(node.at("source").value),
        criterion(when, vocabulary) if when.value is not None else None,
        formula(amount, vocabulary) if amount.value is not None else None,
        cap,
        period.one_of(PERIODS, "period") if period.value is not None else None,
        tuple(_exclusion(item, vocabulary) for item in node.at("excludes").items()),
        node.at("because").maybe_words(),
        _conditions(node.at("conditions"), vocabulary),
        tuple(normalise(word) for word in node.at("named").texts()) if node.at("named").value is not None else (),
        criterion(unless, vocabulary) if unless.value is not None else None,
    )
    if benefit.amount is not None and not benefit.reads and cap is not None:
        node.at("amount").fail("a fixed amount under a cap", "give one of the two")
    return benefit


def _exclusion(node: Node, vocabulary: Vocabulary) -> Exclusion:
    if isinstance(node.value, str):
        return Exclusion(node.text())
    node.mapping(["benefit"], ["when"])
    when = node.at("when")
    return Exclusion(node.at("benefit").text(), criterion(when, vocabulary) if when.value is not None else None)


def _procedure(node: Node) -> Procedure | None:
    if node.value is None:
        return None
    node.mapping([], _PROCEDURE)
    return Procedure(
        node.at("where").maybe_words(),
        tuple(_paper(item) for item in node.at("papers").items()),
        node.at("fee").maybe_words(),
        node.at("deadline").maybe_words(),
        node.at("contact").maybe_words(),
        node.at("complaint").maybe_words(),
        _each_words(node.at("stages")),
    )


def _paper(node: Node) -> Paper:
    node.mapping(["zh", "en"], ["zh-Hant", "catch_all"])
    flag = node.at("catch_all").value
    name = Words(node.at("zh").text(), node.at("en").text(), node.value.get("zh-Hant"))
    if flag not in (None, True, False):
        node.at("catch_all").fail(f"expected true or false, found {flag!r}", "catch_all: true")
    if not flag and (_CATCH_ALL.search(name.zh) or _CATCH_ALL.search(name.en)):
        node.fail("a catch-all paper", "name each paper, or add catch_all: true where the source itself names none")
    return Paper(name, bool(flag))


def _office(node: Node) -> Office:
    node.mapping(["kind", "name", "does"], ["where", "contact"])
    return Office(
        node.at("kind").one_of(OFFICES, "kind of office"),
        node.at("name").words(),
        node.at("does").words(),
        node.at("where").maybe_words(),
        node.at("contact").maybe_words(),
    )


def _each_words(node: Node) -> tuple[Words, ...]:
    return tuple(item.words() for item in node.items())
