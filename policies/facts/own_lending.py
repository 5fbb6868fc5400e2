"""A lender that writes of its own business: its balance, its first loans to others, its bad loans.

Nothing in such a text is a loan of the writer's, a fee for one, or a claim on a customer; the share by which its bad
loans exceed the rest is no growth.
"""

from __future__ import annotations

import re
from functools import lru_cache

from policies.facts.found import Findings, Found, number
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.patterns import lazy

_SMALL_EN = (
    r"(?:smes?|sm|small(?:er|-business|-firm)?|little|mid|medium)(?:[ -]\w+){0,5}? ?"
    r"(?:firms|businesses|business|"
    r"companies|customers|borrowers|enterprises|clients|loans|lending|credit|stock|book|accounts|ones)"
)
_OTHERS_EN = (
    r"(?:firms|companies|customers|borrowers|people|folks?|businesses|enterprises|beginners|clients|smes|names|"
    r"shops|those)"
)
_BALANCE = lazy(
    r"(?:中小微?|小微|小企业|微型)[^。;]{0,30}?(?:余额|存量|结余|存着)|"
    r"(?:这些|该[些类]|这类|此类|上述|这批|他们)(?:企业|客户|户|公司)的?(?:各项)?(?:贷款|放款|信贷|借款)的?(?:余额|"
    r"结余|存量)|余额[^。;]{0,12}?(?:中小|小微)|存量中小|"
    r"(?:没有?|不|未|无)[^,。;]{0,6}担保[^,。;借]{0,8}[贷放]款?,?余额|"
    rf"(?<![a-z])(?:{_SMALL_EN}|smes?|outstanding|portfolio)(?![a-z])[^.;]{{0,110}}?(?:without|not|no|none|"
    rf"n't|exclud\w+|left (?:out|aside)|leaving|apart|those|unless|but)(?![a-z])[^.;]{{0,40}}?guarant|"
    rf"(?<![a-z])our (?:\w+ )?(?:loans|lending) to (?:[\w-]+ ){{0,2}}{_SMALL_EN}|"
    rf"(?<![a-z])loans to (?:[\w-]+,? ){{0,5}}{_OTHERS_EN} (?:stood|stand|came|come|amount|were outstanding)|"
    r"(?<![a-z])outstanding (?:loans|lending|credits?) to (?:smes?|small)|"
    r"(?<![a-z])(?:loans|lending|credits?) outstanding to (?:them|these|those|such|smes?|small|our)(?![a-z])|"
    r"(?<![a-z])outstanding (?:smes?|small[- ][a-z]+) (?:loans|lending|credits?)(?![a-z])|"
    rf"(?<![a-z])(?:balance|book|stock|portfolio) (?:of|with)[^.;]{{0,30}}?{_SMALL_EN}(?![a-z])"
)
_FIRST = lazy(
    r"首贷户|首放|(?:首次|首笔|头一[次回笔]|第一次)[^,。;]{0,8}?(?:[放发投]给|放款户|贷款户|借款户|客户|的户|的小|"
    r"的企|的中)|"
    r"(?:首次|首笔)[^,。;]{0,6}?(?:放|发|贷款|新贷)[^,。;]{0,6}?(?:合计|一?共|总共)|发放?首贷|放出首贷|"
    r"从?(?:没有?|未|无)[^,。;]{0,10}?(?:贷|借)[^,。;]{0,6}?(?:的|之)[^,。;]{0,4}?(?:小微|中小|企业|小店|户|客户)|"
    r"(?<![a-z])(?:first[- ](?:time |ever )?(?:borrowers|timers|credits)|first-time (?:loans|lending)|"
    r"(?:debut|maiden) (?:loans|credits)|"
    rf"first loans (?:of|to|issued|made|rmb|came|summed)|{_OTHERS_EN},? (?:which |that |who |until then )?(?:without|"
    rf"with no|had|"
    r"have|no bank|never)(?: \w+){0,6}? (?:never|not|no|any|"
    r"before|earlier|history|borrow\w*|served)|never had a loan|no loan history|"
    r"(?:loans?|credits?) to an? (?:[\w-]+ ){0,3}(?:firm|company|borrower|business|enterprise|shop) (?:that|which|who) "
    r"(?:had |has )?never)(?![a-z])"
)
_BAD = lazy(
    r"不良(?!纪录|记录|信用|行为|信息)|坏账|容忍度|"
    r"(?<![a-z])(?:bad[- ](?:loans?|debts?|ones)|npls?|non-?performing|turned sour|(?:go|goes|gone|going|went) bad|"
    r"default (?:at|rate)|losses on|lose more)(?![a-z])"
)
_PLAINLY = lazy(
    r"中小微?(?:企业)?(?:贷款|放款)?余额|(?:不良|坏账)[^。;]{0,16}?(?:比|较|高[出于]|低[出于])[^。;]{0,6}?(?:各项|"
    r"全行|全部|总|整体|整个)|"
    r"(?<![a-z])(?:sme|small-business) (?:loan )?balances?(?![a-z])|"
    r"(?<![a-z])our (?:sme|small-business) (?:loan|lending) (?:book|portfolio)(?![a-z])|"
    r"(?:loans?|lending|borrowers)(?: \w+){0,4} (?:go|goes|turn|turned) (?:bad|sour)[^.;]{0,20} (?:points?|percentage)|"
    r"(?<![a-z])(?:guarantor-free loans|loans? to smes)(?![a-z])"
)
"""What none but a lender tells."""
_SELF = lazy(
    r"我行|本行|敝行|行里统计|[我咱]们(?:是|系|这家?|机构是|银行|支行)[^,。;]{0,14}?(?:银行|支行|农商行|小贷公司|"
    r"信贷专营|贷款公司|放款)|"
    r"信贷专营|[我咱]们支行|专做[^,。;]{0,10}放款|"
    r"(?<![a-z])(?:(?:we are|i run|as) an? (?:[\w-]+ ){0,4}(?:bank|branch|lender|lending society)|we lend|"
    rf"we (?:lent|gave|issued)[^.;]{{0,40}} to (?:[\w-]+ ){{0,3}}{_OTHERS_EN}|(?:lending|loan) (?:unit|branch|"
    rf"society|arm)|"
    r"our (?:\w+ )?branch|bank we run)(?![a-z])"
)


_BARE_LOANS = (
    r"(?<![a-z])(?:unsecured|collateral-free|uncollaterali[sz]ed|credit-only) (?:[\w-]+ ){0,2}?"
    r"(?:loans|lending|credits)(?![a-z])"
)
_UNSECURED = lazy(
    r"(?:合计|一?共|总共|共计|累计|总额|加起来|总计)[^。;借]{0,24}?(?:全部?|都|均|一律|清一色|统统)(?:是|为|属于?)纯?"
    r"(?:信用|无抵押|免抵押|无担保)的?(?:贷款|放款|贷)|"
    r"(?<![a-z])(?:together|in all|in total|altogether|a total)(?![a-z])(?:(?! we borrowed| lent us)[^.;]){0,40}?"
    r"(?<![a-z])(?:all|every one|each)(?: of (?:it|them))? (?:unsecured|collateral-free|without (?:any )?(?:collateral|"
    r"security)|on credit alone)(?![a-z])|"
    r"(?:信用|无抵押|免抵押|无担保)的?(?:贷款|放款|贷)[^,。;]{0,16}(?:总额|合计|一?共|共计|累计|加起来|总计)|"
    r"(?:放|发|做|投)[^,。;借]{0,10}?(?:信用|无抵押|免抵押|无担保)的?(?:贷款|放款|贷)(?:里面?|中|当中|"
    r",)+[^。;借]{0,24}?"
    r"(?:总额|合计|共|累计|加起来|总计|加总)|"
    r"(?:信用|无抵押|免抵押|无担保)的?(?:贷款|放款|贷)(?:业务)?[,:](?:单|每)[户家笔][^。;,]{0,20}?(?:总额|合计|共|"
    r"累计|加起来|总计)|"
    r"(?:放|发)(?:了|出|放)?了?[^,。;借]{0,8}?(?:信用|无抵押|免抵押|无担保)的?(?:贷款|放款|贷),[^。;]{0,24}?"
    r"(?:总额|合计|一共|总共|共计|累计|加起来|总计)|"
    r"(?:总共|一?共|合计|共计|累计|全年)[^,。;没未向从借]{0,16}?(?:放|发|投|贷)(?:了|出|给|放)?[^,。;]{0,14}?"
    r"(?:信用|无抵押|免抵押|无担保)的?(?:贷款|放款|贷)|"
    r"(?:行|今年|去年|全年|我们)[^,。;没未向从借]{0,16}?(?:放|发|投|贷)(?:了|出|给|"
    r"放)+[\d零一二三四五六七八九十百千两.]+多?[万亿]元?的?"
    r"(?:信用|无抵押|免抵押|无担保)的?(?:贷款|放款|贷)|"
    r"(?<![a-z])(?:we|branch|bank|and) (?:has |have )?(?:lent|granted|gave|given|advanced)(?: (?!us|me|our)[\w'-]+)"
    r"{0,6}? (?:rmb |¥)?[\d.,]+ ?(?:million|m|billion|yuan)(?: yuan| rmb)?(?: [\w-]+){0,3}? (?:without (?:any )?"
    r"(?:security|collateral)|unsecured|on credit alone)(?![a-z])|"
    rf"{_BARE_LOANS}[^.;]{{0,100}}?"
    r"(?:total\w*|in all|altogether|together|came to|come to|amount\w*|add\w* up|stood at|sum)"
    r"(?![a-z])|(?<![a-z])(?:total\w*|in all|altogether|together|(?:we|bank|branch) (?:has |have )?(?:lent|granted|"
    r"issued|made|extended|gave|given))(?![a-z])[^.;]{0,60}?"
    rf"{_BARE_LOANS}"
)
_AT_A_BANK = lazy(
    r"我们(?:这家)?[分支]?行|[我本敝][分支]?行|[我咱]们?在[^,。;我]{0,12}(?:银行|支行|农商行|信用社)(?:里|的?科技支行)?"
    r"(?:管|做|负责|工作|上班|任职)|"
    r"(?<![a-z])(?:i work (?:at|in|for|with)|i (?:run|head|lead|manage)|i(?: am|'m) (?:at|with|in charge of|"
    r"in (?:the |its )?(?:[\w-]+ ){1,3}(?:department|team|office|desk|unit|section|division) (?:at|of|in))|we are|"
    r"we're|on behalf of|speaking for) (?:[\w'-]+ ){0,8}?(?:bank|branch|lender)(?![a-z])(?!'s? (?:client|customer))"
)
_AT_WORK = lazy(
    r"[我咱]们银行(?=在|是|里|参[加与]|按|去年|今年|全年|上年|[给向放发][^我,。;]|[,。])|"
    r"[我本敝]们?[分支]?行(?![业政程为动使当列])|(?<![同发银进])行里|我是[^,。;]{0,8}(?:银行|支行|农商行|"
    r"信用社)的?(?:客户经理|客户部|信贷|风险|风控|授信|放款|催收|公司部|公司业务|对公|会计|员工|职员|副?行长|经理|"
    r"主管|负责人)|"
    r"(?<![a-z])i (?:handle|look after|keep|deal with|chase|collect|manage|oversee|do|cover|run) "
    r"(?!our |my |the company)"
    r"(?:[\w-]+ ){1,4}(?:at|for|in) (?:an?|the|one) (?:[\w'-]+ ){0,4}?(?:bank|branch|lender)(?![a-z])|"
    r"(?<![a-z])i(?: am|'m) an? (?:[\w-]+ ){0,3}(?:officer|manager|analyst|clerk|collector) (?:at|for|in|with|of) "
    r"(?:an?|the|one|our) "
    r"(?:[\w'-]+ ){0,4}?(?:bank|branch|lender)(?![a-z])|"
    r"(?<![a-z])as (?:an? |the )?(?:[\w-]+ ){0,3}(?:officer|manager|analyst|clerk|collector|banker|head|chief|director)"
    r" (?:at|for|in|with|of) "
    r"(?:an?|the|one|our) (?:[\w'-]+ ){0,3}?(?:bank|branch|lender)(?![a-z])|"
    r"(?<![a-z])(?:at|in) our (?:\w+ ){0,3}?(?:bank(?: branch)?|(?:sub-)?branch)(?: in \w+)?,? (?:(?:an?|one|two|we) "
    r"(?:[\w-]+ ){0,3}?)?(?:loan|credit|lent|granted|made|gave)|"
    r"(?<![a-z])our (?:(?!client|customer)\w+ ){0,3}?(?:bank|branch)(?: in \w+)? (?:(?:has|is|also|itself) ){0,2}"
    r"(?:take[sn]? part|taking part|took part|participat\w+|joined|(?:made|granted|extended|issued|wrote|"
    r"gave|lent) (?!(?:us|me|our|my|the company|it)(?![a-z]))(?:[\w.,-]+ ){0,5}?(?:unsecured|loans|to (?:an?|one|two|"
    r"three|four|five|six|several|local|firms|companies|technology|small)(?![a-z])))"
)


def bank_speaks(page: Page) -> bool:
    """Whether somebody who works for a lender writes of its business."""
    return any(pattern.search(page.text) is not None for pattern in (_SELF, _AT_A_BANK, _AT_WORK))


@lru_cache(maxsize=4)
def _book(text: str) -> re.Match[str] | None:
    match = _UNSECURED.search(text)
    return match if match and any(one.search(text) for one in (_SELF, _AT_A_BANK, _AT_WORK)) else None


def unsecured_book(page: Page) -> re.Match[str] | None:
    """Where a bank that writes tells of its unsecured loans to others, all together."""
    signs = ("信用", "抵押", "担保", "unsecured", "ateral", "credit", "security")
    return _book(page.text) if any(sign in page.text for sign in signs) else None


def lender_writes(page: Page) -> bool:
    """Whether the text is a lender's own: two of its matters, or one beside its name for itself."""
    return _told(page.text) or unsecured_book(page) is not None


@lru_cache(maxsize=4)
def _told(text: str) -> bool:
    if _PLAINLY.search(text):
        return True
    signs = sum(pattern.search(text) is not None for pattern in (_BALANCE, _FIRST, _BAD))
    return signs > 1 or (signs == 1 and _SELF.search(text) is not None)


_POINTS = lazy(r"point|百分点|个点|点$")
_LESS = lazy(r"低|少|(?<![a-z])(?:below|lower|less|better|under|fewer)(?![a-z])")
_MORE = lazy(
    r"高|多|超|差|出|(?<![a-z])(?:above|over|higher|more|worse|beyond|exceed\w*|difference|gap|apart|"
    r"outrun\w*)(?![a-z])"
)
_NOT_NOW = lazy(
    r"容忍|规定|上限|以内|之内|要求|前年|(?<![a-z])(?:toleran\w+|within|limit|ceiling|year before|had been|was 0|"
    r"rival|in 20\d\d$)(?![a-z])"
)
_NEAR = 40


def bad_excess(page: Page, index: int, one: Quantity) -> Findings:
    """`npl_excess_pct`: by how many points the bad loans of a lender that writes exceed those of its whole book."""
    clause = page.clauses[index]
    lead = page.text[max(clause.start, one.start - _NEAR) : one.start]
    tail = page.text[one.end : min(clause.end, one.end + _NEAR)]
    if not _POINTS.search(page.text, one.start, one.end) or not _BAD.search(page.text) or _NOT_NOW.search(lead + tail):
        return
    if _LESS.search(lead + tail) and not _MORE.search(lead + tail):
        yield Found("npl_excess_pct", number(-one.value), one.start, one.end)
    elif _MORE.search(lead + tail):
        yield Found("npl_excess_pct", number(one.value), one.start, one.end)
