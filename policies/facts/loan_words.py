"""Words of lending, in one place: who lends, what a loan is called, and the verbs by which it is had or given.

`LENDS` holds where a clause tells that money was lent (or drawn, released, credited …); the verbs alone say nothing,
since a customer, an office or an investor gives and pays as well.
"""

from __future__ import annotations

from policies.patterns import lazy

BANKS_EN = (
    r"(?:banks?|bank's|branch(?:es)?|credit union|credit co-?operative|(?:rural|savings|credit) co-?operative|lenders?|"
    r"icbc|ccb|cmb|spdb|abc bank)"
)
HOUSES_EN = (
    r"(?:trusts?(?= (?:advanced|lent|gave|granted|paid|put|of))|trust (?:company|companies|firm|house|institution)|"
    r"leasing (?:company|companies|firm|house|arm|subsidiary)|lessors?|finance (?:company|house|firm|arm)|"
    r"micro-?(?: ?)(?:credit|loan|lend\w*|finance)(?: (?:company|firm|house|lender|outfit|institution))?|"
    r"small-loans?(?: (?:company|firm|house|lender))?|pawn ?(?:shop|broker)s?|factoring (?:company|firm|house)|"
    r"consumer finance (?:company|firm)|(?:online|internet|p2p|peer-to-peer|fintech) (?:lender|platform|lending|app)s?)"
)
BANKS_ZH = (
    r"(?:银行|农商行|农信社|信用社|支行|分行|行里|(?<![\u4e00-\u9fff])[工农中建交招]行|(?:城|农)商行|[这那该此]家?行)"
)
HOUSES_ZH = r"(?:信托(?:公司|机构)?|小额?贷款?公司|租赁公司|财务公司|消费金融公司|典当行?|保理公司|保理商)"
CREDIT_EN = (
    r"(?:loans?|borrowings?|facility|facilities|overdraft|credit (?:line|facility|of)|(?:credit|revolving|clean|"
    r"working-capital|working capital|pledge|term|bank|unsecured|secured) (?:line|facility|loan|credit|advance)|"
    r"lines? of (?:credit|(?=rmb|¥|\d))|drawdown|bank credit|bank debt|bank money)"
)
MADE_EN = (
    r"(?:lent|loaned|advanced?|grant(?:ed|s)?|gave|given|extend(?:ed|s)?|releas(?:ed|es)|disburs(?:ed|es)|credited|"
    r"paid out|provid(?:ed|es)|made available|let (?:us|it|the company) have|drew(?! (?:up|attention|wages|on))|drawn|"
    r"draws?|took(?: out| up)?|taken(?: out| up)?|borrow(?:ed|s)?|obtained|received|got|raised|secured|signed(?: for)?|"
    r"wired|transferred|remitted|handed (?:us|over)|(?:reached|arrived|landed|came (?:in|through)|was put))"
)
MADE_ZH = (
    r"(?:贷(?!款(?:利|市场|余额|基准))|借(?!条|口|鉴|此)|放(?:了|出|给|款|贷)|[动提拨]用?拨?(?:了|款|到|出|付|下)|动[拨支用]|"
    r"批(?:了|下|给|出|贷)|发放|核贷|拨贷|到账|下款|打(?:到|进|给|来|了)|下来|放下|撥|"
    r"取得|拿到|获得|筹(?:到|得)|签(?:了|下|订)|"
    r"办(?:了|到|下|妥|出)|谈(?:下|成|妥)|给了?|用了)"
)
_WORDS = r"(?<![a-z])(?:{})(?![a-z])"
LENDER = lazy(rf"{BANKS_ZH}|{HOUSES_ZH}|{_WORDS.format(BANKS_EN + '|' + HOUSES_EN)}")
"""Somebody who lends by trade."""
CREDIT = lazy(
    r"(?<!科)贷(?!款?(?:市场|基准)|通)|借(?!条|口|鉴|此)|授信|敞口|款子|放下来|提款|设质|"
    + _WORDS.format(CREDIT_EN + "|borrow(?:ed|ing)?|lent|loaned|drew down")
)
"""A loan by any of its names."""
MADE = lazy(rf"{MADE_ZH}|{_WORDS.format(MADE_EN)}")


def lends(words: str, sentence: str) -> bool:
    """Whether a clause tells that a loan was had or given; the lender or the loan may stand beside it."""
    return bool(MADE.search(words) and (LENDER.search(sentence) or CREDIT.search(sentence)))
