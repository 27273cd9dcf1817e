"""A bundled little web of six invented outlets, and the series file that follows a series through it."""
