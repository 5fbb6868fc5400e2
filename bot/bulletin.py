"""What a message of news says: each article with why it came, in its reader's own words, what is missing, and where it
stands. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from bot import render
from bot.news import Change, Item, Message, Reader
from bot.texts import Html, escape, joined, say
from policies.explain import Wording
from policies.types import Article, Language
from policies.vocabulary import Corpus

WORDS, LABELS = 4, 4
QUOTED = 40  # characters of one statement
_ANSWERS = frozenset(("true", "false", "yes", "no", "是", "否", "不是", "有", "没有", "沒有", "对", "對", "不"))


def letter(language: str, corpus: Corpus, message: Message) -> Html:
    """The whole message, one or several articles."""
    lines: list[str] = [say(language, "news.title", count=len(message.items))]
    for item in message.items:
        lines += ["", *_item(language, corpus, message.reader, item)]
    lines.append("")
    if message.left:
        lines.append(say(language, "news.left", count=len(message.left)))
    lines.append(say(language, "news.end"))
    return joined(lines)


def offers(language: str, message: Message) -> list[list[Any]]:
    """Buttons under the message, as the outbox keeps them: words, action, arguments."""
    articles = [item.change.article for item in message.items]
    return [
        [say(language, f"news.button.{name}"), f"news.{name}", {"articles": articles}]
        for name in ("why", "unfit", "fewer")
    ]


def example(language: str, corpus: Corpus, item: Item) -> Html:
    """What one of its readers would be told of an article, with what they spoke of in place of their words."""
    wording = _wording(language, corpus)
    about = [wording.label(name) for name in item.facts[:WORDS]]
    because = [say(language, "news.because.facts", facts=render.listing(language, about))] if about else []
    return joined([*because, *_asked(language, corpus, item), *_missing(language, corpus, item)])


def title(language: str, corpus: Corpus, article: Article) -> Html:
    """The document's title and the place in it."""
    wording = _wording(language, corpus)
    document, place = wording.say(article.document.title), wording.say(article.place)
    return say(language, "advice.title", document=document, place=place)


def themes(language: str, corpus: Corpus, names: Iterable[str]) -> Html:
    """Themes by name, those that the corpus still has."""
    wording, known = _wording(language, corpus), corpus.vocabulary.themes
    return render.listing(language, [wording.say(known[name].label) for name in names if name in known])


def head(language: str, corpus: Corpus, change: Change) -> Html:
    """The article and what became of it."""
    article = corpus.articles[change.article]
    until = article.validity.until
    key = "extended.open" if change.kind == "extended" and until is None else change.kind
    dates = {"date": render.date(language, until)} if until is not None and key in ("extended", "shortened") else {}
    return say(language, f"news.kind.{key}", title=title(language, corpus, article), article=article.id, **dates)


def _item(language: str, corpus: Corpus, reader: Reader, item: Item) -> list[Html]:
    article = corpus.articles[item.change.article]
    return [
        head(language, corpus, item.change),
        *_because(language, corpus, reader, item),
        *_asked(language, corpus, item),
        *_missing(language, corpus, item),
        escape(_wording(language, corpus).citation(article)),
    ]


def _because(language: str, corpus: Corpus, reader: Reader, item: Item) -> list[Html]:
    """The reader's own words for what is met; where they only pressed buttons, what they told."""
    words = dict.fromkeys(
        render.short(text, QUOTED) for name in item.facts if (text := _own_words(corpus, reader, name))
    )
    if words:
        quoted = [say(language, "news.quoted", words=each) for each in list(words)[:WORDS]]
        return [say(language, "news.because.words", words=render.listing(language, quoted))]
    wording = _wording(language, corpus)
    told = [wording.fact(name, reader.facts[name]["value"]) for name in item.facts[:WORDS]]
    return [say(language, "news.because.facts", facts=render.listing(language, told))] if told else []


def _own_words(corpus: Corpus, reader: Reader, name: str) -> str:
    """The words that a fact came from, if they say something on their own; empty for the answer to a question."""
    text = str(reader.facts[name].get("text", "")).strip()
    answer = text.lower() in _ANSWERS or text in corpus.vocabulary.facts[name].choices
    return "" if answer or len(text) < 2 else text


def _asked(language: str, corpus: Corpus, item: Item) -> list[Html]:
    if not item.themes:
        return []
    key = "news.because.also" if item.facts else "news.because.asked"
    return [say(language, key, themes=themes(language, corpus, item.themes[:LABELS]))]


def _missing(language: str, corpus: Corpus, item: Item) -> list[Html]:
    if not item.missing:
        return []
    wording = _wording(language, corpus)
    labels = [wording.label(name) for name in item.missing[:LABELS]]
    return [say(language, "advice.missing", facts=render.listing(language, labels))]


def _wording(language: str, corpus: Corpus) -> Wording:
    return Wording(corpus, cast("Language", language))
