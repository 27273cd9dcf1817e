"""What goes wrong with a database, in plain words: one sentence and a tip, never a password."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import sleep
from typing import TypeVar

from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError, OperationalError

from pipeline.errors import StoreError

T = TypeVar("T")

_TRIES = 4
_PASSING = frozenset({"40001", "40P01"})
"""SQLSTATEs of a transaction that another one crossed: serialization failure, deadlock. Done again, it may well succeed."""

_SQLSTATES = {
    "25006": ("{where} takes no changes: it is a read-only copy of another server.", "Name the primary server in --db."),
    "3F000": ("{where} has no schema to make tables in.", "Name one: add ?options=-csearch_path%3DSCHEMA to the URL."),
    "42501": (
        "{who} may not do this in {where} ({cause}).",
        "Ask who runs the server for the rights; docs/postgresql.md lists them.",
    ),
    "53100": (
        "The server's disk is full: {where} could not be written.",
        "Free some space there; what was stored before is intact.",
    ),
    "53200": ("The server of {where} is out of memory.", "Try again, or give it more."),
    "53300": ("The server of {where} has no connection left.", "Close other programs, or raise its max_connections."),
    "55P03": ("{where} is busy: another program holds it.", "Try again when it has finished."),
    "57P01": ("The server of {where} was shut down.", "Try again when it is back; what was stored before is intact."),
    "57P03": ("The server of {where} is starting or stopping.", "Try again in a minute."),
}
"""SQLSTATE → (sentence, tip). PostgreSQL's documentation, appendix A."""

_SAYINGS = {
    "password authentication failed": (
        "{where} refuses the password of {who}.",
        "Check the user and the password in --db or PGPASSWORD.",
    ),
    "no password supplied": ("{where} asks for a password.", "Put it into ~/.pgpass or PGPASSWORD."),
    "no pg_hba.conf entry": ("{where} lets {who} not in from here.", "The server's pg_hba.conf must name this machine and user."),
    "Peer authentication failed": (
        "{where} knows {who} by another name.",
        "Run as that user of the system, or connect with a password.",
    ),
    "too many connections": _SQLSTATES["53300"],
    "remaining connection slots": _SQLSTATES["53300"],
    "the database system is": _SQLSTATES["57P03"],
    'role "': ("{where} does not know {who}.", "Make the role: createuser NAME"),
    "does not exist": ("There is no database {database} at {where}.", "Make it: createdb --encoding=UTF8 {database}"),
}
"""What a refused connection says (it bears no SQLSTATE) → (sentence, tip). The first that occurs counts."""

_FULL = (
    "The disk is full: {where} could not be written ({cause}).",
    "Free some space and run the same command again; what was stored before is intact.",
)
_SHUT = ("{where} can't be opened or written ({cause}).", "Check the folder and its rights, or choose another --home.")
_STRANGE = ("{where} is no database ({cause}).", "Move the file away, or choose another --home.")
_FILES = {
    "full": _FULL,
    "disk I/O": _FULL,
    "locked": _SQLSTATES["55P03"],
    "readonly": _SHUT,
    "unable to open": _SHUT,
    "not a database": _STRANGE,
    "malformed": _STRANGE,
}
"""What SQLite says → (sentence, tip)."""
_SILENT = ("The database {where} does not answer: {cause}.", "Check --db and that the server runs.")


@contextmanager
def in_plain_words(engine: Engine) -> Iterator[None]:
    """Turn what a user can mend (a full disk, no rights, no server, no database file) into a StoreError. Programming errors stay what they are."""
    try:
        yield
    except DBAPIError as error:
        said = _explained(engine.url, error)
        if said is None:
            raise
        raise said from error


def again(work: Callable[[], T]) -> T:
    """Do a whole transaction; a few times where another one crossed it."""
    for n in range(1, _TRIES):
        try:
            return work()
        except StoreError as error:
            if not (isinstance(error.__cause__, DBAPIError) and _sqlstate(error.__cause__) in _PASSING):
                raise
            sleep(0.05 * n * n)
    return work()


def place(url: URL) -> str:
    """Which database, for messages: no password, and no parameter that may hold one."""
    return url.set(query={}, password=None).render_as_string() if url.get_backend_name() != "sqlite" else str(url)


def _explained(url: URL, error: DBAPIError) -> StoreError | None:
    cause = " ".join(str(error.orig).split())
    form = _form(error, cause)
    if form is None:
        return None
    facts = {"where": place(url), "cause": cause, "who": url.username or "this user", "database": url.database}
    sentence, tip = (part.format_map(facts) for part in form)
    return StoreError(sentence, tip)


def _form(error: DBAPIError, cause: str) -> tuple[str, str] | None:
    """None where it is a mistake of ours. Drivers file some of what a user can mend under other names than OperationalError."""
    if known := _SQLSTATES.get(_sqlstate(error)):
        return known
    if not isinstance(error, OperationalError) and "not a database" not in cause:
        return None
    sayings = _FILES if isinstance(error.orig, sqlite3.Error) else _SAYINGS
    return next((form for saying, form in sayings.items() if saying in cause), _SILENT)


def _sqlstate(error: DBAPIError) -> str:
    return str(getattr(error.orig, "sqlstate", None) or "")
