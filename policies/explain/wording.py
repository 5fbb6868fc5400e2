"""Facts, places, dates, sums and citations in one language, from whole-sentence templates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from policies.criteria import figures, number, read_date
from policies.facts import A_FALL
from policies.facts.places import label
from policies.text import say
from policies.types import Article, FactValue, Language, Words
from policies.vocabulary import Corpus

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words a corpus for one reader."""

    corpus: Corpus
    language: Language

    def say(self, words: Words) -> str:
        return say(words, self.language)

    def sentence(self, name: str, **values: str) -> str:
        """A template of sentences.yaml, filled in."""
        return self.say(self.corpus.vocabulary.sentences[name]).format(**values)

    def listed(self, texts: Iterable[str]) -> str:
        return self.sentence("list").join(texts)

    def label(self, fact: str) -> str:
        return self.say(self.corpus.vocabulary.facts[fact].label)

    def labels(self, facts: Iterable[str]) -> str:
        return self.listed(self.label(fact) for fact in facts)

    def fact(self, name: str, value: FactValue) -> str:
        """A fact as people write it: 资产总额1.2亿元, total assets ¥120,000,000."""
        name_ = "fact-boolean" if isinstance(value, bool) else "fact"
        return self.sentence(name_, label=self.label(name), value=self.value(name, value))

    def value(self, name: str, value: FactValue) -> str:
        definition = self.corpus.vocabulary.facts[name]
        if isinstance(value, bool):
            return self.sentence("yes" if value else "no")
        if definition.kind == "place":
            return self.place(str(value))
        if definition.kind == "date":
            return self.day_text(str(value))
        if value in definition.choices:
            return self.say(definition.choices[str(value)])
        exact = number(value) if definition.kind == "number" else None
        if exact is None:
            industry = self.corpus.vocabulary.industries.get(str(value)) if name == "industry" else None
            return self.say(industry) if industry is not None else str(value)
        return self._amount(exact, definition.unit)

    def _amount(self, value: Decimal, unit: str | None) -> str:
        if unit == "cny":
            return self.money(value)
        if unit == "pct":
            return self.sentence("fell") if value == number(A_FALL) else figures(value) + "%"
        if unit in ("days", "years"):
            return self.sentence(unit, n=figures(value.quantize(Decimal("0.1"))))
        return figures(value)

    def money(self, value: Decimal) -> str:
        """Yuan in talk: 1.2亿元, 8,000万元; English in full."""
        if self.language != "en" and value % 1000 == 0:
            if value >= 100_000_000 and value % 1_000_000 == 0:
                return self.sentence("money-100m", n=figures(value / 100_000_000))
            if value >= 10_000:
                return self.sentence("money-10k", n=figures(value / 10_000))
        return self.sentence("money", n=figures(value))

    def place(self, path: str) -> str:
        """The name of a place; the path itself where no name is known."""
        if path == "CN":
            return {"en": "China", "zh-Hans": "中国", "zh-Hant": "中國"}[self.language]
        words = self.corpus.vocabulary.places.get(path)
        if words is None and (chinese := label(path)) is not None:  # outside the mainland
            words = Words(chinese, label(path, "en") or path)
        return self.say(words) if words is not None else path

    def day(self, day: date) -> str:
        return self.sentence("day", y=str(day.year), m=str(day.month), d=str(day.day), month=_MONTHS[day.month - 1])

    def day_text(self, text: str) -> str:
        """`2019`, `2019-03` or a full date."""
        span = read_date(text)
        if span is None or not isinstance(span.low, date) or len(text) == 4:
            return text
        if len(text) == 7:
            return self.sentence("month", y=text[:4], m=str(span.low.month), month=_MONTHS[span.low.month - 1])
        return self.day(span.low)

    def citation(self, article: Article) -> str:
        """Document, issuer or number, date, and the place in it; a summary says that it is one."""
        head = article.document
        title, place = self.say(head.title), self.say(article.place)
        if head.kind in ("summary", "news"):
            return self.sentence("citation", title=title, place=place, source=self.say(head.source))
        dated = self.day(head.published) if head.published else ""
        if head.number and dated and self.language != "en":  # numbers are Chinese words; in English the issuer stands
            number = self.say(Words(head.number, head.number))
            return self.sentence("citation-number", title=title, number=number, date=dated, place=place)
        issuer = self.say(head.issuer)
        if dated:
            return self.sentence("citation-dated", title=title, issuer=issuer, date=dated, place=place)
        return self.sentence("citation-undated", title=title, issuer=issuer, place=place)
