"""What a valuation of rights was made for: a pledge, or a sale, a lawsuit, a merger, a contribution to the capital.

Only the valuation of a right that is pledged is subsidised. Where a loan is spoken of too, though not beside the
valuation, the purpose that is told leaves the matter open.
"""

from __future__ import annotations

from collections.abc import Iterator

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.patterns import lazy

_VALUED = lazy(
    r"评估|鉴价|估值|作价|估(?:了|过|完)(?:个|一个)?[值价]|评(?:了|过|完)估|(?<![a-z])(?:apprais\w+|valu(?:ed|ers?|"
    r"ation|ations|ing|e)(?= |[,.;]|$))(?![a-z])"
)
_SIGNS = ("估", "鉴价", "作价", "apprais", "valu")
_LENT = r"(?:banks?|loans?|pledges?|pledging|lenders?|borrowing|financing|collateral|security)"
_LENT_ZH = r"(?:银行|贷款|质押|抵押|融资|借款)"
_NO_PLEDGE = lazy(
    r"(?:不|没有?|未|无|并非|不是)(?:是|想|打算|准备|为了?|用来|用于|会|拿?去|拿[来给]|拿?[向找跟到给和]?银行|做|办|要|"
    r"需要|任何|涉及)*(?:贷款|质押|抵押|融资|借款|借钱|贷)+(?!款?(?:逾期|拖欠|违约|不良|到期))"
    r"|(?:跟|和|与)(?:银行|贷款|质押|融资|借钱|借款)[\u4e00-\u9fff、]{0,8}(?:无关|不相干|不沾边|没有?(?:任何|什么|"
    r"半点)?关系)|"
    rf"(?:不|没有?|未|无)(?:曾|有|牵)?(?:涉及|牵涉|扯上|找过?|碰过?)?(?:任何|"
    rf"什么)?{_LENT_ZH}(?:[、和或与及](?:任何)?{_LENT_ZH})+|"
    rf"{_LENT_ZH}(?:[、和或与及]{_LENT_ZH})*(?:什么的|之类的?)?(?:一概|统统|全|都|也|从来|从)+(?:没有?|未|不)"
    r"(?:有|过|涉及|参与|找|沾|办|关系)*|"
    rf"(?<![a-z])(?:(?:no|neither|nor|without)(?: an?| any)? {_LENT}(?:,? (?:or|nor|and) |, )(?:(?:an?|any) )?{_LENT}"
    rf"(?:,? (?:or|nor|and) (?:an? |any )?{_LENT})?|(?:loans?|pledges?|pledging|borrowing)(?: \w+)? "
    r"(?:(?:was|were|is|are|has|have|had|did|does|do)(?: not|n't)|never) (?:\w+ )?"
    r"(?:involved|(?:come|came|entered) (?:into|up|about)|part of|in question|planned|intended|"
    r"the (?:aim|point|purpose|reason))|"
    r"no (?:loan|pledge|borrowing|bank)|(?:not|(?:was|is|were|are|has|have|did)n't|never|nothing(?:'s| is| was|"
    r" has)) (?:\w+ ){0,4}?(?:loan|pledg\w+|borrow\w*|"
    r"collateral|security)|nothing to do "
    r"with (?:a |any )?(?:loan|pledge|borrowing)|neither (?:a )?(?:loan|pledge)|without (?:any |a )?(?:loan|pledge|"
    r"borrowing))(?![a-z])"
)
_NO_LOAN_CAME = lazy(
    r"(?<!还)(?<!尚)(?:没有?|未|没能|未能|没法)(?:能)?(?:拿|贷|借|办|批|得|获|取得|申请|谈|放)(?:到|下来?|成|得|"
    r"出来?|过)?"
    r"[^,。;\d其别另]{0,4}?(?:质押|抵押)?(?:贷款|融资|款)(?![利逾拖违]|到期|不良|纠纷)|"
    r"(?:质押|抵押)?(?:贷款|贷|融资|款)(?:后来|最后|最终|结果|申请|却|也|还是|都|到现在|一直){0,3}"
    r"(?:没有?|未能?|不)(?:批|办|放|拿|贷|谈|通过|获批|成|下)(?:下来?|成|到|过|准)?|"
    r"(?:贷款|质押|融资)(?:申请)?(?:后来|最后)?被(?:银行)?(?:拒|驳|否|退)|银行[^,。;]{0,6}(?:拒贷|拒绝|没批|不批|"
    r"没放|没同意)|"
    r"(?<![a-z])(?:no (?:pledged? )?loan (?:came|was|followed|resulted|has|materiali[sz]ed|in the end)|"
    r"(?:did not|didn't|never|could not|couldn't|failed to) (?:get|got|receive|obtain|secure|come|materiali[sz]e)"
    r"(?: (?:the|a|any|that))?(?: \w+)? (?:loan|pledge)|"
    r"loan (?:\w+ )?(?:never came|fell through|was (?:refused|rejected|turned down|declined|not (?:approved|"
    r"granted))|"
    r"(?:did not|didn't|never) (?:come|came|go|went|happen\w*|materiali[sz]ed?))|"
    r"(?:turned|turning) (?:the loan|it|us) down|(?:refused|rejected|declined) (?:the|our) (?:pledge )?(?:loan|"
    r"application))"
    r"(?![a-z])"
)
_OTHER_PURPOSE = lazy(
    r"作价(?:入股|出资|增资)|(?:专利|商标|知识产权|技术)(?:入股|出资|增资)|(?:为了|因为要?|用来|用于|是要|准备|好|"
    r"打算)[^,。;]{0,10}?(?:入股|出资|增资|转让|出售|卖|拍卖|打官司|诉讼|索赔|"
    r"并购|收购|上市|挂牌|入账|做账|记账|报税|清算|分家|许可)|"
    r"(?<![a-z])(?:(?:capital )?contribut\w+ (?:\w+ ){0,4}?(?:in kind|to|into)|in[- ]kind|to (?:sell|license|"
    r"transfer|auction)|for (?:a |an |the |our )?"
    r"(?:sale|merger|acquisition|lawsuit|litigation|court|audit|listing|accounts|books|balance sheet|tax|"
    r"joint venture|licens\w+|transfer)|"
    r"(?:joint (?:venture|company)|lawsuit|litigation|damages claim)|(?:bring\w*|put\w*) (?:\w+ )?patents? into|"
    r"share of (?:its|the|their) capital|as (?:our |the |a )?(?:equity|capital|stake))(?![a-z])"
)
_USE = (
    r"(?:sell\w*|sales?|disposal|dispos\w+|transfer\w*|merger|merg\w+|acquisition|takeover|buy-?out|spin-?off|"
    r"demerger|restructur\w+|lawsuits?|litigation|court|disputes?|arbitration|quarrel|damages|insolvency|liquidation|"
    r"divorce|inheritance|in[- ]kind|shareholders?'? contributions?|capital (?:contributions?|increase)|contribut\w+|"
    r"licen[cs]\w+|auction|joint venture|listing|flotation|ipo|tax|accounts|audit|bookkeeping)"
)
"""What a right is valued for, when not for a pledge."""
_WHY = (
    r"(?:(?:purpose|aim|object|idea|point|reason|intention|goal|occasion)(?: of (?:it|this|that|the [\w-]+))? "
    r"(?:was|is|being|behind it was)|"
    r"(?:needed|wanted|required|ordered|commissioned|meant|intended|made|done|served|used|valued|appraised|valuation|"
    r"appraisal|it was) (?:only |just |purely |solely )?(?:for|to|because of|on account of|by|in))"
)
_BEFORE = (
    r"(?:in (?:connection|view|the course|preparation|anticipation|support|settlement) (?:with|of|for)|"
    r"ahead of|prior to|as part of|on the occasion of|with a view to)"
)
_TOLD = lazy(
    rf"(?<![a-z])(?:{_WHY} (?:(?!pledg|loan|borrow|no |not )[\w'-]+ ){{0,5}}?{_USE}|{_BEFORE} (?:(?!pledg|loan|"
    rf"borrow)[\w'-]+ ){{0,3}}?{_USE})(?![a-z])|"
    r"(?:目的|用途|用处|原因)(?:就)?(?:是|在于|为)[^,。;质贷]{0,12}?(?:入股|出资|增资|转让|出售|卖|拍卖|官司|诉讼|"
    r"索赔|纠纷|仲裁|"
    r"并购|合并|收购|上市|入账|报税|清算|分家|许可|离婚|继承)|"
    r"(?:为|因|因为|由于|配合|应付|解决)(?:了|要)?[^,。;质贷]{0,10}?(?:合并|并购|重组|股东(?:纠纷|退出|出资|分家)|"
    r"纠纷|仲裁|离婚|继承|分家|"
    r"出售|转让|股权(?:转让|置换))(?:而|才|,)?[^,。;]{0,8}(?:做|评|请|估|$|,|。)"
)
"""The purpose told as such: it holds though a loan is spoken of elsewhere."""
_PLEDGE = lazy(r"质押|抵押|贷款|融资|借款|(?<![a-z])(?:pledg\w+|loans?|borrow\w*|collateral|security)(?![a-z])")
_OTHER_USE = lazy(r"入股|出资|增资|转让|诉讼|(?<![a-z])(?:contribut\w+|in[- ]kind|sale|lawsuit|licens\w+)(?![a-z])")
_WHICH = lazy(
    r"(?:哪[一个件项]|到底|究竟|是不是|是否)[^。;]{0,20}(?:说不|不清楚|不知道|不确定|没人|记不)|"
    r"(?:说不|不清楚|不知道|不确定|没人)[^。;]{0,14}(?:哪[一个件项]|为(?:了)?(?:什么|哪))|"
    r"(?<![a-z])(?:nobody|no one|cannot|can't|not sure|unclear|unknown|do not know|don't know)[^.;]{0,40}(?:which|"
    r"whether|"
    r"what (?:it was )?for)(?![a-z])"
)
"""Two uses of a right, and nobody knows for which of them it was valued."""
_NOT_THE_OTHER = lazy(
    r"(?:不是|并非|没有?)(?:为了?|因为|用来|用于|要|想|打算)*(?:拿|把)?[^,。;]{0,4}?(?:作价|入股|出资|增资|转让|出售|"
    r"卖|诉讼|打官司)|"
    rf"(?<![a-z])(?:not|never|nor|n't)(?: (?:for|to|in|because of|any|an?|the|our)){{0,3}} {_USE}(?![a-z])"
)
_FOR_A_PLEDGE = lazy(
    r"(?<!不)(?:是|就)?(?<!不是)(?:为了?|用来|用于|是要|是拿?去)(?:拿?[去到给]|[向找跟到]?银行|办|做|好)*(?:质押|"
    r"抵押|贷款|融资)|"
    r"(?<![a-z])(?<!not )(?:for|to (?:get|raise|obtain|take out)|so as to|in order to) (?:an? |the |our |bank )*"
    r"(?:pledg\w+|loan|borrow\w*|collateral|security)(?![a-z])"
)
"""The one purpose affirmed and the other denied: 是为了质押，不是入股."""
_NO = lazy(
    r"(?:不|没|无|未)[\u4e00-\u9fff]{0,5}$|(?<![a-z])(?:no|not|never|neither|nor|without)(?: \w+){0,2}\s$|n't \w*\s?$"
)


def find(page: Page) -> Findings:
    """What a valuation of rights was for: a pledge, or something else (a contribution in kind, a sale, a lawsuit)."""
    if not any(sign in page.text for sign in _SIGNS) or not _VALUED.search(page.text):
        return
    seen: set[int] = set()
    for match in _VALUED.finditer(page.text):
        first = page.clauses[page.index(match.start())].sentence
        if first in seen or strangers(page, match.start()):
            continue
        seen.add(first)
        around = [i for i, clause in enumerate(page.clauses) if 0 <= clause.sentence - first <= 1]
        words = page.text[page.clauses[around[0]].start : page.clauses[around[-1]].end]
        about = {i for i in around if _VALUED.search(page.words(i)) or _TOLD.search(page.words(i))}
        value = "pledge" if _pledge_meant(page, match.start()) else _purpose_told(page, words, about)
        if value != "untold":
            purpose = {"open": None, "pledge": True}.get(value, False)
            yield Found("valuation_for_pledge", purpose, match.start(), match.end(), 2)
            return


_MEANT_FOR = lazy(
    r"(?:为了?|因为?|由于|想|要)(?:了|要|想|能|能够|顺利)*(?:拿|办|取得?|获得?|申请|做|把)[^,。;不没未]{0,12}?(?:质押|抵押)[^,。;不没未]{0,6}?"
    r"(?:贷|融资|借款|银行|$)|(?:为了?|因为?|由于|想|要)(?:了|要|想)*拿[^,。;不没未]{0,8}?(?:去|到|向|给)(?:银行)?(?:做|办)?(?:质押|抵押)|"
    r"(?<![a-z])(?:(?:so as |in order )?to|for) (?:get|obtain|raise|secure|take out|support|back)(?: [\w'-]+){0,4}? "
    r"(?:patent|ip|pledge)[\w-]*(?: [\w-]+){0,2}? loan(?![a-z])"
)
_NOT_MEANT = lazy(r"不是|并非|不为|没有?为|如果|要是|假如|(?<![a-z])(?:not|never|if)(?![a-z])")


def _pledge_meant(page: Page, place: int) -> bool:
    """Whether the clause of the valuation, or the one before it, tells a pledge as its aim: 为了拿专利质押贷款."""
    index = page.index(place)
    before = page.previous(index)
    start = page.clauses[before if before is not None else index].start
    words = page.text[start : page.clauses[index].end]
    aim = _MEANT_FOR.search(page.words(before)) if before is not None else None
    if (aim or _MEANT_FOR.search(page.words(index))) is None or page.clauses[index].closing == "?":
        return False
    told = page.sentence(index)
    return not (
        _NOT_MEANT.search(words) or _TOLD.search(told) or _OTHER_PURPOSE.search(told) or _NO_LOAN_CAME.search(told)
    )


_FIGURE = lazy(
    r"(?:这个|该)(?:价|估值|数字|报告)|(?<![a-z])(?:the|this|that) (?:figure|valuation|appraisal|price|"
    r"report) (?:was|is)"
)


def _of_the_figure(page: Page) -> Iterator[tuple[int, int]]:
    """Sentences farther on that come back to the valuation: "the figure was needed since …"."""
    for match in _FIGURE.finditer(page.text):
        index = last = page.index(match.start())
        while last + 1 < len(page.clauses) and page.clauses[last + 1].sentence == page.clauses[index].sentence:
            last += 1
        yield match.start(), page.clauses[last].end


def _purpose_told(page: Page, words: str, about: set[int]) -> str:
    """`words` are those around the valuation, `about` the clauses that speak of it or tell why."""
    if _NO_LOAN_CAME.search(words):
        return "other"
    refused = [m.span() for m in _NO_PLEDGE.finditer(page.text)]
    pledges = [
        page.index(m.start())
        for m in _PLEDGE.finditer(page.text)
        if not _NO.search(page.text, max(0, m.start() - 12), m.start())
        and not any(start <= m.start() < end for start, end in refused)
    ]
    later = " ".join(page.text[start:end] for start, end in _of_the_figure(page))
    if pledges and _NOT_THE_OTHER.search(words) and _FOR_A_PLEDGE.search(words):
        return "pledge"
    told = any(_TOLD.search(each) for each in (words, later))
    other = told or _NO_PLEDGE.search(words) or _OTHER_PURPOSE.search(words) or _OTHER_PURPOSE.search(later)
    if pledges and _OTHER_USE.search(page.text) and _WHICH.search(page.text):
        return "open"
    if told and pledges and not any(number in about for number in pledges):
        return "open"  # "valued for a sale; we also have a loan secured by machines"
    return "other" if other and not pledges else "untold"
