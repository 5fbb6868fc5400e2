"""Where the enterprise is: the closed list of places, and which of the places named is its own.

Codes are paths: `CN-11`, `CN-11/haidian`, `CN-32/suzhou/kunshan`. A county or district counts with its city or
province beside it, or alone where its name is known across the country (昆山, Yiwu). Where a text names several, the
one moved to wins, then the one registered in, then the one it works in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from policies.facts import new_seats, outland, plants, pointed, residence, seat
from policies.facts.found import Findings, Found
from policies.facts.gazetteer import gazetteer, known, label
from policies.facts.scope import Page
from policies.facts.whereabouts import weigh
from policies.patterns import lazy

__all__ = ["find", "known", "label", "named"]


@dataclass(slots=True)
class Mention:
    """A place named at `start:end`, with the codes that it may mean."""

    codes: tuple[str, ...]
    full: bool  # named with its 市, 区 or 县, which no other place shares
    start: int
    end: int


def find(page: Page) -> Findings:
    """The enterprise's own place; of several the best founded. A doubt where the writer does not know the seat."""
    if (doubt := seat.unknown(page, named(page))) is not None:
        yield doubt
        return
    if (moved := next(new_seats.find(page, named(page)), None)) is not None:
        yield moved
        return
    yield from outland.find(page, named(page))
    told = [
        Found("region", code, start, end, weight)
        for code, start, end in named(page)
        if (weight := weigh(page, start, end))
    ]
    told = _not_plants(page, told)
    best = max(told, key=lambda one: one.weight, default=None)
    if best is None:
        yield from _in_its_core(page)
        yield from pointed.find(page, named(page))
        return
    while narrower := [
        one
        for one in told
        if str(one.value).startswith(f"{best.value}/") and (one.weight >= best.weight or one.weight > 2)
    ]:  # "a Beijing firm, all of it in Haidian": the narrower place says more
        best = max(narrower, key=lambda one: one.weight)
    yield _of_its_park(page, best)


_SEATED = 4
"""From this weight on a place is told as the seat, not as where something of ours stands."""


def _not_plants(page: Page, told: list[Found]) -> list[Found]:
    """Leaves out places at which no company was set up, and works or stores of a company that is somewhere else."""
    if all(one.weight >= _SEATED for one in told):
        return told
    bare = plants.only_plants(page, named(page))
    told = [one for one in told if one.weight >= _SEATED or not _near(str(one.value), bare)]
    works = plants.only_works(page, named(page))
    return [one for one in told if one.weight >= _SEATED or not _near(str(one.value), works)] or told


def _near(code: str, others: tuple[str, ...]) -> bool:
    """Whether a place lies in one of the others, or one of them in it."""
    return any(f"{code}/".startswith(f"{one}/") or one.startswith(f"{code}/") for one in others)


_OFFICE_OF = lazy(
    r"(?:'s)? (?:park|(?:\w+ ){0,2}incubators?|(?:[\w-]+ ){0,2}association)(?![a-z])|"
    r"园|区?(?:管委会)?(?:认定|认可)|区?(?:的|那家|重点|核心){0,2}(?:孵化器|私个协)"
)
"""Behind a place: its park, its key incubators, its association, which know or house us."""


_CORE = lazy(r"核心区|(?<![a-z])core[- ](?:area|zone|district)(?![a-z])")


def _in_its_core(page: Page) -> Findings:
    """A seat in "the core area" where the one district is spoken of: "… as Haidian Park recognises it"."""
    core = _CORE.search(page.text)
    codes = {code for code, _, _ in named(page)}
    if core is not None and len(codes) == 1 and not page.theirs(core.start()):
        yield Found("region", codes.pop(), core.start(), core.end())


def _of_its_park(page: Page, best: Found) -> Found:
    """Of a Beijing firm that Haidian Park knows or houses, Haidian: a district's own offices look after its own."""
    for code, start, end in named(page):
        if code.startswith(f"{best.value}/") and _OFFICE_OF.match(page.text, end):
            return Found("region", code, start, end, best.weight)
    return best


def named(page: Page) -> tuple[tuple[str, int, int], ...]:
    """Every place that the text names, ours or not: its code, and where in the normal form. Read once a page."""
    if page.places is None:
        page.places = tuple(_named(page))
    return page.places


def _named(page: Page) -> Iterator[tuple[str, int, int]]:
    groups = _together(page, _mentions(page))
    for group in groups:
        code = _resolve(page, group, groups)
        if code is not None:
            yield code, group[0].start, group[-1].end


def _mentions(page: Page) -> list[Mention]:
    book = gazetteer()
    made: list[Mention] = []
    for match in book.pattern.finditer(page.text):
        if match["zh"]:
            said: str = match["zh"]
            meant = book.names[said]
            full = len(meant) == 1 and len(said) > 2 and said[-1] in "市区县旗" and book.zh[meant[0]] == said
            made.append(Mention(meant, full, match.start(), match.end()))
            made.extend(_bound(page, made[-1]))
            continue
        word = match["en"]
        codes = (
            book.names.get(word)
            or book.names.get(word.replace("'", ""))
            or (book.names.get(word[:-2]) if word.endswith("'s") else None)
        )
        if codes is None and word.endswith(" new district"):
            codes = book.names.get(word.removesuffix(" new district"))
        if codes is None and " " not in word:
            codes = _misspelt(page, match)
        if codes:
            made.append(
                Mention(
                    codes,
                    False,
                    match.start(),
                    match.end() - (2 if word.endswith("'s") and book.names.get(word) is None else 0),
                )
            )
    return made


def _bound(page: Page, wider: Mention) -> Iterator[Mention]:
    """A district whose bare name is an everyday word, right behind its own city or province: 佛山南海, 吴忠同心."""
    match = gazetteer().bound.match(page.text, wider.end)
    if match is None:
        return
    codes = tuple(
        code for code in gazetteer().everyday[match[1]] if any(code.startswith(f"{one}/") for one in wider.codes)
    )
    if codes:
        yield Mention(codes, False, match.start(1), match.end())


_PINYIN = lazy(r"zh|ng|ou|ua|ao|an|en|in|ai|ia|ei|un|iu|qi|xi|hu|ho|gu")
_ENGLISH = lazy(r"(?:ing|tion|ment|ness|ally|ence|able|ough|ght|ess|er|ed|ers|ly)$")


def _misspelt(page: Page, match: re.Match[str]) -> tuple[str, ...] | None:
    """Yinchaun, Hangzou: a word that stands where a place stands, one slip away from a place that may stand alone."""
    word = match["en"]
    if len(word) < 6 or not _PINYIN.search(word) or _ENGLISH.search(word):
        return None
    capital = page.source.original[page.source.origin[match.start()]].isupper()
    lead = page.text[max(0, match.start() - 12) : match.start()]
    if not (
        re.search(r"(?<![a-z])(?:in|at|from|based)\s$|在$|base$", lead)
        or (capital and re.match(r"[\s-](?:based|company|firm|limited)|\s?[,.]|$", page.text[match.end() :]))
    ):
        return None
    book = gazetteer()
    hit = process.extractOne(word, book.spellings, scorer=fuzz.ratio, score_cutoff=86)
    if hit is None or hit[0][0] != word[0] or abs(len(hit[0]) - len(word)) > 1:
        return None
    return book.names[hit[0]]


def _together(page: Page, mentions: list[Mention]) -> list[list[Mention]]:
    """Names that make one address: 北京海淀, 江苏省苏州市昆山, "Haidian, Beijing", "Kunshan in Jiangsu"."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and len(groups[-1]) < 4:
            last = groups[-1][-1]
            gap = page.text[last.end : mention.start]
            if re.fullmatch(
                r"(?:省|市|区|县|的|自治区|地区|\s|·|-|'s\s|,\s?|\s?(?:district|county|city|prefecture|"
                r"province)?,?\s?(?:in|of)?\s?(?:the)?\s?){1,2}|",
                gap,
            ) and _fits([*groups[-1], mention]):
                groups[-1].append(mention)
                continue
        groups.append([mention])
    return groups


def _fits(group: list[Mention]) -> bool:
    """Whether one path leads through all of the names."""
    return _path(group) is not None


def _path(group: list[Mention]) -> str | None:
    paths = [""]
    ordered = sorted(group, key=lambda m: min(c.count("/") for c in m.codes))
    for mention in ordered:
        paths = [
            (code if len(code) >= len(path) else path)
            for path in paths
            for code in mention.codes
            if not path or code.startswith(f"{path}/") or path.startswith(f"{code}/") or code == path
        ]
    return max(paths, key=len) if paths else None


_NEAR = 60
"""Code points within which a province tells which of two places of one name is meant."""


def _resolve(page: Page, group: list[Mention], groups: list[list[Mention]]) -> str | None:
    code = _path(group)
    if code is None:
        return None
    if len(group) == 1:
        said = group[0]
        standing = [c for c in said.codes if c in gazetteer().free or said.full]
        if not standing and len(said.codes) == 1 and _registered(page, said):
            return said.codes[0]  # a county that is not known across the country, where no other thing is meant
        if standing and len(said.codes) > 1 and (meant := _of_province(page, said, groups)):
            return meant[0] if len(meant) == 1 else None
        return standing[0] if standing else None
    return code


def _registered(page: Page, said: Mention) -> bool:
    lead = page.text[max(0, said.start - _NEAR) : said.start]
    return residence.registered_at(lead, page.text[said.end : said.end + 8])


_THE_ONE = lazy(r"the one|ours|our city|the city|not the|other|不是|另一个")


def _told_apart(page: Page, said: Mention, province: Mention) -> bool:
    """Whether a province stands close to a town, or further on where the two towns are set against each other."""
    between = page.text[min(said.end, province.end) : max(said.start, province.start)]
    return len(between) < _NEAR or (len(between) < 3 * _NEAR and _THE_ONE.search(between) is not None)


def _of_province(page: Page, said: Mention, groups: list[list[Mention]]) -> list[str]:
    """Which of two towns of one name lies in the province that is named close by: "Suzhou, the one in Anhui"."""
    close = {
        code
        for group in groups
        if group[0] is not said and _told_apart(page, said, group[0])
        for code in group[0].codes
    }
    return [code for code in said.codes if any(code.startswith(f"{wider}/") for wider in close)]
