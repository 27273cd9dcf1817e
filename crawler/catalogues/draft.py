"""The series file as text: what the catalogues said, who said it, and what is still to be filled in. Pure.

Every name in it is a stranger's: it stands in a JSON string, which is a TOML string, or on one line of comment.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from importlib.resources import files
from itertools import groupby

from crawler.catalogues.facts import Facts, Match
from crawler.catalogues.merge import Merged, Said
from crawler.catalogues.shape import clean
from crawler.outlets import Outlet
from pipeline.series import Episode

_LICENCES = {"TVmaze": "CC BY-SA 4.0", "Wikidata": "CC0"}
_MOST_NAMESAKES = 8


def render(merged: Merged, said: Sequence[Facts], outlets: Sequence[Outlet], kinds: Iterable[str], today: date) -> str:
    """A series file that `pipeline.series.load` takes, whatever strangers said."""
    blocks = {
        "HEAD": [*_head(said, today), *(_comment(n) for n in merged.notes)],
        "TITLE": [_quoted(merged.title)],
        "MEDIUM": [_quoted(merged.medium)],
        "MEDIUM_BY": [f"; {', '.join(merged.medium_by)}" if merged.medium_by else ""],
        "ALIASES": _listed("aliases", merged.aliases, merged.unfit),
        "NAMESAKES": list(_namesakes(merged)),
        "STUDIO": _listed("studio", merged.studio),
        "CHARACTERS": _listed("characters", merged.characters),
        "STAFF": [_line(s) for s in merged.staff],
        "CAST": [_line(s) for s in merged.cast],
        "FACTS": [f"{s.name} = {_value(s.value)}{_who(s)}" for s in merged.plain],
        "EPISODES": list(_episodes(merged.episodes)) or _EPISODE,
        "KINDS": [", ".join(f"`{k}`" for k in kinds)],
        "SOURCES": list(_sources(outlets)) or _SOURCE,
    }
    template = files("crawler.catalogues").joinpath("series.toml").read_text("utf-8")
    # In one pass, so that a name that looks like a block stays a name; what is empty takes its line with it
    filled = re.sub(r"@([A-Z_]+)@(\n?)", lambda m: "\n".join(b) + m[2] if (b := blocks[m[1]]) else "", template)
    return re.sub(r"\n{3,}", "\n\n", filled)


_EPISODE = ["# [[episodes]]", "# number = 1", '# title = ""', "# aired = 2024-01-10"]
_SOURCE = ["# [[sources]]", '# name = "Some Blog"', '# kind = "wordpress"', '# url = "https://blog.example/"']


def _quoted(text: str) -> str:
    """A JSON string is a TOML string, once nothing unprintable is in it."""
    return json.dumps(clean(text, 1000), ensure_ascii=False)


def _comment(text: str) -> str:
    return f"# {clean(text, 1000)}"


def _value(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else _quoted(str(value or ""))


def _who(said: Said) -> str:
    """ "  # 堀元宣; AniList, Wikidata; TVmaze says …" """
    parts = (said.native, ", ".join(said.by), *said.against)
    told = clean("; ".join(filter(None, parts)), 1000)
    return f"  # {told}" if told else ""


def _line(said: Said) -> str:
    return f"{_quoted(said.name)} = {_value(said.value)}{_who(said)}"


def _listed(name: str, said: Sequence[Said], unfit: Sequence[Said] = ()) -> list[str]:
    short = [f"    # {_quoted(s.name)} is too short to tell one thing from another{_who(s).replace('  # ', ': ')}" for s in unfit]
    lines = [*(f"    {_quoted(s.name)},{_who(s)}" for s in said), *short]
    return [f"{name} = [", *lines, "]"] if lines else [f"{name} = []"]


def _head(said: Sequence[Facts], today: date) -> Iterator[str]:
    """Who said it, where it can be looked up, under which licence; and who said nothing, and why."""
    told = [f for f in said if f.taken is not None]
    if told:
        yield f"# Filled in on {today} by what these catalogues said; who said what stands behind it. All of it is yours to change."
    for facts in told:
        name = facts.taken.name if facts.taken else ""
        yield _comment(f"{facts.catalogue}: {'; '.join(filter(None, (name, facts.link, _LICENCES.get(facts.catalogue))))}")
    for facts in said:
        if facts.taken is None and not facts.troubles:
            yield _comment(f"{facts.catalogue}: found nothing that is sure to be this")
        yield from (_comment(f"{facts.catalogue}: {trouble}") for trouble in facts.troubles)


def described(match: Match) -> str:
    """ "Copper Heron (anime film, 2011; Wikidata)" """
    about = match.about + (f", {match.begun}" if match.begun and str(match.begun) not in match.about else "")
    return clean(f"{match.name} ({about.lstrip(', ')}{'; ' if about else ''}{match.catalogue})", 300)


def _namesakes(merged: Merged) -> Iterator[str]:
    for matches, what in (
        (merged.things, "Other things of this name, by Wikidata; words that go with them belong into confused_with:"),
        (merged.namesakes, "Others of this name. If one of these is meant: nectar follow with --medium or --year."),
        (merged.nearest, "Nothing of this very title was found. If one of these is meant: nectar follow with its whole title."),
    ):
        if matches:
            yield f"# {what}"
        yield from (f"#   {described(m)}" for m in matches[:_MOST_NAMESAKES])
        if len(matches) > _MOST_NAMESAKES:
            yield f"#   and {len(matches) - _MOST_NAMESAKES} more"


def _episodes(said: Iterable[Said]) -> Iterator[str]:
    """Who said it stands at the first of those of whom the same people said it."""
    for by, group in groupby(said, key=lambda s: s.by):
        for place, episode in enumerate(group):
            if isinstance(e := episode.value, Episode):
                yield "[[episodes]]" + (f"  # from here on: {', '.join(by)}" if place == 0 else "")
                yield f"number = {e.number}"
                if e.title:
                    yield f"title = {_quoted(e.title)}"
                if e.aired:
                    yield f"aired = {e.aired.isoformat()}"
                yield from (_comment(a) for a in episode.against)
                yield ""


def _sources(outlets: Iterable[Outlet]) -> Iterator[str]:
    for place, outlet in enumerate(outlets):
        if place == 0:
            yield "# From the bundled list of outlets: places to begin with. `nectar check` says which of them answer."
        yield f"[[sources]]  # {', '.join((*outlet.tags, outlet.language))}"
        yield f"name = {_quoted(outlet.name)}"
        yield f"kind = {_quoted(outlet.kind)}"
        yield f"url = {_quoted(outlet.begins)}"
        yield ""
