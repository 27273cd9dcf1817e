"""What templates need so as to speak a language: messages, words for keys, ranges, and their words in their own language."""

import re
from collections.abc import Mapping
from datetime import date

from jinja2 import Environment
from markupsafe import Markup, escape

from reports import tongue
from reports.developments import said
from reports.digest import Digest
from reports.labels import label, marker_label, note_label, printable
from reports.tongue import _, decimal, messages, ngettext, spoken


def taught(environment: Environment) -> Environment:
    """The same environment: `_`, `ngettext`, `pgettext` and `{% trans %}` ask for the language that is spoken when a template is drawn."""
    environment.add_extension("jinja2.ext.i18n")
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        lambda message: messages().gettext(message),
        lambda one, many, n: messages().ngettext(one, many, n),
        newstyle=True,
        pgettext=lambda context, message: messages().pgettext(context, message),
    )
    shown = environment.finalize
    environment.finalize = lambda value: (  # strangers' text is in the messages too
        Markup(printable(value)) if isinstance(value, Markup) else shown(value) if shown else value
    )
    environment.filters |= {
        "label": label,
        "kind": lambda kind: label(kind, "kind"),
        "marker": marker_label,
        "note": note_label,
        "said": said,
        "number": lambda value: decimal(value, "0.######"),
    }
    environment.globals |= {
        "dates": dates,
        "between": between,
        "counted": counted,
        "camps": camps,
        "lang": lang,
        "words": words,
        "quoted": quoted,
        "spoken": spoken,
    }
    return environment


def day(value: date | None) -> str:
    return tongue.day(value) if value else _("undated")


def dates(first: date | None, last: date | None) -> str:
    return _("%(first)s to %(last)s", first=day(first), last=day(last))


def between(low: str, high: str) -> str:
    """A range of two figures, as the pages write them."""
    return _("%(low)s to %(high)s", low=low, high=high)


def counted(things: Mapping[str, int], of: str = "") -> str:
    """`review 3, news 1`. `of`: whose keys they are, see `reports.labels`."""
    return ", ".join(f"{label(key, of) if of else key} {n}" for key, n in things.items())


def camps(digest: Digest, unjudged: int) -> str:
    """`3 favourable, 1 mixed, 0 unfavourable, 2 not judged`; the last only where there are any."""
    counts = [
        ngettext("%(num)s favourable", "%(num)s favourable", digest.favourable.k),
        ngettext("%(num)s mixed", "%(num)s mixed", digest.mixed),
        ngettext("%(num)s unfavourable", "%(num)s unfavourable", digest.unfavourable),
    ]
    return ", ".join([*counts, *([ngettext("%(num)s not judged", "%(num)s not judged", unjudged)] if unjudged else [])])


_CODE = re.compile(r"[a-z]{2,3}")


def lang(language: str | None) -> Markup:
    """The attribute for text in another language than the page, with a blank before it; empty where it is the same, or unknown."""
    foreign = language and language != spoken() and _CODE.fullmatch(language)
    return Markup(' lang="{}"').format(language) if foreign else Markup()


def words(text: str, language: str) -> Markup:
    """Their words, marked where they are in another language than the page."""
    attribute = lang(language)
    return Markup("<span{}>{}</span>").format(attribute, text) if attribute else escape(text)


def quoted(text: str, language: str) -> Markup:
    """The same, in the quotation marks of the page."""
    return escape(messages().gettext("“%(quote)s”")) % {"quote": words(text, language)}
