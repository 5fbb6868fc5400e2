"""The closed lists: facts, themes, parameters, places, industries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from policies.criteria import known
from policies.errors import FactValueError
from policies.expressions import Criterion, FactValue, Formula
from policies.loader.nodes import Node, read
from policies.loader.trees import criterion, formula
from policies.types import Words
from policies.vocabulary import FactDef, Parameter, ParameterRow, Theme, Vocabulary

_KINDS = ("number", "boolean", "choice", "date", "place", "text")
_UNITS = ("cny", "pct", "days", "years", "count")


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read `facts`, `themes`, `parameters` and, where they are there, `places` and `industries`."""
    facts_root = read(folder / "facts.yaml").mapping(["facts"]).at("facts")
    defined = {name: _fact(name, node) for name, node in facts_root.entries()}
    plain = Vocabulary(defined, places=load_places(folder / "places.yaml"))
    facts = {
        name: replace(
            plain.facts[name],
            derive=_derive(node, plain),
            compute=_compute(node, plain),
            unsure=_unsure(node, plain),
            of=_of(node, plain),
        )
        for name, node in facts_root.entries()
    }
    themes = read(folder / "themes.yaml").mapping(["themes"]).at("themes")
    return Vocabulary(
        facts,
        {name: _theme(name, node) for name, node in themes.entries()},
        _parameters(read(folder / "parameters.yaml"), plain),
        plain.places,
        load_industries(folder / "industries.yaml"),
        _sentences(read(folder / "sentences.yaml").mapping(["sentences"]).at("sentences")),
        _scope(folder),
    )


def _fact(name: str, node: Node) -> FactDef:
    node.mapping(
        ["kind", "label", "question"],
        ["unit", "choices", "derive", "unsure", "compute", "default", "default_why", "help", "of"],
    )
    kind = node.at("kind").one_of(_KINDS, "kind of fact")
    unit = node.at("unit")
    if (kind == "number") != (unit.value is not None):
        node.fail("a number has a unit, and nothing else has", "unit: one of " + ", ".join(_UNITS))
    choices = node.at("choices")
    if (kind == "choice") != (choices.value is not None):
        node.fail("a choice has choices, and nothing else has", "choices: {value: {zh, en}}")
    default = node.at("default").value
    why = node.at("default_why").maybe_words()
    if (default is None) != (why is None):
        node.fail("a default without its reason, or a reason without a default", "default: …, default_why: {zh, en}")
    definition = FactDef(
        name,
        kind,
        node.at("label").words(),
        node.at("question").words(),
        unit.one_of(_UNITS, "unit") if unit.value is not None else None,
        {value: item.words() for value, item in choices.entries()} if choices.value is not None else {},
        default=default,
        default_why=why,
        help=node.at("help").maybe_words(),
    )
    if default is not None:
        _check_value(node.at("default"), definition)
    return definition


def _check_value(node: Node, definition: FactDef) -> FactValue | tuple[str, ...]:
    """The value of a fact, or the list of those that a choice is left with."""
    value = node.texts() if isinstance(node.value, list) else node.value
    try:
        known(definition, value)
    except FactValueError as error:
        node.fail(f"{node.value!r} does not fit the fact {definition.name}", error.correct)
    return value


def _compute(node: Node, vocabulary: Vocabulary) -> Formula | None:
    at = node.at("compute")
    if at.value is None:
        return None
    if node.at("kind").value != "number":
        at.fail("only numbers are computed", "use derive for the others")
    return formula(at, vocabulary)


def _derive(node: Node, vocabulary: Vocabulary) -> tuple[tuple[Criterion, FactValue | tuple[str, ...]], ...]:
    rules = []
    for item in node.at("derive").items():
        item.mapping(["when", "value"])
        value = _check_value(item.at("value"), vocabulary.facts[node.path.rpartition(".")[2]])
        rules.append((criterion(item.at("when"), vocabulary), value))
    return tuple(rules)


def _unsure(node: Node, vocabulary: Vocabulary) -> Criterion | None:
    at = node.at("unsure")
    return criterion(at, vocabulary) if at.value is not None else None


def _of(node: Node, vocabulary: Vocabulary) -> tuple[str, ...]:
    at = node.at("of")
    if at.value is None:
        return ()
    if node.at("default").value is None:
        at.fail("a matter is told anew only for what is presumed", "of: […] beside a default")
    for name in (names := at.texts()):
        if name not in vocabulary.facts:
            at.fail(f"{name!r} is no fact", "names of facts that tell the matter, such as loan_amount_cny")
    return tuple(names)


def _sentences(node: Node) -> dict[str, Words]:
    """Templates, blanks at their ends kept: each in three languages."""
    found = {}
    for name, item in node.entries():
        item.mapping(["zh", "zh-Hant", "en"]).words()
        found[name] = Words(item.value["zh"], item.value["en"], item.value["zh-Hant"])
    return found


def _scope(folder: Path) -> dict[str, tuple[str, ...]]:
    """Words of business and of other matters, in lines; messages that are ours, and others that never are."""
    words = read(folder / "scope.yaml").mapping(["scope"]).at("scope").mapping(["enterprise", "outside"])
    messages = read(folder / "messages.yaml").mapping(["messages"]).at("messages").mapping(["ours", "strangers"])
    found = {name: tuple(word for line in lines.items() for word in line.texts()) for name, lines in words.entries()}
    return found | {name: node.texts() for name, node in messages.entries()}


def _theme(name: str, node: Node) -> Theme:
    node.mapping(["label"], ["words"])
    return Theme(name, node.at("label").words(), node.at("words").texts())


def _parameters(root: Node, vocabulary: Vocabulary) -> Mapping[str, Parameter]:
    found = {}
    for name, node in root.mapping(["parameters"]).at("parameters").entries():
        node.mapping(["label", "fact", "known_until", "rows"])
        if node.at("fact").text() not in vocabulary.facts:
            node.at("fact").fail("undefined fact", "the fact to ask for where the parameter is not known")
        rows = []
        for row in node.at("rows").items():
            if isinstance(row.value, dict) and row.value.get("source") is None:
                row.fail("a value without its source", 'source: "the announcement it is taken from"')
            row.mapping(["since", "value", "source"])
            rows.append(ParameterRow(row.at("since").day(), row.at("value").decimal(), row.at("source").text()))
            if len(rows) > 1 and rows[-1].since <= rows[-2].since:
                row.at("since").fail("not later than the row before", "rows go by date, oldest first")
        until = node.at("known_until").day()
        if not rows or until < rows[-1].since:
            node.fail("no rows, or known_until before the last row", "known_until: the last day that is known")
        found[name] = Parameter(name, node.at("label").words(), node.at("fact").text(), until, tuple(rows))
    return found


def load_places(path: Path) -> dict[str, Words]:
    """Every place by its path, from the compact form of places.yaml; empty if there is no such file.

    A province lists `direct: slug name, slug name` and `cities: {slug: "name > slug name, slug name"}`.
    """
    places: dict[str, Words] = {}
    if not path.exists():
        return places
    for code, node in read(path).at("provinces").entries():
        places[code] = Words(node.at("zh").text(), node.at("en").text())
        for slug, name in _pairs(node.at("direct").value or ""):
            places[f"{code}/{slug}"] = Words(name, _english(slug))
        cities = node.at("cities")
        for slug, city in cities.entries() if cities.value is not None else ():
            name, _, counties = city.text().partition(">")
            places[f"{code}/{slug}"] = Words(name.strip(), _english(slug))
            for county, county_name in _pairs(counties):
                places[f"{code}/{slug}/{county}"] = Words(county_name, _english(county))
    return places


def _pairs(text: str) -> list[tuple[str, str]]:
    """`haidian 海淀区, xicheng 西城区` as pairs."""
    pairs = (item.split() for item in text.split(",") if item.strip())
    return [(pair[0], pair[-1]) for pair in pairs]


def _english(slug: str) -> str:
    return slug.replace("-", " ").title()


def load_industries(path: Path) -> dict[str, Words]:
    """Industries by id; labels where the list gives them, the id where not. Empty if there is no such file."""
    if not path.exists():
        return {}
    root = read(path)
    return {name: _label(name, node.value) for name, node in root.at("industries").entries()}


def _label(name: str, value: object) -> Words:
    given = value.get("label", value) if isinstance(value, dict) else None
    zh, en, hant = (_first(given.get(key)) if isinstance(given, dict) else None for key in ("zh", "en", "zh-Hant"))
    return Words(zh or name, en or name, hant)


def _first(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) else None
