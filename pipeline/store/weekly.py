"""The verb that sums up weeks: what was thought of each aspect, before the work was out and after, week by week."""

from sqlalchemy import Connection, case, func, select

from pipeline.assessment import JUDGING, PROMISING
from pipeline.store.rows import WeeklyAspect
from pipeline.store.tables import assessment as s
from pipeline.store.tables import opinion as o
from pipeline.week import Week


def aspects(c: Connection, series: str, since: Week | None, until: Week | None) -> list[WeeklyAspect]:
    """Oldest first, then by name. The database does the sums: it costs the same to hear of one article or of a thousand a week."""
    side = case((s.c.kind.in_(PROMISING), "promise"), (s.c.kind.in_(JUDGING), "reception"), else_="other").label("side")
    polarity = func.avg(o.c.polarity).label("polarity")
    query = (
        select(s.c.week, side, o.c.name, func.count().label("articles"), func.count(o.c.polarity).label("judged"), polarity)
        .add_columns(func.sum(o.c.remarks).label("remarks"))
        .join_from(s, o)
        .where(s.c.series == series, s.c.week.between(str(since or "0000-W00"), str(until or "9999-W99")), o.c.facet == "aspect")
        .group_by(s.c.week, "side", o.c.name)
    )
    rows = sorted(tuple(row) for row in c.execute(query))  # here: servers sort as their language does
    return [WeeklyAspect(*row) for row in rows]
