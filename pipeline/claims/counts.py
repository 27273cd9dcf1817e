"""Reads how many episodes there are."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.numbers import NUMBER, ORDINAL, ORDINALS, WORDS, is_round, number
from pipeline.claims.portions import REST_PARTIAL, is_some
from pipeline.claims.seasons import season
from pipeline.claims.withdrawn import AGAIN, is_denial, is_withdrawn
from pipeline.terms import Hit

_ABOUT = r"(?P<about>(?i:about|around|roughly|some|approximately|circa|nearly|almost)\s+|~)?"
_ADJECTIVES = r"(?:(?:full|half-hour|broadcast|total|weekly|more|whole|television|TV|main|regular|hour-long|\d+-minute)\s+)?"
_COUNT = rf"{_ABOUT}(?P<n>{NUMBER})(?:\s*(?:to|or|-|–)\s*(?P<to>{NUMBER}))?"
_EPISODES = rf"{_COUNT}[\s-]+{_ADJECTIVES}(?i:episodes?|eps?\b|chapters|instal?lments)"
_HAVE = (
    r"(?i:given|lists?|listing|ha(?:s|ve|d|ving)|hav(?:e|ing)|gets?|got|runs?|ran|runn?ing|run(?:s|ning)? (?:to|for)|consist(?:s|ed|ing)? of|compris(?:e|es|ed|ing)(?: of)?|span(?:s|ned|ning)?|total(?:s|ed|led|ling)?|includ(?:e|es)|be|is|was|are"
    r"|lasts?|lasted|last for|feature[sd]?|contain(?:s|ed)?|order(?:s|ed)?(?: of| for)?|made up of|made of|with|at|for|of|its|all|the whole|the full|the complete|the entire|to|confirm(?:s|ed)?|reveal(?:s|ed)|shows|planned|cut to|trimmed to|extended to|expanded to|grown to|grows? to|grew to|shrinks? to|stretch(?:es|ed) to|swells? to|reduced to|span of|total of|tell(?:s|ing)? its story (?:in|over|across)|in|across|over)"
)
_STATED = re.compile(
    rf"\b(?P<verb>{_HAVE})\s+(?:(?i:for|a total of|just|only|exactly|the|its|all|now|a full|in|to|of|at|as|be|a run of|still)\s+){{0,3}}{_EPISODES}(?P<rest>.{{0,50}})"
)
_HYPHEN = re.compile(
    rf"{_ABOUT}(?P<n>{NUMBER})(?:\s*(?:to|or|-|–)\s*(?P<to>{NUMBER}))?[\s-](?i:episodes?|parts?|part)(?:,\s|[\s-])\s*(?i:(?:(?:straight-to-series|British|American|Japanese|Irish|Scottish|German|French|Korean|new|weekly|fantasy|historical|period|romantic|legal|medical|family|prestige|original|tv|television|anime|sci-fi|science-fiction|cyberpunk|mystery|fantasy|drama|single|broadcast|limited|crime|first|one-cour|action|animated|comedy|thriller|horror)\s+)*)"
    rf"(?:(?!(?:of|in|for|to|from|about|at|on|with|by|and|or|the|an?|that|is|was|season|story|podcast|radio|web|audio|book|comic|manga|novel|fan|interview|lecture|were|are|have|has|had|will|make|this|each|per|every|into|as|after|before|until|so|than|its|his|her)\b)[a-z]+\s+)?(?P<noun>(?i:series|season|run|anime|show|drama|original|story|production|length|order|whole|cour|adaptation|thriller|mystery|commitment|serial|mini-?series|tale|journey|count|take|retelling|treatment|import))(?![a-z])(?P<rest>.{{0,30}})"
)
_SERIES_OF = re.compile(
    rf"\b(?:(?i:series|season|run|order|anime|show|fantasy|drama|comedy|thriller|mystery|serial)|(?i:an?)\s+(?:[\w-]+\s+){{0,3}}(?i:production|adaptation|story|original))\s*,?\s+(?:(?i:of|with)|(?<=, )in)\s+(?:(?i:just|only)\s+)?{_EPISODES}(?P<rest>.{{0,50}})"
)
_ORDERED = re.compile(
    rf"(?<![\w-]){_EPISODES}(?P<rest>\s+(?:(?i:have been|has been|are|were|will be)\s+(?i:ordered|planned|confirmed|commissioned|announced|made(?!\s+available)|listed|scheduled)|(?i:make up|long|in all\b|in total\b|in length\b|altogether\b)))"
)
_ALL = re.compile(
    rf"(?:\b(?i:all|its|whose(?!\s+[\w-]+-(?:episode|part))|the full|the complete)|\b(?i:the|this) (?:series|show|season|anime|drama|thriller|first season)['’]s|\b(?i:the) first series['’])\s+{_EPISODES}(?P<rest>.{{0,50}})"
)
_CUT = re.compile(
    rf"\b(?i:from)\s+{NUMBER}(?:\s+episodes)?\s+(?i:to)\s+(?P<about>(?i:about|around)\s+)?(?P<n>{NUMBER})(?P<to>(?!))?(?P<rest>\s*(?:episodes|[.,;]|$).{{0,20}})"
)
_BARE = re.compile(rf"[:—–|][*_]{{0,2}}\s+(?:(?i:just|only|all|a full)\s+)?{_EPISODES}(?P<rest>.{{0,50}})")
_ALONE = re.compile(
    rf"(?:^\W*|\((?:[\w -]{{1,15}},\s+)?){_EPISODES}(?P<rest>\s*(?:[.,;|)]|$|(?:on|for|from)\s+[A-Z]|in\s+(?:all|total)).{{0,40}})"
)
"""A sentence or brackets that begin with the number and say nothing of what was done with the episodes."""
_THE = re.compile(
    rf"^\W*The\s+{_EPISODES}(?P<rest>\s+(?:of\s+(?:(?i:season|series)\s+(?i:one|1)|the\s+(?:first\s+season|series|show|anime))\s+)?(?:can|could|are|will|stream|run|remain)\b.{{0,40}})"
)
"""All of them, of which something is said."""
_IN_PARTS = re.compile(
    rf"\b(?:(?i:series|drama|thriller|show|story|tale|mystery|comedy|serial|adaptation|retelling|version|romance|fantasy|anime|told|unfold(?:s|ing)?)\s+(?:(?i:told|spread|itself)\s+)?(?i:in|over|across)|(?i:runs?|ran|stretch(?:es|ed)|extend(?:s|ed))\s+(?i:to)|(?i:all))\s+(?:(?i:just|only|some)\s+)?{_COUNT}\s+(?:(?!of\b)[a-z-]+\s+)?(?i:parts|episodes|chapters|instal?lments)\b(?!,?\s+(?:of|each)\b)(?P<rest>.{{0,30}})"
)
_PARTER = re.compile(rf"(?P<about>(?!))?(?<![\w-])(?P<n>{NUMBER})(?P<to>(?!))?-(?i:parter)s?\b(?P<rest>)")
_IT_IS = re.compile(
    rf"\b(?i:it|this|the (?:series|show|season))(?:['’]s|\s+is)\s+(?:(?i:only|just|a lean|a tight|a brisk)\s+)?{_EPISODES}(?P<rest>\s*(?:[.,;]|long\b).{{0,20}})"
)
_THERE_ARE = re.compile(rf"\b(?i:there (?:are|will be))\s+(?i:only|just)\s+{_EPISODES}(?P<rest>.{{0,40}})")
_OF_THEM = re.compile(
    rf"\b(?i:episodes)\b[^.;:?]{{0,60}}[;,]?\s+(?:and\s+)?(?i:there (?:are|will be))\s+(?:(?i:only|just|still|to be)\s+)?{_COUNT}(?P<rest>\s+(?i:of them|in all|in total)\b|(?=\s*(?:[.;]|$)))"
)
"""How many, where the word for them stands before."""
_OVER_AFTER = re.compile(
    rf"\b(?i:after|with)\s+{_EPISODES}(?P<rest>,?)(?=\s+(?:(?i:it|the\s+(?:[\w-]+\s+){{0,3}}?(?:series|show|season|anime|drama|mystery|thriller|comedy|fantasy|romance))(?:\s+by\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,2}})?|[A-Z](?:(?!['’]s\b)[^,.;]){{2,50}}?)\s+(?:(?:has|is|now|finally|also)\s+)*(?:ends|ended|come to (?:an|its) end|came to (?:an|its) end|conclude[sd]|wraps|wrapped|finishe[sd]|bows out|bowed out|signs off|signed off|over|done)\b)"
)
_IS_RIGHT = re.compile(
    rf"^\W*(?:The\s+)?{_EPISODES}(?P<rest>\s+(?i:is|are|turns? out to be|proves? to be|feels?|may be|seems?)\s+(?:(?i:exactly|just|quite|about|more than|plainly)\s+)*(?i:what (?:this|the|such a)|all (?:that )?(?:this|the|it|there)\b|enough for (?:this|the|such)|(?:the )?right (?:for|number|length)|the length of\b|plenty\b(?!\s+to\b)))"
)
"""How many there are, and that this is right."""
_ALL_THE = re.compile(
    rf"\b(?P<whole>(?i:the))\s+{_EPISODES}(?P<rest>\s*(?:[.;!]|$)|\s+(?:last|lasted|themselves|contain|have|has|had|are|were|will|would|can|could|ran|run|take|took|of\s+the\s+(?:series|show|anime|drama|season))\b.{{0,30}})"
)
"""The episodes that there are, where nothing says that they are some."""
_WE_MADE = re.compile(rf"\b[Ww]e\s+(?:made|shot|filmed)\s+{_EPISODES}(?P<rest>\s*(?:[,.;!”\"]|$))")
"""Said by those who made them."""
_TITLES = re.compile(
    rf"[\"”’'*_]*(?:(?:['’]s?|(?<=['’]s))\s+|\s*\((?:[\w '’+-]{{1,20}}[,;|]\s+){{0,4}}){_EPISODES}(?P<rest>.{{0,40}})"
)
_ENTRY = re.compile(rf"[\"”’'*_]*\s+[–—-]\s+(?:[\w .+]{{1,20}},\s+){{1,4}}{_EPISODES}(?P<rest>\s*(?:[.,;|]|$))")
"""Right behind the title: whose they are; or in what a list has of it."""
_OPENING = re.compile(
    rf"^\W*(?P<at>At|With|In|Over|Across)\s+(?:(?i:just|only|a brisk|a lean|a mere|its|the course of|a tight|a tidy)\s+){{0,3}}{_EPISODES}(?P<rest>,|(?=\s+(?:[A-Z]|it\b|the\s|to\s+(?:fill|tell|play|work)\b)))"
)
"""A sentence that begins with the whole length."""
_MADE_INTO = re.compile(
    rf"\b(?:(?i:turn|spread|stretch|compress|condens|squeez|pack|boil|distil|divid|adapt|fit|unfold)\w*\s+(?:(?i:it|them)|(?:[\w'’-]+\s+){{1,5}}?(?i:novels?|manga|books?|stor(?:y|ies)|play|memoir|tale|trilogy|saga|comics?|script)(?:\s+down)?)\s+(?:in|over|across|in?to)|(?i:does|did|do|done)\s+with)\s+(?:(?i:just|only|its|the|these)\s+)?{_EPISODES}(?P<rest>.{{0,50}})"
)
"""What the makers had to tell, or did, in all of them."""
_WHOLE_ORDER = re.compile(
    rf"\b(?i:the|these|those)\s+{_EPISODES}(?P<rest>\s+(?:are|were)\s+(?:all\s+(?:there|that|of\s+it)\b|everything\b|the\s+(?:whole|entire|full|complete)\s+(?:commission|order|run|series|season|show|story|thing)\b))"
)
_LABEL = re.compile(
    rf"(?i:(?:number of episodes|episode count|episodes|total episodes|episode total|話数))\s*(?:[:：|–—-]|,(?=\s*\d{{1,2}},)|\((?=\s?[\w~ ]{{1,12}}\b ?[),;])|\b(?:is|at|stands at|of|stays(?: at)?|remains(?: at)?|comes to|(?:is|was|will be|has been) (?:set|fixed|put) at|will be|is now)\b)\s*{_COUNT}(?!\s*(?:/|of|[-–]\s*\d|-?min(?:ute)?s?\b|weeks\b|volumes\b))(?P<rest>.{{0,20}})"
)
_LAST = re.compile(
    rf"(?i:episode)\s+(?P<n>{NUMBER}),?\s+(?i:the\s+(?:season\s+|series\s+)?(?:finale|last(?: episode)?|final (?:episode|one)))|(?i:the|its|with a|a)\s+(?P<o>{ORDINAL})\s+(?i:and\s+(?:final|last)\s+(?:episode|part|chapter|instal?lment))"
)
_OF_THE = re.compile(
    rf"\b(?i:the (?:first|second|third|last|final) of)\s+(?i:the|its)\s+(?P<n>{NUMBER})\s+(?i:episodes|parts|instal?lments)\b(?!\s+(?i:that|which|who|whose|where|made|written|directed|storyboarded|drawn|sent|shown|screened|provided|we|he|she|they|I|on|for|to|with|by)\b)(?P<o>(?!))?"
)
_AHEAD = re.compile(rf"\b(?i:the|its|this)\s+(?P<n>{NUMBER})[\s-](?i:episode|part)\s+(?:[a-z]+\s+)?[\"“‘'*_]*$(?P<o>(?!))?")
"""Right before the title ("the ten-episode Iron Moth")."""
_IN_ALL = re.compile(
    rf"(?:\b(?i:for|to make|making|or)|[:—–,(])\s+(?P<about>(?!))?(?P<n>{NUMBER})(?P<to>(?!))?(?P<rest>\s+(?i:in all|in total|altogether)\b)"
)
_COURS = re.compile(
    rf"(?P<c>{NUMBER})[\s-](?:(?i:cours?)(?i:\s*(?:,|\()?\s*(?:of|with|each of|at))\s+(?P<n>{NUMBER})(?:\s+(?i:episodes?))?|(?i:parts|halves|batches|blocks|runs)(?i:\s*(?:,|\()?\s*(?:of|with|each of|at))\s+(?P<m>{NUMBER})(?:\s+(?i:episodes?)(?:\s+each)?|\s+each))"
)
_ALL_END = re.compile(
    rf"(?i:(?:end|wrap|conclud|finish)\w*(?: up)?(?: its run)?|bow(?:s|ed|ing)? out|sign(?:s|ed|ing)? off|to (?:an|its) end|complete|over|done)(?:\s+(?:on|in|last|this|yesterday|today)\s+[\w ,]{{0,30}}?)?\s*(?i:after|with|at|in)\s+(?:(?i:a total of|all|just|only)\s+)?{_COUNT}[\s-]+(?:(?!more\b|of\b|other\b)[a-z-]+\s+)?(?i:episodes?|parts|chapters)(?P<rest>.{{0,30}})"
)
_BOTH = re.compile(
    r"\b(?:both seasons|two seasons|three seasons|all seasons|seasons combined|combined|altogether|across (?:\w+ )?seasons|over (?:\w+ )?seasons|per season|each season)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:podcast|web ?series|radio (?:play|series|drama)|audio drama|serial|original series|predecessor|first show)\s+(?:itself\s+)?(?:(?:had|has|already|first)\s+)*$",
    re.IGNORECASE,
)
"""What has so many is not the series."""
_LARGEST = 2000
_A_YEAR = 1900
"""From which on a number alone is no number of episodes."""
_SEASON = 8
"""Episodes from which "in so many episodes" means all of them."""
_RUN = 6
"""Episodes from which what is told in them is more than an arc."""
_OF_IT_ALL = re.compile(
    r"[\s-]+(?:[a-z-]+\s+)?(?:episodes|parts|chapters|instal?lments)\s+(?:of\s+(?:the|this|its|(?:last|this)\s+(?:year|week|season)['’]s)\s+(?:[\w-]+\s+){0,4}?(?:series|show|anime|drama|season|adaptation|thriller)\b(?!['’]|\s+(?:so far|to date|that|which|aired|sent|provided|seen|we|I)\b)"
    r"|(?:(?:are|were|will be|is)\s+(?:(?:now|finally|already|all)\s+)*(?:out|available|released|streaming|up)|drop(?:s|ped)?|land(?:s|ed)?|arrive[sd]?)\b(?!\s+(?:so far|to\s+(?:critics|press|the\s+press|reviewers|us|me)|for\s+review))(?![^.;]*\bmore\b))"
)
"""All of them are of the whole, or are there for everybody."""


_WHOLE = frozenset({_IN_PARTS, _THERE_ARE, _OF_THEM, _IT_IS, _OVER_AFTER, _WHOLE_ORDER})
"""Patterns that say by themselves that all of them are meant, but for what may stand behind."""
_TOKENS = re.compile(r"\d+|[a-z]+|話数")
_COUNTING = frozenset(w for said in (*WORDS, *ORDINALS) for w in re.findall("[a-z]+", said) if w != "a")


_SHOWN = re.compile(r"\b(?:anime|television|TV|animated|Netflix)\b")
"""What is made of a game has episodes of its own."""
_NOUNS = ("episode", "part", "eps", "cour", "chapters", "instal", "話数")


def _is_counted(text: str) -> bool:
    """A number stands near a word for episodes: without it no pattern is worth a search."""
    tokens = _TOKENS.findall(text.lower())
    return any(
        token.startswith(_NOUNS) and any(t.isdigit() or t in _COUNTING for t in tokens[max(0, n - 6) : n + 10])
        for n, token in enumerate(tokens)
    )


def episodes(line: Line, known: Known) -> Iterator[Found]:
    """How many episodes there are; never the number of one, nor of some."""
    text = line.text
    if (
        not (known.aired or (known.game and "episode" in text.lower() and not _SHOWN.search(text)))
        or not _is_counted(text)
        or _BOTH.search(text)
    ):
        return
    for m in _COURS.finditer(text):
        each = (number(m["c"]) or 0) * (number(m["n"] or m["m"]) or 0)
        if 2 <= each <= _LARGEST:
            yield Found(season(line, m.start("c"), m.end(), line.tense(m.start(), m.end()), True), str(each), m.start(), m.end())
    titles = known.own.find(text)
    ahead = (said for title in titles if (said := _AHEAD.search(text[: title.start])))
    for m in (*_LAST.finditer(text), *_OF_THE.finditer(text), *ahead):
        if n := number(m["n"] or m["o"]):
            of = season(line, m.start("n"), m.end(), line.tense(m.start(), m.end()), m.re is not _OF_THE)
            yield Found(of, str(n), m.start(), m.end())
    seen: set[int] = set()
    for pattern in (
        _LABEL,
        _OPENING,
        _ALL_END,
        _MADE_INTO,
        _HYPHEN,
        _CUT,
        _ORDERED,
        _STATED,
        _ALL,
        _IN_ALL,
        _SERIES_OF,
        _BARE,
        _ALONE,
        _THE,
        _IS_RIGHT,
        _WHOLE_ORDER,
        _IN_PARTS,
        _PARTER,
        _IT_IS,
        _THERE_ARE,
        _OVER_AFTER,
        _OF_THEM,
        _ALL_THE,
        _WE_MADE,
        _TITLES,
        _ENTRY,
    ):
        behind = pattern in (_TITLES, _ENTRY)
        for m in (h for t in titles if (h := pattern.match(text, t.end))) if behind else pattern.finditer(text):
            if m.start("n") in seen:
                continue
            if _OF_ANOTHER.search(text[: m.start()]) or _is_of_title(text, m, known):
                continue
            low, high = number(m["n"]), number(m["to"]) if m["to"] else None
            ending = (
                pattern is _ALL_END
                or (pattern in _WHOLE and not REST_PARTIAL.match(m["rest"]))
                or (pattern is _ALL and bool(_OF_IT_ALL.match(text, m.end("n"))))
                or (pattern is _MADE_INTO and (low or 0) >= _RUN)
                or (pattern is _ENTRY and _opens(text, m, titles))
                or (pattern is _OPENING and (m["at"] == "At" or (low or 0) >= _SEASON))
            )
            if (
                (pattern is _CUT and (low or 0) >= _A_YEAR)
                or (pattern in (_OPENING, _MADE_INTO, _ENTRY) and not ending)
                or (pattern in (_ALL_THE, _WE_MADE) and (low or 0) < _RUN)
            ):
                continue
            if (
                not low
                or not (2 if pattern is _IN_PARTS else 1) < low <= _LARGEST
                or (not ending and is_some(text, m, pattern is _LABEL))
            ):
                continue
            if pattern is _HYPHEN and re.match(r"\s*(?:premiere|arc|block|preview|finale)\b", m["rest"] or ""):
                continue
            value = f"{low}..{high}" if high and high > low else f"{'~' if m['about'] or is_round(m['n']) else ''}{low}"
            if is_withdrawn(text, m):
                if again := AGAIN.search(text, m.end("n")):
                    yield Found(
                        season(line, m.start("n"), m.end(), line.tense(m.start(), m.end()), True),
                        str(number(again["n"])),
                        m.start(),
                        again.end(),
                    )
                    seen.add(m.start("n"))
                elif is_denial(text, m):
                    yield Found(
                        season(line, m.start("n"), m.end(), line.tense(m.start(), m.end()), True),
                        value,
                        m.start(),
                        m.end("n"),
                        True,
                    )
                continue
            seen.add(m.start("n"))
            yield Found(
                season(line, m.start("n"), m.end("n"), line.tense(m.start(), m.end()), True), value, m.start(), m.end("n")
            )


def _opens(text: str, m: re.Match[str], titles: list[Hit]) -> bool:
    """The title before the match begins the line."""
    return not text[: next(t.start for t in titles if t.end == m.start())].strip(" \"“‘'*_•-")


def _is_of_title(text: str, m: re.Match[str], known: Known) -> bool:
    """ "All 13 episodes of Salt Road": the title behind is another's."""
    of = _OF_TITLE.match(text, m.end("n"))
    return bool(of) and not known.own.find(text[m.end("n") :][:_TITLE])


_TITLE = 80
_OF_TITLE = re.compile(
    r"[\s-]+(?:[a-z-]+\s+){0,2}(?:episodes|parts|chapters|instal?lments)\s+of\s+[\"“‘'*_]*(?!(?:Season|Series|The|It|This|TV|English|Japanese)\b)[A-Z][\w’']*(?:\s+(?:&\s+)?[A-Z]|[\"”’*_])"
)
