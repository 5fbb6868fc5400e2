"""What is a follow-up and what is not: everyday phrases in three scripts, and the messages that they must not take."""

from __future__ import annotations

import pytest

from bot.followups import LAST, LONGEST, Followup, recognise

PHRASES = {
    "language en": """
        and in English?/in English please?/用英文说一遍/用英文說一遍/say it in English/
        can you say that again in English?/英文版/能用英语再说一遍吗/翻译成英文/翻譯成英文/
        English version please/the same in English/what about in English?/换成英文/那英文呢/
        please translate this into English/用英語講""",
    "language zh-Hans": """
        换成简体/換成簡體/用中文说一遍/and in Chinese?/in simplified Chinese please/用简体中文再说一遍/改成中文/
        说中文吧/简体版/can you explain it in Chinese""",
    "language zh-Hant": """
        換成繁體/换成繁体/用繁體中文/in traditional Chinese/in traditional Chinese please/繁體版/繁體呢/
        改用正體中文""",
    "why-not": """
        why not?/why not/but why not?/为什么不行/為什麼不行/为什么不符合/為什麼不符合條件/怎么不行/為何不能申請/
        凭什么不给/why are we not eligible?/why can't we apply?/why don't we qualify/what is missing?/
        what's the problem/哪里不符合/哪些条件不符合/哪個條件不符合/差在哪里/还缺什么/還缺什麼/还差什么/
        why isn't it possible/不行的原因是什么/那为什么我们不行呢/why is it expired/怎么就不符合了""",
    "papers": """
        what papers?/what papers do we need?/which documents are needed/要什么材料/要什麼材料/需要哪些材料/
        要准备什么材料/有哪些材料/需要什麼文件/申请要交哪些资料/材料清单/申請材料有哪些/
        what documents do I have to submit?/what paperwork/what do we need to bring?/要什么手续/
        list of documents/required documents/and the papers?/which forms are required""",
    "amount": """
        how much?/how much money/how much could we get/how much can we get at most?/多少钱/多少錢/能拿多少/
        能拿多少錢/最多能补多少/最多能補多少/一共能拿多少钱/总共多少/補貼多少/能补几万/what is the amount/
        what's the maximum?/what is the most we can get/how much would that be/金额是多少/补贴金额是多少/
        額度多少/how much is it worth""",
    "both": """
        can I have both/can I have both?/can we get all of them?/能一起拿吗/能一起拿嗎/可以同时享受吗/
        可以同時享受嗎/能叠加吗/能不能一起申请/两个都能拿吗/兩個都能拿嗎/can they be combined?/
        can these be combined/do they exclude each other/what excludes what/会冲突吗/冲突吗/are they cumulative/
        can we combine them/哪些不能一起拿/is it one or the other""",
    "deadline": """
        when is the deadline?/what is the deadline/deadline?/by when?/until when/截止什么时候/截止什麼時候/
        什么时候截止/什麼時候截止/截止日期是什么时候/截止日期/有效期到什么时候/最晚什么时候申请/申请期限多久/
        how long do we have/when does it end?/when can we apply?/is it still valid/is this still in force?/
        现在还有效吗/還有效嗎/几号截止""",
    "payer": """
        who pays/who pays?/who pays for it/who pays us/谁出钱/誰出錢/钱是谁给的/钱从哪里来/錢從哪裡來/
        哪个部门发/由谁发放/where does the money come from?/who decides/谁来审批/who gives the money/
        who funds this/who gets the money""",
    "where": """
        where do I go/where do we go?/where do we apply?/where to apply/去哪里申请/去哪裡申請/在哪儿办/
        找哪个部门办/怎么申请/怎麼申請/如何申请/申请流程/流程是什么/how do we apply?/how to apply/
        what are the steps/next steps/what next/找谁/下一步怎么办/接下来怎么办/who do we contact?/
        whom should I ask/联系电话""",
    "more": """
        more/any others?/anything else?/what else/还有吗/還有嗎/还有别的吗/还有其他的吗/其他的呢/
        show me the others/the rest/更多/看看其他的/別的呢""",
    "why": """
        why?/why this one/为什么/為什麼/什么条件/什麼條件/有哪些条件/what are the conditions?/conditions/
        依据是什么/on what grounds/are we eligible?/符合条件吗/do we qualify""",
    "detail": """
        tell me more/tell me more about it/details please/详细说说/詳細說說/具体说说/more details/explain/
        in detail/说详细点/展开说说/详情""",
    "restart": """
        start over/start again/let's start over/重新来/重新來/从头开始/從頭開始/重来/重新开始/换个问题/換個問題/
        restart/from the beginning/new question/another question/重新说一遍""",
}  # fmt: skip
MEANT = [(phrase.strip(), kind) for kind, phrases in PHRASES.items() for phrase in phrases.split("/") if phrase.strip()]


def test_there_are_enough() -> None:
    assert len(MEANT) > 150


@pytest.mark.parametrize(("phrase", "meant"), MEANT)
def test_a_followup(phrase: str, meant: str) -> None:
    found = recognise(phrase)
    assert found is not None
    kind, _, language = meant.partition(" ")
    assert (found.kind, found.language, found.number, found.bare) == (kind, language, None, False)


@pytest.mark.parametrize(
    ("phrase", "kind", "number"),
    [
        ("why not the second one?", "why-not", 2), ("why not no. 3", "why-not", 3),
        ("第二条为什么不行", "why-not", 2), ("為什麼第三個不行", "why-not", 3), ("papers for no. 2", "papers", 2),
        ("what papers for the first one?", "papers", 1), ("第1条要什么材料", "papers", 1),
        ("第二條要什麼材料", "papers", 2), ("3号要哪些材料", "papers", 3), ("第二条详细说说", "detail", 2),
        ("第二條詳細說說", "detail", 2), ("tell me more about 2", "detail", 2),
        ("tell me more about the third", "detail", 3), ("the second one", "detail", 2), ("第二条", "detail", 2),
        ("第三个呢", "detail", 3), ("what about no. 2?", "detail", 2), ("show me number 4", "detail", 4),
        ("看看第二条", "detail", 2), ("第二十三条", "detail", 23), ("第十条", "detail", 10),
        ("how much is no. 2", "amount", 2), ("第二条能拿多少", "amount", 2),
        ("deadline for the 2nd", "deadline", 2), ("第一条什么时候截止", "deadline", 1),
        ("第二条谁出钱", "payer", 2), ("第二条去哪里申请", "where", 2),
        ("how do we apply for number 2", "where", 2), ("why the second one", "why", 2),
        ("the last one", "detail", LAST), ("最后一条要什么材料", "papers", LAST),
    ],
)  # fmt: skip
def test_a_followup_about_one_article(phrase: str, kind: str, number: int) -> None:
    assert recognise(phrase) == Followup(kind, number)


@pytest.mark.parametrize("phrase", ["2", " 2 ", "#2", "2.", "２"])
def test_a_figure_may_answer_a_question_first(phrase: str) -> None:
    assert recognise(phrase) == Followup("detail", 2, bare=True)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("why not nx-techfin-2021/2?", "why-not"),
        ("nx-techfin-2021/2要什么材料", "papers"),
        ("tell me more about nx-techfin-2021/2", "detail"),
    ],
)
def test_an_article_named_by_its_id(phrase: str, kind: str) -> None:
    assert recognise(phrase) == Followup(kind, None, "nx-techfin-2021/2")


@pytest.mark.parametrize(
    "phrase", ["can we have 1 and 2 together?", "第一条和第二条能一起拿吗", "can I get no. 1 and no. 3"]
)
def test_two_articles_at_once(phrase: str) -> None:
    found = recognise(phrase)
    assert found is not None
    assert (found.kind, found.number) == ("both", None)


@pytest.mark.parametrize(
    ("phrase", "subject"),
    [
        ("那保险呢", "保险"), ("那保險呢？", "保險"), ("保险呢", "保险"), ("what about guarantees?", "guarantees"),
        ("how about insurance", "insurance"), ("and insurance?", "insurance"), ("what about the taxes?", "taxes"),
        ("那担保方面有吗", "担保"), ("税费方面呢", "税费"), ("那上市的呢", "上市"), ("anything on exports?", "exports"),
        ("is there anything for training?", "training"), ("关于人才呢", "人才"), ("那專利這塊呢", "專利"),
        ("what about software", "software"), ("那贷款怎么样", "贷款"),
    ],
)  # fmt: skip
def test_another_subject(phrase: str, subject: str) -> None:
    assert recognise(phrase) == Followup("topic", subject=subject)


STRANGERS = """
    是/不是/不知道/有/没有/yes/no/I don't know/120人/5%/去年9月25日/25 Sep 2025/小型/微型/500万/
    我们在银川做软件/银川/Yinchuan/20 people, bakery in Beijing, first bank loan/我们搬到石嘴山了/
    we now have 90 people/其实去年营收是6000万/corrected: patents 12/R-0001/R-0001 为什么不行/
    why was R-0001 rejected/确认R-0001 62万/R-0002要什么材料呢谢谢经理/what papers does R-0001 need/
    Helan Water owes us 800k/贺兰水务欠我们80万/他们为什么不付款/why don't they pay/how much do they owe us/
    他们欠我们多少钱/收到了/approve/同意/批准/thanks/谢谢/你好/hello/取消/cancel/都可以/都/全部/all/both/同时/
    一起/how much is late interest on an invoice in Beijing/专利质押贷款能补多少利息/银川有什么补贴/补贴/保险/
    insurance/贷款/想申请补贴要什么条件才可以/我们想贷款，需要什么材料，去哪里办/
    what support is there for exporters in Suzhou/今天天气怎么样/明天呢/你呢/我们呢/what about us?/
    what about you/那你呢/what about it?/and you?/还没呢/忙着呢/有没有/还有/为什么银行不给我们贷款/
    why do banks refuse us/where is the first-loan centre/第一次贷款/第一家分公司/one employee/2 people/
    12 patents/3 million/two years/second loan from a bank/我们有两个专利/第二产业/和客户一起开发/多少人/
    多少人算小微企业/http://example.com/……/???/😀/what is a factoring contract/
    R-0001: confirm 620k, 180k short delivery/都不行/不行
"""


@pytest.mark.parametrize("phrase", [each.strip() for each in STRANGERS.split("/") if each.strip()])
def test_what_is_no_followup(phrase: str) -> None:
    found = recognise(phrase)
    if "R-0" in phrase:  # the chat looks for a receivable's number before
        assert found is None or found.kind != "restart"
    else:
        assert found is None


@pytest.mark.parametrize("phrase", ["", " ", "?", "\u200b", "为什么不行" * 40, "why not " * 30])
def test_nothing_and_too_much(phrase: str) -> None:
    assert recognise(phrase) is None


def test_a_followup_is_short() -> None:
    assert recognise("那" + "很" * LONGEST + "呢") is None


@pytest.mark.parametrize(
    "words",
    [
        "需要",
        "应该",
        "it ",
        "that ",
        "补贴",
        "能可以",
        "is it ",
        "how much is it ",
        "再说",
        "the list ",
        "第一条",
        "no. 1 ",
    ],
)
def test_a_line_that_repeats_itself_is_soon_read(words: str) -> None:
    for ending in ("", "x", "吗", "材料?", " for it"):
        recognise((words * LONGEST)[: LONGEST - len(ending)] + ending)
        recognise(f"what {words * 20}"[:LONGEST])
