"""A first-loan centre that was only asked, phoned or heard of, while the loan came straight from a bank's own door.

Where words tell that the centre handled the matter nothing is said here: that is read with the other declarations.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_CENTRE = lazy(r"首贷(?:服务)?中心|(?<![a-z])first[- ]loan (?:service )?cent(?:re|er)(?![a-z])")
_MERELY = lazy(
    r"只(?:是|不过)?(?:去)?(?:问|打|咨询|路过|参观|拿)|[去来]?问过|咨询|打(?:过|了)?[^,。;]{0,3}电话|宣传|传单|听说|打听|路过|"
    r"听人(?:说|讲)|知道有|"
    r"(?<![a-z])(?:asked|enquir\w+|inquir\w+|phoned|rang|called (?:at|the|in)|e-?mailed|leaflets?|brochures?|flyers?|"
    r"advice|information|heard|learnt|learned|read about|looked in|registered with|walked past|poster)(?![a-z])"
)
_HANDLED = lazy(
    r"办(?!公)|递|送件|申请|通过|经(?!理|营)|透过|受理|拿到|贷到|借到|放款|放了|核准|牵线|对接|帮|撮合|介绍|走的|"
    r"(?<![a-z])(?:through|via|by way of|handled|arrang\w+|match\w+|got|found us|lent|grant\w+|filed|handed in|"
    r"appl(?:ied|ication)|submitted|obtained|received|drew|drawn|came away|process\w+|paid out|borrowed|put in|passed|"
    r"introduced|referred|took our|accepted|desk|counter)(?![a-z])"
)
_ELSEWHERE = lazy(
    r"(?:支行|分行|银行|客户经理|中介|网点|柜台|app|网银)[^,。;]{0,8}?(?:直接|上门|自己)(?!还)|"
    r"(?:在|从|用)[^,。;]{0,8}?(?:app|网银|手机银行|支行|分行|网点|柜台)[^,。;]{0,8}?[贷借办放核]|"
    r"(?<![a-z])(?:loan|ours|it|credit|money|rmb|yuan|borrowed|drew|granted|handled)(?: [\w',]+){0,8}? "
    r"(?:from|by|at|with|through|via|on|in) (?:the|our|its|a|an|my|their) (?:[\w']+ ){0,3}?(?:branch|app|website|"
    r"own counter|online bank\w*|broker|agent|intermediary)(?![a-z])|"
    r"(?<![a-z])(?:straight|direct(?:ly)?) (?:from|by|at|with) (?:the|a|our|its) (?:[\w']+ ){0,2}?(?:bank|branch|"
    r"lender)"
)
"""A loan that came by another door."""
_NO = lazy(r"没|未|不(?!过)|(?<![a-z])(?:not|never|no|if|would)(?![a-z])|n't")
_WEIGHT = 3


def find(page: Page) -> Findings:
    """`first_loan_centre` denied where it was only asked and the loan came otherwise; a doubt where one is told."""
    spoken = [page.index(match.start()) for match in _CENTRE.finditer(page.text)]
    if not spoken:
        return
    sentences = {page.clauses[index].sentence for index in spoken}
    elsewhere = {
        index
        for index in range(len(page.clauses))
        if _ELSEWHERE.search(page.words(index)) and not _NO.search(page.words(index))
    }
    merely = {index for index in spoken if _MERELY.search(page.words(index))}
    for index, clause in enumerate(page.clauses):
        told = clause.sentence in sentences and clause.closing != "?" and index not in elsewhere | merely
        if told and _HANDLED.search(page.words(index)):
            return
    if merely or elsewhere:
        start = page.clauses[spoken[0]].start
        centre = _CENTRE.search(page.text, start)
        if centre is not None:
            value = False if merely and elsewhere else None
            yield Found("first_loan_centre", value, centre.start(), centre.end(), _WEIGHT)
