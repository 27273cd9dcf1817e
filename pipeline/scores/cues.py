"""The words around a number that tell what it is about. Tables, no logic; matched as whole words, capitals and plural s aside."""

from collections.abc import Mapping

from pipeline.terms import Terms
from pipeline.topics import ASPECTS

PARTS: Mapping[str, str] = {
    "story": "story plot writing narrative script premise storyline screenplay",
    "characters": "character cast lead chara protagonist",
    "visuals": "visual art artwork graphic design cinematography look art-style art-direction character-design production-values",
    "animation": "animation action fight choreography",
    "music": "music soundtrack ost song opening op ed bgm ending-theme opening-theme theme-song ending-song opening-song",
    "voice_acting": "voice-acting acting dub voice voice-cast performance",
    "pacing": "pacing pace",
    "worldbuilding": "worldbuilding world-building world setting lore",
    "themes": "theme message",
    "originality": "originality",
    "ending": "ending finale conclusion-of-the-story",
    "enjoyment": "enjoyment entertainment fun fun-factor",
    "audio": "audio sound",
    "disc": "video extras extra bonus bonus-features special-features packaging msrp picture",
    "": "direction directing presentation gameplay romance comedy humor "
    "humour drama fanservice ecchi replay-value rewatchability rewatch-value adaptation sub value price development emotion factor "
    "tone atmosphere editing dialogue concept",
}
"""Everyday words for the aspects (hyphens stand for spaces); "audio" is music unless a disc is reviewed, "disc" never is, and "" are parts that no aspect covers."""

CUES: Mapping[str, tuple[str, ...]] = {
    "whole": ("overall", "over all", "final", "final thought", "closing thought", "total", "verdict", "in conclusion", "conclusion", "summary", "all in all", "altogether")
    + ("in the end", "bottom line", "tl;dr", "as a whole", "総合評価", "総合", "総評", "gesamtwertung", "fazit", "nota final"),
    "mark": ("score", "rating", "grade", "mark", "nota", "puntuación", "calificación", "valoración", "wertung", "bewertung", "note")
    + ("voto", "rank", "rated", "stars", "評価", "点数", "スコア", "评分", "оценка"),
    "given": ("give", "gives", "given", "giving", "gave", "rate", "rates", "rated", "scored", "scores", "award*")
    + ("deserves", "deserve", "deserving", "earns", "earned", "gets", "got", "receives", "worth", "worthy", "merits", "call it")
    + ("settle on", "settle for", "landed on", "lands on", "lands at", "landed at", "going with", "go with", "goes to", "stands at")
    + ("in my book", "from me", "lowered", "raised", "bumped", "dropped"),
    "work": ("this", "film", "movie", "show", "series", "anime", "season", "game", "ova", "title"),
    "it": ("it",),
    "mine": ("i", "i'd", "i'll", "i'm", "i've", "my", "me", "we", "our"),
    "others": ("critic", "reader", "user", "viewer", "audience*", "community", "people", "others", "everyone", "everybody", "my friend*")
    + ("friend*", "my brother", "my sister", "my wife", "my husband", "they", "he", "she", "consensus", "fans", "aggregat*", "average*")
    + ("rotten tomatoes", "metacritic", "myanimelist", "mal", "anilist", "imdb", "letterboxd", "crunchyroll", "managed to get")
    + ("elsewhere", "tomatometer", "other reviewer*", "mean score", "mean rating"),
    "other work": tuple(
        f"{which} {what}"
        for which in ("first", "last", "previous", "original", "prior", "earlier", "1st")
        for what in ("film", "movie", "game", "season", "one", "series", "book", "anime", "cour", "show", "ova")
    )
    + ("season 1", "season one", "season 2", "season two", "season 3", "season three", "predecessor", "prequel", "the original")
    + ("manga", "visual novel", "vn", "light novel", "source material"),
    "supposed": tuple(f"{modal}{have}" for modal in ("would", "could", "might", "should") for have in (" have", "'ve", " of", " be"))
    + ("would easily be", "would get", "could get", "would deserve", "it'd be", "if it", "if only", "if they", "if the", "if there")
    + ("hoping", "hoped", "expect", "expected", "potential", "used to be", "thought"),
    "denied": ("not", "never", "don't", "doesn't", "didn't", "isn't", "wasn't", "wouldn't", "couldn't", "can't", "won't", "cannot")
    + ("hardly", "barely", "without", "short of", "less than", "more than", "lower than", "higher than", "almost", "nearly")
    + ("close to", "instead of", "rather than", "no", "neither", "nor", "from a", "from an", "from", "worse than", "anything"),
    "but": ("but", "still", "however", "yet", "so", "therefore"),
}
_WORDS = {aspect: tuple(w.replace("-", " ") for w in words.split()) for aspect, words in PARTS.items()}
TERMS = Terms(
    {f"part {a}": (*((a.replace("_", " "),) if a in ASPECTS else ()), *_WORDS.get(a, ())) for a in (*ASPECTS, "audio", "disc", "")}
    | dict(CUES)
    | {"decoy": ("world war", "the only one", "lead to", "first one to", "thought-provoking", "not only", "no doubt", "not bad")},
    decoy="decoy",
)
