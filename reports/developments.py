"""What became of it, in sentences: promises kept and broken, the turn of the press, what outlets changed after publication."""

import re

from pipeline.delivery import Grounds
from pipeline.turning import Turn
from reports.labels import label
from reports.rows import CorrectionRow
from reports.tongue import _, decimal, ngettext


def corrected(row: CorrectionRow) -> str:
    """The first of the things that an outlet changed."""
    kind, old, new = row.changes[0]
    values = {"site": row.site, "old": said(old), "new": said(new)}
    match kind:
        case "score":
            line = _("%(site)s changed its score from %(old)s to %(new)s.", **values)
        case "date":
            line = _("%(site)s changed its date from %(old)s to %(new)s.", **values)
        case "verdict":
            line = _("%(site)s changed its verdict from %(old)s to %(new)s.", **values)
        case _text:
            line = _("%(site)s changed its text: %(old)s, %(new)s.", **values)
    return line


_OF_100 = re.compile(r"([\d.]+) of 100")
_STAYED, _NEW = re.compile(r"(\d+)% of the words stayed"), re.compile(r"(\d+)% are new or gone")


def said(before_or_after: str) -> str:
    """One side of a correction as `pipeline.corrections` puts it, in the language of the page."""
    if score := _OF_100.fullmatch(before_or_after):
        return _("%(value)s of 100", value=decimal(float(score[1]), "0.##"))
    if share := _STAYED.fullmatch(before_or_after):
        return _("%(share)s%% of the words stayed", share=share[1])
    if share := _NEW.fullmatch(before_or_after):
        return _("%(share)s%% are new or gone", share=share[1])
    return label(before_or_after, "said")


def turned(turn: Turn | None) -> str:
    """Where the press turned; empty where it did not."""
    if turn is None:
        return ""
    values = {
        "episode": turn.at,
        "after": round(turn.after),
        "before": round(turn.before),
        "reviews_after": turn.n_after,
        "reviews_before": turn.n_before,
    }
    if turn.points < 0:
        return _(
            "From episode %(episode)s on the press is cooler: %(after)s of 100 after %(before)s (%(reviews_after)s and %(reviews_before)s reviews).",
            **values,
        )
    return _(
        "From episode %(episode)s on the press is warmer: %(after)s of 100 after %(before)s (%(reviews_after)s and %(reviews_before)s reviews).",
        **values,
    )


def because(grounds: Grounds) -> str:
    """Why a promise is kept, broken or open."""
    values = {"most": grounds.most, "all": grounds.sides, "kept": grounds.kept, "otherwise": grounds.sides - grounds.kept}
    match grounds.why, grounds.so:
        case "unjudged", __:
            why = _("nobody has judged it")
        case "no side", __:
            why = ngettext(
                "one review speaks of it, and none takes a side that can be told",
                "%(num)s reviews speak of it, and none takes a side that can be told",
                grounds.reviews,
            )
        case "one", True:
            why = _("one review, which finds it so")
        case "one", False:
            why = _("one review, which finds it otherwise")
        case "few", __:
            why = _("only %(all)s reviews take a side, %(kept)s of them find it so", **values)
        case "divided", __:
            why = _("divided: %(kept)s of %(all)s reviews find it so, %(otherwise)s otherwise", **values)
        case "one outlet", True:
            why = _("%(most)s of %(all)s reviews find it so, all of one outlet", **values)
        case "one outlet", False:
            why = _("%(most)s of %(all)s reviews find it otherwise, all of one outlet", **values)
        case "agreed", True:
            why = _("%(most)s of %(all)s reviews find it so", **values)
        case __:
            why = _("%(most)s of %(all)s reviews find it otherwise", **values)
    return why
