"""Strangers' text in the cells of a spreadsheet: the one rule for every CSV that Nectar writes."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula (OWASP, CSV Injection); full-width signs too."""


def defused(text: str) -> str:
    """With an apostrophe before it where a spreadsheet would calculate it. Numbers are for the caller to leave alone."""
    return f"'{text}" if text.startswith(FORMULA) else text
