"""A branch is no legal person; the company whose branch it is has its seat where that is told.

"It is a branch without legal personality of our limited company in Lanzhou", 我们只是兰州一家有限公司的分公司: what is
said of the company ("limited") does not contradict what the branch is, and the company's place is where we are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_BRANCH_EN = lazy(
    r"(?<![a-z])(?:it|we|this|which|that|ours|(?:our|the|this) (?:[\w-]+ ){0,2}?(?:plant|works|factory|site|"
    r"workshop|office|unit|laboratory|mill)(?: (?:here|there|in [\w -]{2,30}?))?,?)"
    r"(?:'s|'re| (?:(?!not|never|no)\w+ ){0,2}?(?:is|are|counts?|ranks?)| (?:trade|operate|work)s? as)"
    r"(?: (?!not |never |no )\w+){0,3}?"
    r" (?:an?|the|only the) (?:[\w'-]+ ){0,2}?branch(?: office)?"
    r"(?:,? (?:without|with no|that has no|which has no|having no|lacking)(?: [\w]+){0,3}? (?:personality|"
    r"legal person|"
    r"entity|status),?)? of (?:our|an?|the|its|my)(?P<house> (?:[\w'-]+ ){0,4}?(?:company|firm|corporation|"
    r"enterprise)(?: limited)?(?![a-z])(?:,? (?:(?:which|that) is )?(?:registered|seated|based|entered|"
    r"located))?(?: (?:in|at) )?)"
)
_BRANCH_ZH = lazy(
    r"(?:我们|我厂|我司|咱|这边|这里|厂子?|它|上|其实|只|就)(?:[^,。;不没非是]{0,6})是"
    r"(?P<house>[^,。;不没]{0,22}?(?:公司|集团|总厂))(?:设|开|办)?(?:在[^,。;]{2,10}?)?(?:下属)?的(?:一[个家])?"
    r"(?:(?:不具备?|不具有|没有|无)(?:独立)?(?:的)?法人(?:资格|地位)的?|非独立(?:法人)?的?|非法人的?)?"
    r"(?:(?:驻|在)?[^,。;的没不非是有、]{2,4}?)?(?:分公司|分支机构|分厂)(?!的)"
)
_OF_HEAD_OFFICE_ZH = lazy(
    r"(?:^|(?<=[,。;!?]))(?:我们|我司|咱们?|其实|实际上|它|也|就|只|都|属于|[^,。;没未非不客]{0,10}?(?:这边|这里|这个点|据点|这家|公司))?"
    r"(?:其实|实际上|就|只|也|都|性质上?)?(?:是|系|属于?|(?:登记|注册)(?:为|成|是))"
    r"(?P<house>[^,。;不没客]{2,12}?(?:总公司|总部|总厂|母公司|集团|某公司|公司))(?:下面|下属|旗下|驻|在)?[^,。;]{0,4}?的?"
    r"(?:一[个家])?(?:分公司|分支机构|分厂)(?=$|[,。;!?])"
)
_IS_BRANCH_ZH = lazy(
    r"(?:我们|我哋|我司|咱们?)[^,。;没未非不有客]{0,10}?(?:其实|就|只|实际上)?(?:是|系)(?:一?[家个])?(?P<house>)"
    r"(?:分公司|分支机构)(?=$|[。;!]|,[^。;]{0,8}?(?:总公司|总部|母公司|总厂|法人))"
)
"""The head office told beside it: 是兰州总公司的分公司, 我们其实是分公司，总公司在兰州."""
_ITS_HEAD_EN = lazy(
    r"(?<![a-z])(?:our|the|this|we|it) ?(?:[\w-]+ ){0,3}?(?:is|are|'s|'re) (?:only |just |merely |legally )?an? "
    r"(?:\w+ )?branch(?: office)?(?P<house>)(?=,? (?:and |with )?(?:the|our|its) (?:head office|headquarters|parent|"
    r"legal person|main company))"
)
_HEADS = lazy(
    r"(?<![a-z])(?:i|we|he|she)(?:'m|'re| am| are| is)? (?:run|manage|head|lead|(?:the )?(?:manager|head) of|"
    r"in charge of|"
    r"responsible for|keep (?:the )?books (?:of|for|at)|work (?:for|in|at)|look after)s?"
    r" (?:the|an?|its|their) (?:[\w'-]+ ){0,3}?branch(?: office)? of (?:an?|the|our|its)"
    r"(?P<house> (?:[\w-]+ ){0,4}?(?:company|firm|corporation|enterprise|manufacturer|"
    r"maker)(?: limited)?)(?! bank)(?![a-z])|"
    r"我(?:们)?(?:是|负责|管|主管|掌管|带|在|经营)(?P<house_zh>[^,。;不没银]{2,16}?(?:公司|集团))(?:设|开|办|驻)?"
    r"(?:在|于)?[^,。;不没]{0,8}?的?(?:分公司|分支机构)(?:的?(?:负责人|经理|总经理|会计|财务))?(?=$|[,。;!?]|"
    r"上班|工作)"
)
"""Who writes for a branch: "I run the Lanzhou branch of a Shanghai software company"."""
_ENTERED_AS = lazy(
    r"(?<![a-z])(?:branch|office|unit|we|it|plant|workshop)(?: here| there)?(?:'s|'re| is| are| was| were)"
    r"(?: (?!not|never)\w+){0,2} (?:registered|entered|recorded|set up) (?:only |just |"
    r"merely )?as an? (?:[\w-]+ )?branch"
    r"(?! of)(?P<house>)(?![a-z])|"
    r"(?:我们?|我司|这边|这里|本地)(?:[^,。;不没非]{0,6})(?:登记|注册)(?:的|为|成|作|"
    r"的?是){1,2}(?:一?[家个])?(?:分公司|分支机构)"
    r"(?P<house_zh>)(?!的)"
)
"""What stands in the register is a branch."""
_NOT_FIRMS = lazy(r"银行|保险|担保|(?<![a-z])(?:bank|insurance|insurer|guarantee|guarantor)(?![a-z])")
_LICENCE = lazy(
    r"(?<![a-z])(?:our|we|ours|the|us|this|its?)(?![a-z])(?:(?! not | never | no |n't |bank|lender|"
    r"insurer)[^.;?!]){0,70}?"
    r"(?<![a-z])(?:only |just |merely )?(?:an?|that of an?|as an?|the|under an?|on an?) (?:[\w-]+ ){0,2}?branch"
    r"(?:'s|-office)? (?:business )?licen[cs]e(?! of (?:our|the) (?:bank|lender))(?![a-z])|"
    r"(?<![a-z])(?:our|the|its) (?:[\w-]+ ){0,2}?licen[cs]e(?: [\w,']+){0,6}? "
    r"(?:is|reads?|says?|shows?|calls us|names us|describes us as|was issued to us as|is that of|is for|"
    r"is made out to)"
    r"(?: (?:only|just|merely|that of|as|for)){0,2},? ['\"]?(?:an? )?(?:[\w-]+ ){0,1}?branch(?: office|"
    r" company)?(?![a-z])|"
    r"(?:我们|我厂|我司|咱们?|公司|厂|这边|这里|执照)[^,。;不没未无客]{0,14}?(?:[领办拿持挂用有]|是|上写)(?:的|"
    r"着|了|有){0,2}(?:就|只|也)?"
    r"(?:是)?(?:一张|个|张)?[\"'「]?[^,。;不没未的]{0,12}?(?:分公司|分支机构|分厂|非法人|"
    r"非独立法人)(?:的)?(?:营业)?(?:执照|登记证)|"
    r"(?:营业)?执照(?:上)?(?:登记|写|印|载明|标|注明)?(?:的)?(?:是|着|类型是|"
    r":)[\"'「“]?[^,。;不没未]{0,16}?(?:分公司|分支机构|非法人)[\"'」”]?(?=$|[,。;!])"
)
"""Whose licence is that of a branch: "our licence is a branch licence under the head office in Xi'an"."""
_OWN_FORM = lazy(
    r"(?:我们|我司|本公司|公司)(?:自己|本身)?(?:是|为)[^,。;分不没]{0,12}(?:有限|股份|独立法人)|"
    r"(?<![a-z])(?:we|our company|the company)(?: itself)?(?: are|'re| is) (?:an? )?(?:[\w-]+ ){0,2}?(?:limited|"
    r"joint[- ]stock|"
    r"legal person|independent)(?![a-z])"
)
_OFF_BRANCH = lazy(
    r"(?:在[^,。;]{2,10}(?:设|开|办|有)|(?:设|开|办)了)[^,。;]{0,6}分|(?<![a-z])(?:our|the|an?|"
    r"their) (?:[\w-]+ )?branch(?:es)? "
    r"(?:in|at|of|has|have|opened)(?![a-z])|(?<![a-z])(?:opened|set up|run|have|has) an? (?:[\w-]+ )?branch (?!licen)"
)
"""A company that tells what it is itself, or that has opened a branch, writes of another house's licence."""
_ENTERED = lazy(r"注册(?!资)|登记|(?<![a-z])(?:registered|incorporated)(?![a-z])")
"""A company that tells, apart from its branch, where it is registered writes for itself."""
_SUPPOSED = lazy(r"如果|要是|假如|若|(?<![a-z])(?:if|had|were|unless|suppos\w+)(?![a-z])")
_ASKED = lazy(r"是不是|是否|算不算|(?<![a-z])(?:whether|if)(?![a-z])")


def _branches(page: Page) -> Iterator[re.Match[str]]:
    if "branch" not in page.text and "分" not in page.text:
        return
    for pattern in (_BRANCH_EN, _BRANCH_ZH, _OF_HEAD_OFFICE_ZH, _IS_BRANCH_ZH, _ITS_HEAD_EN, _HEADS, _ENTERED_AS):
        for match in pattern.finditer(page.text):
            if pattern in (_HEADS, _OF_HEAD_OFFICE_ZH, _IS_BRANCH_ZH) and _NOT_FIRMS.search(match[0]):
                continue
            index = page.index(match.start())
            asked = page.sentence(index).rstrip().endswith(("?", "吗。"))
            before = page.text[page.clauses[index].start : match.end()]
            if not asked and not _ASKED.search(before) and not page.wished(index, match.start()):
                yield match


def find(page: Page) -> Findings:
    """`legal_person` no: we are a branch of a company."""
    for match in _branches(page):
        rest = page.text[: match.start()] + " " + page.text[match.end() :]
        if not _ENTERED.search(_ENTERED_AS.sub("", rest)):
            yield Found("legal_person", False, match.start(), match.end(), 3)
    yield from _licensed(page)


def _licensed(page: Page) -> Findings:
    if ("执照" not in page.text and "licen" not in page.text) or _OWN_FORM.search(page.text):
        return
    for match in _LICENCE.finditer(page.text):
        index = page.index(match.end() - 1)
        asked = page.clauses[index].closing == "?" or _ASKED.search(page.words(index))
        if asked or _OFF_BRANCH.search(page.sentence(index)) or _SUPPOSED.search(page.words(index)):
            continue
        if not (page.theirs(match.start()) or page.wished(index, match.start()) or doubted(page, index)):
            yield Found("legal_person", False, match.start(), match.end(), 3)


def of_the_company(page: Page, place: int) -> bool:
    """Whether a place of the text lies in the naming of the company whose branch we are, or right behind it."""
    return any(_house(match)[0] <= place <= _house(match)[1] for match in _branches(page))


def _house(match: re.Match[str]) -> tuple[int, int]:
    named = match.groupdict()
    return match.span("house_zh" if named.get("house_zh") is not None else "house")
