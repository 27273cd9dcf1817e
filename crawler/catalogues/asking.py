"""Ask the catalogues one after the other, within their limits: the one module of this package that has a network, a clock and a folder."""

import json
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

from crawler.catalogues import CATALOGUES, Catalogue, Facts, Request, Wanted, shape
from crawler.catalogues.exchange import SECONDS, NoAnswer, Reply, exchange
from crawler.catalogues.kept import FRESH, Kept, Pace, Shelf

LONGEST_WAIT = 60.0
"""Seconds of Retry-After that are waited for, once; a catalogue that needs longer is not asked again before."""
_BUSY = (429, 503)

Say = Callable[[str, str], None]
"""Told the name of a catalogue and what is being done with it."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How to ask."""

    agent: str
    folder: Path
    offline: bool = False
    """Ask nobody; what is kept is used whatever its age."""
    refresh: bool = False
    """Ask anew, whatever is kept."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Another address for a catalogue: a mirror, a test."""
    gap: float | None = None
    """Seconds between two requests, for all; None: what each wants."""
    seconds: float = SECONDS


def gather(wanted: Wanted, manners: Manners, say: Say) -> tuple[Facts, ...]:
    """What each catalogue says, in order; each is told what those before it knew. One that fails gives its trouble and stops no other.

    One that found nothing is asked once more where those after it know its number for the series, or another name.
    """
    shelf = Shelf(manners.folder)
    said: dict[str, Facts] = {}
    for id in CATALOGUES:
        said[id] = _inquired(id, wanted, manners, shelf, say)
        wanted = wanted.knowing(said[id])
    for id, facts in said.items():
        if facts.taken is None and not facts.troubles and (wanted.known or id in wanted.ids):
            said[id] = _inquired(id, wanted, manners, shelf, say)
    return tuple(said.values())


def _inquired(id: str, wanted: Wanted, manners: Manners, shelf: Shelf, say: Say) -> Facts:
    catalogue = CATALOGUES[id]
    say(catalogue.NAME, "asking")
    if wanted.medium and wanted.medium not in catalogue.MEDIA:
        return Facts(catalogue.NAME, troubles=(f"not asked: it knows no {wanted.medium}s".replace("animes", "anime"),))
    desk = Desk(id, catalogue, manners, shelf, say)
    troubles: list[str] = []
    answer: object = None
    with closing(catalogue.inquire(wanted)) as inquiry:
        while True:
            try:
                request = inquiry.send(answer)
            except StopIteration as end:
                facts: Facts = end.value
                return replace(facts, troubles=tuple(dict.fromkeys((*facts.troubles, *desk.remarks, *troubles))))
            try:
                answer = desk.ask(request)
            except NoAnswer as reason:
                if not request.optional:
                    return Facts(catalogue.NAME, troubles=(str(reason),))
                troubles.append(f"{reason}; the rest came")
                answer = None


class Desk:
    """Where one catalogue is asked: its pace, its kept answers, and what had to be remarked."""

    def __init__(self, id: str, catalogue: Catalogue, manners: Manners, shelf: Shelf, say: Say) -> None:
        self._id, self._catalogue, self._manners, self._shelf, self._say = id, catalogue, manners, shelf, say
        self._address = manners.addresses.get(id, catalogue.ADDRESS)
        self.remarks: list[str] = []
        self._failed = ""

    def ask(self, request: Request) -> object:
        """The answer as parsed JSON: kept or fresh. NoAnswer where there is neither."""
        url, body = self._address + request.path, json.dumps(request.body) if request.body is not None else ""
        kept = self._shelf.get(self._id, url, body)
        now = datetime.now(UTC)
        if self._manners.offline:
            if kept is None:
                raise NoAnswer("not asked (--offline)")
            return self._used(kept, "not asked (--offline)", now)
        if kept is not None and not self._manners.refresh and _fresh(kept, now):
            return kept.answer
        try:
            if self._failed:  # what is down is not asked again in the same breath
                raise NoAnswer(self._failed)
            answer = self._asked(url, body)
        except NoAnswer as reason:
            self._failed = str(reason)
            if kept is None:
                raise
            return self._used(kept, str(reason), now)
        self._shelf.put(self._id, url, body, answer, datetime.now(UTC))
        return answer

    def _used(self, kept: Kept, reason: str, now: datetime) -> object:
        if not (self._manners.offline and _fresh(kept, now)):
            self.remarks.append(f"{reason}; its answer of {kept.asked:%Y-%m-%d} is used")
        return kept.answer

    def _asked(self, url: str, body: str) -> object:
        """A fresh answer; where the catalogue is busy and says for how long, once more after that."""
        self._wait_for_turn()
        reply = self._exchanged(url, body)
        answer, complaint, wait = self._judged(reply)
        if wait is not None and wait <= LONGEST_WAIT:
            self._say(self._catalogue.NAME, f"asks to wait {wait:g} s")
            time.sleep(wait)
            reply = self._exchanged(url, body)
            answer, complaint, wait = self._judged(reply)
        if wait is not None:
            self._close(wait)
        if complaint:
            raise NoAnswer(complaint)
        return answer

    def _wait_for_turn(self) -> None:
        now = datetime.now(UTC)
        pace = self._shelf.pace(self._id, now)
        closed = pace.closed - now.timestamp()
        if closed > LONGEST_WAIT:
            raise NoAnswer(
                f"not asked: it wants to be left alone until {datetime.fromtimestamp(pace.closed, UTC):%Y-%m-%d %H:%M} UTC"
            )
        gap = self._manners.gap if self._manners.gap is not None else max(pace.gap, self._catalogue.GAP)
        wait = max(closed, pace.asked + gap - now.timestamp())
        if wait > 1:
            self._say(self._catalogue.NAME, f"waiting {wait:.0f} s for its limit")
        if wait > 0:
            time.sleep(wait)
        self._say(self._catalogue.NAME, "asking")

    def _exchanged(self, url: str, body: str) -> Reply:
        """Remembers when it was asked and what it says of its limits, in X-RateLimit-* (AniList)."""
        before = self._shelf.pace(self._id, datetime.now(UTC))
        self._shelf.set_pace(self._id, replace(before, asked=time.time()))
        reply = exchange(url, body.encode() if body else None, self._manners.agent, self._manners.seconds)
        limit, remaining, reset = (_whole(reply.headers.get(f"x-ratelimit-{n}", "")) for n in ("limit", "remaining", "reset"))
        used_up = remaining == 0 and reply.status == 200
        closed = (float(reset) if reset else time.time() + LONGEST_WAIT) if used_up else 0.0
        self._shelf.set_pace(self._id, Pace(time.time(), closed, 60 / limit if limit else before.gap))
        return reply

    def _judged(self, reply: Reply) -> tuple[object, str, float | None]:
        """The answer, what is wrong with it, and the seconds after which it may be asked again where it is busy."""
        answer = _parsed(reply.body)
        said = self._catalogue.complaint(answer) or shape.text(answer, "message")
        stated = _retry_after(reply.headers.get("retry-after", ""))
        if reply.status in _BUSY or (reply.status == 200 and said and stated is not None and self._catalogue.complaint(answer)):
            wait = LONGEST_WAIT + 1 if stated is None else stated
            return None, f"is busy ({said or reply.status})" + ("" if stated is None else f", asks to wait {stated:g} s"), wait
        if reply.status != 200:
            return None, f"answered {reply.status}" + (f": {said}" if said else ""), None
        if answer is None:
            return None, "answered something else than JSON", None
        complaint = self._catalogue.complaint(answer)
        return answer, f"answered: {complaint}" if complaint else "", None

    def _close(self, wait: float) -> None:
        pace = self._shelf.pace(self._id, datetime.now(UTC))
        self._shelf.set_pace(self._id, replace(pace, closed=time.time() + wait))


def _fresh(kept: Kept, now: datetime) -> bool:
    """Not yet a week old, and not of the future: then a clock was set back."""
    return timedelta(0) <= now - kept.asked < FRESH


def _parsed(body: bytes) -> object:
    """JSON, or None for what is none."""
    try:
        return json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None


def _retry_after(text: str) -> float | None:
    """Seconds from now; both forms of RFC 9110, section 10.2.3. None where nothing sensible is said."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), timedelta(days=1).total_seconds())
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    until = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(0.0, (until - datetime.now(UTC)).total_seconds()), timedelta(days=1).total_seconds())
