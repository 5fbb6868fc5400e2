"""Whether a team is fit to apply for a talent programme, which counts as much as having been chosen for one.

"Our founder meets the requirements of the city's talent plan", 带头人够得上申报人才计划: fit; 申报条件够不上: not;
"we have not found out whether our project would meet the requirements to apply for one": open, whoever has not been
chosen yet.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, doubted, judge
from policies.patterns import lazy

_PROGRAMME_ZH = (
    r"(?:人才(?:计划|工程|项目|称号|认定|名单|库)|(?:领军|双创|高层次|创新创业|科技创业|市级|省级|国家级)(?:型|类)?人才|姑苏(?:创新创业)?领军|"
    r"千人计划)"
)
_PROGRAMME_EN = (
    r"(?:(?:[a-z]+-)?talents? (?:programme|program|plan|scheme|project|list|roster|award|title)s?|leading talents?|"
    r"(?:thousand|city-level|municipal|provincial|recogni[sz]ed) talents?)"
)
_UNFIT_ZH = (
    r"够不上|够不着|达不到|没达到|未达到|不符合?|不满足|不具备|不够(?:格|条件|资格)?|没(?:有)?资格|无资格|差得远|没到|"
    r"还差"
)
_FIT_ZH = (
    r"够得上|够得着|够(?:格|条件|资格)(?!不)|(?<!不)(?<!能)够(?=申|报|评|上)|符合|满足|达到了?|具备|有资格|合乎|"
    r"过了?(?=.{0,6}门槛)"
)
_EITHER_ZH = (
    r"够不够(?:格|条件|资格|得上)?|符不符合?|满不满足|达不达(?:得)?到|有没有资格|算不算得?上|"
    r"是否(?:符合|满足|够|具备|达到|有资格)"
)
_GAP = r"[^,。;!?]"
_ZH = lazy(
    rf"(?P<either>{_EITHER_ZH})(?:{_GAP}{{0,14}}?{_PROGRAMME_ZH}|{_GAP}{{0,6}}?申报(?:的)?(?:条件|要求|资格|门槛))|"
    rf"(?P<unfit>{_UNFIT_ZH})(?:{_GAP}{{0,14}}?{_PROGRAMME_ZH}|{_GAP}{{0,6}}?申报(?:的)?(?:条件|要求|资格|门槛))|"
    rf"(?P<fit>{_FIT_ZH})(?:{_GAP}{{0,14}}?{_PROGRAMME_ZH}|{_GAP}{{0,6}}?申报(?:的)?(?:条件|要求|资格|门槛))|"
    rf"{_PROGRAMME_ZH}{_GAP}{{0,6}}?(?:条件|要求|资格|标准|门槛){_GAP}{{0,8}}?"
    rf"(?:(?P<either2>{_EITHER_ZH})|(?P<unfit2>{_UNFIT_ZH})|(?P<fit2>够得上|够得着|够|符合|满足|达到|具备|都有|没问题))(?:了|的)?|"
    rf"(?P<there>{_PROGRAMME_ZH}{_GAP}{{0,8}}?,)(?:不过|但是?|可是?|只是)?(?:申报)?(?:条件|资格)(?:我们|也|都|是|倒|其实|全|早就){{0,3}}"
    r"(?P<fit3>够(?!不)|符合|满足|没问题|达到)(?:了|的)?(?=[,。;]|$)"
)
_ONE = r"(?:one|one of (?:them|these|those)|such (?:a|an) \w+|any of (?:them|these|those)|any such \w+)"
_MEET = (
    r"(?:meet(?:s|ing)?|met|satisf(?:y|ies|ied|ying)|fulfil(?:s|led|ling)?|fit(?:s|ted)?|match(?:es|ed)?|reach(?:es|"
    r"ed)?|"
    r"qualif(?:y|ies|ied)|eligible|entitled|good enough|strong enough|up to|have what it takes|tick(?:s|ed)?)"
)
_EN = lazy(
    rf"(?<![a-z]){_MEET}(?: [\w'-]+){{0,7}}? (?:for|of|to|in|into|with) (?:(?:apply(?:ing)? (?:for|to)|enter(?:ing)?|"
    rf"join(?:ing)?"
    rf"|be (?:in|on|chosen for|selected for|considered for)) )?(?:(?:[\w'-]+ ){{0,4}}?{_PROGRAMME_EN}|"
    rf"(?P<one>{_ONE}))(?![a-z])"
)
FITNESS = lazy(
    rf"{_EITHER_ZH}|{_UNFIT_ZH}|{_FIT_ZH}|(?<![a-z])(?:meet(?:s|ing)?|met|satisf\w+|fulfil\w*|qualif\w+|"
    rf"eligible)(?![a-z])"
)
"""Words of fitness: the name of a programme beside them says nobody was chosen."""
_STILL_SHORT = lazy(rf"{_GAP}{{0,10}}?(?:还差|还早|还远|差[一二两三几点半]|不够|不行|才行)")
_MAYBE_AHEAD = lazy(r"(?:不是没有?|不一定|未必|不见得|说不定|也许|可能)[^,。;]{0,4}$")
_AND_MORE = lazy(r"不[但仅只光止][^,。;]{0,2}$")
_NOT_AHEAD = lazy(
    r"(?:不(?!但|仅|只|光|止|过|错)|没|未|难以?|无法)[^,。;]{0,4}$|"
    r"(?<![a-z])(?:fail(?:s|ed)? to|unable to|far from|short of|too [a-z]+ (?:[a-z]+ )?to|nowhere near) (?:[a-z]+ )?$"
)
"""Ahead of a word of fitness, what `judge` does not know as a no of it: 并不完全符合, "fails to meet"."""
_NAMED = lazy(rf"(?<![a-z]){_PROGRAMME_EN}(?![a-z])|{_PROGRAMME_ZH}")
_BACK = 300
"""Code points before "one" or 申报条件 in which the programme has been named."""


def find(page: Page, chosen: bool) -> Findings:
    """`talent_project` by fitness; a doubt of it says nothing of a team that is `chosen` already."""
    if not _NAMED.search(page.text):
        return
    for match in (*_ZH.finditer(page.text), *_EN.finditer(page.text)):
        told = _NAMED.search(page.text, max(0, match.start() - _BACK), match.end())
        if told is None or strangers(page, match.start()):
            continue
        value = _value(page, match)
        if value is not None and not (chosen and value is not Standing.STATED):
            yield Found("talent_project", value.value_of, match.start(), match.end(), 3)


def _value(page: Page, match: re.Match[str]) -> Standing | None:
    """How fitness stands: stated, denied or open; None where it is only wished for or asked about."""
    said = match.groupdict()
    start = match.end("there") if said.get("there") else match.start()
    index = page.index(start)
    if said.get("either") or said.get("either2") or doubted(page, index):
        asked = page.clauses[index].closing == "?" and not doubted(page, index)
        return None if asked else Standing.OPEN
    lead = page.text[page.clauses[index].start : start]
    if _MAYBE_AHEAD.search(lead):
        return Standing.OPEN
    if _NOT_AHEAD.search(lead):
        return Standing.DENIED
    unfit = said.get("unfit") or said.get("unfit2") or _STILL_SHORT.match(page.text, match.end())
    standing = judge(page, match.end() if unfit else start, match.end(), ours=True)
    if standing is Standing.SUPPOSED or (standing is Standing.OPEN and page.clauses[index].closing == "?"):
        return None
    if standing is Standing.OPEN:
        return Standing.STATED if _AND_MORE.search(lead) else standing
    return Standing.DENIED if unfit else standing
