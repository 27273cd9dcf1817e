"""What a clause says of more to come: that it will, that it will not, or that it may. Knows neither series nor forms."""

import re

_DET = r"(?:(?:a|an|the|its|their|any|another|such|further|new|proper|direct|full|possible|potential|long-awaited|full-length|separate|television|live-action|animated|[\w-]+-episode|[\w-]+-part)\s+)*"
_YES_BEFORE = re.compile(
    r"\b(?:(?:announc\w+|confirm(?:s|ed|ing)?|greenl\w+|green-lit|renew(?:ed|s|al)?(?:\s+it)?(?:\s+by\s+\w+)?|recommission(?:ed|s)(?:\s+it)?|order(?:s|ed)|commission(?:s|ed)|reveal(?:s|ed)|unveil(?:s|ed)|picked up|return(?:s|ing|ed)?|back|come back|coming back)"
    r"(?:\s+(?:for|with|on|that|as|plans for|production of|work on|it for|the \w+ for))?"
    r"|[Tt]here(?:['’]s| is| are) to be|[Tt]here (?:will be|is going to be)|plan(?:s|ning)|develop(?:s|ing)|prepar(?:es|ing)|beg[au]n(?: work)? on|cameras (?:will )?roll on|(?:work(?:s|ing)?|rolling|filming|production|writing|started work|began work|begun work|starts work)\s+(?:has begun |has started |is under way |under way |will begin |begins |starts )?(?:on|of|for)"
    r"|(?:given|gave|gives|handed|granted)(?:\s+[\w'’\"“”]+){1,5}|(?:renew|recommission|order)\w*\s[^.;]{0,50}\bfor|gets?|getting|to get|receiv(?:es|ing)|will (?:get|have|receive)|has|(?:is|are)\s+having|read(?:ies|ying)|filming|shooting|writing|making|produc(?:es|ing)|sets?)\s+"
    + _DET
    + r"$",
    re.IGNORECASE,
)
_OF = r"(?:\s+(?:of|for|to|in)\s+(?:[\w'’\"“”,-]+\s*){1,5}?)?"
_BEGUN = re.compile(
    r"\b(?:announc\w+|confirm\w*|greenl\w+|green-lit|renew\w*|recommission\w*|order(?:s|ed)|commission(?:s|ed)|pick(?:s|ed) up|plan(?:s|ned|ning)|prepar\w+|develop(?:s|ing|ment)|busy with|work(?:s|ing)?|film(?:s|ing)|shoot(?:s|ing)|writ(?:es|ing)|produc(?:es|ing|tion)"
    r"|return\w*|come[s]? back|is back|be back|continu(?:e|es|ed) (?:in|with|as)|(?:conclud|end|finish)(?:e|es|s|ed)? (?:in|with|after)|follow(?:s|ed)? (?:\w+ )?by|teas(?:es|ed)|schedul\w+|dated|(?<!not )(?:secured|landed|scored|earned))\b",
    re.IGNORECASE,
)
"""Words that make it coming, a few words before it."""
_COMES = re.compile(
    r"^[\"”’]?(?:,\s+[\"“‘'*_]*[A-Z][^,.;]{2,45},)?(?:\s+(?:of|for|to|about|with|set|starring|featuring|that|which|entitled|called|titled)\s[^,.;]{2,50}?)?,?(?:\s+which)?\s+(?:(?:will|is|are|was|has|have|had|been|be|now|already|also|officially|itself|to|currently|set|due|slated|scheduled|expected|being|still|reportedly|then|would)\s+)*"
    r"(?:premier\w*|debut\w*|air(?:s|ed|ing)?|begin\w*|began|start\w*|stream\w*|launch\w*|releas\w*|arriv\w*|open(?:s|ed|ing)?|out\b(?! of)|com(?:e|es|ing)\b|follow(?:s|ed)?|land(?:s|ed)?|return\w*|(?<!would )(?:kick(?:s|ed)|conclud\w+)\b|delayed|postponed|pushed\b|moved\b|put back|brought forward|storyboarded|bundled|at script stage|writ(?:ten|ing)\b|made\b|film(?:ed|ing)\b|shooting\b|shot\b|produced\b|animated\b|set for (?:(?:early|late|mid-?|the|spring|summer|autumn|fall|winter)\s+)*(?:20\d\d|spring|summer|autumn|fall|winter)|in (?:(?:early|active|full|advanced)\s+)?(?:production|development|the works|pre-production|the pipeline)|announced|unveiled|revealed|confirmed|greenlit|green-lit|ordered|commissioned|approved|planned|happening|on (?:the|its) way|under ?way|prepar\w+|scheduled|expected (?:in|on|next)|due (?:in|on|next)|goes before (?:the )?cameras?|go(?:es)? into production|enters? production)\b",
    re.IGNORECASE,
)
"""What it does or what is done with it, behind it."""
_DOES = re.compile(
    r"^[\"”’]?(?:\s+of\s[^,.;]{2,50}?)?\s+(?:(?:will|has|have|is|was|then|also|finally|now)\s+)*(?:hits?|drop(?:s|ped)?|wrap(?:s|ped)|ends?|ended|adapt(?:s|ed)?|picks? up)\b",
    re.IGNORECASE,
)
"""What a season or a sequel does that is there or to come; a film may be any."""
_BE = r"(?:\s+(?:is|are|was|were|be|been|being|has|have|had|will|now|already|currently|officially|also|still|yet|itself|reportedly|so|far))*"
_YES_BEHIND = re.compile(
    rf"^[\"”’]?\s+(?:(?:gets|has|receives|unveils|reveals|debuts|drops)\s+(?:an?|its)\s+)?(?:(?:new|first|official|main|second|full)\s+)*(?:trailer|teaser|key visual|poster)\b|^[\"”’]?\s+(?:gets|has|receives)\s+(?:an?|its)\s+(?:(?:new|official)\s+)?(?:(?:premiere|release|start|air)\s+)?date\b|^[\"”’]?\s+(?:has|gets|runs\s+(?:to|for)|consists\s+of|comprises|will\s+have|spans)\s+(?:just\s+|only\s+)?[\w-]+\s+episodes\b"
    rf"|^[\"”’]?{_OF}{_BE}\s+(?:in (?:production|development|the works)|an? (?:\w+ )?(?:film|movie)|(?:very |quite |more than |highly )?likely(?! (?:if|to|unless|when))|all but (?:certain|assured|guaranteed|confirmed)|under ?way|on (?:the|its) way|announced|confirmed|greenlit|ordered|commissioned|approved|planned|happening|coming(?! as)|being made|filming"
    r"|(?:(?:begins?|began|begun|started|starts?)\s+(?:filming|production|shooting)))\b",
    re.IGNORECASE,
)
_BETWEEN = (
    r"(?:\s+(?:be|been|being|longer|writ(?:e|ing)|said|say|heard|known|decided|set|fixed|official|word|have|has|had|get|getting|going|receiv\w+|return\w*|com(?:e|ing)|back|for|with|mak(?:e|ing)|made|do|plan\w*|announc\w+|confirm\w*|renew\w*|order\w*|commission\w*|greenlit|work(?:ing)?|on|of|a|an|any|the|its|their|to|there|will|yet"
    r"|currently|officially|regarding|concerning|interest|in|desire|want|wants|statements?|comments?|mention|reports?|rumou?rs|talks?|word|news|sign|intention|ideas?|discuss\w*|that|it|drama|series|show|anime|film|game|comedy|thriller|proper|direct|further|new|immediate|current|about|is|are|anyone|anything|he|she|they|we))*\s*$"
)
NO_BEFORE = re.compile(
    rf"(?:\b(?:no|not|nothing|nobody|without|never(?! say)|neither|nor|cannot|ha(?:s|ve) yet to|(?:decid|opt)\w+ (?:against|not to)|declin\w+ to|rejects?|rejected|turned down|ruled out|rules? out|ruling out|(?:scrap|drop)(?:ped|s)|(?:shelv|abandon|axe)e?[ds]|pass(?:ed|es) on|cancel(?:l)?ed|cancels|den(?:y|ies|ied))\b|n['’]t\b){_BETWEEN}",
    re.IGNORECASE,
)
_NO_BEHIND = re.compile(
    rf"^[\"”’]?\s+(?:that|which)\s[^.;,]{{1,30}}?\s(?:has|have)(?:\s+not|n['’]t|\s+never)\s+(?:even\s+|yet\s+)?(?:been\s+)?(?:announced|ordered|confirmed|commissioned|greenlit)\b|^\s*:\s+(?:none|not?)\b|^[\"”’]?{_OF}{_BE}(?:\s+(?:not|never)|n['’]t)(?:\s+(?:been|be|yet|currently|officially))*\s+(?:announced|planned|confirmed|greenlit|renewed|happening|coming|going to (?:happen|be made)|ordered|commissioned|in (?:the works|production|development|sight)|on the (?:cards|way)|made|expected|follow)\b"
    rf"|^[\"”’]?{_OF}{_BE}\s+(?:cancel(?:l)?ed|dead|scrapped|shelved|stopped|ruled out|off the table|out of the question|yet to be (?:announced|confirmed|ordered|greenlit|commissioned))\b|^[\"”’]?{_OF}\s+(?:has been|have been|was|were)\s+(?:\w+ly\s+)?(?:abandoned|dropped(?!\s+(?:on|in|at|today|this|last|by)\b))\b|^[^.;]{{0,60}}\b(?:announced|planned|said|confirmed) nothing\b|^[^.;]{{0,30}}\b(?:there|that) (?:won['’]t|will not|will never) be\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    rf"\b(?:may|might|could)(?:\s+\w+)?\s+(?:get|have|be|return for|come back for)\s+{_DET}$|\breportedly\s+(?:\w+\s+){{0,4}}$|\bsaid to be\s+(?:\w+\s+){{0,3}}$|^\s+(?:reportedly|supposedly|rumou?red)\b",
    re.IGNORECASE,
)
_OPEN_BEFORE = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)\s+(?:for|to (?:see|get|make|do|have|return for))|(?:would|['’]d) (?:love|like|be (?:happy|glad|open|keen|up|interested|willing))(?:\s+\w+){0,4}?|(?:be|is|are|was|were)?\s*(?:consider(?:s|ing)?|discuss(?:es|ed|ing)?|thinking (?:about|of)|weigh(?:s|ing)|mulling)"
    r"|open to|possib(?:le|ility|ilities)(?: (?:of|for))?|chances? of|(?<!no )interest(?:ed)? in|never say never (?:about|to|on)|keen on|in talks (?:for|about|over)|undecided (?:on|about)|ideas? for|(?<!writers['’] )(?<!writer['’]s )(?<!writers )room for|(?<!not )(?<!n't )(?<!n’t )want(?:s)? to (?:make|do|direct|write|see|tell)|hint(?:s|ed) at|door (?:is |stays |remains |wide )*open (?:for|to)|(?:talk(?:s|ed|ing)?|spoken|spoke|speaks?|speaking) (?:about|of|on)|speculat\w+ (?:about|on)|toy(?:s|ed|ing) with|whether (?:there )?(?:will be|to make|it (?:will )?gets?)|if (?:there is|there will be)|(?:not|n['’]t|never) (?:\w+ )?(?:rule|ruling|ruled) (?:it |one |that )?out)"
    r"[\"”’]?\s+(?:(?:making|doing|having|the|a|an|possibility|idea|of|return|returning|for|on|even)\s+)*" + _DET + r"$",
    re.IGNORECASE,
)
_OPEN_BEHIND = re.compile(
    rf"^[\"”’]?{_OF}{_BE}(?:\s+(?:could|would|may|might|can|not|never|always))*\s+(?:(?:be )?possible|(?:be )?considered|discussed|under discussion|in talks|depends?|depend|undecided|(?:be )?a possibility|(?:not|n['’]t) (?:\w+ )?ruled out|ruled out(?<=not ruled out)|welcome)\b",
    re.IGNORECASE,
)
_LOVED = re.compile(r"\bsomething (?:we|they|he|she|I)(?: would|['’]d) (?:love|like)\b", re.IGNORECASE)
_NOT_RULED = re.compile(r"(?:\bnot|n['’]t|\bnever)\s+(?:\w+\s+)?(?:rul(?:e|ed|ing))\s+(?:\w+\s+)?out\b", re.IGNORECASE)
_GIVEN_UP = re.compile(
    r"\b(?:and|but|then)\s+(?:(?:was|were|has been|had been|then|soon|later|quickly|quietly|finally|eventually)\s+)*(?:dropped|rejected|abandoned|shelved|scrapped|dismissed|ruled out|given up|turned down)\b"
)
"""What was considered, and is no more."""
_WISHED = re.compile(
    r"\b(?:hold(?:s|ing)?\s+out\s+for|held\s+out\s+for|long(?:s|ed|ing)?\s+for|pray(?:s|ed|ing)?\s+for|campaign(?:s|ed|ing)?\s+for|beg(?:s|ged|ging)?\s+for|clamou?r(?:s|ed|ing)?\s+for|call(?:s|ed|ing)\s+for|crav(?:es?|ed|ing)|deserves?)\s+(?:an?|another|its)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What they want who do not make it."""
_UPCOMING = re.compile(
    r"\b(?:the|its|their)\s+(?:newly\s+)?(?:coming|upcoming|forthcoming|promised|announced|confirmed|planned)\s+$", re.IGNORECASE
)
_NEAR = 7
"""Words."""
RENEWED = frozenset({"renewed", "renewal", "recommissioned"})


def answer(before: str, behind: str, said: str) -> str:
    """What governs the word: open, no or yes, in this order; empty where the clause says nothing of its coming."""
    if _WISHED.search(before) and (behind.startswith(",") or not _COMES.match(behind)):
        return ""
    if (
        _LOVED.search(behind)
        or _OPEN_BEFORE.search(before)
        or _OPEN_BEHIND.match(behind)
        or _NOT_RULED.search(f"{before} {behind}")
    ):
        return "no" if _GIVEN_UP.search(behind) else "open"
    if NO_BEFORE.search(before) or _NO_BEHIND.match(behind):
        return "no"
    if said.lower() in RENEWED or _YES_BEFORE.search(before) or _YES_BEHIND.match(behind) or _COMES.match(behind):
        return "yes"
    if "film" not in said.lower() and "movie" not in said.lower() and _DOES.match(behind):
        return "yes"
    if _UPCOMING.search(before):
        return "yes"
    if _BEGUN.search(" ".join(before.split()[-_NEAR:])):
        return "yes"
    return "yes" if _MAY.search(before) or _MAY.search(behind[:20]) else ""
