"""Sentences made from numbers: the verdict, and what changed. Rules, no opinion of their own."""

from collections.abc import Sequence
from typing import Literal

from pipeline.assessment import JUDGING
from pipeline.grain import camps
from pipeline.store import Entry
from reports.developments import corrected
from reports.digest import ENOUGH
from reports.labels import listed, signed
from reports.rows import AspectRow, Change, CorrectionRow, Mean, Phrase
from reports.tongue import _, ngettext

Direction = Literal["up", "down"]

_CLEAR = 0.15
"""Polarity from which the press as a whole is said to praise or fault an aspect."""
_TOLD = 2
"""Articles from which an aspect is worth a sentence."""
_MOST_CHANGES = 7


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
        return _("Nobody has judged %(title)s yet.", title=title)
    if not reviews:
        praised = _named(aspects, "promise", 1)
        early = ngettext("Not out yet; %(num)s preview so far.", "Not out yet; %(num)s previews so far.", previews)
        return " ".join((early, *([_("Promised: %(aspects)s.", aspects=listed(praised))] if praised else [])))
    if reception.n < ENOUGH or reception.value is None:
        few = ngettext(
            "Not enough reviews yet for a number (%(num)s review so far).",
            "Not enough reviews yet for a number (%(num)s reviews so far).",
            reviews,
        )
        return " ".join((few, *_likes(aspects)))
    return " ".join((_mood(reviews, reception.value, camps(*counts) == "divided"), *_likes(aspects)))


def _mood(reviews: int, value: float, divided: bool) -> str:
    """The press as a whole. `value`: reception, 0..100."""
    points = round(value)
    if divided:
        return ngettext(
            "After %(num)s review the press is divided (%(value)s of 100).",
            "After %(num)s reviews the press is divided (%(value)s of 100).",
            reviews,
            value=points,
        )
    if points >= 75:
        return ngettext(
            "After %(num)s review the press is won over (%(value)s of 100).",
            "After %(num)s reviews the press is won over (%(value)s of 100).",
            reviews,
            value=points,
        )
    if points > 60:
        return ngettext(
            "After %(num)s review the press is well disposed (%(value)s of 100).",
            "After %(num)s reviews the press is well disposed (%(value)s of 100).",
            reviews,
            value=points,
        )
    if points >= 45:
        return ngettext(
            "After %(num)s review the press is lukewarm (%(value)s of 100).",
            "After %(num)s reviews the press is lukewarm (%(value)s of 100).",
            reviews,
            value=points,
        )
    return ngettext(
        "After %(num)s review the press is disappointed (%(value)s of 100).",
        "After %(num)s reviews the press is disappointed (%(value)s of 100).",
        reviews,
        value=points,
    )


def opinion(favourable: int, mixed: int, unfavourable: int) -> str:
    """Whether the press agrees, which no mean can tell; empty with too few reviews."""
    n = favourable + mixed + unfavourable
    if n < ENOUGH:
        return ""
    counts = {"favourable": favourable, "mixed": mixed, "unfavourable": unfavourable, "all": n}
    match camps(favourable, mixed, unfavourable):
        case "divided":
            said = _("The press is divided: %(favourable)s of %(all)s reviews are for it and %(unfavourable)s against.", **counts)
        case "lukewarm":
            said = _("The press is lukewarm rather than divided: %(mixed)s of %(all)s reviews lie in between.", **counts)
        case "favourable":
            said = _("The press agrees: %(favourable)s of %(all)s reviews are for it.", **counts)
        case "unfavourable":
            said = _("The press agrees: %(unfavourable)s of %(all)s reviews are against it.", **counts)
        case _leaning:
            said = _(
                "Opinions differ: %(favourable)s for it, %(mixed)s in between, %(unfavourable)s against.",
                **counts,
            )
    return said


def changes(
    this_week: Sequence[Entry],
    reception: Mean,
    before: Mean,
    aspects: Sequence[AspectRow],
    rising: Sequence[tuple[str, int, float]],
    corrections: Sequence[CorrectionRow] = (),
    faded: Sequence[Phrase] = (),
) -> tuple[Change, ...]:
    """Ranked lines, only of what exceeds its own noise; a single quiet line where nothing does."""
    found: list[tuple[float, Change]] = []
    if reception.value is not None and before.value is not None and before.n >= ENOUGH:
        points = round(reception.value) - round(before.value)  # as the page shows both
        if abs(points) >= max(1.0, 0.3 * reception.half):
            found.append((2 + abs(points) / 10, _moved(points, reception.value)))
    elif reception.n >= ENOUGH and before.n < ENOUGH:
        first = _(
            "The fifth review is in: for the first time there is a number (%(value)s of 100).", value=round(reception.value or 0)
        )
        found.append((3, Change("new", first, "verdict")))
    found += (told for row in aspects if (told := _of_aspect(row)))
    if rising:
        new = _("New in what is said: %(phrases)s.", phrases=listed([phrase for phrase, *_rest in rising[:3]]))
        found.append((0.5, Change("new", new, "themes")))
    if faded:
        gone = _("No longer in what is said: %(phrases)s.", phrases=listed([p.text for p in faded[:3]]))
        found.append((0.4, Change("gone", gone, "themes")))
    stances = [e.stance or 0 for e in this_week if e.kind in JUDGING]
    if any(s >= 0.4 for s in stances) and any(s <= -0.4 for s in stances):
        split = _("This week's reviews contradict each other: some are clearly for it, some clearly against.")
        found.append((1.5, Change("split", split, "articles")))
    found += ((1.2, Change("corrected", corrected(c), "minds")) for c in corrections)
    found.sort(key=lambda item: -item[0])
    lines = tuple(change for __, change in found[:_MOST_CHANGES])
    return lines or (Change("quiet", _("No material change.") if this_week else _("A quiet week: nothing was published."), ""),)


def _moved(points: int, value: float) -> Change:
    by, to = abs(points), round(value)
    if points > 0:
        up = ngettext(
            "Reception goes up by %(num)s to %(value)s of 100.", "Reception goes up by %(num)s to %(value)s of 100.", by, value=to
        )
        return Change("up", up, "verdict")
    down = ngettext(
        "Reception goes down by %(num)s to %(value)s of 100.", "Reception goes down by %(num)s to %(value)s of 100.", by, value=to
    )
    return Change("down", down, "verdict")


def _of_aspect(row: AspectRow) -> tuple[float, Change] | None:
    """(weight, line) where an aspect is judged for the first time, or moves beyond its noise."""
    if row.reception.value is None:
        return None
    anchor, name, n, now = f"evidence-{row.name}", row.label.capitalize(), row.reception.n, signed(row.reception.value)
    if row.before.value is None:
        first = ngettext(
            "%(aspect)s is judged for the first time (%(now)s, %(num)s article).",
            "%(aspect)s is judged for the first time (%(now)s, %(num)s articles).",
            n,
            aspect=name,
            now=now,
        )
        return (0.6, Change("new", first, anchor)) if n >= _TOLD else None
    moved = row.reception.value - row.before.value
    if not (n > row.before.n >= _TOLD and abs(moved) >= max(0.06, 0.4 * row.reception.half)):
        return None
    way: Direction = "up" if moved > 0 else "down"
    values = {"aspect": name, "before": signed(row.before.value), "now": now}
    up = ngettext(
        "%(aspect)s goes up from %(before)s to %(now)s (%(num)s article).",
        "%(aspect)s goes up from %(before)s to %(now)s (%(num)s articles).",
        n,
        **values,
    )
    down = ngettext(
        "%(aspect)s goes down from %(before)s to %(now)s (%(num)s article).",
        "%(aspect)s goes down from %(before)s to %(now)s (%(num)s articles).",
        n,
        **values,
    )
    return 1 + abs(moved), Change(way, up if way == "up" else down, anchor)


def _likes(aspects: Sequence[AspectRow]) -> list[str]:
    good, bad = _named(aspects, "reception", 1), _named(aspects, "reception", -1)
    praised = [_("Praised: %(aspects)s.", aspects=listed(good))] if good else []
    return praised + ([_("Faulted: %(aspects)s.", aspects=listed(bad))] if bad else [])


def _named(aspects: Sequence[AspectRow], side: str, sign: int) -> list[str]:
    """Up to three aspects that stand out on one side."""
    means = [(sign * (m.value or 0), row) for row in aspects if (m := getattr(row, side)).n >= _TOLD]
    means = sorted((pair for pair in means if pair[0] >= _CLEAR), key=lambda pair: -pair[0])
    return [row.label for __, row in means[:3] if row.name != "enjoyment"]


def compared(left: str, a: Mean, right: str, b: Mean, beyond: bool) -> str:
    """Which of two series the press receives better, and whether that is more than noise."""
    few = [(title, m.n) for title, m in ((left, a), (right, b)) if m.n < ENOUGH]
    if len(few) == 2:
        return _(
            "Too few reviews of both to compare: %(a)s of %(left)s and %(b)s of %(right)s, where it takes %(least)s of each.",
            a=a.n, left=left, b=b.n, right=right, least=ENOUGH,
        )  # fmt: skip
    if few:
        (title, n), *__ = few
        return _("Too few reviews of %(title)s to compare: %(n)s, where it takes %(least)s.", title=title, n=n, least=ENOUGH)
    (more, high), (less, low) = sorted(((left, a), (right, b)), key=lambda side: -(side[1].value or 0))
    values = {"more": more, "high": f"{high.value:.0f}", "less": less, "low": f"{low.value:.0f}"}
    if not beyond:
        return _(
            "The press receives %(more)s and %(less)s about alike: %(high)s and %(low)s of 100 differ by no more than the noise of both.",
            **values,
        )
    return _(
        "The press receives %(more)s better than %(less)s: %(high)s against %(low)s of 100, by more than the noise of both.",
        **values,
    )


def like_with_like(left: str, right: str, alike: Mean) -> str:
    """What the outlets that reviewed both give the one more than the other; `alike` in points of 100, left minus right."""
    if alike.value is None:
        return _("No outlet has reviewed both yet, so there is nothing to compare like with like.")
    outlets = ngettext("One outlet has reviewed both.", "%(num)s outlets have reviewed both.", alike.n)
    points = abs(round(alike.value))
    if not points:
        same = _("Their means are the same.")
        return f"{outlets} {same}"
    more, less = (left, right) if alike.value > 0 else (right, left)
    lead = ngettext(
        "With them %(more)s fares better than %(less)s by %(num)s point of 100.",
        "With them %(more)s fares better than %(less)s by %(num)s points of 100.",
        points, more=more, less=less,
    )  # fmt: skip
    if alike.low is None or alike.high is None:
        doubt = _("One outlet can't tell whether that is noise.")
    elif alike.low <= 0 <= alike.high:
        doubt = _("That may be noise.")
    else:
        low, high = sorted((abs(alike.low), abs(alike.high)))
        doubt = _("Nine times in ten it would be %(low)s to %(high)s.", low=f"{low:.0f}", high=f"{high:.0f}")
    return f"{outlets} {lead} {doubt}"
