"""Columns for strangers' text: whatever comes, every database can hold it, and gives the same back."""

import json
from math import isfinite
from typing import Any

from sqlalchemy import JSON, Text, TypeDecorator

from pipeline.urls import cut


def holdable(text: str) -> str:
    """Without NUL, which PostgreSQL refuses, and half surrogates, which UTF-8 can't say."""
    text = text.replace("\0", "") if "\0" in text else text
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def address(url: str) -> str:
    """The URL as it is kept. Idempotent."""
    return cut(holdable(url))


def read_json(text: str | bytes) -> Any:
    """A value that the database keeps as JSON. Most are empty, and need not be parsed."""
    return {} if text == "{}" else [] if text == "[]" else json.loads(text)


def _sound(value: Any) -> Any:
    """JSON's own values; PostgreSQL knows neither NaN nor infinity there."""
    if isinstance(value, str):
        return holdable(value)
    if isinstance(value, dict):
        return {holdable(str(name)): _sound(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_sound(part) for part in value]
    return None if isinstance(value, float) and not isfinite(value) else value


class Said(TypeDecorator[str]):
    """Text that a stranger wrote."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:  # noqa: ARG002
        return holdable(value) if value is not None else None


class Address(TypeDecorator[str]):
    """A URL, or what stands for one."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:  # noqa: ARG002
        return address(value) if value is not None else None


class SaidJson(TypeDecorator[Any]):
    """JSON with strangers' text in it."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> Any:  # noqa: ARG002
        return _sound(value)
