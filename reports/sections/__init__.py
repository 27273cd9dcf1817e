"""The sections of the weekly page, in order. A new one is a template, a line here, and where it must compute a drawing, a module."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from reports.digest import Digest
from reports.reckoning import Reckoning
from reports.sections import aspects, promise, timeline
from reports.tongue import N_, speaking


@dataclass(frozen=True, slots=True)
class Section:
    """`template` is drawn with the digest as `d` and with what `draw` gives; where `draw` gives None the section is left out."""

    id: str
    title: str
    """In English; translated when it is drawn."""
    draw: Callable[[Digest], Mapping[str, Any] | None] = lambda _: {}

    @property
    def template(self) -> str:
        return f"{self.id}.html"


SECTIONS = (
    Section("verdict", N_("Verdict")),
    Section("changes", N_("What changed")),
    Section("promise", N_("Promise and reception"), promise.draw),
    Section("delivery", N_("What was promised, and what came of it"), lambda d: {} if d.promises else None),
    Section("timeline", N_("Week by week"), timeline.draw),
    Section("arc", N_("Episode by episode"), lambda d: {} if d.episodes else None),
    Section("aspects", N_("Aspect by aspect"), aspects.draw),
    Section("themes", N_("What it is said to be about"), lambda d: {} if d.themes or d.phrases or d.likened else None),
    Section("quotes", N_("In their words"), lambda d: {} if d.praise or d.blame else None),
    Section("claims", N_("What is claimed"), lambda d: {} if d.claims else None),
    Section("grain", N_("Against the grain"), lambda d: {} if d.grain else None),
    Section("minds", N_("Second thoughts"), lambda d: {} if d.minds or d.corrections else None),
    Section("articles", N_("Articles of this week")),
    Section("sources", N_("The press"), lambda d: {} if d.outlets else None),
    Section("scores", N_("What the numbers are made of"), lambda d: {} if d.scores else None),
    Section("evidence", N_("Evidence"), lambda d: {} if d.aspects else None),
    Section("coverage", N_("Coverage")),
    Section("method", N_("How to read this")),
)


def begin(reckoned: Reckoning, language: str) -> None:
    """Begin to draw the charts of a page while the rest of its Digest is built: its sections find them drawn, or being drawn."""
    with speaking(language):
        timeline.charts_of(reckoned.timeline)
        promise.charts_of(reckoned.aspects)
