"""Whose figures go into the accounts of a group is a part of it: "our results are consolidated by the group",
我们每个月把报表交给集团总部合并 (`group_subsidiary`)."""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_SIGNS = ("consolidat", "group", "合并", "并表", "并入", "并进", "汇总")
_FIGURES = (
    r"(?:figures|accounts?|books|results|numbers|statements?|balance sheets?|ledgers?|profit and loss|sales|reports?)"
)
_OURS = rf"(?:(?:our|the company's) (?:own )?(?:[\w'-]+ ){{0,2}}?{_FIGURES}(?: (?:and|or) [\w'-]+)?)"
_ADDED = r"(?:consolidated|added|folded|included|merged|rolled(?: up)?|taken|incorporated|combined|absorbed)"
_ABOVE = (
    r"(?:(?:an?|the|its|their|one)(?: (?!our)[\w'-]+){0,4}? (?:group|corporation|conglomerate|parent|holding "
    r"company|listed "
    r"company|multinational)|(?:the )?group|its parent|head office)(?:'s)?"
)
_CONSOLIDATED = lazy(
    rf"(?<![a-z]){_OURS}(?: (?!not|never|n't|customer|client)[\w',-]+){{0,7}}? {_ADDED} (?:in|into|with|to|by)"
    rf"(?: (?:those|the (?:\w+ )?(?:accounts|statements|books)) of)? {_ABOVE}(?![a-z])|"
    rf"(?<![a-z])we(?:'re| are)(?: (?:fully|all|still|also))? (?:consolidated|included) (?:in|into|by|with|"
    rf"within)(?: the)?"
    rf"(?: (?:consolidated|annual|group))*(?: (?:accounts|statements|books|report)(?: of)?)? {_ABOVE}(?![a-z])|"
    rf"(?<![a-z])(?:i|we) (?:send|report|deliver|submit|mail|pass|hand)(?: in)? (?:our|the) (?:[\w'-]+ "
    rf"){{0,2}}?{_FIGURES}"
    rf"(?: (?:on|up|every \w+))? to (?:the |its |their |our )?(?:[\w']+ )?(?:head office|headquarters|parent|"
    rf"holding|group),?"
    rf"(?: [\w',-]+){{0,6}}? (?:group accounts|consolidat\w+|group's (?:accounts|books|figures))(?![a-z])|"
    rf"(?<![a-z]){_ABOVE},?(?: (?!not|never)[\w'-]+){{0,10}}? consolidates (?:us|our {_FIGURES})(?![a-z])"
)
_CONSOLIDATED_ZH = lazy(
    r"(?:报表|财务|账目?|业绩|数据|损益)[^,。;没未不客]{0,10}?(?:并[入进到]|合并[到进入]|纳入|交给|交到|报给|"
    r"报到|汇总到|上报|送到?|寄给)"
    r"[^,。;没未不客]{0,10}?(?:集团|母公司|总部|控股公司|上市公司)[^,。;没未不客]{0,8}?(?:合并|并表|汇总|报表)|"
    r"(?:我们|我司|本公司|公司)(?:是|属于?|在|被?[列纳]入)[^,。;没未不客]{0,10}?(?:集团|母公司|上市公司|"
    r"控股公司)[^,。;没未不客]{0,6}?"
    r"(?:并表|合并(?:报表|财务报表)?)(?:的?(?:范围|单位|企业|子公司))|"
    r"(?:集团|母公司|上市公司|控股公司)[^,。;没未不客]{0,10}?(?:把|将)(?:我们|我司|"
    r"本公司)[^,。;没未不]{0,6}?(?:并表|合并|并入)"
)
_NOT_SO = lazy(
    r"软件|以前|原来|曾经|客户|供应商|同行|是否|是不是|如果|"
    r"(?<![a-z])(?:software|used to|until last|no longer|customers?|clients?|suppliers?|if|were|whether|would|"
    r"our group)(?![a-z])"
)


def find(page: Page) -> Findings:
    """`group_subsidiary`, where a larger house consolidates the enterprise."""
    if not any(sign in page.text for sign in _SIGNS):
        return
    for match in (*_CONSOLIDATED.finditer(page.text), *_CONSOLIDATED_ZH.finditer(page.text)):
        index = page.index(match.start())
        if _NOT_SO.search(page.words(index)) or page.wished(index, match.start()) or strangers(page, match.start()):
            continue
        if judge(page, match.start(), match.start(), ours=True) is Standing.STATED:
            yield Found("group_subsidiary", True, match.start(), match.end(), 3)
