"""Digest ↔ report.json, and the JSON Schema that describes it (docs/report.schema.json)."""

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pipeline.errors import UserError
from reports.comparison import Comparison
from reports.digest import VERSION, Digest

NAME = f"urn:nectar:report:{VERSION}"
"""Of the schema; nothing is fetched from it."""


def dump(digest: Digest) -> str:
    """The Digest as JSON, two spaces deep, with a line feed at the end."""
    return _adapter().dump_json(digest, indent=2).decode() + "\n"


def read(text: str | bytes) -> Digest:
    """The Digest that `dump` wrote. Raises UserError for what is none, or one of a later version."""
    try:
        version = json.loads(text).get("version")
        if isinstance(version, int) and version > VERSION:
            raise UserError(f"This report is of version {version}; this Nectar reads up to {VERSION}.", "Install a newer Nectar.")
        return _adapter().validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise UserError(f"This is no report of Nectar: {where}: {first['msg']}.", "Draw it again: nectar report FILE") from None
    except (ValueError, AttributeError, RecursionError) as error:
        raise UserError(
            "This is no report of Nectar: it is not JSON of that form.", "Draw it again: nectar report FILE"
        ) from error


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `dump` writes."""
    made = _adapter().json_schema(mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": NAME}
    return head | made | {"title": "A weekly report of Nectar"}


def plain(comparison: Comparison) -> str:
    """A comparison as JSON, in the manner of `dump`."""
    return TypeAdapter(Comparison).dump_json(comparison, indent=2).decode() + "\n"


@cache
def _adapter() -> TypeAdapter[Digest]:
    return TypeAdapter(Digest)
