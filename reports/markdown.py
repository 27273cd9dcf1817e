"""Digest → Markdown in its language (CommonMark with GitHub's tables) that an editor can paste. Strangers' text renders as the text that it is."""

import re
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment

from reports.digest import Digest
from reports.rows import Statement
from reports.templating import environment, href, one_line
from reports.tongue import speaking

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~$]|&(?=#?\w+;)|(?<=:)/(?=/)|(?<=\bwww)\.", re.IGNORECASE)
"""Whatever begins something inside of a line (CommonMark 0.31, 2.4), GitHub's tables, strikethrough, mathematics and bare links included."""
_BLOCK = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))|^(?=[-+=]+(?:\s|$)|:?-+:?\s*$)")
"""Whatever begins a block at the start of a line: items of a list, underlines, rules."""
_IN_URL = re.compile(r"""[\s<>()\[\]\\|`"'{}^\x00-\x20\x7f]""")


_MOST_SITES = 3


class Source(str):
    """Markdown of our own making: not escaped again."""

    __slots__ = ()


def page(digest: Digest) -> str:
    """The report, with what may give something away inside of `<details>`."""
    with speaking(digest.language):
        drawn = _environment().get_template("report.md").render(d=digest)
    return re.sub(r"\n{3,}", "\n\n", drawn).strip() + "\n"


def escaped(text: str) -> Source:
    """Text as Markdown that renders as this text, on one line, wherever on a line it stands."""
    return Source(_BLOCK.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", one_line(text))))


def link(text: str, url: str) -> Source:
    """A link, where the URL is one of the web; else the text alone."""
    target = href(url)
    if not target:
        return escaped(text)
    safe = _IN_URL.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), target)
    return Source(f"[{escaped(text) or escaped(url)}]({safe.replace('&', '&amp;')})")


def sites(statements: Sequence[Statement]) -> Source:
    """Links to those who say it, each outlet once, at most three."""
    first = {s.site: s for s in reversed(statements)}
    named = [s for s in statements if first[s.site] is s][:_MOST_SITES]
    return Source(", ".join(link(s.site, s.url) for s in named))


def code(text: str) -> Source:
    """A code span: its fence is longer than any run of backticks in it, from which a blank keeps it apart (CommonMark 0.31, 6.1)."""
    line = one_line(text)
    apart = " " if "`" in line else ""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", line)), default=0))
    return Source(f"{fence}{apart}{line}{apart}{fence}" if line else "")


@cache
def _environment() -> Environment:
    made = environment(escaped, markup=False)
    made.filters |= {"link": link, "sites": sites, "code": code}
    return made
