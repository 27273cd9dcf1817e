"""What a page allows: the ways in which sites keep their text from machines, read into one value. Pure; docs/good-guest.md says what each does."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from pipeline.page import RobotsAnswer
from pipeline.robots import TOKEN, Group, matches, preferred

_OF_ROBOTS = "robots.txt {}"
_OF_TDMREP = "tdmrep.json {}"
_IN_ARCHIVE = "x-archive-orig-{}"
"""How archives of the web hand on what the page's own server said."""
_SIGNALS = ("content-signal", "content-usage")
_SAID_BY_SERVER = ("x-robots-tag", "tdm-reservation", "tdm-policy", *_SIGNALS)
HEADERS = (
    *_SAID_BY_SERVER,
    *map(_IN_ARCHIVE.format, _SAID_BY_SERVER),
    *map(_OF_ROBOTS.format, _SIGNALS),
    *map(_OF_TDMREP.format, ("tdm-reservation", "tdm-policy")),
)
"""Names that `rights` looks at; those of a site's own files have a blank, which no header of an answer can have."""
METAS = ("robots", TOKEN, "tdm-reservation", "tdm-policy")
"""Names of meta elements that `rights` looks at."""
_MOST_RULES = 1000
_MOST_SAID = 20
"""Preferences and places that are kept of one page; an honest one has two or three."""
_LONGEST_POLICY = 500
_LONGEST_USE = 40
_BOT = re.compile(r"\s*([\w .*-]+?)\s*:\s*(.*)", re.S)
_VALUED = ("max-snippet", "max-image-preview", "max-video-preview", "unavailable_after")
"""Directives that have a colon themselves, so that what stands before it is no name of a robot."""
_SNIPPET = re.compile(r"max-snippet\s*:\s*(-?\d{1,9})")
_YES_NO = {"y": "yes", "yes": "yes", "?1": "yes", "n": "no", "no": "no", "?0": "no"}
_FOR_MODELS = frozenset({"ai-input", "ai-use", "ai", "tdm", "bots"})
"""Uses that include handing the text to a language model. Training one (ai-train, train-ai) is another use, which Nectar does not make."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What its page says of an article; nothing where it says nothing."""

    reserved: bool = False
    """Text and data mining is reserved (W3C TDMRep, directive (EU) 2019/790, article 4)."""
    policy: str = ""
    """Where the site says on which terms it may be mined all the same."""
    noai: bool = False
    noarchive: bool = False
    nosnippet: bool = False
    noindex: bool = False
    max_snippet: int | None = None
    """Characters of a quote; -1: any number. None where the page does not say."""
    usage: tuple[tuple[str, str], ...] = ()
    """(use, "yes" or "no") of Content-Signal and Content-Usage; a "no" beats a "yes"."""
    because: tuple[str, ...] = ()
    """What was said, and where."""

    @property
    def keeps_from_models(self) -> bool:
        """True where its text may not be sent to a language model."""
        return self.reserved or self.noai or any(use in _FOR_MODELS and said == "no" for use, said in self.usage)

    @property
    def longest_quote(self) -> int | None:
        """Characters of one quote that may be shown to others; None for no limit. Excerpts are what "search" allows or not."""
        if self.nosnippet or ("search", "no") in self.usage:
            return 0
        return None if self.max_snippet is None or self.max_snippet < 0 else self.max_snippet

    def as_record(self) -> dict[str, Any]:
        """What is said, as JSON; empty where nothing is. `of_record` is its inverse."""
        return {name: value for name, nothing in _SILENT.items() if (value := getattr(self, name)) != nothing}

    @classmethod
    def of_record(cls, record: Mapping[str, Any]) -> "Rights":
        if not record:  # of most
            return cls()
        usage = tuple((str(use), str(said)) for use, said in record.get("usage", ()))
        return cls(**{**record, "usage": usage, "because": tuple(record.get("because", ()))})


_SILENT = {field.name: field.default for field in fields(Rights)}


def of_site(group: Group, tdmrep: RobotsAnswer | None, url: str) -> dict[str, str]:
    """What the site's own files say of this address, as headers among HEADERS that travel with the page."""
    said = {_OF_ROBOTS.format(name): preferred(group, name, url) for name in _SIGNALS} if group.preferences else {}
    if tdmrep is not None and 200 <= tdmrep.status < 300:
        reservation, policy = reserved_for(tdmrep.body, url)
        said |= {_OF_TDMREP.format("tdm-reservation"): reservation, _OF_TDMREP.format("tdm-policy"): policy}
    return {name: value for name, value in said.items() if value}


def reserved_for(tdmrep: bytes, url: str) -> tuple[str, str]:
    """(reservation, policy) of the rule in tdmrep.json with the longest location that matches; of two such the one that reserves.

    ("", "") where none matches, or the file is none.
    """
    try:
        rules = json.loads(tdmrep.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return "", ""
    found = []
    for rule in rules[:_MOST_RULES] if isinstance(rules, list) else ():
        location = rule.get("location") if isinstance(rule, dict) else None
        if isinstance(location, str) and matches(location, url):
            reservation, policy = _one_or_zero(rule.get("tdm-reservation")), rule.get("tdm-policy")
            found.append((len(location), reservation, policy if isinstance(policy, str) else ""))
    return max(found, default=(0, "", ""))[1:]


def rights(headers: Mapping[str, str], metas: Iterable[tuple[str, str]]) -> Rights:
    """From the headers that were kept of a page (several of one name on lines of their own) and its meta elements, names in lower case."""
    metas = [(name, value) for name, value in metas if name in METAS]
    headers = {**headers, **{name: said for name in _SAID_BY_SERVER if (said := _said(headers, name))}}
    because: list[str] = []
    directives = set()
    for where, said in (
        *(("x-robots-tag", d) for line in headers.get("x-robots-tag", "").splitlines() for d in _for_us(line)),
        *((f"meta {name}", d) for name, value in metas if name in {"robots", TOKEN} for d in _split(value)),
    ):
        directives.add(said)
        if said.startswith(("noai", "noimageai", "noarchive", "nocache", "nosnippet", "max-snippet", "noindex", "none")):
            because.append(f"{said} ({where})")
    snippets = [int(found[1]) for d in directives if (found := _SNIPPET.fullmatch(d))]
    limits = [n for n in snippets if n >= 0]
    reserved, policy = _reservation(headers, metas, because)
    return Rights(
        reserved=reserved,
        policy=policy[:_LONGEST_POLICY],
        noai="noai" in directives,
        noarchive=not directives.isdisjoint({"noarchive", "nocache"}),
        nosnippet="nosnippet" in directives,
        noindex=not directives.isdisjoint({"noindex", "none"}),
        max_snippet=min(limits) if limits else max(snippets, default=None),
        usage=_usage(headers, because),
        because=tuple(dict.fromkeys(because))[:_MOST_SAID],
    )


def _said(headers: Mapping[str, str], name: str) -> str:
    return "\n".join(filter(None, (headers.get(_IN_ARCHIVE.format(name)), headers.get(name))))


def _reservation(headers: Mapping[str, str], metas: Iterable[tuple[str, str]], because: list[str]) -> tuple[bool, str]:
    """The page before its header, the header before the site's file: TDMRep lets what is nearer to the text win."""
    of_page = dict(reversed([(name, value) for name, value in metas if name.startswith("tdm-")]))
    for where, said in (
        ("meta", of_page),
        ("header", headers),
        ("tdmrep.json", {name: headers.get(_OF_TDMREP.format(name), "") for name in ("tdm-reservation", "tdm-policy")}),
    ):
        if reservation := _one_or_zero(said.get("tdm-reservation")):
            if reservation == "1":
                because.append(f"tdm-reservation: 1 ({where})")
            return reservation == "1", said.get("tdm-policy", "").strip() if reservation == "1" else ""
    return False, ""


def _usage(headers: Mapping[str, str], because: list[str]) -> tuple[tuple[str, str], ...]:
    """The preferences of the header, and of robots.txt what the header leaves open; within one place a "no" beats a "yes"."""
    found: dict[str, str] = {}
    for form, where in (("{}", "header"), (_OF_ROBOTS, "robots.txt")):
        here: dict[str, str] = {}
        for name in _SIGNALS:
            for use, said in _pairs(headers.get(form.format(name), "")):
                here[use] = "no" if "no" in (said, here.get(use)) else said
        for use, said in here.items():
            if use not in found and len(found) < _MOST_SAID:
                found[use] = said
                because.append(f"{use}={said} ({where})")
    return tuple(sorted(found.items()))


def _pairs(value: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"[,\n]", value.lower())[:_MOST_RULES]:
        use, _, said = part.partition(";")[0].partition("=")
        if (known := _YES_NO.get(said.strip())) and 0 < len(use.strip()) <= _LONGEST_USE:
            yield use.strip(), known


def _for_us(line: str) -> Iterator[str]:
    """The directives of one X-Robots-Tag that are for all robots or for us; a robot's name holds for the rest of its line."""
    ours = True
    for part in line.lower().split(","):
        named = _BOT.fullmatch(part)
        if named and named[1] not in _VALUED:
            ours = named[1] in {TOKEN, "*", "robots"}
            part = named[2]
        if ours:
            yield from _split(part)


def _split(value: str) -> Iterator[str]:
    return (" ".join(d.split()) for d in value.lower().split(",") if d.strip())


def _one_or_zero(value: object) -> str:
    """ "1" where any of its lines says so, "0" where one says that, "" for all else."""
    said = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return next((digit for digit in ("1", "0") if digit in re.split(r"\s*[,\s]\s*", said.strip())), "")
