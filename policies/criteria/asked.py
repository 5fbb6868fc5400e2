"""Which of an article's benefits a text asks for: by name, or as what an insurer or a guarantor itself is to have.

What the others come to answers nobody. An insurer or a guarantor may also ask for its customer: only where its own
question is about itself ("is there anything for us who carry the risk?") are its own benefits meant. What a question
names goes before what is named on the way to it: "we insured our patents last year. Are filing fees refunded?"
"""

from __future__ import annotations

import re
from functools import lru_cache

from policies.patterns import lazy
from policies.types import Article, Benefit
from policies.vocabulary import Corpus

_HOUSES = {
    "insurer": (
        r"(?:保险公司|[财产]险公司|财险|险企|保险机构|承保(?:机构|方|公司|单位|人))",
        r"(?:insurers?|insurance (?:company|firm|house|institution|branch|carrier)|underwriters?)",
    ),
    "guarantor": (
        r"(?:担保(?:公司|机构|集团|方)|保证人)",
        r"(?:guarantors?|guarant(?:ee|y) (?:company|firm|house|institution|agency|corporation)|surety)",
    ),
}
_WE = r"(?:我们|我司|本公司|我公司|敝公司|本机构|我方|我)(?:公司|机构|这边)?(?:自己|本身)?"
_IN_BETWEEN = r"[^,。;?!向找由被投客做卖给]{0,12}?"
_AT_WORK = r"(?:里|中)?(?:工作|上班|任职|供职|做事|负责|当|管)"
_OF_THEIRS = r"(?!的(?:客户|供应商|投保|保户|合作|代理|担保)|[投买帮给代经中]|担保)"
_I_AM = (
    r"(?<![a-z])(?:we are|we're|i (?:work|am employed|speak|write|ask|am writing|am asking) (?:at|for|in|on behalf of)|"
    r"i(?: am|'m) (?:with|at|from|in charge of|(?:the|an?) (?:[\w-]+ ){0,2}(?:manager|head|director|officer|clerk|"
    r"actuary|employee) (?:of|at|with|for))|i (?:run|manage|represent|head)|(?:our|my|this) (?:company|firm|house|"
    r"employer|business) is|(?:on behalf of|speaking for|writing for|asking for)|(?<=[,.;!?] )as|(?<=we )as|^as) "
)
_WORDS_BETWEEN = (
    r"(?:(?:an? |the |our )(?:[\w-]+ ){0,3}?(?:desk|branch|department|division|arm|part|side|office) (?:of|at) )?"
    r"(?:one of )?(?:(?!(?:by|with|at|of|to|from|for|in|that|which|who|whose|insured|covered|backed|not|looking|"
    r"seeking|asking|paying|customer|client)(?![a-z]))[\w-]+ ){0,4}?"
)
_NOT_THEIRS = r"(?![a-z'])(?! (?:broker|agent|agency|client|customer))"
_SPEAKERS = {
    house: lazy(
        rf"{_WE}(?:就)?(?:(?:是|作为|属于|代表){_IN_BETWEEN}{chinese}{_OF_THEIRS}|在{_IN_BETWEEN}{chinese}{_AT_WORK})|"
        rf"(?:^|[,。;\n])作为{_IN_BETWEEN}{chinese}{_OF_THEIRS}|{_I_AM}{_WORDS_BETWEEN}{english}{_NOT_THEIRS}"
    )
    for house, (chinese, english) in _HOUSES.items()
}
_SPEAKERS["insurer"] = lazy(
    rf"{_SPEAKERS['insurer'].pattern}|{_WE}(?:就)?系{_IN_BETWEEN}{_HOUSES['insurer'][0]}{_OF_THEIRS}|"
    rf"我在{_IN_BETWEEN}{_HOUSES['insurer'][0]}(?:里|总部)?做(?![了的过])|"
    r"(?<![a-z])we,? (?:as )?the insurers?(?![a-z])|(?<![a-z])we (?:have |also )?(?:insured|covered) (?:an?|one|"
    r"two|three|"
    r"four|five|six|\d+) (?:[\w-]+ ){0,4}?(?:enterprise|firm|compan(?:y|ies)|customer|business)s?(?![a-z])|"
    rf"{_WE}[^,。;?!保]{{0,12}}?[给为替][^,。;?!我]{{1,24}}?承保|"
    r"(?<![a-z])we (?:have |had |also )?(?:underw\w+|(?:wrote|written|write|carry|issued?) (?:[\w-]+ ){0,4}?"
    r"(?:insurance|polic(?:y|ies)|cover(?:age)?))(?![a-z])|"
    r"(?<![a-z])i (?:look after|handle|oversee|keep|do|manage|run|lead|head|serve|underwrite|answer for|"
    r"am (?:responsible for|in charge of)) (?:[\w'-]+ ){0,5}?(?:at|for|in) (?:an?|the|one) (?:[\w-]+ ){0,3}?"
    rf"{_HOUSES['insurer'][1]}{_NOT_THEIRS}"
)
"""An insurer is told by what it does too: "we wrote technology insurance for nine firms"."""
_SPEAKERS["bank"] = lazy(
    r"(?:我们|我司|本机构|我)(?:是|负责|管着?)[^,。;?!向找由被客做卖给]{0,14}?(?:信贷专营机构|小贷公司|贷款公司)|"
    r"(?:我行|本行)[^,。;]{0,12}信贷专营|"
    r"我们在[^,。;?!我]{0,8},(?:是|作为)一?家?[^,。;?!向找由被客]{0,8}(?:银行|[支分]行|信贷专营机构|小贷公司|贷款公司)|"
    r"我是[^,。;?!向找由被给从]{0,14}?(?:银行|[支分]行|农商行|信用社|信贷专营机构)的(?!客户(?!经理)|储户|供应商|合作)|"
    r"我们是[^,。;?!向找由被客做卖给从]{0,12}?(?:银行|农商行)的?[^,。;?!客户]{0,4}(?:[支分]行)?(?=[,。;])|"
    r"[我咱]们?在[^,。;?!我]{0,12}(?:银行|支行|农商行|信用社)(?:里|的?科技支行)?(?:管|做|负责|工作|上班|任职)|"
    r"(?:我们|[我本敝])(?:这家)?[分支]?行(?!业|吗|不)|"
    r"[我咱]们银行(?=在|是|里|参[加与]|按|去年|今年|全年|上年|自己|[给向放发][^我,。;])|"
    r"(?<![a-z])i (?:handle|look after|keep|chase|collect|oversee|do|cover) (?!our |my |the company)(?:[\w-]+ ){1,4}"
    r"(?:at|for|in) (?:an?|the|one) +(?:[\w'-]+ +){0,4}?(?:bank|branch|lender)(?![a-z'])|"
    r"(?<![a-z])(?:as|i am|i'm) an? (?:[\w-]+ ){0,3}(?:officer|manager|analyst|clerk|collector|banker) "
    r"(?:at|for|in|with|of) (?:an?|the|one|our) +(?:[\w'-]+ +){0,3}?(?:bank|branch|lender)(?![a-z'])|"
    r"(?<![a-z])(?:at|in) our +(?:\w+ +){0,3}?(?:bank(?: branch)?|branch)(?: in(?: \w+)?)? *,? +(?:(?:an?|one|two|we) "
    r"(?:[\w-]+ ){0,3}?)?(?:loan|credit|lent|granted|made|gave)|"
    r"(?<![a-z])our +(?:(?!client|customer)\w+ +){0,3}?(?:bank|branch)(?: in(?: \w+)?)? +(?:(?:has|is|also|"
    r"itself) ){0,2}"
    r"(?:take[sn]? part|taking part|took part|participat\w+|joined)(?![a-z])|"
    r"(?<![a-z])(?:we are|we're|i (?:run|manage|head|lead|work (?:at|in|for|with))|"
    r"i(?: am|'m) (?:in charge of|with|at)|on behalf of|speaking for) "
    r"(?:(?:an? |the |our )|(?:[\w-]+ ){1,3}(?:at|for|in) an? )"
    r"(?:(?!client|customer)[\w-]+ (?:of (?:an? |the )?)?){0,4}?"
    r"(?:(?:bank|branch)(?:'s (?:[\w-]+ ){0,4}?(?:unit|arm|desk|department|branch))?|"
    r"(?:lending|loan|credit) (?:unit|branch|arm|department|institution)|lender)(?![a-z'])(?! (?:client|customer))"
)
"""A lender says so of itself; a firm that names its bank does not."""
_LENDER_ITSELF = lazy(
    r"(?:我们|[我本敝])(?:这家)?[分支]?行|行里|(?<!从)(?<!向)(?<!跟)(?<!给)银行(?:自己|本身|这边|能)|"
    r"(?<![a-z])(?:the|our|my) (?:bank|branch|unit|lender|lending (?:unit|arm))(?![a-z'])"
)
_REWARDED = lazy(
    r"^[^,。;?]{0,12}?(?:能|可以?|该|会)(?:拿|领|得|获)(?:到|得)?[^,。;?]{0,6}奖|奖励?(?:能|可以?|该|会)(?:拿|"
    r"领|得|获)|"
    r"奖(?:励金?|金)?(?:一年|每年|一共|总共|应该|大概)?(?:有|是|为|算|拿)?(?:多少|几)|"
    r"(?<![a-z])(?:how (?:big|large|much|high) (?:is|would|will) the|what (?:is|would be|will be|"
    r"does) the) (?:\w+ )?reward"
)
"""能拿多少奖励: of a bank that tells of its lending it is the bank that is meant, if nobody else is named."""
_KINDS = {
    "reward": lazy(r"奖(?!补)|(?<![a-z])(?:reward|bonus|prize)(?:s|es|ed)?(?![a-z])"),
    "compensation": lazy(r"补偿|代偿|拨备|(?<![a-z])(?:compensat\w+|provision\w*|risk reserves?)(?![a-z])"),
}
_NOT_ONE = lazy(r"不是|并非|如果|假如|(?<![a-z])(?:not|if|suppose|were)(?![a-z])|n't")
_STRETCH = lazy(r"[^,。;?!\n.]+(?:\.\d+[^,。;?!\n.]*)*[,。;?!\n.]?")
_FOR_US = lazy(
    r"我们|我司|本公司|我方|承保(?:机构|方|公司|单位|的?一方|补[助贴])|担保(?:机构|方)|(?:保险|担保)公司(?:自己|"
    r"本身|这边|这一方)|"
    r"(?<![a-z])(?:us|we|ourselves|our (?:side|part|own|company|house)|the (?:insurer|guarantor|underwriter))(?![a-z])"
)
_FOR_THEM = lazy(
    r"客户|企业|投保(?:人|方|单位)|被保|保费|借款人|他们|人家|"
    r"(?<![a-z])(?:customers?|clients?|policy-?holders?|insured|borrowers?|they|them|"
    r"their|it|its|premiums?|the (?:firm|company|enterprise))(?![a-z])"
)

_OF_BORROWERS = lazy(r"客户|借款人|他们|(?<![a-z])(?:customers?|clients?|borrowers?|they|them|their)(?![a-z])")


def asked_for(article: Article, plain: str) -> frozenset[str]:
    """The benefits that a text in matching form asks for; none where it names none of them, or all."""
    named = _named(article, plain)
    if len(named) > 1:
        questions = "\n".join(one[0] for one in _SENTENCE.finditer(plain) if _ASKING.search(one[0]))
        named = _named(article, questions) or named
    if not named:
        houses = {one.beneficiary for one in article.benefits} & _SPEAKERS.keys()
        named = frozenset(
            one
            for house in houses
            for asking in [_asks_for_itself(house, plain)]
            if asking
            for one in _of_kind([one for one in article.benefits if one.beneficiary == house], asking, plain)
        )
    return named if len(named) < len(article.benefits) else frozenset()


def asked_of(article: Article, corpus: Corpus, plain: str) -> frozenset[str]:
    """Like `asked_for`; of an article that others build on and that pays nothing itself, what these are asked for."""
    if article.benefits:
        return asked_for(article, plain)
    named = (name for one in article.conditions for name in one.benefits if "#" in name)
    owners = dict.fromkeys(name.rpartition("#")[0] for name in named)
    return frozenset(f"{owner}#{one}" for owner in owners for one in asked_for(corpus.articles[owner], plain))


_GAP = "..."
"""In a name, a few words of the same clause: 发布…需求, which matching form writes so."""
_SENTENCE = lazy(r"[^。;?!\n.]+(?:\.\d[^。;?!\n.]*)*[。;?!\n.]?")
_ASKING = lazy(
    r"[?吗]|多少|能不能|可不可以|是否|有没有|请问|想[问知]|"
    r"(?<![a-z])(?:want|like|love|glad|need) to (?:know|ask|hear)|wonder"
)


def _named(article: Article, plain: str) -> frozenset[str]:
    """The benefits whose names stand in the words."""
    return frozenset(one.id for one in article.benefits if any(_stands(word, plain) for word in one.named))


def _stands(word: str, plain: str) -> bool:
    return _gapped(word).search(plain) is not None if _GAP in word else word in plain


@lru_cache(maxsize=512)
def _gapped(word: str) -> re.Pattern[str]:
    return lazy(r"[^,.。;?!\n]{0,24}?".join(re.escape(part) for part in word.split(_GAP)))


def _of_kind(own: list[Benefit], asking: str, plain: str) -> list[str]:
    """Those of a house's benefits whose kind the question names, or else the whole text; all where neither does."""
    for words in (asking, plain):
        if of_kind := [one.id for one in own if one.kind in _KINDS and _KINDS[one.kind].search(words)]:
            return of_kind
    return [one.id for one in own]


def _asks_for_itself(house: str, plain: str) -> str:
    """The words in which the one who writes, if it is such a house, asks what it is to have itself."""
    speaks = _SPEAKERS[house].search(plain)
    if speaks is None or _NOT_ONE.search(plain[max(0, speaks.start() - 6) : speaks.end()]):
        return ""
    asking = False
    for match in reversed(list(_STRETCH.finditer(plain))):
        stretch = match[0]
        if stretch[-1] in ".。;!\n":
            asking = False
        asking = asking or stretch[-1] == "?" or bool(re.search(r"吗|多少", stretch))
        if asking and _for_itself(house, stretch):
            return stretch
    return ""


def _for_itself(house: str, stretch: str) -> bool:
    """Whether a question names the house that writes as the one that is to have something, and nobody else."""
    if house != "bank":
        return _FOR_US.search(stretch) is not None and not _FOR_THEM.search(stretch)
    if _OF_BORROWERS.search(stretch):
        return False
    itself = _FOR_US.search(stretch) or _LENDER_ITSELF.search(stretch)
    return bool(itself) or (_REWARDED.search(stretch) is not None and "企业" not in stretch)
