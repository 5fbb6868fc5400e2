"""Shares spent on development, fees that were paid, heads of today, seats that were left, figures of a debtor, titles
longed for, prizes without a year, and the enterprise under the name of its workshop."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

said = partial(stated, as_of=date(2022, 11, 14))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It spent 3.1% of last year's turnover on development and has not been punished.", 3.1),
        ("We put 2.4% of turnover into product development.", 2.4),
        ("Last year 5% of our sales went on developing new products.", 5),
        ("We spent four percent of revenue on R&D.", 4),
        ("Our development costs were 6.5% of turnover.", 6.5),
        ("Development eats up 7 per cent of what we turn over.", 7),
        ("Of our turnover, 2.8% was spent on research.", 2.8),
        ("We invested 3% of annual sales in developing our own machines.", 3),
        ("The company ploughs 3.5% of its revenue back into research and development.", 3.5),
        ("Roughly speaking, development took 8% of turnover last year.", 8),
        ("It used 2.2% of last year's sales revenue for development.", 2.2),
        ("开发投入占营业额3.3%。", 3.3),
        ("去年营收的4%花在研发上。", 4),
        ("我们把去年收入的4.5%投到新产品开发。", 4.5),
        ("去年營業額有5.2%用在開發上。", 5.2),
        ("營收裡6%拿去做研發。", 6),
        ("We spent 3.1% of turnover on advertising.", None),
        ("We spent 3% of last year's turnover on business development.", None),
        ("Our customer spent 3.1% of its turnover on development.", None),
        ("If we spent 3.1% of turnover on development, would that do?", None),
        ("前年研发费用占收入才3%，去年提到了5.5%。", 5.5),
        ("R&D was 4% of revenue in the year before last and rose to 6% last year.", 6),
        ("研发占比从4%提高到6%。", 6),
        ("前年研發佔營收4%，去年拉到6%。", 6),
        ("2020年研发投入占比5%，2021年升到7%。", 7),
        ("R&D fell from 5% of revenue to 3% last year.", 3),
        ("研發占比前年只有2.9%，去年達到4.8%。", 4.8),
        ("营业额的3%花在广告上。", None),
        ("We plan to raise R&D from 4% of revenue to 6% next year.", None),
        ("R&D staff rose from 5% to 9%; we spent 4% of turnover on R&D.", 4),
    ],
)
def test_a_share_of_the_sales_that_went_into_development(text: str, value: object) -> None:
    assert said(text, "rnd_ratio_pct") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Headcount was 95 the year before last and 80 last year; today we have 73 employees.", 73),
        ("We were 95 the year before last, 80 last year, today 73 people.", 73),
        ("95 the year before last, 80 last year, today 73: our headcount.", 73),
        ("Staff: 25 in 2020, 31 in 2021, 40 now.", 40),
        ("We had 95 employees two years ago and 80 a year ago; now there are 73 of us.", 73),
        ("员工前年95人，去年80人，今年73人。", 73),
        ("人数前年95，去年80，现在73。", 73),
        ("員工人數前年95人、去年80人、目前73人。", 73),
        ("We used to have 90 workers, last year it was 75, and these days 60.", 60),
        ("原来90个人，去年75个，如今只剩60个。", 60),
        ("A customer owes us RMB 1 million. It employs 4,000 people itself.", None),
        ("Last year we sold 25 machines; today we have 40 employees.", 40),
        ("The customer had 95 employees last year and has 73 now.", None),
    ],
)
def test_heads_of_today_beside_those_of_former_years(text: str, value: object) -> None:
    assert said(text, "employees") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("去年營收沒有成長，跟前年一樣是兩千一百萬。", 0),
        ("去年营业收入跟前年一样，都是2100万元。", 0),
        ("Last year's revenue didn't grow; it was RMB 21 million, the same as the year before.", 0),
        ("營收去年零成長。", 0),
        ("去年营收没增长也没下降，和前年持平。", 0),
        ("我們去年的營業額與前年相同。", 0),
        ("去年营收没有增长，反而下滑了。", None),
    ],
)
def test_sales_like_those_of_the_year_before(text: str, value: object) -> None:
    assert said(text, "revenue_growth_pct") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("去年營收沒有成長，跟前年一樣是兩千一百萬。", 21_000_000),
        ("去年营业收入跟前年一样，都是2100万元。", 21_000_000),
        ("营收前年2500万，去年2000万。", 20_000_000),
        ("營業額前年兩千五百萬，去年兩千萬。", 20_000_000),
        (
            "A customer owes us RMB 1.25 million and is now 130 days past due. "
            "Its own revenue is 3 billion, so it can't be short of money.",
            None,
        ),
        ("客戶欠我們四百五十萬貨款不付，已經逾期九十五天。客戶自己去年營收二十億。", None),
        ("Our debtor owes us 2 million. Its own turnover last year was 5 billion.", None),
        ("A buyer hasn't paid RMB 900,000. They themselves turned over 2 billion last year.", None),
        ("The customer that won't pay us had sales of RMB 4 billion itself last year.", None),
        ("有个客户欠款300万，他们自己一年营收十几个亿。", None),
        ("欠款的甲方自己年收入30亿，却不付钱。", None),
        ("对方自己去年营业额8亿，就是不付我们的钱。", None),
        ("The debtor's own revenue is 3 billion.", None),
        ("客户本身营收20亿，欠我们50万不还。", None),
        ("A customer owes us RMB 1 million. Our own revenue is RMB 8 million.", 8_000_000),
        ("客户欠我们100万，我们自己去年营收800万。", 8_000_000),
        ("My workshop lives on its own revenue of RMB 8 million a year.", 8_000_000),
        ("We sell to farms. Its own brand brings our firm revenue of RMB 5 million.", 5_000_000),
    ],
)
def test_sales_of_ours_and_of_a_debtor(text: str, value: object) -> None:
    assert said(text, "annual_revenue_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The loan is in the workshop's name, from a partner bank.", False),
        ("The borrower is my workshop and the loan is in the firm's name.", False),
        ("贷款是以作坊的名义借的，合作银行放的。", False),
        ("貸款用工坊的名字借的。", False),
        ("The bank lent to the workshop itself, not to me.", False),
        ("The loan contract carries the workshop's stamp, it is in the business's name.", False),
        ("The loan runs in the name of our studio.", False),
        ("The loan is in my name, not the workshop's.", True),
        ("The loan is in my wife's name.", True),
        ("贷款是用我个人名义借的，不是工厂的。", True),
        ("The loan is in the owner's name.", True),
        ("The loan is in my husband's name, not the firm's.", True),
    ],
)
def test_the_enterprise_borrows_under_its_name(text: str, value: object) -> None:
    assert said(text, "owner_borrowed") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("My late father did the registration. The firm is in Ningxia.", None),
        ("My late father founded it. The loan was always paid punctually.", False),
        ("My late mother ran the books; every instalment was paid on time.", False),
        ("The loan was always paid punctually; the late founder signed it.", False),
        ("The loan was late twice.", True),
    ],
)
def test_who_is_late_is_dead(text: str, value: object) -> None:
    assert said(text, "loan_overdue") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "I prepare the file of a limited company in Yinchuan, high-tech enterprise, "
            "with 2022 sales 13% over 2021 and no misconduct.",
            False,
        ),
        ("As accountant I file for a limited company with a clean record and no misconduct.", False),
        ("My client, a company limited in Yinchuan, has no misconduct on file.", False),
        ("I do the papers for a client: limited company, sales up 12%, no misconduct of any kind.", False),
        ("No misconduct, no penalties, limited company in Zhongwei.", False),
        ("The firm whose application I am drafting has no violations on record.", False),
        ("For a client of mine I am preparing the application; it grew 13% with no wrongdoing.", False),
        ("我帮一家银川的有限公司准备材料，营收增长13%，没有违规。", False),
        ("代客戶備件：有限公司，銀川，無不良紀錄。", False),
        ("我是会计，替一家有限公司报材料，该公司近两年没有失信。", False),
        ("It grew by 13% without any misconduct.", False),
        ("As consultant I prepare a file; whether there was misconduct I do not know.", OPEN),
        ("The client says there was no misconduct, but I have not checked.", OPEN),
        ("I cannot say whether my client has any misconduct on file.", OPEN),
        ("It was late no more than once; over two years there may have been misconduct.", OPEN),
    ],
)
def test_no_misconduct_of_a_client(text: str, value: object) -> None:
    assert said(text, "serious_dishonesty") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("前些年在宁夏创新创业大赛得过三等奖，奖杯上没刻年份，经办人也走了。", OPEN),
        ("宁夏创新创业大赛拿过奖，哪年记不清了。", OPEN),
        ("We won a prize in the Ningxia innovation and startup contest, but nobody remembers which year.", OPEN),
        ("We won third prize at the Ningxia startup contest some years ago; the cup has no date.", OPEN),
        ("We once won a prize in the Ningxia innovation contest; the certificate shows no year.", OPEN),
        ("The prize from the Ningxia startup contest hangs on the wall, undated.", OPEN),
        ("寧夏創新創業大賽得過二等獎，獎狀上沒寫年份。", OPEN),
        ("得過寧夏創新創業大賽的獎，是哪一年已經沒人記得。", OPEN),
        ("宁夏创新创业大赛二等奖，证书丢了，年份查不到。", OPEN),
        ("早几年在宁夏创新创业大赛得过奖，具体哪年说不准。", OPEN),
        ("We did win at the Ningxia innovation and startup contest at some point, could be 2019, could be 2021.", OPEN),
        ("前几年宁夏创新创业大赛得过优胜奖，年份不详。", OPEN),
        ("2019年在宁夏创新创业大赛拿过一等奖。", False),
        ("We won first prize at the Ningxia innovation and startup contest in 2018.", False),
        ("五年前拿过宁夏创新创业大赛的奖。", False),
        ("去年在宁夏创新创业大赛得了三等奖，奖杯上没刻年份。", True),
        ("2021年宁夏创新创业大赛二等奖，奖杯丢了。", True),
        ("We won third prize at the Ningxia startup contest last year; the cup bears no date.", True),
    ],
)
def test_a_prize_without_a_year_stays_open(text: str, value: object) -> None:
    assert said(text, "contest_winner") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("付給合作擔保公司的擔保費原本報價15萬，最後實付12萬5千元", 125_000),
        ("担保费报价15万，实际付了12.5万。", 125_000),
        ("The guarantee company quoted a fee of RMB 120,000; in the end we paid RMB 90,000.", 90_000),
        ("The guarantee fee was quoted at RMB 120,000 but we paid only RMB 90,000.", 90_000),
        ("They first asked RMB 120,000 as guarantee fee and settled for RMB 90,000.", 90_000),
        ("We paid a guarantee fee of RMB 90,000, down from the RMB 120,000 quoted.", 90_000),
        ("Guarantee fee: list price RMB 120,000, actually paid RMB 90,000.", 90_000),
        ("担保费开价10万，砍到8万，已付。", 80_000),
        ("擔保費本來要收10萬，談到8萬，付清了。", 80_000),
        ("担保费合同上写的是10万，打折后实收8万。", 80_000),
        ("担保费原价10万，优惠后付了8万元。", 80_000),
        ("The guarantee company charged us RMB 60,000, which we paid.", 60_000),
        ("担保费报了8万，我们嫌贵，最后实付5万。", 50_000),
    ],
)
def test_the_fee_that_was_paid_not_the_one_quoted(text: str, value: object) -> None:
    assert said(text, "guarantee_fee_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The patent valuation was quoted at RMB 45,000; the invoice we paid was RMB 30,000.", 30_000),
        ("专利评估费报价4.5万，实付3万。", 30_000),
        ("評估費對方開價4萬5，殺價後實付3萬元。", 30_000),
    ],
)
def test_the_valuation_that_was_paid(text: str, value: object) -> None:
    assert said(text, "valuation_fee_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We're a contractor. Until 2021 our seat was in Wuhu; now it is in Hefei.", "CN-34/hefei"),
        ("Our seat was in Wuhu until last year and is now in Hefei.", "CN-34/hefei"),
        ("Registered in Wuhu till 2021, in Hefei since.", "CN-34/hefei"),
        ("注册地原来在芜湖，2021年以后迁到合肥。", "CN-34/hefei"),
        ("以前设在芜湖，现在在合肥。", "CN-34/hefei"),
        ("公司原先註冊在蕪湖，去年搬到合肥了。", "CN-34/hefei"),
        ("For ten years our office sat in Wuhu; these days it's in Hefei.", "CN-34/hefei"),
        ("The company used to be at home in Wuhu. Since 2021 it is in Hefei.", "CN-34/hefei"),
        ("总部在上海的那家是我们的客户，我们自己在宁波，做机器人的。", "CN-33/ningbo"),
        ("在上海的那家公司是我们的供应商，我们在宁波。", "CN-33/ningbo"),
        ("Our customer is the one in Shanghai; we ourselves are in Ningbo.", "CN-33/ningbo"),
        ("The firm with its headquarters in Shanghai is our customer; we're in Ningbo.", "CN-33/ningbo"),
        ("總部設在上海的那間是我們客戶，我們自己在寧波。", "CN-33/ningbo"),
        ("Our customer moved to Hefei; we are in Wuhu.", "CN-34/wuhu"),
        ("We have been in Wuhu until today.", "CN-34/wuhu"),
    ],
)
def test_a_seat_that_was_left_and_one_that_is_anothers(text: str, value: object) -> None:
    assert said(text, "region") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We'd love to be a technology little giant one day, but we aren't one.", False),
        ("We would like to be a little giant, but so far we are not.", False),
        ("想成为小巨人，可惜不是。", False),
        ("很想拿小巨人，可惜還不是。", False),
        ("Our sister firm is a little giant, we are not.", False),
    ],
)
def test_a_title_longed_for_and_denied(text: str, value: object) -> None:
    assert said(text, "little_giant") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We'd love to be a certified high-tech enterprise but aren't one.", False),
        ("我们很想当高新技术企业，但还不是。", False),
        ("Our parent in Shanghai is a certified high-tech enterprise; we ourselves are not.", False),
        ("Our parent is a high-tech enterprise, but we are not one ourselves.", False),
        ("母公司是高新技术企业，我们自己不是。", False),
        ("母公司有高企證書，我們自己沒有。", False),
        ("The mother company holds the high-tech certificate; we don't.", False),
        ("We are a certified high-tech enterprise; our parent is not.", True),
    ],
)
def test_a_title_that_is_a_parents(text: str, value: object) -> None:
    assert said(text, "high_tech_certified") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We do not have a single patent.", 0),
        ("Not a single patent is ours.", 0),
        ("We haven't got one patent to our name.", 0),
        ("No patents whatsoever.", 0),
        ("We don't own any patents.", 0),
        ("一件专利也没有。", 0),
        ("我們一項專利都沒有。", 0),
        ("专利我们一个都没有", 0),
        ("Our competitor does not have a single patent.", None),
    ],
)
def test_no_patent_at_all(text: str, value: object) -> None:
    assert said(text, "patents") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We write payroll software in Nanjing.", "software"),
        ("We program accounting software.", "software"),
        ("We make apps for hospitals.", "software"),
        ("We're a construction contractor set up in June 2012.", "construction"),
        ("We are building contractors.", "construction"),
        ("We put up houses as a contractor in Hefei.", "construction"),
        ("Drug maker in Wuzhong, Ningxia.", "pharmaceuticals"),
        ("Pharmaceutical manufacturer in Wuzhong.", "pharmaceuticals"),
        ("We make medicines.", "pharmaceuticals"),
        ("A small drugmaker from Ningxia asks.", "pharmaceuticals"),
        ("We produce generic drugs in Wuzhong.", "pharmaceuticals"),
        ("Our customer is a drug maker; are we covered?", None),
        ("We bought payroll software last year.", None),
    ],
)
def test_a_line_of_business(text: str, value: object) -> None:
    assert said(text, "industry") == value
