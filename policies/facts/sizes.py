"""The official size of the enterprise: micro, small, medium or large by the national standard.

小微企业 counts as small: no criterion of the corpus tells small from micro.
"""

from __future__ import annotations

import re

from policies.facts import two_sizes
from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_SIZE_SIGNS = ("型", "小", "micro", "small", "medium", "large")
_SIZES = (
    (
        "medium",
        lazy(
            r"中型企业|(?:属于?|是|为|算)中型|(?:^|(?<=[,。;、(]))中型(?=[,。;、)]|$)|"
            r"medium(?:-sized)? (?:enterprise|company|business|firm)|"
            r"(?:counts?|qualify|class\w*|ranks?) (?:us )?as medium|we are medium|"
            r"medium(?:-sized)?,? (?:by|under|according to|on) (?:the )?(?:national|official|ministry|state|"
            r"government)|"
            r"(?:comes? out|came out|counts?|files? us|classe[sd]|puts? us|ranked|treated|grouped|calls? us) (?:as |"
            r"under |among )?(?:an? )?medium(?:-sized)?(?! (?:and|or)(?! (?:said|told|so|made|let|having|informed|we|"
            r"that)))|(?:^|(?<=[.;\n] ))(?:a )?medium-sized(?=[,.]|"
            r" (?:[\w'-]+ ){0,3}?(?:enterprise|company|firm|business|maker|manufacturer|producer|developer)(?![a-z]))"
        ),
    ),
    (
        "small",
        lazy(
            r"(?:我们|公司)(?:只|就)?是(?:一?[家个间])?小(?:公司|企业|厂|店)|(?<![a-z])(?:we are|we're|our|my|"
            r"as) (?:an? )?(?:very )?small "
            r"(?:[\w-]+ ){0,2}(?:company|firm|business|maker|producer|manufacturer|house|studio|workshop|shop|"
            r"factory|plant|"
            r"mill|foundry|supplier|contractor|subcontractor|builder|caterer|dealer|trader|bakery|outfit|printer|"
            r"joinery|laboratory)(?! and (?!having|said|so|told|informed|let|we |our |they |the ))"
            r"(?![a-z])|(?:^|(?<=[.;\n] ))(?:a )?small (?:[\w-]+ ){0,2}(?:company|firm|house|studio|workshop|factory|"
            r"maker|manufacturer|producer|developer|business)(?![a-z])|"
            r"(?<=[a-z], )small (?:company|firm|business)(?=[,.;]|$)|小型(?:企业|公司)|"
            r"(?:^|(?<=[,。;、(]))小型(?=[,。;、)]|$)|(?:属于?|"
            r"是|为|算|作为)(?:一?[家个间])?(?:小型|小企业|小公司|小厂)|"
            r"(?<![中\u4e00-\u9fff])小企业(?![贷补政扶库名服])|(?<!中)小微企业|"
            r"(?<!to )(?<!for )(?<!help )(?<!to a )(?<!for a )(?<!with a )(?<!from a )small enterprise(?! and(?! (?:"
            r"said|told|stated|wrote|declared|informed|let|so))|s)|(?:fall|falls) (?:into|in|"
            r"under) the small (?:class|category)|"
            r"(?<!relatively )(?<!comparatively )we are small(?=[,.;]|$)|(?:count|qualify|class\w*|"
            r"rank) (?:us )?as small|"
            r"standard,? we are small|(?<![a-z])small,? (?:by|under|according to|on) (?:the )?(?:national|official|"
            r"ministry|state|government)|"
            r"(?:comes? out|came out|files? us|classe[sd]|puts? us|ranked|treated|grouped|calls? us) (?:as |under |"
            r"among )?(?:an? )?small(?! (?:and|or)(?! (?:said|told|so|made|let|having|informed|we|that)))(?![a-z])"
        ),
    ),
    (
        "micro",
        lazy(
            r"微型(?:企业|公司)|(?:属于?|是|为|算)微型|(?:^|(?<=[,。;、(]))微型(?=[,。;、)]|$)|"
            r"(?<![a-z])(?<!and )(?<!or )(?<!no )(?<!not a )(?<!itself a )micro[- ]?"
            r"(?:enterprise|business|company|firm)(?!e?s(?![a-z])|ies)|"
            r"(?:counts?|qualify|class\w*|ranks?) (?:us )?as micro|we are micro(?![a-z])|(?<![a-z])micro,? (?:by|under|"
            r"according to|on) (?:the )?(?:national|official|ministry|state|government)|"
            r"(?:comes? out|came out|files? us|classe[sd]|puts? us|ranked|treated|grouped|calls? us) (?:as |under |"
            r"among )?(?:an? )?micro(?! (?:and|or)(?! (?:said|told|so|made|let|having|informed|we|that)))(?![a-z])"
        ),
    ),
    (
        "large",
        lazy(
            r"(?:我们|属于?|是)大型企业|(?:划型|规模)(?:属于?|是|为|算)大型|"
            r"(?:we are|we're|ours is|us as|rank as|count as) (?:officially )?an? large enterprise(?!s)|"
            r"large enterprise (?:by|under|according to) the (?:national|official|state|ministr)|"
            r"(?:counts?|qualify|class\w*|ranks?) (?:us )?as large|standard,? we are large|(?:^|(?<=[.;\n] ))(?:a )?"
            r"large (?:enterprise|company|firm|manufacturer) in [a-z]+(?=[,.;]| (?:bidding|with|making))"
        ),
    ),
)


_HOUSE = (
    r"(?:enterprise|company|firm|business|maker|manufacturer|producer|supplier|developer|foundry|factory|mill|works|"
    r"shop|studio|house|workshop|operator|provider|builder|start-?up|sme|bakery|contractor|outfit|plant|trader|printer|"
    r"agency|lab|joinery|subcontractor|laboratory|courier)"
)
_BY = (
    r"(?:by|under|according to|on|judged by) (?:the )?(?:\w+(?:'s)? )?(?:national|official|ministry(?:'s)?|state|"
    r"government|headcount|head count|staff|turnover|income)"
)
_SPEAKING = r"(?:in official terms|in the official sense|in official language|on paper|officially|officially speaking)"
_CREW = (
    r"(?:^|(?<=[.;] ))(?:[\w-]+ ){1,3}(?:people|drivers|hands|men|women|of us|workers|staff|engineers|cooks|painters)"
)
_HEADS = r"(?:people|staff|employees|workers|hands|heads|persons|of us|strong|in all|all told)"
_TEST = (
    r"(?:self-?test|size test|(?:size )?standard|yardstick|statistics? (?:office|bureau)|statistical (?:office|bureau)|"
    r"classification|size rules|bureau|ministry(?:'s test)?|census)"
)
_WORDS = (("medium", r"medium(?:[- ]sized?)?"), ("micro", r"micro"), ("small", r"small(?:[- ]sized?)?"))


def _english() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each size by the company that its word keeps: a house that we are, a class, a test that says so."""
    made = []
    for size, word in _WORDS:
        house = (
            rf"(?:we are|we're|i am|ours is|are we|it is|as|our) (?:officially )?(?:an? )?{word}(?:-sized)? "
            rf"(?:[\w'-]+ ){{0,3}}?{_HOUSE}|"
            if size != "small"  # a small firm in common talk is read as small already
            else ""
        )
        made.append(
            (
                size,
                lazy(
                    rf"(?<![a-z])(?:{word},? (?:{_BY}|{_SPEAKING})|{_HEADS},? (?:(?:and )?(?:so|hence|thus|therefore) |"
                    rf"and (?=officially |formally )|"
                    rf"which makes us |that makes us )?(?:officially |formally )?(?:an? )?{word}(?=[,.;)]|$| "
                    rf"{_HOUSE})|{_BY}(?: (?:\w+ ){{0,3}})?(?:standard|yardstick|definition|table|"
                    rf"measure|rules?),? (?:we are |it is |a )?{word}(?=[,.;)]|$| (?:company|firm|enterprise|"
                    rf"business))|{_CREW}, an? {word} (?:[\w-]+ ){{0,2}}?{_HOUSE}|{_HOUSE},? {word} (?:class|size)|"
                    rf"our (?:firm|company|house|business) is (?:officially )?{word}(?= (?:and|but)|[,.;]|$)|"
                    rf"our (?:[\w-]+ ){{0,4}}?{_HOUSE}, an? {word} (?:one|enterprise)|"
                    rf"i (?:control|run|own|manage|head|direct|founded) an? {word} (?:[\w-]+ ){{0,2}}?{_HOUSE}|"
                    rf"{house}{_HOUSE} \({word}(?=[,;) ])|of {size} size|"
                    rf"(?:contract|signed|signing|agreed|order|tender)[^.;]{{0,60}}(?:^|[, ])we were (?:officially "
                    rf")?an? {word} {_HOUSE}"
                    rf"(?! (?:until|then|before))|(?:we are|we're|i am|i'm|we,|us,)"
                    rf"(?! (?:the |an? )?(?:supplier|customer|client|creditor|landlord|lender)s? (?:of|to) an? )"
                    rf"(?: [\w-]+){{1,7}}?,? an? {word} "
                    rf"{_HOUSE}|(?:^|(?<=[.;] ))we, an? {word} (?:[\w-]+ )?[\w-]+(?: (?:in|from|of|near|"
                    rf"outside) [^,.;]{{2,40}})?,|we(?: (?!to |for |with |by |from |"
                    rf"at |owe)[\w-]+){{1,5}}, an? {word} {_HOUSE}|"
                    rf"(?:(?<=^)|(?<=[.;:\n] )){word} (?:[\w-]+ ){{0,3}}?{_HOUSE}|"
                    rf"(?:class|category|bracket|tier|size) (?:\w+ ){{0,2}}(?:is|was|reads|comes out as|:) (?:the |"
                    rf"as )?"
                    rf"['\"]?{word}|{_TEST} (?:\w+ ){{0,3}}?(?:says?|said|shows?|showed|gives?|gave|puts?|makes?|"
                    rf"calls?|"
                    rf"counts?|ranks?|files?|has|have|had|returned|returns)(?: (?!not|no|never)[\w']+){{0,4}}? "
                    rf"['\"]?{word}(?! (?:and|or|[a-z]+ customers?)))(?![a-z])"
                ),
            )
        )
    return tuple(made)


_OFFICE = (
    r"(?:keep|handle|manage|look after|do|run|prepare|oversee|mind|see to|pay|write|am (?:\w+ )?(?:in charge of|"
    r"responsible for)|'m (?:\w+ )?(?:in charge of|responsible for)) (?:the |all )?(?:[\w-]+ ){0,2}?(?:books?|ledgers?|"
    r"accounts?|wages|payroll|financ\w+|cash|papers|paperwork|contracts?|budget|bills|invoices|office|tax\w*|staff|"
    r"personnel|applications?|sales|purchas\w+|money|legal \w+)"
)
_POST = (
    r"(?:am|'m) (?:the |an? )?(?!suppl|custom|client|credit|landlord|sub|contract|agent|lend|bank|dealer)(?:[\w-]+ )"
    r"{0,2}?(?:accountant|book-?keeper|manager|director|secretary|treasurer|clerk|cashier|head|officer|controller|boss|"
    r"owner|engineer|assistant)|work"
)
_NATIONAL = (
    r"(?:national|official|state|ministry's|government) (?:standard|classification|yardstick|table|classes|rules?)"
)
_RANKED = r"(?:classe?d|classified|counted|ranked|rated|graded|registered|treated|listed)"
_BY_POST = tuple(
    (
        size,
        lazy(
            rf"(?<![a-z])i(?: |(?='m))(?:{_OFFICE}|{_POST})(?: \w+){{0,2}}? (?:of|for|at|in) an? {word} "
            rf"(?:[\w'-]+ ){{0,3}}?{_HOUSE}(?![a-z])|我(?:就)?(?:在|是)一?[家间個个]{zh}型[^,。;的]{{0,10}}?(?:企业|"
            rf"公司|厂)"
        ),
    )
    for size, word, zh in (
        ("large", r"large(?:-sized)?", "大"),
        ("medium", r"medium(?:[- ]sized?)?", "中"),
        ("small", r"small(?:[- ]sized?)?", "小"),
        ("micro", r"micro", "微"),
    )
)
"""The size in the naming of the house that the writer works for: "I keep the ledger of a small linen company"."""
_LARGE = (
    "large",
    lazy(
        rf"(?<![a-z])(?:{_RANKED}|count|rank) (?:us )?(?:officially )?as an? large (?:[\w-]+ ){{0,2}}?(?:enterprise|"
        rf"one)"
        rf"(?![a-z])|(?<![a-z])(?:makes?|made|"
        rf"puts?) us (?:officially )?an? large (?:[\w-]+ ){{0,2}}?enterprise(?![a-z])|"
        rf"(?<![a-z])(?:by|under|on) the {_NATIONAL}(?: (?:\w+ ){{0,3}}?)?,? we (?:are|were|count as|rank as) (?:an? )?"
        rf"large(?![a-z])|(?<![a-z])we are (?:an? )?large(?: (?:[\w-]+ ){{0,2}}?enterprise)?,? (?:by|under|on) the "
        rf"{_NATIONAL}|(?:属于?|算作?|划为|列为|归为|定为|认定为|归入|算得上)大型(?:[\u4e00-\u9fff]{{0,4}}?企业|"
        rf"(?=[,。;、]|$))"
    ),
)
_ENGLISH = (*_english(), *_BY_POST, _LARGE)


_DEBTOR = lazy(
    r"(?:^|(?<=[.;] ))an? [^.;]{3,100}?(?<![a-z])(?:(?:has|have)(?: not|n't)? (?:paid|owed)|owes|owed|never paid) "
    r"us(?![a-z])"
)


_PAYER_IS = lazy(
    r"(?<![a-z])(?:the|our|its|this|that|their) (?:[\w-]+ ){0,2}?(?:contractor|customer|client|buyer|purchaser|payer|"
    r"debtor|developer|dealer|merchant|retailer|principal|counterparty|other (?:side|party))(?:,| itself| here)?(?: "
    r"(?:is|was|counts|ranks|counted|ranked)(?! not)(?: [\w-]+){0,3}? |, )(?:an? )?$|(?<![a-z])(?:(?:that|which|who) "
    r"(?:is|was)|is|was) (?:itself|himself|themselves|also|likewise) (?:an? |of )?$"
)
"""Ahead of a size that is the payer's: "the main contractor is a …", "a dealer that was itself a …"."""
_DEALT_WITH = lazy(
    r"(?<![a-z])(?:(?!work|appl|ask|look|search|hop|report|want|need|wait|lend)\w{2,}ed|built|made|sold|did|laid|ran|"
    r"put|cut|wove|sewed|wrote|drew|(?:sub)?contract|job|order|deal|invoices?|bills?|goods|claim|money)"
    r"(?: [\w'-]+){0,8}? "
    r"(?:for|to|with|by|from|against) (?:an?|one) (?:[\w-]+ ){0,4}?(?:company|firm|group|enterprise|chain|business|"
    r"corporation|developer|retailer|maker|dealer|trader|operator)(?: in \w+)? (?:that|which|who) "
    r"(?:[a-z]+ly |also |itself |surely |no doubt |without doubt |then ){0,2}$"
)
"""Ahead of the size of a house that we worked for: "wired a hall for a company that certainly …"."""
_POSTED = lazy(rf"(?<![a-z])i(?: |(?='m))(?:{_OFFICE}|{_POST})(?![a-z])")
_OURSELVES = lazy(
    r"(?<![a-z])(?:we|i|our (?:own )?(?:[\w-]+ )?(?:shop|firm|company|studio|house|business|enterprise)(?: in \w+)?,? "
    r"which is)(?: \w+){0,3} (?:itself|also|likewise) |(?<![a-z])(?:we|i) (?:are|am|were|was) (?:the|its|their) "
)
_NAMED_AHEAD = 90


def _of_a_payer(page: Page, place: int) -> bool:
    """Whether a size stands in the naming of who has not paid us: "a café, officially a micro enterprise, owes us",
    or is said of the house that we deal with."""
    if any(one.start() <= place < one.end() for one in _DEBTOR.finditer(page.text)):
        return True
    ahead = page.text[max(0, place - _NAMED_AHEAD) : place]
    if _DEALT_WITH.search(ahead):
        return not _POSTED.search(ahead)
    return _PAYER_IS.search(ahead) is not None and not _OURSELVES.search(ahead)


def find(page: Page) -> Findings:
    """The official size, where it is said of us; one of two is left open."""
    if not any(sign in page.text for sign in _SIZE_SIGNS):
        return
    yield from two_sizes.apart(page, _told(page))


def _told(page: Page) -> Findings:
    for size, pattern in _SIZES:
        for match in pattern.finditer(page.text):
            if two_sizes.NOT_SO.search(page.text, max(0, match.start() - 40), match.start()) or _of_a_payer(
                page, match.start()
            ):
                continue
            behind = match.end() if match[0].isascii() else None
            if not page.theirs(match.start()) and not page.wished(page.index(match.start()), behind):
                yield Found("size", size, match.start(), match.end(), 0 if match[0] == "小微企业" else 1)
    for size, pattern in _ENGLISH:
        for match in pattern.finditer(page.text):
            named = match[0].startswith("our ")
            ours = named or not (page.theirs(match.start()) or _of_a_payer(page, match.start()))
            if not ours or page.wished(page.index(match.start()), match.end()):
                continue
            standing = judge(page, match.start(), match.end(), ours=True)
            if standing is Standing.STATED:
                yield Found("size", size, match.start(), match.end())
            elif standing is Standing.OPEN:  # a question about it doubts no more than nothing else settles
                asked = (
                    page.text[page.clauses[page.index(match.start())].start :].partition(".")[0].rstrip().endswith("?")
                )
                yield Found("size", None, match.start(), match.end(), 0 if asked else 1)
    for match in _AT_SIGNING.finditer(page.text):
        said = match["en"] or match["made"] or _ZH_SIZES[match["zh"]]
        yield Found("size", said.removesuffix("-sized"), match.start(), match.end(), 6)
    for match in _OF_A_PLACE.finditer(page.text):
        if not page.theirs(match.start()) and not page.wished(page.index(match.start())):
            yield Found("size", _ZH_SIZES[match["zh"]], match.start(), match.end())


_OF_A_PLACE = lazy(
    r"(?:我们(?:公司|厂)?|本公司|我司|我厂|本厂)(?:只|就|也)?是[^,。;是不的]{0,12}?(?:的一?[家个间]?|一?[家个间])"
    r"(?P<zh>[大中小微])型?(?:(?<=型)[^,。;的]{0,8}?)?(?:公司|企业|厂|行|店|社|工作室)(?!的?(?:供应商|客户|员工|房东|"
    r"股东|债权人))"
)
"""我们是长沙的小型园林公司: the trade stands between the size and the house."""
_ZH_SIZES = {"大": "large", "中": "medium", "小": "small", "微": "micro"}
_AT_SIGNING = lazy(
    r"(?<![a-z])(?:when (?:we|it|they) signed|at signing|at the time of (?:signing|the contract)|on the day of the "
    r"contract|"
    r"when the contract was (?:made|signed|concluded))(?![a-z])[^.;]{0,120}?(?<![a-z])we (?:were|counted as|ranked as|"
    r"was) "
    r"(?:still |officially |then |just )?(?:an? )?(?P<en>large|medium(?:-sized)?|small|micro)(?![a-z])|"
    r"(?<![a-z])when (?:we|it) signed(?![a-z])[^.;]{0,200}?(?<![a-z])(?:(?:which|that|this) )?(?:made us|"
    r"put us (?:among|in)|"
    r"we counted as|we ranked as) (?:officially )?(?:the |an? )?(?P<made>large|medium(?:-sized)?|small|micro)(?![a-z])|"
    r"(?:签约|签合同|签[这那]份合同|订合同)(?:的)?(?:时|那时|当时|那年|的时候)[^,。;]{0,10},?(?:我们|我司|公司|我厂)"
    r"(?:自己|本身|按[^,。;]{1,8}标准|仍|还|是|属于?|算)*(?P<zh>[大中小微])型"
)
"""Sizes of enterprises are those on the day of the contract (payment regulation, art. 3)."""
