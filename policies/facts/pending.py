"""A loan that was only applied for at the first-loan centre: nothing was obtained through it yet.

Read where words tell of the application and of a lender that has not decided, and none tells of money that came.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_CENTRE = lazy(
    r"首贷(?:服务)?(?:中心|窗口)|(?<![a-z])first[- ]loan (?:service )?(?:cent(?:re|er)|desk|counter|window)(?![a-z])"
)
_APPLIED = lazy(
    r"递|提交|交[到给]|送了?件|送[进入到至]|投了?件|收了?件|申请|申办|排队|受理|交了?[^,。;]{0,4}(?:材料|资料|件)|报了|登记|"
    r"(?<![a-z])(?:hand(?:ed)? in|submitted|filed|appl(?:ied|ying|ications?)|papers|put in|queu\w+|lodged|"
    r"turned in|sent in|file|request)(?![a-z])"
)
_VERDICT = (
    r"(?:said yes|decid\w*|grant\w*|approv\w*|answer\w*|repl(?:y|ied)|made up|sign\w*|paid|pay|releas\w*|disburs\w*|"
    r"agreed?|come back|confirm\w*|been (?:granted|approved|decided|signed|paid|released|drawn))"
)
_NOT_YET = lazy(
    r"(?:还|尚|仍|都)?(?:没有?|未)(?:正式|最终|给|有|能)?(?:批|放|核准|核贷|下款|到账|入账|审完|审下|审出|答复|签|点头|同意|通过|拨|"
    r"结果|出结果|定|下来)|(?:还|仍|正)?在(?:审|等|走流程|核|评估|考虑|排队)|等(?:着|候)?(?:银行|审批|审核|结果|批|放款|消息)|"
    r"审核中|审批中|待批|待审|处理中|办理中|(?:放款|拨款|批复|审批|结果)[^,。;]{0,3}要等|"
    rf"(?<![a-z])(?:(?:not|never|nor)(?: yet)?(?: \w+)? {_VERDICT}|(?:is|are|remains?) (?:still |yet )?(?:being |"
    rf"under )?"
    r"(?:pending|checking|checked|examin\w+|review\w*|consider\w*|assess\w*|processed|thinking|undecided|looking|"
    r"stud(?:y|ied)|studying|deciding|weigh\w+)|no (?:bank|lender|contract|money|loan|decision|approval|answer|verdict|"
    r"yuan)(?: \w+)? (?:has|have|is|was|yet|so far|came|signed|there)|(?:wait\w*|await\w*)(?: for)?(?: \w+){0,3} "
    r"(?:bank|lender|approval|decision|answer|verdict|reply|yes)|yet to (?:be )?(?:decide|approve|grant|answer|say|"
    r"sign|"
    r"pay|hear)\w*|before (?:the|any) (?:loan|money|contract) (?:is|has been|was|comes)|nothing (?:has been |is |was )?"
    rf"(?:granted|approved|signed|paid|decided))(?![a-z])|n't (?:yet )?(?:\w+ )?{_VERDICT}(?![a-z])"
)
_BENEFIT = lazy(r"贴息|补贴|补助|补息|津贴|(?<![a-z])(?:subsid\w*|interest (?:help|support|aid)|support|help)(?![a-z])")
_LOAN = lazy(r"贷|银行|放款|合同|合约|(?<![a-z])(?:bank|lender|loan|credit|contract|application|papers)(?![a-z])")
_CAME = lazy(
    r"(?:放|批|拨|贷|借|拿|核|获)(?:款)?(?:了|到|下|出|妥|成|给|得)|办(?:下|妥|成|出|好)|到账|入账|下款|放款|拨款|核准|"
    r"已经?(?:放|批|到|拨|核|获)|"
    r"(?<![a-z])(?:lent|granted|paid (?:out|us)|gave us|releas\w+|advanced|approved|arranged|got us|we (?:\w+ )?(?:got|"
    r"received|obtained|drew|borrowed|have (?:got|drawn|received))|(?:company|firm|it) (?:\w+ )?(?:got|received|"
    r"obtained|"
    r"drew|borrowed)|(?:came|arrived|landed|drawn|disbursed|credited))(?![a-z])"
)
_UNDONE = lazy(
    r"没|未|等|待|如果|要是|能|会|还在|前|(?<![a-z])(?:not|no|never|yet|until|before|if|once|when|nothing|wait\w*|after|"
    r"would|will|can|could|to be)(?![a-z])|n't"
)
_WAITED = lazy(
    r"等了[^,。;]{0,10}|(?<![a-z])after (?:[\w']+ ){0,4}?wait\w*(?: for)?(?: [\w']+){0,4}? (?:decision|approval|"
    r"answer|verdict|bank|lender)(?![a-z'])"
)
"""A wait that is over."""
_WEIGHT = 10
"""Above the doubt that words of not knowing raise: that a bank has not decided is itself what is told."""


def find(page: Page) -> Findings:
    """`first_loan_centre` denied, where nothing came of it yet."""
    centre = _CENTRE.search(page.text)
    if centre is not None and _waits(page, centre):
        yield Found("first_loan_centre", False, centre.start(), centre.end(), _WEIGHT)


def _waits(page: Page, centre: re.Match[str]) -> bool:
    """Whether the page tells of an application at the centre that is not decided, and of no loan that came."""
    if not _APPLIED.search(page.text) or page.theirs(centre.start()):
        return False
    undecided = False
    for index in range(len(page.clauses)):
        words = _WAITED.sub("", page.words(index))
        if _BENEFIT.search(words) and not _LOAN.search(words):
            continue  # the help is what has not been approved
        told = _NOT_YET.search(words) is not None
        if not told and _CAME.search(words) and not _UNDONE.search(words):
            return False
        undecided = undecided or (told and not page.wished(index))
    return undecided
