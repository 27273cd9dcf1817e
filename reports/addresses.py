"""Names of outlets, aspects and series → names of files: safe in every file system, and never two alike. Knows no pages."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from slugify import slugify

from pipeline.patterns import late

LONGEST = 60
"""Characters of a name in an address; a longer one is cut and bears its mark."""
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Names that Windows keeps for itself, whatever their suffix (Naming Files, Paths, and Namespaces)."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the pages over all weeks are: name → name of the file, without folder and suffix. What is not in it has no page."""

    aspects: Mapping[str, str] = field(default_factory=dict)
    outlets: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, aspects: Iterable[str], outlets: Iterable[str]) -> "Addresses":
        return cls(addresses(aspects), addresses(outlets))


NOWHERE = Addresses()


_READ_TWO_WAYS = late("[\u3040-\u30ff\uff66-\uff9f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Kana and Chinese characters: what spells them in Latin letters reads Japanese as Chinese, 星ログ as xing-roku."""


def addresses(names: Iterable[str]) -> dict[str, str]:
    """An address for each name, in a-z, 0-9, `-` and `_`. Names that would share one all bear their marks, so that no address ever
    passes from one name to another."""
    plain = {name: slugify(_READ_TWO_WAYS.sub(" ", name)) for name in names}
    spelt = {name: slug for name, slug in plain.items() if not _READ_TWO_WAYS.search(name)}
    often = Counter(spelt.values())
    return {
        name: slug if name in spelt and often[slug] == 1 and _sound(slug) else _marked(slug, name) for name, slug in plain.items()
    }


def pair(left: str, right: str) -> str:
    """The address of a comparison of two series, by their slugs: a-vs-b."""
    slug = f"{left}-vs-{right}"
    return slug if slug.count("-vs-") == 1 and len(slug) <= 2 * LONGEST else _marked(slug[:LONGEST], f"{left}/{right}")


def _sound(slug: str) -> bool:
    return 0 < len(slug) <= LONGEST and slug not in _DEVICES


def _marked(slug: str, name: str) -> str:
    """With a mark made of the name alone. No slug has an underscore, so no name can be made to look like another with its mark; and no
    address begins with one, since Jekyll, which publishes folders for GitHub, leaves such files out."""
    return f"{slug[:LONGEST] or 'name'}_{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
