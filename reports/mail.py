"""Digest → a message (.eml) in its language that fits a mailbox: plain text and HTML of its own, under 100 kB, and nothing in it gives the story away.

It names no sender: who sends it says so. It asks for nothing from the network: no images, no style sheets, no script.
"""

import re
from collections.abc import Sequence
from email.headerregistry import Address, HeaderRegistry
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache

from jinja2 import Environment

from pipeline.errors import UserError
from reports.developments import corrected
from reports.digest import Digest
from reports.labels import label
from reports.rows import QuarrelRow
from reports.templating import cut, environment, href, one_line
from reports.tongue import _, speaking

_MOST_ASPECTS, _MOST_CHANGES, _MOST_LINES = 10, 7, 5
_LONGEST, _LONGEST_TITLE, _LONGEST_NAME = 300, 120, 60
"""Characters of a text, of a title, and of a name. What is longer is cut: mail programs cut a message off at about 100 kB."""


def message(digest: Digest, to: Sequence[str] = ()) -> bytes:
    """RFC 5322, multipart/alternative, with CRLF. `to`: addresses. Raises UserError for what is no address."""
    letter = EmailMessage(policy=SMTP)
    letter["Subject"] = cut(one_line(f"{cut(digest.title, _LONGEST_TITLE)}, {digest.week}: {digest.verdict}"), _LONGEST)
    letter["Date"] = digest.made
    letter["Message-ID"] = f"<{digest.week}.{_tag(digest.slug)}@nectar.invalid>"
    letter["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence is answered to it
    if to:
        letter["To"] = [_address(one) for one in to]
    with speaking(digest.language):
        shown = {"d": digest, "page": digest.online or f"{_tag(digest.slug)}/{digest.week}.html", **_chosen(digest)}
        text, page = (_environment(name).get_template(name).render(shown) for name in ("mail.txt", "mail.html"))
    letter.set_content(text, cte=_encoding(text))
    letter.add_alternative(page, subtype="html", cte=_encoding(page))
    letter.set_boundary("=_nectar")  # RFC 2045, 6.7: "=_" never comes in quoted-printable, nor in base64
    return letter.as_bytes()


def _chosen(d: Digest) -> dict[str, object]:
    """What there is room for. A quote that gives something away is none of it, nor are two of one side where each has one."""
    quotes = [q for side in (d.praise, d.blame) for q in [q for q in side if q.text and not q.spoiler][:1]]
    told = [a for a in d.aspects if a.promise.n or a.reception.n]
    told.sort(key=lambda a: -(a.reception.n + a.promise.n))
    changes = d.changes[:_MOST_CHANGES]
    known = {c.text for c in changes}
    return {
        "quotes": quotes,
        "aspects": told[:_MOST_ASPECTS],
        "changes": changes,
        "left": len(told[_MOST_ASPECTS:]),
        "quarrels": [_quarrel(q) for q in d.quarrels[:_MOST_LINES]],
        "corrections": [line for c in d.corrections if (line := corrected(c)) not in known][:_MOST_LINES],
    }


def _quarrel(q: QuarrelRow) -> str:
    said = {
        "matter": cut(one_line(q.matter), _LONGEST_NAME),
        "one": cut(one_line(q.value), _LONGEST_NAME),
        "other": cut(one_line(q.other), _LONGEST_NAME),
    }
    if q.state == "against the facts":
        return _("%(matter)s: %(one)s is claimed, %(other)s is known", **said)
    return _("%(matter)s: %(one)s or %(other)s (%(state)s)", **said, state=label(q.state, "state"))


def _address(text: str) -> Address:
    wrong = UserError(f"{one_line(text)!r} is no mail address.", "Write --to name@host.example, once for each reader.")
    if text != one_line(text) or not text.isascii():
        raise wrong
    try:
        header = HeaderRegistry()("To", text)
    except (ValueError, IndexError, AttributeError):  # its parser stumbles over some that are none
        raise wrong from None
    found: Sequence[Address] = getattr(header, "addresses", ())
    if header.defects or len(found) != 1 or not found[0].domain or not found[0].username:
        raise wrong
    return found[0]


def _encoding(text: str) -> str:
    """The shorter one: quoted-printable takes three bytes for each that is not ASCII, base64 four for any three."""
    body = text.encode()
    return "base64" if 6 * sum(byte > 126 for byte in body) > len(body) else "quoted-printable"


def _tag(slug: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")[:_LONGEST_NAME] or "report"


@cache
def _environment(template: str) -> Environment:
    made = environment(lambda text: cut(one_line(text), _LONGEST), markup=template.endswith(".html"))
    made.filters |= {
        "title": lambda text: cut(text, _LONGEST_TITLE),
        "name": lambda text: cut(text, _LONGEST_NAME),
        "quote": lambda text: cut(one_line(text), _LONGEST - 2),
        "href": lambda url: href(url) if len(url) <= _LONGEST else "",
    }
    return made
