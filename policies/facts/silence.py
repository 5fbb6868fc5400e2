"""Contracts that agree no rate for paying late: said of the rate itself, or of lateness as a whole.

"Names no rate", "does not mention what happens when payment is late", 合同没写晚付怎么办: `agreed_rate_pct` is none.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_SETTLED_EN = r"(?:agreed|fixed|set|stipulated|written|said|laid down|settled|provided)"
_ABOUT_EN = r"(?:about|on|as to|regarding|for|concerning)"
_NO_RATE = lazy(
    r"(?:利息|利率|违约金|滞纳金)(?:[\u4e00-\u9fff]{0,6})(?:没有?|未)(?:约定|写|提|谈|定|说)|"
    r"silent (?:on|about|as to) (?:\w+ )?(?:interest|late|rates?)|"
    r"(?:没有?|未|也没)(?:约定|写|规定|提|说|谈|定)(?:明|到|过|清)?[\u4e00-\u9fff]{0,8}(?:利息|利率|违约金|滞纳金)|"
    r"(?:利息|利率|违约金)(?:都|也)?(?:没有?|未)(?:约定|写|谈|提|定)|"
    r"(?:逾期|晚付|迟付|滞纳)[^,。;]{0,6}(?:利息|利率|违约金)[^。;]{0,10}?(?:什么|一个字|一句)(?:都|也)(?:没有?|未)"
    r"(?:约定|写|谈|提|定|说)|"
    rf"(?<![a-z])nothing (?:at all )?(?:(?:is|was|were|has been|had been) )?(?:\w+ )?{_SETTLED_EN}(?: \w+){{0,3}}? "
    rf"{_ABOUT_EN} (?:any |the |a )?(?:late |default |overdue )?(?:payment )?(?:interest|rates?)(?! (?:on|of|for) "
    r"(?:the|our|a|any|this) (?:\w+ )?(?:loan|credit))|"
    r"(?<![a-z])(?:(?:we|they) (?:have |had )?(?:agreed|fixed|settled|wrote) nothing|(?:nobody|neither side) (?:has |"
    r"had |ever )?(?:agreed|fixed|settled|wrote) anything) (?:in writing |in the contract )?"
    rf"{_ABOUT_EN} (?:any |the )?(?:late |default |overdue )(?:payment )?(?:interest|rates?)|"
    r"(?<![a-z])(?:no (?:late[- ]?)?(?:payment )?(?:interest|rate)(?: rate)?(?: \w+){0,3} (?:agreed|fixed|stipulated|"
    r"in the contract|set)|"
    r"(?:contract|agreement|it) (?:says|has|contains|mentions|said) (?:nothing|no \w+) (?:\w+ ){0,2}(?:about|on|"
    r"for) (?:\w+ )?(?:late )?interest|"
    r"(?:has|contains|and|or|,) no (?:late|default)(?:[- ]payment)? (?:rate|interest)(?=[.,;]|$)|"
    r"(?:did not|didn't|never) agree(?:d)? (?:on |to )?(?:any |a )?(?:late )?(?:interest|rate)|"
    r"no (?:late[- ])?(?:interest|payment rate) clause|(?:names|sets|fixes|gives|states|specifies|"
    r"mentions) no (?:\w+ )?(?:rate|interest)|"
    r"(?:(?:does|did)(?: not|n't) say|says not|not) a (?:single )?word (?:in it |in the contract )?(?:about|on) "
    r"(?:late |default )?"
    r"(?:interest|rates?)|"
    r"(?:says|said|has|mentions) nothing (?:at all )?(?:about|on) "
    r"(?:an? |any |the )?"
    r"(?:late |default )?(?:rates?|interest)|no (?:\w+ )?(?:rate|interest)(?: (?:for|on) (?:\w+ ){1,3}?)?,? ?(?:was |"
    r"were |is |has been )"
    r"(?:ever )?(?:agreed|fixed|set|stipulated|mentioned))(?![a-z])"
)
_SILENT_EN = (
    r"(?:(?:does|did|do)(?: not|n't) (?:mention|say|state|regulate|address|cover|deal with|provide for|tell)|"
    r"(?:says|said|states|has|contains|mentions) nothing(?: at all| whatever)? (?:about|on|of|for)|"
    r"(?:is|are|was|were|stays|remains) (?:entirely |wholly )?silent (?:about|on|as to)|leaves (?:it )?open|"
    r"(?:not a|no) (?:single )?(?:word|line|clause|provision|sentence)(?: (?:\w+ ){1,3}contract)? "
    r"(?:about|on|for|covers)|"
    r"(?:sets|fixes|names|has|provides|contains|states|lays down) no (?:consequences?|penalt(?:y|ies)|sanctions?|"
    r"compensation|remed(?:y|ies)|clause|provision|rule)(?: whatever| at all)? (?:for|on|about|if|when))"
)
_LATE_EN = (
    r"(?:(?:the |any )?(?:late|delayed|overdue|tardy) (?:payments?|paying)|paying (?:us )?(?:too )?late|"
    r"(?:late|slow) payers?|"
    r"delays? (?:in|of) (?:payment|paying)|"
    r"(?:payment|the (?:money|bill|invoice|buyer|customer|client|hospital|payer)|they|it|"
    r"a bill|an invoice) (?:is |are |was |comes? |pays? |paid |being |falls )?(?:too |in )?"
    r"(?:late|overdue|delayed|arrears|not paid|unpaid)|(?:buyer|customer|client|payer)(?:'s)? "
    r"(?:default|delay|lateness))"
)
_WHAT_EN = r"(?:(?:what (?:happens|follows|applies|is (?:owed|due)|we (?:get|may charge))|the case)(?: \w+){0,3} )?"
_SILENT = lazy(
    rf"(?<![a-z]){_SILENT_EN} {_WHAT_EN}(?:if |when |where |in case of |for |the )?{_LATE_EN}(?![a-z])|"
    r"(?:没有?|未|并未)(?:约定|写|规定|提|说|谈|定)(?:明|到|过|清)?(?:了)?(?:对方|客户|他们)?(?:如果|要是|若)?(?:晚付|迟付|逾期(?:付款|不付)|拖欠|付晚|"
    r"拖着不付|延迟付款|迟延付款|不按时付)[^,。;]{0,4}(?:怎么|如何|会怎|后果|责任|处理|要赔|赔|罚|补偿)|"
    r"(?:晚付|迟付|逾期(?:付款)?|拖欠|付晚|延迟付款|迟延付款)[^,。;我]{0,8}?(?:怎么(?:算|办|罚|赔|处理)|后果|责任|处理)[^,。;]{0,4}?"
    r"(?:没有?|未|只字未|一字未)(?:约定|写|规定|提|说|谈|定)|"
    r"(?:没有?|未)(?:约定|写|规定)(?:明)?(?:任何)?(?:付款方|对方|客户)?的?违约责任"
)
_IF = lazy(r"(?<![a-z])(?:if|whether|suppose|unless)(?![a-z])|如果|要是|假如|是否|有没有")


def find(page: Page) -> Findings:
    """`agreed_rate_pct` none, where the contract says nothing of a rate or of lateness."""
    for match in _NO_RATE.finditer(page.text):
        yield Found("agreed_rate_pct", 0, match.start(), match.end())
    for match in _SILENT.finditer(page.text):
        clause = page.clauses[page.index(match.start())]
        if not _IF.search(page.text, clause.start, match.start()):
            yield Found("agreed_rate_pct", 0, match.start(), match.end())
