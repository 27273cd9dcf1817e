"""The language of a page: which one is spoken just now, its messages, its dates and its numbers. Knows no page and no message.

English is written in the code; every other language is one file, reports/languages/LANGUAGE.po, read as it is.
"""

import gettext as plain
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, get_decimal_symbol

from pipeline.errors import UserError

ENGLISH = "en"
LANGUAGES = files("reports").joinpath("languages")
"""A .po file each, named by its ISO 639-1 code."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language with what it says."""

    language: str
    locale: Locale
    messages: plain.NullTranslations
    """Asked for a message that it lacks, it gives the English one."""


@cache
def _tongue(language: str) -> Tongue:
    messages = plain.NullTranslations()
    if language != ENGLISH:
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        with LANGUAGES.joinpath(f"{language}.po").open("rb") as file:
            compiled = BytesIO()
            write_mo(compiled, read_po(file, locale=language))
        compiled.seek(0)
        messages = plain.GNUTranslations(compiled)
    return Tongue(language, Locale.parse(language), messages)


_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


def languages() -> tuple[str, ...]:
    """Those that pages can be drawn in, English first."""
    return (ENGLISH, *sorted(p.name.removesuffix(".po") for p in LANGUAGES.iterdir() if p.name.endswith(".po")))


def known(language: str) -> str:
    """The language itself. Raises UserError for one in which there are no pages."""
    if language not in languages():
        raise UserError(
            f"There are no pages in the language {language!r}; there are: {', '.join(languages())}.",
            "Set `language` in the series file or --language; CONTRIBUTING.md says how one is added.",
        )
    return language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything said inside is said in this language; other threads and tasks speak on as they did. Raises UserError as `known` does."""
    token = _spoken.set(known(language))
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    return _spoken.get()


def messages() -> plain.NullTranslations:
    """What is said in this language, with the placeholders still in it."""
    return _tongue(spoken()).messages


def N_(message: str) -> str:
    """Marks a message of a table for the catalogue; `_` translates it when it is said."""
    return message


def _(message: str, /, **values: object) -> str:
    """The message with its placeholders `%(name)s` filled; a per cent sign is written twice."""
    return messages().gettext(message) % values


def ngettext(one: str, many: str, n: int, /, **values: object) -> str:
    """The form of the message that goes with `n` things, with `%(num)s` and its other placeholders filled."""
    return messages().ngettext(one, many, n) % {"num": n, **values}


def pgettext(context: str, message: str, /, **values: object) -> str:
    """The message in this context: for words that English spells alike and others do not."""
    return messages().pgettext(context, message) % values


def day(value: date) -> str:
    """`10 Apr 2024` in English; elsewhere the date of middle length."""
    return _day(value, spoken())


def decimal(value: float, pattern: str) -> str:
    """A number by a pattern of CLDR such as `+0.00;-0.00`, with a real minus."""
    return _decimal(value, pattern, spoken())


@lru_cache(maxsize=2_000)
def _day(value: date, language: str) -> str:
    return format_date(value, "d MMM y" if language == ENGLISH else "medium", _tongue(language).locale)


@lru_cache(maxsize=2_000)
def _decimal(value: float, pattern: str, language: str) -> str:
    return format_decimal(value, pattern, _tongue(language).locale).replace("-", "−")


def point() -> str:
    """What stands between the whole and its fraction."""
    return get_decimal_symbol(_tongue(spoken()).locale)
