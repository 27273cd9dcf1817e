"""Words that speak for news and interviews."""

from pipeline.cues.cue import cue, each

_MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DAY = rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|{_MONTH} \d|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b)"
_TRADE = "(?:deadline|variety|the hollywood reporter|thr|the ?wrap|collider|entertainment weekly|vanity fair|tv ?line|tudum|radio times|bloomberg|nikkei|oricon|comic natalie|famitsu|anime news network)"

REPORTS = (
    cue(
        "news",
        3.6,
        "title",
        "the title reports",
        r"\bbox office\b|\bpatch(?: notes| \d)|\bhotfix\b|\bv?\d+\.\d+(?:\.\d+)?\b.{0,20}\bwhat'?s (?:new|fixed|changed)|\bwhat'?s (?:new|fixed)\b|\bnominat\w+|\bwins? (?:big|best|\w+ awards?)\b|\bsold\b|\bcopies\b|\brelease date and time\b|\bpreview images?\b|\btriumphs (?:at|in|over)\b|\bawards?\b|\bprizes\b|\bwins? .{0,30}\bprize\b|\bwhat time\b|\bwhen\b.*\bepisode \d|\bepisode \d+\b.*\bwhen\b|\btrailer review(?:ed)?\b|\btrailer\b.*\breview",
    ),
    cue(
        "news",
        2.5,
        "title",
        "the title announces",
        r"\b(?:trailers?\b|teasers?\b|announce[sd]?\b|announcement\b|reveals?\b|release date\b|key visual\b|premieres? (?:on|in|this)\b|to (?:stream|air|premiere|perform|debut)\b|(?:casts?|joins?|adds?)\b.*\bcast\b|confirm(?:s|ed)?\b|theme songs?\b|blu-?ray\b|(?<!\bi )(?<!to )gets?\b(?! (?:right|wrong|better|worse|lost|under|away|off)\b)|(?:sets?|slated|dated|unveils?)\b|sales\b|streams\b|stream\b(?! it\b| or\b)|(?:postpone[sd]?|postponement|delay(?:s|ed)|cancell?ed|renewed|rescheduled|pushed back|on hiatus|licen[sc]e[sd]|acquire[sd]|delisted)\b)|[£$€¥]\s?\d[\d.,]* ?(?:m|bn|million|billion)\b",
    ),
    cue(
        "news",
        1.0,
        "text",
        "it tells what will be done",
        r"\bwill (?:be (?:shown|broadcast|released|streamed|held)|stream|run|air|broadcast|premiere|open|go on sale|perform)\b",
        *each("will_be", "shown broadcast released streamed held"),
        *each("will", "stream run air broadcast premiere open go_on_sale perform"),
    ),
    cue(
        "news",
        2.5,
        "title",
        "the title tells what happened",
        r"\b(?:renews?|renewal|recommission(?:s|ed)|green-?lights?|greenlit|picks up|straight to series|series order|first orders?|toplines?|joins|boards (?=x\b|the\b|['‘“])|rounds out|(?:start|premiere|return|broadcast|new) date|in the works|in development|leak(?:s|ed|er)?|rumou?r(?:s|ed)?|press release|hiatus|viewership|most[- ]watched|recasts?)\b|\b(?:shares|drops|debuts|releases|previews|posts|shows) (?:\w+ ){0,3}(?:visuals?|trailer|teaser|pv|clip|poster|images?|artwork|date)\b|\b(?:nabs|snags)\b|\bin talks (?:to|for|with|over)\b|\bcircling\b|\b(?:begins?|starts?|wraps|enters|resumes) (?:filming|production|shooting|principal photography)\b|\b(?:filming|production|shooting) (?:begins|starts|wraps|resumes|under ?way)\b|\bcommissions\b|\bacquires\b|\bbuys (?:\w+ ){0,3}rights\b|\badds (?:\d+|two|three|four|five|six|more) \w+|\bnames (?:its|the) (?:cast|voices|director|day|date)\b|\bfinds a new home\b|\bwon't (?:return|be back)\b|\bnot (?:returning|coming back)\b|\bsigns\b(?! of\b| that\b| off\b)"
        r"|\borders? (?:\w+ ){0,3}(?:series|season|drama|anime|film|adaptation)\b|\bto (?:star|lead|return|co-star|direct|helm|score|compose|voice|launch|receive|join|reprise)\b|\b(?:is|are) (?:getting|coming to|heading (?:to|for)|returning|moving to)\b"
        r"|(?<!-)\b(?:first|new|fresh|official|latest)[- ](?:\w+ ){0,2}(?:images?|pictures|photos?|stills|posters?|footage|visual|pv)\b|\bfirst[- ]look (?:at\b(?! episode)|images?|photos?|pictures?)|\bin pictures\b|\bpictures at last\b"
        r"|\b(?:breaks?|smashes|sets) (?:\w+ ){0,3}records?\b|\bmillion (?:views|viewers|households)\b|\bnew (?:no\.? 1|number one)\b|\b(?:no\.? 1|number one) on\b|\b(?:takes?|taking|on) an? (?:\w+ )?break\b|\b(?:short|brief|sudden|one-week) (?:break|pause)\b|\bno new episode\b|\bmore seasons\b|\bto (?:become|run (?:for|\d)|bring|end (?:with|in|after)|adapt|reboot)\b|\bwill (?:end|run|return|consist|have \d+)\b|\bdies (?:at|aged)\b|\b\d[\d.,]* ?(?:m|million)\b|\bwinners\b|\bgetting (?:an?|\d+|more)\b"
        rf"|\b(?:slips|slides|moves|moved|shifts|bumped|shunted|brought) (?:to (?:{_MONTH}|{_DAY}|20\d\d)|forward|back\b|by an? )|\b(?:comes|coming) to (?:4k|blu|disc|steam|switch|ps ?\d|xbox|pc|cinemas|theat(?:er|re)s)\b|\bhands .{{0,40}} order\b|\b(?:episode|part|season) order\b|\blets? slip\b|\bpatch\b.*\bfix(?:es|ed)\b|\breviews? round-?up\b|\breviews are in\b|\breview scores\b"
        r"|\b(?:second|third|fourth|fifth) season (?:confirmed|coming|ordered|announced|for x)\b",
    ),
    cue(
        "news",
        1.8,
        "title",
        "the title says who said it",
        r"\b(?:web ?site|account|studio|network|report|listing|insider|sources?|producer|exec\w*|boss|creator|showrunner|author|streamer)s? (?:says?|reports?|lets? slip|hints?|promises?|suggests?)\b|\b(?:says|teases|according to) .{0,40}\b(?:boss|creator|producer|showrunner|exec\w*|director|report)s?\b|\bteas(?:es|ed)\b|^exclusive\b|\b(?:good|bad|big) news\b",
    ),
    cue("news", 1.0, "path", "filed under news", r"\bnews\b|\bnoticias\b"),
    cue(
        "news",
        1.3,
        "lead",
        "it opens with an announcement",
        r"\b(?:announced|revealed|unveiled|confirmed|published|posted|opened|will (?:stream|premiere|air|perform|release)|said on|said in a statement|started streaming|has set)\b",
    ),
    cue(
        "news",
        1.4,
        "lead",
        "it opens with what happened",
        r"\b(?:has|have|is|are|was|were)(?: (?:\w+ly|now|been|just|already))* (?:renewed|ordered|cast (?:as|in|to)|picked up|(?:re)?commissioned|greenlit|acquired|licensed|cancell?ed|delayed|postponed|nominated|signed (?:on|up|a)|joined|recast|officially)\b"
        r"|\b(?:is|are) (?:set|due|slated|scheduled) (?:to|for)\b|\b(?:joins?|signs? on|boards|rounds? out|rounded out) (?:\w+ ){0,3}cast\b|\bgreen ?-?li(?:ght|t)\b|\bwill (?:star|direct|reprise|helm|co-star)\b|\bmade it official\b|\blet it be known\b|\bbroke the news\b|\bthe news (?:came|comes|was|broke|follows)\b"
        r"|\b(?:is|are) (?:coming back|returning) (?:for|with|to|on|in)\b|\b(?:is|are) (?:making|developing|producing|working on|adapting|preparing) an? (?:new|second|third|tv|live|film|anime|series|sequel|original)\b|\b(?:is|are) getting an? \b|\btak(?:es?|ing) a (?:\w+ )?break\b"
        rf"|\b(?:comes out|airs|premieres|starts|arrives|begins|returns|launches|debuts)(?: \w+){{0,4}} on {_DAY}|\b(?:debut|premier|launch|arriv)\w+ (?:today|tomorrow|this \w+day)\b|\bwill (?:now air|be out|come out|return|start|begin|drop|arrive)\b.{{0,60}}\b{_DAY}"
        r"|\b\d[\d.,]* ?(?:m|million|bn|billion)(?: \w+)? (?:views?|viewers|households|times|copies|players|accounts)\b|\b(?:first|new|official)(?:[- ]look)? (?:images|pictures|photos|photographs|stills|teaser|trailer|key visual)\b",
    ),
    cue(
        "news",
        1.0,
        "lead",
        "it opens with who reported it",
        rf"\b{_TRADE} (?:says|said|reports|reported|has learned|writes|reveals|revealed|understands)\b|\b(?:according to|told|tells|thanks to|per|via|reported by|speaking to|interview with) {_TRADE}\b|\baccording to (?:an?|the) (?:\w+(?:'s)? ){{0,3}}(?:listing|report|website|site|account|filing|press release)\b",
    ),
    cue(
        "news",
        1.0,
        "text",
        "it names its source",
        r"(?m:^source\s*:)|\bpress release\b|\bin a statement\b|\baccording to the (?:\w+(?:'s)? ){0,3}(?:website|site|company)\b",
        *("source", "press release", "in a statement", "according to the "),
    ),
    cue(
        "interview",
        3.0,
        "title",
        "the title says interview",
        r"\b(?:interview\b|q\s?&\s?a\b|(?:talks?|speaks?|in conversation) (?:to|with|about)\b|we (?:spoke|talked)\b|talking (?:\w+ ){1,9}with\b|entrevista\b|tells us\b)|インタビュー",
    ),
    cue(
        "interview",
        2.5,
        "lead",
        "it says with whom it talked",
        r"\btranslation of an? (?:\w+ )?(?:interview|talk|conversation)\b|\b(?:we|i) (?:(?:spoke|talked) (?:to|with)|(?:sat down|caught up) with) (?!(?:the|it|an?|all|this|that|my|them)\b)|\bwe asked (?:him|her|them|these)\b",
    ),
    cue(
        "interview",
        1.8,
        "title",
        "the title quotes who speaks",
        r"^[\"“‘'][^\"”]{8,90}[\"”’'](?:,|:| [-–—])? ?(?!x\b)(?:[\w.'’-]+ ){1,4}(?:on|about)\b|^(?!x\b|review)[\w.'’-]+ [\w.'’-]+(?: on .{3,40})?: [\"“‘'][^\"”]{8,90}[\"”’']\W*$",
    ),
    cue("interview", 0.5, "path", "filed under interviews", r"\binterviews?\b"),
    cue("other", 2.0, "title", "it corrects", r"^corrections?\b|\bcorrections and (?:clarifications|apologies)\b"),
)
