"""`nectar query FILE [TEXT]`: ask the database."""

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from nectar.cli import formats, found, named
from nectar.cli.home import Home, load_series
from nectar.cli.score import say_unread
from nectar.cli.show import err, inert

if TYPE_CHECKING:
    from pipeline.series import Series
    from pipeline.store import Store, Wanted

_KINDS = ("preview", "review", "episode_review", "news", "interview", "guide", "list", "other")
_SORTS = ("date", "score", "stance", "words", "rank", "relevance")
_MOST_ROWS = 10_000
_DAY = click.DateTime(["%Y-%m-%d"])
_SCORE = click.FloatRange(0, 100)

_OPTIONS = (
    click.option(
        "--kind",
        type=click.Choice(_KINDS),
        multiple=True,
        help="Of this kind (a review of one episode is an episode_review); may be given several times.",
    ),
    click.option("--source", metavar="NAME", help="Name of a source or of a site."),
    click.option("--aspect", metavar="NAME", help="Speaks of this aspect, such as pacing."),
    click.option("--theme", metavar="NAME", help='Speaks of this theme, such as "free will".'),
    click.option("--language", metavar="CODE", help="In this language, such as en or ja."),
    click.option("--since", type=_DAY, metavar="DAY", help="Published on this day (2024-06-10) or later."),
    click.option("--until", type=_DAY, metavar="DAY", help="Published on this day or earlier."),
    click.option("--week", metavar="WEEK", help="Published in this week, such as 2024-W24."),
    click.option("--min-score", type=_SCORE, metavar="NUMBER", help="States a score of at least so many of 100."),
    click.option("--max-score", type=_SCORE, metavar="NUMBER", help="States a score of at most so many of 100."),
    click.option(
        "--stance",
        type=click.Choice(["pos", "mixed", "neg"]),
        help="For it (above 0.1: over 55 of 100), in between, or against it.",
    ),
    click.option("--stance-from", type=click.Choice(["stated", "inferred"]), help="By its own words, or by ours."),
    click.option(
        "--about",
        metavar="NAME",
        help="Makes a claim of this kind, such as premiere, or about this, such as director, or a character.",
    ),
    click.option("--episode", type=int, metavar="NUMBER", help="A review of this episode."),
    click.option(
        "--sort", default="-date", metavar="KEY", help=f"{', '.join(_SORTS[:-1])}; -KEY turns it round. [default: -date]"
    ),
    click.option(
        "--limit", type=click.IntRange(0), metavar="NUMBER", help=f"At most so many. [default: all; {_MOST_ROWS} rows for --sql]"
    ),
    click.option("--offset", type=click.IntRange(0), metavar="NUMBER", default=0, help="Leave out so many first."),
    click.option("--remarks", is_flag=True, help="Sentences instead of articles; TEXT and --stance are then theirs."),
    click.option("--claims", is_flag=True, help="What articles state about the series; TEXT is then their sentence's."),
    click.option("--contradictions", is_flag=True, help="Claims that can't both hold, or not with the series file."),
    click.option("--differences", is_flag=True, help="Claims that differ and may both hold, and why."),
    click.option("--origins", is_flag=True, help="Which articles are copies, and of which."),
    click.option("--revisions", is_flag=True, help="What outlets changed after publication."),
    click.option("--skipped", is_flag=True, help="List what was not taken instead, with the reason."),
    click.option("--sql", metavar="SELECT", help="Ask in SQL; the views are listed in docs/database.md."),
    click.option(
        "--timeout",
        type=click.FloatRange(0.01),
        metavar="NUMBER",
        default=10.0,
        help="Seconds that --sql may take. [default: 10]",
    ),
    click.option("--count", is_flag=True, help="Only how many."),
    click.option("--columns", metavar="A,B,C", help="Only these, in this order."),
    click.option("--json", is_flag=True, help="A list of objects."),
    click.option("--jsonl", is_flag=True, help="An object a line."),
    click.option("--csv", is_flag=True, help="Comma-separated values."),
    click.option("--tsv", is_flag=True, help="Tab-separated values."),
    click.option("--md", is_flag=True, help="A Markdown table."),
)

_FILTERS = (
    *("kind", "source", "aspect", "theme", "language", "since", "until", "week", "min_score", "max_score"),
    *("stance", "stance_from", "episode", "sort", "limit", "offset", "about"),
)


def _options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_ASKED: Mapping[str, Callable[["Store", "Series", "Wanted"], found.Found]] = {
    "remarks": found.remarks,
    "claims": found.claims,
    "contradictions": found.contradictions,
    "differences": found.differences,
    "origins": found.origins,
    "revisions": found.revisions,
    "skipped": found.skipped,
}
_UNDERSTOOD = {
    "sql": {"limit", "timeout"},
    "skipped": {"source", "limit", "offset"},
    "revisions": {"limit", "offset"},
    "contradictions": {*_FILTERS, "text"} - {"sort"},
    "differences": {*_FILTERS, "text"} - {"sort"},
}
"""What can be said beside these."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("text", required=False, default="")
@_options
@click.pass_context
def query(
    context: click.Context,
    /,
    file: Path,
    text: str,
    sql: str | None,
    columns: str | None,
    count: bool,
    **given: Any,
) -> None:
    """List the articles about a series; TEXT keeps those in which all its words occur.

    What an article speaks of, in whatever words, is asked for with --aspect and --theme.
    TEXT may hold "a phrase", begin*, *inside*, this OR that, -without, and (brackets).
    """
    home: Home = context.obj
    what = _one_of((*_ASKED, "sql"), {**given, "sql": sql is not None})
    form = _one_of(formats.FORMS, given)
    _refuse_what_is_not_understood(context, what, text)
    series = load_series(file, with_kinds=False)
    wanted = _wanted(text, given, series)
    with home.filled_store(series, file) as store:
        if sql is not None:
            got = found.answer(store, sql, given["timeout"], _MOST_ROWS if given["limit"] is None else given["limit"])
        elif what is None and count:
            sys.stdout.write(f"{store.count(series.slug, wanted)}\n")
            return
        elif what is None:
            got = found.articles(store, series, wanted, more=columns is not None)
        else:
            got = _ASKED[what](store, series, wanted)
        none = not got.records and sql is None
        unread = none and not store.count(series.slug) and say_unread(series, store, file)
        notes = [] if unread else list(got.notes) + (named.unknown(store, series, wanted) if none else [])
    if count:
        sys.stdout.write(f"{len(got.records)}\n")
        return
    got, strange = found.picked(got, columns)
    if strange:
        raise click.UsageError(
            f"--columns: there is no {strange[0]!r}. {named.did_you_mean(strange[0], got.known, len(got.known))}"
        )
    if form:
        formats.write(form, got.records, got.fields, whole=columns is None)
    elif got.records:
        formats.show(got.rows, got.shown)
        if what != "skipped":
            err.print(_how_many(got))
    elif not notes and not unread:
        err.print(
            "Nothing matches."
            + (" Whole words are looked for; *word* finds it inside others too." if text and "*" not in text else "")
        )
    for note in notes:
        err.print(inert(note))


def _one_of(names: Iterable[str], given: Mapping[str, Any]) -> str | None:
    """Which of these flags was given. Raises UsageError for two."""
    asked = [name for name in names if given[name]]
    if len(asked) > 1:
        raise click.UsageError(f"--{asked[0]} and --{asked[1]} can't be used together.")
    return asked[0] if asked else None


def _refuse_what_is_not_understood(context: click.Context, what: str | None, text: str) -> None:
    if what not in _UNDERSTOOD:
        return
    asked = {name for name in _FILTERS if context.get_parameter_source(name) is not ParameterSource.DEFAULT}
    strange = sorted((asked | ({"text"} if text else set())) - _UNDERSTOOD[what], key=lambda name: (name != "text", name))
    if strange:
        other = "TEXT" if strange[0] == "text" else f"--{strange[0].replace('_', '-')}"
        raise click.UsageError(f"--{what} knows no {other}." + (" Say it in SQL." if what == "sql" else ""))


def _wanted(text: str, given: Mapping[str, Any], series: "Series") -> "Wanted":
    from pipeline.store import Wanted
    from pipeline.week import Week

    if given["sort"].removeprefix("-") not in _SORTS:
        raise click.BadParameter(named.did_you_mean(given["sort"], _SORTS), param_hint="--sort")
    plain = {name: given[name] for name in _FILTERS}
    for low, high in (("since", "until"), ("min_score", "max_score")):
        if given[low] is not None and given[high] is not None and given[low] > given[high]:
            first, last = (f"--{name.replace('_', '-')}" for name in (low, high))
            raise click.UsageError(f"Nothing passes both {first} and {last}: turn them round.")
    days = {name: given[name].date() if given[name] else None for name in ("since", "until")}
    rest = {
        "aspect": named.aspect(given["aspect"], series) if given["aspect"] else None,
        "theme": named.theme(given["theme"], series) if given["theme"] else None,
        "kind": given["kind"] or None,
        "language": given["language"].lower() if given["language"] else None,
        "about": named.about(given["about"]) if given["about"] else None,
        "week": str(Week.parse(given["week"])) if given["week"] else None,
    }
    return Wanted(text, **{**plain, **days, **rest})


def _how_many(got: found.Found) -> str:
    if got.told:
        return got.told
    many = len(got.records)
    if got.all is not None and got.all > many:
        return f"{many} of {got.all} {got.noun}s"
    return f"{many} {got.noun}{'' if many == 1 else 's'}"
