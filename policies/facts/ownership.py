"""Frames of ownership: whether a larger house stands behind the enterprise, and whether its shares are undisputed."""

from __future__ import annotations

import re

from policies.facts.found import Findings
from policies.facts.frames import Frame, words
from policies.facts.frames import find as find_frames
from policies.facts.scope import Page
from policies.patterns import lazy

_CORPORATE = (
    r"(?:parent|holding|mother|bigger|larger|large|big|other|another|outside|listed|state-owned|corporate|industrial|"
    r"foreign|investment) (?:compan(?:y|ies)|firms?|groups?|enterprises?|corporations?|shareholders?|owners?|backers?|"
    r"investors?)|corporations?|corporate (?:group|parent|shareholders?|owners?)|conglomerates?|(?:no|any|a|an|the|"
    r"our) (?:(?!that |which |of |shares? |is |was )[\w'-]+ ){0,3}groups?|"
    r"parents?|holdings?|no compan(?:y|ies)|(?:is|being) a company|compan(?:y|ies) among|subsidiar(?:y|ies)|"
    r"affiliates?|legal entit(?:y|ies)|institutional investors?"
)
_OWNS = words(
    r"own(?:s|ed|ers?|ership)?|hold(?:s|ing|ings)?|held|shares?|shareholders?|shareholdings?|equity|stakes?|"
    r"stockholders?|holders?|"
    r"behind|above|belong\w*|part of|controls?|controlled|majority|subsidiar(?:y|ies)|independent of|affiliat\w+|"
    r"set us up|set up by|founded (?:us|by)|arm of"
)
_PEOPLE = words(
    r"founders?|co-?founders?|individuals?|private (?:persons?|individuals?|people)|natural persons?|people|(?:two|"
    r"three|"
    r"four|five|six|seven|both|all|some|\d+) of us|me|myself|ourselves|my (?:\w+ )?(?:wife|husband|brother|sister|"
    r"father|"
    r"mother|son|daughter|friend|family|partner|co-?founder)|(?:wife|husband|brothers?|sisters?|siblings|father|"
    r"mother|family|"
    r"friends?|engineers?|classmates|colleagues|couple|spouses?|relatives|employees|staff|managers?) (?:and|alone|"
    r"only)|"
    r"founding (?:team|members)|team|staff|employees|engineers|brothers|sisters|family|friends|couple|classmates|i|"
    r"us|me|dad|mum|brother|sister"
)
_ALL_OF_IT = words(
    r"all(?: of)? (?:the |our |its )?(?:shares|stock|equity|shareholders|stockholders|owners)|"
    r"every (?:single )?share|each "
    r"share|all shares|100 ?(?:%|per cent|percent)|entirely|wholly|solely|only|alone|nobody but|no one but|"
    r"no-one but|the rest|"
    r"the whole|between (?:us|the|my|two|three|four|five)|split|sole|fully|belongs? to|(?:share|stock)holders are|"
    r"owners are|"
    r"owned by|held by|owners?(?=:| ?=)|shareholders?(?=:| ?=)|in the hands of|divided|it all|all of it|"
    r"fifty[- ]fifty|50/50|half each|everything|just|exclusively|"
    r"nobody else|no one else|and nobody|remainder|jointly|half and half|equal(?:ly| parts| shares)"
)
_SHARED_OUT = words(
    r"shares|share|stock|equity|ownership|owns?|owned|hold|holds|held|(?:share|stock)holders|(?:share|stock)holder|"
    r"owners?|belongs? to|shareholding"
)
_NOT_OURS = words(
    r"patents?|copyrights?|software|building|land|flat|machines?|ip|talks?|loans?|pledg\w+|collateral|customer|fund|"
    r"bank|sales|turnover|market|votes|profits?|work|certificate|title|meeting|stand|programme|scheme|talent"
)
_CORPORATE_HEAD = words(_CORPORATE)

_GROUP = (
    r"(?:an?|the|our|its|one) (?:[\w'-]+ ){0,4}?(?:group|corporation|conglomerate|parent(?: company)?|holding company|"
    r"listed company|multinational|concern|state-owned (?:company|enterprise|firm|group))"
)
_MUCH = (
    r"(?:us|our|the (?:company|firm|majority|whole|lot)|it|all|every|most|more than half|a majority|\d[\d.]*(?: ?%|"
    r" per ?cent)|half|a controlling|control|two thirds|three quarters|(?:two|three|four) fifths|seven tenths)"
)
_MADE = r"(?:founded|set up|established|started|created|launched|formed|incorporated)"
_BY_A_GROUP = words(
    rf"(?:shares|equity|stock|ownership|capital|company|firm) (?:\w+ ){{0,2}}?(?:belongs?|is held|are held|lies?|is|"
    rf"are|"
    rf"sits?|rests?) (?:\w+ )?(?:to|by|with|in the hands of|owned by|held by) {_GROUP}|"
    rf"{_GROUP}(?: (?:of|from|in|with) (?:[^,.;]|,(?=\d)){{1,30}}?)? (?:(?:{_MADE}|set) us(?: up)?|(?:owns|holds|"
    rf"controls|has|"
    rf"keeps|"
    rf"acquired|bought|took over) {_MUCH})|{_GROUP}(?: [\w'-]+){{0,6}}?, which (?:{_MADE}|set) (?:us|the company|our "
    rf"company|the firm|it)(?: up)?|(?:majority|main|largest|biggest|sole|controlling|principal|only) "
    rf"(?:owner|shareholder|holder) (?:is|being|has been) {_GROUP}|{_MADE} (?:as|to be) (?:an?|the) (?:\w+ )?"
    rf"(?:daughter|subsidiary|offshoot|arm|unit|spin-off)(?: company)? of {_GROUP}"
)

FRAMES = (
    Frame(
        "group_subsidiary",
        _CORPORATE_HEAD,
        stated=None,
        denied=False,
        beside=_OWNS,
        without=words(r"customers?|loan|bank|invoice|fund|owes?|lent|more than|large enterprise"),
        signs=(
            "own",
            "share",
            "hold",
            "held",
            "equity",
            "stake",
            "behind",
            "belong",
            "part of",
            "control",
            "independent",
        ),
    ),
    Frame(
        "group_subsidiary",
        words(
            r"(?:in|entirely in) the (?:\w+ )?founders' hands|(?:two|three|four|five|six|seven|\d) (?:individuals|"
            r"people|persons|engineers|"
            r"friends|founders) own (?:it|us|the company|the firm|all)|(?:independent|free) of (?:any|every|"
            r"all) (?:\w+ )?(?:group|corporation|company|parent|concern)|"
            r"(?:nobody|no one) (?:but|except|other than|apart from|besides|outside) (?:\w+ ){1,6}(?:holds?|owns?|"
            r"has) (?:any )?(?:shares?|a share|"
            r"it|the company|the firm|a stake|stock)|(?:we|the founders|founders|the two of us|the three of us|"
            r"us founders) "
            r"(?:alone )?(?:own|hold|have) (?:the )?(?:company|firm|it|all|everything|every share)(?! of (?:a|"
            r"the) (?:bank|customer))"
        ),
        stated=False,
        denied=None,
        bare=True,
        signs=("independent", "nobody", "no one", " own", "hold", "free of"),
    ),
    Frame(
        "group_subsidiary",
        _SHARED_OUT,
        stated=False,
        denied=None,
        beside=lazy(rf"^(?=.*{_PEOPLE.pattern})(?=.*{_ALL_OF_IT.pattern})(?!.*{_CORPORATE_HEAD.pattern})", re.DOTALL),
        without=_NOT_OURS,
        signs=("share", "stock", "equity", "owne", "own ", "owns", "hold", "held", "belong"),
        weight=2,
        bare=True,
    ),
    Frame(
        "group_subsidiary",
        words(
            r"(?:owned|held|controlled|set up|founded|established|started|launched|created) (?:\w+ ){0,2}by (?:a|an|"
            r"the|our) (?:\w+[- ]){0,3}(?:group|corporation|conglomerate|parent|holding company|listed company|"
            r"state-owned (?:company|"
            r"enterprise|firm|group)|multinational|large company|bigger company|larger company|big company)|(?:group|"
            r"corporation|"
            r"conglomerate|parent(?: company| group)?|holding company|listed company|state-owned (?:enterprise|"
            r"company)|multinational)"
            r"[^,.;]{0,60}? (?:owns|holds|controls|has|acquired|took over|bought|founded|set up)(?: (?:us|our|"
            r"the company|"
            r"all|every|most|more than half|the majority|a majority|\d[\d.]*(?: ?%| per ?cent)|half|a controlling|"
            r"control|the whole|80|two thirds|three quarters))|(?:all of |all )?(?:our|the) (?:shares|equity|"
            r"stock) (?:\w+ )?(?:belongs?|is held|are "
            r"held|lies?|is|are) (?:to|by|with|in the hands of) (?:a|an|the|our) (?:\w+ ){0,2}(?:group|corporation|"
            r"conglomerate|"
            r"parent|holding|listed|company)|sole (?:shareholder|owner) (?:\w+ )?(?:is|being) (?:a|an|the|"
            r"our) (?:\w+ ){0,2}(?:group|"
            r"corporation|company|conglomerate|enterprise|parent)|which (?:still )?owns us|(?:wholly|majority|"
            r"fully)[- ]owned "
            r"subsidiary|(?:a|the) subsidiary of|part of (?:a|an|the) (?:\w+ ){0,3}(?:group|corporation|conglomerate|"
            r"concern)"
        ),
        denied=False,
        beside=words(r"us|our|we|we're|ours|the (?:company|firm)|is a|it"),
        without=words(r"customers?|owes?|owed|rival|competitor|supplier|loan|lent|user|buyer|buys"),
        signs=(
            "group",
            "corporation",
            "conglomerate",
            "parent",
            "holding",
            "listed company",
            "subsidiary",
            "owned",
            "company",
        ),
    ),
    Frame(
        "group_subsidiary",
        _BY_A_GROUP,
        denied=False,
        without=words(
            r"customers?|owes?|owed|rival|competitor|supplier|loan|lent|user|buyer|buys|building|land|patents?"
        ),
        signs=("group", "corporation", "conglomerate", "parent", "holding", "listed", "multinational", "state-owned"),
    ),
    Frame(
        "clear_equity",
        words(
            r"disput(?:es?|ed|ing)|quarrel\w*|lawsuits?|litigation|nominees?|doubts?|suing|sued?|at odds|contest(?:s|"
            r"ed)?|"
            r"in court|injunction"
        ),
        stated=False,
        denied=True,
        beside=words(r"shares?|equity|ownership|shareholding|stakes?|shareholders|stock"),
        signs=("share", "equity", "ownership", "stake"),
    ),
    Frame(
        "clear_equity",
        words(
            r"beyond dispute|undisputed|clear(?:ly)?|clean|simple|transparent|in order|tidy|straightforward|"
            r"plain(?:ly)?|"
            r"settled|uncontested"
        ),
        without=words(r"anything but|far from|none too|least|loan|account|invoice|of (?:our|the) (?:parent|group)"),
        beside=words(r"shareholdings?|equity|ownership|cap table|who owns|shares"),
        signs=("share", "equity", "owne", "cap table", "who owns"),
    ),
)


def find(page: Page) -> Findings:
    """Everything the frames of ownership read."""
    yield from find_frames(page, FRAMES)
