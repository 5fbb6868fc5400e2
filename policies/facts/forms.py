"""What the enterprise is called on paper: credit rating, legal form, listing. Its size is read in `sizes`."""

from __future__ import annotations

import re

from policies.facts import branches, grades
from policies.facts.found import Findings, Found
from policies.facts.scope import NEGATION, Page
from policies.patterns import lazy

_RATING = lazy(
    r"(?P<label>信用(?:等级|评级|评等|评价|级别)|信评|主体评级|评级|评为|评到|"
    r"评了|信用|等级|信用分|"
    r"(?<![a-z])(?:credit (?:rating|grade|score|rated|report|stands)|rates (?:our credit|us)|rated|ratings?|graded?))"
    r"(?:[\u4e00-\u9fff:]{0,6}?|[\sa-z,']{0,24}?)\s?(?<![a-z])(?P<grade>aaa|aa|a|bbb|bb|"
    r"b|ccc|cc|c|3a|2a|双a|三a)\s?(?P<sign>[+-]|加|减|plus|minus)?(?:\s?-?级)?(?![a-z\d%])"
)
_RATING_AFTER = lazy(
    r"(?<![a-z\d])(?P<grade>aaa|aa|a|bbb|bb|b|ccc|cc|c|3a|2a|双a|三a)(?P<sign>\s?[+-](?=[\s,.]|"
    r"级|\s?credit|\s?rat)|加|减|-minus|-plus| plus| minus)?(?:级|[\s-])?\s?(?:的)?(?:主体)?(?:信用|"
    r"评级|信评|-?rated|credit|rating)(?!息|贷)"
)
_RATER = lazy(
    r"评级|信评|评等|征信|资信|信用(?:等级|评|级别)|(?<![a-z])(?:rat(?:ed|ings?|ers?)|agency|graded?|grading|"
    r"creditworthiness|"
    r"credit (?:standing|score|assess\w+|apprais\w+))(?![a-z])"
)
_RATING_GIVEN = lazy(
    r"(?:给(?:了|的|我们)*(?:评)?(?:了|是)?(?:一?个)?|(?:只|才|仅)?(?:拿|得|评)(?:到|了|的是|出来是|下来是)+(?:一?个)?|"
    r"(?:报告|结论|证书|评级书|评级单)(?:书)?(?:上|里|中)?(?:写|给|列|标|打|出|印|注明?|显示)(?:的|了|着|明)?(?:是|为|"
    r":)?|"
    r"(?:^|[,;:。])(?:结果|最后|也就|就)?(?:是|为)\s?(?=[abc]{1,3}[+-]?级)|"
    r"[评估]出来(?:的)?(?:结果)?(?:是|为|只有)?(?:一?个)?|出来(?:的)?(?:结果)?(?:是|为|只有)(?:一?个)?|(?:定|落|停|"
    r"排|归)(?:为|在|成|到)|评(?:为|成|作)|下来(?:是|为|只有)|(?:结果|等级|级别)(?:出来)?(?:刚好|正好|恰好|最[后终]|"
    r"终于|竟然?|居然|也|就|总算|仍|还){0,2}(?:是|为|:)?(?:一?个)?)\s?(?:只有|才|只是)?\s?"
    r"(?P<grade>aaa|aa|a|bbb|bb|b|ccc|cc|c)(?P<sign>[+-]|加|减)?(?:级|等)?(?![a-z\d%轮])|"
    r"(?<![a-z])(?:gave|given|giving|awarded|assigned|handed|got|get|received|earned|came (?:out|back) (?:as|at|with)|"
    r"ended (?:up )?(?:with|at)|close[sd] with|settled (?:on|at)|"
    r"(?:put|puts|placed|places|ranked|ranks|classed|classified|set|scored|rated|graded|assessed|landed|left) "
    r"(?:us |the (?:company|firm) |it |our (?:company|firm|credit(?:worthiness)?) )?(?:at|in|as|on)(?! least)|"
    r"(?:thought|found|deemed|judged) (?:us|the (?:company|firm)|it) (?:\w+ ){0,5}?than|"
    r"(?:result|verdict|outcome|conclusion|finding|score|assessment|"
    r"grade|mark)(?: (?:on|of|for) (?:our|the|its) [\w -]{1,24}?)? (?:was|is|:|reads?|came out (?:as|"
    r"at)))[^.;]{0,40}?(?:us |the company )?(?:only |"
    r"just )?(?:an? |the )?(?:plain |mere |straight |solid |clean )?(?P<grade2>aaa|aa|a|bbb|bb|b|ccc|cc|"
    r"c)(?P<sign2>[+-](?=[\s,.;]|$)|"
    r" plus| minus|-minus|-plus)?(?=[\s]?[,.;:)]|\s?$| and | but | from | with | this | last | in | rating| grade)|"
    r"(?<=[:;,-] )(?:an? )(?:plain |mere |straight |solid )(?P<grade3>aaa|aa|a|bbb|bb|b|ccc|cc|"
    r"c)(?P<sign3>[+-](?=[\s,.;]|$)| plus| minus)?(?![a-z\d%])"
)
_SPELT = lazy(
    r"(?<![a-z])(?P<many>single|double|triple)[- ](?P<letter>[abc])(?P<sign>[+-]| plus|"
    r" minus)?(?![a-z])"
)
_NO_RATING = lazy(r"纳税|税务|海关|环保|安全|食品|排污|餐饮|卫生|银行(?!给)|景区|tax|customs|energy|food")
_THEIR_RATING = lazy(
    r"(?:担保公司|保险公司|担保人|保证人|母公司|债券|(?:朋友|同学|亲戚|邻居|同行|隔壁|别人|人家|对手)(?:的|家|那家|"
    r"开的)*"
    r"(?:公司|企业|厂)?)(?:的|自己|自身|是|为|主体|也|就)*(?:(?:信用)?(?:评级|等级|评为|评了|信用)|"
    r"(?:[只才]?[拿评得](?:到|了|的是)|有))|"
    r"(?:合伙人|股东|老板娘?|董事长|总经理|法人|创始人|太太|先生|老公|老婆)[^,。;]{0,4}(?:另外?|别的|第二|"
    r"其他)[^,。;]{0,4}(?:公司|企业|厂|家|间)"
    r"[^,。;]{0,8}(?:评|[拿得]|有|是)|"
    r"(?<![a-z])[a-z]+s?'s? (?:other|second|sister|separate|own|earlier) (?:firm|company|"
    r"business)(?![a-z])(?: \w+){0,3}? "
    r"(?:got|given|has|have|had|holds?|rated?|rating|an?|is|was|received|earned)(?![a-z])|"
    r"(?<![a-z])(?:friend|neighbou?r|competitor|rival|acquaintance|cousin|brother-in-law)(?:'s|s')?(?: \w+){0,3}? "
    r"(?:firm|company|business|has|have|got|is|was|rated)(?: \w+){0,4}? (?:got|rat(?:ed|ing)|an?|grade)(?![a-z])|"
    r"(?<![a-z])(?:guarantor|insurer|lender|surety|bond|bank)s?(?:'s)? (?:own |itself )?(?:credit )?(?:is |"
    r"was )?rat(?:ed|ing)"
)
_RATED_US = lazy(r"(?<![a-z])(?:us|ourselves|our (?:company|firm|business|credit))(?![a-z])")
_GRADES = {"3a": "AAA", "2a": "AA", "双a": "AA", "三a": "AAA"}
_SIGNS = {"加": "+", "减": "-", "plus": "+", "minus": "-"}
_LEGAL = lazy(
    r"独立(?:的)?法人|法人(?:地位)?独立|法人(?:企业|公司|单位)(?!股东)|单独注册的公司|有限责任公司|股份有限公司|"
    r"有限公司|股份公司|法人资格|企业法人(?!代表)|"
    r"(?<![a-z])(?:limited(?: liability)? company|limited by shares|incorporated|"
    r"company limited|ltd|co\.,? ?ltd|llc|independent legal (?:person|entity)|"
    r"legal person(?:ality)?|(?:separate |own )?legal (?:entity|identity)(?= of (?:its|our) own)|"
    r"separate legal entity|joint[- ]stock company|company in (?:its|our) own right|"
    r"independent company(?! of))(?![a-z])"
)
_NOT_QUOTED = lazy(
    r"(?:没有?|未|尚未|还没|非|不是)(?:上市|挂牌)的?|(?<![a-z])(?:not (?:yet )?(?:listed|quoted)|non-listed)"
)
"""A no to another thing than the legal form: 未上市的股份公司."""
_NO_LEGAL = lazy(
    r"个体(?:工商)?户|个体经营|分公司(?!的)|合伙企业|(?<![a-z])(?:sole trader|"
    r"sole proprietor\w*|branch office|partnership)(?![a-z])"
)
_LISTED = lazy(
    r"(?:已经?|成功|刚|去年|我们是(?:一家)?)(?:在[\u4e00-\u9fff]{2,8})?(?:上市|"
    r"挂牌)(?:了|公司|企业)?|挂牌(?:企业|公司)|(?<![a-z])(?:(?:we are|we're|"
    r"is|company|firm|already)\s(?:a\s)?(?:publicly )?"
    r"(?:listed(?! (?:by|among|as|in the|with|partners?|members?|banks?|lenders?|guarantors?|insurers?|institutions?|"
    r"suppliers?)(?![a-z]))|quoted on)|"
    r"listed on the|neeq[- ]listed|(?:has|have) been (?:listed|quoted) on (?:the )?(?:neeq|new third|star market|"
    r"stock exchange|"
    r"main board))(?![a-z])"
)
_UNLISTED = lazy(
    r"(?<![a-z])neither (?:publicly )?(?:listed|quoted)(?![a-z])|(?:没有?|未|尚未|还没有?|"
    r"非)(?:在[\u4e00-\u9fff]{2,6})?(?:上市|挂牌|挂新三板)|"
    r"(?<![a-z])(?:unlisted|not (?:publicly )?(?:listed|quoted)|privately held|shares (?:are |"
    r"is )?not (?:publicly )?traded|not (?:gone|been taken) public)(?![a-z])"
)


_A_COMPANY = (
    r"(?:(?:limited|joint[- ]stock|private|proper|real|incorporated|registered) ){0,2}(?:liability )?(?:company|"
    r"corporation|"
    r"ltd|co\.? ltd|legal (?:person|entity))(?: (?:in (?:its|his|her|their|our) own right|proper|of its own))?"
)
_NO_COMPANY = (
    r"(?:(?:limited|general|ordinary|family|simple|registered|individual|personal) )?(?:partnership|sole[ -]"
    r"(?:trader|propriet\w+)|proprietorship|household business|self-employed \w+|one-man business)"
    r"(?:(?: or|,) (?:an? )?(?:partnership|sole[ -]trader|sole[ -]proprietorship))?(?: (?:business|outfit|concern|"
    r"firm))?"
)
_COMPANY_ZH = r"(?:有限责任|股份有限|有限|股份)?公司(?:制)?"
_NO_COMPANY_ZH = r"(?:普通|有限)?(?:合伙|个体工商户|个体户|个体|个人独资|独资)(?:企业|户|制)?"
_EITHER_FORM = lazy(
    rf"(?<![a-z])(?:whether|if|either|is it|was it|are we|were we)(?! to)(?![a-z])[^.;!?]{{0,60}}?(?<![a-z])"
    rf"(?:{_A_COMPANY},? or (?:only |just |merely |as |is it |was it |still ){{0,2}}(?:an? )?{_NO_COMPANY}|"
    rf"{_NO_COMPANY},? or (?:only |just |as |is it |was it |really ){{0,2}}(?:an? )?{_A_COMPANY})(?![a-z])|"
    rf"(?<![a-z])(?:may|might|could)(?: well)? be (?:an? )?(?:{_A_COMPANY}|{_NO_COMPANY}),? or (?:else )?"
    rf"(?:(?:it|he|they|we|she) )?(?:(?:may|might|could) )?(?:just |only |equally |also )?(?:be )?(?:an? )?"
    rf"(?:{_A_COMPANY}|{_NO_COMPANY})(?![a-z])|"
    rf"{_COMPANY_ZH},?(?:还是|抑或|或是|还只是)(?:只?是|登记(?:成|为)?|一?[家个]){{0,2}}{_NO_COMPANY_ZH}|"
    rf"{_NO_COMPANY_ZH},?(?:还是|抑或|或是)(?:登记(?:成|为)?|是|一?[家个]){{0,2}}{_COMPANY_ZH}"
)
"""A company or a partnership, of which the writer does not say which: its form is open."""
_TO_CHOOSE = lazy(
    r"划算|更?好(?=[,。;!?]|$)|该(?!行|企|公)|应当|打算|准备|都(?:可以|能|行|算)|不管|无论|不论|"
    r"(?<![a-z])(?:should|better|best|choose|cheaper|no matter|regardless|doesn't matter|does not matter|"
    r"matters?)(?![a-z])"
)


def find(page: Page) -> Findings:
    """The rating, the legal form, whether listed."""
    told = [*_ratings(page), *_spelt(page)]
    yield from told or grades.find(page)
    yield from branches.find(page)
    yield from _forms(page)
    yield from _either(page)


def _either(page: Page) -> Findings:
    for match in _EITHER_FORM.finditer(page.text):
        index = page.index(match.start())
        if not (page.theirs(match.start()) or _TO_CHOOSE.search(page.sentence(index)) or _RIVALS.search(match[0])):
            yield Found("legal_person", None, match.start(), match.end(), 9)


_RIVALS = lazy(
    r"(?<![a-z])(?:supplier|customer|buyer|lender|guarantor|insurer|partner|payer|borrower)s?(?! bank)(?![a-z])"
)


def _ratings(page: Page) -> Findings:
    for pattern in (_RATING, _RATING_AFTER, *((_RATING_GIVEN,) if _RATER.search(page.text) else ())):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            grade_at = next(i for i in ("grade", "grade2", "grade3") if match.groupdict().get(i))
            if (
                (page.theirs(match.start()) and pattern is not _RATING_GIVEN and not _RATED_US.search(match[0]))
                or grades.OF_ANOTHER.search(page.text, match.start(), match.start(grade_at))
                or page.wished(index, match.end())
                or _THEIR_RATING.search(page.text, page.clauses[index].start, match.end())
                or _NO_RATING.search(page.text[max(0, match.start() - 8) : match.end() + 4])
            ):
                continue
            if re.search(
                r"partner|^\s?(?:(?:down|up|through) )?to |以上|or above|或以上|"
                r"at least",
                page.text[match.end() : match.end() + 10],
            ) or re.search(r"least|不低于", page.text[max(0, match.start(grade_at) - 10) : match.start(grade_at)]):
                continue
            if grades.LEFT_BEHIND.search(page.text, match.start(), match.start(grade_at)):
                continue  # 从B+升到BB
            if (
                match[grade_at] == "a"
                and re.match(r"\s[a-z]", page.text[match.end(grade_at) : match.end(grade_at) + 2])
                and page.source.quote(match.start(grade_at), match.end(grade_at)) != "A"
            ):
                continue
            opening = not page.text[page.clauses[index].start : match.start()].strip()
            if match[grade_at] == "a" and pattern is _RATING_AFTER and opening:
                continue  # "A rating agency": the article
            grade = _GRADES.get(match[grade_at], match[grade_at].upper())
            said = match[grade_at.replace("grade", "sign")] or ""
            sign = said.strip(" -") or ("-" if said.strip() == "-" else "")
            yield Found("credit_rating", grade + _SIGNS.get(sign, sign), match.start(), match.end())


def _spelt(page: Page) -> Findings:
    """ "A plain double-B": a grade in words, where a rating is spoken of."""
    if not _RATER.search(page.text):
        return
    for match in _SPELT.finditer(page.text):
        index = page.index(match.start())
        if page.theirs(match.start()) or page.wished(index, match.end()):
            continue
        grade = match["letter"].upper() * ("single", "double", "triple").index(match["many"]) + match["letter"].upper()
        sign = (match["sign"] or "").strip()
        yield Found("credit_rating", grade + _SIGNS.get(sign, sign), match.start(), match.end())


def _forms(page: Page) -> Findings:
    for pattern, value in ((_LEGAL, True), (_NO_LEGAL, False)):
        for match in pattern.finditer(page.text):
            if value and branches.of_the_company(page, match.start()):
                continue
            index = page.index(match.start())
            lead = page.text[page.clauses[index].start : match.start()]
            ours = re.search(r"我们[\u4e00-\u9fff]{0,3}是|(?<![a-z])we are", lead)
            if (page.theirs(match.start()) and not (ours and not value)) or page.wished(index):
                continue
            branch = match[0] in ("分公司", "branch office")
            if branch and not re.search(r"是|属于|作为|(?<![a-z])(?:are|is|as)(?![a-z])", lead[-24:]):
                continue  # 在北京有分公司
            near = _NOT_QUOTED.sub("", lead)
            denied = bool(NEGATION.search(near[-24:] if lead.isascii() else near[-10:]))
            if branch and denied:
                continue  # not a branch: of what form is not said
            yield Found("legal_person", value ^ denied, match.start(), match.end())
    for pattern, value in ((_UNLISTED, False), (_LISTED, True)):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            if (
                not page.theirs(match.start())
                and not page.wished(index, match.end())
                and not (
                    value
                    and re.search(
                        r"母公司|parent|listed (?:[\w-]+ ){0,3}(?:partner|institution|insurer|guarantor)|"
                        r"台湾|[产新商]品|新[车药款机]|样机|(?:银行|[支分]行|保证人|担保人|担保公司|"
                        r"保险公司)(?:也|自己|本身)?[是在已]|"
                        r"(?:banks?|lender|guarantor|surety|insurer|branch)(?: itself)?(?:'s| is| was)(?![a-z])",
                        page.words(index),
                    )
                )
            ):
                yield Found("listed", value, match.start(), match.end(), 1 if value else 2)
