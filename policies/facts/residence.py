"""Papers tell the seat, a bed does not: "I live in Tongzhou, but our licence, office and tax are in Hebei"."""

from __future__ import annotations

from policies.patterns import lazy

_PAPERS_AT = lazy(
    r"(?:执照|注册地?|登记地?|工商|税籍)(?:[、,和与及跟]{0,2}(?:实际)?(?:办公|纳税|交税|缴税|报税|经营|运营|营运|"
    r"营业|运作|研发|上班|生产|税务?|税籍|账|员工|厂房|"
    r"开户|社保|执照|地址)){0,5}(?:地址?)?(?:都|全|均|也|统统)*(?:落|办|设|登记)?在$|"
    r"(?<![a-z])(?:licen[cs]e|registration|register entry|registered (?:office|seat|address))"
    r"(?:,? (?:(?:and|as well as|plus) )?(?:our |the |its )?(?:only |main |sole )?(?:tax(?:es)?|office|works(?:hop)?|"
    r"bank account|books|staff|"
    r"plant|factory|desks?|seat|premises|accounts?|tax (?:office|file|registration))){0,5}"
    r" (?:are|is|lies?|sits?|belongs? to|stands?)(?: all| both| still| now)? (?:in|at|with)\s(?:the\s)?$"
)
_REGISTERED_AT = lazy(
    r"(?:注册|登记|设籍|立案)(?:地址|地点|所在地|住所|地)?(?:都|也|却|则|其实|一直|仍|还|就|只){0,2}(?:是|在|于|"
    r"为)(?:了)?"
    r"(?:(?:省界|省|河|江|边界|隔壁|邻近|相邻|邻|对面|对岸|那边|另一[边侧]|外|旁边|一河之隔)的?){0,3}$|"
    r"(?<![a-z])(?:registered(?! (?:capital|trademark|patent|user|design|mail|at the (?:first|cent)))|incorporated|"
    r"domiciled|(?:is|are|was|were|got|company|firm) (?:licen[cs]ed|entered))"
    r"(?: (?!and |but |while |with |which |where |for |by |as |under )[\w'-]+){0,7}?,? (?:in|at|of)\s(?:the\s)?$|"
    r"(?<![a-z])(?:on|in|entered in) the (?:commercial |company |companies )?register (?:of|in|at)\s(?:the\s)?$|"
    r"(?<![a-z])legally(?: speaking)?,? (?:we|it|ours?|the)(?:'re| (?:[\w']+ ){0,4}?(?:are|is|belongs?|sits?))(?: an?)?"
    r"(?: \w+){0,3} (?:of|in|at|to)\s(?:the\s)?$|"
    r"(?<![a-z])licen[cs]e(?:,? (?:however|though|itself),?)? (?:(?:(?:was|is|has been|had been|got) (?:only |"
    r"in fact |actually )?)?"
    r"(?:issued|granted|made out|given|taken out|obtained|stamped|registered)(?: \w+)? (?:in|by|at|from)|"
    r"(?:comes|came|is|was|hails|dates) from|carries the (?:stamp|seal) of|bears the (?:stamp|seal) of)\s(?:the\s)?$"
)
_DOING = (
    r"(?:tax(?:ed|able|-resident)|work(?:s|ing)|run(?:s|ning)?|operat(?:es?|ed|ing)|manag(?:es|ed|ing)|trad(?:es?|ing)|"
    r"active|based|staffed|produc(?:es?|ing)|manufactur(?:es?|ing)|housed|located|situated|seated|resident|at home|"
    r"(?:pay(?:s|ing)|fil(?:es|ing)|settl(?:es|ing)) (?:all )?(?:its |our |the )?tax(?:es)?|(?:does|do|"
    r"doing) (?:its |our "
    r"|the |all )?(?:\w+ )?(?:work|business|production))"
)
_REGISTERED_AND_RUN = lazy(
    r"(?<!not )(?<!never )(?<![a-z])(?:registered|incorporated|established|founded|set up|domiciled|licen[cs]ed)"
    rf"(?:(?:,|,? and|,? as well as|,? plus)(?: (?:is|are|both|also|it|we|has been))?? {_DOING}){{1,4}}(?: entirely|"
    rf" only| "
    r"all| solely| wholly)? (?:in|at|out of|from)\s(?:the\s)?$"
)
"""Registered among other things that are done there: "registered, taxed and working in Wuxi"."""
_THING_REGISTERED = lazy(
    r"(?:商标|专利|著作权|软著|车辆?|域名|产品)(?:都|也|是|已)?(?:注册|登记)(?:在|于)$|"
    r"(?<![a-z])(?:trademarks?|marks?|patents?|copyrights?|designs?|brands?|trucks?|cars?|vehicles?|domains?|products?|"
    r"software|users?)(?: (?:is|are|was|were|got))? registered(?: \w+){0,2} (?:in|at|with)\s(?:the\s)?$"
)
"""Not the firm but a thing of it is entered there."""
_REGISTERED_THERE = lazy(r"(?:那边|这边)?(?:工商)?(?:注册|登记|设籍|立案)(?!资|商标|用户|的?商标)")
_LICENSED_THERE = lazy(
    r"(?:(?:市|区|县)?(?:工商(?:行政管理)?局?|市场监(?:督管理|管)局|市监局|(?:行政)?审批局|商务局|登记机关))?"
    r"(?:[办领发拿批申]{1,2}(?:到|了|下来|出来)?|颁发?|核发?|签发)(?:的|了)?(?:公司)?(?:营业)?(?:执照|牌照|"
    r"照(?=[,。;]|$))|"
    r"(?:市|区|县)?(?:工商(?:行政管理)?局?|市场监(?:督管理|管)局|市监局|(?:行政)?审批局)(?:注册(?!资)|登记|立案)"
)
_GAVE_LICENCE = lazy(
    r"(?:,? (?:in )?[a-z]+(?: [a-z]+)?,?)? (?:has |had )?(?:issued|granted|gave|"
    r"stamped) (?:us )?our (?:\w+ )?licen[cs]e(?![a-z])"
)
"""Behind a place: the office there that gave the licence, 在乌海办的照, 在乌海工商局登记."""
_LIVES = lazy(
    r"(?:我|本人|老板|法人|股东|夫妻)(?:人|自己|本人|家|们|俩|就|一直|平时|都|现在){0,3}(?:住|家住)在?$|"
    r"(?:我|本人|老板|法人|股东)的?(?:家|房子|户口)(?:就|都|也)?在$|"
    r"(?<![a-z])(?:(?:i|we)(?: myself| personally| both| all)? (?:live|reside|sleep|lodge|dwell)(?: \w+)? (?:in|at|"
    r"near)|"
    r"my (?:home|flat|house|family|household) is (?:in|at|near))\s(?:the\s)?$"
)
_SEAT_BEHIND = lazy(
    r"[^。;.]{0,60}[,;。.]\s?(?:但是?|可是?|不过|而|只是)?[^,。;.]{0,4}(?:公司|企业|厂|店|执照|"
    r"注册)[^。;]{0,16}(?:在|于|是)|"
    r"[^.;]{0,70}[,;.] (?:and |but |yet |while |whereas |though |however,? |only )?(?:the|our|my) (?:[\w']+ ){0,2}?"
    r"(?:company|firm|business|enterprise|works(?:hop)?|factory|licen[cs]e|company's|firm's)(?:,? [\w']+){0,6}? "
    r"(?:is|are|lies?|sits?|stands?|was) (?:\w+ ){0,2}?(?:registered|based|incorporated|located|in|at|across|over|on|"
    r"outside|beyond)(?![a-z])"
)
_PERSON_EN = lazy(
    r"(?<![a-z])(?:she|he|who|woman|man|manager|director|engineer|boss|founder|chairman|chairwoman|ceo|designer|"
    r"developer|officer|expert|scientist|specialist|leader|chief|head|wife|husband|daughter|son)(?: [\w']+){0,5}? "
    r"(?:is|was|comes|came|hails|originally) (?:\w+ )?from\s(?:the\s)?$|"
    r"[a-z]'s (?:home|flat|house|family|household) (?:is|are|lives) (?:in|at|near)\s(?:the\s)?$|"
    r"(?<!company )(?<!firm )(?<!business )(?<!start-up )(?<!shop )(?<![a-z])(?:(?:lives|lived|living|resides|resided|"
    r"lodges|dwells|sleeps)(?: \w+){0,2}? (?:in|at|near|around)|commut(?:es?|ed|ing) (?:\w+ ){0,3}?(?:from|in)|"
    r"(?:rents?|owns?|bought|has|have|keeps?) (?:an?|his|her|their|the) (?:\w+ )?(?:flat|apartment|home|house|room|"
    r"household)(?: \w+)? (?:in|at|near)|(?:his|her|their|whose|'s) (?:home|flat|house|family|household) "
    r"(?:is|are|lives) (?:in|at|near)|"
    r"(?:staff|people|workers?|engineers|employees|men|women|colleagues|family|parents|children|they|drivers|"
    r"technicians|team|crew|of them|of us|hands)(?: \w+){0,2}? (?:live|reside|lodge|sleep|dwell)(?: \w+){0,2}? "
    r"(?:in|at|near|around))\s(?:the\s)?$"
)
"""Where somebody of ours is from or lives, not where the company is."""
_PERSON_ZH = (
    r"(?:工程师|总工|骨干|技术员|技师|师傅|员工|职工|员|司机|太太|老婆|爱人|妻子|媳妇|丈夫|老公|先生|会计|出纳|财务|"
    r"厂长|"
    r"经理|主管|同事|[他她]们?|孩子|父母|家属|人员|设计师|人才|高管|总监|博士|教授|专家|儿子|女儿|团队|工人|负责人)"
)
_SOMEBODY_ZH = lazy(
    r"(?<![我入])(?<!本人)(?<!我们)(?<!公司)(?:居住|家住|租住|借住|定居|安家|(?<![入我])住)(?:在|于)?$|"
    rf"{_PERSON_ZH}[^,。;公厂]{{0,6}}(?:家|户口|房子|户籍|社保|租房)(?:都|也|就|还|却|全|仍)?在$"
)
_WRITER_ZH = lazy(
    r"(?:我|本人|老板|法人|股东|夫妻|公司|企业)(?:人|自己|本人|家|们|俩|就|一直|平时|都|现在){0,3}(?:居住|家住|"
    r"住)(?:在|于)?$"
)
_LIFE_ZH = lazy(r"(?:工作|读书|念书|上学|求学|留学|长大|出生|待|住)(?:了|过|[一二三四五六七八九十\d]|,|$)")
"""Where somebody lived, not where the company is: 在硅谷工作十二年."""


_KIN_ZH = (
    r"(?:[哥弟姐妹叔伯舅姨姑爸妈爷奶公]{1,2}|[表堂][哥弟姐妹]|(?:叔|伯|舅|姨|姑)[父妈]|[姐妹]夫|嫂子?|女儿|儿子|女婿|"
    r"媳妇|侄[子女]|"
    r"外甥女?|先生|太太|父亲|母亲|家[父母兄])"
)
_KIN_AT = lazy(rf"(?:^|[,。;:\s]|我(?:的)?){_KIN_ZH}(?:人|就|也|去年|前年|早年|几年前|20\d\d年(?:\d+月)?)*在$")
_SET_UP_THERE = lazy(
    r"(?:省|市|区|县|工业园区?|高新区)*(?:合伙|一起|共同|联合|联手|合){0,2}(?:创办|创立|创建|创业|开办|开设|成立|"
    r"设立|注册|办|开)(?:了|起|的|有){0,2}"
    r"(?:,公司|[^,。;]{0,14}?(?:公司|企业|厂|工作室|店))"
)
_WE_ARE = lazy(r"我们|我司|咱们|本公司|我(?:自己)?的?(?:公司|企业|厂)|我开的|我在")
_SET_UP_WITH = lazy(
    r"(?<![a-z])(?:i|we) (?:\w+ )?(?:started|founded|set up|launched|opened|run|created|established|own) (?:an?|our|my|"
    r"the|this) (?:[\w-]+ ){0,4}?(?:company|firm|business|start-?up|enterprise|studio|workshop|lab)(?: together)? with "
    r"(?:[\w-]+ ){1,5}(?:in|at|near) (?:the )?$"
)


_PAIR_ZH = r"(?:兄弟|姐妹|姐弟|兄妹|夫妻|父子|母女|父女|母子|同学|朋友)"
_WE_WITH = lazy(
    r"(?:^|[,。;:\s])(?:我(?:自己)?[和跟与同][^,。;的在]{1,6}|"
    rf"(?:我们?|咱们?)?(?:一?家)?(?:[两三四五几]个?{_PAIR_ZH}|{_PAIR_ZH}(?:[俩仨]|[两三四五几]个?人?))"
    r")(?:一起|合伙|共同)?在$"
)
_NO_LONGER = lazy(
    r"(?:我|我们|我们公司|我司)(?:现在|自己|则|却|就)?在(?!公司|厂|里)|倒闭|[倒散停垮]了|破产|注销|散伙|退出|退股|"
    r"[关卖][了掉]|转让|后来|另[外开办]|又[开办]|自己(?:又|单独)?[开办]|以前|曾经?|当年"
)


def kin_founded(text: str, start: int, so_far: str, tail: str) -> bool:
    """Whether a place is where one of the writer's family set up the company that he writes of, or he and
    others set it up: 哥哥在苏州创办…公司, 我和同学在中卫合办的公司."""
    if _WE_WITH.search(so_far) and _SET_UP_THERE.match(tail):
        return _NO_LONGER.search(text) is None
    told = _KIN_AT.search(so_far) is not None and _SET_UP_THERE.match(tail) is not None
    return told and _WE_ARE.search(text, 0, start) is None


def set_up_with(so_far: str) -> bool:
    """Whether the company was set up there with others: "I started a firm with two Finnish partners in …"."""
    return _SET_UP_WITH.search(so_far) is not None


def papers_at(so_far: str) -> bool:
    """Whether the words up to a place say that the licence or the entry in the register is there."""
    return _PAPERS_AT.search(so_far) is not None


def registered_at(so_far: str, tail: str) -> bool:
    """Whether a place is the one that we are registered in: across the border in Wuhai, 在三河注册."""
    if _REGISTERED_AT.search(so_far) or (so_far[-1:] == " " and _REGISTERED_AND_RUN.search(so_far)):
        return True
    return so_far.endswith("在") and (
        _REGISTERED_THERE.match(tail) is not None or _LICENSED_THERE.match(tail) is not None
    )


def licensed_there(so_far: str, tail: str) -> bool:
    """Whether an office of a place gave the licence or keeps the entry: 在乌海办的照, 由乌海工商局登记."""
    return (so_far.endswith(("在", "由", "从", "是", "向")) and _LICENSED_THERE.match(tail) is not None) or (
        so_far.endswith((" of ", " in ")) and _GAVE_LICENCE.match(tail) is not None
    )


def thing_registered(so_far: str) -> bool:
    """Whether a place is where a mark, a patent or a car of ours is entered, not the firm."""
    return _THING_REGISTERED.search(so_far) is not None


def somebody_lives(so_far: str, tail: str) -> bool:
    """Whether a place is where one of our people is from, lives or lived."""
    return bool(
        _PERSON_EN.search(so_far)
        or (_SOMEBODY_ZH.search(so_far) and not _WRITER_ZH.search(so_far))
        or _LIFE_ZH.match(tail)
    )


def only_lives(so_far: str, behind: str) -> bool:
    """Whether a place is where the writer lives, in a text that goes on to say where the company is."""
    return _LIVES.search(so_far) is not None and _SEAT_BEHIND.match(behind) is not None
