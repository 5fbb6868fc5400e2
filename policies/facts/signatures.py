"""Whose a patent is and who signed for a loan: what such words raise where a writer says that he does not know.

"Whether a guarantee company co-signed I have not seen" leaves open what secures the loan, though the words are about
somebody else; 专利登记的是公司还是导师 leaves open whether the enterprise has rights of its own.
"""

from __future__ import annotations

from policies.patterns import lazy

_OWNER = lazy(
    r"(?:公司|我们|企业)(?:的|名下)?还是[^,。;]{1,16}|(?:登记|权利人|归属?|属于)[^,。;]{0,6}公司(?:还是|或)|归谁|谁的名|"
    r"(?<![a-z])(?:(?:belongs? to|in) (?:the |our )?(?:company|firm|us|university|professor|"
    r"founder)(?:'s)?(?: name)?,? "
    r"(?:or|rather)|who owns|in whose name)(?![a-z])"
)
_RIGHT = lazy(r"专利|知识产权|软著|著作权|(?<![a-z])(?:patents?|intellectual property|copyrights?)(?![a-z])")
_BACK = 60
"""Code points before the words in which the right is named that they are about."""
_SIGNER = lazy(
    r"(?:有没有|有无|是否有?|还有)[^,。;]{0,5}(?:第三方担保|(?:担保|保证)(?:公司|人|机构|方))(?!能|可|肯|愿|帮|的?补|给|费)|"
    r"(?:担保|保证)(?:公司|人|机构|方)[^,。;]{0,6}(?:签|盖章|连带)|"
    r"(?<![a-z])(?:(?:if|whether)(?: there (?:is|was|were))? (?:an?|any\w*|some\w*) (?:guarantor|surety|guaranteed|"
    r"guarantee(?! fee| (?:company|firm|house|institution)(?! (?:is |was |has |had |may |might |also |ever )*"
    r"(?:co-?|sign|stand|stood|behind|guarant))))|"
    r"(?:guarant\w+|surety)(?: (?!fee|list)\w+){0,3} (?:co-?sign\w*|(?:counter)?signed|stands? behind|stood behind|"
    r"behind)|co-?sign(?:ed|er|ers|ature|s)?)(?![a-z])"
)
_OF_A_LOAN = lazy(r"贷|借|银行|(?<![a-z])(?:loans?|borrow\w*|len[dt]|banks?|credit)(?![a-z])")


_OVER_WORDS = 11
"""Above what the words of a loan without security give: they tell what somebody calls it."""


def weight(text: str, name: str, start: int, end: int, usual: int) -> int:
    """How much a doubt of a fact counts that is raised by these words."""
    signed = name == "loan_security" and _SIGNER.fullmatch(text, start, end) is not None
    return _OVER_WORDS if signed else usual


def asked_after(text: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """The facts that turn on whose right or whose signature a stretch speaks of, each with its words."""
    found: dict[str, tuple[int, int]] = {}
    owner = _OWNER.search(text, start, end)
    if owner is not None and _RIGHT.search(text, max(0, start - _BACK), end):
        found["own_ip"] = owner.span()
    signer = _SIGNER.search(text, start, end)
    if signer is not None and _OF_A_LOAN.search(text):
        found["loan_security"] = signer.span()
    return found
