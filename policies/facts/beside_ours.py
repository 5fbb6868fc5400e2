"""A list on which a friend's or a neighbour's firm stands, and ours not: "it was chosen for the Haifan plan. We are …,
not in that plan". The list is named once, with the other firm; of us only a bare no is told.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_LIST = lazy(r"海帆|(?<![a-z])haifan(?![a-z])")
_NOT_IN_IT = lazy(
    r"(?<![a-z])(?:not|n't|never|neither) (?:been )?(?:in|on|part of|one of|chosen|picked|admitted|selected|"
    r"covered|among)"
    r"(?: (?:for|to|by|of))?(?: (?:that|this|it|them|those)(?: (?:plan|programme|program|scheme|list|firms?))?)?"
    r"(?: (?:ourselves|at all|too|either|yet))?\s?(?=[,.;)]|and |but |$)|"
    r"(?:不在|没有?(?:入选|进|评上|选上|列入|被选)|未(?:入选|列入)|不是)(?:那个|这个|该|此|其)?(?:计划|"
    r"名单)?(?:之列|[里内中])?(?=[,。;]|$)"
)
_WE = lazy(r"(?<![a-z])(?:we|ours?|us|i)(?![a-z])|我们|我司|本公司|咱")
_FARTHEST = 200
"""Code points from the list's name to the no."""
_REFUSAL_EN = (
    r"(?:turned (?:us )?(?:down|away)|(?:been |was |were |got )?(?:rejected|refused|declined|denied)|unsuccessful\w*|"
    r"(?:not|n't|never)(?: \w+)? (?:accepted|approved|admitted|successful|granted|make it|made it|get it|get in|"
    r"succeed|pass)|"
    r"without success|in vain|failed|came to nothing|fell through|said no)"
)
_REFUSED = lazy(
    r"(?<![a-z])(?:appl(?:ied|ications?)|tried|asked|bid|candidacy|request|wanted|hoped)(?![a-z])[^.;?]{0,80}?haifan"
    rf"(?![a-z])[^.;?]{{0,60}}?(?<![a-z]){_REFUSAL_EN}(?![a-z])|"
    r"(?<![a-z])(?:we|us|ourselves)(?: (?:were|have been|had been|got))? (?:turned (?:down|away)|rejected|"
    r"refused|declined) "
    r"[^.;?]{0,24}?haifan|"
    r"(?<![a-z])haifan(?![a-z])[^.;?]{0,70}? we(?: ourselves)? (?:were|got) (?:turned (?:away|down)|rejected|"
    r"refused)(?![a-z])|"
    r"(?<![a-z])haifan(?: \w+){0,3}? (?:said no to|turned down|refused|rejected|declined|turned away) (?:us|"
    r"our)(?![a-z])|"
    r"(?<![a-z])(?:turned down|refused|rejected|declined) (?:us|our \w+) (?:for|as|from) [^.;?]{0,24}?haifan|"
    r"(?:申请|申报|报名?|评|争取|想[进当做]|参评|报[了过])[^。;?]{0,10}海帆[^。;?]{0,18}?(?:没(?:有|"
    r"能)?(?:被)?(?:通过|批|评上|入选|选上|过|成|中|上|进)|"
    r"未(?:能|获|被)?(?:通过|批准?|入选|评上|选上)|被(?:拒|退|刷|驳|打回)|落选|落榜|退回|拒绝|不批|不予|失败)|"
    r"海帆(?:企业|名单|计划)?[^,。;?]{0,6}(?:没(?:有|能)?|未(?:能|获)?)(?:评上|入选|批|通过|选上|进去)|"
    r"(?:没(?:有|能)?|未(?:能|获)?)(?:入选|评上|进入?|当上|评为|列入)[^,。;?]{0,6}海帆"
)
"""We asked to be on the list and were refused."""
_AFTER_ALL = lazy(
    r"后来|第二[次年]|又(?:申请|报|评)|重新|再次|终于|复核|申诉|补报|"
    r"(?<![a-z])(?:later|second (?:time|try|attempt)|again|afterwards|re-?appl\w+|appeal\w*|eventually|finally|"
    r"in the end|"
    r"at last|after all|not (?:been )?(?:rejected|refused|turned down)|next time)(?![a-z])"
)


_THE_FIRM = (
    r"(?:firm|company|shop|business|studio|one|outfit|tenant|office|neighbou?rs?|friends?)(?: (?:upstairs|"
    r"downstairs|next door|"
    r"above us|below us|opposite|across the (?:hall|corridor|street)|(?:on|in) (?:our|the same) (?:floor|building)))?"
)
_WHICH_STANDS = lazy(rf"(?<![a-z]){_THE_FIRM},? (?:which|that|who)(?: (?!we |us |our )[\w'-]+){{0,5}} ?$")
_TOOK = lazy(
    rf"(?: \w+)? (?:took|chose|has|have|picked|accepted|includes?|included|went to|named)(?: in| up)? (?:the|"
    rf"that|a|our) {_THE_FIRM}"
    r"(?![a-z])"
)


def of_a_neighbour(page: Page, one: Found) -> bool:
    """Whether the list is named in words that only tell what a neighbour has: "the firm downstairs, which is on …"."""
    if one.value is not True:
        return False
    lead = page.text[max(0, one.start - _FARTHEST) : one.start]
    return bool(_WHICH_STANDS.search(lead) or _TOOK.match(page.text, one.end))


def find(page: Page) -> Findings:
    """`haifan_enterprise` denied by a bare no behind the list that another firm is told to stand on."""
    named = _LIST.search(page.text)
    if named is None:
        return
    yield from _refused(page)
    if not page.theirs(named.start()):
        return
    for denied in _NOT_IN_IT.finditer(page.text, named.end(), named.end() + _FARTHEST):
        index = page.index(denied.start())
        apart = page.clauses[index].sentence != page.clauses[page.index(named.start())].sentence
        sentence = page.sentence(index)
        if apart and _WE.search(sentence) and not strangers(page, denied.start()) and "?" not in sentence:
            if not doubted(page, index):
                yield Found("haifan_enterprise", False, denied.start(), denied.end(), 3)
            return


def _refused(page: Page) -> Findings:
    """The status that we sought in vain, whoever else of the house has it."""
    for match in _REFUSED.finditer(page.text):
        index = page.index(match.start())
        if (
            strangers(page, match.start())
            or strangers(page, match.end() - 1)
            or page.wished(index, match.end())
            or doubted(page, index)
        ):
            continue
        if "?" in page.text[match.start() : match.end()] or _AFTER_ALL.search(page.text, match.start()):
            return
        yield Found("haifan_enterprise", False, match.start(), match.end(), 4)


def ends_ours(page: Page, told: re.Match[str] | None) -> bool:
    """Whether words of a refusal are there, and end on ourselves: not 我们是海帆企业，楼下那家没评上."""
    return told is not None and not strangers(page, told.end() - 1)
