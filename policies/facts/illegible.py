"""The day to which a title's paper is good cannot be read: a photocopy with the date cut off, 复印件上日期看不清.

The plaque on the wall says that the title was won, not that it is still valid. Where the day is known from elsewhere,
or the title is told to be valid all the same, nothing is said here.
"""

from __future__ import annotations

from collections.abc import Collection

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.facts.title_names import TITLES
from policies.patterns import lazy

_DATE_EN = r"(?:date|dates|year|day|expiry|validity|stamp|bottom|corner|page|number|figures?|part)"
_GONE_EN = (
    r"(?:cut|torn|chopped|cropped|trimmed|ripped|faded|rubbed|scratched|worn|smudged|smeared|blurred|blotted|covered|"
    r"hidden|missing|illegible|unreadable|indistinct|bleached|washed|stained|not (?:legible|readable|visible|shown|"
    r"on it))"
)
_GONE = lazy(
    rf"(?<![a-z]){_DATE_EN}(?: [\w'-]+){{0,6}}? {_GONE_EN}(?![a-z])|"
    rf"(?<![a-z]){_GONE_EN}(?: [\w'-]+){{0,3}}? {_DATE_EN}(?![a-z])|"
    r"(?<![a-z])(?:can(?:no|')?t|can ?not|could(?:n't| not)|unable to|impossible to|nobody can|no one can|hard to)"
    rf"(?: [\w'-]+){{0,2}}? (?:read|make out|decipher|see|tell)(?: [\w'-]+){{0,6}}? {_DATE_EN}(?![a-z])|"
    r"(?:日期|年份|年月|有效期|落款|到期日|期限|那一?[栏行角])[^,。;!?]{0,10}?"
    r"(?:(?:看|认|辨|分|读)(?:也|都)?不(?:清|出|到|明|见|了)|模糊|糊(?:了|掉|成)|褪色|磨(?:掉|没|花|损)|"
    r"(?:被|给|让|叫)[^,。;!?]{0,6}?(?:裁|切|剪|撕|遮|盖|挡|涂|泡|弄|磨|压|污)|(?:裁|切|剪|撕|遮|盖|挡|涂|泡)(?:掉|了|住|没|花)|"
    r"没(?:印|拍|扫|复印|照)|缺(?:了|失)?(?=[,。;!?]|$))|"
    r"(?:看|认|辨|读)不(?:清|出)[^,。;!?]{0,6}?(?:日期|年份|有效期|哪[一]?年|到期)|"
    r"(?:没|未)(?:有)?(?:拍|扫|印|复印)(?:到|进|上|出)[^,。;!?]{0,4}?(?:日期|年份|有效期)"
)
_PAPER = lazy(
    r"证书|证件|那张证|牌子|牌匾|匾|铜牌|复印件|影印|扫描|照片|"
    r"(?<![a-z])(?:certificate|plaque|title|photocop(?:y|ies)|cop(?:y|ies)|scan|photo|picture|paper|document)s?(?![a-z])"
)
_OTHER_PAPER = lazy(
    r"专利|商标|保单|合同|借据|发票|许可|执照|流水|"
    r"(?<![a-z])(?:patent|trade ?mark|policy|contract|agreement|invoice|licen[cs]e|receipt|statement|loan)s?(?![a-z])"
)
_KNOWN = lazy(
    r"(?:但|不过|好在|幸好|可)[^。;!?]{0,16}?(?:查到|查过|确认|有效|没过期|名单)|官网|网上(?:能|可以)?查|"
    r"(?<![a-z])(?:but|though|luckily|fortunately|still|however)(?: [\w',-]+){0,12}? (?:valid|in force|register|"
    r"website|confirmed|not expired|online|portal)(?![a-z])"
)
_WEIGHT = 9


def undated(page: Page, found: Collection[Found]) -> list[Found]:
    """What was found, and the titles among it left open whose paper shows no day that anybody can read: told in the
    same sentence, or the one behind."""
    told = list(found)
    for match in _GONE.finditer(page.text):
        index = page.index(match.start())
        words = page.sentence(index)
        if not _PAPER.search(words) or _OTHER_PAPER.search(words) or _KNOWN.search(page.text, match.start()):
            continue
        near = page.clauses[index].sentence - 1
        told += [
            Found(one.name, None, match.start(), match.end(), _WEIGHT)
            for one in found
            if one.name in TITLES
            and one.value is True
            and page.clauses[page.index(one.start)].sentence in (near, near + 1)
        ]
    return told
