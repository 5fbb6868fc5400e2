"""A case that an office of control has opened against us and not closed: `serious_dishonesty` stays open.

"The tax inspectors opened a case and have not told us what they found", 环保局六月来查排污,案子还没结: a good name told
beside it is the credit file's, and what the office will find nobody knows. An inquiry that was closed says nothing.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.patterns import lazy

_BODY = (
    r"(?:inspect(?:ors?|ion|orate)|bureaux?|offices?|authorit(?:y|ies)|regulators?|departments?|police|officers?|"
    r"officials?|agenc(?:y|ies)|administration|watchdog|people|auditors?|investigators?|men)"
)
_OFFICE_EN = (
    r"(?:(?:tax|customs|labou?r|environment\w*|market|safety|fire|food|drug|price|quality|securities|pollution|"
    rf"water|land|industry|social[ -](?:security|insurance))(?:[ -](?:\w+ )?){_BODY}|customs(?! house)|"
    r"(?:bureau|department|administration|office) (?:of|for) (?:the )?(?:tax\w*|industry|commerce|market|"
    r"labou?r|environment\w*|customs|safety)"
    r"(?: and \w+)?|taxmen|taxman|regulators?|inspectors?|prosecutors?|procurator\w*|(?:the|economic|"
    r"criminal) police|watchdog)"
)
_CASE = r"(?:case|file|inquiry|enquiry|investigation|probe|proceedings?|inspection)"
_BEGUN_EN = (
    rf"(?:(?:open(?:ed|s)?|start(?:ed|s)?|beg[au]n|launch(?:ed|es)?|initiat(?:ed|es)|filed|commenced) (?:an?|the|"
    rf"their|its|formal|proceedings) ?(?:\w+ ){{0,2}}?{_CASE}|ha(?:s|ve) (?:us|our (?:company|firm)|"
    rf"the company) under (?:\w+ )?investigation|ha(?:s|ve) (?:an? )(?:\w+ )?{_CASE} (?:open |"
    rf"running |pending )?(?:against|on|about) (?:us|our)|"
    rf"{_CASE} (?:\w+ ){{0,4}}?(?:is|was|remains|are) (?:still |yet |as yet )?(?:open(?:ed)?|pending|running|undecided|"
    rf"ongoing|not (?:closed|over|decided|finished))|"
    r"(?:is|are|was|were|being|been|under) (?:being |formally )?investigat(?:ed|ion))"
)
_LOOKING_EN = (
    r"(?:(?:is|are|has been|have been) (?:still |now |currently |busy )?(?:looking (?:in)?to|look(?:ing)? at|examining|"
    r"investigating|"
    r"probing|inspecting|going (?:through|over)|checking|auditing)|(?:took|taken) (?:\w+ )?(?:samples|"
    r"away|copies)|seized|searched|raided|questioned)"
)
_ACT_EN = lazy(
    rf"(?<![a-z]){_OFFICE_EN}(?: [\w',-]+){{0,12}}? (?P<act>{_BEGUN_EN}|{_LOOKING_EN})(?![a-z])|"
    rf"(?<![a-z])(?P<passive>{_BEGUN_EN})(?: [\w'-]+){{0,6}}? by (?:[\w'-]+ ){{0,3}}?{_OFFICE_EN}(?![a-z])"
)
_OFFICE_ZH = (
    r"(?:税务|国税|地税|税局|稽查局|海关|市场?监(?:督)?管|市监局?|工商局|环保|生态环境|环境局|环境执法|应急管?理?局|"
    r"安监|劳动监察|劳监|人社局|社保局|药监|公安|经侦|警方|警察|检察院|检方|证监|监管(?:部门|机构|局)|主管(?:部门|机关)|"
    r"消防|国土|自然资源局|质监|执法)"
)
_ACT_ZH = lazy(
    rf"{_OFFICE_ZH}[^。;!?]{{0,34}}?(?P<act>立(?:了|过)?案|立了个案|开(?:了|过)?(?:档|案)|侦查|约谈|"
    rf"介入|(?:调|稽|彻|侦|核|检|排)查(?!员|局|科|队|处|大队)|"
    rf"(?:[来在]|上门|跑来|下来|过来|正|要)查|查(?=我|公司|账|咱|去年|前年)|盯上)"
)
_NO = lazy(
    r"(?:没有?|未|从来?没|不曾|不会|如果|要是|万一|假如|怕|担心|会不会|是不是|有没有)(?:[^,。;]{0,10})$|"
    r"(?<![a-z])(?:no|not|never|nor|neither|without|if|should|unless|would|could|may|might|whether|n't)"
    r"(?: [\w']+){0,4} ?$|n't(?: [\w']+){0,4} ?$"
)
_PAPERS = lazy(
    r"(?<![a-z])(?:applications?|refund|claims?|registration|deductions?|annual|routine|yearly|random|ordinary|"
    r"declaration form|opening hours)(?![a-z])|例行|常规|年度|年检|抽查|随机|申请|申报材料|退税|备案|验收"
)
_CLOSED = lazy(
    r"(?<![a-z])(?:closed(?! to)|dropped|nothing (?:wrong|amiss|irregular|was found|came of)|without (?:finding|any|a "
    r"finding|penalty|result|"
    r"consequence)|found (?:nothing|no|everything)|cleared|in order|came to nothing|settled|ended|concluded|withdrawn|"
    r"called off|acquitted|no fault|finished with)(?![a-z])|"
    r"已经?结案|结了案|结案了|撤案|撤了案|销案|查完|查清|查过了|了结|澄清|不予(?:处罚|立案)|结论是|认定我们没|"
    r"没(?:有)?(?:发现|查出|查到)(?:任何|什么|过)?(?:问题|违|异常|毛病)|一切正常|(?:都|也)?没(?:有)?(?:任何|什么)?问题[,。;]"
)
_PENDING = lazy(
    r"(?<![a-z])(?:(?:has|have|is|are|was|were|does|do|did)(?:n't| not)(?: \w+){0,2}? (?:told|tell|said|say|informed|"
    r"finish\w*|clos\w+|decid\w+|conclud\w+|over|know|hear\w*|settl\w+|reach\w*|publish\w*|answer\w*|end\w*)|"
    r"no (?:\w+ )?(?:findings?|decision|results?|outcome|conclusion|ruling|verdict|word|answer|news|notice)|still|"
    r"pending|await\w*|waiting|ongoing|under ?way|not (?:yet|known|closed|finished)|unfinished|undecided|"
    r"nothing back|results? (?:are|is) not|drags? on|"
    r"heard nothing|without (?:a|any) (?:result|decision|outcome|conclusion|word) (?:yet|so far))(?![a-z])|"
    r"(?:没有?|未|冇)(?:有|给|出|下|告诉|通知|收到|等到|查|定|最终|正式|个){0,3}(?:结|定论|说法|下文|通知|告|消息|完)|"
    r"还没|尚未|仍未|仍在|还在|正在|至今|未有|未结|悬着|等(?:着|待|候)?[^,。;]{0,6}(?:结果|结论|通知|消息)|"
    r"(?:结果|结论)[^,。;]{0,6}(?:没|未|不知)"
)
_OTHERS = (
    r"(?:suppliers?|customers?|clients?|competitors?|neighbou?rs?|buyers?|rivals?|landlords?|dealers?|"
    r"contractors?|distributors?)"
)
_AGAINST_OTHERS = lazy(
    rf"\s?(?:about|into|against|on|at|of|to)? ?(?:an?|the|one|some|two|our|several|its|his)? ?(?:\w+ )?"
    rf"{_OTHERS}(?![a-z])|"
    r"(?:了|过)?(?:我们|我司|公司|一家|一个|某|的|几家){0,3}(?:客户|供应商|供货商|同行|对手|竞争对手|邻居|房东|买家|经销商|下家|上家)"
)
_ON_OTHERS = lazy(
    r"(?:对|给|查|把)(?:了|过)?(?:我们|一家|一个|某|的|那家){0,3}(?:客户|供应商|供货商|同行|对手|竞争对手|邻居|房东|"
    r"买家|经销商|下家|上家)"
)
_ROBBED = lazy(
    r"诈骗|骗|被盗|被偷|失窃|报了?案|(?<![a-z])(?:stolen|theft|burgl\w+|cheated|swindl\w+|"
    r"reported (?:it|them))(?![a-z])"
)
"""The police look for somebody who harmed us."""
_WEIGHT = 2
_SIGNS = (
    "inspect",
    "investigat",
    "tax",
    "customs",
    "police",
    "bureau",
    "administration",
    "regulator",
    "prosecut",
    "authorit",
    "watchdog",
)
_STRONG = lazy(r"open|start|beg[au]n|launch|initiat|filed|commenced|against|investigat|立|侦|档|案|case|file")


def find(page: Page) -> Findings:
    """A doubt for each inquiry that runs, or of which no end is told."""
    text = page.text
    if any(sign in text for sign in ("查", "案", "约谈", "介入", "盯上", "开档")):
        yield from _told(page, _ACT_ZH)
    if any(sign in text for sign in _SIGNS):
        yield from _told(page, _ACT_EN)


def _told(page: Page, acts: re.Pattern[str]) -> Findings:
    for match in acts.finditer(page.text):
        act = match["act"] or match.groupdict().get("passive") or ""
        index = page.index(match.end() - 1)
        start = page.clauses[page.index(match.start())].start
        lead = page.text[start : match.end() - len(act) if match["act"] else match.start()]
        if _NO.search(lead) or strangers(page, match.start()) or page.wished(index, match.end() - 1):
            continue
        if _AGAINST_OTHERS.match(page.text, match.end()) or _ON_OTHERS.search(match[0]):
            continue
        behind = _behind(page, index)
        if _ROBBED.search(behind):
            continue
        if _CLOSED.search(behind) and not _PENDING.search(behind):
            continue
        running = _PENDING.search(behind) is not None
        if not _STRONG.search(act) and (not running or _PAPERS.search(page.words(index))):
            continue
        if not behind.rstrip().endswith("?") or running:
            yield Found("serious_dishonesty", None, match.start(), match.end(), _WEIGHT)


def _behind(page: Page, index: int) -> str:
    """The sentence of the act and the next one."""
    number = page.clauses[index].sentence
    after = next((at for at in range(index, len(page.clauses)) if page.clauses[at].sentence > number), None)
    return page.sentence(index) + (" " + page.sentence(after) if after is not None else "")
