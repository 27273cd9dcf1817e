"""The database in a web browser, by Datasette: for looking and asking, never for writing."""
