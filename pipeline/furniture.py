"""What stands around an article and is not part of it: share bars, begging, related posts, cookie notices.

trafilatura leaves most of it out; this is for what remains. A paragraph goes only if it is short and says nothing else.
"""

import re

from pipeline.article import Paragraph

_CONTAINERS: tuple[tuple[tuple[str, ...], str], ...] = (
    # What WordPress, Disqus and their like put inside the article: (words of the page without which there is none, XPath).
    (
        ("sharedaddy", "jp-relatedposts", "addtoany"),
        '//*[contains(@class, "sharedaddy") or contains(@class, "jp-relatedposts") or contains(@class, "addtoany")]',
    ),
    (
        ("disqus_thread", "comments", "respond", "comment-list", "<template"),
        '//*[@id="disqus_thread" or @id="comments" or @id="respond" or contains(@class, "comment-list") or self::template]',
    ),
    (
        ("related-posts", "yarpp", "author-bio"),
        '//*[(contains(@class, "related-posts") or contains(@class, "yarpp") or contains(@class, "author-bio")) and not(.//article)]',
    ),
    (
        ("cookie-",),
        '//*[(contains(@class, "cookie-") or contains(@id, "cookie-")) and not(self::body) and not(.//article)]',
    ),
    (
        (" hidden", "display:", "display :"),
        '//*[(@hidden or contains(translate(@style, " ", ""), "display:none")) and not(self::body) and not(.//article)]',
    ),
)


def pruned(markup: str) -> list[str]:
    """XPaths of the containers that this page may have; looking for the words first saves most of the cost."""
    return [xpath for words, xpath in _CONTAINERS if any(word in markup for word in words)]


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
    | .*\b(?:ko-?fi|patreon|paypal|become\ a\ patron|affiliate\ links?)\b
    | (?:leave|post|write)\ a\ (?:comment|reply) | \d+\ comments?\b | (?:read|see)\ (?:more|also|next)\s*: | advertis\w+$ | sponsored$ | loading\W*$
    | (?:skip|jump)\ to\ (?:content|main) | (?:print|email)\ this\b
    | (?:this|our)\ (?:web)?site\ uses\ cookies | we\ (?:and\ our\ \w+\ )?use\ cookies | we\ value\ your\ privacy
    | © | copyright\ (?:©|\(c\)|\d{4}) | all\ rights\ reserved
    )""",
    re.IGNORECASE | re.VERBOSE,
)
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
        if _COMMENTS.match(paragraph.text):
            break
        if _RELATED.match(paragraph.text):
            in_related = True
            continue
        # A list of links ends with the next heading or the next sentence.
        in_related = in_related and (paragraph.kind == "item" or not re.search(r"[.!?。！？]\W*$", paragraph.text))
        in_related = in_related and paragraph.kind != "heading"
        if in_related or (_OPENING.match(paragraph.text) and len(paragraph.text.split()) <= _LONGEST):
            continue
        kept.append(paragraph)
    while kept and kept[-1].kind == "heading" and not re.search(r"\d|[★⭐]|:", kept[-1].text):
        kept.pop()
    return tuple(kept)
