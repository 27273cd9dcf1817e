"""Words that speak for a kind of piece: in its title, its address and tags, its opening, its text. A line for each; `kind` adds them up."""

import re
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
    hints: Hints | None = None
    """For patterns that go through the whole text."""

    def speaks(self, place: str) -> bool:
        """True where it stands in its place, given in lower case."""
        return (self.hints is None or self.hints.stand_in(place)) and self.pattern.search(place) is not None


def _cue(kind: KindName, weight: float, place: str, name: str, pattern: str, *hints: str) -> Cue:
    return Cue(kind, weight, place, re.compile(pattern), name, Hints(*hints) if hints else None)


CUES = (
    _cue(
        "episode_review",
        2.5,
        "title",
        "first impressions",
        r"first impressions?|first look at episode|premiere (?:review|impressions)|\bweek \d+\b|pilot review|finale review|half-?way|mid-?season|so far\b|\bimpressions? of the \d|\b(?:two|three|four|\d)[- ]episode (?:test|rule|check)",
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
        " episode",
        "this week",
        "next week",
        "this hour",
        "this half",
    ),
    _cue(
        "review",
        2.5,
        "title",
        "the title says review",
        r"(?<!best-)(?<!trailer )\breview(?:ed)?\b(?! embargo| scores| roundup)|\breseña\b|\bcrítica\b|\banálisis\b|\bcritique\b|\bim test\b|^\W*test\b|\btest\W*$|レビュー|感想|見終え|\brecensione\b|\bkritik\b|\bour verdict\b|\bthe verdict\b|\b(?:stream|watch|see|buy|play|read|rent|binge)(?: it)?,? or (?:skip|ditch|drop|bin|stream|wait)\b",
    ),
    _cue(
        "review",
        1.0,
        "title",
        "the title looks back",
        r"\bretrospective\b|\bfinal (?:thoughts|verdict)\b|\bseason (?:review|verdict)\b|\bin hindsight\b|\bworth (?:watching|it|your time)\b|\blooking back\b|\bshould you (?:watch|buy|play|see)\b|\byears? (?:on|later)\b|^\W*x\W*\((?:19|20)\d\d\)\W*$",
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
        *map(" ".join, product(("the", "this"), ("season ", "series ", "show "))),
        " episodes",
        " recommend",
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
        *(
            "expect",
            "hope",
            "look forward",
            "when it ",
            " game",
            "if the t",
            "if the s",
            "if this t",
            "if this s",
            "promise",
            "looks ",
        ),
        *("in the making", "shaping up", "will it ", "will this ", "will the s", "can't wait"),
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
        r"\btrailers?\b|\bteasers?\b|\bannounce[sd]?\b|\bannouncement\b|\breveals?\b|\brelease date\b|\bkey visual\b|\bpremieres? (?:on|in|this)\b|\bto (?:stream|air|premiere|perform|debut)\b|\b(?:casts?|joins?|adds?)\b.*\bcast\b|\bconfirm(?:s|ed)?\b|\btheme songs?\b|\bblu-?ray\b|\b(?:sets?|gets?|slated|dated|unveils?)\b|\bsales\b|\bstreams\b|\bstream\b(?! it\b| or\b)|\b(?:postpone[sd]?|postponement|delay(?:s|ed)|cancell?ed|renewed|rescheduled|pushed back|on hiatus|licen[sc]e[sd]|acquire[sd]|delisted)\b|[£$€¥]\s?\d[\d.,]* ?(?:m|bn|million|billion)\b",
    ),
    _cue(
        "news",
        1.0,
        "text",
        "it tells what will be done",
        r"\bwill (?:be (?:shown|broadcast|released|streamed|held)|stream|run|air|broadcast|premiere|open|go on sale|perform)\b",
        *map(
            "will {}".format,
            ("be s", "be b", "be r", "be h", "stream", "run", "air", "broadcast", "premiere", "open", "go on", "perform"),
        ),
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
        r"\binterview\b|\bq\s?&\s?a\b|\b(?:talks?|speaks?|in conversation) (?:to|with|about)\b|\bwe (?:spoke|talked)\b|インタビュー|\bentrevista\b|\btells us\b",
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
        r"\berste[rn]? eindr(?:uck|ücke)\b|\bpremières impressions\b|\bprimeras impresiones\b|\bprime impressioni\b|\bprimeiras impressões\b|第1話|初回",
    ),
    _cue(
        "review",
        2.5,
        "title",
        "the title says review",
        r"\brezension\b|\bfazit\b|\bnotre (?:avis|critique|verdict)\b|^avis\b|\bavis\s*:|\bopinión\b|\bveredicto\b|\bnota final\b|\brecensioni?\b|\bresenha\b|総評|評価",
    ),
    _cue(
        "preview",
        2.5,
        "title",
        "the title looks ahead",
        r"\bwas (?:wir|uns|euch|man) .{0,20}erwart\w+|\bangespielt\b|\bausblick\b|\bqué esperar\b|\btodo lo que sabemos\b|\bce (?:que l'on|qu'on) (?:sait|attend)\b|\bon l'attend\b|\baperçu\b|\banteprima\b|先行|注目",
    ),
    _cue(
        "news",
        2.5,
        "title",
        "the title announces",
        r"\bstarttermin\b|\bangekündigt\b|\bverschoben\b|\bverkaufszahlen\b|\banuncia(?:n|do|da)?\b|\bfecha de estreno\b|\btráiler\b|\bavance\b|\bse retrasa\b|\bdate de sortie\b|\bdévoil(?:e|ée?s?)\b|\bannonc(?:e|ée?s?)\b|\brepoussée?\b|\bbande-annonce\b|\bannunciat\w+|決定|公開|発表|解禁|放送開始|予告|延期",
    ),
    _cue(
        "interview",
        3.0,
        "title",
        "the title says interview",
        r"\bim gespräch\b|\bim interview\b|\bentretien\b|\brencontre avec\b|\bhablamos con\b|\bcharlamos con\b|\bintervista\b|\bentrevista\b|対談",
    ),
    _cue(
        "guide",
        3.2,
        "title",
        "the title explains",
        r"\berklärt\b|\berklärung\b|\btipps\b|\blösung\b|\bwo (?:kann man|läuft|schauen)\b|\bexplicad[oa]\b|\bguía\b|\bdónde ver\b|\btrucos\b|\bexpliquée?\b|\bexplication\b|\boù (?:voir|regarder)\b|\bastuces\b|\bspiegat[oa]\b|解説|考察|攻略|まとめ",
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
