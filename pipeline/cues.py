"""Words that speak for a kind of piece: in its title, its address and tags, its opening, its text. A line for each; `kind` adds them up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from pipeline.assessment import KindName
from pipeline.terms import Hints

_COUNT = r"(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten|a dozen|twelve|twenty)"


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern in a place that speaks for a kind with a weight; weights were set by hand on our own articles.

    Places are searched in lower case, which is far cheaper than patterns that know both; the series' own names stand there as "x".
    """

    kind: KindName
    weight: float
    place: str
    pattern: re.Pattern[str]
    name: str
    begins: Hints | None = None
    """What it begins with, of patterns that go through the whole text."""

    def speaks(self, place: str) -> bool:
        """True where it stands in its place, given in lower case."""
        return self.begins.begin(self.pattern, place) if self.begins else self.pattern.search(place) is not None


def _cue(kind: KindName, weight: float, place: str, name: str, pattern: str, *begins: str) -> Cue:
    return Cue(kind, weight, place, re.compile(pattern), name, Hints(*begins) if begins else None)


def _each(*words: str) -> Iterator[str]:
    """Every choice of one word of each group: ("we i", "hope") is "we hope" and "i hope"; a blank within is written as _."""
    return (" ".join(chosen).replace("_", " ") for chosen in product(*(group.split() for group in words)))


CUES = (
    _cue(
        "episode_review",
        2.5,
        "title",
        "first impressions",
        r"\b(?:week \d+\b|impressions? of the \d|(?:two|three|four|\d)[- ]episode (?:test|rule|check))|first impressions?|first look at episode|premiere (?:review|impressions)|pilot review|finale review|half-?way|mid-?season|so far\b",
    ),
    _cue(
        "episode_review",
        1.6,
        "title",
        "the title names the finale",
        r"\b(?:finale|(?:final|last|closing) (?:episode|hour))\b(?! date)",
    ),
    _cue("episode_review", 1.2, "title", "the title says recap", r"(?<!season )(?<!series )(?<!story )\brecap\b"),
    _cue(
        "episode_review",
        1.2,
        "lead",
        "it opens on an episode",
        r"(?:^|[.!?]['\"”’]?\s)(?:the|this|that was the) (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|latest|last|final|new|opening|penultimate|week's) (?:episode|hour|half-hour|instal?lment|chapter)\b(?! date)",
    ),
    _cue(
        "episode_review",
        0.8,
        "text",
        "it speaks of this episode",
        r"\bthis (?:week'?s )?episode\b|\bthe (?:first|second|third|fourth|latest) episode\b|\bthis week\b|\bnext week\b|\bthis (?:half-)?hour\b",
        *_each("this", "week episode hour half-hour"),
        *_each("the", "first second third fourth latest", "episode"),
        "next week",
    ),
    _cue(
        "review",
        2.5,
        "title",
        "the title says review",
        r"\b(?:reseña\b|crítica\b|análisis\b|critique\b|im test\b|test\W*$|recensione\b|kritik\b|our verdict\b|the verdict\b|(?:stream|watch|see|buy|play|read|rent|binge)(?: it)?,? or (?:skip|ditch|drop|bin|stream|wait)\b)|(?<!best-)(?<!trailer )\breview(?:ed)?\b(?! embargo| scores| roundup)|^\W*test\b|レビュー|感想|見終え",
    ),
    _cue(
        "review",
        1.0,
        "title",
        "the title looks back",
        r"\b(?:retrospective\b|final (?:thoughts|verdict)\b|season (?:review|verdict)\b|in hindsight\b|worth (?:watching|it|your time)\b|looking back\b|should you (?:watch|buy|play|see)\b|years? (?:on|later)\b)|^\W*x\W*\((?:19|20)\d\d\)\W*$",
    ),
    _cue(
        "review",
        2.6,
        "title",
        "the title closes",
        r"\bfinal (?:grade|score|mark|rating|thoughts|verdict)\b|\b(?:is|and) (?:over|done)\b|\bfinished\b|\bas a whole\b|\bin full\b",
    ),
    _cue("review", 1.5, "path", "filed under reviews", r"\breviews?\b|\breseñas?\b"),
    _cue(
        "review",
        1.2,
        "text",
        "it weighs the whole",
        r"\b(?:the|this) (?:season|series|show) (?:as a whole|never|ultimately|ends|ended|finishes|finished)\b|\b(?:thirteen|twelve|13|12|all) episodes\b.{0,60}\b(?:too|not enough|short|long|later|over)\b|\bi (?:can(?:not|'t)|can|would|wouldn't|do not|don't) recommend\b",
        *_each("the this", "season series show", "as_a never ultimately end finish"),
        *_each("thirteen twelve 13 12 all", "episodes"),
        *_each("i", "can cannot can't would wouldn't do_not don't", "recommend"),
    ),
    _cue(
        "preview",
        2.5,
        "title",
        "the title looks ahead",
        r"(?<!to )(?<!will )\bpreview\b(?! screening)|what to expect|most anticipated|looking forward|everything (?:we know|you need to know)|could be (?:the|a)\b|why (?:we|i|you)(?:'re| are|'m| am) (?:excited|watching)|anticipat|upcoming|on (?:my|our) (?:radar|watchlist)|counting the days|can'?t wait|cannot wait|\bhopes\b|hands[- ]on|\bhours (?:with|in|aboard|of)\b|peut attendre|vorschau|avance\b|期待",
    ),
    _cue(
        "preview",
        1.2,
        "text",
        "it says what to expect",
        r"\b(?:we|i) (?:can )?(?:expect|hope|look forward)|\bwhen it (?:comes out|is out|arrives|opens)\b|\bthe (?:finished|full|final) game\b|\bif (?:the|this) (?:trailer|teaser|staff|team)\b|\bpromises? to\b|\blooks (?:set|likely|poised) to\b|\bin the making\b|\bis shaping up\b|\bwill (?:it|this|the show|the series) \b|\bcan't wait\b",
        *_each("we i we_can i_can", "expect hope look_forward"),
        *_each("when_it", "comes_out is_out arrives opens"),
        *_each("the", "finished full final", "game"),
        *_each("if", "the this", "trailer teaser staff team"),
        *_each("promise promises", "to"),
        *_each("looks", "set likely poised", "to"),
        *_each("will", "it this the_show the_series"),
        *("in the making", "is shaping up", "can't wait"),
    ),
    _cue(
        "news",
        3.6,
        "title",
        "the title reports",
        r"\bbox office\b|\bpatch(?: notes| \d)|\bhotfix\b|\bv?\d+\.\d+(?:\.\d+)?\b.{0,20}\bwhat'?s (?:new|fixed|changed)|\bwhat'?s (?:new|fixed)\b|\bnominat\w+|\bwins? (?:big|best|\w+ awards?)\b|\bsold\b|\bcopies\b|\brelease date and time\b|\bpreview images?\b|\btriumphs?\b|\bawards?\b|\btrailer review(?:ed)?\b|\btrailer\b.*\breview",
    ),
    _cue(
        "news",
        2.5,
        "title",
        "the title announces",
        r"\b(?:trailers?\b|teasers?\b|announce[sd]?\b|announcement\b|reveals?\b|release date\b|key visual\b|premieres? (?:on|in|this)\b|to (?:stream|air|premiere|perform|debut)\b|(?:casts?|joins?|adds?)\b.*\bcast\b|confirm(?:s|ed)?\b|theme songs?\b|blu-?ray\b|(?:sets?|gets?|slated|dated|unveils?)\b|sales\b|streams\b|stream\b(?! it\b| or\b)|(?:postpone[sd]?|postponement|delay(?:s|ed)|cancell?ed|renewed|rescheduled|pushed back|on hiatus|licen[sc]e[sd]|acquire[sd]|delisted)\b)|[£$€¥]\s?\d[\d.,]* ?(?:m|bn|million|billion)\b",
    ),
    _cue(
        "news",
        1.0,
        "text",
        "it tells what will be done",
        r"\bwill (?:be (?:shown|broadcast|released|streamed|held)|stream|run|air|broadcast|premiere|open|go on sale|perform)\b",
        *_each("will_be", "shown broadcast released streamed held"),
        *_each("will", "stream run air broadcast premiere open go_on_sale perform"),
    ),
    _cue("news", 1.0, "path", "filed under news", r"\bnews\b|\bnoticias\b"),
    _cue(
        "news",
        1.2,
        "lead",
        "it opens with an announcement",
        r"\b(?:announced|revealed|unveiled|confirmed|published|posted|opened|will (?:stream|premiere|air|perform|release)|said on|said in a statement|started streaming|has set)\b",
    ),
    _cue(
        "news",
        1.0,
        "text",
        "it names its source",
        r"(?m:^source\s*:)|\bpress release\b|\bin a statement\b|\baccording to the (?:official )?(?:website|site|company)\b",
        *("source", "press release", "in a statement", "according to the "),
    ),
    _cue(
        "interview",
        3.0,
        "title",
        "the title says interview",
        r"\b(?:interview\b|q\s?&\s?a\b|(?:talks?|speaks?|in conversation) (?:to|with|about)\b|we (?:spoke|talked)\b|entrevista\b|tells us\b)|インタビュー",
    ),
    _cue("interview", 0.5, "path", "filed under interviews", r"\binterviews?\b"),
    _cue(
        "guide",
        3.2,
        "title",
        "the title explains",
        r"\bexplained\b|\btips\b|\btricks\b|\bhow to (?:get|find|beat|unlock|solve)\b|\bwho (?:is|are) the\b|\bwhat happened (?:in|to)\b|\bbeginner'?s\b|\ball (?:endings|collectibles|codes)\b|\bwatch order\b|\b(?:where|how) (?:to|can (?:i|you|we)|do (?:i|you)) (?:watch|stream|play|see)\b|\bguide\b|\bprimer\b|\bwalkthrough\b|\bwho is who\b|\bstep by step\b",
    ),
    _cue("guide", 1.3, "title", "the title recaps", r"\brecap\b"),
    _cue(
        "guide",
        1.7,
        "title",
        "the title recaps the whole",
        r"\b(?:season|series|story)\b.*\brecap\b|\brecap\b.*\b(?:before|everything|so far|season \d)\b",
    ),
    _cue(
        "guide",
        1.0,
        "title",
        "the title asks about the ending",
        r"^(?:is|was|did|does|who|what|why|how|where)\b.*\?.*\b(?:ending|end|last|final)\b|\bthe (?:ending|end|last (?:scene|shot|minutes)|final (?:scene|shot|minutes))\b.*\?",
    ),
    _cue(
        "list",
        3.2,
        "title",
        "the title counts things",
        rf"^\s*(?:the |our |my )?{_COUNT} (?:\w+[ -]){{0,3}}(?:reasons|things|shows|series|anime|moments|best|games|films|movies|ways|facts|characters|scenes)\b|\b(?:top|best) {_COUNT}\b|\branked\b|^\s*(?:the )?best (?:\w+ ){{0,3}}(?:of|this)\b|\b{_COUNT} (?:anime|shows|series|games|films|reasons)\b",
    ),
    # Other languages: German, French, Spanish, Italian, Portuguese, Japanese.
    _cue(
        "episode_review",
        2.5,
        "title",
        "first impressions",
        r"\b(?:erste[rn]? eindr(?:uck|ücke)\b|premières impressions\b|primeras impresiones\b|prime impressioni\b|primeiras impressões\b)|第1話|初回",
    ),
    _cue(
        "review",
        2.5,
        "title",
        "the title says review",
        r"\b(?:rezension\b|fazit\b|notre (?:avis|critique|verdict)\b|avis\s*:|opinión\b|veredicto\b|nota final\b|recensioni?\b|resenha\b)|^avis\b|総評|評価",
    ),
    _cue(
        "preview",
        2.5,
        "title",
        "the title looks ahead",
        r"\b(?:was (?:wir|uns|euch|man) .{0,20}erwart\w+|angespielt\b|ausblick\b|qué esperar\b|todo lo que sabemos\b|ce (?:que l'on|qu'on) (?:sait|attend)\b|on l'attend\b|aperçu\b|anteprima\b)|先行|注目",
    ),
    _cue(
        "news",
        2.5,
        "title",
        "the title announces",
        r"\b(?:starttermin\b|angekündigt\b|verschoben\b|verkaufszahlen\b|anuncia(?:n|do|da)?\b|fecha de estreno\b|tráiler\b|avance\b|se retrasa\b|date de sortie\b|dévoil(?:e|ée?s?)\b|annonc(?:e|ée?s?)\b|repoussée?\b|bande-annonce\b|annunciat\w+)|決定|公開|発表|解禁|放送開始|予告|延期",
    ),
    _cue(
        "interview",
        3.0,
        "title",
        "the title says interview",
        r"\b(?:im gespräch\b|im interview\b|entretien\b|rencontre avec\b|hablamos con\b|charlamos con\b|intervista\b|entrevista\b)|対談",
    ),
    _cue(
        "guide",
        3.2,
        "title",
        "the title explains",
        r"\b(?:erklärt\b|erklärung\b|tipps\b|lösung\b|wo (?:kann man|läuft|schauen)\b|explicad[oa]\b|guía\b|dónde ver\b|trucos\b|expliquée?\b|explication\b|où (?:voir|regarder)\b|astuces\b|spiegat[oa]\b)|解説|考察|攻略|まとめ",
    ),
    _cue(
        "list",
        3.2,
        "title",
        "the title counts things",
        r"\b(?:die|los|las|les|le|i) \d{1,2} (?:besten|schönsten|mejores|peores|meilleure?s|migliori)\b|\b\d{1,2} (?:gründe|razones|raisons|motivi)\b|選\b|ランキング",
    ),
    _cue(
        "guide",
        2.4,
        "title",
        "the title asks for a fact",
        r"\b(?:is there|are there|is (?:it|x) (?:based on|a true|canon|suitable|on (?:netflix|steam))|how (?:long|many|much|old) (?:is|are|to|does|do)|a true story|post-credits|where to find|who plays|who voices|release order|best (?:settings|builds?|weapons|order)|settings|solutions?|cheats?|controls explained|cast and characters?|character guide)\b",
    ),
)
