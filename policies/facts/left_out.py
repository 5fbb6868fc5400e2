"""What a contract leaves out, named in one breath: "neither a date for payment nor a rate for late payment".

Of the things listed behind or ahead of the words of having agreed nothing, three are facts: the term of payment, the
interest for paying late, and the acceptance.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_SETTLED_EN = (
    r"(?:agreed(?: (?:up)?on)?|fixed|set|stipulated|written(?: down)?|laid down|settled|provided for|named|mentioned)"
)
_ABOUT_EN = r"(?:about|on|as to|regarding|for|concerning|of)"
_LIST_EN = r"(?P<list>[^.;]{4,110}?)"
_NOTHING_EN = (
    rf"nothing (?:at all )?(?:(?:is|was|were|has been|had been) )?(?:ever )?{_SETTLED_EN}(?: \w+){{0,3}}? {_ABOUT_EN}",
    rf"(?:silent|not a (?:single )?word|nothing) {_ABOUT_EN}",
    rf"(?:never|not|n't) (?:ever )?(?:agree[d]?|fix(?:ed)?|settled?)(?: anything)? {_ABOUT_EN}",
    r"(?:has|had|contains?|contained|gives?|gave|names?|named|sets?|states?|fixe[sd]|with|mentions|laid down|lays down|"
    r"provides?) (?:neither|no)",
)
_FRAMES = (
    lazy(rf"(?<![a-z])(?:{'|'.join(_NOTHING_EN)}) {_LIST_EN}(?=[.;]|$|, (?:and |but |so )?(?:we|the|it|they|i) )"),
    lazy(
        rf"(?<![a-z])(?:no|neither) {_LIST_EN} (?:is|was|were|are|has been|had been) (?:ever )?{_SETTLED_EN}(?![a-z])"
    ),
    lazy(rf"(?<![a-z])(?:leaves?|left|kept|keeps) {_LIST_EN} (?:open|out|blank|unsaid)(?![a-z])"),
    lazy(
        r"(?P<list>[^,。;]{2,16}(?:[,、][^,。;没未]{2,10}){0,3}?)(?:在?(?:合同|合约|协议)[里中上]?|双方|我们|,){0,2}"
        r"(?:都|也|均|全|从来?|一直){0,2}(?:没有?|未)(?:约定|写|规定|载明|说|谈|定|提)(?!了|得)"
    ),
    lazy(r"(?:没有?|未)(?:约定|写明?|规定|载明|说好|谈好|定)(?:过|清楚)?(?P<list>[^。;没未不]{2,30})"),
)
_TURN = lazy(r"(?<![a-z])(?:but|however|while|although|whereas|only|except|than)(?![a-z])|但|不过|只|除了")
_TERM = lazy(
    r"(?<![a-z])(?:(?:payment|due) (?:date|day|term|period|deadline|time)s?|(?:date|day|term|time|period|time limit|"
    r"deadline)s? (?:of|for|by which)(?: \w+){0,2}? (?:payment|paying|pay)|when (?:they|it|he|the \w+|to) "
    r"(?:must |should |has to |have to |would )?pays?|(?:payment|credit) terms)(?![a-z])|"
    r"^(?:payment |fixed |credit )?terms?$|"
    r"(?:付款|支付|结账|结款|打款)(?:的?(?:日期?|期限|时间|时限|期))|账期|(?:几时|何时|几天|多少天|什么时候|哪天)(?:内|之内)?(?:要|该)?"
    r"(?:付|结|给钱|打款)"
)
_RATE = lazy(
    r"(?<![a-z])(?:(?:late|default|overdue)(?:[- ]payment)?(?: of)? (?:interest|rates?|charges?)|"
    r"(?:interest|rates?|charges?)(?: of interest)? (?:on|for|in case of|if) (?:(?:any|the) )?(?:late|delayed|"
    r"overdue|paying late))(?![a-z])|(?:逾期|晚付|迟付|迟延|滞纳)[^,。;、]{0,6}?(?:利息|利率|违约金|金)"
)
_CHECK = lazy(r"(?<![a-z])(?:inspections?|acceptance(?: tests?)?)(?![a-z])|验收|检验")
_FACTS = (("contract_term_agreed", False, _TERM), ("agreed_rate_pct", 0, _RATE), ("acceptance_agreed", False, _CHECK))
_OF_PAY = lazy(r"(?<![a-z])pa(?:y|id)|付|账期|逾期")
_OF_A_LOAN = lazy(r"贷款|借款|(?<![a-z])(?:loans?|bank|borrow\w*)(?![a-z])")


def find(page: Page) -> Findings:
    """What is listed as not agreed; nothing where the clause is supposed, asked, or of a loan."""
    if not (_OF_PAY.search(page.text) and (_TERM.search(page.text) or _RATE.search(page.text))):
        return
    for frame in _FRAMES:
        for match in frame.finditer(page.text):
            place = match.end() - 1
            if _OF_A_LOAN.search(match[0]):
                continue
            if judge(page, place, place, ours=True) not in (Standing.STATED, Standing.DENIED):
                continue
            turn = _TURN.search(match["list"])
            listed = match["list"][: turn.start()] if turn else match["list"]
            for name, value, pattern in _FACTS:
                if pattern.search(listed):
                    yield Found(name, value, match.start(), match.end(), 2 if name == "contract_term_agreed" else 1)
