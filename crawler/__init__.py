"""Find pages about a series and fetch them, as a good guest.

In comes a Series, out go Pages and Skips, handed to the store. Knows nothing of what the pages say.
"""
