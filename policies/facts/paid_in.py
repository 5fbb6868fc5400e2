"""The house that paid in our capital or holds it all: 公司百分之百由一家上市集团出资, "wholly funded by a group".

What a group pays of a project, or holds of a customer, is none of ours, and a part of the capital makes no subsidiary:
so the company must open the clause, and English words of money must say that they mean the whole.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_US = r"(?:我们|咱们|我|本|这家)?(?:公司|我们|咱们|我司|企业)"
_ALL = r"(?:百分之百|百分百|100%|全资|全额|全部|所有|全数|整个|全都?|完全|一直|目前|现在|其实|实际上?|都|是)"
_CAPITAL = r"(?:注册资本金?|实收资本|资本金?|股本|本金|启动资金|股份|股权|出资)"
_NO_ONE_ELSE = r"[^,。;没未不与和及跟同]"
_HOUSE = r"(?:集团(?:公司)?|上市公司|控股公司|母公司|央企|国企|上市[\u4e00-\u9fff]{0,2}企业?)"
_PART = r"(?![^,。;]{0,4}(?:[1-4]?\d(?:\.\d+)?%|百分之(?:[一二三四]|十)|[一二三四]成|少数|一部分|部分|小股))"
_PAYS = (
    rf"{_ALL}{{0,2}}(?:参与)?(?:出资|出钱|掏钱|注资|投资|设立|成立|创办|开办|控股|持股|持有|认缴|认购|缴足|缴纳|"
    rf"实缴|拿出|拥有|收购){_PART}"
)
_ZH = lazy(
    rf"(?<![^,。;]){_US}(?:的)?{_ALL}{{0,2}}(?:的)?{_CAPITAL}?{_ALL}{{0,3}}(?:由|被|"
    rf"归){_NO_ONE_ELSE}{{0,28}}?{_HOUSE}{_PAYS}|"
    rf"(?<![^,。;]){_US}的?{_ALL}?的?{_CAPITAL}{_ALL}{{1,3}}(?:来自|出自|在|归|属于?|握在|"
    rf"捏在){_NO_ONE_ELSE}{{0,28}}?{_HOUSE}"
    r"(?:手[里上中]|名下|所有|的?口袋)?(?=[,。;]|$)|"
    rf"(?<![^,。;]){_US}的?(?:唯一|单一|独资|全资)的?(?:股东|出资人|投资人){_ALL}?(?:是|"
    rf"为){_NO_ONE_ELSE}{{0,28}}?{_HOUSE}(?=[,。;]|$)|"
    rf"(?:一家|某家?){_NO_ONE_ELSE}{{0,28}}?{_HOUSE}(?:全资|百分之百|百分百|100%|全额|独资)(?:出资|投资)?(?:设立|"
    rf"成立|办|开|控股|持有|出资)?(?:了|的)?"
    r"(?:我们|我司|本公司|咱们)"
)
_GROUP = (
    r"(?:an?|one|the|our|some) (?:[\w'-]+ ){0,5}?(?:group|corporation|conglomerate|multinational|(?:listed|holding|"
    r"parent|"
    r"public|quoted) (?:[\w-]+ ){0,3}?(?:company|firm|house|maker)|parent)"
)
_WHOLLY = (
    r"(?:wholly|entirely|fully|solely|exclusively|completely|100 ?%|100 per ?cent|(?:a|one) hundred per ?cent|totally)"
)
_PAID = r"(?:funded|financed|capitali[sz]ed|bankrolled|paid for|backed|owned|held|controlled|equipped|endowed)"
_WHOLE = (
    r"(?:the |our |its |us )?(?:whole|entire|full|all(?: of)?(?: (?:the|our|its))?|every (?:yuan|cent|penny|share) "
    r"of(?: (?:the|our))?|100 ?% of(?: (?:the|our))?)"
)
_STOCK = (
    r"(?:(?:share|registered|paid-in|paid-up|equity|founding|starting|start-up) ){0,2}(?:capital|equity|shares|stock)"
)
_PUT = r"(?:put up|paid in|provided|supplied|subscribed|contributed|injected|furnished|brought in)"
_SELF = r"(?:we|(?:the|our) (?:company|firm|business|start-?up)|it|and)"
_EN = lazy(
    rf"(?<![a-z]){_SELF}(?:'re| are| is| was| were| has been| have been)(?: \w+)? ?(?:{_WHOLLY} {_PAID} by|{_PAID} "
    rf"{_WHOLLY} by|"
    rf"{_PAID} (?:in full|100 ?%|to the last yuan|one hundred per ?cent) by) {_GROUP}(?![a-z])|"
    rf"(?<![a-z]){_WHOLE} {_STOCK}(?: of (?:our|the) (?:company|firm))? (?:(?:comes|came|stems|is|was) from|(?:is|"
    rf"was|were|are|has "
    rf"been|had been) (?:{_PUT}|held|owned) by) {_GROUP}(?![a-z])|"
    rf"(?<![a-z]){_GROUP}(?: (?:of|from|in) \w+)? (?:has |had )?{_PUT} {_WHOLE} {_STOCK}(?: of (?:our|the) "
    rf"(?:company|firm))?(?![a-z])"
)
_OURS = lazy(r"(?<![a-z])(?:we|we're|our|us|ourselves|the (?:company|firm|business))(?![a-z])")
_NO_MORE = lazy(
    r"卖掉|转让|退出|脱离|买回|回购|原来|原先|曾经?|以前|之前(?:是|由)|"
    r"(?<![a-z])(?:sold|no longer|spun (?:off|out)|bought (?:ourselves|the shares|it|them) (?:out|back)|used to|once|"
    r"until|withdrew|divested|formerly|originally)(?![a-z])"
)
_SIGNS = (
    "集团",
    "上市",
    "控股公司",
    "母公司",
    "央企",
    "国企",
    "group",
    "corporation",
    "conglomerate",
    "multinational",
    "compan",
    "parent",
)


def find(page: Page) -> Findings:
    """`group_subsidiary`, where one larger house is told to have paid in or to hold the whole of the company."""
    if not any(sign in page.text for sign in _SIGNS):
        return
    for match in (*_ZH.finditer(page.text), *_EN.finditer(page.text)):
        index = page.index(match.start())
        sentence = page.sentence(index)
        if _NO_MORE.search(sentence) or page.wished(index, match.start()) or strangers(page, match.start()):
            continue
        if match[0].isascii() and not _OURS.search(sentence):
            continue
        if judge(page, match.start(), match.start(), ours=True) is Standing.STATED:
            yield Found("group_subsidiary", True, match.start(), match.end(), 3)
