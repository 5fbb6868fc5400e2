"""The end of a title told in the sentence behind it: 那时还是高新技术企业；证书2020年底到期后没再去认定.

The certificate is named again, without its title, and it ran out and was not won anew.
"""

from __future__ import annotations

from policies.facts.scope import Page
from policies.facts.standing import UNSURE
from policies.facts.title_names import ANY_TITLE
from policies.patterns import lazy

_PAPER = lazy(
    r"\s?(?:但是?|不过|可是?|而|后来|那张|该|此|这张|这个|其|我们的?|公司的?|高企|那个){0,3}(?:证书|证|资格|"
    r"资质|牌子|称号|有效期|认定)(?![券据])|"
    r"\s?(?:(?:but|and|however|since then|later),? )?(?:the|that|our|its|this) (?:\w+ )?(?:certificate|title|"
    r"status|accreditation|recognition|"
    r"certification|badge)(?![a-z])"
)
_ENDED = lazy(
    r"到期(?:后|之后|以后|了|就|[,。;]|$)|过了?期|届满|失效|作废|被(?:取消|撤销?|收回)|"
    r"(?<![a-z])(?:expired|lapsed|ran out|run out|has (?:since )?(?:expired|lapsed)|ended|was (?:revoked|"
    r"withdrawn|cancelled))(?![a-z])"
)
NOT_WON_ANEW = lazy(
    r"(?:没有?|未|不)(?:再|能|去|来|重新|继续|曾|有|及时|人){0,4}(?:续|认定|申报|申请|复审|办|评|报|换|重新|入库)|没有?再(?:去|来)?(?:弄|搞|办|做|动|管)|"
    r"(?<![a-z])(?:never|not|nobody|no one|n't|without)(?: [\w']+){0,4} (?:renew\w*|appl\w+|extend\w*|"
    r"reappl\w+|re-?certif\w*|sought|seek\w*)|"
    r"(?<![a-z])(?:nothing (?:\w+ )?(?:filed|done|submitted|sent in) since|(?:never|not|n't) (?:\w+ )?(?:got|get|had) "
    r"(?:another|a new one)|no renewal|unrenewed|not sought again|let it (?:go|lapse))(?![a-z])"
)
WON_ANEW = lazy(
    r"重新(?:认定|通过|拿|取得|获)[^,。;]{0,4}(?:了|通过|成功)|又(?:重新)?(?:评|通过|拿|认定|续|取得|获)|"
    r"续(?:上|了|期)了?|复审(?:已|通过)|仍(?:然)?有效|现在(?:还|仍|又)?是|"
    r"(?<![a-z])(?:(?:was|were|been|we|has|have|then|since) renewed|renewed (?:it|in)|got it (?:again|back)|"
    r"won (?:it )?(?:again|anew)|"
    r"still (?:valid|hold)|(?:got|have|hold|received) a new one)(?![a-z])"
)
_THEN = lazy(
    r"那时|当时|当年|那年|曾|以前|原[来先]|过去|(?<![a-z])(?:then|back then|at the time|once|used to|formerly|"
    r"in those days|until|had been|was|were)(?![a-z])"
)


def run_out(page: Page, index: int, end: int) -> bool:
    """Whether the sentence behind tells that the paper of a title ran out, of one held then or not won anew."""
    number = page.clauses[index].sentence
    last = index
    while last + 1 < len(page.clauses) and page.clauses[last + 1].sentence == number:
        last += 1
    follow = last + 1
    if follow >= len(page.clauses) or _PAPER.match(page.words(follow)) is None:
        return False
    words = page.sentence(follow)
    between = page.text[end : page.clauses[last].end]
    if ANY_TITLE.search(between) or ANY_TITLE.search(page.words(follow)) or not _ENDED.search(words):
        return False
    if WON_ANEW.search(words) or UNSURE.search(words) or page.sentence(follow).rstrip().endswith("?"):
        return False
    return bool(NOT_WON_ANEW.search(words) or _THEN.search(page.words(index)))
