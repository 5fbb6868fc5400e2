"""Whether a cover is one of technology's that nobody has confirmed: "the broker believes so, the bureau has not
answered", 业务员说应该算十三类，但他也没看过清单.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_COVER = lazy(r"险|保单|投保|(?<![a-z])(?:insur\w+|polic(?:y|ies)|premiums?|cover(?:age)?)(?![a-z])")
_KIND = (
    r"(?:科技(?:类|型)?(?:的)?(?:保险|险)|(?:十三|13)[类种个]|险种|清单|名录|目录|名单|范围|承保类|"
    r"(?<![a-z])(?:technology|sci-?tech|science|tech) (?:insurance|cover|polic\w+|kinds?|sorts?|types?)|"
    r"(?<![a-z])(?:thirteen|13)(?: \w+){0,2}? (?:kinds?|types?|sorts?|classes|categories)|(?:listed|right|eligible|"
    r"recognised|qualifying) (?:kinds?|types?|sorts?|ones?|classes)|"
    r"(?:the|its|their) (?:kind|type|sort|list|catalogue|class)(?: \w+){0,4}|(?<![a-z])counts?(?! as security))"
)
_GUESSED = lazy(
    rf"(?:应该|应当|大概|可能|也许|或许|估计|好像|似乎|八成|多半|据说|听说|猜|觉得|认为|以为|说|称|叫|"
    rf"讲|话|拍胸脯|保证|介绍|推销|推荐|当作?|卖)[^。;?]{{0,16}}?(?:算|属于?|列|归|是|系|在|符合)"
    rf"[^。;?]{{0,10}}?{_KIND}|"
    r"(?<![a-z])(?:should|ought|thinks?|thought|believes?|believed|guess\w*|reckons?|supposes?|probably|perhaps|"
    r"maybe|might|"
    rf"may|says?|said|claims?|seems?|assumes?|hopes?|calls?|called|"
    rf"sold|sells|assure[sd]|describe[sd]|markets?|marketed|advertised|presented|label\w*|told|tells|swears?|swore|"
    rf"insists?|insisted|promise[sd]|pitched|recommended|introduced|passe[sd] (?:it )?off|in (?:his|her|their) (?:view|"
    rf"opinion))(?![a-z])[^.;?]{{0,60}}?{_KIND}"
)
_NO_LIST = lazy(
    r"(?:清单|名录|目录|名单)[^,。;?]{0,10}?(?:没|冇|未|找不|不在|查不|拿不|看不|缺)|"
    r"(?:没|冇|未|无|找不到|查不到|拿不到|缺)(?:有)?[^,。;?]{0,12}?(?:清单|名录|目录|名单)|"
    r"(?<![a-z])(?:list|catalogue|schedule|directory|notice)(?![a-z])[^.;?]{0,50}?(?:(?<![a-z])(?:not|never|cannot|"
    r"nowhere|missing|out of reach)(?![a-z])|n't(?![a-z]))|(?:(?<![a-z])(?:no|not|never|without|lack\w*|cannot|"
    r"nobody|nor)(?![a-z])|n't(?![a-z]))[^.;?]{0,40}?(?<![a-z])(?:list|catalogue|schedule|directory)(?![a-z])|"
    r"(?<![a-z])(?:which|what)(?: of)?(?: the)? (?:thirteen|13|kinds|types|sorts|classes)(?![a-z])[^.;?]{0,60}?"
    r"(?:(?<![a-z])(?:not|never|cannot|unknown|unable|no idea)(?![a-z])|n't(?![a-z]))"
)
"""The list of the kinds is not to hand."""
_OPEN = lazy(
    r"(?:没|未|不)(?:有)?(?:人)?(?:看过|看到|见过|见到|查到|查过|确认|核实|答复|回复|回音|回应|回|定论|结论|"
    r"确定|核对|给|说法|下文|消息|批复|明确|认定|看)|"
    r"还在(?:问|等|查|核)|等(?:着)?(?:科技局|局里|回|答|批|确认)|谁(?:也|都)(?:没|不)|不(?:知道|清楚|确定|"
    r"晓得|敢|好)|说不[准清定]|"
    r"(?:没|未|无)(?:有)?(?:定论|结论|回音|下文|消息|答案)|"
    r"(?<![a-z])(?:(?:has|have|had|did|could|can|is|are|was|do|does)(?:n't| not|not)(?: (?:yet|ever|even|"
    r"been))?(?: \w+)? ?(?:seen|see|read|"
    r"answer\w*|repl\w+|confirm\w*|checked|check|show\w*|know|sure|certain|said|say|found|find|looked|look|"
    r"heard|come|settled|"
    r"clear|responded|decided|tell|told)|never (?:seen|read|checked|saw|looked|answered|replied)|"
    r"(?:nobody|no one|no-one|none of (?:us|them))(?: \w+){0,3}? (?:confirm\w*|knows?|checked|seen|sure|say|"
    r"tell|told)|"
    r"no (?:answer|reply|word|confirmation|response|ruling)|(?:await\w*|waiting for|yet to|still to|unconfirmed|"
    r"unanswered|"
    r"not yet))(?![a-z])"
)
_ALONE = lazy(
    r"(?:不知道?|不清楚|不确定|不晓得|没人(?:确认|能说)|说不[准清])[^。;?]{0,14}?(?:算不算|是不是|属不属于?|"
    r"是否|算哪|属于?哪|在不在)"
    rf"[^。;?]{{0,14}}?{_KIND}|"
    rf"(?:算不算|是不是|属不属于?|是否|在不在)[^。;?]{{0,14}}?{_KIND}[^。;?]{{0,14}}?(?:没|未|还|不|谁)|"
    r"险种[^,。;?]{0,8}(?:没|未|不)(?:有)?(?:定|确|明|清|知)|"
    rf"(?<![a-z])(?:whether|if)(?![a-z])[^.;?]{{0,60}}?{_KIND}"
)
_NEAR = 160
_LATER = lazy(
    r"(?:后来|已经?|现在|终于|昨天|上周)[^,。;]{0,8}?(?:确认|答复|回复|查到|核实|认定)|"
    r"(?<![a-z])(?:has (?:since |now )confirmed|(?:have|has) (?:now|since) (?:been )?\w+|(?:was|"
    r"is) (?:now )?confirmed|it turned "
    r"out|did confirm)(?![a-z])"
)


def find(page: Page) -> Findings:
    """`technology_insurance` open: the kind is guessed at, and who could confirm it has not."""
    text = page.text
    if _COVER.search(text) is None or not any(sign in text for sign in _SIGNS):
        return
    if _LATER.search(text):
        return
    for match in _ALONE.finditer(text):
        clause = page.clauses[page.index(match.start())]
        sentence = page.sentence(page.index(match.start()))
        if clause.closing != "?" and _OPEN.search(sentence) and _COVER.search(text, max(0, match.start() - _NEAR)):
            yield from kind_open(match, 9)
            return
    for match in _GUESSED.finditer(text):
        if any(one.search(text, match.start(), match.end() + _NEAR) for one in (_OPEN, _NO_LIST)):
            yield from kind_open(match, 9)
            return


def kind_open(match: re.Match[str], weight: int) -> Findings:
    """What is open where nobody knows the kind: whether it is technology's, and so the premium that counts."""
    yield Found("technology_insurance", None, match.start(), match.end(), weight)
    yield Found("premium_cny", None, match.start(), match.end(), 9)


_SIGNS = (
    *("科技险", "科技保险", "科技类", "类", "种", "清单", "名录", "目录", "名单"),
    *("kind", "type", "sort", "list", "class", "count", "technology", "science", "catalogue"),
)
