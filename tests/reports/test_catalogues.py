"""Every language's file against the code: each message there, none too many, its placeholders kept, no markup in it."""

import re
import tomllib
from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import PoFileError, read_po

from reports import tongue

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "reports/languages").glob("*.po"))
_PLACEHOLDER = re.compile(r"%(?:\((\w+)\)(.)|(.))", re.DOTALL)

Key = tuple[str | None, str, str]
"""Context, message, its plural or empty."""


@cache
def of_the_code() -> dict[Key, str]:
    """Every message that the code can say, with its place: read as `make messages` reads it."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["mappings"]
    method = [(m["pattern"].removeprefix("reports/"), m["method"]) for m in mappings]
    options = {m["pattern"].removeprefix("reports/"): {k: m[k] for k in m if k == "trimmed"} for m in mappings}
    found = {}
    for file, line, message, _comments, context in extract_from_dir(ROOT / "reports", method, options, DEFAULT_KEYWORDS):
        one, many = (message, "") if isinstance(message, str) else (message[0], message[1])
        found[context, one, many] = f"reports/{file}:{line}"
    assert len(found) > 300, "the extraction found nothing"
    return found


def complaints(text: bytes, wanted: dict[Key, str]) -> list[str]:
    """What is wrong with a file, a line each."""
    try:
        catalogue = read_po(BytesIO(text), abort_invalid=True)
    except PoFileError as error:
        return [f"not a catalogue: {error}"]
    found = []
    there: Counter[Key] = Counter()
    for message in catalogue:
        if message.id:
            there[key := _key(message)] += 1
            said = list(message.string) if isinstance(message.string, (tuple, list)) else [message.string]
            found += [f"{key[1]!r}: {why}" for why in _wrong(message, key, said, catalogue)]
    found += [f"{k[1]!r} ({place}) is not in the file" for k, place in wanted.items() if k not in there]
    found += [f"{k[1]!r} is said nowhere any more" for k in there if k not in wanted]
    return found + [f"{m.id!r} is left over as obsolete" for m in catalogue.obsolete.values()]


def _wrong(message: Message, key: Key, said: list[str], catalogue: Catalog) -> list[str]:
    why = []
    if message.fuzzy:
        why.append("fuzzy")
    if not all(said):
        return [*why, "not translated"]
    if len(said) != (catalogue.num_plurals if key[2] else 1):
        why.append(f"{len(said)} plural forms, not {catalogue.num_plurals}")
    may, must = _placeholders(key[1]) | _placeholders(key[2]), _placeholders(key[2] or key[1])
    for form in said:
        if re.search(r'[<>&"\x00-\x1f\u200b-\u200f\u202a-\u202e\u2066-\u2069]', form):
            why.append(f"markup, a straight quote or a sign that is not seen in {form!r}")
        if not must - {"num"} <= _placeholders(form) <= may:
            why.append(f"placeholders {sorted(_placeholders(form))}, not {sorted(may)}")
    return why


def _placeholders(text: str) -> set[str]:
    """Names of the placeholders; whatever else a per cent sign makes of itself counts as a strange one."""
    return {
        name if kind == "s" else f"strange {m[0]}"
        for m in _PLACEHOLDER.finditer(text)
        if m[3] != "%"
        for name, kind in [(m[1], m[2])]
    }


def _key(message: Message) -> Key:
    one, many = (message.id, "") if isinstance(message.id, str) else (message.id[0], message.id[1])
    return message.context, one, many


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_a_language_says_everything(file: Path) -> None:
    assert complaints(file.read_bytes(), of_the_code()) == []


def test_every_file_is_a_language_of_pages() -> None:
    assert tongue.languages() == ("en", *(f.stem for f in FILES))
    assert "es" in tongue.languages()


HEAD = b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
GOOD = (
    'msgid "%(num)s day, %(a)s"\nmsgid_plural "%(num)s days, %(a)s"\nmsgstr[0] "un día, %(a)s"\nmsgstr[1] "%(num)s días, %(a)s"\n'
)
WANTED: dict[Key, str] = {(None, "%(num)s day, %(a)s", "%(num)s days, %(a)s"): "here:1"}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (GOOD, None),
        ("", "is not in the file"),
        (GOOD + 'msgid "more"\nmsgstr "más"\n', "is said nowhere any more"),
        ("#, fuzzy\n" + GOOD, "fuzzy"),
        (GOOD + '#~ msgid "old"\n#~ msgstr "viejo"\n', "obsolete"),
        (GOOD.replace('"un día, %(a)s"', '""'), "not translated"),
        (GOOD.replace('msgstr[1] "%(num)s días, %(a)s"', ""), "not translated|plural forms"),
        (GOOD + 'msgstr[2] "%(a)s"\n', "more translations than num_plurals"),
        ("no catalogue at all", "not a catalogue"),
        (GOOD.replace("un día, %(a)s", "un día"), "placeholders"),
        (GOOD.replace("un día, %(a)s", "un día, %(b)s"), "placeholders"),
        (GOOD.replace("un día, %(a)s", "un día, %(a)d"), "placeholders"),
        (GOOD.replace("un día, %(a)s", "un día al 5 %, %(a)s"), "placeholders"),
        (GOOD.replace("un día", "<b>un día</b>"), "markup"),
        (GOOD.replace("un día", 'un \\"día\\"'), "markup"),
    ],
)
def test_mistakes_in_a_file_are_named(text: str, complaint: str | None) -> None:
    found = complaints(HEAD + text.encode(), WANTED)
    if complaint is None:
        assert found == []
    else:
        assert re.search(complaint, "; ".join(found))
