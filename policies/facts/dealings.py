"""Frames of our dealings with lenders and offices: the first loan of all, a lender's standing, other public money."""

from __future__ import annotations

from policies.facts.collateral import LOAN
from policies.facts.found import Findings, Found
from policies.facts.frames import Frame, words
from policies.facts.frames import find as find_frames
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_GATE = (
    "loan",
    "borrow",
    "lent",
    "bank",
    "lend",
    "repa",
    "instal",
    "drew",
    "credit",
    "guarant",
    "insur",
    "apprais",
    "valu",
)

FRAMES = (
    Frame(
        "first_loan",
        words(
            r"borrow(?:ed|ings?)?|bank loans?|loans?|lent|credit history|took (?:out )?(?:a|any) loan|owed (?:a|"
            r"any) bank|bank debts?|debts? to (?:a|any) bank"
        ),
        stated=None,
        denied=True,
        beside=words(
            r"(?:any|a|one|no|other|single) (?:other |single )?bank|banks|ever|before|until|anything|a cent|a fen|"
            r"of any kind|whatever|in (?:our|its) life|once|till|previous(?:ly)?|at all|in all our years"
        ),
        without=words(
            r"friends|family|private|relatives|security|collateral|pledge|late|overdue|interest|never been|unpaid|"
            r"in the end|finally"
        ),
        signs=_GATE,
        weight=1,
    ),
    Frame(
        "first_loan",
        words(
            r"(?:maiden|very first|first[- ]ever|first) (?:bank )?(?:loan|credit|"
            r"borrowing)(?! (?:service |desk|cent|rating|report|check|guarantee))"
        ),
        beside=words(r"our|ours|company's|firm's|company|firm|we|the first|its|this|it"),
        denied=None,
        signs=("first", "maiden"),
        weight=1,
    ),
    Frame(
        "first_loan",
        words(
            r"(?:had|have|has|'ve) (?:already |often )?(?:borrowed|had (?:\w+ )?(?:bank )?loans|"
            r"taken (?:\w+ )?(?:bank )?loans)"
            r"(?: \w+){0,4} (?:before|several times|earlier|already|twice|many times|repeatedly|previously|"
            r"more than once)|(?:had|have|has) already (?:borrowed|had a (?:bank )?loan|taken (?:out )?a)|"
            r"(?:an?|our|the|one) (?:earlier|previous|prior|former|older|old) (?:bank )?(?:loan|credit)|"
            r"(?:second|third|fourth|fifth|latest of several) (?:bank )?(?:loan|credit)|"
            r"(?:another|other|different) bank (?:had |has )?(?:already )?lent us|(?:bank )?loans? (?:\w+ )?(?:went|"
            r"came) before|loans? before (?:this|that|it)|"
            r"borrowed (?:from (?:a |the )?(?:bank|banks) )?(?:before|several times|already|twice)"
        ),
        stated=False,
        denied=None,
        signs=(
            *(
                "before",
                "already",
                "earlier",
                "previous",
                "prior",
                "former",
                "old",
                "second",
                "third",
                "fourth",
                "fifth",
            ),
            *("several", "twice", "other bank", "different"),
        ),
    ),
    Frame(
        "first_loan",
        words(r"for the (?:very )?first time"),
        beside=lazy(r"^(?=.*bank)(?=.*(?:borrow|lent|lend|loan|credit)|.*(?:took|taken|drew) [^,.;]{0,30}from)"),
        without=words(r"friends|family|relatives|late|missed|overdue|customers?"),
        denied=None,
        signs=("first time",),
    ),
    Frame(
        "first_loan",
        words(
            r"(?:not|n't|never) (?:the |our |exactly |its )?(?:very )?first (?:time|(?:bank )?loan)|no newcomers?|"
            r"(?:our|the|its|already our) (?:second|third|fourth) "
            r"one|(?:had|got|took|borrowed|received) [^.;]{0,24} from (?:a different|another) bank|(?:line|loan|"
            r"credit|facility) (?:from|with|of) (?:a different|another) bank"
        ),
        stated=False,
        denied=None,
        about=LOAN,
        signs=("first", "newcomer", " one", "nother bank", "different bank"),
        bare=True,
    ),
    Frame(
        "partner_institution",
        words(
            r"(?:joined|joins|belongs? to|in|inside|within|outside|under|signed up (?:to|for)|contracted (?:for|"
            r"under)) (?:the |that |its |a )?"
            r"(?:\w+ )?(?:science[- ]finance|sci-?tech finance|science department's|department's|"
            r"regional science) (?:scheme|programme|program|"
            r"network)|(?:department|programme|scheme) (?:cooperates?|works?|has (?:an )?agreement|has signed) with|"
            r"(?:works?|cooperates?) with "
            r"the (?:\w+ )?(?:science )?department|contracted by the (?:science )?department"
        ),
        beside=words(r"banks?|lenders?|guarantors?|insurers?|appraisers?|it|which|institutions?|branch|one|ordinary"),
        without=words(r"outside|how|whether|which banks|applying|negotiating|talks"),
        signs=("science", "department"),
        doubt=True,
    ),
    Frame(
        "partner_institution",
        words(
            r"(?:cooperation |partnership |framework )?agreements? (?:for|on|with|of|in) (?:\w+ ){0,4}?(?:science|"
            r"department|"
            r"science-finance|sci-?tech|programme|scheme)|partners? (?:of|in|to|with|for) (?:the |that |its |this |"
            r"your )?(?:\w+ ){0,2}(?:science|department|programme|program|scheme)|(?:its|their|the department's|"
            r"the region's|the official|the listed|the approved|the science-finance|science-finance|"
            r"the regional) (?:\w+ )?partners?(?: (?:banks?|institutions?|lenders?|list))?"
        ),
        beside=words(
            r"banks?|bank's|lenders?|guarantors?|insurers?|appraisers?|it|which|institutions?|branch|one|"
            r"guarantee company|they|belongs?|among|agreement"
        ),
        about=words(r"banks?|lenders?|guarant\w+|insur\w+|apprais\w+|loans?|valuer"),
        without=words(r"business partners?|applying|apply|which banks|waiting|used to|formerly|negotiating|talks"),
        signs=("agreement", "partner"),
        doubt=True,
    ),
    Frame(
        "other_regional_funding",
        words(
            r"subsid(?!iar)\w+|grants?|aid|chipped in|chip in|support(?:ed|s)?|funds?|funding|money|contribut\w+|"
            r"assistance|"
            r"help|refund\w*|reimburse\w*|anything|a cent|a penny|a fen|one yuan|payments?"
        ),
        stated=None,
        denied=False,
        beside=words(
            r"other|else|elsewhere|further|another|second|additional|more|twice|(?:any|no) (?:public|regional|"
            r"government|"
            r"state|fiscal|such)|regional|from the region|(?:for|towards?|to|on|behind) (?:it|this|that|the|"
            r"the same) (?:very )?"
            r"(?:loan|guarantee|insurance|policy|interest|fee)|apart from this|autonomous region\S*|towards it|"
            r"for it|to it"
        ),
        about=words(r"loans?|borrow\w*|lent|guarant\w+|insur\w+|interest|premiums?|policy|valu\w+|apprais\w+|bank"),
        without=words(
            r"how much|customers?|shareholders?|parent|investors?|suppliers?|how|what|which|whether|collateral|"
            r"security|pledg\w+|guarantor|friends|bank loan|borrow\w*|if"
        ),
        signs=(
            "subsid",
            "grant",
            " aid",
            "support",
            "fund",
            "money",
            "contribut",
            "assist",
            "help",
            "anything",
            "cent",
            "refund",
        ),
    ),
)


_BANK_LENT = words(
    r"(?:banks?|branch|lender|cooperative) (?:[\w'-]+ ){0,4}?(?:lent|granted|gave|advanced|extended|provided)"
    r"(?= (?:\w+ )?(?:us|(?:to )?(?:the|our) (?:company|firm|business)|to us|rmb|¥|\d))|"
    r"(?:the |an? )?(?:one|loan|credit) (?:from|at|with) (?:another|an earlier) (?:[\w'-]+ ){0,2}?bank|"
    r"(?:borrowed|took|taken|got|drew|drawn|received|raised|obtained|had (?=rmb|¥))"
    r"(?: ?(?:rmb ?|¥)\d[\d,.]*)?[^,.;]{0,40}?(?:from|with|at) (?:[\w'-]+ ){1,4}?"
    r"banks?|owed (?:\w+ ){1,3}?bank|(?:had|was|were) (?:an?|one|already) (?:[\w-]+ ){0,3}?(?:loan|credit|borrower)"
    r"(?= [^,.;]{0,20}bank)"
)
_LONG_AGO = words(r"(?:\w+ )?years? (?:ago|back|earlier|before)|in the past|formerly|previously|earlier|already|once")
_YEAR = lazy(r"(?<!\d)20\d\d(?!\d)")
_NOT_EARLIER = words(
    r"first|cent(?:re|er)|refus\w*|reject\w*|declin\w*|turned|wanted|asked|applied|quoted|offered|no|not|never|nothing|"
    r"friends?|personal\w*|private\w*|founders?|owner|deposit\w*|grants?|subsid\w*"
)


def _earlier_loan(page: Page) -> Findings:
    """A bank's loan of two years ago or more, or told to lie further back: the one that is asked about is no first."""
    if "first" not in page.text:
        return
    for match in _BANK_LENT.finditer(page.text):
        index = page.index(match.start())
        here = page.words(index)
        first = index
        while (before := page.previous(first)) is not None and index - first < 3:
            first = before
        around = page.text[page.clauses[first].start : page.clauses[index].end]
        ago = any(int(one[0]) <= page.as_of.year - 2 for one in _YEAR.finditer(around)) or _LONG_AGO.search(around)
        if not ago or _NOT_EARLIER.search(here) or strangers(page, match.start()):
            continue
        if judge(page, match.start(), match.end(), ours=True) is Standing.STATED:
            yield Found("first_loan", False, match.start(), match.end(), 2)


def find(page: Page) -> Findings:
    """Everything the frames of dealings read; nothing where nobody lends, guarantees, insures or values."""
    if any(sign in page.text for sign in _GATE):
        yield from find_frames(page, FRAMES)
        yield from _earlier_loan(page)
