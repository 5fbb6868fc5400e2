"""A loan that the chairman, the owner or a partner has for himself, beside the one that the company has of its bank.

"Our chairman also has a private loan there that fell behind once, but that is for his flat": neither its kind nor its
lateness is the company's. Only where the company's own loan of a bank is told in other words, and the other one is put
aside or is what nobody takes for a company's; what he borrowed for the company stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.patterns import lazy

_NAMES = frozenset({"loan_kind", "owner_borrowed", "loan_overdue", "loan_repaid", "loan_date"})
_SOMEBODY = (
    r"(?:chairman|chairwoman|boss|owner|co-?owners?|partners?|director|founder|shareholders?|manager|"
    r"legal representative|"
    r"husband|wife|brother|sister|father|mother|son|daughter|cousin|ceo|president|proprietor)"
)
_PERSONS_LOAN = lazy(
    rf"(?<![a-z]){_SOMEBODY}(?:'s?)?(?![a-z])[^.;]{{0,60}}?(?<![a-z])(?:(?:private|personal|own|home|house|car|student|"
    r"family|consumer|housing)(?: [\w-]+)? (?:loans?|mortgage|debts?|credits?)|mortgage|credit cards?)(?![a-z])|"
    r"(?<![a-z])my (?:(?:own|private|personal) ){0,2}(?:(?:car|home|house|student|housing) loan|mortgage|credit cards?)"
    r"(?![a-z])|(?:董事长|老[板细](?:娘)?|老总|股东|法人代表|法定代表人|法人|总经理|合伙人|负责人|创始人|我(?:自己|个人)|东家|老公|丈夫|太太|老婆|爱人|"
    r"先生|父亲|儿子|女儿|"
    r"[哥弟姐妹])[^,。;]{0,14}?(?:房贷|车贷|消费贷|信用卡|按揭|住房贷款|装修贷|私人贷款|个人贷款|(?:私人|个人|"
    r"自己)的?(?:借款|贷款|房子))"
)
_ASIDE = lazy(
    r"(?<![a-z])(?:none of (?:our|the (?:company|firm)'s) (?:business|concern|affair)|(?:his|her|"
    r"their) (?:own )?(?:private "
    r")?(?:affair|business|matter|concern)|nothing (?:whatever |at all )?to do with (?:us|the (?:company|firm|"
    r"business)|"
    r"our|this)|(?:for|on|to buy|bought) (?:his|her|their|a|the family) (?:own )?(?:flat|house|home|car|apartment|"
    r"villa|"
    r"kitchen|wedding|studies)|not (?:the company's|the firm's|ours)|does not concern (?:us|the company)|a private "
    r"matter|quite (?:apart|separate)|unrelated)(?![a-z])|"
    r"(?:与|跟|和|同)(?:公司|企业|我们|厂里?|这[笔次]?[^,。;]{0,6})(?:的?(?:贷款|借款))?(?:毫?无(?:任何)?(?:关系?|涉|"
    r"干|关联|瓜葛)|"
    r"没(?:有)?(?:任何|半点|一点)?(?:关系|牵连|瓜葛)|不相干|不搭界)|(?:他|她|自)(?:们)?(?:自己)?(?:家|"
    r"个人)?(?:的)?(?:私事|买房|买车|花的|用的|装修)|"
    r"私人(?:的)?事"
)
_OF_ONE_SELF = lazy(
    r"房贷|车贷|信用卡|消费贷|按揭|住房贷款|装修贷|(?<![a-z])(?:(?:car|home|house|student|housing) loan|mortgage|"
    r"credit cards?)(?![a-z])"
)
"""What nobody takes for a company's loan: beside a punctual one of the company it needs no word to put it aside."""
_THE_COMPANYS = lazy(
    r"(?:但是?|不过|可是?|而|至于|反而|倒是)?(?:我们?)?(?:公司|企业|厂里|厂)(?:名下|自己|本身|这边|那边|方面)?(?:的|这笔|那笔|呢笔|"
    r"[^,。;]{0,12}?(?:向|从|跟|在|同|找|问))[^,。;替]{0,14}?(?:贷|借|银行|支行)|"
    r"(?:但是?|不过|可是?|而|至于|倒是)?(?:我们?)?(?:公司|企业|厂里?)(?:的|借的|贷的)?(?:这|那|呢)(?:一)?(?:笔|个)(?:就|倒|却|是|则|可|还)*"
    r"(?=[^,。;]{0,8}(?:没|按|准|如期|正常|从|都|没有))|"
    r"\s?(?:(?:but|while|whereas|and|yet|however),? )?(?:the|our) (?:company|firm|business|enterprise)'s (?:own )?"
    r"(?:[\w.,-]+ ){0,5}?(?:loan|borrowing|credit)(?![a-z])"
)
_FOR_THE_COMPANY = lazy(
    r"(?<![a-z])(?:for|into|to|by|on behalf of) (?:us|the (?:company|firm|business|shop|works))(?![a-z])(?! (?:at|is))|"
    r"(?:给|替|为|投入?|转给|用于|拿来|借给)(?:了)?(?:公司|我们|厂里|企业|经营|进货|周转)|公司(?:在)?(?:用|使用|还)"
)
_NOTHING_TO_DO = lazy(r"nothing [\w ]{0,14}to do with (?:us|the \w+)|(?:does|is) not (?:for|concern) (?:us|the \w+)")
_OURS = lazy(
    r"(?<![a-z])(?:we|our|us|(?:the|our) (?:company|firm|business|enterprise)(?:'s)?|it)(?![a-z])(?:[^.;]|"
    r"\.\d){0,90}?(?<![a-z])"
    r"(?:banks?|branch|lender)(?![a-z])|(?:公司|我们|企业|本厂|我司|我厂)[^。;]{0,30}?(?:银行|支行|分行|农商行|"
    r"信用社|贷款|借款)"
)
_BANK = lazy(r"(?<![a-z])(?:bank|branch)(?![a-z])|银行|支行|分行|农商行|信用社")
_NEXT = 110


def apart(page: Page, found: list[Found]) -> list[Found]:
    """What was found, without what is told of somebody's own loan beside the company's."""
    if not any(one.name in ("loan_kind", "owner_borrowed", "loan_overdue") and one.value is not False for one in found):
        return found
    if not _PERSONS_LOAN.search(page.text):
        return found
    pieces = list(_pieces(page))
    own = [one for one in pieces if _of_company(page.text[slice(*one)])]
    kept = found
    for start, end in pieces:
        said = _PERSONS_LOAN.search(page.text, start, end)
        if said is None or not own or (start, end) in own:
            continue
        behind = page.text[said.start() : min(len(page.text), end + _NEXT)]
        to_company = _FOR_THE_COMPANY.search(_NOTHING_TO_DO.sub("", page.text[start:end]))
        aside = _ASIDE.search(behind) or (_OF_ONE_SELF.search(said[0]) and _punctual(page, own, kept))
        if not aside or to_company or page.wished(page.index(said.start()), said.start()):
            continue
        punctual = any(
            one.name == "loan_overdue" and one.value is False and not start <= one.start < end for one in kept
        )
        kept = [
            one
            for one in kept
            if not (start <= one.start < end and one.name in _NAMES and (one.name != "loan_overdue" or punctual))
        ]
        kinds = [one for one in kept if one.name == "loan_kind"]
        if not kinds or (len(kept) < len(found) and all(_between_two(page, one) for one in kinds)):
            kept = [one for one in kept if one.name != "loan_kind"]
            kept.extend(_of_bank(page, own))
    return kept


def _punctual(page: Page, own: list[tuple[int, int]], found: list[Found]) -> bool:
    """Whether a loan that is named as the company's is told never to have been late."""
    return bool(own) and any(
        _THE_COMPANYS.match(page.text, start) is not None
        and any(one.name == "loan_overdue" and one.value is False and start <= one.start < end for one in found)
        for start, end in _pieces(page)
    )


def _between_two(page: Page, one: Found) -> bool:
    """Whether a kind is left open for no other reason than that a second loan stood beside the bank's."""
    return one.value is None and _BANK.search(page.text, one.start, one.end) is not None


def _of_bank(page: Page, own: list[tuple[int, int]]) -> Iterator[Found]:
    for piece in own:
        if bank := _BANK.search(page.text, *piece):
            yield Found("loan_kind", "bank", bank.start(), bank.end())
            return


def _of_company(words: str) -> bool:
    return _OURS.search(words) is not None and _PERSONS_LOAN.search(words) is None


def _pieces(page: Page) -> Iterator[tuple[int, int]]:
    """The parts of sentences between full stops and semicolons; somebody's own loan begins a part of its own, and
    so does the company's behind it."""
    first = 0
    for index, clause in enumerate(page.clauses):
        own = _THE_COMPANYS.match(page.text, clause.start, clause.end)
        behind = page.clauses[index - 1].end
        if index > first and (
            _PERSONS_LOAN.search(page.text, clause.start, clause.end)
            or (own and _PERSONS_LOAN.search(page.text, page.clauses[first].start, behind))
        ):
            yield page.clauses[first].start, page.clauses[index - 1].end
            first = index
        last = index + 1 == len(page.clauses)
        if last or page.clauses[index + 1].sentence != clause.sentence or clause.closing == ";":
            yield page.clauses[first].start, clause.end
            first = index + 1
