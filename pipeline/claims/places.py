"""Where things can be seen or played, and where in the world: platforms and territories with the words for them."""

from collections.abc import Mapping

from pipeline.claims.names import key

STREAMS: Mapping[str, tuple[str, ...]] = {
    "crunchyroll": ("Crunchyroll",),
    "netflix": ("Netflix",),
    "hidive": ("HIDIVE",),
    "disney+": ("Disney+", "Disney Plus", "DisneyPlus"),
    "hulu": ("Hulu",),
    "prime video": ("Prime Video", "Amazon Prime", "Amazon Prime Video", "PrimeVideo"),
    "apple tv+": ("Apple TV+", "Apple TV Plus", "Apple TV"),
    "max": ("HBO Max",),
    "funimation": ("Funimation",),
    "peacock": ("Peacock",),
    "paramount+": ("Paramount+", "Paramount Plus"),
    "bilibili": ("Bilibili",),
    "muse asia": ("Muse Asia",),
    "ani-one": ("Ani-One", "Ani-One Asia"),
    "adn": ("ADN",),
    "wakanim": ("Wakanim",),
    "youtube": ("YouTube",),
    "u-next": ("U-NEXT",),
    "abema": ("Abema", "AbemaTV"),
    "d anime store": ("d Anime Store",),
    "bandai channel": ("Bandai Channel",),
    "viki": ("Viki", "Rakuten Viki"),
    "bbc iplayer": ("BBC iPlayer", "iPlayer"),
    "itvx": ("ITVX",),
    "channel 4": ("Channel 4",),
    "bbc one": ("BBC One",),
    "bbc two": ("BBC Two",),
    "hbo": ("HBO",),
    "amc": ("AMC",),
    "fx": ("FX",),
    "syfy": ("Syfy",),
    "adult swim": ("Adult Swim",),
    "cartoon network": ("Cartoon Network",),
    "toonami": ("Toonami",),
    "nbc": ("NBC",),
    "abc": ("ABC",),
    "cbs": ("CBS",),
    "fox": ("Fox",),
    "pbs": ("PBS",),
    "starz": ("Starz",),
    "showtime": ("Showtime",),
    "mubi": ("MUBI",),
    "shudder": ("Shudder",),
    "tubi": ("Tubi",),
    "fuji tv": ("Fuji TV", "Fuji Television", "FujiTV"),
    "tokyo mx": ("Tokyo MX",),
    "tv tokyo": ("TV Tokyo",),
    "tbs": ("TBS",),
    "nippon tv": ("Nippon TV", "NTV", "Nippon Television"),
    "tv asahi": ("TV Asahi",),
    "mbs": ("MBS",),
    "bs11": ("BS11",),
    "at-x": ("AT-X",),
    "nhk": ("NHK",),
    "wowow": ("WOWOW",),
    "animax": ("Animax",),
    "bs fuji": ("BS Fuji",),
    "bs asahi": ("BS Asahi",),
    "bs tv tokyo": ("BS TV Tokyo",),
    "ytv": ("YTV", "Yomiuri TV"),
    "abc tv": ("ABC TV",),
    "tv aichi": ("TV Aichi",),
}
MACHINES: Mapping[str, tuple[str, ...]] = {
    "pc": ("PC", "Windows", "Windows PC"),
    "mac": ("Mac", "macOS"),
    "linux": ("Linux",),
    "steam": ("Steam",),
    "epic games store": ("Epic Games Store", "Epic Store"),
    "gog": ("GOG", "GOG.com"),
    "itch.io": ("itch.io",),
    "ps4": ("PS4", "PlayStation 4"),
    "ps5": ("PS5", "PlayStation 5"),
    "xbox one": ("Xbox One",),
    "xbox series": ("Xbox Series", "Xbox Series X", "Xbox Series S", "Xbox Series X|S", "Xbox Series X/S", "Series X"),
    "switch": ("Switch", "Nintendo Switch"),
    "switch 2": ("Switch 2", "Nintendo Switch 2"),
    "ios": ("iOS", "iPhone", "iPad"),
    "android": ("Android",),
}


SERVICES = frozenset(
    "amazon netflix apple disney hulu hbo paramount peacock max bbc itv amc fx starz showtime sony microsoft nintendo playstation xbox universal warner lionsgate fox nbc cbs abc dc marvel".split()
)
"""Services, their owners and houses with much else, by whose bare name no studio is meant that is called after them ("Amazon Studios")."""


def is_open(site: str) -> bool:
    """Sites where anybody votes: their figures change from day to day, so two of them are no contradiction."""
    return any("".join(site.split()) == key(s) or key(s) == site or set(site.split()) == set(key(s).split()) for s in _OPEN)


_OPEN = (
    *"myanimelist mal anilist imdb metacritic rottentomatoes opencritic letterboxd steam filmarks kitsu animeplanet".split(),
    *("Rotten Tomatoes", "Anime Planet", "My Anime List", "Open Critic"),
)
