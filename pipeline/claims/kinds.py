"""The kinds of claims. A kind is added here, in one line: its cues, its reader, and whether two values of it contradict each other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from pipeline.claims.airing import airing
from pipeline.claims.casting import cast
from pipeline.claims.claim import Found, KindName
from pipeline.claims.counts import anniversary, episodes, rating
from pipeline.claims.known import Known
from pipeline.claims.labels import GENRES, genre, sequel
from pipeline.claims.line import Line
from pipeline.claims.making import source, studio
from pipeline.claims.roles import ROLES
from pipeline.claims.staff import staff
from pipeline.claims.watching import platform

Reader = Callable[[Line, Known], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of claim is found and held against others."""

    cues: tuple[str, ...]
    """Without one of these words a sentence makes no such claim; `word*` takes any ending. Names of platforms and studios are added by themselves."""
    read: Reader
    one: bool
    """Only one value can be true at a time."""
    dated: bool = False
    """A later statement may take the place of an earlier one."""


_DAY = "premier* debut* air airs aired airing begin* began start* launch* stream* broadcast* release* arriv* date land* hit hits come* coming set slated scheduled delay* push* postpon* moved moves out open opens opened now due season line-up lineup slate simulcast* bow* ran run runs drop* available cinema* theater* theatre* kick* slip* slated dated shift* resched*"
_END = "finale final last end ends ended ending conclud* wrap* finish* ran run runs until through airs aired broadcast between close* closes"
_STAFF = " ".join(w for said in ROLES.values() for role in said for w in role.split() if w.isascii() and len(w) > 3)
_STAFF += " direct* writ* wrote compos* script* pen pens penned creat* helm* scor* produc* sing* sang perform* cg 監督 総監督 脚本 音楽 シリーズ構成 キャラクターデザイン 原作"

KINDS: Mapping[KindName, Kind] = {
    "studio": Kind(tuple("animat* studio* develop* produc* made making 制作".split()), studio, False),
    "episodes": Kind(tuple("episode* ep eps chapters installments instalments cour* 話数".split()), episodes, True, True),
    "premiere": Kind(tuple(_DAY.split()), partial(airing, "premiere"), True, True),
    "finale": Kind(tuple(_END.split()), partial(airing, "finale"), True, True),
    "release": Kind(tuple(f"{_DAY} blu-ray dvd disc".split()), partial(airing, "release"), True, True),
    "platform": Kind((), platform, False),
    "staff": Kind(tuple(dict.fromkeys(_STAFF.split())), staff, False),
    "cast": Kind(tuple("cast as voic* play* star stars starring starred portray* actor* cv characters キャスト".split()), cast, True),
    "source": Kind(tuple("original based adapt* source drawn inspired".split()), source, True),
    "genre": Kind(tuple(("genre*", *(g for g, key in GENRES.items() if key))), genre, False),
    "anniversary": Kind(("anniversary", "years"), anniversary, True),
    "sequel": Kind(tuple("season sequel* spin-off* spinoff* ova ovas movie film follow-up renew* continuation".split()), sequel, True, True),
    "rating": Kind(tuple("score* rating* rate* gave gives award* stars % out /10 on average* percent".split()), rating, True),
}
"""In the order in which reports show them."""
