"""Words that speak for guides and lists."""

from pipeline.cues.cue import cue

_COUNT = r"(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten|a dozen|twelve|twenty)"

GUIDES = (
    cue(
        "guide",
        3.2,
        "title",
        "the title explains",
        r"\bexplained\b|\btips\b|\btricks\b|\bhow to (?:get|find|beat|unlock|solve)\b|\bwho (?:is|are) the\b|\bwhat happened (?:in|to)\b|\bbeginner'?s\b|\ball (?:endings|collectibles|codes)\b|\bwatch order\b|\b(?:where|how) (?:to|can (?:i|you|we)|do (?:i|you)) (?:watch|stream|play|see)\b|\bguide\b|\bprimer\b|\bwalkthrough\b|\bwho(?: i|')s who\b|\bstep by step\b|\beaster eggs?\b|\bfilming locations?\b|\bwhere (?:was|is) x (?:filmed|set|shot)\b|\bmeet the (?:cast|characters|voices)\b|\bdo you (?:need|have) to\b|\bbefore you watch\b|\bneed to (?:watch|read|play)\b",
    ),
    cue(
        "guide",
        4.4,
        "title",
        "the title gathers what is known",
        r"\b(?:everything|all|whatever|what) (?:\w+ ){0,4}(?:know|known|knows)\b|\bwhat (?:is|we) know so far\b|^(?:all|everything) (?:about|on)\b|\brelease (?:date|month|window)s?, (?:\w+ ){0,2}(?:cast|trailer|plot|episodes)\b|\brelease schedule\b|\bepisode (?:schedule|count)\b|\bwhich episodes?\b.*\bwhen\b|\b(?:questions|faqs?) (?:\w+ )?answered\b|\bfaq\b",
    ),
    cue(
        "guide",
        4.0,
        "title",
        "the title asks whether it is true, or goes on",
        r"\btrue (?:story|events)\b|\breal(?:-life)? (?:story|events)\b|\breally happen\w*|\b(?:will|is|are) (?:there|x|a|it)\b.*\b(?:season|series|episode|sequel|part) (?:\d+|two|three|four)\b.*\?|\b(?:will|is) there (?:be|going to be)?\b.*\b(?:season|sequel|more)\b.*\?",
    ),
    cue(
        "guide",
        3.2,
        "title",
        "the title tells how it ends",
        r"\bhow x (?:season \d )?ends\b|\b(?:ending|finale)\W+(?:explained|what it means)|\bwhat (?:the|x's) (?:\w+ )?(?:ending|finale) means\b|\bwho (?:killed|dies|died)\b|\bwhat happens (?:to|at)\b",
    ),
    cue(
        "guide",
        1.4,
        "lead",
        "it sets out to explain",
        r"\bhere(?:'s| is| are) (?:everything|all\b|(?:what|how|when|where) (?:you|to|we know|happen|it means|fans)|a guide|a (?:full )?breakdown)\b|\b(?:this is )?what you (?:should|need to) know\b|\bput together (?:what|everything|all|the)\b|\beverything (?:you need|we know|there is)\b|\blet(?:'s| us) (?:break|go over|dive|unpack|sort|walk through|recap)\b|\bmany (?:viewers|fans|people) (?:are|have been|were) (?:wondering|asking)\b|\b(?:viewers|fans|people) (?:\w+ )?(?:wonder|ask|want to know) (?:if|whether|when|how|what)\b|\bin this (?:guide|explainer|article)\b",
    ),
    cue("guide", 1.3, "title", "the title recaps", r"\brecap\b"),
    cue(
        "guide",
        1.7,
        "title",
        "the title recaps the whole",
        r"\b(?:season|series|story)\b(?!.*\bepisode \d).*\brecap\b|\brecap\b.*\b(?:before|everything|so far|season \d)\b",
    ),
    cue(
        "guide",
        1.0,
        "title",
        "the title asks about the ending",
        r"^(?:is|was|did|does|who|what|why|how|where)\b.*\?.*\b(?:ending|end|last|final)\b|\bthe (?:ending|end|last (?:scene|shot|minutes)|final (?:scene|shot|minutes))\b.*\?",
    ),
    cue(
        "list",
        3.2,
        "title",
        "the title counts things",
        rf"^\s*(?:the |our |my )?{_COUNT} (?:\w+[ -]){{0,3}}(?:reasons|things|shows|series|anime|moments|best|games|films|movies|ways|facts|characters|scenes)\b|\b(?:top|best) {_COUNT}\b|\branked\b|^\s*(?:the )?best (?:(?:\w+ ){{0,2}}(?:\w+s|anime|tv|television) )?(?:of|this)\b|\b{_COUNT} (?:anime|shows|series|games|films|reasons)\b",
    ),
    cue(
        "guide",
        2.4,
        "title",
        "the title asks for a fact",
        r"\b(?:is there|are there|is (?:it|x) (?:based on|a true|canon|suitable|on (?:netflix|steam))|how (?:long|many|much|old) (?:is|are|to|does|do)|a true story|post-credits|where to find|who plays|who voices|release order|best (?:settings|builds?|weapons|order)|settings|solutions?|cheats?|controls explained|cast and characters?|character guide)\b",
    ),
)
