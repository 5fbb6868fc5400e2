"""English that tells what happened and leaves its name to the reader: an entrusted loan, a forced debit.

"The parent put the money with a bank and told it who was to have it" names no entrusted loan, "the bank helped itself
from our deposit" no arrears. Each frame here joins a deed with the field in which it has that meaning.
"""

from __future__ import annotations

from policies.facts.collateral import LOAN
from policies.facts.found import Findings
from policies.facts.frames import Frame, words
from policies.facts.frames import find as find_frames
from policies.facts.scope import Page

_INSIDER = (
    r"(?:parent(?: company| group)?|holding(?: company)?|(?:sister|affiliated|related) (?:company|firm)|affiliate|"
    r"(?:main |major |big |our )?shareholder|investor|(?:our|the) group|mother company)"
)
_TO_LEND = words(
    r"told (?:it|the bank|them)|named us|nam\w+ (?:us|me) as|instruct\w*|to lend|lend it on|who was to|"
    r"who should (?:get|have)|earmark\w*|as (?:the )?borrowers?|on condition|to pass (?:it|them) on|decided (?:the )?"
    r"(?:borrower|rate|price|term)"
)
_THE_BANK = words(r"banks?|lenders?|branch|it|which")
_COVERED = words(
    r"guarant\w+|collateral|mortgag\w+|pledg\w+|insur\w+|low|little|small|no risk of (?:late|default)|customers?"
)
_SOMEBODYS_MONEY = words(
    r"parent(?:'s)?|holding(?:'s)?|shareholder(?:'s)?|investors?(?:'s)?|sister|affiliate\w*|group(?:'s)?|paperwork|"
    r"for a fee|handling|takes a fee|decided|lender of record"
)
_LAST = r"(?:(?:last|final|first|whole|monthly|quarterly|due|outstanding) )*"
_SUM_DUE = rf"(?:it|the {_LAST}(?:instal\w+|payments?|principal|interest|capital|debt|sum|amount|money|rest|balance))"
_BY_FORCE = words(
    rf"helped itself|set {_SUM_DUE} off|set off {_SUM_DUE}|(?:took|collected|recovered|seized|deducted|withdrew|"
    rf"debited) {_SUM_DUE}(?: of (?:the|our) loan)? (?:straight |directly )?(?:from|out of) our (?:\w+ )?"
    rf"(?:deposits?|savings)|(?:took|seized|deducted|collected|debited) {_SUM_DUE}[^,.;]{{0,40}} by (?:itself|force)|"
    rf"had to (?:ring|phone|call|remind|chase|press|write to|come after) us|"
    rf"(?:rang|phoned|called|wrote)(?: to)? (?:us )?(?:\w+ ){{0,3}}before (?:it|they) (?:got|had|saw|received)"
)
_EACH = r"(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)"
_SOME = r"(?:two|three|four|five|six|seven|eight|nine|ten|both|\d{1,2})"
_SHARED = words(
    rf"(?:own|hold|have|holding|owning) (?:a|an|one) {_EACH} each|{_SOME} (?:private |natural )?(?:persons|people|"
    rf"individuals|founders|engineers|friends|siblings|brothers|sisters) (?:own|hold) (?:all )?(?:of )?(?:the|our|its) "
    rf"(?:shares|stock|equity)|(?:they|we|i|founders|founder) and (?:nobody|no one|no-one) else (?:own|hold)s?|"
    rf"(?:owners|shareholders): (?:\w+ )?(?:private |natural )?(?:persons|individuals|founders)(?! and)|"
    rf"(?:own|hold) it (?:all|between us)"
)
_RESEARCH = words(r"r ?& ?d|r and d|research(?: (?:and|&) development)?")
_SPENT = words(
    r"spen[dt]s?|spending|invest\w*|outlay|expens\w+|costs?|zero|yuan|fen|cent|money|books|accounts|budget|line"
)
_NOT_ALL_OF_IT = words(
    r"less|below|under|only|outsourc\w+|subsid\w*|grants?|capitali\w+|how|staff|people|from the|borrow\w*|else|other|"
    r"without|idle|wasted?|more than|audit\w*"
)
_ASKED_FOR = words(
    r"(?:first|only) (?:public|regional|government|state|fiscal) (?:money|subsid(?:y|ies)|funding|support|help|grant|"
    r"aid)(?= (?:(?:that |which )?(?:we|i)(?:'d| would| are| have|'ve|'m| am)? ?(?:ever )?(?:be )?(?:ask|apply|claim|"
    r"seek|request)))"
)
_NOT_OTHERS = words(r"other|rejected|refused|second|is this|was this")

FRAMES = (
    Frame(
        "loan_kind",
        words(
            rf"{_INSIDER}(?: \w+){{0,3}}? (?:put|placed|deposited|parked|lodged)(?: [\w.,%¥]+){{0,6}}? (?:with|at|"
            rf"into|in) (?:an? |the |our |its )?(?:\w+ ){{0,3}}?(?:bank|branch)"
        ),
        stated="entrusted",
        denied=None,
        about=_TO_LEND,
        signs=("put ", "placed ", "deposited ", "parked ", "lodged "),
        weight=3,
    ),
    Frame(
        "loan_kind",
        words(
            r"(?:bears?|bore|carr(?:y|ies|ied)|takes?|took|runs?) (?:no|none of the|not any of the|zero)(?: \w+){0,2} "
            r"risks?"
        ),
        stated="entrusted",
        denied=None,
        beside=_THE_BANK,
        about=_SOMEBODYS_MONEY,
        without=_COVERED,
        signs=("risk",),
        bare=True,
        weight=3,
    ),
    Frame(
        "loan_overdue",
        _BY_FORCE,
        denied=None,
        beside=words(r"banks?|lenders?|branch|it|they"),
        about=LOAN,
        without=words(r"customers?|offer\w*|documents?|papers?|sign|signing|signature|survey|opening|news|buyers?"),
        signs=("helped itself", " off", "deposit", "savings", "itself", "force", "had to", "before "),
        doubt=True,
        weight=3,
    ),
    Frame(
        "group_subsidiary",
        _SHARED,
        stated=False,
        denied=None,
        without=words(
            r"customers?|patents?|group|corporation|conglomerate|parent|holding|invest\w*|funds?|building|land|flat|"
            r"bank|loan|pledg\w+|listed|rivals?|competitors?|suppliers?|second|another|other|after|once|next|sister|"
            r"did not|would|if"
        ),
        signs=(
            " each",
            "persons",
            "people",
            "individuals",
            "founder",
            "engineers",
            "friends",
            "else",
            " it all",
            "brothers",
        ),
    ),
    Frame(
        "group_subsidiary",
        words(
            r"(?:the|our|a) (?:\w+ )?(?:group|parent|corporation|holding|conglomerate) (?:that|which) (?:owns|"
            r"controls) us"
        ),
        denied=None,
        without=words(r"no|not|never|without"),
        bare=True,
        signs=(" owns us", " controls us"),
        weight=3,
    ),
    Frame(
        "rnd_invested",
        _RESEARCH,
        stated=None,
        denied=False,
        beside=_SPENT,
        without=_NOT_ALL_OF_IT,
        signs=("r&d", "r & d", "r and d", "research"),
    ),
    Frame(
        "other_regional_funding",
        _ASKED_FOR,
        stated=False,
        denied=None,
        without=_NOT_OTHERS,
        bare=True,
        signs=("first ", "only "),
    ),
    Frame(
        "qualification_title",
        words(r"titles?|labels?|certificates?|distinctions?|qualifications?"),
        stated=None,
        denied=False,
        beside=words(r"of any (?:sort|kind)|whatever|whatsoever|at all|a single (?:title|label|certificate)"),
        without=words(r"others?|further|more|else|tax|land|safety|customers?|fund|patents?|bank"),
        signs=("title", "label", "certificate", "distinction", "qualification"),
        weight=1,
    ),
    Frame(
        "qualification_title",
        words(
            r"(?:the )?only (?:\w+ )?(?:title|label|certificate|status|distinction|recognition) (?:that )?we "
            r"(?:ever )?had"
        ),
        stated=False,
        denied=None,
        about=words(r"ran out|expired|lapsed|run out|was withdrawn|was revoked|no longer valid|not renewed"),
        bare=True,
        signs=("only",),
    ),
)


def find(page: Page) -> Findings:
    """Everything that is told by what happened."""
    yield from find_frames(page, FRAMES)
