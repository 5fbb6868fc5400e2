"""Frames of what the enterprise is: its record, rights and research, the lists that it is on, plans and places."""

from __future__ import annotations

from policies.facts.found import Findings
from policies.facts.frames import Frame, words
from policies.facts.frames import find as find_frames
from policies.facts.scope import Page
from policies.patterns import lazy

_PLACE = (
    r"(?:(?:the|our|this) )?(?:(?!customer)[a-z]+ )?(?:zone|park|district|town|city|county|kunshan|huaqiao)(?: itself)?"
)
_AFTER = (
    r"(?:(?:is|was|has been) )?(?:(?:really|most|especially) )?(?:wants?|wanted|wishes for|looking for|looks for|"
    r"after|betting on|"
    r"bets on|seeking|seeks|keen on|asks? for|asking for|hop(?:es|ing) for|calls? for|crying out for|(?:set|"
    r"built) up for)"
)
_WANTED = words(
    rf"(?:just|exactly|precisely|very much|(?:is|are|not)(?: just| exactly| precisely|"
    rf" very much)?) what {_PLACE} {_AFTER}|"
    rf"(?:(?:the|a) (?:very )?|(?:kind|sort|type) of )(?:line|trade|field|sort|kind|one|business|industry|product|"
    rf"technology)s? "
    rf"(?:of \w+ )?(?:that |which )?{_PLACE} {_AFTER}|one {_PLACE} {_AFTER}|right up (?:the (?:zone|park|district|"
    rf"town|city)'s|its) "
    r"street"
)
"""What the place is after, and what we make is it: "just what the zone wants"."""
FRAMES = (
    Frame(
        "leading_industry",
        _WANTED,
        about=words(
            r"mak(?:es?|ing)|made|builds?|building|do|does|our|ours|produc\w+|develop\w*|design\w*|business|line|trade"
        ),
        without=words(r"rent|tax\w*|deposit|pay\w*|papers?|documents?|form|talents?|staff|jobs|customers?|loan"),
        signs=("what ", " one ", "line", "trade", "field", "sort", "kind", "street", "industry"),
        doubt=True,
    ),
    Frame(
        "leading_industry",
        words(
            r"(?:lead|leading|emerging|pillar|key|priority|strategic|core|flagship|favou?red|promoted|"
            r"encouraged)(?: and \w+)? "
            r"(?:industr(?:y|ies)|sectors?|fields?|lines?|directions?|trades?|branch(?:es)?|business(?:es)?)|"
            r"(?:counts?|regards?|treats?|lists?|names?|ranks?|class(?:es)?) "
            r"(?:it|us|this|that|ours|our \w+)(?: (?:as|among|with))?(?: (?:an?|its|the|one of (?:its|"
            r"the)))? (?:emerging|leading|pillar|"
            r"priority|key)|(?:priority|emerging|leading|key) (?:industry )?list|list of (?:priority|leading|"
            r"emerging|key) \w+|industr(?:y|ies) (?:\w+ ){0,3}(?:promot\w+|favou?r\w*|back\w*|"
            r"support\w*|encourag\w+|push\w*|building up)"
        ),
        beside=words(
            r"districts?|district's|zones?|zone's|there|here|towns?|town's|parks?|park's|city|city's|county|kunshan|"
            r"local|promotes|promoted|favours|backs|ours|our|fits?|belongs?|among|matches|in line|counts?"
        ),
        without=words(r"outside|beyond|which are|customers?|neither"),
        signs=("industr", "sector", "leading", "emerging", "pillar", "priority", "direction"),
        doubt=True,
    ),
    Frame(
        "leading_industry",
        words(
            r"(?:fits?|fitted|fitting|match(?:es)?|matching|suits?|meets?|serves?|falls (?:in|under|within)|belongs to|"
            r"in line with|within|in) (?:(?:well|right|squarely) )?(?:into |with |in )?(?:the|its|our) (?:(?:local|"
            r"district|city|town|zone|county|park|municipal|[a-z]+)(?:'s)?|[a-z]+'s) (?:[\w-]+ ){0,2}?(?:focus|"
            r"priorit(?:y|ies)|priority (?:field|line|trade))"
        ),
        beside=words(
            r"local|district(?:'s)?|city(?:'s)?|town(?:'s)?|zone(?:'s)?|county(?:'s)?|park(?:'s)?|kunshan(?:'s)?"
        ),
        without=words(r"outside|customers?|talent|loan|which are|project|buyer|supplier"),
        signs=("focus", "priorit"),
        doubt=True,
    ),
    Frame(
        "leading_industry",
        words(
            r"(?:outside|beyond|not among|none of|neither)(?= [^,.;]{0,50}(?:leading|emerging|pillar|priority|"
            r"key) [^,.;]{0,20}industr)"
        ),
        stated=False,
        denied=None,
        bare=True,
        signs=("industr",),
    ),
    Frame(
        "own_ip",
        words(
            r"(?:own|owns|hold|holds|have|has|got|possess\w*) (?:\w+ ){0,4}?(?:patents?|ip(?: rights)?|"
            r"intellectual property|software copyrights?|layout designs?)|(?:patents?|ip|intellectual property|"
            r"copyrights?) (?:\w+ ){0,2}(?:is|are|belongs?) "
            r"(?:all )?(?:our own|ours|to us|to the company|held by us|owned by us)|our own (?:\w+ )?(?:patents?|ip|"
            r"intellectual property)|owners? of (?:\w+ ){0,3}(?:patents?|ip|intellectual property|copyrights?)|"
            r"patents? (?:to our name|in our name|of our own|have been granted to us|are registered to us)|own the ip"
        ),
        beside=words(r"we|our|us|company|firm|it|ours|ourselves"),
        without=words(r"applied|pending|application|customer|valued|licensed from|need|must|fund"),
        signs=("patent", "ip", "intellectual", "copyright", "layout"),
    ),
    Frame(
        "own_ip",
        words(r"(?:intellectual property|ip)(?: rights?)?"),
        stated=None,
        denied=False,
        beside=words(r"own|owns|hold|holds|have|has|ours|possess\w*|belongs?"),
        signs=("intellectual", "ip"),
    ),
    Frame(
        "own_ip",
        words(r"nothing (?:has been |is |was )?(?:yet )?(?:granted|registered)|none (?:has been |was )?granted"),
        stated=False,
        denied=None,
        about=words(r"patents?"),
        without=words(r"loan|subsid\w+|fund"),
        bare=True,
        signs=("nothing", "none"),
        weight=1,
    ),
    Frame(
        "leading_industry",
        words(
            r"(?:district|zone|town|township|park|local government|county|city)(?:'s)?(?: \w+){0,3}? (?:promot\w+|"
            r"favou?rs?|favou?red|backs?|"
            r"backing|encourag\w+|prioriti\w+|keen on|cares? for|(?:is )?build\w* up|wants? to (?:grow|build up|"
            r"attract)|focus(?:es)? on|names? \w+ \w+ as a focus|supports? as)"
        ),
        beside=words(r"fields?|trades?|sectors?|industry|industries|lines?|our|ours|which|that|one|it"),
        without=words(r"customers?|loan|subsid\w+|project|rent|talent|fund|money|firm|firms|compan(?:y|ies)|us"),
        signs=("district", "zone", "town", "park", "local government", "county"),
        weight=1,
    ),
    Frame(
        "talent_project",
        words(
            r"talents? (?:list|roster|register|programmes?|programs?|schemes?|plans?|projects?|titles?|awards?)|"
            r"leading talents?|(?:city-level|municipal|recogni[sz]ed|provincial) talents?|as a talent"
        ),
        beside=words(
            r"project|picked|chosen|selected|founders?|co-?founders?|team|us|we|one|nobody|none|director|ceo|cto|"
            r"chief|manager|partners?|somebody|he|she|member"
        ),
        without=words(r"how|hire|hired|thousand|qualif\w+|apply|applied|applying|haiju|gaoju"),
        signs=("talent",),
    ),
    Frame(
        "listed",
        words(
            r"went public|gone public|listed (?:on|in (?:shenzhen|shanghai|beijing|hong kong|new york))|"
            r"quoted(?! (?:us|me|rmb|¥|a|an|the|\d))|"
            r"floated|ipo|(?:shares?|stock) (?:\w+ ){0,2}(?:trades?|traded|quoted)|stock exchange|(?:is|are|was|"
            r"were) (?:publicly )?traded|(?:has|have) been (?:listed|quoted|traded) on|"
            r"publicly (?:listed|traded)|listing|on (?:any|an|the|a) (?:stock )?(?:exchange|board)|new third board|"
            r"neeq"
        ),
        beside=words(r"we|our|us|company|firm|it|shares"),
        without=words(
            r"parent|plan|customer|group|hope|want|prepare|preparing|neither|project|delisted|(?:left|quit|"
            r"withdr[ae]w\w*|"
            r"withdrawn) (?:from )?(?:the )?(?:neeq|board|exchange|new third)|(?:banks?|lender|branch|guarantor|"
            r"insurer|"
            r"appraiser|valuer|agency)(?: (?:is|was|has been|itself is))? (?:publicly )?(?:listed|quoted|traded)"
        ),
        signs=("public", "listed", "quoted", "ipo", "exchange", "trade", "listing", "floated", "board", "neeq"),
    ),
    Frame(
        "rnd_invested",
        words(
            r"(?:spen(?:t|ds?|ding)|invest\w*|put|puts|budget\w*|pay|pays|goes|go|went|"
            r"outlay)(?: [\w.,%'-]+){0,8}? (?:on|in|"
            r"into|for|to) (?:our (?:own )?)?(?:r ?& ?d|r and d|research|development)|(?:r ?& ?d|"
            r"research) (?:\w+ )?(?:spending|budget|outlay|expenses|costs?|expenditure)|own (?:r ?& ?d|research)"
        ),
        beside=words(r"we|our|company|firm|it|year|each|rmb|was|were|is|yuan"),
        without=lazy(
            r"\d|(?<![a-z])(?:university|institute|subsid\w+|customer|deductible|fund|park|million|per ?cent|half|"
            r"quarter)(?![a-z])"
        ),
        signs=("r&d", "r & d", "r and d", "research"),
    ),
    Frame(
        "association_recommended",
        words(r"private[- ](?:economy|business|enterprise)(?: \w+)? association"),
        stated=None,
        denied=False,
        beside=words(r"belong|members?|membership|recommend\w*|joined"),
        signs=("association",),
    ),
    Frame(
        "recognised_startup",
        words(
            r"start-?ups? (?:\w+ )?(?:recogni[sz]ed|accredited|certified|acknowledged) by (?:the )?haidian|"
            r"(?:recogni[sz]ed|"
            r"accredited|certified) (?:\w+ ){0,3}start-?up|haidian park (?:has )?(?:recogni[sz]ed|certified|"
            r"accredited) us"
        ),
        without=words(r"incubator recogni[sz]ed|how"),
        signs=("start-up", "startup", "haidian park"),
    ),
    Frame(
        "incubator_recommended",
        words(r"recommend\w*"),
        beside=words(r"us|our|we|company|firm|me"),
        about=words(r"incubators?"),
        without=words(r"association|friends?|customers?|bank"),
        signs=("recommend",),
        weight=1,
    ),
)


def find(page: Page) -> Findings:
    """Everything the frames of the enterprise read."""
    yield from find_frames(page, FRAMES)
