"""Titles in a line: the series' own, and what can hardly be but the title of another work. Names of people and outlets are none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.claims.known import Known
from pipeline.claims.names import UPPER, key
from pipeline.claims.persons import DOES, is_person

_CAP = rf"[{UPPER}0-9](?:[\w’'&!?]|[.-](?=\w))*"

_RUN = re.compile(rf"(?<![\w’'-])[{UPPER}](?:[\w’'&!?]|[.-](?=\w))*(?::?\s+(?:(?:of|the|to|and|no|&)\s+){{0,2}}{_CAP})*")

_QUOTED = re.compile(
    rf"[\"“«『「]([{UPPER}0-9][^\"”»』」]{{1,60}})[\"”»』」]|(?<!\w)['‘]([{UPPER}][^'’]{{2,50}})['’](?!\w)|(?<!\w)(?:\*{{1,2}}|_)(?:\d{{1,2}}[.)]\s+)?([{UPPER}](?!(?:hen|ow|here|s|oes|ill)\b[^*_?]{{0,60}}\?[*_])[^*_]{{1,60}})(?<!:)[*_](?!\w)"
)
"""What a label in bold says, or a question, is no title."""

_LEADING = re.compile(
    r"^(?:(?:The|A|An|In|On|At|But|And|Or|If|It|Its|This|That|These|Those|When|While|After|Before|Both|Unlike|Like|With|For|From|By|As|So|Yet|Then|Now|Where|Here|There"
    r"|Even|Not|No|Only|Since|Until|Although|Though|Because|How|What|Why|Who|His|Her|Their|Our|My|We|He|She|They|You|I|Once|Also|All|Every|Each|One|To|Is|Was|Are|Will"
    r"|Watching|Meanwhile|Elsewhere|Fans of|Compared to|Compared with|Like|Has|Have|Had|According to|Speaking to|Asked|Does|Did|Review|News|Preview)\s+)+(?=\S)"
)

_ORDINARY = frozenset(
    """the a an in on at but and or if it its this that these those when while after before both unlike like with for from by as so yet then now where here there even not
    no only since until although though because how what why who his her their our my we he she they you i once also all every each one to is was are will january february
    march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday winter spring summer autumn fall
    japan japanese america american europe european uk us britain british english french german spanish italian korea korean china chinese asia asian tv ova ona dvd blu
    ray blu-ray pc ai cg cgi 3d anime manga season episode episodes series show film movie game cast staff studio series' news update correction update: yes story
    characters character director directors premiere date dates finale source genre genres platform platforms rating original light novel official site twitter x
    youtube reddit instagram facebook mars earth moon tokyo osaka kyoto hollywood london paris berlin north south east west latin southeast world worldwide today
    tomorrow yesterday tonight directed written produced animated starring score music composer writer writers producer producers chief opening ending theme themes song
    first second third fourth fifth final last new details two three four five six seven eight nine ten eleven twelve thirteen voice actor actors actress based created
    animation production company designer design composition script scripts broadcast streaming airing release released release: premiere: expected confirmed announced
    reportedly currently originally however meanwhile still just please note editor press contact jan feb mar apr jun jul aug sep sept oct nov dec united states kingdom america americas australia canada france germany italy spain india brazil mexico zealand york atlantic pacific fans mondays tuesdays wednesdays thursdays fridays saturdays sundays christmas easter halloween thanksgiving aired airs airing run runs broadcaster network channel opens launch launches available developer developers publisher format formats studios genre where watch streams reviewed q1 q2 q3 q4 jst est pst gmt edt pdt cst cdt bst cet cest utc am pm nor neither maybe perhaps sadly alas of instead rather thanks despite due together following prior ahead throughout besides within without under over across around during including 4k uhd hd ultra its it's that's there's he's she's ours mine yours theirs
    san diego los angeles francisco chicago austin seattle boston orlando vegas toronto montreal vancouver sydney melbourne madrid barcelona rome milan munich cologne leipzig
    vienna brussels amsterdam copenhagen stockholm seoul shanghai beijing taipei hong kong singapore bangkok manila mumbai delhi dubai annecy cannes venice lucca""".split()
)

_ORGANISATION = re.compile(
    r"\b(?:Inc|Ltd|LLC|Corp\w*|Studios?|Pictures|TV|Television|Films?|Productions?|Entertainment|Animation|Media|Magazine|News|Network|Weekly|Daily|Times|Post|Herald|Bros"
    r"|Committee|Records|Publishing|Press|Wire|Journal|Group|Company|Works|Agency|Festival|Expo|Con|Awards?|Fair|Event|Channel|Plus|Broadcasting|Rotten Tomatoes|Anime-?Planet|IMDb|MyAnimeList|Interactive|Report)\b"
)

_HOUR_OF = re.compile(
    r"(?:Eastern|Pacific|Central|Mountain|Japan|British|Greenwich|Indian|Australian)(?:\s+(?:Standard|Daylight|Summer|Mean))?\s+Time"
)
"""Of which zone an hour is."""
_CUT = re.compile(r"['’](?:ve|m|d|ll|re|s)$")
"""What is cut short behind a word ("I've")."""

_OTHER = (
    r"\b(?:previous|earlier|last|other|former|recent|debut|older|rival|sister|past|next|another|better-known|best-known|different|separate|unrelated|similar|most|many|both|competing)\s+(?:\w+\s+)?"
    r"(?:series|shows?|works?|projects?|anime|films?|games?|titles?|hits?|productions?|adaptations?|seasons)\b|\b(?:predecessor|rivals?)\b|\bthat\s+(?:series|show|film|game|one(?!\s+(?:sees|hears|(?:can|could)\s+(?:see|hear|watch|find))))\b"
)

_BOOKS = r"|\b(?:the|its)\s+(?:original\s+|source\s+|spin-off\s+|tie-in\s+)?(?:{})(?:\s+(?:adaptation|version))?\b(?!\s*(?:,\s*)?(?:adaptation|anime|series|creator|author))"

_FORMS = {
    "anime": "manga|light novels?|novels?|novelization|webtoon|comics?|soundtrack|album|stage (?:play|musical|version|show|adaptation)|musical|pod(?:cast)?|audio drama|radio (?:play|series|drama|show|programme?|companion)|(?:mobile |video )?game|film|movie|novelisation|books?",
    "show": "manga|novels?|comics?|soundtrack|album|stage (?:play|musical|version|show|adaptation)|musical|pod(?:cast)?|audio drama|radio (?:play|series|drama|show|programme?|companion)|(?:mobile |video )?game|film|movie|books?",
    "film": "manga|novels?|comics?|soundtrack|album|stage (?:play|musical|version|show|adaptation)|musical|pod(?:cast)?|audio drama|radio (?:play|series|drama|show|programme?|companion)|(?:mobile |video )?game|series|show|books?",
    "game": "manga|novels?|comics?|soundtrack|album|stage (?:play|musical|version|show|adaptation)|musical|pod(?:cast)?|audio drama|radio (?:play|series|drama|show|programme?|companion)|anime|film|movie|series|show|board game|books?",
}

_BOOK = re.compile(r"\b(?:manga|novels?|comics?|webtoon|books?|soundtrack)$", re.IGNORECASE)
"""What it may have been made from, which is told of it wherever it is spoken of."""
_QUOTES = re.compile("[\"“«『「'‘*_]")

_OTHER_THING = re.compile(
    r"\b(?:theme|song|single|opening|ending|episode|titled|called|entitled|track|block|\d+|performs?|sings?)\W*$", re.IGNORECASE
)

_OTHERS = {medium: re.compile(_OTHER + _BOOKS.format(forms), re.IGNORECASE) for medium, forms in _FORMS.items()}

_WORDS = re.compile(r"[\w'’-]+")

_ITS_FILM = re.compile(r"[\"”’']?\s*[:–—-]?\s*(?:[Tt]he\s+)?(?:[Mm]ovie|[Ff]ilm)\b(?!\s+(?:series|school|festival))")
"""The film of a series bears its title and is another work."""

_OTHER_FORM = re.compile(r"[\"”’'*_]*,\s+the\s+(?:podcast|pod|manga|webtoon|comic|album|stage play|audio drama|board game),")
"""The work by which it was made, told by its form from what is followed ("Iron Moth, the podcast, was taped …")."""

SECOND = re.compile(
    r"\s+(?:[2-9](?![\d%]|[.,:/]\d)|II|III|IV|Two)\b(?!\s+(?:years?|months|weeks|days|hours|minutes|million|of|out\s+of|in|and|episodes|players|stars|points)\b)"
)
"""Behind the title of a film or a game: the number of the next."""
_GOES_ON = re.compile(
    r"\s+(?:will(?:\s+not|\s+also|n['’]t)?\s+be\s+on\b|returns?|ran|runs|premier\w+|aired|airs|is back|begins|starts|ends|got|gets|comes back|continues|leaves|moves|shifts|streams)\b"
)
"""What a work does whose title is an article and a word."""
_BRACKETS = re.compile(r"\s*\([^()]{2,60}\)")

_WORK_AFTER = re.compile(
    r"^,\s+(?:season|series)\s+\w+|^(?:['’]s)?\s*(?:ran|runs|premiere[sd]?|aired|airs|streams|streamed|is (?:out|back|on)\b|season|anime|manga|series|will (?:run|air|have|premiere|stream)|had|has \w+ episodes|gets|got|is (?:a|an) )\b"
    r"|^\s*(?::|–|—|-)\s+\d|^\s*\((?:(?:19|20)\d\d|series |season |\d{1,2} [A-Z]|\d+ episodes|[A-Z][a-z]+ \d|(?:U|PG(?:-13)?|12A?|15|18|R|NR|TV-\w+)\))"
    r"|^,\s+(?:the|a|an|his|her|their|its|another)\s+(?!\b(?:series|shows?|anime|films?|movies?|games?|drama|thriller|comedy)\b)[^,.;]{1,50}?\b(?:series|shows?|anime|films?|movies?|games?|hit|novels?|manga|drama|thriller|comedy|premiered|aired|ran|released)\b"
)

_AT = re.compile(r"\bat (?:the )?$")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from)\s+$", re.IGNORECASE)

_WORK_BEFORE = re.compile(
    r"\b(?:like|unlike|than|(?:director|creator|maker|star|writer|author|producer|studio|season|episode|instal?lment|rerun|fan|ending|finale|lead|team|cast|hero|remake|adaptation|version|edition|release|launch|premiere|success|world|end)s?\s+(?:behind|of)|after|alongside|beside|(?:re)?watch(?:ed|es|ing)?|series|anime|show"
    r"|(?:re)?mov(?:ed|es)|renew(?:ed|s)|delay(?:ed|s)|acquired|licen[sc]ed|adapt(?:ed|ing|s)|stream(?:s|ed|ing)|aired|airs|released|directed|wrote|created|animated|scored|made|joined|(?:first|second|third|fourth|fifth|next|then|last) (?:was|is|came|comes))\s+$"
    r"|\b(?:his|her|their)\s+(?:[\w-]+\s+){0,2}(?:play|film|movie|novel|series|show|game|book|album|debut),\s+[\"“‘'*_]*$"
    r"|\b(?:designed|wrote|composed|directed|drew|animated|scored|edited)\s+(?:the\s+)?(?:\w+\s+){1,2}(?:of|for)\s+[\"“‘'*_]*$"
    r"|\b(?:the|an?|his|her|their)\s+(?:[\w+-]+\s+){1,2}(?:film|movie|feature)\s+$"
    r"|\b(?:the|an?|its|his|her|their|['’]s)\s+(?:[\w-]+\s+){0,2}(?:miniseries|serial|sitcom|comedy|thriller|drama|documentary|musical|whodunn?it|spin-?off|blockbuster|hit|smash|shooter|roguelike|rpg|platformer)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A title in a line: the series' own, or another's."""

    start: int
    end: int
    own: bool
    strong: bool = True
    """No name of a person looks like it."""
    titled: bool = True
    """By a title, or as a work beside it; else it is only called a book."""
    sibling: Literal["", "next", "older", "lent"] = ""
    """Another work under the same title: the next part or the film of a series, or an older version; or one that is recommended by it."""


def mentions(text: str, known: Known, capitals: bool, heading: bool = False) -> list[Mention]:
    """The titles in a text, left to right."""
    sibling = _ITS_FILM if known.aired else SECOND
    own = [
        Mention(h.start, h.end, False, sibling="next") if sibling.match(text, h.end) else Mention(h.start, h.end, True)
        for h in known.own.find(text)
    ]
    own = [Mention(m.start, m.end, False, sibling="older") if _OTHER_FORM.match(text, m.end) else m for m in own]
    found: list[Mention] = []
    if known.instalment:
        titled = [(m.start, m.end) for m in own]
        own += [Mention(*at, True) for at in known.instalment.shortened(text) if not any(a <= at[0] < b for a, b in titled)]
        found += [Mention(start, end, False, sibling=s) for start, end, s in known.instalment.siblings(text, known.own)]
    if _QUOTES.search(text):
        found += [Mention(m.start(), m.end(), False) for m in _QUOTED.finditer(text) if _is_work(m, text, known)]
    if not capitals:
        found += _runs(text, known, heading)
    others = (m for m in _other(known).finditer(text) if not _is_it(m[0], known))
    found += [Mention(m.start(), m.end(), False, titled=not _BOOK.search(m[0])) for m in others]
    found = [f for f in found if not any(0 <= m.start - f.end <= 2 or 0 <= f.start - m.end <= _APPOSED for m in own)]
    return sorted((*own, *(f for f in found if not any(m.start < f.end and f.start < m.end for m in own))), key=lambda m: m.start)


_APPOSED = 3
"""Characters behind the title ("Iron Moth, the manga by …")."""


def _is_it(called: str, known: Known) -> bool:
    """ "The light novel adaptation" is what was made from it; where a manga is drawn of a novel, that is another."""
    if not (m := _ADAPTED.fullmatch(called)):
        return False
    form: str = m["form"].lower()
    made = form in _SELDOM_MADE and not known.game
    return made or any(form in source for source in known.of_file("source", ""))


_ADAPTED = re.compile(
    r"the\s+(?P<form>(?:light |web )?novel|podcast|webtoon|manga|comic|stage play|game)\s+adaptation", re.IGNORECASE
)
_SELDOM_MADE = frozenset({"light novel", "web novel", "novel", "podcast", "webtoon"})
"""What a series or a film is seldom made into."""


def _is_work(m: re.Match[str], text: str, known: Known) -> bool:
    quoted = m[1] or m[2] or (m[3] or "").removesuffix(".")
    after = _WORDS.match(text, m.end() + 1)
    if (after and after[0].lower() in DOES) or (quoted.endswith(",") and _BOOK.search(text[: m.start()].rstrip())):
        return False
    return _is_title(quoted) and not known.somebody(quoted) and not _OTHER_THING.search(text[: m.start()])


def _is_title(quoted: str) -> bool:
    """Written With Capitals; else it is speech."""
    words: list[str] = [w for w in re.findall(r"[\w'’-]+", quoted) if len(w) > 3]
    if quoted[-1] in ",." and (len(words) < 2 or quoted.rstrip(",.") != quoted.rstrip(",.").title()):
        return False
    return sum(w[0].isupper() or w[0].isdigit() for w in words) * 3 >= 2 * len(words)


def _other(known: Known) -> re.Pattern[str]:
    return _OTHERS.get(known.series.medium, _OTHERS["show"])


def _runs(text: str, known: Known, heading: bool) -> Iterator[Mention]:
    """Words with capitals that can hardly be but the title of another work."""
    for m in _RUN.finditer(text):
        start = m.start()
        if ordinary := _LEADING.match(m[0]):
            start += ordinary.end()
        if owned := _OWNED_BY.match(text, start, m.end()):
            start = owned.end()
        name = re.sub(r"['’]s?$", "", text[start : m.end()]).strip(" :")
        words = [w for w in re.findall(r"[\w'’.-]+", name) if _CUT.sub("", w.lower()) not in _ORDINARY and not w[0].isdigit()]
        if (
            not words
            or (text[start - 1 : start] in _OPEN_QUOTE and _OTHER_THING.search(text, 0, start))
            or all(known.platforms.find(part) for part in name.split(" & "))
            or known.somebody(name)
            or _ORGANISATION.search(name)
            or _HOUR_OF.fullmatch(name)
        ):
            continue
        if {w.lower() for w in words} <= known.title_words:
            continue
        if any(known.somebody(w) for w in words) and len(words) <= 3:
            continue
        if len(words) == 1 and (said := _SPEECH.match(text, m.start() - 1)) and not _is_title(said[1].rstrip(",.")):
            continue
        shown = (aside := _BRACKETS.match(text, m.end())) is not None and bool(known.platforms.find(aside[0]))
        article = start > m.start() and m[0].startswith("The ")
        inside = article and m.start() > 1 and text[m.start() - 2] not in ".!?:"
        goes_on = article and bool(_GOES_ON.match(text, m.end()))
        apposed = bool(_APPOSED_WORK.match(text, m.end()))
        entry = m.start() < _FIRST and len(words) > 1 and bool(_ENTRY.match(text, m.end()))
        played = bool(_PLAYED_IN.search(text, max(0, start - _LEAD), start))
        if not shown and not goes_on and not apposed and not entry and not played and is_person(text, start, m.end()):
            continue
        lead = text[max(0, start - 30) : start]
        strong = bool(
            inside
            or apposed
            or entry
            or goes_on
            or shown
            or played
            or (text[: m.end()].endswith(("'s", "’s")) and _ITS_MAKER.match(text, m.end()))
            or _WORK_BEFORE.search(lead)
            or (_WORK_AFTER.match(text[m.end() :]) and not _PLACE_BEFORE.search(lead))
        )
        if not strong and not heading and _AT.search(lead):
            continue
        strong = strong or bool(len(words) == 1 and _OPENS.match(text, m.end()) and _OPENING.fullmatch(text, 0, start))
        strong = strong or bool(owned and known.studios.find(re.sub(r"['’]s\s*$", "", owned[0])))
        many = len(re.findall(r"[\w'’.-]+", name)) > 1 and len(words) > 1
        if (many or heading or strong) and key(name):
            yield Mention(start, m.end(), False, strong)


_OPENING = re.compile(r"\W*(?:(?:[A-Z][a-z]+ly|Also|Meanwhile|Elsewhere|And|But),?\s+)?[\"“‘'*_]*")
_OPENS = re.compile(
    r"\s+(?:should|could)\s+(?:never\s+)?have\s+(?:stopped|ended|run|been\s+an?)\b|"
    r"(?:,[^,.;]{2,30},)?\s+(?:is|was)\s+(?:to\s+be|to\s+become|becoming|being\s+(?:made|turned)\s+into|getting)\s+an?\s+(?:[\w-]+\s+){0,2}(?:film|movie|series|show|anime|musical|game|play|opera|drama)\b"
    r"|\s+(?:hits|lands\s+on|comes\s+to|heads\s+to|launches\s+on|arrives\s+on)\s+(?:PC|PS\d|PlayStation|Xbox|Switch|Steam|Mac|Netflix|Hulu|HBO|Disney|Prime|Apple|Peacock|Crunchyroll|HIDIVE)\b"
)
"""What is told of a work whose title is the one word with which its sentence begins."""
_LEAD = 30
_PLAYED_IN = re.compile(r"\b(?:stars?|starred|starring|appears?|appeared|seen|heard|as\s+[A-Z][\w'’-]+\s+[A-Z][\w'’-]+)\s+in\s+$")
_ITS_MAKER = re.compile(r"\s+(?:[a-z]+\s+)?(?:director|writer|creator|showrunner|composer)s?\b")
"""Only a work has one."""
_OPEN_QUOTE = tuple("\"“‘'")
_SPEECH = re.compile(r"[\"“]([^\"”]{3,120})[\"”]")
"""What somebody says begins with a capital as well."""
_FIRST = 3
_ENTRY = re.compile(r"\s*[*_]*(?::|\s[–—-])\s+(?![\"“‘'A-Z])")
"""The title of an entry in a list stands first, with what is said of it behind."""
_OWNED_BY = re.compile(r"[\w.-]+(?:\s[\w.-]+)?['’]s\s+(?=[A-Z])")
"""Whose work it is."""
_APPOSED_WORK = re.compile(
    r",\s+(?:an?|the|another|his|her|their)\s+(?:[\w’'-]+\s+){0,4}?(?:series|show|anime|film|movie|game|drama|thriller|comedy|roguelike|rpg|platformer|western|mystery|romance|fantasy|puzzler|sitcom|documentary|musical|cartoon|novel|manga)\b(?!\s+(?:director|writer|actor|actress|composer|fan|producer|star|veteran|studio|critic))"
    r"|,\s+(?:also\s+|itself\s+)?(?:taken|adapted|drawn)\s+from\b|,\s+from\s+(?:the|an?|his|her)\s+(?:[a-z-]+\s+){0,2}(?:novel|book|play|manga|comic|podcast)\b"
    r"|,\s+(?:now|back|still|out)\s+(?:in|on|since|today)\b"
    r"|,\s+whose\s+(?:\w+\s+)?(?:seasons?|series|episodes?|premiere|finale|run|release|sequel|demo)\b"
    r"|,\s+which\s+(?:had|has|ran|runs|aired|came|got|won|premiered|ended|drowned|is on|was on|(?:is|was) (?:based on|adapted from))\b"
)
"""Behind a name: what sort of work it is."""
