"""What earlier runs know of the web, and what this one learns for the next. Knows no requests; the spider asks it before each."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime, timedelta

from pipeline.page import Link, Page
from pipeline.series import Series, Source
from pipeline.store import IndexAnswer, Store
from pipeline.urls import canonical, host, identity

_WHOLE_AGAIN = timedelta(hours=20)
"""An index is read whole at least once a day: some servers say "not modified" of what did change."""
_OVERLAP = timedelta(days=1)
"""Asked for twice, because clocks differ and an index may name an article late."""
_LONGEST_WAIT = 30
"""Days after which a page is asked for again at the latest, where its source says again and again that it changed and it did not."""


class Memory:
    """Made when a run begins; `answers` is what it has learned when the run ends."""

    def __init__(self, store: Store, series: Series, now: datetime) -> None:
        self.answers: dict[str, IndexAnswer] = {}
        self.owed = store.owed(series.slug)
        self.forgotten = store.forgotten()
        self._store = store
        self._series = series
        self._now = now
        self._known = store.known(series.slug)
        self._before = store.index_answers(series.slug)
        self._history = store.history(series.slug)
        self._honest: dict[str, bool] = {}
        """Host → whether its "not modified" was found to be true, or false."""

    def question(self, source: Source) -> str:
        """Changes when an index would be read with other eyes: other names, or another source."""
        asked = {"names": self._series.names, "confused": self._series.confused_with, "source": asdict(source)}
        return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:12]

    def since(self, source: Source) -> datetime | None:
        """When the source was last asked the same and all of it was read, less a day; None where it never was."""
        asked = self.question(source)
        for run in self._history:
            if run.outcome != "interrupted" and any(s.source == source.name and s.question == asked for s in run.sources):
                return run.started - _OVERLAP
        return None

    # Pages

    def is_known(self, url: str, link: Link, source: Source) -> bool:
        """True where the page was fetched, and nobody says that it changed since, or who says so was wrong before."""
        known = self._known.get(identity(url))
        if known is None:
            return False
        if link.modified is None:
            changed = bool(known.digest) and known.source == source.name and link.digest not in {"", known.digest}
        else:
            changed = link.modified > (known.modified or known.fetched)
        if not changed:
            return True
        return self._now < known.fetched + timedelta(days=min(2**known.unchanged - 1, _LONGEST_WAIT))

    def condition(self, url: str) -> Mapping[str, str]:
        """Headers that ask for a known page only if it changed."""
        if not self._known or identity(url) not in self._known or not self._honest.get(host(url := canonical(url)), True):
            return {}
        return _conditional(*_marks(self._store.validators(url)[0]))

    def believes(self, url: str) -> bool:
        """May "not modified" be taken as said? The first of a host is looked into, because the source says otherwise."""
        return self._honest.get(host(url), False)

    def try_out(self, page: Page) -> None:
        """This page was had whole after its site had said that it was not modified: is that true?"""
        self._honest[host(page.url)] = self._store.validators(page.url)[1] == _digest(page)

    # Indexes

    def index_condition(self, url: str, source: Source) -> Mapping[str, str]:
        """Headers that ask for an index only if it changed; none where it is time to read it whole, or its site lies."""
        before = self._before.get(url)
        if before is None or not before.trusted or before.question != self.question(source) or self.owed.get(source.name):
            return {}
        if self._now - before.read > _WHOLE_AGAIN:
            return {}
        return _conditional(before.etag, before.last_modified)

    def index_read(self, url: str, page: Page, source: Source) -> None:
        """An index was read whole, led to no other, and all its links were judged."""
        etag, last_modified = _marks(page.headers)
        if not (etag or last_modified):
            return
        before, digest = self._before.get(url), _digest(page)
        same = before is not None and (before.etag, before.last_modified) == (etag, last_modified)
        trusted = (before.trusted if before else True) and not (same and before is not None and before.sha256 != digest)
        self.answers[url] = IndexAnswer(url, self.question(source), etag, last_modified, digest, self._now, trusted)

    def index_unchanged(self, url: str) -> None:
        if url in self._before:
            self.answers[url] = replace(self._before[url])


def _marks(headers: Mapping[str, str]) -> tuple[str, str]:
    return headers.get("etag", ""), headers.get("last-modified", "")


def _conditional(etag: str, last_modified: str) -> Mapping[str, str]:
    named = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in named.items() if value}


def _digest(page: Page) -> str:
    return hashlib.sha256(page.body).hexdigest()
