"""What we know, what we conclude, what we remember.

In come Pages and Skips; out go rows. Knows neither Scrapy nor HTML templates, and asks no clock: `now` is an argument.
"""
