"""How it is said who plays whom: the patterns that tie an actor to a character, in lines and in sentences. Knows no series."""

import re

from pipeline.claims.names import NAME
from pipeline.claims.tongues import LANGUAGE

_CHARACTER = rf"[\"“‘]?(?P<who>(?:[Tt]he\s+)?{NAME})[\"”’]?"
_ACTOR = rf"(?!(?:It|Casting|Including|Featuring|Having)\b)(?P<actor>{NAME})"
_ROLE_OF = r"(?:(?:the|her|his|their|an?|[A-Z][\w-]+['’]s?)\s+)?(?:(?!(?:in|at|of|from|on|to|for|with|and|who|but|well|part|by|much|if|it|as|is|was|are|were|do|does|did|has|have|had|will|would|can)\b)[a-z][\w'’-]*,?\s+){0,4}(?:(?:role|part|voice|character)\s+of\s+)?(?:(?:the\s+)?(?!(?:in|at|of|from|on|to|for|with|and|who|but|by|is|was|are|were|do|does|did|has|have|had|will)\b)[a-z][\w'-]*\s+){0,2}?"
_TONGUE = rf"(?:{LANGUAGE}|Japanese)(?:-language)?"
_WHO_IS = (
    r"(?:,\s+(?:\d\d|(?:late(?:ly)?|formerly|previously|recently|last|fresh|best|of|an?|also|once)\s[^,.;:]{2,60}),[\"”’']?)?"
)
_AS = re.compile(
    rf"{_ACTOR}(?:\*\*|__)?{_WHO_IS},?\s+(?:\([^()]{{0,60}}\)\s+)?(?:back\s+)?(?:(?:stars(?!\s+[A-Z]\w+\s+[A-Z])|leads|heads|is|was|fronts|tops|matches|joins|returns|appears|features|excels|shines|recurs|guests|guest-stars|co-stars)\s+(?:\w+\s+){{0,3}})?(?:as|(?<=cast\s)in\s+the\s+(?:\w+\s+)?(?:role|part)\s+of)\s+{_ROLE_OF}{_CHARACTER}"
)
_VOICED = re.compile(
    rf"{_CHARACTER}(?:,\s[^,.;]{{2,60}},(?:\s+who\s[^,.;]{{2,60}},)?)?\s*(?:,\s+who\s+(?:is|was|will\s+be)|,(?:\s+(?:is|was|will\s+be)(?=\s))?|\(|is|will be|was|—|–)\s*(?:also\s+)?(?:voiced|played|portrayed|performed|brought to life)(?:\s+(?!by\b)[\w-]+){{0,5}}?\s+by\s+(?:(?:the|an?)\s+)?(?:(?!(?:of|from|on|in|at|for|to|with|by|who|and|or|like|than|as|either|both|not)\b)[a-z][\w-]*\s+){{0,3}}(?:(?:[A-Z][\w’'-]*\s+){{1,3}}(?:winner|nominee|star|alum|regular)\s+)?{_ACTOR}(?!['’]s\b)"
)
_VOICE_LABEL = re.compile(
    rf"{_CHARACTER}\s*[(（]\s*(?i:voice[ds]?(?: by)?|cv|va|played by|actor|seiyuu)\s*[:：.]?\s*{_ACTOR}\s*[)）]"
)
_PLAYS = re.compile(
    rf"{_ACTOR}(?:,\s+(?!and\b)[^,.;()]{{2,60}}(?:\([^()]{{2,40}}\)|\s\([^()]{{2,140}}\)[^,.;()]{{0,20}})?,)?(?:,?\s+who|,\s+the\s+latter|,(?=\s+the\s+(?:{_TONGUE}\s+)?voice\s+(?:of|behind)\s))?\s+(?:will\s+|also\s+|is\s+|was\s+|were\s+|be\s+|ha(?:s|ve)\s+(?=join|sign|been|land|w[io]n|bag|nab|taken)|would\s+|(?:signed(?:\s+on|\s+up)?|set|tapped|hired|chosen|picked|selected|confirmed|announced|revealed|slated|attached|due|expected|lined\s+up|rumou?red|reported|believed|thought|said)\s+(?=to\s)|has been cast as\s+|was cast as\s+|been\s+|to\s+|gives?\s+|lends?\s+|provid(?:es?|ed|ing)\s+|suppl(?:y|ies|ied)\s+|reportedly\s+)*(?:(?:voic(?:e|es|ed|ing)|play(?:s|ed|ing)?|portray(?:s|ed|ing)?|(?:co-)?star(?:s|red|ring)?\s+as|headlines\s+as|leads\s+as|takes?\s+on|took\s+on|(?:steps?|stepped|stepping)\s+into\s+the\s+(?:\w+\s+)?(?:shoes|boots|robes|skin|role|part)\s+of|slips?\s+into\s+the\s+(?:\w+\s+)?(?:shoes|skin|role)\s+of|inherits|(?:tak(?:en?|es|ing)(?:\s+over)?|took(?:\s+over)?|has|have|had|land(?:s|ed)|won|wins|gets|got|bag(?:s|ged)|nab(?:s|bed))(?=\s+(?:the|on\s+the)\s+(?:[a-z-]+\s+)?(?:role|part)\s+(?:of|as)\s)|is\s+cast\s+as|rounds\s+out\s+the\s+(?:\w+\s+)?cast\s+as|in\s+the\s+(?:\w+\s+)?(?:role|part)\s+of|cast\s+as|(?:is\s+)?the\s+(?:{_TONGUE}\s+)?voice\s+(?:of|behind|for)|join(?:s|ed|ing)?\s+(?:the\s+cast\s+)?as|return(?:s|ed)?\s+as|repris(?:es?|ed|ing)\s+(?:(?:his|her|their)\s+(?:\w+\s+)?(?:role|part)\s+(?:as|of))|repris(?:es?|ed|ing)(?=\s+the\s+(?:role|part)\s+of\b)|her\s+voice\s+to|his\s+voice\s+to|voice\s+to|appears?\s+as|has been cast as|was cast as|been cast as)\s+|(?<=been cast as )){_ROLE_OF}{_CHARACTER}"
)
GIVES_HIS = re.compile(rf"(?P<actor>{NAME})\s+(?:provides|supplies|does|provided|supplied)\s+(?P<who>{NAME})['’]s\s+voice\b")
HIS_ACTOR = re.compile(
    rf"(?P<actor>{NAME}),\s+(?P<who>{NAME})['’]s?\s+(?:{_TONGUE}\s+)?(?:voice(?:\s+act(?:or|ress))?|actor|actress|performer)(?=\s*[,.;)—–]|$)"
)
OWNED = re.compile(rf"(?P<actor>{NAME})['’]s?\s+(?P<who>{NAME})")
GIVES = re.compile(
    rf"(?P<actor>{NAME})\s+(?:gives|lends|is|was)\s+(?P<who>{NAME})(?=\s+(?:an?\s+\w*\s*voice|her voice|his voice)|\s*[,.;]|$)"
)
HIS_VOICE = re.compile(
    rf"(?P<who>{NAME})['’]s?\s+(?:{_TONGUE}\s+)?(?:voice|actor|actress|voice actor|voice actress|performer),?\s+(?:(?:is|will\s+be)\s+)?(?P<actor>{NAME})"
)
TWO_TONGUES = re.compile(
    rf"(?P<first>{NAME})\s+(?:is|plays|voices)\s+(?P<who>{NAME})\s+in\s+(?:the\s+)?{_TONGUE}(?:\s+(?:version|dub|original|track))?,?\s+(?:(?:and|while|with)\s+)?(?P<actor>{NAME})\s+(?:is\s+)?in\s+(?:the\s+)?(?P<tongue>{LANGUAGE})\b"
)
"""Who is heard in one language, and who in another."""
WHOM = re.compile(rf"(?P<who>{NAME}),\s+whom\s+(?P<actor>{NAME})\s+(?:again\s+)?(?:plays|voices|played|voiced|portrays)\b")
TO_WHOM = re.compile(
    rf"(?P<who>{NAME}),\s+to\s+whom\s+(?:{NAME}['’]s\s+)?(?P<actor>{NAME})\s+(?:again\s+)?(?:lends|gives|lent|gave)\s+(?:a|his|her)\s+(?:[a-z-]+\s+)?voice\b"
)
THE_VOICE_OF = re.compile(
    rf"\bvoice\s+of\s+(?P<who>{NAME})(?:,|\s+(?:is|will\s+be)(?:\s+(?:provided|supplied|given|done|performed|spoken)\s+by)?|\s+belongs\s+to)\s+(?P<actor>{NAME})(?=\s*[,.;]|$)"
)
AS_FIRST = re.compile(rf"(?:^As|(?<=[;:,—–]\s)as|(?<=and\s)as)\s+(?:the\s+)?(?P<who>{NAME}),\s+(?P<actor>{NAME})(?=\s+[a-z])")
TWO_PARTS = re.compile(
    rf"{_ACTOR},?\s+(?:who\s+)?(?:[a-z]+\s+){{0,4}}?(?:as|of|play(?:s|ing|ed)?|voic(?:es|ing|ed)|portray(?:s|ing|ed)?)\s+(?:both|(?:both\s+)?(?:the\s+)?(?:[a-z]+\s+)?(?:twins?|twin\s+(?:sisters|brothers)|sisters|brothers|siblings))\s+(?P<c>{NAME})\s+and\s+(?P<d>{NAME})"
)
"""One actor with two parts."""
TITLE_ROLE = re.compile(
    rf"{_ACTOR}(?:\s+of\s+[\"“‘'*_][^\"“”]{{2,40}}[\"”’'*_]+)?,?\s+(?:(?:who\s+)?(?:has|plays|takes|gets|lands|plays|in|into|with|for)\s+)?(?:in\s+|on\s+)?the\s+title\s+(?:role|part)\b"
)
"""Who plays the one whose name is the title."""
BOTH = re.compile(
    rf"(?P<a>{NAME})\s+and\s+(?P<b>{NAME})\s+are\s+(?:both\s+)?(?:voiced|played|portrayed|performed)\s+by\s+{_ACTOR}(?!\s+and)"
)
TWO_BY = re.compile(
    rf"(?P<c>{NAME})\s+and\s+(?P<d>{NAME})(?:,?\s+who)?\s+(?:are|were|will\s+be|have\s+been)\s+(?:both\s+)?(?:voiced|played|portrayed|performed|brought\s+to\s+life)\s+by\s+(?P<a>{NAME})\s+and\s+(?P<b>{NAME})"
)
GAPPED_BY = re.compile(
    rf"(?:,|;|\band\b)\s+(?:and\s+)?(?P<who>(?:the\s+)?(?!(?:Story|Photos?|Text|Words|Art|Lyrics|Songs?|Produced|Created)\b){NAME})\s+by\s+{_ACTOR}(?=\s*(?:[.,;]|$|\sand\b))"
)
"""The next of a row that is voiced by somebody."""
GAPPED = re.compile(
    rf"(?:,|;|\band\b|\bwhile\b)\s+(?:and\s+)?{_ACTOR},?\s+(?:is\s+|plays\s+|voices\s+)?{_CHARACTER}(?=\s*(?:[,.;]|$|\sand\b))"
)
BRACKET = re.compile(
    rf"(?P<one>(?!(?:As|When|While|With|But|And|Then|After|If|For|In|To|Like|Where|Because|Only|Before|Once)\s){NAME})(?:,?\s+(?:the|her|his|their)\s+(?:[a-z-]+\s+)?[a-z-]+)?\s*[(（](?:(?:the|an)\s+(?:[a-z]+\s+){{1,2}})?(?P<two>{NAME})(?:,\s+(?!(?:as|and|who|the|an?|of)\b)[a-z][^()（）]{{2,60}})?[)）]"
)
PAIR = re.compile(rf"(?P<one>(?:[Tt]he\s+)?{NAME})\s*(?:[:：|→]|\s[–—-]\s|\.{{2,}}|…)\s*(?P<two>{NAME})(?!\s*[:：])")
_RANKED = re.compile(
    rf"{_ACTOR}{_WHO_IS}\s+(?:is|was|stars\s+as)\s+(?P<who>(?:(?:[A-Z][a-z]+\s+)?Master|Superintendent|Inspector|Sheriff|Lieutenant|Marshal|Admiral|Constable|Warden|Governor|Mayor|Deputy|Reverend|Nurse|Detective|Sergeant|Captain|Commander|Doctor|Dr\.?|Professor|Agent|Officer|Sister|Father|Mother|Brother|Lord|Lady|Sir|Ser|King|Queen|Prince|Princess|General|Colonel|Major|Chief|Judge|DCI|DI|DS|PC|Mr\.?|Mrs\.?|Ms\.?|Miss)\s+{NAME})"
)
TWO = re.compile(
    rf"(?P<a>{NAME})\s+and\s+(?P<b>{NAME})(?:,?\s+who)?\s+(?:will\s+|also\s+|are\s+|both\s+)*(?:co-)?(?:star(?:s|ring)?\s+as|(?:lead|head)(?:s|ing)?\s+the\s+(?:\w+\s+)?cast,?\s+as|(?:return|join|appear|lead|are\s+back|be\s+back)(?:ing)?\s+as|repris(?:e|ing)\s+their\s+roles\s+as|play|voice|portray|as|cast\s+as|playing|voicing|(?:(?:do|have|make|get|find|bring|shine|excel|impress|dazzle)\s+(?:[a-z]+\s+){{0,6}})as)\s+(?:the\s+)?(?:(?!(?:the|an?|in|at|on|of|from|with|for|and|to|by)\b)[a-z]+\s+){{0,2}}(?P<c>{NAME})\s+and\s+(?:the\s+)?(?:young\s+)?(?P<d>{NAME})"
)


BY_RANK = re.compile(
    rf"\b[Tt]he\s+(?P<first>[a-z]+)\s+(?:is|was|will\s+be)\s+(?:voiced|played|portrayed|performed|spoken)\s+by\s+(?P<one>{NAME})"
    rf"|{_ACTOR}(?:,?\s+who)?\s+(?:(?:will|is|also)\s+)*(?:voic(?:es|ed|e|ing)|play(?:s|ed|ing)?|portrays)\s+the\s+(?P<rank>[a-z]+)(?=\s*[,.;)]|\s+(?:and|with|as|who)\b|$)"
)
"""Somebody of whom the sentence gives the rank only."""
WHO_PLAYS = re.compile(
    rf"{_ACTOR},?\s+who\s+(?:again\s+|also\s+)?(?:plays|voices|played|voiced|portrays|portrayed)\s+(?:him|her|the\s+[a-z]+)(?=\s*[,.;)—–]|\s+(?:in\s+(?:Japanese|English)|now|again)\b)"
)
"""Whose part the series file knows."""
_PLAYING_IS = re.compile(
    rf"\b(?:[Pp]laying|[Vv]oicing|[Pp]ortraying|[Ss]tarring\s+(?:as|in\s+the\s+(?:\w+\s+)?role\s+of)|[Ii]n\s+the\s+(?:\w+\s+)?(?:role|part)\s+of)\s+{_ROLE_OF}{_CHARACTER},?\s+(?:is|will\s+be)\s+(?:newcomer\s+|veteran\s+)?{_ACTOR}(?!['’]s\b)"
)
_ROLE_TO = re.compile(
    rf"\b(?:role|part)\s+of\s+{_CHARACTER}\s+(?:(?:has|will|is|was)\s+)?(?:goes|go|gone|went|given|falls|fell)\s+to\s+{_ACTOR}(?!['’]s\b)"
)
_VOICE_OF = re.compile(rf"{_ACTOR}\s*[(（](?:the\s+)?(?:(?:\w+\s+)?voice|actor\s+behind)\s+(?:of\s+)?{_CHARACTER}[)）]")
_IN_A_DUB = re.compile(
    rf"{_ACTOR}(?:,?\s+who)?\s+(?:is|was|will\s+be)\s+{_CHARACTER}\s+in\s+(?:the\s+)?(?:(?:{LANGUAGE}|Japanese)(?:-language)?\s+)?(?:dub(?:bed\s+version)?|(?<=[a-z]\s)version|track)\b(?!\s+of\b)"
)
"""Whatever the character, it is one of this work in another language."""
_POST = r"(?!(?:[A-Z][\w-]+\s+){0,3}(?:Head|Chief|Executive|President|Officer|Director|Producer|Editor|Minister|Ambassador|Manager|Chair\w*|Curator|Controller|Secretary|Artist|Fellow|Host|Presenter)\b)"
"""Not what somebody is outside of the work."""
_ON = r"(?:as|to\s+(?:play|voice|portray)|(?:in|for)\s+the\s+(?:\w+\s+)?(?:role|part)\s+of)"
_JOINS = re.compile(
    rf"{_ACTOR}(?:,?\s+who)?\s+(?:(?:has|have|is|will|also|just|reportedly)\s+)*(?:join|board)(?:s|ed|ing)?\s+(?:the\s+|its\s+)?(?:[a-z-]+\s+){{0,3}}?(?:cast|ensemble|line-?up|series|show|film|movie|anime|drama|thriller|comedy|project|production|game|adaptation)"
    rf"(?:\s+(?:of|for)\s+(?:(?!\b(?:with|and|alongside|opposite|while|where)\b)[^.;,()]){{2,50}}?)?,?\s+{_ON}\s+{_ROLE_OF}{_POST}{_CHARACTER}"
)
_NAMED_AS = re.compile(
    rf"{_ACTOR}(?:,?\s+who)?\s+(?:(?:has|have|had)\s+(?:(?:also|already)\s+)?been|was|were|is)\s+(?:(?:now|also|officially)\s+)?(?:confirmed|announced|revealed|unveiled|named|hired|signed(?:\s+up|\s+on)?|chosen|picked|recruited|cast(?!\s+as))\s+{_ON}\s+(?:the\s+(?:{_TONGUE}\s+)?voice\s+of\s+)?{_ROLE_OF}{_POST}{_CHARACTER}"
)
_REPLACES = re.compile(
    rf"{_ACTOR}\s+(?:(?:has|have|is|will|also)\s+)*(?:replac(?:es?|ed|ing)|succeed(?:s|ed)?|(?:takes?|took|taking)\s+over\s+from|stepp?(?:s|ed|ing)?\s+in\s+for)\s+(?:the\s+late\s+)?{NAME}\s+(?:as|in\s+the\s+(?:\w+\s+)?(?:role|part)\s+of)\s+(?:the\s+(?:{_TONGUE}\s+)?voice\s+of\s+)?{_ROLE_OF}{_POST}{_CHARACTER}"
)
_TAKES_OVER = re.compile(
    rf"{_ACTOR}\s+(?:(?:has|have|is|will|also)\s+)*(?:tak(?:e|es|en|ing)|took)\s+over\s+as\s+the\s+(?:{_TONGUE}\s+)?voice\s+of\s+{_CHARACTER}"
)
"""Who has a part that was another's."""
ANYBODY = (
    (_AS, (" as ", " role of ", " part of ")),
    (
        _PLAYS,
        (
            "voic",
            "play",
            "portray",
            "star",
            "headlin",
            "lead",
            "take",
            "took",
            "role",
            "cast",
            "join",
            "return",
            "appear",
            "into the",
            "inherit",
        ),
    ),
    (_RANKED, (" is ", " was ", " as ")),
    (_VOICED, (" by ",)),
    (_VOICE_LABEL, ("(", "（")),
    (_IN_A_DUB, (" dub", " version", " track")),
    (_PLAYING_IS, ("playing ", "voicing ", "portraying ", "starring ", "role of", "part of")),
    (_ROLE_TO, (" to ",)),
    (_VOICE_OF, ("voice of", "actor behind")),
    (_JOINS, ("join", "board")),
    (
        _NAMED_AS,
        ("confirmed", "announced", "revealed", "unveiled", "named", "hired", "signed", "chosen", "picked", "recruited", "cast "),
    ),
    (_TAKES_OVER, ("over as",)),
    (_REPLACES, ("replac", "succeed", "over from", " in for")),
)
"""Patterns that need no known name, each with what must stand in the sentence before it is worth a search."""
