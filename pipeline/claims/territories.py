"""Countries and regions of which a date or a service is said to be, told by their names and by the words for their people."""

import re
from collections.abc import Mapping

from pipeline.patterns import late
from pipeline.terms import Hit

_NAMES: Mapping[str, tuple[str, str]] = {
    "japan": ("Japan", "Japanese"),
    "us": (r"(?:the\s+)?(?:US|U\.S\.?|USA|United States|(?<!North )(?<!Latin )(?<!South )America|States|Americans)", r"(?:US|U\.S\.|(?<!North )(?<!Latin )(?<!South )American)"),
    "uk": (r"(?:the\s+)?(?:UK|U\.K\.?|United Kingdom|Brits|Great Britain|Britain)", r"(?:UK|U\.K\.|British)"),
    "north america": ("North America", "North American"),
    "europe": ("Europe", "European"),
    "asia": ("(?:Southeast )?Asia", "(?:Southeast )?Asian"),
    "canada": ("Canada(?:ns)?", "Canadian"),
    "australia": ("Australia|Australians", "Australian"),
    "latin america": ("Latin America", "Latin American"),
    "germany": ("Germany", "German"),
    "france": ("France", "French"),
    "spain": ("Spain", "Spanish"),
    "italy": ("Italy", "Italian"),
    "china": ("China", "Chinese"),
    "korea": ("(?:South )?Korea", "(?:South )?Korean"),
    "india": ("India", "Indian"),
    "worldwide": (r"(?:[Ww]orldwide|[Gg]lobally|[Ii]nternationally|(?:around|across) the (?:world|globe))", "(?:[Ww]orldwide|[Gg]lobal|[Ii]nternational)"),
}  # fmt: skip
"""Territory → its names, and the words for what is of it."""
_GET = (
    r"\s+(?:(?:theatrical|home|digital|cinema|television|network|streaming)\s+)?(?:premiere|release(?:\s+date)?|debut|launch|broadcast|cinemas?|theat(?:er|re)s"
    r"|screens|television|TV|run|theatrical|audiences|viewers|families|children|kids|bow|finale|date|opening|fans|players|friends|simulcast|cinemagoers|rollout|start|readers|owners|gamers)\b"
)
"""What is seen there, and who sees it: behind "British", which alone says where something comes from."""
_NAMED, _OF = (
    "|".join(f"(?P<{key}{n}>{forms[place]})" for n, forms in enumerate(_NAMES.values())) for place, key in enumerate("no")
)
_PATTERN = late(
    rf"(?<![\w’'-])(?:{_NAMED})(?![\w’'-])(?!\s+(?:Inc|Times|Today|Con|Expo|Studios?|Pictures)\b)|(?<![\w-])(?:{_OF}){_GET}"
)
_STATESIDE = late(r"\bstateside\b", re.IGNORECASE)
_PLACES = tuple(_NAMES)
_BUT = late(
    r"\b(?:outside|except|beyond|excluding|besides|from|(?:everywhere|anywhere|all)\s+but)\s+(?:(?:of|for|in)\s+)?$",
    re.IGNORECASE,
)
_STORY = late(
    r"\b(?:set|filmed|shot|tak(?:es?|ing) place|took place|plays out|unfolds?|born|raised|liv(?:e|es|ed|ing)|gr[eo]w(?:s|ing)? up|based|stationed|stranded)\s+(?:(?:\w+ly|partly|entirely)\s+)?(?:in|across|around|throughout)\s+(?:(?:the|a|an|[a-z\d][\w’'-]*)\s+){0,3}$|\b(?:feudal|medieval|ancient|rural|imperial|wartime|post-?war|Victorian|period|era|century)\s+$",
    re.IGNORECASE,
)
"""Where the story or somebody in it is, or where it was made."""


def territories(text: str) -> list[Hit]:
    """Every territory that a text names as one where something is seen, left to right."""
    found = [
        Hit(_PLACES[int((m.lastgroup or "n0")[1:])], m.start(), m.end())
        for m in _PATTERN.finditer(text)
        if not (_BUT.search(before := text[: m.start()]) or _STORY.search(before))
    ]
    if "tateside" in text:
        found = sorted([*found, *(Hit("us", m.start(), m.end()) for m in _STATESIDE.finditer(text))], key=lambda hit: hit.start)
    return found
