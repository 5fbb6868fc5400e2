"""Stretches of a text that speak of somebody else: a customer, the parent, the founder, the firm next door."""

from __future__ import annotations

import re

from policies.facts import asides, clients
from policies.facts.clauses import Clause
from policies.patterns import lazy

_NOUN_ZH = (
    r"母公司|总公司|集团公司|集团(?!贷)|控股方|控股公司|大股东|股东|客户(?!经理)|客人|"
    r"买家|买方|采购方|甲方|对方|竞争对手|对手|同行|同业|供应商|供货商|"
    r"合作方|合作伙伴|投资人|投资方|投资机构|基金|创始人|创办人|老板|法人代表|"
    r"东家|房东|上市公司|大厂|龙头|隔壁|朋友|姐夫|妹夫|(?:先生|太太|老婆|老公|丈夫|妻子)的公司|"
    r"(?!(?<=我[和跟与同])..[^,。;的]{0,8}(?:合伙|合[开办]|一起[开办]|共同[开创]))[表堂][哥弟姐妹]|舅舅|叔叔|"
    r"大伯|连襟|兄弟公司|"
    r"姐妹公司|关联公司|关系企业|整个行业|全行业|业界|行业里|整个园区|园区里(?!有?(?:一|某)?家)|全镇|我们镇|全市|"
    r"全县|主机厂|整车厂|车厂|收购方|"
    r"(?:楼[上下]|对门|对面|同一?[层楼]|同楼层|隔壁)(?:的)?(?:那?[家间](?:公司|企业|店|厂|工作室)?|公司|企业|工作室)|"
    r"他们|人家|它们|原公司|前东家|业主|加盟商|[上下]游(?:厂商|企业|厂家|公司)|"
    r"给我们[\u4e00-\u9fff]{1,6}的(?:那家)?(?:厂|公司|企业)"
)
_NOUN_EN = (
    r"parent(?: company| group| firm)?|holding company|head company|mother company|"
    r"customers?|clients?|buyers?|purchasers?|competitors?|rivals?|suppliers?|vendors?|investors?|"
    r"(?<!leased the )(?<!bursed the )(?<!drew the )(?<!drew )(?<!ceived the )(?<!vanced the )funds?|founders?|"
    r"landlord|(?<!list of )(?<!roster of )(?<!among its )(?<!as )(?<!as a )partners?(?! roster|"
    r" bank| guarant| institution| list)|sister company|shareholders?(?:'s?)?(?: group)?|"
    r"neighbou?rs?|friends?|(?:cousin|uncle|aunt|nephew|brother|sister)(?:-in-law)?'s|boss|ceo|they|their|acquirer|"
    r"the group|our group|another (?:firm|company)|the industry(?! (?:dep|bur|off|com))|prospects?|franchisees?|"
    r"listed company|group owner|(?<!are )(?<!re )(?<!is )an? (?:[a-z-]+ ){0,3}group(?= (?:with|of \d|that|which|"
    r"owns|holds))|mother firm|"
    r"the (?:[a-z-]+ )?(?:workshop|firm|company|shop|factory|plant|business) (?:next (?:door|to (?:us|"
    r"ours))|"
    r"across|beside|opposite|over the road)|"
    r"(?:the|that|an?|another|one) (?:[a-z-]+ )?(?:workshop|firm|company|shop|business|studio|one|outfit|tenant|"
    r"office) "
    r"(?:upstairs|downstairs|above us|below us|across the (?:hall|corridor|landing)|on (?:our|the same) floor|"
    r"in (?:our|the same) building)"
)
OTHER = lazy(rf"(?P<zh>{_NOUN_ZH})|(?<![a-z])(?P<en>{_NOUN_EN})(?![a-z])")
_OURS = lazy(
    r"我们自己|我们|我司|本公司|本企业|我公司|敝公司|(?<![\u4e00-\u9fffa-z\d])公司(?![名章法])|咱们|咱|俺们|"
    r"自己(?:公司|厂)?|这家子公司|(?<!的)子公司|我厂|本厂|我这|我家|我就|而我|这边|本身|"
    r"(?<![a-z])(?:we|(?<!of )ours|we're|we've|our own|ourselves|i|im|i'm|my own|this company|"
    r"our unit|us as|the (?:limited |joint-stock )?company (?:itself|proper|is registered)|"
    r"our (?:(?!parent|customer|client|sister|mother|holding|group|investor|supplier|rival|partner|head|founder|"
    r"landlord|neighbour)[\w-]+ )?(?:firm|company|shop|unit|side|plant|factory|team|staff))(?![a-z])"
)
_MODIFIED = lazy(
    r"(?:给|为|向|帮|替|跟|和|与|被|由|找|卖给|供给|供|除了|不像|比|从|代|把|将|用|拿|以|凭|"
    r"(?<![a-z])(?:to|for|with|by|from|supply|serve|serving|of|unlike|sell|selling|"
    r"via|as))\s?(?:一[家个]|an?|the|our|one|two|big|大|国内|各|many|several|other|some)?\s?"
    r"(?:[a-z-]{1,12}\s){0,2}(?:[\u4e00-\u9fff]{0,4})?$"
)
_LIST_END = lazy(r"(?:主要|都|大多|以|全|多|基本|一般)(?:是|在|为|来自|分布)")
_PASSING = lazy(
    r"人家|他们|它们|老板|创始人|创办人|法人代表|东家|they|their|founders?|boss|ceo|"
    r"friends?(?!'s? (?:[\w-]+ )?(?:firm|company|business|shop|plant|factory|start-?up)(?![a-z]))"
)  # never the subject of a list of figures
_SITS = lazy(
    r"(?:但是?|不过|虽然)?(?:我们?的?)?(?:母公司|总公司|集团公司|控股公司|大股东)(?:设|位|坐落|注册|总部)?(?:在|于)"
    r"[\u4e00-\u9fff]{2,6}"
)
"""Where the house above us sits, told in passing between our own things: 母公司在北京，证书到2024年才到期."""
_GOES_ON = lazy(r"(?:也|还|又|都|它|其|是|有|拿|持|获|被|做|从|已|曾|没|未|不|去年|今年|前年|年|每|本身|自己|一|近|最)")
_TURN = lazy(r"\s?(?:但是?|不过|而|可是|可(?!以)|but|while|though|whereas|yet|however)")


def spoken_of(
    text: str, clauses: tuple[Clause, ...], for_client: bool, for_customer: bool = False
) -> list[tuple[int, int]]:
    """Stretches that speak of somebody else: from their noun to the clause's end, or on until we are named again."""
    spans: list[tuple[int, int]] = []
    carried: int | None = None  # sentence in which somebody else is still the subject
    bracket = False
    ahead, said, sits, ours_in = -1, "", False, -1
    for clause in clauses:
        words = text[clause.start : clause.end]
        aside = ahead == clause.sentence and asides.of_a_customer(said, words)
        ahead, said = clause.sentence, words
        named = [
            m
            for m in OTHER.finditer(words)
            if not _ours_after_all(words, m) and not (for_client and clients.is_client(words, m.end(), for_customer))
        ]
        ours = [m for m in _OURS.finditer(words) if not any(n.start() < m.start() < n.end() for n in named)]
        marks = sorted([(m.start(), "ours") for m in ours] + [(m.start(), "theirs") for m in named])
        if carried == clause.sentence and sits and not _GOES_ON.match(words):
            carried = None
        sits = ours_in == clause.sentence and _SITS.fullmatch(words) is not None
        ours_in = clause.sentence if ours else ours_in
        begin = clause.start if aside or (carried == clause.sentence and not _TURN.match(words)) else None
        before = len(spans)
        for at, whose in marks:
            if whose == "theirs":
                begin = clause.start + at if begin is None else begin
            elif (begin is not None and not re.match(r"(?:我们|我司|our|us)的?$", words[at : at + 3])) or _subject(
                words, at
            ):
                if begin is not None and begin < clause.start + at:
                    spans.append((begin, clause.start + at))
                begin = None
        carried = None
        if begin is not None:
            spans.append((begin, clause.end))
            own_first = any(whose == "ours" for at, whose in marks if clause.start + at < begin)
            pronoun = _PASSING.match(words[begin - clause.start :])
            if (
                not aside
                and clause.closing != "("
                and not bracket
                and not own_first
                and not pronoun
                and _is_subject(words, begin - clause.start)
                and not _LIST_END.search(words)
            ):
                carried = clause.sentence
        elif len(spans) == before:
            carried = None
        bracket = clause.closing == "("
    return spans


_PROGRAMME = lazy(
    r"(?:also|is|as) a\s$|(?:ment|amme)'s (?:\w+ )?$|finance $|(?<![a-z])(?:is|are|were)(?: (?:all|both|also))? $"
)


_HOUSES_ABOVE = frozenset({"集团", "集团公司", "母公司", "总公司", "控股公司", "上市公司", "大厂"})
_UNDER_NONE = lazy(
    r"(?:不是|不属于?|没有?|并非|不隶属于?|无|不归|不挂)(?:任何|什么|哪[个家]|别的|其[他它]|大|一?[家个])*$"
)
"""不是集团下属: nobody else is spoken of."""


_PLEDGING = lazy(
    r"(?<![a-z])(?:put(?:ting)? up|pledg(?:ed|ing)|hand(?:ed|ing)(?: over)?|gave|giv(?:en|ing)|assign(?:ed|ing)|"
    r"lodg(?:ed|ing)|"
    r"offer(?:ed|ing)|charg(?:ed|ing)|mortgag(?:ed|ing)|deposit(?:ed|ing))(?: (?:(?:the|our|a) )?(?:bank|lender))? "
    r"(?:(?:all|what|some|most|of|our|the|its) ){0,4}$"
)
_PAPERS = lazy(
    r"'?s?'? (?:(?:unpaid|outstanding|open|overdue|unsettled|due) ){0,2}(?:invoices?|bills?|debts?|receivables?|"
    r"accounts)(?![a-z])|"
    r" (?:still )?owe[sd]?(?: (?:us|it))?(?= (?:and|as|to|with)(?![a-z])|$)"
)
"""What others owe us, pledged to a bank: "we put up our customers' unpaid invoices and received …" goes on of us."""


def _subject(words: str, at: int) -> bool:
    """我们 as a subject, not 欠我们 or 我们的客户."""
    before = words[max(0, at - 2) : at]
    return not re.search(r"(?:欠|给|找|帮|压|拖|对|向|跟|和|让|收购|投资|着|了|是|owe|owes)\s?$", before)


def _is_subject(words: str, at: int) -> bool:
    return at <= 0 or not _MODIFIED.search(words[max(0, at - 24) : at])


def _ours_after_all(words: str, match: re.Match[str]) -> bool:
    """Words that look like somebody else and are not: 股东数, 老板娘 of a shop, "partner bank", 集团 as our own."""
    after = words[match.end() : match.end() + 8]
    before = words[max(0, match.start() - 20) : match.start()]
    if match["en"] in ("friends", "founders", "partners") and re.search(r"we(?:'re| are) (?:[a-z]+ )?$", before):
        return True
    if clients.is_writer(match[0], words[: match.start()], after):
        return True
    if match["en"] and _PAPERS.match(words, match.end()) and _PLEDGING.search(words[: match.start()]):
        return True
    if match["zh"] in ("集团", "上市公司") and re.search(r"我们(?:是|属于)?$", before):
        return True
    if match["zh"] in _HOUSES_ABOVE and _UNDER_NONE.search(before):
        return True
    if match["zh"] == "老板" and re.match(r"(?:说|看|想|决定|让)", after):
        return True
    if match["zh"] == "股东" and re.match(r"(?:都是|均为)自然人", after):
        return True
    if match["en"] in ("partner", "partners") and _PROGRAMME.search(before):
        return True
    return bool(
        match["en"] in ("partner", "partners", "fund", "funds")
        and re.match(r"[\s-]?(?:bank|guarant|insur|institution|apprais)", after)
    )
