"""Reasons why a number judges nothing here: it is counted, dated, denied, supposed, said by others, or said of other works."""

import re

from pipeline.scores.view import View

_COUNTED = re.compile(
    r"\s*-?\s*(?:episodes?|eps?\b|volumes?|chapters?|times|minutes?|hours?|days|seasons?|of\s+(?:the|them|this|its|my|all|these|those)\b|people|viewers|votes?|years?|scale|point scale|stars? scale|or an?\b|would\b|recommend\b|worthy|(?:\w+ )?(?:stories|arcs|girls))"
)
_COUNTED_BEFORE = re.compile(r"\b(?:episodes?|eps?|volumes?|chapters?|parts?|weeks?|seasons?|top|aged?)\.?\s*#?$")
_NOT_THAT = re.compile(r"\b(?:over|above|below|under|or|or an?|and a)\s+$|(?:^|\s)[-−]$")
"""What directly before a number makes it another: "over 7", "a 1 or a 10", "-10"."""
_MY_SCORE_WOULD_BE = re.compile(r"\b(?:score|rating|grade|mark)\s+(?:would|might)\s+(?:\w+\s+)?be\s+(?:an?\s+)?(?:\w+\s+)?$")
_SUPPOSED_AFTER = re.compile(r"[^.!?]{0,60}\b(?:if (?:it|the|only|they|not|there|this)|had (?:it|they|the)|were it)\b")
_SAID_ELSEWHERE = re.compile(
    r"[^.!?]{0,30}\b(?:on|at|by|from)\s+(?:our\s+|its\s+|the\s+)?(?:mal|my ?anime ?list|imdb|metacritic|rotten tomatoes|anilist|critics|users|viewers|readers)\b"
)
_MAY_BE_A_DAY = re.compile(r"\d{1,2}/\d{1,2}")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
_DAY = re.compile(rf"\b(?:on|since|until|by|dated|aired)\s*$|\b{_MONTH}\s*\d?$|\b(?:19|20)\d\d\D?$")
_DAY_AFTER = re.compile(rf"\W{{0,2}}(?:(?:19|20)\d\d\b|{_MONTH})")


def is_no_judgement(view: View, labelled: bool) -> bool:
    """Whether any reason holds. A label directly before the number ("Score:") silences those that only look at its neighbours."""
    return (
        _is_counted(view)
        or _is_a_day(view)
        or (not labelled and _NOT_THAT.search(view.lead) is not None)
        or ("?" in view.end_mark and not (labelled and ":" in view.lead))
        or _is_of_others(view)
        or _is_supposed(view)
        or _is_denied(view)
    )


def _is_counted(view: View) -> bool:
    return _COUNTED.match(view.beyond.lower()) is not None or _COUNTED_BEFORE.search(view.lead) is not None


def _is_a_day(view: View) -> bool:
    if not _MAY_BE_A_DAY.fullmatch(view.written) or len(view.lead) - view.ended("given") <= 1:  # "settle on 4/5"
        return False
    return _DAY.search(view.lead[-16:]) is not None or _DAY_AFTER.match(view.tail) is not None


def _is_of_others(view: View) -> bool:
    """ "Critics gave it 9" and "the first season was a 9"; but "critics gave it 9, I give it 4" and "after the first season this is a 4"."""
    mine = view.ended("mine")
    own_words = 0 <= mine < view.ended("given")
    return (
        view.ended("others") > mine
        or (_SAID_ELSEWHERE.match(view.tail) is not None and not own_words)
        or view.ended("other work") > view.ended("work", "but")
    )


def _is_supposed(view: View) -> bool:
    if view.ended("supposed") > view.ended("but") and not _MY_SCORE_WOULD_BE.search(view.lead):
        return True
    return _SUPPOSED_AFTER.match(view.tail) is not None and "whole" not in view.last


def _is_denied(view: View) -> bool:
    """Only by a word of the same clause: "not bad at all, 8/10" denies nothing."""
    clause = max(view.lead.rfind(mark) + 1 for mark in ",;:(")
    return view.ended("denied") > max(view.ended("mine", "but"), clause)
