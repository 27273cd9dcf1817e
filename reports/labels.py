"""The words for keys: kinds, aspects, themes, states, reasons. What is no key of ours (a theme of the series file) stays as it is."""

import re
from collections.abc import Iterable, Mapping

from reports.tongue import N_, _, decimal, pgettext


def same(*keys: str) -> dict[str, str]:
    """Keys that are English already."""
    return {key: key for key in keys}


KINDS = {"episode_review": N_("episode review")} | same(
    N_("preview"), N_("review"), N_("news"), N_("interview"), N_("guide"), N_("list"), N_("other")
)
ASPECTS = {"voice_acting": N_("voice acting"), "worldbuilding": N_("world-building")} | same(
    N_("story"),
    N_("characters"),
    N_("visuals"),
    N_("animation"),
    N_("music"),
    N_("pacing"),
    N_("themes"),
    N_("originality"),
    N_("ending"),
    N_("enjoyment"),
)
SUBJECTS = same(
    N_("script"),
    N_("mystery"),
    N_("plot"),
    N_("leads"),
    N_("villains"),
    N_("supporting cast"),
    N_("character design"),
    N_("backgrounds"),
    N_("computer graphics"),
    N_("colours"),
    N_("fights"),
    N_("transformation"),
    N_("chases"),
    N_("songs"),
    N_("sound design"),
    N_("dub"),
    N_("lore"),
    N_("city"),
)
THEMES = same(
    N_("artificial life"),
    N_("class and rights"),
    N_("identity"),
    N_("free will"),
    N_("family"),
    N_("found family"),
    N_("friendship"),
    N_("love and desire"),
    N_("memory"),
    N_("grief and loss"),
    N_("war and its aftermath"),
    N_("corporate power"),
    N_("colonialism"),
    N_("religion and myth"),
    N_("revenge"),
    N_("coming of age"),
    N_("environment"),
    N_("surveillance"),
)
CHANGES = same(N_("up"), N_("down"), N_("new"), N_("split"), N_("gone"), N_("corrected"), N_("quiet"))
SIDES = same(N_("promise"), N_("reception"), N_("other"))
STANCES = same(N_("stated"), N_("inferred"))
STAGES = same(N_("preview"), N_("first impressions"), N_("verdict"), N_("second look"))
STATUSES = same(N_("kept"), N_("broken"), N_("open"))
STATES = same(N_("agreed"), N_("single"), N_("disputed"), N_("outdated"), N_("against the facts"), N_("rumoured"))
MODALITIES = same(N_("announced"), N_("reported"), N_("rumoured"), N_("corrected"), N_("denied"))
RULES = {"score": N_("its score"), "recommendation": N_("what it recommends"), "text": N_("its text")}
CORRECTED = same(N_("score"), N_("date"), N_("verdict"), N_("text"))
SAID = same(N_("no score"), N_("no date"), N_("recommends it"), N_("recommends it with reservations"), N_("advises against it"))
REASONS = same(
    N_("off topic"),
    N_("another thing of the same name"),
    N_("only mentions the series"),
    N_("not about the series"),
    N_("leads to another site"),
    N_("address refused"),
    N_("refused by robots.txt"),
    N_("http error"),
    N_("unreachable"),
    N_("too large"),
    N_("not a web page"),
    N_("no article text"),
    N_("an index, not an article"),
    N_("another address of a known article"),
    N_("reading failed"),
    N_("over the limit of pages for one run"),
    N_("forgotten at somebody's wish"),
    N_("over the daily cap of its site"),
)
APART = same(
    N_("one is only rumoured"),
    N_("one may be of another work"),
    N_("one may be of another version or season"),
    N_("they may be of two events"),
    N_("they are of two channels"),
    N_("one may be of another place"),
    N_("it may have changed in between"),
    N_("which came later is not plain"),
    N_("too few say so"),
)
MARKERS = same(N_("premiere"), N_("finale"), N_("release"), N_("trailer"))

LABELS: Mapping[str, Mapping[str, str]] = {
    "kind": KINDS,
    "aspect": ASPECTS,
    "subject": SUBJECTS,
    "theme": THEMES,
    "change": CHANGES,
    "side": SIDES,
    "stance": STANCES,
    "stage": STAGES,
    "status": STATUSES,
    "state": STATES,
    "modality": MODALITIES,
    "rule": RULES,
    "corrected": CORRECTED,
    "said": SAID,
    "reason": REASONS,
    "apart": APART,
}

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")
_EMPHASIS = re.compile(r"<(b|i|u|s|q|em|strong|cite|mark|small)>([^<]*)</\1>", re.IGNORECASE)
"""An element with the text in it."""


def printable(text: str) -> str:
    """Strangers' text without control characters, halves of characters and changes of direction.

    A drawing with an escape code in it ends the process, and XML 1.0 has no place for them.
    """
    return text if text.isprintable() else _UNSEEN.sub("", text)


def headline(title: str) -> str:
    """A title without the marks of emphasis that some outlets write into it; all else that looks like markup is text, and stays."""
    for _nested in range(3):
        title = _EMPHASIS.sub(r"\2", title)
    return title


def label(key: str, of: str) -> str:
    """The words for a key of one of LABELS; a key that is none of ours as it stands."""
    if (of, key) == ("subject", "score"):
        return pgettext("music", "score")
    known = LABELS[of].get(key)
    return printable(key.replace("_", " ")) if known is None else _(known)


def aspect_label(name: str) -> str:
    return label(name, "aspect")


def marker_label(marker: str) -> str:
    """What happened in a week: `premiere`, `episode 3`."""
    what, _blank, number = marker.rpartition(" ")
    if what == "episode":
        return _("episode %(number)s", number=number)
    return _(MARKERS[marker]) if marker in MARKERS else marker


def note_label(note: str) -> str:
    """What is to be known of an article's numbers, as `pipeline.assess` notes it."""
    return "; ".join(_noted(part) for part in note.split("; "))


def _noted(part: str) -> str:
    _before, unread, languages = part.partition("not analysed: language ")
    if unread and not _before:
        return _("not analysed: language %(languages)s", languages=languages)
    return _("page not kept: noarchive") if part == "page not kept: noarchive" else part


def listed(words: Iterable[str]) -> str:
    """`a, b and c`"""
    *others, last = tuple(words) or ("",)
    return _("%(others)s and %(last)s", others=", ".join(others), last=last) if others else last


def signed(value: float) -> str:
    """A polarity with its sign and a real minus; what rounds to nought has none."""
    rounded = round(value, 2)
    return decimal(rounded, "+0.00;-0.00") if rounded else decimal(0.0, "0.00")
