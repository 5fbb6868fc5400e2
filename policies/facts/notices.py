"""Notice of being small, as an SME is to give it when a contract is made (payment regulation, art. 3): the words that
tell of it. Whether they stand, are denied or asked is judged in `agreements`.
"""

from __future__ import annotations

from policies.patterns import lazy

_TOLD_ZH = r"(?:告知|告诉|说明|声明|写明|讲明|报明)(?:过|了)?"
_SME_ZH = r"(?:小型|小微|微型|中小|中型)企业"
_CLASS_EN = r"(?:small|micro|medium(?:-sized)?)"
_PAPER_EN = r"(?:contract|offer|quotation|tender|bid|order|papers?)"
_THEM_EN = (
    r"(?:them|him|her|it|(?:the|our|its) (?:[\w'-]+ ){0,3}?(?:customer|client|buyer|payer|purchaser|other (?:side|"
    r"party)|developer|contractor|hospital|bureau|school|group|university|college|museum|library|kindergarten|office|"
    r"government|department|council|authority|company|chain|enterprise|corporation)(?:, (?:an?|the|one) "
    r"[^,.;]{3,50},)?)"
)
_IN_CHINESE = (
    r"(?:告知|告诉|说明|声明|写明|注明|写了|提到|提过|说过|说|讲|披露|提)(?:过|"
    r"了)?[\u4e00-\u9fff]{0,12}?(?:中小微?|小微|小型|微型|中型)企业",
    r"(?:报过|报了|自报|亮明|表明|讲明|声明)(?:过|了)?[^,。;没未]{0,8}?(?:小微|小型|微型|中小|小企业)",
    rf"{_TOLD_ZH}(?:对方|客户|他们|甲方)?(?:我们|自己|本公司|我司|我方|我厂)的?(?:企业)?(?:规模|划型|类型)",
    rf"从(?:我们|我司|我方)?的?(?:投标文件|标书|投标书|报价单?|合同|资料)[里中上]?(?:就|已|也)?(?:知道|得知|看到|"
    rf"看得出|了解到?)"
    rf"(?:了|过)?(?:我们|我司|我方|本公司)[^,。;]{{0,6}}?{_SME_ZH}",
    rf"{_SME_ZH}[^。;]{{0,26}}?(?:告知|告诉|说明|讲明|声明)(?:过|了)?(?:对方|他们|客户|甲方|买方)",
    rf"{_SME_ZH}[^。;]{{0,10}}?(?:合同|报价|投标|标书|签约时)[^,。;没未]{{0,4}}(?:写|注明|说|讲)(?:明|了|过|清楚)",
)
_IN_ENGLISH = (
    r"(?:told|informed|notified|declared|mention\w*|said|disclosed|states?|stated|says|"
    r"let them know|wrote)(?:,? [\w,']+){0,11}? (?:smes?|(?:small|micro|medium(?:-sized)?) (?:business|firm|"
    r"company|enterprise))",
    r"(?:told|wrote|stated|said|declared|mentioned|noted)(?: [\w,']+){0,9}? (?:that )?we (?:are|were) (?:an? )?"
    rf"{_CLASS_EN}",
    r"made (?:that|this|it) known",
    rf"(?:made (?:it )?known(?: to (?:{_THEM_EN}|them))?|let {_THEM_EN} know) that (?:it|we|they|the (?:firm|company|"
    rf"maker)) (?:is|was|are|were) (?:officially )?(?:an? )?{_CLASS_EN}",
    r"(?:declared|stated|gave|disclosed|told them|mentioned|gave notice of) (?:its|our|the firm's) size",
    rf"(?:knows?|knew|learn(?:ed|t)|saw|aware)(?: \w+){{0,2}} (?:from|by|through) (?:our|"
    rf"the) (?:[\w-]+ )?{_PAPER_EN},? "
    rf"(?:(?:that )?we (?:are|were) (?:an? )?{_CLASS_EN}|(?:of |about )?our (?:size|class))",
)
_BEHIND_A_CLASS = (
    rf"(?:we |i )?(?:said|told|mentioned|stated|wrote|declared|let)(?: {_THEM_EN})?(?: know)? (?:so|as much)(?![a-z])",
    rf"(?:the |its |our )?{_PAPER_EN} (?:also )?(?:mentions?|says|said|states?|stated|notes?|records?|"
    r"tells? (?:them|the (?:client|buyer|customer|other side))) (?:it|so|this|that|as much)(?![a-z])",
    r"(?:that|which|this|it) stood in our (?:contract|offer|quotation|tender|bid)",
    rf"informed {_THEM_EN} of (?:that|this|it)",
    r"the (?:client|buyer|customer|other side) knew it|having said so|(?:which|that) we told (?:the|them|it)",
    r"(?:with )?our size (?:is |was )?written in(?:to)? (?:it|the contract)",
    r"as (?:is )?(?:stated|noted|written|mentioned|declared|recorded|said) in (?:the|our) "
    r"(?:contract|offer|quotation|tender|bid|order)",
    r"(?:as|which|and) we (?:had |have )?(?:also |duly )?(?:declared|told|stated|said|noted|informed|disclosed) "
    r"(?:when|at|to|on|in|them|the|our|it)(?![a-z])",
    rf"(?:which|as|and) (?:the|our) {_PAPER_EN}(?: of [\w ]{{3,20}}?)? (?:also |itself )?(?:states|says|records|notes|"
    r"mentions|shows)(?![a-z])",
)
_SIZED = lazy(r"小|微型|中型|规模|划型|small|micro|medium|sme| size|known")
NOTICE = lazy(
    rf"{'|'.join(_IN_CHINESE)}|(?<![a-z])(?:{'|'.join(_IN_ENGLISH)})(?![a-z])|"
    rf"(?<![a-z])(?:smes?|{_CLASS_EN})(?![a-z])[^.;]{{0,60}}?(?<![a-z])(?:{'|'.join(_BEHIND_A_CLASS)})"
)
NOT_GIVEN = lazy(r"没(?:有)?(?:告|说|声|写|讲|提|报)|未(?:告|说|声|写|讲|提|报)|(?<![a-z])never(?![a-z])")
"""Inside the words of a notice: none was given."""

ASKED = lazy(r"要不要|有没有|是否|是不是|该不该|用不用|需不需要|(?<![a-z])(?:whether|should)(?![a-z])")
"""Inside the words of a notice: it is asked about."""


def spoken_of(text: str) -> bool:
    """Whether a size is named at all: without one nobody is told of it."""
    return _SIZED.search(text) is not None
