"""Roundups in prose: paragraphs that each begin with a title, a number or a time, of which one is the series'. Knows no kinds of claims."""

import re

from pipeline.article import Article
from pipeline.terms import Terms

_HEADS = (
    re.compile(r"\W*[A-Z][A-Z'’&!,]+(?:\s[A-Z0-9][A-Z0-9'’&!,.-]*)+\s+[–—-]\s"),
    re.compile(r"\W*(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)[.:]\s"),
    re.compile(r"\W*\d?\d:\d\d(?::\d\d)?\b"),
)
"""How all entries of one roundup begin."""
_BOLD = re.compile(r"\W*?(?:\d{1,3}[.)]\s+)?\*\*(?:\d{1,3}[.)]\s+)?([^*]{2,60}?)[.:]?\*\*")
"""A title in bold, where that of the series stands so, too."""
_REACH = 80
"""Characters in which an entry says of what it is."""


def is_anothers(article: Article, n: int, own: Terms) -> bool:
    """The paragraph `n` is an entry that does not begin with the series, where another entry of that form does."""
    text = article.paragraphs[n].text
    bold = _BOLD.match(text)
    if bold and not own.find(bold[1]) and any((m := _BOLD.match(p.text)) and _is_whole(m[1], own) for p in article.paragraphs):
        return True
    form = next((head for head in _HEADS if head.match(text)), None)
    if form is None or own.find(text[:_REACH]):
        return False
    return any(form.match(p.text) and own.find(p.text[:_REACH]) for p in article.paragraphs)


def _is_whole(said: str, own: Terms) -> bool:
    """Nothing but the title, and what may stand in brackets behind it."""
    return any(h.start < _FIRST and not said[h.end :].partition("(")[0].strip(" \"”’'") for h in own.find(said))


_FIRST = 2
