"""What a run may change of the settings. Imports nothing heavy, because the command line builds it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """None keeps what the settings say."""

    delay: float | None = None
    """Seconds between two requests to one site."""
    allow_private: bool = False
    contact: str = ""
    log_file: Path | None = None
    due: bool = False
    """Ask only the sources whose turn has come."""
    daily_cap: int | None = None
    """Requests to one site on one day; 0: no cap."""
