"""The migrations make what the tables say."""

import sqlite3
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import pipeline.store.migrations
from pipeline.store.migrations import HEAD
from pipeline.store.opening import migrate, open_engine
from pipeline.store.search import made_by_hand
from pipeline.store.tables import metadata


def ours(_object: object, name: str | None, _type: str, _reflected: bool, _beside: object) -> bool:
    return not made_by_hand(name)


def test_from_nothing_to_head_gives_the_tables(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/nectar.db")
    migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": ours})
        assert context.get_current_revision() == HEAD
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_head_is_the_newest_revision() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(pipeline.store.migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


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
