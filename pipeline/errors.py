"""The one exception root for what the user can fix. Caught once, in the command line; anything else may crash loudly."""


class UserError(Exception):
    """One sentence that says what is wrong, and a tip. `code` is the exit code that the command ends with."""

    code = 2

    def __init__(self, message: str, tip: str = "") -> None:
        super().__init__(message)
        self.tip = tip


class SeriesError(UserError):
    """The series file can't be used."""


class StoreError(UserError):
    """The database can't be opened, read or written."""

    code = 1


class Locked(UserError):
    """Another run holds the lock of this home (EX_TEMPFAIL: try again later)."""

    code = 75
