"""What one run has asked and counted, and what it decides of each link. Knows no requests: the spider makes them."""

import logging
from dataclasses import replace

from crawler.guard import unfit
from crawler.memory import Memory
from crawler.sources import Found, service, trait
from crawler.tally import Tally
from pipeline.names import Names
from pipeline.page import PASSING, Link, Reason, Skip
from pipeline.relevance import worth_fetching
from pipeline.series import Series, Source
from pipeline.urls import canonical, host, identity, same_site

_GONE = {"404", "410", "451"}
"""Answers that will be the same tomorrow."""

_LONGEST_URL = 2083
"""Characters; what Scrapy would drop without a word."""

log = logging.getLogger(__name__)


class Walk:
    """The state of a run: every link that a source gives ends in exactly one counted outcome."""

    def __init__(self, series: Series, memory: Memory) -> None:
        self.memory = memory
        self.tallies = {s.name: Tally(s.name, s.kind) for s in series.sources}
        self._names = Names.of(series)
        self._stated = {s.name: s for s in series.sources}
        self._asked: set[int] = set()
        """Hashes of the addresses of indexes and of the identities of pages: of 64 bits, and a third of their size."""
        self._owed: set[tuple[str, str]] = set()
        """Source and identity of pages that an earlier run could not have: not counted again when they are named again."""

    def owed(self, source: Source) -> Found:
        """What an earlier run could not have, as if the source named it first."""
        links = tuple(replace(link, given=True) for link in self.memory.owed.get(source.name, ()))
        self._owed.update((source.name, identity(link.url)) for link in links)
        return Found(links)

    def decide(self, source: Source, link: Link) -> Skip | bool:
        """True: fetch it. False: it is known, on its way or decided already. Else why not."""
        tally, url = self.tallies[source.name], canonical(link.url)
        if not link.given and (source.name, identity(url)) in self._owed:
            return False
        tally.found += 1
        if hash(identity(url)) in self._asked or self.memory.is_known(url, link, source):
            tally.known += 1
            return False
        judged = worth_fetching(link, self._names)
        if not (judged.relevant or source.everything or link.given):
            return self.skip(source, link, judged.reason or Reason.OFF_TOPIC, judged.because)
        if why := unfit(url, allow_private=True) or (f"longer than {_LONGEST_URL} characters" if len(url) > _LONGEST_URL else ""):
            return self.skip(source, link, Reason.BAD_ADDRESS, why)
        if self.memory.forgotten.holds(url):
            return self.skip(source, link, Reason.FORGOTTEN, "")
        if not self.may_lead_to(source, url):
            return self.skip(source, link, Reason.OFF_SITE, f"{host(url)} is not {host(self._stated[source.name].url)}")
        if self._is_full(source):
            return self.skip(source, link, Reason.LIMIT, str(source.limit))
        self._asked.add(hash(identity(url)))
        tally.underway += 1
        return True

    def next_index(self, source: Source, tries: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:
        """The first of these that was not asked yet, and those that wait for it to fail; None where none is to be asked."""
        number, url = next(((n, url) for n, url in enumerate(tries, 1) if hash(url) not in self._asked), (0, ""))
        tally = self.tallies[source.name]
        if not url:
            return None
        if self.memory.forgotten.holds(url):
            tally.troubles.append(f"{url} is to be forgotten (nectar forget --list)")
            return None
        if self._is_full(source):
            tally.cut = True
            return None
        self._asked.add(hash(url))
        return url, tries[number:]

    def became(self, source: Source, found: Found) -> bool:
        """Note what a source became; True where it is the one that the series file states."""
        stated = self._stated[source.name]
        if source != stated:
            return False
        tally = self.tallies[source.name]
        kinds = ", ".join(dict.fromkeys(s.kind for s in found.becomes))
        tally.kind = stated.kind if kinds == stated.kind else f"{stated.kind}: {kinds}"
        tally.because = found.because
        return True

    def trouble(self, source: Source, said: str, last: bool) -> None:
        """An index could not be read; `last`: and nothing else takes its place."""
        tally = self.tallies[source.name]
        tally.troubles.append(said)
        tally.missed |= last
        log.warning("%s: %s", source.name, said)

    def may_lead_to(self, source: Source, url: str) -> bool:
        """A hostile or mistaken index can't send us anywhere: only to the domain and the hosts that the user names."""
        if trait(source.kind, "ANYWHERE", False):
            return bool(host(url))
        stated = self._stated[source.name]
        return any(same_site(url, own) for own in (stated.url, *(f"http://{name}" for name in stated.hosts)))

    def may_ask(self, source: Source, url: str, allow_private: bool) -> bool:
        """An index that another one names lies on the same site, on its service or on the hosts that the user names; if not, it is
        trouble, once a host.
        """
        if self.may_lead_to(source, url) or any(same_site(url, service(s)) for s in (source, self._stated[source.name])):
            return True
        where = host(url).partition(":")[0]
        why = unfit(url, allow_private) or f'{where} is another site, hosts = ["{where}"] in the source allows it'
        said = f"leads on to {host(url) or url[:200]}: {why}"
        if said not in self.tallies[source.name].troubles:
            self.trouble(source, said, last=True)
        return False

    def skip(self, source: Source, link: Link, reason: Reason, detail: str) -> Skip:
        self.tallies[source.name].skipped[reason] += 1
        passing = reason in PASSING and not (reason is Reason.HTTP_ERROR and detail in _GONE)
        return Skip(canonical(link.url), source.name, reason, detail, link if passing else None)

    def _is_full(self, source: Source) -> bool:
        """No more of it is taken in this run, so nothing more is asked."""
        tally = self.tallies[source.name]
        return tally.underway + tally.fetched >= source.limit
