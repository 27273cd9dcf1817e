"""What stands around an article and is not part of it: share bars, begging, related posts, cookie notices.

trafilatura leaves most of it out; this is for what remains. A paragraph goes only if it is short and says nothing else.
"""

import re
from collections.abc import Iterable

from lxml import etree
from lxml.html import HtmlElement

from pipeline.article import Paragraph
from pipeline.terms import Hints

_INSIDE = frozenset({"sharedaddy", "jp-relatedposts", "addtoany", "comment-list"})
"""In classes and ids: what WordPress and its like put inside the article."""
_MARKS = re.compile("|".join((*sorted(_INSIDE), "related-posts", "yarpp", "author-bio", "cookie-")))
"""With such as some pages put around an article."""
_COMMENTS_IDS = frozenset({"disqus_thread", "comments", "respond"})


def prune(tree: HtmlElement) -> None:
    """Take out of the tree what no reader reads and what stands around the article."""
    around_articles = _ancestors_of(tree.iter("article"))
    doomed = [script for script in tree.iter("script") if script.get("type") != "application/ld+json"]
    for element in tree.iter("*"):
        said = element.attrib
        if not said:
            continue
        name, kinds, style = said.get("id", ""), said.get("class", ""), said.get("style")
        mark = _MARKS.search(f"{name} {kinds}") if name or kinds else None
        sure = (mark and mark[0] in _INSIDE) or name in _COMMENTS_IDS
        hidden = "hidden" in said or (style and "display:none" in style.replace(" ", ""))
        if sure or ((mark or hidden) and element not in around_articles):
            doomed.append(element)
    for element in doomed:
        if element.tag not in ("html", "body"):
            element.tag = "template"
    # In one go: taking out each by itself is quadratic on a page of many or of nested ones.
    etree.strip_elements(tree, "template", "style", "svg", with_tail=False)


def _ancestors_of(elements: Iterable[HtmlElement]) -> set[HtmlElement]:
    found: set[HtmlElement] = set()
    for element in elements:
        for ancestor in element.iterancestors():
            if ancestor in found:
                break
            found.add(ancestor)
    return found


_SCRAP = 12  # words
_LONGEST = 40  # words; a longer paragraph is somebody's prose
_OPENING = re.compile(
    r"""^\W*(?:
      share\s+(?:(?:this|the)\s+)?(?:article|post|story|page|on\b|via\b|this\s*(?::|$|on\b|via\b)) | share:?$ | tweet(?:\s+this)?$ | (?:click|tap)\ to\ (?:share|tweet|email)
    | (?:please\ )?(?:support|back)\s+(?:me|us|the\ site|this\ (?:site|blog)|my\ (?:work|writing))\b.*\b(?:ko-?fi|patreon|paypal|donat\w+|tip|coffee|on)\b
    | (?:if\ you\ )?(?:like|enjoy)\w*\ (?:this|what\ (?:you|i|we)).*(?:ko-?fi|patreon|coffee|newsletter|subscribe)
    | buy\ (?:me|us)\ a\ coffee | (?:join|find|follow)\ (?:me|us)\ on\ (?:twitter|x\b|facebook|bluesky|instagram|mastodon|threads|tiktok|youtube|discord|social)
    | subscribe(?:\W*$|\ (?:to|now|here|today|for)\b) | sign\ up\ (?:for|to)\b
    | (?:filed\ under|posted\ in|tagged(?:\ (?:with|as))?|tags?|categor(?:y|ies))\s*:
    | like\ loading | spread\ the\ word\W*$ | let\ (?:us|me)\ know\ in\ the\ comments | get\ (?:our|the)\ .*\ in(?:to)?\ your\ inbox
    | (?:leave|post|write)\ a\ (?:comment|reply) | \d+\ comments?\b | (?:read|see)\ (?:more|also|next)\s*: | advertis\w+$ | sponsored$ | loading\W*$
    | (?:skip|jump)\ to\ (?:content|main) | (?:print|email)\ this\b
    | (?:this|our)\ (?:web)?site\ uses\ cookies | we\ (?:and\ our\ \w+\ )?use\ cookies | we\ value\ your\ privacy
    | © | copyright\ (?:©|\(c\)|\d{4}) | all\ rights\ reserved
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_BEGGING = re.compile(r"\b(?:ko-?fi|patreon|paypal|become a patron|affiliate links?)\b", re.IGNORECASE)
_BEGGING_HINTS = Hints("ko-fi", "kofi", "patreon", "paypal", "become a patron", "affiliate link")
_ENDS = re.compile(r"[.!?。！？]\W*$")
_COMMENTS = re.compile(
    r"^\W*(?:\d+\s+)?(?:comments?|responses|replies)\W*$|^\W*what (?:our )?readers say\W*$|^\W*leave a (?:reply|comment)\W*$",
    re.IGNORECASE,
)
"""Behind such a heading nothing is the article's."""
_RELATED = re.compile(
    r"^\W*(?:related(?:\s+(?:posts?|articles?|stories|reading))?|you\s+(?:may|might)\s+(?:also\s+)?(?:like|enjoy)|more\s+(?:from|on|like\s+this)\b.*"
    r"|read\s+(?:next|also)|recommended(?:\s+for\s+you)?|latest\s+posts?|popular\s+posts?|comments?|leave\s+a\s+reply|also\s+on\s+this\s+site)\W*$",
    re.IGNORECASE,
)


def from_the_title(paragraphs: tuple[Paragraph, ...], title: str) -> tuple[Paragraph, ...]:
    """The paragraphs behind the page's own <h1>, where only scraps stand before it: the left column of a page laid out as a table."""
    for n, paragraph in enumerate(paragraphs[:10]):
        if paragraph.text == title:
            return paragraphs[n + 1 :]
        if len(paragraph.text.split()) > _SCRAP:
            break
    return paragraphs


def without_furniture(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs that are the article's own, in order."""
    kept: list[Paragraph] = []
    in_related = False
    for paragraph in paragraphs:
        short = len(paragraph.text.split()) <= _LONGEST
        if short and _COMMENTS.match(paragraph.text):
            break
        if short and _RELATED.match(paragraph.text):
            in_related = True
            continue
        # A list of links ends with the next heading or the next sentence.
        if in_related:
            in_related = paragraph.kind == "item" or not (paragraph.kind == "heading" or _ENDS.search(paragraph.text[-20:]))
        if in_related or (short and (_OPENING.match(paragraph.text) or _begs(paragraph.text))):
            continue
        kept.append(paragraph)
    while kept and kept[-1].kind == "heading" and not re.search(r"\d|[★⭐]|:", kept[-1].text):
        kept.pop()
    return tuple(kept)


def _begs(text: str) -> bool:
    return _BEGGING_HINTS.stand_in(text.lower()) and _BEGGING.search(text) is not None
