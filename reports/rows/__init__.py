"""The rows that a Digest is made of: plain values, ready to be drawn. They know nothing of where they are shown."""

from reports.rows.articles import Evidence, Listed, Quote, Scored
from reports.rows.figures import IsoWeek, Mean, Share
from reports.rows.opinions import AspectRow, Change, Likened, Phrase, Theme
from reports.rows.press import (
    ClaimRow,
    ClaimState,
    DifferenceRow,
    Family,
    GrainRow,
    OutletRow,
    QuarrelRow,
    SourceHealth,
    Statement,
)
from reports.rows.story import CorrectionRow, EpisodeRow, MindRow, PromiseRow, Voice, WeekPoint

__all__ = [
    "AspectRow",
    "Change",
    "ClaimRow",
    "ClaimState",
    "CorrectionRow",
    "DifferenceRow",
    "EpisodeRow",
    "Evidence",
    "Family",
    "GrainRow",
    "IsoWeek",
    "Likened",
    "Listed",
    "Mean",
    "MindRow",
    "OutletRow",
    "Phrase",
    "PromiseRow",
    "QuarrelRow",
    "Quote",
    "Scored",
    "Share",
    "SourceHealth",
    "Statement",
    "Theme",
    "Voice",
    "WeekPoint",
]
