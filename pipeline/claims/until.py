"""What will not be until a day is on that day; every place of the sentence stays where it is."""

import re

from pipeline.claims.line import Line

_NOT_UNTIL = re.compile(
    r"\b(?:(?P<does>will|does|do|is|are)\snot|(?P<dont>wo|does|do|is|are)n['’]t)(?P<verb>\s(?:[\w-]+\s+){1,7}?)"
    r"until(?=\s(?:(?P<day>(?:\w+day,?\s)?(?:\d{1,2}\s[A-Z]|[A-Z][a-z]{2,8}\s\d{1,2}\b(?!\d)))"
    r"|(?:the\s|early\s|mid-?|late\s|next\s|this\s)*(?:spring|summer|autumn|fall|winter|year|month|[A-Z\d])))"
)


def on_that_day(line: Line) -> Line:
    """The line with "will not open until May 3" read as "will open on May 3"."""
    if "until" not in line.text:
        return line

    def said(m: re.Match[str]) -> str:
        verb = m["does"] or m["dont"]
        return f"{verb if verb in {'is', 'are'} else 'will':{m.start('verb') - m.start()}}{m['verb']}{'   on' if m['day'] else '   in'}"

    text = _NOT_UNTIL.sub(said, line.text)
    return line if text == line.text else line._replace(text=text)
