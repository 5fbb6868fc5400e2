"""Words of a bar's field that no recogniser could place: they raise the matter and leave it open.

The last net under the bars. A clause that speaks of the loan and of lateness, of the loan and somebody's name, of the
authorities and money had, and in which nothing was read, gives a doubt: better one question more than a bar missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from policies.facts.arrears import of_a_payer
from policies.facts.former import beside_the_point
from policies.facts.found import Findings, Found
from policies.facts.funding import of_another_matter
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.facts.subsidised import own_programme
from policies.facts.whose_loans import put_aside
from policies.patterns import lazy

_CLAIM = lazy(
    r"欠我|货款|尾款|工程款|应收|客户(?!经理)|甲方|对方|付款方|账期|回款|(?<![a-z])(?:owe[sd]?|customers?|clients?|"
    r"invoices?|receivables?|buyers?|payers?|they)(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class _Field:
    """`word` raises the matter in a clause (or beside one, within the sentence) that holds `with_`, not `without`."""

    name: str
    word: re.Pattern[str]
    with_: re.Pattern[str]
    without: re.Pattern[str]


_FIELDS = (
    _Field(
        "loan_overdue",
        lazy(
            r"晚(?!上|会|饭|点)|迟(?!到)|停(?!车|产|工)|拖|催|欠|断了?[供缴]|漏|逾|罚息|周转不开|还不|没还|没付|没交|"
            r"没钱|困难|赶上|错过|代偿|强制扣|"
            r"(?<![a-z])(?:(?<!in )(?<!since )(?<!until )(?<!from )late(?! (?:19|20)\d\d| interest|"
            r" (?:father|mother|founder|husband|wife|uncle|grandfather|brother|partner|owner|boss)(?![a-z]))|"
            r"due (?:in|on) \w+ (?:\w+ ){0,2}(?:went|was|paid|came|arrived)|"
            r"after (?:it|they|the) (?:\w+ )?(?:was|were|fell|date)|"
            r"(?<!stand )(?<!stands )(?<!stood )(?<!standing )"
            r"(?:(?<!loan )(?<!credit )(?<!bank )(?<!lender )(?<!money )|(?!behind (?:it|this|that|them|all)(?![a-z])))"
            r"behind(?! (?:our|the|this|that|a|it)(?: \w+)? (?:loan|"
            r"credit|borrowing))|skip\w*|miss(?:ed)?|stopp\w*|paus\w*|delay\w*|"
            r"default\w*|chas\w+|trouble|struggl\w*|short of cash|postpon\w*|deferr\w*|extension|restructur\w*|"
            r"bounced|dunning)(?![a-z])"
        ),
        lazy(
            r"贷|月供|还款|本息|利息|本金|[这那一二两三四五六七八九几][期]|(?<![a-z])(?:instal\w+|repay\w*|payments?|"
            r"loan|interest|bank|lender)(?![a-z])"
        ),
        _CLAIM,
    ),
    _Field(
        "loan_kind",
        lazy(
            r"名下|名字|老婆|老公|太太|妻子|丈夫|亲戚|朋友|股东(?!都是|均为)|母公司|集团|关联|典当|当铺|租赁|信托|"
            r"小贷|平台|委托|代理|通道|私下|私人|个人|"
            r"(?<![a-z])(?:own name|names?|privately|personal\w*|relatives?|wife|husband|agent|conduit|parent|"
            r"affiliate|shareholders?|leasing|lease|"
            r"platform|app|friends?|brother|sister|trust|pawn\w*|myself|himself|herself)(?![a-z])"
        ),
        lazy(r"贷|借(?!条)|放款|(?<![a-z])(?:loans?|borrow\w*|lent|lend\w*|taken out|took out)(?![a-z])"),
        lazy(
            r"担保|保证人|质押|抵押|股权|公司(?:名义|名下)|征信|欠我|(?<![a-z])(?:guarant\w*|pledg\w*|secur\w*|"
            r"equity|shares|(?:company|firm|workshop|shop|business|factory|mill|studio|plant|farm|winery|"
            r"house)'s name|owes?|customers?|partner|build|develop|software|our app)(?![a-z])"
        ),
    ),
    _Field(
        "serious_dishonesty",
        lazy(
            r"罚(?!息)|整改|约谈|稽查|查封|冻结|通报|失联|传票(?!找|遗|没|上|里|和|与)|"
            r"(?<![a-z])(?:censured|summons|trouble with|"
            r"regulator(?!'s (?:\w+ )?(?:guid|rule|opinion|notice|paper|text|document|circular|limit|letter|measure))|"
            r"citation|ticketed|raided|"
            r"(?<!-)probe(?!s? (?:firm|maker|company))|under investigation|investigated|shut down)(?![a-z])"
        ),
        lazy(r""),
        lazy(
            r"合同|货款|欠我|客户|对方|帮|给企业|服务|系统|违约|(?<![a-z])(?:contract|customer|invoice|owes?|"
            r"software|for)(?![a-z])"
        ),
    ),
    _Field(
        "other_regional_funding",
        lazy(
            r"(?:区|市|县|政府|[厅局委]|财政|园区|镇)里?[\u4e00-\u9fff]{0,8}(?:给|发|拨|出|补|贴|报销|承担)(?:过|了)|"
            r"(?:给|发|拨|补|贴)(?:过|了)[\u4e00-\u9fff]{0,6}(?:补贴|补助|贴息|财政)|"
            r"(?<![a-z])(?:region\w*|county|city|state|government|department|bureau|authorit\w+|province|"
            r"ministry)(?:'s)? (?:\w+ ){0,4}?"
            r"(?:paid|gave|covered|helped|contributed|refunded|reimbursed|chipped in|footed)(?![a-z])|"
            r"(?<![a-z])(?:got|received|had|obtained) (?:something|anything|money|help|a bit) from the (?:region\w*|"
            r"state|government|department|city|county)|(?<![a-z])(?:subsid\w+|grant) (?:\w+ ){0,3}(?:already|"
            r"last year|earlier|before)(?![a-z])"
        ),
        lazy(r""),
        lazy(
            r"欠|货款|工程款|合同|订单|处罚|罚|证|奖状|(?<![a-z])(?:list|banks?|lenders?|owes?|owed|invoice|contract|"
            r"orders?|penalt\w*|fin(?:e|ed)|certificate|title)(?![a-z])"
        ),
    ),
)


def find(page: Page, found: Iterable[Found]) -> Findings:
    """Doubts for clauses in which no bar of that name was read."""
    read: dict[str, set[int]] = {}
    for one in found:
        read.setdefault(one.name, set()).add(page.index(one.start))
    for field in _FIELDS:
        here = read.get(field.name, set())
        if field.name == "loan_overdue" and of_a_payer(page.text):
            continue
        for match in field.word.finditer(page.text):
            index = page.index(match.start())
            words = page.words(index)
            if index in here or not field.with_.search(words) or field.without.search(words):
                continue
            if beside_the_point(page, index) or (
                field.name == "loan_kind" and put_aside(page, match.start(), match.end())
            ):
                continue
            if field.name == "other_regional_funding" and (
                of_another_matter(page, index, match.start()) or own_programme(page.sentence(index))
            ):
                continue
            if judge(page, match.start(), match.end(), ours=True) in (Standing.STATED, Standing.OPEN) and not _asked(
                page, index
            ):
                yield Found(field.name, None, match.start(), match.end(), 1)


def _asked(page: Page, index: int) -> bool:
    """A question about help to be had, not about what was."""
    return bool(
        re.search(
            r"能不能|怎么|如何|哪些|多少|有什么|可以吗|想|希望|(?<![a-z])(?:can|could|how|what|which|is there|"
            r"are there|want|would|looking)(?![a-z'])",
            page.words(index),
        )
    )
