"""What of a text is the same in every language: numbers, dates, and names in Latin script, in their order."""

import re
import unicodedata
from functools import lru_cache

from pipeline.syndication.words import plain

Fact = tuple[str, bool]
_NUMBERS = (
    (2, "two zwei dos deux due dois duas"),
    (3, "three drei tres trois tre três"),
    (4, "four vier cuatro quatre quattro quatro"),
    (5, "five fünf cinco cinq cinque"),
    (6, "six sechs seis sei"),
    (7, "seven sieben siete sept sette sete"),
    (8, "eight acht ocho huit otto oito"),
    (9, "nine neun nueve neuf nove"),
    (10, "ten zehn diez dix dieci dez"),
    (11, "eleven elf once onze undici"),
    (12, "twelve dozen zwölf dutzend doce docena douze douzaine dodici dozzina doze dúzia"),
    (13, "thirteen dreizehn trece treize tredici treze"),
    (14, "fourteen vierzehn catorce quatorze quattordici catorze"),
    (15, "fifteen fünfzehn quince quinze quindici"),
    (16, "sixteen sechzehn dieciséis seize sedici dezesseis dezasseis"),
    (20, "twenty zwanzig veinte vingt venti vinte"),
    (30, "thirty dreißig treinta trente trenta trinta"),
    (40, "forty vierzig cuarenta quarante quaranta quarenta"),
    (50, "fifty fünfzig cincuenta cinquante cinquanta cinquenta"),
    (60, "sixty sechzig sesenta soixante sessanta sessenta"),
    (100, "hundred hundert cien cent cento cem"),
)
_MONTHS = (
    *("january januar jänner enero janvier gennaio janeiro", "february februar febrero février febbraio fevereiro"),
    *("march märz marzo mars março", "april abril avril aprile", "may mai mayo maggio maio", "june juni junio juin giugno junho"),
    *("july juli julio juillet luglio julho", "august agosto août", "september septiembre septembre settembre setembro"),
    *("october oktober octubre octobre ottobre outubro", "november noviembre novembre novembro"),
    "december dezember diciembre décembre dicembre dezembro",
)
_NUMBER_OF = {plain(word): str(n) for n, spellings in _NUMBERS for word in spellings.split()}
_MONTH_OF = {plain(word): n for n, spellings in enumerate(_MONTHS, 1) for word in spellings.split()}
_ALSO_WORDS = frozenset({"may", "march", "mars", "mai"})
"""Months only beside a day or a year. (French sept, Spanish once and sei are rare enough as words to be left in.)"""
_SCALES = {"万": 10**4, "億": 10**8}
_SCALES |= dict.fromkeys("million millions millionen mio millones millón milioni milione milhões milhão".split(), 10**6)
_SCALES |= dict.fromkeys("billion billions milliarden milliarde milliards milliard miliardi".split(), 10**9)
_SCALED = re.compile(rf"(\d+(?:[.,]\d+)?)\s*({'|'.join(sorted(_SCALES, key=len, reverse=True))})(?![a-z])", re.IGNORECASE)
_JAPANESE = re.compile(r"(?:\d{4}年)?(\d{1,2})月(\d{1,2})日")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-zÀ-ÖØ-öø-ɏ][A-Za-z0-9À-ÖØ-öø-ɏ]*\+?")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_ENDS = frozenset(".!?:…\n\"“”„«»'’(-–—•")
"""Behind these a capital says nothing."""


def facts(text: str) -> list[Fact]:
    """Numbers ("12", "2.5"), days ("7-6" for the sixth of July), months ("m7") and capitalised words ("okabe"), as they come.

    With each whether it is sure: False for a capital that may only begin a sentence.
    """
    text = _SCALED.sub(_scaled, text if text.isascii() else unicodedata.normalize("NFKC", text))
    if "月" in text:
        text = _JAPANESE.sub(r" \1 #\2 ", text)
    found: list[str] = []
    unsure: set[int] = set()
    months: list[tuple[int, int, bool]] = []
    for match in _TOKEN.finditer(text):
        token, start = match[0], match.start()
        if token[0].isdecimal():
            if text[start - 1 : start] == "#" and found:
                found[-1] = f"{found[-1]}-{token}"
            else:
                found.append(_amount(token))
            continue
        word, capital = _read(token)
        if word in _MONTH_OF:
            months.append((len(found), _MONTH_OF[word], word in _ALSO_WORDS))
            found.append("")
        elif word in _NUMBER_OF:
            found.append(_NUMBER_OF[word])
        elif capital and len(word) > 1:
            if _begins(text, start):
                unsure.add(len(found))
            found.append(word)
    for place, month, doubtful in months:
        _dated(found, place, month, doubtful)
    return [_fact(fact, n not in unsure) for n, fact in enumerate(found) if fact]


def is_figure(fact: str) -> bool:
    """A number or a date rather than a name."""
    return fact[0].isdecimal() or (fact[0] == "m" and fact[1:].isdecimal())


@lru_cache(1 << 16)
def _fact(word: str, sure: bool) -> Fact:
    """The same object for the same fact: a series has few names, and many pieces tell them."""
    return word, sure


@lru_cache(1 << 16)
def _read(token: str) -> tuple[str, bool]:
    return plain(token), token[0].isupper()


def _begins(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in _ENDS


def _scaled(match: re.Match[str]) -> str:
    """2.3 million → 2300000; what is no amount stays."""
    whole, _, part = _amount(match[1]).partition(".")
    if len(whole) > 9 or len(part) > 9:
        return match[0]
    return f"{int(whole + part) * _SCALES[match[2].lower()] // 10 ** len(part)} "


def _amount(written: str) -> str:
    if _GROUPED.fullmatch(written):
        return re.sub(r"[.,]", "", written)
    whole = written.replace(",", ".")
    return whole.lstrip("0") or "0" if "." not in whole else whole.rstrip("0").rstrip(".")


def _dated(found: list[str], place: int, month: int, doubtful: bool) -> None:
    for beside in (place + 1, place - 1):
        if 0 <= beside < len(found) and found[beside].isdecimal():
            if len(found[beside]) < 3 and int(found[beside]) <= 31:
                found[place], found[beside] = f"{month}-{found[beside]}", ""
                return
            if len(found[beside]) == 4:
                doubtful = False
    found[place] = "" if doubtful else f"m{month}"
