"""Follow-ups answered from the advice under way: another language or subject, one article, papers, money, time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot import advising, checklists, counsel, flow, inquiry, plans, reasons
from bot.announce import offer as button
from bot.errors import Pardon
from bot.followups import LAST, Followup
from bot.inquiry import kept_of
from bot.talk import Talk, together
from bot.texts import Html
from policies.advise import Answer
from policies.results import Match
from policies.text import normalise

_AMISS = ("ineligible", "expired", "not_yet", "unknown")
_FITS = ("eligible", "likely", "unknown", "not_applicable")


def is_under_way(talk: Talk) -> bool:
    """Whether there is advice that a follow-up can be about."""
    return bool(kept_of(talk).get("text"))


async def follow(talk: Talk, said: Followup) -> int | None:
    """Answer a follow-up; None if it is none as things stand: a figure or a subject without advice under way."""
    if said.kind == "topic":
        return await _topic(talk, said.subject)
    if said.kind == "undo":
        return await _undo(talk)
    if not is_under_way(talk):
        if said.bare:
            return None
        raise _lost(talk)
    if said.kind == "restart":
        return await _restart(talk)
    article = _meant(talk, said)
    if said.kind == "more":
        return await advising.more(talk, {})
    if said.kind == "apply":
        return await _apply(talk, article)
    return await _about(talk, said.kind, article)


async def _undo(talk: Talk) -> int:
    """The last change of what is kept is taken back, as its button would."""
    if (back := kept_of(talk).get("undo")) is None:
        raise Pardon("advice.undo.nothing")
    return await advising.undo(talk, back)


async def _apply(talk: Talk, article: str) -> int:
    """The checklist of the article that is meant, as its button would; where there is none, where to go."""
    answer = inquiry.ask(talk)
    match = inquiry.match_of(talk, article or _last(talk) or _first(talk, "apply", answer))
    if not plans.offers(talk, match):
        return await _about(talk, "where", match.article)
    return await checklists.begin(talk, {"article": match.article})


def _lost(talk: Talk) -> Pardon:
    """Nothing is under way: the polite way back, which for a payer's people is to what they do here."""
    fault = advising.nothing(talk)
    return Pardon("advice.followup.none") if fault.key == "advice.none" else fault


# --- in another language ------------------------------------------------------------------------------


async def in_language(talk: Talk, code: str) -> int:
    """The same again in another language: where one was chosen with ``/language``, only this answer; else on in it, and
    a later message in another turns the language again."""
    account = talk.desk.state.accounts.get(talk.user)
    stays = account is not None and bool(account.settings.get("language_chosen"))
    turned, talk.language = code != talk.language, code
    if not stays:
        talk.desk.state.accounts.set_language(talk.user, code)
        if turned:
            await talk.say("advice.language.turned")
    return await again(talk)


async def again(talk: Talk) -> int:
    """What was shown last, once more, with the question that is open."""
    kept = kept_of(talk)
    kind, article = kept.get("view") or ["list", ""]
    open_ = kept.get("question")
    if kind == "list":
        await talk.send(together(*advising.listed(talk, inquiry.ask(talk))))
    else:
        await _about(talk, kind, article)
    if open_ is not None:
        await advising.go_on(talk, inquiry.ask(talk))
    return flow.END


# --- about one article, or all ------------------------------------------------------------------------


def _meant(talk: Talk, said: Followup) -> str:
    """The article that a follow-up refers to; empty if it does not say. Pardon for one that is not there."""
    if said.article:
        if said.article not in talk.desk.adviser.corpus.articles:
            raise Pardon("advice.followup.article", article=said.article)
        return said.article
    if said.number is None:
        return ""
    shown = _shown(talk)
    place = len(shown) if said.number == LAST else said.number
    if not 1 <= place <= len(shown):
        raise Pardon("advice.followup.number", number=place, count=len(shown))
    return shown[place - 1]


def _shown(talk: Talk) -> list[str]:
    shown: list[str] = kept_of(talk).get("shown") or [match.article for match in inquiry.ask(talk).matches]
    if not shown:
        raise advising.nothing(talk)
    return shown


async def _about(talk: Talk, kind: str, article: str) -> int:
    """One kind of answer about ``article``, or where none is named about the one shown last, or all of them."""
    answer = inquiry.ask(talk)
    if kind == "both" or (kind == "amount" and not article and not _brings_money(talk, _last(talk))):
        lines = reasons.both(talk, answer) if kind == "both" else reasons.amounts(talk, answer)
        inquiry.view(talk, kind)
        await talk.send(together(*lines))
        return flow.END
    match = inquiry.match_of(talk, article or _last(talk) or _first(talk, kind, answer))
    if kind in ("detail", "whole"):
        await advising.whole(talk, match, answer, [])
        return flow.END
    if kind == "why":
        return await advising.why(talk, {"article": match.article})
    inquiry.view(talk, kind, match.article)
    offers = [button("advice.button.why", "advice.why", article=match.article)]
    if kind == "why-not":
        offers.append(button("advice.button.change", "advice.change"))
    await talk.send(together(*_ANSWERS[kind](talk, match, answer)), offers)
    return flow.END


def _brings_money(talk: Talk, article: str) -> bool:
    """Whether an article has anything of its own to reckon; none is named: no."""
    benefits = talk.desk.adviser.corpus.articles[article].benefits if article else ()
    return any(each.beneficiary == "enterprise" and each.amount is not None for each in benefits)


def _last(talk: Talk) -> str:
    """The article that was shown last, if one was."""
    _, article = kept_of(talk).get("view") or ["list", ""]
    return str(article)


def _first(talk: Talk, kind: str, answer: Answer) -> str:
    """The article that is meant where none is named: the first that can be had; for "why" the first on the screen, for
    "why not" the first there that does not fit, or the first where all fit."""
    shown = _shown(talk)
    wanted: Sequence[str] = counsel.POSSIBLE
    if kind == "why":
        return shown[0]
    if kind == "why-not":
        shown, wanted = shown[: counsel.SHOWN], _AMISS
    fitting = {match.article for match in answer.matches if match.verdict in wanted}
    return next((name for name in shown if name in fitting), shown[0])


_ANSWERS: dict[str, Callable[[Talk, Match, Answer], list[Html]]] = {
    "why-not": lambda talk, match, _: reasons.why_not(talk, match),
    "papers": lambda talk, match, _: reasons.papers(talk, match),
    "amount": reasons.amount,
    "deadline": lambda talk, match, _: reasons.deadline(talk, match),
    "payer": lambda talk, match, _: reasons.payer(talk, match),
    "where": lambda talk, match, _: reasons.where(talk, match),
    "sure": lambda talk, match, _: reasons.sure(talk, match),
}


# --- about something else -----------------------------------------------------------------------------


async def _topic(talk: Talk, subject: str) -> int | None:
    """What about this subject: ranked again within its themes, for the place and profile that are known."""
    if not is_under_way(talk) or talk.desk.adviser.reading(subject, talk.desk.today()).facts:
        return None
    themes = themes_of(talk, subject)
    words = inquiry.theme_words(talk)
    text = " ".join([subject, *(word for theme in themes for word in words[theme])])
    answer = inquiry.ask(talk, text, themes)
    named = _named(talk, themes, subject)
    if not answer.matches:
        raise Pardon("advice.topic.none", subject=named)
    fits = any(match.verdict in _FITS for match in answer.matches)
    inquiry.begin(talk, text, themes)
    lines = advising.listed(talk, answer)[1:]
    await talk.send(together(talk.text("advice.topic" if fits else "advice.topic.unfit", subject=named), *lines))
    if fits:
        await advising.go_on(talk, answer)
    return flow.END


def themes_of(talk: Talk, subject: str) -> list[str]:
    """The themes that a subject names: those whose word it is, else those whose longest word it has."""
    plain = normalise(subject).strip()
    found: dict[str, int] = {}
    for theme, listed in inquiry.theme_words(talk).items():
        for word in map(normalise, listed):
            if plain == word or plain.rstrip("s") == word.rstrip("s"):
                found[theme] = 100
            elif word in plain or (len(plain) > 1 and plain in word and not word.isascii()):
                found[theme] = max(found.get(theme, 0), len(word))
    longest = max(found.values(), default=0)
    return [theme for theme, length in found.items() if length == longest]


def _named(talk: Talk, themes: list[str], subject: str) -> Html:
    words, vocabulary = counsel.wording(talk), talk.desk.adviser.corpus.vocabulary
    return counsel.apart(talk, [words.say(vocabulary.themes[theme].label) for theme in themes] or [subject])


async def _restart(talk: Talk) -> int:
    """From the beginning: what was asked is dropped, what is known of the enterprise stays."""
    kept_of(talk).clear()
    known = talk.desk.state.profiles.get(talk.user).facts
    await talk.say("advice.restart.known" if known else "advice.restart")
    return flow.END
