"""WARC files, of this machine or of the web: the pages are in them already. Also lists of such files, as CC-NEWS has them."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from parsel import Selector

from crawler.sources import records
from crawler.sources.found import Errand, Found
from pipeline.markup import decoded
from pipeline.page import Link, Page
from pipeline.series import Series
from pipeline.urls import joined

ANYWHERE = True
DELAY = 1.0
"""Seconds; files of a gigabyte are read in hundreds of pieces."""
CHAIN = 1000
"""Pieces of one file, one behind the other; those of CC-NEWS have 256."""

_PIECE = 4 * 1024 * 1024
_LARGEST = 8 * 1024 * 1024
"""Bytes; a record that a piece of this size does not hold is stepped over."""
_HEAD = 32 * 1024
"""Bytes of a page in which its title is looked for."""
_BREATH = 100
"""Pages without a name in them after which others have their turn."""
_ENCODINGS = ("utf-8", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "cp1251", "cp1252")
_STAMP = re.compile(r"-(\d{14})-")


def begin(errand: Errand) -> Found:
    """The pages of a file or a folder; the first piece of a file on the web, or the list that names such files."""
    address = errand.source.url
    if "://" in address:
        return Found(more=(address if _is_list(address) else _piece(address, 0, _PIECE),))
    path = Path(address).expanduser()
    files = sorted(p for p in path.rglob("*") if p.name.endswith((".warc", ".warc.gz"))) if path.is_dir() else [path]
    if not files or not all(f.is_file() for f in files):
        return Found(trouble="holds no file *.warc or *.warc.gz" if path.is_dir() else "is no file")
    return Found(pages=chain.from_iterable(_file(f, errand) for f in files))


def read(answer: Page, errand: Errand) -> Found:
    """The pages of one piece, and where the next begins; of a list the newest files."""
    if answer.status not in {200, 206}:
        return Found(trouble=f"answers {answer.status}")
    if _is_list(answer.url):
        return _listed(answer, errand)
    start, end, total = _range(answer)
    whole = records.whole(BytesIO(answer.body))
    if not start and not whole and (end >= total or len(answer.body) >= _LARGEST):
        return Found(trouble="is no WARC file")
    pages = _pages(BytesIO(answer.body[:whole]), errand)
    if end >= total:
        return Found(pages=pages)
    if whole:
        return Found(more=(_piece(answer.url, start + whole, _PIECE),), pages=pages)
    if end == start:
        return Found(trouble="sends empty pieces")
    once_more = len(answer.body) == _PIECE
    return Found(more=(_piece(answer.url, start, _LARGEST) if once_more else _piece(answer.url, end, _PIECE),))


def _pages(file: BinaryIO, errand: Errand) -> Iterator[Page | None]:
    """The pages that may be about the series, each with what it says of itself; None now and then where there are none."""
    needles = () if errand.source.everything else _needles(errand.series)
    quiet = 0
    for record in records.records(file):
        page = records.page(record, errand.source.name)
        if page and page.status == 200 and "html" in page.headers.get("content-type", "html") and _names_it(page, needles):
            quiet = 0
            yield replace(page, link=_link(page))
        elif (quiet := quiet + 1) % _BREATH == 0:
            yield None


def _file(path: Path, errand: Errand) -> Iterator[Page | None]:
    with path.open("rb") as file:
        yield from _pages(file, errand)


def _needles(series: Series) -> tuple[bytes, ...]:
    """The longest word of each name, in the encodings that pages have: a page without any of them is not looked at.

    Small letters as bytes have them: a page is made small without knowing its encoding. Empty where a name is too short to tell.
    """
    words = [max(re.findall(r"\w+", name), key=len, default="") for name in series.names]
    if any(w.isascii() and len(w) < 3 for w in words):
        return ()
    cased = {case for w in words for case in (w, w.lower(), w.upper(), w.capitalize())}
    spelt = {w.encode(e, "ignore").lower() for w in cased for e in (("ascii",) if w.isascii() else _ENCODINGS)}
    return tuple(s for s in spelt if len(s) > 2)


def _names_it(page: Page, needles: tuple[bytes, ...]) -> bool:
    text = page.url.lower().encode() + b"\n" + page.body.lower()
    return not needles or any(n in text for n in needles)


def _link(page: Page) -> Link:
    """What a page says of itself in its head: title and description."""
    head = decoded(replace(page, body=page.body[:_HEAD]))
    tree = Selector(head or " ", type="html")
    said = {n: " ".join(tree.xpath(f"//meta[@property='{n}' or @name='{n}']/@content").getall()[:1]) for n in _META}
    title = " ".join((said["og:title"], " ".join(tree.xpath("//title[1]/text()").getall()[:1])))
    return Link(page.url, title=" ".join(title.split()), summary=f"{said['og:description']} {said['description']}".strip())


_META = ("og:title", "og:description", "description")


def _listed(answer: Page, errand: Errand) -> Found:
    """At most `pages` files of a list, the newest first; later only those that were begun after the last run."""
    try:
        text = zlib.decompressobj(wbits=47).decompress(answer.body, _LARGEST) if answer.body[:1] == b"\x1f" else answer.body
    except zlib.error:
        return Found(trouble="can't be unpacked")
    names = [n for n in text.decode("utf-8", "replace").split() if n.endswith((".warc", ".warc.gz"))]
    root = answer.url.partition("/crawl-data/")[0] + "/" if "/crawl-data/" in answer.url else answer.url
    addresses = [a for n in names if (a := joined(root, n)).startswith(joined(root, "/"))]
    if not addresses:
        return Found(trouble="names no WARC files of its own site")
    fresh = [a for a in addresses if not (errand.since and (begun := _begun(a)) and begun < errand.since)]
    return Found(more=tuple(_piece(a, 0, _PIECE) for a in sorted(fresh, reverse=True)[: errand.source.pages]), unread=bool(fresh))


def _begun(address: str) -> datetime | None:
    try:
        stamp = _STAMP.search(address)
        return datetime.strptime(stamp[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC) if stamp else None
    except ValueError:
        return None


def _is_list(address: str) -> bool:
    return address.partition("?")[0].endswith((".paths", ".paths.gz"))


def _piece(address: str, start: int, size: int) -> str:
    return f"{address}#bytes={start}-{start + size - 1}"


def _range(answer: Page) -> tuple[int, int, int]:
    """(first byte, one behind the last, bytes in all) of an answer to a Range request; a whole file where it is none."""
    said = re.fullmatch(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15})", answer.headers.get("content-range", ""), re.A)
    if answer.status != 206 or not said:
        return 0, len(answer.body), len(answer.body)
    return int(said[1]), int(said[1]) + len(answer.body), int(said[2])
