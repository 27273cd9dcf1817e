"""The verb that sums up weeks: what was thought of each aspect, before the work was out and after, week by week."""

from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, func, select

from pipeline.assessment import JUDGING, PROMISING
from pipeline.store.asking import plainly
from pipeline.store.rows import WeeklyAspect
from pipeline.store.tables import assessment as s
from pipeline.store.tables import opinion as o
from pipeline.week import Week


def aspects(c: Connection, series: str, since: Week | None, until: Week | None) -> list[WeeklyAspect]:
    """Oldest first, then by name. The database does the sums: it costs the same to hear of one article or of a thousand a week."""
    asked = {"whose": series, "since": str(since or "0000-W00"), "until": str(until or "9999-W99")}
    return [WeeklyAspect(*row) for row in c.execute(_summed(c.dialect.name), asked).all()]


@cache
def _summed(dialect: str) -> Select[Any]:
    """Columns as in WeeklyAspect. Built once: that costs more than to answer for one week."""
    side = case((s.c.kind.in_(PROMISING), "promise"), (s.c.kind.in_(JUDGING), "reception"), else_="other").label("side")
    return (
        select(s.c.week, side, o.c.name, func.count(), func.count(o.c.polarity), func.avg(o.c.polarity), func.sum(o.c.remarks))
        .join_from(s, o)
        .where(s.c.series == bindparam("whose"), s.c.week.between(bindparam("since"), bindparam("until")), o.c.facet == "aspect")
        .group_by(s.c.week, "side", o.c.name)
        .order_by(s.c.week, "side", plainly(dialect, o.c.name))
    )
