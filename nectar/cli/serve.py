"""`nectar serve`: look at the database with a web browser, on this machine only."""

import socket
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from nectar.cli.home import Home
from nectar.cli.show import err, out, reading_progress
from pipeline.errors import UserError


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="0 takes a free one.")
@click.option("--open", "opened", is_flag=True, help="Open it in a web browser.")
@click.pass_obj
def serve(home: Home, port: int, opened: bool) -> None:
    """Show the database in a web browser, with Datasette: tables, facets, search, questions, SQL, the weekly pages.

    Only this machine can see it, and nothing can be changed. A crawl may go on meanwhile.
    """
    database = home.there()
    try:
        from nectar.browse.app import browser
        from nectar.browse.app import serve as answer
    except ImportError as error:
        raise UserError(f"Looking needs {error.name}, which is not installed.", 'Run: pip install "nectar[web]"') from None
    with _readable(home, database) as file, socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind(("127.0.0.1", port))
        except OSError as error:
            raise UserError(
                f"Port {port} can't be had: {error.strerror}.", "Choose another --port, or 0 for a free one."
            ) from None
        listening.listen(100)
        app = browser(file, home.site)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        out.print(f"Open: {address}")
        err.print("Ctrl-C ends it.")
        if opened:
            webbrowser.open(address)
        try:
            answer(app, listening)
        except KeyboardInterrupt:
            err.print("Ended.")


@contextmanager
def _readable(home: Home, database: str | Path) -> Iterator[Path]:
    """The database as a file of SQLite, its tables up to date; of a server a copy that is gone afterwards."""
    from pipeline.store.redaction import Without
    from pipeline.store.snapshot import copy
    from pipeline.store.upkeep import file_of

    file = file_of(database)
    if file:
        with home.store():
            pass
        yield file
        return
    with tempfile.TemporaryDirectory() as folder:
        err.print("The server's database is copied first; what comes later is not seen.")
        with reading_progress("Copying") as watch:
            copy(database, Path(folder) / "nectar.db", Without(pages=True), watch)
        yield Path(folder) / "nectar.db"
