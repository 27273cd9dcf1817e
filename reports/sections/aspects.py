"""Small multiples: the course of each aspect's reception, all on one scale, as a line in its row of the table."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from reports.digest import Digest

WIDTH, HEIGHT = 100, 20


def draw(digest: Digest) -> Mapping[str, Any] | None:
    return {"course": course} if any(a.reception.n for a in digest.aspects) else None


def course(values: Sequence[float | None]) -> Markup:
    """A line from −1 (bottom) to +1 over the weeks from which there is a value; empty for less than two."""
    known = [(n, v) for n, v in enumerate(values) if v is not None]
    if len(known) < 2:
        return Markup()
    step = WIDTH / (len(values) - 1)
    points = " ".join(f"{step * n:.1f},{HEIGHT * (1 - v) / 2:.1f}" for n, v in known)
    middle = HEIGHT // 2
    return Markup(
        '<svg aria-hidden="true" viewBox="0 0 {w} {h}" preserveAspectRatio="none"><line x1="0" y1="{m}" x2="{w}" y2="{m}"/>'
        '<polyline points="{p}"/></svg>'
    ).format(w=WIDTH, h=HEIGHT, m=middle, p=points)
