"""With whom the contract is: `payer_contract` is denied of whoever stands above the one we have a contract with."""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_PRONOUN = lazy(r"它|他|对方|(?:it|them|him)(?![a-z])")
_BETWEEN = lazy(
    r"判头|大判|二判|总包|总承包|分包|承包商|承包人|中间商|转包|上家|施工单位|施工方|建筑公司|劳务公司|代理商|经销商|"
    r"(?<![a-z])(?:builders?|(?:sub-?|main |general |head )?contractors?|subcontract\w*|agents?|dealers?|middlem[ae]n|"
    r"intermediar\w+|distributors?|trading (?:company|house))(?![a-z])"
)
_NO_DEAL = lazy(
    r"(?:跟|和|与|同)(?P<who>[^,。;我]{1,14}?)(?:本身|之间|自己)?(?:并|都|也|从来?|其实){0,2}(?:没有?|未|无|冇)"
    r"(?:任何|直接|签过?|订过?|的){0,4}(?:合同|合约|协议|约)(?:关系)?(?=[,。;?]|$)|"
    r"(?:只是|只|我们是|属于|是)(?:被)?(?:分包|转包)[^,。;]{0,6}(?:给|帮|为|替)(?:它|他们?|她)|"
    r"(?:只是|是)(?:给|帮|为|替)(?:它|他们)的?(?:总包|承包商|分包)|"
    r"(?<![a-z])no (?:direct |own |written |signed )?(?:contract|agreement)s? (?:of our own )?(?:whatever |at all )?"
    r"(?:with|between us and) (?P<en>it|them|him|the [^,.;?]{2,40}?)(?=[,.;?]| itself| only| but| and|$)|"
    r"(?<![a-z])(?:contract|agreement) (?:is|was) (?:only |just )?(?:with|between us and) (?:an?|the|our) (?:[\w-]+ "
    r"){0,2}?(?:builder|contractor|agent|dealer|middleman|intermediary)(?![a-z])[^.;?]{0,30}?,? not (?:with )?"
    r"(?P<not>it|them|the [^,.;?]{2,40}?)(?=[,.;?]|$)"
)
_LOOSELY = lazy(r"口头|书面|订单|下单|送货单|微信|(?<![a-z])(?:orally|verbal\w*|in writing|purchase orders?)(?![a-z])")
"""A deal without a signed paper is a contract all the same."""
_SIGNED_BELOW = lazy(
    r"(?:和|跟|与|同)(?:判头|大判|二判|总包|总承包|分包|承包商|施工单位|施工方|建筑公司|劳务公司|中间商|上家)"
    r"(?:\([^()]{0,6}\)|公司|单位|方|商)?(?:签|订)(?:的|了)|"
    r"(?<![a-z])(?:(?:our|the) (?:paper|contract|deal|agreement)s? (?:is|was|are) (?:only |just )?with|"
    r"we (?:only |just )?(?:signed|contracted|have (?:a|our) contract) (?:only |just )?with) (?:an?|the|our) "
    r"(?:[\w-]+ ){0,2}?(?:builder|contractor|agent|dealer|middleman|intermediary|distributor)(?![a-z])"
)
_IS_ALSO = lazy(
    rf"(?:{_BETWEEN.pattern})(?:公司|单位|方|商)?(?:就|本身)?(?:是|,? (?:is|was|which is|being|"
    rf"who is))(?P<what>[^,。;?.]{{1,40}})"
)
_AGAINST = lazy(
    r"(?:投诉|举报|告(?!知|诉)|(?:向|找|跟|问|同)(?=[^,。;?]{1,12}(?:要|讨|追|收)(?:钱|款|账|利息|债|数|逾期|回)?))"
    r"(?P<zh>[^,。;?]{1,16})|(?:让|叫|要求|逼)(?P<pay>[^,。;?付给赔我们]{2,10})(?:付|给|赔|俾|结)|"
    r"(?<![a-z])(?:make|get|have|force) (?P<made>(?:the|an?|this|that|it|them) ?[^,.;?]{0,30}?) (?:to )?pay(?![a-z])|"
    r"(?<![a-z])(?:complain\w*(?: \w+)? (?:about|against|of)|report|"
    r"claim (?:\w+ )?(?:\w+ )?from|"
    r"interest from|sue|pursue|payment from) (?P<en>[^,.;?]{2,60})"
)


_DIRECT = lazy(
    r"三方(?:协议|合同)|直接付款|(?:也|又|还)(?:跟|和|与|同)我们签|(?<![a-z])(?:tripartite|three-(?:party|way)|"
    r"pays? (?:us|subcontractors) direct\w*|also signed)(?![a-z])"
)
"""Whoever stands above has a deal with us too."""
_WORDS = lazy(r"[\u4e00-\u9fff]{2}|[a-z]{4,}")


def no_contract(page: Page) -> Findings:
    """`payer_contract` denied where somebody stands between, and the claim is to go past them."""
    text = page.text
    if not _BETWEEN.search(text) or _DIRECT.search(text):
        return
    against = [one["zh"] or one["pay"] or one["made"] or one["en"] for one in _AGAINST.finditer(text)]
    if not against or any(_BETWEEN.search(one) for one in against):
        return
    same = " ".join(one["what"] for one in _IS_ALSO.finditer(text))
    if any(word in same for one in against for word in _WORDS.findall(one)):
        return
    named_above = not any(_PRONOUN.match(one) for one in against)
    for match in (*_NO_DEAL.finditer(text), *(_SIGNED_BELOW.finditer(text) if named_above else ())):
        named = match.groupdict()
        party = named.get("who") or named.get("en") or named.get("not") or ""
        if _BETWEEN.search(party) or _LOOSELY.search(text):
            continue
        index = page.index(match.start())
        if not page.wished(index, match.start()) and not page.theirs(match.start()):
            yield Found("payer_contract", False, match.start(), match.end(), 2)
