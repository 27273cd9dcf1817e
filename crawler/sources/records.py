"""WARC 1.0 and 1.1 (ISO 28500), read in a stream: from bytes to records and from records to pages. Knows no web and no series.

Of a file only one record at a time is in memory; what is broken or too long is stepped over.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import BinaryIO

from pipeline.page import Page
from pipeline.urls import canonical, host

LONGEST = 8 * 1024 * 1024
"""Bytes of one record, unpacked; the same cap as for what comes from the web."""

_CHUNK = 32 * 1024
_GZIP = b"\x1f\x8b\x08"
_START = b"WARC/1."
_BEGIN = re.compile(rb"[\r\n]{0,8}(WARC/1\.)")
_GAP = re.compile(rb"\r?\n\r?\n")
_HEAD = 64 * 1024
"""Bytes that the headers of one record or answer may have."""
_TRIES = 1000
"""Places that look like the begin of a record and are none, one after the other, until a file is given up."""
_KEPT = ("content-type", "last-modified", "x-robots-tag", "tdm-reservation", "tdm-policy")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its headers (names in lower case) and its block."""

    headers: Mapping[str, str]
    block: bytes


def records(file: BinaryIO) -> Iterator[Record]:
    """The whole records of a file or of a piece of one, in order, packed record by record with gzip or not at all."""
    for _, raw in _walk(file):
        at = 0
        while record := _record(raw, at):
            at, found = record
            yield found


def whole(file: BinaryIO) -> int:
    """How many bytes of a piece are whole records: the next piece begins there. 0 where not even the first is whole."""
    return max((end for end, _ in _walk(file)), default=0)


def page(record: Record, source: str) -> Page | None:
    """The web page that a record holds, as it was answered then; None for all that is no answer of a web server."""
    url = canonical(record.headers.get("warc-target-uri", "").strip("<> "))
    answer = re.match(rb"HTTP/\d(?:\.\d)? (\d{3})\b", record.block)
    if record.headers.get("warc-type") != "response" or not host(url) or not answer:
        return None
    head, gap, body = record.block.partition(b"\r\n\r\n")
    if not gap:
        head, _, body = record.block.partition(b"\n\n")
    headers = _headers(head)
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    kept = {name: headers[name] for name in _KEPT if name in headers}
    fetched = _time(record.headers.get("warc-date", ""))
    return Page(url, url, int(answer[1]), kept, _unpacked(body), fetched, source) if fetched else None


def _walk(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """(where it ends, unpacked bytes) of each packed member or plain record; empty bytes where it is too long."""
    at = _next(file, 0)
    missed = 0
    while at is not None and missed < _TRIES:
        file.seek(at)
        packed = file.read(len(_GZIP)) == _GZIP
        file.seek(at)
        end, raw = _member(file) if packed else _plain(file)
        if end is None:
            return  # it goes on behind the end
        missed = missed + 1 if not end else 0
        if end:
            yield at + end, raw
        at = _next(file, at + (end or 1))


def _next(file: BinaryIO, at: int) -> int | None:
    """Where the next record begins, from `at` on; None where there is none."""
    file.seek(at)
    kept = b""
    while chunk := file.read(_CHUNK):
        window = kept + chunk
        if found := re.search(rb"\x1f\x8b\x08|(?:^|(?<=\n))WARC/1\.", window):
            return at - len(kept) + found.start()
        kept = window[-len(_START) :]
        at += len(chunk)
    return None


def _member(file: BinaryIO) -> tuple[int | None, bytes]:
    """(bytes read, unpacked) of the gzip member here; (None, …) where the file ends before it, (0, …) where it is none."""
    unpacker = zlib.decompressobj(wbits=31)
    parts: list[bytes] = []
    size = read = 0
    while not unpacker.eof:
        chunk = unpacker.unconsumed_tail or file.read(_CHUNK)
        if not chunk:
            return None, b""
        read += 0 if unpacker.unconsumed_tail else len(chunk)
        try:
            part = unpacker.decompress(chunk, _CHUNK * 8)
        except zlib.error:
            return 0, b""
        if not size and not part.startswith(_START[: len(part)]):
            return 0, b""
        size += len(part)
        if size > 4 * LONGEST:
            return read, b""  # a bomb: what follows is looked for, not waited for
        if size <= LONGEST:
            parts.append(part)
    return read - len(unpacker.unused_data), b"".join(parts) if size <= LONGEST else b""


def _plain(file: BinaryIO) -> tuple[int | None, bytes]:
    """As `_member`, for a record that is not packed."""
    head = file.read(_HEAD)
    gap = _GAP.search(head)
    if not gap:
        return (None if len(head) < _HEAD else 0), b""
    length = _length(_headers(head[: gap.start()]))
    if length is None:
        return 0, b""
    start = file.tell() - len(head)
    end = gap.end() + length
    if file.seek(0, 2) - start < end:
        return None, b""
    if end > LONGEST:
        return end, b""
    file.seek(start)
    return end, file.read(end)


def _record(raw: bytes, at: int) -> tuple[int, Record] | None:
    """(where it ends, record) of the record at this place of some unpacked bytes."""
    begin = _BEGIN.match(raw, at)
    gap = _GAP.search(raw, begin.start(1), begin.start(1) + _HEAD) if begin else None
    if not begin or not gap:
        return None
    headers = _headers(raw[begin.start(1) : gap.start()])
    length = _length(headers)
    if length is None or gap.end() + length > len(raw):
        return None
    return gap.end() + length, Record(headers, raw[gap.end() : gap.end() + length])


def _headers(head: bytes) -> dict[str, str]:
    """The fields below the first line; of those that stand there twice the first."""
    found: dict[str, str] = {}
    for line in head[:_HEAD].decode("utf-8", "replace").splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    return found


def _length(headers: Mapping[str, str]) -> int | None:
    text = headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def _time(text: str) -> datetime | None:
    """A WARC-Date in UTC; fractions of a second of any length are left out."""
    try:
        return datetime.strptime(text[:19], "%Y-%m-%dT%H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _joined(body: bytes) -> bytes:
    """A chunked body as one (RFC 9112, 7.1); as it is where it is none: some archives join it and keep the header."""
    parts: list[bytes] = []
    stream = BytesIO(body)
    while line := stream.readline(1024).split(b";")[0].strip():
        try:
            size = int(line, 16)
        except ValueError:
            return body
        if size <= 0:
            return b"".join(parts) if size == 0 else body
        parts.append(stream.read(size))
        stream.readline(4)
    return b"".join(parts) or body


def _unpacked(body: bytes) -> bytes:
    """Without gzip, whatever the header says; empty where that is more than a page may have."""
    if not body.startswith(_GZIP):
        return body
    try:
        unpacker = zlib.decompressobj(wbits=31)
        unpacked = unpacker.decompress(body, LONGEST)
    except zlib.error:
        return b""
    return unpacked if not unpacker.unconsumed_tail else b""
