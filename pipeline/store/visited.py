"""Verbs of manners: the rules that sites gave, and how often each was asked on a day, each on a connection that the Store hands in."""

import zlib
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, delete, insert, select, update

from pipeline.page import RobotsAnswer
from pipeline.store.tables import robots
from pipeline.store.tables import visits as visited


def robots_of(c: Connection, site: str, path: str) -> RobotsAnswer | None:
    row = c.execute(select(robots).where(robots.c.site == site, robots.c.path == path)).first()
    if row is None:
        return None
    return RobotsAnswer(row.site, row.path, row.url, row.status, zlib.decompress(row.body), row.fetched, row.trouble)


def keep_robots(c: Connection, answer: RobotsAnswer) -> None:
    c.execute(delete(robots).where(robots.c.site == answer.site, robots.c.path == answer.path))
    c.execute(
        insert(robots).values(
            site=answer.site,
            path=answer.path,
            url=answer.url,
            status=answer.status,
            body=zlib.compress(answer.body),
            fetched=answer.fetched,
            trouble=answer.trouble,
        )
    )


def visits(c: Connection, day: date) -> dict[str, int]:
    rows = c.execute(select(visited.c.site, visited.c.requests).where(visited.c.day == day))
    return {row.site: row.requests for row in rows}


def add_visits(c: Connection, day: date, counts: Mapping[str, int]) -> None:
    """Other runs may count beside this one: what is stored grows by what is given."""
    there = visits(c, day)
    for site, n in counts.items():
        if site in there:
            here = (visited.c.site == site, visited.c.day == day)
            c.execute(update(visited).where(*here).values(requests=visited.c.requests + n))
        else:
            c.execute(insert(visited).values(site=site, day=day, requests=n))
