"""What a firm of the neighbourhood, of the trade or of a friend has had: "the factory next door got half its interest
back", 隔壁厂的利息补了一半. It tells nothing of ours, which was only told to be like it.
"""

from __future__ import annotations

from policies.facts.scope import Page
from policies.patterns import lazy

_FIRM_ZH = r"(?:[开办]的)?(?:那|一|的|家|间|有){0,3}[^,。;我]{0,6}?(?:公司|企业|厂子?|店|单位)"
_THEM = lazy(
    rf"(?:隔壁|隔篱|对门|对面|楼[上下]|邻近|附近|邻居|同园区?|同楼){_FIRM_ZH}?|邻厂|"
    rf"(?:同行|别家|人家|别的(?:公司|企业|厂)|友商|竞争对手|老乡|熟人|朋友|同学|亲戚|"
    rf"[表堂][哥弟姐妹])(?:家)?的?(?:{_FIRM_ZH})?|"
    r"(?:园区|同?一?条街|我们(?:区|镇|园区))[里内上]?(?:的)?(?:另一?家|别家|其他|有家|有一家)(?:公司|企业|厂)?|"
    r"另一家(?:公司|企业|厂)|"
    r"(?<![a-z])(?:(?:firm|company|factory|plant|works|workshop|mill|people|place|outfit) (?:next door|upstairs|"
    r"downstairs|"
    r"opposite|across the (?:road|street|way|hall|yard)|(?:down|up|along|over) the (?:road|street|lane|hall))|"
    r"(?:next-door|neighbou?ring) (?:firm|company|factory|plant|works|workshop)|neighbou?rs?(?:'s?)?|"
    r"competitors?|rivals?|"
    r"(?:a|my|our) (?:\w+ )?(?:friend|cousin|acquaintance|classmate)(?:'s)?(?: (?:firm|company|factory|plant|"
    r"business))?|"
    r"(?:another|some other) (?:[\w-]+ )?(?:firm|company|factory|enterprise|plant)(?: (?:in|on) (?:our|the|this) "
    r"(?:park|street|estate|trade|town))?)(?![a-z])"
)
_OURS = lazy(r"我|咱|本公司|敝|自己|(?<![a-z])(?:we|us|our|ours|ourselves|i|my)(?![a-z])")
_TIED = lazy(
    r"担保|保证人|介绍|帮|入股|持股|控股|关联|参股|合[伙并作]|一样|相同$|像|如同|跟|"
    r"(?<![a-z])(?:guarant\w+|surety|like|as|shareholder|parent|affiliat\w+|same as)(?![a-z])"
)
_REACH = 60


def tells_of(page: Page, place: int) -> bool:
    """Whether the words there are told of such a firm: it is the last one named before, and we are not since."""
    index = page.index(place)
    first = index
    before = page.previous(first)
    if before is not None and place - page.clauses[before].start < _REACH:
        first = before
    start = page.clauses[first].start
    named = list(_THEM.finditer(page.text, start, place))
    if not named or _TIED.search(page.text, max(0, start), named[0].start() + 1):
        return False
    between = page.text[named[-1].end() : place]
    return _OURS.search(between) is None and _TIED.search(between.replace("一样", "").replace("相同", "")) is None
