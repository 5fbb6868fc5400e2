"""What applicants declare and how a loan was taken; what a text raises and leaves open."""

from datetime import date

import pytest

from policies.facts import doubts, extract

AS_OF = date(2022, 8, 25)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("没有违法失信记录。", "serious_dishonesty", False),
        ("近兩年沒有嚴重失信或違規。", "serious_dishonesty", False),
        ("There were no violations and no blacklisting.", "serious_dishonesty", False),
        ("We have never been fined.", "serious_dishonesty", False),
        ("去年被列入失信名单。", "serious_dishonesty", True),
        ("We were blacklisted last year.", "serious_dishonesty", True),
        ("贷款按时还，没有逾期。", "loan_overdue", False),
        ("The loan is current and repayments are up to date.", "loan_overdue", False),
        ("We missed a repayment on the loan in May.", "loan_overdue", True),
        ("贷款已经逾期两个月。", "loan_overdue", True),
        ("贷款已按期还清。", "loan_repaid", True),
        ("没有拿过自治区其他补贴。", "other_regional_funding", False),
        ("We have had no other regional support.", "other_regional_funding", False),
        ("另外已经拿了自治区工信厅的专项资金。", "other_regional_funding", True),
        ("贷款是在合作银行办的。", "partner_institution", True),
        ("The lender is a bank on the partner list.", "partner_institution", True),
        ("放款行不是合作机构。", "partner_institution", False),
        ("我们是独立法人。", "legal_person", True),
        ("我們是有限公司。", "legal_person", True),
        ("It is a limited company.", "legal_person", True),
        ("我只是个体工商户。", "legal_person", False),
        ("通过委托贷款借了300万。", "loan_kind", "entrusted"),
        ("贷款是小贷公司给的。", "loan_kind", "non-bank"),
        ("我以个人名义贷了50万。", "loan_kind", "personal"),
        ("向工行贷款200万。", "loan_kind", "bank"),
        ("拿专利质押贷了500万。", "loan_security", "ip"),
        ("We pledged our receivables for the loan.", "loan_security", "receivable"),
        ("股權質押借款一千萬。", "loan_security", "equity"),
        ("贷款没有任何抵押。", "loan_security", "none"),
        ("去年9月25日贷款500万。", "loan_date", "2021-09-25"),
        ("In July 2021 we borrowed 3 million.", "loan_date", "2021-07"),
        ("贷款期限两年。", "loan_term_days", 720),
        ("Our team won second prize at the Ningxia innovation competition.", "contest_winner", True),
        ("去年创新创业大赛获奖。", "contest_winner", True),
        ("首次向银行贷款。", "first_loan", True),
        ("没有上市。", "listed", False),
        ("按国家标准是小型企业。", "size", "small"),
        ("区教育局欠我们80万。", "payer_kind", "department"),
        ("公立医院拖欠货款30万。", "payer_kind", "institution"),
        ("某央企欠我们500万。", "payer_state_owned", True),
        ("A state-owned builder owes us 2 million.", "payer_state_owned", True),
    ],
)
def test_declarations_and_loans(text: str, name: str, value: object) -> None:
    assert {f.name: f.value for f in extract(text, AS_OF)}.get(name) == value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("以前的会计可能拿过别的补贴，材料找不到了。", "other_regional_funding"),
        ("We may have had another grant from the region; I cannot find the papers.", "other_regional_funding"),
        ("不清楚放款银行是不是合作机构。", "partner_institution"),
        ("I have no idea whether the bank is on the partner list.", "partner_institution"),
    ],
)
def test_what_is_left_open_is_doubted_not_stated(text: str, name: str) -> None:
    assert name not in {f.name for f in extract(text, AS_OF)}
    assert [(d.name, d.value) for d in doubts(text, AS_OF) if d.name == name] == [(name, None)]
