"""Questions where to go: 首贷中心在哪, “where is the first-loan centre”; and for one's checklists. Pure."""

from __future__ import annotations

import re
import unicodedata

LONGEST = {"en": 90, "zh": 32}
_KINDS: tuple[tuple[str, str], ...] = (
    ("first-loan", r"首贷|首貸|first[- ]?loans?"),
    ("renewal-loan", r"续贷|續貸|renewal[- ]loans?|loan renewals?|renew(?:ing)? (?:a|my|our|the) loans?"),
    (
        "confirmation-financing",
        r"确权(?:融资|中心)|確權(?:融資|中心)|供应链债权|供應鏈債權|应收账款融资(?:中心|平台|服务平台)|"
        r"應收帳款融資(?:中心|平台|服務平台)|confirmation[- ]financing|"
        r"receivables? financ(?:e|ing) (?:centre|center|platform)s?",
    ),
    (
        "credit-platform",
        r"信易贷|信易貸|银企对接|銀企對接|(?:融资|金融)(?:综合)?服务平台|(?:融資|金融)(?:綜合)?服務平台|"
        r"(?:credit|financ(?:e|ing)) platforms?|bank[- ]enterprise matching",
    ),
    (
        "service-platform",
        r"公共服务平台|公共服務平台|中小企业服务(?:平台|中心)|中小企業服務(?:平台|中心)|规模自测|規模自測|"
        r"(?:public )?service platforms?|sme service (?:centre|center)s?|size self-test",
    ),
    (
        "service-station",
        r"科技局|科技部门|科技部門|科技厅|科技廳|指导站|指導站|服务站|服務站|"
        r"science (?:office|bureau)s?|service stations?",
    ),
    (
        "ip-centre",
        r"知识产权|知識產權|智慧財產|专利|專利|商标|商標|维权中心|維權中心|\bip\b|"
        r"intellectual[- ]property|patents?|trademarks?",
    ),
    ("complaints", r"投诉|投訴|申诉|申訴|举报|舉報|complain(?:ts?|ing)?"),
    (
        "fund",
        r"引导基金|引導基金|天使基金|天使投资|天使投資|发展基金|發展基金|guidance funds?|angel (?:fund|invest\w+)s?",
    ),
    ("incubator", r"孵化|育成|創業基地|创业基地|incubators?"),
    ("exhibition", r"博览会|博覽會|展会|展會|exhibitions?|trade fairs?"),
    ("mediation", r"调解|調解|mediat(?:ion|or)s?"),
    ("market", r"股权市场|股權市場|专精特新板|專精特新板|equity markets?"),
    ("training", r"培训|培訓|training"),
    ("abroad", r"出海|海外服务|海外服務|跨境支援|overseas|abroad"),
)
_WHERE_ZH = re.compile(
    r"在(?:哪|什么地方|什麼地方)|(?:去|到|上)(?:哪|什么地方|什麼地方)|哪里|哪裡|哪儿|哪兒|(?:找|向|跟|和|问|問)(?:谁|誰)|"
    r"找哪|地址|怎么走|怎麼走|哪个(?:部门|单位|平台|机构)|哪個(?:部門|單位|平台|機構)"
)
_WHERE_EN = re.compile(
    r"^(?:(?:hi|hello|so|and|please|ok)[ ,]+)*(?:(?:please )?(?:can you |could you )?(?:tell me|show me|do you know) )?"
    r"(?:where|which (?:office|centre|center|platform|department)|"
    r"who(?:m)? (?:do|should|can|could|must|handles|is|to)|what is the address)\b"
)
_MONEY_MATTERS = re.compile(
    r"贷款|貸款|质押|質押|补贴|補貼|补助|補助|贴息|貼息|奖励|獎勵|\bloans?\b|\bpledg|subsid|grants?\b"
)
_LISTS = frozenset({
    "我的清单", "我的申请清单", "申请清单", "看清单", "清单", "我的清單", "我的申請清單", "申請清單", "看清單", "清單",
    "my checklists", "my checklist", "checklists", "checklist", "show my checklists", "my applications",
})  # fmt: skip


def asked(words: str) -> str | None:
    """The kind of office that a question asks the way to; None if it is no such question.

    It is one clause without figures; a question about money for patents is not one about the office for patents.
    """
    line = _plain(words)
    longest = LONGEST["en" if line.isascii() else "zh"]
    if len(line) > longest or re.search(r"\d", line):
        return None
    for clause in re.split(r"[,;，；。]", line):
        kind = kind_in(clause)
        if kind == "ip-centre" and _MONEY_MATTERS.search(clause):
            continue
        if kind is not None and (_WHERE_ZH.search(clause) or _WHERE_EN.search(clause.strip())):
            return kind
    return None


def kind_in(words: str) -> str | None:
    """The kind of office that words name, as the corpus calls it."""
    line = _plain(words)
    return next((kind for kind, pattern in _KINDS if re.search(pattern, line)), None)


def lists(words: str) -> bool:
    """Whether somebody asks for their checklists and nothing else."""
    return _plain(words).strip(" .。?？") in _LISTS


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).lower().split())
