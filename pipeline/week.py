"""ISO weeks: Monday to Sunday, the first of a year is the one with its first Thursday."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.errors import UserError


@dataclass(frozen=True, slots=True, order=True)
class Week:
    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Week":
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @classmethod
    def parse(cls, text: str) -> "Week":
        """From `2024-W24`. Raises UserError for anything else, weeks that do not exist included."""
        found = re.fullmatch(r"(\d{4})-?W(\d{1,2})", text.strip(), re.IGNORECASE)
        try:
            if found:
                week = cls(int(found[1]), int(found[2]))
                week.shifted(-1), week.shifted(2)  # it exists, and so do its neighbours
                return week
        except (ValueError, OverflowError):
            pass
        raise UserError(
            f"There is no week {text!r}.", "Weeks are written like 2024-W24 (ISO 8601); 2024-W01 begins on 2024-01-01."
        )

    @property
    def first(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return self.first + timedelta(days=6)

    def shifted(self, weeks: int) -> "Week":
        return Week.of(self.first + timedelta(weeks=weeks))

    def until(self, last: "Week") -> Iterator["Week"]:
        """This week and all after it, `last` included."""
        week = self
        while week <= last:
            yield week
            week = week.shifted(1)

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02}"
