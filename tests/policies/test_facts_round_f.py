"""Companies that the writer and others set up at a place, and profits told by two sums of which one is exact."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import stated

said = partial(stated, as_of=date(2022, 4, 12))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我和表哥在石嘴山合伙开的有限公司，做碳化硅磨料。", "CN-64/shizuishan"),
        ("我跟同学在中卫合办的公司，做磨料。", "CN-64/zhongwei"),
        ("我同堂弟在吳忠一起開的工廠，做閥門。", "CN-64/wuzhong"),
        ("我們家三兄弟在寧東辦的有限公司，做催化劑。", "CN-64"),
        ("我们姐妹俩在银川办的公司，做软件。", "CN-64/yinchuan"),
        ("夫妻俩在固原办的公司，做淀粉。", "CN-64/guyuan"),
        ("两个同学在银川合伙办的公司，做软件。", "CN-64/yinchuan"),
        ("我太太的公司在吳忠，我們公司在中衛。", "CN-64/zhongwei"),
        ("我同学在北京开的公司做软件，我在银川开公司。", "CN-64/yinchuan"),
        ("我和同学在北京合伙开的公司散了，现在公司在银川。", "CN-64/yinchuan"),
        ("我和表哥在北京见了面，谈合作。", None),
        ("我先生的公司在銀川，是我們的供應商。", None),
        ("我姐夫是吴忠一家公司的老板，欠我们货款。", None),
    ],
)
def test_where_the_writer_and_others_set_up_the_company(text: str, value: object) -> None:
    assert said(text, "region") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我和表哥在石嘴山合伙开的有限公司。", True),
        ("我跟堂弟合办的有限公司，做阀门。", True),
        ("表哥的有限公司是我们的客户。", None),
        ("我和表哥的有限公司签了合同。", None),
    ],
)
def test_a_company_run_with_a_cousin(text: str, value: object) -> None:
    assert said(text, "legal_person") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sales slipped 2% last year, but profit went from RMB 2.00 million to exactly 2.10 million.", 5),
        ("Profit rose from RMB 3 million to precisely RMB 3.3 million last year.", 10),
        ("销售降了2%，利润却从200万元增加到正好210万元。", 5),
        ("去年利潤由200萬元升到剛好210萬元。", 5),
        ("Last year our profit rose from RMB 2.0 million to RMB 2.1 million.", 5),
        ("Last year our profit rose from RMB 2.0 million to RMB 2.1 million this year.", None),
        ("Our supplier's profit went from RMB 2.00 million to exactly 2.10 million.", None),
        ("Profit should go from RMB 2 million to exactly 2.1 million next year.", None),
        ("Sales went from RMB 2.00 million to exactly 2.10 million.", None),
    ],
)
def test_a_profit_that_grew_to_an_exact_sum(text: str, value: object) -> None:
    assert said(text, "profit_growth_pct") == value
