"""What reading a stranger's index may cost: a few seconds. Hostile XML is cut or refused before a slow reader sees it."""

import re
from xml.parsers import expat

MOST_ENTRIES = 50_000
"""Links taken from one index: what the sitemap protocol allows."""
MOST_ELEMENTS = 500_000
"""Elements of a sitemap that are looked at, pictures and films among them."""
_MOST_BYTES = 4 * 1024 * 1024
_MOST_TAGS = 30_000
_MOST_REFERENCES = 300_000
_MOST_ATTRIBUTES = 100
"""Of one element: feedparser's time grows with their square."""


_WIDE = {
    **{b"\xff\xfe\0\0": "utf-32", b"\0\0\xfe\xff": "utf-32", b"<\0\0\0": "utf-32-le", b"\0\0\0<": "utf-32-be"},
    **{b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"},
}
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")


class _Enough(Exception):
    """The XML is well made so far, and there is too much of it."""


class _Odd(Exception):
    """No honest feed looks like this."""


def narrow(body: bytes) -> bytes:
    """In UTF-8 what begins as UTF-16 or UTF-32 does: parsers guess wrongly where no first line says it too, or know none of it."""
    for mark, code in _WIDE.items():
        if body.startswith(mark):
            return _DECLARED.sub("", body.decode(code, "replace")).encode("utf-8", "replace")
    return body


def bounded(xml: bytes) -> bytes:
    """As much of a feed in UTF-8 as is read in seconds. Entries stand newest first, so it is the oldest that go.

    What is quoted as CDATA costs little and is not counted; behind a mistake in the XML, where it must be guessed, every `<` is.
    Raises ValueError, in words, for what is made to be slow.
    """
    xml = _first(xml[:_MOST_BYTES], b"&", _MOST_REFERENCES)
    elements = 0
    under: list[str] = []

    def element(name: str, attributes: list[str]) -> None:
        nonlocal elements
        elements += 1
        if elements > _MOST_TAGS:
            raise _Enough
        if len(attributes) > 2 * _MOST_ATTRIBUTES:
            raise _Odd(f"has an element with {len(attributes) // 2} attributes")
        under.append(name)

    parser = expat.ParserCreate("utf-8")
    parser.ordered_attributes = True
    parser.StartElementHandler = element
    parser.EndElementHandler = lambda name: under.pop()  # noqa: ARG005
    try:
        parser.Parse(xml, True)
    except _Enough:
        return xml[: parser.CurrentByteIndex] + "".join(f"</{name}>" for name in reversed(under)).encode()
    except expat.ExpatError:
        good = max(parser.ErrorByteIndex, 0)
        return xml[:good] + _first(xml[good:], b"<", _MOST_TAGS - elements)
    except _Odd as odd:
        raise ValueError(str(odd)) from None
    return xml


def _first(body: bytes, sign: bytes, most: int) -> bytes:
    return sign.join(body.split(sign, most)[:most]) if body.count(sign) > most else body
