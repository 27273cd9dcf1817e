"""Whether an article as a whole is about the series, so that a sentence which names no work speaks of it. Knows no kinds of claims."""

import re
from functools import cached_property

from pipeline.article import Article
from pipeline.claims.known import Known
from pipeline.claims.mentions import Mention, mentions
from pipeline.claims.names import A_NAME
from pipeline.claims.older import abroad, called_old, dated
from pipeline.claims.succession import BRANCH_OF, is_news_of_next
from pipeline.spin_offs import alone, bears, subtitled
from pipeline.terms import Terms

_LEAD = 3
"""Paragraphs at the head of an article that name what it is about."""
_FIRST = 3
"""Characters before a title that begins a headline."""
_SOME = 3
"""People and characters that tell of a series which nobody names."""
_FAR = 60
"""Characters of a paragraph in which a title says what it is about, where the first one is about the series."""
_MOST = 12
_HEAD = 300
"""Paragraphs, and characters of each, in which other works are counted."""
_LONGEST = 4000
"""Characters of a paragraph, or of an article, in which an older work or people are looked for."""
_OLDER = 3
"""Years before the series from which on a work of its name is another."""
_LENT = re.compile(
    r"\b(?:[Ff]rom|[Bb]y)\s+(?:the\s+)?(?:same\s+)?(?:director|writer|maker|creator|producer|author|composer|team|people|studio|developer|mind)s?\s+(?:of|behind)\s+[\"“‘'*_]*$"
)
"""Before a title by which another work is recommended."""


class Topic:
    """One article's, told when the first sentence asks."""

    def __init__(self, article: Article, known: Known) -> None:
        self._article = article
        self._known = known
        self._told: dict[tuple[str, bool], list[Mention]] = {}

    @property
    def own(self) -> Terms:
        """The titles of the series."""
        return self._known.own

    def told(self, text: str, heading: bool = False) -> list[Mention]:
        """The titles in a sentence or heading of the article, looked for once."""
        if (text, heading) not in self._told:
            self._told[text, heading] = self.mentions(text, False, heading)
        return self._told[text, heading]

    def mentions(self, text: str, capitals: bool, heading: bool = False) -> list[Mention]:
        """The titles in a text, of which those of an older work of the same name are not the series' own."""
        found = mentions(text, self._known, capitals, heading)
        if self._spin_offs:
            found = [self._as_spin_off(m, text) for m in found]
            taken = [(m.start, m.end) for m in found if m.own or m.sibling]
            found += [
                Mention(start, end, False, sibling="next")
                for start, end in alone(text, self._spin_offs)
                if not any(a < end and start < b for a, b in taken)
            ]
            found.sort(key=lambda m: m.start)
        found = [Mention(m.start, m.end, False, sibling="lent") if m.own and _LENT.search(text[: m.start]) else m for m in found]
        old = self._older(text) + (called_old(text, self._known.own) if self.remade else [])
        if not old:
            return found
        kept = [m for m in found if not any(m.start < end and start < m.end for start, end in old)]
        return sorted((*kept, *(Mention(start, end, False, sibling="older") for start, end in old)), key=lambda m: m.start)

    @cached_property
    def _spin_offs(self) -> frozenset[str]:
        """Subtitles of other works that bear the title of the series."""
        paragraphs = (p.text[:_LONGEST] for p in self._article.paragraphs[:_MOST] if p.kind != "heading")
        return subtitled(paragraphs, self._known.own) if self._known.aired else frozenset()

    def _as_spin_off(self, m: Mention, text: str) -> Mention:
        end = bears(text, m.end, self._spin_offs) if m.own else 0
        return Mention(m.start, end, False, sibling="next") if end else m

    @cached_property
    def of_next(self) -> bool:
        """The article brings the news of what comes after the film or the game."""
        return not self._known.aired and is_news_of_next(self._article, self._known)

    @cached_property
    def _newest(self) -> int:
        """The last year of which a work of that name is an older one; 0 where nobody knows."""
        begun = min((day for day in (self._known.series.premiere, self._article.published) if day), default=None)
        return begun.year - _OLDER if begun else 0

    def predates(self, value: str) -> bool:
        """A day, month or year long before the series, where its file knows when it came."""
        year = value[:4]
        return self._known.series.premiere is not None and year.isdigit() and int(year) <= self._newest

    @cached_property
    def remade(self) -> bool:
        """The article speaks of an older work of the same name, too."""
        texts = (self._article.title, *(p.text[:_LONGEST] for p in self._article.paragraphs[:_MOST]))
        return any(self._older(text) for text in texts)

    def _older(self, text: str) -> list[tuple[int, int]]:
        found = dated(text, self._known.own, self._newest, self._known.series.premiere is not None)
        return found + abroad(text) if self._known.series.medium == "show" else found

    def is_of_its_own(self, text: str) -> bool:
        """The text names the series, or a person of its file by the whole name."""
        return bool(self._known.own.find(text)) or any(
            " " in m[0] and self._known.people.find(m[0]) for m in A_NAME.finditer(text)
        )

    def _is_of_its_people(self, text: str) -> bool:
        """Three whom the series file has are named, one of them a character: actors and crew work elsewhere, too; and those of a second film are those of the first."""
        known = self._known
        if known.instalment or not known.character_words.find(text):
            return False
        names = {m[0] for m in A_NAME.finditer(text)}
        parts, others = ({who for name in names if (who := roster.find(name))} for roster in (known.characters, known.people))
        return bool(parts) and len(parts) + len(others) >= _SOME

    @cached_property
    def ours(self) -> bool:
        """The headline names the series; or it names no work at all, and the lead does, or nobody does where its people are spoken of."""
        title = self._article.title
        if own := self._known.own.find(title):
            if (self.remade or self._spin_offs) and not any(m.own for m in self.told(title)):
                return False
            if own[0].start < _FIRST:
                return True
            first = mentions(title, self._known, title == title.title())
            if not first or first[0].start >= own[0].start or not first[0].strong:
                return True
            return BRANCH_OF.fullmatch(title, first[0].end, own[0].start) is not None
        texts = [p.text for p in self._article.paragraphs if p.kind != "heading"][:_MOST]
        if not any(self._known.own.find(text) for text in texts[:_LEAD]):
            return self._is_of_its_people("\n".join((title, *texts))[:_LONGEST]) and not any(map(self._known.names, texts))
        named = mentions(title, self._known, False) if title != title.title() else []
        if any(m.strong and m.titled and (m.start or " " in title[: m.end]) for m in named):
            return False
        reach = _FAR if self._known.own.find(texts[0]) else _HEAD
        ours = others = 0
        for text in texts:
            if self._known.own.find(text):
                ours += 1
            elif any(
                m.strong and m.titled and m.start < reach and not (m.sibling == "older" and self._known.instalment)
                for m in mentions(text[:_HEAD], self._known, False)
            ):
                others += 1
        return ours > others if named else ours >= others
