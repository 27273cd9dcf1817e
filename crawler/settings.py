"""Every Scrapy value that we set, with where it comes from. Scrapy's defaults are not a good guest's."""

BOT_NAME = "nectar"
SPIDER_MODULES = ["crawler.spiders"]
USER_AGENT = "Nectar/0.1"  # Scrapy's default names Scrapy; the contact is added by crawler.run

SCHEDULER = "crawler.waiting.Waiting"  # default: holds a request for every link that was found
LOG_FORMATTER = "crawler.quiet.Quiet"  # default: makes a line for each answer, also where nobody reads it
SPIDER_MIDDLEWARES = {  # all on by default; each walks over every link and page again
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,  # every status is an outcome that we count
    "scrapy.spidermiddlewares.referer.RefererMiddleware": None,  # no site is told what led to it, whatever its Referrer-Policy
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # it drops without a word; the walk counts
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # the walk counts indexes itself
    "scrapy.spidermiddlewares.start.StartSpiderMiddleware": None,  # it marks first requests, and nobody asks for the mark
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,  # it looks for copies of an answer's meta; we make none
}
CONCURRENT_ITEMS = 1  # default 100, which starts 100 tasks per response; no items come this way

# A good guest
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # the walk and check_redirect say where a link may lead
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # off by default, and it fetches after a 503
    "crawler.robots.RobotsPolicy": 100,
    "crawler.politeness.DailyCap": 110,  # behind robots.txt: what that forbids is not counted
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,  # it does not read Retry-After
    "crawler.politeness.PatientRetry": 550,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,  # a page that says "go on there" is a page
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,  # nobody logs in
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,  # nobody is known again
    "scrapy.downloadermiddlewares.stats.DownloaderStats": None,  # the tallies count what matters
    "crawler.gate.Gate": 760,  # behind HttpProxyMiddleware (750), in front of redirects (600) and unpacking (590)
}
DOWNLOAD_DELAY = 5  # seconds between two requests to a site; default 0
RANDOMIZE_DOWNLOAD_DELAY = False  # default True, which would halve a Crawl-delay now and then
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # default 8
DOWNLOADER = "crawler.sites.SiteSlots"  # default: a slot for each host name; ours has one for each registered domain
EXTENSIONS = {
    "scrapy.extensions.throttle.AutoThrottle": None,  # it goes below Crawl-delay and Retry-After
    "crawler.throttle.Throttle": 0,
    "crawler.sweeping.Sweeping": 0,
    "scrapy.extensions.corestats.CoreStats": None,  # the tallies count, and keep it in the database
    "scrapy.extensions.logcount.LogCount": None,
    "scrapy.extensions.remote_control.RemoteControl": None,  # off below; to import it and aiohttp takes a tenth of a crawl's start
    "scrapy.extensions.telnet.TelnetConsole": None,
}
STATS_CLASS = "scrapy.statscollectors.DummyStatsCollector"  # default: a dictionary written to some twenty times a page
STATS_DUMP = False
AUTOTHROTTLE_ENABLED = True  # default False; off where the delay is below a second
AUTOTHROTTLE_START_DELAY = 0  # default 5: here DOWNLOAD_DELAY alone is where it starts
AUTOTHROTTLE_TARGET_CONCURRENCY = 0.2  # default 1.0; a site rests five times as long as it took to answer, as with Heritrix
CONCURRENT_REQUESTS = 32  # default 16; it is sites that are asked side by side
REACTOR_THREADPOOL_MAXSIZE = 40  # default 10: names are looked up in threads, and dead name servers must not hold up the others
RETRY_TIMES = 1  # default 2
DOWNLOAD_TIMEOUT = 30  # default 180
COOKIES_ENABLED = False  # default True
REDIRECT_MAX_TIMES = 5  # default 20

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
WARN_ON_GENERATOR_RETURN_VALUE = False  # default True: it reads the source of a callback again for each answer
LOGSTATS_INTERVAL = 0  # default 60 s; progress is shown by the command line
LOG_LEVEL = "INFO"  # default DEBUG

# Nectar's own
NECTAR_ALLOW_PRIVATE = False  # fetch from loopback and private addresses: tests and intranets
NECTAR_DAILY_CAP = 1000  # requests to one registered domain on one day (UTC), over all runs; 0: no cap
NECTAR_LONGEST_DELAY = 120  # seconds; a site that asks for more between two requests is left alone and said so
