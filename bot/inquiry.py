"""The advice under way for one user: the text asked about, what is known of the enterprise, and the answer to it.

Kept in the user's data: ``text`` (and ``themes``, if it was narrowed to some), ``question`` and ``changing`` (facts),
``conflicts`` (statements that do not fit, to be settled one by one), ``awaits`` (whether all
is right was asked last), ``undo`` (what undoes the last change), ``shown`` (articles in the order of the last list)
and ``view`` (what was shown last, so that it can be shown again in another language).
"""

from __future__ import annotations

import dataclasses
from typing import Any, cast

from bot.counsel import SHOWN
from bot.talk import Talk
from policies.advise import LONGEST, Answer
from policies.results import Match
from policies.types import Facts, Language, Verdict


def kept_of(talk: Talk) -> dict[str, Any]:
    """The advice under way for this user; what is put in is kept with this update."""
    assert talk.context.user_data is not None
    kept: dict[str, Any] = talk.context.user_data.setdefault("advice", {})
    return kept


def known(talk: Talk) -> Facts:
    """What is kept about the enterprise, by name; None is a matter that was raised and left open."""
    return {name: fact["value"] for name, fact in talk.desk.state.profiles.get(talk.user).facts.items()}


def ask(talk: Talk, text: str | None = None, themes: list[str] | None = None) -> Answer:
    """The answer to the text under way, or to another, by what is known: nothing is read again in the text, so that
    what was corrected or forgotten stays so. Of those that are shown first what has ended comes after what is in force;
    it is not put off to where nobody sees it."""
    kept, under_way = kept_of(talk), text is None
    if text is None:
        text, themes = kept.get("text", ""), kept.get("themes")
    declined = talk.desk.state.profiles.get(talk.user).declined
    answer = _advised(talk, text[:LONGEST], known(talk), declined, ours=under_way or bool(themes))
    articles = talk.desk.adviser.corpus.articles
    found = [each for each in answer.matches if not themes or set(themes) & set(articles[each.article].themes)]
    ordered = [*_in_force_first(found[:SHOWN]), *_in_force_first(found[SHOWN:])]
    return dataclasses.replace(answer, matches=tuple(ordered))


def _advised(talk: Talk, text: str, facts: Facts, declined: tuple[str, ...], *, ours: bool) -> Answer:
    """The adviser's answer, found once an update; one under way, or within themes that were named, is `ours`."""
    key = ("advised", text, tuple(sorted(facts.items())), declined, talk.language)
    if key not in talk.worked_out or (ours and not talk.worked_out[key].matches):
        talk.worked_out[key] = talk.desk.adviser.advise(
            text,
            as_of=talk.desk.today(),
            facts=facts,
            declined=frozenset(declined),
            language=cast("Language", talk.language),
            stated=False,
            ours=ours,
        )
    answer: Answer = talk.worked_out[key]
    return answer


def _in_force_first(matches: list[Match]) -> list[Match]:
    return sorted(matches, key=lambda each: each.verdict is Verdict.EXPIRED)


def match_of(talk: Talk, article: str, facts: Facts | None = None) -> Match:
    """One article as it stands by what is known, or by other ``facts``."""
    if facts is None:
        found = next((each for each in ask(talk).matches if each.article == article), None)
        if found is not None:
            return found
        facts = known(talk)
    language, text = cast("Language", talk.language), kept_of(talk).get("text", "")
    return talk.desk.adviser.evaluate(article, facts, talk.desk.today(), language=language, text=text[:LONGEST])


def view(talk: Talk, kind: str, article: str = "") -> None:
    """Remember what was shown last."""
    kept_of(talk)["view"] = [kind, article]
    kept_of(talk).pop("awaits", None)


def begin(talk: Talk, text: str, themes: list[str] | None = None) -> None:
    """Another text is asked about from now on."""
    kept = kept_of(talk)
    kept.update(text=text[:LONGEST], question=None)
    for name in ("themes", "shown", "view"):
        kept.pop(name, None)
    if themes:
        kept["themes"] = themes


def theme_words(talk: Talk) -> dict[str, tuple[str, ...]]:
    """Each theme of the corpus with the words that bring it up, its names among them; as written."""
    themes = talk.desk.adviser.corpus.vocabulary.themes
    return {
        name: (*theme.words, theme.label.zh, theme.label.en, *((theme.label.zh_hant,) if theme.label.zh_hant else ()))
        for name, theme in themes.items()
    }
