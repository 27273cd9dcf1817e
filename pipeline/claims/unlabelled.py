"""The words around "a mystery" or "the drama" by which that is no label of the series, but what is in it, another work, or any one of its kind. Knows no genres."""

import re

OTHER_WORDS = re.compile(
    r"(?<![\w-])(?:and|or|of|with|but|in|is|for|that|who|as|than|about|its|the|a|an|his|her|from)(?![\w-])", re.IGNORECASE
)
ONE_OF_MANY = re.compile(
    r"\b(?:other|another|best|worst|rare|good|great|decent|typical|first(?!-)|last|previous|average|standard|classic|no|little|bit|some|companion|tie-in|they|we|i|you|he|she|it|live|ways?|what)\b",
    re.IGNORECASE,
)
THAT = re.compile(r"\s+that\b")
"""Behind it: which mystery or drama is meant, of many."""
OTHER_NOUN = re.compile(
    r"\s+(?:manga(?!\s+(?:adaptation|anime|series))|manhwa|CDs?|schools?|teachers?|class(?:es)?|clubs?|students?|lessons?|writers?|fans?|novels?|books?|magazines?|festivals?|awards?|numbers?|chiefs?|boss(?:es)?|commissioners?|departments?|slates?|output|controllers?)\b|(?<=romance),?\s+(?:\w+ly\s+)?between\b"
)
"""What it is the drama or mystery of is no work for the screen."""
ON_STAGE = re.compile(r"\b(?:stage|radio|audio|Broadway|West End)\s+$", re.IGNORECASE)
"""Another version of it."""
ONE_OF_SEVERAL = re.compile(r"\b[Tt]he\s+(?:first|second|third|last|other|next|former|latter)(?:\s+one)?\s+(?:is|was)\s+$")
"""Which of the works that were named before."""
OPINION = re.compile(
    r"\b(?:think|thinks|thought|understood|understands|believes?|believed|argues?|argued|reckons?)\s+(?:that\s+)?[^.;,:]{0,60}$"
)
"""What somebody takes it for."""
DEFINED = re.compile(r"\s+(?:is|are|isn['’]t|must|should|can|can['’]t|may|needs|wants|doesn['’]t|does)\b")
"""Behind "a roguelike": what any of them is like."""
OF_A_PART = re.compile(
    r"\b(?:episodes?|chapters?|instal?lments?|levels?|missions?|acts?|half|parts?|scenes?|sequences?|finale|premiere|opener|pilot|hour|week|rest|remainder|(?:much|most) of it|ep\.)(?:\s+[\w’'-]+){0,4}?,?\s+(?:is|was|becomes|feels|turns into|gives us|brings|as|:)\s*$",
    re.IGNORECASE,
)
"""What is called so is a part of it."""
TITLED = re.compile(
    r"\s+[\"“‘'*_]*(?!(?:With|That|About|From|In|On|Of|For|To|You|We|Everyone|Who|Which|Is|Was|Has|Will|Gets?)\b)(?:[A-Z][\w’'-]*\s+(?:(?:and|of|the|in|&)\s+){0,2}){1,5}?[A-Z][\w’'-]*"
)
"""The title of the work that is called so."""
TIMES = re.compile(r"\b(?:week|day|month|today|tonight|yesterday|tomorrow|year|season|episode|chapter)['’]s\s")
""" "this week's mystery" is that of an episode."""
BESIDE_IT = re.compile(r",\s+[\"“‘'*_]*(?:The\s+|A\s+)?[A-Z][\w’'-]+\s+(?:(?:of|the|and|in|to|at)\s+){0,2}[A-Z]")
"""The title of another work that is called so."""
NOT_A_LABEL = re.compile(
    r"\b(?:like|unlike|against|than|less|more|fans? of|lovers? of|history of|kind of|sort of|feels?|felt|part|half|hardly|barely|scarcely|never|other|another|every|any|many|best|worst|most|each|good|great|decent|among|as if|looks|homage|nods?|not|neither|nor|isn['’]t|rather|instead|seeking|want\w*|wait\w*|pretend\w*|dressed|would-be|enough|could|almost|tribute|trapped|classic|one of|next)\b[^,;:]{0,40}$|\b(?:takes?|twists?|spins?|riffs?|variations?|satires?|send-ups?|spoofs?|parody|parodies|deconstructions?|reinventions?)\s+(?:on|of)\s+$",
    re.IGNORECASE,
)
ON_AN_EPISODE = re.compile(
    r"\b(?:episode|ep\.?|chapter|part) #?(?!0?1\b)\d+\b|\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|final) episode\b",
    re.IGNORECASE,
)
"""A headline under which "a comedy" is what one episode is."""
LOOSE = re.compile(
    r"\b(?:power|real|usual|human|whole|same|little|high|old|own|inner|only|central|main|pure|sheer|family|final|courtroom|new|kind|sort|core|very|much|more|murder)\b|-part\b|-episode\b|-hour\b",
    re.IGNORECASE,
)
"""Words with which "the drama" or "the mystery" is in it, and not what it is."""
TAKEN_AS = re.compile(r"(?:^\W*|^\W*(?:And|But),?\s+|[,;]\s+(?:and|but)\s+)(?:[Ff]or|[Aa]s)\s+$")
IT_GOES_ON = re.compile(
    r",?\s+(?:it(?:['’]s|\s+(?:is|was|has|had|works|succeeds))|(?:the|this)\s+(?:series|show|film|anime|game)\s+(?:is|was|has|works|succeeds))\b"
)
""" "For a western it is long", "as a comedy it has teeth"."""
CALLED = re.compile(r"(?:,?\s+(?:called|titled|entitled|named|known as))?[ ,:\"“‘'*]*")
"""Between a label and the title."""


def is_in_a_name(m: re.Match[str], capitals: bool) -> bool:
    """ "The Salt Detective film": a capital behind a capital, where other words have none."""
    return m[0][0].isupper() and not capitals and bool(_CAPITAL.search(m.string[: m.start()]))


_CAPITAL = re.compile(r"\b[A-Z][a-z’'-]+(?<!ese)(?<!ish)(?<!an)(?<!ch)\s+$")
