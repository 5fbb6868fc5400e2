"""The bad record or the late instalments of a house outside ours, beside our own clean ones: "a supplier of ours became
a dishonest debtor; we ourselves have broken no trust", 我表哥的公司上了失信名单，我们自己清清白白.

Such a house is the subject right before the words, dealt or grew up with us and is tied to us by no share, seat or
surety. Where nothing clean is told of us it stays a doubt.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.patterns import lazy

_NAMES = frozenset({"serious_dishonesty", "loan_overdue"})
_KIN_ZH = (
    r"(?:[表堂][哥弟姐妹]|哥哥?|弟弟?|姐姐?|妹妹?|姐夫|妹夫|连襟|小舅子|舅舅?|叔叔?|伯父?|姑父?|姨父?|"
    r"表亲|亲戚|同学|朋友|战友|老乡|熟人|邻居)"
)
_FIRM_ZH = r"(?:[开办]的)?(?:那家|那间|一家)?(?:[\u4e00-\u9fff]{0,6})?(?:公司|企业|厂|店)"
_KIN_EN = r"(?:cousin|uncle|aunt|nephew|brother|sister|friend|neighbou?r|classmate|acquaintance|relative)(?:-in-law)?"
_FIRM_EN = r"(?:company|firm|business|factory|workshop|shop|plant|outfit)"
_OUTSIDE = lazy(
    rf"(?P<kin>{_KIN_ZH}家?的?{_FIRM_ZH})|(?:隔壁|对门|对面|楼[上下]|邻近|附近|同楼|同园区?)(?:的|那|一|家|间|"
    rf"有)*{_FIRM_ZH}|"
    r"(?:供应商|供货商|供货方|客户(?!经理)|经销商|代理商|分销商|同行|竞争对手|买家|合作方|合作伙伴)|"
    rf"(?<![a-z])(?:{_KIN_EN}'s (?:\w+ )?{_FIRM_EN}|{_FIRM_EN} (?:run|owned|kept) by (?:my|our|a|his|"
    rf"her) (?:\w+ )?{_KIN_EN}|"
    rf"{_FIRM_EN} (?:next door|upstairs|downstairs|across the (?:road|street|hall))|neighbou?ring {_FIRM_EN}|"
    r"suppliers?|customers?|clients?|distributors?|competitors?|rivals?|dealers?|buyers?|vendors?|"
    r"subcontractors?)(?: of ours)?(?![a-z'])"
)
_OURS = lazy(
    r"我们|我司|咱|本公司|敝|我公司|自己|(?<![的家间位])公司(?!$)|(?<![a-z])(?:we|us|our|ourselves|me|i|my)(?![a-z])"
)
_DID_IT = lazy(
    r"投诉|举报|起诉|告|因|致|害|向|对|给|(?<![a-z])(?:complain\w*|report\w*|sue[sd]?|accus\w+|because|"
    r"caus\w+|got|had|made|to|by|for)(?![a-z])"
)
_BROUGHT_ON = lazy(
    r"(?:帮|因为?|由于|被|让|为了?|替|给|对|向|跟|和|与|骗|欠|拖)(?:了|着)?(?:一[家个位]|我们?的?|某|那)*$|"
    r"(?<![a-z])(?:because(?: of)?|by|for|against|to|with|after|over|from|cheat\w*|defraud\w*|owe[sd]?)"
    r"(?: (?:one of|an?|the|our|my|some|two|several|other))* $"
)
_GOES_ON = lazy(r"\s?(?:还|也|又|并|且|而且|后来|结果(?!我)|(?:and|also|then) )")
_TIED = lazy(
    r"股东|持股|控股|入股|股权|股份|法人|实际控制|同一(?:个)?(?:老板|法人)|母公司|子公司|关联|担保|挂靠|"
    r"(?<![a-z])(?:shareholders?|stakes?|shares?|own(?:s|ed)? (?:us|by us|part)|controls?|guarant\w+|surety|"
    r"legal representative|"
    r"directors?|parent|subsidiary|affiliat\w+|same owner)(?![a-z])"
)
_UNTIED = lazy(
    r"(?:没有?|无|毫无|不存在|不)(?:任何|什么|半点|互相|相互)?(?:[\u4e00-\u9fff]{0,4}?)(?:股权|股份|持股|关联|"
    r"控股|担保)|"
    r"(?<![a-z])(?:no|not|neither|without|n't)(?: [\w']+){0,4}? (?:shares?|stakes?|shareholders?|affiliat\w+|"
    r"guarant\w+|control\w*)"
)
_US = lazy(
    r"我们|我司|咱|本公司|敝|我公司|自己|自身|公司|(?<![a-z])(?:we|our|ours|ourselves|us|the company|the firm)(?![a-z])"
)
_INSTALMENT = lazy(
    r"(?:利息|本息|本金|月供|那期|这期)|(?<![a-z])the (?:\w+'s |\w+ly )?(?:interest|instalments?|repayment|"
    r"principal)(?![a-z])"
)
"""A new subject, that of a loan told before: "the customer was slow and the quarter's interest was six days late"."""
_FARTHEST = 60


def apart(page: Page, found: Iterable[Found]) -> list[Found]:
    """Statements without what is told of an outside house where we are told to be clean; a doubt where we are not."""
    kept = list(found)
    if page.for_client:
        return kept
    for name in _NAMES:
        bad = [one for one in kept if one.name == name and one.value is not False]
        if not bad:
            continue
        clean = [one for one in kept if one.name == name and one.value is False and _is_ours(page, one)]
        for one in bad:
            if not _outside(page, one):
                continue
            kept.remove(one)
            if not any(page.index(other.start) != page.index(one.start) for other in clean):
                kept.append(replace(one, value=None))
    return kept


def _is_ours(page: Page, one: Found) -> bool:
    """Whether a clean record is told of us, named in its clause or the one before."""
    index = page.index(one.start)
    if page.theirs(one.start) or page.clauses[index].closing == "?":
        return False
    if one.name == "loan_overdue":
        return True
    before = page.previous(index)
    return bool(_US.search(page.words(index)) or (before is not None and _US.search(page.words(before))))


def _outside(page: Page, one: Found) -> bool:
    """Whether an outside house is the subject of these words and has no tie to us."""
    index = page.index(one.start)
    clause = page.clauses[index]
    start = clause.start
    before = page.previous(index)
    if before is not None and _GOES_ON.match(page.words(index)):
        start = page.clauses[before].start
    named = list(_OUTSIDE.finditer(page.text, max(start, one.start - _FARTHEST), one.start))
    if not named:
        return False
    noun = named[-1]
    between, behind = page.text[noun.end() : one.start], page.text[one.end : clause.end]
    if _OURS.search(between) or _OURS.search(behind) or _DID_IT.search(between) or _INSTALMENT.search(between):
        return False
    if _BROUGHT_ON.search(page.text, max(start, noun.start() - 30), noun.start()):
        return False
    sentence = page.sentence(index)
    return not _TIED.search(_UNTIED.sub("", sentence))
