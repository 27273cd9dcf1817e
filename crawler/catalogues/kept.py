"""Answers of catalogues, kept in a folder as files that can be read and edited, and when each catalogue may be asked again."""

import hashlib
import json
import os
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

FRESH = timedelta(days=7)
"""An answer is as good as new for so long."""
_LONGEST_CLOSED = timedelta(days=1)
"""A catalogue that says it is closed for longer is tried again after this."""


@dataclass(frozen=True, slots=True)
class Kept:
    asked: datetime
    answer: object


@dataclass(frozen=True, slots=True)
class Pace:
    """When a catalogue was asked last, and until when it asked to be left alone: seconds since 1970."""

    asked: float = 0.0
    closed: float = 0.0
    gap: float = 0.0
    """Seconds between two requests by the limit that it stated last; 0: it stated none."""


class Shelf:
    """The folder. What can't be read or written there is as if it were not there: nothing depends on it but politeness and time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._paces: dict[str, Pace] = {}

    def get(self, catalogue: str, url: str, body: str) -> Kept | None:
        try:
            held = json.loads(self._file(catalogue, url, body).read_text("utf-8"))
            asked = datetime.fromisoformat(held["asked"])
            return Kept(asked if asked.tzinfo else asked.replace(tzinfo=UTC), held["answer"])
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None

    def put(self, catalogue: str, url: str, body: str, answer: object, now: datetime) -> None:
        request = {"url": url, "body": json.loads(body)} if body else {"url": url}
        self._write(
            self._file(catalogue, url, body),
            {"catalogue": catalogue, "asked": now.isoformat(timespec="seconds"), "request": request, "answer": answer},
        )

    def pace(self, catalogue: str, now: datetime) -> Pace:
        if catalogue in self._paces:
            return self._paces[catalogue]
        try:
            held = json.loads(self._pace_file(catalogue).read_text("utf-8"))
            asked, closed, gap = (float(held[part]) for part in ("asked", "closed", "gap"))
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return Pace()
        latest = (now + _LONGEST_CLOSED).timestamp()
        # A clock that was set back, or a hand in the file, must not close it for good
        return Pace(min(asked, now.timestamp()), min(closed, latest), min(max(gap, 0.0), 60.0))

    def set_pace(self, catalogue: str, pace: Pace) -> None:
        self._paces[catalogue] = pace
        self._write(self._pace_file(catalogue), asdict(pace))

    def _file(self, catalogue: str, url: str, body: str) -> Path:
        words = re.sub(r"[^a-z0-9]+", "-", (url.partition("//")[2].partition("/")[2] or "query").lower()).strip("-")
        digest = hashlib.sha256(f"{url}\n{body}".encode("utf-8", "replace")).hexdigest()[:12]
        return self.folder / f"{catalogue}-{words[:40].strip('-') or 'query'}-{digest}.json"

    def _pace_file(self, catalogue: str) -> Path:
        return self.folder / f"{catalogue}.pace.json"

    def _write(self, file: Path, held: object) -> None:
        try:
            text = json.dumps(held, ensure_ascii=False, indent=1)
            self.folder.mkdir(parents=True, exist_ok=True)
            half = file.with_suffix(f".{os.getpid()}.part")
            half.write_text(text + "\n", encoding="utf-8", errors="replace")
            half.replace(file)
        except (OSError, ValueError, RecursionError):
            return
