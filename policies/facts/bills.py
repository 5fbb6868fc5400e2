"""Fees told by who sent the bill, or right after what was billed: "the agency, a partner of the district, billed us
7,000 yuan", "we had our patents valued for the loan. That set us back 38,000", 担保公司作了担保，开了6.4万的发票.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found, number
from policies.facts.frames import words
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.patterns import lazy

_BILLED = lazy(
    r"(?<![a-z])(?:(?:billed|charged|invoiced) (?:us|me|the (?:company|firm))|(?:sent|presented) (?:us )?(?:a|its|"
    r"the) (?:bill|invoice) "
    r"(?:for|of)|bill (?:was|is|came to|of|for)|charged|took|"
    r"(?:bills?|invoices?|charges?|cost|costs|fee) (?:we got |in all |for it |for this |for that )?(?:was|"
    r"were|is|came to|"
    r"amounted to|ran to|read)|(?:invoice|bill|receipt) (?:of|for|says|shows)|(?:were|was) (?:charged|billed|invoiced)|"
    r"set us back|(?:cost|costs) us|had to pay)\s(?:only |just |about |in all |a total of )?(?:rmb\s?|¥)?$|"
    r"(?:收了?|收取了?|收走了?|开了?|开出|开具了?|花了?|花费|付了?|交了?|要了?|账单|开票|发票|费用)"
    r"(?:我们|咱们?|公司)?(?:一共|总共|共|合计|是|为|的|了|约)?$"
)
_PAID_IT = lazy(r"(?<![a-z])we (?:have |then |also )?paid (?:it|them|him) (?:about )?(?:rmb\s?|¥)?$")
_IN_FEES = lazy(
    r"\s?(?:yuan |rmb )?(?:(?:this|last|that) year )?(?:in|as) (?:an? |its |their |the )?(?:fees?|charges?)(?![a-z])"
)
"""A fee handed to the house told of before: "a guarantor stood behind our loan. We paid it 300,000 in fees"."""
_BACK_TO = lazy(
    r"\s?(?:(?:and|so) )?(?:(?:the|their|its|this) (?:final )?(?:bills?|invoices?|charges?|cost|fee|total)|that|"
    r"this|it|"
    r"(?:for (?:that|this|it),? )?we (?:were|had)|(?:for (?:that|this|it),? )?we paid|they)(?![a-z])"
)
"""A sentence that goes on of what the one before told: "The bill was 9,800", "That set us back 38,000"."""
_SERVED = (
    (
        "valuation_fee_cny",
        lazy(
            r"(?<![a-z])(?:patents?|trade ?marks?|copyrights?|ip|software)[^.;]{0,40}? (?:valued|appraised|assessed)|"
            r"(?:valued|appraised|valuation of|appraisal of) (?:our|the|two|three|four|five|\d+|"
            r"both) (?:\w+ )?(?:patents?|"
            r"trade ?marks?|copyrights?|ip)|(?<![a-z])(?:valuer|appraiser)s?(?![a-z])"
        ),
    ),
    (
        "guarantee_fee_cny",
        lazy(
            r"(?<![a-z])(?:guarantors?|(?:guarant(?:ee|y)|surety) (?:company|firm|house))[^.;]{0,60}? (?:stood|"
            r"stands|vouch\w+|"
            r"back(?:s|ed)|guarant\w+|cover(?:s|ed)|secur(?:es|ed)|sign(?:s|ed))|(?:backed|guaranteed|secured|"
            r"covered) by "
            r"(?:an?|the|our|one) (?:[\w'-]+ ){0,4}?(?:guarantor|(?:guarant(?:ee|y)|surety) (?:company|firm))|"
            r"担保(?:公司|机构)[^,。;]{0,14}担保|由[^,。;]{0,12}担保公司[^,。;]{0,4}担保|担保公司(?:出|作|做|给)"
        ),
    ),
)
"""What was had, by which a bill behind it is known."""
_BOUGHT = words(
    r"bought|hired|rent\w*|machines?|lawyers?|consultants?|equipment|materials?|repair\w*|rated|rating|"
    r"credit reports?|bandwidth|"
    r"insur\w+|premium|interest|notary|audit\w*"
)
_BOUGHT_ZH = lazy(r"买|租|设备|律师|咨询|公证|审计|评级|征信|保费|保险|利息|维修|材料|专线|装修")
_NOT_PAID = lazy(
    r"报价|估计|预计|要是|如果|打算|还没|尚未|想|(?<![a-z])(?:quot\w+|would|will|if|estimat\w+|expect\w*|plan\w*|"
    r"offer\w*|"
    r"asks|could|may|might)(?![a-z])"
)
_SENDERS = (
    (
        "rating_fee_cny",
        words(r"(?:rating|the|that|this|an) agency(?:'s)?|raters?"),
        words(
            r"credit rating|first "
            r"rating|rat(?:ed|ing)"
        ),
    ),
    (
        "valuation_fee_cny",
        words(r"valuers?|appraisers?"),
        words(r"patents?|trade ?marks?|copyrights?|ip|intellectual|science[- ]finance|partner"),
    ),
    ("guarantee_fee_cny", words(r"guarantors?|guarantee company"), words(r"guarantee\w*|loan")),
)
_OTHER_AGENCY = words(
    r"advertising|travel|news|employment|recruitment|debt|collection|estate|government|design|"
    r"temp|house|flat|building|land"
)
_FARTHEST = 300
"""Code points before a bill in which what it was for is looked for."""


def find(page: Page) -> Findings:
    """A fee in a clause of billing; its sender stands there or in the clauses before it, in the same sentence."""
    if not any(sign in page.text for sign in _SIGNS):
        return
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if one.kind != "cny" or one.vague or page.wished(index, one.start) or strangers(page, one.start):
                continue
            handed = _PAID_IT.search(page.text, clause.start, one.start) and _IN_FEES.match(page.text, one.end)
            if not (handed or _BILLED.search(page.text, clause.start, one.start)):
                continue
            told = page.text[page.text.find(page.sentence(index)[:24], max(0, clause.start - _FARTHEST)) : one.start]
            before = page.text[max(0, clause.start - _FARTHEST) : one.start]
            for name, sender, matter in _SENDERS:
                if sender.search(told) and matter.search(before) and not _OTHER_AGENCY.search(told):
                    yield Found(name, number(one.value), one.start, one.end)
                    break
            else:
                known = _served(page, index, one.start) if _LEAST <= one.value <= _MOST else None
                if known and _ALONE.match(page.text, one.end):
                    yield Found(known, number(one.value), one.start, one.end)


_SIGNS = ("bill", "charged", "invoice", " took ", "set us back", "cost us", "we paid", "had to pay", "担保", "评估")
_LEAST, _MOST = 500, 2_000_000
"""Yuan between which such a bill lies."""
_ALONE = lazy(
    r"(?! ?(?:yuan |rmb )?(?:for|of|to|into|on|towards) (?!it|this|that))"
    r"(?![元块钱的]{0,2}+(?!的?(?:发票|费用|担保费))[\u4e00-\u9fff])"
)
_LONGEST = 220


def _served(page: Page, index: int, place: int) -> str | None:
    """The fee of what was had in this sentence or, where this one goes on of it, in the one before."""
    first = page.opening(index, 4)
    start = page.clauses[first].start
    if _BACK_TO.match(page.text, start) and first:
        first = page.opening(first - 1)
        start = page.clauses[first].start
    told = page.text[max(start, place - _LONGEST) : place]
    if _NOT_PAID.search(told) or _BOUGHT.search(told) or _BOUGHT_ZH.search(told):
        return None
    if strangers(page, page.clauses[first].start):
        return None
    ends = [(match.end(), name) for name, served in _SERVED for match in served.finditer(told)]
    return max(ends)[1] if ends else None
