"""Writing files so that a reader sees the old one or the new one, never half of one."""

import os
import tempfile
from pathlib import Path

from pipeline.errors import UserError


class WriteError(UserError):
    """A file of the site can't be written."""

    code = 1


def write(path: Path, content: str | bytes) -> None:
    """Write a file all or nothing, text as UTF-8. Raises WriteError for a full disk or missing rights; then the file is as it was."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise WriteError(
            f"{path} can't be written: {error.strerror}.", "Free some space or check the rights, and run it again."
        ) from error
