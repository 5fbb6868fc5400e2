"""A loan that the owner took himself, told in everyday words, and a proposal to do so that was taken up or turned down.

"Quicker if I took it out under my own name, so that's what I did", 挂在我名下批得快，我就照办了: supposed in its clause
and done in the next. Turned down it is nothing, left hanging it is a doubt. Who stands surety in his own name has
borrowed nothing.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_MAN = (
    r"(?:owner|boss|founder|(?:managing )?director|chair(?:man|woman)|ceo|legal representative|manager|proprietor|"
    r"wife|husband|father|mother|brother|sister|shareholder)"
)
_WHOSE = rf"(?:my|his|her|(?:the |our |my )(?:\w+ )?{_MAN}'s)"
_PAPER = r"(?:loan|contract|agreement|papers?|iou|note|credit)"
_FIRM = r"(?:company|firm|factory|business|plant|workshop)"
_HIM = rf"(?:me|him|her|(?:my|the|our|its|his|her) (?:[\w-]+ )?{_MAN})"
_OWN_EN = (
    rf"(?:under|on|against|by|through|using|with|in) {_WHOSE}(?: (?:very|own|personal|private))* "
    r"(?:names?|id|identity)(?: card| papers)?(?! (?:is|was|as guarant))|"
    r"in (?:my|his|her|a) (?:own |purely )?(?:personal|private|individual) capacity|"
    r"as (?:an individual|a natural person|an? (?:private|individual) (?:person|individual|borrower))|"
    rf"(?:bank )?(?:loan|debt|credit) (?:is|was)(?: \w+)? (?:mine|my own(?: debt)?|my (?:personal )?debt)|"
    rf"{_WHOSE} (?:own )?name (?:that |which )?(?:(?:is|was|stands|stood|appears|goes|went) )?(?:down )?"
    rf"(?:on|in|under) (?:the|that) (?:\w+ )?{_PAPER}|"
    rf"{_PAPER}(?: \w+){{0,2}} (?:bears?|bore|carr(?:y|ies|ied)) {_WHOSE} (?:own )?name|"
    rf"(?:i|(?:the|our) {_MAN}) (?:\w+ )?(?:borrowed|took|drew)(?: [\w.,%'-]+){{1,9}} and (?:then )?"
    rf"(?:passed|lent|handed|transferred) (?:it|the money|the (?:lot|sum)|all of it|everything)(?: on| over)? "
    rf"to (?:the|my|our) {_FIRM}|"
    rf"(?<!offered to )(?<!ready to )(?<!willing to )(?<!refused to )(?<!proposed to )(?<!declined to )(?<!wanted to )"
    rf"(?:lend|lent|lending|loaned|advanced?|gave|given|granted|made out|paid out)"
    rf"(?:,? (?!company|firm|business|us )[\w.¥-]+){{0,7}}? to {_HIM}(?: himself| herself)?,? (?:personally|privately|"
    rf"in person|as a private \w+|and not to the {_FIRM}|rather than (?:to )?the {_FIRM}|"
    rf"instead of (?:to )?the {_FIRM})|"
    rf"(?:it was|was) (?:my |the |our )?{_MAN} (?:himself|herself)(?:, (?:the|our) {_MAN},)? (?:who|that) (?:borrowed|"
    rf"took (?:out )?(?:the|this|it)|drew|signed for)"
)
_MAN_ZH = r"(?:法定代表人|法人代表|法人|老板娘?|负责人|创始人|股东|董事长|总经理|经营者|业主)"
_OWN_ZH = (
    rf"(?:用|以|拿|挂|记|落|写|借)(?:的是|的|了|在|着|到)?(?:我|他|她)?(?:这个|这位|这|作为|当)?(?:{_MAN_ZH}|我|他|她)"
    r"(?:自己|本人|个人|私人)?的?(?:名义|名下|头上)|(?:自然人|私人|个人)的?(?:身[份分](?!证)|名义)|"
    rf"(?:用|拿|凭|以)(?:的是|的|了)?(?:我|他|她|{_MAN_ZH})(?:自己|本人|个人)?的?身[份分]证"
)
_KIN_ZH = r"(?:爱人|老婆|老公|太太|先生|妻子|丈夫|父亲|母亲|爸爸?|妈妈?|儿子|女儿|[哥弟姐妹]{1,2})"
_KIN_LENT = (
    rf"(?<![跟向找从])我{_KIN_ZH}(?:自己|本人)?(?:出面|去|到|帮忙|在银行|向银行){{1,2}}"
    r"(?:去|向银行|跟银行)?[借贷](?:的|了|来)"
)
_OWN = lazy(rf"{_OWN_ZH}|{_KIN_LENT}|(?<![a-z])(?:{_OWN_EN})(?![a-z])")
_LENT = lazy(
    r"贷|借(?!条)|(?<![a-z])(?:loans?|borrow\w*|credit|lent|lend\w*|banks?|bank's|"
    r"(?:took|take|taken|taking)[^.;]{0,30} out|drew|drawn)(?![a-z])"
)
_ELSE = lazy(
    r"担保|保证(?!保险)|连带|作保|专利|商标|账户|户头|开户|租|房产|注册|名下(?:没|无|有|的(?!公司))|"
    r"(?<![a-z])(?:guarant\w*|surety|vouch\w*|patents?|trade ?marks?|registered|certificates?|accounts?|domain|lease|"
    r"insured|licen[cs]e|house|flat|policy)(?![a-z])"
)
SURETY = lazy(
    r"给(?:公司|厂|企业)[^,。;]{0,8}[贷借]款?[^,。;]{0,6}(?:担保|保证|作保)|"
    r"(?<![a-z])as (?:the |a )?(?:guarantor|surety)(?![a-z])"
)
"""A name that stands behind a loan of the company's."""
_TAKEN_UP = lazy(
    r"(?:就|便|也|于是|只好|最后)(?:我|我们|他|她)?(?:就|便|也)?(?:照(?:办|做|着做|着办|他说的)|这[么样](?:办|做|贷|借|签|来)|答应|"
    r"同意|听从?了|依了)|(?:照办|照做)了|"
    r"(?<![a-z])(?:(?:that's|that is|which is|this is) (?:exactly |just |precisely )?(?:what|how) (?:i|we|he|she|it) "
    r"(?:did(?!n't| not)|was done|happened)|(?:so|and) (?:i|we|he|she) (?:did(?! not|n't)|agreed|obliged|complied|went "
    r"(?:along|ahead)|let (?:him|her|them))|so it was done|(?:i|we|he|she) (?:took|followed|heeded) "
    r"(?:his|her|the|that) (?:advice|hint|word|suggestion)|which (?:i|he|she) (?:duly |then )?did)(?![a-z])"
)
_TURNED_DOWN = lazy(
    r"(?:没有?|未|不肯|不愿|不想)(?:答应|同意|照办|照做|听|这[么样]|依)|拒绝|回绝|婉拒|坚持(?:用|以|让|由)?公司|"
    r"(?:还是|仍|最后|结果)[^,。;]{0,6}(?:用|以|由)(?:的)?公司|"
    r"(?<![a-z])(?:refused|declined|(?:did not|didn't|would not|wouldn't) (?:agree|want|do|have|hear)|said no|"
    r"turned (?:him|her|it|that|them) down|insisted|rather not|(?:but|and|yet) (?:the|our) (?:company|firm) "
    r"(?:\w+ )?(?:borrowed|signed|took))(?![a-z])"
)
_PROPOSED = lazy(
    r"(?:说|建议|提议|劝|叫|让)|(?<![a-z])(?:said|told|suggested|advised|proposed|recommended|thought|wanted)(?![a-z])"
)
_FIRM_ZH = r"(?:公司|企业|[工本我]?厂(?:里|子|方)?|合作社|我司|敝司)"
_WHEN_OR_HOW_ZH = (
    r"(?:于|在|就|是|系|也|都|则|后来|当时|直接|一直|全部?|完全|统统|(?:去年|今年|前年|\d{4}年)?[一二三四五六七八九十\d]{1,3}月(?:份|初|底)?|"
    r"去年|今年|前年|年[初底中]|[向跟从][^,。;我他她]{2,12}?(?:银行|[支分农工建中交招]行|农商行|信用社))"
)
_BY_THE_FIRM = lazy(
    rf"(?<![为替给帮代])(?<!为了)(?<!不是)(?:本|我们?|咱们?|这家|该)?{_FIRM_ZH}{_WHEN_OR_HOW_ZH}{{0,4}}"
    r"(?:以|用|拿|凭|由|靠)?(?:的是|了|着)?(?:其|它)?(?:自己|自身|本身|自家)的?(?:名义|名字|名下(?!的(?!户头|账户))(?:的户头)?|户头)|"
    r"(?<![a-z])(?:company|firm|business|enterprise|start-?up|outfit|factory)(?: itself)?,?(?: [\w.'%-]+,?){0,14}? "
    r"(?:in|under) its own (?:name|right)(?![a-z])"
)
"""The company's own name, told with the company: 公司以自己的名义从银行借了1000万, "in its own name"."""
_FOR_THE_FIRM = lazy(r"(?:为|替|给|帮|代|不是|并非)[^,。;]{0,4}$|(?<![a-z])(?:not|never)(?: the| our)? $")
_NEAR = 120
"""Code points behind a proposal in which it is taken up or turned down."""


def find(page: Page) -> Findings:
    """The loan as the owner's own: stated, or open where it was only proposed."""
    if not _LENT.search(page.text):
        return
    for match in _OWN.finditer(page.text):
        index = page.index(match.start())
        here = page.words(index)
        if not _LENT.search(page.sentence(index)) or _ELSE.search(here) or strangers(page, match.start()):
            continue
        if is_the_firms(page, match.start()):
            continue
        standing = judge(page, match.start(), match.end(), ours=True)
        if standing is Standing.DENIED or turned_down(page, match.end()):
            continue
        if standing is Standing.STATED or taken_up(page, match.end()):
            yield Found("loan_kind", "personal", match.start(), match.end(), 3)
        elif _PROPOSED.search(page.sentence(index)):
            yield Found("loan_kind", None, match.start(), match.end(), 3)


def of_the_firm(page: Page) -> Findings:
    """The company as borrower, told by its own name."""
    for match in _own_of_the_firm(page):
        index = page.index(match.end() - 1)
        told = _LENT.search(page.sentence(index)) and not page.wished(index)
        if told and judge(page, match.end(), match.end(), ours=True) is Standing.STATED:
            yield Found("owner_borrowed", False, match.start(), match.end())


def but_the_firms(page: Page, found: Findings) -> Findings:
    """What was found of a name that is not the company's own."""
    return (one for one in found if not is_the_firms(page, one.start))


def no_mans(page: Page, place: int, words: str) -> bool:
    """Whether a name stands behind a loan of the company's, or is the company's own."""
    return SURETY.search(words) is not None or is_the_firms(page, place)


def is_the_firms(page: Page, place: int) -> bool:
    """Whether a name that is told of as somebody's own is the company's."""
    return any(match.start() <= place < match.end() for match in _own_of_the_firm(page))


def _own_of_the_firm(page: Page) -> list[re.Match[str]]:
    if not any(sign in page.text for sign in ("自己", "自身", "本身", "自家", "its own")):
        return []
    return [
        match
        for match in _BY_THE_FIRM.finditer(page.text)
        if not strangers(page, match.start())
        and not _FOR_THE_FIRM.search(page.text, page.clauses[page.index(match.start())].start, match.start())
    ]


def settled(page: Page, kinds: tuple[Found, ...]) -> tuple[Found, ...]:
    """The kinds with a proposal that was taken up as done, and none that was turned down."""
    if not any(one.value == "personal" for one in kinds):
        return kinds
    kept: list[Found] = []
    for one in kinds:
        if one.value == "personal" and (turned_down(page, one.end) or _no_loan_of_his(page, one)):
            continue
        beside = next((m for m in _OWN.finditer(page.text) if m.start() < one.end and one.start < m.end()), None)
        if one.value is None and beside is not None and taken_up(page, one.end):
            one = Found(one.name, "personal", one.start, one.end, one.weight)
        kept.append(one)
    return tuple(kept)


_THING = lazy(
    r"担保(?!公司|贷)|保证人|作保|抵押的?(?!贷)|房子?(?!贷)|厂房|土地|专利|商标|股权|车(?!贷)|"
    r"(?<![a-z])(?:guarant\w*|surety|secur\w+|flat|house|home|land|building|shares?|lease|patents?|licen[cs]e|"
    r"trade ?marks?|firm|company|car)(?![a-z])"
)
_BORROWS = lazy(r"[贷借](?!款?人)|(?<![a-z])(?:borrow\w*|took|taken|signed|loan|lent|credit|money)(?![a-z])")
_NOT_HE = lazy(r"(?<!是)(?:不是|并非|而非|没有?)(?:以|用|拿|由)?(?:我|老板|法人)?(?:的)?$")
_RELATIVE = lazy(r"\s?(?:which|that|it|both|all)(?: \w+)? (?:is|are|was|were|stands?)(?![a-z])")


_GAINSAID = lazy(
    r"(?<!是)(?:不是|并非|而非)(?:以|用|拿|由)?(?:我|老板|法人|负责人)(?:个人|自己|本人)?(?:的)?(?:名义)?[^,。;]{0,4}[借贷办签]"
)


def not_his(page: Page, one: Found) -> bool:
    """Whether a loan that was read as the owner's is gainsaid, or his name stands behind a surety or a thing."""
    if one.name != "loan_kind" or one.value != "personal":
        return False
    return _GAINSAID.search(page.words(page.index(one.start))) is not None or _no_loan_of_his(page, one)


def _no_loan_of_his(page: Page, one: Found) -> bool:
    """Whether a name is told of a surety or a thing, or denied of the loan: 我个人名义做了担保, 不是我个人借的."""
    index = page.index(one.start)
    clause = page.clauses[index]
    if _NOT_HE.search(page.text, max(clause.start, one.start - 8), one.start):
        return True
    here = page.words(index)
    if _BORROWS.search(here):
        return False
    before = page.previous(index)
    owner = page.words(before) if before is not None and _RELATIVE.match(here) else here
    return _THING.search(owner) is not None and not _BORROWS.search(owner)


def taken_up(page: Page, place: int) -> bool:
    """Whether what is proposed before this place was done: "so that's what I did", 我就照办了."""
    behind = _TAKEN_UP.search(page.text, place, place + _NEAR)
    return behind is not None and not _TURNED_DOWN.search(page.text, place, behind.end())


def turned_down(page: Page, place: int) -> bool:
    """Whether a proposal was refused: "but I insisted on the company", 我没同意."""
    index = page.index(place - 1)
    if not _PROPOSED.search(page.sentence(index)):
        return False
    no = _TURNED_DOWN.search(page.text, place, place + _NEAR)
    return no is not None and not _TAKEN_UP.search(page.text, place, no.start())
