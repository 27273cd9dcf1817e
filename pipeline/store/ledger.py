"""The verbs of the Store that tell what the press claims and who copied whom."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.store import claimed, traced
from pipeline.store.claimed import StoredClaim
from pipeline.store.connected import Connected
from pipeline.store.rows import Wanted
from pipeline.store.traced import StoredOrigin

if TYPE_CHECKING:
    from pipeline.syndication import Origin


class Ledger(Connected):
    """What the Store knows of claims and origins."""

    def claims(self, series: str, wanted: Wanted = Wanted()) -> list[StoredClaim]:  # noqa: B008 - frozen
        """What articles state about the series; `wanted.text` is then that of the sentence.

        >>> first, *_ = store.claims("metallic-rouge-demo", Wanted(about="episodes", sort="date"))
        >>> first.site, first.value, first.sentence
        ('Tokyo Wire', '13', 'Thirteen episodes are planned.')
        """
        with self._transaction() as c:
            return claimed.claims(c, series, wanted)

    def origins(self, series: str, wanted: Wanted = Wanted()) -> list[StoredOrigin]:  # noqa: B008 - frozen
        """Where each article about the series comes from: the largest families first, origins before their copies.

        >>> found = store.origins("metallic-rouge-demo")
        >>> len(found), sum(o.original for o in found)
        (40, 38)
        >>> sorted((o.relation, o.site) for o in found if o.origin == found[0].origin)
        [('copy', 'Parallax'), ('original', 'Tokyo Wire'), ('shortened', 'Cel & Ink')]
        """
        with self._transaction() as c:
            return traced.origins(c, series, wanted)

    def untraced(self, series: str) -> int:
        """How many articles about the series are there whose origin nobody looked for."""
        with self._transaction() as c:
            return traced.untraced(c, series)

    def keep_origins(self, series: str, found: "Iterable[Origin]") -> int:
        """Store where each article comes from, by the ids of their Entries; the number of rows that changed."""
        return self._write(traced.keep_origins, series, tuple(found))
