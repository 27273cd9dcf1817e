"""Texts that a pattern matches, spelt from its own parse tree: so a test can say something of all that a pattern finds."""

import random
import re
from collections.abc import Iterator
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_CLASSES = {c.CATEGORY_DIGIT: "07", c.CATEGORY_WORD: "ak9", c.CATEGORY_SPACE: " ", c.CATEGORY_NOT_WORD: " ,—"}
_ANY = "ax .,"


def spelt(pattern: re.Pattern[str], times: int = 100) -> Iterator[str]:
    """Each branch at the top of the pattern spelt so many times, chosen at random, the same every run; only what the pattern does find."""
    chance = random.Random(1)
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    for branch in _branches(list(tree)):
        for _ in range(times):
            text = chance.choice(("", "so ", "Well. ")) + _spell(branch, chance) + chance.choice(("", " then", ", it", "."))
            if pattern.flags & re.IGNORECASE:
                text = "".join(chance.choice((letter, letter.upper())) for letter in text)
            if pattern.search(text):
                yield text


def _branches(tree: list[Any]) -> list[list[Any]]:
    """The alternatives of the first choice that is not within a part that may be left out."""
    for n, (op, av) in enumerate(tree):
        inner = [list(b) for b in av[1]] if op is c.BRANCH else _branches(list(av[3])) if op is c.SUBPATTERN else []
        if len(inner) > 1:
            return [[*tree[:n], *branch, *tree[n + 1 :]] for branch in inner]
    return [tree]


def _spell(tree: list[Any], chance: random.Random) -> str:
    return "".join(_part(op, av, chance) for op, av in tree)


def _part(op: Any, av: Any, chance: random.Random) -> str:
    if op is c.LITERAL:
        return chr(av)
    if op is c.IN:
        return _one_of(av, chance)
    if op is c.BRANCH:
        return _spell(list(chance.choice(av[1])), chance)
    if op is c.SUBPATTERN:
        return _spell(list(av[3]), chance)
    if op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
        least, most, inner = av
        return "".join(_spell(list(inner), chance) for _ in range(chance.randint(least, min(int(most), least + 3))))
    return chance.choice(_ANY) if op in (c.ANY, c.NOT_LITERAL) else ""  # what stands around a place spells nothing


def _one_of(items: Any, chance: random.Random) -> str:
    if items[0][0] is c.NEGATE:
        return chance.choice([s for s in _ANY if re.match(f"[^{re.escape(_one_of(items[1:], chance))}]", s)])
    op, av = chance.choice(items)
    if op is c.RANGE:
        return chr(chance.choice(av))
    return chance.choice(_CLASSES.get(av, _ANY)) if op is c.CATEGORY else chr(av)
