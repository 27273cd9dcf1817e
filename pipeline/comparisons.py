"""Other works in a sentence: which ones a piece likens this one to, and how to leave them out where an engine reads.

"Unlike Iron Choir, which was superb, this drags" likens the work to Iron Choir, and praises nothing of it.
"""

import re
from collections.abc import Iterable, Iterator

from pipeline.assessment import Likeness
from pipeline.terms import Terms

_WORD = r"[A-Z0-9](?:[\w'’!?-]*[\w!?])?"
_SMALL = r"(?:of|the|in|a|an|to|no|for|on|at|from|with|de|la)"
_BARE = rf"{_WORD}(?::?(?:\s+{_SMALL}|\s+&){{0,2}}\s+{_WORD}){{0,6}}"
_TITLE = rf"(?:[\"“‘«『「](?P<quoted>[A-Z0-9][^\"”’»』」]{{1,60}})[\"”’»』」]|(?:[Tt]he\s+)?(?P<bare>{_BARE}))"
_LIKE = (
    r"(?:un)?like|(?:more|less|better|worse|closer|other|rather) than|recall(?:s|ing)?|reminiscent of|remind(?:s|ed|ing)? (?:me|us|you|one) of"
    r"|evok(?:es|ing)|echo(?:es|ing)?(?: of)?|in the (?:vein|spirit|tradition|mould|mold|style|shadow|footsteps|manner) of|shades of|hints of"
    r"|compar(?:ed?|isons?)(?: \w+)? (?:to|with)|fans of|cousin (?:of|to)|heir to|success(?:or|ors) to|descend(?:s|ant)(?: of| from)|homage to|nods? to"
    r"|borrow(?:s|ed|ing)?(?: \w+){0,2} from|cross(?:ed)? (?:between|with)|next to|closer to|as good as|answer to|à la|a la|liken(?:s|ed)?(?: it)? to"
    r"|meets|owes(?: \w+){1,4} to|somewhere between|mix of|echoes|if you (?:liked|loved|enjoyed)|akin to|kinship with|takes after|think(?: of)?|compared (?:to|with) (?:the )?(?:[\w-]+ ){0,3}of|(?:watch|see|play|read|saw|watched|played|finished|loved|liked|remember|since)"
    r"|(?:has|with|and|borrows|have|all) the [\w-]+ of|(?:ghost|shadow|heart|soul|swagger|spirit|mood|look|feel|cousin|sister|child|echoes) of"
)
_CUE = re.compile(rf"\b(?i:{_LIKE})\s+(?:(?i:a|an|both|something like|the best of|early|classic)\s+)?{_TITLE}")
_MORE = re.compile(rf"\s*(?:,\s*(?:and|or)?|\band\b|\bor\b|\bmeets\b|&)\s*{_TITLE}")
_ESQUE = re.compile(rf"(?P<bare>{_BARE})-(?:esque|like|style|inspired)\b")
_MEETS = re.compile(
    rf"{_TITLE}\s+(?:meets\b|by way of\b|crossed with\b|(?:is|was|are|springs|comes) (?:\w+ ){{0,4}}(?:ancestor|model|influence|forebear|touchstone|comparison|predecessor|cousin|to mind)\b)"
)
_TAKE = re.compile(r"^(?:Think|Imagine|Picture|Take|An?)\s+")
_NO_WORK = frozenset(
    """i it he she they we you this that there here what when where who why how if but and or the a an my our his her its no not yes one two three
    january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday
    sunday earth mars moon japan japanese america american europe european english western hollywood tokyo netflix crunchyroll disney amazon
    hidive youtube twitter reddit steam nintendo playstation xbox episode season series anime manga tv cgi cg oped op ed ost bgm score verdict
    christmas god most some many few all every each other others another such so then now""".split()
)
_RELATIVE = r"(?:,?\s+(?:which|who|whose|that|where)\s[^,;.—–]+,?|,\s+(?:a|an|one of)\s[^,;.—–]+,)?"
_SET_ASIDE = re.compile(rf"\b(?i:unlike|compared (?:to|with)|in contrast to|next to|beside)\s+{_TITLE}{_RELATIVE},?\s*")
_BESIDE = re.compile(
    rf"\b(?P<cue>(?i:than|like|as good as|reminiscent of|recalls|evokes|(?:me|us|you) of))\s+{_TITLE}{_RELATIVE}"
)


def likened(sentences: Iterable[str], own: Terms) -> tuple[Likeness, ...]:
    """Each work that the piece is held beside, once, with the first sentence that does. `own` matches names of the series itself."""
    found: dict[str, Likeness] = {}
    for sentence in sentences:
        for work in _works(sentence):
            if not own.find(work) and work.lower() not in found:
                found[work.lower()] = Likeness(work, sentence)
    return tuple(found.values())


def set_aside(sentence: str) -> str:
    """The sentence without what it says of other works: their titles become "it", and what stands about them goes."""
    return _BESIDE.sub(lambda m: f"{m['cue']} it", _SET_ASIDE.sub("", sentence))


def _works(sentence: str) -> list[str]:
    """In order of appearance."""
    places: list[re.Match[str]] = [*_ESQUE.finditer(sentence), *_MEETS.finditer(sentence)]
    for cue in _CUE.finditer(sentence):
        place: re.Match[str] | None = cue
        while place:
            places.append(place)
            place = _MORE.match(sentence, place.end())
    places.sort(key=lambda m: m.end())
    return [work for place in places for work in _title(place, sentence)]


def _title(found: re.Match[str], sentence: str) -> Iterator[str]:
    """The work that a match names, if it is one and no person, place or common word."""
    groups = found.groupdict()
    if groups.get("quoted"):
        yield groups["quoted"].strip(" ,.")
        return
    name = _TAKE.sub("", re.sub(r"['’]s$", "", groups["bare"])).strip(" ,.")
    possessive = groups["bare"].endswith(("'s", "’s")) or sentence[found.end("bare") :].startswith(("'s", "’s"))
    words = name.lower().split()
    if (
        not possessive
        and len(name) > 2
        and not (len(words) == 1 and words[0] in _NO_WORK)
        and words[0] not in {"i", "i'm", "if", "it"}
        and not name.isdigit()
    ):
        yield name
