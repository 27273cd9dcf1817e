"""The commonest words of a language, from the lists that jusText brings. They are read without it: it would import a whole reader of HTML."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def stop_words(language: str) -> frozenset[str]:
    """`language`: by its English name, such as "Norwegian_Bokmal"."""
    package = find_spec("justext")
    assert package is not None
    assert package.origin is not None
    lines = Path(package.origin).with_name("stoplists").joinpath(f"{language}.txt").read_bytes().splitlines()
    return frozenset(line.decode().lower() for line in lines)
