"""Which other works a piece likens this one to: "Unlike Iron Choir, which was superb, this drags" likens it to Iron Choir."""

import re
from collections.abc import Iterable, Iterator

from pipeline.assessment import Likeness
from pipeline.other_works import TITLE
from pipeline.terms import Hints, Terms

_NAMED = re.compile(rf"(?=[A-Z0-9\"“‘«『「t])(?<![\w'’-]){TITLE}")
"""Looks ahead first: at most places that is all."""
_INSIDE = re.compile(r"[A-Z0-9\"“‘«『「]")
_DIRECT = frozenset(
    """like unlike recall recalls recalling evokes evoking echoes echoing meets akin think watch see play read saw watched played finished loved liked
    remember likens channels channelling channeling resembles resembling rivals rivalling invokes invoking imitates mirrors apes outdoes""".split()
)
"""Words right before a title that hold it beside the work."""
_KINSMAN = r"(?:closest|nearest|obvious|natural|spiritual) (?:\w+ )?(?:relatives?|cousins?|ancestors?|models?|parallels?|comparisons?|neighbours?|kin|forebears?)"
_LINKED = {
    last: re.compile(rf"\b(?:{before}) {last}$", re.IGNORECASE)
    for last, before in {
        "than": r"more|less|better|worse|closer|other|rather|\w{3,}er",
        "of": r"reminiscent|remind(?:s|ed|ing)? (?:me|us|you|one)|echo(?:es)?|shades|hints|fans|cousin|descend(?:s|ant)|mix|think"
        r"|in the (?:vein|spirit|tradition|mould|mold|style|shadow|footsteps|manner)|compar(?:ed?|isons?) (?:to|with)(?: the)?(?: [\w-]+){0,3}"
        r"|dash|touch|hint|pinch|trace|whiff|dose|splash|echo|flavou?r|air|scent|memory|little|something|dna|blood|bones|helping|streak"
        r"|(?:has|with|and|borrows|have|all|without|shares?|lacks?|minus|plus|captures|finds|some of|much of) the(?: [\w-]+){1,3}"
        r"|ghost|shadow|heart|soul|swagger|spirit|mood|look|feel|cousin|sister|child",
        "to": r"compar(?:ed?|isons?)(?: \w+)?|cousin|heir|success(?:or|ors)|homage|nods?|next|closer|answer|liken(?:s|ed)?(?: it)?|owes(?: \w+){1,4}"
        r"|close|something (?:close|akin|near)",
        "with": r"compar(?:ed?|isons?)(?: \w+)?|cross(?:ed)?|kinship",
        "from": r"descend(?:s|ant)|borrow(?:s|ed|ing)?(?: \w+){0,2}"
        r"|(?:you|those|players|viewers|readers|anyone|everyone|people|fans)(?: who)? (?:\w+ )?com(?:e|ing)(?: \w+)?"
        r"|(?:blood|rest|rhythm|look|idea|trick|structure|dna|tone|bones|shape|formula|plot)\b[^,.;]{0,20} (?:is|are|comes?|came)(?: \w+)?",
        "between": r"cross(?:ed)?|somewhere",
        "as": r"as good|(?:thinks? of|sees?|fancies|imagines?|bills|styles|sells) (?:it|them)self",
        "la": r"à|a",
        "after": r"takes",
        "at": r"looked (?:(?:very|too|so) )?(?:long|hard|closely|often|lovingly|longingly)(?: and \w+)?",
        "since": r"(?:nothing|nobody|no (?:one|\w+)|like (?:this|it|that)|best|first|so \w+)\b[^,;]{0,40}",
        **dict.fromkeys(("is", "was", "are", "remains"), _KINSMAN),
    }.items()
}
"""Phrases right before a title that hold it beside the work, by their last word."""
_ARTICLES = frozenset("a an both early classic the".split())
_ARTICLE = re.compile(rf"(?:\s(?:{'|'.join(sorted(_ARTICLES))}))+$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,\s*(?:and|or)?|\band\b|\bor\b|\bmeets\b|&)\s*(?:the\s)?$")
_THEN = re.compile(
    r"\s+(?:meets\b|by way of\b|crossed with\b|(?:fans|lovers|admirers|devotees) (?:will|may|should|can)\b"
    r"|(?:is|was|are|springs|comes) (?:\w+ ){0,4}(?:ancestor|model|influence|forebear|touchstone|comparison|predecessor|cousin|to mind)\b)"
)
_IS = re.compile(
    r"\b(?:it|this|that|which|film|movie|show|series|anime|game|half|act|result|rest|whole|premise|story|version|everything)(?: \w+)?"
    r"(?:['’]s| is| was| becomes| became| turns into| plays as| could be| might be| wants to be| tries to be| aspires to be| amounts to)(?: (?:basically|really|almost|simply|just|half|part|essentially|more or less|pure))?$",
    re.IGNORECASE,
)
_IS_LAST = frozenset(
    "is was be to becomes became into as basically really almost simply just half part essentially less pure".split()
)
"""Last words of what _IS matches, beside those that end in 's."""
_BUT_FOR = re.compile(
    r"[\"”’»]?,? (?:with|without|minus|plus|but|in (?:an?|the|space|reverse|miniature)|on (?:an?|the)|by way of|as|at|via|meets|set|gone|re(?:written|made|told|played)|for|if|only)\b"
)
"""What stands around a title in "It is Iron Choir with ghosts": the work is it, but for something."""
_KIN = re.compile(
    r"['’]s (?:[\w-]+ ){0,2}(?:cousin|sister|brother|sibling|child|son|daughter|heir|twin|nephew|niece|uncle|aunt|grand\w+|ghost|shadow|spirit|playbook|formula|school)\b"
)
_TAKE = re.compile(r"^(?:Imagine|Picture|Take|An?)\s+")
_LEADS = re.compile(
    r"^(?:Unlike|Like|Think(?: of)?|Fans of|Recalling|Evoking|Echoing|Compar(?:ed|isons?) (?:to|with)|Shades of|Somewhere between|Reminiscent of)\s+(?:the\s+)?"
)
"""What holds a title beside the work where the sentence begins with it."""
_ENDS = re.compile(r"-(?:esque|like|style|inspired)$")
_BEYOND_HINTS = Hints(
    *"meets|by way of|crossed with|fans|lovers|admirers|devotees|ancestor|model|influence|forebear|touchstone|comparison".split(
        "|"
    ),
    *"predecessor|cousin|to mind|Unlike|Like|Think|Fans|Recalling|Evoking|Echoing|Compar|Shades|Somewhere|Reminiscent".split("|"),
    *"-esque|-like|-style|-inspired".split("|"),
)
"""Without one of these neither what follows a title nor its own first or last word holds it beside the work."""
_NO_WORK = frozenset(
    """i it he she they we you this that there here what when where who why how if but and or the a an my our his her its no not yes one two three
    january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday
    sunday earth mars moon japan japanese america american europe european english western hollywood tokyo netflix crunchyroll disney amazon
    hidive youtube twitter reddit steam nintendo playstation xbox episode season series anime manga tv cgi cg oped op ed ost bgm score verdict
    christmas god most some many few all every each other others another such so then now""".split()
)


def likened(sentences: Iterable[str], own: Terms) -> tuple[Likeness, ...]:
    """Each work that the piece is held beside, once, with the first sentence that does. `own` matches names of the series itself."""
    found: dict[str, Likeness] = {}
    for sentence in sentences:
        for work in _works(sentence):
            if not own.find(work) and work.lower() not in found:
                found[work.lower()] = Likeness(work, sentence)
    return tuple(found.values())


def _works(sentence: str) -> Iterator[str]:
    """In order of appearance. Titles are found first, then what stands before and after them: names are rarer than words."""
    end = -1  # of the title before, if it was one of another work
    beyond = _BEYOND_HINTS.stand_in(sentence)
    if not (beyond or _INSIDE.search(sentence, 1)):  # before a title with which the sentence begins stands nothing
        return
    for found in _NAMED.finditer(sentence):
        beside = (
            _leads_to(sentence, found)
            or (end >= 0 and _AND.fullmatch(sentence[end : found.start()]))
            or (beyond and (_THEN.match(sentence, found.end()) or _says_so_itself(found["bare"] or "")))
        )
        end = found.end() if beside else -1
        if beside and (title := _title(found, sentence)):
            yield title


def _leads_to(sentence: str, found: re.Match[str]) -> bool:
    """What stands right before a title holds it beside the work."""
    start = found.start()
    if not start:
        return False
    before = sentence[max(0, start - 60) : start].rstrip()
    last = before.rpartition(" ")[2].lower()
    if last in _ARTICLES:
        before = _ARTICLE.sub("", before)
        last = before.rpartition(" ")[2].lower()
    if last in _DIRECT:
        return True
    if (linked := _LINKED.get(last)) and linked.search(before):
        return True
    is_it = last in _IS_LAST or last.endswith(("'s", "’s"))
    return is_it and _BUT_FOR.match(sentence, found.end()) is not None and _IS.search(before) is not None


def _says_so_itself(bare: str) -> bool:
    """What was taken for a part of a title holds the rest beside the work: "Unlike X", "X-esque"."""
    return _LEADS.match(bare) is not None or _ENDS.search(bare) is not None


def _title(found: re.Match[str], sentence: str) -> str:
    """The work that a match names; empty where it is a person's, a place's or a common word."""
    if found["quoted"]:
        return found["quoted"].strip(" ,.")
    name = _ENDS.sub("", _TAKE.sub("", _LEADS.sub("", re.sub(r"['’]s$", "", found["bare"])))).strip(" ,.")
    stop = found.end("bare") - (2 if found["bare"].endswith(("'s", "’s")) else 0)
    possessive = sentence.startswith(("'s", "’s"), stop) and not _KIN.match(sentence, stop)
    if possessive or len(name) < 3:
        return ""
    words = name.lower().replace("’", "'").split()
    common = len(words) == 1 and words[0].partition("'")[0] in _NO_WORK  # I'd, it's
    own = words[0] in {"i", "i'm", "i'd", "i've", "i'll", "if", "it"}
    number = name[0].isdigit() and len(words) == 1
    return "" if common or own or number else name
