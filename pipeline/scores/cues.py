"""The words around a number that tell what it is about. Tables, no logic; matched as whole words, capitals and plural s aside."""

from collections.abc import Mapping
from itertools import product

from pipeline.terms import Terms
from pipeline.topics import ASPECTS

PARTS: Mapping[str, str] = {
    "story": "story, plot, writing, narrative, script, premise, storyline, screenplay",
    "characters": "character, cast, lead, chara, protagonist",
    "visuals": "visual, art, artwork, graphic, design, cinematography, look, art style, art direction, character design, "
    "production values",
    "animation": "animation, action, fight, choreography",
    "music": "music, soundtrack, ost, song, opening, op, ed, bgm, ending theme, opening theme, theme song, ending song, "
    "opening song",
    "voice_acting": "voice acting, acting, dub, voice, voice cast, performance",
    "pacing": "pacing, pace",
    "worldbuilding": "worldbuilding, world-building, world, setting, lore",
    "themes": "theme, message",
    "originality": "originality",
    "ending": "ending, finale, conclusion of the story",
    "enjoyment": "enjoyment, entertainment, fun, fun factor",
    "audio": "audio, sound",
    "disc": "video, extras, extra, bonus, bonus features, special features, packaging, msrp, picture",
    "": "idea, crew, direction, directing, presentation, gameplay, romance, comedy, humor, humour, drama, fanservice, "
    "ecchi, replay value, rewatchability, rewatch value, adaptation, sub, value, price, development, emotion, factor, "
    "tone, atmosphere, editing, dialogue, concept",
}
"""Everyday words for the aspects, which stand for themselves too. "audio" is music unless a disc is reviewed; "disc" never is an aspect, nor are the
parts under ""."""

_PRODUCTS = {
    "other work": (
        "first, last, previous, original, prior, earlier, 1st",
        "film, movie, game, season, one, series, book, anime, cour, show, ova",
    ),
    "supposed": ("would, could, might, should", "have, be, of"),
}
CUES: Mapping[str, str] = {
    "whole": "overall, over all, final, final thought, closing thought, total, verdict, in conclusion, conclusion, summary, "
    "all in all, altogether, in the end, bottom line, tl;dr, as a whole, 総合評価, 総合, 総評, gesamtwertung, fazit, nota "
    "final",
    "mark": "score, rating, grade, mark, nota, puntuación, calificación, valoración, wertung, bewertung, note, voto, rank, "
    "rated, stars, 評価, 点数, スコア, 评分, оценка",
    "given": "give, giving, gave, rate, rates, rated, scored, scores, award*, deserves, deserve, deserving, earns, "
    "earned, gets, got, receives, worth, worthy, merits, call it, settle on, settle for, landed on, lands on, lands "
    "at, landed at, going with, go with, goes to, stands at, in my book, from me, lowered, raised, bumped, dropped",
    "work": "this, film, movie, show, series, anime, season, game, ova, title",
    "it": "it",
    "mine": "i, i'd, i'll, i'm, i've, my, me, we, our",
    "others": "critic, reader, user, viewer, audience*, community, people, others, everyone, everybody, my friend*, friend*, my "
    "brother, my sister, my wife, my husband, they, he, she, consensus, fans, aggregat*, average*, rotten tomatoes, "
    "metacritic, myanimelist, mal, anilist, imdb, letterboxd, crunchyroll, managed to get, elsewhere, tomatometer, tv "
    "guide, who gave, who give, who gives, who rate*, whoever, someone, somebody, anyone, voter, vote, reviewer, "
    "commenter, the reviews, positive reviews, other reviews, currently, this rating of, the rating it, you give, you "
    "gave, you rate*, would you, claim*, insist*, saying, ever got, can't believe, being given, other reviewer*, mean "
    "score, mean rating, gives, who are rating, surprised, ebert, maltin, siskel, "
    "the paper gave, this paper gave, this site gave, this magazine gave, my colleague*, a colleague, my predecessor, our reviewer, our original review, the original review",
    "other work": "season 1, season one, season 2, season two, season 3, season three, predecessor, prequel, the original, manga, "
    "visual novel, vn, light novel, source material",
    "supposed": "would've, could've, might've, should've, would easily be, would get, could get, would deserve, it'd be, if it, "
    "if only, if they, if the, if there, wish i, if i could, could give, could rate, possibly, want to give, wanted "
    "to give, hoping, hoped, expect, expected, potential, used to be, thought",
    "denied": "not, never, don't, doesn't, didn't, isn't, wasn't, wouldn't, couldn't, can't, won't, cannot, hardly, barely, "
    "without, short of, less than, more than, lower than, higher than, almost, nearly, close to, instead of, rather "
    "than, no, neither, nor, from a, from an, from, worse than, anything, approaching, bordering on, negative, minus",
    "but": "but, still, however, yet, so, therefore",
}
"""What else stands near a number. whole: it judges the work; mark: it is a score; given: someone gives it; work, it, mine, but: from here on the writer
speaks of this work again; others, other work, supposed, denied: the number is not the writer's score of it."""

_DECOYS = "world war, the only one, lead to, first one to, thought-provoking, not only, no doubt, not bad"


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split(", "))


TERMS = Terms(
    {
        f"part {name}": (*((name.replace("_", " "),) if name in ASPECTS else ()), *_words(PARTS.get(name, name)))
        for name in (*ASPECTS, *PARTS)
    }
    | {
        kind: (*_words(words), *map(" ".join, product(*map(_words, _PRODUCTS[kind])) if kind in _PRODUCTS else ()))
        for kind, words in CUES.items()
    }
    | {"decoy": _words(_DECOYS)},
    decoy="decoy",
)
"""Parts under "part NAME", the other cues under their own names."""
