"""Criteria and amounts from YAML, checked against the vocabulary: facts must exist, operators and values must fit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from policies.criteria import known
from policies.errors import FactValueError
from policies.expressions import (
    All,
    AnyOf,
    Arithmetic,
    AsOf,
    Case,
    Compare,
    Criterion,
    FactRef,
    FactValue,
    First,
    Formula,
    Not,
    Number,
    ParamRef,
    Pct,
)
from policies.loader.nodes import Node
from policies.vocabulary import FactDef, Vocabulary

_OPS = {
    "number": ("=", "!=", "<", "<=", ">", ">=", "in", "not-in"),
    "boolean": ("=", "!="),
    "choice": ("=", "!=", "in", "not-in"),
    "text": ("=", "!=", "in", "not-in"),
    "place": ("within", "=", "!=", "in", "not-in"),
    "date": ("before", "after", "=", "!=", "<", "<=", ">", ">="),
}
_TREE = "{all: […]}, {any: […]}, {not: …} or {fact, op, value}"
_SUM = "a number, {fact}, {param, at}, {pct}, {mul}, {add}, {sub}, {div}, {min}, {max}, {first} or {case}"
_Arithmetic = Literal["mul", "add", "sub", "div", "min", "max"]


def fact_name(node: Node, vocabulary: Vocabulary) -> str:
    name = node.text()
    if name not in vocabulary.facts:
        node.fail(f"no fact {name!r} in the vocabulary", "define it in vocabulary/facts.yaml or use a defined one")
    return name


def criterion(node: Node, vocabulary: Vocabulary) -> Criterion:
    """A closed tree of all, any, not over comparisons."""
    if not isinstance(node.value, dict) or not node.value:
        node.fail(f"expected a condition, found {node.value!r}", _TREE)
    if "fact" in node.value:
        return _compare(node, vocabulary)
    if len(node.value) != 1 or next(iter(node.value)) not in ("all", "any", "not"):
        node.fail(f"unknown form with keys {', '.join(map(str, node.value))}", _TREE)
    key = next(iter(node.value))
    if key == "not":
        return Not(criterion(node.at("not"), vocabulary))
    parts = tuple(criterion(part, vocabulary) for part in node.at(key).items())
    if not parts:
        node.fail(f"an empty {key!r}", "name at least one part")
    return All(parts) if key == "all" else AnyOf(parts)


def _compare(node: Node, vocabulary: Vocabulary) -> Compare:
    node.mapping(["fact", "op"], ["value"])
    name = fact_name(node.at("fact"), vocabulary)
    definition = vocabulary.facts[name]
    op = node.at("op").one_of(_OPS[definition.kind], f"operator for the {definition.kind} {name}")
    value = node.at("value")
    if op in ("in", "not-in") or (op == "within" and isinstance(value.value, list)):
        listed = value.items()
        if not listed:
            value.fail("an empty list", "name at least one value")
        return Compare(name, op, tuple(fact_value(item, definition, vocabulary) for item in listed))
    if definition.kind == "date" and isinstance(value.value, dict):
        return Compare(name, op, _as_of(value))
    return Compare(name, op, fact_value(value, definition, vocabulary))


def _as_of(node: Node) -> AsOf:
    parts = node.mapping(["as_of"]).at("as_of").mapping([], ["years", "months", "days"])
    for key, item in parts.entries():
        if not isinstance(item.value, int) or isinstance(item.value, bool):
            item.fail(f"expected whole {key}, found {item.value!r}", "write {as_of: {years: -2}}")
    return AsOf(**{key: item.value for key, item in parts.entries()})


def fact_value(node: Node, definition: FactDef, vocabulary: Vocabulary) -> FactValue:
    """A value that fits the fact's type; dates come as ISO text, places must stand in the list of places."""
    value: FactValue = node.value
    if isinstance(node.value, date) or (definition.kind == "date" and isinstance(node.value, int)):
        value = str(node.value)
    try:
        known(definition, value)
    except FactValueError as error:
        node.fail(f"{node.value!r} does not fit the fact {definition.name}", error.correct)
    if definition.kind == "place":
        place(node, vocabulary)
    return value


def place(node: Node, vocabulary: Vocabulary) -> str:
    """A place path of the vocabulary, such as CN-64/yinchuan."""
    path = node.text()
    shape = path == "CN" or path.startswith("CN-")
    if not shape or (vocabulary.places and path not in vocabulary.places and path != "CN"):
        node.fail(f"unknown place {path!r}", "a path of vocabulary/places.yaml, such as CN-64 or CN-11/haidian")
    return path


def formula(node: Node, vocabulary: Vocabulary) -> Formula:
    """A closed tree of exact numbers."""
    if isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
        return Number(node.decimal())
    if isinstance(node.value, str):
        return Number(node.decimal())
    if not isinstance(node.value, dict) or not node.value:
        node.fail(f"expected an amount, found {node.value!r}", _SUM)
    if "param" in node.value:
        return _param(node, vocabulary)
    if len(node.value) != 1:
        node.fail(f"an amount has one key, found {', '.join(map(str, node.value))}", _SUM)
    key = next(iter(node.value))
    if key == "fact":
        name = fact_name(node.at("fact"), vocabulary)
        if vocabulary.facts[name].kind != "number":
            node.fail(f"{name} is no number", "an amount reckons with numbers")
        return FactRef(name)
    if key == "pct":
        return Pct(formula(node.at("pct"), vocabulary))
    if key == "case":
        return _case(node.at("case"), vocabulary)
    if key not in (*get_args(_Arithmetic), "first"):
        node.fail(f"unknown operation {key!r}", _SUM)
    parts = tuple(formula(part, vocabulary) for part in node.at(key).items())
    if key == "first":
        if len(parts) < 2:
            node.fail("'first' has too few parts", "name at least two ways to reckon it")
        return First(parts)
    if not parts or (key in ("sub", "div") and len(parts) < 2):
        node.fail(f"{key!r} has too few parts", "sub and div need two, the others one")
    if key == "div" and any(isinstance(part, Number) and part.value == Decimal(0) for part in parts[1:]):
        node.fail("a division by zero", "divide by another number")
    return Arithmetic(key, parts)


def _param(node: Node, vocabulary: Vocabulary) -> ParamRef:
    node.mapping(["param"], ["at"])
    name = node.at("param").text()
    if name not in vocabulary.parameters:
        node.at("param").fail(f"unknown parameter {name!r}", "one of " + ", ".join(vocabulary.parameters))
    at = node.at("at")
    if at.value is None:
        return ParamRef(name)
    fact = fact_name(at.mapping(["fact"]).at("fact"), vocabulary)
    if vocabulary.facts[fact].kind != "date":
        at.fail(f"{fact} is no date", "at: {fact: loan_date}")
    return ParamRef(name, FactRef(fact))


def _case(node: Node, vocabulary: Vocabulary) -> Case:
    branches = []
    for item in node.items():
        item.mapping(["then"], ["when"])
        when = criterion(item.at("when"), vocabulary) if item.at("when").value is not None else None
        branches.append((when, formula(item.at("then"), vocabulary)))
    if not branches or any(when is None for when, _ in branches[:-1]):
        node.fail("a case without branches or with a bare `then` before its end", "{case: [{when, then}, …, {then}]}")
    return Case(tuple(branches))
