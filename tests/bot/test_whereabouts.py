"""Which sentences ask the way to an office, and which do not."""

from __future__ import annotations

import pytest

from bot.texts import has
from bot.whereabouts import asked, kind_in, lists
from policies.loader.documents import OFFICES

ASKED = {
    "首贷中心在哪": "first-loan",
    "北京首贷中心在哪里？": "first-loan",
    "首貸中心在哪裡": "first-loan",
    "where is the first-loan centre": "first-loan",
    "Where's the first loan center?": "first-loan",
    "我们在北京，首贷中心在哪": "first-loan",
    "续贷去哪办": "renewal-loan",
    "where do I go for a renewal loan?": "renewal-loan",
    "确权融资中心在哪": "confirmation-financing",
    "where in Beijing is the confirmation-financing centre?": "confirmation-financing",
    "公共服务平台在哪": "service-platform",
    "which public service platform is there": None,
    "知识产权找谁": "ip-centre",
    "智慧財產權找誰": "ip-centre",
    "who handles intellectual property": "ip-centre",
    "欠款去哪投诉": "complaints",
    "Where do I complain about arrears?": "complaints",
    "孵化器在哪里": "incubator",
    # descriptions and other questions
    "我们在北京，想办首贷": None,
    "贺兰水务欠我们80万，去哪投诉": None,
    "专利质押贷款去哪办": None,
    "我们在北京做专利代理，去哪找客户": None,
    "We had a first loan where the bank asked for a pledge": None,
    "where is the money": None,
    "你们公司在哪": None,
    "who is your boss": None,
    "我们是一家做培训的公司，去年在银川招了很多老师，想知道哪里有补贴政策可以申请的": None,
}


@pytest.mark.parametrize("words", ASKED)
def test_asked(words: str) -> None:
    assert asked(words) == ASKED[words]


def test_kinds_are_those_of_the_corpus_and_have_names() -> None:
    assert kind_in("专利") == "ip-centre"
    assert kind_in("Beijing") is None
    assert all(has(f"directory.kind.{kind}") for kind in OFFICES)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("我的清单", True), ("My checklists?", True), ("申請清單", True), ("发票清单怎么开", False), ("", False)],
)
def test_lists(words: str, expected: bool) -> None:
    assert lists(words) is expected
