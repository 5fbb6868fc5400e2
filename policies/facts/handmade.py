"""A handful of samples made by hand, or run on the bench of a laboratory, is no small batch (`small_batch_stage`)."""

from __future__ import annotations

from policies.facts.found import Findings
from policies.facts.matters import Matter
from policies.facts.matters import find as find_matters
from policies.facts.scope import Page
from policies.patterns import lazy

_BY_HAND = lazy(
    r"(?:样机|样品|原型机?|样件|试制品)[^,。;没未不]{0,8}?(?:手工|人工|亲手)(?:装|组|做|焊|搭|拼|打|"
    r"制)[^,。;]{0,6}[台个件套只]|"
    r"(?:手工|人工|亲手)(?:装配?|组装?|做|焊|搭|拼|打|制作?)(?:出|了|成|好){0,2}[^,。;没未不]{0,6}(?:样机|样品|"
    r"原型|样件)|"
    r"(?:就|才|一共|总共|目前|现在|只有)*(?:[一二两三四五六]|\b[1-6])[台个件套](?:样机|样品|原型|"
    r"样件)(?=[^。;]{0,16}(?:实验|测试|老化|模具|产线|生产线))|"
    r"(?:样机|样品|原型|样件)[^,。;没未不]{0,6}(?:[一二两三四五六]|\b[1-6])[台个件套][^。;]{0,6}(?:都|还|"
    r"全)(?:放|摆)?在(?:实验|测试|试验)|"
    r"(?:做|打|搭)(?:了|出)(?:[一二两三四五六]|\b[1-6])[台个件套](?:样机|样品|原型|样件)[^。;]{0,6}(?:都|还|"
    r"全)(?:放|摆)?在(?:实验|测试|试验)|"
    r"(?<![a-z])(?:(?:two|three|four|five|six|[2-6]) (?:[\w-]+ ){0,2}?hand-?(?:made|built|assembled) (?:[\w-]+ )?"
    r"(?:prototypes?|units?|samples?|pieces|machines?)|(?:two|three|four|five|six|[2-6]) (?:[\w-]+ "
    r"){0,2}?(?:prototypes?|units?|samples?|"
    r"pieces|machines?)(?: (?:were|was|put|have|been|built|made|assembled|soldered|together))* by hand)(?![a-z])"
)
_PAST_SAMPLES = lazy(
    r"小批|试产|试生产|量产了|已经?(?:量产|投产)|批量|出货|交付|下线|卖|客户|供应商|去年(?:在实验|还)|以前|当初|"
    r"(?<![a-z])(?:batch(?:es)?|pilot|shipped|delivered|sold|customers?|since then|in series|mass|first|last "
    r"year|earlier)(?![a-z])"
)
"""What came after the samples, or before now."""
_MATTER = Matter("small_batch_stage", _BY_HAND, value=False, bare=True)


def find(page: Page) -> Findings:
    """The stage denied, where nothing past the samples is told."""
    if any(sign in page.text for sign in ("样", "原型", "hand")) and not _PAST_SAMPLES.search(page.text):
        yield from find_matters(page, (_MATTER,))
