"""Every Scrapy value that we set, with where it comes from. Scrapy's defaults are not a good guest's."""

BOT_NAME = "nectar"
SPIDER_MODULES = ["crawler.spiders"]
USER_AGENT = "Nectar/0.1"  # Scrapy's default names Scrapy; the contact is added by crawler.run

# Scrapy calls this an "item pipeline". It only hands over; the package pipeline/ is something else.
ITEM_PIPELINES = {"crawler.handoff.Handoff": 0}
CONCURRENT_ITEMS = 4  # default 100, which starts 100 tasks per response and costs 29 % of a page

# A good guest
ROBOTSTXT_OBEY = True  # default False
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # it fetches after a 503 on robots.txt
    "crawler.politeness.RobotsPolicy": 100,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,  # it does not read Retry-After
    "crawler.politeness.PatientRetry": 550,
    "crawler.gate.Gate": 760,  # behind HttpProxyMiddleware (750), in front of redirects (600) and unpacking (590)
}
DOWNLOAD_DELAY = 5  # seconds between two requests to a site; default 0
RANDOMIZE_DOWNLOAD_DELAY = False  # default True, which would halve a Crawl-delay now and then
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # default 8
CONCURRENT_REQUESTS = 32  # default 16; it is sites that are asked side by side
REACTOR_THREADPOOL_MAXSIZE = 40  # default 10: names are looked up in threads, and dead name servers must not hold up the others
RETRY_TIMES = 1  # default 2
DOWNLOAD_TIMEOUT = 30  # default 180
COOKIES_ENABLED = False  # default True
REFERER_ENABLED = False  # default True; a site may otherwise choose by its Referrer-Policy what others are told of it
HTTPERROR_ALLOW_ALL = True  # every status is an outcome that we count
URLLENGTH_LIMIT = 0  # default 2083: such links are dropped without a word; the spider counts them
REDIRECT_MAX_TIMES = 5  # default 20
METAREFRESH_ENABLED = False  # default True; a redirect by the page itself is not followed

# A safe guest
DNS_RESOLVER = "crawler.guard.PublicOnlyResolver"  # no private addresses, in any notation, after any redirect
DOWNLOAD_HANDLERS = {
    "http": "crawler.heads.CappedDownloadHandler",  # Scrapy's takes headers without end
    "https": "crawler.heads.CappedDownloadHandler",
    **dict.fromkeys(("file", "data", "ftp", "s3")),  # default: all on
}
DOWNLOAD_VERIFY_CERTIFICATES = True  # default False
DOWNLOAD_MAXSIZE = 8 * 1024 * 1024  # default 1 GiB; counted after decompression
DOWNLOAD_WARNSIZE = 0  # default 32 MiB
REMOTE_CONTROL_ENABLED = False  # default True: it runs code sent to a local port
TELNETCONSOLE_ENABLED = False  # default True: so does this

# Quiet
LOGSTATS_INTERVAL = 0  # default 60 s; progress is shown by the command line
LOG_LEVEL = "INFO"  # default DEBUG

# Nectar's own
NECTAR_ALLOW_PRIVATE = False  # fetch from loopback and private addresses: tests and intranets
NECTAR_LONGEST_DELAY = 120  # seconds; a site that asks for more between two requests is left alone and said so
