"""A prize after years without one: 前年没有、去年才拿到三等奖, "we won nothing in 2020 but came third last year".

The sentence is told in pieces, each with its year: one of the last two years that was won counts, whatever the year
before brought. A piece without a year of its own, of another contest, or in doubt wins nothing.
"""

from __future__ import annotations

from policies.facts import dates
from policies.facts.scope import Page
from policies.facts.standing import UNSURE
from policies.patterns import lazy

_CUT = lazy(
    r"(?:(?<!\d)[,.]|[,.](?!\d)|[;:。、!?])+|(?:但是?|可是?|不过|而)(?=[去今前上\d])|"
    r"(?<![a-z])(?:and|but|then|yet|while|whereas|before)(?![a-z])(?! (?:the last|entrepre|start|technolog|creat))|-\s"
)
_NO = lazy(
    r"没|未(?!来)|落选|落空|落榜|空手|无缘|陪跑|不[是曾中]|失利|(?<![a-z])(?:not|no|nothing|never|none|without|lost|unplaced|"
    r"empty-handed|missed|failed|nowhere)(?![a-z])|n't(?![a-z])"
)
_WON = lazy(
    r"(?:拿|得|获|评|夺|捧|摘|赢|斩获|取得)[^没未不]{0,22}?(?:[一二三特]等奖|优秀奖|优胜奖|冠军|亚军|季军|[前第][一二三]名?|名次|奖)(?!学|金|补|励)|"
    r"(?<![a-z])(?:(?:won|win|took|got|earned|collected|received|with|came(?: in)?|placed|finished|ranked) "
    r"(?:us )?(?:an? |the |its |our )?(?:\w+ )?(?:first|second|third|gold|silver|bronze|prize|award|medal|1st|2nd|3rd)|"
    r"(?:first|second|third) (?:prize|place)|(?:first|second|third)(?= in (?:19|20)\d\d)|won (?:it|the)|"
    r"(?:we|it) won)(?![a-z])"
)
_ITS_NAME = lazy(r"大赛|比赛|竞赛|(?<![a-z])(?:contest|competition)s?(?![a-z])")
_HOME = lazy(r"宁夏|自治区|(?<![a-z])ningxia(?![a-z])")
_ELSEWHERE = lazy(
    r"全国|国家|中国|国际|世界|上海|北京|深圳|广东|江苏|浙江|甘肃|陕西|行业|[市县镇校][里级办]|入围|参[与赛]奖|"
    r"(?<![a-z])(?:national|china|shanghai|beijing|city|county|district|school|world|another|customers?|clients?|friend)(?![a-z])"
)
_SUPPOSED = lazy(r"如果|要是|假如|万一|(?<![a-z])(?:if|would|could|hope|unless)(?![a-z])|[吗?]|有没有|是否")


def won_at_last(page: Page, index: int) -> bool:
    """Whether the sentence of a clause tells of a year without a prize and of a later one, lately, with one."""
    sentence = page.sentence(index)
    if not (_NO.search(sentence) and _HOME.search(sentence) and _ITS_NAME.search(sentence)):
        return False
    if UNSURE.search(sentence) or _SUPPOSED.search(sentence):
        return False
    pieces = _pieces(sentence)
    lost = [year for piece in pieces if _NO.search(piece) and (year := _year(page, piece)) is not None]
    won = [year for piece in pieces if _wins(piece) and (year := _year(page, piece)) is not None]
    return bool(won and lost) and max(won) >= page.as_of.year - 2 and max(won) not in lost


def _pieces(sentence: str) -> list[str]:
    """What a sentence tells one by one."""
    return [piece for piece in _CUT.split(sentence) if piece and piece.strip()]


def _wins(piece: str) -> bool:
    told = _WON.search(piece) is not None and not _NO.search(piece) and not _ELSEWHERE.search(piece)
    return told and (_HOME.search(piece) is not None or not _ITS_NAME.search(piece))


_BEFORE_LAST = lazy(r"(?<![a-z])(?:the )?year before(?: last)?(?![a-z])|前年|头一年|前一年|上上年")
_LAST = lazy(r"(?<![a-z])last (?:year|spring|summer|autumn|fall|winter)(?![a-z])|去年|上年|上一年")


def _year(page: Page, piece: str) -> int | None:
    """The one year that a piece names."""
    if _BEFORE_LAST.search(piece):
        return page.as_of.year - 2
    if _LAST.search(piece):
        return page.as_of.year - 1
    years = {int(moment.value[:4]) for moment in dates.find(piece, page.as_of)}
    return years.pop() if len(years) == 1 else None
