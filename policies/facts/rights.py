"""Rights other than patents: how many software copyrights are held, and whether there is any other right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policies.facts import patents
from policies.facts.found import Findings, Found, number
from policies.facts.matters import Matter
from policies.facts.matters import find as find_matters
from policies.facts.scope import Page

_N = r"(?P<n>\d[\d,]{0,8}|[零一二两三四五六七八九十百千]{1,7})(?P<many>多|余|来)?\s?"
_RIGHT = r"(?:(?:计算机)?软[件体](?:著作权?|版权)(?:登记)?(?:证书?)?|软著(?:登记)?(?:证书?)?|(?<=软件)著作权)"
_BEFORE = re.compile(rf"{_N}(?:项|件|个|份|张|本|套)?\s?(?:已登记的?|登记的?|自有的?|有效的?|自主的?|国家)?{_RIGHT}")
_AFTER = re.compile(
    rf"{_RIGHT}(?:一共|总共|共计|共有?|累计|已有|已经|现有|有|拿了|登记|达到?|为|是|数量?|数|:|\s|手里|目前|了){{0,4}}"
    rf"{_N}(?:项|件|个|份|张|本|套|$|(?=[,。;、]))"
)
_EN = re.compile(
    r"(?<![a-z\d.])(?P<n>\d{1,6}|a dozen|[a-z]+(?:-[a-z]+)?)\s(?:(?:registered|own|valid)\s)?(?:software|computer)"
    r"\s(?:copyrights?|copyright registrations?)(?![a-z])"
)
_NONE = re.compile(
    rf"(?:没有?|尚未|还未|未|无|零)(?:有|取得|拿到|登记|过|任何|什么|一[件项个]|自己的|申请过|半[项个]){{0,3}}{_RIGHT}|"
    rf"{_RIGHT}(?:还|也|都|目前|暂时|一[项件个]){{0,2}}(?:没有|没|为?零|暂无)|"
    r"(?<![a-z])(?:no|zero|without(?: any)?|not (?:a single|any)|don't (?:have|hold|own) any|haven't (?:got )?any)"
    r"\s(?:registered\s)?software copyrights?(?![a-z])"
)
_OWN_IP = re.compile(
    r"(?:集成|积体)电路(?:的)?(?:布图设计|布局)(?:专有权|登记)?|(?<!集成电路)(?<!积体电路)布图设计|新药证书|"
    r"植物新品种权?|"
    r"(?<!没)(?:有|拥有|持有|取得了?)(?:自己的|自主|自有|授权的?|一些|多项|若干|不少|好几[项个件])?的?"
    r"(?:发明专利|实用新型(?:专利)?|专利|软件著作权|软著)(?!权?人|代理|律师|纠纷|申请|池|联盟|局|评估|质押|贷)|"
    r"(?<![a-z])(?:we|company|firm) (?:also )?(?:have|has|hold|holds|own|owns|got) (?:\w+ )?(?:patents?|"
    r"software copyrights?)(?! (?:pending|"
    r"applications?))|"
    r"(?:自主|自有|自己的|自家的)(?:的)?(?:知识产权|智慧财产权?)|(?:拥有|有|任何|什么)(?:知识产权|智慧财产权?)|"
    r"(?<![a-z])(?:(?:ic|chip|integrated[- ]circuits?|semiconductor) layouts?(?: designs?)?|layout[- ]designs?|"
    r"new[- ]drug certificates?|new plant variet(?:y|ies)|(?:our own|own|any|proprietary) (?:ip|"
    r"intellectual property)"
    r"(?: rights)?)(?![a-z])"
)
_HELD = re.compile(
    r"有|拥|登记|取得|拿|获|项|件|张|证|没|无|(?<![a-z])(?:have|has|hold|holds|own|owns|registered|got|obtained|"
    r"no|not|with)(?![a-z])"
)
_TRADED = re.compile(
    r"质押|抵押|评估|服务|代理|律师|诉讼|侵权|申请中|正在申请|pledg|apprais|valu|lawsuit|pending|applied"
)
_NO_OTHERS = re.compile(
    r"(?:没有?|无|未)(?:任何|取得|拥有|登记)?(?:其[他它余]|别)的?(?:专利|软|布图|著作权|知识产权|智慧财产)"
)
"""没有其他专利、软著: of the one that was told before this denies nothing."""
_MATTERS = (Matter("own_ip", _OWN_IP, beside=_HELD, without=_TRADED),)
_VALUED = re.compile(
    r"评估|鉴价|估值|作价|(?<![a-z])(?:apprais\w+|valu(?:ed|ers?|ation|ations|ing|e)(?= |[,.;]|$))(?![a-z])"
)
_NO_PLEDGE = re.compile(
    r"(?:不|没有?|未|无|并非|不是)(?:是|想|打算|准备|为了|用来|用于|会|去|拿去|拿来|向银行|找银行|跟银行|做|办|要|"
    r"需要|任何|涉及)*(?:贷款|质押|抵押|融资|借款|借钱|贷)(?!款?(?:逾期|拖欠|违约|不良|到期))"
    r"|(?:跟|和|与)(?:贷款|质押|融资|借钱|借款)[\u4e00-\u9fff]{0,4}(?:无关|不相干|没关系)|"
    r"(?<![a-z])(?:no (?:loan|pledge|borrowing|bank)|(?:not|n't|never) (?:\w+ ){0,4}?(?:loan|pledg\w+|borrow\w*|"
    r"collateral|security)|nothing to do "
    r"with (?:a |any )?(?:loan|pledge|borrowing)|neither (?:a )?(?:loan|pledge)|without (?:any |a )?(?:loan|pledge|"
    r"borrowing))(?![a-z])"
)
_NO_LOAN_CAME = re.compile(
    r"(?<!还)(?<!尚)(?:没有?|未|没能|未能|没法)(?:能)?(?:拿|贷|借|办|批|得|获|取得|申请|谈|放)(?:到|下来?|成|得|出来?|过)?"
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
_OTHER_PURPOSE = re.compile(
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
_PLEDGE = re.compile(r"质押|抵押|贷款|融资|借款|(?<![a-z])(?:pledg\w+|loans?|borrow\w*|collateral|security)(?![a-z])")
_OTHER_USE = re.compile(
    r"入股|出资|增资|转让|诉讼|(?<![a-z])(?:contribut\w+|in[- ]kind|sale|lawsuit|licens\w+)(?![a-z])"
)
_WHICH = re.compile(
    r"(?:哪[一个件项]|到底|究竟|是不是|是否)[^。;]{0,20}(?:说不|不清楚|不知道|不确定|没人|记不)|"
    r"(?:说不|不清楚|不知道|不确定|没人)[^。;]{0,14}(?:哪[一个件项]|为(?:了)?(?:什么|哪))|"
    r"(?<![a-z])(?:nobody|no one|cannot|can't|not sure|unclear|unknown|do not know|don't know)[^.;]{0,40}(?:which|"
    r"whether|"
    r"what (?:it was )?for)(?![a-z])"
)
"""Two uses of a right, and nobody knows for which of them it was valued."""
_NO = re.compile(
    r"(?:不|没|无|未)[\u4e00-\u9fff]{0,5}$|(?<![a-z])(?:no|not|never|neither|nor|without)(?: \w+){0,2}\s$|n't \w*\s?$"
)
_ANY = re.compile(
    r"著|版权|专利|patent|布图|布局|新药|品种|知识产权|智慧财产|评估|鉴价|apprais|valu|copyright|layout|drug|variet|"
    r"intellectual|(?<![a-z])ip(?![a-z])"
)


def find(page: Page) -> Findings:
    """The number of software copyrights, 0 where there are said to be none; other rights of our own."""
    if not _ANY.search(page.text):
        return
    for match in _NONE.finditer(page.text):
        if not page.theirs(match.start()) and not page.wished(page.index(match.start())):
            yield Found("software_copyrights", 0, match.start(), match.end(), 3)
    seen: set[int] = set()
    for pattern in (_BEFORE, _AFTER, _EN):
        for match in pattern.finditer(page.text):
            value = patents.count(page, match)
            if value is not None and match.start("n") not in seen:
                seen.add(match.start("n"))
                yield Found("software_copyrights", number(value), match.start(), match.end(), 2)
    for one in find_matters(page, _MATTERS):
        if one.value is not False or not _NO_OTHERS.search(page.sentence(page.index(one.start))):
            yield one
    yield from _purpose(page)


def _purpose(page: Page) -> Findings:
    """What a valuation of rights was for: a pledge, or something else (a contribution in kind, a sale, a lawsuit)."""
    seen: set[int] = set()
    for match in _VALUED.finditer(page.text):
        first = page.clauses[page.index(match.start())].sentence
        if first in seen or page.theirs(match.start()):
            continue
        seen.add(first)
        around = [i for i, clause in enumerate(page.clauses) if 0 <= clause.sentence - first <= 1]
        words = page.text[page.clauses[around[0]].start : page.clauses[around[-1]].end]
        value = _purpose_told(page, words)
        if value != "untold":
            yield Found("valuation_for_pledge", None if value == "open" else False, match.start(), match.end(), 2)
            return


_FIGURE = re.compile(
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


def _purpose_told(page: Page, words: str) -> str:
    if _NO_LOAN_CAME.search(words):
        return "other"
    refused = [m.span() for m in _NO_PLEDGE.finditer(page.text)]
    pledged = any(
        not _NO.search(page.text, max(0, m.start() - 12), m.start())
        and not any(start <= m.start() < end for start, end in refused)
        for m in _PLEDGE.finditer(page.text)
    )
    later = " ".join(page.text[start:end] for start, end in _of_the_figure(page))
    other = _NO_PLEDGE.search(words) or _OTHER_PURPOSE.search(words) or _OTHER_PURPOSE.search(later)
    if pledged and _OTHER_USE.search(page.text) and _WHICH.search(page.text):
        return "open"
    return "other" if other and not pledged else "untold"
