"""The formats of a report, by name: which function of which module draws it. A new one is a module and a line here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UserError

if TYPE_CHECKING:
    from reports.digest import Digest


@dataclass(frozen=True, slots=True)
class Format:
    """`drawn_by` is MODULE.FUNCTION of this package, imported when it is needed: some of them are heavy."""

    drawn_by: str
    ending: str
    binary: bool = False
    """No text for a terminal."""
    addressed: bool = False
    """It may name its readers."""
    charts: bool = False

    def draw(self, digest: "Digest", to: Sequence[str] = ()) -> bytes:
        """The report in this format, text as UTF-8. `to`: addresses, where it is `addressed`. Raises UserError where it can't be made."""
        module, _, function = self.drawn_by.partition(".")
        made = getattr(import_module(f"reports.{module}"), function)(digest, *([to] if self.addressed else ()))
        return made if isinstance(made, bytes) else str(made).encode()


FORMATS: Mapping[str, Format] = {
    "html": Format("weekly.page", ".html", charts=True),
    "json": Format("record.dump", ".json"),
    "md": Format("markdown.page", ".md"),
    "mail": Format("mail.message", ".eml", addressed=True),
    "csv": Format("tables.archive", ".zip", binary=True),
    "pdf": Format("pdf.document", ".pdf", binary=True, charts=True),
}


def named(name: str | None, path: Path | None) -> str:
    """The name of the format that is meant: the one given, else as the path ends. Raises UserError where neither says it."""
    ends = {format.ending: key for key, format in FORMATS.items()}
    if name is None and path is not None and path.suffix.lower() in ends:
        return ends[path.suffix.lower()]
    if name in FORMATS:
        return str(name)
    raise UserError(f"{path} does not say which format is meant.", f"Give --format: {', '.join(FORMATS)}.")
