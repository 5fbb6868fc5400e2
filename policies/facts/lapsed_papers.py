"""The certificate of a high-tech enterprise that ran out and was not won anew, told of the paper alone.

"We have been in the high-tech programme for years: our certificate ran from 2018 to 2021, and the renewal was turned
down": the title is named before it, or hardly at all. Where another title is named beside it, nothing is said here.
"""

from __future__ import annotations

from policies.facts import dates
from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import UNSURE
from policies.facts.title_end import NOT_WON_ANEW, WON_ANEW
from policies.facts.title_names import TITLES
from policies.patterns import lazy

_OF_HIGH_TECH = lazy(r"高新|高企|(?<![a-z])(?:high|hi|new)[- ]?(?:and[- ]new[- ])?tech(?:nology)?(?![a-z])")
_PAPER = lazy(
    r"(?:证书|那张证|资格|资质|牌子)|(?<![a-z])(?:certificate|paper|title|status|accreditation|certification)(?![a-z])"
)
_RAN = lazy(
    r"到期|届满|期满|过期|失效|有效期|"
    r"(?<![a-z])(?:ran|run|expired|lapsed|ended|valid|covered|good|lasted|in force)(?![a-z])"
)
_REFUSED = lazy(
    r"(?:续(?:期|证|展|办|评|期申请)?|复审|重新认定|重新申[报请]|再次申[报请]|复评|换证)[^,。;]{0,8}?"
    r"(?:没|未|被[^,。;]{0,3}(?:拒|驳|否|刷|退)|不(?:予|批|获|成)|失败|落[选空])|"
    r"(?<![a-z])(?:renewal|re-?application|re-?certification|(?:application|request|attempt) (?:to renew|for renewal))"
    r"(?: [\w']+){0,5}? (?:turned down|refused|rejected|denied|declined|failed|unsuccessful|fell through|"
    r"did not (?:succeed|pass|go through)|came to nothing|was not (?:granted|approved))(?![a-z])|"
    r"(?<![a-z])(?:refused|failed|declined|denied)(?: us)?(?: (?:to|the|a|our)){1,2} renew(?:al)?(?![a-z])"
)
_OTHER_PAPERS = lazy(
    r"专利|商标|保单|许可|体系|(?<![a-z])(?:patent|trade ?mark|policy|licen[cs]e|iso|permit|quality)(?![a-z])"
)
_WEIGHT = 4


def find(page: Page) -> Findings:
    """`high_tech_certified` no: the paper's last day is past, and it was not renewed."""
    high_tech = _OF_HIGH_TECH.search(page.text)
    if high_tech is None:
        return
    for match in _PAPER.finditer(page.text, high_tech.start()):
        index = page.index(match.start())
        told = page.sentence(index)
        near = page.clauses[index].sentence - page.clauses[page.index(high_tech.start())].sentence <= 1
        if not near or page.theirs(match.start()) or not _ended(page, told):
            continue
        if not _OTHER_PAPERS.search(told) and not any(
            title.search(told) for name, title in TITLES.items() if name != "high_tech_certified"
        ):
            yield Found("high_tech_certified", False, match.start(), match.end(), _WEIGHT)
            return


def _ended(page: Page, told: str) -> bool:
    """Whether a sentence tells that what it names ran to a day that is past, and that nothing came after it."""
    if _RAN.search(told) is None or told.rstrip().endswith("?") or UNSURE.search(told) or WON_ANEW.search(told):
        return False
    if not (_REFUSED.search(told) or NOT_WON_ANEW.search(told)):
        return False
    moments = [moment.value for moment in dates.find(told, page.as_of)]
    return bool(moments) and all(value < page.as_of.isoformat()[: len(value)] for value in moments)
