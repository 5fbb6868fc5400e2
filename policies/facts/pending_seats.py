"""A move of the registered seat that was filed and of which the writer does not know whether it was entered.

Founded in one region, the papers for another handed in: where the company is registered today is not known.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_MOVE = lazy(
    r"迁(?:移|到|往|至|入|回|册|址|出|去)|变更(?:注册|登记)?(?:地|住所|到|至)|"
    r"(?:(?:注册|登记)地?|地址|住所)[^,。;]{0,6}(?:变更|[改转搬移])|"
    r"(?<![a-z])(?:(?:transfer|move|change|relocation|shift|migration)(?: of)?(?: (?:our|the|its|my))?(?: [\w']+){0,2} "
    r"(?:seat|registration|registered (?:office|address|seat)|domicile|address|head ?office)|"
    r"(?:mov(?:e|ing)|transfer(?:ring)?|shift(?:ing)?|relocat(?:e|ing)) (?:our|the|its) (?:\w+ ){0,2}?"
    r"(?:seat|registration|registered (?:office|address|seat)|domicile|address|company|firm|head ?office)|"
    r"seat (?:transfer|move|change)|registration (?:transfer|move|change)|re-?register\w*|"
    r"(?:seat|office|registration|address) (?:was|is) to (?:be )?(?:mov|transfer|shift)\w*)(?![a-z])"
)
_FILED = lazy(
    r"递|送件|申请|交了|提交|报上|办理|在办|着手|手续|材料|委托|代办|代理|"
    r"(?<![a-z])(?:fil(?:ed|ing)|appl(?:ied|ication)|submitted|lodged|handed in|sent (?:in|off)|put in|request|papers|"
    r"asked for|under way|begun|started|agent)(?![a-z])"
)
_UNHEARD = lazy(
    r"(?:没|未|不)(?:有)?(?:再)?(?:听说|听到|消息|下文|回音|结果|收到|接到|晓得|清楚|确定|知道|告诉|通知|问到|问过|打听|去问)|不知|没人(?:说|告诉|知道)|"
    r"(?:有没有|是不是|是否|[办批]没[办批])[^,。;]{0,6}(?:办|批|下来|完成|成)|"
    r"(?<![a-z])(?:(?:not|never|[a-z]+n't|nobody|no one|nothing)(?: \w+){0,4}? (?:heard|know|told|say|sure|learnt|"
    r"learned|seen|checked|found out)|heard nothing|no (?:news|word|answer|idea|reply)|unsure|unknown|whether it|"
    r"who knows|could not say)(?![a-z])"
)
_DONE = r"办[好妥成完下]|批下|下来|完成|生效|通过|办没办|成了没|好了没|办完没|批了没|迁成|迁完"
_OUTCOME = lazy(
    rf"{_DONE}|(?<![a-z])(?:gone through|went through|go through|been (?:approved|entered|completed|granted|recorded|"
    r"registered|done|finished)|(?:was|is) (?:approved|entered|completed|granted|recorded|registered|done|finished|"
    r"through|effective|valid)|complete[d]?|come through|came through|taken effect|took effect|accepted it|of it|since)"
    r"(?![a-z])"
)
_TOLD_DONE = lazy(
    r"(?<![没未])(?:办|批|迁)(?:好|妥|完|成)了|完成了|批下来了|"
    r"(?<![a-z])(?:(?:was|were|has been|is) (?:\w+ )?(?:approved|entered|completed|granted|recorded|done|finished)|"
    r"went through|took effect)(?![a-z])"
)
_OTHERS = lazy(
    r"客户|供应商|银行|邻居|朋友|(?<![a-z])(?:customer|supplier|bank|neighbour|friend|lender)(?:'s)?(?![a-z])"
)
_WEIGHT, _BEHIND = 11, 220
"""Above what is read of either place."""


def find(page: Page) -> Findings:
    """`region` left open where nobody knows whether the filed move was entered."""
    if not any(sign in page.text for sign in ("迁", "变更", "地址", "住所", "seat", "regist", "address", "domicile")):
        return
    for match in _MOVE.finditer(page.text):
        sentence = page.sentence(page.index(match.start()))
        if not _FILED.search(sentence) or _OTHERS.search(page.words(page.index(match.start()))):
            continue
        behind = page.text[match.end() : match.end() + _BEHIND]
        unheard = _UNHEARD.search(behind)
        if unheard and _TOLD_DONE.search(behind[: unheard.start()]):
            continue
        if unheard and _OUTCOME.search(behind, max(0, unheard.start() - 30), unheard.end() + 60):
            yield Found("region", None, match.start(), match.end(), _WEIGHT)
            return
