"""Read the store, draw the week.

In come rows, out go files. A Digest holds everything that a page shows; sections and templates only draw it.
"""
