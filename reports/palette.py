"""Colours and widths of charts. Colours are CSS variables of the page, so that a chart follows dark mode and paper."""

INK, FAINT, PROMISE, RECEPTION, OTHER = "var(--ink)", "var(--line)", "var(--promise)", "var(--reception)", "var(--other)"
LEFT, RIGHT = "var(--accent)", "var(--ink)"
"""Of two series side by side: neither promise nor reception."""
WIDE, NARROW = 680, 300
"""Each chart comes in both, because a wide one is illegible on a telephone."""
