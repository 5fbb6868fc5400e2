"""A policy that the owner holds himself: 投保人写的是董事长本人, "the policyholder is our founder".

Help goes to a policy of the enterprise, as to its loans and guarantees: one of the owner's own is barred as his own
loan is, whoever paid for it in the end. Who is merely insured under a policy of the company holds none.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, doubted, judge
from policies.patterns import lazy

_MAN_ZH = (
    r"(?:我|老板娘?|董事长|法定代表人|法人(?:代表)?|负责人|创始人|总经理|厂长|老总|大?股东|经营者|业主|场长|我(?:爱人|"
    r"老婆|老公|太太|先生|父亲|母亲|儿子|女儿))"
)
_HIMSELF_ZH = r"(?:自己|本人|个人|私人|自身)"
_HOLDER_ZH = r"(?:要保人|投保人|保单持有人|保单所有人|投保方|投保主体)"
_MAN_EN = (
    r"(?:(?:the|our|my|its) )?(?:owner|boss|founder|(?:managing )?director|chair(?:man|woman|person)?|ceo|proprietor|"
    r"legal representative|general manager|president|wife|husband|majority shareholder)"
)
_NAMED_EN = r"(?:policy ?-?holder|holder of the (?:\w+ )?policy|proposer|policy owner|owner of the (?:\w+ )?policy)"
_POLICY_EN = r"(?:polic(?:y|ies)|cover|insurance)"
_HELD = lazy(
    rf"{_HOLDER_ZH}(?:[和与及跟、]{{1,2}}(?:被保险人|被保人|受益人))?(?:一栏|栏|那栏|上)?(?:也|都|均|全|就|却|统统)*(?:是|写|填|登记|记|落|署|为|用|"
    rf"报)(?:的|了|着|成|为|作|是|上|在)*{_MAN_ZH}(?:{_HIMSELF_ZH}|(?:的)?(?:名字|姓名|名下|名义)|(?=$|[,。;!、]))|"
    rf"(?:保单|保险|险)(?:合同)?(?:也|都|均|全|就|却|是|一直)*(?:写|落|记|挂|登记|开|放|签|买)(?:的|了)?(?:在|到|是)?{_MAN_ZH}{_HIMSELF_ZH}?(?:的)?("
    rf"?:名下|名字|头上|名义)|"
    rf"(?:以|用|拿|由)(?:的|了)?(?:是)?{_MAN_ZH}{_HIMSELF_ZH}?的?(?:名义|名字|身份)(?:去|来|向[^,。;]{{1,8}})?(?:投保|买的?(?:了)?[^,。;贷]"
    rf"{{0,8}}险|上的?保险|办的?[^,。;贷]{{0,6}}险|"
    rf"签的?保单)|"
    rf"(?:由|是)?{_MAN_ZH}{_HIMSELF_ZH}(?:出面|掏钱|去)?(?:投的?保|买的[^,。;贷]{{0,8}}险|投保的)|"
    rf"(?<![a-z])(?:{_NAMED_EN})(?:,? (?:and|as well as) (?:the )?insured(?: (?:person|party))?)?(?:,? (?:on (?:it|the "
    rf"\w+)|named there|shown))? (?:is|was|are|were|being|reads?|shows?)(?: (?:in fact|both|actually|down as|given as|"
    rf"simply|really|still))* (?:me|myself|i|{_MAN_EN})(?: (?:himself|herself|personally|in person))?"
    rf"(?=$|[,.;!)]| (?:and|rather|not|instead|in|as|since|because|for|who)(?![a-z]))|"
    rf"(?:names?|named|shows?|lists?|lists|listed|has|had|gives?|gave|puts?) (?:me|{_MAN_EN})(?: (?:himself|herself|"
    rf"personally))? (?:down )?as (?:both )?(?:the )?(?:{_NAMED_EN})(?![a-z])|"
    rf"(?<![a-z]){_POLICY_EN}(?: (?!not|never|loan|credit)[\w'-]+){{0,5}}? (?:is|was|stands?|stood|were|are|runs?|ra"
    rf"n|taken out|"
    rf"bought|signed|issued|made out|placed|written)(?: (?!not|never|by)[\w'-]+){{0,2}}? (?:in|under|to|on) (?:my|"
    rf"{_MAN_EN}'s|his|"
    rf"her)(?: (?:own|private|personal))* names?(?![a-z])|"
    rf"(?<![a-z]){_POLICY_EN}(?: (?!not|never|loan)[\w'-]+){{0,4}}? (?:was|were|is|are|been|being)(?: (?!not|never)["
    rf"\w]+)? "
    rf"(?:taken out|bought|signed|purchased|held)(?: for)? by (?:me|{_MAN_EN}) (?:himself|herself|myself|personally|"
    rf"privately|"
    rf"in person|as a private (?:person|individual)|in (?:his|her|my) own name)(?![a-z])|"
    rf"(?<![a-z])(?:i|{_MAN_EN}) (?:\w+ )?(?:took out|bought|signed|insured|hold|holds)(?: (?!no|not|loan)[\w'&-]+)"
    rf"{{0,7}}? "
    rf"{_POLICY_EN} (?:\w+ )?(?:personally|privately|himself|herself|myself|in (?:his|her|my) own name|"
    rf"as a private (?:person|individual))(?![a-z])"
)
_SIGNS = ("投保", "要保", "保单", "险", "polic", "insur", "proposer", "cover")
_NO = lazy(
    r"(?:不是|并非|而非|没有?|未|不)(?:写|填|用|以|由)?$|(?<![a-z])(?:not|never|no)(?: \w+){0,2} $|n't (?:\w+ )?$"
)
_SUPPOSED = lazy(
    r"如果|要是|假如|若(?!干)|是不是|是否|打算|准备|能不能|可不可以|建议|"
    r"(?<![a-z])(?:if|had|unless|suppos\w+|whether|would|should|could|can|may|suggest\w*|advis\w*)(?![a-z])"
)
_PUT_RIGHT = lazy(
    r"(?:后来|现在|已经?|随后)[^,。;没未]{0,8}?(?:改|变更|更正|过户|转)(?:成|为|到|回|给|了|过)|"
    r"(?<![a-z])(?:since|later|then|now|has been|was)(?: been)? (?:changed|corrected|transferred|reissued|rewritten|"
    r"amended)(?![a-z])"
)
_OTHER_POLICY = lazy(
    r"车险|寿险|医疗|健康|意外|重疾|养老|社保|(?<![a-z])(?:car|motor|life|medical|health|home|pension|travel)(?![a-z])"
)


def find(page: Page) -> Findings:
    """`loan_kind` personal of a policy that the owner holds; open where it was put right, or is only guessed."""
    if not any(sign in page.text for sign in _SIGNS):
        return
    for match in _HELD.finditer(page.text):
        index = page.index(match.start())
        clause, words = page.clauses[index], page.words(index)
        if _NO.search(page.text, clause.start, match.start()) or strangers(page, match.start()):
            continue
        if clause.closing == "?" or _SUPPOSED.search(words) or page.wished(index, match.start()):
            continue
        if _OTHER_POLICY.search(page.sentence(index)):
            continue  # a car or a life of his own
        standing = judge(page, match.end(), match.end(), ours=True)
        if standing in (Standing.DENIED, Standing.SUPPOSED):
            continue
        sure = not doubted(page, index) and not _PUT_RIGHT.search(page.text, match.end(), match.end() + _NEAR)
        yield Found("loan_kind", "personal" if sure else None, match.start(), match.end(), 3)


_NEAR = 80
