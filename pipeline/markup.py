"""Page → element tree. Knows encodings and how libxml2 must be fed; what stands in the tree is for others to say."""

import re

from lxml import etree
from lxml.html import HtmlElement
from w3lib.encoding import html_to_unicode

from pipeline.page import Page

_PARSER = etree.HTMLParser(collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True)
_PARSER.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
"""One class for all elements: lxml.html's own parser calls Python for each element to choose among its classes, a twelfth of all the time."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r"))
_DOCTYPE = re.compile(rb"\s*<\s?!\s?doctype[^>\n]*/[^<>\n]*>", re.IGNORECASE)
"""A document type with a slash in it, which libxml2 may take for the end of the page (lxml bug 1955915)."""
_CLOSED_ROOT = re.compile(rb"(<html\b[^>]*?)\s*/>", re.IGNORECASE)


def decoded(page: Page) -> str:
    """The markup as text: by the header, the page's own word or, where both are silent, what it can only be."""
    said = page.headers.get("content-type", "")
    try:
        if "punycode" in said.lower() or b"punycode" in page.body[:4096].lower():
            raise LookupError(said)  # Python knows it as an encoding, and takes minutes for 200 kB
        return html_to_unicode(said or None, page.body, auto_detect_fun=_undeclared)[1]
    except (LookupError, ValueError):  # hex, undefined and other codecs of Python's that are no encodings of text
        return page.body.decode(_undeclared(page.body), "replace")


def parsed(markup: str) -> HtmlElement | None:
    """The <html> element of what may be broken or no HTML at all; None where there is nothing to parse."""
    if "<" not in markup:
        return None
    fed = markup.encode("utf-8", "replace").translate(None, _CONTROLS)
    if b"\xef" in fed:
        fed = fed.replace(b"\xef\xbf\xbe", b"").replace(b"\xef\xbf\xbf", b"")  # U+FFFE and U+FFFF, found faster than in the text
    fed = _CLOSED_ROOT.sub(rb"\1>", _DOCTYPE.sub(b"", fed[:4096], count=1), count=1) + fed[4096:]
    try:
        root = etree.fromstring(fed, _PARSER)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if not isinstance(root, HtmlElement):
        return None
    # A single element around some characters is what libxml2 makes of pictures and plain text as well.
    return root if "html" in markup[:50].lower() or len(root) > 1 or any(len(part) > 1 for part in root) else None


def _undeclared(body: bytes) -> str:
    """The encoding of a page that declares none: UTF-8 where it is, else what old pages meant."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
