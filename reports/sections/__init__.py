"""The sections of the weekly page, in order. A new one is a template, a line here, and where it must compute a drawing, a module."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from reports.digest import Digest
from reports.sections import aspects, promise, timeline


@dataclass(frozen=True, slots=True)
class Section:
    """`template` is drawn with the digest as `d` and with what `draw` gives; where `draw` gives None the section is left out."""

    id: str
    title: str
    draw: Callable[[Digest], Mapping[str, Any] | None] = lambda _: {}

    @property
    def template(self) -> str:
        return f"{self.id}.html"


SECTIONS = (
    Section("verdict", "Verdict"),
    Section("changes", "What changed"),
    Section("promise", "Promise and reception", promise.draw),
    Section("delivery", "What was promised, and what came of it", lambda d: {} if d.promises else None),
    Section("timeline", "Week by week", timeline.draw),
    Section("arc", "Episode by episode", lambda d: {} if d.episodes else None),
    Section("aspects", "Aspect by aspect", aspects.draw),
    Section("themes", "What it is said to be about", lambda d: {} if d.themes or d.phrases or d.likened else None),
    Section("quotes", "In their words", lambda d: {} if d.praise or d.blame else None),
    Section("claims", "What is claimed", lambda d: {} if d.claims else None),
    Section("grain", "Against the grain", lambda d: {} if d.grain else None),
    Section("minds", "Second thoughts", lambda d: {} if d.minds or d.corrections else None),
    Section("articles", "Articles of this week"),
    Section("sources", "The press", lambda d: {} if d.outlets else None),
    Section("scores", "What the numbers are made of", lambda d: {} if d.scores else None),
    Section("evidence", "Evidence", lambda d: {} if d.aspects else None),
    Section("coverage", "Coverage"),
    Section("method", "How to read this"),
)
