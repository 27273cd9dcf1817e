"""An address on the web, as a value of an option."""

from urllib.parse import urlsplit

import click


class WebUrl(click.ParamType[str]):
    """An address on the web."""

    name = "url"

    def convert(self, value: str, param: click.Parameter | None, context: click.Context | None) -> str:
        try:
            parts = urlsplit(value)
            good = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
        except ValueError:
            good = False
        if not good or not value.isprintable() or " " in value:
            self.fail("it must be an address with http:// or https://.", param, context)
        return value
