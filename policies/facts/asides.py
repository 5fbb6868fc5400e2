"""The house that we dealt with, described right behind its name: "delivered to the bag workshop across the road, a
private firm with fifteen people", 卖给隔壁包厂，一家十五个人的小厂. What such an aside counts is that house's.
"""

from __future__ import annotations

from policies.patterns import lazy

_DEALT = lazy(
    r"(?<![a-z])(?:deliver\w*|sold|sell|suppl(?:y|ied)|shipped|invoiced|billed)(?![a-z])(?:[^,.;]|,(?=\d)){0,60}? to "
    r"(?:the|an?|my|our|one) [^,.;]{3,60}$|"
    r"(?<![a-z])(?:sign\w*|contract|deal|order)(?![a-z])[^,.;]{0,40}? (?:with|from) (?:the|an?|my|our|"
    r"one) [^,.;]{3,60}$|"
    r"(?<![a-z])(?:built|made|printed|sewed|painted|repaired|installed)(?![a-z])[^,.;]{0,40}? for (?:the|an?|my|our|"
    r"one) "
    r"[^,.;]{3,60}$|(?:卖给|供给|交给|送给|发给|签给)(?!我)[^,。;我]{2,24}$|(?<![\u4e00-\u9fff])(?:我们?|我厂|"
    r"我司)?(?:给|替|为)(?!我)[^,。;我]{2,10}"
    r"(?:供|送|做|装|印|修)[^,。;我]{0,14}$"
)
_DESCRIBED = lazy(
    r"\s?an? (?:[\w-]+ ){0,3}?(?:firm|company|business|workshop|shop|factory|house|outfit|enterprise|mill|plant|maker|"
    r"group|trader|dealer) (?:with|of|that (?:has|had|employs)|which (?:has|had|employs)|employing)(?![a-z])|"
    r"(?:是|也就是|那是)?一?[家间個个](?:只有|才|有)?[^,。;我]{0,10}?(?:人|员工)[^,。;我]{0,4}的?(?:小|民营|私营|"
    r"大)?(?:厂|公司|企业|店|作坊)"
)


def of_a_customer(before: str, words: str) -> bool:
    """Whether a clause describes the house that the clause before it ends with."""
    return _DESCRIBED.match(words) is not None and _DEALT.search(before) is not None
