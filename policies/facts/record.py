"""The record of the last two years: `serious_dishonesty` stated, denied or left open.

A penalty that is small (a parking fine), older than two years, undone, or somebody else's leaves the matter open: which
penalties are serious is for an official to say.
"""

from __future__ import annotations

import re

from policies.facts import dates
from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge

_BAD = re.compile(
    r"失信(?:被执行人|人|企业|名单|记录|行为)?|黑名单|老赖|限制?高(?:消费|消)|限制消费|限高|被执行人|行政处罚|处罚|"
    r"罚单|裁罚|罚款|罚没|(?:被|挨|受)(?:[\u4e00-\u9fff]{0,8})?罚|"
    r"罚过|罚了|罚(?=[\d一二两三四五六七八九十])|违法|违规|违章|违纪|案底|污点|犯罪|判刑|获刑|刑事|被?立案|被查处|"
    r"查处|经营异常|异常名录|(?:偷|漏|逃|欠)税|"
    r"虚开|造假|串标|围标|骗补|骗取|诈骗|行贿|(?<!被)吊销|停业整顿|责令|通报批评|不良(?:信用)?记录|信用(?:有|"
    r"出)?(?:污点|问题)|征信(?:有|出了?)(?:问题|污点)|"
    r"(?<![a-z])(?:black[- ]?list\w*|fined|fines|(?:a|the|one|small|big|large|heavy|parking|"
    r"traffic) fine(?! (?:company|firm|team|product))|"
    r"penali[sz]ed|penalt(?:y|ies)(?! (?:interest|clause|rate))|sanction(?:s|ed)|convict\w*|guilty|bid[- ]rigging|"
    r"collusion|corrupt\w*|dishonest\w*|violat\w+|offen[cs]es?|"
    r"misconduct|infractions?|breach(?:es)?|prosecut\w+|tax (?:evasion|fraud|dodging)|evaded tax(?:es)?|fraud\w*|"
    r"brib\w+|illegal\w*|"
    r"law-?breaking|broke the law|judg(?:e)?ment debtors?|dishonest debtors?|abnormal operations?|wrongdoing|criminal|"
    r"credit problems|bad record|in trouble with|licen[cs]e (?:was )?(?:revoked|suspended)|shut down by|reprimand\w*|"
    r"punish(?:ed|ment)|disciplin(?:ed|ary))(?![a-z])"
)
_PRIVATE = re.compile(r"处罚|罚|违规|被罚|penalt|fine|(?:a|the|one) fine|breach|punish")
_CONTRACT = re.compile(
    r"合同|条款|货款|欠我们|拖欠|逾期|付款|客户罚|违约|发票|(?<![a-z])(?:contract|clause|late payment|invoice|owes?|"
    r"deposit|early repayment|waived|banks?|lender|interest|instal\w+|loan)(?![a-z])|罚息|免了|减免"
)
_SMALL = re.compile(
    r"停车|交通|超速|违停|闯红灯|违章|轻微|小额|小罚|警告|(?<![a-z])(?:parking|traffic|speeding|minor|small|petty|"
    r"tiny|warning|"
    r"library)(?![a-z])"
)
_UNDONE = re.compile(
    r"移出|移除|撤销|撤了|撤回|解除|修复|取消了|改判|洗清|平反|摘掉|消除|已经?(?:出来|整改)|不予处罚|免予处罚|"
    r"错(?:了|误)|误|乱(?=罚)|"
    r"(?<![a-z])(?:removed|lifted|overturned|revoked|withdrawn|quashed|annulled|cancelled|appeal|cleared|dropped|"
    r"taken off|"
    r"no longer|off the|got off|by mistake|acquitted|rehabilitated)(?![a-z])"
)


_NOT_FOUND = re.compile(
    r"(?:查不到|没查到|查无|查不出|未查到)(?:公司|我们|本公司)?的?(?:有过?)?(?:任何|什么|一[条点]|半[条点]|严重|重大){0,2}的?"
    r"(?:[^,。;]{0,6}[和及与或])?$"
)
"""Looked for and not there: that is a clean record, not a doubt."""


def find(page: Page) -> Findings:
    """Every mention of a bad record, judged where it stands."""
    for match in _BAD.finditer(page.text):
        index = page.index(match.start())
        words = page.words(index)
        if _CONTRACT.search(words) and _PRIVATE.match(match[0]) and "行政" not in words:
            continue
        if match[0] == "立案" and _SEATED.search(page.text, page.clauses[index].start, match.start()):
            continue
        standing = judge(page, match.start(), match.end())
        if standing is Standing.SUPPOSED:
            continue
        if _NOT_FOUND.search(page.text, page.clauses[index].start, match.start()) and not page.theirs(match.start()):
            yield Found("serious_dishonesty", False, match.start(), match.end(), 2)
            continue
        if standing is Standing.DENIED and match[0] == "欠税":
            continue  # no tax is owed: of penalties that says nothing
        value = standing.value_of
        if value and re.search(r"(?<![a-z])(?:suppliers?|customers?|clients?|friends?|buyers?|rivals?) of ours", words):
            value = None
        if value and _softened(page, index, words):
            value = None
        yield Found("serious_dishonesty", value, match.start(), match.end(), 2)


_SEATED = re.compile(r"(?<!被)(?:在|于)[\u4e00-\u9fff]{2,8}$")
"""公司在北京通州立案: as Taiwan says that a company is registered."""


def _softened(page: Page, index: int, words: str) -> bool:
    """Small, long ago, or undone: in this clause or, undone, anywhere in the sentence."""
    if re.search(r"不是我们|跟我们无关|与我们无关|(?<![a-z])(?:not us|used to|is over)(?![a-z])", page.sentence(index)):
        return True
    if _SMALL.search(words) or dates.LONG_AGO.search(words):
        return True
    old = any(int(moment.value[:4]) < page.as_of.year - 2 for moment in dates.find(words, page.as_of))
    return old or bool(_UNDONE.search(page.sentence(index)))
