"""`nectar serve`: what a web browser may see of the database, and what nobody may do."""

import json
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from nectar.browse.questions import QUESTIONS
from pipeline.store import Store
from tests.webserver import Nectar, plain_failure

needs_datasette = pytest.mark.skipif(
    __import__("importlib.util").util.find_spec("datasette") is None, reason="needs the extra web"
)


@dataclass(frozen=True, slots=True)
class Browser:
    address: str
    home: Path

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, str]:
        request = Request(self.address + path, method=method, headers=headers, data=b"" if method == "POST" else None)
        try:
            with build_opener(ProxyHandler({})).open(request, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def sql(self, query: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.get(f"nectar.json?{urlencode({'sql': query, '_shape': 'objects'})}")[1])
        return found


def started(nectar: Nectar) -> tuple["subprocess.Popen[bytes]", str]:
    process = nectar.start("serve", "--port", "0")
    assert process.stdout
    line = process.stdout.readline().decode()
    assert line.startswith("Open: http://127.0.0.1:"), (line, process.stderr and process.stderr.read())
    return process, line.split()[1]


def ended(process: "subprocess.Popen[bytes]") -> int:
    process.send_signal(signal.SIGINT)
    code = process.wait(20)
    for stream in (process.stdout, process.stderr):
        assert stream
        stream.close()
    return code


@pytest.fixture(scope="module")
def browser(collected: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The small home in a folder with a name that addresses would stumble over."""
    import shutil

    nectar = Nectar(tmp_path_factory.mktemp("serve") / "100% who?#")
    shutil.copytree(collected.nectar.home, nectar.home)
    assert nectar.here("forget", "--author", "Jon Doe").code == 0
    process, address = started(nectar)
    try:
        yield Browser(address, nectar.home)
    finally:
        assert ended(process) == 0


@needs_datasette
def test_tables_say_what_they_are_and_lead_to_the_weekly_pages(browser: Browser) -> None:
    code, front = browser.get("")
    assert code == 200
    assert '<a href="/site/index.html">' in front
    assert "Copper Heron" in browser.get("site/index.html")[1]
    assert browser.get("site/../nectar.db")[0] in {403, 404}
    assert browser.get("site/%2e%2e/nectar.db")[0] in {403, 404}
    code, table = browser.get("nectar/assessment")
    assert code == 200
    assert "yes, mixed or no" in table, "the comment of a column"
    assert 'data-column="kind"' in table, "a facet"


@needs_datasette
@pytest.mark.parametrize("name", QUESTIONS)
def test_the_questions_have_answers(browser: Browser, name: str) -> None:
    code, said = browser.get(f"nectar/{name}.json?series=&name=&_shape=objects")
    found = json.loads(said)
    assert (code, found.get("error")) == (200, None), said
    assert found["rows"] or name in {"changed", "promise_and_delivery", "origins"}
    assert browser.get(f"nectar/{name}?series=copper-heron&name=pacing")[0] == 200


@needs_datasette
def test_raw_pages_and_wishes_can_not_be_seen(browser: Browser) -> None:
    assert browser.sql("select url, body, length(body) as n from page")["rows"][0] | {"url": ""} == {
        "url": "",
        "body": None,
        "n": None,
    }
    assert browser.sql("with p as (select body as b from page) select max(hex(b)) as h from p")["rows"] == [{"h": ""}]
    assert browser.sql("select what, value from forgotten")["rows"] == [{"what": "author", "value": None}]
    for path in (
        "nectar/forgotten.json",
        "nectar/forgotten",
        "nectar/page.csv",
        "nectar/page/1.json",
        "nectar/page/1.blob?_blob_column=body",
    ):
        _, said = browser.get(path)
        assert "jon doe" not in said.lower()
        assert "<article>" not in said
    assert browser.get("nectar.db")[0] == 403
    assert "not authorized" in str(browser.sql("select * from sqlite_dbpage")["error"]) or "no such" in str(
        browser.sql("select * from sqlite_dbpage")["error"]
    )


@needs_datasette
@pytest.mark.parametrize(
    "query",
    [
        "select load_extension('x')",
        "attach database '/tmp/x.db' as x",
        "insert into run values (9, 'x', '', '', '')",
        "delete from page",
        "drop table page",
        "create temp table x (y)",
        "pragma journal_mode = delete",
        "select * from pragma_journal_mode('delete')",
        "vacuum into '/tmp/nectar-stolen.db'",
        "with x as (select 1) delete from page",
        "select writefile('/tmp/x', 'y')",
    ],
)
def test_nothing_can_be_changed(browser: Browser, query: str) -> None:
    before = (browser.home / "nectar.db").read_bytes()
    assert browser.sql(query)["error"]
    for method in ("POST", "PUT", "DELETE"):
        assert browser.get(f"nectar?{urlencode({'sql': query})}", method)[0] >= 400
    assert (browser.home / "nectar.db").read_bytes() == before


@needs_datasette
def test_a_long_question_is_cut_off(browser: Browser) -> None:
    endless = "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n"
    assert "time limit" in str(browser.sql(endless)).lower()


@needs_datasette
def test_only_this_machine_is_answered(browser: Browser) -> None:
    for host in ("rebound.example", "127.0.0.1", "", "127.0.0.1:1"):
        assert browser.get("nectar/article.json", Host=host)[0] in {400, 403}
    port = browser.address.rsplit(":", 1)[1].strip("/")
    assert browser.get("nectar/article.json", Host=f"localhost:{port}")[0] == 200


@needs_datasette
def test_what_a_crawl_writes_meanwhile_is_seen(browser: Browser) -> None:
    with Store(browser.home / "nectar.db") as store:
        from datetime import UTC, datetime

        store.start_run("written-meanwhile", datetime.now(UTC))
    assert browser.sql("select count(*) as n from run where series = 'written-meanwhile'")["rows"] == [{"n": 1}]


@needs_datasette
def test_a_port_that_is_taken_is_said(browser: Browser, collected: Any) -> None:
    port = browser.address.rsplit(":", 1)[1].strip("/")
    plain_failure(collected.nectar.run("serve", "--port", port), 2, port, "--port")


def test_without_the_extra_it_says_how_to_get_it(collected: Any, tmp_path: Path) -> None:
    (tmp_path / "datasette.py").write_text("raise ImportError('No module named datasette', name='datasette')\n")
    root = Path(__file__).parent.parent.parent
    run = collected.nectar.run("serve", env={"PYTHONPATH": f"{tmp_path}:{root}"})
    plain_failure(run, 2, "datasette", 'pip install "nectar[web]"')


def test_a_table_for_search_is_known_by_its_declaration(tmp_path: Path) -> None:
    from pipeline.store.described import described

    for number, declared in enumerate(('content="article"', "content=[article]", "content='article'", "content=article")):
        with closing(sqlite3.connect(tmp_path / f"{number}.db")) as db:
            db.execute("CREATE TABLE article (id INTEGER PRIMARY KEY, title)")
            db.execute(f"CREATE VIRTUAL TABLE article_words USING fts5(title, {declared}, content_rowid=id)")
            db.execute(f"CREATE VIRTUAL TABLE article_trigrams USING fts5(title, {declared}, tokenize='trigram')")
            assert [(t.name, t.searched_by) for t in described(db)] == [("article", "article_words")]
