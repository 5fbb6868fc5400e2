"""Chinese that says a thing and takes part of it back in the same sentence: 没有逾期，就是有一次忘了第三天才付.

What is raised first and turned afterwards is left open: a reader of the first words alone would tell an enterprise
that it qualifies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.patterns import lazy


@dataclass(frozen=True, slots=True)
class _Turn:
    name: str
    raised: re.Pattern[str]
    back: re.Pattern[str]  # behind it in the sentence


_TURNS = (
    _Turn(
        "loan_overdue",
        lazy(
            r"没(?:有)?(?:逾期|拖|晚|欠|迟)|未逾期|还款(?:记录|纪录|情况)?(?:一直|都)?(?:良好|正常)|按[时期]|准时|如期|正常还"
        ),
        lazy(
            r"(?:有(?:过)?(?:那么)?|就)[一两几12][次期回](?![都也]?没)|(?:只有|唯独|除了)[^,。;没未]{0,10}[那一][次期回]|"
            r"(?:展延|展期|延期|延后)过|忘了?(?:存|还|付|交|转|[,。;]|$)|第[二三四五两]天才|"
            r"直到(?!现在|今天|目前|如今|[^,。;]{0,8}(?:还清|结清|到期|还完))|"
            r"(?:系统|征信|记录)(?:里|上|中)?[^,。;没无]{0,4}(?:显示|记着|有)(?!没)"
        ),
    ),
    _Turn(
        "partner_institution",
        lazy(r"合作(?:行|银行|机构|名单|协议)|是合作"),
        lazy(
            r"(?:别家|另一家|另外一家|其[他它]银行|别的银行|外地[^,。;没]{0,4}银行)[^,。;没]{0,8}(?:放|贷|借|批)|"
            r"名单(?:又|已经?|都)?(?:换|变|改|调整)了|(?:协议|合作)?到期(?:了)?(?:就)?(?:没|未)续|解约|终止了"
        ),
    ),
    _Turn(
        "first_loan_centre",
        lazy(r"首贷(?:服务)?中心"),
        lazy(r"没(?:有)?(?:在|到|去)?(?:那|那里|那边|中心|里面)(?:办|贷|走)|没(?:有)?去成?|没(?:有)?办成?(?=[,。;]|$)"),
    ),
    _Turn(
        "small_batch_stage",
        lazy(r"小批量"),
        lazy(r"失败了|停了|没成|黄了|没做成"),
    ),
    _Turn(
        "first_loan",
        lazy(r"没(?:有)?(?:贷|借)过|第一次|首贷|头一次"),
        lazy(r"(?:不过|但|可是?)[^,。;没未]{0,6}(?:用|借|办|贷)过[^,。;]{0,6}(?:网商|微粒|借呗|经营贷|贷)"),
    ),
)
_CHINESE = lazy(r"[\u4e00-\u9fff]")
_WEIGHT = 10
"""Above what any reader of the first words gives."""


def _end(page: Page, index: int) -> int:
    """Where the sentence of a clause ends."""
    last = index
    while last + 1 < len(page.clauses) and page.clauses[last + 1].sentence == page.clauses[index].sentence:
        last += 1
    return page.clauses[last].end


def find(page: Page) -> Findings:
    """Each fact that a sentence raises and turns, as a doubt."""
    if not _CHINESE.search(page.text):
        return
    for turn in _TURNS:
        raised = turn.raised.search(page.text)
        while raised is not None:
            index = page.index(raised.start())
            back = turn.back.search(page.text, raised.end(), _end(page, index))
            if back is not None and not strangers(page, raised.start()):
                yield Found(turn.name, None, raised.start(), back.end(), _WEIGHT)
                break
            raised = turn.raised.search(page.text, raised.end())
