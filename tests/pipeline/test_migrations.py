"""The migrations make what the tables say, from nothing and from every released revision, and lose nothing on the way."""

import sqlite3
import zlib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Engine, Float, Integer, LargeBinary, MetaData, insert

import pipeline.store.migrations
from pipeline.store import Store
from pipeline.store.migrations import HEAD
from pipeline.store.opening import WRITES, migrate, open_engine
from pipeline.store.search import made_by_hand
from pipeline.store.tables import metadata

SERIES = "copper-lily"
NOW = datetime(2024, 4, 6, 9, 30, tzinfo=UTC)


def config() -> Config:
    made = Config()
    made.set_main_option("script_location", str(Path(pipeline.store.migrations.__file__).parent))
    return made


REVISIONS = [script.revision for script in reversed(list(ScriptDirectory.from_config(config()).walk_revisions()))]


def ours(_object: object, name: str | None, _type: str, _reflected: bool, _beside: object) -> bool:
    return not made_by_hand(name)


def upgrade(engine: Engine, revision: str) -> None:
    steps = config()
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        steps.attributes["connection"] = connection
        command.upgrade(steps, revision)


def differences(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": ours})
        assert context.get_current_revision() == HEAD
        return list(compare_metadata(context, metadata))


def something(column: "Column[object]") -> object:
    """A value that the column takes."""
    kind = column.type
    if column.foreign_keys or (column.primary_key and isinstance(kind, Integer)):
        return 1
    for family, value in (
        (Boolean, True),
        (Integer, 7),
        (Float, 0.25),
        (LargeBinary, zlib.compress(b"<p>body</p>")),
        (DateTime, NOW),
        (Date, date(2024, 4, 5)),
        (JSON, {} if column.name in {"headers", "link", "skipped", "episode_scores", "before", "after", "rights"} else []),
    ):
        if isinstance(kind, family):
            return value
    known = {"series": SERIES, "url": "https://www.paper.example/a/?utm_source=x", "week": "2024-W14", "seen_week": "2024-W14"}
    return known.get(column.name, "aspect" if column.name == "facet" else "said")


def fill(engine: Engine) -> dict[str, int]:
    """One row in every table as it is at this revision; how many rows each has."""
    there = MetaData()
    there.reflect(engine, only=lambda name, _: not made_by_hand(name))
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        for table in there.sorted_tables:
            if table.name != "alembic_version":
                serial = [c.name for c in table.primary_key if isinstance(c.type, Integer) and not c.foreign_keys]
                row = {
                    c.name: something(c)
                    for c in table.columns
                    if not made_by_hand(c.name) and (c.name not in serial or len(table.primary_key) > 1)
                }
                connection.execute(insert(table).values(**row))
    return {table.name: 1 for table in there.sorted_tables}


def test_from_nothing_to_head_gives_the_tables(bare_url: str) -> None:
    engine = open_engine(bare_url)
    migrate(engine)
    assert differences(engine) == []
    engine.dispose()


@pytest.mark.parametrize("revision", REVISIONS)
def test_from_every_revision_with_rows_in_it(bare_url: str, revision: str) -> None:
    engine = open_engine(bare_url)
    upgrade(engine, revision)
    rows = fill(engine)
    migrate(engine)
    assert differences(engine) == []
    with engine.connect() as connection:
        counts = {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar() for name in rows}
    assert counts == rows
    engine.dispose()
    with Store(bare_url) as store:
        [entry] = store.entries(SERIES)
        assert (entry.title, entry.published, entry.week, entry.stance) == ("said", date(2024, 4, 5), "2024-W14", 0.25)
        assert [o.name for o in entry.opinions] == ["said"]
        assert [s.topics for s in store.sentences([entry.id])] == [(("aspect", "said", 0.25),)]
        assert set(store.known(SERIES)) == ({"paper.example/a"} if revision < "0003" else {"said"})
        assert store.start_run(SERIES, NOW) == 2, "numbers go on from the last"


def test_head_is_the_newest_revision() -> None:
    assert ScriptDirectory.from_config(config()).get_heads() == [HEAD]


def test_migrating_again_changes_nothing(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/nectar.db")
    dumps = []
    for _ in range(2):
        migrate(engine)
        with sqlite3.connect(tmp_path / "nectar.db") as raw:
            dumps.append(list(raw.iterdump()))
        raw.close()
    engine.dispose()
    assert dumps[0] == dumps[1]
    assert any("CREATE TABLE article" in line for line in dumps[0])
