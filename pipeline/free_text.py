"""What was typed to search with: words, "phrases", begin*, *inside*, OR, NOT or -word, brackets. Any text means something; none is an error.

Knows no database: `pipeline/store/search.py` asks one, this module also looks for the same in a text at hand.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pipeline.patterns import late

_LONGEST = 2_000
"""Characters of a search that are read."""
_MOST = 50
"""Terms that are read."""
_DEEPEST = 8
"""Brackets in brackets; deeper ones are read as if they were not there."""
_WORD_LENGTH = 12
"""Characters that a snippet may grow by on both sides to end with a word."""
_HITS = 2_000
"""Places in one text that are looked at for a snippet."""


@dataclass(frozen=True, slots=True)
class Term:
    """`words`: these words in this order; `begins`: the same, the last may go on; `part`: these characters, also inside a word."""

    kind: Literal["words", "begins", "part"]
    text: str


@dataclass(frozen=True, slots=True)
class Every:
    of: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Either:
    of: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    of: "Node"


Node: TypeAlias = Term | Every | Either | Not


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text, in one line; `hits` are (start, end) in it."""

    text: str
    hits: tuple[tuple[int, int], ...] = ()


# Folding: upper and lower case and the accents of Latin letters are the same. It keeps the length, so that places stay places.
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
FOLDS = {
    code: base.lower()
    for code in _LATIN
    if len(base := re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", chr(code)))) == 1 and base.lower() != chr(code)
}
"""Code point → the plain small letter it is searched as."""
_SPOKEN_TOGETHER = late(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""Scripts that put no space between words (Thai, Lao, Burmese, Khmer, Japanese, Chinese), and Korean, which hangs particles on them."""
_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r'(?P<not>-?)(?:"(?P<phrase>[^"]*)(?:"(?P<more>\*?)|$)|(?P<bracket>[()])|(?P<bare>[^\s()"]+))')


def fold(text: str) -> str:
    """Small letters without accents, as long as the text."""
    return text.translate(FOLDS).lower() if not text.isascii() else text.lower()


def words_of(text: str) -> list[str]:
    """The words of a text, folded: runs of letters and digits."""
    return _WORD.findall(fold(text))


def parse(text: str) -> Node | None:
    """What is searched; None where nothing is. Words side by side must all occur; NOT binds first, then AND, then OR."""
    clean = text[:_LONGEST].encode("utf-8", "replace").decode()
    clean = unicodedata.normalize("NFC", "".join(" " if unicodedata.category(c) == "Cc" else c for c in clean))
    return _Parser(clean).read()


class _Parser:
    """One pass over the tokens; what stands wrongly (a lone OR, a bracket too many) is passed over."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._at = 0
        self._left = _MOST

    def read(self) -> Node | None:
        found: list[Node] = []
        while self._at < len(self._tokens):  # again after a closing bracket too many
            node = self._either(0)
            found += [node] if node else []
            self._at += 1
        return _joined(Every, found)

    def _either(self, depth: int) -> Node | None:
        found: list[Node] = []
        while True:
            node = self._every(depth)
            found += [node] if node else []
            if self._peek() != "OR":
                return _joined(Either, found)
            self._at += 1

    def _every(self, depth: int) -> Node | None:
        found: list[Node] = []
        negated = False
        while (token := self._peek()) not in {None, "OR", ")"}:
            self._at += 1
            if token in {"AND", "NOT"}:
                negated = negated != (token == "NOT")
                continue
            node = self._bracket(depth) if token == "(" else self._term(token)
            if node:
                found.append(Not(node) if negated else node)
            negated = False
        return _joined(Every, found)

    def _bracket(self, depth: int) -> Node | None:
        if depth >= _DEEPEST:
            return None  # the bracket is passed over; what stands in it is read in its place
        node = self._either(depth + 1)
        if self._peek() == ")":
            self._at += 1
        return node

    def _term(self, token: "str | Term | None") -> Node | None:
        if not isinstance(token, Term) or not self._left:
            return None
        self._left -= 1
        return token

    def _peek(self) -> "str | Term | None":
        return self._tokens[self._at] if self._at < len(self._tokens) else None


def _tokens(text: str) -> Iterator[str | Term]:
    for found in _TOKEN.finditer(text):
        bare, phrase, bracket = found["bare"], found["phrase"], found["bracket"]
        forbids = bool(found["not"])
        if bare in {"OR", "AND", "NOT", "|"} and not forbids:
            yield "OR" if bare == "|" else bare
            continue
        if bare and forbids and not re.search(r"[\w*]", bare):  # -- and the like are signs to look for
            forbids, bare = False, found[0]
        term = _term(bare) if bare else _term(phrase.strip(), goes_on=bool(found["more"])) if phrase is not None else None
        if forbids and (term or bracket):
            yield "NOT"
        if term or bracket:
            yield term or bracket


def _term(text: str, goes_on: bool = False) -> Term | None:
    bare = text.strip("*")
    if not bare:
        return None
    words = words_of(bare)
    if text.startswith("*") or not words or _SPOKEN_TOGETHER.search(bare):
        return Term("part", bare)
    return Term("begins" if goes_on or text.endswith("*") else "words", " ".join(words))


def _joined(join: "type[Every] | type[Either]", nodes: list[Node]) -> Node | None:
    return (nodes[0] if len(nodes) == 1 else join(tuple(nodes))) if nodes else None


def sought(node: Node | None) -> list[Term]:
    """The terms that must or may occur; not those that must not."""
    if isinstance(node, Term):
        return [node]
    return [] if node is None or isinstance(node, Not) else [term for part in node.of for term in sought(part)]


def without_not(node: Node) -> Node | None:
    """A weaker search that forbids nothing."""
    if isinstance(node, Term):
        return node
    if isinstance(node, Not):
        return None
    parts = [without_not(part) for part in node.of]
    if isinstance(node, Either) and None in parts:
        return None
    return _joined(type(node), [part for part in parts if part])


def holds(node: Node, text: str) -> bool:
    """True where the text is what is searched."""
    if isinstance(node, Term):
        return next(_places(node, fold(unicodedata.normalize("NFC", text))), None) is not None
    if isinstance(node, Not):
        return not holds(node.of, text)
    return (all if isinstance(node, Every) else any)(holds(part, text) for part in node.of)


def _places(term: Term, folded: str) -> Iterator[tuple[int, int]]:
    if term.kind == "part":
        pattern = re.escape(fold(term.text))
    else:
        after = r"" if term.kind == "begins" else r"(?![^\W_])"
        pattern = r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, term.text.split(" "))) + after
    for found in re.finditer(pattern, folded):
        yield found.span()


def snippet(node: Node | None, text: str, width: int = 120) -> Snippet:
    """About so many characters around the place where most of what is searched stands; the beginning where nothing is found."""
    line = unicodedata.normalize("NFC", " ".join(text.split()))
    folded = fold(line)
    places = sorted(
        (*span, n) for n, term in enumerate(sought(node)) for _, span in zip(range(_HITS), _places(term, folded), strict=False)
    )[:_HITS]
    start = _best(places, width)
    end = min(len(line), start + width)
    start = 0 if start <= _WORD_LENGTH else line.rfind(" ", start - _WORD_LENGTH, start) + 1 or start
    if end < len(line):
        ends = line.find(" ", end, end + _WORD_LENGTH)
        end = ends if ends > 0 else end
    before, after = "…" if start else "", "…" if end < len(line) else ""
    hits = _merged([(a - start + len(before), b - start + len(before)) for a, b, _ in places if a >= start and b <= end])
    return Snippet(f"{before}{line[start:end]}{after}", hits)


def _best(places: list[tuple[int, int, int]], width: int) -> int:
    """Where a window of this width should begin: most different terms, then the first."""
    best, most, last = 0, 0, 0
    for n, (start, _, _) in enumerate(places):
        last = max(last, n)
        while last < len(places) and places[last][1] <= start + width * 3 // 4:
            last += 1
        many = len({term for _, _, term in places[n : min(last, n + 200)]})
        if many > most:
            best, most = max(0, start - width // 4), many
    return best


def _merged(hits: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for start, end in hits:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
