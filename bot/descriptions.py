"""A description of an enterprise, or new values of what is known of it: what was understood and what follows."""

from __future__ import annotations

import contextlib
import re
from functools import lru_cache

from bot import advising, changes, flow, inquiry, statements, subscribing
from bot.announce import Offer
from bot.announce import offer as button
from bot.changes import Change
from bot.inquiry import kept_of
from bot.talk import Talk, complaint, together
from bot.texts import Html
from policies.advise import LONGEST
from policies.errors import AnswerError
from policies.facts import Conflict, Reading
from policies.facts.limits import impossible
from policies.retold import opened_anew
from policies.text import normalise
from policies.types import Fact, Facts


async def describe(talk: Talk, words: str) -> int:
    """A description, or new values of what is known: keep the facts, show them and what follows from them."""
    before = inquiry.known(talk)
    vocabulary = talk.desk.adviser.corpus.vocabulary
    reading = opened_anew(_read(talk, words), before, vocabulary)  # what is only doubted is kept too, as open
    change = changes.learn(talk, reading)
    changes.remember(talk, reading.conflicts)
    told = reading.facts or reading.doubts or reading.conflicts
    if told and kept_of(talk).get("text") and _only_states(talk, words, reading, before):
        return await _restated(talk, reading, change, _effects(talk, change, before))
    answer = inquiry.ask(talk, words)
    if not answer.matches and _in_passing(talk, words, reading, before):
        changes.apply(talk, change.before)
        kept_of(talk).pop("undo", None)
        raise advising.nothing(talk)
    if not answer.matches and told and kept_of(talk).get("text"):
        return await _restated(talk, reading, change, _effects(talk, change, before))
    in_part = [talk.text("advice.in-part", count=LONGEST)] if len(words) > LONGEST else []
    if not answer.matches and not told:
        fault = advising.nothing(talk)
        if not in_part:
            raise fault
        await talk.send(together(*in_part, complaint(talk.language, fault)))
        return flow.END
    if answer.matches:
        inquiry.begin(talk, words)
    lines = [*in_part, *_understood(talk, reading, change), *advising.listed(talk, answer)]
    if change.replaced and len(moved := changes.effects(talk, before)) > 1:
        lines += moved
    if advising.seat_outside(talk) is None:  # else no article will ever fit, so none is promised
        lines += subscribing.noted(talk, answer, described=bool(told))
    if not told:
        await talk.send(together(*lines))
        await advising.go_on(talk, answer)
        return flow.END
    await _send(talk, lines, _right() + (changes.ways(talk, change)[-1:] if change.replaced else []), asks=True)
    return flow.END


def _read(talk: Talk, words: str) -> Reading:
    """What a text states; or the figure that it puts behind the name of a fact, "corrected: patents 12"."""
    adviser, today = talk.desk.adviser, talk.desk.today()
    reading = adviser.reading(words, today)
    if reading.facts or reading.doubts or reading.conflicts:
        return reading
    numbers = (fact for fact in adviser.corpus.vocabulary.facts.values() if fact.kind == "number")
    labels = {fact.name: (fact.label.zh, fact.label.en) for fact in numbers}
    if (found := statements.labelled(words, labels)) is None:
        return reading
    name, said = found
    with contextlib.suppress(AnswerError):
        told = Fact(name, adviser.answer(name, said, as_of=today), words, (0, len(words)))
        if impossible(name, told.value, today):
            return Reading((), (), (Conflict(name, "impossible", (told,)),))
        return Reading((told,), ())
    return reading


_plain = lru_cache(maxsize=4096)(normalise)  # some hundred words of themes, the same each time


def _only_states(talk: Talk, words: str, reading: Reading, before: Facts) -> bool:
    facts = (*reading.facts, *reading.doubts, *(said for each in reading.conflicts for said in each.said))
    themes = [_plain(word) for listed in inquiry.theme_words(talk).values() for word in listed]
    restates = all(fact.name in before for fact in facts)
    return statements.only_states(words, (fact.span for fact in facts), restates=restates, themes=themes)


def _in_passing(talk: Talk, words: str, reading: Reading, before: Facts) -> bool:
    """Whether a text names a trade or a place and tells nothing else (周末订了民宿, 我们户口在银川), or something of
    nobody's house (小巨人姚明多高): no statement of what the enterprise is, does or where it is."""
    names = {fact.name for fact in (*reading.facts, *reading.doubts)}
    if len(names) != 1 or reading.conflicts or _only_states(talk, words, reading, before):
        return False
    return names <= {"industry", "region"} or _SOMEBODYS.search(words.lower()) is None


_SOMEBODYS = re.compile(
    r"[我咱俺]|公司|企业|企業|[厂廠店]|本[地行社]|自己|客[户戶]|(?<![a-z])(?:we|our|us|my|i|company|firm|business|start-?up|"
    r"shop|client|factory|enterprise|they|their|it|its)(?![a-z])"
)
"""Words for the house that a text is about."""


def _effects(talk: Talk, change: Change, before: Facts) -> list[Html]:
    return changes.effects(talk, before) if change.after else []


async def _restated(talk: Talk, reading: Reading, change: Change, effects: list[Html]) -> int:
    """Values of facts, and nothing else: what changed, and what follows for the text under way."""
    kept = kept_of(talk)
    if kept.get("question") in change.after:
        kept["question"] = None
    if change.after and not change.replaced:
        lines = [*_understood(talk, reading, change), *effects, *advising.listed(talk, inquiry.ask(talk))]
        await _send(talk, lines, _right(), asks=True)
        return flow.END
    stated = _taken(reading)
    lines = [changes.nothing_new(talk, stated)] if stated and not change.after else changes.sentences(talk, change)
    await _send(talk, [*lines, *changes.impossible(talk, reading.conflicts), *effects], changes.ways(talk, change))
    return flow.END


def _taken(reading: Reading) -> list[Fact]:
    """The statements of a text that were taken: not those that exclude each other."""
    apart = {each.name for each in reading.conflicts if each.reason == "contradicted"}
    return [fact for fact in (*reading.facts, *reading.doubts) if fact.name not in apart]


def _understood(talk: Talk, reading: Reading, change: Change) -> list[Html]:
    """Each fact with its words, or that all of it was known; then what could not be taken."""
    taken = _taken(reading)
    heading = talk.text("advice.understood" if change.after else "advice.known")
    lines = [heading, *changes.told(talk, taken, change)] if taken else []
    return [*lines, *changes.impossible(talk, reading.conflicts)]


def _right() -> list[Offer]:
    return [button("advice.button.right", "advice.right"), button("advice.button.change", "advice.change")]


async def _send(talk: Talk, lines: list[Html], offers: list[Offer], *, asks: bool = False) -> None:
    """Send ``lines`` with one question under them: which of two statements holds; else, if it ``asks``, whether all is
    right; else only the ``offers``."""
    asked, choices = changes.which(talk)
    if asked:
        await talk.send(together(*lines, *asked), choices)
    else:
        if asks:
            kept_of(talk)["awaits"] = True
        await talk.send(together(*lines, talk.text("advice.right") if asks else ""), offers)
