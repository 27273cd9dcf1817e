"""What goes wrong with a server, said so that a user can mend it."""

import os
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.store import Store
from tests.pipeline.test_store import NOW, SERIES, article, concluded, page, take
from tests.postgres import Server


@pytest.fixture
def database(postgresql: Server) -> Iterator[str]:
    name = postgresql.fresh("tables")
    yield name
    postgresql.drop(name)


def refused(url: str) -> StoreError:
    with pytest.raises(StoreError) as error, Store(url) as store:
        store.add_page(SERIES, page())
    said = f"{error.value} {error.value.tip}"
    assert error.value.tip
    assert "\n" not in said
    assert "sugar" not in said, "a password must not be told"
    return error.value


@pytest.mark.usefixtures("postgresql")
def test_no_server(tmp_path: Path) -> None:
    nobody = refused(f"postgresql+psycopg://me:sugar@/nectar?host={tmp_path}")
    assert "does not answer" in str(nobody)
    assert "server runs" in nobody.tip
    assert "does not answer" in str(refused("postgresql+psycopg://me:sugar@127.0.0.1:1/nectar?connect_timeout=2"))


def test_a_wrong_password_and_none(postgresql: Server) -> None:
    assert "password" in str(refused(postgresql.url("guarded", "reader", "sugar")))
    assert "asks for a password" in str(refused(postgresql.url("guarded", "reader")))
    assert "password" in str(refused(postgresql.url("guarded", "reader") + "&password=sugar"))


def test_no_such_database_and_no_such_user(postgresql: Server) -> None:
    absent = refused(postgresql.url("absent"))
    assert "no database absent" in str(absent)
    assert "createdb" in absent.tip
    assert "does not know stranger" in str(refused(postgresql.url("postgres", "stranger")))


def test_no_rights(postgresql: Server, database: str) -> None:
    assert "may not" in str(refused(postgresql.url(database, "reader")))
    postgresql.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader", database=database)
    with Store(postgresql.url(database, "reader")) as store:
        assert store.entries(SERIES) == [], "who may read can read"
        with pytest.raises(StoreError, match="reader may not"):
            store.start_run(SERIES, NOW)


def test_a_database_without_tables_that_only_takes_questions(postgresql: Server) -> None:
    name = postgresql.fresh()
    postgresql.run("REVOKE CREATE ON SCHEMA public FROM PUBLIC", database=name)
    assert "may not" in str(refused(postgresql.url(name, "reader")))
    postgresql.drop(name)


def test_a_standby_answers_and_takes_no_changes(postgresql: Server, database: str) -> None:
    with Store(postgresql.url(database)) as store:
        store.add_page(SERIES, page())
    postgresql.run(f"ALTER DATABASE {database} SET default_transaction_read_only = on")
    with Store(postgresql.url(database)) as store:
        assert len(store.pending_ids(SERIES, "r1")) == 1
        with pytest.raises(StoreError, match="takes no changes"):
            store.start_run(SERIES, NOW)


def test_no_connection_left(postgresql: Server, database: str) -> None:
    postgresql.run(f"ALTER DATABASE {database} CONNECTION LIMIT 1", f"GRANT ALL ON DATABASE {database} TO reader")
    postgresql.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader", database=database)
    with Store(postgresql.url(database, "reader")):
        pass
    first = Store(postgresql.url(database, "reader"))
    first.weeks(SERIES)
    assert "no connection left" in str(refused(postgresql.url(database, "reader")))
    first.close()


def test_a_database_that_has_no_room_for_all_languages(postgresql: Server) -> None:
    postgresql.run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0")
    said = refused(postgresql.url("latin"))
    assert "LATIN1" in str(said)
    assert "UTF8" in said.tip
    postgresql.drop("latin")


def test_a_server_that_loses_its_connections_is_asked_again(postgresql: Server, database: str) -> None:
    with Store(postgresql.url(database)) as store:
        store.add_page(SERIES, page())
        postgresql.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'")
        assert store.add_page(SERIES, page("b", fetched=NOW + timedelta(days=1))) is True


def test_a_newer_database_is_refused(postgresql: Server, database: str) -> None:
    postgresql.run("UPDATE alembic_version SET version_num = '9999'", database=database)
    assert "newer Nectar" in str(refused(postgresql.url(database)))


def test_a_transaction_that_another_one_crossed_is_done_again(postgresql: Server, database: str) -> None:
    """Somebody at work with psql takes two rows in the other order: the server calls it a deadlock and ends one of the two."""
    import psycopg

    pages = [page(path) for path in "abcdefgh"]
    conninfo = f"host={postgresql.folder} user=nectar dbname={database}"
    with Store(postgresql.url(database)) as store, psycopg.connect(conninfo) as other:
        store.add_pages(SERIES, pages)
        # The other waits longer before it looks for a deadlock, so that it is ours that is ended.
        other.execute("SET deadlock_timeout = '20s'")
        other.execute("UPDATE page SET status = 1 WHERE url LIKE '%/h'")
        renewed = [page(path, body=b"new", fetched=NOW + timedelta(days=1)) for path in "abcdefgh"]
        answers: list[list[bool]] = []
        writer = threading.Thread(target=lambda: answers.append(store.add_pages(SERIES, renewed)))
        writer.start()
        _until_it_waits(postgresql, database)
        other.execute("UPDATE page SET status = 1 WHERE url LIKE '%/a'")
        other.commit()
        writer.join(30)
        assert answers == [[True] * 8]
        assert {w.page.body for w in store.pending(SERIES, store.pending_ids(SERIES, "r1"))} == {b"new"}


def _until_it_waits(server: Server, database: str) -> None:
    import time

    import psycopg

    deadline = time.monotonic() + 20
    with psycopg.connect(f"host={server.folder} user=nectar dbname=postgres", autocommit=True) as watcher:
        while time.monotonic() < deadline:
            waits = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"
            if watcher.execute(waits, [database]).fetchone() == (1,):
                return
            time.sleep(0.02)
    raise AssertionError("nobody waited")


def test_an_old_way_to_write_the_address(postgresql: Server, database: str) -> None:
    for scheme in ("postgres", "postgresql"):
        with Store(postgresql.url(database).replace("postgresql+psycopg", scheme)) as store:
            assert store.weeks(SERIES) == []


def test_a_full_disk(postgresql: Server, database: str) -> None:
    """PostgreSQL has no way to be told how much disk it may take: a function that says what a full disk says stands in for it."""
    postgresql.run(
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$",
        "CREATE TRIGGER full_disk BEFORE INSERT ON page EXECUTE FUNCTION full_disk()",
        database=database,
    )
    assert "disk is full" in str(refused(postgresql.url(database)))


def test_a_schema_of_its_own(postgresql: Server) -> None:
    name = postgresql.fresh()
    where = f"{postgresql.url(name)}&options=-csearch_path%3Dnews"
    assert "no schema" in str(refused(where))
    postgresql.run("CREATE SCHEMA news", database=name)
    for _ in range(2):
        with Store(where) as store:
            store.add_page(SERIES, page())
    postgresql.run("SELECT 1/count(*) FROM news.page", database=name)
    postgresql.drop(name)


def test_a_reader_can_ask_from_the_command_line(postgresql: Server, database: str, tmp_path: Path) -> None:
    from tests.conftest import run_nectar

    with Store(postgresql.url(database)) as store:
        take(store, article(), concluded())
    postgresql.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader", database=database)
    series = tmp_path / "copper-lily.toml"
    series.write_text('title = "Copper Lily"\nslug = "copper-lily"\n')
    for command in (("query", series), ("report", series)):
        ran = run_nectar("--db", postgresql.url(database, "reader"), *command, home=tmp_path)
        assert (ran.returncode, ran.stderr.count("Traceback")) == (0, 0), ran.stderr


@pytest.mark.skipif(os.name != "posix", reason="sockets in folders")
def test_the_command_line_says_it_in_a_sentence_and_a_tip(postgresql: Server, tmp_path: Path) -> None:
    from tests.conftest import run_nectar

    asked = run_nectar("--db", postgresql.url("absent"), "query", "examples/metallic-rouge.toml", home=tmp_path)
    assert asked.returncode == 1
    assert asked.stderr.startswith("nectar: There is no database absent")
    assert "Tip: " in asked.stderr
    assert "Traceback" not in asked.stderr
