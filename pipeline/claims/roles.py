"""Who does what: the roles of staff and the words for them. Knows no series."""

import re
from collections.abc import Mapping
from functools import lru_cache

from pipeline.patterns import late
from pipeline.terms import Terms

ROLES: Mapping[str, tuple[str, ...]] = {
    "director": (
        "director",
        "dir",
        "series director",
        "directing",
        "direction",
        "film director",
        "helmer",
        "game director",
        "helm",
        "director's chair",
        "director's seat",
        "directing duties",
        "directorial duties",
        "監督",
    ),
    "chief director": ("chief director", "general director", "総監督"),
    "assistant director": ("assistant director", "assistant series director", "副監督"),
    "series composition": (
        *(
            "series composition",
            "series composer",
            "series script supervisor",
            "series script",
            "series scripts",
            "series writer",
            "series composition writer",
            "head writer",
        ),
        *("script supervisor", "script supervision", "シリーズ構成"),
    ),
    "script": (
        "script",
        "writer",
        "scriptwriter",
        "screenwriter",
        "screenplay",
        "screenplays",
        "scenario",
        "scenario writer",
        "lead writer",
        "scenarist",
        "co-writer",
        "the writing",
        "writing duties",
        "scripting duties",
        "脚本",
    ),
    "original creator": (
        "original creator",
        "original author",
        "creator",
        "co-creator",
        "original work",
        "original story",
        "series creator",
        "原作",
    ),
    "character design": (
        "character design",
        "character designer",
        "characters' design",
        "characters’ design",
        "characters’ designs",
        "キャラクターデザイン",
    ),
    "mechanical design": (
        "mechanical design",
        "mechanical designer",
        "mecha design",
        "mecha designer",
        "mechanic design",
        "メカニックデザイン",
    ),
    "art director": ("art director", "art direction", "美術監督"),
    "animation director": ("animation director", "作画監督"),
    "chief animation director": ("chief animation director", "総作画監督"),
    "cinematography": (
        "cinematography",
        "cinematographer",
        "director of photography",
        "photography",
        "photography director",
        "撮影監督",
    ),
    "editing": ("editing", "editor", "film editor", "編集"),
    "color design": ("color design", "colour design", "color designer", "colour designer", "色彩設計"),
    "cg director": ("cg director", "3d director", "3dcg director", "cgi director", "3d cg director"),
    "sound director": ("sound director", "sound direction", "音響監督"),
    "music": ("music", "composer", "music composer", "score", "soundtrack", "original score", "original soundtrack", "音楽"),
    "producer": ("producer", "プロデューサー"),
    "showrunner": ("showrunner", "show runner", "show-runner"),
    "opening theme": ("opening theme", "opening song", "opening theme song", "opening", "op theme", "opening theme performer"),
    "ending theme": (
        "ending theme",
        "ending song",
        "ending theme song",
        "ending",
        "closing theme",
        "ed theme",
        "ending theme performer",
    ),
    "concept": ("concept", "original concept"),
    "narrator": ("narrator", "narration"),
    "": (
        *(
            "executive producer",
            "associate producer",
            "animation producer",
            "music producer",
            "line producer",
            "co-producer",
            "chief producer",
            "sound producer",
        ),
        *(
            "episode director",
            "episode direction",
            "episode script",
            "episode writer",
            "unit direction",
            "unit director",
            "action director",
            "technical director",
            "music director",
            "managing director",
            "supervising director",
            "supervising producer",
            "casting director",
        ),
        *(
            "creative director",
            "executive director",
            "executive story editor",
            "story editor",
            "news editor",
            "staff writer",
            "features editor",
        ),
        *(
            "sub-character design",
            "sub-character designer",
            "prop design",
            "technical director",
            "fight director",
            "stunt director",
            "marketing director",
        ),
        *(
            "voice director",
            "adr director",
            "performance director",
            "adr script",
            "narrative director",
            "director general",
            "programme director",
        ),
    ),
}
"""Role → the words for it, alone or before a name. The last line: roles that nothing is claimed of, and that hold the words of others."""

ONE_PERSON = frozenset({"director", "chief director", "series composition", "character design", "original creator", "showrunner"})
"""Roles that one person has as a rule."""
DIRECTING = frozenset({"director", "chief director"})

_KEYS = {word: role for role, said in ROLES.items() for word in said}
_PLURALS = {f"{w}s" for w in _KEYS if w.isascii() and w[-1] not in "scy"}
_SAID = "|".join(re.escape(w).replace(r"\ ", r"[\s-]") for w in sorted({*_KEYS, *_PLURALS}, key=len, reverse=True))
ROLE = rf"(?i:(?<![\w-])(?:writer[-/]director|{_SAID})(?![\w-]))"
_WORDS = Terms({"role": [*_KEYS, *(w.replace("-", " ") for w in _KEYS), "writer director", "writer/director"]})
ROLES_JOINED = rf"{ROLE}(?:\s*(?:/|,|&|\band\b|\bas\s+well\s+as\b|-|、)\s*{ROLE}){{0,3}}"
"""One role or several ("director and writer")."""
_ROLE = late(ROLE)
THEMES = frozenset({"opening theme", "ending theme"})

ACTS: Mapping[str, str] = {
    "director": r"direct(?:s|ed|ing)?|helm(?:s|ed|ing)?",
    "script": r"writ(?:e|es|ing)|wrote|(?<=\bha[sd]\s)written|(?<=\bhave\s)written|script(?:s|ed|ing)|pen(?:s|ned|ning)|adapts(?=[.,;]|\s+and\b)",
    "music": r"compos(?:e|es|ed|ing)|scor(?:es|ed|ing)|(?<=\bto\s)score|(?<=\bwill\s)score",
    "producer": r"produc(?:es|ed|ing)|produce(?=\s+(?:for|through|via)\s+[A-Z])|(?<=\band\s)produce(?=\s*(?:[.;]|$))|(?<=\balso\s)produce(?=\s+it\b)",
    "original creator": r"creat(?:es|ed)",
    "narrator": r"narrat(?:es|ed|ing)",
    "showrunner": r"show-?runs|showran|show-?running|(?:runs|running|ran|run)\s+the\s+(?:show|series)",
}
"""Role → verbs that mean the whole work when they have no other object."""
TASKS: Mapping[str, str] = {
    "character design": r"(?:design(?:s|ed|ing)?|draw(?:s|ing)?|drew)\s+(?:the\s+|its\s+)?characters",
    "mechanical design": r"design(?:s|ed|ing)?\s+the\s+(?:mecha|machines|robots)",
    "music": r"(?:compos(?:e|es|ed|ing)|writ(?:e|es|ing)|wrote|provid(?:e|es|ed|ing)|suppl(?:y|ies|ied|ying)|scor(?:es|ed|ing))\s+(?:the\s+|its\s+)?(?:music|score|soundtrack)",
    "script": r"(?:writ(?:e|es|ing|ten)|wrote|pen(?:s|ned|ning)|provid(?:e|es|ed|ing))\s+(?:the\s+|its\s+|all\s+|every\s+(?:one\s+of\s+the\s+)?)?(?:(?:the|its)\s+)?(?:scripts?|screenplays?)|(?:writ(?:e|es|ing)|wrote|penned)\s+(?:(?:most|many|some|half|several|\w+)\s+of\s+)(?:the|its)\s+(?:\w+\s+)?scripts",
    "series composition": r"(?:supervis(?:e|es|ed|ing)|oversee(?:s|ing)?|oversaw)\s+(?:the\s+|its\s+)?(?:series\s+)?scripts?",
    "opening theme": r"(?:perform|sing|provid|record|suppl)\w*\s+(?:both\s+)?(?:the|its)\s+(?:first\s+|new\s+)?(?:ending\s+and\s+)?opening(?:\s+(?:theme(?:\s+song)?|song))?|sang\s+(?:the|its)\s+opening(?:\s+(?:theme|song))?",
    "ending theme": r"(?:perform|sing|provid|record|suppl)\w*\s+(?:both\s+)?(?:the|its)\s+(?:first\s+|new\s+)?(?:opening\s+and\s+)?(?:ending|closing)(?:\s+(?:theme(?:\s+song)?|song))?|sang\s+(?:the|its)\s+ending(?:\s+(?:theme|song))?",
}
"""Role → a verb with its own object."""


@lru_cache(maxsize=64)
def role_places(text: str) -> tuple[int, ...]:
    """Where words for roles begin; a pattern that begins with one needs to be tried nowhere else."""
    return tuple(hit.start for hit in _WORDS.find(text.replace("-", " ")))


def roles_in(text: str) -> tuple[str, ...]:
    """The roles that a match of ROLES_JOINED names; unclaimed ones are left out."""
    found: list[str] = []
    for m in _ROLE.finditer(re.sub(r"(?i)writer[-/]director", "writer, director", text)):
        word = re.sub(r"[\s-]+", " ", m[0].lower())
        role = next(
            (
                _KEYS[w]
                for w in (word, word.removesuffix("s"), word.replace(" ", "-"), word.removesuffix("s").replace(" ", "-"))
                if w in _KEYS
            ),
            "",
        )
        found += [role] if role else []
    return tuple(dict.fromkeys(found))
