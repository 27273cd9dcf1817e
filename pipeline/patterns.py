"""Long patterns, compiled when they are first used: to compile all of them takes longer than to import all else, and most commands need few."""

import re
from typing import cast


class _Late:
    """Stands for the compiled pattern; from its first use on it has the pattern's own methods."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._given)
        for each in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern", "flags", "groupindex"):
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As re.compile; a mistake in the pattern is an error when it is first used."""
    return cast(re.Pattern[str], _Late(pattern, flags))
