"""How often articles speak of what, and of what some speak more often than others by more than chance. Knows no outlets.

The articles are the sample, not their remarks, which come in bunches: the variance of a share is that of a ratio over clusters
(Cochran 1977, section 6.4).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

ARTICLES = 5
"""Articles with remarks on either side, from which on shares are compared."""
GUARD = 2.65
"""Standard errors by which a share must exceed that of the others: one time in twenty by chance over twelve aspects together."""
MOST = 2


@dataclass(frozen=True, slots=True)
class Leaning:
    """An aspect of which more is said than others say: shares of remarks, 0..1, over `articles` pieces."""

    aspect: str
    share: float
    of_others: float
    articles: int


@dataclass(frozen=True, slots=True)
class Talk:
    """Sums over articles, x being an article's remarks on one aspect, and n those on all."""

    articles: int
    total: int
    """Σ n"""
    squared: int
    """Σ n²"""
    counts: Counter[str]
    """Σ x by aspect"""
    squares: Counter[str]
    """Σ x²"""
    products: Counter[str]
    """Σ x n"""

    @classmethod
    def of(cls, articles: Iterable[Mapping[str, int]]) -> "Talk":
        """Articles as aspect → remarks; those without any are left out."""
        m, total, squared = 0, 0, 0
        counts, squares, products = Counter[str](), Counter[str](), Counter[str]()
        for article in articles:
            n = sum(article.values())
            if n <= 0:
                continue
            m, total, squared = m + 1, total + n, squared + n * n
            for aspect, x in article.items():
                counts[aspect] += x
                squares[aspect] += x * x
                products[aspect] += x * n
        return cls(m, total, squared, counts, squares, products)

    def without(self, part: "Talk") -> "Talk":
        """What is left when some of its articles are taken away."""
        return Talk(
            self.articles - part.articles,
            self.total - part.total,
            self.squared - part.squared,
            self.counts - part.counts,
            self.squares - part.squares,
            self.products - part.products,
        )

    @property
    def shares(self) -> dict[str, float]:
        """Aspect → share of all remarks, 0..1; they sum to 1, or there are none."""
        return {aspect: x / self.total for aspect, x in sorted(self.counts.items()) if x}

    def variance(self, aspect: str) -> float:
        """Of the share; at least that of as many articles with one remark each."""
        share = self.counts[aspect] / self.total
        spread = self.squares[aspect] - 2 * share * self.products[aspect] + share * share * self.squared
        return max(spread * self.articles / (self.articles - 1) / self.total**2, share * (1 - share) / self.total)


def leanings(own: Talk, others: Talk) -> tuple[Leaning, ...]:
    """At most two aspects of which `own` speaks more often than `others`, clearest first."""
    if own.articles < ARTICLES or others.articles < ARTICLES:
        return ()
    found = []
    for aspect, share in own.shares.items():
        of_others = others.counts[aspect] / others.total
        error = (own.variance(aspect) + others.variance(aspect)) ** 0.5
        if share - of_others > GUARD * error:
            found.append(
                ((share - of_others) / error if error else float("inf"), Leaning(aspect, share, of_others, own.articles))
            )
    found.sort(key=lambda pair: (-pair[0], pair[1].aspect))
    return tuple(leaning for _, leaning in found[:MOST])
