"""How the tables came to be, step by step (Alembic). Append only: a released revision never changes."""

HEAD = "0007"
"""The newest revision; a database that says another one that is not among ours was made by a newer Nectar."""
