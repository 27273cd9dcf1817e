"""The kinds of claims. A kind is added here, in one line: its cues, its reader, and whether two values of it contradict each other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from pipeline.claims.claim import Found, KindName
from pipeline.claims.genres import GENRES
from pipeline.claims.known import Known

if TYPE_CHECKING:
    from pipeline.claims.line import Line

Reader = Callable[["Line", Known], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of claim is found and held against others."""

    cues: tuple[str, ...]
    """Without one of these words a sentence makes no such claim; `word*` takes any ending. Names of platforms and studios are added by themselves."""
    read_by: str
    """MODULE.FUNCTION of this package, imported when it is needed: who only holds claims against each other needs none of their patterns."""
    one: bool
    """Only one value can be true at a time."""
    dated: bool = False
    """A later statement may take the place of an earlier one."""
    backing: int = 1
    """How many sides of a quarrel, of two, must be the series file's or be told by two outlets that do not copy each other. The easier a kind is misread, or true in two ways at once, the more."""

    @property
    def read(self) -> Reader:
        return _reader(self.read_by)


@cache
def _reader(name: str) -> Reader:
    module, _, function = name.partition(".")
    reader: Reader = getattr(import_module(f"pipeline.claims.{module}"), function)
    return reader


_DATES = (
    *"january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split(),
    *"monday tuesday wednesday thursday friday saturday sunday winter spring summer autumn fall today tonight tomorrow yesterday 19* 20*".split(),
    *(
        *("christmas day", "christmas eve", "new year's day", "new year's eve", "halloween", "valentine's day"),
        "this year",
        "next year",
        "last year",
        "this month",
        "next month",
        "last month",
        "later this year",
        "years ago",
        "last night",
    ),
)
_TIMES = tuple(f"{n}x*" for n in range(3, 27))
"""So many, and how long each is ("6x60")."""
_STAFF = (
    *"dir director directors direct directs directed directing direction compos* script* writ* wrote screenplay screenwriter scenario creator creators created design designs".split(),
    *"designer designer* designing designed designs cinematograph* photography editor editing music score scores scored soundtrack producer* produc* showrunner* helm* edited lensed photographed shot narrated pens penned penning".split(),
    *"narrator narration narrates narrating based adapt* original podcast novel* manga author* showrun* directorial editor drawn taken song theme opening ending sings sung sang performed concept 監督 総監督 脚本 音楽 シリーズ構成 キャラクターデザイン 原作".split(),
    *("tv anime", "television anime", "anime series"),
)
_SEQUELS = (
    *"sequel* spin-off* spinoff* ova ovas follow-up renew* recommission* continuation cancel* axed axes axing".split(),
    *(
        "second season",
        "second series",
        "third series",
        "series two",
        "series three",
        "third season",
        "fourth season",
        "another season",
        "new season",
        "further season",
        "more episodes",
        "season two",
        "season three",
        "season 2",
        "season 3",
        "season 4",
        "season four",
        "the third",
        "the fourth",
        "the plug",
        "2nd season",
        "3rd season",
        "4th season",
    ),
    *("a film", "a movie", "feature film", "anime film", "compilation film"),
)
_SCORES = (
    *"gave gives rated rates rating ratings scored scores awarded awards stars percent score myanimelist imdb metacritic anilist opencritic letterboxd kitsu filmarks".split(),
    *(
        "rotten tomatoes",
        "per cent",
        "out of",
        "anime-planet",
        "went",
        "goes",
        "settled",
        "handed",
        "hands",
        "shows",
        "stands",
        "sits",
        "average",
        "have it",
        "has it",
        "10",
        "100",
        "5",
        "five",
    ),
)

KINDS: Mapping[KindName, Kind] = {
    "studio": Kind(
        (
            "comes from",
            "hails from",
            *"animated animating animates animation studio studios developed developer developers developing produced produces producing production made making 制作".split(),
        ),
        "making.studio",
        False,
    ),
    "episodes": Kind(
        (
            "more episodes",
            "week run",
            "run of",
            "new series",
            *"episode* part parter* ep eps chapters installments instalments cour* 話数 話 x order".split(),
            *_TIMES,
        ),
        "counts.episodes",
        True,
        True,
        1,
    ),
    "premiere": Kind(_DATES, "airing.airing", True, True, 2),
    "finale": Kind(_DATES, "airing.airing", True, True, 1),
    "release": Kind(_DATES, "airing.airing", True, True, 1),
    "platform": Kind(("max",), "watching.platform", False),
    "staff": Kind(_STAFF, "staff.staff", False),
    "cast": Kind(
        tuple(
            "cast dub version captain commander return voice voices voiced opposite joined joining joins heads lead leads led returns returning replaced replaces role voicing play plays played playing star stars starring starred portray* superintendent inspector sergeant dci actor actress cv キャスト".split()
        ),
        "casting.cast",
        True,
    ),
    "source": Kind(
        (
            *("version of", "take on"),
            *"original based basis adapt* source drawn draws real true inspired inspires manga manhwa webtoon comic novel novels novella story stories book books play podcast memoir".split(),
        ),
        "adapting.source",
        True,
        backing=0,
    ),
    "genre": Kind(("genre*", *(g for g, key in GENRES.items() if key)), "labels.genre", False),
    "anniversary": Kind(
        ("anniversary", "birthday", "years", "turns", "turned", "turning", "celebrating", "century"),
        "anniversaries.anniversary",
        True,
        backing=0,
    ),
    "sequel": Kind(_SEQUELS, "sequels.sequel", True, True, 0),
    "rating": Kind(_SCORES, "ratings.rating", True, backing=0),
}
"""In the order in which reports show them."""
