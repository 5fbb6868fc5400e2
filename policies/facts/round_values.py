"""Words of what a company is put at before and after the money of a round comes in."""

from __future__ import annotations

from policies.patterns import lazy

PRE = lazy(
    r"(?:投前|投资前|入股前|增资前|融资前|进来(?:之)?前|进入前)(?:的)?(?:公司|企业|"
    r"我们)?(?:的)?(?:估值)?[^\d。;]{0,6}$|(?<![a-z])pre-?money[^\d.;]{0,24}$"
)
POST = lazy(
    r"(?:投后|投资后|增资后|融资后)(?:的)?(?:公司|企业)?(?:的)?(?:估值)?[^\d。;]{0,6}$|"
    r"(?<![a-z])post-?money[^\d.;]{0,24}$"
)
_MONEY_IN = (
    r"(?:(?:the|this|your|their|that|its|new|angel|funds?(?:'s)?) ){0,2}(?:investments?|money|funds?|round|deal|cash)\b"
)
_THE_MONEY = r"(?:the|its|their|your|any|new) (?:new )?money(?! (?:ran|runs|goes|went|is gone|dries))"
PRE_BEHIND = lazy(rf"\s?(?:元)?的?投前|\s(?:yuan |rmb )?(?:pre-?money|(?:before|ahead of|prior to) {_THE_MONEY})")
THEN = lazy(
    rf"\s(?:yuan |rmb )?(?:(?P<pre>before|ahead of|prior to)|after|with|including) {_MONEY_IN}|"
    r"\s(?:yuan |rmb )?post-?money|\s?元?的?投后"
)
POST_BEHIND = lazy(rf"\s(?:yuan |rmb )?(?:after|including|with) {_THE_MONEY}")
VALUED = lazy(r"估值|(?<![a-z])(?:valu\w+|worth|put at)(?![a-z])")
ON_A_VALUATION = lazy(
    r"\s?(?:yuan |rmb )?(?:on|at|against) (?:an? )?(?:[^,.;]{0,40}?(?:(?:pre|post)-?money|(?:before|after) "
    rf"{_THE_MONEY})|(?:company )?valuation(?![a-z]))"
)
"""A sum at a valuation is an investment: "RMB 3 million on RMB 27 million pre-money"."""
