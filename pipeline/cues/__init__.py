"""Words that speak for a kind of piece: in its title, its address and tags, its opening, its text. A line for each; `kind` adds them up."""

from pipeline.cues.guides import GUIDES
from pipeline.cues.languages import LANGUAGES
from pipeline.cues.opinions import OPINIONS
from pipeline.cues.reports import REPORTS

CUES = (*OPINIONS, *REPORTS, *GUIDES, *LANGUAGES)
