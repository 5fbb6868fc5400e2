"""Bills told right after what was billed, others' standing told beside ours, and single phrases."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import stated

said = partial(stated, as_of=date(2022, 11, 3))


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (
            "A friend's company got the software free because it is a Haifan enterprise. We are a small firm "
            "in Haidian and not a Haifan enterprise.",
            "haifan_enterprise",
            False,
        ),
        (
            "A neighbour's firm pays nothing, since it was picked for the Haifan plan. We are not in that plan.",
            "haifan_enterprise",
            False,
        ),
        (
            "My cousin's company got a rebate because it is a certified high-tech enterprise. We are not certified.",
            "high_tech_certified",
            False,
        ),
        (
            "A competitor received the grant because it had been chosen as a gazelle enterprise. We are not one.",
            "gazelle",
            None,
        ),
        (
            "One of our customers is a certified high-tech enterprise; it moved here in 2020. We have 64 staff.",
            "high_tech_certified",
            None,
        ),
        ("朋友的公司是海帆企业，软件免费。我们不在海帆计划里。", "haifan_enterprise", False),
        ("隔壁公司因为入选海帆计划，所以软件不要钱。我们没入选。", "haifan_enterprise", False),
        ("朋友公司用软件不花钱，因为它入选了海帆计划。", "haifan_enterprise", None),
        (
            "Our firm had itself rated by a partner agency in April. The grade is A and the invoice came to "
            "RMB 15,000.",
            "rating_fee_cny",
            15000,
        ),
        ("We were rated BBB by an agency in May; that set us back 12,000 yuan.", "rating_fee_cny", 12000),
        ("An agency rated the company in March. The bill was RMB 9,800.", "rating_fee_cny", 9800),
        ("The company got itself rated in June, grade A. We were charged RMB 11,000.", "rating_fee_cny", 11000),
        ("We had our creditworthiness looked at by an agency. It cost us 8,000 yuan in all.", "rating_fee_cny", 8000),
        ("We pulled three credit reports this year. The invoice came to RMB 3,000.", "credit_report_fee_cny", 3000),
        (
            "Before the pledge loan a partner appraiser valued our patents. The invoice came to RMB 46,000.",
            "valuation_fee_cny",
            46000,
        ),
        ("We had two patents valued for the pledge loan. That set us back RMB 38,000.", "valuation_fee_cny", 38000),
        (
            "A guarantee company stood behind our bank loan of RMB 5 million. We were charged RMB 60,000.",
            "guarantee_fee_cny",
            60000,
        ),
        ("A partner guarantor vouched for our loan; the bill was RMB 64,000.", "guarantee_fee_cny", 64000),
        (
            "We rented a 100M line for the office. The invoices came to RMB 24,000 this year.",
            "bandwidth_fee_cny",
            24000,
        ),
        ("今年四月请评级机构评了级，等级BB，开票1.5万。", "rating_fee_cny", 15000),
        ("公司做了资信评级，评级机构收了我们8000元。", "rating_fee_cny", 8000),
        ("請評估公司鑑價三項專利做質押，花了4萬6。", "valuation_fee_cny", 46000),
        ("合作担保公司给我们贷款做了担保，开了6.4万的发票。", "guarantee_fee_cny", 64000),
        ("去年查了几份企业征信报告，一共花了3000块。", "credit_report_fee_cny", 3000),
        ("公司拉了专线，全年账单2.4万。", "bandwidth_fee_cny", 24000),
        ("评级做完，BBB，机构收了咱们九千八。", "rating_fee_cny", 9800),
        (
            "Our firm had itself rated in April. We then bought a machine; the invoice came to RMB 150,000.",
            "rating_fee_cny",
            None,
        ),
        ("We plan to be rated; the bill would be RMB 15,000.", "rating_fee_cny", None),
        ("A friend's firm had itself rated. The invoice came to RMB 15,000.", "rating_fee_cny", None),
        ("Our customer had itself rated, and we were told that the bill was 15,000 yuan.", "rating_fee_cny", None),
        ("评级机构报价1.5万，我们还没做。", "rating_fee_cny", None),
        ("担保费15万，发票也是15万。", "guarantee_fee_cny", 150000),
        ("Our sales grew 8% and we have behaved ourselves.", "serious_dishonesty", False),
        ("The company has kept its nose clean.", "serious_dishonesty", False),
        ("We have behaved well these years.", "serious_dishonesty", False),
        ("The machines have behaved themselves.", "serious_dishonesty", None),
        ("We are a Kunshan company in the zone's leading semiconductor branch.", "leading_industry", True),
        ("We work in Kunshan's leading chip industry.", "leading_industry", True),
        ("We belong to the leading new-materials sector of the zone.", "leading_industry", True),
        ("Ours is one of the zone's leading branches, biomedicine.", "leading_industry", True),
        ("We are one of the leading semiconductor firms of the zone.", "leading_industry", None),
        ("We are not in any of the zone's leading branches.", "leading_industry", False),
        (
            "We would like RMB 5 million from the angel fund at a valuation of 20 million before the investment.",
            "fund_stake_pct",
            20,
        ),
        (
            "We want RMB 4 million from the angel fund, the company being valued at RMB 16 million before the "
            "money comes in.",
            "fund_stake_pct",
            20,
        ),
        (
            "We ask the angel fund for RMB 3 million on a valuation of RMB 15 million after the investment.",
            "fund_stake_pct",
            20,
        ),
        ("想请天使基金投500万，投资前估值2000万。", "fund_stake_pct", 20),
        ("想請天使基金投500萬，增資前公司估值2000萬。", "fund_stake_pct", 20),
        ("We want RMB 5 million from the angel fund. Our last valuation was RMB 20 million.", "fund_stake_pct", None),
        ("拿三项专利去合作银行做质押贷款之前，请合作名单里的评估公司估了价。", "partner_institution", True),
        ("去合作银行办贷款之前，先付了评估费。贷款已经放了。", "partner_institution", True),
        ("在向合作銀行申請質押貸款前，我們請合作的評估機構鑑價，評估費5萬，款已撥下。", "partner_institution", True),
        ("想去合作银行做质押贷款，还没去。", "partner_institution", None),
        (
            "Before borrowing from a partner bank against three patents, we had them valued by a partner appraiser.",
            "partner_institution",
            True,
        ),
    ],
)
def test_what_a_phrase_tells(text: str, name: str, value: object) -> None:
    assert said(text, name) == value
