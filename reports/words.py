"""Sentences made from numbers: the verdict, and what changed. Rules, no opinion of their own."""

import re
from collections.abc import Sequence
from typing import Literal

from pipeline.assessment import JUDGING
from pipeline.grain import camps
from pipeline.store import Entry
from reports.digest import ENOUGH
from reports.rows import AspectRow, Change, CorrectionRow, Mean

Direction = Literal["up", "down"]
_LABELS = {"voice_acting": "voice acting", "worldbuilding": "world-building"}
_CLEAR = 0.15
"""Polarity from which the press as a whole is said to praise or fault an aspect."""
_TOLD = 2
"""Articles from which an aspect is worth a sentence."""
_MOST_CHANGES = 7


_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Strangers' text without control characters, halves of characters and changes of direction.

    A drawing with an escape code in it ends the process, and XML 1.0 has no place for them.
    """
    return _UNSEEN.sub("", text)


def aspect_label(name: str) -> str:
    return _LABELS.get(name, printable(name.replace("_", " ")))


def listed(words: Sequence[str]) -> str:
    """`a, b and c`"""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def verdict(
    title: str,
    reviews: int,
    previews: int,
    reception: Mean,
    aspects: Sequence[AspectRow],
    counts: tuple[int, int, int],
) -> str:
    """One sentence, or two, on where things stand. `counts`: favourable, mixed and unfavourable reviews."""
    if not reviews and not previews:
        return f"Nobody has judged {title} yet."
    if not reviews:
        praised = _named(aspects, "promise", 1)
        tail = f" Promised: {listed(praised)}." if praised else ""
        return f"Not out yet; {_counted(previews, 'preview')} so far.{tail}"
    if reception.n < ENOUGH or reception.value is None:
        return f"Not enough reviews yet for a number ({_counted(reviews, 'review')} so far). {_likes(aspects)}".strip()
    if camps(*counts) == "divided":
        how = "divided"
    elif round(reception.value) >= 75:
        how = "won over"
    elif round(reception.value) > 60:
        how = "well disposed"
    elif round(reception.value) >= 45:
        how = "lukewarm"
    else:
        how = "disappointed"
    return f"After {_counted(reviews, 'review')} the press is {how} ({reception.value:.0f} of 100). {_likes(aspects)}".strip()


def opinion(favourable: int, mixed: int, unfavourable: int) -> str:
    """Whether the press agrees, which no mean can tell; empty with too few reviews."""
    n = favourable + mixed + unfavourable
    if n < ENOUGH:
        return ""
    return {
        "divided": f"The press is divided: {favourable} of {n} reviews are for it and {unfavourable} against.",
        "lukewarm": f"The press is lukewarm rather than divided: {mixed} of {n} reviews lie in between.",
        "favourable": f"The press agrees: {favourable} of {n} reviews are for it.",
        "unfavourable": f"The press agrees: {unfavourable} of {n} reviews are against it.",
        "leaning": f"The press leans neither way clearly: {favourable} for it, {mixed} in between, {unfavourable} against.",
    }[camps(favourable, mixed, unfavourable)]


def changes(
    this_week: Sequence[Entry],
    reception: Mean,
    before: Mean,
    aspects: Sequence[AspectRow],
    rising: Sequence[tuple[str, int, float]],
    corrected: Sequence[CorrectionRow] = (),
) -> tuple[Change, ...]:
    """Ranked lines, only of what exceeds its own noise; a single quiet line where nothing does."""
    found: list[tuple[float, Change]] = []
    if reception.value is not None and before.value is not None and before.n >= ENOUGH:
        points = round(reception.value) - round(before.value)  # as the page shows both
        if abs(points) >= max(1.0, 0.3 * reception.half):
            way: Direction = "up" if points > 0 else "down"
            found.append(
                (
                    2 + abs(points) / 10,
                    Change(way, f"Reception goes {way} by {abs(points)} to {reception.value:.0f} of 100.", "verdict"),
                )
            )
    elif reception.n >= ENOUGH and before.n < ENOUGH:
        found.append(
            (
                3,
                Change(
                    "new",
                    f"The fifth review is in: for the first time there is a number ({reception.value:.0f} of 100).",
                    "verdict",
                ),
            )
        )
    for row in aspects:
        anchor = f"evidence-{row.name}"
        if row.reception.value is None:
            continue
        if row.before.value is None:
            if row.reception.n >= _TOLD:
                text = f"{row.label.capitalize()} is judged for the first time ({signed(row.reception.value)}, {_counted(row.reception.n, 'article')})."
                found.append((0.6, Change("new", text, anchor)))
            continue
        moved = row.reception.value - row.before.value
        if row.reception.n > row.before.n >= _TOLD and abs(moved) >= max(0.06, 0.4 * row.reception.half):
            way = "up" if moved > 0 else "down"
            text = f"{row.label.capitalize()} goes {way} from {signed(row.before.value)} to {signed(row.reception.value)} ({_counted(row.reception.n, 'article')})."
            found.append((1 + abs(moved), Change(way, text, anchor)))
    if rising:
        found.append((0.5, Change("new", f"New in what is said: {listed([p for p, _, _ in rising[:3]])}.", "themes")))
    judged = [e for e in this_week if e.kind in JUDGING]
    if any((e.stance or 0) >= 0.4 for e in judged) and any((e.stance or 0) <= -0.4 for e in judged):
        found.append(
            (
                1.5,
                Change(
                    "split",
                    "This week's reviews contradict each other: some are clearly for it, some clearly against.",
                    "articles",
                ),
            )
        )
    for c in corrected:
        kind, old, new = c.changes[0]
        found.append((1.2, Change("corrected", f"{c.site} changed its {kind} from {old} to {new}.", "minds")))
    found.sort(key=lambda item: -item[0])
    lines = tuple(change for _, change in found[:_MOST_CHANGES])
    return lines or (Change("quiet", "No material change." if this_week else "A quiet week: nothing was published.", ""),)


_MATTERS = {
    "studio": "studio",
    "episodes": "number of episodes",
    "premiere": "premiere",
    "finale": "last episode",
    "release": "release",
    "platform": "where to watch",
    "staff": "staff",
    "cast": "cast",
    "source": "source",
    "genre": "genre",
    "anniversary": "anniversary",
    "sequel": "continuation",
    "rating": "rating elsewhere",
}


def matter_label(kind: str, about: str) -> str:
    """What a claim is about: `director`, `voice of Rouge Redstar`, `premiere (japan)`."""
    if kind == "staff":
        return about or _MATTERS[kind]
    if kind == "cast":
        return f"voice or part of {about}"
    return f"{_MATTERS[kind]} ({about})" if about else _MATTERS[kind]


def claimed(kind: str, value: str) -> str:
    """The value of a claim as people say it."""
    if kind == "sequel":
        return {"yes": "will come", "no": "none announced", "open": "left open"}.get(value, value)
    if kind == "episodes":
        return value.replace("..", " to ").replace("~", "about ")
    return value


def _likes(aspects: Sequence[AspectRow]) -> str:
    good, bad = _named(aspects, "reception", 1), _named(aspects, "reception", -1)
    return " ".join(f"{how}: {listed(names)}." for how, names in (("Praised", good), ("Faulted", bad)) if names)


def _named(aspects: Sequence[AspectRow], side: str, sign: int) -> list[str]:
    """Up to three aspects that stand out on one side."""
    means = [(sign * (m.value or 0), row) for row in aspects if (m := getattr(row, side)).n >= _TOLD]
    means = sorted((pair for pair in means if pair[0] >= _CLEAR), key=lambda pair: -pair[0])
    return [row.label for _, row in means[:3] if row.name != "enjoyment"]


def _counted(n: int, thing: str) -> str:
    return f"{n} {thing}{'' if n == 1 else 's'}"


def signed(value: float) -> str:
    """A polarity with its sign and a real minus; what rounds to nought has none."""
    rounded = round(value, 2)
    return f"{rounded:+.2f}".replace("-", "−") if rounded else "0.00"


def compared(left: str, a: Mean, right: str, b: Mean, beyond: bool) -> str:
    """Which of two series the press receives better, and whether that is more than noise."""
    few = [(title, m.n) for title, m in ((left, a), (right, b)) if m.n < ENOUGH]
    if len(few) == 2:
        return f"Too few reviews of both to compare: {a.n} of {left} and {b.n} of {right}, where it takes {ENOUGH} of each."
    if few:
        return f"Too few reviews of {few[0][0]} to compare: {few[0][1]}, where it takes {ENOUGH}."
    if not beyond:
        return f"The press receives {left} and {right} about alike: {a.value:.0f} and {b.value:.0f} of 100 differ by no more than the noise of both."
    better, worse = ((left, a), (right, b)) if (a.value or 0) > (b.value or 0) else ((right, b), (left, a))
    return (
        f"The press receives {better[0]} better than {worse[0]}: {better[1].value:.0f} against {worse[1].value:.0f} of 100, "
        "by more than the noise of both."
    )


def like_with_like(left: str, right: str, alike: Mean) -> str:
    """What the outlets that reviewed both give the one more than the other; `alike` in points of 100, left minus right."""
    if alike.value is None:
        return "No outlet has reviewed both yet, so there is nothing to compare like with like."
    outlets = "One outlet has reviewed both" if alike.n == 1 else f"{alike.n} outlets have reviewed both"
    points = abs(round(alike.value))
    if not points:
        return f"{outlets}, with the same mean."
    more, less = (left, right) if alike.value > 0 else (right, left)
    if alike.low is None or alike.high is None:
        return f"{outlets}: {more} fares better by {_counted(points, 'point')} of 100 than {less}; one outlet can't tell whether that is noise."
    if alike.low <= 0 <= alike.high:
        return f"{outlets}: {more} fares better by {_counted(points, 'point')} of 100 than {less}, which may be noise."
    ends = sorted((abs(alike.low), abs(alike.high)))
    return f"{outlets}: {more} fares better by {_counted(points, 'point')} of 100 than {less}, {ends[0]:.0f} to {ends[1]:.0f} nine times in ten."
